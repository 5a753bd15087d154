/** What has happened to a casus: the journal's events. Each one says itself what it moved, started and ended. */
import type { Bron, Ontvanger, TermijnNaam } from './beleid.ts';
import type { Beheer, Instelling, Toezicht, WachtlijstVt } from './registratiestand.ts';
import type { Duur, Instant } from './werkdagen.ts';

/** Who holds zicht op veiligheid (domein.md §2). */
export type Verantwoordelijke =
  | { partij: 'veilig-thuis'; tijdelijk: boolean; reden?: string }
  | { partij: 'lokale-toegang'; team: string; tijdelijk: false }
  | { partij: 'clientsysteem'; tijdelijk: false };

/** Who did something, as known from authentication, never from what a card sent back. */
export interface Dader {
  rol:
    | 'vt-medewerker'
    | 'vt-leidinggevende'
    | 'team-lid'
    | 'team-leidinggevende'
    | 'contactambtenaar'
    | 'beheerder'
    | 'registratiesysteem'
    /** Teams itself reported it. */
    | 'teams'
    | 'klok';
  /** `bestand`: the file that whoever runs the bot gave it at its start. */
  kanaal: 'teams' | 'api' | 'bestand' | 'klok';
  /** The lokaal team or gemeente in whose name it was done, where the role has one. */
  namens?: string;
  /** Entra object id, or the name of an API key. */
  id?: string;
  naam?: string;
}

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

/** The duties to inform people, by the name of their term (§5.1.1, §5.1.2, §3.3.4, Add.2). */
export const INFORMATIEPLICHTEN = ['schriftelijk-informeren', 'client-informeren', 'betrokkenen-informeren'] as const;
export type Informatieplicht = (typeof INFORMATIEPLICHTEN)[number];

export const INFORMATIE_WEGEN = ['brief', 'e-mail', 'telefoon', 'gesprek'] as const;
export type InformatieWeg = (typeof INFORMATIE_WEGEN)[number];

export const INFORMATIE_ONTVANGERS = ['clientsysteem', 'melder', 'betrokkenen'] as const;
export type InformatieOntvanger = (typeof INFORMATIE_ONTVANGERS)[number];

/** Koud = directly after triage, warm = after VT stayed involved (§5.1.3, Add.4). */
export const WIJZEN = ['koud', 'warm'] as const;
export type Wijze = (typeof WIJZEN)[number];

export const CONCLUSIES = [
  'directe-interventie',
  'structurele-onveiligheid',
  'onvoldoende-informatie',
  'anonimiteit',
  'verzoek-raad',
] as const;
/** The five outcomes of triage that keep VT responsible (§3.1.2). */
export type Conclusie = (typeof CONCLUSIES)[number];

export const VERVOLGTRAJECTEN = ['lokale-ondersteuning', 'onderzoek', 'casusregie', 'hgo', 'st-sg'] as const;
export type Vervolgtraject = (typeof VERVOLGTRAJECTEN)[number];

export const BESLUITEN = ['geen-zorgen', 'clientsysteem', 'lokale-toegang', 'veilig-thuis'] as const;
export type Besluit = (typeof BESLUITEN)[number];

export interface Triage {
  besluit: Besluit;
  conclusies: Conclusie[];
  vervolg?: Vervolgtraject;
  multidisciplinairMet?: 'gedragswetenschapper' | 'vertrouwensarts';
  contactpersoon?: string;
}

/** Which step was dealt with, and the one that is planned after it in a term that says itself again. */
interface Stapgegevens {
  termijn: string;
  stap: string;
  volgende?: Stap;
  /** The duty that runs already and for which this is one more reason, by the id of its term. */
  ookVoor?: string;
}

/** Which message it is about, by its own key, and where it went: an organisation's key or a person's id. */
interface Bezorggegevens {
  sleutel: string;
  kaart: string;
  waar: string;
}

export const SIGNALEN = [
  'afspraken-niet-nagekomen',
  'medewerking-geweigerd',
  'veiligheid-niet-te-borgen',
  'verzoek-raad',
] as const;
/** What a team must let VT know at once (§4.1, §5.1.3, Add.5). */
export type Signaal = (typeof SIGNALEN)[number];

export const AANPAKFASEN = ['veiligheidsplan', 'risicogestuurde-zorg', 'herstel'] as const;
/** Where the help stands (§2.2). */
export type Aanpakfase = (typeof AANPAKFASEN)[number];

/** A step of the escalation model: professionals, leidinggevenden, gemeente (§4.3, Add.6). */
export type EscalatieStap = 1 | 2 | 3;

/** Who can be responsible after a meningsverschil; the other one proposes it, or takes it upon itself (§4.3). */
export const OPLOSSINGEN = ['lokale-toegang', 'veilig-thuis'] as const;
export type Oplossing = (typeof OPLOSSINGEN)[number];

/** For whom someone speaks in a meningsverschil. */
export type Zijde = Oplossing | 'gemeente';

export const AKKOORD_WEGEN = ['gesprek', 'telefoon', 'e-mail'] as const;
/** How the team let VT know that it agrees. */
export type AkkoordWeg = (typeof AKKOORD_WEGEN)[number];

/** What the auditor can find wrong (toepassing/toezicht/controleur.ts), the gravest first. */
export const BEVINDINGEN = [
  'verantwoordelijke-onduidelijk',
  'casus-slaapt',
  'termijn-gemist',
  'casus-onleesbaar',
  'niets-bezorgd',
  'instellingen-oud',
  'inhoud-klopt-niet',
  'bericht-te-laat',
  'bericht-opgegeven',
  'koppeling-stuk',
  'document-groot',
  'wekker-fout',
] as const;
export type BevindingSoort = (typeof BEVINDINGEN)[number];
export interface Bevinding {
  soort: BevindingSoort;
  /** A casusnummer, for a link the key of the organisation, or what it is that is wrong: `Teams`, `instellingen`. */
  waar: string;
}

/** How it stands over all casussen. */
export interface Telling {
  /** Casussen in which somebody still has to do something. */
  open: number;
  /** Running terms, and those among them that have passed. */
  termijnen: number;
  teLaat: number;
  /** Messages that were tried and wait, or that were given up since the werkdag before. */
  nietBezorgd: number;
}

/** What the bot's own record takes along into a new month. */
export interface Vervolgstand {
  besluitVersie: number;
  besluitOp: Instant;
  begonnenOp: Instant;
  termijnen: (Termijn & { gedaan: number })[];
  /** Why, where the record waits for nobody. */
  afgesloten?: string;
  gemeenteIngelicht?: true;
  wachtlijstVt?: WachtlijstVt;
  toezicht?: Toezicht;
  beheer?: Beheer;
  gewist?: { nr: number; op: Instant; overdrachten: number };
}

export const DOSSIER_VORMEN = ['html', 'json'] as const;
export type DossierVorm = (typeof DOSSIER_VORMEN)[number];

/** The events whose words others can add to while what they brought about still stands. */
export const AANVULBAAR = [
  'overdracht-geweigerd',
  'overdracht-ingetrokken',
  'teruggenomen',
  'wachtlijst-gemeld',
  'niet-binnen-termijn-gemeld',
  'interventie-gemeente-vastgelegd',
  'meningsverschil-gemeld',
  'meningsverschil-opgeschaald',
  'uitkomst-afgewezen',
  'terugleggen-gevraagd',
  'terugleggen-geweigerd',
  'direct-gevaar-vastgesteld',
  'afgesloten',
] as const;
export type Aanvulbaar = (typeof AANVULBAAR)[number];

/** One place that changed, by its path with keys, and how many there came, went or changed; never a person's name. */
export interface Wijziging {
  waar: string;
  erbij: number;
  eraf: number;
  anders: number;
}

/** An addressee with nobody behind it: how many organisations lack it, and the keys of the first of them. */
export interface Hiaat {
  wat: Exclude<Ontvanger, 'kanaal-team'> | 'beheerder';
  aantal: number;
  bij: string[];
}

export const BREUKEN = [
  'bot-verwijderd',
  'kanaal-verwijderd',
  'team-gearchiveerd',
  'team-verwijderd',
  'app-verwijderd',
] as const;
/** Why the bot cannot speak in a conversation any more; the last is a person's own chat. */
export type Breuk = (typeof BREUKEN)[number];

export interface Verbindingsgegevens {
  /** Whose messages went there: keys of the adresboek. */
  organisaties: string[];
  conversatie: string;
  /** How Teams calls it; empty when that is not known. */
  naam: string;
  breuk: Breuk;
  /** Entra object id of whose own chat it is. */
  persoon?: string;
}

/** What each kind of event carries besides the envelope. */
export interface GegevensPerSoort {
  'melding-ontvangen': { gemeente: string; spoed: boolean };
  'nieuwe-melding-ontvangen': Record<never, never>;
  'triage-afgerond': Triage;
  'overdracht-verzonden': {
    overdracht: number;
    team: string;
    wijze: Wijze;
    /** Salted digest of what was handed over: the content is kept apart, and can be erased. */
    inhoud?: string;
  };
  'overdracht-ingetrokken': { overdracht: number; reden: string };
  'ontvangst-bevestigd': {
    overdracht: number;
    via: 'teams' | 'telefoon' | 'e-mail';
    doorWie: string;
    laat: boolean;
  };
  'overdracht-geweigerd': { overdracht: number; reden: string };
  opgepakt: { overdracht: number; casusregisseur: string };
  teruggenomen: { overdracht: number; reden: string };
  'gemeente-geinformeerd': { wie: string };
  /** `plicht` is absent in journals from before the duties were told apart. */
  geinformeerd: { wie: InformatieOntvanger; plicht?: Informatieplicht; via?: string };
  'vervolg-ingezet': { wat: string };
  'zicht-bevestigd': { toelichting?: string };
  /** VT has the casus and no term runs: it is asked after in time. */
  'zicht-bewaakt': Record<never, never>;
  /** Other words about what had been said already, by whoever said it: nobody's words are lost. */
  aangevuld: { bij: Aanvulbaar; overdracht?: number; tekst: string; doorPartij: Zijde };
  'melding-besproken': Record<never, never>;
  'wachtlijst-gemeld': { overdracht: number; toelichting: string };
  'niet-binnen-termijn-gemeld': { overdracht: number; reden: string };
  'interventie-gemeente-vastgelegd': { overdracht: number; wat: string };
  'meningsverschil-gemeld': { overdracht: number; toelichting: string; doorPartij: 'veilig-thuis' | 'lokale-toegang' };
  'meningsverschil-opgeschaald': { stap: EscalatieStap; automatisch: boolean; gespreksverslag?: string };
  'uitkomst-voorgesteld': { overdracht: number; uitkomst: Oplossing; doorPartij: Zijde };
  'uitkomst-afgewezen': { overdracht: number; uitkomst: Oplossing; reden: string };
  /** Given by the side that is responsible after it; or the team's assent as VT recorded it: by whom, and how. */
  'meningsverschil-opgelost': {
    overdracht: number;
    uitkomst: Oplossing;
    akkoordDoor?: string;
    akkoordVia?: AkkoordWeg;
  };
  'terugkerend-meningsverschil': { team: string; aantal: number; terugkerend: boolean };
  'terugleggen-gevraagd': { overdracht: number; reden: string };
  teruggelegd: { overdracht: number };
  'terugleggen-geweigerd': { overdracht: number; reden: string };
  /** Of what the signal was, and of the phase of the help, nothing is left once they are erased. */
  gesignaleerd: { overdracht: number; wat?: Signaal; toelichting: string };
  'aanpakfase-vastgelegd': { aanpakfase?: Aanpakfase };
  'monitoring-afgesproken': { op: Instant; wie: string; wat: string };
  'monitoring-afgerond': { termijn: string };
  gescreend: Record<never, never>;
  'direct-gevaar-vastgesteld': { wat: string };
  afgesloten: { reden: string; overdracht?: number };
  'wachtlijst-vt-ontstaan': { casussen: string[] };
  /** Only what differs from the day before, by casusnummer. In older journals all of them, and counts of what differs. */
  'screening-gevraagd': {
    dag: string;
    aantal?: number;
    casussen?: string[];
    erbij: number | string[];
    eraf: number | string[];
  };
  'screening-afgerond': { dag: string };
  'wachtlijst-vt-gewaarschuwd': { aantal: number; perWeek: number; dagen: number };
  'wachtlijst-vt-weggewerkt': Record<never, never>;
  'hartslag-gegeven': Telling & { laatsteRonde?: Instant; bevindingen: Bevinding[]; meer: number };
  'onraad-gemeld': { bevindingen: Bevinding[]; meer: number };
  /** Digests (SHA-256) of what was in force before and is now; `bestand` is empty for the guideline's own table. */
  'instelling-gewijzigd': {
    wat: Instelling;
    bestand: string;
    van: string;
    naar: string;
    rijen: Wijziging[];
    /** Places that changed beyond those in `rijen`. */
    meer: number;
  };
  /** `van` is the conversation that lost the link by it. */
  gekoppeld: { organisatie: string; conversatie: string; van?: string };
  /** A link that would give the members of a conversation VT's rights waits for a leidinggevende of VT (domein.md §8). */
  'koppeling-gevraagd': {
    organisatie: string;
    conversatie: string;
    /** What kind of conversation it is, and how Teams calls it; empty when that is not known. */
    gesprek: 'kanaal' | 'groep';
    naam: string;
    vervalt: Instant;
    /** The number of the request that it takes the place of. */
    vervangt?: number;
  };
  'koppeling-goedgekeurd': { verzoek: number; organisatie: string };
  'koppeling-afgewezen': { verzoek: number; organisatie: string };
  ontkoppeld: { organisaties: string[]; conversatie: string };
  /** Teams said that the bot cannot speak there any more, or can again. */
  'gesprek-verbroken': Verbindingsgegevens;
  'gesprek-hersteld': Verbindingsgegevens;
  'hiaten-nagegaan': { aanleiding: 'week' | 'wijziging'; hiaten: Hiaat[] };
  /** A record of the bot's own goes on in a new month (archief.ts); `kop` is the hash of its event `totEnMet`. */
  'registratie-vervolgd': { van: string; totEnMet: number; kop: string; stand: Vervolgstand };
  /** `gebeurtenis`: not the content of the overdracht but the words that people typed in that event (its number). */
  'inhoud-bekeken': { overdracht: number; gebeurtenis?: number };
  /**
   * The whole dossier was given out, as a page to read or as data. `aangemeld`: whether signing in proved who fetched it;
   * absent in journals from before that was asked.
   */
  'dossier-verstrekt': { vorm: DossierVorm; aangemeld?: boolean };
  /** Persons and free text of every event up to that one, and the content of these overdrachten. */
  gewist: { totEnMet: number; overdrachten: number[] };
  'termijn-herinnerd': Stapgegevens;
  'termijn-verlopen': Stapgegevens;
  'verloop-gemeld': Stapgegevens;
  'termijn-opgeschaald': Stapgegevens;
  'stap-overgeslagen': Stapgegevens;
  /** Nobody stood behind an addressee of that event (its number): who of which organisation, and who heard instead. */
  'ontvanger-ontbrak': { gebeurtenis: number; ontbrak: Ontvanger; wie: string; naar: Ontvanger[] };
  'bericht-bezorgd': Bezorggegevens;
  'bericht-onzeker': Bezorggegevens & { code: string };
  'bericht-onbezorgbaar': Bezorggegevens & { code: string };
}
export type GebeurtenisSoort = keyof GegevensPerSoort;

/** False for what only tells of a delivery, of someone who looked, or that a record goes on as it was. */
export const isBesluit = ({ soort }: { soort: GebeurtenisSoort }): boolean =>
  !soort.startsWith('bericht-') &&
  soort !== 'inhoud-bekeken' &&
  soort !== 'dossier-verstrekt' &&
  soort !== 'registratie-vervolgd';

interface Envelop {
  /** 1, 2, 3 … in the casus's journal. */
  nr: number;
  /** When it happened, and when it was written down: never before `op`. */
  op: Instant;
  vastgelegdOp: Instant;
  door: Dader;
  /** The paragraph of the guideline it rests on. */
  bron: string;
  /** Present when responsibility moves, from `op` on. */
  verantwoordelijke?: Verantwoordelijke;
  /** Terms that start, and the ids of terms that end, with their reminders and ladder. */
  start?: Termijn[];
  eindigt?: string[];
}

export type Gebeurtenis<S extends GebeurtenisSoort = GebeurtenisSoort> = {
  [K in S]: Envelop & { soort: K; gegevens: GegevensPerSoort[K] };
}[S];
