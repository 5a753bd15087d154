import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lokaleDatum, toonMoment, toonTermijn, verschuif } from '../../src/kern/tijd/werkdagen.ts';
import { begrijp } from '../../src/toepassing/gesprek/vraag.ts';

/** Wednesday 11 March 2026, 10:30 in Amsterdam (winter time, UTC+1). */
const NU = '2026-03-11T09:30:00.000Z';
const vraag = (wanneer: string, nu = NU) => begrijp(`wie was verantwoordelijk voor VT-2026-0001 ${wanneer}?`, nu);
const verwacht = (op: string) => ({ soort: 'verantwoordelijk', casusnummer: 'VT-2026-0001', op });
const dagEinde = (dag: string) => `${dag}T22:59:59.999Z`;

describe('a day with a clock time is that moment in Amsterdam', () => {
  test.each([
    ['op 3 maart 2026 om 14:00', '2026-03-03T13:00:00.000Z'],
    ['op 3 maart 2026 14:00', '2026-03-03T13:00:00.000Z'],
    ['op 3 maart 14:00', '2026-03-03T13:00:00.000Z'],
    ['op 3 maart om 14 uur', '2026-03-03T13:00:00.000Z'],
    ['op 3 maart 14 uur', '2026-03-03T13:00:00.000Z'],
    ['op 3 maart om 14', '2026-03-03T13:00:00.000Z'],
    ['op 3 maart om 14.00 uur', '2026-03-03T13:00:00.000Z'],
    ['om 14:00 op 3 maart', '2026-03-03T13:00:00.000Z'],
    ['3/3/26 14.00', '2026-03-03T13:00:00.000Z'],
    ['3-3-2026 14u30', '2026-03-03T13:30:00.000Z'],
    ['2026-03-03T14:00', '2026-03-03T13:00:00.000Z'],
    ['di 3 mrt 2026 10:15', '2026-03-03T09:15:00.000Z'],
    ['di 3 mrt 2026 24:00', '2026-03-03T23:00:00.000Z'],
    ['eergisteren 9:00', '2026-03-09T08:00:00.000Z'],
    ['gisteren om 8 uur', '2026-03-10T07:00:00.000Z'],
    ["gisteren om 8 uur 's avonds", '2026-03-10T19:00:00.000Z'],
    ['gisteravond 8 uur', '2026-03-10T19:00:00.000Z'],
    ['vanmorgen om 9 uur', '2026-03-11T08:00:00.000Z'],
    ['vandaag om 10 uur', '2026-03-11T09:00:00.000Z'],
    ['om 9:15', '2026-03-11T08:15:00.000Z'],
    ['afgelopen maandag om 10 uur', '2026-03-09T09:00:00.000Z'],
    ['op 1 juli 2025 om 14:00', '2025-07-01T12:00:00.000Z'],
  ])('%s', (wanneer, op) => {
    expect(vraag(wanneer)).toEqual(verwacht(op));
  });
});

describe('a day without a clock time is its last millisecond', () => {
  test.each([
    ['op 3 maart 2026', '2026-03-03'],
    ['op 3 maart', '2026-03-03'],
    ['op 3 mrt.', '2026-03-03'],
    ["op 3 mrt '26", '2026-03-03'],
    ['op 3 maart 26', '2026-03-03'],
    ['op 3e maart 2026', '2026-03-03'],
    ['op 3 MAART 2026', '2026-03-03'],
    ['op 3 mart 2026', '2026-03-03'],
    ['op 3 febuari 2026', '2026-02-03'],
    ['op 3maart2026', '2026-03-03'],
    ['op 3-3-2026', '2026-03-03'],
    ['op 03-03-2026', '2026-03-03'],
    ['op 3/3', '2026-03-03'],
    ['op 3.3.2026', '2026-03-03'],
    ['op 3 3 2026', '2026-03-03'],
    ['op 2026-03-03', '2026-03-03'],
    ['op dinsdag 3 maart', '2026-03-03'],
    ['di 3 maart', '2026-03-03'],
    ['gisteren', '2026-03-10'],
    ['gistern', '2026-03-10'],
    ['eergisteren', '2026-03-09'],
    ['afgelopen maandag', '2026-03-09'],
    ['afgelopen woensdag', '2026-03-04'],
    ['op maandag', '2026-03-09'],
    ['op ma', '2026-03-09'],
    ['donderdag jl.', '2026-03-05'],
  ])('%s', (wanneer, dag) => {
    expect(vraag(wanneer)).toEqual(verwacht(dagEinde(dag)));
  });

  test('in summer that is an hour earlier in UTC', () => {
    expect(vraag('op 1 juli 2025')).toEqual(verwacht('2025-07-01T21:59:59.999Z'));
  });
  test('the days on which summer time begins and ends have their own last millisecond', () => {
    const nu = '2026-12-01T12:00:00.000Z';
    expect(vraag('op 29 maart 2026', nu)).toEqual(verwacht('2026-03-29T21:59:59.999Z'));
    expect(vraag('op 25 oktober 2026', nu)).toEqual(verwacht('2026-10-25T22:59:59.999Z'));
  });
});

describe('today without a clock time is now', () => {
  test.each(['vandaag', 'op 11 maart', '11-3-2026', 'woensdag 11 maart'])('%s', (wanneer) => {
    expect(vraag(wanneer)).toEqual(verwacht(NU));
  });
  test('just after midnight it is already the next day in Amsterdam', () => {
    expect(vraag('gisteren', '2026-03-10T23:30:00.000Z')).toEqual(verwacht(dagEinde('2026-03-10')));
  });
});

describe('a date without a year is the most recent one', () => {
  test.each([
    ['op 10 maart', dagEinde('2026-03-10')],
    ['op 12 maart', dagEinde('2025-03-12')],
    ['op 31 december', dagEinde('2025-12-31')],
    ['op 29 februari', dagEinde('2024-02-29')],
  ])('%s', (wanneer, op) => {
    expect(vraag(wanneer)).toEqual(verwacht(op));
  });
});

describe('a future moment is given as it is', () => {
  test.each([
    ['morgen', dagEinde('2026-03-12')],
    ['overmorgen om 9:00', '2026-03-13T08:00:00.000Z'],
    ['op 1 april 2027 om 12:00', '2027-04-01T10:00:00.000Z'],
    ['vandaag om 23:00', '2026-03-11T22:00:00.000Z'],
  ])('%s', (wanneer, op) => {
    expect(vraag(wanneer)).toEqual(verwacht(op));
  });
});

describe('what is not fully understood is asked back, with the piece in question', () => {
  test.each([
    ['op 31 februari', '31 februari'],
    ['op 29-2-2026', '29-2-2026'],
    ['op 45-13-2026', '45-13-2026'],
    ['op 3 maart om 25:00', '3 maart 25:00'],
    ['op 3 maart 14:75', '3 maart 14:75'],
    ['op 3 maart 1926', '3 maart 1926'],
    ['op maandag 3 maart 2026', '3 maart 2026 maandag'],
    ['vorige week maandag', 'maandag vorige week'],
    ['vorige maandag', 'maandag vorige'],
    ['op woensdag', 'woensdag'],
    ['twee weken geleden', 'weken geleden'],
    ['2 uur geleden', '2 uur geleden'],
    ['over 2 uur', 'over 2 uur'],
    ['tussen 3 maart en 5 maart', 'tussen 3 maart en'],
    ['sinds gisteren', 'sinds gisteren'],
    ['op 3 maart en 4 maart', '3 maart 4 maart'],
    ['gisteravond', 'gisteravond'],
    ['vanochtend', 'vanochtend'],
    ['om half drie', 'half'],
    ['op drie maart', 'maart'],
    ['in mei', 'mei'],
    ['eerder', 'eerder'],
    ['op de 3e', '3e'],
    ['2026-03-03T14:00:00Z', '2026-03-03t 14:00:00z'],
  ])('%s', (wanneer, tekst) => {
    expect(vraag(wanneer)).toEqual({ soort: 'datum-onduidelijk', casusnummer: 'VT-2026-0001', tekst });
  });
});

describe('a moment in another question', () => {
  test.each(['status VT-2026-0001 op 3 maart', 'VT-2026-0001 op 3 maart', 'VT-2026-0001 3-3-2026'])(
    '%s asks who was responsible then',
    (zin) => {
      expect(begrijp(zin, NU)).toEqual(verwacht(dagEinde('2026-03-03')));
    },
  );
  test('the numbers of a casusnummer are no date', () => {
    expect(begrijp('wie op 3 maart VT-2026-0312 14:00', NU)).toEqual({
      ...verwacht('2026-03-03T13:00:00.000Z'),
      casusnummer: 'VT-2026-0312',
    });
  });
  test('a timeline shows everything, whatever date is named', () => {
    expect(begrijp('tijdlijn VT-2026-0001 vorige week', NU)).toEqual({
      soort: 'tijdlijn',
      casusnummer: 'VT-2026-0001',
    });
  });
});

describe('properties', () => {
  const minuut = fc
    .integer({ min: Date.parse('2015-01-01T00:00:00Z') / 60_000, max: Date.parse('2060-01-01T00:00:00Z') / 60_000 })
    .map((minuten) => new Date(minuten * 60_000).toISOString());
  /** The hour that the end of summer time brings twice has one name, so it cannot come back exactly. */
  const dubbelUur = (op: string) =>
    toonMoment(op) === toonMoment(verschuif(op, 3_600_000)) || toonMoment(op) === toonMoment(verschuif(op, -3_600_000));

  test('a moment as the bot shows it is read back as the same moment', () => {
    fc.assert(
      fc.property(minuut, minuut, (op, nu) => {
        fc.pre(!dubbelUur(op));
        expect(vraag(toonMoment(op), nu)).toEqual(verwacht(op));
        expect(vraag(toonTermijn(op), nu)).toEqual(verwacht(op));
      }),
    );
  });

  test('a date without a year never lies in the future and never more than eight years back', () => {
    fc.assert(
      fc.property(minuut, minuut, (dag, nu) => {
        const { maand, dag: dagVanMaand } = lokaleDatum(dag);
        const antwoord = vraag(`op ${dagVanMaand}-${maand}`, nu);
        const op = antwoord.soort === 'verantwoordelijk' ? antwoord.op : undefined;
        expect(op).toBeDefined();
        expect(op! <= nu).toBe(true);
        expect(lokaleDatum(op!)).toMatchObject({ maand, dag: dagVanMaand });
        expect(lokaleDatum(nu).jaar - lokaleDatum(op!).jaar).toBeLessThanOrEqual(8);
      }),
    );
  });
});
