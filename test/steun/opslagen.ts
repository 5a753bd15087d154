/** Both stores, for tests of what must hold on either: a database of its own for each test on Cosmos DB. */
import { afterAll, beforeAll } from 'vitest';
import { openCosmos } from '../../src/adapters/opslag/cosmos.ts';
import { openSqlite } from '../../src/adapters/opslag/sqlite.ts';
import type { Opslag } from '../../src/toepassing/poorten.ts';
import { startCosmosEmulator, type CosmosEmulator } from './cosmos-emulator.ts';

/** For `describe.each`; the emulator lives as long as the tests of the file. */
export function beideOpslagen(naam: string): [string, () => Promise<Opslag>][] {
  let emulator: CosmosEmulator;
  let databases = 0;
  beforeAll(async () => {
    emulator = await startCosmosEmulator();
  });
  afterAll(() => emulator.stop());
  return [
    ['SQLite', async () => openSqlite({ bestand: ':memory:' })],
    [
      'Cosmos DB',
      () => {
        const { endpoint, sleutel, agent } = emulator;
        return openCosmos({ endpoint, sleutel, agent, database: `${naam}-${++databases}` });
      },
    ],
  ];
}
