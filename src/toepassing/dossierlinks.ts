/**
 * Links to a dossier: for one person and one casus, good for a quarter of an hour and for one time. The store keeps a
 * digest only, so that reading the store opens nothing. One register holds them all, because there are few, and each
 * new one takes the expired ones out.
 */
import { createHash, randomBytes } from 'node:crypto';
import { verschuif, type Instant } from '../kern/werkdagen.ts';
import type { Klok, Opslag } from './poorten.ts';

const REGISTER = 'dossierlinks';
const GELDIG_MS = 15 * 60_000;

interface Dossierlink {
  casusnummer: string;
  /** Entra object id and name of who asked for it. */
  persoon: { id: string; naam: string };
  geldigTot: Instant;
}

type Links = Record<string, Dossierlink>;

export interface Dossierlinks {
  maak(link: Omit<Dossierlink, 'geldigTot'>): Promise<{ token: string; geldigTot: Instant }>;
  /** The link, which stays good. */
  bekijk(token: string): Promise<Dossierlink | undefined>;
  /** The link, which is gone after that: of two who use it at once, one gets it. */
  neem(token: string): Promise<Dossierlink | undefined>;
}

const afdruk = (token: string): string => createHash('sha256').update(token).digest('base64url');

export function maakDossierlinks({ opslag, klok }: { opslag: Opslag; klok: Klok }): Dossierlinks {
  const lees = () => opslag.leesRegister<Links>(REGISTER);
  const geldige = (links: Links): Links =>
    Object.fromEntries(Object.entries(links).filter(([, { geldigTot }]) => geldigTot > klok.nu()));

  return {
    async maak(link) {
      const token = randomBytes(32).toString('base64url');
      const geldigTot = verschuif(klok.nu(), GELDIG_MS);
      for (;;) {
        const huidig = await lees();
        const links = { ...geldige(huidig?.waarde ?? {}), [afdruk(token)]: { ...link, geldigTot } };
        if (await opslag.schrijfRegister(REGISTER, links, huidig?.etag)) return { token, geldigTot };
      }
    },
    async bekijk(token) {
      return geldige((await lees())?.waarde ?? {})[afdruk(token)];
    },
    async neem(token) {
      for (;;) {
        const huidig = await lees();
        const { [afdruk(token)]: link, ...rest } = geldige(huidig?.waarde ?? {});
        if (!huidig || !link) return undefined;
        if (await opslag.schrijfRegister(REGISTER, rest, huidig.etag)) return link;
      }
    },
  };
}
