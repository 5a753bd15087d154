/** The cards of terms: pings, and what VT must tell whom after a decision (domein.md §5). */
import { lopendeOverdracht } from '../../kern/casus.ts';
import type { Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import { isVerlopen, stapVan, type LopendeTermijn } from '../../kern/termijnen.ts';
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import { INFORMATIEPLICHTEN } from '../../kern/woorden.ts';
import { teksten } from '../../teksten/nl.ts';
import { VEILIG_THUIS, type CasusDocument, type PostvakItem } from '../poorten.ts';
import {
  geplaatsteTermijn,
  huidigeVerantwoordelijke,
  monitoringKnoppen,
  stapVanEscalatie,
  stukNaam,
  type Kaartbron,
  type Stukbron,
} from './kaartdelen.ts';
import type { KaartBericht, Vermelding } from './kaartmodellen.ts';
import type { InformerenModel, PingModel } from './modellen/termijn-modellen.ts';
import { terugNaar } from './terugweg.ts';
import { verwijsNaar } from './toelichting.ts';
import { letOpBijStap, letOpOntbrak, magAanvaarden, magOplossen } from './voortgangkaart.ts';

/** A button for each duty to inform. */
const teInformeren = (termijnen: readonly LopendeTermijn[]): PingModel['informeer'] =>
  termijnen.flatMap(({ naam, wie }) => {
    const plicht = INFORMATIEPLICHTEN.find((kandidaat) => kandidaat === naam);
    const schriftelijk = plicht === 'schriftelijk-informeren';
    return plicht && wie ? [{ wie, naam: teksten.informatie[wie], plicht, schriftelijk }] : [];
  });

/** Steps of terms, messages and duties: what happened to the casus itself is everything else. */
const GEEN_WENDING =
  /^(bericht-|ontvanger-|termijn-|stap-|verloop-|geinformeerd|gemeente-|melding-besproken|inhoud-|gescreend|monitoring-)/;

const laatsteWending = ({ journaal }: CasusDocument): Gebeurtenis | undefined =>
  journaal.findLast(({ soort }) => !GEEN_WENDING.test(soort));

/**
 * Three lines for who hears of the casus for the first time: the last turn of the casus itself, and the last two steps
 * of the terms that the message is about, without the steps that it tells of.
 */
function geschiedenis({ document, omgeving }: Stukbron, { aan, stappen = [] }: PostvakItem): string[] {
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
export function aanhef(
  item: PostvakItem,
  { omgeving }: Pick<Stukbron, 'omgeving'>,
): { aanhef: string; vermeldingen: Vermelding[] } {
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

export function pingBericht(item: PostvakItem, bron: Stukbron): KaartBericht {
  const { stuk, omgeving } = bron;
  const casus = stuk.soort === 'casus' ? stuk : undefined;
  const nu = omgeving.klok.nu();
  const stappen = (item.stappen ?? []).flatMap((verwijzing) => {
    const gevonden = stapVan(stuk, verwijzing);
    const termijn = stuk.termijnen.find(({ id }) => id === verwijzing.termijn);
    return gevonden && termijn ? [{ ...gevonden, termijn }] : [];
  });
  const ernst = stappen.some(({ stap }) => stap.soort === 'ladder')
    ? 'escalatie'
    : stappen.some(({ termijn }) => isVerlopen(termijn, nu))
      ? 'verlopen'
      : 'herinnering';
  const lopend = casus && lopendeOverdracht(casus);
  // A team that agreed to look is asked when the casus has moved on, and is told nothing of where it is now.
  const vertrokken = item.aan === 'kanaal-team' && item.team !== lopend?.team;
  const overdracht = vertrokken ? casus?.overdrachten.findLast(({ team }) => team === item.team) : lopend;
  const escalatie = vertrokken || !casus ? 0 : stapVanEscalatie(casus);
  // What a leidinggevende cannot be told comes to VT's channel, and must make sense there.
  const aanTeam = item.aan === 'kanaal-team' || (item.aan === 'leidinggevende-team' && 'persoon' in item.adres);
  const aanVt = 'kanaal' in item.adres ? item.adres.kanaal === VEILIG_THUIS : item.aan === 'leidinggevende-vt';
  const { aanhef: aan, vermeldingen } = aanhef(item, bron);
  const wending = laatsteWending(bron.document);
  const loopt = (naam: string): boolean => stuk.termijnen.some((termijn) => termijn.naam === naam);
  const gaatOver = (naam: string): boolean => stappen.some(({ termijn }) => termijn.naam === naam);
  const model: PingModel = {
    casusnummer: stukNaam(stuk),
    gemeente: casus ? (omgeving.adresboek().gemeente(casus.gemeente)?.naam ?? casus.gemeente) : '',
    teamNaam: overdracht ? omgeving.adresboek().naam(overdracht.team) : '',
    overdracht: overdracht?.nr ?? 0,
    versie: stuk.besluitVersie,
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
    verantwoordelijke: vertrokken ? teksten.vertrokken : huidigeVerantwoordelijke(stuk, omgeving),
    geschiedenis: ernst === 'escalatie' ? geschiedenis(bron, item) : [],
    lees: ernst === 'escalatie' && wending && item.aan !== 'contactambtenaar' ? verwijsNaar(wending).lees : 0,
    terug: terugNaar.ping(item),
    magBevestigen: aanTeam && !vertrokken && casus?.fase === 'overgedragen',
    magOppakken: aanTeam && !vertrokken && casus?.fase === 'ontvangen',
    taakGemeente: aanVt && loopt('informeer-gemeente'),
    informeer: aanVt ? teInformeren(stappen.map(({ termijn }) => termijn)) : [],
    stap: escalatie,
    letOp: [...letOpOntbrak(item, bron, aanVt), ...(casus ? letOpBijStap(escalatie, casus, omgeving) : [])],
    magOpschalen: item.aan !== 'contactambtenaar' && escalatie === 2,
    magOplossen: magOplossen(item, escalatie),
    magTerugleggenBeantwoorden: aanVt && loopt('terugleggen-beantwoorden'),
    monitoring: casus
      ? monitoringKnoppen(casus, omgeving).filter((knop) => stappen.some(({ termijn }) => termijn.id === knop.termijn))
      : [],
    magZichtBevestigen: aanVt && gaatOver('zicht-bij-vt'),
    magVervolgVastleggen: aanVt && gaatOver('vervolg') && casus !== undefined && casus.fase !== 'triage',
    magOverdragen: aanVt && gaatOver('overdracht-versturen') && casus?.fase === 'bij-veilig-thuis',
    magAanvaarden: escalatie > 0 && casus !== undefined && magAanvaarden(item, casus),
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

/** What VT must tell whom after a decision, with the term of each (§5.1.1, §5.1.2, §3.3.4). */
export function informerenModel(gebeurtenis: Gebeurtenis, { casus, omgeving }: Kaartbron): InformerenModel {
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
