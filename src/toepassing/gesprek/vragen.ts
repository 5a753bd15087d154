/** What somebody types, answered (domein.md §7). */
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import { teksten } from '../../teksten/nl.ts';
import type { Koppelen } from '../beheer/koppelen.ts';
import type { Dienst } from '../casus/dienst.ts';
import type { Gezicht } from '../casus/gezicht.ts';
import type { Aanvrager } from '../casus/rechten.ts';
import { mijnGegevens } from '../dossier/mijn-gegevens.ts';
import type { Verstrekken } from '../dossier/verstrekken.ts';
import type { Omgeving } from '../omgeving.ts';
import type { Adressen } from '../poorten.ts';
import type { Antwoordkaarten } from './antwoordkaarten.ts';
import type { Formulieren } from './formulierkaarten.ts';
import { toon, zeg, type Antwoord, type Beurt } from './gesprek-poort.ts';
import { heeftRol, magAllesZien, type Vragertoegang } from './toegang.ts';
import { begrijp, type Vraag } from './vraag.ts';

const OVER_ADVIES = /\badvies|\badviser|\bgeadviseerd/i;

export interface Vragen {
  beantwoord(vraag: Vraag, aanvrager: Aanvrager, beurt: Beurt): Promise<Antwoord>;
  bericht(tekst: string, beurt: Beurt, aanvrager: Aanvrager): Promise<Antwoord>;
  /** Reads the casus for this person, or gives the one answer for "not there" and "not allowed". */
  metCasus(casusnummer: string, aanvrager: Aanvrager, doe: (stand: Gezicht) => Antwoord): Promise<Antwoord>;
}

export interface VragenDelen {
  delen: { omgeving: Omgeving; dienst: Dienst; adressen: Adressen; verstrekken: Verstrekken };
  toegang: Vragertoegang;
  kaarten: Antwoordkaarten;
  formulieren: Formulieren;
  koppelen: Koppelen;
}

export function maakVragen({ delen, toegang, kaarten, formulieren, koppelen }: VragenDelen): Vragen {
  const { omgeving, dienst, adressen, verstrekken } = delen;
  const { afgewezen, alleenVt } = toegang;
  const { hulp, statusKaart, verantwoordelijk, lijst, tijdlijn, uitleg } = kaarten;

  async function metCasus(
    casusnummer: string,
    aanvrager: Aanvrager,
    doe: (stand: Gezicht) => Antwoord,
  ): Promise<Antwoord> {
    const gelezen = await dienst.lees(casusnummer, aanvrager);
    return gelezen.ok ? doe(gelezen) : afgewezen(gelezen, aanvrager);
  }

  async function beantwoord(vraag: Vraag, aanvrager: Aanvrager, beurt: Beurt): Promise<Antwoord> {
    switch (vraag.soort) {
      case 'verantwoordelijk':
        return metCasus(vraag.casusnummer, aanvrager, (stand) => verantwoordelijk(stand, vraag.op));
      case 'status':
        return metCasus(vraag.casusnummer, aanvrager, (stand) => statusKaart(stand, aanvrager));
      case 'tijdlijn':
        return metCasus(vraag.casusnummer, aanvrager, tijdlijn);
      case 'openstaand':
      case 'te-laat':
        return lijst(vraag.soort, aanvrager);
      case 'nieuwe-casus':
        return magAllesZien(aanvrager) ? formulieren.nieuweCasus() : alleenVt(aanvrager);
      case 'overdragen':
        return magAllesZien(aanvrager)
          ? metCasus(vraag.casusnummer, aanvrager, formulieren.overdragen)
          : alleenVt(aanvrager);
      case 'help':
        return hulp(aanvrager);
      case 'koppel':
      case 'ontkoppel':
      case 'adresboek':
      case 'bezorging':
        if (!heeftRol(aanvrager, 'beheerder')) return zeg(teksten.chat['alleen-beheerder'](), 'ieder');
        // Of the conversation itself: said to whoever is in it.
        if (vraag.soort === 'koppel') return { ...(await koppelen.koppel(vraag.sleutel, beurt)), publiek: 'ieder' };
        if (vraag.soort === 'ontkoppel') return { ...(await koppelen.ontkoppel(beurt)), publiek: 'ieder' };
        return {
          ...(await (vraag.soort === 'adresboek' ? koppelen.adresboek() : koppelen.bezorging())),
          publiek: 'veilig-thuis',
        };
      case 'koppelingen':
        return koppelen.verzoeken(beurt);
      case 'datum-onduidelijk':
        return zeg(teksten.chat[vraag.soort]({ tekst: vraag.tekst }), 'ieder');
      case 'casusnummer-ontbreekt':
      case 'sleutel-ontbreekt':
      case 'meer-casusnummers':
      case 'leeg':
      case 'te-lang':
      case 'onbekend':
        return zeg(teksten.chat[vraag.soort](), 'ieder');
      case 'uitleg':
        return uitleg(vraag.onderwerp);
      case 'mijn-gegevens':
        return beurt.waar.soort === 'persoonlijk'
          ? zeg(await mijnGegevens(omgeving, adressen, aanvrager))
          : zeg(teksten.chat['alleen-persoonlijk'](), 'ieder');
      case 'dossier':
        return beurt.waar.soort === 'persoonlijk'
          ? dossier(vraag.casusnummer, aanvrager)
          : zeg(teksten.chat['alleen-persoonlijk'](), 'ieder');
    }
  }

  async function dossier(casusnummer: string, aanvrager: Aanvrager): Promise<Antwoord> {
    const link = await verstrekken.vraag(casusnummer, aanvrager);
    if (!link.ok) return afgewezen(link, aanvrager);
    const model = { casusnummer, url: link.url, tot: toonMoment(link.geldigTot), aanmelden: verstrekken.aanmelden };
    return toon({ kaart: 'dossier', model, samenvatting: `Dossier van ${casusnummer}` });
  }

  async function bericht(tekst: string, beurt: Beurt, aanvrager: Aanvrager): Promise<Antwoord> {
    const vraag = begrijp(tekst, omgeving.klok.nu());
    const zonderCasus = vraag.soort === 'onbekend' || vraag.soort === 'casusnummer-ontbreekt';
    // Of an advice nothing is registered, so there is no casus to ask about: who asks stays responsible (§3.1.1).
    return zonderCasus && OVER_ADVIES.test(tekst) ? uitleg('advies') : beantwoord(vraag, aanvrager, beurt);
  }

  return { beantwoord, bericht, metCasus };
}
