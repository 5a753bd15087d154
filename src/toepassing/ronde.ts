/** The round: whatever `wekOp` says is due, and nothing else. A rerun is harmless; a failing casus stops no other. */
import { beslisKlok } from '../kern/beslis.ts';
import type { Instant } from '../kern/werkdagen.ts';
import type { Bezorger } from './bezorger.ts';
import { KLOK, muteer } from './mutatie.ts';
import type { Omgeving } from './omgeving.ts';

const PAGINA = 200;
const TEGELIJK = 8;

export interface RondeUitslag {
  gewekt: number;
  mislukt: number;
}

export interface Ronde {
  /** Deals with everything that is due now. Rejects only when the store cannot be asked what is due. */
  loop(): Promise<RondeUitslag>;
  /** When the last whole round ended; `undefined` before the first. */
  laatste(): Instant | undefined;
}

export function maakRonde(omgeving: Omgeving, bezorger: Bezorger): Ronde {
  let laatste: Instant | undefined;

  async function wek(casusnummer: string): Promise<boolean> {
    try {
      const uitkomst = await muteer(omgeving, {
        casusnummer,
        beslis: (casus, nu) =>
          casus ? beslisKlok(casus, { ...omgeving.regels(), nu, door: KLOK }) : { onbekend: true },
      });
      if (uitkomst.soort === 'geschreven') bezorger.bezorg(uitkomst, uitkomst.claim);
      return true;
    } catch (fout) {
      omgeving.log.error({ casusnummer, fout: String(fout) }, 'casus in de ronde mislukt');
      return false;
    }
  }

  return {
    laatste: () => laatste,
    async loop() {
      const gezien = new Set<string>();
      let mislukt = 0;
      for (;;) {
        // Casussen that failed stay due; asking for more than those keeps them from hiding the rest.
        const due = await omgeving.opslag.teWekken(omgeving.klok.nu(), PAGINA + mislukt);
        const werk = due.filter((casusnummer) => !gezien.has(casusnummer));
        for (const casusnummer of werk) gezien.add(casusnummer);
        const wachtrij = [...werk];
        const werker = async (): Promise<void> => {
          for (let volgende = wachtrij.shift(); volgende !== undefined; volgende = wachtrij.shift()) {
            if (!(await wek(volgende))) mislukt += 1;
          }
        };
        await Promise.all(Array.from({ length: TEGELIJK }, werker));
        if (werk.length === 0) break;
      }
      laatste = omgeving.klok.nu();
      return { gewekt: gezien.size, mislukt };
    },
  };
}
