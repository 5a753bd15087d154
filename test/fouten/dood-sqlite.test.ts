import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { doodSuite } from './steun-dood.ts';

doodSuite('SQLite', async () => {
  const map = await mkdtemp(join(tmpdir(), 'dood-sqlite-'));
  const bestand = (naam: string): string => join(map, `${naam}.db`);
  return {
    env: (naam) => ({ OPSLAG: 'sqlite', SQLITE_BESTAND: bestand(naam) }),
    // A program that has stopped has left everything in this one file.
    async kopieer(van, naar, { oud, nieuw }) {
      await copyFile(bestand(van), bestand(naar));
      const db = new Database(bestand(naar));
      db.prepare('UPDATE register SET waarde = replace(waarde, ?, ?)').run(oud, nieuw);
      db.close();
    },
    // There is no wire to hold a write on: it is held around the store.
    async tel(_naam, bewoner, punt) {
      const gehouden = bewoner.gehouden();
      await bewoner.vraag('tel', punt);
      return { gehouden };
    },
    geteld: (_naam, bewoner) => bewoner.vraag('geteld'),
    sluit: () => rm(map, { recursive: true, force: true }),
  };
});
