import { describe, expect, test } from 'vitest';
import { ILSE, LOES, NICO, NOOR, NOORD, VERA } from './mensen.ts';
import { draagOver } from './stappen.ts';
import { maakWereld, type Wereld } from './steun.ts';

const X = 'VT-2026-0001';

/** Sent on Monday 23 November 2026 at 09:00; nobody has done anything since. */
async function verzonden(): Promise<Wereld> {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  await wereld.nieuws();
  return wereld;
}

describe('nobody confirms an overdracht that was sent on Monday', () => {
  test('the team is reminded, then both are told, then the leidinggevenden, then Veilig Thuis must inform the gemeente (§4.1, Add.7)', async () => {
    const wereld = await verzonden();
    const kaart = await wereld.zie('noord', X);

    await wereld.naar('2026-11-25T08:29:59+01:00');
    expect(await wereld.gezegd()).toEqual([]);
    await wereld.naar('2026-11-25T08:30:00+01:00');
    expect(await wereld.gezegd()).toEqual([`wo 25 nov 2026 08:30 noord (draad): Herinnering: ${X}`]);
    const herinnering = await wereld.zie('noord', 'Herinnering');
    expect(herinnering.conversatie).toBe(`${kaart.conversatie};messageid=${kaart.activiteit}`);
    expect(herinnering.vermeld).toEqual([NOOR.naam, NICO.naam]);
    expect(herinnering.tekst).toContain('§4.1');

    await wereld.naar('2026-11-26T08:30:00+01:00');
    expect(await wereld.gezegd()).toEqual([
      `do 26 nov 2026 08:30 noord (draad): Termijn verlopen: ${X}`,
      `do 26 nov 2026 08:30 vt (draad): Termijn verlopen: ${X}`,
    ]);
    expect((await wereld.zie('vt', 'Termijn verlopen')).vermeld).toEqual([VERA.naam]);
    expect((await wereld.zie('noord', 'Overdracht van Veilig Thuis')).tekst).toContain('Te laat: nog niet bevestigd');

    await wereld.naar('2026-11-27T08:30:00+01:00');
    expect(await wereld.gezegd()).toEqual([
      `vr 27 nov 2026 08:30 Ilse: Escalatie: ${X}`,
      `vr 27 nov 2026 08:30 Loes: Escalatie: ${X}`,
    ]);
    const escalatie = await wereld.zie('Ilse', 'Escalatie');
    expect(escalatie.tekst).toContain('§4.1, regionale afspraak');
    expect(escalatie.knoppen.map(({ verb }) => verb)).toContain('ontvangst-bevestigen');

    await wereld.naar('2026-12-01T08:30:00+01:00');
    expect((await wereld.gezegd()).filter((regel) => regel.includes('Escalatie'))).toEqual([
      `di 1 dec 2026 08:30 vt (draad): Escalatie: ${X}`,
      `di 1 dec 2026 08:30 Joost: Escalatie: ${X}`,
    ]);
    // The cliënt can be told by letter, mail, phone or in person: a button for each.
    expect((await wereld.zie('vt', 'Escalatie')).knoppen.map(({ verb }) => verb)).toEqual([
      'gemeente-geinformeerd',
      ...Array<string>(4).fill('geinformeerd'),
    ]);
    expect((await wereld.zie('vt', 'Escalatie')).tekst).toContain('Informeer de gemeente en leg vast wie je sprak.');
    expect((await wereld.zie('Joost', 'Escalatie')).tekst).not.toContain('Informeer de gemeente');
    expect(await wereld.wie(X)).toBe('veilig-thuis');
  });

  test('the message to a leidinggevende tells in three lines what came before (§7)', async () => {
    const wereld = await verzonden();
    await wereld.naar('2026-11-27T08:30:00+01:00');
    for (const wie of ['Ilse', 'Loes']) {
      const { tekst } = await wereld.zie(wie, 'Escalatie');
      const [, geschiedenis = ''] = tekst.split('Wat gebeurde er al?');
      expect(geschiedenis).toContain('ma 23 nov 2026 09:00: Koude overdracht verzonden aan Wijkteam Noord');
      expect(geschiedenis).toContain('wo 25 nov 2026 08:30: Herinnering verstuurd: ontvangst bevestigen');
      expect(geschiedenis).toContain('do 26 nov 2026 00:00: Termijn verlopen: ontvangst bevestigen');
      expect(geschiedenis).not.toContain('Opgeschaald');
    }
  });

  test.each([
    ['2026-11-23T15:00:00+01:00', false],
    ['2026-11-25T23:59:59+01:00', false],
    ['2026-11-26T00:00:00+01:00', true],
    ['2026-12-15T10:00:00+01:00', true],
  ])('a confirmation at %s ends the ladder for good; recorded as late: %s', async (moment, laat) => {
    const wereld = await verzonden();
    await wereld.naar(moment);
    const kaart = await wereld.zie('noord', 'Overdracht van Veilig Thuis');
    expect(await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen')).toMatchObject({ soort: 'kaart' });
    expect(await wereld.wie(X)).toBe(NOORD);
    expect((await wereld.zie('vt', 'Ontvangst bevestigd')).tekst.includes('(te laat)')).toBe(laat);
    expect((await wereld.typ(NOOR, `tijdlijn ${X}`)).tekst.includes('(te laat)')).toBe(laat);

    // The duties that confirming does not end, so that what follows would be about the confirmation alone.
    await wereld.klikOp(NOOR, await wereld.zie('noord', X), 'oppakken');
    await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem', via: 'brief' });
    const [datum, tijd] = [moment.slice(0, 10), moment.slice(11, 16)];
    await wereld.klikOp(NOOR, await wereld.zie('noord', 'Overdracht van'), 'melding-besproken', { datum, tijd });
    await wereld.nieuws();
    await wereld.naar('2027-06-01T12:00:00+02:00');
    expect(await wereld.nieuws()).toEqual([]);
    expect(await wereld.wie(X)).toBe(NOORD);
  });

  test('the leidinggevende of the team can confirm from her own message', async () => {
    const wereld = await verzonden();
    await wereld.naar('2026-11-27T09:00:00+01:00');
    const antwoord = await wereld.klikOp(ILSE, await wereld.zie('Ilse', 'Escalatie'), 'ontvangst-bevestigen');
    expect(antwoord.soort).toBe('kaart');
    expect(antwoord.tekst).toContain('door Ilse Kramer');
    expect(await wereld.wie(X)).toBe(NOORD);
  });
});

describe('a team that confirmed on Monday does not pick the casus up', () => {
  test('it is asked after a week, reminded 2 werkdagen before, then the ladder climbs (§4.2, Add.7)', async () => {
    const wereld = await verzonden();
    await wereld.klikOp(NOOR, await wereld.zie('noord', X), 'ontvangst-bevestigen');
    await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem', via: 'brief' });
    const bespreek = { datum: '2026-11-23', tijd: '08:00' };
    await wereld.naar('2026-11-23T10:00:00+01:00');
    await wereld.klikOp(NOOR, await wereld.zie('noord', 'Overdracht van'), 'melding-besproken', {
      ...bespreek,
      tijd: '09:30',
    });
    await wereld.nieuws();

    await wereld.naar('2026-12-24T12:00:00+01:00');
    expect(await wereld.gezegd()).toEqual([
      `ma 30 nov 2026 08:30 noord (draad): Herinnering: ${X}`,
      `do 3 dec 2026 08:30 noord (draad): Herinnering: ${X}`,
      `di 8 dec 2026 08:30 noord (draad): Termijn verlopen: ${X}`,
      `di 8 dec 2026 08:30 vt (draad): Termijn verlopen: ${X}`,
      `do 10 dec 2026 08:30 Ilse: Escalatie: ${X}`,
      `do 10 dec 2026 08:30 Loes: Escalatie: ${X}`,
      `di 15 dec 2026 08:30 vt (draad): Escalatie: ${X}`,
      `do 17 dec 2026 08:30 vt (draad): Termijn verlopen: ${X}`,
      `do 17 dec 2026 08:30 Loes: Termijn verlopen: ${X}`,
      // Not informed: said again every werkdag until it is done (§4.2).
      ...['vr 18', 'ma 21', 'di 22', 'wo 23', 'do 24'].flatMap((dag) => [
        `${dag} dec 2026 08:30 vt (draad): Escalatie: ${X}`,
        `${dag} dec 2026 08:30 Loes: Escalatie: ${X}`,
      ]),
    ]);
    expect(await wereld.wie(X)).toBe(NOORD);
    const taak = await wereld.zie('vt', 'Escalatie');
    expect(taak.tekst).toContain('§4.2, regionale afspraak');
    expect((await wereld.klikOp(LOES, taak, 'gemeente-geinformeerd', { wie: 'de contactambtenaar' })).soort).toBe(
      'kaart',
    );
    expect((await wereld.klikOp(NOOR, await wereld.zie('noord', 'Overdracht van'), 'oppakken')).soort).toBe('kaart');
    await wereld.nieuws();
    await wereld.naar('2027-06-01T12:00:00+02:00');
    expect(await wereld.nieuws()).toEqual([]);
  });
});
