/**
 * Who belongs to which organisation by the roster of its linked conversation (domein.md §8), kept for some minutes.
 * What cannot be known gives no rights: only the adresboek counts then.
 */
import { verschuif, type Instant } from '../kern/werkdagen.ts';
import { VEILIG_THUIS, type Rol } from './adresboek.ts';
import type { Koppelbaar } from './adressen.ts';
import type { Plek } from './gesprek-poort.ts';
import { foutVelden, type Omgeving } from './omgeving.ts';
import type { Gespreksverwijzing, Ledenlijst } from './poorten.ts';

export interface Lidmaatschap {
  rollen: Rol[];
  /** A roster could not be had, so this person may belong to more than is known. */
  onbekend: boolean;
}

export interface Leden {
  /** @param persoon Entra object id, lower case */
  van(persoon: string): Promise<Lidmaatschap>;
  /** People came or went there: the next question looks again. Without a place, also which conversations are linked. */
  vergeet(plek?: Plek): void;
}

export interface LedenDelen {
  omgeving: Pick<Omgeving, 'klok' | 'log' | 'adresboek'>;
  adressen: Pick<Koppelbaar, 'gekoppelden'>;
  ledenlijst: Ledenlijst;
  /** How long a roster is good for, in milliseconds; someone who has left can act for that long at most. */
  levenMs: number;
  /** Counts work in the background as under way. */
  volg(werk: Promise<unknown>): void;
}

/** From this part of its life on a roster is fetched anew behind a question, so that the next one need not wait. */
const VERS = 0.6;
/** After a failure clicks are not made to wait for another try sooner than this. */
const HERPROBEER_MS = 30_000;

/** Something that is fetched when asked for, kept, and fetched anew before it is too old. */
interface Bewaard<T> {
  /** `undefined` when it cannot be had. */
  geef(): Promise<T | undefined>;
}

function bewaar<T>(
  haal: () => Promise<T>,
  { omgeving: { klok, log }, levenMs, volg }: LedenDelen,
  velden: Record<string, unknown>,
): Bewaard<T> {
  let stand: { waarde: T; sinds: Instant } | undefined;
  let mislukt: Instant | undefined;
  let bezig: Promise<T | undefined> | undefined;

  /** True at or after `sinds` and less than so long after it; a clock that went back makes everything old. */
  const binnen = (sinds: Instant, ms: number, nu: Instant): boolean => sinds <= nu && nu < verschuif(sinds, ms);

  function ververs(): Promise<T | undefined> {
    bezig ??= (async () => {
      const sinds = klok.nu();
      try {
        const waarde = await haal();
        stand = { waarde, sinds };
        mislukt = undefined;
        return waarde;
      } catch (fout) {
        log.warn({ ...velden, ...foutVelden(fout) }, 'ledenlijst niet op te halen');
        mislukt = klok.nu();
        return undefined;
      } finally {
        bezig = undefined;
      }
    })();
    return bezig;
  }

  return {
    async geef() {
      const nu = klok.nu();
      const magProberen = mislukt === undefined || !binnen(mislukt, HERPROBEER_MS, nu);
      if (stand && binnen(stand.sinds, levenMs, nu)) {
        if (magProberen && !binnen(stand.sinds, levenMs * VERS, nu)) volg(ververs());
        return stand.waarde;
      }
      return magProberen ? ververs() : undefined;
    },
  };
}

interface Lijst extends Bewaard<ReadonlySet<string>> {
  waar: Gespreksverwijzing;
}

export function maakLeden(delen: LedenDelen): Leden {
  const { omgeving, adressen, ledenlijst } = delen;
  const gekoppelden = () => bewaar(() => adressen.gekoppelden(), delen, {});
  let koppelingen = gekoppelden();
  const lijsten = new Map<string, Lijst>();

  function lijstVan(organisatie: string, waar: Gespreksverwijzing): Lijst {
    const bekend = lijsten.get(waar.conversatie);
    if (bekend) return Object.assign(bekend, { waar });
    const nieuw: Lijst = { waar, ...bewaar(() => ledenlijst.leden(nieuw.waar), delen, { organisatie }) };
    lijsten.set(waar.conversatie, nieuw);
    return nieuw;
  }

  /** Plain membership only: leidinggevenden, contactambtenaren, the stuurgroep and beheerders are in the adresboek. */
  function rolIn(organisatie: string): Rol | undefined {
    if (organisatie === VEILIG_THUIS) return { rol: 'vt-medewerker' };
    return omgeving.adresboek().team(organisatie) ? { rol: 'team-lid', team: organisatie } : undefined;
  }

  return {
    async van(persoon) {
      const gevonden = await koppelingen.geef();
      if (!gevonden) return { rollen: [], onbekend: true };
      const metRol = gevonden.flatMap(({ organisatie, waar }) => {
        const rol = rolIn(organisatie);
        // A conversation between the bot and one person is nobody's team.
        return rol && waar.soort !== 'persoonlijk' ? [{ rol, lijst: lijstVan(organisatie, waar) }] : [];
      });
      const gekoppeld = new Set(gevonden.map(({ waar }) => waar.conversatie));
      for (const conversatie of lijsten.keys()) if (!gekoppeld.has(conversatie)) lijsten.delete(conversatie);
      const uit = await Promise.all(metRol.map(async ({ rol, lijst }) => ({ rol, leden: await lijst.geef() })));
      return {
        rollen: uit.flatMap(({ rol, leden }) => (leden?.has(persoon) ? [rol] : [])),
        onbekend: uit.some(({ leden }) => leden === undefined),
      };
    },
    vergeet(plek) {
      if (!plek) {
        koppelingen = gekoppelden();
        return;
      }
      // What is being fetched now may be the list from before, so it is let go with the rest.
      for (const [conversatie, { waar }] of lijsten) {
        const isTeam = plek.teamsTeam !== undefined && waar.teamsTeam === plek.teamsTeam;
        if (isTeam || conversatie === plek.conversatie) lijsten.delete(conversatie);
      }
    },
  };
}
