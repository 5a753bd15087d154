/** Reading an Adaptive Card as a person does: what it says, whom it calls upon, which buttons it has. */
import { z } from 'zod';

const object = z.record(z.string(), z.unknown());
type Obj = z.output<typeof object>;
const activiteitVorm = z.object({
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z.array(z.object({ content: object })).optional(),
  channelData: z.object({ notification: z.object({ alert: z.boolean() }).optional() }).optional(),
});

export interface Knop {
  verb: string;
  data: Obj;
}

export interface Gelezen {
  /** Every text on the card in reading order, those behind buttons and of a list to tick too; for a plain message its text. */
  tekst: string;
  /** What a notification shows. */
  samenvatting: string;
  knoppen: Knop[];
  /** What can be chosen, by the field. */
  keuzes: Record<string, string[]>;
  /** Names of the people mentioned. */
  vermeld: string[];
  /** It shows as an alert in the feed, whatever the person set for this chat. */
  alert: boolean;
}

function loop(deel: unknown, bij: (een: Obj) => void): void {
  if (Array.isArray(deel)) {
    for (const een of deel) loop(een, bij);
    return;
  }
  const gelezen = object.safeParse(deel);
  if (!gelezen.success) return;
  bij(gelezen.data);
  for (const [naam, onder] of Object.entries(gelezen.data))
    if (naam !== 'fallback' && naam !== 'data') loop(onder, bij);
}

const keuzeVorm = z.object({
  id: z.string(),
  style: z.string(),
  choices: z.array(z.object({ title: z.string(), value: z.string() })),
});

/** What a button about this casus sends: its own, or one under a list in which this casus alone is chosen. */
export function knopOver(
  { knoppen, keuzes = {} }: { knoppen: Knop[]; keuzes?: Record<string, string[]> },
  verb: string,
  casusnummer: string,
): Knop | undefined {
  const eigen = knoppen.find((een) => een.verb === verb && een.data['casusnummer'] === casusnummer);
  const uitLijst = knoppen.find((een) => een.verb === verb && een.data['kaart'] === 'screening');
  const veld = verb === 'gescreend' ? 'casusnummers' : 'casusnummer';
  if (eigen || !uitLijst || !keuzes[veld]?.includes(casusnummer)) return eigen;
  return { verb, data: { ...uitLijst.data, [veld]: casusnummer } };
}

/** Reads a card, as sent or as the answer to a click. */
function leesKaart(kaart: unknown): Omit<Gelezen, 'samenvatting' | 'alert'> {
  const teksten: string[] = [];
  const knoppen: Knop[] = [];
  const vermeld: string[] = [];
  const keuzes: Record<string, string[]> = {};
  loop(kaart, (een) => {
    const { type, text, verb, data } = een;
    if ((type === 'TextBlock' || type === 'TextRun') && typeof text === 'string') teksten.push(text);
    if (type === 'Action.Execute' && typeof verb === 'string') knoppen.push({ verb, data: object.parse(data ?? {}) });
    if (type === 'Input.ChoiceSet') {
      const { id, style, choices } = keuzeVorm.parse(een);
      keuzes[id] = choices.map(({ value }) => value);
      if (style === 'expanded') teksten.push(...choices.map(({ title }) => title));
    }
    if (type === 'mention')
      vermeld.push(z.object({ mentioned: z.object({ name: z.string() }) }).parse(een).mentioned.name);
  });
  return { tekst: teksten.join(' ').replaceAll(/\s+/g, ' '), knoppen, keuzes, vermeld };
}

/** Reads an activity as posted in a conversation. */
export function leesActiviteit(inhoud: unknown): Gelezen {
  const { text, summary = '', attachments = [], channelData } = activiteitVorm.parse(inhoud);
  const alert = channelData?.notification?.alert ?? false;
  const [kaart] = attachments;
  if (!kaart) return { tekst: text ?? '', samenvatting: summary, knoppen: [], keuzes: {}, vermeld: [], alert };
  return { ...leesKaart(kaart.content), samenvatting: summary, alert };
}

export interface KlikAntwoord {
  status: number;
  /** `kaart` when the card changes, `tekst` when only the clicker is told something. */
  soort: 'kaart' | 'tekst' | 'anders';
  tekst: string;
  knoppen: string[];
  /** The buttons with what they carry, for a second click on what the first one opened. */
  knopdata: Knop[];
}

const antwoordVorm = z.object({ type: z.string().optional(), value: z.unknown() });

/** Reads what the body of an invoke's answer makes the client show. */
export function leesKlikAntwoord(status: number, body: unknown): KlikAntwoord {
  const { type, value } = antwoordVorm.parse(body ?? {});
  if (typeof value === 'string') return { status, soort: 'tekst', tekst: value, knoppen: [], knopdata: [] };
  const { tekst, knoppen } = leesKaart(value);
  const soort = type === 'application/vnd.microsoft.card.adaptive' ? 'kaart' : 'anders';
  return { status, soort, tekst, knoppen: knoppen.map(({ verb }) => verb), knopdata: knoppen };
}
