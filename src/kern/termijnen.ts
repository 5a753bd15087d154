/** Terms: how one is planned when it starts, and which of its steps come next. Pure; the plan is stored with the casus. */
import type { Beleid, Beleidsregel, Bron, Ontvanger, TermijnNaam } from './beleid/beleid.ts';
import { verschuif, type Duur, type Instant, type Kalender } from './tijd/werkdagen.ts';
import type { InformatieOntvanger } from './woorden.ts';

export type StapSoort = 'herinnering' | 'verlopen' | 'melding' | 'ladder';

/** One planned moment of a running term. Everything is computed when the term starts and stored (domein.md §6). */
export interface Stap {
  /** Unique in the term: `herinnering-1`, `verlopen`, `melding`, `ladder-2`, `herhaling-3`. */
  id: string;
  soort: StapSoort;
  op: Instant;
  aan: Ontvanger[];
  bron: Bron;
  taak?: 'informeer-gemeente';
  /** Goes out at its own instant, also outside office hours: the daily screening is every day's work (Add.7). */
  stipt?: true;
  /** The term that starts with it: the next step of the escalation model. */
  opent?: TermijnNaam;
}

/** A running term with its whole plan; `stappen` are in order of time. */
export interface Termijn {
  /** Unique in the casus: the name with the number of the event that started it, `bevestigen-4`. */
  id: string;
  naam: TermijnNaam;
  vanaf: Instant;
  /** The end of its last day; the term has passed at and after this instant. */
  vervalt: Instant;
  bron: Bron;
  /** The policy it was computed from. */
  beleid: string;
  stappen: Stap[];
  /** For an information duty: who must be informed. */
  wie?: InformatieOntvanger;
  /** The team that its pings to a team are for, where that is not the team of the running overdracht. */
  team?: string;
  /** Said again after its last step, so long after each time; each next step comes with the event of the one before. */
  herhaling?: { elke: Duur; aan: Ontvanger[]; bron: Bron };
  /** The ids of the terms whose being late is the only reason for this one: it ends with the last of them. */
  vanwege?: string[];
}

/** A running term and how many of its steps have been dealt with. */
export interface LopendeTermijn extends Termijn {
  gedaan: number;
}

export interface Regels {
  beleid: Beleid;
  kalender: Kalender;
}

/** What a decision says of a term that it starts. */
export interface Termijnwens {
  naam: TermijnNaam;
  /** When it starts, if not when its event happened. */
  vanaf?: Instant;
  wie?: InformatieOntvanger;
  /** For an agreed date: any moment on that day. */
  datum?: Instant;
  /** Who is asked and told, where that is not fixed by the policy. */
  aan?: Ontvanger[];
  team?: string;
  vanwege?: string[];
}

interface TermijnStart extends Termijnwens {
  vanaf: Instant;
  /** The number of the event that starts it, which makes the id unique in the casus. */
  nr: number;
  /** Spoed ignores office hours (domein.md §6). */
  spoed: boolean;
}

/** The end of the term: 24:00 of its last day, or a clock time on the day it starts. */
function vervalMoment({ vanaf, datum }: TermijnStart, duur: Beleidsregel['duur'], kalender: Kalender): Instant {
  if ('afgesproken' in duur) return kalender.eindeVanDag(datum ?? vanaf);
  return 'opDeDag' in duur ? kalender.opDeDag(vanaf, duur.opDeDag) : kalender.einde(vanaf, duur);
}

/** Plans a term from the policy in force: its due instant, and every reminder, ping and ladder step in order of time. */
export function planTermijn(start: TermijnStart, { beleid, kalender }: Regels): Termijn {
  const regel = beleid.termijnen[start.naam];
  const { vanaf, spoed } = start;
  const stipt = 'opDeDag' in regel.duur;
  const vervalt = vervalMoment(start, regel.duur, kalender);
  // Steps after the due instant are counted from the due day, which ends at `vervalt`.
  const vervaldag = verschuif(vervalt, -1);
  const na = (begin: Instant, duur: Duur): Instant =>
    spoed ? kalender.einde(begin, duur) : kalender.openingNa(begin, duur);
  const opDag = (opening: Instant): Instant => (spoed ? kalender.beginVanDag(opening) : opening);

  const herinneringen = regel.herinneringen.map(({ moment, aan, bron }, index): Stap => {
    const op =
      'op' in moment
        ? opDag(kalender.openingOp(vanaf, moment.op))
        : 'na' in moment
          ? na(vanaf, moment.na)
          : opDag(kalender.openingVoor(vervalt, moment.voor.werkdagen));
    return { id: `herinnering-${index + 1}`, soort: 'herinnering', op, aan: start.aan ?? aan, bron };
  });
  const verlopen: Stap = { id: 'verlopen', soort: 'verlopen', op: vervalt, aan: [], bron: regel.bron };
  const melding: Stap = {
    id: 'melding',
    soort: 'melding',
    // Whoever must hear that a day's work was missed, hears it that day, in the weekend too.
    op: spoed || stipt ? vervalt : kalender.binnenKantooruren(vervalt),
    ...regel.verlopen,
    ...(start.aan && { aan: start.aan }),
    ...(stipt && { stipt }),
  };
  const ladder = regel.ladder.map(({ na: duur, aan, bron, taak }, index): Stap => {
    const stap: Stap = { id: `ladder-${index + 1}`, soort: 'ladder', op: na(vervaldag, duur), aan, bron };
    if (taak) stap.taak = taak;
    return stap;
  });
  const achtervoegsel = start.wie ? `-${start.wie}` : '';
  const termijn: Termijn = {
    id: `${start.naam}${achtervoegsel}-${start.nr}`,
    naam: start.naam,
    vanaf,
    vervalt,
    bron: regel.bron,
    beleid: beleid.versie,
    stappen: [
      // Who agrees today to look today need not be asked for it; nor is a closed day opened for it.
      ...herinneringen.filter(({ op }) => !('afgesproken' in regel.duur) || (vanaf < op && op < vervalt)),
      verlopen,
      melding,
      ...ladder,
    ].toSorted((a, b) => (a.op < b.op ? -1 : a.op > b.op ? 1 : 0)),
  };
  if (start.wie) termijn.wie = start.wie;
  if (start.team) termijn.team = start.team;
  if (start.vanwege) termijn.vanwege = start.vanwege;
  if (regel.herhaling) termijn.herhaling = regel.herhaling;
  return termijn;
}

/**
 * The step after the last one of a term that says itself again, counted from `nu`: what was missed while nobody looked is
 * not caught up with one message a day. `undefined` for a term that does not, and while it has other steps.
 */
export function volgendeHerhaling(
  { stappen, herhaling }: Termijn,
  stap: Stap,
  { nu, spoed, kalender }: { nu: Instant; spoed: boolean; kalender: Kalender },
): Stap | undefined {
  if (!herhaling || stappen.at(-1)?.id !== stap.id) return undefined;
  const { elke, aan, bron } = herhaling;
  const opening = kalender.openingOp(nu, elke);
  const nr = stappen.filter(({ id }) => id.startsWith('herhaling-')).length + 1;
  return { id: `herhaling-${nr}`, soort: 'ladder', op: spoed ? kalender.beginVanDag(opening) : opening, aan, bron };
}

/**
 * Whether a term still says something by itself. One whose steps are all done may stand open (its duty is not fulfilled),
 * but guards nothing any more: what must not sleep needs one that runs (domein.md §1, law 2).
 */
export const loopt = ({ stappen, gedaan }: LopendeTermijn): boolean => gedaan < stappen.length;

/** True from the end of the last day of the term on. */
export const isVerlopen = (termijn: Termijn, nu: Instant): boolean => termijn.vervalt <= nu;

/**
 * When a step must be carried out at the earliest, seen from `nu`: a ping that is overdue still waits for
 * office hours, but the passing itself is written down at once.
 */
export function uitvoerMoment(stap: Stap, nu: Instant, spoed: boolean, kalender: Kalender): Instant {
  if (stap.op > nu || stap.soort === 'verlopen' || spoed || stap.stipt) return stap.op;
  return kalender.binnenKantooruren(nu);
}

/** Which step of a record's terms is meant, with the term as it was planned. */
export function stapVan(
  { termijnen }: { termijnen: readonly LopendeTermijn[] },
  verwijzing: { termijn: string; stap: string },
): { termijn: Termijn; stap: Stap } | undefined {
  const termijn = termijnen.find(({ id }) => id === verwijzing.termijn);
  const stap = termijn?.stappen.find(({ id }) => id === verwijzing.stap);
  return termijn && stap ? { termijn, stap } : undefined;
}
