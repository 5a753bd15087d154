/** Who looked, and what people said of what had been said already: words that change nothing else (domein.md §7, §9). */
import { voortgang } from '../berichten/bericht.ts';
import { lopendeOverdracht } from '../casus.ts';
import { gebeurtenis } from '../rij/gebeurtenisrij.ts';
import type { Aanvulbaar, Zijde } from '../woorden.ts';

/**
 * Someone opened the content of an overdracht. `gebeurtenis`: not the content but the words that people typed in that
 * event (its number); `overdracht` is 0 for an event that belongs to none.
 */
export const bekeken = gebeurtenis<{ overdracht: number; gebeurtenis?: number }>()('inhoud-bekeken', {
  van: 'casus',
  bron: '§5',
  besluit: false,
  velden: { overdracht: 'blijft', gebeurtenis: 'blijft' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (casus) => casus,
  hoort: [],
});

export const DOSSIER_VORMEN = ['html', 'json'] as const;
export type DossierVorm = (typeof DOSSIER_VORMEN)[number];

/**
 * The whole dossier was given out, as a page to read or as data. `aangemeld`: whether signing in proved who fetched it;
 * absent in journals from before that was asked.
 */
export const verstrekt = gebeurtenis<{ vorm: DossierVorm; aangemeld?: boolean }>()('dossier-verstrekt', {
  van: 'casus',
  bron: 'domein §9',
  besluit: false,
  velden: { vorm: 'blijft', aangemeld: 'blijft' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (casus) => casus,
  hoort: [],
});

interface Aangevuld {
  bij: Aanvulbaar;
  overdracht?: number;
  tekst: string;
  doorPartij: Zijde;
}

/** Other words about what had been said already, by whoever said it: nobody's words are lost (§4.3, §5). */
export const aangevuld = gebeurtenis<Aangevuld>()('aangevuld', {
  van: 'casus',
  bron: '§5',
  besluit: true,
  velden: { bij: 'blijft', overdracht: 'blijft', tekst: 'tekst', doorPartij: 'blijft' },
  woorden: ({ tekst }) => tekst,
  begint: 'nooit',
  verwerk: (casus) => casus,
  hoort({ na, gebeurtenis: { nr, gegevens } }) {
    const { overdracht, doorPartij } = gegevens;
    const bijTeam = overdracht !== undefined && lopendeOverdracht(na)?.nr === overdracht;
    return voortgang(na, nr, overdracht ?? na.overdrachten.at(-1)?.nr ?? 0, [
      ...(doorPartij !== 'lokale-toegang' && bijTeam ? (['kanaal-team'] as const) : []),
      ...(doorPartij !== 'veilig-thuis' ? (['kanaal-vt'] as const) : []),
    ]);
  },
});

export const gebeurtenissen = {
  'inhoud-bekeken': bekeken.rij,
  'dossier-verstrekt': verstrekt.rij,
  aangevuld: aangevuld.rij,
};
