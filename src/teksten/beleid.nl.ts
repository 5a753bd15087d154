/** The words of the policy table as people read it (`npm run beleid`). */
import type { Ontvanger } from '../kern/beleid/beleid.ts';
import { inMaanden, inWeken, inWerkdagen } from './taal/duur.nl.ts';
import { geteld } from './taal/woorden.nl.ts';

type Dagen = 'elke-dag' | 'werkdagen';
const opDagen = (dagen: Dagen): string =>
  dagen === 'elke-dag' ? 'elke dag, ook in het weekend' : 'alleen op werkdagen';

export const beleidTeksten = {
  titel: (versie: string): string => `# Beleid ${versie}`,
  uitleg:
    '▲ = regionale keuze, de richtlijn laat dit open. **Vet** = wijkt af van de richtlijn; wat daar staat, staat erachter.',
  geenAfwijking: 'Dit beleid wijkt nergens af van de richtlijn.',
  afwijkingen: (aantal: number): string =>
    `Dit beleid wijkt op ${geteld(aantal, 'plaats', 'plaatsen')} af van de richtlijn.`,
  kolommen: ['termijn', 'loopt vanaf', 'duur', 'herinneringen', 'verlopen', 'ladder', 'bron'],
  instellingen: ['instelling', 'waarde'],
  geen: '–',
  anders: (waarde: string, richtlijn: string): string => `**${waarde}** (richtlijn: ${richtlijn})`,
  regionaal: '▲',
  werkdagen: inWerkdagen,
  weken: inWeken,
  afgesproken: 'de afgesproken datum',
  opDeDag: (tijd: string): string => `die dag ${tijd}`,
  op: (duur: string): string => `op dag ${duur}`,
  na: (duur: string): string => `na ${duur}`,
  voor: (duur: string): string => `${duur} ervoor`,
  later: (duur: string): string => `+${duur}`,
  aan: (wie: string): string => `aan ${wie}`,
  taak: 'taak: gemeente informeren',
  opent: (termijn: string): string => `daarna: ${termijn}`,
  ontvanger: {
    'kanaal-vt': 'kanaal van Veilig Thuis',
    'kanaal-team': 'kanaal van het team',
    'leidinggevende-vt': 'leidinggevende van Veilig Thuis',
    'leidinggevende-team': 'leidinggevende van het team',
    contactambtenaar: 'contactambtenaar',
    stuurgroep: 'stuurgroep',
  } satisfies Record<Ontvanger, string>,
  rijen: {
    kantooruren: 'kantooruren',
    extraSluitingsdagen: 'extra sluitingsdagen',
    screening: 'dagelijkse screening',
    hartslag: 'hartslag van de bot',
    terugkerend: 'terugkerend meningsverschil',
    bewaartermijn: 'namen, vrije tekst en inhoud gewist',
    contactenMaanden: 'contacten van gemeenten verouderd',
    bundelVanaf: 'pings in één bericht',
    casusnummerPatroon: 'patroon van casusnummers',
  },
  screening: ({ kaartOm, dagen }: { kaartOm: string; dagen: Dagen }): string =>
    `kaart om ${kaartOm}, ${opDagen(dagen)}`,
  hartslag: ({ om, dagen }: { om: string; dagen: Dagen }): string => `bericht om ${om}, ${opDagen(dagen)}`,
  terugkerend: ({ aantal, maanden }: { aantal: number; maanden: number }): string =>
    `${geteld(aantal, 'keer', 'keer')} stap 3 in ${inMaanden(maanden)}`,
  bewaartermijn: (maanden: number): string => `${inMaanden(maanden)} na afsluiten`,
  bundelVanaf: (aantal: number): string => `vanaf ${aantal} casussen tegelijk voor dezelfde ontvanger`,
  contactenMaanden: (maanden: number): string => `na ${inMaanden(maanden)}`,
  klopt: (pad: string): string => `${pad} klopt.`,
  gebruik: 'Gebruik: npm run beleid -- toon, of: npm run beleid -- keur BESTAND',
} as const;
