/** The store in one SQLite file: the document as JSON text, and beside it the columns that are searched on. */
import Database from 'libsql';
import type { FaseNaam } from '../../kern/casus.ts';
import { pakIn, pakUit, type Opgeslagen } from '../../toepassing/casus/inpakken.ts';
import { OpslagFout, type CasusDocument, type Opslag, type Zoekvraag } from '../../toepassing/poorten.ts';
import {
  leegLog,
  neemSlot,
  openVerbinding,
  SQL_CONTROLE,
  transactie,
  type SqliteVerbinding,
} from './sqlite-verbinding.ts';

/** In the text of a document from which something was erased, whatever else stands there. */
const GEWIST_JSON = '"soort":"gewist"';

export const SQL_TE_WEKKEN = 'SELECT id FROM casus WHERE wek_op <= ? ORDER BY wek_op, id LIMIT ?';

const voorbereid = (db: SqliteVerbinding) => ({
  lees: db.prepare('SELECT etag, document FROM casus WHERE id = ?'),
  // A document that is not in the kring is not touched, so that it takes no longer than one that is not there.
  leesInKring: db.prepare(
    `SELECT etag, document FROM casus WHERE id = ?1 AND EXISTS
       (SELECT 1 FROM casus_team WHERE casus = ?1 AND team IN (SELECT value FROM json_each(?2)))`,
  ),
  maak: db.prepare(
    `INSERT INTO casus (gemeente, fase, teams, wek_op, vroegste_verval, document, id, etag)
     VALUES (?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT (id) DO NOTHING`,
  ),
  // The etag is compared as text: '1' and '01' are the same number but not the same etag.
  vervang: db.prepare(
    `UPDATE casus SET gemeente = ?, fase = ?, teams = ?, wek_op = ?, vroegste_verval = ?, document = ?, etag = etag + 1
     WHERE id = ? AND CAST(etag AS TEXT) = ?`,
  ),
  teamsWeg: db.prepare('DELETE FROM casus_team WHERE casus = ? AND team NOT IN (SELECT value FROM json_each(?))'),
  teamsErbij: db.prepare('INSERT OR IGNORE INTO casus_team (casus, team) SELECT ?, value FROM json_each(?)'),
  teWekken: db.prepare(SQL_TE_WEKKEN),
  leesRegister: db.prepare('SELECT etag, waarde FROM register WHERE naam = ?'),
  maakRegister: db.prepare('INSERT INTO register (waarde, naam, etag) VALUES (?, ?, 1) ON CONFLICT (naam) DO NOTHING'),
  vervangRegister: db.prepare(
    'UPDATE register SET waarde = ?, etag = etag + 1 WHERE naam = ? AND CAST(etag AS TEXT) = ?',
  ),
  controleLees: db.prepare('SELECT max(id) FROM casus'),
  controleSchrijf: db.prepare(SQL_CONTROLE),
});

/** Marks stand in the same table as teams; a team's key never starts with `#`. */
const alsLabel = (kenmerk: string): string => `#${kenmerk}`;

const IN_LIJST = 'IN (SELECT value FROM json_each(?))';
const VAN_EEN_VAN = `id IN (SELECT casus FROM casus_team WHERE team ${IN_LIJST})`;
/**
 * Tried on every casus in order of casusnummer this takes 7 s on 1,000,000 of them; the index of what is late holds all
 * that is asked. The plus keeps SQLite from the index of the fase, which would read each casus in it.
 */
const TE_LAAT = 'id IN (SELECT id FROM casus WHERE vroegste_verval <= ?)';
const TE_LAAT_IN_FASE = `id IN (SELECT id FROM casus WHERE vroegste_verval <= ? AND +fase ${IN_LIJST})`;

/** Looked up for each casus that comes by, in the order of the primary key: no list of all that carry it is made. */
const ZONDER = 'NOT EXISTS (SELECT 1 FROM casus_team WHERE casus_team.team = ? AND casus_team.casus = casus.id)';

/** The query for what is asked, and no more: a condition that is absent would keep SQLite from an index. */
export function zoekQuery(vraag: Zoekvraag): { sql: string; waarden: unknown[] } {
  const { casusnummer, gemeente, kenmerk, zonderKenmerk, vervallenOp, na, voor } = vraag;
  const deel = (sql: string, ...waarden: (string | undefined)[]) =>
    waarden.includes(undefined) ? [] : [{ sql, waarden }];
  const fasen = vraag.fasen && JSON.stringify(vraag.fasen);
  const teams = vraag.teams && JSON.stringify(vraag.teams);
  const delen = [
    ...deel('id = ?', casusnummer),
    ...deel('gemeente = ?', gemeente),
    ...deel(VAN_EEN_VAN, teams),
    ...deel(VAN_EEN_VAN, kenmerk && JSON.stringify([kenmerk].flat().map(alsLabel))),
    ...deel(ZONDER, zonderKenmerk && alsLabel(zonderKenmerk)),
    ...(vervallenOp === undefined
      ? deel(`fase ${IN_LIJST}`, fasen)
      : fasen === undefined
        ? deel(TE_LAAT, vervallenOp)
        : deel(TE_LAAT_IN_FASE, vervallenOp, fasen)),
    ...deel('id > ?', na),
    ...deel('id < ?', voor),
  ];
  const waar = delen.length ? ` WHERE ${delen.map(({ sql }) => sql).join(' AND ')}` : '';
  return {
    sql: `SELECT id, gemeente, fase, teams, vroegste_verval FROM casus${waar} ORDER BY id LIMIT ?`,
    waarden: [...delen.flatMap(({ waarden }) => waarden), vraag.maximum],
  };
}

/** Stands in the columns of a record that is no casus: they were made for casussen, and hold no NULL. */
const GEEN = '';

interface ZoekRij {
  id: string;
  gemeente: string;
  fase: FaseNaam | typeof GEEN;
  teams: string;
  vroegste_verval: string | null;
}

const volgende = (etag: string): { etag: string } => ({ etag: String(Number(etag) + 1) });

function openOfLaatLos(bestand: string, laatLos: () => void): SqliteVerbinding {
  try {
    return openVerbinding(bestand);
  } catch (fout) {
    laatLos();
    throw fout;
  }
}

export interface SqliteOpties {
  /** `:memory:` for one that is not kept. */
  bestand: string;
  /** For the server: refuses a file that another server has, and keeps others from it. */
  alleen?: boolean;
}

/**
 * Opens the store in this file and creates what is missing, the folder too.
 * Throws an Error in Dutch with the path and the remedy when the file cannot be opened or written.
 */
export function openSqlite({ bestand, alleen = false }: SqliteOpties): Opslag {
  const laatLos = alleen ? neemSlot(bestand) : () => undefined;
  const db = openOfLaatLos(bestand, laatLos);
  const sql = voorbereid(db);
  const zoekopdrachten = new Map<string, ReturnType<SqliteVerbinding['prepare']>>();
  let gesloten = false;
  let logTeLegen = false;

  // libsql answers from a prepared statement after close() too, so the store keeps count itself.
  const voer = async <T>(werk: () => T): Promise<T> => {
    if (gesloten) throw new Error('de opslag is gesloten');
    try {
      return werk();
    } catch (fout) {
      throw fout instanceof Database.SqliteError ? new OpslagFout(fout.code, fout) : fout;
    }
  };
  const kolommen = (document: CasusDocument, teams: string, tekst: string) => [
    document.gemeente ?? GEEN,
    document.fase ?? GEEN,
    teams,
    document.wekOp,
    document.vroegsteVerval,
    tekst,
    document.id,
  ];
  const schrijf = (
    document: CasusDocument,
    schrijfRij: (rij: ReturnType<typeof kolommen>) => { changes: number },
  ): boolean => {
    const json = JSON.stringify(document);
    const opgeslagen = pakIn(document, json);
    const tekst = opgeslagen === document ? json : JSON.stringify(opgeslagen);
    const geschreven = transactie(db, () => {
      const teams = JSON.stringify(document.teams);
      if (schrijfRij(kolommen(document, teams, tekst)).changes === 0) return false;
      const labels = JSON.stringify([...document.teams, ...document.kenmerken.map(alsLabel)]);
      sql.teamsWeg.run(document.id, labels);
      sql.teamsErbij.run(document.id, labels);
      return true;
    });
    // The log still holds what this write erased. When it cannot be emptied now, the next write tries again.
    logTeLegen ||= geschreven && json.includes(GEWIST_JSON);
    if (logTeLegen) logTeLegen = !leegLog(db);
    return geschreven;
  };

  return {
    lees: (casusnummer, kring) =>
      voer(() => {
        const labels = kring && JSON.stringify([...kring.teams, ...kring.kenmerken.map(alsLabel)]);
        const gevonden = labels === undefined ? sql.lees.get(casusnummer) : sql.leesInKring.get(casusnummer, labels);
        const rij = gevonden as { etag: number; document: string } | undefined;
        return rij && { waarde: pakUit(JSON.parse(rij.document) as Opgeslagen), etag: String(rij.etag) };
      }),
    maak: (document) => voer(() => (schrijf(document, (rij) => sql.maak.run(...rij)) ? { etag: '1' } : undefined)),
    vervang: (document, etag) =>
      voer(() => (schrijf(document, (rij) => sql.vervang.run(...rij, etag)) ? volgende(etag) : undefined)),
    teWekken: (nu, maximum) => voer(() => (sql.teWekken.all(nu, maximum) as { id: string }[]).map(({ id }) => id)),
    zoek: (vraag) =>
      voer(() => {
        const query = zoekQuery(vraag);
        const opdracht = zoekopdrachten.get(query.sql) ?? db.prepare(query.sql);
        zoekopdrachten.set(query.sql, opdracht);
        return (opdracht.all(...query.waarden) as ZoekRij[]).map((rij) => ({
          id: rij.id,
          gemeente: rij.gemeente === GEEN ? null : rij.gemeente,
          fase: rij.fase === GEEN ? null : rij.fase,
          teams: JSON.parse(rij.teams) as string[],
          vroegsteVerval: rij.vroegste_verval,
        }));
      }),
    leesRegister: <T>(naam: string) =>
      voer(() => {
        const rij = sql.leesRegister.get(naam) as { etag: number; waarde: string } | undefined;
        return rij && { waarde: JSON.parse(rij.waarde) as T, etag: String(rij.etag) };
      }),
    schrijfRegister: (naam, waarde, etag) =>
      voer(() => {
        const tekst = JSON.stringify(waarde);
        if (etag === undefined) return sql.maakRegister.run(tekst, naam).changes === 1 ? { etag: '1' } : undefined;
        return sql.vervangRegister.run(tekst, naam, etag).changes === 1 ? volgende(etag) : undefined;
      }),
    controleer: (alleenLezen = false) =>
      voer(() => {
        sql.controleLees.get();
        if (alleenLezen) return;
        sql.controleSchrijf.run();
        if (logTeLegen) logTeLegen = !leegLog(db);
      }),
    sluit: async () => {
      if (gesloten) return;
      gesloten = true;
      // Prepared statements keep the file open after close(), so SQLite does not tidy up the WAL by itself.
      try {
        db.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        db.close();
        laatLos();
      }
    },
  };
}
