/**
 * What changes around the casussen: the adresboek, the beleid and which conversation is whose, in a record of its own
 * (domein.md §9). Once a week it is looked whether somebody stands behind every step, so that a gap is told before a
 * ladder needs it.
 */
import { gebeurtenis, type Nieuw, type Pen } from '../rij/gebeurtenisrij.ts';
import type { Context, Hiaat } from '../rij/opdrachtrij.ts';
import type { BeheerStuk, Instelling } from '../stuk.ts';
import type { Instant, Kalender } from '../tijd/werkdagen.ts';
import type { Geweigerd } from '../weigeringen.ts';
import { beginBeheer } from './begin.ts';
import {
  besluit,
  gekoppeld,
  ontkoppeld,
  vraag,
  type Koppelbesluit,
  type Koppelinggegevens,
  type Koppelvraag,
} from './koppeling.ts';
import { herstel, verbreek, type Verbindingsdaad } from './verbinding.ts';

const BRON_HIATEN = '§4.1, §4.2, §4.3, Add.6';

/** One place that changed, by its path with keys, and how many there came, went or changed; never a person's name. */
export interface Wijziging {
  waar: string;
  erbij: number;
  eraf: number;
  anders: number;
}

/** Digests (SHA-256) of what was in force before and is now; `bestand` is empty for the guideline's own table. */
interface Gewijzigd {
  wat: Instelling;
  bestand: string;
  van: string;
  naar: string;
  rijen: Wijziging[];
  /** Places that changed beyond those in `rijen`. */
  meer: number;
}

const gewijzigd = gebeurtenis<Gewijzigd>()('instelling-gewijzigd', {
  van: 'beheer',
  bron: 'domein §9',
  besluit: true,
  velden: { wat: 'blijft', bestand: 'blijft', van: 'blijft', naar: 'blijft', rijen: 'blijft', meer: 'blijft' },
  woorden: 'geen',
  begint: beginBeheer,
  verwerk: (stuk, { gegevens: { wat, naar } }) => ({
    ...stuk,
    beheer: { ...stuk.beheer, stand: { ...stuk.beheer.stand, [wat]: naar } },
  }),
  hoort: [],
});

const nagegaan = gebeurtenis<{ aanleiding: 'week' | 'wijziging'; hiaten: Hiaat[] }>()('hiaten-nagegaan', {
  van: 'beheer',
  bron: BRON_HIATEN,
  besluit: true,
  velden: { aanleiding: 'blijft', hiaten: 'blijft' },
  woorden: 'geen',
  begint: beginBeheer,
  verwerk: (stuk, { op }) => ({ ...stuk, beheer: { ...stuk.beheer, nagegaanOp: op } }),
  hoort: ({ gebeurtenis: { nr, gegevens } }) =>
    gegevens.hiaten.length > 0 ? [{ nr, kaart: 'adresboek', aan: 'beheerder' }] : [],
});

export const gebeurtenissen = { 'instelling-gewijzigd': gewijzigd.rij, 'hiaten-nagegaan': nagegaan.rij };

/** What a beheerder or a file brings about; the gaps it leaves are told at once when they are given. */
export interface Beheerdaad {
  wijzigingen?: readonly Omit<Gewijzigd, 'van'>[];
  gekoppeld?: Koppelinggegevens;
  ontkoppeld?: { organisaties: string[]; conversatie: string };
  gevraagd?: Koppelvraag;
  besluit?: Koppelbesluit;
  verbroken?: readonly Verbindingsdaad[];
  hersteld?: readonly Verbindingsdaad[];
  hiaten?: readonly Hiaat[];
}

/** Writes it down. A change to what stands there already (another instance was first) gives no event. */
export function leg(pen: Pen, stuk: BeheerStuk | undefined, daad: Beheerdaad, { nu }: Context): Geweigerd | undefined {
  const wijzigingen = (daad.wijzigingen ?? []).flatMap((wijziging) => {
    const van = stuk?.beheer.stand[wijziging.wat] ?? '';
    return van === wijziging.naar ? [] : [gewijzigd({ ...wijziging, van }, { verantwoordelijk: 'blijft' })];
  });
  for (const wijziging of wijzigingen) pen.schrijf(wijziging);
  if (daad.gekoppeld) pen.schrijf(gekoppeld(daad.gekoppeld, { verantwoordelijk: 'blijft' }));
  if (daad.ontkoppeld) pen.schrijf(ontkoppeld(daad.ontkoppeld, { verantwoordelijk: 'blijft' }));
  for (const breuk of daad.verbroken ?? []) verbreek(pen, stuk?.beheer.verbroken, breuk);
  for (const terug of daad.hersteld ?? []) herstel(pen, stuk?.beheer.verbroken, terug);
  if (daad.gevraagd) vraag(pen, stuk, daad.gevraagd, nu);
  if (daad.besluit) {
    const geweigerd = besluit(pen, stuk, daad.besluit, nu);
    if (geweigerd) return geweigerd;
  }
  const hiaten = daad.hiaten ?? [];
  if (wijzigingen.length > 0 && hiaten.length > 0) {
    pen.schrijf(nagegaan({ aanleiding: 'wijziging', hiaten: [...hiaten] }, { verantwoordelijk: 'blijft' }));
  }
  return undefined;
}

/** The first opening of the week after the one in which it was last looked; what was missed waits for office hours. */
export function volgendeControle({ beheer }: BeheerStuk, nu: Instant, kalender: Kalender): Instant {
  const moment = kalender.openingVanWeekNa(beheer.nagegaanOp);
  return moment > nu ? moment : kalender.binnenKantooruren(nu);
}

/** The weekly look. Without gaps it is written down too, so that it is done once a week, and nobody is told. */
export function kijkWekelijks(stuk: BeheerStuk, { nu, kalender, hiaten }: Context): readonly Nieuw[] {
  if (hiaten === undefined || volgendeControle(stuk, nu, kalender) > nu) return [];
  return [nagegaan({ aanleiding: 'week', hiaten: [...hiaten] }, { verantwoordelijk: 'blijft' })];
}
