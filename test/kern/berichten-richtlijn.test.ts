import { describe, expect, test } from 'vitest';
import type { Bericht } from '../../src/kern/berichten/bericht.ts';
import { berichten } from '../../src/kern/berichten/berichten.ts';
import { noteerInzage } from '../../src/kern/beslis.ts';
import type { Casus } from '../../src/kern/casus.ts';
import { nummerVan, type Stuk } from '../../src/kern/rij/gebeurtenisrij.ts';
import { naGebeurtenissen, verwerk } from '../../src/kern/verwerk.ts';
import {
  bijVt,
  context,
  daarna,
  eens,
  gegeven,
  GEZONDEN,
  hoger,
  IN_HANDEN,
  ingegrepen,
  KLOK,
  oneens,
  ONTVANGEN,
  TEAM,
  TEAMLID,
  terugVragen,
  toegepast,
  TRIAGE,
  vol,
  wacht,
  wachtlijst,
  wanneer,
  warm,
  type Daad,
  type OpdrachtInvoer,
  type Toestand,
} from './steun.ts';

/** Friday 4 December, after picking up. */
const NU = '2026-12-04T11:00:00+01:00';
const LATER = '2026-12-04T12:00:00+01:00';

function post(voor: Toestand<Stuk>, daad: Daad): Bericht[] {
  const gebeurtenissen = toegepast(wanneer(voor, daad));
  const na = naGebeurtenissen(nummerVan(voor.casus), voor.casus, gebeurtenissen);
  return berichten(voor.casus, na, gebeurtenissen);
}
/** `kaart -> addressee team #overdracht`, without the cards that are drawn again. */
const posten = (voor: Toestand<Stuk>, daad: Daad): string[] =>
  post(voor, daad)
    .filter(({ bijwerken }) => !bijwerken)
    .map(({ kaart, aan, team, overdracht }) =>
      [`${kaart} -> ${aan}`, ...(team ? [team] : []), ...(overdracht ? [`#${overdracht}`] : [])].join(' '),
    );

const voortgang = (...aan: string[]): string[] => aan.map((wie) => `voortgang -> ${wie} ${TEAM} #1`);
const verschil = gegeven({}, ...IN_HANDEN, [NU, oneens]);
const stap2 = daarna(verschil, [NU, hoger(1)]);
const gevraagd = gegeven({}, ...IN_HANDEN, [NU, terugVragen]);
const kijken = (wie: string): OpdrachtInvoer => ({
  soort: 'monitoring-afspreken',
  op: '2026-12-11T10:00:00+01:00',
  wie,
  wat: 'bellen',
});

describe('who is told of an event (domein.md §7)', () => {
  test.each<[string, Toestand, Daad, string[]]>([
    [
      'a wachtlijst: VT, which informs the gemeente (§4.2)',
      gegeven({}, ...ONTVANGEN),
      [NU, vol],
      voortgang('kanaal-vt'),
    ],
    [
      'not within two weeks: VT (§4.2, Add.7)',
      gegeven({}, ...ONTVANGEN),
      [NU, { soort: 'niet-binnen-termijn', reden: 'ziekte' }],
      voortgang('kanaal-vt'),
    ],
    [
      'an intervention of the gemeente: the team and VT (§4.2)',
      gegeven({}, ...ONTVANGEN, [NU, vol]),
      [LATER, ingegrepen],
      voortgang('kanaal-team', 'kanaal-vt'),
    ],
    [
      'a meningsverschil: both sides (§4.3)',
      gegeven({}, ...IN_HANDEN),
      [NU, oneens],
      voortgang('kanaal-team', 'kanaal-vt'),
    ],
    [
      'step 2: both leidinggevenden (§4.3)',
      verschil,
      [LATER, hoger(1)],
      voortgang('leidinggevende-team', 'leidinggevende-vt'),
    ],
    ['step 3: the gemeente and VT (§4.3)', stap2, [LATER, hoger(2)], voortgang('contactambtenaar', 'kanaal-vt')],
    [
      'a meningsverschil settled: both sides (§4.3)',
      stap2,
      [LATER, eens('veilig-thuis')],
      voortgang('kanaal-team', 'kanaal-vt'),
    ],
    ['terugleggen asked: VT (Add.5)', gegeven({}, ...IN_HANDEN), [NU, terugVragen], voortgang('kanaal-vt')],
    [
      'terugleggen accepted: the team (Add.5)',
      gevraagd,
      [LATER, { soort: 'terugleggen-accepteren' }],
      voortgang('kanaal-team'),
    ],
    [
      'terugleggen refused: the team (Add.5)',
      gevraagd,
      [LATER, { soort: 'terugleggen-weigeren', reden: 'nee' }],
      voortgang('kanaal-team'),
    ],
    [
      'a signal: VT at once (§5.1.3, Add.5)',
      gegeven({}, ...IN_HANDEN),
      [NU, { soort: 'signaleren', wat: 'medewerking-geweigerd', toelichting: 'deur blijft dicht' }],
      voortgang('kanaal-vt'),
    ],
    [
      'closed by the team: VT (§2.1)',
      gegeven({}, ...IN_HANDEN),
      [NU, { soort: 'afsluiten', reden: 'veilig' }],
      voortgang('kanaal-vt'),
    ],
    [
      'a new decision of VT, without concerns: the list of who must be informed (§5.1.1)',
      gegeven({}, [TRIAGE, bijVt]),
      [NU, { soort: 'triage-afronden', besluit: 'geen-zorgen', herziening: true }],
      ['informeren -> kanaal-vt'],
    ],
    [
      'triage without concerns: the list of who must be informed (§5.1.1)',
      gegeven(),
      [NU, { soort: 'triage-afronden', besluit: 'geen-zorgen' }],
      ['informeren -> kanaal-vt'],
    ],
    [
      'triage for HGO: the list of who must be informed (§3.3.4)',
      gegeven(),
      [NU, { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'hgo' }],
      ['informeren -> kanaal-vt'],
    ],
    [
      'direct gevaar: VT (Add.7)',
      gegeven(),
      [NU, { soort: 'direct-gevaar', wat: 'acuut' }],
      ['voortgang -> kanaal-vt'],
    ],
    [
      'a phase of the help: nobody, the card shows it (§2.2)',
      gegeven({}, ...IN_HANDEN),
      [NU, { soort: 'aanpakfase-vastleggen', fase: 'herstel' }],
      [],
    ],
    ['monitoring agreed: nobody, until the day (§5.1.3)', gegeven({}, ...IN_HANDEN), [NU, kijken('Vera')], []],
  ])('%s', (_, voor, daad, verwacht) => {
    expect(posten(voor, daad)).toEqual(verwacht);
  });

  test('opening the content of an overdracht is written down and told to nobody (§5)', () => {
    const { casus } = gegeven({}, ...ONTVANGEN);
    const gebeurtenissen = noteerInzage(casus, context(NU), { overdracht: 1 });
    const na = gebeurtenissen.reduce<Casus>((stand, g) => verwerk(stand, g), casus);
    expect(gebeurtenissen).toMatchObject([{ soort: 'inhoud-bekeken', gegevens: { overdracht: 1 }, bron: '§5' }]);
    expect(berichten(casus, na, gebeurtenissen)).toEqual([]);
  });

  test('what the clock does to a meningsverschil is told by one ping, not by two messages (§4.3)', () => {
    const opening = '2026-12-09T08:30:00+01:00';
    const gepost = posten(verschil, [opening, 'klok']).filter((regel) => !regel.includes('kanaal'));
    expect(gepost).toEqual([`ping -> leidinggevende-team ${TEAM} #1`, `ping -> leidinggevende-vt ${TEAM} #1`]);
  });
});

describe('the stuurgroep (§4.2, §4.3)', () => {
  const stap3 = daarna(stap2, [LATER, hoger(2)]);
  const ronde = (eerdereStap3: number): Daad => [LATER, 'klok', { door: KLOK, eerdereStap3 }];

  test('hears of a returning meningsverschil: the second within six months with the same team (§4.3)', () => {
    expect(posten(stap3, ronde(1))).toEqual(['stuurgroep -> stuurgroep']);
    expect(posten(stap3, ronde(0))).toEqual([]);
    expect(posten(daarna(stap3, ronde(1)), ronde(1))).toEqual([]);
  });

  test('hears of a second one in the same casus too, unless the first is too long ago (§4.3)', () => {
    const nogEens = (nu: string): Toestand =>
      daarna(
        stap3,
        ronde(0),
        [LATER, eens('lokale-toegang'), { door: TEAMLID }],
        [nu, oneens],
        [nu, hoger(1)],
        [nu, hoger(2)],
      );
    const kort = '2027-06-04T11:59:00+02:00';
    const lang = '2027-06-04T14:01:00+02:00';
    const klok = (nu: string): Daad => [nu, 'klok', { door: KLOK, eerdereStap3: 0 }];
    const gehoord = (nu: string): boolean =>
      post(nogEens(nu), klok(nu)).some(({ kaart, stappen }) => kaart === 'stuurgroep' && stappen === undefined);
    expect(gehoord(kort)).toBe(true);
    expect(gehoord(lang)).toBe(false);
  });

  test('hears when the conversation with the gemeente has passed its term (§4.3)', () => {
    // Step 3 of Friday the 4th at noon: ten werkdagen are over at the end of Friday the 18th.
    const maandag: Daad = ['2026-12-21T08:30:00+01:00', 'klok', { eerdereStap3: 0 }];
    expect(post(stap3, maandag)).toContainEqual(
      expect.objectContaining({
        kaart: 'stuurgroep',
        aan: 'stuurgroep',
        stappen: [expect.objectContaining({ stap: 'melding' })],
      }),
    );
  });
});

describe('the day that was agreed for monitoring (§5.1.3)', () => {
  // Friday the 11th is over: told on Monday the 14th.
  const maandag: Daad = ['2026-12-14T08:30:00+01:00', 'klok'];
  const over = (regels: string[]): string[] => regels.filter((regel) => regel.startsWith('ping'));
  const rustig: Daad = [NU, { soort: 'geinformeerd', wie: 'clientsysteem' }];

  test('asks the team that agreed to look, in the thread of its card (§5.1.3)', () => {
    const casus = gegeven({}, ...IN_HANDEN, rustig, [NU, kijken('lokale-toegang')]);
    expect(over(posten(casus, maandag))).toEqual([`ping -> kanaal-team ${TEAM} #1`]);
  });

  test('asks that team also when the casus was closed or went to another team (§5.1.3)', () => {
    const dicht = gegeven(
      {},
      ...IN_HANDEN,
      rustig,
      [NU, kijken(TEAM)],
      [LATER, { soort: 'afsluiten', reden: 'veilig' }],
    );
    expect(over(posten(dicht, maandag))).toEqual([`ping -> kanaal-team ${TEAM}`]);
    const naarZuid: OpdrachtInvoer = { ...warm, team: 'cjg-zuid' };
    const elders = gegeven(
      {},
      ...IN_HANDEN,
      rustig,
      [NU, kijken(TEAM)],
      [NU, { soort: 'terugnemen', reden: 'r' }],
      [LATER, naarZuid],
    );
    expect(over(posten(elders, maandag))).toContain(`ping -> kanaal-team ${TEAM}`);
  });

  test('asks VT when VT agreed to look (§5.1.3)', () => {
    expect(over(posten(gegeven({}, ...IN_HANDEN, rustig, [NU, kijken('Vera')]), maandag))).toEqual([
      `ping -> kanaal-vt ${TEAM} #1`,
    ]);
  });
});

describe('the wachtlijst of Veilig Thuis (§4.2, Add.7)', () => {
  const begin = '2026-12-08T00:00:00+01:00';
  const wachtenden = [wacht('VT-2026-0001', begin)];
  const lijst = wachtlijst(begin, wachtenden);
  const ronde = (nu: string): Daad => [nu, 'klok', { wachtenden }];

  test('the card of the day goes to VT, a missed noon to its leidinggevende (Add.7)', () => {
    expect(posten(lijst, ronde('2026-12-08T08:30:00+01:00'))).toEqual(['screening -> kanaal-vt']);
    const gesteld = daarna(lijst, ronde('2026-12-08T08:30:00+01:00'));
    expect(posten(gesteld, ronde('2026-12-08T12:00:00+01:00'))).toEqual(['ping -> leidinggevende-vt']);
  });

  test('too slow a pace is told to VT and its leidinggevende, three weeks to the stuurgroep (§4.2)', () => {
    const dagen = ['08', '09'].map((dag) => ronde(`2026-12-${dag}T08:30:00+01:00`));
    expect(posten(daarna(lijst, ...dagen), ronde('2026-12-10T08:30:00+01:00'))).toContain('wachtlijst-vt -> kanaal-vt');
    expect(posten(daarna(lijst, ...dagen), ronde('2026-12-10T08:30:00+01:00'))).toContain(
      'wachtlijst-vt -> leidinggevende-vt',
    );
    expect(posten(lijst, ronde('2026-12-30T08:30:00+01:00'))).toContain('stuurgroep -> stuurgroep');
  });
});

test('every overdracht that is touched has its cards drawn again, also by a wachtlijst or a meningsverschil (§7)', () => {
  for (const [voor, daad] of [
    [gegeven({}, ...GEZONDEN), [NU, vol]],
    [gegeven({}, ...IN_HANDEN), [NU, oneens]],
    [gevraagd, [LATER, { soort: 'terugleggen-weigeren', reden: 'nee' }]],
  ] satisfies [Toestand, Daad][]) {
    const opnieuw = post(voor, daad).filter(({ bijwerken }) => bijwerken);
    expect(opnieuw.map(({ kaart, aan }) => [kaart, aan])).toEqual([
      ['overdracht', 'kanaal-team'],
      ['volgkaart', 'kanaal-vt'],
    ]);
  }
});
