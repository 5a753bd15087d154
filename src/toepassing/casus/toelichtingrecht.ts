/** Who may read what people typed in an event (domein.md §8). */
import type { Dader, Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import type { CasusDocument } from '../poorten.ts';
import { ziet, zichtOp } from './gezicht.ts';
import { alsDader, isVt, vanTeam, type Aanvrager } from './rechten.ts';

/** VT, and the team in whose part of the casus it was said; never a contactambtenaar. */
export function magToelichtingZien(
  aanvrager: Aanvrager,
  document: CasusDocument,
  gebeurtenis: Gebeurtenis,
): Dader | undefined {
  const { zicht } = zichtOp(aanvrager, document);
  if (!ziet(zicht, gebeurtenis)) return undefined;
  const teams = zicht.soort === 'deel' ? zicht.teams : [];
  const rol = aanvrager.rollen.find((kandidaat) => isVt(kandidaat) || teams.some((team) => vanTeam(kandidaat, team)));
  return rol && alsDader(aanvrager, rol);
}

/** Of an event that belongs to no overdracht: 0. */
export const overdrachtVan = ({ gegevens }: Gebeurtenis): number =>
  'overdracht' in gegevens && typeof gegevens.overdracht === 'number' ? gegevens.overdracht : 0;
