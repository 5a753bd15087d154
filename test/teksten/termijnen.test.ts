import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TERMIJN_NAMEN, type Beleid, type Beleidsregel } from '../../src/kern/beleid/beleid.ts';
import { beleidVan, STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import { adresboekTeksten } from '../../src/teksten/adresboek.nl.ts';
import { teksten } from '../../src/teksten/nl.ts';
import { ONDERWERPEN } from '../../src/teksten/onderwerp.ts';
import { termijnWoorden } from '../../src/teksten/taal/duur.nl.ts';
import { alineasVan, UITLEG } from '../../src/teksten/uitleg.nl.ts';

/** A number with what it counts, as a term is written; "24:00" is where a day ends and no term. */
const TERMIJN =
  /(?:\d+|één|een|twee|drie|vier|vijf|acht|tien|twaalf)\s(?:werkdag(?:en)?|we(?:ek|ken)|maand(?:en)?|uur)(?!\p{L})|(?:vóór|voor|om|tot|uiterlijk) \d\d[:.]\d\d/giu;
const termijnenIn = (tekst: string): string[] => tekst.match(TERMIJN) ?? [];

/** Every term as no region has it: 31 werkdagen, 32 weken … */
function anders(naam: keyof Beleid['termijnen'], nr: number): Beleidsregel {
  const regel = STANDAARD_BELEID.termijnen[naam];
  const duur = { opDeDag: { opDeDag: '13:37' }, weken: { weken: 31 + nr }, werkdagen: { werkdagen: 31 + nr } };
  if ('opDeDag' in regel.duur) return { ...regel, duur: duur.opDeDag };
  if ('afgesproken' in regel.duur) return regel;
  return { ...regel, duur: 'weken' in regel.duur ? duur.weken : duur.werkdagen };
}
const STREEK = beleidVan(
  { termijnen: Object.fromEntries(TERMIJN_NAMEN.map((naam, nr) => [naam, anders(naam, nr)])) },
  'streek',
);
const NIEUW = TERMIJN_NAMEN.map((naam) => termijnWoorden(STREEK).duur(naam)).map((duur) =>
  duur === '13:37' ? 'vóór 13:37' : duur,
);

describe('a region that changes its policy reads its own terms', () => {
  it.each(ONDERWERPEN)('uitleg %s names no term but those in force', (onderwerp) => {
    const genoemd = alineasVan(onderwerp, STREEK).flatMap(termijnenIn);
    expect(genoemd.filter((termijn) => !NIEUW.includes(termijn))).toEqual([]);
    expect(UITLEG[onderwerp].woorden.flatMap(termijnenIn)).toEqual([]);
  });

  it('uitleg says the new number wherever it said the old one', () => {
    for (const onderwerp of ONDERWERPEN) {
      const standaard = alineasVan(onderwerp, STANDAARD_BELEID).map((alinea) => termijnenIn(alinea).length);
      expect(alineasVan(onderwerp, STREEK).map((alinea) => termijnenIn(alinea).length)).toEqual(standaard);
    }
    const alles = ONDERWERPEN.flatMap((onderwerp) => alineasVan(onderwerp, STREEK)).join(' ');
    for (const naam of [
      ...(['triage', 'vervolg', 'bevestigen', 'oppakken', 'informeer-gemeente', 'melding-bespreken'] as const),
      ...(['gesprek-professionals', 'gesprek-leidinggevenden', 'gesprek-gemeente'] as const),
      ...(['schriftelijk-informeren', 'wachtlijst-vt', 'screening'] as const),
    ]) {
      expect(alles).toContain(termijnWoorden(STREEK).duur(naam));
    }
  });

  it('says that a term is a regional one when the region made it so, and how often it screens', () => {
    const triage = { ...STREEK.termijnen.triage, bron: { paragraaf: '§3.1.2', regionaal: true } };
    const eigen = {
      ...STREEK,
      termijnen: { ...STREEK.termijnen, triage },
      screening: { ...STREEK.screening, dagen: 'werkdagen' as const },
    };
    expect(alineasVan('melding', eigen).join(' ')).toContain('werkdagen (regionale afspraak) klaar');
    expect(alineasVan('melding', STREEK).join(' ')).toContain('werkdagen klaar');
    expect(alineasVan('wachtlijst-vt', eigen).join(' ')).toContain('elke werkdag');
  });

  it('no sentence in src/teksten, card or manifest has a term written in it', () => {
    const bestanden = ['../../src/teksten/', '../../cards/', '../../manifest/'].flatMap((map) => {
      const plek = new URL(map, import.meta.url);
      return readdirSync(plek, { encoding: 'utf8', recursive: true })
        .filter((naam) => /\.(?:ts|json)$/.test(naam) && !naam.includes('voorbeeld'))
        .map((naam) => ({ naam, tekst: readFileSync(new URL(naam, plek), 'utf8') }));
    });
    expect(bestanden.length).toBeGreaterThan(30);
    const geschreven = bestanden.flatMap(({ naam, tekst }) =>
      termijnenIn(tekst.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')).map((termijn) => `${naam}: ${termijn}`),
    );
    expect(geschreven).toEqual([]);
  });

  it('one month, week or werkdag is one', () => {
    expect(teksten.meningsverschil.oud(1)).toContain('langer dan 1 maand niet');
    expect(adresboekTeksten.aandacht.verouderd(1)).toContain('langer dan 1 maand niet');
    expect(adresboekTeksten.nodig('Oppakken', { weken: 1 })).toContain('1 week te laat');
    expect(teksten.nog(1, false)).toBe('nog 1 werkdag');
  });

  it('control: a number that is written out is seen', () => {
    expect(
      [
        'binnen 2 weken',
        'na twee weken',
        'binnen één werkdag',
        'klaar vóór 12:00.',
        '24 maanden na',
        'binnen 48 uur',
      ].map((zin) => termijnenIn(zin).length),
    ).toEqual([1, 1, 1, 1, 1, 1]);
    expect(termijnenIn('tot het einde van de dag (24:00), in stap 2')).toEqual([]);
  });
});
