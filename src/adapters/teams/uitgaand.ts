/** Activities as Teams shows them: a card or a sentence, never both (Teams splits those, and no id is left to update). */
import type { Activity } from 'botbuilder';
import type { TeTonenKaart } from '../../toepassing/poorten.ts';
import type { Kaarten } from '../kaarten/kaarten.ts';

export const KAART = 'application/vnd.microsoft.card.adaptive';

export function kaartActiviteit(kaarten: Kaarten, bericht: TeTonenKaart): Partial<Activity> {
  return {
    type: 'message',
    attachments: [{ contentType: KAART, content: kaarten.vul(bericht) }],
    // What a notification shows; without it that is "sent a card".
    summary: bericht.samenvatting,
    ...(bericht.dringend && { channelData: { notification: { alert: true } } }),
  };
}

/** Plain, so that nothing in it is read as Markdown, a link or a mention. */
export const tekstActiviteit = (tekst: string): Partial<Activity> => ({
  type: 'message',
  text: tekst,
  textFormat: 'plain',
});

/** A thread of a channel has the channel's id with the id of its first message behind it. */
export const hoofdgesprek = (conversatie: string): string => conversatie.split(';', 1)[0] ?? conversatie;
