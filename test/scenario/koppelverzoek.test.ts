/** A link that gives VT's rights needs a leidinggevende of VT; who loses a link hears it; no personal chat is linked (§8). */
import { describe, expect, test } from 'vitest';
import { TENANT } from '../steun/teams.ts';
import {
  ADRESBOEK,
  BEA,
  KANALEN,
  LOES,
  NOOR,
  ONNO,
  persoonlijkGesprek,
  VERA,
  type KanaalNaam,
  type Mens,
} from './mensen.ts';
import { draagOver } from './stappen.ts';
import { maakWereld, type Verstuurd, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';
const GEEN = 'Deze casus is niet gevonden, of je hebt er geen toegang toe.';
const VRAAG = 'koppel veilig-thuis';

const soorten = async (wereld: Wereld): Promise<string[]> =>
  ((await wereld.toepassing().omgeving.opslag.lees('~beheer'))?.waarde.journaal ?? [])
    .map(({ soort }) => soort)
    .filter((soort) => soort.includes('koppel'));
const vtStaatIn = async (wereld: Wereld): Promise<string | undefined> =>
  (await wereld.toepassing().adressen.zoek({ kanaal: 'veilig-thuis' }))?.conversatie;
const regels = async (wereld: Wereld): Promise<string[]> =>
  (await wereld.overKoppelingen())
    .filter(({ bijgewerkt }) => !bijgewerkt)
    .map(({ waar, samenvatting }) => `${waar}: ${samenvatting.replace('Koppeling: ', '')}`);
async function kaartVan(wereld: Wereld, wie = 'Loes'): Promise<Verstuurd> {
  const kaart = (await wereld.overKoppelingen()).findLast(({ waar, bijgewerkt }) => waar === wie && !bijgewerkt);
  if (!kaart) throw new Error(`${wie} kreeg niets over een koppeling`);
  return kaart;
}
const plaats = (wereld: Wereld, kanaal: KanaalNaam, ...mensen: Mens[]): void =>
  void wereld.connector.leden.set(
    KANALEN[kanaal].conversatie,
    mensen.map(({ aadObjectId, naam }) => ({ id: `29:${aadObjectId}`, name: naam, aadObjectId, tenantId: TENANT })),
  );

describe('a beheerder asks to link the channel of Veilig Thuis', () => {
  test('nobody in that channel gets VT’s rights by it; the leidinggevende of VT is asked, with who, where and what it means', async () => {
    const wereld = await maakWereld({ gekoppeld: ['noord'] });
    plaats(wereld, 'oost', ONNO);
    await draagOver(wereld, X);
    const { tekst } = await wereld.typ(BEA, VRAAG, 'oost');
    for (const deel of ['Je verzoek is verstuurd', LOES.naam, 'koppelingen', 'ma 30 nov 2026 09:00'])
      expect(tekst).toContain(deel);
    expect(await vtStaatIn(wereld)).toBeUndefined();
    expect((await wereld.typ(ONNO, `status ${X}`)).tekst).toBe(GEEN);
    expect(await regels(wereld)).toEqual(['Loes: Mag dit gesprek van Veilig Thuis West-Brabant worden?']);
    const kaart = await kaartVan(wereld);
    for (const deel of [BEA.naam, 'een kanaal', 'alle casussen van de regio']) expect(kaart.tekst).toContain(deel);
    expect(kaart.knoppen.map(({ verb }) => verb)).toEqual(['koppeling-goedkeuren', 'koppeling-afkeuren']);
  });

  test('she agrees: it holds, the beheerder hears it, and a second click shows that it was done', async () => {
    const wereld = await maakWereld({ gekoppeld: ['noord'] });
    plaats(wereld, 'oost', ONNO);
    await wereld.typ(BEA, VRAAG, 'oost');
    const kaart = await kaartVan(wereld);
    for (let keer = 0; keer < 2; keer++) {
      const { soort, tekst, knoppen } = await wereld.klikOp(LOES, kaart, 'koppeling-goedkeuren');
      expect({ soort, knoppen }).toEqual({ soort: 'kaart', knoppen: [] });
      expect(tekst).toContain('goedgekeurd op');
    }
    expect((await wereld.klikOp(LOES, kaart, 'koppeling-afkeuren')).tekst).toContain('goedgekeurd op');
    expect(await vtStaatIn(wereld)).toBe(KANALEN.oost.conversatie);
    await draagOver(wereld, X);
    expect((await wereld.typ(ONNO, `status ${X}`)).tekst).toContain(X);
    expect((await regels(wereld)).slice(1)).toEqual(['Bea: Het verzoek is goedgekeurd']);
    expect(await soorten(wereld)).toEqual(['gekoppeld', 'koppeling-gevraagd', 'koppeling-goedgekeurd', 'gekoppeld']);
  });

  test('she does not: nothing changes, and the beheerder hears it', async () => {
    const wereld = await maakWereld();
    await wereld.typ(BEA, VRAAG, 'oost');
    expect((await wereld.klikOp(LOES, await kaartVan(wereld), 'koppeling-afkeuren')).tekst).toContain('afgekeurd op');
    expect(await vtStaatIn(wereld)).toBe(KANALEN.vt.conversatie);
    expect((await regels(wereld)).at(-1)).toBe('Bea: Het verzoek is afgekeurd');
  });

  test.each([
    ['a beheerder', BEA],
    ['a medewerker of VT', VERA],
    ['a member of a team', NOOR],
    ['someone unknown', ONNO],
  ])('%s cannot agree, by button or by typing', async (_wie, wie) => {
    const wereld = await maakWereld();
    await wereld.typ(BEA, VRAAG, 'oost');
    const kaart = await kaartVan(wereld);
    for (const verb of ['koppeling-goedkeuren', 'koppeling-afkeuren'])
      expect((await wereld.klikOp(wie, kaart, verb)).tekst).toContain('Dit kan alleen een leidinggevende');
    expect((await wereld.typ(wie, 'koppelingen')).tekst).toContain('Dit kan alleen een leidinggevende');
    expect(await vtStaatIn(wereld)).toBe(KANALEN.vt.conversatie);
    expect((await soorten(wereld)).at(-1)).toBe('koppeling-gevraagd');
  });

  test('a leidinggevende who is no longer in the adresboek cannot agree', async () => {
    const wereld = await maakWereld();
    await wereld.typ(BEA, VRAAG, 'oost');
    const kaart = await kaartVan(wereld);
    const veiligThuis = { ...ADRESBOEK.veiligThuis, leidinggevenden: [VERA] };
    await wereld.herstart({ ...ADRESBOEK, bijgewerktOp: '2026-11-23T08:00:00+01:00', veiligThuis });
    expect((await wereld.klikOp(LOES, kaart, 'koppeling-goedkeuren')).tekst).toContain('alleen een leidinggevende');
    expect(await vtStaatIn(wereld)).toBe(KANALEN.vt.conversatie);
  });

  test('what was asked by someone who is no longer a beheerder cannot be agreed to', async () => {
    const wereld = await maakWereld();
    await wereld.typ(BEA, VRAAG, 'oost');
    const beheerders = [VERA.aadObjectId];
    await wereld.herstart({ ...ADRESBOEK, bijgewerktOp: '2026-11-23T08:00:00+01:00', beheerders });
    const { tekst } = await wereld.klikOp(LOES, await kaartVan(wereld), 'koppeling-goedkeuren');
    expect(tekst).toContain('geen beheerder meer');
    expect(await vtStaatIn(wereld)).toBe(KANALEN.vt.conversatie);
  });

  test('who is both agrees by asking, and both stand on record', async () => {
    const wereld = await maakWereld({
      gekoppeld: [],
      adresboek: { ...ADRESBOEK, beheerders: [LOES.aadObjectId] },
    });
    expect((await wereld.typ(LOES, VRAAG, 'vt')).tekst).toContain('Gelukt');
    expect(await vtStaatIn(wereld)).toBe(KANALEN.vt.conversatie);
    expect(await soorten(wereld)).toEqual(['koppeling-gevraagd', 'koppeling-goedgekeurd', 'gekoppeld']);
  });

  test('without a leidinggevende who can be reached there is nobody to agree: it is refused with what to do', async () => {
    const veiligThuis = { ...ADRESBOEK.veiligThuis, leidinggevenden: [] };
    const wereld = await maakWereld({ gekoppeld: [], adresboek: { ...ADRESBOEK, veiligThuis } });
    expect((await wereld.typ(BEA, VRAAG, 'vt')).tekst).toContain('Vul die eerst in');
    expect(await soorten(wereld)).toEqual([]);
  });

  test('asked again it is the same request; for another channel the newest counts and the beheerders hear so', async () => {
    const wereld = await maakWereld();
    await wereld.typ(BEA, VRAAG, 'oost');
    await wereld.typ(BEA, VRAAG, 'oost');
    const oud = await kaartVan(wereld);
    const voor = (await soorten(wereld)).length;
    await wereld.typ(BEA, VRAAG, 'haven');
    expect((await soorten(wereld)).length).toBe(voor + 1);
    expect((await regels(wereld)).slice(-2).toSorted()).toEqual([
      'Bea: Er is een nieuwer verzoek',
      'Loes: Mag dit gesprek van Veilig Thuis West-Brabant worden?',
    ]);
    expect((await wereld.klikOp(LOES, oud, 'koppeling-goedkeuren')).tekst).toContain('Er is een nieuwer verzoek');
    expect(await vtStaatIn(wereld)).toBe(KANALEN.vt.conversatie);
    await wereld.klikOp(LOES, await kaartVan(wereld), 'koppeling-goedkeuren');
    expect(await vtStaatIn(wereld)).toBe(KANALEN.haven.conversatie);
  });

  test('after 7 days it can no longer be agreed to', async () => {
    const wereld = await maakWereld();
    await wereld.typ(BEA, VRAAG, 'oost');
    await wereld.naar('2026-11-30T09:00:00+01:00');
    expect((await wereld.klikOp(LOES, await kaartVan(wereld), 'koppeling-goedkeuren')).tekst).toContain('vervallen op');
    expect((await wereld.typ(LOES, 'koppelingen')).knoppen).toEqual([]);
    expect(await vtStaatIn(wereld)).toBe(KANALEN.vt.conversatie);
  });

  test('a card that refreshes by itself agrees to nothing', async () => {
    const wereld = await maakWereld();
    await wereld.typ(BEA, VRAAG, 'oost');
    const [knop] = (await kaartVan(wereld)).knoppen;
    const { knoppen } = await wereld.ververs(LOES, 'koppeling-goedkeuren', knop?.data);
    expect(knoppen).toEqual(['koppeling-goedkeuren', 'koppeling-afkeuren']);
    expect(await vtStaatIn(wereld)).toBe(KANALEN.vt.conversatie);
  });
});

describe('who loses a link hears it', () => {
  test('a team that moves: its old conversation and Veilig Thuis', async () => {
    const wereld = await maakWereld();
    await wereld.typ(BEA, 'koppel wijkteam-noord', 'oost');
    expect((await regels(wereld)).slice(-2).toSorted()).toEqual([
      'noord: Dit gesprek is niet meer gekoppeld aan Wijkteam Noord',
      'vt: Wijkteam Noord heeft een ander gesprek',
    ]);
  });

  test('Veilig Thuis that moves: its old conversation and the new one', async () => {
    const wereld = await maakWereld();
    await wereld.typ(BEA, VRAAG, 'oost');
    await wereld.klikOp(LOES, await kaartVan(wereld), 'koppeling-goedkeuren');
    expect((await regels(wereld)).slice(-3).toSorted()).toEqual([
      'Bea: Het verzoek is goedgekeurd',
      'oost: Veilig Thuis West-Brabant heeft een ander gesprek',
      'vt: Dit gesprek is niet meer gekoppeld aan Veilig Thuis West-Brabant',
    ]);
  });

  test('a link that is taken away: Veilig Thuis; and its leidinggevenden in person when it is its own', async () => {
    const wereld = await maakWereld();
    await wereld.typ(BEA, 'ontkoppel', 'noord');
    expect((await regels(wereld)).at(-1)).toBe('vt: Wijkteam Noord heeft geen gesprek meer');
    await wereld.typ(BEA, 'ontkoppel', 'vt');
    expect((await regels(wereld)).at(-1)).toBe('Loes: Veilig Thuis West-Brabant heeft geen kanaal meer');
  });
});

describe('a personal chat', () => {
  test.each(['koppel wijkteam-noord', VRAAG, 'koppel stuurgroep'])('is never linked: %s', async (vraag) => {
    const wereld = await maakWereld();
    expect((await wereld.typ(BEA, vraag)).tekst).toContain('persoonlijke chat kan niet worden gekoppeld');
    await draagOver(wereld, X);
    expect((await wereld.gezegd()).some((regel) => regel.includes('noord: Overdracht'))).toBe(true);
  });

  test('that was linked before gets no messages any more: Veilig Thuis hears it, and a beheerder sees it', async () => {
    const wereld = await maakWereld({ gekoppeld: ['vt'] });
    await wereld.typ(BEA, 'help');
    await wereld.toepassing().adressen.koppel('wijkteam-noord', persoonlijkGesprek(BEA));
    await draagOver(wereld, X);
    const gezegd = await wereld.gezegd();
    expect(gezegd.filter((regel) => regel.includes('Bea'))).toEqual([]);
    expect(gezegd.some((regel) => regel.endsWith(`vt: Bericht over ${X} niet bezorgd`))).toBe(true);
    expect((await wereld.toezicht()).bevindingen).toContainEqual({ soort: 'koppeling-stuk', waar: 'wijkteam-noord' });
    expect((await wereld.typ(BEA, 'adresboek')).tekst).toMatch(/Nog niet: wijkteam-noord/);
  });
});
