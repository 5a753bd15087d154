/**
 * Which messages are bundled: terms of many casussen pass at one opening, and nobody should get twenty messages then.
 * The round leaves what can be bundled until it has seen every casus that is due; a click sends the rest at once.
 */
import type { Casus } from '../../kern/casus.ts';
import type { Stuk } from '../../kern/rij/gebeurtenisrij.ts';
import type { Adres, PostvakItem } from '../poorten.ts';
import type { Keuze } from './claim.ts';

/** A message that waits for its bundle. */
export interface Punt {
  casusnummer: string;
  sleutel: string;
  adres: Adres;
}

/** What must be noticed on its own: a casus with spoed, or in which direct gevaar was found (§3.1.2). */
const isDringend = (casus: Casus): boolean =>
  casus.spoed || casus.triage?.conclusies.includes('directe-interventie') === true;

const magWachten = (stuk: Stuk): boolean => stuk.soort === 'casus' && !isDringend(stuk);

const isBundelbaar = ({ kaart, bijwerken }: PostvakItem, stuk: Stuk): boolean =>
  !bijwerken && (kaart === 'ping' || kaart === 'onbezorgbaar') && magWachten(stuk);

/** That a card says what is done calls upon nobody: it comes after whatever does. */
const eerstDeMensen = (due: readonly PostvakItem[]): PostvakItem | undefined =>
  due.find(({ vraagkaart }) => vraagkaart === undefined) ?? due[0];

/** For a click: the first message, but pings are the round's, and so is what comes after them. */
export const bijKlik: Keuze = ({ due }, stuk) => {
  const vanRonde = ({ kaart, bijwerken }: PostvakItem): boolean => kaart === 'ping' && !bijwerken && magWachten(stuk);
  const eigen = due.filter((item) => !vanRonde(item));
  return eigen.length === due.length ? eerstDeMensen(eigen) : eigen.find(({ vraagkaart }) => vraagkaart === undefined);
};

/** For the round: the first message once nothing is left for a bundle, because people come before redraws. */
export const inRonde: Keuze = ({ due }, stuk) => (voorBundel(due, stuk).length > 0 ? undefined : eerstDeMensen(due));

export const eerste: Keuze = ({ due }) => due[0];

/** While another bundle of the same plan has something of this casus. */
export const nogNiets: Keuze = () => undefined;

export const alleen =
  (sleutel: string): Keuze =>
  ({ wachtend }) =>
    wachtend.find((item) => item.sleutel === sleutel);

export const voorBundel = (due: readonly PostvakItem[], stuk: Stuk): PostvakItem[] =>
  due.filter((item) => isBundelbaar(item, stuk));

export const alsPunt = (casusnummer: string, { sleutel, adres }: PostvakItem): Punt => ({
  casusnummer,
  sleutel,
  adres,
});

/** With more, not every casus has room to be named in one message of Teams (28 KB); the rest is a second message. */
const GROOTSTE_BUNDEL = 40;

/** What goes to one addressee together, in parts of the same size. */
export function groepeer(punten: readonly Punt[]): Punt[][] {
  const perAdres = new Map<string, Punt[]>();
  for (const punt of punten) {
    const waar = JSON.stringify(punt.adres);
    const groep = perAdres.get(waar) ?? [];
    groep.push(punt);
    perAdres.set(waar, groep);
  }
  return [...perAdres.values()].flatMap((groep) => {
    const grootte = Math.ceil(groep.length / Math.ceil(groep.length / GROOTSTE_BUNDEL));
    return Array.from({ length: Math.ceil(groep.length / grootte) }, (_, deel) =>
      groep.slice(deel * grootte, (deel + 1) * grootte),
    );
  });
}
