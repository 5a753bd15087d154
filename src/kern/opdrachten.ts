/**
 * What can be asked of a casus. The zod schemas are the types; the names are those of contract.md and are the same
 * in the API, as a card's `verb` and in the journal.
 */
import { z } from 'zod';
import {
  AANPAKFASEN,
  AKKOORD_WEGEN,
  BESLUITEN,
  CONCLUSIES,
  INFORMATIE_ONTVANGERS,
  INFORMATIE_WEGEN,
  INFORMATIEPLICHTEN,
  SIGNALEN,
  OPLOSSINGEN,
  VERVOLGTRAJECTEN,
  WIJZEN,
} from './gebeurtenissen.ts';
import { instant } from './werkdagen.ts';

/** One line of text, and a longer explanation; both trimmed, never empty. */
const regel = z.string().trim().min(1).max(200);
const tekst = z.string().trim().min(1).max(2000);
const lijst = z.array(tekst).max(50);

const VROEGST = '2000-01-01T00:00:00.000Z';
const LAATST = '2100-01-01T00:00:00.000Z';

/** ISO 8601 with an offset; becomes the core's own form. Outside this century it is a typing error, such as 0206. */
export const instantSchema = z.iso
  .datetime({ offset: true })
  .transform((waarde) => instant(waarde))
  .refine((moment) => moment >= VROEGST && moment < LAATST && moment.length === VROEGST.length, {
    error: 'moet tussen 2000 en 2100 liggen',
  });

/** What VT hands over (§5): facts apart from opinions, each opinion with its holder and the facts under it. */
export const inhoudSchema = z.strictObject({
  feiten: lijst.min(1),
  oordelen: z
    .array(z.strictObject({ tekst, vanWie: regel, opGrondVan: tekst }))
    .max(50)
    .default([]),
  aandachtspunten: lijst.default([]),
  veiligheidsafspraken: lijst.default([]),
  documentverwijzing: regel.optional(),
  gesprek: z.union([z.strictObject({ op: instantSchema }), z.strictObject({ geenReden: tekst })]).optional(),
});
export type Inhoud = z.output<typeof inhoudSchema>;

export const opdrachtSchema = z.discriminatedUnion('soort', [
  z.strictObject({
    soort: z.literal('triage-afronden'),
    besluit: z.enum(BESLUITEN),
    conclusies: z.array(z.enum(CONCLUSIES)).default([]),
    vervolg: z.enum(VERVOLGTRAJECTEN).optional(),
    multidisciplinairMet: z.enum(['gedragswetenschapper', 'vertrouwensarts']).optional(),
    contactpersoon: regel.optional(),
    voldoendeMogelijkheden: z.boolean().optional(),
    bereidZonderControle: z.boolean().optional(),
    /** A new decision by VT after its own follow-up (§5.1); without it a second decision is refused. */
    herziening: z.boolean().optional(),
  }),
  inhoudSchema.extend({ soort: z.literal('overdragen'), team: regel, wijze: z.enum(WIJZEN) }),
  z.strictObject({
    soort: z.literal('bevestiging-vastleggen'),
    gegevenOp: instantSchema,
    via: z.enum(['telefoon', 'e-mail']),
    doorWie: regel,
  }),
  z.strictObject({ soort: z.literal('ontvangst-bevestigen') }),
  z.strictObject({ soort: z.literal('weigeren'), reden: tekst }),
  z.strictObject({ soort: z.literal('oppakken'), casusregisseur: regel.optional() }),
  z.strictObject({ soort: z.literal('intrekken'), reden: tekst }),
  z.strictObject({ soort: z.literal('terugnemen'), reden: tekst }),
  z.strictObject({ soort: z.literal('nieuwe-melding'), ontvangenOp: instantSchema }),
  z.strictObject({ soort: z.literal('vervolg-ingezet'), wat: tekst, op: instantSchema }),
  z.strictObject({ soort: z.literal('zicht-bevestigen'), toelichting: tekst.optional() }),
  z.strictObject({ soort: z.literal('gemeente-geinformeerd'), wie: regel }),
  z.strictObject({
    soort: z.literal('geinformeerd'),
    wie: z.enum(INFORMATIE_ONTVANGERS),
    /** Which duty it fulfils; needed only where more than one to the same people is open. */
    waarover: z.enum(INFORMATIEPLICHTEN).optional(),
    /** What must be in writing is fulfilled by a letter or e-mail alone (§5.1.1, §5.1.2). */
    via: z.enum(INFORMATIE_WEGEN).optional(),
    op: instantSchema.optional(),
  }),
  z.strictObject({ soort: z.literal('melding-besproken'), op: instantSchema }),
  z.strictObject({ soort: z.literal('wachtlijst-melden'), toelichting: tekst }),
  z.strictObject({ soort: z.literal('niet-binnen-termijn'), reden: tekst }),
  z.strictObject({
    soort: z.literal('interventie-gemeente-vastleggen'),
    wat: tekst,
    /** Whose wachtlijst it was about, where more than one team had one; otherwise the newest. */
    team: regel.optional(),
  }),
  z.strictObject({ soort: z.literal('meningsverschil-melden'), toelichting: tekst }),
  z.strictObject({
    soort: z.literal('meningsverschil-opschalen'),
    gespreksverslag: tekst.optional(),
    /** The step that is left, as it stood on the card. */
    vanStap: z.coerce.number().int().min(1).max(3).optional(),
  }),
  z.strictObject({
    soort: z.literal('meningsverschil-oplossen'),
    uitkomst: z.enum(OPLOSSINGEN),
    /** The team's word that it takes the casus, recorded by VT: without it VT can only propose that (§4.3, law 1). */
    akkoord: z.strictObject({ doorWie: regel, via: z.enum(AKKOORD_WEGEN), op: instantSchema }).optional(),
  }),
  z.strictObject({ soort: z.literal('uitkomst-aanvaarden') }),
  z.strictObject({ soort: z.literal('uitkomst-afwijzen'), reden: tekst }),
  z.strictObject({ soort: z.literal('terugleggen-vragen'), reden: tekst }),
  z.strictObject({ soort: z.literal('terugleggen-accepteren') }),
  z.strictObject({ soort: z.literal('terugleggen-weigeren'), reden: tekst }),
  z.strictObject({ soort: z.literal('signaleren'), wat: z.enum(SIGNALEN), toelichting: tekst }),
  z.strictObject({ soort: z.literal('aanpakfase-vastleggen'), fase: z.enum(AANPAKFASEN) }),
  z.strictObject({ soort: z.literal('monitoring-afspreken'), op: instantSchema, wie: regel, wat: tekst }),
  z.strictObject({
    soort: z.literal('monitoring-afronden'),
    /** The id of the agreement's term, as it stood on the card; otherwise the earliest agreement. */
    termijn: regel.optional(),
  }),
  z.strictObject({ soort: z.literal('gescreend') }),
  z.strictObject({ soort: z.literal('direct-gevaar'), wat: tekst }),
  z.strictObject({ soort: z.literal('afsluiten'), reden: tekst }),
]);
export type Opdracht = z.output<typeof opdrachtSchema>;
export type OpdrachtSoort = Opdracht['soort'];
export type OpdrachtVan<S extends OpdrachtSoort> = Extract<Opdracht, { soort: S }>;

export const OPDRACHT_SOORTEN: readonly OpdrachtSoort[] = opdrachtSchema.options.map(
  (optie) => optie.shape.soort.value,
);

/** Registers a casus: the receipt of the melding by VT (§3.1.2). */
export const meldingSchema = z.strictObject({
  casusnummer: z.string().trim().min(1).max(40),
  gemeente: z.string().trim().min(1).max(60),
  meldingOntvangenOp: instantSchema,
  spoed: z.boolean().default(false),
});
export type Melding = z.output<typeof meldingSchema>;
