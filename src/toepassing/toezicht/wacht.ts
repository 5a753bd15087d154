/**
 * One instance at a time does a piece of work: a lease in a register of the store. Its number rises with each holder, and
 * whatever the holder writes is conditional on nobody having written since: one that wakes up late loses, and changes
 * nothing. The clocks of two instances may differ by a minute.
 */
import { KLOKVERSCHIL_MS } from '../../kern/klokverschil.ts';
import { verschuif, type Instant } from '../../kern/werkdagen.ts';
import type { Klok, Opslag } from '../poorten.ts';

/** As it stands in the register. */
export interface Beurtrol<T> {
  houder: string;
  nummer: number;
  tot: Instant;
  /** What the next holder goes on with, and the others may know. Small. */
  waarde?: T;
}

export interface Kijkje<T> {
  /** `nieuw`: this instance has just become the holder, and goes on where the one before it was. */
  rol: 'houder' | 'nieuw' | 'ander';
  /** Whether the holder did its work since this was asked before. */
  leeft: boolean;
  waarde: T | undefined;
}

export interface Wacht<T> {
  /** Whose turn it is; takes it when nobody has it. Rejects when the store cannot be read or written. */
  kijk(): Promise<Kijkje<T>>;
  /** Keeps it, and makes the turn longer. False when another has the turn by now: then nothing was written. */
  bewaar(waarde: T): Promise<boolean>;
  /** Lets another have the turn at once. */
  laatLos(): Promise<void>;
}

export interface WachtDelen {
  opslag: Pick<Opslag, 'leesRegister' | 'schrijfRegister'>;
  klok: Klok;
  register: string;
  /** Who this is. A holder of the same name is this one before it was started again. */
  houder: string;
  /** How long a turn lasts without {@link Wacht.bewaar}. */
  huurMs: number;
}

export function maakWacht<T>({ opslag, klok, register, houder, huurMs }: WachtDelen): Wacht<T> {
  let mijn: { etag: string; staat: Beurtrol<T> } | undefined;
  let gezien: string | undefined;

  /** Nobody has it, it ran out also by a clock that is behind, or it was given by a clock that was set back since. */
  const isVrij = (staat: Beurtrol<T>, nu: Instant): boolean =>
    staat.houder === houder ||
    staat.houder === '' ||
    verschuif(staat.tot, KLOKVERSCHIL_MS) < nu ||
    staat.tot > verschuif(nu, huurMs + KLOKVERSCHIL_MS);

  async function schrijf(staat: Beurtrol<T>, etag: string | undefined): Promise<boolean> {
    // What is written when the answer gets lost is not known: then it is read first.
    mijn = undefined;
    const geschreven = await opslag.schrijfRegister(register, staat, etag);
    if (geschreven) mijn = { ...geschreven, staat };
    return geschreven !== undefined;
  }

  return {
    async kijk() {
      const nu = klok.nu();
      if (mijn && mijn.staat.tot >= nu) return { rol: 'houder', leeft: true, waarde: mijn.staat.waarde };
      const gelezen = await opslag.leesRegister<Beurtrol<T>>(register);
      const staat = gelezen?.waarde;
      const eigen = mijn !== undefined && mijn.etag === gelezen?.etag;
      if (!staat || isVrij(staat, nu)) {
        const nummer = (staat?.nummer ?? 0) + (eigen ? 0 : 1);
        if (await schrijf({ ...staat, houder, nummer, tot: verschuif(nu, huurMs) }, gelezen?.etag))
          return { rol: eigen ? 'houder' : 'nieuw', leeft: true, waarde: staat?.waarde };
      }
      mijn = undefined;
      const leeft = gelezen?.etag !== gezien;
      gezien = gelezen?.etag;
      return { rol: 'ander', leeft, waarde: staat?.waarde };
    },
    async bewaar(waarde) {
      if (!mijn) return false;
      return schrijf({ ...mijn.staat, tot: verschuif(klok.nu(), huurMs), waarde }, mijn.etag);
    },
    async laatLos() {
      if (mijn) await schrijf({ ...mijn.staat, houder: '' }, mijn.etag);
      mijn = undefined;
    },
  };
}
