import { expect, test } from 'vitest';
import { draagOver } from './stappen.ts';
import { maakWereld } from './wereld.ts';

const X = 'VT-2026-0001';

test('a message of the ladder says what came before in three lines, and what its reader can do (§4.1, §7)', async () => {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  await wereld.naar('2026-11-27T08:30:00+01:00');
  for (const wie of ['Ilse', 'Loes']) {
    const { tekst } = await wereld.zie(wie, 'Escalatie');
    const [, geschiedenis = ''] = tekst.split('Wat gebeurde er al?');
    expect(geschiedenis).toContain('ma 23 nov 2026 09:00: Koude overdracht verzonden aan Wijkteam Noord');
    expect(geschiedenis).toContain('wo 25 nov 2026 08:30: Herinnering verstuurd: ontvangst bevestigen');
    expect(geschiedenis).toContain('do 26 nov 2026 00:00: Termijn verlopen: ontvangst bevestigen');
    expect(geschiedenis).not.toContain('Opgeschaald');
    expect(tekst).toContain('§4.1, regionale afspraak');
  }
  await wereld.naar('2026-12-01T08:30:00+01:00');
  const bijVt = await wereld.zie('vt', 'Escalatie');
  // The cliënt can be told by letter, mail, phone or in person: a button for each.
  expect(bijVt.knoppen.map(({ verb }) => verb)).toEqual([
    'gemeente-geinformeerd',
    ...Array<string>(4).fill('geinformeerd'),
  ]);
  expect(bijVt.tekst).toContain('Informeer de gemeente en leg vast wie je sprak.');
  expect((await wereld.zie('Joost', 'Escalatie')).tekst).not.toContain('Informeer de gemeente');
});
