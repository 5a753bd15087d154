/**
 * How much of a casus someone sees (domein.md §8). Veilig Thuis: all of it. A team: while it has the casus all that
 * happened, of what was outside its own part without names and words; after that its own part only, as it was then. A
 * contactambtenaar: how it stands, once it was brought to the gemeente.
 */
import { lopendeOverdracht, type Casus } from '../../kern/casus.ts';
import type { Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import type { Stuk } from '../../kern/rij/gebeurtenisrij.ts';
import type { Instant } from '../../kern/tijd/werkdagen.ts';
import { naGebeurtenissen } from '../../kern/verwerk.ts';
import type { Dader } from '../../kern/woorden.ts';
import type { CasusDocument } from '../poorten.ts';
import { casusVan } from './casusdocument.ts';
import { alsDader, isVt, vanTeam, type Aanvrager } from './rechten.ts';

/** From the event that brought the casus up to and with the one by which it left; still there without that one. */
export interface Deel {
  vanaf: Gebeurtenis;
  totEnMet?: Gebeurtenis;
}

export type Zicht =
  | { soort: 'alles' }
  | { soort: 'deel'; delen: readonly Deel[]; teams: readonly string[] }
  /** No past, and nobody's name or words. */
  | { soort: 'stand' };

/** The casus as this person sees it: for a team that it has left, as it was then. */
export interface Gezicht {
  casus: Casus;
  /** As it is now: what may be done with it is judged by this, and nothing of it is shown. */
  huidig: Casus;
  document: CasusDocument;
  zicht: Zicht;
}

/** For who may know of the casus (kringVan). */
export function zichtOp(aanvrager: Aanvrager, document: CasusDocument, casus = casusVan(document)): Gezicht {
  const nu = { casus, huidig: casus, document };
  if (aanvrager.rollen.some(isVt)) return { ...nu, zicht: { soort: 'alles' } };
  const teams = document.teams.filter((team) => aanvrager.rollen.some((rol) => vanTeam(rol, team)));
  const delen = delenVan(document, teams);
  const laatste = delen.at(-1);
  const isNuBijTeam = laatste !== undefined && laatste.totEnMet === undefined;
  const isAmbtenaar = aanvrager.rollen.some(
    (rol) => rol.rol === 'contactambtenaar' && rol.gemeente === casus.gemeente && casus.gemeenteIngelicht,
  );
  if (!isNuBijTeam && isAmbtenaar) return { ...nu, zicht: { soort: 'stand' } };
  const zicht: Zicht = { soort: 'deel', delen, teams };
  if (isNuBijTeam) return { ...nu, zicht };
  const toen = { ...document, journaal: document.journaal.slice(0, laatste?.totEnMet?.nr) };
  return { ...nu, casus: casusVan(toen), document: toen, zicht };
}

/** The stretches in which one of these teams had the casus, in order. */
function delenVan({ id, journaal }: CasusDocument, teams: readonly string[]): Deel[] {
  const delen: Deel[] = [];
  let stuk: Stuk | undefined;
  let open: Deel | undefined;
  for (const gebeurtenis of journaal) {
    stuk = naGebeurtenissen(id, stuk, [gebeurtenis]);
    const erIs = stuk?.soort === 'casus' && teams.includes(lopendeOverdracht(stuk)?.team ?? '');
    if (erIs && !open) delen.push((open = { vanaf: gebeurtenis }));
    if (!erIs && open) {
      open.totEnMet = gebeurtenis;
      open = undefined;
    }
  }
  return delen;
}

/** Whether this person sees all of an event: it happened while the casus was with the team, or the team did it. */
export function ziet(zicht: Zicht, { nr, door }: Pick<Gebeurtenis, 'nr' | 'door'>): boolean {
  if (zicht.soort !== 'deel') return zicht.soort === 'alles';
  if (door.namens !== undefined && zicht.teams.includes(door.namens)) return true;
  return zicht.delen.some(({ vanaf, totEnMet }) => vanaf.nr <= nr && nr <= (totEnMet?.nr ?? Infinity));
}

/** Whether this person sees that it happened. */
export const zietDat = (zicht: Zicht, gebeurtenis: Pick<Gebeurtenis, 'nr' | 'door'>): boolean =>
  isBijTeam(zicht) || ziet(zicht, gebeurtenis);

const isBijTeam = (zicht: Zicht): boolean => zicht.soort === 'deel' && vertrokkenOp(zicht) === undefined;

/** Whether this person may ask who was responsible at this instant. */
export function zietMoment(zicht: Zicht, moment: Instant, nu: Instant): boolean {
  switch (zicht.soort) {
    case 'alles':
      return true;
    case 'stand':
      return moment >= nu;
    case 'deel':
      // Until it was written down that the casus had left, it was with the team.
      return (
        isBijTeam(zicht) ||
        zicht.delen.some(({ vanaf, totEnMet }) => vanaf.op <= moment && moment < (totEnMet?.vastgelegdOp ?? '~'))
      );
  }
}

/** When the casus left the team for good; `undefined` when it is there, and for others. */
export const vertrokkenOp = (zicht: Zicht): Instant | undefined =>
  zicht.soort === 'deel' ? zicht.delen.at(-1)?.totEnMet?.vastgelegdOp : undefined;

/** Who may read what people typed in an event: VT, and the team in whose part of the casus it was said; never a contactambtenaar. */
export function magToelichtingZien(
  aanvrager: Aanvrager,
  document: CasusDocument,
  gebeurtenis: Gebeurtenis,
): Dader | undefined {
  const { zicht } = zichtOp(aanvrager, document);
  if (!ziet(zicht, gebeurtenis)) return undefined;
  const teams = zicht.soort === 'deel' ? zicht.teams : [];
  const rol = aanvrager.rollen.find((kandidaat) => isVt(kandidaat) || teams.some((team) => vanTeam(kandidaat, team)));
  return rol && alsDader(aanvrager, rol);
}

/** Of an event that belongs to no overdracht: 0. */
export const overdrachtVan = ({ gegevens }: Gebeurtenis): number =>
  'overdracht' in gegevens && typeof gegevens.overdracht === 'number' ? gegevens.overdracht : 0;
