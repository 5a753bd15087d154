/**
 * Tens of thousands of requests that are almost right, over real HTTP to the program in a process of its own: none is
 * answered with a failure of ours, the process lives, its memory stays where it was, and every journal still holds
 * together.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { teamsTeksten } from '../../src/teksten/teams.nl.ts';
import { ADRESBOEK, BEA, ILSE, NICO, NOOR } from '../scenario/mensen.ts';
import { KOUD, NAAR_LOKAAL } from '../scenario/stappen.ts';
import { startConnector, type NepConnector } from '../steun/connector.ts';
import { startAanbieder, type Aanbieder } from '../steun/openid.ts';
import { TENANT } from '../steun/teams.ts';
import { koppelVt, api, BASIS_ENV, geef, SLEUTEL, typ, type Buiten } from './steun-buiten.ts';
import { compileer, type Bewoner, type Kind, type Programma } from './steun-kind.ts';
import { maakOnzin, NAAR, type Naar, type Onzin } from './steun-onzin.ts';

const NU = '2026-11-23T10:00:00+01:00';
const APP = '9f1c0f7e-0000-4000-8000-000000000001';
/** Another seed looks elsewhere. */
const ZAAD = 20_261_123;
/** ONZIN_BEURTEN=50 sends 100,000. */
const BEURTEN = Number(process.env['ONZIN_BEURTEN'] ?? 10);
const PER_BEURT = 2_000;
const TEGELIJK = 24;
const AANTAL = BEURTEN * PER_BEURT;

const BEKEND = new Set([200, 201, 400, 401, 403, 404, 405, 409, 410, 412, 415, 422]);
/** How often each must come, of 100: else the requests no longer get deep enough into the program to prove anything. */
const MINSTENS = { kaart: 1, 200: 15, 401: 5, 403: 2, 409: 0.3, 422: 30 };
/** What no answer may hold: our insides, or that something went wrong with us. */
const VERBODEN = [/\bat .{1,200}:\d+:\d+/, /node_modules|TypeError|RangeError|ZodError|SqliteError/, /\[object /];
const STORINGEN = [teamsTeksten.storing, teamsTeksten.opslagWerktNiet].map((tekst) => JSON.stringify(tekst));

/** For each turn a team of its own: a wachtlijst of one turn must not refuse the overdracht of the next. */
const teamVan = (beurt: number): string => `wijkteam-${beurt}`;
const TEAMS = Array.from({ length: BEURTEN }, (_, index) => ({
  sleutel: teamVan(index + 1),
  naam: `Wijkteam ${index + 1}`,
  gemeente: 'breda',
  soort: 'wijkteam',
  leden: [NOOR, NICO],
  leidinggevenden: [ILSE],
}));

let programma: Programma;
let map: string;
let connector: NepConnector;
let aanbieder: Aanbieder;
const deuren = {} as Record<Naar, { kind: Kind; bewoner: Bewoner; url: string }>;
const agent = new Agent({ keepAlive: true, maxSockets: TEGELIJK });

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'onzin-'));
  await writeFile(join(map, 'adresboek.json'), JSON.stringify({ ...ADRESBOEK, teams: [...ADRESBOEK.teams, ...TEAMS] }));
  [programma, connector, aanbieder] = await Promise.all([compileer(), startConnector(), startAanbieder()]);
  const env = { ...BASIS_ENV, ADRESBOEK_BESTAND: join(map, 'adresboek.json') };
  const bot = {
    HOST: '127.0.0.1',
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: APP,
    MicrosoftAppPassword: 'geheim',
    MicrosoftAppTenantId: TENANT,
  };
  for (const naar of NAAR) {
    const kind = await programma.begin(['--expose-gc']);
    const bewoner = kind.bewoner(naar);
    const url = await bewoner.vraag('start', {
      env: { ...env, ...(naar === 'dicht' && bot), SQLITE_BESTAND: ':memory:' },
      nu: NU,
      eindpunten: aanbieder.eindpunten,
    });
    deuren[naar] = { kind, bewoner, url };
  }
  await koppelVt(buiten('open'));
});
afterAll(async () => {
  agent.destroy();
  await programma.opruimen();
  await connector.sluit();
  await aanbieder.sluit();
  await rm(map, { recursive: true, force: true });
});

const buiten = (naar: Naar): Buiten => ({ connector, url: deuren[naar].url });

/** Two casussen of which one waits for its team: what the requests of one turn are about. */
async function nieuweCasussen(beurt: number): Promise<string[]> {
  await typ(buiten('open'), BEA, `koppel ${teamVan(beurt)}`, 'noord');
  const casusnummers = [1, 2].map((nr) => `VT-2026-${String(beurt * 10 + nr).padStart(6, '0')}`);
  for (const naar of NAAR) {
    for (const casusnummer of casusnummers) {
      const body = { casusnummer, gemeente: 'Breda', meldingOntvangenOp: '2026-11-23T08:00:00+01:00' };
      expect((await api(buiten(naar), 'POST', '/api/v1/casussen', { body })).status).toBe(201);
    }
    for (const opdracht of [NAAR_LOKAAL, KOUD(teamVan(beurt))])
      expect((await geef(buiten(naar), casusnummers[0] ?? '', opdracht, String(opdracht['soort']))).status).toBe(200);
  }
  return casusnummers;
}

async function tokens() {
  const voor = { aud: APP, serviceurl: connector.serviceUrl };
  const goed = await aanbieder.kop(voor);
  const kapot = await Promise.all([
    aanbieder.kop(voor, { claims: { exp: 1 } }),
    aanbieder.kop(voor, { claims: { exp: undefined } }),
    aanbieder.kop(voor, { claims: { iss: 'https://kwaad.example' } }),
    aanbieder.kop(voor, { met: aanbieder.vreemdeSleutel }),
    aanbieder.kop({ ...voor, aud: 'een-ander' }),
    aanbieder.kop({ ...voor, serviceurl: 'http://127.0.0.1:1' }),
  ]);
  const onleesbaar = ['', 'Bearer', 'Bearer a.b.c', 'Basic eDp5', goed.slice(0, -9), goed.toUpperCase(), `${goed} x`];
  return { goed, kapot: [...kapot, ...onleesbaar, 'x'.repeat(9_000)], api: `Bearer ${SLEUTEL}` };
}

interface Afloop {
  status: number;
  tekst: string;
}

/**
 * A server may close a connection that was kept at the very moment it is used again, which says nothing of what was sent
 * (https://nodejs.org/api/http.html#requestreusedsocket): that is sent once more, on a connection of its own.
 */
function vraag({ naar, methode, pad, koppen, body }: Onzin, nogEens = true): Promise<Afloop> {
  return new Promise((klaar, mislukt) => {
    const lengte = body && { 'content-length': String(body.length) };
    const uit = request(
      `${deuren[naar].url}${pad}`,
      { method: methode, headers: { ...koppen, ...lengte }, agent: nogEens && agent },
      (in_) => {
        const delen: Buffer[] = [];
        in_.on('data', (deel: Buffer) => delen.push(deel));
        in_.on('error', mislukt);
        in_.on('end', () => klaar({ status: in_.statusCode ?? 0, tekst: Buffer.concat(delen).toString() }));
      },
    );
    uit.on('error', (fout: NodeJS.ErrnoException) => {
      if (!(nogEens && uit.reusedSocket && fout.code === 'ECONNRESET')) return mislukt(fout);
      vraag({ naar, methode, pad, koppen, body }, false).then(klaar, mislukt);
    });
    uit.end(body);
  });
}

function isGoed({ status, tekst }: Afloop): boolean {
  if (!BEKEND.has(status)) return false;
  return ![...VERBODEN.map((een) => een.test(tekst)), ...STORINGEN.map((een) => tekst.includes(een))].includes(true);
}

/** Sends all of them, some at a time; gives how often each status came, and what should not have come. */
async function stuurAlle(onzin: readonly Onzin[], geteld: Record<string, number>): Promise<unknown[]> {
  const fouten: unknown[] = [];
  const rij = onzin.values();
  const stuur = async (): Promise<void> => {
    for (const een of rij) {
      const afloop = await vraag(een).catch((fout: unknown) => ({ status: 0, tekst: String(fout) }));
      const wat = afloop.tekst.includes('AdaptiveCard') ? 'kaart' : afloop.status;
      geteld[wat] = (geteld[wat] ?? 0) + 1;
      if (!isGoed(afloop))
        fouten.push({
          ...een,
          body: een.body?.toString().slice(0, 3_000),
          afloop: { ...afloop, tekst: afloop.tekst.slice(0, 500) },
        });
    }
  };
  await Promise.all(Array.from({ length: TEGELIJK }, stuur));
  return fouten;
}

/** In MB, when nothing is under way. */
async function geheugen({ bewoner }: { bewoner: Bewoner }): Promise<number> {
  await bewoner.vraag('bezorgd');
  return (await bewoner.vraag('geheugen')) / 2 ** 20;
}

test(`${AANTAL} activities and API bodies with something broken: no failure, no exit, memory flat`, async () => {
  const bekend = await tokens();
  const geteld: Record<string, number> = {};
  const gebruikt: Record<Naar, number[]> = { open: [], dicht: [] };
  for (let beurt = 1; beurt <= BEURTEN; beurt++) {
    const casusnummers = await nieuweCasussen(beurt);
    const zaad = ZAAD + beurt;
    const onzin = maakOnzin({ casusnummers, serviceUrl: connector.serviceUrl, tokens: bekend }, PER_BEURT, zaad);
    const fouten = await stuurAlle(onzin, geteld);
    expect({ zaad, fouten: fouten.slice(0, 3) }).toEqual({ zaad, fouten: [] });
    const storing = connector.aanroepen.filter(({ body }) => STORINGEN.includes(JSON.stringify(body['text'])));
    expect({ zaad, storing }).toEqual({ zaad, storing: [] });
    connector.wis();
    for (const naar of NAAR) {
      const documenten = await deuren[naar].bewoner.vraag('documenten', casusnummers);
      expect(documenten.map(({ breuk }) => breuk)).toEqual([undefined, undefined]);
      if (beurt % (BEURTEN / 5) === 0) gebruikt[naar].push(await geheugen(deuren[naar]));
    }
  }
  for (const naar of NAAR) {
    expect(deuren[naar].kind.einde()).toBeUndefined();
    const [warm = 0, ...later] = gebruikt[naar];
    // Over four fifths of the requests: 300 bytes that stay of each at the closed door would show, or 1,200 at the open one.
    const groei = (later.at(-1) ?? Infinity) - warm;
    expect({ naar, gebruikt: gebruikt[naar], groeit: groei > 3 }).toMatchObject({ groeit: false });
  }
  // The controls.
  expect(Object.values(geteld).reduce((som, aantal) => som + aantal)).toBe(AANTAL);
  const schaars = Object.entries(MINSTENS).filter(([wat, minstens]) => (geteld[wat] ?? 0) < (minstens / 100) * AANTAL);
  expect({ geteld, schaars }).toMatchObject({ schaars: [] });
}, 300_000);
