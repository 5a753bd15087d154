import { describe, expect, test } from 'vitest';
import { statusVan } from '../../src/kern/casus.ts';
import {
  bevestig,
  BEVESTIGD,
  bijVt,
  code,
  daarna,
  gegeven,
  GEZONDEN,
  IN_HANDEN,
  koud,
  lopend,
  NAAR_TEAM,
  om,
  ONTVANGEN,
  OPGEPAKT,
  soorten,
  status,
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

const LATER = '2026-12-10T10:00:00+01:00';
const ZUID = 'wijkteam-zuid';
const naarZuid: OpdrachtInvoer = { soort: 'overdragen', team: ZUID, wijze: 'koud', feiten: ['Er is een melding.'] };
const weiger: OpdrachtInvoer = { soort: 'weigeren', reden: 'andere gemeente' };
const trekIn: OpdrachtInvoer = { soort: 'intrekken', reden: 'verkeerd team' };
const neemTerug: OpdrachtInvoer = { soort: 'terugnemen', reden: 'afspraken niet nagekomen' };
const pakOp = (casusregisseur?: string): OpdrachtInvoer => ({
  soort: 'oppakken',
  ...(casusregisseur && { casusregisseur }),
});

describe('sending an overdracht', () => {
  test('koud, directly after triage: VT stays responsible until receipt is confirmed (§3.2, §5.1.3)', () => {
    const casus = gegeven({}, ...GEZONDEN);
    expect(casus.casus).toMatchObject({ fase: 'overgedragen', overdracht: 1 });
    expect(casus.journaal.at(-1)).toMatchObject({
      soort: 'overdracht-verzonden',
      op: om(VERZONDEN),
      gegevens: { overdracht: 1, team: TEAM, wijze: 'koud' },
      bron: '§3.2, §5.1.3, Add.4',
    });
    expect(wie(casus, LATER)).toBe('veilig-thuis');
    expect(lopend(casus)).toEqual(['bevestigen', 'client-informeren', 'oppakken', 'vervolg']);
  });

  test('warm, after a vervolgtraject (Add.4)', () => {
    const casus = gegeven({}, [TRIAGE, bijVt], [VERZONDEN, warm]);
    expect(casus.journaal.at(-1)).toMatchObject({ gegevens: { wijze: 'warm' }, bron: '§5.1.3, §6, Add.4' });
    expect(lopend(casus)).toEqual(['bevestigen', 'oppakken', 'vervolg']);
  });

  test('koud is refused after a vervolgtraject: then it is always warm (Add.4)', () => {
    expect(code(wanneer(gegeven({}, [TRIAGE, bijVt]), [VERZONDEN, koud]))).toBe('koud-na-vervolgtraject');
  });

  test.each([
    ['no written ground', { documentverwijzing: undefined }, 'warm-zonder-onderbouwing'],
    ['no agreed veiligheidsafspraken', { veiligheidsafspraken: [] }, 'warm-zonder-afspraken'],
    ['no overdrachtsgesprek and no reason', { gesprek: undefined }, 'warm-zonder-gesprek'],
  ] as const)('warm is refused with %s (§5.1.3)', (_, zonder, verwacht) => {
    const casus = gegeven({}, [TRIAGE, bijVt]);
    const { documentverwijzing, veiligheidsafspraken, gesprek, ...rest } = { ...warm, ...zonder };
    const opdracht: OpdrachtInvoer = {
      ...rest,
      veiligheidsafspraken: [...veiligheidsafspraken],
      ...(documentverwijzing && { documentverwijzing }),
      ...(gesprek && { gesprek }),
    };
    expect(code(wanneer(casus, [VERZONDEN, opdracht]))).toBe(verwacht);
  });

  test.each([
    ['planned for next week', { op: LATER }],
    ['not possible, with the reason', { geenReden: 'De cliënt ligt in het ziekenhuis.' }],
  ])('warm is allowed with an overdrachtsgesprek that is %s', (_, gesprek) => {
    expect(soorten(wanneer(gegeven({}, [TRIAGE, bijVt]), [VERZONDEN, { ...warm, gesprek }]))).toEqual([
      'overdracht-verzonden',
    ]);
  });

  test('once more to the same team is no event and starts no new terms (§5)', () => {
    const casus = gegeven({}, ...GEZONDEN);
    expect(soorten(wanneer(casus, [BEVESTIGD, koud]))).toEqual([]);
    expect(soorten(wanneer(casus, [LATER, koud]))).toEqual([]);
  });

  test('to another team withdraws the first and starts new terms, in one decision (§3.2)', () => {
    const eerst = gegeven({}, ...GEZONDEN);
    expect(soorten(wanneer(eerst, [BEVESTIGD, naarZuid]))).toEqual(['overdracht-ingetrokken', 'overdracht-verzonden']);
    const casus = daarna(eerst, [BEVESTIGD, naarZuid]);
    expect(casus.casus.overdrachten.map((een) => [een.team, statusVan(casus.casus, een)])).toEqual([
      [TEAM, 'ingetrokken'],
      [ZUID, 'verzonden'],
    ]);
    const bevestigen = casus.casus.termijnen.filter(({ naam }) => naam === 'bevestigen' || naam === 'oppakken');
    expect(bevestigen.map(({ vanaf, gedaan }) => [vanaf, gedaan])).toEqual([
      [om(BEVESTIGD), 0],
      [om(BEVESTIGD), 0],
    ]);
    expect(wie(casus, LATER)).toBe('veilig-thuis');
  });

  test('the card of the first team no longer acts after that', () => {
    const casus = gegeven({}, ...GEZONDEN, [BEVESTIGD, naarZuid]);
    for (const opdracht of [bevestig, weiger, trekIn, pakOp()]) {
      expect(code(wanneer(casus, [OPGEPAKT, opdracht, { overdracht: 1 }]))).toBe('overdracht-verouderd');
    }
    expect(soorten(wanneer(casus, [OPGEPAKT, bevestig, { overdracht: 2 }]))).toEqual(['ontvangst-bevestigd']);
  });

  test('is refused while a team has the casus, and when it is closed', () => {
    expect(code(wanneer(gegeven({}, ...ONTVANGEN), [LATER, naarZuid]))).toBe('al-overgedragen');
    expect(code(wanneer(gegeven({}, ...IN_HANDEN), [LATER, koud]))).toBe('al-overgedragen');
    const dicht = gegeven({}, [TRIAGE, { soort: 'triage-afronden', besluit: 'geen-zorgen' }]);
    expect(code(wanneer(dicht, [VERZONDEN, koud]))).toBe('casus-afgesloten');
  });

  test('a refused reassignment leaves the first overdracht as it was', () => {
    const casus = gegeven({}, [TRIAGE, bijVt], [VERZONDEN, warm]);
    expect(code(wanneer(casus, [BEVESTIGD, naarZuid]))).toBe('koud-na-vervolgtraject');
    expect(soorten(wanneer(casus, [BEVESTIGD, bevestig]))).toEqual(['ontvangst-bevestigd']);
  });
});

describe('refusing: wrong team, with a reason', () => {
  test('leaves the casus with VT and ends the terms of the overdracht (Add.3)', () => {
    const casus = gegeven({}, ...GEZONDEN, [BEVESTIGD, weiger, { door: TEAMLID }]);
    expect(casus.casus.fase).toBe('bij-veilig-thuis');
    expect(status(casus)).toBe('geweigerd');
    expect(casus.casus.overdrachten[0]).toMatchObject({
      geweigerd: { op: om(BEVESTIGD), doorNaam: 'Tom Team', reden: 'andere gemeente' },
    });
    expect(wie(casus, LATER)).toBe('veilig-thuis');
    expect(casus.casus.perioden).toHaveLength(1);
    expect(lopend(casus)).toEqual(['client-informeren', 'overdracht-versturen', 'vervolg']);
  });

  test('once more is no event; confirming after it is refused with who refused and when', () => {
    const casus = gegeven({}, ...GEZONDEN, [BEVESTIGD, weiger, { door: TEAMLID }]);
    expect(soorten(wanneer(casus, [LATER, weiger]))).toEqual([]);
    expect(wanneer(casus, [LATER, bevestig])).toEqual({
      geweigerd: { code: 'al-geweigerd', gegevens: { op: om(BEVESTIGD), doorNaam: 'Tom Team' } },
    });
  });

  test('VT can send it to the same team again, as a new overdracht', () => {
    const casus = gegeven({}, ...GEZONDEN, [BEVESTIGD, weiger], [OPGEPAKT, koud]);
    expect(casus.casus).toMatchObject({ fase: 'overgedragen', overdracht: 2 });
  });

  test('is too late once receipt is confirmed', () => {
    expect(code(wanneer(gegeven({}, ...ONTVANGEN), [LATER, weiger]))).toBe('al-bevestigd');
  });
});

describe('picking up', () => {
  test('names the casusregisseur, and leaves responsibility with the team (§4.2, §2.3)', () => {
    const casus = gegeven({}, ...ONTVANGEN, [OPGEPAKT, pakOp('Riet Regie'), { door: TEAMLID }]);
    expect(casus.journaal.at(-1)).toMatchObject({ soort: 'opgepakt', gegevens: { casusregisseur: 'Riet Regie' } });
    expect(casus.casus.fase).toBe('opgepakt');
    expect(casus.casus.perioden).toHaveLength(2);
    expect(lopend(casus)).toEqual(['client-informeren', 'melding-bespreken']);
  });

  test('without a name, who picks up is the casusregisseur (§2.3)', () => {
    expect(gegeven({}, ...IN_HANDEN).casus.overdrachten[0]?.oppakken?.casusregisseur).toBe('Tom Team');
  });

  test('is refused before receipt is confirmed', () => {
    expect(code(wanneer(gegeven({}, ...GEZONDEN), [LATER, pakOp()]))).toBe('eerst-bevestigen');
  });

  test('once more is no event; with another casusregisseur it says who has it', () => {
    const casus = gegeven({}, ...IN_HANDEN);
    expect(soorten(wanneer(casus, [LATER, pakOp()]))).toEqual([]);
    expect(soorten(wanneer(casus, [LATER, pakOp('Tom Team')]))).toEqual([]);
    expect(code(wanneer(casus, [LATER, pakOp('Riet Regie')]))).toBe('al-opgepakt');
  });
});

describe('withdrawing before receipt (§3.2)', () => {
  test('leaves the casus with VT; once more is no event; confirming after it is refused', () => {
    const casus = gegeven({}, ...GEZONDEN, [BEVESTIGD, trekIn]);
    expect(casus.casus.fase).toBe('bij-veilig-thuis');
    expect(wie(casus, LATER)).toBe('veilig-thuis');
    expect(lopend(casus)).toEqual(['client-informeren', 'overdracht-versturen', 'vervolg']);
    expect(soorten(wanneer(casus, [LATER, trekIn]))).toEqual([]);
    expect(code(wanneer(casus, [LATER, bevestig]))).toBe('al-ingetrokken');
    expect(code(wanneer(casus, [LATER, weiger]))).toBe('al-ingetrokken');
  });

  test('is too late once receipt is confirmed', () => {
    expect(code(wanneer(gegeven({}, ...ONTVANGEN), [LATER, trekIn]))).toBe('al-bevestigd');
  });
});

describe('taking back by VT (§5.1.3, Add.5)', () => {
  test.each([
    ['confirmed', ONTVANGEN],
    ['picked up', IN_HANDEN],
  ])('moves responsibility to VT at that instant and ends the terms of the team: %s', (_, daden) => {
    const casus = gegeven({}, ...daden, [LATER, neemTerug]);
    expect(wie(casus, '2026-12-10T09:59:59.999+01:00')).toBe(TEAM);
    expect(wie(casus, LATER)).toBe('veilig-thuis');
    expect(casus.casus.fase).toBe('bij-veilig-thuis');
    expect(lopend(casus)).not.toContain('oppakken');
    expect(lopend(casus)).not.toContain('melding-bespreken');
    expect(casus.casus.termijnen.find(({ naam }) => naam === 'overdracht-versturen')?.vanaf).toBe(om(LATER));
    expect(soorten(wanneer(casus, [LATER, neemTerug]))).toEqual([]);
  });

  test('is refused when no team has it', () => {
    for (const daden of [[], [NAAR_TEAM], GEZONDEN]) {
      expect(code(wanneer(gegeven({}, ...daden), [LATER, neemTerug]))).toBe('niet-bij-team');
    }
  });

  test('after it the casus can be handed over again, and the old card no longer acts', () => {
    const casus = gegeven({}, ...IN_HANDEN, [LATER, neemTerug], [LATER, { ...warm, team: ZUID }], [LATER, bevestig]);
    expect(wie(casus, LATER)).toBe(ZUID);
    expect(code(wanneer(casus, [LATER, bevestig, { overdracht: 1 }]))).toBe('overdracht-verouderd');
    expect(code(wanneer(casus, [LATER, neemTerug, { overdracht: 1 }]))).toBe('overdracht-verouderd');
    expect(soorten(wanneer(casus, [LATER, neemTerug, { overdracht: 2 }]))).toEqual(['teruggenomen']);
  });
});

test('without an overdracht there is nothing to confirm, refuse, withdraw or pick up', () => {
  for (const opdracht of [bevestig, weiger, trekIn, pakOp()]) {
    expect(code(wanneer(gegeven({}, NAAR_TEAM), [VERZONDEN, opdracht]))).toBe('geen-overdracht');
  }
  expect(toegepast(wanneer(gegeven({}, NAAR_TEAM), [VERZONDEN, koud]))).toHaveLength(1);
});
