/** A card that its client draws anew by itself changes nothing: only people act (law 1). */
import { describe, expect, test } from 'vitest';
import { OPDRACHT_SOORTEN, type OpdrachtSoort } from '../../src/kern/opdrachten.ts';
import { KLIKVELDEN } from '../steun/opdrachten.ts';
import { LOES, NOOR, VERA, type Mens } from './mensen.ts';
import { draagOver, meld } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';
const NIEUW = 'VT-2026-0009';
/** Who would have been allowed to do it in some state, so that the right is not what stops it. */
const MENSEN: readonly Mens[] = [VERA, LOES, NOOR];

async function allesVan(wereld: Wereld, casusnummer = X): Promise<unknown> {
  const { opslag } = wereld.toepassing().omgeving;
  return (await opslag.lees(casusnummer))?.waarde;
}

async function metOverdracht(): Promise<Wereld> {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  return wereld;
}

/** A casus in which these opdrachten can be given; in the other states a click is refused anyway. */
const WERELDEN: readonly [string, readonly OpdrachtSoort[], (wereld: Wereld) => Promise<unknown>][] = [
  ['in triage', ['triage-afronden', 'direct-gevaar'], (wereld) => meld(wereld, X)],
  [
    'to be handed over',
    ['overdragen'],
    async (wereld) => {
      await meld(wereld, X);
      await wereld.vt(X, { soort: 'triage-afronden', besluit: 'lokale-toegang' });
    },
  ],
  [
    'with its team',
    ['oppakken', 'terugleggen-vragen', 'signaleren', 'terugnemen', 'melding-besproken'],
    async (wereld) => {
      await draagOver(wereld, X);
      await wereld.klik(NOOR, 'ontvangst-bevestigen', { casusnummer: X, overdracht: 1, kaart: 'overdracht' });
    },
  ],
];
const ELDERS = WERELDEN.flatMap(([, soorten]) => soorten);
const ALLE: typeof WERELDEN = [
  ...WERELDEN,
  ['handed over', OPDRACHT_SOORTEN.filter((soort) => !ELDERS.includes(soort)), (wereld) => draagOver(wereld, X)],
];

describe('a card that is drawn anew without a click', () => {
  test.each(ALLE)('of a casus %s: nothing is written, whoever’s client it is', async (_naam, soorten, vooraf) => {
    const wereld = await maakWereld();
    await vooraf(wereld);
    const data = { casusnummer: X, overdracht: 1, kaart: 'overdracht' };
    const voor = await allesVan(wereld);
    await wereld.nieuws();
    for (const soort of soorten) {
      for (const wie of MENSEN) {
        const { status, soort: antwoord, tekst } = await wereld.ververs(wie, soort, { ...data, ...KLIKVELDEN[soort] });
        expect({ soort, wie: wie.naam, status, tekst }).toMatchObject({ status: 200 });
        expect(['kaart', 'tekst']).toContain(antwoord);
      }
      expect({ soort, na: await allesVan(wereld) }).toEqual({ soort, na: voor });
      expect({ soort, nieuws: await wereld.nieuws() }).toEqual({ soort, nieuws: [] });
    }
  });

  test('the same button that is clicked does act: the test above can fail', async () => {
    const wereld = await metOverdracht();
    const voor = await allesVan(wereld);
    await wereld.klik(NOOR, 'ontvangst-bevestigen', { casusnummer: X, overdracht: 1, kaart: 'overdracht' });
    expect(await allesVan(wereld)).not.toEqual(voor);
  });

  test('shows the card as it is now', async () => {
    const wereld = await metOverdracht();
    const data = { casusnummer: X, overdracht: 1, kaart: 'overdracht' };
    expect((await wereld.ververs(NOOR, 'ontvangst-bevestigen', data)).knoppen).toContain('ontvangst-bevestigen');
    await wereld.klik(NOOR, 'ontvangst-bevestigen', data);
    const { soort, knoppen, tekst } = await wereld.ververs(NOOR, 'ontvangst-bevestigen', data);
    expect(soort).toBe('kaart');
    expect(knoppen).not.toContain('ontvangst-bevestigen');
    expect(tekst).toContain('Noor Verbeek');
  });

  test('opens no content, and no opening is logged (domein §7)', async () => {
    const wereld = await metOverdracht();
    const { tekst } = await wereld.ververs(NOOR, 'bekijk-overdracht', { casusnummer: X, overdracht: 1 });
    expect(tekst).not.toContain('politie');
    expect(await wereld.soorten(X)).not.toContain('inhoud-bekeken');
  });

  test('registers no melding', async () => {
    const wereld = await maakWereld();
    const data = { casusnummer: NIEUW, gemeente: 'breda', datum: '2026-11-23', tijd: '08:00' };
    for (const verb of ['nieuwe-casus', 'triage-afronden']) {
      expect((await wereld.ververs(VERA, verb, data)).soort).toBe('tekst');
    }
    expect(await allesVan(wereld, NIEUW)).toBeUndefined();
    await wereld.klik(VERA, 'nieuwe-casus', data);
    expect(await allesVan(wereld, NIEUW)).toBeDefined();
  });

  test.each(['automatic', 'Automatic', 'iets nieuws', 7, {}])('what says “%s” is no click', async (trigger) => {
    const wereld = await metOverdracht();
    const data = { casusnummer: X, overdracht: 1, kaart: 'overdracht' };
    await wereld.ververs(NOOR, 'ontvangst-bevestigen', data, trigger);
    expect(await wereld.soorten(X)).not.toContain('ontvangst-bevestigd');
  });

  test('an older client that says nothing of it has been clicked', async () => {
    const wereld = await metOverdracht();
    const data = { casusnummer: X, overdracht: 1, kaart: 'overdracht' };
    await wereld.ververs(NOOR, 'ontvangst-bevestigen', data, null);
    expect(await wereld.soorten(X)).toContain('ontvangst-bevestigd');
  });
});
