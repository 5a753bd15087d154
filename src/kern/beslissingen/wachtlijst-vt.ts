/**
 * VT's own wachtlijst (§4.2, Add.7): meldingen past their triage term. Its record is kept like a casus, with a journal
 * and terms, so that the same round guards it: daily screening before noon, and three weeks to clear it. While there is
 * a wachtlijst every open melding is screened, late or not; its begin, size, pace and end are of the late ones alone.
 */
import type { Zaak } from '../beslis.ts';
import type { Casus } from '../casus.ts';
import type { WachtlijstVt } from '../registratiestand.ts';
import { maakPen, type Context, type Wachtende } from '../pen.ts';
import type { Uitkomst } from '../weigeringen.ts';
import type { Instant } from '../werkdagen.ts';
import { verloop } from './termijnverloop.ts';

/** Days of record before a pace says anything. */
const GENOEG_DAGEN = 3;
const DAG_MS = 86_400_000;

const namen = (wachtenden: readonly Wachtende[]): string[] =>
  wachtenden.map(({ casusnummer }) => casusnummer).toSorted();

/** The meldingen that make the wachtlijst: those whose triage term has passed. */
const teLaat = (wachtenden: readonly Wachtende[]): Wachtende[] =>
  wachtenden.filter(({ verlopenOp }) => verlopenOp !== undefined);

/** The first melding to pass its triage term begins the wachtlijst, from the instant it passed. */
export function begin(nummer: string, casus: Casus | undefined, context: Context): Uitkomst {
  const wachtenden = teLaat(context.wachtenden ?? []);
  if (casus?.wachtlijstVt?.open || wachtenden.length === 0) return { gebeurtenissen: [] };
  const pen = maakPen(nummer, casus, context);
  const sinds = wachtenden.flatMap(({ verlopenOp }) => verlopenOp ?? []).toSorted()[0] ?? context.nu;
  const vanaf = casus && sinds < casus.laatstVastgelegd ? casus.laatstVastgelegd : sinds;
  pen.schrijf(
    'wachtlijst-vt-ontstaan',
    '§4.2, Add.7',
    { casussen: namen(wachtenden) },
    {
      start: [{ naam: 'wachtlijst-vt', vanaf }],
    },
  );
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** When the next screening card is due; `undefined` when there is no wachtlijst. */
export function volgendeScreening(
  casus: Casus,
  { kalender, beleid }: Pick<Context, 'kalender' | 'beleid'>,
): Instant | undefined {
  if (!casus.wachtlijstVt?.open) return undefined;
  const vorige = casus.wachtlijstVt.dagen.at(-1)?.dag;
  const { kaartOm, dagen } = beleid.screening;
  const vanaf = vorige === undefined ? casus.laatstVastgelegd : kalender.eindeVanDag(vorige);
  const { duur } = beleid.termijnen.screening;
  // A wachtlijst that begins in the morning is screened that same morning; after the term of the day, tomorrow.
  const opDezeDag = kalender.opDeDag(vanaf, kaartOm);
  const nogVandaag = 'opDeDag' in duur && opDezeDag <= vanaf && vanaf < kalender.opDeDag(vanaf, duur.opDeDag);
  return vorige === undefined && nogVandaag && (dagen === 'elke-dag' || kalender.isWerkdag(vanaf))
    ? vanaf
    : kalender.eerstvolgende(vanaf, kaartOm, dagen);
}

/** Keeps the record up to date: cleared, a new day's screening, today's screening done, or the pace too slow. */
export function bijhouden(zaak: Zaak): void {
  const { casus, context, pen } = zaak;
  const { wachtenden, nu } = context;
  const lijst = casus.wachtlijstVt;
  if (!lijst?.open || !wachtenden) return;
  const late = teLaat(wachtenden);
  if (late.length === 0) {
    pen.schrijf('wachtlijst-vt-weggewerkt', '§4.2, Add.7', {}, { eindigt: ['wachtlijst-vt', 'screening'] });
    return;
  }
  rondScreeningAf(zaak, wachtenden);
  const moment = volgendeScreening(casus, context);
  if (moment === undefined || moment > nu) return;
  // A screening of an earlier day that was missed is told before today's takes its place.
  verloop({ ...zaak, casus: pen.stand() });
  vraagScreening(zaak, lijst, late);
  rondScreeningAf(zaak, wachtenden);
}

/**
 * The screening of a day is done when every melding that was open before its term has been screened since its morning.
 * What comes in later, at 15:00 or in the evening, is screened for the next day: else a day that was done on time would
 * be undone by a melding that nobody could have screened on time.
 */
function rondScreeningAf({ context: { kalender }, pen }: Zaak, wachtenden: readonly Wachtende[]): void {
  const termijn = pen.stand().termijnen.find(({ naam }) => naam === 'screening');
  if (!termijn) return;
  const ochtend = kalender.beginVanDag(termijn.vanaf);
  const klaar = wachtenden
    .filter(({ bekendOp }) => bekendOp === undefined || bekendOp < termijn.vervalt)
    .every(({ gescreendOp }) => gescreendOp !== undefined && gescreendOp >= ochtend);
  if (klaar) pen.schrijf('screening-afgerond', 'Add.7', { dag: termijn.vanaf }, { eindigt: ['screening'] });
}

function zonder(nummers: readonly string[], andere: readonly string[]): string[] {
  const bekend = new Set(andere);
  return nummers.filter((nummer) => !bekend.has(nummer));
}

function vraagScreening({ casus, context, pen }: Zaak, lijst: WachtlijstVt, wachtenden: readonly Wachtende[]): void {
  const { nu } = context;
  const nieuw = namen(wachtenden);
  pen.schrijf(
    'screening-gevraagd',
    'Add.7',
    {
      dag: nu,
      aantal: nieuw.length,
      erbij: zonder(nieuw, lijst.casussen),
      eraf: zonder(lijst.casussen, nieuw),
    },
    { eindigt: ['screening'], start: [{ naam: 'screening' }] },
  );
  const stand = pen.stand().wachtlijstVt;
  const termijn = casus.termijnen.find(({ naam }) => naam === 'wachtlijst-vt');
  if (!stand || stand.gewaarschuwd || !termijn || termijn.vervalt <= nu) return;
  const verwachting = tempo(stand);
  const dagenOver = (Date.parse(termijn.vervalt) - Date.parse(nu)) / DAG_MS;
  if (verwachting && verwachting.dagen > dagenOver) {
    pen.schrijf('wachtlijst-vt-gewaarschuwd', '§4.2, Add.7', verwachting);
  }
}

/**
 * The pace of the last two weeks of screening days: how many meldingen fewer per calendar day, weekends counted where
 * nothing is screened in them, and how many days are left at that pace. A list that does not shrink counts as ten years.
 */
export function tempo({ dagen }: WachtlijstVt): { aantal: number; perWeek: number; dagen: number } | undefined {
  const [eerste] = dagen;
  const laatste = dagen.at(-1);
  if (!eerste || !laatste || dagen.length < GENOEG_DAGEN) return undefined;
  const verstreken = Math.max(1, Math.round((Date.parse(laatste.dag) - Date.parse(eerste.dag)) / DAG_MS));
  const perDag = (eerste.aantal - laatste.aantal) / verstreken;
  const NOOIT = 3650;
  return {
    aantal: laatste.aantal,
    perWeek: Math.round(perDag * 7 * 10) / 10,
    dagen: perDag > 0 ? Math.min(NOOIT, Math.ceil(laatste.aantal / perDag)) : NOOIT,
  };
}
