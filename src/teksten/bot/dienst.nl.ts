/** What is said when something could not be done or shown, for another reason than a rule of the guideline. */
import type { Identificatie } from '../../kern/identificatie/identificatie.ts';

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

export const DIENST = {
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
