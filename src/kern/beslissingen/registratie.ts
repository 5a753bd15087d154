/** When a record of the bot's own goes on in a new month, and what it takes along (kern/archief.ts). */
import { archiefVan } from '../archief.ts';
import type { Casus } from '../casus.ts';
import type { Gebeurtenis, Vervolgstand } from '../gebeurtenissen.ts';
import { maakPen, type Context } from '../pen.ts';
import type { Beheer } from '../registratiestand.ts';
import { zonderOude } from '../verbinding.ts';
import { lokaleDatum, verschuif, type Instant } from '../werkdagen.ts';
import { isOpen } from './koppelverzoek.ts';

const maandVan = (op: Instant): string => {
  const { jaar, maand } = lokaleDatum(op);
  return `${jaar}-${String(maand).padStart(2, '0')}`;
};

const MAAND_MS = 31 * 24 * 60 * 60_000;

const zonderOudeBreuken = ({ verbroken, ...beheer }: Beheer, tot: Instant): Beheer => ({
  ...beheer,
  ...(verbroken && { verbroken: zonderOude(verbroken, tot) }),
});

/** All that the fold knows of a record of the bot's own; none of these has periods, overdrachten or a triage. */
function standVan(casus: Casus, nu: Instant): Vervolgstand {
  const { besluitVersie, besluitOp, meldingOp, termijnen, gemeenteIngelicht, wachtlijstVt, toezicht, beheer } = casus;
  return {
    besluitVersie,
    besluitOp,
    begonnenOp: meldingOp,
    termijnen,
    ...(casus.fase === 'afgesloten' && { afgesloten: casus.reden }),
    ...(gemeenteIngelicht && { gemeenteIngelicht }),
    ...(wachtlijstVt && { wachtlijstVt }),
    ...(toezicht && { toezicht }),
    ...(beheer && { beheer: zonderOudeBreuken(beheer, verschuif(nu, -MAAND_MS)) }),
    ...(casus.gewist && { gewist: casus.gewist }),
  };
}

export interface Vervolg {
  /** Under which the journal so far is put away. */
  archief: string;
  gebeurtenis: Gebeurtenis<'registratie-vervolgd'>;
}

/**
 * `undefined` while it is the month in which this journal begins, and while a request for a link can be answered, whose
 * card is drawn from its event. The month is that of the clock: one that goes back puts nothing away.
 */
export function vervolg(
  casus: Casus,
  { begin, kop }: { begin: Instant; kop: string },
  context: Context,
): Vervolg | undefined {
  const nu = context.nu < casus.laatstVastgelegd ? casus.laatstVastgelegd : context.nu;
  if (maandVan(nu) <= maandVan(begin) || isOpen(casus.beheer?.verzoek, nu)) return undefined;
  const archief = archiefVan(casus.casusnummer, maandVan(begin));
  const pen = maakPen(casus.casusnummer, casus, { ...context, nu });
  const gegevens = { van: archief, totEnMet: casus.versie, kop, stand: standVan(casus, nu) };
  pen.schrijf('registratie-vervolgd', 'domein §9', gegevens);
  const [gebeurtenis] = pen.gebeurtenissen;
  return gebeurtenis?.soort === 'registratie-vervolgd' ? { archief, gebeurtenis } : undefined;
}
