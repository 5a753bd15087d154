import { describe, expect, test } from 'vitest';
import type { Ontvanger } from '../../src/kern/beleid/beleid.ts';
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import { berichten } from '../../src/kern/berichten/berichten.ts';
import { noteerOntbrekenden } from '../../src/kern/beslis.ts';
import { nummerVan, type Stuk } from '../../src/kern/rij/gebeurtenisrij.ts';
import { naGebeurtenissen } from '../../src/kern/verwerk.ts';
import {
  context,
  gegeven,
  GEZONDEN,
  hoger,
  KLOK,
  LIJST,
  oneens,
  ONTVANGEN,
  TEAM,
  toegepast,
  vol,
  wacht,
  wachtlijst,
  wanneer,
  type Daad,
  type Toestand,
} from './steun.ts';

/** The overdracht is sent on Wednesday 2 December: over on Friday, told on Monday the 7th, climbs on the 8th and 10th. */
const KLOK_OP = (nu: string): Daad => [nu, 'klok'];
const VERLOPEN = KLOK_OP('2026-12-07T08:30:00+01:00');
const LADDER_1 = KLOK_OP('2026-12-08T08:30:00+01:00');
const LADDER_2 = KLOK_OP('2026-12-10T08:30:00+01:00');

/** What happened in the last deed when nobody stands behind these, and who is sent which card. */
function zonder(niemand: readonly Ontvanger[], toestand: Toestand<Stuk>, daad: Daad) {
  const gebeurtenissen = toegepast(wanneer(toestand, daad));
  const pas = (stuk: Stuk, nieuw: typeof gebeurtenissen) => naGebeurtenissen(nummerVan(stuk), stuk, nieuw);
  const na = pas(toestand.casus, gebeurtenissen);
  const erbij = noteerOntbrekenden(
    { voor: toestand.casus, na, gebeurtenissen },
    context(daad[0], { door: KLOK }),
    (aan) => !niemand.includes(aan),
  );
  const eind = pas(na, erbij);
  const gepost = berichten(toestand.casus, eind, [...gebeurtenissen, ...erbij]).filter(({ bijwerken }) => !bijwerken);
  return {
    casus: eind,
    ontbrak: erbij.map((een) => (een.soort === 'ontvanger-ontbrak' ? een.gegevens : een.soort)),
    bronnen: erbij.map(({ bron }) => bron),
    post: gepost.map(({ kaart, aan }) => `${kaart} ${aan}`).toSorted(),
  };
}

const tot = (...daden: Daad[]): Toestand => gegeven({}, ...GEZONDEN, ...daden);

describe('a step of a ladder with nobody behind it', () => {
  test('goes on at once to whom the next step is for, and Veilig Thuis is told; the event says who and instead of whom', () => {
    const voor = tot(VERLOPEN);
    const { ontbrak, post, bronnen, casus } = zonder(['leidinggevende-team'], voor, LADDER_1);
    expect(ontbrak).toEqual([
      {
        gebeurtenis: voor.casus.versie + 1,
        ontbrak: 'leidinggevende-team',
        wie: TEAM,
        naar: ['kanaal-vt', 'contactambtenaar'],
      },
    ]);
    expect(bronnen).toEqual(['§4.1']);
    expect(post).toEqual(['ping contactambtenaar', 'ping kanaal-vt', 'ping leidinggevende-vt']);
    expect(casus).toMatchObject({ gemeenteIngelicht: true });
  });

  test('takes nothing from the next step: that comes at its own time, with its task', () => {
    const voor = tot(VERLOPEN);
    const { casus } = zonder(['leidinggevende-team'], voor, LADDER_1);
    const later = toegepast(wanneer({ casus, journaal: [] }, LADDER_2));
    expect(later.map(({ soort, start }) => [soort, start?.map(({ naam }) => naam)])).toContainEqual([
      'termijn-opgeschaald',
      ['informeer-gemeente'],
    ]);
  });

  test.each<[string, Ontvanger[], Daad[], Daad, string[]]>([
    ['everybody is there', [], [VERLOPEN], LADDER_1, ['ping leidinggevende-team', 'ping leidinggevende-vt']],
    [
      'both sides are missing: each is told of, and the next step’s people hear once',
      ['leidinggevende-team', 'leidinggevende-vt'],
      [VERLOPEN],
      LADDER_1,
      ['ping contactambtenaar', 'ping kanaal-vt'],
    ],
    [
      'the next step lacks somebody too: whoever is there hears',
      ['leidinggevende-team', 'contactambtenaar'],
      [VERLOPEN],
      LADDER_1,
      ['ping kanaal-vt', 'ping leidinggevende-vt'],
    ],
    [
      'it is the last step: Veilig Thuis hears',
      ['contactambtenaar'],
      [VERLOPEN, LADDER_1, KLOK_OP('2026-12-09T08:30:00+01:00')],
      LADDER_2,
      ['ping kanaal-vt'],
    ],
  ])('%s', (_wat, niemand, daden, daad, verwacht) => {
    expect(zonder(niemand, tot(...daden), daad).post).toEqual(verwacht);
  });

  test('oppakken: the next step is the task of Veilig Thuis, so its channel hears', () => {
    const voor = gegeven({}, ...ONTVANGEN, KLOK_OP('2026-12-17T08:30:00+01:00'));
    const { ontbrak, post } = zonder(['leidinggevende-team'], voor, KLOK_OP('2026-12-21T08:30:00+01:00'));
    expect(ontbrak).toMatchObject([{ ontbrak: 'leidinggevende-team', naar: ['kanaal-vt'] }]);
    expect(post).toContain('ping kanaal-vt');
    expect(post).toContain('ping leidinggevende-vt');
  });

  test('a duty without a ladder, and the screening of the wachtlijst: the channel of Veilig Thuis', () => {
    const vol10 = gegeven({}, ...GEZONDEN, ['2026-12-03T10:00:00+01:00', vol]);
    const plicht = zonder(['leidinggevende-vt'], vol10, KLOK_OP('2026-12-07T08:30:00+01:00'));
    expect(plicht.ontbrak).toMatchObject([{ wie: 'veilig-thuis', naar: ['kanaal-vt'] }]);
    const lijst = wachtlijst('2026-12-08T00:00:00+01:00', [wacht('VT-2026-0042', '2026-12-08T00:00:00+01:00')]);
    const wachtenden = [wacht('VT-2026-0042', '2026-12-08T00:00:00+01:00')];
    const dag: Daad = ['2026-12-08T12:00:00+01:00', 'klok', { wachtenden }];
    const screening = zonder(['leidinggevende-vt'], lijst, dag);
    expect(nummerVan(screening.casus)).toBe(LIJST);
    expect(screening.post).toContain('ping kanaal-vt');
  });
});

describe('a step of the escalation model with nobody behind it (§4.3, Add.6)', () => {
  const MELD: Daad = ['2026-12-10T10:00:00+01:00', oneens];
  const STAP_2 = KLOK_OP('2026-12-15T08:30:00+01:00');
  const HERINNERING = KLOK_OP('2026-12-21T08:30:00+01:00');
  const STAP_3 = KLOK_OP('2026-12-23T08:30:00+01:00');
  const bij = (...daden: Daad[]): Toestand => gegeven({}, ...ONTVANGEN, MELD, ...daden);

  test.each<[string, Ontvanger[], Toestand, Daad, Ontvanger[], string[]]>([
    [
      'step 2, by the clock: the gemeente hears at once',
      ['leidinggevende-team'],
      bij(),
      STAP_2,
      ['contactambtenaar', 'kanaal-vt'],
      ['ping contactambtenaar', 'ping kanaal-vt', 'ping leidinggevende-vt'],
    ],
    [
      'step 2, by people: the same, as the message about it',
      ['leidinggevende-team'],
      bij(),
      ['2026-12-11T10:00:00+01:00', hoger()],
      ['contactambtenaar', 'kanaal-vt'],
      ['voortgang contactambtenaar', 'voortgang kanaal-vt', 'voortgang leidinggevende-vt'],
    ],
    [
      'step 3, by the clock: the stuurgroep hears at once, numbers only',
      ['contactambtenaar'],
      bij(STAP_2, HERINNERING),
      STAP_3,
      ['stuurgroep', 'kanaal-vt'],
      ['ping kanaal-vt', 'stuurgroep stuurgroep'],
    ],
    [
      'step 3, by people: the same; the message about it is not for the stuurgroep',
      ['contactambtenaar'],
      bij(['2026-12-11T10:00:00+01:00', hoger()]),
      ['2026-12-14T10:00:00+01:00', hoger()],
      ['stuurgroep', 'kanaal-vt'],
      ['stuurgroep stuurgroep', 'voortgang kanaal-vt'],
    ],
    [
      'steps 2 and 3: the stuurgroep is not called while Veilig Thuis itself can be',
      ['leidinggevende-team', 'contactambtenaar'],
      bij(),
      STAP_2,
      ['kanaal-vt'],
      ['ping kanaal-vt', 'ping leidinggevende-vt'],
    ],
  ])('%s', (_wat, niemand, toestand, daad, naar, verwacht) => {
    const { ontbrak, post } = zonder(niemand, toestand, daad);
    const wie = niemand[0] === 'contactambtenaar' ? 'breda' : TEAM;
    expect(ontbrak).toMatchObject([{ ontbrak: niemand[0], wie, naar }]);
    expect(post).toEqual(verwacht);
  });

  test('a reminder climbs nothing: Veilig Thuis is told that it did not arrive', () => {
    const { ontbrak, post } = zonder(['leidinggevende-team'], bij(STAP_2), HERINNERING);
    expect(ontbrak).toMatchObject([{ ontbrak: 'leidinggevende-team', naar: ['kanaal-vt'] }]);
    expect(post).toEqual(['ping kanaal-vt', 'ping leidinggevende-vt']);
  });
});

test('a policy of the region’s own is followed: its ladder says who is next', () => {
  const { bevestigen } = STANDAARD_BELEID.termijnen;
  const [een, twee] = bevestigen.ladder;
  if (!een || !twee) throw new Error('de ladder is te kort');
  const beleid = {
    ...STANDAARD_BELEID,
    termijnen: {
      ...STANDAARD_BELEID.termijnen,
      bevestigen: {
        ...bevestigen,
        ladder: [
          { ...een, aan: ['leidinggevende-team' as const] },
          { ...twee, aan: ['leidinggevende-vt' as const] },
        ],
      },
    },
  };
  const [verzend, ...rest] = GEZONDEN.slice(-1);
  if (!verzend || rest.length > 0) throw new Error('er is één overdracht');
  const voor = gegeven({}, ...GEZONDEN.slice(0, -1), [verzend[0], verzend[1], { beleid }], VERLOPEN);
  const { post } = zonder(['leidinggevende-team'], voor, LADDER_1);
  expect(post).toEqual(['ping kanaal-vt', 'ping leidinggevende-vt']);
});
