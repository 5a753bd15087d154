import { describe, expect, test } from 'vitest';
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import { registreer } from '../../src/kern/beslis.ts';
import { meldingSchema } from '../../src/kern/onderwerpen/melding.ts';
import { KLOKVERSCHIL_MS } from '../../src/kern/tijd/klokverschil.ts';
import { verschuif } from '../../src/kern/tijd/werkdagen.ts';
import { herleidCasus } from '../../src/kern/verwerk.ts';
import {
  bevestig,
  BEVESTIGD,
  CASUSNUMMER,
  code,
  context,
  daarna,
  gegeven,
  GEZONDEN,
  IN_HANDEN,
  koud,
  lopend,
  meld,
  MELDING,
  NAAR_TEAM,
  naarTeam,
  om,
  ONTVANGEN,
  soorten,
  TEAM,
  toegepast,
  TRIAGE,
  VERZONDEN,
  wanneer,
  wie,
  type Daad,
} from './steun.ts';

const LATER = '2026-12-09T10:00:00+01:00';
const nieuw = (ontvangenOp: string, nu = ontvangenOp): Daad => [nu, { soort: 'nieuwe-melding', ontvangenOp }];

describe('the receipt of a melding (§3.1.2, Add.3)', () => {
  test('starts the casus, with VT responsible and the terms of triage and vervolg running', () => {
    const [gebeurtenis, ...rest] = toegepast(registreer(undefined, meld(), context(MELDING)));
    expect(rest).toEqual([]);
    expect(gebeurtenis).toMatchObject({
      nr: 1,
      soort: 'melding-ontvangen',
      op: om(MELDING),
      vastgelegdOp: om(MELDING),
      bron: '§3.1.2, Add.3',
      gegevens: { gemeente: 'breda', spoed: false },
      verantwoordelijke: { partij: 'veilig-thuis', tijdelijk: false },
    });
    expect(gebeurtenis?.start?.map(({ naam, vanaf }) => [naam, vanaf])).toEqual([
      ['triage', om(MELDING)],
      ['vervolg', om(MELDING)],
    ]);
  });

  test('counts from the receipt, though it is registered days later', () => {
    const casus = gegeven({ geregistreerdOp: '2026-12-03T16:00:00+01:00' });
    expect(casus.journaal[0]).toMatchObject({ op: om(MELDING), vastgelegdOp: om('2026-12-03T16:00:00+01:00') });
    expect(wie(casus, MELDING)).toBe('veilig-thuis');
    expect(casus.casus.termijnen[0]?.vervalt).toBe(om('2026-12-08T00:00:00+01:00'));
  });

  test('by a clock that is ahead of ours is received now, and told again it is the same one', () => {
    const nu = om('2026-11-30T09:59:20+01:00');
    const uitkomst = registreer(undefined, meld(), context(nu));
    expect(uitkomst).toMatchObject({ gebeurtenissen: [{ op: nu, vastgelegdOp: nu }] });
    const casus = herleidCasus(meld().casusnummer, 'gebeurtenissen' in uitkomst ? uitkomst.gebeurtenissen : []);
    expect(soorten(registreer(casus, meld(), context(LATER)))).toEqual([]);
    const anders = { ...meld(), meldingOntvangenOp: om('2026-11-30T10:00:20.001+01:00') };
    expect(code(registreer(casus, anders, context(LATER)))).toBe('casus-bestaat-anders');
  });

  test('cannot lie in the future, not by a millisecond more than clocks may differ', () => {
    expect(code(registreer(undefined, meld(), context('2026-11-30T09:58:59.999+01:00')))).toBe('tijdstip-in-toekomst');
  });

  test.each(['', 'VT-2026-42', 'vt-2026-0042', 'VT-2026-0042; DROP TABLE', 'X VT-2026-0042', 'VT-2026-0042\n'])(
    'is refused for the casusnummer %j, which does not follow the pattern of the beleid',
    (casusnummer) => {
      const opdracht = { ...meld(), casusnummer };
      expect(code(registreer(undefined, opdracht, context(MELDING)))).toBe('casusnummer-ongeldig');
    },
  );

  test.each(['~wachtlijst-vt', '~', 'Łódź'])(
    'is refused for %j, which sorts among the records of the bot itself, whatever the pattern of the beleid',
    (casusnummer) => {
      const beleid = { ...STANDAARD_BELEID, casusnummerPatroon: '.*' };
      const opdracht = { ...meld(), casusnummer };
      expect(code(registreer(undefined, opdracht, context(MELDING, { beleid })))).toBe('casusnummer-ongeldig');
    },
  );

  test('follows a region with casusnummers of its own', () => {
    const beleid = { ...STANDAARD_BELEID, casusnummerPatroon: '^WB\\d+$' };
    const opdracht = meld({ casusnummer: 'WB7' });
    expect(soorten(registreer(undefined, opdracht, context(MELDING, { beleid })))).toEqual(['melding-ontvangen']);
  });

  test('is understood in any offset, and means the same instant', () => {
    expect(meldingSchema.parse({ ...meld(), meldingOntvangenOp: '2026-11-30T04:00:00-05:00' })).toEqual(meld());
    expect(meldingSchema.safeParse({ ...meld(), meldingOntvangenOp: '2026-11-30T10:00:00' }).success).toBe(false);
  });
});

describe('the same melding once more', () => {
  test('is no event: the casus stands there already, whatever happened to it since', () => {
    expect(soorten(registreer(gegeven().casus, meld(), context(LATER)))).toEqual([]);
    expect(soorten(registreer(gegeven({}, ...IN_HANDEN).casus, meld(), context(LATER)))).toEqual([]);
    expect(soorten(registreer(gegeven({}, ...ONTVANGEN, nieuw(LATER)).casus, meld(), context(LATER)))).toEqual([]);
  });

  test.each([
    ['another gemeente', meld({ gemeente: 'tilburg' })],
    ['another receipt', meld({ meldingOntvangenOp: TRIAGE })],
    ['spoed', meld({ spoed: true })],
  ])('with %s under the same number is refused', (_, opdracht) => {
    expect(code(registreer(gegeven().casus, opdracht, context(LATER)))).toBe('casus-bestaat-anders');
  });
});

describe('a new melding brings the casus back to VT from its receipt, and the triage term runs again (§3.1.2, Add.5)', () => {
  test.each<[string, Daad[]]>([
    ['a team that confirmed', ONTVANGEN],
    ['a team that picked up', IN_HANDEN],
    [
      'the cliëntsysteem',
      [
        [
          TRIAGE,
          {
            soort: 'triage-afronden',
            besluit: 'clientsysteem',
            voldoendeMogelijkheden: true,
            bereidZonderControle: true,
          },
        ],
      ],
    ],
    ['a casus that was closed', [[TRIAGE, { soort: 'triage-afronden', besluit: 'geen-zorgen' }]]],
  ])('from %s', (_, daden) => {
    const casus = gegeven({}, ...daden, nieuw(LATER, '2026-12-10T09:00:00+01:00'));
    expect(wie(casus, '2026-12-09T09:59:59.999+01:00')).not.toBe('veilig-thuis');
    expect(wie(casus, LATER)).toBe('veilig-thuis');
    expect(casus.casus.fase).toBe('triage');
    expect(casus.casus.triage).toBeUndefined();
    const triage = casus.casus.termijnen.find(({ naam }) => naam === 'triage');
    expect(triage).toMatchObject({ vanaf: om(LATER), vervalt: om('2026-12-17T00:00:00+01:00'), gedaan: 0 });
    expect(lopend(casus)).toContain('vervolg');
    expect(lopend(casus)).not.toContain('oppakken');
    expect(lopend(casus)).not.toContain('melding-bespreken');
  });

  test('withdraws an overdracht that is not confirmed: that team does not know of this melding', () => {
    const verzonden = gegeven({}, ...GEZONDEN);
    expect(soorten(wanneer(verzonden, nieuw(BEVESTIGD)))).toEqual([
      'overdracht-ingetrokken',
      'nieuwe-melding-ontvangen',
    ]);
    const casus = daarna(verzonden, nieuw(BEVESTIGD));
    // What was to follow on the first melding stays a duty beside that on this one.
    expect(lopend(casus)).toEqual(['client-informeren', 'triage', 'vervolg', 'vervolg']);
    expect(code(wanneer(casus, [LATER, bevestig]))).toBe('al-ingetrokken');
    expect(wie(casus, LATER)).toBe('veilig-thuis');
  });

  test('leaves responsibility where it is when VT has it, and the earlier term of triage running', () => {
    const casus = gegeven({}, nieuw(TRIAGE));
    expect(casus.casus.perioden).toHaveLength(1);
    expect(casus.casus.termijnen.map(({ naam, vanaf }) => [naam, vanaf])).toEqual([
      ['triage', om(MELDING)],
      ['vervolg', om(MELDING)],
    ]);
  });

  test('received at the very instant that VT took the casus back adds no stretch: VT had it already', () => {
    const terug: Daad = [LATER, { soort: 'terugnemen', reden: 'escalatie' }];
    const casus = gegeven({}, ...IN_HANDEN, terug, nieuw(LATER, '2026-12-10T10:00:00+01:00'));
    expect(casus.journaal.at(-1)).not.toHaveProperty('verantwoordelijke');
    expect(casus.casus.perioden.at(-1)?.gebeurtenis.soort).toBe('teruggenomen');
  });

  test('that was received before the one in triage, but is registered after it, sets the stricter term', () => {
    const casus = gegeven({}, ...ONTVANGEN, nieuw(LATER), nieuw('2026-12-07T10:00:00+01:00', LATER));
    const triage = casus.casus.termijnen.filter(({ naam }) => naam === 'triage');
    expect(triage.map(({ vervalt }) => vervalt)).toEqual([om('2026-12-15T00:00:00+01:00')]);
    expect(wie(casus, '2026-12-07T10:00:00+01:00')).toBe('veilig-thuis');
    expect(wie(casus, '2026-12-07T09:59:59.999+01:00')).toBe(TEAM);
  });

  test('once more is no event, also when another melding came in between', () => {
    const casus = gegeven({}, ...ONTVANGEN, nieuw(LATER));
    expect(soorten(wanneer(casus, nieuw(LATER, '2026-12-09T10:05:00+01:00')))).toEqual([]);
    const verder = daarna(
      casus,
      nieuw('2026-12-09T11:00:00+01:00'),
      ['2026-12-09T12:00:00+01:00', naarTeam],
      ['2026-12-09T13:00:00+01:00', koud],
      ['2026-12-09T14:00:00+01:00', bevestig],
    );
    expect(soorten(wanneer(verder, nieuw(LATER, '2026-12-09T15:00:00+01:00')))).toEqual([]);
  });

  test('just now by a clock that is ahead of ours is now, and told again it is the same one', () => {
    const casus = gegeven({}, NAAR_TEAM);
    const nu = om(VERZONDEN);
    const vooruit = nieuw(verschuif(nu, KLOKVERSCHIL_MS), nu);
    const verder = daarna(casus, vooruit);
    expect(verder.journaal.at(-1)).toMatchObject({ soort: 'nieuwe-melding-ontvangen', op: nu });
    expect(soorten(wanneer(verder, nieuw(verschuif(nu, KLOKVERSCHIL_MS), LATER)))).toEqual([]);
    expect(soorten(wanneer(verder, nieuw(verschuif(nu, KLOKVERSCHIL_MS + 1), LATER)))).toEqual([
      'nieuwe-melding-ontvangen',
    ]);
  });

  test('is not from the future, and not from before the first melding', () => {
    const casus = gegeven({}, NAAR_TEAM);
    expect(code(wanneer(casus, nieuw(LATER, VERZONDEN)))).toBe('tijdstip-in-toekomst');
    expect(code(wanneer(casus, nieuw('2026-11-30T09:59:59.999+01:00', VERZONDEN)))).toBe('tijdstip-te-vroeg');
  });
});

test('a journal without events is no casus', () => {
  expect(herleidCasus(CASUSNUMMER, [])).toBeUndefined();
});
