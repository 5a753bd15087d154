import { describe, expect, test } from 'vitest';
import { instantVanLokaal, maakKalender, toonMoment, toonTermijn, verschuif } from '../../src/kern/tijd/werkdagen.ts';
import { KALENDER, om } from './steun.ts';

const kantoor = { opening: '08:30', sluiting: '17:00' };
const werkdag = (datum: string): boolean => KALENDER.isWerkdag(om(`${datum}T12:00:00Z`));

/** Easter Sunday by the almanac, written out so that no calculation stands between the test and the year. */
const PASEN: Record<number, string> = {
  2024: '03-31',
  2025: '04-20',
  2026: '04-05',
  2027: '03-28',
  2028: '04-16',
  2029: '04-01',
  2030: '04-21',
  2031: '04-13',
  2032: '03-28',
  2033: '04-17',
  2034: '04-09',
  2035: '03-25',
};
const dagenLater = (datum: string, dagen: number): string =>
  new Date(Date.parse(`${datum}T00:00:00Z`) + dagen * 86_400_000).toISOString().slice(0, 10);
const weekdag = (datum: string): number => new Date(`${datum}T00:00:00Z`).getUTCDay();

describe.each(Object.entries(PASEN))('the holidays of %s (Algemene termijnenwet art. 3)', (jaar, dag) => {
  const pasen = `${jaar}-${dag}`;
  const koningsdag = weekdag(`${jaar}-04-27`) === 0 ? `${jaar}-04-26` : `${jaar}-04-27`;
  const feestdagen = new Set([
    `${jaar}-01-01`,
    dagenLater(pasen, -2),
    dagenLater(pasen, 1),
    koningsdag,
    `${jaar}-05-05`,
    dagenLater(pasen, 39),
    dagenLater(pasen, 50),
    `${jaar}-12-25`,
    `${jaar}-12-26`,
  ]);

  test('are nine days, and with the weekends the only days that are no werkdag', () => {
    expect(feestdagen.size).toBe(9);
    const anders: string[] = [];
    for (let datum = `${jaar}-01-01`; datum.startsWith(jaar); datum = dagenLater(datum, 1)) {
      const verwacht = weekdag(datum) !== 0 && weekdag(datum) !== 6 && !feestdagen.has(datum);
      if (werkdag(datum) !== verwacht) anders.push(datum);
    }
    expect(anders).toEqual([]);
  });
});

describe('a werkdag', () => {
  test.each([
    ['2026-01-01', 'Nieuwjaarsdag'],
    ['2026-04-03', 'Goede Vrijdag'],
    ['2026-04-06', 'tweede Paasdag'],
    ['2026-04-27', 'Koningsdag on a Monday'],
    ['2026-05-05', '5 mei in a year without a lustrum'],
    ['2025-05-05', '5 mei in a lustrum year'],
    ['2026-05-14', 'Hemelvaartsdag'],
    ['2026-05-25', 'tweede Pinksterdag'],
    ['2026-12-25', 'eerste Kerstdag'],
    ['2025-12-26', 'tweede Kerstdag'],
    ['2026-11-28', 'a Saturday'],
    ['2026-11-29', 'a Sunday'],
  ])('is not %s: %s', (datum) => {
    expect(werkdag(datum)).toBe(false);
  });

  test.each([
    ['2025-04-28', 'the Monday after a Koningsdag that moved from Sunday 27 to Saturday 26 April'],
    ['2026-04-30', 'the former Koninginnedag'],
    ['2026-05-04', 'Dodenherdenking'],
    ['2026-05-15', 'the Friday after Hemelvaartsdag'],
    ['2026-12-04', 'the day before Sinterklaas'],
    ['2025-12-05', 'Sinterklaas'],
    ['2026-12-24', 'the day before Christmas'],
    ['2026-12-31', 'Oudejaarsdag'],
  ])('is %s: %s', (datum) => {
    expect(werkdag(datum)).toBe(true);
  });

  test('follows the local day: 23:30 UTC on Friday is Saturday in Amsterdam', () => {
    expect(KALENDER.isWerkdag(om('2026-12-04T22:59:59.999Z'))).toBe(true);
    expect(KALENDER.isWerkdag(om('2026-12-04T23:00:00Z'))).toBe(false);
  });

  test('is not an extra closing day of the beleid', () => {
    const kalender = maakKalender({ ...kantoor, extraSluitingsdagen: ['2026-12-24', '2026-12-31'] });
    expect(kalender.isWerkdag(om('2026-12-24T12:00:00Z'))).toBe(false);
    expect(kalender.einde(om('2026-12-23T10:00:00+01:00'), { werkdagen: 1 })).toBe(om('2026-12-29T00:00:00+01:00'));
    expect(KALENDER.einde(om('2026-12-23T10:00:00+01:00'), { werkdagen: 1 })).toBe(om('2026-12-25T00:00:00+01:00'));
  });
});

describe('what users read', () => {
  test.each([
    ['2026-12-01T09:15:00Z', 'di 1 dec 2026 10:15'],
    ['2026-07-01T08:05:00Z', 'wo 1 jul 2026 10:05'],
    ['2027-03-01T08:00:00Z', 'ma 1 mrt 2027 09:00'],
    ['2027-05-09T22:00:00Z', 'ma 10 mei 2027 00:00'],
    ['2026-10-25T00:30:00Z', 'zo 25 okt 2026 02:30'],
    ['2026-10-25T01:30:00Z', 'zo 25 okt 2026 02:30'],
  ])('%s is shown as "%s"', (moment, tekst) => {
    expect(toonMoment(om(moment))).toBe(tekst);
  });

  test.each([
    ['2026-12-02T00:00:00+01:00', 'di 1 dec 2026 24:00'],
    ['2027-01-01T00:00:00+01:00', 'do 31 dec 2026 24:00'],
    ['2026-10-26T00:00:00+01:00', 'zo 25 okt 2026 24:00'],
    ['2027-03-29T00:00:00+02:00', 'zo 28 mrt 2027 24:00'],
    ['2026-12-02T00:01:00+01:00', 'wo 2 dec 2026 00:01'],
    ['2026-12-01T12:00:00+01:00', 'di 1 dec 2026 12:00'],
  ])('the due instant %s is shown as "%s", not as the next day', (moment, tekst) => {
    expect(toonTermijn(om(moment))).toBe(tekst);
  });

  test('a day that does not exist is no instant', () => {
    expect(instantVanLokaal({ jaar: 2026, maand: 2, dag: 31, uur: 10, minuut: 0 })).toBeUndefined();
    expect(instantVanLokaal({ jaar: 2026, maand: 13, dag: 1, uur: 10, minuut: 0 })).toBeUndefined();
    expect(instantVanLokaal({ jaar: 2028, maand: 2, dag: 29, uur: 10, minuut: 0 })).toBe(
      om('2028-02-29T10:00:00+01:00'),
    );
    expect(instantVanLokaal({ jaar: 2026, maand: 7, dag: 1, uur: 24, minuut: 0 })).toBeUndefined();
    expect(instantVanLokaal({ jaar: 2027, maand: 3, dag: 28, uur: 2, minuut: 30 })).toBeUndefined();
    expect(instantVanLokaal({ jaar: 2026, maand: 10, dag: 25, uur: 2, minuut: 30 })).toBe('2026-10-25T01:30:00.000Z');
  });
});

describe('office hours', () => {
  test.each([
    ['2026-12-01T08:29:59.999+01:00', '2026-12-01T08:30:00+01:00', '1 ms before opening'],
    ['2026-12-01T08:30:00+01:00', '2026-12-01T08:30:00+01:00', 'at opening'],
    ['2026-12-01T16:59:59.999+01:00', '2026-12-01T16:59:59.999+01:00', '1 ms before closing'],
    ['2026-12-01T17:00:00+01:00', '2026-12-02T08:30:00+01:00', 'at closing'],
    ['2026-12-02T00:00:00+01:00', '2026-12-02T08:30:00+01:00', 'at midnight'],
    ['2026-12-04T17:00:00+01:00', '2026-12-07T08:30:00+01:00', 'Friday at closing'],
    ['2026-12-05T12:00:00+01:00', '2026-12-07T08:30:00+01:00', 'a Saturday at noon'],
    ['2026-12-24T17:00:00+01:00', '2026-12-28T08:30:00+01:00', 'the evening before Christmas'],
    ['2026-10-25T03:00:00+01:00', '2026-10-26T08:30:00+01:00', 'the Sunday that summer time ends'],
    ['2027-03-28T12:00:00+02:00', '2027-03-30T08:30:00+02:00', 'the Easter Sunday that summer time begins'],
  ])('at %s a ping goes out at %s: %s', (moment, verwacht) => {
    expect(KALENDER.binnenKantooruren(om(moment))).toBe(om(verwacht));
  });

  test('are those of the beleid', () => {
    const kalender = maakKalender({ opening: '07:05', sluiting: '22:10', extraSluitingsdagen: [] });
    expect(kalender.binnenKantooruren(om('2026-12-01T07:04:59.999+01:00'))).toBe(om('2026-12-01T07:05:00+01:00'));
    expect(kalender.binnenKantooruren(om('2026-12-01T22:09:59.999+01:00'))).toBe(om('2026-12-01T22:09:59.999+01:00'));
    expect(kalender.binnenKantooruren(om('2026-12-01T22:10:00+01:00'))).toBe(om('2026-12-02T07:05:00+01:00'));
  });

  test('verschuif moves over the change to winter time in real milliseconds', () => {
    expect(verschuif(om('2026-10-25T02:30:00+02:00'), 3_600_000)).toBe(om('2026-10-25T02:30:00+01:00'));
  });
});
