/** What was asked stands already: the same words are a repeat, other words are written down beside the first. */
import type { Zaak } from '../beslis.ts';
import type { Aanvulbaar } from '../gebeurtenissen.ts';
import type { Uitkomst } from '../weigeringen.ts';
import { zijdeVan } from './verantwoording.ts';

interface Woorden {
  bij: Aanvulbaar;
  bron: string;
  /** Absent where nothing was said. */
  tekst: string | undefined;
  overdracht?: number;
}

/** Two people can say the same thing for different reasons: of the second nothing but the words is new (§4.3, §5). */
export function alGedaan({ casus, context, pen }: Zaak, { bij, bron, tekst, overdracht }: Woorden): Uitkomst {
  const bekend = casus.gezegd.some(
    (eerder) =>
      eerder.bij === bij && eerder.tekst === tekst && (overdracht === undefined || eerder.overdracht === overdracht),
  );
  if (tekst === undefined || bekend) return { gebeurtenissen: [] };
  pen.schrijf('aangevuld', bron, {
    bij,
    ...(overdracht !== undefined && { overdracht }),
    tekst,
    doorPartij: zijdeVan(context.door),
  });
  return { gebeurtenissen: pen.gebeurtenissen };
}
