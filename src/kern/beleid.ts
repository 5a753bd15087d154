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
export type TermijnRegel = z.output<typeof regelSchema>;

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

const bron = (paragraaf: string): Bron => ({ paragraaf, regionaal: false });
const regionaal = (paragraaf: string): Bron => ({ paragraaf, regionaal: true });
const wd = (werkdagen: number) => ({ werkdagen });
const weken = (aantal: number) => ({ weken: aantal });

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

/** The table in force: the guideline's, with what the region changed. `versie` names this combination. */
export function beleidVan({ termijnen, ...rest }: Omit<BeleidBestand, 'bijgewerktOp'>, versie: string): Beleid {
  return { ...STANDAARD_BELEID, ...rest, termijnen: { ...STANDAARD_BELEID.termijnen, ...termijnen }, versie };
}

export const STANDAARD_BELEID: Beleid = {
  versie: 'richtlijn-0.3',
  kantooruren: { opening: '08:30', sluiting: '17:00' },
  extraSluitingsdagen: [],
  screening: { kaartOm: '08:30', dagen: 'elke-dag' },
  hartslag: { om: '08:30', dagen: 'werkdagen' },
  terugkerend: { aantal: 2, maanden: 6 },
  contactenMaanden: 3,
  // The file that the law has kept for years (Wmo 2015 art. 5.3.4) is VT's own; this is a copy for working together. Two
  // years: a complaint can come until a year after (Awb art. 9:8), and its handling can take another.
  bewaartermijn: { maanden: 24, bron: regionaal('AVG art. 5') },
  bundelVanaf: 3,
  casusnummerPatroon: '^VT-\\d{4}-\\d{4,8}$',
  termijnen: {
    triage: {
      looptVanaf: 'ontvangst van de melding',
      duur: wd(5),
      bron: bron('§3.1.2'),
      herinneringen: [{ moment: { op: wd(4) }, aan: ['kanaal-vt'], bron: regionaal('§3.1.2') }],
      verlopen: { aan: ['kanaal-vt'], bron: bron('§3.1.2, Add.7') },
      ladder: [{ na: wd(2), aan: ['leidinggevende-vt'], bron: regionaal('§3.1.2') }],
    },
    vervolg: {
      looptVanaf: 'ontvangst van de melding',
      duur: weken(10),
      bron: bron('§3.2, Add.7'),
      herinneringen: [{ moment: { op: weken(8) }, aan: ['kanaal-vt'], bron: regionaal('§3.2') }],
      verlopen: { aan: ['kanaal-vt'], bron: bron('§3.2, Add.7') },
      ladder: [{ na: weken(1), aan: ['leidinggevende-vt'], bron: regionaal('§3.2') }],
      herhaling: { elke: weken(2), aan: ['leidinggevende-vt'], bron: regionaal('§3.2') },
    },
    'zicht-bij-vt': {
      looptVanaf: 'het moment dat er bij Veilig Thuis geen andere termijn loopt',
      duur: weken(8),
      bron: regionaal('§3.1.2, §3.2'),
      herinneringen: [],
      verlopen: { aan: ['kanaal-vt'], bron: regionaal('§3.1.2, §3.2') },
      ladder: [{ na: wd(5), aan: ['leidinggevende-vt'], bron: regionaal('§3.1.2, §3.2') }],
      herhaling: { elke: weken(8), aan: ['kanaal-vt', 'leidinggevende-vt'], bron: regionaal('§3.1.2, §3.2') },
    },
    'overdracht-versturen': {
      looptVanaf: 'het besluit om over te dragen, of het moment dat de casus weer bij Veilig Thuis is',
      duur: wd(2),
      bron: regionaal('§5.1.3'),
      herinneringen: [],
      verlopen: { aan: ['kanaal-vt'], bron: bron('§5.1.3') },
      ladder: [{ na: wd(2), aan: ['leidinggevende-vt'], bron: regionaal('§5.1.3') }],
    },
    bevestigen: {
      looptVanaf: 'verzenden van de overdracht',
      duur: wd(2),
      bron: bron('§4.1, Add.7'),
      herinneringen: [{ moment: { na: wd(1) }, aan: ['kanaal-team'], bron: bron('§4.1') }],
      verlopen: { aan: ['kanaal-team', 'kanaal-vt'], bron: bron('§4.1, Add.7') },
      ladder: [
        { na: wd(1), aan: ['leidinggevende-team', 'leidinggevende-vt'], bron: regionaal('§4.1') },
        { na: wd(3), aan: ['kanaal-vt', 'contactambtenaar'], bron: regionaal('§4.1'), taak: 'informeer-gemeente' },
      ],
    },
    oppakken: {
      looptVanaf: 'verzenden van de overdracht',
      duur: weken(2),
      bron: bron('§4.2, Add.7'),
      herinneringen: [
        { moment: { op: weken(1) }, aan: ['kanaal-team'], bron: bron('§4.2') },
        { moment: { voor: wd(2) }, aan: ['kanaal-team'], bron: regionaal('§4.2') },
      ],
      verlopen: { aan: ['kanaal-team', 'kanaal-vt'], bron: bron('§4.2, Add.7') },
      ladder: [
        { na: wd(2), aan: ['leidinggevende-team', 'leidinggevende-vt'], bron: regionaal('§4.2') },
        { na: wd(5), aan: ['kanaal-vt'], bron: regionaal('§4.2'), taak: 'informeer-gemeente' },
      ],
    },
    'informeer-gemeente': {
      looptVanaf: 'het signaal dat de gemeente geïnformeerd moet worden',
      duur: wd(1),
      bron: regionaal('§4.1, §4.2'),
      herinneringen: [],
      verlopen: { aan: ['kanaal-vt', 'leidinggevende-vt'], bron: bron('§4.1, §4.2') },
      ladder: [],
      herhaling: { elke: wd(1), aan: ['kanaal-vt', 'leidinggevende-vt'], bron: regionaal('§4.1, §4.2') },
    },
    'schriftelijk-informeren': {
      looptVanaf: 'het besluit',
      duur: wd(5),
      bron: regionaal('§5.1.1, §5.1.2'),
      herinneringen: [],
      verlopen: { aan: ['kanaal-vt'], bron: bron('§5.1.1, §5.1.2') },
      ladder: [],
    },
    'client-informeren': {
      looptVanaf: 'verzenden van de overdracht',
      duur: wd(5),
      bron: regionaal('Add.2, §5.1.3'),
      herinneringen: [],
      verlopen: { aan: ['kanaal-vt'], bron: bron('Add.2, §5.1.3') },
      ladder: [],
    },
    'betrokkenen-informeren': {
      looptVanaf: 'het besluit',
      duur: wd(5),
      bron: regionaal('§3.3.4'),
      herinneringen: [],
      verlopen: { aan: ['kanaal-vt'], bron: bron('§3.3.4') },
      ladder: [],
    },
    'melding-bespreken': {
      looptVanaf: 'bevestigen van de ontvangst',
      duur: weken(2),
      bron: regionaal('§5.1.3'),
      herinneringen: [],
      verlopen: { aan: ['kanaal-team'], bron: bron('§5.1.3') },
      ladder: [],
    },
    'gesprek-professionals': {
      looptVanaf: 'het melden van het meningsverschil',
      duur: wd(2),
      bron: regionaal('§4.3, Add.6'),
      herinneringen: [],
      verlopen: {
        aan: ['leidinggevende-team', 'leidinggevende-vt'],
        bron: bron('§4.3, Add.6'),
        opent: 'gesprek-leidinggevenden',
      },
      ladder: [],
    },
    'gesprek-leidinggevenden': {
      looptVanaf: 'stap 2 van het escalatiemodel',
      duur: wd(5),
      bron: regionaal('§4.3, Add.6'),
      herinneringen: [
        {
          moment: { voor: wd(1) },
          aan: ['leidinggevende-team', 'leidinggevende-vt'],
          bron: regionaal('§4.3, Add.6'),
        },
      ],
      verlopen: { aan: ['contactambtenaar', 'kanaal-vt'], bron: bron('§4.3, Add.6'), opent: 'gesprek-gemeente' },
      ladder: [],
    },
    'gesprek-gemeente': {
      looptVanaf: 'stap 3 van het escalatiemodel',
      duur: wd(10),
      bron: regionaal('§4.3, Add.6'),
      herinneringen: [],
      verlopen: { aan: ['stuurgroep', 'kanaal-vt'], bron: bron('§4.3') },
      ladder: [],
    },
    'terugleggen-beantwoorden': {
      looptVanaf: 'de vraag van het team om de casus terug te leggen',
      duur: wd(2),
      bron: regionaal('Add.5'),
      herinneringen: [],
      verlopen: { aan: ['kanaal-vt'], bron: regionaal('Add.5') },
      ladder: [{ na: wd(2), aan: ['leidinggevende-vt'], bron: regionaal('Add.5') }],
    },
    monitoring: {
      looptVanaf: 'de afspraak over monitoring',
      duur: { afgesproken: 'datum' },
      bron: bron('§5.1.3'),
      // Whoever agreed to look is asked and told; this is the addressee when that is VT.
      herinneringen: [{ moment: { voor: wd(0) }, aan: ['kanaal-vt'], bron: bron('§5.1.3') }],
      verlopen: { aan: ['kanaal-vt'], bron: bron('§5.1.3') },
      ladder: [],
    },
    'wachtlijst-vt': {
      looptVanaf: 'de eerste dag met een melding over de triagetermijn, zonder onderbreking',
      duur: weken(3),
      bron: bron('§4.2, Add.7'),
      herinneringen: [],
      verlopen: { aan: ['stuurgroep', 'kanaal-vt'], bron: bron('§4.2, Add.7') },
      ladder: [],
    },
    screening: {
      looptVanaf: 'elke dag dat Veilig Thuis een wachtlijst heeft',
      duur: { opDeDag: '12:00' },
      bron: regionaal('Add.7'),
      herinneringen: [],
      verlopen: { aan: ['leidinggevende-vt'], bron: bron('Add.7') },
      ladder: [],
    },
  },
};
