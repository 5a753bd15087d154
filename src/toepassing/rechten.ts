/** Who may see and do what (domein.md §8): one table, used by click, question, form, list and API alike. */
import { lopendeOverdracht, type Casus } from '../kern/casus.ts';
import type { Dader } from '../kern/gebeurtenissen.ts';
import type { OpdrachtSoort } from '../kern/opdrachten.ts';
import type { Rol } from './adresboek.ts';

/** Someone who asks or acts, with every role known of them. */
export interface Aanvrager {
  id: string;
  naam: string;
  kanaal: 'teams' | 'api';
  rollen: readonly Rol[];
}

/** The registration system of VT acts as VT (contract.md §3). */
export const registratiesysteem = (naam: string): Aanvrager => ({
  id: naam,
  naam,
  kanaal: 'api',
  rollen: [{ rol: 'vt-medewerker' }],
});

type Groep = 'vt' | 'team' | 'contactambtenaar';

/** Which parties may give an opdracht. `team` is the team of the overdracht that it is about. */
const MAG: Record<OpdrachtSoort | 'registreren', readonly Groep[]> = {
  registreren: ['vt'],
  'triage-afronden': ['vt'],
  overdragen: ['vt'],
  'bevestiging-vastleggen': ['vt'],
  intrekken: ['vt'],
  terugnemen: ['vt'],
  'nieuwe-melding': ['vt'],
  'gemeente-geinformeerd': ['vt'],
  geinformeerd: ['vt'],
  'ontvangst-bevestigen': ['team'],
  weigeren: ['team'],
  oppakken: ['team'],
  'melding-besproken': ['team'],
};

const isVt = (rol: Rol): boolean => rol.rol === 'vt-medewerker' || rol.rol === 'vt-leidinggevende';
const vanTeam = (rol: Rol, team: string | undefined): boolean =>
  (rol.rol === 'team-lid' || rol.rol === 'team-leidinggevende') && rol.team === team;

/** True when the casus may be known to this person: all for VT, own casussen for a team and its leidinggevenden. */
export function magZien(aanvrager: Aanvrager, casus: Casus): boolean {
  return aanvrager.rollen.some((rol) => isVt(rol) || casus.overdrachten.some(({ team }) => vanTeam(rol, team)));
}

/** The role in which this person may give the opdracht on this casus, as it will stand in the journal. */
export function magDoen(aanvrager: Aanvrager, soort: OpdrachtSoort | 'registreren', casus?: Casus): Dader | undefined {
  const team = casus && (lopendeOverdracht(casus) ?? casus.overdrachten.at(-1))?.team;
  const rol = aanvrager.rollen.find((kandidaat) =>
    MAG[soort].some((groep) => (groep === 'vt' ? isVt(kandidaat) : groep === 'team' && vanTeam(kandidaat, team))),
  );
  if (!rol) return undefined;
  const { id, naam, kanaal } = aanvrager;
  if (kanaal === 'api') return { rol: 'registratiesysteem', kanaal, id };
  if (rol.rol === 'beheerder' || rol.rol === 'stuurgroep') return undefined;
  return { rol: rol.rol, kanaal, id, naam, ...('team' in rol && { namens: rol.team }) };
}

/** The teams and the breadth of a list for this person; `undefined` when they may see no list. */
export function lijstBereik(aanvrager: Aanvrager): { alles: true } | { alles: false; teams: string[] } {
  if (aanvrager.rollen.some(isVt)) return { alles: true };
  return { alles: false, teams: aanvrager.rollen.flatMap((rol) => ('team' in rol ? [rol.team] : [])) };
}
