/** How long something takes, in words; what a term is comes from the policy in force, never from a sentence. */
import type { Beleid, Beleidsregel, TermijnNaam } from '../../kern/beleid/beleid.ts';
import { geteld } from './woorden.nl.ts';

export const inWerkdagen = (aantal: number): string => geteld(aantal, 'werkdag', 'werkdagen');
export const inWeken = (aantal: number): string => geteld(aantal, 'week', 'weken');
export const inMaanden = (aantal: number): string => geteld(aantal, 'maand', 'maanden');

/** The terms of a policy as a sentence takes them. */
export interface TermijnWoorden {
  /** `2 werkdagen`, `12:00`, `de afgesproken datum`. */
  duur(naam: TermijnNaam): string;
  /** `binnen 2 werkdagen`, `vóór 12:00`, `op de afgesproken datum`; it says so when the region chose it. */
  binnen(naam: TermijnNaam): string;
  /** ` (regionale afspraak)` when the region chose one of these terms, else nothing. */
  afspraak(...namen: TermijnNaam[]): string;
  /** How often VT screens its wachtlijst: `elke dag` or `elke werkdag`. */
  screening: string;
}

function duurWoorden(duur: Beleidsregel['duur']): { duur: string; binnen: string } {
  if ('opDeDag' in duur) return { duur: duur.opDeDag, binnen: `vóór ${duur.opDeDag}` };
  if ('afgesproken' in duur) return { duur: 'de afgesproken datum', binnen: 'op de afgesproken datum' };
  const lang = 'weken' in duur ? inWeken(duur.weken) : inWerkdagen(duur.werkdagen);
  return { duur: lang, binnen: `binnen ${lang}` };
}

export function termijnWoorden({ termijnen, screening }: Beleid): TermijnWoorden {
  const afspraak = (...namen: TermijnNaam[]): string =>
    namen.some((naam) => termijnen[naam].bron.regionaal) ? ' (regionale afspraak)' : '';
  return {
    duur: (naam) => duurWoorden(termijnen[naam].duur).duur,
    binnen: (naam) => duurWoorden(termijnen[naam].duur).binnen + afspraak(naam),
    afspraak,
    screening: screening.dagen === 'elke-dag' ? 'elke dag' : 'elke werkdag',
  };
}
