/** Terms of many casussen that pass at one opening: one message for each addressee, with every casus in it. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { instant, verschuif } from '../../src/kern/tijd/werkdagen.ts';
import { CLAIM_MS, einde } from '../../src/toepassing/postvak/claim.ts';
import { ILSE, KANALEN, NOOR, NOORD, ZUID } from './mensen.ts';
import { draagOver } from './stappen.ts';
import { maakWereld, type Verstuurd, type Wereld } from './wereld.ts';

const nummers = (aantal: number): string[] =>
  Array.from({ length: aantal }, (_, nr) => `VT-2026-${String(nr + 1).padStart(4, '0')}`);
const SPOED = 'VT-2026-0900';
const HERINNERD = '2026-11-25T08:30:00+01:00';
const VERLOPEN = '2026-11-26T08:30:00+01:00';

/** So many casussen handed to Wijkteam Noord on one Monday morning; nothing has been said since. */
async function overgedragen(aantal: number): Promise<{ wereld: Wereld; casussen: string[] }> {
  const wereld = await maakWereld();
  const casussen = nummers(aantal);
  for (const casusnummer of casussen) await draagOver(wereld, casusnummer);
  await wereld.nieuws();
  return { wereld, casussen };
}

const bezorgdAls = async (wereld: Wereld, casusnummer: string): Promise<string[]> => {
  const { body } = await wereld.api('GET', `/api/v1/casussen/${casusnummer}`);
  const journaal = z.array(z.object({ soort: z.string() })).parse(body['journaal']);
  return journaal.map(({ soort }) => soort).filter((soort) => soort.startsWith('bericht-'));
};

const metAlle = (bericht: Verstuurd, casussen: readonly string[]): void => {
  for (const casusnummer of casussen) expect(bericht.tekst).toContain(casusnummer);
};

describe('five reminders for one team at one opening', () => {
  test('are one message in its channel: each casus, what to do, the ground, and everyone who must act mentioned once', async () => {
    const { wereld, casussen } = await overgedragen(5);
    await wereld.naar(HERINNERD);
    expect(await wereld.gezegd()).toEqual(['wo 25 nov 2026 08:30 noord: 5 casussen vragen om actie']);
    const bericht = await wereld.zie('noord', '5 casussen');
    metAlle(bericht, casussen);
    expect(bericht.tekst).toContain('Bevestig de ontvangst');
    expect(bericht.tekst).toContain('§4.1');
    expect(bericht.vermeld.toSorted()).toEqual(['Nico Jansen', 'Noor Verbeek']);
  });

  test('lead to each casus by a button of its own', async () => {
    const { wereld, casussen } = await overgedragen(5);
    await wereld.naar(HERINNERD);
    const bericht = await wereld.zie('noord', '5 casussen');
    expect(bericht.knoppen.map(({ data }) => data['casusnummer'])).toEqual(casussen);
    const derde = bericht.knoppen[2];
    const status = await wereld.klik(NOOR, derde?.verb ?? '', derde?.data, KANALEN.noord.conversatie);
    expect(status.tekst).toContain(casussen[2]);
    expect(status.knoppen).toContain('ontvangst-bevestigen');
  });

  test('stand in each journal as delivered, and are not said again', async () => {
    const { wereld, casussen } = await overgedragen(5);
    const voor = await bezorgdAls(wereld, 'VT-2026-0001');
    await wereld.naar('2026-11-25T16:00:00+01:00');
    for (const casusnummer of casussen)
      expect(await bezorgdAls(wereld, casusnummer)).toEqual([...voor, 'bericht-bezorgd']);
    await wereld.herstart();
    expect((await wereld.gezegd()).length).toBe(1);
  });
});

test('when terms pass, team and Veilig Thuis get one message each; a leidinggevende gets one with the history', async () => {
  const { wereld, casussen } = await overgedragen(3);
  await wereld.naar(HERINNERD);
  await wereld.nieuws();
  await wereld.naar(VERLOPEN);
  expect((await wereld.gezegd()).toSorted()).toEqual([
    'do 26 nov 2026 08:30 noord: 3 casussen vragen om actie',
    'do 26 nov 2026 08:30 vt: 3 casussen vragen om actie',
  ]);
  await wereld.naar('2026-11-27T08:30:00+01:00');
  const bijIlse = await wereld.zie('Ilse', '3 casussen');
  metAlle(bijIlse, casussen);
  expect(bijIlse.tekst).toContain('ma 23 nov 2026 09:00: Koude overdracht verzonden');
  expect(bijIlse.tekst).toContain('Veilig Thuis West-Brabant, sinds');
  expect((await wereld.verstuurd()).filter(({ waar }) => waar === ILSE.naam.split(' ')[0])).toHaveLength(1);
});

test('two stay pings in the threads of their cards', async () => {
  const { wereld } = await overgedragen(2);
  await wereld.naar(HERINNERD);
  expect((await wereld.gezegd()).toSorted()).toEqual([
    'wo 25 nov 2026 08:30 noord (draad): Herinnering: VT-2026-0001',
    'wo 25 nov 2026 08:30 noord (draad): Herinnering: VT-2026-0002',
  ]);
});

test('a casus with spoed is told on its own', async () => {
  const { wereld, casussen } = await overgedragen(3);
  await draagOver(wereld, SPOED, { spoed: true });
  await wereld.nieuws();
  await wereld.naar(HERINNERD);
  const gezegd = await wereld.gezegd();
  expect(gezegd.filter((regel) => regel.includes('casussen'))).toEqual([
    `wo 25 nov 2026 08:30 noord: ${casussen.length} casussen vragen om actie`,
  ]);
  expect(gezegd.some((regel) => regel.includes(`noord (draad): Herinnering: ${SPOED}`))).toBe(true);
  expect((await wereld.zie('noord', '3 casussen')).tekst).not.toContain(SPOED);
});

test('other teams get their own', async () => {
  const { wereld } = await overgedragen(3);
  for (const casusnummer of ['VT-2026-0101', 'VT-2026-0102', 'VT-2026-0103'])
    await draagOver(wereld, casusnummer, { team: ZUID });
  await wereld.nieuws();
  await wereld.naar(VERLOPEN);
  expect((await wereld.gezegd()).filter((regel) => regel.startsWith('do')).toSorted()).toEqual([
    'do 26 nov 2026 08:30 noord: 3 casussen vragen om actie',
    'do 26 nov 2026 08:30 vt: 6 casussen vragen om actie',
    'do 26 nov 2026 08:30 zuid: 3 casussen vragen om actie',
  ]);
});

test('sixty become two messages in which every casus is named, each small enough for Teams', async () => {
  const { wereld, casussen } = await overgedragen(60);
  await wereld.naar(HERINNERD);
  expect(await wereld.gezegd()).toEqual(Array(2).fill('wo 25 nov 2026 08:30 noord: 30 casussen vragen om actie'));
  const berichten = wereld.connector.aanroepen
    .filter(({ methode }) => methode === 'POST')
    .slice(-2)
    .map(({ body }) => JSON.stringify(body));
  for (const casusnummer of casussen)
    expect(berichten.filter((bericht) => bericht.includes(casusnummer))).toHaveLength(1);
  for (const bericht of berichten) expect(Buffer.byteLength(bericht, 'utf16le')).toBeLessThan(28 * 1024);
});

describe('a bundle that does not arrive', () => {
  const bijNoord = { methode: 'POST', conversatie: KANALEN.noord.conversatie, keer: 1 };

  test('for certain: comes again as one, without who confirmed meanwhile', async () => {
    const { wereld } = await overgedragen(5);
    wereld.connector.stoor({ soort: 'weiger', status: 429, koppen: { 'retry-after': '120' } }, bijNoord);
    await wereld.naar(HERINNERD);
    await wereld.vt('VT-2026-0003', {
      soort: 'bevestiging-vastleggen',
      gegevenOp: wereld.klok.nu(),
      via: 'telefoon',
      doorWie: 'Noor',
    });
    await wereld.nieuws();
    await wereld.naar('2026-11-25T12:00:00+01:00');
    expect(await wereld.gezegd()).toEqual(['wo 25 nov 2026 08:32 noord: 4 casussen vragen om actie']);
    expect((await wereld.zie('noord', '4 casussen')).tekst).not.toContain('VT-2026-0003');
  });

  test('perhaps: comes again as one, and says that it does', async () => {
    const { wereld, casussen } = await overgedragen(5);
    const voor = await bezorgdAls(wereld, 'VT-2026-0001');
    wereld.connector.stoor({ soort: 'reset' }, bijNoord);
    await wereld.naar('2026-11-25T12:00:00+01:00');
    expect((await wereld.gezegd()).map((regel) => regel.split('noord: ')[1])).toEqual([
      '5 casussen vragen om actie',
      'Herhaling: 5 casussen vragen om actie',
    ]);
    const herhaling = await wereld.zie('noord', 'Herhaling');
    expect(herhaling.tekst).toContain('Dit bericht sturen we nog een keer');
    for (const casusnummer of casussen) {
      expect(await bezorgdAls(wereld, casusnummer)).toEqual([...voor, 'bericht-onzeker', 'bericht-bezorgd']);
    }
  });

  test('because the bot may not post there: Veilig Thuis hears it in one message, with whom to call', async () => {
    const { wereld, casussen } = await overgedragen(5);
    wereld.connector.stoor({ soort: 'weiger', status: 403 }, bijNoord);
    await wereld.naar(HERINNERD);
    expect(await wereld.gezegd()).toEqual(['wo 25 nov 2026 08:30 vt: 5 casussen vragen om actie']);
    const bericht = await wereld.zie('vt', '5 casussen');
    metAlle(bericht, casussen);
    expect(bericht.tekst).toContain('Bel Wijkteam Noord: 076 555 01 01.');
  });

  test('or whose outcome the program died before writing down: comes again as one herhaling', async () => {
    const { wereld, casussen } = await overgedragen(4);
    await wereld.naar(HERINNERD);
    await wereld.nieuws();
    // As the store stands when the process dies after the post, before any of the casussen was written.
    const { opslag } = wereld.toepassing().omgeving;
    const bezigTot = verschuif(wereld.klok.nu(), CLAIM_MS);
    for (const casusnummer of casussen) {
      const gelezen = await opslag.lees(casusnummer);
      const herinnerd = gelezen?.waarde.journaal.find(({ soort }) => soort === 'termijn-herinnerd');
      if (!gelezen || herinnerd?.soort !== 'termijn-herinnerd') throw new Error('niet herinnerd');
      const { nr, gegevens } = herinnerd;
      const item = {
        nr,
        kaart: 'ping' as const,
        aan: 'kanaal-team' as const,
        team: NOORD,
        overdracht: 1,
        stappen: [{ termijn: gegevens.termijn, stap: gegevens.stap }],
        sleutel: `${casusnummer}/${nr}/ping-1/${NOORD}`,
        adres: { kanaal: NOORD },
        pogingen: 1,
        gemaaktOp: wereld.klok.nu(),
        nietVoor: wereld.klok.nu(),
        bezigTot,
      };
      await opslag.vervang({ ...gelezen.waarde, wekOp: einde(bezigTot), postvak: [item] }, gelezen.etag);
    }
    await wereld.herstart();
    await wereld.naar('2026-11-25T08:35:00+01:00');
    expect(await wereld.gezegd()).toEqual(['wo 25 nov 2026 08:32 noord: Herhaling: 4 casussen vragen om actie']);
  });
});

test('of more casussen than the round asks for at a time, all are seen before anything is sent', async () => {
  const { wereld, casussen } = await overgedragen(210);
  wereld.klok.zet(instant(HERINNERD));
  expect(await wereld.ronde()).toEqual({ gewekt: 210, mislukt: 0 });
  const bundel = 'wo 25 nov 2026 08:30 noord: 35 casussen vragen om actie';
  expect(await wereld.gezegd()).toEqual(Array.from({ length: 6 }, () => bundel));
  const bericht = (await wereld.verstuurd()).filter(({ regel }) => regel === bundel).map(({ tekst }) => tekst);
  expect(casussen.filter((casusnummer) => !bericht.join(' ').includes(casusnummer))).toEqual([]);
}, 90_000);
