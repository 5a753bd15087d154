/**
 * What comes in from Teams: authenticated, read, handed to the use cases, answered. Translates only; who speaks is taken
 * from `from` and `channelData`, which the service fills, never from text or a card's data.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Activity, TurnContext } from 'botbuilder';
import type { Antwoord, Beurt, Gesprek } from '../../toepassing/gesprek-poort.ts';
import type { Logboek } from '../../toepassing/omgeving.ts';
import type { Adressen } from '../../toepassing/poorten.ts';
import { teamsTeksten } from '../../teksten/teams.nl.ts';
import { foutVelden } from '../http/server.ts';
import type { TeamsAdapter, Toegang } from './adapter.ts';
import { inzendingVan, klikVan, leesActiviteit, verwijzingVan, voorSdk, vraagVan, type Inkomend, type Klik } from './inkomend.ts';
import { KAART, kaartActiviteit, tekstActiviteit, type Kaarten } from './uitgaand.ts';

export interface BotDelen {
  adapter: TeamsAdapter;
  gesprek: Gesprek;
  adressen: Adressen;
  kaarten: Kaarten;
  /** Entra tenant ids; not looked at when the bot runs open, on loopback. */
  toegestaneTenants: readonly string[];
  log: Logboek;
}

export interface Bot {
  /** Handles `POST /api/messages`; answers always, rejects never. */
  verwerk(verzoek: IncomingMessage & { body?: unknown }, antwoord: ServerResponse): Promise<void>;
}

interface Uitslag {
  status: number;
  body?: unknown;
}

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;
const VERB = /^[a-z][a-z-]{0,60}$/;
const CASUSNUMMER = /^[A-Z]{2}-\d{4}-\d{4,8}$/;

export function maakBot({ adapter, gesprek, adressen, kaarten, toegestaneTenants, log }: BotDelen): Bot {
  const { open } = adapter.authenticatie;
  const tenants = new Set(toegestaneTenants.map((tenant) => tenant.toLowerCase()));

  async function verwerkBericht(verzoek: IncomingMessage & { body?: unknown }, correlatie: string): Promise<Uitslag> {
    const { body } = verzoek;
    if (typeof body !== 'object' || body === null || !('type' in body) || typeof body.type !== 'string') return { status: 400 };
    if (open && !LOOPBACK.test(verzoek.socket.remoteAddress ?? '')) return geweigerd(correlatie, 401, 'niet-van-deze-machine');
    let toegang: Toegang;
    try {
      toegang = await adapter.authenticatie.authenticateRequest(body as Activity, verzoek.headers.authorization ?? '');
    } catch (fout) {
      return geweigerd(correlatie, 401, foutVelden(fout).code);
    }
    const inkomend = leesActiviteit(body);
    if (!inkomend) return geweigerd(correlatie, body.type === 'invoke' || body.type === 'message' ? 403 : 400, 'onvolledig');
    const { tenant } = { tenant: inkomend.channelData.tenant.id };
    const genoemd = [tenant, inkomend.conversation.tenantId, inkomend.from.tenantId].filter((waarde) => waarde !== undefined);
    if (!open && !genoemd.every((waarde) => tenants.has(waarde.toLowerCase()))) return geweigerd(correlatie, 403, 'andere-tenant');
    return behandel(inkomend, toegang, correlatie);
  }

  function geweigerd(correlatie: string, status: number, reden: unknown): Uitslag {
    log.warn({ correlatie, status, reden }, 'bericht uit Teams geweigerd');
    return { status };
  }

  async function behandel(inkomend: Inkomend, toegang: Toegang, correlatie: string): Promise<Uitslag> {
    const waar = verwijzingVan(inkomend);
    const persoon = inkomend.from.aadObjectId?.toLowerCase();
    const isBot = ({ id }: { id: string }): boolean => id === inkomend.recipient.id;
    const onthoud = (): Promise<void> => adressen.onthoud(waar, waar.soort === 'persoonlijk' ? persoon : undefined);
    const stuur = (maak: () => Promise<Antwoord | undefined>): Promise<Uitslag> =>
      adapter.inVolgorde(waar.conversatie, async () => {
        await adapter.beurt(toegang, voorSdk(inkomend), (context) => antwoordMet(context, maak, correlatie));
        return { status: 200 };
      });

    switch (inkomend.type) {
      case 'message':
      case 'invoke': {
        if (!persoon) return geweigerd(correlatie, 403, 'zonder-persoon');
        const beurt: Beurt = {
          wie: { aadObjectId: persoon, naam: inkomend.from.name ?? '', tenant: waar.tenant },
          waar,
          correlatie,
        };
        await onthoud().catch((fout: unknown) => log.error({ correlatie, ...foutVelden(fout) }, 'gesprek niet onthouden'));
        if (inkomend.type === 'invoke') return opInvoke(inkomend, beurt);
        if (inkomend.value === undefined || inkomend.value === null) return stuur(() => opTekst(inkomend, beurt));
        return stuur(() => opKlik(inzendingVan(inkomend), beurt));
      }
      case 'installationUpdate':
        if (inkomend.action?.startsWith('add')) return begroet();
        return { status: 200 };
      case 'conversationUpdate':
        if (inkomend.membersRemoved?.some(isBot)) return { status: 200 };
        if (inkomend.membersAdded?.some(isBot)) return begroet();
        await onthoud();
        return { status: 200 };
      default:
        return { status: 200 };
    }

    /** Both an installationUpdate and a conversationUpdate come for one install; the use case greets once. */
    async function begroet(): Promise<Uitslag> {
      await onthoud();
      return stuur(() => gesprek.welkom(waar));
    }
  }

  /** Runs within a turn, and leaves nothing for the SDK to catch: it would tell the caller the text of the error. */
  async function antwoordMet(context: TurnContext, maak: () => Promise<Antwoord | undefined>, correlatie: string): Promise<void> {
    const activiteit = await maakActiviteit(maak, correlatie);
    if (!activiteit) return;
    try {
      await context.sendActivity(activiteit);
    } catch (fout) {
      log.error({ correlatie, ...foutVelden(fout) }, 'antwoord niet bezorgd');
    }
  }

  async function maakActiviteit(maak: () => Promise<Antwoord | undefined>, correlatie: string): Promise<Partial<Activity> | undefined> {
    try {
      const antwoord = await maak();
      if (!antwoord) return undefined;
      return antwoord.soort === 'kaart' ? kaartActiviteit(kaarten, antwoord.bericht) : tekstActiviteit(antwoord.tekst);
    } catch (fout) {
      log.error({ correlatie, ...foutVelden(fout) }, 'bericht niet verwerkt');
      return tekstActiviteit(teamsTeksten.storing);
    }
  }

  function opTekst(inkomend: Inkomend, beurt: Beurt): Promise<Antwoord> {
    log.info({ correlatie: beurt.correlatie, soort: 'bericht' }, 'bericht uit Teams');
    return gesprek.bericht(vraagVan(inkomend), beurt);
  }

  async function opKlik(klik: Klik | undefined, beurt: Beurt): Promise<Antwoord> {
    const { correlatie } = beurt;
    if (!klik) {
      log.warn({ correlatie, soort: 'klik' }, 'knop niet leesbaar');
      return { soort: 'tekst', tekst: teamsTeksten.knopOnleesbaar };
    }
    // What a click says of itself is untrusted: only what has the right form is logged.
    const verb = VERB.test(klik.verb) ? klik.verb : undefined;
    const casusnummer = String(klik.data['casusnummer']);
    log.info({ correlatie, soort: 'klik', verb, ...(CASUSNUMMER.test(casusnummer) && { casusnummer }) }, 'klik uit Teams');
    return gesprek.klik(klik.verb, klik.data, beurt);
  }

  /** Teams wants HTTP 200 for a handled invoke; what became of it is in the body. */
  async function opInvoke(inkomend: Inkomend, beurt: Beurt): Promise<Uitslag> {
    if (inkomend.name !== 'adaptiveCard/action') {
      log.warn({ correlatie: beurt.correlatie, soort: 'invoke' }, 'invoke niet ondersteund');
      return { status: 400, body: fout400('NotSupported', teamsTeksten.nietOndersteund) };
    }
    try {
      const antwoord = await opKlik(klikVan(inkomend), beurt);
      return { status: 200, body: antwoord.soort === 'kaart' ? inKaart(KAART, kaarten.vul(antwoord.bericht)) : inKaart(MELDING, antwoord.tekst) };
    } catch (fout) {
      log.error({ correlatie: beurt.correlatie, ...foutVelden(fout) }, 'klik niet verwerkt');
      return { status: 200, body: inKaart(MELDING, teamsTeksten.storing) };
    }
  }

  return {
    async verwerk(verzoek, antwoord) {
      const correlatie = randomUUID();
      const { status, body } = await verwerkBericht(verzoek, correlatie).catch((fout: unknown): Uitslag => {
        log.error({ correlatie, ...foutVelden(fout) }, 'bericht uit Teams niet verwerkt');
        return { status: 500 };
      });
      if (body === undefined) {
        antwoord.writeHead(status, { 'content-length': '0' }).end();
        return;
      }
      antwoord.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
    },
  };
}

const MELDING = 'application/vnd.microsoft.activity.message';
const inKaart = (type: string, value: unknown): object => ({ statusCode: 200, type, value });
const fout400 = (code: string, message: string): object => ({
  statusCode: 400,
  type: 'application/vnd.microsoft.error',
  value: { code, message },
});
