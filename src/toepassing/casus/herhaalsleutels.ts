/**
 * The keys by which a repeat finds its work done, kept with the casus. Those of the API count for a day; those of clicks
 * are many and are only there for a redelivery some seconds later, so they never push out one of the API.
 */
import { KLOKVERSCHIL_MS } from '../../kern/tijd/klokverschil.ts';
import { msTussen, type Instant } from '../../kern/tijd/werkdagen.ts';
import type { CasusDocument, Herhaalsleutel } from '../poorten.ts';

/** How the key of a click begins: made from what was clicked, so that a redelivered click finds its work done. */
export const KLIK_SLEUTEL = 'klik:';

const KLIKKEN_BEWAARD = 20;
const DAG_MS = 24 * 60 * 60_000;
/**
 * At most so many keys of the API younger than a day on one casus: with 200 characters each about 60 KB, where the store
 * takes 2 MB. A casus gets some ten opdrachten in its whole life; who asks more has a fault, and is told.
 */
export const MEESTE_API_SLEUTELS = 200;

/** `vorige`: another key under which the same may have been done just before. */
export interface Gezocht {
  sleutel: string | undefined;
  vorige?: string | undefined;
}

/** The caller of the API chooses its keys, so how one begins says nothing where it is known when it was used. */
const isKlik = ({ sleutel, gebruiktOp }: Herhaalsleutel): boolean =>
  gebruiktOp === undefined && sleutel.startsWith(KLIK_SLEUTEL);

/** A key that looks a day old by this clock may be younger by that of who wrote it. */
const telt = (een: Herhaalsleutel, nu: Instant): boolean =>
  isKlik(een) || een.gebruiktOp === undefined || msTussen(een.gebruiktOp, nu) <= DAG_MS + KLOKVERSCHIL_MS;

/** The key as it was used before; one of the API that is more than a day old no longer counts. */
export function vindSleutel(
  { sleutels }: Pick<CasusDocument, 'sleutels'>,
  { sleutel, vorige = sleutel }: Gezocht,
  { nu, klik }: { nu: Instant; klik: boolean },
): Herhaalsleutel | undefined {
  return sleutels.find(
    (een) => isKlik(een) === klik && (een.sleutel === sleutel || een.sleutel === vorige) && telt(een, nu),
  );
}

/** Whether one more key of the API would be more than is kept; none that counts is ever dropped to make room. */
export const isVol = ({ sleutels }: Pick<CasusDocument, 'sleutels'>, nu: Instant): boolean =>
  sleutels.filter((een) => !isKlik(een) && telt(een, nu)).length >= MEESTE_API_SLEUTELS;

/** From before the time was kept: it counts from now. */
const metTijd = (een: Herhaalsleutel, nu: Instant): Herhaalsleutel =>
  isKlik(een) || een.gebruiktOp !== undefined ? een : { ...een, gebruiktOp: nu };

/**
 * The keys with this one, without what no longer counts. It was used at the latest instant that the casus knows: by a
 * clock that was set back it would seem older than it is once that is put right, and go too early.
 */
export function metSleutel(
  { sleutels, journaal }: Pick<CasusDocument, 'sleutels' | 'journaal'>,
  nieuw: Pick<Herhaalsleutel, 'sleutel' | 'vingerafdruk'>,
  { nu, klik }: { nu: Instant; klik: boolean },
): Herhaalsleutel[] {
  const laatste = journaal.at(-1)?.vastgelegdOp ?? nu;
  const gebruiktOp = laatste > nu ? laatste : nu;
  const api = sleutels.filter((een) => !isKlik(een) && telt(een, nu)).map((een) => metTijd(een, gebruiktOp));
  const klikken = sleutels.filter(isKlik);
  return klik
    ? [...api, ...[...klikken, nieuw].slice(-KLIKKEN_BEWAARD)]
    : [...api, { ...nieuw, gebruiktOp }, ...klikken.slice(-KLIKKEN_BEWAARD)];
}
