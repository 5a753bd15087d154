import { expect, test } from 'vitest';
import { leefJaar, type Jaarwens } from './jaar.ts';
import { gebreken, verslag } from './verslag.ts';

/** Five weeks around Kerst and Nieuwjaar. */
const KORT: Jaarwens = {
  zaad: 20261225,
  van: '2026-12-07T00:00:00+01:00',
  dagen: 35,
  meldingen: 60,
  teams: 12,
  foutdeel: 0.03,
  overHttp: 0.2,
  binnenMs: 15_000,
  rasterUren: 6,
  druk: { van: 3, tot: 14 },
};

test('given weeks with faults, restarts and a jump of the clock, when a region lives, then the promise is kept', async () => {
  const uitslag = await leefJaar(KORT);
  process.stdout.write(`${verslag(uitslag)}\n`);
  expect(gebreken(uitslag)).toEqual([]);
  expect(uitslag.klaar).toBe(true);
  expect(uitslag.meldingen).toBe(60);
  expect([uitslag.herstarts, uitslag.hardeHerstarts]).toEqual([2, 1]);
});
