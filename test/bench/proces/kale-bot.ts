/** The floor of a click in this stack: restify, CloudAdapter with its own check of the RS256 token, and one constant card. */
import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from 'botbuilder';
import restify from 'restify';
import { beantwoord } from './antwoorder.ts';

export interface KaleBot {
  app: Record<string, string>;
  eindpunten: ConfigurationBotFrameworkAuthenticationOptions;
  kaart: Record<string, unknown>;
}

class EenKaart extends ActivityHandler {
  readonly #kaart: Record<string, unknown>;
  constructor(kaart: Record<string, unknown>) {
    super();
    this.#kaart = kaart;
  }
  protected override async onAdaptiveCardInvoke(): ReturnType<ActivityHandler['onAdaptiveCardInvoke']> {
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: this.#kaart };
  }
}

const server = restify.createServer();

beantwoord(
  async ({ app, eindpunten, kaart }: KaleBot) => {
    const authenticatie = new ConfigurationBotFrameworkAuthentication(
      { ...app, ...eindpunten },
      new ConfigurationServiceClientCredentialFactory(app),
    );
    const adapter = new CloudAdapter(authenticatie);
    const bot = new EenKaart(kaart);
    server.use(restify.plugins.bodyParser());
    server.post('/api/messages', async (verzoek, antwoord) => {
      await adapter.process(verzoek, antwoord, (context) => bot.run(context));
    });
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', () => klaar()));
    return { url: `http://127.0.0.1:${server.address().port}` };
  },
  async () => void server.close(),
);
