/**
 * A row that leaves something out does not compile: each line below is an error, and `npm run typecheck` fails when one of
 * them no longer is. What the engine does with a row is the same for every kind.
 */
import { describe, expect, test } from 'vitest';
import { GEBEURTENISSEN, type Gebeurtenis } from '../../src/kern/gebeurtenissen.ts';
import { gebeurtenis } from '../../src/kern/rij/gebeurtenisrij.ts';
import { inFase, kaartVanNu, metTermijn, opdracht } from '../../src/kern/rij/opdrachtrij.ts';
import { verwerk } from '../../src/kern/verwerk.ts';
import { gegeven, om, ONTVANGEN, OPGEPAKT, VT, wacht, wachtlijst } from './steun.ts';

interface Gepland {
  dag: string;
  wie: string;
}
const gebeurd = {
  van: 'casus',
  bron: '§4.2',
  besluit: true,
  woorden: 'geen',
  begint: 'nooit',
  verwerk: <S>(stuk: S): S => stuk,
} as const;
const velden = { dag: 'blijft', wie: 'persoon' } as const;
const gepland = gebeurtenis<Gepland>()('gepland', { ...gebeurd, velden, hoort: [] });

const gevraagd = {
  bron: '§4.2',
  invoer: {},
  teams: 'laatste',
  over: kaartVanNu,
  alGedaan: () => false,
  doe: () => [gepland({ dag: '2026-12-09', wie: 'Nico' }, { verantwoordelijk: 'blijft' })],
} as const;
const knop = inFase('opgepakt');

/** Each is a row, or a use of one, with one thing wrong; none of them is ever called. */
const FOUT: Record<string, () => unknown> = {
  'an event without who hears it': () =>
    // @ts-expect-error hoort
    gebeurtenis<Gepland>()('gepland', { ...gebeurd, velden }),
  'an event without what becomes of its fields': () =>
    // @ts-expect-error velden
    gebeurtenis<Gepland>()('gepland', { ...gebeurd, hoort: [] }),
  'an event with a field that retention does not know of': () =>
    // @ts-expect-error velden.wie
    gebeurtenis<Gepland>()('gepland', { ...gebeurd, velden: { dag: 'blijft' }, hoort: [] }),
  'an event with a field to erase that is not there': () =>
    gebeurtenis<{ dag: string }>()('gepland', {
      ...gebeurd,
      // @ts-expect-error velden.wie
      velden: { dag: 'blijft', wie: 'persoon' },
      hoort: [],
    }),
  'a consequence that does not say who is responsible': () =>
    // @ts-expect-error verantwoordelijk
    gepland({ dag: '2026-12-09', wie: 'Nico' }, {}),
  'a consequence that starts an unknown term': () =>
    // @ts-expect-error bestaat-niet
    gepland({ dag: '2026-12-09', wie: 'Nico' }, { verantwoordelijk: 'blijft', start: [{ naam: 'bestaat-niet' }] }),
  'an event without one of its fields': () =>
    // @ts-expect-error wie
    gepland({ dag: '2026-12-09' }, { verantwoordelijk: 'blijft' }),
  'an opdracht without who may give it': () =>
    // @ts-expect-error wie
    opdracht('plannen', { ...gevraagd, in: 'elke-fase', knop }),
  'an opdracht without the fasen that allow it': () =>
    // @ts-expect-error in
    opdracht('plannen', { ...gevraagd, wie: ['team'], knop }),
  'an opdracht without when its button fits': () =>
    // @ts-expect-error knop
    opdracht('plannen', { ...gevraagd, wie: ['team'], in: 'elke-fase' }),
  'a button that waits for an unknown term': () =>
    // @ts-expect-error bestaat-niet
    opdracht('plannen', { ...gevraagd, wie: ['team'], in: 'elke-fase', knop: metTermijn('bestaat-niet') }),
};

describe('a row', () => {
  test('compiles when it is whole, and makes its event', () => {
    const rij = opdracht('plannen', { ...gevraagd, wie: ['team'], in: 'elke-fase', knop });
    expect(rij.soort).toBe('plannen');
    expect(gevraagd.doe()).toEqual([
      expect.objectContaining({ soort: 'gepland', bron: '§4.2', gegevens: { dag: '2026-12-09', wie: 'Nico' } }),
    ]);
  });

  test.each(Object.keys(FOUT))('does not compile: %s', (naam) => {
    expect(FOUT[naam]).toBeTypeOf('function');
  });

  test('stands under its own name', () => {
    for (const [soort, rij] of Object.entries(GEBEURTENISSEN)) expect(rij.soort).toBe(soort);
  });
});

describe('an event in a record of another kind', () => {
  const vreemd = {
    nr: 99,
    op: om(OPGEPAKT),
    vastgelegdOp: om(OPGEPAKT),
    door: VT,
    bron: '§4.2',
  };
  const basis = { versie: 99, besluitVersie: 99, besluitOp: om(OPGEPAKT), laatstVastgelegd: om(OPGEPAKT) };

  test('changes only the version: of a casus in that of a wachtlijst', () => {
    const { casus: lijst } = wachtlijst('2026-12-08T00:00:00+01:00', [
      wacht('VT-2026-0001', '2026-12-08T00:00:00+01:00'),
    ]);
    const opgepakt: Gebeurtenis<'opgepakt'> = {
      ...vreemd,
      soort: 'opgepakt',
      gegevens: { overdracht: 1, casusregisseur: 'Nico' },
    };
    expect(verwerk(lijst, opgepakt)).toEqual({ ...lijst, ...basis });
  });

  test('and the same event does change a casus', () => {
    const { casus } = gegeven({}, ...ONTVANGEN);
    const opgepakt: Gebeurtenis<'opgepakt'> = {
      ...vreemd,
      soort: 'opgepakt',
      gegevens: { overdracht: 1, casusregisseur: 'Nico' },
    };
    expect(verwerk(casus, opgepakt).fase).toBe('opgepakt');
  });
});
