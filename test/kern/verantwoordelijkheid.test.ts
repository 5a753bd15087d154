import { describe, expect, test } from 'vitest';
import { huidigePeriode, verantwoordelijkeOp } from '../../src/kern/casus.ts';
import {
  bevestig,
  BEVESTIGD,
  daarna,
  gegeven,
  GEZONDEN,
  IN_HANDEN,
  koud,
  MELDING,
  net,
  om,
  ONTVANGEN,
  OPGEPAKT,
  TEAM,
  TRIAGE,
  VERZONDEN,
  warm,
  wie,
  type Daad,
} from './steun.ts';

const TERUG = '2026-12-10T10:00:00+01:00';
const OPNIEUW = '2026-12-14T10:00:00+01:00';
const TWEEDE = '2026-12-15T10:00:00+01:00';
const ALTIJD = '2031-01-01T00:00:00+01:00';

describe('who is responsible, for now and for any past instant (§3, Add.3)', () => {
  const heel = gegeven(
    {},
    ...IN_HANDEN,
    [TERUG, { soort: 'terugnemen', reden: 'escalatie' }],
    [OPNIEUW, { ...warm, team: 'cjg-zuid' }],
    [TWEEDE, bevestig],
  );

  test.each<[string, string | undefined]>([
    [net(om(MELDING), -1), undefined],
    [MELDING, 'veilig-thuis'],
    [TRIAGE, 'veilig-thuis'],
    [VERZONDEN, 'veilig-thuis'],
    [net(om(BEVESTIGD), -1), 'veilig-thuis'],
    [BEVESTIGD, TEAM],
    [OPGEPAKT, TEAM],
    [net(om(TERUG), -1), TEAM],
    [TERUG, 'veilig-thuis'],
    [OPNIEUW, 'veilig-thuis'],
    [net(om(TWEEDE), -1), 'veilig-thuis'],
    [TWEEDE, 'cjg-zuid'],
    [ALTIJD, 'cjg-zuid'],
  ])('at %s it is %s', (moment, verwacht) => {
    expect(wie(heel, moment)).toBe(verwacht);
  });

  test('each stretch says since when, by which event and person and on what ground', () => {
    expect(verantwoordelijkeOp(heel.casus, om(OPGEPAKT))).toEqual({
      vanaf: om(BEVESTIGD),
      tot: om(TERUG),
      verantwoordelijke: { partij: 'lokale-toegang', team: TEAM, tijdelijk: false },
      gebeurtenis: { nr: 4, soort: 'ontvangst-bevestigd', bron: '§4.1, §5.1.3', doorNaam: 'Tom Team' },
    });
    expect(verantwoordelijkeOp(heel.casus, om(TERUG))?.gebeurtenis).toMatchObject({
      soort: 'teruggenomen',
      bron: '§5.1.3, Add.5',
    });
    expect(huidigePeriode(heel.casus)).not.toHaveProperty('tot');
  });

  test('the stretches touch: at every change there is exactly one before it and exactly one after', () => {
    const { perioden } = heel.casus;
    expect(perioden.map(({ vanaf }) => vanaf)).toEqual([MELDING, BEVESTIGD, TERUG, TWEEDE].map(om));
    for (const [index, { vanaf }] of perioden.entries()) {
      for (const moment of [vanaf, net(vanaf, 1), ...(index === 0 ? [] : [net(vanaf, -1)])]) {
        const aantal = perioden.filter((p) => p.vanaf <= moment && (p.tot === undefined || moment < p.tot)).length;
        expect(aantal).toBe(1);
      }
    }
  });
});

describe('what becomes known later', () => {
  test('a confirmation that was given on Thursday and is entered a week later counts from Thursday (§4.1)', () => {
    const gegevenOp: Daad = [
      TERUG,
      { soort: 'bevestiging-vastleggen', gegevenOp: BEVESTIGD, via: 'e-mail', doorWie: 'Els' },
    ];
    const voor = gegeven({}, ...GEZONDEN);
    expect(wie(voor, OPGEPAKT)).toBe('veilig-thuis');
    expect(wie(daarna(voor, gegevenOp), OPGEPAKT)).toBe(TEAM);
    expect(wie(daarna(voor, gegevenOp), net(om(BEVESTIGD), -1))).toBe('veilig-thuis');
  });

  test('a new melding counts from its receipt, though the team had the casus meanwhile (§3.1.2, Add.5)', () => {
    const casus = gegeven({}, ...ONTVANGEN, [TERUG, { soort: 'nieuwe-melding', ontvangenOp: OPGEPAKT }]);
    expect(wie(casus, BEVESTIGD)).toBe(TEAM);
    expect(wie(casus, net(om(OPGEPAKT), -1))).toBe(TEAM);
    expect(wie(casus, OPGEPAKT)).toBe('veilig-thuis');
    expect(wie(casus, TERUG)).toBe('veilig-thuis');
  });

  test('a new melding that came in before the team confirmed leaves VT responsible throughout (§3.1.2)', () => {
    const casus = gegeven({}, ...ONTVANGEN, [OPGEPAKT, { soort: 'nieuwe-melding', ontvangenOp: VERZONDEN }]);
    for (const moment of [MELDING, VERZONDEN, BEVESTIGD, OPGEPAKT, ALTIJD]) {
      expect(wie(casus, moment)).toBe('veilig-thuis');
    }
    expect(casus.casus.perioden.map(({ vanaf, tot }) => [vanaf, tot])).toEqual([
      [om(MELDING), om(VERZONDEN)],
      [om(VERZONDEN), undefined],
    ]);
  });

  test('everything at one instant leaves one responsible: the last', () => {
    const tegelijk: Daad[] = [
      [MELDING, { soort: 'triage-afronden', besluit: 'lokale-toegang' }],
      [MELDING, koud],
      [MELDING, bevestig],
    ];
    const bijTeam = gegeven({}, ...tegelijk);
    expect(wie(bijTeam, MELDING)).toBe(TEAM);
    expect(wie(bijTeam, net(om(MELDING), -1))).toBeUndefined();
    const terug = daarna(bijTeam, [MELDING, { soort: 'terugnemen', reden: 'escalatie' }]);
    expect(wie(terug, MELDING)).toBe('veilig-thuis');
    expect(terug.casus.perioden).toHaveLength(1);
  });
});

describe('what does not move responsibility', () => {
  test.each<[string, Daad[], string]>([
    ['a passed term', [...GEZONDEN, ['2027-03-01T10:00:00+01:00', 'klok']], 'veilig-thuis'],
    ['a refusal by the team', [...GEZONDEN, [BEVESTIGD, { soort: 'weigeren', reden: 'niet ons' }]], 'veilig-thuis'],
    ['picking up', IN_HANDEN, TEAM],
    ['a term of the team that passed', [...ONTVANGEN, ['2027-03-01T10:00:00+01:00', 'klok']], TEAM],
  ])('%s', (_, daden, verwacht) => {
    expect(wie(gegeven({}, ...daden), ALTIJD)).toBe(verwacht);
  });
});
