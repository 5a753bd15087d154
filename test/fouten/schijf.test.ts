/** SQLite on a disk that is full or may not be written: refused with a clear error, nothing half, and on when it is over. */
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openSqlite } from '../../src/adapters/opslag/sqlite.ts';
import { leesKlikAntwoord, type KlikAntwoord } from '../scenario/kaart.ts';
import { ADRESBOEK, BEA, NOOR, NOORD, VERA } from '../scenario/mensen.ts';
import { KOUD, NAAR_LOKAAL } from '../scenario/stappen.ts';
import { startConnector, type NepConnector } from '../steun/connector.ts';
import { koppelVt, api, BASIS_ENV, geef, klik, typ, zoekKnop, type Buiten } from './steun-buiten.ts';
import { compileer, type Bewoner, type Kind, type Programma } from './steun-kind.ts';
import { bouw } from '../steun/bouw.ts';
import { GEDULD_MS } from '../steun/kinderen.ts';

/** A disk: what the system gives for temporary files may be memory, of which nothing can be fixed. */
const CACHE = fileURLToPath(new URL('../../.cache', import.meta.url));
const NU = '2026-11-23T10:00:00+01:00';
const run = promisify(execFile);

let programma: Programma;
let kind: Kind;
let map: string;
let bestand: string;
let connector: NepConnector;
let bewoner: Bewoner;
let buiten: Buiten;
let teller = 0;

beforeAll(async () => {
  await mkdir(CACHE, { recursive: true });
  map = await mkdtemp(join(CACHE, 'schijf-'));
  bestand = join(map, 'opslag.db');
  await writeFile(join(map, 'adresboek.json'), JSON.stringify(ADRESBOEK));
  programma = await compileer();
  kind = await programma.begin();
  connector = await startConnector();
  bewoner = kind.bewoner('schijf');
  const env = { ...BASIS_ENV, ADRESBOEK_BESTAND: join(map, 'adresboek.json'), SQLITE_BESTAND: bestand };
  buiten = { connector, url: await bewoner.vraag('start', { env, nu: NU }) };
  await koppelVt(buiten);
  await typ(buiten, BEA, `koppel ${NOORD}`, 'noord');
});
afterEach(() => {
  if (kanBegrenzen) begrens('unlimited');
  if (kanVastzetten) zetVast(false);
});
afterAll(async () => {
  await programma.opruimen();
  await connector.sluit();
  await rm(map, { recursive: true, force: true });
});

/** No file of the program may grow past this many bytes, as on a disk without room. */
const begrens = (bytes: number | 'unlimited'): void =>
  void execFileSync('prlimit', ['--pid', String(kind.pid), `--fsize=${bytes}:unlimited`], { timeout: GEDULD_MS });

const DELEN = ['', '-wal', '-shm'];
/** Nobody may change the files, not even root. */
const zetVast = (vast: boolean): void =>
  void execFileSync('chattr', [vast ? '+i' : '-i', ...DELEN.map((deel) => bestand + deel)], {
    stdio: 'ignore',
    timeout: GEDULD_MS,
  });

/** Only Linux can limit a process that runs already. */
const kanBegrenzen = ((): boolean => {
  try {
    execFileSync('prlimit', ['--version'], { stdio: 'ignore', timeout: GEDULD_MS });
    return true;
  } catch {
    return false;
  }
})();
/** Not every file system knows this, and nobody but root may ask for it. */
const kanVastzetten = ((): boolean => {
  mkdirSync(CACHE, { recursive: true });
  const proef = mkdtempSync(join(CACHE, 'vast-'));
  try {
    execFileSync('chattr', ['+i', proef], { stdio: 'ignore', timeout: GEDULD_MS });
    execFileSync('chattr', ['-i', proef], { stdio: 'ignore', timeout: GEDULD_MS });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(proef, { recursive: true });
  }
})();

const melding = (casusnummer: string) =>
  api(buiten, 'POST', '/api/v1/casussen', { body: { casusnummer, gemeente: 'Breda', meldingOntvangenOp: NU } });

/** A casus that waits for its team to confirm, with everything about it sent. */
async function overgedragen(): Promise<string> {
  teller += 1;
  const casusnummer = `VT-2026-${String(teller).padStart(4, '0')}`;
  expect((await melding(casusnummer)).status).toBe(201);
  for (const opdracht of [NAAR_LOKAAL, KOUD(NOORD)])
    expect((await geef(buiten, casusnummer, opdracht, String(opdracht['soort']))).status).toBe(200);
  await bewoner.vraag('bezorgd');
  return casusnummer;
}

async function ontvangen(casusnummer: string): Promise<KlikAntwoord> {
  const knop = zoekKnop(buiten, 'noord', casusnummer, 'ontvangst-bevestigen');
  const { status, body } = await klik(buiten, NOOR, knop);
  return leesKlikAntwoord(status, body);
}

async function document(casusnummer: string) {
  const [gevonden] = await bewoner.vraag('documenten', [casusnummer]);
  if (!gevonden) throw new Error(`${casusnummer} is weg`);
  return gevonden;
}

const soorten = async (casusnummer: string): Promise<string[]> =>
  (await document(casusnummer)).journaal.map(({ soort }) => soort);

/** `npm run controleer`, beside the program that runs. */
async function controleer(): Promise<string> {
  const env = { PATH: process.env['PATH'], SQLITE_BESTAND: bestand };
  return (await run(process.execPath, [join(await bouw(), 'src/controleer.js')], { env, timeout: GEDULD_MS })).stdout;
}

const GEEN_LIMIET = 'only Linux, with prlimit, can limit the files of a process that runs already';

const NIETS_VASTGELEGD =
  /^De opslag van de bot werkt nu niet\. Ga ervan uit dat dit niet is vastgelegd\. .*probeer het daarna opnieuw/;

/** The store cannot be written from here until `stop`. */
const STORINGEN: [string, boolean, { begin(): void; stop(): void }][] = [
  ['a disk without any room', kanBegrenzen, { begin: () => begrens(0), stop: () => begrens('unlimited') }],
  ['files that became read-only', kanVastzetten, { begin: () => zetVast(true), stop: () => zetVast(false) }],
];

describe.each(STORINGEN)('%s', (_naam, kan, { begin, stop }) => {
  test('a click and the API are refused, nothing is written, reading goes on, and so does all afterwards', async ({
    skip,
  }) => {
    skip(!kan, `${GEEN_LIMIET}; only root, on some file systems, can fix files`);
    const casusnummer = await overgedragen();
    const voor = await document(casusnummer);
    const gestuurd = connector.aanroepen.length;
    begin();

    for (let keer = 0; keer < 2; keer++) {
      const antwoord = await ontvangen(casusnummer);
      expect(antwoord).toMatchObject({ status: 200, soort: 'tekst' });
      expect(antwoord.tekst).toMatch(NIETS_VASTGELEGD);
    }
    for (const { status, body } of [
      await geef(buiten, casusnummer, { soort: 'intrekken', reden: 'Vergissing' }, 'vol'),
      await melding('VT-2026-0999'),
    ]) {
      expect(status).toBe(503);
      expect(body).toMatchObject({ code: 'opslag-werkt-niet', title: expect.stringContaining('niet is vastgelegd') });
    }
    const klaar = await fetch(`${buiten.url}/readyz`);
    expect(klaar.status).toBe(503);
    expect(await klaar.json()).toMatchObject({ klaar: false, redenen: ['opslag-onbereikbaar'] });
    expect((await fetch(`${buiten.url}/healthz`)).status).toBe(200);
    // A round that cannot write says so and goes on.
    await bewoner.vraag('ronde');

    expect(await document(casusnummer)).toEqual(voor);
    expect((await api(buiten, 'GET', '/api/v1/casussen/VT-2026-0999')).status).toBe(404);
    expect((await typ(buiten, VERA, `status ${casusnummer}`)).status).toBe(200);
    const naDeVraag = connector.aanroepen.slice(gestuurd);
    expect(naDeVraag.filter(({ pad }) => pad.endsWith('/activities'))).toEqual([]);
    expect(JSON.stringify(naDeVraag.at(-1)?.body)).toContain(casusnummer);

    stop();
    expect((await ontvangen(casusnummer)).soort).toBe('kaart');
    // Asked again, it would not have written for a minute: a click that is stored says so at once.
    expect((await fetch(`${buiten.url}/readyz`)).status).toBe(200);
    await bewoner.vraag('bezorgd');
    expect((await soorten(casusnummer)).filter((soort) => soort === 'ontvangst-bevestigd')).toHaveLength(1);
    expect((await document(casusnummer)).breuk).toBeUndefined();
    expect(await controleer()).toContain('De ketens kloppen.');
  });
});

test('a disk that gets full at any point of a write: before it nothing stands there, after it everything', async ({
  skip,
}) => {
  skip(!kanBegrenzen, GEEN_LIMIET);
  const casusnummer = await overgedragen();
  const voor = await document(casusnummer);
  const { size } = await stat(`${bestand}-wal`);
  const STAP = 1_500;
  let geweigerd = 0;
  for (let ruimte = 0; ; ruimte += STAP) {
    begrens(size + ruimte);
    const antwoord = await ontvangen(casusnummer);
    if (antwoord.soort === 'kaart') break;
    expect(antwoord.tekst).toMatch(NIETS_VASTGELEGD);
    expect(await document(casusnummer)).toEqual(voor);
    geweigerd += 1;
  }
  begrens('unlimited');
  // The control: it was full at more than one point.
  expect(geweigerd).toBeGreaterThan(3);
  await bewoner.vraag('bezorgd');
  const na = await document(casusnummer);
  expect(na.breuk).toBeUndefined();
  expect(na.journaal.filter(({ soort }) => soort === 'ontvangst-bevestigd')).toHaveLength(1);
  // What could not be written down of a message is told again, and says so.
  await bewoner.vraag('naar', '2026-11-23T10:30:00+01:00');
  expect((await document(casusnummer)).postvak).toEqual([]);
  expect(await controleer()).toContain('De ketens kloppen.');
});

test('a disk that gets full between posting a card and writing that down: it is posted once more, marked as a herhaling', async ({
  skip,
}) => {
  skip(!kanBegrenzen, GEEN_LIMIET);
  const casusnummer = await overgedragen();
  let laatDoor = (): void => {};
  const tot = new Promise<void>((klaar) => (laatDoor = klaar));
  const gehad = connector.aanroepen.length;
  connector.stoor({ soort: 'wacht', tot }, { keer: 1 });
  expect((await ontvangen(casusnummer)).soort).toBe('kaart');
  await connector.wachtOp(gehad + 1);
  begrens(0);
  laatDoor();
  await bewoner.vraag('bezorgd');
  begrens('unlimited');
  await bewoner.vraag('naar', '2026-11-23T11:00:00+01:00');
  const { journaal, postvak } = await document(casusnummer);
  expect(postvak).toEqual([]);
  expect(journaal.filter(({ soort }) => soort === 'ontvangst-bevestigd')).toHaveLength(1);
  const gezegd = [...connector.gesprekken.values()]
    .flat()
    .map(({ eerst }) => String(eerst['summary']))
    .filter((tekst) => tekst.includes(`Bericht over ${casusnummer}`));
  expect(gezegd).toEqual([`Bericht over ${casusnummer}`, `Herhaling: Bericht over ${casusnummer}`]);
  expect(journaal.some(({ soort }) => soort === 'bericht-onzeker')).toBe(true);
});

describe('a start on a store that may not be written', () => {
  /** Not Windows. */
  const KENT_RECHTEN = process.getuid !== undefined;
  const GEEN_RECHTEN = 'rights do not hold here, and only root, on some file systems, can fix files';
  // Rights do not hold for root.
  const isRoot = process.getuid?.() === 0;
  const zetDicht = (pad: string, dicht: boolean): void =>
    isRoot
      ? void execFileSync('chattr', [dicht ? '+i' : '-i', pad], { stdio: 'ignore', timeout: GEDULD_MS })
      : chmodSync(pad, dicht ? 0o555 : 0o755);

  test.for([
    ['the file', (pad: string) => pad],
    ['the folder', (pad: string) => dirname(pad)],
  ] as const)('%s: an error in Dutch with the path and what to do, and nothing else', async ([, wat], { skip }) => {
    skip(!(isRoot ? kanVastzetten : KENT_RECHTEN), GEEN_RECHTEN);
    const eigen = await mkdtemp(join(map, 'start-'));
    const pad = join(eigen, 'start.db');
    await openSqlite({ bestand: pad }).sluit();
    zetDicht(wat(pad), true);
    try {
      const env = { PATH: process.env['PATH'], SQLITE_BESTAND: pad, PORT: '0' };
      const afloop: unknown = await run(process.execPath, [join(await bouw(), 'src/main.js')], {
        env,
        timeout: GEDULD_MS,
      }).catch((fout: unknown) => fout);
      expect(afloop).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(
          /^SQLite-bestand \S+start\.db kan niet worden geopend of beschreven: .*dat dit proces in de map mag schrijven/,
        ),
      });
    } finally {
      zetDicht(wat(pad), false);
    }
  });
});
