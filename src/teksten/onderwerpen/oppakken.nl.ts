/** The team picks the casus up: its casusregisseur, and the phases of the help (§2.1, §2.2, §2.3). */
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import type { Aanpakfase } from '../../kern/woorden.ts';
import type { Onderwerpteksten } from '../onderwerp.ts';

export const AANPAKFASE: Record<Aanpakfase, string> = {
  veiligheidsplan: 'veiligheidsplan (directe veiligheid)',
  'risicogestuurde-zorg': 'risicogestuurde zorg (stabiele veiligheid)',
  herstel: 'herstel',
};

export const oppakkenTeksten = {
  gebeurtenis: {
    opgepakt: ({ casusregisseur }) => `Opgepakt; casusregisseur is ${casusregisseur}`,
    'aanpakfase-vastgelegd': ({ aanpakfase }) =>
      aanpakfase ? `Aanpakfase: ${AANPAKFASE[aanpakfase]}` : 'Aanpakfase vastgelegd',
  },
  kort: { opgepakt: 'Opgepakt door het team' },
  weigering: {
    'al-opgepakt': ({ op, casusregisseur }) =>
      `De casus is al opgepakt op ${toonMoment(op)}. De casusregisseur is ${casusregisseur}.`,
    'eerst-oppakken': () => 'Pak de casus eerst op. Is dat niet nodig, vraag dan om hem terug te leggen.',
  },
  termijn: { oppakken: 'Casus oppakken' },
  teDoen: { oppakken: 'Pak de casus op en noem de casusregisseur.' },
  teDoenBijTeam: { oppakken: 'Het team heeft de casus nog niet opgepakt. Bel het team en vraag wanneer dat lukt.' },
  uitleg: {
    oppakken: {
      titel: 'De casus oppakken',
      alineas: [
        'Na de bevestiging pakt het team de casus op: het begint echt met de hulp. Het team noemt dan de casusregisseur. Elk gezin waar het niet veilig is, heeft er een.',
        ({ binnen }) =>
          `Lukt het niet ${binnen('oppakken')}? Dan laat het team dat weten aan Veilig Thuis. De termijn loopt vanaf het verzenden van de overdracht (regionale afspraak).`,
        ({ binnen }) =>
          `Bij een koude overdracht bespreekt het team ook de melding met de betrokkenen, ${binnen('melding-bespreken')}.`,
        'De hulp kent drie fasen: een veiligheidsplan (directe veiligheid), risicogestuurde zorg (stabiele veiligheid) en herstel.',
      ],
      bron: '§2.1, §2.2, §2.3, §4.2, §5.1.3, Add.7',
      woorden: [
        'oppakken',
        'opgepakt',
        'opakken',
        'casusregisseur',
        'regisseur',
        'aanpakfase',
        'fase',
        'fasen',
        'veiligheidsplan',
        'risicogestuurde zorg',
        'herstel',
        'melding bespreken',
      ],
      zieOok: ['niet-op-tijd', 'wachtlijst', 'signalen', 'monitoring', 'terugleggen'],
    },
  },
} satisfies Onderwerpteksten;
