/**
 * A link that gives the members of a conversation VT's rights takes effect when a leidinggevende of VT agrees
 * (domein.md §8): a beheerder asks, she answers. There is one open request at most, the newest.
 */
import type { Casus } from '../casus.ts';
import type { Koppelverzoek } from '../registratiestand.ts';
import type { GegevensPerSoort } from '../gebeurtenissen.ts';
import type { Context, Pen } from '../pen.ts';
import { weiger, type Uitkomst } from '../weigeringen.ts';
import { verschuif, type Instant } from '../werkdagen.ts';

const BRON = 'domein §8';
/** How long a request can be answered: long enough for a week of leave, and no older than somebody remembers. */
const VERZOEK_DAGEN = 7;
const DAG_MS = 24 * 60 * 60 * 1000;

type Gevraagd = Pick<GegevensPerSoort['koppeling-gevraagd'], 'organisatie' | 'conversatie' | 'gesprek' | 'naam'>;

export interface Koppelvraag extends Gevraagd {
  /** Who asks may agree too, so that asking is agreeing; both are written down. */
  magGoedkeuren: boolean;
  /** The conversation that would lose the link. */
  van?: string;
}

export interface Koppelbesluit {
  /** The number of the request, as it stood on the card. */
  verzoek: number;
  akkoord: boolean;
  van?: string;
}

export const isOpen = (verzoek: Koppelverzoek | undefined, nu: Instant): boolean =>
  verzoek !== undefined && verzoek.besluit === undefined && nu < verzoek.vervalt;

/** A repeated request is the same one; one for another conversation takes its place. */
export function vraag(pen: Pen, casus: Casus | undefined, gevraagd: Koppelvraag, { nu }: Context): void {
  const { magGoedkeuren, van, ...gegevens } = gevraagd;
  const bekend = casus?.beheer?.verzoek;
  const open = isOpen(bekend, nu) ? bekend : undefined;
  const zelfde = open?.organisatie === gegevens.organisatie && open.conversatie === gegevens.conversatie;
  if (!zelfde) {
    const vervalt = verschuif(nu, VERZOEK_DAGEN * DAG_MS);
    pen.schrijf('koppeling-gevraagd', BRON, { ...gegevens, vervalt, ...(open && { vervangt: open.nr }) });
  }
  const verzoek = pen.stand().beheer?.verzoek;
  if (magGoedkeuren && verzoek) keurGoed(pen, verzoek, van);
}

function keurGoed(pen: Pen, { nr, organisatie, conversatie }: Koppelverzoek, van: string | undefined): void {
  pen.schrijf('koppeling-goedgekeurd', BRON, { verzoek: nr, organisatie });
  const verhuist = van !== undefined && van !== conversatie;
  pen.schrijf('gekoppeld', BRON, { organisatie, conversatie, ...(verhuist && { van }) });
}

/** A refusal, or nothing: an answer that was given already is given. */
export function besluit(
  pen: Pen,
  casus: Casus | undefined,
  { verzoek: nr, akkoord, van }: Koppelbesluit,
  { nu }: Context,
): Uitkomst | undefined {
  const verzoek = casus?.beheer?.verzoek;
  if (!verzoek || nr > verzoek.nr) return weiger('geen-koppelverzoek', {});
  if (nr < verzoek.nr) return weiger('koppelverzoek-vervangen', {});
  if (verzoek.besluit) {
    const { uitkomst, op } = verzoek.besluit;
    return akkoord === (uitkomst === 'goedgekeurd') ? undefined : weiger('koppelverzoek-beslist', { op, uitkomst });
  }
  if (!isOpen(verzoek, nu)) return weiger('koppelverzoek-verlopen', { vervalt: verzoek.vervalt });
  if (akkoord) keurGoed(pen, verzoek, van);
  else pen.schrijf('koppeling-afgewezen', BRON, { verzoek: nr, organisatie: verzoek.organisatie });
  return undefined;
}
