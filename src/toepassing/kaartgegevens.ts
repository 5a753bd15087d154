/** From a casus to what a card shows: the only place where models are filled. */
import { lopendeOverdracht, type Casus, type LopendeTermijn, type Overdracht } from '../kern/casus.ts';
import { stapVan } from '../kern/berichten.ts';
import type { Gebeurtenis, Verantwoordelijke } from '../kern/gebeurtenissen.ts';
import { isVerlopen } from '../kern/termijnen.ts';
import { toonMoment, toonTermijn, type Instant } from '../kern/werkdagen.ts';
import { teksten } from '../teksten/nl.ts';
import { VEILIG_THUIS } from './adresboek.ts';
import type {
  KaartBericht,
  OnbezorgbaarModel,
  OverdrachtModel,
  PingModel,
  TermijnRegel,
  Vermelding,
  VoortgangModel,
} from './kaartmodellen.ts';
import type { Omgeving } from './omgeving.ts';
import type { CasusDocument, PostvakItem } from './poorten.ts';

export interface Bron {
  casus: Casus;
  document: CasusDocument;
  omgeving: Omgeving;
}

export function termijnRegel(termijn: LopendeTermijn, nu: Instant, { regels }: Omgeving): TermijnRegel {
  const verlopen = isVerlopen(termijn, nu);
  return {
    naam: teksten.termijn(termijn),
    vervalt: toonTermijn(termijn.vervalt),
    nog: teksten.nog(regels().kalender.werkdagenTot(nu, termijn.vervalt), verlopen),
    teLaat: verlopen,
    bron: teksten.bron(termijn.bron),
  };
}

/** The name of who is responsible: `Veilig Thuis West-Brabant (tijdelijk)`, the team, or the cliëntsysteem. */
export function partijNaam(verantwoordelijke: Verantwoordelijke, { adresboek }: Omgeving): string {
  switch (verantwoordelijke.partij) {
    case 'veilig-thuis':
      return adresboek().naam(VEILIG_THUIS) + (verantwoordelijke.tijdelijk ? ' (tijdelijk)' : '');
    case 'lokale-toegang':
      return adresboek().naam(verantwoordelijke.team);
    case 'clientsysteem':
      return 'het cliëntsysteem';
  }
}

export function huidigeVerantwoordelijke(casus: Casus, omgeving: Omgeving): string {
  const periode = casus.perioden.at(-1);
  if (!periode) return '';
  return `${partijNaam(periode.verantwoordelijke, omgeving)}, sinds ${toonMoment(periode.vanaf)}`;
}

/** The terms that stand on the cards of an overdracht; VT's own duties are no business of the team. */
const TERMIJNEN_TEAM = ['bevestigen', 'oppakken', 'melding-bespreken'];
const TERMIJNEN_VT = [...TERMIJNEN_TEAM, 'client-informeren', 'informeer-gemeente'];

export function overdrachtModel(
  kaart: 'overdracht' | 'volgkaart',
  overdracht: Overdracht,
  { casus, omgeving }: Bron,
): OverdrachtModel {
  const getoond = kaart === 'overdracht' ? TERMIJNEN_TEAM : TERMIJNEN_VT;
  const nu = omgeving.klok.nu();
  const { adresboek } = omgeving;
  const lopend = lopendeOverdracht(casus)?.nr === overdracht.nr;
  const termijnen = lopend
    ? casus.termijnen.filter(({ naam }) => getoond.includes(naam)).map((termijn) => termijnRegel(termijn, nu, omgeving))
    : [];
  const { ontvangst, oppakken, geweigerd, beeindigd } = overdracht;
  const einde = geweigerd ?? beeindigd;
  const via = { teams: 'in Teams', telefoon: 'per telefoon', 'e-mail': 'per e-mail' } as const;
  const taak = (naam: string): boolean => lopend && casus.termijnen.some((termijn) => termijn.naam === naam);
  return {
    casusnummer: casus.casusnummer,
    overdracht: overdracht.nr,
    versie: casus.versie,
    gemeente: adresboek().gemeente(casus.gemeente)?.naam ?? casus.gemeente,
    team: overdracht.team,
    teamNaam: adresboek().naam(overdracht.team),
    wijze: overdracht.wijze,
    spoed: casus.spoed,
    verzondenOp: toonMoment(overdracht.verzondenOp),
    doorNaam: overdracht.doorNaam ?? adresboek().naam(VEILIG_THUIS),
    status: overdracht.status,
    verantwoordelijke: huidigeVerantwoordelijke(casus, omgeving),
    termijnen,
    ietsTeLaat: termijnen.some(({ teLaat }) => teLaat),
    ontvangenOp: ontvangst ? toonMoment(ontvangst.op) : '',
    ontvangenDoor: ontvangst?.doorWie ?? '',
    ontvangenVia: ontvangst ? via[ontvangst.via] : '',
    ontvangenLaat: ontvangst?.laat ?? false,
    opgepaktOp: oppakken ? toonMoment(oppakken.op) : '',
    casusregisseur: oppakken?.casusregisseur ?? '',
    eindeOp: einde ? toonMoment(einde.op) : '',
    eindeDoor: geweigerd?.doorNaam ?? '',
    eindeReden: einde?.reden ?? '',
    taakGemeente: taak('informeer-gemeente'),
    taakClient: taak('client-informeren'),
    taakBespreken: taak('melding-bespreken'),
  };
}

const teamVan = (casus: Casus, nr: number | undefined): string | undefined =>
  casus.overdrachten.find((overdracht) => overdracht.nr === nr)?.team;

function voortgangModel(
  gebeurtenis: Gebeurtenis,
  item: PostvakItem,
  { casus, omgeving }: Bron,
): VoortgangModel | undefined {
  const basis = {
    casusnummer: casus.casusnummer,
    teamNaam: omgeving.adresboek().naam(item.team ?? ''),
    doorNaam: gebeurtenis.door.naam ?? '',
    op: toonMoment(gebeurtenis.op),
    toelichting: '',
    laat: false,
    verantwoordelijke: huidigeVerantwoordelijke(casus, omgeving),
    bron: gebeurtenis.bron,
  };
  switch (gebeurtenis.soort) {
    case 'ontvangst-bevestigd': {
      const { doorWie, laat } = gebeurtenis.gegevens;
      return { ...basis, gebeurtenis: gebeurtenis.soort, doorNaam: doorWie, laat };
    }
    case 'opgepakt':
      return { ...basis, gebeurtenis: gebeurtenis.soort, toelichting: gebeurtenis.gegevens.casusregisseur };
    case 'overdracht-geweigerd':
    case 'overdracht-ingetrokken':
    case 'teruggenomen':
      return { ...basis, gebeurtenis: gebeurtenis.soort, toelichting: gebeurtenis.gegevens.reden };
    case 'nieuwe-melding-ontvangen':
      return { ...basis, gebeurtenis: gebeurtenis.soort };
    default:
      return undefined;
  }
}

/** Steps of terms, messages and duties: what happened to the casus itself is everything else. */
const GEEN_WENDING = /^(bericht-|termijn-|stap-|verloop-|geinformeerd|gemeente-|melding-besproken)/;

/**
 * Three lines for who hears of the casus for the first time: the last turn of the casus itself, and the last two steps
 * of the terms that the message is about, without the steps that it tells of.
 */
function geschiedenis({ document, omgeving }: Bron, stappen: readonly { termijn: string; stap: string }[]): string[] {
  const naam = (sleutel: string): string => omgeving.adresboek().naam(sleutel);
  const wending = document.journaal.findLast(({ soort }) => !GEEN_WENDING.test(soort));
  const perSoort = new Map<string, Gebeurtenis>();
  for (const gebeurtenis of document.journaal) {
    if (!('stap' in gebeurtenis.gegevens) || !gebeurtenis.soort.startsWith('termijn-')) continue;
    const { termijn, stap } = gebeurtenis.gegevens;
    const isZelf = stappen.some((een) => een.termijn === termijn && een.stap === stap);
    if (!isZelf && stappen.some((een) => een.termijn === termijn))
      perSoort.set(`${gebeurtenis.soort} ${termijn}`, gebeurtenis);
  }
  const laatste = [...perSoort.values()].toSorted((a, b) => a.nr - b.nr).slice(-2);
  return [...(wending ? [wending] : []), ...laatste].map(
    (gebeurtenis) => `${toonMoment(gebeurtenis.op)}: ${teksten.gebeurtenis(gebeurtenis, naam)}`,
  );
}

/** Whom a ping calls upon: people who can be mentioned, or the role in words. */
function aanhef(item: PostvakItem, { omgeving }: Bron): { aanhef: string; vermeldingen: Vermelding[] } {
  const boek = omgeving.adresboek();
  if ('persoon' in item.adres) return { aanhef: '', vermeldingen: [] };
  const kanaal = item.adres.kanaal;
  const personen = kanaal === VEILIG_THUIS ? boek.gegevens.veiligThuis.medewerkers : (boek.team(kanaal)?.leden ?? []);
  const vermeldingen = personen
    .flatMap(({ naam, aadObjectId }) => (aadObjectId ? [{ naam, aadObjectId }] : []))
    .slice(0, 5);
  if (vermeldingen.length === 0) return { aanhef: `Collega's van ${boek.naam(kanaal)}`, vermeldingen };
  return { aanhef: vermeldingen.map(({ naam }) => `<at>${naam}</at>`).join(', '), vermeldingen };
}

function pingBericht(item: PostvakItem, bron: Bron): KaartBericht {
  const { casus, omgeving } = bron;
  const nu = omgeving.klok.nu();
  const stappen = (item.stappen ?? []).flatMap((verwijzing) => {
    const gevonden = stapVan(casus, verwijzing);
    const termijn = casus.termijnen.find(({ id }) => id === verwijzing.termijn);
    return gevonden && termijn ? [{ ...gevonden, termijn }] : [];
  });
  const ernst: PingModel['ernst'] = stappen.some(({ stap }) => stap.soort === 'ladder')
    ? 'escalatie'
    : stappen.some(({ termijn }) => isVerlopen(termijn, nu))
      ? 'verlopen'
      : 'herinnering';
  const overdracht = lopendeOverdracht(casus);
  // What a leidinggevende cannot be told comes to VT's channel, and must make sense there.
  const aanTeam = item.aan === 'kanaal-team' || (item.aan === 'leidinggevende-team' && 'persoon' in item.adres);
  const aanVt = 'kanaal' in item.adres ? item.adres.kanaal === VEILIG_THUIS : item.aan === 'leidinggevende-vt';
  const { aanhef: aan, vermeldingen } = aanhef(item, bron);
  const model: PingModel = {
    casusnummer: casus.casusnummer,
    gemeente: omgeving.adresboek().gemeente(casus.gemeente)?.naam ?? casus.gemeente,
    teamNaam: overdracht ? omgeving.adresboek().naam(overdracht.team) : '',
    overdracht: overdracht?.nr ?? 0,
    versie: casus.versie,
    ernst,
    aanhef: aan,
    stappen: stappen.map(({ termijn, stap }) => ({
      ...termijnRegel(termijn, nu, omgeving),
      bron: teksten.bron(stap.bron),
      watTeDoen: [
        teksten.teDoen(termijn.naam, aanTeam),
        // The step that starts a duty of VT says so: its button stands on this message.
        ...(stap.taak && aanVt ? [teksten.teDoen(stap.taak, false)] : []),
      ].join(' '),
    })),
    verantwoordelijke: huidigeVerantwoordelijke(casus, omgeving),
    geschiedenis: ernst === 'escalatie' ? geschiedenis(bron, item.stappen ?? []) : [],
    magBevestigen: aanTeam && casus.fase === 'overgedragen',
    magOppakken: aanTeam && casus.fase === 'ontvangen',
    taakGemeente: aanVt && casus.termijnen.some(({ naam }) => naam === 'informeer-gemeente'),
    herhaling: item.onzeker ?? false,
  };
  const kop = { herinnering: 'Herinnering', verlopen: 'Termijn verlopen', escalatie: 'Escalatie' }[ernst];
  return {
    kaart: 'ping',
    model,
    samenvatting: `${item.onzeker ? 'Herhaling: ' : ''}${kop}: ${casus.casusnummer}`,
    ...(vermeldingen.length > 0 && { vermeldingen }),
    ...('persoon' in item.adres && { dringend: true }),
  };
}

function onbezorgbaarModel(
  gebeurtenis: Gebeurtenis<'bericht-onbezorgbaar'>,
  { casus, omgeving }: Bron,
): OnbezorgbaarModel {
  const { kaart, waar, code } = gebeurtenis.gegevens;
  const boek = omgeving.adresboek();
  const telefoon = boek.team(waar)?.telefoon;
  const naam = boek.naam(waar) === waar ? 'een medewerker' : boek.naam(waar);
  return {
    casusnummer: casus.casusnummer,
    wat: `${teksten.bericht(kaart)} aan ${naam}`,
    reden:
      code === 'geen-gesprek'
        ? 'de bot is daar nog niet gekoppeld of geïnstalleerd'
        : `Teams gaf als antwoord: ${code}`,
    watTeDoen: telefoon ? `Bel ${naam}: ${telefoon}.` : `Neem zelf contact op met ${naam}.`,
  };
}

/** The card for a message in the postvak, drawn from the casus as it is now. */
export function kaartBericht(item: PostvakItem, bron: Bron): KaartBericht | undefined {
  const { casus, document } = bron;
  const herhaling = item.onzeker ? 'Herhaling: ' : '';
  switch (item.kaart) {
    case 'overdracht':
    case 'volgkaart': {
      const overdracht = casus.overdrachten.find(({ nr }) => nr === item.overdracht);
      if (!overdracht) return undefined;
      const samenvatting = `${herhaling}Overdracht ${casus.casusnummer}`;
      return { kaart: item.kaart, model: overdrachtModel(item.kaart, overdracht, bron), samenvatting };
    }
    case 'voortgang': {
      const gebeurtenis = document.journaal[item.nr - 1];
      const team = item.team ?? teamVan(casus, item.overdracht);
      const model = gebeurtenis && voortgangModel(gebeurtenis, { ...item, ...(team && { team }) }, bron);
      return model && { kaart: 'voortgang', model, samenvatting: `${herhaling}Bericht over ${casus.casusnummer}` };
    }
    case 'ping':
      return pingBericht(item, bron);
    case 'onbezorgbaar': {
      const gebeurtenis = document.journaal[item.nr - 1];
      if (gebeurtenis?.soort !== 'bericht-onbezorgbaar') return undefined;
      const samenvatting = `${herhaling}Bericht over ${casus.casusnummer} niet bezorgd`;
      return { kaart: 'onbezorgbaar', model: onbezorgbaarModel(gebeurtenis, bron), samenvatting, dringend: true };
    }
  }
}
