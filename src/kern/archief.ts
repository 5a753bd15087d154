/**
 * The records that the bot keeps of its own work go on for ever, and a document cannot (Cosmos DB: 2 MB). Once a month
 * the journal so far is put away under a number of its own; the record keeps its number and goes on counting, from an
 * event that says how everything stood. So a card, a term or a request of last month is found where it always was.
 */
import { EIGEN, isEigen } from './casus.ts';
import type { Gebeurtenis } from './gebeurtenissen.ts';

/** `maand` as `2026-11`, in which the events that are put away begin. Sorts after its record. */
export const archiefVan = (nummer: string, maand: string): string => `${nummer}${EIGEN}${maand}`;

/** Whether this is a part of a record that was put away: it is kept and read, and nothing runs in it. */
export const isArchief = (nummer: string): boolean => isEigen(nummer) && nummer.lastIndexOf(EIGEN) > 0;

/** The number of the record that it was a part of; any other number is its own. */
export const stamVan = (nummer: string): string =>
  isArchief(nummer) ? nummer.slice(0, nummer.lastIndexOf(EIGEN)) : nummer;

/** The number of the first event that stands in this journal. */
export const eersteNr = (journaal: readonly Gebeurtenis[]): number =>
  journaal[0]?.soort === 'registratie-vervolgd' ? journaal[0].nr : 1;

/** The event with this number; `undefined` when it is not there, or was put away. */
export const gebeurtenisMet = <G extends Gebeurtenis>(journaal: readonly G[], nr: number): G | undefined =>
  journaal[nr - eersteNr(journaal)];
