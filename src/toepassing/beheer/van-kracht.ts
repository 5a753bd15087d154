/**
 * What is in force of adresboek and beleid at this instance. Which is the newest is told by a version in the store: a
 * counter that goes up with every change, so that no clocks are compared. An instance takes over a higher version, both
 * settings at once, and never goes back to a lower one.
 */
import type { Bevinding } from '../../kern/eigen/toezicht.ts';
import { foutVelden, type Logboek, type Teller } from '../omgeving.ts';
import type { Opslag } from '../poorten.ts';
import { maakAdresboek, type Adresboek } from '../streek/adresboek.ts';
import { BestandFout, laadAdresboek, laadBeleid, type Instellingbestand } from '../streek/instellingen.ts';
import { kenmerk, leesVersie } from '../streek/instellingenversie.ts';
import type { Instellingen } from './beheerregistratie.ts';

interface Bestanden {
  beleid: Instellingbestand | undefined;
  adresboek: Instellingbestand | undefined;
}
export type InGebruik = Instellingen & { boek: Adresboek };

/** What is stored, or the files that take its place. Throws BestandFout when either cannot be used. */
async function lees(opslag: Opslag, bestanden: Bestanden): Promise<InGebruik> {
  const beleid = await laadBeleid(opslag, bestanden.beleid);
  const adresboek = await laadAdresboek(opslag, bestanden.adresboek, beleid.inGebruik.tabel);
  return { beleid, adresboek, boek: maakAdresboek(adresboek.inGebruik) };
}

export interface VanKracht {
  /** Replaced as a whole: what is read from it at one moment belongs together. */
  huidig(): InGebruik;
  /** At the start, before anybody is answered: until what was read here is what stands in the store. */
  begin(neemInGebruik: (gelezen: Instellingen) => Promise<number | undefined>): Promise<void>;
  /** One small read; the rest only when there is a newer version. Never rejects: what cannot be used leaves the old one. */
  kijk(): Promise<void>;
  /** That this instance works on with what is no longer in force. */
  bevindingen(): Bevinding[];
}

export interface VanKrachtDelen {
  opslag: Opslag;
  /** Read at the start alone. */
  bestanden: Bestanden;
  log: Logboek;
  teller: Pick<Teller, 'bevinding'>;
}

/** Two writes that cross a read are over at once; longer is no crossing. */
const POGINGEN = 3;
/** A store that fails for a moment is no news; what is stored and cannot be used is so at once. */
const STIL_NA = 4;
const ZONDER: Bestanden = { beleid: undefined, adresboek: undefined };

export async function maakVanKracht({ opslag, bestanden, log, teller }: VanKrachtDelen): Promise<VanKracht> {
  let stand = await lees(opslag, bestanden);
  let versie = 0;
  let mislukt = 0;

  /** What belongs to a newer version than this one; `undefined` when there is none. */
  async function leesNieuwere(): Promise<{ nieuw: InGebruik; bij: number } | undefined> {
    for (let poging = 0; poging < POGINGEN; poging++) {
      const bewaard = (await leesVersie(opslag))?.waarde;
      if (!bewaard || bewaard.versie <= versie) return undefined;
      const nieuw = await lees(opslag, ZONDER);
      const past =
        kenmerk(nieuw.adresboek.bewaard?.waarde) === bewaard.adresboek &&
        kenmerk(nieuw.beleid.bewaard?.waarde) === bewaard.beleid;
      if (past) return { nieuw, bij: bewaard.versie };
    }
    throw new Error('adresboek en beleid in de opslag horen niet bij hun versie');
  }

  function neemOver({ nieuw, bij }: { nieuw: InGebruik; bij: number }): void {
    // A slow look may end after a later one.
    if (bij <= versie) return;
    // The files of this instance's own start are still as they were.
    const met = <T extends object>(een: T, { nietGebruikt }: { nietGebruikt?: unknown }): T =>
      nietGebruikt === undefined ? een : { ...een, nietGebruikt };
    stand = {
      ...nieuw,
      adresboek: met(nieuw.adresboek, stand.adresboek),
      beleid: met(nieuw.beleid, stand.beleid),
    };
    versie = bij;
    log.info({ versie }, 'nieuwe instellingen overgenomen');
  }

  return {
    huidig: () => stand,
    async begin(neemInGebruik) {
      for (;;) {
        const gegeven = await neemInGebruik(stand);
        if (gegeven !== undefined) {
          versie = gegeven;
          return;
        }
        // Another instance that starts at the same moment with another file was first: then what it stored counts.
        stand = await lees(opslag, bestanden);
      }
    },
    async kijk() {
      try {
        const gevonden = await leesNieuwere();
        if (gevonden) neemOver(gevonden);
        mislukt = 0;
      } catch (fout) {
        const eerder = mislukt;
        mislukt = fout instanceof BestandFout ? Math.max(STIL_NA, eerder + 1) : eerder + 1;
        log.error({ versie, ...foutVelden(fout) }, 'nieuwe instellingen niet te gebruiken: de oude blijven');
        if (eerder < STIL_NA && mislukt >= STIL_NA) teller.bevinding('instellingen-oud');
      }
    },
    bevindingen: () => (mislukt >= STIL_NA ? [{ soort: 'instellingen-oud', waar: 'instellingen' }] : []),
  };
}
