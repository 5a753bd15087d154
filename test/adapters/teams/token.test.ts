/** Tokens as the Bot Framework makes them, or not quite, with keys and an OpenID provider of our own over real HTTP. */
import { base64url, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { nu, UITGEVER, type Token } from '../../steun/openid.ts';
import {
  ANNA,
  bericht,
  installatie,
  inzending,
  kanaalbericht,
  klik,
  PERSOONLIJK,
  TENANT,
  toegevoegd,
  type Activiteit,
} from '../../steun/teams.ts';
import { APP, stelMetTokensOp, type TokenOpstelling } from './token-opstelling.ts';

let op: TokenOpstelling;
let dienst: string;
const consoles = (['error', 'warn', 'log', 'info', 'debug'] as const).map((soort) => vi.spyOn(console, soort));
const uitvoer = [...consoles, vi.spyOn(process.stderr, 'write'), vi.spyOn(process.stdout, 'write')];

beforeAll(async () => {
  op = await stelMetTokensOp();
  dienst = op.connector.serviceUrl;
});
afterAll(async () => {
  await op.stop();
  vi.restoreAllMocks();
});
beforeEach(() => {
  op.wis();
  for (const spion of uitvoer) spion.mockClear();
});

/** What came of an activity, what the log says of it, and what was written past the log. */
const na = async (inhoud: unknown, kop?: string): Promise<object> => ({
  ...(await op.gevolg(inhoud, kop)),
  log: op.logboek.regels,
  uitvoer: uitvoer.flatMap(({ mock }): unknown[] => mock.calls),
});

/**
 * Nothing is told or done; the log has one line, with why, without who or with what. The SDK by itself writes the key
 * and the reason to the console: none of that.
 */
const geweigerd = (status: number): object => ({
  status,
  tekst: '',
  gedaan: 0,
  log: [
    {
      niveau: 'warn',
      tekst: 'bericht uit Teams geweigerd',
      correlatie: expect.stringMatching(/^[0-9a-f-]{36}$/),
      status,
      reden: expect.stringMatching(/^[a-zA-Z_-]{1,50}$/),
    },
  ],
  uitvoer: [],
});

describe('a valid token', () => {
  test('lets a message in: it is read, its conversation kept, and answered with the bot’s own token', async () => {
    expect(await op.gevolg(bericht(dienst, 'help'), await op.kop())).toMatchObject({ status: 200, tekst: '' });
    const wie = { aadObjectId: ANNA.aadObjectId.toLowerCase(), tenant: TENANT };
    expect(op.gesprek.gezegd).toMatchObject([{ wat: 'bericht', tekst: 'help', beurt: { wie } }]);
    expect(op.adressen.bekend.get(PERSOONLIJK)?.verwijzing.serviceUrl).toBe(dienst);
    expect(op.connector.aanroepen).toMatchObject([
      { conversatie: PERSOONLIJK, body: { text: 'Begrepen.' }, kop: { authorization: 'Bearer uitgaand' } },
    ]);
  });

  test('is accepted again with another body: it is bound to bot and serviceUrl, not to what is said or by whom', async () => {
    const kop = await op.kop();
    const ander = { from: { ...ANNA, aadObjectId: 'bbbbbbbb-0000-4000-8000-00000000000b' } };
    await op.gevolg(bericht(dienst, 'help'), kop);
    await op.gevolg(bericht(dienst, 'iets anders', ander), kop);
    expect(op.gesprek.gezegd.map(({ tekst }) => tekst)).toEqual(['help', 'iets anders']);
  });

  test.each<[string, () => Token]>([
    ['that ended 4 minutes ago, by our clock', () => ({ claims: { exp: nu() - 240 } })],
    ['that begins in 4 minutes, by our clock', () => ({ claims: { nbf: nu() + 240 } })],
    ['without a beginning', () => ({ claims: { nbf: undefined } })],
  ])('%s is accepted too', async (_wat, token) => {
    expect((await op.gevolg(bericht(dienst, 'help'), await op.kop(token()))).status).toBe(200);
    expect(op.gesprek.gezegd).toHaveLength(1);
  });
});

describe.each<[string, () => Activiteit]>([
  ['a message', () => bericht(dienst, 'help')],
  ['a message in a channel', () => kanaalbericht(dienst, 'help')],
  ['a click', () => klik(dienst, 'oppakken', {})],
  ['a submit', () => inzending(dienst, { verb: 'oppakken' })],
  ['an install', () => installatie(dienst)],
  ['being added to a team', () => toegevoegd(dienst)],
])('%s', (_wat, maak) => {
  test('is dealt with when its token is valid', async () => {
    const { status, gedaan } = await op.gevolg(maak(), await op.kop());
    expect(status).toBe(200);
    expect(gedaan).toBeGreaterThanOrEqual(2);
  });
  test('is refused without a token', async () => expect(await na(maak())).toEqual(geweigerd(401)));
  test('is refused with a key of someone else', async () =>
    expect(await na(maak(), await op.kop({ met: op.aanbieder.vreemdeSleutel }))).toEqual(geweigerd(401)));
  test('is refused for another tenant', async () =>
    expect(await na({ ...maak(), channelData: { tenant: { id: VREEMD } } }, await op.kop())).toEqual(geweigerd(403)));
});

const VREEMD = 'ffffffff-0000-4000-8000-000000000000';
/** Where the SDK lets the emulator, skills and the bot itself get their tokens. */
const EMULATOR = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
const AAD = `https://login.microsoftonline.com/${TENANT}/v2.0`;

describe('401, and nothing is read, written or sent', () => {
  test.each(['', 'Bearer', 'Bearer ', 'Bearer x', 'Bearer x.y.z', 'Bearer a b', 'Basic YTpi', 'x'.repeat(5_000)])(
    'for the header %j',
    async (kop) => expect(await na(bericht(dienst, 'help'), kop)).toEqual(geweigerd(401)),
  );

  test.each<[string, () => Token]>([
    ['for another bot', () => ({ claims: { aud: 'bbbbbbbb-0000-4000-8000-000000000001' } })],
    ['for several bots', () => ({ claims: { aud: [APP, 'bbbbbbbb-0000-4000-8000-000000000001'] } })],
    ['for nobody', () => ({ claims: { aud: undefined } })],
    ['of another issuer', () => ({ claims: { iss: 'https://kwaad.example' } })],
    ['of an issuer that looks alike', () => ({ claims: { iss: `${UITGEVER}/` } })],
    ['of no issuer', () => ({ claims: { iss: undefined } })],
    ['of the tenant, for this bot', () => ({ claims: { iss: AAD, tid: TENANT, oid: VREEMD, ver: '2.0' } })],
    [
      'the bot itself sends to the connector',
      () => ({ claims: { iss: `https://sts.windows.net/${TENANT}/`, aud: UITGEVER, appid: APP, ver: '1.0' } }),
    ],
    ['the bot got for itself', () => ({ claims: { iss: EMULATOR, appid: APP, ver: '1.0', serviceurl: undefined } })],
    ['the bot got for itself, version 2', () => ({ claims: { iss: EMULATOR, azp: APP, ver: '2.0' } })],
    ['of another bot that calls this one', () => ({ claims: { iss: EMULATOR, appid: VREEMD, ver: '1.0' } })],
    ['with an unknown key', () => ({ kop: { kid: 'onbekend' } })],
    ['that names no key', () => ({ kop: { kid: undefined } })],
    ['with a key for another channel', () => ({ kop: { kid: 'webchat' } })],
    ['with a key for no channel', () => ({ kop: { kid: 'leeg' } })],
    ['with a key that does not say for which channel', () => ({ kop: { kid: 'kaal' } })],
    ['for another serviceUrl', () => ({ claims: { serviceurl: 'https://smba.trafficmanager.net/emea/' } })],
    ['for nearly this serviceUrl', () => ({ claims: { serviceurl: `${dienst}/` } })],
    ['without a serviceUrl', () => ({ claims: { serviceurl: undefined } })],
    ['that has ended', () => ({ claims: { exp: nu() - 600 } })],
    ['that has yet to begin', () => ({ claims: { nbf: nu() + 3600 } })],
    ['that never ends', () => ({ claims: { exp: undefined } })],
    ['that ends some day', () => ({ claims: { exp: 'ooit' } })],
    ['of HS256 with the public key', () => ({ kop: { alg: 'HS256' }, met: op.aanbieder.publiek.spki })],
    [
      'of HS256 with the public key as the SDK holds it',
      () => ({ kop: { alg: 'HS256' }, met: op.aanbieder.publiek.pkcs1 }),
    ],
    ['of HS256 with the modulus', () => ({ kop: { alg: 'HS256' }, met: op.aanbieder.publiek.modulus })],
  ])('for a token %s', async (_wat, token) =>
    expect(await na(bericht(dienst, 'help'), await op.kop(token()))).toEqual(geweigerd(401)),
  );

  const inhoud = () => ({ iss: UITGEVER, aud: APP, serviceurl: dienst, nbf: nu() - 60, exp: nu() + 3600 });

  test('for a token without a signature', async () =>
    expect(await na(bericht(dienst, 'help'), `Bearer ${new UnsecuredJWT(inhoud()).encode()}`)).toEqual(geweigerd(401)));

  test.each(
    ['none', 'None', 'NONE', ''].flatMap((alg) => [
      [alg, 'a signature'],
      [alg, 'none'],
    ]),
  )('for a token that says to be signed with %j, and has %s', async (alg, heeft) => {
    const [, lijf, handtekening] = (await op.kop()).split('.');
    const kop = base64url.encode(JSON.stringify({ alg, kid: 'teams' }));
    const token = `${kop}.${lijf}.${heeft === 'none' ? '' : handtekening}`;
    expect(await na(bericht(dienst, 'help'), `Bearer ${token}`)).toEqual(geweigerd(401));
  });

  test('for a token with a claim changed after signing', async () => {
    const [kop, , handtekening] = (await op.kop()).split('.');
    const lijf = base64url.encode(JSON.stringify({ ...inhoud(), exp: nu() + 7200 }));
    expect(await na(bericht(dienst, 'help'), `${kop}.${lijf}.${handtekening}`)).toEqual(geweigerd(401));
  });

  test.each<Activiteit>([
    { serviceUrl: undefined },
    { serviceUrl: null },
    { serviceUrl: '' },
    { serviceUrl: 7 },
    { serviceUrl: ['http://127.0.0.1/'] },
    { channelId: 'AseChannel' },
    { channelId: 'emulator' },
    { channelId: 'directline' },
    { channelId: 'webchat' },
    { channelId: 'MSTEAMS' },
    { channelId: ['msteams'] },
    { channelId: '' },
    { channelId: undefined },
  ])('for a valid token with %j', async (extra) =>
    expect(await na(bericht(dienst, 'help', extra), await op.kop())).toEqual(geweigerd(401)),
  );

  test.each(['AseChannel', 'emulator'])('for a token of the tenant by way of the channel %s', async (channelId) =>
    expect(
      await na(bericht(dienst, 'help', { channelId }), await op.kop({ claims: { iss: AAD, azp: APP, ver: '2.0' } })),
    ).toEqual(geweigerd(401)),
  );
});

describe('403, and nothing is read, written or sent', () => {
  const gesprek = { id: 'a:1', conversationType: 'personal' };
  test.each<[string, Activiteit]>([
    ['another tenant', { channelData: { tenant: { id: VREEMD } } }],
    ['a conversation of another tenant', { conversation: { ...gesprek, tenantId: VREEMD } }],
    ['a guest from another tenant', { from: { ...ANNA, tenantId: VREEMD } }],
    ['no tenant', { channelData: {} }],
    ['no channelData', { channelData: undefined }],
    ['a tenant that is a list', { channelData: { tenant: { id: [TENANT] } } }],
    ['a tenant that only the conversation names', { channelData: {}, conversation: { ...gesprek, tenantId: TENANT } }],
    ['no person', { from: { id: ANNA.id } }],
    ['an empty person', { from: { ...ANNA, aadObjectId: '' } }],
    ['a person that is a number', { from: { ...ANNA, aadObjectId: 7 } }],
  ])('for a valid token with %s', async (_wat, extra) =>
    expect(await na(bericht(dienst, 'help', extra), await op.kop())).toEqual(geweigerd(403)),
  );

  test('a click by nobody', async () =>
    expect(await na(klik(dienst, 'oppakken', {}, { from: { id: ANNA.id } }), await op.kop())).toEqual(geweigerd(403)));

  test('the tenant in other letters is the same', async () => {
    const extra = { channelData: { tenant: { id: TENANT.toUpperCase() } } };
    expect((await op.gevolg(bericht(dienst, 'help', extra), await op.kop())).status).toBe(200);
  });
});
