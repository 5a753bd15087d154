import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { maakWaakhond, type Waakhond } from '../../../src/adapters/http/waakhond.ts';
import { maakLogboek } from '../../steun/teams.ts';
import { startToepassing } from '../../steun/toepassing.ts';

interface Opstelling {
  url: string;
  /** Resolves when the first call has arrived. */
  aangekomen(): Promise<void>;
  waakhond: Waakhond;
  gebeld: string[];
  geteld: string[];
  regels: Record<string, unknown>[];
  vooruit(ms: number): void;
  /** Resolves when so many calls have ended. */
  afgelopen(aantal: number): Promise<void>;
}

async function stelOp(antwoord: RequestListener): Promise<Opstelling> {
  const gebeld: string[] = [];
  const geteld: string[] = [];
  const { log, regels } = maakLogboek();
  let meldAangekomen = (): void => undefined;
  const aangekomen = new Promise<void>((klaar) => {
    meldAangekomen = klaar;
  });
  const server = createServer((verzoek, res) => {
    gebeld.push(`${verzoek.method} ${verzoek.url}`);
    meldAangekomen();
    antwoord(verzoek, res);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  let nu = 0;
  let gemeld = (): void => undefined;
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sein/abc`;
  const waakhond = maakWaakhond({
    url,
    log,
    nu: () => nu,
    geteld(uitkomst) {
      geteld.push(uitkomst);
      gemeld();
    },
  });
  onTestFinished(() => {
    waakhond.stop();
    server.close();
    server.closeAllConnections();
  });
  return {
    url,
    aangekomen: () => aangekomen,
    waakhond,
    gebeld,
    geteld,
    regels,
    vooruit: (ms) => void (nu += ms),
    afgelopen: (aantal) =>
      new Promise((klaar) => {
        gemeld = () => (geteld.length >= aantal ? klaar() : undefined);
        gemeld();
      }),
  };
}

test('the waakhond is called at once, and then once a minute at most, however often there is reason to', async () => {
  const op = await stelOp((_verzoek, res) => void res.end('dank'));
  op.waakhond.sein();
  op.waakhond.sein();
  op.vooruit(59_999);
  op.waakhond.sein();
  await op.afgelopen(1);
  expect(op.gebeld).toEqual(['GET /sein/abc']);
  op.vooruit(1);
  op.waakhond.sein();
  await op.afgelopen(2);
  expect(op.gebeld).toHaveLength(2);
  expect(op.geteld).toEqual(['gelukt', 'gelukt']);
  expect(op.regels).toEqual([]);
});

test.each<[string, RequestListener]>([
  [
    'refuses',
    (_verzoek, res) => {
      res.statusCode = 500;
      res.end();
    },
  ],
  [
    'sends it elsewhere',
    (_verzoek, res) => {
      res.statusCode = 302;
      res.setHeader('location', 'http://127.0.0.1:9/');
      res.end();
    },
  ],
  ['hangs up', (verzoek) => void verzoek.socket.destroy()],
])('a waakhond that %s is logged without its address, and called again the next minute', async (_wat, antwoord) => {
  const op = await stelOp(antwoord);
  op.waakhond.sein();
  await op.afgelopen(1);
  op.vooruit(60_000);
  op.waakhond.sein();
  await op.afgelopen(2);
  expect(op.geteld).toEqual(['mislukt', 'mislukt']);
  expect(op.regels.map(({ niveau, tekst }) => [niveau, tekst])).toEqual([
    ['warn', 'waakhond niet bereikt'],
    ['warn', 'waakhond niet bereikt'],
  ]);
  expect(JSON.stringify(op.regels)).not.toContain('abc');
});

test('a waakhond that never answers keeps nobody waiting, and is let go at the stop', async () => {
  const op = await stelOp(() => undefined);
  op.waakhond.sein();
  op.waakhond.stop();
  await op.afgelopen(1);
  expect(op.geteld).toEqual(['mislukt']);
});

test.each([
  ['watches', false, ['GET /sein/abc']],
  ['cannot read a casus, which may be the one that matters', true, []],
])('the program that %s (%j) calls %j', async (_naam, kapot, gebeld) => {
  const op = await stelOp((_verzoek, res) => void res.end());
  const bot = await startToepassing({ env: { WAAKHOND_URL: op.url } });
  onTestFinished(() => bot.stop());
  await bot.toepassing.ronde();
  await bot.meld();
  if (kapot) await bot.bederf((document) => ({ ...document, journaal: [] }));
  await bot.toepassing.toezicht();
  if (!kapot) await op.aangekomen();
  // Whatever was sent before this has arrived before it.
  await fetch(new URL('/hierna', op.url));
  expect(op.gebeld).toEqual([...gebeld, 'GET /hierna']);
});
