import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OPDRACHT_SOORTEN } from '../../../src/kern/opdrachten.ts';
import { instant } from '../../../src/kern/tijd/werkdagen.ts';
import { KOUD, NAAR_TEAM, startToepassing, TEAM, type Json, type Opstelling } from '../../steun/toepassing.ts';

let op: Opstelling;
const lijst = (query: string) => op.api('GET', `/api/v1/casussen${query}`);
const nummers = ({ body }: { body: Json }): string[] =>
  (body['casussen'] as Json[]).map(({ casusnummer }) => String(casusnummer));

describe('searching', () => {
  beforeAll(async () => {
    op = await startToepassing();
    await op.meld({ casusnummer: 'VT-2026-0003', gemeente: 'Etten-Leur' });
    await op.meld({ casusnummer: 'VT-2026-0001' });
    await op.meld({
      casusnummer: 'VT-2026-0002',
      gemeente: 'Bergen op Zoom',
      meldingOntvangenOp: '2026-11-23T10:00:00+01:00',
    });
    await op.geef(NAAR_TEAM, {}, 'VT-2026-0001');
    await op.geef(KOUD, {}, 'VT-2026-0001');
  });
  afterAll(() => op.stop());

  test('without a filter: all, in order of casusnummer, without content and without a cursor', async () => {
    const { status, body } = await lijst('');
    expect(status).toBe(200);
    expect(body).toEqual({
      casussen: [
        {
          casusnummer: 'VT-2026-0001',
          gemeente: 'breda',
          fase: 'overgedragen',
          teams: [TEAM],
          vroegsteVerval: '2026-12-04T23:00:00.000Z',
          teLaat: false,
        },
        expect.objectContaining({ casusnummer: 'VT-2026-0002', gemeente: 'bergen-op-zoom', teLaat: true, teams: [] }),
        expect.objectContaining({ casusnummer: 'VT-2026-0003', gemeente: 'etten-leur', fase: 'triage' }),
      ],
    });
  });

  test.each([
    ['?gemeente=breda', ['VT-2026-0001']],
    ['?gemeente=Breda', ['VT-2026-0001']],
    ['?gemeente=Bergen+op+Zoom', ['VT-2026-0002']],
    ['?gemeente=bergen-op-zoom', ['VT-2026-0002']],
    ['?gemeente=Brussel', []],
    [`?team=${TEAM}`, ['VT-2026-0001']],
    ['?team=cjg-roosendaal', []],
    ['?fase=triage', ['VT-2026-0002', 'VT-2026-0003']],
    ['?fase=afgesloten', []],
    ['?teLaat=true', ['VT-2026-0002']],
    ['?teLaat=true&gemeente=breda', []],
    [`?team=${TEAM}&fase=overgedragen&gemeente=Breda`, ['VT-2026-0001']],
    ['?na=VT-2026-0001', ['VT-2026-0002', 'VT-2026-0003']],
    ['?na=VT-2026-0003', []],
    ["?na=' OR 1=1 --", ['VT-2026-0001', 'VT-2026-0002', 'VT-2026-0003']],
  ])('%s', async (query, verwacht) => {
    expect(nummers(await lijst(query))).toEqual(verwacht);
  });

  test('the other casus is late once its term has passed, to the instant', async () => {
    op.klok.zet(instant('2026-12-04T23:59:59.999+01:00'));
    expect(nummers(await lijst('?teLaat=true'))).toEqual(['VT-2026-0002']);
    op.klok.zet(instant('2026-12-05T00:00:00+01:00'));
    expect(nummers(await lijst('?teLaat=true'))).toEqual(['VT-2026-0001', 'VT-2026-0002']);
  });

  test.each([
    ['fase=ergens', 'fase'],
    ['teLaat=ja', 'teLaat'],
    ['team=', 'team'],
    [`gemeente=${'x'.repeat(61)}`, 'gemeente'],
    [`na=${'x'.repeat(41)}`, 'na'],
    ['limiet=5', 'limiet'],
  ])('%s is 422 and names the field', async (query, veld) => {
    const { status, body } = await lijst(`?${query}`);
    expect(status).toBe(422);
    expect(body['velden']).toEqual([{ veld, melding: expect.stringMatching(/\w{4}/) }]);
  });
});

describe('a long list', () => {
  beforeEach(async () => {
    op = await startToepassing();
  });
  afterEach(() => op.stop());

  const alle = async (aantal: number): Promise<string[]> => {
    const reeks = Array.from({ length: aantal }, (_leeg, nr) => `VT-2026-${1000 + nr}`);
    for (const casusnummer of reeks) await op.meld({ casusnummer });
    return reeks;
  };

  test('comes in pages of 100; the cursor of one is the `na` of the next, with the same filter', async () => {
    const reeks = await alle(205);
    const gezien: string[] = [];
    const paginas: number[] = [];
    let na: unknown = '';
    while (typeof na === 'string') {
      const pagina = await lijst(`?gemeente=Breda${na === '' ? '' : `&na=${na}`}`);
      gezien.push(...nummers(pagina));
      paginas.push(nummers(pagina).length);
      na = pagina.body['volgende'];
    }
    expect(gezien).toEqual(reeks);
    expect(paginas).toEqual([100, 100, 5]);
  });

  test('of exactly 100 has no next page', async () => {
    await alle(100);
    const { body } = await lijst('');
    expect(body['casussen']).toHaveLength(100);
    expect(body).not.toHaveProperty('volgende');
  });
});

describe('the API’s description of itself', () => {
  beforeEach(async () => {
    op = await startToepassing();
  });
  afterEach(() => op.stop());

  test('is read without a key, names every path and has every soort', async () => {
    const { status, koppen, body, tekst } = await op.api('GET', '/api/v1/openapi.json', { sleutel: null });
    expect(status).toBe(200);
    expect(koppen.get('content-type')).toContain('application/json');
    expect(body['openapi']).toBe('3.1.0');
    expect(Object.keys(body['paths'] as Json)).toEqual([
      '/api/v1/casussen',
      '/api/v1/casussen/{casusnummer}',
      '/api/v1/casussen/{casusnummer}/verantwoordelijke',
      '/api/v1/casussen/{casusnummer}/opdrachten',
    ]);
    const { schemas } = body['components'] as { schemas: Record<string, Json> };
    const { oneOf } = schemas['Opdracht'] as { oneOf: { properties: { soort: { const: string } } }[] };
    expect(oneOf.map(({ properties }) => properties.soort.const)).toEqual(OPDRACHT_SOORTEN);
    for (const [, naam = ''] of tekst.matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(schemas).toHaveProperty(naam);
  });
});
