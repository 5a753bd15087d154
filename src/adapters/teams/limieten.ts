/**
 * Keeps every call to the connector under Teams' limits, so that no message is refused for coming too fast
 * (teams-feiten.md, Sending). Limits hold over every window, not only over those that start on the minute.
 */
import PQueue from 'p-queue';

/** At most `aantal` calls in any `perMs` milliseconds. */
export interface Venster {
  aantal: number;
  perMs: number;
}

export interface Grenzen {
  /** For posts and updates in one conversation, its threads included; these are also sent one at a time. */
  perGesprek: readonly Venster[];
  /** For every call. */
  perTenant?: Venster;
}

/**
 * Under 7 per second, 8 per 2 s, 60 per 30 s and 1800 per hour in a conversation, and under 50 per second in the tenant.
 * A call starts once the one before it was answered, so that of n + 1 in a row the last n start after the first was
 * received: n per window here is at most n + 1 on arrival, however long each is under way. The tenant's calls overlap;
 * a short window there spreads them, so that calls which arrive a little late meet few of the next window.
 */
export const TEAMS_GRENZEN: Grenzen = {
  perGesprek: [
    { aantal: 1798, perMs: 3_600_000 },
    { aantal: 58, perMs: 30_000 },
    { aantal: 3, perMs: 1_000 },
  ],
  perTenant: { aantal: 4, perMs: 84 },
};

/** For a client on this machine: in order, one at a time, and as fast as it goes. */
export const GEEN_GRENZEN: Grenzen = { perGesprek: [] };

/** Longer than this no call waits for its turn: whoever sends has claimed the message for a minute. */
export const LANGSTE_WACHT_MS = 25_000;

/** It is not this call's turn, and nothing was sent. `overMs`: when it may be tried again, each refused one in its own place. */
export class TeDruk extends Error {
  override readonly name = 'TeDruk';
  readonly overMs: number;
  constructor(overMs: number) {
    super('te druk');
    this.overMs = overMs;
  }
}

export interface Aanroep {
  /** Without its thread; absent for what is posted in no conversation. */
  gesprek?: string;
  /** Somebody waits for the answer: goes before messages. */
  voorrang: boolean;
}

export interface Limieten {
  /** Runs the call when it is its turn; rejects with {@link TeDruk} when that would take too long. */
  laatGaan<T>(aanroep: Aanroep, taak: () => Promise<T>): Promise<T>;
  /** Refuses messages that wait or come, which may be tried at once by another; calls under way and answers go on. */
  sluit(): void;
  /** How many conversations are kept in memory. */
  onthouden(): number;
}

/** The pace to reckon with is that of the windows up to here: longer ones are seldom full. */
const KORT_MS = 60_000;
const KORTSTE_UITSTEL_MS = 1_000;
const MARGE_MS = 1_000;

export function maakLimieten({ perGesprek, perTenant }: Grenzen): Limieten {
  const onthoudMs = Math.max(0, ...perGesprek.map(({ perMs }) => perMs));
  const maakGesprek = () => maakRij(perGesprek, { tegelijk: 1 });
  const maakTenant = () => maakRij(perTenant ? [perTenant] : [], {});
  let gesprekken = new Map<string, { rij: Rij; laatst: number }>();
  let tenant = maakTenant();
  let gesloten = false;
  const wachtend = new Set<AbortController>();
  const berichten = new Set<AbortController>();
  let laatst = 0;

  function opDeKlok(): number {
    const nu = Date.now();
    // The queues reckon by the clock of the machine. Set back, it would keep them waiting until it has caught up.
    if (nu < laatst - MARGE_MS) {
      gesprekken = new Map();
      tenant = maakTenant();
    }
    laatst = nu;
    return nu;
  }

  function rijVan(gesprek: string): Rij {
    const nu = opDeKlok();
    for (const [naam, oud] of gesprekken) {
      // The least recently used come first.
      if (oud.laatst + onthoudMs > nu || !oud.rij.leeg()) break;
      gesprekken.delete(naam);
    }
    const rij = gesprekken.get(gesprek)?.rij ?? maakGesprek();
    gesprekken.delete(gesprek);
    gesprekken.set(gesprek, { rij, laatst: nu });
    return rij;
  }

  return {
    onthouden: () => gesprekken.size,
    async laatGaan({ gesprek, voorrang }, taak) {
      if (gesloten && !voorrang) throw new TeDruk(0);
      const rij = gesprek === undefined ? undefined : rijVan(gesprek);
      // Whatever waits in a conversation waits for the tenant after that.
      const inRij = rij?.wachtend() ?? 0;
      const inTenant = wachtend.size;
      const wacht = Math.max(inRij * (rij?.tempoMs ?? 0), inTenant * tenant.tempoMs);
      if (!voorrang && wacht > LANGSTE_WACHT_MS) {
        throw new TeDruk(Math.max(rij?.beloof(inRij) ?? 0, tenant.beloof(inTenant)));
      }
      const afbreker = new AbortController();
      // Who came before has waited for as long, and is refused too.
      const wekker = setTimeout(
        () => afbreker.abort(new TeDruk(Math.max(rij?.beloof(0) ?? 0, tenant.beloof(0)))),
        LANGSTE_WACHT_MS,
      );
      wachtend.add(afbreker);
      if (!voorrang) berichten.add(afbreker);
      const klaarMetWachten = (): void => {
        clearTimeout(wekker);
        wachtend.delete(afbreker);
        berichten.delete(afbreker);
      };
      const opties = { voorrang, signaal: afbreker.signal };
      const naarTenant = () =>
        tenant.voegToe(() => {
          klaarMetWachten();
          return taak();
        }, opties);
      try {
        return await (rij ? rij.voegToe(naarTenant, opties) : naarTenant());
      } finally {
        klaarMetWachten();
      }
    },
    sluit() {
      gesloten = true;
      for (const afbreker of berichten) afbreker.abort(new TeDruk(0));
    },
  };
}

interface Rij {
  voegToe<T>(taak: () => Promise<T>, opties: { voorrang: boolean; signaal: AbortSignal }): Promise<T>;
  /** Milliseconds per call when it is full. */
  tempoMs: number;
  wachtend(): number;
  /** Milliseconds until a place after so many that wait and after everyone who was promised one; it is then taken. */
  beloof(naAantal: number): number;
  leeg(): boolean;
}

/** One queue per window, the longest outside: who has a place there is the next one inside. */
function maakRij(vensters: readonly Venster[], { tegelijk = Infinity }: { tegelijk?: number }): Rij {
  const buiten = new PQueue({ concurrency: tegelijk });
  const rijen = [
    buiten,
    ...vensters.map(
      ({ aantal, perMs }) => new PQueue({ concurrency: tegelijk, intervalCap: aantal, interval: perMs, strict: true }),
    ),
  ];
  const tempoMs = Math.max(0, ...vensters.filter(({ perMs }) => perMs <= KORT_MS).map((v) => v.perMs / v.aantal));
  let beloofdTot = 0;
  return {
    voegToe(taak, { voorrang, signaal }) {
      const keuze = { priority: voorrang ? 1 : 0, signal: signaal };
      let stap = taak;
      for (const rij of rijen.toReversed()) {
        const binnen = stap;
        stap = () => rij.add(binnen, keuze);
      }
      return stap();
    },
    tempoMs,
    wachtend: () => buiten.size,
    beloof(naAantal) {
      const nu = performance.now();
      beloofdTot = Math.max(beloofdTot, nu + naAantal * tempoMs) + tempoMs;
      return Math.max(KORTSTE_UITSTEL_MS, Math.ceil(beloofdTot - nu));
    },
    leeg: () => buiten.size + buiten.pending === 0,
  };
}
