import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { teamsTeksten } from '../../../src/teksten/teams.nl.ts';
import type { Plek } from '../../../src/toepassing/poorten.ts';
import {
  activiteit,
  ANNA,
  bericht,
  BOT,
  HULP,
  installatie,
  inzending,
  KANAAL,
  kanaalbericht,
  klik,
  PERSOONLIJK,
  stuur,
  TENANT,
  toegevoegd,
  type Activiteit,
} from '../../steun/teams.ts';
import { stelOp, type Opstelling } from './opstelling.ts';

let opstelling: Opstelling;
let dienst: string;
const kanaaldraad = `${KANAAL};messageid=1700000000000`;

beforeEach(async () => {
  opstelling = await stelOp();
  dienst = opstelling.connector.serviceUrl;
});
afterEach(() => opstelling.stop());

/** The calls to the connector, shortly. */
const antwoorden = (): unknown[] =>
  opstelling.connector.aanroepen.map(({ methode, conversatie, body }) => ({
    methode,
    conversatie,
    tekst: body['text'],
    kaart: (body['attachments'] as { content: { kaart: string } }[] | undefined)?.[0]?.content.kaart,
  }));
const gezegd = () => opstelling.gesprek.gezegd;
const fouten = () => opstelling.logboek.regels.filter(({ niveau }) => niveau === 'error');

async function antwoordOpKlik(binnen: Activiteit): Promise<unknown> {
  const { status, body } = await stuur(opstelling.url, binnen);
  expect(status).toBe(200);
  return body;
}
const melding = (value: string): object => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value,
});

describe('added to a conversation', () => {
  test('an install is greeted once, and where it was is remembered', async () => {
    expect((await stuur(opstelling.url, installatie(dienst))).status).toBe(200);
    const toegevoegdAan = toegevoegd(dienst, [ANNA, BOT], { conversation: installatie(dienst)['conversation'] });
    expect((await stuur(opstelling.url, toegevoegdAan)).status).toBe(200);
    await stuur(opstelling.url, installatie(dienst, 'add-upgrade'));
    expect(antwoorden()).toEqual([{ methode: 'POST', conversatie: PERSOONLIJK, tekst: undefined, kaart: 'hulp' }]);
    expect(opstelling.adressen.bekend.get(PERSOONLIJK)).toEqual({
      persoon: ANNA.aadObjectId.toLowerCase(),
      verwijzing: { conversatie: PERSOONLIJK, serviceUrl: dienst, tenant: TENANT, botId: BOT.id, soort: 'persoonlijk' },
    });
  });

  test('an install by Teams itself, without a person, is greeted too', async () => {
    const door = {
      from: { id: '29:teams' },
      conversation: { id: KANAAL, conversationType: 'channel', tenantId: TENANT },
    };
    expect((await stuur(opstelling.url, installatie(dienst, 'add', door))).status).toBe(200);
    expect(antwoorden()).toMatchObject([{ conversatie: KANAAL, kaart: 'hulp' }]);
    expect(opstelling.adressen.bekend.get(KANAAL)).toMatchObject({ verwijzing: { soort: 'kanaal' } });
  });

  test('someone else joining is no reason to greet', async () => {
    await stuur(opstelling.url, toegevoegd(dienst, [ANNA]));
    expect(gezegd().filter(({ wat }) => wat === 'welkom')).toEqual([]);
    expect(opstelling.adressen.bekend.has(KANAAL)).toBe(true);
  });

  const team = { id: '19:team@thread.tacv2' };
  const bijTeam = { conversation: { ...team, conversationType: 'channel' } };
  test.each<[string, Activiteit, Plek]>([
    ['a team', { eventType: 'teamMemberRemoved', team }, { conversatie: team.id, teamsTeam: team.id }],
    ['a team, said in fewer words', { team }, { conversatie: team.id, teamsTeam: team.id }],
    [
      'a private channel',
      { eventType: 'channelMemberRemoved', team, channel: { id: KANAAL } },
      { conversatie: KANAAL },
    ],
    ['a shared channel', { team, channel: { id: KANAAL, type: 'shared' } }, { conversatie: KANAAL }],
    ['a chat', {}, { conversatie: team.id }],
  ])('who comes to or leaves %s is told to the use cases as a change there', async (_wat, waar, plek) => {
    const channelData = { tenant: { id: TENANT }, ...waar };
    await stuur(opstelling.url, toegevoegd(dienst, [ANNA], { ...bijTeam, channelData }));
    const weg = { ...bijTeam, channelData, membersAdded: undefined, membersRemoved: [ANNA] };
    await stuur(opstelling.url, toegevoegd(dienst, [], weg));
    expect(gezegd()).toEqual([
      { wat: 'leden', plek },
      { wat: 'leden', plek },
    ]);
  });

  test('in which Teams team a channel lies is remembered, and that it is one for everyone there', async () => {
    const channelData = (type?: string) => ({ tenant: { id: TENANT }, team, channel: { id: KANAAL, type } });
    const waar = () => opstelling.adressen.bekend.get(KANAAL)?.verwijzing;
    await stuur(opstelling.url, kanaalbericht(dienst, 'help', { channelData: channelData('standard') }));
    expect(waar()).toMatchObject({ teamsTeam: team.id, standaardkanaal: true });
    for (const type of ['private', 'shared', undefined]) {
      await stuur(opstelling.url, kanaalbericht(dienst, 'help', { channelData: channelData(type) }));
      expect(waar()).toMatchObject({ teamsTeam: team.id });
      expect(waar()).not.toHaveProperty('standaardkanaal');
    }
  });

  test('being removed leaves no address behind', async () => {
    await stuur(opstelling.url, installatie(dienst, 'remove'));
    await stuur(opstelling.url, toegevoegd(dienst, [], { membersAdded: undefined, membersRemoved: [BOT] }));
    expect([...opstelling.adressen.bekend.keys()]).toEqual([]);
    expect(gezegd()).toMatchObject([
      { wat: 'verbroken', plek: { conversatie: PERSOONLIJK }, breuk: 'app-verwijderd' },
      { wat: 'verbroken', plek: { conversatie: KANAAL, teamsTeam: '19:team@thread.tacv2' }, breuk: 'bot-verwijderd' },
    ]);
  });
});

describe('typed to the bot', () => {
  test('in a personal conversation, answered there by the person Teams says it is', async () => {
    const vals = { from: { ...ANNA, aadObjectId: ANNA.aadObjectId }, text: 'status VT-2026-0001', value: null };
    await stuur(opstelling.url, bericht(dienst, '', vals));
    expect(gezegd()).toMatchObject([
      {
        wat: 'bericht',
        tekst: 'status VT-2026-0001',
        beurt: {
          wie: { aadObjectId: ANNA.aadObjectId.toLowerCase(), naam: ANNA.name, tenant: TENANT },
          waar: { conversatie: PERSOONLIJK, soort: 'persoonlijk' },
        },
      },
    ]);
    expect(antwoorden()).toMatchObject([{ conversatie: PERSOONLIJK, tekst: 'Begrepen.' }]);
    expect(opstelling.connector.aanroepen[0]?.body).toMatchObject({ textFormat: 'plain' });
  });

  test('in a channel, without its own name, answered in the same thread', async () => {
    opstelling.gesprek.antwoord = () => ({ soort: 'kaart', bericht: HULP });
    await stuur(opstelling.url, kanaalbericht(dienst, 'openstaand'));
    expect(gezegd()).toMatchObject([
      { tekst: 'openstaand', beurt: { waar: { conversatie: KANAAL, soort: 'kanaal' } } },
    ]);
    expect(antwoorden()).toMatchObject([{ conversatie: kanaaldraad, kaart: 'hulp', tekst: undefined }]);
    expect(opstelling.connector.aanroepen[0]?.body).toMatchObject({ summary: HULP.samenvatting });
    expect(opstelling.adressen.bekend.get(KANAAL)?.persoon).toBeUndefined();
  });

  test.each([
    [`@${BOT.name} te laat`, 'te laat'],
    [`@${BOT.name.toUpperCase()}  help`, 'help'],
    ['\u00a0status&nbsp;VT-2026-0001\n', 'status VT-2026-0001'],
    ['is <at>Bram</at> van VT-2026-0001?', 'is Bram van VT-2026-0001?'],
    ['a < b en <at', 'a < b en <at'],
    ['', ''],
    ['x'.repeat(20_000), 'x'.repeat(20_000)],
  ])('%j is read as %j', async (getypt, gelezen) => {
    await stuur(opstelling.url, bericht(dienst, getypt));
    expect(gezegd()).toMatchObject([{ wat: 'bericht', tekst: gelezen }]);
  });

  test('the newest serviceUrl of a conversation is kept', async () => {
    await stuur(opstelling.url, bericht(dienst, 'help'));
    await stuur(opstelling.url, bericht(`${dienst}/emea`, 'help'));
    expect(opstelling.adressen.bekend.get(PERSOONLIJK)?.verwijzing.serviceUrl).toBe(`${dienst}/emea`);
  });

  test('an error in the use case is answered neutrally, logged without its text, and the next one works', async () => {
    opstelling.gesprek.antwoord = () => {
      throw new Error('geheim: Anna zoekt VT-2026-0001');
    };
    expect((await stuur(opstelling.url, bericht(dienst, 'help'))).status).toBe(200);
    expect(antwoorden()).toMatchObject([{ tekst: teamsTeksten.storing }]);
    expect(fouten()).toHaveLength(1);
    expect(JSON.stringify(opstelling.logboek.regels)).not.toMatch(/geheim|Anna/);
    opstelling.gesprek.antwoord = () => ({ soort: 'tekst', tekst: 'Weer goed.' });
    await stuur(opstelling.url, bericht(dienst, 'help'));
    expect(antwoorden()).toMatchObject([{}, { tekst: 'Weer goed.' }]);
  });

  test('an answer that cannot be sent is logged and not tried again', async () => {
    opstelling.connector.stoor({ soort: 'weiger', status: 502 });
    expect((await stuur(opstelling.url, bericht(dienst, 'help'))).status).toBe(200);
    expect(antwoorden()).toHaveLength(1);
    expect(fouten()).toMatchObject([{ tekst: 'antwoord niet bezorgd' }]);
  });

  test('a store that cannot be written keeps nobody from an answer', async () => {
    opstelling.adressen.onthoud = () => Promise.reject(new Error('schijf vol'));
    await stuur(opstelling.url, bericht(dienst, 'help'));
    expect(antwoorden()).toMatchObject([{ tekst: 'Begrepen.' }]);
    expect((await stuur(opstelling.url, installatie(dienst))).status).toBe(500);
  });
});

describe('a click', () => {
  const data = { casusnummer: 'VT-2026-0001', overdracht: 1, reden: 'Verhuisd' };

  test('is answered with the card in its place', async () => {
    opstelling.gesprek.antwoord = () => ({ soort: 'kaart', bericht: HULP });
    expect(await antwoordOpKlik(klik(dienst, 'ontvangst-bevestigen', data))).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard', version: '1.5', kaart: 'hulp', model: HULP.model },
    });
    expect(gezegd()).toMatchObject([
      {
        wat: 'klik',
        verb: 'ontvangst-bevestigen',
        data,
        beurt: { wie: { aadObjectId: ANNA.aadObjectId.toLowerCase() } },
      },
    ]);
    expect(antwoorden()).toEqual([]);
    expect(opstelling.logboek.regels).toMatchObject([{ verb: 'ontvangst-bevestigen', casusnummer: 'VT-2026-0001' }]);
  });

  test('is answered with a sentence that leaves the card as it is', async () => {
    expect(await antwoordOpKlik(klik(dienst, 'oppakken', data))).toEqual(melding('Begrepen.'));
  });

  test('with an unknown verb is for the use case to judge', async () => {
    await antwoordOpKlik(klik(dienst, 'DROP TABLE', { casusnummer: "VT'--" }));
    expect(gezegd()).toMatchObject([{ verb: 'DROP TABLE', data: { casusnummer: "VT'--" } }]);
    expect(JSON.stringify(opstelling.logboek.regels)).not.toMatch(/DROP|VT'/);
  });

  test('takes nobody’s word for who clicks', async () => {
    const vervalst = { ...data, from: { aadObjectId: 'bbbb' }, aadObjectId: 'bbbb', tenant: 'bbbb' };
    await antwoordOpKlik(klik(dienst, 'oppakken', vervalst));
    expect(gezegd()[0]?.beurt?.wie).toEqual({
      aadObjectId: ANNA.aadObjectId.toLowerCase(),
      naam: ANNA.name,
      tenant: TENANT,
    });
  });

  const diep = JSON.parse(`${'{"a":'.repeat(20)}1${'}'.repeat(20)}`) as unknown;
  test.each<[string, Activiteit]>([
    ['no value', { value: undefined }],
    ['a value that is text', { value: 'x' }],
    ['no action', { value: {} }],
    ['a verb that is a number', { value: { action: { verb: 7, data } } }],
    ['an empty verb', { value: { action: { verb: '', data } } }],
    ['an endless verb', { value: { action: { verb: 'x'.repeat(5_000), data } } }],
    ['data that is a list', { value: { action: { verb: 'oppakken', data: [data] } } }],
    ['data that is text', { value: { action: { verb: 'oppakken', data: 'x' } } }],
    [
      'data that reaches a prototype',
      { value: { action: { verb: 'oppakken', data: JSON.parse('{"__proto__":{"x":1}}') } } },
    ],
    [
      'such data deeper down',
      { value: { action: { verb: 'oppakken', data: { a: { constructor: { prototype: 1 } } } } } },
    ],
    ['data too deep to be a form', { value: { action: { verb: 'oppakken', data: diep } } }],
  ])('with %s is answered in Dutch, and nothing is done', async (_wat, extra) => {
    expect(await antwoordOpKlik(klik(dienst, 'oppakken', data, extra))).toEqual(melding(teamsTeksten.knopOnleesbaar));
    expect(gezegd()).toEqual([]);
    expect(fouten()).toEqual([]);
  });

  test.each([{}, { trigger: null }])(
    'from an older client, which does not say who set it off (%j), counts',
    async (deel) => {
      const action = { type: 'Action.Execute', verb: 'ontvangst-bevestigen', data: { casusnummer: 'VT-2026-0001' } };
      await stuur(opstelling.url, klik(dienst, '', {}, { value: { action, ...deel } }));
      expect(gezegd()).toMatchObject([{ wat: 'klik', verb: 'ontvangst-bevestigen' }]);
      expect(gezegd()[0]).not.toHaveProperty('vanzelf');
    },
  );

  test('without data is a click all the same', async () => {
    await antwoordOpKlik(klik(dienst, 'help', undefined));
    expect(gezegd()).toMatchObject([{ verb: 'help', data: {} }]);
  });

  test('that fails is answered neutrally with HTTP 200', async () => {
    opstelling.gesprek.antwoord = () => {
      throw new TypeError('geheim');
    };
    expect(await antwoordOpKlik(klik(dienst, 'oppakken', data))).toEqual(melding(teamsTeksten.storing));
    expect(JSON.stringify(opstelling.logboek.regels)).not.toContain('geheim');
    expect(opstelling.geteld).toEqual(['klik storing']);
  });

  test('from a client without Action.Execute comes as a message, and is answered in the thread', async () => {
    opstelling.gesprek.antwoord = () => ({ soort: 'kaart', bericht: HULP });
    await stuur(opstelling.url, inzending(dienst, { verb: 'weigeren', msteams: { type: 'x' }, ...data }));
    expect(gezegd()).toMatchObject([{ wat: 'klik', verb: 'weigeren' }]);
    expect(gezegd()[0]?.data).toEqual(data);
    expect(antwoorden()).toMatchObject([{ methode: 'POST', conversatie: kanaaldraad, kaart: 'hulp' }]);
  });

  test.each([['x'], [[]], [{}], [{ verb: 1 }], [7]])(
    'such a message with value %j is answered in Dutch',
    async (value) => {
      await stuur(opstelling.url, inzending(dienst, value));
      expect(gezegd()).toEqual([]);
      expect(antwoorden()).toMatchObject([{ tekst: teamsTeksten.knopOnleesbaar }]);
    },
  );

  test('another kind of invoke is told so', async () => {
    const { status, body } = await stuur(
      opstelling.url,
      activiteit(dienst, 'personal', { type: 'invoke', name: 'task/fetch' }),
    );
    expect(status).toBe(400);
    expect(body).toEqual({ code: 'NotSupported', message: teamsTeksten.nietOndersteund });
  });
});
