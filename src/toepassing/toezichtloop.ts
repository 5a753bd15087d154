/** The pace of the auditor, in real time: apart from the round, so that it goes on when the round does not. */
import { huidigeCorrelatie, inCorrelatie } from '../correlatie.ts';
import type { Toezicht } from './toezicht.ts';

export interface Toezichtloop {
  start(): void;
  stop(): Promise<void>;
  /** Walks over every casus now, from its first page to its last. */
  nu(): Promise<void>;
  /** Milliseconds since the last look that succeeded, or since the start. */
  sinds(): number;
}

/** Two pages a look, one look a second: what that costs a click is at most one casus read. */
const PAUZE_MS = 1000;
/** All casussen at most once in so many turns: the walk by what is late or waits is done every turn. */
const ALLES_ELKE = 15;

export interface LoopDelen {
  toezicht: Pick<Toezicht, 'begin' | 'kijk'>;
  /** How long a turn takes at least. */
  beurtMs: number;
  naKijken(): void;
  bijFout(fout: unknown): void;
}

export function maakToezichtloop({ toezicht, beurtMs, naKijken, bijFout }: LoopDelen): Toezichtloop {
  let wekker: NodeJS.Timeout | undefined;
  let gestopt = false;
  let gekeken = performance.now();
  let volgendeBeurt = 0;
  let beurt = 0;
  let bezig: Promise<unknown> = Promise.resolve();

  async function kijk(): Promise<boolean> {
    const meer = await inCorrelatie(huidigeCorrelatie(), toezicht.kijk);
    gekeken = performance.now();
    naKijken();
    return meer;
  }

  async function stap(): Promise<number> {
    const nu = performance.now();
    if (nu >= volgendeBeurt) {
      toezicht.begin(beurt % ALLES_ELKE === 0);
      beurt += 1;
      volgendeBeurt = nu + beurtMs;
    }
    const meer = await kijk();
    return meer ? PAUZE_MS : Math.max(PAUZE_MS, volgendeBeurt - performance.now());
  }

  function plan(overMs: number): void {
    if (gestopt) return;
    wekker = setTimeout(() => {
      const werk = bezig.then(stap).catch((fout: unknown) => {
        bijFout(fout);
        return beurtMs;
      });
      bezig = werk;
      void werk.then(plan);
    }, overMs);
  }

  return {
    // The first look comes after the round had its chance to deal with what passed while nothing ran.
    start: () => plan(beurtMs / 2),
    async stop() {
      gestopt = true;
      clearTimeout(wekker);
      await bezig;
    },
    nu() {
      const werk = bezig.then(async () => {
        toezicht.begin(true);
        while (await kijk());
      });
      bezig = werk.catch(() => undefined);
      return werk;
    },
    sinds: () => performance.now() - gekeken,
  };
}
