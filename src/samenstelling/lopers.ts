/** What runs by itself: the round, the auditor with the waakhond, and what takes over settings and keys. */
import { randomUUID } from 'node:crypto';
import type { BewakingDelen } from '../adapters/http/bewaking.ts';
import type { Metingen } from '../adapters/http/metingen.ts';
import { maakWaakhond } from '../adapters/http/waakhond.ts';
import type { Config } from '../config.ts';
import type { Beheerregistratie } from '../toepassing/beheer/beheerregistratie.ts';
import type { VanKracht } from '../toepassing/beheer/van-kracht.ts';
import { INSTELLINGEN_MS, maakVernieuwloop, SLEUTELS_MS } from '../toepassing/beheer/vernieuwloop.ts';
import type { Bezorger } from '../toepassing/bezorging/bezorger.ts';
import { maakRonde, type RondeUitslag } from '../toepassing/klok/ronde.ts';
import { maakRondeloop } from '../toepassing/klok/rondeloop.ts';
import { foutVelden, type Omgeving } from '../toepassing/omgeving.ts';
import type { Koppelbaar } from '../toepassing/streek/adressen.ts';
import { maakToezicht } from '../toepassing/toezicht/toezichthouder.ts';
import { maakToezichtloop } from '../toepassing/toezicht/toezichtloop.ts';
import { wordtGewaakt, type Toezichtstand } from '../toepassing/toezicht/toezichtstand.ts';

export interface LoperDelen {
  config: Config;
  omgeving: Omgeving;
  bezorger: Bezorger;
  beheer: Beheerregistratie;
  adressen: Koppelbaar;
  vanKracht: VanKracht;
  metingen: Metingen;
}

export interface Lopers {
  /** For whoever asks how they run. */
  bewaking: Pick<BewakingDelen, 'sindsRonde' | 'rondeTeOudMs' | 'toezicht'>;
  /** Runs one round now and waits until its messages have been sent. */
  ronde(): Promise<RondeUitslag>;
  /** Lets the auditor look at every casus now, and waits until what it says has been sent. */
  toezicht(): Promise<Toezichtstand>;
  start(): void;
  /** Takes no new work at once; resolves when what was under way has ended. */
  stop(): Promise<void>;
}

export function maakLopers({ config, omgeving, bezorger, beheer, adressen, vanKracht, metingen }: LoperDelen): Lopers {
  const { log, klok, kluis } = omgeving;
  const ronde = maakRonde(omgeving, bezorger, beheer);
  const loop = maakRondeloop({ omgeving, bezorger, ronde, meet: metingen.ronde, seconden: config.rondeSeconden });
  const beurtMs = config.rondeSeconden * 1000 * 4;
  const toezicht = maakToezicht({
    omgeving,
    bezorger,
    adressen,
    ronde,
    // An SQLite store has one process: whoever walked there before was this one.
    houder: config.opslag.soort === 'sqlite' ? 'sqlite' : randomUUID(),
    vanZelf: vanKracht.bevindingen,
    huurMs: beurtMs * 2,
  });
  metingen.toezicht(toezicht.stand, klok);
  const rondeTeOudMs = beurtMs + 10_000;
  const waakhond = config.waakhondUrl && maakWaakhond({ url: config.waakhondUrl, log, geteld: metingen.waakhond });
  const kijker = maakToezichtloop({
    toezicht,
    beurtMs,
    bijFout: (fout) => log.error({ ...foutVelden(fout) }, 'toezicht mislukt'),
    naKijken() {
      if (waakhond && wordtGewaakt(toezicht.stand(), (loop.sinds() ?? Infinity) <= rondeTeOudMs)) waakhond.sein();
    },
  });
  const lopers = [
    loop,
    kijker,
    maakVernieuwloop({ kijk: vanKracht.kijk, elkeMs: INSTELLINGEN_MS }),
    maakVernieuwloop({ kijk: kluis.vernieuw, elkeMs: SLEUTELS_MS }),
  ];
  return {
    bewaking: {
      sindsRonde: loop.sinds,
      rondeTeOudMs,
      toezicht: { stand: toezicht.stand, sinds: kijker.sinds, teOudMs: rondeTeOudMs * 2 },
    },
    ronde: loop.nu,
    async toezicht() {
      await kijker.nu();
      await bezorger.klaar();
      return toezicht.stand();
    },
    start: () => lopers.forEach((loper) => loper.start()),
    async stop() {
      if (waakhond) waakhond.stop();
      ronde.stop();
      await Promise.all(lopers.map((loper) => loper.stop()));
    },
  };
}
