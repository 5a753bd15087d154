/** Moments as people write them in a story: `ma 23 nov 2026 09:00`, Amsterdam time, seconds where they matter. */
import { instantVanLokaal, toonMoment, verschuif, type Instant } from '../../src/kern/tijd/werkdagen.ts';

const MAANDEN = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const VORM =
  /^(?<dag>[a-z]{2} \d{1,2}) (?<maand>[a-z]{3}) (?<jaar>\d{4}) (?<uur>\d\d):(?<minuut>\d\d)(?::(?<seconde>\d\d))?( \(eerste keer\))?$/;

/** Throws when there is no such moment, or when the day of the week does not belong to the date. */
export function moment(tekst: string): Instant {
  const deel = VORM.exec(tekst)?.groups;
  const getal = (naam: string): number => Number(deel?.[naam] ?? 0);
  const lokaal = instantVanLokaal({
    jaar: getal('jaar'),
    maand: MAANDEN.indexOf(deel?.['maand'] ?? '') + 1,
    dag: Number(deel?.['dag']?.slice(3)),
    uur: getal('uur'),
    minuut: getal('minuut'),
  });
  // In the night that winter time begins, the hour from 2 to 3 comes twice.
  const eerder = tekst.endsWith('(eerste keer)') ? 3_600_000 : 0;
  const gevonden = lokaal && verschuif(lokaal, getal('seconde') * 1000 - eerder);
  if (gevonden === undefined || !tekst.startsWith(toonMoment(gevonden)))
    throw new Error(`'${tekst}' is geen moment${gevonden ? `; bedoel je '${toonMoment(gevonden)}'?` : ''}`);
  return gevonden;
}
