/** Who holds zicht op veiligheid at an instant, since when and on what ground: the promise of domein.md §1. */
import type { Casus, Periode } from './casus.ts';
import type { Instant } from './werkdagen.ts';

/** Now, for this casus: what was written by a clock that is ahead of this one has happened. */
export const heden = ({ laatstVastgelegd }: Casus, nu: Instant): Instant =>
  nu < laatstVastgelegd ? laatstVastgelegd : nu;

/** The one stretch that covers the instant, or `undefined` before the first melding was received. */
export function verantwoordelijkeOp(casus: Casus, moment: Instant): Periode | undefined {
  return casus.perioden.find(({ vanaf, tot }) => vanaf <= moment && (tot === undefined || moment < tot));
}
