/** Short explanations of the guideline, one per subject, for who types `uitleg` (taalniveau B1), and how they are found. */
import type { Beleid } from '../kern/beleid/beleid.ts';
import { ONDERWERPEN, type Onderwerp, type Uitleg } from './onderwerp.ts';
import { onderwerpen } from './onderwerpen.nl.ts';
import { termijnWoorden } from './taal/duur.nl.ts';
import { lijktOp } from './taal/gelijkenis.ts';
import { TERMIJN_UITLEG } from './termijnen.nl.ts';

export const UITLEG: Record<Onderwerp, Uitleg> = { ...onderwerpen.uitleg, ...TERMIJN_UITLEG };

/** The paragraphs of a subject with the terms of this policy. */
export function alineasVan(onderwerp: Onderwerp, beleid: Beleid): string[] {
  const woorden = termijnWoorden(beleid);
  return UITLEG[onderwerp].alineas.map((alinea) => (typeof alinea === 'string' ? alinea : alinea(woorden)));
}

/** Lower case, without diacritics, as words. */
const woordenVan = (tekst: string): string[] =>
  tekst
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((woord) => woord !== '');

/** Words of many subjects: they decide only when nothing else in the text does. */
const ALGEMEEN = new Set(
  'overdracht overdrachten overdragen melding meldingen melden casus team veilig thuis veiligheid verantwoordelijk verantwoordelijkheid zicht termijn termijnen gegevens gemeente informeren'.split(
    ' ',
  ),
);
/** Says nothing about the subject; `niet` does. */
const VULWOORDEN = new Set('op van voor de het een aan is wie naar of nog binnen en in bij hoe'.split(' '));

const FRASEN = ONDERWERPEN.flatMap((onderwerp) =>
  [onderwerp, UITLEG[onderwerp].titel, ...UITLEG[onderwerp].woorden].map((frase) => ({
    onderwerp,
    woorden: woordenVan(frase).filter((woord) => !VULWOORDEN.has(woord)),
  })),
);

/** How much of the text a word of a phrase covers; 0 when it is not in it. A word without typing errors goes before. */
function dekking(getypt: readonly string[], woord: string): number {
  const exact = getypt.includes(woord);
  const raak = exact ? woord : getypt.find((kandidaat) => lijktOp(kandidaat, woord));
  if (raak === undefined) return 0;
  return ALGEMEEN.has(raak) ? 1 : raak.length + (exact ? 0.5 : 0);
}

/**
 * The subject that a typed text is about: the phrase of which every word is in the text and that covers most of it.
 * Words around it do not matter.
 */
export function zoekUitleg(tekst: string): Onderwerp | undefined {
  const los = woordenVan(tekst.slice(0, 200));
  // What is one word is often typed as two: `terug leggen`.
  const getypt = [...los, ...los.slice(1).map((woord, vorige) => `${los[vorige]}${woord}`)];
  let beste: { onderwerp: Onderwerp; gewicht: number } | undefined;
  for (const { onderwerp, woorden } of FRASEN) {
    const perWoord = woorden.map((woord) => dekking(getypt, woord));
    if (perWoord.length === 0 || perWoord.includes(0)) continue;
    const zwaarte = perWoord.reduce((som, een) => som + een, 0);
    if (!beste || zwaarte > beste.gewicht) beste = { onderwerp, gewicht: zwaarte };
  }
  return beste?.onderwerp;
}
