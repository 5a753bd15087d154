/**
 * Who belongs to which organisation by the roster of its linked conversation (domein.md §8), kept for some minutes.
 * What cannot be known gives no rights: only the adresboek counts then.
 */
import { verschuif, type Instant } from '../../kern/tijd/werkdagen.ts';
import { isVt, vanTeam } from '../casus/rechten.ts';
import { foutVelden, type Omgeving } from '../omgeving.ts';
import { VEILIG_THUIS, type Gespreksverwijzing, type Ledenlijst, type Plek } from '../poorten.ts';
import type { Rol } from './adresboek.ts';
import type { Koppelbaar } from './adressen.ts';

export interface Lidmaatschap {
  rollen: Rol[];
  /** A roster could not be had that this person may be in: who belongs to nothing known, or was in it when it was last had. */
  onbekend: boolean;
}

/** How far to look, because a roster costs a request to Teams and somebody waits for it. */
export interface Zoekruimte {
  /**
   * `hier`: what is known, and the roster of the conversation itself. `gericht`: also that of Veilig Thuis and of
   * `teams`. `alles`: every roster; who belongs to something known does not wait for the rest.
   */
  diepte: 'hier' | 'gericht' | 'alles';
  /** Where it is asked. */
  conversatie?: string;
  teams?: readonly string[];
}

export interface Leden {
  /** @param persoon Entra object id, lower case */
  van(persoon: string, ruimte?: Zoekruimte): Promise<Lidmaatschap>;
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

/** So many rosters are fetched at a time when many are needed: messages keep most of the room under Teams' limits. */
const TEGELIJK = 3;
/** A click must be answered within 3 s, however many rosters it waits for. */
const SAMEN_WACHTEN_MS = 2_000;

/** From this part of its life on a roster is fetched anew behind a question, so that the next one need not wait. */
const VERS = 0.6;
/** After a failure clicks are not made to wait for another try sooner than this. */
const HERPROBEER_MS = 30_000;

/** Something that is fetched when asked for, kept, and fetched anew before it is too old. */
interface Bewaard<T> {
  /** `undefined` when it cannot be had. */
  geef(): Promise<T | undefined>;
  /** Asks now; `undefined` when that failed. */
  ververs(): Promise<T | undefined>;
  /** What is good now, without asking. */
  bekend(): T | undefined;
  /** Whatever was had last, however old; it gives nobody rights. */
  laatst(): T | undefined;
  /** The last try failed. */
  mislukt(): boolean;
  /** It has to be asked for: it is not there or will soon be too old, and it did not just fail. */
  nodig(): boolean;
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

  const bekend = (): T | undefined => (stand && binnen(stand.sinds, levenMs, klok.nu()) ? stand.waarde : undefined);
  function nodig(): boolean {
    const nu = klok.nu();
    const magProberen = mislukt === undefined || !binnen(mislukt, HERPROBEER_MS, nu);
    return magProberen && !(stand && binnen(stand.sinds, levenMs * VERS, nu));
  }
  return {
    async geef() {
      const goed = bekend();
      if (goed === undefined) return nodig() ? ververs() : undefined;
      if (nodig()) volg(ververs());
      return goed;
    },
    ververs,
    bekend,
    laatst: () => stand?.waarde,
    mislukt: () => mislukt !== undefined,
    nodig,
  };
}

interface Lijst extends Bewaard<ReadonlySet<string>> {
  waar: Gespreksverwijzing;
  /** Who was in it by a roster that has been let go. */
  vroeger: ReadonlySet<string> | undefined;
}

/** A roster with the role that it gives. */
interface MetRol {
  organisatie: string;
  rol: Rol;
  lijst: Lijst;
}

export function maakLeden(delen: LedenDelen): Leden {
  const { omgeving, adressen, ledenlijst, volg } = delen;
  const gekoppelden = () => bewaar(() => adressen.gekoppelden(), delen, {});
  let koppelingen = gekoppelden();
  const lijsten = new Map<string, Lijst>();
  const vroeger = new Map<string, ReadonlySet<string>>();
  let rij = new Set<Lijst>();
  /** Called when something from the row has ended. */
  const wachtenden = new Set<() => void>();
  let onderweg = 0;

  function lijstVan(organisatie: string, waar: Gespreksverwijzing): Lijst {
    const bekend = lijsten.get(waar.conversatie);
    if (bekend) return Object.assign(bekend, { waar });
    const nieuw: Lijst = {
      waar,
      vroeger: vroeger.get(waar.conversatie),
      ...bewaar(() => ledenlijst.leden(nieuw.waar), delen, { organisatie }),
    };
    lijsten.set(waar.conversatie, nieuw);
    return nieuw;
  }

  function laatLos(conversatie: string): void {
    const lijst = lijsten.get(conversatie);
    const leden = lijst?.laatst() ?? lijst?.vroeger;
    if (leden) vroeger.set(conversatie, leden);
    lijsten.delete(conversatie);
  }

  /** Fetches what is in the row, a few at a time. */
  function werkRijAf(): void {
    for (const lijst of rij) {
      if (onderweg >= TEGELIJK) return;
      rij.delete(lijst);
      onderweg += 1;
      const werk = lijst.ververs().finally(() => {
        onderweg -= 1;
        for (const hoor of wachtenden) hoor();
        werkRijAf();
      });
      volg(werk);
    }
  }

  /** Plain membership only: leidinggevenden, contactambtenaren, the stuurgroep and beheerders are in the adresboek. */
  function rolIn(organisatie: string): Rol | undefined {
    if (organisatie === VEILIG_THUIS) return { rol: 'vt-medewerker' };
    return omgeving.adresboek().team(organisatie) ? { rol: 'team-lid', team: organisatie } : undefined;
  }

  const isLaatstIn = ({ lijst }: MetRol, persoon: string): boolean =>
    (lijst.laatst() ?? lijst.vroeger)?.has(persoon) ?? false;

  /** The rosters without which this question is not answered. */
  function waaropWachten(
    alle: readonly MetRol[],
    persoon: string,
    { diepte, conversatie, teams = [] }: Zoekruimte,
  ): MetRol[] {
    const eigen = [...omgeving.adresboek().rollen(persoon), ...gegeven(alle, persoon)];
    if (eigen.some(isVt)) return [];
    return alle.filter((een) => {
      const { organisatie, rol, lijst } = een;
      if (lijst.bekend() || !lijst.nodig()) return false;
      if (isLaatstIn(een, persoon)) return true;
      if (rol.rol === 'team-lid' && eigen.some((andere) => vanTeam(andere, rol.team))) return false;
      if (lijst.waar.conversatie === conversatie) return true;
      if (eigen.length > 0 && lijst.mislukt()) return false;
      if (diepte === 'alles') return eigen.length === 0;
      return diepte === 'gericht' && (organisatie === VEILIG_THUIS || teams.includes(organisatie));
    });
  }

  const gegeven = (alle: readonly MetRol[], persoon: string): Rol[] =>
    alle.flatMap(({ rol, lijst }) => (lijst.bekend()?.has(persoon) ? [rol] : []));

  /** True when each of these has been asked for; false when that takes too long. */
  async function haal(alle: readonly MetRol[]): Promise<boolean> {
    const nog = new Set(alle.map(({ lijst }) => lijst));
    if (nog.size === 0) return true;
    let wekker: NodeJS.Timeout | undefined;
    let hoor = (): void => {};
    const opTijd = new Promise<boolean>((klaar) => {
      wekker = setTimeout(() => klaar(false), SAMEN_WACHTEN_MS);
      const af = (lijst: Lijst): void => void (nog.delete(lijst) && nog.size === 0 && klaar(true));
      if (nog.size <= TEGELIJK) {
        // A few, on which an answer hangs: not behind what goes on in the background.
        for (const lijst of nog) void lijst.ververs().finally(() => af(lijst));
        return;
      }
      hoor = () => [...nog].filter((lijst) => !lijst.nodig()).forEach(af);
      wachtenden.add(hoor);
      rij = new Set([...nog, ...rij]);
      werkRijAf();
    });
    return opTijd.finally(() => {
      clearTimeout(wekker);
      wachtenden.delete(hoor);
    });
  }

  return {
    async van(persoon, ruimte = { diepte: 'alles' }) {
      const inBoek = omgeving.adresboek().rollen(persoon);
      const gevonden = await koppelingen.geef();
      if (!gevonden) return { rollen: [], onbekend: inBoek.length === 0 };
      const alle = gevonden.flatMap(({ organisatie, waar }): MetRol[] => {
        const rol = rolIn(organisatie);
        // A conversation between the bot and one person is nobody's team.
        return rol && waar.soort !== 'persoonlijk' ? [{ organisatie, rol, lijst: lijstVan(organisatie, waar) }] : [];
      });
      const gekoppeld = new Set(gevonden.map(({ waar }) => waar.conversatie));
      for (const conversatie of lijsten.keys()) if (!gekoppeld.has(conversatie)) lijsten.delete(conversatie);
      for (const conversatie of vroeger.keys()) if (!gekoppeld.has(conversatie)) vroeger.delete(conversatie);

      const opTijd = await haal(waaropWachten(alle, persoon, ruimte));
      const rollen = gegeven(alle, persoon);
      // Behind the answer: what this person is in and grows old, and with everything what is not waited for.
      const erachter = alle.filter(
        ({ lijst }) =>
          lijst.nodig() && (lijst.bekend()?.has(persoon) || (ruimte.diepte === 'alles' && !lijst.bekend())),
      );
      for (const { lijst } of erachter) rij.add(lijst);
      werkRijAf();
      const hoort = [...inBoek, ...rollen];
      const gemist = alle.filter(({ lijst }) => !lijst.bekend() && lijst.mislukt());
      const raaktMij =
        hoort.length === 0 ? gemist.length > 0 || !opTijd : gemist.some((een) => isLaatstIn(een, persoon));
      return { rollen, onbekend: raaktMij && !hoort.some(isVt) };
    },
    vergeet(plek) {
      if (!plek) {
        koppelingen = gekoppelden();
        return;
      }
      // What is being fetched now may be the list from before, so it is let go with the rest.
      for (const [conversatie, { waar }] of lijsten) {
        const isTeam = plek.teamsTeam !== undefined && waar.teamsTeam === plek.teamsTeam;
        if (isTeam || conversatie === plek.conversatie) laatLos(conversatie);
      }
    },
  };
}
