/** The keys by which a repeat finds its work done: those of clicks and of the API apart, the latter for a day. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MEESTE_API_SLEUTELS } from '../../src/toepassing/casus/herhaalsleutels.ts';
import { codeVan, KOUD, NAAR_TEAM, startToepassing, SYSTEEM, YOUSSEF, type Opstelling } from '../steun/toepassing.ts';

const UUR = 3_600_000;
const INTREKKEN = { soort: 'intrekken', reden: 'verkeerd team' };

let op: Opstelling;
beforeEach(async () => {
  op = await startToepassing();
  await op.registreer(SYSTEEM);
});
afterEach(() => op.stop());

const verzonden = async (): Promise<number> =>
  ((await op.document())?.journaal ?? []).filter(({ soort }) => soort === 'overdracht-verzonden').length;
/** By the API: an overdracht that is withdrawn, so that a repeat that is not known as one would send it again. */
async function verzendEnTrekIn(sleutel: string): Promise<void> {
  await op.doe(SYSTEEM, NAAR_TEAM);
  await op.doe(SYSTEEM, KOUD, { sleutel });
  await op.doe(SYSTEEM, INTREKKEN);
}
const klikken = async (aantal: number): Promise<void> => {
  for (let nr = 1; nr <= aantal; nr++) {
    const stuk = await op.doe(
      YOUSSEF,
      {
        soort: 'monitoring-afspreken',
        op: `2027-01-${nr + 1 > 9 ? '' : '0'}${nr + 1}T09:00:00.000Z`,
        wie: 'Sam',
        wat: `${nr}`,
      },
      { sleutel: `klik:${nr}` },
    );
    expect(codeVan(stuk)).toBeUndefined();
  }
};

describe('a key of the API', () => {
  test('is not pushed out by 25 clicks: its repeat still finds its work', async () => {
    await verzendEnTrekIn('van-de-api');
    await klikken(25);
    expect(await op.doe(SYSTEEM, KOUD, { sleutel: 'van-de-api' })).toMatchObject({ ok: true, gewijzigd: false });
    expect(await verzonden()).toBe(1);
    const sleutels = (await op.document())?.sleutels.map(({ sleutel }) => sleutel) ?? [];
    expect(sleutels.filter((een) => een.startsWith('klik:'))).toEqual(
      Array.from({ length: 20 }, (_leeg, index) => `klik:${index + 6}`),
    );
  });

  test('is not pushed out by 25 other keys of the API either', async () => {
    await verzendEnTrekIn('eerste');
    for (let nr = 1; nr <= 25; nr++) await op.doe(SYSTEEM, NAAR_TEAM, { sleutel: `k${nr}` });
    await op.doe(SYSTEEM, KOUD, { sleutel: 'eerste' });
    expect(await verzonden()).toBe(1);
  });

  test('counts for 24 hours by whichever clock, and after that is gone from the casus', async () => {
    await verzendEnTrekIn('k');
    op.klok.vooruit(24 * UUR + 59_000);
    await op.doe(SYSTEEM, KOUD, { sleutel: 'k' });
    expect(await verzonden()).toBe(1);
    op.klok.vooruit(2_000);
    await op.doe(SYSTEEM, KOUD, { sleutel: 'k' });
    expect(await verzonden()).toBe(2);
    expect((await op.document())?.sleutels).toHaveLength(1);
  });

  test('that was used while the clock was set back is kept as long once it is right again', async () => {
    await op.doe(SYSTEEM, NAAR_TEAM);
    op.klok.zet('2026-12-02T07:00:00.000Z');
    await op.doe(SYSTEEM, KOUD, { sleutel: 'k' });
    await op.doe(SYSTEEM, INTREKKEN);
    op.klok.zet('2026-12-03T08:59:00.000Z');
    await op.doe(SYSTEEM, KOUD, { sleutel: 'k' });
    expect(await verzonden()).toBe(1);
  });

  test('that begins like one of a click is one of the API all the same', async () => {
    await verzendEnTrekIn('klik:van-de-api');
    await klikken(25);
    await op.doe(SYSTEEM, KOUD, { sleutel: 'klik:van-de-api' });
    expect(await verzonden()).toBe(1);
    const klik = await op.doe(YOUSSEF, KOUD, { sleutel: 'klik:van-de-api' });
    expect(codeVan(klik)).toBeUndefined();
    expect(await verzonden()).toBe(2);
  });

  test('stored before the time was kept goes on to count, from the next key on for a day', async () => {
    await verzendEnTrekIn('oud');
    await op.bederf((document) => ({
      ...document,
      sleutels: document.sleutels.map(({ sleutel, vingerafdruk }) => ({ sleutel, vingerafdruk })),
    }));
    op.klok.vooruit(48 * UUR);
    await op.doe(SYSTEEM, NAAR_TEAM, { sleutel: 'nieuw' });
    await op.doe(SYSTEEM, KOUD, { sleutel: 'oud' });
    expect(await verzonden()).toBe(1);
    op.klok.vooruit(25 * UUR);
    await op.doe(SYSTEEM, KOUD, { sleutel: 'oud' });
    expect(await verzonden()).toBe(2);
  });

  test('beyond what is kept in a day is refused over HTTP with a code, changes nothing, and works the next day', async () => {
    await op.geef(NAAR_TEAM, { 'idempotency-key': 'eerste' });
    await op.bederf((document) => ({
      ...document,
      sleutels: Array.from({ length: MEESTE_API_SLEUTELS }, (_leeg, nr) => ({
        ...document.sleutels[0],
        sleutel: nr === 0 ? 'eerste' : `k${nr}`,
        vingerafdruk: document.sleutels[0]?.vingerafdruk ?? '',
      })),
    }));
    const voor = JSON.stringify(await op.document());
    const { status, body } = await op.geef(KOUD, { 'idempotency-key': 'te-veel' });
    expect(status).toBe(429);
    expect(body).toMatchObject({ code: 'te-veel-sleutels', title: expect.stringContaining('niets vastgelegd') });
    expect((await op.geef(NAAR_TEAM, { 'idempotency-key': 'eerste' })).status).toBe(200);
    expect(JSON.stringify(await op.document())).toBe(voor);
    expect(codeVan(await op.doe(YOUSSEF, KOUD, { sleutel: 'klik:1' }))).toBeUndefined();
    op.klok.vooruit(25 * UUR);
    expect((await op.geef({ soort: 'intrekken', reden: 'x' }, { 'idempotency-key': 'morgen' })).status).toBe(200);
    expect((await op.document())?.sleutels).toHaveLength(2);
  });
});
