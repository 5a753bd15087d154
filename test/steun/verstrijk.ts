/** Lets virtual time pass, as every harness with a clock of its own does it. */
import type { Instant } from '../../src/kern/tijd/werkdagen.ts';
import type { VirtueleKlok } from '../../src/klok.ts';
import type { Opslag } from '../../src/toepassing/poorten.ts';

/** No story has more moments between two of its lines. */
const MEESTE_RONDEN = 500;

export interface Tijdsverloop {
  opslag: Pick<Opslag, 'teWekken' | 'lees'>;
  klok: VirtueleKlok;
  ronde(): Promise<unknown>;
  /** What stays due for as long as it is broken: time does not wait for these. */
  behalve?: readonly string[];
}

/**
 * Moves the clock to an instant with a round at every moment that has work on the way, and one at the end. Rejects when
 * something stays due whatever the rounds do: what comes after it would then never have happened, and nobody would know.
 */
export async function verstrijk({ opslag, klok, ronde, behalve = [] }: Tijdsverloop, doel: Instant): Promise<void> {
  for (let keer = 0; ; keer++) {
    const due = await opslag.teWekken(doel, 1 + behalve.length);
    const eerste = due.find((casusnummer) => !behalve.includes(casusnummer));
    const wekOp = eerste === undefined ? undefined : (await opslag.lees(eerste))?.waarde.wekOp;
    if (!wekOp) break;
    if (keer === MEESTE_RONDEN)
      throw new Error(
        `na ${MEESTE_RONDEN} ronden (het is ${klok.nu()}, op weg naar ${doel}) staat ${eerste} nog op ${wekOp}`,
      );
    if (wekOp > klok.nu()) klok.zet(wekOp);
    await ronde();
  }
  klok.zet(doel);
  await ronde();
}
