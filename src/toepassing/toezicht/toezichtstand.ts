/** What the auditor knows: what it found, what a walk over every casus counted, and what instances tell each other. */
import type { Bevinding, BevindingSoort, Telling } from '../../kern/eigen/toezicht.ts';
import type { Instant } from '../../kern/tijd/werkdagen.ts';
import { NIETS, telOp, type Blik } from './controleur.ts';

export interface Toezichtstand {
  bevindingen: readonly Bevinding[];
  /** How many more there are of a kind than are named. */
  meer?: Partial<Record<BevindingSoort, number>>;
  /** Of the last walk over all casussen; absent before the first one ended. */
  telling?: Telling;
  /** How many casussen this instance itself saw last, and could not read. */
  gezien: number;
  onleesbaar: number;
  wachtendeBerichten: number;
  oudsteBericht?: Instant;
}

/** What one walk over every casus counted, so far or in the end. */
export type Lap = Omit<Toezichtstand, 'bevindingen' | 'meer' | 'telling'> & { telling: Telling };

export const LEGE_LAP: Lap = { telling: NIETS, gezien: 0, onleesbaar: 0, wachtendeBerichten: 0 };

/** What stands in the register: where the walk is, and what it found. */
export interface GedeeldToezicht {
  /** `null` when no walk over every casus is under way. */
  na: string | null;
  lap: Lap;
  laatsteLap?: Lap;
  bevindingen: readonly Bevinding[];
  meer: Partial<Record<BevindingSoort, number>>;
}

const vroegste = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

/** How many casussen were seen, and how many of them could not be read, with one more. */
export const telGezien = (
  { gezien, onleesbaar }: Pick<Lap, 'gezien' | 'onleesbaar'>,
  { soorten }: Blik,
): Pick<Lap, 'gezien' | 'onleesbaar'> => ({
  gezien: gezien + 1,
  onleesbaar: onleesbaar + Number(soorten.includes('casus-onleesbaar')),
});

export function metBlik(lap: Lap, blik: Blik): Lap {
  const oudste = vroegste(lap.oudsteBericht, blik.oudsteBericht);
  return {
    ...telGezien(lap, blik),
    telling: telOp(lap.telling, blik.telling),
    wachtendeBerichten: lap.wachtendeBerichten + blik.berichten,
    ...(oudste !== undefined && { oudsteBericht: oudste }),
  };
}

/** Nobody who can only be told in Teams, or by this bot, hears of these in time. */
const ZWIJGT_BIJ: ReadonlySet<BevindingSoort> = new Set(['termijn-gemist', 'casus-onleesbaar', 'niets-bezorgd']);

/** Whether the promise is being kept, as far as this instance can see: else the waakhond must hear nothing. */
export const wordtGewaakt = ({ bevindingen }: Toezichtstand, rondeIsRecent: boolean): boolean =>
  rondeIsRecent && !bevindingen.some(({ soort }) => ZWIJGT_BIJ.has(soort));
