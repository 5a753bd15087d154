/** The dossier of a casus: asked for in Teams, fetched in a browser, once, by a leidinggevende of VT (domein.md §9). */
import { expect, test } from 'vitest';
import { ADRESBOEK, HANNA, ILSE, LOES, NOOR, ONNO, VERA, type Mens } from './mensen.ts';
import { draagOver } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';

/** The link on the newest dossier card. */
function linkVan({ connector }: Wereld): string {
  const alles = JSON.stringify(connector.aanroepen.map(({ body }) => body));
  const laatste = [...alles.matchAll(/http:\/\/127\.0\.0\.1:\d+\/dossier\/[\w-]{43}/g)].at(-1)?.[0];
  if (!laatste) throw new Error('geen link naar een dossier');
  return laatste;
}

async function vraag(wereld: Wereld, wie: Mens = LOES): Promise<string> {
  const antwoord = await wereld.typ(wie, `dossier ${X}`);
  expect(antwoord.tekst).toContain('Dossier van de casus');
  return linkVan(wereld);
}

/** As a browser sends the empty form. */
const haal = (link: string, vorm: string): Promise<Response> =>
  fetch(`${link}?vorm=${vorm}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  });

async function metGeschiedenis(): Promise<Wereld> {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  await wereld.naar('2026-11-23T10:00:00+01:00');
  const kaart = await wereld.zie('noord', X);
  await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen');
  await wereld.klikOp(NOOR, kaart, 'bekijk-overdracht');
  return wereld;
}

test('a leidinggevende of VT fetches all there is about a casus, and that stands in the casus', async () => {
  const wereld = await metGeschiedenis();
  const link = await vraag(wereld);
  const pagina = await fetch(link);
  expect(pagina.status).toBe(200);
  expect(pagina.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^,]*$/);
  expect(pagina.headers.get('cache-control')).toBe('no-store');
  const gevraagd = await pagina.text();
  expect(gevraagd).toContain('Ophalen om te lezen of te printen');
  // Without an app id nobody can be asked to sign in, and what the link cannot prove is said everywhere.
  expect(gevraagd).toContain('wie deze link opent, kan het dossier ophalen');
  expect(JSON.stringify(wereld.connector.aanroepen.at(-1)?.body)).toContain('wie deze link opent');
  expect(await wereld.soorten(X)).not.toContain('dossier-verstrekt');

  const antwoord = await haal(link, 'html');
  expect(antwoord.status).toBe(200);
  expect(Object.fromEntries(antwoord.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
    'content-disposition': `attachment; filename="dossier-${X}.html"`,
    'x-content-type-options': 'nosniff',
  });
  const tekst = await antwoord.text();
  for (const deel of [
    'Wie was verantwoordelijk',
    'Ontvangst bevestigd door Noor Verbeek',
    'Inhoud van overdracht 1 geopend',
    'Dossier verstrekt om te lezen',
    `voor ${LOES.naam}`,
    'Alle controlegetallen kloppen',
  ]) {
    expect(tekst).toContain(deel);
  }
  expect(await wereld.soorten(X)).toContain('dossier-verstrekt');
  const tijdlijn = (await wereld.typ(LOES, `tijdlijn ${X}`)).tekst;
  expect(tijdlijn).toContain('Dossier verstrekt om te lezen, zonder aanmelden: wie de link opende is niet nagegaan');
});

test('as data it holds the content, the journal as it is stored and the chain, for whoever checks it', async () => {
  const wereld = await metGeschiedenis();
  const antwoord = await haal(await vraag(wereld), 'json');
  expect(antwoord.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const dossier = (await antwoord.json()) as Record<string, unknown>;
  const document = (await wereld.toepassing().omgeving.opslag.lees(X))?.waarde;
  expect(dossier).toMatchObject({
    casusnummer: X,
    gemaaktDoor: LOES.naam,
    verantwoordelijkheid: [
      { partij: expect.stringContaining('Veilig Thuis'), gebeurtenis: 1 },
      { partij: expect.stringContaining('Noord'), bron: expect.stringContaining('§4.1') },
    ],
    overdrachten: [{ nr: 1, wijze: 'koud', inhoud: { feiten: [expect.any(String)] } }],
    inzage: [{ wie: NOOR.naam }, { wie: LOES.naam }],
    keten: { klopt: true, bevinding: '', kop: document?.kop },
  });
  expect(dossier['vastgelegd']).toEqual(document?.journaal);
});

test('the link works once: two who use it at the same time get one dossier, and after that it is gone', async () => {
  const wereld = await metGeschiedenis();
  const link = await vraag(wereld);
  const antwoorden = await Promise.all([haal(link, 'html'), haal(link, 'json'), haal(link, 'html')]);
  expect(antwoorden.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410, 410]);
  const weg = await fetch(link);
  expect(weg.status).toBe(410);
  expect(await weg.text()).toContain('Deze link werkt niet meer');
  expect((await wereld.soorten(X)).filter((soort) => soort === 'dossier-verstrekt')).toHaveLength(1);
});

test('programs that only look at links use none up, and nothing of the casus stands on that page', async () => {
  const wereld = await metGeschiedenis();
  const link = await vraag(wereld);
  for (let keer = 0; keer < 5; keer++) expect(await (await fetch(link)).text()).not.toContain(X);
  expect((await fetch(link, { method: 'HEAD' })).status).not.toBe(200);
  expect((await haal(link, 'html')).status).toBe(200);
});

test('the link is good for a quarter of an hour', async () => {
  const wereld = await metGeschiedenis();
  const link = await vraag(wereld);
  wereld.klok.zet(new Date(Date.parse(wereld.klok.nu()) + 14 * 60_000).toISOString());
  expect((await fetch(link)).status).toBe(200);
  wereld.klok.zet(new Date(Date.parse(wereld.klok.nu()) + 60_000).toISOString());
  expect((await fetch(link)).status).toBe(410);
  expect((await haal(link, 'html')).status).toBe(410);
  expect(await wereld.soorten(X)).not.toContain('dossier-verstrekt');
});

test('a guessed link gives what an expired one gives', async () => {
  const wereld = await metGeschiedenis();
  const echt = await vraag(wereld);
  await haal(echt, 'html');
  const geraden = `${echt.slice(0, -1)}${echt.endsWith('A') ? 'B' : 'A'}`;
  const [een, twee] = await Promise.all([echt, geraden].map(async (link) => (await fetch(link)).text()));
  expect(een).toBe(twee);
});

test.each<[string, Mens]>([
  ['a medewerker of VT', VERA],
  ['a member of the team', NOOR],
  ['a leidinggevende of the team', ILSE],
  ['a member of another team', HANNA],
  ['somebody unknown', ONNO],
])('%s gets no link, and hears who can ask', async (_naam, wie) => {
  const wereld = await metGeschiedenis();
  expect((await wereld.typ(wie, `dossier ${X}`)).tekst).toContain('alleen een leidinggevende van Veilig Thuis');
  expect(() => linkVan(wereld)).toThrow('geen link');
});

test('in a channel nobody gets a link: everyone there could use it', async () => {
  const wereld = await metGeschiedenis();
  expect((await wereld.typ(LOES, `dossier ${X}`, 'vt')).tekst).toContain('in je eigen chat met mij');
});

test('of a casus that is not there the answer is the one for every question', async () => {
  const wereld = await metGeschiedenis();
  for (const nummer of ['VT-2026-9999', 'ZAAK-2026-9999']) {
    expect((await wereld.typ(LOES, `dossier ${nummer}`)).tekst).toContain('niet gevonden, of je hebt er geen toegang');
  }
});

test('who is no leidinggevende any more when the link is opened gets nothing', async () => {
  const wereld = await metGeschiedenis();
  const link = await vraag(wereld);
  const zonderLoes = structuredClone(ADRESBOEK);
  zonderLoes.veiligThuis.leidinggevenden = [VERA];
  await wereld.herstart({ ...zonderLoes, bijgewerktOp: '2026-11-23T09:00:00+01:00' });
  const nu = wereld.toepassing().url;
  const antwoord = await haal(link.replace(/http:\/\/[^/]+/, nu), 'html');
  expect(antwoord.status).toBe(410);
  expect(await antwoord.text()).toContain('alleen een leidinggevende van Veilig Thuis');
});

test('the registration system has no way to a dossier', async () => {
  const wereld = await metGeschiedenis();
  expect((await wereld.api('GET', `/api/v1/casussen/${X}/dossier`)).status).toBe(404);
});

test('what stands in the store opens no dossier, and the log names no token', async () => {
  const wereld = await metGeschiedenis();
  const link = await vraag(wereld);
  const token = link.split('/').at(-1) ?? '';
  const register = await wereld.toepassing().omgeving.opslag.leesRegister('dossierlinks');
  expect(JSON.stringify(register)).not.toContain(token);
  await haal(link, 'html');
  expect(wereld.log.join('\n')).not.toContain(token);
  expect(JSON.stringify(await wereld.toepassing().omgeving.opslag.leesRegister('dossierlinks'))).not.toContain(X);
});
