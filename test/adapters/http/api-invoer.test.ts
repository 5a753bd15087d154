import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  KOUD,
  melding,
  NAAR_TEAM,
  NUMMER,
  SLEUTEL,
  startToepassing,
  type ApiAntwoord,
  type Json,
  type Opstelling,
} from '../../steun/toepassing.ts';

let op: Opstelling;
let voor: unknown;
beforeAll(async () => {
  op = await startToepassing();
  await op.meld();
  await op.geef(NAAR_TEAM);
  voor = await op.document();
});
afterAll(() => op.stop());

const CASUSSEN = '/api/v1/casussen';
const OPDRACHTEN = `${CASUSSEN}/${NUMMER}/opdrachten`;

/** What came of it: a clear problem or not, and whether anything changed. */
async function gevolg({ status, koppen, body, tekst }: ApiAntwoord) {
  const isProbleem =
    koppen.get('content-type')?.includes('application/problem+json') === true &&
    body['type'] === 'about:blank' &&
    body['status'] === status &&
    /^[a-z-]+$/.test(String(body['code'])) &&
    /\w{3}.*\.$/.test(String(body['title'])) &&
    tekst.length < 4000;
  const { body: lijst } = await op.api('GET', CASUSSEN);
  const leeft = (await op.api('GET', '/healthz')).status === 200;
  return { status, isProbleem, document: await op.document(), casussen: (lijst['casussen'] as Json[]).length, leeft };
}
const geweigerd = (status: number) => ({ status, isProbleem: true, document: voor, casussen: 1, leeft: true });

const RARE_NUMMERS = [
  ["VT-2026-0001'; DROP TABLE casus;--", 'SQL'],
  ['VT-2026-0001" OR "1"="1', 'SQL with double quotes'],
  ['[klik](https://voorbeeld.example)', 'Markdown'],
  ['VT-2026-0001<at>iedereen</at>', 'a mention'],
  ['../../../etc/passwd', 'a path'],
  ['VT/2026/0001', 'slashes'],
  ['VT-2026-٠٠٠١', 'digits of another script'],
  ['VT‑2026‑0001', 'dashes that only look like it'],
  ['VT-2026-0001\u0000', 'a zero byte'],
  ['${casusnummer}', 'a template'],
  ['__proto__', 'a name of the language'],
  ['👪'.repeat(10), 'emoji'],
];

describe('a casusnummer', () => {
  test.each(RARE_NUMMERS)('that is %j (%s) is not registered', async (casusnummer) => {
    const antwoord = await op.meld({ casusnummer });
    expect(await gevolg(antwoord)).toEqual(geweigerd(422));
    expect(antwoord.body['velden']).toEqual([expect.objectContaining({ veld: 'casusnummer' })]);
  });

  test.each(RARE_NUMMERS)('that is %j (%s) is not found', async (casusnummer) => {
    const pad = `${CASUSSEN}/${encodeURIComponent(casusnummer)}`;
    expect(await gevolg(await op.api('GET', pad))).toEqual(geweigerd(404));
    expect(await gevolg(await op.api('GET', `${pad}/verantwoordelijke`))).toEqual(geweigerd(404));
    expect(await gevolg(await op.geef(KOUD, {}, encodeURIComponent(casusnummer)))).toEqual(geweigerd(404));
  });

  test('of 20,000 characters is 422 in a message and 404 in an address', async () => {
    expect(await gevolg(await op.meld({ casusnummer: 'V'.repeat(20_000) }))).toEqual(geweigerd(422));
    expect(await gevolg(await op.api('GET', `${CASUSSEN}/${'V'.repeat(10_000)}`))).toEqual(geweigerd(404));
  });

  test('is not logged when there is no such casus, because it can be anything', async () => {
    await op.meld({ casusnummer: 'Jan de Vries' });
    await op.geef(KOUD, {}, encodeURIComponent('Jan de Vries'));
    await op.api('GET', `${CASUSSEN}/${encodeURIComponent('Jan de Vries')}`);
    expect(op.log.join('')).not.toContain('Jan de Vries');
  });
});

describe('a body', () => {
  test.each<[string, string, number, string?]>([
    ['broken JSON', '{"casusnummer": "VT-2026-0002",', 400, 'ongeldig-verzoek'],
    ['JSON with something behind it', '{}{}', 400, 'ongeldig-verzoek'],
    ['a number', '5', 422],
    ['a text', '"VT-2026-0002"', 422],
    ['null', 'null', 422],
    ['an array', JSON.stringify([melding({ casusnummer: 'VT-2026-0002' })]), 422],
    ['an empty object', '{}', 422],
    ['nothing', '', 422],
    ['10 MB', JSON.stringify(melding({ gemeente: 'x'.repeat(10_000_000) })), 413, 'te-groot'],
    ['a nesting of 20,000 arrays', '['.repeat(20_000) + ']'.repeat(20_000), 422],
    ['a nesting of 20,000 objects', '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000), 422],
    [
      '10,000 unknown fields',
      JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, nr) => [`v${nr}`, nr]))),
      422,
    ],
  ])('of %s is refused on both calls, and not quoted', async (_naam, body, status, code = 'niet-begrepen') => {
    for (const pad of [CASUSSEN, OPDRACHTEN]) {
      const antwoord = await op.api('POST', pad, { body });
      expect(await gevolg(antwoord)).toEqual(geweigerd(status));
      expect(antwoord.body).toMatchObject({ code });
      expect(antwoord.tekst).not.toContain('VT-2026-0002');
    }
  });

  test.each(['gzip', 'deflate', 'br', 'zstd', 'identity', 'GZIP'])('that says it is %s is 415', async (codering) => {
    const koppen = { 'content-encoding': codering };
    const antwoord = await op.api('POST', CASUSSEN, { body: 'geen gzip', koppen });
    expect(await gevolg(antwoord)).toEqual(geweigerd(415));
    expect(antwoord.body).toMatchObject({ code: 'niet-ondersteund' });
    const ingepakt = await fetch(`${op.url}${CASUSSEN}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SLEUTEL}`, 'content-type': 'application/json', ...koppen },
      body: new Uint8Array(gzipSync(JSON.stringify(melding({ casusnummer: 'VT-2026-0002' })))),
    });
    expect(ingepakt.status).toBe(415);
    expect((await op.api('GET', '/healthz')).status).toBe(200);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
  ])('of type %s is 415', async (soort) => {
    const antwoord = await op.api('POST', CASUSSEN, { body: melding(), koppen: { 'content-type': soort } });
    expect(await gevolg(antwoord)).toEqual(geweigerd(415));
  });

  test('that stops halfway does not keep the others waiting', async () => {
    const { port } = new URL(op.url);
    const half = connect(Number(port), '127.0.0.1');
    half.write(
      `POST ${CASUSSEN} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"a"`,
    );
    expect((await op.api('GET', '/healthz')).status).toBe(200);
    half.destroy();
    expect((await op.api('GET', '/healthz')).status).toBe(200);
  });
});

describe('a field', () => {
  const overdragen = (anders: Json): Json => ({ ...KOUD, ...anders });
  test.each<[string, Json, string]>([
    ['a number for a text', overdragen({ team: 5 }), 'team'],
    ['an object for a text', overdragen({ team: { $ne: '' } }), 'team'],
    ['a text for a list', overdragen({ feiten: 'Er is een melding.' }), 'feiten'],
    ['an empty list', overdragen({ feiten: [] }), 'feiten'],
    ['an empty text in a list', overdragen({ feiten: [' '] }), 'feiten.0'],
    ['a list of 51', overdragen({ feiten: Array.from({ length: 51 }, () => 'x') }), 'feiten'],
    ['a list of 30,000', overdragen({ feiten: Array.from({ length: 30_000 }, () => 1) }), 'feiten'],
    ['a text of 2001 characters', overdragen({ feiten: ['x'.repeat(2001)] }), 'feiten.0'],
    [
      'an opinion without its holder (§5)',
      overdragen({ oordelen: [{ tekst: 'a', opGrondVan: 'b' }] }),
      'oordelen.0.vanWie',
    ],
    [
      'an opinion without its ground (§5)',
      overdragen({ oordelen: [{ tekst: 'a', vanWie: 'b' }] }),
      'oordelen.0.opGrondVan',
    ],
    ['an opinion among the facts (§5)', overdragen({ feiten: [{ tekst: 'a', vanWie: 'b' }] }), 'feiten.0'],
    ['30 February', { soort: 'nieuwe-melding', ontvangenOp: '2026-02-30T10:00:00+01:00' }, 'ontvangenOp'],
    ['a day without a time', { soort: 'nieuwe-melding', ontvangenOp: '2026-12-01' }, 'ontvangenOp'],
    ['a time without an offset', { soort: 'nieuwe-melding', ontvangenOp: '2026-12-01T10:00:00' }, 'ontvangenOp'],
    ['seconds since 1970', { soort: 'nieuwe-melding', ontvangenOp: 1_764_752_400 }, 'ontvangenOp'],
    ['a text for yes or no', { ...NAAR_TEAM, bereidZonderControle: 'true' }, 'bereidZonderControle'],
    ['a conclusion that does not exist', { ...NAAR_TEAM, conclusies: ['onzin'] }, 'conclusies.0'],
    ['a soort that is inherited', { soort: 'constructor' }, 'soort'],
  ])('with %s is 422 and named', async (_naam, body, veld) => {
    const antwoord = await op.api('POST', OPDRACHTEN, { body });
    expect(await gevolg(antwoord)).toEqual(geweigerd(422));
    expect((antwoord.body['velden'] as Json[]).map((fout) => fout['veld'])).toContain(veld);
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'verantwoordelijke', 'fase'])(
    'that does not exist, such as %s, is 422 and touches nothing else',
    async (naam) => {
      const body = JSON.stringify(NAAR_TEAM).replace('{', `{"${naam}":{"fase":"afgesloten","isBeheerder":true},`);
      const antwoord = await op.api('POST', OPDRACHTEN, { body });
      expect(await gevolg(antwoord)).toEqual(geweigerd(422));
      expect(antwoord.body['velden']).toContainEqual({ veld: naam, melding: 'Dit veld bestaat niet.' });
      expect({}).not.toHaveProperty('isBeheerder');
    },
  );

  test('that is refused is not quoted in the answer and not logged', async () => {
    const geheim = 'Piet woont op de Dorpsstraat';
    const antwoord = await op.geef({
      ...KOUD,
      wijze: geheim,
      oordelen: [{ tekst: geheim, [geheim.repeat(9)]: 1 }],
    });
    expect(antwoord.status).toBe(422);
    expect(JSON.stringify(antwoord.body['velden'])).not.toContain(geheim.repeat(3));
    expect(op.log.join('')).not.toContain('Dorpsstraat');
  });
});
