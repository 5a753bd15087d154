/** For a program with an app id: an identity provider and a connector on this machine instead of Microsoft's. */
import {
  ConfigurationServiceClientCredentialFactory,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from 'botbuilder';
import { isLoopback } from '../../src/adapters/teams/authenticatie.ts';
import type { Vervangingen } from '../../src/samenstelling.ts';

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

export const eigenIdentiteit = (
  eindpunten: ConfigurationBotFrameworkAuthenticationOptions,
): NonNullable<Vervangingen['identiteit']> => ({ eindpunten, tokens: new EigenTokens(), vertrouwt: isLoopback });
