/** The state of the bot's own records, which an event takes along into a new month (archief.ts). */
import type { Instant } from './werkdagen.ts';

export type Instelling = 'adresboek' | 'beleid';

/** By what broke it and conversation: since when, and whether it has come back since. */
export type Verbroken = Readonly<Record<string, { sinds: Instant; hersteld?: true }>>;

/** What VT was told by the auditor since the last hartslag, and when (beslissingen/toezicht.ts). */
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
