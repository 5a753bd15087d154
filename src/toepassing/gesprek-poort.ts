/** What a chat client can do with the bot; the Teams adapter translates activities into these calls and back. */
import type { KaartBericht } from './kaartmodellen.ts';
import type { Gespreksverwijzing } from './poorten.ts';

/** Who speaks, as authenticated by the channel: never from what a card or text says. */
export interface Persoon {
  /** Entra object id, lower case. */
  aadObjectId: string;
  naam: string;
  tenant: string;
}

/** Where something happened: one conversation, or every channel of a Teams team. */
export interface Plek {
  conversatie: string;
  teamsTeam?: string;
}

export interface Beurt {
  wie: Persoon;
  waar: Gespreksverwijzing;
  /** Ties log lines together; no personal data. */
  correlatie: string;
}

export type Antwoord =
  | { soort: 'kaart'; bericht: KaartBericht }
  /** A sentence for the asker alone; in a click's answer it leaves the card as it is. */
  | { soort: 'tekst'; tekst: string };

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
  /** The bot was added to this conversation; `undefined` when it has greeted there already. */
  welkom(waar: Gespreksverwijzing): Promise<Antwoord | undefined>;
  /** People came or went there. */
  ledenGewijzigd(plek: Plek): void;
}

export const zeg = (tekst: string): Antwoord => ({ soort: 'tekst', tekst });
export const toon = (bericht: KaartBericht): Antwoord => ({ soort: 'kaart', bericht });
