/** Measures a store from the outside: every call by kind, with how it ended and how long it took. */
import type { Opslag } from '../poorten.ts';

export interface Opslagmeter {
  /** `verloren` is a lost race: nothing was written, and the caller tries again. */
  (soort: string, uitkomst: 'gelukt' | 'verloren' | 'fout', seconden: number): void;
}

export function metMeting(opslag: Opslag, meet: Opslagmeter): Opslag {
  async function gemeten<T>(soort: keyof Opslag, roep: () => Promise<T>, kanVerliezen = false): Promise<T> {
    const begin = performance.now();
    const klaar = (uitkomst: Parameters<Opslagmeter>[1]): void =>
      meet(soort, uitkomst, (performance.now() - begin) / 1000);
    try {
      const antwoord = await roep();
      klaar(kanVerliezen && antwoord === undefined ? 'verloren' : 'gelukt');
      return antwoord;
    } catch (fout) {
      klaar('fout');
      throw fout;
    }
  }
  return {
    lees: (casusnummer, kring) => gemeten('lees', () => opslag.lees(casusnummer, kring)),
    maak: (document) => gemeten('maak', () => opslag.maak(document), true),
    vervang: (document, etag) => gemeten('vervang', () => opslag.vervang(document, etag), true),
    teWekken: (nu, maximum) => gemeten('teWekken', () => opslag.teWekken(nu, maximum)),
    zoek: (vraag) => gemeten('zoek', () => opslag.zoek(vraag)),
    leesRegister: <T>(naam: string) => gemeten('leesRegister', () => opslag.leesRegister<T>(naam)),
    schrijfRegister: (naam, waarde, etag) =>
      gemeten('schrijfRegister', () => opslag.schrijfRegister(naam, waarde, etag), true),
    controleer: (alleenLezen) => gemeten('controleer', () => opslag.controleer(alleenLezen)),
    sluit: () => opslag.sluit(),
  };
}
