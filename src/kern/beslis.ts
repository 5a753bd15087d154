/**
 * The one place where something is decided: state + opdracht + now + policy -> events, or a refusal.
 * An opdracht that finds its work done gives no events and no refusal (a repeated click shows the present state).
 */
import { isArchief } from './archief.ts';
import * as beheer from './beslissingen/beheer.ts';
import { stuurDoor, type IsBereikbaar } from './beslissingen/doorsturen.ts';
export { roeptMensen } from './beslissingen/doorsturen.ts';
import * as bewaren from './beslissingen/bewaren.ts';
import * as melding from './beslissingen/melding.ts';
import * as overdracht from './beslissingen/overdracht.ts';
import * as meningsverschil from './beslissingen/meningsverschil.ts';
import * as screening from './beslissingen/screening.ts';
import * as taken from './beslissingen/taken.ts';
import * as terug from './beslissingen/terug.ts';
import * as termijnverloop from './beslissingen/termijnverloop.ts';
import * as toezicht from './beslissingen/toezicht.ts';
import * as triage from './beslissingen/triage.ts';
import * as wachtlijst from './beslissingen/wachtlijst.ts';
import * as wachtlijstVt from './beslissingen/wachtlijst-vt.ts';
import * as zicht from './beslissingen/zicht.ts';
import type { Casus } from './casus.ts';
import type { DossierVorm, Gebeurtenis } from './gebeurtenissen.ts';
import type { Melding, Opdracht } from './opdrachten.ts';
import { maakPen, type Context, type Pen } from './pen.ts';
import { heden } from './verantwoordelijkheid.ts';
import type { Uitkomst } from './weigeringen.ts';
import type { Instant } from './werkdagen.ts';

/** What every decision on an existing casus gets. */
export interface Zaak {
  casus: Casus;
  context: Context;
  pen: Pen;
}

/** The clock of a casus never goes back: what is written later is never dated earlier. */
const nietTerug = (casus: Casus, context: Context): Context => ({ ...context, nu: heden(casus, context.nu) });

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
  if (gedaan) zicht.bewaakZicht({ pen });
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
    case 'uitkomst-aanvaarden':
      return meningsverschil.aanvaarden(zaak);
    case 'uitkomst-afwijzen':
      return meningsverschil.afwijzen(zaak, opdracht);
    case 'vervolg-ingezet':
      return taken.vervolgIngezet(zaak, opdracht);
    case 'zicht-bevestigen':
      return zicht.bevestigen(zaak, opdracht);
    case 'gemeente-geinformeerd':
      return taken.gemeenteGeinformeerd(zaak, opdracht);
    case 'geinformeerd':
      return taken.geinformeerd(zaak, opdracht);
    case 'melding-besproken':
      return taken.meldingBesproken(zaak, opdracht);
    case 'wachtlijst-melden':
      return wachtlijst.melden(zaak, opdracht);
    case 'niet-binnen-termijn':
      return wachtlijst.nietBinnenTermijn(zaak, opdracht);
    case 'interventie-gemeente-vastleggen':
      return wachtlijst.interventie(zaak, opdracht);
    case 'meningsverschil-melden':
      return meningsverschil.melden(zaak, opdracht);
    case 'meningsverschil-opschalen':
      return meningsverschil.opschalen(zaak, opdracht);
    case 'meningsverschil-oplossen':
      return meningsverschil.oplossen(zaak, opdracht);
    case 'terugleggen-vragen':
      return terug.vragen(zaak, opdracht);
    case 'terugleggen-accepteren':
      return terug.accepteren(zaak);
    case 'terugleggen-weigeren':
      return terug.weigeren(zaak, opdracht);
    case 'signaleren':
      return terug.signaleren(zaak, opdracht);
    case 'aanpakfase-vastleggen':
      return terug.aanpakfase(zaak, opdracht);
    case 'monitoring-afspreken':
      return terug.monitoringAfspreken(zaak, opdracht);
    case 'monitoring-afronden':
      return terug.monitoringAfronden(zaak, opdracht);
    case 'gescreend':
      return screening.gescreend(zaak);
    case 'direct-gevaar':
      return screening.directGevaar(zaak, opdracht);
    case 'afsluiten':
      return terug.afsluiten(zaak, opdracht);
  }
}

/** Decides on what the clock brings: every step of a running term whose time has come, in order. */
export function beslisKlok(casus: Casus, wens: Context): Uitkomst {
  const context = nietTerug(casus, wens);
  const zaak: Zaak = { casus, context, pen: maakPen(casus.casusnummer, casus, context) };
  wachtlijstVt.bijhouden(zaak);
  beheer.bijhouden(zaak);
  termijnverloop.verloop({ ...zaak, casus: zaak.pen.stand() });
  meningsverschil.beoordeelTerugkeer({ ...zaak, casus: zaak.pen.stand() });
  zicht.bewaakZicht(zaak);
  bewaren.wis({ ...zaak, casus: zaak.pen.stand() });
  return { gebeurtenissen: zaak.pen.gebeurtenissen };
}

/** Starts the record of VT's wachtlijst on the first day that a melding is past its triage term (§4.2, Add.7). */
export function beginWachtlijstVt(nummer: string, casus: Casus | undefined, wens: Context): Uitkomst {
  return wachtlijstVt.begin(nummer, casus, casus ? nietTerug(casus, wens) : wens);
}

/** Writes in the record of the adresboek what a beheerder or a file brings about (domein.md §9). */
export function legBeheerVast(
  nummer: string,
  casus: Casus | undefined,
  daad: beheer.Beheerdaad,
  wens: Context,
): Uitkomst {
  return beheer.leg(nummer, casus, daad, casus ? nietTerug(casus, wens) : wens);
}

/** What follows from a decision where nobody stands behind an addressee: who hears instead. */
export function noteerOntbrekenden(
  { voor, na, gebeurtenissen }: { voor: Casus | undefined; na: Casus; gebeurtenissen: readonly Gebeurtenis[] },
  wens: Context,
  isBereikbaar: IsBereikbaar,
): Gebeurtenis[] {
  const context = nietTerug(na, wens);
  const pen = maakPen(na.casusnummer, na, context);
  stuurDoor({ casus: na, context, pen }, voor, gebeurtenissen, isBereikbaar);
  return pen.gebeurtenissen;
}

/** Says that the bot watches, once a day, and at once what its auditor found wrong. */
export function houdToezicht(
  nummer: string,
  casus: Casus | undefined,
  waarneming: toezicht.Waarneming,
  wens: Context,
): Uitkomst {
  return toezicht.houd(nummer, casus, waarneming, casus ? nietTerug(casus, wens) : wens);
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

/**
 * Writes down that someone opened the content of an overdracht, or what people typed in an event (domein.md §7, §9).
 * `overdracht` is 0 for an event that belongs to none.
 */
export function noteerInzage(
  casus: Casus,
  wens: Context,
  gezien: { overdracht: number; gebeurtenis?: number },
): Gebeurtenis[] {
  const pen = maakPen(casus.casusnummer, casus, nietTerug(casus, wens));
  pen.schrijf('inhoud-bekeken', '§5', gezien);
  return pen.gebeurtenissen;
}

/** Writes down that the whole dossier is given to someone (domein.md §9). */
export function noteerVerstrekking(
  casus: Casus,
  wens: Context,
  hoe: { vorm: DossierVorm; aangemeld: boolean },
): Gebeurtenis[] {
  const pen = maakPen(casus.casusnummer, casus, nietTerug(casus, wens));
  pen.schrijf('dossier-verstrekt', 'domein §9', hoe);
  return pen.gebeurtenissen;
}

/** The earliest instant at which the clock has work for this casus; `undefined` when no step is left. */
export function wekMoment(
  casus: Casus,
  nu: Instant,
  context: Pick<Context, 'kalender' | 'beleid'>,
): Instant | undefined {
  if (isArchief(casus.casusnummer)) return bewaren.wisMoment(casus, context.beleid);
  return [
    termijnverloop.volgendMoment(casus, nu, context.kalender),
    casus.terugkerendOnbekend || zicht.slaapt(casus) ? nu : wachtlijstVt.volgendeScreening(casus, context),
    beheer.volgendeControle(casus, nu, context.kalender),
    bewaren.wisMoment(casus, context.beleid),
  ]
    .filter((moment) => moment !== undefined)
    .toSorted()[0];
}
