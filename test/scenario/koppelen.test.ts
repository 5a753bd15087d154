import { describe, expect, test } from 'vitest';
import { BEA, ILSE, KANALEN, NOOR, ONNO, OOST, VERA } from './mensen.ts';
import { draagOver } from './stappen.ts';
import { maakWereld } from './wereld.ts';

const X = 'VT-2026-0001';

describe('linking a channel', () => {
  test.each([
    ['a medewerker of Veilig Thuis', VERA],
    ['a leidinggevende of the team', ILSE],
    ['a member of the team', NOOR],
    ['someone unknown', ONNO],
  ])('is not for %s', async (_naam, wie) => {
    const wereld = await maakWereld({ gekoppeld: ['vt'] });
    for (const opdracht of ['koppel wijkteam-noord', 'ontkoppel', 'adresboek']) {
      expect((await wereld.typ(wie, opdracht, 'noord')).tekst).toContain('Dit kan alleen een beheerder');
    }
    await draagOver(wereld, X);
    expect((await wereld.nieuws()).filter((regel) => regel.includes('noord'))).toEqual([]);
  });

  test('is for a beheerder, who sees what is linked and what is not', async () => {
    const wereld = await maakWereld({ gekoppeld: ['vt', 'noord'] });
    const { tekst } = await wereld.typ(BEA, 'adresboek');
    expect(tekst).toContain('Gekoppeld: veilig-thuis, wijkteam-noord Nog niet: cjg-zuid');
    expect(tekst).toContain('cjg-zuid');
    expect((await wereld.typ(BEA, 'koppel wijkteam-west', 'oost')).tekst).toContain(
      "'wijkteam-west' staat niet in het adresboek",
    );
    expect((await wereld.typ(BEA, 'KOPPEL Wijkteam-Oost', 'oost')).tekst).toContain('Wijkteam Oost');
    await draagOver(wereld, X, { team: OOST });
    expect(await wereld.nieuws()).toEqual([
      `ma 23 nov 2026 09:00 oost: Overdracht ${X}`,
      `ma 23 nov 2026 09:00 vt: Overdracht ${X}`,
    ]);
  });

  test('after an overdracht: Veilig Thuis heard whom to call, and the card appears in the new channel', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X, { team: OOST });
    await wereld.ronde();
    const bericht = await wereld.zie('vt', 'niet bezorgd');
    for (const deel of [X, 'Wijkteam Oost', '076 555 01 03', 'nog niet gekoppeld'])
      expect(bericht.tekst).toContain(deel);
    await wereld.nieuws();

    await wereld.naar('2026-11-24T10:00:00+01:00');
    await wereld.koppel('oost');
    expect(await wereld.nieuws()).toEqual([`di 24 nov 2026 10:00 oost: Overdracht ${X}`]);
    await wereld.naar('2026-11-25T08:30:00+01:00');
    expect(await wereld.gezegd()).toEqual([`wo 25 nov 2026 08:30 oost (draad): Herinnering: ${X}`]);
  });

  test('once more in the same channel leaves the cards that stand there', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    await wereld.nieuws();
    for (const kanaal of ['noord', 'vt'] as const) expect((await wereld.koppel(kanaal)).tekst).toContain('Gelukt');
    expect(await wereld.nieuws()).toEqual([]);
  });

  test('of Veilig Thuis itself after an overdracht: the volgkaart appears, once', async () => {
    const wereld = await maakWereld({ gekoppeld: ['noord'] });
    await draagOver(wereld, X);
    expect(await wereld.nieuws()).toEqual([`ma 23 nov 2026 09:00 noord: Overdracht ${X}`]);
    await wereld.koppel('vt');
    await wereld.naar('2026-11-24T12:00:00+01:00');
    expect(await wereld.gezegd()).toEqual([`ma 23 nov 2026 09:00 vt: Overdracht ${X}`]);
    expect(wereld.connector.gesprekken.get(KANALEN.vt.conversatie)).toHaveLength(1);
  });

  test('elsewhere brings the card along; from then on the new one changes', async () => {
    const wereld = await maakWereld({ gekoppeld: ['vt', 'noord'] });
    await draagOver(wereld, X);
    await wereld.nieuws();
    expect((await wereld.typ(BEA, 'koppel wijkteam-noord', 'zuid')).tekst).toContain('Gelukt');
    expect(await wereld.nieuws()).toEqual([`ma 23 nov 2026 09:00 zuid: Overdracht ${X}`]);
    await wereld.klikOp(NOOR, await wereld.zie('zuid', X), 'ontvangst-bevestigen');
    expect(await wereld.nieuws()).toContain(`ma 23 nov 2026 09:00 zuid: Overdracht ${X} (bijgewerkt)`);
  });

  test('undone: what is for the team then is told to Veilig Thuis as not delivered', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    expect((await wereld.typ(BEA, 'ontkoppel', 'noord')).tekst).toContain('Wijkteam Noord');
    expect((await wereld.typ(BEA, 'ontkoppel', 'noord')).tekst).toContain('nergens aan gekoppeld');
    await wereld.nieuws();
    await wereld.naar('2026-11-25T09:00:00+01:00');
    expect(await wereld.gezegd()).toEqual([`wo 25 nov 2026 08:30 vt: Bericht over ${X} niet bezorgd`]);
    expect((await wereld.zie('vt', 'niet bezorgd')).tekst).toContain('de herinnering aan Wijkteam Noord');
  });
});
