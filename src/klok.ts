/** The clocks: the real one, and a virtual one for demo and tests that runs at a tempo and can be moved. */
import { instant, verschuif, type Instant } from './kern/tijd/werkdagen.ts';
import type { Klok } from './toepassing/poorten.ts';

export const echteKlok: Klok = { nu: () => instant(Date.now()) };

export interface VirtueleKlok extends Klok {
  /** Moves the clock forward by milliseconds. */
  vooruit(milliseconden: number): void;
  zet(moment: Instant): void;
}

/** `tempo` virtual milliseconds pass for each real one; 0 stands still. */
export function maakVirtueleKlok(start: Instant, tempo: number): VirtueleKlok {
  let basis = start;
  let sinds = Date.now();
  const nu = (): Instant => verschuif(basis, Math.round((Date.now() - sinds) * tempo));
  const zet = (moment: Instant): void => {
    basis = moment;
    sinds = Date.now();
  };
  return { nu, zet, vooruit: (milliseconden) => zet(verschuif(nu(), milliseconden)) };
}
