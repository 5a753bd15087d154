/** The ports: what the use cases need from the outside, in the words of the domain. Adapters implement them. */
import type { Bericht } from '../kern/berichten/bericht.ts';
import type { FaseNaam } from '../kern/casus.ts';
import type { Gebeurtenis } from '../kern/gebeurtenissen.ts';
import type { Splitsing } from '../kern/journaal/wisbaar.ts';
import type { Inhoud } from '../kern/onderwerpen/overdracht.ts';
import type { Instant } from '../kern/tijd/werkdagen.ts';

/** A message waiting in the casus's document until it is delivered or given up. */
export interface PostvakItem extends Bericht {
  /** casusnummer + event + card + addressee: the same message never gets a second one. */
  sleutel: string;
  /** Where it goes: a linked organisation's channel, one person (Entra object id), or a conversation by its own id. */
  adres: Adres;
  pogingen: number;
  /** When it came to be needed: its age counts from here. */
  gemaaktOp: Instant;
  /** Not to be sent before this instant: the first try, or the next after a failure. */
  nietVoor: Instant;
  /** Set while an instance is sending; once it has passed, the outcome of that try is unknown. */
  bezigTot?: Instant;
  /** An earlier try may have arrived: the next one says so ("herhaling"). */
  onzeker?: true;
  /** Redraws the card of a message of its own: its key in `kaarten`. */
  vraagkaart?: string;
}

/** The keys of the two organisations that every region has; teams and gemeenten have keys of their own. */
export const VEILIG_THUIS = 'veilig-thuis';
export const STUURGROEP = 'stuurgroep';

export type Adres = { kanaal: string } | { persoon: string } | { gesprek: string };

/** Where a card stands, so that it can be updated in place and answered in its thread. */
export interface GeplaatsteKaart {
  conversatie: string;
  activiteit: string;
}

/** What a posted card asks, so that it is redrawn when that is no longer so. */
export interface Kaartvraag {
  /** The message that was posted. */
  bericht: Bericht & { adres: Adres };
  /** What it asked when it was drawn last (vraagkaarten.ts). */
  vroeg: string;
}

export interface BewaardeKaart extends GeplaatsteKaart {
  vraag?: Kaartvraag;
}

export interface Herhaalsleutel {
  sleutel: string;
  /** Digest of what was asked under it. */
  vingerafdruk: string;
  /** When the API used it; absent for a click, and in documents from before it was kept. */
  gebruiktOp?: Instant;
}

/** What binds an event to the one before it (bewijs/keten.ts). */
export interface Schakel {
  /** SHA-256 over the hash of the previous event and this one, base64url. */
  hash: string;
  /** For the digest of persons and free text; absent where there are none, and once they have been erased. */
  zout?: string;
  /** That digest, kept from the moment they were erased. */
  gewist?: string;
  /** How the event was divided in what stays and what can be erased; absent in journals of the first form. */
  vorm?: Splitsing;
}

/** An event as it stands in the journal. */
export type Vastgelegd = Gebeurtenis & { keten: Schakel };

/**
 * The content of an overdracht as it is stored (bewijs/inhoudkluis.ts).
 * The salt of the digest in the event `overdracht-verzonden` goes inside what is encrypted: beside it, whoever reads the
 * store could try whether a guess of the content fits that digest.
 */
export type BewaardeInhoud =
  | { zout: string; leesbaar: Inhoud }
  | {
      sleutel: string;
      nonce: string;
      geheim: string;
      /** Of the first form, which had the salt beside it. */
      zout?: string;
    };

/** One casus is one document; one conditional replace commits a decision with its messages. */
export interface CasusDocument {
  /** The casusnummer; also the partition key. */
  id: string;
  journaal: Vastgelegd[];
  /** The hash of the last event, so that a journal that lost its end is noticed; '' while there is none. */
  kop: string;
  /** What VT handed over, by number of the overdracht; apart from the journal, so that it can be erased. */
  inhoud: Record<string, BewaardeInhoud>;
  /** How often somebody looked on that day, by the number of the event of the first time; absent for once. */
  inzagen?: Record<string, number>;
  postvak: PostvakItem[];
  /** Posted cards by `kaart-overdracht`, such as `volgkaart-1`; those that ask something by the key of their message. */
  kaarten: Record<string, BewaardeKaart>;
  /** Idempotency keys of the API for a day, and the newest of clicks (herhaalsleutels.ts). */
  sleutels: Herhaalsleutel[];
  /** The earliest instant at which anything must happen to this casus; `null` when nothing will by itself. */
  wekOp: Instant | null;
  /** Derived from the journal, to search on; `null` for a record that is no casus. */
  gemeente: string | null;
  fase: FaseNaam | null;
  /** Every team this casus was ever handed to. */
  teams: string[];
  /** The first due instant among the running terms. */
  vroegsteVerval: Instant | null;
  /**
   * Whose list it is on, `bij:TEAM` and `gemeente:KEY`, what other casussen must know,
   * `wachtlijst:TEAM`, `ingegrepen:TEAM` and `stap3:TEAM`, and who stands in it: `persoon:ID`.
   */
  kenmerken: string[];
}

/** What a search gives of a record, and of a casus. */
export type Zoekregel = Pick<CasusDocument, 'id' | 'gemeente' | 'fase' | 'teams' | 'vroegsteVerval'>;
export type CasusRegel = Zoekregel & { gemeente: string; fase: FaseNaam };

export interface Zoekvraag {
  /** Only this one: what a search gives of it, without reading the casus. */
  casusnummer?: string;
  gemeente?: string;
  /** In any of these fasen; an empty list finds nothing. */
  fasen?: readonly FaseNaam[];
  /** Handed to any of these teams, now or before; an empty list finds nothing. */
  teams?: readonly string[];
  /** With this mark, or any of these (CasusDocument.kenmerken); an empty list finds nothing. */
  kenmerk?: string | readonly string[];
  /** Without this mark. */
  zonderKenmerk?: string;
  /** Only casussen with a running term that had passed at this instant. */
  vervallenOp?: Instant;
  /** Only casusnummers after this one: the cursor. */
  na?: string;
  /** Only casusnummers before this one. */
  voor?: string;
  maximum: number;
}

/** The casussen that concern someone: ever handed to one of these teams, or with one of these marks. */
export interface Kring {
  teams: readonly string[];
  kenmerken: readonly string[];
}

export interface Gelezen<T> {
  waarde: T;
  /** Changes with every write; a replace with another value is refused. */
  etag: string;
}

/** Another process has the store for itself; the text says in Dutch what to do. */
export class OpslagBezet extends Error {
  override readonly name = 'OpslagBezet';
}

/** The store cannot be reached or written: it is full, read-only, too slow or away. The work can be asked again. */
export class OpslagFout extends Error {
  override readonly name = 'OpslagFout';
  /** What the store itself called it, for the log: SQLITE_FULL, 503, ECONNRESET. */
  readonly code: string;
  constructor(code: string, oorzaak: unknown) {
    super(`de opslag werkt niet (${code})`, { cause: oorzaak });
    this.code = code;
  }
}

/**
 * The store. Every method rejects with {@link OpslagFout} when the store cannot be reached; a lost race is a value. After
 * a rejected write it stands there whole or not at all; which of the two, only reading tells.
 * Two implementations, SQLite and Cosmos DB, pass one contract suite.
 */
export interface Opslag {
  /**
   * In one request. With a `kring` only a casus that is in it: any other is as one that is not there, and is not read
   * any further than to know that where the store can do so.
   */
  lees(casusnummer: string, kring?: Kring): Promise<Gelezen<CasusDocument> | undefined>;
  /** Creates a casus; `undefined` when the casusnummer is taken. */
  maak(document: CasusDocument): Promise<{ etag: string } | undefined>;
  /** Replaces it only if it is unchanged since `etag`; `undefined` when it is not. */
  vervang(document: CasusDocument, etag: string): Promise<{ etag: string } | undefined>;
  /** Casusnummers with `wekOp` at or before `nu`, earliest first, in one request. */
  teWekken(nu: Instant, maximum: number): Promise<string[]>;
  /** In order of casusnummer; at most `maximum` rows. */
  zoek(vraag: Zoekvraag): Promise<Zoekregel[]>;
  /** Reads a named register (adresboek, koppelingen, gesprekken…): one small JSON document each. */
  leesRegister<T>(naam: string): Promise<Gelezen<T> | undefined>;
  /** Writes it if unchanged since `etag`; without `etag` only if it does not exist. `undefined` when the race is lost. */
  schrijfRegister<T>(naam: string, waarde: T, etag: string | undefined): Promise<{ etag: string } | undefined>;
  /** Rejects when the store cannot be read from and written to; with `alleenLezen` nothing is written. */
  controleer(alleenLezen?: boolean): Promise<void>;
  sluit(): Promise<void>;
}

/**
 * How a try to deliver ended (bouw.md §1). `opnieuwNa` is the wait in milliseconds the receiver asked for; for
 * `uitgesteld` nothing was sent because others go first, and it is when this message may come back.
 */
export type Bezorging =
  | { uitkomst: 'bezorgd'; kaart?: GeplaatsteKaart }
  | { uitkomst: 'mislukt'; code: string; blijvend: boolean; opnieuwNa?: number }
  | { uitkomst: 'onzeker'; code: string; opnieuwNa?: number }
  | { uitkomst: 'uitgesteld'; opnieuwNa: number };

/** A card to send, whatever stands on it: `kaart` names its template in `cards/`, and `model` is what that is filled with. */
export interface TeTonenKaart {
  kaart: string;
  model: object;
  /** Short text for a notification; names the casusnummer and nothing of the content. */
  samenvatting: string;
  vermeldingen?: readonly { naam: string; aadObjectId: string }[];
  /** A personal message that must be noticed. */
  dringend?: boolean;
  /** It may have been posted before. */
  herhaling?: boolean;
}

export interface Zending {
  adres: Adres;
  bericht: TeTonenKaart;
  /** Update this posted card in place. */
  vervangt?: GeplaatsteKaart;
  /** And only there: nothing is posted where it does not stand any more. */
  alleenDaar?: true;
  /** Answer in the thread of this posted card. */
  draad?: GeplaatsteKaart;
}

/** A sentence without a card. */
export interface Zin {
  adres: Adres;
  tekst: string;
}

/** Delivers one message; never rejects for what the other side does. */
export interface Postbode {
  bezorg(zending: Zending | Zin): Promise<Bezorging>;
}

/** The only source of time. */
export interface Klok {
  nu(): Instant;
}

/** Where the bot can speak: kept newest per conversation, because a serviceUrl can change. */
export interface Gespreksverwijzing {
  conversatie: string;
  serviceUrl: string;
  tenant: string;
  /** The bot's own id in that conversation. */
  botId: string;
  soort: 'persoonlijk' | 'groep' | 'kanaal';
  /** How Teams calls it, where it says so. */
  naam?: string;
  /** The Teams team that a channel lies in: Teams reports under its id what happens to all of its channels. */
  teamsTeam?: string;
  /** Everyone of the Teams team is in this channel. Absent where the channel has a roster of its own, or is not known. */
  standaardkanaal?: true;
}

/** Where something happened: one conversation, or every channel of a Teams team. */
export interface Plek {
  conversatie: string;
  teamsTeam?: string;
}

/** Who is in a conversation, according to Teams. */
export interface Ledenlijst {
  /**
   * Entra object ids, lower case, of the people there: no bots, no guests, nobody of a tenant that is not allowed in.
   * Rejects when Teams has not given the whole list within two seconds, because a click waits for it.
   */
  leden(waar: Gespreksverwijzing): Promise<ReadonlySet<string>>;
}

/** Finds and remembers conversations. */
export interface Adressen {
  /** The linked conversation of an organisation or the personal conversation of a person. */
  zoek(adres: Adres): Promise<Gespreksverwijzing | undefined>;
  /** Since when this person is without the app, so that nothing can be said to them; `undefined` when that is not known. */
  zonderAppSinds(persoon: string): Promise<Instant | undefined>;
  /** Any known conversation of the tenant, to learn the serviceUrl for a person whom the bot has not met yet. */
  willekeurige(): Promise<Gespreksverwijzing | undefined>;
  /** The newest reference of a conversation; `persoon` when it is someone's personal conversation. Cheap when unchanged. */
  onthoud(verwijzing: Gespreksverwijzing, persoon?: string): Promise<void>;
}
