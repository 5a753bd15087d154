import { expect, test } from 'vitest';
import { leefJaar } from './jaar.ts';
import { gebreken } from './verslag.ts';
import { WEKEN } from './wensen.ts';

/** Ten seconds on a machine of its own. */
const LANGSTE_MS = 90_000;

test(
  'given weeks with faults, restarts and a jump of the clock, when a region lives, then the promise is kept',
  async () => {
    const uitslag = await leefJaar(WEKEN);
    expect(gebreken(uitslag)).toEqual([]);
    expect(uitslag.klaar).toBe(true);
    expect(uitslag.meldingen).toBe(WEKEN.meldingen);
    expect([uitslag.herstarts, uitslag.hardeHerstarts]).toEqual([2, 1]);
    expect([...uitslag.fouten.keys()].toSorted()).toEqual([
      'connector stuk-erna',
      'connector stuk-ervoor',
      'connector te-druk',
      'connector verboden',
      'connector verbroken',
      'connector zwijgt',
      'opslag erna',
      'opslag ervoor',
      'opslag lezen',
    ]);
    // What the promise is about happened: every step of the ladder, a wachtlijst, messages that came twice and were given up.
    for (const soort of ['termijn-herinnerd', 'termijn-verlopen', 'verloop-gemeld', 'termijn-opgeschaald'] as const)
      expect(uitslag.soorten.get(soort)).toBeGreaterThan(10);
    expect(uitslag.hoogsteWachtlijst).toBeGreaterThan(5);
    expect(uitslag.berichten.dubbelGemerkt).toBeGreaterThan(0);
    expect(uitslag.berichten.opgegeven).toBeGreaterThan(0);
    expect(uitslag.nagegaan).toBeGreaterThan(1000);
  },
  LANGSTE_MS,
);
