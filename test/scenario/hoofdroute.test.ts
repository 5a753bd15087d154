import { describe, expect, test } from 'vitest';
import { BEA, NICO, NOOR, VERA } from './mensen.ts';
import { draagOver, KOUD, meld, NAAR_LOKAAL } from './stappen.ts';
import { maakWereld } from './wereld.ts';

const X = 'VT-2026-0001';

test('a casus goes from melding to opgepakt, with one verantwoordelijke at every step (§3.1.2, §3.2, §4.1, §4.2)', async () => {
  const wereld = await maakWereld();

  await meld(wereld, X);
  expect(await wereld.wie(X)).toBe('veilig-thuis');
  await wereld.naar('2026-11-24T10:00:00+01:00');
  await wereld.vt(X, NAAR_LOKAAL);
  expect(await wereld.nieuws()).toEqual([]);

  await wereld.vt(X, KOUD('wijkteam-noord'));
  expect(await wereld.wie(X)).toBe('veilig-thuis');
  expect(await wereld.nieuws()).toEqual([
    `di 24 nov 2026 10:00 noord: Overdracht ${X}`,
    `di 24 nov 2026 10:00 vt: Overdracht ${X}`,
  ]);
  const kaart = await wereld.zie('noord', X);
  const volgkaart = await wereld.zie('vt', X);
  expect(kaart.tekst).toContain('Ontvangst bevestigen: uiterlijk do 26 nov 2026 24:00');
  expect(kaart.tekst).toContain('Casus oppakken: uiterlijk di 8 dec 2026 24:00');

  await wereld.naar('2026-11-25T11:30:00+01:00');
  const ontvangen = await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen');
  expect(ontvangen).toMatchObject({
    status: 200,
    soort: 'kaart',
    knoppen: ['oppakken', 'melding-besproken', 'bekijk-overdracht', 'acties'],
  });
  expect(ontvangen.tekst).toContain('Ontvangen: wo 25 nov 2026 11:30 door Noor Verbeek, in Teams');
  expect(await wereld.wie(X)).toBe('wijkteam-noord');
  expect(await wereld.nieuws()).toEqual([
    `wo 25 nov 2026 11:30 vt (draad): Bericht over ${X}`,
    `wo 25 nov 2026 11:30 noord: Overdracht ${X} (bijgewerkt)`,
    `wo 25 nov 2026 11:30 vt: Overdracht ${X} (bijgewerkt)`,
  ]);
  // In place: the very activities that were posted first, and the same card that the clicker got.
  expect(await wereld.zie('noord', X)).toMatchObject({ activiteit: kaart.activiteit, tekst: ontvangen.tekst });
  expect((await wereld.zie('vt', 'Overdracht die jullie volgen')).activiteit).toBe(volgkaart.activiteit);
  const woord = await wereld.zie('vt', 'Ontvangst bevestigd');
  expect(woord.conversatie).toBe(`${volgkaart.conversatie};messageid=${volgkaart.activiteit}`);
  expect(woord.tekst).toContain('door Noor Verbeek');

  await wereld.naar('2026-11-26T09:00:00+01:00');
  const opgepakt = await wereld.klikOp(NICO, await wereld.zie('noord', X), 'oppakken', {
    casusregisseur: 'Nico Jansen',
  });
  expect(opgepakt).toMatchObject({ soort: 'kaart', knoppen: ['melding-besproken', 'bekijk-overdracht', 'acties'] });
  expect(opgepakt.tekst).toContain('Opgepakt');
  expect(await wereld.wie(X)).toBe('wijkteam-noord');
  expect(await wereld.nieuws()).toEqual([
    `do 26 nov 2026 09:00 vt (draad): Bericht over ${X}`,
    `do 26 nov 2026 09:00 noord: Overdracht ${X} (bijgewerkt)`,
    `do 26 nov 2026 09:00 vt: Overdracht ${X} (bijgewerkt)`,
  ]);
  expect((await wereld.zie('vt', 'Casus opgepakt')).tekst).toContain('Casusregisseur: Nico Jansen');
  expect(await wereld.soorten(X)).toEqual([
    'melding-ontvangen',
    'triage-afgerond',
    'overdracht-verzonden',
    'bericht-bezorgd',
    'bericht-bezorgd',
    'ontvangst-bevestigd',
    'bericht-bezorgd',
    'opgepakt',
    'bericht-bezorgd',
  ]);
});

describe('a casus that was confirmed on Wednesday', () => {
  const zo = async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    await wereld.naar('2026-11-25T11:30:00+01:00');
    await wereld.klikOp(NOOR, await wereld.zie('noord', X), 'ontvangst-bevestigen');
    await wereld.naar('2026-11-26T09:00:00+01:00');
    return wereld;
  };

  test('answers who is verantwoordelijk, however and wherever it is typed (§7)', async () => {
    const wereld = await zo();
    const team = ['Nu heeft zicht op veiligheid: Wijkteam Noord', 'sinds wo 25 nov 2026 11:30', '§4.1, §5.1.3'];
    const vragen: [string, 'noord' | 'vt' | undefined][] = [
      [`wie is verantwoordelijk voor casus ${X}`, undefined],
      [`WIE IS VERANTWOORDELIJK VOOR ${X}?`, undefined],
      [`Wie is verantwoordelijk voor casus ${X.toLowerCase()}`, 'noord'],
      [`casus ${X}: wie is er nu verantwoordelijk`, 'noord'],
    ];
    for (const [vraag, kanaal] of vragen) {
      const { tekst } = await wereld.typ(NOOR, vraag, kanaal);
      expect(team.filter((deel) => !tekst.includes(deel))).toEqual([]);
    }
    expect((await wereld.typ(VERA, `Wie is verantwoordelijk voor ${X}`, 'vt')).tekst).toContain('Wijkteam Noord');
  });

  test('answers who was verantwoordelijk before, and says so when there was no melding yet', async () => {
    const wereld = await zo();
    const toen = await wereld.typ(NOOR, `wie was verantwoordelijk voor casus ${X} op 24 november 2026 14:00`);
    expect(toen.tekst).toContain('Op di 24 nov 2026 14:00 had zicht op veiligheid: Veilig Thuis West-Brabant');
    expect(toen.tekst).toContain('sinds ma 23 nov 2026 09:00 tot wo 25 nov 2026 11:30');
    const ervoor = await wereld.typ(NOOR, `wie was verantwoordelijk voor casus ${X} op 20 november 2026`);
    expect(ervoor.tekst).toContain('nog geen melding');
    expect(await wereld.wie(X, '2026-11-25T11:29:59+01:00')).toBe('veilig-thuis');
    expect(await wereld.wie(X, '2026-11-25T11:30:00+01:00')).toBe('wijkteam-noord');
    expect(await wereld.wie(X, '2026-11-23T08:59:59+01:00')).toBe('voor-melding');
  });

  test('shows its status with the buttons of who asks, and its tijdlijn', async () => {
    const wereld = await zo();
    const knoppen = async (wie: typeof NOOR): Promise<string[]> =>
      (await wereld.typ(wie, `status ${X}`)).knoppen.map(({ verb }) => verb);
    expect(await knoppen(NOOR)).toEqual(['oppakken', 'bekijk-overdracht', 'acties']);
    expect(await knoppen(VERA)).toEqual(['terugnemen', 'bekijk-overdracht', 'acties']);
    const { tekst } = await wereld.typ(NOOR, `Tijdlijn ${X}`);
    const verloop = [
      'Melding ontvangen',
      'Triage afgerond',
      'Koude overdracht verzonden aan Wijkteam Noord',
      'Ontvangst bevestigd door Noor Verbeek',
    ];
    const plekken = verloop.map((deel) => tekst.indexOf(deel));
    expect(plekken).toEqual(plekken.toSorted((a, b) => a - b));
    expect(plekken.every((plek) => plek >= 0)).toBe(true);
  });

  test('stands in the list of what is open, and in that of what is late once a term has passed', async () => {
    const wereld = await zo();
    await meld(wereld, 'VT-2026-0002', { gemeente: 'Roosendaal' });
    expect((await wereld.typ(VERA, 'openstaand')).tekst).toContain('VT-2026-0002');
    const open = await wereld.typ(NOOR, 'Openstaand', 'noord');
    expect(open.tekst).toContain(X);
    expect(open.tekst).not.toContain('VT-2026-0002');
    expect((await wereld.typ(NOOR, 'te laat')).tekst).not.toContain(X);
    await wereld.naar('2026-12-08T09:00:00+01:00');
    expect((await wereld.typ(NOOR, 'TE LAAT', 'noord')).tekst).toContain(X);
    expect((await wereld.typ(BEA, 'te laat')).tekst).not.toContain(X);
  });
});

test('Veilig Thuis can do all of it in chat: melding, triage and overdracht by a form', async () => {
  const wereld = await maakWereld();
  const formulier = await wereld.typ(VERA, 'nieuwe casus');
  const knop = formulier.knoppen.find(({ verb }) => verb === 'nieuwe-casus');
  const invoer = { casusnummer: X, gemeente: 'breda', datum: '2026-11-23', tijd: '08:15', spoed: 'false' };
  const status = await wereld.klik(VERA, 'nieuwe-casus', { ...knop?.data, ...invoer });
  expect(status.knoppen).toContain('formulier-triage');
  expect(await wereld.wie(X, '2026-11-23T08:15:00+01:00')).toBe('veilig-thuis');
  const triage = await wereld.klik(VERA, 'formulier-triage', { casusnummer: X });
  expect(triage.knoppen).toEqual(['triage-afronden']);
  const klaar = await wereld.klik(VERA, 'triage-afronden', {
    casusnummer: X,
    besluit: 'lokale-toegang',
    conclusies: '',
  });
  expect(klaar.knoppen).toEqual(['formulier-overdragen', 'acties']);
  expect((await wereld.typ(VERA, `overdragen ${X}`)).knoppen.map(({ verb }) => verb)).toEqual(['overdragen']);
  const naar = {
    casusnummer: X,
    team: 'wijkteam-noord',
    wijze: 'koud',
    feiten: 'De politie kwam langs.\nDe buren belden.',
  };
  expect((await wereld.klik(VERA, 'overdragen', naar)).soort).toBe('kaart');
  expect(await wereld.nieuws()).toEqual([
    `ma 23 nov 2026 09:00 noord: Overdracht ${X}`,
    `ma 23 nov 2026 09:00 vt: Overdracht ${X}`,
  ]);
  expect((await wereld.zie('noord', X)).tekst).toContain('door Vera de Wit');
});
