import { describe, expect, test } from 'vitest';
import { ADRESBOEK, ILSE, JOOST, LOES, NICO, NOOR, NOORD, ONNO, VERA, ZITA, type Mens } from './mensen.ts';
import { draagOver } from './stappen.ts';
import { maakWereld, type Wereld } from './steun.ts';

const X = 'VT-2026-0001';
const ONBEKEND = 'VT-2026-9999';
const GEEN = 'Deze casus is niet gevonden, of je hebt er geen toegang toe.';

/** Everything that a refused action must leave as it was. */
async function stand(wereld: Wereld): Promise<unknown> {
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
  test.each<[string, Mens, string]>([
    ['a member of another team', ZITA, GEEN],
    ['someone in no adresboek', ONNO, GEEN],
    ['the contactambtenaar', JOOST, GEEN],
    ['a medewerker of Veilig Thuis', VERA, 'Jij kunt dit niet doen bij deze casus.'],
    ['the leidinggevende of Veilig Thuis', LOES, 'Jij kunt dit niet doen bij deze casus.'],
  ])('%s', async (_naam, wie, tekst) => {
    const wereld = await overgedragen();
    const kaart = await wereld.zie('noord', X);
    const voor = await stand(wereld);
    for (const verb of ['ontvangst-bevestigen', 'weigeren']) {
      const antwoord = await wereld.klikOp(wie, kaart, verb, { reden: 'Niet voor ons' });
      expect(antwoord).toMatchObject({ status: 200, soort: 'tekst' });
      expect(antwoord.tekst).toContain(tekst);
    }
    expect(await stand(wereld)).toEqual(voor);
    expect(await wereld.nieuws()).toEqual([]);
    expect(await wereld.wie(X)).toBe('veilig-thuis');
  });

  test('who is a member and her leidinggevende may; a control for the refusals above', async () => {
    for (const wie of [NICO, ILSE]) {
      const wereld = await overgedragen();
      expect((await wereld.klikOp(wie, await wereld.zie('noord', X), 'ontvangst-bevestigen')).soort).toBe('kaart');
      expect(await wereld.wie(X)).toBe(NOORD);
    }
  });

  test('someone who has left the team and the adresboek', async () => {
    const wereld = await overgedragen();
    const kaart = await wereld.zie('noord', X);
    const zonderNoor = {
      ...ADRESBOEK,
      bijgewerktOp: '2026-11-24T00:00:00+01:00',
      teams: ADRESBOEK.teams.map((team) => (team.sleutel === NOORD ? { ...team, leden: [NICO] } : team)),
    };
    await wereld.herstart(zonderNoor);
    const voor = await stand(wereld);
    const antwoord = await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen');
    expect(antwoord).toMatchObject({ soort: 'tekst', tekst: GEEN });
    expect(await stand(wereld)).toEqual(voor);
    expect((await wereld.klikOp(NICO, kaart, 'ontvangst-bevestigen')).soort).toBe('kaart');
  });

  test('a team has no say in what is for Veilig Thuis', async () => {
    const wereld = await overgedragen();
    await wereld.klikOp(NOOR, await wereld.zie('noord', X), 'ontvangst-bevestigen');
    const voor = await stand(wereld);
    const volgkaart = await wereld.zie('vt', 'Overdracht die jullie volgen');
    expect((await wereld.klikOp(NOOR, volgkaart, 'terugnemen', { reden: 'x' })).tekst).toContain(
      'Jij kunt dit niet doen',
    );
    expect((await wereld.klikOp(NOOR, volgkaart, 'geinformeerd')).tekst).toContain('Jij kunt dit niet doen');
    for (const vraag of ['nieuwe casus', `overdragen ${X}`]) {
      expect((await wereld.typ(NOOR, vraag)).tekst).toBe('Dit kan alleen een medewerker van Veilig Thuis doen.');
    }
    const melding = { casusnummer: ONBEKEND, gemeente: 'breda', datum: '2026-11-23', tijd: '08:15' };
    expect((await wereld.klik(NOOR, 'nieuwe-casus', melding)).soort).toBe('tekst');
    expect((await wereld.api('GET', `/api/v1/casussen/${ONBEKEND}`)).status).toBe(404);
    expect((await stand(wereld)) as { etag: string }).toMatchObject({ etag: (voor as { etag: string }).etag });
  });
});

describe('a casus that is not there and one that may not be seen', () => {
  test.each([
    ['the question who is verantwoordelijk', (nummer: string) => `wie is verantwoordelijk voor casus ${nummer}`],
    ['the status', (nummer: string) => `status ${nummer}`],
    ['the tijdlijn', (nummer: string) => `tijdlijn ${nummer}`],
  ])('give the same answer to %s', async (_naam, vraag) => {
    const wereld = await overgedragen();
    for (const wie of [ZITA, ONNO]) {
      expect((await wereld.typ(wie, vraag(X))).tekst).toBe(GEEN);
      expect((await wereld.typ(wie, vraag(ONBEKEND))).tekst).toBe(GEEN);
    }
    expect((await wereld.typ(NOOR, vraag(ONBEKEND))).tekst).toBe(GEEN);
    expect((await wereld.typ(NOOR, vraag(X))).tekst).toContain(X);
  });

  test.each([
    'ontvangst-bevestigen',
    'oppakken',
    'intrekken',
    'terugnemen',
    'bevestiging-vastleggen',
    'status',
    'tijdlijn',
    'formulier-overdragen',
  ])('give the same answer to a click on %s', async (verb) => {
    const wereld = await overgedragen();
    const antwoorden = [];
    for (const casusnummer of [X, ONBEKEND])
      antwoorden.push(await wereld.klik(ZITA, verb, { casusnummer, overdracht: 1, versie: 3 }));
    expect(antwoorden[0]).toEqual(antwoorden[1]);
    expect(antwoorden[0]?.soort).toBe('tekst');
  });
});

test('a team keeps seeing a casus that went on to another team, and can do nothing with it', async () => {
  const wereld = await overgedragen();
  await wereld.vt(X, { soort: 'overdragen', team: 'cjg-zuid', wijze: 'koud', feiten: ['De politie kwam langs.'] });
  expect((await wereld.typ(NOOR, `status ${X}`)).knoppen).toEqual([]);
  const antwoord = await wereld.klik(NOOR, 'ontvangst-bevestigen', { casusnummer: X, overdracht: 2, versie: 99 });
  expect(antwoord.tekst).toContain('Jij kunt dit niet doen');
  expect(await wereld.wie(X)).toBe('veilig-thuis');
});
