/** What every program here opens by the environment: the store, and the keys of the content. Only what is used is loaded. */
import type { CosmosInstellingen } from './adapters/opslag/cosmos-inrichting.ts';
import type { Config } from './config.ts';
import type { Sleutel } from './toepassing/bewijs/inhoudkluis.ts';
import { maakSleutelbos, type Sleutelbos } from './toepassing/bewijs/sleutelbos.ts';
import type { Opslag } from './toepassing/poorten.ts';

export const openOpslag = async (
  { opslag }: Pick<Config, 'opslag'>,
  { verbruik, alleen = false }: { verbruik?: CosmosInstellingen['verbruik']; alleen?: boolean } = {},
): Promise<Opslag> => {
  // The Cosmos DB client alone takes as long as everything else.
  if (opslag.soort === 'sqlite')
    return (await import('./adapters/opslag/sqlite.ts')).openSqlite({ bestand: opslag.bestand, alleen });
  const { endpoint, sleutel, database } = opslag;
  return (await import('./adapters/opslag/cosmos.ts')).openCosmos({
    endpoint,
    database,
    ...(sleutel && { sleutel }),
    ...(verbruik && { verbruik }),
  });
};

/** The first key encrypts: the vault's newest version where there is one. Of the vault new versions are seen while running. */
export const openKluis = async (
  { inhoud: { sleutels, kluis } }: Pick<Config, 'inhoud'>,
  bijFout?: (fout: unknown) => void,
): Promise<Sleutelbos> => {
  if (!kluis) return maakSleutelbos(sleutels);
  const { leesKeyVault } = await import('./adapters/sleutels/keyvault.ts');
  const lees = async (): Promise<Sleutel[]> => [...(await leesKeyVault(kluis)), ...sleutels];
  return maakSleutelbos(await lees(), { lees, ...(bijFout && { bijFout }) });
};
