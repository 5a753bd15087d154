/**
 * A file with the last hash of every casus as it was at the previous check. Kept where whoever writes to the store
 * cannot write, it shows what the chain alone cannot: an end that was cut off with its count put right, a journal that
 * was rewritten with new hashes, a whole casus that is gone.
 * One line of JSON per casus, in order of casusnummer, so that a million of them are compared line by line.
 */
import { eersteNr, gebeurtenisMet } from '../../kern/gebeurtenissen.ts';
import { isArchief, stamVan } from '../../kern/stuk.ts';
import type { Vastgelegd } from '../poorten.ts';
import { BestandFout } from '../streek/instellingen.ts';
import type { Ketenbreuk } from './ketencontrole.ts';

interface Regel {
  casusnummer: string;
  nr: number;
  hash: string;
}

export interface Anker {
  /** False when this is the first check. */
  wasEr: boolean;
  /** What the anchor says of the casussen up to this one, in order of casusnummer; keeps its newest hash. */
  vergelijk(
    casusnummer: string,
    journaal: readonly Vastgelegd[],
  ): Promise<{ casusnummer: string; breuk: Ketenbreuk }[]>;
  /** The casussen that should have come after the last one. */
  rest(): Promise<{ casusnummer: string; breuk: Ketenbreuk }[]>;
  /** Puts the new anchor in the place of the old one, or leaves the old one as it is. */
  sluit(bewaar: boolean): Promise<void>;
}

/** Where the anchor is kept: a file for each check, of which the newest takes the place of the one before. */
export interface Ankerbestand {
  pad: string;
  /** The lines of the previous check; `undefined` when this is the first. */
  vorige: AsyncIterable<string> | undefined;
  /** Begins the new one beside it. */
  begin(): Promise<NieuwAnker>;
}

export interface NieuwAnker {
  schrijf(regel: string): Promise<void>;
  /** Puts it in the place of the old one, or takes it away again. */
  sluit(bewaar: boolean): Promise<void>;
}

async function* leesRegels(pad: string, regels: AsyncIterable<string>): AsyncGenerator<Regel> {
  let nummer = 0;
  for await (const tekst of regels) {
    nummer += 1;
    yield leesRegel(tekst, `${pad}, regel ${nummer}`);
  }
}

function leesRegel(tekst: string, waar: string): Regel {
  try {
    const [casusnummer, nr, hash]: unknown[] = JSON.parse(tekst) as unknown[];
    if (typeof casusnummer === 'string' && typeof nr === 'number' && typeof hash === 'string') {
      return { casusnummer, nr, hash };
    }
  } catch {
    // Told below, like a line of another form.
  }
  throw new BestandFout(
    `${waar}: dit is geen anker. Geef met --anker een bestand van een eerdere controle, of een nieuw pad.`,
  );
}

const weg = ({ casusnummer, nr }: Regel) => ({ casusnummer, breuk: { soort: 'casus-weg' as const, nr } });

/** What the anchor knows of this casus, against what stands there now. */
function breukMet({ nr, hash }: Regel, journaal: readonly Vastgelegd[]): Ketenbreuk | undefined {
  const toen = gebeurtenisMet(journaal, nr);
  if (!toen) return { soort: 'afgekapt', nr: journaal.length + eersteNr(journaal) };
  return toen.keten.hash === hash ? undefined : { soort: 'herschreven', nr };
}

/** Rejects with BestandFout when the file is no anchor or cannot be written beside. */
export async function openAnker({ pad, vorige, begin }: Ankerbestand): Promise<Anker> {
  const oud = vorige && leesRegels(pad, vorige);
  const volgende = async (): Promise<Regel | undefined> => (await oud?.next())?.value ?? undefined;
  // The first line tells whether it is an anchor at all, before anything is written beside it.
  let regel = await volgende();
  const nieuw = await begin();
  /** What was anchored of a record of the bot's own that has gone on since: it stands in a part that was put away. */
  const opgeborgen = new Map<string, Regel>();
  return {
    wasEr: oud !== undefined,
    async vergelijk(casusnummer, journaal) {
      const gevonden = [];
      for (; regel && regel.casusnummer < casusnummer; regel = await volgende()) gevonden.push(weg(regel));
      if (regel?.casusnummer === casusnummer) {
        const breuk = regel.nr < eersteNr(journaal) ? undefined : breukMet(regel, journaal);
        if (regel.nr < eersteNr(journaal)) opgeborgen.set(casusnummer, regel);
        if (breuk) gevonden.push({ casusnummer, breuk });
        regel = await volgende();
      }
      const eerder = isArchief(casusnummer) ? opgeborgen.get(stamVan(casusnummer)) : undefined;
      if (eerder && gebeurtenisMet(journaal, eerder.nr)) {
        opgeborgen.delete(eerder.casusnummer);
        const breuk = breukMet(eerder, journaal);
        if (breuk) gevonden.push({ casusnummer, breuk });
      }
      const laatste = journaal.length + eersteNr(journaal) - 1;
      await nieuw.schrijf(JSON.stringify([casusnummer, laatste, journaal.at(-1)?.keten.hash ?? '']));
      return gevonden;
    },
    async rest() {
      const gevonden = [];
      for (; regel; regel = await volgende()) gevonden.push(weg(regel));
      gevonden.push(...Array.from(opgeborgen.values(), weg));
      return gevonden;
    },
    async sluit(bewaar) {
      await nieuw.sluit(bewaar);
      await oud?.return(undefined);
    },
  };
}
