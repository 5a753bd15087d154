/** Opens the SQLite file and brings its schema up to date; what is asked of it is in sqlite.ts. */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'libsql';
import { OpslagBezet } from '../../toepassing/poorten.ts';

export type SqliteVerbinding = Database.Database;

/** How long a write waits for another process's write; node stands still meanwhile. */
const WACHT_OP_SLOT_MS = 5_000;

/**
 * Step N brings a file from `user_version` N to N + 1; steps that were released are never changed.
 * The document comes last in its row: the columns before it are then read without its overflow pages.
 */
const SCHEMA: readonly string[] = [
  `CREATE TABLE casus (
     id TEXT PRIMARY KEY NOT NULL,
     etag INTEGER NOT NULL,
     gemeente TEXT NOT NULL,
     fase TEXT NOT NULL,
     teams TEXT NOT NULL,
     wek_op TEXT,
     vroegste_verval TEXT,
     document TEXT NOT NULL
   ) STRICT;
   CREATE INDEX casus_wek_op ON casus (wek_op, id) WHERE wek_op IS NOT NULL;
   CREATE INDEX casus_gemeente ON casus (gemeente, id);
   CREATE INDEX casus_fase ON casus (fase, id);
   CREATE INDEX casus_verval ON casus (vroegste_verval) WHERE vroegste_verval IS NOT NULL;
   CREATE TABLE casus_team (
     team TEXT NOT NULL,
     casus TEXT NOT NULL,
     PRIMARY KEY (team, casus)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX casus_team_casus ON casus_team (casus);
   CREATE TABLE register (
     naam TEXT PRIMARY KEY NOT NULL,
     etag INTEGER NOT NULL,
     waarde TEXT NOT NULL
   ) STRICT;
   CREATE TABLE controle (
     id INTEGER PRIMARY KEY CHECK (id = 1),
     teller INTEGER NOT NULL
   ) STRICT;`,
  // Which casussen have a passed term is answered from the index alone.
  `CREATE INDEX casus_te_laat ON casus (vroegste_verval, fase, id) WHERE vroegste_verval IS NOT NULL;
   DROP INDEX casus_verval;`,
  // Nothing in the tables: files of before this step are vacuumed, for they may hold erased text in free pages.
  '',
];
const GEEN_RESTEN_VANAF = 3;

/**
 * A real write, committed: one that is rolled back never reaches the disk, so a full disk would go unnoticed.
 * Its own table, so that it stands in nobody's way.
 */
export const SQL_CONTROLE =
  'INSERT INTO controle (id, teller) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET teller = teller + 1';

/** Runs the work as one transaction: all of it is on disk when this returns, or none of it when this throws. */
export function transactie<T>(db: SqliteVerbinding, werk: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const uitkomst = werk();
    db.exec('COMMIT');
    return uitkomst;
  } catch (fout) {
    // SQLite rolls back by itself on a full disk; a second ROLLBACK would fail and hide why.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw fout;
  }
}

/** The first value that a PRAGMA answers. */
export function pragma(db: SqliteVerbinding, naam: string): unknown {
  const rij = db.pragma(naam);
  return Array.isArray(rij) ? Object.values(rij[0] as object)[0] : undefined;
}

/**
 * Moves what the write-ahead log holds into the file and empties it, so that no older text is left in it. Waits for
 * nobody: `false` when it could not be emptied now, because another process reads or the disk is full.
 */
export function leegLog(db: SqliteVerbinding): boolean {
  db.pragma('busy_timeout = 0');
  try {
    return pragma(db, 'wal_checkpoint(TRUNCATE)') === 0;
  } catch (fout) {
    if (fout instanceof Database.SqliteError) return false;
    throw fout;
  } finally {
    db.pragma(`busy_timeout = ${WACHT_OP_SLOT_MS}`);
  }
}

function zetOp(db: SqliteVerbinding): void {
  transactie(db, () => {
    // Read inside the transaction: two processes may meet on a new file.
    const versie = Number(pragma(db, 'user_version'));
    if (versie > SCHEMA.length) {
      throw new Error(`het is geschreven door een nieuwere versie van de bot (schema ${versie})`);
    }
    for (const stap of SCHEMA.slice(versie)) db.exec(stap);
    db.exec(`PRAGMA user_version = ${SCHEMA.length}`);
    db.exec(SQL_CONTROLE);
  });
}

/**
 * Opens or creates the file (`:memory:` for one that is never kept), with its folder, and proves that it can be written.
 * Throws an Error in Dutch with the path and the remedy when it cannot.
 */
export function openVerbinding(bestand: string): SqliteVerbinding {
  const pad = bestand === ':memory:' ? bestand : resolve(bestand);
  let db: SqliteVerbinding | undefined;
  try {
    if (pad !== ':memory:') mkdirSync(dirname(pad), { recursive: true });
    db = new Database(pad);
    db.pragma(`busy_timeout = ${WACHT_OP_SLOT_MS}`);
    db.pragma('journal_mode = WAL');
    const modus = pragma(db, 'journal_mode');
    if (modus !== 'wal' && modus !== 'memory') throw new Error(`WAL wordt niet ondersteund, wel ${String(modus)}`);
    // Retention erases text from a document (domein.md §9); without this its bytes stay in the file.
    db.pragma('secure_delete = ON');
    const versie = Number(pragma(db, 'user_version'));
    // Before the new version is noted, so that a crash halfway does it again.
    if (versie > 0 && versie < GEEN_RESTEN_VANAF) db.exec('VACUUM');
    // FULL: a decision that was answered with "vastgelegd" survives a power cut, not only a crash of the process.
    db.pragma('synchronous = FULL');
    zetOp(db);
    return db;
  } catch (oorzaak) {
    db?.close();
    throw onbruikbaar(pad, oorzaak);
  }
}

function onbruikbaar(pad: string, oorzaak: unknown): Error {
  const reden = oorzaak instanceof Error ? oorzaak.message : String(oorzaak);
  return new Error(
    `SQLite-bestand ${pad} kan niet worden geopend of beschreven: ${reden}. Zorg dat het een bestand van deze bot is, ` +
      'dat dit proces in de map mag schrijven en dat de schijf niet vol is, of geef met SQLITE_BESTAND een ander pad.',
    { cause: oorzaak },
  );
}

/**
 * Keeps this file for one process, and gives what lets it go again. The lock is SQLite's own, on a file beside it: the
 * operating system takes it off when the process dies, however it dies, and readers of the store are not in its way.
 * Throws {@link OpslagBezet} when another process has it, and an Error as openVerbinding does when it cannot be made.
 */
export function neemSlot(bestand: string): () => void {
  if (bestand === ':memory:') return () => undefined;
  const pad = resolve(bestand);
  let slot: SqliteVerbinding | undefined;
  try {
    mkdirSync(dirname(pad), { recursive: true });
    slot = new Database(`${pad}-slot`);
    slot.pragma('busy_timeout = 0');
    slot.exec('BEGIN EXCLUSIVE');
  } catch (oorzaak) {
    slot?.close();
    if (!(oorzaak instanceof Database.SqliteError) || oorzaak.code !== 'SQLITE_BUSY') throw onbruikbaar(pad, oorzaak);
    throw new OpslagBezet(
      `SQLite-bestand ${pad} is al in gebruik door een ander proces van de bot. Stop dat proces eerst, of geef met ` +
        'SQLITE_BESTAND een ander pad. Meer processen tegelijk kan alleen met OPSLAG=cosmos.',
      { cause: oorzaak },
    );
  }
  const gehouden = slot;
  return () => {
    // close() alone does not end the transaction.
    if (gehouden.inTransaction) gehouden.exec('ROLLBACK');
    gehouden.close();
  };
}
