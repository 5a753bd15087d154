/**
 * A conversation in which the bot cannot speak any more, by what Teams said of it, and its return. One break can be
 * reported several times (an installationUpdate and a conversationUpdate, or Teams delivers again): it is told once.
 */
import type { Verbindingsgegevens } from '../gebeurtenissen.ts';
import type { Pen } from '../pen.ts';
import type { Verbroken } from '../registratiestand.ts';
import { breukVan } from '../verbinding.ts';
import type { Instant } from '../werkdagen.ts';

const BRON = 'domein §1';

/** `sinds`: since when it is broken for this reason, as far as that is kept beside the journal. */
export type Verbindingsdaad = Verbindingsgegevens & { sinds?: Instant };

export function verbreek(pen: Pen, verbroken: Verbroken | undefined, { sinds, ...gegevens }: Verbindingsdaad): void {
  const bekend = breukVan(verbroken, gegevens);
  const isBekend = sinds !== undefined || (bekend !== undefined && !bekend.hersteld);
  if (!isBekend) pen.schrijf('gesprek-verbroken', BRON, gegevens);
}

export function herstel(pen: Pen, verbroken: Verbroken | undefined, { sinds, ...gegevens }: Verbindingsdaad): void {
  const bekend = breukVan(verbroken, gegevens);
  // Written down already by another event of the same return.
  if (bekend?.hersteld && (sinds === undefined || sinds <= bekend.sinds)) return;
  pen.schrijf('gesprek-hersteld', BRON, gegevens);
}
