/** Where the bot's own token goes: with calls to the hosts of the list, and nowhere else. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Bezorging } from '../../../src/toepassing/poorten.ts';
import { ANNA, bericht, BOT, HULP, installatie, PERSOONLIJK, TENANT } from '../../steun/teams.ts';
import { stelMetTokensOp, type TokenOpstelling } from './token-opstelling.ts';

const PERSOON = ANNA.aadObjectId.toLowerCase();
const verwijzing = (serviceUrl: string) => ({
  conversatie: PERSOONLIJK,
  serviceUrl,
  tenant: TENANT,
  botId: BOT.id,
  soort: 'persoonlijk' as const,
});

/** Hosts that Node's HTTP client has called, as the SDK does: the tests' own calls go by `fetch`. */
const gebeld: string[] = [];
const noteer = (melding: unknown): void =>
  void gebeld.push(String((melding as { request: ClientRequest }).request.getHeader('host')));

let op: TokenOpstelling;
/** The provider's host, from which the SDK gets keys. */
const elders = (): string[] => gebeld.filter((host) => !op.aanbieder.eindpunten.OAuthUrl?.endsWith(host));

beforeAll(() => subscribe('http.client.request.start', noteer));
afterAll(() => void unsubscribe('http.client.request.start', noteer));
beforeEach(() => void (gebeld.length = 0));

describe('with the bot’s own list', () => {
  beforeAll(async () => void (op = await stelMetTokensOp('microsoft')));
  afterAll(() => op.stop());
  beforeEach(() => op.wis());

  test('a Microsoft host is asked a token for (here in vain, so that nothing leaves this machine)', async () => {
    op.ophalen.mockRejectedValue(new Error('AADSTS7000215'));
    const serviceUrl = 'https://smba.trafficmanager.net/emea/';
    expect(await op.gevolg(bericht(serviceUrl, 'help'), await op.kop({}, serviceUrl))).toMatchObject({ status: 200 });
    expect(op.ophalen).toHaveBeenCalledOnce();
    expect(elders()).toEqual([]);
  });

  const ELDERS = [
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/smba.trafficmanager.net/',
    'https://evil.example/?https://smba.trafficmanager.net/',
    'https://evil.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net./emea/',
    'https://smba.trafficmanager.net\t.evil.example/',
    'http://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://iemand:geheim@smba.trafficmanager.net/',
    'https://botframework.com.evil.example/',
    'https://evilbotframework.com/',
    'https://169.254.169.254/metadata/identity/oauth2/token',
    'wss://smba.trafficmanager.net/',
    'file:///etc/passwd',
    'smba.trafficmanager.net',
  ];

  describe.each([...ELDERS, 'the connector on this machine'])('%j', (gegeven) => {
    const serviceUrl = (): string => (gegeven.startsWith('the ') ? op.connector.serviceUrl : gegeven);

    test.each([bericht, installatie])(
      'in an activity with a valid token: 401, no token asked, no call',
      async (maak) => {
        const inhoud = maak(serviceUrl(), maak === bericht ? 'help' : 'add');
        const kop = await op.kop({}, serviceUrl());
        expect(await op.gevolg(inhoud, kop)).toEqual({ status: 401, tekst: '', gedaan: 0 });
        expect(elders()).toEqual([]);
      },
    );

    const bezorg = (extra: object = {}): Promise<Bezorging> =>
      op.postbode.bezorg({ adres: { persoon: PERSOON }, bericht: HULP, ...extra });

    test.each<[string, string | undefined, object]>([
      ['to post in', PERSOON, {}],
      ['to update in', PERSOON, { vervangt: { conversatie: PERSOONLIJK, activiteit: 'act-1' } }],
      ['to open a conversation by', undefined, {}],
    ])('in a stored conversation %s: failed for good, no token asked, no call', async (_wat, persoon, extra) => {
      await op.adressen.onthoud(verwijzing(serviceUrl()), persoon);
      expect(await bezorg(extra)).toEqual({ uitkomst: 'mislukt', code: 'serviceurl', blijvend: true });
      expect(op.ophalen).not.toHaveBeenCalled();
      expect(elders()).toEqual([]);
      expect(op.connector.aanroepen).toEqual([]);
    });

    test('in a stored conversation to read who is in it: refused, no token asked, no call', async () => {
      await expect(op.ledenlijst.leden(verwijzing(serviceUrl()))).rejects.toThrow('serviceurl');
      expect(op.ophalen).not.toHaveBeenCalled();
      expect(elders()).toEqual([]);
      expect(op.connector.aanroepen).toEqual([]);
    });
  });
});

describe('the bot’s own token', () => {
  const bezorg = () => op.postbode.bezorg({ adres: { persoon: PERSOON }, bericht: HULP });
  beforeEach(async () => {
    op = await stelMetTokensOp('loopback', { timeoutMs: 500 });
    await op.adressen.onthoud(verwijzing(op.connector.serviceUrl), PERSOON);
  });
  afterEach(() => op.stop());

  test('goes with every call, and each call is seen by this test', async () => {
    expect(await bezorg()).toMatchObject({ uitkomst: 'bezorgd' });
    expect(op.connector.aanroepen[0]?.kop.authorization).toBe('Bearer uitgaand');
    expect(elders()).toEqual([new URL(op.connector.serviceUrl).host]);
  });

  test('does not follow a redirect to another host', async () => {
    const ander = await stelMetTokensOp();
    const location = `${ander.connector.serviceUrl}/v3/conversations/elders/activities`;
    op.connector.stoor({ soort: 'weiger', status: 307, koppen: { location } });
    expect(await bezorg()).toEqual({ uitkomst: 'onzeker', code: 'antwoord-onleesbaar' });
    expect(op.connector.aanroepen).toHaveLength(1);
    expect(ander.connector.aanroepen).toEqual([]);
    await ander.stop();
  });

  test('that cannot be had is no uncertainty: nothing was sent', async () => {
    op.ophalen.mockRejectedValue(new Error('AADSTS7000215'));
    expect(await bezorg()).toEqual({ uitkomst: 'mislukt', code: 'niet-verzonden', blijvend: false });
    expect(op.connector.aanroepen).toEqual([]);
  });

  test('that comes too late is not used any more', async () => {
    let geef = (_token: string): void => {};
    op.ophalen.mockImplementation(() => new Promise((klaar) => (geef = klaar)));
    expect(await bezorg()).toEqual({ uitkomst: 'mislukt', code: 'token-timeout', blijvend: false });
    geef('te-laat');
    // A round trip in which a call with the late token would have arrived.
    await fetch(`${op.connector.serviceUrl}/v3/conversations`);
    expect(op.connector.aanroepen.map(({ methode }) => methode)).toEqual(['GET']);
  });
});
