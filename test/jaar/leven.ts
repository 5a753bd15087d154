/** The program as it runs through the year: rounds where there is work, and another start when it died. */
import type { Instant } from '../../src/kern/tijd/werkdagen.ts';
import type { VirtueleKlok } from '../../src/klok.ts';
import { binnen } from './binnen.ts';
import type { Schakelaar } from './fouten.ts';
import type { Klokwacht, TeLaat } from './klokwacht.ts';
import type { Ontvanger } from './ontvanger.ts';
import type { Programma } from './programma.ts';

const MEESTE_RONDEN = 500;
/** Real time for one step, which takes some milliseconds; the longest is a stop with a call that is never answered. */
const STAP_MS = 30_000;
const VAN_DE_OPSLAG = /de opslag|de API antwoordt 5/;

export interface Leven {
  /** Does this with the program, and what it has to send after it; when it dies meanwhile another takes its place. */
  doe(wat: string, werk: () => Promise<unknown>): Promise<void>;
  /** One round now. */
  ronde(): Promise<void>;
  /** Rounds at every moment that has work, until then. */
  verstrijkTot(doel: Instant): Promise<void>;
  /** Stops it as a deploy does, and starts it again. */
  herstart(): Promise<void>;
  teller: {
    ronden: number;
    mislukteRonden: number;
    gemisteCasussen: number;
    herstarts: number;
    hardeHerstarts: number;
  };
  teLaat: readonly TeLaat[];
}

export interface Levensdelen {
  programma: Programma;
  ontvanger: Ontvanger;
  klok: VirtueleKlok;
  klokwacht: Klokwacht;
  schakelaar: Schakelaar;
}

export function maakLeven({ programma, ontvanger, klok, klokwacht, schakelaar }: Levensdelen): Leven {
  const teller = { ronden: 0, mislukteRonden: 0, gemisteCasussen: 0, herstarts: 0, hardeHerstarts: 0 };
  const teLaat: TeLaat[] = [];
  const stap = <T>(wat: string, werk: Promise<T>): Promise<T> =>
    binnen(STAP_MS, wat, werk, () => `het is ${klok.nu()}, ${ontvanger.bezig()} posts zonder antwoord`);

  /** A start that fails is tried again by whoever runs it; that is not what the year is about. */
  async function zonderFouten(wat: string, werk: () => Promise<void>): Promise<void> {
    const was = schakelaar.aan;
    schakelaar.aan = false;
    await stap(wat, werk());
    schakelaar.aan = was;
  }

  /** False when the store failed, or the program died. */
  async function lukt(wat: string, werk: () => Promise<unknown>): Promise<boolean> {
    const winkel = programma.winkel();
    let goed = true;
    const gedaan = werk().catch((fout: unknown) => {
      if (!(fout instanceof Error && VAN_DE_OPSLAG.test(fout.message))) throw fout;
      goed = false;
    });
    await stap(wat, Promise.race([gedaan, winkel.gestorven]));
    if (!winkel.isDood()) await stap(`bezorgen na ${wat}`, Promise.race([programma.nu().bezorgd(), winkel.gestorven]));
    if (!winkel.isDood()) return goed;
    await stap('de laatste posts', ontvanger.rust());
    await zonderFouten('een start na een dood', programma.naDood);
    teller.hardeHerstarts += 1;
    return false;
  }

  async function ronde(): Promise<void> {
    const op = klok.nu();
    const heel = await lukt('een ronde', async () => {
      teller.gemisteCasussen += (await programma.nu().ronde()).mislukt;
    });
    if (heel) {
      teller.ronden += 1;
      teLaat.push(...klokwacht.naRonde(op));
    } else teller.mislukteRonden += 1;
  }

  return {
    teller,
    teLaat,
    ronde,
    doe: async (wat, werk) => void (await lukt(wat, werk)),
    async verstrijkTot(doel) {
      for (let keer = 0; ; keer++) {
        const wekOp = await programma.wekOp(doel);
        if (wekOp === undefined) break;
        if (keer > MEESTE_RONDEN) throw new Error(`er blijft iets staan op ${wekOp} (het is ${klok.nu()})`);
        if (wekOp > klok.nu()) klok.zet(wekOp);
        await ronde();
      }
      if (doel > klok.nu()) klok.zet(doel);
    },
    async herstart() {
      await zonderFouten('een herstart', programma.herstart);
      teller.herstarts += 1;
    },
  };
}
