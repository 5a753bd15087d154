import { describe, expect, test } from 'vitest';
import { berichten } from '../../src/kern/berichten/berichten.ts';
import { verantwoordelijkeOp } from '../../src/kern/casus.ts';
import {
  bevestig,
  code,
  daarna,
  gegeven,
  GEZONDEN,
  IN_HANDEN,
  ingegrepen,
  koud,
  lopend,
  NAAR_TEAM,
  net,
  om,
  ONTVANGEN,
  OPGEPAKT,
  soorten,
  status,
  TEAM,
  TEAMLID,
  toegepast,
  vol,
  wanneer,
  wie,
  type Daad,
  type OpdrachtInvoer,
} from './steun.ts';

/** Thursday 10 December: two werkdagen on is Monday. */
const SIGNAAL = '2026-12-10T10:00:00+01:00';
/** Before any term of the casus has passed. */
const VROEG = '2026-12-08T10:00:00+01:00';
const LATER = '2026-12-14T10:00:00+01:00';
const ZUID = 'wijkteam-zuid';
const naarZuid: OpdrachtInvoer = { soort: 'overdragen', team: ZUID, wijze: 'koud', feiten: ['Er is een melding.'] };
const teLang: OpdrachtInvoer = { soort: 'niet-binnen-termijn', reden: 'de casusregisseur is ziek' };
const WACHT: Daad = [SIGNAAL, vol, { door: TEAMLID }];
const aan = (casus: ReturnType<typeof gegeven>, daad: Daad) => {
  const na = daarna(casus, daad);
  return berichten(casus.casus, na.casus, na.journaal.slice(casus.journaal.length));
};

describe('a team that signals a wachtlijst (§4.2)', () => {
  test.each([
    ['before', GEZONDEN, 'veilig-thuis', ['client-informeren', 'informeer-gemeente', 'vervolg']],
    ['after', ONTVANGEN, TEAM, ['client-informeren', 'informeer-gemeente']],
  ] as const)('%s receipt makes VT responsible, tijdelijk, from that instant (§4.2)', (_, daden, eerst, termijnen) => {
    const casus = gegeven({}, ...daden, WACHT);
    expect(casus.casus).toMatchObject({ fase: 'wachtlijst', overdracht: 1 });
    expect(casus.journaal.at(-1)).toMatchObject({ soort: 'wachtlijst-gemeld', op: om(SIGNAAL), bron: '§4.2' });
    expect(wie(casus, net(om(SIGNAAL), -1))).toBe(eerst);
    expect(verantwoordelijkeOp(casus.casus, om(SIGNAAL))).toMatchObject({
      vanaf: om(SIGNAAL),
      verantwoordelijke: { partij: 'veilig-thuis', tijdelijk: true, reden: 'wachtlijst van het team' },
      gebeurtenis: { bron: '§4.2', doorNaam: 'Tom Team' },
    });
    expect(lopend(casus)).toEqual(termijnen);
  });

  test('tells VT, which informs the gemeente within one werkdag (§4.2)', () => {
    const casus = gegeven({}, ...GEZONDEN);
    expect(aan(casus, WACHT)).toContainEqual(expect.objectContaining({ kaart: 'voortgang', aan: 'kanaal-vt' }));
    const wacht = daarna(casus, WACHT);
    const termijn = wacht.casus.termijnen.find(({ naam }) => naam === 'informeer-gemeente');
    expect(termijn).toMatchObject({ vanaf: om(SIGNAAL), vervalt: om('2026-12-12T00:00:00+01:00') });
    const gemeld = daarna(wacht, [LATER, { soort: 'gemeente-geinformeerd', wie: 'Ans' }]);
    expect(lopend(gemeld)).not.toContain('informeer-gemeente');
  });

  test('the gemeente that is not informed in time is told to VT and its leidinggevende (§4.1, §4.2)', () => {
    const casus = gegeven({}, ...ONTVANGEN, WACHT);
    const opening: Daad = ['2026-12-14T08:30:00+01:00', 'klok'];
    expect(aan(casus, opening).filter(({ kaart }) => kaart === 'ping')).toEqual([
      expect.objectContaining({ aan: 'kanaal-vt' }),
      expect.objectContaining({ aan: 'leidinggevende-vt' }),
    ]);
  });

  test('a duty to inform the gemeente that runs already does not start twice (§4.1, §4.2)', () => {
    const laat = gegeven({}, ...GEZONDEN, [SIGNAAL, 'klok']);
    expect(lopend(laat).filter((naam) => naam === 'informeer-gemeente')).toHaveLength(1);
    const wacht = daarna(laat, [SIGNAAL, vol]);
    expect(lopend(wacht).filter((naam) => naam === 'informeer-gemeente')).toHaveLength(1);
  });

  test('once more is no event; what the team no longer has is refused (§4.2)', () => {
    const casus = gegeven({}, ...ONTVANGEN, WACHT);
    expect(soorten(wanneer(casus, [LATER, vol]))).toEqual([]);
    for (const opdracht of [bevestig, { soort: 'oppakken' }, teLang] as const) {
      expect(code(wanneer(casus, [LATER, opdracht]))).toBe('casus-bij-vt');
    }
    expect(code(wanneer(casus, [LATER, { soort: 'afsluiten', reden: 'klaar' }]))).toBe('casus-bij-vt');
  });

  test('is refused once it was picked up, with the instant (§4.2)', () => {
    expect(wanneer(gegeven({}, ...IN_HANDEN), WACHT)).toEqual({
      geweigerd: { code: 'wachtlijst-al-opgepakt', gegevens: { op: om(OPGEPAKT) } },
    });
  });

  test('is refused when nothing was handed over, or the team refused it (§4.2)', () => {
    expect(code(wanneer(gegeven({}, NAAR_TEAM), WACHT))).toBe('geen-overdracht');
    const geweigerd = gegeven({}, ...GEZONDEN, [SIGNAAL, { soort: 'weigeren', reden: 'niet van ons' }]);
    expect(code(wanneer(geweigerd, [LATER, vol]))).toBe('al-geweigerd');
  });
});

describe('a new overdracht while a team has a wachtlijst (§4.2)', () => {
  test('is refused to that team, in this casus and when another casus told of it (§4.2)', () => {
    expect(code(wanneer(gegeven({}, ...GEZONDEN, WACHT), [LATER, koud]))).toBe('team-heeft-wachtlijst');
    const elders = gegeven({}, NAAR_TEAM);
    expect(wanneer(elders, [LATER, koud, { teamHeeftWachtlijst: true }])).toEqual({
      geweigerd: { code: 'team-heeft-wachtlijst', gegevens: { team: TEAM } },
    });
    expect(soorten(wanneer(elders, [LATER, koud]))).toContain('overdracht-verzonden');
  });

  test('to another team is allowed; VT stays tijdelijk responsible until that team confirms (§4.2, §3.2)', () => {
    const casus = gegeven({}, ...GEZONDEN, WACHT, [LATER, naarZuid]);
    expect(casus.casus).toMatchObject({ fase: 'overgedragen', overdracht: 2 });
    expect(verantwoordelijkeOp(casus.casus, om(LATER))?.verantwoordelijke).toMatchObject({ tijdelijk: true });
    const klaar = daarna(casus, [net(om(LATER), 1), bevestig]);
    expect(wie(klaar, LATER)).toBe('veilig-thuis');
    expect(wie(klaar, net(om(LATER), 1))).toBe(ZUID);
    expect(code(wanneer(klaar, [LATER, vol, { overdracht: 1 }]))).toBe('overdracht-verouderd');
  });

  test('an intervention of the gemeente opens the way; the team holds it once it confirms (§4.2)', () => {
    const casus = gegeven({}, ...GEZONDEN, WACHT, [LATER, ingegrepen]);
    expect(casus.casus.fase).toBe('bij-veilig-thuis');
    expect(casus.casus.overdrachten[0]).toMatchObject({ wachtlijst: { interventieOp: om(LATER) } });
    expect(wie(casus, LATER)).toBe('veilig-thuis');
    expect(soorten(wanneer(casus, [LATER, ingegrepen]))).toEqual([]);
    const opnieuw = daarna(casus, [LATER, koud]);
    expect(wie(opnieuw, LATER)).toBe('veilig-thuis');
    const klaar = daarna(opnieuw, [net(om(LATER), 1), bevestig]);
    expect(wie(klaar, net(om(LATER), 1))).toBe(TEAM);
  });

  test('an intervention is refused where no team has a wachtlijst (§4.2)', () => {
    expect(code(wanneer(gegeven({}, ...ONTVANGEN), [LATER, ingegrepen]))).toBe('geen-wachtlijst');
    const elders = { ...ingegrepen, team: ZUID };
    expect(code(wanneer(gegeven({}, ...ONTVANGEN, WACHT), [LATER, elders]))).toBe('geen-wachtlijst');
  });
});

describe('a casus that cannot be picked up within two weeks for another reason (§4.2, Add.7)', () => {
  test('stays with the team, VT is told, and the term of picking up runs on (§4.2, Add.7)', () => {
    const casus = gegeven({}, ...ONTVANGEN);
    const na = daarna(casus, [VROEG, teLang, { door: TEAMLID }]);
    expect(toegepast(wanneer(casus, [VROEG, teLang]))).toMatchObject([{ bron: '§4.2, Add.7' }]);
    expect(aan(casus, [VROEG, teLang])).toContainEqual(
      expect.objectContaining({ kaart: 'voortgang', aan: 'kanaal-vt' }),
    );
    expect(wie(na, VROEG)).toBe(TEAM);
    expect(na.casus.perioden).toEqual(casus.casus.perioden);
    expect(na.casus.termijnen).toEqual(casus.casus.termijnen);
    expect(status(na)).toBe('ontvangen');
    expect(na.casus.overdrachten[0]).toMatchObject({ nietBinnenTermijn: { op: om(VROEG) } });
    expect(soorten(wanneer(na, [LATER, teLang]))).toEqual([]);
  });

  test('leaves VT responsible before receipt, and is refused once picked up (§4.2)', () => {
    expect(wie(gegeven({}, ...GEZONDEN, [SIGNAAL, teLang]), LATER)).toBe('veilig-thuis');
    expect(code(wanneer(gegeven({}, ...IN_HANDEN), [LATER, teLang]))).toBe('al-opgepakt');
  });
});
