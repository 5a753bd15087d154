/** Fills a SQLite store with copies of one casus that the real program made, each under a number of its own. */
import { execFileSync } from 'node:child_process';
import { openVerbinding, transactie } from '../../src/adapters/opslag/sqlite-verbinding.ts';
import { SJABLOON } from './streek.ts';

/** Seven digits: room for a million and some. */
export const nummer = (volgnr: number): string => `VT-2026-${String(volgnr).padStart(7, '0')}`;

const PER_TRANSACTIE = 50_000;
const REEKS = `WITH RECURSIVE reeks (n) AS (SELECT @van UNION ALL SELECT n + 1 FROM reeks WHERE n < @tot)`;
const NUMMER = `printf('VT-2026-%07d', n)`;
const BRON = `CASE WHEN n % @elke = 0 THEN @andere ELSE @bron END`;

export interface Vulling {
  /** The first number, and how many. */
  van: number;
  aantal: number;
  /** Every so many-th is a copy of another casus. */
  anders?: { elke: number; bron: string };
}

export function vul(bestand: string, { van, aantal, anders = { elke: 1, bron: SJABLOON } }: Vulling): void {
  const db = openVerbinding(bestand);
  // Only while filling: a measurement opens the file anew, as production does.
  db.pragma('synchronous = OFF');
  const casussen = db.prepare(
    `${REEKS} INSERT INTO casus (id, etag, gemeente, fase, teams, wek_op, vroegste_verval, document)
     SELECT ${NUMMER}, 1, gemeente, fase, teams, wek_op, vroegste_verval, replace(document, id, ${NUMMER})
     FROM reeks CROSS JOIN casus ON id = ${BRON}`,
  );
  const labels = db.prepare(
    `${REEKS} INSERT INTO casus_team (team, casus) SELECT team, ${NUMMER}
     FROM reeks CROSS JOIN casus_team ON casus = ${BRON}`,
  );
  for (let begin = van; begin < van + aantal; begin += PER_TRANSACTIE) {
    const waarden = {
      van: begin,
      tot: Math.min(begin + PER_TRANSACTIE, van + aantal) - 1,
      bron: SJABLOON,
      elke: anders.elke,
      andere: anders.bron,
    };
    transactie(db, () => {
      casussen.run(waarden);
      labels.run(waarden);
    });
  }
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  // Gigabytes that wait to be written would make the first commits of a measurement wait too.
  execFileSync('sync');
}
