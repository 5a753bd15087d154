/** Memory of our bot and of the bare one: idle, and while each answers 1,000,000 clicks in turns. */
import { join } from 'node:path';
import { startBots, klikLichaam } from './click.ts';
import { belast } from './lading.ts';
import { kort, type Omstandigheden } from './meetronden.ts';
import type { Verslag } from './verslag.ts';
import { nummer } from './vulling.ts';

const KLIKKEN = 1_000_000;
const STUKKEN = 20;
const RUST_MS = 10_000;

export async function geheugen({ map, deel }: Omstandigheden): Promise<Verslag> {
  const klikken = KLIKKEN / deel;
  const bots = await startBots(join(map, 'geheugen'), klikken + 1);
  try {
    await new Promise((verder) => setTimeout(verder, RUST_MS));
    const { onze, kale } = bots;
    const stand = (gehad: number) => ({ klikken: gehad, onze: onze.geheugen(), kale: kale.geheugen() });
    const standen = [stand(0)];
    const perStuk = klikken / STUKKEN;
    for (let stuk = 0; stuk < STUKKEN; stuk++) {
      const token = await bots.token();
      const verzoek = (nr: number) => ({
        body: klikLichaam(nummer(stuk * perStuk + nr + 1), bots.serviceUrl, stuk * perStuk + nr),
        token,
      });
      for (const { gereed } of [onze, kale]) {
        await belast({ url: gereed.url, verbindingen: 20, aantal: perStuk, verzoek }, '"AdaptiveCard"');
      }
      standen.push(stand((stuk + 1) * perStuk));
      const laatste = standen.at(-1);
      process.stdout.write(
        `  ${kort((stuk + 1) * perStuk)} clicks: ours ${kort(laatste?.onze ?? 0)} MB, bare ${kort(laatste?.kale ?? 0)} MB\n`,
      );
    }
    return verslag(standen);
  } finally {
    await bots.sluit();
  }
}

function verslag(standen: readonly { klikken: number; onze: number; kale: number }[]): Verslag {
  const [rust] = standen;
  const einde = standen.at(-1);
  // The first half warms up: what counts is that it then stays.
  const helft = standen[STUKKEN / 2];
  if (!rust || !einde || !helft) throw new Error('nothing measured');
  const groei = einde.onze / helft.onze;
  return {
    kop: ['clicks', 'our bot MB', 'bare bot MB', 'ratio'],
    rijen: standen
      .filter((_, nr) => nr % 4 === 0)
      .map(({ klikken, onze, kale }) => [kort(klikken), kort(onze), kort(kale), kort(onze / kale)]),
    doelen: [
      {
        doel: 'idle ≤ 1.3 × the bare bot',
        gemeten: kort(rust.onze / rust.kale),
        gehaald: rust.onze / rust.kale <= 1.3,
      },
      {
        doel: `after ${kort(einde.klikken)} clicks ≤ 1.3 ×`,
        gemeten: kort(einde.onze / einde.kale),
        gehaald: einde.onze / einde.kale <= 1.3,
      },
      { doel: 'flat', gemeten: `${kort(groei)} × between half way and the end`, gehaald: groei <= 1.05 },
    ],
    noten: [
      `Resident memory of the process; idle is ${RUST_MS / 1000} s after the start and one click. Each click confirms another casus.`,
      'Both started with plain Node.js and its default limits.',
    ],
  };
}
