import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jsonBestand } from '../../src/adapters/bestanden/jsonbestand.ts';
import { openSqlite } from '../../src/adapters/opslag/sqlite.ts';
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import { instantOfDag } from '../../src/kern/tijd/werkdagen.ts';
import { adresboekOverzicht } from '../../src/toepassing/kaarten/adresboekkaart.ts';
import type { Opslag } from '../../src/toepassing/poorten.ts';
import { isVerouderd } from '../../src/toepassing/streek/adresboek.ts';
import { BestandFout, laadAdresboek, laadBeleid, laadRegels } from '../../src/toepassing/streek/instellingen.ts';
import { ADRESBOEK, startToepassing, type Opstelling } from '../steun/toepassing.ts';

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

async function bestand(inhoud: unknown, naam = 'bestand.json'): Promise<string> {
  const pad = join(map, naam);
  await writeFile(pad, typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud));
  return pad;
}

/** The text of the refusal; empty when there was none. */
const bezwaar = (werk: Promise<unknown>): Promise<string> =>
  werk.then(
    () => '',
    (fout: unknown) => (fout instanceof BestandFout ? fout.message : `geen BestandFout: ${String(fout)}`),
  );

/** What the program uses after a start on the store of this test, with this file or without one. */
async function gestart<T>(env: Record<string, string>, kijk: (op: Opstelling) => T | Promise<T>): Promise<T> {
  const op = await startToepassing({ env: { SQLITE_BESTAND: join(map, 'opslag.db'), ADRESBOEK_BESTAND: '', ...env } });
  try {
    return await kijk(op);
  } finally {
    await op.stop();
  }
}

describe('the adresboek in force', () => {
  let teller = 0;
  const boek = async (bijgewerktOp: string, naam: string, anders: Json = {}): Promise<string> => {
    const gegevens = JSON.parse(await readFile(ADRESBOEK, 'utf8')) as { veiligThuis: Json };
    const inhoud = { ...gegevens, bijgewerktOp, veiligThuis: { ...gegevens.veiligThuis, naam }, ...anders };
    return bestand(inhoud, `boek-${teller++}.json`);
  };
  const naamVan = (pad: string | undefined): Promise<string> =>
    gestart({ ADRESBOEK_BESTAND: pad ?? '' }, (op) => op.toepassing.omgeving.adresboek().gegevens.veiligThuis.naam);

  test('is imported at the first start and then needs no file', async () => {
    expect(await naamVan(await boek('2026-11-30T08:00:00+01:00', 'VT een'))).toBe('VT een');
    expect(await naamVan(undefined)).toBe('VT een');
  });

  test.each([
    ['older', '2026-11-29T08:00:00+01:00', 'ouder'],
    ['of the same moment', '2026-11-30T08:00:00+01:00', 'zelfde-moment'],
    ['of the same moment in another offset', '2026-11-30T07:00:00Z', 'zelfde-moment'],
    ['older, though its text sorts later', '2026-11-30T09:00:00+03:00', 'ouder'],
    ['of that day without a time', '2026-11-30', 'ouder'],
  ])('stays as it is when the file is %s; the log says so, with both moments', async (_naam, bijgewerktOp, waarom) => {
    await naamVan(await boek('2026-11-30T08:00:00+01:00', 'VT een'));
    const pad = await boek(bijgewerktOp, 'VT twee');
    const [naam, regels] = await gestart({ ADRESBOEK_BESTAND: pad }, ({ toepassing, log }) => [
      toepassing.omgeving.adresboek().gegevens.veiligThuis.naam,
      log.filter((regel) => regel.includes('niet gebruikt')).map((regel) => JSON.parse(regel) as Json),
    ]);
    expect(naam).toBe('VT een');
    expect(regels).toMatchObject([
      {
        level: 40,
        msg: 'bestand van adresboek niet gebruikt',
        bestand: pad,
        waarom,
        bijgewerktOp: instantOfDag(bijgewerktOp),
        bewaardOp: '2026-11-30T07:00:00.000Z',
      },
    ]);
  });

  test.each([
    ['2026-11-30', '2026-12-01', true],
    ['2026-11-30T08:00:00+01:00', '2026-11-30T08:00:01+01:00', true],
    ['2026-11-30', '2026-11-30T00:00:01+01:00', true],
    ['2026-11-30', '2026-11-29T23:30:00Z', true],
    ['2026-11-30', '2026-11-30', false],
    ['2026-11-30', '2026-11-30T00:00:00+01:00', false],
    ['2026-11-30', '2026-11-29T22:59:59Z', false],
    ['2026-11-29T23:00:01Z', '2026-11-30', false],
    ['2026-11-29T22:59:59Z', '2026-11-30', true],
  ])('of %s gives way to one of %s: %s; a date is the start of that day in Amsterdam', async (oud, nieuw, wijkt) => {
    await naamVan(await boek(oud, 'VT een'));
    // Also at the next start, which has no file.
    for (const pad of [await boek(nieuw, 'VT twee'), undefined])
      expect(await naamVan(pad)).toBe(wijkt ? 'VT twee' : 'VT een');
  });

  test('of a date is shown, and grows old, as of that day', async () => {
    await gestart({ ADRESBOEK_BESTAND: await boek('2026-11-30', 'VT een') }, ({ toepassing }) => {
      const { omgeving } = toepassing;
      const kaart = adresboekOverzicht(omgeving, { gekoppeld: new Set(), laatste: [] });
      expect(kaart.model.bijgewerktOp).toBe('ma 30 nov 2026 00:00');
      expect(isVerouderd(omgeving.adresboek(), '2027-02-27T23:00:00.000Z', 3)).toBe(false);
      expect(isVerouderd(omgeving.adresboek(), '2027-03-01T23:00:00.000Z', 3)).toBe(true);
    });
  });

  test('the same file once more is nothing to speak of', async () => {
    const pad = await boek('2026-11-30T08:00:00+01:00', 'VT een');
    await naamVan(pad);
    const log = await gestart({ ADRESBOEK_BESTAND: pad }, (op) => op.log.join(''));
    expect(log).not.toContain('niet gebruikt');
  });

  test('stays when the newer file is wrong: the start is refused and nothing is stored', async () => {
    await naamVan(await boek('2026-11-30T08:00:00+01:00', 'VT een'));
    expect(await bezwaar(naamVan(await boek('2026-12-01T08:00:00+01:00', '')))).toContain('veiligThuis.naam');
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
    const gezegd = await bezwaar(laadAdresboek(opslag, jsonBestand(pad), STANDAARD_BELEID));
    expect(gezegd).toContain(pad);
    expect(gezegd).toContain(tekst);
  });

  test('is refused when the path is a folder, or when there is none at all', async () => {
    expect(await bezwaar(laadAdresboek(opslag, jsonBestand(map), STANDAARD_BELEID))).toContain('EISDIR');
    expect(await bezwaar(laadAdresboek(opslag, undefined, STANDAARD_BELEID))).toContain('ADRESBOEK_BESTAND');
  });

  test('is refused with every row that makes it unclear who or what is meant, not only the first', async () => {
    const team = { naam: 'A', soort: 'wijkteam', leden: [], leidinggevenden: [] };
    const pad = await boek('2026-11-30T08:00:00+01:00', 'VT', {
      teams: [
        { ...team, sleutel: 'a', gemeente: 'breda' },
        { ...team, sleutel: 'a', gemeente: 'nergens' },
      ],
    });
    const gezegd = await bezwaar(laadAdresboek(opslag, jsonBestand(pad), STANDAARD_BELEID));
    expect(gezegd.split('\n').map((regel) => regel.trim().split(':')[0])).toEqual([
      `${pad} klopt niet`,
      'teams.1.sleutel',
      'teams.1.naam',
      'teams.1.gemeente',
    ]);
  });

  describe('that was stored and no longer fits', () => {
    const bewaar = (waarde: unknown) => opslag.schrijfRegister('adresboek', waarde, undefined);

    test('is refused with its rows and what to do, not with a bare error', async () => {
      await bewaar({ bijgewerktOp: '2026-11-30T08:00:00+01:00', teams: 'geen' });
      const gezegd = await bezwaar(laadAdresboek(opslag, undefined, STANDAARD_BELEID));
      expect(gezegd).toMatch(/^Het bewaarde adresboek klopt niet:\n/);
      expect(gezegd).toMatch(/^ {2}teams: Ongeldige/m);
      expect(gezegd).toContain('Zet ADRESBOEK_BESTAND op een goed adresboek met een bijgewerktOp na 2026-11-30T07:00');
    });

    test('gives way to a newer file, and to any file when it does not say of when it is', async () => {
      const nieuw = await boek('2026-11-30T08:00:01+01:00', 'VT nieuw');
      await bewaar({ bijgewerktOp: '2026-11-30T08:00:00+01:00', teams: 'geen' });
      expect((await laadAdresboek(opslag, jsonBestand(nieuw), STANDAARD_BELEID)).inGebruik.veiligThuis.naam).toBe(
        'VT nieuw',
      );
      const { etag } = (await opslag.leesRegister('adresboek')) ?? { etag: '' };
      await opslag.schrijfRegister('adresboek', 'kapot', etag);
      expect((await laadAdresboek(opslag, jsonBestand(nieuw), STANDAARD_BELEID)).inGebruik.veiligThuis.naam).toBe(
        'VT nieuw',
      );
    });

    test('an older file does not take its place: the refusal says which moment it must be after', async () => {
      await bewaar({ bijgewerktOp: '2026-11-30T08:00:00+01:00', teams: 'geen' });
      const oud = await boek('2026-11-29T08:00:00+01:00', 'VT oud');
      expect(await bezwaar(laadAdresboek(opslag, jsonBestand(oud), STANDAARD_BELEID))).toContain(
        'bijgewerktOp na 2026-11-30',
      );
    });
  });
});

describe('the beleid that is stored', () => {
  const uren = (opening: string, bijgewerktOp?: string): Json => ({
    kantooruren: { opening, sluiting: '17:00' },
    ...(bijgewerktOp !== undefined && { bijgewerktOp }),
  });
  let teller = 0;
  const opening = async (inhoud?: Json): Promise<string> => {
    const pad = inhoud === undefined ? '' : await bestand(inhoud, `beleid-${teller++}.json`);
    return gestart(
      { ADRESBOEK_BESTAND: ADRESBOEK, BELEID_BESTAND: pad },
      (op) => op.toepassing.omgeving.regels().beleid.kantooruren.opening,
    );
  };

  test('stays in force when no file is given any more; {} brings back the guideline’s own', async () => {
    expect(await opening(uren('09:00'))).toBe('09:00');
    expect(await opening()).toBe('09:00');
    expect(await opening({})).toBe('08:30');
    expect(await opening()).toBe('08:30');
  });

  test('a file may say it by a date too', async () => {
    expect(await opening(uren('09:00', '2026-11-02'))).toBe('09:00');
    expect(await opening(uren('10:00', '2026-11-01T23:00:00+01:00'))).toBe('09:00');
    expect(await opening(uren('10:00', '2026-11-02T08:00:00+01:00'))).toBe('10:00');
  });

  test('a file that says of when it is gives way to a newer one, and the log says so', async () => {
    expect(await opening(uren('09:00', '2026-11-02T08:00:00+01:00'))).toBe('09:00');
    const pad = await bestand(uren('10:00', '2026-11-01T08:00:00+01:00'), 'oud.json');
    const [gezien, log] = await gestart({ ADRESBOEK_BESTAND: ADRESBOEK, BELEID_BESTAND: pad }, (op) => [
      op.toepassing.omgeving.regels().beleid.kantooruren.opening,
      op.log.join(''),
    ]);
    expect(gezien).toBe('09:00');
    expect(log).toContain('bestand van beleid niet gebruikt');
    expect(await opening(uren('10:00', '2026-11-03T08:00:00+01:00'))).toBe('10:00');
  });

  test('the moment in the file is no part of the table: its version stays', async () => {
    const versie = async (inhoud: Json): Promise<string> =>
      (await laadRegels(jsonBestand(await bestand(inhoud)))).beleid.versie;
    expect(await versie({ bijgewerktOp: '2026-11-01T08:00:00+01:00' })).toBe(STANDAARD_BELEID.versie);
    expect(await versie(uren('09:00', '2026-11-01T08:00:00+01:00'))).toBe(await versie(uren('09:00')));
  });

  test('is refused with its rows and what to do when it no longer fits', async () => {
    await opslag.schrijfRegister('beleid', { bestand: { kantooruren: { opening: 'vroeg' } } }, undefined);
    const gezegd = await bezwaar(laadBeleid(opslag, undefined));
    expect(gezegd).toMatch(/^Het bewaarde beleid klopt niet:\n {2}kantooruren\.opening: /);
    expect(gezegd).toContain('Zet BELEID_BESTAND op een goed beleid; {} is de tabel van de richtlijn.');
    expect((await laadBeleid(opslag, jsonBestand(await bestand({})))).inGebruik.tabel).toEqual(STANDAARD_BELEID);
  });
});

describe('the beleid in force', () => {
  const TRIAGE = STANDAARD_BELEID.termijnen.triage;

  test('without a file, or with {}, is the guideline’s table under its own version', async () => {
    expect((await laadRegels(undefined)).beleid).toEqual(STANDAARD_BELEID);
    expect((await laadRegels(jsonBestand(await bestand({})))).beleid).toEqual(STANDAARD_BELEID);
    expect((await laadRegels(jsonBestand(await bestand({ termijnen: {} })))).beleid.versie).toBe(
      STANDAARD_BELEID.versie,
    );
  });

  test('what a region changes holds, the rest stays the guideline’s, and the version says that it differs', async () => {
    const { beleid } = await laadRegels(
      jsonBestand(await bestand({ termijnen: { triage: { ...TRIAGE, duur: { werkdagen: 3 }, herinneringen: [] } } })),
    );
    expect(beleid.termijnen.triage.duur).toEqual({ werkdagen: 3 });
    expect(beleid.termijnen.bevestigen).toEqual(STANDAARD_BELEID.termijnen.bevestigen);
    expect(beleid.versie).toMatch(new RegExp(`^${STANDAARD_BELEID.versie}\\+[0-9a-f]{12}$`));
  });

  test('the same change has the same version however it is laid out, another change another', async () => {
    const versie = async (inhoud: unknown): Promise<string> =>
      (await laadRegels(jsonBestand(await bestand(inhoud)))).beleid.versie;
    const uren = { kantooruren: { opening: '09:00', sluiting: '17:00' } };
    const een = await versie(uren);
    expect(await versie(JSON.stringify({ termijnen: {}, ...uren }, null, 4))).toBe(een);
    expect(await versie({ kantooruren: { opening: '09:00', sluiting: '16:30' } })).not.toBe(een);
  });

  test('closing days and office hours reach the calendar', async () => {
    const { kalender } = await laadRegels(
      jsonBestand(
        await bestand({ extraSluitingsdagen: ['2026-12-03'], kantooruren: { opening: '10:00', sluiting: '16:00' } }),
      ),
    );
    expect(kalender.isWerkdag('2026-12-03T10:00:00.000Z')).toBe(false);
    expect(kalender.openingNa('2026-12-01T10:00:00.000Z', { werkdagen: 1 })).toBe('2026-12-04T09:00:00.000Z');
  });

  test('a term that started under it keeps the version it was computed with', async () => {
    const pad = await bestand({ termijnen: { triage: { ...TRIAGE, duur: { werkdagen: 3 }, herinneringen: [] } } });
    const op = await startToepassing({ env: { BELEID_BESTAND: pad } });
    const { body } = await op.meld();
    const { beleid } = await laadRegels(jsonBestand(pad));
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
    const gezegd = await bezwaar(laadRegels(jsonBestand(pad)));
    expect(gezegd.split('\n')[0]).toBe(`${pad} klopt niet:`);
    expect(gezegd).toMatch(new RegExp(`^ {2}${rij.replace(/[().]/g, '\\$&')}: \\S`, 'm'));
  });
});
