/**
 * What an event of Teams means for the conversation it is about. New kinds can come at any time: what is not known here
 * changes nothing.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
 */
import type { Breuk } from '../../kern/eigen/verbinding.ts';
import type { Inkomend } from './inkomend.ts';

export type Teamsgebeurtenis =
  | { soort: 'verbroken'; breuk: Breuk }
  /** `nieuw`: the bot was added, so whoever is there is greeted. */
  | { soort: 'hersteld'; breuk: Breuk; nieuw?: true }
  | { soort: 'hernoemd' }
  | { soort: 'leden' }
  | { soort: 'anders' };

const PER_SOORT: Readonly<Record<string, Teamsgebeurtenis | undefined>> = {
  channelDeleted: { soort: 'verbroken', breuk: 'kanaal-verwijderd' },
  channelRestored: { soort: 'hersteld', breuk: 'kanaal-verwijderd' },
  channelRenamed: { soort: 'hernoemd' },
  // Whom a shared channel is shared with are its members.
  channelShared: { soort: 'leden' },
  channelUnshared: { soort: 'leden' },
  teamArchived: { soort: 'verbroken', breuk: 'team-gearchiveerd' },
  teamUnarchived: { soort: 'hersteld', breuk: 'team-gearchiveerd' },
  teamDeleted: { soort: 'verbroken', breuk: 'team-verwijderd' },
  teamHardDeleted: { soort: 'verbroken', breuk: 'team-verwijderd' },
  teamRestored: { soort: 'hersteld', breuk: 'team-verwijderd' },
  teamRenamed: { soort: 'hernoemd' },
};

export function watGebeurt(
  { type, action, recipient, membersAdded, membersRemoved, channelData }: Inkomend,
  isPersoonlijk: boolean,
): Teamsgebeurtenis {
  const breuk: Breuk = isPersoonlijk ? 'app-verwijderd' : 'bot-verwijderd';
  const isBot = ({ id }: { id: string }): boolean => id === recipient.id;
  if (type === 'installationUpdate') {
    if (action?.startsWith('add')) return { soort: 'hersteld', breuk, nieuw: true };
    // `remove-upgrade` is half of an upgrade: the new version is added at once.
    return action === 'remove' ? { soort: 'verbroken', breuk } : { soort: 'anders' };
  }
  if (membersRemoved?.some(isBot)) return { soort: 'verbroken', breuk };
  if (membersAdded?.some(isBot)) return { soort: 'hersteld', breuk, nieuw: true };
  const bekend = PER_SOORT[channelData?.eventType ?? ''];
  return bekend ?? (membersAdded || membersRemoved ? { soort: 'leden' } : { soort: 'anders' });
}
