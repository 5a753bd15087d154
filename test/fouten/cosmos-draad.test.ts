/** The store in Cosmos DB while the wire or the account fails: nothing twice, nothing half, and no answer that is not so. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openCosmos } from '../../src/adapters/opslag/cosmos.ts';
import { OpslagFout, type Opslag } from '../../src/toepassing/poorten.ts';
import { NU, voorbeeld } from '../adapters/opslag/voorbeeld.ts';
import { startCosmosEmulator, type CosmosEmulator } from '../steun/cosmos-emulator.ts';
import { startFoutproxy, type Foutproxy, type Storing, type Waar } from '../steun/foutproxy.ts';

const X = 'VT-2026-0001';
const ANDERS = { gemeente: 'Den Haag' };
let emulator: CosmosEmulator;
let proxy: Foutproxy;
let teller = 0;
let opslag: Opslag;
/** Past the proxy: as it really stands there. */
let direct: Opslag;

beforeAll(async () => {
  emulator = await startCosmosEmulator();
  proxy = await startFoutproxy(emulator);
});
afterAll(async () => {
  await proxy.sluit();
  await emulator.stop();
});
beforeEach(async () => {
  proxy.wis();
  const { sleutel, agent, endpoint } = emulator;
  const database = `draad-${++teller}`;
  opslag = await openCosmos({ endpoint: proxy.endpoint, sleutel, database, tijdslimiet });
  direct = await openCosmos({ endpoint, sleutel, agent, database });
  proxy.wis();
});
afterEach(async () => {
  await opslag.sluit();
  await direct.sluit();
});

/** Time is up when the test says so, for the call that is under way then. */
let tijdIsOp: () => void = () => {};
const tijdslimiet = (): AbortSignal => {
  const limiet = new AbortController();
  tijdIsOp = () => limiet.abort();
  return limiet.signal;
};
/** Nobody answers, and time is up once that is so. */
function hang(gedaan: boolean, waar: Waar): void {
  const { gebeurd } = proxy.stoor({ wat: 'hang', gedaan }, waar);
  void gebeurd.then(() => tijdIsOp());
}

/** The three ways to write, each on something that stands there already where it needs that. */
const SCHRIJVERS: Record<string, () => Promise<() => Promise<{ etag: string } | undefined>>> = {
  async 'a new casus'() {
    return () => opslag.maak(voorbeeld(X));
  },
  async 'a changed casus'() {
    const etag = (await direct.maak(voorbeeld(X)))?.etag ?? '';
    return () => opslag.vervang(voorbeeld(X, ANDERS), etag);
  },
  async 'a register'() {
    const etag = (await direct.schrijfRegister('koppelingen', { nr: 1 }, undefined))?.etag;
    return () => opslag.schrijfRegister('koppelingen', { nr: 2 }, etag);
  },
};
const schrijvers = Object.entries(SCHRIJVERS);

const geschreven = (): number =>
  proxy.doorgangen.filter(({ soort, doorgelaten }) => soort === 'schrijf' && doorgelaten).length;
const huidigeEtag = async (): Promise<string | undefined> =>
  ((await direct.lees(X)) ?? (await direct.leesRegister('koppelingen')))?.etag;

describe.each(schrijvers)('%s', (_wat, klaarzetten) => {
  const WEG: [string, Storing][] = [
    ['the connection breaks after the store did it', { wat: 'antwoord-weg' }],
    ['the answer stops halfway', { wat: 'antwoord-half' }],
    ['the store does it and answers 503', { wat: 'gedaan-maar', status: 503 }],
    ['the store does it and answers 500', { wat: 'gedaan-maar', status: 500 }],
    ['the store does it and answers 408', { wat: 'gedaan-maar', status: 408 }],
    ['the client tried twice and is refused for its own first try', { wat: 'gedaan-maar', status: 412 }],
  ];
  test.each(WEG)('%s: it is known to be written, once', async (_naam, storing) => {
    const schrijf = await klaarzetten();
    proxy.stoor(storing, { soort: 'schrijf', keer: 1 });
    const uitkomst = await schrijf();
    expect(uitkomst?.etag).toBeDefined();
    expect(uitkomst?.etag).toBe(await huidigeEtag());
    expect(geschreven()).toBe(1);
  });

  const NIET: [string, Storing][] = [
    ['the connection breaks before the store got it', { wat: 'verzoek-weg' }],
    ['the store is away (503)', { wat: 'weiger', status: 503 }],
    ['the store may not be used (403)', { wat: 'weiger', status: 403 }],
    ['it is too large (413)', { wat: 'weiger', status: 413 }],
  ];
  test.each(NIET)('%s: refused as a store that does not work, and nothing is written', async (_naam, storing) => {
    const schrijf = await klaarzetten();
    const voor = await huidigeEtag();
    proxy.stoor(storing, { soort: 'schrijf' });
    await expect(schrijf()).rejects.toThrow(OpslagFout);
    expect(await huidigeEtag()).toBe(voor);
    proxy.wis();
    expect((await schrijf())?.etag).toBe(await huidigeEtag());
  });

  test('the store does it and never answers: it is known to be written, once', async () => {
    const schrijf = await klaarzetten();
    hang(true, { soort: 'schrijf', keer: 1 });
    expect((await schrijf())?.etag).toBe(await huidigeEtag());
    expect(geschreven()).toBe(1);
  });

  test('the store hears nothing and nobody answers: given up in time, and nothing is written', async () => {
    const schrijf = await klaarzetten();
    const voor = await huidigeEtag();
    hang(false, { soort: 'schrijf', keer: 1 });
    await expect(schrijf()).rejects.toThrow(OpslagFout);
    expect(await huidigeEtag()).toBe(voor);
    expect((await schrijf())?.etag).toBe(await huidigeEtag());
  });

  test('429 with a wait: the client waits and it is written once', async () => {
    const schrijf = await klaarzetten();
    proxy.stoor({ wat: 'weiger', status: 429, koppen: { 'x-ms-retry-after-ms': '5' } }, { soort: 'schrijf', keer: 3 });
    expect((await schrijf())?.etag).toBe(await huidigeEtag());
    expect(proxy.doorgangen.filter(({ soort }) => soort === 'schrijf')).toHaveLength(4);
    expect(geschreven()).toBe(1);
  });

  test('429 that does not end: refused after a few tries, and nothing is written', async () => {
    const schrijf = await klaarzetten();
    const voor = await huidigeEtag();
    proxy.stoor({ wat: 'weiger', status: 429, koppen: { 'x-ms-retry-after-ms': '1' } }, { soort: 'schrijf' });
    await expect(schrijf()).rejects.toThrow(/429/);
    expect(await huidigeEtag()).toBe(voor);
    expect(proxy.doorgangen.length).toBeLessThan(15);
  });

  test('449, two at once in the account: a lost race, to be read and tried anew', async () => {
    const schrijf = await klaarzetten();
    proxy.stoor({ wat: 'weiger', status: 449 }, { soort: 'schrijf', keer: 1 });
    expect(await schrijf()).toBeUndefined();
    expect((await schrijf())?.etag).toBe(await huidigeEtag());
  });

  test('its answer is lost and it cannot be looked at either: not said to be written, nor to be lost', async () => {
    const schrijf = await klaarzetten();
    proxy.stoor({ wat: 'gedaan-maar', status: 412 }, { soort: 'schrijf', keer: 1 });
    proxy.stoor({ wat: 'weiger', status: 503 }, { soort: 'lees' });
    await expect(schrijf()).rejects.toThrow(OpslagFout);
  });
});

test('a casus that someone else changed before the lost answer was looked at: not said to be ours', async () => {
  const etag = (await direct.maak(voorbeeld(X)))?.etag ?? '';
  const ander = async (): Promise<void> => {
    const gelezen = await direct.lees(X);
    await direct.vervang(voorbeeld(X, { wekOp: null }), gelezen?.etag ?? '');
  };
  proxy.stoor({ wat: 'ingehaald', door: ander }, { soort: 'schrijf', keer: 1 });
  await expect(opslag.vervang(voorbeeld(X, ANDERS), etag)).rejects.toThrow(OpslagFout);
});

test('two who write exactly the same at once: one has it, the other has lost', async () => {
  const etag = (await direct.maak(voorbeeld(X)))?.etag ?? '';
  const uitkomsten = await Promise.all([1, 2].map(() => opslag.vervang(voorbeeld(X, ANDERS), etag)));
  expect(uitkomsten.filter(Boolean)).toHaveLength(1);
});

describe('reading', () => {
  const LEZERS: [string, () => Promise<unknown>][] = [
    ['a casus', () => opslag.lees(X)],
    ['who is due', () => opslag.teWekken(NU, 10)],
    ['a search', () => opslag.zoek({ maximum: 10 })],
    ['a register', () => opslag.leesRegister('koppelingen')],
    ['its health', () => opslag.controleer()],
  ];
  test.each(LEZERS)('%s: an account that does not answer is given up in time', async (_wat, lees) => {
    hang(false, { keer: 1 });
    await expect(lees()).rejects.toThrow(OpslagFout);
    await expect(lees()).resolves.not.toThrow();
  });

  test.each(LEZERS)('%s: 429 with a wait passes unnoticed', async (_wat, lees) => {
    proxy.stoor({ wat: 'weiger', status: 429, koppen: { 'x-ms-retry-after-ms': '5' } }, { keer: 2 });
    await lees();
    expect(proxy.doorgangen.map(({ doorgelaten }) => doorgelaten).slice(0, 3)).toEqual([false, false, true]);
  });

  test.each(LEZERS)('%s: 503 that lasts is refused as a store that does not work', async (_wat, lees) => {
    proxy.stoor({ wat: 'weiger', status: 503 });
    await expect(lees()).rejects.toThrow(OpslagFout);
  });
});

test('an account that does not answer at the start: an error with the endpoint and the remedy', async () => {
  hang(false, {});
  const { sleutel } = emulator;
  const opening = openCosmos({ endpoint: proxy.endpoint, sleutel, database: 'hang', tijdslimiet });
  await expect(opening).rejects.toThrow(/Cosmos DB op .* kan niet worden gebruikt.*COSMOS_ENDPOINT/s);
});
