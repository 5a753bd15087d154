/** Opens what VT handed over and what people typed; each opening stands in the journal (domein.md §7). */
import { noteerInzage } from '../../kern/beslis.ts';
import type { Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import { heeftVrijeTekst } from '../../kern/journaal/wisbaar.ts';
import type { Inhoud } from '../../kern/onderwerpen/overdracht.ts';
import { openInhoud, type Inhoudfout } from '../bewijs/inhoudkluis.ts';
import { meldInhoudfout, type Omgeving } from '../omgeving.ts';
import type { BewaardeInhoud } from '../poorten.ts';
import { magToelichtingZien, overdrachtVan, zichtOp } from './gezicht.ts';
import { eerdereInzage, metInzage } from './inzage.ts';
import { muteer, type Casusmutatie } from './mutatie.ts';
import { magInhoudZien, type Aanvrager } from './rechten.ts';
import { afgewezen, kringVoor, type Afgewezen, type Afronding, type Bekeken, type Toegelicht } from './resultaat.ts';

export interface Inzien {
  /** Opens the content of an overdracht. */
  bekijk(casusnummer: string, overdracht: number, aanvrager: Aanvrager): Promise<Bekeken>;
  /** Opens what people typed in an event (its number). */
  leesToelichting(casusnummer: string, gebeurtenis: number, aanvrager: Aanvrager): Promise<Toegelicht>;
}

export function maakInzien(omgeving: Omgeving, { rondAf }: Afronding): Inzien {
  const { kluis, log } = omgeving;
  return {
    async bekijk(casusnummer, overdracht, aanvrager) {
      let inhoud: Inhoud | undefined;
      let fout: Inhoudfout | undefined;
      let eerder: number | undefined;
      let waaromGestopt: Afgewezen | undefined;
      let dicht: BewaardeInhoud | undefined;
      const inzage: Casusmutatie = {
        casusnummer,
        kring: kringVoor(casusnummer, aanvrager),
        beslis(casus, nu, document) {
          const door = casus && magInhoudZien(aanvrager, casus, overdracht);
          if (!casus || !door) return { onbekend: true };
          // Under the number it was asked by: content of another casus does not open here.
          const geopend = openInhoud(kluis, { ...document, id: casusnummer }, overdracht);
          fout = geopend && 'fout' in geopend ? geopend.fout : undefined;
          dicht = fout === 'onleesbaar' ? document.inhoud[overdracht] : undefined;
          if (!geopend || 'fout' in geopend) {
            waaromGestopt = afgewezen(fout ? `inhoud-${fout}` : 'geen-inhoud');
            return { gestopt: true };
          }
          ({ inhoud } = geopend);
          eerder = eerdereInzage(document, { door, nu, wat: { overdracht } });
          if (eerder !== undefined) return { gebeurtenissen: [] };
          return { gebeurtenissen: noteerInzage(casus, { ...omgeving.regels(), nu, door }, { overdracht }) };
        },
        bij: (document) => metInzage(document, eerder),
      };
      let uitkomst = await muteer(omgeving, inzage);
      if (dicht && !kluis.kent(dicht)) {
        // Another instance may have a newer key than this one.
        await kluis.zorgVoor([dicht]);
        if (kluis.kent(dicht)) uitkomst = await muteer(omgeving, inzage);
      }
      const resultaat = rondAf(uitkomst, waaromGestopt);
      if (!resultaat.ok || !inhoud) {
        const geweigerd = resultaat.ok ? afgewezen('geen-inhoud') : resultaat;
        if (fout) meldInhoudfout(omgeving, casusnummer, fout);
        else log.info({ uitkomst: geweigerd.code }, 'inhoud');
        return geweigerd;
      }
      log.info({ uitkomst: 'bekeken', casusnummer }, 'inhoud');
      return { ok: true, inhoud, ...zichtOp(aanvrager, resultaat.document, resultaat.casus) };
    },

    async leesToelichting(casusnummer, nr, aanvrager) {
      let gevonden: Gebeurtenis | undefined;
      let eerder: number | undefined;
      let waaromGestopt: Afgewezen | undefined;
      const uitkomst = await muteer(omgeving, {
        casusnummer,
        kring: kringVoor(casusnummer, aanvrager),
        beslis(casus, nu, document) {
          const gebeurtenis = document?.journaal[nr - 1];
          const door = gebeurtenis && magToelichtingZien(aanvrager, document, gebeurtenis);
          if (!casus || !door) return { onbekend: true };
          if (!heeftVrijeTekst(gebeurtenis)) {
            waaromGestopt = afgewezen('geen-toelichting');
            return { gestopt: true };
          }
          gevonden = gebeurtenis;
          const wat = { overdracht: overdrachtVan(gebeurtenis), gebeurtenis: nr };
          eerder = eerdereInzage(document, { door, nu, wat });
          if (eerder !== undefined) return { gebeurtenissen: [] };
          return { gebeurtenissen: noteerInzage(casus, { ...omgeving.regels(), nu, door }, wat) };
        },
        bij: (document) => metInzage(document, eerder),
      });
      const resultaat = rondAf(uitkomst, waaromGestopt);
      if (!resultaat.ok) {
        log.info({ uitkomst: resultaat.code }, 'toelichting');
        return resultaat;
      }
      if (!gevonden) return afgewezen('geen-toelichting');
      log.info({ uitkomst: 'gelezen', casusnummer }, 'toelichting');
      return { ok: true, gebeurtenis: gevonden, ...zichtOp(aanvrager, resultaat.document, resultaat.casus) };
    },
  };
}
