import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isLoopback, isMicrosoft } from '../../../src/adapters/teams/authenticatie.ts';
import { ANNA, bericht, installatie, klik, stuur, type Activiteit } from '../../steun/teams.ts';
import { stelOp, type Opstelling } from './opstelling.ts';

let opstelling: Opstelling;
let dienst: string;
beforeEach(async () => {
  opstelling = await stelOp();
  dienst = opstelling.connector.serviceUrl;
});
afterEach(() => opstelling.stop());

function nietsGedaan(): void {
  expect(opstelling.gesprek.gezegd).toEqual([]);
  expect([...opstelling.adressen.bekend]).toEqual([]);
  expect(opstelling.connector.aanroepen).toEqual([]);
}

const zonderPersoon = { from: { id: ANNA.id, name: ANNA.name } };

describe('without an app id, on this machine only', () => {
  test.each<[string, number, Activiteit]>([
    ['no aadObjectId', 403, zonderPersoon],
    ['no tenant', 403, { channelData: {} }],
    ['no channelData', 403, { channelData: undefined }],
    ['another channel', 401, { channelId: 'webchat' }],
    ['no channel', 401, { channelId: undefined }],
    ['no serviceUrl', 401, { serviceUrl: undefined }],
    ['a serviceUrl elsewhere', 401, { serviceUrl: 'https://smba.trafficmanager.net/emea/' }],
    ['no conversation', 400, { conversation: undefined }],
    ['a conversation without an id', 400, { conversation: { id: '' } }],
    ['no sender', 400, { from: undefined }],
    ['no receiver', 400, { recipient: null }],
    ['no type', 400, { type: undefined }],
    ['a type that is a list', 400, { type: ['message'] }],
  ])('%s is refused with %i, and nothing is done', async (_wat, status, extra) => {
    const antwoord = await stuur(opstelling.url, bericht(dienst, 'help', extra));
    expect(antwoord).toEqual({ status, tekst: '', body: undefined });
    nietsGedaan();
    expect(JSON.stringify(opstelling.logboek.regels)).not.toContain('Anna');
  });

  test('a click without aadObjectId is refused too', async () => {
    expect((await stuur(opstelling.url, klik(dienst, 'oppakken', {}, zonderPersoon))).status).toBe(403);
    nietsGedaan();
  });

  test.each([null, [], 'x', 7, true])('a body of %j is refused', async (body) => {
    expect([400, 401]).toContain((await stuur(opstelling.url, body)).status);
    nietsGedaan();
  });

  test('odd extra fields do no harm', async () => {
    const extra = {
      locale: { a: 1 },
      text: 42,
      entities: 'x',
      deliveryMode: 'expectReplies',
      timestamp: 'gisteren',
      membersAdded: 'x',
      callerId: 'urn:x',
    };
    expect((await stuur(opstelling.url, bericht(dienst, 'help', extra))).status).toBe(200);
    expect(opstelling.gesprek.gezegd).toMatchObject([{ wat: 'bericht', tekst: '' }]);
    expect(opstelling.connector.aanroepen).toHaveLength(1);
  });

  test.each(['messageReaction', 'messageUpdate', 'typing', 'endOfConversation', 'event', 'onbekend'])(
    'an activity of type %s is taken note of',
    async (type) => {
      expect((await stuur(opstelling.url, bericht(dienst, 'help', { type }))).status).toBe(200);
      nietsGedaan();
    },
  );

  test('any tenant may try it out', async () => {
    const extra = { channelData: { tenant: { id: 'elders' } } };
    expect((await stuur(opstelling.url, installatie(dienst, 'add', extra))).status).toBe(200);
  });

  test('gzip, a body of 10 MB, broken JSON and GET are refused by the server', async () => {
    const url = `${opstelling.url}/api/messages`;
    const json = { 'content-type': 'application/json' };
    const post = (body: string, headers = {}): Promise<Response> =>
      fetch(url, { method: 'POST', headers: { ...json, ...headers }, body });
    expect((await post('{}', { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await post(JSON.stringify(bericht(dienst, 'x'.repeat(10_000_000))))).status).toBe(413);
    expect((await post('{"type":')).status).toBe(400);
    expect((await post('['.repeat(100_000))).status).toBe(400);
    expect((await fetch(url)).status).toBe(405);
    nietsGedaan();
    expect((await stuur(opstelling.url, bericht(dienst, 'help'))).status).toBe(200);
  });
});

// Those that are not Microsoft's are met by every way out in token-uit.test.ts.
describe('hosts that get a token', () => {
  test.each([
    'https://smba.trafficmanager.net/emea/11111111-2222-3333-4444-555555555555/',
    'https://smba.trafficmanager.net/teams',
    'https://europe.api.botframework.com/',
  ])('%s is Microsoft', (url) => expect(isMicrosoft(url)).toBe(true));

  test.each(['http://localhost:56150/_connector', 'http://127.0.0.1:1/', 'http://[::1]:1/'])(
    '%s is this machine',
    (url) => expect(isLoopback(url)).toBe(true),
  );
  test.each(['http://127.0.0.1.kwaad.nl/', 'http://localhost.kwaad.nl/', 'file://localhost/x', 'http://10.0.0.1/'])(
    '%s is not',
    (url) => expect(isLoopback(url)).toBe(false),
  );
});
