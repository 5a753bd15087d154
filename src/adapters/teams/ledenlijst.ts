/** Who is in a conversation by its roster in Teams (port Ledenlijst): read page by page, within one time limit. */
import { z } from 'zod';
import type { Ledenlijst } from '../../toepassing/poorten.ts';
import type { TeamsAdapter } from './adapter.ts';

/** A click must be answered within 3 s, and waits for this where nothing is known yet. */
const TIJD_MS = 2_000;
/** A Teams team holds at most 25,000 people; an answer that goes on for longer than that is none. */
const MEESTE_PAGINAS = 50;

const lid = z.object({
  /** Teams has written it under both names. */
  aadObjectId: z.string().min(1).optional().catch(undefined),
  objectId: z.string().min(1).optional().catch(undefined),
  tenantId: z.string().optional().catch(undefined),
  /** `user`, `guest`, `anonymous` …; the Bot Framework's own name for it is `role`. */
  userRole: z.string().optional().catch(undefined),
  role: z.string().optional().catch(undefined),
  userPrincipalName: z.string().optional().catch(undefined),
});
type Lid = z.output<typeof lid>;
const GEEN_LID = new Set(['guest', 'anonymous']);

/** Guests of the tenant are no members (domein.md §8); Entra writes `#EXT#` in the name of each account of a guest. */
const isGast = ({ userRole, role, userPrincipalName }: Lid): boolean =>
  [userRole, role].some((rol) => rol !== undefined && GEEN_LID.has(rol.trim().toLowerCase())) ||
  (userPrincipalName?.toUpperCase().includes('#EXT#') ?? false);

const pagina = z.object({ members: z.array(lid), continuationToken: z.string().nullish() });

export interface LedenlijstDelen {
  adapter: TeamsAdapter;
  /** Entra tenant ids; not looked at when the bot runs open, on loopback. */
  toegestaneTenants: readonly string[];
  /** How long the whole list may take, in milliseconds. */
  tijdMs?: number;
}

export function maakLedenlijst({ adapter, toegestaneTenants, tijdMs = TIJD_MS }: LedenlijstDelen): Ledenlijst {
  const tenants = new Set(toegestaneTenants.map((tenant) => tenant.toLowerCase()));
  const { open } = adapter.authenticatie;

  return {
    async leden(waar) {
      // The list of a private or shared channel is its own; of a channel that says nothing, the narrower one is taken.
      const conversatie = (waar.standaardkanaal && waar.teamsTeam) || waar.conversatie;
      const afbreken = AbortSignal.timeout(tijdMs);
      const gevonden = new Set<string>();
      let vervolg: string | undefined;
      for (let nr = 0; nr < MEESTE_PAGINAS; nr++) {
        afbreken.throwIfAborted();
        const antwoord = await binnen(afbreken, adapter.ledenpagina(waar, conversatie, { vervolg, afbreken }));
        const { members, continuationToken } = pagina.parse(antwoord);
        for (const een of members) {
          const { aadObjectId, objectId, tenantId } = een;
          const persoon = (aadObjectId ?? objectId)?.toLowerCase();
          // In a shared channel someone's own tenant is another than the channel's; a bot has no object id.
          const mag = open || (tenantId !== undefined && tenants.has(tenantId.toLowerCase()));
          if (persoon !== undefined && mag && !isGast(een)) gevonden.add(persoon);
        }
        if (!continuationToken) return gevonden;
        vervolg = continuationToken;
      }
      throw new Error(`ledenlijst langer dan ${MEESTE_PAGINAS} bladzijden`);
    },
  };
}

/** Also ends a wait that the call itself cannot be called back from, such as that for the bot's own token. */
function binnen<T>(grens: AbortSignal, werk: Promise<T>): Promise<T> {
  return new Promise((klaar, mislukt) => {
    const opgeven = (): void => mislukt(new Error('ledenlijst niet op tijd'));
    grens.addEventListener('abort', opgeven, { once: true });
    werk.then(klaar, mislukt).finally(() => grens.removeEventListener('abort', opgeven));
  });
}
