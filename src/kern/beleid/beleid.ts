/**
 * The policy: every term, reminder and ladder step as data, each with its source (domein.md §5).
 * The default table is the guideline's; `regionaal` marks the choices that a region may change (▲ in domein.md).
 */
import { z } from 'zod';
import { bronSchema, rijSchema, tijd } from './termijnrij.ts';
import { TERMIJN_NAMEN } from './termijntabel.ts';

export { ONTVANGERS, type Bron, type Ontvanger } from './termijnrij.ts';
export { GESPREKKEN, TEAM_TERMIJNEN, TERMIJN_NAMEN, type TermijnNaam } from './termijntabel.ts';

const regelSchema = rijSchema.extend({
  verlopen: rijSchema.shape.verlopen.extend({ opent: z.enum(TERMIJN_NAMEN).optional() }),
});
export type Beleidsregel = z.output<typeof regelSchema>;

export const beleidSchema = z.strictObject({
  termijnen: z.record(z.enum(TERMIJN_NAMEN), regelSchema),
  kantooruren: z.strictObject({ opening: tijd, sluiting: tijd }),
  extraSluitingsdagen: z.array(z.iso.date()),
  /** Daily screening of VT's wachtlijst (Add.7): when its card is posted, and whether weekends count. */
  screening: z.strictObject({ kaartOm: tijd, dagen: z.enum(['elke-dag', 'werkdagen']) }),
  /** When the bot says every day that it still watches, in VT's channel. */
  hartslag: z.strictObject({ om: tijd, dagen: z.enum(['elke-dag', 'werkdagen']) }),
  /** A returning meningsverschil goes to the stuurgroep: so many that reached step 3, within so many months (§4.3). */
  terugkerend: z.strictObject({ aantal: z.int().min(2).max(20), maanden: z.int().min(1).max(36) }),
  /** Contacts of gemeenten older than this are reported as possibly out of date (Add.6). */
  contactenMaanden: z.int().min(1).max(36),
  /** How long after closing persons, free text and content are kept here (domein.md §9). */
  bewaartermijn: z.strictObject({ maanden: z.int().min(1).max(240), bron: bronSchema }),
  /** So many pings for one addressee at once become one message with a list; fewer stay in the threads of their cards. */
  bundelVanaf: z.int().min(2).max(100),
  /** VT's own casusnummers, as a regular expression. */
  casusnummerPatroon: z.string().min(1),
});
export type Beleid = z.output<typeof beleidSchema> & {
  /** Names this very table; stored with every term that was computed from it. */
  versie: string;
};

/** When a file was brought up to date: an instant with its offset, or a date (contract.md §5); instantOfDag reads it. */
export const bijgewerktOpSchema = z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
  error: 'moet een datum zijn (2026-11-28) of een moment met tijdzone (2026-11-28T08:00:00+01:00)',
});

/** A policy file: only what differs from the guideline; `{}` is the default table. */
export const beleidBestandSchema = z.strictObject({
  /** When it was brought up to date; an older file than what is in force is not used. */
  bijgewerktOp: bijgewerktOpSchema.optional(),
  termijnen: z.partialRecord(z.enum(TERMIJN_NAMEN), regelSchema).default({}),
  kantooruren: beleidSchema.shape.kantooruren.optional(),
  extraSluitingsdagen: beleidSchema.shape.extraSluitingsdagen.optional(),
  screening: beleidSchema.shape.screening.optional(),
  hartslag: beleidSchema.shape.hartslag.optional(),
  terugkerend: beleidSchema.shape.terugkerend.optional(),
  contactenMaanden: beleidSchema.shape.contactenMaanden.optional(),
  bewaartermijn: beleidSchema.shape.bewaartermijn.optional(),
  bundelVanaf: beleidSchema.shape.bundelVanaf.optional(),
  casusnummerPatroon: beleidSchema.shape.casusnummerPatroon.optional(),
});
export type BeleidBestand = z.output<typeof beleidBestandSchema>;
