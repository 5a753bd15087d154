import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
  type JWTPayload,
} from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { maakApiToegang } from '../../../src/adapters/http/api-toegang.ts';
import { leesConfig } from '../../../src/config.ts';
import { API_SLEUTELS, SLEUTEL } from '../../steun/toepassing.ts';

const TENANT = '66666666-7777-4888-9999-aaaaaaaaaaaa';
const AUDIENCE = 'api://overdracht';
const INHOUD: JWTPayload = {
  aud: AUDIENCE,
  iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
  azp: 'registratie-app',
  roles: ['overdracht.vt'],
};

let sleutel: CryptoKey;
let vreemd: CryptoKey;
let herken: ReturnType<typeof maakApiToegang>;
beforeAll(async () => {
  const paar = await generateKeyPair('RS256');
  sleutel = paar.privateKey;
  vreemd = (await generateKeyPair('RS256')).privateKey;
  const jwk = { ...(await exportJWK(paar.publicKey)), kid: 'k1', alg: 'RS256' };
  herken = maakApiToegang({
    sleutels: leesConfig({ API_SLEUTELS }).apiSleutels,
    entra: { audience: AUDIENCE, tenant: TENANT, sleutelbron: createLocalJWKSet({ keys: [jwk] }) },
  });
});

const token = (anders: JWTPayload = {}, met = sleutel, verloopt: string | number | null = '1h'): Promise<string> => {
  const jwt = new SignJWT({ ...INHOUD, ...anders }).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).setIssuedAt();
  return (verloopt === null ? jwt : jwt.setExpirationTime(verloopt)).sign(met);
};

describe('an Entra ID token', () => {
  test('with the app role acts as Veilig Thuis, under the name of the app', async () => {
    expect(await herken(`Bearer ${await token()}`)).toEqual({
      id: 'registratie-app',
      naam: 'registratie-app',
      kanaal: 'api',
      rollen: [{ rol: 'vt-medewerker' }],
    });
  });

  test('of version 1 has another issuer and another field for the app', async () => {
    const oud = await token({ iss: `https://sts.windows.net/${TENANT}/`, azp: undefined, appid: 'oude-app' });
    expect(await herken(`Bearer ${oud}`)).toMatchObject({ id: 'oude-app' });
  });

  test('from a clock that differs some minutes is as good as another', async () => {
    const nu = Math.floor(Date.now() / 1000);
    expect(await herken(`Bearer ${await token({ nbf: nu + 240 })}`)).toBeDefined();
    expect(await herken(`Bearer ${await token({}, sleutel, nu - 240)}`)).toBeDefined();
    expect(await herken(`Bearer ${await token({}, sleutel, nu - 330)}`)).toBeUndefined();
  });

  test.each<[string, JWTPayload]>([
    ['for another API', { aud: 'api://iets-anders' }],
    ['of another tenant', { iss: 'https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0' }],
    ['without a role', { roles: undefined }],
    ['with another role', { roles: ['overdracht.lezen'] }],
    ['with the role as a text', { roles: 'overdracht.vt' }],
    ['with the right in a scope of a user', { roles: undefined, scp: 'overdracht.vt' }],
    ['without an app', { azp: undefined }],
    ['that is not valid yet', { nbf: 4_102_444_800 }],
  ])('%s is nobody', async (_naam, anders) => {
    expect(await herken(`Bearer ${await token(anders)}`)).toBeUndefined();
  });

  test('that has expired, never expires, has another’s signature or none is nobody', async () => {
    const tokens = [
      await token({}, sleutel, 946_684_800),
      await token({}, sleutel, null),
      await token({}, vreemd),
      new UnsecuredJWT(INHOUD).setExpirationTime('1h').encode(),
      `${await token()}x`,
      'a.b.c',
    ];
    for (const bewijs of tokens) expect(await herken(`Bearer ${bewijs}`)).toBeUndefined();
  });

  test('stands beside the keys, that keep working', async () => {
    expect(await herken(`Bearer ${SLEUTEL}`)).toMatchObject({ id: 'regsysteem' });
    expect(await herken(undefined)).toBeUndefined();
  });
});

test('without API_AUDIENCE a good token is nobody', async () => {
  const alleenSleutels = maakApiToegang({ sleutels: [] });
  expect(await alleenSleutels(`Bearer ${await token()}`)).toBeUndefined();
});
