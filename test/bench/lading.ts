/** A load of requests over a fixed number of connections that stay open; each sends its next when its last is answered. */
import { Agent, request } from 'node:http';

export interface Lading {
  url: string;
  verbindingen: number;
  aantal: number;
  /** The body and the Authorization header of the request with this number. */
  verzoek(nr: number): { body: string; token: string };
}

export interface Doorgang {
  perSeconde: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/** Rejects at the first answer that is no 200 or has not `moetBevatten` in it. */
export async function belast(lading: Lading, moetBevatten: string): Promise<Doorgang> {
  const agent = new Agent({ keepAlive: true, maxSockets: lading.verbindingen });
  const doel = new URL('/api/messages', lading.url);
  const duren: number[] = [];
  let volgende = 0;
  const een = (nr: number): Promise<void> =>
    new Promise((klaar, mislukt) => {
      const { body, token } = lading.verzoek(nr);
      const begin = performance.now();
      const verzoek = request(
        doel,
        {
          agent,
          method: 'POST',
          headers: {
            authorization: token,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          },
        },
        (antwoord) => {
          let tekst = '';
          antwoord.setEncoding('utf8');
          antwoord.on('data', (deel: string) => (tekst += deel));
          antwoord.once('end', () => {
            duren.push(performance.now() - begin);
            if (antwoord.statusCode === 200 && tekst.includes(moetBevatten)) klaar();
            else mislukt(new Error(`request ${nr}: ${antwoord.statusCode} ${tekst.slice(0, 500)}`));
          });
        },
      );
      verzoek.once('error', mislukt);
      verzoek.end(body);
    });
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: lading.verbindingen }, async () => {
      while (volgende < lading.aantal) {
        volgende += 1;
        await een(volgende - 1);
      }
    }),
  );
  const seconden = (performance.now() - begin) / 1000;
  agent.destroy();
  duren.sort((a, b) => a - b);
  const op = (plaats: number): number => duren[Math.floor(plaats * duren.length)] ?? Number.NaN;
  return { perSeconde: lading.aantal / seconden, p50: op(0.5), p99: op(0.99) };
}
