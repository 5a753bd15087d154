/** Members by the roster of Teams: who is in the team may act, from its next question on and no longer (domein.md §8). */
import { describe, expect, test } from 'vitest';
import { BOT, TENANT } from '../steun/teams.ts';
import { ILSE, KANALEN, NOOR, NOORD, ONNO, VERA, ZITA, type KanaalNaam, type Mens } from './mensen.ts';
import { draagOver } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';
const GEEN = 'Deze casus is niet gevonden, of je hebt er geen toegang toe.';

const plaats = (wereld: Wereld, kanaal: KanaalNaam, ...mensen: Mens[]): void =>
  void wereld.connector.leden.set(
    KANALEN[kanaal].conversatie,
    mensen.map(({ aadObjectId, naam }) => ({ id: `29:${aadObjectId}`, name: naam, aadObjectId, tenantId: TENANT })),
  );
const weg = (wereld: Wereld, kanaal: KanaalNaam, { aadObjectId }: Mens): Promise<void> =>
  wereld.gebeurtenis(KANALEN[kanaal].conversatie, {
    type: 'conversationUpdate',
    membersRemoved: [{ id: `29:${aadObjectId}` }],
  });
const verzoeken = (wereld: Wereld): number =>
  wereld.connector.aanroepen.filter(({ pad }) => pad.endsWith('/pagedmembers')).length;

async function overgedragen(...inNoord: Mens[]): Promise<Wereld> {
  const wereld = await maakWereld();
  plaats(wereld, 'noord', ...inNoord);
  await weg(wereld, 'noord', ONNO);
  await draagOver(wereld, X);
  return wereld;
}
const bevestig = async (wereld: Wereld, wie: Mens) =>
  wereld.klikOp(wie, await wereld.zie('noord', 'Overdracht'), 'ontvangst-bevestigen');

describe('someone who is in the team and in no adresboek', () => {
  test('confirms the receipt, as a member of that team', async () => {
    const wereld = await overgedragen(ONNO);
    expect((await bevestig(wereld, ONNO)).soort).toBe('kaart');
    expect(await wereld.wie(X)).toBe(NOORD);
    const { body } = await wereld.api('GET', `/api/v1/casussen/${X}`);
    expect(JSON.stringify(body['journaal'])).toContain(
      JSON.stringify({ rol: 'team-lid', kanaal: 'teams', id: ONNO.aadObjectId, naam: ONNO.naam, namens: NOORD }),
    );
  });

  test('a guest of the team’s tenant sees nothing of it and can do nothing (§8)', async () => {
    const wereld = await overgedragen(ONNO);
    const lijst = wereld.connector.leden.get(KANALEN.noord.conversatie) ?? [];
    wereld.connector.leden.set(
      KANALEN.noord.conversatie,
      lijst.map((een) => ({ ...een, userRole: 'guest' })),
    );
    await weg(wereld, 'noord', NOOR);
    expect((await wereld.typ(ONNO, `status ${X}`)).tekst).toBe(GEEN);
    expect((await bevestig(wereld, ONNO)).soort).toBe('tekst');
    expect(await wereld.wie(X)).toBe('veilig-thuis');
  });

  test('asks, and finds the casus of the team in the list; of another team it stays unknown', async () => {
    const wereld = await overgedragen(ONNO);
    expect((await wereld.typ(ONNO, `status ${X}`)).tekst).toContain(X);
    expect((await wereld.typ(ONNO, 'openstaand')).tekst).toContain(X);
    expect((await wereld.typ(ZITA, `status ${X}`)).tekst).toBe(GEEN);
  });

  test('leads nobody: the steps for a leidinggevende are for who is so in the adresboek (§4.3)', async () => {
    const wereld = await overgedragen(ONNO);
    await wereld.vt(X, { soort: 'meningsverschil-melden', toelichting: 'oneens' });
    await wereld.vt(X, { soort: 'meningsverschil-opschalen' });
    const oplossen = (wie: Mens) =>
      wereld.klik(wie, 'meningsverschil-oplossen', { casusnummer: X, uitkomst: 'lokale-toegang' });
    expect((await oplossen(ONNO)).tekst).toContain('Jij kunt dit niet doen');
    expect((await oplossen(ILSE)).soort).toBe('kaart');
  });

  test('works for Veilig Thuis when that is the team', async () => {
    const wereld = await maakWereld();
    plaats(wereld, 'vt', ONNO);
    await weg(wereld, 'vt', NOOR);
    expect((await wereld.typ(ONNO, 'nieuwe casus')).knoppen.map(({ verb }) => verb)).toContain('nieuwe-casus');
  });
});

describe('what is asked of Teams', () => {
  test('once for a roster, whatever is clicked and typed after it; for the API nothing at all', async () => {
    const wereld = await overgedragen(ONNO);
    const kaart = await wereld.zie('noord', 'Overdracht');
    const voor = verzoeken(wereld);
    await wereld.klikOp(ONNO, kaart, 'ontvangst-bevestigen');
    // Of the channel in which it was clicked, and no other.
    const na = verzoeken(wereld);
    expect(na - voor).toBe(1);
    await wereld.klikOp(ONNO, kaart, 'ontvangst-bevestigen');
    await wereld.typ(ONNO, `status ${X}`);
    await wereld.api('GET', `/api/v1/casussen/${X}`);
    expect(verzoeken(wereld)).toBe(na);
    // A list is of every team that somebody is in.
    await wereld.typ(ZITA, 'openstaand');
    await wereld.typ(ZITA, 'openstaand');
    expect(verzoeken(wereld) - na).toBeLessThanOrEqual(2);
  });
});

describe('who leaves the team', () => {
  test('has no access from the word of Teams on', async () => {
    const wereld = await overgedragen(ONNO);
    expect((await wereld.typ(ONNO, `status ${X}`)).tekst).toContain(X);
    plaats(wereld, 'noord');
    await weg(wereld, 'noord', ONNO);
    expect((await wereld.typ(ONNO, `status ${X}`)).tekst).toBe(GEEN);
    expect((await bevestig(wereld, ONNO)).tekst).toBe(GEEN);
    expect(await wereld.wie(X)).toBe('veilig-thuis');
  });

  test('has none after five minutes when Teams says nothing', async () => {
    const wereld = await overgedragen(ONNO);
    await wereld.typ(ONNO, `status ${X}`);
    plaats(wereld, 'noord');
    await wereld.naar('2026-11-23T09:05:00+01:00');
    expect((await bevestig(wereld, ONNO)).tekst).toBe(GEEN);
  });

  test('has none when the channel is no longer the team’s', async () => {
    const wereld = await overgedragen(ONNO);
    await wereld.typ(ONNO, `status ${X}`);
    await wereld.koppel('vt');
    await wereld.toepassing().adressen.ontkoppel(KANALEN.noord.conversatie);
    await wereld.koppel('zuid');
    expect((await wereld.typ(ONNO, `status ${X}`)).tekst).toBe(GEEN);
  });
});

describe('Teams does not give the roster', () => {
  const gesloten = async (): Promise<Wereld> => {
    const wereld = await overgedragen(ONNO, NOOR);
    wereld.connector.stoor(
      { soort: 'weiger', status: 503 },
      { methode: 'GET', conversatie: KANALEN.noord.conversatie },
    );
    return wereld;
  };

  test('who is a member by it alone is refused and hears what to do; nobody gets in', async () => {
    const wereld = await gesloten();
    for (const tekst of [
      (await wereld.typ(ONNO, `status ${X}`)).tekst,
      (await bevestig(wereld, ONNO)).tekst,
      (await wereld.typ(ONNO, 'status VT-2026-9999')).tekst,
    ]) {
      expect(tekst).toContain(GEEN);
      expect(tekst).toContain('Probeer het over een minuut opnieuw');
      expect(tekst).toContain('Bel Veilig Thuis');
    }
    expect((await wereld.typ(ONNO, 'openstaand')).tekst).toContain('Misschien mist hier een casus');
    expect(await wereld.wie(X)).toBe('veilig-thuis');
  });

  test('of one team: who belongs to another is answered as ever, also in a list, and hears nothing of it', async () => {
    const wereld = await gesloten();
    await bevestig(wereld, ONNO);
    const voor = verzoeken(wereld);
    expect((await wereld.typ(ZITA, 'openstaand')).tekst).not.toContain('Misschien mist hier een casus');
    expect((await wereld.typ(ZITA, `status ${X}`)).tekst).toBe(GEEN);
    expect((await wereld.typ(VERA, `status ${X}`)).tekst).toContain(X);
    const gevraagd = wereld.connector.aanroepen.filter(({ pad }) => pad.endsWith('/pagedmembers')).slice(voor);
    expect(gevraagd.map(({ conversatie }) => conversatie)).not.toContain(KANALEN.noord.conversatie);
  });

  test('who is in the adresboek works on', async () => {
    const wereld = await gesloten();
    expect((await bevestig(wereld, NOOR)).soort).toBe('kaart');
    expect(await wereld.wie(X)).toBe(NOORD);
  });

  test('and gives it again: the same person gets in', async () => {
    const wereld = await overgedragen(ONNO);
    const storing = { methode: 'GET', conversatie: KANALEN.noord.conversatie, keer: 1 };
    wereld.connector.stoor({ soort: 'weiger', status: 503 }, storing);
    expect((await bevestig(wereld, ONNO)).tekst).toContain(GEEN);
    await wereld.naar('2026-11-23T09:01:00+01:00');
    expect((await bevestig(wereld, ONNO)).soort).toBe('kaart');
  });
});

test('no name, id or size of a roster stands in the log', async () => {
  const wereld = await overgedragen(ONNO, NOOR);
  plaats(wereld, 'zuid', ZITA);
  await bevestig(wereld, ONNO);
  wereld.connector.stoor({ soort: 'weiger', status: 403, body: { error: { code: 'Forbidden', message: ONNO.naam } } });
  await weg(wereld, 'noord', ONNO);
  await wereld.typ(ONNO, 'openstaand');
  const log = wereld.log.join('\n');
  expect(log).toContain('ledenlijst niet op te halen');
  for (const { naam, aadObjectId } of [ONNO, NOOR, ZITA]) {
    expect(log).not.toContain(naam);
    expect(log).not.toContain(aadObjectId);
  }
  expect(log).not.toContain(BOT.id);
  expect(log).toContain(NOORD);
});
