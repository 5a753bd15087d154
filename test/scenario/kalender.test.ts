import { expect, test } from 'vitest';
import { draagOver } from './stappen.ts';
import { maakWereld } from './steun.ts';

const X = 'VT-2026-0001';

interface Geval {
  naam: string;
  verzonden: string;
  spoed?: boolean;
  herinnering: string;
  verlopen: string;
}

test.each<Geval>([
  {
    naam: 'Friday 16:59, a minute before the office closes',
    verzonden: '2026-11-27T16:59:00+01:00',
    herinnering: 'di 1 dec 2026 08:30',
    verlopen: 'wo 2 dec 2026 08:30',
  },
  {
    naam: 'Friday 23:30, long after it has closed',
    verzonden: '2026-11-27T23:30:00+01:00',
    herinnering: 'di 1 dec 2026 08:30',
    verlopen: 'wo 2 dec 2026 08:30',
  },
  {
    naam: 'Friday 16:59 with spoed, which does not wait for office hours',
    verzonden: '2026-11-27T16:59:00+01:00',
    spoed: true,
    herinnering: 'di 1 dec 2026 00:00',
    verlopen: 'wo 2 dec 2026 00:00',
  },
  {
    naam: 'Sunday',
    verzonden: '2026-11-29T12:00:00+01:00',
    herinnering: 'di 1 dec 2026 08:30',
    verlopen: 'wo 2 dec 2026 08:30',
  },
  {
    naam: 'the day before Kerst',
    verzonden: '2026-12-24T15:00:00+01:00',
    herinnering: 'di 29 dec 2026 08:30',
    verlopen: 'wo 30 dec 2026 08:30',
  },
  {
    naam: 'the last days of the year, over Nieuwjaarsdag and a weekend',
    verzonden: '2026-12-30T10:00:00+01:00',
    herinnering: 'ma 4 jan 2027 08:30',
    verlopen: 'di 5 jan 2027 08:30',
  },
  {
    naam: 'the Thursday before Goede Vrijdag, over Easter and the change to summer time',
    verzonden: '2027-03-25T16:00:00+01:00',
    herinnering: 'wo 31 mrt 2027 08:30',
    verlopen: 'do 1 apr 2027 08:30',
  },
  {
    naam: 'Goede Vrijdag itself',
    verzonden: '2027-03-26T10:00:00+01:00',
    herinnering: 'wo 31 mrt 2027 08:30',
    verlopen: 'do 1 apr 2027 08:30',
  },
  {
    naam: 'the Friday before the change to winter time',
    verzonden: '2026-10-23T10:00:00+02:00',
    herinnering: 'di 27 okt 2026 08:30',
    verlopen: 'wo 28 okt 2026 08:30',
  },
  {
    naam: 'the night in which the hour between 2 and 3 comes twice',
    verzonden: '2026-10-25T02:30:00+01:00',
    spoed: true,
    herinnering: 'di 27 okt 2026 00:00',
    verlopen: 'wo 28 okt 2026 00:00',
  },
])('an overdracht sent on $naam: reminder $herinnering, passed $verlopen (§4.1, §6)', async (geval) => {
  const wereld = await maakWereld({ begin: geval.verzonden });
  await draagOver(wereld, X, { spoed: geval.spoed ?? false });
  await wereld.nieuws();
  await wereld.naar(new Date(Date.parse(geval.verzonden) + 7 * 86_400_000).toISOString());
  const overTeam = (await wereld.gezegd()).filter((regel) => regel.includes('noord'));
  expect(overTeam.slice(0, 2)).toEqual([
    `${geval.herinnering} noord (draad): Herinnering: ${X}`,
    `${geval.verlopen} noord (draad): Termijn verlopen: ${X}`,
  ]);
  expect(await wereld.wie(X)).toBe('veilig-thuis');
});

test('rounds that stood still over a weekend catch up in office hours: one message per step, none for what is overtaken', async () => {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  await wereld.nieuws();
  wereld.klok.zet('2026-11-28T12:00:00.000Z');
  await wereld.ronde();
  expect(await wereld.gezegd()).toEqual([]);
  wereld.klok.zet('2026-11-30T07:45:00.000Z');
  await wereld.ronde();
  expect(await wereld.gezegd()).toEqual([
    `ma 30 nov 2026 08:45 noord (draad): Termijn verlopen: ${X}`,
    `ma 30 nov 2026 08:45 vt (draad): Termijn verlopen: ${X}`,
    `ma 30 nov 2026 08:45 Ilse: Escalatie: ${X}`,
    `ma 30 nov 2026 08:45 Loes: Escalatie: ${X}`,
  ]);
  const { tekst } = await wereld.zie('noord', 'Termijn verlopen');
  expect(tekst).toContain('Ontvangst bevestigen');
  expect(tekst).toContain('Casus oppakken');
  await wereld.ronde();
  await wereld.ronde();
  expect(await wereld.nieuws()).toEqual([]);
});
