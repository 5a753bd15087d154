/** Writes the events of one decision: numbers them, plans the terms they start and finds the ones they end. */
import type { Ontvanger, TermijnNaam } from './beleid.ts';
import type { Casus } from './casus.ts';
import { verwerk } from './verwerk.ts';
import type {
  Dader,
  Gebeurtenis,
  GebeurtenisSoort,
  GegevensPerSoort,
  Hiaat,
  InformatieOntvanger,
  Verantwoordelijke,
} from './gebeurtenissen.ts';
import { planTermijn, type Regels } from './termijnen.ts';
import type { LopendeTermijn } from './casus.ts';
import type { Instant } from './werkdagen.ts';

/** What a decision knows besides the casus: the moment, who asks, and the policy. */
export interface Context extends Regels {
  nu: Instant;
  door: Dader;
  /** The overdracht that a card was drawn for; a decision about another one is refused. */
  overdracht?: number;
  /** For an overdracht that is sent again: whether its content is what was sent before. */
  andereInhoud?: boolean;
  /** Digest of the content that is handed over. */
  inhoudAfdruk?: string;
  /** The team that is asked for has a wachtlijst in another casus, without intervention by its gemeente (§4.2). */
  teamHeeftWachtlijst?: boolean;
  /** Other casussen of the same team that reached step 3 in the time that counts as returning (§4.3). */
  eerdereStap3?: number;
  /** Every melding whose triage is not finished now, late or not, for the record of VT's wachtlijst. */
  wachtenden?: readonly Wachtende[];
  /** Addressees with nobody behind them now, for the record of the adresboek. */
  hiaten?: readonly Hiaat[];
}

/** An open melding, which is screened while VT has a wachtlijst (Add.7). */
export interface Wachtende {
  casusnummer: string;
  /** Since when its triage term has passed; absent while that runs. Only who is late makes a wachtlijst (§4.2). */
  verlopenOp?: Instant;
  /** When it was written down, so that VT could screen it; absent where that cannot be read. */
  bekendOp?: Instant;
  /** When it was last screened. */
  gescreendOp?: Instant;
}

/** What an event does besides being written down. */
export interface Gevolg {
  /** When it happened, if not now. */
  op?: Instant;
  verantwoordelijke?: Verantwoordelijke;
  /** Terms that start at `vanaf`, or when the event happened. */
  start?: {
    naam: TermijnNaam;
    vanaf?: Instant;
    wie?: InformatieOntvanger;
    datum?: Instant;
    aan?: Ontvanger[];
    team?: string;
    vanwege?: string[];
  }[];
  /** Names of terms that end, wherever they run. */
  eindigt?: TermijnNaam[];
  /** Ids of terms that end. */
  eindigtId?: string[];
}

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
  { eindigt = [], eindigtId = [], start = [], ...rest }: Gevolg,
): string[] {
  const vertrekt = rest.verantwoordelijke !== undefined && rest.verantwoordelijke.partij !== 'veilig-thuis';
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

export interface Pen {
  readonly gebeurtenissen: Gebeurtenis[];
  /** The casus after the events written so far. */
  stand(): Casus;
  schrijf<S extends GebeurtenisSoort>(soort: S, bron: string, gegevens: GegevensPerSoort[S], gevolg?: Gevolg): void;
}

export function maakPen(
  casusnummer: string,
  begin: Casus | undefined,
  context: Context,
  spoed = begin?.spoed ?? false,
): Pen {
  const gebeurtenissen: Gebeurtenis[] = [];
  let stand = begin;
  return {
    gebeurtenissen,
    stand() {
      if (!stand) throw new Error('de casus heeft nog geen gebeurtenis');
      return stand;
    },
    schrijf(soort, bron, gegevens, gevolg = {}) {
      const nr = (stand?.versie ?? 0) + 1;
      const op = gevolg.op ?? context.nu;
      const eindigt = einden(stand?.termijnen ?? [], gevolg);
      const start = (gevolg.start ?? []).map((term) =>
        planTermijn({ nr, spoed, ...term, vanaf: term.vanaf ?? op }, context),
      );
      // A generic key does not carry over to the mapped union; the signature has checked that soort and gegevens match.
      const gebeurtenis = {
        nr,
        soort,
        op,
        vastgelegdOp: context.nu,
        door: context.door,
        bron,
        gegevens,
        ...(gevolg.verantwoordelijke && { verantwoordelijke: gevolg.verantwoordelijke }),
        ...(start.length > 0 && { start }),
        ...(eindigt.length > 0 && { eindigt }),
      } as Gebeurtenis;
      gebeurtenissen.push(gebeurtenis);
      stand = verwerk(casusnummer, stand, gebeurtenis);
    },
  };
}
