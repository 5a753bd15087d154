/** The models of what the bot says of itself: that it watches, what did not arrive, who is missing, who asks for rights. */
import { z } from 'zod';
import { casusnummer, gevuld, moment, nummer, tekst, vlag } from './kaartvelden.ts';

/** What the bot says of itself: every day that it watches, or at once what its auditor found wrong. */
export const toezicht = z.strictObject({
  onderwerp: z.enum(['hartslag', 'onraad']),
  /** For a hartslag: the numbers in one sentence, and when the last round ended. */
  stand: tekst,
  laatsteRonde: tekst,
  /** One row per kind of finding; `waar` names casusnummers or organisations. */
  bevindingen: z.array(z.strictObject({ wat: gevuld, waar: gevuld, watTeDoen: gevuld })),
  bron: gevuld,
});
export type ToezichtModel = z.infer<typeof toezicht>;

/** Tells VT what could not be delivered to whom (bouw.md §1). */
export const onbezorgbaar = z.strictObject({
  casusnummer,
  /** Nobody can ask for a record that is no casus. */
  isCasus: vlag,
  /** What it was: such as `de herinnering aan Wijkteam Breda Noord`. */
  wat: gevuld,
  /** Why, in words for people. */
  reden: gevuld,
  /** What to do now: such as `Bel het team: 076 …`. */
  watTeDoen: gevuld,
});
export type OnbezorgbaarModel = z.infer<typeof onbezorgbaar>;

/** The adresboek for a beheerder: who is missing behind which step, what else needs a look, what changed last. */
export const adresboek = z.strictObject({
  /** `gevraagd` by a beheerder; else it comes by itself, every week or after a change. */
  aanleiding: z.enum(['gevraagd', 'week', 'wijziging']),
  bijgewerktOp: moment,
  /** `bij` names the organisations, empty when `wat` says it; `nodigVoor` the first steps that call them. */
  hiaten: z.array(z.strictObject({ wat: gevuld, bij: tekst, nodigVoor: tekst, watTeDoen: gevuld })),
  letOp: z.array(gevuld),
  /** Keys with and without a conversation, the version of the beleid and the changes: only when asked. */
  gekoppeld: tekst,
  open: tekst,
  beleid: tekst,
  wijzigingen: z.array(z.strictObject({ op: moment, wat: gevuld, door: gevuld })),
});
export type AdresboekModel = z.infer<typeof adresboek>;

/** Asks a leidinggevende of VT about a link that gives VT's rights, or tells what became of a link (domein.md §8). */
export const koppeling = z.strictObject({
  titel: gevuld,
  alineas: z.array(gevuld.max(400)).min(1).readonly(),
  /** The number of the request; 0 where nothing is asked. */
  verzoek: nummer,
  /** The request can be answered by this reader now. */
  open: vlag,
});
export type KoppelingModel = z.infer<typeof koppeling>;
