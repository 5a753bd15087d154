import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KOUD, NAAR_TEAM, NUMMER, startToepassing, type Json, type Opstelling } from '../../steun/toepassing.ts';

let op: Opstelling;
beforeEach(async () => {
  op = await startToepassing();
  await op.meld();
});
afterEach(() => op.stop());

const lees = () => op.api('GET', `/api/v1/casussen/${NUMMER}`);
const etag = async (): Promise<string> => (await lees()).koppen.get('etag') ?? '';
const aantal = async (gezocht: string): Promise<number> =>
  ((await lees()).body['journaal'] as Json[]).filter(({ soort }) => soort === gezocht).length;
const INTREKKEN = { soort: 'intrekken', reden: 'verkeerd team' };

describe('Idempotency-Key', () => {
  const SLEUTEL = { 'idempotency-key': '7f3c' };

  test('the same key with the same opdracht is done once, also when it could be done again', async () => {
    await op.geef(NAAR_TEAM);
    expect((await op.geef(KOUD, SLEUTEL)).status).toBe(200);
    await op.geef(INTREKKEN);
    const { status, body } = await op.geef(KOUD, SLEUTEL);
    expect(status).toBe(200);
    expect(body['fase']).toBe('bij-veilig-thuis');
    expect(await aantal('overdracht-verzonden')).toBe(1);
  });

  test('without a key the same opdracht is done again', async () => {
    await op.geef(NAAR_TEAM);
    await op.geef(KOUD);
    await op.geef(INTREKKEN);
    await op.geef(KOUD);
    expect(await aantal('overdracht-verzonden')).toBe(2);
  });

  test('the same key with another opdracht is 409 and changes nothing', async () => {
    await op.geef(NAAR_TEAM, SLEUTEL);
    const voor = await op.document();
    const { status, body } = await op.geef(KOUD, SLEUTEL);
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'sleutel-hergebruikt', title: expect.stringContaining('nieuwe sleutel') });
    expect(await op.document()).toEqual(voor);
  });

  test('the order of the fields does not make it another opdracht', async () => {
    await op.geef({ soort: 'triage-afronden', besluit: 'lokale-toegang', conclusies: [] }, SLEUTEL);
    const weer = await op.geef({ conclusies: [], besluit: 'lokale-toegang', soort: 'triage-afronden' }, SLEUTEL);
    expect(weer.status).toBe(200);
  });

  test('a refused opdracht does not use the key up', async () => {
    expect((await op.geef(KOUD, SLEUTEL)).status).toBe(409);
    await op.geef(NAAR_TEAM);
    expect((await op.geef(KOUD, SLEUTEL)).status).toBe(200);
  });

  test('a key belongs to one casus', async () => {
    await op.meld({ casusnummer: 'VT-2026-0002' });
    await op.geef(NAAR_TEAM, SLEUTEL);
    const { status, body } = await op.geef({ ...NAAR_TEAM, besluit: 'geen-zorgen' }, SLEUTEL, 'VT-2026-0002');
    expect(status).toBe(200);
    expect(body['fase']).toBe('afgesloten');
  });

  test('a repeat finds its own work though its If-Match has become old by that very work', async () => {
    const koppen = { ...SLEUTEL, 'if-match': await etag() };
    expect((await op.geef(NAAR_TEAM, koppen)).status).toBe(200);
    expect((await op.geef(NAAR_TEAM, koppen)).status).toBe(200);
    expect((await op.geef(KOUD, { ...koppen, 'idempotency-key': 'andere' })).status).toBe(412);
  });

  test.each(['', 'x'.repeat(201)])('a key of no or too many characters is 422', async (sleutel) => {
    const { status, body } = await op.geef(NAAR_TEAM, { 'idempotency-key': sleutel });
    expect(status).toBe(422);
    expect(body['velden']).toEqual([{ veld: 'Idempotency-Key', melding: 'Gebruik 1 tot 200 tekens.' }]);
  });

  test('two long keys that only differ at the end are two keys', async () => {
    const lang = 'x'.repeat(199);
    await op.geef(NAAR_TEAM, { 'idempotency-key': `${lang}1` });
    expect((await op.geef(KOUD, { 'idempotency-key': `${lang}2` })).body['fase']).toBe('overgedragen');
  });
});

describe('If-Match', () => {
  test('the ETag that was read is accepted, and the answer has the next one', async () => {
    const gelezen = await etag();
    const { status, koppen } = await op.geef(NAAR_TEAM, { 'if-match': gelezen });
    expect(status).toBe(200);
    expect(koppen.get('etag')).not.toBe(gelezen);
  });

  test('an older one is 412 and changes nothing', async () => {
    const gelezen = await etag();
    await op.geef(NAAR_TEAM);
    const voor = await op.document();
    const { status, body } = await op.geef(KOUD, { 'if-match': gelezen });
    expect(status).toBe(412);
    expect(body).toMatchObject({ status: 412, code: 'verouderd', title: expect.stringContaining('opnieuw') });
    expect(await op.document()).toEqual(voor);
  });

  test('a star accepts any casus, but not one that is not there', async () => {
    expect((await op.geef(NAAR_TEAM, { 'if-match': '*' })).status).toBe(200);
    expect((await op.geef(NAAR_TEAM, { 'if-match': '*' }, 'VT-2026-9999')).status).toBe(404);
  });

  test('one that a proxy made weak is accepted, and so is one of a list', async () => {
    expect((await op.geef(NAAR_TEAM, { 'if-match': `W/${await etag()}` })).status).toBe(200);
    expect((await op.geef(KOUD, { 'if-match': `"99", W/"98" , ${await etag()}` })).status).toBe(200);
  });

  test.each(['1', '""', '"*"', '"01"', "\"1' OR '1'='1\"", '"1'])('%s is none of its ETags: 412', async (waarde) => {
    expect((await op.geef(NAAR_TEAM, { 'if-match': waarde })).status).toBe(412);
    expect(await aantal('triage-afgerond')).toBe(0);
  });
});
