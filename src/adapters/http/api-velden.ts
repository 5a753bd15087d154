/** What is wrong with a message, per field and in Dutch: whoever builds on the API finds the field and the remedy. */
import { z } from 'zod';
import { OPDRACHT_SOORTEN } from '../../kern/opdrachten.ts';

export interface Veldfout {
  /** The path of the field, such as `oordelen.0.vanWie`. */
  veld: string;
  melding: string;
}

/** More than this helps nobody, and a list of thousands of wrong values must not become an answer of megabytes. */
const MEEST = 20;

// What is not said here in our own words, zod says in Dutch.
z.config(z.locales.nl());

const pad = (delen: readonly PropertyKey[]): string => delen.map(String).join('.') || '(bericht)';

function staatEr(bron: unknown, delen: readonly PropertyKey[]): boolean {
  let deel = bron;
  for (const naam of delen) {
    if (typeof deel !== 'object' || deel === null || !Object.hasOwn(deel, naam)) return false;
    deel = (deel as Record<PropertyKey, unknown>)[naam];
  }
  return deel !== undefined;
}

/** The problems of `bron` that zod found, with the name of each field. */
export function veldfouten({ issues }: z.ZodError, bron: unknown): Veldfout[] {
  return issues.slice(0, MEEST).flatMap((issue): Veldfout[] => {
    const { code, path, message } = issue;
    if (code === 'unrecognized_keys') {
      return issue.keys
        .slice(0, MEEST)
        .map((naam) => ({ veld: pad([...path, naam.slice(0, 60)]), melding: 'Dit veld bestaat niet.' }));
    }
    if (code === 'invalid_union' && issue.discriminator !== undefined) {
      return [{ veld: pad(path), melding: `Kies één van: ${OPDRACHT_SOORTEN.join(', ')}.` }];
    }
    if (code === 'invalid_format' && issue.format === 'datetime') {
      return [{ veld: pad(path), melding: 'Geef een bestaand moment met tijdzone, zoals 2026-12-01T10:00:00+01:00.' }];
    }
    if (!staatEr(bron, path))
      return [{ veld: pad(path), melding: path.length > 0 ? 'Dit veld ontbreekt.' : 'Er is geen bericht.' }];
    return [{ veld: pad(path), melding: message }];
  });
}
