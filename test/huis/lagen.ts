/** What the house must keep to (bouw.md §1 and §2, rule 11), read from the text of its files. */
import { posix } from 'node:path';

/** Path under `src`, with the text of the file. */
export type Boom = ReadonlyMap<string, string>;

/** From the ground up; a part is a folder or a file under `src`, and the longest that fits a file is its floor. */
const LAGEN: readonly (readonly string[])[] = [
  ['kern'],
  ['teksten'],
  ['toepassing/poorten.ts'],
  ['toepassing/postvak'],
  [
    'toepassing/casus',
    'toepassing/bewijs',
    'toepassing/streek',
    'toepassing/omgeving.ts',
    'toepassing/elk.ts',
    'toepassing/correlatie.ts',
  ],
  ['toepassing/kaarten'],
  ['toepassing/bezorging'],
  ['toepassing/gesprek', 'toepassing/toezicht', 'toepassing/klok', 'toepassing/beheer', 'toepassing/dossier'],
  ['adapters', 'klok.ts'],
  ['samenstelling', 'samenstelling.ts', 'config.ts', 'opening.ts'],
  ['main.ts', 'toon-beleid.ts', 'controleer.ts', 'demo'],
];
const MEESTE_BESTANDEN = 14;
const MEESTE_REGELS = 300;

/** `undefined` for a file that has no place in the house. */
function laagVan(pad: string): number | undefined {
  const laag = LAGEN.findIndex((delen) => delen.some((deel) => pad === deel || pad.startsWith(`${deel}/`)));
  return laag < 0 ? undefined : laag;
}

const IMPORT = /\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g;
const TYPE = /^export (?:declare )?(?:interface|type|class|enum) (\w+)/gm;

const vondsten = (tekst: string, vorm: RegExp): string[] => [...tekst.matchAll(vorm)].flatMap(([, deel]) => deel ?? []);

/** The files of the tree that each file imports, types and `import()` too. */
function importen(boom: Boom): Map<string, string[]> {
  return new Map(
    Array.from(boom, ([pad, tekst]) => [
      pad,
      vondsten(tekst, IMPORT).map((waar) => posix.join(posix.dirname(pad), waar)),
    ]),
  );
}

/** Groups of files that can be reached from each other: Tarjan's strongly connected components of more than one. */
function kringen(pijlen: ReadonlyMap<string, readonly string[]>): string[][] {
  const nummer = new Map<string, number>();
  const laagst = new Map<string, number>();
  const stapel: string[] = [];
  const gevonden: string[][] = [];
  const bezoek = (pad: string): number => {
    const eigen = nummer.size;
    let laag = eigen;
    nummer.set(pad, eigen);
    stapel.push(pad);
    for (const naar of pijlen.get(pad) ?? []) {
      if (!nummer.has(naar)) laag = Math.min(laag, bezoek(naar));
      else if (stapel.includes(naar)) laag = Math.min(laag, nummer.get(naar) ?? laag);
    }
    laagst.set(pad, laag);
    if (laag === eigen) {
      const groep = stapel.splice(stapel.indexOf(pad));
      if (groep.length > 1) gevonden.push(groep.toSorted());
    }
    return laag;
  };
  for (const pad of pijlen.keys()) if (!nummer.has(pad)) bezoek(pad);
  return gevonden;
}

/** Names that stand in more than one place, with those places. */
function dubbel(plekken: readonly (readonly [naam: string, pad: string])[]): [string, string[]][] {
  const perNaam = new Map<string, string[]>();
  for (const [naam, pad] of plekken) perNaam.set(naam, [...(perNaam.get(naam) ?? []), pad]);
  return [...perNaam].filter(([, paden]) => paden.length > 1);
}

/** Everything that is wrong, one readable line each; a line says the same as long as the fault is the same. */
export function gebreken(boom: Boom): string[] {
  const paden = [...boom.keys()];
  const pijlen = importen(boom);
  const omhoog = Array.from(pijlen, ([pad, naar]) => {
    const eigen = laagVan(pad);
    if (eigen === undefined) return [`geen verdieping: ${pad}`];
    return naar.filter((ander) => (laagVan(ander) ?? eigen) > eigen).map((ander) => `omhoog: ${pad} -> ${ander}`);
  }).flat();
  const perMap = dubbel(paden.map((pad) => [posix.dirname(pad), pad]));
  const typen = Array.from(boom, ([pad, tekst]) => vondsten(tekst, TYPE).map((naam) => [naam, pad] as const)).flat();
  return [
    ...omhoog,
    ...kringen(pijlen).map((kring) => `kring: ${kring.join(', ')}`),
    ...dubbel(paden.map((pad) => [posix.basename(pad), pad])).map(
      ([naam, waar]) => `bestandsnaam: ${naam} in ${waar.join(', ')}`,
    ),
    ...dubbel(typen).map(([naam, waar]) => `typenaam: ${naam} in ${waar.join(', ')}`),
    ...perMap.flatMap(([map, { length }]) => (length > MEESTE_BESTANDEN ? [`volle map: ${map}`] : [])),
    ...Array.from(boom, ([pad, tekst]) =>
      tekst.split('\n').length - 1 > MEESTE_REGELS ? [`lang: ${pad}`] : [],
    ).flat(),
  ].toSorted();
}
