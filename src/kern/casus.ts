/** The state of one casus: a union by fase, with what is true in every fase; who holds zicht; why it may rest. */
import type { Stukbasis } from './stuk.ts';
import type { Instant } from './tijd/werkdagen.ts';
import type {
  Aanpakfase,
  Aanvulbaar,
  AkkoordWeg,
  Besluit,
  Conclusie,
  EscalatieStap,
  InformatieOntvanger,
  Informatieplicht,
  Oplossing,
  Signaal,
  Verantwoordelijke,
  Vervolgtraject,
  Wijze,
  Zijde,
} from './woorden.ts';

/** One stretch of responsibility; `tot` is absent on the one that runs now. Stretches touch: no gap, no overlap. */
export interface Periode {
  vanaf: Instant;
  tot?: Instant;
  verantwoordelijke: Verantwoordelijke;
  /** The event that moved it. */
  gebeurtenis: { nr: number; soort: string; bron: string; doorNaam?: string };
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
  ontvangst?: { op: Instant; doorWie: string; via: 'teams' | 'telefoon' | 'e-mail'; laat: boolean };
  oppakken?: { op: Instant; casusregisseur: string };
  /** The team took it upon itself when a meningsverschil was settled: no confirmation of receipt, its assent all the same. */
  overgenomen?: { op: Instant; doorWie: string; via: 'teams' | AkkoordWeg };
  geweigerd?: { op: Instant; doorNaam?: string; reden: string };
  /** It is over: withdrawn by VT before the team had it, or after the team had to do with the casus. */
  beeindigd?: { op: Instant; reden: string; ingetrokken?: true };
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

export interface Triage {
  besluit: Besluit;
  conclusies: Conclusie[];
  vervolg?: Vervolgtraject;
  multidisciplinairMet?: 'gedragswetenschapper' | 'vertrouwensarts';
  contactpersoon?: string;
}

/** What is true in every fase. */
export interface CasusBasis extends Stukbasis {
  soort: 'casus';
  casusnummer: string;
  gemeente: string;
  spoed: boolean;
  /** Receipt of the first and of the newest melding, and of every melding in order of registration. */
  eersteMeldingOp: Instant;
  meldingOp: Instant;
  meldingen: Instant[];
  /** Those of them that were received at the very moment of their registration. */
  zojuistGemeld: Instant[];
  perioden: Periode[];
  overdrachten: Overdracht[];
  /** Duties done since the newest melding, and when, so that a repeated click finds its work done. */
  vervuld: { taak: Taak; op: Instant }[];
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

export type Casus = CasusBasis & Fase;
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

/** How an overdracht stands: by the fase of the casus while that is about it, by how it ended after that. */
export function statusVan(casus: Casus, { nr, beeindigd, geweigerd }: Overdracht): OverdrachtStatus {
  if ('overdracht' in casus && casus.overdracht === nr) return casus.fase === 'overgedragen' ? 'verzonden' : casus.fase;
  if (beeindigd) return beeindigd.ingetrokken ? 'ingetrokken' : 'beeindigd';
  return geweigerd ? 'geweigerd' : 'beeindigd';
}

/** Its team said that it has a wachtlijst, and the gemeente has done nothing about that (§4.2). */
export const heeftWachtlijst = ({ wachtlijst }: Overdracht): boolean =>
  wachtlijst !== undefined && wachtlijst.interventieOp === undefined;

/** Now, for this record: what was written by a clock that is ahead of this one has happened. */
export const heden = ({ laatstVastgelegd }: Pick<Stukbasis, 'laatstVastgelegd'>, nu: Instant): Instant =>
  nu < laatstVastgelegd ? laatstVastgelegd : nu;

/** The one stretch that covers the instant, or `undefined` before the first melding was received (domein.md §1). */
export function verantwoordelijkeOp(casus: Casus, moment: Instant): Periode | undefined {
  return casus.perioden.find(({ vanaf, tot }) => vanaf <= moment && (tot === undefined || moment < tot));
}

/** What is waited for, and the place in the guideline that says so. */
export interface Rust {
  reden: 'wacht-op-melding' | 'team-werkt';
  bron: string;
}

/** Every other fase has a term of its own, from the moment it begins until it ends. */
const RUST: Partial<Record<FaseNaam, Rust>> = {
  // The team works, signals to VT by itself when it must, and VT looks only where that was agreed ("Monitoren").
  opgepakt: { reden: 'team-werkt', bron: '§5.1.3, Add.5' },
  // New concerns come in as a new melding.
  'bij-clientsysteem': { reden: 'wacht-op-melding', bron: '§5.1.2, Add.5' },
  afgesloten: { reden: 'wacht-op-melding', bron: '§5.1.1, Add.5' },
};

/** The reason that no term runs; `undefined` when one runs, or when one should. */
export function redenZonderTermijn(casus: Casus): Rust | undefined {
  return casus.termijnen.length > 0 ? undefined : RUST[casus.fase];
}
