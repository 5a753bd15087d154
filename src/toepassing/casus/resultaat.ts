/** What came of what somebody asked of a casus: done, or refused with a sentence, as this person may see it. */
import type { Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import type { Inhoud } from '../../kern/onderwerpen/overdracht.ts';
import type { OpdrachtSoort } from '../../kern/opdrachten.ts';
import { isEigen } from '../../kern/stuk.ts';
import type { DienstCode } from '../../teksten/bot/dienst.nl.ts';
import { teksten } from '../../teksten/nl.ts';
import type { Omgeving } from '../omgeving.ts';
import type { Kring } from '../poorten.ts';
import { zichtOp, type Gezicht } from './gezicht.ts';
import type { CasusMetEtag, MutatieUitkomst, Verzender } from './mutatie.ts';
import { kringVan, type Aanvrager } from './rechten.ts';

/** A refusal with a code and a Dutch sentence that says what to do next; `stand` only for who may see the casus. */
export interface Afgewezen {
  ok: false;
  code: string;
  tekst: string;
  stand?: CasusMetEtag;
  /** There is such a casus: its number may be logged. */
  bekend?: true;
}
interface Gedaan {
  ok: true;
  gewijzigd: boolean;
  /** Other casussen that it holds for too, in which it could not be written down. */
  eldersMislukt?: number;
}
export type Resultaat = (Gedaan & CasusMetEtag) | Afgewezen;
/** What came of it, with the casus as this person sees it. */
export type Gezien = (Gedaan & { etag: string } & Gezicht) | Afgewezen;
export type Bekeken = ({ ok: true; inhoud: Inhoud } & Gezicht) | Afgewezen;
export type Toegelicht = ({ ok: true; gebeurtenis: Gebeurtenis } & Gezicht) | Afgewezen;

export const afgewezen = (code: DienstCode, gegevens: Record<string, string> = {}): Afgewezen => ({
  ok: false,
  code,
  tekst: teksten.dienst[code](gegevens),
});

/** The bot's own records are stored like a casus and are none: only the clock writes in them. */
export const kringVoor = (casusnummer: string, aanvrager: Aanvrager): Kring | undefined =>
  isEigen(casusnummer) ? { teams: [], kenmerken: [] } : kringVan(aanvrager);

export const gezien = (resultaat: Resultaat, aanvrager: Aanvrager): Gezien =>
  resultaat.ok ? { ...resultaat, ...zichtOp(aanvrager, resultaat.document, resultaat.casus) } : resultaat;

export interface Afronding {
  /** Sends what was written, and says what came of it; `waaromGestopt` where the decision itself stopped. */
  rondAf(uitkomst: MutatieUitkomst, waaromGestopt?: Afgewezen): Resultaat;
  /** Counts and logs what came of it; the casusnummer only when there is such a casus, because else it is just text. */
  noteer<R extends Resultaat>(
    opdracht: OpdrachtSoort | 'registreren',
    casusnummer: string | undefined,
    resultaat: R,
  ): R;
}

export function maakAfronding(omgeving: Omgeving, verzender: Verzender): Afronding {
  return {
    rondAf(uitkomst, waaromGestopt = afgewezen('geen-recht')) {
      switch (uitkomst.soort) {
        case 'gestopt':
          return waaromGestopt;
        case 'onbekend':
          return afgewezen('niet-gevonden');
        case 'verouderd':
          return afgewezen('verouderd');
        case 'geweigerd': {
          const { weigering, stand } = uitkomst;
          const tekst = teksten.weigering(weigering, (sleutel) => omgeving.adresboek().naam(sleutel));
          return { ok: false, code: weigering.code, tekst, ...(stand && { stand }) };
        }
        case 'geschreven': {
          verzender.bezorg(uitkomst);
          const { gewijzigd, document, casus, etag } = uitkomst;
          return { ok: true, gewijzigd, document, casus, etag };
        }
      }
    },
    noteer(opdracht, casusnummer, resultaat) {
      const uitkomst = resultaat.ok ? (resultaat.gewijzigd ? 'uitgevoerd' : 'was-al-gedaan') : resultaat.code;
      omgeving.teller.opdracht(opdracht, uitkomst);
      omgeving.log.info({ casusnummer, opdracht, uitkomst }, 'opdracht');
      return resultaat;
    },
  };
}
