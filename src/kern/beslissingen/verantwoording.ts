/** What belongs together when responsibility comes back to VT or goes to the cliëntsysteem. */
import type { TermijnNaam } from '../beleid.ts';
import type { Casus } from '../casus.ts';
import type { Verantwoordelijke } from '../gebeurtenissen.ts';
import type { Gevolg } from '../pen.ts';

export const VEILIG_THUIS: Verantwoordelijke = { partij: 'veilig-thuis', tijdelijk: false };
export const CLIENTSYSTEEM: Verantwoordelijke = { partij: 'clientsysteem', tijdelijk: false };

/** The terms that run for a team; they end when the casus leaves it. */
export const TEAM_TERMIJNEN: TermijnNaam[] = [
  'bevestigen',
  'oppakken',
  'melding-bespreken',
  'terugleggen-beantwoorden',
];
export const GESPREKKEN: TermijnNaam[] = ['gesprek-professionals', 'gesprek-leidinggevenden', 'gesprek-gemeente'];

/**
 * VT is responsible from here on, tijdelijk with the reason, or for good. VT's ten weeks to set a vervolgtraject going
 * start anew when they do not run: no casus at VT goes without a guarded term (▲).
 */
export function naarVt(casus: Casus, { tijdelijk, start = [], ...gevolg }: Gevolg & { tijdelijk?: string }): Gevolg {
  const vervolgLoopt = casus.termijnen.some(({ naam }) => naam === 'vervolg');
  return {
    ...gevolg,
    verantwoordelijke:
      tijdelijk === undefined ? VEILIG_THUIS : { partij: 'veilig-thuis', tijdelijk: true, reden: tijdelijk },
    start: [...start, ...(vervolgLoopt ? [] : [{ naam: 'vervolg' as const }])],
  };
}
