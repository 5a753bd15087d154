/** "Wie is verantwoordelijk" among 1,000,000 casussen, now and for the past, beside a point read of the same document. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openVerbinding } from '../../src/adapters/opslag/sqlite-verbinding.ts';
import {
  deel as percentiel,
  kort,
  metSpreiding,
  reeks,
  wissel,
  type Waarden,
  type Omstandigheden,
} from './meetronden.ts';
import { start } from './proces.ts';
import type { OnzeBot } from './proces/onze-bot.ts';
import { gevuldeOpslag } from './ronde.ts';
import { INHOUD_SLEUTELS, BOT_ID, startOntvanger, TENANT, VT_MEDEWERKER } from './streek.ts';
import type { Verslag } from './verslag.ts';
import { nummer } from './vulling.ts';

const CASUSSEN = 1_000_000;
const PER_RONDE = 1_000;
const SLEUTEL = 'een-verzonnen-sleutel';

/** Far apart, so that no question finds its page warm because of the one before. */
const willekeurig = (nr: number, casussen: number): string => nummer(((nr * 7_919_317) % casussen) + 1);

async function tijden(vragen: readonly (() => Promise<void>)[]): Promise<Waarden> {
  const duren: number[] = [];
  for (const stel of vragen) {
    const begin = performance.now();
    await stel();
    duren.push(performance.now() - begin);
  }
  return { p50: percentiel(duren, 0.5), p99: percentiel(duren, 0.99) };
}

async function verwacht(antwoord: Response, patroon: RegExp): Promise<void> {
  const tekst = await antwoord.text();
  if (antwoord.status !== 200 || !patroon.test(tekst)) throw new Error(`${antwoord.status} ${tekst.slice(0, 300)}`);
}

export async function vraag({ map, ronden, deel }: Omstandigheden): Promise<Verslag> {
  const casussen = CASUSSEN / deel;
  const ontvanger = await startOntvanger();
  const { bestand, adresboekBestand, nu } = await gevuldeOpslag(join(map, 'open'), casussen, 0);
  const env = {
    PORT: '0',
    SQLITE_BESTAND: bestand,
    ADRESBOEK_BESTAND: adresboekBestand,
    INHOUD_SLEUTELS,
    API_SLEUTELS: `meting:${createHash('sha256').update(SLEUTEL).digest('hex')}`,
    KLOK_START: nu,
    KLOK_TEMPO: '0',
    RONDE_SECONDEN: '3600',
    LOG_LEVEL: 'silent',
  };
  const bot = await start<{ url: string }>('onze-bot', { env } satisfies OnzeBot);
  const { url } = bot.gereed;
  const headers = { authorization: `Bearer ${SLEUTEL}`, 'content-type': 'application/json' };
  const opApi = (nr: number, op: string) => async () => {
    const pad = `/api/v1/casussen/${willekeurig(nr, casussen)}/verantwoordelijke${op}`;
    await verwacht(await fetch(`${url}${pad}`, { headers }), /"partij":"veilig-thuis"/);
  };
  const inChat = (nr: number, op: string) => async () => {
    const body = bericht(`wie is verantwoordelijk voor ${willekeurig(nr, casussen)}${op}`, ontvanger.serviceUrl, nr);
    await verwacht(await fetch(`${url}/api/messages`, { method: 'POST', headers, body }), /^$/);
  };
  const db = openVerbinding(bestand);
  const lees = db.prepare('SELECT document FROM casus WHERE id = ?');
  const puntlezing = (nr: number) => async () => {
    JSON.parse((lees.get(willekeurig(nr, casussen)) as { document: string }).document);
  };
  let gesteld = 0;
  const soort = (naam: string, maak: (nr: number) => () => Promise<void>) => ({
    naam,
    ronde() {
      gesteld += PER_RONDE;
      return tijden(Array.from({ length: PER_RONDE }, (_, nr) => maak(gesteld + nr)));
    },
  });
  try {
    const antwoorden = ontvanger.ontvangen();
    const reeksen = await wissel(
      [
        soort('API, now', (nr) => opApi(nr, '')),
        soort('API, past', (nr) => opApi(nr, '?op=2026-12-02T15:00:00%2B01:00')),
        soort('chat, now', (nr) => inChat(nr, '')),
        soort('chat, past', (nr) => inChat(nr, ' op 2 december 2026 15:00')),
        soort('point read', puntlezing),
      ],
      ronden,
    );
    if (ontvanger.ontvangen() - antwoorden < 2 * PER_RONDE * ronden) throw new Error('questions in chat got no answer');
    const namen = [...reeksen.keys()];
    const traagste = Math.max(...namen.slice(0, -1).flatMap((naam) => reeks(reeksen, naam, 'p99')));
    return {
      kop: ['', 'p50 ms', 'p99 ms'],
      rijen: namen.map((naam) => [naam, ...['p50', 'p99'].map((wat) => metSpreiding(reeks(reeksen, naam, wat)))]),
      doelen: [{ doel: 'p99 under 10 ms', gemeten: `${kort(traagste)} ms (highest of all)`, gehaald: traagste < 10 }],
      noten: [
        `${ronden} rounds of ${kort(PER_RONDE)} questions of each kind, one after the other, each about another casus of ${kort(casussen)}.`,
        'Measured by who asks, over HTTP on this machine, so it is more than the time of the server; in chat until the answer was posted to the connector.',
        'The point read is the bare SELECT with JSON.parse, in the process that asks.',
      ],
    };
  } finally {
    db.close();
    await bot.stop();
    await ontvanger.sluit();
  }
}

const bericht = (text: string, serviceUrl: string, nr: number): string =>
  JSON.stringify({
    type: 'message',
    id: `m:${nr}`,
    channelId: 'msteams',
    serviceUrl,
    text,
    from: { id: '29:vt', name: 'Medewerker 1', aadObjectId: VT_MEDEWERKER },
    recipient: { id: BOT_ID, name: 'Zicht op veiligheid' },
    conversation: { id: 'a:gesprek', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
  });
