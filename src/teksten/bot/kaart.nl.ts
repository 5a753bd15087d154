/** Words on cards that belong to no subject: what was done with it, several at once, counts. */
import type { Bron } from '../../kern/beleid/beleid.ts';
import { opsomming } from '../taal/woorden.nl.ts';

export const kaartTeksten = {
  lijst: { openstaand: 'Openstaande casussen', 'te-laat': 'Casussen met een verlopen termijn' },
  gedaan: {
    samenvatting: {
      gedaan: (over: string): string => `Klaar: ${over}`,
      nieuwer: (over: string): string => `Nieuwer bericht: ${over}`,
    },
    /** `wat` may be empty: that it is done is for everybody there, what happened is not. */
    klaar: (wat: string): string => `Je hoeft hier niets meer te doen.${wat === '' ? '' : ` ${wat}.`}`,
    wat: (watGebeurde: string, op: string, wie: string): string =>
      `${watGebeurde}, op ${op}${wie === '' ? '' : `. Vastgelegd door ${wie}`}`,
    over: (termijnen: readonly string[]): string => `Dit bericht ging over: ${opsomming(termijnen)}.`,
    nieuwer: 'Er is een nieuwer bericht hierover. Gebruik de knoppen in dat bericht.',
    opnieuw: (op: string): string => `Deze screening is niet afgerond. Op ${op} is opnieuw om een screening gevraagd.`,
  },
  bundel: {
    samenvatting: (aantal: number): string =>
      aantal === 1 ? '1 casus vraagt om actie' : `${aantal} casussen vragen om actie`,
    nietBezorgd: (wat: string): string => `Niet aangekomen: ${wat}`,
  },
  bron: ({ paragraaf, regionaal }: Bron): string => (regionaal ? `${paragraaf}, regionale afspraak` : paragraaf),
  hoeVaak: (keer: number): string => (keer > 1 ? ` (${keer} keer)` : ''),
  enNog: (aantalMeer: number): string => (aantalMeer > 0 ? ` en nog ${aantalMeer}` : ''),
  dagen: (aantal: number): string => (aantal === 1 ? '1 dag' : `${aantal} dagen`),
} as const;
