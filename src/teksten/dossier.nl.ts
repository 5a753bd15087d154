/** The words of a dossier, as a leidinggevende, a colleague or a judge reads it. */
import type { Instant } from '../kern/tijd/werkdagen.ts';
import type { Dader } from '../kern/woorden.ts';

/** How a term ended: when it passed, and when it was done or no longer needed. */
interface Afloop {
  verlopenOp?: Instant;
  geeindigdOp?: Instant;
}

export const dossierTeksten = {
  rol: {
    'vt-medewerker': 'medewerker Veilig Thuis',
    'vt-leidinggevende': 'leidinggevende Veilig Thuis',
    'team-lid': 'medewerker',
    'team-leidinggevende': 'leidinggevende',
    contactambtenaar: 'contactambtenaar',
    registratiesysteem: 'registratiesysteem',
    beheerder: 'beheerder',
    klok: 'de klok',
    teams: 'Teams',
  } satisfies Record<Dader['rol'], string>,
  kanaal: { teams: 'Teams', api: 'koppeling', bestand: 'bestand', klok: 'automatisch' } satisfies Record<
    Dader['kanaal'],
    string
  >,
  titel: (casusnummer: string): string => `Dossier ${casusnummer}`,
  kop: 'Dossier van de overdracht',
  gemaakt: (moment: string, naam: string): string => `Gemaakt op ${moment} voor ${naam}.`,
  leeswijzer:
    'Dit is alles wat de bot Zicht op Veiligheid over deze casus bewaart. Het dossier van Veilig Thuis zelf staat in het registratiesysteem. Tijden zijn in Nederlandse tijd.',
  vertrouwelijk: 'Vertrouwelijk. Geef dit alleen aan wie het nodig heeft voor deze casus.',
  spoed: 'spoed',
  velden: { gemeente: 'Gemeente', fase: 'Nu', nummer: 'Casusnummer' },
  nu: 'nu',
  hoofdstuk: {
    verantwoordelijk: 'Wie was verantwoordelijk',
    termijnen: 'Termijnen',
    inhoud: 'Wat is overgedragen',
    inzage: 'Wie zag de inhoud en het dossier',
    journaal: 'Alles wat is vastgelegd',
    controle: 'Is er iets aan veranderd?',
  },
  kolom: {
    wie: 'Wie',
    vanaf: 'Van',
    tot: 'Tot',
    waardoor: 'Waardoor',
    bron: 'Bron',
    termijn: 'Termijn',
    begin: 'Begin',
    einde: 'Uiterlijk',
    afloop: 'Hoe liep het af',
    moment: 'Wanneer',
    wat: 'Wat',
  },
  gebeurtenis: (grond: string, nr: number): string => `${grond} (nr. ${nr})`,
  afloop: ({ verlopenOp, geeindigdOp }: Afloop, toon: (moment: string) => string): string => {
    if (geeindigdOp === undefined) return verlopenOp === undefined ? 'loopt nog' : 'voorbij, en nog open';
    return `${verlopenOp === undefined ? 'klaar of niet meer nodig' : 'te laat klaar, of niet meer nodig'} op ${toon(geeindigdOp)}`;
  },
  beleid: (versie: string): string => `beleid ${versie}`,
  overdracht: (nr: number, wijze: string, team: string): string => `Overdracht ${nr}: ${wijze}, aan ${team}`,
  verzonden: (moment: string): string => `Verzonden op ${moment}.`,
  geenInhoud: {
    gewist: 'De inhoud is gewist, want de bewaartermijn is voorbij.',
    onleesbaar: 'De inhoud kan nu niet worden gelezen, want de sleutel ontbreekt. Meld dit aan de beheerder.',
    onversleuteld: 'De inhoud wordt niet getoond, want die staat onbeveiligd in de opslag. Meld dit aan de beheerder.',
    gewijzigd:
      'De inhoud wordt niet getoond, want die is niet gelijk aan wat is verstuurd. Meld dit meteen aan de beheerder.',
  },
  deel: {
    feiten: 'Feiten',
    oordelen: 'Oordelen',
    aandachtspunten: 'Aandachtspunten',
    veiligheidsafspraken: 'Veiligheidsafspraken',
    document: 'Schriftelijke onderbouwing',
    gesprek: 'Overdrachtsgesprek',
  },
  oordeel: (vanWie: string, opGrondVan: string): string => `Oordeel van ${vanWie}, op grond van: ${opGrondVan}`,
  geenGesprek: (reden: string): string => `Geen gesprek: ${reden}`,
  geenTermijnen: 'Er zijn geen termijnen geweest.',
  geenOverdracht: 'Er is niets overgedragen.',
  vastgelegdOp: (moment: string): string => `vastgelegd ${moment}`,
  kloptWel:
    'Nee. Elke gebeurtenis heeft een controlegetal dat ook over de vorige gebeurtenis gaat. Alle controlegetallen kloppen.',
  kloptNiet: (bevinding: string): string => `Let op: er klopt iets niet. ${bevinding} Meld dit aan de beheerder.`,
  laatste: (kop: string): string => `Controlegetal van de laatste gebeurtenis (SHA-256): ${kop}`,
  grens:
    'Dit bewijst dat niemand de gegevens heeft veranderd zonder alle controlegetallen opnieuw te berekenen. Wie dat ook wil uitsluiten, vergelijkt dit controlegetal met dat van een eerdere controle (npm run controleer, met een anker).',
  pagina: {
    titel: 'Dossier ophalen',
    uitleg:
      'Je kunt het dossier één keer ophalen. Het bestand bevat vertrouwelijke gegevens: bewaar het alleen waar dat hoort.',
    /** What the link by itself does not prove. */
    zonderAanmelden:
      'Let op: wie deze link opent, kan het dossier ophalen. De bot kan hier niet nagaan wie dat is. Geef de link dus aan niemand.',
    metAanmelden:
      'Je meldt je eerst aan met het account waarmee je Teams gebruikt. Alleen wie het dossier vroeg, krijgt het.',
    aanmelden: 'Aanmelden',
    verder: 'Je gaat nu naar de aanmeldpagina van Microsoft. Gebeurt er niets? Klik dan op de knop.',
    naarAanmelden: 'Ga naar aanmelden',
    nietGelukt: 'Het dossier is niet opgehaald',
    html: 'Ophalen om te lezen of te printen',
    json: 'Ophalen als gegevens (JSON)',
    verlopen: 'Deze link werkt niet meer',
  },
} as const;
