/** The rights that a role has by what went before; each role in each state, by every door, is in rechten-deuren.test.ts. */
import { describe, expect, test } from 'vitest';
import type { Casus } from '../../src/kern/casus.ts';
import { metAfgeleiden, nieuwDocument, valtIn } from '../../src/toepassing/casus/casusdocument.ts';
import {
  kringVan,
  magDoen,
  magDossierKrijgen,
  magInhoudZien,
  registratiesysteem,
  type Aanvrager,
} from '../../src/toepassing/casus/rechten.ts';
import type { Rol } from '../../src/toepassing/streek/adresboek.ts';
import {
  context,
  eens,
  gegeven,
  GEZONDEN,
  hoger,
  MELDING,
  oneens,
  ONTVANGEN,
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
const ANDER_LID = wie({ rol: 'team-lid', team: 'wijkteam-zuid' });
const BUITENSTAANDERS = {
  niemand: wie(),
  beheerder: wie({ rol: 'beheerder' }),
  stuurgroep: wie({ rol: 'stuurgroep' }),
  contactambtenaar: AMBTENAAR,
  'lid van een ander team': ANDER_LID,
};
/** Judged by what is stored beside the casus. */
const kent = (aanvrager: Aanvrager, casus: Casus): boolean =>
  valtIn(
    kringVan(aanvrager),
    metAfgeleiden(nieuwDocument(casus.casusnummer), casus, casus.laatstVastgelegd, context(MELDING)),
  );

const VERZONDEN = gegeven({}, ...GEZONDEN).casus;
const BIJ_TEAM = gegeven({}, ...ONTVANGEN).casus;
const OVERGEZET: Daad[] = [
  ...GEZONDEN,
  ['2026-12-02T11:00:00+01:00', { soort: 'intrekken', reden: 'verkeerd team' }],
  ['2026-12-02T12:00:00+01:00', { soort: 'overdragen', team: 'wijkteam-zuid', wijze: 'koud', feiten: ['x'] }],
];

test('the team that a casus goes to next knows of it and may act; the one it went from only knows (domein §8)', () => {
  const { casus } = gegeven({}, ...OVERGEZET);
  for (const aanvrager of [LID, LEIDING, ANDER_LID]) expect(kent(aanvrager, casus)).toBe(true);
  expect(magDoen(LID, 'oppakken', casus)).toBeUndefined();
  expect(magDoen(ANDER_LID, 'oppakken', casus)).toBeDefined();
});

describe('who may do what (domein §8)', () => {
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
