/**
 * Understands what someone types to the bot (contract.md §4). Pure and bounded: a text over 500 characters is not read
 * at all, and the caller decides what to answer.
 */
import type { Instant } from '../../kern/tijd/werkdagen.ts';
import { lijktOp } from '../../teksten/taal/gelijkenis.ts';
import { leesMoment } from './vraag-datum.ts';
import { herken, OVER_EEN_CASUS, ZONDER_CASUS } from './vraag-woorden.ts';

/** What is asked about one casus. */
type CasusVraag = 'verantwoordelijk' | 'status' | 'tijdlijn' | 'overdragen' | 'dossier';

export type Vraag =
  /** `op` is absent for now; it may lie in the future. A day without a time asks for the end of that day. */
  | { soort: 'verantwoordelijk'; casusnummer: string; op?: Instant }
  | { soort: Exclude<CasusVraag, 'verantwoordelijk'>; casusnummer: string }
  | { soort: 'nieuwe-casus'; casusnummer?: string }
  | {
      soort:
        'openstaand' | 'te-laat' | 'help' | 'ontkoppel' | 'koppelingen' | 'adresboek' | 'bezorging' | 'mijn-gegevens';
    }
  /** `sleutel` as in the adresboek: lower case, kebab case. */
  | { soort: 'koppel'; sleutel: string }
  | { soort: 'sleutel-ontbreekt' }
  /** The subject in the user's words, lower case; empty when only "uitleg" was typed. */
  | { soort: 'uitleg'; onderwerp: string }
  | { soort: 'casusnummer-ontbreekt'; bij: CasusVraag }
  | { soort: 'meer-casusnummers'; casusnummers: string[] }
  /** `tekst`: what was read as a date but not understood, lower case and at most 60 characters; not escaped. */
  | { soort: 'datum-onduidelijk'; casusnummer: string; tekst: string }
  | { soort: 'leeg' | 'te-lang' | 'onbekend' };

/** In UTF-16 units, after trimming: a question is one or two sentences. */
const MAXIMUM = 500;
const MAXIMUM_CASUSNUMMER = 40;
const MAXIMUM_VRIJ = 60;

/** VT-JJJJ-NNNN…, with spaces, other separators or none at all. */
const CASUSNUMMER =
  /(?<![a-z\d])vt[\s\-_/.]{0,3}(?<jaar>\d{4})(?:[\s\-_/.]{1,3}(?<los>\d{1,8})|(?<vast>\d{4,8}))(?![a-z\d]|[-_/][a-z\d]|[.:]\d)/gi;
/** Starts as one but is none: given as typed, so that it is answered with "niet gevonden". */
const BIJNA_CASUSNUMMER = /(?<![a-z\d])vt[-_/.]?\d[\w\-/.]*/gi;
const NA_CASUS =
  /(?<![a-z\d])(?:[ck]as{1,2}us(?:nummer|nr)?|zaak(?:nummer)?|dossier(?:nummer)?|nummer|nr)[\s:#.'"(<]{1,3}(?<token>[\w\-/.:]*\d[\w\-/.:]*)/gi;
const NA_OPDRACHT =
  /(?<![a-z\d])(?:status|tijdlijn|overdragen|exporteer|voor|van|bij)[\s:#.'"(<]{1,3}(?<token>[\w\-/.:]*\d[\w\-/.:]*)/gi;
/** A day, date, year or clock time: no casusnummer, whatever stands before it. */
const DATUM_OF_TIJD =
  /^(?:\d{1,2}(?:e|de|ste)?$|\d{1,2}-?(?:jan|feb|mrt|maa|apr|mei|ju[nl]|aug|sep|okt|nov|dec)|\d{1,2}[-/.:]\d{1,2}(?:[-/.]\d{2,4})?$|\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{1,2}u\d*$|20\d\d$)/i;

/** What follows a number that is the day of a date or an hour. */
const VERVOLG_VAN_DATUM = /^\s?(?:jan|feb|mrt|maart|apr|mei|ju[nl]|aug|sep|okt|nov|dec|uur|u\b)/i;

const VULWOORDEN = new Set(
  'de het een dit deze die dat is zijn er over van voor aan met mij me we wij eens graag aub alsjeblieft even s in uit bot jij je jou u wat hoe betekent houdt werkt werken leg uitleg uitleggen kun kan wil ik'.split(
    ' ',
  ),
);
const VOOR_SLEUTEL = new Set('dit deze de het kanaal gesprek chat conversatie aan met voor'.split(' '));

/** One line of plain text: no markup, control characters or diacritics, one kind of dash, quote and space. */
function schoon(tekst: string): string {
  return tekst
    .replace(/[‘’ʼ`´′]/g, "'")
    .normalize('NFKC')
    .replace(/<at\b[^<>]*>[^<>]*<\/at>/gi, ' ')
    .replace(/<\/?(?!vt)[a-z][^<>]*>/gi, ' ')
    .replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi, ' ')
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
}

interface Gevonden {
  nummers: string[];
  /** The text without them. */
  rest: string;
}

/** Cuts out what `lees` accepts; a bar keeps the words and numbers on both sides apart. */
function knipUit(
  tekst: string,
  patroon: RegExp,
  lees: (delen: Record<string, string | undefined>, heel: string, erna: string) => string | undefined,
): Gevonden {
  const nummers = new Set<string>();
  let rest = '';
  let tot = 0;
  for (const gevonden of tekst.matchAll(patroon)) {
    const eind = gevonden.index + gevonden[0].length;
    const nummer = lees(gevonden.groups ?? {}, gevonden[0], tekst.slice(eind));
    if (nummer === undefined) continue;
    nummers.add(nummer);
    rest += `${tekst.slice(tot, gevonden.index)} | `;
    tot = eind;
  }
  return { nummers: [...nummers], rest: rest + tekst.slice(tot) };
}

const alsGetypt = (token: string): string => token.replace(/^[\W_]+|[\W_]+$/g, '').slice(0, MAXIMUM_CASUSNUMMER);

function vindCasusnummers(tekst: string): Gevonden {
  const vt = knipUit(tekst, CASUSNUMMER, ({ jaar, los, vast }) => `VT-${jaar}-${(los ?? vast ?? '').padStart(4, '0')}`);
  if (vt.nummers.length > 0) return vt;
  const bijna = knipUit(tekst, BIJNA_CASUSNUMMER, (_, heel) => alsGetypt(heel));
  if (bijna.nummers.length > 0) return bijna;
  const naCasus = knipUit(tekst, NA_CASUS, ({ token = '' }, _, erna) => {
    const nummer = alsGetypt(token);
    const kortGetal = /^\d{1,4}$/.test(nummer) && !VERVOLG_VAN_DATUM.test(erna);
    return kortGetal || !DATUM_OF_TIJD.test(nummer) ? nummer : undefined;
  });
  if (naCasus.nummers.length > 0) return naCasus;
  return knipUit(tekst, NA_OPDRACHT, ({ token = '' }) => {
    const nummer = alsGetypt(token);
    return nummer.length >= 4 && !DATUM_OF_TIJD.test(nummer) ? nummer : undefined;
  });
}

function overCasus(casusnummer: string, rest: string, woorden: readonly string[], nu: Instant): Vraag {
  const doel = herken(woorden, OVER_EEN_CASUS);
  if (doel === 'tijdlijn' || doel === 'overdragen' || doel === 'dossier' || doel === 'nieuwe-casus')
    return { soort: doel, casusnummer };
  const moment = leesMoment(rest, nu);
  if (moment && 'onduidelijk' in moment) return { soort: 'datum-onduidelijk', casusnummer, tekst: moment.onduidelijk };
  // A status shows the present only, so with another moment the question is who was responsible then.
  if (doel === 'verantwoordelijk' || (moment && moment.op !== nu)) {
    return { soort: 'verantwoordelijk', casusnummer, ...moment };
  }
  return { soort: 'status', casusnummer };
}

/** The words after `koppel`, as a key of the adresboek. */
function koppel(tekst: string): Vraag {
  const tokens = tekst.toLowerCase().match(/[\w.-]+/g) ?? [];
  const na = tokens.slice(tokens.findIndex((token) => lijktOp(token, 'koppel') || lijktOp(token, 'koppelen')) + 1);
  while (VOOR_SLEUTEL.has(na[0] ?? '')) na.shift();
  const sleutel = na
    .join('-')
    .replace(/^[\W_]+|[\W_]+$/g, '')
    .slice(0, MAXIMUM_VRIJ);
  return sleutel === '' ? { soort: 'sleutel-ontbreekt' } : { soort: 'koppel', sleutel };
}

function zonderCasus(tekst: string, woorden: readonly string[]): Vraag {
  const doel = herken(woorden, ZONDER_CASUS);
  switch (doel) {
    case undefined:
      return { soort: 'onbekend' };
    case 'verantwoordelijk':
    case 'status':
    case 'tijdlijn':
    case 'overdragen':
    case 'dossier':
      return { soort: 'casusnummer-ontbreekt', bij: doel };
    case 'koppel':
      return koppel(tekst);
    case 'uitleg':
    case 'wat-is': {
      const onderwerp = woorden
        .filter((woord) => !VULWOORDEN.has(woord))
        .join(' ')
        .slice(0, MAXIMUM_VRIJ);
      return doel === 'wat-is' && onderwerp === '' ? { soort: 'help' } : { soort: 'uitleg', onderwerp };
    }
    case 'openstaand':
    case 'te-laat':
    case 'nieuwe-casus':
    case 'adresboek':
    case 'bezorging':
    case 'ontkoppel':
    case 'koppelingen':
    case 'mijn-gegevens':
    case 'help':
      return { soort: doel };
  }
}

/** Reads one message; `nu` fills in what a date leaves out ("gisteren", a date without a year). Never throws. */
export function begrijp(tekst: string, nu: Instant): Vraag {
  const ingekort = tekst.trim();
  if (ingekort.length > MAXIMUM) return { soort: 'te-lang' };
  const zin = schoon(ingekort);
  if (!/[\p{L}\p{N}]/u.test(zin)) return { soort: zin.includes('?') ? 'help' : 'leeg' };

  const { nummers, rest } = vindCasusnummers(zin);
  const klein = rest.toLowerCase().replace(/\b[ck]as{1,2}us\b/g, 'casus');
  // Taken out with the number behind it, the first word is still what was asked for.
  const vooraan = /^(?:dossier|exporteer)\b/i.exec(zin) ?? [];
  const woorden = [...Array.from(vooraan, (woord) => woord.toLowerCase()), ...(klein.match(/[a-z]+/g) ?? [])];
  const [casusnummer, ...meer] = nummers;
  if (casusnummer === undefined) return zonderCasus(zin, woorden);
  return meer.length > 0
    ? { soort: 'meer-casusnummers', casusnummers: nummers }
    : overCasus(casusnummer, klein, woorden, nu);
}
