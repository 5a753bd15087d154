/**
 * Finds direct identifiers of a person in free text (domein.md §4): the text is then refused and nothing is stored.
 * Both errors cost something: a missed one is kept for years, a false one stops an overdracht. So a number counts only
 * in a form people write it in, and never as part of a reference such as VT-2026-12345678.
 */

import { bevatGeboortedatum } from './geboortedatum.ts';
import { bevatIban } from './iban.ts';
import { bevatStraatMetNummer } from './straat.ts';
import { enige, vondsten } from './vondsten.ts';

export type Identificatie =
  'bsn' | 'e-mail' | 'telefoon' | 'postcode-huisnummer' | 'iban' | 'geboortedatum' | 'straat-huisnummer';

/** As regex text: not inside a word, a longer number or a reference with dashes or slashes. */
const BEGIN = String.raw`(?<![\p{L}\p{N}+]|[\p{L}\p{N}][-_/]|\p{N}[.,:])`;
const EIND = String.raw`(?![\p{L}\p{N}]|[-_/.]\p{N}|,\p{N}{2}(?!\p{N}))`;

/** One character before the @ is enough, which keeps the search linear. */
const E_MAIL = /[\p{L}\p{N}_+%'-]@(?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2}/u;

/** As regex text: "." or what people write for it. */
const PUNT = String.raw`(?:\.|\s?[([{<]\s?(?:dot|punt|\.)\s?[)\]}>]\s?|\s(?:dot|punt)\s)`;
const DOMEIN = String.raw`(?:[\p{L}\p{N}-]{1,63}${PUNT}){1,9}`;
const E_MAIL_VOLUIT = new RegExp(
  [
    // jan (at) voorbeeld (dot) nl, jan[@]voorbeeld.nl, jan@voorbeeld punt nl, jan @ voorbeeld.nl
    String.raw`(?:@|\s@\s|\s?[([{<]\s?(?:at|apenstaart(?:je)?|@)\s?[)\]}>]\s?)${DOMEIN}\p{L}{2}`,
    // jan at voorbeeld punt nl; "hij at een punt van de taart" and "zij at brood.Daarna" are none.
    String.raw`\s(?:at|apenstaart(?:je)?)\s(?!(?:een|de|het|die|dat|zijn|haar)\s)${DOMEIN}` +
      String.raw`(?:nl|be|de|fr|lu|uk|eu|com|net|org|info|nu|frl|amsterdam|email|online|me|io)(?![\p{L}\p{N}])`,
  ]
    .map((vorm) => String.raw`[\p{L}\p{N}_+%'-]${vorm}`)
    .join('|'),
  'iu',
);

/** As regex text: digits in these group sizes with one and the same separator, or none, between the groups. */
function groepen(naam: string, ...vormen: number[][]): string {
  const alternatieven = vormen.map(([eerste, ...volgende], nr) => {
    const scheiding = `${naam}${nr}`;
    const staart = volgende.map((aantal, i) => {
      const tussen = i === 0 ? String.raw`(?<${scheiding}>\s?[-.\s]\s?)` : String.raw`\k<${scheiding}>`;
      return String.raw`${tussen}\d{${aantal}}`;
    });
    return String.raw`\d{${eerste}}${staart.join('')}`;
  });
  return `(?:${alternatieven.join('|')})`;
}

const SCHEIDING = String.raw`[\s./-]{0,3}`;
const EIND_TELEFOON = String.raw`(?!\p{N}|[-.]\p{N})`;
const TELEFOON = new RegExp(
  [
    // 06-12345678; the groups keep 06-12-2026 10:00 out.
    String.raw`${BEGIN}\(?06\)?${SCHEIDING}${groepen('m', [8], [4, 4], [2, 2, 2, 2], [3, 3, 2], [2, 3, 3], [3, 2, 3])}${EIND_TELEFOON}`,
    // 076-5141414, (076) 514 14 14
    String.raw`${BEGIN}\(?0[1-9]\d\)?${SCHEIDING}${groepen('k', [7], [3, 4], [4, 3], [3, 2, 2], [2, 2, 3])}${EIND_TELEFOON}`,
    // 0162-512345; 0800 and 0900 are lines of organisations, such as Veilig Thuis itself (0800-2000).
    String.raw`${BEGIN}\(?0(?!800|900)[1-9]\d\d\)?${SCHEIDING}${groepen('l', [6], [3, 3], [2, 2, 2])}${EIND_TELEFOON}`,
    // +31 6 1234 5678, 0031 (0)6 12345678, and the neighbours across the border; 0031-2026-1234 is a reference.
    String.raw`(?<![\p{L}\p{N}]|\p{N}[.,])(?:\+(?:31|32|49)[\s.-]{0,2}|00(?:31|32|49)(?:[\s.]{0,2}|-(?=6|\()))` +
      String.raw`(?:\(0\)[\s.-]{0,2}|0)?[1-9](?:[\s.-]{0,2}\d){7,10}(?!\d)`,
  ].join('|'),
  'u',
);

/** Forms in which people write a BSN; eight digits are one whose leading zero was left out. */
const BSN_VORMEN = groepen('b', [9], [3, 3, 3], [4, 2, 3], [2, 2, 2, 3], [3, 2, 4], [8], [2, 3, 3], [3, 2, 3]);
const BSN = new RegExp(String.raw`(?:(?<=bsn(?:-?nummer|-?nr)?[-.:_/#]?)|${BEGIN})${BSN_VORMEN}${EIND}`, 'giu');
/** An amount, or a casusnummer typed with spaces: vt 2026 12345678. */
const ANDERS_ERVOOR = /(?:€|\beuro?|\bvt\s?\d{4})\s?$/i;
const BEDRAG_ERNA = /^\s?(?:,-|€|euro?\b)/i;
/** 20260303, 03032026, or the beginning of a reference by year: 2026-12-345. */
const GEEN_BSN =
  /^(?:(?:19|20)\d\d-.*|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)$/;

/** The check on nine digits; numbers under 10,000,000 are never given out as a BSN. */
function doorstaatElfproef(cijfers: string): boolean {
  if (cijfers.startsWith('00')) return false;
  const som = Array.from(cijfers, Number).reduce((tot, cijfer, plek) => tot + cijfer * (plek === 8 ? -1 : 9 - plek), 0);
  return som % 11 === 0;
}

function isBsn({ 0: nummer, index, input }: RegExpExecArray): boolean {
  const erna = index + nummer.length;
  if (ANDERS_ERVOOR.test(input.slice(Math.max(0, index - 9), index))) return false;
  if (BEDRAG_ERNA.test(input.slice(erna, erna + 6)) || GEEN_BSN.test(nummer)) return false;
  return doorstaatElfproef(nummer.replace(/\D/g, '').padStart(9, '0'));
}

/** As regex text; SA, SD and SS are never given out. */
const POSTCODE = String.raw`(?<![\p{L}\p{N}]|[\p{L}\p{N}][-._/])(?<cijfers>[1-9]\d{3})(?<spatie>\s?)(?!SA|SD|SS)(?<letters>[A-Z]{2})`;
const MAAND = '(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)';
const POSTCODES = [
  // 4814 AB 12, 4814AB-12a, 4814 AB, nr. 12; not 4814 AB 10:30, 3-3-2026, 3 maart or 10 uur.
  new RegExp(
    String.raw`${POSTCODE}(?!\p{L})[\s,-]{0,3}(?:(?:huisnummer|huisnr|nummer|nr)[\s.:]{0,2})?` +
      String.raw`\d{1,5}(?!\d|[:.]\d|[-/]\d{1,2}[-/]\d|\s?u(?:ur)?\b|\s?${MAAND})`,
    'giu',
  ),
  // Dorpsstraat 12a, 4814 AB
  new RegExp(
    String.raw`\p{L}\.?\s(?!(?:19|20)\d\d\b)\d{1,4}\s?-?\p{L}{0,2}[\s,]{1,3}${POSTCODE}(?![\p{L}\p{N}])`,
    'giu',
  ),
];
/** "in 2026 op 3 maart" and "1500 kg 2 keer" hold no postcode. */
const EENHEDEN = new Set('cm dl gb ha kb kg km kw mb mg ml mm mw wd'.split(' '));
const WOORDEN = new Set(
  'al as at be bv ca da de do el en er et eu ga ha he hi ho ie ik im in io is ja je jl jr la ma me mi na nl no nr nu of og om op ov pa pc pp re st te to tv uw va vs vt we wo ww za ze zo'.split(
    ' ',
  ),
);

/** The letters of a postcode can spell a word too: then the digits, capitals and the missing space decide. */
function isPostcode({ cijfers = '', spatie = '', letters = '' }: Record<string, string | undefined>): boolean {
  const klein = letters.toLowerCase();
  const eenheid = EENHEDEN.has(klein);
  if (!eenheid && !WOORDEN.has(klein)) return true;
  if (/^(?:19|20)/.test(cijfers)) return false;
  return letters === letters.toUpperCase() || (spatie === '' && !eenheid);
}

/**
 * The first kind of direct identifier in a text, or `undefined`. A BSN counts only when it passes the elfproef; a
 * postcode or street without house number, a service number (0800, 0900), a date and a name are no identifiers here.
 */
export function vindIdentificatie(tekst: string): Identificatie | undefined {
  const effen = tekst
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ');
  if (E_MAIL.test(effen) || E_MAIL_VOLUIT.test(effen)) return 'e-mail';
  if (bevatIban(effen)) return 'iban';
  if (TELEFOON.test(effen)) return 'telefoon';
  if (enige(vondsten(BSN, effen), isBsn)) return 'bsn';
  const postcode = POSTCODES.some((patroon) =>
    enige(vondsten(patroon, effen), ({ groups = {} }) => isPostcode(groups)),
  );
  if (postcode) return 'postcode-huisnummer';
  if (bevatGeboortedatum(effen)) return 'geboortedatum';
  return bevatStraatMetNummer(effen) ? 'straat-huisnummer' : undefined;
}
