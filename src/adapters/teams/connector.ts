/**
 * The connector client with our own policy. The stock one has no timeout and silently posts again on 500, 502, 504 and
 * a reset, which doubles cards; retries belong to the outbox, which knows what was sent.
 */
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Limieten } from './limieten.ts';
import { hoofdgesprek } from './uitgaand.ts';

export type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
export type Connectorverbinding = Awaited<ReturnType<ConnectorFactory['create']>>;

/** No answer of the connector: because it was not reached, or (`verzonden`) after it may have taken the message. */
export class VerbindingVerbroken extends Error {
  override readonly name = 'Verbroken';
  readonly code: string;
  readonly verzonden: boolean;
  constructor(code: string, verzonden: boolean) {
    super(code);
    this.code = code;
    this.verzonden = verzonden;
  }
}

/** Errors of Node that come before the first byte of a request: nobody listens, no such host, no trust. */
const NIET_BEREIKT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|CERT_\w+|UNABLE_TO_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|ERR_TLS_\w+)$/;

const TEKENEN = 'ServiceClientContext_Credentials_SignRequest';

interface Verzoek {
  url: string;
  method: string;
  abortSignal?: AbortSignal;
}
interface Stap {
  name: string;
  sendRequest(verzoek: Verzoek, volgende: (verzoek: Verzoek) => Promise<unknown>): Promise<unknown>;
}
/** The little we use of the SDK's pipeline, which its types keep private; its retry options are ignored. */
interface Leiding {
  removePolicy(stap: { name: string }): unknown;
  addPolicy(stap: Stap, plaats: { beforePolicies: string[] } | { phase: 'Sign' }): void;
}

export interface Verzendbeleid {
  /** How long one call may take once it is its turn, in milliseconds. */
  timeoutMs: number;
  limieten: Limieten;
  /** These are answers to someone who waits. */
  voorrang: boolean;
}

/** The conversation a call posts or changes something in, its thread apart; reading is bound by no conversation. */
function gesprekVan({ url, method }: Verzoek): string | undefined {
  if (method === 'GET') return undefined;
  const [, id] = /\/v3\/conversations\/([^/?]+)\//.exec(url) ?? [];
  return id === undefined ? undefined : hoofdgesprek(decodeURIComponent(id));
}

export function metEigenBeleid(
  verbinding: Connectorverbinding,
  { timeoutMs, limieten, voorrang }: Verzendbeleid,
): Connectorverbinding {
  const { pipeline }: { pipeline: Leiding } = verbinding['client'];
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  // A redirect would carry the token to a host that is on no list.
  pipeline.removePolicy({ name: 'redirectPolicy' });

  // Outermost, so that a time limit starts when it is the call's turn. The one place that every call passes.
  pipeline.addPolicy(
    {
      name: 'limieten',
      async sendRequest(verzoek, volgende) {
        const gesprek = gesprekVan(verzoek);
        const aanroep = { ...(gesprek && { gesprek }), voorrang: voorrang || verzoek.method === 'GET' };
        return limieten.laatGaan(aanroep, () => volgende(verzoek));
      },
    },
    { beforePolicies: ['tokenTijdslimiet', TEKENEN] },
  );

  const begonnen = new WeakSet<object>();
  const opgegeven = new WeakSet<object>();

  // Around the fetching of a token, which has no time limit of its own either.
  pipeline.addPolicy(
    {
      name: 'tokenTijdslimiet',
      async sendRequest(verzoek, volgende) {
        let wekker: NodeJS.Timeout | undefined;
        const teLaat = new Promise<never>((_, mislukt) => {
          wekker = setTimeout(() => {
            if (begonnen.has(verzoek)) return;
            opgegeven.add(verzoek);
            mislukt(new VerbindingVerbroken('token-timeout', false));
          }, timeoutMs);
        });
        try {
          return await Promise.race([volgende(verzoek), teLaat]);
        } finally {
          clearTimeout(wekker);
        }
      },
    },
    { beforePolicies: [TEKENEN] },
  );

  // Innermost: what goes wrong here went wrong on the wire. Also covers an answer that stops halfway.
  pipeline.addPolicy(
    {
      name: 'eigenTijdslimiet',
      async sendRequest(verzoek, volgende) {
        if (opgegeven.has(verzoek)) throw new VerbindingVerbroken('token-timeout', false);
        begonnen.add(verzoek);
        const afbreker = new AbortController();
        const wekker = setTimeout(() => afbreker.abort(), timeoutMs);
        // Who calls may have less time than a message has.
        const grens = verzoek.abortSignal ? AbortSignal.any([verzoek.abortSignal, afbreker.signal]) : afbreker.signal;
        verzoek.abortSignal = grens;
        try {
          return await volgende(verzoek);
        } catch (fout) {
          if (grens.aborted) throw new VerbindingVerbroken('timeout', true);
          const code = fout instanceof Error && 'code' in fout ? String(fout.code) : 'verbroken';
          throw new VerbindingVerbroken(code, !NIET_BEREIKT.test(code));
        } finally {
          clearTimeout(wekker);
        }
      },
    },
    { phase: 'Sign' },
  );
  return verbinding;
}
