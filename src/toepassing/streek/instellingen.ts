/** The adresboek and policy in force: what is stored, or a file that takes its place at the start. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { keurBeleid } from '../../kern/beleid/beleid-keuring.ts';
import { beleidBestandSchema, bijgewerktOpSchema, type Beleid, type BeleidBestand } from '../../kern/beleid/beleid.ts';
import { beleidVan, STANDAARD_BELEID } from '../../kern/beleid/standaardbeleid.ts';
import type { Instelling } from '../../kern/stuk.ts';
import type { Regels } from '../../kern/termijnen.ts';
import { instantOfDag, maakKalender, type Instant } from '../../kern/tijd/werkdagen.ts';
import type { Gelezen, Opslag } from '../poorten.ts';
import { keurAdresboek } from './adresboek-keuring.ts';
import { adresboekSchema, type AdresboekGegevens } from './adresboek.ts';

/** A file or a stored setting that cannot be used; the text names it, the row and the remedy. */
export class BestandFout extends Error {
  override name = 'BestandFout';
}

/** A file that was given and not used, because what is stored is newer or of the same moment with other rows. */
export interface NietGebruikt {
  wat: Instelling;
  bestand: string;
  waarom: 'ouder' | 'zelfde-moment';
  bijgewerktOp: Instant;
  bewaardOp: Instant;
}

/** A file of settings that was given at the start. */
export interface Instellingbestand {
  pad: string;
  /** What it says now. Rejects with {@link BestandFout} when it cannot be read. */
  lees(): Promise<unknown>;
}

/** A setting in force, and what has to be done to make it so: `bewaard` is what it takes the place of. */
export interface Ingelezen<T, B = T> {
  inGebruik: T;
  /** The path of the file it comes from; empty when it comes from the store or is the guideline's own. */
  bestand: string;
  bewaard: Gelezen<B> | undefined;
  nietGebruikt?: NietGebruikt;
}

/** As it is stored: what the file said, and the whole table that it made, to see later what changed. */
export interface BewaardBeleid {
  bestand: BeleidBestand;
  tabel: Beleid;
}
export interface BeleidInGebruik extends BewaardBeleid {
  regels: Regels;
}

export const ADRESBOEK_REGISTER = 'adresboek';
export const BELEID_REGISTER = 'beleid';

export const digest = (waarde: unknown): string => createHash('sha256').update(JSON.stringify(waarde)).digest('hex');

function kloptNiet(wat: string, rijen: readonly string[], wens = ''): BestandFout {
  return new BestandFout([`${wat} klopt niet:`, ...rijen.map((rij) => `  ${rij}`), ...(wens ? [wens] : [])].join('\n'));
}

/** What it says, or every row that is wrong. */
function lees<T>(
  inhoud: unknown,
  schema: z.ZodType<T>,
  keur: (waarde: T) => string[],
): { goed: T } | { rijen: string[] } {
  const gelezen = schema.safeParse(inhoud, { error: z.locales.nl().localeError });
  if (!gelezen.success) {
    return { rijen: gelezen.error.issues.map(({ path, message }) => `${path.join('.') || '(bestand)'}: ${message}`) };
  }
  const rijen = keur(gelezen.data);
  return rijen.length > 0 ? { rijen } : { goed: gelezen.data };
}

/** When it was brought up to date, of a setting that was stored in any form; `undefined` when that cannot be read. */
function momentVan(waarde: unknown): Instant | undefined {
  const gelezen = z.looseObject({ bijgewerktOp: bijgewerktOpSchema }).safeParse(waarde);
  return gelezen.success ? instantOfDag(gelezen.data.bijgewerktOp) : undefined;
}

/** Compared as moments: a file may write its instant with any offset, or as a date, which is the start of that day. */
function vergelijk(
  wat: Instelling,
  bestand: string,
  nieuw: unknown,
  oud: unknown,
): NietGebruikt | 'nieuwer' | 'zelfde' {
  const bijgewerktOp = momentVan(nieuw);
  const bewaardOp = momentVan(oud);
  if (bijgewerktOp === undefined || bewaardOp === undefined || bijgewerktOp > bewaardOp) return 'nieuwer';
  if (bijgewerktOp === bewaardOp && digest(nieuw) === digest(oud)) return 'zelfde';
  return { wat, bestand, waarom: bijgewerktOp < bewaardOp ? 'ouder' : 'zelfde-moment', bijgewerktOp, bewaardOp };
}

/** The adresboek in force under this policy. Throws BestandFout when it is wrong or when there is none at all. */
export async function laadAdresboek(
  opslag: Opslag,
  bestand: Instellingbestand | undefined,
  beleid: Beleid,
): Promise<Ingelezen<AdresboekGegevens>> {
  const bewaard = await opslag.leesRegister<AdresboekGegevens>(ADRESBOEK_REGISTER);
  const keur = (gegevens: AdresboekGegevens): string[] => keurAdresboek(gegevens, beleid);
  let over: { bewaard: Gelezen<AdresboekGegevens>; nietGebruikt?: NietGebruikt } | undefined = bewaard && { bewaard };
  if (bestand !== undefined) {
    const nieuw = lees(await bestand.lees(), adresboekSchema, keur);
    if ('rijen' in nieuw) throw kloptNiet(bestand.pad, nieuw.rijen);
    const uitslag = bewaard ? vergelijk('adresboek', bestand.pad, nieuw.goed, bewaard.waarde) : 'nieuwer';
    if (uitslag === 'nieuwer') return { inGebruik: nieuw.goed, bestand: bestand.pad, bewaard };
    if (bewaard && uitslag !== 'zelfde') over = { bewaard, nietGebruikt: uitslag };
  }
  if (!over) {
    throw new BestandFout(
      'Er is nog geen adresboek. Zet ADRESBOEK_BESTAND op het pad van een adresboek (JSON); README.md toont de vorm.',
    );
  }
  const gelezen = lees(over.bewaard.waarde, adresboekSchema, keur);
  if ('rijen' in gelezen) {
    const wens = `Zet ADRESBOEK_BESTAND op een goed adresboek met een bijgewerktOp na ${momentVan(over.bewaard.waarde) ?? 'nu'}.`;
    throw kloptNiet('Het bewaarde adresboek', gelezen.rijen, wens);
  }
  return { inGebruik: gelezen.goed, bestand: '', ...over };
}

/** The table that a policy file makes, with its calendar. */
function inGebruik(bestand: BeleidBestand): BeleidInGebruik {
  const { bijgewerktOp: _wanneer, ...rijen } = bestand;
  const inhoud = JSON.stringify(rijen);
  const afwijking = createHash('sha256').update(inhoud).digest('hex').slice(0, 12);
  const isStandaard = inhoud === JSON.stringify(beleidBestandSchema.parse({}));
  const { versie } = STANDAARD_BELEID;
  const tabel = beleidVan(rijen, isStandaard ? versie : `${versie}+${afwijking}`);
  const { extraSluitingsdagen, kantooruren } = tabel;
  return {
    bestand,
    tabel,
    regels: { beleid: tabel, kalender: maakKalender({ extraSluitingsdagen, ...kantooruren }) },
  };
}

/**
 * After the merge, because a changed row can be wrong with one that the file leaves as it is. The guideline's own table is
 * checked by a test: to do so at every start takes 70 ms of it.
 */
function keurTabel(bestand: BeleidBestand): string[] {
  const { tabel } = inGebruik(bestand);
  return tabel.versie === STANDAARD_BELEID.versie ? [] : keurBeleid(tabel);
}

async function leesBeleidBestand({ pad, lees: leesBestand }: Instellingbestand): Promise<BeleidBestand> {
  const gelezen = lees(await leesBestand(), beleidBestandSchema, keurTabel);
  if ('rijen' in gelezen) throw kloptNiet(pad, gelezen.rijen);
  return gelezen.goed;
}

/** The policy of a file with its calendar, or the guideline's own table. Throws BestandFout when it is wrong. */
export async function laadRegels(bestand: Instellingbestand | undefined): Promise<Regels> {
  return inGebruik(bestand === undefined ? beleidBestandSchema.parse({}) : await leesBeleidBestand(bestand)).regels;
}

/**
 * The policy in force: the file's, else what was in force before, else the guideline's own table. A file that says when
 * it was brought up to date gives way to a newer one; one that does not is taken as it is. Throws BestandFout.
 */
export async function laadBeleid(
  opslag: Opslag,
  bestand: Instellingbestand | undefined,
): Promise<Ingelezen<BeleidInGebruik, BewaardBeleid>> {
  const bewaard = await opslag.leesRegister<BewaardBeleid>(BELEID_REGISTER);
  let nietGebruikt: NietGebruikt | undefined;
  if (bestand !== undefined) {
    const nieuw = await leesBeleidBestand(bestand);
    const uitslag = bewaard ? vergelijk('beleid', bestand.pad, nieuw, bewaard.waarde.bestand) : 'nieuwer';
    if (typeof uitslag === 'string') return { inGebruik: inGebruik(nieuw), bestand: bestand.pad, bewaard };
    nietGebruikt = uitslag;
  }
  if (!bewaard) return { inGebruik: inGebruik(beleidBestandSchema.parse({})), bestand: '', bewaard };
  const gelezen = lees(bewaard.waarde.bestand, beleidBestandSchema, keurTabel);
  if ('rijen' in gelezen) {
    const wens = 'Zet BELEID_BESTAND op een goed beleid; {} is de tabel van de richtlijn.';
    throw kloptNiet('Het bewaarde beleid', gelezen.rijen, wens);
  }
  return { inGebruik: inGebruik(gelezen.goed), bestand: '', bewaard, ...(nietGebruikt && { nietGebruikt }) };
}
