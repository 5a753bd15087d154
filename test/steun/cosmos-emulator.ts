/** A Cosmos DB account in this process, spoken to over HTTPS as the real one, that notes every request. */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createHttpServer, createHttpsServer } from '@vercel/cosmosdb-server';

export interface CosmosEmulator {
  endpoint: string;
  sleutel: string;
  /** Accepts the emulator's self-signed certificate, for this endpoint alone. */
  agent: Agent;
  /** Every request since the start or since it was emptied: `GET /dbs/…`, with QUERY and QUERYPLAN for their POST. */
  verzoeken: string[];
  stop(): Promise<void>;
}

function omschrijf({ method, url, headers }: IncomingMessage): string {
  if (headers['x-ms-cosmos-is-query-plan-request']) return `QUERYPLAN ${url}`;
  if (headers['x-ms-documentdb-isquery']) return `QUERY ${url}`;
  return `${method} ${url}`;
}

/**
 * Starts an empty account on a free port of the loopback interface; without TLS for programs in a process of their own,
 * which cannot be given the agent.
 */
export async function startCosmosEmulator({ tls = true }: { tls?: boolean } = {}): Promise<CosmosEmulator> {
  const verzoeken: string[] = [];
  const server = tls ? createHttpsServer({ keepAlive: true }) : createHttpServer({ keepAlive: true });
  server.prependListener('request', (verzoek: IncomingMessage) => verzoeken.push(omschrijf(verzoek)));
  // Of itself the account says that it is spoken to by TLS, and the client goes there.
  if (!tls)
    server.prependListener('request', ({ url }: IncomingMessage, antwoord: ServerResponse) => {
      const einde = antwoord.end.bind(antwoord);
      if (url === '/') antwoord.end = (tekst: unknown) => einde(String(tekst).replaceAll('https:', 'http:'));
    });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });
  return {
    endpoint: `http${tls ? 's' : ''}://127.0.0.1:${port}/`,
    // Any base64 will do: the emulator does not check signatures.
    sleutel: Buffer.from('sleutel van de emulator').toString('base64'),
    agent,
    verzoeken,
    stop: async () => {
      agent.destroy();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
