/** Alive, ready and measured: `/healthz`, `/readyz` and `/metrics` (contract.md §3). */
import type { Server } from 'restify';
import type { Toezichtstand } from '../../toepassing/toezicht/toezichtstand.ts';
import type { Gereedheid } from './gereedheid.ts';
import type { Metingen } from './metingen.ts';
import { koppelRoute } from './server.ts';

export interface BewakingDelen {
  metingen: Pick<Metingen, 'register'>;
  opslag: Gereedheid;
  /** Milliseconds of real time since the last whole round; `undefined` before the first. */
  sindsRonde(): number | undefined;
  /** A round older than this means that terms may pass unnoticed. */
  rondeTeOudMs: number;
  toezicht: {
    stand(): Toezichtstand;
    /** Milliseconds of real time since the auditor's last look, or since the start. */
    sinds(): number;
    teOudMs: number;
  };
}

/** Whoever reads nothing of what others can read is itself what is broken: another version, or a wrong key. */
const leestNiets = ({ gezien, onleesbaar }: Toezichtstand): boolean => onleesbaar > gezien / 2;

interface Stel {
  klaar: boolean;
  opslag: boolean;
  ronde: boolean;
  redenen: string[];
  waarschuwingen: string[];
}

/**
 * A load balancer takes an instance that is not ready out of service, so `redenen` are what that helps against: this one
 * does not reach the store, does not finish its rounds, or cannot read casussen. What the auditor finds is in the store
 * or in Teams and the same for every instance: with 503 nobody could click any more. It is a warning.
 */
async function hoeGereed(delen: BewakingDelen): Promise<Stel> {
  const opslag = await delen.opslag.bereikbaar();
  const sinds = delen.sindsRonde();
  const ronde = sinds !== undefined && sinds <= delen.rondeTeOudMs;
  const { toezicht } = delen;
  const stand = toezicht.stand();
  const redenen = [
    ...(opslag ? [] : ['opslag-onbereikbaar']),
    ...(ronde ? [] : ['ronde-te-oud']),
    ...(leestNiets(stand) ? ['casussen-onleesbaar'] : []),
  ];
  const waarschuwingen = [
    ...new Set([...stand.bevindingen.map(({ soort }) => soort), ...Object.keys(stand.meer ?? {})]),
    ...(toezicht.sinds() > toezicht.teOudMs ? ['toezicht-staat-stil'] : []),
  ];
  return { klaar: redenen.length === 0, opslag, ronde, redenen, waarschuwingen };
}

function koppelGereed(server: Server, delen: BewakingDelen, toon: (stel: Stel) => object): void {
  koppelRoute(server, 'get', '/healthz', async (_req, res) => {
    res.send(200, { leeft: true });
  });
  koppelRoute(server, 'get', '/readyz', async (_req, res) => {
    const stel = await hoeGereed(delen);
    res.send(stel.klaar ? 200 : 503, toon(stel));
  });
}

/** For whoever can reach the public port while the details are on a port of their own: ready or not, and nothing more. */
export const koppelOpenbareBewaking = (server: Server, delen: BewakingDelen): void =>
  koppelGereed(server, delen, ({ klaar }) => ({ klaar }));

export function koppelBewaking(server: Server, delen: BewakingDelen): void {
  koppelGereed(server, delen, (stel) => stel);
  koppelRoute(server, 'get', '/metrics', async (_req, res) => {
    const tekst = await delen.metingen.register.metrics();
    res.sendRaw(200, tekst, { 'Content-Type': delen.metingen.register.contentType });
  });
}
