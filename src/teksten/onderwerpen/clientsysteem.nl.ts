/** The cliëntsysteem holds zicht itself: closing, and what must be settled before it (§5.1.1, §5.1.2). */
import type { Onderwerpteksten } from '../onderwerp.ts';

export const clientsysteemTeksten = {
  gebeurtenis: { afgesloten: ({ reden }) => `Afgesloten: ${reden}` },
  kort: { afgesloten: 'Afgesloten' },
  toelichting: { afgesloten: () => 'Er is een reden gegeven.' },
  aanvulling: { afgesloten: 'het afsluiten' },
  weigering: {
    'casus-afgesloten': () =>
      'Deze casus is niet meer bij Veilig Thuis. Leg een nieuwe melding vast om hem opnieuw te openen.',
    'al-afgesloten': () =>
      'Deze casus is afgesloten. Zijn er nieuwe zorgen? Dan legt Veilig Thuis een nieuwe melding vast.',
    'eerst-herzien': () =>
      'Bij deze casus waren er zorgen over veiligheid. Neem eerst een nieuw besluit: geen zorgen (§5.1.1), of overdragen aan het cliëntsysteem (§5.1.2). Daarmee is de casus meteen niet meer bij Veilig Thuis.',
  },
  uitlegBij: { 'eerst-herzien': 'cliëntsysteem' },
  uitleg: {
    clientsysteem: {
      titel: 'Cliëntsysteem en afsluiten',
      alineas: [
        'Het cliëntsysteem is het gezin of huishouden zelf. Bij lichte zorgen kan Veilig Thuis eraan overdragen als twee dingen kloppen: het heeft genoeg mogelijkheden, en het accepteert hulp zonder controle.',
        'Veilig Thuis vertelt cliëntsysteem en melder: de veiligheidsafspraken, welke instelling kan helpen, en dat zij bij nieuwe zorgen opnieuw kunnen melden.',
        ({ binnen }) =>
          `Zijn er geen zorgen, dan sluit Veilig Thuis af. Cliëntsysteem en melder horen dat schriftelijk, ${binnen('schriftelijk-informeren')}.`,
        'Een team kan afsluiten als het stabiel veilig is. De richtlijn zegt daar niets over: dit is een regionale afspraak. Daarna heeft het cliëntsysteem zelf zicht op veiligheid.',
      ],
      bron: '§3.2, §5.1.1, §5.1.2',
      woorden: [
        'clientsysteem',
        'gezin',
        'huishouden',
        'lichte zorgen',
        'geen zorgen',
        'afsluiten',
        'afgesloten',
        'afsluiting',
        'sluiten',
        'informeren',
        'melder informeren',
      ],
      zieOok: ['nieuwe-melding', 'conclusies', 'privacy'],
    },
  },
} satisfies Onderwerpteksten;
