/** What several subjects check before they decide: the team, the state of the overdracht, and the instant that is told. */
import { heeftWachtlijst, statusVan, type Casus, type Overdracht, type Taak } from './casus.ts';
import type { TermijnNaam } from './beleid/beleid.ts';
import type { Context } from './rij/opdrachtrij.ts';
import type { LopendeTermijn } from './termijnen.ts';
import { nietNaNu } from './tijd/klokverschil.ts';
import type { Instant } from './tijd/werkdagen.ts';
import { weiger, type Geweigerd } from './weigeringen.ts';
import type { Conclusie } from './woorden.ts';

/** What holds a casus at VT: these conclusions and those that stand from before, each once, in a fixed order (§3.1.2). */
export const verenig = (staande: readonly Conclusie[], erbij: readonly Conclusie[] = []): Conclusie[] =>
  [...new Set([...staande, ...erbij])].toSorted();

/** Whether this casus can be with a lokaal team now: what holds it at VT (§3.1.2), how (Add.4), and the team's wachtlijst (§4.2). */
export function toetsTeam(
  { casus, context }: { casus: Casus; context: Context },
  { team, wijze }: Pick<Overdracht, 'team' | 'wijze'>,
): Geweigerd | undefined {
  const { triage, staande, vtBetrokken } = casus;
  const conclusies = wijze === 'koud' ? verenig(staande, triage?.conclusies) : staande;
  if (conclusies.length > 0) return weiger('conclusie-houdt-bij-vt', { conclusies });
  // After VT's own involvement the overdracht is always warm, whatever VT decides after it (Add.4).
  if (wijze === 'koud' && vtBetrokken) return weiger('koud-na-vervolgtraject', {});
  const vol =
    context.teamHeeftWachtlijst || casus.overdrachten.some((een) => een.team === team && heeftWachtlijst(een));
  return vol ? weiger('team-heeft-wachtlijst', { team }) : undefined;
}

/** Why an overdracht is no longer in a state that allows what was asked. */
export function nietMeerOpen(casus: Casus, overdracht: Overdracht): Geweigerd {
  const { ontvangst, geweigerd, beeindigd } = overdracht;
  const status = statusVan(casus, overdracht);
  if (status === 'geweigerd' && geweigerd) {
    return weiger('al-geweigerd', { op: geweigerd.op, ...(geweigerd.doorNaam && { doorNaam: geweigerd.doorNaam }) });
  }
  if (status === 'ingetrokken' && beeindigd) return weiger('al-ingetrokken', { op: beeindigd.op });
  if (status === 'wachtlijst') return weiger('casus-bij-vt', { fase: 'wachtlijst' });
  if (casus.fase === 'meningsverschil')
    return weiger('meningsverschil-loopt', { sinds: casus.sinds, stap: casus.stap });
  const bijTeam = ontvangst ?? overdracht.overgenomen;
  if (status === 'beeindigd' || !bijTeam) return weiger('overdracht-verouderd', { overdracht: overdracht.nr });
  return weiger('al-bevestigd', { op: bijTeam.op, doorNaam: bijTeam.doorWie });
}

/** The same, for what a team can only do once it has the casus. */
export const nogNietOfNietMeer = (casus: Casus, overdracht: Overdracht): Geweigerd =>
  casus.fase === 'overgedragen' ? weiger('eerst-bevestigen', {}) : nietMeerOpen(casus, overdracht);

/** Not in the future, and not before `vroegst`: the instant as it counts (klokverschil.ts), or why not. */
export function toetsTijdstip(gegeven: Instant, vroegst: Instant, nu: Instant): { op: Instant } | Geweigerd {
  const op = nietNaNu(gegeven, nu);
  if (op > nu) return weiger('tijdstip-in-toekomst', { tijdstip: op });
  return op < vroegst ? weiger('tijdstip-te-vroeg', { tijdstip: op, vroegst }) : { op };
}

export const termijnenVan = ({ termijnen }: Casus, gezocht: TermijnNaam): readonly LopendeTermijn[] =>
  termijnen.filter(({ naam }) => naam === gezocht);

/** A repeated click finds the duty fulfilled; one that never was is refused. */
export const taakGedaan = ({ vervuld }: Casus, taak: Taak): boolean => vervuld.some((een) => een.taak === taak);

/** Up to the minute, because that is what a form knows. */
const minuut = (moment: Instant): string => moment.slice(0, 16);

/**
 * The same for a duty that is told with its instant: also where it runs anew since then, and nothing that runs can have
 * been fulfilled at that instant.
 */
export const alVervuld = (
  { vervuld }: Casus,
  { taak, open, op }: { taak: Taak; open: readonly LopendeTermijn[]; op: Instant },
): boolean =>
  vervuld.some(
    (een) =>
      een.taak === taak &&
      (open.length === 0 || (een.op === op && open.every(({ vanaf }) => minuut(vanaf) > minuut(op)))),
  );

/** The duties that can have been fulfilled at this instant: not in the future, and not before they began. */
export function vervuldOp(
  open: readonly LopendeTermijn[],
  gegeven: Instant,
  nu: Instant,
): { op: Instant; ids: readonly string[] } | Geweigerd {
  const op = nietNaNu(gegeven, nu);
  if (op > nu) return weiger('tijdstip-in-toekomst', { tijdstip: op });
  const vervuld = open.filter(({ vanaf }) => minuut(vanaf) <= minuut(op));
  const vroegst = open.map(({ vanaf }) => vanaf).toSorted()[0];
  return vervuld.length > 0 || vroegst === undefined
    ? { op, ids: vervuld.map(({ id }) => id) }
    : weiger('tijdstip-te-vroeg', { tijdstip: op, vroegst });
}
