/** The models of what the bot answers in chat: about one casus, about several, and about itself. */
import { z } from 'zod';
import { OPDRACHT_SOORTEN } from '../../../kern/opdrachten.ts';
import {
  casusnummer,
  gevuld,
  keuze,
  lees,
  moment,
  monitoring,
  nummer,
  stap,
  tekst,
  termijn,
  terug,
  vlag,
} from './kaartvelden.ts';

/** The answer to "wie is verantwoordelijk voor casus X". */
export const antwoord = z.strictObject({
  casusnummer,
  /** Empty for now, else the asked instant. */
  opMoment: moment,
  partij: gevuld,
  tijdelijk: vlag,
  reden: tekst,
  sinds: moment,
  /** Empty when it is so now, else when it ended. */
  tot: moment,
  gebeurtenis: gevuld,
  doorNaam: tekst,
  bron: gevuld,
  termijnen: z.array(termijn),
  /** What comes next, one sentence; empty for the past. */
  watKomt: tekst,
  lees,
  terug,
});
export type AntwoordModel = z.infer<typeof antwoord>;

/** `status X`: the answer with what the asker can do. */
export const status = antwoord.extend({
  gemeente: gevuld,
  faseTekst: gevuld,
  spoed: vlag,
  overdracht: nummer,
  versie: nummer,
  /** Which opdrachten the asker may give now, by name with dashes removed. */
  /** What the asker may do now with a button here; `bekijken` the content of the overdracht, `anders` what is in ActiesModel. */
  mag: z.array(z.enum(['bekijken', 'anders', ...OPDRACHT_SOORTEN])),
});
export type StatusModel = z.infer<typeof status>;

/** Everything else the asker may do with a casus now, each with its own fields. */
export const acties = z.strictObject({
  casusnummer,
  overdracht: nummer,
  versie: nummer,
  stap,
  faseTekst: gevuld,
  monitoring: z.array(monitoring),
  terug,
  /** `herzien`: triage by a new decision; `akkoord-vastleggen`: a meningsverschil settled with the team's word. */
  mag: z.array(z.enum(['herzien', 'akkoord-vastleggen', ...OPDRACHT_SOORTEN])),
});
export type ActiesModel = z.infer<typeof acties>;

export const tijdlijn = z.strictObject({
  casusnummer,
  regels: z.array(z.strictObject({ op: moment, tekst: gevuld, doorNaam: tekst, bron: gevuld })),
  /** Lines left out above the shown ones, 0 when all are shown. */
  weggelaten: nummer,
  /** The lines with something to read, to choose one. */
  keuzes: z.array(keuze),
});
export type TijdlijnModel = z.infer<typeof tijdlijn>;

/** `openstaand` and `te laat`. */
export const lijst = z.strictObject({
  titel: gevuld,
  regels: z.array(z.strictObject({ casusnummer, gemeente: gevuld, faseTekst: gevuld, termijn: moment, teLaat: vlag })),
  meer: vlag,
  /** Of some team it is not known who belongs to it, so that casussen may be missing. */
  onvolledig: vlag,
});
export type LijstModel = z.infer<typeof lijst>;

/** The link to the dossier of a casus, for the leidinggevende of VT who asked. */
export const dossier = z.strictObject({
  casusnummer,
  url: z.url({ protocol: /^https?$/ }),
  tot: moment,
  /** Who opens the link must sign in; else nobody can tell who opened it. */
  aanmelden: vlag,
});

/** A short explanation of one subject of the guideline. */
export const uitleg = z.strictObject({
  titel: gevuld,
  alineas: z.array(gevuld.max(400)).min(1).readonly(),
  bron: gevuld,
  /** Other subjects, as they can be typed. */
  meer: z.array(z.strictObject({ onderwerp: z.string().regex(/^[a-z-]+$/), titel: gevuld })),
});

export const hulp = z.strictObject({
  /** True for the greeting after an install, which says first what this bot is. */
  welkom: vlag,
  isVt: vlag,
  isBeheerder: vlag,
});
