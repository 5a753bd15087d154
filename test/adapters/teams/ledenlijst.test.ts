/** The roster through the real SDK client, from a connector that gives it page by page or misbehaves. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Gespreksverwijzing } from '../../../src/toepassing/poorten.ts';
import type { Gedrag } from '../../steun/connector.ts';
import { BOT, KANAAL, TENANT } from '../../steun/teams.ts';
import { stelMetTokensOp, type TokenOpstelling } from './token-opstelling.ts';

const TEAM = '19:team@thread.tacv2';
const VREEMD = 'ffffffff-0000-4000-8000-000000000000';
const persoon = (nr: number): string => `AAAAAAAA-0000-4000-8000-${String(nr).padStart(12, '0')}`;
const lid = (nr: number, extra: object = {}): Record<string, unknown> => ({
  id: `29:${nr}`,
  name: `Lid ${nr}`,
  aadObjectId: persoon(nr),
  tenantId: TENANT,
  userRole: 'user',
  ...extra,
});

let op: TokenOpstelling;
let kanaal: Gespreksverwijzing;
beforeEach(async () => {
  op = await stelMetTokensOp();
  kanaal = {
    conversatie: KANAAL,
    serviceUrl: op.connector.serviceUrl,
    tenant: TENANT,
    botId: BOT.id,
    soort: 'kanaal',
    teamsTeam: TEAM,
  };
});
afterEach(() => op.stop());

const leden = async (waar: Gespreksverwijzing = kanaal): Promise<string[]> => [...(await op.ledenlijst.leden(waar))];
const ongeduldig = async (): Promise<string[]> => [...(await op.ongeduldigeLedenlijst.leden(kanaal))];
const gevraagd = (): string[] => op.connector.aanroepen.map(({ methode, pad }) => `${methode} ${pad}`);

describe('whose roster is read', () => {
  beforeEach(() => {
    op.connector.leden.set(TEAM, [lid(1), lid(2)]);
    op.connector.leden.set(KANAAL, [lid(1)]);
  });

  test('of a channel for everyone in the Teams team: that of the team', async () => {
    expect(await leden({ ...kanaal, standaardkanaal: true })).toEqual(
      [persoon(1), persoon(2)].map((een) => een.toLowerCase()),
    );
    expect(gevraagd()).toEqual([`GET /v3/conversations/${TEAM}/pagedmembers`]);
  });

  test('of a private or shared channel, and of one that says nothing: its own', async () => {
    expect(await leden()).toEqual([persoon(1).toLowerCase()]);
    expect(gevraagd()).toEqual([`GET /v3/conversations/${KANAAL}/pagedmembers`]);
  });
});

test('a long roster is read page by page, with the bot’s own token', async () => {
  op.connector.leden.set(
    KANAAL,
    Array.from({ length: 1_234 }, (_, nr) => lid(nr)),
  );
  expect(await leden()).toHaveLength(1_234);
  expect(op.connector.aanroepen).toHaveLength(3);
  for (const { kop } of op.connector.aanroepen) expect(kop.authorization).toBe('Bearer uitgaand');
});

test.each<[string, object, boolean]>([
  ['a member of the tenant', {}, true],
  ['the tenant in other letters', { tenantId: TENANT.toUpperCase() }, true],
  ['a member under the older name of the field', { aadObjectId: undefined, objectId: persoon(1) }, true],
  ['a guest of a tenant that is not allowed in', { tenantId: VREEMD, userRole: 'guest' }, false],
  ['a guest of the tenant (domein §8)', { userRole: 'guest' }, false],
  ['a guest in other letters', { userRole: 'Guest' }, false],
  ['a guest under the other name of the field', { userRole: undefined, role: 'guest' }, false],
  ['a guest by the name of the account alone', { userPrincipalName: 'x_gast.nl#EXT#@vt.onmicrosoft.com' }, false],
  ['the same in small letters', { userPrincipalName: 'x_gast.nl#ext#@vt.onmicrosoft.com' }, false],
  ['someone let in without an account', { userRole: 'anonymous' }, false],
  ['a member whose name holds EXT', { userPrincipalName: 'ext.jansen@vt.nl' }, true],
  ['a member of whom no role is said', { userRole: undefined }, true],
  ['someone of no tenant', { tenantId: undefined }, false],
  ['a bot', { id: BOT.id, aadObjectId: undefined }, false],
  ['someone anonymous', { aadObjectId: undefined }, false],
  ['someone with an id that is no text', { aadObjectId: 7 }, false],
])('%s: counts is %#', async (_wie, extra, telt) => {
  op.connector.leden.set(KANAAL, [lid(1, extra), lid(2)]);
  expect((await leden()).includes(persoon(1).toLowerCase())).toBe(telt);
  expect(await leden()).toContain(persoon(2).toLowerCase());
});

describe('is rejected, so that nobody gets rights by it,', () => {
  beforeEach(
    () =>
      void op.connector.leden.set(
        KANAAL,
        Array.from({ length: 900 }, (_, nr) => lid(nr)),
      ),
  );
  const stuk: [string, Gedrag][] = [
    ['when Teams refuses', { soort: 'weiger', status: 403, body: { error: { code: 'BotNotInConversationRoster' } } }],
    ['when there is no such conversation', { soort: 'weiger', status: 404 }],
    ['when Teams is too busy', { soort: 'weiger', status: 429, koppen: { 'retry-after': '1' } }],
    ['when Teams fails', { soort: 'weiger', status: 502 }],
    ['when the answer is no roster', { soort: 'weiger', status: 200, body: [] }],
    ['when the answer is empty', { soort: 'weiger', status: 200, body: {} }],
    ['when Teams does not answer in time', { soort: 'hang' }],
    ['when the answer stops halfway', { soort: 'half' }],
    ['when the connection breaks', { soort: 'reset' }],
    ['when it never ends', { soort: 'weiger', status: 200, body: { members: [lid(1)], continuationToken: 'meer' } }],
  ];
  test.each(stuk)('%s, at the first page or the second', async (_wat, gedrag) => {
    for (const na of [0, 1]) {
      op.connector.wis();
      op.connector.stoor(gedrag, { na });
      await expect(gedrag.soort === 'weiger' ? leden() : ongeduldig()).rejects.toThrow();
      if (gedrag.soort !== 'weiger' || gedrag.status !== 200) expect(op.connector.aanroepen).toHaveLength(na + 1);
    }
    op.connector.wis();
    expect(await leden()).toHaveLength(900);
  });

  test('when the bot’s own token does not come', async () => {
    op.ophalen.mockImplementation(() => new Promise<string>(() => {}));
    await expect(ongeduldig()).rejects.toThrow('niet op tijd');
    expect(op.connector.aanroepen).toEqual([]);
  });
});
