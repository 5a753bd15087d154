/** A Bot Framework connector of our own over real HTTP: it remembers every call and misbehaves when told to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Aanroep {
  methode: string;
  /** Without the query, decoded. */
  pad: string;
  /** The conversation in the path, with its thread; empty when a conversation is made. */
  conversatie: string;
  kop: IncomingMessage['headers'];
  body: Record<string, unknown>;
  /** How it was answered; absent as long as, or when, it was not. */
  status?: number;
}

export interface GeplaatsteActiviteit {
  id: string;
  inhoud: Record<string, unknown>;
  /** As it was posted. */
  eerst: Record<string, unknown>;
  /** Said to someone who asked something, and not by itself. */
  antwoord: boolean;
  /** How often it was updated. */
  versies: number;
}

export type Gedrag =
  /** Answers so, and keeps nothing. */
  | { soort: 'weiger'; status: number; koppen?: Record<string, string>; body?: unknown }
  /** Keeps the message, and answers so nevertheless (502, 504: it did arrive). */
  | { soort: 'aangenomen'; status: number; body?: unknown }
  /** Keeps the message and never answers. */
  | { soort: 'hang' }
  /** Keeps nothing and never answers. */
  | { soort: 'zwijg' }
  /** Keeps the message, starts the answer and never ends it. */
  | { soort: 'half' }
  /** Keeps the message and breaks the connection. */
  | { soort: 'reset' }
  /** Answers as it should, once this has resolved. */
  | { soort: 'wacht'; tot: Promise<unknown> };

export interface Waar {
  methode?: string;
  /** Also matches its threads. */
  conversatie?: string;
  /** Calls that go well first; default 0. */
  na?: number;
  /** For how many calls; default all. */
  keer?: number;
}

/** Fewer than `aantal` calls in any `perMs` milliseconds. */
export interface Limiet {
  aantal: number;
  perMs: number;
}

/** What Teams allows (teams-feiten.md, Sending): posts and updates of one conversation, and every call of the tenant. */
export const LIMIETEN = {
  perGesprek: [
    { aantal: 7, perMs: 1_000 },
    { aantal: 8, perMs: 2_000 },
    { aantal: 60, perMs: 30_000 },
    { aantal: 1_800, perMs: 3_600_000 },
  ],
  perTenant: [{ aantal: 50, perMs: 1_000 }],
} as const;

/** Holds every window that ends at a call to the limits, by the clock of the process, which a test may have replaced. */
export function maakPoortwachter(): { komt(gesprek: string | undefined): Limiet | undefined; overtredingen(): number } {
  const gezien = new Map<string, number[]>();
  let overtredingen = 0;
  const telMee = (naam: string, limieten: readonly Limiet[]): Limiet | undefined => {
    const nu = Date.now();
    const langst = Math.max(...limieten.map(({ perMs }) => perMs));
    const tijden = gezien.get(naam) ?? [];
    while ((tijden[0] ?? nu) <= nu - langst) tijden.shift();
    tijden.push(nu);
    gezien.set(naam, tijden);
    return limieten.find(({ aantal, perMs }) => (tijden.at(-aantal) ?? -Infinity) > nu - perMs);
  };
  return {
    komt(gesprek) {
      const geschonden = [
        telMee('', LIMIETEN.perTenant),
        gesprek === undefined ? undefined : telMee(gesprek, LIMIETEN.perGesprek),
      ].find((limiet) => limiet !== undefined);
      if (geschonden) overtredingen += 1;
      return geschonden;
    },
    overtredingen: () => overtredingen,
  };
}

export interface NepConnector {
  /** What activities carry as their serviceUrl. */
  serviceUrl: string;
  aanroepen: Aanroep[];
  /** By conversation id, threads apart. */
  gesprekken: Map<string, GeplaatsteActiviteit[]>;
  /** The roster of a conversation or Teams team, as it is given page by page. */
  leden: Map<string, Record<string, unknown>[]>;
  stoor(gedrag: Gedrag, waar?: Waar): void;
  /**
   * Never answers the nth call from here that posts or changes something, kept (`na`) or not (`voor`); resolves when it
   * has come.
   */
  houd(nr: number, moment: 'voor' | 'na'): Promise<void>;
  /** From here everything goes well again. */
  stoorNietMeer(): void;
  /** The most calls that were ever under way at once for one conversation, its threads included. */
  meesteTegelijk(): number;
  /** Calls under way now. */
  bezig(): number;
  /** How often a limit was not kept; only counted, and refused with 429, when limits are asked for. */
  overtredingen(): number;
  /** Resolves when this many calls have arrived. */
  wachtOp(aantal: number): Promise<void>;
  wis(): void;
  sluit(): Promise<void>;
}

interface Storing extends Waar {
  gedrag: Gedrag;
  geteld: number;
  /** Only calls that post or change something. */
  wijzigt?: boolean;
  bij?: () => void;
}

export async function startConnector({
  metLimieten = false,
  /** What was posted to another one before. */
  gesprekken: eerder = new Map(),
}: { metLimieten?: boolean; gesprekken?: NepConnector['gesprekken'] } = {}): Promise<NepConnector> {
  const poortwachter = maakPoortwachter();
  const aanroepen: Aanroep[] = [];
  const gesprekken = structuredClone(eerder);
  const leden: NepConnector['leden'] = new Map();
  const bezig = new Map<string, number>();
  let storingen: Storing[] = [];
  let wachters: { aantal: number; klaar: () => void }[] = [];
  let meeste = 0;
  let teller = Math.max(0, ...[...gesprekken.values()].flat().map(({ id }) => Number(id.slice('act-'.length))));

  function gedragVoor({ methode, conversatie }: Aanroep): Gedrag | undefined {
    for (const storing of storingen) {
      if (storing.methode && storing.methode !== methode) continue;
      if (storing.wijzigt && methode === 'GET') continue;
      if (storing.conversatie && hoofd(storing.conversatie) !== hoofd(conversatie)) continue;
      storing.geteld += 1;
      const { na = 0, keer = Infinity, geteld, gedrag } = storing;
      if (geteld <= na || geteld > na + keer) continue;
      storing.bij?.();
      return gedrag;
    }
    return undefined;
  }

  /** What the real one would do: the status and body of the answer. */
  function voerUit({ methode, pad, conversatie, body }: Aanroep, zoek: URLSearchParams): [number, unknown] {
    const delen = pad.split('/').slice(3);
    const [, soort, activiteit] = delen;
    const inGesprek = gesprekken.get(conversatie) ?? [];
    if (methode === 'POST' && delen.length === 0) return [201, { id: openGesprek(body) }];
    if (methode === 'POST' && soort === 'activities') {
      teller += 1;
      const nieuw = { id: `act-${teller}`, inhoud: body, eerst: body, antwoord: activiteit !== undefined, versies: 0 };
      gesprekken.set(conversatie, [...inGesprek, nieuw]);
      return [201, { id: nieuw.id }];
    }
    const gevonden = [...gesprekken.values()].flat().find(({ id }) => id === activiteit);
    if (methode === 'PUT' && gevonden) {
      Object.assign(gevonden, { inhoud: body, versies: gevonden.versies + 1 });
      return [200, { id: gevonden.id }];
    }
    if (methode === 'DELETE' && gevonden) {
      gesprekken.set(
        conversatie,
        inGesprek.filter((een) => een !== gevonden),
      );
      return [200, {}];
    }
    if (methode === 'GET' && soort === 'pagedmembers') return [200, pagina(leden.get(hoofd(conversatie)) ?? [], zoek)];
    return [404, { error: { code: 'ActivityNotFoundInConversation', message: 'not found' } }];
  }

  function openGesprek(body: Record<string, unknown>): string {
    const [lid] = Array.isArray(body['members']) ? (body['members'] as { id: string }[]) : [];
    return `a:${lid?.id ?? 'niemand'}`;
  }

  async function behandel(verzoek: IncomingMessage, antwoord: ServerResponse): Promise<void> {
    const delen: Buffer[] = [];
    for await (const deel of verzoek) delen.push(deel as Buffer);
    const url = new URL(verzoek.url ?? '/', 'http://connector');
    const pad = decodeURIComponent(url.pathname);
    const tekst = Buffer.concat(delen).toString();
    const aanroep: Aanroep = {
      methode: verzoek.method ?? '',
      pad,
      conversatie: pad.split('/')[3] ?? '',
      kop: verzoek.headers,
      body: tekst === '' ? {} : (JSON.parse(tekst) as Record<string, unknown>),
    };
    aanroepen.push(aanroep);
    const sleutel = hoofd(aanroep.conversatie);
    bezig.set(sleutel, (bezig.get(sleutel) ?? 0) + 1);
    meeste = Math.max(meeste, bezig.get(sleutel) ?? 0);
    antwoord.once('close', () => bezig.set(sleutel, (bezig.get(sleutel) ?? 1) - 1));
    meldAangekomen();
    const vol = metLimieten
      ? poortwachter.komt(aanroep.methode === 'GET' || sleutel === '' ? undefined : sleutel)
      : undefined;
    if (vol) return stuur(antwoord, 429, undefined, { 'retry-after': String(vol.perMs / 1_000) });
    const gedrag = gedragVoor(aanroep);
    antwoord.once('finish', () => (aanroep.status = antwoord.statusCode));
    if (gedrag?.soort === 'wacht') await gedrag.tot;
    if (gedrag?.soort === 'zwijg') return;
    if (gedrag?.soort === 'weiger') return stuur(antwoord, gedrag.status, gedrag.body, gedrag.koppen);
    const [status, body] = voerUit(aanroep, url.searchParams);
    switch (gedrag?.soort) {
      case 'hang':
        return;
      case 'half':
        antwoord.writeHead(201, { 'content-type': 'application/json' });
        antwoord.write('{"id":');
        return;
      case 'reset':
        verzoek.socket.resetAndDestroy();
        return;
      case 'aangenomen':
        return stuur(antwoord, gedrag.status, gedrag.body);
      default:
        return stuur(antwoord, status, body);
    }
  }

  function meldAangekomen(): void {
    for (const { aantal, klaar } of wachters) if (aanroepen.length >= aantal) klaar();
    wachters = wachters.filter(({ aantal }) => aanroepen.length < aantal);
  }

  const server = createServer((verzoek, antwoord) => {
    behandel(verzoek, antwoord).catch(() => verzoek.socket.destroy());
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const { port } = server.address() as AddressInfo;

  return {
    serviceUrl: `http://127.0.0.1:${port}`,
    aanroepen,
    gesprekken,
    leden,
    stoor: (gedrag, waar = {}) => void storingen.push({ ...waar, gedrag, geteld: 0 }),
    houd: (nr, moment) =>
      new Promise((klaar) => {
        const gedrag: Gedrag = { soort: moment === 'na' ? 'hang' : 'zwijg' };
        storingen.push({ gedrag, wijzigt: true, na: nr - 1, keer: 1, geteld: 0, bij: klaar });
      }),
    stoorNietMeer: () => void (storingen = []),
    meesteTegelijk: () => meeste,
    bezig: () => [...bezig.values()].reduce((som, aantal) => som + aantal, 0),
    overtredingen: () => poortwachter.overtredingen(),
    wachtOp: (aantal) =>
      new Promise((klaar) => {
        wachters.push({ aantal, klaar });
        meldAangekomen();
      }),
    wis() {
      aanroepen.length = 0;
      gesprekken.clear();
      storingen = [];
      meeste = 0;
    },
    sluit: () =>
      new Promise((klaar) => {
        server.close(() => klaar());
        server.closeAllConnections();
      }),
  };
}

const hoofd = (conversatie: string): string => conversatie.split(';', 1)[0] ?? '';

function stuur(antwoord: ServerResponse, status: number, body: unknown, koppen: Record<string, string> = {}): void {
  antwoord.writeHead(status, { 'content-type': 'application/json', ...koppen });
  antwoord.end(body === undefined ? '' : JSON.stringify(body));
}

function pagina(alle: readonly unknown[], zoek: URLSearchParams): object {
  const grootte = Number(zoek.get('pageSize') ?? 50);
  const begin = Number(zoek.get('continuationToken') ?? 0);
  const einde = begin + grootte;
  return { members: alle.slice(begin, einde), ...(einde < alle.length && { continuationToken: String(einde) }) };
}
