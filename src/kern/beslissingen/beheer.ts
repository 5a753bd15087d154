/**
 * What changes around the casussen: the adresboek, the beleid and which conversation is whose. Its record is kept like a
 * casus, with a journal that is only appended to (domein.md §9); once a week it is looked whether somebody stands behind
 * every step, so that a gap is told before a ladder needs it.
 */
import type { Zaak } from '../beslis.ts';
import type { Casus } from '../casus.ts';
import type { GegevensPerSoort, Hiaat } from '../gebeurtenissen.ts';
import { besluit, vraag, type Koppelbesluit, type Koppelvraag } from './koppelverzoek.ts';
import { herstel, verbreek, type Verbindingsdaad } from './verbinding.ts';
import { maakPen, type Context } from '../pen.ts';
import type { Uitkomst } from '../weigeringen.ts';
import type { Instant, Kalender } from '../werkdagen.ts';

const BRON = 'domein §9';
const BRON_HIATEN = '§4.1, §4.2, §4.3, Add.6';

/** What a beheerder or a file brings about; the gaps it leaves are told at once when they are given. */
export interface Beheerdaad {
  wijzigingen?: readonly Omit<GegevensPerSoort['instelling-gewijzigd'], 'van'>[];
  gekoppeld?: GegevensPerSoort['gekoppeld'];
  ontkoppeld?: GegevensPerSoort['ontkoppeld'];
  gevraagd?: Koppelvraag;
  besluit?: Koppelbesluit;
  verbroken?: readonly Verbindingsdaad[];
  hersteld?: readonly Verbindingsdaad[];
  hiaten?: readonly Hiaat[];
}

/** Writes it down. A change to what stands there already (another instance was first) gives no event. */
export function leg(nummer: string, casus: Casus | undefined, daad: Beheerdaad, context: Context): Uitkomst {
  const pen = maakPen(nummer, casus, context);
  for (const wijziging of daad.wijzigingen ?? []) {
    const van = casus?.beheer?.stand[wijziging.wat] ?? '';
    if (van !== wijziging.naar) pen.schrijf('instelling-gewijzigd', BRON, { ...wijziging, van });
  }
  const gewijzigd = pen.gebeurtenissen.length > 0;
  if (daad.gekoppeld) pen.schrijf('gekoppeld', BRON, daad.gekoppeld);
  if (daad.ontkoppeld) pen.schrijf('ontkoppeld', BRON, daad.ontkoppeld);
  for (const breuk of daad.verbroken ?? []) verbreek(pen, casus?.beheer?.verbroken, breuk);
  for (const terug of daad.hersteld ?? []) herstel(pen, casus?.beheer?.verbroken, terug);
  if (daad.gevraagd) vraag(pen, casus, daad.gevraagd, context);
  if (daad.besluit) {
    const geweigerd = besluit(pen, casus, daad.besluit, context);
    if (geweigerd) return geweigerd;
  }
  if (gewijzigd && daad.hiaten && daad.hiaten.length > 0) {
    pen.schrijf('hiaten-nagegaan', BRON_HIATEN, { aanleiding: 'wijziging', hiaten: [...daad.hiaten] });
  }
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** The first opening of the week after the one in which it was last looked; what was missed waits for office hours. */
export function volgendeControle({ beheer }: Casus, nu: Instant, kalender: Kalender): Instant | undefined {
  if (!beheer) return undefined;
  const moment = kalender.openingVanWeekNa(beheer.nagegaanOp);
  return moment > nu ? moment : kalender.binnenKantooruren(nu);
}

/** The weekly look. Without gaps it is written down too, so that it is done once a week, and nobody is told. */
export function bijhouden({ casus, context: { nu, kalender, hiaten }, pen }: Zaak): void {
  const moment = volgendeControle(casus, nu, kalender);
  if (hiaten === undefined || moment === undefined || moment > nu) return;
  pen.schrijf('hiaten-nagegaan', BRON_HIATEN, { aanleiding: 'week', hiaten: [...hiaten] });
}
