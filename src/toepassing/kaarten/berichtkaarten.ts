/** The models of messages about a casus: progress, pings, what VT must tell whom, and the wachtlijst (domein.md §5, §7). */
import { gebeurtenisMet } from '../../kern/archief.ts';
import { stapVan } from '../../kern/berichten.ts';
import { tempo } from '../../kern/beslissingen/wachtlijst-vt.ts';
import { isEigen, lopendeOverdracht, type Casus, type LopendeTermijn } from '../../kern/casus.ts';
import { INFORMATIEPLICHTEN, type Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import { isVerlopen } from '../../kern/termijnen.ts';
import { toonDag, toonMoment, toonTermijn, verschuif, type Instant } from '../../kern/werkdagen.ts';
import { koppelingTeksten } from '../../teksten/koppeling.nl.ts';
import { teksten } from '../../teksten/nl.ts';
import { onbezorgbaarTeksten } from '../../teksten/onbezorgbaar.nl.ts';
import { isVerouderd } from '../streek/adresboek.ts';
import { isGesprek } from '../casus/casusdocument.ts';
import {
  casusNaam,
  geplaatsteTermijn,
  huidigeVerantwoordelijke,
  monitoringKnoppen,
  stapVanEscalatie,
  type Bron,
} from './kaartdelen.ts';
import type {
  InformerenModel,
  KaartBericht,
  OnbezorgbaarModel,
  PingModel,
  ScreeningModel,
  StuurgroepModel,
  Vermelding,
  VoortgangModel,
  WachtlijstVtModel,
} from './kaartmodellen.ts';
import type { Omgeving } from '../omgeving.ts';
import { type CasusDocument, type PostvakItem, VEILIG_THUIS } from '../poorten.ts';
import { terugNaar } from './terugweg.ts';
import { verwijsNaar } from './toelichting.ts';
import { WACHTLIJST_VT, type WachtendeCasus } from '../casus/wachtlijstregistratie.ts';

/** Who belongs in the conversation of this step, and which contact of the gemeente is missing or old (Add.6). */
function letOpBijStap(stap: 0 | 1 | 2 | 3, casus: Casus, omgeving: Omgeving): string[] {
  if (stap === 2) return [teksten.meningsverschil.metGedragswetenschapper];
  if (stap !== 3) return [];
  const boek = omgeving.adresboek();
  const gemeente = boek.gemeente(casus.gemeente);
  const contact = (functie: string, namen: readonly string[]): string =>
    namen.length > 0 ? `${functie}: ${namen.join(', ')}` : teksten.meningsverschil.ontbreekt(functie);
  const oud = isVerouderd(boek, omgeving.klok.nu(), omgeving.regels().beleid.contactenMaanden);
  return [
    contact('Contactambtenaar', gemeente?.contactambtenaren.map(({ naam }) => naam) ?? []),
    contact('Wethouder', gemeente?.wethouder ? [gemeente.wethouder.naam] : []),
    contact('Burgemeester', gemeente?.burgemeester ? [gemeente.burgemeester.naam] : []),
    ...(oud ? [teksten.meningsverschil.oud(omgeving.regels().beleid.contactenMaanden)] : []),
  ];
}

/**
 * Whose place this message takes, because nobody could be reached there: of the steps it tells of, or of the event it
 * is about.
 */
function ontbrekenden({ nr, stappen = [] }: PostvakItem, { journaal }: CasusDocument) {
  return journaal.flatMap((gebeurtenis) => {
    if (gebeurtenis.soort !== 'ontvanger-ontbrak') return [];
    const over = gebeurtenisMet(journaal, gebeurtenis.gegevens.gebeurtenis);
    const { gegevens } = over ?? {};
    const isStap =
      gegevens !== undefined &&
      'termijn' in gegevens &&
      'stap' in gegevens &&
      stappen.some(({ termijn, stap }) => termijn === gegevens.termijn && stap === gegevens.stap);
    return isStap || over?.nr === nr ? [gebeurtenis.gegevens] : [];
  });
}

function letOpOntbrak(item: PostvakItem, { document, omgeving }: Bron, voorVt: boolean): string[] {
  const boek = omgeving.adresboek();
  return ontbrekenden(item, document).flatMap(({ ontbrak, wie, naar }) =>
    teksten.nietBereikt({
      ontbrak,
      naam: boek.naam(wie),
      naar,
      telefoon: (voorVt && boek.team(wie)?.telefoon) || '',
    }),
  );
}

/** A button for each duty to inform. */
const teInformeren = (termijnen: readonly LopendeTermijn[]): PingModel['informeer'] =>
  termijnen.flatMap(({ naam, wie }) => {
    const plicht = INFORMATIEPLICHTEN.find((kandidaat) => kandidaat === naam);
    const schriftelijk = plicht === 'schriftelijk-informeren';
    return plicht && wie ? [{ wie, naam: teksten.informatie[wie], plicht, schriftelijk }] : [];
  });

/** Whether this message goes to the side that has the proposal before it, so that it can answer there. */
const magAanvaarden = ({ aan }: PostvakItem, casus: Casus): boolean => {
  const voorstel = casus.fase === 'meningsverschil' ? casus.voorstel?.uitkomst : undefined;
  return voorstel !== undefined && (voorstel === 'veilig-thuis' ? aan.endsWith('-vt') : aan.endsWith('-team'));
};

/** A gemeente that hears early, because nobody else could be reached, has its say in step 3. */
const magOplossen = ({ aan }: PostvakItem, stap: 0 | 1 | 2 | 3): boolean =>
  stap > 0 && (aan !== 'contactambtenaar' || stap === 3);

export function voortgangModel(gebeurtenis: Gebeurtenis, item: PostvakItem, bron: Bron): VoortgangModel | undefined {
  const { casus, omgeving } = bron;
  const voorVt = item.aan === 'kanaal-vt' || item.aan === 'leidinggevende-vt';
  const stap = stapVanEscalatie(casus);
  const bijTeam = casus.fase === 'ontvangen' || casus.fase === 'opgepakt';
  const gevraagd = casus.overdrachten.find(({ nr }) => nr === item.overdracht)?.terugleggen !== undefined;
  // What is said of a proposal, and words that came later, have buttons of their own or none.
  const overGesprek = !['uitkomst-voorgesteld', 'uitkomst-afgewezen', 'aangevuld'].includes(gebeurtenis.soort);
  // A contactambtenaar hears that it happened, not what people said of it (domein.md §8).
  const verwijzing = item.aan === 'contactambtenaar' ? { toelichting: '', lees: 0 } : verwijsNaar(gebeurtenis);
  const basis = {
    casusnummer: casus.casusnummer,
    overdracht: item.overdracht ?? 0,
    versie: casus.besluitVersie,
    stap,
    letOp: [...letOpOntbrak(item, bron, voorVt), ...letOpBijStap(stap, casus, omgeving)],
    knoppen: {
      gemeenteGeinformeerd: voorVt && casus.termijnen.some(({ naam }) => naam === 'informeer-gemeente'),
      terugleggen: voorVt && bijTeam && gevraagd,
      terugnemen: voorVt && bijTeam && gebeurtenis.soort === 'gesignaleerd',
      opschalen: overGesprek && item.aan !== 'contactambtenaar' && (stap === 1 || stap === 2),
      oplossen: overGesprek && magOplossen(item, stap),
      aanvaarden: gebeurtenis.soort === 'uitkomst-voorgesteld' && magAanvaarden(item, casus),
      meningsverschil: gebeurtenis.soort === 'terugleggen-geweigerd' && bijTeam,
    },
    teamNaam: omgeving.adresboek().naam(item.team ?? ''),
    doorNaam: gebeurtenis.door.naam ?? '',
    op: toonMoment(gebeurtenis.op),
    casusregisseur: '',
    ...verwijzing,
    terug: terugNaar.voortgang(item),
    laat: false,
    verantwoordelijke: huidigeVerantwoordelijke(casus, omgeving),
    bron: gebeurtenis.bron,
    gedaan: '',
  };
  switch (gebeurtenis.soort) {
    case 'ontvangst-bevestigd': {
      const { doorWie, laat } = gebeurtenis.gegevens;
      return { ...basis, gebeurtenis: gebeurtenis.soort, doorNaam: doorWie, laat };
    }
    case 'opgepakt':
      return { ...basis, gebeurtenis: gebeurtenis.soort, casusregisseur: gebeurtenis.gegevens.casusregisseur };
    case 'uitkomst-voorgesteld': {
      const { uitkomst, doorPartij } = gebeurtenis.gegevens;
      const wie = uitkomst === 'veilig-thuis' ? omgeving.adresboek().naam(VEILIG_THUIS) : basis.teamNaam;
      return { ...basis, gebeurtenis: gebeurtenis.soort, toelichting: teksten.voorstel(doorPartij, wie) };
    }
    case 'overdracht-geweigerd':
    case 'overdracht-ingetrokken':
    case 'teruggenomen':
    case 'niet-binnen-termijn-gemeld':
    case 'terugleggen-gevraagd':
    case 'terugleggen-geweigerd':
    case 'afgesloten':
    case 'wachtlijst-gemeld':
    case 'interventie-gemeente-vastgelegd':
    case 'direct-gevaar-vastgesteld':
    case 'gesignaleerd':
    case 'uitkomst-afgewezen':
    case 'aangevuld':
    case 'meningsverschil-gemeld':
    case 'meningsverschil-opgeschaald':
    case 'meningsverschil-opgelost':
    case 'teruggelegd':
    case 'nieuwe-melding-ontvangen':
      return { ...basis, gebeurtenis: gebeurtenis.soort };
    default:
      return undefined;
  }
}

/** Steps of terms, messages and duties: what happened to the casus itself is everything else. */
const GEEN_WENDING =
  /^(bericht-|ontvanger-|termijn-|stap-|verloop-|geinformeerd|gemeente-|melding-besproken|inhoud-|gescreend|monitoring-)/;

const laatsteWending = ({ journaal }: CasusDocument): Gebeurtenis | undefined =>
  journaal.findLast(({ soort }) => !GEEN_WENDING.test(soort));

/**
 * Three lines for who hears of the casus for the first time: the last turn of the casus itself, and the last two steps
 * of the terms that the message is about, without the steps that it tells of.
 */
function geschiedenis({ document, omgeving }: Bron, { aan, stappen = [] }: PostvakItem): string[] {
  const zin = aan === 'contactambtenaar' ? teksten.gebeurtenisKort : teksten.gebeurtenisZonderWoorden;
  const naam = (sleutel: string): string => omgeving.adresboek().naam(sleutel);
  const wending = laatsteWending(document);
  const perSoort = new Map<string, Gebeurtenis>();
  for (const gebeurtenis of document.journaal) {
    const { gegevens } = gebeurtenis;
    if (!('stap' in gegevens) || !('termijn' in gegevens) || !gebeurtenis.soort.startsWith('termijn-')) continue;
    const { termijn, stap } = gegevens;
    const isZelf = stappen.some((een) => een.termijn === termijn && een.stap === stap);
    if (!isZelf && stappen.some((een) => een.termijn === termijn))
      perSoort.set(`${gebeurtenis.soort} ${termijn}`, gebeurtenis);
  }
  const laatste = [...perSoort.values()].toSorted((een, ander) => een.nr - ander.nr).slice(-2);
  return [...(wending ? [wending] : []), ...laatste].map(
    (gebeurtenis) => `${toonMoment(gebeurtenis.op)}: ${zin(gebeurtenis, naam)}`,
  );
}

/** Teams takes no more mentions in one message. */
const MEESTE_VERMELDINGEN = 20;

/** Whom a ping calls upon: people who can be mentioned, or the role in words. */
export function aanhef(item: PostvakItem, { omgeving }: Bron): { aanhef: string; vermeldingen: Vermelding[] } {
  const boek = omgeving.adresboek();
  if (!('kanaal' in item.adres)) return { aanhef: '', vermeldingen: [] };
  const kanaal = item.adres.kanaal;
  const personen = kanaal === VEILIG_THUIS ? boek.gegevens.veiligThuis.medewerkers : (boek.team(kanaal)?.leden ?? []);
  const bereikbaar = new Map(
    personen.flatMap(({ naam, aadObjectId }) => (aadObjectId ? [[aadObjectId, { naam, aadObjectId }]] : [])),
  );
  const vermeldingen = [...bereikbaar.values()].slice(0, MEESTE_VERMELDINGEN);
  if (vermeldingen.length === 0) return { aanhef: `Collega's van ${boek.naam(kanaal)}`, vermeldingen };
  const namen = vermeldingen.map(({ naam }) => `<at>${naam}</at>`).join(', ');
  return { aanhef: bereikbaar.size > vermeldingen.length ? `${namen} en collega's` : namen, vermeldingen };
}

export function pingBericht(item: PostvakItem, bron: Bron): KaartBericht {
  const { casus, omgeving } = bron;
  const nu = omgeving.klok.nu();
  const stappen = (item.stappen ?? []).flatMap((verwijzing) => {
    const gevonden = stapVan(casus, verwijzing);
    const termijn = casus.termijnen.find(({ id }) => id === verwijzing.termijn);
    return gevonden && termijn ? [{ ...gevonden, termijn }] : [];
  });
  const ernst = stappen.some(({ stap }) => stap.soort === 'ladder')
    ? 'escalatie'
    : stappen.some(({ termijn }) => isVerlopen(termijn, nu))
      ? 'verlopen'
      : 'herinnering';
  const lopend = lopendeOverdracht(casus);
  // A team that agreed to look is asked when the casus has moved on, and is told nothing of where it is now.
  const vertrokken = item.aan === 'kanaal-team' && item.team !== lopend?.team;
  const overdracht = vertrokken ? casus.overdrachten.findLast(({ team }) => team === item.team) : lopend;
  const escalatie = vertrokken ? 0 : stapVanEscalatie(casus);
  // What a leidinggevende cannot be told comes to VT's channel, and must make sense there.
  const aanTeam = item.aan === 'kanaal-team' || (item.aan === 'leidinggevende-team' && 'persoon' in item.adres);
  const aanVt = 'kanaal' in item.adres ? item.adres.kanaal === VEILIG_THUIS : item.aan === 'leidinggevende-vt';
  const { aanhef: aan, vermeldingen } = aanhef(item, bron);
  const wending = laatsteWending(bron.document);
  const loopt = (naam: string): boolean => casus.termijnen.some((termijn) => termijn.naam === naam);
  const gaatOver = (naam: string): boolean => stappen.some(({ termijn }) => termijn.naam === naam);
  const model: PingModel = {
    casusnummer: casusNaam(casus),
    gemeente: omgeving.adresboek().gemeente(casus.gemeente)?.naam ?? casus.gemeente,
    teamNaam: overdracht ? omgeving.adresboek().naam(overdracht.team) : '',
    overdracht: overdracht?.nr ?? 0,
    versie: casus.besluitVersie,
    ernst,
    aanhef: aan,
    stappen: stappen.map(({ termijn, stap }) => ({
      ...geplaatsteTermijn(termijn, nu, omgeving),
      bron: teksten.bron(stap.bron),
      watTeDoen: [
        teksten.teDoen(termijn.naam, aanTeam),
        // The step that starts a duty of VT says so: its button stands on this message.
        ...(stap.taak && aanVt ? [teksten.teDoen(stap.taak, false)] : []),
      ].join(' '),
    })),
    verantwoordelijke: vertrokken ? teksten.vertrokken : huidigeVerantwoordelijke(casus, omgeving),
    geschiedenis: ernst === 'escalatie' ? geschiedenis(bron, item) : [],
    lees: ernst === 'escalatie' && wending && item.aan !== 'contactambtenaar' ? verwijsNaar(wending).lees : 0,
    terug: terugNaar.ping(item),
    magBevestigen: aanTeam && !vertrokken && casus.fase === 'overgedragen',
    magOppakken: aanTeam && !vertrokken && casus.fase === 'ontvangen',
    taakGemeente: aanVt && loopt('informeer-gemeente'),
    informeer: aanVt ? teInformeren(stappen.map(({ termijn }) => termijn)) : [],
    stap: escalatie,
    letOp: [...letOpOntbrak(item, bron, aanVt), ...letOpBijStap(escalatie, casus, omgeving)],
    magOpschalen: item.aan !== 'contactambtenaar' && escalatie === 2,
    magOplossen: magOplossen(item, escalatie),
    magTerugleggenBeantwoorden: aanVt && loopt('terugleggen-beantwoorden'),
    monitoring: monitoringKnoppen(casus, omgeving).filter((knop) =>
      stappen.some(({ termijn }) => termijn.id === knop.termijn),
    ),
    magZichtBevestigen: aanVt && gaatOver('zicht-bij-vt'),
    magVervolgVastleggen: aanVt && gaatOver('vervolg') && casus.fase !== 'triage',
    magOverdragen: aanVt && gaatOver('overdracht-versturen') && casus.fase === 'bij-veilig-thuis',
    magAanvaarden: escalatie > 0 && magAanvaarden(item, casus),
    magBespreken:
      aanTeam && loopt('melding-bespreken') && stappen.some(({ termijn }) => termijn.naam === 'melding-bespreken'),
    gedaan: '',
  };
  const kop = { herinnering: 'Herinnering', verlopen: 'Termijn verlopen', escalatie: 'Escalatie' }[ernst];
  return {
    kaart: 'ping',
    model,
    samenvatting: `${kop}: ${model.casusnummer}`,
    ...(vermeldingen.length > 0 && { vermeldingen }),
    ...('persoon' in item.adres && { dringend: true }),
  };
}

export function onbezorgbaarModel(
  gebeurtenis: Gebeurtenis<'bericht-onbezorgbaar'>,
  { casus, omgeving }: Bron,
): OnbezorgbaarModel {
  const { kaart, waar, code } = gebeurtenis.gegevens;
  const boek = omgeving.adresboek();
  const telefoon = boek.team(waar)?.telefoon;
  const naam = isGesprek(waar)
    ? koppelingTeksten.oudGesprek
    : boek.naam(waar) === waar
      ? 'een medewerker'
      : boek.naam(waar);
  return {
    casusnummer: casusNaam(casus),
    isCasus: !isEigen(casus.casusnummer),
    wat: `${teksten.bericht(kaart)} aan ${naam}`,
    reden: onbezorgbaarTeksten.reden(code),
    watTeDoen:
      waar === VEILIG_THUIS
        ? onbezorgbaarTeksten.kijkZelf(casusNaam(casus), !isEigen(casus.casusnummer))
        : onbezorgbaarTeksten.bel(naam, telefoon),
  };
}

/** What VT must tell whom after a decision, with the term of each (§5.1.1, §5.1.2, §3.3.4). */
export function informerenModel(gebeurtenis: Gebeurtenis, { casus, omgeving }: Bron): InformerenModel {
  const nu = omgeving.klok.nu();
  const besluit = gebeurtenis.soort === 'triage-afgerond' ? gebeurtenis.gegevens : undefined;
  const waarom =
    besluit?.besluit === 'clientsysteem'
      ? 'lichte-zorgen'
      : besluit?.besluit === 'geen-zorgen'
        ? 'geen-zorgen'
        : besluit?.vervolg === 'hgo' || besluit?.vervolg === 'st-sg'
          ? besluit.vervolg
          : 'afgesloten';
  return {
    casusnummer: casus.casusnummer,
    versie: casus.besluitVersie,
    gemeente: omgeving.adresboek().gemeente(casus.gemeente)?.naam ?? casus.gemeente,
    waarom,
    taken: casus.termijnen.flatMap((termijn) => {
      const { wanneer, teLaat } = geplaatsteTermijn(termijn, nu, omgeving);
      return teInformeren([termijn]).map((knop) => ({ ...knop, wanneer, teLaat }));
    }),
    verantwoordelijke: huidigeVerantwoordelijke(casus, omgeving),
    bron: gebeurtenis.bron,
    gedaan: '',
  };
}

/** Characters that the lists of the screening card may take: a message of Teams holds 14,336, the rest of it 4,000. */
const SCREENING_TEKENS = 10_000;
/** What one line of a list costs besides its texts: `{"title":"","value":""},`. */
const KEUZE_TEKENS = 24;
const STUURGROEP_REGELS = 15;

const kosten = ({ title, value }: { title: string; value: string }): number =>
  JSON.stringify(title).length + JSON.stringify(value).length + KEUZE_TEKENS;

/**
 * Today's screening: every open melding, what still has to be looked at first (Add.7). A melding stands in two lists: to
 * tick as screened, and to report direct gevaar; as many as fit, and what does not fit follows when these are screened.
 */
export function screeningModel(wachtenden: readonly WachtendeCasus[], omgeving: Omgeving): ScreeningModel {
  const nu = omgeving.klok.nu();
  const { kalender, beleid } = omgeving.regels();
  const { duur } = beleid.termijnen.screening;
  const vandaag = kalender.beginVanDag(nu);
  const isGescreend = ({ gescreendOp }: WachtendeCasus): boolean =>
    gescreendOp !== undefined && kalender.beginVanDag(gescreendOp) === vandaag;
  const leesbaar = wachtenden.filter(({ onleesbaar }) => !onleesbaar);
  const open = leesbaar.filter((wachtende) => !isGescreend(wachtende));
  const klaar = leesbaar.filter(isGescreend).map(({ casusnummer }) => casusnummer);
  const teScreenen: ScreeningModel['teScreenen'] = [];
  const gevaar: ScreeningModel['gevaar'] = [];
  let over = SCREENING_TEKENS;
  const past = (...regels: { title: string; value: string }[]): boolean => {
    const kost = regels.reduce((som, regel) => som + kosten(regel), 0);
    over = kost > over ? 0 : over - kost;
    return over > 0;
  };
  for (const { casusnummer, gemeente, verlopenOp, ontvangenOp } of open) {
    const naam = omgeving.adresboek().gemeente(gemeente)?.naam ?? gemeente;
    const sinds = { ...(verlopenOp && { teLaat: verlopenOp }), ...(ontvangenOp && { ontvangen: ontvangenOp }) };
    const keuze = { title: teksten.screening.keuze(casusnummer, naam, sinds), value: casusnummer };
    const kort = { title: casusnummer, value: casusnummer };
    if (!past(keuze, kort)) break;
    teScreenen.push(keuze);
    gevaar.push(kort);
  }
  // Danger that is seen in the afternoon is reported here as well.
  for (const casusnummer of klaar) {
    const kort = { title: casusnummer, value: casusnummer };
    if (!past(kort)) break;
    gevaar.push(kort);
  }
  return {
    dag: toonDag(nu),
    voor: 'opDeDag' in duur ? duur.opDeDag : '',
    casusnummer: WACHTLIJST_VT,
    versie: wachtenden.reduce((som, { versie }) => som + versie, wachtenden.length),
    nogTeScreenen: wachtenden.length - klaar.length,
    teScreenen,
    meer: open.length - teScreenen.length,
    gevaar,
    gescreend: teksten.screening.gescreend(klaar),
    onleesbaar: teksten.screening.onleesbaar(
      wachtenden.flatMap(({ onleesbaar, casusnummer }) => (onleesbaar ? [casusnummer] : [])),
    ),
  };
}

/** The pace of VT's wachtlijst, in words, with how it was computed. */
export function wachtlijstVtModel(casus: Casus): WachtlijstVtModel | undefined {
  const lijst = casus.wachtlijstVt;
  const gemeten = lijst && tempo(lijst);
  const termijn = casus.termijnen.find(({ naam }) => naam === 'wachtlijst-vt');
  if (!lijst || !gemeten || !termijn) return undefined;
  return {
    aantal: gemeten.aantal,
    uiterlijk: toonTermijn(termijn.vervalt),
    // Counted from the warning itself: a card that is drawn later must not say another day.
    ...teksten.tempo(gemeten, lijst.dagen.length, toonDag(verschuif(casus.besluitOp, gemeten.dagen * DAG_MS))),
    gedaan: '',
  };
}

const DAG_MS = 86_400_000;
const dagenSinds = (toen: Instant, nu: Instant): number => Math.floor((Date.parse(nu) - Date.parse(toen)) / DAG_MS);

/** For the stuurgroep: numbers, ages and casusnummers, and nothing else (§4.3, domein.md §8). */
export function stuurgroepModel(
  item: PostvakItem,
  { casus, document, omgeving }: Bron,
  wachtenden: readonly WachtendeCasus[],
): StuurgroepModel {
  const nu = omgeving.klok.nu();
  const bron = gebeurtenisMet(document.journaal, item.nr)?.bron ?? '§4.3';
  if (casus.wachtlijstVt) {
    // Who is not late is screened with the others, and is no part of the wachtlijst.
    const regels = wachtenden.flatMap(({ casusnummer, verlopenOp }) =>
      verlopenOp === undefined ? [] : [{ casusnummer, leeftijd: teksten.dagen(dagenSinds(verlopenOp, nu)) }],
    );
    return { onderwerp: 'wachtlijst-vt', aantal: regels.length, regels: regels.slice(0, STUURGROEP_REGELS), bron };
  }
  const terugkerend = gebeurtenisMet(document.journaal, item.nr);
  const inPlaatsVan = ontbrekenden(item, document).some(({ naar }) => naar.includes('stuurgroep'));
  const sinds = casus.fase === 'meningsverschil' ? casus.sinds : casus.laatstVastgelegd;
  const regels = [{ casusnummer: casus.casusnummer, leeftijd: teksten.dagen(dagenSinds(sinds, nu)) }];
  return terugkerend?.soort === 'terugkerend-meningsverschil'
    ? { onderwerp: terugkerend.soort, aantal: terugkerend.gegevens.aantal, regels, bron }
    : { onderwerp: inPlaatsVan ? 'niemand-bereikbaar' : 'meningsverschil', aantal: 1, regels, bron };
}
