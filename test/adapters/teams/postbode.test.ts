import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Bezorging, GeplaatsteKaart, Gespreksverwijzing, Zending } from '../../../src/toepassing/poorten.ts';
import { BOT, HULP, KANAAL, PERSOONLIJK, TENANT } from '../../steun/teams.ts';
import { stelOp, type Opstelling } from './opstelling.ts';

let opstelling: Opstelling;
let kanaal: Gespreksverwijzing;
const ANNA = 'aaaaaaaa-0000-4000-8000-00000000000a';
const BRAM = 'bbbbbbbb-0000-4000-8000-00000000000b';

beforeEach(async () => {
  opstelling = await stelOp();
  kanaal = {
    conversatie: KANAAL,
    serviceUrl: opstelling.connector.serviceUrl,
    tenant: TENANT,
    botId: BOT.id,
    soort: 'kanaal',
  };
  await opstelling.adressen.onthoud(kanaal);
  await opstelling.adressen.onthoud({ ...kanaal, conversatie: PERSOONLIJK, soort: 'persoonlijk' }, ANNA);
  opstelling.adressen.koppelingen.set('wijkteam', KANAAL);
});
afterEach(() => opstelling.stop());

const bezorg = (extra: Partial<Zending> = {}): Promise<Bezorging> =>
  opstelling.postbode.bezorg({ adres: { kanaal: 'wijkteam' }, bericht: HULP, ...extra });
const aanroepen = () => opstelling.connector.aanroepen;

async function geplaatst(extra: Partial<Zending> = {}): Promise<GeplaatsteKaart> {
  const bezorging = await bezorg(extra);
  if (bezorging.uitkomst !== 'bezorgd' || !bezorging.kaart)
    throw new Error(`niet bezorgd: ${JSON.stringify(bezorging)}`);
  return bezorging.kaart;
}

describe('delivered', () => {
  test('a card in a linked channel, with a text for the notification and nothing besides the card', async () => {
    expect(await bezorg()).toEqual({ uitkomst: 'bezorgd', kaart: { conversatie: KANAAL, activiteit: 'act-1' } });
    const [aanroep] = aanroepen();
    expect(aanroep).toMatchObject({ methode: 'POST', pad: `/v3/conversations/${KANAAL}/activities` });
    expect(aanroep?.body).toMatchObject({
      type: 'message',
      from: { id: BOT.id },
      conversation: { id: KANAAL, conversationType: 'channel', tenantId: TENANT },
      summary: HULP.samenvatting,
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { kaart: 'hulp' } }],
    });
    for (const veld of ['text', 'channelData', 'replyToId', 'id']) expect(aanroep?.body).not.toHaveProperty(veld);
  });

  test('a card updated in its place', async () => {
    const kaart = await geplaatst();
    expect(await bezorg({ vervangt: kaart })).toEqual({ uitkomst: 'bezorgd', kaart });
    expect(aanroepen()[1]).toMatchObject({ methode: 'PUT', pad: `/v3/conversations/${KANAAL}/activities/act-1` });
    expect(opstelling.connector.gesprekken.get(KANAAL)).toMatchObject([{ id: 'act-1', versies: 1 }]);
  });

  test('an answer in the thread of a card, and an answer to that one in the same thread', async () => {
    const kaart = await geplaatst();
    const draad = `${KANAAL};messageid=act-1`;
    const antwoord = await geplaatst({ draad: kaart });
    expect(antwoord).toEqual({ conversatie: draad, activiteit: 'act-2' });
    expect(await geplaatst({ draad: antwoord })).toEqual({ conversatie: draad, activiteit: 'act-3' });
    expect(opstelling.connector.gesprekken.get(draad)).toHaveLength(2);
    expect(await bezorg({ vervangt: antwoord })).toMatchObject({ uitkomst: 'bezorgd', kaart: antwoord });
  });

  test('a personal message to someone the bot knows, which must be noticed', async () => {
    const kaart = await geplaatst({ adres: { persoon: ANNA }, bericht: { ...HULP, dringend: true } });
    expect(kaart.conversatie).toBe(PERSOONLIJK);
    expect(aanroepen()).toHaveLength(1);
    expect(aanroepen()[0]?.body).toMatchObject({
      channelData: { notification: { alert: true } },
      summary: HULP.samenvatting,
    });
    expect(await geplaatst({ adres: { persoon: ANNA }, draad: kaart })).toMatchObject({ conversatie: PERSOONLIJK });
  });

  test('a personal message to someone the bot has not met, through any conversation of the tenant', async () => {
    const kaart = await geplaatst({ adres: { persoon: BRAM } });
    expect(kaart.conversatie).toBe(`a:${BRAM}`);
    expect(aanroepen()[0]).toMatchObject({
      methode: 'POST',
      pad: '/v3/conversations',
      body: {
        isGroup: false,
        bot: { id: BOT.id },
        members: [{ id: BRAM }],
        tenantId: TENANT,
        channelData: { tenant: { id: TENANT } },
      },
    });
    await geplaatst({ adres: { persoon: BRAM } });
    expect(aanroepen().map(({ pad }) => pad)).toHaveLength(3);
  });

  test('after the link has moved, what would update or answer the old card is posted in the new channel', async () => {
    const oud = await geplaatst();
    opstelling.adressen.koppelingen.set('wijkteam', '19:nieuw@thread.tacv2');
    await opstelling.adressen.onthoud({ ...kanaal, conversatie: '19:nieuw@thread.tacv2' });
    expect(await geplaatst({ vervangt: oud })).toMatchObject({ conversatie: '19:nieuw@thread.tacv2' });
    expect(await geplaatst({ draad: oud })).toMatchObject({ conversatie: '19:nieuw@thread.tacv2' });
    expect(opstelling.connector.gesprekken.get(KANAAL)).toMatchObject([{ versies: 0 }]);
  });

  test('in order and one at a time within a channel and its threads, but other conversations do not wait', async () => {
    const kaart = await geplaatst();
    let los = (): void => {};
    const tot = new Promise<void>((klaar) => (los = klaar));
    opstelling.connector.stoor({ soort: 'wacht', tot }, { conversatie: KANAAL, keer: 1 });
    const alle = [bezorg({ draad: kaart }), bezorg(), bezorg({ vervangt: kaart }), bezorg({ draad: kaart })];
    expect(await bezorg({ adres: { persoon: ANNA } })).toMatchObject({ uitkomst: 'bezorgd' });
    los();
    expect((await Promise.all(alle)).map(({ uitkomst }) => uitkomst)).toEqual(Array(4).fill('bezorgd'));
    const inKanaal = aanroepen().filter(({ conversatie }) => conversatie !== PERSOONLIJK);
    expect(inKanaal.map(({ methode, conversatie }) => `${methode} ${conversatie.slice(KANAAL.length)}`)).toEqual([
      'POST ',
      'POST ;messageid=act-1',
      'POST ',
      'PUT ',
      'POST ;messageid=act-1',
    ]);
    expect(opstelling.connector.meesteTegelijk()).toBe(1);
  });
});

describe('failed', () => {
  const fout = (code: string): object => ({ error: { code, message: 'Anna kan niet' } });

  test.each([
    [429, { 'retry-after': '7' }, { code: 'http-429', opnieuwNa: 7_000 }],
    [429, { 'retry-after': '0.5' }, { code: 'http-429', opnieuwNa: 500 }],
    [
      429,
      { date: 'Mon, 23 Nov 2026 09:00:00 GMT', 'retry-after': 'Mon, 23 Nov 2026 09:00:30 GMT' },
      { code: 'http-429', opnieuwNa: 30_000 },
    ],
    [429, { 'retry-after': 'straks' }, { code: 'http-429' }],
    [429, {}, { code: 'http-429' }],
    [412, {}, { code: 'http-412' }],
    [401, {}, { code: 'http-401' }],
  ])('%i with %j may be tried again', async (status, koppen, verwacht) => {
    opstelling.connector.stoor({ soort: 'weiger', status, koppen });
    expect(await bezorg()).toEqual({ uitkomst: 'mislukt', blijvend: false, ...verwacht });
    expect(aanroepen()).toHaveLength(1);
  });

  test.each([
    [403, fout('BotNotInConversationRoster'), 'BotNotInConversationRoster'],
    [403, fout('MessageWritesBlocked'), 'MessageWritesBlocked'],
    [404, fout('ConversationNotFound'), 'ConversationNotFound'],
    [400, fout('Bad code; with text'), 'http-400'],
    [413, 'te groot', 'http-413'],
    [403, undefined, 'http-403'],
    [405, { code: 'BadArgument', message: 'x' }, 'BadArgument'],
  ])('%i with %j is for good', async (status, body, code) => {
    opstelling.connector.stoor({ soort: 'weiger', status, body });
    expect(await bezorg()).toEqual({ uitkomst: 'mislukt', blijvend: true, code });
    expect(await bezorg({ vervangt: { conversatie: KANAAL, activiteit: 'act-1' } })).toMatchObject({
      blijvend: true,
      code,
    });
    expect(aanroepen()).toHaveLength(2);
    expect(JSON.stringify(opstelling.logboek.regels)).not.toContain('Anna');
  });

  test('nobody listening, or no such host, is not sent', async () => {
    await opstelling.adressen.onthoud({ ...kanaal, serviceUrl: 'http://127.0.0.1:1' });
    expect(await bezorg()).toEqual({ uitkomst: 'mislukt', blijvend: false, code: 'ECONNREFUSED' });
  });

  test('a stored address elsewhere gets nothing', async () => {
    await opstelling.adressen.onthoud({ ...kanaal, serviceUrl: 'https://kwaad.example/' });
    expect(await bezorg()).toEqual({ uitkomst: 'mislukt', blijvend: true, code: 'serviceurl' });
  });

  test('an organisation without a channel, and a person with nobody to learn the way from', async () => {
    const geen = { uitkomst: 'mislukt', blijvend: true, code: 'geen-gesprek' };
    expect(await bezorg({ adres: { kanaal: 'stuurgroep' } })).toEqual(geen);
    opstelling.adressen.bekend.clear();
    expect(await bezorg({ adres: { persoon: BRAM } })).toEqual(geen);
    expect(aanroepen()).toEqual([]);
  });

  test('a person who does not have the app', async () => {
    opstelling.connector.stoor(
      { soort: 'weiger', status: 403, body: fout('ForbiddenOperationException') },
      { keer: 1 },
    );
    expect(await bezorg({ adres: { persoon: BRAM } })).toMatchObject({
      blijvend: true,
      code: 'ForbiddenOperationException',
    });
    expect(aanroepen()).toHaveLength(1);
  });

  test('opening a conversation may be repeated, so a broken try is no uncertainty', async () => {
    opstelling.connector.stoor({ soort: 'aangenomen', status: 504 }, { keer: 1 });
    expect(await bezorg({ adres: { persoon: BRAM } })).toEqual({
      uitkomst: 'mislukt',
      blijvend: false,
      code: 'http-504',
    });
  });

  test('addresses that cannot be read', async () => {
    opstelling.adressen.zoek = () => Promise.reject(new Error('Anna'));
    expect(await bezorg()).toEqual({ uitkomst: 'mislukt', blijvend: false, code: 'adressen-onbereikbaar' });
    expect(JSON.stringify(opstelling.logboek.regels)).not.toContain('Anna');
  });

  test('a card that cannot be filled', async () => {
    const kapot = await stelOp(
      {},
      {
        kaarten: {
          vul: () => {
            throw new Error('sjabloon');
          },
        },
      },
    );
    expect(await kapot.postbode.bezorg({ adres: { kanaal: 'wijkteam' }, bericht: HULP })).toMatchObject({
      code: 'kaart-onvulbaar',
    });
    await kapot.stop();
  });

  test('a failure holds up nothing that comes after it', async () => {
    opstelling.connector.stoor({ soort: 'weiger', status: 403 }, { keer: 1 });
    const uitkomsten = await Promise.all([bezorg(), bezorg()]);
    expect(uitkomsten.map(({ uitkomst }) => uitkomst)).toEqual(['mislukt', 'bezorgd']);
  });
});

describe('uncertain: it may have arrived, and was sent once', () => {
  test.each([500, 502, 503, 504, 408])('%i after it was taken', async (status) => {
    opstelling.connector.stoor({ soort: 'aangenomen', status });
    expect(await bezorg()).toEqual({ uitkomst: 'onzeker', code: `http-${status}` });
    expect(opstelling.connector.gesprekken.get(KANAAL)).toHaveLength(1);
    expect(aanroepen()).toHaveLength(1);
  });

  test('503 with Retry-After, which the stock client would post again', async () => {
    opstelling.connector.stoor({ soort: 'weiger', status: 503, koppen: { 'retry-after': '0' } });
    expect(await bezorg()).toEqual({ uitkomst: 'onzeker', code: 'http-503', opnieuwNa: 0 });
    expect(aanroepen()).toHaveLength(1);
  });

  test('a connection that breaks', async () => {
    opstelling.connector.stoor({ soort: 'reset' });
    expect(await bezorg()).toEqual({ uitkomst: 'onzeker', code: 'ECONNRESET' });
    expect(aanroepen()).toHaveLength(1);
  });

  test('an answer without an id was delivered, but cannot be updated', async () => {
    opstelling.connector.stoor({ soort: 'aangenomen', status: 202 });
    expect(await bezorg()).toEqual({ uitkomst: 'bezorgd' });
  });

  test.each([500, 502, 504])('an update answered with %i is safe to repeat, so it only failed', async (status) => {
    const kaart = await geplaatst();
    opstelling.connector.stoor({ soort: 'aangenomen', status });
    expect(await bezorg({ vervangt: kaart })).toEqual({ uitkomst: 'mislukt', blijvend: false, code: `http-${status}` });
    expect(aanroepen()).toHaveLength(2);
  });

  test('so did an update whose connection broke', async () => {
    const kaart = await geplaatst();
    opstelling.connector.stoor({ soort: 'reset' });
    expect(await bezorg({ vervangt: kaart })).toEqual({ uitkomst: 'mislukt', blijvend: false, code: 'ECONNRESET' });
    expect(aanroepen()).toHaveLength(2);
  });
});

describe('no answer in time', () => {
  const timeoutMs = 200;
  let kort: Opstelling;
  beforeEach(async () => {
    kort = await stelOp({ timeoutMs });
    await kort.adressen.onthoud({ ...kanaal, serviceUrl: kort.connector.serviceUrl });
    kort.adressen.koppelingen.set('wijkteam', KANAAL);
  });
  afterEach(() => kort.stop());

  test.each([
    ['hang', {}, { uitkomst: 'onzeker', code: 'timeout' }],
    ['half', {}, { uitkomst: 'onzeker', code: 'timeout' }],
    [
      'hang',
      { vervangt: { conversatie: KANAAL, activiteit: 'act-1' } },
      { uitkomst: 'mislukt', blijvend: false, code: 'timeout' },
    ],
  ] as const)('%s with %j', async (soort, extra, verwacht) => {
    kort.connector.stoor({ soort });
    const begin = performance.now();
    expect(await kort.postbode.bezorg({ adres: { kanaal: 'wijkteam' }, bericht: HULP, ...extra })).toEqual(verwacht);
    // Timers may fire a few milliseconds early by this clock.
    expect(performance.now() - begin).toBeGreaterThanOrEqual(timeoutMs - 20);
    expect(kort.connector.aanroepen).toHaveLength(1);
  });
});
