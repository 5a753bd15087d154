/** A dossier behind a sign-in: over real HTTP, with an Entra ID of our own that signs with RSA keys. */
import type { CryptoKey } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { maakDossierlinks } from '../../../src/toepassing/dossier/dossierlinks.ts';
import { startEntra, type Entra } from '../../steun/aanmelden.ts';
import { NUMMER, startToepassing, SYSTEEM, type Opstelling } from '../../steun/toepassing.ts';

const TENANT = '66666666-7777-4888-9999-aaaaaaaaaaaa';
const APP = '11111111-2222-4333-8444-555555555555';
const PUBLIEK = 'https://zicht.voorbeeld.example';
/** Leidinggevende of VT in the demo's adresboek. */
const LEIDING = { id: '00000000-0000-4000-8000-000000000001', naam: 'Sam de Bruin' };

let entra: Entra;
let op: Opstelling;
let token: string;
beforeEach(async () => {
  entra = await startEntra(TENANT);
  op = await startToepassing({
    env: {
      HOST: '127.0.0.1',
      MicrosoftAppId: APP,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppPassword: 'verzonnen',
      MicrosoftAppTenantId: TENANT,
      PUBLIEK_ADRES: PUBLIEK,
    },
    vervangingen: { aanmeldAdres: entra.url },
  });
  await op.registreer(SYSTEEM);
  token = await nieuweLink();
});
afterEach(async () => {
  await op.stop();
  await entra.sluit();
});

const nieuweLink = async (): Promise<string> =>
  (await maakDossierlinks(op.toepassing.omgeving).maak({ casusnummer: NUMMER, persoon: LEIDING })).token;

const formulier = (pad: string, velden: Record<string, string> = {}): Promise<Response> =>
  fetch(`${op.url}${pad}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(velden).toString(),
  });

interface Begonnen {
  status: number;
  pagina: string;
  adres: URL;
  state: string;
  nonce: string;
}

async function begin(vorm = 'html', link = token): Promise<Begonnen> {
  const antwoord = await formulier(`/dossier/${link}?vorm=${vorm}`);
  const pagina = await antwoord.text();
  const adres = new URL(/href="([^"]+)"/.exec(pagina)?.[1]?.replaceAll('&amp;', '&') ?? 'https://geen.example');
  const { searchParams: vraag } = adres;
  return { status: antwoord.status, pagina, adres, state: vraag.get('state') ?? '', nonce: vraag.get('nonce') ?? '' };
}

const nu = (): number => Date.parse(op.klok.nu()) / 1000;
const bewijs = (nonce: string, anders: Record<string, unknown> = {}, met?: CryptoKey | 'geen'): Promise<string> =>
  entra.token(
    {
      iss: `${entra.url}/${TENANT}/v2.0`,
      aud: APP,
      tid: TENANT,
      oid: LEIDING.id,
      iat: nu(),
      exp: nu() + 3600,
      nonce,
      ...anders,
    },
    met,
  );
const kom = (state: string, id_token: string): Promise<Response> =>
  formulier('/dossier/aangemeld', { state, id_token });
const verstrekt = async () =>
  ((await op.document())?.journaal ?? []).filter(({ soort }) => soort === 'dossier-verstrekt');

test('the page says that one signs in, and its button goes to where the organisation does that', async () => {
  expect(await (await fetch(`${op.url}/dossier/${token}`)).text()).toContain('Je meldt je eerst aan');
  const { status, pagina, adres } = await begin();
  expect(status).toBe(200);
  expect(pagina).toContain('<meta http-equiv="refresh" content="0;url=');
  expect(`${adres.origin}${adres.pathname}`).toBe(`${entra.url}/${TENANT}/oauth2/v2.0/authorize`);
  expect(Object.fromEntries(adres.searchParams)).toMatchObject({
    client_id: APP,
    response_type: 'id_token',
    response_mode: 'form_post',
    scope: 'openid profile',
    redirect_uri: `${PUBLIEK}/dossier/aangemeld`,
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(await verstrekt()).toEqual([]);
});

test('who asked for it signs in and gets it once; the casus says so, and after that the link is gone', async () => {
  const [een, twee] = [await begin('json'), await begin('html')];
  const antwoord = await kom(een.state, await bewijs(een.nonce));
  expect(antwoord.status).toBe(200);
  expect(antwoord.headers.get('content-disposition')).toBe(`attachment; filename="dossier-${NUMMER}.json"`);
  expect(await antwoord.json()).toMatchObject({ casusnummer: NUMMER, gemaaktDoor: LEIDING.naam });
  expect(await verstrekt()).toMatchObject([
    { gegevens: { vorm: 'json', aangemeld: true }, door: { id: LEIDING.id, rol: 'vt-leidinggevende' } },
  ]);
  expect((await kom(twee.state, await bewijs(twee.nonce))).status).toBe(410);
  expect((await fetch(`${op.url}/dossier/${token}`)).status).toBe(410);
  expect(await verstrekt()).toHaveLength(1);
});

test('of two sign-ins that come back at once, one gets the dossier', async () => {
  const pogingen = [await begin(), await begin(), await begin()];
  const bewijzen = await Promise.all(pogingen.map(async ({ state, nonce }) => [state, await bewijs(nonce)] as const));
  const statussen = await Promise.all(bewijzen.map(async (een) => (await kom(...een)).status));
  expect(statussen.toSorted((a, b) => a - b)).toEqual([200, 410, 410]);
});

test('somebody else is refused in Dutch, and the link stays good for who asked', async () => {
  const ander = await begin();
  const antwoord = await kom(ander.state, await bewijs(ander.nonce, { oid: '00000000-0000-4000-8000-00000000beef' }));
  expect(antwoord.status).toBe(403);
  const tekst = await antwoord.text();
  expect(tekst).toContain('Deze link is van iemand anders');
  expect(tekst).not.toContain(NUMMER);
  expect(await verstrekt()).toEqual([]);
  const eigen = await begin();
  expect((await kom(eigen.state, await bewijs(eigen.nonce))).status).toBe(200);
});

describe('a token', () => {
  test.each<[string, Record<string, unknown>]>([
    ['without a nonce', { nonce: undefined }],
    ['for another app', { aud: '99999999-2222-4333-8444-555555555555' }],
    ['of another tenant', { tid: '99999999-7777-4888-9999-aaaaaaaaaaaa' }],
    ['without a tenant', { tid: undefined }],
    ['of another issuer', { iss: 'https://login.microsoftonline.com/common/v2.0' }],
    ['without a person', { oid: undefined }],
    ['with a list as person', { oid: [LEIDING.id] }],
    [
      'that has expired',
      { iat: Date.parse('2026-12-02T07:00:00Z') / 1000, exp: Date.parse('2026-12-02T08:00:00Z') / 1000 },
    ],
    ['that never expires', { exp: undefined }],
    ['that is not valid yet', { nbf: Date.parse('2026-12-02T10:00:00Z') / 1000 }],
  ])('%s is refused, and gives nothing', async (_wat, anders) => {
    const { state, nonce } = await begin();
    const antwoord = await kom(state, await bewijs(nonce, anders));
    expect(antwoord.status).toBe(403);
    expect(await antwoord.text()).toContain('Het aanmelden is niet gelukt');
    expect(await verstrekt()).toEqual([]);
  });

  test('with another’s signature, with none, or that is none, is refused', async () => {
    for (const hoe of [entra.vreemd, 'geen', 'onzin', ''] as const) {
      const { state, nonce } = await begin('html', await nieuweLink());
      const gegeven = hoe === 'onzin' || hoe === '' ? hoe : await bewijs(nonce, {}, hoe);
      expect((await kom(state, gegeven)).status).toBe(403);
    }
    expect(await verstrekt()).toEqual([]);
    expect(op.log.filter((regel) => regel.includes('aanmelding mislukt'))).toHaveLength(4);
  });
});

describe('a sign-in that was begun', () => {
  test('is good once: the same state again is refused, also with a good token', async () => {
    const { state, nonce } = await begin();
    expect((await kom(state, 'onzin')).status).toBe(403);
    expect((await kom(state, await bewijs(nonce))).status).toBe(410);
    expect((await kom('geraden', await bewijs(nonce))).status).toBe(410);
    expect((await formulier('/dossier/aangemeld')).status).toBe(410);
    expect(await verstrekt()).toEqual([]);
  });

  test('does not take the token of another one', async () => {
    const [een, twee] = [await begin(), await begin()];
    expect((await kom(een.state, await bewijs(twee.nonce))).status).toBe(403);
  });

  test('that comes back with an error instead of a token asks to try again', async () => {
    const { state } = await begin();
    const antwoord = await formulier('/dossier/aangemeld', { state, error: 'access_denied', error_description: '<b>' });
    expect(antwoord.status).toBe(403);
    expect(await antwoord.text()).toContain('nog een keer');
  });

  test('holds for ten minutes', async () => {
    const { state, nonce } = await begin();
    op.klok.vooruit(10 * 60_000);
    expect((await kom(state, await bewijs(nonce))).status).toBe(410);
    expect((await fetch(`${op.url}/dossier/${token}`)).status).toBe(200);
  });

  test('can be begun five times for one link', async () => {
    for (let keer = 1; keer <= 5; keer++) expect((await begin()).status).toBe(200);
    const { status, pagina } = await begin();
    expect(status).toBe(410);
    expect(pagina).toContain('te vaak');
  });
});

test('the store and the log hold neither link, state, nonce nor token', async () => {
  const { state, nonce } = await begin();
  const register = JSON.stringify(await op.toepassing.omgeving.opslag.leesRegister('dossierlinks'));
  const id_token = await bewijs(nonce);
  await kom(state, id_token);
  for (const geheim of [token, state, nonce, id_token]) {
    expect(register).not.toContain(geheim);
    expect(op.log.join('\n')).not.toContain(geheim);
  }
});

test('a form is read there alone, and no larger than a token needs', async () => {
  const groot = 'x'.repeat(40_000);
  expect((await formulier('/dossier/aangemeld', { state: groot })).status).toBe(413);
  for (const pad of [`/dossier/${token}`, '/api/messages', '/api/v1/casussen', '/dossier/aangemeld/x']) {
    expect((await formulier(pad, { state: 'x' })).status).toBe(415);
  }
  const ongezegd = await fetch(`${op.url}/dossier/aangemeld`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new ReadableStream({
      start(stroom) {
        stroom.enqueue(new TextEncoder().encode('state=x'));
        stroom.close();
      },
    }),
    duplex: 'half',
  });
  expect(ongezegd.status).toBe(413);
});
