/**
 * A whole region in one process: the real program on a port of its own with a store of its own, people in Teams who type
 * and click over HTTP, Veilig Thuis's registration system on the API, and a clock that only the test moves.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { leesConfig } from '../../src/config.ts';
import { instant, toonMoment, type Instant } from '../../src/kern/tijd/werkdagen.ts';
import { maakVirtueleKlok, type VirtueleKlok } from '../../src/klok.ts';
import { start, type Toepassing, type Vervangingen } from '../../src/samenstelling.ts';
import type { Opslag } from '../../src/toepassing/poorten.ts';
import type { Toezichtstand } from '../../src/toepassing/toezicht/toezichtstand.ts';
import { startConnector, type Aanroep, type NepConnector } from '../steun/connector.ts';
import { BOT, stuur, TENANT, type Activiteit } from '../steun/teams.ts';
import { verstrijk } from '../steun/verstrijk.ts';
import { leesActiviteit, leesKlikAntwoord, type Gelezen, type KlikAntwoord } from './kaart.ts';
import {
  ADRESBOEK,
  BEA,
  KANALEN,
  persoonlijkGesprek,
  wieOfWaar,
  type AdresboekBestand,
  type KanaalNaam,
  type Mens,
} from './mensen.ts';

const SLEUTEL = 'sleutel-van-het-registratiesysteem';
/** Monday, well before any holiday. */
const BEGIN = '2026-11-23T09:00:00+01:00';

/** A message as it stood in the connector right after it was posted or redrawn. */
export interface Verstuurd extends Gelezen {
  /** `ma 23 nov 2026 09:00 noord: Overdracht VT-2026-0001`, with `(draad)` and `(bijgewerkt)` where it is so. */
  regel: string;
  op: Instant;
  bijgewerkt: boolean;
  /** It answers in the thread of a card. */
  draad: boolean;
  waar: string;
  conversatie: string;
  activiteit: string;
}

export interface ApiAntwoord {
  status: number;
  body: Record<string, unknown>;
  code: unknown;
}

export interface Wereld {
  connector: NepConnector;
  klok: VirtueleKlok;
  /** The program as it runs now; another one after `herstart`. */
  toepassing(): Toepassing;
  /** The Authorization header of VT's registration system. */
  sleutel: { authorization: string };
  /** Everything it logged, as JSON lines, over restarts. */
  log: string[];
  /** Lets time pass up to an instant; whatever is due on the way happens at its own moment, but for what is broken. */
  naar(moment: string, behalve?: readonly string[]): Promise<void>;
  /** One round at the present moment. */
  ronde(): Promise<{ gewekt: number; mislukt: number }>;
  /** The auditor walks over everything, at the present moment. */
  toezicht(): Promise<Toezichtstand>;
  /** The messages since the last call, one line each. Answers to what was typed are left out. */
  nieuws(): Promise<string[]>;
  /** The same without the redrawing of cards: what people are told. */
  gezegd(): Promise<string[]>;
  /** Every message sent so far, but for those about adresboek and links: no story of a casus is about them. */
  verstuurd(): Promise<Verstuurd[]>;
  /** Every message about the adresboek. */
  overAdresboek(): Promise<Verstuurd[]>;
  /** Every message about the link of a conversation. */
  overKoppelingen(): Promise<Verstuurd[]>;
  /** The newest message in a conversation that says all of this; what was redrawn as done only when that is asked for. */
  zie(waar: string, ...wat: string[]): Promise<Verstuurd>;
  typ(wie: Mens, tekst: string, kanaal?: KanaalNaam): Promise<Gelezen>;
  /** Clicks a button that stands on the newest such message; the inputs come with it. */
  klikOp(wie: Mens, kaart: Verstuurd, verb: string, invoer?: Record<string, unknown>): Promise<KlikAntwoord>;
  /** Sends a click as forged as you like. */
  klik(wie: Mens, verb: string, data: unknown, conversatie?: string): Promise<KlikAntwoord>;
  /** The client draws a card anew by itself: nobody clicked, whatever `trigger` it says. */
  ververs(wie: Mens, verb: string, data: unknown, trigger?: unknown): Promise<KlikAntwoord>;
  /** Sends an event of Teams in a conversation, such as someone who leaves. */
  gebeurtenis(conversatie: string, activiteit: Activiteit): Promise<void>;
  api(methode: 'GET' | 'POST', pad: string, body?: unknown, koppen?: Record<string, string>): Promise<ApiAntwoord>;
  /** Gives an opdracht by the API and expects it to be accepted. */
  vt(casusnummer: string, opdracht: Record<string, unknown>): Promise<ApiAntwoord>;
  /** `Veilig Thuis`-side shorthand: who is responsible, by the API: `veilig-thuis`, a team's key or `clientsysteem`. */
  wie(casusnummer: string, op?: string): Promise<string>;
  soorten(casusnummer: string): Promise<string[]>;
  /** Links a channel as it is done: Bea asks, and for the channel of Veilig Thuis its leidinggevende agrees. */
  koppel(kanaal: KanaalNaam): Promise<Pick<Gelezen, 'tekst'>>;
  /** Stops the program and starts it again on the same store, with another adresboek if given. */
  herstart(adresboek?: AdresboekBestand): Promise<void>;
}

interface Opties {
  begin?: string;
  /** Channels that are linked before it starts; default all but that of Wijkteam Oost. */
  gekoppeld?: readonly KanaalNaam[];
  adresboek?: AdresboekBestand;
  /** What the region sets otherwise in the beleid. */
  beleid?: object | undefined;
  /** Opens another store than SQLite, at each start. */
  opslag?: (() => Promise<Opslag>) | undefined;
  /** Parts of the program that are replaced, read at each start. */
  vervangingen?: Vervangingen;
  /** Environment on top of the scenarios' own. */
  env?: Record<string, string>;
}

/** Whoever an event of Teams comes from does not matter. */
const TEAMS_ZELF: Mens = { naam: 'Teams', aadObjectId: '00000000-0000-4000-8000-00000000ffff' };

/** A redraw of a card that stands there already calls upon nobody. */
const isBijgewerkt = (regel: string): boolean => regel.endsWith('(bijgewerkt)');

/** Starts a region for this test; it is taken down when the test ends. */
export async function maakWereld({
  begin = BEGIN,
  gekoppeld = ['vt', 'noord', 'zuid'],
  adresboek: eersteAdresboek = ADRESBOEK,
  beleid,
  opslag: openAndere,
  vervangingen = {},
  env = {},
}: Opties = {}): Promise<Wereld> {
  const map = await mkdtemp(join(tmpdir(), 'scenario-'));
  const connector = await startConnector();
  const klok = maakVirtueleKlok(instant(begin), 0);
  const log: string[] = [];
  const adresboekBestand = join(map, 'adresboek.json');
  const beleidBestand = join(map, 'beleid.json');
  if (beleid) await writeFile(beleidBestand, JSON.stringify(beleid));
  const config = leesConfig({
    PORT: '0',
    SQLITE_BESTAND: join(map, 'opslag.db'),
    ADRESBOEK_BESTAND: adresboekBestand,
    API_SLEUTELS: `scenario:${createHash('sha256').update(SLEUTEL).digest('hex')}`,
    RONDE_SECONDEN: '3600',
    LOG_LEVEL: 'debug',
    ...(beleid && { BELEID_BESTAND: beleidBestand }),
    ...env,
  });
  const begonnen = async (adresboek: AdresboekBestand): Promise<Toepassing> => {
    await writeFile(adresboekBestand, JSON.stringify(adresboek));
    const andere = await openAndere?.();
    const nieuw = await start(config, {
      klok,
      ...vervangingen,
      omhulOpslag(sqlite) {
        if (andere) void sqlite.sluit();
        return vervangingen.omhulOpslag?.(andere ?? sqlite) ?? andere ?? sqlite;
      },
      log: pino({ level: 'debug', base: null }, { write: (regel: string) => void log.push(regel) }),
    });
    await nieuw.ronde();
    return nieuw;
  };
  let toepassing = await begonnen(eersteAdresboek);

  let teller = 0;
  let gelezenTot = 0;
  let getoondTot = 0;
  const verstuurd: Verstuurd[] = [];
  const overAdresboek: Verstuurd[] = [];
  const overKoppelingen: Verstuurd[] = [];
  const isAntwoord = ({ pad, methode }: Aanroep): boolean => methode === 'POST' && /\/activities\/.+/.test(pad);
  const isBericht = ({ pad, methode }: Aanroep): boolean =>
    (methode === 'POST' && pad.endsWith('/activities')) || methode === 'PUT';

  /** Takes in what has been sent since the last time; it was all sent at the present moment of the clock. */
  async function verzamel(): Promise<void> {
    await toepassing.bezorgd();
    for (const aanroep of connector.aanroepen.slice(gelezenTot).filter(isBericht)) {
      const gelezen = leesActiviteit(aanroep.body);
      const waar = wieOfWaar(aanroep.conversatie);
      const draad = aanroep.conversatie.includes(';messageid=');
      const bijgewerkt = aanroep.methode === 'PUT';
      const activiteit = bijgewerkt ? (aanroep.pad.split('/').at(-1) ?? '') : activiteitVan(aanroep);
      // What the connector did not keep was seen by nobody.
      if (activiteit === '' || (bijgewerkt && (aanroep.status ?? 0) >= 400)) continue;
      const bak = gelezen.samenvatting.includes('Adresboek')
        ? overAdresboek
        : gelezen.samenvatting.includes('Koppeling:')
          ? overKoppelingen
          : verstuurd;
      bak.push({
        ...gelezen,
        waar,
        conversatie: aanroep.conversatie,
        activiteit,
        op: klok.nu(),
        bijgewerkt,
        draad,
        regel: `${toonMoment(klok.nu())} ${waar}${draad ? ' (draad)' : ''}: ${gelezen.samenvatting}${bijgewerkt ? ' (bijgewerkt)' : ''}`,
      });
    }
    gelezenTot = connector.aanroepen.length;
  }
  const activiteitVan = ({ conversatie, body }: Aanroep): string =>
    connector.gesprekken.get(conversatie)?.find(({ inhoud }) => inhoud === body)?.id ?? '';

  async function post(wie: Mens, conversatie: string, extra: Activiteit): Promise<{ status: number; body: unknown }> {
    teller += 1;
    const kanaal = conversatie.startsWith('19:');
    const antwoord = await stuur(toepassing.url, {
      id: `van-mens-${teller}`,
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      from: { id: `29:${wie.aadObjectId}`, name: wie.naam, aadObjectId: wie.aadObjectId },
      recipient: BOT,
      conversation: {
        id: conversatie,
        conversationType: kanaal ? 'channel' : 'personal',
        tenantId: TENANT,
        isGroup: kanaal,
      },
      channelData: { tenant: { id: TENANT } },
      ...extra,
    });
    return antwoord;
  }

  async function voerUit(
    { wie, conversatie }: { wie: Mens; conversatie: string },
    verb: string,
    data: unknown,
    trigger: unknown,
  ): Promise<KlikAntwoord> {
    const { status, body } = await post(wie, conversatie, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data }, trigger },
    });
    await verzamel();
    return leesKlikAntwoord(status, body);
  }

  const wereld: Wereld = {
    connector,
    klok,
    log,
    sleutel: { authorization: `Bearer ${SLEUTEL}` },
    toepassing: () => toepassing,
    async naar(moment, behalve = []) {
      const { opslag } = toepassing.omgeving;
      await verstrijk({ opslag, klok, ronde: wereld.ronde, behalve }, instant(moment));
    },
    async ronde() {
      const uitslag = await toepassing.ronde();
      await verzamel();
      return uitslag;
    },
    async toezicht() {
      const stand = await toepassing.toezicht();
      await verzamel();
      return stand;
    },
    async nieuws() {
      await verzamel();
      const nieuw = verstuurd.slice(getoondTot).map(({ regel }) => regel);
      getoondTot = verstuurd.length;
      return nieuw;
    },
    gezegd: async () => (await wereld.nieuws()).filter((regel) => !isBijgewerkt(regel)),
    async verstuurd() {
      await verzamel();
      return verstuurd;
    },
    async overAdresboek() {
      await verzamel();
      return overAdresboek;
    },
    async overKoppelingen() {
      await verzamel();
      return overKoppelingen;
    },
    async zie(waar, ...wat) {
      await verzamel();
      const gezien = verstuurd.findLast(
        (een) =>
          een.waar === waar &&
          (!/^(Klaar|Nieuwer bericht)/.test(een.samenvatting) || /Klaar|Nieuwer/.test(wat.join(' '))) &&
          wat.every((deel) => `${een.samenvatting} ${een.tekst}`.includes(deel)),
      );
      if (!gezien)
        throw new Error(
          `${waar} kreeg geen bericht met '${wat.join("' en '")}':\n${verstuurd.map(({ regel }) => regel).join('\n')}`,
        );
      return gezien;
    },
    async typ(wie, tekst, kanaal) {
      const vanaf = connector.aanroepen.length;
      const tag = `<at>${BOT.name}</at>`;
      const conversatie = kanaal ? `${KANALEN[kanaal].conversatie};messageid=1` : persoonlijkGesprek(wie);
      await post(wie, conversatie, {
        type: 'message',
        text: kanaal ? `${tag} ${tekst}` : tekst,
        ...(kanaal && { entities: [{ type: 'mention', mentioned: BOT, text: tag }] }),
      });
      const antwoord = connector.aanroepen.slice(vanaf).findLast(isAntwoord);
      await verzamel();
      if (!antwoord) throw new Error(`geen antwoord op '${tekst}'`);
      if (antwoord.conversatie !== conversatie) throw new Error(`antwoord in ${antwoord.conversatie}`);
      return leesActiviteit(antwoord.body);
    },
    async klikOp(wie, kaart, verb, invoer = {}) {
      const knop = kaart.knoppen.find((een) => een.verb === verb);
      if (!knop)
        throw new Error(`geen knop '${verb}' op '${kaart.regel}': ${kaart.knoppen.map((een) => een.verb).join(', ')}`);
      return wereld.klik(wie, verb, { ...knop.data, ...invoer }, kaart.conversatie);
    },
    klik: (wie, verb, data, conversatie = persoonlijkGesprek(wie)) =>
      voerUit({ wie, conversatie }, verb, data, 'manual'),
    ververs: (wie, verb, data, trigger = 'automatic') =>
      voerUit({ wie, conversatie: persoonlijkGesprek(wie) }, verb, data, trigger),
    async gebeurtenis(conversatie, activiteit) {
      const { status } = await post(TEAMS_ZELF, conversatie, activiteit);
      if (status !== 200) throw new Error(`gebeurtenis geweigerd met ${status}`);
      await verzamel();
    },
    async api(methode, pad, body, koppen = {}) {
      const antwoord = await fetch(`${toepassing.url}${pad}`, {
        method: methode,
        headers: {
          ...wereld.sleutel,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...koppen,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const gelezen = z.record(z.string(), z.unknown()).parse(await antwoord.json());
      await verzamel();
      return { status: antwoord.status, body: gelezen, code: gelezen['code'] };
    },
    async vt(casusnummer, opdracht) {
      const antwoord = await wereld.api('POST', `/api/v1/casussen/${casusnummer}/opdrachten`, opdracht);
      if (antwoord.status !== 200) throw new Error(`${casusnummer}: ${JSON.stringify(antwoord.body)}`);
      return antwoord;
    },
    async wie(casusnummer, op) {
      const vraag = op === undefined ? '' : `?op=${encodeURIComponent(op)}`;
      const { body, code } = await wereld.api('GET', `/api/v1/casussen/${casusnummer}/verantwoordelijke${vraag}`);
      return String(body['team'] ?? body['partij'] ?? code);
    },
    async soorten(casusnummer) {
      const { body } = await wereld.api('GET', `/api/v1/casussen/${casusnummer}`);
      return z
        .array(z.object({ soort: z.string() }))
        .parse(body['journaal'])
        .map(({ soort }) => soort);
    },
    async koppel(kanaal) {
      const { sleutel, conversatie } = KANALEN[kanaal];
      const antwoord = await wereld.typ(BEA, `koppel ${sleutel}`, kanaal);
      if (sleutel !== 'veilig-thuis' || antwoord.tekst.includes('Gelukt')) return antwoord;
      const { gegevens } = toepassing.omgeving.adresboek();
      const leiding = gegevens.veiligThuis.leidinggevenden.find(({ aadObjectId }) => aadObjectId !== undefined);
      if (leiding?.aadObjectId === undefined) {
        // It was linked when there still was somebody to agree to it.
        await toepassing.adressen.koppel(sleutel, conversatie);
        return antwoord;
      }
      const zij = { naam: leiding.naam, aadObjectId: leiding.aadObjectId };
      const knop = (await wereld.typ(zij, 'koppelingen')).knoppen.find(({ verb }) => verb === 'koppeling-goedkeuren');
      if (!knop) throw new Error(`geen verzoek om goed te keuren na: ${antwoord.tekst}`);
      return wereld.klik(zij, knop.verb, knop.data);
    },
    async herstart(adresboek = ADRESBOEK) {
      await toepassing.stop();
      await verzamel();
      toepassing = await begonnen(adresboek);
    },
  };
  onTestFinished(async () => {
    await toepassing.stop();
    await connector.sluit();
    await rm(map, { recursive: true, force: true });
  });
  for (const kanaal of gekoppeld) await wereld.koppel(kanaal);
  return wereld;
}
