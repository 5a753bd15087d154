/**
 * The one place where something is decided: state + opdracht + now + policy -> events, or a refusal. It finds the rows of
 * the subjects and applies them, and knows none of them by name but where the clock or the bot itself is the one who acts.
 * An opdracht that finds its work done gives no events and no refusal (a repeated click shows the present state).
 */
import { stuurDoor, type IsBereikbaar } from './berichten/doorsturen.ts';
import { heden, type Casus } from './casus.ts';
import * as beheer from './eigen/beheer.ts';
import * as toezicht from './eigen/toezicht.ts';
import { nieuweMaand } from './eigen/vervolg.ts';
import type { Gebeurtenis } from './gebeurtenissen.ts';
import * as bewaren from './journaal/bewaren.ts';
import * as bezorging from './journaal/bezorging.ts';
import { aangevuld, bekeken, verstrekt, type DossierVorm } from './journaal/nalezen.ts';
import * as termijnverloop from './journaal/verloop.ts';
import * as melding from './onderwerpen/melding.ts';
import { beoordeelTerugkeer } from './onderwerpen/meningsverschil/escalatie.ts';
import * as wachtlijstTeam from './onderwerpen/wachtlijst-team.ts';
import * as wachtlijstVt from './onderwerpen/wachtlijst-vt.ts';
import * as zicht from './onderwerpen/zicht.ts';
import { besluitOver, type Opdracht } from './opdrachten.ts';
import { maakPen } from './pen.ts';
import { nummerVan, type Nieuw, type Stuk } from './rij/gebeurtenisrij.ts';
import type { Aanvulling, Context } from './rij/opdrachtrij.ts';
import {
  isArchief,
  type BeheerStuk,
  type EigenStuk,
  type ToezichtStuk,
  type WachtlijstTeam,
  type WachtlijstTeamStuk,
  type WachtlijstVtStuk,
} from './stuk.ts';
import type { Instant } from './tijd/werkdagen.ts';
import type { Geweigerd } from './weigeringen.ts';
import { zijdeVan } from './woorden.ts';

/** What a decision comes to: events (none when it was done already), or a refusal. */
export type Uitkomst = { gebeurtenissen: Gebeurtenis[] } | Geweigerd;

/** The clock of a record never goes back: what is written later is never dated earlier. */
const nietTerug = (stuk: Stuk | undefined, context: Context): Context =>
  stuk ? { ...context, nu: heden(stuk, context.nu) } : context;

/** These events, written on a record that may be about to begin. */
function geschreven(
  nummer: string,
  stuk: Stuk | undefined,
  nieuwe: readonly Nieuw[] | Geweigerd,
  context: Context,
  spoed?: boolean,
): Uitkomst {
  if ('geweigerd' in nieuwe) return nieuwe;
  const pen = maakPen(nummer, stuk, context, spoed);
  pen.schrijfAlle(nieuwe);
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** Registers a melding as a new casus, or finds that it stands there already (§3.1.2). */
export function registreer(casus: Casus | undefined, gemeld: melding.Melding, context: Context): Uitkomst {
  return geschreven(gemeld.casusnummer, undefined, melding.registreer(casus, gemeld, context), context, gemeld.spoed);
}

/** Two people can say the same thing for different reasons: of the second nothing but the words is new (§4.3, §5). */
function vulAan(
  casus: Casus,
  { bij, tekst, overdracht }: Aanvulling,
  bron: string,
  { door }: Context,
): readonly Nieuw[] {
  const bekend = casus.gezegd.some(
    (eerder) =>
      eerder.bij === bij && eerder.tekst === tekst && (overdracht === undefined || eerder.overdracht === overdracht),
  );
  if (tekst === undefined || bekend) return [];
  const gegevens = { bij, tekst, doorPartij: zijdeVan(door), ...(overdracht !== undefined && { overdracht }) };
  return [aangevuld(gegevens, { verantwoordelijk: 'blijft', bron })];
}

/**
 * Decides on an opdracht of a person or system. A term that has passed before the round saw it is written down first,
 * so that the journal does not depend on who was quicker.
 */
export function beslis(casus: Casus, opdracht: Opdracht, wens: Context): Uitkomst {
  const context = nietTerug(casus, wens);
  const pen = maakPen(casus.casusnummer, casus, context);
  termijnverloop.noteerVerlopen({ context, pen });
  const stand = pen.stand();
  const { besluit, bron } = besluitOver(opdracht.soort, opdracht, { casus: stand, context });
  if ('geweigerd' in besluit) return besluit;
  const nieuwe = 'alGedaan' in besluit ? vulAan(stand, besluit.alGedaan, bron, context) : besluit;
  if (nieuwe.length === 0) return { gebeurtenissen: [] };
  pen.schrijfAlle(nieuwe);
  pen.schrijfAlle(zicht.bewaakZicht(pen.stand()));
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** Decides on what the clock brings: every step of a running term whose time has come, in order. */
export function beslisKlok(stuk: Stuk, wens: Context): Uitkomst {
  const context = nietTerug(stuk, wens);
  switch (stuk.soort) {
    case 'casus': {
      const pen = maakPen(stuk.casusnummer, stuk, context);
      termijnverloop.verloop({ context, pen });
      pen.schrijfAlle(beoordeelTerugkeer(pen.stand(), context));
      pen.schrijfAlle(zicht.bewaakZicht(pen.stand()));
      pen.schrijfAlle(bewaren.wis(pen.stand(), context));
      return { gebeurtenissen: pen.gebeurtenissen };
    }
    case 'wachtlijst-vt': {
      const pen = maakPen(stuk.nummer, stuk, context);
      const verloop = (): void => termijnverloop.verloop({ context, pen });
      wachtlijstVt.bijhouden({ context, pen }, verloop);
      verloop();
      pen.schrijfAlle(bewaren.wis(pen.stand(), context));
      return { gebeurtenissen: pen.gebeurtenissen };
    }
    case 'wachtlijst-team':
    case 'beheer':
    case 'toezicht': {
      const pen = maakPen(stuk.nummer, stuk, context);
      if (stuk.soort === 'beheer') pen.schrijfAlle(beheer.kijkWekelijks(stuk, context));
      termijnverloop.verloop({ context, pen });
      pen.schrijfAlle(bewaren.wis(pen.stand(), context));
      return { gebeurtenissen: pen.gebeurtenissen };
    }
  }
}

/** Starts the record of VT's wachtlijst on the first day that a melding is past its triage term (§4.2, Add.7). */
export function beginWachtlijstVt(nummer: string, stuk: WachtlijstVtStuk | undefined, wens: Context): Uitkomst {
  const context = nietTerug(stuk, wens);
  return geschreven(nummer, stuk, wachtlijstVt.begin(stuk, context), context);
}

/** Writes in the record of a team's wachtlijst what its casussen tell (§4.2). */
export function legTeamlijstVast(
  nummer: string,
  stuk: WachtlijstTeamStuk | undefined,
  daad: wachtlijstTeam.Teamlijstdaad,
  wens: Context,
): Uitkomst {
  const context = nietTerug(stuk, wens);
  return geschreven(nummer, stuk, wachtlijstTeam.leg(stuk, daad, context), context);
}

/** A casus follows the wachtlijst of its team, or its end (§4.2); no event where that changes nothing, and no refusal. */
export function volgTeamlijst(casus: Casus, lijst: WachtlijstTeam, wens: Context, wat?: string): Uitkomst {
  const context = nietTerug(casus, wens);
  const pen = maakPen(casus.casusnummer, casus, context);
  termijnverloop.noteerVerlopen({ context, pen });
  const nieuwe = wachtlijstTeam.volg(pen.stand(), lijst, wat);
  if (nieuwe.length === 0) return { gebeurtenissen: [] };
  pen.schrijfAlle(nieuwe);
  pen.schrijfAlle(zicht.bewaakZicht(pen.stand()));
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** Writes in the record of the adresboek what a beheerder or a file brings about (domein.md §9). */
export function legBeheerVast(
  nummer: string,
  stuk: BeheerStuk | undefined,
  daad: beheer.Beheerdaad,
  wens: Context,
): Uitkomst {
  const context = nietTerug(stuk, wens);
  const pen = maakPen(nummer, stuk, context);
  return beheer.leg(pen, stuk, daad, context) ?? { gebeurtenissen: pen.gebeurtenissen };
}

/** What follows from a decision where nobody stands behind an addressee: who hears instead. */
export function noteerOntbrekenden(
  gevolg: { voor: Stuk | undefined; na: Stuk; gebeurtenissen: readonly Gebeurtenis[] },
  wens: Context,
  isBereikbaar: IsBereikbaar,
): Gebeurtenis[] {
  const context = nietTerug(gevolg.na, wens);
  return schrijfBij(gevolg.na, stuurDoor(gevolg, context.beleid, isBereikbaar), context);
}

/**
 * Says that the bot watches, once a day, and at once what its auditor found wrong. `stuk` is the record as it is, or that
 * of the year before when this one is new.
 */
export function houdToezicht(
  nummer: string,
  stuk: ToezichtStuk | undefined,
  waarneming: toezicht.Waarneming,
  wens: Context,
): Uitkomst {
  const context = nietTerug(stuk, wens);
  const zelfde = stuk?.nummer === nummer ? stuk : undefined;
  return geschreven(nummer, zelfde, toezicht.houd(stuk, waarneming, context), context);
}

/** The record of the bot's own goes on in a new month: the number of what is put away, and the event it goes on from. */
export function vervolg(
  stuk: EigenStuk,
  begin: { begin: Instant; kop: string },
  wens: Context,
): { archief: string; gebeurtenis: Gebeurtenis } | undefined {
  const context = nietTerug(stuk, wens);
  const maand = nieuweMaand(stuk, begin, context.nu);
  const [gebeurtenis] = maand ? schrijfBij(stuk, [maand.nieuw], context) : [];
  return maand && gebeurtenis ? { archief: maand.archief, gebeurtenis } : undefined;
}

/** Events that are no decision: they can always be written, and change nothing else. */
function schrijfBij(stuk: Stuk, nieuwe: readonly Nieuw[], wens: Context): Gebeurtenis[] {
  const pen = maakPen(nummerVan(stuk), stuk, nietTerug(stuk, wens));
  pen.schrijfAlle(nieuwe);
  return pen.gebeurtenissen;
}

/** Writes down how the delivery of a message ended; always possible. */
export function noteerBezorging(
  stuk: Stuk,
  wens: Context,
  soort: 'bericht-bezorgd' | 'bericht-onzeker' | 'bericht-onbezorgbaar',
  gegevens: { sleutel: string; kaart: string; waar: string; code: string },
): Gebeurtenis[] {
  return schrijfBij(stuk, [bezorging.UITKOMST[soort](gegevens, { verantwoordelijk: 'blijft' })], wens);
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
  return schrijfBij(casus, [bekeken(gezien, { verantwoordelijk: 'blijft' })], wens);
}

/** Writes down that the whole dossier is given to someone (domein.md §9). */
export function noteerVerstrekking(
  casus: Casus,
  wens: Context,
  hoe: { vorm: DossierVorm; aangemeld: boolean },
): Gebeurtenis[] {
  return schrijfBij(casus, [verstrekt(hoe, { verantwoordelijk: 'blijft' })], wens);
}

/** The earliest instant at which the clock has work for this record; `undefined` when no step is left. */
export function wekMoment(stuk: Stuk, nu: Instant, context: Pick<Context, 'kalender' | 'beleid'>): Instant | undefined {
  if (isArchief(nummerVan(stuk))) return bewaren.wisMoment(stuk, context.beleid);
  return [
    termijnverloop.volgendMoment(stuk, nu, context.kalender),
    eigenMoment(stuk, nu, context),
    bewaren.wisMoment(stuk, context.beleid),
  ]
    .filter((moment) => moment !== undefined)
    .toSorted()[0];
}

/** What only this kind of record waits for. */
function eigenMoment(stuk: Stuk, nu: Instant, context: Pick<Context, 'kalender' | 'beleid'>): Instant | undefined {
  switch (stuk.soort) {
    case 'casus':
      return stuk.terugkerendOnbekend || zicht.slaapt(stuk) ? nu : undefined;
    case 'wachtlijst-vt':
      return wachtlijstVt.volgendeScreening(stuk, context);
    case 'wachtlijst-team':
      return wachtlijstTeam.volgendeRondgang(stuk, context);
    case 'beheer':
      return beheer.volgendeControle(stuk, nu, context.kalender);
    case 'toezicht':
      return undefined;
  }
}
