import { expect, test } from 'vitest';
import { openSqlite } from '../../src/adapters/opslag/sqlite.ts';
import { instant, type Instant } from '../../src/kern/tijd/werkdagen.ts';
import { maakVirtueleKlok } from '../../src/klok.ts';
import { verstrijk } from '../steun/verstrijk.ts';
import { maakWereld } from './wereld.ts';

test('given a casus that no round can write, when a story lets time pass, then the story fails and says which', async () => {
  const opslag = openSqlite({ bestand: ':memory:' });
  let stuk = false;
  const wereld = await maakWereld({
    gekoppeld: ['vt'],
    opslag: async () => ({
      ...opslag,
      vervang: (document, etag) =>
        stuk && document.id === 'VT-2026-0001'
          ? Promise.reject(new Error('de opslag weigert'))
          : opslag.vervang(document, etag),
    }),
  });
  await wereld.api('POST', '/api/v1/casussen', {
    casusnummer: 'VT-2026-0001',
    gemeente: 'breda',
    meldingOntvangenOp: '2026-11-23T08:45:00+01:00',
  });
  stuk = true;
  await expect(wereld.naar('2026-12-02T09:00:00+01:00')).rejects.toThrow(/na 500 ronden .* staat VT-2026-0001 nog op/);
});

test('given moments on the way, when time passes, then a round runs at each of them and at the end', async () => {
  const momenten = ['2026-11-23T09:00:00.000Z', '2026-11-24T09:00:00.000Z'].map((tekst) => instant(tekst));
  const klok = maakVirtueleKlok(instant('2026-11-23T08:00:00Z'), 0);
  const ronden: Instant[] = [];
  const opslag = {
    teWekken: async (tot: Instant) => (momenten[0] !== undefined && momenten[0] <= tot ? ['een'] : []),
    lees: async () => ({ waarde: { wekOp: momenten[0] }, etag: '1' }) as never,
  };
  const ronde = async (): Promise<void> => {
    ronden.push(klok.nu());
    if (momenten[0] !== undefined && momenten[0] <= klok.nu()) momenten.shift();
  };
  await verstrijk({ opslag, klok, ronde }, instant('2026-11-25T08:00:00Z'));
  expect(ronden).toEqual(['2026-11-23T09:00:00.000Z', '2026-11-24T09:00:00.000Z', '2026-11-25T08:00:00.000Z']);
});
