import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonBestand } from '../../src/adapters/bestanden/jsonbestand.ts';
import { keurBeleid } from '../../src/kern/beleid/beleid-keuring.ts';
import type { Beleid, Beleidsregel, TermijnNaam } from '../../src/kern/beleid/beleid.ts';
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import { BestandFout, laadRegels } from '../../src/toepassing/streek/instellingen.ts';
import { daarna, gegeven, koud, NAAR_TEAM, net, om, soorten, VERZONDEN, wanneer } from '../kern/steun.ts';

const wd = (werkdagen: number) => ({ werkdagen });
const weken = (aantal: number) => ({ weken: aantal });
const BRON = { paragraaf: '§1', regionaal: true };
const VT: Beleidsregel['verlopen']['aan'] = ['kanaal-vt'];

/** The guideline's table with one row changed. */
function met(naam: TermijnNaam, anders: Partial<Beleidsregel>, rest: Partial<Beleid> = {}): Beleid {
  const { termijnen } = STANDAARD_BELEID;
  return { ...STANDAARD_BELEID, ...rest, termijnen: { ...termijnen, [naam]: { ...termijnen[naam], ...anders } } };
}
const herinnering = (moment: Beleidsregel['herinneringen'][number]['moment']) => ({ moment, aan: VT, bron: BRON });
const tree = (na: Beleidsregel['ladder'][number]['na']) => ({ na, aan: VT, bron: BRON });
const verlopen = (naam: TermijnNaam, anders: Partial<Beleidsregel['verlopen']>) => ({
  verlopen: { ...STANDAARD_BELEID.termijnen[naam].verlopen, ...anders },
});

/** The rows that are named, without their sentences. */
const rijen = (beleid: Beleid): string[] => keurBeleid(beleid).map((zin) => zin.split(': ')[0] ?? '');

describe('a policy that makes sense', () => {
  test('is what the guideline’s own table is', () => {
    expect(keurBeleid(STANDAARD_BELEID)).toEqual([]);
  });

  test.each<[string, Beleid]>([
    ['a longer term', met('triage', { duur: weken(2) })],
    ['a reminder on the morning of the last day', met('triage', { herinneringen: [herinnering({ op: wd(5) })] })],
    ['a reminder after all but one of the days', met('triage', { herinneringen: [herinnering({ na: wd(4) })] })],
    ['a reminder as long before the end as fits', met('triage', { herinneringen: [herinnering({ voor: wd(4) })] })],
    ['a ladder in werkdagen and then weeks', met('oppakken', { ladder: [tree(wd(2)), tree(weken(2))] })],
    ['a ladder after an agreed date', met('monitoring', { ladder: [tree(wd(1)), tree(weken(1))] })],
    ['a reminder before an agreed date', met('monitoring', { herinneringen: [herinnering({ voor: wd(60) })] })],
    ['a ladder after a missed screening', met('screening', { ladder: [tree(wd(1))] })],
    ['a screening that may take a werkdag', met('screening', { duur: wd(1) })],
    ['a gesprek that opens nothing', met('gesprek-leidinggevenden', { verlopen: { aan: VT, bron: BRON } })],
    ['an extra closing day in a leap year', { ...STANDAARD_BELEID, extraSluitingsdagen: ['2028-02-29'] }],
    ['office hours in the evening', { ...STANDAARD_BELEID, kantooruren: { opening: '18:00', sluiting: '23:00' } }],
  ])('can have %s', (_wat, beleid) => {
    expect(keurBeleid(beleid)).toEqual([]);
  });
});

describe('a policy that makes no sense is told by row', () => {
  test.each<[string, string, Beleid]>([
    ['a term that tells nobody', 'termijnen.triage.verlopen', met('triage', verlopen('triage', { aan: [] }))],
    [
      'a reminder that tells nobody',
      'termijnen.triage.herinneringen[0]',
      met('triage', { herinneringen: [{ ...herinnering({ op: wd(4) }), aan: [] }] }),
    ],
    [
      'a ladder step that tells nobody',
      'termijnen.triage.ladder[1]',
      met('triage', { ladder: [tree(wd(2)), { ...tree(wd(3)), aan: [] }] }),
    ],
    [
      'a ladder that goes back in time',
      'termijnen.bevestigen.ladder[1]',
      met('bevestigen', { ladder: [tree(wd(3)), tree(wd(1))] }),
    ],
    [
      'two ladder steps at the same moment',
      'termijnen.bevestigen.ladder[1]',
      met('bevestigen', { ladder: [tree(wd(3)), tree(wd(3))] }),
    ],
    [
      'five werkdagen and then one week, which is the same day',
      'termijnen.oppakken.ladder[1]',
      met('oppakken', { ladder: [tree(wd(5)), tree(weken(1))] }),
    ],
    [
      'a ladder step at the moment the term is reported as passed',
      'termijnen.triage.ladder[0]',
      met('triage', { ladder: [tree(wd(0))] }),
    ],
    [
      'a reminder after the end',
      'termijnen.triage.herinneringen[0]',
      met('triage', { herinneringen: [herinnering({ op: wd(6) })] }),
    ],
    [
      'a reminder when the whole term is over',
      'termijnen.triage.herinneringen[0]',
      met('triage', { herinneringen: [herinnering({ na: wd(5) })] }),
    ],
    [
      'a term made shorter than the reminder that stayed',
      'termijnen.triage.herinneringen[0]',
      met('triage', { duur: wd(3) }),
    ],
    [
      'a reminder longer before the end than the term lasts',
      'termijnen.triage.herinneringen[1]',
      met('triage', { herinneringen: [herinnering({ op: wd(4) }), herinnering({ voor: wd(5) })] }),
    ],
    [
      'ten werkdagen before the end of two weeks',
      'termijnen.oppakken.herinneringen[0]',
      met('oppakken', { herinneringen: [herinnering({ voor: wd(10) })] }),
    ],
    [
      'a gesprek that opens itself',
      'termijnen.gesprek-gemeente.verlopen.opent',
      met('gesprek-gemeente', verlopen('gesprek-gemeente', { opent: 'gesprek-gemeente' })),
    ],
    [
      'a gesprek that opens another term',
      'termijnen.gesprek-gemeente.verlopen.opent',
      met('gesprek-gemeente', verlopen('gesprek-gemeente', { opent: 'triage' })),
    ],
    [
      'another term that opens a gesprek',
      'termijnen.triage.verlopen.opent',
      met('triage', verlopen('triage', { opent: 'gesprek-professionals' })),
    ],
    [
      'a triage with a clock time',
      'termijnen.triage.duur',
      met('triage', { duur: { opDeDag: '18:00' }, herinneringen: [] }),
    ],
    ['a triage with an agreed date', 'termijnen.triage.duur', met('triage', { duur: { afgesproken: 'datum' } })],
    ['a monitoring without its agreed date', 'termijnen.monitoring.duur', met('monitoring', { duur: wd(5) })],
    [
      'office hours reversed',
      'kantooruren',
      { ...STANDAARD_BELEID, kantooruren: { opening: '17:00', sluiting: '08:30' } },
    ],
    ['no office hours', 'kantooruren', { ...STANDAARD_BELEID, kantooruren: { opening: '09:00', sluiting: '09:00' } }],
    [
      'a closing day that does not exist',
      'extraSluitingsdagen[1]',
      { ...STANDAARD_BELEID, extraSluitingsdagen: ['2026-12-24', '2026-02-30'] },
    ],
    ['a casusnummer that is no pattern', 'casusnummerPatroon', { ...STANDAARD_BELEID, casusnummerPatroon: '(' }],
    ['a casusnummer that is anything', 'casusnummerPatroon', { ...STANDAARD_BELEID, casusnummerPatroon: '.*' }],
    [
      'a casusnummer with VT anywhere in it',
      'casusnummerPatroon',
      { ...STANDAARD_BELEID, casusnummerPatroon: '[Vv][Tt]' },
    ],
    [
      'a closing day that is no date',
      'extraSluitingsdagen[0]',
      { ...STANDAARD_BELEID, extraSluitingsdagen: ['oudjaar'] },
    ],
    [
      'a screening card at the moment the screening ends',
      'screening.kaartOm',
      { ...STANDAARD_BELEID, screening: { kaartOm: '12:00', dagen: 'elke-dag' } },
    ],
  ])('%s: %s', (_wat, rij, beleid) => {
    expect(rijen(beleid)).toEqual([rij]);
    expect(keurBeleid(beleid)[0]).toMatch(/^\S+: \S.+/);
  });

  test('gesprekken that go round in a circle are told for each of them, once', () => {
    const kring = met('gesprek-gemeente', verlopen('gesprek-gemeente', { opent: 'gesprek-professionals' }));
    expect(rijen(kring)).toEqual([
      'termijnen.gesprek-professionals.verlopen.opent',
      'termijnen.gesprek-leidinggevenden.verlopen.opent',
      'termijnen.gesprek-gemeente.verlopen.opent',
    ]);
  });

  test('a circle further on is not told of the gesprek that leads to it', () => {
    const kring = met('gesprek-gemeente', verlopen('gesprek-gemeente', { opent: 'gesprek-leidinggevenden' }));
    expect(rijen(kring)).toEqual([
      'termijnen.gesprek-leidinggevenden.verlopen.opent',
      'termijnen.gesprek-gemeente.verlopen.opent',
    ]);
  });

  test('a ladder that goes back only in the weeks of Christmas is found, with the day on which it does', () => {
    const [zin, ...rest] = keurBeleid(met('oppakken', { ladder: [tree(wd(4)), tree(weken(1))] }));
    expect(rest).toEqual([]);
    expect(zin).toMatch(/^termijnen\.oppakken\.ladder\[1\]: de stap komt niet later dan ladder\[0\], .* dec 2026$/);
  });

  test.each(['^VT-\\d{4}-\\d{4,8}$', '^Z\\d{3}$', 'VT-\\d+'])(
    'a casusnummer of %s is in order',
    (casusnummerPatroon) => {
      expect(keurBeleid({ ...STANDAARD_BELEID, casusnummerPatroon })).toEqual([]);
    },
  );

  test('a pattern that is too wide says so and shows one that is narrow enough', () => {
    const [zin = ''] = keurBeleid({ ...STANDAARD_BELEID, casusnummerPatroon: '.*' });
    for (const deel of ['lijsten van de bot zelf', STANDAARD_BELEID.casusnummerPatroon]) expect(zin).toContain(deel);
  });

  test('the sentence says what is wrong and when', () => {
    expect(keurBeleid(met('bevestigen', { ladder: [tree(wd(3)), tree(wd(1))] }))).toEqual([
      'termijnen.bevestigen.ladder[1]: de stap komt niet later dan ladder[0], bij een start op ma 31 aug 2026',
    ]);
  });
});

describe('a policy file', () => {
  let map: string;
  beforeAll(async () => {
    map = await mkdtemp(join(tmpdir(), 'keuring-'));
  });
  afterAll(() => rm(map, { recursive: true, force: true }));

  async function bestand(inhoud: unknown): Promise<string> {
    const pad = join(map, `${crypto.randomUUID()}.json`);
    await writeFile(pad, JSON.stringify(inhoud));
    return pad;
  }

  test('is refused with every row that makes no sense', async () => {
    const { triage } = STANDAARD_BELEID.termijnen;
    const pad = await bestand({
      termijnen: { triage: { ...triage, duur: wd(3) } },
      screening: { kaartOm: '13:00', dagen: 'elke-dag' },
    });
    const fout = await laadRegels(jsonBestand(pad)).catch((reden: unknown) => reden);
    expect(fout).toBeInstanceOf(BestandFout);
    expect(String(fout)).toContain(`${pad} klopt niet:\n  termijnen.triage.herinneringen[0]: `);
    expect(String(fout)).toContain('\n  screening.kaartOm: 13:00 ');
  });

  test('is judged together with what it leaves as it is', async () => {
    const { screening } = STANDAARD_BELEID.termijnen;
    const pad = await bestand({ termijnen: { screening: { ...screening, duur: { opDeDag: '08:00' } } } });
    await expect(laadRegels(jsonBestand(pad))).rejects.toThrow('screening.kaartOm');
  });
});

describe('a changed policy', () => {
  const { triage } = STANDAARD_BELEID.termijnen;
  const KORT: Beleid = {
    ...met('triage', {
      duur: wd(1),
      herinneringen: [],
      verlopen: { ...triage.verlopen, aan: ['stuurgroep'] },
      ladder: [],
    }),
    versie: 'korter',
  };
  // The melding is of Monday 30 November 2026: five werkdagen end on Monday 7 December.
  const EINDE = om('2026-12-08T00:00:00+01:00');

  test('moves no term that runs: its plan is stored with the casus', () => {
    const stand = gegeven();
    const plan = stand.casus.termijnen;
    expect(plan.find(({ naam }) => naam === 'triage')).toMatchObject({
      vervalt: EINDE,
      beleid: STANDAARD_BELEID.versie,
    });
    expect(soorten(wanneer(stand, ['2026-12-03T10:00:00+01:00', 'klok', { beleid: KORT }]))).toEqual([]);
    expect(soorten(wanneer(stand, [net(EINDE, -1), 'klok', { beleid: KORT }]))).not.toContain('termijn-verlopen');
    expect(soorten(wanneer(stand, [EINDE, 'klok', { beleid: KORT }]))).toContain('termijn-verlopen');
    const later = daarna(stand, [EINDE, 'klok', { beleid: KORT }]);
    expect(later.casus.termijnen.map(({ naam, stappen }) => [naam, stappen.length])).toEqual(
      daarna(stand, [EINDE, 'klok']).casus.termijnen.map(({ naam, stappen }) => [naam, stappen.length]),
    );
  });

  test('holds for a term that starts after it, which shows that the table above really differs', () => {
    const anders = { ...met('bevestigen', { duur: wd(5) }), versie: 'langer' };
    const stand = daarna(gegeven({}, NAAR_TEAM), [VERZONDEN, koud, { beleid: anders }]);
    expect(stand.casus.termijnen.find(({ naam }) => naam === 'bevestigen')).toMatchObject({
      vervalt: om('2026-12-10T00:00:00+01:00'),
      beleid: 'langer',
    });
  });
});
