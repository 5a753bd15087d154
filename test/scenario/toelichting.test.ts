/** What people typed is for one person at a time: in channels and previews only that it is there (domein.md §7, §8). */
import { describe, expect, test } from 'vitest';
import { SOORTEN_MET_TEKST, vrijeTekst } from '../../src/kern/journaal/wisbaar.ts';
import { teksten } from '../../src/teksten/nl.ts';
import { HANNA, HAVEN, ILSE, JOOST, KANALEN, LOES, NICO, NOOR, VERA, ZITA, type Mens } from './mensen.ts';
import { draagOver, KOUD, meld, NAAR_LOKAAL } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const A = 'VT-2026-0001';
const B = 'VT-2026-0002';
const C = 'VT-2026-0003';
const D = 'VT-2026-0004';
const MERK = /kenmerk[a-z]+/;

const doe = async (wereld: Wereld, wie: Mens, casusnummer: string, soort: string, velden: object): Promise<void> => {
  const antwoord = await wereld.klik(wie, soort, { casusnummer, ...velden });
  if (antwoord.soort !== 'kaart') throw new Error(`${soort} ${casusnummer}: ${antwoord.tekst}`);
};

/** How people were informed was typed once; since then it is one of four words, and what was typed still stands there. */
async function alsVroeger(wereld: Wereld, casusnummer: string): Promise<void> {
  const { opslag } = wereld.toepassing().omgeving;
  const gelezen = await opslag.lees(casusnummer);
  if (!gelezen) throw new Error('weg');
  const journaal = gelezen.waarde.journaal.map((een) =>
    een.soort === 'geinformeerd' ? { ...een, gegevens: { ...een.gegevens, via: 'kenmerkvia' } } : een,
  );
  await opslag.vervang({ ...gelezen.waarde, journaal }, gelezen.etag);
}

/** Every opdracht that takes free text, each with a word that stands nowhere else. */
async function allesGezegd(): Promise<Wereld> {
  const wereld = await maakWereld({ gekoppeld: ['vt', 'noord', 'zuid', 'haven', 'stuurgroep'] });
  await meld(wereld, A);
  await wereld.vt(A, NAAR_LOKAAL);
  await wereld.vt(A, KOUD(HAVEN));
  await doe(wereld, HANNA, A, 'weigeren', { reden: 'kenmerkweigering' });
  await wereld.vt(A, KOUD('wijkteam-noord'));
  await doe(wereld, VERA, A, 'intrekken', { reden: 'kenmerkintrekking' });
  await wereld.vt(A, KOUD('wijkteam-noord'));
  await doe(wereld, VERA, A, 'geinformeerd', { wie: 'clientsysteem', via: 'brief' });
  await alsVroeger(wereld, A);
  await doe(wereld, NOOR, A, 'niet-binnen-termijn', { reden: 'kenmerktermijn' });
  await doe(wereld, NOOR, A, 'ontvangst-bevestigen', {});
  await doe(wereld, NOOR, A, 'oppakken', {});
  await doe(wereld, NOOR, A, 'monitoring-afspreken', {
    datum: '2026-12-02',
    tijd: '10:00',
    wie: 'wijkteam-noord',
    wat: 'kenmerkmonitoring',
  });
  await doe(wereld, NOOR, A, 'signaleren', { wat: 'medewerking-geweigerd', toelichting: 'kenmerksignaal' });
  await doe(wereld, NOOR, A, 'terugleggen-vragen', { reden: 'kenmerkvraag' });
  await wereld.naar('2026-12-04T16:00:00+01:00');
  await doe(wereld, VERA, A, 'terugleggen-weigeren', { reden: 'kenmerkantwoord' });
  await doe(wereld, NOOR, A, 'meningsverschil-melden', { toelichting: 'kenmerkverschil' });
  await doe(wereld, VERA, A, 'meningsverschil-melden', { toelichting: 'kenmerkaanvulling' });
  await doe(wereld, NOOR, A, 'meningsverschil-oplossen', { uitkomst: 'veilig-thuis' });
  await doe(wereld, VERA, A, 'uitkomst-afwijzen', { reden: 'kenmerkafwijzing' });
  await doe(wereld, NOOR, A, 'meningsverschil-opschalen', { gespreksverslag: 'kenmerkverslag', vanStap: 1 });
  await draagOver(wereld, B);
  await doe(wereld, NICO, B, 'ontvangst-bevestigen', {});
  await doe(wereld, NICO, B, 'oppakken', {});
  await doe(wereld, NICO, B, 'afsluiten', { reden: 'kenmerksluiting' });
  await draagOver(wereld, C, { team: HAVEN });
  await doe(wereld, HANNA, C, 'ontvangst-bevestigen', {});
  await doe(wereld, VERA, C, 'terugnemen', { reden: 'kenmerkterugname' });
  await meld(wereld, D);
  await doe(wereld, VERA, D, 'direct-gevaar', { wat: 'kenmerkgevaar' });
  await doe(wereld, VERA, D, 'vervolg-ingezet', { wat: 'kenmerkvervolg', datum: '2026-12-04', tijd: '16:00' });
  await doe(wereld, VERA, D, 'zicht-bevestigen', { toelichting: 'kenmerkzicht' });
  await draagOver(wereld, 'VT-2026-0005', { team: HAVEN });
  await doe(wereld, HANNA, 'VT-2026-0005', 'wachtlijst-melden', { toelichting: 'kenmerkwachtlijst' });
  await doe(wereld, VERA, 'VT-2026-0005', 'interventie-gemeente-vastleggen', { wat: 'kenmerkingreep', team: HAVEN });
  // Long enough for every reminder, ladder and step of the meningsverschil, up to gemeente and stuurgroep.
  await wereld.naar('2027-01-20T16:00:00+01:00');
  return wereld;
}

test('what anybody typed stands in no message to a channel or person, and in no notification; behind the button it does', async () => {
  const wereld = await allesGezegd();
  expect(wereld.connector.aanroepen.length).toBeGreaterThan(60);
  const gelekt = wereld.connector.aanroepen.filter(({ body }) => MERK.test(JSON.stringify(body ?? '')));
  expect(gelekt.map(({ body }) => MERK.exec(JSON.stringify(body))?.[0])).toEqual([]);

  const gezien = new Set<string>();
  for (const casusnummer of [A, B, C, D, 'VT-2026-0005']) {
    const gelezen = await wereld.toepassing().omgeving.opslag.lees(casusnummer);
    for (const gebeurtenis of gelezen?.waarde.journaal ?? []) {
      const woorden = vrijeTekst(gebeurtenis);
      if (woorden.length === 0) continue;
      gezien.add(gebeurtenis.soort);
      const { soort, tekst } = await wereld.klik(VERA, 'toelichting', { casusnummer, gebeurtenis: gebeurtenis.nr });
      expect(soort).toBe('kaart');
      for (const woord of woorden) expect(tekst).toContain(woord);
      expect(tekst).toContain(gebeurtenis.bron);
    }
    for (const vraag of ['status', 'tijdlijn', 'wie is verantwoordelijk voor'])
      expect((await wereld.typ(VERA, `${vraag} ${casusnummer}`)).tekst).not.toMatch(MERK);
  }
  expect([...gezien].toSorted()).toEqual([...SOORTEN_MET_TEKST].toSorted());
  expect(wereld.log.join('\n')).not.toMatch(MERK);
});

describe('who may read what was typed (domein.md §8)', () => {
  async function geweigerd(): Promise<{ wereld: Wereld; nr: number }> {
    const wereld = await maakWereld({ gekoppeld: ['vt', 'noord', 'zuid', 'haven'] });
    await draagOver(wereld, A);
    await doe(wereld, NOOR, A, 'weigeren', { reden: 'kenmerkweigering' });
    const nr = (await wereld.soorten(A)).indexOf('overdracht-geweigerd') + 1;
    return { wereld, nr };
  }

  test('VT and the team that said it read it, each reading is in the journal; other teams and a contactambtenaar do not', async () => {
    const { wereld, nr } = await geweigerd();
    await wereld.vt(A, KOUD(HAVEN));
    const lees = (wie: Mens) => wereld.klik(wie, 'toelichting', { casusnummer: A, gebeurtenis: nr });
    for (const wie of [VERA, LOES, NOOR, ILSE]) expect((await lees(wie)).tekst).toContain('kenmerkweigering');
    for (const wie of [HANNA, ZITA, JOOST])
      expect(await lees(wie)).toMatchObject({ soort: 'tekst', tekst: teksten.dienst['niet-gevonden']() });
    const { waarde } = (await wereld.toepassing().omgeving.opslag.lees(A)) ?? {};
    const inzage = waarde?.journaal.filter(({ soort }) => soort === 'inhoud-bekeken') ?? [];
    expect(inzage.map(({ door, gegevens }) => [door.naam, gegevens])).toEqual(
      [VERA, LOES, NOOR, ILSE].map(({ naam }) => [naam, { overdracht: 1, gebeurtenis: nr }]),
    );
  });

  test('an event without words, or that is not there, gives no card', async () => {
    const { wereld } = await geweigerd();
    for (const gebeurtenis of [1, 99])
      expect((await wereld.klik(VERA, 'toelichting', { casusnummer: A, gebeurtenis })).soort).toBe('tekst');
    expect(await wereld.soorten(A)).not.toContain('inhoud-bekeken');
  });

  test('the card in the channel says that there is a reason, and its button opens it and leads back to that card', async () => {
    const { wereld } = await geweigerd();
    const bericht = await wereld.zie('vt', 'Overdracht geweigerd');
    expect(bericht.tekst).toContain('Het team heeft een reden gegeven.');
    const open = await wereld.klikOp(VERA, bericht, 'toelichting');
    expect(open.tekst).toContain('kenmerkweigering');
    const terug = open.knopdata.find(({ verb }) => verb === 'terug');
    const weer = await wereld.klik(VERA, 'terug', terug?.data, bericht.conversatie);
    expect(weer.tekst).toBe(bericht.tekst);
    expect(weer.knoppen).toEqual(bericht.knoppen.map(({ verb }) => verb));
  });

  test('a reason that the bot gives itself is nobody’s words, and stands on the card', async () => {
    const wereld = await maakWereld({ gekoppeld: ['vt', 'noord', 'zuid', 'haven'] });
    await draagOver(wereld, A);
    await wereld.vt(A, KOUD(HAVEN));
    const kaart = await wereld.zie('noord', 'Overdracht ingetrokken');
    expect(kaart.tekst).toContain('Reden: overgedragen aan een ander team.');
    expect(kaart.knoppen.map(({ verb }) => verb)).not.toContain('toelichting');
  });
});

describe('“Ga terug naar de kaart” leads to the very card it was opened from', () => {
  test.each([
    ['noord', NOOR, 'acties'],
    ['noord', NOOR, 'bekijk-overdracht'],
    ['vt', VERA, 'acties'],
    ['vt', VERA, 'bekijk-overdracht'],
  ] as const)('in %s, by %o, from %s', async (waar, wie, verb) => {
    const wereld = await maakWereld();
    await draagOver(wereld, A);
    const kaart = await wereld.zie(waar, `Overdracht ${A}`);
    const open = await wereld.klikOp(wie, kaart, verb);
    const terug = open.knopdata.find((knop) => knop.verb === 'terug');
    expect(await wereld.klik(wie, 'terug', terug?.data, KANALEN[waar].conversatie)).toMatchObject({
      soort: 'kaart',
      tekst: kaart.tekst,
    });
  });

  test('whoever makes up the way back sees nothing but what is theirs', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, A);
    await doe(wereld, NOOR, A, 'weigeren', { reden: 'kenmerkweigering' });
    const data = (terug: string) => ({ casusnummer: A, overdracht: 1, kaart: 'acties', terug });
    const volg = await wereld.klik(NOOR, 'terug', data('volgkaart'));
    expect(volg.tekst).not.toContain('Overdracht die jullie volgen');
    for (const terug of ['voortgang 5 kanaal-vt', 'voortgang x', 'ping 1 kanaal-vt a/b', 'antwoord gisteren', '', 'x'])
      expect((await wereld.klik(NOOR, 'terug', data(terug))).status).toBe(200);
    expect(await wereld.klik(ZITA, 'terug', data('volgkaart'))).toMatchObject({
      soort: 'tekst',
      tekst: teksten.dienst['niet-gevonden'](),
    });
  });
});
