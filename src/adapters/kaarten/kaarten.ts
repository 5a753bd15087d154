/** Fills the templates of `cards/`: a card's model becomes the Adaptive Card that is sent. */
import { fileURLToPath } from 'node:url';
import { Template } from 'adaptivecards-templating';
import { teamsTeksten } from '../../teksten/teams.nl.ts';
import { KAARTMODELLEN, type KaartNaam, type Vermelding } from '../../toepassing/kaarten/kaartmodellen.ts';
import type { TeTonenKaart } from '../../toepassing/poorten.ts';
import { isObject, leesSjabloon } from './sjablonen.ts';

export type AdaptiveCard = Record<string, unknown>;

export interface Kaarten {
  /** The card of a message, complete with fallbacks and mentions. Throws only when a template itself is broken. */
  vul(bericht: TeTonenKaart): AdaptiveCard;
}

/** Verbs that only exist in chat; every other verb is the `soort` of an opdracht. */
export const CHAT_VERBS = [
  'nieuwe-casus',
  'formulier-triage',
  'formulier-herziening',
  'formulier-overdragen',
  'status',
  'tijdlijn',
  'bekijk-overdracht',
  'toelichting',
  'terug',
  'acties',
  'uitleg',
  'koppeling-goedkeuren',
  'koppeling-afkeuren',
] as const;

export const KAART_NAMEN = Object.keys(KAARTMODELLEN) as KaartNaam[];

/** Three levels up from both `src/adapters/kaarten` and `dist/adapters/kaarten`. */
const STANDAARD_MAP = fileURLToPath(new URL('../../../cards', import.meta.url));

/** Characters of one text, and of one text in a list: 25 such lines stay under Teams' 28 KB. */
const MAXIMUM_TEKST = 400;
const MAXIMUM_IN_LIJST = 160;
/** Few lines of their own length: our explanations, who belongs in a conversation, what is missing in the adresboek. */
const MAXIMUM_IN_KORTE_LIJST = 400;
const KORTE_LIJST: ReadonlySet<string> = new Set(['alineas', 'letOp', 'hiaten', 'wijzigingen']);
/** Not one word of a content may be missing; the application divides it into pages. */
const HEEL: ReadonlySet<string> = new Set<KaartNaam>(['inhoud', 'toelichting']);

/** C0 and C1 controls except the line feed, zero-width and bidirectional marks: they can make a text read as another. */
const ONZICHTBAAR = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

type Sjablonen = ReadonlyMap<string, Template>;

const leesSjablonen = (map: string): Sjablonen =>
  new Map(KAART_NAMEN.map((naam) => [naam, new Template(leesSjabloon(map, naam))]));

/** Reading our own templates is half of a start: once per process, for who starts the program in it more often. */
let eigenSjablonen: Sjablonen | undefined;

export function maakKaarten({ map }: { map?: string } = {}): Kaarten {
  const sjablonen = map === undefined ? (eigenSjablonen ??= leesSjablonen(STANDAARD_MAP)) : leesSjablonen(map);
  return {
    vul({ kaart, model, samenvatting, vermeldingen = [], herhaling = false }) {
      const sjabloon = sjablonen.get(kaart);
      if (!sjabloon) throw new Error(`geen sjabloon voor kaart ${kaart}`);
      const gevuld: unknown = sjabloon.expand({ $root: schoon(model, vermeldingen, HEEL.has(kaart)) });
      if (!isObject(gevuld)) throw new Error(`sjabloon van kaart ${kaart} levert geen kaart`);
      // What a client shows that cannot draw the card: what the notification says, not that the client is old.
      const metTekst = { ...gevuld, fallbackText: leesbaar(samenvatting, MAXIMUM_TEKST) };
      const compleet = metVermeldingen(metTerugval(metEigenIds(metTekst)), vermeldingen);
      return herhaling ? alsHerhaling(compleet) : compleet;
    },
  };
}

/**
 * Takes from every text of a model what could mislead a reader. Markdown and `<at>` need no escape: templates put
 * texts of a model only in a RichTextBlock, which takes them literally on every client, and a test holds them to it.
 * `aanhef` is the exception: it stands in a TextBlock because only there Teams shows a mention.
 */
function schoon(model: unknown, vermeldingen: readonly Vermelding[], heel: boolean): unknown {
  const maak = (waarde: unknown, veld: string, maximum: number): unknown => {
    if (typeof waarde === 'string') {
      return veld === 'aanhef' ? veiligeAanhef(waarde, vermeldingen) : leesbaar(waarde, heel ? Infinity : maximum);
    }
    if (Array.isArray(waarde)) {
      const perRegel = KORTE_LIJST.has(veld) ? MAXIMUM_IN_KORTE_LIJST : MAXIMUM_IN_LIJST;
      return waarde.map((onderdeel: unknown) => maak(onderdeel, veld, perRegel));
    }
    if (!isObject(waarde)) return waarde;
    return Object.fromEntries(
      Object.entries(waarde).map(([naam, onderdeel]) => [naam, maak(onderdeel, naam, maximum)]),
    );
  };
  return maak(model, '', MAXIMUM_TEKST);
}

function leesbaar(tekst: string, maximum: number): string {
  const zichtbaar = tekst.replace(ONZICHTBAAR, '');
  return zichtbaar.length > maximum ? `${kop(zichtbaar, maximum - 1)}…` : zichtbaar;
}

/** Makes Markdown and tags in a TextBlock literal. */
export const ontsnap = (tekst: string): string => tekst.replace(/[\\`*_[\]<>~#|]/g, '\\$&');

/** A name inside a mention cannot be escaped: it must equal the entity's text. */
const mentionNaam = (naam: string): string => naam.replace(ONZICHTBAAR, '').replace(/[\\`*_[\]<>~#|]/g, '');

/** Keeps the mentions that come with the message; everything around them becomes plain text. */
function veiligeAanhef(aanhef: string, vermeldingen: readonly Vermelding[]): string {
  const eerste = vermeldingen
    .map(({ naam }) => ({ naam, tag: `<at>${naam}</at>`, plek: aanhef.indexOf(`<at>${naam}</at>`) }))
    .filter(({ plek }) => plek >= 0)
    .toSorted((a, b) => a.plek - b.plek)[0];
  if (!eerste) return ontsnap(leesbaar(aanhef.replace(/<\/?at>/g, ''), MAXIMUM_TEKST));
  const voor = aanhef.slice(0, eerste.plek);
  const na = aanhef.slice(eerste.plek + eerste.tag.length);
  return `${veiligeAanhef(voor, [])}<at>${mentionNaam(eerste.naam)}</at>${na && veiligeAanhef(na, vermeldingen)}`;
}

/** The first characters, never half of a surrogate pair. */
const kop = (tekst: string, lengte: number): string => tekst.slice(0, lengte).replace(/[\ud800-\udbff]$/, '');

/**
 * Teams on a phone shows nothing of a card in which two inputs share an id, even in different forms
 * (MicrosoftDocs/msteams-docs#7868). Templates name an input after the field of its opdracht; the second `reden` of a
 * card becomes `reden_2`, and `veldenVan` takes that off again.
 */
function metEigenIds(deel: AdaptiveCard, keren = new Map<string, number>()): AdaptiveCard {
  const nieuw = perDeel(deel, (onderdeel) => metEigenIds(onderdeel, keren));
  const { type, id } = nieuw;
  if (typeof type !== 'string' || !type.startsWith('Input.') || typeof id !== 'string') return nieuw;
  const keer = (keren.get(id) ?? 0) + 1;
  keren.set(id, keer);
  return keer === 1 ? nieuw : { ...nieuw, id: `${id}_${keer}` };
}

/** What a client sends back, with the inputs under the names that the templates gave them. */
export const veldenVan = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([naam, waarde]) => [naam.replace(/^([a-z][A-Za-z]*)_\d+$/, '$1'), waarde]),
  );

/**
 * A client that does not know Action.Execute gets an Action.Submit with the same data and the verb. Where no button
 * fits, the empty list of buttons goes.
 */
function metTerugval(deel: AdaptiveCard): AdaptiveCard {
  const gevuld = Object.entries(deel).filter(([naam, waarde]) => !(naam === 'actions' && isLeeg(waarde)));
  const nieuw = perDeel(Object.fromEntries(gevuld), metTerugval);
  if (deel['type'] !== 'Action.Execute') return nieuw;
  const { type: _type, verb, data, ...gedeeld } = nieuw;
  return { ...nieuw, fallback: { type: 'Action.Submit', ...gedeeld, data: { ...(isObject(data) && data), verb } } };
}

/** The same object with each object in it, also in a list, replaced. */
function perDeel(deel: AdaptiveCard, doe: (onderdeel: AdaptiveCard) => AdaptiveCard): AdaptiveCard {
  const een = (waarde: unknown): unknown => (isObject(waarde) ? doe(waarde) : waarde);
  return Object.fromEntries(
    Object.entries(deel).map(([naam, waarde]) => [naam, Array.isArray(waarde) ? waarde.map(een) : een(waarde)]),
  );
}

const isLeeg = (waarde: unknown): boolean => Array.isArray(waarde) && waarde.length === 0;

/** Under the head of the card: a redraw of a card that stays leaves it out again. */
function alsHerhaling({ body, ...kaart }: AdaptiveCard): AdaptiveCard {
  const [hoofd, ...rest] = Array.isArray(body) ? (body as unknown[]) : [];
  const regel = { type: 'TextBlock', text: teamsTeksten.herhaling, wrap: true, size: 'Small', isSubtle: true };
  return { ...kaart, body: [...(hoofd === undefined ? [] : [hoofd]), regel, ...rest] };
}

function metVermeldingen(kaart: AdaptiveCard, vermeldingen: readonly Vermelding[]): AdaptiveCard {
  if (vermeldingen.length === 0) return kaart;
  const entities = vermeldingen.map(({ naam, aadObjectId }) => ({
    type: 'mention',
    text: `<at>${mentionNaam(naam)}</at>`,
    mentioned: { id: aadObjectId, name: mentionNaam(naam) },
  }));
  return { ...kaart, msteams: { ...(isObject(kaart['msteams']) && kaart['msteams']), entities } };
}
