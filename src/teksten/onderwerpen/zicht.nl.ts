/** Where a casus is and who has zicht op veiligheid, also when no term runs (§3.1.2, Add.3). */
import type { FaseNaam } from '../../kern/casus.ts';
import type { Onderwerpteksten } from '../onderwerp.ts';

export const FASE: Record<FaseNaam, string> = {
  triage: 'in triage bij Veilig Thuis',
  'bij-veilig-thuis': 'bij Veilig Thuis',
  overgedragen: 'overgedragen, ontvangst nog niet bevestigd',
  ontvangen: 'bij het team, nog niet opgepakt',
  opgepakt: 'opgepakt door het team',
  wachtlijst: 'bij Veilig Thuis, want het team heeft een wachtlijst',
  meningsverschil: 'bij Veilig Thuis, want er is een meningsverschil',
  'bij-clientsysteem': 'bij het cliëntsysteem',
  afgesloten: 'afgesloten',
};

/** Instead of who is responsible, for a team that the casus has left. */
export const VERTROKKEN = 'Niet meer jullie team. Vraag het Veilig Thuis.';

/** Why no term runs, where that is right. */
export const RUST = {
  'team-werkt': 'Er loopt geen termijn. Het team werkt aan de casus en meldt het zelf als het niet veilig is (§5.1.3).',
  'wacht-op-melding': 'Er loopt geen termijn. Bij nieuwe zorgen komt er een nieuwe melding (Add.5).',
};

export const zichtTeksten = {
  gebeurtenis: {
    'zicht-bevestigd': () => 'Bevestigd: de casus is nog bij Veilig Thuis',
    'zicht-bewaakt': () => 'Er loopt geen andere termijn: de bot vraagt later of de casus nog bij Veilig Thuis is',
  },
  toelichting: { 'zicht-bevestigd': () => 'Veilig Thuis heeft een toelichting gegeven.' },
  weigering: {
    'niet-bij-team': ({ fase }) =>
      `Dit kan alleen als een team verantwoordelijk is. De casus is nu ${FASE[fase as FaseNaam] ?? fase}.`,
    'casus-bij-vt': ({ fase }) => `Dit kan nu niet. De casus is ${FASE[fase as FaseNaam] ?? fase}.`,
  },
  uitlegBij: { 'niet-bij-team': 'terugleggen' },
  termijn: { 'zicht-bij-vt': 'Is de casus nog bij Veilig Thuis?' },
  teDoen: { 'zicht-bij-vt': 'Is deze casus nog bij jullie? Laat dat weten, of leg vast wat er nu moet gebeuren.' },
  uitleg: {
    verantwoordelijk: {
      titel: 'Wie is verantwoordelijk?',
      alineas: [
        'Bij elke casus is er op elk moment precies één partij verantwoordelijk voor zicht op veiligheid: Veilig Thuis, een lokaal team of het cliëntsysteem zelf.',
        'Veilig Thuis is verantwoordelijk vanaf het moment dat de melding is ontvangen. Dat blijft zo tot het team de ontvangst van de overdracht heeft bevestigd. (Dat het pas dan overgaat, is een regionale afspraak.)',
        'Heeft het team een wachtlijst, of is er een meningsverschil? Dan is Veilig Thuis tijdelijk verantwoordelijk.',
        'Wil je het weten van een casus? Typ: wie is verantwoordelijk voor casus VT-2026-0001. Je kunt er een datum achter zetten.',
      ],
      bron: '§3.1.2, §3.2, §4.2, §4.3, Add.3',
      woorden: [
        'verantwoordelijk',
        'verantwoordelijkheid',
        'zicht op veiligheid',
        'zicht',
        'veiligheid',
        'wie is verantwoordelijk',
      ],
      zieOok: ['overdracht', 'ontvangst', 'wachtlijst', 'meningsverschil', 'advies'],
    },
  },
} satisfies Onderwerpteksten;
