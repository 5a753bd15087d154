/** What we read of an activity: a few fields, checked. Text and values are the sender's to forge; ids are Teams' own. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Gespreksverwijzing, Plek } from '../../toepassing/poorten.ts';
import { veldenVan } from '../kaarten/kaarten.ts';
import { hoofdgesprek } from './uitgaand.ts';

const id = z.string().min(1).max(1_000);
const naam = z.string().trim().min(1).max(120);
/** Optional, and no reason to refuse the activity when it is of another type. */
const misschien = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

const vorm = z.object({
  type: z.string().min(1).max(100),
  id: misschien(id),
  name: misschien(z.string().max(200)),
  action: misschien(z.string().max(100)),
  channelId: id,
  serviceUrl: id,
  conversation: z.object({
    id,
    conversationType: misschien(z.string()),
    tenantId: misschien(id),
    isGroup: misschien(z.boolean()),
    name: misschien(naam),
  }),
  from: z.object({
    id,
    name: misschien(z.string().max(300)),
    aadObjectId: misschien(z.string().min(1).max(100)),
    tenantId: misschien(id),
  }),
  recipient: z.object({ id, name: misschien(z.string().max(300)) }),
  channelData: misschien(
    z.object({
      tenant: misschien(z.object({ id })),
      team: misschien(z.object({ id, name: misschien(naam) })),
      channel: misschien(z.object({ id, type: misschien(z.string().max(50)), name: misschien(naam) })),
      eventType: misschien(z.string().max(100)),
    }),
  ),
  membersAdded: misschien(z.array(z.object({ id }))),
  membersRemoved: misschien(z.array(z.object({ id }))),
  entities: misschien(z.array(z.unknown())),
  text: misschien(z.string()),
  value: z.unknown().optional(),
});
export type Inkomend = z.output<typeof vorm>;

/** `undefined` when it has not the shape of an activity of Teams. */
export const leesActiviteit = (lichaam: unknown): Inkomend | undefined => vorm.safeParse(lichaam).data;

/** What the SDK gets to see of it: enough to answer, so that no other field can change how it does that. */
export function voorSdk({
  type,
  id: activiteit,
  name,
  channelId,
  serviceUrl,
  conversation,
  from,
  recipient,
}: Inkomend): Partial<Activity> {
  return {
    type,
    ...(activiteit && { id: activiteit }),
    ...(name && { name }),
    channelId,
    serviceUrl,
    conversation: {
      id: conversation.id,
      name: '',
      isGroup: conversation.isGroup ?? false,
      conversationType: conversation.conversationType ?? '',
      ...(conversation.tenantId && { tenantId: conversation.tenantId }),
    },
    from: { id: from.id, name: from.name ?? '' },
    recipient: { id: recipient.id, name: recipient.name ?? '' },
  };
}

/** The tenant it comes from, and every other one it names: all must be allowed. */
export function tenantsVan({
  channelData,
  conversation,
  from,
}: Inkomend): { tenant: string; genoemd: string[] } | undefined {
  const tenant = channelData?.tenant?.id.toLowerCase();
  if (tenant === undefined) return undefined;
  const genoemd = [tenant, conversation.tenantId, from.tenantId].filter((waarde) => waarde !== undefined);
  return { tenant, genoemd: genoemd.map((waarde) => waarde.toLowerCase()) };
}

export function verwijzingVan(
  { conversation, serviceUrl, recipient, channelData }: Inkomend,
  tenant: string,
): Gespreksverwijzing {
  // Without the thread: what is linked and remembered is the channel.
  const conversatie = hoofdgesprek(conversation.id);
  const { team, channel } = channelData ?? {};
  // An event of the team also names a channel, which is not the conversation it came in.
  const isStandaard = channel?.type === 'standard' && channel.id === conversatie;
  const soort = soortVan(conversation);
  const eigen = channel?.id === conversatie ? channel.name : undefined;
  const genoemd = [team?.name, eigen ?? conversation.name].filter((deel) => deel !== undefined).join(' – ');
  return {
    conversatie,
    serviceUrl,
    tenant,
    botId: recipient.id,
    soort,
    ...(soort !== 'persoonlijk' && genoemd !== '' && { naam: genoemd }),
    ...(team && { teamsTeam: team.id }),
    ...(isStandaard && { standaardkanaal: true }),
  };
}

/**
 * What an event is about: one channel, or a Teams team with all of its channels. Events of a team come in the
 * conversation of the team; one of a private or shared channel names that channel.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
 */
export function plekVan({ conversation, channelData }: Inkomend): Plek {
  const { team, channel, eventType } = channelData ?? {};
  const vanKanaal = eventType?.startsWith('channel') || channel?.type === 'private' || channel?.type === 'shared';
  if (channel && vanKanaal) return { conversatie: channel.id };
  const conversatie = hoofdgesprek(conversation.id);
  // A Teams team has the id of its first channel, and its events come there.
  const teamsTeam = team?.id ?? (eventType?.startsWith('team') ? conversatie : undefined);
  return { conversatie, ...(teamsTeam !== undefined && { teamsTeam }) };
}

/** How a Teams team and a channel are called now, where the event says so. */
export function namenVan({ channelData }: Inkomend): { team?: string; kanaal?: string } {
  const team = channelData?.team?.name;
  const kanaal = channelData?.channel?.name;
  return { ...(team !== undefined && { team }), ...(kanaal !== undefined && { kanaal }) };
}

function soortVan({
  conversationType,
  isGroup,
  id: conversatie,
}: Inkomend['conversation']): Gespreksverwijzing['soort'] {
  switch (conversationType) {
    case 'personal':
      return 'persoonlijk';
    case 'channel':
      return 'kanaal';
    case 'groupChat':
      return 'groep';
    default:
      // Never taken for someone's personal conversation by mistake.
      return isGroup === false && !conversatie.startsWith('19:') ? 'persoonlijk' : 'groep';
  }
}

/** What was typed, without the bot's own name: by the mention Teams marks, or typed as plain `@name`. */
export function vraagVan({ text, entities, recipient }: Inkomend): string {
  let tekst = text ?? '';
  for (const entiteit of entities ?? []) {
    const gelezen = vermelding.safeParse(entiteit).data;
    if (gelezen?.mentioned.id === recipient.id) tekst = tekst.replaceAll(gelezen.text, ' ');
  }
  // Others keep their name; Teams writes hard spaces, sometimes as an entity.
  tekst = tekst
    .replaceAll(/<\/?at(?: [^<>]{0,100})?>/gi, '')
    .replaceAll(/&nbsp;|\u00a0/g, ' ')
    .trim();
  const aanhef = `@${recipient.name ?? ''}`;
  if (aanhef.length > 1 && tekst.toLowerCase().startsWith(aanhef.toLowerCase()))
    tekst = tekst.slice(aanhef.length).trim();
  return tekst;
}
const vermelding = z.object({ type: z.literal('mention'), mentioned: z.object({ id }), text: z.string().min(1) });

export interface Klik {
  verb: string;
  data: Record<string, unknown>;
  /** Nobody clicked: the client draws the card anew by itself. */
  vanzelf?: true;
}

/** Form data is flat and small; deeper or with keys that reach a prototype it is not from one of our cards. */
const DIEPST = 6;
const VERBODEN = new Set(['__proto__', 'constructor', 'prototype']);

function onschuldig(waarde: unknown, diepte: number): boolean {
  if (typeof waarde !== 'object' || waarde === null) return true;
  if (diepte === 0) return false;
  return Object.entries(waarde).every(([sleutel, deel]) => !VERBODEN.has(sleutel) && onschuldig(deel, diepte - 1));
}

const verb = z.string().min(1).max(100);
const gegevens = z
  .custom<Record<string, unknown>>((waarde) => typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde))
  .refine((waarde) => onschuldig(waarde, DIEPST));
const uitvoering = z.object({ action: z.object({ verb, data: gegevens.optional() }), trigger: z.unknown().optional() });

/**
 * Action.Execute: the client has merged the inputs into `data`. Its `trigger` is `manual` when a person clicked and
 * `automatic` when the client refreshes a card; older clients say nothing of a click. What is neither is no click.
 */
export function klikVan({ value }: Inkomend): Klik | undefined {
  const gelezen = uitvoering.safeParse(value).data;
  if (!gelezen) return undefined;
  const { action, trigger } = gelezen;
  const doorMens = trigger === undefined || trigger === null || trigger === 'manual';
  return { verb: action.verb, data: veldenVan(action.data ?? {}), ...(!doorMens && { vanzelf: true }) };
}

/** Action.Submit, of a client that knows no Action.Execute: the card puts the verb in the data. */
export function inzendingVan({ value }: Inkomend): Klik | undefined {
  const { verb: gegeven, msteams: _vanTeams, ...data } = gegevens.safeParse(value).data ?? {};
  const gelezen = verb.safeParse(gegeven).data;
  return gelezen === undefined ? undefined : { verb: gelezen, data: veldenVan(data) };
}
