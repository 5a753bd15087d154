/** What is said of any term: its name, what to do for it, how long it still runs and what comes next. */
import type { TermijnNaam } from '../kern/beleid/beleid.ts';
import type { Stap, Termijn } from '../kern/termijnen.ts';
import { toonMoment } from '../kern/tijd/werkdagen.ts';
import type { Onderwerpteksten } from './onderwerp.ts';
import { onderwerpen } from './onderwerpen.nl.ts';
import { INFORMATIE } from './onderwerpen/informeren.nl.ts';
import { inWerkdagen } from './taal/duur.nl.ts';

const TERMIJN: Record<TermijnNaam, string> = onderwerpen.termijn;
const TE_DOEN: Record<TermijnNaam, string> = onderwerpen.teDoen;

/** The name of a term by its id in a casus (`bevestigen-4`, `schriftelijk-informeren-melder-3`). */
function termijnNaam(id: string): string {
  const naam = (Object.keys(TERMIJN) as TermijnNaam[]).find((kandidaat) => id.startsWith(`${kandidaat}-`));
  return naam ? TERMIJN[naam].toLowerCase() : id;
}

/** What comes next once a step of a term is reached, for the answer to "wie is verantwoordelijk". */
function watKomt(stap: Stap, termijn: Termijn): string {
  const naam = TERMIJN[termijn.naam].toLowerCase();
  switch (stap.soort) {
    case 'herinnering':
      return `Op ${toonMoment(stap.op)} gaat er een herinnering uit: ${naam}.`;
    case 'verlopen':
    case 'melding':
      return `Loopt de termijn af (${naam}), dan gaat daarover op ${toonMoment(stap.op)} bericht uit.`;
    case 'ladder':
      return `Op ${toonMoment(stap.op)} wordt opgeschaald: ${naam}.`;
  }
}

export const termijnTeksten = {
  termijn: ({ naam, wie }: Pick<Termijn, 'naam' | 'wie'>): string =>
    wie && naam === 'schriftelijk-informeren' ? `${TERMIJN[naam]}: ${INFORMATIE[wie]}` : TERMIJN[naam],
  teDoen: (termijn: TermijnNaam, voorTeam: boolean): string =>
    (voorTeam ? undefined : onderwerpen.teDoenBijTeam[termijn]) ?? TE_DOEN[termijn],
  wanneer: (vervalt: string, teLaat: boolean): string => `${teLaat ? 'te laat sinds' : 'uiterlijk'} ${vervalt}`,
  nog: (werkdagen: number, verlopen: boolean): string => {
    const aantal = Math.abs(werkdagen);
    if (verlopen) return aantal === 0 ? 'net verlopen' : `${inWerkdagen(aantal)} te laat`;
    return aantal === 0 ? 'vandaag' : `nog ${inWerkdagen(aantal)}`;
  },
  allesGemeld: 'De termijn is voorbij en iedereen heeft bericht gehad. Er komt geen nieuw bericht: kom zelf in actie.',
  watKomt,
};

export const TERMIJN_TIJDLIJN = {
  'termijn-herinnerd': ({ termijn }) => `Herinnering verstuurd: ${termijnNaam(termijn)}`,
  'termijn-verlopen': ({ termijn }) => `Termijn verlopen: ${termijnNaam(termijn)}`,
  'verloop-gemeld': ({ termijn }) => `Gemeld dat de termijn is verlopen: ${termijnNaam(termijn)}`,
  'termijn-opgeschaald': ({ termijn }) => `Opgeschaald: ${termijnNaam(termijn)}`,
  'stap-overgeslagen': ({ termijn }) => `Herinnering niet meer nodig: ${termijnNaam(termijn)}`,
} satisfies Onderwerpteksten['gebeurtenis'];

export const TERMIJN_UITLEG = {
  termijnen: {
    titel: 'Termijnen',
    alineas: [
      ({ binnen }) =>
        `Voor Veilig Thuis: triage ${binnen('triage')}, vervolg ingezet ${binnen('vervolg')}, een overdracht verstuurd ${binnen('overdracht-versturen')}, een wachtlijst weg ${binnen('wachtlijst-vt')}.`,
      ({ duur, afspraak }) =>
        `Loopt er bij Veilig Thuis geen andere termijn? Dan vraagt de app na ${duur('zicht-bij-vt')} of de casus nog bij Veilig Thuis is, en blijft dat vragen${afspraak('zicht-bij-vt')}. Zo raakt niemand uit beeld.`,
      ({ binnen }) =>
        `Voor het team: ontvangst bevestigen ${binnen('bevestigen')}. Lukt oppakken niet ${binnen('oppakken')}, dan laat het team dat weten.`,
      'Een termijn van werkdagen begint op de dag erna en loopt tot het einde van de laatste dag (24:00). Weekenden en feestdagen tellen niet mee. Eindigt een termijn van weken op zo’n dag, dan loopt hij door tot het einde van de eerste werkdag erna.',
      'Wanneer herinneringen komen en wie er daarna bericht krijgt, is een regionale afspraak. Ook andere termijnen kunnen dat zijn. Bij elke termijn op een kaart staat waar die op rust.',
    ],
    bron: '§3.1.2, §3.2, §4.1, §4.2, Add.7',
    woorden: [
      'termijn',
      'termijnen',
      'doorlooptijd',
      'doorlooptijden',
      'deadline',
      'deadlines',
      'werkdag',
      'werkdagen',
      'herinnering',
      'herinneringen',
      'zicht bij vt',
      'nog bij veilig thuis',
      'hoe lang',
      'hoeveel tijd',
    ],
    zieOok: ['ontvangst', 'oppakken', 'meningsverschil', 'wachtlijst-vt'],
  },
} satisfies Onderwerpteksten['uitleg'];
