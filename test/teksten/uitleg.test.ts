import { describe, expect, it } from 'vitest';
import { maakKaarten } from '../../src/adapters/kaarten/kaarten.ts';
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import { teksten } from '../../src/teksten/nl.ts';
import { ONDERWERPEN, type Onderwerp } from '../../src/teksten/onderwerp.ts';
import { alineasVan, UITLEG, zoekUitleg } from '../../src/teksten/uitleg.nl.ts';
import { keur, zichtbareTekst } from '../cards/keuring.ts';
import { bericht } from '../cards/voorbeelden.ts';

const kaarten = maakKaarten();
const meer = (onderwerpen: readonly Onderwerp[]): { onderwerp: Onderwerp; titel: string }[] =>
  onderwerpen.map((onderwerp) => ({ onderwerp, titel: UITLEG[onderwerp].titel }));

describe.each(ONDERWERPEN)('uitleg %s', (onderwerp) => {
  const { titel, bron, woorden, zieOok } = UITLEG[onderwerp];
  const alineas = alineasVan(onderwerp, STANDAARD_BELEID);

  it('names the § it rests on', () => {
    expect(bron).toMatch(/^(§\d(\.\d)*|Add\.\d)(, (§\d(\.\d)*|Add\.\d))*$/);
  });

  it('is short: no paragraph over 400 characters, no title that a button cuts', () => {
    expect(titel.length).toBeLessThanOrEqual(40);
    expect(alineas.length).toBeLessThanOrEqual(5);
    for (const alinea of alineas) {
      expect(alinea.length).toBeLessThanOrEqual(400);
      // B1 asks for about 15 words on average; a sentence that sums up may be longer.
      const zinnen = alinea.split(/(?<=[.?!])\s/);
      expect(zinnen.filter((zin) => zin.split(' ').length > 28)).toEqual([]);
    }
  });

  it('is found by its own name, its title and every word for it, however it is typed', () => {
    const getypt = [onderwerp, titel, ...woorden].flatMap((woord) => [woord, ` ${woord.toUpperCase()}?`]);
    expect(getypt.filter((woord) => zoekUitleg(woord) !== onderwerp)).toEqual([]);
  });

  it('leads to others, not to itself', () => {
    expect(zieOok).not.toContain(onderwerp);
    expect(new Set(zieOok).size).toBe(zieOok.length);
    expect(zieOok.length).toBeGreaterThan(1);
    expect(zieOok.length).toBeLessThanOrEqual(5);
  });

  it('fits on its card, alone and with all other subjects', () => {
    for (const onderwerpen of [[], zieOok, ONDERWERPEN.filter((ander) => ander !== onderwerp)]) {
      const kaart = kaarten.vul(bericht('uitleg', { titel, alineas, bron, meer: meer(onderwerpen) }));
      expect(keur(kaart)).toEqual([]);
      for (const alinea of alineas) expect(zichtbareTekst(kaart)).toContain(alinea);
    }
  });
});

describe('zoekUitleg', () => {
  it.each([
    ['Wachtlijsten', 'wachtlijst'],
    ['wachtlijst van veilig thuis', 'wachtlijst-vt'],
    ['de wachtlijst bij VT', 'wachtlijst-vt'],
    ['wat is een koude overdracht', 'overdracht'],
    ['meningverschil', 'meningsverschil'],
    ['terug leggen', 'terugleggen'],
    ['client systeem', 'clientsysteem'],
    ['cliëntsysteem', 'clientsysteem'],
    ['adviezen', 'advies'],
    ['triaje', 'melding'],
    ['ontvangst bevesigen', 'ontvangst'],
    ['kunnen wij een overdracht weigeren', 'weigeren'],
    ['niet binnen twee weken oppakken', 'niet-op-tijd'],
    ['nieuwe meldingen', 'nieuwe-melding'],
    ['HGO', 'vervolgtraject'],
    ['gegevens van cliënten', 'privacy'],
    ['wie is er verantwoordelijk', 'verantwoordelijk'],
    ['escaleren', 'meningsverschil'],
  ])('%s', (getypt, onderwerp) => {
    expect(zoekUitleg(getypt)).toBe(onderwerp);
  });

  it.each(['', '?!', 'pizza', 'van de het', 'x'.repeat(5_000), 'wa', '__proto__'])(
    'knows nothing of "%s"',
    (getypt) => {
      expect(zoekUitleg(getypt)).toBeUndefined();
    },
  );

  it('knows what a refusal refers to', () => {
    const verwijzingen = Object.values(teksten.uitleg.bijWeigering).flatMap((verwijzing) => verwijzing ?? []);
    expect(verwijzingen).not.toEqual([]);
    expect(verwijzingen.filter((verwijzing) => zoekUitleg(verwijzing) === undefined)).toEqual([]);
  });
});

describe('what the region chose is said to be its choice', () => {
  it.each<[Onderwerp, RegExp]>([
    ['verantwoordelijk', /regionale afspraak/],
    ['ontvangst', /regionale afspraak/],
    ['weigeren', /regionale afspraak/],
    ['wachtlijst', /1 werkdag \(regionale afspraak\)/],
    ['wachtlijst-vt', /vóór 12:00 \(regionale afspraak\)/],
    ['meningsverschil', /2 werkdagen, 5 werkdagen en 10 werkdagen \(regionale afspraak\)/],
    ['clientsysteem', /regionale afspraak/],
    ['termijnen', /regionale afspraak/],
  ])('%s', (onderwerp, woorden) => {
    expect(alineasVan(onderwerp, STANDAARD_BELEID).join(' ')).toMatch(woorden);
  });
});
