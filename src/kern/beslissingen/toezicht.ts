/**
 * What the bot says of itself: every day that it still watches, and at once what its auditor finds wrong. Written in a
 * record of its own that is stored and delivered like a casus, so that several instances say it once.
 */
import type { Casus } from '../casus.ts';
import { BEVINDINGEN, type Bevinding, type BevindingSoort, type Telling } from '../gebeurtenissen.ts';
import { maakPen, type Context } from '../pen.ts';
import { sleutelVan } from '../verwerk.ts';
import type { Uitkomst } from '../weigeringen.ts';
import { verschuif, type Instant } from '../werkdagen.ts';

/** What the auditor saw. */
export interface Waarneming {
  /** Absent before the first walk over all casussen has ended: without it there is no hartslag yet. */
  telling?: Telling;
  /** When the last whole round ended. */
  laatsteRonde?: Instant;
  bevindingen: readonly Bevinding[];
}

const BRON = '§4.1, §4.2';

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
function isTijdVoorHartslag(casus: Casus | undefined, { nu, kalender, beleid }: Context): boolean {
  const { om, dagen } = beleid.hartslag;
  const gegeven = casus?.toezicht?.hartslagOp;
  return (
    (dagen === 'elke-dag' || kalender.isWerkdag(nu)) &&
    nu >= kalender.opDeDag(nu, om) &&
    (gegeven === undefined || gegeven < kalender.beginVanDag(nu))
  );
}

/** `casus` is the record as it is, or that of the year before when this one is new. */
export function houd(nummer: string, casus: Casus | undefined, waarneming: Waarneming, context: Context): Uitkomst {
  const zelfde = casus?.casusnummer === nummer ? casus : undefined;
  const pen = maakPen(nummer, zelfde, context);
  const { telling, laatsteRonde } = waarneming;
  const alle = waarneming.bevindingen.toSorted(
    (a, b) => BEVINDINGEN.indexOf(a.soort) - BEVINDINGEN.indexOf(b.soort) || (a.waar < b.waar ? -1 : 1),
  );
  const noem = (bevindingen: readonly Bevinding[], hoogstens: number) => ({
    bevindingen: bevindingen.slice(0, hoogstens),
    meer: Math.max(0, bevindingen.length - hoogstens),
  });
  if (telling && isTijdVoorHartslag(casus, context)) {
    pen.schrijf('hartslag-gegeven', BRON, {
      ...telling,
      ...(laatsteRonde !== undefined && { laatsteRonde }),
      ...noem(alle, HOOGSTENS_GENOEMD),
    });
    return { gebeurtenissen: pen.gebeurtenissen };
  }
  const { gemeld = [], onraadOp } = casus?.toezicht ?? {};
  const ruimte = HOOGSTENS_GENOEMD - gemeld.length;
  const nieuw = alle.filter((een) => ONRAAD.has(een.soort) && !gemeld.includes(sleutelVan(een)));
  const magNu = onraadOp === undefined || context.nu >= verschuif(onraadOp, TUSSENPOOS_MS);
  if (nieuw.length > 0 && ruimte > 0 && magNu) pen.schrijf('onraad-gemeld', BRON, noem(nieuw, ruimte));
  return { gebeurtenissen: pen.gebeurtenissen };
}
