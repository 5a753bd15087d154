/** The years that are lived: the whole one, some weeks for the suite, and some days for its controls. */
import type { Opslag } from '../../src/toepassing/poorten.ts';
import { ALLES, ZELDEN_STIL, type Connectorfout, type Foutkansen } from './fouten.ts';

export interface Jaarwens {
  zaad: number;
  van: string;
  dagen: number;
  meldingen: number;
  teams: number;
  fouten: Foutkansen;
  /** The part of what people do that goes over real HTTP: clicks and API. */
  overHttp: number;
  /** Real time after which it stops where it is. */
  binnenMs: number;
  /** A round runs this often where nothing calls for one; the real one every 15 s. */
  rasterUren: number;
  /** Days of the year in which VT cannot keep up. */
  druk: { van: number; tot: number };
  /** For a control: breaks something on purpose. */
  sabotage?: { connector?: (samenvatting: string) => Connectorfout | undefined; opslag?: (opslag: Opslag) => Opslag };
}

export const heelJaar = (zaad: number, minuten: number): Jaarwens => ({
  zaad,
  van: '2026-01-05T00:00:00+01:00',
  dagen: 365,
  meldingen: 8_000,
  teams: 200,
  fouten: { connector: 0.01, opslag: 0.01, soorten: ZELDEN_STIL },
  overHttp: 0.1,
  // The rest is for what must still arrive, and the report.
  binnenMs: minuten * 57_000,
  rasterUren: 1,
  druk: { van: 20, tot: 62 },
});

/** Five weeks around Kerst and Nieuwjaar. */
export const WEKEN: Jaarwens = {
  zaad: 20261225,
  van: '2026-12-07T00:00:00+01:00',
  dagen: 35,
  meldingen: 60,
  teams: 12,
  fouten: { connector: 0.12, opslag: 0.03, soorten: ALLES },
  overHttp: 0.2,
  binnenMs: 80_000,
  rasterUren: 8,
  druk: { van: 3, tot: 14 },
};

/** Nobody answers in time, and nothing goes wrong by itself. */
export const DAGEN: Jaarwens = {
  ...WEKEN,
  dagen: 16,
  meldingen: 8,
  teams: 3,
  fouten: { connector: 0, opslag: 0, soorten: ALLES },
  overHttp: 0,
  rasterUren: 12,
  druk: { van: 0, tot: 16 },
};
