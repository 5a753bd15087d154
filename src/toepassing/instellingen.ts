/** The adresboek and policy in force: read from the store, replaced by a newer file at the start. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { STANDAARD_BELEID, beleidBestandSchema, beleidVan, type Beleid } from '../kern/beleid.ts';
import { keurBeleid } from '../kern/beleid-keuring.ts';
import { maakKalender } from '../kern/werkdagen.ts';
import type { Regels } from '../kern/termijnen.ts';
import { adresboekSchema, maakAdresboek, type Adresboek, type AdresboekGegevens } from './adresboek.ts';
import type { Opslag } from './poorten.ts';

/** A file that cannot be used; the text names file, row and remedy. */
export class BestandFout extends Error {
  override name = 'BestandFout';
}

async function leesBestand<T>(pad: string, schema: z.ZodType<T>): Promise<T> {
  let inhoud: unknown;
  try {
    // Editors on Windows put a byte order mark in front, which JSON does not know.
    inhoud = JSON.parse((await readFile(pad, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (fout) {
    throw new BestandFout(`${pad} kan niet worden gelezen: ${fout instanceof Error ? fout.message : String(fout)}`);
  }
  const gelezen = schema.safeParse(inhoud, { error: z.locales.nl().localeError });
  if (gelezen.success) return gelezen.data;
  throw kloptNiet(
    pad,
    gelezen.error.issues.map(({ path, message }) => `${path.join('.') || '(bestand)'}: ${message}`),
  );
}

function kloptNiet(pad: string, rijen: readonly string[]): BestandFout {
  return new BestandFout(`${pad} klopt niet:\n${rijen.map((rij) => `  ${rij}`).join('\n')}`);
}

/** The adresboek in force. Throws BestandFout when the file is wrong or when there is none at all. */
export async function laadAdresboek(opslag: Opslag, bestand: string | undefined): Promise<Adresboek> {
  const bewaard = await opslag.leesRegister<AdresboekGegevens>('adresboek');
  if (bestand === undefined) {
    if (bewaard) return maakAdresboek(adresboekSchema.parse(bewaard.waarde));
    throw new BestandFout(
      'Er is nog geen adresboek. Zet ADRESBOEK_BESTAND op het pad van een adresboek (JSON); README.md toont de vorm.',
    );
  }
  const nieuw = await leesBestand(bestand, adresboekSchema);
  // Compared as moments: a file may write its instant with any offset.
  if (bewaard && Date.parse(bewaard.waarde.bijgewerktOp) >= Date.parse(nieuw.bijgewerktOp)) {
    return maakAdresboek(adresboekSchema.parse(bewaard.waarde));
  }
  await opslag.schrijfRegister('adresboek', nieuw, bewaard?.etag);
  return maakAdresboek(nieuw);
}

/** The policy in force with its calendar: the file's, or the guideline's own table. Throws BestandFout when it is wrong. */
export async function laadRegels(bestand: string | undefined): Promise<Regels> {
  let beleid: Beleid = STANDAARD_BELEID;
  if (bestand !== undefined) {
    const eigen = await leesBestand(bestand, beleidBestandSchema);
    const inhoud = JSON.stringify(eigen);
    const afwijking = createHash('sha256').update(inhoud).digest('hex').slice(0, 12);
    const isStandaard = inhoud === JSON.stringify(beleidBestandSchema.parse({}));
    beleid = beleidVan(eigen, isStandaard ? STANDAARD_BELEID.versie : `${STANDAARD_BELEID.versie}+${afwijking}`);
    // After the merge, because a changed row can be wrong with one that the file leaves as it is.
    const rijen = keurBeleid(beleid);
    if (rijen.length > 0) throw kloptNiet(bestand, rijen);
  }
  const { extraSluitingsdagen, kantooruren } = beleid;
  return { beleid, kalender: maakKalender({ extraSluitingsdagen, ...kantooruren }) };
}
