import { describe, expect, test } from 'vitest';
import { KLOKVERSCHIL_MS } from '../../src/kern/tijd/klokverschil.ts';
import {
  bevestig,
  BEVESTIGD,
  bijVt,
  code,
  daarna,
  gegeven,
  GEZONDEN,
  lopend,
  net,
  om,
  OPGEPAKT,
  soorten,
  TEAM,
  TEAMLID,
  toegepast,
  TRIAGE,
  VERZONDEN,
  wanneer,
  warm,
  wie,
  type OpdrachtInvoer,
} from './steun.ts';

/** Sent on Wednesday 2 December, so due at the end of Friday the 4th. */
const VERVALT = '2026-12-05T00:00:00+01:00';
const LATER = '2026-12-10T10:00:00+01:00';
const verzonden = gegeven({}, ...GEZONDEN);
const gebeld = (gegevenOp: string, rest: { via?: 'telefoon' | 'e-mail'; doorWie?: string } = {}): OpdrachtInvoer => ({
  soort: 'bevestiging-vastleggen',
  gegevenOp,
  via: 'telefoon',
  doorWie: 'Bel Baliewerk',
  ...rest,
});

describe('confirming receipt with a click (§4.1)', () => {
  const casus = gegeven({}, ...GEZONDEN, [BEVESTIGD, bevestig, { door: TEAMLID }]);

  test('moves responsibility to the team at that instant', () => {
    expect(casus.journaal.at(-1)).toMatchObject({
      soort: 'ontvangst-bevestigd',
      op: om(BEVESTIGD),
      bron: '§4.1, §5.1.3',
      gegevens: { overdracht: 1, via: 'teams', doorWie: 'Tom Team', laat: false },
    });
    expect(wie(casus, net(om(BEVESTIGD), -1))).toBe('veilig-thuis');
    expect(wie(casus, BEVESTIGD)).toBe(TEAM);
    expect(casus.casus).toMatchObject({ fase: 'ontvangen', overdracht: 1 });
  });

  test('ends the terms of confirming and of the ten weeks, not of picking up', () => {
    expect(lopend(casus)).toEqual(['client-informeren', 'melding-bespreken', 'oppakken']);
  });

  test('a second click, of whomever, is no event', () => {
    expect(soorten(wanneer(casus, [BEVESTIGD, bevestig, { door: TEAMLID }]))).toEqual([]);
    expect(soorten(wanneer(casus, [LATER, bevestig, { door: { ...TEAMLID, naam: 'Els' }, overdracht: 1 }]))).toEqual(
      [],
    );
    const opgepakt = daarna(casus, [OPGEPAKT, { soort: 'oppakken' }]);
    expect(soorten(wanneer(opgepakt, [LATER, bevestig]))).toEqual([]);
  });

  test.each([
    ['1 ms before the term is over', net(om(VERVALT), -1), false],
    ['at the instant that it is over', VERVALT, true],
    ['days after it', LATER, true],
  ])('%s it counts, and is late: %s', (_, nu, laat) => {
    const bevestigd = daarna(verzonden, [nu, bevestig]);
    expect(bevestigd.journaal.at(-1)).toMatchObject({ soort: 'ontvangst-bevestigd', gegevens: { laat } });
    expect(wie(bevestigd, nu)).toBe(TEAM);
  });

  test('when late, the passing of the term is written down first, at the instant it passed', () => {
    expect(toegepast(wanneer(verzonden, [LATER, bevestig])).map(({ soort, op }) => [soort, op])).toEqual([
      ['stap-overgeslagen', om(LATER)],
      ['termijn-verlopen', om(VERVALT)],
      ['termijn-verlopen', om('2026-12-10T00:00:00+01:00')],
      ['ontvangst-bevestigd', om(LATER)],
    ]);
  });
});

describe('confirming by phone or e-mail, entered by VT', () => {
  test.each(['telefoon', 'e-mail'] as const)('moves responsibility at the instant it was given: %s (§4.1)', (via) => {
    const casus = daarna(verzonden, [LATER, gebeld(BEVESTIGD, { via })]);
    expect(casus.journaal.at(-1)).toMatchObject({
      op: om(BEVESTIGD),
      vastgelegdOp: om(LATER),
      door: { rol: 'vt-medewerker' },
      gegevens: { via, doorWie: 'Bel Baliewerk', laat: false },
    });
    expect(wie(casus, net(om(BEVESTIGD), -1))).toBe('veilig-thuis');
    expect(wie(casus, BEVESTIGD)).toBe(TEAM);
  });

  test.each([
    ['at the very instant of sending', VERZONDEN, undefined],
    ['1 ms before it was sent', net(om(VERZONDEN), -1), 'tijdstip-te-vroeg'],
    ['now', LATER, undefined],
    ['as far ahead as clocks may differ', net(om(LATER), KLOKVERSCHIL_MS), undefined],
    ['1 ms further', net(om(LATER), KLOKVERSCHIL_MS + 1), 'tijdstip-in-toekomst'],
  ])('given %s', (_, gegevenOp, verwacht) => {
    expect(code(wanneer(verzonden, [LATER, gebeld(gegevenOp)]))).toBe(verwacht);
  });

  test.each([
    [net(om(VERVALT), -1), false],
    [om(VERVALT), true],
  ])('whether it is late follows from when it was given, not from when it was entered: %s', (gegevenOp, laat) => {
    const casus = daarna(verzonden, [LATER, 'klok'], [LATER, gebeld(gegevenOp)]);
    expect(casus.casus.overdrachten[0]?.ontvangst).toMatchObject({ op: gegevenOp, laat });
    expect(lopend(casus)).not.toContain('bevestigen');
  });

  test('the team discusses the melding within two weeks of the confirmation, not of its entry (§5.1.3)', () => {
    const casus = daarna(verzonden, [LATER, gebeld(BEVESTIGD)]);
    const termijn = casus.casus.termijnen.find(({ naam }) => naam === 'melding-bespreken');
    expect(termijn?.vervalt).toBe(om('2026-12-18T00:00:00+01:00'));
  });

  test('by a clock that is ahead of ours it was given now, and entered twice it is the same', () => {
    const vooruit = net(om(LATER), KLOKVERSCHIL_MS);
    const casus = daarna(verzonden, [LATER, gebeld(vooruit)]);
    expect(casus.journaal.at(-1)).toMatchObject({ op: om(LATER), vastgelegdOp: om(LATER) });
    expect(soorten(wanneer(casus, [net(om(LATER), 1_000), gebeld(vooruit)]))).toEqual([]);
  });

  test('entered twice is no event; another one is refused with who confirmed and when', () => {
    const casus = daarna(verzonden, [LATER, gebeld(BEVESTIGD)]);
    expect(soorten(wanneer(casus, [LATER, gebeld(BEVESTIGD)]))).toEqual([]);
    expect(wanneer(casus, [LATER, gebeld(OPGEPAKT)])).toEqual({
      geweigerd: { code: 'al-bevestigd', gegevens: { op: om(BEVESTIGD), doorNaam: 'Bel Baliewerk' } },
    });
    expect(code(wanneer(casus, [LATER, gebeld(BEVESTIGD, { doorWie: 'Iemand anders' })]))).toBe('al-bevestigd');
  });

  test('after a click it is refused, and a click after it is no event', () => {
    const geklikt = daarna(verzonden, [BEVESTIGD, bevestig, { door: TEAMLID }]);
    expect(code(wanneer(geklikt, [LATER, gebeld(VERZONDEN)]))).toBe('al-bevestigd');
    expect(soorten(wanneer(daarna(verzonden, [LATER, gebeld(BEVESTIGD)]), [LATER, bevestig]))).toEqual([]);
  });

  test('cannot reach back into the time of an earlier overdracht', () => {
    const casus = daarna(
      verzonden,
      [BEVESTIGD, bevestig],
      [OPGEPAKT, { soort: 'terugnemen', reden: 'escalatie' }],
      [LATER, warm],
    );
    expect(code(wanneer(casus, [LATER, gebeld(BEVESTIGD)]))).toBe('tijdstip-te-vroeg');
  });
});

test('a confirmed warme overdracht leaves the team with picking up alone', () => {
  expect(lopend(gegeven({}, [TRIAGE, bijVt], [VERZONDEN, warm], [BEVESTIGD, bevestig]))).toEqual(['oppakken']);
});

test('a click while the clock runs behind is dated at the last entry of the journal, never before it', () => {
  const casus = daarna(verzonden, [TRIAGE, bevestig, { door: TEAMLID }]);
  expect(casus.journaal.at(-1)).toMatchObject({ op: om(VERZONDEN), vastgelegdOp: om(VERZONDEN) });
});
