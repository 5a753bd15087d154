/** Who may see and do what (domein.md §8): one table, used by click, question, form, list and API alike. */
import { lopendeOverdracht, type Casus, type Overdracht } from '../../kern/casus.ts';
import type { Dader } from '../../kern/gebeurtenissen.ts';
import type { Opdracht, OpdrachtSoort } from '../../kern/opdrachten.ts';
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

type Groep = 'vt' | 'vt-leiding' | 'team' | 'team-leiding' | 'contactambtenaar';

/** Which parties may give an opdracht. `team` is the team of the overdracht that it is about. */
const MAG: Record<OpdrachtSoort | 'registreren', readonly Groep[]> = {
  registreren: ['vt'],
  'triage-afronden': ['vt'],
  overdragen: ['vt'],
  'bevestiging-vastleggen': ['vt'],
  intrekken: ['vt'],
  terugnemen: ['vt'],
  'nieuwe-melding': ['vt'],
  'vervolg-ingezet': ['vt'],
  'zicht-bevestigen': ['vt'],
  'gemeente-geinformeerd': ['vt'],
  geinformeerd: ['vt'],
  'ontvangst-bevestigen': ['team'],
  weigeren: ['team'],
  oppakken: ['team'],
  'melding-besproken': ['team'],
  'wachtlijst-melden': ['team', 'vt'],
  'niet-binnen-termijn': ['team'],
  'interventie-gemeente-vastleggen': ['contactambtenaar', 'vt'],
  'meningsverschil-melden': ['team', 'vt'],
  'meningsverschil-opschalen': ['vt-leiding', 'team-leiding', 'vt', 'team', 'contactambtenaar'],
  'meningsverschil-oplossen': ['vt-leiding', 'team-leiding', 'vt', 'contactambtenaar'],
  'uitkomst-aanvaarden': ['team', 'vt'],
  'uitkomst-afwijzen': ['team', 'vt'],
  'terugleggen-vragen': ['team'],
  'terugleggen-accepteren': ['vt'],
  'terugleggen-weigeren': ['vt'],
  signaleren: ['team'],
  'aanpakfase-vastleggen': ['team', 'vt'],
  'monitoring-afspreken': ['team', 'vt'],
  'monitoring-afronden': ['team', 'vt'],
  gescreend: ['vt'],
  'direct-gevaar': ['vt'],
  afsluiten: ['team', 'vt'],
};

/** Each step of the escalation model is for its own people (§4.3, Add.6). */
const PER_STAP: Record<1 | 2 | 3, readonly Groep[]> = {
  1: ['vt', 'team'],
  2: ['vt-leiding', 'team-leiding'],
  3: ['contactambtenaar', 'vt-leiding', 'team-leiding'],
};

/** Opdrachten that fit one side only while that side holds the casus. */
const PER_PARTIJ: ReadonlySet<string> = new Set(['afsluiten', 'aanpakfase-vastleggen']);

function groepenVoor(soort: OpdrachtSoort | 'registreren', casus: Casus | undefined): readonly Groep[] {
  const gesprek = soort === 'meningsverschil-opschalen' || soort === 'meningsverschil-oplossen';
  if (gesprek && casus?.fase === 'meningsverschil') return PER_STAP[casus.stap];
  // An answer to a proposal is the assent of the party that gets the casus, whatever step it is (law 1).
  const antwoord = soort === 'uitkomst-aanvaarden' || soort === 'uitkomst-afwijzen';
  if (antwoord && casus?.fase === 'meningsverschil' && casus.voorstel) {
    return casus.voorstel.uitkomst === 'veilig-thuis' ? ['vt'] : ['team'];
  }
  if (casus && PER_PARTIJ.has(soort))
    return casus.fase === 'ontvangen' || casus.fase === 'opgepakt' ? ['team'] : ['vt'];
  return MAG[soort];
}

export const isVt = (rol: Rol): boolean => rol.rol === 'vt-medewerker' || rol.rol === 'vt-leidinggevende';
export const vanTeam = (rol: Rol, team: string): boolean =>
  (rol.rol === 'team-lid' || rol.rol === 'team-leidinggevende') && rol.team === team;

/**
 * The teams that `team` means for an opdracht. The last one that had the casus can find its work done, or disagree;
 * what is agreed anew is of the team that has it now, and who agreed to look ends that, also when the casus has moved
 * on.
 */
function teamsVoor(wat: OpdrachtSoort | 'registreren' | Opdracht, casus: Casus): readonly string[] {
  const lopend = lopendeOverdracht(casus)?.team;
  const laatste = lopend ?? casus.overdrachten.at(-1)?.team;
  const soort = typeof wat === 'string' ? wat : wat.soort;
  if (soort === 'monitoring-afspreken') return lopend === undefined ? [] : [lopend];
  if (soort !== 'monitoring-afronden') return laatste === undefined ? [] : [laatste];
  const bedoeld = typeof wat === 'object' && 'termijn' in wat ? wat.termijn : undefined;
  const afspraken = casus.termijnen.filter(({ naam, id }) => naam === 'monitoring' && (bedoeld ?? id) === id);
  return [...afspraken.flatMap(({ team }) => team ?? []), ...(laatste === undefined ? [] : [laatste])];
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
export function isInhoudVoorTeam({ status, ontvangst, overgenomen, geweigerd }: Overdracht): boolean {
  if (geweigerd !== undefined) return false;
  const hadHet = ontvangst !== undefined || overgenomen !== undefined;
  return hadHet || (status !== 'geweigerd' && status !== 'ingetrokken' && status !== 'beeindigd');
}

/** Content of an overdracht is for members of the receiving team and of VT (domein.md §7): the role, or `undefined`. */
export function magInhoudZien(aanvrager: Aanvrager, casus: Casus, nr: number): Dader | undefined {
  const overdracht = casus.overdrachten.find((kandidaat) => kandidaat.nr === nr);
  const rol =
    overdracht &&
    aanvrager.rollen.find(
      (kandidaat) => isVt(kandidaat) || (vanTeam(kandidaat, overdracht.team) && isInhoudVoorTeam(overdracht)),
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
  const teams = casus ? teamsVoor(wat, casus) : [];
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
