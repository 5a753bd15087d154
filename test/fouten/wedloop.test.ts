/**
 * Several instances of the program, each a process and with a clock of its own, over one Cosmos DB account: they all run
 * the round over hundreds of casussen that are due at the same opening, and people click at the same instant through
 * different ones.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCosmos } from '../../src/adapters/opslag/cosmos.ts';
import { CLAIM_MS } from '../../src/toepassing/postvak/claim.ts';
import { metSchakels } from '../../src/toepassing/bewijs/keten.ts';
import { KLOKVERSCHIL_MS } from '../../src/kern/tijd/klokverschil.ts';
import type { CasusDocument } from '../../src/toepassing/poorten.ts';
import { leesActiviteit, leesKlikAntwoord } from '../scenario/kaart.ts';
import { ADRESBOEK, BEA, ILSE, KANALEN, NICO, NOOR, type Mens } from '../scenario/mensen.ts';
import { KOUD, NAAR_LOKAAL } from '../scenario/stappen.ts';
import { startConnector, type NepConnector } from '../steun/connector.ts';
import { startCosmosEmulator, type CosmosEmulator } from '../steun/cosmos-emulator.ts';
import { api, BASIS_ENV, geef, klik, koppelVt, typIn, type Buiten } from './steun-buiten.ts';
import { compileer, type Bewoner, type Kind, type Programma } from './steun-kind.ts';

const BEGIN = '2026-11-23T09:00:00+01:00';
const HERINNERING = '2026-11-25T08:30:00+01:00';
const VERLOPEN = '2026-11-26T08:30:00+01:00';
/** How far ahead each clock is: two of them differ as much as may be, and the first two do. */
const KLOKKEN_MS = [KLOKVERSCHIL_MS / 2, -KLOKVERSCHIL_MS / 2, 0];
const INSTANTIES = KLOKKEN_MS.length;
/** With 40 casussen each: three pages of a round. */
const TEAMS = 15;
/** A bundle names at most 40 casussen; two of each team are clicked away before the round. */
const PER_TEAM = 42;
const DATABASE = 'wedloop';

const later = (moment: string, milliseconden: number): string =>
  new Date(Date.parse(moment) + milliseconden).toISOString();
const team = (nr: number): string => `wijkteam-${nr}`;
const kanaal = (nr: number): string => `19:team-${nr}@thread.tacv2`;
const BOEK = {
  ...ADRESBOEK,
  teams: Array.from({ length: TEAMS }, (_, nr) => ({
    sleutel: team(nr),
    naam: `Wijkteam ${nr}`,
    gemeente: 'breda',
    soort: 'wijkteam',
    leden: [NOOR, NICO],
    leidinggevenden: [ILSE],
  })),
};
const nummer = (nr: number): string => `VT-2026-${String(nr + 1).padStart(6, '0')}`;
const ALLE = Array.from({ length: TEAMS * PER_TEAM }, (_, nr) => nummer(nr));
/** Casussen that two people act on at once, with the same click and with one that rules out the other; the rest waits. */
const SAMEN = ALLE.slice(0, TEAMS);
const TEGENOVER = ALLE.slice(TEAMS, 2 * TEAMS);
const WACHTEND = ALLE.slice(2 * TEAMS);
const NIET_GETELD = new Set(TEGENOVER);

interface Instantie {
  kind: Kind;
  bewoner: Bewoner;
  buiten: Buiten;
  /** What its own clock says at this moment. */
  haarTijd(moment: string): string;
}
let programma: Programma;
let emulator: CosmosEmulator;
let connector: NepConnector;
let map: string;
const instanties: Instantie[] = [];

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'wedloop-'));
  await writeFile(join(map, 'adresboek.json'), JSON.stringify(BOEK));
  [programma, emulator, connector] = await Promise.all([
    compileer(),
    startCosmosEmulator({ tls: false }),
    startConnector(),
  ]);
  const env = {
    ...BASIS_ENV,
    ADRESBOEK_BESTAND: join(map, 'adresboek.json'),
    OPSLAG: 'cosmos',
    COSMOS_ENDPOINT: emulator.endpoint,
    COSMOS_SLEUTEL: emulator.sleutel,
    COSMOS_DATABASE: DATABASE,
  };
  for (const [nr, verschil] of KLOKKEN_MS.entries()) {
    const kind = await programma.begin();
    const bewoner = kind.bewoner(`instantie ${nr}`);
    const haarTijd = (moment: string): string => later(moment, verschil);
    const url = await bewoner.vraag('start', { env, nu: haarTijd(BEGIN) });
    instanties.push({ kind, bewoner, buiten: { connector, url }, haarTijd });
  }
  const { buiten } = een(0);
  await koppelVt(buiten);
  for (let nr = 0; nr < TEAMS; nr++) await typIn(buiten, BEA, `koppel ${team(nr)}`, kanaal(nr));
  await zaai();
});
afterAll(async () => {
  await programma.opruimen();
  await connector.sluit();
  await emulator.stop();
  await rm(map, { recursive: true, force: true });
});

function een(nr: number): Instantie {
  const instantie = instanties[nr % INSTANTIES];
  if (!instantie) throw new Error('geen instantie');
  return instantie;
}

/** One casus is handed over by the program; the others are copies, each for its team and with a chain of its own. */
async function zaai(): Promise<void> {
  const { buiten, bewoner } = een(0);
  const sjabloon = nummer(0);
  const body = { casusnummer: sjabloon, gemeente: 'Breda', meldingOntvangenOp: BEGIN };
  expect((await api(buiten, 'POST', '/api/v1/casussen', { body })).status).toBe(201);
  for (const opdracht of [NAAR_LOKAAL, KOUD(team(0))])
    expect((await geef(buiten, sjabloon, opdracht, String(opdracht['soort']))).status).toBe(200);
  await bewoner.vraag('bezorgd');
  const { endpoint, sleutel } = emulator;
  const opslag = await openCosmos({ endpoint, sleutel, database: DATABASE });
  const origineel = JSON.stringify((await opslag.lees(sjabloon))?.waarde);
  const rij = ALLE.slice(1).entries();
  const kopieer = async (): Promise<void> => {
    for (const [index, casusnummer] of rij) {
      const nr = (index + 1) % TEAMS;
      const tekst = origineel
        .replaceAll(sjabloon, casusnummer)
        .replaceAll(new RegExp(`(?<=[":])${team(0)}(?=")`, 'g'), team(nr))
        .replaceAll(kanaal(0), kanaal(nr));
      const kopie = JSON.parse(tekst) as CasusDocument;
      const zonderKeten = kopie.journaal.map(({ keten: _keten, ...gebeurtenis }) => gebeurtenis);
      const keten = metSchakels({ id: casusnummer, journaal: [], kop: '' }, zonderKeten);
      // Without the cards that stand in Teams: redrawing those is most of the work, and proves nothing here.
      await opslag.maak({ ...kopie, ...keten, kaarten: {} });
    }
  };
  await Promise.all(Array.from({ length: 8 }, kopieer));
  await opslag.sluit();
}

/** The decisions in each journal after the overdracht, where it all begins. */
async function besloten(casusnummers: readonly string[]): Promise<string[][]> {
  const documenten = await een(0).bewoner.vraag('documenten', [...casusnummers]);
  expect(documenten).toHaveLength(casusnummers.length);
  expect(documenten.filter(({ breuk }) => breuk !== undefined).map(({ id }) => id)).toEqual([]);
  expect(documenten.filter(({ postvak }) => postvak.length > 0).map(({ id }) => id)).toEqual([]);
  return documenten.map(({ journaal }) =>
    journaal
      .slice(3)
      .map(({ soort }) => soort)
      .filter((soort) => !soort.startsWith('bericht-')),
  );
}

const bezorgd = (): Promise<unknown> => Promise.all(instanties.map(({ bewoner }) => bewoner.vraag('bezorgd')));

const klikOp = async (via: number, wie: Mens, verb: string, nr: number, invoer = {}) => {
  const data = { casusnummer: nummer(nr), overdracht: 1, kaart: 'overdracht' };
  const { status, body } = await klik(een(via).buiten, wie, { conversatie: kanaal(nr % TEAMS), verb, data }, invoer);
  return leesKlikAntwoord(status, body);
};

test('two people click Bevestig ontvangst at the same instant through two instances: one event, and both see that it is done', async () => {
  const antwoorden = await Promise.all(
    SAMEN.map((_, nr) =>
      Promise.all([klikOp(0, NOOR, 'ontvangst-bevestigen', nr), klikOp(1, NICO, 'ontvangst-bevestigen', nr)]),
    ),
  );
  for (const [noor, nico] of antwoorden) {
    expect(noor.soort).toBe('kaart');
    expect(nico.tekst).toBe(noor.tekst);
  }
  await bezorgd();
  expect(await besloten(SAMEN)).toEqual(SAMEN.map(() => ['ontvangst-bevestigd']));
});

test('one clicks Bevestig ontvangst and the other Meld: niet voor ons, through two instances: one of them holds, the other hears so', async () => {
  const antwoorden = await Promise.all(
    TEGENOVER.map((_, index) =>
      Promise.all([
        klikOp(1, NOOR, 'ontvangst-bevestigen', TEAMS + index),
        klikOp(2, NICO, 'weigeren', TEAMS + index, { reden: 'Andere wijk.' }),
      ]),
    ),
  );
  expect(antwoorden.map((paar) => paar.map(({ soort }) => soort).toSorted())).toEqual(
    TEGENOVER.map(() => ['kaart', 'tekst']),
  );
  await bezorgd();
  const gehouden = antwoorden.map(([ja]) => [ja.soort === 'kaart' ? 'ontvangst-bevestigd' : 'overdracht-geweigerd']);
  expect(await besloten(TEGENOVER)).toEqual(gehouden);
});

/**
 * In how many messages, posted since the connector was emptied, each casus that waits is named in this conversation. One
 * that was refused is at Veilig Thuis, where a term of its own passes at the same opening: who won that race is chance.
 */
function genoemd(conversatie: string): Map<string, number> {
  const keren = new Map<string, number>();
  for (const { methode, pad, conversatie: waar, body } of connector.aanroepen) {
    if (methode !== 'POST' || !pad.endsWith('/activities') || waar.split(';', 1)[0] !== conversatie) continue;
    const { samenvatting, tekst } = leesActiviteit(body);
    for (const casusnummer of new Set(`${samenvatting} ${tekst}`.match(/VT-2026-\d{6}/g)))
      if (!NIET_GETELD.has(casusnummer)) keren.set(casusnummer, (keren.get(casusnummer) ?? 0) + 1);
  }
  return keren;
}
const eenKeer = (casusnummers: readonly string[]): [string, number][] =>
  casusnummers.map((casusnummer) => [casusnummer, 1]);
const gesorteerd = (keren: Map<string, number>): [string, number][] =>
  [...keren].toSorted(([a], [b]) => (a < b ? -1 : 1));
const vanTeam = (nr: number): string[] => WACHTEND.filter((_, index) => index % TEAMS === nr);

/**
 * All look at the clock at once, when it is that late for the slowest too. What one could not send because another was
 * busy in that casus is sent in the next round, or once the other's time for it is over by every clock.
 */
async function race(lopers: readonly Instantie[], moment: string): Promise<void> {
  connector.aanroepen.length = 0;
  const voorAllen = later(moment, -Math.min(...KLOKKEN_MS));
  const naAllen = later(voorAllen, CLAIM_MS + 2 * KLOKVERSCHIL_MS + 1_000);
  let gewekt = 0;
  for (const nu of [voorAllen, voorAllen, naAllen]) {
    await Promise.all(instanties.map(({ bewoner, haarTijd }) => bewoner.vraag('zet', haarTijd(nu))));
    const uitslagen = await Promise.all(lopers.map(({ bewoner }) => bewoner.vraag('ronde')));
    expect(uitslagen.map(({ mislukt }) => mislukt)).toEqual(lopers.map(() => 0));
    gewekt += uitslagen.reduce((som, uitslag) => som + uitslag.gewekt, 0);
  }
  expect(gewekt).toBeGreaterThanOrEqual(WACHTEND.length);
}

test(`two instances and ${WACHTEND.length} reminders at one opening: each once in its journal, and once in its channel`, async () => {
  await race(instanties.slice(0, 2), HERINNERING);
  expect(await besloten(WACHTEND)).toEqual(WACHTEND.map(() => ['termijn-herinnerd']));
  for (let nr = 0; nr < TEAMS; nr++) expect(gesorteerd(genoemd(kanaal(nr)))).toEqual(eenKeer(vanTeam(nr)));
}, 180_000);

test(`three instances and ${WACHTEND.length} terms that passed: each once in its journal, once in its channel, once to Veilig Thuis`, async () => {
  await race(instanties, VERLOPEN);
  expect(await besloten(WACHTEND)).toEqual(
    WACHTEND.map(() => ['termijn-herinnerd', 'termijn-verlopen', 'verloop-gemeld']),
  );
  for (let nr = 0; nr < TEAMS; nr++) expect(gesorteerd(genoemd(kanaal(nr)))).toEqual(eenKeer(vanTeam(nr)));
  expect(gesorteerd(genoemd(KANALEN.vt.conversatie))).toEqual(eenKeer(WACHTEND));
}, 180_000);
