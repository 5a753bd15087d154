/**
 * The calendar of the guideline (domein.md §6): werkdagen, weeks, office hours and holidays in Europe/Amsterdam.
 * The only file that computes with dates; everything else compares instants.
 */
import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { format } from 'date-fns/format';
import { nl } from 'date-fns/locale/nl';
import Holidays from 'date-holidays';

/** A moment as ISO 8601 in UTC with milliseconds (`2026-12-01T09:15:00.000Z`), so that text order is time order. */
export type Instant = string;

/** The length of a term or step: a number of werkdagen or of weeks (domein.md §6). */
export type Duur = { werkdagen: number } | { weken: number };

export interface KalenderInstellingen {
  /** Extra closing days as `yyyy-MM-dd`, on top of the Algemene termijnenwet art. 3. */
  extraSluitingsdagen: readonly string[];
  /** Office hours as `HH:mm`, local time. */
  opening: string;
  sluiting: string;
}

const ZONE = 'Europe/Amsterdam';

/** The holiday rules of date-holidays that are days of the Algemene termijnenwet art. 3; its other Dutch days are no closing days. */
const ALGEMENE_TERMIJNENWET = new Set([
  '01-01',
  'easter -2',
  'easter 1',
  '04-27 if sunday then previous saturday since 2014',
  '05-05',
  'easter 39',
  'easter 50',
  '12-25',
  '12-26',
]);

/** A calendar day as a number: days since 1-1-1970. Counting with these is exact and does not know summer time. */
type Dag = number;
const DAG_MS = 86_400_000;

const feestdagenPerJaar = new Map<number, ReadonlySet<Dag>>();
let holidays: Holidays | undefined;

const dagVanTekst = (datum: string): Dag => Date.parse(`${datum}T00:00:00Z`) / DAG_MS;

function feestdagen(jaar: number): ReadonlySet<Dag> {
  const bekend = feestdagenPerJaar.get(jaar);
  if (bekend) return bekend;
  // Goede Vrijdag and 5 mei are typed `school` in date-holidays, so that type is asked for too.
  holidays ??= new Holidays('NL', { types: ['public', 'school'] });
  const dagen = new Set(
    holidays
      .getHolidays(jaar)
      .filter((dag) => ALGEMENE_TERMIJNENWET.has(dag.rule))
      .map((dag) => dagVanTekst(dag.date.slice(0, 10))),
  );
  feestdagenPerJaar.set(jaar, dagen);
  return dagen;
}

const lokaal = (moment: Instant): TZDate => new TZDate(moment, ZONE);
const naarInstant = (datum: Date): Instant => new Date(datum.getTime()).toISOString();

/** The calendar day of an instant in Amsterdam, and the instant of a clock time (`HH:mm`) on such a day. */
function dagVan(moment: Instant): Dag {
  const dag = lokaal(moment);
  return Date.UTC(dag.getFullYear(), dag.getMonth(), dag.getDate()) / DAG_MS;
}
function opTijd(dag: Dag, tijd = '00:00'): Instant {
  const datum = new Date(dag * DAG_MS);
  const [uur = 0, minuut = 0] = tijd.split(':').map(Number);
  return naarInstant(new TZDate(datum.getUTCFullYear(), datum.getUTCMonth(), datum.getUTCDate(), uur, minuut, ZONE));
}

/** The instant of a parseable ISO text with offset, in the one form the core compares. Throws RangeError on no date. */
export function instant(tekst: string | Date | number): Instant {
  return new Date(tekst).toISOString();
}

const KALE_DATUM = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The instant of an ISO text with offset, or of a plain date (`yyyy-MM-dd`): the start of that day in Amsterdam. Both kinds
 * compare as moments then. Throws RangeError on no date.
 */
export const instantOfDag = (tekst: string): Instant =>
  KALE_DATUM.test(tekst) ? opTijd(Date.parse(tekst) / DAG_MS) : instant(tekst);

/**
 * The instant of a local wall-clock time in Amsterdam; `undefined` when there is no such day or time (31 februari, 10:75,
 * half past two in the night that summer time begins). Of an hour that comes twice it is the second.
 */
export function instantVanLokaal(deel: {
  jaar: number;
  maand: number;
  dag: number;
  uur: number;
  minuut: number;
}): Instant | undefined {
  // A year below 100 would silently become 19xx.
  if (deel.uur > 23 || deel.minuut > 59 || deel.jaar < 1000) return undefined;
  const datum = new TZDate(deel.jaar, deel.maand - 1, deel.dag, deel.uur, deel.minuut, ZONE);
  const bestaat = datum.getDate() === deel.dag && datum.getMonth() === deel.maand - 1 && datum.getHours() === deel.uur;
  return bestaat ? naarInstant(datum) : undefined;
}

/** The local calendar day of an instant, for example to fill in the year someone left out. */
export function lokaleDatum(moment: Instant): { jaar: number; maand: number; dag: number } {
  const dag = lokaal(moment);
  return { jaar: dag.getFullYear(), maand: dag.getMonth() + 1, dag: dag.getDate() };
}

/** The local date (`yyyy-MM-dd`) and time (`HH:mm`) of an instant, as the inputs of a form take them. */
export function lokaleKlok(moment: Instant): { datum: string; tijd: string } {
  return { datum: format(lokaal(moment), 'yyyy-MM-dd'), tijd: format(lokaal(moment), 'HH:mm') };
}

/** The same moment so many calendar months earlier. */
export const maandenGeleden = (moment: Instant, maanden: number): Instant =>
  naarInstant(addMonths(lokaal(moment), -maanden));

/** The same moment so many calendar months later. */
export const maandenLater = (moment: Instant, maanden: number): Instant => maandenGeleden(moment, -maanden);

/** Moves an instant by a number of milliseconds. */
export function verschuif(moment: Instant, milliseconden: number): Instant {
  return new Date(Date.parse(moment) + milliseconden).toISOString();
}

/** Milliseconds from the one instant to the other, 0 when that lies before it. */
export const msTussen = (van: Instant, tot: Instant): number => Math.max(0, Date.parse(tot) - Date.parse(van));

/** Shows an instant as users read it: `di 1 dec 2026 10:15`, Amsterdam time. */
export function toonMoment(moment: Instant): string {
  return format(lokaal(moment), 'EEEEEE d MMM yyyy HH:mm', { locale: nl }).replace(/\./g, '');
}

/** Shows the day of an instant: `di 1 dec 2026`. */
export function toonDag(moment: Instant): string {
  return format(lokaal(moment), 'EEEEEE d MMM yyyy', { locale: nl }).replace(/\./g, '');
}

/**
 * Shows a due instant as users read it: the end of a day is shown as `di 1 dec 2026 24:00`,
 * because "wo 2 dec 00:00" is read as one day more.
 */
export function toonTermijn(moment: Instant): string {
  const dag = lokaal(moment);
  if (dag.getHours() !== 0 || dag.getMinutes() !== 0) return toonMoment(moment);
  return `${format(addDays(dag, -1), 'EEEEEE d MMM yyyy', { locale: nl }).replace(/\./g, '')} 24:00`;
}

/** The calendar of one policy. All functions take and give instants; days are days in Amsterdam. */
export interface Kalender {
  isWerkdag(moment: Instant): boolean;
  /** 24:00 of the last day of a term that starts at `vanaf` (domein.md §6; weeks end on a werkdag, Algemene termijnenwet art. 1). */
  einde(vanaf: Instant, duur: Duur): Instant;
  /** The first opening at or after the end of a term that starts on the day before `einde`: "after N wd", "+N wd". */
  openingNa(vanaf: Instant, duur: Duur): Instant;
  /** The opening of the Nth werkdag of a term that starts at `vanaf` ("on wd N"), or of the werkdag N weeks later. */
  openingOp(vanaf: Instant, duur: Duur): Instant;
  /** The first opening of the week after that of the moment; of a later one when that whole week is closed. */
  openingVanWeekNa(moment: Instant): Instant;
  /** The opening of the werkdag that lies N werkdagen before the due day; `vervalt` is the 24:00 that ends that day. */
  openingVoor(vervalt: Instant, werkdagen: number): Instant;
  /** 00:00 of the day of the moment, for spoed; and 24:00 of it. */
  beginVanDag(moment: Instant): Instant;
  eindeVanDag(moment: Instant): Instant;
  /** A clock time (`HH:mm`) on the day of the moment. */
  opDeDag(moment: Instant, tijd: string): Instant;
  /** That clock time at or after the moment, on any day or on the first werkdag. */
  eerstvolgende(moment: Instant, tijd: string, dagen: 'elke-dag' | 'werkdagen'): Instant;
  /** The moment itself in office hours, else the next opening. */
  binnenKantooruren(moment: Instant): Instant;
  /** Werkdagen left from `nu` until `vervalt`: 0 on the due day itself, negative from the first werkdag after it. */
  werkdagenTot(nu: Instant, vervalt: Instant): number;
}

export function maakKalender(instellingen: KalenderInstellingen): Kalender {
  const extra = new Set(instellingen.extraSluitingsdagen.map(dagVanTekst));
  const { opening, sluiting } = instellingen;

  const werkdag = (dag: Dag): boolean => {
    const datum = new Date(dag * DAG_MS);
    const weekdag = datum.getUTCDay();
    return weekdag !== 0 && weekdag !== 6 && !extra.has(dag) && !feestdagen(datum.getUTCFullYear()).has(dag);
  };
  const eersteWerkdag = (vanaf: Dag, richting: 1 | -1 = 1): Dag => {
    let dag = vanaf;
    while (!werkdag(dag)) dag += richting;
    return dag;
  };
  const verderInWerkdagen = (vanaf: Dag, aantal: number): Dag => {
    const richting = aantal < 0 ? -1 : 1;
    let dag = vanaf;
    for (let nog = Math.abs(aantal); nog > 0; nog--) dag = eersteWerkdag(dag + richting, richting);
    return dag;
  };
  const laatsteDag = (vanaf: Dag, duur: Duur): Dag =>
    'weken' in duur ? eersteWerkdag(vanaf + 7 * duur.weken) : verderInWerkdagen(vanaf, duur.werkdagen);
  const openingVanaf = (dag: Dag): Instant => opTijd(eersteWerkdag(dag), opening);
  const dagVoor = (vervalt: Instant): Dag => dagVan(verschuif(vervalt, -1));

  return {
    isWerkdag: (moment) => werkdag(dagVan(moment)),
    einde: (vanaf, duur) => opTijd(laatsteDag(dagVan(vanaf), duur) + 1),
    openingNa: (vanaf, duur) => openingVanaf(laatsteDag(dagVan(vanaf), duur) + 1),
    openingOp: (vanaf, duur) => openingVanaf(laatsteDag(dagVan(vanaf), duur)),
    openingVanWeekNa: (moment) => {
      const dag = dagVan(moment);
      const sindsMaandag = (new Date(dag * DAG_MS).getUTCDay() + 6) % 7;
      return openingVanaf(dag - sindsMaandag + 7);
    },
    openingVoor: (vervalt, werkdagen) => openingVanaf(verderInWerkdagen(dagVoor(vervalt), -werkdagen)),
    beginVanDag: (moment) => opTijd(dagVan(moment)),
    eindeVanDag: (moment) => opTijd(dagVan(moment) + 1),
    opDeDag: (moment, tijd) => opTijd(dagVan(moment), tijd),
    eerstvolgende: (moment, tijd, dagen) => {
      const dag = dagVan(moment);
      const vanaf = opTijd(dag, tijd) < moment ? dag + 1 : dag;
      return opTijd(dagen === 'werkdagen' ? eersteWerkdag(vanaf) : vanaf, tijd);
    },
    binnenKantooruren: (moment) => {
      const dag = dagVan(moment);
      if (!werkdag(dag) || moment < opTijd(dag, opening)) return openingVanaf(dag);
      return moment >= opTijd(dag, sluiting) ? openingVanaf(dag + 1) : moment;
    },
    werkdagenTot: (nu, vervalt) => {
      const laatste = dagVoor(vervalt);
      const vandaag = dagVan(nu);
      const [eerste, eind] = vandaag <= laatste ? [vandaag, laatste] : [laatste, vandaag];
      let aantal = 0;
      for (let dag = eerste + 1; dag <= eind; dag++) if (werkdag(dag)) aantal += 1;
      return vandaag <= laatste || aantal === 0 ? aantal : -aantal;
    },
  };
}
