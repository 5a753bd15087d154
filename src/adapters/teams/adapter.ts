/** The one CloudAdapter: turns of what comes in, and calls to the connector for what goes out. */
import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Gespreksverwijzing } from '../../toepassing/poorten.ts';
import { StrengeAuthenticatie, type AuthenticatieOpties } from './authenticatie.ts';
import type { Connectorverbinding } from './connector.ts';

/** Teams gives at least 50 and at most 500 members at a time. */
const GROOTSTE_PAGINA = 500;

export type Toegang = Awaited<ReturnType<StrengeAuthenticatie['authenticateRequest']>>;

export class TeamsAdapter extends CloudAdapter {
  readonly authenticatie: StrengeAuthenticatie;

  constructor(opties: AuthenticatieOpties) {
    const authenticatie = new StrengeAuthenticatie(opties);
    super(authenticatie);
    this.authenticatie = authenticatie;
  }

  /** One turn for an activity that has been authenticated. */
  beurt(
    toegang: Toegang,
    activiteit: Partial<Activity>,
    logica: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    // Only the fields we checked are filled in; the SDK needs no others to answer.
    return this.processActivity(toegang, activiteit as Activity, logica);
  }

  /** Posts in a conversation or thread; resolves with the activity's id, when the connector gives one. */
  async plaats(
    waar: Gespreksverwijzing,
    conversatie: string,
    activiteit: Partial<Activity>,
  ): Promise<string | undefined> {
    // Not through a turn: sending in a continued turn posts an answer to an activity with a random id that does not exist.
    const { conversations } = await this.#verbind(waar.serviceUrl);
    return (await conversations.sendToConversation(conversatie, this.#compleet(waar, conversatie, activiteit))).id;
  }

  async werkBij(
    waar: Gespreksverwijzing,
    geplaatst: { conversatie: string; activiteit: string },
    activiteit: Partial<Activity>,
  ): Promise<void> {
    const { conversations } = await this.#verbind(waar.serviceUrl);
    const compleet = { ...this.#compleet(waar, geplaatst.conversatie, activiteit), id: geplaatst.activiteit };
    await conversations.updateActivity(geplaatst.conversatie, geplaatst.activiteit, compleet);
  }

  /** Opens (or finds again) the personal conversation with someone, by Entra object id. */
  async openPersoonlijk(via: Gespreksverwijzing, persoon: string): Promise<string | undefined> {
    const { conversations } = await this.#verbind(via.serviceUrl);
    const gesprek = await conversations.createConversation({
      isGroup: false,
      bot: { id: via.botId, name: '' },
      members: [{ id: persoon, name: '' }],
      tenantId: via.tenant,
      channelData: { tenant: { id: via.tenant } },
    });
    return gesprek.id;
  }

  /** One page of who is in a conversation or Teams team; the answer is as the connector gave it. */
  async ledenpagina(
    { serviceUrl }: Gespreksverwijzing,
    conversatie: string,
    { vervolg, afbreken }: { vervolg: string | undefined; afbreken: AbortSignal },
  ): Promise<unknown> {
    const { conversations } = await this.#verbind(serviceUrl);
    // Its types want a token for the first page too, and know nothing of the signal that they pass on.
    const opties = { pageSize: GROOTSTE_PAGINA, continuationToken: vervolg as string, abortSignal: afbreken };
    return conversations.getConversationPagedMembers(conversatie, opties);
  }

  #verbind(serviceUrl: string): Promise<Connectorverbinding> {
    return this.authenticatie
      .createConnectorFactory(this.createClaimsIdentity(this.authenticatie.appId))
      .create(serviceUrl);
  }

  #compleet(waar: Gespreksverwijzing, conversatie: string, activiteit: Partial<Activity>): Partial<Activity> {
    return {
      ...activiteit,
      channelId: 'msteams',
      from: { id: waar.botId, name: '' },
      conversation: {
        id: conversatie,
        name: '',
        isGroup: waar.soort !== 'persoonlijk',
        conversationType: TYPE[waar.soort],
        tenantId: waar.tenant,
      },
    };
  }
}

const TYPE: Record<Gespreksverwijzing['soort'], string> = {
  persoonlijk: 'personal',
  groep: 'groupChat',
  kanaal: 'channel',
};

export const maakAdapter = (opties: AuthenticatieOpties): TeamsAdapter => new TeamsAdapter(opties);
