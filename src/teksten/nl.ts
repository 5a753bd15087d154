/** Every Dutch sentence that does not stand in a card template: refusals, names of things, answers. Taalniveau B1. */
import type { Bron, Ontvanger, TermijnNaam } from '../kern/beleid/beleid.ts';
import type { FaseNaam } from '../kern/casus.ts';
import type { BevindingSoort, Telling } from '../kern/eigen/toezicht.ts';
import type { Gebeurtenis, GebeurtenisSoort, SoortMetTekst } from '../kern/gebeurtenissen.ts';
import type { Identificatie } from '../kern/identificatie/identificatie.ts';
import { zonderVrijeTekst } from '../kern/journaal/wisbaar.ts';
import type { Stap, Termijn } from '../kern/termijnen.ts';
import { toonDag, toonMoment, toonTermijn, type Instant } from '../kern/tijd/werkdagen.ts';
import type { Weigering, WeigeringCode, WeigeringGegevens } from '../kern/weigeringen.ts';
import type { Aanpakfase, Aanvulbaar, AkkoordWeg, Besluit, Conclusie, EigenWoorden, Signaal, Vervolgtraject, Zijde } from '../kern/woorden.ts';
import { koppelingTeksten } from './koppeling.nl.ts';
import { adresboekTeksten } from './adresboek.nl.ts';
import { inMaanden, inWerkdagen } from './duur.nl.ts';
import type { Rol } from '../toepassing/streek/adresboek.ts';

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
  ontvangen: 'bij het team, nog niet opgepakt',
  opgepakt: 'opgepakt door het team',
  wachtlijst: 'bij Veilig Thuis, want het team heeft een wachtlijst',
  meningsverschil: 'bij Veilig Thuis, want er is een meningsverschil',
  'bij-clientsysteem': 'bij het cliëntsysteem',
  afgesloten: 'afgesloten',
};

const TERMIJN: Record<TermijnNaam, string> = {
  triage: 'Triage afronden',
  vervolg: 'Vervolg inzetten',
  'zicht-bij-vt': 'Is de casus nog bij Veilig Thuis?',
  'overdracht-versturen': 'Overdracht versturen',
  bevestigen: 'Ontvangst bevestigen',
  oppakken: 'Casus oppakken',
  'informeer-gemeente': 'Gemeente informeren',
  'schriftelijk-informeren': 'Schriftelijk informeren',
  'client-informeren': 'Cliënt informeren over de melding',
  'betrokkenen-informeren': 'Betrokkenen informeren',
  'melding-bespreken': 'Melding bespreken met betrokkenen',
  'gesprek-professionals': 'Stap 1: gesprek van de professionals',
  'gesprek-leidinggevenden': 'Stap 2: gesprek van de leidinggevenden',
  'gesprek-gemeente': 'Stap 3: gesprek met de gemeente',
  'terugleggen-beantwoorden': 'Antwoord op de vraag om terug te leggen',
  monitoring: 'Monitoring',
  'wachtlijst-vt': 'Wachtlijst van Veilig Thuis wegwerken',
  screening: 'Dagelijkse screening van de wachtlijst',
};

const INFORMATIE = { clientsysteem: 'cliëntsysteem', melder: 'melder', betrokkenen: 'betrokkenen' } as const;

const TE_DOEN: Record<TermijnNaam, string> = {
  triage: 'Rond de triage af en leg het besluit vast.',
  vervolg: 'Zet het vervolg in en leg dat vast, of draag de casus over.',
  'zicht-bij-vt': 'Is deze casus nog bij jullie? Laat dat weten, of leg vast wat er nu moet gebeuren.',
  'overdracht-versturen': 'Verstuur de overdracht, of leg vast dat Veilig Thuis zelf betrokken blijft.',
  bevestigen: 'Bevestig de ontvangst, of laat weten dat de casus niet voor jullie is.',
  oppakken: 'Pak de casus op en noem de casusregisseur.',
  'informeer-gemeente': 'Informeer de gemeente en leg vast wie je sprak.',
  'schriftelijk-informeren': 'Verstuur de brief en leg vast dat dit is gedaan.',
  'client-informeren': 'Laat de cliënt met een brief, mail of telefoontje weten dat er een melding is.',
  'betrokkenen-informeren': 'Vertel de betrokkenen dat de casus wordt ingebracht.',
  'melding-bespreken': 'Bespreek de melding met de betrokkenen en leg dat vast.',
  'gesprek-professionals':
    'Voer het gesprek van de leidinggevenden, met de gedragswetenschapper erbij. Kom je eruit, leg dan de oplossing vast.',
  'gesprek-leidinggevenden': 'Voer het gesprek en leg de oplossing vast. Lukt het niet, dan gaat het naar de gemeente.',
  'gesprek-gemeente': 'Voer het gesprek met de gemeente en leg de oplossing vast.',
  'terugleggen-beantwoorden': 'Het team wil de casus terugleggen. Accepteer of weiger dat, in overleg met het team.',
  monitoring: 'Kijk hoe het gaat, zoals is afgesproken, en leg vast dat je hebt gekeken.',
  'wachtlijst-vt': 'Werk de wachtlijst weg. De stuurgroep is ingelicht.',
  screening: 'Screen alle open meldingen op direct gevaar.',
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
  'triage-niet-afgerond': () =>
    'De triage loopt nog, en Veilig Thuis is verantwoordelijk. Rond eerst de triage af. Werk je bij een lokaal team? Overleg dan met Veilig Thuis.',
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
    'Deze kaart hoort bij een eerdere overdracht. Typ ‘status’ met het casusnummer om te zien hoe het nu is.',
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
  'team-heeft-wachtlijst': ({ team }, naam) =>
    `${naam(team)} heeft een wachtlijst. Eerst moet de gemeente ingrijpen; leg dat vast, daarna kun je overdragen (§4.2).`,
  'wachtlijst-al-opgepakt': ({ op }) =>
    `De casus is al opgepakt op ${toonMoment(op)}, dus een wachtlijst melden kan niet meer. Lukt het niet, vraag dan om terug te leggen.`,
  'geen-wachtlijst': () => 'Bij deze casus is geen wachtlijst gemeld. Controleer het casusnummer.',
  'meningsverschil-loopt': ({ sinds, stap }) =>
    `Er loopt een meningsverschil sinds ${toonMoment(sinds)} (stap ${stap} van 3). Los dat eerst op; zolang is Veilig Thuis verantwoordelijk (§4.3).`,
  'geen-meningsverschil': () => 'Bij deze casus loopt geen meningsverschil (meer). Bekijk de status van de casus.',
  'geen-voorstel': () => 'Er ligt geen voorstel (meer) waarop je kunt antwoorden. Bekijk de status van de casus.',
  'voorstel-voor-ander': ({ uitkomst }) =>
    `Dit voorstel geeft de casus aan ${uitkomst === 'veilig-thuis' ? 'Veilig Thuis' : 'het team'}. Alleen ${uitkomst === 'veilig-thuis' ? 'Veilig Thuis' : 'het team'} kan daarop antwoorden.`,
  'laatste-stap': () =>
    'Dit is al stap 3, het gesprek met de gemeente. Voer dat gesprek en leg de oplossing vast (§4.3).',
  'niet-gevraagd': () =>
    'Het team heeft niet gevraagd om de casus terug te leggen. Wil je hem terug, kies dan: Neem de casus terug.',
  'eerst-oppakken': () => 'Pak de casus eerst op. Is dat niet nodig, vraag dan om hem terug te leggen.',
  'al-afgesloten': () =>
    'Deze casus is afgesloten. Zijn er nieuwe zorgen? Dan legt Veilig Thuis een nieuwe melding vast.',
  'niet-op-wachtlijst': () =>
    'Deze melding is niet (meer) in triage. Screenen hoeft niet. Is er toch direct gevaar? Neem de casus terug, of leg een nieuwe melding vast.',
  'monitoring-in-verleden': ({ op }) => `${toonMoment(op)} is al voorbij. Kies een datum vanaf vandaag.`,
  'geen-monitoring': () => 'Er is geen monitoring afgesproken bij deze casus. Spreek eerst een datum af.',
  'waarover-ontbreekt': ({ plichten }) =>
    `Je moet deze mensen over meer dan één ding informeren. Kies waarover dit ging: ${plichten.map((plicht) => TERMIJN[plicht as TermijnNaam] ?? plicht).join(' of ')}.`,
  'schriftelijk-nodig': () =>
    'Dit moet schriftelijk (§5.1.1, §5.1.2). Stuur een brief of e-mail en leg vast welke van de twee het was.',
  'eerst-herzien': () =>
    'Bij deze casus waren er zorgen over veiligheid. Neem eerst een nieuw besluit: geen zorgen (§5.1.1), of overdragen aan het cliëntsysteem (§5.1.2). Daarmee is de casus meteen niet meer bij Veilig Thuis.',
  'terugleggen-loopt': ({ op }) =>
    `Jullie hebben op ${toonMoment(op)} gevraagd om de casus terug te leggen. Wacht op het antwoord van Veilig Thuis, of bel Veilig Thuis. Daarna kun je afsluiten.`,
  'geen-koppelverzoek': () => 'Er is geen verzoek om een gesprek aan Veilig Thuis te koppelen. Je hoeft niets te doen.',
  'koppelverzoek-vervangen': () => koppelingTeksten.besluit.vervangen,
  'koppelverzoek-verlopen': ({ vervalt }) => koppelingTeksten.besluit.verlopen(toonMoment(vervalt)),
  'koppelverzoek-beslist': ({ op, uitkomst }) =>
    uitkomst === 'goedgekeurd'
      ? koppelingTeksten.besluit.goedgekeurd(toonMoment(op))
      : koppelingTeksten.besluit.afgewezen(toonMoment(op)),
  'taak-loopt-niet': () => 'Deze taak staat niet (meer) open. Je hoeft niets te doen.',
};

const PERSOONSGEGEVEN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bsn: 'BSN',
    'e-mail': 'e-mailadres',
    telefoon: 'telefoonnummer',
    'postcode-huisnummer': 'postcode met huisnummer',
    'straat-huisnummer': 'straat met huisnummer',
    iban: 'rekeningnummer (IBAN)',
    geboortedatum: 'geboortedatum',
  } satisfies Record<Identificatie, string>),
);

const DIENST = {
  'niet-gelukt': () => 'Er ging iets mis, en het is niet opgeslagen. Probeer het over een minuut opnieuw.',
  'niet-gevonden': () => 'Deze casus is niet gevonden, of je hebt er geen toegang toe.',
  'geen-recht': () =>
    'Jij kunt dit niet doen bij deze casus. Vraag een collega van het team of van Veilig Thuis die dat wel mag.',
  'gemeente-onbekend': ({ gemeente = '' }) =>
    `Gemeente '${gemeente}' staat niet in het adresboek. Controleer de naam of vraag de beheerder.`,
  'team-onbekend': ({ team = '' }) =>
    `Team '${team}' staat niet in het adresboek. Controleer de naam of vraag de beheerder.`,
  'geen-toelichting': () => 'Hier is geen toelichting (meer) te lezen.',
  'geen-inhoud': () =>
    'Bij deze overdracht staat geen inhoud (meer). Vraag Veilig Thuis om de schriftelijke onderbouwing.',
  'alleen-leidinggevende-vt': () =>
    'Het dossier kan alleen een leidinggevende van Veilig Thuis opvragen. Vraag het aan je leidinggevende.',
  'geen-publiek-adres': () =>
    'Het dossier kan nu niet worden opgevraagd. Vraag de beheerder om PUBLIEK_ADRES in te stellen.',
  'link-verlopen': () =>
    'Deze link is al gebruikt, of hij is verlopen. Vraag in Teams een nieuwe: typ dossier met het casusnummer.',
  'eerst-aanmelden': () => 'Je moet je eerst aanmelden. Open de link uit Teams nog een keer.',
  'link-te-vaak': () =>
    'Met deze link is te vaak een aanmelding begonnen. Vraag in Teams een nieuwe: typ dossier met het casusnummer.',
  'link-van-ander': () =>
    'Deze link is van iemand anders. Alleen wie in Teams om het dossier vroeg, kan het ophalen. Ben jij dat? Open de link dan nog een keer en kies het account waarmee je Teams gebruikt.',
  'aanmelden-mislukt': () =>
    'Het aanmelden is niet gelukt. Je hebt het dossier nog niet gekregen. Open de link uit Teams nog een keer. Lukt het weer niet? Meld dit aan de beheerder.',
  'inhoud-onleesbaar': () =>
    'De inhoud kan nu niet worden gelezen, want de sleutel ontbreekt. Meld dit aan de beheerder. Bel intussen Veilig Thuis als je de inhoud nodig hebt.',
  'inhoud-onversleuteld': () =>
    'De inhoud wordt niet getoond, want die staat onbeveiligd in de opslag. Niemand weet dan zeker of de tekst klopt. Meld dit aan de beheerder. Bel intussen Veilig Thuis als je de inhoud nodig hebt.',
  'inhoud-gewijzigd': () =>
    'De inhoud wordt niet getoond, want die is niet gelijk aan wat is verstuurd. Misschien heeft iemand de tekst veranderd. Meld dit meteen aan de beheerder. Bel intussen Veilig Thuis als je de inhoud nodig hebt.',
  verouderd: () => 'De casus is intussen veranderd. Lees hem opnieuw en probeer het nog eens.',
  'sleutel-hergebruikt': () =>
    'Deze Idempotency-Key is al gebruikt voor een andere opdracht. Gebruik een nieuwe sleutel.',
  'te-veel-sleutels': () =>
    'Bij deze casus zijn vandaag te veel sleutels (Idempotency-Key) gebruikt. Er is niets vastgelegd. Probeer het later opnieuw, of bel de beheerder.',
  persoonsgegeven: ({ soort = '' }) =>
    `In je tekst staat een ${PERSOONSGEGEVEN.get(soort) ?? 'persoonsgegeven'}. Dat mag hier niet worden bewaard. Haal het weg en probeer het opnieuw; er is niets opgeslagen.`,
} as const satisfies Record<string, (g: Record<string, string>) => string>;
export type DienstCode = keyof typeof DIENST;

const ZIJDE: Record<Zijde, string> = {
  'veilig-thuis': 'Veilig Thuis',
  'lokale-toegang': 'het team',
  gemeente: 'de gemeente',
};

const zin = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1);

const AKKOORD: Record<AkkoordWeg, string> = {
  gesprek: 'in een gesprek',
  telefoon: 'per telefoon',
  'e-mail': 'per e-mail',
};

/** What words were added to. */
const AANVULLING: Record<Aanvulbaar, string> = {
  'overdracht-geweigerd': 'de weigering',
  'overdracht-ingetrokken': 'het intrekken van de overdracht',
  teruggenomen: 'het terugnemen van de casus',
  'wachtlijst-gemeld': 'de wachtlijst van het team',
  'niet-binnen-termijn-gemeld': 'niet op tijd kunnen oppakken',
  'interventie-gemeente-vastgelegd': 'wat de gemeente heeft gedaan',
  'meningsverschil-gemeld': 'het meningsverschil',
  'meningsverschil-opgeschaald': 'het opschalen van het meningsverschil',
  'uitkomst-afgewezen': 'het afwijzen van het voorstel',
  'terugleggen-gevraagd': 'de vraag om terug te leggen',
  'terugleggen-geweigerd': 'het antwoord op de vraag om terug te leggen',
  'direct-gevaar-vastgesteld': 'het directe gevaar',
  afgesloten: 'het afsluiten',
};

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
  'wachtlijst-gemeld': () => 'Het team heeft een wachtlijst; Veilig Thuis is tijdelijk verantwoordelijk',
  'niet-binnen-termijn-gemeld': ({ reden }) => `Het team kan niet op tijd oppakken: ${reden}`,
  'interventie-gemeente-vastgelegd': ({ wat }) => `De gemeente heeft ingegrepen: ${wat}`,
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
  'vervolg-ingezet': () => 'Vervolg ingezet',
  'zicht-bevestigd': () => 'Bevestigd: de casus is nog bij Veilig Thuis',
  'zicht-bewaakt': () => 'Er loopt geen andere termijn: de bot vraagt later of de casus nog bij Veilig Thuis is',
  aangevuld: ({ bij, doorPartij }) => `Toelichting erbij van ${ZIJDE[doorPartij]}, over: ${AANVULLING[bij]}`,
  'terugkerend-meningsverschil': ({ team, aantal, terugkerend }, naam) =>
    terugkerend
      ? `Terugkerend meningsverschil met ${naam(team)} (${aantal} keer stap 3): naar de stuurgroep`
      : `Eerste meningsverschil met ${naam(team)} dat stap 3 bereikt`,
  'terugleggen-gevraagd': ({ reden }) => `Het team vraagt om terug te leggen: ${reden}`,
  teruggelegd: () => 'Teruggelegd bij Veilig Thuis',
  'terugleggen-geweigerd': ({ reden }) => `Veilig Thuis neemt de casus niet terug: ${reden}`,
  gesignaleerd: ({ wat }) => (wat ? `Signaal van het team: ${SIGNAAL[wat]}` : 'Signaal van het team'),
  'aanpakfase-vastgelegd': ({ aanpakfase }) =>
    aanpakfase ? `Aanpakfase: ${AANPAKFASE[aanpakfase]}` : 'Aanpakfase vastgelegd',
  'monitoring-afgesproken': ({ op, wie }, naam) => `Monitoring afgesproken op ${toonMoment(op)} door ${naam(wie)}`,
  'monitoring-afgerond': () => 'Monitoring afgerond',
  gescreend: () => 'Gescreend: geen direct gevaar',
  'direct-gevaar-vastgesteld': () => 'Direct gevaar: Veilig Thuis grijpt direct in',
  afgesloten: ({ reden }) => `Afgesloten: ${reden}`,
  'wachtlijst-vt-ontstaan': ({ casussen }) => `Wachtlijst bij Veilig Thuis ontstaan (${casussen.length})`,
  'screening-gevraagd': ({ aantal, casussen = [] }) =>
    `Screening gevraagd van ${geteld(aantal ?? casussen.length, 'melding', 'meldingen')}`,
  'screening-afgerond': () => 'Alle open meldingen gescreend',
  'wachtlijst-vt-gewaarschuwd': () => 'Waarschuwing: de wachtlijst is zo niet op tijd weg',
  'wachtlijst-vt-weggewerkt': () => 'Wachtlijst van Veilig Thuis weggewerkt',
  'hartslag-gegeven': () => 'De bot waakt',
  'onraad-gemeld': () => 'Er gaat iets mis in de bewaking',
  'registratie-vervolgd': () => 'Het verslag gaat verder in een nieuwe maand',
  'inhoud-bekeken': ({ overdracht, gebeurtenis }) =>
    gebeurtenis === undefined
      ? `Inhoud van overdracht ${overdracht} geopend`
      : `Toelichting bij gebeurtenis ${gebeurtenis} geopend`,
  'dossier-verstrekt': ({ vorm, aangemeld }) =>
    `Dossier verstrekt ${vorm === 'html' ? 'om te lezen' : 'als gegevens (JSON)'}${
      aangemeld === undefined
        ? ''
        : aangemeld
          ? ', na aanmelden'
          : ', zonder aanmelden: wie de link opende is niet nagegaan'
    }`,
  gewist: () => 'Namen, vrije tekst en inhoud gewist: de bewaartermijn is voorbij',
  'termijn-herinnerd': ({ termijn }) => `Herinnering verstuurd: ${termijnNaam(termijn)}`,
  'termijn-verlopen': ({ termijn }) => `Termijn verlopen: ${termijnNaam(termijn)}`,
  'verloop-gemeld': ({ termijn }) => `Gemeld dat de termijn is verlopen: ${termijnNaam(termijn)}`,
  'termijn-opgeschaald': ({ termijn }) => `Opgeschaald: ${termijnNaam(termijn)}`,
  'stap-overgeslagen': ({ termijn }) => `Herinnering niet meer nodig: ${termijnNaam(termijn)}`,
  'instelling-gewijzigd': (gegevens, naam) => adresboekTeksten.gewijzigd(gegevens, naam),
  gekoppeld: ({ organisatie, van }, naam) =>
    `${van === undefined ? 'Gesprek' : 'Ander gesprek'} gekoppeld aan ${naam(organisatie)}`,
  'koppeling-gevraagd': ({ organisatie }, naam) => `Gevraagd om een gesprek te koppelen aan ${naam(organisatie)}`,
  'koppeling-goedgekeurd': ({ organisatie }, naam) => `Goedgekeurd: een gesprek koppelen aan ${naam(organisatie)}`,
  'koppeling-afgewezen': ({ organisatie }, naam) => `Afgekeurd: een gesprek koppelen aan ${naam(organisatie)}`,
  ontkoppeld: ({ organisaties }, naam) => `Gesprek losgemaakt van ${opsomming(organisaties.map(naam))}`,
  'gesprek-verbroken': ({ organisaties, breuk }, naam) =>
    koppelingTeksten.verbinding.verbroken(breuk, opsomming(organisaties.map(naam))),
  'gesprek-hersteld': ({ organisaties, breuk }, naam) =>
    koppelingTeksten.verbinding.hersteld(breuk, opsomming(organisaties.map(naam))),
  'hiaten-nagegaan': ({ hiaten }) =>
    hiaten.length === 0
      ? 'Adresboek nagekeken: achter elke stap staat iemand'
      : `Adresboek nagekeken: ${hiaten.length} ${hiaten.length === 1 ? 'soort ontvanger ontbreekt' : 'soorten ontvangers ontbreken'}`,
  'ontvanger-ontbrak': ({ ontbrak, wie, naar }, naam) =>
    `Niemand te bereiken als ${ONTVANGER[ontbrak](naam(wie))}; meteen naar ${opsomming(naar.map((aan) => KORT[aan]))}`,
  'bericht-bezorgd': ({ kaart, waar }, naam) => `Bericht bezorgd: ${BERICHT[kaart] ?? kaart} aan ${naam(waar)}`,
  'bericht-onzeker': ({ kaart, waar }, naam) =>
    `Niet zeker of dit aankwam: ${BERICHT[kaart] ?? kaart} aan ${naam(waar)}`,
  'bericht-onbezorgbaar': ({ kaart, waar }, naam) => `Niet bezorgd: ${BERICHT[kaart] ?? kaart} aan ${naam(waar)}`,
};

/** The same without anybody's name or words, where the sentence has those: for who may only know that it happened. */
const GEBEURTENIS_KORT: Partial<Record<GebeurtenisSoort, string>> = {
  'overdracht-ingetrokken': 'Overdracht ingetrokken',
  'ontvangst-bevestigd': 'Ontvangst bevestigd door het team',
  'overdracht-geweigerd': 'Overdracht geweigerd',
  opgepakt: 'Opgepakt door het team',
  teruggenomen: 'Teruggenomen door Veilig Thuis',
  'gemeente-geinformeerd': 'Gemeente geïnformeerd',
  geinformeerd: 'Betrokkenen geïnformeerd',
  'niet-binnen-termijn-gemeld': 'Het team kan niet op tijd oppakken',
  'interventie-gemeente-vastgelegd': 'De gemeente heeft ingegrepen',
  'terugleggen-gevraagd': 'Het team vraagt om terug te leggen',
  'terugleggen-geweigerd': 'Veilig Thuis neemt de casus niet terug',
  'monitoring-afgesproken': 'Monitoring afgesproken',
  afgesloten: 'Afgesloten',
};

const TEAM_GAF_REDEN = 'Het team heeft een reden gegeven.';
const VT_GAF_REDEN = 'Veilig Thuis heeft een reden gegeven.';

/** That there are words to read, and of which kind; never the words (domein.md §7). */
const TOELICHTING: { [S in SoortMetTekst]: (g: Gebeurtenis<S>['gegevens']) => string } = {
  'overdracht-ingetrokken': () => VT_GAF_REDEN,
  'overdracht-geweigerd': () => TEAM_GAF_REDEN,
  teruggenomen: () => VT_GAF_REDEN,
  geinformeerd: () => 'Er staat bij hoe dit is gedaan.',
  'wachtlijst-gemeld': () => 'Het team heeft een toelichting gegeven.',
  'niet-binnen-termijn-gemeld': () => TEAM_GAF_REDEN,
  'interventie-gemeente-vastgelegd': () => 'Er staat bij wat de gemeente deed.',
  'meningsverschil-gemeld': ({ doorPartij }) =>
    `${doorPartij === 'veilig-thuis' ? 'Veilig Thuis' : 'Het team'} heeft een toelichting gegeven.`,
  'meningsverschil-opgeschaald': () => 'Er is een verslag van het gesprek.',
  'terugleggen-gevraagd': () => TEAM_GAF_REDEN,
  'terugleggen-geweigerd': () => VT_GAF_REDEN,
  gesignaleerd: () => 'Het team heeft een toelichting gegeven.',
  'monitoring-afgesproken': () => 'Er staat bij wat er is afgesproken.',
  'direct-gevaar-vastgesteld': () => 'Veilig Thuis heeft opgeschreven wat er is.',
  afgesloten: () => 'Er is een reden gegeven.',
  'vervolg-ingezet': () => 'Er staat bij wat er is ingezet.',
  'zicht-bevestigd': () => 'Veilig Thuis heeft een toelichting gegeven.',
  'uitkomst-afgewezen': () => 'Er is een reden gegeven.',
  aangevuld: ({ bij }) => `Er is een toelichting bij gekomen, over: ${AANVULLING[bij]}.`,
};

/** An addressee in words, of an organisation by its name. */
const ONTVANGER: Record<Ontvanger, (naam: string) => string> = {
  'kanaal-vt': (naam) => `kanaal van ${naam}`,
  'kanaal-team': (naam) => `kanaal van ${naam}`,
  'leidinggevende-vt': (naam) => `leidinggevende van ${naam}`,
  'leidinggevende-team': (naam) => `leidinggevende van ${naam || 'het team'}`,
  contactambtenaar: (naam) => `contactambtenaar van ${naam}`,
  stuurgroep: () => 'stuurgroep',
};
const KORT: Record<Ontvanger, string> = {
  'kanaal-vt': 'het kanaal van Veilig Thuis',
  'kanaal-team': 'het kanaal van het team',
  'leidinggevende-vt': 'de leidinggevende van Veilig Thuis',
  'leidinggevende-team': 'de leidinggevende van het team',
  contactambtenaar: 'de contactambtenaar van de gemeente',
  stuurgroep: 'de stuurgroep',
};

const opsomming = (delen: readonly string[]): string =>
  delen.length < 2 ? delen.join('') : `${delen.slice(0, -1).join(', ')} en ${delen.at(-1) ?? ''}`;

const SIGNAAL: Record<Signaal, string> = {
  'afspraken-niet-nagekomen': 'veiligheidsafspraken worden niet nagekomen',
  'medewerking-geweigerd': 'betrokkenen weigeren medewerking',
  'veiligheid-niet-te-borgen': 'het team kan de veiligheid niet borgen',
  'verzoek-raad': 'het team doet een verzoek tot onderzoek bij de Raad',
};

const AANPAKFASE: Record<Aanpakfase, string> = {
  veiligheidsplan: 'veiligheidsplan (directe veiligheid)',
  'risicogestuurde-zorg': 'risicogestuurde zorg (stabiele veiligheid)',
  herstel: 'herstel',
};

const BERICHT: Record<string, string> = {
  informeren: 'de kaart over wie geïnformeerd moet worden',
  screening: 'de screeningskaart',
  'wachtlijst-vt': 'de waarschuwing over de wachtlijst',
  stuurgroep: 'het bericht aan de stuurgroep',
  toezicht: 'het bericht van de bot zelf',
  overdracht: 'de kaart van de overdracht',
  volgkaart: 'de volgkaart',
  voortgang: 'het bericht over de voortgang',
  ping: 'de herinnering',
  adresboek: 'het bericht dat er iemand ontbreekt in het adresboek',
  koppeling: 'het bericht over de koppeling van een gesprek',
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
    'Typ een vraag, bijvoorbeeld: wie is verantwoordelijk voor casus VT-2026-0001. Typ ‘help’ voor alles wat ik kan.',
  'te-lang': () =>
    'Deze tekst is te lang. Stel een korte vraag, zoals: status VT-2026-0001. Zet nooit gegevens van cliënten in de chat.',
  onbekend: () => 'Dit begrijp ik niet. Typ ‘help’ om te zien wat je kunt vragen.',
  'sleutel-ontbreekt': () =>
    'Waaraan wil je dit gesprek koppelen? Typ bijvoorbeeld: koppel veilig-thuis. Met ‘adresboek’ zie je alle sleutels.',
  'meer-casusnummers': () => 'Vraag naar één casus tegelijk. Typ de vraag opnieuw met één casusnummer.',
  'casusnummer-ontbreekt': () => 'Over welke casus gaat het? Zet het casusnummer erbij, bijvoorbeeld VT-2026-0001.',
  'datum-onduidelijk': ({ tekst = '' }) =>
    `Ik begrijp de datum '${tekst}' niet. Schrijf hem zo: op 3 maart 2026 14:00.`,
  'voor-melding': ({ casusnummer = '', op = '' }) =>
    `Op ${op} was er bij Veilig Thuis nog geen melding in casus ${casusnummer}.`,
  'alleen-vt': () => 'Dit kan alleen een medewerker van Veilig Thuis doen.',
  'niet-meer-bij-team': ({ op = '' }) =>
    `Je ziet deze casus alleen over de tijd dat hij bij jouw team was; sinds ${op} is dat niet meer zo. Vraag Veilig Thuis naar een ander moment. Met ‘status’ zie je hoe het toen was.`,
  'alleen-stand': () =>
    'Als contactambtenaar zie je alleen hoe de casus nu staat. Typ: status met het casusnummer. Heb je meer nodig? Vraag het Veilig Thuis.',
  'ledenlijst-onbekend': () =>
    'Maar let op: Teams geeft nu niet van elk team de ledenlijst, dus ik kan niet zien bij welk team je hoort. Probeer het over een minuut opnieuw. Heeft het haast? Bel Veilig Thuis.',
  'alleen-beheerder': () => 'Dit kan alleen een beheerder. Vraag de functioneel beheerder van je organisatie.',
  'sleutel-onbekend': ({ sleutel = '', sleutels = '' }) =>
    `'${sleutel}' staat niet in het adresboek. Kies uit: ${sleutels}.`,
  gekoppeld: ({ naam = '' }) => `Gelukt. Berichten voor ${naam} komen voortaan in dit gesprek.`,
  ontkoppeld: ({ namen = '' }) =>
    `Gelukt. Berichten voor ${namen} komen hier niet meer. Koppel een ander gesprek met: koppel SLEUTEL.`,
  'niet-gekoppeld': () => 'Dit gesprek is nergens aan gekoppeld. Typ bijvoorbeeld: koppel veilig-thuis.',
  'vul-in': ({ velden = '' }) => `Er mist nog iets, of het klopt niet. Kijk naar: ${velden}. Er is niets opgeslagen.`,
  'alleen-persoonlijk': () =>
    'Dit antwoord is alleen voor jou. Vraag het in je eigen chat met mij, niet in een kanaal.',
  'niets-gedaan': () => 'Er is niets gedaan. Klik op de knop als je iets wilt doen.',
  'in-eigen-chat': () => 'Ik heb je het antwoord in je eigen chat met mij gestuurd.',
  'geen-eigen-chat': () =>
    'Ik kan je het antwoord niet sturen in je eigen chat met mij. Zoek de app ‘Zicht op veiligheid’ in Teams en kies Toevoegen of Openen. Typ daar je vraag. Klikte je op een knop? Vraag daar dan eerst de status op.',
  'eigen-chat-onzeker': () =>
    'Ik weet niet zeker of het antwoord in je eigen chat met mij is aangekomen. Kijk daar. Staat er niets? Typ daar dan je vraag. Klikte je op een knop? Vraag daar dan eerst de status op.',
  'knop-onbekend': () =>
    'Deze knop ken ik niet (meer). Typ ‘status’ met het casusnummer en gebruik de knoppen die je dan ziet.',
  'elders-mislukt': ({ aantal = '' }) =>
    `Vastgelegd. Maar bij ${aantal === '1' ? '1 andere casus' : `${aantal} andere casussen`} van dit team lukte het niet, want ik kan die niet lezen. De wachtlijst van het team blijft daar open. Zolang kan niemand aan dit team overdragen. Bel de beheerder.`,
  'geen-bezorgproblemen': () => 'Er wachten geen berichten die niet bezorgd konden worden.',
  bezorging: ({ lijst = '' }) => `Berichten die nog niet zijn bezorgd: ${lijst}.`,
  storing: () => 'Er ging iets mis. Er is niets opgeslagen. Probeer het over een minuut opnieuw.',
} as const satisfies Record<string, (g: Record<string, string>) => string>;

const UITLEG_BIJ_WEIGERING: Readonly<Record<string, string | undefined>> = {
  'conclusie-houdt-bij-vt': 'conclusies',
  'voorwaarden-clientsysteem': 'cliëntsysteem',
  'vervolg-past-niet': 'vervolgtraject',
  'multidisciplinair-ontbreekt': 'vervolgtraject',
  'contactpersoon-ontbreekt': 'vervolgtraject',
  'koud-na-vervolgtraject': 'overdracht warm of koud',
  'warm-zonder-onderbouwing': 'overdracht warm of koud',
  'warm-zonder-afspraken': 'overdracht warm of koud',
  'warm-zonder-gesprek': 'overdracht warm of koud',
  'team-heeft-wachtlijst': 'wachtlijst',
  'wachtlijst-al-opgepakt': 'wachtlijst',
  'geen-wachtlijst': 'wachtlijst',
  'meningsverschil-loopt': 'meningsverschil',
  'geen-voorstel': 'meningsverschil',
  'voorstel-voor-ander': 'meningsverschil',
  'eerst-herzien': 'cliëntsysteem',
  'terugleggen-loopt': 'terugleggen',
  'schriftelijk-nodig': 'cliëntsysteem',
  'geen-meningsverschil': 'meningsverschil',
  'laatste-stap': 'meningsverschil',
  'niet-gevraagd': 'terugleggen',
  'niet-bij-team': 'terugleggen',
  persoonsgegeven: 'privacy',
};

/** What the auditor finds wrong, and what people do about it: they know families and teams, not the bot's insides. */
const BEVINDING: Record<BevindingSoort, { wat: string; watTeDoen: string }> = {
  'verantwoordelijke-onduidelijk': {
    wat: 'In het verslag van deze casus staat niet precies één verantwoordelijke.',
    watTeDoen: 'Veilig Thuis houdt deze casus in de gaten tot het is opgelost. Bel meteen de beheerder.',
  },
  'casus-slaapt': {
    wat: 'Deze casus is bij Veilig Thuis, maar er stond geen termijn meer gepland.',
    watTeDoen: 'De bot plant er nu een. Kijk zelf of er iets moet gebeuren in deze casus.',
  },
  'termijn-gemist': {
    wat: 'Een termijn liep af of een herinnering was nodig, maar er ging geen bericht uit.',
    watTeDoen: 'De bot stuurt het bericht alsnog. Kijk of het is aangekomen, en bel anders zelf het team.',
  },
  'casus-onleesbaar': {
    wat: 'De bot kan deze casus niet lezen, en bewaakt hem dus niet.',
    watTeDoen: 'Bewaak deze casus zelf: kijk naar de termijnen en bel het team. Bel ook de beheerder.',
  },
  'instellingen-oud': {
    wat: 'Een deel van de bot werkt nog met een oud adresboek of oud beleid.',
    watTeDoen: 'Wie uit het adresboek is gehaald, kan nog in casussen kijken. Bel meteen de beheerder.',
  },
  'niets-bezorgd': {
    wat: 'Geen enkel bericht van de bot komt nog aan.',
    watTeDoen: 'Bel de beheerder. Kijk tot het is opgelost zelf naar de termijnen, en bel de teams.',
  },
  'inhoud-klopt-niet': {
    wat: 'De inhoud van een overdracht is niet gelijk aan wat is verstuurd, of staat onbeveiligd in de opslag.',
    watTeDoen: 'De bot toont de inhoud niet. Bel meteen de beheerder. Bel het team als het de inhoud nodig heeft.',
  },
  'bericht-te-laat': {
    wat: 'Een bericht is niet op tijd aangekomen.',
    watTeDoen: 'Bel zelf degene voor wie het is. De bot blijft het proberen.',
  },
  'bericht-opgegeven': {
    wat: 'Een bericht is niet bezorgd. Daarover kwam al een kaart in dit kanaal.',
    watTeDoen: 'Kijk of iemand heeft gebeld.',
  },
  'koppeling-stuk': {
    wat: 'De bot kan niet meer schrijven in een kanaal dat wel gekoppeld is.',
    watTeDoen: 'Vraag de beheerder om het kanaal opnieuw te koppelen. Bel het team zolang zelf.',
  },
  'document-groot': {
    wat: 'Het verslag van deze casus is half vol. Als het vol is, kan de bot er niets meer in opschrijven.',
    watTeDoen: 'Er is nog tijd. Zeg het tegen de beheerder, en kijk of de casus kan worden afgesloten.',
  },
  'wekker-fout': {
    wat: 'De bot zou niet op tijd naar een casus hebben gekeken. Dat is hersteld.',
    watTeDoen: 'Je hoeft niets te doen. Zie je dit vaker? Bel dan de beheerder.',
  },
};

const geteld = (aantal: number, een: string, meer: string): string => `${aantal} ${aantal === 1 ? een : meer}`;
/** Casusnummers in a sentence: the first ten, and how many more. */
const reeks = (nummers: readonly string[]): string =>
  nummers.slice(0, 10).join(', ') + (nummers.length > 10 ? ` en nog ${nummers.length - 10}` : '');
const ROL: Record<Rol['rol'], string> = {
  'vt-medewerker': 'medewerker van Veilig Thuis',
  'vt-leidinggevende': 'leidinggevende van Veilig Thuis',
  'team-lid': 'medewerker van',
  'team-leidinggevende': 'leidinggevende van',
  contactambtenaar: 'contactambtenaar van',
  stuurgroep: 'lid van de stuurgroep',
  beheerder: 'beheerder van deze app',
};

interface MijnGegevens {
  rollen: readonly string[];
  gesprek: boolean;
  casussen: number;
  meer: boolean;
  maanden: number;
  veiligThuis: string;
}

/** Paragraphs, as a message in chat takes them. */
function mijnGegevens({ rollen, gesprek, casussen, meer, maanden, veiligThuis }: MijnGegevens): string {
  const aantal = meer ? `meer dan ${casussen} casussen` : casussen === 1 ? '1 casus' : `${casussen} casussen`;
  return [
    'Dit bewaar ik over jou als gebruiker:',
    rollen.length > 0
      ? `Je naam, je account in Teams en je rol: ${rollen.join('; ')}. Dat komt uit het adresboek en de ledenlijsten van Teams.`
      : 'Je staat niet in het adresboek.',
    ...(gesprek ? ['Waar ik je kan bereiken: ons gesprek in Teams. Wat je hier typt, bewaar ik niet.'] : []),
    casussen === 0
      ? 'Je staat in geen enkele casus als iemand die iets deed, bekeek of van mij kreeg.'
      : `Je staat in ${aantal}: met je naam en account bij wat je deed of bekeek, of met je account bij berichten die ik je stuurde.`,
    `Je naam kan ook staan in tekst die iemand zelf typte, zoals een casusregisseur. Dat kan ik niet tellen. Vraag het aan ${veiligThuis}.`,
    `${inMaanden(maanden)} nadat een casus is afgesloten, wis ik de namen, de accounts en de vrije tekst in die casus.`,
    `Klopt je naam of je rol niet? Vraag de beheerder van deze app om het adresboek te verbeteren. Wil je zien wat er over jou in een casus staat? Vraag het aan ${veiligThuis}.`,
  ].join('\n\n');
}

/** A number as Dutch writes it: a comma before the decimals. */
const getal = (waarde: number): string => String(waarde).replace('.', ',');

export const teksten = {
  mijnGegevens,
  /** A role with the name of the team or gemeente it is for. */
  rol: (rol: Rol['rol'], van: string): string => `${ROL[rol]} ${van}`.trim(),
  chat: CHAT,
  lijst: { openstaand: 'Openstaande casussen', 'te-laat': 'Casussen met een verlopen termijn' },
  weigering: ({ code, gegevens }: Weigering, naam: Naam): string =>
    // The code picks the text for exactly these gegevens; a union key hides that from the compiler.
    (WEIGERING[code] as (g: unknown, naam: Naam) => string)(gegevens, naam),
  dienst: DIENST,
  conclusie: CONCLUSIE,
  signaal: SIGNAAL,
  aanpakfase: AANPAKFASE,
  informatie: INFORMATIE,
  meningsverschil: {
    metGedragswetenschapper:
      'Nodig de betrokken medewerkers uit, en een gedragswetenschapper van een of beide organisaties.',
    ontbreekt: (functie: string): string =>
      `${functie}: staat niet in het adresboek. Vraag de beheerder om dit aan te vullen.`,
    oud: (maanden: number): string =>
      `Het adresboek is langer dan ${inMaanden(maanden)} niet bijgewerkt. Controleer eerst of deze namen nog kloppen.`,
  },
  /** Why this came to somebody else than it was meant for, and what to do about it. */
  nietBereikt: (g: { ontbrak: Ontvanger; naam: string; naar: readonly Ontvanger[]; telefoon: string }): string[] => [
    `Niemand te bereiken in Teams als ${ONTVANGER[g.ontbrak](g.naam)}. Dit bericht gaat daarom meteen naar ${opsomming(g.naar.map((aan) => KORT[aan]))}.`,
    ...(g.telefoon ? [`Bel ${g.naam}: ${g.telefoon}.`] : []),
  ],
  uitleg: {
    titel: 'Uitleg',
    kies: 'Kies een onderwerp, of typ bijvoorbeeld: uitleg wachtlijst.',
    onbekend: 'Over dit onderwerp heb ik geen uitleg. Kies een van de onderwerpen hieronder.',
    /** Which explanation helps with which refusal; the words as they can be typed. */
    bijWeigering: UITLEG_BIJ_WEIGERING,
  },
  via: { ...AKKOORD, teams: 'in Teams' },
  /** What the other side is asked to agree with. */
  voorstel: (zijde: Zijde, wie: string): string =>
    `${zin(ZIJDE[zijde])} stelt voor dat ${wie} deze casus krijgt. Tot er een akkoord is, blijft Veilig Thuis tijdelijk verantwoordelijk.`,
  /** Who contacts whom after an overdracht (§5.1.3). */
  contact: (team: string, vt: string): string[] => [
    `${team} belt ${vt} als afspraken niet worden nagekomen, of als de veiligheid niet te borgen is.`,
    `De betrokkenen bellen ${team}. Bij nieuwe zorgen kan iedereen opnieuw melden bij ${vt}.`,
  ],
  wachtend: (g: { casusnummer: string; wat: string; naam: string; pogingen: number }): string =>
    `${g.casusnummer}: ${g.wat} aan ${g.naam} (${g.pogingen} keer geprobeerd)`,
  /** Instead of who is responsible, for a team that the casus has left. */
  vertrokken: 'Niet meer jullie team. Vraag het Veilig Thuis.',
  wachtlijstVt: 'Wachtlijst Veilig Thuis',
  bevinding: BEVINDING,
  eigenBericht: (wachtlijst: boolean): string =>
    wachtlijst ? 'de wachtlijst van Veilig Thuis' : 'een bericht van de bot zelf',
  hartslag: ({ open, termijnen, teLaat, nietBezorgd }: Telling): string =>
    `${geteld(open, 'casus', 'casussen')} open, ${geteld(termijnen, 'termijn loopt', 'termijnen lopen')}, ` +
    `${teLaat} te laat, ${geteld(nietBezorgd, 'bericht', 'berichten')} niet bezorgd.`,
  laatsteRonde: (op: Instant | undefined): string =>
    op === undefined ? 'Er is nog geen hele ronde geweest.' : `Laatste ronde: ${toonMoment(op)}.`,
  hoeVaak: (keer: number): string => (keer > 1 ? ` (${keer} keer)` : ''),
  enNog: (aantalMeer: number): string => (aantalMeer > 0 ? ` en nog ${aantalMeer}` : ''),
  screening: {
    /** One melding in the list of what must be screened; without a moment when it cannot be known. */
    keuze: (casusnummer: string, gemeente: string, sinds: { teLaat?: Instant; ontvangen?: Instant }): string => {
      const wanneer =
        sinds.teLaat !== undefined
          ? `te laat sinds ${toonTermijn(sinds.teLaat)}`
          : sinds.ontvangen !== undefined
            ? `ontvangen ${toonDag(sinds.ontvangen)}`
            : '';
      return [casusnummer, gemeente, wanneer].filter((deel) => deel !== '').join(' · ');
    },
    gescreend: (nummers: readonly string[]): string =>
      nummers.length === 0 ? '' : `Al gescreend: ${nummers.length}. ${reeks(nummers)}.`,
    onleesbaar: (nummers: readonly string[]): string =>
      nummers.length === 0
        ? ''
        : `De app kan dit niet lezen: ${reeks(nummers)}. Screen buiten de app en bel de beheerder.`,
    kies: 'Vink eerst de meldingen aan die je hebt gescreend. Er is niets opgeslagen.',
    teVeel: (maximum: number): string =>
      `Dit klopt niet, of het zijn er te veel. Vink hoogstens ${maximum} meldingen aan. Er is niets opgeslagen.`,
    deels: (gelukt: number, mislukt: ReadonlyMap<string, readonly string[]>): string =>
      [
        gelukt === 0 ? 'Er is geen melding gescreend.' : `${geteld(gelukt, 'melding is', 'meldingen zijn')} gescreend.`,
        ...[...mislukt].map(([reden, nummers]) => `Niet gelukt: ${reeks(nummers)}. ${reden}`),
      ].join(' '),
  },
  dagen: (aantal: number): string => (aantal === 1 ? '1 dag' : `${aantal} dagen`),
  tempo: (
    { perWeek }: { perWeek: number },
    gemeten: number,
    leegOp: string,
  ): { tempo: string; verwachting: string; berekening: string } => ({
    tempo:
      perWeek > 0
        ? `${getal(perWeek)} per week minder`
        : perWeek < 0
          ? `${getal(-perWeek)} per week meer`
          : 'niet korter',
    verwachting: perWeek > 0 ? `de lijst is leeg rond ${leegOp}` : 'zo komt de lijst niet weg',
    berekening: `Geteld over ${gemeten} dagen: meldingen die erbij kwamen en die eraf gingen. De lijst gedeeld door dat verschil per dag geeft het aantal dagen.`,
  }),
  fase: FASE,
  besluit: BESLUIT,
  termijn: ({ naam, wie }: Pick<Termijn, 'naam' | 'wie'>): string =>
    wie && naam === 'schriftelijk-informeren' ? `${TERMIJN[naam]}: ${INFORMATIE[wie]}` : TERMIJN[naam],
  teDoen: (termijn: TermijnNaam, voorTeam: boolean): string =>
    (voorTeam ? undefined : TE_DOEN_BIJ_TEAM[termijn]) ?? TE_DOEN[termijn],
  watKomt,
  rust: {
    'team-werkt':
      'Er loopt geen termijn. Het team werkt aan de casus en meldt het zelf als het niet veilig is (§5.1.3).',
    'wacht-op-melding': 'Er loopt geen termijn. Bij nieuwe zorgen komt er een nieuwe melding (Add.5).',
  },
  allesGemeld: 'De termijn is voorbij en iedereen heeft bericht gehad. Er komt geen nieuw bericht: kom zelf in actie.',
  gebeurtenis: (gebeurtenis: Gebeurtenis, naam: Naam): string =>
    (GEBEURTENIS[gebeurtenis.soort] as (g: unknown, naam: Naam) => string)(gebeurtenis.gegevens, naam),
  /** The same without the words that people typed in it. */
  gebeurtenisZonderWoorden: (gebeurtenis: Gebeurtenis, naam: Naam): string =>
    teksten.gebeurtenis(zonderVrijeTekst(gebeurtenis), naam).replace(/: $/, ''),
  /** That people typed something, and of which kind. */
  toelichting: (gebeurtenis: Extract<Gebeurtenis, { soort: SoortMetTekst }>): string =>
    (TOELICHTING[gebeurtenis.soort] as (g: unknown) => string)(gebeurtenis.gegevens),
  reden: (eigen: EigenWoorden): string => `Reden: ${eigen}.`,
  redenGegeven: 'Er is een reden gegeven.',
  signaalVan: (wat: Signaal | undefined): string => (wat ? `Signaal: ${SIGNAAL[wat]}.` : ''),
  gebeurtenisKort: (gebeurtenis: Gebeurtenis, naam: Naam): string =>
    GEBEURTENIS_KORT[gebeurtenis.soort] ?? teksten.gebeurtenis(gebeurtenis, naam),
  bericht: (kaart: string): string => BERICHT[kaart] ?? kaart,
  gedaan: {
    samenvatting: {
      gedaan: (over: string): string => `Klaar: ${over}`,
      nieuwer: (over: string): string => `Nieuwer bericht: ${over}`,
    },
    /** `wat` may be empty: that it is done is for everybody there, what happened is not. */
    klaar: (wat: string): string => `Je hoeft hier niets meer te doen.${wat === '' ? '' : ` ${wat}.`}`,
    wat: (watGebeurde: string, op: string, wie: string): string =>
      `${watGebeurde}, op ${op}${wie === '' ? '' : `. Vastgelegd door ${wie}`}`,
    over: (termijnen: readonly string[]): string => `Dit bericht ging over: ${opsomming(termijnen)}.`,
    nieuwer: 'Er is een nieuwer bericht hierover. Gebruik de knoppen in dat bericht.',
    opnieuw: (op: string): string => `Deze screening is niet afgerond. Op ${op} is opnieuw om een screening gevraagd.`,
  },
  bundel: {
    samenvatting: (aantal: number): string =>
      aantal === 1 ? '1 casus vraagt om actie' : `${aantal} casussen vragen om actie`,
    nietBezorgd: (wat: string): string => `Niet aangekomen: ${wat}`,
  },
  bron: ({ paragraaf, regionaal }: Bron): string => (regionaal ? `${paragraaf}, regionale afspraak` : paragraaf),
  wanneer: (vervalt: string, teLaat: boolean): string => `${teLaat ? 'te laat sinds' : 'uiterlijk'} ${vervalt}`,
  nog: (werkdagen: number, verlopen: boolean): string => {
    const aantal = Math.abs(werkdagen);
    if (verlopen) return aantal === 0 ? 'net verlopen' : `${inWerkdagen(aantal)} te laat`;
    return aantal === 0 ? 'vandaag' : `nog ${inWerkdagen(aantal)}`;
  },
} as const;
