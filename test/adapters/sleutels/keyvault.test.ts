/** The real client of Azure Key Vault against a small vault of our own, over HTTPS. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, createServer } from 'node:https';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { leesKeyVault } from '../../../src/adapters/sleutels/keyvault.ts';

interface Versie {
  waarde: string;
  /** Seconds since 1970, as Key Vault gives it. */
  gemaakt: number;
  uit?: boolean;
}

/** The certificate of the Cosmos emulator will do for a vault on loopback. */
const CERTIFICAAT = dirname(createRequire(import.meta.url).resolve('@vercel/cosmosdb-server/package.json'));
const pem = (naam: string): Buffer => readFileSync(join(CERTIFICAAT, naam));

async function startKluis(versies: Record<string, Versie>, weigert = false) {
  const verzoeken: string[] = [];
  const server = createServer({ cert: pem('cert.pem'), key: pem('key.pem') }, (verzoek, antwoord) => {
    const adres = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const pad = new URL(verzoek.url ?? '', adres).pathname;
    const stuur = (status: number, inhoud: object, koppen = {}): void => {
      antwoord.writeHead(status, { 'content-type': 'application/json', ...koppen });
      antwoord.end(JSON.stringify(inhoud));
    };
    // As the real one: the first request is answered with which token it wants.
    if (verzoek.headers.authorization !== 'Bearer token-voor-de-kluis') {
      stuur(401, {}, { 'www-authenticate': `Bearer authorization="${adres}", resource="https://vault.azure.net"` });
      return;
    }
    verzoeken.push(pad);
    const kenmerken = ({ gemaakt, uit }: Versie) => ({ enabled: !uit, created: gemaakt, updated: gemaakt });
    const gevraagd = versies[pad.split('/')[3] ?? ''];
    if (weigert) stuur(403, { error: { code: 'Forbidden', message: 'Caller is not authorized' } });
    else if (pad === '/secrets/inhoud/versions') {
      const value = Object.entries(versies).map(([id, versie]) => ({
        id: `${adres}/secrets/inhoud/${id}`,
        attributes: kenmerken(versie),
      }));
      stuur(200, { value });
    } else if (gevraagd) {
      stuur(200, { value: gevraagd.waarde, id: `${adres}${pad}`, attributes: kenmerken(gevraagd) });
    } else stuur(404, { error: { code: 'SecretNotFound', message: 'not found' } });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const agent = new Agent({ rejectUnauthorized: false });
  onTestFinished(() => {
    agent.destroy();
    server.closeAllConnections();
    server.close();
  });
  return {
    verzoeken,
    lees: (geheim = 'inhoud') =>
      leesKeyVault({
        adres: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
        geheim,
        identiteit: {
          getToken: async () => ({ token: 'token-voor-de-kluis', expiresOnTimestamp: Date.now() + 600_000 }),
        },
        // Its domain is not Key Vault's own.
        opties: { agent, disableChallengeResourceVerification: true, retryOptions: { maxRetries: 0 } },
      }),
  };
}

const [oud, nieuw, uit] = [1, 2, 3].map(() => randomBytes(32)) as [Buffer, Buffer, Buffer];
const versie = (sleutel: Buffer, gemaakt: number, rest: Partial<Versie> = {}): Versie => ({
  waarde: sleutel.toString('base64'),
  gemaakt,
  ...rest,
});

test('every version that is on is a key named by that version, newest first', async () => {
  const kluis = await startKluis({ a1: versie(oud, 100), b2: versie(nieuw, 300), c3: versie(uit, 200, { uit: true }) });
  expect(await kluis.lees()).toEqual([
    { id: 'b2', sleutel: nieuw },
    { id: 'a1', sleutel: oud },
  ]);
  expect(kluis.verzoeken).not.toContain('/secrets/inhoud/c3');
});

test.each([
  ['a value that is no key', { a1: { waarde: 'welkom01', gemaakt: 1 } }, 'in versie a1 geen sleutel van 32 bytes'],
  ['no version that is on', { a1: versie(oud, 1, { uit: true }) }, 'geen versie die aan staat'],
])('%s is told with the secret and what to do, without the value', async (_naam, versies, tekst) => {
  const { lees } = await startKluis(versies);
  const fout = await lees().catch((reden: unknown) => reden);
  expect(String(fout)).toContain(tekst);
  expect(String(fout)).toContain('openssl rand -base64 32');
  expect(String(fout)).not.toContain('welkom01');
});

test('a vault that refuses is told with the role that is missing', async () => {
  const { lees } = await startKluis({ a1: versie(oud, 1) }, true);
  await expect(lees()).rejects.toThrow(/"inhoud".*kan niet worden gelezen.*INHOUD_KLUIS.*Key Vault Secrets User/s);
});
