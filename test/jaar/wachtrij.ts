/** What is to come, in order of time; what was planned first comes first at one instant. */
import type { Instant } from '../../src/kern/tijd/werkdagen.ts';

export interface Wachtrij<T> {
  voegToe(op: Instant, wat: T): void;
  eerste(): Instant | undefined;
  neem(): T | undefined;
}

interface Rij<T> {
  op: Instant;
  nr: number;
  wat: T;
}

/** A binary heap. */
export function maakWachtrij<T>(): Wachtrij<T> {
  const boom: Rij<T>[] = [];
  let teller = 0;
  const voor = (a: Rij<T>, b: Rij<T>): boolean => a.op < b.op || (a.op === b.op && a.nr < b.nr);
  const wissel = (een: number, ander: number): void => {
    const [a, b] = [boom[een], boom[ander]];
    if (a && b) [boom[een], boom[ander]] = [b, a];
  };
  const isVoor = (een: number, ander: number): boolean => {
    const [a, b] = [boom[een], boom[ander]];
    return a !== undefined && b !== undefined && voor(a, b);
  };

  return {
    eerste: () => boom[0]?.op,
    voegToe(op, wat) {
      boom.push({ op, nr: teller++, wat });
      for (let hier = boom.length - 1; hier > 0 && isVoor(hier, (hier - 1) >> 1); hier = (hier - 1) >> 1) {
        wissel(hier, (hier - 1) >> 1);
      }
    },
    neem() {
      const top = boom[0];
      const laatste = boom.pop();
      if (!top || !laatste || boom.length === 0) return top?.wat;
      boom[0] = laatste;
      for (let hier = 0; ;) {
        const links = 2 * hier + 1;
        const kind = isVoor(links + 1, links) ? links + 1 : links;
        if (!isVoor(kind, hier)) return top.wat;
        wissel(kind, hier);
        hier = kind;
      }
    },
  };
}
