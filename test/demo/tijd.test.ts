import { describe, expect, test } from 'vitest';
import { doel, verzet } from '../../src/demo/tijd.ts';
import { instant } from '../../src/kern/tijd/werkdagen.ts';
import { draagOver } from '../scenario/stappen.ts';
import { maakWereld } from '../scenario/wereld.ts';

const X = 'VT-2026-0001';
/** Friday, so that werkdagen and days differ. */
const NU = '2026-11-27T10:00:00+01:00';

describe('what is typed to move the clock', () => {
  test.each([
    ['+1 dag', '2026-11-28T10:00:00+01:00'],
    ['+3 dagen', '2026-11-30T10:00:00+01:00'],
    ['klok +5 uur', '2026-11-27T15:00:00+01:00'],
    ['+2 weken', '2026-12-11T10:00:00+01:00'],
    ['+1 werkdag', '2026-12-01T08:30:00+01:00'],
    ['KLOK + 2 werkdagen', '2026-12-02T08:30:00+01:00'],
    ['+2wd', '2026-12-02T08:30:00+01:00'],
  ])('%s is %s', async (tekst, tot) => {
    const wereld = await maakWereld();
    expect(doel(tekst, instant(NU), wereld.toepassing())).toEqual({ tot: instant(tot) });
  });

  test('verder is on to what happens next, and other words move nothing', async () => {
    const wereld = await maakWereld();
    for (const tekst of ['verder', ' Verder ', 'klok verder'])
      expect(doel(tekst, instant(NU), wereld.toepassing())).toBe('verder');
    for (const tekst of [
      'klok',
      '',
      '+0 dagen',
      '+999 dagen',
      '-1 dag',
      '+1 jaar',
      '1 dag',
      'verder met VT-2026-0001',
    ]) {
      expect(doel(tekst, instant(NU), wereld.toepassing())).toBeUndefined();
    }
  });
});

describe('moving the clock', () => {
  test('verder goes to the next reminder and tells what happened; a day later the next', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    expect(await verzet('verder', wereld.klok, wereld.toepassing())).toBe(
      `Het is nu wo 25 nov 2026 08:30.\n  wo 25 nov 2026 08:30  ${X}  Herinnering verstuurd: ontvangst bevestigen`,
    );
    const verder = await verzet({ tot: instant('2026-11-26T12:00:00+01:00') }, wereld.klok, wereld.toepassing());
    expect(verder.split('\n')).toHaveLength(3);
    expect(verder).toContain('do 26 nov 2026 00:00');
  });

  test('says so when nothing is left to happen', async () => {
    const wereld = await maakWereld();
    expect(await verzet('verder', wereld.klok, wereld.toepassing())).toBe('Er staat niets meer te gebeuren.');
  });

  test('ends where it was asked to, also while a message cannot be delivered at all', async () => {
    const wereld = await maakWereld({ gekoppeld: ['noord'] });
    await draagOver(wereld, X);
    const tot = instant('2026-11-24T12:00:00+01:00');
    expect(await verzet({ tot }, wereld.klok, wereld.toepassing())).toBe('Het is nu di 24 nov 2026 12:00.');
    expect(wereld.klok.nu()).toBe(tot);
    expect(await verzet('verder', wereld.klok, wereld.toepassing())).toContain('Herinnering verstuurd');
  });
});
