/**
 * Chance from one seed. Each draw is keyed by what it is about and not by how many came before it, so that a year is the
 * same whichever of two calls was quicker.
 */
export interface Toeval {
  /** In [0, 1), the same for the same key. */
  kans(...sleutel: readonly (string | number)[]): number;
  /** A whole number from `van` up to and including `tot`. */
  tussen(van: number, tot: number, ...sleutel: readonly (string | number)[]): number;
  kies<T>(keuzes: readonly T[], ...sleutel: readonly (string | number)[]): T;
}

/** FNV-1a over the text, and the finalizer of MurmurHash3 to spread what is left. */
export function gehakt(tekst: string): number {
  let h = 0x811c9dc5;
  for (let plek = 0; plek < tekst.length; plek++) h = Math.imul(h ^ tekst.charCodeAt(plek), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

export function maakToeval(zaad: number): Toeval {
  const kans: Toeval['kans'] = (...sleutel) => gehakt(`${zaad}|${sleutel.join('|')}`) / 0x1_0000_0000;
  return {
    kans,
    tussen: (van, tot, ...sleutel) => van + Math.floor(kans(...sleutel) * (tot - van + 1)),
    kies(keuzes, ...sleutel) {
      const gekozen = keuzes[Math.floor(kans(...sleutel) * keuzes.length)];
      if (gekozen === undefined) throw new Error('niets om uit te kiezen');
      return gekozen;
    },
  };
}
