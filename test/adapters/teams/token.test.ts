/** Tokens as the Bot Framework makes them, with a key and an OpenID provider of our own, over real HTTP. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { isLoopback, type Registratie } from '../../../src/adapters/teams/authenticatie.ts';
import { ANNA, bericht, HULP, stuur, TENANT, type Activiteit } from '../../steun/teams.ts';
import { stelOp, type Opstelling } from './opstelling.ts';

const APP = '9f1c0f7e-0000-4000-8000-000000000001';
/** Long enough for a busy machine to answer, short enough to wait for once. */
const TIMEOUT_MS = 1_500;
const UITGEVER = 'https://api.botframework.com';
const bot: Registratie = { appId: APP, type: 'SingleTenant', wachtwoord: 'geheim', tenant: TENANT };

type Sleutel = Awaited<ReturnType<typeof generateKeyPair>>;
let sleutel: Sleutel;
let andere: Sleutel;
let opstelling: Opstelling;
let dienst: string;
let stopAanbieder: () => Promise<void>;
/** How the bot gets its outbound token; MSAL itself refuses authorities without TLS. */
let tokenOphalen: () => Promise<string>;

class EigenTokens extends ConfigurationServiceClientCredentialFactory {
  constructor() {
    super({
      MicrosoftAppId: APP,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppPassword: 'geheim',
      MicrosoftAppTenantId: TENANT,
    });
  }
  override async createCredentials(): ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']> {
    return {
      signRequest: async (verzoek) => {
        verzoek.headers.set('authorization', `Bearer ${await tokenOphalen()}`);
        return verzoek;
      },
    };
  }
}

async function startAanbieder(): Promise<string> {
  const keys = [
    { ...(await exportJWK(sleutel.publicKey)), kid: 'teams', endorsements: ['msteams'] },
    { ...(await exportJWK(sleutel.publicKey)), kid: 'webchat', endorsements: ['webchat'] },
  ];
  const server = createServer((verzoek, antwoord) => {
    antwoord.setHeader('content-type', 'application/json');
    antwoord.end(JSON.stringify(verzoek.url === '/keys' ? { keys } : { issuer: UITGEVER, jwks_uri: `${basis}/keys` }));
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const basis = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stopAanbieder = () => new Promise((klaar) => server.close(() => klaar()));
  return basis;
}

beforeAll(async () => {
  // The SDK writes why it refuses to the console.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  sleutel = await generateKeyPair('RS256', { extractable: true });
  andere = await generateKeyPair('RS256');
  const basis = await startAanbieder();
  opstelling = await stelOp({
    bot,
    timeoutMs: TIMEOUT_MS,
    tokens: new EigenTokens(),
    vertrouwt: isLoopback,
    eindpunten: {
      ValidateAuthority: false,
      ToChannelFromBotLoginUrl: basis,
      ToChannelFromBotOAuthScope: UITGEVER,
      ToBotFromChannelTokenIssuer: UITGEVER,
      OAuthUrl: basis,
      ToBotFromChannelOpenIdMetadataUrl: `${basis}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${basis}/openid`,
      CallerId: 'urn:botframework:azure',
    },
  });
  dienst = opstelling.connector.serviceUrl;
});
afterAll(async () => {
  await opstelling.stop();
  await stopAanbieder();
  vi.restoreAllMocks();
});
beforeEach(() => {
  opstelling.gesprek.gezegd.length = 0;
  opstelling.adressen.bekend.clear();
  opstelling.connector.wis();
  tokenOphalen = async () => 'uitgaand';
});

interface Wijziging {
  claims?: Record<string, unknown>;
  kop?: { alg?: string; kid?: string };
  met?: Sleutel['privateKey'] | Uint8Array;
}

const nu = (): number => Math.floor(Date.now() / 1000);

async function token({ claims = {}, kop = {}, met = sleutel.privateKey }: Wijziging = {}): Promise<string> {
  const inhoud = { iss: UITGEVER, aud: APP, serviceurl: dienst, nbf: nu() - 60, exp: nu() + 3600, ...claims };
  const gekozen = Object.fromEntries(Object.entries(inhoud).filter(([, waarde]) => waarde !== undefined));
  return `Bearer ${await new SignJWT(gekozen).setProtectedHeader({ alg: 'RS256', kid: 'teams', ...kop }).sign(met)}`;
}

describe('let in', () => {
  test('a valid token, and the answer carries the bot’s own', async () => {
    expect((await stuur(opstelling.url, bericht(dienst, 'help'), await token())).status).toBe(200);
    expect(opstelling.gesprek.gezegd).toMatchObject([{ tekst: 'help' }]);
    expect(opstelling.connector.aanroepen.map(({ kop }) => kop.authorization)).toEqual(['Bearer uitgaand']);
  });
});

/** What came of an activity: the answer, and how much was done with it. */
async function gevolg(inhoud: unknown, kop?: string): Promise<object> {
  const { status, tekst } = await stuur(opstelling.url, inhoud, kop);
  const { gesprek, adressen, connector } = opstelling;
  return { status, tekst, gedaan: gesprek.gezegd.length + adressen.bekend.size + connector.aanroepen.length };
}
const geweigerd = (status: number): object => ({ status, tekst: '', gedaan: 0 });

describe('401, and nothing is done', () => {
  test.each([undefined, '', 'Bearer', 'Bearer x.y.z', 'Bearer a b', 'Basic YTpi', 'x'.repeat(5_000)])(
    'for the header %j',
    async (kop) => expect(await gevolg(bericht(dienst, 'help'), kop)).toEqual(geweigerd(401)),
  );

  test.each<[string, () => Wijziging]>([
    ['another bot', () => ({ claims: { aud: 'bbbbbbbb-0000-4000-8000-000000000001' } })],
    ['another issuer', () => ({ claims: { iss: 'https://kwaad.example' } })],
    [
      'the issuer of the bot’s own tokens',
      () => ({ claims: { iss: `https://sts.windows.net/${TENANT}/`, ver: '1.0', appid: APP } }),
    ],
    ['another key', () => ({ met: andere.privateKey })],
    ['an unknown key', () => ({ kop: { kid: 'onbekend' } })],
    ['a key for another channel', () => ({ kop: { kid: 'webchat' } })],
    ['the past', () => ({ claims: { exp: nu() - 600 } })],
    ['the future', () => ({ claims: { nbf: nu() + 3600 } })],
    ['ever', () => ({ claims: { exp: undefined } })],
    ['another serviceUrl', () => ({ claims: { serviceurl: 'https://smba.trafficmanager.net/emea/' } })],
    ['HS256', () => ({ kop: { alg: 'HS256' }, met: new TextEncoder().encode('x'.repeat(32)) })],
  ])('for a token for %s', async (_wat, wijziging) =>
    expect(await gevolg(bericht(dienst, 'help'), await token(wijziging()))).toEqual(geweigerd(401)),
  );

  test('for a token without a signature', async () => {
    const inhoud = { iss: UITGEVER, aud: APP, serviceurl: dienst, exp: nu() + 3600 };
    const kop = `Bearer ${new UnsecuredJWT(inhoud).encode()}`;
    expect(await gevolg(bericht(dienst, 'help'), kop)).toEqual(geweigerd(401));
  });

  test.each<Activiteit>([
    { serviceUrl: undefined },
    { serviceUrl: 7 },
    { channelId: 'AseChannel' },
    { channelId: 'emulator' },
    { channelId: undefined },
  ])('for a valid token with %j', async (extra) =>
    expect(await gevolg(bericht(dienst, 'help', extra), await token())).toEqual(geweigerd(401)),
  );
});

describe('403, and nothing is done', () => {
  const vreemd = 'ffffffff-0000-4000-8000-000000000000';
  test.each<[string, Activiteit]>([
    ['another tenant', { channelData: { tenant: { id: vreemd } } }],
    [
      'a conversation of another tenant',
      { conversation: { id: 'a:1', conversationType: 'personal', tenantId: vreemd } },
    ],
    ['a guest from another tenant', { from: { ...ANNA, tenantId: vreemd } }],
    ['no tenant', { channelData: {} }],
    ['no person', { from: { id: ANNA.id } }],
    [
      'another tenant that was added to',
      { type: 'installationUpdate', action: 'add', channelData: { tenant: { id: vreemd } } },
    ],
  ])('for %s', async (_wat, extra) =>
    expect(await gevolg(bericht(dienst, 'help', extra), await token())).toEqual(geweigerd(403)),
  );
});

describe('the bot’s own token', () => {
  const stuurHulp = () =>
    opstelling.postbode.bezorg({ adres: { persoon: ANNA.aadObjectId.toLowerCase() }, bericht: HULP });
  beforeEach(async () => {
    await stuur(opstelling.url, bericht(dienst, 'help'), await token());
    opstelling.connector.wis();
  });

  test('goes with every call', async () => {
    expect(await stuurHulp()).toMatchObject({ uitkomst: 'bezorgd' });
    expect(opstelling.connector.aanroepen[0]?.kop.authorization).toBe('Bearer uitgaand');
  });

  test('that cannot be had is no uncertainty: nothing was sent', async () => {
    tokenOphalen = () => Promise.reject(new Error('AADSTS7000215'));
    expect(await stuurHulp()).toEqual({ uitkomst: 'mislukt', code: 'niet-verzonden', blijvend: false });
    expect(opstelling.connector.aanroepen).toEqual([]);
  });

  test('that comes too late is not used any more', async () => {
    let geef = (_token: string): void => {};
    tokenOphalen = () => new Promise((klaar) => (geef = klaar));
    const begin = performance.now();
    expect(await stuurHulp()).toEqual({ uitkomst: 'mislukt', code: 'token-timeout', blijvend: false });
    expect(performance.now() - begin).toBeGreaterThanOrEqual(TIMEOUT_MS - 20);
    geef('te-laat');
    // A round trip in which a call with the late token would have arrived.
    await fetch(`${dienst}/v3/conversations`);
    expect(opstelling.connector.aanroepen.map(({ methode }) => methode)).toEqual(['GET']);
  });
});
