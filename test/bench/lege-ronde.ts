/** A round in which nothing is due among 1,000,000 open casussen, beside the bare query that it asks. */
import { join } from 'node:path';
import { deel as percentiel, kort, metSpreiding, reeks, wissel, type Omstandigheden } from './meetronden.ts';
import { start } from './proces.ts';
import type { LegeRonden } from './proces/onze-ronde.ts';
import { gevuldeOpslag } from './ronde.ts';
import type { Verslag } from './verslag.ts';

const OPEN = 1_000_000;
const PER_RONDE = 500;

export async function legeRonde({ map, ronden, deel }: Omstandigheden): Promise<Verslag> {
  const proces = await start('onze-ronde', await gevuldeOpslag(join(map, 'open'), OPEN / deel, 0));
  try {
    // The process takes them in turns by itself; one contender here, so that both get the same rounds.
    const reeksen = await wissel(
      [
        {
          naam: 'both',
          async ronde() {
            const uit = await proces.vraag<LegeRonden>({ leeg: PER_RONDE });
            return {
              'round p50': percentiel(uit.ronde, 0.5),
              'round p99': percentiel(uit.ronde, 0.99),
              'query p50': percentiel(uit.vloer, 0.5),
              'query p99': percentiel(uit.vloer, 0.99),
              requests: uit.verzoeken,
            };
          },
        },
      ],
      ronden,
    );
    const van = (wat: string): number[] => reeks(reeksen, 'both', wat);
    const meeste = Math.max(...van('requests'));
    const traagste = Math.max(...van('round p99'));
    return {
      kop: ['', 'p50 ms', 'p99 ms'],
      rijen: [
        ['idle round', metSpreiding(van('round p50')), metSpreiding(van('round p99'))],
        ['one indexed query', metSpreiding(van('query p50')), metSpreiding(van('query p99'))],
      ],
      doelen: [
        { doel: 'one store request', gemeten: kort(meeste), gehaald: meeste === 1 },
        { doel: 'under 5 ms', gemeten: `${kort(traagste)} (highest p99)`, gehaald: traagste < 5 },
      ],
      noten: [
        `${ronden} rounds of ${PER_RONDE} idle rounds, each followed by the bare query, in one process; ${kort(OPEN)} open casussen, each with an alarm later on.`,
      ],
    };
  } finally {
    await proces.stop();
  }
}
