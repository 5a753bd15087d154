/** What goes wrong in the year: at the connector, at the store, and when the program is killed. */
import type { Opslag } from '../../src/toepassing/poorten.ts';
import type { Klok } from '../../src/toepassing/poorten.ts';
import type { Toeval } from './toeval.ts';

/** `stuk-erna`, `verbroken` and `zwijgt` keep the message; `verzwegen` says that it did and does not (only a control). */
export type Connectorfout = 'te-druk' | 'stuk-ervoor' | 'stuk-erna' | 'verbroken' | 'zwijgt' | 'verboden' | 'verzwegen';

const SOORTEN: readonly [Connectorfout, number][] = [
  ['te-druk', 0.35],
  ['stuk-ervoor', 0.2],
  ['stuk-erna', 0.2],
  ['verbroken', 0.15],
  ['verboden', 0.08],
  ['zwijgt', 0.02],
];

export interface Schakelaar {
  /** Nothing goes wrong while it is off. */
  aan: boolean;
  /** How often, of every call or write. */
  deel: number;
}

export interface Connectorfouten {
  kies(gesprek: string, samenvatting: string): Connectorfout | undefined;
}

export type Telling = Map<string, number>;
const tel = (telling: Telling, wat: string): void => void telling.set(wat, (telling.get(wat) ?? 0) + 1);

export function maakConnectorfouten(
  { toeval, klok, schakelaar }: { toeval: Toeval; klok: Klok; schakelaar: Schakelaar },
  telling: Telling,
): Connectorfouten {
  return {
    kies(gesprek, samenvatting) {
      const sleutel = `${gesprek}|${samenvatting}|${klok.nu()}`;
      if (!schakelaar.aan || toeval.kans('connector', sleutel) >= schakelaar.deel) return undefined;
      let over = toeval.kans('soort', sleutel);
      const soort = SOORTEN.find(([, deel]) => (over -= deel) < 0)?.[0] ?? 'te-druk';
      tel(telling, `connector ${soort}`);
      return soort;
    },
  };
}

export interface Winkel {
  opslag: Opslag;
  /** After so many writes from here none is answered any more, and nothing else is: the program is dead. */
  sterfNa(schrijfacties: number): void;
  /** Resolves when it has died. */
  gestorven: Promise<void>;
  isDood(): boolean;
}

const nooit = (): Promise<never> => new Promise(() => {});

/** Rejects a write before or after it stands there, and never two in a row on one document: a round and the next. */
export function metFouten(
  onder: Opslag,
  { toeval, schakelaar, telling }: { toeval: Toeval; schakelaar: Schakelaar; telling: Telling },
): Winkel {
  const netFout = new Set<string>();
  const geschreven = new Map<string, number>();
  let nog = Infinity;
  let dood = false;
  let sterf = (): void => undefined;
  const gestorven = new Promise<void>((klaar) => (sterf = klaar));

  async function schrijf<T>(wat: string, sleutel: string, doe: () => Promise<T>): Promise<T> {
    if (dood) return nooit();
    // Each write of a document is another draw: what fails once would fail for ever.
    const nr = (geschreven.get(wat) ?? 0) + 1;
    geschreven.set(wat, nr);
    const kans = toeval.kans('opslag', sleutel, nr);
    const fout = schakelaar.aan && kans < schakelaar.deel && !netFout.has(wat);
    if (fout) netFout.add(wat);
    else netFout.delete(wat);
    nog -= 1;
    if (fout && kans < schakelaar.deel / 2) {
      tel(telling, 'opslag ervoor');
      throw new Error('de opslag weigert');
    }
    const uit = await doe();
    if (nog <= 0 && !dood) {
      dood = true;
      sterf();
    }
    if (dood) return nooit();
    if (fout) {
      tel(telling, 'opslag erna');
      throw new Error('de opslag antwoordt niet');
    }
    return uit;
  }
  const levend = <A extends unknown[], T>(doe: (...vraag: A) => Promise<T>) =>
    ((...vraag: A) => (dood ? nooit() : doe(...vraag))) as (...vraag: A) => Promise<T>;
  const vorm = ({ id, journaal, postvak }: Parameters<Opslag['maak']>[0]): string =>
    `${id}|${journaal.length}|${postvak.map(({ sleutel, pogingen }) => `${sleutel}#${pogingen}`).join()}`;
  return {
    opslag: {
      ...onder,
      lees: levend(onder.lees.bind(onder)),
      teWekken: levend(onder.teWekken.bind(onder)),
      zoek: levend(onder.zoek.bind(onder)),
      leesRegister: (naam) => (dood ? nooit() : onder.leesRegister(naam)),
      maak: (document) => schrijf(document.id, vorm(document), () => onder.maak(document)),
      vervang: (document, etag) => schrijf(document.id, vorm(document), () => onder.vervang(document, etag)),
      schrijfRegister: (naam, waarde, etag) =>
        schrijf(naam, `${naam}|${JSON.stringify(waarde)}`, () => onder.schrijfRegister(naam, waarde, etag)),
    },
    sterfNa: (aantal) => void (nog = aantal),
    gestorven,
    isDood: () => dood,
  };
}
