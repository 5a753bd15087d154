/** A team sees a casus while it has it, and its own part after; a gemeente how it stands, and nobody's words (domein.md §8). */
import { describe, expect, test } from 'vitest';
import { ILSE, JOOST, NOOR, NOORD, VERA, ZITA, ZUID, type Mens } from './mensen.ts';
import { draagOver, KOUD, meld, NAAR_LOKAAL, WARM } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';
const Y = 'VT-2026-0002';
const GEEN = 'Deze casus is niet gevonden, of je hebt er geen toegang toe.';
const WEG = 'alleen over de tijd dat hij bij jouw team was';

const klik = (wereld: Wereld, wie: Mens, verb: string, data: object = {}) =>
  wereld.klik(wie, verb, { casusnummer: X, ...data });
const wieIs = async (wereld: Wereld, wie: Mens, op = ''): Promise<string> =>
  (await wereld.typ(wie, `wie is verantwoordelijk voor casus ${X} ${op}`)).tekst;

/** The numbers of the events of this soort in the journal. */
const nummers = async (wereld: Wereld, soort: string): Promise<number[]> =>
  (await wereld.soorten(X)).flatMap((een, index) => (een === soort ? [index + 1] : []));
/** What someone reads behind "Lees de toelichting" of the first event of this soort, or of a later one. */
async function toelichting(wereld: Wereld, wie: Mens, soort: string, keer = 1): Promise<string> {
  const gebeurtenis = (await nummers(wereld, soort))[keer - 1];
  if (gebeurtenis === undefined) throw new Error(`${soort} kwam geen ${keer} keer voor`);
  return (await klik(wereld, wie, 'toelichting', { gebeurtenis })).tekst;
}

/** Noord had it from Monday 9:00 till Tuesday 9:00; on Tuesday 10:00 it went to CJG Zuid, which has it now. */
async function doorgegaan(): Promise<Wereld> {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  await wereld.naar('2026-11-23T10:00:00+01:00');
  await klik(wereld, NOOR, 'ontvangst-bevestigen', { overdracht: 1 });
  await klik(wereld, NOOR, 'signaleren', {
    overdracht: 1,
    wat: 'afspraken-niet-nagekomen',
    toelichting: 'Woord van Noord',
  });
  await wereld.naar('2026-11-24T09:00:00+01:00');
  await wereld.vt(X, { soort: 'terugnemen', reden: 'Woord van Veilig Thuis' });
  await wereld.naar('2026-11-24T10:00:00+01:00');
  await wereld.vt(X, WARM(ZUID, wereld.klok.nu()));
  await wereld.naar('2026-11-24T11:00:00+01:00');
  await klik(wereld, ZITA, 'ontvangst-bevestigen', { overdracht: 2 });
  await klik(wereld, ZITA, 'signaleren', {
    overdracht: 2,
    wat: 'medewerking-geweigerd',
    toelichting: 'Woord van Zuid',
  });
  return wereld;
}

describe('the team that a casus has left', () => {
  test('reads in the status how it was when it left, and nothing of where it went', async () => {
    const wereld = await doorgegaan();
    const { tekst, knoppen } = await wereld.typ(NOOR, `status ${X}`);
    expect(tekst).toContain('Op di 24 nov 2026 09:00 had zicht op veiligheid');
    expect(tekst).toContain('Teruggenomen door Veilig Thuis');
    // Why stands behind a button (§7), and of this it is the team's to read: it ended its own part.
    expect(tekst).not.toContain('Woord van');
    const lees = knoppen.find(({ verb }) => verb === 'toelichting');
    expect(lees?.data['gebeurtenis']).toBe((await nummers(wereld, 'teruggenomen'))[0]);
    expect((await wereld.klik(NOOR, 'toelichting', lees?.data)).tekst).toContain('Woord van Veilig Thuis');
    for (const later of ['CJG Zuid', 'Zita', '10:00', '11:00', 'overgedragen']) expect(tekst).not.toContain(later);
  });

  test.each([
    ['op 23 november 2026 09:30', 'Veilig Thuis West-Brabant'],
    ['op 23 november 2026 12:00', 'Wijkteam Noord'],
    ['op 24 november 2026 08:59', 'Wijkteam Noord'],
  ])('may ask who was responsible %s, within its own part', async (op, wie) => {
    expect(await wieIs(await doorgegaan(), NOOR, op)).toContain(wie);
  });

  test.each(['', 'op 24 november 2026 09:00', 'op 24 november 2026 10:30', 'op 23 november 2026 08:59'])(
    'may not ask it %s, outside its part',
    async (op) => {
      const antwoord = await wieIs(await doorgegaan(), NOOR, op);
      expect(antwoord).toContain(WEG);
      expect(antwoord).not.toContain('CJG');
    },
  );

  test('reads in the tijdlijn its own part only', async () => {
    const wereld = await doorgegaan();
    const { tekst, keuzes } = await wereld.typ(NOOR, `tijdlijn ${X}`);
    for (const deel of [
      'Koude overdracht verzonden aan Wijkteam Noord',
      'Noor Verbeek',
      'veiligheidsafspraken worden niet nagekomen',
      'Teruggenomen door Veilig Thuis',
    ])
      expect(tekst).toContain(deel);
    for (const deel of ['Melding ontvangen', 'CJG Zuid', 'Zita', 'medewerking', 'Woord van'])
      expect(tekst).not.toContain(deel);
    const [vanNoord = 0, vanZuid = 0] = await nummers(wereld, 'gesignaleerd');
    const [terug = 0] = await nummers(wereld, 'teruggenomen');
    expect(keuzes['gebeurtenis']).toEqual([vanNoord, terug].map(String));
    const lees = async (gebeurtenis: number) => (await klik(wereld, NOOR, 'toelichting', { gebeurtenis })).tekst;
    expect(await lees(vanNoord)).toContain('Woord van Noord');
    expect(await lees(terug)).toContain('Woord van Veilig Thuis');
    expect(await lees(vanZuid)).toBe(GEEN);
  });

  test('finds it on no list; the team that has it does', async () => {
    const wereld = await doorgegaan();
    expect((await wereld.typ(NOOR, 'openstaand')).tekst).not.toContain(X);
    expect((await wereld.typ(ZITA, 'openstaand')).tekst).toContain(X);
    await wereld.naar('2026-12-20T12:00:00+01:00');
    expect((await wereld.typ(NOOR, 'te laat')).tekst).not.toContain(X);
    expect((await wereld.typ(ZITA, 'te laat')).tekst).toContain(X);
  });

  test('opens the content that was handed to it, and not what was handed to another', async () => {
    const wereld = await doorgegaan();
    expect((await klik(wereld, NOOR, 'bekijk-overdracht', { overdracht: 1 })).tekst).toContain('De politie kwam');
    expect((await klik(wereld, NOOR, 'bekijk-overdracht', { overdracht: 2 })).tekst).toBe(GEEN);
    expect((await klik(wereld, ZITA, 'bekijk-overdracht', { overdracht: 1 })).tekst).toBe(GEEN);
  });

  test('gets no more by a button that claims to stand on another card', async () => {
    const wereld = await doorgegaan();
    for (const kaart of ['overdracht', 'volgkaart', 'ping', 'voortgang', 'screening', 'status']) {
      for (const [nr, fase] of [
        [1, 'herstel'],
        [2, 'veiligheidsplan'],
      ] as const) {
        // This one asks about no overdracht in particular, so that it is done whatever the card says.
        const vals = { kaart, overdracht: nr, fase };
        expect((await klik(wereld, NOOR, 'aanpakfase-vastleggen', vals)).tekst).not.toMatch(/CJG|Zita/);
        const vanZuid = await klik(wereld, ZITA, 'aanpakfase-vastleggen', vals);
        expect(vanZuid.soort).toBe('kaart');
        expect(vanZuid.tekst).not.toMatch(/Noor Verbeek|Woord van|[Ss]creening/);
      }
    }
  });

  test('gets it back: it sees both its parts, and that there was another between', async () => {
    const wereld = await doorgegaan();
    await wereld.naar('2026-11-25T09:00:00+01:00');
    await wereld.vt(X, { soort: 'terugnemen', reden: 'Weer een woord' });
    await wereld.vt(X, WARM(NOORD, wereld.klok.nu()));
    const { tekst, keuzes } = await wereld.typ(NOOR, `tijdlijn ${X}`);
    expect(tekst).toContain('Koude overdracht verzonden aan Wijkteam Noord');
    expect(tekst).toContain('Warme overdracht verzonden aan CJG Zuid');
    expect(tekst).toContain('Warme overdracht verzonden aan Wijkteam Noord');
    for (const deel of ['Zita', 'Weer een woord', 'Woord van']) expect(tekst).not.toContain(deel);
    const [vanNoord = 0] = await nummers(wereld, 'gesignaleerd');
    const [terug = 0] = await nummers(wereld, 'teruggenomen');
    expect(keuzes['gebeurtenis']).toEqual([vanNoord, terug].map(String));
    expect(await toelichting(wereld, NOOR, 'teruggenomen')).toContain('Woord van Veilig Thuis');
    expect(await toelichting(wereld, NOOR, 'teruggenomen', 2)).toBe(GEEN);
    expect(await toelichting(wereld, ZITA, 'teruggenomen', 2)).toContain('Weer een woord');
    expect(await wieIs(wereld, NOOR, 'op 24 november 2026 12:00')).toContain('CJG Zuid');
    expect((await wereld.typ(NOOR, `status ${X}`)).tekst).not.toContain('Op di 24');
    expect((await wereld.typ(ZITA, `status ${X}`)).tekst).toContain('Op wo 25 nov 2026 09:00');
  });
});

describe('the team that has a casus now', () => {
  test('knows what happened before, without the names and words of others', async () => {
    const wereld = await doorgegaan();
    const { tekst, keuzes } = await wereld.typ(ZITA, `tijdlijn ${X}`);
    for (const deel of ['Melding ontvangen', 'Ontvangst bevestigd door het team', 'Teruggenomen door Veilig Thuis'])
      expect(tekst).toContain(deel);
    for (const deel of ['Noor Verbeek', 'Woord van']) expect(tekst).not.toContain(deel);
    expect(tekst).toContain('Zita Smit');
    const [, vanZuid = 0] = await nummers(wereld, 'gesignaleerd');
    expect(keuzes['gebeurtenis']).toEqual([String(vanZuid)]);
    for (const soort of ['gesignaleerd', 'teruggenomen']) expect(await toelichting(wereld, ZITA, soort)).toBe(GEEN);
    expect(await toelichting(wereld, ZITA, 'gesignaleerd', 2)).toContain('Woord van Zuid');
    expect(await toelichting(wereld, VERA, 'gesignaleerd')).toContain('Woord van Noord');
    expect(await toelichting(wereld, VERA, 'teruggenomen')).toContain('Woord van Veilig Thuis');
  });

  test('reads so in the status too, before it has confirmed', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    await klik(wereld, NOOR, 'ontvangst-bevestigen', { overdracht: 1 });
    await wereld.vt(X, { soort: 'terugnemen', reden: 'Woord van Veilig Thuis' });
    await wereld.vt(X, WARM(ZUID, wereld.klok.nu()));
    const { tekst } = await wereld.typ(ZITA, `status ${X}`);
    expect(tekst).toContain('Teruggenomen door Veilig Thuis');
    expect(tekst).not.toContain('Woord van');
    expect(await toelichting(wereld, ZITA, 'teruggenomen')).toBe(GEEN);
  });
});

describe('a team that agreed to look, when the casus has gone on (§5.1.3)', () => {
  async function metAfspraak(): Promise<Wereld> {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    await klik(wereld, NOOR, 'ontvangst-bevestigen', { overdracht: 1 });
    const afspraak = { overdracht: 1, datum: '2026-12-02', wie: 'lokale-toegang', wat: 'bellen' };
    expect((await klik(wereld, NOOR, 'monitoring-afspreken', afspraak)).soort).toBe('kaart');
    await wereld.vt(X, {
      soort: 'monitoring-afspreken',
      op: '2026-12-02T12:00:00+01:00',
      wie: 'veilig-thuis',
      wat: 'ook',
    });
    await wereld.vt(X, { soort: 'terugnemen', reden: 'Woord' });
    await wereld.vt(X, WARM(ZUID, wereld.klok.nu()));
    await klik(wereld, ZITA, 'ontvangst-bevestigen', { overdracht: 2 });
    await wereld.naar('2026-12-03T12:00:00+01:00');
    return wereld;
  }

  test('is asked, hears nothing of where the casus is, and can say that it has looked', async () => {
    const wereld = await metAfspraak();
    const ping = await wereld.zie('noord', 'Termijn verlopen');
    expect(ping.tekst).toContain('Niet meer jullie team');
    expect(ping.tekst).not.toContain('CJG Zuid');
    expect(ping.knoppen.map(({ verb }) => verb)).not.toContain('oppakken');
    expect((await wereld.klikOp(NOOR, ping, 'monitoring-afronden')).tekst).not.toContain('CJG');
    expect(await wereld.soorten(X)).toContain('monitoring-afgerond');
  });

  test('cannot end what Veilig Thuis agreed, nor agree anything new', async () => {
    const wereld = await metAfspraak();
    const vanVt = await wereld.zie('vt', 'Termijn verlopen');
    const knop = vanVt.knoppen.find(({ verb }) => verb === 'monitoring-afronden');
    expect((await wereld.klik(NOOR, 'monitoring-afronden', knop?.data)).tekst).toContain('Jij kunt dit niet doen');
    const nieuw = { datum: '2026-12-10', wie: 'lokale-toegang', wat: 'bellen' };
    expect((await klik(wereld, NOOR, 'monitoring-afspreken', nieuw)).tekst).toContain('Jij kunt dit niet doen');
    expect(await wereld.soorten(X)).not.toContain('monitoring-afgerond');
  });
});

describe('the contactambtenaar of the gemeente', () => {
  async function opWachtlijst(): Promise<Wereld> {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    // With another team: its wachtlijst holds for every casus of the team.
    await draagOver(wereld, Y, { team: ZUID });
    await klik(wereld, NOOR, 'ontvangst-bevestigen', { overdracht: 1 });
    await klik(wereld, NOOR, 'wachtlijst-melden', { overdracht: 1, toelichting: 'Woord van Noord' });
    return wereld;
  }

  test('finds the casus that was brought to the gemeente on the list, and no other', async () => {
    const wereld = await opWachtlijst();
    const { tekst } = await wereld.typ(JOOST, 'openstaand');
    expect(tekst).toContain(X);
    expect(tekst).not.toContain(Y);
    expect((await wereld.typ(JOOST, `status ${Y}`)).tekst).toBe(GEEN);
  });

  test('sees how it stands and what can be done, without names or words, and nothing of the past', async () => {
    const wereld = await opWachtlijst();
    const status = await wereld.typ(JOOST, `status ${X}`);
    expect(status.tekst).toContain('Veilig Thuis West-Brabant (tijdelijk)');
    const acties = await klik(wereld, JOOST, 'acties');
    expect(acties.knopdata.map(({ verb }) => verb)).toContain('interventie-gemeente-vastleggen');
    for (const tekst of [status.tekst, acties.tekst, await wieIs(wereld, JOOST)])
      expect(tekst).not.toMatch(/Noor|Woord van/);
    for (const vraag of [`tijdlijn ${X}`, `wie is verantwoordelijk voor casus ${X} op 23 november 2026 08:59`])
      expect((await wereld.typ(JOOST, vraag)).tekst).toContain('Als contactambtenaar zie je alleen');
    expect((await klik(wereld, JOOST, 'bekijk-overdracht', { overdracht: 1 })).tekst).toBe(GEEN);
    expect(await toelichting(wereld, JOOST, 'wachtlijst-gemeld')).toBe(GEEN);
  });

  test('keeps seeing it when the gemeente has done its part', async () => {
    const wereld = await opWachtlijst();
    const data = { overdracht: 1, kaart: 'ping', wat: 'extra uren' };
    const antwoord = await klik(wereld, JOOST, 'interventie-gemeente-vastleggen', data);
    expect(antwoord.soort).toBe('kaart');
    expect(antwoord.tekst).not.toMatch(/Noor|Woord van/);
    expect((await wereld.typ(JOOST, `status ${X}`)).tekst).toContain(X);
  });

  test('is told in an escalation that something happened, not what people said of it', async () => {
    const wereld = await maakWereld();
    await meld(wereld, X);
    await wereld.vt(X, NAAR_LOKAAL);
    await wereld.vt(X, KOUD(NOORD));
    await klik(wereld, NOOR, 'niet-binnen-termijn', { overdracht: 1, reden: 'Woord van Noord' });
    await wereld.naar('2026-12-01T12:00:00+01:00');
    const aanGemeente = await wereld.zie('Joost', 'Escalatie');
    expect(aanGemeente.tekst).toContain('Het team kan niet op tijd oppakken');
    expect(aanGemeente.tekst).not.toContain('Woord van');
    expect(aanGemeente.knoppen.map(({ verb }) => verb)).not.toContain('toelichting');
    expect(await toelichting(wereld, JOOST, 'niet-binnen-termijn-gemeld')).toBe(GEEN);
    const aanTeam = await wereld.zie('Ilse', 'Escalatie');
    expect(aanTeam.tekst).toContain('Het team kan niet op tijd oppakken');
    expect(aanTeam.tekst).not.toContain('Woord van');
    expect((await wereld.klikOp(ILSE, aanTeam, 'toelichting')).tekst).toContain('Woord van Noord');
  });
});

describe('a team that never received the casus', () => {
  test.each([
    ['refused it', (wereld: Wereld) => klik(wereld, NOOR, 'weigeren', { overdracht: 1, reden: 'Niet van ons' })],
    ['saw it withdrawn', (wereld: Wereld) => wereld.vt(X, { soort: 'intrekken', reden: 'verkeerd team' })],
  ])(
    '%s: opens no content any more by any door, and no button offers it; Veilig Thuis still does (§8)',
    async (_wat, doe) => {
      const wereld = await maakWereld();
      await draagOver(wereld, X);
      const oud = await wereld.zie('noord', X);
      await doe(wereld);
      expect((await wereld.klikOp(NOOR, oud, 'bekijk-overdracht')).tekst).toBe(GEEN);
      const nu = await wereld.zie('noord', 'Overdracht', X);
      expect(nu.knoppen.map(({ verb }) => verb)).not.toContain('bekijk-overdracht');
      for (const vraag of ['status', 'tijdlijn']) {
        const antwoord = await wereld.typ(NOOR, `${vraag} ${X}`);
        expect(antwoord.knoppen.map(({ verb }) => verb)).not.toContain('bekijk-overdracht');
        expect(antwoord.tekst).not.toContain('politie');
      }
      expect(await wereld.soorten(X)).not.toContain('inhoud-bekeken');
      expect((await klik(wereld, VERA, 'bekijk-overdracht', { overdracht: 1 })).tekst).toContain('De politie kwam');
    },
  );
});
