/** Back to VT: asked for, taken, or after a signal of the team that moves nothing by itself (Add.5, §4.1, §5.1.3). */
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import type { Signaal } from '../../kern/woorden.ts';
import type { Onderwerpteksten } from '../onderwerp.ts';
import { TEAM_GAF_REDEN, VT_GAF_REDEN } from '../taal/woorden.nl.ts';

export const SIGNAAL: Record<Signaal, string> = {
  'afspraken-niet-nagekomen': 'veiligheidsafspraken worden niet nagekomen',
  'medewerking-geweigerd': 'betrokkenen weigeren medewerking',
  'veiligheid-niet-te-borgen': 'het team kan de veiligheid niet borgen',
  'verzoek-raad': 'het team doet een verzoek tot onderzoek bij de Raad',
};

export const signaalVan = (wat: Signaal | undefined): string => (wat ? `Signaal: ${SIGNAAL[wat]}.` : '');

export const terugTeksten = {
  gebeurtenis: {
    teruggenomen: ({ reden }) => `Teruggenomen door Veilig Thuis: ${reden}`,
    'terugleggen-gevraagd': ({ reden }) => `Het team vraagt om terug te leggen: ${reden}`,
    teruggelegd: () => 'Teruggelegd bij Veilig Thuis',
    'terugleggen-geweigerd': ({ reden }) => `Veilig Thuis neemt de casus niet terug: ${reden}`,
    gesignaleerd: ({ wat }) => (wat ? `Signaal van het team: ${SIGNAAL[wat]}` : 'Signaal van het team'),
  },
  kort: {
    teruggenomen: 'Teruggenomen door Veilig Thuis',
    'terugleggen-gevraagd': 'Het team vraagt om terug te leggen',
    'terugleggen-geweigerd': 'Veilig Thuis neemt de casus niet terug',
  },
  toelichting: {
    teruggenomen: () => VT_GAF_REDEN,
    'terugleggen-gevraagd': () => TEAM_GAF_REDEN,
    'terugleggen-geweigerd': () => VT_GAF_REDEN,
    gesignaleerd: () => 'Het team heeft een toelichting gegeven.',
  },
  aanvulling: {
    teruggenomen: 'het terugnemen van de casus',
    'terugleggen-gevraagd': 'de vraag om terug te leggen',
    'terugleggen-geweigerd': 'het antwoord op de vraag om terug te leggen',
  },
  weigering: {
    'niet-gevraagd': () =>
      'Het team heeft niet gevraagd om de casus terug te leggen. Wil je hem terug, kies dan: Neem de casus terug.',
    'terugleggen-loopt': ({ op }) =>
      `Jullie hebben op ${toonMoment(op)} gevraagd om de casus terug te leggen. Wacht op het antwoord van Veilig Thuis, of bel Veilig Thuis. Daarna kun je afsluiten.`,
  },
  uitlegBij: { 'terugleggen-loopt': 'terugleggen', 'niet-gevraagd': 'terugleggen' },
  termijn: { 'terugleggen-beantwoorden': 'Antwoord op de vraag om terug te leggen' },
  teDoen: {
    'terugleggen-beantwoorden': 'Het team wil de casus terugleggen. Accepteer of weiger dat, in overleg met het team.',
  },
  uitleg: {
    terugleggen: {
      titel: 'Terugleggen en terugnemen',
      alineas: [
        'Terugleggen: het team vraagt of Veilig Thuis de casus terugneemt. Bijvoorbeeld omdat het uit de hand loopt of omdat betrokkenen niet meer meewerken. Dit gaat in overleg.',
        'Tot het antwoord blijft het team verantwoordelijk. Neemt Veilig Thuis de casus terug, dan is Veilig Thuis vanaf dat moment verantwoordelijk. Weigert Veilig Thuis, dan blijft het team dat.',
        'Zijn jullie het niet eens met het antwoord? Dan kan elk van beide een meningsverschil melden.',
        'Terugnemen: Veilig Thuis haalt de casus zelf terug, bijvoorbeeld na een signaal van het team. De termijn voor het antwoord is een regionale afspraak.',
      ],
      bron: '§4.3, §5.1.3, Add.5',
      woorden: [
        'terugleggen',
        'teruggelegd',
        'terugnemen',
        'teruggenomen',
        'teruggeven',
        'terug veilig thuis',
        'terug naar vt',
      ],
      zieOok: ['signalen', 'nieuwe-melding', 'meningsverschil'],
    },
    signalen: {
      titel: 'Signalen van het team',
      alineas: [
        'Het team laat Veilig Thuis meteen weten dat afspraken over veiligheid niet worden nagekomen, dat betrokkenen niet meer meewerken, of dat het de veiligheid niet kan borgen.',
        'Ook een verzoek tot onderzoek bij de Raad voor de Kinderbescherming geeft het team door.',
        'Een signaal verandert niet wie verantwoordelijk is. Veilig Thuis krijgt direct bericht en kan de casus terugnemen.',
      ],
      bron: '§4.1, §5.1.3, Add.5',
      woorden: [
        'signaal',
        'signalen',
        'signaleren',
        'afspraken niet nagekomen',
        'medewerking geweigerd',
        'veiligheid borgen',
        'verzoek raad team',
        'zorgen melden',
      ],
      zieOok: ['terugleggen', 'nieuwe-melding', 'monitoring'],
    },
  },
} satisfies Onderwerpteksten;
