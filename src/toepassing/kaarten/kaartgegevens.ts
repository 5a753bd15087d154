/** From a message in the postvak to the card that is sent, drawn from the casus as it is then. */
import { lopendeOverdracht, statusVan, type Overdracht } from '../../kern/casus.ts';
import { gebeurtenisMet } from '../../kern/gebeurtenissen.ts';
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import { teksten } from '../../teksten/nl.ts';
import { isInhoudVoorTeam } from '../casus/rechten.ts';
import type { WachtendeCasus } from '../casus/wachtlijstregistratie.ts';
import { VEILIG_THUIS, type PostvakItem } from '../poorten.ts';
import { hiatenBericht } from './adresboekkaart.ts';
import {
  casusbron,
  geplaatsteTermijn,
  huidigeVerantwoordelijke,
  stapVanEscalatie,
  stukNaam,
  type Kaartbron,
  type Stukbron,
} from './kaartdelen.ts';
import type { KaartBericht } from './kaartmodellen.ts';
import type { OverdrachtModel } from './modellen/overdracht-modellen.ts';
import { verwijsNaarEinde, verwijsNaarVraag } from './toelichting.ts';
import { onbezorgbaarModel, toezichtModel } from './toezichtkaart.ts';
import { vraagkaart } from './vraagkaarten.ts';
import { screeningModel, stuurgroepModel } from './wachtlijstkaarten.ts';

/** The terms that stand on the cards of an overdracht; VT's own duties are no business of the team. */
const TERMIJNEN_TEAM = ['bevestigen', 'oppakken', 'melding-bespreken'];
const TERMIJNEN_VT = [...TERMIJNEN_TEAM, 'client-informeren', 'informeer-gemeente'];

export function overdrachtModel(
  kaart: 'overdracht' | 'volgkaart',
  overdracht: Overdracht,
  { casus, document, omgeving }: Kaartbron,
): OverdrachtModel {
  const getoond = kaart === 'overdracht' ? TERMIJNEN_TEAM : TERMIJNEN_VT;
  const nu = omgeving.klok.nu();
  const { adresboek } = omgeving;
  const lopend = lopendeOverdracht(casus)?.nr === overdracht.nr;
  const termijnen = lopend
    ? casus.termijnen
        .filter(({ naam }) => getoond.includes(naam))
        .map((termijn) => geplaatsteTermijn(termijn, nu, omgeving))
    : [];
  const { ontvangst, overgenomen, oppakken, geweigerd, beeindigd } = overdracht;
  const einde = geweigerd ?? beeindigd;
  const verwijzing = verwijsNaarEinde(overdracht, casus, document);
  const vraag = lopend && overdracht.terugleggen ? verwijsNaarVraag(overdracht, document) : { lees: 0 };
  const taak = (naam: string): boolean => lopend && casus.termijnen.some((termijn) => termijn.naam === naam);
  return {
    casusnummer: casus.casusnummer,
    overdracht: overdracht.nr,
    versie: casus.besluitVersie,
    gemeente: adresboek().gemeente(casus.gemeente)?.naam ?? casus.gemeente,
    team: overdracht.team,
    teamNaam: adresboek().naam(overdracht.team),
    wijze: overdracht.wijze,
    spoed: casus.spoed,
    verzondenOp: toonMoment(overdracht.verzondenOp),
    doorNaam: overdracht.doorNaam ?? adresboek().naam(VEILIG_THUIS),
    status: statusVan(casus, overdracht),
    verantwoordelijke: huidigeVerantwoordelijke(casus, omgeving),
    termijnen,
    ietsTeLaat: termijnen.some(({ teLaat }) => teLaat),
    ontvangenOp: ontvangst ? toonMoment(ontvangst.op) : '',
    ontvangenDoor: ontvangst?.doorWie ?? '',
    ontvangenVia: ontvangst ? teksten.via[ontvangst.via] : '',
    ontvangenLaat: ontvangst?.laat ?? false,
    overgenomenOp: overgenomen ? toonMoment(overgenomen.op) : '',
    overgenomenDoor: overgenomen?.doorWie ?? '',
    overgenomenVia: overgenomen ? teksten.via[overgenomen.via] : '',
    opgepaktOp: oppakken ? toonMoment(oppakken.op) : '',
    casusregisseur: oppakken?.casusregisseur ?? '',
    eindeOp: einde ? toonMoment(einde.op) : '',
    eindeDoor: geweigerd?.doorNaam ?? '',
    eindeReden: verwijzing.toelichting,
    lees: verwijzing.lees || vraag.lees,
    taakGemeente: taak('informeer-gemeente'),
    taakClient: taak('client-informeren'),
    taakBespreken: taak('melding-bespreken'),
    stap: stapVanEscalatie(casus),
    voorstelVoor: (lopend && casus.fase === 'meningsverschil' && casus.voorstel?.uitkomst) || '',
    terugleggenOp: lopend && overdracht.terugleggen ? toonMoment(overdracht.terugleggen.op) : '',
    nietBinnenTermijnOp: overdracht.nietBinnenTermijn ? toonMoment(overdracht.nietBinnenTermijn.op) : '',
    aanpakfase: casus.aanpakfase ? teksten.aanpakfase[casus.aanpakfase] : '',
    // The card in the team's channel offers no content that nobody there may open.
    heeftInhoud: overdracht.nr in document.inhoud && (kaart === 'volgkaart' || isInhoudVoorTeam(casus, overdracht)),
  };
}

/** The card for a message in the postvak, drawn from the casus as it is now. */
export function kaartBericht(
  item: PostvakItem,
  bron: Stukbron,
  wachtenden: readonly WachtendeCasus[] = [],
): KaartBericht | undefined {
  const bericht = teken(item, bron, wachtenden);
  return bericht && item.onzeker ? alsHerhaling(bericht) : bericht;
}

/** Says so in the notification and on the card, because it may have been posted before. */
export const alsHerhaling = <B extends KaartBericht>(bericht: B): B => ({
  ...bericht,
  samenvatting: `Herhaling: ${bericht.samenvatting}`,
  herhaling: true,
});

function teken(item: PostvakItem, bron: Stukbron, wachtenden: readonly WachtendeCasus[]): KaartBericht | undefined {
  const { stuk, document, omgeving } = bron;
  switch (item.kaart) {
    case 'overdracht':
    case 'volgkaart': {
      const vanCasus = casusbron(bron);
      const overdracht = vanCasus?.casus.overdrachten.find(({ nr }) => nr === item.overdracht);
      if (!vanCasus || !overdracht) return undefined;
      const samenvatting = `Overdracht ${vanCasus.casus.casusnummer}`;
      return { kaart: item.kaart, model: overdrachtModel(item.kaart, overdracht, vanCasus), samenvatting };
    }
    case 'voortgang':
    case 'ping':
    case 'informeren':
    case 'wachtlijst-vt':
    case 'koppeling':
      return vraagkaart(item, bron);
    case 'onbezorgbaar': {
      const gebeurtenis = gebeurtenisMet(document.journaal, item.nr);
      if (gebeurtenis?.soort !== 'bericht-onbezorgbaar') return undefined;
      const samenvatting = `Bericht over ${stukNaam(stuk)} niet bezorgd`;
      return { kaart: 'onbezorgbaar', model: onbezorgbaarModel(gebeurtenis, bron), samenvatting, dringend: true };
    }
    case 'screening':
      return {
        kaart: 'screening',
        model: screeningModel(wachtenden, omgeving),
        samenvatting: 'Dagelijkse screening',
      };
    case 'toezicht': {
      const model = toezichtModel(gebeurtenisMet(document.journaal, item.nr), omgeving);
      const samenvatting = model?.onderwerp === 'hartslag' ? 'De bot waakt' : 'Er gaat iets mis in de bewaking';
      return model && { kaart: 'toezicht', model, samenvatting };
    }
    case 'adresboek': {
      const gebeurtenis = gebeurtenisMet(document.journaal, item.nr);
      if (gebeurtenis?.soort !== 'hiaten-nagegaan') return undefined;
      return hiatenBericht(gebeurtenis, omgeving, 'kanaal' in item.adres);
    }
    case 'stuurgroep': {
      const model = stuurgroepModel(item, bron, wachtenden);
      return { kaart: 'stuurgroep', model, samenvatting: 'Bericht voor de stuurgroep' };
    }
  }
}
