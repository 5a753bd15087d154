/**
 * The policy: every term, reminder and ladder step as data, each with its source (domein.md §5).
 * The default table is the guideline's; `regionaal` marks the choices that a region may change (▲ in domein.md).
 */
import { z } from 'zod';

export const TERMIJN_NAMEN = [
  'triage',
  'vervolg',
  'zicht-bij-vt',
  'overdracht-versturen',
  'bevestigen',
  'oppakken',
  'informeer-gemeente',
  'schriftelijk-informeren',
  'client-informeren',
  'betrokkenen-informeren',
  'melding-bespreken',
  'gesprek-professionals',
  'gesprek-leidinggevenden',
  'gesprek-gemeente',
  'terugleggen-beantwoorden',
  'monitoring',
  'wachtlijst-vt',
  'screening',
] as const;
export type TermijnNaam = (typeof TERMIJN_NAMEN)[number];

/** The terms that run for a team; they end when the casus leaves it. */
export const TEAM_TERMIJNEN: readonly TermijnNaam[] = [
  'bevestigen',
  'oppakken',
  'melding-bespreken',
  'terugleggen-beantwoorden',
];
/** The conversations of the escalation model, one per step (§4.3). */
export const GESPREKKEN: readonly TermijnNaam[] = [
  'gesprek-professionals',
  'gesprek-leidinggevenden',
  'gesprek-gemeente',
];

/** Who a ping is for. The adresboek says which people and conversations stand behind it. */
export const ONTVANGERS = [
  'kanaal-vt',
  'kanaal-team',
  'leidinggevende-vt',
  'leidinggevende-team',
  'contactambtenaar',
  'stuurgroep',
] as const;
export type Ontvanger = (typeof ONTVANGERS)[number];

const duurSchema = z.union([
  z.strictObject({ werkdagen: z.int().min(1).max(260) }),
  z.strictObject({ weken: z.int().min(1).max(104) }),
]);

const bronSchema = z.strictObject({
  /** The place in the guideline, such as `§4.1, Add.7`. */
  paragraaf: z.string().min(1),
  /** True when the number or step is a regional choice that the guideline leaves open. */
  regionaal: z.boolean().default(false),
});
export type Bron = z.output<typeof bronSchema>;

const tijd = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** `afgesproken`: the end of a day that people agreed on; `opDeDag`: a clock time on the day it starts. */
const termijnDuurSchema = z.union([
  duurSchema,
  z.strictObject({ afgesproken: z.literal('datum') }),
  z.strictObject({ opDeDag: tijd }),
]);

/**
 * When a reminder goes out (domein.md §6): `op` = at the opening of that werkdag or of the werkdag that many weeks
 * later, `na` = at the first opening after that time, `voor` = that many werkdagen before the due day, 0 = on that day.
 */
const momentSchema = z.union([
  z.strictObject({ op: duurSchema }),
  z.strictObject({ na: duurSchema }),
  z.strictObject({ voor: z.strictObject({ werkdagen: z.int().min(0).max(60) }) }),
]);

const ontvangersSchema = z.array(z.enum(ONTVANGERS)).min(1);
const herinneringSchema = z.strictObject({ moment: momentSchema, aan: ontvangersSchema, bron: bronSchema });
const treeSchema = z.strictObject({
  /** Counted from the due day. */
  na: duurSchema,
  aan: ontvangersSchema,
  bron: bronSchema,
  /** A duty that starts with this step, with a term of its own. */
  taak: z.enum(['informeer-gemeente']).optional(),
});

const regelSchema = z.strictObject({
  /** In words for people: what starts the term. */
  looptVanaf: z.string().min(1),
  duur: termijnDuurSchema,
  bron: bronSchema,
  herinneringen: z.array(herinneringSchema).default([]),
  verlopen: z.strictObject({
    aan: ontvangersSchema,
    bron: bronSchema,
    /** The term of the next step of the escalation model, which starts when this one is reported as passed. */
    opent: z.enum(TERMIJN_NAMEN).optional(),
  }),
  ladder: z.array(treeSchema).default([]),
  /** After the last of these steps: said again so long after each time, until the term ends. */
  herhaling: z.strictObject({ elke: duurSchema, aan: ontvangersSchema, bron: bronSchema }).optional(),
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
