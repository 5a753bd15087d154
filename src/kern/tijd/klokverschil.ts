/** Clocks differ: those of two instances, and that of whoever tells us when something happened. */
import { verschuif, type Instant } from './werkdagen.ts';

/**
 * How much two clocks may differ, in milliseconds. Wherever one instance reads an instant that another wrote (a claim, a
 * lease, a set time to wait) it allows for this; a machine that keeps time by NTP is within a second.
 */
export const KLOKVERSCHIL_MS = 60_000;

/**
 * Whether what was taken for so many milliseconds, until `tot`, is still held: also by a clock that is ahead of the
 * taker's. Further ahead than any clock sets it means that this one was put back since, and nobody holds it any more.
 */
export const isNogVast = (tot: Instant, nu: Instant, duurMs: number): boolean =>
  nu < verschuif(tot, KLOKVERSCHIL_MS) && tot <= verschuif(nu, duurMs + KLOKVERSCHIL_MS);

/**
 * The instant that somebody gives for what happened. By a clock that is ahead of ours "just now" is in our future: then it
 * is now, because responsibility never begins later than it is known. Further ahead stays as it is given, to be refused.
 */
export const nietNaNu = (gegeven: Instant, nu: Instant): Instant =>
  gegeven > nu && gegeven <= verschuif(nu, KLOKVERSCHIL_MS) ? nu : gegeven;

/** Whether this is what {@link nietNaNu} made of the given instant, when it was now. */
export const isVanToen = (gegeven: Instant, toen: Instant): boolean =>
  gegeven > toen && gegeven <= verschuif(toen, KLOKVERSCHIL_MS);
