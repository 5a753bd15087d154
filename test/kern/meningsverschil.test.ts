import { describe, expect, test } from 'vitest';
import { berichten } from '../../src/kern/berichten/berichten.ts';
import { verantwoordelijkeOp } from '../../src/kern/casus.ts';
import {
  bevestig,
  code,
  daarna,
  eens,
  gegeven,
  GEZONDEN,
  hoger,
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
  VT,
  wanneer,
  wie,
  type Daad,
  type Toestand,
} from './steun.ts';

/** Thursday 10 December. */
const GEMELD = '2026-12-10T10:00:00+01:00';
const LATER = '2026-12-11T10:00:00+01:00';
const STAP_2 = '2026-12-15T08:30:00+01:00';
const STAP_3 = '2026-12-23T08:30:00+01:00';
const GEWEIGERD: Daad[] = [...GEZONDEN, ['2026-12-03T10:00:00+01:00', { soort: 'weigeren', reden: 'niet van ons' }]];
const FASEN = [
  ['overgedragen', GEZONDEN, 'veilig-thuis'],
  ['ontvangen', ONTVANGEN, TEAM],
  ['opgepakt', IN_HANDEN, TEAM],
  ['geweigerd', GEWEIGERD, 'veilig-thuis'],
] as const;
const ZIJDEN = [
  ['veilig-thuis', VT],
  ['lokale-toegang', TEAMLID],
] as const;
const GESPREKKEN = ['gesprek-professionals', 'gesprek-leidinggevenden', 'gesprek-gemeente'] as const;

const gesprek = ({ casus }: Toestand, naam: (typeof GESPREKKEN)[number]) =>
  casus.termijnen.find((termijn) => termijn.naam === naam);
/** Who gets which card from what happens: `ping leidinggevende-vt`. */
const kaarten = (voor: Toestand, daad: Daad): string[] => {
  const na = daarna(voor, daad);
  return berichten(voor.casus, na.casus, na.journaal.slice(voor.journaal.length))
    .filter(({ bijwerken }) => !bijwerken)
    .map(({ kaart, aan }) => `${kaart} ${aan}`);
};

describe('raising a meningsverschil (§4.3, Add.6)', () => {
  const gevallen = FASEN.flatMap(([fase, daden, eerst]) =>
    ZIJDEN.map(([partij, door]) => ({ fase, daden, eerst, partij, door })),
  );
  test.each(gevallen)(
    'by $partij in $fase makes VT responsible, tijdelijk, from that instant (§4.3)',
    ({ daden, eerst, partij, door }) => {
      const casus = gegeven({}, ...daden, [GEMELD, oneens, { door }]);
      expect(casus.casus).toMatchObject({ fase: 'meningsverschil', overdracht: 1, stap: 1, sinds: om(GEMELD) });
      expect(casus.journaal.at(-1)).toMatchObject({ bron: '§4.3, Add.6', gegevens: { doorPartij: partij } });
      expect(wie(casus, net(om(GEMELD), -1))).toBe(eerst);
      expect(verantwoordelijkeOp(casus.casus, om(GEMELD))).toMatchObject({
        vanaf: om(GEMELD),
        verantwoordelijke: { partij: 'veilig-thuis', tijdelijk: true, reden: 'meningsverschil' },
      });
      const nooitWeg = eerst === 'veilig-thuis' ? ['vervolg'] : [];
      expect(lopend(casus)).toEqual(['client-informeren', 'gesprek-professionals', ...nooitWeg]);
    },
  );

  test('tells both sides, and gives the professionals two werkdagen (§4.3)', () => {
    const casus = gegeven({}, ...ONTVANGEN);
    expect(kaarten(casus, [GEMELD, oneens])).toEqual(['voortgang kanaal-team', 'voortgang kanaal-vt']);
    expect(gesprek(daarna(casus, [GEMELD, oneens]), 'gesprek-professionals')?.vervalt).toBe(
      om('2026-12-15T00:00:00+01:00'),
    );
  });

  test('a second voice is no event (§4.3)', () => {
    const casus = gegeven({}, ...ONTVANGEN, [GEMELD, oneens, { door: TEAMLID }]);
    expect(soorten(wanneer(casus, [LATER, oneens, { door: VT }]))).toEqual([]);
    expect(code(wanneer(casus, [LATER, oneens, { overdracht: 7 }]))).toBe('meningsverschil-loopt');
  });

  test('is refused before anything was sent, after it was withdrawn, and during triage (§4.3)', () => {
    expect(code(wanneer(gegeven({}, NAAR_TEAM), [GEMELD, oneens]))).toBe('geen-overdracht');
    const ingetrokken = gegeven({}, ...GEZONDEN, [GEMELD, { soort: 'intrekken', reden: 'verkeerd team' }]);
    expect(code(wanneer(ingetrokken, [LATER, oneens]))).toBe('al-ingetrokken');
    const nieuw = gegeven({}, ...ONTVANGEN, [GEMELD, { soort: 'nieuwe-melding', ontvangenOp: GEMELD }]);
    expect(code(wanneer(nieuw, [LATER, oneens]))).toBe('triage-niet-afgerond');
  });

  test('while it runs the team can do nothing with the casus, nor VT send it on (§4.3)', () => {
    const casus = gegeven({}, ...ONTVANGEN, [GEMELD, oneens]);
    for (const opdracht of [bevestig, koud, vol, terugVragen, { soort: 'oppakken' } as const]) {
      expect(code(wanneer(casus, [LATER, opdracht]))).toBe('meningsverschil-loopt');
    }
    expect(code(wanneer(casus, [LATER, { soort: 'afsluiten', reden: 'klaar' }]))).toBe('casus-bij-vt');
  });
});

describe('the escalation model (§4.3, Add.6)', () => {
  const begin = gegeven({}, ...IN_HANDEN, ['2026-12-10T09:59:00+01:00', 'klok'], [GEMELD, oneens]);
  const stap2 = daarna(begin, [LATER, hoger(1)]);

  test('a click opens step 2 with both leidinggevenden and step 3 with the gemeente (§4.3)', () => {
    expect(kaarten(begin, [LATER, hoger(1)])).toEqual(['voortgang leidinggevende-team', 'voortgang leidinggevende-vt']);
    expect(stap2.casus).toMatchObject({ fase: 'meningsverschil', stap: 2 });
    expect(lopend(stap2)).toEqual(['client-informeren', 'gesprek-leidinggevenden']);
    expect(gesprek(stap2, 'gesprek-leidinggevenden')?.vervalt).toBe(om('2026-12-19T00:00:00+01:00'));
    expect(kaarten(stap2, [LATER, hoger(2)])).toEqual(['voortgang contactambtenaar', 'voortgang kanaal-vt']);
    expect(lopend(daarna(stap2, [LATER, hoger(2)]))).toContain('gesprek-gemeente');
  });

  test('a click that comes again does not climb twice; past step 3 there is no more (§4.3)', () => {
    expect(soorten(wanneer(stap2, [LATER, hoger(1)]))).toEqual([]);
    expect(code(wanneer(begin, [LATER, hoger(2)]))).toBe('overdracht-verouderd');
    const stap3 = daarna(stap2, [LATER, hoger(2)]);
    expect(soorten(wanneer(stap3, [LATER, hoger(2)]))).toEqual([]);
    expect(code(wanneer(stap3, [LATER, hoger(3)]))).toBe('laatste-stap');
    expect(code(wanneer(gegeven({}, ...ONTVANGEN), [LATER, hoger(1)]))).toBe('geen-meningsverschil');
  });

  test('the clock opens each step when the term before it has passed, and tells the next in line (§4.3)', () => {
    const voor: Daad = [net(om(STAP_2), -1), 'klok'];
    expect(daarna(begin, voor).casus).toMatchObject({ stap: 1 });
    expect(kaarten(begin, [STAP_2, 'klok'])).toEqual(['ping leidinggevende-team', 'ping leidinggevende-vt']);
    const twee = daarna(begin, [STAP_2, 'klok']);
    expect(twee.casus).toMatchObject({ stap: 2 });
    expect(twee.journaal.at(-1)).toMatchObject({ gegevens: { stap: 2, automatisch: true } });
    expect(gesprek(twee, 'gesprek-leidinggevenden')?.vervalt).toBe(om('2026-12-23T00:00:00+01:00'));
    const herinnering: Daad = ['2026-12-21T08:30:00+01:00', 'klok'];
    expect(kaarten(twee, herinnering)).toEqual(['ping leidinggevende-team', 'ping leidinggevende-vt']);
    const herinnerd = daarna(twee, herinnering);
    expect(kaarten(herinnerd, [STAP_3, 'klok'])).toEqual(['ping contactambtenaar', 'ping kanaal-vt']);
    const drie = daarna(herinnerd, [STAP_3, 'klok']);
    expect(drie.casus).toMatchObject({ stap: 3 });
    expect(gesprek(drie, 'gesprek-gemeente')?.vervalt).toBe(om('2027-01-09T00:00:00+01:00'));
    const einde: Daad = ['2027-01-11T08:30:00+01:00', 'klok'];
    expect(kaarten(drie, einde)).toEqual(['stuurgroep stuurgroep', 'ping kanaal-vt']);
    expect(daarna(drie, einde).casus).toMatchObject({ fase: 'meningsverschil', stap: 3 });
    expect(wie(daarna(drie, einde), '2027-01-11T08:30:00+01:00')).toBe('veilig-thuis');
  });

  test('a click after the clock climbed finds the step begun, and the clock after a click does not climb (§4.3)', () => {
    const twee = daarna(begin, [STAP_2, 'klok']);
    expect(soorten(wanneer(twee, [STAP_2, hoger(1)]))).toEqual([]);
    expect(daarna(stap2, [STAP_2, 'klok']).casus).toMatchObject({ stap: 2 });
  });

  test.each([
    [0, false],
    [1, true],
  ])('step 3 after %i earlier in six months brings it to the stuurgroep: %s (§4.3)', (eerdereStap3, terugkerend) => {
    const drie = daarna(stap2, [LATER, hoger(2)]);
    const na = daarna(drie, [LATER, 'klok', { eerdereStap3 }]);
    expect(na.journaal.at(-1)).toMatchObject({
      soort: 'terugkerend-meningsverschil',
      gegevens: { team: TEAM, aantal: eerdereStap3 + 1, terugkerend },
    });
    expect(kaarten(drie, [LATER, 'klok', { eerdereStap3 }])).toEqual(terugkerend ? ['stuurgroep stuurgroep'] : []);
    expect(soorten(wanneer(na, [LATER, 'klok', { eerdereStap3 }]))).toEqual([]);
  });
});

describe('settling a meningsverschil (§4.3)', () => {
  const OPGELOST = '2026-12-14T10:00:00+01:00';
  const STAPPEN: readonly (readonly Daad[])[] = [
    [],
    [[LATER, hoger(1)]],
    [
      [LATER, hoger(1)],
      [LATER, hoger(2)],
    ],
  ];
  const gevallen = FASEN.flatMap(([fase, daden]) =>
    STAPPEN.map((klim, nr) => ({ fase, stap: nr + 1, daden: [...daden, [GEMELD, oneens] as const, ...klim] })),
  );

  test.each(gevallen)('to the team, from $fase at step $stap (§4.3)', ({ fase, daden }) => {
    const casus = gegeven({}, ...daden, [OPGELOST, eens('lokale-toegang'), { door: TEAMLID }]);
    expect(wie(casus, net(om(OPGELOST), -1))).toBe('veilig-thuis');
    expect(wie(casus, OPGELOST)).toBe(TEAM);
    expect(casus.casus.fase).toBe(fase === 'opgepakt' ? 'opgepakt' : 'ontvangen');
    expect(lopend(casus)).toEqual(
      ['client-informeren', 'melding-bespreken', ...(fase === 'opgepakt' ? [] : ['oppakken'])].toSorted(),
    );
    expect(soorten(wanneer(casus, [OPGELOST, eens('lokale-toegang')]))).toEqual([]);
    expect(code(wanneer(casus, [OPGELOST, eens('veilig-thuis')]))).toBe('geen-meningsverschil');
  });

  test.each(gevallen)('to VT, no longer tijdelijk, from $fase at step $stap (§4.3)', ({ fase, daden }) => {
    const casus = gegeven({}, ...daden, [OPGELOST, eens('veilig-thuis')]);
    expect(verantwoordelijkeOp(casus.casus, om(OPGELOST))?.verantwoordelijke).toEqual({
      partij: 'veilig-thuis',
      tijdelijk: false,
    });
    expect(casus.casus).toMatchObject({ fase: 'bij-veilig-thuis' });
    const nooitWeg = fase === 'overgedragen' || fase === 'geweigerd';
    expect(lopend(casus)).toEqual(['client-informeren', ...(nooitWeg ? ['vervolg'] : [])]);
    expect(soorten(wanneer(casus, [OPGELOST, eens('veilig-thuis')]))).toEqual([]);
  });

  test('what the team never confirmed it takes all the same, and picking up runs two weeks anew (§4.3, §4.2)', () => {
    const casus = gegeven({}, ...GEZONDEN, [GEMELD, oneens], [OPGELOST, eens('lokale-toegang'), { door: TEAMLID }]);
    expect(status(casus)).toBe('ontvangen');
    expect(casus.casus.overdrachten[0]).toMatchObject({
      overgenomen: { op: om(OPGELOST), doorWie: 'Tom Team', via: 'teams' },
    });
    expect(casus.casus.overdrachten[0]).not.toHaveProperty('ontvangst');
    expect(casus.casus.termijnen.find(({ naam }) => naam === 'oppakken')).toMatchObject({
      vanaf: om(OPGELOST),
      vervalt: om('2026-12-29T00:00:00+01:00'),
    });
    expect(soorten(wanneer(casus, [OPGELOST, { soort: 'oppakken' }]))).toEqual(['opgepakt']);
  });
});
