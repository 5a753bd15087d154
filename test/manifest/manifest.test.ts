import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { leesBestanden, maakPakket } from '../../manifest/pakket.ts';
import { instant } from '../../src/kern/tijd/werkdagen.ts';
import { begrijp } from '../../src/toepassing/gesprek/vraag.ts';
import { bouw } from '../steun/bouw.ts';
import { GEDULD_MS } from '../steun/kinderen.ts';

const MAP = join(import.meta.dirname, '../../manifest');
const BOT = '8f14e45f-ceea-467f-a0e6-5d3b2c1a9f00';
const WAARDEN = { MicrosoftAppId: BOT, APP_WEBSITE: 'https://bot.gemeente.example' };

interface Manifest {
  [veld: string]: unknown;
  bots: {
    botId: string;
    scopes: string[];
    commandLists: { scopes: string[]; commands: { title: string; description: string }[] }[];
  }[];
  icons: { color: string; outline: string };
}
const bron = (): Map<string, Uint8Array> => new Map(leesBestanden(MAP));
const manifest = (): Manifest => JSON.parse(readFileSync(join(MAP, 'manifest.json'), 'utf8')) as Manifest;

/** The errors of the app after a change to its manifest, or to its files. */
function fouten(breek: (manifest: Manifest, bestanden: Map<string, Uint8Array>) => void, waarden = WAARDEN): string[] {
  const bestanden = bron();
  const heel = bestanden.get('manifest.json');
  const anders = manifest();
  breek(anders, bestanden);
  // A change to the file itself goes before one to what stands in it.
  if (bestanden.get('manifest.json') === heel) bestanden.set('manifest.json', strToU8(JSON.stringify(anders)));
  const pakket = maakPakket(bestanden, waarden);
  return 'fouten' in pakket ? pakket.fouten : [];
}

describe('the Teams app', () => {
  it('is in order, and its zip holds the filled manifest, icons and languages', () => {
    const pakket = maakPakket(bron(), WAARDEN);
    if ('fouten' in pakket) throw new Error(pakket.fouten.join('\n'));
    expect(pakket.proef).toEqual([]);
    const inhoud = unzipSync(pakket.zip);
    expect(Object.keys(inhoud).toSorted()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    const gevuld = JSON.parse(strFromU8(inhoud['manifest.json'] ?? new Uint8Array())) as Manifest;
    expect(gevuld).toMatchObject({
      manifestVersion: '1.25',
      supportsChannelFeatures: 'tier1',
      developer: { privacyUrl: 'https://bot.gemeente.example/privacy' },
      localizationInfo: { defaultLanguageTag: 'nl', additionalLanguages: [{ languageTag: 'en' }] },
      bots: [{ botId: BOT, scopes: ['personal', 'team', 'groupChat'] }],
      webApplicationInfo: { id: BOT },
      validDomains: [],
    });
  });

  it('asks for the members of teams, channels and chats, and never for their messages', () => {
    expect(manifest()['authorization']).toEqual({
      permissions: {
        resourceSpecific: ['TeamMember.Read.Group', 'ChannelMember.Read.Group', 'ChatMember.Read.Chat'].map((name) => ({
          name,
          type: 'Application',
        })),
      },
    });
  });

  it('without settings is for a trial, and says which are missing', () => {
    expect(maakPakket(bron(), {})).toMatchObject({ proef: ['MicrosoftAppId', 'APP_WEBSITE'] });
  });

  it('is the same zip for the same input', () => {
    expect(maakPakket(bron(), WAARDEN)).toEqual(maakPakket(bron(), WAARDEN));
  });
});

describe('the commands that Teams offers are those the bot understands', () => {
  const nu = instant('2026-11-24T10:15:00+01:00');
  const lijsten = manifest().bots[0]?.commandLists ?? [];
  const VERVOLG: Record<string, string> = {
    'wie is verantwoordelijk voor casus': ' VT-2026-0001',
    status: ' VT-2026-0001',
    tijdlijn: ' VT-2026-0001',
    overdragen: ' VT-2026-0001',
    dossier: ' VT-2026-0001',
    koppel: ' veilig-thuis',
    uitleg: ' wachtlijst',
  };
  const SOORT: Record<string, string> = {
    'wie is verantwoordelijk voor casus': 'verantwoordelijk',
    'te laat': 'te-laat',
    'nieuwe casus': 'nieuwe-casus',
    'mijn gegevens': 'mijn-gegevens',
  };
  const titels = lijsten.flatMap(({ commands }) => commands.map(({ title }) => title));

  it.each([...new Set(titels)])('%s', (titel) => {
    expect(begrijp(titel + (VERVOLG[titel] ?? ''), nu)).toMatchObject({ soort: SOORT[titel] ?? titel });
  });

  it('in every scope, and help always among them', () => {
    expect(lijsten.flatMap(({ scopes }) => scopes).toSorted()).toEqual(['groupChat', 'personal', 'team']);
    for (const { commands } of lijsten) expect(commands.map(({ title }) => title)).toContain('help');
  });

  it('those of contract.md §4 are all there', () => {
    const nodig = ['wie is verantwoordelijk voor casus', 'status', 'tijdlijn', 'openstaand', 'te laat', 'nieuwe casus'];
    expect(titels).toEqual(
      expect.arrayContaining([...nodig, 'overdragen', 'help', 'koppel', 'ontkoppel', 'adresboek', 'uitleg']),
    );
  });
});

const png = (naam: string): Uint8Array => new Uint8Array(readFileSync(join(MAP, naam)));
const lijst = ({ bots }: Manifest) => {
  const eerste = bots[0]?.commandLists[0];
  if (!eerste) throw new Error('geen opdrachten');
  return eerste;
};
function taal(bestanden: Map<string, Uint8Array>, wijzig: (teksten: Record<string, string>) => void): void {
  const teksten = JSON.parse(strFromU8(bestanden.get('en.json') ?? new Uint8Array())) as Record<string, string>;
  wijzig(teksten);
  bestanden.set('en.json', strToU8(JSON.stringify(teksten)));
}

describe('an app that is not in order is refused, in Dutch and with the place', () => {
  it('control: unchanged it is in order', () => {
    expect(fouten(() => undefined)).toEqual([]);
  });

  it.each<[string, RegExp, (m: Manifest, b: Map<string, Uint8Array>) => void]>([
    ['a version of two numbers', /versie '1\.0' klopt niet/, (m) => (m['version'] = '1.0')],
    ['a version with a word', /versie '1\.0\.0-beta' klopt niet/, (m) => (m['version'] = '1.0.0-beta')],
    ['an unknown property', /past niet in het schema.*\(kleur\)/, (m) => (m['kleur'] = 'rood')],
    ['a name that is too long', /\/name\/short past niet/, (m) => (m['name'] = { short: 'x'.repeat(31) })],
    ['an app id that is no GUID', /\/id past niet/, (m) => (m['id'] = 'mijn-app')],
    ['a placeholder nobody knows', /\$\{\{HOST\}\} is niet ingevuld/, (m) => (m['packageName'] = '${{HOST}}')],
    [
      'a missing icon',
      /color\.png: dit bestand staat in het manifest, maar is er niet/,
      (_m, b) => b.delete('color.png'),
    ],
    [
      'a missing language',
      /fr\.json: dit bestand staat/,
      (m) =>
        (m['localizationInfo'] = {
          defaultLanguageTag: 'nl',
          additionalLanguages: [{ languageTag: 'fr', file: 'fr.json' }],
        }),
    ],
    ['no language at all', /localizationInfo ontbreekt/, (m) => delete m['localizationInfo']],
    [
      'an icon of the wrong size',
      /color\.png: is 32×32 pixels; het moet 192×192/,
      (_m, b) => b.set('color.png', png('outline.png')),
    ],
    ['an icon that is no picture', /outline\.png: dit is geen PNG/, (_m, b) => b.set('outline.png', strToU8('<svg/>'))],
    [
      'an outline that is not transparent',
      /outline\.png: de achtergrond moet doorzichtig/,
      (_m, b) => b.set('outline.png', png('color.png')),
    ],
    [
      'an outline that is damaged',
      /outline\.png: dit plaatje is beschadigd/,
      (_m, b) => b.set('outline.png', png('outline.png').fill(0, 45)),
    ],
    [
      'thirteen commands',
      /past niet in het schema/,
      (m) => {
        lijst(m).commands = Array.from({ length: 13 }, (_, nr) => ({ title: `vraag ${nr}`, description: 'x' }));
      },
    ],
    [
      'a command twice',
      /staat er dubbel in/,
      (m) => lijst(m).commands.splice(0, 1, { title: 'HELP', description: 'x' }),
    ],
    ['a scope in two lists', /een scope staat in twee lijsten/, (m) => lijst(m).scopes.push('team')],
    [
      'a translation that lacks a text',
      /en\.json: bots\[0\]\.commandLists\[0\]\.commands\[3\]\.description ontbreekt/,
      (_m, b) => taal(b, (teksten) => delete teksten['bots[0].commandLists[0].commands[3].description']),
    ],
    [
      'a translation of a command that is gone',
      /en\.json: bots\[0\]\.commandLists\[2\].*staat niet in het manifest/,
      (_m, b) => taal(b, (teksten) => (teksten['bots[0].commandLists[2].commands[0].description'] = 'x')),
    ],
    [
      'a translation with a misspelt key',
      /en\.json.*naam\.kort/,
      (_m, b) => taal(b, (teksten) => (teksten['naam.kort'] = 'x')),
    ],
    ['a translation that is no JSON', /en\.json: dit is geen geldige JSON/, (_m, b) => b.set('en.json', strToU8('{'))],
    [
      'a manifest that is no JSON',
      /manifest\.json: dit is geen geldige JSON/,
      (_m, b) => b.set('manifest.json', strToU8('geen')),
    ],
    ['no manifest', /manifest\.json: dit bestand is er niet/, (_m, b) => b.delete('manifest.json')],
  ])('%s', (_naam, verwacht, breek) => {
    expect(fouten(breek).join('\n')).toMatch(verwacht);
  });

  it.each([
    [{ ...WAARDEN, MicrosoftAppId: 'geen-guid' }, /MicrosoftAppId: 'geen-guid' klopt niet/],
    [{ ...WAARDEN, APP_WEBSITE: 'http://bot.example' }, /APP_WEBSITE: 'http:\/\/bot\.example' klopt niet/],
    [{ ...WAARDEN, APP_WEBSITE: 'https://bot.example/","x":"' }, /APP_WEBSITE: .* klopt niet/],
  ])('settings %o', (waarden, verwacht) => {
    expect(fouten(() => undefined, waarden).join('\n')).toMatch(verwacht);
  });
});

describe('npm run manifest', () => {
  let programma: string;
  beforeAll(async () => {
    programma = join(await bouw(), 'manifest/maak.js');
  });

  const draai = (map: string) =>
    spawnSync(process.execPath, [programma, map], {
      encoding: 'utf8',
      timeout: GEDULD_MS,
      killSignal: 'SIGKILL',
      env: { ...process.env, ...WAARDEN },
    });
  const kopie = (): string => {
    const map = mkdtempSync(join(tmpdir(), 'manifest-'));
    for (const naam of ['manifest.json', 'en.json', 'color.png', 'outline.png'])
      cpSync(join(MAP, naam), join(map, naam));
    return map;
  };

  it('writes the zip and ends well', () => {
    const map = kopie();
    const { status, stdout } = draai(map);
    expect(stdout).toMatch(/De Teams-app is in orde/);
    expect(status).toBe(0);
    expect(existsSync(join(map, 'build/zicht-op-veiligheid.zip'))).toBe(true);
    rmSync(map, { recursive: true });
  });

  it('writes no zip and ends with 1 when something is wrong', () => {
    const map = kopie();
    writeFileSync(join(map, 'manifest.json'), '{}');
    const { status, stderr } = draai(map);
    expect(stderr).toMatch(/De Teams-app is niet in orde\. Er is geen zip gemaakt\.\n {2}- manifest\.json/);
    expect(status).toBe(1);
    expect(existsSync(join(map, 'build'))).toBe(false);
    rmSync(map, { recursive: true });
  });
});
