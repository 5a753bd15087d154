import { describe, expect, test } from 'vitest';
import { BEHEER, maakBeheer } from '../../src/toepassing/beheer/beheerregistratie.ts';
import { maakBezorger } from '../../src/toepassing/bezorging/bezorger.ts';
import { delenTerug } from '../../src/toepassing/casus/registratiemaand.ts';
import type { Vastgelegd } from '../../src/toepassing/poorten.ts';
import {
  ADRESBOEK,
  BEA,
  JOOST,
  KANALEN,
  LOES,
  NOOR,
  persoonlijkGesprek,
  VERA,
  type AdresboekBestand,
} from './mensen.ts';
import { maakWereld, type Verstuurd, type Wereld } from './wereld.ts';

/** The region of these tests lacks the leidinggevende of Wijkteam Oost, a contactambtenaar and the stuurgroep's conversation. */
const MAANDAG = '2026-11-30T08:30:00+01:00';
const compleet = (bijgewerktOp: string): AdresboekBestand => ({
  ...ADRESBOEK,
  bijgewerktOp,
  gemeenten: ADRESBOEK.gemeenten.map((gemeente) => ({ ...gemeente, contactambtenaren: [JOOST] })),
  teams: ADRESBOEK.teams.map((team) => ({ ...team, leidinggevenden: [LOES] })),
});
const zonderBeheerder = (): AdresboekBestand => ({
  ...ADRESBOEK,
  bijgewerktOp: '2026-11-24T00:00:00+01:00',
  beheerders: [],
});

const regels = async (wereld: Wereld): Promise<string[]> => (await wereld.overAdresboek()).map(({ regel }) => regel);
const laatste = async (wereld: Wereld): Promise<Verstuurd> => {
  const bericht = (await wereld.overAdresboek()).at(-1);
  if (!bericht) throw new Error('er is geen bericht over het adresboek');
  return bericht;
};
/** What was put away at the change of a month too, in order. */
async function journaal(wereld: Wereld): Promise<Vastgelegd[]> {
  const delen: (readonly Vastgelegd[])[] = [];
  for await (const deel of delenTerug(wereld.toepassing().omgeving.opslag, BEHEER)) delen.unshift(deel);
  return delen.flat().filter(({ soort }) => soort !== 'registratie-vervolgd');
}
const soorten = async (wereld: Wereld): Promise<string[]> => (await journaal(wereld)).map(({ soort }) => soort);

describe('who is missing is told to the beheerder before a ladder needs them', () => {
  test('at the first opening of the week, personally: what is missing, which step needs it, what to do', async () => {
    const wereld = await maakWereld();
    await wereld.naar('2026-11-30T08:29:59+01:00');
    expect(await regels(wereld)).toEqual([]);
    await wereld.naar(MAANDAG);
    expect(await regels(wereld)).toEqual(['ma 30 nov 2026 08:30 Bea: Adresboek: er ontbreekt iemand']);
    const { tekst } = await laatste(wereld);
    for (const deel of [
      'Geen leidinggevende met een Teams-account : Wijkteam Oost Nodig bij: Ontvangst bevestigen (1 werkdag te laat)',
      'Geen contactambtenaar met een Teams-account : gemeente Roosendaal Nodig bij: Ontvangst bevestigen (3 werkdagen te laat)',
      'De stuurgroep heeft geen gesprek Nodig bij: Stap 3',
      'Wat moet je doen? Vraag de gemeente wie de contactambtenaar is.',
      'één keer per week',
    ])
      expect(tekst).toContain(deel);
    for (const naam of [NOOR.naam, VERA.naam, 'Otto Berg']) expect(tekst).not.toContain(naam);
  });

  test('once a week, over restarts too; no more when nobody is missing', async () => {
    const wereld = await maakWereld();
    await wereld.naar('2026-12-04T12:00:00+01:00');
    await wereld.herstart();
    await wereld.naar('2026-12-06T12:00:00+01:00');
    expect(await regels(wereld)).toHaveLength(1);
    await wereld.typ(BEA, 'koppel stuurgroep', 'oost');
    await wereld.herstart(compleet('2026-12-06T00:00:00+01:00'));
    await wereld.naar('2026-12-21T12:00:00+01:00');
    expect(await regels(wereld)).toHaveLength(1);
    expect((await soorten(wereld)).filter((soort) => soort === 'hiaten-nagegaan')).toHaveLength(4);
  });

  test('by several instances at once: once', async () => {
    const wereld = await maakWereld();
    wereld.klok.zet(new Date(MAANDAG).toISOString());
    const { omgeving, adressen } = wereld.toepassing();
    const instanties = [1, 2, 3].map(() => {
      const bezorger = maakBezorger(omgeving);
      return { bezorger, beheer: maakBeheer({ omgeving, adressen, bezorger }) };
    });
    await Promise.all(instanties.map(({ beheer }) => beheer.gaHiatenNa()));
    await Promise.all(instanties.map(({ bezorger }) => bezorger.klaar()));
    await wereld.ronde();
    expect(await regels(wereld)).toHaveLength(1);
  });

  test('at once, also in the night, when a new adresboek or beleid leaves them; not when it leaves none', async () => {
    const wereld = await maakWereld();
    await wereld.naar('2026-11-25T03:00:00+01:00');
    await wereld.herstart({
      ...ADRESBOEK,
      bijgewerktOp: '2026-11-25T00:00:00+01:00',
      beheerders: [BEA.aadObjectId, LOES.aadObjectId],
    });
    expect(await regels(wereld)).toEqual([
      'wo 25 nov 2026 03:00 Bea: Adresboek: er ontbreekt iemand',
      'wo 25 nov 2026 03:00 Loes: Adresboek: er ontbreekt iemand',
    ]);
    expect((await laatste(wereld)).tekst).toContain('omdat het adresboek of het beleid is gewijzigd');
    await wereld.typ(BEA, 'koppel stuurgroep', 'oost');
    await wereld.herstart(compleet('2026-11-26T00:00:00+01:00'));
    expect(await regels(wereld)).toHaveLength(2);
  });

  test('not before anything is linked: whoever sets up a region is at it', async () => {
    const wereld = await maakWereld({ gekoppeld: [] });
    expect(await regels(wereld)).toEqual([]);
    expect(await soorten(wereld)).toEqual(['instelling-gewijzigd', 'instelling-gewijzigd']);
  });

  test('without a beheerder, to the channel of Veilig Thuis, with why it comes there', async () => {
    const wereld = await maakWereld();
    await wereld.herstart(zonderBeheerder());
    expect(await regels(wereld)).toEqual(['ma 23 nov 2026 09:00 vt: Adresboek: er ontbreekt iemand']);
    const { tekst } = await laatste(wereld);
    for (const deel of ['Er is geen beheerder', 'omdat er geen beheerder in het adresboek staat'])
      expect(tekst).toContain(deel);
  });

  test('again when it did not arrive, and to Veilig Thuis when it cannot', async () => {
    const wereld = await maakWereld();
    const bea = { methode: 'POST' as const, conversatie: persoonlijkGesprek(BEA) };
    await wereld.typ(BEA, 'help');
    wereld.connector.stoor({ soort: 'weiger', status: 429, koppen: { 'retry-after': '60' } }, { ...bea, keer: 1 });
    await wereld.naar('2026-11-30T09:00:00+01:00');
    expect(await regels(wereld)).toEqual(['ma 30 nov 2026 08:31 Bea: Adresboek: er ontbreekt iemand']);
    wereld.connector.stoor({ soort: 'weiger', status: 403 }, { ...bea, keer: 1 });
    await wereld.naar('2026-12-07T09:00:00+01:00');
    expect((await regels(wereld)).slice(1)).toEqual(['ma 7 dec 2026 08:30 vt: Bericht over Adresboek niet bezorgd']);
    expect((await laatste(wereld)).knoppen).toEqual([]);
  });
});

describe('`adresboek` shows a beheerder', () => {
  test('who is missing, what needs a look, and what changed last, by whom', async () => {
    const wereld = await maakWereld();
    const { tekst } = await wereld.typ(BEA, 'adresboek');
    for (const deel of [
      'Er ontbreken mensen of gesprekken',
      'Geen leidinggevende met een Teams-account : Wijkteam Oost',
      'Het adresboek is langer dan 3 maanden niet bijgewerkt',
      'Zonder kanaal: Wijkteam Oost',
      'Gekoppeld: veilig-thuis, wijkteam-noord, cjg-zuid',
      'Gesprek gekoppeld aan CJG Zuid (een beheerder)',
      'Adresboek ingelezen: beheerders 1 erbij',
      'Beleid in gebruik: richtlijn-0.3',
    ])
      expect(tekst).toContain(deel);
    for (const naam of [VERA.naam, NOOR.naam, 'Otto Berg']) expect(tekst).not.toContain(naam);
  });

  test('that somebody stands behind every step, once it is so', async () => {
    const wereld = await maakWereld();
    await wereld.typ(BEA, 'koppel stuurgroep', 'oost');
    await wereld.herstart(compleet('2026-11-23T00:00:00+01:00'));
    const { tekst } = await wereld.typ(BEA, 'adresboek');
    expect(tekst).toContain('Achter elke stap staat iemand');
    expect(tekst).not.toContain('niet bijgewerkt');
    expect(tekst).toContain('Adresboek gewijzigd: contactambtenaren van gemeente Roosendaal 1 erbij;');
  });

  test('that the file that was given is older than what is in force', async () => {
    const wereld = await maakWereld();
    await wereld.herstart(compleet('2025-12-01T00:00:00+01:00'));
    const { tekst } = await wereld.typ(BEA, 'adresboek');
    expect(tekst).toContain('adresboek.json is niet gebruikt: het is van ma 1 dec 2025 00:00');
    expect(tekst).toContain('het adresboek in gebruik is van do 1 jan 2026 00:00');
    expect(tekst).toContain('Er ontbreken mensen');
  });
});

describe('the journal of adresboek, beleid and links (domein.md §9)', () => {
  test('holds when, which file, what it was and became, and who linked; no name of a person', async () => {
    const wereld = await maakWereld({ gekoppeld: ['vt'] });
    await wereld.naar('2026-11-24T10:00:00+01:00');
    await wereld.koppel('vt');
    await wereld.typ(BEA, 'ontkoppel', 'vt');
    await wereld.typ(BEA, 'ontkoppel', 'vt');
    await wereld.herstart(compleet('2026-11-24T00:00:00+01:00'));
    const gebeurtenissen = (await journaal(wereld)).filter(({ soort }) => soort !== 'bericht-bezorgd');
    expect(gebeurtenissen.map(({ soort }) => soort)).toEqual([
      'instelling-gewijzigd',
      'instelling-gewijzigd',
      'koppeling-gevraagd',
      'koppeling-goedgekeurd',
      'gekoppeld',
      'ontkoppeld',
      'instelling-gewijzigd',
    ]);
    const [, eerste, gevraagd, goedgekeurd, gekoppeld, , tweede] = gebeurtenissen;
    // Whoever must agree has to know who asks, so only that event holds a name.
    expect(gevraagd).toMatchObject({
      op: '2026-11-23T08:00:00.000Z',
      door: { rol: 'beheerder', kanaal: 'teams', id: BEA.aadObjectId, naam: BEA.naam },
      gegevens: { organisatie: 'veilig-thuis', conversatie: KANALEN.vt.conversatie },
    });
    for (const een of [goedgekeurd, gekoppeld])
      expect(een).toMatchObject({
        op: '2026-11-23T08:00:00.000Z',
        door: { rol: 'vt-leidinggevende', kanaal: 'teams', id: LOES.aadObjectId },
        gegevens: { organisatie: 'veilig-thuis' },
      });
    expect(tweede).toMatchObject({
      op: '2026-11-24T09:00:00.000Z',
      door: { rol: 'beheerder', kanaal: 'bestand' },
      gegevens: {
        wat: 'adresboek',
        bestand: expect.stringMatching(/adresboek\.json$/),
        van: eerste?.soort === 'instelling-gewijzigd' && eerste.gegevens.naar,
        naar: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    const zonderVraag = gebeurtenissen.filter((een) => een !== gevraagd);
    for (const { naam } of [VERA, NOOR, LOES, JOOST, BEA]) expect(JSON.stringify(zonderVraag)).not.toContain(naam);
  });

  test('grows by nothing when the bot starts again with the same file, or with one that is not used', async () => {
    const wereld = await maakWereld();
    const voor = await soorten(wereld);
    await wereld.herstart();
    await wereld.herstart(compleet('2025-12-01T00:00:00+01:00'));
    expect(await soorten(wereld)).toEqual(voor);
  });

  test('is no casus that anyone can ask for', async () => {
    const wereld = await maakWereld();
    expect((await wereld.api('GET', '/api/v1/casussen/~beheer')).status).toBe(404);
    const { body } = await wereld.api('GET', '/api/v1/casussen');
    expect(JSON.stringify(body)).not.toContain('beheer');
    expect((await wereld.typ(VERA, 'openstaand')).tekst).not.toContain('beheer');
  });
});
