/** Builders for the core's specification: a casus is told as a row of moments, each with what was asked at it. */
import type { z } from 'zod';
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import { beginWachtlijstVt, beslis, beslisKlok, registreer, type Uitkomst } from '../../src/kern/beslis.ts';
import { statusVan, verantwoordelijkeOp, type Casus, type OverdrachtStatus } from '../../src/kern/casus.ts';
import type { Gebeurtenis, GebeurtenisSoort } from '../../src/kern/gebeurtenissen.ts';
import { meldingSchema } from '../../src/kern/onderwerpen/melding.ts';
import { opdrachtSchema } from '../../src/kern/opdrachten.ts';
import { nummerVan, type Stuk } from '../../src/kern/rij/gebeurtenisrij.ts';
import type { Context, Wachtende } from '../../src/kern/rij/opdrachtrij.ts';
import type { WachtlijstVtStuk } from '../../src/kern/stuk.ts';
import { maakKalender, type Instant, type Kalender } from '../../src/kern/tijd/werkdagen.ts';
import { herleid, herleidCasus, naGebeurtenissen } from '../../src/kern/verwerk.ts';
import type { Weigering } from '../../src/kern/weigeringen.ts';
import type { Dader } from '../../src/kern/woorden.ts';

export type OpdrachtInvoer = z.input<typeof opdrachtSchema>;

export const CASUSNUMMER = 'VT-2026-0042';
export const TEAM = 'wijkteam-noord';
/** The calendar is asked the same thing thousands of times. */
function onthoudend(kalender: Kalender): Kalender {
  const bekend = new Map<string, unknown>();
  return new Proxy(kalender, {
    get(doel, naam, ontvanger) {
      const functie: unknown = Reflect.get(doel, naam, ontvanger);
      if (typeof functie !== 'function') return functie;
      return (...vraag: unknown[]): unknown => {
        const sleutel = `${String(naam)} ${JSON.stringify(vraag)}`;
        if (!bekend.has(sleutel)) bekend.set(sleutel, Reflect.apply(functie, doel, vraag));
        return bekend.get(sleutel);
      };
    },
  });
}

export const KALENDER = onthoudend(
  maakKalender({ ...STANDAARD_BELEID.kantooruren, extraSluitingsdagen: STANDAARD_BELEID.extraSluitingsdagen }),
);

/** VT's leidinggevende, and the contactambtenaar of the casus's gemeente. */
export const VT: Dader = { rol: 'vt-medewerker', kanaal: 'teams', id: 'aad-vt', naam: 'Vera van VT' };
export const TEAMLID: Dader = { rol: 'team-lid', kanaal: 'teams', namens: TEAM, id: 'aad-team', naam: 'Tom Team' };
export const KLOK: Dader = { rol: 'klok', kanaal: 'klok' };

/** Written with its offset, so that a date in a test does not lean on the calendar it tests. */
export const om = (tekst: string): Instant => new Date(tekst).toISOString();
export const net = (moment: Instant, milliseconden: number): Instant =>
  new Date(Date.parse(moment) + milliseconden).toISOString();

export const context = (nu: string, anders: Partial<Context> = {}): Context => ({
  nu: om(nu),
  door: VT,
  beleid: STANDAARD_BELEID,
  kalender: KALENDER,
  ...anders,
});

/** `nu`, what is asked then (`klok` is a round of the alarm clock), and what is special about the context. */
export type Daad = readonly [nu: string, wat: OpdrachtInvoer | 'klok', anders?: Partial<Context>];

/** A casus, or a record of the bot's own, with its journal. */
export interface Toestand<T extends Stuk = Casus> {
  casus: T;
  journaal: readonly Gebeurtenis[];
}

export const meld = (invoer: Partial<z.input<typeof meldingSchema>> = {}) =>
  meldingSchema.parse({ casusnummer: CASUSNUMMER, gemeente: 'breda', meldingOntvangenOp: MELDING, ...invoer });

/** Monday 30 November 2026 10:00, the reference moment: no holiday before Christmas. */
export const MELDING = '2026-11-30T10:00:00+01:00';
export const TRIAGE = '2026-12-01T10:00:00+01:00';
export const VERZONDEN = '2026-12-02T10:00:00+01:00';
export const BEVESTIGD = '2026-12-03T10:00:00+01:00';
export const OPGEPAKT = '2026-12-04T10:00:00+01:00';

export const naarTeam: OpdrachtInvoer = { soort: 'triage-afronden', besluit: 'lokale-toegang' };
export const bijVt: OpdrachtInvoer = { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'onderzoek' };
export const koud: OpdrachtInvoer = { soort: 'overdragen', team: TEAM, wijze: 'koud', feiten: ['Er is een melding.'] };
export const warm = {
  soort: 'overdragen',
  team: TEAM,
  wijze: 'warm',
  feiten: ['Het onderzoek is klaar.'],
  veiligheidsafspraken: ['Elke week contact.'],
  documentverwijzing: 'DOC-1',
  gesprek: { op: '2026-12-02T09:00:00+01:00' },
} as const satisfies OpdrachtInvoer;
export const oneens: OpdrachtInvoer = { soort: 'meningsverschil-melden', toelichting: 'wij zien het anders' };
export const hoger = (vanStap?: number): OpdrachtInvoer => ({
  soort: 'meningsverschil-opschalen',
  ...(vanStap !== undefined && { vanStap }),
});
export const eens = (uitkomst: 'lokale-toegang' | 'veilig-thuis'): OpdrachtInvoer => ({
  soort: 'meningsverschil-oplossen',
  uitkomst,
});
export const vol: OpdrachtInvoer = { soort: 'wachtlijst-melden', toelichting: 'zes weken' };
export const ingegrepen: OpdrachtInvoer = { soort: 'interventie-gemeente-vastleggen', wat: 'extra uren' };
export const terugVragen: OpdrachtInvoer = { soort: 'terugleggen-vragen', reden: 'het escaleert' };
export const bevestig: OpdrachtInvoer = { soort: 'ontvangst-bevestigen' };

export const NAAR_TEAM: Daad = [TRIAGE, naarTeam];
export const GEZONDEN: Daad[] = [NAAR_TEAM, [VERZONDEN, koud]];
export const ONTVANGEN: Daad[] = [...GEZONDEN, [BEVESTIGD, bevestig, { door: TEAMLID }]];
export const IN_HANDEN: Daad[] = [...ONTVANGEN, [OPGEPAKT, { soort: 'oppakken' }, { door: TEAMLID }]];

export function wanneer({ casus }: Toestand<Stuk>, [nu, wat, anders]: Daad): Uitkomst {
  if (wat === 'klok') return beslisKlok(casus, context(nu, { door: KLOK, ...anders }));
  if (casus.soort !== 'casus') throw new Error('alleen van een casus wordt iets gevraagd');
  return beslis(casus, opdrachtSchema.parse(wat), context(nu, anders));
}

export function toegepast(uitkomst: Uitkomst): readonly Gebeurtenis[] {
  if ('geweigerd' in uitkomst) throw new Error(`geweigerd: ${uitkomst.geweigerd.code}`);
  return uitkomst.gebeurtenissen;
}

export const soorten = (uitkomst: Uitkomst): GebeurtenisSoort[] => toegepast(uitkomst).map(({ soort }) => soort);
export const code = (uitkomst: Uitkomst): Weigering['code'] | undefined =>
  'geweigerd' in uitkomst ? uitkomst.geweigerd.code : undefined;

/** What happened next; a refusal stops the test, because a given must be true. */
export function daarna<T extends Stuk>(toestand: Toestand<T>, ...daden: Daad[]): Toestand<T> {
  return daden.reduce((stand, daad) => {
    const nieuw = toegepast(wanneer(stand, daad));
    return {
      casus: naGebeurtenissen(nummerVan(stand.casus), stand.casus, nieuw),
      journaal: [...stand.journaal, ...nieuw],
    };
  }, toestand);
}

/** A casus whose melding was registered on receipt (or at `geregistreerdOp`), and what happened to it since. */
export function gegeven(
  melding: Partial<z.input<typeof meldingSchema>> & { geregistreerdOp?: string } = {},
  ...daden: Daad[]
): Toestand {
  const { geregistreerdOp, ...rest } = melding;
  const invoer = meld(rest);
  const journaal = toegepast(registreer(undefined, invoer, context(geregistreerdOp ?? invoer.meldingOntvangenOp)));
  const casus = herleidCasus(invoer.casusnummer, journaal);
  if (!casus) throw new Error('een melding geeft een gebeurtenis');
  return daarna({ casus, journaal }, ...daden);
}

/** The number of the record of VT's wachtlijst. */
export const LIJST = '~wachtlijst-vt';
export const wacht = (casusnummer: string, verlopenOp: string, gescreendOp?: string): Wachtende => ({
  casusnummer,
  verlopenOp: om(verlopenOp),
  ...(gescreendOp !== undefined && { gescreendOp: om(gescreendOp) }),
});
/** A melding in triage that is not late, known to VT since `bekendOp`. */
export const opTijd = (casusnummer: string, bekendOp: string, gescreendOp?: string): Wachtende => ({
  casusnummer,
  bekendOp: om(bekendOp),
  ...(gescreendOp !== undefined && { gescreendOp: om(gescreendOp) }),
});

/** VT's wachtlijst as it begins at `nu` with these meldingen, and what happened to it since. */
export function wachtlijst(nu: string, wachtenden: readonly Wachtende[], ...daden: Daad[]): Toestand<WachtlijstVtStuk> {
  const journaal = toegepast(beginWachtlijstVt(LIJST, undefined, context(nu, { door: KLOK, wachtenden })));
  const casus = herleid(LIJST, journaal);
  if (casus?.soort !== 'wachtlijst-vt') throw new Error('een wachtlijst begint met een gebeurtenis');
  return daarna({ casus, journaal }, ...daden);
}

/** The one who is responsible, as one word: the party, or the team's key. */
export function wie({ casus }: Toestand, moment: string): string | undefined {
  const periode = verantwoordelijkeOp(casus, om(moment));
  if (!periode) return undefined;
  return periode.verantwoordelijke.partij === 'lokale-toegang'
    ? periode.verantwoordelijke.team
    : periode.verantwoordelijke.partij;
}

export const lopend = ({ casus }: Toestand<Stuk>): string[] => casus.termijnen.map(({ naam }) => naam).toSorted();

/** How the newest overdracht stands. */
export function status({ casus }: Toestand): OverdrachtStatus | undefined {
  const overdracht = casus.overdrachten.at(-1);
  return overdracht && statusVan(casus, overdracht);
}
