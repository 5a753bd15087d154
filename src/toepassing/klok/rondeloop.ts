/** The pace of the round, in real time. */
import type { Bezorger } from '../bezorging/bezorger.ts';
import { huidigeCorrelatie, inCorrelatie } from '../correlatie.ts';
import { foutVelden, type Omgeving } from '../omgeving.ts';
import type { Ronde, RondeUitslag } from './ronde.ts';

export interface Rondeloop {
  start(): void;
  /** Resolves when the round under way has ended. */
  stop(): Promise<void>;
  /** One now, after the one under way; resolves when its messages have been sent. */
  nu(): Promise<RondeUitslag>;
  /** Milliseconds since the last round that succeeded; `undefined` before the first. */
  sinds(): number | undefined;
}

export interface RondeloopDelen {
  omgeving: Pick<Omgeving, 'log'>;
  bezorger: Pick<Bezorger, 'klaar'>;
  ronde: Pick<Ronde, 'loop'>;
  /** Hears how every round ended, and how many seconds it took. */
  meet(uitslag: RondeUitslag, seconden: number): void;
  /** How long one waits after another. */
  seconden: number;
}

/** The round at a fixed pace in real time, never two at once in this process. */
export function maakRondeloop({ omgeving, bezorger, ronde, meet, seconden }: RondeloopDelen): Rondeloop {
  let wekker: NodeJS.Timeout | undefined;
  let gestopt = false;
  let laatste: number | undefined;
  let bezig: Promise<RondeUitslag> = Promise.resolve({ gewekt: 0, mislukt: 0 });

  async function een(): Promise<RondeUitslag> {
    const begin = performance.now();
    const uitslag = await inCorrelatie(huidigeCorrelatie(), ronde.loop);
    laatste = performance.now();
    meet(uitslag, (laatste - begin) / 1000);
    return uitslag;
  }
  const naElkaar = (): Promise<RondeUitslag> => {
    bezig = bezig.then(een, een);
    return bezig;
  };
  const plan = (): void => {
    wekker = setTimeout(() => {
      void naElkaar()
        .catch((fout: unknown) => omgeving.log.error({ ...foutVelden(fout) }, 'ronde mislukt'))
        .finally(() => !gestopt && plan());
    }, seconden * 1000);
  };
  return {
    start() {
      void naElkaar()
        .catch((fout: unknown) => omgeving.log.error({ ...foutVelden(fout) }, 'eerste ronde mislukt'))
        .finally(() => !gestopt && plan());
    },
    async stop() {
      gestopt = true;
      clearTimeout(wekker);
      await bezig.catch(() => undefined);
    },
    async nu() {
      const uitslag = await naElkaar();
      await bezorger.klaar();
      return uitslag;
    },
    sinds: () => (laatste === undefined ? undefined : performance.now() - laatste),
  };
}
