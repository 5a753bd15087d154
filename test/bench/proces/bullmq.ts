/** BullMQ on a Redis that writes every change to disk before it answers; the row is a hash in the same Redis. */
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { beantwoord } from './antwoorder.ts';
import type { PeerOpdracht, PeerUitslag } from './peer.ts';

const RIJ = 'termijnen';
const TEGELIJK = 200;

let delen: { poort: number; aantal: number; queue: Queue<{ id: number }>; redis: Redis } | undefined;
let ronden = 0;

async function eenRonde({ poort, aantal, queue, redis }: NonNullable<typeof delen>): Promise<PeerUitslag> {
  ronden += 1;
  for (let van = 1; van <= aantal; van += 1000) {
    const lengte = Math.min(1000, aantal - van + 1);
    await queue.addBulk(Array.from({ length: lengte }, (_, nr) => ({ name: 'verloop', data: { id: van + nr } })));
  }
  let begonnen = 0;
  let klaar = 0;
  const worker = new Worker<{ id: number }>(
    RIJ,
    async ({ data }) => {
      begonnen ||= performance.now();
      await redis.hincrby(`rij:${data.id}`, 'verlopen', 1);
    },
    {
      connection: { host: '127.0.0.1', port: poort },
      concurrency: TEGELIJK,
      autorun: false,
      removeOnComplete: { count: 0 },
    },
  );
  await worker.waitUntilReady();
  const ms = await new Promise<number>((verder, mislukt) => {
    worker.on('completed', () => {
      klaar += 1;
      if (klaar === aantal) verder(performance.now() - begonnen);
    });
    worker.on('error', mislukt);
    worker.run().catch(mislukt);
  });
  await worker.close();
  if ((await redis.hget(`rij:${aantal}`, 'verlopen')) !== String(ronden)) throw new Error('not every row was changed');
  return { ms };
}

beantwoord(
  async (vraag: PeerOpdracht | 'ronde'): Promise<PeerUitslag> => {
    if (vraag === 'ronde' && delen) return eenRonde(delen);
    const { poort, aantal } = vraag as PeerOpdracht;
    const queue = new Queue<{ id: number }>(RIJ, { connection: { host: '127.0.0.1', port: poort } });
    delen = { poort, aantal, queue, redis: new Redis({ host: '127.0.0.1', port: poort }) };
    return { ms: 0 };
  },
  async () => {
    await delen?.queue.close();
    delen?.redis.disconnect();
  },
);
