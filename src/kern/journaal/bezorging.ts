/** How messages fared: each outcome of a delivery, and who stood in for an addressee with nobody behind it (domein.md §7). */
import type { Ontvanger } from '../beleid/beleid.ts';
import { gebeurtenis } from '../rij/gebeurtenisrij.ts';

/** Which message it is about, by its own key, and where it went: an organisation's key or a person's id. */
interface Bezorggegevens {
  sleutel: string;
  kaart: string;
  waar: string;
}
type Mislukt = Bezorggegevens & { code: string };

const VELDEN = { sleutel: 'adres', kaart: 'blijft', waar: 'adres' } as const;

const bezorgd = gebeurtenis<Bezorggegevens>()('bericht-bezorgd', {
  van: 'elk',
  bron: 'domein §7',
  besluit: false,
  velden: VELDEN,
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (stuk) => stuk,
  hoort: [],
});

const onzeker = gebeurtenis<Mislukt>()('bericht-onzeker', {
  van: 'elk',
  bron: 'domein §7',
  besluit: false,
  velden: { ...VELDEN, code: 'blijft' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (stuk) => stuk,
  hoort: [],
});

const onbezorgbaar = gebeurtenis<Mislukt>()('bericht-onbezorgbaar', {
  van: 'elk',
  bron: 'domein §7',
  besluit: false,
  velden: { ...VELDEN, code: 'blijft' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (stuk) => stuk,
  // That this very message did not arrive is for the auditor: one about it would end the same way, without end.
  hoort: ({ gebeurtenis: { nr, gegevens } }) =>
    gegevens.kaart === 'onbezorgbaar' ? [] : [{ nr, kaart: 'onbezorgbaar', aan: 'kanaal-vt' }],
});

/** Nobody stood behind an addressee of that event (its number): who of which organisation, and who heard instead. */
export const ontbrak = gebeurtenis<{ gebeurtenis: number; ontbrak: Ontvanger; wie: string; naar: Ontvanger[] }>()(
  'ontvanger-ontbrak',
  {
    van: 'elk',
    bron: 'domein §5',
    besluit: true,
    velden: { gebeurtenis: 'blijft', ontbrak: 'blijft', wie: 'blijft', naar: 'blijft' },
    woorden: 'geen',
    begint: 'nooit',
    verwerk: (stuk, { gegevens }) =>
      stuk.soort === 'casus' && gegevens.naar.includes('contactambtenaar')
        ? { ...stuk, gemeenteIngelicht: true }
        : stuk,
    hoort: [],
  },
);

export const gebeurtenissen = {
  'bericht-bezorgd': bezorgd.rij,
  'bericht-onzeker': onzeker.rij,
  'bericht-onbezorgbaar': onbezorgbaar.rij,
  'ontvanger-ontbrak': ontbrak.rij,
};

/** The maker of each outcome; what needs no code leaves it out. */
export const UITKOMST = {
  'bericht-bezorgd': bezorgd,
  'bericht-onzeker': onzeker,
  'bericht-onbezorgbaar': onbezorgbaar,
};
