import { describe, expect, test } from 'vitest';
import { NOOR, NOORD, VERA, ZITA, ZUID } from './mensen.ts';
import { draagOver, KOUD } from './stappen.ts';
import { maakWereld, type Wereld } from './steun.ts';

const X = 'VT-2026-0001';
const PAD = `/api/v1/casussen/${X}/opdrachten`;

async function overgedragen(): Promise<Wereld> {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  await wereld.nieuws();
  return wereld;
}

async function ontvangen(): Promise<Wereld> {
  const wereld = await overgedragen();
  await wereld.klikOp(NOOR, await wereld.zie('noord', X), 'ontvangst-bevestigen');
  await wereld.nieuws();
  return wereld;
}

/** The card of the overdracht in a team's channel as it stands there now. */
const kaartBij = (wereld: Wereld, waar: string) => wereld.zie(waar, 'Overdracht van Veilig Thuis');

/** The team hears no more. Veilig Thuis has 2 werkdagen to send it again, and then its leidinggevende hears (§5.1.3). */
async function moetOpnieuwVersturen(wereld: Wereld): Promise<void> {
  await wereld.naar('2026-11-30T12:00:00+01:00');
  expect(await wereld.gezegd()).toEqual([
    `do 26 nov 2026 08:30 vt: Termijn verlopen: ${X}`,
    `ma 30 nov 2026 08:30 Loes: Escalatie: ${X}`,
  ]);
  const ping = await wereld.zie('vt', 'Termijn verlopen');
  expect(ping.tekst).toContain('§5.1.3');
  expect(ping.knoppen.map(({ verb }) => verb)).toContain('formulier-overdragen');
  await wereld.vt(X, KOUD(ZUID));
  expect(await wereld.gezegd()).toEqual([
    `ma 30 nov 2026 12:00 zuid: Overdracht ${X}`,
    `ma 30 nov 2026 12:00 vt: Overdracht ${X}`,
  ]);
}

describe('before receipt is confirmed', () => {
  test('a team that refuses leaves the casus at Veilig Thuis, which hears why at once (Add.3)', async () => {
    const wereld = await overgedragen();
    const zonder = await wereld.klikOp(NOOR, await kaartBij(wereld, 'noord'), 'weigeren', { reden: ' ' });
    expect(zonder).toMatchObject({ soort: 'tekst' });
    const antwoord = await wereld.klikOp(NOOR, await kaartBij(wereld, 'noord'), 'weigeren', {
      reden: 'Woont in Roosendaal',
    });
    // What is left is to read why, and Meer acties: the team may still raise a meningsverschil (§4.3).
    expect(antwoord).toMatchObject({ soort: 'kaart', knoppen: ['toelichting', 'acties'] });
    expect(antwoord.tekst).toContain('Niet voor dit team');
    expect(antwoord.tekst).not.toContain('Roosendaal');
    expect(await wereld.wie(X)).toBe('veilig-thuis');
    expect(await wereld.nieuws()).toEqual([
      `ma 23 nov 2026 09:00 vt (draad): Bericht over ${X}`,
      `ma 23 nov 2026 09:00 noord: Overdracht ${X} (bijgewerkt)`,
      `ma 23 nov 2026 09:00 vt: Overdracht ${X} (bijgewerkt)`,
    ]);
    const woord = await wereld.zie('vt', 'Overdracht geweigerd');
    for (const deel of ['Het team heeft een reden gegeven', 'Noor Verbeek']) expect(woord.tekst).toContain(deel);
    expect(woord.tekst).not.toContain('Roosendaal');
    expect((await wereld.klikOp(VERA, woord, 'toelichting')).tekst).toContain('Woont in Roosendaal');
    const tweede = await wereld.klikOp(
      NOOR,
      await kaartBij(wereld, 'noord').then(metKnop('ontvangst-bevestigen')),
      'ontvangst-bevestigen',
    );
    expect(tweede.tekst).toContain('al geweigerd');
    await moetOpnieuwVersturen(wereld);
  });

  test('Veilig Thuis withdraws it; the team is told and its card says so (§3.2)', async () => {
    const wereld = await overgedragen();
    await wereld.klikOp(VERA, await wereld.zie('vt', X), 'intrekken', { reden: 'Toch eerst zelf onderzoek' });
    expect(await wereld.wie(X)).toBe('veilig-thuis');
    expect(await wereld.gezegd()).toEqual([`ma 23 nov 2026 09:00 noord (draad): Bericht over ${X}`]);
    expect((await kaartBij(wereld, 'noord')).tekst).toContain('Ingetrokken');
    await moetOpnieuwVersturen(wereld);
  });

  test('it goes to another team: the old card says ingetrokken, a new one is posted, new terms run (§5)', async () => {
    const wereld = await overgedragen();
    const oud = await kaartBij(wereld, 'noord');
    await wereld.naar('2026-11-24T10:00:00+01:00');
    await wereld.vt(X, KOUD(ZUID));
    expect(await wereld.nieuws()).toEqual([
      `di 24 nov 2026 10:00 noord (draad): Bericht over ${X}`,
      `di 24 nov 2026 10:00 zuid: Overdracht ${X}`,
      `di 24 nov 2026 10:00 vt: Overdracht ${X}`,
      `di 24 nov 2026 10:00 noord: Overdracht ${X} (bijgewerkt)`,
      `di 24 nov 2026 10:00 vt: Overdracht ${X} (bijgewerkt)`,
    ]);
    expect(await kaartBij(wereld, 'noord')).toMatchObject({ activiteit: oud.activiteit, knoppen: [] });
    expect((await kaartBij(wereld, 'zuid')).tekst).toContain('uiterlijk do 26 nov 2026 24:00');
    const teLaat = await wereld.klikOp(NOOR, oud, 'ontvangst-bevestigen');
    expect(teLaat.soort).toBe('tekst');
    expect(await wereld.wie(X)).toBe('veilig-thuis');
    await wereld.naar('2026-11-26T08:30:00+01:00');
    expect(await wereld.gezegd()).toEqual([`do 26 nov 2026 08:30 zuid (draad): Herinnering: ${X}`]);
    await wereld.klikOp(ZITA, await kaartBij(wereld, 'zuid'), 'ontvangst-bevestigen');
    expect(await wereld.wie(X)).toBe(ZUID);
    expect(await wereld.wie(X, '2026-11-26T08:29:00+01:00')).toBe('veilig-thuis');
  });

  test('a confirmation by telephone counts from when it was given, also when that was in time and recorded late (§4.1)', async () => {
    const wereld = await overgedragen();
    await wereld.naar('2026-11-26T10:00:00+01:00');
    await wereld.nieuws();
    const invoer = { via: 'telefoon', doorWie: 'Noor van het wijkteam', datum: '2026-11-25', tijd: '16:30' };
    const vroeg = await wereld.klikOp(VERA, await wereld.zie('vt', 'Overdracht die'), 'bevestiging-vastleggen', {
      ...invoer,
      datum: '2026-11-20',
    });
    expect(vroeg.tekst).toContain('te vroeg');
    await wereld.klikOp(VERA, await wereld.zie('vt', 'Overdracht die'), 'bevestiging-vastleggen', invoer);
    expect(await wereld.wie(X)).toBe(NOORD);
    expect(await wereld.wie(X, '2026-11-25T16:30:00+01:00')).toBe(NOORD);
    expect(await wereld.wie(X, '2026-11-25T16:29:59+01:00')).toBe('veilig-thuis');
    const kaart = await kaartBij(wereld, 'noord');
    expect(kaart.tekst).toContain('Ontvangen: wo 25 nov 2026 16:30 door Noor van het wijkteam, per telefoon');
    expect((await wereld.zie('vt', 'Ontvangst bevestigd')).tekst).not.toContain('(te laat)');
    await wereld.klikOp(
      VERA,
      await wereld.zie('vt', 'Overdracht die').then(metKnop('bevestiging-vastleggen')),
      'bevestiging-vastleggen',
      invoer,
    );
    expect((await wereld.soorten(X)).filter((soort) => soort === 'ontvangst-bevestigd')).toHaveLength(1);
  });
});

/** The card as it stood when it still had this button: someone has it open on a telephone. */
const metKnop =
  (verb: string) =>
  <T extends { knoppen: { verb: string; data: Record<string, unknown> }[] }>(kaart: T): T => ({
    ...kaart,
    knoppen: [{ verb, data: { casusnummer: X, overdracht: 1, versie: 3, kaart: 'overdracht' } }],
  });

describe('when the team is verantwoordelijk', () => {
  test('Veilig Thuis takes the casus back; the team is told, its card ends (§5.1.3, Add.5)', async () => {
    const wereld = await ontvangen();
    await wereld.klikOp(VERA, await wereld.zie('vt', 'Overdracht die'), 'terugnemen', {
      reden: 'Afspraken niet nagekomen',
    });
    expect(await wereld.wie(X)).toBe('veilig-thuis');
    expect(await wereld.gezegd()).toEqual([`ma 23 nov 2026 09:00 noord (draad): Bericht over ${X}`]);
    const kaart = await kaartBij(wereld, 'noord');
    expect(kaart.tekst).not.toContain('Afspraken niet nagekomen');
    expect(kaart.knoppen.map(({ verb }) => verb)).toEqual(['toelichting']);
    expect((await wereld.klikOp(NOOR, kaart, 'toelichting')).tekst).toContain('Afspraken niet nagekomen');
    expect(
      (await wereld.klikOp(NOOR, await kaartBij(wereld, 'noord').then(metKnop('oppakken')), 'oppakken')).soort,
    ).toBe('tekst');
    expect(await wereld.wie(X)).toBe('veilig-thuis');
  });

  test('a new melding brings it back to Veilig Thuis from its receipt, with a new triage term (§3.1.2, Add.5)', async () => {
    const wereld = await ontvangen();
    await wereld.naar('2026-11-26T10:00:00+01:00');
    await wereld.vt(X, { soort: 'nieuwe-melding', ontvangenOp: '2026-11-26T08:00:00+01:00' });
    expect(await wereld.wie(X)).toBe('veilig-thuis');
    expect(await wereld.wie(X, '2026-11-26T07:59:59+01:00')).toBe(NOORD);
    expect(await wereld.wie(X, '2026-11-26T08:00:00+01:00')).toBe('veilig-thuis');
    expect(await wereld.gezegd()).toEqual([`do 26 nov 2026 10:00 noord (draad): Bericht over ${X}`]);
    expect((await wereld.zie('noord', 'Nieuwe melding')).tekst).toContain(
      'Veilig Thuis West-Brabant, sinds do 26 nov 2026 08:00',
    );
    expect(await wereld.api('POST', PAD, KOUD(ZUID))).toMatchObject({ status: 409, code: 'triage-niet-afgerond' });
    await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem' });
    await wereld.nieuws();
    await wereld.naar('2026-12-04T08:30:00+01:00');
    expect((await wereld.gezegd()).filter((regel) => regel.includes(X))).toEqual([
      `wo 2 dec 2026 08:30 vt: Herinnering: ${X}`,
      `vr 4 dec 2026 08:30 vt: Termijn verlopen: ${X}`,
    ]);
  });
});
