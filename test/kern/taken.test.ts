import { describe, expect, test } from 'vitest';
import {
  BEVESTIGD,
  bijVt,
  code,
  daarna,
  gegeven,
  GEZONDEN,
  koud,
  lopend,
  MELDING,
  NAAR_TEAM,
  naarTeam,
  om,
  ONTVANGEN,
  OPGEPAKT,
  soorten,
  TRIAGE,
  VERZONDEN,
  wanneer,
  warm,
  type Daad,
  type OpdrachtInvoer,
} from './steun.ts';

const geinformeerd = (
  wie: 'clientsysteem' | 'melder' | 'betrokkenen',
  rest: Partial<Extract<OpdrachtInvoer, { soort: 'geinformeerd' }>> = {},
): OpdrachtInvoer => ({ via: 'brief', ...rest, soort: 'geinformeerd', wie });
const GEEN_ZORGEN: Daad = [TRIAGE, { soort: 'triage-afronden', besluit: 'geen-zorgen' }];
const LATER = '2026-12-10T10:00:00+01:00';

describe('informing people', () => {
  test('the cliëntsysteem and the melder are informed apart, each ending its own term (§5.1.1)', () => {
    const casus = gegeven({}, GEEN_ZORGEN, [VERZONDEN, geinformeerd('melder', { via: 'brief' })]);
    expect(casus.casus.termijnen.map(({ wie }) => wie)).toEqual(['clientsysteem']);
    expect(casus.journaal.at(-1)).toMatchObject({
      soort: 'geinformeerd',
      gegevens: { wie: 'melder', via: 'brief' },
      bron: '§5.1.1, §5.1.2',
    });
    expect(lopend(daarna(casus, [VERZONDEN, geinformeerd('clientsysteem')]))).toEqual([]);
  });

  test('a koude overdracht makes VT tell the cliënt of the melding, a warme does not (Add.2)', () => {
    expect(lopend(gegeven({}, ...GEZONDEN))).toContain('client-informeren');
    expect(lopend(gegeven({}, [TRIAGE, bijVt], [VERZONDEN, warm]))).not.toContain('client-informeren');
  });

  test('the cliënt is told of one melding once, however many teams it is handed to (Add.2)', () => {
    const casus = gegeven(
      {},
      ...GEZONDEN,
      [BEVESTIGD, { soort: 'intrekken', reden: 'verkeerd team' }],
      [OPGEPAKT, koud],
    );
    expect(casus.casus.termijnen.filter(({ naam }) => naam === 'client-informeren')).toHaveLength(1);
    const verteld = gegeven({}, ...GEZONDEN, [BEVESTIGD, geinformeerd('clientsysteem')]);
    const opnieuw = daarna(verteld, [BEVESTIGD, { soort: 'weigeren', reden: 'niet van ons' }], [OPGEPAKT, koud]);
    expect(lopend(opnieuw)).not.toContain('client-informeren');
  });

  test('the cliënt is told of each melding, also of one that was registered after the overdracht of another (Add.2)', () => {
    const casus = gegeven({}, ...GEZONDEN, [BEVESTIGD, geinformeerd('clientsysteem')]);
    const nogEen: OpdrachtInvoer = { soort: 'nieuwe-melding', ontvangenOp: TRIAGE };
    const opnieuw = daarna(casus, [OPGEPAKT, nogEen], [OPGEPAKT, naarTeam], [LATER, koud]);
    expect(lopend(opnieuw)).toContain('client-informeren');
  });

  test('a letter about the first of two meldingen, told again, is no letter about the second (§5.1.1)', () => {
    const brief = geinformeerd('melder', { op: VERZONDEN });
    const twee = gegeven(
      {},
      GEEN_ZORGEN,
      [BEVESTIGD, { soort: 'nieuwe-melding', ontvangenOp: BEVESTIGD }],
      [OPGEPAKT, { soort: 'triage-afronden', besluit: 'geen-zorgen' }],
      [LATER, brief],
    );
    expect(twee.casus.termijnen.filter(({ wie }) => wie === 'melder')).toHaveLength(1);
    expect(wanneer(twee, [LATER, brief])).toEqual({ gebeurtenissen: [] });
    expect(code(wanneer(twee, [LATER, geinformeerd('melder', { op: TRIAGE })]))).toBe('tijdstip-te-vroeg');
  });

  test('HGO: those involved are informed (§3.3.4)', () => {
    const hgo: OpdrachtInvoer = { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'hgo' };
    expect(lopend(gegeven({}, [TRIAGE, hgo], [VERZONDEN, geinformeerd('betrokkenen')]))).toEqual(['vervolg']);
  });

  test('is written down with the instant it was done: not in the future, and not before the decision that asks for it (§5.1.1)', () => {
    const casus = gegeven({}, GEEN_ZORGEN);
    const eerder = daarna(casus, [LATER, geinformeerd('melder', { op: VERZONDEN })]);
    expect(eerder.journaal.at(-1)).toMatchObject({ op: om(VERZONDEN), vastgelegdOp: om(LATER) });
    expect(code(wanneer(casus, [VERZONDEN, geinformeerd('melder', { op: LATER })]))).toBe('tijdstip-in-toekomst');
    const teVroeg = geinformeerd('melder', { op: '2026-12-01T09:59:59.999+01:00' });
    expect(code(wanneer(casus, [VERZONDEN, teVroeg]))).toBe('tijdstip-te-vroeg');
  });

  test('nobody has to be informed twice: once more is no event, and without a duty it is refused', () => {
    const casus = gegeven({}, GEEN_ZORGEN, [VERZONDEN, geinformeerd('melder')]);
    expect(wanneer(casus, [BEVESTIGD, geinformeerd('melder')])).toEqual({ gebeurtenissen: [] });
    expect(code(wanneer(casus, [BEVESTIGD, geinformeerd('betrokkenen')]))).toBe('taak-loopt-niet');
  });
});

describe('a koude overdracht is discussed with those involved by the team (§5.1.3)', () => {
  const besproken = (op: string): OpdrachtInvoer => ({ soort: 'melding-besproken', op });

  test('within a term that starts when receipt is confirmed, and that ends when it was done', () => {
    const casus = gegeven({}, ...ONTVANGEN);
    const term = casus.casus.termijnen.find(({ naam }) => naam === 'melding-bespreken');
    expect(term).toMatchObject({ vanaf: om(BEVESTIGD), vervalt: om('2026-12-18T00:00:00+01:00') });
    const klaar = daarna(casus, [LATER, besproken(OPGEPAKT)]);
    expect(klaar.journaal.at(-1)).toMatchObject({ soort: 'melding-besproken', op: om(OPGEPAKT), bron: '§5.1.3' });
    expect(lopend(klaar)).not.toContain('melding-bespreken');
  });

  test('a warme overdracht has no such term: it was discussed in the overdrachtsgesprek', () => {
    const casus = gegeven({}, [TRIAGE, bijVt], [VERZONDEN, warm], [BEVESTIGD, { soort: 'ontvangst-bevestigen' }]);
    expect(lopend(casus)).toEqual(['oppakken']);
    expect(code(wanneer(casus, [LATER, besproken(LATER)]))).toBe('taak-loopt-niet');
  });

  test('not in the future, not before receipt is confirmed; once more is no event', () => {
    const casus = gegeven({}, ...ONTVANGEN);
    expect(code(wanneer(casus, [OPGEPAKT, besproken(LATER)]))).toBe('tijdstip-in-toekomst');
    expect(code(wanneer(casus, [OPGEPAKT, besproken(VERZONDEN)]))).toBe('tijdstip-te-vroeg');
    expect(code(wanneer(gegeven({}, ...GEZONDEN), [OPGEPAKT, besproken(OPGEPAKT)]))).toBe('taak-loopt-niet');
    const klaar = daarna(casus, [OPGEPAKT, besproken(OPGEPAKT)]);
    expect(wanneer(klaar, [LATER, besproken(OPGEPAKT)])).toEqual({ gebeurtenissen: [] });
  });
});

describe('informing the gemeente (§4.1)', () => {
  const informeer: OpdrachtInvoer = { soort: 'gemeente-geinformeerd', wie: 'de contactambtenaar' };
  const LADDER = '2026-12-10T08:30:00+01:00';

  test('is a duty once the ladder says so, and is done by saying who was told', () => {
    const casus = gegeven({}, ...GEZONDEN);
    expect(code(wanneer(casus, [VERZONDEN, informeer]))).toBe('taak-loopt-niet');
    const verplicht = daarna(casus, [LADDER, 'klok']);
    expect(lopend(verplicht)).toContain('informeer-gemeente');
    const klaar = daarna(verplicht, [LATER, informeer]);
    expect(klaar.journaal.at(-1)).toMatchObject({
      soort: 'gemeente-geinformeerd',
      gegevens: { wie: 'de contactambtenaar' },
    });
    expect(lopend(klaar)).not.toContain('informeer-gemeente');
    expect(wanneer(klaar, [LATER, informeer])).toEqual({ gebeurtenissen: [] });
  });

  test('is no duty any more when the team confirms after all; that it was late stays on record (§4.1)', () => {
    const casus = gegeven({}, ...GEZONDEN, [LADDER, 'klok'], [LATER, { soort: 'ontvangst-bevestigen' }]);
    expect(lopend(casus)).not.toContain('informeer-gemeente');
    expect(lopend(casus)).not.toContain('bevestigen');
    expect(casus.journaal.at(-1)).toMatchObject({ soort: 'ontvangst-bevestigd', gegevens: { laat: true } });
  });
});

test('a casus in triage has no duty to inform', () => {
  expect(code(wanneer(gegeven(), [MELDING, geinformeerd('melder')]))).toBe('taak-loopt-niet');
  expect(lopend(gegeven({}, NAAR_TEAM))).toEqual(['overdracht-versturen', 'vervolg']);
  expect(soorten(wanneer(gegeven(), [MELDING, 'klok']))).toEqual([]);
});
