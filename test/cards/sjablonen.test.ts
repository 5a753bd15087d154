import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { KAART_NAMEN, maakKaarten } from '../../src/adapters/kaarten/kaarten.ts';
import { leesSjabloon } from '../../src/adapters/kaarten/sjablonen.ts';
import { delen } from './keuring.ts';
import { bericht, CARDS, voorbeeld } from './voorbeelden.ts';

/** The template `x` of a folder of its own, with these parts. */
function lees(sjabloon: unknown, stukken: Record<string, unknown> = {}): unknown {
  const map = mkdtempSync(join(tmpdir(), 'sjablonen-'));
  mkdirSync(join(map, 'delen'));
  writeFileSync(join(map, 'x.json'), JSON.stringify(sjabloon));
  for (const [naam, deel] of Object.entries(stukken))
    writeFileSync(join(map, 'delen', `${naam}.json`), JSON.stringify(deel));
  return leesSjabloon(map, 'x');
}

describe('a part stands where it is named', () => {
  it('with the texts of the call in their places, and the other keys set on it', () => {
    const kop = { type: 'TextBlock', text: '⚠ @{tekst}', size: 'Small' };
    expect(lees({ body: [{ $deel: 'kop', tekst: 'Let op', $when: '${a}', size: 'Large' }] }, { kop })).toEqual({
      body: [{ type: 'TextBlock', text: '⚠ Let op', $when: '${a}', size: 'Large' }],
    });
  });

  it('a list in the list around it, and what is given as a list in the list of the part', () => {
    const twee = [{ type: 'A' }, { type: 'B' }];
    const doos = { items: ['@{inhoud}'] };
    expect(lees([{ $deel: 'doos', inhoud: [{ $deel: 'twee' }, 1] }], { twee, doos })).toEqual([
      { items: [{ type: 'A' }, { type: 'B' }, 1] },
    ]);
  });

  it('in parts of parts, each with its own texts, and the card under its name', () => {
    const buiten = { $deel: 'binnen', tekst: 'van @{tekst}' };
    const binnen = { text: '@{tekst}', data: { kaart: '@{kaart}' } };
    expect(lees({ $deel: 'buiten', tekst: 'ver' }, { buiten, binnen })).toEqual({
      text: 'van ver',
      data: { kaart: 'x' },
    });
  });

  it.each([
    ['that does not exist', { $deel: 'weg' }, {}, 'kaart x: deel weg bestaat niet'],
    ['that misses a text', { $deel: 'kop' }, { kop: { text: '@{tekst}' } }, 'kaart x: deel kop mist tekst'],
    ['that holds itself', { $deel: 'a' }, { a: { b: { $deel: 'a' } } }, 'kaart x: deel a > a bevat zichzelf'],
    ['that is a list, with a key for it', { $deel: 'a', $when: 'x' }, { a: [1] }, 'deel a is een lijst'],
  ])('or the program does not start: one %s', (_naam, sjabloon, stukken, wat) => {
    expect(() => lees(sjabloon, stukken)).toThrow(wat);
  });
});

const MAP = fileURLToPath(CARDS);
const DELEN = readdirSync(join(MAP, 'delen')).map((bestand) => bestand.replace(/\.json$/, ''));

describe('cards/', () => {
  it('has no part that nothing names', () => {
    const bestanden = [
      ...KAART_NAMEN.map((naam) => `${naam}.json`),
      ...DELEN.map((naam) => join('delen', `${naam}.json`)),
    ];
    const genoemd = new Set(
      bestanden.flatMap((bestand) =>
        [...readFileSync(join(MAP, bestand), 'utf8').matchAll(/"\$deel": "([^"]+)"/g)].map(([, naam]) => naam),
      ),
    );
    expect(DELEN.filter((naam) => !genoemd.has(naam))).toEqual([]);
  });

  it.each(KAART_NAMEN)('%s: fixed text of one style is a TextBlock, and a section head is a heading', (naam) => {
    const sjabloon = leesSjabloon(MAP, naam);
    const vast = [...delen(sjabloon)].filter(({ deel }) => deel['type'] === 'RichTextBlock' && isEnkelVast(deel));
    expect(vast.map(({ deel }) => deel)).toEqual([]);
    const koppen = [...delen(sjabloon)].filter(
      ({ deel }) => deel['type'] === 'TextBlock' && deel['weight'] === 'Bolder' && deel['isSubtle'] === true,
    );
    expect(koppen.filter(({ deel }) => deel['style'] !== 'heading')).toEqual([]);
    expect(JSON.stringify(sjabloon)).toContain('"style":"heading"');
  });

  it('tells a client that cannot draw a card what the notification tells', () => {
    const kaart = maakKaarten().vul({
      ...bericht('ping', voorbeeld('ping', 'verlopen')),
      samenvatting: 'Termijn\u202e verlopen',
    });
    expect(kaart['fallbackText']).toBe('Termijn verlopen');
  });
});

/** One run after the other in one style, without anything of a model. */
function isEnkelVast({ inlines }: Record<string, unknown>): boolean {
  const stukken = (inlines as Record<string, unknown>[]).map(({ text, $when: _wanneer, ...stijl }) => ({
    tekst: String(text),
    stijl: JSON.stringify(stijl),
  }));
  return stukken.every(({ tekst }) => !tekst.includes('${')) && new Set(stukken.map(({ stijl }) => stijl)).size === 1;
}
