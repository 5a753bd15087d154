/** A connector over real HTTP that keeps no message, only tells of each post that it took, and fails by the seed. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Connectorfouten } from './fouten.ts';

export interface Post {
  /** Without its thread. */
  gesprek: string;
  samenvatting: string;
  tekst: string;
}

export interface Ontvanger {
  serviceUrl: string;
  ontvangen(): number;
  /** Calls that are under way. */
  bezig(): number;
  /** Resolves when no call is under way. */
  rust(): Promise<void>;
  sluit(): Promise<void>;
}

async function lees(verzoek: IncomingMessage): Promise<string> {
  const delen: Buffer[] = [];
  for await (const deel of verzoek) delen.push(deel as Buffer);
  return Buffer.concat(delen).toString();
}

export async function startOntvanger(fouten: Connectorfouten, bijPost: (post: Post) => void): Promise<Ontvanger> {
  let ontvangen = 0;
  let bezig = 0;
  let wachters: (() => void)[] = [];
  const nummers = new Map<string, number>();

  async function behandel(verzoek: IncomingMessage, antwoord: ServerResponse): Promise<void> {
    const tekst = await lees(verzoek);
    const stuur = (status: number, body: unknown, koppen: Record<string, string> = {}): void => {
      antwoord.writeHead(status, { 'content-type': 'application/json', ...koppen });
      antwoord.end(JSON.stringify(body));
    };
    const pad = decodeURIComponent(new URL(verzoek.url ?? '/', 'http://connector').pathname)
      .split('/')
      .slice(3);
    const [conversatie = '', , activiteit] = pad;
    if (verzoek.method === 'GET') return stuur(200, { members: [] });
    if (conversatie === '') {
      const { members } = JSON.parse(tekst) as { members: { id: string }[] };
      return stuur(201, { id: `a:${members[0]?.id}` });
    }
    const gesprek = conversatie.split(';', 1)[0] ?? '';
    const { summary = '' } = JSON.parse(tekst) as { summary?: string };
    const isPost = verzoek.method === 'POST' && activiteit === undefined;
    const fout = isPost ? fouten.kies(gesprek, summary) : undefined;
    if (fout === 'te-druk') return stuur(429, {}, { 'retry-after': '30' });
    if (fout === 'stuk-ervoor') return stuur(500, {});
    if (fout === 'verboden') return stuur(403, { error: { code: 'ConversationBlockedByUser' } });
    if (isPost) {
      ontvangen += 1;
      if (fout !== 'verzwegen') bijPost({ gesprek, samenvatting: summary, tekst });
    }
    const nr = (nummers.get(gesprek) ?? 0) + 1;
    nummers.set(gesprek, nr);
    if (fout === 'stuk-erna') return stuur(500, {});
    if (fout === 'verbroken') return void verzoek.socket.resetAndDestroy();
    if (fout === 'zwijgt') return undefined;
    return stuur(isPost ? 201 : 200, { id: activiteit ?? `act-${nr}` });
  }

  const server = createServer((verzoek, antwoord) => {
    bezig += 1;
    antwoord.once('close', () => {
      bezig -= 1;
      if (bezig > 0) return;
      for (const klaar of wachters) klaar();
      wachters = [];
    });
    behandel(verzoek, antwoord).catch(() => verzoek.socket.destroy());
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ontvangen: () => ontvangen,
    bezig: () => bezig,
    rust: () => (bezig === 0 ? Promise.resolve() : new Promise((klaar) => void wachters.push(klaar))),
    sluit: () =>
      new Promise((klaar) => {
        server.close(() => klaar());
        server.closeAllConnections();
      }),
  };
}
