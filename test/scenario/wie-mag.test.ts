/** Who may not, is told so alone and changes nothing: over HTTP. Every role, opdracht and state: `test/toepassing/rechten*`. */
import { describe, expect, test } from 'vitest';
import { ADRESBOEK, BEA, HEIN, ILSE, JOOST, LOES, NICO, NOOR, NOORD, ONNO, VERA, ZITA } from './mensen.ts';
import { draagOver } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';
const GEEN = 'Deze casus is niet gevonden, of je hebt er geen toegang toe.';
const MAG_NIET = 'Jij kunt dit niet doen bij deze casus.';

/** Everything that a refused action must leave as it was. */
async function achtergelaten(wereld: Wereld): Promise<unknown> {
  const gelezen = await wereld.toepassing().omgeving.opslag.lees(X);
  return {
    etag: gelezen?.etag,
    gesprekken: [...wereld.connector.gesprekken].map(([waar, berichten]) => [waar, berichten.length]),
  };
}

async function overgedragen(): Promise<Wereld> {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  await wereld.nieuws();
  return wereld;
}

describe('a click on Bevestig ontvangst by someone who may not is answered to that person alone', () => {
  test('other teams, the gemeente, a beheerder, a stranger and Veilig Thuis itself; after them the team still can', async () => {
    const wereld = await overgedragen();
    const kaart = await wereld.zie('noord', X);
    const voor = await achtergelaten(wereld);
    for (const [tekst, mensen] of [
      [GEEN, [ZITA, HEIN, ONNO, JOOST, BEA]],
      [MAG_NIET, [VERA, LOES]],
    ] as const)
      for (const wie of mensen)
        for (const verb of ['ontvangst-bevestigen', 'weigeren']) {
          const antwoord = await wereld.klikOp(wie, kaart, verb, { reden: 'Niet voor ons' });
          expect({ wie: wie.naam, verb, ...antwoord }).toMatchObject({ status: 200, soort: 'tekst' });
          expect(antwoord.tekst).toContain(tekst);
        }
    expect(await achtergelaten(wereld)).toEqual(voor);
    expect(await wereld.nieuws()).toEqual([]);
    expect(await wereld.wie(X)).toBe('veilig-thuis');
    expect((await wereld.klikOp(ILSE, kaart, 'ontvangst-bevestigen')).soort).toBe('kaart');
    expect(await wereld.wie(X)).toBe(NOORD);
  });

  test('someone who has left the team and the adresboek', async () => {
    const wereld = await overgedragen();
    const kaart = await wereld.zie('noord', X);
    await wereld.herstart({
      ...ADRESBOEK,
      bijgewerktOp: '2026-11-24T00:00:00+01:00',
      teams: ADRESBOEK.teams.map((team) => (team.sleutel === NOORD ? { ...team, leden: [NICO] } : team)),
    });
    const voor = await achtergelaten(wereld);
    const antwoord = await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen');
    expect(antwoord).toMatchObject({ soort: 'tekst', tekst: GEEN });
    expect(await achtergelaten(wereld)).toEqual(voor);
    expect((await wereld.klikOp(NICO, kaart, 'ontvangst-bevestigen')).soort).toBe('kaart');
  });
});
