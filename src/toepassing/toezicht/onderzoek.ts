/** The auditor at one casus: reads it, has it checked (controleur.ts), writes down what is wrong, and wakes it. */
import type { BevindingSoort } from '../../kern/eigen/toezicht.ts';
import { heeftVreemdeInhoud } from '../bewijs/inhoudkluis.ts';
import type { Bezorger } from '../bezorging/bezorger.ts';
import { IS_GEWIST } from '../casus/casusdocument.ts';
import { muteerStuk } from '../casus/mutatie.ts';
import type { Ronde } from '../klok/ronde.ts';
import { foutVelden, type Omgeving } from '../omgeving.ts';
import type { CasusDocument, Gelezen } from '../poorten.ts';
import { eerste } from '../postvak/bundel.ts';
import type { Bevindingenboek } from './bevindingenboek.ts';
import { controleer, ONLEESBAAR, type Blik, type Kijker } from './controleur.ts';

/** These end by waking the casus: the next round or a new try does what was left undone. */
const TE_WEKKEN: ReadonlySet<BevindingSoort> = new Set([
  'termijn-gemist',
  'casus-slaapt',
  'bericht-te-laat',
  'wekker-fout',
]);

export interface OnderzoekDelen {
  omgeving: Omgeving;
  bezorger: Bezorger;
  ronde: Pick<Ronde, 'tweeRonden'>;
  boek: Pick<Bevindingenboek, 'noteer'>;
}

export interface Onderzoek {
  /** The same for all casussen of a page: what the calendar says is not asked for each. */
  kijkerNu(): Kijker;
  /** Looks, and writes nothing down. `undefined` when the casus is not there; rejects when nothing can be read. */
  bekijk(casusnummer: string, kijker: Kijker): Promise<Blik | undefined>;
  /** Looks, writes down what is wrong, and wakes a casus of which something was left undone. */
  doorzoek(casusnummer: string, kijker: Kijker): Promise<Blik | undefined>;
}

export function maakOnderzoek({ omgeving, bezorger, ronde, boek }: OnderzoekDelen): Onderzoek {
  const { opslag, kluis, klok, log } = omgeving;

  /** One that was erased before there was a mark for it gets it now, and is left out from the next walk on. */
  async function merkGewist({ waarde, etag }: Gelezen<CasusDocument>): Promise<void> {
    if (waarde.journaal.at(-1)?.soort !== 'gewist' || waarde.kenmerken.includes(IS_GEWIST)) return;
    await opslag.vervang({ ...waarde, kenmerken: [...waarde.kenmerken, IS_GEWIST] }, etag);
  }

  async function wek(casusnummer: string): Promise<void> {
    try {
      const uitkomst = await muteerStuk(omgeving, {
        casusnummer,
        beslis: (stuk) => (stuk ? { gebeurtenissen: [] } : { onbekend: true }),
        // Also a ping: if the round had come by, it would not be waiting.
        keuze: eerste,
      });
      if (uitkomst.soort === 'geschreven') bezorger.bezorg(uitkomst);
    } catch (fout) {
      log.error({ casusnummer, ...foutVelden(fout) }, 'casus niet te wekken');
    }
  }

  async function bekijk(id: string, kijker: Kijker): Promise<Blik | undefined> {
    const onleesbaar = (fout: unknown): Blik => {
      log.error({ casusnummer: id, ...foutVelden(fout) }, 'casus niet te lezen');
      return ONLEESBAAR;
    };
    let gelezen: Gelezen<CasusDocument> | undefined;
    try {
      gelezen = await opslag.lees(id);
    } catch (fout) {
      // When nothing can be read it is the store, and no casus is to blame.
      await opslag.controleer(true);
      return onleesbaar(fout);
    }
    try {
      if (!gelezen) return undefined;
      await merkGewist(gelezen);
      const blik = controleer(gelezen.waarde, kijker);
      // What its journal says of its content cannot be known when that cannot be read.
      if (blik === ONLEESBAAR || !heeftVreemdeInhoud(kluis, gelezen.waarde)) return blik;
      return { ...blik, soorten: [...blik.soorten, 'inhoud-klopt-niet'] };
    } catch (fout) {
      return onleesbaar(fout);
    }
  }

  return {
    kijkerNu() {
      const regels = omgeving.regels();
      const nu = klok.nu();
      const tweeRonden = ronde.tweeRonden();
      const opgegevenSinds = regels.kalender.openingVoor(regels.kalender.eindeVanDag(nu), 1);
      return { ...regels, nu, opgegevenSinds, ...(tweeRonden !== undefined && { tweeRonden }) };
    },
    bekijk,
    async doorzoek(id, kijker) {
      const blik = await bekijk(id, kijker);
      if (!blik) return undefined;
      boek.noteer(id, blik.soorten);
      if (blik.soorten.some((soort) => TE_WEKKEN.has(soort))) await wek(id);
      // SQLite answers without letting go of the thread: whoever clicks goes first.
      await new Promise((verder) => setImmediate(verder));
      return blik;
    },
  };
}
