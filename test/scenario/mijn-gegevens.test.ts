/** What the bot keeps about a user, told to that user alone (domein.md §9, AVG art. 15). */
import { expect, test } from 'vitest';
import { ILSE, LOES, NICO, NOOR, ONNO, VERA } from './mensen.ts';
import { draagOver } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const [X, Y, Z] = ['VT-2026-0001', 'VT-2026-0002', 'VT-2026-0003'];

async function metGeschiedenis(): Promise<Wereld> {
  const wereld = await maakWereld();
  for (const casusnummer of [X, Y, Z]) await draagOver(wereld, casusnummer);
  await wereld.naar('2026-11-23T10:00:00+01:00');
  for (const casusnummer of [X, Y]) {
    await wereld.klikOp(NOOR, await wereld.zie('noord', casusnummer), 'ontvangst-bevestigen');
  }
  return wereld;
}

test('a member of a team: role, conversation, and in how many casussen', async () => {
  const wereld = await metGeschiedenis();
  const { tekst } = await wereld.typ(NOOR, 'mijn gegevens');
  expect(tekst).toContain('je rol: medewerker van Wijkteam Noord.');
  expect(tekst).toContain('ons gesprek in Teams');
  expect(tekst).toContain('Je staat in 2 casussen');
  expect(tekst).toContain('24 maanden nadat een casus is afgesloten');
  expect(tekst).toContain('Vraag de beheerder van deze app om het adresboek te verbeteren.');
});

test('who only looked at a content, or only got a message, stands in the casus too', async () => {
  const wereld = await metGeschiedenis();
  expect((await wereld.typ(VERA, 'mijn gegevens')).tekst).toContain('Je staat in geen enkele casus');
  await wereld.klikOp(VERA, await wereld.zie('vt', X), 'bekijk-overdracht');
  expect((await wereld.typ(VERA, 'mijn gegevens')).tekst).toContain('Je staat in 1 casus:');
  // Z is not confirmed: its leidinggevenden hear of it.
  expect((await wereld.typ(ILSE, 'mijn gegevens')).tekst).toContain('Je staat in geen enkele casus');
  await wereld.naar('2026-11-27T09:00:00+01:00');
  expect((await wereld.typ(ILSE, 'mijn gegevens')).tekst).toContain('Je staat in 1 casus:');
  expect((await wereld.typ(LOES, 'mijn gegevens')).tekst).toContain('leidinggevende van Veilig Thuis.');
});

test('somebody unknown hears that there is no role and no casus', async () => {
  const wereld = await metGeschiedenis();
  const { tekst } = await wereld.typ(ONNO, 'mijn gegevens');
  expect(tekst).toContain('Je staat niet in het adresboek.');
  expect(tekst).toContain('Je staat in geen enkele casus');
});

test('in a channel it is not told', async () => {
  const wereld = await metGeschiedenis();
  expect((await wereld.typ(NOOR, 'mijn gegevens', 'noord')).tekst).toContain('in je eigen chat met mij');
});

test('after the bewaartermijn nobody stands in the casus any more, and the casus still answers', async () => {
  const wereld = await metGeschiedenis();
  await wereld.naar('2026-11-23T15:00:00+01:00');
  // Nothing is left to be asked in these two years, so that the days go by without a message.
  await wereld.klikOp(NICO, await wereld.zie('noord', Z), 'ontvangst-bevestigen');
  const vandaag = { datum: '2026-11-23', tijd: '15:00' };
  for (const casusnummer of [X, Y, Z]) {
    const wie = casusnummer === Z ? NICO : NOOR;
    await wereld.klik(wie, 'oppakken', { casusnummer, overdracht: 1 });
    await wereld.klik(wie, 'melding-besproken', { casusnummer, overdracht: 1, ...vandaag });
    await wereld.vt(casusnummer, { soort: 'geinformeerd', wie: 'clientsysteem', via: 'telefoon' });
  }
  await wereld.klik(NOOR, 'afsluiten', {
    casusnummer: X,
    overdracht: 1,
    versie: 1,
    reden: 'De veiligheid is stabiel.',
  });
  expect((await wereld.typ(NOOR, 'mijn gegevens')).tekst).toContain('Je staat in 2 casussen');
  await wereld.nieuws();
  await wereld.naar('2028-11-23T15:00:00+01:00');
  expect(await wereld.gezegd()).toEqual([]);
  expect(await wereld.soorten(X)).toContain('gewist');
  expect((await wereld.typ(NOOR, 'mijn gegevens')).tekst).toContain('Je staat in 1 casus:');
  const tijdlijn = await wereld.typ(VERA, `tijdlijn ${X}`);
  expect(tijdlijn.tekst).toContain('Ontvangst bevestigd door (gewist)');
  expect(tijdlijn.tekst).not.toContain('Verbeek');
  const status = await wereld.typ(VERA, `wie was verantwoordelijk voor ${X} op 23 november 2026 12:00`);
  expect(status.tekst).toContain('Wijkteam Noord');
  expect(JSON.stringify((await wereld.toepassing().omgeving.opslag.lees(X))?.waarde)).not.toMatch(
    /Noor Verbeek|0000-4000/,
  );
  expect(await wereld.wie(X, '2026-11-23T12:00:00+01:00')).toBe('wijkteam-noord');
});
