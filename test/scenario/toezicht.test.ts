import { describe, expect, test } from 'vitest';
import { NOOR, NOORD, ONNO, VERA } from './mensen.ts';
import { draagOver } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';
const Y = 'VT-2026-0002';
const Z = 'VT-2026-0003';

const gereed = async (wereld: Wereld): Promise<[number, unknown, unknown]> => {
  const { status, body } = await wereld.api('GET', '/readyz');
  return [status, body['redenen'], body['waarschuwingen']];
};
const metingen = async (wereld: Wereld): Promise<string> => (await fetch(`${wereld.toepassing().url}/metrics`)).text();
/** The value of one series; `undefined` when there is none. */
const waarde = (tekst: string, reeks: string): number | undefined => {
  const regel = tekst.split('\n').find((een) => een.startsWith(`${reeks} `));
  return regel === undefined ? undefined : Number(regel.slice(reeks.length + 1));
};
async function maakOnleesbaar(wereld: Wereld, casusnummer: string): Promise<void> {
  const { opslag } = wereld.toepassing().omgeving;
  const gelezen = await opslag.lees(casusnummer);
  if (!gelezen) throw new Error('weg');
  const [eerste, ...rest] = gelezen.waarde.journaal;
  const kapot = { ...eerste, start: 'geen lijst' } as never;
  await opslag.vervang({ ...gelezen.waarde, journaal: [kapot, ...rest] }, gelezen.etag);
}

describe('the bot says that it watches', () => {
  test('every werkdag at half past eight, so that its silence is noticed; not in the weekend', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    await draagOver(wereld, Y);
    await wereld.toezicht();
    await wereld.gezegd();
    // From Thursday, a day on which a term passes, to the Monday after it.
    const gezegd: string[] = [];
    for (let uur = 0; uur < 4 * 24 + 12; uur++) {
      await wereld.naar(new Date(Date.parse('2026-11-25T23:30:00Z') + uur * 3_600_000).toISOString());
      await wereld.toezicht();
      gezegd.push(...(await wereld.gezegd()).filter((regel) => regel.includes('De bot waakt')));
    }
    expect(gezegd).toEqual([
      'do 26 nov 2026 08:30 vt: De bot waakt',
      'vr 27 nov 2026 08:30 vt: De bot waakt',
      'ma 30 nov 2026 08:30 vt: De bot waakt',
    ]);
    const { tekst } = await wereld.zie('vt', 'De bot waakt');
    for (const deel of ['2 casussen open', '2 te laat', '0 berichten niet bezorgd', 'Laatste ronde: ma 30 nov 2026'])
      expect(tekst).toContain(deel);
    expect(tekst).not.toContain(X);
  });

  test('not a second time after a restart, and not in a casus that anyone can find', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    await wereld.toezicht();
    expect(await wereld.gezegd()).toContain('ma 23 nov 2026 09:00 vt: De bot waakt');
    await wereld.herstart();
    await wereld.toezicht();
    expect(await wereld.gezegd()).toEqual([]);
    expect(JSON.stringify((await wereld.api('GET', '/api/v1/casussen')).body)).not.toContain('~');
    expect((await wereld.api('GET', '/api/v1/casussen/~toezicht-2026')).status).toBe(404);
    expect((await wereld.klik(VERA, 'status', { casusnummer: '~toezicht-2026' })).tekst).toContain('niet gevonden');
  });
});

describe('what the auditor finds', () => {
  test('a casus that cannot be read: Veilig Thuis hears it at once and once, the others are guarded as before', async () => {
    const wereld = await maakWereld();
    for (const casusnummer of [X, Y, Z]) await draagOver(wereld, casusnummer);
    await wereld.toezicht();
    await wereld.gezegd();
    expect(await gereed(wereld)).toEqual([200, [], []]);
    await maakOnleesbaar(wereld, Y);
    await wereld.toezicht();
    expect(await wereld.gezegd()).toEqual(['ma 23 nov 2026 09:00 vt: Er gaat iets mis in de bewaking']);
    const { tekst } = await wereld.zie('vt', 'Er gaat iets mis');
    expect(tekst).toContain(Y);
    expect(tekst).toContain('Bewaak deze casus zelf');
    expect(tekst).not.toContain(X);
    expect(await gereed(wereld)).toEqual([200, [], ['casus-onleesbaar']]);
    await wereld.herstart();
    await wereld.toezicht();
    expect(await wereld.gezegd()).toEqual([]);
    // What cannot be read stays due, so no round ever has nothing left to do.
    wereld.klok.zet('2026-11-25T07:30:00.000Z');
    await wereld.ronde();
    expect(await wereld.gezegd()).toEqual([
      `wo 25 nov 2026 08:30 noord (draad): Herinnering: ${X}`,
      `wo 25 nov 2026 08:30 noord (draad): Herinnering: ${Z}`,
    ]);
    // Most of what it reads being unreadable, this instance is itself the fault: others must take its place.
    await maakOnleesbaar(wereld, X);
    await maakOnleesbaar(wereld, Z);
    await wereld.toezicht();
    expect(await gereed(wereld)).toEqual([503, ['casussen-onleesbaar'], ['casus-onleesbaar']]);
  });

  test('an alarm that is gone: the term still passes, people are told, and so is Veilig Thuis that it was nearly missed', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    await wereld.toezicht();
    await wereld.gezegd();
    const { opslag } = wereld.toepassing().omgeving;
    const gelezen = await opslag.lees(X);
    if (!gelezen) throw new Error('weg');
    await opslag.vervang({ ...gelezen.waarde, wekOp: null }, gelezen.etag);
    wereld.klok.zet('2026-11-26T08:00:00.000Z');
    await wereld.ronde();
    await wereld.ronde();
    expect(await wereld.gezegd()).toEqual([]);
    await wereld.toezicht();
    // Thursday's hartslag names it, so there is no alarm beside it.
    expect(await wereld.gezegd()).toEqual(['do 26 nov 2026 09:00 vt: De bot waakt']);
    expect((await wereld.zie('vt', 'De bot waakt')).tekst).toContain(`er ging geen bericht uit. ${X}`);
    expect(await gereed(wereld)).toEqual([200, [], ['termijn-gemist', 'wekker-fout']]);
    await wereld.ronde();
    expect(await wereld.gezegd()).toEqual([
      `do 26 nov 2026 09:00 noord (draad): Termijn verlopen: ${X}`,
      `do 26 nov 2026 09:00 vt (draad): Termijn verlopen: ${X}`,
    ]);
    await wereld.toezicht();
    expect(await gereed(wereld)).toEqual([200, [], []]);
  });
});

test('what is measured over a story is exactly what happened', async () => {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  await draagOver(wereld, Y);
  const kaart = await wereld.zie('noord', X);
  expect((await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen')).soort).toBe('kaart');
  expect((await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen')).soort).toBe('kaart');
  expect((await wereld.klikOp(ONNO, kaart, 'ontvangst-bevestigen')).soort).toBe('tekst');
  await wereld.naar('2026-11-25T12:00:00+01:00');
  // The term to confirm ends at midnight; the round comes ten minutes late.
  wereld.klok.zet('2026-11-25T23:10:00.000Z');
  wereld.connector.stoor(
    { soort: 'weiger', status: 429, koppen: { 'retry-after': '60' } },
    { methode: 'PUT', keer: 1 },
  );
  await wereld.ronde();
  const alles = async (): Promise<number> =>
    [...(await wereld.verstuurd()), ...(await wereld.overKoppelingen()), ...(await wereld.overAdresboek())].length;
  const bezorgd = await alles();
  await wereld.toezicht();
  let tekst = await metingen(wereld);
  // Before it, the leidinggevende agreed by a click to the channel of Veilig Thuis.
  expect(waarde(tekst, 'klik_duur_seconden_count{uitkomst="kaart"}')).toBe(3);
  expect(waarde(tekst, 'klik_duur_seconden_count{uitkomst="tekst"}')).toBe(1);
  expect(waarde(tekst, 'opdrachten_totaal{soort="ontvangst-bevestigen",uitkomst="uitgevoerd"}')).toBe(1);
  expect(waarde(tekst, 'opdrachten_totaal{soort="ontvangst-bevestigen",uitkomst="was-al-gedaan"}')).toBe(1);
  expect(waarde(tekst, 'termijn_verlopen_vertraging_seconden_count{termijn="bevestigen"}')).toBe(1);
  expect(waarde(tekst, 'termijn_verlopen_vertraging_seconden_sum{termijn="bevestigen"}')).toBe(600);
  expect(waarde(tekst, 'ronde_achterstand_seconden_sum')).toBe(600);
  expect(waarde(tekst, 'bericht_leeftijd_seconden_count{uitkomst="bezorgd"}')).toBe(bezorgd);
  expect(waarde(tekst, 'bericht_leeftijd_seconden_count{uitkomst="mislukt"}')).toBe(1);
  expect(waarde(tekst, 'casussen_open')).toBe(2);
  expect(waarde(tekst, 'termijnen_te_laat')).toBe(1);
  expect(waarde(tekst, 'berichten_wachtend')).toBe(1);
  wereld.klok.vooruit(59_000);
  tekst = await metingen(wereld);
  expect(waarde(tekst, 'berichten_oudste_wachtend_seconden')).toBe(59);
  expect(waarde(tekst, 'toezicht_bevindingen{soort="bericht-te-laat"}')).toBe(0);
  wereld.klok.vooruit(1000);
  await wereld.ronde();
  expect(await alles()).toBe(bezorgd + 1);
  await wereld.toezicht();
  tekst = await metingen(wereld);
  expect(waarde(tekst, 'berichten_wachtend')).toBe(0);
  expect(waarde(tekst, 'bericht_leeftijd_seconden_count{uitkomst="bezorgd"}')).toBe(bezorgd + 1);
  expect(await wereld.wie(X)).toBe(NOORD);
});

test('a click, what it did and what was sent because of it stand in the log under one id, with the casusnummer', async () => {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  const kaart = await wereld.zie('noord', X);
  wereld.log.length = 0;
  wereld.connector.stoor({ soort: 'weiger', status: 502 }, { methode: 'PUT', keer: 1 });
  await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen');
  const regels = wereld.log.map((regel) => JSON.parse(regel) as Record<string, unknown>);
  const [klik] = regels.filter(({ msg }) => msg === 'klik');
  expect(klik).toMatchObject({ casusnummer: X, correlatie: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  const samen = regels.filter(({ correlatie }) => correlatie === klik?.['correlatie']).map(({ msg }) => msg);
  expect(samen).toEqual(['klik', 'opdracht', 'bericht niet bezorgd']);
});
