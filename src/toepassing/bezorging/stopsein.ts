/** What a stop does to sending: nothing begins any more, and what is under way gets some seconds for its answer. */
import { setMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Bezorging } from '../poorten.ts';

/** After a stop, what is being sent has so long for its answer; the rest of 8 s is for writing that down. */
const GENADE_MS = 5000;
const LANGSTE_STOP_MS = 7000;
/** Waits so many milliseconds, or until it is called off. */
export type Slaap = (ms: number, signaal: AbortSignal) => Promise<void>;
export const slaapEcht: Slaap = (ms, signal) => setTimeout(ms, undefined, { signal }).catch(() => undefined);

const GESTOPT: Bezorging = { uitkomst: 'onzeker', code: 'gestopt' };

export interface Stopsein {
  isGestopt(): boolean;
  /** Aborted by a stop: ends a wait. */
  signaal: AbortSignal;
  /** What comes of it, or that nobody knows when the program must end first. */
  metStop(werk: Promise<Bezorging>): Promise<Bezorging>;
  /** Resolves when this has ended, or as long after as a stop may take. */
  stop(alles: () => Promise<void>): Promise<void>;
}

export function maakStopsein(slaap: Slaap): Stopsein {
  const stopsein = new AbortController();
  // As many wait for it as there are outcomes to be written again: no leak.
  setMaxListeners(0, stopsein.signal);
  const isGestopt = (): boolean => stopsein.signal.aborted;
  const bijStoppen = new Set<() => void>();
  const geduld = new AbortController();
  let genade: Promise<Bezorging> | undefined;

  function metStop(werk: Promise<Bezorging>): Promise<Bezorging> {
    return new Promise((klaar, mislukt) => {
      const bijStop = (): void => {
        genade ??= slaap(GENADE_MS, geduld.signal).then(() => GESTOPT);
        void genade.then(klaar);
      };
      if (isGestopt()) bijStop();
      else bijStoppen.add(bijStop);
      void werk.then(klaar, mislukt).finally(() => bijStoppen.delete(bijStop));
    });
  }

  return {
    isGestopt,
    signaal: stopsein.signal,
    metStop,
    async stop(alles) {
      stopsein.abort();
      for (const bijStop of bijStoppen) bijStop();
      // Work that leads to sending can be long, such as posting every open card: that ends where it is.
      const einde = new AbortController();
      const genoeg = setTimeout(LANGSTE_STOP_MS, undefined, { signal: einde.signal, ref: false }).catch(
        () => undefined,
      );
      await Promise.race([alles(), genoeg]);
      einde.abort();
      geduld.abort();
    },
  };
}
