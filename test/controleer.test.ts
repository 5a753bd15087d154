/** `npm run controleer` as an operator runs it: a process of its own beside a server that keeps running. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KOUD, NAAR_TEAM, NUMMER, startToepassing, SYSTEEM, YOUSSEF, type Opstelling } from './steun/toepassing.ts';
import { bouw } from './steun/bouw.ts';
import { GEDULD_MS } from './steun/kinderen.ts';

const sleutel = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const [OUD, NIEUW] = [sleutel('oud'), sleutel('nieuw')];

let map: string;
let bestand: string;
let programma: string;
let op: Opstelling;
beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'controleer-'));
  bestand = join(map, 'opslag.db');
  programma = join(await bouw(), 'src/controleer.js');
  op = await startToepassing({ env: { SQLITE_BESTAND: bestand, INHOUD_SLEUTELS: OUD } });
  await op.registreer(SYSTEEM);
  await op.doe(YOUSSEF, NAAR_TEAM);
  await op.doe(YOUSSEF, KOUD);
});
afterAll(async () => {
  await op.stop();
  await rm(map, { recursive: true, force: true });
});

interface Afloop {
  code: unknown;
  uit: string;
  fout: string;
}

const draai = (argumenten: string[] = [], env: Record<string, string> = {}): Promise<Afloop> =>
  new Promise((klaar) => {
    const eigen = { PATH: process.env['PATH'], SQLITE_BESTAND: bestand, INHOUD_SLEUTELS: OUD, ...env };
    const opties = { env: eigen, timeout: GEDULD_MS };
    execFile(process.execPath, [programma, ...argumenten], opties, (fout, uit, stderr) =>
      klaar({ code: fout ? fout.code : 0, uit, fout: stderr }),
    );
  });

describe('npm run controleer', () => {
  test('with all in order counts what it saw and ends with 0', async () => {
    const [casus, register] = await Promise.all([op.document(), op.document('~beheer')]);
    const aantal = (casus?.journaal.length ?? 0) + (register?.journaal.length ?? 0);
    expect(await draai()).toEqual({
      code: 0,
      uit: `Gecontroleerd: 1 casus, 1 register van de bot zelf, ${aantal} gebeurtenissen, 1 keer inhoud.\nDe ketens kloppen.\n`,
      fout: '',
    });
  });

  test('makes an anchor where it is asked to, and says to keep it elsewhere', async () => {
    const pad = join(map, 'anker');
    const eerste = await draai(['--anker', pad]);
    expect(eerste).toMatchObject({ code: 0, uit: expect.stringContaining(`Het staat nu in ${pad}; bewaar het waar`) });
    expect((await draai(['--anker', pad])).uit).toMatch(/De ketens kloppen\.\n$/);
  });

  test('says how much is under another key than the first; --hersleutel puts it there while the server runs', async () => {
    const beide = { INHOUD_SLEUTELS: `${NIEUW},${OUD}` };
    expect((await draai([], beide)).uit).toContain('Inhoud onder een oude sleutel of in een oude vorm: 1.');
    expect(await draai(['--hersleutel'], beide)).toMatchObject({
      code: 0,
      uit: 'Opnieuw versleuteld: 1 keer inhoud.\n',
    });
    const zonder = await draai();
    expect(zonder).toMatchObject({ code: 1, uit: expect.stringContaining('Inhoud waarvan de sleutel ontbreekt: 1.') });
    expect((await draai(['--hersleutel'], { INHOUD_SLEUTELS: `${OUD},${NIEUW}` })).code).toBe(0);
  });

  test('with a changed event names the casus and the event, and ends with 1', async () => {
    const db = new Database(bestand);
    const { document } = db.prepare('SELECT document FROM casus WHERE id = ?').get(NUMMER) as { document: string };
    const zet = (tekst: string) => db.prepare('UPDATE casus SET document = ? WHERE id = ?').run(tekst, NUMMER);
    zet(document.replace('"besluit":"lokale-toegang"', '"besluit":"clientsysteem"'));
    const { code, uit } = await draai();
    zet(document);
    db.close();
    expect(uit).toContain(`${NUMMER}: gebeurtenis 2 is gewijzigd, of hoort niet achter gebeurtenis 1.\n`);
    expect(uit).toContain('Wat niet klopt: 1.');
    expect(code).toBe(1);
    expect((await draai()).code).toBe(0);
  });

  test.each<[string, string[], Record<string, string>, number, string]>([
    ['a wrong environment', [], { OPSLAG: 'mysql' }, 78, "OPSLAG is 'mysql'"],
    ['an unknown option', ['--repareer'], {}, 64, 'Gebruik: npm run controleer'],
    ['a key to write under that is not there', ['--hersleutel'], { INHOUD_SLEUTELS: '' }, 78, 'Er is geen sleutel'],
    ['a file that is no anchor', ['--anker', import.meta.filename], {}, 78, 'dit is geen anker'],
    ['a store that cannot be opened', [], { SQLITE_BESTAND: tmpdir() }, 1, 'kan niet worden geopend'],
  ])('with %s says so and ends with its own code', async (_naam, argumenten, env, verwacht, tekst) => {
    const { code, fout } = await draai(argumenten, env);
    expect(fout).toContain(tekst);
    expect(fout).not.toContain('    at ');
    expect(code).toBe(verwacht);
  });
});
