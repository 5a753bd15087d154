/**
 * How much the clocks of two instances may differ, in milliseconds. Wherever one instance reads an instant that another
 * wrote (a claim, a lease, a set time to wait) it allows for this; a machine that keeps time by NTP is within a second.
 */
export const KLOKVERSCHIL_MS = 60_000;
