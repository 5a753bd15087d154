/**
 * A conversation in which the bot cannot speak any more, by what Teams said of it, and its return. One break can be
 * reported several times (an installationUpdate and a conversationUpdate, or Teams delivers again): it is told once.
 */
import type { Bericht, Geadresseerde } from '../berichten/bericht.ts';
import { gebeurtenis, type Pen } from '../rij/gebeurtenisrij.ts';
import type { BeheerStuk, Verbroken } from '../stuk.ts';
import type { Instant } from '../tijd/werkdagen.ts';
import { beginBeheer } from './begin.ts';

export const BREUKEN = [
  'bot-verwijderd',
  'kanaal-verwijderd',
  'team-gearchiveerd',
  'team-verwijderd',
  'app-verwijderd',
] as const;
/** Why the bot cannot speak in a conversation any more; the last is a person's own chat. */
export type Breuk = (typeof BREUKEN)[number];

export interface Verbindingsgegevens {
  /** Whose messages went there: keys of the adresboek. */
  organisaties: string[];
  conversatie: string;
  /** How Teams calls it; empty when that is not known. */
  naam: string;
  breuk: Breuk;
  /** Entra object id of whose own chat it is. */
  persoon?: string;
}

type Waar = Pick<Verbindingsgegevens, 'conversatie' | 'breuk'>;

const sleutel = ({ conversatie, breuk }: Waar): string => `${breuk} ${conversatie}`;

export const breukVan = (verbroken: Verbroken | undefined, waar: Waar): Verbroken[string] | undefined =>
  verbroken?.[sleutel(waar)];

export const isVerbroken = (verbroken: Verbroken | undefined, conversatie: string): boolean =>
  Object.entries(verbroken ?? {}).some(([naam, { hersteld }]) => naam.endsWith(` ${conversatie}`) && !hersteld);

/** Whoever links or unlinks a conversation by hand knows better: what was broken there counts no more. */
export const zonderBreuk = (verbroken: Verbroken, conversatie: string): Verbroken =>
  Object.fromEntries(Object.entries(verbroken).filter(([naam]) => !naam.endsWith(` ${conversatie}`)));

/** A break that began before `tot` and is over is told no more: its mark only kept a second report of it from counting. */
export const zonderOude = (verbroken: Verbroken, tot: Instant): Verbroken =>
  Object.fromEntries(Object.entries(verbroken).filter(([, { sinds, hersteld }]) => !hersteld || sinds >= tot));

const metStaat = (stuk: BeheerStuk, waar: Waar, staat: Verbroken[string]): BeheerStuk => ({
  ...stuk,
  beheer: { ...stuk.beheer, verbroken: { ...stuk.beheer.verbroken, [sleutel(waar)]: staat } },
});

const VELDEN = {
  organisaties: 'blijft',
  conversatie: 'blijft',
  naam: 'blijft',
  breuk: 'blijft',
  persoon: 'persoon',
} as const;

/** A card about a link, to each of these. */
export const overKoppeling = (nr: number, aan: readonly Geadresseerde[]): Bericht[] =>
  aan.map((een) => ({ nr, kaart: 'koppeling', aan: een }));

const verbroken = gebeurtenis<Verbindingsgegevens>()('gesprek-verbroken', {
  van: 'beheer',
  bron: 'domein §1',
  besluit: true,
  velden: VELDEN,
  woorden: 'geen',
  begint: beginBeheer,
  verwerk: (stuk, { op, gegevens }) => metStaat(stuk, gegevens, { sinds: op }),
  hoort({ gebeurtenis: { nr, gegevens } }) {
    // VT without a channel would hear nothing, so its leidinggevenden hear it in person.
    const isKanaalVt = gegevens.organisaties.includes('veilig-thuis') && gegevens.persoon === undefined;
    return overKoppeling(nr, [isKanaalVt ? 'leidinggevende-vt' : 'kanaal-vt', 'beheerder']);
  },
});

const hersteld = gebeurtenis<Verbindingsgegevens>()('gesprek-hersteld', {
  van: 'beheer',
  bron: 'domein §1',
  besluit: true,
  velden: VELDEN,
  woorden: 'geen',
  begint: beginBeheer,
  verwerk: (stuk, { op, gegevens }) =>
    metStaat(stuk, gegevens, { sinds: breukVan(stuk.beheer.verbroken, gegevens)?.sinds ?? op, hersteld: true }),
  hoort: ({ gebeurtenis: { nr } }) => overKoppeling(nr, ['kanaal-vt', 'beheerder']),
});

export const gebeurtenissen = { 'gesprek-verbroken': verbroken.rij, 'gesprek-hersteld': hersteld.rij };

/** `sinds`: since when it is broken for this reason, as far as that is kept beside the journal. */
export type Verbindingsdaad = Verbindingsgegevens & { sinds?: Instant };

export function verbreek(pen: Pen, bekende: Verbroken | undefined, { sinds, ...gegevens }: Verbindingsdaad): void {
  const bekend = breukVan(bekende, gegevens);
  const isBekend = sinds !== undefined || (bekend !== undefined && !bekend.hersteld);
  if (!isBekend) pen.schrijf(verbroken(gegevens, { verantwoordelijk: 'blijft' }));
}

export function herstel(pen: Pen, bekende: Verbroken | undefined, { sinds, ...gegevens }: Verbindingsdaad): void {
  const bekend = breukVan(bekende, gegevens);
  // Written down already by another event of the same return.
  if (bekend?.hersteld && (sinds === undefined || sinds <= bekend.sinds)) return;
  pen.schrijf(hersteld(gegevens, { verantwoordelijk: 'blijft' }));
}
