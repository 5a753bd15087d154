import { once } from 'node:events';
import { connect } from 'node:net';
import type restify from 'restify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { koppelRoute, luister, maakServer, sluit, stuurProbleem } from '../../../src/adapters/http/server.ts';
import { maakLogboek } from '../../steun/teams.ts';

const logboek = maakLogboek();
let server: restify.Server;
let url: string;
let losmaken: (() => void)[] = [];

beforeEach(async () => {
  logboek.regels.length = 0;
  server = maakServer({ log: logboek.log });
  koppelRoute(server, 'post', '/echo', async (verzoek, antwoord) => {
    antwoord.writeHead(200, { 'content-type': 'application/json' });
    antwoord.end(JSON.stringify(verzoek.body));
  });
  koppelRoute(server, 'get', '/fout', async () => {
    throw new Error('geheim van de bak');
  });
  koppelRoute(server, 'get', '/direct', () => {
    throw new TypeError('geheim van de bak');
  });
  koppelRoute(server, 'get', '/raar', () => Promise.reject('geheim van de bak'));
  koppelRoute(server, 'get', '/half', async (_verzoek, antwoord) => {
    antwoord.writeHead(200);
    antwoord.write('half');
    throw new Error('geheim van de bak');
  });
  koppelRoute(server, 'get', '/wacht', async (_verzoek, antwoord) => {
    await new Promise<void>((los) => losmaken.push(los));
    antwoord.end('klaar');
  });
  ({ url } = await luister(server, { host: '127.0.0.1', poort: 0 }));
});

afterEach(async () => {
  for (const los of losmaken) los();
  losmaken = [];
  if (server.server.listening) await sluit(server);
});

const json = { 'content-type': 'application/json' };

async function probleem(antwoord: Response): Promise<Record<string, unknown>> {
  expect(antwoord.headers.get('content-type')).toContain('application/problem+json');
  return (await antwoord.json()) as Record<string, unknown>;
}

describe('what is sent in', () => {
  test('JSON is read, with security headers and no server name in the answer', async () => {
    const antwoord = await fetch(`${url}/echo`, { method: 'POST', headers: json, body: '{"a":1}' });
    expect(await antwoord.json()).toEqual({ a: 1 });
    expect(antwoord.headers.get('x-content-type-options')).toBe('nosniff');
    expect(antwoord.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(antwoord.headers.get('cache-control')).toBe('no-store');
    expect(antwoord.headers.get('server')).toBeNull();
  });

  test.each(['/%', '/%zz', '//', '/echo/../..%00', '/?%'])('the odd address %s is answered', async (pad) => {
    expect((await ruw(`GET ${pad} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).slice(0, 12)).toMatch(
      /HTTP\/1.1 4\d\d/,
    );
  });
});

function ruw(verzoek: string): Promise<string> {
  return new Promise((klaar, mislukt) => {
    let alles = '';
    const verbinding = connect(Number(new URL(url).port), '127.0.0.1', () => verbinding.write(verzoek));
    verbinding.on('data', (deel) => (alles += deel.toString()));
    verbinding.on('end', () => klaar(alles));
    verbinding.on('error', mislukt);
  });
}

describe('what goes wrong inside', () => {
  test.each(['/fout', '/direct', '/raar'])(
    '%s is a 500 without the text of the error, and the process lives',
    async (pad) => {
      const antwoord = await fetch(`${url}${pad}`);
      expect(antwoord.status).toBe(500);
      const lichaam = await probleem(antwoord);
      expect(lichaam.code).toBe('interne-fout');
      expect(JSON.stringify([lichaam, logboek.regels])).not.toContain('geheim');
      expect(logboek.regels).toHaveLength(1);
      expect(logboek.regels[0]).toMatchObject({ niveau: 'error', route: pad });
      expect((await fetch(`${url}/echo`, { method: 'POST', headers: json, body: '{}' })).status).toBe(200);
    },
  );

  test('an error halfway an answer ends it', async () => {
    expect(await (await fetch(`${url}/half`)).text()).toBe('half');
  });

  test('a problem can be sent with fields of its own', async () => {
    koppelRoute(server, 'get', '/velden', async (_verzoek, antwoord) =>
      stuurProbleem(antwoord, { status: 422, code: 'niet-begrepen', title: 'Vul in.', velden: ['team'] }),
    );
    expect(await probleem(await fetch(`${url}/velden`))).toEqual({
      type: 'about:blank',
      status: 422,
      code: 'niet-begrepen',
      title: 'Vul in.',
      velden: ['team'],
    });
  });
});

describe('start and stop', () => {
  test('a taken port is told with the port and the remedy', async () => {
    const tweede = maakServer({ log: logboek.log });
    const { port } = server.address();
    await expect(luister(tweede, { host: '127.0.0.1', poort: port })).rejects.toThrow(
      new RegExp(`Poort ${port} op 127.0.0.1 is al in gebruik.*PORT=${port + 1}`),
    );
  });

  test('an address that is not of this machine is told', async () => {
    await expect(luister(maakServer({ log: logboek.log }), { host: '203.0.113.1', poort: 0 })).rejects.toThrow('HOST');
  });

  test('stopping finishes the request under way and closes idle connections', async () => {
    await (await fetch(`${url}/nergens`)).text(); // leaves an idle connection behind
    const aangekomen = once(server, 'routed');
    const onderweg = fetch(`${url}/wacht`);
    await aangekomen;
    const begin = performance.now();
    const gestopt = sluit(server);
    await expect(fetch(`${url}/nergens`)).rejects.toThrow();
    for (const los of losmaken) los();
    expect(await (await onderweg).text()).toBe('klaar');
    await gestopt;
    // Without closing the connection of the last request this takes the 5 s of its keep-alive.
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});
