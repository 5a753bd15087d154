import { describe, expect, test } from 'vitest';
import { ILSE, NOOR, NOORD, VERA, ZITA } from './mensen.ts';
import { acties, draagOver, KOUD, meld, WARM } from './stappen.ts';
import { maakWereld, type Wereld } from './steun.ts';

const X = 'VT-2026-0001';
const VAST = { casusnummer: X, overdracht: 1 };

async function ontvangen(opgepakt = false): Promise<Wereld> {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem' });
  await wereld.klik(NOOR, 'ontvangst-bevestigen', VAST);
  if (opgepakt) await wereld.klik(NOOR, 'oppakken', VAST);
  await wereld.nieuws();
  return wereld;
}
const aantal = async (wereld: Wereld, soort: string): Promise<number> =>
  (await wereld.soorten(X)).filter((een) => een === soort).length;
/** What the form for a new decision sends, before it is filled in. */
async function herziening(wereld: Wereld): Promise<Record<string, unknown>> {
  const formulier = await wereld.klik(VERA, 'formulier-herziening', { casusnummer: X });
  const knop = formulier.knopdata.find(({ verb }) => verb === 'triage-afronden');
  if (!knop) throw new Error(formulier.tekst);
  return knop.data;
}
const NU = 'ma 23 nov 2026 09:00';

describe('terugleggen (Add.5)', () => {
  test('asked, the team keeps zicht; accepted, Veilig Thuis has it from that instant and the team is told', async () => {
    const wereld = await ontvangen();
    const kaart = await wereld.zie('noord', 'Overdracht van');
    const keuze = await acties(wereld, NOOR, kaart);
    const knop = { ...keuze('terugleggen-vragen'), reden: 'Veiligheid lukt lokaal niet' };
    for (let keer = 0; keer < 5; keer++) await wereld.klik(NOOR, 'terugleggen-vragen', knop, kaart.conversatie);
    expect(await aantal(wereld, 'terugleggen-gevraagd')).toBe(1);
    expect(await wereld.gezegd()).toEqual([`${NU} vt (draad): Bericht over ${X}`]);
    expect(await wereld.wie(X)).toBe(NOORD);
    const vraag = await wereld.zie('vt', 'wil de casus terugleggen');
    expect(vraag.tekst).toContain('Het team heeft een reden gegeven');
    expect(vraag.tekst).not.toContain('lukt lokaal niet');
    expect((await wereld.klikOp(VERA, vraag, 'toelichting')).tekst).toContain('Veiligheid lukt lokaal niet');
    // Only Veilig Thuis answers.
    expect((await wereld.klik(NOOR, 'terugleggen-accepteren', VAST)).soort).toBe('tekst');
    await wereld.naar('2026-11-24T10:00:00+01:00');
    for (let keer = 0; keer < 5; keer++) await wereld.klikOp(VERA, vraag, 'terugleggen-accepteren');
    expect(await aantal(wereld, 'teruggelegd')).toBe(1);
    expect(await wereld.gezegd()).toEqual([`di 24 nov 2026 10:00 noord (draad): Bericht over ${X}`]);
    expect(await wereld.wie(X)).toBe('veilig-thuis');
    expect(await wereld.wie(X, '2026-11-24T09:59:59+01:00')).toBe(NOORD);
  });

  test('refused, the team keeps zicht and may raise a meningsverschil from the very message (§4.3)', async () => {
    const wereld = await ontvangen();
    await wereld.klik(NOOR, 'terugleggen-vragen', { ...VAST, reden: 'Lukt niet' });
    await wereld.nieuws();
    const vraag = await wereld.zie('vt', 'wil de casus terugleggen');
    for (let keer = 0; keer < 5; keer++)
      await wereld.klikOp(VERA, vraag, 'terugleggen-weigeren', { reden: 'Dit kan lokaal' });
    expect(await aantal(wereld, 'terugleggen-geweigerd')).toBe(1);
    expect(await wereld.gezegd()).toEqual([`${NU} noord (draad): Bericht over ${X}`]);
    expect(await wereld.wie(X)).toBe(NOORD);
    const nee = await wereld.zie('noord', 'neemt de casus niet terug');
    expect(nee.tekst).toContain('Veilig Thuis heeft een reden gegeven');
    expect(nee.tekst).not.toContain('Dit kan lokaal');
    expect((await wereld.klikOp(NOOR, nee, 'toelichting')).tekst).toContain('Dit kan lokaal');
    await wereld.klikOp(NOOR, nee, 'meningsverschil-melden', { toelichting: 'Wij zien gevaar' });
    expect(await wereld.wie(X)).toBe('veilig-thuis');
    expect(await wereld.gezegd()).toEqual([
      `${NU} noord (draad): Bericht over ${X}`,
      `${NU} vt (draad): Bericht over ${X}`,
    ]);
  });

  test('not answered in 2 werkdagen: Veilig Thuis is called upon, the team still has zicht', async () => {
    const wereld = await ontvangen();
    await wereld.klik(NOOR, 'terugleggen-vragen', { ...VAST, reden: 'Lukt niet' });
    await wereld.nieuws();
    await wereld.naar('2026-11-26T12:00:00+01:00');
    expect(await wereld.gezegd()).toEqual([`do 26 nov 2026 08:30 vt (draad): Termijn verlopen: ${X}`]);
    expect((await wereld.zie('vt', 'Termijn verlopen')).knoppen.map(({ verb }) => verb)).toContain(
      'terugleggen-accepteren',
    );
    expect(await wereld.wie(X)).toBe(NOORD);
  });
});

test.each([
  ['afspraken-niet-nagekomen', 'veiligheidsafspraken worden niet nagekomen'],
  ['medewerking-geweigerd', 'betrokkenen weigeren medewerking'],
  ['veiligheid-niet-te-borgen', 'het team kan de veiligheid niet borgen'],
  ['verzoek-raad', 'het team doet een verzoek tot onderzoek bij de Raad'],
])(
  'the signal %s reaches Veilig Thuis at once and moves nothing; Veilig Thuis takes the casus back from it (§5.1.3, Add.5)',
  async (wat, inWoorden) => {
    const wereld = await ontvangen(true);
    const kaart = await wereld.zie('noord', 'Overdracht van');
    const keuze = await acties(wereld, NOOR, kaart);
    const knop = { ...keuze('signaleren'), wat, toelichting: 'Twee afspraken gemist' };
    for (let keer = 0; keer < 5; keer++) {
      const antwoord = await wereld.klik(NOOR, 'signaleren', knop, kaart.conversatie);
      expect(antwoord.tekst).not.toContain('Vul in');
    }
    expect(await aantal(wereld, 'gesignaleerd')).toBe(1);
    expect(await wereld.gezegd()).toEqual([`${NU} vt (draad): Bericht over ${X}`]);
    expect(await wereld.wie(X)).toBe(NOORD);
    const signaal = await wereld.zie('vt', 'Signaal van het team');
    expect(signaal.tekst).toContain(`Signaal: ${inWoorden}.`);
    expect(signaal.tekst).not.toContain('Twee afspraken gemist');
    expect((await wereld.klikOp(VERA, signaal, 'toelichting')).tekst).toContain('Twee afspraken gemist');
    await wereld.klikOp(VERA, signaal, 'terugnemen', { reden: 'Wij grijpen in' });
    expect(await wereld.wie(X)).toBe('veilig-thuis');
    expect(await wereld.gezegd()).toEqual([`${NU} noord (draad): Bericht over ${X}`]);
  },
);

describe('closing', () => {
  test('the team closes after stable safety: the cliëntsysteem is verantwoordelijk, Veilig Thuis is told, nothing runs on', async () => {
    const wereld = await ontvangen();
    expect((await wereld.klik(NOOR, 'afsluiten', { ...VAST, reden: 'Veilig' })).soort).toBe('tekst');
    await wereld.klik(NOOR, 'oppakken', VAST);
    await wereld.klik(NOOR, 'melding-besproken', { ...VAST, datum: '2026-11-23', tijd: '09:00' });
    await wereld.nieuws();
    expect((await wereld.klik(VERA, 'afsluiten', { ...VAST, reden: 'Veilig' })).soort).toBe('tekst');
    for (let keer = 0; keer < 5; keer++) await wereld.klik(NOOR, 'afsluiten', { ...VAST, reden: 'Stabiel veilig' });
    expect(await aantal(wereld, 'afgesloten')).toBe(1);
    expect(await wereld.gezegd()).toEqual([`${NU} vt (draad): Bericht over ${X}`]);
    expect(await wereld.wie(X)).toBe('clientsysteem');
    await wereld.naar('2027-06-01T12:00:00+02:00');
    expect(await wereld.nieuws()).toEqual([]);
  });

  test('Veilig Thuis closes after its own onderzoek and is asked to write to cliëntsysteem and melder (§5.1.1)', async () => {
    const wereld = await maakWereld();
    await meld(wereld, X);
    await wereld.vt(X, { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'onderzoek' });
    // There were concerns: that there are none any more is a new decision, with what §5.1.1 asks of it.
    const meteen = await wereld.klik(VERA, 'afsluiten', { casusnummer: X, reden: 'Geen reden meer voor zorg' });
    expect(meteen).toMatchObject({ soort: 'tekst' });
    expect(await aantal(wereld, 'afgesloten')).toBe(0);
    expect(await wereld.wie(X)).toBe('veilig-thuis');
    const herzien = await herziening(wereld);
    for (let keer = 0; keer < 5; keer++)
      await wereld.klik(VERA, 'triage-afronden', { ...herzien, besluit: 'geen-zorgen', conclusies: '' });
    expect(await aantal(wereld, 'triage-afgerond')).toBe(2);
    expect(await wereld.wie(X)).toBe('clientsysteem');
    expect(await wereld.gezegd()).toEqual([`${NU} vt: Informeren over ${X}`]);
    const kaart = await wereld.zie('vt', 'Informeren over');
    const knoppen = kaart.knoppen.filter(({ verb }) => verb === 'geinformeerd');
    expect(knoppen.map(({ data }) => [data['wie'], data['via']])).toEqual([
      ['clientsysteem', 'brief'],
      ['clientsysteem', 'e-mail'],
      ['melder', 'brief'],
      ['melder', 'e-mail'],
    ]);
    for (const wie of ['clientsysteem', 'melder']) {
      const knop = knoppen.find(({ data }) => data['wie'] === wie);
      const gebeld = await wereld.klik(VERA, 'geinformeerd', { ...knop?.data, via: 'telefoon' });
      expect(gebeld).toMatchObject({ soort: 'tekst' });
      for (let keer = 0; keer < 5; keer++) await wereld.klik(VERA, 'geinformeerd', knop?.data);
    }
    expect(await aantal(wereld, 'geinformeerd')).toBe(2);
    await wereld.naar('2027-06-01T12:00:00+02:00');
    expect(await wereld.gezegd()).toEqual([]);
  });
});

describe('monitoring on an agreed date (§5.1.3)', () => {
  test.each([
    ['the team', 'lokale-toegang', 'noord (draad)', 'noord', NOOR],
    ['Veilig Thuis', 'veilig-thuis', 'vt (draad)', 'vt', VERA],
  ])('%s agreed to look: it is asked on that day, and says so once', async (_naam, wie, regel, waar, mens) => {
    const wereld = await ontvangen(true);
    await wereld.klik(NOOR, 'melding-besproken', { ...VAST, datum: '2026-11-23', tijd: '09:00' });
    const afspraak = { ...VAST, datum: '2027-01-13', tijd: '10:00', wie, wat: 'Loopt de hulp nog?' };
    for (let keer = 0; keer < 5; keer++) await wereld.klik(NOOR, 'monitoring-afspreken', afspraak);
    expect(await aantal(wereld, 'monitoring-afgesproken')).toBe(1);
    await wereld.nieuws();
    await wereld.naar('2027-01-15T12:00:00+01:00');
    const gezegd = await wereld.gezegd();
    expect(gezegd).toEqual([
      `wo 13 jan 2027 08:30 ${regel}: Herinnering: ${X}`,
      `do 14 jan 2027 08:30 ${regel}: Termijn verlopen: ${X}`,
    ]);
    const gevraagd = await wereld.zie(waar, 'Herinnering');
    expect(gevraagd.tekst).toContain('§5.1.3');
    expect(gevraagd.knoppen.map(({ verb }) => verb)).toContain('monitoring-afronden');
    expect(await wereld.wie(X)).toBe(NOORD);
    const ping = await wereld.zie(waar, '§5.1.3', 'onitoring');
    for (let keer = 0; keer < 5; keer++) await wereld.klikOp(mens, ping, 'monitoring-afronden');
    expect(await aantal(wereld, 'monitoring-afgerond')).toBe(1);
    await wereld.naar('2027-06-01T12:00:00+02:00');
    expect(await wereld.gezegd()).toEqual([]);
  });
});

describe('two agreements to look (§5.1.3)', () => {
  test('each has a button of its own, that closes that one and no other', async () => {
    const wereld = await ontvangen(true);
    const afspraak = { ...VAST, tijd: '10:00', wie: 'lokale-toegang', wat: 'Loopt de hulp nog?' };
    for (const datum of ['2027-01-13', '2027-01-20'])
      await wereld.klik(NOOR, 'monitoring-afspreken', { ...afspraak, datum });
    await wereld.naar('2027-01-14T09:00:00+01:00');
    const ping = await wereld.zie('noord', '§5.1.3', 'onitoring');
    expect(ping.knoppen.filter(({ verb }) => verb === 'monitoring-afronden')).toHaveLength(1);
    const anders = await wereld.klikOp(NOOR, await wereld.zie('noord', 'Overdracht', X), 'acties');
    const knoppen = anders.knopdata.filter(({ verb }) => verb === 'monitoring-afronden');
    expect(knoppen).toHaveLength(2);
    for (let keer = 0; keer < 3; keer++) await wereld.klik(NOOR, 'monitoring-afronden', knoppen[1]?.data);
    expect(await aantal(wereld, 'monitoring-afgerond')).toBe(1);
    await wereld.klikOp(NOOR, ping, 'monitoring-afronden');
    expect(await aantal(wereld, 'monitoring-afgerond')).toBe(2);
    await wereld.nieuws();
    await wereld.naar('2027-06-01T12:00:00+02:00');
    expect(await wereld.gezegd()).toEqual([]);
  });
});

describe('what comes next, when nothing comes by itself', () => {
  test('a team at work hears that no term runs and why; so does who asks about a closed casus', async () => {
    const wereld = await ontvangen(true);
    await wereld.klik(NOOR, 'melding-besproken', { ...VAST, datum: '2026-11-23', tijd: '09:00' });
    await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem' });
    const vraag = `wie is verantwoordelijk voor ${X}`;
    expect((await wereld.typ(NOOR, vraag)).tekst).toContain('Er loopt geen termijn. Het team werkt aan de casus');
    await wereld.klik(NOOR, 'afsluiten', { ...VAST, reden: 'Stabiel veilig' });
    expect((await wereld.typ(VERA, vraag)).tekst).toContain('Bij nieuwe zorgen komt er een nieuwe melding (Add.5).');
  });

  test('a term that has passed with its whole ladder says that no message comes any more', async () => {
    const wereld = await ontvangen(true);
    await wereld.naar('2027-06-01T12:00:00+02:00');
    const { tekst } = await wereld.typ(VERA, `status ${X}`);
    expect(tekst).toContain('te laat');
    expect(tekst).toContain('Er komt geen nieuw bericht: kom zelf in actie.');
  });

  test('that the gemeente must be informed is said every werkdag until it is done, and the answer says when (§4.1)', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem' });
    await wereld.naar('2026-12-11T18:00:00+01:00');
    const { tekst } = await wereld.typ(VERA, `status ${X}`);
    expect(tekst).toContain('Op ma 14 dec 2026 08:30 wordt opgeschaald: gemeente informeren.');
    await wereld.vt(X, { soort: 'gemeente-geinformeerd', wie: 'Joost Hendrix' });
    expect((await wereld.typ(VERA, `status ${X}`)).tekst).not.toContain('gemeente informeren');
  });
});

describe('a signal that is given again', () => {
  test('on another day from the same old card it reaches VT again; twice on one day it does not (§5.1.3)', async () => {
    const wereld = await ontvangen(true);
    await wereld.nieuws();
    const signaal = { ...VAST, wat: 'afspraken-niet-nagekomen', toelichting: 'Niemand deed open.' };
    for (let keer = 0; keer < 5; keer++) await wereld.klik(NOOR, 'signaleren', signaal);
    expect(await aantal(wereld, 'gesignaleerd')).toBe(1);
    await wereld.naar('2026-11-24T09:00:00+01:00');
    for (let keer = 0; keer < 5; keer++) await wereld.klik(NOOR, 'signaleren', signaal);
    expect(await aantal(wereld, 'gesignaleerd')).toBe(2);
  });
});

describe('Bekijk overdracht (§5)', () => {
  const FEIT = 'De politie kwam twee keer in november.';

  test('its content goes to who clicks and to no channel; each opening is in the journal', async () => {
    const wereld = await ontvangen();
    for (const [keer, wie, waar] of [
      [1, NOOR, 'noord'],
      [2, ILSE, 'noord'],
      [3, VERA, 'vt'],
    ] as const) {
      const antwoord = await wereld.klikOp(wie, await wereld.zie(waar, `Overdracht`, X), 'bekijk-overdracht');
      expect(antwoord.soort).toBe('kaart');
      expect(antwoord.tekst).toContain(FEIT);
      expect(antwoord.tekst).toContain('Bel eerst de school.');
      expect(await aantal(wereld, 'inhoud-bekeken')).toBe(keer);
    }
    expect(await wereld.nieuws()).toEqual([]);
    for (const { tekst, samenvatting } of await wereld.verstuurd()) expect(tekst + samenvatting).not.toContain(FEIT);
    expect(wereld.log.join('')).not.toContain(FEIT);
    expect(await wereld.wie(X)).toBe(NOORD);
  });

  test('another team hears the same as for a casus that is not there, and nothing is logged', async () => {
    const wereld = await ontvangen();
    const vreemd = await wereld.klik(ZITA, 'bekijk-overdracht', VAST);
    const onbekend = await wereld.klik(ZITA, 'bekijk-overdracht', { casusnummer: 'VT-2026-0999', overdracht: 1 });
    expect(vreemd).toMatchObject({ soort: 'tekst' });
    expect(vreemd.tekst).toBe(onbekend.tekst);
    expect(vreemd.tekst).toContain('niet gevonden');
    expect(await aantal(wereld, 'inhoud-bekeken')).toBe(0);
  });

  test('a long content comes in pages, of which every fact is on one', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    await wereld.vt(X, { soort: 'intrekken', reden: 'Er is meer te zeggen' });
    const feiten = Array.from({ length: 12 }, (_, nr) => `Feit ${nr + 1}. ${'Wat wij zagen. '.repeat(120)}`);
    await wereld.vt(X, { ...WARM(NOORD, wereld.klok.nu()), feiten });
    let antwoord = await wereld.klik(NOOR, 'bekijk-overdracht', { casusnummer: X, overdracht: 2 });
    const bladzijden = [antwoord.tekst];
    for (let keer = 0; keer < 20; keer++) {
      const pagina = keer + 2;
      const verder = antwoord.knopdata.find(
        ({ verb, data }) => verb === 'bekijk-overdracht' && Number(data['pagina']) === pagina,
      );
      if (!verder) break;
      antwoord = await wereld.klik(NOOR, 'bekijk-overdracht', verder.data);
      bladzijden.push(antwoord.tekst);
    }
    expect(bladzijden.length).toBeGreaterThan(2);
    for (let nr = 1; nr <= 12; nr++)
      expect(bladzijden.filter((tekst) => tekst.includes(`Feit ${nr}. `))).toHaveLength(1);
    // One person who reads on: one look, counted beside the journal.
    expect(await aantal(wereld, 'inhoud-bekeken')).toBe(1);
  });
});

describe('uitleg', () => {
  test.each([
    ['uitleg wachtlijst', 'Wachtlijst'],
    ['Wat is een wachtlijst?', 'Wachtlijst'],
    ['leg meningsverschil eens uit', 'eningsverschil'],
    ['uitleg warme overdracht', 'warm'],
    ['uitleg termijnen', 'ermijn'],
    ['wat betekent terugleggen', 'erugleggen'],
    ['UITLEG ADVIES', 'Advies'],
    ['uitleg meningverschil', 'eningsverschil'],
  ])('%s is answered with its §, and nothing is posted', async (vraag, woord) => {
    const wereld = await maakWereld();
    await wereld.nieuws();
    const antwoord = await wereld.typ(NOOR, vraag);
    expect(antwoord.samenvatting).toContain(woord);
    expect(antwoord.tekst).toMatch(/§\d|Add/);
    expect(await wereld.nieuws()).toEqual([]);
  });

  test('an unknown subject gives the list to choose from; a subject chosen there is explained', async () => {
    const wereld = await maakWereld();
    const lijst = await wereld.typ(NOOR, 'uitleg paardrijden');
    expect(lijst.tekst).toContain('geen uitleg');
    const antwoord = await wereld.klik(NOOR, 'uitleg', { onderwerp: 'wachtlijst' });
    expect(antwoord.soort).toBe('kaart');
    expect(antwoord.tekst).toContain('§4.2');
  });

  test('a refusal says which explanation helps', async () => {
    const wereld = await ontvangen();
    await wereld.klik(NOOR, 'meningsverschil-melden', { ...VAST, toelichting: 'oneens' });
    const { tekst } = await wereld.klik(VERA, 'overdragen', { ...VAST, team: 'cjg-zuid', wijze: 'koud', feiten: 'x' });
    const aanbod = /Typ: (uitleg [\w-]+)\./.exec(tekst)?.[1];
    expect(aanbod).toBe('uitleg meningsverschil');
    expect((await wereld.typ(VERA, aanbod ?? '')).tekst).toContain('§4.3');
  });

  test.each([
    'Een juf vroeg ons advies over een kind in haar klas',
    'Ik heb iemand geadviseerd om te melden',
    'Kun je mij adviseren?',
  ])('"%s": nothing is registered, and who asks stays verantwoordelijk (§3.1.1)', async (zin) => {
    const wereld = await maakWereld();
    const antwoord = await wereld.typ(VERA, zin);
    expect(antwoord.samenvatting).toContain('dvies');
    expect(antwoord.tekst).toContain('blijft zelf verantwoordelijk');
    expect((await wereld.api('GET', '/api/v1/casussen')).body['casussen']).toEqual([]);
    expect(wereld.log.join('')).not.toContain(zin);
  });
});

test('after its onderzoek Veilig Thuis decides anew; a click that comes again decides nothing more (§3.3, §5.1)', async () => {
  const wereld = await maakWereld();
  await meld(wereld, X);
  await wereld.vt(X, { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'onderzoek' });
  const zonder = { soort: 'triage-afronden', besluit: 'geen-zorgen' };
  expect(await wereld.api('POST', `/api/v1/casussen/${X}/opdrachten`, zonder)).toMatchObject({
    code: 'triage-al-afgerond',
  });
  const ingevuld = { ...(await herziening(wereld)), besluit: 'lokale-toegang', conclusies: '' };
  for (let keer = 0; keer < 5; keer++) await wereld.klik(VERA, 'triage-afronden', ingevuld);
  expect(await aantal(wereld, 'triage-afgerond')).toBe(2);
  expect(await wereld.wie(X)).toBe('veilig-thuis');
  expect(await wereld.api('POST', `/api/v1/casussen/${X}/opdrachten`, KOUD(NOORD))).toMatchObject({
    code: 'koud-na-vervolgtraject',
  });
  await wereld.vt(X, WARM(NOORD, wereld.klok.nu()));
  expect(await wereld.wie(X)).toBe('veilig-thuis');
  await wereld.klik(NOOR, 'ontvangst-bevestigen', VAST);
  expect(await wereld.wie(X)).toBe(NOORD);
});
