/** Who may see and do what (domein.md §8): one table, used by click, question, form, list and API alike. */
import { statusVan, type Casus, type Overdracht } from '../../kern/casus.ts';
import { teamsVoor, wieMag, type Opdracht, type OpdrachtSoort } from '../../kern/opdrachten.ts';
import type { Dader, Groep } from '../../kern/woorden.ts';
import type { Kring } from '../poorten.ts';
import type { Rol } from '../streek/adresboek.ts';
import { bijGemeente, bijTeam } from './casusdocument.ts';

/** Someone who asks or acts, with every role known of them. */
export interface Aanvrager {
  id: string;
  naam: string;
  kanaal: 'teams' | 'api';
  rollen: readonly Rol[];
  /** The roster of a team could not be had, so that a role may be missing. */
  ledenOnbekend?: true;
}

/** The registration system of VT acts as VT (contract.md §3). */
export const registratiesysteem = (naam: string): Aanvrager => ({
  id: naam,
  naam,
  kanaal: 'api',
  rollen: [{ rol: 'vt-medewerker' }],
});

/** The parties that may give an opdracht on this casus: its own row says so; a new casus is VT's to register. */
const groepenVoor = (soort: OpdrachtSoort | 'registreren', casus: Casus | undefined): readonly Groep[] =>
  soort === 'registreren' ? ['vt'] : wieMag(soort, casus);

export const isVt = (rol: Rol): boolean => rol.rol === 'vt-medewerker' || rol.rol === 'vt-leidinggevende';
export const vanTeam = (rol: Rol, team: string): boolean =>
  (rol.rol === 'team-lid' || rol.rol === 'team-leidinggevende') && rol.team === team;

function teamsBij(wat: OpdrachtSoort | 'registreren' | Opdracht, casus: Casus): readonly string[] {
  if (wat === 'registreren') return [];
  return typeof wat === 'string' ? teamsVoor(wat, {}, casus) : teamsVoor(wat.soort, wat, casus);
}

function hoortBij(rol: Rol, groep: Groep, casus: Casus | undefined, teams: readonly string[]): boolean {
  const vanEen = teams.some((team) => vanTeam(rol, team));
  switch (groep) {
    case 'vt':
      return isVt(rol);
    case 'vt-leiding':
      return rol.rol === 'vt-leidinggevende';
    case 'team':
      return vanEen;
    case 'team-leiding':
      return rol.rol === 'team-leidinggevende' && vanEen;
    case 'contactambtenaar':
      return rol.rol === 'contactambtenaar' && rol.gemeente === casus?.gemeente;
  }
}

/**
 * The casussen that may be known to this person: all for VT (`undefined`), own casussen for a team and its
 * leidinggevenden, now or before, and for a contactambtenaar those that were brought to the own gemeente (§4.2, §4.3).
 * How much of them is zichtOp's.
 */
export function kringVan({ rollen }: Aanvrager): Kring | undefined {
  if (rollen.some(isVt)) return undefined;
  return {
    teams: rollen.flatMap((rol) => ('team' in rol ? [rol.team] : [])),
    kenmerken: rollen.flatMap((rol) => ('gemeente' in rol ? [bijGemeente(rol.gemeente)] : [])),
  };
}

/**
 * Whether the team of an overdracht may read its content: while it is with the team, and after that if the team had
 * ever received it or taken it over. Who refused it, and who lost it before receipt (withdrawn, a new melding, taken
 * back), may not: it was never theirs (domein.md §8).
 */
export function isInhoudVoorTeam(casus: Casus, overdracht: Overdracht): boolean {
  const { ontvangst, overgenomen, geweigerd } = overdracht;
  if (geweigerd !== undefined) return false;
  const status = statusVan(casus, overdracht);
  const hadHet = ontvangst !== undefined || overgenomen !== undefined;
  return hadHet || (status !== 'geweigerd' && status !== 'ingetrokken' && status !== 'beeindigd');
}

/** Content of an overdracht is for members of the receiving team and of VT (domein.md §7): the role, or `undefined`. */
export function magInhoudZien(aanvrager: Aanvrager, casus: Casus, nr: number): Dader | undefined {
  const overdracht = casus.overdrachten.find((kandidaat) => kandidaat.nr === nr);
  const rol =
    overdracht &&
    aanvrager.rollen.find(
      (kandidaat) => isVt(kandidaat) || (vanTeam(kandidaat, overdracht.team) && isInhoudVoorTeam(casus, overdracht)),
    );
  return rol && alsDader(aanvrager, rol);
}

/** The whole dossier is for a leidinggevende of VT in person, and never for a system. */
export function magDossierKrijgen(aanvrager: Aanvrager): Dader | undefined {
  const rol = aanvrager.rollen.find((kandidaat) => kandidaat.rol === 'vt-leidinggevende');
  return rol && aanvrager.kanaal === 'teams' ? alsDader(aanvrager, rol) : undefined;
}

/**
 * The role in which this person may give the opdracht on this casus, as it will stand in the journal. A whole opdracht
 * is judged more closely than its soort: which agreement someone ends.
 */
export function magDoen(
  aanvrager: Aanvrager,
  wat: OpdrachtSoort | 'registreren' | Opdracht,
  casus?: Casus,
): Dader | undefined {
  const soort = typeof wat === 'string' ? wat : wat.soort;
  const groepen = groepenVoor(soort, casus);
  const teams = casus ? teamsBij(wat, casus) : [];
  const rol = aanvrager.rollen.find((kandidaat) => groepen.some((groep) => hoortBij(kandidaat, groep, casus, teams)));
  return rol && alsDader(aanvrager, rol);
}

/** The role as it will stand in the journal; `undefined` for one that acts on no casus. */
export function alsDader({ id, naam, kanaal }: Aanvrager, rol: Rol): Dader | undefined {
  if (kanaal === 'api') return { rol: 'registratiesysteem', kanaal, id };
  if (rol.rol === 'beheerder' || rol.rol === 'stuurgroep') return undefined;
  const namens = 'team' in rol ? rol.team : 'gemeente' in rol ? rol.gemeente : undefined;
  return { rol: rol.rol, kanaal, id, naam, ...(namens !== undefined && { namens }) };
}

/** The marks of the casussen on this person's lists: what a team or gemeente has to do with now. `alles` for VT. */
export function lijstBereik(aanvrager: Aanvrager): 'alles' | string[] {
  if (aanvrager.rollen.some(isVt)) return 'alles';
  return aanvrager.rollen.flatMap((rol) =>
    'team' in rol ? [bijTeam(rol.team)] : 'gemeente' in rol ? [bijGemeente(rol.gemeente)] : [],
  );
}
