import { describe, expect, test } from 'vitest';
import { AANPAKFASEN } from '../../src/kern/woorden.ts';
import {
  bijVt,
  code,
  daarna,
  gegeven,
  GEZONDEN,
  IN_HANDEN,
  lopend,
  NAAR_TEAM,
  net,
  om,
  oneens,
  ONTVANGEN,
  soorten,
  status,
  TEAM,
  TEAMLID,
  toegepast,
  TRIAGE,
  VERZONDEN,
  vol,
  wanneer,
  warm,
  wie,
  type Daad,
  type OpdrachtInvoer,
} from './steun.ts';

/** Wednesday 9 December, before any term passes. */
const LATER = '2026-12-09T10:00:00+01:00';
const DAARNA = '2026-12-09T15:00:00+01:00';
const sluit: OpdrachtInvoer = { soort: 'afsluiten', reden: 'stabiel veilig' };
const LICHT: Daad = [
  TRIAGE,
  { soort: 'triage-afronden', besluit: 'clientsysteem', voldoendeMogelijkheden: true, bereidZonderControle: true },
];

describe('closing a casus', () => {
  test('by the team after stable safety: the cliëntsysteem holds it from that instant (§2.1, §4.1)', () => {
    const casus = gegeven({}, ...IN_HANDEN, [LATER, sluit, { door: TEAMLID }]);
    expect(casus.journaal.at(-1)).toMatchObject({
      soort: 'afgesloten',
      bron: '§2.1, §4.1',
      gegevens: { overdracht: 1 },
    });
    expect(casus.casus.fase).toBe('afgesloten');
    expect(status(casus)).toBe('beeindigd');
    expect(wie(casus, net(om(LATER), -1))).toBe(TEAM);
    expect(wie(casus, LATER)).toBe('clientsysteem');
    expect(lopend(casus)).toEqual(['client-informeren']);
    expect(soorten(wanneer(casus, [DAARNA, sluit]))).toEqual([]);
  });

  test('by VT is a decision of its own: cliëntsysteem and melder are informed in writing (§5.1.1)', () => {
    const bij = gegeven({}, [TRIAGE, bijVt]);
    expect(code(wanneer(bij, [LATER, sluit]))).toBe('eerst-herzien');
    const casus = daarna(bij, [LATER, { soort: 'triage-afronden', besluit: 'geen-zorgen', herziening: true }]);
    expect(wie(casus, LATER)).toBe('clientsysteem');
    expect(casus.casus.termijnen.map(({ naam, wie: aan, vervalt }) => [naam, aan, vervalt])).toEqual([
      ['schriftelijk-informeren', 'clientsysteem', om('2026-12-17T00:00:00+01:00')],
      ['schriftelijk-informeren', 'melder', om('2026-12-17T00:00:00+01:00')],
    ]);
  });

  test('of what the cliëntsysteem holds already moves nothing (§5.1.2)', () => {
    const voor = gegeven({}, LICHT);
    const casus = daarna(voor, [LATER, sluit]);
    expect(casus.casus.fase).toBe('afgesloten');
    expect(casus.casus.perioden).toEqual(voor.casus.perioden);
    expect(lopend(casus)).toEqual(lopend(voor));
  });

  test('is refused while a conclusion of triage keeps VT responsible without a vervolgtraject (§3.1.2)', () => {
    const conclusie: Daad = [
      TRIAGE,
      { soort: 'triage-afronden', besluit: 'veilig-thuis', conclusies: ['structurele-onveiligheid'] },
    ];
    const geenZorgen: OpdrachtInvoer = { soort: 'triage-afronden', besluit: 'geen-zorgen', herziening: true };
    expect(code(wanneer(gegeven({}, conclusie), [LATER, sluit]))).toBe('eerst-herzien');
    expect(wanneer(gegeven({}, conclusie), [LATER, geenZorgen])).toEqual({
      geweigerd: { code: 'conclusie-houdt-bij-vt', gegevens: { conclusies: ['structurele-onveiligheid'] } },
    });
  });

  test.each<[string, Daad[], string]>([
    ['in triage', [], 'triage-niet-afgerond'],
    ['before receipt', GEZONDEN, 'eerst-bevestigen'],
    ['before it is picked up', ONTVANGEN, 'eerst-oppakken'],
    ['while the team has a wachtlijst', [...ONTVANGEN, [LATER, vol]], 'casus-bij-vt'],
    ['during a meningsverschil', [...IN_HANDEN, [LATER, oneens]], 'casus-bij-vt'],
  ])('is refused %s: somebody still has something to do (§4)', (_, daden, verwacht) => {
    expect(code(wanneer(gegeven({}, ...daden), [DAARNA, sluit]))).toBe(verwacht);
  });

  test('by a card of an earlier overdracht is refused (§4)', () => {
    expect(code(wanneer(gegeven({}, ...IN_HANDEN), [LATER, sluit, { overdracht: 2 }]))).toBe('overdracht-verouderd');
    expect(soorten(wanneer(gegeven({}, ...IN_HANDEN), [LATER, sluit, { overdracht: 1 }]))).toEqual(['afgesloten']);
  });
});

describe('where the help stands (§2.2)', () => {
  test.each(AANPAKFASEN)('%s is written down and moves nothing (§2.2)', (fase) => {
    const casus = gegeven({}, ...IN_HANDEN);
    const na = daarna(casus, [LATER, { soort: 'aanpakfase-vastleggen', fase }]);
    const { perioden, termijnen, overdrachten } = casus.casus;
    expect(na.casus).toMatchObject({ fase: 'opgepakt', aanpakfase: fase, perioden, termijnen, overdrachten });
    expect(soorten(wanneer(na, [DAARNA, { soort: 'aanpakfase-vastleggen', fase }]))).toEqual([]);
  });

  test('is unknown in triage, and over when the casus is closed (§2.2)', () => {
    const vast: OpdrachtInvoer = { soort: 'aanpakfase-vastleggen', fase: 'herstel' };
    expect(code(wanneer(gegeven(), [LATER, vast]))).toBe('triage-niet-afgerond');
    expect(code(wanneer(gegeven({}, ...IN_HANDEN, [LATER, sluit]), [DAARNA, vast]))).toBe('al-afgesloten');
  });
});

describe('monitoring on agreed dates (§5.1.3)', () => {
  const spreekAf = (op: string, wieKijkt: string, wat = 'bellen'): OpdrachtInvoer => ({
    soort: 'monitoring-afspreken',
    op,
    wie: wieKijkt,
    wat,
  });
  const VRIJDAG = '2026-12-18T09:00:00+01:00';
  const klaar = (termijn?: string): OpdrachtInvoer => ({ soort: 'monitoring-afronden', ...(termijn && { termijn }) });

  test.each([
    ['Vera van VT', ['kanaal-vt'], undefined],
    ['lokale-toegang', ['kanaal-team'], TEAM],
    [TEAM, ['kanaal-team'], TEAM],
  ])('asks who agreed to look, at the end of that day: %s (§5.1.3)', (wieKijkt, aan, team) => {
    const casus = gegeven({}, ...IN_HANDEN, [LATER, spreekAf(VRIJDAG, wieKijkt)]);
    const termijn = casus.casus.termijnen.find(({ naam }) => naam === 'monitoring');
    expect(termijn).toMatchObject({ vanaf: om(LATER), vervalt: om('2026-12-19T00:00:00+01:00') });
    expect(termijn?.stappen.find(({ soort }) => soort === 'melding')?.aan).toEqual(aan);
    expect(termijn?.team).toBe(team);
    expect(wie(casus, LATER)).toBe(TEAM);
  });

  test('keeps each agreement: the same twice is one, another date, person or aim is another (§5.1.3)', () => {
    const casus = gegeven({}, ...IN_HANDEN, [LATER, spreekAf(VRIJDAG, 'Vera')]);
    expect(soorten(wanneer(casus, [DAARNA, spreekAf('2026-12-18T16:00:00+01:00', 'Vera')]))).toEqual([]);
    for (const ander of [
      spreekAf('2026-12-19T09:00:00+01:00', 'Vera'),
      spreekAf(VRIJDAG, 'Piet'),
      spreekAf(VRIJDAG, 'Vera', 'huisbezoek'),
    ]) {
      expect(soorten(wanneer(casus, [DAARNA, ander]))).toEqual(['monitoring-afgesproken']);
    }
  });

  test('today can be agreed on, yesterday cannot (§5.1.3)', () => {
    const casus = gegeven({}, ...IN_HANDEN);
    expect(soorten(wanneer(casus, [LATER, spreekAf('2026-12-09T00:00:00+01:00', 'Vera')]))).toEqual([
      'monitoring-afgesproken',
    ]);
    expect(code(wanneer(casus, [LATER, spreekAf('2026-12-08T23:59:59+01:00', 'Vera')]))).toBe('monitoring-in-verleden');
    expect(code(wanneer(gegeven(), [LATER, spreekAf(VRIJDAG, 'Vera')]))).toBe('triage-niet-afgerond');
  });

  test('is done once: the one on the card, or the earliest; a repeated click finds it done (§5.1.3)', () => {
    const casus = gegeven(
      {},
      ...IN_HANDEN,
      [LATER, spreekAf('2026-12-21T09:00:00+01:00', 'Vera')],
      [LATER, spreekAf(VRIJDAG, 'Vera')],
    );
    const [laatste, eerste] = casus.casus.monitoring.map(({ termijn }) => termijn);
    expect(toegepast(wanneer(casus, [DAARNA, klaar()]))).toMatchObject([{ gegevens: { termijn: eerste } }]);
    const gedaan = daarna(casus, [DAARNA, klaar(laatste)]);
    expect(gedaan.casus.monitoring.map(({ termijn }) => termijn)).toEqual([eerste]);
    expect(soorten(wanneer(gedaan, [DAARNA, klaar(laatste)]))).toEqual([]);
    const leeg = daarna(gedaan, [DAARNA, klaar()]);
    expect(lopend(leeg)).not.toContain('monitoring');
    expect(soorten(wanneer(leeg, [DAARNA, klaar()]))).toEqual([]);
    expect(code(wanneer(gegeven({}, ...IN_HANDEN), [DAARNA, klaar()]))).toBe('geen-monitoring');
  });

  test('outlives the overdracht: what was agreed is asked of who agreed (§5.1.3)', () => {
    const casus = gegeven({}, ...IN_HANDEN, [LATER, spreekAf(VRIJDAG, 'lokale-toegang')], [DAARNA, sluit]);
    expect(lopend(casus)).toContain('monitoring');
    const weg = gegeven({}, NAAR_TEAM, [VERZONDEN, warm], [LATER, spreekAf(VRIJDAG, 'Vera')]);
    expect(weg.casus.monitoring).toHaveLength(1);
  });
});
