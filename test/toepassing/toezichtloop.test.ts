import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { maakToezichtloop, type Toezichtloop } from '../../src/toepassing/toezichtloop.ts';
import type { Toezicht } from '../../src/toepassing/toezicht.ts';

/** A turn of a minute, as with rounds of 15 s. */
const BEURT_MS = 60_000;

let gebeurd: string[];
/** How many looks each walk still takes; `fout` makes the next one fail. */
let blikken: number;
let fout: boolean;
let lus: Toezichtloop;

beforeEach(() => {
  vi.useFakeTimers();
  gebeurd = [];
  blikken = 1;
  fout = false;
  let nog = 0;
  const toezicht: Pick<Toezicht, 'begin' | 'kijk'> = {
    begin(alles) {
      gebeurd.push(`${seconde()} ${alles ? 'alles' : 'gericht'}`);
      nog = blikken;
    },
    async kijk() {
      if (fout) throw new Error('opslag weg');
      gebeurd.push(`${seconde()} kijk`);
      nog -= 1;
      return nog > 0;
    },
  };
  lus = maakToezichtloop({
    toezicht,
    beurtMs: BEURT_MS,
    naKijken: () => void gebeurd.push(`${seconde()} na`),
    bijFout: () => void gebeurd.push(`${seconde()} fout`),
  });
});
afterEach(async () => {
  await lus.stop();
  vi.useRealTimers();
});
const seconde = (): number => Math.round(performance.now() / 1000) - begin;
let begin = 0;
async function verstrijk(seconden: number): Promise<string[]> {
  await vi.advanceTimersByTimeAsync(seconden * 1000);
  return gebeurd.splice(0);
}
function start(): void {
  begin = Math.round(performance.now() / 1000);
  lus.start();
}

test('the first look comes when the round has had its chance; then a page a second, and rest until the next turn', async () => {
  blikken = 3;
  start();
  expect(await verstrijk(29)).toEqual([]);
  expect(await verstrijk(60)).toEqual(['30 alles', '30 kijk', '30 na', '31 kijk', '31 na', '32 kijk', '32 na']);
  expect((await verstrijk(1))[0]).toBe('90 gericht');
});

test('all casussen are walked once in fifteen turns', async () => {
  start();
  const begonnen = (await verstrijk(30 + 31 * 60)).filter((een) => !/kijk|na$/.test(een));
  expect(begonnen.filter((een) => een.endsWith('alles'))).toEqual(['30 alles', '930 alles', '1830 alles']);
  expect(begonnen).toHaveLength(32);
});

test('a walk that takes longer than a turn goes on, and what is late is looked at every turn in between', async () => {
  blikken = 150;
  start();
  const regels = await verstrijk(30 + 130);
  expect(regels.filter((een) => !/kijk|na$/.test(een))).toEqual(['30 alles', '90 gericht', '150 gericht']);
  expect(regels.filter((een) => een.endsWith('kijk'))).toHaveLength(131);
});

test('a look that fails is told and tried again the next turn; meanwhile nobody hears that it watches', async () => {
  start();
  await verstrijk(31);
  fout = true;
  expect(await verstrijk(120)).toEqual(['90 gericht', '90 fout', '150 gericht', '150 fout']);
  expect(lus.sinds()).toBeGreaterThan(120_000);
  fout = false;
  expect(await verstrijk(60)).toEqual(['210 gericht', '210 kijk', '210 na']);
  expect(lus.sinds()).toBeLessThan(2000);
});

test('asked for now, it walks over everything at once', async () => {
  blikken = 3;
  start();
  await lus.nu();
  expect(gebeurd.splice(0)).toEqual(['0 alles', '0 kijk', '0 na', '0 kijk', '0 na', '0 kijk', '0 na']);
});

test('stopped, it looks no more', async () => {
  start();
  await verstrijk(31);
  await lus.stop();
  expect(await verstrijk(3600)).toEqual([]);
});
