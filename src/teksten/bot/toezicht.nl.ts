/** What the bot says of how it watches: its heartbeat, and what its auditor finds wrong. */
import type { BevindingSoort, Telling } from '../../kern/eigen/toezicht.ts';
import { toonMoment, type Instant } from '../../kern/tijd/werkdagen.ts';
import type { Onderwerpteksten } from '../onderwerp.ts';
import { geteld } from '../taal/woorden.nl.ts';

/** What the auditor finds wrong, and what people do about it: they know families and teams, not the bot's insides. */
const BEVINDING: Record<BevindingSoort, { wat: string; watTeDoen: string }> = {
  'verantwoordelijke-onduidelijk': {
    wat: 'In het verslag van deze casus staat niet precies één verantwoordelijke.',
    watTeDoen: 'Veilig Thuis houdt deze casus in de gaten tot het is opgelost. Bel meteen de beheerder.',
  },
  'casus-slaapt': {
    wat: 'Deze casus is bij Veilig Thuis, maar er stond geen termijn meer gepland.',
    watTeDoen: 'De bot plant er nu een. Kijk zelf of er iets moet gebeuren in deze casus.',
  },
  'termijn-gemist': {
    wat: 'Een termijn liep af of een herinnering was nodig, maar er ging geen bericht uit.',
    watTeDoen: 'De bot stuurt het bericht alsnog. Kijk of het is aangekomen, en bel anders zelf het team.',
  },
  'casus-onleesbaar': {
    wat: 'De bot kan deze casus niet lezen, en bewaakt hem dus niet.',
    watTeDoen: 'Bewaak deze casus zelf: kijk naar de termijnen en bel het team. Bel ook de beheerder.',
  },
  'instellingen-oud': {
    wat: 'Een deel van de bot werkt nog met een oud adresboek of oud beleid.',
    watTeDoen: 'Wie uit het adresboek is gehaald, kan nog in casussen kijken. Bel meteen de beheerder.',
  },
  'niets-bezorgd': {
    wat: 'Geen enkel bericht van de bot komt nog aan.',
    watTeDoen: 'Bel de beheerder. Kijk tot het is opgelost zelf naar de termijnen, en bel de teams.',
  },
  'inhoud-klopt-niet': {
    wat: 'De inhoud van een overdracht is niet gelijk aan wat is verstuurd, of staat onbeveiligd in de opslag.',
    watTeDoen: 'De bot toont de inhoud niet. Bel meteen de beheerder. Bel het team als het de inhoud nodig heeft.',
  },
  'bericht-te-laat': {
    wat: 'Een bericht is niet op tijd aangekomen.',
    watTeDoen: 'Bel zelf degene voor wie het is. De bot blijft het proberen.',
  },
  'bericht-opgegeven': {
    wat: 'Een bericht is niet bezorgd. Daarover kwam al een kaart in dit kanaal.',
    watTeDoen: 'Kijk of iemand heeft gebeld.',
  },
  'koppeling-stuk': {
    wat: 'De bot kan niet meer schrijven in een kanaal dat wel gekoppeld is.',
    watTeDoen: 'Vraag de beheerder om het kanaal opnieuw te koppelen. Bel het team zolang zelf.',
  },
  'document-groot': {
    wat: 'Het verslag van deze casus is half vol. Als het vol is, kan de bot er niets meer in opschrijven.',
    watTeDoen: 'Er is nog tijd. Zeg het tegen de beheerder, en kijk of de casus kan worden afgesloten.',
  },
  'wekker-fout': {
    wat: 'De bot zou niet op tijd naar een casus hebben gekeken. Dat is hersteld.',
    watTeDoen: 'Je hoeft niets te doen. Zie je dit vaker? Bel dan de beheerder.',
  },
};

export const toezichtTeksten = {
  bevinding: BEVINDING,
  eigenBericht: (wachtlijst: boolean): string =>
    wachtlijst ? 'de wachtlijst van Veilig Thuis' : 'een bericht van de bot zelf',
  hartslag: ({ open, termijnen, teLaat, nietBezorgd }: Telling): string =>
    `${geteld(open, 'casus', 'casussen')} open, ${geteld(termijnen, 'termijn loopt', 'termijnen lopen')}, ` +
    `${teLaat} te laat, ${geteld(nietBezorgd, 'bericht', 'berichten')} niet bezorgd.`,
  laatsteRonde: (op: Instant | undefined): string =>
    op === undefined ? 'Er is nog geen hele ronde geweest.' : `Laatste ronde: ${toonMoment(op)}.`,
};

export const TOEZICHT_TIJDLIJN = {
  'hartslag-gegeven': () => 'De bot waakt',
  'onraad-gemeld': () => 'Er gaat iets mis in de bewaking',
  'registratie-vervolgd': () => 'Het verslag gaat verder in een nieuwe maand',
} satisfies Onderwerpteksten['gebeurtenis'];
