/** The composition root: the only file that knows every part. */
import { pino, type Logger } from 'pino';
import type { Server } from 'restify';
import { koppelApi } from './adapters/http/api.ts';
import { maakApiToegang } from './adapters/http/api-toegang.ts';
import { koppelBewaking } from './adapters/http/bewaking.ts';
import { maakMetingen, type Metingen } from './adapters/http/metingen.ts';
import { koppelDossier } from './adapters/http/dossierroute.ts';
import { koppelRoute, luister, maakServer, sluit } from './adapters/http/server.ts';
import { maakTeams, type TeamsDelen } from './adapters/teams/teams.ts';
import { maakWaakhond } from './adapters/http/waakhond.ts';
import type { Config } from './config.ts';
import { huidigeCorrelatie, inCorrelatie, metCorrelatie } from './correlatie.ts';
import { instant } from './kern/werkdagen.ts';
import { echteKlok, maakVirtueleKlok } from './klok.ts';
import { openKluis, openOpslag } from './opening.ts';
import { maakAdressen, type Koppelbaar } from './toepassing/adressen.ts';
import { maakAdresboek, type Adresboek } from './toepassing/adresboek.ts';
import { maakBeheer, type Instellingen } from './toepassing/beheer.ts';
import { maakBezorger, type Bezorger } from './toepassing/bezorger.ts';
import { maakDienst, type Dienst } from './toepassing/dienst.ts';
import { maakGesprek } from './toepassing/gesprek.ts';
import type { Gesprek } from './toepassing/gesprek-poort.ts';
import { maakDossierlinks } from './toepassing/dossierlinks.ts';
import { maakVerstrekken } from './toepassing/verstrekken.ts';
import { herplaatsKaarten } from './toepassing/herplaats.ts';
import { maakLeden } from './toepassing/leden.ts';
import { laadAdresboek, laadBeleid } from './toepassing/instellingen.ts';
import { foutVelden, lijktCasusnummer, type Logboek, type Omgeving } from './toepassing/omgeving.ts';
import { metMeting } from './toepassing/opslagmeting.ts';
import type { Klok, Opslag } from './toepassing/poorten.ts';
import { maakRonde, type Ronde, type RondeUitslag } from './toepassing/ronde.ts';
import { maakToezicht, type Stand } from './toepassing/toezicht.ts';
import { maakToezichtloop, type Toezichtloop } from './toepassing/toezichtloop.ts';

/** Replaces parts for the demo and for tests over real HTTP; everything else is as in production. */
export interface Vervangingen {
  klok?: Klok;
  toeval?(): number;
  log?: Logger;
  /** Stands between the program and its store. */
  omhulOpslag?(opslag: Opslag): Opslag;
  /** Stands between the client and the use cases. */
  omhulGesprek?(gesprek: Gesprek): Gesprek;
  identiteit?: TeamsDelen['identiteit'];
}

export interface Toepassing {
  /** Where it listens, with the port that was really taken. */
  url: string;
  dienst: Dienst;
  adressen: Koppelbaar;
  omgeving: Omgeving;
  /** Posts what still matters anew, for a client that has lost every message. Resolves with how many. */
  herplaats(): Promise<number>;
  /** Resolves when every message under way has been sent. */
  bezorgd(): Promise<void>;
  /** Runs one round now and waits until its messages have been sent. */
  ronde(): Promise<RondeUitslag>;
  /** Lets the auditor look at every casus now, and waits until what it says has been sent. */
  toezicht(): Promise<Stand>;
  /** Stops taking work, finishes what is under way, and lets go of the store. */
  stop(): Promise<void>;
}

const klokVan = ({ klok }: Config): Klok =>
  klok ? maakVirtueleKlok(klok.start === '' ? echteKlok.nu() : instant(klok.start), klok.tempo) : echteKlok;

export const maakLog = ({ logLevel }: Pick<Config, 'logLevel'>): Logger => pino({ level: logLevel, base: null });

/** Builds and starts everything. Rejects with a readable error when a part cannot be had. */
export async function start(config: Config, vervangingen: Vervangingen = {}): Promise<Toepassing> {
  const log = metCorrelatie(vervangingen.log ?? maakLog(config));
  const klok = vervangingen.klok ?? klokVan(config);
  const metingen = maakMetingen();
  const geopend = await openOpslag(config, { verbruik: metingen.verbruik, alleen: true });
  const opslag = metMeting(vervangingen.omhulOpslag?.(geopend) ?? geopend, metingen.opslag);
  try {
    return await bouw({ config, log, klok, opslag, metingen, vervangingen });
  } catch (fout) {
    await opslag.sluit();
    throw fout;
  }
}

interface Bouwdelen {
  config: Config;
  log: Logboek;
  klok: Klok;
  opslag: Opslag;
  metingen: Metingen;
  vervangingen: Vervangingen;
}

/** What is stored, or the files that take its place. Throws BestandFout when either cannot be used. */
async function leesInstellingen(
  opslag: Opslag,
  { beleidBestand, adresboekBestand }: Config,
): Promise<Instellingen & { boek: Adresboek }> {
  const beleid = await laadBeleid(opslag, beleidBestand);
  const adresboek = await laadAdresboek(opslag, adresboekBestand, beleid.inGebruik.tabel);
  return { beleid, adresboek, boek: maakAdresboek(adresboek.inGebruik) };
}

async function bouw({ config, log, klok, opslag, metingen, vervangingen }: Bouwdelen): Promise<Toepassing> {
  let instellingen = await leesInstellingen(opslag, config);
  const kluis = await openKluis(config);
  const adressen = maakAdressen(opslag);
  const teams = maakTeams({
    bot: config.bot,
    tenants: config.tenants,
    adressen,
    log,
    meter: metingen,
    isCasusnummer: (tekst) => lijktCasusnummer(instellingen.beleid.inGebruik.regels, tekst),
    identiteit: vervangingen.identiteit,
  });
  const omgeving: Omgeving = {
    opslag,
    kluis,
    postbode: teams.postbode,
    klok,
    toeval: vervangingen.toeval ?? Math.random,
    adresboek: () => instellingen.boek,
    regels: () => instellingen.beleid.inGebruik.regels,
    nietGebruikt: () => [instellingen.adresboek, instellingen.beleid].flatMap(({ nietGebruikt }) => nietGebruikt ?? []),
    log,
    teller: metingen.teller,
  };
  const bezorger = maakBezorger(omgeving);
  const beheer = maakBeheer({ omgeving, adressen, bezorger });
  // Another instance that starts at the same moment with another file may have been first: then what it stored counts.
  while (!(await beheer.neemInGebruik(instellingen))) instellingen = await leesInstellingen(opslag, config);
  const dienst = maakDienst(omgeving, bezorger);
  const leden = maakLeden({
    omgeving,
    adressen,
    ledenlijst: teams.ledenlijst,
    levenMs: config.ledenlijstMinuten * 60_000,
    volg: (werk) => bezorger.volg(werk),
  });
  let eigenAdres: string | undefined;
  const verstrekken = maakVerstrekken({
    omgeving,
    dienst,
    bezorger,
    links: maakDossierlinks({ opslag, klok }),
    // Without an app id everybody is on this machine.
    publiekAdres: () => config.publiekAdres ?? (config.bot ? undefined : eigenAdres),
  });
  const gesprek = maakGesprek({ omgeving, dienst, adressen, bezorger, leden, beheer, verstrekken });
  const bot = teams.bot(vervangingen.omhulGesprek?.(gesprek) ?? gesprek);

  const ronde = maakRonde(omgeving, bezorger, beheer);
  const loop = maakRondeLoop({ omgeving, bezorger, ronde, metingen, seconden: config.rondeSeconden });
  const toezicht = maakToezicht({ omgeving, bezorger, adressen, ronde });
  metingen.toezicht(toezicht.stand, klok);
  const rondeTeOudMs = config.rondeSeconden * 1000 * 4 + 10_000;
  const waakhond = config.waakhondUrl && maakWaakhond({ url: config.waakhondUrl, log, geteld: metingen.waakhond });
  const kijker = maakToezichtloop({
    toezicht,
    beurtMs: config.rondeSeconden * 1000 * 4,
    bijFout: (fout) => log.error({ ...foutVelden(fout) }, 'toezicht mislukt'),
    naKijken() {
      if (waakhond && waakt(toezicht.stand(), (loop.sinds() ?? Infinity) <= rondeTeOudMs)) waakhond.sein();
    },
  });
  const server = maakServer({ log });
  koppelRoute(server, 'post', '/api/messages', bot.verwerk);
  koppelApi(server, {
    dienst,
    klok,
    log,
    herken: maakApiToegang({ sleutels: config.apiSleutels, ...(config.apiEntra && { entra: config.apiEntra }) }),
  });
  koppelDossier(server, verstrekken);
  koppelBewaking(server, {
    metingen,
    controleerOpslag: () => opslag.controleer(),
    sindsRonde: loop.sinds,
    rondeTeOudMs,
    toezicht: { stand: toezicht.stand, sinds: kijker.sinds, teOudMs: rondeTeOudMs * 2 },
  });
  const { url } = await luister(server, { host: config.host, poort: config.poort });
  eigenAdres = url;
  if (!config.bot) log.warn({ url }, 'geen MicrosoftAppId: de bot is open en luistert alleen op deze machine');
  if (!kluis.versleutelt)
    log.warn({}, 'geen INHOUD_SLEUTELS of INHOUD_KLUIS: de inhoud van overdrachten staat leesbaar in de opslag');
  loop.start();
  kijker.start();
  return {
    url,
    dienst,
    adressen,
    omgeving,
    herplaats: async () => (await herplaatsKaarten(omgeving, bezorger)).kaarten,
    bezorgd: () => bezorger.klaar(),
    ronde: loop.nu,
    async toezicht() {
      await kijker.nu();
      await bezorger.klaar();
      return toezicht.stand();
    },
    async stop() {
      if (waakhond) waakhond.stop();
      await stop({ server, loop, kijker, bezorger, opslag });
    },
  };
}

/** Whether the promise is being kept, as far as this instance can see: else the waakhond must hear nothing. */
const waakt = ({ bevindingen }: Stand, rondeIsRecent: boolean): boolean =>
  rondeIsRecent && !bevindingen.some(({ soort }) => soort === 'termijn-gemist' || soort === 'casus-onleesbaar');

interface RondeLoop {
  start(): void;
  stop(): Promise<void>;
  nu(): Promise<RondeUitslag>;
  sinds(): number | undefined;
}

/** The round at a fixed pace in real time, never two at once in this process. */
function maakRondeLoop(delen: {
  omgeving: Omgeving;
  bezorger: Bezorger;
  ronde: Ronde;
  metingen: Metingen;
  seconden: number;
}): RondeLoop {
  const { omgeving, bezorger, ronde, metingen, seconden } = delen;
  let wekker: NodeJS.Timeout | undefined;
  let gestopt = false;
  let laatste: number | undefined;
  let bezig: Promise<RondeUitslag> = Promise.resolve({ gewekt: 0, mislukt: 0 });

  async function een(): Promise<RondeUitslag> {
    const begin = performance.now();
    const uitslag = await inCorrelatie(huidigeCorrelatie(), ronde.loop);
    laatste = performance.now();
    metingen.ronde(uitslag, (laatste - begin) / 1000);
    return uitslag;
  }
  const naElkaar = (): Promise<RondeUitslag> => {
    bezig = bezig.then(een, een);
    return bezig;
  };
  const plan = (): void => {
    wekker = setTimeout(() => {
      void naElkaar()
        .catch((fout: unknown) => omgeving.log.error({ ...foutVelden(fout) }, 'ronde mislukt'))
        .finally(() => !gestopt && plan());
    }, seconden * 1000);
  };
  return {
    start() {
      void naElkaar()
        .catch((fout: unknown) => omgeving.log.error({ ...foutVelden(fout) }, 'eerste ronde mislukt'))
        .finally(() => !gestopt && plan());
    },
    async stop() {
      gestopt = true;
      clearTimeout(wekker);
      await bezig.catch(() => undefined);
    },
    async nu() {
      const uitslag = await naElkaar();
      await bezorger.klaar();
      return uitslag;
    },
    sinds: () => (laatste === undefined ? undefined : performance.now() - laatste),
  };
}

async function stop(delen: {
  server: Server;
  loop: RondeLoop;
  kijker: Toezichtloop;
  bezorger: Bezorger;
  opslag: Opslag;
}): Promise<void> {
  await Promise.all([sluit(delen.server), delen.loop.stop(), delen.kijker.stop()]);
  await delen.bezorger.klaar();
  await delen.opslag.sluit();
}
