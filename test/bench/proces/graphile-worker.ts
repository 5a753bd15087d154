/** graphile-worker with its local queue and batched completion, which its documentation gives as the fastest. */
import { Logger, run, type Runner, type WorkerUtils, makeWorkerUtils } from 'graphile-worker';
import type { Pool } from 'pg';
import { beantwoord } from './antwoorder.ts';
import type { PeerOpdracht, PeerUitslag } from './peer.ts';
import { controleer, maakRijen } from './rijen.ts';

const TEGELIJK = 24;
const stil = new Logger(() => () => undefined);

let delen: { pool: Pool; utils: WorkerUtils; aantal: number; begin(): Promise<Runner> } | undefined;
let ronden = 0;
let begonnen = 0;

async function maak({ poort, aantal }: PeerOpdracht): Promise<NonNullable<typeof delen>> {
  const { pool, url } = await maakRijen(poort, 'bij_graphile', aantal);
  const utils = await makeWorkerUtils({ connectionString: url, logger: stil });
  await utils.migrate();
  const begin = (): Promise<Runner> =>
    run({
      logger: stil,
      preset: {
        worker: {
          connectionString: url,
          concurrentJobs: TEGELIJK,
          maxPoolSize: TEGELIJK + 4,
          pollInterval: 500,
          localQueue: { size: 500 },
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
        },
      },
      taskList: {
        async verloop(gegevens) {
          begonnen ||= performance.now();
          const { id } = gegevens as { id: number };
          await pool.query('UPDATE bij_graphile SET verlopen = verlopen + 1 WHERE id = $1', [id]);
        },
      },
      noHandleSignals: true,
    });
  return { pool, utils, aantal, begin };
}

async function eenRonde({ pool, aantal, begin }: NonNullable<typeof delen>): Promise<PeerUitslag> {
  ronden += 1;
  begonnen = 0;
  await pool.query(
    `SELECT count(*) FROM (SELECT graphile_worker.add_job('verloop', json_build_object('id', n)) FROM generate_series(1, ${aantal}) n) jobs`,
  );
  const runner = await begin();
  for (;;) {
    const { rows } = await pool.query<{ n: string }>('SELECT count(*) AS n FROM graphile_worker.jobs');
    if (Number(rows[0]?.n) === 0) break;
    await new Promise((verder) => setTimeout(verder, 5));
  }
  const ms = performance.now() - begonnen;
  await runner.stop();
  await controleer(pool, 'bij_graphile', aantal, ronden);
  return { ms };
}

beantwoord(
  async (vraag: PeerOpdracht | 'ronde'): Promise<PeerUitslag> => {
    if (vraag === 'ronde' && delen) return eenRonde(delen);
    delen = await maak(vraag as PeerOpdracht);
    return { ms: 0 };
  },
  async () => {
    await delen?.utils.release();
    await delen?.pool.end();
  },
);
