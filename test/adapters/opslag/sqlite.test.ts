import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVerbinding, pragma } from '../../../src/adapters/opslag/sqlite-verbinding.ts';
import { openSqlite, SQL_TE_WEKKEN, zoekQuery } from '../../../src/adapters/opslag/sqlite.ts';
import type { CasusDocument, Opslag } from '../../../src/toepassing/poorten.ts';
import { contract } from './contract.ts';
import { NU, voorbeeld } from './voorbeeld.ts';

let map: string;
let teller = 0;
const nieuwBestand = (): string => join(map, `${++teller}`, 'overdracht.db');

beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'opslag-'));
});
afterAll(() => rmSync(map, { recursive: true, force: true }));

contract('SQLite', async () => openSqlite({ bestand: nieuwBestand() }));

describe('the SQLite file', () => {
  it('given a store was written and closed, when the file is opened again, then everything is there under the same etag', async () => {
    const bestand = nieuwBestand();
    const eerste = openSqlite({ bestand });
    const gemaakt = await eerste.maak(voorbeeld('VT-2026-0001'));
    const register = await eerste.schrijfRegister('koppelingen', { vt: 'kanaal' }, undefined);
    await eerste.sluit();

    const tweede = openSqlite({ bestand });
    expect(await tweede.lees('VT-2026-0001')).toStrictEqual({ waarde: voorbeeld('VT-2026-0001'), ...gemaakt });
    expect(await tweede.leesRegister('koppelingen')).toStrictEqual({ waarde: { vt: 'kanaal' }, ...register });
    expect(await tweede.teWekken(NU, 10)).toEqual(['VT-2026-0001']);
    expect(await tweede.vervang(voorbeeld('VT-2026-0001'), gemaakt?.etag ?? '')).toBeDefined();
    await tweede.sluit();
  });

  it('given a store was not closed, as after a crash, when the file is opened again, then what was written is there', async () => {
    const bestand = nieuwBestand();
    const gecrasht = openSqlite({ bestand });
    await gecrasht.maak(voorbeeld('VT-2026-0001'));
    const hersteld = openSqlite({ bestand });
    expect((await hersteld.lees('VT-2026-0001'))?.waarde).toStrictEqual(voorbeeld('VT-2026-0001'));
    await hersteld.sluit();
    await gecrasht.sluit();
  });

  it('given two stores on one file, when both replace the same casus, then the second one loses', async () => {
    const bestand = nieuwBestand();
    const [een, twee] = [openSqlite({ bestand }), openSqlite({ bestand })];
    const gemaakt = await een.maak(voorbeeld('VT-2026-0001'));
    expect(await twee.vervang(voorbeeld('VT-2026-0001', { wekOp: null }), gemaakt?.etag ?? '')).toBeDefined();
    expect(await een.vervang(voorbeeld('VT-2026-0001'), gemaakt?.etag ?? '')).toBeUndefined();
    await een.sluit();
    await twee.sluit();
  });

  it('given a store is closed, then all of it is in the one file and none in its write-ahead log', async () => {
    const bestand = nieuwBestand();
    const opslag = openSqlite({ bestand });
    await opslag.maak(voorbeeld('VT-2026-0001'));
    await opslag.sluit();
    const log = `${bestand}-wal`;
    expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
  });

  it('given a connection as the store opens it, then WAL, synchronous FULL and a wait for other writers are on', () => {
    const db = openVerbinding(nieuwBestand());
    expect(pragma(db, 'journal_mode')).toBe('wal');
    expect(pragma(db, 'synchronous')).toBe(2);
    expect(pragma(db, 'busy_timeout')).toBe(5_000);
    db.close();
  });

  it('given a connection as the store opens it, then what is deleted is overwritten', () => {
    const db = openVerbinding(nieuwBestand());
    expect(pragma(db, 'secure_delete')).toBe(1);
    db.close();
  });

  it('given the round asks who is due, then SQLite goes by the index of the alarm and sorts nothing', () => {
    const db = openVerbinding(nieuwBestand());
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${SQL_TE_WEKKEN}`).all(NU, 50) as { detail: string }[];
    expect(plan.map(({ detail }) => detail)).toEqual(['SEARCH casus USING COVERING INDEX casus_wek_op (wek_op<?)']);
    db.close();
  });

  it.each([{}, { na: 'VT-2026-0001' }, { fasen: ['triage' as const] }])(
    'given casussen with a passed term are asked for with %j, then SQLite looks at those alone',
    (vraag) => {
      const db = openVerbinding(nieuwBestand());
      const { sql, waarden } = zoekQuery({ ...vraag, vervallenOp: NU, maximum: 100 });
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...waarden) as { detail: string }[];
      const stappen = plan.map(({ detail }) => detail);
      expect(stappen).toContain('SEARCH casus USING COVERING INDEX casus_te_laat (vroegste_verval<?)');
      expect(stappen.filter((stap) => /^SCAN casus|\(id>\?\)/.test(stap))).toEqual([]);
      db.close();
    },
  );

  it('given a file of the first schema, when it is opened, then it is brought up to date and holds what it held', async () => {
    const bestand = nieuwBestand();
    const eerst = openSqlite({ bestand });
    await eerst.maak(voorbeeld('VT-2026-0001', { vroegsteVerval: NU }));
    await eerst.sluit();
    const db = openVerbinding(bestand);
    db.exec(`DROP INDEX casus_te_laat; CREATE INDEX casus_verval ON casus (vroegste_verval)
      WHERE vroegste_verval IS NOT NULL; PRAGMA user_version = 1`);
    db.close();
    const daarna = openSqlite({ bestand });
    expect(await daarna.zoek({ vervallenOp: NU, maximum: 10 })).toMatchObject([{ id: 'VT-2026-0001' }]);
    await daarna.sluit();
    const bijgewerkt = openVerbinding(bestand);
    expect(pragma(bijgewerkt, 'user_version')).toBe(3);
    bijgewerkt.close();
  });

  it('given an empty file or one in memory, then it is a new store', async () => {
    const bestand = join(map, 'leeg.db');
    writeFileSync(bestand, '');
    for (const nieuw of [bestand, ':memory:']) {
      const opslag = openSqlite({ bestand: nieuw });
      expect(await opslag.maak(voorbeeld('VT-2026-0001'))).toBeDefined();
      expect((await opslag.lees('VT-2026-0001'))?.waarde).toStrictEqual(voorbeeld('VT-2026-0001'));
      await opslag.sluit();
    }
  });

  it('given a path that cannot be a database file, when it is opened, then the error says which path and what to do', () => {
    const alMap = join(map, 'is-een-map.db');
    mkdirSync(alMap);
    const tekst = join(map, 'brief.txt');
    writeFileSync(tekst, 'Geachte heer, mevrouw, hierbij de notulen van het overleg. '.repeat(40));
    for (const pad of [alMap, join(tekst, 'onder', 'overdracht.db'), tekst]) {
      expect(() => openSqlite({ bestand: pad })).toThrow(pad);
      expect(() => openSqlite({ bestand: pad })).toThrow(/SQLITE_BESTAND een ander pad/);
    }
  });

  it('given a file that a newer version of the bot has written, when it is opened, then it is left alone', () => {
    const bestand = nieuwBestand();
    openVerbinding(bestand).close();
    const db = new Database(bestand);
    db.exec('PRAGMA user_version = 99');
    expect(() => openSqlite({ bestand })).toThrow(/nieuwere versie van de bot \(schema 99\)/);
    expect(pragma(db, 'user_version')).toBe(99);
    db.close();
  });
});

describe('erased text is in no file (domein.md §9)', () => {
  const MERK = 'Buurvrouw Merkteken hoorde geschreeuw';
  const sporen = (bestand: string): string[] =>
    ['', '-wal', '-shm'].filter((deel) => existsSync(bestand + deel) && readFileSync(bestand + deel).includes(MERK));
  const [begin] = voorbeeld('x').journaal;
  /** As long as a full dossier is, so that it takes several pages. */
  const met = (id: string, tekst: string, extra: CasusDocument['journaal'] = []): CasusDocument =>
    voorbeeld(id, {
      sleutels: [{ sleutel: 'vulling', vingerafdruk: tekst.repeat(300) }],
      journaal: [...(begin ? [begin] : []), ...extra],
    });
  const gewist = (id: string): CasusDocument =>
    met(id, 'weg', [
      {
        nr: 2,
        op: NU,
        vastgelegdOp: NU,
        door: { rol: 'klok', kanaal: 'klok' },
        bron: 'AVG art. 5',
        soort: 'gewist',
        gegevens: { totEnMet: 1, overdrachten: [] },
        keten: { hash: 'h' },
      },
    ]);
  const nummers = Array.from({ length: 8 }, (_, nr) => `VT-2026-${1000 + nr}`);

  async function vul(opslag: Opslag): Promise<void> {
    for (const nummer of nummers) await opslag.maak(met(nummer, MERK));
  }
  async function wis(opslag: Opslag): Promise<void> {
    for (const nummer of nummers) await opslag.vervang(gewist(nummer), (await opslag.lees(nummer))?.etag ?? '');
  }

  it('given casussen with text, when they are erased, then the open files hold none of it, nor after closing', async () => {
    const bestand = nieuwBestand();
    const opslag = openSqlite({ bestand });
    await vul(opslag);
    expect(sporen(bestand)).not.toEqual([]);
    await wis(opslag);
    expect(sporen(bestand)).toEqual([]);
    await opslag.sluit();
    expect(sporen(bestand)).toEqual([]);
  });

  it('given a crash right after the erasing, then the files hold none of it', async () => {
    const bestand = nieuwBestand();
    const gecrasht = openSqlite({ bestand });
    await vul(gecrasht);
    await wis(gecrasht);
    const hersteld = openSqlite({ bestand });
    expect(sporen(bestand)).toEqual([]);
    await hersteld.sluit();
    await gecrasht.sluit();
  });

  it('given another process is reading during the erasing, then the write is not held up, and the next one finishes it', async () => {
    const bestand = nieuwBestand();
    const opslag = openSqlite({ bestand });
    await vul(opslag);
    const lezer = new Database(bestand);
    lezer.exec('BEGIN');
    lezer.prepare('SELECT count(*) FROM casus').get();
    const begonnen = performance.now();
    await wis(opslag);
    expect(performance.now() - begonnen).toBeLessThan(4_000);
    expect(sporen(bestand)).not.toEqual([]);
    lezer.exec('ROLLBACK');
    lezer.close();
    await opslag.controleer();
    expect(sporen(bestand)).toEqual([]);
    await opslag.sluit();
  });

  it('control: given secure_delete is off, then the text is still in the file after erasing and closing', async () => {
    const bestand = nieuwBestand();
    const opslag = openSqlite({ bestand });
    await vul(opslag);
    await opslag.sluit();
    const db = new Database(bestand);
    db.pragma('secure_delete = OFF');
    db.prepare('UPDATE casus SET document = ?').run('{}');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    expect(sporen(bestand)).toEqual(['']);
  });

  it('given a file of before this, with erased text in its free pages, when it is opened, then that text is gone', async () => {
    const bestand = nieuwBestand();
    const eerder = openSqlite({ bestand });
    await vul(eerder);
    await eerder.sluit();
    const db = new Database(bestand);
    db.pragma('secure_delete = OFF');
    db.prepare('UPDATE casus SET document = ?').run(JSON.stringify(gewist('VT-2026-1000')));
    db.exec('PRAGMA user_version = 2');
    db.close();
    expect(sporen(bestand)).not.toEqual([]);
    const opslag = openSqlite({ bestand });
    await opslag.sluit();
    expect(sporen(bestand)).toEqual([]);
  });
});
