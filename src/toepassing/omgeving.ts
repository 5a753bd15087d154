/** What every use case gets: the ports, the policy and the adresboek in force, and a log without content. */
import type { Stuk } from '../kern/rij/gebeurtenisrij.ts';
import type { Regels } from '../kern/termijnen.ts';
import type { Inhoudfout } from './bewijs/inhoudkluis.ts';
import type { Sleutelbos } from './bewijs/sleutelbos.ts';
import type { CasusDocument, Klok, Opslag, Postbode } from './poorten.ts';
import type { Adresboek } from './streek/adresboek.ts';
import type { NietGebruikt } from './streek/instellingen.ts';

/** JSON lines: a message and fields; never content or names of persons (contract.md, `LOG_LEVEL`). */
export interface Logboek {
  info(velden: Record<string, unknown>, bericht: string): void;
  warn(velden: Record<string, unknown>, bericht: string): void;
  error(velden: Record<string, unknown>, bericht: string): void;
}

/**
 * What may be logged of an error: its kind, code and place. Its message stays out, because validation and connector
 * errors quote what was sent (contract.md, `LOG_LEVEL`: never content).
 */
export function foutVelden(fout: unknown): Record<string, unknown> {
  if (!(fout instanceof Error)) return { fout: typeof fout };
  const code =
    'code' in fout && typeof fout.code === 'string' && /^[\w.-]{1,60}$/.test(fout.code) ? fout.code : undefined;
  // The stack begins with the message, which can be of more lines, and each of them may look like a place.
  const { message, stack = '' } = fout;
  const plaats = stack
    .slice(message !== '' && stack.includes(message) ? stack.indexOf(message) + message.length : 0)
    .split('\n')
    .filter((regel) => regel.startsWith('    at '))
    .slice(0, 6);
  return { fout: fout.name, ...(code && { code }), plaats: plaats.map((regel) => regel.trim()) };
}

/**
 * Whether the whole of a text has the form of a casusnummer here: only then may it be logged before the casus was found,
 * because what people type or send as one may be anybody's name.
 */
export const lijktCasusnummer = ({ beleid }: Regels, tekst: string): boolean =>
  new RegExp(`^(?:${beleid.casusnummerPatroon})$`).test(tekst);

/** Counts what happens, without who or which casus. */
export interface Teller {
  opdracht(soort: string, uitkomst: string): void;
  /** A try to deliver a message that has been needed for so long. */
  bezorging(kaart: string, uitkomst: string, leeftijdMs: number): void;
  /** A term passed, and that was noticed so much later. */
  verlopen(termijn: string, vertragingMs: number): void;
  /** The round came so much later than the alarm of a casus. */
  achterstand(vertragingMs: number): void;
  /** Content of an overdracht was asked for and is not shown. */
  inhoudGeweigerd(waarom: string): void;
  /** Something new that the auditor found wrong. */
  bevinding(soort: string): void;
  /** One of many casussen could not be dealt with in this loop (elk.ts); the others were. */
  mislukt(lus: string): void;
}

export interface Omgeving {
  opslag: Opslag;
  kluis: Sleutelbos;
  postbode: Postbode;
  /** Has every posted card redrawn that no longer says how it stands (kaarten/): whoever writes a casus knows no cards. */
  natekenen(stand: { document: CasusDocument; stuk: Stuk; omgeving: Omgeving }): CasusDocument;
  klok: Klok;
  /** From 0 up to 1, as Math.random; tests can give a row that is the same every time. */
  toeval(): number;
  /** Read anew at each use: both can be replaced while running. */
  adresboek(): Adresboek;
  regels(): Regels;
  /** Files that were given at the start and gave way to what is stored. */
  nietGebruikt(): readonly NietGebruikt[];
  log: Logboek;
  teller: Teller;
}

const INHOUDFOUT: Record<Inhoudfout, string> = {
  onleesbaar: 'inhoud niet getoond: de sleutel ontbreekt',
  onversleuteld: 'inhoud niet getoond: die staat leesbaar in de opslag',
  gewijzigd: 'inhoud niet getoond: die is niet wat het journaal zegt, of de sleutel past niet',
};

/** Content that is not shown is for the beheerder to look into at once: its key is gone, or somebody was at the store. */
export function meldInhoudfout({ log, teller }: Omgeving, casusnummer: string, fout: Inhoudfout): void {
  teller.inhoudGeweigerd(fout);
  log.error({ casusnummer, inhoud: fout }, INHOUDFOUT[fout]);
}
