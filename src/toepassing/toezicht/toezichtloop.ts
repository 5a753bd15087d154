/** The pace of the auditor, in real time: apart from the round, so that it goes on when the round does not. */
import { huidigeCorrelatie, inCorrelatie } from '../correlatie.ts';
import type { Gekeken, Toezichthouder } from './toezichthouder.ts';

export interface Toezichtloop {
  start(): void;
  stop(): Promise<void>;
  /** Walks over every casus now, from its first page to its last. */
  nu(): Promise<void>;
  /** Milliseconds since this instance knows of a look that succeeded, its own or another's, or since the start. */
  sinds(): number;
}

/** Two pages a look, one look a second: what that costs a click is at most one casus read. */
const PAUZE_MS = 1000;
/**
 * So long a walk over every casus takes: its pages are spread over it, so that what it costs a day follows from how many
 * casussen are open (README, "What the auditor costs"). What is late or waits is walked every turn all the same.
 */
const WANDELING_MS = 60 * 60_000;

export interface LoopDelen {
  toezicht: Pick<Toezichthouder, 'begin' | 'kijk' | 'paginas' | 'laatLos'>;
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
  let volgendeWandeling = 0;
  let volgendePagina = Infinity;
  let bezig: Promise<unknown> = Promise.resolve();

  async function kijk(overalErbij: boolean): Promise<Gekeken> {
    const uitslag = await inCorrelatie(huidigeCorrelatie(), () => toezicht.kijk(overalErbij));
    if (uitslag.gekeken) {
      gekeken = performance.now();
      naKijken();
    }
    return uitslag;
  }

  /** Before a walk has ended nobody knows how many pages there are: the first one goes on without a rest. */
  const paginaMs = (): number => Math.max(PAUZE_MS, WANDELING_MS / (toezicht.paginas() ?? Infinity));

  async function stap(): Promise<number> {
    const nu = performance.now();
    if (nu >= volgendeBeurt) {
      const alles = nu >= volgendeWandeling;
      toezicht.begin(alles);
      if (alles) {
        volgendeWandeling = nu + WANDELING_MS;
        volgendePagina = nu;
      }
      volgendeBeurt = nu + beurtMs;
    }
    const isTijd = nu >= volgendePagina;
    const { meer, overal } = await kijk(isTijd);
    if (!overal) volgendePagina = Infinity;
    else if (isTijd || volgendePagina === Infinity) volgendePagina = nu + paginaMs();
    const daarna = meer ? 0 : Math.min(volgendeBeurt, volgendePagina) - performance.now();
    return Math.max(PAUZE_MS, daarna);
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
      await toezicht.laatLos().catch(bijFout);
    },
    nu() {
      const werk = bezig.then(async () => {
        toezicht.begin(true);
        for (let uitslag = await kijk(true); uitslag.meer || uitslag.overal;) uitslag = await kijk(true);
      });
      bezig = werk.catch(() => undefined);
      return werk;
    },
    sinds: () => performance.now() - gekeken,
  };
}
