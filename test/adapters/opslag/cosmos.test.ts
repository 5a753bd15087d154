import { CosmosClient } from '@azure/cosmos';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { naarId, openCosmos } from '../../../src/adapters/opslag/cosmos.ts';
import type { Opslag } from '../../../src/toepassing/poorten.ts';
import { startCosmosEmulator, type CosmosEmulator } from '../../steun/cosmos-emulator.ts';
import { contract } from './contract.ts';
import { NU, voorbeeld } from './voorbeeld.ts';

let emulator: CosmosEmulator;
let teller = 0;

beforeAll(async () => {
  emulator = await startCosmosEmulator();
});
afterAll(() => emulator.stop());

const open = (database: string): Promise<Opslag> => {
  const { endpoint, sleutel, agent } = emulator;
  return openCosmos({ endpoint, sleutel, agent, database });
};

contract('Cosmos DB', () => open(`contract-${++teller}`));

describe('the Cosmos DB account', () => {
  it('given an empty account, when the store is opened, then both containers exist and only what is searched on is indexed', async () => {
    const opslag = await open('inrichting');
    const { endpoint, sleutel, agent } = emulator;
    const client = new CosmosClient({ endpoint, key: sleutel, agent });
    const { resources } = await client.database('inrichting').containers.readAll().fetchAll();
    client.dispose();
    await opslag.sluit();
    const perNaam = Object.fromEntries(resources.map((container) => [container.id, container]));
    expect(Object.keys(perNaam).toSorted()).toEqual(['casussen', 'register']);
    expect(perNaam['casussen']?.partitionKey?.paths).toEqual(['/id']);
    expect(perNaam['register']?.partitionKey?.paths).toEqual(['/id']);
    const beleid = perNaam['casussen']?.indexingPolicy;
    expect(beleid?.excludedPaths).toEqual([{ path: '/*' }]);
    expect(beleid?.includedPaths?.map(({ path }) => path).toSorted()).toEqual([
      '/casusnummer/?',
      '/fase/?',
      '/gemeente/?',
      '/id/?',
      '/kenmerken/[]/?',
      '/teams/[]/?',
      '/vroegsteVerval/?',
      '/wekOp/?',
    ]);
  });

  it('given a store with a casus, when it is opened a second time, then nothing is created and the casus is there', async () => {
    const eerste = await open('tweemaal');
    const gemaakt = await eerste.maak(voorbeeld('VT-2026-0001'));
    emulator.verzoeken.length = 0;
    const tweede = await open('tweemaal');
    expect(emulator.verzoeken.filter((verzoek) => !verzoek.startsWith('GET '))).toEqual([]);
    expect(await tweede.lees('VT-2026-0001')).toStrictEqual({ waarde: voorbeeld('VT-2026-0001'), ...gemaakt });
    expect(await tweede.vervang(voorbeeld('VT-2026-0001', { wekOp: null }), gemaakt?.etag ?? '')).toBeDefined();
    expect(await eerste.vervang(voorbeeld('VT-2026-0001'), gemaakt?.etag ?? '')).toBeUndefined();
    await eerste.sluit();
    await tweede.sluit();
  });

  it('given an endpoint where nothing listens, when the store is opened, then the error says which and what to do', async () => {
    const dicht = await startCosmosEmulator();
    await dicht.stop();
    const opening = openCosmos({ endpoint: dicht.endpoint, sleutel: dicht.sleutel, database: 'dicht' });
    await expect(opening).rejects.toThrow(
      new RegExp(`Cosmos DB op ${dicht.endpoint}.*Controleer COSMOS_ENDPOINT en COSMOS_SLEUTEL`, 's'),
    );
  });

  it('given names that differ, then their ids differ, and an ordinary casusnummer is its own id', () => {
    expect(naarId('VT-2026-0012')).toBe('VT-2026-0012');
    expect(naarId('VT/12')).toBe('VT~2F12');
    expect(naarId('VT~2F12')).toBe('VT~7E2F12');
    expect(naarId('é')).toBe('~C3~A9');
    expect(naarId('')).toBeUndefined();
    expect(naarId('/'.repeat(500))).toBeUndefined();
  });
});

describe('what Cosmos DB is asked, counted on the wire', () => {
  let opslag: Opslag;
  let etag: string;
  const verbruikt: string[] = [];
  const pad = '/dbs/geteld/colls/casussen/docs';
  beforeAll(async () => {
    const { endpoint, sleutel, agent } = emulator;
    const verbruik = (bewerking: string, eenheden: number): void => void verbruikt.push(`${bewerking} ${eenheden}`);
    opslag = await openCosmos({ endpoint, sleutel, agent, database: 'geteld', verbruik });
    etag = (await opslag.maak(voorbeeld('VT-2026-0001')))?.etag ?? '';
    for (const nr of [2, 3, 4, 5]) await opslag.maak(voorbeeld(`VT-2026-000${nr}`));
  });
  afterAll(() => opslag.sluit());
  beforeEach(() => {
    emulator.verzoeken.length = 0;
    verbruikt.length = 0;
  });

  it('given a casus, when it is read, then that is one request, also when there is none', async () => {
    await opslag.lees('VT-2026-0001');
    await opslag.lees('VT-2026-9999');
    await opslag.lees('VT-2026-0001', { teams: ['niemand'], kenmerken: [] });
    expect(emulator.verzoeken).toEqual(['0001', '9999', '0001'].map((nummer) => `GET ${pad}/VT-2026-${nummer}`));
  });

  it('given a casus, when it is replaced, then that is one request; when that is lost, a look at whose it is too', async () => {
    expect(await opslag.vervang(voorbeeld('VT-2026-0001'), etag)).toBeDefined();
    expect(emulator.verzoeken.splice(0)).toEqual([`PUT ${pad}/VT-2026-0001`]);
    expect(await opslag.vervang(voorbeeld('VT-2026-0001'), etag)).toBeUndefined();
    expect(emulator.verzoeken).toEqual([`PUT ${pad}/VT-2026-0001`, `GET ${pad}/VT-2026-0001`]);
  });

  it('given more due casussen than asked for, when the round asks, then that is one page, and casussen are not read', async () => {
    expect(await opslag.teWekken(NU, 3)).toHaveLength(3);
    // The client asks the gateway for a query plan beside every query; it reads no items.
    expect(emulator.verzoeken.filter((verzoek) => !verzoek.startsWith('QUERYPLAN '))).toEqual([`QUERY ${pad}`]);
  });

  it('given no or more casussen than fit, when searched, then that is one page; no teams is no request', async () => {
    await opslag.zoek({ maximum: 2 });
    await opslag.zoek({ gemeente: 'nergens', maximum: 2 });
    await opslag.zoek({ teams: [], maximum: 2 });
    expect(emulator.verzoeken.filter((verzoek) => verzoek.startsWith('QUERY '))).toEqual([
      `QUERY ${pad}`,
      `QUERY ${pad}`,
    ]);
  });

  it('given what each request costs, then every one is told with what it did, a refused write too', async () => {
    await opslag.lees('VT-2026-0001');
    await opslag.vervang(voorbeeld('VT-2026-0002'), '"verlopen"');
    await opslag.teWekken(NU, 3);
    // The emulator charges 1 for whatever it is asked.
    expect(verbruikt).toHaveLength(emulator.verzoeken.length);
    expect(new Set(verbruikt)).toEqual(new Set(['read 1', 'replace 1', 'query 1']));
  });

  it('given a name no id can be made of, when it is read, then nothing is asked', async () => {
    expect(await opslag.lees('/'.repeat(500))).toBeUndefined();
    expect(emulator.verzoeken).toEqual([]);
  });
});
