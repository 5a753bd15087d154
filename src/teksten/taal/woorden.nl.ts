/** Small words that sentences are put together with. */

export const geteld = (aantal: number, een: string, meer: string): string => `${aantal} ${aantal === 1 ? een : meer}`;
/** Casusnummers in a sentence: the first ten, and how many more. */
export const reeks = (nummers: readonly string[]): string =>
  nummers.slice(0, 10).join(', ') + (nummers.length > 10 ? ` en nog ${nummers.length - 10}` : '');
export const opsomming = (delen: readonly string[]): string =>
  delen.length < 2 ? delen.join('') : `${delen.slice(0, -1).join(', ')} en ${delen.at(-1) ?? ''}`;
/** A number as Dutch writes it: a comma before the decimals. */
export const getal = (waarde: number): string => String(waarde).replace('.', ',');
export const zin = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1);
export const door = (naam: string | undefined): string => (naam ? ` door ${naam}` : '');

export const TEAM_GAF_REDEN = 'Het team heeft een reden gegeven.';
export const VT_GAF_REDEN = 'Veilig Thuis heeft een reden gegeven.';
