import { afterEach, beforeEach, expect, test } from 'vitest';
import { NAAR_TEAM, NUMMER, startToepassing, type Opstelling } from '../../steun/toepassing.ts';

let op: Opstelling;
beforeEach(async () => {
  op = await startToepassing();
});
afterEach(() => op.stop());

const ID = '0b8f4a7e-5c1d-4e2f-9a3b-6c7d8e9f0a1b';
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const NIEUW = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const kopVan = async (koppen: Record<string, string>): Promise<string> =>
  (await op.api('GET', '/healthz', { koppen })).koppen.get('x-correlatie-id') ?? '';
const regels = (): Record<string, unknown>[] => op.log.map((regel) => JSON.parse(regel) as Record<string, unknown>);

test('a request keeps the id that its caller gave it', async () => {
  expect(await kopVan({ 'x-correlatie-id': ID })).toBe(ID);
  expect(await kopVan({ traceparent: `00-${TRACE}-00f067aa0ba902b7-01` })).toBe(TRACE);
  expect(await kopVan({ 'x-correlatie-id': ID, traceparent: `00-${TRACE}-00f067aa0ba902b7-01` })).toBe(ID);
});

test('a request without one gets one, each its own', async () => {
  const [een, ander] = [await kopVan({}), await kopVan({})];
  expect(een).toMatch(NIEUW);
  expect(ander).toMatch(NIEUW);
  expect(een).not.toBe(ander);
});

test.each<Record<string, string>>([
  { 'x-correlatie-id': 'Jan de Vries, Breda' },
  { 'x-correlatie-id': '123456782' },
  { 'x-correlatie-id': `${ID}"}{"msg":"nep"` },
  { 'x-correlatie-id': 'a'.repeat(65) },
  { 'x-correlatie-id': '----------------' },
  { 'x-correlatie-id': '' },
  { traceparent: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01` },
  { traceparent: 'Jan de Vries' },
])('what is no id is not taken over, because it would be logged: %j', async (koppen) => {
  expect(await kopVan(koppen)).toMatch(NIEUW);
});

test('an error carries it too, also before any route is found', async () => {
  for (const [pad, status] of [
    ['/bestaat-niet', 404],
    ['/api/v1/casussen', 401],
  ] as const) {
    const antwoord = await op.api('GET', pad, { koppen: { 'x-correlatie-id': ID }, sleutel: null });
    expect([antwoord.status, antwoord.koppen.get('x-correlatie-id')]).toEqual([status, ID]);
  }
});

test('every line of an API call carries it, with the casusnummer, the route and how it ended', async () => {
  await op.meld();
  op.log.length = 0;
  await op.geef(NAAR_TEAM, { 'x-correlatie-id': ID });
  const mijn = regels().filter(({ correlatie }) => correlatie === ID);
  expect(mijn.map(({ msg, casusnummer }) => [msg, casusnummer])).toEqual([
    ['opdracht', NUMMER],
    ['api', NUMMER],
  ]);
  expect(mijn[1]).toMatchObject({
    methode: 'POST',
    route: '/api/v1/casussen/:casusnummer/opdrachten',
    status: 200,
    ms: expect.any(Number),
  });
});

test('a number of no casus is just text, and is not logged', async () => {
  await op.api('GET', '/api/v1/casussen/VT-2026-9999', { koppen: { 'x-correlatie-id': ID } });
  expect(regels().filter(({ correlatie }) => correlatie === ID)).toMatchObject([{ msg: 'api', status: 404 }]);
  expect(op.log.join('')).not.toContain('VT-2026-9999');
});

test('a round has an id of its own', async () => {
  await op.meld();
  await op.bederf((document) => ({ ...document, journaal: [{} as never], wekOp: op.klok.nu() }));
  op.log.length = 0;
  await op.toepassing.ronde();
  await op.toepassing.ronde();
  const ids = regels()
    .filter(({ msg }) => msg === 'casus in de ronde mislukt')
    .map(({ correlatie }) => correlatie);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(NIEUW);
});
