/** What belongs together when responsibility comes back to VT or goes to the cliëntsysteem. */
import type { TermijnNaam } from '../beleid.ts';
import type { Conclusie, Dader, Verantwoordelijke, Zijde } from '../gebeurtenissen.ts';
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

/** VT is responsible from here on: tijdelijk with the reason, or for good. */
export const naarVt = ({ tijdelijk, ...gevolg }: Gevolg & { tijdelijk?: string }): Gevolg => ({
  ...gevolg,
  verantwoordelijke:
    tijdelijk === undefined ? VEILIG_THUIS : { partij: 'veilig-thuis', tijdelijk: true, reden: tijdelijk },
});

/** What holds a casus at VT: these conclusions and those that stand from before, each once, in a fixed order (§3.1.2). */
export const verenig = (staande: readonly Conclusie[], erbij: readonly Conclusie[] = []): Conclusie[] =>
  [...new Set([...staande, ...erbij])].toSorted();

/** The side that someone speaks for; the registration system is VT's. */
export function zijdeVan({ rol }: Dader): Zijde {
  if (rol === 'team-lid' || rol === 'team-leidinggevende') return 'lokale-toegang';
  return rol === 'contactambtenaar' ? 'gemeente' : 'veilig-thuis';
}
