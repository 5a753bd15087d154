import { afterEach, describe, expect, test } from 'vitest';
import { maakGereedheid } from '../../../src/adapters/http/gereedheid.ts';
import type { Opslag } from '../../../src/toepassing/poorten.ts';
import { startToepassing, type Opstelling } from '../../steun/toepassing.ts';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const werk of opruimen.splice(0)) await werk();
});

/** The real program, with what its store is asked and told to write. */
async function begin(
  env: Record<string, string> = {},
): Promise<Opstelling & { gelezen: string[]; geschreven: string[] }> {
  const gelezen: string[] = [];
  const geschreven: string[] = [];
  const omhulOpslag = (opslag: Opslag): Opslag => ({
    ...opslag,
    maak: (...alles) => (geschreven.push('maak'), opslag.maak(...alles)),
    vervang: (...alles) => (geschreven.push('vervang'), opslag.vervang(...alles)),
    schrijfRegister: (...alles) => (geschreven.push('schrijfRegister'), opslag.schrijfRegister(...alles)),
    controleer(alleenLezen) {
      (alleenLezen ? gelezen : geschreven).push('controleer');
      return opslag.controleer(alleenLezen);
    },
  });
  const op = await startToepassing({ env, vervangingen: { omhulOpslag } });
  opruimen.push(() => op.stop());
  await op.toepassing.ronde();
  return { ...op, gelezen, geschreven };
}

test('given fifty ask at once whether it is ready, then the store is asked once and nothing is written', async () => {
  const op = await begin();
  // The start itself wrote the adresboek: that proves as much.
  op.geschreven.length = 0;
  const antwoorden = await Promise.all(Array.from({ length: 50 }, () => op.api('GET', '/readyz', { sleutel: null })));
  expect(new Set(antwoorden.map(({ status }) => status))).toEqual(new Set([200]));
  expect([op.gelezen, op.geschreven]).toEqual([['controleer'], []]);
});

describe('with BEHEER_POORT', () => {
  test('given who can reach the public port, then they learn that it is ready and nothing else', async () => {
    const op = await begin({ BEHEER_POORT: '0' });
    const open = await op.api('GET', '/readyz', { sleutel: null });
    expect([open.status, open.body]).toEqual([200, { klaar: true }]);
    expect((await op.api('GET', '/metrics', { sleutel: null })).status).toBe(404);
    expect((await op.api('GET', '/healthz', { sleutel: null })).body).toEqual({ leeft: true });
  });

  test('given who can reach the other port, then the details and the metrics are there, and nothing of the API', async () => {
    const op = await begin({ BEHEER_POORT: '0' });
    const beheer = op.toepassing.beheerUrl ?? '';
    expect(new URL(beheer).hostname).toBe(new URL(op.url).hostname);
    expect(await (await fetch(`${beheer}/readyz`)).json()).toEqual({
      klaar: true,
      opslag: true,
      ronde: true,
      redenen: [],
      waarschuwingen: [],
    });
    expect(await (await fetch(`${beheer}/metrics`)).text()).toContain('# HELP casussen_open ');
    expect((await fetch(`${beheer}/healthz`)).status).toBe(200);
    for (const pad of ['/api/v1/casussen', '/api/v1/openapi.json', '/api/messages'])
      expect((await fetch(`${beheer}${pad}`)).status).toBe(404);
  });

  test('given the store is gone, then the public port says only that it is not ready', async () => {
    const op = await begin({ BEHEER_POORT: '0' });
    await op.toepassing.omgeving.opslag.sluit();
    const { status, body } = await op.api('GET', '/readyz', { sleutel: null });
    expect([status, body]).toEqual([503, { klaar: false }]);
  });

  test('given it stops, then both ports are free', async () => {
    const op = await begin({ BEHEER_POORT: '0' });
    await op.stop();
    opruimen.length = 0;
    for (const waar of [op.url, op.toepassing.beheerUrl ?? ''])
      await expect(fetch(`${waar}/healthz`)).rejects.toThrow('fetch failed');
  });
});

test('without BEHEER_POORT everything is on the one port', async () => {
  const op = await begin();
  expect(op.toepassing.beheerUrl).toBeUndefined();
  expect((await op.api('GET', '/readyz', { sleutel: null })).body).toHaveProperty('redenen', []);
  expect((await op.api('GET', '/metrics', { sleutel: null })).status).toBe(200);
});

describe('how often the store is asked', () => {
  /** A store that can be made to fail at reading or writing, on a clock that is set. */
  function opstelling() {
    const stand = { nu: 0, leest: true, schrijft: true };
    const gevraagd: string[] = [];
    const gereed = maakGereedheid({
      nu: () => stand.nu,
      async controleer(alleenLezen) {
        gevraagd.push(`${stand.nu / 1000} ${alleenLezen ? 'lees' : 'schrijf'}`);
        if (!stand.leest || (!alleenLezen && !stand.schrijft)) throw new Error('schijf');
      },
    });
    return { stand, gevraagd, gereed };
  }

  test('given it is asked every second for two minutes, then it reads each five and writes each sixty', async () => {
    const { stand, gevraagd, gereed } = opstelling();
    for (; stand.nu < 120_000; stand.nu += 1000) expect(await gereed.bereikbaar()).toBe(true);
    expect(gevraagd).toHaveLength(24);
    expect(gevraagd.filter((een) => een.endsWith('schrijf'))).toEqual(['0 schrijf', '60 schrijf']);
  });

  test('given reading fails, then five seconds later that is said, and five after it works it is ready', async () => {
    const { stand, gereed } = opstelling();
    expect(await gereed.bereikbaar()).toBe(true);
    stand.leest = false;
    stand.nu = 4999;
    expect(await gereed.bereikbaar()).toBe(true);
    stand.nu = 5000;
    expect(await gereed.bereikbaar()).toBe(false);
    stand.leest = true;
    stand.nu = 10_000;
    expect(await gereed.bereikbaar()).toBe(true);
  });

  test('given only writing fails, then reading does not call it ready again; a write does', async () => {
    const { stand, gereed, gevraagd } = opstelling();
    stand.schrijft = false;
    for (; stand.nu < 60_000; stand.nu += 5000) expect(await gereed.bereikbaar()).toBe(false);
    stand.schrijft = true;
    expect(await gereed.bereikbaar()).toBe(true);
    expect(gevraagd.filter((een) => een.endsWith('schrijf'))).toEqual(['0 schrijf', '60 schrijf']);
  });

  test('given the program writes for its work, then no other write is needed, and one that fails is told at once', async () => {
    const { stand, gereed, gevraagd } = opstelling();
    for (; stand.nu < 300_000; stand.nu += 1000) {
      if (stand.nu % 30_000 === 0) gereed.gezien('vervang', 'gelukt');
      expect(await gereed.bereikbaar()).toBe(true);
    }
    expect(gevraagd.filter((een) => een.endsWith('schrijf'))).toEqual([]);
    stand.schrijft = false;
    stand.nu += 1;
    expect(await gereed.bereikbaar()).toBe(true);
    gereed.gezien('vervang', 'fout');
    expect(await gereed.bereikbaar()).toBe(false);
    gereed.gezien('lees', 'gelukt');
    expect(await gereed.bereikbaar()).toBe(false);
    gereed.gezien('maak', 'gelukt');
    expect(await gereed.bereikbaar()).toBe(true);
  });

  test('given one write of the program fails and the store is well, then it stays ready', async () => {
    const { stand, gereed, gevraagd } = opstelling();
    expect(await gereed.bereikbaar()).toBe(true);
    stand.nu = 1000;
    gereed.gezien('vervang', 'fout');
    expect(await gereed.bereikbaar()).toBe(true);
    expect(gevraagd).toEqual(['0 schrijf', '1 schrijf']);
  });
});
