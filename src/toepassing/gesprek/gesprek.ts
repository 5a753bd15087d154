/** What the bot says and does in chat: questions, forms, clicks, linking. Knows nothing of Teams. */
import type { Afgewezen, Gezien } from '../casus/resultaat.ts';
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { overdrachtVan } from '../casus/toelichtingrecht.ts';
import { lopendeOverdracht, OPEN_FASEN } from '../../kern/casus.ts';
import type { Opdracht } from '../../kern/opdrachten.ts';
import { toonMoment, verschuif, type Instant } from '../../kern/werkdagen.ts';
import { teksten } from '../../teksten/nl.ts';
import type { Koppelbaar } from '../streek/adressen.ts';
import { actiesModel, antwoordModel, inhoudModel, lijstModel, statusModel, tijdlijnModel } from './antwoorden.ts';
import type { Beheerregistratie } from '../beheer/beheerregistratie.ts';
import type { Bezorger } from '../bezorging/bezorger.ts';
import type { Dienst } from '../casus/dienst.ts';
import { KLIK_SLEUTEL } from '../casus/herhaalsleutels.ts';
import { screeningModel } from '../kaarten/berichtkaarten.ts';
import { WACHTLIJST_VT, zoekWachtenden } from '../casus/wachtlijstregistratie.ts';
import { alineasVan, ONDERWERPEN, UITLEG, zoekUitleg, type Onderwerp } from '../../teksten/uitleg.nl.ts';
import {
  isOpdracht,
  leesCasusnummers,
  leesKnop,
  leesMelding,
  leesOnderwerp,
  leesOpdracht,
  leesVerzoek,
  MEESTE_CASUSSEN,
  type Knop,
} from './formulieren.ts';
import { toon, zeg, type Antwoord, type Beurt, type Gesprek, type Publiek } from './gesprek-poort.ts';
import { maakFormulieren } from './formulierkaarten.ts';
import { maakKoppelen } from '../beheer/koppelen.ts';
import type { Leden, Zoekruimte } from '../streek/leden.ts';
import type { Bron } from '../kaarten/kaartdelen.ts';
import { kaartBericht, overdrachtModel } from '../kaarten/kaartgegevens.ts';
import { mijnGegevens } from '../dossier/mijn-gegevens.ts';
import type { Omgeving } from '../omgeving.ts';
import { maakPubliek } from './publiek.ts';
import type { Aanvrager } from '../casus/rechten.ts';
import { magDoen } from '../casus/rechten.ts';
import { type PostvakItem, VEILIG_THUIS } from '../poorten.ts';
import { leesTerugweg, type Terugweg } from '../kaarten/terugweg.ts';
import { toelichtingModel } from '../kaarten/toelichting.ts';
import type { Verstrekken } from '../dossier/verstrekken.ts';
import { maakVerbinding } from '../beheer/gespreksverbinding.ts';
import { begrijp, type Vraag } from './vraag.ts';
import { vertrokkenOp, ziet, zietMoment, type Gezicht } from '../casus/gezicht.ts';

export interface GesprekDelen {
  omgeving: Omgeving;
  dienst: Dienst;
  adressen: Koppelbaar;
  bezorger: Bezorger;
  leden: Leden;
  beheer: Beheerregistratie;
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

/** Questions whose answer hangs on every role of who asks. */
const OVER_ALLES = new Set<string>(['openstaand', 'te-laat', 'mijn-gegevens', 'help'] satisfies Vraag['soort'][]);
const GEEN_CASUS = { casusnummer: undefined };

/** Cards of which a click shows the card of the overdracht again. */
const OP_KAART = new Set(['overdracht', 'volgkaart', 'ping', 'voortgang']);

/** The button under the list of the screening card; a client may leave a list out in which nothing is ticked. */
const isGekozen = ({ kaart, casusnummer }: Knop, data: unknown): boolean =>
  kaart === 'screening' &&
  (casusnummer === WACHTLIJST_VT || (typeof data === 'object' && data !== null && 'casusnummers' in data));

/** Where a card that is opened from this button leads back to. */
const herkomst = ({ terug, kaart = '' }: Knop): string => terug ?? kaart;

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
  /** Answers that somebody got for want of a role. */
  const geweigerd = new WeakSet<Antwoord>();
  /** Known before any casus is read, so that it takes as long for a casus that is not there. */
  async function aanvragerVan(
    { wie: { aadObjectId: id, naam }, waar: { conversatie } }: Beurt,
    ruimte: Omit<Zoekruimte, 'conversatie'>,
  ): Promise<Aanvrager> {
    const { rollen, onbekend } = await leden.van(id, { ...ruimte, conversatie });
    // The adresboek comes first: whoever leads a team acts as its leidinggevende.
    const alle = [...omgeving.adresboek().rollen(id), ...rollen];
    return { id, naam, kanaal: 'teams', rollen: alle, ...(onbekend && { ledenOnbekend: true }) };
  }
  /** Someone refused while a roster is missing may be a member after all, and hears what to do. */
  const geenToegang = (tekst: string, { ledenOnbekend }: Aanvrager, publiek?: Publiek): Antwoord => {
    const antwoord = zeg(ledenOnbekend ? `${tekst} ${teksten.chat['ledenlijst-onbekend']()}` : tekst, publiek);
    geweigerd.add(antwoord);
    return antwoord;
  };

  /**
   * Whose rosters matter for a casus, which is not read for it: a long journal would show in how long that takes. One
   * that is not there has a team too, always the same, so that it takes as long as for one that is.
   */
  async function teamsVan(casusnummer: string): Promise<readonly string[]> {
    const [regel] = await omgeving.opslag.zoek({ casusnummer, maximum: 1 });
    const teams = regel?.teams ?? [];
    const alle = omgeving.adresboek().gegevens.teams;
    const schijn = alle[createHash('sha256').update(casusnummer).digest().readUInt32BE() % alle.length];
    return teams.length > 0 || !schijn ? teams : [schijn.sleutel];
  }

  /** The answer by what is known of this person; only who is refused by that waits for the rosters that may change it. */
  async function antwoordVoor(
    beurt: Beurt,
    { casusnummer, alles }: { casusnummer: string | undefined; alles?: boolean },
    geef: (aanvrager: Aanvrager) => Promise<Antwoord>,
  ): Promise<{ aanvrager: Aanvrager; antwoord: Antwoord }> {
    const eerst = await aanvragerVan(beurt, { diepte: alles ? 'alles' : 'hier' });
    const antwoord = await geef(eerst);
    if (alles || isVt(eerst) || !geweigerd.has(antwoord)) return { aanvrager: eerst, antwoord };
    const teams = casusnummer === undefined ? [] : await teamsVan(casusnummer);
    const aanvrager = await aanvragerVan(beurt, { diepte: 'gericht', teams });
    return { aanvrager, antwoord: isDeepStrictEqual(aanvrager, eerst) ? antwoord : await geef(aanvrager) };
  }
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
  const verbinding = maakVerbinding({ omgeving, adressen, bezorger, leden, beheer });
  const koppelen = maakKoppelen({ omgeving, adressen, bezorger, leden, beheer, verbinding });

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
        return metCasus(vraag.casusnummer, aanvrager, tijdlijn);
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

  /** The card that another was opened from, drawn anew: what it shows is judged by who asks. */
  function terugNaarKaart(stand: Gezicht, knop: Knop, terug: string, aanvrager: Aanvrager): Antwoord {
    const weg = leesTerugweg(terug);
    switch (weg.kaart) {
      case 'overdracht':
      case 'volgkaart':
        return naKlik(stand, { ...knop, kaart: weg.kaart }, aanvrager);
      case 'tijdlijn':
        return tijdlijn(stand);
      case 'antwoord':
        return verantwoordelijk(stand, weg.op);
      case 'voortgang':
      case 'ping':
        return terugNaarBericht(stand, weg, aanvrager) ?? naKlik(stand, { ...knop, kaart: weg.kaart }, aanvrager);
      case 'status':
        return statusKaart(stand, aanvrager);
    }
  }

  /** `undefined` when it has nothing left to say, or was for others. */
  function terugNaarBericht(
    stand: Gezicht,
    { kaart, nr, aan, stappen }: Extract<Terugweg, { stappen: unknown }>,
    { id }: Aanvrager,
  ): Antwoord | undefined {
    const { zicht, document } = stand;
    const gebeurtenis = document.journaal[nr - 1];
    const voorVt = aan === 'kanaal-vt' || aan === 'leidinggevende-vt';
    if (!gebeurtenis || !ziet(zicht, gebeurtenis) || (voorVt && zicht.soort !== 'alles')) return undefined;
    const overdracht = overdrachtVan(gebeurtenis) || lopendeOverdracht(stand.casus)?.nr;
    const team = stand.casus.overdrachten.find((een) => een.nr === overdracht)?.team;
    const kanaal = voorVt ? VEILIG_THUIS : team;
    const item: PostvakItem = {
      nr,
      kaart,
      aan,
      stappen,
      ...(overdracht !== undefined && { overdracht }),
      ...(team !== undefined && { team }),
      sleutel: '',
      adres: kanaal !== undefined && aan.startsWith('kanaal') ? { kanaal } : { persoon: id },
      pogingen: 0,
      gemaaktOp: omgeving.klok.nu(),
      nietVoor: omgeving.klok.nu(),
    };
    const bericht = kaartBericht(item, bronVan(stand));
    if (!bericht || (bericht.kaart === 'ping' && bericht.model.stappen.length === 0)) return undefined;
    // Nobody is called upon by who looks at it again.
    const { vermeldingen: _vermeldingen, dringend: _dringend, ...zonder } = bericht;
    return toon(zonder.kaart === 'ping' ? { ...zonder, model: { ...zonder.model, aanhef: '' } } : zonder);
  }

  function tijdlijn(stand: Gezicht): Antwoord {
    if (stand.zicht.soort === 'stand') return buitenDeel(stand);
    const model = tijdlijnModel(bronVan(stand));
    return toon({ kaart: 'tijdlijn', model, samenvatting: `Tijdlijn van ${model.casusnummer}` });
  }

  async function antwoordOp(resultaat: Gezien, knop: Knop, aanvrager: Aanvrager): Promise<Antwoord> {
    if (!resultaat.ok) return afgewezen(resultaat, aanvrager);
    if (resultaat.eldersMislukt) {
      return zeg(teksten.chat['elders-mislukt']({ aantal: String(resultaat.eldersMislukt) }));
    }
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
        alineas:
          onderwerp === undefined
            ? [gevraagd === '' ? teksten.uitleg.kies : teksten.uitleg.onbekend]
            : alineasVan(onderwerp, omgeving.regels().beleid),
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
    const model = inhoudModel(bronVan(resultaat), {
      nr: overdracht,
      inhoud: resultaat.inhoud,
      pagina,
      terug: herkomst(knop),
    });
    return model
      ? toon({ kaart: 'inhoud', model, samenvatting: `Overdracht ${casusnummer}` })
      : zeg(teksten.dienst['geen-inhoud']());
  }

  /** The list of the screening card stands for many meldingen; each is done by itself, and one stops no other (Add.7). */
  async function screenGekozen(data: unknown, aanvrager: Aanvrager): Promise<Antwoord> {
    const gelezen = leesCasusnummers(data);
    const nummers = 'goed' in gelezen ? gelezen.goed : [];
    if (nummers.length === 0) {
      if (!isVt(aanvrager)) return geenToegang(teksten.dienst['geen-recht'](), aanvrager);
      return zeg('fouten' in gelezen ? teksten.screening.teVeel(MEESTE_CASUSSEN) : teksten.screening.kies);
    }
    const sleutels = sleutelsVoor('gescreend', data, aanvrager);
    const uitslagen = await dienst.voerElkUit(nummers, { opdracht: { soort: 'gescreend' }, aanvrager, ...sleutels });
    const mislukt = new Map<string, string[]>();
    for (const { casusnummer, resultaat } of uitslagen) {
      if (!resultaat.ok) mislukt.set(resultaat.tekst, [...(mislukt.get(resultaat.tekst) ?? []), casusnummer]);
    }
    if (mislukt.size === 0 && isVt(aanvrager)) return screening();
    const gelukt = uitslagen.filter(({ resultaat }) => resultaat.ok).length;
    return geenToegang(teksten.screening.deels(gelukt, mislukt), aanvrager);
  }

  function sleutelsVoor(soort: Opdracht['soort'], data: unknown, aanvrager: Aanvrager) {
    const nu = omgeving.klok.nu();
    const sleutelOp = (moment: Instant): string =>
      klikSleutel(soort, data, aanvrager, omgeving.regels().kalender.beginVanDag(moment));
    return { sleutel: sleutelOp(nu), vorigeSleutel: sleutelOp(verschuif(nu, -HERBEZORGD_MS)) };
  }

  /** What people typed in an event, for this person alone. */
  async function toelichting(knop: Knop, aanvrager: Aanvrager): Promise<Antwoord> {
    const { casusnummer, gebeurtenis } = knop;
    if (gebeurtenis === undefined) return zeg(teksten.chat['vul-in']({ velden: 'wat je wilt lezen' }));
    const resultaat = await dienst.leesToelichting(casusnummer, gebeurtenis, aanvrager);
    if (!resultaat.ok) return afgewezen(resultaat, aanvrager);
    const model = toelichtingModel(resultaat.gebeurtenis, bronVan(resultaat), herkomst(knop));
    return toon({ kaart: 'toelichting', model, samenvatting: `Toelichting bij ${casusnummer}` });
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
    const resultaat = await dienst.voerUit({
      casusnummer,
      opdracht: gelezen.goed,
      aanvrager,
      ...sleutelsVoor(soort, data, aanvrager),
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
      if (verb === 'koppeling-goedkeuren' || verb === 'koppeling-afkeuren') {
        const verzoek = leesVerzoek(data);
        if (verzoek === undefined) return zeg(teksten.chat['knop-onbekend']());
        return koppelen.beslis(verzoek, verb === 'koppeling-goedkeuren', beurt);
      }
      const knop = leesKnop(data);
      if (!knop) return zeg(teksten.chat['knop-onbekend'](), 'ieder');
      if (verb === 'gescreend' && isGekozen(knop, data)) return screenGekozen(data, aanvrager);
      if (isOpdracht(verb)) return opdracht(verb, data, knop, aanvrager);
      switch (verb) {
        case 'formulier-triage':
          return isVt(aanvrager) ? metCasus(knop.casusnummer, aanvrager, formulieren.triage) : alleenVt(aanvrager);
        case 'formulier-overdragen':
          return beantwoord({ soort: 'overdragen', casusnummer: knop.casusnummer }, aanvrager, beurt);
        case 'acties':
          return metCasus(knop.casusnummer, aanvrager, (stand) => {
            const model = actiesModel(bronVan(stand), aanvrager, herkomst(knop));
            return toon({ kaart: 'acties', model, samenvatting: `Wat kun je doen met ${model.casusnummer}` });
          });
        case 'bekijk-overdracht':
          return bekijk(knop, aanvrager);
        case 'toelichting':
          return toelichting(knop, aanvrager);
        case 'terug':
          return metCasus(knop.casusnummer, aanvrager, (stand) =>
            terugNaarKaart(stand, knop, herkomst(knop), aanvrager),
          );
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
      await verbinding.gesproken('bericht', beurt);
      const vraag = begrijp(tekst, omgeving.klok.nu());
      const casusnummer = 'casusnummer' in vraag ? vraag.casusnummer : undefined;
      const zoals = (wie: Aanvrager): Promise<Antwoord> => voor.bericht(tekst, beurt, wie);
      const gevraagd = { casusnummer, alles: OVER_ALLES.has(vraag.soort) };
      const { aanvrager, antwoord } = await antwoordVoor(beurt, gevraagd, zoals);
      return publiek.deel({ beurt, aanvrager, antwoord, zoals });
    },

    async klik(verb, data, beurt) {
      await verbinding.gesproken('klik', beurt);
      const { aanvrager, antwoord } = await antwoordVoor(beurt, leesKnop(data) ?? GEEN_CASUS, (wie) =>
        voor.klik(verb, data, beurt, wie),
      );
      return publiek.deel({ beurt, aanvrager, antwoord, zoals: (ander) => naAndersKlik(verb, data, ander, beurt) });
    },

    async ververs(verb, data, beurt) {
      if (verb === 'uitleg') return uitleg(leesOnderwerp(data));
      const knop = leesKnop(data);
      if (verb.startsWith('koppeling-')) return koppelen.verzoeken(beurt);
      if (!knop || verb === 'nieuwe-casus') return zeg(teksten.chat['niets-gedaan']());
      const gelezen = await antwoordVoor(beurt, knop, async (wie) =>
        antwoordOp(await dienst.lees(knop.casusnummer, wie), knop, wie),
      );
      return gelezen.antwoord;
    },

    async welkom({ conversatie }) {
      return (await adressen.neemGroet(conversatie, omgeving.klok.nu())) ? hulp(undefined) : undefined;
    },
    async welkomAlsnog({ conversatie }) {
      return (await adressen.neemGroet(conversatie, omgeving.klok.nu(), true)) ? hulp(undefined) : undefined;
    },
    begroet: ({ conversatie }, gelukt) => adressen.groetGedaan(conversatie, gelukt),

    verbroken: verbinding.verbroken,
    hersteld: verbinding.hersteld,
    hernoemd: verbinding.hernoemd,
    ledenGewijzigd: (plek) => leden.vergeet(plek),
  };
}
