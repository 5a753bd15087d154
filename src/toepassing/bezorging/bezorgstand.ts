/**
 * Whether anything this instance sends still arrives. One conversation that refuses is told by itself; an expired secret or
 * a connector that is gone refuses everywhere, and then nobody in Teams can hear it any more.
 */
import { verschuif, type Instant } from '../../kern/tijd/werkdagen.ts';
import type { Bezorging, Klok } from '../poorten.ts';

/** So long every try must have failed, in milliseconds: half of it is a short outage at Microsoft's side. */
const STIL_NA_MS = 10 * 60_000;
/** Something still waits as long as it was tried in this time: the longest wait between two tries, and its spread. */
const NOG_WACHTEND_MS = 75 * 60_000;

export interface Bezorgstand {
  noteer(bezorging: Bezorging): void;
  /** The first of the tries that all failed; `undefined` as long as that is not ten minutes ago, or nothing waits. */
  stilSinds(): Instant | undefined;
}

export function maakBezorgstand(klok: Klok): Bezorgstand {
  let sinds: Instant | undefined;
  let laatst: Instant | undefined;
  return {
    noteer({ uitkomst }) {
      if (uitkomst === 'uitgesteld') return;
      laatst = klok.nu();
      if (uitkomst === 'bezorgd') sinds = undefined;
      else sinds ??= laatst;
    },
    stilSinds() {
      const nu = klok.nu();
      const isStil = sinds !== undefined && verschuif(sinds, STIL_NA_MS) <= nu;
      const wachtNog = laatst !== undefined && nu < verschuif(laatst, NOG_WACHTEND_MS);
      return isStil && wachtNog ? sinds : undefined;
    },
  };
}
