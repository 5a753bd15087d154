import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ConfigFout, leesConfig, VARIABELEN, type Config } from '../src/config.ts';

type Env = Record<string, string | undefined>;

const APP = '11111111-2222-4333-8444-555555555555';
const TENANT = '66666666-7777-4888-9999-aaaaaaaaaaaa';
const DIGEST = 'a'.repeat(64);
const BOT: Env = {
  MicrosoftAppId: APP,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppPassword: 'geheim-van-de-bot',
  MicrosoftAppTenantId: TENANT,
};
/** 32 invented bytes. */
const SLEUTEL = Buffer.alloc(32, 7).toString('base64');
const STANDAARD: Config = {
  poort: 3978,
  host: '127.0.0.1',
  beheerPoort: undefined,
  bot: undefined,
  publiekAdres: undefined,
  tenants: [],
  opslag: { soort: 'sqlite', bestand: 'data/overdracht.db' },
  adresboekBestand: undefined,
  beleidBestand: undefined,
  inhoud: { sleutels: [], kluis: undefined },
  apiSleutels: [],
  apiEntra: undefined,
  klok: undefined,
  ledenlijstMinuten: 5,
  rondeSeconden: 15,
  waakhondUrl: undefined,
  logLevel: 'info',
};

/** Why it does not start. */
function bezwaar(env: Env): string {
  try {
    leesConfig(env);
  } catch (fout) {
    if (fout instanceof ConfigFout) return fout.message;
    throw fout;
  }
  return '';
}

describe('what is read', () => {
  test('nothing set: open on this machine only, with an SQLite file', () => {
    expect(leesConfig({})).toEqual(STANDAARD);
  });

  test('an empty variable is the same as none, as deployment tools mean it', () => {
    expect(leesConfig(Object.fromEntries(Object.keys(VARIABELEN).map((naam) => [naam, ''])))).toEqual(STANDAARD);
  });

  test('variables of others are left alone', () => {
    expect(leesConfig({ PATH: '/bin', HOME: '/root', LOG_DIR: '/tmp', NODE_OPTIONS: '-v' })).toEqual(STANDAARD);
  });

  test('with MicrosoftAppId: on every address, for its own tenant', () => {
    expect(leesConfig({ ...BOT, NODE_ENV: 'production', INHOUD_SLEUTELS: `1:${SLEUTEL}` })).toEqual({
      ...STANDAARD,
      inhoud: { sleutels: [{ id: '1', sleutel: Buffer.alloc(32, 7) }], kluis: undefined },
      host: '0.0.0.0',
      bot: { appId: APP, type: 'SingleTenant', wachtwoord: 'geheim-van-de-bot', tenant: TENANT },
      tenants: [TENANT],
    });
  });

  test('a managed identity has no password', () => {
    const { bot } = leesConfig({ ...BOT, MicrosoftAppType: 'UserAssignedMsi', MicrosoftAppPassword: '' });
    expect(bot).toMatchObject({ type: 'UserAssignedMsi', wachtwoord: '' });
  });

  test('lists are separated by commas, with spaces or not', () => {
    const { tenants, apiSleutels } = leesConfig({
      ...BOT,
      TOEGESTANE_TENANTS: ` ${TENANT}, ${APP} ,`,
      API_SLEUTELS: `oud:${DIGEST}, nieuw:${'B'.repeat(64)}`,
    });
    expect(tenants).toEqual([TENANT, APP]);
    expect(apiSleutels).toEqual([
      { naam: 'oud', sha256: DIGEST },
      { naam: 'nieuw', sha256: 'b'.repeat(64) },
    ]);
  });

  test('keys of the content in order, and a secret in Key Vault as its vault and its name', () => {
    const ander = Buffer.alloc(32, 8);
    const { inhoud } = leesConfig({
      INHOUD_SLEUTELS: `2027:${ander.toString('base64')},2026:${SLEUTEL}`,
      INHOUD_KLUIS: 'https://proef.vault.azure.net/secrets/inhoud-van-overdrachten/',
    });
    expect(inhoud).toEqual({
      sleutels: [
        { id: '2027', sleutel: ander },
        { id: '2026', sleutel: Buffer.alloc(32, 7) },
      ],
      kluis: { adres: 'https://proef.vault.azure.net', geheim: 'inhoud-van-overdrachten' },
    });
  });

  test('a port of its own for who operates it, and 0 for any free one', () => {
    expect(leesConfig({ BEHEER_POORT: '9464' }).beheerPoort).toBe(9464);
    expect(leesConfig({ PORT: '0', BEHEER_POORT: '0' }).beheerPoort).toBe(0);
  });

  test('given BEHEER_POORT is PORT, or no port, then it does not start and says which, and what to do', () => {
    for (const env of [{ BEHEER_POORT: '3978' }, { PORT: '81', BEHEER_POORT: '81' }])
      expect(bezwaar(env)).toMatch(
        new RegExp(`^BEHEER_POORT is '${env.BEHEER_POORT}'\\. Nodig: een andere poort dan PORT`),
      );
    expect(bezwaar({ BEHEER_POORT: 'web' })).toContain("BEHEER_POORT is 'web'. Nodig:");
    expect(bezwaar({ BEHEER_PORT: '9464' })).toContain('BEHEER_PORT bestaat niet als variabele');
  });

  test('the public address without the slash at its end, with its path', () => {
    expect(leesConfig({ PUBLIEK_ADRES: 'https://voorbeeld.example/zicht/' }).publiekAdres).toBe(
      'https://voorbeeld.example/zicht',
    );
  });

  test('Cosmos DB with a key, and without one by managed identity', () => {
    const env = { OPSLAG: 'cosmos', COSMOS_ENDPOINT: 'https://voorbeeld.example:443/' };
    const opslag = { soort: 'cosmos', endpoint: env.COSMOS_ENDPOINT, database: 'zicht-op-veiligheid' };
    expect(leesConfig(env).opslag).toEqual({ ...opslag, sleutel: undefined });
    expect(leesConfig({ ...env, COSMOS_SLEUTEL: 'x', COSMOS_DATABASE: 'proef' }).opslag).toEqual({
      ...opslag,
      sleutel: 'x',
      database: 'proef',
    });
  });

  test('a virtual clock by its start, by its tempo, or by both', () => {
    const start = '2026-11-23T09:00:00+01:00';
    expect(leesConfig({ KLOK_START: start }).klok).toEqual({ start, tempo: 1 });
    expect(leesConfig({ KLOK_TEMPO: '0' }).klok).toEqual({ start: '', tempo: 0 });
    expect(leesConfig({ KLOK_START: start, KLOK_TEMPO: '0.5' }).klok).toEqual({ start, tempo: 0.5 });
  });
});

describe('a value that is wrong', () => {
  test.each<[keyof typeof VARIABELEN, string, string]>([
    ['PORT', 'web', 'poortnummer'],
    ['PORT', ' ', 'poortnummer'],
    ['PORT', '-1', 'poortnummer'],
    ['PORT', '65536', 'poortnummer'],
    ['PORT', '39.78', 'poortnummer'],
    ['PORT', '0x10', 'poortnummer'],
    ['MicrosoftAppType', 'MultiTenant', 'SingleTenant of UserAssignedMsi'],
    ['MicrosoftAppId', 'mijn-bot', 'GUID'],
    ['MicrosoftAppTenantId', 'voorbeeld.example', 'GUID'],
    ['TOEGESTANE_TENANTS', 'voorbeeld.example', "GUID's"],
    ['TOEGESTANE_TENANTS', ' , ', "GUID's"],
    ['OPSLAG', 'mysql', 'sqlite of cosmos'],
    ['COSMOS_ENDPOINT', 'voorbeeld.example', 'https://'],
    ['COSMOS_ENDPOINT', 'ftp://voorbeeld.example', 'https://'],
    ['KLOK_START', 'gisteren', '2026-11-23T09:00:00+01:00'],
    ['KLOK_START', '2026-02-30T09:00:00+01:00', 'moment met tijdzone'],
    ['KLOK_START', '2026-11-23T09:00:00', 'moment met tijdzone'],
    ['KLOK_TEMPO', 'snel', 'een getal'],
    ['KLOK_TEMPO', '-1', 'een getal'],
    ['KLOK_TEMPO', ' ', 'een getal'],
    ['RONDE_SECONDEN', '0', 'seconden'],
    ['RONDE_SECONDEN', '3601', 'seconden'],
    ['RONDE_SECONDEN', 'Infinity', 'seconden'],
    ['LOG_LEVEL', 'luid', 'debug'],
    ['PUBLIEK_ADRES', 'zicht.voorbeeld.example', 'https://'],
    ['PUBLIEK_ADRES', 'ftp://zicht.voorbeeld.example', 'https://'],
    ['INHOUD_KLUIS', 'https://proef.vault.azure.net', '/secrets/'],
    ['INHOUD_KLUIS', 'http://proef.vault.azure.net/secrets/x', 'https://'],
    ['INHOUD_KLUIS', 'https://proef.vault.azure.net/secrets/x/0123456789', 'zonder versie'],
  ])('%s=%j is told with the variable, the value and the remedy', (naam, waarde, remedie) => {
    const tekst = bezwaar({ [naam]: waarde });
    expect(tekst).toContain(`${naam} is '${waarde}'. Nodig: `);
    expect(tekst.split('Nodig: ')[1]).toContain(remedie);
  });

  test.each([
    ['no digest', 'regsysteem'],
    ['the key itself', 'regsysteem:mijn-geheime-sleutel'],
    ['a digest too short', `regsysteem:${'c'.repeat(63)}`],
    ['no name', `:${'c'.repeat(64)}`],
    ['one good and one wrong', `goed:${DIGEST},fout`],
  ])('API_SLEUTELS with %s is told without what it is', (_naam, waarde) => {
    const tekst = bezwaar({ API_SLEUTELS: waarde });
    expect(tekst).toBe(
      "API_SLEUTELS heeft een ongeldige waarde. Nodig: paren naam:sha256-hex, gescheiden door komma's.",
    );
  });

  test.each([
    ['no id', SLEUTEL],
    ['16 bytes', `1:${Buffer.alloc(16, 7).toString('base64')}`],
    ['hex', `1:${'ab'.repeat(32)}`],
    ['one id for two keys', `1:${SLEUTEL},1:${SLEUTEL}`],
  ])('INHOUD_SLEUTELS with %s is told without what it is', (_naam, waarde) => {
    const tekst = bezwaar({ INHOUD_SLEUTELS: waarde });
    expect(tekst).toContain('INHOUD_SLEUTELS heeft een ongeldige waarde. Nodig: paren id:sleutel');
    expect(tekst).not.toContain(SLEUTEL);
  });

  test.each([
    ['no address', 'waakhond'],
    ['another protocol', 'ftp://waakhond.example/1'],
    ['in the clear', 'http://waakhond.example/1'],
    ['a name that only begins as this machine', 'http://localhost.kwaad.example/1'],
    ['a password', 'https://bot:geheim@waakhond.example/1'],
  ])('WAAKHOND_URL with %s is told without what it is, because who knows it can call', (_naam, waarde) => {
    expect(bezwaar({ WAAKHOND_URL: waarde })).toMatch(
      /^WAAKHOND_URL heeft een ongeldige waarde\. Nodig: een adres dat met https:\/\/ begint/,
    );
  });

  test.each(['https://waakhond.example/1', 'http://127.0.0.1:9/1', 'http://localhost:9/1', 'http://[::1]:9/1'])(
    'WAAKHOND_URL may be %s',
    (waarde) => {
      expect(leesConfig({ WAAKHOND_URL: waarde }).waakhondUrl).toBe(waarde);
    },
  );

  test('all that is wrong is told at once, a line each', () => {
    const regels = bezwaar({ PORT: 'web', OPSLAG: 'mysql', API_SLEUTEL: 'x', LOG_LEVEL: 'luid' }).split('\n');
    expect(regels.map((regel) => regel.split(' ')[0])).toEqual(['API_SLEUTEL', 'PORT', 'OPSLAG', 'LOG_LEVEL']);
  });
});

describe('a name that does not exist', () => {
  test.each([
    'MicrosoftAppID',
    'MicrosoftAppPasword',
    'COSMOS_KEY',
    'SQLITE_FILE',
    'ADRESBOEK_',
    'BELEID_FILE',
    'API_SLEUTEL',
    'KLOK_SNELHEID',
    'RONDE_MINUTEN',
    'TOEGESTANE_TENANT',
    'OPSLAG_SOORT',
    'INHOUD_SLEUTEL',
    'PUBLIEK_URL',
  ])('%s is not ignored in silence, and its value, maybe a secret, is not shown', (naam) => {
    const tekst = bezwaar({ [naam]: 'geheim' });
    expect(tekst).toContain(`${naam} bestaat niet als variabele`);
    expect(tekst).toContain('.env.example');
    expect(tekst).not.toContain('geheim');
  });
});

describe('what does not go together', () => {
  const { MicrosoftAppPassword: _wachtwoord, ...zonderWachtwoord } = BOT;
  const { MicrosoftAppType: _type, ...zonderType } = BOT;
  const { MicrosoftAppTenantId: _tenant, ...zonderTenant } = BOT;
  test.each<[string, Env, string]>([
    ['production without MicrosoftAppId', { NODE_ENV: 'production' }, 'MicrosoftAppId is niet ingesteld'],
    ['production without a key', { ...BOT, NODE_ENV: 'production' }, 'INHOUD_SLEUTELS is niet ingesteld'],
    ['an app id without a type', zonderType, 'MicrosoftAppType is niet ingesteld'],
    ['an app id without a tenant', zonderTenant, 'MicrosoftAppTenantId is niet ingesteld'],
    ['SingleTenant without a password', zonderWachtwoord, 'MicrosoftAppPassword is niet ingesteld'],
    ['another address without MicrosoftAppId', { HOST: '0.0.0.0' }, "HOST is '0.0.0.0'"],
    ['an address of this machine that others reach', { HOST: '192.168.1.5' }, "HOST is '192.168.1.5'"],
    [
      'a virtual clock with an app id',
      { ...BOT, KLOK_START: '2026-11-23T09:00:00Z' },
      "KLOK_START is '2026-11-23T09:00:00Z'",
    ],
    [
      'a dossier over an open line with an app id',
      { ...BOT, PUBLIEK_ADRES: 'http://zicht.voorbeeld.example' },
      "PUBLIEK_ADRES is 'http://zicht.voorbeeld.example'",
    ],
    ['another tempo with an app id', { ...BOT, KLOK_TEMPO: '60' }, "KLOK_TEMPO is '60'"],
    ['Cosmos DB without an endpoint', { OPSLAG: 'cosmos' }, 'COSMOS_ENDPOINT is niet ingesteld'],
    ['Entra ID for the API without a tenant', { API_AUDIENCE: 'api://x' }, 'MicrosoftAppTenantId is niet ingesteld'],
  ])('%s', (_naam, env, begin) => {
    const tekst = bezwaar(env);
    expect(tekst.startsWith(`${begin}. Nodig: `)).toBe(true);
    expect(tekst).not.toContain('geheim');
  });

  test.each(['127.0.0.1', 'localhost', '::1'])('%s is allowed without MicrosoftAppId', (host) => {
    expect(leesConfig({ HOST: host }).host).toBe(host);
  });

  test('the tempo of real time with an app id is no virtual clock', () => {
    expect(leesConfig({ ...BOT, KLOK_TEMPO: '1' }).klok).toBeUndefined();
  });
});

describe('.env.example', () => {
  const regels = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
  const namen = regels.flatMap((regel) => /^(\w+)=/.exec(regel)?.[1] ?? []);

  test('lists exactly the variables there are', () => {
    expect(namen.toSorted()).toEqual(Object.keys(VARIABELEN).toSorted());
  });

  test.each(namen)('%s has its reason above it', (naam) => {
    const erboven = regels[regels.findIndex((regel) => regel.startsWith(`${naam}=`)) - 1] ?? '';
    expect(erboven).toMatch(/^#\s+\S.{20,}/);
  });

  test('a copy of it starts as if nothing was set', () => {
    expect(leesConfig(parseEnv(regels.join('\n')) as Env)).toEqual(STANDAARD);
  });
});
