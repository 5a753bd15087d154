import { describe, expect, test } from 'vitest';
import type { Dader } from '../../src/kern/woorden.ts';
import {
  code,
  daarna,
  eens,
  gegeven,
  GEZONDEN,
  hoger,
  IN_HANDEN,
  koud,
  NAAR_TEAM,
  net,
  om,
  oneens,
  ONTVANGEN,
  soorten,
  TEAM,
  TEAMLID,
  vol,
  VT,
  wanneer,
  wie,
  type Daad,
  type OpdrachtInvoer,
} from './steun.ts';

/** Law 1 of domein.md §1 at the end of a meningsverschil (§4.3, Add.6): nobody gets a casus by the other side's word. */
const RAAD = '2026-12-10T10:00:00+01:00';
const LATER = '2026-12-10T11:00:00+01:00';
const DAARNA = '2026-12-10T12:00:00+01:00';
const AMBTENAAR: Dader = { rol: 'contactambtenaar', kanaal: 'teams', namens: 'breda', id: 'aad-ans', naam: 'Ans Ambt' };
const aanvaard: OpdrachtInvoer = { soort: 'uitkomst-aanvaarden' };
const wijsAf: OpdrachtInvoer = { soort: 'uitkomst-afwijzen', reden: 'wij missen de bevoegdheid' };
const GEWEIGERD: Daad[] = [
  ...GEZONDEN,
  ['2026-12-03T10:00:00+01:00', { soort: 'weigeren', reden: 'niet van ons' }, { door: TEAMLID }],
];
const akkoord = (op: string) =>
  ({
    ...eens('lokale-toegang'),
    akkoord: { doorWie: 'Els van Noord', via: 'telefoon', op },
  }) as OpdrachtInvoer;

describe('Veilig Thuis settles a meningsverschil to a team that refused (§4.3, Add.3)', () => {
  const verschil = gegeven({}, ...GEWEIGERD, [RAAD, oneens, { door: VT }]);
  const voorgesteld = daarna(verschil, [LATER, eens('lokale-toegang'), { door: VT }]);

  test('alone: that is a proposal, and the family stays in sight of Veilig Thuis', () => {
    expect(voorgesteld.journaal.at(-1)).toMatchObject({
      soort: 'uitkomst-voorgesteld',
      gegevens: { overdracht: 1, uitkomst: 'lokale-toegang', doorPartij: 'veilig-thuis' },
    });
    expect(voorgesteld.casus).toMatchObject({ fase: 'meningsverschil', voorstel: { uitkomst: 'lokale-toegang' } });
    expect(wie(voorgesteld, DAARNA)).toBe('veilig-thuis');
    expect(soorten(wanneer(voorgesteld, [DAARNA, eens('lokale-toegang'), { door: VT }]))).toEqual([]);
  });

  test('and the team accepts: from that instant it is theirs, without a confirmation of receipt that never was', () => {
    const klaar = daarna(voorgesteld, [DAARNA, aanvaard, { door: TEAMLID }]);
    expect(wie(klaar, net(om(DAARNA), -1))).toBe('veilig-thuis');
    expect(wie(klaar, DAARNA)).toBe(TEAM);
    expect(klaar.casus.overdrachten[0]).toMatchObject({ overgenomen: { op: om(DAARNA), doorWie: 'Tom Team' } });
    expect(klaar.casus.overdrachten[0]).not.toHaveProperty('ontvangst');
    expect(soorten(wanneer(klaar, [DAARNA, aanvaard, { door: TEAMLID }]))).toEqual([]);
  });

  test('and the team says no: Veilig Thuis keeps it tijdelijk, the conversation goes on, and can be proposed again', () => {
    const nee = daarna(voorgesteld, [DAARNA, wijsAf, { door: TEAMLID }]);
    expect(wie(nee, DAARNA)).toBe('veilig-thuis');
    expect(nee.casus).toMatchObject({ fase: 'meningsverschil', stap: 1, afgewezen: 'lokale-toegang' });
    expect(nee.casus.termijnen.map(({ naam }) => naam)).toContain('gesprek-professionals');
    expect(soorten(wanneer(nee, [DAARNA, wijsAf, { door: TEAMLID }]))).toEqual([]);
    expect(code(wanneer(nee, [DAARNA, aanvaard, { door: TEAMLID }]))).toBe('geen-voorstel');
    expect(soorten(wanneer(nee, [DAARNA, eens('lokale-toegang')]))).toEqual(['uitkomst-voorgesteld']);
  });

  test('nobody but the team can accept or refuse it', () => {
    expect(code(wanneer(voorgesteld, [DAARNA, aanvaard, { door: VT }]))).toBe('voorstel-voor-ander');
    expect(code(wanneer(voorgesteld, [DAARNA, wijsAf, { door: AMBTENAAR }]))).toBe('voorstel-voor-ander');
    expect(code(wanneer(verschil, [DAARNA, aanvaard, { door: TEAMLID }]))).toBe('geen-voorstel');
    expect(code(wanneer(gegeven({}, ...ONTVANGEN), [DAARNA, aanvaard, { door: TEAMLID }]))).toBe(
      'geen-meningsverschil',
    );
  });

  test('with the word of the team on the phone: recorded with who, how and when, and it holds from then', () => {
    const klaar = daarna(verschil, [DAARNA, akkoord(LATER), { door: VT }]);
    expect(klaar.journaal.at(-1)).toMatchObject({
      soort: 'meningsverschil-opgelost',
      op: om(LATER),
      gegevens: { uitkomst: 'lokale-toegang', akkoordDoor: 'Els van Noord', akkoordVia: 'telefoon' },
    });
    expect(wie(klaar, net(om(LATER), -1))).toBe('veilig-thuis');
    expect(wie(klaar, LATER)).toBe(TEAM);
    expect(code(wanneer(verschil, [LATER, akkoord(DAARNA)]))).toBe('tijdstip-in-toekomst');
    expect(code(wanneer(verschil, [LATER, akkoord(net(om(RAAD), -1))]))).toBe('tijdstip-te-vroeg');
    // Only Veilig Thuis records it: a contactambtenaar who says that the team agrees has proposed it.
    expect(soorten(wanneer(verschil, [DAARNA, akkoord(LATER), { door: AMBTENAAR }]))).toEqual(['uitkomst-voorgesteld']);
  });
});

describe('a team gives the casus away by a meningsverschil (§4.3, Add.5)', () => {
  const verschil = gegeven({}, ...IN_HANDEN, [RAAD, oneens, { door: TEAMLID }]);
  const voorgesteld = daarna(verschil, [LATER, eens('veilig-thuis'), { door: TEAMLID }]);
  const nu = (casus: typeof verschil) => casus.casus.perioden.at(-1)?.verantwoordelijke;

  test('that is a proposal: Veilig Thuis has it tijdelijk, and no more than that', () => {
    expect(nu(voorgesteld)).toMatchObject({ partij: 'veilig-thuis', tijdelijk: true });
    expect(voorgesteld.casus.fase).toBe('meningsverschil');
  });

  test('until Veilig Thuis accepts', () => {
    const klaar = daarna(voorgesteld, [DAARNA, aanvaard, { door: VT }]);
    expect(nu(klaar)).toEqual({ partij: 'veilig-thuis', tijdelijk: false });
    expect(code(wanneer(voorgesteld, [DAARNA, aanvaard, { door: TEAMLID }]))).toBe('voorstel-voor-ander');
  });

  test('and takes it back upon itself at once, which needs nobody else', () => {
    const terug = daarna(voorgesteld, [DAARNA, eens('lokale-toegang'), { door: TEAMLID }]);
    expect(wie(terug, DAARNA)).toBe(TEAM);
  });

  test('the gemeente of step 3 is no side: what it records is a proposal for whoever gets the casus', () => {
    const stap3 = daarna(verschil, [LATER, hoger(1)], [LATER, hoger(2)]);
    for (const uitkomst of ['lokale-toegang', 'veilig-thuis'] as const) {
      expect(soorten(wanneer(stap3, [DAARNA, eens(uitkomst), { door: AMBTENAAR }]))).toEqual(['uitkomst-voorgesteld']);
    }
  });
});

describe('an outcome for the team passes what an overdracht must pass (§3.1.2, §4.2, Add.4)', () => {
  const opnieuw = (triage: Extract<OpdrachtInvoer, { soort: 'triage-afronden' }>): Daad[] => [
    ...ONTVANGEN,
    [RAAD, { soort: 'nieuwe-melding', ontvangenOp: RAAD }],
    [RAAD, triage],
    [LATER, oneens],
  ];
  const neemt: Daad = [DAARNA, eens('lokale-toegang'), { door: TEAMLID }];

  test('a conclusion of triage keeps the casus at Veilig Thuis, whoever agrees (§3.1.2)', () => {
    const casus = gegeven(
      {},
      ...opnieuw({ soort: 'triage-afronden', besluit: 'veilig-thuis', conclusies: ['structurele-onveiligheid'] }),
    );
    expect(code(wanneer(casus, neemt))).toBe('conclusie-houdt-bij-vt');
    expect(code(wanneer(casus, [DAARNA, eens('lokale-toegang'), { door: VT }]))).toBe('conclusie-houdt-bij-vt');
    expect(code(wanneer(casus, [DAARNA, akkoord(DAARNA), { door: VT }]))).toBe('conclusie-houdt-bij-vt');
  });

  test('after an onderzoek of Veilig Thuis a koude overdracht of before is no way to the team (Add.4)', () => {
    const casus = gegeven({}, ...opnieuw({ soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'onderzoek' }));
    expect(code(wanneer(casus, neemt))).toBe('koud-na-vervolgtraject');
  });

  test('a team with a wachtlijst cannot be given it, here or in another casus; also not by accepting later (§4.2)', () => {
    const elders = { teamHeeftWachtlijst: true };
    const verschil = gegeven({}, ...GEWEIGERD, [RAAD, oneens]);
    expect(code(wanneer(verschil, [DAARNA, eens('lokale-toegang'), { door: TEAMLID, ...elders }]))).toBe(
      'team-heeft-wachtlijst',
    );
    const voorstel = daarna(verschil, [LATER, eens('lokale-toegang')]);
    expect(code(wanneer(voorstel, [DAARNA, aanvaard, { door: TEAMLID, ...elders }]))).toBe('team-heeft-wachtlijst');
    const vanDitTeam = gegeven({}, ...ONTVANGEN, [RAAD, vol, { door: TEAMLID }], [LATER, oneens]);
    expect(code(wanneer(vanDitTeam, neemt))).toBe('team-heeft-wachtlijst');
  });

  test('a plain disagreement about a koude overdracht has nothing in its way', () => {
    const casus = gegeven({}, NAAR_TEAM, ['2026-12-02T10:00:00+01:00', koud], [LATER, oneens]);
    expect(soorten(wanneer(casus, neemt))).toContain('meningsverschil-opgelost');
  });
});
