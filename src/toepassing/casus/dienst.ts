/** The use cases on casussen, for chat and API alike: register, act, read, search. Rights are checked here, once. */
import { registreer } from '../../kern/beslis.ts';
import type { Melding } from '../../kern/onderwerpen/melding.ts';
import { EIGEN } from '../../kern/stuk.ts';
import { meldMislukt } from '../elk.ts';
import { lijktCasusnummer, type Omgeving } from '../omgeving.ts';
import type { CasusRegel, Zoekvraag } from '../poorten.ts';
import { isCasusRegel, valtIn } from './casusdocument.ts';
import { zichtOp } from './gezicht.ts';
import { maakInzien, type Inzien } from './inzien.ts';
import { muteer, type Verzender } from './mutatie.ts';
import { GERAAKT, maakOpdrachtgevolgen, type Geraakt } from './opdrachtgevolgen.ts';
import { lijstBereik, magDoen, type Aanvrager } from './rechten.ts';
import { afgewezen, gezien, kringVoor, maakAfronding, type Gezien } from './resultaat.ts';
import { maakVoerUit, type Opdrachtverzoek } from './uitvoeren.ts';

export interface Dienst extends Inzien {
  registreer(melding: Melding, aanvrager: Aanvrager): Promise<Gezien>;
  voerUit(verzoek: Opdrachtverzoek): Promise<Gezien>;
  /** The same opdracht on each of these casussen by itself: its own rights, its own outcome, and one stops no other. */
  voerElkUit(
    casusnummers: readonly string[],
    verzoek: Omit<Opdrachtverzoek, 'casusnummer'>,
  ): Promise<{ casusnummer: string; resultaat: Gezien }[]>;
  /** The casus, or the one answer for "is not there" and "may not see". */
  lees(casusnummer: string, aanvrager: Aanvrager): Promise<Gezien>;
  zoek(vraag: Omit<Zoekvraag, 'teams' | 'kenmerk'> & { team?: string }, aanvrager: Aanvrager): Promise<CasusRegel[]>;
}

const TEGELIJK = 8;

export function maakDienst(omgeving: Omgeving, verzender: Verzender): Dienst {
  const { opslag } = omgeving;
  const afronding = maakAfronding(omgeving, verzender);
  const gevolgen = maakOpdrachtgevolgen(omgeving, verzender);
  const voerUit = maakVoerUit(omgeving, afronding, gevolgen);
  const { rondAf, noteer } = afronding;

  return {
    ...maakInzien(omgeving, afronding),
    voerUit,

    async registreer(melding, aanvrager) {
      const door = magDoen(aanvrager, 'registreren');
      if (!door) return noteer('registreren', undefined, afgewezen('geen-recht'));
      const gemeente = vindGemeente(omgeving, melding.gemeente);
      if (!gemeente) {
        return noteer('registreren', undefined, afgewezen('gemeente-onbekend', { gemeente: melding.gemeente }));
      }
      const uitkomst = await muteer(omgeving, {
        casusnummer: melding.casusnummer,
        beslis: (casus, nu) => registreer(casus, { ...melding, gemeente }, { ...omgeving.regels(), nu, door }),
      });
      const resultaat = rondAf(uitkomst);
      const bestaat = resultaat.ok || resultaat.stand !== undefined;
      if (resultaat.ok && resultaat.gewijzigd) await gevolgen.werkBij('nieuw');
      return gezien(noteer('registreren', bestaat ? melding.casusnummer : undefined, resultaat), aanvrager);
    },

    async voerElkUit(casusnummers, verzoek) {
      const uitslagen = new Map<string, Gezien>();
      let samen: Geraakt = 'nee';
      const opWachtlijst = (geraakt: Geraakt): void => {
        if (GERAAKT.indexOf(geraakt) > GERAAKT.indexOf(samen)) samen = geraakt;
      };
      const wachtrij = [...new Set(casusnummers)];
      const werker = async (): Promise<void> => {
        for (let casusnummer = wachtrij.shift(); casusnummer !== undefined; casusnummer = wachtrij.shift()) {
          try {
            uitslagen.set(casusnummer, await voerUit({ ...verzoek, casusnummer, opWachtlijst }));
          } catch (fout) {
            // The casusnummer is what somebody sent, and can be anything: whether there is such a casus is not known here.
            const nummer = lijktCasusnummer(omgeving.regels(), casusnummer) ? casusnummer : undefined;
            meldMislukt(omgeving, 'samen', nummer, fout);
            uitslagen.set(casusnummer, afgewezen('niet-gelukt'));
          }
        }
      };
      await Promise.all(Array.from({ length: TEGELIJK }, werker));
      await gevolgen.werkBij(samen);
      return casusnummers.flatMap((casusnummer) => {
        const resultaat = uitslagen.get(casusnummer);
        uitslagen.delete(casusnummer);
        return resultaat ? [{ casusnummer, resultaat }] : [];
      });
    },

    async lees(casusnummer, aanvrager) {
      const kring = kringVoor(casusnummer, aanvrager);
      const gelezen = await opslag.lees(casusnummer, kring);
      // The store leaves out what is not in the kring to save work; that nobody gets to see it is decided here.
      if (!gelezen || !valtIn(kring, gelezen.waarde)) return afgewezen('niet-gevonden');
      return { ok: true, gewijzigd: false, etag: gelezen.etag, ...zichtOp(aanvrager, gelezen.waarde) };
    },

    async zoek({ team, gemeente: gezocht, ...rest }, aanvrager) {
      const gemeente = gezocht === undefined ? undefined : (vindGemeente(omgeving, gezocht) ?? gezocht);
      const vraag = { ...rest, ...(gemeente !== undefined && { gemeente }) };
      const bereik = lijstBereik(aanvrager);
      const gevonden = await opslag.zoek({
        ...vraag,
        voor: EIGEN,
        ...(team !== undefined && { teams: [team] }),
        ...(bereik !== 'alles' && { kenmerk: bereik }),
      });
      return gevonden.filter(isCasusRegel);
    },
  };
}

/** Registration systems know a gemeente by its name, the adresboek by its key: either will do. */
function vindGemeente(omgeving: Omgeving, gezocht: string): string | undefined {
  const zoek = gezocht.toLowerCase();
  return omgeving
    .adresboek()
    .gegevens.gemeenten.find(({ sleutel, naam }) => sleutel === zoek || naam.toLowerCase() === zoek)?.sleutel;
}
