/** The clock as an actor: the steps of running terms whose time has come, once and in order (domein.md §5, §6). */
import type { Zaak } from '../beslis.ts';
import type { Casus, LopendeTermijn } from '../casus.ts';
import type { GebeurtenisSoort, Stap, StapSoort } from '../gebeurtenissen.ts';
import { isVerlopen, loopt, uitvoerMoment, volgendeHerhaling } from '../termijnen.ts';
import type { Uitkomst } from '../weigeringen.ts';
import type { Instant, Kalender } from '../werkdagen.ts';

const SOORT = {
  herinnering: 'termijn-herinnerd',
  verlopen: 'termijn-verlopen',
  melding: 'verloop-gemeld',
  ladder: 'termijn-opgeschaald',
} as const satisfies Record<StapSoort, GebeurtenisSoort>;

type Omgeving = Pick<Zaak, 'context' | 'pen'>;

interface Beurt {
  termijn: LopendeTermijn;
  stap: Stap;
  moment: Instant;
}

/** A reminder of a term that has passed in the meantime helps nobody: the ping of the passing replaces it. */
const isAchterhaald = (termijn: LopendeTermijn, stap: Stap, nu: Instant): boolean =>
  stap.soort === 'herinnering' && isVerlopen(termijn, nu);

function volgendeBeurt(casus: Casus, termijn: LopendeTermijn, nu: Instant, kalender: Kalender): Beurt | undefined {
  const stap = termijn.stappen[termijn.gedaan];
  if (!stap) return undefined;
  if (isAchterhaald(termijn, stap, nu)) return { termijn, stap, moment: stap.op };
  const moment = uitvoerMoment(stap, nu, casus.spoed, kalender);
  // A reminder that waits for office hours must not keep the passing of its term waiting.
  const voorbij = stap.soort === 'herinnering' && moment > termijn.vervalt;
  return { termijn, stap, moment: voorbij ? termijn.vervalt : moment };
}

function eersteBeurt(casus: Casus, nu: Instant, kalender: Kalender): Beurt | undefined {
  return casus.termijnen
    .map((termijn) => volgendeBeurt(casus, termijn, nu, kalender))
    .filter((beurt) => beurt !== undefined)
    .toSorted((a, b) => (a.stap.op < b.stap.op ? -1 : a.stap.op > b.stap.op ? 1 : 0))
    .reduce<Beurt | undefined>(
      (eerste, beurt) => (!eerste || beurt.moment < eerste.moment ? beurt : eerste),
      undefined,
    );
}

function zet({ pen, context: { nu, kalender } }: Omgeving, { termijn, stap }: Beurt): void {
  const soort = isAchterhaald(termijn, stap, nu) ? 'stap-overgeslagen' : SOORT[stap.soort];
  const { spoed, termijnen } = pen.stand();
  // One duty, with every reason for it: who is called daily should not be called twice.
  const alGevraagd = stap.taak && termijnen.find((open) => open.naam === stap.taak && loopt(open));
  const volgende = volgendeHerhaling(termijn, stap, { nu, spoed, kalender });
  pen.schrijf(
    soort,
    stap.bron.paragraaf,
    {
      termijn: termijn.id,
      stap: stap.id,
      ...(volgende && { volgende }),
      ...(alGevraagd?.vanwege && { ookVoor: alGevraagd.id }),
    },
    {
      // The passing of a term happened at its due instant, however late it is noticed.
      ...(stap.soort === 'verlopen' && { op: stap.op }),
      ...(stap.taak && !alGevraagd && { start: [{ naam: stap.taak, vanwege: [termijn.id] }] }),
    },
  );
  const stand = pen.stand();
  // The next step of the escalation model is due; the term that passed stays, so that its ping can say so.
  if (soort === 'verloop-gemeld' && stap.opent && stand.fase === 'meningsverschil' && stand.stap < 3) {
    pen.schrijf(
      'meningsverschil-opgeschaald',
      stap.bron.paragraaf,
      { stap: stand.stap === 1 ? 2 : 3, automatisch: true },
      { start: [{ naam: stap.opent }] },
    );
  }
}

export function verloop({ context, pen, casus }: Zaak): Uitkomst {
  const { nu, kalender } = context;
  let stand = casus;
  for (;;) {
    const beurt = eersteBeurt(stand, nu, kalender);
    if (!beurt || beurt.moment > nu) return { gebeurtenissen: pen.gebeurtenissen };
    zet({ context, pen }, beurt);
    stand = pen.stand();
  }
}

/** Writes down the passing of terms up to now, without their pings. */
export function noteerVerlopen({ casus, context, pen }: Zaak): void {
  const { nu } = context;
  for (const termijn of casus.termijnen.filter((kandidaat) => isVerlopen(kandidaat, nu))) {
    const tot = termijn.stappen.findIndex(({ soort }) => soort === 'verlopen') + 1;
    for (const stap of termijn.stappen.slice(termijn.gedaan, tot)) zet({ context, pen }, { termijn, stap, moment: nu });
  }
}

export function volgendMoment(casus: Casus, nu: Instant, kalender: Kalender): Instant | undefined {
  return eersteBeurt(casus, nu, kalender)?.moment;
}
