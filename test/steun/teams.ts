/** Activities as Teams sends them, and stand-ins behind the ports that remember what was asked of them. */
import type { Antwoord, Beurt, Gesprek } from '../../src/toepassing/gesprek/gesprek-poort.ts';
import type { KaartBericht } from '../../src/toepassing/kaarten/kaartmodellen.ts';
import type { Logboek } from '../../src/toepassing/omgeving.ts';
import type { Adressen, Gespreksverwijzing, Plek } from '../../src/toepassing/poorten.ts';

export const TENANT = '11111111-2222-3333-4444-555555555555';
export const BOT = { id: '28:9f1c0f7e-0000-4000-8000-000000000001', name: 'Zicht op veiligheid' };
export const ANNA = { id: '29:anna', name: 'Anna de Vries', aadObjectId: 'AAAAAAAA-0000-4000-8000-00000000000A' };
export const KANAAL = '19:wijkteam@thread.tacv2';
export const PERSOONLIJK = 'a:gesprek-van-anna';

export type Activiteit = Record<string, unknown>;
type Soort = 'personal' | 'channel' | 'groupChat';

let teller = 0;

/** The part that all activities share; `extra` replaces fields, `undefined` takes them away. */
export function activiteit(serviceUrl: string, soort: Soort, extra: Activiteit): Activiteit {
  teller += 1;
  const id =
    soort === 'personal'
      ? PERSOONLIJK
      : soort === 'channel'
        ? `${KANAAL};messageid=1700000000000`
        : '19:groep@thread.v2';
  return {
    id: `in-${teller}`,
    timestamp: '2026-11-23T09:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: ANNA,
    recipient: BOT,
    conversation: { id, conversationType: soort, tenantId: TENANT, ...(soort !== 'personal' && { isGroup: true }) },
    channelData: {
      tenant: { id: TENANT },
      ...(soort === 'channel' && { team: { id: '19:team@thread.tacv2' }, channel: { id: KANAAL } }),
    },
    locale: 'nl-NL',
    entities: [{ type: 'clientInfo', locale: 'nl-NL', country: 'NL', platform: 'Web' }],
    ...extra,
  };
}

export const bericht = (serviceUrl: string, text: string, extra: Activiteit = {}): Activiteit =>
  activiteit(serviceUrl, 'personal', { type: 'message', text, textFormat: 'plain', ...extra });

/** In a channel the bot is only spoken to by mention. */
export function kanaalbericht(serviceUrl: string, text: string, extra: Activiteit = {}): Activiteit {
  const tag = `<at>${BOT.name}</at>`;
  return activiteit(serviceUrl, 'channel', {
    type: 'message',
    text: `${tag} ${text}\n`,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<div>${text}</div>` }],
    entities: [{ type: 'mention', mentioned: BOT, text: tag }],
    ...extra,
  });
}

export const klik = (serviceUrl: string, verb: unknown, data: unknown, extra: Activiteit = {}): Activiteit =>
  activiteit(serviceUrl, 'channel', {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: '1700000000000',
    value: { action: { type: 'Action.Execute', title: 'Bevestig ontvangst', verb, data }, trigger: 'manual' },
    ...extra,
  });

/** What a client that knows no Action.Execute sends for its fallback. */
export const inzending = (serviceUrl: string, value: unknown, extra: Activiteit = {}): Activiteit =>
  activiteit(serviceUrl, 'channel', { type: 'message', replyToId: '1700000000000', value, ...extra });

export const installatie = (serviceUrl: string, action = 'add', extra: Activiteit = {}): Activiteit =>
  activiteit(serviceUrl, 'personal', { type: 'installationUpdate', action, ...extra });

export const toegevoegd = (
  serviceUrl: string,
  leden: readonly object[] = [ANNA, BOT],
  extra: Activiteit = {},
): Activiteit =>
  activiteit(serviceUrl, 'channel', {
    type: 'conversationUpdate',
    membersAdded: leden,
    conversation: { id: KANAAL, conversationType: 'channel', isGroup: true, tenantId: TENANT },
    ...extra,
  });

export interface Ontvangen {
  status: number;
  tekst: string;
  body: unknown;
}

export async function stuur(url: string, inhoud: unknown, token?: string): Promise<Ontvangen> {
  const headers = { 'content-type': 'application/json', ...(token !== undefined && { authorization: token }) };
  const antwoord = await fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(inhoud) });
  const tekst = await antwoord.text();
  return { status: antwoord.status, tekst, body: tekst === '' ? undefined : JSON.parse(tekst) };
}

export interface Gezegd {
  wat: 'bericht' | 'klik' | 'verversing' | 'welkom' | 'leden' | 'verbroken' | 'hersteld' | 'hernoemd';
  tekst?: string;
  verb?: string;
  data?: unknown;
  beurt?: Beurt;
  waar?: Gespreksverwijzing;
  plek?: Plek;
  breuk?: string;
  naam?: { team?: string; kanaal?: string };
}

export interface NepGesprek extends Gesprek {
  gezegd: Gezegd[];
  /** What it answers next; a function may throw. */
  antwoord: () => Antwoord;
}

/** Follows a script: answers `antwoord`, and greets every conversation once. */
export function maakGesprek(): NepGesprek {
  const begroet = new Set<string>();
  const nep: NepGesprek = {
    gezegd: [],
    antwoord: () => ({ soort: 'tekst', tekst: 'Begrepen.' }),
    async bericht(tekst, beurt) {
      nep.gezegd.push({ wat: 'bericht', tekst, beurt });
      return nep.antwoord();
    },
    async klik(verb, data, beurt) {
      nep.gezegd.push({ wat: 'klik', verb, data, beurt });
      return nep.antwoord();
    },
    async ververs(verb, data, beurt) {
      nep.gezegd.push({ wat: 'verversing', verb, data, beurt });
      return nep.antwoord();
    },
    ledenGewijzigd: (plek) => void nep.gezegd.push({ wat: 'leden', plek }),
    async welkom(waar) {
      nep.gezegd.push({ wat: 'welkom', waar });
      if (begroet.has(waar.conversatie)) return undefined;
      begroet.add(waar.conversatie);
      return { soort: 'kaart', bericht: HULP };
    },
    async verbroken({ plek, breuk }) {
      nep.gezegd.push({ wat: 'verbroken', plek, breuk });
    },
    async hersteld({ plek, breuk }) {
      // After every typed message; only an event is of interest here.
      if (breuk !== 'app-verwijderd') nep.gezegd.push({ wat: 'hersteld', plek, breuk });
    },
    async hernoemd(plek, naam) {
      nep.gezegd.push({ wat: 'hernoemd', plek, naam });
    },
    welkomAlsnog: async () => undefined,
    begroet: async () => undefined,
  };
  return nep;
}

export const HULP: KaartBericht = {
  kaart: 'hulp',
  model: { welkom: true, isVt: false, isBeheerder: false },
  samenvatting: 'Zicht op veiligheid: wat je kunt vragen',
};

export interface NepAdressen extends Adressen {
  /** By conversation, with whose personal conversation it is. */
  bekend: Map<string, { verwijzing: Gespreksverwijzing; persoon?: string }>;
  koppelingen: Map<string, string>;
}

export function maakAdressen(): NepAdressen {
  const bekend: NepAdressen['bekend'] = new Map();
  const koppelingen = new Map<string, string>();
  return {
    bekend,
    koppelingen,
    async zoek(adres) {
      if ('kanaal' in adres) return bekend.get(koppelingen.get(adres.kanaal) ?? '')?.verwijzing;
      if ('gesprek' in adres) return bekend.get(adres.gesprek)?.verwijzing;
      return [...bekend.values()].find(({ persoon }) => persoon === adres.persoon)?.verwijzing;
    },
    zonderAppSinds: async () => undefined,
    willekeurige: async () => [...bekend.values()][0]?.verwijzing,
    async onthoud(verwijzing, persoon) {
      bekend.set(verwijzing.conversatie, { verwijzing, ...(persoon !== undefined && { persoon }) });
    },
  };
}

export function maakLogboek(): { log: Logboek; regels: Record<string, unknown>[] } {
  const regels: Record<string, unknown>[] = [];
  const schrijf = (niveau: string) => (velden: Record<string, unknown>, tekst: string) =>
    void regels.push({ niveau, tekst, ...velden });
  return { regels, log: { info: schrijf('info'), warn: schrijf('warn'), error: schrijf('error') } };
}
