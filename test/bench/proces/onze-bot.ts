/** The real program with an identity provider and a connector on this machine instead of Microsoft's. */
import type { ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder';
import { leesConfig } from '../../../src/config.ts';
import { start, type Toepassing } from '../../../src/samenstelling.ts';
import { eigenIdentiteit } from '../../steun/identiteit.ts';
import { beantwoord } from './antwoorder.ts';

export interface OnzeBot {
  env: Record<string, string>;
  /** Without them it runs open, as it does without an app id. */
  eindpunten?: ConfigurationBotFrameworkAuthenticationOptions;
}

let programma: Toepassing | undefined;

beantwoord(
  async ({ env, eindpunten }: OnzeBot) => {
    programma = await start(leesConfig(env), eindpunten ? { identiteit: eigenIdentiteit(eindpunten) } : {});
    return { url: programma.url };
  },
  async () => {
    // What still waits to be sent stays in the store; a measurement does not wait for it.
    await programma?.omgeving.opslag.sluit();
  },
);
