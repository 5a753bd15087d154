import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Toezichthouder } from '../../src/toepassing/toezicht/toezichthouder.ts';
import { maakToezichtloop, type Toezichtloop } from '../../src/toepassing/toezicht/toezichtloop.ts';

/** A turn of a minute, as with rounds of 15 s. */
const BEURT_MS = 60_000;

let gebeurd: string[];
/** How many looks each walk still takes; `fout` makes the next one fail. */
let blikken: number;
let fout: boolean;
/** Whether somebody looks, and how many pages the last walk had. */
let gekeken: boolean;
let paginas: number | undefined;
let lus: Toezichtloop;

beforeEach(() => {
  vi.useFakeTimers();
  gebeurd = [];
  blikken = 1;
  fout = false;
  gekeken = true;
  paginas = undefined;
  let nog = 0;
  const toezicht: Pick<Toezichthouder, 'begin' | 'kijk' | 'paginas' | 'laatLos'> = {
    begin(alles) {
      gebeurd.push(`${seconde()} ${alles ? 'alles' : 'gericht'}`);
      if (alles) nog = blikken;
    },
    async kijk(overalErbij) {
      if (fout) throw new Error('opslag weg');
      gebeurd.push(`${seconde()} kijk${overalErbij ? '' : ' gericht'}`);
      if (overalErbij) nog -= 1;
      return { meer: false, overal: nog > 0, gekeken };
    },
    paginas: () => paginas,
    async laatLos() {
      gebeurd.push(`${seconde()} los`);
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

test('all casussen are walked once an hour', async () => {
  start();
  const begonnen = (await verstrijk(30 + 121 * 60)).filter((een) => !/kijk|na$/.test(een));
  expect(begonnen.filter((een) => een.endsWith('alles'))).toEqual(['30 alles', '3630 alles', '7230 alles']);
  expect(begonnen).toHaveLength(122);
});

test('given the walk before had 100 pages, then they are spread over the hour, and each turn has its own look', async () => {
  blikken = 100;
  paginas = 100;
  start();
  const regels = await verstrijk(30 + 3599);
  const overal = regels.filter((een) => een.endsWith('kijk')).map((een) => Number(een.split(' ')[0]));
  expect(overal).toHaveLength(100);
  expect(overal.slice(0, 3)).toEqual([30, 66, 102]);
  expect(overal.at(-1)).toBe(30 + 99 * 36);
  expect(regels.filter((een) => een.endsWith('gericht') && !een.includes('kijk'))).toHaveLength(59);
});

test('given more pages than an hour has seconds, then a page a second, and the walk takes longer', async () => {
  blikken = 10_000;
  paginas = 10_000;
  start();
  const regels = await verstrijk(30 + 3600);
  expect(regels.filter((een) => een.endsWith('kijk')).length).toBeLessThanOrEqual(3601);
  expect(regels.filter((een) => een.endsWith('kijk')).length).toBeGreaterThan(3500);
});

test('given another instance walks, then its look counts as one; when nobody looks, then it stands still', async () => {
  gekeken = false;
  start();
  const regels = await verstrijk(30 + 180);
  expect(regels.filter((een) => een.endsWith('na'))).toEqual([]);
  expect(lus.sinds()).toBeGreaterThanOrEqual(180_000);
  gekeken = true;
  await verstrijk(60);
  expect(lus.sinds()).toBeLessThanOrEqual(60_000);
});

test('a look that fails is told and tried again the next turn; meanwhile nobody hears that it watches', async () => {
  start();
  await verstrijk(31);
  fout = true;
  expect(await verstrijk(120)).toEqual(['90 gericht', '90 fout', '150 gericht', '150 fout']);
  expect(lus.sinds()).toBeGreaterThan(120_000);
  fout = false;
  expect(await verstrijk(60)).toEqual(['210 gericht', '210 kijk gericht', '210 na']);
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
  expect(await verstrijk(3600)).toEqual(['31 los']);
});
