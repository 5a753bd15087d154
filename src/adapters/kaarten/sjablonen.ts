/**
 * Reads the templates of `cards/` and puts the parts of `cards/delen/` in them, once, before any model is seen.
 *
 * A part is named, not programmed. `{ "$deel": "stand", "tekst": "✔ Ontvangen" }` becomes the JSON of
 * `delen/stand.json`, in which `@{tekst}` became what the call says there: within a text a text, and as the whole of a
 * text anything (a list of fields, a button). Other keys of the call, such as `$when` or `spacing`, are set on the part.
 * A part that is a list takes its place in the list around it. Parts may name parts, and `@{kaart}` is the name of the
 * card. There is nothing else: no conditions, no loops. A part that does not exist, calls itself or lacks a text is an
 * error, so that the program does not start.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Waarden = Readonly<Record<string, unknown>>;

const PLAATS = /@\{(\w+)\}/g;

/** The template of one card, complete; throws an `Error` that names the card and the part when it cannot be made. */
export function leesSjabloon(map: string, kaart: string): unknown {
  const lees = (bestand: string): string => readFileSync(join(map, bestand), 'utf8');
  return vulIn(JSON.parse(lees(`${kaart}.json`)), { kaart }, { kaart, lees, pad: [] });
}

interface Plek {
  kaart: string;
  lees: (bestand: string) => string;
  /** The parts around this one, outermost first. */
  pad: readonly string[];
}

function vulIn(json: unknown, waarden: Waarden, plek: Plek): unknown {
  if (typeof json === 'string') return vulTekst(json, waarden, plek);
  if (Array.isArray(json)) return json.flatMap((onderdeel: unknown) => vulIn(onderdeel, waarden, plek));
  if (!isObject(json)) return json;
  const { $deel, ...rest } = json;
  const ingevuld = Object.fromEntries(Object.entries(rest).map(([naam, deel]) => [naam, vulIn(deel, waarden, plek)]));
  if ($deel === undefined) return ingevuld;
  if (typeof $deel !== 'string') throw fout(plek, '$deel is geen naam');
  return vulDeel($deel, ingevuld, plek);
}

function vulDeel(naam: string, gegeven: Waarden, plek: Plek): unknown {
  const pad = [...plek.pad, naam];
  if (plek.pad.includes(naam)) throw fout(plek, `deel ${pad.join(' > ')} bevat zichzelf`);
  const tekst = leesDeel(naam, plek);
  const genoemd = new Set([...tekst.matchAll(PLAATS)].map(([, plaats]) => plaats));
  const deel = vulIn(JSON.parse(tekst), { ...gegeven, kaart: plek.kaart }, { ...plek, pad });
  const over = Object.entries(gegeven).filter(([sleutel]) => !genoemd.has(sleutel));
  if (over.length === 0) return deel;
  if (!isObject(deel))
    throw fout(plek, `deel ${naam} is een lijst en kan ${over.map(([s]) => s).join(', ')} niet dragen`);
  return { ...deel, ...Object.fromEntries(over) };
}

function leesDeel(naam: string, plek: Plek): string {
  try {
    return plek.lees(join('delen', `${naam}.json`));
  } catch (oorzaak) {
    throw fout(plek, `deel ${naam} bestaat niet`, oorzaak);
  }
}

function vulTekst(tekst: string, waarden: Waarden, plek: Plek): unknown {
  const waarde = (naam: string): unknown => {
    if (naam in waarden) return waarden[naam];
    throw fout(plek, `deel ${plek.pad.at(-1) ?? '(geen)'} mist ${naam}`);
  };
  const [heel] = tekst.matchAll(PLAATS);
  if (heel?.[1] !== undefined && heel[0] === tekst) return waarde(heel[1]);
  return tekst.replace(PLAATS, (_alles, naam: string) => String(waarde(naam)));
}

const fout = ({ kaart }: Plek, wat: string, cause?: unknown): Error => new Error(`kaart ${kaart}: ${wat}`, { cause });

export const isObject = (waarde: unknown): waarde is Record<string, unknown> =>
  typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
