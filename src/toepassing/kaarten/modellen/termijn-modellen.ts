/** The models of the cards that ask for something in time: pings, duties to inform, and VT's wachtlijst (domein.md §5). */
import { z } from 'zod';
import {
  casusnummer,
  gedaan,
  geplaatst,
  gevuld,
  informatie,
  keuze,
  kloktijd,
  lees,
  moment,
  monitoring,
  nummer,
  stap,
  tekst,
  terug,
  vlag,
} from './kaartvelden.ts';

/** The gravest of the steps decides the tone; `gedaan` and `nieuwer` once the card asks nothing any more. */
const ernst = z.enum(['herinnering', 'verlopen', 'escalatie', 'gedaan', 'nieuwer']);
const stapVanTermijn = geplaatst.extend({ watTeDoen: gevuld });

/** A reminder, a passed term or a step of the ladder. */
export const ping = z.strictObject({
  /** Or what it is about: VT's own wachtlijst, of no gemeente. */
  casusnummer,
  gemeente: tekst,
  teamNaam: tekst,
  overdracht: nummer,
  versie: nummer,
  ernst,
  /** Who must act: mentions (`<at>…</at>`) or a role in words. */
  aanhef: tekst,
  stappen: z.array(stapVanTermijn),
  verantwoordelijke: gevuld,
  /** For an escalation: the history in three lines. */
  geschiedenis: z.array(gevuld).max(3),
  /** Which buttons fit: what the addressee may do now. */
  magBevestigen: vlag,
  magOppakken: vlag,
  taakGemeente: vlag,
  /** Duties to inform that a button can fulfil. */
  informeer: z.array(informatie),
  stap,
  letOp: z.array(gevuld),
  magOpschalen: vlag,
  magOplossen: vlag,
  magTerugleggenBeantwoorden: vlag,
  monitoring: z.array(monitoring),
  magBespreken: vlag,
  magZichtBevestigen: vlag,
  magVervolgVastleggen: vlag,
  magOverdragen: vlag,
  magAanvaarden: vlag,
  lees,
  terug,
  gedaan,
});
export type PingModel = z.infer<typeof ping>;

/** Steps of terms in several casussen for one addressee, so that a channel gets one message at an opening. */
export const pingBundel = z.strictObject({
  /** How many casussen it is about. */
  aantal: nummer,
  /** The moment of which this tells, such as `wo 25 nov 2026 08:30`: it is not redrawn. */
  stand: moment,
  /** The gravest decides the tone, and comes first. */
  ernst: ernst.exclude(['gedaan', 'nieuwer']),
  aanhef: tekst,
  regels: z
    .array(
      z.strictObject({
        casusnummer,
        gemeente: tekst,
        stappen: z.array(stapVanTermijn.extend({ bron: tekst })).min(1),
        /** Empty, as is the history, when there are many; and for a message that did not arrive. */
        verantwoordelijke: tekst,
        geschiedenis: z.array(gevuld).max(3),
        /** This one may have been told before; the others were not. */
        herhaling: vlag,
      }),
    )
    .min(1)
    .max(5),
  /** The casussen for which there is no room above, per thing to do, a few on each line. */
  rest: z.array(z.strictObject({ watTeDoen: gevuld, bron: tekst, casussen: z.array(gevuld).min(1) })),
  /** Those casussen, to choose one to look at. */
  keuzes: z.array(keuze),
});
export type PingBundelModel = z.infer<typeof pingBundel>;

/** Asks VT to inform people after a decision (§5.1.1, §5.1.2, §3.3.4), and says what must be said. */
export const informeren = z.strictObject({
  casusnummer,
  versie: nummer,
  gemeente: gevuld,
  waarom: z.enum(['geen-zorgen', 'lichte-zorgen', 'hgo', 'st-sg', 'afgesloten']),
  taken: z.array(informatie.extend({ wanneer: gevuld, teLaat: vlag })),
  verantwoordelijke: gevuld,
  bron: gevuld,
  gedaan,
});
export type InformerenModel = z.infer<typeof informeren>;

/** The daily screening of VT's wachtlijst (Add.7). */
export const screening = z.strictObject({
  /** Such as `di 8 dec 2026`, and the clock time before which it must be done. */
  dag: gevuld,
  voor: kloktijd,
  /** The record of the wachtlijst, and a number that changes with every decision on an open melding. */
  casusnummer,
  versie: nummer,
  nogTeScreenen: nummer,
  /** What still has to be looked at, late ones first: what is ticked is sent back as `casusnummers`. */
  teScreenen: z.array(keuze.extend({ value: casusnummer })),
  /** Those that do not fit on the card. */
  meer: nummer,
  /** Every melding in which direct gevaar can be seen, also after its screening; what still has to be looked at first. */
  gevaar: z.array(keuze.extend({ value: casusnummer })),
  /** Screened today: how many and which, or empty. */
  gescreend: tekst,
  /** Meldingen that the app cannot read, or empty. */
  onleesbaar: tekst,
});
export type ScreeningModel = z.infer<typeof screening>;

/** The wachtlijst will not be cleared in time at the pace of the last weeks (§4.2, Add.7). */
export const wachtlijstVt = z.strictObject({
  aantal: nummer,
  /** Such as `2 per week minder` or `niet korter geworden`. */
  tempo: gevuld,
  /** Such as `leeg rond ma 11 jan 2027` or `zo komt de lijst niet weg`. */
  verwachting: gevuld,
  uiterlijk: moment,
  /** How it was computed, one sentence. */
  berekening: gevuld,
  gedaan,
});
export type WachtlijstVtModel = z.infer<typeof wachtlijstVt>;

/** For the stuurgroep: numbers, ages and casusnummers only (§4.3). */
export const stuurgroep = z.strictObject({
  onderwerp: z.enum(['meningsverschil', 'terugkerend-meningsverschil', 'wachtlijst-vt', 'niemand-bereikbaar']),
  aantal: nummer,
  regels: z.array(z.strictObject({ casusnummer, leeftijd: gevuld })),
  bron: gevuld,
});
export type StuurgroepModel = z.infer<typeof stuurgroep>;
