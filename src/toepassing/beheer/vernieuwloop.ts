/** The pace, in real time, at which a running instance looks whether others changed what it keeps in memory. */
import { huidigeCorrelatie, inCorrelatie } from '../correlatie.ts';

/** Twice within the minute in which a change of adresboek or beleid must be known everywhere. */
export const INSTELLINGEN_MS = 30_000;
export const SLEUTELS_MS = 3_600_000;

export interface Vernieuwloop {
  start(): void;
  /** Resolves when the looks under way have ended. */
  stop(): Promise<void>;
}

export interface VernieuwDelen {
  /** Never rejects, and may be called while an earlier look is under way. */
  kijk(): Promise<unknown>;
  elkeMs: number;
}

export function maakVernieuwloop({ kijk, elkeMs }: VernieuwDelen): Vernieuwloop {
  let wekker: NodeJS.Timeout | undefined;
  const bezig = new Set<Promise<unknown>>();

  function een(): void {
    const blik = inCorrelatie(huidigeCorrelatie(), kijk).finally(() => bezig.delete(blik));
    bezig.add(blik);
  }
  return {
    // By the clock on the wall and not after the look before it: one that hangs keeps no other waiting.
    start: () => (wekker = setInterval(een, elkeMs)),
    async stop() {
      clearInterval(wekker);
      await Promise.all(bezig);
    },
  };
}
