/** pg-boss: jobs fetched and completed by the thousand; each changes its row, or all of a batch do in one statement. */
import PgBoss from 'pg-boss';
import type { Pool } from 'pg';
import { beantwoord } from './antwoorder.ts';
import type { PeerOpdracht, PeerUitslag } from './peer.ts';
import { controleer, maakRijen } from './rijen.ts';

const RIJ = 'termijnen';
const PARTIJ = 1000;

let delen: { boss: PgBoss; pool: Pool; aantal: number } | undefined;
let ronden = 0;

beantwoord(
  async (vraag: PeerOpdracht | 'ronde' | 'ronde-per-partij'): Promise<PeerUitslag> => {
    if (typeof vraag === 'object' || !delen) {
      const { poort, aantal } = vraag as PeerOpdracht;
      const { pool, url } = await maakRijen(poort, 'bij_pg_boss', aantal);
      const boss = new PgBoss({ connectionString: url, max: 10, supervise: false, schedule: false });
      await boss.start();
      await boss.createQueue(RIJ);
      delen = { boss, pool, aantal };
      return { ms: 0 };
    }
    const { boss, pool, aantal } = delen;
    ronden += 1;
    await boss.insert(Array.from({ length: aantal }, (_, nr) => ({ name: RIJ, data: { id: nr + 1 } })));
    const begin = performance.now();
    for (;;) {
      const jobs = await boss.fetch<{ id: number }>(RIJ, { batchSize: PARTIJ });
      if (jobs.length === 0) break;
      const ids = jobs.map(({ data }) => data.id);
      if (vraag === 'ronde-per-partij') {
        await pool.query('UPDATE bij_pg_boss SET verlopen = verlopen + 1 WHERE id = ANY($1)', [ids]);
      } else {
        await Promise.all(
          ids.map((id) => pool.query('UPDATE bij_pg_boss SET verlopen = verlopen + 1 WHERE id = $1', [id])),
        );
      }
      await boss.complete(
        RIJ,
        jobs.map(({ id }) => id),
      );
    }
    const ms = performance.now() - begin;
    await controleer(pool, 'bij_pg_boss', aantal, ronden);
    return { ms };
  },
  async () => {
    await delen?.boss.stop({ graceful: false });
    await delen?.pool.end();
  },
);
