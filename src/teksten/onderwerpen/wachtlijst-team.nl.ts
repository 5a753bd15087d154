/** A wachtlijst of a lokaal team, and a casus that cannot be picked up in time for another reason (§4.2, Add.7). */
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import type { Onderwerpteksten } from '../onderwerp.ts';
import { geteld, TEAM_GAF_REDEN } from '../taal/woorden.nl.ts';

export const wachtlijstTeamTeksten = {
  gebeurtenis: {
    'wachtlijst-gemeld': () => 'Het team heeft een wachtlijst; Veilig Thuis is tijdelijk verantwoordelijk',
    'niet-binnen-termijn-gemeld': ({ reden }) => `Het team kan niet op tijd oppakken: ${reden}`,
    'interventie-gemeente-vastgelegd': ({ wat }) => `De gemeente heeft ingegrepen: ${wat}`,
    'teamwachtlijst-ontstaan': ({ team }, naam) => `${naam(team)} heeft een wachtlijst`,
    'teamwachtlijst-doorgegeven': ({ aantal }) =>
      `Alle casussen van het team nagelopen: ${geteld(aantal, 'casus', 'casussen')} aangepast`,
    'teamwachtlijst-opgeheven': () => 'De gemeente heeft ingegrepen: de wachtlijst van het team telt niet meer',
  },
  kort: {
    'niet-binnen-termijn-gemeld': 'Het team kan niet op tijd oppakken',
    'interventie-gemeente-vastgelegd': 'De gemeente heeft ingegrepen',
  },
  toelichting: {
    'wachtlijst-gemeld': () => 'Het team heeft een toelichting gegeven.',
    'niet-binnen-termijn-gemeld': () => TEAM_GAF_REDEN,
    'interventie-gemeente-vastgelegd': () => 'Er staat bij wat de gemeente deed.',
  },
  aanvulling: {
    'wachtlijst-gemeld': 'de wachtlijst van het team',
    'niet-binnen-termijn-gemeld': 'niet op tijd kunnen oppakken',
    'interventie-gemeente-vastgelegd': 'wat de gemeente heeft gedaan',
  },
  weigering: {
    'team-heeft-wachtlijst': ({ team }, naam) =>
      `${naam(team)} heeft een wachtlijst. Eerst moet de gemeente ingrijpen; leg dat vast, daarna kun je overdragen (§4.2).`,
    'wachtlijst-al-opgepakt': ({ op }) =>
      `De casus is al opgepakt op ${toonMoment(op)}, dus een wachtlijst melden kan niet meer. Lukt het niet, vraag dan om terug te leggen.`,
    'geen-wachtlijst': () => 'Bij deze casus is geen wachtlijst gemeld. Controleer het casusnummer.',
  },
  uitlegBij: {
    'team-heeft-wachtlijst': 'wachtlijst',
    'wachtlijst-al-opgepakt': 'wachtlijst',
    'geen-wachtlijst': 'wachtlijst',
  },
  uitleg: {
    wachtlijst: {
      titel: 'Wachtlijst van een lokaal team',
      alineas: [
        'Heeft het team een wachtlijst? Dan meldt het team dat via Meer acties. Dat kan voor en na het bevestigen van de ontvangst, zolang de casus niet is opgepakt.',
        ({ binnen }) =>
          `Vanaf dat moment is Veilig Thuis tijdelijk verantwoordelijk. Veilig Thuis informeert de gemeente. Dat doet Veilig Thuis ${binnen('informeer-gemeente')}.`,
        'Een melding geldt voor alle casussen die het team nog niet heeft opgepakt. De app past die andere casussen zelf aan.',
        'De gemeente grijpt in. Dat wordt een keer vastgelegd en geldt voor alle casussen. Pas daarna kan Veilig Thuis de casus opnieuw overdragen aan dit team. Het team bevestigt dan opnieuw de ontvangst.',
      ],
      bron: '§4.2',
      woorden: [
        'wachtlijst',
        'wachtlijsten',
        'wachtlijst team',
        'wachtlijst lokaal team',
        'wachtrij',
        'ingrijpen gemeente',
        'interventie gemeente',
        'gemeente',
        'capaciteit',
      ],
      zieOok: ['niet-op-tijd', 'wachtlijst-vt', 'verantwoordelijk'],
    },
    'niet-op-tijd': {
      titel: 'Oppakken lukt niet op tijd',
      alineas: [
        ({ binnen }) =>
          `Kan het team de casus niet ${binnen('oppakken')} oppakken, en is er geen wachtlijst? Dan meldt het team dat via Meer acties. Veilig Thuis krijgt meteen bericht.`,
        'Dit verandert niet wie verantwoordelijk is. Wie de casus overgedragen kreeg, houdt zicht op veiligheid. De termijn loopt door.',
        'Is er wel een wachtlijst? Meld dan de wachtlijst. Dan wordt Veilig Thuis tijdelijk verantwoordelijk.',
      ],
      bron: '§4.2, Add.7',
      woorden: [
        'niet-op-tijd',
        'niet op tijd',
        'niet binnen termijn',
        'niet binnen weken',
        'niet binnen werkdagen',
        'lukt niet',
        'te laat oppakken',
        'vertraging',
      ],
      zieOok: ['oppakken', 'wachtlijst', 'terugleggen'],
    },
  },
} satisfies Onderwerpteksten;
