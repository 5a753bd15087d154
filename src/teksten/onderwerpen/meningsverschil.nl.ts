/** Disagreement between VT and the team: the escalation model with three steps (§4.3, Add.6). */
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import type { AkkoordWeg, Zijde } from '../../kern/woorden.ts';
import type { Onderwerpteksten } from '../onderwerp.ts';
import { inMaanden } from '../taal/duur.nl.ts';
import { zin } from '../taal/woorden.nl.ts';

export const ZIJDE: Record<Zijde, string> = {
  'veilig-thuis': 'Veilig Thuis',
  'lokale-toegang': 'het team',
  gemeente: 'de gemeente',
};

export const AKKOORD: Record<AkkoordWeg, string> = {
  gesprek: 'in een gesprek',
  telefoon: 'per telefoon',
  'e-mail': 'per e-mail',
};

/** What the other side is asked to agree with. */
export const voorstel = (zijde: Zijde, wie: string): string =>
  `${zin(ZIJDE[zijde])} stelt voor dat ${wie} deze casus krijgt. Tot er een akkoord is, blijft Veilig Thuis tijdelijk verantwoordelijk.`;

/** Whom to bring together in a step. */
export const GESPREK = {
  metGedragswetenschapper:
    'Nodig de betrokken medewerkers uit, en een gedragswetenschapper van een of beide organisaties.',
  ontbreekt: (functie: string): string =>
    `${functie}: staat niet in het adresboek. Vraag de beheerder om dit aan te vullen.`,
  oud: (maanden: number): string =>
    `Het adresboek is langer dan ${inMaanden(maanden)} niet bijgewerkt. Controleer eerst of deze namen nog kloppen.`,
};

export const meningsverschilTeksten = {
  gebeurtenis: {
    'meningsverschil-gemeld': ({ doorPartij }) =>
      `Meningsverschil gemeld door ${doorPartij === 'veilig-thuis' ? 'Veilig Thuis' : 'het team'}; Veilig Thuis is tijdelijk verantwoordelijk`,
    'meningsverschil-opgeschaald': ({ stap }) =>
      `Meningsverschil naar stap ${stap}: ${stap === 2 ? 'leidinggevenden' : 'gemeente'}`,
    'meningsverschil-opgelost': ({ uitkomst, akkoordDoor, akkoordVia }) =>
      `Meningsverschil opgelost: ${ZIJDE[uitkomst]} is verantwoordelijk` +
      (akkoordDoor && akkoordVia ? `; akkoord van ${akkoordDoor}, ${AKKOORD[akkoordVia]}` : ''),
    'uitkomst-voorgesteld': ({ uitkomst, doorPartij }) =>
      `Voorstel van ${ZIJDE[doorPartij]}: ${ZIJDE[uitkomst]} wordt verantwoordelijk`,
    'uitkomst-afgewezen': ({ uitkomst }) =>
      `Voorstel afgewezen door ${ZIJDE[uitkomst]}; Veilig Thuis blijft tijdelijk verantwoordelijk`,
    'terugkerend-meningsverschil': ({ team, aantal, terugkerend }, naam) =>
      terugkerend
        ? `Terugkerend meningsverschil met ${naam(team)} (${aantal} keer stap 3): naar de stuurgroep`
        : `Eerste meningsverschil met ${naam(team)} dat stap 3 bereikt`,
  },
  toelichting: {
    'meningsverschil-gemeld': ({ doorPartij }) =>
      `${doorPartij === 'veilig-thuis' ? 'Veilig Thuis' : 'Het team'} heeft een toelichting gegeven.`,
    'meningsverschil-opgeschaald': () => 'Er is een verslag van het gesprek.',
    'uitkomst-afgewezen': () => 'Er is een reden gegeven.',
  },
  aanvulling: {
    'meningsverschil-gemeld': 'het meningsverschil',
    'meningsverschil-opgeschaald': 'het opschalen van het meningsverschil',
    'uitkomst-afgewezen': 'het afwijzen van het voorstel',
  },
  weigering: {
    'meningsverschil-loopt': ({ sinds, stap }) =>
      `Er loopt een meningsverschil sinds ${toonMoment(sinds)} (stap ${stap} van 3). Los dat eerst op; zolang is Veilig Thuis verantwoordelijk (§4.3).`,
    'geen-meningsverschil': () => 'Bij deze casus loopt geen meningsverschil (meer). Bekijk de status van de casus.',
    'geen-voorstel': () => 'Er ligt geen voorstel (meer) waarop je kunt antwoorden. Bekijk de status van de casus.',
    'voorstel-voor-ander': ({ uitkomst }) =>
      `Dit voorstel geeft de casus aan ${uitkomst === 'veilig-thuis' ? 'Veilig Thuis' : 'het team'}. Alleen ${uitkomst === 'veilig-thuis' ? 'Veilig Thuis' : 'het team'} kan daarop antwoorden.`,
    'laatste-stap': () =>
      'Dit is al stap 3, het gesprek met de gemeente. Voer dat gesprek en leg de oplossing vast (§4.3).',
  },
  uitlegBij: {
    'meningsverschil-loopt': 'meningsverschil',
    'geen-voorstel': 'meningsverschil',
    'voorstel-voor-ander': 'meningsverschil',
    'geen-meningsverschil': 'meningsverschil',
    'laatste-stap': 'meningsverschil',
  },
  termijn: {
    'gesprek-professionals': 'Stap 1: gesprek van de professionals',
    'gesprek-leidinggevenden': 'Stap 2: gesprek van de leidinggevenden',
    'gesprek-gemeente': 'Stap 3: gesprek met de gemeente',
  },
  teDoen: {
    'gesprek-professionals':
      'Voer het gesprek van de leidinggevenden, met de gedragswetenschapper erbij. Kom je eruit, leg dan de oplossing vast.',
    'gesprek-leidinggevenden':
      'Voer het gesprek en leg de oplossing vast. Lukt het niet, dan gaat het naar de gemeente.',
    'gesprek-gemeente': 'Voer het gesprek met de gemeente en leg de oplossing vast.',
  },
  uitleg: {
    meningsverschil: {
      titel: 'Meningsverschil',
      alineas: [
        'Zijn Veilig Thuis en het team het niet eens over een casus? Elk van beide kan dit melden. Veilig Thuis is dan tijdelijk verantwoordelijk, tot het is opgelost. Zo heeft het cliëntsysteem er geen last van.',
        'Stap 1: de professionals van Veilig Thuis en het team praten met elkaar. Stap 2: de leidinggevenden voeren het gesprek, met de gedragswetenschapper erbij. Stap 3: er volgt een gesprek met de gemeente.',
        ({ duur, afspraak }) =>
          `De termijnen van stap 1, 2 en 3 zijn ${duur('gesprek-professionals')}, ${duur('gesprek-leidinggevenden')} en ${duur('gesprek-gemeente')}${afspraak('gesprek-professionals', 'gesprek-leidinggevenden', 'gesprek-gemeente')}.`,
        'Bij elke stap kunnen jullie een oplossing vastleggen. Neem je de casus zelf? Dan geldt dat meteen. Geef je hem aan de ander? Dan is het een voorstel. De ander klikt op Aanvaard het voorstel of Wijs het voorstel af. Zei het team buiten Teams al ja? Dan legt Veilig Thuis vast wie dat zei, hoe en wanneer.',
        'Komt een meningsverschil met hetzelfde team terug? Dan hoort de stuurgroep het. Wanneer iets telt als terugkerend, is een regionale afspraak.',
      ],
      bron: '§4.3, Add.6',
      woorden: [
        'meningsverschil',
        'meningsverschillen',
        'verschil van mening',
        'oneens',
        'niet eens',
        'onenigheid',
        'conflict',
        'escalatie',
        'escaleren',
        'escalatiemodel',
        'opschalen',
        'opschaling',
        'drie stappen',
        'voorstel',
        'voorstel aanvaarden',
        'voorstel afwijzen',
        'akkoord',
        'oplossing',
      ],
      zieOok: ['terugleggen', 'verantwoordelijk', 'termijnen'],
    },
  },
} satisfies Onderwerpteksten;
