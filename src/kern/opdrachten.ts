/**
 * What can be asked of a casus. The subjects' rows are the schemas and the types; the names are those of contract.md and
 * are the same in the API, as a card's `verb` and in the journal.
 */
import { z } from 'zod';
import { lopendeOverdracht, type Casus } from './casus.ts';
import * as clientsysteem from './onderwerpen/clientsysteem.ts';
import * as informeren from './onderwerpen/informeren.ts';
import * as melding from './onderwerpen/melding.ts';
import * as escalatie from './onderwerpen/meningsverschil/escalatie.ts';
import * as oplossing from './onderwerpen/meningsverschil/oplossing.ts';
import * as monitoring from './onderwerpen/monitoring.ts';
import * as ontvangst from './onderwerpen/ontvangst.ts';
import * as oppakken from './onderwerpen/oppakken.ts';
import * as overdracht from './onderwerpen/overdracht.ts';
import * as screening from './onderwerpen/screening.ts';
import * as signaal from './onderwerpen/signaal.ts';
import * as terug from './onderwerpen/terug.ts';
import * as triage from './onderwerpen/triage.ts';
import * as wachtlijstTeam from './onderwerpen/wachtlijst-team.ts';
import * as zicht from './onderwerpen/zicht.ts';
import type { Omstandigheid, Opdrachtuitslag } from './rij/opdrachtrij.ts';
import type { Groep } from './woorden.ts';

const RIJEN = {
  ...triage.opdrachten,
  ...overdracht.opdrachten,
  ...ontvangst.opdrachten,
  ...oppakken.opdrachten,
  ...melding.opdrachten,
  ...wachtlijstTeam.opdrachten,
  ...escalatie.opdrachten,
  ...oplossing.opdrachten,
  ...terug.opdrachten,
  ...signaal.opdrachten,
  ...clientsysteem.opdrachten,
  ...informeren.opdrachten,
  ...monitoring.opdrachten,
  ...zicht.opdrachten,
  ...screening.opdrachten,
};

type Rijen = typeof RIJEN;
export type OpdrachtSoort = keyof Rijen;
export type OpdrachtVan<S extends OpdrachtSoort> = { [K in S]: z.output<Rijen[K]['schema']> }[S];
export type Opdracht = OpdrachtVan<OpdrachtSoort>;

function isSoort(soort: string): soort is OpdrachtSoort {
  return Object.hasOwn(RIJEN, soort);
}
export const OPDRACHT_SOORTEN: readonly OpdrachtSoort[] = Object.keys(RIJEN).filter(isSoort);

const [eerste, ...andere] = OPDRACHT_SOORTEN.map((soort) => RIJEN[soort].schema);
if (!eerste) throw new Error('er is geen opdracht');
/** What the API, a card and a form send. */
export const opdrachtSchema = z.discriminatedUnion('soort', [eerste, ...andere]);

/** What the engine asks of a row; a row under another kind than its own does not compile. */
interface Rij<S extends OpdrachtSoort> {
  soort: S;
  bron: string;
  wie: readonly Groep[] | ((casus: Casus) => readonly Groep[]);
  teams: 'laatste' | 'lopend' | ((casus: Casus, gevraagd: Partial<OpdrachtVan<S>>) => readonly string[]);
  beslis(omstandigheid: Omstandigheid, gevraagd: OpdrachtVan<S>): Opdrachtuitslag;
  knop(casus: Casus): boolean;
}
const OPDRACHTEN: { readonly [S in OpdrachtSoort]: Rij<S> } = RIJEN;

/** What an opdracht comes to, before it is written; `bron` is where the guideline speaks of it. */
export function besluitOver<S extends OpdrachtSoort>(
  soort: S,
  gevraagd: OpdrachtVan<S>,
  omstandigheid: Omstandigheid,
): { besluit: Opdrachtuitslag; bron: string } {
  const rij: Rij<S> = OPDRACHTEN[soort];
  return { besluit: rij.beslis(omstandigheid, gevraagd), bron: rij.bron };
}

/** Which parties may give an opdracht on this casus, as it stands (domein.md §8). */
export function wieMag(soort: OpdrachtSoort, casus: Casus | undefined): readonly Groep[] {
  const { wie } = OPDRACHTEN[soort];
  if (typeof wie !== 'function') return wie;
  return casus ? wie(casus) : [];
}

/** The teams that `team` means for an opdracht on this casus. A whole opdracht says more than its soort. */
export function teamsVoor<S extends OpdrachtSoort>(
  soort: S,
  gevraagd: Partial<OpdrachtVan<S>>,
  casus: Casus,
): readonly string[] {
  const { teams }: Rij<S> = OPDRACHTEN[soort];
  if (typeof teams === 'function') return teams(casus, gevraagd);
  const lopend = lopendeOverdracht(casus)?.team;
  const team = teams === 'lopend' ? lopend : (lopend ?? casus.overdrachten.at(-1)?.team);
  return team === undefined ? [] : [team];
}

/** Whether a button for it fits the casus as it stands; who may press it is another matter. */
export const heeftKnop = (soort: OpdrachtSoort, casus: Casus): boolean => OPDRACHTEN[soort].knop(casus);
