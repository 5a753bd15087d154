/** What subjects share in changing a casus. Nothing here throws or mutates. */
import type { Casus, CasusBasis, Overdracht } from './casus.ts';
import type { Envelop } from './rij/gebeurtenisrij.ts';
import type { Instant } from './tijd/werkdagen.ts';

/** The casus without what belongs to its fase alone, so that the next fase starts clean. */
export function zonderFase(casus: Casus): CasusBasis {
  const { fase: _fase, ...rest } = casus;
  // The fields of every fase, so that each can be left out of whatever fase it was.
  const {
    overdracht: _overdracht,
    reden: _reden,
    stap: _stap,
    sinds: _sinds,
    voorstel: _voorstel,
    afgewezen: _afgewezen,
    ...basis
  }: CasusBasis & {
    overdracht?: unknown;
    reden?: unknown;
    stap?: unknown;
    sinds?: unknown;
    voorstel?: unknown;
    afgewezen?: unknown;
  } = rest;
  return basis;
}

type Vervallen = 'terugleggen' | 'terugleggenGeweigerd' | 'geweigerd' | 'beeindigd';

/** The overdrachten with one of them changed; `zonder` names what no longer holds of it. */
export function wijzigOverdracht(
  casus: Pick<CasusBasis, 'overdrachten'>,
  nr: number,
  wijziging: Partial<Overdracht>,
  zonder: readonly Vervallen[] = [],
): Overdracht[] {
  return casus.overdrachten.map((overdracht) => {
    if (overdracht.nr !== nr) return overdracht;
    const nieuw = { ...overdracht, ...wijziging };
    for (const veld of zonder) delete nieuw[veld];
    return nieuw;
  });
}

/** The same casus with one overdracht changed, in the same fase. */
export const metOverdracht = (
  casus: Casus,
  nr: number,
  wijziging: Partial<Overdracht>,
  zonder: readonly Vervallen[] = [],
): Casus => ({ ...casus, overdrachten: wijzigOverdracht(casus, nr, wijziging, zonder) });

/** VT's own involvement is over: what comes next can be a koude overdracht again (Add.4). */
export const nietBetrokken = ({ vtBetrokken: _vt, ...rest }: CasusBasis): CasusBasis => rest;

/** VT has the casus again; the overdracht is over. */
export function terugBijVt(
  casus: Casus,
  overdracht: number,
  beeindigd: { op: Instant; reden: string; ingetrokken?: true },
): CasusBasis & { fase: 'bij-veilig-thuis' } {
  const overdrachten = wijzigOverdracht(casus, overdracht, { beeindigd });
  return { ...zonderFase(casus), overdrachten, fase: 'bij-veilig-thuis' };
}

/** The name of who did it, where it is known. */
export const metNaam = ({ door }: Envelop): { doorNaam?: string } =>
  door.naam === undefined ? {} : { doorNaam: door.naam };
