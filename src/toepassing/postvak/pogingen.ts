/** How often a message is tried, and how long it waits in between. */
import { VEILIG_THUIS, type PostvakItem } from '../poorten.ts';

/**
 * Tries before a message is undeliverable, with waits of 15 s that double: about an hour, and half a day for VT's own
 * channel. That is the last resort, so what surely did not arrive there is never given up.
 */
const POGINGEN = { gewoon: 10, veiligThuis: 20 };
const EERSTE_WACHT_MS = 15_000;
const LANGSTE_WACHT_MS = { gewoon: 15 * 60_000, veiligThuis: 60 * 60_000 };

export const isVoorVt = ({ adres }: PostvakItem): boolean => 'kanaal' in adres && adres.kanaal === VEILIG_THUIS;
const voor = <T>(item: PostvakItem, { gewoon, veiligThuis }: { gewoon: T; veiligThuis: T }): T =>
  isVoorVt(item) ? veiligThuis : gewoon;

/** Whether there is another try after those that were made. */
export const mag = (item: PostvakItem): boolean => item.pogingen < voor(item, POGINGEN);

const basiswacht = (pogingen: number, langste: number): number =>
  Math.min(EERSTE_WACHT_MS * 2 ** (pogingen - 1), langste);

/** The wait before the next try in milliseconds, spread so that many messages do not come back at once. */
export const wachtNa = (item: PostvakItem, toeval: () => number): number =>
  Math.round(basiswacht(item.pogingen, voor(item, LANGSTE_WACHT_MS)) * (0.8 + 0.4 * toeval()));

/**
 * How long a message can take with every try it gets: the waits at their longest and 10 s for each try. What waits
 * longer is late, also for VT's own channel, where trying goes on for half a day.
 */
export const BEZORGTIJD_MS = Array.from({ length: POGINGEN.gewoon }, (_, nr) => nr + 1)
  .map((pogingen) => 10_000 + 1.2 * basiswacht(pogingen, LANGSTE_WACHT_MS.gewoon))
  .reduce((som, wachttijd) => som + wachttijd, 0);
