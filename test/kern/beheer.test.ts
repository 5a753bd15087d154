import { describe, expect, test } from 'vitest';
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import { berichten } from '../../src/kern/berichten/berichten.ts';
import { legBeheerVast, wekMoment } from '../../src/kern/beslis.ts';
import type { Beheerdaad } from '../../src/kern/eigen/beheer.ts';
import type { Hiaat } from '../../src/kern/rij/opdrachtrij.ts';
import type { BeheerStuk } from '../../src/kern/stuk.ts';
import { maakKalender } from '../../src/kern/tijd/werkdagen.ts';
import { naGebeurtenissen } from '../../src/kern/verwerk.ts';
import { context, daarna, KALENDER, KLOK, om, soorten, toegepast, wanneer, type Daad, type Toestand } from './steun.ts';

const NUMMER = '~beheer';
const HIATEN: Hiaat[] = [{ wat: 'contactambtenaar', aantal: 1, bij: ['breda'] }];
const wijziging = (naar: string, wat: 'adresboek' | 'beleid' = 'adresboek') => ({
  wat,
  bestand: '/config/adresboek.json',
  naar,
  rijen: [{ waar: 'teams', erbij: 1, eraf: 0, anders: 0 }],
  meer: 0,
});

/** What a file or beheerder brings about at that moment. */
function leg(stand: Toestand<BeheerStuk> | undefined, nu: string, daad: Beheerdaad): Toestand<BeheerStuk> {
  const nieuw = toegepast(legBeheerVast(NUMMER, stand?.casus, daad, context(nu)));
  const casus = naGebeurtenissen(NUMMER, stand?.casus, nieuw);
  if (casus?.soort !== 'beheer') throw new Error('er is niets vastgelegd');
  return { casus, journaal: [...(stand?.journaal ?? []), ...nieuw] };
}
/** The record as it is made on Wednesday 2 December 2026. */
const begin = (): Toestand<BeheerStuk> =>
  leg(undefined, '2026-12-02T10:00:00+01:00', { wijzigingen: [wijziging('een')] });
const klok = (nu: string, hiaten: readonly Hiaat[] = HIATEN): Daad => [nu, 'klok', { door: KLOK, hiaten }];
const wek = ({ casus }: Toestand<BeheerStuk>, nu: string): string | undefined => wekMoment(casus, om(nu), context(nu));

describe('the journal of adresboek and beleid (domein.md §9)', () => {
  test('says of each change what it was before, from which file and what changed', () => {
    const stand = leg(begin(), '2026-12-03T10:00:00+01:00', { wijzigingen: [wijziging('twee')] });
    expect(stand.journaal.map(({ soort, gegevens }) => [soort, gegevens])).toMatchObject([
      ['instelling-gewijzigd', { van: '', naar: 'een' }],
      ['instelling-gewijzigd', { van: 'een', naar: 'twee', bestand: '/config/adresboek.json' }],
    ]);
  });

  test('holds nothing twice: a second instance with the same file finds it written', () => {
    const stand = leg(begin(), '2026-12-02T10:00:01+01:00', { wijzigingen: [wijziging('een')], hiaten: HIATEN });
    expect(stand.journaal).toHaveLength(1);
  });

  test('keeps adresboek and beleid apart', () => {
    const stand = leg(begin(), '2026-12-03T10:00:00+01:00', { wijzigingen: [wijziging('een', 'beleid')] });
    expect(stand.casus.beheer.stand).toEqual({ adresboek: 'een', beleid: 'een' });
    expect(stand.journaal).toHaveLength(2);
  });

  test('holds who linked and unlinked what, each time', () => {
    const gekoppeld = { organisatie: 'veilig-thuis', conversatie: '19:x' };
    const ontkoppeld = { organisaties: ['veilig-thuis'], conversatie: '19:x' };
    const stand = leg(leg(begin(), '2026-12-03T10:00:00+01:00', { gekoppeld }), '2026-12-03T11:00:00+01:00', {
      ontkoppeld,
    });
    expect(stand.journaal.slice(1).map(({ soort, gegevens }) => [soort, gegevens])).toEqual([
      ['gekoppeld', gekoppeld],
      ['ontkoppeld', ontkoppeld],
    ]);
  });
});

describe('gaps are told', () => {
  const post = (voor: Toestand<BeheerStuk>, na: Toestand<BeheerStuk>): string[] =>
    berichten(voor.casus, na.casus, na.journaal.slice(voor.journaal.length)).map(({ kaart, aan }) => `${kaart} ${aan}`);

  test('at once with a change that leaves them, once for adresboek and beleid together', () => {
    const voor = begin();
    const na = leg(voor, '2026-12-05T03:00:00+01:00', {
      wijzigingen: [wijziging('twee'), wijziging('b', 'beleid')],
      hiaten: HIATEN,
    });
    expect(post(voor, na)).toEqual(['adresboek beheerder']);
    expect(na.journaal.at(-1)).toMatchObject({ gegevens: { aanleiding: 'wijziging', hiaten: HIATEN } });
  });

  test.each<[string, Beheerdaad]>([
    ['a change that leaves none', { wijzigingen: [wijziging('twee')], hiaten: [] }],
    ['no change', { wijzigingen: [wijziging('een')], hiaten: HIATEN }],
    ['a link', { gekoppeld: { organisatie: 'breda', conversatie: '19:x' } }],
  ])('not at once with %s', (_wat, daad) => {
    const voor = begin();
    expect(post(voor, leg(voor, '2026-12-03T10:00:00+01:00', daad))).toEqual([]);
  });

  test('at the first opening of the next week, and not before', () => {
    const stand = begin();
    expect(wek(stand, '2026-12-02T11:00:00+01:00')).toBe(om('2026-12-07T08:30:00+01:00'));
    expect(soorten(wanneer(stand, klok('2026-12-07T08:29:59+01:00')))).toEqual([]);
    const na = daarna(stand, klok('2026-12-07T08:30:00+01:00'));
    expect(post(stand, na)).toEqual(['adresboek beheerder']);
    expect(na.journaal.at(-1)).toMatchObject({ gegevens: { aanleiding: 'week', hiaten: HIATEN } });
  });

  test('once a week, however often it is looked; the next one is a week later', () => {
    const stand = daarna(begin(), klok('2026-12-07T08:30:00+01:00'));
    for (const nu of ['2026-12-07T08:30:00+01:00', '2026-12-11T16:00:00+01:00', '2026-12-13T23:59:00+01:00'])
      expect(soorten(wanneer(stand, klok(nu)))).toEqual([]);
    expect(wek(stand, '2026-12-07T08:31:00+01:00')).toBe(om('2026-12-14T08:30:00+01:00'));
  });

  test('not again in the week in which a change told them', () => {
    const maandag = leg(begin(), '2026-12-07T07:00:00+01:00', { wijzigingen: [wijziging('twee')], hiaten: HIATEN });
    expect(wek(maandag, '2026-12-07T07:01:00+01:00')).toBe(om('2026-12-14T08:30:00+01:00'));
  });

  test('when nobody is missing it is written down that it was looked at, and nobody is told', () => {
    const stand = begin();
    const na = daarna(stand, klok('2026-12-07T08:30:00+01:00', []));
    expect(na.journaal.at(-1)).toMatchObject({ soort: 'hiaten-nagegaan', gegevens: { hiaten: [] } });
    expect(post(stand, na)).toEqual([]);
    expect(wek(na, '2026-12-07T08:31:00+01:00')).toBe(om('2026-12-14T08:30:00+01:00'));
  });

  test.each([
    ['Easter Monday: on Tuesday', '2027-03-24T10:00:00+01:00', '2027-03-30T08:30:00+02:00'],
    ['the week after summer time began', '2027-03-22T08:30:00+01:00', '2027-03-30T08:30:00+02:00'],
    ['from a Sunday: the day after', '2026-12-06T23:00:00+01:00', '2026-12-07T08:30:00+01:00'],
    ['over New Year', '2026-12-28T08:30:00+01:00', '2027-01-04T08:30:00+01:00'],
  ])('%s', (_wat, nagegaan, verwacht) => {
    const stand = leg(undefined, nagegaan, { wijzigingen: [wijziging('een')] });
    expect(wek(stand, nagegaan)).toBe(om(verwacht));
  });

  test('a week that is closed as a whole is passed over', () => {
    const dagen = ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11'];
    const kalender = maakKalender({ ...STANDAARD_BELEID.kantooruren, extraSluitingsdagen: dagen });
    expect(kalender.openingVanWeekNa(om('2026-12-02T10:00:00+01:00'))).toBe(om('2026-12-14T08:30:00+01:00'));
    expect(KALENDER.openingVanWeekNa(om('2026-12-02T10:00:00+01:00'))).toBe(om('2026-12-07T08:30:00+01:00'));
  });

  test('a bot that was off at the opening tells them when it is back, in office hours', () => {
    const stand = begin();
    expect(wek(stand, '2026-12-08T21:00:00+01:00')).toBe(om('2026-12-09T08:30:00+01:00'));
    expect(soorten(wanneer(stand, klok('2026-12-08T21:00:00+01:00')))).toEqual([]);
    expect(soorten(wanneer(stand, klok('2026-12-09T11:00:00+01:00')))).toEqual(['hiaten-nagegaan']);
  });
});
