import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../../../src/kern/tijd/werkdagen.ts';
import { KOUD, NAAR_TEAM, NUMMER, startToepassing, TEAM, type Opstelling } from '../../steun/toepassing.ts';

let op: Opstelling;
beforeEach(async () => {
  op = await startToepassing();
  await op.meld();
  await op.geef(NAAR_TEAM);
  await op.geef(KOUD);
  op.klok.zet(instant('2026-12-03T11:00:00+01:00'));
  await op.geef({
    soort: 'bevestiging-vastleggen',
    gegevenOp: '2026-12-03T10:00:00+01:00',
    via: 'e-mail',
    doorWie: 'Noor Verbeek',
  });
});
afterEach(() => op.stop());

const vraag = (query = '') => op.api('GET', `/api/v1/casussen/${NUMMER}/verantwoordelijke${query}`);
const VT = {
  partij: 'veilig-thuis',
  tijdelijk: false,
  sinds: '2026-11-30T09:00:00.000Z',
  tot: '2026-12-03T09:00:00.000Z',
  grondslag: { gebeurtenis: 'melding-ontvangen', bron: '§3.1.2, Add.3' },
};
const HET_TEAM = {
  partij: 'lokale-toegang',
  team: TEAM,
  tijdelijk: false,
  sinds: '2026-12-03T09:00:00.000Z',
  grondslag: { gebeurtenis: 'ontvangst-bevestigd', bron: '§4.1, §5.1.3' },
};

describe('who is responsible', () => {
  test('now: the team, since the instant at which it confirmed and not since the recording (§4.1, §5.1.3)', async () => {
    const { status, body } = await vraag();
    expect(status).toBe(200);
    expect(body).toEqual(HET_TEAM);
  });

  test.each([
    ['with the offset encoded', '2026-12-03T09:59:59%2B01:00'],
    ['with the plus as it is, which a query reads as a space', '2026-12-03T09:59:59+01:00'],
    ['with a space', '2026-12-03T09:59:59%2001:00'],
    ['in UTC', '2026-12-03T08:59:59Z'],
    ['with a negative offset', '2026-12-03T03:59:59-05:00'],
    ['to the millisecond', '2026-12-03T08:59:59.999Z'],
  ])('a past instant %s: VT, until the team confirmed (§3.2, §5.1.3)', async (_vorm, op_) => {
    const { status, body } = await vraag(`?op=${op_}`);
    expect(status).toBe(200);
    expect(body).toEqual(VT);
  });

  test('the instant of the confirmation itself is the team’s, and so is a later one', async () => {
    expect((await vraag('?op=2026-12-03T10:00:00%2B01:00')).body).toEqual(HET_TEAM);
    expect((await vraag('?op=2026-12-03T11:00:00%2B01:00')).body).toEqual(HET_TEAM);
  });

  test('the receipt of the melding is the first instant that has an answer (§3.1.2)', async () => {
    expect((await vraag('?op=2026-11-30T09:00:00Z')).body).toEqual(VT);
    const eerder = await vraag('?op=2026-11-30T08:59:59.999Z');
    expect(eerder.status).toBe(404);
    expect(eerder.body).toMatchObject({ code: 'voor-melding', title: expect.stringContaining('nog geen melding') });
  });

  test.each([
    '',
    'gisteren',
    '2026-12-03',
    '2026-12-03T10:00:00',
    '2026-02-30T10:00:00Z',
    '2026-12-03T24:00:00Z',
    '2026-12-03T10:00:00%2B24:00',
    '2026-12-03T10:00:00 1:00',
    '1764752400',
    "2026-12-03T10:00:00Z'--",
  ])('"%s" is no instant: 422 with the field and an example', async (waarde) => {
    const { status, body } = await vraag(`?op=${waarde}`);
    expect(status).toBe(422);
    expect(body['velden']).toEqual([{ veld: 'op', melding: expect.stringContaining('2026-12-01T10:00:00+01:00') }]);
  });

  test('a question with another word in it is 422, so that a misspelled `op` is never answered with now', async () => {
    const { status, body } = await vraag('?Op=2026-12-01T10:00:00Z&__proto__=1');
    expect(status).toBe(422);
    expect(body['velden']).toEqual([
      { veld: 'Op', melding: 'Dit veld bestaat niet.' },
      { veld: '__proto__', melding: 'Dit veld bestaat niet.' },
    ]);
  });

  test('the casus itself names the same party', async () => {
    const { body } = await op.api('GET', `/api/v1/casussen/${NUMMER}`);
    const { grondslag: _grondslag, ...verwacht } = HET_TEAM;
    expect(body['verantwoordelijke']).toEqual(verwacht);
  });
});
