/** Monitoring that was agreed after an overdracht: who looks, at what and when (§5.1.3). */
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import type { Onderwerpteksten } from '../onderwerp.ts';

export const monitoringTeksten = {
  gebeurtenis: {
    'monitoring-afgesproken': ({ op, wie }, naam) => `Monitoring afgesproken op ${toonMoment(op)} door ${naam(wie)}`,
    'monitoring-afgerond': () => 'Monitoring afgerond',
  },
  kort: { 'monitoring-afgesproken': 'Monitoring afgesproken' },
  toelichting: { 'monitoring-afgesproken': () => 'Er staat bij wat er is afgesproken.' },
  weigering: {
    'monitoring-in-verleden': ({ op }) => `${toonMoment(op)} is al voorbij. Kies een datum vanaf vandaag.`,
    'geen-monitoring': () => 'Er is geen monitoring afgesproken bij deze casus. Spreek eerst een datum af.',
  },
  termijn: { monitoring: 'Monitoring' },
  teDoen: { monitoring: 'Kijk hoe het gaat, zoals is afgesproken, en leg vast dat je hebt gekeken.' },
  uitleg: {
    monitoring: {
      titel: 'Monitoring',
      alineas: [
        'Na een overdracht kijkt Veilig Thuis niet vanzelf mee. De professional trekt zelf aan de bel als dat nodig is.',
        'Vindt Veilig Thuis monitoring toch nodig? Dan spreken jullie af wie kijkt, waarnaar en wanneer. Op die dag krijgt die partij een bericht. Leg daarna vast dat er is gekeken.',
        'Monitoring verandert niet wie verantwoordelijk is.',
      ],
      bron: '§5.1.3',
      woorden: ['monitoring', 'monitoren', 'meekijken', 'vinger aan de pols', 'nazorg'],
      zieOok: ['signalen', 'oppakken', 'terugleggen'],
    },
  },
} satisfies Onderwerpteksten;
