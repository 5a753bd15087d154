/** The laws of domein.md §1 for one write: what stood there, what was added, and what stands there now. */
import { huidigePeriode, type Casus } from '../../src/kern/casus.ts';
import type { Gebeurtenis } from '../../src/kern/gebeurtenissen.ts';
import type { Stuk } from '../../src/kern/rij/gebeurtenisrij.ts';
import type { Instant } from '../../src/kern/tijd/werkdagen.ts';
import type { Dader } from '../../src/kern/woorden.ts';
import { bewaakt, eenVerantwoordelijke, slaaptNooit } from '../kern/modelwetten.ts';

const VAN_VT: readonly Dader['rol'][] = ['vt-medewerker', 'vt-leidinggevende', 'registratiesysteem'];
const VAN_TEAM: readonly Dader['rol'][] = ['team-lid', 'team-leidinggevende'];

/** Law 1: who may have brought about that somebody else has it. */
function instemming(voor: Stuk | undefined, gebeurtenis: Gebeurtenis): string | undefined {
  const { door, verantwoordelijke: is, soort, gegevens } = gebeurtenis;
  if (!is || voor?.soort !== 'casus') return undefined;
  const doorVt = VAN_VT.includes(door.rol);
  switch (is.partij) {
    case 'lokale-toegang': {
      const zelf = VAN_TEAM.includes(door.rol) && door.namens === is.team;
      const woord =
        (soort === 'ontvangst-bevestigd' && gegevens.via !== 'teams' && doorVt) ||
        (soort === 'meningsverschil-opgelost' && gegevens.akkoordDoor !== undefined && doorVt);
      return zelf || woord ? undefined : `${is.team} kreeg de casus zonder eigen akkoord`;
    }
    case 'veilig-thuis':
      return is.tijdelijk || doorVt ? undefined : 'Veilig Thuis kreeg de casus voorgoed zonder eigen akkoord';
    case 'clientsysteem': {
      const triage = soort === 'triage-afgerond' && doorVt;
      const gesloten = soort === 'afgesloten' && (voor.fase === 'opgepakt' ? VAN_TEAM.includes(door.rol) : doorVt);
      return triage || gesloten ? undefined : 'het cliëntsysteem kreeg de casus zonder grond';
    }
  }
}

/** `tussen` is the state before each of the new events. */
export function breuken(
  na: Casus,
  nieuw: readonly { voor: Stuk | undefined; gebeurtenis: Gebeurtenis }[],
  nu: Instant,
): string[] {
  const knoop = { casus: na, nu, diepte: 0, pad: `${na.casusnummer} na gebeurtenis ${na.versie}` };
  const { verantwoordelijke } = huidigePeriode(na);
  return [
    ...[eenVerantwoordelijke, slaaptNooit, bewaakt].flatMap((wet) => wet(knoop, [])),
    ...nieuw.flatMap(({ voor, gebeurtenis }) => {
      const fout = instemming(voor, gebeurtenis);
      return fout === undefined ? [] : [`${knoop.pad} (${gebeurtenis.soort}): ${fout}`];
    }),
    ...(verantwoordelijke.partij === 'lokale-toegang' &&
    !na.overdrachten.some(({ team }) => team === verantwoordelijke.team)
      ? [`${knoop.pad}: ${verantwoordelijke.team} heeft een casus die het nooit kreeg`]
      : []),
  ];
}
