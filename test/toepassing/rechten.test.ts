import { describe, expect, test } from 'vitest';
import type { Casus } from '../../src/kern/casus.ts';
import { OPDRACHT_SOORTEN, type OpdrachtSoort } from '../../src/kern/opdrachten.ts';
import type { Rol } from '../../src/toepassing/streek/adresboek.ts';
import { metAfgeleiden, nieuwDocument, valtIn } from '../../src/toepassing/casus/casusdocument.ts';
import {
  kringVan,
  lijstBereik,
  magDoen,
  magDossierKrijgen,
  magInhoudZien,
  registratiesysteem,
  type Aanvrager,
} from '../../src/toepassing/casus/rechten.ts';
import {
  context,
  eens,
  gegeven,
  GEZONDEN,
  hoger,
  MELDING,
  ONTVANGEN,
  oneens,
  TEAM,
  TEAMLID,
  type Daad,
} from '../kern/steun.ts';

const wie = (...rollen: Rol[]): Aanvrager => ({ id: 'aad', naam: 'Iemand', kanaal: 'teams', rollen });
const VT = wie({ rol: 'vt-medewerker' });
const VT_LEIDING = wie({ rol: 'vt-leidinggevende' });
const LID = wie({ rol: 'team-lid', team: TEAM });
const LEIDING = wie({ rol: 'team-leidinggevende', team: TEAM });
const AMBTENAAR = wie({ rol: 'contactambtenaar', gemeente: 'breda' });
const ANDERE_AMBTENAAR = wie({ rol: 'contactambtenaar', gemeente: 'roosendaal' });
const ANDER_LID = wie({ rol: 'team-lid', team: 'wijkteam-zuid' });
const BUITENSTAANDERS = {
  niemand: wie(),
  beheerder: wie({ rol: 'beheerder' }),
  stuurgroep: wie({ rol: 'stuurgroep' }),
  contactambtenaar: AMBTENAAR,
  'lid van een ander team': ANDER_LID,
};
const VAN_HET_TEAM: OpdrachtSoort[] = [
  'ontvangst-bevestigen',
  'weigeren',
  'oppakken',
  'melding-besproken',
  'niet-binnen-termijn',
  'terugleggen-vragen',
  'signaleren',
];
/** Either side may do these, whoever of them holds the casus (§4.2, §4.3, §5.1.3). */
const VAN_BEIDE: OpdrachtSoort[] = [
  'wachtlijst-melden',
  'meningsverschil-melden',
  'meningsverschil-opschalen',
  'uitkomst-aanvaarden',
  'uitkomst-afwijzen',
  'monitoring-afspreken',
  'monitoring-afronden',
];

const VAN_DE_GEMEENTE: OpdrachtSoort[] = [
  'interventie-gemeente-vastleggen',
  'meningsverschil-opschalen',
  'meningsverschil-oplossen',
];

/** Judged by what is stored beside the casus. */
const kent = (aanvrager: Aanvrager, casus: Casus): boolean =>
  valtIn(
    kringVan(aanvrager),
    metAfgeleiden(nieuwDocument(casus.casusnummer), casus, casus.laatstVastgelegd, context(MELDING)),
  );

const NIEUW = gegeven().casus;
const VERZONDEN = gegeven({}, ...GEZONDEN).casus;
const BIJ_TEAM = gegeven({}, ...ONTVANGEN).casus;
const OVERGEZET: Daad[] = [
  ...GEZONDEN,
  ['2026-12-02T11:00:00+01:00', { soort: 'intrekken', reden: 'verkeerd team' }],
  ['2026-12-02T12:00:00+01:00', { soort: 'overdragen', team: 'wijkteam-zuid', wijze: 'koud', feiten: ['x'] }],
];
const NAAR_ANDER = gegeven({}, ...OVERGEZET).casus;

describe('who may know of a casus (domein §8)', () => {
  test('Veilig Thuis: every casus, from the melding on', () => {
    for (const aanvrager of [VT, VT_LEIDING, registratiesysteem('x')]) expect(kent(aanvrager, NIEUW)).toBe(true);
  });

  test('a team and its leidinggevenden: from the moment it was handed to them, and their past part after', () => {
    for (const aanvrager of [LID, LEIDING]) {
      expect(kent(aanvrager, NIEUW)).toBe(false);
      expect(kent(aanvrager, VERZONDEN)).toBe(true);
      expect(kent(aanvrager, NAAR_ANDER)).toBe(true);
    }
    expect(kent(ANDER_LID, NAAR_ANDER)).toBe(true);
  });

  test.each(Object.entries(BUITENSTAANDERS))('%s: no casus of this team', (_naam, aanvrager) => {
    for (const casus of [NIEUW, VERZONDEN, BIJ_TEAM]) expect(kent(aanvrager, casus)).toBe(false);
  });
});

describe('who may do what (domein §8)', () => {
  test.each(OPDRACHT_SOORTEN)('%s while the team has it before it: Veilig Thuis, the team, or both', (soort) => {
    const mag = (aanvrager: Aanvrager): boolean => magDoen(aanvrager, soort, VERZONDEN) !== undefined;
    const vt = VAN_BEIDE.includes(soort) || !VAN_HET_TEAM.includes(soort);
    const team = VAN_BEIDE.includes(soort) || VAN_HET_TEAM.includes(soort);
    for (const aanvrager of [VT, VT_LEIDING]) expect(mag(aanvrager)).toBe(vt);
    expect(mag(LID)).toBe(team);
    // Settling is for leidinggevenden of a team from the second step on, which this casus has not reached.
    expect(mag(LEIDING)).toBe(team || soort === 'meningsverschil-oplossen');
    for (const [naam, aanvrager] of Object.entries(BUITENSTAANDERS))
      expect(mag(aanvrager)).toBe(naam === 'contactambtenaar' && VAN_DE_GEMEENTE.includes(soort));
  });

  test.each([
    ['the team', 'lokale-toegang', [LID, LEIDING], [VT, VT_LEIDING]],
    ['Veilig Thuis', 'veilig-thuis', [VT, VT_LEIDING], [LID, LEIDING]],
  ] as const)(
    'a proposal that gives the casus to %s is answered by it alone, whatever step it is (law 1)',
    (_, uitkomst, wel, niet) => {
      const DAG = '2026-12-08T10:00:00+01:00';
      const door = uitkomst === 'veilig-thuis' ? { door: TEAMLID } : {};
      const verschil: Daad[] = [...ONTVANGEN, [DAG, oneens]];
      for (const stap of [
        [],
        [[DAG, hoger(1)]],
        [
          [DAG, hoger(1)],
          [DAG, hoger(2)],
        ],
      ] satisfies Daad[][]) {
        const { casus } = gegeven({}, ...verschil, ...stap, [DAG, eens(uitkomst), door]);
        for (const soort of ['uitkomst-aanvaarden', 'uitkomst-afwijzen'] as const) {
          for (const aanvrager of wel) expect(magDoen(aanvrager, soort, casus)).toBeDefined();
          for (const aanvrager of [...niet, AMBTENAAR]) expect(magDoen(aanvrager, soort, casus)).toBeUndefined();
        }
      }
    },
  );

  test.each([
    [1, [VT, VT_LEIDING, LID, LEIDING], [AMBTENAAR]],
    [2, [VT_LEIDING, LEIDING], [VT, LID, AMBTENAAR]],
    [3, [VT_LEIDING, LEIDING, AMBTENAAR], [VT, LID]],
  ] as const)('step %d of a meningsverschil is for its own people (§4.3, Add.6)', (stap, wel, niet) => {
    const opgeschaald = (vanStap: number): Daad => [
      '2026-12-02T12:00:00+01:00',
      { soort: 'meningsverschil-opschalen', vanStap },
    ];
    const gemeld: Daad = ['2026-12-02T11:00:00+01:00', { soort: 'meningsverschil-melden', toelichting: 'oneens' }];
    const { casus } = gegeven({}, ...ONTVANGEN, gemeld, ...[opgeschaald(1), opgeschaald(2)].slice(0, stap - 1));
    expect(casus).toMatchObject({ fase: 'meningsverschil', stap });
    for (const soort of ['meningsverschil-opschalen', 'meningsverschil-oplossen'] as const) {
      for (const aanvrager of wel) expect(magDoen(aanvrager, soort, casus)).toBeDefined();
      for (const aanvrager of [...niet, ANDER_LID, ANDERE_AMBTENAAR])
        expect(magDoen(aanvrager, soort, casus)).toBeUndefined();
    }
  });

  test('closing and the phase of help are of the side that holds the casus (§2.2)', () => {
    for (const soort of ['afsluiten', 'aanpakfase-vastleggen'] as const) {
      for (const aanvrager of [LID, LEIDING]) expect(magDoen(aanvrager, soort, BIJ_TEAM)).toBeDefined();
      for (const aanvrager of [VT, VT_LEIDING]) expect(magDoen(aanvrager, soort, BIJ_TEAM)).toBeUndefined();
      expect(magDoen(LID, soort, VERZONDEN)).toBeUndefined();
      expect(magDoen(VT, soort, VERZONDEN)).toBeDefined();
    }
  });

  test('a contactambtenaar knows a casus once it has been brought to the gemeente, and nothing of its content (§4.2)', () => {
    const lijst: Daad = ['2026-12-02T11:00:00+01:00', { soort: 'wachtlijst-melden', toelichting: 'vol' }];
    const { casus } = gegeven({}, ...GEZONDEN, lijst);
    expect(kent(AMBTENAAR, casus)).toBe(true);
    expect(kent(ANDERE_AMBTENAAR, casus)).toBe(false);
    expect(magInhoudZien(AMBTENAAR, casus, 1)).toBeUndefined();
    for (const aanvrager of [LID, LEIDING, VT, VT_LEIDING]) expect(magInhoudZien(aanvrager, casus, 1)).toBeDefined();
    for (const aanvrager of Object.values(BUITENSTAANDERS)) expect(magInhoudZien(aanvrager, casus, 1)).toBeUndefined();
  });

  const OP = '2026-12-02T11:00:00+01:00';
  const LATER = '2026-12-03T11:00:00+01:00';
  const ONEENS: Daad = [LATER, { soort: 'meningsverschil-melden', toelichting: 'oneens' }];
  const OVERGENOMEN: Daad[] = [
    ...GEZONDEN,
    [OP, { soort: 'weigeren', reden: 'niet van ons' }],
    [OP, { soort: 'meningsverschil-melden', toelichting: 'oneens' }],
    [OP, eens('lokale-toegang')],
    [OP, { soort: 'uitkomst-aanvaarden' }, { door: TEAMLID }],
  ];
  test.each<[string, Daad[], boolean]>([
    ['has it before it', GEZONDEN, true],
    ['received it', ONTVANGEN, true],
    ['said that it has a wachtlijst', [...GEZONDEN, [OP, { soort: 'wachtlijst-melden', toelichting: 'vol' }]], true],
    ['refused it', [...GEZONDEN, [OP, { soort: 'weigeren', reden: 'niet van ons' }]], false],
    ['refused it and disagrees', [...GEZONDEN, [OP, { soort: 'weigeren', reden: 'niet van ons' }], ONEENS], false],
    ['saw it withdrawn before receipt', [...GEZONDEN, [OP, { soort: 'intrekken', reden: 'verkeerd' }]], false],
    ['lost it to another team before receipt', OVERGEZET, false],
    [
      'lost it to a new melding before receipt',
      [...GEZONDEN, [OP, { soort: 'nieuwe-melding', ontvangenOp: OP }]],
      false,
    ],
    ['refused it and took it over after all', OVERGENOMEN, true],
    ['took it over and gave it back', [...OVERGENOMEN, [LATER, { soort: 'terugnemen', reden: 'escalatie' }]], true],
    ['had received it and gave it back', [...ONTVANGEN, [OP, { soort: 'terugnemen', reden: 'escalatie' }]], true],
  ])('the content and a team that %s (domein §8)', (_wat, daden, mag) => {
    const { casus } = gegeven({}, ...daden);
    for (const aanvrager of [LID, LEIDING]) expect(magInhoudZien(aanvrager, casus, 1) !== undefined).toBe(mag);
    for (const aanvrager of [VT, VT_LEIDING]) expect(magInhoudZien(aanvrager, casus, 1)).toBeDefined();
    expect(magInhoudZien(ANDER_LID, casus, 1)).toBeUndefined();
  });

  test('registering a melding is Veilig Thuis’s', () => {
    for (const aanvrager of [VT, VT_LEIDING, registratiesysteem('x')])
      expect(magDoen(aanvrager, 'registreren')).toBeDefined();
    for (const aanvrager of [LID, ...Object.values(BUITENSTAANDERS)])
      expect(magDoen(aanvrager, 'registreren')).toBeUndefined();
  });

  test('the team that the casus went from may see it, and do nothing any more', () => {
    for (const soort of VAN_HET_TEAM) {
      expect(magDoen(LID, soort, NAAR_ANDER)).toBeUndefined();
      expect(magDoen(ANDER_LID, soort, NAAR_ANDER)).toBeDefined();
    }
  });

  test('no team may act before there is an overdracht', () => {
    for (const soort of VAN_HET_TEAM) expect(magDoen(LID, soort, NIEUW)).toBeUndefined();
  });

  test('someone with two roles acts in the one that may', () => {
    const beide = wie({ rol: 'beheerder' }, { rol: 'vt-medewerker' }, { rol: 'team-lid', team: TEAM });
    expect(magDoen(beide, 'oppakken', BIJ_TEAM)).toMatchObject({ rol: 'team-lid', namens: TEAM });
    expect(magDoen(beide, 'terugnemen', BIJ_TEAM)).toMatchObject({ rol: 'vt-medewerker' });
  });

  test('the journal gets who it was, in which role and by which way', () => {
    expect(magDoen(LID, 'oppakken', BIJ_TEAM)).toEqual({ ...TEAMLID, id: 'aad', naam: 'Iemand' });
    expect(magDoen(VT, 'intrekken', VERZONDEN)).toEqual({
      rol: 'vt-medewerker',
      kanaal: 'teams',
      id: 'aad',
      naam: 'Iemand',
    });
    expect(magDoen(registratiesysteem('regsysteem'), 'intrekken', VERZONDEN)).toEqual({
      rol: 'registratiesysteem',
      kanaal: 'api',
      id: 'regsysteem',
    });
  });
});

describe('whose lists hold what', () => {
  test('all for Veilig Thuis, the own teams for a team, nothing for others', () => {
    expect(lijstBereik(VT)).toBe('alles');
    expect(lijstBereik(wie({ rol: 'team-lid', team: 'a' }, { rol: 'team-leidinggevende', team: 'b' }))).toEqual([
      'bij:a',
      'bij:b',
    ]);
    expect(lijstBereik(AMBTENAAR)).toEqual(['gemeente:breda']);
    const { niemand, beheerder, stuurgroep } = BUITENSTAANDERS;
    for (const aanvrager of [niemand, beheerder, stuurgroep]) expect(lijstBereik(aanvrager)).toEqual([]);
  });
});

describe('the whole dossier (domein §9)', () => {
  test('is for a leidinggevende of Veilig Thuis in person', () => {
    expect(magDossierKrijgen(VT_LEIDING)).toMatchObject({ rol: 'vt-leidinggevende', kanaal: 'teams', naam: 'Iemand' });
  });

  test('is acted on in that role by who has another one too', () => {
    const beide = wie({ rol: 'vt-medewerker' }, { rol: 'vt-leidinggevende' });
    expect(magDossierKrijgen(beide)?.rol).toBe('vt-leidinggevende');
  });

  test.each<[string, Aanvrager]>([
    ['a medewerker of Veilig Thuis', VT],
    ['a member of the team', LID],
    ['a leidinggevende of the team', LEIDING],
    ['the registration system', registratiesysteem('regsysteem')],
    ['a system with the role of a leidinggevende', { ...VT_LEIDING, kanaal: 'api' }],
    ...Object.entries(BUITENSTAANDERS),
  ])('is not for %s', (_naam, aanvrager) => {
    expect(magDossierKrijgen(aanvrager)).toBeUndefined();
  });
});
