/** An OpenID provider of our own over real HTTP, with RSA keys, that makes tokens as the Bot Framework does: or not quite. */
import { createPublicKey } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';

export const UITGEVER = 'https://api.botframework.com';

type Prive = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

export interface Token {
  /** Replace claims; `undefined` takes one away. */
  claims?: Record<string, unknown>;
  kop?: { alg?: string; kid?: string | undefined };
  /** Default the key that is published. */
  met?: Prive | Uint8Array;
}

export interface Aanbieder {
  /** All endpoints of the SDK at once: setting one drops every default. */
  eindpunten: ConfigurationBotFrameworkAuthenticationOptions;
  /** How it answers; `hang` does not. */
  gedrag: 'gewoon' | 'stuk' | 'hang';
  /** A key that is not published. */
  vreemdeSleutel: Prive;
  /** The public key in the forms that could be taken for a shared secret. */
  publiek: Record<'spki' | 'pkcs1' | 'modulus', Uint8Array>;
  /** An Authorization header: valid for a minute ago to an hour from now, for this bot and serviceUrl. */
  kop(voor: { aud: string; serviceurl: string }, token?: Token): Promise<string>;
  sluit(): Promise<void>;
}

export const nu = (): number => Math.floor(Date.now() / 1000);

/** The published keys, all the same but for what they are endorsed for. */
const SLEUTELS: Record<string, string[] | undefined> = {
  teams: ['skype', 'msteams'],
  webchat: ['webchat'],
  leeg: [],
  kaal: undefined,
};

const maakSleutels = () => Promise.all([generateKeyPair('RS256', { extractable: true }), generateKeyPair('RS256')]);
/** Making RSA keys takes longer than a test does: once per process. */
let sleutels: ReturnType<typeof maakSleutels> | undefined;

export async function startAanbieder(): Promise<Aanbieder> {
  const [{ publicKey, privateKey }, vreemd] = await (sleutels ??= maakSleutels());
  const jwk = await exportJWK(publicKey);
  const spki = await exportSPKI(publicKey);
  const tekst = (waarde: string): Uint8Array => new TextEncoder().encode(waarde);

  const server = createServer((verzoek, antwoord) => {
    if (aanbieder.gedrag === 'hang') return;
    antwoord.statusCode = aanbieder.gedrag === 'stuk' ? 500 : 200;
    antwoord.setHeader('content-type', 'application/json');
    const keys = Object.entries(SLEUTELS).map(([kid, endorsements]) => ({ ...jwk, use: 'sig', kid, endorsements }));
    antwoord.end(JSON.stringify(verzoek.url === '/keys' ? { keys } : { issuer: UITGEVER, jwks_uri: `${basis}/keys` }));
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const basis = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const aanbieder: Aanbieder = {
    eindpunten: {
      ValidateAuthority: false,
      ToChannelFromBotLoginUrl: basis,
      ToChannelFromBotOAuthScope: UITGEVER,
      ToBotFromChannelTokenIssuer: UITGEVER,
      OAuthUrl: basis,
      ToBotFromChannelOpenIdMetadataUrl: `${basis}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${basis}/openid`,
      CallerId: 'urn:botframework:azure',
    },
    gedrag: 'gewoon',
    vreemdeSleutel: vreemd.privateKey,
    publiek: {
      spki: tekst(spki),
      pkcs1: tekst(createPublicKey(spki).export({ type: 'pkcs1', format: 'pem' }).toString()),
      modulus: tekst(jwk.n ?? ''),
    },
    async kop(voor, { claims = {}, kop = {}, met = privateKey } = {}) {
      const alle = { iss: UITGEVER, ...voor, nbf: nu() - 60, exp: nu() + 3600, ...claims };
      const inhoud = Object.fromEntries(Object.entries(alle).filter(([, waarde]) => waarde !== undefined));
      const { alg = 'RS256', kid } = { kid: 'teams', ...kop };
      return `Bearer ${await new SignJWT(inhoud).setProtectedHeader({ alg, ...(kid && { kid }) }).sign(met)}`;
    },
    sluit: () =>
      new Promise((klaar) => {
        server.close(() => klaar());
        server.closeAllConnections();
      }),
  };
  return aanbieder;
}
