import { describe, expect, test } from 'vitest';
import { WACHTLIJST_VT } from '../../src/toepassing/casus/wachtlijstregistratie.ts';
import { knopOver, type KlikAntwoord } from './kaart.ts';
import { BEA, NOOR, VERA } from './mensen.ts';
import { meld, NAAR_LOKAAL } from './stappen.ts';
import { maakWereld, type Verstuurd, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';
const Y = 'VT-2026-0002';
/** The first melding is past its 5 werkdagen at the end of Monday 30 November. */
const EERSTE_DAG = '2026-12-01T09:00:00+01:00';

async function metWachtlijst(): Promise<Wereld> {
  const wereld = await maakWereld();
  await wereld.typ(BEA, 'koppel stuurgroep', 'oost');
  await meld(wereld, X);
  await meld(wereld, Y, { gemeente: 'Roosendaal' });
  await wereld.naar('2026-11-30T23:59:00+01:00');
  await wereld.nieuws();
  return wereld;
}
/** The button of one melding on the screening card. */
function knopVan(kaart: Verstuurd, verb: string, casusnummer: string): Record<string, unknown> {
  const knop = knopOver(kaart, verb, casusnummer);
  if (!knop) throw new Error(`geen ${verb} van ${casusnummer}: ${kaart.tekst}`);
  return knop.data;
}
const kaartVanVandaag = (wereld: Wereld): Promise<Verstuurd> => wereld.zie('vt', 'Dagelijkse screening');
const aantal = async (wereld: Wereld, soort: string, casusnummer = X): Promise<number> =>
  (await wereld.soorten(casusnummer)).filter((een) => een === soort).length;
const overLijst = (regels: string[]): string[] => regels.filter((regel) => !/: VT-|over VT-/.test(regel));

describe('the wachtlijst of Veilig Thuis (§4.2, Add.7)', () => {
  test('every day a card; screened from it, everyone sees so, and whoever clicks again changes nothing', async () => {
    const wereld = await metWachtlijst();
    await wereld.naar(EERSTE_DAG);
    expect(overLijst(await wereld.nieuws())).toEqual(['di 1 dec 2026 08:30 vt: Dagelijkse screening']);
    const kaart = await kaartVanVandaag(wereld);
    for (const deel of [X, Y, 'Breda', 'Roosendaal', 'Nog 2 te doen', '12:00']) expect(kaart.tekst).toContain(deel);
    // Only Veilig Thuis screens.
    expect((await wereld.klik(NOOR, 'gescreend', knopVan(kaart, 'gescreend', X))).tekst).toContain('niet gevonden');
    for (let keer = 0; keer < 5; keer++) {
      const antwoord = await wereld.klik(VERA, 'gescreend', knopVan(kaart, 'gescreend', X), kaart.conversatie);
      expect(antwoord.soort).toBe('kaart');
      expect(antwoord.tekst).toContain('Nog 1 te doen');
    }
    expect(await aantal(wereld, 'gescreend')).toBe(1);
    expect(await wereld.gezegd()).toEqual([]);
    const bijgewerkt = await kaartVanVandaag(wereld);
    expect(bijgewerkt.activiteit).toBe(kaart.activiteit);
    expect(bijgewerkt.tekst).toContain('Nog 1 te doen');
    await wereld.klik(VERA, 'gescreend', knopVan(bijgewerkt, 'gescreend', Y), kaart.conversatie);
    expect((await kaartVanVandaag(wereld)).tekst).toContain('Niets. Alle meldingen zijn gescreend.');
    for (const casusnummer of [X, Y]) expect(await wereld.wie(casusnummer)).toBe('veilig-thuis');
    // Done before noon: the leidinggevende hears nothing, and tomorrow there is a new card.
    await wereld.naar('2026-12-02T09:00:00+01:00');
    expect(overLijst(await wereld.gezegd())).toEqual(['wo 2 dec 2026 08:30 vt: Dagelijkse screening']);
    expect((await kaartVanVandaag(wereld)).tekst).toContain('Nog 2 te doen');
    expect((await kaartVanVandaag(wereld)).activiteit).not.toBe(kaart.activiteit);
  });

  test('direct gevaar: the melding leaves the wachtlijst, Veilig Thuis intervenes and stays verantwoordelijk (§3.1.2)', async () => {
    const wereld = await metWachtlijst();
    await wereld.naar(EERSTE_DAG);
    await wereld.nieuws();
    const kaart = await kaartVanVandaag(wereld);
    const knop = { ...knopVan(kaart, 'direct-gevaar', X), wat: 'Geweld deze nacht' };
    for (let keer = 0; keer < 5; keer++) await wereld.klik(VERA, 'direct-gevaar', knop, kaart.conversatie);
    expect(await aantal(wereld, 'direct-gevaar-vastgesteld')).toBe(1);
    expect(await wereld.gezegd()).toEqual([`di 1 dec 2026 09:00 vt: Bericht over ${X}`]);
    expect((await wereld.zie('vt', 'Direct gevaar')).tekst).toContain('Grijp direct in');
    const nu = await kaartVanVandaag(wereld);
    expect(nu.tekst).not.toContain(X);
    expect(nu.tekst).toContain(Y);
    expect(await wereld.wie(X)).toBe('veilig-thuis');
    expect(await wereld.api('POST', `/api/v1/casussen/${X}/opdrachten`, NAAR_LOKAAL)).toMatchObject({ status: 409 });
  });

  test('not screened by noon, the leidinggevende hears at noon, on a Sunday too (Add.7)', async () => {
    const wereld = await metWachtlijst();
    await wereld.naar('2026-12-06T08:00:00+01:00');
    await wereld.nieuws();
    await wereld.naar('2026-12-06T13:00:00+01:00');
    expect(overLijst(await wereld.gezegd())).toEqual([
      'zo 6 dec 2026 08:30 vt: Dagelijkse screening',
      'zo 6 dec 2026 12:00 Loes: Termijn verlopen: Wachtlijst Veilig Thuis',
    ]);
  });

  test('three weeks unbroken: a warning by the pace first, said with how it is computed, then the stuurgroep gets numbers only', async () => {
    const wereld = await metWachtlijst();
    await wereld.naar('2026-12-05T13:00:00+01:00');
    const eerst = overLijst(await wereld.gezegd()).filter((regel) => regel.includes('Wachtlijst van'));
    expect(eerst).toEqual([
      'do 3 dec 2026 08:30 vt: Wachtlijst van Veilig Thuis',
      'do 3 dec 2026 08:30 Loes: Wachtlijst van Veilig Thuis',
    ]);
    const waarschuwing = await wereld.zie('Loes', 'Wachtlijst van Veilig Thuis');
    for (const deel of ['niet korter', 'Geteld over 3 dagen', 'stuurgroep']) expect(waarschuwing.tekst).toContain(deel);
    await wereld.naar('2026-12-23T12:00:00+01:00');
    const later = await wereld.gezegd();
    expect(later.filter((regel) => regel.includes('oost'))).toHaveLength(1);
    const { tekst } = await wereld.zie('oost', 'tuurgroep');
    for (const deel of ['Er wachten 2 meldingen', X, Y]) expect(tekst).toContain(deel);
    for (const verboden of ['Breda', 'Roosendaal', VERA.naam]) expect(tekst).not.toContain(verboden);
    expect(later.filter((regel) => regel.includes('Wachtlijst van'))).toEqual([]);
    for (const casusnummer of [X, Y]) expect(await wereld.wie(casusnummer)).toBe('veilig-thuis');
  });

  test('cleared, nobody is called upon any more; a wachtlijst that comes back has three weeks of its own', async () => {
    const wereld = await metWachtlijst();
    await wereld.naar(EERSTE_DAG);
    for (const casusnummer of [X, Y]) await wereld.vt(casusnummer, NAAR_LOKAAL);
    await wereld.nieuws();
    await wereld.naar('2027-01-04T12:00:00+01:00');
    expect(overLijst(await wereld.nieuws())).toEqual([]);
    const Z = 'VT-2027-0001';
    await meld(wereld, Z);
    await wereld.naar('2027-01-12T09:00:00+01:00');
    expect(overLijst(await wereld.gezegd())).toEqual(['di 12 jan 2027 08:30 vt: Dagelijkse screening']);
    await wereld.naar('2027-01-29T12:00:00+01:00');
    expect((await wereld.gezegd()).filter((regel) => regel.includes('oost'))).toEqual([]);
  });

  test('the record of the wachtlijst is no casus that anyone can ask for, list or act on', async () => {
    const wereld = await metWachtlijst();
    await wereld.naar(EERSTE_DAG);
    const { body } = await wereld.api('GET', '/api/v1/casussen');
    expect(JSON.stringify(body)).not.toContain(WACHTLIJST_VT);
    expect((await wereld.api('GET', `/api/v1/casussen/${WACHTLIJST_VT}`)).status).toBe(404);
    const lijst = () => wereld.toepassing().omgeving.opslag.lees(WACHTLIJST_VT);
    const voor = (await lijst())?.etag;
    expect(voor).toBeDefined();
    const velden = { casusnummer: WACHTLIJST_VT, wat: 'x', reden: 'x', besluit: 'geen-zorgen', datum: '2026-12-01' };
    for (const verb of [
      'gescreend',
      'direct-gevaar',
      'triage-afronden',
      'nieuwe-melding',
      'status',
      'bekijk-overdracht',
    ]) {
      const antwoord = await wereld.klik(VERA, verb, velden);
      expect(antwoord).toMatchObject({ status: 200, soort: 'tekst' });
      expect(antwoord.tekst).toContain('niet gevonden');
    }
    expect((await lijst())?.etag).toBe(voor);
  });
});

const Z = 'VT-2026-0003';
/** X and Y are late, Z came in on the first day of the wachtlijst at 08:00 and is on time. */
async function metOpen(): Promise<Wereld> {
  const wereld = await metWachtlijst();
  await wereld.naar('2026-12-01T08:00:00+01:00');
  await meld(wereld, Z);
  await wereld.naar(EERSTE_DAG);
  await wereld.nieuws();
  return wereld;
}
/** Ticks these meldingen and marks them. */
async function vinkAan(wereld: Wereld, nummers: readonly string[], wie = VERA): Promise<KlikAntwoord> {
  const kaart = await kaartVanVandaag(wereld);
  return wereld.klikOp(wie, kaart, 'gescreend', { casusnummers: nummers.join(',') });
}

describe('every open melding is screened while Veilig Thuis has a wachtlijst (Add.7)', () => {
  test('a melding that is still on time stands on the card after those that are late, and the day is not done without it (Add.7)', async () => {
    const wereld = await metOpen();
    const kaart = await kaartVanVandaag(wereld);
    expect(kaart.tekst).toContain('Nog 3 te doen');
    expect(kaart.keuzes).toMatchObject({ casusnummers: [X, Y, Z], casusnummer: [X, Y, Z] });
    for (const deel of [`${X} · Breda · te laat sinds ma 30 nov 2026 24:00`, `${Z} · Breda · ontvangen di 1 dec 2026`])
      expect(kaart.tekst).toContain(deel);
    expect((await vinkAan(wereld, [X, Y])).tekst).toContain('Nog 1 te doen');
    await wereld.naar('2026-12-01T12:00:00+01:00');
    expect(overLijst(await wereld.gezegd())).toEqual([
      'di 1 dec 2026 12:00 Loes: Termijn verlopen: Wachtlijst Veilig Thuis',
    ]);
    expect((await vinkAan(wereld, [Z])).tekst).toContain('Niets. Alle meldingen zijn gescreend.');
    expect((await kaartVanVandaag(wereld)).tekst).toContain(`Al gescreend: 3. ${X}, ${Y}, ${Z}.`);
    for (const casusnummer of [X, Y, Z]) expect(await aantal(wereld, 'gescreend', casusnummer)).toBe(1);
  });

  test('many at once, however often Teams sends the click, also past midnight: each is done once', async () => {
    const wereld = await metOpen();
    await wereld.naar('2026-12-01T23:59:45+01:00');
    const kaart = await kaartVanVandaag(wereld);
    const klik = (): Promise<KlikAntwoord> =>
      wereld.klikOp(VERA, kaart, 'gescreend', { casusnummers: `${X},${Y},${Z},${X}` });
    for (const antwoord of await Promise.all([klik(), klik(), klik()])) expect(antwoord.tekst).toContain('Klaar');
    await wereld.naar('2026-12-02T00:00:15+01:00');
    expect((await klik()).soort).toBe('kaart');
    for (const casusnummer of [X, Y, Z]) expect(await aantal(wereld, 'gescreend', casusnummer)).toBe(1);
  });

  test('one that cannot be done stops no other, and is named with the reason', async () => {
    const wereld = await metOpen();
    const kaart = await kaartVanVandaag(wereld);
    await wereld.vt(Y, NAAR_LOKAAL);
    const { soort, tekst } = await wereld.klikOp(VERA, kaart, 'gescreend', {
      casusnummers: [X, Y, 'VT-2026-9999', WACHTLIJST_VT, Z].join(','),
    });
    expect(soort).toBe('tekst');
    expect(tekst).toContain('2 meldingen zijn gescreend.');
    expect(tekst).toContain(`Niet gelukt: ${Y}. Deze melding is niet (meer) in triage.`);
    expect(tekst).toContain(`Niet gelukt: VT-2026-9999, ${WACHTLIJST_VT}. Deze casus is niet gevonden`);
    for (const casusnummer of [X, Z]) expect(await aantal(wereld, 'gescreend', casusnummer)).toBe(1);
    expect((await kaartVanVandaag(wereld)).tekst).toContain('Niets. Alle meldingen zijn gescreend.');
  });

  test('who is not of Veilig Thuis screens nothing and learns nothing, whatever the list holds', async () => {
    const wereld = await metOpen();
    const antwoord = await vinkAan(wereld, [X, 'VT-2026-9999'], NOOR);
    expect(antwoord).toMatchObject({ soort: 'tekst', knoppen: [] });
    expect(antwoord.tekst).toContain(`Niet gelukt: ${X}, VT-2026-9999. Deze casus is niet gevonden`);
    expect((await vinkAan(wereld, [], NOOR)).tekst).toContain('Jij kunt dit niet doen');
    expect(await aantal(wereld, 'gescreend')).toBe(0);
  });

  test('nothing ticked, or more than can be done: nothing is screened, and it says what to do', async () => {
    const wereld = await metOpen();
    const kaart = await kaartVanVandaag(wereld);
    expect((await wereld.klikOp(VERA, kaart, 'gescreend')).tekst).toContain('Vink eerst de meldingen aan');
    expect((await vinkAan(wereld, [' '])).tekst).toContain('Vink eerst de meldingen aan');
    const teVeel = Array.from({ length: 301 }, (_, nr) => (nr === 0 ? X : `VT-2026-${5000 + nr}`));
    expect((await vinkAan(wereld, teVeel)).tekst).toContain('hoogstens 300');
    expect(await aantal(wereld, 'gescreend')).toBe(0);
  });

  test('a new melding, and a triage that is finished on time, are seen on the card that stands there', async () => {
    const wereld = await metOpen();
    await meld(wereld, 'VT-2026-0004');
    expect(await wereld.gezegd()).toEqual([]);
    const met = await kaartVanVandaag(wereld);
    expect(met.tekst).toContain('Nog 4 te doen');
    await wereld.vt(Z, { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'onderzoek' });
    const zonder = await kaartVanVandaag(wereld);
    expect(zonder.activiteit).toBe(met.activiteit);
    expect(zonder.keuzes['casusnummers']).toEqual([X, Y, 'VT-2026-0004']);
  });

  test('a new melding on a casus that was screened this morning asks for another screening (Add.5)', async () => {
    const wereld = await metOpen();
    await vinkAan(wereld, [X, Y, Z]);
    await wereld.naar('2026-12-01T11:00:00+01:00');
    await wereld.vt(X, { soort: 'nieuwe-melding', ontvangenOp: wereld.klok.nu() });
    expect((await kaartVanVandaag(wereld)).keuzes['casusnummers']).toEqual([X]);
    expect((await vinkAan(wereld, [X])).tekst).toContain('Niets. Alle meldingen zijn gescreend.');
    expect(await aantal(wereld, 'gescreend')).toBe(2);
  });

  test('direct gevaar is reported for one that is on time, and for one that was screened already (§3.1.2)', async () => {
    const wereld = await metOpen();
    await vinkAan(wereld, [X]);
    const kaart = await kaartVanVandaag(wereld);
    expect(kaart.keuzes['casusnummer']).toEqual([Y, Z, X]);
    for (const casusnummer of [Z, X]) {
      const knop = { ...knopVan(kaart, 'direct-gevaar', casusnummer), wat: 'Geweld deze nacht' };
      await wereld.klik(VERA, 'direct-gevaar', knop, kaart.conversatie);
      expect(await aantal(wereld, 'direct-gevaar-vastgesteld', casusnummer)).toBe(1);
    }
    expect((await kaartVanVandaag(wereld)).keuzes['casusnummer']).toEqual([Y]);
  });

  test('a melding that cannot be read is named, counts as not screened, and stops no other', async () => {
    const wereld = await metOpen();
    const { opslag } = wereld.toepassing().omgeving;
    const gelezen = await opslag.lees(Y);
    if (!gelezen) throw new Error('geen casus');
    await opslag.vervang({ ...gelezen.waarde, journaal: [] }, gelezen.etag);
    expect((await vinkAan(wereld, [X, Z])).tekst).toContain(`De app kan dit niet lezen: ${Y}.`);
    expect((await kaartVanVandaag(wereld)).tekst).toContain('Nog 1 te doen');
    await wereld.naar('2026-12-02T09:00:00+01:00');
    expect(overLijst(await wereld.gezegd())).toEqual([
      'di 1 dec 2026 12:00 Loes: Termijn verlopen: Wachtlijst Veilig Thuis',
      'wo 2 dec 2026 08:30 vt: Dagelijkse screening',
    ]);
  });

  test('300 open meldingen fit in a message, as many as can be ticked, and the rest follows', async () => {
    const wereld = await metWachtlijst();
    const nummers = Array.from({ length: 298 }, (_, nr) => `VT-2026-${1000 + nr}`);
    for (const casusnummer of nummers) await meld(wereld, casusnummer, { gemeente: 'Roosendaal' });
    await wereld.naar(EERSTE_DAG);
    const bytes = (): number => {
      const posts = wereld.connector.aanroepen.filter(({ body }) =>
        JSON.stringify(body).includes('screening van alle'),
      );
      return Buffer.byteLength(JSON.stringify(posts.at(-1)?.body), 'utf16le');
    };
    const gedaan: string[] = [];
    for (let keer = 0; keer < 10; keer++) {
      const { keuzes, tekst } = await kaartVanVandaag(wereld);
      expect(bytes()).toBeLessThan(28 * 1024);
      const gekozen = keuzes['casusnummers'] ?? [];
      if (gekozen.length === 0) break;
      expect(tekst).toContain(`Nog ${300 - gedaan.length} te doen`);
      const meer = 300 - gedaan.length - gekozen.length;
      if (meer > 0) expect(tekst).toContain(`Nog ${meer} meldingen passen niet op deze kaart`);
      gedaan.push(...gekozen);
      await vinkAan(wereld, gekozen);
    }
    expect(new Set(gedaan)).toEqual(new Set([X, Y, ...nummers]));
    expect((await kaartVanVandaag(wereld)).tekst).toContain('Niets. Alle meldingen zijn gescreend.');
  });
});
