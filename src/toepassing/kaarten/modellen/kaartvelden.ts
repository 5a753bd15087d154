/**
 * The fields that models of cards share. Every text field is there (empty when it has nothing to say), because a
 * template shows a missing field literally. Instants are already readable Dutch text.
 */
import { z } from 'zod';
import { INFORMATIE_ONTVANGERS, INFORMATIEPLICHTEN } from '../../../kern/woorden.ts';

export const tekst = z.string();
export const gevuld = z.string().min(1);
export const vlag = z.boolean();
export const nummer = z.int().min(0);
export const casusnummer = z.string().min(1).max(40);

/** Such as `wo 25 nov 2026 24:00`, or empty. */
export const moment = z.union([
  z.literal(''),
  z.string().regex(/^(ma|di|wo|do|vr|za|zo) \d{1,2} [a-z]{3} \d{4} \d\d:\d\d$/),
]);

/** Such as `08:30`. */
export const kloktijd = z.string().regex(/^\d\d:\d\d$/);

/** The way back to a card (`Terug`). */
export const terug = z.string().regex(/^[a-z]+( |$)/);

/** The step of the escalation model, 0 when there is no meningsverschil. */
export const stap = z.literal([0, 1, 2, 3]);

/** What happened since that leaves nothing to do here, in a few sentences; empty as long as the card asks. */
export const gedaan = z.string();

/**
 * The number of the event with words that people typed; 0 when there is nothing to read. The words stand on no card
 * that others see too: only that they are there, and behind a button (`Lees de toelichting`) for one person
 * (domein.md §7).
 */
export const lees = z.int().min(0);

/** A running term as a card shows it. */
export const termijn = z.strictObject({
  /** Such as `Ontvangst bevestigen`. */
  naam: gevuld,
  /** Such as `wo 25 nov 2026 24:00`. */
  vervalt: moment,
  /** Such as `nog 2 werkdagen`, `vandaag` or `1 werkdag te laat`. */
  nog: gevuld,
  teLaat: vlag,
  /** The § with, for a regional choice, that it is one. */
  bron: gevuld,
});
export type TermijnRegel = z.infer<typeof termijn>;

/** The same on a card that is posted and stands there for days: the day, and nothing that counts or says "vandaag". */
export const geplaatst = termijn.omit({ nog: true, vervalt: true }).extend({
  /** Such as `uiterlijk wo 25 nov 2026 24:00` or `te laat sinds wo 25 nov 2026 24:00`. */
  wanneer: gevuld,
});
export type GeplaatsteTermijn = z.infer<typeof geplaatst>;

/** Fulfils one duty to inform; `schriftelijk`: only a letter or e-mail does (§5.1.1, §5.1.2). */
export const informatie = z.strictObject({
  wie: z.enum(INFORMATIE_ONTVANGERS),
  naam: gevuld,
  plicht: z.enum(INFORMATIEPLICHTEN),
  schriftelijk: vlag,
});

/** Closes one agreement to look: the id of its term, and which one it is for people, such as `wo 2 dec 2026`. */
export const monitoring = z.strictObject({ termijn: z.string().regex(/^monitoring-\d+$/), van: gevuld });
export type MonitoringKnop = z.infer<typeof monitoring>;

/** One choice of an Input.ChoiceSet. */
export const keuze = z.strictObject({ title: gevuld, value: gevuld });
