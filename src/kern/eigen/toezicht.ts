/**
 * What the bot says of itself: every day that it still watches, and at once what its auditor finds wrong. Written in a
 * record of its own, so that several instances say it once.
 */
import { gebeurtenis, type Envelop, type Nieuw } from '../rij/gebeurtenisrij.ts';
import type { Context } from '../rij/opdrachtrij.ts';
import type { ToezichtStuk } from '../stuk.ts';
import { verschuif, type Instant } from '../tijd/werkdagen.ts';
import { beginEigen } from './begin.ts';

/** What the auditor can find wrong (toepassing/toezicht/controleur.ts), the gravest first. */
export const BEVINDINGEN = [
  'verantwoordelijke-onduidelijk',
  'casus-slaapt',
  'termijn-gemist',
  'casus-onleesbaar',
  'niets-bezorgd',
  'instellingen-oud',
  'inhoud-klopt-niet',
  'bericht-te-laat',
  'bericht-opgegeven',
  'koppeling-stuk',
  'document-groot',
  'wekker-fout',
] as const;
export type BevindingSoort = (typeof BEVINDINGEN)[number];
export interface Bevinding {
  soort: BevindingSoort;
  /** A casusnummer, for a link the key of the organisation, or what it is that is wrong: `Teams`, `instellingen`. */
  waar: string;
}

/** How it stands over all casussen. */
export interface Telling {
  /** Casussen in which somebody still has to do something. */
  open: number;
  /** Running terms, and those among them that have passed. */
  termijnen: number;
  teLaat: number;
  /** Messages that were tried and wait, or that were given up since the werkdag before. */
  nietBezorgd: number;
}

/** What the auditor saw. */
export interface Waarneming {
  /** Absent before the first walk over all casussen has ended: without it there is no hartslag yet. */
  telling?: Telling;
  /** When the last whole round ended. */
  laatsteRonde?: Instant;
  bevindingen: readonly Bevinding[];
}

export const sleutelVan = ({ soort, waar }: Bevinding): string => `${soort} ${waar}`;

const begint = (nummer: string, envelop: Envelop): ToezichtStuk => ({
  ...beginEigen(nummer, envelop),
  soort: 'toezicht',
  toezicht: { gemeld: [] },
});

interface Onraad {
  bevindingen: Bevinding[];
  meer: number;
}

// Casusnummers and keys of organisations, never of persons.
const hartslag = gebeurtenis<Telling & Onraad & { laatsteRonde?: Instant }>()('hartslag-gegeven', {
  van: 'toezicht',
  bron: '§4.1, §4.2',
  besluit: true,
  velden: {
    open: 'blijft',
    termijnen: 'blijft',
    teLaat: 'blijft',
    nietBezorgd: 'blijft',
    laatsteRonde: 'blijft',
    bevindingen: 'blijft',
    meer: 'blijft',
  },
  woorden: 'geen',
  begint,
  verwerk: (stuk, { op, gegevens }) => ({
    ...stuk,
    toezicht: { hartslagOp: op, gemeld: gegevens.bevindingen.map(sleutelVan) },
  }),
  hoort: ({ gebeurtenis: { nr } }) => [{ nr, kaart: 'toezicht', aan: 'kanaal-vt' }],
});

const onraad = gebeurtenis<Onraad>()('onraad-gemeld', {
  van: 'toezicht',
  bron: '§4.1, §4.2',
  besluit: true,
  velden: { bevindingen: 'blijft', meer: 'blijft' },
  woorden: 'geen',
  begint,
  verwerk: (stuk, { op, gegevens }) => ({
    ...stuk,
    toezicht: {
      ...stuk.toezicht,
      onraadOp: op,
      gemeld: [...stuk.toezicht.gemeld, ...gegevens.bevindingen.map(sleutelVan)],
    },
  }),
  hoort: ({ gebeurtenis: { nr } }) => [{ nr, kaart: 'toezicht', aan: 'kanaal-vt' }],
});

export const gebeurtenissen = { 'hartslag-gegeven': hartslag.rij, 'onraad-gemeld': onraad.rij };

/** Nobody else tells VT of these; a broken link and a message that was given up have cards of their own. */
const ONRAAD: ReadonlySet<BevindingSoort> = new Set([
  'verantwoordelijke-onduidelijk',
  'casus-slaapt',
  'termijn-gemist',
  'bericht-te-laat',
  'casus-onleesbaar',
  'instellingen-oud',
  'inhoud-klopt-niet',
  'document-groot',
]);

/** So many are named between two hartslagen. Whoever did not act on a hundred is not helped by more. */
const HOOGSTENS_GENOEMD = 100;
/** After a first alarm, what is found next is told together. */
const TUSSENPOOS_MS = 15 * 60_000;

/** Whether today's hartslag is still to be given: from its hour on, on the days of the beleid. */
function isTijdVoorHartslag(stuk: ToezichtStuk | undefined, { nu, kalender, beleid }: Context): boolean {
  const { om, dagen } = beleid.hartslag;
  const gegeven = stuk?.toezicht.hartslagOp;
  return (
    (dagen === 'elke-dag' || kalender.isWerkdag(nu)) &&
    nu >= kalender.opDeDag(nu, om) &&
    (gegeven === undefined || gegeven < kalender.beginVanDag(nu))
  );
}

const noem = (bevindingen: readonly Bevinding[], hoogstens: number): Onraad => ({
  bevindingen: bevindingen.slice(0, hoogstens),
  meer: Math.max(0, bevindingen.length - hoogstens),
});

/** The hartslag when it is time for it, or else what was not told yet. */
export function houd(
  stuk: ToezichtStuk | undefined,
  { telling, laatsteRonde, bevindingen }: Waarneming,
  context: Context,
): readonly Nieuw[] {
  const alle = bevindingen.toSorted(
    (a, b) => BEVINDINGEN.indexOf(a.soort) - BEVINDINGEN.indexOf(b.soort) || (a.waar < b.waar ? -1 : 1),
  );
  if (telling && isTijdVoorHartslag(stuk, context)) {
    const gezien = laatsteRonde === undefined ? {} : { laatsteRonde };
    return [hartslag({ ...telling, ...gezien, ...noem(alle, HOOGSTENS_GENOEMD) }, { verantwoordelijk: 'blijft' })];
  }
  const { gemeld = [], onraadOp } = stuk?.toezicht ?? {};
  const ruimte = HOOGSTENS_GENOEMD - gemeld.length;
  const nieuw = alle.filter((een) => ONRAAD.has(een.soort) && !gemeld.includes(sleutelVan(een)));
  const magNu = onraadOp === undefined || context.nu >= verschuif(onraadOp, TUSSENPOOS_MS);
  return nieuw.length > 0 && ruimte > 0 && magNu ? [onraad(noem(nieuw, ruimte), { verantwoordelijk: 'blijft' })] : [];
}
