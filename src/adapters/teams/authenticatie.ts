/**
 * Who may speak to the bot, and to whom the bot speaks. The stock checks answer 500 for a wrong key and let through an
 * activity without serviceUrl, the bot's own outbound token, the AseChannel and tokens without `exp`; this closes them.
 */
import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Activity,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from 'botbuilder';
import { errors } from 'jose';
import { metEigenBeleid, type ConnectorFactory, type Connectorverbinding } from './connector.ts';
import { maakTokencontrole } from './kanaaltoken.ts';
import { GEEN_GRENZEN, maakLimieten, TEAMS_GRENZEN, type Grenzen, type Limieten } from './limieten.ts';

export interface Registratie {
  appId: string;
  type: 'SingleTenant' | 'UserAssignedMsi';
  /** Empty for a managed identity. */
  wachtwoord: string;
  tenant: string;
}

export interface AuthenticatieOpties {
  /** The bot in Entra; without it the bot runs open, on loopback only. */
  bot?: Registratie | undefined;
  /** How long one call to the connector may take, in milliseconds. */
  timeoutMs?: number;
  /** How fast it may call; default Teams' limits, and none when the bot runs open: then nobody but this machine listens. */
  grenzen?: Grenzen;
  /** For tests with a key of their own: all endpoints at once, because setting one drops every default. */
  eindpunten?: ConfigurationBotFrameworkAuthenticationOptions;
  tokens?: ConfigurationServiceClientCredentialFactory;
  vertrouwt?: (serviceUrl: string) => boolean;
}

type Toegelaten = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type TokenClient = ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>;
type Identiteit = Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>[0];

/** Not let in; `reden` is for the log and names nobody. */
export class NietToegelaten extends Error {
  override readonly name = 'NietToegelaten';
  readonly code: string;
  readonly statusCode = 401;
  constructor(reden: string, oorzaak?: unknown) {
    super(reden, { cause: oorzaak });
    this.code = reden;
  }
}

const UITGEVER = 'https://api.botframework.com';
/** The SDK's own default waits forever; Teams gives up on a click after 5 to 15 s. */
const TIMEOUT_MS = 10_000;
const MEESTE_VERBINDINGEN = 200;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Where Teams in the public cloud can be reached: `smba.trafficmanager.net/emea/…` and the Bot Framework's own hosts. */
export function isMicrosoft(serviceUrl: string): boolean {
  const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : undefined;
  if (!url || url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return false;
  return (
    url.hostname === 'smba.trafficmanager.net' || /^[a-z0-9-]+(\.[a-z0-9-]+)*\.botframework\.com$/.test(url.hostname)
  );
}

export function isLoopback(serviceUrl: string): boolean {
  const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && LOOPBACK.test(url.hostname);
}

export class StrengeAuthenticatie extends ConfigurationBotFrameworkAuthentication {
  /** No app id: nothing is authenticated, so only this machine may speak. */
  readonly open: boolean;
  readonly appId: string;
  readonly limieten: Limieten;
  readonly #timeoutMs: number;
  readonly #controleerToken: ReturnType<typeof maakTokencontrole>;
  readonly #vertrouwt: (serviceUrl: string) => boolean;
  readonly #verbindingen = new Map<string, Promise<Connectorverbinding>>();
  #tokenClient: TokenClient | undefined;

  constructor({ bot, timeoutMs = TIMEOUT_MS, grenzen, eindpunten = {}, tokens, vertrouwt }: AuthenticatieOpties) {
    // Always with a type: without one the SDK silently takes MultiTenant.
    const app = bot && {
      MicrosoftAppId: bot.appId,
      MicrosoftAppType: bot.type,
      MicrosoftAppPassword: bot.wachtwoord,
      MicrosoftAppTenantId: bot.tenant,
    };
    super({ ...app, ...eindpunten }, tokens ?? new ConfigurationServiceClientCredentialFactory({ ...app }), {
      requiredEndorsements: ['msteams'],
      validateClaims: eisUitgeverEnEinde,
    });
    this.appId = bot?.appId ?? '';
    this.open = this.appId === '';
    this.#timeoutMs = timeoutMs;
    this.limieten = maakLimieten(grenzen ?? (this.open ? GEEN_GRENZEN : TEAMS_GRENZEN));
    const metadata = eindpunten.ToBotFromChannelOpenIdMetadataUrl;
    this.#controleerToken = maakTokencontrole({ audience: this.appId, uitgever: UITGEVER, metadata, timeoutMs });
    this.#vertrouwt = vertrouwt ?? (this.open ? isLoopback : isMicrosoft);
  }

  /** Rejects with {@link NietToegelaten} only, whatever the reason. */
  override async authenticateRequest(activiteit: Activity, kop: string): Promise<Toegelaten> {
    if (activiteit.channelId !== 'msteams') throw new NietToegelaten('ander-kanaal');
    const { serviceUrl } = activiteit;
    if (typeof serviceUrl !== 'string' || !this.#vertrouwt(serviceUrl)) throw new NietToegelaten('serviceurl');
    try {
      if (!this.open) await this.#controleerToken(kop, serviceUrl);
      const toegelaten = await super.authenticateRequest(activiteit, kop);
      return {
        ...toegelaten,
        ...(toegelaten.connectorFactory && { connectorFactory: this.#eigen(toegelaten.connectorFactory, true) }),
      };
    } catch (fout) {
      throw new NietToegelaten(fout instanceof errors.JOSEError ? fout.code : 'token', fout);
    }
  }

  override createConnectorFactory(identiteit: Identiteit): ConnectorFactory {
    return this.#eigen(super.createConnectorFactory(identiteit), false);
  }

  /** One for all turns: it holds nothing of a turn, and making it costs a credential each time. */
  override createUserTokenClient(identiteit: Identiteit): TokenClient {
    this.#tokenClient ??= super.createUserTokenClient(identiteit);
    return this.#tokenClient;
  }

  /** @param voorrang for answering what came in, not for what the bot says by itself */
  #eigen(binnen: ConnectorFactory, voorrang: boolean): ConnectorFactory {
    return {
      create: async (serviceUrl, publiek) => {
        // Also for stored references: a token goes nowhere else, whoever wrote the reference.
        if (!this.#vertrouwt(serviceUrl)) throw new NietToegelaten('serviceurl');
        const sleutel = `${voorrang} ${publiek ?? ''} ${serviceUrl}`;
        const bekend = this.#verbindingen.get(sleutel);
        if (bekend) return bekend;
        if (this.#verbindingen.size >= MEESTE_VERBINDINGEN) this.#verbindingen.clear();
        const beleid = { timeoutMs: this.#timeoutMs, limieten: this.limieten, voorrang };
        const nieuw = binnen.create(serviceUrl, publiek).then((verbinding) => metEigenBeleid(verbinding, beleid));
        this.#verbindingen.set(sleutel, nieuw);
        nieuw.catch(() => this.#verbindingen.delete(sleutel));
        return nieuw;
      },
    };
  }
}

/** Rejects the bot's own outbound token, tokens of the emulator and of other bots, and tokens that never end. */
async function eisUitgeverEnEinde(claims: { type: string; value: unknown }[]): Promise<void> {
  const waarde = (type: string): unknown => claims.find((claim) => claim.type === type)?.value;
  if (waarde('iss') !== UITGEVER) throw new NietToegelaten('uitgever');
  if (typeof waarde('exp') !== 'number') throw new NietToegelaten('zonder-einde');
}
