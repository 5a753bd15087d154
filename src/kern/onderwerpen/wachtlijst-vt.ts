/**
 * VT's own wachtlijst (§4.2, Add.7): meldingen past their triage term. Its record has a journal and terms, so that the same
 * round guards it: daily screening before noon, and three weeks to clear it. While there is a wachtlijst every open melding
 * is screened, late or not; its begin, size, pace and end are of the late ones alone.
 */
import { beginEigen } from '../eigen/begin.ts';
import { gebeurtenis, type Nieuw, type Pen } from '../rij/gebeurtenisrij.ts';
import type { Context, Wachtende } from '../rij/opdrachtrij.ts';
import type { WachtlijstVt, WachtlijstVtStuk } from '../stuk.ts';
import type { Instant } from '../tijd/werkdagen.ts';

/** Days of record before a pace says anything. */
const GENOEG_DAGEN = 3;
/** As many days as the pace is judged by. */
const TEMPO_DAGEN = 14;
const DAG_MS = 86_400_000;

const ontstaan = gebeurtenis<{ casussen: string[] }>()('wachtlijst-vt-ontstaan', {
  van: 'wachtlijst-vt',
  bron: '§4.2, Add.7',
  besluit: true,
  velden: { casussen: 'blijft' },
  woorden: 'geen',
  begint: (nummer, envelop): WachtlijstVtStuk => ({
    ...beginEigen(nummer, envelop),
    soort: 'wachtlijst-vt',
    wachtlijstVt: { open: false, casussen: [], dagen: [], gewaarschuwd: false },
  }),
  verwerk: (stuk, { gegevens: { casussen } }) => ({
    ...stuk,
    wachtlijstVt: { open: true, casussen, dagen: [], gewaarschuwd: false },
  }),
  hoort: [],
});

/** Only what differs from the day before, by casusnummer. In older journals all of them, and counts of what differs. */
interface Gevraagd {
  dag: string;
  aantal?: number;
  casussen?: string[];
  erbij: number | string[];
  eraf: number | string[];
}

const hoeveel = (verschil: number | readonly string[]): number =>
  typeof verschil === 'number' ? verschil : verschil.length;

function metVerschil(casussen: readonly string[], { erbij, eraf }: Gevraagd): string[] {
  const weg = new Set(typeof eraf === 'number' ? [] : eraf);
  const nieuw = typeof erbij === 'number' ? [] : erbij;
  return [...new Set([...casussen.filter((nummer) => !weg.has(nummer)), ...nieuw])].toSorted();
}

const metLijst = (stuk: WachtlijstVtStuk, anders: Partial<WachtlijstVt>): WachtlijstVtStuk => ({
  ...stuk,
  wachtlijstVt: { ...stuk.wachtlijstVt, ...anders },
});

const gevraagd = gebeurtenis<Gevraagd>()('screening-gevraagd', {
  van: 'wachtlijst-vt',
  bron: 'Add.7',
  besluit: true,
  velden: { dag: 'blijft', aantal: 'blijft', casussen: 'blijft', erbij: 'blijft', eraf: 'blijft' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk(stuk, { gegevens }) {
    const { dag, erbij, eraf } = gegevens;
    const casussen = gegevens.casussen ?? metVerschil(stuk.wachtlijstVt.casussen, gegevens);
    const geteld = { dag, aantal: casussen.length, erbij: hoeveel(erbij), eraf: hoeveel(eraf) };
    return metLijst(stuk, { casussen, dagen: [...stuk.wachtlijstVt.dagen, geteld].slice(-TEMPO_DAGEN) });
  },
  hoort: ({ gebeurtenis: { nr } }) => [{ nr, kaart: 'screening', aan: 'kanaal-vt' }],
});

const afgerond = gebeurtenis<{ dag: string }>()('screening-afgerond', {
  van: 'wachtlijst-vt',
  bron: 'Add.7',
  besluit: true,
  velden: { dag: 'blijft' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (stuk) => stuk,
  hoort: [],
});

const gewaarschuwd = gebeurtenis<{ aantal: number; perWeek: number; dagen: number }>()('wachtlijst-vt-gewaarschuwd', {
  van: 'wachtlijst-vt',
  bron: '§4.2, Add.7',
  besluit: true,
  velden: { aantal: 'blijft', perWeek: 'blijft', dagen: 'blijft' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (stuk) => metLijst(stuk, { gewaarschuwd: true }),
  hoort: ({ gebeurtenis: { nr } }) => [
    { nr, kaart: 'wachtlijst-vt', aan: 'kanaal-vt' },
    { nr, kaart: 'wachtlijst-vt', aan: 'leidinggevende-vt' },
  ],
});

const weggewerkt = gebeurtenis<Record<never, never>>()('wachtlijst-vt-weggewerkt', {
  van: 'wachtlijst-vt',
  bron: '§4.2, Add.7',
  besluit: true,
  velden: {},
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (stuk) => metLijst(stuk, { open: false, casussen: [] }),
  hoort: [],
});

export const gebeurtenissen = {
  'wachtlijst-vt-ontstaan': ontstaan.rij,
  'screening-gevraagd': gevraagd.rij,
  'screening-afgerond': afgerond.rij,
  'wachtlijst-vt-gewaarschuwd': gewaarschuwd.rij,
  'wachtlijst-vt-weggewerkt': weggewerkt.rij,
};

const namen = (wachtenden: readonly Wachtende[]): string[] =>
  wachtenden.map(({ casusnummer }) => casusnummer).toSorted();

/** The meldingen that make the wachtlijst: those whose triage term has passed. */
const teLaat = (wachtenden: readonly Wachtende[]): Wachtende[] =>
  wachtenden.filter(({ verlopenOp }) => verlopenOp !== undefined);

/** The first melding to pass its triage term begins the wachtlijst, from the instant it passed. */
export function begin(stuk: WachtlijstVtStuk | undefined, context: Context): readonly Nieuw[] {
  const wachtenden = teLaat(context.wachtenden ?? []);
  if (stuk?.wachtlijstVt.open || wachtenden.length === 0) return [];
  const sinds = wachtenden.flatMap(({ verlopenOp }) => verlopenOp ?? []).toSorted()[0] ?? context.nu;
  const vanaf = stuk && sinds < stuk.laatstVastgelegd ? stuk.laatstVastgelegd : sinds;
  return [
    ontstaan(
      { casussen: namen(wachtenden) },
      { verantwoordelijk: 'blijft', start: [{ naam: 'wachtlijst-vt', vanaf }] },
    ),
  ];
}

/** When the next screening card is due; `undefined` when there is no wachtlijst. */
export function volgendeScreening(
  { wachtlijstVt: lijst, laatstVastgelegd }: WachtlijstVtStuk,
  { kalender, beleid }: Pick<Context, 'kalender' | 'beleid'>,
): Instant | undefined {
  if (!lijst.open) return undefined;
  const vorige = lijst.dagen.at(-1)?.dag;
  const { kaartOm, dagen } = beleid.screening;
  const vanaf = vorige === undefined ? laatstVastgelegd : kalender.eindeVanDag(vorige);
  const { duur } = beleid.termijnen.screening;
  // A wachtlijst that begins in the morning is screened that same morning; after the term of the day, tomorrow.
  const opDezeDag = kalender.opDeDag(vanaf, kaartOm);
  const nogVandaag = 'opDeDag' in duur && opDezeDag <= vanaf && vanaf < kalender.opDeDag(vanaf, duur.opDeDag);
  return vorige === undefined && nogVandaag && (dagen === 'elke-dag' || kalender.isWerkdag(vanaf))
    ? vanaf
    : kalender.eerstvolgende(vanaf, kaartOm, dagen);
}

type Beurt = { pen: Pen<WachtlijstVtStuk>; context: Context };

/**
 * Keeps the record up to date: cleared, a new day's screening, today's screening done, or the pace too slow. `verloop`
 * tells first of a screening of an earlier day that was missed, before today's takes its place.
 */
export function bijhouden({ pen, context }: Beurt, verloop: () => void): void {
  const { wachtenden, nu } = context;
  const stuk = pen.stand();
  if (!stuk.wachtlijstVt.open || !wachtenden) return;
  const late = teLaat(wachtenden);
  if (late.length === 0) {
    pen.schrijf(weggewerkt({}, { verantwoordelijk: 'blijft', eindigt: ['wachtlijst-vt', 'screening'] }));
    return;
  }
  rondScreeningAf({ pen, context }, wachtenden);
  const moment = volgendeScreening(stuk, context);
  if (moment === undefined || moment > nu) return;
  verloop();
  vraagScreening({ pen, context }, stuk, late);
  rondScreeningAf({ pen, context }, wachtenden);
}

/**
 * The screening of a day is done when every melding that was open before its term has been screened since its morning.
 * What comes in later, at 15:00 or in the evening, is screened for the next day: else a day that was done on time would
 * be undone by a melding that nobody could have screened on time.
 */
function rondScreeningAf({ pen, context: { kalender } }: Beurt, wachtenden: readonly Wachtende[]): void {
  const termijn = pen.stand().termijnen.find(({ naam }) => naam === 'screening');
  if (!termijn) return;
  const ochtend = kalender.beginVanDag(termijn.vanaf);
  const klaar = wachtenden
    .filter(({ bekendOp }) => bekendOp === undefined || bekendOp < termijn.vervalt)
    .every(({ gescreendOp }) => gescreendOp !== undefined && gescreendOp >= ochtend);
  if (klaar) pen.schrijf(afgerond({ dag: termijn.vanaf }, { verantwoordelijk: 'blijft', eindigt: ['screening'] }));
}

function zonder(nummers: readonly string[], andere: readonly string[]): string[] {
  const bekend = new Set(andere);
  return nummers.filter((nummer) => !bekend.has(nummer));
}

function vraagScreening({ pen, context: { nu } }: Beurt, voor: WachtlijstVtStuk, late: readonly Wachtende[]): void {
  const nieuw = namen(late);
  const { casussen } = voor.wachtlijstVt;
  pen.schrijf(
    gevraagd(
      { dag: nu, aantal: nieuw.length, erbij: zonder(nieuw, casussen), eraf: zonder(casussen, nieuw) },
      { verantwoordelijk: 'blijft', eindigt: ['screening'], start: [{ naam: 'screening' }] },
    ),
  );
  const stand = pen.stand().wachtlijstVt;
  const termijn = voor.termijnen.find(({ naam }) => naam === 'wachtlijst-vt');
  if (stand.gewaarschuwd || !termijn || termijn.vervalt <= nu) return;
  const verwachting = tempo(stand);
  const dagenOver = (Date.parse(termijn.vervalt) - Date.parse(nu)) / DAG_MS;
  if (verwachting && verwachting.dagen > dagenOver) {
    pen.schrijf(gewaarschuwd(verwachting, { verantwoordelijk: 'blijft' }));
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
