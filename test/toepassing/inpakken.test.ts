/** How a long journal is stored: the same, in less room. */
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/adapters/opslag/sqlite.ts';
import { INPAKKEN_VANAF_BYTES, omvang, pakIn, pakUit, type Ingepakt } from '../../src/toepassing/casus/inpakken.ts';
import { laadRegels } from '../../src/toepassing/streek/instellingen.ts';
import { controleer, GROOT_BYTES } from '../../src/toepassing/toezicht/controleur.ts';
import { jarenLang, NU, voorbeeld } from '../adapters/opslag/voorbeeld.ts';

const X = 'VT-2026-0001';
const json = (waarde: unknown): number => Buffer.byteLength(JSON.stringify(waarde));

test('given a casus as it should go, when it is stored, then it is stored as it is, up to a quarter of a megabyte', () => {
  const klein = voorbeeld(X);
  expect(pakIn(klein)).toBe(klein);
  const over = INPAKKEN_VANAF_BYTES - json(voorbeeld(X, { gemeente: '' }));
  const vol = voorbeeld(X, { gemeente: 'é'.repeat(over / 2) + 'e'.repeat(over % 2) });
  expect(json(vol)).toBe(INPAKKEN_VANAF_BYTES);
  expect(pakIn(vol)).toBe(vol);
  const eenMeer = { ...vol, gemeente: `${vol.gemeente}e` };
  expect(pakIn(eenMeer)).not.toBe(eenMeer);
});

test('given a long journal, when it is stored, then it takes less room, all that is searched on is there, and nothing is lost', () => {
  const lang = jarenLang(X);
  const opgeslagen = pakIn(lang);
  expect(omvang(lang)).toBe(json(opgeslagen));
  expect(omvang(lang)).toBeLessThan(json(lang) / 6);
  const { journaal: _journaal, ...rest } = lang;
  expect(opgeslagen).toMatchObject(rest);
  // As it comes from a store.
  expect(pakUit(JSON.parse(JSON.stringify(opgeslagen)) as Ingepakt)).toStrictEqual(lang);
});

test('given what is stored was damaged, when the casus is read, then that casus is unreadable, and the store is not', async () => {
  const kijker = { ...(await laadRegels(undefined)), nu: NU, opgegevenSinds: NU };
  const { ingepakt } = (pakIn(jarenLang(X)) as Ingepakt).journaal;
  for (const stuk of ['', 'geen base64', ingepakt.slice(0, -40), Buffer.from('null').toString('base64')]) {
    const opslag = openSqlite({ bestand: ':memory:' });
    onTestFinished(() => opslag.sluit());
    await opslag.maak({ ...voorbeeld(X), journaal: { ingepakt: stuk } } as never);
    const gelezen = await opslag.lees(X);
    if (!gelezen) throw new Error('niet gelezen');
    expect(() => controleer(gelezen.waarde, kijker)).toThrow(TypeError);
  }
});

test('given a casus that stays larger than half of what the store holds, then that is what its size says', () => {
  const kop = 'x'.repeat(GROOT_BYTES);
  expect(omvang(jarenLang(X, { kop }))).toBeGreaterThan(GROOT_BYTES);
});
