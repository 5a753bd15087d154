/** Writes the events of one decision: numbers them, plans the terms they start and finds the ones they end. */
import type { TermijnNaam } from './beleid/beleid.ts';
import type { Casus } from './casus.ts';
import { isGebeurtenis, type Gebeurtenis } from './gebeurtenissen.ts';
import type { Gevolg, Nieuw, Pen, Stuk } from './rij/gebeurtenisrij.ts';
import type { Context } from './rij/opdrachtrij.ts';
import { planTermijn, type LopendeTermijn } from './termijnen.ts';
import { beginStuk, verwerk } from './verwerk.ts';

/** Terms of VT's own that end when the casus is with somebody else. */
const VAN_VT: readonly TermijnNaam[] = ['triage', 'vervolg', 'zicht-bij-vt', 'overdracht-versturen'];
/** What does not say that VT has zicht: an agreement to look can lie years ahead. */
const GEEN_ZICHT: readonly TermijnNaam[] = ['monitoring', 'zicht-bij-vt'];

/**
 * The ids of the terms that end with an event: those it names; VT's own when the casus leaves VT; the question whether
 * it is still there, when something else runs again; and whatever had no other reason than that one of these was late
 * (§4.1, §4.2).
 */
function einden(
  open: readonly LopendeTermijn[],
  { eindigt = [], eindigtId = [], start = [], verantwoordelijk }: Gevolg,
): string[] {
  const vertrekt = verantwoordelijk !== 'blijft' && verantwoordelijk.partij !== 'veilig-thuis';
  const anders = start.some(({ naam }) => !GEEN_ZICHT.includes(naam));
  const zelf = open.filter(
    ({ id, naam }) =>
      eindigt.includes(naam) ||
      eindigtId.includes(id) ||
      (vertrekt && VAN_VT.includes(naam)) ||
      (anders && naam === 'zicht-bij-vt'),
  );
  const blijft = open.filter((termijn) => !zelf.includes(termijn));
  const gevolg = blijft.filter(({ vanwege }) => vanwege && !blijft.some(({ id }) => vanwege.includes(id)));
  return [...new Set([...zelf, ...gevolg].map(({ id }) => id))];
}

/** A pen that also keeps what it wrote. */
export interface Schrijver<T extends Stuk> extends Pen<T> {
  readonly gebeurtenissen: Gebeurtenis[];
  schrijfAlle(nieuwe: readonly Nieuw[]): void;
}

/** Writes on a record as it stands; `spoed` is the casus's own, so that its terms ignore office hours (domein.md §6). */
export function maakPen(nummer: string, begin: Casus, context: Context): Schrijver<Casus>;
export function maakPen<T extends Stuk>(nummer: string, begin: T, context: Context): Schrijver<T>;
export function maakPen(nummer: string, begin: Stuk | undefined, context: Context, spoed?: boolean): Schrijver<Stuk>;
export function maakPen(
  nummer: string,
  begin: Stuk | undefined,
  context: Context,
  spoed = begin?.soort === 'casus' && begin.spoed,
): Schrijver<Stuk> {
  const gebeurtenissen: Gebeurtenis[] = [];
  let stand = begin;
  function schrijf({ soort, gegevens, bron, gevolg }: Nieuw): void {
    const nr = (stand?.versie ?? 0) + 1;
    const op = gevolg.op ?? context.nu;
    const eindigt = einden(stand?.termijnen ?? [], gevolg);
    const start = (gevolg.start ?? []).map((term) =>
      planTermijn({ nr, spoed, ...term, vanaf: term.vanaf ?? op }, context),
    );
    const gebeurd = {
      nr,
      soort,
      op,
      vastgelegdOp: context.nu,
      door: context.door,
      bron,
      gegevens,
      ...(gevolg.verantwoordelijk !== 'blijft' && { verantwoordelijke: gevolg.verantwoordelijk }),
      ...(start.length > 0 && { start }),
      ...(eindigt.length > 0 && { eindigt }),
    };
    if (!isGebeurtenis(gebeurd)) throw new Error(`een onbekende gebeurtenis: ${soort}`);
    gebeurtenissen.push(gebeurd);
    stand = stand ? verwerk(stand, gebeurd) : beginStuk(nummer, gebeurd);
  }
  return {
    gebeurtenissen,
    stand() {
      if (!stand) throw new Error(`${nummer} heeft nog geen gebeurtenis`);
      return stand;
    },
    schrijf,
    schrijfAlle(nieuwe) {
      for (const nieuw of nieuwe) schrijf(nieuw);
    },
  };
}
