/**
 * Who looked at content, how often (domein.md §9). The first look of a person on a day is an event; later ones of that day
 * at the same content are counted beside the journal, which is only appended to: else each look would make a casus grow.
 */
import type { Gebeurtenis, GegevensPerSoort } from '../../kern/gebeurtenissen.ts';
import { lokaleKlok, verschuif, type Instant } from '../../kern/tijd/werkdagen.ts';
import type { Dader } from '../../kern/woorden.ts';
import { teksten } from '../../teksten/nl.ts';
import type { CasusDocument } from '../poorten.ts';

interface Inkijk {
  door: Dader;
  nu: Instant;
  wat: GegevensPerSoort['inhoud-bekeken'];
}

/** No day is longer, also not the one on which the clocks go back. */
const DAG_MS = 25 * 60 * 60_000;

/** The number of the event with which this person looked at the same earlier that day; nobody is taken for another. */
export function eerdereInzage({ journaal }: CasusDocument, { door, nu, wat }: Inkijk): number | undefined {
  if (door.id === undefined) return undefined;
  const vandaag = lokaleKlok(nu).datum;
  const sinds = verschuif(nu, -DAG_MS);
  // Of years of looks only those of the last day are read.
  const eerste = journaal.findLastIndex(({ vastgelegdOp }) => vastgelegdOp < sinds) + 1;
  return journaal
    .slice(eerste)
    .findLast(
      ({ soort, op, door: wie, gegevens }) =>
        soort === 'inhoud-bekeken' &&
        wie.id === door.id &&
        wie.kanaal === door.kanaal &&
        gegevens.overdracht === wat.overdracht &&
        gegevens.gebeurtenis === wat.gebeurtenis &&
        lokaleKlok(op).datum === vandaag,
    )?.nr;
}

/** Counts one more look after the event with this number; `undefined` where the look is an event by itself. */
export function metInzage(document: CasusDocument, nr: number | undefined): CasusDocument {
  if (nr === undefined) return document;
  const { inzagen = {} } = document;
  return { ...document, inzagen: { ...inzagen, [nr]: (inzagen[nr] ?? 1) + 1 } };
}

/** How often, in words behind the event; empty for once. */
export const hoeVaak = ({ inzagen }: CasusDocument, { nr }: Gebeurtenis): string => teksten.hoeVaak(inzagen?.[nr] ?? 1);
