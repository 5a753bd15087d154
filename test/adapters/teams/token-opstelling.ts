/** The Teams edge with an app id, our own OpenID provider, and a count of everything that is read, written or sent. */
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { vi } from 'vitest';
import { isLoopback, type AuthenticatieOpties } from '../../../src/adapters/teams/authenticatie.ts';
import { startAanbieder, UITGEVER, type Aanbieder, type Token } from '../../steun/openid.ts';
import { stuur, TENANT } from '../../steun/teams.ts';
import { stelOp, type Opstelling } from './opstelling.ts';

export const APP = '9f1c0f7e-0000-4000-8000-000000000001';

const configuratie = {
  MicrosoftAppId: APP,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppPassword: 'geheim',
  MicrosoftAppTenantId: TENANT,
};

/** How the bot gets its outbound token: MSAL itself refuses authorities without TLS. */
class EigenTokens extends ConfigurationServiceClientCredentialFactory {
  readonly ophalen: () => Promise<string>;
  constructor(ophalen: () => Promise<string>) {
    super(configuratie);
    this.ophalen = ophalen;
  }
  override async createCredentials(
    appId: string,
    audience: string,
  ): ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']> {
    if (appId !== APP || audience !== UITGEVER) throw new Error('a token for someone else');
    return {
      signRequest: async (verzoek) => {
        verzoek.headers.set('authorization', `Bearer ${await this.ophalen()}`);
        return verzoek;
      },
    };
  }
}

export interface TokenOpstelling extends Opstelling {
  aanbieder: Aanbieder;
  /** The Authorization header of Teams: valid for this bot and the connector, unless told otherwise. */
  kop(token?: Token, serviceurl?: string): Promise<string>;
  /** Fetches the bot's own token; its calls are counted. */
  ophalen: ReturnType<typeof vi.fn<() => Promise<string>>>;
  /** What came of an activity: the answer, and how much was read, written or sent for it. */
  gevolg(inhoud: unknown, kop?: string): Promise<{ status: number; tekst: string; gedaan: number }>;
  wis(): void;
}

/** @param lijst the bot's own list of hosts, or only this machine so that the connector can be reached */
export async function stelMetTokensOp(
  lijst: 'loopback' | 'microsoft' = 'loopback',
  opties: AuthenticatieOpties = {},
): Promise<TokenOpstelling> {
  const aanbieder = await startAanbieder();
  const ophalen = vi.fn<() => Promise<string>>(async () => 'uitgaand');
  const opstelling = await stelOp({
    bot: { appId: APP, type: 'SingleTenant', wachtwoord: 'geheim', tenant: TENANT },
    eindpunten: aanbieder.eindpunten,
    tokens: new EigenTokens(ophalen),
    ...(lijst === 'loopback' && { vertrouwt: isLoopback }),
    ...opties,
  });
  const { url, gesprek, adressen, connector, logboek } = opstelling;
  const geteld = [
    vi.spyOn(adressen, 'zoek'),
    vi.spyOn(adressen, 'willekeurige'),
    vi.spyOn(adressen, 'onthoud'),
    vi.spyOn(gesprek, 'bericht'),
    vi.spyOn(gesprek, 'klik'),
    vi.spyOn(gesprek, 'welkom'),
    ophalen,
  ];
  return {
    ...opstelling,
    aanbieder,
    ophalen,
    kop: (token, serviceurl = connector.serviceUrl) => aanbieder.kop({ aud: APP, serviceurl }, token),
    async gevolg(inhoud, kop) {
      const { status, tekst } = await stuur(url, inhoud, kop);
      const aanroepen = geteld.map(({ mock }) => mock.calls.length);
      return { status, tekst, gedaan: aanroepen.reduce((a, b) => a + b, connector.aanroepen.length) };
    },
    wis() {
      for (const spion of geteld) spion.mockClear();
      ophalen.mockImplementation(async () => 'uitgaand');
      gesprek.gezegd.length = 0;
      adressen.bekend.clear();
      connector.wis();
      logboek.regels.length = 0;
      aanbieder.gedrag = 'gewoon';
    },
    async stop() {
      await opstelling.stop();
      await aanbieder.sluit();
    },
  };
}
