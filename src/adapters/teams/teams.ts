/** The Teams edge as one part: a postbode that sends, and a bot that is given its conversation partner later. */
import type { Gesprek } from '../../toepassing/gesprek/gesprek-poort.ts';
import type { Logboek } from '../../toepassing/omgeving.ts';
import type { Adressen, Ledenlijst, Postbode } from '../../toepassing/poorten.ts';
import { maakKaarten } from '../kaarten/kaarten.ts';
import { maakAdapter } from './adapter.ts';
import type { AuthenticatieOpties } from './authenticatie.ts';
import { maakBot, type Bot, type BotDelen, type Meter } from './bot.ts';
import { maakLedenlijst } from './ledenlijst.ts';
import { maakPostbode } from './postbode.ts';

export interface TeamsDelen {
  /** Absent: the bot runs open, on loopback only. */
  bot: { appId: string; type: 'SingleTenant' | 'UserAssignedMsi'; wachtwoord: string; tenant: string } | undefined;
  tenants: readonly string[];
  adressen: Adressen;
  log: Logboek;
  meter: Meter;
  isCasusnummer: BotDelen['isCasusnummer'];
  /** Another identity provider than Microsoft's, or another pace or patience, for tests and measurements. */
  identiteit?: Pick<AuthenticatieOpties, 'eindpunten' | 'tokens' | 'vertrouwt' | 'grenzen' | 'timeoutMs'> | undefined;
}

export interface Teams {
  postbode: Postbode;
  ledenlijst: Ledenlijst;
  bot(gesprek: Gesprek): Bot;
  /** Sends no message any more that did not begin yet; who waits for an answer still gets it. */
  stop(): void;
}

export function maakTeams({ bot, tenants, adressen, log, meter, isCasusnummer, identiteit }: TeamsDelen): Teams {
  const kaarten = maakKaarten();
  const adapter = maakAdapter({ bot, ...identiteit });
  return {
    postbode: maakPostbode({ adapter, adressen, kaarten, log }),
    ledenlijst: maakLedenlijst({ adapter, toegestaneTenants: tenants }),
    bot: (gesprek) =>
      maakBot({ adapter, gesprek, adressen, kaarten, toegestaneTenants: tenants, log, meter, isCasusnummer }),
    stop: () => adapter.authenticatie.limieten.sluit(),
  };
}
