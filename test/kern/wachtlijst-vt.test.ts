import { describe, expect, test } from 'vitest';
import type { Beleid } from '../../src/kern/beleid/beleid.ts';
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import { beginWachtlijstVt, wekMoment } from '../../src/kern/beslis.ts';
import { tempo } from '../../src/kern/onderwerpen/wachtlijst-vt.ts';
import type { Stuk } from '../../src/kern/rij/gebeurtenisrij.ts';
import type { Wachtende } from '../../src/kern/rij/opdrachtrij.ts';
import type { WachtlijstVt, WachtlijstVtStuk } from '../../src/kern/stuk.ts';
import {
  context,
  daarna,
  KLOK,
  LIJST,
  lopend,
  om,
  opTijd,
  soorten,
  toegepast,
  wacht,
  wachtlijst,
  wanneer,
  type Daad,
  type Toestand,
} from './steun.ts';

/** Tuesday 8 December 00:00: the triage term of a melding of Monday 30 November has just passed. */
const DI = '2026-12-08T00:00:00+01:00';
const een = (gescreendOp?: string): Wachtende => wacht('VT-2026-0001', DI, gescreendOp);
const twee = (gescreendOp?: string): Wachtende => wacht('VT-2026-0002', DI, gescreendOp);
const drie = wacht('VT-2026-0003', '2026-12-09T00:00:00+01:00');
const BEIDE = [een(), twee()];

const ronde = (nu: string, wachtenden: readonly Wachtende[], beleid: Beleid = STANDAARD_BELEID): Daad => [
  nu,
  'klok',
  { wachtenden, beleid },
];
const wek = ({ casus }: Toestand<Stuk>, nu: string, beleid: Beleid = STANDAARD_BELEID): string | undefined =>
  wekMoment(casus, om(nu), context(nu, { beleid }));
const op = (dag: string, tijd = '08:30'): string => `2026-12-${dag}T${tijd}:00+01:00`;

/** Which cards go out when nobody clears the list: the moments of the rounds that ask for a screening. */
function kaarten(beleid: Beleid, aantal: number): string[] {
  let stand = wachtlijst(DI, BEIDE);
  let nu = om(DI);
  const gevraagd: string[] = [];
  while (gevraagd.length < aantal) {
    nu = wek(stand, nu, beleid) ?? nu;
    const daad = ronde(nu, BEIDE, beleid);
    if (soorten(wanneer(stand, daad)).includes('screening-gevraagd')) gevraagd.push(nu);
    stand = daarna(stand, daad);
  }
  return gevraagd;
}

describe('the wachtlijst of Veilig Thuis begins (§4.2, Add.7)', () => {
  test('with the first melding past its triage term, three weeks from the instant it passed (§4.2, Add.7)', () => {
    const lijst = wachtlijst(op('08', '00:05'), BEIDE);
    expect(lijst.journaal).toMatchObject([
      {
        soort: 'wachtlijst-vt-ontstaan',
        bron: '§4.2, Add.7',
        gegevens: { casussen: ['VT-2026-0001', 'VT-2026-0002'] },
      },
    ]);
    expect(lijst.casus.termijnen).toMatchObject([
      { naam: 'wachtlijst-vt', vanaf: om(DI), vervalt: om('2026-12-30T00:00:00+01:00') },
    ]);
    expect(lijst.casus.wachtlijstVt).toMatchObject({ open: true, dagen: [], gewaarschuwd: false });
  });

  test('once: while it is open, and while nothing waits, there is nothing to begin (Add.7)', () => {
    const { casus } = wachtlijst(DI, BEIDE);
    const kader = context(op('09'), { door: KLOK, wachtenden: BEIDE });
    expect(beginWachtlijstVt(LIJST, casus, kader)).toEqual({ gebeurtenissen: [] });
    expect(beginWachtlijstVt(LIJST, undefined, { ...kader, wachtenden: [] })).toEqual({ gebeurtenissen: [] });
  });

  test('with a melding that is late; those that are still on time make no wachtlijst (§4.2)', () => {
    const kader = context(op('09'), { door: KLOK, wachtenden: [opTijd('VT-2026-0003', op('07'))] });
    expect(beginWachtlijstVt(LIJST, undefined, kader)).toEqual({ gebeurtenissen: [] });
    expect(wachtlijst(DI, [...BEIDE, opTijd('VT-2026-0003', op('07'))]).journaal).toMatchObject([
      { gegevens: { casussen: ['VT-2026-0001', 'VT-2026-0002'] } },
    ]);
  });

  test('moves no responsibility: each melding stays with Veilig Thuis by itself (§3.1.2)', () => {
    expect(wachtlijst(DI, BEIDE).journaal.filter((gebeurd) => 'verantwoordelijke' in gebeurd)).toEqual([]);
  });

  test('never dates its entry before the last one, though the clock went back', () => {
    const leeg = daarna(wachtlijst(DI, BEIDE), ronde(op('10'), []));
    const [gebeurtenis] = toegepast(
      beginWachtlijstVt(LIJST, leeg.casus, context(op('09'), { door: KLOK, wachtenden: BEIDE })),
    );
    expect(gebeurtenis?.vastgelegdOp).toBe(om(op('10')));
  });
});

describe('the card of the daily screening (Add.7)', () => {
  test('comes at 08:30 of every day, weekends too, with all that waits (Add.7)', () => {
    expect(kaarten(STANDAARD_BELEID, 7)).toEqual(['08', '09', '10', '11', '12', '13', '14'].map((dag) => om(op(dag))));
    const lijst = daarna(wachtlijst(DI, BEIDE), ronde(op('08'), [...BEIDE, drie]));
    expect(lijst.journaal.at(-1)).toMatchObject({
      soort: 'screening-gevraagd',
      bron: 'Add.7',
      gegevens: { aantal: 3, erbij: ['VT-2026-0003'], eraf: [] },
      start: [{ naam: 'screening', vervalt: om(op('08', '12:00')) }],
    });
  });

  test('comes on werkdagen only where the region chose so (Add.7)', () => {
    const beleid: Beleid = { ...STANDAARD_BELEID, screening: { kaartOm: '08:30', dagen: 'werkdagen' } };
    expect(kaarten(beleid, 5)).toEqual(['08', '09', '10', '11', '14'].map((dag) => om(op(dag))));
  });

  test('comes at once for a wachtlijst that begins in the morning, and the next day for one that begins after noon', () => {
    expect(wek(wachtlijst(op('08', '10:00'), BEIDE), op('08', '10:00'))).toBe(om(op('08', '10:00')));
    expect(wek(wachtlijst(op('08', '12:00'), BEIDE), op('08', '12:00'))).toBe(om(op('09')));
  });

  test('comes once a day, however often the round runs (Add.7)', () => {
    const lijst = daarna(wachtlijst(DI, BEIDE), ronde(op('08'), BEIDE));
    expect(soorten(wanneer(lijst, ronde(op('08'), BEIDE)))).toEqual([]);
    expect(soorten(wanneer(lijst, ronde(op('08', '11:59'), BEIDE)))).toEqual([]);
    expect(wek(lijst, op('08'))).toBe(om(op('08', '12:00')));
  });
});

describe('the term of the daily screening (Add.7)', () => {
  const gevraagd = daarna(wachtlijst(DI, BEIDE), ronde(op('08'), BEIDE));
  const gescreend = [een(op('08', '09:00')), twee(op('08', '00:30'))];

  test('ends when every melding was screened that day, before or after the card (Add.7)', () => {
    const half = [een(op('08', '09:00')), twee('2026-12-07T23:59:59+01:00')];
    expect(soorten(wanneer(gevraagd, ronde(op('08', '11:00'), half)))).toEqual([]);
    const klaar = daarna(gevraagd, ronde(op('08', '11:00'), gescreend));
    expect(klaar.journaal.at(-1)).toMatchObject({ soort: 'screening-afgerond', bron: 'Add.7' });
    expect(lopend(klaar)).toEqual(['wachtlijst-vt']);
    expect(wek(klaar, op('08', '12:00'))).toBe(om(op('09')));
  });

  test('that ends at noon is told to the leidinggevende of Veilig Thuis at noon, on a Saturday too (Add.7)', () => {
    const zaterdag = daarna(gevraagd, ronde(op('12'), BEIDE), ronde(op('12', '12:00'), BEIDE));
    expect(zaterdag.journaal.slice(-2)).toMatchObject([
      { soort: 'termijn-verlopen', op: om(op('12', '12:00')) },
      { soort: 'verloop-gemeld', vastgelegdOp: om(op('12', '12:00')) },
    ]);
  });

  test('that was missed while the clock was away is told before the next day’s takes its place (Add.7)', () => {
    expect(soorten(wanneer(gevraagd, ronde(op('09', '09:00'), BEIDE)))).toEqual([
      'termijn-verlopen',
      'verloop-gemeld',
      'screening-gevraagd',
    ]);
  });

  test('that was done while the clock was away is not told as missed (Add.7)', () => {
    const nieuw = { ...drie, bekendOp: om(op('08', '12:00')) };
    expect(soorten(wanneer(gevraagd, ronde(op('09', '09:00'), [...gescreend, nieuw])))).toEqual([
      'screening-afgerond',
      'screening-gevraagd',
    ]);
  });

  test('is not over while a melding that is still on time was not screened that day (Add.7)', () => {
    const open = (screening?: string): Wachtende => opTijd('VT-2026-0003', op('07'), screening);
    expect(soorten(wanneer(gevraagd, ronde(op('08', '11:00'), [...gescreend, open()])))).toEqual([]);
    expect(soorten(wanneer(gevraagd, ronde(op('08', '11:00'), [...gescreend, open(op('07', '11:00'))])))).toEqual([]);
    expect(soorten(wanneer(gevraagd, ronde(op('08', '11:00'), [...gescreend, open(op('08', '10:59'))])))).toEqual([
      'screening-afgerond',
    ]);
    expect(soorten(wanneer(gevraagd, ronde(op('08', '12:00'), [...gescreend, open()])))).toEqual([
      'termijn-verlopen',
      'verloop-gemeld',
    ]);
  });

  test('is not kept open by a melding that came in after it, which is of the next day (Add.7)', () => {
    const [voor, na] = ['11:59', '12:00'].map((tijd) => opTijd('VT-2026-0003', op('08', tijd)));
    expect(soorten(wanneer(gevraagd, ronde(op('08', '16:00'), [...gescreend, ...(na ? [na] : [])])))).toEqual([
      'screening-afgerond',
    ]);
    expect(soorten(wanneer(gevraagd, ronde(op('08', '11:59'), [...gescreend, ...(voor ? [voor] : [])])))).toEqual([]);
    const morgen = daarna(gevraagd, ronde(op('08', '16:00'), gescreend), ronde(op('09'), BEIDE));
    const rest = [een(op('09', '09:00')), twee(op('09', '09:00')), ...(na ? [na] : [])];
    expect(soorten(wanneer(morgen, ronde(op('09', '10:00'), rest)))).toEqual([]);
  });

  test('is over at once on a day that everything was screened before the card came (Add.7)', () => {
    const vroeg = [een(op('09', '07:00')), twee(op('09', '07:00'))];
    const stand = daarna(gevraagd, ronde(op('08', '11:00'), gescreend));
    expect(soorten(wanneer(stand, ronde(op('09'), vroeg)))).toEqual(['screening-gevraagd', 'screening-afgerond']);
  });
});

describe('three weeks unbroken (§4.2, Add.7)', () => {
  const EINDE = '2026-12-30T08:30:00+01:00';

  test('end with the last melding that is late, and are counted over those alone (§4.2)', () => {
    const open = [opTijd('VT-2026-0003', op('07')), opTijd('VT-2026-0004', op('08'))];
    const lijst = daarna(wachtlijst(DI, BEIDE), ronde(op('08'), [...BEIDE, ...open]));
    expect(lijst.casus.wachtlijstVt.dagen).toMatchObject([{ aantal: 2, erbij: 0, eraf: 0 }]);
    expect(lijst.casus.wachtlijstVt.casussen).toEqual(['VT-2026-0001', 'VT-2026-0002']);
    expect(soorten(wanneer(lijst, ronde(op('08', '11:00'), open)))).toEqual(['wachtlijst-vt-weggewerkt']);
  });

  test('are told to the stuurgroep (§4.2, Add.7)', () => {
    const lijst = daarna(wachtlijst(DI, BEIDE), ronde(EINDE, BEIDE));
    expect(lijst.journaal.flatMap(({ gegevens }) => ('stap' in gegevens ? [gegevens] : []))).toContainEqual({
      termijn: 'wachtlijst-vt-1',
      stap: 'melding',
    });
    expect(lijst.casus.termijnen[0]?.stappen.find(({ soort }) => soort === 'melding')?.aan).toContain('stuurgroep');
  });

  test('run on while one melding goes and another comes: it is the list that waits (§4.2)', () => {
    const lijst = daarna(wachtlijst(DI, BEIDE), ronde(op('09'), [drie]));
    expect(lijst.casus.termijnen.find(({ naam }) => naam === 'wachtlijst-vt')?.vanaf).toBe(om(DI));
    expect(lijst.journaal.at(-1)).toMatchObject({
      gegevens: { aantal: 1, erbij: ['VT-2026-0003'], eraf: ['VT-2026-0001', 'VT-2026-0002'] },
    });
  });

  test('end with the last melding, with the screening of that day; a new wachtlijst starts anew (§4.2)', () => {
    const leeg = daarna(wachtlijst(DI, BEIDE), ronde(op('08'), BEIDE), ronde(op('08', '11:00'), []));
    expect(leeg.journaal.at(-1)).toMatchObject({ soort: 'wachtlijst-vt-weggewerkt', bron: '§4.2, Add.7' });
    expect(lopend(leeg)).toEqual([]);
    // All that is left is to erase it, two years on.
    expect(wek(leeg, op('08', '11:00'))).toBe(om('2028-12-08T11:00:00+01:00'));
    expect(soorten(wanneer(leeg, ronde(EINDE, [])))).toEqual([]);
    const nu = '2026-12-14T00:00:00+01:00';
    const opnieuw = toegepast(
      beginWachtlijstVt(LIJST, leeg.casus, context(nu, { door: KLOK, wachtenden: [wacht('VT-2026-0009', nu)] })),
    );
    expect(opnieuw).toMatchObject([{ start: [{ vanaf: om(nu), vervalt: om('2027-01-05T00:00:00+01:00') }] }]);
  });
});

describe('the pace of the wachtlijst (§4.2, Add.7)', () => {
  const dagen = (...rijen: [dag: string, aantal: number][]): WachtlijstVt => ({
    open: true,
    casussen: [],
    gewaarschuwd: false,
    dagen: rijen.map(([dag, aantal]) => ({ dag: om(op(dag)), aantal, erbij: 0, eraf: 0 })),
  });

  // By hand: meldingen fewer from the first to the last screening, by the calendar days between them.
  test.each<[string, WachtlijstVt, ReturnType<typeof tempo>]>([
    ['two days say nothing', dagen(['08', 9], ['09', 8]), undefined],
    [
      '10 to 8 in 2 days: 1 a day, 8 days left',
      dagen(['08', 10], ['09', 9], ['10', 8]),
      { aantal: 8, perWeek: 7, dagen: 8 },
    ],
    [
      '12 to 9 in 6 days: 3.5 a week, 18 days left',
      dagen(['08', 12], ['11', 11], ['14', 9]),
      { aantal: 9, perWeek: 3.5, dagen: 18 },
    ],
    [
      'Friday to Tuesday without the weekend: 4 days',
      dagen(['11', 10], ['14', 9], ['15', 8]),
      { aantal: 8, perWeek: 3.5, dagen: 16 },
    ],
    ['as many as before: never', dagen(['08', 5], ['09', 6], ['10', 5]), { aantal: 5, perWeek: 0, dagen: 3650 }],
    ['more than before: never', dagen(['08', 5], ['09', 6], ['10', 9]), { aantal: 9, perWeek: -14, dagen: 3650 }],
  ])('%s', (_, lijst, verwacht) => {
    expect(tempo(lijst)).toEqual(verwacht);
  });

  const alle = Array.from({ length: 22 }, (_, nr) => wacht(`VT-2026-${1000 + nr}`, DI));
  /** So many wait at 08:30 of each day from Tuesday the 8th. */
  const verloop = (...aantallen: number[]): Toestand<WachtlijstVtStuk> =>
    aantallen.reduce(
      (stand, aantal, dag) => daarna(stand, ronde(op(`${8 + dag}`.padStart(2, '0')), alle.slice(0, aantal))),
      wachtlijst(DI, alle.slice(0, aantallen[0] ?? 1)),
    );

  test('too slow for the three weeks: warned once, with the numbers (§4.2, Add.7)', () => {
    // 20 to 18 in 2 days is 1 a day: 18 days left, and on the 10th at 08:30 there are 19.6 until the 30th.
    const vlot = verloop(20, 19, 18);
    expect(vlot.journaal.map(({ soort }) => soort)).not.toContain('wachtlijst-vt-gewaarschuwd');
    // 20 to 19 in 2 days is 0.5 a day: 38 days left.
    const traag = verloop(20, 20, 19);
    expect(traag.journaal.at(-1)).toMatchObject({
      soort: 'wachtlijst-vt-gewaarschuwd',
      bron: '§4.2, Add.7',
      gegevens: { aantal: 19, perWeek: 3.5, dagen: 38 },
    });
    const later = verloop(20, 20, 19, 19, 19);
    expect(later.journaal.filter(({ soort }) => soort === 'wachtlijst-vt-gewaarschuwd')).toHaveLength(1);
  });

  test('at the edge: 19 days of work fit in the 19.6 days that are left, 20 days do not (§4.2)', () => {
    expect(verloop(21, 20, 19).casus.wachtlijstVt.gewaarschuwd).toBe(false);
    expect(verloop(22, 21, 20).casus.wachtlijstVt.gewaarschuwd).toBe(true);
  });

  test('after the three weeks have passed nobody is warned any more: the stuurgroep knows (§4.2)', () => {
    const voorbij = daarna(verloop(20, 19, 18), ronde('2026-12-30T08:30:00+01:00', alle));
    expect(voorbij.casus.wachtlijstVt.gewaarschuwd).toBe(false);
  });
});
