/** What every use case gets: the ports, the policy and the adresboek in force, and a log without content. */
import type { Regels } from '../kern/termijnen.ts';
import type { Adresboek } from './adresboek.ts';
import type { Klok, Opslag, Postbode } from './poorten.ts';

/** JSON lines: a message and fields; never content or names of persons (contract.md, `LOG_LEVEL`). */
export interface Logboek {
  info(velden: Record<string, unknown>, bericht: string): void;
  warn(velden: Record<string, unknown>, bericht: string): void;
  error(velden: Record<string, unknown>, bericht: string): void;
}

/** Counts what happens, without who or which casus. */
export interface Teller {
  opdracht(soort: string, uitkomst: string): void;
  bezorging(kaart: string, uitkomst: string): void;
}

export interface Omgeving {
  opslag: Opslag;
  postbode: Postbode;
  klok: Klok;
  /** Read anew at each use: both can be replaced while running. */
  adresboek(): Adresboek;
  regels(): Regels;
  log: Logboek;
  teller: Teller;
}
