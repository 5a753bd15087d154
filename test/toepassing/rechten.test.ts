import { describe, expect, test } from 'vitest';
import { OPDRACHT_SOORTEN, type OpdrachtSoort } from '../../src/kern/opdrachten.ts';
import type { Rol } from '../../src/toepassing/adresboek.ts';
import { lijstBereik, magDoen, magZien, registratiesysteem, type Aanvrager } from '../../src/toepassing/rechten.ts';
import { gegeven, GEZONDEN, ONTVANGEN, TEAM, TEAMLID, type Daad } from '../kern/steun.ts';

const wie = (...rollen: Rol[]): Aanvrager => ({ id: 'aad', naam: 'Iemand', kanaal: 'teams', rollen });
const VT = wie({ rol: 'vt-medewerker' });
const VT_LEIDING = wie({ rol: 'vt-leidinggevende' });
const LID = wie({ rol: 'team-lid', team: TEAM });
const LEIDING = wie({ rol: 'team-leidinggevende', team: TEAM });
const ANDER_LID = wie({ rol: 'team-lid', team: 'wijkteam-zuid' });
const BUITENSTAANDERS = {
  niemand: wie(),
  beheerder: wie({ rol: 'beheerder' }),
  stuurgroep: wie({ rol: 'stuurgroep' }),
  contactambtenaar: wie({ rol: 'contactambtenaar', gemeente: 'breda' }),
  'lid van een ander team': ANDER_LID,
};
const VAN_HET_TEAM: OpdrachtSoort[] = ['ontvangst-bevestigen', 'weigeren', 'oppakken', 'melding-besproken'];

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
    for (const aanvrager of [VT, VT_LEIDING, registratiesysteem('x')]) expect(magZien(aanvrager, NIEUW)).toBe(true);
  });

  test('a team and its leidinggevenden: from the moment it was handed to them, and their past part after', () => {
    for (const aanvrager of [LID, LEIDING]) {
      expect(magZien(aanvrager, NIEUW)).toBe(false);
      expect(magZien(aanvrager, VERZONDEN)).toBe(true);
      expect(magZien(aanvrager, NAAR_ANDER)).toBe(true);
    }
    expect(magZien(ANDER_LID, NAAR_ANDER)).toBe(true);
  });

  test.each(Object.entries(BUITENSTAANDERS))('%s: no casus of this team', (_naam, aanvrager) => {
    for (const casus of [NIEUW, VERZONDEN, BIJ_TEAM]) expect(magZien(aanvrager, casus)).toBe(false);
  });
});

describe('who may do what (domein §8)', () => {
  test.each(OPDRACHT_SOORTEN)('%s is either Veilig Thuis’s or the team’s, and of nobody else', (soort) => {
    const isTeam = VAN_HET_TEAM.includes(soort);
    for (const aanvrager of [VT, VT_LEIDING]) expect(magDoen(aanvrager, soort, VERZONDEN) !== undefined).toBe(!isTeam);
    for (const aanvrager of [LID, LEIDING]) expect(magDoen(aanvrager, soort, VERZONDEN) !== undefined).toBe(isTeam);
    for (const aanvrager of Object.values(BUITENSTAANDERS))
      expect(magDoen(aanvrager, soort, VERZONDEN)).toBeUndefined();
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
    expect(lijstBereik(VT)).toEqual({ alles: true });
    expect(lijstBereik(wie({ rol: 'team-lid', team: 'a' }, { rol: 'team-leidinggevende', team: 'b' }))).toEqual({
      alles: false,
      teams: ['a', 'b'],
    });
    const { niemand, beheerder, stuurgroep, contactambtenaar } = BUITENSTAANDERS;
    for (const aanvrager of [niemand, beheerder, stuurgroep, contactambtenaar]) {
      expect(lijstBereik(aanvrager)).toEqual({ alles: false, teams: [] });
    }
  });
});
