/** What the bot says and does in chat: questions, forms, clicks, linking. Knows nothing of Teams. */
import { createHash } from 'node:crypto';
import { OPEN_FASEN } from '../kern/casus.ts';
import type { Opdracht } from '../kern/opdrachten.ts';
import { toonMoment, verschuif, type Instant } from '../kern/werkdagen.ts';
import { teksten } from '../teksten/nl.ts';
import type { Koppelbaar } from './adressen.ts';
import { actiesModel, antwoordModel, inhoudModel, lijstModel, statusModel, tijdlijnModel } from './antwoorden.ts';
import type { Beheer } from './beheer.ts';
import type { Bezorger } from './bezorger.ts';
import { KLIK_SLEUTEL, type Afgewezen, type Dienst, type Gezien } from './dienst.ts';
import { screeningModel } from './berichtkaarten.ts';
import { zoekWachtenden } from './wachtlijst-vt.ts';
import { ONDERWERPEN, UITLEG, zoekUitleg, type Onderwerp } from '../teksten/uitleg.nl.ts';
import { isOpdracht, leesKnop, leesMelding, leesOnderwerp, leesOpdracht, type Knop } from './formulieren.ts';
import { toon, zeg, type Antwoord, type Beurt, type Gesprek, type Publiek } from './gesprek-poort.ts';
import { maakFormulieren } from './formulierkaarten.ts';
import { maakKoppelen } from './koppelen.ts';
import type { Leden } from './leden.ts';
import type { Bron } from './kaartdelen.ts';
import { overdrachtModel } from './kaartgegevens.ts';
import { mijnGegevens } from './mijn-gegevens.ts';
import type { Omgeving } from './omgeving.ts';
import { maakPubliek } from './publiek.ts';
import type { Aanvrager } from './rechten.ts';
import { magDoen } from './rechten.ts';
import type { Verstrekken } from './verstrekken.ts';
import { begrijp, type Vraag } from './vraag.ts';
import { vertrokkenOp, zietMoment, type Gezicht } from './zicht.ts';

export interface GesprekDelen {
  omgeving: Omgeving;
  dienst: Dienst;
  adressen: Koppelbaar;
  bezorger: Bezorger;
  leden: Leden;
  beheer: Beheer;
  verstrekken: Verstrekken;
}

const LIJST_MAX = 20;
/** A click that Teams sends again comes within this time: one from before midnight is not of the new day. */
const HERBEZORGD_MS = 2 * 60_000;

/** Clicks that only ask: what another would get for them can be asked again without doing anything. */
const VRAAGT = new Set([
  'status',
  'tijdlijn',
  'acties',
  'formulier-triage',
  'formulier-herziening',
  'formulier-overdragen',
]);

/** Cards of which a click shows the card of the overdracht again. */
const OP_KAART = new Set(['overdracht', 'volgkaart', 'ping', 'voortgang']);

const OVER_ADVIES = /\badvies|\badviser|\bgeadviseerd/i;

/** Offers the explanation that belongs to a refusal. */
function metUitleg(code: string, tekst: string): string {
  const onderwerp = teksten.uitleg.bijWeigering[code];
  return onderwerp === undefined ? tekst : `${tekst} Meer weten? Typ: uitleg ${onderwerp}.`;
}

/**
 * The same click, also redelivered under another id, has the same key: who, which button, what was filled in, and the
 * day, because a signal that is given again on another day is news.
 */
function klikSleutel(soort: string, data: unknown, { id }: Aanvrager, dag: Instant): string {
  return (
    KLIK_SLEUTEL +
    createHash('sha256')
      .update(JSON.stringify([id, soort, data, dag]))
      .digest('base64url')
  );
}

export function maakGesprek({
  omgeving,
  dienst,
  adressen,
  bezorger,
  leden,
  beheer,
  verstrekken,
}: GesprekDelen): Gesprek {
  /** Known before any casus is read, so that it takes as long for a casus that is not there. */
  async function aanvragerVan({ wie: { aadObjectId: id, naam } }: Beurt): Promise<Aanvrager> {
    const { rollen, onbekend } = await leden.van(id);
    // The adresboek comes first: whoever leads a team acts as its leidinggevende.
    const alle = [...omgeving.adresboek().rollen(id), ...rollen];
    return { id, naam, kanaal: 'teams', rollen: alle, ...(onbekend && { ledenOnbekend: true }) };
  }
  /** Someone refused while a roster is missing may be a member after all, and hears what to do. */
  const geenToegang = (tekst: string, { ledenOnbekend }: Aanvrager, publiek?: Publiek): Antwoord =>
    zeg(ledenOnbekend ? `${tekst} ${teksten.chat['ledenlijst-onbekend']()}` : tekst, publiek);
  const afgewezen = ({ code, tekst }: Afgewezen, aanvrager: Aanvrager): Antwoord =>
    code === 'niet-gevonden'
      ? geenToegang(metUitleg(code, tekst), aanvrager, 'streek')
      : code === 'geen-recht'
        ? geenToegang(metUitleg(code, tekst), aanvrager)
        : zeg(metUitleg(code, tekst));
  const alleenVt = (aanvrager: Aanvrager): Antwoord => geenToegang(teksten.chat['alleen-vt'](), aanvrager, 'ieder');
  const heeftRol = (aanvrager: Aanvrager, rol: string): boolean =>
    aanvrager.rollen.some((kandidaat) => kandidaat.rol === rol);
  const isVt = (aanvrager: Aanvrager): boolean => magDoen(aanvrager, 'registreren') !== undefined;
  const bronVan = ({ casus, huidig, document, zicht }: Gezicht): Bron => ({ casus, huidig, document, zicht, omgeving });

  const formulieren = maakFormulieren(omgeving);
  const publiek = maakPubliek({ omgeving, adressen });
  const koppelen = maakKoppelen({ omgeving, adressen, bezorger, leden, beheer });

  const hulp = (aanvrager: Aanvrager | undefined): Antwoord =>
    toon({
      kaart: 'hulp',
      model: {
        welkom: aanvrager === undefined,
        isVt: aanvrager === undefined || isVt(aanvrager),
        isBeheerder: aanvrager === undefined || heeftRol(aanvrager, 'beheerder'),
      },
      samenvatting: 'Zicht op veiligheid: wat je kunt vragen',
    });

  function statusKaart(stand: Gezicht, aanvrager: Aanvrager): Antwoord {
    const model = statusModel(bronVan(stand), aanvrager);
    return model
      ? toon({ kaart: 'status', model, samenvatting: `Status van ${model.casusnummer}` })
      : zeg(teksten.dienst['niet-gevonden'](), 'streek');
  }

  /** Reads the casus for this person, or gives the one answer for "not there" and "not allowed". */
  async function metCasus(
    casusnummer: string,
    aanvrager: Aanvrager,
    doe: (stand: Gezicht) => Antwoord,
  ): Promise<Antwoord> {
    const gelezen = await dienst.lees(casusnummer, aanvrager);
    return gelezen.ok ? doe(gelezen) : afgewezen(gelezen, aanvrager);
  }

  function verantwoordelijk(stand: Gezicht, op: Instant | undefined): Antwoord {
    const nu = omgeving.klok.nu();
    if (!zietMoment(stand.zicht, op ?? nu, nu)) return buitenDeel(stand);
    const model = antwoordModel(bronVan(stand), op);
    if (model) return toon({ kaart: 'antwoord', model, samenvatting: `Verantwoordelijk voor ${model.casusnummer}` });
    return zeg(
      teksten.chat['voor-melding']({ casusnummer: stand.casus.casusnummer, op: op ? toonMoment(op) : '' }),
      'casus',
    );
  }

  const buitenDeel = ({ zicht }: Gezicht): Antwoord =>
    zeg(
      zicht.soort === 'stand'
        ? teksten.chat['alleen-stand']()
        : teksten.chat['niet-meer-bij-team']({ op: toonMoment(vertrokkenOp(zicht) ?? omgeving.klok.nu()) }),
      'casus',
    );

  async function lijst(soort: 'openstaand' | 'te-laat', aanvrager: Aanvrager): Promise<Antwoord> {
    const nu = omgeving.klok.nu();
    const gevonden = await dienst.zoek(
      { maximum: LIJST_MAX + 1, ...(soort === 'te-laat' ? { vervallenOp: nu } : { fasen: OPEN_FASEN }) },
      aanvrager,
    );
    const onvolledig = aanvrager.ledenOnbekend === true && !isVt(aanvrager);
    const model = lijstModel(teksten.lijst[soort], gevonden, { maximum: LIJST_MAX, onvolledig }, omgeving);
    return toon({ kaart: 'lijst', model, samenvatting: model.titel });
  }

  async function beantwoord(vraag: Vraag, aanvrager: Aanvrager, beurt: Beurt): Promise<Antwoord> {
    switch (vraag.soort) {
      case 'verantwoordelijk':
        return metCasus(vraag.casusnummer, aanvrager, (stand) => verantwoordelijk(stand, vraag.op));
      case 'status':
        return metCasus(vraag.casusnummer, aanvrager, (stand) => statusKaart(stand, aanvrager));
      case 'tijdlijn':
        return metCasus(vraag.casusnummer, aanvrager, (stand) => {
          if (stand.zicht.soort === 'stand') return buitenDeel(stand);
          const model = tijdlijnModel(bronVan(stand));
          return toon({ kaart: 'tijdlijn', model, samenvatting: `Tijdlijn van ${model.casusnummer}` });
        });
      case 'openstaand':
      case 'te-laat':
        return lijst(vraag.soort, aanvrager);
      case 'nieuwe-casus':
        return isVt(aanvrager) ? formulieren.nieuweCasus() : alleenVt(aanvrager);
      case 'overdragen':
        return isVt(aanvrager) ? metCasus(vraag.casusnummer, aanvrager, formulieren.overdragen) : alleenVt(aanvrager);
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
    const model = { casusnummer, url: link.url, tot: toonMoment(link.geldigTot) };
    return toon({ kaart: 'dossier', model, samenvatting: `Dossier van ${casusnummer}` });
  }

  /** After a click: the card it stood on, drawn anew; a form or a question's card becomes the status. */
  function naKlik(stand: Gezicht, knop: Knop, aanvrager: Aanvrager): Antwoord {
    const { zicht } = stand;
    const overdracht = stand.casus.overdrachten.find(({ nr }) => nr === knop.overdracht);
    // Which card it was is for the clicker to say, so what is drawn must be theirs to see.
    const eigen =
      overdracht && (zicht.soort === 'alles' || (zicht.soort === 'deel' && zicht.teams.includes(overdracht.team)));
    if (!eigen || !OP_KAART.has(knop.kaart ?? '')) return statusKaart(stand, aanvrager);
    const kaart = knop.kaart === 'volgkaart' && zicht.soort === 'alles' ? 'volgkaart' : 'overdracht';
    const samenvatting = `Overdracht ${stand.casus.casusnummer}`;
    return toon({ kaart, model: overdrachtModel(kaart, overdracht, bronVan(stand)), samenvatting });
  }

  async function antwoordOp(resultaat: Gezien, knop: Knop, aanvrager: Aanvrager): Promise<Antwoord> {
    if (!resultaat.ok) return afgewezen(resultaat, aanvrager);
    return knop.kaart === 'screening' && isVt(aanvrager) ? screening() : naKlik(resultaat, knop, aanvrager);
  }

  const screening = async (): Promise<Antwoord> =>
    toon({
      kaart: 'screening',
      model: screeningModel(await zoekWachtenden(omgeving), omgeving),
      samenvatting: 'Dagelijkse screening',
    });

  function uitleg(gevraagd: string): Antwoord {
    const onderwerp = zoekUitleg(gevraagd);
    const gekozen = onderwerp === undefined ? undefined : UITLEG[onderwerp];
    const meer: readonly Onderwerp[] = gekozen?.zieOok ?? ONDERWERPEN;
    return toon({
      kaart: 'uitleg',
      model: {
        titel: gekozen?.titel ?? teksten.uitleg.titel,
        alineas: gekozen?.alineas ?? [gevraagd === '' ? teksten.uitleg.kies : teksten.uitleg.onbekend],
        bron: gekozen?.bron ?? '',
        meer: meer.map((ander) => ({ onderwerp: ander, titel: UITLEG[ander].titel })),
      },
      samenvatting: gekozen?.titel ?? teksten.uitleg.titel,
    });
  }

  async function bekijk(knop: Knop, aanvrager: Aanvrager): Promise<Antwoord> {
    const { casusnummer, overdracht = 0, pagina = 1 } = knop;
    const resultaat = await dienst.bekijk(casusnummer, overdracht, aanvrager);
    if (!resultaat.ok) return afgewezen(resultaat, aanvrager);
    const model = inhoudModel(bronVan(resultaat), { nr: overdracht, inhoud: resultaat.inhoud, pagina });
    return model
      ? toon({ kaart: 'inhoud', model, samenvatting: `Overdracht ${casusnummer}` })
      : zeg(teksten.dienst['geen-inhoud']());
  }

  async function opdracht(
    soort: Opdracht['soort'],
    data: unknown,
    knop: Knop,
    aanvrager: Aanvrager,
  ): Promise<Antwoord> {
    // Whoever may not act hears that first, whatever else is wrong with the form.
    const gelezen = leesOpdracht(soort, data);
    if ('fouten' in gelezen) {
      const bekend = await dienst.lees(knop.casusnummer, aanvrager);
      if (!bekend.ok) return afgewezen(bekend, aanvrager);
      if (!magDoen(aanvrager, soort, bekend.huidig)) return geenToegang(teksten.dienst['geen-recht'](), aanvrager);
      return zeg(teksten.chat['vul-in']({ velden: gelezen.fouten.join(', ') }), 'casus');
    }
    const { casusnummer, overdracht } = knop;
    const nu = omgeving.klok.nu();
    const sleutelOp = (moment: Instant): string =>
      klikSleutel(soort, data, aanvrager, omgeving.regels().kalender.beginVanDag(moment));
    const resultaat = await dienst.voerUit({
      casusnummer,
      opdracht: gelezen.goed,
      aanvrager,
      sleutel: sleutelOp(nu),
      vorigeSleutel: sleutelOp(verschuif(nu, -HERBEZORGD_MS)),
      ...(overdracht ? { overdracht } : {}),
    });
    return antwoordOp(resultaat, knop, aanvrager);
  }

  /** The answer for someone, wherever it is to be read. */
  const voor = {
    async bericht(tekst: string, beurt: Beurt, aanvrager: Aanvrager): Promise<Antwoord> {
      const vraag = begrijp(tekst, omgeving.klok.nu());
      const zonderCasus = vraag.soort === 'onbekend' || vraag.soort === 'casusnummer-ontbreekt';
      // Of an advice nothing is registered, so there is no casus to ask about: who asks stays responsible (§3.1.1).
      return zonderCasus && OVER_ADVIES.test(tekst) ? uitleg('advies') : beantwoord(vraag, aanvrager, beurt);
    },

    async klik(verb: string, data: unknown, beurt: Beurt, aanvrager: Aanvrager): Promise<Antwoord> {
      if (verb === 'nieuwe-casus') {
        const gelezen = leesMelding(data);
        if ('fouten' in gelezen) return zeg(teksten.chat['vul-in']({ velden: gelezen.fouten.join(', ') }), 'ieder');
        const resultaat = await dienst.registreer(gelezen.goed, aanvrager);
        return resultaat.ok ? statusKaart(resultaat, aanvrager) : afgewezen(resultaat, aanvrager);
      }
      if (verb === 'uitleg') return uitleg(leesOnderwerp(data));
      const knop = leesKnop(data);
      if (!knop) return zeg(teksten.chat['knop-onbekend'](), 'ieder');
      if (isOpdracht(verb)) return opdracht(verb, data, knop, aanvrager);
      switch (verb) {
        case 'formulier-triage':
          return isVt(aanvrager) ? metCasus(knop.casusnummer, aanvrager, formulieren.triage) : alleenVt(aanvrager);
        case 'formulier-overdragen':
          return beantwoord({ soort: 'overdragen', casusnummer: knop.casusnummer }, aanvrager, beurt);
        case 'acties':
          return metCasus(knop.casusnummer, aanvrager, (stand) => {
            const model = actiesModel(bronVan(stand), aanvrager);
            return toon({ kaart: 'acties', model, samenvatting: `Wat kun je doen met ${model.casusnummer}` });
          });
        case 'bekijk-overdracht':
          return bekijk(knop, aanvrager);
        case 'formulier-herziening':
          return isVt(aanvrager) ? metCasus(knop.casusnummer, aanvrager, formulieren.herziening) : alleenVt(aanvrager);
        case 'status':
        case 'tijdlijn':
          return beantwoord({ soort: verb, casusnummer: knop.casusnummer }, aanvrager, beurt);
        default:
          return zeg(teksten.chat['knop-onbekend'](), 'ieder');
      }
    },
  };

  /** What the same click shows to someone else once it has been dealt with; nothing is done again. */
  function naAndersKlik(verb: string, data: unknown, ander: Aanvrager, beurt: Beurt): Promise<Antwoord> {
    if (VRAAGT.has(verb)) return voor.klik(verb, data, beurt, ander);
    const knop = leesKnop(data);
    return knop ? herlees(knop, ander) : Promise.resolve(zeg(teksten.chat['knop-onbekend'](), 'ieder'));
  }

  const herlees = async (knop: Knop, ander: Aanvrager): Promise<Antwoord> =>
    antwoordOp(await dienst.lees(knop.casusnummer, ander), knop, ander);

  return {
    async bericht(tekst, beurt) {
      const aanvrager = await aanvragerVan(beurt);
      const zoals = (wie: Aanvrager): Promise<Antwoord> => voor.bericht(tekst, beurt, wie);
      return publiek.deel({ beurt, aanvrager, antwoord: await zoals(aanvrager), zoals });
    },

    async klik(verb, data, beurt) {
      const aanvrager = await aanvragerVan(beurt);
      const antwoord = await voor.klik(verb, data, beurt, aanvrager);
      return publiek.deel({ beurt, aanvrager, antwoord, zoals: (ander) => naAndersKlik(verb, data, ander, beurt) });
    },

    async welkom(waar) {
      return (await adressen.eersteGroet(waar.conversatie)) ? hulp(undefined) : undefined;
    },

    ledenGewijzigd: (plek) => leden.vergeet(plek),
  };
}
