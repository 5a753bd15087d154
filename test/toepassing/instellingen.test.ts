import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqlite } from '../../src/adapters/opslag/sqlite.ts';
import { STANDAARD_BELEID } from '../../src/kern/beleid.ts';
import { BestandFout, laadAdresboek, laadRegels } from '../../src/toepassing/instellingen.ts';
import type { Opslag } from '../../src/toepassing/poorten.ts';
import { ADRESBOEK, startToepassing } from '../steun/toepassing.ts';

type Json = Record<string, unknown>;

let map: string;
let opslag: Opslag;
beforeEach(async () => {
  map = await mkdtemp(join(tmpdir(), 'instellingen-'));
  opslag = openSqlite({ bestand: ':memory:' });
});
afterEach(async () => {
  await opslag.sluit();
  await rm(map, { recursive: true, force: true });
});

async function bestand(inhoud: unknown): Promise<string> {
  const pad = join(map, 'bestand.json');
  await writeFile(pad, typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud));
  return pad;
}

/** The text of the refusal; empty when there was none. */
const bezwaar = (werk: Promise<unknown>): Promise<string> =>
  werk.then(
    () => '',
    (fout: unknown) => (fout instanceof BestandFout ? fout.message : `geen BestandFout: ${String(fout)}`),
  );

describe('the adresboek in force', () => {
  const boek = async (bijgewerktOp: string, naam: string): Promise<string> => {
    const gegevens = JSON.parse(await readFile(ADRESBOEK, 'utf8')) as { veiligThuis: Json };
    return bestand({ ...gegevens, bijgewerktOp, veiligThuis: { ...gegevens.veiligThuis, naam } });
  };
  const naamVan = async (pad: string | undefined): Promise<string> =>
    (await laadAdresboek(opslag, pad)).gegevens.veiligThuis.naam;

  test('is imported at the first start and then needs no file', async () => {
    expect(await naamVan(await boek('2026-11-30T08:00:00+01:00', 'VT een'))).toBe('VT een');
    expect(await naamVan(undefined)).toBe('VT een');
  });

  test('is replaced by a newer file', async () => {
    await naamVan(await boek('2026-11-30T08:00:00+01:00', 'VT een'));
    expect(await naamVan(await boek('2026-11-30T08:00:01+01:00', 'VT twee'))).toBe('VT twee');
    expect(await naamVan(undefined)).toBe('VT twee');
  });

  test.each([
    ['older', '2026-11-29T08:00:00+01:00'],
    ['of the same moment', '2026-11-30T08:00:00+01:00'],
    ['of the same moment in another offset', '2026-11-30T07:00:00Z'],
    ['older, though its text sorts later', '2026-11-30T09:00:00+03:00'],
  ])('stays as it is when the file is %s', async (_naam, bijgewerktOp) => {
    await naamVan(await boek('2026-11-30T08:00:00+01:00', 'VT een'));
    expect(await naamVan(await boek(bijgewerktOp, 'VT twee'))).toBe('VT een');
  });

  test('stays when the newer file is wrong: the start is refused and nothing is stored', async () => {
    await naamVan(await boek('2026-11-30T08:00:00+01:00', 'VT een'));
    expect(await bezwaar(laadAdresboek(opslag, await boek('2026-12-01T08:00:00+01:00', '')))).toContain(
      'veiligThuis.naam',
    );
    expect(await naamVan(undefined)).toBe('VT een');
  });

  test('is read from a file with a byte order mark, as editors on Windows save it', async () => {
    const pad = await boek('2026-11-30T08:00:00+01:00', 'VT een');
    await writeFile(pad, `\uFEFF${await readFile(pad, 'utf8')}`);
    expect(await naamVan(pad)).toBe('VT een');
  });

  test.each([
    ['', 'kan niet worden gelezen'],
    ['[]', '(bestand)'],
    ['null', '(bestand)'],
    ['{"bijgewerktOp":', 'kan niet worden gelezen'],
  ])('is refused when the file is %j, with its path', async (inhoud, tekst) => {
    const pad = await bestand(inhoud);
    const gezegd = await bezwaar(laadAdresboek(opslag, pad));
    expect(gezegd).toContain(pad);
    expect(gezegd).toContain(tekst);
  });

  test('is refused when the path is a folder, or when there is none at all', async () => {
    expect(await bezwaar(laadAdresboek(opslag, map))).toContain('EISDIR');
    expect(await bezwaar(laadAdresboek(opslag, undefined))).toContain('ADRESBOEK_BESTAND');
  });
});

describe('the beleid in force', () => {
  const TRIAGE = STANDAARD_BELEID.termijnen.triage;

  test('without a file, or with {}, is the guideline’s table under its own version', async () => {
    expect((await laadRegels(undefined)).beleid).toEqual(STANDAARD_BELEID);
    expect((await laadRegels(await bestand({}))).beleid).toEqual(STANDAARD_BELEID);
    expect((await laadRegels(await bestand({ termijnen: {} }))).beleid.versie).toBe(STANDAARD_BELEID.versie);
  });

  test('what a region changes holds, the rest stays the guideline’s, and the version says that it differs', async () => {
    const { beleid } = await laadRegels(
      await bestand({ termijnen: { triage: { ...TRIAGE, duur: { werkdagen: 3 }, herinneringen: [] } } }),
    );
    expect(beleid.termijnen.triage.duur).toEqual({ werkdagen: 3 });
    expect(beleid.termijnen.bevestigen).toEqual(STANDAARD_BELEID.termijnen.bevestigen);
    expect(beleid.versie).toMatch(new RegExp(`^${STANDAARD_BELEID.versie}\\+[0-9a-f]{12}$`));
  });

  test('the same change has the same version however it is laid out, another change another', async () => {
    const versie = async (inhoud: unknown): Promise<string> => (await laadRegels(await bestand(inhoud))).beleid.versie;
    const uren = { kantooruren: { opening: '09:00', sluiting: '17:00' } };
    const een = await versie(uren);
    expect(await versie(JSON.stringify({ termijnen: {}, ...uren }, null, 4))).toBe(een);
    expect(await versie({ kantooruren: { opening: '09:00', sluiting: '16:30' } })).not.toBe(een);
  });

  test('closing days and office hours reach the calendar', async () => {
    const { kalender } = await laadRegels(
      await bestand({ extraSluitingsdagen: ['2026-12-03'], kantooruren: { opening: '10:00', sluiting: '16:00' } }),
    );
    expect(kalender.isWerkdag('2026-12-03T10:00:00.000Z')).toBe(false);
    expect(kalender.openingNa('2026-12-01T10:00:00.000Z', { werkdagen: 1 })).toBe('2026-12-04T09:00:00.000Z');
  });

  test('a term that started under it keeps the version it was computed with', async () => {
    const pad = await bestand({ termijnen: { triage: { ...TRIAGE, duur: { werkdagen: 3 }, herinneringen: [] } } });
    const op = await startToepassing({ env: { BELEID_BESTAND: pad } });
    const { body } = await op.meld();
    const { beleid } = await laadRegels(pad);
    expect(body['termijnen']).toContainEqual({ naam: 'triage', vervalt: '2026-12-03T23:00:00.000Z', bron: '§3.1.2' });
    expect(JSON.stringify(await op.document())).toContain(JSON.stringify(beleid.versie));
    await op.stop();
  });

  test('a pattern of the region’s own decides what a casusnummer is', async () => {
    const op = await startToepassing({ env: { BELEID_BESTAND: await bestand({ casusnummerPatroon: '^Z\\d{3}$' }) } });
    expect((await op.meld({ casusnummer: 'Z123' })).status).toBe(201);
    expect((await op.meld({ casusnummer: 'VT-2026-0001' })).status).toBe(422);
    await op.stop();
  });

  test.each<[string, Json]>([
    ['termijnen.triage.duur.werkdagen', { termijnen: { triage: { ...TRIAGE, duur: { werkdagen: 0 } } } }],
    ['termijnen.triage.duur', { termijnen: { triage: { ...TRIAGE, duur: { dagen: 5 } } } }],
    ['termijnen.triage.bron', { termijnen: { triage: { ...TRIAGE, bron: undefined } } }],
    [
      'termijnen.triage.ladder.0.aan.0',
      { termijnen: { triage: { ...TRIAGE, ladder: [{ ...TRIAGE.ladder[0], aan: ['burgemeester'] }] } } },
    ],
    ['termijnen', { termijnen: { koffie: TRIAGE } }],
    ['kantooruren.opening', { kantooruren: { opening: '8:30', sluiting: '17:00' } }],
    ['kantooruren', { kantooruren: { opening: '17:00', sluiting: '08:30' } }],
    ['extraSluitingsdagen.0', { extraSluitingsdagen: ['2026-02-30'] }],
    ['casusnummerPatroon', { casusnummerPatroon: '(' }],
    ['casusnummerPatroon', { casusnummerPatroon: '' }],
    ['(bestand)', { kantoortijden: {} }],
  ])('nonsense is refused with its row: %s', async (rij, inhoud) => {
    const pad = await bestand(inhoud);
    const gezegd = await bezwaar(laadRegels(pad));
    expect(gezegd.split('\n')[0]).toBe(`${pad} klopt niet:`);
    expect(gezegd).toMatch(new RegExp(`^ {2}${rij.replace(/[().]/g, '\\$&')}: \\S`, 'm'));
  });
});
