/** The HTTP edge as one part: the public port with every route, and one for operators where that is a port of its own. */
import type { Verstrekken } from '../../toepassing/dossier/verstrekken.ts';
import type { Logboek } from '../../toepassing/omgeving.ts';
import { koppelApi, type ApiDelen } from './api.ts';
import { koppelBewaking, koppelOpenbareBewaking, type BewakingDelen } from './bewaking.ts';
import { koppelDossier } from './dossierroute.ts';
import { koppelRoute, luister, maakServer, sluit, type Afhandeling } from './server.ts';

/** A port that listens. */
export interface Luisteraar {
  /** With the port that was really taken. */
  url: string;
  /** Takes nothing new, and resolves when what was under way has been answered. */
  sluit(): Promise<void>;
}

export interface LuisterDelen {
  host: string;
  poort: number;
  log: Logboek;
  bewaking: BewakingDelen;
}

export interface OpenbareDelen extends LuisterDelen {
  /** What Teams posts. */
  berichten: Afhandeling;
  api: Omit<ApiDelen, 'log'>;
  verstrekken: Verstrekken;
  /** The details are on a port of their own: here only ready or not. */
  bewaaktElders: boolean;
}

/** Rejects with what to do about it when the port cannot be had. */
export async function openBeheer({ host, poort, log, bewaking }: LuisterDelen): Promise<Luisteraar> {
  const server = maakServer({ log });
  koppelBewaking(server, bewaking);
  const { url } = await luister(server, { host, poort, variabele: 'BEHEER_POORT' });
  return { url, sluit: () => sluit(server) };
}

/** Rejects with what to do about it when the port cannot be had. */
export async function openPubliek(delen: OpenbareDelen): Promise<Luisteraar> {
  const { host, poort, log } = delen;
  const server = maakServer({ log });
  koppelRoute(server, 'post', '/api/messages', delen.berichten);
  koppelApi(server, { ...delen.api, log });
  koppelDossier(server, delen.verstrekken);
  (delen.bewaaktElders ? koppelOpenbareBewaking : koppelBewaking)(server, delen.bewaking);
  const { url } = await luister(server, { host, poort });
  return { url, sluit: () => sluit(server) };
}
