import { describe, expect, test } from 'vitest';
import { NOOR, VERA } from './mensen.ts';
import { draagOver, KOUD, meld, NAAR_LOKAAL, WARM } from './stappen.ts';
import { maakWereld } from './steun.ts';

const X = 'VT-2026-0001';
const PAD = `/api/v1/casussen/${X}/opdrachten`;

describe('at Veilig Thuis', () => {
  test('a triage that is not done on werkdag 4 is named, after 5 werkdagen it is late, 2 werkdagen later the leidinggevende hears (§3.1.2)', async () => {
    const wereld = await maakWereld();
    await meld(wereld, X);
    await wereld.naar('2026-12-10T12:00:00+01:00');
    expect((await wereld.nieuws()).filter((regel) => regel.includes(X))).toEqual([
      `vr 27 nov 2026 08:30 vt: Herinnering: ${X}`,
      `di 1 dec 2026 08:30 vt: Termijn verlopen: ${X}`,
      `do 3 dec 2026 08:30 Loes: Escalatie: ${X}`,
    ]);
    expect((await wereld.zie('vt', 'Herinnering')).vermeld).toEqual([VERA.naam]);
    expect((await wereld.zie('Loes', 'Escalatie')).tekst).toContain('§3.1.2, regionale afspraak');
    expect((await wereld.api('GET', '/api/v1/casussen?teLaat=true')).body['casussen']).toHaveLength(1);
    await wereld.vt(X, NAAR_LOKAAL);
    expect((await wereld.api('GET', '/api/v1/casussen?teLaat=true')).body['casussen']).toEqual([]);
    expect(await wereld.wie(X)).toBe('veilig-thuis');
  });

  test('a vervolgtraject that lasts is named after 8 weeks, is late after 10, and the leidinggevende hears until it is met (§3.2)', async () => {
    const wereld = await maakWereld();
    await meld(wereld, X);
    await wereld.vt(X, { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'onderzoek' });
    await wereld.naar('2027-04-01T12:00:00+02:00');
    expect(await wereld.gezegd()).toEqual([
      `ma 18 jan 2027 08:30 vt: Herinnering: ${X}`,
      `di 2 feb 2027 08:30 vt: Termijn verlopen: ${X}`,
      `di 9 feb 2027 08:30 Loes: Escalatie: ${X}`,
      `di 23 feb 2027 08:30 Loes: Escalatie: ${X}`,
      `di 9 mrt 2027 08:30 Loes: Escalatie: ${X}`,
      `di 23 mrt 2027 08:30 Loes: Escalatie: ${X}`,
    ]);
    const ping = await wereld.zie('vt', 'Termijn verlopen');
    const gedaan = { wat: 'onderzoek begonnen', datum: '2026-12-01', tijd: '10:00' };
    expect((await wereld.klikOp(VERA, ping, 'vervolg-ingezet', gedaan)).soort).toBe('kaart');
    await wereld.naar('2027-05-28T12:00:00+02:00');
    // Eight weeks later VT is asked whether the casus is still there, and answers by the button.
    expect(await wereld.gezegd()).toEqual([`vr 28 mei 2027 08:30 vt: Termijn verlopen: ${X}`]);
    const vraag = await wereld.zie('vt', 'Termijn verlopen', 'nog bij');
    expect((await wereld.klikOp(VERA, vraag, 'zicht-bevestigen')).soort).toBe('kaart');
    await wereld.naar('2027-07-26T12:00:00+02:00');
    expect(await wereld.gezegd()).toEqual([`ma 26 jul 2027 08:30 vt: Termijn verlopen: ${X}`]);
    expect(await wereld.wie(X)).toBe('veilig-thuis');
  });

  test('after a vervolgtraject only a warme overdracht is possible, and it asks no letter or talk about the melding (Add.4)', async () => {
    const wereld = await maakWereld();
    await meld(wereld, X);
    await wereld.vt(X, { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'onderzoek' });
    expect(await wereld.api('POST', PAD, KOUD('wijkteam-noord'))).toMatchObject({
      status: 409,
      code: 'koud-na-vervolgtraject',
    });
    await wereld.vt(X, WARM('wijkteam-noord', '2026-11-24T10:00:00+01:00'));
    await wereld.klikOp(NOOR, await wereld.zie('noord', X), 'ontvangst-bevestigen');
    await wereld.klikOp(NOOR, await wereld.zie('noord', X), 'oppakken');
    await wereld.nieuws();
    await wereld.naar('2027-04-01T12:00:00+02:00');
    expect(await wereld.nieuws()).toEqual([]);
    expect(await wereld.wie(X)).toBe('wijkteam-noord');
  });

  test('with HGO the betrokkenen must be informed within 5 werkdagen (§3.3.4)', async () => {
    const wereld = await maakWereld();
    await meld(wereld, X);
    await wereld.vt(X, { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'hgo' });
    await wereld.naar('2026-12-01T08:30:00+01:00');
    expect(await wereld.nieuws()).toEqual([
      `ma 23 nov 2026 09:00 vt: Informeren over ${X}`,
      `di 1 dec 2026 08:30 vt: Termijn verlopen: ${X}`,
    ]);
    expect((await wereld.zie('vt', 'Termijn verlopen')).tekst).toContain('§3.3.4');
    await wereld.vt(X, { soort: 'geinformeerd', wie: 'betrokkenen' });
    expect((await wereld.api('GET', '/api/v1/casussen?teLaat=true')).body['casussen']).toEqual([]);
  });

  test.each([
    ['geen zorgen', { besluit: 'geen-zorgen' }],
    ['lichte zorgen', { besluit: 'clientsysteem', voldoendeMogelijkheden: true, bereidZonderControle: true }],
  ])(
    '%s: the cliëntsysteem is verantwoordelijk at once, and it and the melder must get a letter (§5.1.1, §5.1.2)',
    async (_naam, besluit) => {
      const wereld = await maakWereld();
      await meld(wereld, X);
      await wereld.vt(X, { soort: 'triage-afronden', ...besluit });
      expect(await wereld.wie(X)).toBe('clientsysteem');
      await wereld.vt(X, { soort: 'geinformeerd', wie: 'melder', via: 'brief' });
      await wereld.naar('2026-12-01T08:30:00+01:00');
      expect(await wereld.gezegd()).toEqual([
        `ma 23 nov 2026 09:00 vt: Informeren over ${X}`,
        `di 1 dec 2026 08:30 vt: Termijn verlopen: ${X}`,
      ]);
      const { tekst } = await wereld.zie('vt', X);
      expect(tekst).toContain('Schriftelijk informeren: cliëntsysteem');
      expect(tekst).not.toContain('Schriftelijk informeren: melder');
      await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem', via: 'brief' });
      await wereld.naar('2027-06-01T12:00:00+02:00');
      expect(await wereld.gezegd()).toEqual([]);
      expect(await wereld.wie(X)).toBe('clientsysteem');
    },
  );

  test.each([
    'directe-interventie',
    'structurele-onveiligheid',
    'onvoldoende-informatie',
    'anonimiteit',
    'verzoek-raad',
  ])('the conclusion %s keeps the casus at Veilig Thuis (§3.1.2)', async (conclusie) => {
    const wereld = await maakWereld();
    await meld(wereld, X);
    const besluiten = ['geen-zorgen', 'lokale-toegang'].map((besluit) => ({
      soort: 'triage-afronden',
      besluit,
      conclusies: [conclusie],
    }));
    for (const besluit of besluiten) {
      expect(await wereld.api('POST', PAD, besluit)).toMatchObject({ status: 409, code: 'conclusie-houdt-bij-vt' });
    }
    expect(await wereld.soorten(X)).toEqual(['melding-ontvangen']);
    expect(await wereld.wie(X)).toBe('veilig-thuis');
  });
});

describe('after a koude overdracht', () => {
  test('Veilig Thuis must inform the cliënt within 5 werkdagen, and does so from the volgkaart (Add.2, §5.1.3)', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    await wereld.klikOp(NOOR, await wereld.zie('noord', X), 'ontvangst-bevestigen');
    await wereld.nieuws();
    await wereld.naar('2026-12-01T08:30:00+01:00');
    expect(await wereld.gezegd()).toContain(`di 1 dec 2026 08:30 vt (draad): Termijn verlopen: ${X}`);
    const antwoord = await wereld.klikOp(VERA, await wereld.zie('vt', 'Overdracht die jullie volgen'), 'geinformeerd');
    expect(antwoord.soort).toBe('kaart');
    expect(antwoord.knoppen).not.toContain('geinformeerd');
    expect(await wereld.soorten(X)).toContain('geinformeerd');
    expect(await wereld.wie(X)).toBe('wijkteam-noord');
  });

  test('the team must discuss the melding within 2 weeks, counted from the confirmation (§5.1.3)', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    await wereld.naar('2026-11-24T10:00:00+01:00');
    await wereld.klikOp(NOOR, await wereld.zie('noord', X), 'ontvangst-bevestigen');
    await wereld.klikOp(NOOR, await wereld.zie('noord', X), 'oppakken');
    await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem' });
    await wereld.nieuws();
    await wereld.naar('2026-12-09T08:30:00+01:00');
    expect(await wereld.gezegd()).toEqual([`wo 9 dec 2026 08:30 noord (draad): Termijn verlopen: ${X}`]);
    const kaart = await wereld.zie('noord', 'Overdracht van');
    const teVroeg = await wereld.klikOp(NOOR, kaart, 'melding-besproken', { datum: '2026-12-31', tijd: '10:00' });
    expect(teVroeg).toMatchObject({ soort: 'tekst' });
    expect(teVroeg.tekst).toContain('toekomst');
    const besproken = await wereld.klikOp(NOOR, kaart, 'melding-besproken', { datum: '2026-12-08', tijd: '16:00' });
    expect(besproken).toMatchObject({ soort: 'kaart', knoppen: ['bekijk-overdracht', 'acties'] });
    await wereld.nieuws();
    await wereld.naar('2027-06-01T12:00:00+02:00');
    expect(await wereld.nieuws()).toEqual([]);
  });
});
