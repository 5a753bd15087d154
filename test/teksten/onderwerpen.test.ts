import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Onderwerpteksten } from '../../src/teksten/onderwerp.ts';
import { ALLE } from '../../src/teksten/onderwerpen.nl.ts';

/** What two subjects both have a text for: the later one would silently take the place of the other. */
function dubbel(onderwerpen: readonly Onderwerpteksten[]): string[] {
  const sleutels = onderwerpen.flatMap((onderwerp) =>
    Object.entries(onderwerp).flatMap(([kolom, teksten]) => Object.keys(teksten).map((wat) => `${kolom} ${wat}`)),
  );
  return sleutels.filter((sleutel, plek) => sleutels.indexOf(sleutel) !== plek);
}

describe('the texts of the subjects', () => {
  it('stand once: no two subjects speak of the same', () => {
    expect(dubbel(ALLE)).toEqual([]);
  });

  it('are all there: one file, one subject', () => {
    const bestanden = readdirSync(new URL('../../src/teksten/onderwerpen/', import.meta.url));
    expect(new Set(ALLE).size).toBe(bestanden.length);
  });

  it('control: a text that stands twice is seen', () => {
    expect(dubbel([{ termijn: { triage: 'a' } }, { termijn: { triage: 'b' }, teDoen: { triage: 'c' } }])).toEqual([
      'termijn triage',
    ]);
  });
});
