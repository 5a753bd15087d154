/** Which word was meant, with the typing errors people make. */

/**
 * How many typing errors a word may have. Short words get none, because their neighbours are words too:
 * `zicht` and `zich`, `maart` and `kaart`.
 */
function marge(lengte: number): number {
  if (lengte >= 12) return 3;
  if (lengte >= 9) return 2;
  return lengte >= 6 ? 1 : 0;
}

/** Edit distance in which swapping two neighbours counts once (Damerau-Levenshtein, optimal string alignment). */
export function afstand(a: string, b: string): number {
  let vorige: number[] = [];
  let huidige = Array.from({ length: b.length + 1 }, (_, kolom) => kolom);
  for (let i = 1; i <= a.length; i++) {
    const tweeTerug = vorige;
    vorige = huidige;
    huidige = [i];
    for (let j = 1; j <= b.length; j++) {
      const gelijk = a[i - 1] === b[j - 1];
      let kosten = Math.min((vorige[j] ?? 0) + 1, (huidige[j - 1] ?? 0) + 1, (vorige[j - 1] ?? 0) + (gelijk ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        kosten = Math.min(kosten, (tweeTerug[j - 2] ?? 0) + 1);
      }
      huidige.push(kosten);
    }
  }
  return huidige[b.length] ?? 0;
}

/** Whether a typed word is this keyword, give or take some typing errors; `ij` and `y` are the same. */
export function lijktOp(getypt: string, sleutelwoord: string): boolean {
  if (getypt === sleutelwoord) return true;
  const woord = getypt.replaceAll('ij', 'y');
  const doel = sleutelwoord.replaceAll('ij', 'y');
  const toegestaan = marge(doel.length);
  if (Math.abs(woord.length - doel.length) > toegestaan) return false;
  if (toegestaan <= 1 && woord[0] !== doel[0]) return false;
  return afstand(woord, doel) <= toegestaan;
}
