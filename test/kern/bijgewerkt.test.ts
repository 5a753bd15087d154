/** When a file was brought up to date: a date and a moment compare as one thinks of them (contract.md §5). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bijgewerktOpSchema } from '../../src/kern/beleid/beleid.ts';
import { instantOfDag, lokaleKlok } from '../../src/kern/tijd/werkdagen.ts';

const moment = fc.date({
  min: new Date('2000-01-02T00:00:00Z'),
  max: new Date('2099-12-30T00:00:00Z'),
  noInvalidDate: true,
});

test('a date lies at or before every moment of its day and after every moment of an earlier day', () => {
  fc.assert(
    fc.property(moment, moment, (een, ander) => {
      const { datum } = lokaleKlok(een.toISOString());
      expect(bijgewerktOpSchema.safeParse(datum).success).toBe(true);
      const isOpOfNa = lokaleKlok(ander.toISOString()).datum >= datum;
      expect(instantOfDag(datum) <= instantOfDag(ander.toISOString())).toBe(isOpOfNa);
    }),
  );
});

test('a date is midnight in Amsterdam, also where summer time begins and ends', () => {
  fc.assert(
    fc.property(moment, (een) => {
      const { datum } = lokaleKlok(een.toISOString());
      expect(lokaleKlok(instantOfDag(datum))).toEqual({ datum, tijd: '00:00' });
    }),
    { examples: [[new Date('2026-03-29T12:00:00Z')], [new Date('2026-10-25T12:00:00Z')]] },
  );
});
