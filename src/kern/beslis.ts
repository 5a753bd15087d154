/**
 * The one place where something is decided: state + opdracht + now + policy -> events, or a refusal.
 * An opdracht that finds its work done gives no events and no refusal (a repeated click shows the present state).
 */
import * as melding from './beslissingen/melding.ts';
import * as overdracht from './beslissingen/overdracht.ts';
import * as taken from './beslissingen/taken.ts';
import * as termijnverloop from './beslissingen/termijnverloop.ts';
import * as triage from './beslissingen/triage.ts';
import type { Casus } from './casus.ts';
import type { Gebeurtenis } from './gebeurtenissen.ts';
import type { Melding, Opdracht } from './opdrachten.ts';
import { maakPen, type Context, type Pen } from './pen.ts';
import type { Uitkomst } from './weigeringen.ts';
import type { Instant } from './werkdagen.ts';

/** What every decision on an existing casus gets. */
export interface Zaak {
  casus: Casus;
  context: Context;
  pen: Pen;
}

/** The clock of a casus never goes back: what is written later is never dated earlier. */
const nietTerug = (casus: Casus, context: Context): Context =>
  context.nu < casus.laatstVastgelegd ? { ...context, nu: casus.laatstVastgelegd } : context;

/** Registers a melding as a new casus, or finds that it stands there already (§3.1.2). */
export function registreer(casus: Casus | undefined, opdracht: Melding, context: Context): Uitkomst {
  return melding.registreer(casus, opdracht, context);
}

/**
 * Decides on an opdracht of a person or system. A term that has passed before the round saw it is written down first,
 * so that the journal does not depend on who was quicker.
 */
export function beslis(casus: Casus, opdracht: Opdracht, wens: Context): Uitkomst {
  const context = nietTerug(casus, wens);
  const pen = maakPen(casus.casusnummer, casus, context);
  termijnverloop.noteerVerlopen({ casus, context, pen });
  const alleenVerlopen = pen.gebeurtenissen.length;
  const uitkomst = kies({ casus: pen.stand(), context, pen }, opdracht);
  const gedaan = 'gebeurtenissen' in uitkomst && pen.gebeurtenissen.length > alleenVerlopen;
  return gedaan || 'geweigerd' in uitkomst ? uitkomst : { gebeurtenissen: [] };
}

function kies(zaak: Zaak, opdracht: Opdracht): Uitkomst {
  switch (opdracht.soort) {
    case 'triage-afronden':
      return triage.afronden(zaak, opdracht);
    case 'overdragen':
      return overdracht.overdragen(zaak, opdracht);
    case 'bevestiging-vastleggen':
      return overdracht.bevestigingVastleggen(zaak, opdracht);
    case 'ontvangst-bevestigen':
      return overdracht.ontvangstBevestigen(zaak);
    case 'weigeren':
      return overdracht.weigeren(zaak, opdracht);
    case 'oppakken':
      return overdracht.oppakken(zaak, opdracht);
    case 'intrekken':
      return overdracht.intrekken(zaak, opdracht);
    case 'terugnemen':
      return overdracht.terugnemen(zaak, opdracht);
    case 'nieuwe-melding':
      return melding.nieuweMelding(zaak, opdracht);
    case 'gemeente-geinformeerd':
      return taken.gemeenteGeinformeerd(zaak, opdracht);
    case 'geinformeerd':
      return taken.geinformeerd(zaak, opdracht);
    case 'melding-besproken':
      return taken.meldingBesproken(zaak, opdracht);
  }
}

/** Decides on what the clock brings: every step of a running term whose time has come, in order. */
export function beslisKlok(casus: Casus, wens: Context): Uitkomst {
  const context = nietTerug(casus, wens);
  return termijnverloop.verloop({ casus, context, pen: maakPen(casus.casusnummer, casus, context) });
}

/** Writes down how the delivery of a message ended; always possible. */
export function noteerBezorging(
  casus: Casus,
  wens: Context,
  soort: 'bericht-bezorgd' | 'bericht-onzeker' | 'bericht-onbezorgbaar',
  gegevens: { sleutel: string; kaart: string; waar: string; code: string },
): Gebeurtenis[] {
  const pen = maakPen(casus.casusnummer, casus, nietTerug(casus, wens));
  pen.schrijf(soort, 'domein §7', gegevens);
  return pen.gebeurtenissen;
}

/** The earliest instant at which the clock has work for this casus; `undefined` when no step is left. */
export function wekMoment(casus: Casus, nu: Instant, context: Pick<Context, 'kalender'>): Instant | undefined {
  return termijnverloop.volgendMoment(casus, nu, context.kalender);
}
