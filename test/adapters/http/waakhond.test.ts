import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { maakWaakhond, type Waakhond } from '../../../src/adapters/http/waakhond.ts';
import { maakLogboek } from '../../steun/teams.ts';

interface Opstelling {
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
  const server = createServer((verzoek, res) => {
    gebeld.push(`${verzoek.method} ${verzoek.url}`);
    antwoord(verzoek, res);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  let nu = 0;
  let gemeld = (): void => undefined;
  const waakhond = maakWaakhond({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sein/abc`,
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
  ['refuses', (_verzoek, res) => void res.writeHead(500).end()],
  ['sends it elsewhere', (_verzoek, res) => void res.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
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
