/** Stands on the wire between the Cosmos DB client and the emulator, notes what passes and breaks it when told to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { CosmosEmulator } from './cosmos-emulator.ts';

/** `lees` a document, `schrijf` one, `vraag` for many, or `beheer`: the account, its databases and containers. */
export type VerzoekSoort = 'lees' | 'schrijf' | 'vraag' | 'beheer';

export interface Doorgang {
  soort: VerzoekSoort;
  methode: string;
  pad: string;
  /** Whether the store got it. */
  doorgelaten: boolean;
}

export interface FoutAntwoord {
  status: number;
  koppen?: Record<string, string>;
}

export type Storing =
  /** Answers so itself: the store gets nothing. */
  | ({ wat: 'weiger' } & FoutAntwoord)
  /** The store does it, and the client hears this instead. */
  | ({ wat: 'gedaan-maar' } & FoutAntwoord)
  /** The store does it, and the connection breaks before the answer. */
  | { wat: 'antwoord-weg' }
  /** The store does it, and the answer stops halfway. */
  | { wat: 'antwoord-half' }
  /** The connection breaks before the store got it. */
  | { wat: 'verzoek-weg' }
  /** The store gets it or not, and nothing is ever answered. */
  | { wat: 'hang'; gedaan: boolean }
  /** Something else happens after the store did it; then the connection breaks. */
  | { wat: 'ingehaald'; door: () => Promise<unknown> };

export interface Waar {
  soort?: VerzoekSoort;
  pad?: RegExp;
  /** Requests that go well first; default 0. */
  na?: number;
  /** For how many requests; default all. */
  keer?: number;
}

export interface Foutproxy {
  endpoint: string;
  doorgangen: Doorgang[];
  /** `gebeurd` resolves when it has disturbed a request, once the store has done what it was let do. */
  stoor(storing: Storing, waar?: Waar): { gebeurd: Promise<void> };
  /** Everything goes well again, and nothing has passed. */
  wis(): void;
  sluit(): Promise<void>;
}

function soortVan({ method, url = '', headers }: IncomingMessage): VerzoekSoort {
  if (!/^\/dbs\/[^/]+\/colls\/[^/]+\/docs/.test(url)) return 'beheer';
  if (headers['x-ms-documentdb-isquery'] || headers['x-ms-cosmos-is-query-plan-request']) return 'vraag';
  return method === 'GET' ? 'lees' : 'schrijf';
}

interface Gezet extends Waar {
  storing: Storing;
  geteld: number;
  gebeurd: () => void;
}

interface Antwoord {
  status: number;
  koppen: IncomingMessage['headers'];
  tekst: string;
}

export async function startFoutproxy(emulator: CosmosEmulator): Promise<Foutproxy> {
  const doorgangen: Doorgang[] = [];
  let storingen: Gezet[] = [];

  function storingVoor({ soort, pad }: Doorgang): Gezet | undefined {
    for (const een of storingen) {
      if (een.soort && een.soort !== soort) continue;
      if (een.pad && !een.pad.test(pad)) continue;
      een.geteld += 1;
      const { na = 0, keer = Infinity, geteld } = een;
      if (geteld > na && geteld <= na + keer) return een;
    }
    return undefined;
  }

  function geefDoor(verzoek: IncomingMessage, body: Buffer): Promise<Antwoord> {
    return new Promise((klaar, mislukt) => {
      const { host: _host, ...headers } = verzoek.headers;
      const uit = request(
        new URL(verzoek.url ?? '/', emulator.endpoint),
        { method: verzoek.method, headers, agent: emulator.agent },
        (antwoord) => {
          const delen: Buffer[] = [];
          antwoord.on('data', (deel: Buffer) => delen.push(deel));
          antwoord.on('error', mislukt);
          antwoord.on('end', () =>
            klaar({
              status: antwoord.statusCode ?? 500,
              koppen: antwoord.headers,
              // The account names its own endpoint, where the client would go on without us.
              tekst: Buffer.concat(delen).toString().replaceAll(emulator.endpoint, endpoint),
            }),
          );
        },
      );
      uit.on('error', mislukt);
      uit.end(body);
    });
  }

  async function behandel(verzoek: IncomingMessage, antwoord: ServerResponse): Promise<void> {
    const delen: Buffer[] = [];
    for await (const deel of verzoek) delen.push(deel as Buffer);
    const doorgang: Doorgang = {
      soort: soortVan(verzoek),
      methode: verzoek.method ?? '',
      pad: verzoek.url ?? '',
      doorgelaten: false,
    };
    doorgangen.push(doorgang);
    const gezet = storingVoor(doorgang);
    const storing = gezet?.storing;
    const doe = (): Promise<Antwoord> => {
      doorgang.doorgelaten = true;
      return geefDoor(verzoek, Buffer.concat(delen));
    };
    const gaatDoor =
      !storing ||
      !(storing.wat === 'weiger' || storing.wat === 'verzoek-weg' || (storing.wat === 'hang' && !storing.gedaan));
    const gegeven = gaatDoor ? await doe() : undefined;
    if (storing?.wat === 'ingehaald') await storing.door();
    gezet?.gebeurd();
    switch (storing?.wat) {
      case 'hang':
        return;
      case 'verzoek-weg':
      case 'antwoord-weg':
      case 'ingehaald':
        verzoek.socket.resetAndDestroy();
        return;
      case 'antwoord-half':
        antwoord.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
        antwoord.write('{"id":', () => verzoek.socket.resetAndDestroy());
        return;
      case 'weiger':
      case 'gedaan-maar': {
        antwoord.writeHead(storing.status, { 'content-type': 'application/json', ...storing.koppen });
        antwoord.end(JSON.stringify({ code: String(storing.status), message: 'foutproxy' }));
        return;
      }
      case undefined: {
        if (!gegeven) return;
        const { 'content-length': _lengte, 'transfer-encoding': _codering, ...koppen } = gegeven.koppen;
        antwoord.writeHead(gegeven.status, koppen);
        antwoord.end(gegeven.tekst);
      }
    }
  }

  const server = createServer((verzoek, antwoord) => {
    behandel(verzoek, antwoord).catch(() => verzoek.socket.destroy());
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  return {
    endpoint,
    doorgangen,
    stoor(storing, waar = {}) {
      let gebeurd = (): void => {};
      const wacht = new Promise<void>((klaar) => (gebeurd = klaar));
      storingen.push({ ...waar, storing, geteld: 0, gebeurd });
      return { gebeurd: wacht };
    },
    wis() {
      doorgangen.length = 0;
      storingen = [];
    },
    sluit: () =>
      new Promise((klaar) => {
        server.close(() => klaar());
        server.closeAllConnections();
      }),
  };
}
