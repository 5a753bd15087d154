/**
 * A casus that cannot be read stops nobody else (bouw.md §2, rule 15): in every fase of the broken one, and in every loop
 * over casussen, the others are told what they would be told without it.
 */
import { describe, expect, test } from 'vitest';
import type { FaseNaam } from '../../src/kern/casus.ts';
import { WACHTLIJST_VT } from '../../src/toepassing/casus/wachtlijstregistratie.ts';
import { BEA, HANNA, HAVEN, ILSE, KANALEN, LOES, NOOR, NOORD, VERA, ZUID } from './mensen.ts';
import { draagOver, KOUD, meld, NAAR_LOKAAL } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

/** The broken one comes first wherever casussen go by number. */
const K = 'VT-2026-0001';
const A = 'VT-2026-0011';
const B = 'VT-2026-0012';
const C = 'VT-2026-0013';
const D = 'VT-2026-0014';
const E = 'VT-2026-0015';

/** The first event of its journal is gone: whoever reads it as a casus throws. */
async function maakStuk(wereld: Wereld, casusnummer: string): Promise<void> {
  const { opslag } = wereld.toepassing().omgeving;
  const gelezen = await opslag.lees(casusnummer);
  if (!gelezen) throw new Error('geen casus');
  const [, ...rest] = gelezen.waarde.journaal;
  await opslag.vervang({ ...gelezen.waarde, journaal: [null as never, ...rest] }, gelezen.etag);
}

type Weg = (wereld: Wereld, casusnummer: string) => Promise<unknown>;

const bijHaven = async (
  wereld: Wereld,
  casusnummer: string,
  daden: [string, Record<string, unknown>?][],
): Promise<void> => {
  await draagOver(wereld, casusnummer, { team: HAVEN });
  for (const [verb, velden] of daden) await wereld.klik(HANNA, verb, { casusnummer, overdracht: 1, ...velden });
};

/** How a casus comes to be in each fase. */
const WEG: Record<FaseNaam, Weg> = {
  triage: meld,
  async 'bij-veilig-thuis'(wereld, casusnummer) {
    await meld(wereld, casusnummer);
    await wereld.vt(casusnummer, { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'onderzoek' });
  },
  overgedragen: (wereld, casusnummer) => bijHaven(wereld, casusnummer, []),
  ontvangen: (wereld, casusnummer) => bijHaven(wereld, casusnummer, [['ontvangst-bevestigen']]),
  opgepakt: (wereld, casusnummer) =>
    bijHaven(wereld, casusnummer, [['ontvangst-bevestigen'], ['oppakken', { casusregisseur: 'wijkteam' }]]),
  meningsverschil: (wereld, casusnummer) =>
    bijHaven(wereld, casusnummer, [['meningsverschil-melden', { toelichting: 'Niet eens.' }]]),
  async 'bij-clientsysteem'(wereld, casusnummer) {
    await meld(wereld, casusnummer);
    const velden = { voldoendeMogelijkheden: true, bereidZonderControle: true };
    await wereld.vt(casusnummer, { soort: 'triage-afronden', besluit: 'clientsysteem', ...velden });
  },
  async afgesloten(wereld, casusnummer) {
    await meld(wereld, casusnummer);
    await wereld.vt(casusnummer, { soort: 'triage-afronden', besluit: 'geen-zorgen' });
  },
  // Last: to a team with a wachtlijst nothing more is handed over.
  wachtlijst: (wereld, casusnummer) => bijHaven(wereld, casusnummer, [['wachtlijst-melden', { toelichting: 'Vol.' }]]),
};
const FASEN = Object.keys(WEG) as FaseNaam[];

async function gereed(wereld: Wereld): Promise<{ status: number; body: Record<string, unknown> }> {
  const antwoord = await fetch(`${wereld.toepassing().url}/readyz`);
  return { status: antwoord.status, body: (await antwoord.json()) as Record<string, unknown> };
}

/** What everybody else is told in eleven days: terms that pass, ladders, bundles, VT's wachtlijst. */
async function overDeAnderen(wereld: Wereld, stuk: readonly string[] = []): Promise<string[]> {
  await wereld.nieuws();
  for (const casusnummer of [A, B, C]) await draagOver(wereld, casusnummer, { team: casusnummer === B ? ZUID : NOORD });
  for (const casusnummer of [D, E]) await meld(wereld, casusnummer);
  await wereld.naar('2026-12-02T09:00:00+01:00', stuk);
  await wereld.vt(D, NAAR_LOKAAL);
  await wereld.vt(D, KOUD(NOORD));
  await wereld.naar('2026-12-03T13:00:00+01:00', stuk);
  return wereld.nieuws();
}

describe('a casus that cannot be read', () => {
  let zonder: string[] | undefined;

  test('is not there: the others are told what they are told', async () => {
    zonder = await overDeAnderen(await maakWereld());
    expect(zonder.length).toBeGreaterThan(20);
  });

  /** Fewer at a time than the others: when half cannot be read it is this server, and no casus. */
  test.each([[FASEN.slice(0, 5)], [FASEN.slice(5)]])(
    'in each of the fasen %s: the others are told as if it were not there, and the round, /readyz and the auditor go on',
    async (fasen) => {
      zonder ??= await overDeAnderen(await maakWereld());
      const wereld = await maakWereld();
      const { opslag } = wereld.toepassing().omgeving;
      const stuk = fasen.map((_, nr) => `VT-2026-000${nr + 1}`);
      for (const [nr, fase] of fasen.entries()) {
        const casusnummer = stuk[nr] ?? '';
        await WEG[fase](wereld, casusnummer);
        expect((await opslag.lees(casusnummer))?.waarde.fase).toBe(fase);
      }
      for (const casusnummer of stuk) await maakStuk(wereld, casusnummer);
      const gezegd = await overDeAnderen(wereld, stuk);
      expect(gezegd).toEqual(zonder);
      const { bevindingen } = await wereld.toezicht();
      expect(bevindingen.map(({ soort, waar }) => `${soort} ${waar}`).toSorted()).toEqual(
        stuk.map((casusnummer) => `casus-onleesbaar ${casusnummer}`),
      );
      const { tekst } = await wereld.zie('vt', 'De bot waakt');
      for (const casusnummer of stuk) expect(tekst).toContain(casusnummer);
      expect(await gereed(wereld)).toMatchObject({ status: 200, body: { ronde: true, redenen: [] } });
    },
  );

  const overgeslagen = async (wereld: Wereld, lus: string): Promise<boolean> => {
    const tekst = await (await fetch(`${wereld.toepassing().url}/metrics`)).text();
    return new RegExp(`^casussen_overgeslagen_totaal\\{lus="${lus}"\\} [1-9]`, 'm').test(tekst);
  };

  test('the record of the wachtlijst of VT cannot be read: the bundled pings go out, the round ends, a click is answered', async () => {
    const wereld = await maakWereld();
    for (const casusnummer of [D, E]) await meld(wereld, casusnummer);
    await wereld.naar('2026-12-01T09:00:00+01:00');
    for (const casusnummer of [A, B, C])
      await draagOver(wereld, casusnummer, { team: casusnummer === B ? ZUID : NOORD });
    await maakStuk(wereld, WACHTLIJST_VT);
    await wereld.nieuws();
    wereld.klok.zet('2026-12-04T08:31:00.000Z');
    const verlopen = ['noord (draad): Termijn', 'zuid (draad): Termijn', 'vt: 3 casussen vragen om actie'];
    expect(await wereld.ronde()).toMatchObject({ mislukt: expect.any(Number) });
    const gezegd = await wereld.gezegd();
    for (const deel of verlopen) expect(gezegd.join('\n')).toContain(deel);
    expect(await gereed(wereld)).toMatchObject({ status: 200, body: { ronde: true } });
    expect((await wereld.klik(VERA, 'gescreend', { casusnummer: D })).soort).toBe('kaart');
    expect(await wereld.soorten(D)).toContain('gescreend');
    expect(await overgeslagen(wereld, 'wachtlijst')).toBe(true);
    expect((await wereld.toezicht()).bevindingen).toContainEqual({ soort: 'casus-onleesbaar', waar: WACHTLIJST_VT });
  });

  test('the gemeente intervenes: every other casus of the team is free, and who recorded it hears of the one that is not', async () => {
    const wereld = await maakWereld();
    for (const casusnummer of [K, A, C]) await draagOver(wereld, casusnummer);
    for (const casusnummer of [K, A, C])
      await wereld.klik(NOOR, 'wachtlijst-melden', { casusnummer, overdracht: 1, toelichting: 'Vol.' });
    await meld(wereld, B);
    await wereld.vt(B, NAAR_LOKAAL);
    await maakStuk(wereld, K);
    const interventie = { soort: 'interventie-gemeente-vastleggen', wat: 'Uren erbij' };
    const { tekst } = await wereld.klik(VERA, interventie.soort, { casusnummer: A, overdracht: 1, ...interventie });
    expect(tekst).toContain('Vastgelegd. Maar bij 1 andere casus');
    expect(tekst).not.toContain(K);
    for (const nr of [A, C]) expect(await wereld.soorten(nr)).toContain('interventie-gemeente-vastgelegd');
    // The wachtlijst is the team's, and has ended: the one that cannot be read stands in no other's way (§4.2).
    expect((await wereld.api('POST', `/api/v1/casussen/${B}/opdrachten`, KOUD(NOORD))).status).toBe(200);
  });

  test('a channel is linked: the cards of the others come, and it says of how many none comes', async () => {
    const wereld = await maakWereld();
    for (const casusnummer of [K, A, B]) await draagOver(wereld, casusnummer, { team: HAVEN });
    await maakStuk(wereld, K);
    await wereld.nieuws();
    await wereld.koppel('haven');
    const gezegd = (await wereld.gezegd()).filter((regel) => regel.includes('haven'));
    expect(gezegd).toEqual(expect.arrayContaining([A, B].map((nr) => expect.stringContaining(`Overdracht ${nr}`))));
    const { conversatie } = KANALEN.haven;
    const staatEr = JSON.stringify(wereld.connector.gesprekken.get(conversatie));
    expect(staatEr).toContain('Van 1 casus kan ik de kaart hier niet plaatsen');
    expect(staatEr).not.toContain(K);
    expect(await overgeslagen(wereld, 'kaarten')).toBe(true);
  });

  test('bezorging: what waits in the others is listed, and the one that cannot be read is named', async () => {
    const wereld = await maakWereld();
    wereld.connector.stoor(
      { soort: 'weiger', status: 503 },
      { methode: 'POST', conversatie: KANALEN.noord.conversatie, keer: 9 },
    );
    for (const casusnummer of [K, A]) await draagOver(wereld, casusnummer);
    await maakStuk(wereld, K);
    const { tekst } = await wereld.typ(BEA, 'bezorging');
    expect(tekst).toContain(A);
    expect(tekst).toContain(`Van ${K} kan ik niet lezen welke berichten wachten`);
  });

  test('it counts as a meningsverschil that returns: the stuurgroep is told rather once too often (§4.3)', async () => {
    const wereld = await maakWereld();
    await wereld.typ(BEA, 'koppel stuurgroep', 'oost');
    for (const casusnummer of [K, A]) {
      await draagOver(wereld, casusnummer);
      const vast = { casusnummer, overdracht: 1 };
      await wereld.klik(NOOR, 'ontvangst-bevestigen', vast);
      await wereld.klik(NOOR, 'meningsverschil-melden', { ...vast, toelichting: 'Niet eens.' });
      await wereld.klik(ILSE, 'meningsverschil-opschalen', { ...vast, vanStap: 1 });
      await wereld.klik(LOES, 'meningsverschil-opschalen', { ...vast, vanStap: 2 });
      if (casusnummer === K) await wereld.ronde();
      if (casusnummer === K) await maakStuk(wereld, K);
    }
    await wereld.ronde();
    expect((await wereld.zie('oost', 'tuurgroep', '2 keer een meningsverschil')).tekst).toContain(A);
  });

  test('it breaks between its round and its bundle: the others of that bundle arrive', async () => {
    const wereld = await maakWereld();
    for (const casusnummer of [K, A, B, C, D]) await draagOver(wereld, casusnummer);
    await wereld.naar('2026-11-25T08:00:00+01:00');
    await wereld.nieuws();
    wereld.klok.zet('2026-11-26T08:31:00.000Z');
    const { opslag } = wereld.toepassing().omgeving;
    const { vervang } = opslag;
    opslag.vervang = async (document, etag) => {
      const geschreven = await vervang(document, etag);
      if (document.id !== K || !geschreven) return geschreven;
      opslag.vervang = vervang;
      return vervang({ ...document, journaal: [null as never, ...document.journaal.slice(1)] }, geschreven.etag);
    };
    await wereld.ronde();
    const { tekst } = await wereld.zie('vt', '4 casussen');
    for (const casusnummer of [A, B, C, D]) expect(tekst).toContain(casusnummer);
    expect(tekst).not.toContain(K);
  });

  test('lists and "mijn gegevens" go on, and who asks for the casus itself hears that something went wrong', async () => {
    const wereld = await maakWereld();
    for (const casusnummer of [K, A]) await draagOver(wereld, casusnummer);
    const voor = [await wereld.typ(VERA, 'openstaand'), await wereld.typ(NOOR, 'mijn gegevens')];
    await maakStuk(wereld, K);
    expect([await wereld.typ(VERA, 'openstaand'), await wereld.typ(NOOR, 'mijn gegevens')]).toEqual(voor);
    expect((await wereld.api('GET', '/api/v1/casussen')).status).toBe(200);
    expect((await wereld.typ(VERA, `status ${A}`)).tekst).toContain(A);
    expect((await wereld.typ(VERA, `status ${K}`)).tekst).toContain('ging iets mis');
  });

  test('the own record of the auditor cannot be read: it walks on, /readyz shows it, and the others are told', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, A);
    await wereld.naar('2026-11-24T09:00:00+01:00');
    await wereld.toezicht();
    const [eigen] = (await wereld.toepassing().omgeving.opslag.zoek({ na: 'eigen', maximum: 50 })).filter(({ id }) =>
      id.includes('toezicht'),
    );
    await maakStuk(wereld, eigen?.id ?? '');
    await wereld.naar('2026-11-25T09:00:00+01:00');
    const { bevindingen } = await wereld.toezicht();
    expect(bevindingen).toEqual([{ soort: 'casus-onleesbaar', waar: eigen?.id }]);
    expect(await gereed(wereld)).toMatchObject({ status: 200, body: { waarschuwingen: ['casus-onleesbaar'] } });
  });
});
