/** The clock as an actor: the steps of running terms whose time has come, once and in order (domein.md §5, §6). */
import { opgeschaald } from '../onderwerpen/meningsverschil/escalatie.ts';
import { gebeurtenis, type Pen, type Stuk } from '../rij/gebeurtenisrij.ts';
import type { Context } from '../rij/opdrachtrij.ts';
import {
  isVerlopen,
  loopt,
  uitvoerMoment,
  volgendeHerhaling,
  type LopendeTermijn,
  type Stap,
  type StapSoort,
} from '../termijnen.ts';
import type { Instant, Kalender } from '../tijd/werkdagen.ts';

/** Which step was dealt with, and the one that is planned after it in a term that says itself again. */
export interface Stapgegevens {
  termijn: string;
  stap: string;
  volgende?: Stap;
  /** The duty that runs already and for which this is one more reason, by the id of its term. */
  ookVoor?: string;
}

/** `gezegd`: the people of the step were told, which a step that was passed over or only noted did not do. */
function stapGezet(stuk: Stuk, { termijn: id, stap: stapId, volgende, ookVoor }: Stapgegevens, gezegd: boolean): Stuk {
  const stap = stuk.termijnen.find((termijn) => termijn.id === id)?.stappen.find((een) => een.id === stapId);
  const termijnen = stuk.termijnen.map((termijn) => {
    if (termijn.id === ookVoor) return { ...termijn, vanwege: [...(termijn.vanwege ?? []), id] };
    if (termijn.id !== id) return termijn;
    const gedaan = termijn.stappen.findIndex((een) => een.id === stapId) + 1;
    return { ...termijn, gedaan, ...(volgende && { stappen: [...termijn.stappen, volgende] }) };
  });
  return stuk.soort === 'casus' && gezegd && stap?.aan.includes('contactambtenaar')
    ? { ...stuk, termijnen, gemeenteIngelicht: true }
    : { ...stuk, termijnen };
}

const stapRij = <S extends string>(soort: S, gezegd: boolean) =>
  gebeurtenis<Stapgegevens>()(soort, {
    van: 'elk',
    bron: 'domein §5',
    besluit: true,
    velden: { termijn: 'blijft', stap: 'blijft', volgende: 'blijft', ookVoor: 'blijft' },
    woorden: 'geen',
    begint: 'nooit',
    verwerk: (stuk, { gegevens }) => stapGezet(stuk, gegevens, gezegd),
    // Steps of one decision for the same addressee become one message (berichten.ts).
    hoort: [],
  });

const herinnerd = stapRij('termijn-herinnerd', true);
const verlopen = stapRij('termijn-verlopen', false);
const gemeld = stapRij('verloop-gemeld', true);
const geklommen = stapRij('termijn-opgeschaald', true);
const overgeslagen = stapRij('stap-overgeslagen', false);

export const gebeurtenissen = {
  'termijn-herinnerd': herinnerd.rij,
  'termijn-verlopen': verlopen.rij,
  'verloop-gemeld': gemeld.rij,
  'termijn-opgeschaald': geklommen.rij,
  'stap-overgeslagen': overgeslagen.rij,
};

const MAKER = { herinnering: herinnerd, verlopen, melding: gemeld, ladder: geklommen } as const satisfies Record<
  StapSoort,
  unknown
>;

interface Beurt {
  termijn: LopendeTermijn;
  stap: Stap;
  moment: Instant;
}

interface Omgeving {
  context: Context;
  pen: Pen;
}

const isSpoed = (stuk: Stuk): boolean => stuk.soort === 'casus' && stuk.spoed;

/** A reminder of a term that has passed in the meantime helps nobody: the ping of the passing replaces it. */
const isAchterhaald = (termijn: LopendeTermijn, stap: Stap, nu: Instant): boolean =>
  stap.soort === 'herinnering' && isVerlopen(termijn, nu);

function volgendeBeurt(stuk: Stuk, termijn: LopendeTermijn, nu: Instant, kalender: Kalender): Beurt | undefined {
  const stap = termijn.stappen[termijn.gedaan];
  if (!stap) return undefined;
  if (isAchterhaald(termijn, stap, nu)) return { termijn, stap, moment: stap.op };
  const moment = uitvoerMoment(stap, nu, isSpoed(stuk), kalender);
  // A reminder that waits for office hours must not keep the passing of its term waiting.
  const voorbij = stap.soort === 'herinnering' && moment > termijn.vervalt;
  return { termijn, stap, moment: voorbij ? termijn.vervalt : moment };
}

function eersteBeurt(stuk: Stuk, nu: Instant, kalender: Kalender): Beurt | undefined {
  return stuk.termijnen
    .map((termijn) => volgendeBeurt(stuk, termijn, nu, kalender))
    .filter((beurt) => beurt !== undefined)
    .toSorted((a, b) => (a.stap.op < b.stap.op ? -1 : a.stap.op > b.stap.op ? 1 : 0))
    .reduce<Beurt | undefined>(
      (eerste, beurt) => (!eerste || beurt.moment < eerste.moment ? beurt : eerste),
      undefined,
    );
}

function zet({ pen, context: { nu, kalender } }: Omgeving, { termijn, stap }: Beurt): void {
  const achterhaald = isAchterhaald(termijn, stap, nu);
  const maak = achterhaald ? overgeslagen : MAKER[stap.soort];
  const voor = pen.stand();
  // One duty, with every reason for it: who is called daily should not be called twice.
  const alGevraagd = stap.taak && voor.termijnen.find((open) => open.naam === stap.taak && loopt(open));
  const volgende = volgendeHerhaling(termijn, stap, { nu, spoed: isSpoed(voor), kalender });
  pen.schrijf(
    maak(
      {
        termijn: termijn.id,
        stap: stap.id,
        ...(volgende && { volgende }),
        ...(alGevraagd?.vanwege && { ookVoor: alGevraagd.id }),
      },
      {
        verantwoordelijk: 'blijft',
        bron: stap.bron.paragraaf,
        // The passing of a term happened at its due instant, however late it is noticed.
        ...(stap.soort === 'verlopen' && { op: stap.op }),
        ...(stap.taak && !alGevraagd && { start: [{ naam: stap.taak, vanwege: [termijn.id] }] }),
      },
    ),
  );
  const na = pen.stand();
  // The next step of the escalation model is due; the term that passed stays, so that its ping can say so.
  const volgt = !achterhaald && stap.soort === 'melding' && stap.opent;
  if (volgt && na.soort === 'casus' && na.fase === 'meningsverschil' && na.stap < 3) {
    pen.schrijf(
      opgeschaald(
        { stap: na.stap === 1 ? 2 : 3, automatisch: true },
        { verantwoordelijk: 'blijft', bron: stap.bron.paragraaf, start: [{ naam: volgt }] },
      ),
    );
  }
}

/** Every step whose time has come by now, in order of time. */
export function verloop({ context, pen }: Omgeving): void {
  const { nu, kalender } = context;
  for (;;) {
    const beurt = eersteBeurt(pen.stand(), nu, kalender);
    if (!beurt || beurt.moment > nu) return;
    zet({ context, pen }, beurt);
  }
}

/** Writes down the passing of terms up to now, without their pings. */
export function noteerVerlopen({ context, pen }: Omgeving): void {
  const { nu } = context;
  for (const termijn of pen.stand().termijnen.filter((kandidaat) => isVerlopen(kandidaat, nu))) {
    const tot = termijn.stappen.findIndex(({ soort }) => soort === 'verlopen') + 1;
    for (const stap of termijn.stappen.slice(termijn.gedaan, tot)) zet({ context, pen }, { termijn, stap, moment: nu });
  }
}

export const volgendMoment = (stuk: Stuk, nu: Instant, kalender: Kalender): Instant | undefined =>
  eersteBeurt(stuk, nu, kalender)?.moment;
