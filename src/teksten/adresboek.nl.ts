/** What the card of the adresboek says, for the beheerder. Taalniveau B1. */
import type { Wijziging } from '../kern/eigen/beheer.ts';
import type { Hiaat } from '../kern/rij/opdrachtrij.ts';
import type { Duur } from '../kern/tijd/werkdagen.ts';
import type { Onderwerpteksten } from './onderwerp.ts';
import { inMaanden, inWeken, inWerkdagen } from './taal/duur.nl.ts';

const GENOEMD = 6;

/** The first of them, and how many more there are. */
function namen(alle: readonly string[], aantal = alle.length): string {
  const eerste = alle.slice(0, GENOEMD);
  const meer = aantal - eerste.length;
  return meer > 0 ? `${eerste.join(', ')} en nog ${meer}` : eerste.join(', ');
}

const HIAAT: Record<Hiaat['wat'], { wat: string; doen: string }> = {
  beheerder: {
    wat: 'Er is geen beheerder',
    doen: 'Vul in het adresboek een beheerder in. Zonder beheerder kan niemand een kanaal koppelen.',
  },
  'kanaal-vt': {
    wat: 'Veilig Thuis heeft geen kanaal',
    doen: 'Typ in het kanaal van Veilig Thuis: koppel veilig-thuis. Een leidinggevende van Veilig Thuis keurt dat goed. Tot dan wachten alle berichten voor dat kanaal.',
  },
  'leidinggevende-vt': {
    wat: 'Geen leidinggevende met een Teams-account',
    doen: 'Vul in het adresboek een leidinggevende van Veilig Thuis in, met het Teams-account (aadObjectId).',
  },
  'leidinggevende-team': {
    wat: 'Geen leidinggevende met een Teams-account',
    doen: 'Vraag het team wie de leidinggevende is. Vul die in, met het Teams-account (aadObjectId).',
  },
  contactambtenaar: {
    wat: 'Geen contactambtenaar met een Teams-account',
    doen: 'Vraag de gemeente wie de contactambtenaar is. Vul die in, met het Teams-account (aadObjectId).',
  },
  stuurgroep: {
    wat: 'De stuurgroep heeft geen gesprek',
    doen: 'Typ in het gesprek van de stuurgroep: koppel stuurgroep.',
  },
};

/** `1 erbij, 2 eraf`. */
const aantallen = ({ erbij, eraf, anders }: Wijziging): string =>
  [
    ...(erbij > 0 ? [`${erbij} erbij`] : []),
    ...(eraf > 0 ? [`${eraf} eraf`] : []),
    ...(anders > 0 ? [`${anders} anders`] : []),
  ].join(', ');

/** `teams.wijkteam-noord.leden` as people say it: `leden van Wijkteam Noord`. */
function plek(waar: string, naam: (sleutel: string) => string): string {
  const [soort = '', sleutel, veld] = waar.split('.');
  if (soort === 'termijnen') return `termijn ${sleutel ?? ''}`;
  if (veld !== undefined && sleutel !== undefined) return `${veld} van ${naam(sleutel)}`;
  if (soort === 'gemeenten' || soort === 'teams') return sleutel === undefined ? soort : naam(sleutel);
  return sleutel === undefined ? soort : `${sleutel} van ${naam(soort === 'veiligThuis' ? 'veilig-thuis' : soort)}`;
}

/** Keys as they can be typed after `koppel`. */
const SLEUTELS_GENOEMD = 15;
const eerste = (alle: readonly string[], hoogstens: number): string =>
  alle.length > hoogstens
    ? `${alle.slice(0, hoogstens).join(', ')} en nog ${alle.length - hoogstens}`
    : alle.join(', ');

/** What changed in the adresboek or the policy, in one line. */
const gewijzigd = (
  g: { wat: 'adresboek' | 'beleid'; van: string; rijen: readonly Wijziging[]; meer: number },
  naam: (sleutel: string) => string,
): string => {
  const kop = `${g.wat === 'adresboek' ? 'Adresboek' : 'Beleid'} ${g.van === '' ? 'ingelezen' : 'gewijzigd'}`;
  if (g.rijen.length === 0) {
    if (g.wat === 'beleid') return `${kop}: de tabel van de richtlijn`;
    return `${kop}: alleen de datum is nieuw`;
  }
  const getoond = g.rijen
    .slice(0, 4)
    .map((rij) => (g.wat === 'beleid' ? plek(rij.waar, naam) : `${plek(rij.waar, naam)} ${aantallen(rij)}`));
  const meer = g.rijen.length - getoond.length + g.meer;
  return `${kop}: ${getoond.join('; ')}${meer > 0 ? `; en nog ${meer}` : ''}`;
};

export const adresboekTeksten = {
  naam: 'Adresboek',
  samenvatting: 'Adresboek: er ontbreekt iemand',
  eerste,
  sleutels: (alle: readonly string[]): string => eerste(alle, SLEUTELS_GENOEMD) || 'geen',
  uitBestand: 'uit het bestand',
  beheerder: 'een beheerder',
  hiaat: HIAAT,
  namen,
  nodig: (termijn: string, wanneer: 'herinnering' | 'verlopen' | Duur): string => {
    if (wanneer === 'herinnering') return `${termijn} (herinnering)`;
    if (wanneer === 'verlopen') return `${termijn} (te laat)`;
    const lang = 'weken' in wanneer ? inWeken(wanneer.weken) : inWerkdagen(wanneer.werkdagen);
    return `${termijn} (${lang} te laat)`;
  },
  zonderBeheerder: 'Dit bericht komt hier omdat er geen beheerder in het adresboek staat.',
  aandacht: {
    verouderd: (maanden: number): string =>
      `Het adresboek is langer dan ${inMaanden(maanden)} niet bijgewerkt. Vraag de gemeenten en teams of de namen nog kloppen (Add.6).`,
    zonderKanaal: (teams: readonly string[]): string =>
      `Zonder kanaal: ${namen(teams)}. Veilig Thuis belt deze teams. Wil je ze in Teams bereiken, typ dan in hun kanaal: koppel SLEUTEL.`,
    zonderAccount: (lijsten: readonly { naam: string; aantal: number }[]): string =>
      `Zonder aadObjectId, dus niet te herkennen en niet te bereiken: ${namen(lijsten.map(({ naam, aantal }) => `${naam} (${aantal})`))}.`,
    zonderBestuur: (gemeenten: readonly string[]): string =>
      `Wethouder of burgemeester ontbreekt, nodig bij stap 3 van een meningsverschil (Add.6): ${namen(gemeenten)}.`,
  },
  nietGebruikt: (g: {
    wat: string;
    bestand: string;
    waarom: 'ouder' | 'zelfde-moment';
    van: string;
    bewaard: string;
  }) =>
    g.waarom === 'ouder'
      ? `${g.bestand} is niet gebruikt: het is van ${g.van}, en het ${g.wat} in gebruik is van ${g.bewaard}. Zet er een nieuwere bijgewerktOp in, of haal het bestand weg.`
      : `${g.bestand} is niet gebruikt: het is van hetzelfde moment als het ${g.wat} in gebruik, maar er staat iets anders in. Zet er een nieuwere bijgewerktOp in. Is het dezelfde dag? Zet er dan de tijd bij, zoals 2026-11-28T14:00:00+01:00.`,
} as const;

export const ADRESBOEK_TIJDLIJN = {
  'instelling-gewijzigd': gewijzigd,
  'hiaten-nagegaan': ({ hiaten }) =>
    hiaten.length === 0
      ? 'Adresboek nagekeken: achter elke stap staat iemand'
      : `Adresboek nagekeken: ${hiaten.length} ${hiaten.length === 1 ? 'soort ontvanger ontbreekt' : 'soorten ontvangers ontbreken'}`,
} satisfies Onderwerpteksten['gebeurtenis'];
