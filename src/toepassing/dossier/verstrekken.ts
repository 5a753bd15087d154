/** Giving out the dossier of a casus to a leidinggevende of VT, who asks for it in chat and fetches it by a link (domein.md §9). */
import { noteerVerstrekking } from '../../kern/beslis.ts';
import type { DossierVorm } from '../../kern/journaal/nalezen.ts';
import type { Instant } from '../../kern/tijd/werkdagen.ts';
import type { DienstCode } from '../../teksten/bot/dienst.nl.ts';
import { teksten } from '../../teksten/nl.ts';
import type { Bezorger } from '../bezorging/bezorger.ts';
import type { Dienst } from '../casus/dienst.ts';
import { muteer } from '../casus/mutatie.ts';
import { magDossierKrijgen, type Aanvrager } from '../casus/rechten.ts';
import type { Afgewezen } from '../casus/resultaat.ts';
import type { Omgeving } from '../omgeving.ts';
import { maakDossier, type Dossier } from './dossier.ts';
import type { Dossierlinks } from './dossierlinks.ts';

/** Proves who opens a link, by signing in at the organisation. */
export interface Aanmelding {
  /** Where one signs in, to come back at `terug` with this `state` and a token for this `nonce`. */
  naar(vraag: { terug: string; state: string; nonce: string }): string;
  /** Who the token proves: the Entra object id in lower case. Never rejects; `fout` is a code for the log. */
  wie(token: string): Promise<{ id: string; nonce: string } | { fout: string }>;
}

type Gekregen = { ok: true; dossier: Dossier; vorm: DossierVorm } | Afgewezen;

export interface Verstrekken {
  /** Whether one signs in before a dossier is given; else whoever opens the link gets it. */
  aanmelden: boolean;
  /** A link for this person alone, for one time; nothing is given out yet. */
  vraag(casusnummer: string, aanvrager: Aanvrager): Promise<{ ok: true; url: string; geldigTot: Instant } | Afgewezen>;
  /** Whether the link is good; using it is something else, because programs that preview links open them too. */
  isGeldig(token: string): Promise<boolean>;
  /** Without signing in: the dossier for whoever has the link, once; that it was given out stands in it. */
  haal(token: string, vorm: DossierVorm): Promise<Gekregen>;
  /** Where to sign in for this link. */
  meldAan(token: string, vorm: DossierVorm): Promise<{ ok: true; naar: string } | Afgewezen>;
  /**
   * The dossier for who asked for it, once, when the token proves that it is that person. For anybody else the link stays
   * as good as it was.
   */
  haalAangemeld(terug: { state: string; token: string }): Promise<Gekregen>;
}

export interface VerstrekkenDelen {
  omgeving: Omgeving;
  dienst: Dienst;
  links: Dossierlinks;
  bezorger: Bezorger;
  /** Absent: the bot runs open, and nobody can be asked to sign in. */
  aanmelding?: Aanmelding | undefined;
  /** Where people reach this server; `undefined` when that is not known. */
  publiekAdres(): string | undefined;
}

/** Where the organisation sends people back to, under the public address. */
export const AANGEMELD_PAD = '/dossier/aangemeld';

const afgewezen = (code: DienstCode): Afgewezen => ({ ok: false, code, tekst: teksten.dienst[code]({}) });

export function maakVerstrekken(delen: VerstrekkenDelen): Verstrekken {
  const { omgeving, dienst, links, bezorger, aanmelding, publiekAdres } = delen;

  /** The link has been taken: nobody else gets here with it. */
  async function verstrek(
    { casusnummer, persoon }: { casusnummer: string; persoon: { id: string; naam: string } },
    vorm: DossierVorm,
  ): Promise<Gekregen> {
    // Looked up anew: who is no leidinggevende any more gets nothing for a link of ten minutes ago.
    const aanvrager: Aanvrager = { ...persoon, kanaal: 'teams', rollen: omgeving.adresboek().rollen(persoon.id) };
    const door = magDossierKrijgen(aanvrager);
    if (!door) return afgewezen('alleen-leidinggevende-vt');
    const hoe = { vorm, aangemeld: aanmelding !== undefined };
    const uitkomst = await muteer(omgeving, {
      casusnummer,
      beslis: (casus, nu) =>
        casus
          ? { gebeurtenissen: noteerVerstrekking(casus, { ...omgeving.regels(), nu, door }, hoe) }
          : { onbekend: true },
    });
    if (uitkomst.soort !== 'geschreven') return afgewezen('niet-gevonden');
    bezorger.bezorg(uitkomst);
    omgeving.log.info({ casusnummer, ...hoe }, 'dossier verstrekt');
    await omgeving.kluis.zorgVoor(Object.values(uitkomst.document.inhoud));
    return { ok: true, vorm, dossier: maakDossier({ ...uitkomst, omgeving }, persoon.naam) };
  }

  return {
    aanmelden: aanmelding !== undefined,

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
      if (aanmelding) return afgewezen('eerst-aanmelden');
      const link = await links.neem(token);
      return link ? verstrek(link, vorm) : afgewezen('link-verlopen');
    },

    async meldAan(token, vorm) {
      const adres = publiekAdres();
      if (!aanmelding || adres === undefined) return afgewezen('geen-publiek-adres');
      const begonnen = await links.begin(token, vorm);
      if (!begonnen) return afgewezen('link-verlopen');
      if (begonnen === 'te-vaak') return afgewezen('link-te-vaak');
      return { ok: true, naar: aanmelding.naar({ terug: `${adres}${AANGEMELD_PAD}`, ...begonnen }) };
    },

    async haalAangemeld({ state, token }) {
      // First, so that whatever comes with a state comes once.
      const bezig = await links.rondAf(state);
      if (!aanmelding || !bezig) return afgewezen('link-verlopen');
      const { link, vorm } = bezig;
      const { casusnummer } = link;
      const wie = await aanmelding.wie(token);
      if ('fout' in wie || !bezig.hoortBij(wie.nonce)) {
        omgeving.log.warn({ casusnummer, fout: 'fout' in wie ? wie.fout : 'nonce' }, 'dossier: aanmelding mislukt');
        return afgewezen('aanmelden-mislukt');
      }
      if (wie.id !== link.persoon.id.toLowerCase()) {
        omgeving.log.warn({ casusnummer }, 'dossier: link van een ander');
        return afgewezen('link-van-ander');
      }
      const genomen = await bezig.neem();
      return genomen ? verstrek(genomen, vorm) : afgewezen('link-verlopen');
    },
  };
}
