import { describe, expect, test } from 'vitest';
import { wekMoment } from '../../src/kern/beslis.ts';
import { loopt } from '../../src/kern/termijnen.ts';
import {
  bijVt,
  code,
  context,
  daarna,
  eens,
  gegeven,
  GEZONDEN,
  IN_HANDEN,
  ingegrepen,
  KLOK,
  koud,
  lopend,
  NAAR_TEAM,
  om,
  oneens,
  ONTVANGEN,
  soorten,
  TRIAGE,
  VERZONDEN,
  vol,
  wanneer,
  type Daad,
  type OpdrachtInvoer,
  type Toestand,
} from './steun.ts';

/** Law 2 of domein.md §1: a casus at Veilig Thuis never sleeps. */
const casusregie = {
  soort: 'triage-afronden',
  besluit: 'veilig-thuis',
  vervolg: 'casusregie',
  contactpersoon: 'Vera',
} as const;
const lopen = ({ casus }: Toestand): string[] =>
  casus.termijnen
    .filter(loopt)
    .map(({ naam }) => naam)
    .toSorted();
const term = ({ casus }: Toestand, naam: string) => casus.termijnen.findLast((termijn) => termijn.naam === naam);

/** Lets time pass as the alarm says, up to an instant. */
function laatLopen(toestand: Toestand, tot: string): Toestand {
  let stand = toestand;
  for (let nu = stand.casus.laatstVastgelegd; ;) {
    const wek = wekMoment(stand.casus, nu, context(nu));
    if (wek === undefined || wek > om(tot)) return stand;
    stand = daarna(stand, [wek, 'klok', { door: KLOK, eerdereStap3: 0 }]);
    nu = wek;
  }
}

describe('a melding of March whose vervolg nobody set going (§3.2, Add.7)', () => {
  const maart = gegeven({ meldingOntvangenOp: '2026-03-02T10:00:00+01:00' }, ['2026-03-03T10:00:00+01:00', casusregie]);
  const zomer = laatLopen(maart, '2026-09-01T09:00:00+02:00');

  test('is told to the leidinggevende of Veilig Thuis every two weeks, as long as it is not met', () => {
    const gezegd = zomer.journaal.filter(
      ({ soort, gegevens }) => soort === 'termijn-opgeschaald' && gegevens.termijn === 'vervolg-1',
    );
    // From 19 May to 25 August there are eight Tuesdays two weeks apart; the first is the step of the ladder.
    expect(gezegd.map(({ op }) => op)).toEqual(
      ['05-19', '06-02', '06-16', '06-30', '07-14', '07-28', '08-11', '08-25'].map((dag) =>
        om(`2026-${dag}T08:30:00+02:00`),
      ),
    );
    expect(lopen(zomer)).toEqual(['vervolg']);
  });

  test('a new melding of September starts its terms anew, and the old duty is not forgotten', () => {
    const sept = '2026-09-01T10:00:00+02:00';
    const nieuw = daarna(zomer, [sept, { soort: 'nieuwe-melding', ontvangenOp: sept }], [sept, casusregie]);
    expect(term(nieuw, 'vervolg')).toMatchObject({ vanaf: om(sept), vervalt: om('2026-11-11T00:00:00+01:00') });
    expect(lopen(nieuw)).toEqual(['vervolg', 'vervolg']);
    const klaar = daarna(nieuw, [sept, { soort: 'vervolg-ingezet', wat: 'casusregie begonnen', op: sept }]);
    expect(lopen(klaar)).toEqual(['zicht-bij-vt']);
  });

  test('is met by recording that it was set going: not in triage, not before the melding, not twice', () => {
    const op = '2026-03-10T10:00:00+01:00';
    const ingezet = (wanneerIngezet: string) =>
      ({ soort: 'vervolg-ingezet', wat: 'gesprek met het gezin', op: wanneerIngezet }) as const;
    const klaar = daarna(maart, [op, ingezet(op)]);
    expect(klaar.journaal.some(({ soort, bron }) => soort === 'vervolg-ingezet' && bron === '§3.2, Add.7')).toBe(true);
    expect(lopend(klaar)).toEqual(['zicht-bij-vt']);
    expect(soorten(wanneer(klaar, [op, ingezet(op)]))).toEqual([]);
    expect(code(wanneer(maart, [op, ingezet('2026-03-02T09:59:59+01:00')]))).toBe('tijdstip-te-vroeg');
    expect(code(wanneer(maart, [op, ingezet('2026-03-11T10:00:00+01:00')]))).toBe('tijdstip-in-toekomst');
    expect(code(wanneer(gegeven(), [TRIAGE, ingezet(TRIAGE)]))).toBe('triage-niet-afgerond');
    expect(code(wanneer(gegeven({}, ...IN_HANDEN), ['2026-12-09T10:00:00+01:00', ingezet(TRIAGE)]))).toBe(
      'taak-loopt-niet',
    );
  });
});

describe('where nothing else runs at Veilig Thuis, it is asked whether the casus is still there (§3.1.2, §3.2)', () => {
  const NU = '2026-12-14T10:00:00+01:00';
  const rustig: [string, Daad[]][] = [
    [
      'a disagreement that was settled to VT',
      [...ONTVANGEN, ['2026-12-10T10:00:00+01:00', oneens], [NU, eens('veilig-thuis')]],
    ],
    [
      'a wachtlijst whose gemeente was informed',
      [
        ...ONTVANGEN,
        ['2026-12-10T10:00:00+01:00', vol],
        [NU, { soort: 'geinformeerd', wie: 'clientsysteem', via: 'brief' }],
        [NU, { soort: 'gemeente-geinformeerd', wie: 'Ans' }],
      ],
    ],
  ];
  test.each(rustig)('%s', (_, daden) => {
    const casus = laatLopen(gegeven({}, ...daden), '2026-12-24T10:00:00+01:00');
    expect(lopen(casus)).toEqual(['zicht-bij-vt']);
  });

  const vervuld = gegeven({}, [TRIAGE, bijVt], [TRIAGE, { soort: 'vervolg-ingezet', wat: 'onderzoek', op: TRIAGE }]);

  test('is answered, and asked again eight weeks later', () => {
    const antwoord = '2027-01-29T10:00:00+01:00';
    const gevraagd = laatLopen(vervuld, antwoord);
    expect(gevraagd.journaal.map(({ soort }) => soort)).toContain('verloop-gemeld');
    const bevestigd = daarna(gevraagd, [antwoord, { soort: 'zicht-bevestigen', toelichting: 'loopt nog' }]);
    // Eight weeks later is Goede Vrijdag: the first werkdag after it is the Tuesday after Pasen.
    expect(term(bevestigd, 'zicht-bij-vt')).toMatchObject({
      vanaf: om(antwoord),
      vervalt: om('2027-03-31T00:00:00+02:00'),
    });
    expect(soorten(wanneer(bevestigd, [antwoord, { soort: 'zicht-bevestigen' }]))).toEqual([]);
    expect(code(wanneer(gegeven({}, ...GEZONDEN), [NU, { soort: 'zicht-bevestigen' }]))).toBe('taak-loopt-niet');
  });

  test('told again after a new melding began the vervolg anew, of an instant before it: that was done already', () => {
    const begonnen: OpdrachtInvoer = { soort: 'vervolg-ingezet', wat: 'onderzoek', op: TRIAGE };
    const MELDING_2 = '2026-12-08T10:00:00+01:00';
    const twee = gegeven(
      {},
      [TRIAGE, bijVt],
      [MELDING_2, { soort: 'nieuwe-melding', ontvangenOp: MELDING_2 }],
      [NU, bijVt],
      [NU, begonnen],
    );
    expect(lopen(twee)).toContain('vervolg');
    expect(wanneer(twee, [NU, begonnen])).toEqual({ gebeurtenissen: [] });
    // Of another instant before it nothing was told: that is no repeat.
    expect(code(wanneer(twee, [NU, { ...begonnen, op: VERZONDEN }]))).toBe('tijdstip-te-vroeg');
  });

  test('unanswered it is said again and again, for years (law 2)', () => {
    const jaren = laatLopen(vervuld, '2030-01-01T10:00:00+01:00');
    const gezegd = jaren.journaal.filter(({ soort }) => soort === 'termijn-opgeschaald');
    expect(gezegd.length).toBeGreaterThan(16);
    expect(lopen(jaren)).toEqual(['zicht-bij-vt']);
  });

  test('an agreement to look in ten years is no zicht of today', () => {
    const ooit = daarna(vervuld, [
      NU,
      { soort: 'monitoring-afspreken', op: '2036-12-01T10:00:00+01:00', wie: 'Vera', wat: 'bellen' },
    ]);
    expect(lopen(ooit)).toEqual(['monitoring', 'zicht-bij-vt']);
  });

  test('a casus that fell asleep under earlier rules is woken by the first round', () => {
    const slaapt = { ...vervuld, casus: { ...vervuld.casus, termijnen: [] } };
    expect(wekMoment(slaapt.casus, om(NU), context(NU))).toBe(om(NU));
    expect(soorten(wanneer(slaapt, [NU, 'klok', { door: KLOK }]))).toEqual(['zicht-bewaakt']);
  });
});

describe('direct means direct: what is to be sent has a term of its own (§5.1.3)', () => {
  const DAG = '2026-12-09T10:00:00+01:00';
  const TERUG = '2026-12-14T10:00:00+01:00';
  test.each<[string, Daad[]]>([
    ['triage for a team', [NAAR_TEAM]],
    ['a refusal', [...GEZONDEN, [DAG, { soort: 'weigeren', reden: 'niet van ons' }]]],
    ['a withdrawal', [...GEZONDEN, [DAG, { soort: 'intrekken', reden: 'verkeerd team' }]]],
    ['taking back', [...IN_HANDEN, [DAG, { soort: 'terugnemen', reden: 'escalatie' }]]],
    [
      'handing back',
      [...IN_HANDEN, [DAG, { soort: 'terugleggen-vragen', reden: 'r' }], [DAG, { soort: 'terugleggen-accepteren' }]],
    ],
    ['the intervention of the gemeente', [...GEZONDEN, [DAG, vol], [DAG, ingegrepen]]],
  ])('%s starts it; a new melding ends it, with its own triage', (_, daden) => {
    const casus = gegeven({}, ...daden);
    expect(lopen(casus)).toContain('overdracht-versturen');
    const opnieuw = daarna(casus, [TERUG, { soort: 'nieuwe-melding', ontvangenOp: TERUG }]);
    expect(lopend(opnieuw)).not.toContain('overdracht-versturen');
  });

  test('sending ends it, and so does the decision that Veilig Thuis stays involved, or a disagreement', () => {
    expect(lopend(gegeven({}, NAAR_TEAM, [DAG, koud]))).not.toContain('overdracht-versturen');
    expect(lopend(gegeven({}, NAAR_TEAM, [DAG, { ...casusregie, herziening: true }]))).not.toContain(
      'overdracht-versturen',
    );
    const geweigerd: Daad[] = [...GEZONDEN, [DAG, { soort: 'weigeren', reden: 'niet van ons' }], [DAG, oneens]];
    expect(lopend(gegeven({}, ...geweigerd))).not.toContain('overdracht-versturen');
  });
});
