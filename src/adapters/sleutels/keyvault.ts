/** The keys of the content as versions of one secret in Azure Key Vault: a new version is a new key. */
import type { TokenCredential } from '@azure/identity';
import type { SecretClientOptions } from '@azure/keyvault-secrets';
import type { Sleutel } from '../../toepassing/bewijs/inhoudkluis.ts';

/** Bytes of a key for AES-256. */
const LENGTE = 32;

export interface KeyVault {
  /** Such as `https://NAAM.vault.azure.net`. */
  adres: string;
  geheim: string;
  /** Instead of the process's own (managed) identity. */
  identiteit?: TokenCredential;
  opties?: SecretClientOptions;
}

/** Newest version first, named by the version. Rejects with an Error in Dutch that says what to do. */
export async function leesKeyVault({ adres, geheim, identiteit, opties }: KeyVault): Promise<Sleutel[]> {
  // Imported here: who keeps the key elsewhere does not pay for a client that is never used.
  const [{ SecretClient }, { DefaultAzureCredential }] = await Promise.all([
    import('@azure/keyvault-secrets'),
    import('@azure/identity'),
  ]);
  const client = new SecretClient(adres, identiteit ?? new DefaultAzureCredential(), opties ?? {});
  const versies: { id: string; op: number }[] = [];
  const sleutels: Sleutel[] = [];
  try {
    for await (const { version, enabled, createdOn } of client.listPropertiesOfSecretVersions(geheim)) {
      if (version !== undefined && enabled !== false) versies.push({ id: version, op: createdOn?.getTime() ?? 0 });
    }
    for (const { id } of versies.toSorted((a, b) => b.op - a.op)) {
      const { value = '' } = await client.getSecret(geheim, { version: id });
      sleutels.push({ id, sleutel: Buffer.from(value, 'base64') });
    }
  } catch (oorzaak) {
    const reden = oorzaak instanceof Error ? oorzaak.message : String(oorzaak);
    throw new Error(
      `Het geheim "${geheim}" in ${adres} kan niet worden gelezen: ${reden}. Controleer INHOUD_KLUIS, en geef de ` +
        'identiteit van de bot de rol "Key Vault Secrets User" op die kluis.',
      { cause: oorzaak },
    );
  }
  const fout = sleutels.find(({ sleutel }) => sleutel.length !== LENGTE);
  if (fout || sleutels.length === 0) {
    throw new Error(
      `Het geheim "${geheim}" in ${adres} heeft ${fout ? `in versie ${fout.id} geen sleutel van ${LENGTE} bytes` : 'geen versie die aan staat'}. ` +
        'Maak een versie met: openssl rand -base64 32.',
    );
  }
  return sleutels;
}
