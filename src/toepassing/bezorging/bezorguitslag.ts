/** What a try to deliver means for the casus: gone, tried again later or given up, and what the journal says of it. */
import { noteerBezorging } from '../../kern/beslis.ts';
import { lopendeOverdracht } from '../../kern/casus.ts';
import type { Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import type { Stuk } from '../../kern/rij/gebeurtenisrij.ts';
import { verschuif, type Instant } from '../../kern/tijd/werkdagen.ts';
import { naGebeurtenissen } from '../../kern/verwerk.ts';
import { stukVan, voegToe } from '../casus/casusdocument.ts';
import { KLOK, waarheen } from '../casus/mutatie.ts';
import { metNatekeningen, naPoging } from '../kaarten/vraagkaarten.ts';
import type { Omgeving } from '../omgeving.ts';
import type { Bezorging, CasusDocument, PostvakItem } from '../poorten.ts';
import { isNogVan, LANGSTE_UITSTEL_MS } from '../postvak/claim.ts';
import { isVoorVt, mag } from '../postvak/pogingen.ts';

/** `vervallen`: nothing was sent because it is not needed any more. */
export type Bezorguitslag = Bezorging | { uitkomst: 'vervallen' };

/** The code of a message that could not be made: what it should say is wrong, so no later try will do better. */
export const KAART_ONVULBAAR = 'kaart-onvulbaar';

/** A try of this instance, and how long to wait if another is needed, in milliseconds. */
export interface Poging {
  claim: PostvakItem;
  uitslag: Bezorguitslag;
  wachtMs: number;
  /** What the card asks as it was drawn for this try (vraagkaarten.ts); nothing for one that is not kept. */
  vroeg?: string;
}

export const kaartSleutel = ({
  vraagkaart,
  kaart,
  overdracht,
}: Pick<PostvakItem, 'kaart' | 'overdracht' | 'vraagkaart'>): string => vraagkaart ?? `${kaart}-${overdracht ?? 0}`;

/** Cards that stay for as long as their overdracht or day; all others are answers in their thread. */
export const blijftStaan = ({ kaart }: PostvakItem): boolean =>
  kaart === 'overdracht' || kaart === 'volgkaart' || kaart === 'screening';

/** What becomes of a message after a try: gone, waiting for another, or given up. */
function vervolg({ claim, uitslag, wachtMs }: Poging, nu: Instant): PostvakItem | 'weg' | 'opgegeven' {
  const { bezigTot: _claim, ...item } = claim;
  const opnieuw = (naMs: number): PostvakItem => ({
    ...item,
    nietVoor: verschuif(nu, Math.min(naMs, LANGSTE_UITSTEL_MS)),
  });
  const laatste = !mag(item);
  switch (uitslag.uitkomst) {
    case 'bezorgd':
    case 'vervallen':
      return 'weg';
    case 'uitgesteld':
      return { ...opnieuw(uitslag.opnieuwNa), pogingen: item.pogingen - 1 };
    case 'mislukt': {
      // Somebody took it away, or its conversation: then there is nothing left that asks.
      if (item.vraagkaart !== undefined && uitslag.blijvend) return 'weg';
      // The program itself cannot make this message: it never will, for anybody.
      if (uitslag.code === KAART_ONVULBAAR) return 'opgegeven';
      // Without a conversation there is nowhere to post it; linking one brings the card.
      if (item.bijwerken && uitslag.blijvend && uitslag.code !== 'geen-gesprek') return opnieuwPlaatsen(item, nu);
      if (!uitslag.blijvend && !laatste) return opnieuw(uitslag.opnieuwNa ?? wachtMs);
      if (item.bijwerken) return 'weg';
      return isVoorVt(item) ? opnieuw(uitslag.opnieuwNa ?? wachtMs) : 'opgegeven';
    }
    case 'onzeker':
      if (laatste) return item.bijwerken ? 'weg' : 'opgegeven';
      return {
        ...opnieuw(Math.max(uitslag.opnieuwNa ?? 0, wachtMs)),
        ...(!item.bijwerken && { onzeker: true as const }),
      };
  }
}

/** A card that can no longer be changed has been removed: it is posted anew, which finds out whether that still works. */
function opnieuwPlaatsen({ bijwerken: _bijwerken, ...item }: PostvakItem, nu: Instant): PostvakItem {
  return { ...item, sleutel: `${item.sleutel}/opnieuw`, pogingen: 0, gemaaktOp: nu, nietVoor: nu };
}

/** A card is posted anew for an overdracht that runs, and not beside one that is waiting to be posted. */
const magOpnieuw = (item: PostvakItem, stuk: Stuk, postvak: readonly PostvakItem[]): boolean =>
  stuk.soort === 'casus' &&
  lopendeOverdracht(stuk)?.nr === item.overdracht &&
  !postvak.some((ander) => !ander.bijwerken && kaartSleutel(ander) === kaartSleutel(item));

/**
 * The document with what came of a try; `undefined` when another instance has taken the message over, or this was written
 * down already. That it arrived is written down whoever has it now.
 */
export function noteerUitslag(omgeving: Omgeving, document: CasusDocument, poging: Poging): CasusDocument | undefined {
  const { claim, uitslag } = poging;
  const bezorgd = uitslag.uitkomst === 'bezorgd';
  const staatEr = document.journaal.some(
    ({ soort, gegevens }) => soort === 'bericht-bezorgd' && gegevens.sleutel === claim.sleutel,
  );
  if (!isNogVan(claim, document) && (!bezorgd || staatEr)) return undefined;

  const nu = omgeving.klok.nu();
  const stuk = stukVan(document);
  let daarna = vervolg(poging, nu);
  const wordtPost = claim.bijwerken && typeof daarna === 'object' && !daarna.bijwerken;
  if (wordtPost && !magOpnieuw(claim, stuk, document.postvak)) daarna = 'weg';
  const kaarten = naPoging(document.kaarten, claim, {
    bezorgd: bezorgd ? uitslag.kaart : undefined,
    vroeg: poging.vroeg,
    isWeg: daarna === 'weg',
  });
  if (blijftStaan(claim) && daarna === 'opgegeven' && !claim.bijwerken) delete kaarten[kaartSleutel(claim)];
  if (blijftStaan(claim) && bezorgd && uitslag.kaart) kaarten[kaartSleutel(claim)] = uitslag.kaart;
  const postvak = document.postvak.flatMap((item) =>
    item.sleutel !== claim.sleutel ? [item] : typeof daarna === 'string' ? [] : [daarna],
  );
  const nieuw = { ...document, kaarten, postvak };

  const gebeurtenissen: Gebeurtenis[] = [];
  const stand = (): Stuk => naGebeurtenissen(document.id, stuk, gebeurtenissen);
  const noteer = (soort: 'bericht-bezorgd' | 'bericht-onzeker' | 'bericht-onbezorgbaar', code: string): void => {
    const gegevens = { sleutel: claim.sleutel, kaart: claim.kaart, waar: waarheen(claim), code };
    const context = { ...omgeving.regels(), nu, door: KLOK };
    gebeurtenissen.push(...noteerBezorging(stand(), context, soort, gegevens));
  };
  // A redraw is not a message to anyone: only a card that can no longer be changed is worth a line.
  if (bezorgd && !claim.bijwerken) noteer('bericht-bezorgd', '');
  if (uitslag.uitkomst === 'onzeker' && !claim.bijwerken) noteer('bericht-onzeker', uitslag.code);
  if (daarna === 'opgegeven') noteer('bericht-onbezorgbaar', 'code' in uitslag ? uitslag.code : '');
  const na = stand();
  const aangevuld =
    gebeurtenissen.length === 0
      ? nieuw
      : voegToe({ document: nieuw, voor: stuk, na, gebeurtenissen, adresboek: omgeving.adresboek(), nu });
  // What was decided while it was under way was not on it.
  return metNatekeningen({ document: aangevuld, stuk: na, omgeving });
}
