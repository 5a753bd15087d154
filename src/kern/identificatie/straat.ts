/**
 * A street with a house number. Which word is a street shows from its ending, and Dutch has more words with such an
 * ending: "onderweg 2", "supermarkt 3". So endings that other words often have count only with a capital, or after a
 * word such as "woont", and what is counted ("in de Dorpsstraat 2 keer") is no house number.
 */
import { enige, vondsten } from './vondsten.ts';

const VAST =
  'straat straatje str laan laantje weg weggetje plein pleintje gracht kade dijk dijkje singel steeg steegje dreef plantsoen boulevard'.split(
    ' ',
  );
const LOS = 'hof hofje pad paadje park markt baan ring brink erf wal vest haven vaart vliet akker veld hoek donk'.split(
  ' ',
);
/** Streets that may be called just that; "op weg 2" and "het hof 2" are none. */
const ALLEEN = 'Markt|Plein|Kade|Brink|Singel|Gracht|Dreef|Dijk|Haven|Boulevard|Laan';

/** No streets, or so many of them that the number says nothing about where somebody lives. */
const GEEN_STRAAT = new RegExp(
  '^(?:' +
    [
      '(?:onder|van|spoor|snel|auto|vaar|uit|om|terug|heen|lucht|midden|over|aan|rij|voor|half|halver|toegangs|vent|levens|water|land|rechts|door|ver)weg',
      '(?:zij|winkel|woon|eenrichtings)straat',
      '(?:be|ver|toe|in|om|af|neer|op|aan|over|door|dicht|dood|gade|terug|uit|los|mis|stuk|achter|voor|kapot|ont|vol|plat|raak)slaan',
      '(?:be|over|aan|voort|uit|op|ver|in|af|weg)dreef',
      '(?:be|ont|op|uit|over|af|in|aan)steeg',
      '(?:school|speel|markt|dorps|winkel)plein',
      '(?:super|arbeids|rommel|kerst|woning|huizen|vrij|jaar|braderie|vlooien|boeren)markt',
      '(?:loop|bij|deeltijd|voltijd|hoofd|rij|start|ski|kegel|ijs|werk|kantoor|school|zorg|top|vaste|weekend|vakantie)baan',
      '(?:gerechts|kerk|bij|schoon|voor|hospice)hof',
      '(?:zorg|klim|gang|zebra|voet|fiets|tijd|wandel|jaag|stappen|klant|hulp|leer|ontwikkel|escalatie)pad',
      '(?:pret|speel|skate|wagen|vakantie|recreatie|attractie|bedrijven|dieren|stads|zwem|trampoline)park',
      '(?:school|sport|voetbal|speel|werk|invoer|tekst|trap|naam|zoek|aandachts|keuze|vak)veld',
      '(?:lucht|zee|jacht|vlieg|vrij|thuis)haven',
      '(?:speel|lees|invals|uit|poppen|knutsel|zit|eet|kook)hoek',
      '(?:school|op|in|wel|scheep|lucht|ruimte)vaart',
      '(?:school|boeren|woon|achter|voor)erf',
      '(?:har|sport|zwem|reddings)vest',
    ].join('|') +
    ')$',
);
/** Only after a consonant: "vergadering 2", "verklaring 3" and "storing 4" have a vowel before it. */
const GEEN_RING = /(?:[aeiouyr]|^)ring$/;

/** What a number counts, or a date or time begins with. */
const TELWOORD =
  'keer|maal|x|uur|u|uren|jaar|jaren|jr|dag|dagen|week|weken|maand|maanden|minuten|min|kwartier|kinderen|kids|jongens|meisjes|personen|' +
  'mensen|volwassenen|meldingen|incidenten|huizen|woningen|gezinnen|casussen|werkdagen|wd|euro|meter|km|m|kilometer|procent|' +
  'gesprekken|bezoeken|afspraken|auto|agenten|buren|nachten|avonden|ochtenden|getuigen|ruzies|' +
  'jan|januari|feb|februari|mrt|maart|apr|april|mei|jun|juni|jul|juli|aug|augustus|sep|sept|september|okt|oktober|nov|november|dec|december';
const VOORVOEGSEL = String.raw`(?:\s?[,:]?\s(?:huisnummer|huisnr|nummer|nr|no)\s?[.:]?\s?|,?\s)`;
/** 12, 12a, 12 a, 12-2, 12bis; not a year, a date, a time, an amount or a count. */
const NUMMER =
  String.raw`(?!(?:19|20)\d\d(?!\d))[1-9]\d{0,4}(?!\d|[:.,]\d|[-/]\d{1,2}[-/]\d|\s?[-–]?\s?(?:${TELWOORD})(?![\p{L}\p{N}])|(?:e|de|ste)\s\p{L}|\s?[%€])` +
  String.raw`(?:\s?-?\p{L}{1,3}(?!\p{L})|-\d{1,4}|(?!\p{L}))`;
const RICHTING = String.raw`(?:[\s-](?:noord|oost|zuid|west|binnen|buiten|[noz]\.?z\.?)(?!\p{L}))?`;

const MET_UITGANG = new RegExp(
  String.raw`(?<=\p{L}{2}|\p{L}['’ -])(?<uitgang>${[...VAST, ...LOS].join('|')})\.?${RICHTING}${VOORVOEGSEL}${NUMMER}`,
  'giu',
);
/** Laan van Meerdervoort 12a, Hof van Delft 3, Plein 12; the i is not for the name, whose capital tells it from prose. */
const MET_NAAM = new RegExp(
  String.raw`(?<!\p{L})(?:[Ll]aan|Weg|Hof|Plein|Kade|Dijk|Park|Pad|Baan|Straat|Singel|Haven|Boulevard)` +
    String.raw`\s(?:(?:van|der|den|de|het|ten|ter|naar|tot|'t|’t|op|in|la)\s){1,3}\p{L}[\p{L}'’.-]{1,30}(?:[\s-]\p{L}[\p{L}'’.-]{1,30}){0,2}?` +
    `${VOORVOEGSEL}${NUMMER}`,
  'u',
);
const ALLEEN_DAT = new RegExp(String.raw`(?<!\p{L}|[Vv]an\s|[Vv]an\sde[nr]?\s)(?:${ALLEEN})\s${NUMMER}`, 'u');
/** huisnummer 12 in de Dorpsstraat */
const NUMMER_VOOROP = new RegExp(
  String.raw`(?<!\p{L})(?:huisnummer|huisnr\.?|op\s(?:nummer|nr\.?))\s?:?\s?\d{1,5}\s?\p{L}?,?\s(?:(?:in|aan|van|op)\s(?:de|het|een)\s)?` +
    String.raw`\p{L}[\p{L}'’-]{1,40}(?:straat|laan|weg|plein|gracht|kade|dijk|hof|singel|steeg|pad|dreef|plantsoen)(?!\p{L})`,
  'iu',
);

/** The word that ends here, and what stands before it; no street's name is longer than this. */
const WOORD = /(?<voor>.{0,40}?)(?<woord>\p{L}[\p{L}'’-]*)$/u;
const BIJVOEGLIJK =
  /(?:^|[^\p{L}])(?:Grote|Oude|Nieuwe|Lange|Korte|Kleine|Hoge|Lage|Brede|Smalle|Groene|Eerste|Tweede|\p{Lu}\p{L}+se)\s$/u;
const WOONT =
  /(?:^|[^\p{L}])(?:woon\p{L}*|wonen|adres\p{L}*|verblij\p{L}*|ingeschreven)\s?:?\s(?:(?:is|op|aan|in|bij|de|het)\s){0,3}$/iu;

function isStraat({ index, input, groups = {} }: RegExpExecArray): boolean {
  const uitgang = (groups['uitgang'] ?? '').toLowerCase();
  const tot = index + uitgang.length;
  const gevonden = WOORD.exec(input.slice(Math.max(0, tot - 60), tot))?.groups;
  const woord = gevonden?.['woord'] ?? '';
  const voor = gevonden?.['voor'] ?? '';
  const klein = woord.toLowerCase();
  const hoofdletter = /^\p{Lu}/u.test(woord);
  // Its own word: only with a name before it, as in Grote Markt 12.
  if (klein === uitgang) return BIJVOEGLIJK.test(voor) && klein !== 'str';
  if (GEEN_STRAAT.test(klein) || (uitgang === 'ring' && GEEN_RING.test(klein))) return false;
  return VAST.includes(uitgang) || hoofdletter || WOONT.test(voor);
}

export const bevatStraatMetNummer = (tekst: string): boolean =>
  enige(vondsten(MET_UITGANG, tekst), isStraat) ||
  MET_NAAM.test(tekst) ||
  ALLEEN_DAT.test(tekst) ||
  NUMMER_VOOROP.test(tekst);
