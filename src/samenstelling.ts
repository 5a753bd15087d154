/** The composition root: the only file that knows every part. */
import { pino, type Logger } from 'pino';
import { jsonBestand } from './adapters/bestanden/jsonbestand.ts';
import { maakAanmelding } from './adapters/http/aanmelding.ts';
import { maakApiToegang } from './adapters/http/api-toegang.ts';
import type { BewakingDelen } from './adapters/http/bewaking.ts';
import { maakGereedheid, type Gereedheid } from './adapters/http/gereedheid.ts';
import { openBeheer, openPubliek } from './adapters/http/http.ts';
import { maakMetingen, type Metingen } from './adapters/http/metingen.ts';
import { maakTeams, type TeamsDelen } from './adapters/teams/teams.ts';
import { ConfigFout, type Config } from './config.ts';
import { instant } from './kern/tijd/werkdagen.ts';
import { echteKlok, maakVirtueleKlok } from './klok.ts';
import { openKluis, openOpslag } from './opening.ts';
import { maakLopers } from './samenstelling/lopers.ts';
import { maakBeheer } from './toepassing/beheer/beheerregistratie.ts';
import { herplaatsKaarten } from './toepassing/beheer/herplaats.ts';
import { maakVanKracht } from './toepassing/beheer/van-kracht.ts';
import { maakBezorger } from './toepassing/bezorging/bezorger.ts';
import type { Slaap } from './toepassing/bezorging/stopsein.ts';
import { maakDienst, type Dienst } from './toepassing/casus/dienst.ts';
import { metCorrelatie } from './toepassing/correlatie.ts';
import { maakDossierlinks } from './toepassing/dossier/dossierlinks.ts';
import { maakVerstrekken } from './toepassing/dossier/verstrekken.ts';
import type { Gesprek } from './toepassing/gesprek/gesprek-poort.ts';
import { maakGesprek } from './toepassing/gesprek/gesprek.ts';
import { metNatekeningen } from './toepassing/kaarten/vraagkaarten.ts';
import type { RondeUitslag } from './toepassing/klok/ronde.ts';
import { foutVelden, lijktCasusnummer, type Logboek, type Omgeving } from './toepassing/omgeving.ts';
import type { Klok, Opslag } from './toepassing/poorten.ts';
import { maakAdressen, type Koppelbaar } from './toepassing/streek/adressen.ts';
import { maakLeden } from './toepassing/streek/leden.ts';
import { metMeting } from './toepassing/toezicht/opslagmeting.ts';
import type { Toezichtstand } from './toepassing/toezicht/toezichtstand.ts';

/** Replaces parts for the demo and for tests over real HTTP; everything else is as in production. */
export interface Vervangingen {
  klok?: Klok;
  toeval?(): number;
  /** Waits between two tries to write down what came of a message. */
  slaap?: Slaap;
  log?: Logger;
  /** Stands between the program and its store. */
  omhulOpslag?(opslag: Opslag): Opslag;
  /** Stands between the client and the use cases. */
  omhulGesprek?(gesprek: Gesprek): Gesprek;
  identiteit?: TeamsDelen['identiteit'];
  /** Where people sign in for a dossier, instead of Microsoft's. */
  aanmeldAdres?: string;
}

export interface Toepassing {
  /** Where it listens, with the port that was really taken. */
  url: string;
  /** Where `/metrics` and the details of `/readyz` are, when that is a port of its own. */
  beheerUrl?: string;
  dienst: Dienst;
  adressen: Koppelbaar;
  omgeving: Omgeving;
  /** Posts what still matters anew, for a client that has lost every message. Resolves with how many. */
  herplaats(): Promise<number>;
  /** Resolves when every message under way has been sent. */
  bezorgd(): Promise<void>;
  /** Runs one round now and waits until its messages have been sent. */
  ronde(): Promise<RondeUitslag>;
  /** Takes over what another instance put in force, as this one does by itself within a minute. */
  vernieuw(): Promise<void>;
  /** Lets the auditor look at every casus now, and waits until what it says has been sent. */
  toezicht(): Promise<Toezichtstand>;
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
  const opslag = metMeting(vervangingen.omhulOpslag?.(geopend) ?? geopend, (soort, uitkomst, seconden) => {
    metingen.opslag(soort, uitkomst, seconden);
    gereedheid.gezien(soort, uitkomst);
  });
  const gereedheid = maakGereedheid({ controleer: (alleenLezen) => opslag.controleer(alleenLezen) });
  try {
    return await bouw({ config, log, klok, opslag, gereedheid, metingen, vervangingen });
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
  gereedheid: Gereedheid;
  metingen: Metingen;
  vervangingen: Vervangingen;
}

async function bouw({ config, log, klok, opslag, gereedheid, metingen, vervangingen }: Bouwdelen): Promise<Toepassing> {
  const vanKracht = await maakVanKracht({
    opslag,
    bestanden: { beleid: jsonBestand(config.beleidBestand), adresboek: jsonBestand(config.adresboekBestand) },
    log,
    teller: metingen.teller,
  });
  const kluis = await openKluis(config, (fout) => log.error(foutVelden(fout), 'sleutels niet te vernieuwen'));
  const adressen = maakAdressen(opslag);
  const teams = maakTeams({
    bot: config.bot,
    tenants: config.tenants,
    adressen,
    log,
    meter: metingen,
    isCasusnummer: (tekst) => lijktCasusnummer(vanKracht.huidig().beleid.inGebruik.regels, tekst),
    identiteit: vervangingen.identiteit,
  });
  const omgeving: Omgeving = {
    opslag,
    kluis,
    postbode: teams.postbode,
    natekenen: metNatekeningen,
    klok,
    toeval: vervangingen.toeval ?? Math.random,
    adresboek: () => vanKracht.huidig().boek,
    regels: () => vanKracht.huidig().beleid.inGebruik.regels,
    nietGebruikt: () =>
      [vanKracht.huidig().adresboek, vanKracht.huidig().beleid].flatMap(({ nietGebruikt }) => nietGebruikt ?? []),
    log,
    teller: metingen.teller,
  };
  const bezorger = maakBezorger(omgeving, vervangingen.slaap);
  const beheer = maakBeheer({ omgeving, adressen, bezorger });
  await vanKracht.begin((gelezen) => beheer.neemInGebruik(gelezen));
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
    aanmelding: config.bot && maakAanmelding({ ...config.bot, klok, adres: vervangingen.aanmeldAdres }),
    // Without an app id everybody is on this machine.
    publiekAdres: () => config.publiekAdres ?? (config.bot ? undefined : eigenAdres),
  });
  const gesprek = maakGesprek({ omgeving, dienst, adressen, bezorger, leden, beheer, verstrekken });
  const bot = teams.bot(vervangingen.omhulGesprek?.(gesprek) ?? gesprek);

  const lopers = maakLopers({ config, omgeving, bezorger, beheer, adressen, vanKracht, metingen });
  const bewaking: BewakingDelen = { metingen, opslag: gereedheid, ...lopers.bewaking };
  const { host } = config;
  // For operators alone; it listens where the other does, for probes and scrapers come over the same network.
  const beheerkant =
    config.beheerPoort === undefined
      ? undefined
      : await openBeheer({ host, poort: config.beheerPoort, log, bewaking }).catch(alsConfigFout);
  const publiek = await openPubliek({
    host,
    poort: config.poort,
    log,
    berichten: bot.verwerk,
    api: {
      dienst,
      klok,
      herken: maakApiToegang({ sleutels: config.apiSleutels, ...(config.apiEntra && { entra: config.apiEntra }) }),
    },
    verstrekken,
    bewaking,
    bewaaktElders: beheerkant !== undefined,
  }).catch(async (fout: unknown) => {
    await beheerkant?.sluit();
    throw fout;
  });
  const { url } = publiek;
  eigenAdres = url;
  if (!config.bot) log.warn({ url }, 'geen MicrosoftAppId: de bot is open en luistert alleen op deze machine');
  if (!kluis.versleutelt)
    log.warn({}, 'geen INHOUD_SLEUTELS of INHOUD_KLUIS: de inhoud van overdrachten staat leesbaar in de opslag');
  lopers.start();
  return {
    url,
    ...(beheerkant && { beheerUrl: beheerkant.url }),
    dienst,
    adressen,
    omgeving,
    herplaats: async () => (await herplaatsKaarten(omgeving, bezorger)).kaarten,
    bezorgd: () => bezorger.klaar(),
    ronde: lopers.ronde,
    vernieuw: vanKracht.kijk,
    toezicht: lopers.toezicht,
    async stop() {
      teams.stop();
      await Promise.all([lopers.stop(), publiek.sluit(), beheerkant?.sluit(), bezorger.stop()]);
      // What a last click or casus claimed meanwhile.
      await bezorger.stop();
      await opslag.sluit();
    },
  };
}

function alsConfigFout(fout: unknown): never {
  throw new ConfigFout(fout instanceof Error ? fout.message : String(fout), { cause: fout });
}
