/** The real program on one SQLite file, started again and again, and what its people do to it over HTTP or directly. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { leesConfig } from '../../src/config.ts';
import type { Casus } from '../../src/kern/casus.ts';
import { opdrachtSchema } from '../../src/kern/opdrachten.ts';
import type { Instant } from '../../src/kern/tijd/werkdagen.ts';
import type { VirtueleKlok } from '../../src/klok.ts';
import { start, type Toepassing } from '../../src/samenstelling.ts';
import { registratiesysteem } from '../../src/toepassing/casus/rechten.ts';
import type { Opslag } from '../../src/toepassing/poorten.ts';
import { leesKlikAntwoord } from '../scenario/kaart.ts';
import { BOT, stuur, TENANT } from '../steun/teams.ts';
import type { Winkel } from './fouten.ts';
import type { Daad } from './gedrag.ts';
import { adresboek, gesprekVan, type Binnenkomst } from './streek.ts';

const SLEUTEL = 'sleutel-van-het-jaar';
/** A call that is never answered costs this much real time: the clock of the year stands still meanwhile. */
const GEDULD_MS = 3_000;

/** A real file that need not reach a disk: no power fails in this year, and each write costs a tenth. */
const GEHEUGENSCHIJF = '/dev/shm';

export interface Programma {
  nu(): Toepassing;
  winkel(): Winkel;
  /** The first moment up to then at which something is due, asked of the store itself. */
  wekOp(doel: Instant): Promise<Instant | undefined>;
  /** False when it was refused; rejects when it went wrong. */
  registreer(melding: Binnenkomst, overHttp: boolean): Promise<boolean>;
  doe(casus: Casus, daad: Daad, overHttp: boolean): Promise<boolean>;
  /** Stops it as a deploy does, and starts it again. */
  herstart(): Promise<void>;
  /** Starts another one on the file of one that has died without a stop. */
  naDood(): Promise<void>;
  stop(): Promise<void>;
}

export interface Programmadelen {
  klok: VirtueleKlok;
  teams: number;
  serviceUrl(): string;
  omhul(opslag: Opslag): Winkel;
}

export async function startProgramma({ klok, teams, serviceUrl, omhul }: Programmadelen): Promise<Programma> {
  const map = await mkdtemp(join(existsSync(GEHEUGENSCHIJF) ? GEHEUGENSCHIJF : tmpdir(), 'jaar-'));
  const boek = join(map, 'adresboek.json');
  await writeFile(boek, JSON.stringify(adresboek(teams)));
  const config = leesConfig({
    PORT: '0',
    SQLITE_BESTAND: join(map, 'opslag.db'),
    ADRESBOEK_BESTAND: boek,
    API_SLEUTELS: `jaar:${createHash('sha256').update(SLEUTEL).digest('hex')}`,
    // Rounds are asked for by the year.
    RONDE_SECONDEN: '3600',
    LOG_LEVEL: 'error',
  });
  let winkel: Winkel | undefined;
  let onder: Opslag | undefined;
  const begin = (): Promise<Toepassing> =>
    start(config, {
      klok,
      toeval: () => 0.5,
      // The clock of the year stands still while it waits.
      slaap: () => Promise.resolve(),
      identiteit: { timeoutMs: GEDULD_MS },
      log: pino({ level: 'silent' }),
      omhulOpslag(sqlite) {
        onder = sqlite;
        winkel = omhul(sqlite);
        return winkel.opslag;
      },
    });
  let toepassing = await begin();
  let teller = 0;

  /** A person's click, as Teams sends it. */
  async function klik(casus: Casus, { door, opdracht: { soort, ...invoer } }: Daad): Promise<boolean> {
    teller += 1;
    const { status, body } = await stuur(toepassing.url, {
      id: `klik-${teller}`,
      type: 'invoke',
      name: 'adaptiveCard/action',
      channelId: 'msteams',
      serviceUrl: serviceUrl(),
      from: { id: `29:${door.id}`, name: door.naam, aadObjectId: door.id },
      recipient: BOT,
      conversation: { id: gesprekVan(door.id), conversationType: 'personal', tenantId: TENANT, isGroup: false },
      channelData: { tenant: { id: TENANT } },
      value: {
        action: {
          type: 'Action.Execute',
          verb: soort,
          data: {
            casusnummer: casus.casusnummer,
            versie: casus.besluitVersie,
            ...('overdracht' in casus && { overdracht: casus.overdracht }),
            ...invoer,
          },
        },
        trigger: 'manual',
      },
    });
    return leesKlikAntwoord(status, body).status < 400;
  }

  async function post(pad: string, body: unknown): Promise<boolean> {
    const antwoord = await fetch(`${toepassing.url}/api/v1/casussen${pad}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SLEUTEL}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    await antwoord.arrayBuffer();
    if (antwoord.status >= 500) throw new Error(`de API antwoordt ${antwoord.status}`);
    return antwoord.ok;
  }

  return {
    nu: () => toepassing,
    winkel: () => {
      if (!winkel) throw new Error('er is nog geen opslag');
      return winkel;
    },
    async wekOp(doel) {
      const [eerste] = (await onder?.teWekken(doel, 1)) ?? [];
      return (eerste === undefined ? undefined : (await onder?.lees(eerste))?.waarde.wekOp) ?? undefined;
    },
    async registreer({ op, ...rest }, overHttp) {
      const melding = { ...rest, meldingOntvangenOp: op };
      if (overHttp) return post('', melding);
      return (await toepassing.dienst.registreer(melding, registratiesysteem('jaar'))).ok;
    },
    async doe(casus, daad, overHttp) {
      const { casusnummer } = casus;
      const { door, opdracht } = daad;
      if (overHttp && door.kanaal === 'teams') return klik(casus, daad);
      if (overHttp) return post(`/${casusnummer}/opdrachten`, opdracht);
      const gelezen = opdrachtSchema.parse(opdracht);
      return (await toepassing.dienst.voerUit({ casusnummer, opdracht: gelezen, aanvrager: door })).ok;
    },
    async herstart() {
      await toepassing.stop();
      toepassing = await begin();
    },
    async naDood() {
      // Its port closes; whatever else it waits for never comes. The file is let go of, as when a process ends.
      void toepassing.stop();
      await onder?.sluit();
      toepassing = await begin();
    },
    async stop() {
      await toepassing.stop();
      await rm(map, { recursive: true, force: true });
    },
  };
}
