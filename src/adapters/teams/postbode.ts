/** Delivers cards to linked channels, threads and persons (port Postbode); one try each, retries are in the outbox. */
import type { Activity } from 'botbuilder';
import { foutVelden, type Logboek } from '../../toepassing/omgeving.ts';
import type {
  Adressen,
  Bezorging,
  GeplaatsteKaart,
  Gespreksverwijzing,
  Postbode,
  Zending,
  Zin,
} from '../../toepassing/poorten.ts';
import type { Kaarten } from '../kaarten/kaarten.ts';
import type { TeamsAdapter } from './adapter.ts';
import { mislukking } from './mislukking.ts';
import { hoofdgesprek, kaartActiviteit, tekstActiviteit } from './uitgaand.ts';

export interface PostbodeDelen {
  adapter: TeamsAdapter;
  adressen: Adressen;
  kaarten: Kaarten;
  log: Logboek;
}

const kaartVan = (zending: Zending | Zin): string | undefined =>
  'tekst' in zending ? undefined : zending.bericht.kaart;
const ONBEKEND: Bezorging = { uitkomst: 'mislukt', code: 'geen-gesprek', blijvend: true };

export function maakPostbode({ adapter, adressen, kaarten, log }: PostbodeDelen): Postbode {
  async function bezorg(zending: Zending | Zin): Promise<Bezorging> {
    let activiteit: Partial<Activity>;
    try {
      activiteit = 'tekst' in zending ? tekstActiviteit(zending.tekst) : kaartActiviteit(kaarten, zending.bericht);
    } catch (fout) {
      log.error({ kaart: kaartVan(zending), ...foutVelden(fout) }, 'kaart niet te vullen');
      return { uitkomst: 'mislukt', code: 'kaart-onvulbaar', blijvend: true };
    }
    const waar = await adressen.zoek(zending.adres);
    const bij = 'tekst' in zending ? {} : zending;
    if (waar) return naar(waar, bij, activiteit);
    if (!('persoon' in zending.adres)) return ONBEKEND;
    // Opening a chat anew may well succeed, and nobody would see what is said there.
    if ((await adressen.zonderAppSinds(zending.adres.persoon)) !== undefined) return ONBEKEND;
    const geopend = await open(zending.adres.persoon);
    return 'uitkomst' in geopend ? geopend : naar(geopend, bij, activiteit);
  }

  /** The personal conversation with someone the bot has not met: needs the app installed for that person. */
  async function open(persoon: string): Promise<Gespreksverwijzing | Bezorging> {
    const via = await adressen.willekeurige();
    if (!via) return ONBEKEND;
    try {
      const conversatie = await adapter.openPersoonlijk(via, persoon);
      if (!conversatie) return { uitkomst: 'mislukt', code: 'gesprek-zonder-id', blijvend: false };
      const { serviceUrl, tenant, botId } = via;
      const waar: Gespreksverwijzing = { conversatie, serviceUrl, tenant, botId, soort: 'persoonlijk' };
      await adressen.onthoud(waar, persoon);
      return waar;
    } catch (fout) {
      return mislukking(fout, true);
    }
  }

  async function naar(
    waar: Gespreksverwijzing,
    { vervangt, alleenDaar, draad }: Pick<Zending, 'vervangt' | 'alleenDaar' | 'draad'>,
    activiteit: Partial<Activity>,
  ): Promise<Bezorging> {
    // After a link has moved, cards of the old conversation are let be: what is said now belongs in the new one.
    const staatHier = (kaart: GeplaatsteKaart): boolean =>
      hoofdgesprek(kaart.conversatie) === hoofdgesprek(waar.conversatie);
    if (vervangt && staatHier(vervangt)) {
      try {
        await adapter.werkBij(waar, vervangt, activiteit);
        return { uitkomst: 'bezorgd', kaart: vervangt };
      } catch (fout) {
        return mislukking(fout, true);
      }
    }
    if (alleenDaar) return { uitkomst: 'mislukt', code: 'kaart-elders', blijvend: true };
    const conversatie = draad && staatHier(draad) ? draadVan(waar, draad) : waar.conversatie;
    try {
      const id = await adapter.plaats(waar, conversatie, activiteit);
      return id ? { uitkomst: 'bezorgd', kaart: { conversatie, activiteit: id } } : { uitkomst: 'bezorgd' };
    } catch (fout) {
      return mislukking(fout, false);
    }
  }

  return {
    async bezorg(zending) {
      let bezorging: Bezorging;
      try {
        bezorging = await bezorg(zending);
      } catch (fout) {
        // The store of addresses could not be reached: nothing was sent.
        log.error({ kaart: kaartVan(zending), ...foutVelden(fout) }, 'adres niet op te zoeken');
        bezorging = { uitkomst: 'mislukt', code: 'adressen-onbereikbaar', blijvend: false };
      }
      if (bezorging.uitkomst === 'mislukt' || bezorging.uitkomst === 'onzeker')
        log.warn({ kaart: kaartVan(zending), ...bezorging }, 'bericht niet bezorgd');
      return bezorging;
    },
  };
}

/** Only channels have threads; a card that is itself an answer is answered in the thread it stands in. */
function draadVan({ soort, conversatie }: Gespreksverwijzing, kaart: GeplaatsteKaart): string {
  if (soort !== 'kanaal') return conversatie;
  return kaart.conversatie.includes(';messageid=') ? kaart.conversatie : `${conversatie};messageid=${kaart.activiteit}`;
}
