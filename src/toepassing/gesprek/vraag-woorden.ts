/** Which words mean what, with the typing errors people make. Knows no casusnummers and no dates. */

import { afstand, lijktOp } from '../../teksten/taal/gelijkenis.ts';

export type Doel =
  | 'verantwoordelijk'
  | 'status'
  | 'tijdlijn'
  | 'overdragen'
  | 'dossier'
  | 'openstaand'
  | 'te-laat'
  | 'nieuwe-casus'
  | 'adresboek'
  | 'bezorging'
  | 'koppel'
  | 'ontkoppel'
  | 'koppelingen'
  | 'mijn-gegevens'
  | 'uitleg'
  | 'wat-is'
  | 'help';

type Herkenning = readonly (readonly [doel: Doel, zinnen: readonly string[]])[];

const VERANTWOORDELIJK = [
  'verantwoordelijk',
  'verantwoordelijken',
  'verantwoordelijkheid',
  'eindverantwoordelijk',
  'hoofdverantwoordelijke',
  'zicht op veiligheid',
  'wie … zicht',
  'aan zet',
];
const TIJDLIJN = ['tijdlijn', 'tijdslijn', 'geschiedenis', 'historie', 'verloop', 'journaal', 'logboek', 'er gebeurd'];
const STATUS = ['status', 'stand van zaken', 'hoe staat', 'voortgang'];
const DOSSIER = ['dossier', 'dossieruitdraai', 'exporteer', 'exporteren', 'export', 'uitdraai'];
const OVERDRAGEN = ['overdragen', 'overdraag', 'overdracht', 'draag … over', 'dragen … over'];

/** What is asked of the casus that is named, first match wins; nothing of this is "show it" (status). */
export const OVER_EEN_CASUS: Herkenning = [
  ['verantwoordelijk', [...VERANTWOORDELIJK, 'zicht']],
  ['tijdlijn', [...TIJDLIJN, 'wanneer', 'wie … overgedragen']],
  ['status', [...STATUS, 'overgedragen', 'te laat']],
  ['overdragen', OVERDRAGEN],
  ['nieuwe-casus', ['nieuwe casus', 'nieuwe zaak', 'nieuw dossier', 'casus aanmaken', 'registreer', 'registreren']],
  ['verantwoordelijk', ['wie', 'eigenaar', 'waar ligt', 'waar zit', 'waar loopt']],
  // Last, because people also call any casus a dossier.
  ['dossier', DOSSIER],
];

/** What is asked when no casus is named, first match wins. */
export const ZONDER_CASUS: Herkenning = [
  ['ontkoppel', ['ontkoppel', 'ontkoppelen', 'loskoppelen', 'koppel … los', 'koppeling verwijderen']],
  ['koppelingen', ['koppelingen', 'koppelverzoek', 'koppelverzoeken', 'koppeling … goed', 'koppeling … af']],
  ['koppel', ['koppel', 'koppelen']],
  ['mijn-gegevens', ['mijn gegevens', 'gegevens … mij', 'over mij', 'weet … van mij', 'bewaar … van mij']],
  ['uitleg', ['uitleg', 'leg … uit', 'uitleggen', 'wat betekent', 'wat houdt', 'wat is een', 'wat is zicht']],
  ['adresboek', ['adresboek', 'adressenboek', 'adressen']],
  ['bezorging', ['bezorging', 'bezorgingen', 'bezorgproblemen']],
  ['verantwoordelijk', VERANTWOORDELIJK],
  ['te-laat', ['te laat', 'telaat', 'over tijd', 'verlopen', 'achterstallig', 'overschreden']],
  [
    'nieuwe-casus',
    [
      'nieuwe casus',
      'nieuw casus',
      'nieuwe zaak',
      'nieuw dossier',
      'nieuwe melding',
      'casus … aanmaken',
      'casus … registreren',
      'registreer … casus',
      'maak … casus',
      'melding … registreren',
    ],
  ],
  [
    'openstaand',
    [
      'openstaand',
      'openstaande',
      'openstaat',
      'open',
      'lopende',
      'werkvoorraad',
      'mijn casussen',
      'overzicht',
      'lijst',
    ],
  ],
  ['tijdlijn', TIJDLIJN],
  ['status', STATUS],
  ['help', ['wat kan je', 'wat kun je', 'wat kan ik', 'wat kun jij', 'wat kan jij', 'wat kunt u', 'wie ben']],
  ['wat-is', ['wat is', 'wat zijn', 'hoe werkt', 'hoe werken']],
  ['overdragen', OVERDRAGEN],
  ['help', ['help', 'hulp', 'menu', 'commando', 'commandos', 'start', 'hallo', 'hoi', 'hey', 'hi', 'goedemorgen']],
  ['help', ['goedemiddag', 'goedenmiddag', 'goedenavond', 'goedendag', 'goede morgen', 'goede middag']],
  ['dossier', DOSSIER],
  ['status', ['casus', 'casusnummer']],
];

const WOORDENSCHAT = [
  ...new Set([...OVER_EEN_CASUS, ...ZONDER_CASUS].flatMap(([, zinnen]) => zinnen.flatMap((zin) => zin.split(' ')))),
];

/**
 * The keyword that was meant, or the word itself. The nearest wins, because some keywords are near each other:
 * `overdragen` and `overgedragen`.
 */
function herstel(getypt: string): string {
  if (WOORDENSCHAT.includes(getypt)) return getypt;
  const mogelijk = WOORDENSCHAT.filter((sleutelwoord) => lijktOp(getypt, sleutelwoord));
  const [dichtstbij = getypt] = mogelijk.sort((a, b) => afstand(getypt, a) - afstand(getypt, b));
  return dichtstbij;
}

/** Whether the words of a phrase stand together in the text; `…` lets any words stand between. */
function bevat(woorden: readonly string[], zin: string): boolean {
  const delen = zin.split(' ');
  return woorden.some((_, begin) => {
    let plek = begin;
    let ruimte = false;
    for (const deel of delen) {
      if (deel === '…') {
        ruimte = true;
        continue;
      }
      if (ruimte) while (plek < woorden.length && woorden[plek] !== deel) plek++;
      if (woorden[plek] !== deel) return false;
      ruimte = false;
      plek++;
    }
    return true;
  });
}

/** The first meaning of which a phrase is in the text (lower case, without diacritics). */
export function herken(getypt: readonly string[], tabel: Herkenning): Doel | undefined {
  const woorden = getypt.map(herstel);
  return tabel.find(([, zinnen]) => zinnen.some((zin) => bevat(woorden, zin)))?.[0];
}
