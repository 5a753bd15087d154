/** The state of one casus: a union by fase, with what is true in every fase. */
import type {
  Aanpakfase,
  Aanvulbaar,
  Conclusie,
  EscalatieStap,
  Gebeurtenis,
  AkkoordWeg,
  Informatieplicht,
  InformatieOntvanger,
  Oplossing,
  Signaal,
  Termijn,
  Triage,
  Verantwoordelijke,
  Wijze,
  Zijde,
} from './gebeurtenissen.ts';
import type { Beheer, Toezicht, WachtlijstVt } from './registratiestand.ts';
import type { Instant } from './werkdagen.ts';

/** One stretch of responsibility; `tot` is absent on the one that runs now. Stretches touch: no gap, no overlap. */
export interface Periode {
  vanaf: Instant;
  tot?: Instant;
  verantwoordelijke: Verantwoordelijke;
  /** The event that moved it. */
  gebeurtenis: { nr: number; soort: Gebeurtenis['soort']; bron: string; doorNaam?: string };
}

export type OverdrachtStatus =
  'verzonden' | 'ontvangen' | 'opgepakt' | 'wachtlijst' | 'meningsverschil' | 'geweigerd' | 'ingetrokken' | 'beeindigd';

/** One handing over to one team; its content is kept apart from the journal. */
export interface Overdracht {
  nr: number;
  team: string;
  wijze: Wijze;
  verzondenOp: Instant;
  doorNaam?: string;
  status: OverdrachtStatus;
  ontvangst?: { op: Instant; doorWie: string; via: 'teams' | 'telefoon' | 'e-mail'; laat: boolean };
  oppakken?: { op: Instant; casusregisseur: string };
  /** The team took it upon itself when a meningsverschil was settled: no confirmation of receipt, its assent all the same. */
  overgenomen?: { op: Instant; doorWie: string; via: 'teams' | AkkoordWeg };
  geweigerd?: { op: Instant; doorNaam?: string; reden: string };
  beeindigd?: { op: Instant; reden: string };
  /** The team said that it has a wachtlijst (§4.2); the gemeente's intervention opens the way for a new overdracht. */
  wachtlijst?: { op: Instant; doorNaam?: string; interventieOp?: Instant };
  /** The team said that it cannot pick up within the term, for another reason than a wachtlijst (§4.2). */
  nietBinnenTermijn?: { op: Instant; reden: string };
  /** The team asked VT to take the casus back (Add.5). */
  terugleggen?: { op: Instant; doorNaam?: string; reden: string };
  /** VT's last answer that it does not take the casus back. */
  terugleggenGeweigerd?: { op: Instant; doorNaam?: string; reden: string };
  /** The last signal of the team, so that a repeated click finds it there (§5.1.3). */
  signaal?: { op: Instant; wat?: Signaal; toelichting: string };
  /** How a meningsverschil about it was settled last. */
  uitkomst?: Oplossing;
  /** When this overdracht reached step 3 of the escalation model (§4.3). */
  stap3Op?: Instant;
  /** And when it did so in earlier disagreements. */
  stap3Eerder?: Instant[];
}

/** A running term and how many of its steps have been dealt with. */
export interface LopendeTermijn extends Termijn {
  gedaan: number;
}

/** A duty with a term of its own (domein.md §5), as its refusal names it. */
export type Taak =
  | 'informeer-gemeente'
  | 'melding-bespreken'
  | 'monitoring'
  | 'vervolg'
  | 'zicht-bij-vt'
  | `informeren-${InformatieOntvanger}`
  | `${Informatieplicht}-${InformatieOntvanger}`;

/** What someone said with an event, so that the same words are a repeat and others are not lost. */
export interface Gezegd {
  bij: Aanvulbaar | 'gesignaleerd';
  overdracht?: number;
  op: Instant;
  tekst: string;
}

export interface MonitoringAfspraak {
  termijn: string;
  op: Instant;
  wie: string;
  wat: string;
}

interface Basis {
  casusnummer: string;
  gemeente: string;
  spoed: boolean;
  /** The number of the last event. */
  versie: number;
  /** The number of the last event that was more than a delivery or a look: what cards carry as their version. */
  besluitVersie: number;
  /** When that was written down. */
  besluitOp: Instant;
  laatstVastgelegd: Instant;
  /** Receipt of the first and of the newest melding, and of every melding in order of registration. */
  eersteMeldingOp: Instant;
  meldingOp: Instant;
  meldingen: Instant[];
  /** Those of them that were received at the very moment of their registration. */
  zojuistGemeld: Instant[];
  perioden: Periode[];
  termijnen: LopendeTermijn[];
  overdrachten: Overdracht[];
  /** Duties done since the newest melding, so that a repeated click finds its work done. */
  vervuld: Taak[];
  /** Present once triage of the newest melding is done. */
  triage?: Triage & { op: Instant; doorNaam?: string };
  /**
   * VT has been involved itself (a vervolgtraject, terugleggen, terugnemen) since the last overdracht that was confirmed or
   * the last closing, so that the next overdracht is warm (Add.4). A new melding does not wipe it.
   */
  vtBetrokken?: true;
  /** Conclusions of triage that keep VT responsible as long as no vervolgtraject has been started since (§3.1.2). */
  staande: Conclusie[];
  /** What was said with events that others can add to. */
  gezegd: Gezegd[];
  aanpakfase?: Aanpakfase;
  /** What people agreed to look at and has not been done yet, each with the id of its term (§5.1.3, "Monitoren"). */
  monitoring: MonitoringAfspraak[];
  /** The last daily screening of a melding that waits at VT (Add.7). */
  gescreendOp?: Instant;
  /** Step 3 was reached and nobody has looked yet whether this team's disagreements return (§4.3). */
  terugkerendOnbekend?: boolean;
  /** It was brought to the gemeente: by a wachtlijst (§4.2), step 3 (§4.3), or a step that its contactambtenaar was told of. */
  gemeenteIngelicht?: true;
  /** The last time that persons, free text and content were erased: by which event, and up to which overdracht. */
  gewist?: { nr: number; op: Instant; overdrachten: number };
  /** For the record of changes in adresboek, beleid and links, which is kept in the same way. */
  beheer?: Beheer;
  /** For the record of VT's wachtlijst, which is kept in the same way as a casus. */
  wachtlijstVt?: WachtlijstVt;
  /** For the record of what the bot says of itself. */
  toezicht?: Toezicht;
}

export interface Voorstel {
  uitkomst: Oplossing;
  op: Instant;
  doorPartij: Zijde;
  doorNaam?: string;
}

/** What the casus is waiting for (contract.md, `fase`). */
export type Fase =
  | { fase: 'triage' }
  | { fase: 'bij-veilig-thuis' }
  | { fase: 'overgedragen'; overdracht: number }
  | { fase: 'ontvangen'; overdracht: number }
  | { fase: 'opgepakt'; overdracht: number }
  | { fase: 'wachtlijst'; overdracht: number }
  | {
      fase: 'meningsverschil';
      overdracht: number;
      stap: EscalatieStap;
      sinds: Instant;
      /** An outcome for the side that did not propose it, until that side answers (§4.3, law 1). */
      voorstel?: Voorstel;
      /** The last one that was turned down. */
      afgewezen?: Oplossing;
    }
  | { fase: 'bij-clientsysteem' }
  | { fase: 'afgesloten'; reden: string };

export type Casus = Basis & Fase;
export type FaseNaam = Fase['fase'];

/** The fasen in which somebody still has to do something; the others wait for a new melding. */
export const OPEN_FASEN: readonly FaseNaam[] = [
  'triage',
  'bij-veilig-thuis',
  'overgedragen',
  'ontvangen',
  'opgepakt',
  'wachtlijst',
  'meningsverschil',
];

/**
 * Records that the bot keeps of its own work (VT's wachtlijst, its own messages) are stored, guarded and delivered like a
 * casus. Their numbers sort from here on; every casusnummer sorts before it, so that nobody can ask for such a record.
 */
export const EIGEN = '~';
export const isEigen = (nummer: string): boolean => nummer >= EIGEN;

/** The overdracht that the present fase is about, if it is about one. */
export function lopendeOverdracht(casus: Casus): Overdracht | undefined {
  return 'overdracht' in casus ? casus.overdrachten.find(({ nr }) => nr === casus.overdracht) : undefined;
}

/** The open stretch of responsibility: there is always exactly one. */
export function huidigePeriode(casus: Casus): Periode {
  const laatste = casus.perioden.at(-1);
  if (!laatste) throw new Error(`casus ${casus.casusnummer} heeft geen verantwoordelijke`);
  return laatste;
}
