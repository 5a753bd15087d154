/** The real program with an identity provider and a connector on this machine instead of Microsoft's. */
import {
  ConfigurationServiceClientCredentialFactory,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from 'botbuilder';
import { isLoopback } from '../../../src/adapters/teams/authenticatie.ts';
import { leesConfig } from '../../../src/config.ts';
import { start, type Toepassing } from '../../../src/samenstelling.ts';
import { beantwoord } from './antwoorder.ts';

export interface OnzeBot {
  env: Record<string, string>;
  /** Without them it runs open, as it does without an app id. */
  eindpunten?: ConfigurationBotFrameworkAuthenticationOptions;
}

/** MSAL refuses an authority without TLS, so the token for the connector is made up. */
class EigenTokens extends ConfigurationServiceClientCredentialFactory {
  override async createCredentials(): ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']> {
    return {
      signRequest: async (verzoek) => {
        verzoek.headers.set('authorization', 'Bearer uitgaand');
        return verzoek;
      },
    };
  }
}

let programma: Toepassing | undefined;

beantwoord(
  async ({ env, eindpunten }: OnzeBot) => {
    const identiteit = eindpunten && { eindpunten, tokens: new EigenTokens(), vertrouwt: isLoopback };
    programma = await start(leesConfig(env), identiteit ? { identiteit } : {});
    return { url: programma.url };
  },
  async () => {
    // What still waits to be sent stays in the store; a measurement does not wait for it.
    await programma?.omgeving.opslag.sluit();
  },
);
