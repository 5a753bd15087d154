import { describe, expect, test } from 'vitest';
import { ADRESBOEK, BEA, ILSE, JOOST, LOES, NOOR, NOORD, OOST, VERA, type AdresboekBestand } from './mensen.ts';
import { draagOver } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';
const NIEUW = '2026-11-23T00:00:00+01:00';

/** The region without the leidinggevende of Wijkteam Noord, or without contactambtenaren. */
const zonderIlse = (): AdresboekBestand => ({
  ...ADRESBOEK,
  bijgewerktOp: NIEUW,
  teams: ADRESBOEK.teams.map((team) => (team.sleutel === NOORD ? { ...team, leidinggevenden: [] } : team)),
});
const zonderGemeenten = (): AdresboekBestand => ({
  ...ADRESBOEK,
  bijgewerktOp: NIEUW,
  gemeenten: ADRESBOEK.gemeenten.map((gemeente) => ({ ...gemeente, contactambtenaren: [] })),
});

/** The bot has met whoever it is to write to. */
async function wereldMet(adresboek: AdresboekBestand): Promise<Wereld> {
  const wereld = await maakWereld();
  for (const mens of [VERA, LOES, ILSE, JOOST]) await wereld.typ(mens, 'help');
  await wereld.herstart(adresboek);
  return wereld;
}
const regelsVan = async (wereld: Wereld, vanaf: string, tot: string): Promise<string[]> => {
  await wereld.naar(vanaf);
  await wereld.gezegd();
  await wereld.naar(tot);
  return (await wereld.gezegd()).filter((regel) => regel.includes(X) || regel.includes('stuurgroep'));
};

describe('nobody confirms, and the team has no leidinggevende', () => {
  test('the gemeente hears at once instead of two werkdagen later, and Veilig Thuis is told instead of whom', async () => {
    const wereld = await wereldMet(zonderIlse());
    await draagOver(wereld, X);
    expect(await regelsVan(wereld, '2026-11-26T12:00:00+01:00', '2026-11-27T12:00:00+01:00')).toEqual([
      `vr 27 nov 2026 08:30 Loes: Escalatie: ${X}`,
      `vr 27 nov 2026 08:30 vt (draad): Escalatie: ${X}`,
      `vr 27 nov 2026 08:30 Joost: Escalatie: ${X}`,
    ]);
    for (const waar of ['vt', 'Joost', 'Loes']) {
      expect((await wereld.zie(waar, 'Escalatie')).tekst).toContain(
        'Niemand te bereiken in Teams als leidinggevende van Wijkteam Noord. Dit bericht gaat daarom meteen naar het kanaal van Veilig Thuis en de contactambtenaar van de gemeente.',
      );
    }
    // Veilig Thuis is who calls the team; its number is no business of the gemeente.
    expect((await wereld.zie('vt', 'Escalatie')).tekst).toContain('Bel Wijkteam Noord: 076 555 01 01.');
    expect((await wereld.zie('Joost', 'Escalatie')).tekst).not.toContain('076');
    expect(await wereld.wie(X)).toBe('veilig-thuis');
    // The step of the gemeente itself comes at its own time, with the task of Veilig Thuis.
    expect(await regelsVan(wereld, '2026-11-30T12:00:00+01:00', '2026-12-01T12:00:00+01:00')).toEqual([
      `di 1 dec 2026 08:30 vt (draad): Escalatie: ${X}`,
      `di 1 dec 2026 08:30 Joost: Escalatie: ${X}`,
    ]);
    expect((await wereld.zie('vt', 'Escalatie')).knoppen.map(({ verb }) => verb)).toContain('gemeente-geinformeerd');
  });

  test('the gemeente can see the casus from then on, and not before', async () => {
    const wereld = await wereldMet(zonderIlse());
    await draagOver(wereld, X);
    await wereld.naar('2026-11-26T12:00:00+01:00');
    expect((await wereld.typ(JOOST, `status ${X}`)).tekst).toContain('niet gevonden');
    await wereld.naar('2026-11-27T12:00:00+01:00');
    expect((await wereld.typ(JOOST, `status ${X}`)).tekst).toContain('Breda');
  });

  test('the journal and the timeline say who could not be reached and who heard instead, once', async () => {
    const wereld = await wereldMet(zonderIlse());
    await draagOver(wereld, X);
    await wereld.naar('2026-11-27T12:00:00+01:00');
    await wereld.herstart(zonderIlse());
    await wereld.naar('2026-11-27T13:00:00+01:00');
    expect((await wereld.soorten(X)).filter((soort) => soort === 'ontvanger-ontbrak')).toHaveLength(1);
    expect((await wereld.typ(VERA, `tijdlijn ${X}`)).tekst).toContain(
      'Niemand te bereiken als leidinggevende van Wijkteam Noord; meteen naar het kanaal van Veilig Thuis en de contactambtenaar van de gemeente',
    );
  });

  test('confirmed in time, nobody is called', async () => {
    const wereld = await wereldMet(zonderIlse());
    await draagOver(wereld, X);
    await wereld.klikOp(NOOR, await wereld.zie('noord', X), 'ontvangst-bevestigen');
    expect(await regelsVan(wereld, '2026-11-24T12:00:00+01:00', '2026-11-27T12:00:00+01:00')).toEqual([]);
    expect(await wereld.soorten(X)).not.toContain('ontvanger-ontbrak');
  });
});

test('a leidinggevende who is named without an account in Teams cannot be reached either', async () => {
  const wereld = await wereldMet({ ...ADRESBOEK, bijgewerktOp: NIEUW });
  await draagOver(wereld, X, { team: OOST });
  expect(
    (await regelsVan(wereld, '2026-11-26T12:00:00+01:00', '2026-11-27T12:00:00+01:00')).filter((regel) =>
      regel.includes('Escalatie'),
    ),
  ).toEqual([
    `vr 27 nov 2026 08:30 Loes: Escalatie: ${X}`,
    `vr 27 nov 2026 08:30 vt (draad): Escalatie: ${X}`,
    `vr 27 nov 2026 08:30 Joost: Escalatie: ${X}`,
  ]);
  expect((await wereld.zie('vt', 'Escalatie')).tekst).toContain('Bel Wijkteam Oost: 076 555 01 03.');
});

test('a step for Veilig Thuis and for a contactambtenaar who is not there is said once in its channel, with who is missing', async () => {
  const wereld = await wereldMet(zonderGemeenten());
  await draagOver(wereld, X);
  expect(await regelsVan(wereld, '2026-11-30T12:00:00+01:00', '2026-12-01T12:00:00+01:00')).toEqual([
    `di 1 dec 2026 08:30 vt (draad): Escalatie: ${X}`,
  ]);
  expect((await wereld.zie('vt', 'Escalatie')).tekst).toContain(
    'Niemand te bereiken in Teams als contactambtenaar van gemeente Breda.',
  );
});

describe('a meningsverschil that nobody settles (§4.3, Add.6)', () => {
  async function oneens(adresboek: AdresboekBestand): Promise<Wereld> {
    const wereld = await wereldMet(adresboek);
    await wereld.typ(BEA, 'koppel stuurgroep', 'oost');
    await draagOver(wereld, X);
    await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem' });
    await wereld.klik(NOOR, 'ontvangst-bevestigen', { casusnummer: X, overdracht: 1 });
    await wereld.klik(NOOR, 'meningsverschil-melden', {
      casusnummer: X,
      overdracht: 1,
      toelichting: 'Geheim verschil',
    });
    return wereld;
  }

  test('step 2 without a leidinggevende of the team: the gemeente hears at once, without a say in step 2', async () => {
    const wereld = await oneens(zonderIlse());
    expect(await regelsVan(wereld, '2026-11-25T12:00:00+01:00', '2026-11-26T12:00:00+01:00')).toEqual([
      `do 26 nov 2026 08:30 Loes: Termijn verlopen: ${X}`,
      `do 26 nov 2026 08:30 Joost: Termijn verlopen: ${X}`,
      `do 26 nov 2026 08:30 vt (draad): Termijn verlopen: ${X}`,
    ]);
    const joost = await wereld.zie('Joost', X);
    expect(joost.tekst).toContain('Niemand te bereiken in Teams als leidinggevende van Wijkteam Noord.');
    expect(joost.knoppen).toEqual([]);
    const gegeven = { casusnummer: X, overdracht: 1, uitkomst: 'lokale-toegang' };
    expect((await wereld.klik(JOOST, 'meningsverschil-oplossen', gegeven)).soort).toBe('tekst');
    // In step 3 it is theirs.
    await wereld.naar('2026-12-04T12:00:00+01:00');
    await wereld.klikOp(JOOST, await wereld.zie('Joost', X), 'meningsverschil-oplossen', {
      uitkomst: 'lokale-toegang',
    });
    await wereld.klikOp(NOOR, await wereld.zie('noord', 'stelt voor'), 'uitkomst-aanvaarden');
    expect(await wereld.wie(X)).toBe(NOORD);
  });

  test('step 2 by a button: the same at once', async () => {
    const wereld = await oneens(zonderIlse());
    await wereld.gezegd();
    await wereld.klik(NOOR, 'meningsverschil-opschalen', { casusnummer: X, overdracht: 1, vanStap: 1 });
    expect(await wereld.gezegd()).toEqual([
      `ma 23 nov 2026 09:00 Loes: Bericht over ${X}`,
      `ma 23 nov 2026 09:00 Joost: Bericht over ${X}`,
      `ma 23 nov 2026 09:00 vt (draad): Bericht over ${X}`,
    ]);
    const joost = await wereld.zie('Joost', X);
    expect(joost.tekst).toContain('Niemand te bereiken in Teams als leidinggevende van Wijkteam Noord.');
    expect(joost.knoppen).toEqual([]);
    expect((await wereld.zie('vt', 'Niemand te bereiken')).tekst).toContain('Bel Wijkteam Noord: 076 555 01 01.');
  });

  test('step 3 without a contactambtenaar: the stuurgroep hears at once, numbers and casusnummers only', async () => {
    const wereld = await oneens(zonderGemeenten());
    expect(await regelsVan(wereld, '2026-12-03T12:00:00+01:00', '2026-12-04T12:00:00+01:00')).toEqual([
      `vr 4 dec 2026 08:30 vt (draad): Termijn verlopen: ${X}`,
      'vr 4 dec 2026 08:30 oost: Bericht voor de stuurgroep',
    ]);
    const { tekst } = await wereld.zie('oost', X);
    expect(tekst).toContain('Bij een casus is voor deze stap niemand te bereiken.');
    for (const verboden of ['Noord', 'Breda', NOOR.naam, 'Geheim']) expect(tekst).not.toContain(verboden);
    expect((await wereld.zie('vt', 'Termijn verlopen')).tekst).toContain(
      'als contactambtenaar van gemeente Breda. Dit bericht gaat daarom meteen naar de stuurgroep en het kanaal van Veilig Thuis.',
    );
    // When step 3 itself passes, the stuurgroep hears that, as always.
    await wereld.naar('2026-12-21T12:00:00+01:00');
    expect((await wereld.zie('oost', X)).tekst).toContain('ook na de termijn voor het gesprek met de gemeente');
  });
});
