import { CosmosClient, type ItemDefinition } from '@azure/cosmos';
import { CONTAINERS } from '../../src/adapters/opslag/cosmos-inrichting.ts';
import { startCosmosEmulator } from '../steun/cosmos-emulator.ts';
import { startFoutproxy } from '../steun/foutproxy.ts';
import { doodSuite } from './steun-dood.ts';

doodSuite('Cosmos DB', async () => {
  const emulator = await startCosmosEmulator();
  const proxy = await startFoutproxy(emulator);
  const pad = (naam: string): RegExp => new RegExp(`^/dbs/${naam}/`);
  const { endpoint, sleutel, agent } = emulator;
  const geschreven = (naam: string): number =>
    proxy.doorgangen.filter((een) => een.soort === 'schrijf' && pad(naam).test(een.pad)).length;
  /** Of each store, the writes before counting began: several are counted at once. */
  const eerder = new Map<string, number>();
  const client = new CosmosClient({ endpoint, key: sleutel, agent });
  return {
    env: (naam) => ({
      OPSLAG: 'cosmos',
      COSMOS_ENDPOINT: proxy.endpoint,
      COSMOS_SLEUTEL: sleutel,
      COSMOS_DATABASE: naam,
    }),
    async kopieer(van, naar, { oud, nieuw }) {
      const { database } = await client.databases.createIfNotExists({ id: naar });
      for (const soort of Object.values(CONTAINERS)) {
        const { container } = await database.containers.createIfNotExists(soort);
        const items = await client.database(van).container(soort.id).items.readAll<ItemDefinition>().fetchAll();
        for (const item of items.resources) {
          await container.items.create(JSON.parse(JSON.stringify(item).replaceAll(oud, nieuw)) as ItemDefinition);
        }
      }
    },
    async tel(naam, _bewoner, punt) {
      eerder.set(naam, geschreven(naam));
      if (!punt) return { gehouden: Promise.resolve() };
      const { gebeurd } = proxy.stoor(
        { wat: 'hang', gedaan: punt.moment === 'na' },
        { soort: 'schrijf', pad: pad(naam), na: punt.nr - 1, keer: 1 },
      );
      return { gehouden: gebeurd };
    },
    geteld: async (naam) => geschreven(naam) - (eerder.get(naam) ?? 0),
    async sluit() {
      client.dispose();
      await proxy.sluit();
      await emulator.stop();
    },
  };
});
