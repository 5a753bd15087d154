/** Who must be told: the gemeente, the cliënt, the melder, the betrokkenen (§3.3.4, §4.1, §5.1, Add.2). */
import type { TermijnNaam } from '../../kern/beleid/beleid.ts';
import type { Onderwerpteksten } from '../onderwerp.ts';

export const INFORMATIE = { clientsysteem: 'cliëntsysteem', melder: 'melder', betrokkenen: 'betrokkenen' } as const;

const TERMIJN = {
  'informeer-gemeente': 'Gemeente informeren',
  'schriftelijk-informeren': 'Schriftelijk informeren',
  'client-informeren': 'Cliënt informeren over de melding',
  'betrokkenen-informeren': 'Betrokkenen informeren',
  'melding-bespreken': 'Melding bespreken met betrokkenen',
} satisfies Partial<Record<TermijnNaam, string>>;

export const informerenTeksten = {
  gebeurtenis: {
    'gemeente-geinformeerd': ({ wie }) => `Gemeente geïnformeerd: ${wie}`,
    geinformeerd: ({ wie, via }) =>
      `${wie === 'clientsysteem' ? 'Cliëntsysteem' : wie === 'melder' ? 'Melder' : 'Betrokkenen'} geïnformeerd${via ? ` (${via})` : ''}`,
    'melding-besproken': () => 'Melding besproken met betrokkenen',
  },
  kort: { 'gemeente-geinformeerd': 'Gemeente geïnformeerd', geinformeerd: 'Betrokkenen geïnformeerd' },
  toelichting: { geinformeerd: () => 'Er staat bij hoe dit is gedaan.' },
  weigering: {
    'waarover-ontbreekt': ({ plichten }) =>
      `Je moet deze mensen over meer dan één ding informeren. Kies waarover dit ging: ${plichten.map((plicht) => TERMIJN[plicht as keyof typeof TERMIJN] ?? plicht).join(' of ')}.`,
    'schriftelijk-nodig': () =>
      'Dit moet schriftelijk (§5.1.1, §5.1.2). Stuur een brief of e-mail en leg vast welke van de twee het was.',
  },
  uitlegBij: { 'schriftelijk-nodig': 'cliëntsysteem' },
  termijn: TERMIJN,
  teDoen: {
    'informeer-gemeente': 'Informeer de gemeente en leg vast wie je sprak.',
    'schriftelijk-informeren': 'Verstuur de brief en leg vast dat dit is gedaan.',
    'client-informeren': 'Laat de cliënt met een brief, mail of telefoontje weten dat er een melding is.',
    'betrokkenen-informeren': 'Vertel de betrokkenen dat de casus wordt ingebracht.',
    'melding-bespreken': 'Bespreek de melding met de betrokkenen en leg dat vast.',
  },
  teDoenBijTeam: {
    'melding-bespreken': 'Het team heeft de melding nog niet besproken met de betrokkenen. Vraag het team ernaar.',
  },
} satisfies Onderwerpteksten;
