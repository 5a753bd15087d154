/** The whole store, casus by casus: is every journal what was once written, and can every content still be read? */
import { isArchief, isEigen } from '../../kern/stuk.ts';
import { paginas } from '../elk.ts';
import {
  OpslagFout,
  type BewaardeInhoud,
  type CasusDocument,
  type Gelezen,
  type Opslag,
  type Vastgelegd,
} from '../poorten.ts';
import type { Anker } from './anker.ts';
import { maakInhoudkluis, openInhoud, type Inhoudkluis } from './inhoudkluis.ts';
import { eersteBreuk, type Ketenbreuk } from './ketencontrole.ts';

/** Read at once: a store at a distance answers each in some milliseconds. */
const TEGELIJK = 16;

export interface Controleuitslag {
  casussen: number;
  /** Of the bot itself: what changed in its adresboek, what its own rounds found. */
  registers: number;
  gebeurtenissen: number;
  /** Contents of overdrachten: how many there are, how many to encrypt anew, and how many under a key that is missing. */
  inhouden: number;
  verouderd: number;
  zonderSleutel: number;
  breuken: number;
}

export interface ControleDelen {
  opslag: Opslag;
  kluis: Inhoudkluis;
  anker?: Anker;
  /** Told at once: a store with many broken casussen takes no more memory than a whole one. */
  meld(casusnummer: string, breuk: Ketenbreuk): void;
}

/** `undefined` as document: it stands in the list and cannot be read. */
interface Gevonden {
  id: string;
  gelezen: Gelezen<CasusDocument> | undefined;
}

/** Every document in order of casusnummer, the bot's own records last. Memory does not grow with their number. */
async function* alleDocumenten(opslag: Opslag): AsyncGenerator<Gevonden> {
  for await (const pagina of paginas(opslag)) {
    for (let begin = 0; begin < pagina.length; begin += TEGELIJK) {
      yield* await Promise.all(
        pagina.slice(begin, begin + TEGELIJK).map(async ({ id }) => ({ id, gelezen: await leesbaar(opslag, id) })),
      );
    }
  }
}

async function leesbaar(opslag: Opslag, id: string): Promise<Gelezen<CasusDocument> | undefined> {
  try {
    return await opslag.lees(id);
  } catch (fout) {
    // Only a document that is no JSON: a store that cannot be reached is no finding about a casus.
    if (fout instanceof SyntaxError) return undefined;
    throw fout;
  }
}

function telInhoud(uitslag: Controleuitslag, { inhoud }: CasusDocument, kluis: Inhoudkluis): void {
  for (const bewaard of Object.values(inhoud ?? {})) {
    uitslag.inhouden += 1;
    if (!kluis.kent(bewaard)) uitslag.zonderSleutel += 1;
    else if (kluis.verouderd(bewaard)) uitslag.verouderd += 1;
  }
}

/** Whether it has the shape to be counted and compared, also past what is wrong first. */
const isHeel = ({ journaal, inhoud }: CasusDocument): boolean =>
  journaal.every((gebeurtenis: Partial<Vastgelegd> | null) => typeof gebeurtenis?.keten?.hash === 'string') &&
  Object.values(inhoud ?? {}).every((bewaard: unknown) => typeof bewaard === 'object' && bewaard !== null);

/** Whether every part that a record of the bot's own says it put away is there, and ends in what the next follows on. */
function maakDelencontrole() {
  const verwezen: { casusnummer: string; nr: number; kop: string }[] = [];
  const hashes = new Map<string, ReadonlyMap<number, string>>();
  return {
    zie(id: string, journaal: readonly Vastgelegd[]): void {
      const [eerste] = journaal;
      if (eerste?.soort === 'registratie-vervolgd') {
        const { van: casusnummer, totEnMet: nr, kop } = eerste.gegevens;
        verwezen.push({ casusnummer, nr, kop });
      }
      if (isArchief(id)) hashes.set(id, new Map(journaal.map(({ nr, keten }) => [nr, keten.hash])));
    },
    breuken(): { casusnummer: string; breuk: Ketenbreuk }[] {
      return verwezen.flatMap(({ casusnummer, nr, kop }) => {
        const deel = hashes.get(casusnummer);
        if (deel?.get(nr) === kop) return [];
        const soort = !deel ? 'casus-weg' : deel.has(nr) ? 'herschreven' : 'afgekapt';
        return [{ casusnummer, breuk: { soort, nr } }];
      });
    },
  };
}

/** Goes through the whole store and tells the first thing that is wrong per casus. Rejects when the store fails. */
export async function controleer({ opslag, kluis, anker, meld }: ControleDelen): Promise<Controleuitslag> {
  const uitslag: Controleuitslag = {
    casussen: 0,
    registers: 0,
    gebeurtenissen: 0,
    inhouden: 0,
    verouderd: 0,
    zonderSleutel: 0,
    breuken: 0,
  };
  const meldBreuk = (casusnummer: string, breuk: Ketenbreuk): void => {
    uitslag.breuken += 1;
    meld(casusnummer, breuk);
  };
  const delen = maakDelencontrole();
  for await (const { id, gelezen } of alleDocumenten(opslag)) {
    if (isEigen(id)) uitslag.registers += 1;
    else uitslag.casussen += 1;
    // Under the number by which it is found: a document that was put in another's place does not hold there.
    const document = gelezen && { ...gelezen.waarde, id };
    const breuk = document ? eersteBreuk(document, kluis) : { soort: 'onleesbaar' as const, nr: 0 };
    const heel = document && breuk?.soort !== 'onleesbaar' && isHeel(document) ? document : undefined;
    const leesbaarJournaal = heel?.journaal ?? [];
    if (heel) telInhoud(uitslag, heel, kluis);
    uitslag.gebeurtenissen += leesbaarJournaal.length;
    if (isEigen(id)) delen.zie(id, leesbaarJournaal);
    if (breuk) meldBreuk(id, breuk);
    for (const gevonden of (await anker?.vergelijk(id, leesbaarJournaal)) ?? []) {
      if (gevonden.casusnummer !== id || !breuk) meldBreuk(gevonden.casusnummer, gevonden.breuk);
    }
  }
  for (const { casusnummer, breuk } of delen.breuken()) meldBreuk(casusnummer, breuk);
  for (const { casusnummer, breuk } of (await anker?.rest()) ?? []) meldBreuk(casusnummer, breuk);
  return uitslag;
}

const POGINGEN = 25;

type Kast = Pick<ControleDelen, 'opslag' | 'kluis' | 'meld'>;
/** How one content is stored from now on; `undefined` when it stays as it is. */
type Hoe = (document: CasusDocument, nr: number, bewaard: BewaardeInhoud) => BewaardeInhoud | undefined;

/**
 * Puts every encrypted content that can be read under the first key; a casus of which that cannot be told is named, and
 * the others go on. Gives how many; harmless to repeat, also while the bot runs. Readable content is left alone: else
 * whoever can write to the store need only wait for the next time. Rejects when the store fails.
 */
export async function hersleutel({ opslag, kluis, meld }: Kast): Promise<number> {
  return herschrijfAlle({ opslag, meld }, (document, nr, bewaard) => {
    const geopend = kluis.verouderd(bewaard) ? openInhoud(kluis, document, nr) : undefined;
    const plaats = { casusnummer: document.id, overdracht: nr };
    return geopend && 'inhoud' in geopend ? kluis.berg(geopend.inhoud, geopend.zout, plaats) : undefined;
  });
}

/** Reads what is readable, and passes over the rest. */
const ZONDER_SLEUTEL = maakInhoudkluis([]);

/**
 * Encrypts content that was stored before there was a key: only in a journal that holds, and only what that has the
 * digest of. Gives how many; the rest is found by {@link controleer}.
 */
export async function versleutelOud({ opslag, kluis, meld }: Kast): Promise<number> {
  return herschrijfAlle({ opslag, meld }, (document, nr, bewaard) =>
    'leesbaar' in bewaard && !eersteBreuk(document, ZONDER_SLEUTEL)
      ? kluis.berg(bewaard.leesbaar, bewaard.zout, { casusnummer: document.id, overdracht: nr })
      : undefined,
  );
}

async function herschrijfAlle({ opslag, meld }: Omit<Kast, 'kluis'>, hoe: Hoe): Promise<number> {
  let aantal = 0;
  for await (const { id, gelezen } of alleDocumenten(opslag)) {
    try {
      if (!gelezen) throw new SyntaxError('geen JSON');
      aantal += await herschrijf(opslag, hoe, id, gelezen);
    } catch (fout) {
      if (fout instanceof OpslagFout) throw fout;
      meld(id, { soort: 'onleesbaar', nr: 0 });
    }
  }
  return aantal;
}

async function herschrijf(
  opslag: Opslag,
  hoe: Hoe,
  casusnummer: string,
  begin: Gelezen<CasusDocument>,
): Promise<number> {
  let gelezen: Gelezen<CasusDocument> | undefined = begin;
  for (let poging = 1; gelezen && poging <= POGINGEN; poging++) {
    const { waarde, etag } = gelezen;
    const nieuw = Object.entries(waarde.inhoud).flatMap(([nr, bewaard]) => {
      const anders = hoe({ ...waarde, id: casusnummer }, Number(nr), bewaard);
      return anders ? [[nr, anders] as const] : [];
    });
    if (nieuw.length === 0) return 0;
    const document = { ...waarde, inhoud: { ...waarde.inhoud, ...Object.fromEntries(nieuw) } };
    if (await opslag.vervang(document, etag)) return nieuw.length;
    gelezen = await opslag.lees(casusnummer);
  }
  throw new Error(`casus ${casusnummer}: ${POGINGEN} keer gelijktijdig gewijzigd, niet opnieuw versleuteld`);
}
