/** Every place where a pattern fits, also inside an earlier one: "12 345 111 222 333", "2026 en, 4814 AB 12". */
export function* vondsten(patroon: RegExp, tekst: string): Generator<RegExpExecArray> {
  const zoeker = new RegExp(patroon);
  for (let vondst = zoeker.exec(tekst); vondst; vondst = zoeker.exec(tekst)) {
    yield vondst;
    zoeker.lastIndex = vondst.index + 1;
  }
}

export function enige<T>(rij: Iterable<T>, voldoet: (waarde: T) => boolean): boolean {
  for (const waarde of rij) if (voldoet(waarde)) return true;
  return false;
}
