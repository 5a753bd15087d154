/**
 * Links to a dossier: for one person and one casus, good for a quarter of an hour and for one time. The store keeps a
 * digest only, so that reading the store opens nothing. One register holds them all, because there are few, and each
 * new one takes the expired ones out.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { DossierVorm } from '../../kern/journaal/nalezen.ts';
import { verschuif, type Instant } from '../../kern/tijd/werkdagen.ts';
import type { Klok, Opslag } from '../poorten.ts';

const REGISTER = 'dossierlinks';
const GELDIG_MS = 15 * 60_000;
const AANMELDEN_MS = 10 * 60_000;
/** Each time that somebody begins to sign in is a try: whoever has the link and is not its owner gets no more. */
const MEESTE_POGINGEN = 5;

/** A sign-in under way: of state and nonce the store has digests only. */
interface Aanmeldpoging {
  state: string;
  nonce: string;
  vorm: DossierVorm;
  geldigTot: Instant;
}

interface Dossierlink {
  casusnummer: string;
  /** Entra object id and name of who asked for it. */
  persoon: { id: string; naam: string };
  geldigTot: Instant;
  /** Sign-ins that were begun, and those of them that can still be finished. */
  pogingen?: number;
  aanmeldingen?: Aanmeldpoging[];
}

type Links = Record<string, Dossierlink>;

export interface Dossierlinks {
  maak(link: Pick<Dossierlink, 'casusnummer' | 'persoon'>): Promise<{ token: string; geldigTot: Instant }>;
  /** The link, which stays good. */
  bekijk(token: string): Promise<Dossierlink | undefined>;
  /** The link, which is gone after that: of two who use it at once, one gets it. */
  neem(token: string): Promise<Dossierlink | undefined>;
  /** Begins a sign-in for this link, which stays good; `te-vaak` when that was done so often that it no longer may. */
  begin(token: string, vorm: DossierVorm): Promise<{ state: string; nonce: string } | 'te-vaak' | undefined>;
  /** The sign-in with this state, for one time. */
  rondAf(state: string): Promise<Aangemeld | undefined>;
}

export interface Aangemeld {
  link: Dossierlink;
  vorm: DossierVorm;
  /** Whether it is this sign-in that a token with this nonce is for. */
  hoortBij(nonce: string): boolean;
  /** As `neem` of the link. */
  neem(): Promise<Dossierlink | undefined>;
}

const afdruk = (token: string): string => createHash('sha256').update(token).digest('base64url');
const geheim = (): string => randomBytes(32).toString('base64url');

export function maakDossierlinks({ opslag, klok }: { opslag: Opslag; klok: Klok }): Dossierlinks {
  const lees = () => opslag.leesRegister<Links>(REGISTER);
  const geldige = (links: Links): Links =>
    Object.fromEntries(Object.entries(links).filter(([, { geldigTot }]) => geldigTot > klok.nu()));

  /** Again when somebody else was first; nothing is written when `wijzig` gives no links. */
  async function wijzig<T>(anders: (links: Links) => { links?: Links; uitkomst: T }): Promise<T> {
    for (;;) {
      const huidig = await lees();
      const { links, uitkomst } = anders(geldige(huidig?.waarde ?? {}));
      if (!links || (await opslag.schrijfRegister(REGISTER, links, huidig?.etag))) return uitkomst;
    }
  }

  const neem = (sleutel: string): Promise<Dossierlink | undefined> =>
    wijzig((links) => {
      const { [sleutel]: link, ...rest } = links;
      return { ...(link && { links: rest }), uitkomst: link };
    });

  return {
    maak(link) {
      const token = geheim();
      const geldigTot = verschuif(klok.nu(), GELDIG_MS);
      return wijzig((links) => ({
        links: { ...links, [afdruk(token)]: { ...link, geldigTot } },
        uitkomst: { token, geldigTot },
      }));
    },
    async bekijk(token) {
      return geldige((await lees())?.waarde ?? {})[afdruk(token)];
    },
    neem: (token) => neem(afdruk(token)),

    begin(token, vorm) {
      const [state, nonce] = [geheim(), geheim()];
      return wijzig<{ state: string; nonce: string } | 'te-vaak' | undefined>((links) => {
        const link = links[afdruk(token)];
        if (!link) return { uitkomst: undefined };
        const { pogingen = 0, aanmeldingen = [] } = link;
        if (pogingen >= MEESTE_POGINGEN) return { uitkomst: 'te-vaak' };
        const geldigTot = verschuif(klok.nu(), AANMELDEN_MS);
        const nieuw = { state: afdruk(state), nonce: afdruk(nonce), vorm, geldigTot };
        const anders = { ...link, pogingen: pogingen + 1, aanmeldingen: [...aanmeldingen, nieuw] };
        return { links: { ...links, [afdruk(token)]: anders }, uitkomst: { state, nonce } };
      });
    },

    rondAf: (state) =>
      wijzig<Aangemeld | undefined>((links) => {
        for (const [sleutel, link] of Object.entries(links)) {
          const { aanmeldingen = [] } = link;
          const poging = aanmeldingen.find((een) => een.state === afdruk(state));
          if (!poging) continue;
          const anders = { ...link, aanmeldingen: aanmeldingen.filter((een) => een !== poging) };
          const { vorm, nonce, geldigTot } = poging;
          return {
            links: { ...links, [sleutel]: anders },
            uitkomst:
              geldigTot > klok.nu()
                ? { link, vorm, hoortBij: (gegeven) => afdruk(gegeven) === nonce, neem: () => neem(sleutel) }
                : undefined,
          };
        }
        return { uitkomst: undefined };
      }),
  };
}
