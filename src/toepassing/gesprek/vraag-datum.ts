/**
 * Finds the moment a question is about, in Dutch as people type it. Works on days and clock times as numbers and
 * leaves all computing to `werkdagen.ts`. Whatever smells of a date but is not fully understood is `onduidelijk`:
 * an answer about now to a question about another day would be wrong without anyone seeing it.
 */
import { instantVanLokaal, lokaleDatum, toonMoment, verschuif, type Instant } from '../../kern/tijd/werkdagen.ts';
import { afstand, lijktOp } from '../../teksten/taal/gelijkenis.ts';

/** `undefined`: no moment is named. */
export type GevraagdMoment = { op: Instant } | { onduidelijk: string } | undefined;

type Dag = ReturnType<typeof lokaleDatum>;

const MAANDNAMEN = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;
const WEEKDAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const;

const MAAND_KORT = 'jan|feb|mrt|apr|mei|jun|jul|aug|sept?|okt|nov|dec';
/** As regex text: a month by name. */
const MAAND = `(?:${MAANDNAMEN.join('|')}|${MAAND_KORT})`;
const DAGDEEL = 'ochtend|morgen|middag|avond|nacht';

/** A number starts here: not in the middle of another number, clock time or date. */
const LOS = String.raw`(?<![\d:.,/-])`;
const DATUM_ISO = new RegExp(String.raw`${LOS}(?<jaar>\d{4})-(?<maand>\d{1,2})-(?<dag>\d{1,2})(?!\d)t?`);
const DATUM_NAAM = new RegExp(
  String.raw`${LOS}(?<dag>\d{1,2})(?:e|de|ste)?[\s-]{0,2}(?:van\s)?(?<naam>${MAAND})(?![a-z])\.?,?` +
    String.raw`(?:[\s-]{0,2}(?:'(?<kort>\d\d)|(?<jaar>\d{4})|(?<los>\d\d)(?!\s?u))(?!\d|[:.]\d))?`,
);
const DATUM_CIJFERS = new RegExp(
  String.raw`${LOS}(?<dag>\d{1,2})\s?[-/.]\s?(?<maand>\d{1,2})\s?[-/.]\s?(?:(?<jaar>\d{4})|'?(?<kort>\d\d))(?!\d|[:/-]\d)`,
);
const DATUM_SPATIES = new RegExp(String.raw`${LOS}(?<dag>\d{1,2})\s(?<maand>\d{1,2})\s(?<jaar>\d{4})(?!\d|[:./-]\d)`);
const DATUM_ZONDER_JAAR = new RegExp(String.raw`${LOS}(?<dag>\d{1,2})[-/](?<maand>\d{1,2})(?!\d|[:./-]\d)`);
const DATUMS = [DATUM_ISO, DATUM_NAAM, DATUM_CIJFERS, DATUM_SPATIES, DATUM_ZONDER_JAAR];

/** A short name counts only beside a date or after `op`: `do`, `zo` and `za` are too common otherwise. */
const WEEKDAG = new RegExp(
  String.raw`(?:\b(?:op|afgelopen)\s(?<kort>ma|di|wo|do|vr|za|zo)\b|\b(?<naastDatum>ma|di|wo|do|vr|za|zo)\.?,?(?=\s{0,2}\|)` +
    String.raw`|(?<afgelopen>\bafgelopen\s)?\b(?<dag>${WEEKDAGEN.join('|')})(?:\sj\.?l\b\.?)?)`,
);
const DAGWOORD = new RegExp(
  String.raw`\b(?<woord>vandaag|van(?=${DAGDEEL})|eergister(?:en)?|gister(?:en)?|overmorgen|morgen)\s?(?<deel>${DAGDEEL})?(?![a-z])`,
);
const DAGDEEL_LOS = new RegExp(String.raw`\b(?<deel>${DAGDEEL})s?\b`);
const VERSCHUIVING: Record<string, number> = { van: 0, vandaag: 0, morgen: 1, overmorgen: 2 };

const KLOKTIJDEN = [
  new RegExp(String.raw`${LOS}(?<uur>\d{1,2})[:.](?<minuut>\d\d)(?:\s?(?:uur|u|h)\b|(?![\da-z]|[:.]\d))`),
  new RegExp(String.raw`${LOS}(?<uur>\d{1,2})\s?(?:uur|u|h)(?![a-z])(?:\s?(?<minuut>\d\d)(?!\d))?`),
  /\bom\s(?<uur>\d{1,2})(?![\da-z]|[:./-]\d)/,
];

/** What is left of a date that was not understood; "mei" and the like count, "jan" alone is a name. */
const REST_VAN_DATUM = new RegExp(
  String.raw`\d[^\s?!,;]*|\b(?:${MAANDNAMEN.join('|')}|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec|in\sjan|${WEEKDAGEN.join('|')}` +
    '|weekend|week|weken|maand|maanden|jaar|jaren|dagen|uren|minuten|geleden|vorige?|volgende?|komende?|aanstaande' +
    `|afgelopen|begin|einde?|medio|half|kwart|straks|toen|destijds|onlangs|laatst|eerder|vroeger|voorheen|zojuist` +
    `|pasen|pinksteren|kerst|kerstmis|${DAGDEEL})\\b`,
  'g',
);
/** A span or a distance instead of a moment: "sinds 3 maart", "over 2 uur". */
const SPANNE = new RegExp(
  String.raw`\b(?:over|binnen|na|sinds|vanaf|tot|tussen|rond|omstreeks|circa|t/m)\s(?:de\s|het\s|en\smet\s)?` +
    String.raw`(?:\d|${WEEKDAGEN.join('|')}|vandaag|(?:eer)?gister|(?:over)?morgen)[^\s?!,;]*(?:\s[^\s?!,;]+){0,2}`,
);
const GROET = new RegExp(String.raw`\bgoe[di]e[nr]?\s?(?:${DAGDEEL}|dag)\b|^(?:${DAGDEEL})(?=\s?[,!])`, 'g');

/** Repairs typing errors, a month only right behind a number, so that what follows can look for exact words. */
function verbeter(tekst: string): string {
  return tekst
    .replace(/(?<=\d(?:e|de|ste)?[\s-]{1,2})[a-z]{4,11}\b/g, (woord) => {
      // juni and juli differ one letter, so they and mei are taken exactly; the others may have one error.
      const maand = MAANDNAMEN.find((naam) => naam.length > 4 && afstand(woord, naam) <= 1);
      return maand ?? woord;
    })
    .replace(/\b[a-z]{6,12}\b/g, (woord) => {
      const bekend = [...WEEKDAGEN, 'eergisteren', 'gisteren'].find((naam) => lijktOp(woord, naam));
      return bekend ?? woord;
    });
}

/** The day that lies a number of days from another; noon keeps a change of summer time out of it. */
function dagVerder(dag: Dag, dagen: number): Dag {
  return lokaleDatum(verschuif(opKlok(dag, 12, 0) ?? '', dagen * 24 * 3_600_000));
}

function opKlok(dag: Dag, uur: number, minuut: number): Instant | undefined {
  if (uur === 24 && minuut === 0) return opKlok(dagVerder(dag, 1), 0, 0);
  return uur > 23 || minuut > 59 ? undefined : instantVanLokaal({ ...dag, uur, minuut });
}

const bestaat = (dag: Dag): boolean => opKlok(dag, 12, 0) !== undefined;
/** `ma`, `di`, … of a day, from the one function that shows a day in words. */
const weekdagVan = (dag: Dag): string => toonMoment(opKlok(dag, 12, 0) ?? '').slice(0, 2);
const volgnummer = (dag: Dag): number => dag.jaar * 10_000 + dag.maand * 100 + dag.dag;

/** The day of a match of one of `DATUMS`; without a year the most recent such day up to today. */
function dagUitDatum(delen: Record<string, string | undefined>, vandaag: Dag): Dag | undefined {
  const naam = delen['naam'];
  const maand = naam
    ? MAANDNAMEN.findIndex((volledig) => volledig.startsWith(naam.replace('mrt', 'maa').slice(0, 3))) + 1
    : Number(delen['maand']);
  const dag = Number(delen['dag']);
  const kort = delen['kort'] ?? delen['los'];
  const jaar = kort === undefined ? delen['jaar'] : `20${kort}`;
  if (jaar !== undefined) {
    const gevraagd = { jaar: Number(jaar), maand, dag };
    return /^20\d\d$/.test(jaar) && bestaat(gevraagd) ? gevraagd : undefined;
  }
  // 29 februari can lie up to eight years back (2096 to 2104).
  return Array.from({ length: 9 }, (_, terug) => ({ jaar: vandaag.jaar - terug, maand, dag })).find(
    (kandidaat) => volgnummer(kandidaat) <= volgnummer(vandaag) && bestaat(kandidaat),
  );
}

/** The most recent such weekday before today; a bare name on that weekday itself could be today or a week ago. */
function dagUitWeekdag(weekdag: string, afgelopen: boolean, vandaag: Dag): Dag | undefined {
  if (!afgelopen && weekdagVan(vandaag) === weekdag) return undefined;
  return Array.from({ length: 7 }, (_, i) => dagVerder(vandaag, -1 - i)).find((dag) => weekdagVan(dag) === weekdag);
}

/** "8 uur 's avonds" is 20:00. */
function uurInDagdeel(uur: number, deel: string | undefined): number {
  return (deel === 'middag' || deel === 'avond') && uur >= 1 && uur < 12 ? uur + 12 : uur;
}

/**
 * Reads the moment in a text in lower case from which the casusnummer was cut. A day without a clock time asks for
 * the whole day: its last millisecond in Amsterdam, and for today `nu`. A future moment is given as it is.
 */
export function leesMoment(tekst: string, nu: Instant): GevraagdMoment {
  const begin = verbeter(tekst).replace(GROET, ' ').replace(/\s+/g, ' ').trim();
  let rest = begin;
  const gelezen: string[] = [];
  const knip = (...patronen: RegExp[]): Record<string, string | undefined> | undefined => {
    for (const patroon of patronen) {
      const gevonden = patroon.exec(rest);
      if (!gevonden) continue;
      rest = `${rest.slice(0, gevonden.index)} | ${rest.slice(gevonden.index + gevonden[0].length)}`;
      gelezen.push(gevonden[0].trim());
      return gevonden.groups ?? {};
    }
    return undefined;
  };
  const onduidelijk = (stuk: string): GevraagdMoment => ({
    onduidelijk: stuk.replaceAll('|', ' ').replace(/\s+/g, ' ').trim().slice(0, 60),
  });

  const spanne = SPANNE.exec(begin);
  if (spanne) return onduidelijk(spanne[0]);

  const datum = knip(...DATUMS);
  const weekdagDelen = knip(WEEKDAG);
  const dagwoord = knip(DAGWOORD);
  const tijd = knip(...KLOKTIJDEN);
  const deel = dagwoord?.['deel'] ?? knip(DAGDEEL_LOS)?.['deel'];
  const over = [...rest.matchAll(REST_VAN_DATUM)];
  const eerste = over[0];
  const laatste = over.at(-1);
  if (eerste && laatste) {
    const stuk = rest.slice(eerste.index, laatste.index + laatste[0].length);
    return onduidelijk([...gelezen, stuk].join(' '));
  }
  if (gelezen.length === 0) return undefined;

  const vandaag = lokaleDatum(nu);
  const weekdag = (weekdagDelen?.['dag'] ?? weekdagDelen?.['kort'] ?? weekdagDelen?.['naastDatum'])?.slice(0, 2);
  const kies = (): Dag | undefined => {
    if (dagwoord) {
      const woord = dagwoord['woord'] ?? '';
      const dagen = VERSCHUIVING[woord] ?? (woord.startsWith('eer') ? -2 : -1);
      return datum || weekdag ? undefined : dagVerder(vandaag, dagen);
    }
    if (datum) {
      const dag = dagUitDatum(datum, vandaag);
      return dag && (!weekdag || weekdagVan(dag) === weekdag) ? dag : undefined;
    }
    return weekdag ? dagUitWeekdag(weekdag, weekdagDelen?.['afgelopen'] !== undefined, vandaag) : vandaag;
  };
  const dag = kies();
  if (!dag || (deel && !tijd)) return onduidelijk(gelezen.join(' '));
  if (tijd) {
    const op = opKlok(dag, uurInDagdeel(Number(tijd['uur']), deel), Number(tijd['minuut'] ?? 0));
    return op ? { op } : onduidelijk(gelezen.join(' '));
  }
  if (volgnummer(dag) === volgnummer(vandaag)) return { op: nu };
  const eindeVanDag = opKlok(dag, 24, 0);
  return eindeVanDag ? { op: verschuif(eindeVanDag, -1) } : onduidelijk(gelezen.join(' '));
}
