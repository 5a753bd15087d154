import { expect, test } from 'vitest';
import { opdrachtSchema } from '../../src/kern/opdrachten.ts';
import { koud } from './steun.ts';

test('an opinion is taken only with its holder and the facts it rests on (§5)', () => {
  const oordeel = { tekst: 'Het gezin wil hulp.', vanWie: 'de onderzoeker', opGrondVan: 'drie gesprekken' };
  const aangenomen = (oordelen: unknown): boolean => opdrachtSchema.safeParse({ ...koud, oordelen }).success;
  expect(aangenomen([oordeel])).toBe(true);
  for (const veld of ['vanWie', 'opGrondVan']) {
    expect(aangenomen([{ ...oordeel, [veld]: '' }])).toBe(false);
    expect(aangenomen([{ ...oordeel, [veld]: undefined }])).toBe(false);
  }
  expect(aangenomen(['Het gezin wil hulp.'])).toBe(false);
});
