import { describe, expect, test } from 'vitest';
import { ADRESBOEK, BEA, ILSE, JOOST, LOES, NICO, NOOR, NOORD, VERA, ZITA, type Mens } from './mensen.ts';
import { acties, draagOver, KOUD } from './stappen.ts';
import { maakWereld, type Verstuurd, type Wereld } from './steun.ts';

const X = 'VT-2026-0001';
const Y = 'VT-2026-0002';
const ONEENS = { toelichting: 'Geheim verschil over de veiligheid' };
const kaartBij = (wereld: Wereld) => wereld.zie('noord', 'Overdracht van');
const aantal = async (wereld: Wereld, soort: string, casusnummer = X): Promise<number> =>
  (await wereld.soorten(casusnummer)).filter((een) => een === soort).length;

async function ontvangen(casusnummer = X): Promise<Wereld> {
  const wereld = await maakWereld();
  for (const mens of [VERA, LOES, ILSE, JOOST]) await wereld.typ(mens, 'help');
  await bijTeam(wereld, casusnummer);
  return wereld;
}
async function bijTeam(wereld: Wereld, casusnummer: string): Promise<void> {
  await draagOver(wereld, casusnummer);
  await wereld.vt(casusnummer, { soort: 'geinformeerd', wie: 'clientsysteem' });
  await wereld.klik(NOOR, 'ontvangst-bevestigen', { casusnummer, overdracht: 1 });
  await wereld.nieuws();
}
const oneens = (wereld: Wereld, wie: Mens, casusnummer = X) =>
  wereld.klik(wie, 'meningsverschil-melden', { casusnummer, overdracht: 1, ...ONEENS });
const tijdelijkVt = async (wereld: Wereld, casusnummer = X): Promise<void> => {
  const { body } = await wereld.api('GET', `/api/v1/casussen/${casusnummer}/verantwoordelijke`);
  expect(body).toMatchObject({ partij: 'veilig-thuis', tijdelijk: true });
};

describe('a meningsverschil (§4.3, Add.6)', () => {
  test.each([
    ['the team', NOOR, 'noord', 'Overdracht van'],
    ['Veilig Thuis', VERA, 'vt', 'Overdracht die'],
  ])(
    'raised by %s: Veilig Thuis has zicht tijdelijk at once, both channels hear, and what it is about is in no channel',
    async (_naam, wie, waar, kop) => {
      const wereld = await ontvangen();
      await wereld.naar('2026-11-24T10:00:00+01:00');
      const kaart = await wereld.zie(waar, kop);
      const keuze = await acties(wereld, wie, kaart);
      const knop = { ...keuze('meningsverschil-melden'), ...ONEENS };
      for (let keer = 0; keer < 5; keer++)
        expect((await wereld.klik(wie, 'meningsverschil-melden', knop, kaart.conversatie)).status).toBe(200);
      expect(await aantal(wereld, 'meningsverschil-gemeld')).toBe(1);
      expect(await wereld.nieuws()).toEqual([
        `di 24 nov 2026 10:00 noord (draad): Bericht over ${X}`,
        `di 24 nov 2026 10:00 vt (draad): Bericht over ${X}`,
        `di 24 nov 2026 10:00 noord: Overdracht ${X} (bijgewerkt)`,
        `di 24 nov 2026 10:00 vt: Overdracht ${X} (bijgewerkt)`,
      ]);
      await tijdelijkVt(wereld);
      expect(await wereld.wie(X, '2026-11-24T09:59:59+01:00')).toBe(NOORD);
      for (const { tekst } of await wereld.verstuurd()) expect(tekst).not.toContain(ONEENS.toelichting);
      const weigering = await wereld.api('POST', `/api/v1/casussen/${X}/opdrachten`, KOUD('cjg-zuid'));
      expect(weigering).toMatchObject({ status: 409, code: 'meningsverschil-loopt' });
    },
  );

  test('nobody settles it: leidinggevenden after 2 werkdagen, gemeente after 5 more, stuurgroep after 10 more', async () => {
    const wereld = await ontvangen();
    await wereld.typ(BEA, 'koppel stuurgroep', 'oost');
    await oneens(wereld, NOOR);
    await wereld.nieuws();
    await wereld.naar('2026-11-26T12:00:00+01:00');
    expect(await wereld.gezegd()).toEqual([
      `do 26 nov 2026 08:30 Ilse: Termijn verlopen: ${X}`,
      `do 26 nov 2026 08:30 Loes: Termijn verlopen: ${X}`,
    ]);
    await tijdelijkVt(wereld);
    const ilse = await wereld.zie('Ilse', 'Termijn verlopen');
    expect(ilse.tekst).toContain('gedragswetenschapper');
    expect(ilse.knoppen.map(({ verb }) => verb)).toEqual(['meningsverschil-oplossen', 'meningsverschil-opschalen']);
    // From here on it is between the leidinggevenden.
    for (const wie of [VERA, NOOR, NICO, JOOST]) {
      const antwoord = await wereld.klik(wie, 'meningsverschil-oplossen', {
        casusnummer: X,
        overdracht: 1,
        uitkomst: 'lokale-toegang',
      });
      expect(antwoord.soort).toBe('tekst');
    }
    await wereld.naar('2026-12-04T12:00:00+01:00');
    expect((await wereld.gezegd()).filter((regel) => regel.includes(X))).toEqual([
      `wo 2 dec 2026 08:30 Ilse: Herinnering: ${X}`,
      `wo 2 dec 2026 08:30 Loes: Herinnering: ${X}`,
      `vr 4 dec 2026 08:30 Joost: Termijn verlopen: ${X}`,
      `vr 4 dec 2026 08:30 vt (draad): Termijn verlopen: ${X}`,
    ]);
    await tijdelijkVt(wereld);
    const joost = await wereld.zie('Joost', 'Termijn verlopen');
    expect(joost.knoppen.map(({ verb }) => verb)).toEqual(['meningsverschil-oplossen']);
    expect(joost.tekst).toContain('Contactambtenaar: Joost Hendrix');
    expect(joost.tekst).toContain('Wethouder: staat niet in het adresboek');
    expect(joost.tekst).toContain('Burgemeester: staat niet in het adresboek');
    expect(joost.tekst).toContain('langer dan 3 maanden niet bijgewerkt');
    await wereld.naar('2026-12-21T12:00:00+01:00');
    expect((await wereld.gezegd()).toSorted()).toEqual([
      'ma 21 dec 2026 08:30 oost: Bericht voor de stuurgroep',
      `ma 21 dec 2026 08:30 vt (draad): Termijn verlopen: ${X}`,
    ]);
    const { tekst } = await wereld.zie('oost', X);
    for (const verboden of ['Noord', 'Breda', NOOR.naam, ONEENS.toelichting]) expect(tekst).not.toContain(verboden);
    await tijdelijkVt(wereld);
  });

  test('an adresboek with wethouder and burgemeester, brought up to date: they are named, without a warning', async () => {
    const wereld = await ontvangen();
    const [breda, ...andere] = ADRESBOEK.gemeenten;
    if (!breda) throw new Error('geen gemeente');
    await wereld.herstart({
      ...ADRESBOEK,
      bijgewerktOp: '2026-11-01T00:00:00+01:00',
      gemeenten: [
        Object.assign({}, breda, { wethouder: { naam: 'Wil Wethouder' }, burgemeester: { naam: 'Bo Meester' } }),
        ...andere,
      ],
    });
    await oneens(wereld, NOOR);
    await wereld.naar('2026-12-04T12:00:00+01:00');
    const { tekst } = await wereld.zie('Joost', X);
    for (const deel of ['Wethouder: Wil Wethouder', 'Burgemeester: Bo Meester']) expect(tekst).toContain(deel);
    expect(tekst).not.toContain('niet bijgewerkt');
    expect(tekst).not.toContain('staat niet in het adresboek');
  });

  test.each([
    [1, 'lokale-toegang', NOOR],
    [1, 'veilig-thuis', VERA],
    [2, 'lokale-toegang', ILSE],
    [2, 'veilig-thuis', LOES],
    [3, 'lokale-toegang', ILSE],
    [3, 'veilig-thuis', LOES],
  ] as const)(
    'settled in step %d to %s by the side that takes it: one event, however often clicked, and nothing is tijdelijk',
    async (stap, uitkomst, wie) => {
      const wereld = await ontvangen();
      await oneens(wereld, NOOR);
      const omhoog = { casusnummer: X, overdracht: 1, gespreksverslag: 'Geheim verslag' };
      for (const [van, mens] of (
        [
          [1, NOOR],
          [2, ILSE],
        ] as const
      ).slice(0, stap - 1))
        for (let keer = 0; keer < 5; keer++)
          await wereld.klik(mens, 'meningsverschil-opschalen', { ...omhoog, vanStap: van });
      expect(await aantal(wereld, 'meningsverschil-opgeschaald')).toBe(stap - 1);
      await tijdelijkVt(wereld);
      await wereld.nieuws();
      for (let keer = 0; keer < 5; keer++)
        await wereld.klik(wie, 'meningsverschil-oplossen', { casusnummer: X, overdracht: 1, uitkomst, kaart: 'ping' });
      expect(await aantal(wereld, 'meningsverschil-opgelost')).toBe(1);
      expect(await wereld.gezegd()).toEqual([
        `ma 23 nov 2026 09:00 noord (draad): Bericht over ${X}`,
        `ma 23 nov 2026 09:00 vt (draad): Bericht over ${X}`,
      ]);
      expect(await wereld.wie(X)).toBe(uitkomst === 'lokale-toegang' ? NOORD : 'veilig-thuis');
      const { body } = await wereld.api('GET', `/api/v1/casussen/${X}/verantwoordelijke`);
      expect(body['tijdelijk']).toBe(false);
      const log = wereld.log.join('');
      for (const geheim of ['Geheim verslag', ONEENS.toelichting]) expect(log).not.toContain(geheim);
    },
  );

  test('Veilig Thuis cannot give the casus to a team that refused: that is a proposal, which the team accepts (law 1)', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    await wereld.klikOp(NOOR, await kaartBij(wereld), 'weigeren', { reden: 'Geheim: niet van ons' });
    await oneens(wereld, VERA);
    await wereld.nieuws();
    const knop = { casusnummer: X, overdracht: 1, uitkomst: 'lokale-toegang' };
    for (let keer = 0; keer < 3; keer++) await wereld.klik(VERA, 'meningsverschil-oplossen', knop);
    expect(await wereld.gezegd()).toEqual([
      `ma 23 nov 2026 09:00 noord (draad): Bericht over ${X}`,
      `ma 23 nov 2026 09:00 vt (draad): Bericht over ${X}`,
    ]);
    await tijdelijkVt(wereld);
    const voorstel = await wereld.zie('noord', 'stelt voor dat Wijkteam Noord deze casus krijgt');
    expect(voorstel.tekst).toContain('Tot er een akkoord is, blijft Veilig Thuis tijdelijk verantwoordelijk.');
    expect(voorstel.knoppen.map(({ verb }) => verb)).toEqual(['uitkomst-aanvaarden', 'uitkomst-afwijzen']);
    expect((await wereld.zie('vt', 'stelt voor dat')).knoppen).toEqual([]);
    expect((await wereld.klikOp(VERA, voorstel, 'uitkomst-aanvaarden')).soort).toBe('tekst');
    await tijdelijkVt(wereld);

    await wereld.klikOp(NOOR, voorstel, 'uitkomst-aanvaarden');
    expect(await wereld.wie(X)).toBe(NOORD);
    expect((await kaartBij(wereld)).tekst).toContain('Overgenomen: ma 23 nov 2026 09:00 door Noor');
    expect((await kaartBij(wereld)).tekst).not.toContain('Ontvangen: ');
    const { body } = await wereld.api('GET', `/api/v1/casussen/${X}`);
    expect(JSON.stringify(body)).not.toContain('ontvangst-bevestigd');
  });

  test('a team cannot give the casus away: Veilig Thuis refuses the proposal, and the conversation goes on (law 1)', async () => {
    const wereld = await ontvangen();
    await oneens(wereld, NOOR);
    await wereld.klik(NOOR, 'meningsverschil-oplossen', { casusnummer: X, overdracht: 1, uitkomst: 'veilig-thuis' });
    await tijdelijkVt(wereld);
    const voorstel = await wereld.zie('vt', 'stelt voor dat Veilig Thuis');
    expect((await wereld.klikOp(NOOR, voorstel, 'uitkomst-aanvaarden')).soort).toBe('tekst');
    await wereld.nieuws();
    await wereld.klikOp(VERA, voorstel, 'uitkomst-afwijzen', { reden: 'Geheim: het team kan dit' });
    expect(await wereld.gezegd()).toEqual([
      `ma 23 nov 2026 09:00 noord (draad): Bericht over ${X}`,
      `ma 23 nov 2026 09:00 vt (draad): Bericht over ${X}`,
    ]);
    const nee = await wereld.zie('noord', 'Voorstel afgewezen');
    expect(nee.tekst).toContain('Praat verder.');
    expect(nee.tekst).not.toContain('Geheim');
    expect((await wereld.klikOp(NOOR, nee, 'toelichting')).tekst).toContain('Geheim: het team kan dit');
    await tijdelijkVt(wereld);
    // The proposal asks nothing any more, and the term of step 1 passes as it would have.
    expect((await wereld.zie('vt', 'Klaar', 'stelt voor')).knoppen).toEqual([]);
    await wereld.naar('2026-11-26T08:30:00+01:00');
    expect((await wereld.gezegd()).filter((regel) => regel.includes('Termijn verlopen'))).toHaveLength(2);
  });

  test('in step 3 the gemeente proposes, and who gets the casus agrees', async () => {
    const wereld = await ontvangen();
    await oneens(wereld, NOOR);
    const vast = { casusnummer: X, overdracht: 1 };
    await wereld.klik(NOOR, 'meningsverschil-opschalen', { ...vast, vanStap: 1 });
    await wereld.klik(LOES, 'meningsverschil-opschalen', { ...vast, vanStap: 2 });
    await wereld.klik(JOOST, 'meningsverschil-oplossen', { ...vast, uitkomst: 'lokale-toegang' });
    await tijdelijkVt(wereld);
    await wereld.klikOp(NICO, await wereld.zie('noord', 'De gemeente stelt voor'), 'uitkomst-aanvaarden');
    expect(await wereld.wie(X)).toBe(NOORD);
  });

  test('Veilig Thuis records on the card what the team said by phone, with who and when', async () => {
    const wereld = await ontvangen();
    await oneens(wereld, NOOR);
    await wereld.naar('2026-11-24T10:00:00+01:00');
    const keuze = await acties(wereld, VERA, await wereld.zie('vt', 'Overdracht die'));
    const knop = {
      ...keuze('meningsverschil-oplossen'),
      akkoordDoorWie: 'Nico',
      akkoordVia: 'telefoon',
    };
    await wereld.klik(VERA, 'meningsverschil-oplossen', { ...knop, datum: '2026-11-24', tijd: '09:30' });
    expect(await wereld.wie(X)).toBe(NOORD);
    expect(await wereld.wie(X, '2026-11-24T09:29:00+01:00')).toBe('veilig-thuis');
    expect((await wereld.typ(VERA, `tijdlijn ${X}`)).tekst).toContain('akkoord van Nico, per telefoon');
  });

  test('step 2 by a button: the leidinggevenden hear it personally; the professionals have no button any more', async () => {
    const wereld = await ontvangen();
    await oneens(wereld, NOOR);
    await wereld.nieuws();
    await wereld.klikOp(NOOR, await kaartBij(wereld), 'meningsverschil-opschalen', { gespreksverslag: 'Niet eens' });
    expect(await wereld.gezegd()).toEqual([
      `ma 23 nov 2026 09:00 Ilse: Bericht over ${X}`,
      `ma 23 nov 2026 09:00 Loes: Bericht over ${X}`,
    ]);
    const verbs = (await kaartBij(wereld)).knoppen.map(({ verb }) => verb);
    for (const verb of ['meningsverschil-oplossen', 'meningsverschil-opschalen']) expect(verbs).not.toContain(verb);
    await wereld.klikOp(ILSE, await wereld.zie('Ilse', X), 'meningsverschil-oplossen', { uitkomst: 'lokale-toegang' });
    expect(await wereld.wie(X)).toBe(NOORD);
    expect((await wereld.klik(ZITA, 'acties', { casusnummer: X, overdracht: 1 })).tekst).toContain('niet gevonden');
  });

  async function tweeInStap3(tweedeOp: string): Promise<{ wereld: Wereld; stuurgroep: Verstuurd[] }> {
    const wereld = await ontvangen();
    await wereld.typ(BEA, 'koppel stuurgroep', 'oost');
    for (const casusnummer of [X, Y]) {
      if (casusnummer === Y) {
        await wereld.naar(tweedeOp);
        await bijTeam(wereld, Y);
      }
      await oneens(wereld, NOOR, casusnummer);
      const vast = { casusnummer, overdracht: 1 };
      await wereld.klik(NOOR, 'meningsverschil-opschalen', { ...vast, vanStap: 1 });
      await wereld.klik(LOES, 'meningsverschil-opschalen', { ...vast, vanStap: 2 });
      await wereld.ronde();
      if (casusnummer !== X) continue;
      await wereld.klik(ILSE, 'meningsverschil-oplossen', { ...vast, uitkomst: 'lokale-toegang' });
      // Picked up, so that nobody is called every day of the months until the second.
      await wereld.klik(NOOR, 'oppakken', vast);
    }
    const verstuurd = await wereld.verstuurd();
    return { wereld, stuurgroep: verstuurd.filter(({ tekst }) => tekst.includes('stuurgroep Veilig Thuis')) };
  }

  test('the second in step 3 with the same team within 6 months: the stuurgroep gets a number and casusnummers, no more', async () => {
    const { wereld, stuurgroep } = await tweeInStap3('2027-05-21T12:00:00+02:00');
    expect(stuurgroep).toHaveLength(1);
    const { tekst, waar } = stuurgroep[0] ?? { tekst: '', waar: '' };
    expect(waar).toBe('oost');
    expect(tekst).toContain('2 keer een meningsverschil');
    expect(tekst).toContain(Y);
    for (const verboden of ['Noord', 'Breda', NOOR.naam, LOES.naam, ONEENS.toelichting, 'politie'])
      expect(tekst).not.toContain(verboden);
    await tijdelijkVt(wereld, Y);
  });

  test('the second in step 3 more than 6 months after the first does not return: the stuurgroep hears nothing', async () => {
    const { wereld, stuurgroep } = await tweeInStap3('2027-05-24T12:00:00+02:00');
    expect(stuurgroep).toEqual([]);
    expect(await wereld.soorten(Y)).toContain('terugkerend-meningsverschil');
  });
});
