/** Entra ID on this machine: publishes its keys, and makes the id_tokens that people come back with, or not quite. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';

export interface Entra {
  url: string;
  /** A key that is not published. */
  vreemd: CryptoKey;
  /** Replace claims; `undefined` takes one away. */
  token(claims: Record<string, unknown>, met?: CryptoKey | 'geen'): Promise<string>;
  sluit(): Promise<void>;
}

const maakSleutels = () => Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
/** Making RSA keys takes longer than a test does: once per process. */
let sleutels: ReturnType<typeof maakSleutels> | undefined;

export async function startEntra(tenant: string): Promise<Entra> {
  const [{ publicKey, privateKey }, vreemd] = await (sleutels ??= maakSleutels());
  const jwk = { ...(await exportJWK(publicKey)), use: 'sig', kid: 'entra' };
  const server = createServer((verzoek, antwoord) => {
    antwoord.statusCode = verzoek.url === `/${tenant}/discovery/v2.0/keys` ? 200 : 404;
    antwoord.setHeader('content-type', 'application/json');
    antwoord.end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    vreemd: vreemd.privateKey,
    async token(claims, met = privateKey) {
      const inhoud = Object.fromEntries(Object.entries(claims).filter(([, waarde]) => waarde !== undefined));
      if (met === 'geen') return new UnsecuredJWT(inhoud).encode();
      return new SignJWT(inhoud).setProtectedHeader({ alg: 'RS256', kid: 'entra' }).sign(met);
    },
    sluit: () =>
      new Promise((klaar) => {
        server.close(() => klaar());
        server.closeAllConnections();
      }),
  };
}
