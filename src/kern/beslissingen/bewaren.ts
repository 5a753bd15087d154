/** Retention: a set time after closing, all that names a person or tells of a family is erased (domein.md §9). */
import type { Beleid } from '../beleid.ts';
import type { Zaak } from '../beslis.ts';
import { huidigePeriode, isEigen, type Casus } from '../casus.ts';
import { maandenLater, verschuif, type Instant } from '../werkdagen.ts';

/** Whatever was decided last has had this long to be told: its messages go with the rest. */
const BEZORGTIJD_MS = 86_400_000;

const isGesloten = ({ fase, wachtlijstVt }: Casus): boolean =>
  wachtlijstVt ? !wachtlijstVt.open : fase === 'bij-clientsysteem' || fase === 'afgesloten';

/**
 * When this casus is erased if nothing happens to it; `undefined` while it is open, while something is still planned
 * in it, and once nothing is left to erase. What is written down after that (a late note, someone who looked) is
 * erased the same time later. Computed anew whenever the casus is touched: the policy of that day counts.
 */
export function wisMoment(casus: Casus, { bewaartermijn }: Pick<Beleid, 'bewaartermijn'>): Instant | undefined {
  if (!isGesloten(casus) || casus.gewist?.nr === casus.versie) return undefined;
  if (casus.termijnen.some(({ stappen, gedaan }) => gedaan < stappen.length)) return undefined;
  // The bot's own records have no one responsible.
  const gesloten = isEigen(casus.casusnummer) ? casus.laatstVastgelegd : huidigePeriode(casus).vanaf;
  const alGewist = casus.gewist !== undefined && casus.gewist.op >= gesloten;
  const moment = maandenLater(alGewist ? casus.laatstVastgelegd : gesloten, bewaartermijn.maanden);
  const bezorgd = verschuif(casus.besluitOp, BEZORGTIJD_MS);
  return moment > bezorgd ? moment : bezorgd;
}

/** Writes down that it is erased; whoever keeps the document does so with this same write. */
export function wis({ casus, context, pen }: Zaak): void {
  const moment = wisMoment(casus, context.beleid);
  if (moment === undefined || moment > context.nu) return;
  const vorige = casus.gewist?.overdrachten ?? 0;
  pen.schrijf(
    'gewist',
    context.beleid.bewaartermijn.bron.paragraaf,
    {
      totEnMet: casus.versie,
      overdrachten: casus.overdrachten.map(({ nr }) => nr).filter((nr) => nr > vorige),
    },
    // Only terms that nobody dealt with are left: without their people there is nothing to deal with.
    { eindigtId: casus.termijnen.map(({ id }) => id) },
  );
}
