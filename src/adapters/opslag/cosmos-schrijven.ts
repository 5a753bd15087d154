/** Conditional writes in Cosmos DB of which the outcome is known, also when their answer gets lost on the way. */
import { randomUUID } from 'node:crypto';
import type { Container, ItemDefinition } from '@azure/cosmos';
import type { Inrichting } from './cosmos-inrichting.ts';

/** Where items of one kind stand. */
export interface Itemplek {
  container: Container;
  metTijdslimiet: Inrichting['metTijdslimiet'];
}

/** Every write leaves its own mark on the item, so that it can be recognised when its answer got lost. */
export interface Gemerkt {
  schrijfmerk: string;
}

/** How the account or the wire called what went wrong: a status, an errno, a name; `undefined` for anything else. */
export function codeVan(fout: unknown): string | undefined {
  if (!(fout instanceof Error)) return undefined;
  if ('code' in fout && (typeof fout.code === 'number' || typeof fout.code === 'string')) return String(fout.code);
  return fout.name === 'AbortError' ? 'tijdslimiet' : undefined;
}

/** Someone else was first (409, 412, 404), or Cosmos DB asks for another try because two wrote at once (449). */
const VERLOREN = new Set(['404', '409', '412', '449']);
/** Refused before anything was done: a wrong request, no right, too large, too busy. */
const NIET_GEDAAN = new Set(['400', '401', '403', '413', '429']);

/**
 * Writes once. An answer that got lost or came too late, or a 5xx, does not say what became of the write, and a client
 * that tried twice is refused for its own first try: then the mark on the item tells whose write stands there.
 */
async function schrijf<T extends ItemDefinition & { id: string }>(
  { container, metTijdslimiet }: Itemplek,
  zonderMerk: T,
  doe: (item: T & Gemerkt) => Promise<{ etag: string }>,
): Promise<{ etag: string } | undefined> {
  const item = { ...zonderMerk, schrijfmerk: randomUUID() };
  try {
    const { etag } = await doe(item);
    return { etag };
  } catch (fout) {
    const code = codeVan(fout);
    if (code === undefined || NIET_GEDAAN.has(code)) throw fout;
    const staatEr = await container
      .item(item.id, item.id)
      .read<Gemerkt>(metTijdslimiet())
      // Not known whose write stands there: then it is not called lost either.
      .catch(() => {
        throw fout;
      });
    if (staatEr.resource?.schrijfmerk === item.schrijfmerk) return { etag: staatEr.resource._etag };
    if (VERLOREN.has(code)) return undefined;
    throw fout;
  }
}

export const maakItem = <T extends ItemDefinition & { id: string }>(plek: Itemplek, item: T) =>
  schrijf(plek, item, (gemerkt) => plek.container.items.create<T & Gemerkt>(gemerkt, plek.metTijdslimiet()));

/** Printable, without the blank, `*` and `,` that mean something else in If-Match: an empty one or `*` fits any item. */
const ETAG = /^[!-)+.-~-]+$/;

export async function vervangItem<T extends ItemDefinition & { id: string }>(plek: Itemplek, item: T, etag: string) {
  if (!ETAG.test(etag)) return undefined;
  const accessCondition = { type: 'IfMatch', condition: etag };
  return schrijf(plek, item, (gemerkt) =>
    plek.container.item(item.id, item.id).replace<T & Gemerkt>(gemerkt, { accessCondition, ...plek.metTijdslimiet() }),
  );
}
