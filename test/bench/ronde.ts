/** 10,000 terms that pass at once among few and many open casussen, beside as many due jobs in three job queues. */
import { join } from 'node:path';
import { instant } from '../../src/kern/tijd/werkdagen.ts';
import { startPostgres, startRedis, type Dienst } from './diensten.ts';
import {
  kort,
  mediaan,
  metSpreiding,
  reeks,
  verhoudingen,
  wissel,
  type Deelnemer,
  type Omstandigheden,
} from './meetronden.ts';
import { start, type Proces } from './proces.ts';
import type { RondeOpdracht, RondeUitslag } from './proces/onze-ronde.ts';
import type { PeerOpdracht, PeerUitslag } from './proces/peer.ts';
import { SJABLOON, startOntvanger, zaai, type Moment } from './streek.ts';
import type { Verslag } from './verslag.ts';
import { vul } from './vulling.ts';

const TERMIJNEN = 10_000;
const OPEN = [0, 100_000, 1_000_000];
const DUE = 'VT-2026-0001';
/** The opening of Thursday: the term to confirm of what was handed over on Monday has passed, its pings go out. */
const NU = instant('2026-12-03T08:30:00+01:00');
const MOMENTEN: Moment[] = [
  { op: instant('2026-11-30T14:00:00+01:00'), wat: { casusnummer: DUE } },
  { op: instant('2026-12-02T08:30:00+01:00'), wat: 'ronde' },
  { op: instant('2026-12-02T14:00:00+01:00'), wat: { casusnummer: SJABLOON } },
  { op: instant('2026-12-03T00:00:00+01:00'), wat: 'ronde' },
];

const naamVan = (open: number): string => `our round, ${open.toLocaleString('en-US')} open`;

/** The due casussen lie spread among the others. */
export async function gevuldeOpslag(map: string, open: number, due: number): Promise<RondeOpdracht> {
  const ontvanger = await startOntvanger();
  const { bestand, adresboekBestand } = await zaai(map, ontvanger.serviceUrl, MOMENTEN);
  await ontvanger.sluit();
  const aantal = open + due;
  vul(bestand, { van: 1, aantal, anders: { elke: due === 0 ? aantal + 1 : aantal / due, bron: DUE } });
  return { bestand, adresboekBestand, nu: NU };
}

async function onze(map: string, open: number, termijnen: number): Promise<Deelnemer & { proces: Proces }> {
  const proces = await start('onze-ronde', await gevuldeOpslag(join(map, `open-${open}`), open, termijnen));
  return {
    proces,
    naam: naamVan(open),
    async ronde() {
      const { ms, gewekt } = await proces.vraag<RondeUitslag>('ronde');
      if (gewekt < termijnen) throw new Error(`${gewekt} casussen were due`);
      return { ms };
    },
  };
}

async function hunne(naam: string, { poort }: Dienst, aantal: number): Promise<Deelnemer & { proces: Proces }> {
  const proces = await start(naam, { poort, aantal } satisfies PeerOpdracht);
  return { proces, naam, ronde: async () => ({ ms: (await proces.vraag<PeerUitslag>('ronde')).ms }) };
}

const PER_PARTIJ = 'pg-boss, one UPDATE per 1,000 jobs';

export async function ronde({ map, ronden, deel }: Omstandigheden): Promise<Verslag> {
  const termijnen = TERMIJNEN / deel;
  const open = OPEN.map((aantal) => aantal / deel);
  const postgres = await startPostgres(map);
  const redis = await startRedis(map);
  const peers = [
    ...(postgres
      ? [await hunne('pg-boss', postgres, termijnen), await hunne('graphile-worker', postgres, termijnen)]
      : []),
    ...(redis ? [await hunne('bullmq', redis, termijnen)] : []),
  ];
  const onzen: Awaited<ReturnType<typeof onze>>[] = [];
  try {
    for (const aantal of open) onzen.push(await onze(map, aantal, termijnen));
    const boss = peers.find(({ naam }) => naam === 'pg-boss');
    const perPartij = boss && {
      naam: PER_PARTIJ,
      ronde: async () => ({ ms: (await boss.proces.vraag<PeerUitslag>('ronde-per-partij')).ms }),
    };
    const reeksen = await wissel([...onzen, ...peers, ...(perPartij ? [perPartij] : [])], ronden);
    const ms = (naam: string): number[] => reeks(reeksen, naam, 'ms');
    const beste = peers.map(({ naam }) => naam).toSorted((a, b) => mediaan(ms(a)) - mediaan(ms(b)))[0];
    return verslag({
      ms,
      beste,
      termijnen,
      onzen: onzen.map(({ naam }) => naam),
      namen: [...reeksen.keys()],
      ronden,
      ontbreekt: [!postgres && 'PostgreSQL', !redis && 'Redis'],
    });
  } finally {
    await Promise.all([...onzen, ...peers].map(({ proces }) => proces.stop()));
    await postgres?.stop();
    await redis?.stop();
  }
}

interface Gemeten {
  ms(naam: string): number[];
  beste: string | undefined;
  termijnen: number;
  onzen: string[];
  namen: string[];
  ronden: number;
  ontbreekt: (string | false)[];
}

function verslag({ ms, beste, termijnen, onzen, namen, ronden, ontbreekt }: Gemeten): Verslag {
  const [leegste = '', middelste = '', grootste = ''] = onzen;
  const sneller = beste === undefined ? undefined : verhoudingen(ms(beste), ms(grootste));
  const tussen = [middelste, grootste].map((naam) => mediaan(ms(naam)) / mediaan(ms(leegste)));
  const ontbrekend = ontbreekt.filter((naam) => naam !== false);
  return {
    kop: ['', 'ms', 'per second'],
    rijen: namen.map((naam) => [naam, metSpreiding(ms(naam)), kort((termijnen / mediaan(ms(naam))) * 1000)]),
    doelen: [
      {
        doel: '≥ 3 × the best job queue, at 1,000,000 open',
        gemeten: sneller ? `${metSpreiding(sneller)} × ${beste}` : 'no peer on this machine',
        gehaald: sneller && mediaan(sneller) >= 3,
      },
      {
        doel: 'the same time within 10 % for the three sizes',
        gemeten: `100,000: ${kort(tussen[0] ?? Number.NaN)} ×, 1,000,000: ${kort(tussen[1] ?? Number.NaN)} × the time with none`,
        gehaald: tussen.every((verhouding) => Math.abs(verhouding - 1) <= 0.1),
      },
    ],
    noten: [
      ...(ontbrekend.length > 0
        ? [
            `**Not measured:** ${ontbrekend.join(' and ')} is not installed: \`apt-get install postgresql redis-server\`.`,
          ]
        : []),
      `${ronden} rounds of ${kort(termijnen)} after one to warm up; median (min – max).`,
      'Ours: the term to confirm passed at midnight and its pings are due at the opening; per casus read, decided, journal, four messages in the outbox, and a durable commit (SQLite FULL). Sending is not in it.',
      'Theirs: per job one column of one row, durable (PostgreSQL with synchronous_commit, Redis with appendfsync always), from the first job that starts to the last that is written off.',
      'pg-boss fetches and completes by the thousand, graphile-worker has its local queue and batched completion, BullMQ 200 jobs at once. pg-boss 10 and graphile-worker 0.17 are the newest that run on Node.js 20.',
    ],
  };
}
