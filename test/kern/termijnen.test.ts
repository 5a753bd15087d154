import { describe, expect, test } from 'vitest';
import { STANDAARD_BELEID, TERMIJN_NAMEN, type Ontvanger, type TermijnNaam } from '../../src/kern/beleid.ts';
import type { GebeurtenisSoort } from '../../src/kern/gebeurtenissen.ts';
import {
  BEVESTIGD,
  GEZONDEN,
  ONTVANGEN,
  TRIAGE,
  daarna,
  bevestig,
  gegeven,
  naarTeam,
  net,
  om,
  toegepast,
  wanneer,
  type Daad,
  type OpdrachtInvoer,
  type Toestand,
} from './steun.ts';

/** When (local time; winter, so +01:00), what is written down, and who is told. */
type Stap = readonly [moment: string, soort: GebeurtenisSoort, aan?: Ontvanger[]];

interface Rij {
  naam: TermijnNaam;
  begin: string;
  daden: Daad[];
  stappen: Stap[];
  /** The same with spoed: at midnight, whatever day it is. */
  spoed: string[];
  eindigtDoor: OpdrachtInvoer;
}

const HERINNERD = 'termijn-herinnerd';
const VERLOPEN = 'termijn-verlopen';
const GEMELD = 'verloop-gemeld';
const LADDER = 'termijn-opgeschaald';
const LEIDING: Ontvanger[] = ['leidinggevende-team', 'leidinggevende-vt'];

/**
 * Derived by hand from domein.md §5 and §6. The melding came on Monday 30 November 2026, triage was done on Tuesday,
 * the overdracht sent on Wednesday 2 December and confirmed on Thursday.
 */
const TABEL: Rij[] = [
  {
    naam: 'triage',
    begin: 'Monday 30 November: wd 1 is Tuesday, wd 4 Friday, wd 5 Monday 7 December',
    daden: [],
    stappen: [
      ['2026-12-04T08:30', HERINNERD, ['kanaal-vt']],
      ['2026-12-08T00:00', VERLOPEN],
      ['2026-12-08T08:30', GEMELD, ['kanaal-vt']],
      ['2026-12-10T08:30', LADDER, ['leidinggevende-vt']],
    ],
    spoed: ['2026-12-04T00:00', '2026-12-08T00:00', '2026-12-08T00:00', '2026-12-10T00:00'],
    eindigtDoor: naarTeam,
  },
  {
    naam: 'vervolg',
    begin: 'Monday 30 November: ten weeks later is Monday 8 February 2027',
    daden: [],
    stappen: [
      ['2027-01-25T08:30', HERINNERD, ['kanaal-vt']],
      ['2027-02-09T00:00', VERLOPEN],
      ['2027-02-09T08:30', GEMELD, ['kanaal-vt']],
      ['2027-02-16T08:30', LADDER, ['leidinggevende-vt']],
    ],
    spoed: ['2027-01-25T00:00', '2027-02-09T00:00', '2027-02-09T00:00', '2027-02-16T00:00'],
    eindigtDoor: { soort: 'triage-afronden', besluit: 'geen-zorgen' },
  },
  {
    naam: 'bevestigen',
    begin: 'Wednesday 2 December: over at the end of Friday the 4th',
    daden: GEZONDEN,
    stappen: [
      ['2026-12-04T08:30', HERINNERD, ['kanaal-team']],
      ['2026-12-05T00:00', VERLOPEN],
      ['2026-12-07T08:30', GEMELD, ['kanaal-team', 'kanaal-vt']],
      ['2026-12-08T08:30', LADDER, LEIDING],
      ['2026-12-10T08:30', LADDER, ['kanaal-vt', 'contactambtenaar']],
    ],
    spoed: ['2026-12-04T00:00', '2026-12-05T00:00', '2026-12-05T00:00', '2026-12-08T00:00', '2026-12-10T00:00'],
    eindigtDoor: bevestig,
  },
  {
    naam: 'oppakken',
    begin: 'Wednesday 2 December: over at the end of Wednesday the 16th',
    daden: GEZONDEN,
    stappen: [
      ['2026-12-09T08:30', HERINNERD, ['kanaal-team']],
      ['2026-12-14T08:30', HERINNERD, ['kanaal-team']],
      ['2026-12-17T00:00', VERLOPEN],
      ['2026-12-17T08:30', GEMELD, ['kanaal-team', 'kanaal-vt']],
      ['2026-12-21T08:30', LADDER, LEIDING],
      ['2026-12-24T08:30', LADDER, ['kanaal-vt']],
    ],
    spoed: [
      '2026-12-09T00:00',
      '2026-12-14T00:00',
      '2026-12-17T00:00',
      '2026-12-17T00:00',
      '2026-12-19T00:00',
      '2026-12-24T00:00',
    ],
    eindigtDoor: { soort: 'weigeren', reden: 'niet van ons' },
  },
  {
    naam: 'informeer-gemeente',
    begin: 'Thursday 10 December, the last step of the ladder of bevestigen: over at the end of Friday',
    daden: [...GEZONDEN, ['2026-12-10T08:30+01:00', 'klok']],
    stappen: [
      ['2026-12-12T00:00', VERLOPEN],
      ['2026-12-14T08:30', GEMELD, ['kanaal-vt', 'leidinggevende-vt']],
    ],
    spoed: ['2026-12-12T00:00', '2026-12-12T00:00'],
    eindigtDoor: { soort: 'gemeente-geinformeerd', wie: 'de contactambtenaar' },
  },
  {
    naam: 'schriftelijk-informeren',
    begin: 'Tuesday 1 December, the decision: over at the end of Tuesday the 8th',
    daden: [[TRIAGE, { soort: 'triage-afronden', besluit: 'geen-zorgen' }]],
    stappen: [
      ['2026-12-09T00:00', VERLOPEN],
      ['2026-12-09T08:30', GEMELD, ['kanaal-vt']],
    ],
    spoed: ['2026-12-09T00:00', '2026-12-09T00:00'],
    eindigtDoor: { soort: 'geinformeerd', wie: 'clientsysteem' },
  },
  {
    naam: 'client-informeren',
    begin: 'Wednesday 2 December: over at the end of Wednesday the 9th',
    daden: GEZONDEN,
    stappen: [
      ['2026-12-10T00:00', VERLOPEN],
      ['2026-12-10T08:30', GEMELD, ['kanaal-vt']],
    ],
    spoed: ['2026-12-10T00:00', '2026-12-10T00:00'],
    eindigtDoor: { soort: 'geinformeerd', wie: 'clientsysteem' },
  },
  {
    naam: 'betrokkenen-informeren',
    begin: 'Tuesday 1 December, the decision for HGO: over at the end of Tuesday the 8th',
    daden: [[TRIAGE, { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'hgo' }]],
    stappen: [
      ['2026-12-09T00:00', VERLOPEN],
      ['2026-12-09T08:30', GEMELD, ['kanaal-vt']],
    ],
    spoed: ['2026-12-09T00:00', '2026-12-09T00:00'],
    eindigtDoor: { soort: 'geinformeerd', wie: 'betrokkenen' },
  },
  {
    naam: 'melding-bespreken',
    begin: 'Thursday 3 December, the confirmation: over at the end of Thursday the 17th',
    daden: ONTVANGEN,
    stappen: [
      ['2026-12-18T00:00', VERLOPEN],
      ['2026-12-18T08:30', GEMELD, ['kanaal-team']],
    ],
    spoed: ['2026-12-18T00:00', '2026-12-18T00:00'],
    eindigtDoor: { soort: 'melding-besproken', op: BEVESTIGD },
  },
];

const lokaal = (moment: string): string => om(`${moment}:00+01:00`);
const EEUWIG = '2029-06-01T10:00:00+02:00';

function termijnVan({ casus }: Toestand, naam: TermijnNaam) {
  const termijn = casus.termijnen.find((kandidaat) => kandidaat.naam === naam);
  if (!termijn) throw new Error(`${naam} loopt niet`);
  return termijn;
}

/** What a round at `nu` writes down about one term, and the casus after it. */
function ronde(toestand: Toestand, termijn: string, nu: string) {
  const gezet = toegepast(wanneer(toestand, [nu, 'klok'])).flatMap(({ soort, gegevens, vastgelegdOp }) =>
    'stap' in gegevens && gegevens.termijn === termijn ? [{ soort, stap: gegevens.stap, vastgelegdOp }] : [],
  );
  return { gezet, toestand: daarna(toestand, [nu, 'klok']) };
}

test('the table below has a row for every term of the beleid, and a moment for every step', () => {
  expect(TABEL.map(({ naam }) => naam).toSorted()).toEqual([...TERMIJN_NAMEN].toSorted());
  for (const { naam, stappen, spoed } of TABEL) {
    const { herinneringen, ladder } = STANDAARD_BELEID.termijnen[naam];
    expect([naam, stappen.length, spoed.length]).toEqual([
      naam,
      herinneringen.length + 2 + ladder.length,
      stappen.length,
    ]);
  }
});

describe.each(TABEL)('$naam, from $begin', ({ naam, daden, stappen, spoed, eindigtDoor }) => {
  const begin = gegeven({}, ...daden);
  const { id, vervalt, beleid, stappen: plan } = termijnVan(begin, naam);

  test('is due at the end of its last day, stored with the beleid it was computed from', () => {
    const verlopen = stappen.find(([, soort]) => soort === VERLOPEN);
    expect(vervalt).toBe(lokaal(verlopen?.[0] ?? ''));
    expect(beleid).toBe('richtlijn-0.3');
    expect(plan.map(({ aan }) => aan)).toEqual(stappen.map(([, , aan]) => aan ?? []));
  });

  test('does nothing 1 ms before each moment, and exactly that step at the moment', () => {
    let stand = begin;
    for (const [index, [moment, soort]] of stappen.entries()) {
      const ervoor = ronde(stand, id, net(lokaal(moment), -1));
      expect(ervoor.gezet).toEqual([]);
      const erop = ronde(ervoor.toestand, id, lokaal(moment));
      expect(erop.gezet).toEqual([{ soort, stap: plan[index]?.id, vastgelegdOp: lokaal(moment) }]);
      stand = erop.toestand;
      expect(ronde(stand, id, lokaal(moment)).gezet).toEqual([]);
    }
    expect(ronde(stand, id, EEUWIG).gezet).toEqual([]);
  });

  test('with spoed ignores office hours: at midnight, in the weekend too', () => {
    const spoedDaden = daden.map(([nu, wat, anders]): Daad => [nu.replace('T08:30', 'T00:00'), wat, anders]);
    let stand = gegeven({ spoed: true }, ...spoedDaden);
    const spoedId = termijnVan(stand, naam).id;
    for (const moment of new Set(spoed)) {
      const ervoor = ronde(stand, spoedId, net(lokaal(moment), -1));
      expect(ervoor.gezet).toEqual([]);
      const erop = ronde(ervoor.toestand, spoedId, lokaal(moment));
      const verwacht = stappen.filter((_, index) => spoed[index] === moment).map(([, soort]) => soort);
      expect(erop.gezet.map(({ soort }) => soort)).toEqual(verwacht);
      stand = erop.toestand;
    }
    expect(ronde(stand, spoedId, EEUWIG).gezet).toEqual([]);
  });

  test.each(stappen.map(([moment, soort]) => [moment, soort] as const))(
    'that ended 1 ms before %s (%s) never pings again',
    (moment) => {
      const eerder = stappen.filter(([ander]) => ander < moment);
      const tot = eerder.reduce((stand, [ander]) => daarna(stand, [lokaal(ander), 'klok']), begin);
      const geeindigd = daarna(tot, [net(lokaal(moment), -1), eindigtDoor]);
      expect(geeindigd.casus.termijnen.map((termijn) => termijn.id)).not.toContain(id);
      const erop = ronde(geeindigd, id, lokaal(moment));
      expect(erop.gezet).toEqual([]);
      expect(ronde(erop.toestand, id, EEUWIG).gezet).toEqual([]);
    },
  );
});
