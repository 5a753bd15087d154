import { describe, expect, test } from 'vitest';
import { ILSE, NOOR, NOORD, VERA, ZITA } from './mensen.ts';
import { draagOver, KOUD, meld, WARM } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

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
