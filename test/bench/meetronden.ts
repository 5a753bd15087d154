/** Alternating rounds: what is compared is measured in turns in one run, so that a busy machine is busy for all. */

/** How a benchmark is run. */
export interface Omstandigheden {
  /** A folder of its own, gone when the run ends. */
  map: string;
  ronden: number;
  /** 1 for the real sizes; 100 for a hundredth of them, to see that everything works. */
  deel: number;
}

/** What one round of one contender gave, by name of the quantity. */
export type Waarden = Record<string, number>;

export interface Deelnemer {
  naam: string;
  /** Does one round; 0 is the warm-up, which does not count. */
  ronde(nr: number): Promise<Waarden>;
}

/** Per contender the values of its rounds, in order. */
export type Reeksen = Map<string, Waarden[]>;

/** Each contender once per round; every second round in reverse order, so that no one always goes first. */
export async function wissel(deelnemers: readonly Deelnemer[], ronden: number): Promise<Reeksen> {
  const reeksen: Reeksen = new Map(deelnemers.map(({ naam }) => [naam, []]));
  for (let nr = 0; nr <= ronden; nr++) {
    for (const { naam, ronde } of nr % 2 === 0 ? deelnemers : deelnemers.toReversed()) {
      const waarden = await ronde(nr);
      const getoond = Object.entries(waarden).map(([wat, waarde]) => `${wat} ${kort(waarde)}`);
      process.stdout.write(`  ${nr === 0 ? 'warm-up' : `round ${nr}`}  ${naam}: ${getoond.join(', ')}\n`);
      if (nr > 0) reeksen.get(naam)?.push(waarden);
    }
  }
  return reeksen;
}

export const reeks = (reeksen: Reeksen, naam: string, wat: string): number[] =>
  (reeksen.get(naam) ?? []).map((waarden) => waarden[wat] ?? Number.NaN);

/** The value below which this part (0 to 1) of the values lies. */
export function deel(waarden: readonly number[], plaats: number): number {
  const gesorteerd = waarden.toSorted((a, b) => a - b);
  return gesorteerd[Math.min(gesorteerd.length - 1, Math.floor(plaats * gesorteerd.length))] ?? Number.NaN;
}

export function mediaan(waarden: readonly number[]): number {
  const gesorteerd = waarden.toSorted((a, b) => a - b);
  const midden = gesorteerd.length / 2;
  const hoog = gesorteerd[Math.floor(midden)] ?? Number.NaN;
  return Number.isInteger(midden) ? ((gesorteerd[midden - 1] ?? Number.NaN) + hoog) / 2 : hoog;
}

/** Round by round ours divided by theirs: what disturbs one round disturbs both. */
export const verhoudingen = (onze: readonly number[], hunne: readonly number[]): number[] =>
  onze.map((waarde, nr) => waarde / (hunne[nr] ?? Number.NaN));

/** Three digits that mean something. */
export function kort(waarde: number): string {
  const grootte = Math.abs(waarde);
  if (grootte >= 1000) return Math.round(waarde).toLocaleString('en-US');
  return waarde.toFixed(grootte >= 100 ? 0 : grootte >= 10 ? 1 : grootte >= 1 ? 2 : 3);
}

/** `median (min – max)`. */
export const metSpreiding = (waarden: readonly number[]): string =>
  `${kort(mediaan(waarden))} (${kort(Math.min(...waarden))} – ${kort(Math.max(...waarden))})`;
