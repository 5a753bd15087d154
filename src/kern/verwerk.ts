/** The journal as a record's state: finds the row of each event and applies it. Total: it never throws and never mutates. */
import type { Casus, Gezegd, Periode } from './casus.ts';
import { zonderLoop } from './eigen/vervolg.ts';
import { GEBEURTENISSEN, isBesluit, type Gebeurtenis, type GebeurtenisSoort } from './gebeurtenissen.ts';
import { isVan, type Stuk } from './rij/gebeurtenisrij.ts';
import { isArchief } from './stuk.ts';
import { AANVULBAAR, type Aanvulbaar } from './woorden.ts';

/** Starts a new stretch at `vanaf`. One that began later is replaced: a melding counts from its receipt (§3.1.2). */
function metPeriode(perioden: readonly Periode[], nieuw: Periode): Periode[] {
  const eerder = perioden.filter(({ vanaf }) => vanaf < nieuw.vanaf);
  const vorige = eerder.pop();
  return vorige ? [...eerder, { ...vorige, tot: nieuw.vanaf }, nieuw] : [nieuw];
}

const isAanvulbaar = (soort: string): soort is Aanvulbaar => (AANVULBAAR as readonly string[]).includes(soort);

const waarbij = ({ soort, gegevens }: Gebeurtenis): Gezegd['bij'] | undefined =>
  soort === 'aangevuld' ? gegevens.bij : soort === 'gesignaleerd' || isAanvulbaar(soort) ? soort : undefined;

function woordenVan<S extends GebeurtenisSoort>(soort: S, gebeurtenis: Gebeurtenis<S>): string | undefined {
  const { woorden } = GEBEURTENISSEN[soort];
  return woorden === 'geen' ? undefined : woorden(gebeurtenis.gegevens);
}

/** The words that came with an event, where others can add to them or repeat them. */
function gezegdBij(gebeurtenis: Gebeurtenis): Gezegd[] {
  const bij = waarbij(gebeurtenis);
  const tekst = woordenVan(gebeurtenis.soort, gebeurtenis);
  if (bij === undefined || tekst === undefined) return [];
  const { op, gegevens } = gebeurtenis;
  const overdracht = 'overdracht' in gegevens ? gegevens.overdracht : undefined;
  return [{ bij, op, tekst, ...(overdracht !== undefined && { overdracht }) }];
}

/** The envelope's part of an event, the same for every kind: responsibility, terms, version. */
function metEnvelop(stuk: Stuk, gebeurtenis: Gebeurtenis): Stuk {
  const { nr, soort, op, bron, door, vastgelegdOp, verantwoordelijke, start = [], eindigt = [] } = gebeurtenis;
  const blijft = stuk.termijnen.filter(({ id }) => !eindigt.includes(id));
  const basis = {
    versie: nr,
    ...(isBesluit(gebeurtenis) && { besluitVersie: nr, besluitOp: vastgelegdOp }),
    laatstVastgelegd: vastgelegdOp,
    termijnen: start.length ? [...blijft, ...start.map((termijn) => ({ ...termijn, gedaan: 0 }))] : blijft,
  };
  if (stuk.soort !== 'casus') return { ...stuk, ...basis };
  const doorNaam = door.naam === undefined ? {} : { doorNaam: door.naam };
  return {
    ...stuk,
    ...basis,
    gezegd: [...stuk.gezegd, ...gezegdBij(gebeurtenis)],
    perioden: verantwoordelijke
      ? metPeriode(stuk.perioden, { vanaf: op, verantwoordelijke, gebeurtenis: { nr, soort, bron, ...doorNaam } })
      : stuk.perioden,
  };
}

function pasToe<S extends GebeurtenisSoort>(soort: S, stuk: Stuk, gebeurtenis: Gebeurtenis<S>): Stuk {
  const rij = GEBEURTENISSEN[soort];
  return isVan(stuk, rij.van) ? rij.verwerk(stuk, gebeurtenis) : stuk;
}

/** State + event -> state, of the same kind. An event of another kind of record changes nothing but the version. */
export function verwerk(stuk: Casus, gebeurtenis: Gebeurtenis): Casus;
export function verwerk<T extends Stuk>(stuk: T, gebeurtenis: Gebeurtenis): T;
export function verwerk(stuk: Stuk, gebeurtenis: Gebeurtenis): Stuk {
  return pasToe(gebeurtenis.soort, metEnvelop(stuk, gebeurtenis), gebeurtenis);
}

function leeg<S extends GebeurtenisSoort>(soort: S, nummer: string, gebeurtenis: Gebeurtenis<S>): Stuk | undefined {
  const { begint } = GEBEURTENISSEN[soort];
  return begint === 'nooit' ? undefined : begint(nummer, gebeurtenis);
}

/** The record after its first event; `undefined` when no record begins with that one. */
export function beginStuk(nummer: string, gebeurtenis: Gebeurtenis): Stuk | undefined {
  const begin = leeg(gebeurtenis.soort, nummer, gebeurtenis);
  return begin && verwerk(begin, gebeurtenis);
}

/** The record after these events, without reading again what came before them. */
export function naGebeurtenissen<T extends Stuk>(nummer: string, begin: T, gebeurtenissen: readonly Gebeurtenis[]): T;
export function naGebeurtenissen(
  nummer: string,
  begin: Stuk | undefined,
  gebeurtenissen: readonly Gebeurtenis[],
): Stuk | undefined;
export function naGebeurtenissen(
  nummer: string,
  begin: Stuk | undefined,
  gebeurtenissen: readonly Gebeurtenis[],
): Stuk | undefined {
  return gebeurtenissen.reduce<Stuk | undefined>(
    (stuk, gebeurtenis) => (stuk ? verwerk(stuk, gebeurtenis) : beginStuk(nummer, gebeurtenis)),
    begin,
  );
}

/** The record as its journal tells it, or as it was after the first events of it. An empty journal is no record. */
export function herleid(nummer: string, journaal: readonly Gebeurtenis[]): Stuk | undefined {
  const stuk = naGebeurtenissen(nummer, undefined, journaal);
  return stuk && stuk.soort !== 'casus' && isArchief(nummer) ? zonderLoop(stuk) : stuk;
}

/** The same of a casus; `undefined` for a journal that is none. */
export function herleidCasus(casusnummer: string, journaal: readonly Gebeurtenis[]): Casus | undefined {
  const stuk = herleid(casusnummer, journaal);
  return stuk?.soort === 'casus' ? stuk : undefined;
}
