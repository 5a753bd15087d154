/** The Teams edge as it runs, over real HTTP, with a fake connector and a scripted conversation partner. */
import { koppelRoute, luister, maakServer, sluit } from '../../../src/adapters/http/server.ts';
import type { Kaarten } from '../../../src/adapters/kaarten/kaarten.ts';
import { maakAdapter } from '../../../src/adapters/teams/adapter.ts';
import type { AuthenticatieOpties } from '../../../src/adapters/teams/authenticatie.ts';
import { maakBot, type Bot } from '../../../src/adapters/teams/bot.ts';
import { maakLedenlijst } from '../../../src/adapters/teams/ledenlijst.ts';
import { maakPostbode } from '../../../src/adapters/teams/postbode.ts';
import type { Ledenlijst, Postbode } from '../../../src/toepassing/poorten.ts';
import { startConnector, type NepConnector } from '../../steun/connector.ts';
import {
  maakAdressen,
  maakGesprek,
  maakLogboek,
  TENANT,
  type NepAdressen,
  type NepGesprek,
} from '../../steun/teams.ts';

/** Instead of the real templates: shows which card and model it was asked for. */
const kaarten: Kaarten = { vul: ({ kaart, model }) => ({ type: 'AdaptiveCard', version: '1.5', kaart, model }) };

/** Instead of two seconds, for who waits in vain; on a busy machine a good answer can take longer. */
const ONGEDULDIG_MS = 500;

export interface Opstelling {
  url: string;
  connector: NepConnector;
  gesprek: NepGesprek;
  adressen: NepAdressen;
  postbode: Postbode;
  ledenlijst: Ledenlijst;
  /** The same, which gives up sooner. */
  ongeduldigeLedenlijst: Ledenlijst;
  bot: Bot;
  logboek: ReturnType<typeof maakLogboek>;
  /** What was counted: `klik kaart`, `geweigerd 401` … */
  geteld: string[];
  stop(): Promise<void>;
}

export async function stelOp(opties: AuthenticatieOpties = {}, delen: { kaarten?: Kaarten } = {}): Promise<Opstelling> {
  const connector = await startConnector();
  const gesprek = maakGesprek();
  const adressen = maakAdressen();
  const logboek = maakLogboek();
  const adapter = maakAdapter(opties);
  const gedeeld = { adapter, adressen, kaarten: delen.kaarten ?? kaarten, log: logboek.log };
  const geteld: Opstelling['geteld'] = [];
  const meter = {
    klik: (uitkomst: string) => void geteld.push(`klik ${uitkomst}`),
    geweigerd: (status: number) => void geteld.push(`geweigerd ${status}`),
  };
  const isCasusnummer = (tekst: string): boolean => /^VT-\d{4}-\d{4,8}$/.test(tekst);
  const bot = maakBot({ ...gedeeld, gesprek, toegestaneTenants: [TENANT.toUpperCase()], meter, isCasusnummer });
  const ledenDelen = { adapter, toegestaneTenants: [TENANT.toUpperCase()] };
  const server = maakServer({ log: logboek.log });
  koppelRoute(server, 'post', '/api/messages', bot.verwerk);
  const { url } = await luister(server, { host: '127.0.0.1', poort: 0 });
  return {
    url,
    connector,
    gesprek,
    adressen,
    bot,
    logboek,
    geteld,
    postbode: maakPostbode(gedeeld),
    ledenlijst: maakLedenlijst(ledenDelen),
    ongeduldigeLedenlijst: maakLedenlijst({ ...ledenDelen, tijdMs: ONGEDULDIG_MS }),
    stop: async () => {
      await sluit(server);
      await connector.sluit();
    },
  };
}
