/** What the journal's lines say, whole or without what not everybody may read. */
import type { Gebeurtenis, SoortMetTekst } from '../kern/gebeurtenissen.ts';
import { zonderVrijeTekst } from '../kern/journaal/wisbaar.ts';
import type { Aanvulbaar, EigenWoorden } from '../kern/woorden.ts';
import { ADRESBOEK_TIJDLIJN } from './adresboek.nl.ts';
import { BEZORGING_TIJDLIJN } from './bot/bezorging.nl.ts';
import { TOEZICHT_TIJDLIJN } from './bot/toezicht.nl.ts';
import { KOPPELING_TIJDLIJN } from './koppeling.nl.ts';
import type { Gebeurtenisteksten, Naam, Toelichtingteksten } from './onderwerp.ts';
import { onderwerpen } from './onderwerpen.nl.ts';
import { ZIJDE } from './onderwerpen/meningsverschil.nl.ts';
import { TERMIJN_TIJDLIJN } from './termijnen.nl.ts';

/** What words were added to. */
const AANVULLING: Record<Aanvulbaar, string> = onderwerpen.aanvulling;

const GEBEURTENIS: Gebeurtenisteksten = {
  ...onderwerpen.gebeurtenis,
  ...TERMIJN_TIJDLIJN,
  ...BEZORGING_TIJDLIJN,
  ...TOEZICHT_TIJDLIJN,
  ...KOPPELING_TIJDLIJN,
  ...ADRESBOEK_TIJDLIJN,
  aangevuld: ({ bij, doorPartij }) => `Toelichting erbij van ${ZIJDE[doorPartij]}, over: ${AANVULLING[bij]}`,
};

const TOELICHTING: Toelichtingteksten = {
  ...onderwerpen.toelichting,
  aangevuld: ({ bij }) => `Er is een toelichting bij gekomen, over: ${AANVULLING[bij]}.`,
};

const gebeurtenis = (wat: Gebeurtenis, naam: Naam): string =>
  // The kind picks the text for exactly these gegevens; a union key hides that from the compiler.
  (GEBEURTENIS[wat.soort] as (g: unknown, naam: Naam) => string)(wat.gegevens, naam);

export const tijdlijnTeksten = {
  gebeurtenis,
  /** The same without the words that people typed in it. */
  gebeurtenisZonderWoorden: (wat: Gebeurtenis, naam: Naam): string =>
    gebeurtenis(zonderVrijeTekst(wat), naam).replace(/: $/, ''),
  /** That people typed something, and of which kind. */
  toelichting: (wat: Extract<Gebeurtenis, { soort: SoortMetTekst }>): string =>
    (TOELICHTING[wat.soort] as (g: unknown) => string)(wat.gegevens),
  gebeurtenisKort: (wat: Gebeurtenis, naam: Naam): string => onderwerpen.kort[wat.soort] ?? gebeurtenis(wat, naam),
  reden: (eigen: EigenWoorden): string => `Reden: ${eigen}.`,
  redenGegeven: 'Er is een reden gegeven.',
};
