/** The models of the cards of one overdracht: the card itself, what happens to it, and what people open from it. */
import { z } from 'zod';
import {
  casusnummer,
  gedaan,
  geplaatst,
  gevuld,
  lees,
  moment,
  nummer,
  stap,
  tekst,
  terug,
  vlag,
} from './kaartvelden.ts';

/** The card in the team's channel (`overdracht`) and its mirror in VT's channel (`volgkaart`). */
export const overdracht = z.strictObject({
  casusnummer,
  overdracht: nummer,
  versie: nummer,
  gemeente: gevuld,
  team: gevuld,
  teamNaam: gevuld,
  wijze: z.enum(['koud', 'warm']),
  spoed: vlag,
  verzondenOp: moment,
  doorNaam: tekst,
  status: z.enum([
    'verzonden',
    'ontvangen',
    'opgepakt',
    'wachtlijst',
    'meningsverschil',
    'geweigerd',
    'ingetrokken',
    'beeindigd',
  ]),
  /** Full sentence: who holds zicht op veiligheid now. */
  verantwoordelijke: gevuld,
  /** The running terms of this overdracht: bevestigen, oppakken, melding bespreken. */
  termijnen: z.array(geplaatst),
  ietsTeLaat: vlag,
  ontvangenOp: moment,
  ontvangenDoor: tekst,
  /** `in Teams`, `per telefoon` or `per e-mail`. */
  ontvangenVia: tekst,
  ontvangenLaat: vlag,
  /** When, by whom and how the team took it upon itself at the end of a meningsverschil; empty when it did not. */
  overgenomenOp: moment,
  overgenomenDoor: tekst,
  overgenomenVia: tekst,
  opgepaktOp: moment,
  casusregisseur: tekst,
  /** For geweigerd, ingetrokken and beeindigd: when, by whom, and the bot's own reason or that there is one. */
  eindeOp: moment,
  eindeDoor: tekst,
  eindeReden: tekst,
  /** Open duties that a button can fulfil. */
  taakGemeente: vlag,
  taakClient: vlag,
  taakBespreken: vlag,
  stap,
  /** The side that has a proposal to answer (§4.3); empty when there is none. */
  voorstelVoor: z.enum(['', 'lokale-toegang', 'veilig-thuis']),
  /** When the team asked VT to take the casus back. */
  terugleggenOp: moment,
  /** When the team said that it cannot pick up within the term. */
  nietBinnenTermijnOp: moment,
  aanpakfase: tekst,
  /** There is content to open with Bekijk overdracht. */
  heeftInhoud: vlag,
  lees,
});
export type OverdrachtModel = z.infer<typeof overdracht>;

/** Tells of an event, in the thread of the card it is about. */
export const voortgang = z.strictObject({
  casusnummer,
  gebeurtenis: z.enum([
    'ontvangst-bevestigd',
    'opgepakt',
    'overdracht-geweigerd',
    'overdracht-ingetrokken',
    'teruggenomen',
    'nieuwe-melding-ontvangen',
    'wachtlijst-gemeld',
    'niet-binnen-termijn-gemeld',
    'interventie-gemeente-vastgelegd',
    'meningsverschil-gemeld',
    'meningsverschil-opgeschaald',
    'uitkomst-voorgesteld',
    'uitkomst-afgewezen',
    'aangevuld',
    'meningsverschil-opgelost',
    'terugleggen-gevraagd',
    'teruggelegd',
    'terugleggen-geweigerd',
    'gesignaleerd',
    'afgesloten',
    'direct-gevaar-vastgesteld',
  ]),
  overdracht: nummer,
  versie: nummer,
  stap,
  /** What else the reader must know: who belong in the conversation, which contact is missing or old. */
  letOp: z.array(gevuld),
  /** Which buttons fit what the addressee may do now. */
  knoppen: z.strictObject({
    gemeenteGeinformeerd: vlag,
    terugleggen: vlag,
    terugnemen: vlag,
    opschalen: vlag,
    oplossen: vlag,
    meningsverschil: vlag,
    aanvaarden: vlag,
  }),
  teamNaam: tekst,
  doorNaam: tekst,
  op: moment,
  /** For opgepakt. */
  casusregisseur: tekst,
  /** The bot's own reason, the kind of a signal, or that there is an explanation. */
  toelichting: tekst,
  lees,
  terug,
  laat: vlag,
  verantwoordelijke: gevuld,
  bron: gevuld,
  gedaan,
});
export type VoortgangModel = z.infer<typeof voortgang>;

/** The content of an overdracht (§5), for the person who opened it alone; one page of it. */
export const inhoud = z.strictObject({
  casusnummer,
  overdracht: nummer,
  versie: nummer,
  teamNaam: gevuld,
  wijze: z.enum(['koud', 'warm']),
  feiten: z.array(gevuld),
  oordelen: z.array(z.strictObject({ tekst: gevuld, vanWie: gevuld, opGrondVan: gevuld })),
  aandachtspunten: z.array(gevuld),
  veiligheidsafspraken: z.array(gevuld),
  documentverwijzing: tekst,
  gesprek: tekst,
  /** Who contacts whom when agreements are not kept (§5.1.3). */
  contact: z.array(gevuld),
  pagina: nummer,
  paginas: nummer,
  terug,
});
export type InhoudModel = z.infer<typeof inhoud>;

/** What people typed in one event, for the person who opened it alone. */
export const toelichting = z.strictObject({
  casusnummer,
  overdracht: nummer,
  /** What happened, without the words. */
  soort: gevuld,
  woorden: z.array(gevuld).min(1),
  /** Empty when it is not known, or when it was a system. */
  doorNaam: tekst,
  op: moment,
  bron: gevuld,
  terug,
});
export type ToelichtingModel = z.infer<typeof toelichting>;
