/**
 * Which fields of an event name a person, hold free text or say what is the matter in a family, as its row says. Retention
 * erases exactly these (domein.md §9), and the hash chain binds them by a salted digest, so that it still holds when they
 * are gone.
 */
import {
  GEBEURTENIS_SOORTEN,
  GEBEURTENISSEN,
  type Gebeurtenis,
  type GebeurtenisSoort,
  type SoortMetTekst,
} from '../gebeurtenissen.ts';
import type { Aard } from '../rij/gebeurtenisrij.ts';
import { EIGEN_WOORDEN, type EigenWoorden } from '../woorden.ts';

/**
 * How an event is divided for the hash chain. In the first form a `kenmerk` belonged to what always stays; an event
 * that was bound like that keeps it, because its hash would not hold without.
 */
export type Splitsing = 1 | 2;
export const SPLITSING: Splitsing = 2;

/** Stands in the journal where something was erased. Stored, so it never changes. */
export const GEWIST = '(gewist)';

const aardVan = (soort: GebeurtenisSoort): Readonly<Record<string, Aard>> => GEBEURTENISSEN[soort].velden;
const heeftTekst = (soort: GebeurtenisSoort): soort is SoortMetTekst => Object.values(aardVan(soort)).includes('tekst');
export const SOORTEN_MET_TEKST: readonly SoortMetTekst[] = GEBEURTENIS_SOORTEN.filter(heeftTekst);

export const isEigenWoord = (tekst: string): tekst is EigenWoorden =>
  (EIGEN_WOORDEN as readonly string[]).includes(tekst);

const isVrij = (waarde: unknown): waarde is string =>
  typeof waarde === 'string' && waarde !== '' && waarde !== GEWIST && !isEigenWoord(waarde);

/** The words that people typed in an event, one text per field; none when it holds none, or when they are erased. */
export function vrijeTekst({ soort, gegevens }: Gebeurtenis): string[] {
  return Object.entries(gegevens).flatMap(([veld, waarde]) =>
    aardVan(soort)[veld] === 'tekst' && isVrij(waarde) ? [waarde] : [],
  );
}

/** Whether people typed something in it that is still there. */
export const heeftVrijeTekst = (
  gebeurtenis: Gebeurtenis,
): gebeurtenis is Extract<Gebeurtenis, { soort: SoortMetTekst }> =>
  heeftTekst(gebeurtenis.soort) && vrijeTekst(gebeurtenis).length > 0;

/** The same event with those words left empty, to tell of it where not everybody may read them (domein.md §7). */
export function zonderVrijeTekst<G extends Gebeurtenis>(gebeurtenis: G): G {
  const leeg = Object.entries(gebeurtenis.gegevens).filter(
    ([veld, waarde]) => aardVan(gebeurtenis.soort)[veld] === 'tekst' && isVrij(waarde),
  );
  if (leeg.length === 0) return gebeurtenis;
  return {
    ...gebeurtenis,
    gegevens: { ...gebeurtenis.gegevens, ...Object.fromEntries(leeg.map(([veld]) => [veld, ''])) },
  };
}

type Velden = Record<string, unknown>;

const wisbareGegevens = ({ soort, gegevens }: Gebeurtenis, vorm: Splitsing): string[] =>
  Object.keys(gegevens).filter((veld) => {
    const aard = aardVan(soort)[veld];
    return aard !== 'blijft' && (aard !== 'kenmerk' || vorm === 2);
  });

/** An event as its two parts: what always stays, and what can be erased, by path. */
export function splits(gebeurtenis: Gebeurtenis, vorm: Splitsing = SPLITSING): { vast: Velden; wisbaar: Velden } {
  const { id, naam, ...door } = gebeurtenis.door;
  const wisbaar: Velden = {
    ...(id !== undefined && { 'door.id': id }),
    ...(naam !== undefined && { 'door.naam': naam }),
  };
  const gegevens: Velden = { ...gebeurtenis.gegevens };
  for (const veld of wisbareGegevens(gebeurtenis, vorm)) {
    wisbaar[`gegevens.${veld}`] = gegevens[veld];
    delete gegevens[veld];
  }
  return { vast: { ...gebeurtenis, door, gegevens }, wisbaar };
}

/**
 * The event without persons, free text and what it says of the family; itself when it holds none. A list is left empty,
 * a single word is gone, so that what stands there is never another word of the list. A delivery to an organisation
 * names nobody and stays as it is: `organisaties` are the keys of those of this casus.
 */
export function wis<G extends Gebeurtenis>(
  gebeurtenis: G,
  organisaties: ReadonlySet<string>,
  vorm: Splitsing = SPLITSING,
): G {
  if ('waar' in gebeurtenis.gegevens && organisaties.has(gebeurtenis.gegevens.waar)) return gebeurtenis;
  if (Object.keys(splits(gebeurtenis, vorm).wisbaar).length === 0) return gebeurtenis;
  const { id: _id, naam: _naam, ...door } = gebeurtenis.door;
  const wisbaar = new Set(wisbareGegevens(gebeurtenis, vorm));
  const gegevens = Object.fromEntries(
    Object.entries(gebeurtenis.gegevens).flatMap(([veld, waarde]) => {
      if (!wisbaar.has(veld)) return [[veld, waarde]];
      if (aardVan(gebeurtenis.soort)[veld] !== 'kenmerk') return [[veld, GEWIST]];
      return Array.isArray(waarde) ? [[veld, []]] : [];
    }),
  );
  return { ...gebeurtenis, door, gegevens };
}

/** Whether nothing is left of what could be erased of it. */
export const isLeeg = (wisbaar: Velden): boolean =>
  Object.values(wisbaar).every((deel) => deel === GEWIST || (Array.isArray(deel) && deel.length === 0));
