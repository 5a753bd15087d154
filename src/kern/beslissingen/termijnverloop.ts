/** The clock as an actor: the steps of running terms whose time has come, once and in order (domein.md §5, §6). */
import type { Zaak } from '../beslis.ts';
import type { Casus, LopendeTermijn } from '../casus.ts';
import type { GebeurtenisSoort, Stap, StapSoort } from '../gebeurtenissen.ts';
import { isVerlopen, uitvoerMoment } from '../termijnen.ts';
import type { Uitkomst } from '../weigeringen.ts';
import type { Instant, Kalender } from '../werkdagen.ts';

const SOORT = {
  herinnering: 'termijn-herinnerd',
  verlopen: 'termijn-verlopen',
  melding: 'verloop-gemeld',
  ladder: 'termijn-opgeschaald',
} as const satisfies Record<StapSoort, GebeurtenisSoort>;

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

function zet(pen: Zaak['pen'], { termijn, stap }: Beurt, nu: Instant): void {
  const soort = isAchterhaald(termijn, stap, nu) ? 'stap-overgeslagen' : SOORT[stap.soort];
  const taakLoopt = pen.stand().termijnen.some(({ naam }) => naam === stap.taak);
  pen.schrijf(
    soort,
    stap.bron.paragraaf,
    { termijn: termijn.id, stap: stap.id },
    {
      // The passing of a term happened at its due instant, however late it is noticed.
      ...(stap.soort === 'verlopen' && { op: stap.op }),
      ...(stap.taak && !taakLoopt && { start: [{ naam: stap.taak }] }),
    },
  );
}

export function verloop({ context, pen, casus }: Zaak): Uitkomst {
  const { nu, kalender } = context;
  let stand = casus;
  for (;;) {
    const beurt = eersteBeurt(stand, nu, kalender);
    if (!beurt || beurt.moment > nu) return { gebeurtenissen: pen.gebeurtenissen };
    zet(pen, beurt, nu);
    stand = pen.stand();
  }
}

/** Writes down the passing of terms up to now, without their pings. */
export function noteerVerlopen({ casus, context: { nu }, pen }: Zaak): void {
  for (const termijn of casus.termijnen.filter((kandidaat) => isVerlopen(kandidaat, nu))) {
    const tot = termijn.stappen.findIndex(({ soort }) => soort === 'verlopen') + 1;
    for (const stap of termijn.stappen.slice(termijn.gedaan, tot)) zet(pen, { termijn, stap, moment: nu }, nu);
  }
}

export function volgendMoment(casus: Casus, nu: Instant, kalender: Kalender): Instant | undefined {
  return eersteBeurt(casus, nu, kalender)?.moment;
}
