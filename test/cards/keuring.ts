/**
 * What our cards may consist of: a strict part of Adaptive Cards 1.5, and the rules that a schema misses.
 * Whatever is not named here is refused, so that a misspelt property cannot pass.
 */
import { z } from 'zod';
import { CHAT_VERBS } from '../../src/adapters/kaarten/kaarten.ts';
import { OPDRACHT_SOORTEN } from '../../src/kern/opdrachten.ts';

const tekst = z.string().min(1);
const afstand = z.enum(['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding']);
const stijl = z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']);
const schrift = {
  size: z.enum(['Small', 'Default', 'Medium', 'Large', 'ExtraLarge']).optional(),
  weight: z.enum(['Lighter', 'Default', 'Bolder']).optional(),
  color: z.enum(['Default', 'Accent', 'Good', 'Warning', 'Attention']).optional(),
  fontType: z.enum(['Default', 'Monospace']).optional(),
  isSubtle: z.boolean().optional(),
};
const plaats = {
  spacing: afstand.optional(),
  separator: z.boolean().optional(),
  horizontalAlignment: z.enum(['Left', 'Center', 'Right']).optional(),
};

const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: tekst,
  wrap: z.literal(true),
  style: z.enum(['default', 'heading']).optional(),
  ...schrift,
  ...plaats,
});
const textRun = z.strictObject({ type: z.literal('TextRun'), text: tekst, ...schrift });
const richTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  inlines: z.array(textRun).min(1),
  ...plaats,
});

const verplicht = { isRequired: z.literal(true).optional(), errorMessage: tekst.optional() };
const invoer = { id: z.string().regex(/^[a-z][A-Za-z]*(_\d+)?$/), label: tekst, ...verplicht, ...plaats };
const inputText = z.strictObject({
  type: z.literal('Input.Text'),
  ...invoer,
  placeholder: tekst.optional(),
  isMultiline: z.boolean().optional(),
  maxLength: z.int().positive(),
});
const inputDate = z.strictObject({ type: z.literal('Input.Date'), ...invoer, value: z.iso.date().optional() });
const inputTime = z.strictObject({
  type: z.literal('Input.Time'),
  ...invoer,
  value: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
});
/** A toggle carries its own text. */
const inputToggle = z.strictObject({
  type: z.literal('Input.Toggle'),
  id: invoer.id,
  title: tekst,
  value: z.literal('false'),
  valueOn: z.literal('true'),
  valueOff: z.literal('false'),
  wrap: z.literal(true),
  ...plaats,
});
const inputChoiceSet = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  ...invoer,
  style: z.enum(['compact', 'expanded']),
  isMultiSelect: z.boolean().optional(),
  value: z.string().optional(),
  placeholder: tekst.optional(),
  wrap: z.literal(true),
  choices: z.array(z.strictObject({ title: tekst, value: tekst })).min(1),
});

const gegevens = z.record(z.string(), z.union([z.string(), z.number()]));
const knop = {
  title: z.string().min(1).max(40),
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  tooltip: tekst.optional(),
};
const verzend = { ...knop, associatedInputs: z.literal('none').optional(), data: gegevens };
const execute = z.strictObject({
  type: z.literal('Action.Execute'),
  verb: z.enum([...OPDRACHT_SOORTEN, ...CHAT_VERBS]),
  ...verzend,
  fallback: z.strictObject({ type: z.literal('Action.Submit'), ...verzend }),
});
export type Execute = z.output<typeof execute>;
const showCard = z.strictObject({
  type: z.literal('Action.ShowCard'),
  ...knop,
  card: z.strictObject({
    type: z.literal('AdaptiveCard'),
    get body(): z.ZodArray<z.ZodType> {
      return z.array(element).min(1);
    },
    actions: z.array(execute).min(1).max(6),
  }),
});
/** Opens the browser; it sends nothing back. */
const openUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), ...knop, url: z.url({ protocol: /^https?$/ }) });
/** Teams shows at most six buttons of a card. */
const acties = z
  .array(z.discriminatedUnion('type', [execute, showCard, openUrl]))
  .min(1)
  .max(6);
const actionSet = z.strictObject({ type: z.literal('ActionSet'), actions: acties, ...plaats });

const container = z.strictObject({
  type: z.literal('Container'),
  style: stijl.optional(),
  bleed: z.boolean().optional(),
  ...plaats,
  get items(): z.ZodArray<z.ZodType> {
    return z.array(element).min(1);
  },
});
const kolom = z.strictObject({
  type: z.literal('Column'),
  width: z.union([z.enum(['auto', 'stretch']), z.string().regex(/^\d+px$/)]),
  verticalContentAlignment: z.enum(['Top', 'Center', 'Bottom']).optional(),
  get items(): z.ZodArray<z.ZodType> {
    return z.array(element).min(1);
  },
});
const columnSet = z.strictObject({ type: z.literal('ColumnSet'), columns: z.array(kolom).min(1), ...plaats });

const element: z.ZodType = z.discriminatedUnion('type', [
  textBlock,
  richTextBlock,
  container,
  columnSet,
  actionSet,
  inputText,
  inputDate,
  inputTime,
  inputToggle,
  inputChoiceSet,
]);

const mention = z.strictObject({
  type: z.literal('mention'),
  text: z.string().regex(/^<at>[^<>]+<\/at>$/),
  mentioned: z.strictObject({ id: tekst, name: tekst }),
});
const kaartSchema = z.strictObject({
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  lang: z.literal('nl'),
  fallbackText: tekst,
  msteams: z
    .strictObject({ width: z.literal('Full').optional(), entities: z.array(mention).min(1).optional() })
    .optional(),
  body: z.array(element).min(1),
  actions: acties.optional(),
});

type Deel = Record<string, unknown>;
const isDeel = (waarde: unknown): waarde is Deel => typeof waarde === 'object' && waarde !== null;

/** Every object in a card with its path, the card itself first. */
export function* delen(waarde: unknown, pad = ''): Generator<{ pad: string; deel: Deel }> {
  if (!isDeel(waarde)) return;
  if (!Array.isArray(waarde)) yield { pad, deel: waarde };
  for (const [naam, onderdeel] of Object.entries(waarde)) yield* delen(onderdeel, `${pad}/${naam}`);
}

export const soortBegintMet = (deel: Deel, begin: string): boolean =>
  typeof deel['type'] === 'string' && deel['type'].startsWith(begin);

/** Everything a reader sees, one text per line. */
export const zichtbareTekst = (kaart: unknown): string =>
  [...delen(kaart)]
    .flatMap(({ deel }) => [deel['text'], deel['title'], deel['label'], deel['placeholder']])
    .filter((stuk) => typeof stuk === 'string')
    .join('\n');

const MAXIMUM_BYTES = 28 * 1024;

function* regelFouten(kaart: unknown): Generator<string> {
  const json = JSON.stringify(kaart);
  if (Buffer.byteLength(json, 'utf16le') >= MAXIMUM_BYTES) yield 'te groot voor Teams';
  if (json.includes('${')) yield `niet ingevuld: ${json.slice(json.indexOf('${'), json.indexOf('${') + 40)}`;
  if (/\b(undefined|null|NaN)\b|\[object/.test(json)) yield 'lege waarde in een zin';
  const ids = [...delen(kaart)].filter(({ deel }) => soortBegintMet(deel, 'Input.')).map(({ deel }) => deel['id']);
  if (new Set(ids).size !== ids.length) yield `dubbele invoer-id: ${ids.join(', ')}`;
  for (const { pad, deel } of delen(kaart)) {
    if (deel['isRequired'] === true && !deel['errorMessage']) yield `${pad}: verplicht zonder uitleg`;
    if (deel['type'] === 'Action.Execute') yield* knopFouten(pad, deel);
  }
}

function* knopFouten(pad: string, { verb, data, fallback }: Deel): Generator<string> {
  if (!isDeel(data) || !isDeel(fallback)) return;
  const terugval = { ...data, verb };
  if (JSON.stringify(fallback['data']) !== JSON.stringify(terugval)) yield `${pad}: terugval heeft andere gegevens`;
  if (!data['kaart']) yield `${pad}: zegt niet op welke kaart de knop staat`;
  if (verb === 'nieuwe-casus') return;
  if (verb === 'uitleg') {
    if (typeof data['onderwerp'] !== 'string') yield `${pad}: zonder onderwerp`;
    return;
  }
  // A look at one of many: the casus is chosen beside the button.
  if (data['kaart'] === 'koppeling') {
    // About the link of a conversation, so about no casus.
    if (typeof data['verzoek'] !== 'number') yield `${pad}: zonder verzoek`;
    return;
  }
  const gekozen =
    (verb === 'status' && data['kaart'] === 'ping-bundel') ||
    (verb === 'direct-gevaar' && data['kaart'] === 'screening');
  if (!data['casusnummer'] && !gekozen) yield `${pad}: zonder casusnummer`;
  const vraag = verb === 'status' || verb === 'tijdlijn' || verb === 'terug' || verb === 'toelichting';
  if (verb === 'terug' && typeof data['terug'] !== 'string') yield `${pad}: zegt niet waarheen`;
  // On a tijdlijn the step is chosen beside the button.
  if (verb === 'toelichting' && data['kaart'] !== 'tijdlijn' && typeof data['gebeurtenis'] !== 'number')
    yield `${pad}: zegt niet welke toelichting`;
  if (!vraag && typeof data['versie'] !== 'number') yield `${pad}: zonder versie`;
  const zonderOverdracht = ZONDER_OVERDRACHT.has(String(data['kaart']));
  if (!vraag && !zonderOverdracht && typeof data['overdracht'] !== 'number') yield `${pad}: zonder overdracht`;
  if (verb === 'meningsverschil-opschalen' && typeof data['vanStap'] !== 'number') yield `${pad}: zonder stap`;
  if (verb === 'geinformeerd' && typeof data['wie'] !== 'string') yield `${pad}: zonder wie`;
}

/** Cards about a casus of which no overdracht need exist. */
const ZONDER_OVERDRACHT = new Set(['triage', 'overdragen', 'informeren', 'screening']);

/** What is wrong with a filled card; nothing when it may be sent. */
export function keur(kaart: unknown): string[] {
  const vorm = kaartSchema.safeParse(kaart);
  const vormFouten = vorm.success ? [] : vorm.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`);
  return [...vormFouten, ...regelFouten(kaart)];
}
