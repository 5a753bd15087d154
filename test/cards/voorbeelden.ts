/**
 * The sample data of `cards/`, by card and name: a file has one whole model (`basis`) and what is different in each
 * sample (`varianten`).
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { KAART_NAMEN } from '../../src/adapters/kaarten/kaarten.ts';
import { KAARTMODELLEN, type KaartBericht, type KaartNaam } from '../../src/toepassing/kaarten/kaartmodellen.ts';

export const CARDS = new URL('../../cards/', import.meta.url);

export interface Voorbeeld {
  kaart: KaartNaam;
  naam: string;
  model: unknown;
}

type Velden = Record<string, unknown>;
const isVelden = (waarde: unknown): waarde is Velden =>
  typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

const bestand = z.strictObject({
  basis: z.record(z.string(), z.unknown()),
  varianten: z.record(z.string(), z.record(z.string(), z.unknown())),
});

export const VOORBEELDEN: Voorbeeld[] = KAART_NAMEN.flatMap((kaart) => {
  const gelezen: unknown = JSON.parse(readFileSync(new URL(`${kaart}.voorbeeld.json`, CARDS), 'utf8'));
  const { basis, varianten } = bestand.parse(gelezen);
  return Object.entries(varianten).map(([naam, variant]) => ({ kaart, naam, model: afwijkend(basis, variant) }));
});

/** What the variant says, and for the rest the same; a list is replaced, an object (`mag`, `knoppen`) field by field. */
function afwijkend(basis: Velden, variant: Velden): Velden {
  const nieuw = Object.entries(variant).map(([naam, waarde]) => {
    const oud = basis[naam];
    return [naam, isVelden(waarde) && isVelden(oud) ? afwijkend(oud, waarde) : waarde];
  });
  return { ...basis, ...Object.fromEntries(nieuw) };
}

export function voorbeeld(kaart: KaartNaam, naam: string): Record<string, unknown> {
  const gevonden = VOORBEELDEN.find((kandidaat) => kandidaat.kaart === kaart && kandidaat.naam === naam);
  if (!gevonden) throw new Error(`geen voorbeeld ${kaart}.${naam}`);
  return gevonden.model as Record<string, unknown>;
}

/** A message with a model that has been held to its schema, which the compiler cannot follow. */
export const bericht = (kaart: KaartNaam, model: unknown): KaartBericht =>
  ({ kaart, model: KAARTMODELLEN[kaart].parse(model), samenvatting: 'Bericht' }) as KaartBericht;

/** The same without that check, for models that are hostile on purpose. */
export const ongekeurdBericht = (kaart: KaartNaam, model: unknown, rest: Partial<KaartBericht> = {}): KaartBericht =>
  ({ kaart, model, samenvatting: 'Bericht', ...rest }) as KaartBericht;
