import { describe, expect, test } from 'vitest';
import type { Beleid } from '../../src/kern/beleid/beleid.ts';
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import { berichten } from '../../src/kern/berichten/berichten.ts';
import { houdToezicht } from '../../src/kern/beslis.ts';
import type { Bevinding } from '../../src/kern/eigen/toezicht.ts';
import type { Gebeurtenis } from '../../src/kern/gebeurtenissen.ts';
import type { ToezichtStuk } from '../../src/kern/stuk.ts';
import { naGebeurtenissen } from '../../src/kern/verwerk.ts';
import { context, KLOK, om, toegepast } from './steun.ts';

const NUMMER = '~toezicht-2026';
const TELLING = { open: 12, termijnen: 30, teLaat: 2, nietBezorgd: 0 };
const GEMIST: Bevinding = { soort: 'termijn-gemist', waar: 'VT-2026-0001' };
const ONLEESBAAR: Bevinding = { soort: 'casus-onleesbaar', waar: 'VT-2026-0002' };
const STUK: Bevinding = { soort: 'koppeling-stuk', waar: 'wijkteam-noord' };
/** Tuesday 1 December 2026. */
const DI = (tijd: string): string => `2026-12-01T${tijd}:00+01:00`;
const WO = (tijd: string): string => `2026-12-02T${tijd}:00+01:00`;

/** The record after each look, with what each look wrote. */
function na(
  ...blikken: [nu: string, bevindingen?: readonly Bevinding[], anders?: { beleid?: Beleid; telling?: boolean }][]
): { casus: ToezichtStuk | undefined; geschreven: Gebeurtenis[][] } {
  let casus: ToezichtStuk | undefined;
  const geschreven = blikken.map(([nu, bevindingen = [], { beleid = STANDAARD_BELEID, telling = true } = {}]) => {
    const waarneming = { bevindingen, laatsteRonde: om(nu), ...(telling && { telling: TELLING }) };
    const nieuw = toegepast(houdToezicht(NUMMER, casus, waarneming, context(nu, { door: KLOK, beleid })));
    const stuk = naGebeurtenissen(NUMMER, casus, nieuw);
    casus = stuk?.soort === 'toezicht' ? stuk : undefined;
    return [...nieuw];
  });
  return { casus, geschreven };
}
const soorten = (...blikken: Parameters<typeof na>): string[][] =>
  na(...blikken).geschreven.map((een) => een.map(({ soort }) => soort));

const HARTSLAG = ['hartslag-gegeven'];
const ONRAAD = ['onraad-gemeld'];

describe('the hartslag', () => {
  test('is given once a day, from its hour on', () => {
    expect(soorten([DI('08:29')], [DI('08:30')], [DI('08:31')], [DI('23:59')], [WO('08:29')], [WO('08:30')])).toEqual([
      [],
      HARTSLAG,
      [],
      [],
      [],
      HARTSLAG,
    ]);
  });

  test('comes late on a day on which the bot was away, and not twice the day after', () => {
    expect(soorten([DI('16:10')], [WO('08:30')], [WO('08:31')])).toEqual([HARTSLAG, HARTSLAG, []]);
  });

  test('rests in the weekend and on a holiday, unless the beleid says every day', () => {
    const zaterdag = '2026-12-05T10:00:00+01:00';
    const kerst = '2026-12-25T10:00:00+01:00';
    expect(soorten([zaterdag], [kerst])).toEqual([[], []]);
    const beleid: Beleid = { ...STANDAARD_BELEID, hartslag: { om: '10:00', dagen: 'elke-dag' } };
    expect(soorten([zaterdag, [], { beleid }], [kerst, [], { beleid }])).toEqual([HARTSLAG, HARTSLAG]);
  });

  test('waits until all casussen have been counted', () => {
    expect(soorten([DI('08:30'), [], { telling: false }], [DI('08:40')])).toEqual([[], HARTSLAG]);
  });

  test('says the numbers, the last round and what is wrong, to the channel of Veilig Thuis', () => {
    const { casus, geschreven } = na([DI('08:30'), [STUK, ONLEESBAAR, GEMIST]]);
    expect(geschreven[0]).toMatchObject([
      {
        nr: 1,
        door: KLOK,
        gegevens: { ...TELLING, laatsteRonde: om(DI('08:30')), bevindingen: [GEMIST, ONLEESBAAR, STUK], meer: 0 },
      },
    ]);
    if (!casus) throw new Error('geen registratie');
    expect(berichten(undefined, casus, geschreven[0] ?? [])).toEqual([{ nr: 1, kaart: 'toezicht', aan: 'kanaal-vt' }]);
    expect(casus).toMatchObject({ soort: 'toezicht', termijnen: [] });
  });
});

describe('an alarm', () => {
  test('goes out at once, at any hour, and once for the same finding', () => {
    const nacht = '2026-12-01T03:00:00+01:00';
    expect(soorten([nacht, [GEMIST]], ['2026-12-01T03:01:00+01:00', [GEMIST]], [DI('04:00'), [GEMIST]])).toEqual([
      ONRAAD,
      [],
      [],
    ]);
  });

  test('is not needed for what another card tells already', () => {
    const opgegeven: Bevinding = { soort: 'bericht-opgegeven', waar: 'VT-2026-0001' };
    const hersteld: Bevinding = { soort: 'wekker-fout', waar: 'VT-2026-0001' };
    expect(soorten([DI('03:00'), [STUK, opgegeven, hersteld]])).toEqual([[]]);
  });

  test('gathers for a quarter of an hour what is found after it, and names only what is new', () => {
    const { geschreven } = na(
      [DI('03:00'), [GEMIST]],
      [DI('03:14'), [GEMIST, ONLEESBAAR]],
      [DI('03:15'), [GEMIST, ONLEESBAAR]],
    );
    expect(geschreven.map((een) => een.length)).toEqual([1, 0, 1]);
    expect(geschreven[2]).toMatchObject([{ gegevens: { bevindingen: [ONLEESBAAR], meer: 0 } }]);
  });

  test('is not repeated beside the hartslag that names the same, nor by the next day', () => {
    expect(soorten([DI('08:30'), [GEMIST]], [DI('08:31'), [GEMIST]], ['2026-12-02T00:01:00+01:00', [GEMIST]])).toEqual([
      HARTSLAG,
      [],
      [],
    ]);
  });

  test('of something that went away and came back is given again after a hartslag without it', () => {
    expect(soorten([DI('03:00'), [GEMIST]], [DI('08:30')], [DI('11:00'), [GEMIST]])).toEqual([
      ONRAAD,
      HARTSLAG,
      ONRAAD,
    ]);
  });

  test('names a hundred at most, says how many more, and then rests until the hartslag', () => {
    const veel = Array.from({ length: 250 }, (_, nr): Bevinding => ({
      soort: 'casus-onleesbaar',
      waar: `VT-2026-${String(nr).padStart(4, '0')}`,
    }));
    const { geschreven } = na([DI('03:00'), veel], [DI('04:00'), veel], [DI('08:30'), veel]);
    expect(geschreven.map((een) => een.length)).toEqual([1, 0, 1]);
    expect(geschreven[0]?.[0]?.gegevens).toMatchObject({ bevindingen: veel.slice(0, 100), meer: 150 });
  });

  test('of last year is not given again because the record is new', () => {
    const { casus } = na([DI('03:00'), [GEMIST]]);
    const nu = '2027-01-01T00:01:00+01:00';
    const kijk = (vorige: ToezichtStuk | undefined) =>
      houdToezicht('~toezicht-2027', vorige, { bevindingen: [GEMIST] }, context(nu, { door: KLOK }));
    expect(toegepast(kijk(casus))).toEqual([]);
    expect(toegepast(kijk(undefined))).toMatchObject([{ nr: 1, soort: 'onraad-gemeld' }]);
    const nieuw = toegepast(
      houdToezicht('~toezicht-2027', casus, { bevindingen: [ONLEESBAAR] }, context(nu, { door: KLOK })),
    );
    // The new record counts its own events.
    expect(nieuw).toMatchObject([{ nr: 1 }]);
  });
});
