/**
 * What comes in from Teams: authenticated, read, handed to the use cases, answered. Translates only; who speaks is taken
 * from `from` and `channelData`, which the service fills, never from text or a card's data.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Activity } from 'botbuilder';
import { teamsTeksten } from '../../teksten/teams.nl.ts';
import { huidigeCorrelatie } from '../../toepassing/correlatie.ts';
import type { Antwoord, Beurt, Gesprek } from '../../toepassing/gesprek/gesprek-poort.ts';
import { foutVelden, type Logboek } from '../../toepassing/omgeving.ts';
import { OpslagFout, type Adressen, type Gespreksverwijzing } from '../../toepassing/poorten.ts';
import type { Kaarten } from '../kaarten/kaarten.ts';
import type { TeamsAdapter, Toegang } from './adapter.ts';
import {
  inzendingVan,
  klikVan,
  leesActiviteit,
  namenVan,
  plekVan,
  tenantsVan,
  verwijzingVan,
  voorSdk,
  vraagVan,
  type Inkomend,
  type Klik,
} from './inkomend.ts';
import { watGebeurt } from './kanaalnieuws.ts';
import { KAART, kaartActiviteit, tekstActiviteit } from './uitgaand.ts';

export interface BotDelen {
  adapter: TeamsAdapter;
  gesprek: Gesprek;
  adressen: Adressen;
  kaarten: Kaarten;
  /** Entra tenant ids; not looked at when the bot runs open, on loopback. */
  toegestaneTenants: readonly string[];
  log: Logboek;
  meter: Meter;
  /** Whether a text has the form of a casusnummer in this region. */
  isCasusnummer(tekst: string): boolean;
}

/** Counts what came in, without who or what about. */
export interface Meter {
  /** A click: answered with a card or a text, or not dealt with; in seconds from its arrival to its answer. */
  klik(uitkomst: string, seconden: number): void;
  /** Refused before anything was done with it, by HTTP status. */
  geweigerd(status: number): void;
}

export interface Bot {
  /** Handles `POST /api/messages`; answers always, rejects never. */
  verwerk(verzoek: IncomingMessage & { body?: unknown }, antwoord: ServerResponse): Promise<void>;
}

interface Uitslag {
  status: number;
  body?: unknown;
  /** For a click: what came of it. */
  klik?: string;
}

/** One authenticated activity with where it came from. */
interface Binnen {
  inkomend: Inkomend;
  waar: Gespreksverwijzing;
  toegang: Toegang;
  correlatie: string;
}

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;
const VERB = /^[a-z][a-z-]{0,60}$/;
const GEDAAN: Uitslag = { status: 200 };

export function maakBot(delen: BotDelen): Bot {
  const { adapter, gesprek, adressen, kaarten, toegestaneTenants, log, meter, isCasusnummer } = delen;
  const { authenticatie } = adapter;
  const tenants = new Set(toegestaneTenants.map((tenant) => tenant.toLowerCase()));

  async function laatBinnen(
    verzoek: IncomingMessage & { body?: unknown },
    correlatie: string,
  ): Promise<Binnen | Uitslag> {
    const weiger = (status: number, reden: unknown): Uitslag => {
      log.warn({ correlatie, status, reden }, 'bericht uit Teams geweigerd');
      meter.geweigerd(status);
      return { status };
    };
    const { body } = verzoek;
    if (typeof body !== 'object' || body === null) return weiger(400, 'geen-activiteit');
    if (authenticatie.open && !LOOPBACK.test(verzoek.socket.remoteAddress ?? ''))
      return weiger(401, 'niet-van-deze-machine');
    let toegang: Toegang;
    try {
      toegang = await authenticatie.authenticateRequest(body as Activity, verzoek.headers.authorization ?? '');
    } catch (fout) {
      return weiger(401, foutVelden(fout)['code']);
    }
    const inkomend = leesActiviteit(body);
    if (!inkomend) return weiger(400, 'geen-activiteit');
    const vanwaar = tenantsVan(inkomend);
    if (!vanwaar) return weiger(403, 'zonder-tenant');
    if (!authenticatie.open && !vanwaar.genoemd.every((tenant) => tenants.has(tenant)))
      return weiger(403, 'andere-tenant');
    // An install may be done by Teams itself, for everyone; whoever says or clicks something is someone.
    const handelt = inkomend.type === 'message' || inkomend.type === 'invoke';
    if (handelt && inkomend.from.aadObjectId === undefined) return weiger(403, 'zonder-persoon');
    return { inkomend, waar: verwijzingVan(inkomend, vanwaar.tenant), toegang, correlatie };
  }

  async function behandel(binnen: Binnen): Promise<Uitslag> {
    const { inkomend, waar, correlatie } = binnen;
    const persoon = inkomend.from.aadObjectId?.toLowerCase() ?? '';
    const onthoud = (): Promise<void> =>
      adressen.onthoud(waar, waar.soort === 'persoonlijk' && persoon !== '' ? persoon : undefined);
    switch (inkomend.type) {
      case 'message':
      case 'invoke': {
        // Without the newest address this can still be answered, and the next activity brings it again.
        await onthoud().catch((fout: unknown) =>
          log.error({ correlatie, ...foutVelden(fout) }, 'gesprek niet onthouden'),
        );
        const wie = { aadObjectId: persoon, naam: inkomend.from.name ?? '', tenant: waar.tenant };
        const beurt: Beurt = { wie, waar, correlatie };
        return inkomend.type === 'invoke' ? opInvoke(inkomend, beurt) : opBericht(binnen, beurt);
      }
      case 'installationUpdate':
      case 'conversationUpdate':
        return opGebeurtenis(binnen, persoon, onthoud);
      default:
        return GEDAAN;
    }
  }

  /** Both an installationUpdate and a conversationUpdate come for one install or removal; the use cases act once. */
  async function opGebeurtenis(binnen: Binnen, persoon: string, onthoud: () => Promise<void>): Promise<Uitslag> {
    const { inkomend, waar } = binnen;
    const gebeurt = watGebeurt(inkomend, waar.soort === 'persoonlijk');
    const plek = plekVan(inkomend);
    const wie = persoon === '' ? {} : { persoon };
    if (gebeurt.soort === 'verbroken') {
      await gesprek.verbroken({ plek, breuk: gebeurt.breuk, ...wie });
      return GEDAAN;
    }
    if (gebeurt.soort === 'leden') gesprek.ledenGewijzigd(plek);
    await onthoud();
    if (gebeurt.soort === 'hersteld') await gesprek.hersteld({ plek, breuk: gebeurt.breuk, ...wie });
    if (gebeurt.soort === 'hernoemd') await gesprek.hernoemd(plek, namenVan(inkomend));
    const isNieuw = gebeurt.soort === 'hersteld' && gebeurt.nieuw;
    await groet(binnen, isNieuw ? gesprek.welkom(waar) : gesprek.welkomAlsnog(waar));
    return GEDAAN;
  }

  async function groet(binnen: Binnen, bedacht: Promise<Antwoord | undefined>): Promise<void> {
    const gegeven = await bedacht;
    if (gegeven) await gesprek.begroet(binnen.waar, await antwoord(binnen, activiteitVan(gegeven)));
  }

  async function opBericht(binnen: Binnen, beurt: Beurt): Promise<Uitslag> {
    const { inkomend, correlatie } = binnen;
    const inzending = inzendingVan(inkomend);
    const getypt = !inzending && (inkomend.value === undefined || inkomend.value === null || inkomend.text?.trim());
    let activiteit: Partial<Activity>;
    try {
      activiteit = activiteitVan(
        getypt ? await gesprek.bericht(vraagVan(inkomend), beurt) : await opKlik(inzending, beurt),
      );
    } catch (fout) {
      log.error({ correlatie, ...foutVelden(fout) }, 'bericht niet verwerkt');
      activiteit = tekstActiviteit(storingstekst(fout));
    }
    await antwoord(binnen, activiteit);
    // It was dealt with: asking it again would not make this come sooner.
    await groet(binnen, gesprek.welkomAlsnog(beurt.waar)).catch((fout: unknown) =>
      log.error({ correlatie, ...foutVelden(fout) }, 'nawerk van een bericht mislukt'),
    );
    return GEDAAN;
  }

  /** In the conversation and thread it was asked in; false when it could not be sent, which is logged. */
  async function antwoord({ toegang, inkomend, correlatie }: Binnen, activiteit: Partial<Activity>): Promise<boolean> {
    try {
      await adapter.beurt(toegang, voorSdk(inkomend), async (context) => void (await context.sendActivity(activiteit)));
      return true;
    } catch (fout) {
      log.error({ correlatie, ...foutVelden(fout) }, 'antwoord niet bezorgd');
      return false;
    }
  }

  const activiteitVan = (wat: Antwoord): Partial<Activity> =>
    wat.soort === 'kaart' ? kaartActiviteit(kaarten, wat.bericht) : tekstActiviteit(wat.tekst);

  async function opKlik(klik: Klik | undefined, beurt: Beurt): Promise<Antwoord> {
    const { correlatie } = beurt;
    if (!klik) {
      log.warn({ correlatie }, 'klik niet leesbaar');
      return { soort: 'tekst', tekst: teamsTeksten.knopOnleesbaar };
    }
    // What a click says of itself is untrusted: only what has the right form is logged.
    const { casusnummer } = klik.data;
    log.info(
      {
        correlatie,
        ...(VERB.test(klik.verb) && { verb: klik.verb }),
        ...(typeof casusnummer === 'string' && isCasusnummer(casusnummer) && { casusnummer }),
      },
      klik.vanzelf ? 'verversing' : 'klik',
    );
    return klik.vanzelf ? gesprek.ververs(klik.verb, klik.data, beurt) : gesprek.klik(klik.verb, klik.data, beurt);
  }

  /** Teams wants HTTP 200 for a handled invoke; what became of it is in the body. */
  async function opInvoke(inkomend: Inkomend, beurt: Beurt): Promise<Uitslag> {
    const { correlatie } = beurt;
    if (inkomend.name !== 'adaptiveCard/action') {
      log.warn({ correlatie }, 'invoke niet ondersteund');
      return { status: 400, body: { code: 'NotSupported', message: teamsTeksten.nietOndersteund } };
    }
    try {
      const gegeven = await opKlik(klikVan(inkomend), { ...beurt, alleenVrager: true });
      return inKaart(
        gegeven.soort,
        gegeven.soort === 'kaart' ? { type: KAART, value: kaarten.vul(gegeven.bericht) } : melding(gegeven.tekst),
      );
    } catch (fout) {
      log.error({ correlatie, ...foutVelden(fout) }, 'klik niet verwerkt');
      return inKaart('storing', melding(storingstekst(fout)));
    }
  }

  return {
    async verwerk(verzoek, res) {
      const correlatie = huidigeCorrelatie();
      const begin = performance.now();
      let uitslag: Uitslag;
      try {
        const binnen = await laatBinnen(verzoek, correlatie);
        uitslag = 'inkomend' in binnen ? await behandel(binnen) : binnen;
      } catch (fout) {
        log.error({ correlatie, ...foutVelden(fout) }, 'bericht uit Teams niet verwerkt');
        uitslag = { status: 500 };
      }
      const tekst = uitslag.body === undefined ? '' : JSON.stringify(uitslag.body);
      res.writeHead(uitslag.status, tekst === '' ? {} : { 'content-type': 'application/json; charset=utf-8' });
      res.end(tekst);
      if (uitslag.klik !== undefined) meter.klik(uitslag.klik, (performance.now() - begin) / 1000);
    },
  };
}

const storingstekst = (fout: unknown): string =>
  fout instanceof OpslagFout ? teamsTeksten.opslagWerktNiet : teamsTeksten.storing;

const melding = (tekst: string): object => ({ type: 'application/vnd.microsoft.activity.message', value: tekst });
const inKaart = (klik: string, inhoud: object): Uitslag => ({
  status: 200,
  body: { statusCode: 200, ...inhoud },
  klik,
});
