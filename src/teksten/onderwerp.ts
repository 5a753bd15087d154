/**
 * The shape of what is said about one subject of the guideline (`onderwerpen/`), column by column. The wholes are put
 * together of these in `onderwerpen.nl.ts`, where a text that is missing does not compile.
 */
import type { TermijnNaam } from '../kern/beleid/beleid.ts';
import type { Gebeurtenis, GebeurtenisSoort, SoortMetTekst } from '../kern/gebeurtenissen.ts';
import type { WeigeringCode, WeigeringGegevens } from '../kern/weigeringen.ts';
import type { Aanvulbaar } from '../kern/woorden.ts';
import type { TermijnWoorden } from './taal/duur.nl.ts';

/** Turns a key of the adresboek into a name. */
export type Naam = (sleutel: string) => string;

export type Gebeurtenisteksten = {
  [S in GebeurtenisSoort]: (g: Gebeurtenis<S>['gegevens'], naam: Naam) => string;
};
export type Weigeringteksten = { [C in WeigeringCode]: (g: WeigeringGegevens[C], naam: Naam) => string };
export type Toelichtingteksten = { [S in SoortMetTekst]: (g: Gebeurtenis<S>['gegevens']) => string };

/** The subjects that can be asked for with `uitleg`, in the order in which they are shown. */
export const ONDERWERPEN = [
  'verantwoordelijk',
  'advies',
  'melding',
  'conclusies',
  'vervolgtraject',
  'overdracht',
  'ontvangst',
  'oppakken',
  'weigeren',
  'wachtlijst',
  'wachtlijst-vt',
  'niet-op-tijd',
  'meningsverschil',
  'terugleggen',
  'nieuwe-melding',
  'signalen',
  'clientsysteem',
  'monitoring',
  'feiten',
  'termijnen',
  'privacy',
] as const;
export type Onderwerp = (typeof ONDERWERPEN)[number];

export interface Uitleg {
  titel: string;
  /** At most 400 characters each; one that names a term takes it from the policy in force. */
  alineas: (string | ((termijn: TermijnWoorden) => string))[];
  bron: string;
  /** What users type: words or short phrases, lower case, without diacritics. */
  woorden: string[];
  /** What a reader of this asks next; at most five, the buttons of one row. */
  zieOok: Onderwerp[];
}

export interface Onderwerpteksten {
  /** The line of the timeline. */
  gebeurtenis?: Partial<Gebeurtenisteksten>;
  /** The same without anybody's name or words, where the sentence has those: for who may only know that it happened. */
  kort?: Partial<Record<GebeurtenisSoort, string>>;
  /** That there are words to read, and of which kind; never the words (domein.md §7). */
  toelichting?: Partial<Toelichtingteksten>;
  /** What words were added to. */
  aanvulling?: Partial<Record<Aanvulbaar, string>>;
  weigering?: Partial<Weigeringteksten>;
  /** Which explanation helps with which refusal; the words as they can be typed. */
  uitlegBij?: Partial<Record<WeigeringCode, string>>;
  /** The name of a term. */
  termijn?: Partial<Record<TermijnNaam, string>>;
  teDoen?: Partial<Record<TermijnNaam, string>>;
  /** What VT and others can do when it is the team that is late. */
  teDoenBijTeam?: Partial<Record<TermijnNaam, string>>;
  uitleg?: Partial<Record<Onderwerp, Uitleg>>;
}
