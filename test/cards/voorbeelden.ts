/** The sample data of `cards/`, by card and name. */
import { readFileSync } from 'node:fs';
import { KAART_NAMEN } from '../../src/adapters/teams/kaarten.ts';
import type { KaartBericht, KaartNaam } from '../../src/toepassing/kaarten/kaartmodellen.ts';
import { MODELLEN } from './modellen.ts';

export const CARDS = new URL('../../cards/', import.meta.url);

export interface Voorbeeld {
  kaart: KaartNaam;
  naam: string;
  model: unknown;
}

export const VOORBEELDEN: Voorbeeld[] = KAART_NAMEN.flatMap((kaart) => {
  const gelezen: unknown = JSON.parse(readFileSync(new URL(`${kaart}.voorbeeld.json`, CARDS), 'utf8'));
  return Object.entries(gelezen as Record<string, unknown>).map(([naam, model]) => ({ kaart, naam, model }));
});

export function voorbeeld(kaart: KaartNaam, naam: string): Record<string, unknown> {
  const gevonden = VOORBEELDEN.find((kandidaat) => kandidaat.kaart === kaart && kandidaat.naam === naam);
  if (!gevonden) throw new Error(`geen voorbeeld ${kaart}.${naam}`);
  return gevonden.model as Record<string, unknown>;
}

/** A message with a model that has been held to its schema, which the compiler cannot follow. */
export const bericht = (kaart: KaartNaam, model: unknown): KaartBericht =>
  ({ kaart, model: MODELLEN[kaart].parse(model), samenvatting: 'Bericht' }) as KaartBericht;

/** The same without that check, for models that are hostile on purpose. */
export const ongekeurdBericht = (kaart: KaartNaam, model: unknown, rest: Partial<KaartBericht> = {}): KaartBericht =>
  ({ kaart, model, samenvatting: 'Bericht', ...rest }) as KaartBericht;
