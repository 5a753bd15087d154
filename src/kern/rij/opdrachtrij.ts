/**
 * The row of one opdracht: everything the program knows of it but its words, and what every decision does first. A row
 * knows the state and knows no other subject; a column that is left out does not compile.
 */
import { z } from 'zod';
import type { Ontvanger, TermijnNaam } from '../beleid/beleid.ts';
import type { Casus, FaseNaam, Overdracht } from '../casus.ts';
import type { Regels } from '../termijnen.ts';
import type { Instant } from '../tijd/werkdagen.ts';
import { weiger, type Geweigerd } from '../weigeringen.ts';
import type { Aanvulbaar, Dader, Groep } from '../woorden.ts';
import type { Nieuw } from './gebeurtenisrij.ts';

/** What a decision knows besides the casus: the moment, who asks, and the policy. */
export interface Context extends Regels {
  nu: Instant;
  door: Dader;
  /** The overdracht that a card was drawn for; a decision about another one is refused. */
  overdracht?: number;
  /** For an overdracht that is sent again: whether its content is what was sent before. */
  andereInhoud?: boolean;
  /** Digest of the content that is handed over. */
  inhoudAfdruk?: string;
  /** The team that is asked for has a wachtlijst by its own record, without intervention by its gemeente (§4.2). */
  teamHeeftWachtlijst?: boolean;
  /** Other casussen of the same team that reached step 3 in the time that counts as returning (§4.3). */
  eerdereStap3?: number;
  /** Every melding whose triage is not finished now, late or not, for the record of VT's wachtlijst. */
  wachtenden?: readonly Wachtende[];
  /** Addressees with nobody behind them now, for the record of the adresboek. */
  hiaten?: readonly Hiaat[];
}

/** An open melding, which is screened while VT has a wachtlijst (Add.7). */
export interface Wachtende {
  casusnummer: string;
  /** Since when its triage term has passed; absent while that runs. Only who is late makes a wachtlijst (§4.2). */
  verlopenOp?: Instant;
  /** When it was written down, so that VT could screen it; absent where that cannot be read. */
  bekendOp?: Instant;
  /** When it was last screened. */
  gescreendOp?: Instant;
}

/** An addressee with nobody behind it: how many organisations lack it, and the keys of the first of them. */
export interface Hiaat {
  wat: Exclude<Ontvanger, 'kanaal-team'> | 'beheerder';
  aantal: number;
  bij: string[];
}

/** What a decision is made on: the casus as it stands, and the moment. */
export interface Omstandigheid {
  casus: Casus;
  context: Context;
}
/** The same, with the newest overdracht if there is one; a card that was drawn for an older one got no further. */
export interface Zaak extends Omstandigheid {
  overdracht?: Overdracht | undefined;
}
/** The same, of an opdracht that is about an overdracht. */
export interface ZaakMetOverdracht extends Omstandigheid {
  overdracht: Overdracht;
}

/** What an opdracht is about, or why there is nothing to act on. */
type Over<Z extends Zaak> = (omstandigheid: Omstandigheid) => { zaak: Z } | Geweigerd;

/** About the casus as a whole, whatever a card was drawn for. */
export const heleCasus: Over<Zaak> = (omstandigheid) => ({
  zaak: { ...omstandigheid, overdracht: omstandigheid.casus.overdrachten.at(-1) },
});

/** About the casus as a card shows it: that of an older overdracht says nothing any more. */
export const kaartVanNu: Over<Zaak> = (omstandigheid) => {
  const { casus, context } = omstandigheid;
  const nieuwste = casus.overdrachten.at(-1);
  return context.overdracht !== undefined && context.overdracht !== nieuwste?.nr
    ? weiger('overdracht-verouderd', { overdracht: context.overdracht })
    : { zaak: { ...omstandigheid, overdracht: nieuwste } };
};

/** About the newest overdracht. */
export const dezeOverdracht: Over<ZaakMetOverdracht> = (omstandigheid) => {
  const { casus, context } = omstandigheid;
  const bedoeld = context.overdracht;
  const overdracht =
    bedoeld === undefined ? casus.overdrachten.at(-1) : casus.overdrachten.find(({ nr }) => nr === bedoeld);
  if (!overdracht) return weiger('geen-overdracht', {});
  return overdracht.nr === casus.overdrachten.at(-1)?.nr
    ? { zaak: { ...omstandigheid, overdracht } }
    : weiger('overdracht-verouderd', { overdracht: overdracht.nr });
};

/** What was asked stands already: the words that came with it are new, or a repeat (§4.3, §5). */
export interface Aanvulling {
  bij: Aanvulbaar;
  /** Absent where nothing was said. */
  tekst: string | undefined;
  overdracht?: number;
}

/** What is asked, without its `soort`: nothing at all where there is nothing to say. */
type Uitvoer<V extends z.ZodRawShape> = keyof V extends never ? object : z.output<z.ZodObject<V>>;

/** Everything the program knows of one opdracht, but its words. */
export interface OpdrachtRij<V extends z.ZodRawShape, Z extends Zaak> {
  /** The place in the guideline. */
  bron: string;
  invoer: V;
  /** Who may give it; by the state where that decides (§4.3). */
  wie: readonly Groep[] | ((casus: Casus) => readonly Groep[]);
  /**
   * The teams that `team` means: the last one that had the casus can find its work done, or disagree; what is agreed anew
   * is of the team that has it now.
   */
  teams: 'laatste' | 'lopend' | ((casus: Casus, gevraagd: Partial<Uitvoer<V>>) => readonly string[]);
  over: Over<Z>;
  /** The fasen that allow it, and what to say in another one. */
  in: 'elke-fase' | { fasen: readonly FaseNaam[]; anders: (zaak: Z) => Geweigerd };
  /** The same again: no event but what was said anew, and no refusal. */
  alGedaan(zaak: Z, gevraagd: Uitvoer<V>): boolean | Aanvulling;
  doe(zaak: Z, gevraagd: Uitvoer<V>): readonly Nieuw[] | Geweigerd;
  /** Whether a button for it fits this state; who may press it is another matter. */
  knop(casus: Casus): boolean;
}

/** What comes of an opdracht: events, a refusal, or words with what stood there already. */
export type Opdrachtuitslag = readonly Nieuw[] | Geweigerd | { alGedaan: Aanvulling };

/** What every decision does first: is it about what is now, is it done already, does the fase allow it. */
function beslisRij<V extends z.ZodRawShape, Z extends Zaak>(
  rij: OpdrachtRij<V, Z>,
  omstandigheid: Omstandigheid,
  gevraagd: Uitvoer<V>,
): Opdrachtuitslag {
  const gevonden = rij.over(omstandigheid);
  if ('geweigerd' in gevonden) return gevonden;
  const { zaak } = gevonden;
  const gedaan = rij.alGedaan(zaak, gevraagd);
  if (gedaan) return gedaan === true ? [] : { alGedaan: gedaan };
  if (rij.in !== 'elke-fase' && !rij.in.fasen.includes(omstandigheid.casus.fase)) return rij.in.anders(zaak);
  return rij.doe(zaak, gevraagd);
}

/** The row with its schema, what a card and the API send with their `soort`, and the decision that the engine asks for. */
export const opdracht = <S extends string, V extends z.ZodRawShape, Z extends Zaak>(
  soort: S,
  rij: OpdrachtRij<V, Z>,
) => ({
  ...rij,
  soort,
  schema: z.strictObject({ soort: z.literal(soort), ...rij.invoer }),
  beslis: (omstandigheid: Omstandigheid, gevraagd: Uitvoer<V>): Opdrachtuitslag =>
    beslisRij(rij, omstandigheid, gevraagd),
});

/** For a button: whether the casus is in one of these fasen. */
export const inFase =
  (...fasen: readonly FaseNaam[]) =>
  ({ fase }: Casus): boolean =>
    fasen.includes(fase);

/** For a button: whether such a term stands open. */
export const metTermijn =
  (naam: TermijnNaam) =>
  ({ termijnen }: Casus): boolean =>
    termijnen.some((termijn) => termijn.naam === naam);
