/** The rows that the jobs of the PostgreSQL peers are about: as wide as the columns of ours that are searched on. */
import { Pool } from 'pg';

export async function maakRijen(poort: number, naam: string, aantal: number): Promise<{ pool: Pool; url: string }> {
  const url = `postgres://postgres@127.0.0.1:${poort}/postgres`;
  const pool = new Pool({ connectionString: url, max: 10 });
  await pool.query(`CREATE TABLE ${naam} (id integer PRIMARY KEY, verlopen integer NOT NULL DEFAULT 0)`);
  await pool.query(`INSERT INTO ${naam} (id) SELECT generate_series(1, ${aantal})`);
  return { pool, url };
}

/** Rejects unless every row was changed as often as there were rounds. */
export async function controleer(pool: Pool, naam: string, aantal: number, ronden: number): Promise<void> {
  const { rows } = await pool.query<{ n: string }>(`SELECT count(*) AS n FROM ${naam} WHERE verlopen = ${ronden}`);
  if (Number(rows[0]?.n) !== aantal) throw new Error(`${naam}: ${rows[0]?.n} of ${aantal} rows changed`);
}
