import { describe, expect, test } from 'vitest';
import type { Bericht } from '../../src/kern/berichten/bericht.ts';
import { berichten } from '../../src/kern/berichten/berichten.ts';
import { noteerBezorging } from '../../src/kern/beslis.ts';
import type { Casus } from '../../src/kern/casus.ts';
import { stapVan } from '../../src/kern/termijnen.ts';
import { verwerk } from '../../src/kern/verwerk.ts';
import {
  bevestig,
  BEVESTIGD,
  bijVt,
  context,
  gegeven,
  GEZONDEN,
  IN_HANDEN,
  koud,
  MELDING,
  NAAR_TEAM,
  naarTeam,
  om,
  ONTVANGEN,
  OPGEPAKT,
  TEAM,
  toegepast,
  TRIAGE,
  VERZONDEN,
  wanneer,
  warm,
  type Daad,
  type OpdrachtInvoer,
  type Toestand,
} from './steun.ts';

const LATER = '2026-12-09T10:00:00+01:00';

/** `kaart -> addressee`, with the team and the overdracht where there is one, and `*` for a card drawn again. */
const kort = ({ kaart, aan, team, overdracht, bijwerken }: Bericht): string =>
  [
    `${kaart}${bijwerken ? '*' : ''}`,
    '->',
    aan,
    ...(team ? [team] : []),
    ...(overdracht ? [`#${overdracht}`] : []),
  ].join(' ');

function post(voor: Toestand, daad: Daad): Bericht[] {
  const gebeurtenissen = toegepast(wanneer(voor, daad));
  const na = gebeurtenissen.reduce<Casus>((casus, g) => verwerk(casus, g), voor.casus);
  return berichten(voor.casus, na, gebeurtenissen);
}
const posten = (voor: Toestand, daad: Daad): string[] => post(voor, daad).map(kort);

const NOORD = `${TEAM} #1`;
const KAARTEN = [`overdracht* -> kanaal-team ${NOORD}`, `volgkaart* -> kanaal-vt ${NOORD}`];

describe('what VT does by itself is told to nobody', () => {
  test('the registration of a melding', () => {
    const { casus, journaal } = gegeven();
    expect(berichten(undefined, casus, journaal)).toEqual([]);
  });

  test.each<[string, Toestand, Daad]>([
    ['triage for a team', gegeven(), [TRIAGE, naarTeam]],
    ['triage for a vervolgtraject', gegeven(), [TRIAGE, bijVt]],
    ['a new melding in triage', gegeven(), [LATER, { soort: 'nieuwe-melding', ontvangenOp: LATER }]],
    [
      'informing the melder',
      gegeven({}, [TRIAGE, { soort: 'triage-afronden', besluit: 'geen-zorgen' }]),
      [LATER, { soort: 'geinformeerd', wie: 'melder', via: 'brief' }],
    ],
  ])('%s', (_, voor, daad) => {
    expect(posten(voor, daad)).toEqual([]);
  });
});

describe('the cards of an overdracht (§5.1.3)', () => {
  test.each([
    ['koud', gegeven({}, NAAR_TEAM), koud],
    ['warm', gegeven({}, [TRIAGE, bijVt]), warm],
  ] as const)('are posted once, in the channel of the team and in that of VT: %s', (_, voor, opdracht) => {
    expect(post(voor, [VERZONDEN, opdracht])).toEqual([
      { nr: 3, kaart: 'overdracht', aan: 'kanaal-team', team: TEAM, overdracht: 1 },
      { nr: 3, kaart: 'volgkaart', aan: 'kanaal-vt', team: TEAM, overdracht: 1 },
    ]);
  });

  test('at a reassignment: new ones for the new team, the old ones drawn again, and the first team is told (§3.2)', () => {
    const opdracht: OpdrachtInvoer = {
      soort: 'overdragen',
      team: 'cjg-zuid',
      wijze: 'koud',
      feiten: ['Er is een melding.'],
    };
    expect(posten(gegeven({}, ...GEZONDEN), [BEVESTIGD, opdracht])).toEqual([
      `voortgang -> kanaal-team ${NOORD}`,
      'overdracht -> kanaal-team cjg-zuid #2',
      'volgkaart -> kanaal-vt cjg-zuid #2',
      ...KAARTEN,
    ]);
  });

  test.each<[string, Toestand, Daad, string]>([
    ['confirmed: VT is told (§4.1)', gegeven({}, ...GEZONDEN), [BEVESTIGD, bevestig], 'kanaal-vt'],
    [
      'confirmed by phone: VT is told (§4.1)',
      gegeven({}, ...GEZONDEN),
      [LATER, { soort: 'bevestiging-vastleggen', gegevenOp: LATER, via: 'telefoon', doorWie: 'Els' }],
      'kanaal-vt',
    ],
    [
      'refused: VT is told at once (Add.3)',
      gegeven({}, ...GEZONDEN),
      [BEVESTIGD, { soort: 'weigeren', reden: 'niet van ons' }],
      'kanaal-vt',
    ],
    ['picked up: VT is told (§4.2)', gegeven({}, ...ONTVANGEN), [OPGEPAKT, { soort: 'oppakken' }], 'kanaal-vt'],
    [
      'withdrawn: the team is told (§3.2)',
      gegeven({}, ...GEZONDEN),
      [BEVESTIGD, { soort: 'intrekken', reden: 'verkeerd team' }],
      'kanaal-team',
    ],
    [
      'taken back: the team is told (Add.5)',
      gegeven({}, ...IN_HANDEN),
      [LATER, { soort: 'terugnemen', reden: 'escalatie' }],
      'kanaal-team',
    ],
    [
      'ended by a new melding: the team is told (Add.5)',
      gegeven({}, ...IN_HANDEN),
      [LATER, { soort: 'nieuwe-melding', ontvangenOp: LATER }],
      'kanaal-team',
    ],
    [
      'withdrawn because of a new melding: the team is told (Add.5)',
      gegeven({}, ...GEZONDEN),
      [BEVESTIGD, { soort: 'nieuwe-melding', ontvangenOp: BEVESTIGD }],
      'kanaal-team',
    ],
  ])('%s, and both cards are drawn again', (_, voor, daad, aan) => {
    expect(posten(voor, daad)).toEqual([`voortgang -> ${aan} ${NOORD}`, ...KAARTEN]);
  });

  test('a duty that is done while the overdracht runs draws the cards again, and tells nobody else', () => {
    expect(posten(gegeven({}, ...ONTVANGEN), [OPGEPAKT, { soort: 'melding-besproken', op: OPGEPAKT }])).toEqual(
      KAARTEN,
    );
  });

  test('a repeated click says nothing again', () => {
    expect(posten(gegeven({}, ...ONTVANGEN), [OPGEPAKT, bevestig])).toEqual([]);
  });
});

describe('pings of a casus that nobody answers (§4.1, §4.2)', () => {
  const momenten = [
    ['2026-12-04T08:30', ['ping -> kanaal-team']],
    ['2026-12-05T00:00', []],
    ['2026-12-07T08:30', ['ping -> kanaal-team', 'ping -> kanaal-vt']],
    ['2026-12-08T08:30', ['ping -> leidinggevende-team', 'ping -> leidinggevende-vt']],
    ['2026-12-09T08:30', ['ping -> kanaal-team']],
    ['2026-12-10T08:30', ['ping -> kanaal-vt', 'ping -> contactambtenaar']],
    ['2026-12-14T08:30', ['ping -> kanaal-vt', 'ping -> leidinggevende-vt', 'ping -> kanaal-team']],
    // The gemeente is still not informed: VT and its leidinggevende hear that every werkdag.
    ['2026-12-15T08:30', ['ping -> kanaal-vt', 'ping -> leidinggevende-vt']],
    ['2026-12-17T08:30', ['ping -> kanaal-team', 'ping -> kanaal-vt', 'ping -> leidinggevende-vt']],
    ['2026-12-21T08:30', ['ping -> leidinggevende-team', 'ping -> leidinggevende-vt', 'ping -> kanaal-vt']],
    ['2026-12-24T08:30', ['ping -> kanaal-vt', 'ping -> leidinggevende-vt']],
  ] as const;
  const nu = (moment: string): string => `${moment}:00+01:00`;

  test.each(momenten)('at %s: %j, in the thread of the card, and both cards drawn again', (moment, pings) => {
    const eerder = momenten.filter(([ander]) => ander < moment).map(([ander]): Daad => [nu(ander), 'klok']);
    const gepost = posten(gegeven({}, ...GEZONDEN, ...eerder), [nu(moment), 'klok']);
    const verwacht = pings.map((ping) => `${ping} ${NOORD}`);
    expect(gepost.filter((bericht) => bericht.startsWith('ping')).toSorted()).toEqual(verwacht.toSorted());
    expect(gepost.filter((bericht) => !bericht.startsWith('ping'))).toEqual(KAARTEN);
  });

  test('steps of one moment for one addressee become one message that names them all', () => {
    const voor = gegeven({}, ...GEZONDEN, ['2026-12-09T08:30:00+01:00', 'klok']);
    const gepost = post(voor, ['2026-12-10T08:30:00+01:00', 'klok']);
    const aanVt = gepost.filter(({ kaart, aan }) => kaart === 'ping' && aan === 'kanaal-vt');
    expect(aanVt).toHaveLength(1);
    expect(aanVt[0]?.stappen).toEqual([
      { termijn: 'bevestigen-3', stap: 'ladder-2' },
      { termijn: 'client-informeren-clientsysteem-3', stap: 'melding' },
    ]);
    const ladder = stapVan(voor.casus, { termijn: 'bevestigen-3', stap: 'ladder-2' });
    expect(ladder).toMatchObject({ termijn: { naam: 'bevestigen' }, stap: { taak: 'informeer-gemeente' } });
  });

  test('a reminder that is skipped is told to nobody', () => {
    const gepost = posten(gegeven({}, ...GEZONDEN), ['2026-12-05T12:00:00+01:00', 'klok']);
    expect(gepost).toEqual(KAARTEN);
  });

  test('a term that passed before a late confirmation gives no ping: the news is the confirmation', () => {
    expect(posten(gegeven({}, ...GEZONDEN), [LATER, bevestig])).toEqual([
      `voortgang -> kanaal-vt ${NOORD}`,
      ...KAARTEN,
    ]);
  });
});

describe('pings of terms without an overdracht', () => {
  test.each<[string, Toestand, string, string[]]>([
    ['triage, reminder (§3.1.2)', gegeven(), '2026-12-04T08:30:00+01:00', ['ping -> kanaal-vt']],
    [
      'triage, passed',
      gegeven({}, ['2026-12-08T00:00+01:00', 'klok']),
      '2026-12-08T08:30:00+01:00',
      ['ping -> kanaal-vt'],
    ],
    [
      'triage, ladder',
      gegeven({}, ['2026-12-08T08:30+01:00', 'klok']),
      '2026-12-10T08:30:00+01:00',
      ['ping -> leidinggevende-vt'],
    ],
    [
      'schriftelijk informeren of two people, passed: one message (§5.1.1)',
      gegeven({}, [TRIAGE, { soort: 'triage-afronden', besluit: 'geen-zorgen' }]),
      '2026-12-09T08:30:00+01:00',
      ['ping -> kanaal-vt'],
    ],
  ])('%s', (_, voor, moment, verwacht) => {
    expect(posten(voor, [moment, 'klok'])).toEqual(verwacht);
  });

  test('melding bespreken, passed: the team, in the thread of its card (§5.1.3)', () => {
    const voor = gegeven(
      {},
      ...IN_HANDEN,
      [OPGEPAKT, { soort: 'geinformeerd', wie: 'clientsysteem' }],
      ['2026-12-18T00:00:00+01:00', 'klok'],
    );
    expect(posten(voor, ['2026-12-18T08:30:00+01:00', 'klok'])).toEqual([`ping -> kanaal-team ${NOORD}`, ...KAARTEN]);
  });
});

describe('delivery', () => {
  const { casus } = gegeven({}, ...GEZONDEN);
  const bezorg = (soort: 'bericht-bezorgd' | 'bericht-onzeker' | 'bericht-onbezorgbaar'): string[] => {
    const gegevens = { sleutel: 's', kaart: 'overdracht', waar: TEAM, code: '403' };
    const gebeurtenissen = noteerBezorging(casus, context(LATER), soort, gegevens);
    const na = gebeurtenissen.reduce<Casus>((stand, g) => verwerk(stand, g), casus);
    return berichten(casus, na, gebeurtenissen).map(kort);
  };

  test('a message that cannot be delivered is told to VT; one that was, or may have been, makes no new message', () => {
    expect(bezorg('bericht-onbezorgbaar')).toEqual(['onbezorgbaar -> kanaal-vt']);
    expect(bezorg('bericht-bezorgd')).toEqual([]);
    expect(bezorg('bericht-onzeker')).toEqual([]);
  });

  test('is dated now, and never before the last entry of the journal', () => {
    const gegevens = { sleutel: 's', kaart: 'overdracht', waar: TEAM, code: '403' };
    const [gebeurtenis] = noteerBezorging(casus, context(MELDING), 'bericht-bezorgd', gegevens);
    expect(gebeurtenis).toMatchObject({ nr: 4, vastgelegdOp: om(VERZONDEN) });
  });
});
