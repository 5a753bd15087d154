/**
 * The dead man's switch: as long as the bot watches, it calls an address outside itself. A service there raises the alarm
 * when the calls stop coming, which is the only way to hear of a bot that is not there any more.
 */
import { foutVelden, type Logboek } from '../../toepassing/omgeving.ts';

const HOOGSTENS_ELKE_MS = 60_000;
const TIJDSLIMIET_MS = 10_000;

export interface Waakhond {
  /** Calls, unless that was done less than a minute ago. Never waits, never throws. */
  sein(): void;
  /** Lets go of a call under way. */
  stop(): void;
}

export interface WaakhondDelen {
  url: string;
  log: Logboek;
  /** How a call ended: `gelukt` or `mislukt`. */
  geteld(uitkomst: string): void;
  /** Milliseconds on a clock that never goes back. */
  nu?(): number;
}

export function maakWaakhond({ url, log, geteld, nu = () => performance.now() }: WaakhondDelen): Waakhond {
  let laatste = -Infinity;
  const gestopt = new AbortController();

  async function bel(): Promise<void> {
    try {
      // A redirect could lead away from the address that was set.
      const signal = AbortSignal.any([gestopt.signal, AbortSignal.timeout(TIJDSLIMIET_MS)]);
      const antwoord = await fetch(url, { redirect: 'error', signal });
      await antwoord.body?.cancel();
      if (antwoord.ok) return geteld('gelukt');
      log.warn({ status: antwoord.status }, 'waakhond niet bereikt');
    } catch (fout) {
      log.warn({ ...foutVelden(fout) }, 'waakhond niet bereikt');
    }
    geteld('mislukt');
  }

  return {
    sein() {
      if (nu() - laatste < HOOGSTENS_ELKE_MS) return;
      laatste = nu();
      void bel();
    },
    stop: () => gestopt.abort(),
  };
}
