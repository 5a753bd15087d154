import { describe, expect, test } from 'vitest';
import { SIGNALEN, type Signaal } from '../../src/kern/woorden.ts';
import {
  bevestig,
  code,
  daarna,
  eens,
  gegeven,
  GEZONDEN,
  IN_HANDEN,
  koud,
  lopend,
  NAAR_TEAM,
  net,
  om,
  oneens,
  ONTVANGEN,
  soorten,
  status,
  TEAM,
  TEAMLID,
  terugVragen,
  vol,
  wanneer,
  warm,
  wie,
  type Daad,
  type OpdrachtInvoer,
} from './steun.ts';

/** Thursday 10 December. */
const GEVRAAGD = '2026-12-10T10:00:00+01:00';
const LATER = '2026-12-11T10:00:00+01:00';
const VRAAG: Daad = [GEVRAAGD, terugVragen, { door: TEAMLID }];
const accepteer: OpdrachtInvoer = { soort: 'terugleggen-accepteren' };
const weiger: OpdrachtInvoer = { soort: 'terugleggen-weigeren', reden: 'kan bij jullie' };
const signaal = (wat: Signaal, toelichting = 'er is opnieuw geweld'): OpdrachtInvoer => ({
  soort: 'signaleren',
  wat,
  toelichting,
});
const BIJ_TEAM: [string, Daad[]][] = [
  ['ontvangen', ONTVANGEN],
  ['opgepakt', IN_HANDEN],
];

describe('a team that asks to hand a casus back (Add.5)', () => {
  test.each(BIJ_TEAM)('keeps it while it asks, from %s; VT answers within two werkdagen (Add.5)', (fase, daden) => {
    const casus = gegeven({}, ...daden, VRAAG);
    expect(casus.journaal.at(-1)).toMatchObject({ soort: 'terugleggen-gevraagd', op: om(GEVRAAGD), bron: 'Add.5' });
    expect(casus.casus.fase).toBe(fase);
    expect(wie(casus, GEVRAAGD)).toBe(TEAM);
    expect(casus.casus.termijnen.find(({ naam }) => naam === 'terugleggen-beantwoorden')).toMatchObject({
      vanaf: om(GEVRAAGD),
      vervalt: om('2026-12-15T00:00:00+01:00'),
    });
    expect(soorten(wanneer(casus, [LATER, terugVragen]))).toEqual([]);
  });

  test.each(BIJ_TEAM)('and VT accepts: VT has it from the acceptance, from %s (Add.5)', (_, daden) => {
    const casus = gegeven({}, ...daden, VRAAG, [LATER, accepteer]);
    expect(casus.journaal.at(-1)).toMatchObject({ soort: 'teruggelegd', op: om(LATER), bron: 'Add.5' });
    expect(casus.casus.fase).toBe('bij-veilig-thuis');
    expect(status(casus)).toBe('beeindigd');
    expect(wie(casus, net(om(LATER), -1))).toBe(TEAM);
    expect(wie(casus, LATER)).toBe('veilig-thuis');
    expect(lopend(casus)).toEqual(['client-informeren', 'overdracht-versturen']);
    expect(casus.casus.termijnen.find(({ naam }) => naam === 'overdracht-versturen')?.vanaf).toBe(om(LATER));
    expect(soorten(wanneer(casus, [LATER, accepteer]))).toEqual([]);
    expect(code(wanneer(casus, [LATER, koud]))).toBe('koud-na-vervolgtraject');
    expect(soorten(wanneer(casus, [LATER, warm]))).toEqual(['overdracht-verzonden']);
  });

  test.each(BIJ_TEAM)(
    'and VT refuses: it stays with the team, which may disagree, from %s (Add.5, §4.3)',
    (fase, daden) => {
      const casus = gegeven({}, ...daden, VRAAG, [LATER, weiger]);
      expect(casus.journaal.at(-1)).toMatchObject({ soort: 'terugleggen-geweigerd', bron: 'Add.5, §4.3' });
      expect(casus.casus.fase).toBe(fase);
      expect(wie(casus, LATER)).toBe(TEAM);
      expect(lopend(casus)).not.toContain('terugleggen-beantwoorden');
      expect(soorten(wanneer(casus, [LATER, weiger]))).toEqual([]);
      expect(code(wanneer(casus, [LATER, accepteer]))).toBe('niet-gevraagd');
      expect(soorten(wanneer(casus, [LATER, oneens, { door: TEAMLID }]))).toEqual(['meningsverschil-gemeld']);
    },
  );

  test('can ask again after a refusal, and is answered again (Add.5)', () => {
    const casus = gegeven({}, ...IN_HANDEN, VRAAG, [LATER, weiger], [LATER, terugVragen]);
    expect(lopend(casus)).toContain('terugleggen-beantwoorden');
    expect(wie(daarna(casus, [LATER, accepteer]), LATER)).toBe('veilig-thuis');
  });

  test('is refused what it does not have (Add.5)', () => {
    expect(code(wanneer(gegeven({}, NAAR_TEAM), VRAAG))).toBe('geen-overdracht');
    expect(code(wanneer(gegeven({}, ...GEZONDEN), VRAAG))).toBe('eerst-bevestigen');
    const terug = gegeven({}, ...IN_HANDEN, [GEVRAAGD, { soort: 'terugnemen', reden: 'escalatie' }]);
    expect(code(wanneer(terug, [LATER, terugVragen]))).toBe('overdracht-verouderd');
  });

  test('nobody answers what was not asked (Add.5)', () => {
    for (const opdracht of [accepteer, weiger]) {
      expect(code(wanneer(gegeven({}, ...IN_HANDEN), [LATER, opdracht]))).toBe('niet-gevraagd');
    }
  });

  test('and has a wachtlijst or a meningsverschil meanwhile: that takes the place of the question (§4.2, §4.3)', () => {
    const wachtlijst = gegeven({}, ...ONTVANGEN, VRAAG, [LATER, vol]);
    expect(lopend(wachtlijst)).not.toContain('terugleggen-beantwoorden');
    expect(code(wanneer(wachtlijst, [LATER, accepteer]))).toBe('niet-gevraagd');
    const verschil = gegeven({}, ...IN_HANDEN, VRAAG, [LATER, oneens]);
    expect(code(wanneer(verschil, [LATER, accepteer]))).toBe('meningsverschil-loopt');
    const opgelost = daarna(verschil, [LATER, eens('lokale-toegang'), { door: TEAMLID }]);
    expect(code(wanneer(opgelost, [LATER, accepteer]))).toBe('niet-gevraagd');
    expect(soorten(wanneer(opgelost, [LATER, terugVragen]))).toEqual(['terugleggen-gevraagd']);
  });
});

describe('a signal of the team (§5.1.3, §4.1, Add.5)', () => {
  test.each(SIGNALEN)('moves nothing by itself: %s (§5.1.3, Add.5)', (wat) => {
    for (const [, daden] of BIJ_TEAM) {
      const casus = gegeven({}, ...daden);
      const na = daarna(casus, [GEVRAAGD, signaal(wat), { door: TEAMLID }]);
      expect(na.journaal.at(-1)).toMatchObject({
        soort: 'gesignaleerd',
        bron: wat === 'verzoek-raad' ? '§4.1' : '§5.1.3, Add.5',
      });
      expect(na.casus.perioden).toEqual(casus.casus.perioden);
      expect(lopend(na)).toEqual(lopend(casus));
      expect(na.casus.fase).toBe(casus.casus.fase);
    }
  });

  test('lets VT take the casus back (§5.1.3, Add.5)', () => {
    const casus = gegeven({}, ...IN_HANDEN, [GEVRAAGD, signaal('veiligheid-niet-te-borgen')]);
    const terug = daarna(casus, [LATER, { soort: 'terugnemen', reden: 'gevaar' }]);
    expect(wie(terug, net(om(LATER), -1))).toBe(TEAM);
    expect(wie(terug, LATER)).toBe('veilig-thuis');
  });

  test('twice the same words on one day is one signal; other words or another day is another (§5.1.3)', () => {
    const casus = gegeven({}, ...IN_HANDEN, [GEVRAAGD, signaal('afspraken-niet-nagekomen')]);
    const straks = '2026-12-10T23:59:59+01:00';
    expect(soorten(wanneer(casus, [straks, signaal('afspraken-niet-nagekomen')]))).toEqual([]);
    expect(soorten(wanneer(casus, [straks, signaal('medewerking-geweigerd')]))).toEqual(['gesignaleerd']);
    expect(soorten(wanneer(casus, [straks, signaal('afspraken-niet-nagekomen', 'alweer')]))).toEqual(['gesignaleerd']);
    expect(soorten(wanneer(casus, ['2026-12-11T00:00:00+01:00', signaal('afspraken-niet-nagekomen')]))).toEqual([
      'gesignaleerd',
    ]);
  });

  test('is refused to a team that has nothing, or not yet (§5.1.3)', () => {
    expect(code(wanneer(gegeven({}, ...GEZONDEN), [LATER, signaal('verzoek-raad')]))).toBe('eerst-bevestigen');
    const vorig = gegeven({}, ...ONTVANGEN, [GEVRAAGD, vol]);
    expect(code(wanneer(vorig, [LATER, signaal('verzoek-raad')]))).toBe('casus-bij-vt');
    expect(code(wanneer(gegeven({}, NAAR_TEAM), [LATER, bevestig]))).toBe('geen-overdracht');
  });
});
