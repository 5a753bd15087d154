/** Giving out the dossier of a casus to a leidinggevende of VT, who asks for it in chat and fetches it by a link (domein.md §9). */
import { noteerVerstrekking } from '../kern/beslis.ts';
import type { DossierVorm } from '../kern/gebeurtenissen.ts';
import type { Instant } from '../kern/werkdagen.ts';
import { teksten, type DienstCode } from '../teksten/nl.ts';
import type { Bezorger } from './bezorger.ts';
import type { Afgewezen, Dienst } from './dienst.ts';
import { maakDossier, type Dossier } from './dossier.ts';
import type { Dossierlinks } from './dossierlinks.ts';
import { muteer } from './mutatie.ts';
import type { Omgeving } from './omgeving.ts';
import { magDossierKrijgen, type Aanvrager } from './rechten.ts';

export interface Verstrekken {
  /** A link for this person alone, for one time; nothing is given out yet. */
  vraag(casusnummer: string, aanvrager: Aanvrager): Promise<{ ok: true; url: string; geldigTot: Instant } | Afgewezen>;
  /** Whether the link is good; using it is something else, because programs that preview links open them too. */
  isGeldig(token: string): Promise<boolean>;
  /** The dossier for who asked for it, once; that it was given out stands in it. */
  haal(token: string, vorm: DossierVorm): Promise<{ ok: true; dossier: Dossier } | Afgewezen>;
}

export interface VerstrekkenDelen {
  omgeving: Omgeving;
  dienst: Dienst;
  links: Dossierlinks;
  bezorger: Bezorger;
  /** Where people reach this server; `undefined` when that is not known. */
  publiekAdres(): string | undefined;
}

const afgewezen = (code: DienstCode): Afgewezen => ({ ok: false, code, tekst: teksten.dienst[code]({}) });

export function maakVerstrekken({ omgeving, dienst, links, bezorger, publiekAdres }: VerstrekkenDelen): Verstrekken {
  return {
    async vraag(casusnummer, aanvrager) {
      if (!magDossierKrijgen(aanvrager)) return afgewezen('alleen-leidinggevende-vt');
      const gelezen = await dienst.lees(casusnummer, aanvrager);
      if (!gelezen.ok) return gelezen;
      const adres = publiekAdres();
      if (adres === undefined) return afgewezen('geen-publiek-adres');
      const { id, naam } = aanvrager;
      const { token, geldigTot } = await links.maak({ casusnummer, persoon: { id, naam } });
      return { ok: true, url: `${adres}/dossier/${token}`, geldigTot };
    },

    isGeldig: async (token) => (await links.bekijk(token)) !== undefined,

    async haal(token, vorm) {
      const link = await links.neem(token);
      if (!link) return afgewezen('link-verlopen');
      const { casusnummer, persoon } = link;
      // Looked up anew: who is no leidinggevende any more gets nothing for a link of ten minutes ago.
      const aanvrager: Aanvrager = { ...persoon, kanaal: 'teams', rollen: omgeving.adresboek().rollen(persoon.id) };
      const door = magDossierKrijgen(aanvrager);
      if (!door) return afgewezen('alleen-leidinggevende-vt');
      const uitkomst = await muteer(omgeving, {
        casusnummer,
        beslis: (casus, nu) =>
          casus
            ? { gebeurtenissen: noteerVerstrekking(casus, { ...omgeving.regels(), nu, door }, vorm) }
            : { onbekend: true },
      });
      if (uitkomst.soort !== 'geschreven') return afgewezen('niet-gevonden');
      bezorger.bezorg(uitkomst);
      omgeving.log.info({ casusnummer, vorm }, 'dossier verstrekt');
      await omgeving.kluis.zorgVoor(Object.values(uitkomst.document.inhoud));
      return { ok: true, dossier: maakDossier({ ...uitkomst, omgeving }, persoon.naam) };
    },
  };
}
