/** One row of the table of terms: its length, reminders, passing and ladder, each with its source (domein.md §5, §6). */
import { z } from 'zod';

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

export const bronSchema = z.strictObject({
  /** The place in the guideline, such as `§4.1, Add.7`. */
  paragraaf: z.string().min(1),
  /** True when the number or step is a regional choice that the guideline leaves open. */
  regionaal: z.boolean().default(false),
});
export type Bron = z.output<typeof bronSchema>;

export const tijd = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

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

export const rijSchema = z.strictObject({
  /** In words for people: what starts the term. */
  looptVanaf: z.string().min(1),
  duur: termijnDuurSchema,
  bron: bronSchema,
  herinneringen: z.array(herinneringSchema).default([]),
  verlopen: z.strictObject({
    aan: ontvangersSchema,
    bron: bronSchema,
    /** The term of the next step of the escalation model, which starts when this one is reported as passed. */
    opent: z.string().optional(),
  }),
  ladder: z.array(treeSchema).default([]),
  /** After the last of these steps: said again so long after each time, until the term ends. */
  herhaling: z.strictObject({ elke: duurSchema, aan: ontvangersSchema, bron: bronSchema }).optional(),
});
export type Termijnrij = z.output<typeof rijSchema>;
