/** On virtual time: `Date` and the timers are the test's, so that hours pass at once and every instant is exact. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  GEEN_GRENZEN,
  LANGSTE_WACHT_MS,
  maakLimieten,
  TEAMS_GRENZEN,
  TeDruk,
  type Aanroep,
  type Limieten,
} from '../../../src/adapters/teams/limieten.ts';
import { LIMIETEN, maakPoortwachter, type Limiet } from '../../steun/connector.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-23T08:30:00Z') }));
afterEach(() => void vi.useRealTimers());

const echteImmediate = globalThis.setImmediate;
/** Lets every promise go on; the fake timers' own way to do so waits a real millisecond for each timer. */
const adem = (): Promise<void> => new Promise((klaar) => echteImmediate(klaar));

const slaap = (ms: number): Promise<void> => new Promise((klaar) => setTimeout(klaar, ms));

/** A row that is the same every time, from 0 up to 1 (mulberry32). */
function toeval(zaad: number): () => number {
  let stand = zaad;
  return () => {
    stand = (stand + 0x6d2b79f5) | 0;
    let t = Math.imul(stand ^ (stand >>> 15), 1 | stand);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Uitslag {
  /** Seconds from the first call to the arrival of the last. */
  duur: number;
  overtredingen: number;
  aangekomen: number;
  meesteUitstel: number;
}

/** Sends all at once; who is refused comes back when told to. Each call is under way for a while before and after arriving. */
async function verstuur(
  limieten: Limieten,
  aanroepen: readonly Aanroep[],
  onderweg: () => number = () => 0,
): Promise<Uitslag> {
  const poortwachter = maakPoortwachter();
  const begin = Date.now();
  let [laatste, aangekomen, meesteUitstel] = [begin, 0, 0];
  const alle = aanroepen.map(async (aanroep) => {
    for (let uitstel = 0; ; uitstel++) {
      meesteUitstel = Math.max(meesteUitstel, uitstel);
      try {
        return await limieten.laatGaan(aanroep, async () => {
          await slaap(onderweg());
          poortwachter.komt(aanroep.gesprek);
          aangekomen += 1;
          laatste = Date.now();
          await slaap(onderweg());
        });
      } catch (fout) {
        if (!(fout instanceof TeDruk)) throw fout;
        await slaap(fout.overMs);
      }
    }
  });
  const stand = { klaar: false };
  void Promise.all(alle).then(() => (stand.klaar = true));
  for (await adem(); !stand.klaar; await adem()) vi.advanceTimersToNextTimer();
  return { duur: (laatste - begin) / 1_000, overtredingen: poortwachter.overtredingen(), aangekomen, meesteUitstel };
}

/** The least time, in seconds, in which these limits let so many through. */
function minimum(aantal: number, limieten: readonly Limiet[]): number {
  const tijden: number[] = [];
  for (let nr = 0; nr < aantal; nr++) {
    tijden.push(
      Math.max(0, ...limieten.map((limiet) => (tijden[nr - (limiet.aantal - 1)] ?? -Infinity) + limiet.perMs)),
    );
  }
  return (tijden.at(-1) ?? 0) / 1_000;
}

const naar = (gesprek: string, aantal: number): Aanroep[] =>
  Array.from({ length: aantal }, () => ({ gesprek, voorrang: false }));

describe('Teams’ limits hold over every window, and little more time is taken than they ask', () => {
  test.each([20, 60, 500])('%i messages to one conversation', async (aantal) => {
    const { duur, overtredingen, aangekomen } = await verstuur(maakLimieten(TEAMS_GRENZEN), naar('19:a', aantal));
    expect({ overtredingen, aangekomen }).toEqual({ overtredingen: 0, aangekomen: aantal });
    expect(duur).toBeLessThan(Math.max(1.1 * minimum(aantal, LIMIETEN.perGesprek), 8));
  });

  test('more than an hour allows', async () => {
    const { duur, overtredingen } = await verstuur(maakLimieten(TEAMS_GRENZEN), naar('19:a', 1_850));
    expect(overtredingen).toBe(0);
    expect(duur).toBeLessThan(1.1 * minimum(1_850, LIMIETEN.perGesprek));
  });

  test('a morning storm: 2,000 messages to 40 channels', async () => {
    const storm = Array.from({ length: 2_000 }, (_, nr) => ({ gesprek: `19:${nr % 40}`, voorrang: false }));
    const { duur, overtredingen, aangekomen, meesteUitstel } = await verstuur(maakLimieten(TEAMS_GRENZEN), storm);
    expect({ overtredingen, aangekomen }).toEqual({ overtredingen: 0, aangekomen: 2_000 });
    expect(duur).toBeLessThan(1.1 * minimum(2_000, LIMIETEN.perTenant));
    // Each is given a place of its own: coming back all at once would refuse most of them again and again.
    expect(meesteUitstel).toBeLessThanOrEqual(3);
  });

  test('in a conversation also when calls are under way for a long and changing time', async () => {
    const worp = toeval(7);
    const { overtredingen } = await verstuur(maakLimieten(TEAMS_GRENZEN), naar('19:a', 150), () => worp() * 900);
    expect(overtredingen).toBe(0);
  });

  test('control: without limits the same storm breaks them', async () => {
    const { overtredingen } = await verstuur(maakLimieten(GEEN_GRENZEN), naar('19:a', 20));
    expect(overtredingen).toBeGreaterThan(0);
  });
});

describe('who waits', () => {
  test('for an answer goes before messages, in the conversation and in the tenant', async () => {
    const limieten = maakLimieten(TEAMS_GRENZEN);
    const volgorde: string[] = [];
    const stuur = (naam: string, aanroep: Aanroep) => limieten.laatGaan(aanroep, async () => void volgorde.push(naam));
    const alle = [
      ...[1, 2, 3, 4, 5].map((nr) => stuur(`bericht ${nr}`, { gesprek: '19:a', voorrang: false })),
      stuur('antwoord', { gesprek: '19:a', voorrang: true }),
    ];
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all(alle);
    expect(volgorde.slice(0, 2)).toEqual(['bericht 1', 'antwoord']);
  });

  test('is told within half a minute that it is not its turn, so that its claim cannot run out while it waits', async () => {
    const limieten = maakLimieten(GEEN_GRENZEN);
    const gedaan: string[] = [];
    void limieten.laatGaan({ gesprek: '19:a', voorrang: false }, () => new Promise(() => {}));
    const tweede = limieten
      .laatGaan({ gesprek: '19:a', voorrang: false }, async () => void gedaan.push('verstuurd'))
      .catch((fout: unknown) => fout);
    await vi.advanceTimersByTimeAsync(LANGSTE_WACHT_MS);
    expect(await tweede).toBeInstanceOf(TeDruk);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(gedaan).toEqual([]);
  });

  test('is refused at a stop, while what is under way goes on, and who waits for an answer gets it', async () => {
    const limieten = maakLimieten(TEAMS_GRENZEN);
    const alle = naar('19:a', 5).map((aanroep) =>
      limieten.laatGaan(aanroep, () => slaap(5_000)).catch((fout: unknown) => fout),
    );
    await vi.advanceTimersByTimeAsync(1_000);
    limieten.sluit();
    await vi.advanceTimersByTimeAsync(5_000);
    const uitslagen = await Promise.all(alle);
    expect(uitslagen.map((uitslag) => uitslag instanceof TeDruk)).toEqual([false, true, true, true, true]);
    await expect(limieten.laatGaan({ voorrang: false }, () => Promise.resolve('laat'))).rejects.toThrow(TeDruk);
    expect(await limieten.laatGaan({ voorrang: true }, () => Promise.resolve('antwoord'))).toBe('antwoord');
  });
});

describe('what it remembers', () => {
  test('goes once a conversation has been quiet for as long as the longest limit looks back', async () => {
    const limieten = maakLimieten(TEAMS_GRENZEN);
    for (let nr = 0; nr < 100; nr++) await verstuur(limieten, naar(`19:${nr}`, 1));
    expect(limieten.onthouden()).toBe(100);
    await vi.advanceTimersByTimeAsync(3_600_000);
    await verstuur(limieten, naar('19:nieuw', 1));
    expect(limieten.onthouden()).toBe(1);
  });

  test('does not hold anything up when the clock of the machine is put back', async () => {
    const limieten = maakLimieten(TEAMS_GRENZEN);
    await verstuur(limieten, naar('19:a', 3));
    vi.setSystemTime(Date.now() - 86_400_000);
    const { duur } = await verstuur(limieten, naar('19:a', 3));
    expect(duur).toBeLessThan(2);
  });
});
