/**
 * The keys of the content while the program runs: a key that another instance already uses is fetched when its content is
 * met, at most once a minute, and by the hour anyhow. What cannot be fetched leaves the keys as they are.
 */
import type { BewaardeInhoud } from '../poorten.ts';
import { maakInhoudkluis, type Inhoudkluis, type Sleutel } from './inhoudkluis.ts';

/** The kluis of a running program. */
export interface Sleutelbos extends Inhoudkluis {
  /** Fetches the keys again when one of these was encrypted with an unknown one. Never rejects. */
  zorgVoor(inhoud: readonly BewaardeInhoud[]): Promise<void>;
  /** Fetches the keys again. Never rejects. */
  vernieuw(): Promise<void>;
}

export interface SleutelbosDelen {
  /** Where keys can be added while running; absent where they change with a restart alone. */
  lees?: (() => Promise<readonly Sleutel[]>) | undefined;
  bijFout?(fout: unknown): void;
  /** Milliseconds that only go forward, whatever the clock does. */
  stopwatch?(): number;
}

/** What cannot be opened is asked for again and again, and the vault must not be. */
const HOOGSTENS_ELKE_MS = 60_000;
/** A click waits for it, and must be answered within 3 s. */
const LANGSTE_WACHT_MS = 1_500;

/** Until it ends, and no longer than that; it goes on by itself. */
async function even(werk: Promise<void>): Promise<void> {
  let wekker: NodeJS.Timeout | undefined;
  const genoeg = new Promise<void>((klaar) => (wekker = setTimeout(klaar, LANGSTE_WACHT_MS)));
  await Promise.race([werk, genoeg]);
  clearTimeout(wekker);
}

export function maakSleutelbos(
  eerste: readonly Sleutel[],
  { lees, bijFout = () => {}, stopwatch = () => performance.now() }: SleutelbosDelen = {},
): Sleutelbos {
  let kluis = maakInhoudkluis(eerste);
  let laatst = -Infinity;
  let bezig: Promise<void> | undefined;

  /** One at a time: a slow answer never takes the place of a later one. */
  function vernieuw(): Promise<void> {
    if (!lees) return Promise.resolve();
    laatst = stopwatch();
    bezig ??= lees()
      .then((sleutels) => void (kluis = maakInhoudkluis(sleutels)), bijFout)
      .finally(() => (bezig = undefined));
    return bezig;
  }

  return {
    get versleutelt() {
      return kluis.versleutelt;
    },
    berg: (...wat) => kluis.berg(...wat),
    open: (...wat) => kluis.open(...wat),
    kent: (bewaard) => kluis.kent(bewaard),
    verouderd: (bewaard) => kluis.verouderd(bewaard),
    async zorgVoor(inhoud) {
      if (inhoud.every((een) => kluis.kent(een))) return;
      if (bezig || stopwatch() - laatst >= HOOGSTENS_ELKE_MS) await even(vernieuw());
    },
    vernieuw,
  };
}
