/**
 * How a casus with a long journal is stored. What a person looks at, or is told, every day for years says almost the same
 * each time, but each is an event that proves something and none may go. So a large journal is stored compressed: the
 * same events with the same hashes, in a sixth of the room. A small one stays readable in the store.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CasusDocument } from '../poorten.ts';

/** From so many bytes of JSON on; a casus that goes as it should has 20 to 50 KB. */
export const INPAKKEN_VANAF_BYTES = 256 * 1024;
/** A hundred times what goes into a document: more is no journal of ours. */
const MEESTE_BYTES = 200 * 1024 * 1024;

/** A server of before this was there finds no list of events in it, and leaves the casus alone as unreadable. */
export type Ingepakt = Omit<CasusDocument, 'journaal'> & { journaal: { ingepakt: string } };
export type Opgeslagen = CasusDocument | Ingepakt;

/** As it is stored. `json`: the text of the document, where that is known already. */
export function pakIn(document: CasusDocument, json = JSON.stringify(document)): Opgeslagen {
  if (Buffer.byteLength(json) <= INPAKKEN_VANAF_BYTES) return document;
  const ingepakt = deflateRawSync(JSON.stringify(document.journaal)).toString('base64');
  return { ...document, journaal: { ingepakt } };
}

const uitgepakt = (tekst: string): CasusDocument['journaal'] => {
  const bytes = inflateRawSync(Buffer.from(tekst, 'base64'), { maxOutputLength: MEESTE_BYTES });
  return JSON.parse(bytes.toString()) as CasusDocument['journaal'];
};

const isIngepakt = (opgeslagen: Opgeslagen): opgeslagen is Ingepakt => {
  // Whatever somebody put in its place stays what it is, to be told of as a casus that cannot be read.
  const journaal: unknown = opgeslagen.journaal;
  return typeof journaal === 'object' && journaal !== null && 'ingepakt' in journaal;
};

/** As it was written. What cannot be unpacked stays as it is: one casus that nobody can read, like any other damage. */
export function pakUit(opgeslagen: Opgeslagen): CasusDocument {
  if (!isIngepakt(opgeslagen)) return opgeslagen;
  try {
    return { ...opgeslagen, journaal: uitgepakt(opgeslagen.journaal.ingepakt) };
  } catch {
    return { ...opgeslagen, journaal: opgeslagen.journaal as never };
  }
}

/** As many bytes as the store holds of it: the order of the fields makes no difference to that. */
export const omvang = (document: CasusDocument): number => Buffer.byteLength(JSON.stringify(pakIn(document)));
