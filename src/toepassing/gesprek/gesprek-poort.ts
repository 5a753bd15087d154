/** What a chat client can do with the bot; the Teams adapter translates activities into these calls and back. */
import type { Breuk } from '../../kern/eigen/verbinding.ts';
import type { KaartBericht } from '../kaarten/kaartmodellen.ts';
import type { Gespreksverwijzing, Plek } from '../poorten.ts';

/** Who speaks, as authenticated by the channel: never from what a card or text says. */
export interface Persoon {
  /** Entra object id, lower case. */
  aadObjectId: string;
  naam: string;
  tenant: string;
}

/** What Teams reported about a conversation, or all channels of a Teams team. */
export interface Verbindingsmelding {
  plek: Plek;
  breuk: Breuk;
  /** Entra object id, lower case, of who brought it about, or whose own chat it is. */
  persoon?: string;
}

export interface Beurt {
  wie: Persoon;
  waar: Gespreksverwijzing;
  /** Ties log lines together; no personal data. */
  correlatie: string;
  /** The answer is shown to the asker alone, wherever that is: the answer to an Action.Execute (domein.md §7). */
  alleenVrager?: true;
}

/** Who may read an answer in a conversation where others read along (domein.md §7). */
export type Publiek =
  /** Anyone: it holds nothing of any casus or person. */
  | 'ieder'
  /** Of one casus: whoever would get the same answer. */
  | 'casus'
  /** Of the casussen of the asker together, also that there is none: whoever sees all that the asker sees. */
  | 'streek'
  /** Those of Veilig Thuis. */
  | 'veilig-thuis'
  | 'vrager';

export type Antwoord = (
  | { soort: 'kaart'; bericht: KaartBericht }
  /** In a click's answer it leaves the card as it is. */
  | { soort: 'tekst'; tekst: string }
) & {
  /** Absent: of a card what the table says of it (publiek.ts), and of a sentence the asker alone. */
  publiek?: Publiek;
};

export interface Gesprek {
  /** A typed message, mention already taken off. */
  bericht(tekst: string, beurt: Beurt): Promise<Antwoord>;
  /** A click: `verb` and `data` (with the inputs merged in) are untrusted. */
  klik(verb: string, data: unknown, beurt: Beurt): Promise<Antwoord>;
  /**
   * A card that its client draws anew by itself, without a click: the card as it is now for this person. Nothing is
   * carried out and nothing written down, whatever the verb.
   */
  ververs(verb: string, data: unknown, beurt: Beurt): Promise<Antwoord>;
  /**
   * The bot was added to this conversation; `undefined` when it has greeted there already, or is at it. Whoever sends it
   * says how that ended (`begroet`).
   */
  welkom(waar: Gespreksverwijzing): Promise<Antwoord | undefined>;
  /** Something else happened there: the greeting that did not arrive when it was due, if there is one. */
  welkomAlsnog(waar: Gespreksverwijzing): Promise<Antwoord | undefined>;
  begroet(waar: Gespreksverwijzing, gelukt: boolean): Promise<void>;
  /** Teams said that the bot cannot speak there any more: what was meant for that place goes to Veilig Thuis. */
  verbroken(melding: Verbindingsmelding): Promise<void>;
  /** It can again, as far as that went: what is open is shown there. Also for a place that was never broken. */
  hersteld(melding: Verbindingsmelding): Promise<void>;
  /** A Teams team or a channel has another name. */
  hernoemd(plek: Plek, naam: { team?: string; kanaal?: string }): Promise<void>;
  /** People came or went there. */
  ledenGewijzigd(plek: Plek): void;
}

export const zeg = (tekst: string, publiek: Publiek = 'vrager'): Antwoord => ({ soort: 'tekst', tekst, publiek });
export const toon = (bericht: KaartBericht): Antwoord => ({ soort: 'kaart', bericht });
