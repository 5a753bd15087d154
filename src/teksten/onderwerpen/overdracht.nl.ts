/** Sending an overdracht, warm or koud, withdrawing it, and what its content may be (§3.2, §5, §5.1.3, Add.2, Add.4). */
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import type { Onderwerpteksten } from '../onderwerp.ts';
import { VT_GAF_REDEN } from '../taal/woorden.nl.ts';

/** Who contacts whom after an overdracht (§5.1.3). */
export const contact = (team: string, vt: string): string[] => [
  `${team} belt ${vt} als afspraken niet worden nagekomen, of als de veiligheid niet te borgen is.`,
  `De betrokkenen bellen ${team}. Bij nieuwe zorgen kan iedereen opnieuw melden bij ${vt}.`,
];

export const overdrachtTeksten = {
  gebeurtenis: {
    'overdracht-verzonden': ({ team, wijze }, naam) =>
      `${wijze === 'warm' ? 'Warme' : 'Koude'} overdracht verzonden aan ${naam(team)}`,
    'overdracht-ingetrokken': ({ reden }) => `Overdracht ingetrokken: ${reden}`,
  },
  kort: { 'overdracht-ingetrokken': 'Overdracht ingetrokken' },
  toelichting: { 'overdracht-ingetrokken': () => VT_GAF_REDEN },
  aanvulling: { 'overdracht-ingetrokken': 'het intrekken van de overdracht' },
  weigering: {
    'koud-na-vervolgtraject': () =>
      'Veilig Thuis bleef na de triage betrokken. Dan is de overdracht warm (Addendum 4). Kies een warme overdracht.',
    'warm-zonder-onderbouwing': () =>
      'Een warme overdracht vraagt een schriftelijke onderbouwing (§5.1.3). Vul een documentverwijzing in.',
    'warm-zonder-afspraken': () =>
      'Een warme overdracht vraagt veiligheidsafspraken (§5.1.3). Vul minstens één afspraak in.',
    'warm-zonder-gesprek': () =>
      'Een warme overdracht gaat met een overdrachtsgesprek (§5.1.3). Vul in wanneer dat is, of waarom het niet kan.',
    'al-overgedragen': ({ team, op }, naam) =>
      `De casus is al overgedragen aan ${naam(team)} op ${toonMoment(op)}. Trek die overdracht eerst in, of neem de casus terug.`,
    'geen-overdracht': () => 'Bij deze casus is nog geen overdracht. Vraag Veilig Thuis om de casus over te dragen.',
    'overdracht-verouderd': () =>
      'Deze kaart hoort bij een eerdere overdracht. Typ ‘status’ met het casusnummer om te zien hoe het nu is.',
    'al-ingetrokken': ({ op }) =>
      `Veilig Thuis heeft deze overdracht ingetrokken op ${toonMoment(op)}. Je hoeft niets te doen.`,
  },
  uitlegBij: {
    'koud-na-vervolgtraject': 'overdracht warm of koud',
    'warm-zonder-onderbouwing': 'overdracht warm of koud',
    'warm-zonder-afspraken': 'overdracht warm of koud',
    'warm-zonder-gesprek': 'overdracht warm of koud',
  },
  termijn: { 'overdracht-versturen': 'Overdracht versturen' },
  teDoen: { 'overdracht-versturen': 'Verstuur de overdracht, of leg vast dat Veilig Thuis zelf betrokken blijft.' },
  uitleg: {
    overdracht: {
      titel: 'Overdracht: warm of koud',
      alineas: [
        'Koud: Veilig Thuis draagt meteen na de triage over, met een brief, mail of telefoontje. Veilig Thuis laat de cliënt zelf weten dat er een melding is. Het team bespreekt de melding met de betrokkenen.',
        'Warm: Veilig Thuis was na de triage nog betrokken. Dan is er een overdrachtsgesprek, het liefst met de cliënt erbij. Kan dat niet, dan schrijft Veilig Thuis op waarom.',
        'Bij een warme overdracht horen een schriftelijke onderbouwing en veiligheidsafspraken. Veilig Thuis stuurt de afspraken op papier naar de betrokkenen en naar het team.',
        ({ binnen }) =>
          `Veilig Thuis blijft verantwoordelijk tot het team de ontvangst bevestigt (regionale afspraak). Is besloten om over te dragen, of kwam de casus terug? Dan verstuurt Veilig Thuis de overdracht ${binnen('overdracht-versturen')}.`,
      ],
      bron: '§3.2, §5.1.3, §6, Add.2, Add.4',
      woorden: [
        'overdracht',
        'overdrachten',
        'overdragen',
        'warm',
        'warme overdracht',
        'koud',
        'koude overdracht',
        'warm of koud',
        'overdrachtsgesprek',
        'onderbouwing',
        'veiligheidsafspraken',
        'directe overdracht',
      ],
      zieOok: ['ontvangst', 'oppakken', 'weigeren', 'feiten', 'wachtlijst'],
    },
    feiten: {
      titel: 'Feiten en oordelen',
      alineas: [
        'Veilig Thuis geeft bij een overdracht het liefst alleen feiten. Is een mening, oordeel of vermoeden toch nodig? Dan staat dat apart van de feiten.',
        'Bij elk oordeel staat van wie het is en op welke feiten het rust. Zonder die twee neemt de app het niet aan.',
        'De inhoud staat nooit in het kanaal. Met de knop Bekijk overdracht zie alleen jij de inhoud. Elke keer openen wordt vastgelegd.',
      ],
      bron: '§5',
      woorden: [
        'feit',
        'feiten',
        'oordeel',
        'oordelen',
        'mening',
        'meningen',
        'hypothese',
        'inhoud',
        'bekijk overdracht',
        'aandachtspunten',
      ],
      zieOok: ['overdracht', 'privacy'],
    },
  },
} satisfies Onderwerpteksten;
