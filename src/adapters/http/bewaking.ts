/** Alive, ready and measured: `/healthz`, `/readyz` and `/metrics` (contract.md §3). */
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Server } from 'restify';
import { koppelRoute } from './server.ts';

export interface Metingen {
  register: Registry;
  rondeDuur: Histogram;
  rondeGewekt: Counter;
  rondeMislukt: Counter;
  opdrachten: Counter<'soort' | 'uitkomst'>;
  bezorgingen: Counter<'kaart' | 'uitkomst'>;
}

export function maakMetingen(): Metingen {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  return {
    register,
    rondeDuur: new Histogram({ name: 'ronde_duur_seconden', help: 'Duur van een hele ronde', registers }),
    rondeGewekt: new Counter({
      name: 'ronde_casussen_gewekt_totaal',
      help: 'Casussen die aan de beurt waren',
      registers,
    }),
    rondeMislukt: new Counter({
      name: 'ronde_casussen_mislukt_totaal',
      help: 'Casussen waarbij de ronde faalde',
      registers,
    }),
    opdrachten: new Counter({
      name: 'opdrachten_totaal',
      help: 'Opdrachten naar soort en uitkomst',
      labelNames: ['soort', 'uitkomst'],
      registers,
    }),
    bezorgingen: new Counter({
      name: 'bezorgingen_totaal',
      help: 'Pogingen om een bericht te bezorgen, naar kaart en uitkomst',
      labelNames: ['kaart', 'uitkomst'],
      registers,
    }),
  };
}

export interface BewakingDelen {
  metingen: Metingen;
  controleerOpslag(): Promise<void>;
  /** Milliseconds of real time since the last whole round; `undefined` before the first. */
  sindsRonde(): number | undefined;
  /** A round older than this means that terms may pass unnoticed. */
  rondeTeOudMs: number;
}

export function koppelBewaking(server: Server, delen: BewakingDelen): void {
  koppelRoute(server, 'get', '/healthz', async (_req, res) => {
    res.send(200, { leeft: true });
  });

  koppelRoute(server, 'get', '/readyz', async (_req, res) => {
    const opslag = await delen.controleerOpslag().then(
      () => true,
      () => false,
    );
    const sinds = delen.sindsRonde();
    const ronde = sinds !== undefined && sinds <= delen.rondeTeOudMs;
    res.send(opslag && ronde ? 200 : 503, { klaar: opslag && ronde, opslag, ronde });
  });

  koppelRoute(server, 'get', '/metrics', async (_req, res) => {
    const tekst = await delen.metingen.register.metrics();
    res.sendRaw(200, tekst, { 'Content-Type': delen.metingen.register.contentType });
  });
}
