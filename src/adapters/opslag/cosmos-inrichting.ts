/** Connects to Cosmos DB and creates the database and its two containers where they are missing. */
import { once } from 'node:events';
import type { Container, ContainerRequest, CosmosClient, CosmosClientOptions, Plugin } from '@azure/cosmos';

export interface CosmosInstellingen {
  endpoint: string;
  /** The account key; without it the process's own (managed) identity is used. */
  sleutel?: string;
  database: string;
  /** For an endpoint with its own certificate or behind a proxy. */
  agent?: NonNullable<CosmosClientOptions['agent']>;
  /** Aborts when these milliseconds have passed; default by the real clock. */
  tijdslimiet?(milliseconden: number): AbortSignal;
  /** Is told what each request cost, in request units, and what it did (`read`, `replace`, `query` …). */
  verbruik?(bewerking: string, eenheden: number): void;
}

export interface Inrichting {
  client: CosmosClient;
  /**
   * To be given with every call, whose tries it limits together. The client's own limits add up to hours: it repeats a
   * read that hangs 120 times.
   */
  metTijdslimiet(): { abortSignal: AbortSignal };
  casussen: Container;
  register: Container;
}

/** A click must be answered before Teams gives up on it, after 5 to 15 s. */
const TIJDSLIMIET_MS = 10_000;
/** Containers that have to be made take longer. */
const STARTTIJD_MS = 60_000;

const inclusief = (...paden: string[]): ContainerRequest['indexingPolicy'] => ({
  indexingMode: 'consistent',
  automatic: true,
  includedPaths: paden.map((path) => ({ path })),
  excludedPaths: [{ path: '/*' }],
});

/**
 * Only what is queried is indexed: journal, inhoud and postvak are most of the document, and indexing them would make
 * every write dearer. Each ORDER BY is on one property, so its range index serves and no composite index is needed.
 */
export const CONTAINERS = {
  casussen: {
    id: 'casussen',
    partitionKey: { paths: ['/id'] },
    indexingPolicy: inclusief(
      '/id/?',
      '/casusnummer/?',
      '/wekOp/?',
      '/gemeente/?',
      '/fase/?',
      '/teams/[]/?',
      '/kenmerken/[]/?',
      '/vroegsteVerval/?',
    ),
  },
  register: { id: 'register', partitionKey: { paths: ['/id'] }, indexingPolicy: inclusief('/id/?') },
} as const satisfies Record<string, ContainerRequest>;

/** Rejects with an Error in Dutch with the endpoint and the remedy when the account cannot be reached or prepared. */
export async function richtIn({
  endpoint,
  sleutel,
  database,
  agent,
  tijdslimiet = (milliseconden) => AbortSignal.timeout(milliseconden),
  verbruik,
}: CosmosInstellingen): Promise<Inrichting> {
  // Imported here: who stores in SQLite does not pay 0.2 s at every start for a client that is never used.
  const { CosmosClient } = await import('@azure/cosmos');
  const client = new CosmosClient({
    endpoint,
    ...(sleutel === undefined ? { aadCredentials: await eigenIdentiteit() } : { key: sleutel }),
    ...(agent && { agent }),
    ...(verbruik && { plugins: [{ on: 'request' as const, plugin: verbruiksmeter(verbruik) }] }),
    userAgentSuffix: 'zicht-op-veiligheid-bot',
    connectionPolicy: { requestTimeout: TIJDSLIMIET_MS },
  });
  const metTijdslimiet = () => ({ abortSignal: tijdslimiet(TIJDSLIMIET_MS) });
  const richt = async (): Promise<Omit<Inrichting, 'client'>> => {
    const gevonden = (await client.databases.createIfNotExists({ id: database })).database;
    const maak = async (container: ContainerRequest) =>
      (await gevonden.containers.createIfNotExists(container)).container;
    return { casussen: await maak(CONTAINERS.casussen), register: await maak(CONTAINERS.register), metTijdslimiet };
  };
  try {
    return { client, ...(await binnen(tijdslimiet(STARTTIJD_MS), richt())) };
  } catch (oorzaak) {
    client.dispose();
    const reden = oorzaak instanceof Error ? oorzaak.message : String(oorzaak);
    // Entra ID roles of the data plane may read and write items but not create databases or containers.
    throw new Error(
      `Cosmos DB op ${endpoint} kan niet worden gebruikt: ${reden}. Controleer COSMOS_ENDPOINT en COSMOS_SLEUTEL; zonder ` +
        `sleutel heeft de identiteit van de bot de rol "Cosmos DB Built-in Data Contributor" nodig en moeten database ` +
        `"${database}" en de containers "casussen" en "register" (partitiesleutel /id) al bestaan.`,
      { cause: oorzaak },
    );
  }
}

/** The client's first look at the account takes no limit: it repeats that 120 times, however long each takes. */
async function binnen<T>(limiet: AbortSignal, werk: Promise<T>): Promise<T> {
  const teLaat = once(limiet, 'abort').then(() => {
    throw new Error('het antwoordt niet');
  });
  return Promise.race([werk, teLaat]);
}

/** Around every request on the wire, so that retries and refusals count too. */
function verbruiksmeter(verbruik: NonNullable<CosmosInstellingen['verbruik']>): Plugin<unknown> {
  const tel = (bewerking: string | undefined, koppen: unknown): void => {
    const kop = typeof koppen === 'object' && koppen !== null ? (koppen as Record<string, unknown>) : {};
    verbruik(bewerking ?? 'overig', Number(kop['x-ms-request-charge'] ?? 0) || 0);
  };
  return async (verzoek, _diagnose, volgende) => {
    try {
      const antwoord = await volgende(verzoek);
      tel(verzoek.operationType, antwoord.headers);
      return antwoord;
    } catch (fout) {
      tel(verzoek.operationType, fout instanceof Error && 'headers' in fout ? fout.headers : undefined);
      throw fout;
    }
  };
}

async function eigenIdentiteit(): Promise<NonNullable<CosmosClientOptions['aadCredentials']>> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential();
}
