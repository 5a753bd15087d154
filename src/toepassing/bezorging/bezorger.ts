/** Sends the messages that were claimed with a decision, in the background, and writes down how each try ended (bouw.md §1, delivery). */
import type { Instant } from '../../kern/tijd/werkdagen.ts';
import type { Geclaimd } from '../casus/mutatie.ts';
import { foutVelden, type Omgeving } from '../omgeving.ts';
import { bijKlik, type Punt } from '../postvak/bundel.ts';
import { maakBezorgstand } from './bezorgstand.ts';
import { maakBundels } from './bundels.ts';
import { maakStopsein, slaapEcht, type Slaap } from './stopsein.ts';
import { isGenomen, maakVerzending } from './verzending.ts';

export interface Bezorger {
  /** Sends what was claimed, and what follows on it in the same casus, in the background; never rejects. */
  bezorg(geschreven: Geclaimd): void;
  /** Sends messages that waited for each other, one per addressee where there are many; in the background. */
  bundel(punten: readonly Punt[]): void;
  /** Counts other work that leads to sending as under way, so that a stop waits for it too. Logs when it fails. */
  volg(werk: Promise<unknown>): void;
  /** Resolves when everything under way has been sent and written down. */
  klaar(): Promise<void>;
  /** Since when every try has failed, once that is so long that something must be wrong here (bezorgstand.ts). */
  stilSinds(): Instant | undefined;
  /**
   * Begins nothing new, and resolves when all that is under way has been written down: a message without an answer after
   * five seconds as one that may have arrived. What was not sent yet waits in the store as if it had not been touched.
   */
  stop(): Promise<void>;
}

export function maakBezorger(omgeving: Omgeving, slaap: Slaap = slaapEcht): Bezorger {
  const { klok, log } = omgeving;
  const onderweg = new Set<Promise<void>>();
  const bezorgstand = maakBezorgstand(klok);
  const stopsein = maakStopsein(slaap);
  const verzending = maakVerzending({ omgeving, slaap, stopsein, bezorgstand });
  const verstuurBundels = maakBundels({ omgeving, stopsein, verzending });

  function volg(werk: Promise<unknown>, velden: Record<string, unknown> = {}): void {
    const gemeld = werk
      .then(
        () => undefined,
        (fout: unknown) => log.error({ ...velden, ...foutVelden(fout) }, 'werk op de achtergrond mislukt'),
      )
      .finally(() => onderweg.delete(gemeld));
    onderweg.add(gemeld);
  }

  async function allesOnderweg(): Promise<void> {
    while (onderweg.size > 0) await Promise.all(onderweg);
  }

  return {
    bezorg(geschreven) {
      if (isGenomen(geschreven)) {
        volg(verzending.verstuurReeks(geschreven, bijKlik), { casusnummer: geschreven.document.id });
      }
    },
    bundel(punten) {
      if (punten.length > 0) volg(verstuurBundels(punten));
    },
    volg: (werk) => volg(werk),
    klaar: allesOnderweg,
    stilSinds: () => bezorgstand.stilSinds(),
    stop: () => stopsein.stop(allesOnderweg),
  };
}
