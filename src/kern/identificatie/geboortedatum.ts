/** A date that a word beside it calls somebody's date of birth; any other date is none. */

const MAAND =
  '(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAG = '(?:0?[1-9]|[12]\\d|3[01])';
const MAANDNUMMER = '(?:0?[1-9]|1[0-2])';
/** As regex text; a month in words needs no year. */
const DATUM =
  '(?:' +
  [
    String.raw`${DAG}\s?[-/. ]\s?${MAANDNUMMER}\s?[-/. ]\s?['’]?(?:(?:19|20)\d\d|\d\d)`,
    String.raw`(?:19|20)\d\d[-/. ]${MAANDNUMMER}[-/. ]${DAG}`,
    String.raw`${DAG}(?:e|de|ste)?[\s-]?(?:van\s)?${MAAND}\.?(?:[\s-]?['’]?(?:(?:19|20)\d\d|\d\d))?`,
    String.raw`(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d`,
    String.raw`(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`,
  ].join('|') +
  String.raw`)(?![\p{L}\p{N}])`;

const PLAATS = String.raw`(?:(?:in|te)\s\p{L}[\p{L}'’-]{1,30}(?:\s(?!op\s\d)\p{L}[\p{L}'’-]{0,30}){0,2}?,?\s)?`;
const AANLOOP = String.raw`(?:(?:is|was|op|dd?\.?|d\.d\.|de|(?:maan|dins|donder|vrij|zater|zon)dag|woensdag):?\s){0,3}`;
const NAAMWOORD = String.raw`(?:geboorte-?\s?(?:datum|dag|dat\.?)|geb\.?\s?-?(?:datum|dat\.?)|gebdat\.?|date of birth|d\.?o\.?b\.?)`;
const GEBOREN = String.raw`(?:geboren|geb\.?|geboorte|[*°])`;
const TUSSEN = String.raw`\s?[:;,=(–-]{0,2}\s?`;
/** A noun after it makes "geboren" say which child: "op 12-03-2026 is een pas geboren kind gezien". */
const GEEN_KIND = String.raw`(?!\s(?:kind|baby|zoon|dochter|meisje|jongen|tweeling|broertje|zusje))`;

const VORMEN = [
  // geboren 12-03-2015, geb. 12 maart 2015, geboren te Bergen op Zoom op 12-03-2015, * 12-03-2015
  String.raw`(?<![\p{L}\p{N}])${GEBOREN}${TUSSEN}${PLAATS}${AANLOOP}${DATUM}`,
  // geboortedatum: 12-03-2015, geboortedatum van de moeder is 12-03-1985
  String.raw`(?<![\p{L}\p{N}])${NAAMWOORD}${TUSSEN}(?:(?!niet\b|onbekend\b|nog\b)\p{L}[\p{L}.'’-]{0,30}[:,]?\s){0,5}${DATUM}`,
  // 12-03-2015 geboren, op 12 maart 2015 is zij in Breda geboren, 12-03-2015 (geboortedatum)
  String.raw`(?<![\p{L}\p{N}]|\p{N}[-/.])${DATUM}\s?[,(:]?\s?(?:(?:is|was|werd|zijn|wordt)\s(?:\p{L}{1,30}\s){0,3})?${PLAATS}` +
    String.raw`(?:geboren(?!\p{L})${GEEN_KIND}|geb\.|${NAAMWOORD}(?!\p{L}))`,
].map((vorm) => new RegExp(vorm, 'iu'));

export const bevatGeboortedatum = (tekst: string): boolean => VORMEN.some((vorm) => vorm.test(tekst));
