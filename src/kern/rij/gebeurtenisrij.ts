/**
 * The row of one kind of event: everything the program knows of it but its sentence. A row knows the state and knows no
 * other subject; a column that is left out does not compile.
 */
import type { Ontvanger, TermijnNaam } from '../beleid/beleid.ts';
import type { Bericht } from '../berichten/bericht.ts';
import type { Casus } from '../casus.ts';
import type { BeheerStuk, EigenStuk, ToezichtStuk, WachtlijstTeamStuk, WachtlijstVtStuk } from '../stuk.ts';
import type { Termijn, Termijnwens } from '../termijnen.ts';
import type { Instant } from '../tijd/werkdagen.ts';
import type { Dader, Verantwoordelijke } from '../woorden.ts';

/** Whatever has a journal. */
export type Stuk = Casus | EigenStuk;

/** The kinds of records by name; `elk` is what can happen to any of them. */
export interface StukPerSoort {
  casus: Casus;
  'wachtlijst-vt': WachtlijstVtStuk;
  'wachtlijst-team': WachtlijstTeamStuk;
  beheer: BeheerStuk;
  toezicht: ToezichtStuk;
  elk: Stuk;
}
export type Stuksoort = keyof StukPerSoort;

export function isVan<K extends Stuksoort>(stuk: Stuk, soort: K): stuk is StukPerSoort[K] & Stuk {
  return soort === 'elk' || stuk.soort === soort;
}

export const nummerVan = (stuk: Stuk): string => (stuk.soort === 'casus' ? stuk.casusnummer : stuk.nummer);

/** What every event has: when, by whom, on what ground, and what it moved, started and ended. */
export interface Envelop {
  /** 1, 2, 3 … in the journal. */
  nr: number;
  /** When it happened, and when it was written down: never before `op`. */
  op: Instant;
  vastgelegdOp: Instant;
  door: Dader;
  /** The paragraph of the guideline it rests on. */
  bron: string;
  /** Present when responsibility moves, from `op` on. */
  verantwoordelijke?: Verantwoordelijke;
  /** Terms that start, and the ids of terms that end, with their reminders and ladder. */
  start?: Termijn[];
  eindigt?: string[];
}

/** One event of a known kind, as its own row reads it. */
export type Gebeurd<D, S extends string = string> = Envelop & { soort: S; gegevens: D };

/** What an event does beside changing the state: said by whoever writes it, never left out. */
export interface Gevolg {
  verantwoordelijk: 'blijft' | Verantwoordelijke;
  /** When it happened, if not now. */
  op?: Instant;
  /** The place in the guideline, where that is not the one of its row. */
  bron?: string;
  start?: readonly Termijnwens[];
  /** Names of terms that end, wherever they run. */
  eindigt?: readonly TermijnNaam[];
  /** Ids of terms that end. */
  eindigtId?: readonly string[];
}

/** An event as a decision hands it over; the pen adds number, instant, person and the plans of its terms. */
export interface Nieuw {
  soort: string;
  gegevens: object;
  bron: string;
  gevolg: Gevolg;
}

/**
 * How a field of an event is kept. Retention erases what does not stay (domein.md §9). `adres`: an organisation's key or a
 * person's id, and the key of a message, which ends in it. `kenmerk`: a word from a list that says what is the matter in a
 * family, such as a conclusion of triage.
 */
export type Aard = 'blijft' | 'persoon' | 'tekst' | 'adres' | 'kenmerk';

/** The addressees of the event with this number, without those who have nobody behind them and with who hears instead. */
export type Aanwezigen = (nr: number, aan: readonly Ontvanger[]) => Ontvanger[];

/** What the messages of one event are made from: the record before and after the whole decision. */
export interface Aanleiding<D, K extends Stuksoort> {
  voor: Stuk | undefined;
  na: StukPerSoort[K];
  gebeurtenis: Gebeurd<D>;
  wie: Aanwezigen;
}

/** Everything the program knows of one kind of event, but its sentence. */
export interface GebeurtenisRij<S extends string, D extends object, K extends Stuksoort> {
  soort: S;
  /** The record that it is written in. */
  van: K;
  /** The place in the guideline. */
  bron: string;
  /** False for what only tells of a delivery, of someone who looked, or that a record goes on as it was. */
  besluit: boolean;
  /** What becomes of each field at the end of the retention term. */
  velden: Velden<D>;
  /** The words that came with it, where others can add to them or repeat them. */
  woorden: ((gegevens: D) => string | undefined) | 'geen';
  /** The record that it begins; `nooit` where it needs one to stand there already. */
  begint: ((nummer: string, gebeurtenis: Gebeurd<D>) => StukPerSoort[K]) | 'nooit';
  /** Total: never throws, never mutates. */
  verwerk(stuk: StukPerSoort[K], gebeurtenis: Gebeurd<D>): StukPerSoort[K];
  /** Who hears at once: by word in the thread of its overdracht, or by cards of their own; `[]` where only cards are redrawn. */
  hoort: readonly Ontvanger[] | ((aanleiding: Aanleiding<D, K>) => readonly Bericht[]);
}

/** The fields of an event, each with what becomes of it. */
type Velden<D> = { readonly [V in keyof D]-?: Aard };

/** None that the event does not have: what is to be erased is there. */
type Alleen<V, D> = V & Record<Exclude<keyof V, keyof D>, never>;

/** A row and the maker of its event in one: `gevraagd({ … }, { verantwoordelijk: 'blijft' })`. */
export type Gebeurtenismaker<
  S extends string,
  D extends object,
  K extends Stuksoort,
  V extends Velden<D> = Velden<D>,
> = ((gegevens: D, gevolg: Gevolg) => Nieuw) & { rij: GebeurtenisRij<S, D, K> & { velden: V } };

/** `D` is given, the rest follows from the row. */
export const gebeurtenis =
  <D extends object>() =>
  <S extends string, K extends Stuksoort, const V extends Velden<D>>(
    soort: S,
    rij: Omit<GebeurtenisRij<S, D, K>, 'soort' | 'velden'> & { velden: Alleen<V, D> },
  ): Gebeurtenismaker<S, D, K, V> =>
    Object.assign(
      (gegevens: D, gevolg: Gevolg): Nieuw => ({ soort, gegevens, bron: gevolg.bron ?? rij.bron, gevolg }),
      {
        rij: { ...rij, soort },
      },
    );

/** Writes the events of one decision (pen.ts). */
export interface Pen<T extends Stuk = Stuk> {
  /** The record after the events written so far. */
  stand(): T;
  schrijf(nieuw: Nieuw): void;
}
