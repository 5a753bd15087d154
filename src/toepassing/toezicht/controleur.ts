/**
 * A second look at one casus, apart from the round. It reads the plan of every term from the journal itself and asks
 * which steps should stand there by now; what the document says it derived (`wekOp`) is only compared with that.
 */
import { OPEN_FASEN } from '../../kern/casus.ts';
import type { BevindingSoort, Telling } from '../../kern/eigen/toezicht.ts';
import { eersteNr, isGebeurtenis, type Gebeurtenis, type GebeurtenisSoort } from '../../kern/gebeurtenissen.ts';
import type { Stuk } from '../../kern/rij/gebeurtenisrij.ts';
import { isArchief } from '../../kern/stuk.ts';
import { uitvoerMoment, type Regels, type Stap, type Termijn } from '../../kern/termijnen.ts';
import { KLOKVERSCHIL_MS } from '../../kern/tijd/klokverschil.ts';
import { verschuif, type Instant } from '../../kern/tijd/werkdagen.ts';
import { herleid } from '../../kern/verwerk.ts';
import { wekOp } from '../casus/casusdocument.ts';
import { omvang } from '../casus/inpakken.ts';
import type { CasusDocument, PostvakItem } from '../poorten.ts';
import { BEZORGTIJD_MS } from '../postvak/pogingen.ts';

export interface Blik {
  soorten: BevindingSoort[];
  telling: Telling;
  /** Messages that wait or are being sent. */
  berichten: number;
  /** Since when the oldest message that waits has been needed. */
  oudsteBericht?: Instant;
}

export interface Kijker extends Regels {
  nu: Instant;
  /** What was due at this instant, two whole rounds have had since; absent before there were two. */
  tweeRonden?: Instant;
  /** A message that was given up since then counts as not delivered. */
  opgegevenSinds: Instant;
}

interface Gepland {
  termijn: Termijn;
  /** A term that was written down late could not be acted on earlier. */
  vastgelegdOp: Instant;
  /** The steps that have not been dealt with, in order of time. */
  open: Stap[];
}

/** Events of another version, or a gap in the numbers: whatever is made of it, it is not this casus. */
function lees({ id, journaal }: CasusDocument): Stuk | undefined {
  const eerste = eersteNr(journaal);
  const aaneen = journaal.every(
    (gebeurtenis, index) => gebeurtenis.nr === index + eerste && isGebeurtenis(gebeurtenis),
  );
  return aaneen ? herleid(id, journaal) : undefined;
}

/** The running terms as they were planned, with what the journal has no event of. */
function lopend(journaal: readonly Gebeurtenis[]): Gepland[] {
  const gestart = new Map<string, Omit<Gepland, 'open'>>();
  const gedaan = new Set<string>();
  for (const { start = [], eindigt = [], gegevens, vastgelegdOp } of journaal) {
    for (const { gedaan: aantal, ...termijn } of 'stand' in gegevens ? gegevens.stand.termijnen : []) {
      gestart.set(termijn.id, { termijn, vastgelegdOp });
      for (const { id } of termijn.stappen.slice(0, aantal)) gedaan.add(`${termijn.id} ${id}`);
    }
    for (const id of eindigt) gestart.delete(id);
    // The next step of a term that says itself again comes with the event of the step before it.
    const herhaald = 'volgende' in gegevens && gegevens.volgende ? gestart.get(gegevens.termijn) : undefined;
    if (herhaald && 'volgende' in gegevens && gegevens.volgende) {
      const stappen = [...herhaald.termijn.stappen, gegevens.volgende];
      gestart.set(herhaald.termijn.id, { ...herhaald, termijn: { ...herhaald.termijn, stappen } });
    }
    for (const termijn of start) gestart.set(termijn.id, { termijn, vastgelegdOp });
    if ('stap' in gegevens && 'termijn' in gegevens) gedaan.add(`${gegevens.termijn} ${gegevens.stap}`);
  }
  return [...gestart.values()].map((een) => ({
    ...een,
    open: een.termijn.stappen.filter(({ id }) => !gedaan.has(`${een.termijn.id} ${id}`)),
  }));
}

/**
 * The table of domein.md §3 by itself: the events that always move responsibility, and to whom. Others move it in one case
 * and not in another, or never.
 */
const VERPLAATST: Partial<Record<GebeurtenisSoort, 'veilig-thuis' | 'lokale-toegang' | 'clientsysteem'>> = {
  'melding-ontvangen': 'veilig-thuis',
  'ontvangst-bevestigd': 'lokale-toegang',
  'wachtlijst-gemeld': 'veilig-thuis',
  'meningsverschil-gemeld': 'veilig-thuis',
  teruggenomen: 'veilig-thuis',
  teruggelegd: 'veilig-thuis',
};

/**
 * Who is responsible now by the journal's own events, apart from the core's stretches: whoever the last one made so.
 * `undefined` when an event that moves responsibility does not say to whom, or says somebody else: nobody, or two.
 */
function verantwoordelijkeVolgens(journaal: readonly Gebeurtenis[]): string | undefined {
  let nu: string | undefined;
  for (const { soort, verantwoordelijke } of journaal) {
    const hoort = VERPLAATST[soort];
    if (hoort !== undefined && verantwoordelijke?.partij !== hoort) return undefined;
    // A melding that is registered late counts from its receipt, and takes the place of what was thought since.
    if (verantwoordelijke) nu = verantwoordelijke.partij;
  }
  return nu;
}

/** From when on a round should have dealt with this step, as seen at `nu`. */
function moment(stap: Stap, { termijn }: Gepland, nu: Instant, spoed: boolean, { kalender }: Regels): Instant {
  // A reminder of a term that has passed is skipped, which needs no office hours.
  if (stap.soort === 'herinnering' && termijn.vervalt <= nu) return stap.op;
  return uitvoerMoment(stap, nu, spoed, kalender);
}

/** When something must be tried at the latest: messages of one casus may wait for the one that is being sent. */
function volgendePoging(postvak: readonly PostvakItem[]): Instant | undefined {
  const bezig = postvak.flatMap(({ bezigTot }) => (bezigTot === undefined ? [] : verschuif(bezigTot, KLOKVERSCHIL_MS)));
  return bezig.length > 0 ? bezig.toSorted().at(-1) : postvak.map(({ nietVoor }) => nietVoor).toSorted()[0];
}

/** Half of what a document of Cosmos DB holds (2 MB, as JSON in UTF-8): at the pace of months there is time to act. */
export const GROOT_BYTES = 1024 * 1024;

/** A part that was put away grows no more. */
const isGroot = (document: CasusDocument): boolean => !isArchief(document.id) && omvang(document) > GROOT_BYTES;

/** What is wrong with a casus and how it stands. Throws when the document has not even the shape of one. */
export function controleer(document: CasusDocument, kijker: Kijker): Blik {
  const stuk = lees(document);
  if (!stuk) return ONLEESBAAR;
  const casus = stuk.soort === 'casus' ? stuk : undefined;
  const spoed = casus?.spoed ?? false;
  const { nu, tweeRonden, opgegevenSinds } = kijker;
  const { journaal, postvak } = document;
  const termijnen = isArchief(document.id) ? [] : lopend(journaal);
  // What was written by a clock that is behind may be newer than it looks: no round missed it yet.
  const gemist =
    tweeRonden !== undefined &&
    termijnen.some(
      (gepland) =>
        verschuif(gepland.vastgelegdOp, KLOKVERSCHIL_MS) < tweeRonden &&
        gepland.open.some((stap) => moment(stap, gepland, tweeRonden, spoed, kijker) <= tweeRonden),
    );
  const poging = volgendePoging(postvak);
  const blijftLiggen =
    poging !== undefined && tweeRonden !== undefined && verschuif(poging, KLOKVERSCHIL_MS) < tweeRonden;
  const teOud = postvak.some(({ gemaaktOp }) => verschuif(gemaaktOp, BEZORGTIJD_MS) < nu);
  const opgegeven = journaal.filter(({ soort, op }) => soort === 'bericht-onbezorgbaar' && op >= opgegevenSinds).length;
  const isOpen = casus !== undefined && OPEN_FASEN.includes(casus.fase);
  const berekend = wekOp(stuk, postvak, nu, kijker);
  const verwacht = [
    // Of a casus that is closed it says when it is erased, by the policy of the day on which that was computed.
    ...(isOpen || document.wekOp === null ? [berekend] : []),
    poging ?? null,
    ...termijnen.flatMap((gepland) => gepland.open.slice(0, 1).map((stap) => moment(stap, gepland, nu, spoed, kijker))),
  ].filter((op) => op !== null);
  const wekkerFout = verwacht.some((op) => document.wekOp === null || document.wekOp > verschuif(op, KLOKVERSCHIL_MS));
  const partij = verantwoordelijkeVolgens(journaal);
  const kerndeel = casus?.perioden.filter(({ tot }) => tot === undefined) ?? [];
  const eenduidig =
    !casus || (partij !== undefined && kerndeel.length === 1 && kerndeel[0]?.verantwoordelijke.partij === partij);
  // An agreement to look is not zicht: it can lie years ahead.
  const slaapt =
    casus !== undefined &&
    partij === 'veilig-thuis' &&
    !termijnen.some(({ termijn, open }) => termijn.naam !== 'monitoring' && open.length > 0);
  const oudste = postvak.map(({ gemaaktOp }) => gemaaktOp).toSorted()[0];
  return {
    soorten: [
      ...(eenduidig ? [] : (['verantwoordelijke-onduidelijk'] as const)),
      ...(slaapt ? (['casus-slaapt'] as const) : []),
      ...(gemist ? (['termijn-gemist'] as const) : []),
      ...(blijftLiggen || teOud ? (['bericht-te-laat'] as const) : []),
      ...(opgegeven > 0 ? (['bericht-opgegeven'] as const) : []),
      ...(isGroot(document) ? (['document-groot'] as const) : []),
      ...(wekkerFout ? (['wekker-fout'] as const) : []),
    ],
    telling: {
      open: Number(isOpen),
      termijnen: termijnen.length,
      teLaat: termijnen.filter(({ termijn }) => termijn.vervalt <= nu).length,
      nietBezorgd:
        opgegeven + postvak.filter(({ pogingen, bezigTot }) => pogingen > 0 && bezigTot === undefined).length,
    },
    berichten: postvak.length,
    ...(oudste !== undefined && { oudsteBericht: oudste }),
  };
}

export const NIETS: Telling = { open: 0, termijnen: 0, teLaat: 0, nietBezorgd: 0 };

export const ONLEESBAAR: Blik = { soorten: ['casus-onleesbaar'], telling: NIETS, berichten: 0 };

export const telOp = (a: Telling, b: Telling): Telling => ({
  open: a.open + b.open,
  termijnen: a.termijnen + b.termijnen,
  teLaat: a.teLaat + b.teLaat,
  nietBezorgd: a.nietBezorgd + b.nietBezorgd,
});
