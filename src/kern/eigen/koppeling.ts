/**
 * Which conversation is whose. A link that gives the members of a conversation VT's rights takes effect when a
 * leidinggevende of VT agrees (domein.md §8): a beheerder asks, she answers. There is one open request at most, the newest.
 */
import { gebeurtenis, type Pen } from '../rij/gebeurtenisrij.ts';
import type { BeheerStuk, Koppelverzoek } from '../stuk.ts';
import { verschuif, type Instant } from '../tijd/werkdagen.ts';
import { weiger, type Geweigerd } from '../weigeringen.ts';
import { beginBeheer } from './begin.ts';
import { isVerbroken, overKoppeling, zonderBreuk } from './verbinding.ts';

/** How long a request can be answered: long enough for a week of leave, and no older than somebody remembers. */
const VERZOEK_DAGEN = 7;
const DAG_MS = 24 * 60 * 60 * 1000;

/** `van` is the conversation that lost the link by it. */
export interface Koppelinggegevens {
  organisatie: string;
  conversatie: string;
  van?: string;
}

/** A request that was decided on is forgotten once the link it led to has been changed again. */
function metKoppeling(stuk: BeheerStuk, conversatie: string, raakt: (verzoek: Koppelverzoek) => boolean): BeheerStuk {
  const { verzoek, verbroken, ...rest } = stuk.beheer;
  const vergeten = verzoek?.besluit !== undefined && raakt(verzoek);
  return {
    ...stuk,
    beheer: {
      ...rest,
      ...(verzoek && !vergeten && { verzoek }),
      ...(verbroken && { verbroken: zonderBreuk(verbroken, conversatie) }),
    },
  };
}

export const gekoppeld = gebeurtenis<Koppelinggegevens>()('gekoppeld', {
  van: 'beheer',
  bron: 'domein §9',
  besluit: true,
  velden: { organisatie: 'blijft', conversatie: 'blijft', van: 'blijft' },
  woorden: 'geen',
  begint: beginBeheer,
  verwerk: (stuk, { gegevens: { organisatie, conversatie } }) =>
    metKoppeling(
      stuk,
      conversatie,
      (verzoek) => verzoek.organisatie === organisatie && verzoek.conversatie !== conversatie,
    ),
  hoort({ voor, gebeurtenis: { nr, gegevens } }) {
    // Only a move takes something away from somebody.
    const { van } = gegevens;
    if (van === undefined) return [];
    const isStuk = voor?.soort === 'beheer' && isVerbroken(voor.beheer.verbroken, van);
    return [
      ...(isStuk ? [] : [{ nr, kaart: 'koppeling' as const, aan: 'gesprek' as const, gesprek: van }]),
      ...overKoppeling(nr, ['kanaal-vt']),
    ];
  },
});

export const ontkoppeld = gebeurtenis<{ organisaties: string[]; conversatie: string }>()('ontkoppeld', {
  van: 'beheer',
  bron: 'domein §9',
  besluit: true,
  velden: { organisaties: 'blijft', conversatie: 'blijft' },
  woorden: 'geen',
  begint: beginBeheer,
  verwerk: (stuk, { gegevens: { organisaties, conversatie } }) =>
    metKoppeling(stuk, conversatie, ({ organisatie }) => organisaties.includes(organisatie)),
  // VT without a channel would hear nothing, so its leidinggevenden hear it in person.
  hoort: ({ gebeurtenis: { nr, gegevens } }) =>
    overKoppeling(nr, [gegevens.organisaties.includes('veilig-thuis') ? 'leidinggevende-vt' : 'kanaal-vt']),
});

interface Gevraagd {
  organisatie: string;
  conversatie: string;
  /** What kind of conversation it is, and how Teams calls it; empty when that is not known. */
  gesprek: 'kanaal' | 'groep';
  naam: string;
  vervalt: Instant;
  /** The number of the request that it takes the place of. */
  vervangt?: number;
}

/** A link that would give the members of a conversation VT's rights waits for a leidinggevende of VT (domein.md §8). */
const gevraagd = gebeurtenis<Gevraagd>()('koppeling-gevraagd', {
  van: 'beheer',
  bron: 'domein §8',
  besluit: true,
  velden: {
    organisatie: 'blijft',
    conversatie: 'blijft',
    gesprek: 'blijft',
    naam: 'persoon',
    vervalt: 'blijft',
    vervangt: 'blijft',
  },
  woorden: 'geen',
  begint: beginBeheer,
  verwerk(stuk, { nr, door, gegevens: { organisatie, conversatie, vervalt } }) {
    const van = door.id === undefined ? {} : { door: door.id };
    return { ...stuk, beheer: { ...stuk.beheer, verzoek: { nr, organisatie, conversatie, vervalt, ...van } } };
  },
  hoort: ({ gebeurtenis: { nr, gegevens } }) =>
    overKoppeling(nr, gegevens.vervangt === undefined ? ['leidinggevende-vt'] : ['leidinggevende-vt', 'beheerder']),
});

type Beslist = { verzoek: number; organisatie: string };

const beslist = <S extends string>(soort: S, uitkomst: 'goedgekeurd' | 'afgewezen') =>
  gebeurtenis<Beslist>()(soort, {
    van: 'beheer',
    bron: 'domein §8',
    besluit: true,
    velden: { verzoek: 'blijft', organisatie: 'blijft' },
    woorden: 'geen',
    begint: beginBeheer,
    verwerk(stuk, { op, gegevens }): BeheerStuk {
      const { verzoek } = stuk.beheer;
      return verzoek?.nr === gegevens.verzoek
        ? { ...stuk, beheer: { ...stuk.beheer, verzoek: { ...verzoek, besluit: { uitkomst, op } } } }
        : stuk;
    },
    hoort: ({ gebeurtenis: { nr } }) => overKoppeling(nr, ['beheerder']),
  });

const goedgekeurd = beslist('koppeling-goedgekeurd', 'goedgekeurd');
const afgewezen = beslist('koppeling-afgewezen', 'afgewezen');

export const gebeurtenissen = {
  gekoppeld: gekoppeld.rij,
  ontkoppeld: ontkoppeld.rij,
  'koppeling-gevraagd': gevraagd.rij,
  'koppeling-goedgekeurd': goedgekeurd.rij,
  'koppeling-afgewezen': afgewezen.rij,
};

export interface Koppelvraag extends Pick<Gevraagd, 'organisatie' | 'conversatie' | 'gesprek' | 'naam'> {
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

export const isOpenVerzoek = (verzoek: Koppelverzoek | undefined, nu: Instant): boolean =>
  verzoek !== undefined && verzoek.besluit === undefined && nu < verzoek.vervalt;

/** A repeated request is the same one; one for another conversation takes its place. */
export function vraag(pen: Pen, stuk: BeheerStuk | undefined, wens: Koppelvraag, nu: Instant): void {
  const { magGoedkeuren, van, ...gegevens } = wens;
  const bekend = stuk?.beheer.verzoek;
  const open = isOpenVerzoek(bekend, nu) ? bekend : undefined;
  const isZelfde = open?.organisatie === gegevens.organisatie && open.conversatie === gegevens.conversatie;
  if (!isZelfde) {
    const vervalt = verschuif(nu, VERZOEK_DAGEN * DAG_MS);
    pen.schrijf(gevraagd({ ...gegevens, vervalt, ...(open && { vervangt: open.nr }) }, { verantwoordelijk: 'blijft' }));
  }
  const na = pen.stand();
  const verzoek = na.soort === 'beheer' ? na.beheer.verzoek : undefined;
  if (magGoedkeuren && verzoek) keurGoed(pen, verzoek, van);
}

function keurGoed(pen: Pen, { nr, organisatie, conversatie }: Koppelverzoek, van: string | undefined): void {
  pen.schrijf(goedgekeurd({ verzoek: nr, organisatie }, { verantwoordelijk: 'blijft' }));
  const verhuist = van !== undefined && van !== conversatie;
  pen.schrijf(
    gekoppeld(
      { organisatie, conversatie, ...(verhuist && { van }) },
      { verantwoordelijk: 'blijft', bron: 'domein §8' },
    ),
  );
}

/** A refusal, or nothing: an answer that was given already is given. */
export function besluit(
  pen: Pen,
  stuk: BeheerStuk | undefined,
  { verzoek: nr, akkoord, van }: Koppelbesluit,
  nu: Instant,
): Geweigerd | undefined {
  const verzoek = stuk?.beheer.verzoek;
  if (!verzoek || nr > verzoek.nr) return weiger('geen-koppelverzoek', {});
  if (nr < verzoek.nr) return weiger('koppelverzoek-vervangen', {});
  if (verzoek.besluit) {
    const { uitkomst, op } = verzoek.besluit;
    return akkoord === (uitkomst === 'goedgekeurd') ? undefined : weiger('koppelverzoek-beslist', { op, uitkomst });
  }
  if (!isOpenVerzoek(verzoek, nu)) return weiger('koppelverzoek-verlopen', { vervalt: verzoek.vervalt });
  if (akkoord) keurGoed(pen, verzoek, van);
  else pen.schrijf(afgewezen({ verzoek: nr, organisatie: verzoek.organisatie }, { verantwoordelijk: 'blijft' }));
  return undefined;
}
