import { describe, expect, test } from 'vitest';
import { beslisKlok, vervolg, wekMoment } from '../../src/kern/beslis.ts';
import type { Gebeurtenis } from '../../src/kern/gebeurtenissen.ts';
import type { Wachtende } from '../../src/kern/rij/opdrachtrij.ts';
import type { WachtlijstVtStuk } from '../../src/kern/stuk.ts';
import { herleid } from '../../src/kern/verwerk.ts';
import { context, daarna, KLOK, LIJST, om, wacht, wachtlijst, type Daad, type Toestand } from './steun.ts';

/** Tuesday 8 December 00:00: three weeks end with Tuesday 29 December. */
const DI = '2026-12-08T00:00:00+01:00';
const X = wacht('VT-2026-0001', DI);
const Y = wacht('VT-2026-0002', DI);
const Z = wacht('VT-2026-0003', '2026-12-21T00:00:00+01:00');
const ronde = (nu: string, ...wachtenden: Wachtende[]): Daad => [nu, 'klok', { wachtenden }];
const NIEUWJAAR = '2027-01-01T08:29:00+01:00';

/** A wachtlijst that ran from 8 December on and was looked at every day at 08:30 and 12:00. */
function inDecember(): Toestand<WachtlijstVtStuk> {
  const dagen = Array.from({ length: 24 }, (_, dag) => String(dag + 8).padStart(2, '0'));
  return wachtlijst(
    DI,
    [X, Y],
    ...dagen.flatMap((dag): Daad[] => [
      ronde(`2026-12-${dag}T08:30:00+01:00`, X, Y, ...(dag > '20' ? [Z] : [])),
      ronde(`2026-12-${dag}T12:00:00+01:00`, X, Y, ...(dag > '20' ? [Z] : [])),
    ]),
  );
}
const verder = ({ casus, journaal }: Toestand<WachtlijstVtStuk>, nu: string) =>
  vervolg(casus, { begin: journaal[0]?.vastgelegdOp ?? '', kop: 'kop' }, context(nu, { door: KLOK }));

describe('the daily events of the wachtlijst', () => {
  test('given a journal with whole lists, when it is read, then the list and the pace are what they were', () => {
    const stand = daarna(wachtlijst(DI, [X, Y]), ronde('2026-12-08T08:30:00+01:00', X, Z));
    const oud = stand.journaal.map((gebeurtenis): Gebeurtenis =>
      gebeurtenis.soort === 'screening-gevraagd'
        ? {
            ...gebeurtenis,
            gegevens: { dag: gebeurtenis.gegevens.dag, casussen: ['VT-2026-0001', 'VT-2026-0003'], erbij: 1, eraf: 1 },
          }
        : gebeurtenis,
    );
    expect(herleid(LIJST, oud)).toEqual(stand.casus);
    expect(stand.casus.wachtlijstVt).toMatchObject({
      casussen: ['VT-2026-0001', 'VT-2026-0003'],
      dagen: [{ aantal: 2, erbij: 1, eraf: 1 }],
    });
  });

  test('given 300 that wait, when none came or went, then the event of that day names none of them', () => {
    const veel = Array.from({ length: 300 }, (_, nr) => wacht(`VT-2026-${1000 + nr}`, DI));
    const stand = daarna(
      wachtlijst(DI, veel),
      ronde('2026-12-08T08:30:00+01:00', ...veel),
      ronde('2026-12-09T08:30:00+01:00', ...veel),
    );
    const dag = stand.journaal.findLast(({ soort }) => soort === 'screening-gevraagd');
    expect(dag?.gegevens).toEqual({ dag: om('2026-12-09T08:30:00+01:00'), aantal: 300, erbij: [], eraf: [] });
  });
});

describe('a record of the bot itself in a new month', () => {
  test('given the month in which it began, or a clock that went back, then it goes on as it is', () => {
    const stand = inDecember();
    for (const nu of ['2026-12-31T23:59:59+01:00', '2026-11-30T12:00:00+01:00'])
      expect(verder(stand, nu)).toBeUndefined();
  });

  test('given an open wachtlijst, when the month changes, then its state is what it was, term by term and day by day', () => {
    const stand = inDecember();
    const gevolg = verder(stand, NIEUWJAAR);
    expect(gevolg?.archief).toBe('~wachtlijst-vt~2026-12');
    const alleen = herleid(LIJST, gevolg ? [gevolg.gebeurtenis] : []);
    expect(alleen).toEqual({
      ...stand.casus,
      versie: stand.casus.versie + 1,
      laatstVastgelegd: om(NIEUWJAAR),
    });
  });

  test('given the same days after it, then what is written is the same as without a change of month', () => {
    let zonder = inDecember();
    const begin = verder(zonder, NIEUWJAAR)?.gebeurtenis;
    const casus = begin && herleid(LIJST, [begin]);
    if (casus?.soort !== 'wachtlijst-vt' || !begin) throw new Error('geen vervolg');
    let met: Toestand<WachtlijstVtStuk> = { casus, journaal: [begin] };
    const kaal = ({ journaal }: Toestand<WachtlijstVtStuk>) =>
      journaal.flatMap(({ soort, op, gegevens }) =>
        op < om(NIEUWJAAR) || soort === 'registratie-vervolgd'
          ? []
          : [soort, op, JSON.stringify(gegevens).replace(/-\d+"/g, '"')],
      );
    for (let dag = 1; dag <= 9; dag++) {
      for (const tijd of ['08:30', '12:00', '16:00']) {
        const nu = `2027-01-0${dag}T${tijd}:00+01:00`;
        const daad = ronde(nu, ...(dag > 7 ? [] : [X, Z]));
        expect(wekMoment(met.casus, om(nu), context(nu))).toBe(wekMoment(zonder.casus, om(nu), context(nu)));
        met = daarna(met, daad);
        zonder = daarna(zonder, daad);
      }
    }
    expect(kaal(met)).toEqual(kaal(zonder));
    expect(kaal(met)).toContain('wachtlijst-vt-weggewerkt');
  });

  test('given a part that was put away, then nothing runs in it and its only alarm is when it is erased', () => {
    const { journaal } = inDecember();
    const archief = herleid('~wachtlijst-vt~2026-12', journaal);
    if (!archief) throw new Error('leeg');
    const kader = context('2027-02-01T09:00:00+01:00', { door: KLOK, wachtenden: [X] });
    expect(beslisKlok(archief, kader)).toEqual({ gebeurtenissen: [] });
    const wek = wekMoment(archief, kader.nu, kader);
    expect(wek !== undefined && wek > om('2027-06-01T00:00:00+02:00')).toBe(true);
    expect(beslisKlok(archief, { ...kader, nu: wek ?? '' })).toMatchObject({ gebeurtenissen: [{ soort: 'gewist' }] });
  });
});
