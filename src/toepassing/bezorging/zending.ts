/** From a message in the postvak to what is handed to the postbode. */
import { stukVan } from '../casus/casusdocument.ts';
import { zoekWachtenden } from '../casus/wachtlijstregistratie.ts';
import { kaartBericht } from '../kaarten/kaartgegevens.ts';
import type { Omgeving } from '../omgeving.ts';
import { VEILIG_THUIS, type CasusDocument, type PostvakItem, type Zending } from '../poorten.ts';
import { blijftStaan, kaartSleutel } from './bezorguitslag.ts';

/** The message as it is to be said now: in which thread, or in the place of which card. `undefined` when there is none. */
export async function zendingVan(
  omgeving: Omgeving,
  document: CasusDocument,
  item: PostvakItem,
): Promise<Zending | undefined> {
  const stuk = stukVan(document);
  const { kaarten } = document;
  const geplaatst = kaarten[kaartSleutel(item)];
  // A card that was never posted needs no redraw: when it is posted, it is drawn as it is then.
  if (item.bijwerken && !geplaatst) return undefined;
  const wachtenden = stuk.soort === 'wachtlijst-vt' ? await zoekWachtenden(omgeving) : [];
  const bericht = kaartBericht(item, { stuk, document, omgeving }, wachtenden);
  if (!bericht) return undefined;
  const kanaal = 'kanaal' in item.adres ? item.adres.kanaal : undefined;
  const draad = kaarten[`${kanaal === VEILIG_THUIS ? 'volgkaart' : 'overdracht'}-${item.overdracht ?? 0}`];
  return {
    adres: item.adres,
    bericht,
    ...(item.bijwerken &&
      geplaatst && { vervangt: { conversatie: geplaatst.conversatie, activiteit: geplaatst.activiteit } }),
    ...(item.vraagkaart !== undefined && { alleenDaar: true as const }),
    ...(!blijftStaan(item) && !item.bijwerken && kanaal && draad && { draad }),
  };
}
