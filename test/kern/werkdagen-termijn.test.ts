import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Duur } from '../../src/kern/tijd/werkdagen.ts';
import { KALENDER, om } from './steun.ts';

const wd = (werkdagen: number): Duur => ({ werkdagen });
const weken = (aantal: number): Duur => ({ weken: aantal });

describe('a term of N werkdagen is over at 24:00 of day N; the day after the start day is day 1', () => {
  test.each([
    ['2026-12-01T10:00:00+01:00', 2, '2026-12-04T00:00:00+01:00', 'Tuesday + 2 wd: Thursday 24:00'],
    ['2026-12-01T00:00:00+01:00', 2, '2026-12-04T00:00:00+01:00', 'started at 00:00'],
    ['2026-12-01T23:59:59.999+01:00', 2, '2026-12-04T00:00:00+01:00', 'started in the last millisecond of the day'],
    ['2026-12-02T00:00:00+01:00', 2, '2026-12-05T00:00:00+01:00', 'started one millisecond later, on the next day'],
    ['2026-12-03T10:00:00+01:00', 2, '2026-12-08T00:00:00+01:00', 'Thursday + 2 wd: over the weekend'],
    ['2026-12-05T10:00:00+01:00', 1, '2026-12-08T00:00:00+01:00', 'started on Saturday: Monday is day 1'],
    ['2026-12-06T23:59:00+01:00', 1, '2026-12-08T00:00:00+01:00', 'started on Sunday evening'],
    ['2026-12-25T10:00:00+01:00', 1, '2026-12-29T00:00:00+01:00', 'started on a holiday'],
    ['2026-12-24T10:00:00+01:00', 5, '2027-01-05T00:00:00+01:00', 'Christmas and Nieuwjaarsdag in between'],
    ['2026-12-31T23:59:00+01:00', 1, '2027-01-05T00:00:00+01:00', 'Oudejaarsdag, then Friday 1 January'],
    ['2027-03-25T10:00:00+01:00', 1, '2027-03-31T00:00:00+02:00', 'Easter 2027, when summer time begins'],
    ['2026-10-23T10:00:00+02:00', 1, '2026-10-27T00:00:00+01:00', 'the weekend that summer time ends'],
    ['2026-10-25T02:30:00+02:00', 1, '2026-10-27T00:00:00+01:00', 'the first 02:30 of 25 October'],
    ['2026-10-25T02:30:00+01:00', 1, '2026-10-27T00:00:00+01:00', 'the second 02:30 of 25 October'],
    ['2026-04-24T10:00:00+02:00', 1, '2026-04-29T00:00:00+02:00', 'Koningsdag on Monday'],
    ['2026-05-13T10:00:00+02:00', 2, '2026-05-19T00:00:00+02:00', 'Hemelvaartsdag, then Friday and Monday'],
  ])('%s + %i wd ends at %s: %s', (vanaf, aantal, einde) => {
    expect(KALENDER.einde(om(vanaf), wd(aantal))).toBe(om(einde));
  });
});

describe('a term of N weeks ends at the end of the same weekday N weeks later', () => {
  test.each([
    ['2026-12-01T10:00:00+01:00', 1, '2026-12-09T00:00:00+01:00', 'the same Tuesday a week later'],
    ['2026-12-02T10:00:00+01:00', 2, '2026-12-17T00:00:00+01:00', 'two weeks'],
    ['2026-12-05T10:00:00+01:00', 2, '2026-12-22T00:00:00+01:00', 'from Saturday: to Monday (art. 1)'],
    ['2026-12-11T10:00:00+01:00', 2, '2026-12-29T00:00:00+01:00', 'ends on eerste Kerstdag: to Monday 28 (art. 1)'],
    ['2027-01-22T10:00:00+01:00', 9, '2027-03-31T00:00:00+02:00', 'ends on Goede Vrijdag: past Easter (art. 1)'],
    ['2026-09-21T10:00:00+02:00', 10, '2026-12-01T00:00:00+01:00', 'ten weeks over the end of summer time'],
    ['2027-02-01T10:00:00+01:00', 10, '2027-04-13T00:00:00+02:00', 'ten weeks over the start of summer time'],
    ['2026-10-26T23:59:59.999+01:00', 10, '2027-01-05T00:00:00+01:00', 'ten weeks over the year end'],
  ])('%s + %i weken ends at %s: %s', (vanaf, aantal, einde) => {
    expect(KALENDER.einde(om(vanaf), weken(aantal))).toBe(om(einde));
  });
});

describe('moments of pings', () => {
  test.each([
    ['2026-12-02T10:00:00+01:00', wd(1), '2026-12-04T08:30:00+01:00', 'Thursday must be over'],
    ['2026-12-03T10:00:00+01:00', wd(1), '2026-12-07T08:30:00+01:00', 'Friday over: Monday'],
    ['2026-12-23T10:00:00+01:00', wd(1), '2026-12-28T08:30:00+01:00', '24 December over: after Christmas'],
    ['2026-12-01T10:00:00+01:00', weken(1), '2026-12-09T08:30:00+01:00', 'the Tuesday over'],
  ])('"after": %s + %o gives the first opening after it is over, %s: %s', (vanaf, duur, verwacht) => {
    expect(KALENDER.openingNa(om(vanaf), duur)).toBe(om(verwacht));
  });

  test.each([
    ['2026-11-30T10:00:00+01:00', wd(4), '2026-12-04T08:30:00+01:00', 'wd 4 of a Monday is Friday'],
    ['2026-12-05T10:00:00+01:00', wd(1), '2026-12-07T08:30:00+01:00', 'wd 1 of a Saturday is Monday'],
    ['2026-11-30T10:00:00+01:00', weken(8), '2027-01-25T08:30:00+01:00', 'the werkdag eight weeks later'],
    ['2026-12-11T10:00:00+01:00', weken(2), '2026-12-28T08:30:00+01:00', 'no werkdag: the next one'],
  ])('"on": %s, %o gives the opening of that day, %s: %s', (vanaf, duur, verwacht) => {
    expect(KALENDER.openingOp(om(vanaf), duur)).toBe(om(verwacht));
  });

  test.each([
    ['2026-12-17T00:00:00+01:00', 2, '2026-12-14T08:30:00+01:00', 'due Wednesday 24:00'],
    ['2026-12-15T00:00:00+01:00', 2, '2026-12-10T08:30:00+01:00', 'due Monday 24:00: the Thursday before'],
    ['2026-12-29T00:00:00+01:00', 2, '2026-12-23T08:30:00+01:00', 'over Christmas'],
    ['2026-10-27T00:00:00+01:00', 1, '2026-10-23T08:30:00+02:00', 'over the end of summer time'],
  ])('"before": %s - %i wd gives the opening of that werkdag, %s: %s', (vervalt, aantal, verwacht) => {
    expect(KALENDER.openingVoor(om(vervalt), aantal)).toBe(om(verwacht));
  });

  test('spoed counts from 00:00 of the local day', () => {
    expect(KALENDER.beginVanDag(om('2026-12-01T00:30:00+01:00'))).toBe(om('2026-12-01T00:00:00+01:00'));
    expect(KALENDER.beginVanDag(om('2026-10-25T23:30:00+01:00'))).toBe(om('2026-10-25T00:00:00+02:00'));
  });
});

describe('werkdagen left until a term that ends on Monday 7 December 24:00', () => {
  test.each([
    ['2026-12-02T10:00:00+01:00', 3, 'Wednesday: Thursday, Friday and Monday'],
    ['2026-12-04T23:59:59.999+01:00', 1, 'Friday night'],
    ['2026-12-05T10:00:00+01:00', 1, 'Saturday'],
    ['2026-12-06T10:00:00+01:00', 1, 'Sunday'],
    ['2026-12-07T00:00:00+01:00', 0, 'the due day'],
    ['2026-12-07T23:59:59.999+01:00', 0, 'the last millisecond'],
    ['2026-12-08T00:00:00+01:00', -1, 'the day after'],
    ['2026-12-11T10:00:00+01:00', -4, 'Friday after'],
    ['2026-12-13T10:00:00+01:00', -4, 'the weekend adds none'],
    ['2026-12-14T10:00:00+01:00', -5, 'Monday after'],
  ])('are, at %s, %i: %s', (nu, verwacht) => {
    expect(KALENDER.werkdagenTot(om(nu), om('2026-12-08T00:00:00+01:00'))).toBe(verwacht);
  });

  test('are counted over Christmas and both summer-time changes', () => {
    expect(KALENDER.werkdagenTot(om('2026-12-23T10:00:00+01:00'), om('2026-12-29T00:00:00+01:00'))).toBe(2);
    expect(KALENDER.werkdagenTot(om('2026-10-23T10:00:00+02:00'), om('2026-10-27T00:00:00+01:00'))).toBe(1);
    expect(KALENDER.werkdagenTot(om('2027-03-31T10:00:00+02:00'), om('2027-03-26T00:00:00+01:00'))).toBe(-2);
  });
});

/** Days counted with Date.UTC alone: Easter by the Gregorian computus of Meeus, the law's nine days, weekends. */
function isVrij(dag: number): boolean {
  const datum = new Date(dag * 86_400_000);
  const jaar = datum.getUTCFullYear();
  const eeuw = Math.floor(jaar / 100);
  const maancyclus = jaar % 19;
  const h = (19 * maancyclus + eeuw - (eeuw >> 2) - Math.floor((8 * eeuw + 13) / 25) + 15) % 30;
  const i = h - Math.floor(h / 28) * (1 - Math.floor(29 / (h + 1)) * Math.floor((21 - maancyclus) / 11));
  const j = (jaar + (jaar >> 2) + i + 2 - eeuw + (eeuw >> 2)) % 7;
  const pasen = Date.UTC(jaar, 2, 28 + i - j) / 86_400_000;
  const koningsdag = Date.UTC(jaar, 3, 27) / 86_400_000;
  const op = (maand: number, dagVanMaand: number): number => Date.UTC(jaar, maand - 1, dagVanMaand) / 86_400_000;
  const vast = [op(1, 1), op(5, 5), op(12, 25), op(12, 26), koningsdag];
  return [0, 6].includes(datum.getUTCDay()) || [...vast, pasen - 2, pasen + 1, pasen + 39, pasen + 50].includes(dag);
}

const lokaleDag = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' });
const lokaleTijd = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', timeStyle: 'medium' });
const dagnummer = (moment: string): number => Date.parse(lokaleDag.format(new Date(moment))) / 86_400_000;
const moment = fc
  .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2035-06-30T00:00:00Z'), noInvalidDate: true })
  .map((datum) => datum.toISOString());
const werkdagen = fc.integer({ min: 1, max: 30 });
const duur: fc.Arbitrary<Duur> = fc.oneof(werkdagen.map(wd), fc.integer({ min: 1, max: 12 }).map(weken));

describe('for every moment from 2024 to 2035', () => {
  test('the end of a term is 00:00 local, after a last day that is a werkdag', () => {
    fc.assert(
      fc.property(moment, duur, (vanaf, lang) => {
        const einde = KALENDER.einde(vanaf, lang);
        expect(lokaleTijd.format(new Date(einde))).toBe('00:00:00');
        expect(isVrij(dagnummer(einde) - 1)).toBe(false);
        expect(einde > vanaf).toBe(true);
      }),
    );
  });

  test('exactly N werkdagen lie after the start day and before the end of a term of N wd', () => {
    fc.assert(
      fc.property(moment, werkdagen, (vanaf, aantal) => {
        const laatste = dagnummer(KALENDER.einde(vanaf, wd(aantal))) - 1;
        let geteld = 0;
        for (let dag = dagnummer(vanaf) + 1; dag <= laatste; dag++) if (!isVrij(dag)) geteld++;
        expect(geteld).toBe(aantal);
      }),
    );
  });

  test('a term of weeks ends N times seven days later, or on the first werkdag after', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 12 }), (vanaf, aantal) => {
        let dag = dagnummer(vanaf) + 7 * aantal;
        while (isVrij(dag)) dag++;
        expect(dagnummer(KALENDER.einde(vanaf, weken(aantal)))).toBe(dag + 1);
      }),
    );
  });

  test('a later start never gives an earlier end', () => {
    fc.assert(
      fc.property(moment, moment, duur, (een, ander, lang) => {
        const [eerder, later] = een < ander ? [een, ander] : [ander, een];
        expect(KALENDER.einde(eerder, lang) <= KALENDER.einde(later, lang)).toBe(true);
      }),
    );
  });

  test('every opening is 08:30 on a werkdag, "after" lies past the end and "on" lies within the last day', () => {
    fc.assert(
      fc.property(moment, duur, werkdagen, (vanaf, lang, ervoor) => {
        const einde = KALENDER.einde(vanaf, lang);
        const na = KALENDER.openingNa(vanaf, lang);
        const op = KALENDER.openingOp(vanaf, lang);
        const voor = KALENDER.openingVoor(einde, ervoor);
        for (const opening of [na, op, voor]) {
          expect(lokaleTijd.format(new Date(opening))).toBe('08:30:00');
          expect(isVrij(dagnummer(opening))).toBe(false);
        }
        expect(na).toBe(KALENDER.binnenKantooruren(einde));
        expect(dagnummer(op)).toBe(dagnummer(einde) - 1);
        expect(KALENDER.werkdagenTot(voor, einde)).toBe(ervoor);
      }),
    );
  });

  test('a ping never waits past the next opening, and never goes out outside office hours', () => {
    fc.assert(
      fc.property(moment, (nu) => {
        const ping = KALENDER.binnenKantooruren(nu);
        expect(ping >= nu).toBe(true);
        expect(isVrij(dagnummer(ping))).toBe(false);
        const tijd = lokaleTijd.format(new Date(ping));
        expect(tijd >= '08:30:00' && tijd < '17:00:00').toBe(true);
        for (let dag = dagnummer(nu) + 1; dag < dagnummer(ping); dag++) expect(isVrij(dag)).toBe(true);
        expect(KALENDER.binnenKantooruren(ping)).toBe(ping);
      }),
    );
  });

  test('werkdagen left counts down to 0 on the due day and is what the days say', () => {
    fc.assert(
      fc.property(moment, werkdagen, (nu, aantal) => {
        const einde = KALENDER.einde(nu, wd(aantal));
        expect(KALENDER.werkdagenTot(nu, einde)).toBe(aantal);
        const laatste = KALENDER.openingVoor(einde, 0);
        expect(KALENDER.werkdagenTot(laatste, einde)).toBe(0);
      }),
    );
  });
});
