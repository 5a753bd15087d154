/** Receipt of a melding, the first and a new one, and what is no melding: advies (§3.1.1, §3.1.2, Add.3, Add.5). */
import type { Onderwerpteksten } from '../onderwerp.ts';

export const meldingTeksten = {
  gebeurtenis: {
    'melding-ontvangen': ({ spoed }) => (spoed ? 'Melding ontvangen, met spoed' : 'Melding ontvangen'),
    'nieuwe-melding-ontvangen': () => 'Nieuwe melding ontvangen',
  },
  weigering: {
    'casusnummer-ongeldig': () =>
      'Dit casusnummer klopt niet. Gebruik het nummer van Veilig Thuis, zoals VT-2026-0001.',
    'casus-bestaat-anders': ({ casusnummer }) =>
      `Casus ${casusnummer} bestaat al, met andere gegevens. Controleer het nummer of kies een ander.`,
  },
  uitleg: {
    advies: {
      titel: 'Advies vragen aan Veilig Thuis',
      alineas: [
        'Vraagt iemand Veilig Thuis om advies? Dan legt Veilig Thuis geen gegevens vast van het gezin of huishouden. Ook deze app legt niets vast.',
        'Wie het advies vraagt, blijft zelf verantwoordelijk voor zicht op veiligheid. Dat geldt voor burgers en voor professionals. Veilig Thuis zegt dit duidelijk tegen wie het advies vraagt.',
        'Vraagt een professional om ondersteuning, zonder melding? Dat telt ook als advies: de professional blijft verantwoordelijk.',
        'Uit een advies kan een melding volgen. Vanaf de ontvangst van die melding is Veilig Thuis verantwoordelijk.',
      ],
      bron: '§3.1.1, §3.3.1, Add.3',
      woorden: [
        'advies',
        'adviezen',
        'adviesvraag',
        'adviesfase',
        'raad vragen',
        'consult',
        'consulteren',
        'ondersteuning',
      ],
      zieOok: ['melding', 'verantwoordelijk', 'vervolgtraject'],
    },
    melding: {
      titel: 'Melding en triage',
      alineas: [
        'Met een melding begint een casus. Veilig Thuis is verantwoordelijk vanaf het moment dat de melding is ontvangen, ook als die later wordt vastgelegd.',
        ({ binnen }) =>
          `Daarna doet Veilig Thuis triage: wat is er aan de hand, en wat is er nodig? Na de ontvangst is de triage ${binnen('triage')} klaar.`,
        'De triage eindigt met een besluit: geen zorgen, lichte zorgen (het cliëntsysteem kan het zelf), overdragen aan een lokaal team, of Veilig Thuis blijft zelf betrokken.',
      ],
      bron: '§3.1.2, §3.2, Add.3, Add.7',
      woorden: ['melding', 'meldingen', 'triage', 'triageren', 'besluit', 'melden'],
      zieOok: ['conclusies', 'vervolgtraject', 'clientsysteem', 'overdracht', 'nieuwe-melding'],
    },
    'nieuwe-melding': {
      titel: 'Nieuwe melding in een bekende casus',
      alineas: [
        'Komt er een nieuwe melding over een casus die bij een team of het cliëntsysteem ligt, of die is afgesloten? Dan is Veilig Thuis weer verantwoordelijk, vanaf de ontvangst van die melding.',
        ({ duur, afspraak }) =>
          `De triage begint opnieuw, met dezelfde termijn: ${duur('triage')}${afspraak('triage')}. De overdracht die er was, stopt. Het team krijgt daarover bericht.`,
      ],
      bron: '§3.1.2, Add.5, Add.7',
      woorden: [
        'nieuwe-melding',
        'nieuwe melding',
        'nieuwe meldingen',
        'opnieuw melden',
        'tweede melding',
        'heropenen',
        'heropend',
      ],
      zieOok: ['melding', 'terugleggen', 'clientsysteem'],
    },
  },
} satisfies Onderwerpteksten;
