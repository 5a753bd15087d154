import { describe, expect, test } from 'vitest';
import { ADRESBOEK, ILSE, JOOST, LOES, NOOR, NOORD, VERA, type AdresboekBestand } from './mensen.ts';
import { acties, draagOver } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';

/** A casus that the team received, and about which it disagrees. */
async function oneens(adresboek: AdresboekBestand = ADRESBOEK): Promise<Wereld> {
  const wereld = await maakWereld({ adresboek });
  for (const mens of [VERA, LOES, ILSE, JOOST]) await wereld.typ(mens, 'help');
  await draagOver(wereld, X);
  const vast = { casusnummer: X, overdracht: 1 };
  await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem' });
  await wereld.klik(NOOR, 'ontvangst-bevestigen', vast);
  await wereld.klik(NOOR, 'meningsverschil-melden', { ...vast, toelichting: 'Wij zien de veiligheid anders' });
  return wereld;
}

describe('who is to talk in a meningsverschil that nobody settles (§4.3, Add.6)', () => {
  const compleet: AdresboekBestand = {
    ...ADRESBOEK,
    bijgewerktOp: '2026-11-01T00:00:00+01:00',
    gemeenten: ADRESBOEK.gemeenten.map((gemeente) =>
      Object.assign({}, gemeente, { wethouder: { naam: 'Wil Wethouder' }, burgemeester: { naam: 'Bo Meester' } }),
    ),
  };
  const LEEG = 'staat niet in het adresboek';
  const OUD = 'langer dan 3 maanden niet bijgewerkt';
  test.each<[string, AdresboekBestand, string[], string[]]>([
    ['not in the adresboek, which is old', ADRESBOEK, [`Wethouder: ${LEEG}`, `Burgemeester: ${LEEG}`, OUD], []],
    ['named, without a warning', compleet, ['Wethouder: Wil Wethouder', 'Burgemeester: Bo Meester'], [LEEG, OUD]],
  ])('stands in the message of each step: wethouder and burgemeester %s', async (_naam, adresboek, wel, niet) => {
    const wereld = await oneens(adresboek);
    await wereld.naar('2026-12-04T12:00:00+01:00');
    const ilse = await wereld.zie('Ilse', 'Termijn verlopen', 'gedragswetenschapper');
    expect(ilse.knoppen.map(({ verb }) => verb)).toEqual(['meningsverschil-oplossen']);
    const joost = await wereld.zie('Joost', 'Termijn verlopen');
    expect(joost.knoppen.map(({ verb }) => verb)).toEqual(['meningsverschil-oplossen']);
    for (const deel of ['Contactambtenaar: Joost Hendrix', ...wel]) expect(joost.tekst).toContain(deel);
    for (const deel of niet) expect(joost.tekst).not.toContain(deel);
  });
});

test('Veilig Thuis records on the card what the team said by phone, with who and when (§4.3)', async () => {
  const wereld = await oneens();
  await wereld.naar('2026-11-24T10:00:00+01:00');
  const keuze = await acties(wereld, VERA, await wereld.zie('vt', 'Overdracht die'));
  const akkoord = { akkoordDoorWie: 'Nico', akkoordVia: 'telefoon', datum: '2026-11-24', tijd: '09:30' };
  await wereld.klik(VERA, 'meningsverschil-oplossen', { ...keuze('meningsverschil-oplossen'), ...akkoord });
  expect(await wereld.wie(X)).toBe(NOORD);
  expect(await wereld.wie(X, '2026-11-24T09:29:00+01:00')).toBe('veilig-thuis');
  expect((await wereld.typ(VERA, `tijdlijn ${X}`)).tekst).toContain('akkoord van Nico, per telefoon');
});
