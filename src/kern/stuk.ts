/**
 * What every record with a journal has, and the records that the bot keeps of its own work: VT's wachtlijst, that of a
 * lokaal team, what changes in adresboek, beleid and links, and what it says of itself. They are written, guarded and
 * delivered by the same engine as a casus and are none: no gemeente, no fase, nobody responsible.
 *
 * They go on for ever, and a document cannot (Cosmos DB: 2 MB). Once a month the journal so far is put away under a number
 * of its own; the record keeps its number and goes on counting, from an event that says how everything stood. So a card,
 * a term or a request of last month is found where it always was.
 */
import type { LopendeTermijn } from './termijnen.ts';
import type { Instant } from './tijd/werkdagen.ts';

export interface Stukbasis {
  /** The number of the last event. */
  versie: number;
  /** The number of the last event that was more than a delivery or a look: what cards carry as their version. */
  besluitVersie: number;
  /** When that was written down. */
  besluitOp: Instant;
  laatstVastgelegd: Instant;
  termijnen: LopendeTermijn[];
  /** The last time that persons, free text and content were erased: by which event, and up to which overdracht. */
  gewist?: { nr: number; op: Instant; overdrachten: number };
}

export interface EigenBasis extends Stukbasis {
  nummer: string;
  begonnenOp: Instant;
}

export interface WachtlijstVtStuk extends EigenBasis {
  soort: 'wachtlijst-vt';
  wachtlijstVt: WachtlijstVt;
}
export interface WachtlijstTeamStuk extends EigenBasis {
  soort: 'wachtlijst-team';
  wachtlijstTeam: WachtlijstTeam;
}
export interface BeheerStuk extends EigenBasis {
  soort: 'beheer';
  beheer: Beheer;
}
export interface ToezichtStuk extends EigenBasis {
  soort: 'toezicht';
  toezicht: Toezicht;
}
export type EigenStuk = WachtlijstVtStuk | WachtlijstTeamStuk | BeheerStuk | ToezichtStuk;

export type Instelling = 'adresboek' | 'beleid';

/** By what broke it and conversation: since when, and whether it has come back since. */
export type Verbroken = Readonly<Record<string, { sinds: Instant; hersteld?: true }>>;

/** What VT was told by the auditor since the last hartslag, and when (eigen/toezicht.ts). */
export interface Toezicht {
  hartslagOp?: Instant;
  onraadOp?: Instant;
  gemeld: string[];
}

/** The digests of what is in force, and when it was last looked whether somebody stands behind every step. */
export interface Beheer {
  stand: Partial<Record<Instelling, string>>;
  nagegaanOp: Instant;
  /** The newest request for a link that gives VT's rights; the older ones count no more. */
  verzoek?: Koppelverzoek;
  /** Links that Teams said are broken, or whole again. */
  verbroken?: Verbroken;
}

/** `nr` is that of its event; without `besluit` it is open until `vervalt`. */
export interface Koppelverzoek {
  nr: number;
  organisatie: string;
  conversatie: string;
  /** Entra object id of who asked. */
  door?: string;
  vervalt: Instant;
  besluit?: { uitkomst: 'goedgekeurd' | 'afgewezen'; op: Instant };
}

/** VT's own wachtlijst: meldingen past their triage term, and how many came and went per screened day (§4.2, Add.7). */
export interface WachtlijstVt {
  open: boolean;
  casussen: string[];
  dagen: { dag: string; aantal: number; erbij: number; eraf: number }[];
  gewaarschuwd: boolean;
}

/** A lokaal team has a wachtlijst, or no longer: for every casus that is not picked up there (§4.2). */
export interface WachtlijstTeam {
  team: string;
  open: boolean;
  /** When the first signal came, or when its gemeente intervened. */
  sinds: Instant;
  /** When the team's casussen were last gone through; absent while that must still be done since `sinds`. */
  doorgegevenOp?: Instant;
}

/** The numbers of the bot's own records sort from here on; every casusnummer before it, so that nobody can ask for one. */
export const EIGEN = '~';
export const isEigen = (nummer: string): boolean => nummer >= EIGEN;

/** `maand` as `2026-11`, in which the events that are put away begin. Sorts after its record. */
export const archiefVan = (nummer: string, maand: string): string => `${nummer}${EIGEN}${maand}`;

/** Whether this is a part of a record that was put away: it is kept and read, and nothing runs in it. */
export const isArchief = (nummer: string): boolean => isEigen(nummer) && nummer.lastIndexOf(EIGEN) > 0;

/** The number of the record that it was a part of; any other number is its own. */
export const stamVan = (nummer: string): string =>
  isArchief(nummer) ? nummer.slice(0, nummer.lastIndexOf(EIGEN)) : nummer;
