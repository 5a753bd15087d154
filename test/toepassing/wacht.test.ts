import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { instant } from '../../src/kern/tijd/werkdagen.ts';
import { maakVirtueleKlok, type VirtueleKlok } from '../../src/klok.ts';
import type { Opslag } from '../../src/toepassing/poorten.ts';
import { maakWacht, type Beurtrol, type Wacht } from '../../src/toepassing/toezicht/wacht.ts';
import { beideOpslagen } from '../steun/opslagen.ts';

const BEGIN = instant('2026-12-02T10:00:00+01:00');
const HUUR_MS = 120_000;

const OPSLAGEN = beideOpslagen('wacht');

describe.each(OPSLAGEN)('one instance at a time, on %s', (_naam, open) => {
  let opslag: Opslag;
  beforeEach(async () => {
    opslag = await open();
    onTestFinished(() => opslag.sluit());
  });

  function instantie(houder: string, begin = BEGIN): { wacht: Wacht<string>; klok: VirtueleKlok } {
    const klok = maakVirtueleKlok(begin, 0);
    return { klok, wacht: maakWacht<string>({ opslag, klok, register: 'toezicht', houder, huurMs: HUUR_MS }) };
  }
  const staat = async () => (await opslag.leesRegister<Beurtrol<string>>('toezicht'))?.waarde;

  test('given two ask at once, then one has the turn; the other knows what it kept, and whether it goes on', async () => {
    const [a, b] = [instantie('a'), instantie('b')];
    const rollen = await Promise.all([a.wacht.kijk(), b.wacht.kijk()]);
    expect(rollen.map(({ rol }) => rol).toSorted()).toEqual(['ander', 'nieuw']);
    const [wel, niet] = rollen[0].rol === 'nieuw' ? [a, b] : [b, a];
    expect(await wel.wacht.bewaar('pagina 3')).toBe(true);
    expect(await niet.wacht.kijk()).toEqual({ rol: 'ander', leeft: true, waarde: 'pagina 3' });
    expect(await niet.wacht.kijk()).toEqual({ rol: 'ander', leeft: false, waarde: 'pagina 3' });
    expect(await niet.wacht.bewaar('van mij')).toBe(false);
    expect(await staat()).toMatchObject({ nummer: 1, waarde: 'pagina 3' });
  });

  test('given the holder is silent, then its turn is taken a minute after it ran out, with the next number', async () => {
    const [a, b] = [instantie('a'), instantie('b')];
    await a.wacht.kijk();
    await a.wacht.bewaar('pagina 3');
    b.klok.vooruit(HUUR_MS + 60_000);
    expect((await b.wacht.kijk()).rol).toBe('ander');
    b.klok.vooruit(1);
    expect(await b.wacht.kijk()).toEqual({ rol: 'nieuw', leeft: true, waarde: 'pagina 3' });
    expect(await staat()).toMatchObject({ houder: 'b', nummer: 2, waarde: 'pagina 3' });
  });

  test('given the old holder wakes up late, in the middle of its work, then it overwrites nothing', async () => {
    const [a, b] = [instantie('a'), instantie('b')];
    await a.wacht.kijk();
    for (const { klok } of [a, b]) klok.vooruit(HUUR_MS + 60_001);
    await b.wacht.kijk();
    await b.wacht.bewaar('van b');
    expect(await a.wacht.bewaar('van a')).toBe(false);
    expect(await staat()).toMatchObject({ houder: 'b', nummer: 2, waarde: 'van b' });
    expect(await a.wacht.kijk()).toMatchObject({ rol: 'ander', waarde: 'van b' });
  });

  test.each([60_000, -60_000])(
    'given a clock that differs %i ms, then a live turn is never taken',
    async (verschil) => {
      const [a, b] = [instantie('a'), instantie('b')];
      b.klok.vooruit(verschil);
      await a.wacht.kijk();
      for (let keer = 0; keer < 5; keer++) {
        expect(await a.wacht.bewaar(`${keer}`)).toBe(true);
        for (const { klok } of [a, b]) klok.vooruit(HUUR_MS);
        expect((await b.wacht.kijk()).rol).toBe('ander');
        expect((await a.wacht.kijk()).rol).toBe('houder');
      }
      expect(await staat()).toMatchObject({ houder: 'a', nummer: 1 });
    },
  );

  test('given the clock was set back since, then a turn that ends absurdly late is taken', async () => {
    const [a, b, c] = [instantie('a', instant('2027-12-02T10:00:00+01:00')), instantie('b'), instantie('c')];
    await a.wacht.kijk();
    await a.wacht.bewaar('van a');
    expect(await b.wacht.kijk()).toMatchObject({ rol: 'nieuw', waarde: 'van a' });
    expect((await c.wacht.kijk()).rol).toBe('ander');
    expect(await a.wacht.bewaar('nog van a')).toBe(false);
  });

  test('given the holder stops, then another goes on at once; one of the same name does so without waiting', async () => {
    const [a, b] = [instantie('a'), instantie('b')];
    await a.wacht.kijk();
    await a.wacht.bewaar('pagina 3');
    expect(await instantie('a').wacht.kijk()).toMatchObject({ rol: 'nieuw', waarde: 'pagina 3' });
    await a.wacht.laatLos();
    expect((await b.wacht.kijk()).rol).toBe('ander');
    const weer = instantie('a');
    await weer.wacht.kijk();
    await weer.wacht.laatLos();
    expect(await b.wacht.kijk()).toMatchObject({ rol: 'nieuw', waarde: 'pagina 3' });
    expect(await staat()).toMatchObject({ houder: 'b', nummer: 4 });
  });

  test('given the answer to a write got lost, then the holder reads whose it is and goes on', async () => {
    let kwijt = false;
    const lek: Pick<Opslag, 'leesRegister' | 'schrijfRegister'> = {
      leesRegister: (naam) => opslag.leesRegister(naam),
      async schrijfRegister(naam, waarde, etag) {
        const geschreven = await opslag.schrijfRegister(naam, waarde, etag);
        if (kwijt) throw new Error('antwoord kwijt');
        return geschreven;
      },
    };
    const klok = maakVirtueleKlok(BEGIN, 0);
    const wacht = maakWacht<string>({ opslag: lek, klok, register: 'toezicht', houder: 'a', huurMs: HUUR_MS });
    await wacht.kijk();
    kwijt = true;
    await expect(wacht.bewaar('pagina 3')).rejects.toThrow('kwijt');
    kwijt = false;
    expect(await wacht.kijk()).toMatchObject({ rol: 'nieuw', waarde: 'pagina 3' });
    expect(await wacht.bewaar('pagina 4')).toBe(true);
  });
});
