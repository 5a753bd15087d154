/** Every Dutch sentence that does not stand in a card template: refusals, names of things, answers. Taalniveau B1. */
import type { Bron, TermijnNaam } from '../kern/beleid.ts';
import type { FaseNaam } from '../kern/casus.ts';
import type {
  Besluit,
  Conclusie,
  Gebeurtenis,
  GebeurtenisSoort,
  Stap,
  Termijn,
  Vervolgtraject,
} from '../kern/gebeurtenissen.ts';
import type { Weigering, WeigeringCode, WeigeringGegevens } from '../kern/weigeringen.ts';
import { toonMoment } from '../kern/werkdagen.ts';

type Naam = (sleutel: string) => string;

const CONCLUSIE: Record<Conclusie, string> = {
  'directe-interventie': 'directe interventie is nodig',
  'structurele-onveiligheid': 'er is structurele ernstige onveiligheid',
  'onvoldoende-informatie': 'er is nog onvoldoende informatie',
  anonimiteit: 'aan de melder is anonimiteit toegezegd',
  'verzoek-raad': 'er komt een verzoek tot onderzoek bij de Raad',
};

const FASE: Record<FaseNaam, string> = {
  triage: 'in triage bij Veilig Thuis',
  'bij-veilig-thuis': 'bij Veilig Thuis',
  overgedragen: 'overgedragen, ontvangst nog niet bevestigd',
  ontvangen: 'ontvangen door het team, nog niet opgepakt',
  opgepakt: 'opgepakt door het team',
  'bij-clientsysteem': 'bij het cliëntsysteem',
  afgesloten: 'afgesloten',
};

const TERMIJN: Record<TermijnNaam, string> = {
  triage: 'Triage afronden',
  vervolg: 'Vervolg inzetten',
  bevestigen: 'Ontvangst bevestigen',
  oppakken: 'Casus oppakken',
  'informeer-gemeente': 'Gemeente informeren',
  'schriftelijk-informeren': 'Schriftelijk informeren',
  'client-informeren': 'Cliënt informeren over de melding',
  'betrokkenen-informeren': 'Betrokkenen informeren',
  'melding-bespreken': 'Melding bespreken met betrokkenen',
};

const INFORMATIE = { clientsysteem: 'cliëntsysteem', melder: 'melder', betrokkenen: 'betrokkenen' } as const;

const TE_DOEN: Record<TermijnNaam, string> = {
  triage: 'Rond de triage af en leg het besluit vast.',
  vervolg: 'Zet het vervolg in of draag de casus over.',
  bevestigen: 'Bevestig de ontvangst, of laat weten dat de casus niet voor jullie is.',
  oppakken: 'Pak de casus op en noem de casusregisseur.',
  'informeer-gemeente': 'Informeer de gemeente en leg vast wie je sprak.',
  'schriftelijk-informeren': 'Verstuur de brief en leg vast dat dit is gedaan.',
  'client-informeren': 'Laat de cliënt met een brief, mail of telefoontje weten dat er een melding is.',
  'betrokkenen-informeren': 'Vertel de betrokkenen dat de casus wordt ingebracht.',
  'melding-bespreken': 'Bespreek de melding met de betrokkenen en leg dat vast.',
};

/** What VT and others can do when it is the team that is late. */
const TE_DOEN_BIJ_TEAM: Partial<Record<TermijnNaam, string>> = {
  bevestigen:
    'Het team heeft de ontvangst nog niet bevestigd. Bel het team. Krijg je een bevestiging, leg die dan vast.',
  oppakken: 'Het team heeft de casus nog niet opgepakt. Bel het team en vraag wanneer dat lukt.',
  'melding-bespreken': 'Het team heeft de melding nog niet besproken met de betrokkenen. Vraag het team ernaar.',
};

const VERVOLG: Record<Vervolgtraject, string> = {
  'lokale-ondersteuning': 'lokale ondersteuning',
  onderzoek: 'onderzoek',
  casusregie: 'casusregie',
  hgo: 'inbreng in het HGO',
  'st-sg': 'inbreng in het ST SG',
};

const BESLUIT: Record<Besluit, string> = {
  'geen-zorgen': 'geen zorgen over veiligheid',
  clientsysteem: 'overdracht aan het cliëntsysteem',
  'lokale-toegang': 'overdracht aan de lokale toegang',
  'veilig-thuis': 'Veilig Thuis blijft betrokken',
};

const door = (naam: string | undefined): string => (naam ? ` door ${naam}` : '');

const WEIGERING: { [C in WeigeringCode]: (g: WeigeringGegevens[C], naam: Naam) => string } = {
  'casusnummer-ongeldig': () => 'Dit casusnummer klopt niet. Gebruik het nummer van Veilig Thuis, zoals VT-2026-0001.',
  'casus-bestaat-anders': ({ casusnummer }) =>
    `Casus ${casusnummer} bestaat al, met andere gegevens. Controleer het nummer of kies een ander.`,
  'tijdstip-in-toekomst': ({ tijdstip }) =>
    `${toonMoment(tijdstip)} ligt in de toekomst. Vul een moment in dat al voorbij is.`,
  'tijdstip-te-vroeg': ({ tijdstip, vroegst }) =>
    `${toonMoment(tijdstip)} is te vroeg. Vul een moment in vanaf ${toonMoment(vroegst)}.`,
  'triage-al-afgerond': ({ op, doorNaam }) =>
    `De triage is al afgerond op ${toonMoment(op)}${door(doorNaam)}. Bekijk de status van de casus.`,
  'triage-niet-afgerond': () => 'Rond eerst de triage af. Daarna kun je de casus overdragen.',
  'conclusie-houdt-bij-vt': ({ conclusies }) =>
    `Dit kan niet: ${conclusies.map((c) => CONCLUSIE[c as Conclusie] ?? c).join(' en ')}. Daarom blijft Veilig Thuis verantwoordelijk (§3.1.2). Kies een vervolgtraject van Veilig Thuis; daarna kan een warme overdracht.`,
  'voorwaarden-clientsysteem': () =>
    'Overdragen aan het cliëntsysteem kan alleen als het genoeg mogelijkheden heeft én hulp accepteert zonder controle (§5.1.2). Kruis beide aan of kies een ander besluit.',
  'vervolg-past-niet': ({ besluit }) =>
    `Een vervolgtraject past niet bij het besluit '${BESLUIT[besluit as Besluit] ?? besluit}'. Laat het vervolg weg, of kies 'Veilig Thuis'.`,
  'multidisciplinair-ontbreekt': () =>
    'Voor lokale ondersteuning is een multidisciplinair besluit nodig (§3.3.1). Vul in of dit met de gedragswetenschapper of de vertrouwensarts was.',
  'contactpersoon-ontbreekt': () =>
    'Bij casusregie is een medewerker van Veilig Thuis contactpersoon (§3.3.3). Vul in wie dat is.',
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
    'Deze kaart hoort bij een eerdere overdracht. Typ `status` met het casusnummer om te zien hoe het nu is.',
  'al-bevestigd': ({ op, doorNaam }) =>
    `De ontvangst is al bevestigd door ${doorNaam} op ${toonMoment(op)}. Is dit toch niet voor jullie? Bel Veilig Thuis.`,
  'al-opgepakt': ({ op, casusregisseur }) =>
    `De casus is al opgepakt op ${toonMoment(op)}. De casusregisseur is ${casusregisseur}.`,
  'eerst-bevestigen': () => 'Bevestig eerst de ontvangst. Daarna kun je de casus oppakken.',
  'al-geweigerd': ({ op, doorNaam }) =>
    `De overdracht is al geweigerd op ${toonMoment(op)}${door(doorNaam)}. Veilig Thuis is verantwoordelijk.`,
  'al-ingetrokken': ({ op }) =>
    `Veilig Thuis heeft deze overdracht ingetrokken op ${toonMoment(op)}. Je hoeft niets te doen.`,
  'niet-bij-team': ({ fase }) =>
    `Dit kan alleen als een team verantwoordelijk is. De casus is nu ${FASE[fase as FaseNaam] ?? fase}.`,
  'casus-bij-vt': ({ fase }) => `Dit kan nu niet. De casus is ${FASE[fase as FaseNaam] ?? fase}.`,
  'casus-afgesloten': () =>
    'Deze casus is niet meer bij Veilig Thuis. Leg een nieuwe melding vast om hem opnieuw te openen.',
  'taak-loopt-niet': () => 'Deze taak staat niet (meer) open. Je hoeft niets te doen.',
};

const DIENST = {
  'niet-gevonden': () => 'Deze casus is niet gevonden, of je hebt er geen toegang toe.',
  'geen-recht': () =>
    'Jij kunt dit niet doen bij deze casus. Vraag een collega van het team of van Veilig Thuis die dat wel mag.',
  'gemeente-onbekend': ({ gemeente = '' }) =>
    `Gemeente '${gemeente}' staat niet in het adresboek. Controleer de naam of vraag de beheerder.`,
  'team-onbekend': ({ team = '' }) =>
    `Team '${team}' staat niet in het adresboek. Controleer de naam of vraag de beheerder.`,
  verouderd: () => 'De casus is intussen veranderd. Lees hem opnieuw en probeer het nog eens.',
  'sleutel-hergebruikt': () =>
    'Deze Idempotency-Key is al gebruikt voor een andere opdracht. Gebruik een nieuwe sleutel.',
  persoonsgegeven: ({ soort = '' }) =>
    `In je tekst staat een ${soort === 'bsn' ? 'BSN' : soort === 'e-mail' ? 'e-mailadres' : soort === 'telefoon' ? 'telefoonnummer' : 'postcode met huisnummer'}. Dat mag hier niet worden bewaard. Haal het weg en probeer het opnieuw; er is niets opgeslagen.`,
} as const satisfies Record<string, (g: Record<string, string>) => string>;
export type DienstCode = keyof typeof DIENST;

/** What the journal's lines say; `naam` turns a key of the adresboek into a name. */
const GEBEURTENIS: { [S in GebeurtenisSoort]: (g: Gebeurtenis<S>['gegevens'], naam: Naam) => string } = {
  'melding-ontvangen': ({ spoed }) => (spoed ? 'Melding ontvangen, met spoed' : 'Melding ontvangen'),
  'nieuwe-melding-ontvangen': () => 'Nieuwe melding ontvangen',
  'triage-afgerond': ({ besluit, vervolg }) =>
    `Triage afgerond: ${vervolg ? VERVOLG[vervolg] + ' door Veilig Thuis' : BESLUIT[besluit]}`,
  'overdracht-verzonden': ({ team, wijze }, naam) =>
    `${wijze === 'warm' ? 'Warme' : 'Koude'} overdracht verzonden aan ${naam(team)}`,
  'overdracht-ingetrokken': ({ reden }) => `Overdracht ingetrokken: ${reden}`,
  'ontvangst-bevestigd': ({ via, doorWie, laat }) =>
    `Ontvangst bevestigd door ${doorWie}${via === 'teams' ? '' : via === 'telefoon' ? ', per telefoon' : ', per e-mail'}${laat ? ' (te laat)' : ''}`,
  'overdracht-geweigerd': ({ reden }) => `Overdracht geweigerd: ${reden}`,
  opgepakt: ({ casusregisseur }) => `Opgepakt; casusregisseur is ${casusregisseur}`,
  teruggenomen: ({ reden }) => `Teruggenomen door Veilig Thuis: ${reden}`,
  'gemeente-geinformeerd': ({ wie }) => `Gemeente geïnformeerd: ${wie}`,
  geinformeerd: ({ wie, via }) =>
    `${wie === 'clientsysteem' ? 'Cliëntsysteem' : wie === 'melder' ? 'Melder' : 'Betrokkenen'} geïnformeerd${via ? ` (${via})` : ''}`,
  'melding-besproken': () => 'Melding besproken met betrokkenen',
  'termijn-herinnerd': ({ termijn }) => `Herinnering verstuurd: ${termijnNaam(termijn)}`,
  'termijn-verlopen': ({ termijn }) => `Termijn verlopen: ${termijnNaam(termijn)}`,
  'verloop-gemeld': ({ termijn }) => `Gemeld dat de termijn is verlopen: ${termijnNaam(termijn)}`,
  'termijn-opgeschaald': ({ termijn }) => `Opgeschaald: ${termijnNaam(termijn)}`,
  'stap-overgeslagen': ({ termijn }) => `Herinnering niet meer nodig: ${termijnNaam(termijn)}`,
  'bericht-bezorgd': ({ kaart, waar }, naam) => `Bericht bezorgd: ${BERICHT[kaart] ?? kaart} aan ${naam(waar)}`,
  'bericht-onzeker': ({ kaart, waar }, naam) =>
    `Niet zeker of dit aankwam: ${BERICHT[kaart] ?? kaart} aan ${naam(waar)}`,
  'bericht-onbezorgbaar': ({ kaart, waar }, naam) => `Niet bezorgd: ${BERICHT[kaart] ?? kaart} aan ${naam(waar)}`,
};

const BERICHT: Record<string, string> = {
  overdracht: 'de kaart van de overdracht',
  volgkaart: 'de volgkaart',
  voortgang: 'het bericht over de voortgang',
  ping: 'de herinnering',
  onbezorgbaar: 'het bericht dat iets niet aankwam',
};

/** The name of a term by its id in a casus (`bevestigen-4`, `schriftelijk-informeren-melder-3`). */
function termijnNaam(id: string): string {
  const naam = (Object.keys(TERMIJN) as TermijnNaam[]).find((kandidaat) => id.startsWith(`${kandidaat}-`));
  return naam ? TERMIJN[naam].toLowerCase() : id;
}

/** What comes next once a step of a term is reached, for the answer to "wie is verantwoordelijk". */
function watKomt(stap: Stap, termijn: Termijn): string {
  const naam = TERMIJN[termijn.naam].toLowerCase();
  switch (stap.soort) {
    case 'herinnering':
      return `Op ${toonMoment(stap.op)} gaat er een herinnering uit: ${naam}.`;
    case 'verlopen':
    case 'melding':
      return `Loopt de termijn af (${naam}), dan gaat daarover op ${toonMoment(stap.op)} bericht uit.`;
    case 'ladder':
      return `Op ${toonMoment(stap.op)} wordt opgeschaald: ${naam}.`;
  }
}

/** Short answers in chat. */
const CHAT = {
  leeg: () =>
    'Typ een vraag, bijvoorbeeld: wie is verantwoordelijk voor casus VT-2026-0001. Typ `help` voor alles wat ik kan.',
  'te-lang': () =>
    'Deze tekst is te lang. Stel een korte vraag, zoals: status VT-2026-0001. Zet nooit gegevens van cliënten in de chat.',
  onbekend: () => 'Dit begrijp ik niet. Typ `help` om te zien wat je kunt vragen.',
  'sleutel-ontbreekt': () =>
    'Waaraan wil je dit gesprek koppelen? Typ bijvoorbeeld: koppel veilig-thuis. Met `adresboek` zie je alle sleutels.',
  'meer-casusnummers': () => 'Vraag naar één casus tegelijk. Typ de vraag opnieuw met één casusnummer.',
  'casusnummer-ontbreekt': () => 'Over welke casus gaat het? Zet het casusnummer erbij, bijvoorbeeld VT-2026-0001.',
  'datum-onduidelijk': ({ tekst = '' }) =>
    `Ik begrijp de datum '${tekst}' niet. Schrijf hem zo: op 3 maart 2026 14:00.`,
  'voor-melding': ({ casusnummer = '', op = '' }) =>
    `Op ${op} was er bij Veilig Thuis nog geen melding in casus ${casusnummer}.`,
  'alleen-vt': () => 'Dit kan alleen een medewerker van Veilig Thuis doen.',
  'alleen-beheerder': () => 'Dit kan alleen een beheerder. Vraag de functioneel beheerder van je organisatie.',
  'sleutel-onbekend': ({ sleutel = '', sleutels = '' }) =>
    `'${sleutel}' staat niet in het adresboek. Kies uit: ${sleutels}.`,
  gekoppeld: ({ naam = '' }) => `Gelukt. Berichten voor ${naam} komen voortaan in dit gesprek.`,
  ontkoppeld: ({ namen = '' }) =>
    `Gelukt. Berichten voor ${namen} komen hier niet meer. Koppel een ander gesprek met: koppel SLEUTEL.`,
  'niet-gekoppeld': () => 'Dit gesprek is nergens aan gekoppeld. Typ bijvoorbeeld: koppel veilig-thuis.',
  'vul-in': ({ velden = '' }) => `Er mist nog iets, of het klopt niet. Kijk naar: ${velden}. Er is niets opgeslagen.`,
  'knop-onbekend': () =>
    'Deze knop ken ik niet (meer). Typ `status` met het casusnummer en gebruik de knoppen die je dan ziet.',
  adresboek: ({ gekoppeld = '', open = '' }) =>
    `Gekoppeld: ${gekoppeld || 'nog niets'}.\n\nNog zonder kanaal: ${open || 'geen'}. Typ in dat kanaal: koppel SLEUTEL.`,
  'geen-bezorgproblemen': () => 'Er wachten geen berichten die niet bezorgd konden worden.',
  bezorging: ({ lijst = '' }) => `Berichten die nog niet zijn bezorgd: ${lijst}.`,
  storing: () => 'Er ging iets mis. Er is niets opgeslagen. Probeer het over een minuut opnieuw.',
} as const satisfies Record<string, (g: Record<string, string>) => string>;

export const teksten = {
  chat: CHAT,
  lijst: { openstaand: 'Openstaande casussen', 'te-laat': 'Casussen met een verlopen termijn' },
  weigering: ({ code, gegevens }: Weigering, naam: Naam): string =>
    // The code picks the text for exactly these gegevens; a union key hides that from the compiler.
    (WEIGERING[code] as (g: unknown, naam: Naam) => string)(gegevens, naam),
  dienst: DIENST,
  conclusie: CONCLUSIE,
  fase: FASE,
  besluit: BESLUIT,
  termijn: ({ naam, wie }: Pick<Termijn, 'naam' | 'wie'>): string =>
    wie && naam === 'schriftelijk-informeren' ? `${TERMIJN[naam]}: ${INFORMATIE[wie]}` : TERMIJN[naam],
  teDoen: (termijn: TermijnNaam, voorTeam: boolean): string =>
    (voorTeam ? undefined : TE_DOEN_BIJ_TEAM[termijn]) ?? TE_DOEN[termijn],
  watKomt,
  gebeurtenis: (gebeurtenis: Gebeurtenis, naam: Naam): string =>
    (GEBEURTENIS[gebeurtenis.soort] as (g: unknown, naam: Naam) => string)(gebeurtenis.gegevens, naam),
  bericht: (kaart: string): string => BERICHT[kaart] ?? kaart,
  bron: ({ paragraaf, regionaal }: Bron): string => (regionaal ? `${paragraaf}, regionale afspraak` : paragraaf),
  nog: (werkdagen: number, verlopen: boolean): string => {
    const aantal = Math.abs(werkdagen);
    if (verlopen) return aantal === 0 ? 'net verlopen' : `${aantal} ${aantal === 1 ? 'werkdag' : 'werkdagen'} te laat`;
    return aantal === 0 ? 'vandaag' : `nog ${aantal} ${aantal === 1 ? 'werkdag' : 'werkdagen'}`;
  },
} as const;
