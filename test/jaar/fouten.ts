/** What goes wrong in the year: at the connector, at the store, and when the program is killed. */
import { verschuif, type Instant } from '../../src/kern/tijd/werkdagen.ts';
import { OpslagFout, type Klok, type Opslag } from '../../src/toepassing/poorten.ts';
import type { Toeval } from './toeval.ts';

/** `stuk-erna`, `verbroken` and `zwijgt` keep the message; `verzwegen` says that it did and does not (only a control). */
export type Connectorfout = 'te-druk' | 'stuk-ervoor' | 'stuk-erna' | 'verbroken' | 'zwijgt' | 'verboden' | 'verzwegen';

export type Verdeling = readonly (readonly [Connectorfout, number])[];
/** A call that is never answered costs real time: the year has few of them. */
export const ZELDEN_STIL: Verdeling = [
  ['te-druk', 0.35],
  ['stuk-ervoor', 0.2],
  ['stuk-erna', 0.2],
  ['verbroken', 0.15],
  ['verboden', 0.08],
  ['zwijgt', 0.02],
];

/** Every kind often enough to be sure of it in some weeks. */
export const ALLES: Verdeling = [
  ['te-druk', 0.2],
  ['stuk-ervoor', 0.2],
  ['stuk-erna', 0.2],
  ['verbroken', 0.15],
  ['verboden', 0.15],
  ['zwijgt', 0.1],
];

export interface Foutkansen {
  /** Of every post. */
  connector: number;
  /** Of every write; a third of it of every read. */
  opslag: number;
  soorten: Verdeling;
}

export interface Schakelaar {
  /** Nothing goes wrong while it is off. */
  aan: boolean;
  kansen: Foutkansen;
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
      if (!schakelaar.aan || toeval.kans('connector', sleutel) >= schakelaar.kansen.connector) return undefined;
      let over = toeval.kans('soort', sleutel);
      const soort = schakelaar.kansen.soorten.find(([, deel]) => (over -= deel) < 0)?.[0] ?? 'te-druk';
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

/** One that failed is left alone for this long: it is not to fail in two rounds in a row, for two are to be enough. */
const RUST_MS = 60_000;

/** Rejects a read, or a write before or after it stands there, as a store does that cannot be reached for a moment. */
export function metFouten(
  onder: Opslag,
  { toeval, klok, schakelaar, telling }: { toeval: Toeval; klok: Klok; schakelaar: Schakelaar; telling: Telling },
): Winkel {
  const rust = new Map<string, Instant>();
  let nog = Infinity;
  let dood = false;
  let sterf = (): void => undefined;
  const gestorven = new Promise<void>((klaar) => (sterf = klaar));

  /** In [0, 1) when it is to fail. */
  function fout(wat: string, sleutel: string, deel = 1): number | undefined {
    if (!schakelaar.aan) return undefined;
    const tot = rust.get(wat);
    // Each instant is another draw: what fails once would fail for ever.
    const kans = toeval.kans('opslag', sleutel, klok.nu());
    if ((tot !== undefined && klok.nu() < tot) || kans >= deel * schakelaar.kansen.opslag) return undefined;
    rust.set(wat, verschuif(klok.nu(), RUST_MS));
    return kans / schakelaar.kansen.opslag;
  }
  function weiger(wat: string): never {
    tel(telling, `opslag ${wat}`);
    throw new OpslagFout(`jaar-${wat}`, undefined);
  }
  async function schrijf<T>(wat: string, sleutel: string, doe: () => Promise<T>): Promise<T> {
    if (dood) return nooit();
    const deel = fout(wat, sleutel);
    nog -= 1;
    if (deel !== undefined && deel < 0.5) weiger('ervoor');
    const uit = await doe();
    if (nog <= 0 && !dood) {
      dood = true;
      sterf();
    }
    if (dood) return nooit();
    if (deel !== undefined) weiger('erna');
    return uit;
  }
  async function lees<T>(wat: string, doe: () => Promise<T>): Promise<T> {
    if (dood) return nooit();
    if (fout(wat, `lees|${wat}`, 1 / 3) !== undefined) weiger('lezen');
    return doe();
  }
  const vorm = ({ id, journaal, postvak }: Parameters<Opslag['maak']>[0]): string =>
    `${id}|${journaal.length}|${postvak.map(({ sleutel, pogingen }) => `${sleutel}#${pogingen}`).join()}`;
  return {
    opslag: {
      ...onder,
      lees: (id, kring) => lees(id, () => onder.lees(id, kring)),
      teWekken: (nu, maximum) => lees('te wekken', () => onder.teWekken(nu, maximum)),
      zoek: (vraag) => (dood ? nooit() : onder.zoek(vraag)),
      leesRegister: (naam) => (dood ? nooit() : onder.leesRegister(naam)),
      maak: (document) => schrijf(document.id, vorm(document), () => onder.maak(document)),
      vervang: (document, etag) => schrijf(document.id, vorm(document), () => onder.vervang(document, etag)),
      schrijfRegister: (naam, waarde, etag) =>
        // Not by what is in it: that has ports in it, which are others each time.
        schrijf(naam, naam, () => onder.schrijfRegister(naam, waarde, etag)),
    },
    sterfNa: (aantal) => void (nog = aantal),
    gestorven,
    isDood: () => dood,
  };
}
