/** Alive, ready and measured: `/healthz`, `/readyz` and `/metrics` (contract.md §3). */
import type { Server } from 'restify';
import type { Stand } from '../../toepassing/toezicht.ts';
import type { Metingen } from './metingen.ts';
import { koppelRoute } from './server.ts';

export interface BewakingDelen {
  metingen: Pick<Metingen, 'register'>;
  controleerOpslag(): Promise<void>;
  /** Milliseconds of real time since the last whole round; `undefined` before the first. */
  sindsRonde(): number | undefined;
  /** A round older than this means that terms may pass unnoticed. */
  rondeTeOudMs: number;
  toezicht: {
    stand(): Stand;
    /** Milliseconds of real time since the auditor's last look, or since the start. */
    sinds(): number;
    teOudMs: number;
  };
}

/** Whoever reads nothing of what others can read is itself what is broken: another version, or a wrong key. */
const leestNiets = ({ gezien, onleesbaar }: Stand): boolean => onleesbaar > gezien / 2;

export function koppelBewaking(server: Server, delen: BewakingDelen): void {
  koppelRoute(server, 'get', '/healthz', async (_req, res) => {
    res.send(200, { leeft: true });
  });

  /**
   * A load balancer takes an instance that is not ready out of service, so 503 is for what that helps against: this one
   * does not reach the store, does not finish its rounds, or cannot read casussen. What the auditor finds is in the store
   * or in Teams and the same for every instance: with 503 nobody could click any more. It is shown as a warning.
   */
  koppelRoute(server, 'get', '/readyz', async (_req, res) => {
    const opslag = await delen.controleerOpslag().then(
      () => true,
      () => false,
    );
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
      ...new Set(stand.bevindingen.map(({ soort }) => soort)),
      ...(toezicht.sinds() > toezicht.teOudMs ? ['toezicht-staat-stil'] : []),
    ];
    const klaar = redenen.length === 0;
    res.send(klaar ? 200 : 503, { klaar, opslag, ronde, redenen, waarschuwingen });
  });

  koppelRoute(server, 'get', '/metrics', async (_req, res) => {
    const tekst = await delen.metingen.register.metrics();
    res.sendRaw(200, tekst, { 'Content-Type': delen.metingen.register.contentType });
  });
}
