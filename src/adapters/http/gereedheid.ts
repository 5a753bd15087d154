/** Whether the store is reached, for whoever asks as often as they like: `/readyz` is open to anyone. */
import type { Opslag } from '../../toepassing/poorten.ts';

/** So long an answer stands; whoever asks meanwhile costs the store nothing. */
const GELDIG_MS = 5_000;
/** A write tells of a full or read-only disk, which reading does not; more often it only costs. */
const SCHRIJF_ELKE_MS = 60_000;

export interface Gereedheid {
  /** Never rejects. Calls at the same time share one check. */
  bereikbaar(): Promise<boolean>;
  /** How a call to the store ended that the program made for its work: its writes tell as much as one for this. */
  gezien(soort: string, uitkomst: 'gelukt' | 'verloren' | 'fout'): void;
}

const SCHRIJFT: ReadonlySet<string> = new Set<keyof Opslag>(['maak', 'vervang', 'schrijfRegister']);

export interface GereedheidDelen {
  /** Rejects when the store cannot be read or, unless `alleenLezen`, written. */
  controleer(alleenLezen: boolean): Promise<void>;
  /** Milliseconds on a clock that never goes back. */
  nu?(): number;
}

export function maakGereedheid({ controleer, nu = () => performance.now() }: GereedheidDelen): Gereedheid {
  let antwoord: Promise<boolean> | undefined;
  let gevraagd = -Infinity;
  let geprobeerd = -Infinity;
  let schrijfbaar = true;

  const lukt = (alleenLezen: boolean): Promise<boolean> =>
    controleer(alleenLezen).then(
      () => true,
      () => false,
    );

  async function kijk(moment: number): Promise<boolean> {
    // A write that failed stays the answer until the next one: reading says nothing of it.
    if (moment - geprobeerd < SCHRIJF_ELKE_MS) return (await lukt(true)) && schrijfbaar;
    geprobeerd = moment;
    schrijfbaar = await lukt(false);
    return schrijfbaar;
  }

  return {
    bereikbaar() {
      const moment = nu();
      if (!antwoord || moment - gevraagd >= GELDIG_MS) {
        gevraagd = moment;
        antwoord = kijk(moment);
      }
      return antwoord;
    },
    gezien(soort, uitkomst) {
      if (!SCHRIJFT.has(soort) || uitkomst === 'verloren') return;
      if (uitkomst === 'gelukt') geprobeerd = nu();
      // One document that is too large fails as well: then a write of its own tells whether it is the store.
      else geprobeerd = -Infinity;
      if (uitkomst === 'fout' || !schrijfbaar) antwoord = undefined;
      schrijfbaar = uitkomst === 'gelukt';
    },
  };
}
