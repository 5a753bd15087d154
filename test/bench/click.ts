/** An authenticated click that confirms receipt, beside a bare bot that answers every click with one constant card. */
import { join } from 'node:path';
import { instant } from '../../src/kern/tijd/werkdagen.ts';
import { startAanbieder, type Aanbieder } from '../steun/openid.ts';
import { belast, type Doorgang } from './lading.ts';
import { kort, mediaan, metSpreiding, reeks, verhoudingen, wissel, type Omstandigheden } from './meetronden.ts';
import { start } from './proces.ts';
import type { KaleBot } from './proces/kale-bot.ts';
import type { OnzeBot } from './proces/onze-bot.ts';
import {
  INHOUD_SLEUTELS,
  APP,
  BOT_ID,
  kanaalVan,
  LID,
  SJABLOON,
  startOntvanger,
  TEAM,
  TENANT,
  zaai,
} from './streek.ts';
import type { Verslag } from './verslag.ts';
import { nummer, vul } from './vulling.ts';

const VERBINDINGEN = 20;
const KLIKKEN = 10_000;
const UUR = 3_600_000;

const APP_INSTELLINGEN = {
  MicrosoftAppId: APP,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppPassword: 'verzonnen',
  MicrosoftAppTenantId: TENANT,
};

/** A click on **Bevestig ontvangst** as Teams sends it. */
export const klikLichaam = (casusnummer: string, serviceUrl: string, nr: number): string =>
  JSON.stringify({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${nr}`,
    timestamp: '2026-11-23T09:00:00.000Z',
    localTimestamp: '2026-11-23T10:00:00.000+01:00',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:lid', name: 'Lid 1', aadObjectId: LID },
    recipient: { id: BOT_ID, name: 'Zicht op veiligheid' },
    conversation: {
      id: `${kanaalVan(TEAM)};messageid=1700000000000`,
      conversationType: 'channel',
      tenantId: TENANT,
      isGroup: true,
    },
    channelData: {
      tenant: { id: TENANT },
      team: { id: '19:team@thread.tacv2' },
      channel: { id: kanaalVan(TEAM) },
      source: { name: 'message' },
    },
    locale: 'nl-NL',
    entities: [{ type: 'clientInfo', locale: 'nl-NL', country: 'NL', platform: 'Web', timezone: 'Europe/Amsterdam' }],
    replyToId: '1700000000000',
    value: {
      action: {
        type: 'Action.Execute',
        title: 'Bevestig ontvangst',
        verb: 'ontvangst-bevestigen',
        data: { casusnummer, overdracht: 1, versie: 3, kaart: 'overdracht' },
      },
      trigger: 'manual',
    },
  });

export interface Bots {
  serviceUrl: string;
  onze: Awaited<ReturnType<typeof start<{ url: string }>>>;
  kale: Awaited<ReturnType<typeof start<{ url: string }>>>;
  aanbieder: Aanbieder;
  token(eigen?: string): Promise<string>;
  sluit(): Promise<void>;
}

/** Both bots, in a process each, with so many casussen that wait to be confirmed. */
export async function startBots(map: string, casussen: number): Promise<Bots> {
  const ontvanger = await startOntvanger();
  const { serviceUrl } = ontvanger;
  const aanbieder = await startAanbieder();
  const { bestand, adresboekBestand } = await zaai(map, serviceUrl, [
    { op: instant(Date.now() - UUR), wat: { casusnummer: SJABLOON } },
  ]);
  vul(bestand, { van: 1, aantal: casussen });
  const env = {
    ...APP_INSTELLINGEN,
    PORT: '0',
    HOST: '127.0.0.1',
    SQLITE_BESTAND: bestand,
    ADRESBOEK_BESTAND: adresboekBestand,
    INHOUD_SLEUTELS,
    LOG_LEVEL: 'silent',
  };
  const onze = await start<{ url: string }>('onze-bot', { env, eindpunten: aanbieder.eindpunten } satisfies OnzeBot);
  const token = (jti?: string): Promise<string> =>
    aanbieder.kop({ aud: APP, serviceurl: serviceUrl }, jti === undefined ? {} : { claims: { jti } });
  const kaart = await kaartVan(onze.gereed.url, klikLichaam(nummer(casussen), serviceUrl, 0), await token());
  const opdracht: KaleBot = { app: APP_INSTELLINGEN, eindpunten: aanbieder.eindpunten, kaart };
  const kale = await start<{ url: string }>('kale-bot', opdracht);
  return {
    serviceUrl,
    onze,
    kale,
    aanbieder,
    token,
    async sluit() {
      await Promise.all([onze.stop(), kale.stop()]);
      await Promise.all([ontvanger.sluit(), aanbieder.sluit()]);
    },
  };
}

/** The card that our bot answers with is what the bare bot answers each time: as many bytes over the line. */
async function kaartVan(url: string, body: string, authorization: string): Promise<Record<string, unknown>> {
  const headers = { authorization, 'content-type': 'application/json' };
  const antwoord = await fetch(`${url}/api/messages`, { method: 'POST', headers, body });
  const { value } = (await antwoord.json()) as { value?: unknown };
  if (typeof value !== 'object' || value === null) throw new Error(`no card: ${antwoord.status} ${String(value)}`);
  return value as Record<string, unknown>;
}

export async function click({ map, ronden, deel }: Omstandigheden): Promise<Verslag> {
  const klikken = KLIKKEN / deel;
  const bots = await startBots(join(map, 'click'), (ronden + 1) * klikken * 2 + 1);
  try {
    let gebruikt = 0;
    const token = await bots.token();
    const eigen = await Promise.all(Array.from({ length: klikken }, (_, nr) => bots.token(String(nr))));
    const ronde = async (url: string, tokens: (nr: number) => string): Promise<Doorgang & Record<string, number>> => {
      const begin = gebruikt;
      gebruikt += klikken;
      const verzoek = (nr: number) => ({
        body: klikLichaam(nummer(begin + nr + 1), bots.serviceUrl, begin + nr),
        token: tokens(nr),
      });
      return { ...(await belast({ url, verbindingen: VERBINDINGEN, aantal: klikken, verzoek }, '"AdaptiveCard"')) };
    };
    const onzeUrl = bots.onze.gereed.url;
    const kaleUrl = bots.kale.gereed.url;
    const kaal = (tokens: (nr: number) => string) => async () => {
      const terug = gebruikt;
      const uitslag = await ronde(kaleUrl, tokens);
      // The bare bot uses up no casussen.
      gebruikt = terug;
      return uitslag;
    };
    const reeksen = await wissel(
      [
        { naam: 'click', ronde: () => ronde(onzeUrl, () => token) },
        { naam: 'bare bot', ronde: kaal(() => token) },
        { naam: 'click, each its own token', ronde: () => ronde(onzeUrl, (nr) => eigen[nr] ?? '') },
        { naam: 'bare bot, each its own token', ronde: kaal((nr) => eigen[nr] ?? '') },
      ],
      ronden,
    );
    return verslag([...reeksen.keys()], (naam, wat) => reeks(reeksen, naam, wat), { ronden, klikken });
  } finally {
    await bots.sluit();
  }
}

function verslag(
  namen: string[],
  van: (naam: string, wat: string) => number[],
  { ronden, klikken }: { ronden: number; klikken: number },
): Verslag {
  const doorgang = verhoudingen(van('click', 'perSeconde'), van('bare bot', 'perSeconde'));
  const staart = verhoudingen(van('click', 'p99'), van('bare bot', 'p99'));
  return {
    kop: ['', 'clicks/s', 'p50 ms', 'p99 ms'],
    rijen: namen.map((naam) => [naam, ...['perSeconde', 'p50', 'p99'].map((wat) => metSpreiding(van(naam, wat)))]),
    doelen: [
      {
        doel: 'throughput ≥ 1.0 × the bare bot',
        gemeten: `${metSpreiding(doorgang)} ×`,
        gehaald: mediaan(doorgang) >= 1,
      },
      { doel: 'p99 ≤ 1.2 × the bare bot', gemeten: `${metSpreiding(staart)} ×`, gehaald: mediaan(staart) <= 1.2 },
    ],
    noten: [
      `${ronden} rounds of ${kort(klikken)} clicks over ${VERBINDINGEN} connections, after one to warm up; median (min – max).`,
      'Each click confirms another casus: read, decided, written with SQLite in FULL mode, and the card drawn anew.',
      'The messages that follow from a click are sent meanwhile by the same process to a connector that takes them at once.',
      'The bare bot is restify, CloudAdapter with its own check of the token, and one constant card of the same size.',
      'The Bot Framework sends the same token for as long as it is valid; "each its own" is the worst case.',
    ],
  };
}
