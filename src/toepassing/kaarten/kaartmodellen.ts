/**
 * What each card in `cards/` is filled with: one model per template. Every text field is there (empty when it has
 * nothing to say), because a template shows a missing field literally. Instants are already readable Dutch text.
 */
import type { OverdrachtStatus } from '../../kern/casus.ts';
import type { InformatieOntvanger, Informatieplicht } from '../../kern/woorden.ts';

/** A running term as a card shows it. */
export interface TermijnRegel {
  /** Such as `Ontvangst bevestigen`. */
  naam: string;
  /** Such as `wo 25 nov 2026 24:00`. */
  vervalt: string;
  /** Such as `nog 2 werkdagen`, `vandaag` or `1 werkdag te laat`. */
  nog: string;
  teLaat: boolean;
  /** The § with, for a regional choice, that it is one. */
  bron: string;
}

/** The same on a card that is posted and stands there for days: the day, and nothing that counts or says "vandaag". */
export interface GeplaatsteTermijn extends Omit<TermijnRegel, 'nog' | 'vervalt'> {
  /** Such as `uiterlijk wo 25 nov 2026 24:00` or `te laat sinds wo 25 nov 2026 24:00`. */
  wanneer: string;
}

/**
 * What people typed stands on no card that others see too: only that it is there, and behind a button
 * (`Lees de toelichting`) the words, for one person (domein.md §7).
 */
interface MetToelichting {
  /** The number of the event with the words; 0 when there is nothing to read. */
  lees: number;
}

/** The card in the team's channel (`overdracht`) and its mirror in VT's channel (`volgkaart`). */
export interface OverdrachtModel extends MetToelichting {
  casusnummer: string;
  overdracht: number;
  versie: number;
  gemeente: string;
  team: string;
  teamNaam: string;
  wijze: 'koud' | 'warm';
  spoed: boolean;
  verzondenOp: string;
  doorNaam: string;
  status: OverdrachtStatus;
  /** Full sentence: who holds zicht op veiligheid now. */
  verantwoordelijke: string;
  /** The running terms of this overdracht: bevestigen, oppakken, melding bespreken. */
  termijnen: GeplaatsteTermijn[];
  ietsTeLaat: boolean;
  ontvangenOp: string;
  ontvangenDoor: string;
  /** `in Teams`, `per telefoon` or `per e-mail`. */
  ontvangenVia: string;
  ontvangenLaat: boolean;
  /** When, by whom and how the team took it upon itself at the end of a meningsverschil; empty when it did not. */
  overgenomenOp: string;
  overgenomenDoor: string;
  overgenomenVia: string;
  opgepaktOp: string;
  casusregisseur: string;
  /** For geweigerd, ingetrokken and beeindigd: when, by whom, and the bot's own reason or that there is one. */
  eindeOp: string;
  eindeDoor: string;
  eindeReden: string;
  /** Open duties that a button can fulfil. */
  taakGemeente: boolean;
  taakClient: boolean;
  taakBespreken: boolean;
  /** The step of the escalation model, 0 when there is no meningsverschil. */
  stap: 0 | 1 | 2 | 3;
  /** The side that has a proposal to answer (§4.3); empty when there is none. */
  voorstelVoor: '' | 'lokale-toegang' | 'veilig-thuis';
  /** When the team asked VT to take the casus back. */
  terugleggenOp: string;
  /** When the team said that it cannot pick up within the term. */
  nietBinnenTermijnOp: string;
  aanpakfase: string;
  /** There is content to open with Bekijk overdracht. */
  heeftInhoud: boolean;
}

/** Tells of an event, in the thread of the card it is about. */
export interface VoortgangModel extends MetToelichting {
  casusnummer: string;
  gebeurtenis:
    | 'ontvangst-bevestigd'
    | 'opgepakt'
    | 'overdracht-geweigerd'
    | 'overdracht-ingetrokken'
    | 'teruggenomen'
    | 'nieuwe-melding-ontvangen'
    | 'wachtlijst-gemeld'
    | 'niet-binnen-termijn-gemeld'
    | 'interventie-gemeente-vastgelegd'
    | 'meningsverschil-gemeld'
    | 'meningsverschil-opgeschaald'
    | 'uitkomst-voorgesteld'
    | 'uitkomst-afgewezen'
    | 'aangevuld'
    | 'meningsverschil-opgelost'
    | 'terugleggen-gevraagd'
    | 'teruggelegd'
    | 'terugleggen-geweigerd'
    | 'gesignaleerd'
    | 'afgesloten'
    | 'direct-gevaar-vastgesteld';
  overdracht: number;
  versie: number;
  /** The step of the escalation model, 0 when there is no meningsverschil. */
  stap: 0 | 1 | 2 | 3;
  /** What else the reader must know: who belong in the conversation, which contact is missing or old. */
  letOp: string[];
  /** Which buttons fit what the addressee may do now. */
  knoppen: {
    gemeenteGeinformeerd: boolean;
    terugleggen: boolean;
    terugnemen: boolean;
    opschalen: boolean;
    oplossen: boolean;
    meningsverschil: boolean;
    aanvaarden: boolean;
  };
  teamNaam: string;
  doorNaam: string;
  op: string;
  /** For opgepakt. */
  casusregisseur: string;
  /** The bot's own reason, the kind of a signal, or that there is an explanation. */
  toelichting: string;
  /** The way back to this card (`Terug`). */
  terug: string;
  laat: boolean;
  verantwoordelijke: string;
  bron: string;
  /** What happened since that leaves nothing to do here, in a few sentences; empty as long as the card asks. */
  gedaan: string;
}

/** A reminder, a passed term or a step of the ladder. */
export interface PingModel extends MetToelichting {
  casusnummer: string;
  gemeente: string;
  teamNaam: string;
  overdracht: number;
  versie: number;
  /** The gravest of its steps decides the tone; `gedaan` and `nieuwer` once it asks nothing any more. */
  ernst: 'herinnering' | 'verlopen' | 'escalatie' | 'gedaan' | 'nieuwer';
  /** Who must act: mentions (`<at>…</at>`) or a role in words. */
  aanhef: string;
  stappen: (GeplaatsteTermijn & { watTeDoen: string })[];
  verantwoordelijke: string;
  /** For an escalation: the history in three lines. */
  geschiedenis: string[];
  /** Which buttons fit: what the addressee may do now. */
  magBevestigen: boolean;
  magOppakken: boolean;
  taakGemeente: boolean;
  /** Duties to inform that a button can fulfil. */
  informeer: InformatieKnop[];
  stap: 0 | 1 | 2 | 3;
  letOp: string[];
  magOpschalen: boolean;
  magOplossen: boolean;
  magTerugleggenBeantwoorden: boolean;
  monitoring: MonitoringKnop[];
  magBespreken: boolean;
  magZichtBevestigen: boolean;
  magVervolgVastleggen: boolean;
  magOverdragen: boolean;
  magAanvaarden: boolean;
  terug: string;
  /** What happened since that leaves nothing to do here, in a few sentences; empty as long as the card asks. */
  gedaan: string;
}

/** Steps of terms in several casussen for one addressee, so that a channel gets one message at an opening. */
export interface PingBundelModel {
  /** How many casussen it is about. */
  aantal: number;
  /** The moment of which this tells, such as `wo 25 nov 2026 08:30`: it is not redrawn. */
  stand: string;
  /** The gravest decides the tone, and comes first. */
  ernst: PingModel['ernst'];
  aanhef: string;
  regels: {
    casusnummer: string;
    gemeente: string;
    stappen: (GeplaatsteTermijn & { watTeDoen: string })[];
    /** Empty, as is the history, when there are many; and for a message that did not arrive. */
    verantwoordelijke: string;
    geschiedenis: string[];
    /** This one may have been told before; the others were not. */
    herhaling: boolean;
  }[];
  /** The casussen for which there is no room above, per thing to do, a few on each line. */
  rest: { watTeDoen: string; bron: string; casussen: string[] }[];
  /** Those casussen, to choose one to look at. */
  keuzes: Keuze[];
}

/** Closes one agreement to look: the id of its term, and which one it is for people, such as `wo 2 dec 2026`. */
/** Fulfils one duty to inform; `schriftelijk`: only a letter or e-mail does (§5.1.1, §5.1.2). */
export interface InformatieKnop {
  wie: InformatieOntvanger;
  naam: string;
  plicht: Informatieplicht;
  schriftelijk: boolean;
}

export interface MonitoringKnop {
  termijn: string;
  van: string;
}

/** Asks VT to inform people after a decision (§5.1.1, §5.1.2, §3.3.4), and says what must be said. */
export interface InformerenModel {
  casusnummer: string;
  versie: number;
  gemeente: string;
  waarom: 'geen-zorgen' | 'lichte-zorgen' | 'hgo' | 'st-sg' | 'afgesloten';
  taken: (InformatieKnop & { wanneer: string; teLaat: boolean })[];
  verantwoordelijke: string;
  bron: string;
  /** What happened since that leaves nothing to do here, in a few sentences; empty as long as the card asks. */
  gedaan: string;
}

/** The daily screening of VT's wachtlijst (Add.7). */
export interface ScreeningModel {
  /** Such as `di 8 dec 2026`, and the clock time before which it must be done. */
  dag: string;
  voor: string;
  /** The record of the wachtlijst, and a number that changes with every decision on an open melding. */
  casusnummer: string;
  versie: number;
  nogTeScreenen: number;
  /** What still has to be looked at, late ones first: what is ticked is sent back as `casusnummers`. */
  teScreenen: { title: string; value: string }[];
  /** Those that do not fit on the card. */
  meer: number;
  /** Every melding in which direct gevaar can be seen, also after its screening; what still has to be looked at first. */
  gevaar: { title: string; value: string }[];
  /** Screened today: how many and which, or empty. */
  gescreend: string;
  /** Meldingen that the app cannot read, or empty. */
  onleesbaar: string;
}

/** The wachtlijst will not be cleared in time at the pace of the last weeks (§4.2, Add.7). */
export interface WachtlijstVtModel {
  aantal: number;
  /** Such as `2 per week minder` or `niet korter geworden`. */
  tempo: string;
  /** Such as `leeg rond ma 11 jan 2027` or `zo komt de lijst niet weg`. */
  verwachting: string;
  uiterlijk: string;
  /** How it was computed, one sentence. */
  berekening: string;
  /** What happened since that leaves nothing to do here, in a few sentences; empty as long as the card asks. */
  gedaan: string;
}

/** For the stuurgroep: numbers, ages and casusnummers only (§4.3). */
export interface StuurgroepModel {
  onderwerp: 'meningsverschil' | 'terugkerend-meningsverschil' | 'wachtlijst-vt' | 'niemand-bereikbaar';
  aantal: number;
  regels: { casusnummer: string; leeftijd: string }[];
  bron: string;
}

/** What the bot says of itself: every day that it watches, or at once what its auditor found wrong. */
export interface ToezichtModel {
  onderwerp: 'hartslag' | 'onraad';
  /** For a hartslag: the numbers in one sentence, and when the last round ended. */
  stand: string;
  laatsteRonde: string;
  /** One row per kind of finding; `waar` names casusnummers or organisations. */
  bevindingen: { wat: string; waar: string; watTeDoen: string }[];
  bron: string;
}

/** The content of an overdracht (§5), for the person who opened it alone; one page of it. */
export interface InhoudModel {
  casusnummer: string;
  overdracht: number;
  versie: number;
  teamNaam: string;
  wijze: 'koud' | 'warm';
  feiten: string[];
  oordelen: { tekst: string; vanWie: string; opGrondVan: string }[];
  aandachtspunten: string[];
  veiligheidsafspraken: string[];
  documentverwijzing: string;
  gesprek: string;
  /** Who contacts whom when agreements are not kept (§5.1.3). */
  contact: string[];
  pagina: number;
  paginas: number;
  terug: string;
}

/** What people typed in one event, for the person who opened it alone. */
export interface ToelichtingModel {
  casusnummer: string;
  overdracht: number;
  /** What happened, without the words. */
  soort: string;
  woorden: string[];
  /** Empty when it is not known, or when it was a system. */
  doorNaam: string;
  op: string;
  bron: string;
  terug: string;
}

/** Everything else the asker may do with a casus now, each with its own fields. */
export interface ActiesModel {
  casusnummer: string;
  overdracht: number;
  versie: number;
  stap: 0 | 1 | 2 | 3;
  faseTekst: string;
  monitoring: MonitoringKnop[];
  terug: string;
  mag: {
    weigeren: boolean;
    wachtlijstMelden: boolean;
    nietBinnenTermijn: boolean;
    meningsverschilMelden: boolean;
    opschalen: boolean;
    oplossen: boolean;
    aanvaarden: boolean;
    akkoordVastleggen: boolean;
    vervolgIngezet: boolean;
    zichtBevestigen: boolean;
    terugleggenVragen: boolean;
    terugleggenBeantwoorden: boolean;
    signaleren: boolean;
    aanpakfase: boolean;
    monitoringAfspreken: boolean;
    meldingBesproken: boolean;
    gemeenteGeinformeerd: boolean;
    interventieGemeente: boolean;
    nieuweMelding: boolean;
    gescreend: boolean;
    directGevaar: boolean;
    herzien: boolean;
    intrekken: boolean;
    terugnemen: boolean;
    afsluiten: boolean;
  };
}

/** A short explanation of one subject of the guideline. */
export interface UitlegModel {
  titel: string;
  alineas: readonly string[];
  bron: string;
  /** Other subjects, as they can be typed. */
  meer: { onderwerp: string; titel: string }[];
}

/** The adresboek for a beheerder: who is missing behind which step, what else needs a look, what changed last. */
export interface AdresboekModel {
  /** `gevraagd` by a beheerder; else it comes by itself, every week or after a change. */
  aanleiding: 'gevraagd' | 'week' | 'wijziging';
  bijgewerktOp: string;
  /** `bij` names the organisations, empty when `wat` says it; `nodigVoor` the first steps that call them. */
  hiaten: { wat: string; bij: string; nodigVoor: string; watTeDoen: string }[];
  letOp: string[];
  /** Keys with and without a conversation, the version of the beleid and the changes: only when asked. */
  gekoppeld: string;
  open: string;
  beleid: string;
  wijzigingen: { op: string; wat: string; door: string }[];
}

/** Asks a leidinggevende of VT about a link that gives VT's rights, or tells what became of a link (domein.md §8). */
export interface KoppelingModel {
  titel: string;
  alineas: readonly string[];
  /** The number of the request; 0 where nothing is asked. */
  verzoek: number;
  /** The request can be answered by this reader now. */
  open: boolean;
}

/** Tells VT what could not be delivered to whom (bouw.md §1). */
export interface OnbezorgbaarModel {
  casusnummer: string;
  /** Nobody can ask for a record that is no casus. */
  isCasus: boolean;
  /** What it was: such as `de herinnering aan Wijkteam Breda Noord`. */
  wat: string;
  /** Why, in words for people. */
  reden: string;
  /** What to do now: such as `Bel het team: 076 …`. */
  watTeDoen: string;
}

/** The answer to "wie is verantwoordelijk voor casus X". */
export interface AntwoordModel extends MetToelichting {
  casusnummer: string;
  /** Empty for now, else the asked instant. */
  opMoment: string;
  partij: string;
  tijdelijk: boolean;
  reden: string;
  sinds: string;
  /** Empty when it is so now, else when it ended. */
  tot: string;
  gebeurtenis: string;
  doorNaam: string;
  bron: string;
  termijnen: TermijnRegel[];
  /** What comes next, one sentence; empty for the past. */
  watKomt: string;
  terug: string;
}

/** `status X`: the answer with what the asker can do. */
export interface StatusModel extends AntwoordModel {
  gemeente: string;
  faseTekst: string;
  spoed: boolean;
  overdracht: number;
  versie: number;
  /** Which opdrachten the asker may give now, by name with dashes removed. */
  mag: {
    triageAfronden: boolean;
    overdragen: boolean;
    ontvangstBevestigen: boolean;
    oppakken: boolean;
    bevestigingVastleggen: boolean;
    intrekken: boolean;
    terugnemen: boolean;
    /** The content of the running overdracht may be opened. */
    bekijken: boolean;
    /** There is something else that may be done (ActiesModel). */
    anders: boolean;
  };
}

export interface TijdlijnModel {
  casusnummer: string;
  regels: { op: string; tekst: string; doorNaam: string; bron: string }[];
  /** Lines left out above the shown ones, 0 when all are shown. */
  weggelaten: number;
  /** The lines with something to read, to choose one. */
  keuzes: Keuze[];
}

/** `openstaand` and `te laat`. */
export interface LijstModel {
  titel: string;
  regels: { casusnummer: string; gemeente: string; faseTekst: string; termijn: string; teLaat: boolean }[];
  meer: boolean;
  /** Of some team it is not known who belongs to it, so that casussen may be missing. */
  onvolledig: boolean;
}

/** The link to the dossier of a casus, for the leidinggevende of VT who asked. */
export interface DossierModel {
  casusnummer: string;
  url: string;
  tot: string;
}

export interface HulpModel {
  /** True for the greeting after an install, which says first what this bot is. */
  welkom: boolean;
  isVt: boolean;
  isBeheerder: boolean;
}

interface Keuze {
  title: string;
  value: string;
}

/** Forms in chat for VT: `nieuwe casus`, triage and `overdragen X`. */
export interface NieuweCasusModel {
  gemeenten: Keuze[];
  /** Today and now in Amsterdam, as `yyyy-MM-dd` and `HH:mm`, to prefill. */
  vandaag: string;
  nu: string;
  fout: string;
}
export interface TriageModel {
  casusnummer: string;
  versie: number;
  triageVoor: string;
  /** A new decision after VT's own follow-up; goes along in the button's data. */
  herziening: boolean;
  fout: string;
}
export interface OverdragenModel {
  casusnummer: string;
  versie: number;
  teams: Keuze[];
  /** Only a warme overdracht is possible (after a vervolgtraject, Add.4). */
  alleenWarm: boolean;
  fout: string;
}

/** Which template goes with which model. */
export interface KaartModellen {
  overdracht: OverdrachtModel;
  volgkaart: OverdrachtModel;
  voortgang: VoortgangModel;
  ping: PingModel;
  'ping-bundel': PingBundelModel;
  onbezorgbaar: OnbezorgbaarModel;
  adresboek: AdresboekModel;
  koppeling: KoppelingModel;
  informeren: InformerenModel;
  screening: ScreeningModel;
  'wachtlijst-vt': WachtlijstVtModel;
  stuurgroep: StuurgroepModel;
  toezicht: ToezichtModel;
  inhoud: InhoudModel;
  toelichting: ToelichtingModel;
  acties: ActiesModel;
  uitleg: UitlegModel;
  antwoord: AntwoordModel;
  status: StatusModel;
  tijdlijn: TijdlijnModel;
  lijst: LijstModel;
  dossier: DossierModel;
  hulp: HulpModel;
  'nieuwe-casus': NieuweCasusModel;
  triage: TriageModel;
  overdragen: OverdragenModel;
}
export type KaartNaam = keyof KaartModellen;

/** Someone to mention in a card: `<at>naam</at>` in the text and who that is. */
export interface Vermelding {
  naam: string;
  aadObjectId: string;
}

/** A card to send, with what a client shows outside of it. */
export type KaartBericht = {
  [N in KaartNaam]: {
    kaart: N;
    model: KaartModellen[N];
    /** Short text for a notification; names the casusnummer and nothing of the content. */
    samenvatting: string;
    vermeldingen?: Vermelding[];
    /** A personal message that must be noticed. */
    dringend?: boolean;
    /** It may have been posted before. */
    herhaling?: boolean;
  };
}[KaartNaam];
