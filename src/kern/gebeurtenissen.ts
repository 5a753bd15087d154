/** What has happened to a casus or a record: the journal's events, as the subjects' own rows tell them. */
import * as beheer from './eigen/beheer.ts';
import * as koppeling from './eigen/koppeling.ts';
import * as toezicht from './eigen/toezicht.ts';
import * as verbinding from './eigen/verbinding.ts';
import * as vervolg from './eigen/vervolg.ts';
import * as bewaren from './journaal/bewaren.ts';
import * as bezorging from './journaal/bezorging.ts';
import * as inzage from './journaal/nalezen.ts';
import * as verloop from './journaal/verloop.ts';
import * as clientsysteem from './onderwerpen/clientsysteem.ts';
import * as informeren from './onderwerpen/informeren.ts';
import * as melding from './onderwerpen/melding.ts';
import * as escalatie from './onderwerpen/meningsverschil/escalatie.ts';
import * as oplossing from './onderwerpen/meningsverschil/oplossing.ts';
import * as monitoring from './onderwerpen/monitoring.ts';
import * as ontvangst from './onderwerpen/ontvangst.ts';
import * as oppakken from './onderwerpen/oppakken.ts';
import * as overdracht from './onderwerpen/overdracht.ts';
import * as screening from './onderwerpen/screening.ts';
import * as signaal from './onderwerpen/signaal.ts';
import * as terug from './onderwerpen/terug.ts';
import * as triage from './onderwerpen/triage.ts';
import * as wachtlijstTeam from './onderwerpen/wachtlijst-team.ts';
import * as wachtlijstVt from './onderwerpen/wachtlijst-vt.ts';
import * as zicht from './onderwerpen/zicht.ts';
import type { Envelop, Gebeurd, GebeurtenisRij, Stuksoort } from './rij/gebeurtenisrij.ts';

/** Adding a subject is adding it here, and to OPDRACHTEN when somebody can ask for it. */
const RIJEN = {
  ...melding.gebeurtenissen,
  ...triage.gebeurtenissen,
  ...overdracht.gebeurtenissen,
  ...ontvangst.gebeurtenissen,
  ...oppakken.gebeurtenissen,
  ...wachtlijstTeam.gebeurtenissen,
  ...escalatie.gebeurtenissen,
  ...oplossing.gebeurtenissen,
  ...terug.gebeurtenissen,
  ...signaal.gebeurtenissen,
  ...clientsysteem.gebeurtenissen,
  ...informeren.gebeurtenissen,
  ...monitoring.gebeurtenissen,
  ...zicht.gebeurtenissen,
  ...screening.gebeurtenissen,
  ...wachtlijstVt.gebeurtenissen,
  ...beheer.gebeurtenissen,
  ...koppeling.gebeurtenissen,
  ...verbinding.gebeurtenissen,
  ...toezicht.gebeurtenissen,
  ...vervolg.gebeurtenissen,
  ...verloop.gebeurtenissen,
  ...bezorging.gebeurtenissen,
  ...inzage.gebeurtenissen,
  ...bewaren.gebeurtenissen,
};

type Rijen = typeof RIJEN;
export type GebeurtenisSoort = keyof Rijen;

/** What each kind of event carries besides the envelope, and the kind of record that it is written in. */
export type GegevensPerSoort = {
  [S in GebeurtenisSoort]: Rijen[S] extends GebeurtenisRij<string, infer D, infer _K> ? D : never;
};
type StukBij = { [S in GebeurtenisSoort]: Rijen[S] extends { van: infer K extends Stuksoort } ? K : never };

/** The kinds of events with a field for words that people type. */
export type SoortMetTekst = {
  [S in GebeurtenisSoort]: 'tekst' extends Rijen[S]['velden'][keyof Rijen[S]['velden']] ? S : never;
}[GebeurtenisSoort];

/** One kind per row, under its own name: a row under another one does not compile. */
export const GEBEURTENISSEN: {
  readonly [S in GebeurtenisSoort]: GebeurtenisRij<S, GegevensPerSoort[S], StukBij[S]>;
} = RIJEN;

export type Gebeurtenis<S extends GebeurtenisSoort = GebeurtenisSoort> = {
  [K in S]: Envelop & { soort: K; gegevens: GegevensPerSoort[K] };
}[S];

export const GEBEURTENIS_SOORTEN = Object.keys(RIJEN).filter(isSoort);

function isSoort(soort: string): soort is GebeurtenisSoort {
  return Object.hasOwn(RIJEN, soort);
}

/** Whether an event is of a known kind: whoever made it by that kind's maker gave it the right fields. */
export const isGebeurtenis = (gebeurd: Gebeurd<object>): gebeurd is Gebeurtenis => isSoort(gebeurd.soort);

/** False for what only tells of a delivery, of someone who looked, or that a record goes on as it was. */
export const isBesluit = ({ soort }: { soort: GebeurtenisSoort }): boolean => GEBEURTENISSEN[soort].besluit;

/** The number of the first event that stands in this journal. */
export const eersteNr = (journaal: readonly Gebeurtenis[]): number =>
  journaal[0]?.soort === 'registratie-vervolgd' ? journaal[0].nr : 1;

/** The event with this number; `undefined` when it is not there, or was put away. */
export const gebeurtenisMet = <G extends Gebeurtenis>(journaal: readonly G[], nr: number): G | undefined =>
  journaal[nr - eersteNr(journaal)];
