import { describe, expect, test } from 'vitest';
import { JOOST, NICO, NOOR, NOORD, OOST, VERA } from './mensen.ts';
import { acties, draagOver, KOUD, meld, NAAR_LOKAAL, WARM } from './stappen.ts';
import { maakWereld, type Wereld } from './steun.ts';

const X = 'VT-2026-0001';
const Y = 'VT-2026-0002';
const Z = 'VT-2026-0003';
const pad = (casusnummer: string): string => `/api/v1/casussen/${casusnummer}/opdrachten`;
const WACHTLIJST = { toelichting: 'Alle plekken zijn bezet tot in januari' };

async function overgedragen(): Promise<Wereld> {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  await wereld.nieuws();
  return wereld;
}
const volgkaart = (wereld: Wereld, casusnummer = X) => wereld.zie('vt', 'Overdracht die jullie volgen', casusnummer);
const aantal = async (wereld: Wereld, soort: string, casusnummer = X): Promise<number> =>
  (await wereld.soorten(casusnummer)).filter((een) => een === soort).length;

describe('a team with a wachtlijst (§4.2)', () => {
  test.each([
    ['before it confirms', false],
    ['after it confirmed', true],
  ])(
    '%s: Veilig Thuis has zicht tijdelijk from that instant, and one werkdag to inform the gemeente',
    async (_naam, ontvangen) => {
      const wereld = await overgedragen();
      const kaart = await wereld.zie('noord', 'Overdracht van');
      if (ontvangen) await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen');
      expect(await wereld.wie(X)).toBe(ontvangen ? NOORD : 'veilig-thuis');
      await wereld.nieuws();
      await wereld.naar('2026-11-24T10:00:00+01:00');
      const keuze = await acties(wereld, NOOR, kaart);
      await wereld.klik(NOOR, 'wachtlijst-melden', { ...keuze('wachtlijst-melden'), ...WACHTLIJST }, kaart.conversatie);
      expect(await wereld.nieuws()).toEqual([
        `di 24 nov 2026 10:00 vt (draad): Bericht over ${X}`,
        `di 24 nov 2026 10:00 noord: Overdracht ${X} (bijgewerkt)`,
        `di 24 nov 2026 10:00 vt: Overdracht ${X} (bijgewerkt)`,
      ]);
      const bericht = await wereld.zie('vt', 'Bericht over', 'wachtlijst');
      for (const deel of ['een toelichting gegeven', NOOR.naam, 'Informeer de gemeente', '(tijdelijk)', '§4.2'])
        expect(bericht.tekst).toContain(deel);
      expect(bericht.tekst).not.toContain(WACHTLIJST.toelichting);
      expect((await wereld.klikOp(VERA, bericht, 'toelichting')).tekst).toContain(WACHTLIJST.toelichting);
      const antwoord = await wereld.api('GET', `/api/v1/casussen/${X}/verantwoordelijke`);
      expect(antwoord.body).toMatchObject({ partij: 'veilig-thuis', tijdelijk: true });
      expect(await wereld.wie(X, '2026-11-24T09:59:59+01:00')).toBe(ontvangen ? NOORD : 'veilig-thuis');
      await wereld.naar('2026-11-26T12:00:00+01:00');
      expect(await wereld.gezegd()).toEqual([
        `do 26 nov 2026 08:30 vt (draad): Termijn verlopen: ${X}`,
        `do 26 nov 2026 08:30 Loes: Termijn verlopen: ${X}`,
      ]);
      await wereld.klikOp(VERA, bericht, 'gemeente-geinformeerd', { wie: 'Joost Hendrix' });
      await wereld.naar('2026-11-27T12:00:00+01:00');
      expect(await wereld.gezegd()).toEqual([]);
      expect(await wereld.wie(X)).toBe('veilig-thuis');
    },
  );

  test('once the casus is picked up there is no wachtlijst any more, and nothing moves', async () => {
    const wereld = await overgedragen();
    const kaart = await wereld.zie('noord', 'Overdracht van');
    await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen');
    await wereld.klikOp(NOOR, await wereld.zie('noord', 'Overdracht van'), 'oppakken');
    const antwoord = await wereld.klik(NOOR, 'wachtlijst-melden', { casusnummer: X, overdracht: 1, ...WACHTLIJST });
    expect(antwoord.soort).toBe('tekst');
    expect(await wereld.wie(X)).toBe(NOORD);
  });

  test.each([
    ['the contactambtenaar', JOOST],
    ['Veilig Thuis', VERA],
  ])(
    'no casus goes to that team until the gemeente has intervened; %s records it and all casussen of the team are free',
    async (_naam, wie) => {
      const wereld = await overgedragen();
      await draagOver(wereld, Y);
      for (const casusnummer of [X, Y])
        await wereld.klik(NOOR, 'wachtlijst-melden', { casusnummer, overdracht: 1, ...WACHTLIJST });
      await meld(wereld, Z);
      await wereld.vt(Z, NAAR_LOKAAL);
      for (const casusnummer of [X, Y, Z]) {
        const weigering = await wereld.api('POST', pad(casusnummer), KOUD(NOORD));
        expect(weigering).toMatchObject({ status: 409, code: 'team-heeft-wachtlijst' });
      }
      expect((await wereld.api('POST', pad(Z), KOUD(OOST))).status).toBe(200);
      await wereld.vt(Z, { soort: 'intrekken', reden: 'Toch naar Noord' });
      await wereld.nieuws();

      // A member of the team cannot say that the gemeente stepped in.
      const interventie = { casusnummer: X, overdracht: 1, wat: 'Extra uren bij het wijkteam' };
      expect((await wereld.klik(NOOR, 'interventie-gemeente-vastleggen', interventie)).soort).toBe('tekst');
      expect((await wereld.klik(wie, 'interventie-gemeente-vastleggen', interventie)).soort).toBe('kaart');
      expect((await wereld.gezegd()).toSorted()).toEqual(
        [
          `ma 23 nov 2026 09:00 noord (draad): Bericht over ${X}`,
          `ma 23 nov 2026 09:00 vt (draad): Bericht over ${X}`,
          `ma 23 nov 2026 09:00 noord (draad): Bericht over ${Y}`,
          `ma 23 nov 2026 09:00 vt (draad): Bericht over ${Y}`,
        ].toSorted(),
      );
      for (const casusnummer of [X, Y]) {
        expect(await aantal(wereld, 'interventie-gemeente-vastgelegd', casusnummer)).toBe(1);
        expect(await wereld.wie(casusnummer)).toBe('veilig-thuis');
      }
      for (const casusnummer of [X, Y, Z]) {
        await wereld.vt(casusnummer, KOUD(NOORD));
        expect(await wereld.wie(casusnummer)).toBe('veilig-thuis');
      }
      await wereld.klikOp(NICO, await wereld.zie('noord', 'Overdracht van', X, '⏳'), 'ontvangst-bevestigen');
      expect(await wereld.wie(X)).toBe(NOORD);
      expect(await wereld.wie(Y)).toBe('veilig-thuis');
    },
  );

  test('an intervention about an earlier team frees that team in every casus, not the one that came after it', async () => {
    const wereld = await overgedragen();
    await draagOver(wereld, Y);
    for (const casusnummer of [X, Y])
      await wereld.klik(NOOR, 'wachtlijst-melden', { casusnummer, overdracht: 1, ...WACHTLIJST });
    await wereld.vt(X, KOUD(OOST));
    await wereld.vt(X, { soort: 'wachtlijst-melden', toelichting: 'Ook hier vol' });
    await wereld.vt(X, { soort: 'interventie-gemeente-vastleggen', wat: 'Noord krijgt uren', team: NOORD });
    await meld(wereld, Z);
    await wereld.vt(Z, NAAR_LOKAAL);
    expect(await wereld.api('POST', pad(Z), KOUD(OOST))).toMatchObject({ code: 'team-heeft-wachtlijst' });
    expect((await wereld.api('POST', pad(Z), KOUD(NOORD))).status).toBe(200);
  });

  test('the contactambtenaar opens no content and sees nothing of casussen of another gemeente', async () => {
    const wereld = await overgedragen();
    expect((await wereld.typ(JOOST, `status ${X}`)).tekst).toContain('niet gevonden');
    await wereld.klik(NOOR, 'wachtlijst-melden', { casusnummer: X, overdracht: 1, ...WACHTLIJST });
    expect((await wereld.typ(JOOST, `status ${X}`)).tekst).toContain('wachtlijst');
    const inhoud = await wereld.klik(JOOST, 'bekijk-overdracht', { casusnummer: X, overdracht: 1 });
    expect(inhoud.soort).toBe('tekst');
    expect(await aantal(wereld, 'inhoud-bekeken')).toBe(0);
    await meld(wereld, Y, { gemeente: 'Roosendaal' });
    expect((await wereld.typ(JOOST, `status ${Y}`)).tekst).toContain('niet gevonden');
  });
});

test('a casus that cannot be picked up within 2 weeks stays with the team, and Veilig Thuis hears why (§4.2, Add.7)', async () => {
  const wereld = await overgedragen();
  await wereld.klikOp(NOOR, await wereld.zie('noord', 'Overdracht van'), 'ontvangst-bevestigen');
  await wereld.nieuws();
  const kaart = await wereld.zie('noord', 'Overdracht van');
  const keuze = await acties(wereld, NOOR, kaart);
  const knop = { ...keuze('niet-binnen-termijn'), reden: 'De hulpverlener is ziek' };
  for (let keer = 0; keer < 5; keer++) await wereld.klik(NOOR, 'niet-binnen-termijn', knop, kaart.conversatie);
  expect(await wereld.nieuws()).toEqual([
    `ma 23 nov 2026 09:00 vt (draad): Bericht over ${X}`,
    `ma 23 nov 2026 09:00 noord: Overdracht ${X} (bijgewerkt)`,
    `ma 23 nov 2026 09:00 vt: Overdracht ${X} (bijgewerkt)`,
  ]);
  const bericht = await wereld.zie('vt', 'kan niet op tijd oppakken');
  expect(bericht.tekst).toContain('Het team heeft een reden gegeven.');
  expect(bericht.tekst).not.toContain('De hulpverlener is ziek');
  expect((await wereld.klikOp(VERA, bericht, 'toelichting')).tekst).toContain('De hulpverlener is ziek');
  expect(await wereld.wie(X)).toBe(NOORD);
  expect(await aantal(wereld, 'niet-binnen-termijn-gemeld')).toBe(1);
  // It is no wachtlijst: another casus may go to the team, and the term of picking up runs on.
  await meld(wereld, Y);
  await wereld.vt(Y, NAAR_LOKAAL);
  expect((await wereld.api('POST', pad(Y), WARM(NOORD, wereld.klok.nu()))).status).toBe(200);
  await wereld.vt(Y, { soort: 'intrekken', reden: 'Niet nodig' });
  await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem' });
  await wereld.nieuws();
  await wereld.naar('2026-12-08T12:00:00+01:00');
  expect((await wereld.gezegd()).filter((regel) => regel.includes('Termijn verlopen'))).toEqual([
    // What was withdrawn is to be sent again (§5.1.3).
    `do 26 nov 2026 08:30 vt: Termijn verlopen: ${Y}`,
    `di 8 dec 2026 08:30 noord (draad): Termijn verlopen: ${X}`,
    `di 8 dec 2026 08:30 vt (draad): Termijn verlopen: ${X}`,
  ]);
  expect((await volgkaart(wereld)).tekst).toContain(X);
});
