/**
 * Law 2 of domein.md §1: a casus for which VT is responsible always has a step ahead of it. Where no other term runs, the
 * question "nog bij ons?" does.
 */
import type { Zaak } from '../beslis.ts';
import type { Casus } from '../casus.ts';
import type { OpdrachtVan } from '../opdrachten.ts';
import { isVerlopen, loopt } from '../termijnen.ts';
import { weiger, type Uitkomst } from '../weigeringen.ts';

const BRON = '§3.1.2, §3.2';

/** VT is responsible, and nothing will bring the casus back to mind: an agreement to look can lie years ahead. */
export const slaapt = ({ perioden, termijnen }: Casus): boolean =>
  perioden.at(-1)?.verantwoordelijke.partij === 'veilig-thuis' &&
  !termijnen.some((termijn) => termijn.naam !== 'monitoring' && loopt(termijn));

/** After every decision. An earlier question that nobody answered stays open beside the new one, and no older ones. */
export function bewaakZicht({ pen }: Pick<Zaak, 'pen'>): void {
  const stand = pen.stand();
  if (!slaapt(stand)) return;
  const eerder = stand.termijnen.filter(({ naam }) => naam === 'zicht-bij-vt').map(({ id }) => id);
  pen.schrijf('zicht-bewaakt', BRON, {}, { eindigtId: eerder.slice(0, -1), start: [{ naam: 'zicht-bij-vt' }] });
}

/** VT answers "nog bij ons?": the next time is counted from here. */
export function bevestigen({ casus, context, pen }: Zaak, { toelichting }: OpdrachtVan<'zicht-bevestigen'>): Uitkomst {
  const gevraagd = casus.termijnen.filter(({ naam }) => naam === 'zicht-bij-vt');
  if (gevraagd.length === 0) return weiger('taak-loopt-niet', { taak: 'zicht-bij-vt' });
  const opTijd = gevraagd.every((termijn) => !isVerlopen(termijn, context.nu));
  // The same click again, or a colleague's: it was answered already and the next time is not yet there.
  if (opTijd && casus.vervuld.includes('zicht-bij-vt')) return { gebeurtenissen: [] };
  pen.schrijf('zicht-bevestigd', BRON, toelichting === undefined ? {} : { toelichting }, {
    eindigt: ['zicht-bij-vt'],
    start: [{ naam: 'zicht-bij-vt' }],
  });
  return { gebeurtenissen: pen.gebeurtenissen };
}
