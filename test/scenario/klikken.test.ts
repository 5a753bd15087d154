import { describe, expect, test } from 'vitest';
import { NICO, NOOR, NOORD, VERA, ZUID } from './mensen.ts';
import { draagOver, meld } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';
const Y = 'VT-2026-0002';

async function overgedragen(): Promise<Wereld> {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  await wereld.nieuws();
  return wereld;
}
const aantal = async (wereld: Wereld, soort: string, casusnummer = X): Promise<number> =>
  (await wereld.soorten(casusnummer)).filter((een) => een === soort).length;

describe('a click that comes again', () => {
  test.each([2, 5])(
    '%i times under new activity ids: one event, each time the same card, nothing more is posted',
    async (keer) => {
      const wereld = await overgedragen();
      const kaart = await wereld.zie('noord', X);
      const antwoorden = [];
      for (let nr = 0; nr < keer; nr++) {
        antwoorden.push(await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen'));
        await wereld.naar(`2026-11-23T09:00:${30 + nr}+01:00`);
      }
      expect(new Set(antwoorden.map((een) => JSON.stringify(een))).size).toBe(1);
      expect(antwoorden[0]?.soort).toBe('kaart');
      expect(await aantal(wereld, 'ontvangst-bevestigd')).toBe(1);
      expect(await wereld.nieuws()).toHaveLength(3);
    },
  );

  test('Bevestig ontvangst and Meld: niet voor ons at the same instant: one of them holds, the other hears so', async () => {
    const wereld = await overgedragen();
    const kaart = await wereld.zie('noord', X);
    const antwoorden = await Promise.all([
      wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen'),
      wereld.klikOp(NICO, kaart, 'weigeren', { reden: 'Niet voor ons' }),
    ]);
    expect(antwoorden.map(({ soort }) => soort).toSorted()).toEqual(['kaart', 'tekst']);
    const samen = (await aantal(wereld, 'ontvangst-bevestigd')) + (await aantal(wereld, 'overdracht-geweigerd'));
    expect(samen).toBe(1);
    const bijTeam = (await aantal(wereld, 'ontvangst-bevestigd')) === 1;
    expect(await wereld.wie(X)).toBe(bijTeam ? NOORD : 'veilig-thuis');
  });

  test('Bevestig ontvangst, while Veilig Thuis withdraws: never both', async () => {
    const wereld = await overgedragen();
    const kaart = await wereld.zie('noord', X);
    const volgkaart = await wereld.zie('vt', X);
    await Promise.all([
      wereld.klikOp(VERA, volgkaart, 'intrekken', { reden: 'Vergissing' }),
      wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen'),
    ]);
    const samen = (await aantal(wereld, 'ontvangst-bevestigd')) + (await aantal(wereld, 'overdracht-ingetrokken'));
    expect(samen).toBe(1);
  });
});

describe('data that no card of ours sent', () => {
  test.each<[string, string, unknown]>([
    ['no data', 'ontvangst-bevestigen', undefined],
    ['an empty casusnummer', 'ontvangst-bevestigen', { casusnummer: '' }],
    ['a number as casusnummer', 'ontvangst-bevestigen', { casusnummer: 20260001, overdracht: 1 }],
    ['a list as casusnummer', 'ontvangst-bevestigen', { casusnummer: [X], overdracht: 1 }],
    ['an overdracht that never was', 'ontvangst-bevestigen', { casusnummer: X, overdracht: 7 }],
    ['words as overdracht', 'ontvangst-bevestigen', { casusnummer: X, overdracht: 'eerste' }],
    ['a negative overdracht', 'ontvangst-bevestigen', { casusnummer: X, overdracht: -1 }],
    ['a reason of 3,000 characters', 'weigeren', { casusnummer: X, overdracht: 1, reden: 'a'.repeat(3000) }],
    ['an object as reason', 'weigeren', { casusnummer: X, overdracht: 1, reden: { tekst: 'x' } }],
    [
      'a telephone number in the reason',
      'weigeren',
      { casusnummer: X, overdracht: 1, reden: 'Bel moeder op 06 12345678' },
    ],
    ['a casus of another team', 'ontvangst-bevestigen', { casusnummer: Y, overdracht: 1 }],
    ['an unknown verb', 'alles-wissen', { casusnummer: X, overdracht: 1 }],
    ['the verb of the clock', 'termijn-verlopen', { casusnummer: X, termijn: 'bevestigen-3' }],
    ['a prototype as verb', '__proto__', { casusnummer: X }],
    ['a prototype in the data', 'ontvangst-bevestigen', JSON.parse(`{"casusnummer":"${X}","__proto__":{"rol":"vt"}}`)],
    ['a date that is none', 'melding-besproken', { casusnummer: X, overdracht: 1, datum: '2026-02-31', tijd: '10:00' }],
  ])('%s: a clear answer, nothing is written or posted', async (_naam, verb, data) => {
    const wereld = await overgedragen();
    await draagOver(wereld, Y, { team: ZUID });
    await wereld.nieuws();
    const voor = [await wereld.soorten(X), await wereld.soorten(Y)];
    const antwoord = await wereld.klik(NOOR, verb, data);
    expect(antwoord).toMatchObject({ status: 200, soort: 'tekst' });
    expect(antwoord.tekst.length).toBeGreaterThan(20);
    expect(antwoord.tekst).not.toMatch(/undefined|\[object|Error/);
    expect([await wereld.soorten(X), await wereld.soorten(Y)]).toEqual(voor);
    expect(await wereld.nieuws()).toEqual([]);
  });

  test('who and what a click claims beside its casus is not believed', async () => {
    const wereld = await overgedragen();
    await wereld.klik(NOOR, 'ontvangst-bevestigen', {
      casusnummer: X,
      overdracht: 1,
      versie: 9999,
      team: ZUID,
      doorWie: 'Iemand anders',
      op: '2020-01-01T00:00:00Z',
      door: { rol: 'vt-medewerker' },
      soort: 'terugnemen',
      verantwoordelijke: 'clientsysteem',
    });
    expect(await wereld.wie(X)).toBe(NOORD);
    const { tekst } = await wereld.zie('noord', '✔ Ontvangen');
    expect(tekst).toContain('Ontvangen: ma 23 nov 2026 09:00 door Noor Verbeek, in Teams');
  });
});

test('a melding that is registered twice is one casus; with other content it is refused', async () => {
  const wereld = await maakWereld();
  await meld(wereld, X);
  const melding = { casusnummer: X, gemeente: 'Breda', meldingOntvangenOp: wereld.klok.nu() };
  expect((await wereld.api('POST', '/api/v1/casussen', melding)).status).toBe(200);
  expect((await wereld.api('POST', '/api/v1/casussen', { ...melding, gemeente: 'Roosendaal' })).status).toBe(409);
  expect(await wereld.soorten(X)).toEqual(['melding-ontvangen']);
});
