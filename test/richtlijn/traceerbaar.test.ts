import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { leesRegels, REGELS, type Regel } from './regels.ts';

const WORTEL = join(import.meta.dirname, '../..');

/** Rows of domein.md: 3 laws in §1, 21 rows in §3, 11 bullets in §4, 20 rows and 6 bullets in §5. */
const AANTAL = { 1: 3, 3: 21, 4: 11, 5: 20 + 6 } as const;
/** Rows that the program does not follow yet: the issue that asks for it takes it out here. */
const NOG_NIET = new Set([
  '3.9', // one end of a team's wachtlijst, said by the team or the contactambtenaar, lifts it for every casus
  '3.16', // terugnemen from the cliëntsysteem, or of a closed casus
  '5.5', // overdrachtsgesprek
  '5.6', // afspraken op schrift
  '5.7', // contactpersoon bekendmaken
  '5.22', // spoed later, another casusregisseur, who was present
]);

/** The title of a test stands on the line of its call, behind its table, or on the line after an opening bracket. */
function titelregels(bron: string): string[] {
  const regels = bron.split('\n');
  return regels.filter((regel, index) => {
    if (/^\s*(?:it|test|describe|verhaal\w*)\b.*\(\s*['"`]/.test(regel) || /^\s*[\])}].*\)\(\s*['"`]/.test(regel))
      return true;
    const vorige = regels[index - 1] ?? '';
    return /^\s*['"`]/.test(regel) && /(?:^\s*(?:it|test|describe|verhaal\w*)\b.*|\))\($/.test(vorige);
  });
}

/** What is wrong with a row; nothing when it names a § and each of its scenarios is there. */
function gebreken({ id, bron, regel, bewijs }: Regel): string[] {
  const gevonden: string[] = [];
  if (!/§\d|Add\.\d/.test(bron)) gevonden.push(`${id}: names no §`);
  if (!/^[A-Z].*\.$/.test(regel)) gevonden.push(`${id}: is no sentence`);
  if (bewijs.length === 0) gevonden.push(`${id}: has no scenario`);
  for (const { bestand, titel } of bewijs) {
    const pad = join(WORTEL, bestand);
    if (!existsSync(pad)) gevonden.push(`${id}: ${bestand} does not exist`);
    else if (
      titel.length < 10 ||
      !titelregels(readFileSync(pad, 'utf8')).some((titelregel) => titelregel.includes(titel))
    )
      gevonden.push(`${id}: ${bestand} has no test "${titel}"`);
  }
  return gevonden;
}

describe('the rules of the domain', () => {
  test.each(REGELS)('$id ($bron) is proven by a scenario that exists: $regel', (regel) => {
    expect(gebreken(regel)).toEqual([]);
  });

  test('are all there, each once and in the order of the domain', () => {
    const verwacht = Object.entries(AANTAL).flatMap(([deel, aantal]) =>
      Array.from({ length: aantal }, (_, index) => `${deel}.${index + 1}`).filter((id) => !NOG_NIET.has(id)),
    );
    expect(REGELS.map(({ id }) => id)).toEqual(verwacht);
    expect(new Set(REGELS.map(({ regel }) => regel)).size).toBe(REGELS.length);
  });
});

describe('control: the check finds a row', () => {
  const bestand = 'test/kern/melding.test.ts';
  const echt = { bestand, titel: 'counts from the receipt' } as const;
  const goed: Regel = { id: '3.1', bron: '§3.1.2', regel: 'A sentence.', bewijs: [echt] };

  test.each<[string, Partial<Regel>, string]>([
    ['with an unknown title', { bewijs: [{ bestand, titel: 'no test says this' }] }, 'has no test'],
    ['with words of the code that are no title', { bewijs: [{ bestand, titel: 'geregistreerdOp' }] }, 'has no test'],
    ['with a second scenario unknown', { bewijs: [echt, { bestand, titel: 'no test says this' }] }, 'has no test'],
    ['with a file that is not there', { bewijs: [{ ...echt, bestand: 'test/kern/geen.test.ts' }] }, 'does not exist'],
    ['without a scenario', { bewijs: [] }, 'has no scenario'],
    ['without a §', { bron: 'somewhere' }, 'names no §'],
  ])('%s', (_naam, anders, gebrek) => {
    expect(gebreken(goed)).toEqual([]);
    expect(gebreken({ ...goed, ...anders })).toEqual([expect.stringContaining(gebrek)]);
  });

  test('that is written down in another way, and reads one that is not', () => {
    expect(leesRegels('3.1 (§3.1.2) A sentence.\n  kern/melding: counts from the receipt')).toEqual([goed]);
    for (const tekst of ['3.1 A sentence.', '  kern/melding: counts', '3.1 (§3.1.2) A sentence.\nkern/melding: counts'])
      expect(() => leesRegels(tekst)).toThrow('no rule and no scenario');
  });
});
