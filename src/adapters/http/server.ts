/**
 * The HTTP server everything is mounted on: guards against input that would stop the process, one shape for errors
 * (RFC 9457), a start that says what is wrong and a stop that finishes what is under way.
 */
import type { ServerResponse } from 'node:http';
import { pino } from 'pino';
import restify from 'restify';
import { huidigeCorrelatie, inCorrelatie } from '../../toepassing/correlatie.ts';
import { AANGEMELD_PAD } from '../../toepassing/dossier/verstrekken.ts';
import { foutVelden, type Logboek } from '../../toepassing/omgeving.ts';
import { OpslagFout } from '../../toepassing/poorten.ts';
import { CORRELATIE_KOP, correlatieVan } from './correlatiekop.ts';

/** The largest body read: a click with a whole form is under 10 KB, an overdracht in the API under 100 KB. */
const GROOTSTE_LICHAAM = 256 * 1024;
/** A form with an id_token of some KB in it. */
const GROOTSTE_FORMULIER = 32 * 1024;
/** A client that takes longer to send its request is slow or hostile; Teams itself waits at most 15 s. */
const VERZOEK_MS = 30_000;

export type Httpverzoek = restify.Request & {
  body?: unknown;
  /** The id of the work that this request is. */
  correlatie?: string;
};
export type Afhandeling = (verzoek: Httpverzoek, antwoord: restify.Response) => Promise<void>;

/** An error as RFC 9457 shows it; `code` is ours, for programs to branch on. */
export interface Probleem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  /** Extension members, such as the fields of a 422. */
  [extra: string]: unknown;
}

const PROBLEMEN: Record<number, { code: string; title: string }> = {
  400: { code: 'ongeldig-verzoek', title: 'Dit verzoek is geen geldige JSON.' },
  404: { code: 'niet-gevonden', title: 'Dit adres bestaat niet.' },
  405: { code: 'methode-niet-toegestaan', title: 'Deze methode kan niet op dit adres.' },
  413: { code: 'te-groot', title: 'Dit verzoek is te groot: hoogstens 256 KB.' },
  415: { code: 'niet-ondersteund', title: 'Stuur JSON zonder Content-Encoding.' },
  500: { code: 'interne-fout', title: 'Er ging iets mis. Probeer het later opnieuw.' },
  503: {
    code: 'opslag-werkt-niet',
    title: 'De opslag werkt nu niet. Ga ervan uit dat dit niet is vastgelegd, en stuur het verzoek later nog een keer.',
  },
};
/** How long a caller waits with asking again when the store does not work, in seconds. */
const OPNIEUW_NA_S = 30;

export function stuurProbleem(antwoord: ServerResponse, probleem: Probleem): void {
  if (antwoord.headersSent) {
    antwoord.end();
    return;
  }
  antwoord.writeHead(probleem.status, { 'content-type': 'application/problem+json; charset=utf-8' });
  antwoord.end(JSON.stringify({ type: 'about:blank', ...probleem }));
}

const heeftLichaam = ({ headers }: restify.Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** The one form that is read: what Entra posts after signing in. Its size is known, or it is not read. */
const isFormulier = (verzoek: restify.Request): boolean =>
  verzoek.method === 'POST' &&
  verzoek.getPath() === AANGEMELD_PAD &&
  verzoek.getContentType() === 'application/x-www-form-urlencoded';

/** The fields of a form; none where it is no form. */
export function leesFormulier({ body }: Httpverzoek): URLSearchParams {
  return new URLSearchParams(Buffer.isBuffer(body) ? body.toString('utf8') : typeof body === 'string' ? body : '');
}

/** The types lack the option that the plugin passes on to the body reader. */
const lezen: restify.plugins.JsonBodyParserOptions & { maxBodySize: number } = {
  maxBodySize: GROOTSTE_LICHAAM,
  mapParams: false,
};

export function maakServer({ log }: { log: Logboek }): restify.Server {
  // Its own logger would write lines of another shape, with request data; what matters is logged here.
  const server = restify.createServer({ name: '', log: pino({ level: 'silent' }) as never });
  server.server.requestTimeout = VERZOEK_MS;

  server.pre(async (verzoek: Httpverzoek, antwoord) => {
    verzoek.correlatie = correlatieVan(verzoek.headers);
    antwoord.setHeader(CORRELATIE_KOP, verzoek.correlatie);
    antwoord.setHeader('X-Content-Type-Options', 'nosniff');
    antwoord.setHeader('X-Frame-Options', 'DENY');
    antwoord.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    antwoord.setHeader('Referrer-Policy', 'no-referrer');
    antwoord.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    antwoord.setHeader('Cache-Control', 'no-store');
    // A bad gzip body would stop the process in restify's body reader, before anyone is authenticated.
    if (verzoek.headers['content-encoding'] !== undefined) throw httpFout(415);
    if (!heeftLichaam(verzoek)) return;
    if (isFormulier(verzoek)) {
      if (!(Number(verzoek.headers['content-length']) <= GROOTSTE_FORMULIER)) throw httpFout(413);
    } else if (!/^application\/([\w.-]+\+)?json$/.test(verzoek.getContentType())) throw httpFout(415);
  });
  server.use(restify.plugins.jsonBodyParser(lezen));

  server.on('error', (fout: unknown) => log.error(foutVelden(fout), 'fout van de server'));
  // Not calling the event's callback keeps restify from sending the error, with its text, after this answer.
  server.on('restifyError', (verzoek: Httpverzoek, antwoord: restify.Response, fout: unknown) => {
    const status = statusVan(fout);
    if (status === 503) antwoord.setHeader('Retry-After', String(OPNIEUW_NA_S));
    if (status >= 500) {
      const { correlatie } = verzoek;
      log.error({ correlatie, ...foutVelden(fout), route: routeVan(verzoek) }, 'onverwachte fout in een verzoek');
    }
    const { code, title } = PROBLEMEN[status] ?? { code: 'interne-fout', title: 'Er ging iets mis.' };
    stuurProbleem(antwoord, { status, code, title });
  });
  return server;
}

function statusVan(fout: unknown): number {
  if (fout instanceof OpslagFout) return 503;
  const gegeven = fout instanceof Error && 'statusCode' in fout ? Number(fout.statusCode) : 500;
  return gegeven in PROBLEMEN ? gegeven : gegeven >= 400 && gegeven < 500 ? 400 : 500;
}

/** The pattern of the route, never the path itself: that may hold a casusnummer or what someone typed. */
export function routeVan(verzoek: Httpverzoek): string {
  const route: unknown = verzoek.getRoute();
  return typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : 'geen';
}

const httpFout = (statusCode: number): Error => Object.assign(new Error(`HTTP ${statusCode}`), { statusCode });

/**
 * Mounts a handler so that whatever it throws, at once or later, becomes a 500: a handler with three parameters that
 * throws would stop the process.
 */
export function koppelRoute(
  server: restify.Server,
  methode: 'get' | 'post' | 'put' | 'patch' | 'del',
  pad: string,
  afhandeling: Afhandeling,
): void {
  server[methode](pad, async (verzoek: Httpverzoek, antwoord: restify.Response) => {
    await inCorrelatie(verzoek.correlatie ?? huidigeCorrelatie(), () => afhandeling(verzoek, antwoord));
  });
}

interface Luisterplek {
  host: string;
  poort: number;
  /** The variable that sets the port. */
  variabele?: string;
}

/** Resolves when requests are accepted; `poort` 0 takes any free one. Rejects with what to do about it. */
export function luister(server: restify.Server, waar: Luisterplek): Promise<{ url: string; poort: number }> {
  return new Promise((klaar, mislukt) => {
    const bijFout = (fout: NodeJS.ErrnoException): void =>
      mislukt(new Error(luisterTekst(fout, waar), { cause: fout }));
    // On restify's own emitter: it passes the error on there, and throws when nobody listens.
    server.once('error', bijFout);
    server.listen(waar.poort, waar.host, () => {
      server.off('error', bijFout);
      const { port } = server.address();
      const host = waar.host.includes(':') ? `[${waar.host}]` : waar.host;
      klaar({ url: `http://${host}:${port}`, poort: port });
    });
  });
}

function luisterTekst({ code }: NodeJS.ErrnoException, { host, poort, variabele = 'PORT' }: Luisterplek): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Poort ${poort} op ${host} is al in gebruik. Stop het programma dat daar draait, of kies een andere poort met ${variabele}, bijvoorbeeld ${variabele}=${poort + 1}.`;
    case 'EACCES':
      return `Poort ${poort} op ${host} mag dit programma niet openen. Kies met ${variabele} een poort boven 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `Het adres ${host} bestaat niet op deze machine. Zet HOST op 127.0.0.1 of 0.0.0.0.`;
    default:
      return `De server kan niet luisteren op ${host}:${poort} (${code ?? 'onbekende fout'}).`;
  }
}

/** A request that is under way has so long to be answered when the server stops. */
const AFRONDEN_MS = 5_000;

/**
 * Takes no new connections, finishes the requests under way, and resolves when the last one has been answered. Who takes
 * longer is cut off: they hear nothing, and ask again at another instance.
 */
export function sluit(server: restify.Server): Promise<void> {
  return new Promise((klaar) => {
    const teLang = setTimeout(() => server.server.closeAllConnections(), AFRONDEN_MS);
    server.once('close', () => clearTimeout(teLang));
    // A connection that has just been answered stays open for the next request: close it then, not after 5 s.
    server.on('after', () => setImmediate(() => server.server.closeIdleConnections()));
    server.close(klaar);
    server.server.closeIdleConnections();
  });
}
