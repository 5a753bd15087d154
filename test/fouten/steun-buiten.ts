/** Everyone outside the program, over HTTP: people in Teams, and Veilig Thuis's registration system. */
import { createHash } from 'node:crypto';
import { leesActiviteit } from '../scenario/kaart.ts';
import { BEA, type KanaalNaam, KANALEN, LOES, type Mens, persoonlijkGesprek } from '../scenario/mensen.ts';
import type { NepConnector } from '../steun/connector.ts';
import { BOT, stuur, TENANT, type Activiteit, type Ontvangen } from '../steun/teams.ts';

export const SLEUTEL = 'sleutel-van-het-registratiesysteem';

/** The environment of a program that these people can reach; the store comes on top. */
export const BASIS_ENV = {
  PORT: '0',
  API_SLEUTELS: `fouten:${createHash('sha256').update(SLEUTEL).digest('hex')}`,
  // Rounds are asked for by the tests.
  RONDE_SECONDEN: '3600',
  LOG_LEVEL: 'silent',
};

export interface Buiten {
  /** Where the program listens. */
  url: string;
  connector: NepConnector;
}

let teller = 0;

/** An activity of this person in this conversation, under an id of its own. */
export function vanMens({ connector }: Buiten, wie: Mens, conversatie: string, extra: Activiteit): Activiteit {
  teller += 1;
  const kanaal = conversatie.startsWith('19:');
  return {
    id: `van-mens-${teller}`,
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    from: { id: `29:${wie.aadObjectId}`, name: wie.naam, aadObjectId: wie.aadObjectId },
    recipient: BOT,
    conversation: {
      id: conversatie,
      conversationType: kanaal ? 'channel' : 'personal',
      tenantId: TENANT,
      isGroup: kanaal,
    },
    channelData: { tenant: { id: TENANT } },
    ...extra,
  };
}

export const typ = (buiten: Buiten, wie: Mens, tekst: string, kanaal?: KanaalNaam): Promise<Ontvangen> =>
  kanaal
    ? typIn(buiten, wie, tekst, KANALEN[kanaal].conversatie)
    : stuur(buiten.url, vanMens(buiten, wie, persoonlijkGesprek(wie), { type: 'message', text: tekst }));

/** In a channel the bot is only spoken to by mention. */
export function typIn(buiten: Buiten, wie: Mens, tekst: string, kanaal: string): Promise<Ontvangen> {
  const tag = `<at>${BOT.name}</at>`;
  const activiteit = {
    type: 'message',
    text: `${tag} ${tekst}`,
    entities: [{ type: 'mention', mentioned: BOT, text: tag }],
  };
  return stuur(buiten.url, vanMens(buiten, wie, `${kanaal};messageid=1`, activiteit));
}

export interface Knop {
  conversatie: string;
  verb: string;
  data: Record<string, unknown>;
}

/** The button on the newest card about this casus that has it. */
export function zoekKnop({ connector }: Buiten, kanaal: KanaalNaam, casusnummer: string, verb: string): Knop {
  const hoofd = KANALEN[kanaal].conversatie;
  for (const [conversatie, activiteiten] of connector.gesprekken) {
    if (conversatie.split(';', 1)[0] !== hoofd) continue;
    for (const { inhoud } of activiteiten.toReversed()) {
      const knop = leesActiviteit(inhoud).knoppen.find(
        (een) => een.verb === verb && een.data['casusnummer'] === casusnummer,
      );
      if (knop) return { conversatie, ...knop };
    }
  }
  throw new Error(`geen knop '${verb}' voor ${casusnummer} in ${kanaal}`);
}

export const klik = (buiten: Buiten, wie: Mens, knop: Knop, invoer: Record<string, unknown> = {}): Promise<Ontvangen> =>
  stuur(
    buiten.url,
    vanMens(buiten, wie, knop.conversatie, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: {
        action: { type: 'Action.Execute', verb: knop.verb, data: { ...knop.data, ...invoer } },
        trigger: 'manual',
      },
    }),
  );

/**
 * Links the channel of Veilig Thuis in a new region as it is done: a beheerder asks and its leidinggevende agrees. The
 * request is the third event of the record, after the adresboek and the beleid.
 */
export async function koppelVt(buiten: Buiten): Promise<Ontvangen> {
  await typ(buiten, BEA, 'koppel veilig-thuis', 'vt');
  const knop = { conversatie: persoonlijkGesprek(LOES), verb: 'koppeling-goedkeuren', data: { verzoek: 3 } };
  return klik(buiten, LOES, knop);
}

export async function api(
  { url }: Buiten,
  methode: 'GET' | 'POST',
  pad: string,
  { body, koppen = {} }: { body?: unknown; koppen?: Record<string, string> } = {},
): Promise<Ontvangen> {
  const antwoord = await fetch(`${url}${pad}`, {
    method: methode,
    headers: {
      authorization: `Bearer ${SLEUTEL}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...koppen,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const tekst = await antwoord.text();
  return { status: antwoord.status, tekst, body: tekst === '' ? undefined : JSON.parse(tekst) };
}

/** An opdracht as a registration system gives it: with a key, so that it can be sent again. */
export const geef = (buiten: Buiten, casusnummer: string, opdracht: Record<string, unknown>, sleutel: string) =>
  api(buiten, 'POST', `/api/v1/casussen/${casusnummer}/opdrachten`, {
    body: opdracht,
    koppen: { 'idempotency-key': sleutel },
  });

/** A message that the program sent by itself. */
export interface Verteld {
  /** `19:noord@thread.tacv2 (draad): Herinnering: VT-2026-0001`, without saying that it is a herhaling. */
  wat: string;
  /** It said so when it was posted. */
  herhaling: boolean;
  /** What it says now, of a card that is redrawn as the casus goes on. */
  stand: string | undefined;
}

const HERHALING = /\bHerhaling: ?/g;

/** Everything that was said by itself; answers to who asked something are left out. */
export const verteldIn = ({ gesprekken }: NepConnector): Verteld[] =>
  [...gesprekken].flatMap(([conversatie, activiteiten]) => {
    const [hoofd = '', draad] = conversatie.split(';');
    return activiteiten
      .filter(({ antwoord }) => !antwoord)
      .map(({ eerst, inhoud, versies }) => {
        const { samenvatting } = leesActiviteit(eerst);
        return {
          wat: `${hoofd}${draad === undefined ? '' : ' (draad)'}: ${samenvatting.replaceAll(HERHALING, '')}`,
          herhaling: samenvatting.startsWith('Herhaling'),
          stand: versies > 0 ? leesActiviteit(inhoud).tekst.replaceAll(HERHALING, '') : undefined,
        };
      });
  });
