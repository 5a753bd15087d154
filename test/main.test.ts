import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openSqlite } from '../src/adapters/opslag/sqlite.ts';
import { bouw } from './steun/bouw.ts';
import { bewaak } from './steun/kinderen.ts';
import { ADRESBOEK, API_SLEUTELS, melding, SLEUTEL } from './steun/toepassing.ts';

let map: string;
let gebouwd: string;
beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'main-'));
  gebouwd = await bouw();
});
afterAll(() => rm(map, { recursive: true, force: true }));

interface Proces {
  kind: ChildProcess;
  /** What it wrote so far. */
  uit: string[];
  fout: string[];
  /** Its exit code; `null` when a signal ended it. */
  klaar: Promise<number | null>;
}

/** Well within the time of a test, so that it says what it waited for. */
const STARTTIJD_MS = 20_000;

const levend = new Set<ChildProcess>();
afterEach(() => {
  for (const kind of levend) kind.kill('SIGKILL');
});

/** The real program, with nothing but these variables of its own. */
function begin(env: Record<string, string>): Proces {
  const kind = spawn(process.execPath, [join(gebouwd, 'src/main.js')], {
    env: { PATH: process.env['PATH'], PORT: '0', SQLITE_BESTAND: join(map, 'opslag.db'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  bewaak(kind);
  levend.add(kind);
  const proces: Proces = {
    kind,
    uit: [],
    fout: [],
    klaar: once(kind, 'close').then(([code]) => {
      levend.delete(kind);
      return code as number | null;
    }),
  };
  kind.stdout.on('data', (deel: Buffer) => proces.uit.push(deel.toString()));
  kind.stderr.on('data', (deel: Buffer) => proces.fout.push(deel.toString()));
  return proces;
}

/** Runs until it stops by itself. */
async function draai(env: Record<string, string>): Promise<{ code: number | null; fout: string; uit: string }> {
  const proces = begin(env);
  const code = await proces.klaar;
  return { code, fout: proces.fout.join(''), uit: proces.uit.join('') };
}

/** Resolves with its address when it says that it has started; rejects with what it said when it stops instead. */
async function gestart(proces: Proces): Promise<string> {
  const { stdout } = proces.kind;
  if (!stdout) throw new Error('geen uitvoer');
  const gestopt = proces.klaar.then((code) => {
    throw new Error(`gestopt met ${code}: ${proces.fout.join('')}`);
  });
  gestopt.catch(() => undefined);
  for (;;) {
    const regel = proces.uit
      .join('')
      .split('\n')
      .find((kandidaat) => kandidaat.includes('"msg":"gestart"'));
    if (regel) return (JSON.parse(regel) as { url: string }).url;
    await Promise.race([once(stdout, 'data'), gestopt]);
  }
}

const bestand = async (naam: string, inhoud: string): Promise<string> => {
  await writeFile(join(map, naam), inhoud);
  return join(map, naam);
};

describe('a start that cannot be', () => {
  test('a wrong environment is exit code 78 with what to do, and nothing else', async () => {
    const { code, fout, uit } = await draai({ PORT: 'web', API_SLEUTEL: 'geheim' });
    expect(code).toBe(78);
    expect(fout).toBe(
      'API_SLEUTEL bestaat niet als variabele. Nodig: de juiste naam uit .env.example.\n' +
        "PORT is 'web'. Nodig: een poortnummer, bijvoorbeeld 3978.\n",
    );
    expect(uit).toBe('');
  });

  test('production without MicrosoftAppId is exit code 78', async () => {
    const { code, fout } = await draai({ NODE_ENV: 'production', ADRESBOEK_BESTAND: ADRESBOEK });
    expect(code).toBe(78);
    expect(fout).toMatch(/^MicrosoftAppId is niet ingesteld\. Nodig: in productie/);
  });

  test('production without a key for the content is exit code 78, and says how to make one', async () => {
    const bot = {
      MicrosoftAppType: 'UserAssignedMsi',
      MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
      MicrosoftAppTenantId: '66666666-7777-4888-9999-aaaaaaaaaaaa',
    };
    const { code, fout } = await draai({ NODE_ENV: 'production', ADRESBOEK_BESTAND: ADRESBOEK, ...bot });
    expect(code).toBe(78);
    expect(fout).toMatch(/^INHOUD_SLEUTELS is niet ingesteld\. Nodig: .*openssl rand -base64 32/);
  });

  test('no adresboek at all is exit code 78 and names the variable', async () => {
    const { code, fout } = await draai({ SQLITE_BESTAND: join(map, 'leeg.db') });
    expect(code).toBe(78);
    expect(fout).toContain('Er is nog geen adresboek. Zet ADRESBOEK_BESTAND op het pad');
  });

  test('an adresboek that is not there is exit code 78 and names the path', async () => {
    const { code, fout } = await draai({ ADRESBOEK_BESTAND: join(map, 'weg.json') });
    expect(code).toBe(78);
    expect(fout).toContain(`${join(map, 'weg.json')} kan niet worden gelezen: ENOENT`);
  });

  test('a beleid with nonsense is exit code 78 and names the row', async () => {
    const pad = await bestand('beleid.json', '{"termijnen":{"triage":{"duur":{"werkdagen":0}}}}');
    const { code, fout } = await draai({ ADRESBOEK_BESTAND: ADRESBOEK, BELEID_BESTAND: pad });
    expect(code).toBe(78);
    expect(fout).toMatch(/^ {2}termijnen\.triage\.duur/m);
  });

  test('a store that cannot be opened is exit code 1 with the path and the variable', async () => {
    const pad = await bestand('tekst.db', 'dit is geen database'.repeat(100));
    const { code, fout } = await draai({ ADRESBOEK_BESTAND: ADRESBOEK, SQLITE_BESTAND: pad });
    expect(code).toBe(1);
    expect(fout).toContain(`SQLite-bestand ${pad} kan niet worden geopend`);
    expect(fout).toContain('SQLITE_BESTAND');
  });

  test('a port that is taken is exit code 1 with which port and what to do', async () => {
    const bezet = createServer().listen(0, '127.0.0.1');
    await once(bezet, 'listening');
    const { port } = bezet.address() as AddressInfo;
    const { code, fout } = await draai({ PORT: String(port), ADRESBOEK_BESTAND: ADRESBOEK });
    bezet.close();
    expect(code).toBe(1);
    expect(fout).toMatch(new RegExp(`^Poort ${port} op 127\\.0\\.0\\.1 is al in gebruik\\..*PORT=${port + 1}`));
    expect(fout).not.toContain('    at ');
  });

  test('a BEHEER_POORT that is taken is exit code 78 with which port and what to do', async () => {
    const bezet = createServer().listen(0, '127.0.0.1');
    await once(bezet, 'listening');
    const { port } = bezet.address() as AddressInfo;
    const { code, fout } = await draai({ BEHEER_POORT: String(port), ADRESBOEK_BESTAND: ADRESBOEK });
    bezet.close();
    expect(code).toBe(78);
    expect(fout).toMatch(new RegExp(`^Poort ${port} op 127\\.0\\.0\\.1 is al in gebruik\\..*BEHEER_POORT=${port + 1}`));
    expect(fout).not.toContain('    at ');
  });
});

describe('a start that succeeds', () => {
  test('answers, keeps what was registered over a stop by SIGTERM, and then needs no adresboek file', async () => {
    const env = { SQLITE_BESTAND: join(map, 'blijft', 'opslag.db'), API_SLEUTELS };
    const headers = { authorization: `Bearer ${SLEUTEL}`, 'content-type': 'application/json' };
    const eerste = begin({ ...env, ADRESBOEK_BESTAND: ADRESBOEK, KLOK_START: '2026-12-02T10:00:00+01:00' });
    const url = await gestart(eerste);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    // Its first round goes on beside the start: until that has ended it is not ready.
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: STARTTIJD_MS }).toBe(200);
    const body = JSON.stringify(melding());
    expect((await fetch(`${url}/api/v1/casussen`, { method: 'POST', headers, body })).status).toBe(201);
    eerste.kind.kill('SIGTERM');
    expect(await eerste.klaar).toBe(0);
    expect(eerste.fout.join('')).toBe('');
    expect(eerste.uit.join('')).toContain('"signaal":"SIGTERM","msg":"stoppen"');

    const tweede = begin({ ...env, KLOK_START: '2026-12-02T10:00:00+01:00' });
    const weer = await gestart(tweede);
    expect((await fetch(`${weer}/api/v1/casussen/VT-2026-0001`, { headers })).status).toBe(200);
    tweede.kind.kill('SIGINT');
    expect(await tweede.klaar).toBe(0);
  });

  test('without MicrosoftAppId it says that it is open, and every line of the log is JSON', async () => {
    const proces = begin({ ADRESBOEK_BESTAND: ADRESBOEK });
    const url = await gestart(proces);
    expect(new URL(url).hostname).toBe('127.0.0.1');
    proces.kind.kill('SIGTERM');
    expect(await proces.klaar).toBe(0);
    const regels = proces.uit
      .join('')
      .trim()
      .split('\n')
      .map((regel) => JSON.parse(regel) as { level: number; msg: string });
    expect(regels).toContainEqual(
      expect.objectContaining({ level: 40, msg: expect.stringContaining('geen MicrosoftAppId') }),
    );
    expect(regels).toContainEqual(
      expect.objectContaining({ level: 40, msg: expect.stringContaining('inhoud van overdrachten staat leesbaar') }),
    );
  });

  test('a second SIGTERM while it stops changes nothing', async () => {
    const proces = begin({ ADRESBOEK_BESTAND: ADRESBOEK });
    await gestart(proces);
    proces.kind.kill('SIGTERM');
    proces.kind.kill('SIGTERM');
    expect(await proces.klaar).toBe(0);
  });
});

describe('two processes on one SQLite file', () => {
  test('the second is exit code 78 with what to do; a reader may look; after kill -9 the file is free at once', async () => {
    const env = { SQLITE_BESTAND: join(map, 'samen', 'opslag.db'), ADRESBOEK_BESTAND: ADRESBOEK };
    const eerste = begin(env);
    await gestart(eerste);
    const { code, fout } = await draai(env);
    expect(code).toBe(78);
    expect(fout).toMatch(/^SQLite-bestand .*opslag\.db is al in gebruik door een ander proces van de bot\. Stop dat/);
    expect(fout).not.toContain('    at ');
    const lezer = openSqlite({ bestand: env.SQLITE_BESTAND });
    expect(await lezer.lees('VT-2026-0001')).toBeUndefined();
    await lezer.sluit();

    eerste.kind.kill('SIGKILL');
    await eerste.klaar;
    const derde = begin(env);
    await gestart(derde);
    derde.kind.kill('SIGTERM');
    expect(await derde.klaar).toBe(0);
  });
});
