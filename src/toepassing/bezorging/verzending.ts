/**
 * Sends the messages of one casus in order, because a ping answers in the thread of a card that must stand there first:
 * the write of one outcome claims the next message.
 */
import { msTussen } from '../../kern/tijd/werkdagen.ts';
import { metAfgeleiden, nogNodig, stukVan } from '../casus/casusdocument.ts';
import type { Geclaimd } from '../casus/mutatie.ts';
import { vraagtNog } from '../kaarten/vraagkaarten.ts';
import { foutVelden, type Omgeving } from '../omgeving.ts';
import {
  OpslagFout,
  type Bezorging,
  type CasusDocument,
  type Gelezen,
  type PostvakItem,
  type Zending,
} from '../poorten.ts';
import { isNogVan, neem, type Keuze } from '../postvak/claim.ts';
import { wachtNa } from '../postvak/pogingen.ts';
import type { Bezorgstand } from './bezorgstand.ts';
import { KAART_ONVULBAAR, noteerUitslag, type Bezorguitslag, type Poging } from './bezorguitslag.ts';
import type { Slaap, Stopsein } from './stopsein.ts';
import { zendingVan } from './zending.ts';

/**
 * What came of a try is written down at once, and again when the store does not take it: 16 s in all, which is what is
 * left of a claim after the longest try. Not written down, a message that arrived would be sent again.
 */
const SCHRIJF_OPNIEUW_MS: readonly number[] = [250, 500, 1000, 2000, 4000, 8000];
/** Claimed, and not begun: another instance may send it at once. */
const TERUG: Bezorging = { uitkomst: 'uitgesteld', opnieuwNa: 0 };

/** A message that this instance claimed, with the casus as it stood then. */
export type Genomen = Geclaimd & { claim: PostvakItem };
export const isGenomen = (stand: Geclaimd | undefined): stand is Genomen => stand?.claim !== undefined;

export interface VerzendDelen {
  omgeving: Omgeving;
  slaap: Slaap;
  stopsein: Stopsein;
  bezorgstand: Pick<Bezorgstand, 'noteer'>;
}

export interface Verzending {
  /** One message, and what its casus has to say after it. */
  verstuurReeks(begin: Genomen, keuze: Keuze): Promise<CasusDocument>;
  /** Hands it to the postbode: one try, of which the messages on it are counted. */
  lever(zending: Zending, items: readonly PostvakItem[]): Promise<Bezorging>;
  /** Writes down how a try ended and claims the next message; `undefined` when there is nothing left to say of it. */
  noteer(begin: Geclaimd, poging: Poging, keuze: Keuze): Promise<Geclaimd | undefined>;
  /** What becomes of a message that could not be made. */
  onvulbaar(casusnummer: string, item: PostvakItem, fout: unknown): Bezorguitslag;
}

export function maakVerzending({ omgeving, slaap, stopsein, bezorgstand }: VerzendDelen): Verzending {
  const { opslag, klok, teller, log } = omgeving;
  const { isGestopt, metStop } = stopsein;

  async function verstuurReeks(begin: Genomen, keuze: Keuze): Promise<CasusDocument> {
    let stand: Geclaimd = begin;
    while (isGenomen(stand)) {
      const { claim } = stand;
      const { uitslag, vroeg } = await verstuur(stand);
      const na = await noteer(stand, { claim, uitslag, wachtMs: wachtNa(claim, omgeving.toeval), vroeg }, keuze);
      if (!na) break;
      stand = na;
    }
    return stand.document;
  }

  /** A message that cannot be made is a fault of this program: it is given up, and stops nothing that comes after it. */
  async function verstuur({ document, stuk, claim }: Genomen): Promise<Pick<Poging, 'uitslag' | 'vroeg'>> {
    if (isGestopt()) return { uitslag: TERUG };
    let zending: Zending | undefined;
    let vroeg: string;
    try {
      vroeg = vraagtNog(claim, { stuk, document, omgeving });
      zending = nogNodig(claim, stuk) ? await zendingVan(omgeving, document, claim) : undefined;
    } catch (fout) {
      return { uitslag: onvulbaar(document.id, claim, fout) };
    }
    return { uitslag: zending ? await lever(zending, [claim]) : { uitkomst: 'vervallen' }, vroeg };
  }

  function onvulbaar(casusnummer: string, { kaart, gemaaktOp }: PostvakItem, fout: unknown): Bezorguitslag {
    // The store is not a card that cannot be made: that can be tried again.
    if (fout instanceof OpslagFout) return { uitkomst: 'mislukt', code: 'opslag-onbereikbaar', blijvend: false };
    log.error({ casusnummer, kaart, ...foutVelden(fout) }, 'bericht niet te maken');
    teller.bezorging(kaart, 'mislukt', msTussen(gemaaktOp, klok.nu()));
    return { uitkomst: 'mislukt', code: KAART_ONVULBAAR, blijvend: true };
  }

  async function lever(zending: Zending, items: readonly PostvakItem[]): Promise<Bezorging> {
    if (isGestopt()) return TERUG;
    let bezorging: Bezorging;
    try {
      bezorging = await metStop(omgeving.postbode.bezorg(zending));
    } catch (fout) {
      log.error({ kaart: zending.bericht.kaart, ...foutVelden(fout) }, 'postbode faalde');
      bezorging = { uitkomst: 'onzeker', code: 'interne-fout' };
    }
    bezorgstand.noteer(bezorging);
    for (const { kaart, gemaaktOp } of items) {
      teller.bezorging(kaart, bezorging.uitkomst, msTussen(gemaaktOp, klok.nu()));
    }
    return bezorging;
  }

  async function noteer(begin: Geclaimd, poging: Poging, keuze: Keuze): Promise<Geclaimd | undefined> {
    const { id } = begin.document;
    let gelezen: Gelezen<CasusDocument> | undefined = { waarde: begin.document, etag: begin.etag };
    /** What was being written when the store failed: it can stand there all the same. */
    let twijfel: Geclaimd | undefined;
    for (const wachtMs of [...SCHRIJF_OPNIEUW_MS, undefined]) {
      try {
        gelezen ??= await opslag.lees(id);
        while (gelezen) {
          const { waarde, etag }: Gelezen<CasusDocument> = gelezen;
          // Our own next claim stands there, so it was written; nobody else would send that message.
          if (twijfel?.claim && isNogVan(twijfel.claim, waarde)) return { ...twijfel, document: waarde, etag };
          const stand = naPoging(waarde, poging, keuze);
          if (!stand) return undefined;
          twijfel = { ...stand, etag };
          const geschreven = await opslag.vervang(stand.document, etag);
          if (geschreven) return { ...stand, etag: geschreven.etag };
          twijfel = undefined;
          gelezen = await opslag.lees(id);
        }
        return undefined;
      } catch (fout) {
        if (!(fout instanceof OpslagFout) || wachtMs === undefined) throw fout;
        log.warn({ casusnummer: id, ...foutVelden(fout) }, 'uitkomst van een bericht nog niet vastgelegd');
        gelezen = undefined;
        await slaap(wachtMs, stopsein.signaal);
      }
    }
    return undefined;
  }

  function naPoging(document: CasusDocument, poging: Poging, keuze: Keuze): Omit<Geclaimd, 'etag'> | undefined {
    const genoteerd = noteerUitslag(omgeving, document, poging);
    if (!genoteerd) return undefined;
    const stuk = stukVan(genoteerd);
    const nu = klok.nu();
    const daarna = isGestopt() ? { document: genoteerd } : neem(genoteerd, stuk, { nu, keuze });
    return { ...daarna, document: metAfgeleiden(daarna.document, stuk, nu, omgeving.regels()), stuk };
  }

  return { verstuurReeks, lever, noteer, onvulbaar };
}
