/** Retention: what is erased, when, and what stays (domein.md §9). */
import { describe, expect, test } from 'vitest';
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import { noteerInzage, wekMoment } from '../../src/kern/beslis.ts';
import type { Gebeurtenis } from '../../src/kern/gebeurtenissen.ts';
import { GEWIST, splits, wis } from '../../src/kern/journaal/wisbaar.ts';
import { herleidCasus, verwerk } from '../../src/kern/verwerk.ts';
import {
  CASUSNUMMER,
  context,
  daarna,
  gegeven,
  GEZONDEN,
  IN_HANDEN,
  KLOK,
  lopend,
  MELDING,
  om,
  OPGEPAKT,
  soorten,
  TEAM,
  TEAMLID,
  toegepast,
  wanneer,
  wie,
  type Daad,
  type Toestand,
} from './steun.ts';

const KLAAR = '2026-12-07T10:00:00+01:00';
const TWEE_JAAR = '2028-12-07T10:00:00+01:00';
const afgesloten: Daad = [KLAAR, { soort: 'afsluiten', reden: 'de veiligheid is stabiel' }];
/** Closed by the team; what the clock still had to ask for has been asked. */
const DICHT = (...daden: Daad[]): Toestand =>
  gegeven({}, ...IN_HANDEN, metTeam(afgesloten), ['2026-12-11T10:00:00+01:00', 'klok'], ...daden);
const metTeam = ([nu, wat]: Daad): Daad => [nu, wat, { door: TEAMLID }];
const gewist = (toestand: Toestand, nu: string): boolean => soorten(wanneer(toestand, [nu, 'klok'])).includes('gewist');
const maanden = (aantal: number) => ({
  beleid: { ...STANDAARD_BELEID, bewaartermijn: { ...STANDAARD_BELEID.bewaartermijn, maanden: aantal } },
});

describe('a closed casus', () => {
  test('is erased by the clock when the bewaartermijn is over, and not before (domein §9)', () => {
    expect(gewist(DICHT(), '2028-12-07T09:59:59+01:00')).toBe(false);
    expect(wanneer(DICHT(), [TWEE_JAAR, 'klok'])).toMatchObject({
      gebeurtenissen: [
        {
          soort: 'gewist',
          op: om(TWEE_JAAR),
          bron: 'AVG art. 5',
          gegevens: { totEnMet: DICHT().casus.versie, overdrachten: [1] },
        },
      ],
    });
  });

  test('counts from its closing: who looks at it later does not put it off', () => {
    const { casus, journaal } = DICHT();
    const nu = '2027-06-01T10:00:00+02:00';
    const gezien = noteerInzage(casus, context(nu), { overdracht: 1 });
    const stand = {
      casus: gezien.reduce((c, g) => verwerk(c, g), casus),
      journaal: [...journaal, ...gezien],
    };
    expect(stand.casus.laatstVastgelegd).toBe(om(nu));
    expect(gewist(stand, TWEE_JAAR)).toBe(true);
  });

  test('that the clock was away from is first told what passed: erasing waits a day for those messages', () => {
    const vergeten = gegeven({}, ...IN_HANDEN, metTeam(afgesloten));
    const ronde = daarna(vergeten, [TWEE_JAAR, 'klok']);
    expect(ronde.journaal.map(({ soort }) => soort)).toContain('verloop-gemeld');
    expect(ronde.casus.gewist).toBeUndefined();
    expect(gewist(ronde, '2028-12-08T09:59:59+01:00')).toBe(false);
    expect(gewist(ronde, '2028-12-08T10:00:00+01:00')).toBe(true);
  });

  test('is erased once: a second round finds nothing, and nothing wakes it again', () => {
    const weg = daarna(DICHT(), [TWEE_JAAR, 'klok']);
    expect(gewist(weg, '2040-01-01T00:00:00+01:00')).toBe(false);
    expect(wekMoment(weg.casus, om(TWEE_JAAR), context(TWEE_JAAR))).toBeUndefined();
  });

  test('at the cliëntsysteem is erased too', () => {
    const licht = gegeven({}, [
      MELDING,
      { soort: 'triage-afronden', besluit: 'clientsysteem', voldoendeMogelijkheden: true, bereidZonderControle: true },
    ]);
    const gemeld = daarna(licht, ['2027-03-01T10:00:00+01:00', 'klok']);
    expect(lopend(gemeld)).not.toEqual([]);
    const weg = daarna(gemeld, ['2028-11-30T10:00:00+01:00', 'klok']);
    expect(weg.casus.gewist).toBeDefined();
    // Letters that nobody sent in two years are no longer asked for.
    expect(lopend(weg)).toEqual([]);
  });

  test('waits while something is planned in it', () => {
    const licht = gegeven(
      {},
      [
        MELDING,
        {
          soort: 'triage-afronden',
          besluit: 'clientsysteem',
          voldoendeMogelijkheden: true,
          bereidZonderControle: true,
        },
      ],
      [MELDING, { soort: 'monitoring-afspreken', op: '2029-06-01T12:00:00+02:00', wie: 'Vera van VT', wat: 'bellen' }],
    );
    expect(gewist(licht, '2028-12-01T10:00:00+01:00')).toBe(false);
    const gekeken = daarna(licht, ['2029-06-04T10:00:00+02:00', 'klok']);
    expect(gewist(gekeken, '2029-06-05T10:00:00+02:00')).toBe(true);
  });

  test('with a new melding before that is open again and stays; its next closing counts', () => {
    const open = DICHT([
      '2028-12-01T10:00:00+01:00',
      { soort: 'nieuwe-melding', ontvangenOp: '2028-12-01T09:00:00+01:00' },
    ]);
    expect(gewist(open, '2030-01-01T10:00:00+01:00')).toBe(false);
    const weerDicht = daarna(
      open,
      ['2028-12-04T10:00:00+01:00', { soort: 'triage-afronden', besluit: 'geen-zorgen' }],
      ['2029-01-08T10:00:00+01:00', 'klok'],
    );
    expect(gewist(weerDicht, TWEE_JAAR)).toBe(false);
    expect(gewist(weerDicht, '2030-12-04T10:00:00+01:00')).toBe(true);
  });

  test('that was opened after it was erased is erased again, for what came since', () => {
    const weg = daarna(DICHT(), [TWEE_JAAR, 'klok']);
    const weerDicht = daarna(
      weg,
      ['2029-01-08T10:00:00+01:00', { soort: 'nieuwe-melding', ontvangenOp: '2029-01-08T09:00:00+01:00' }],
      ['2029-01-09T10:00:00+01:00', { soort: 'triage-afronden', besluit: 'geen-zorgen' }],
      ['2029-02-09T10:00:00+01:00', 'klok'],
    );
    const [tweede] = toegepast(wanneer(weerDicht, ['2031-01-09T10:00:00+01:00', 'klok'])).slice(-1);
    expect(tweede).toMatchObject({ soort: 'gewist', gegevens: { totEnMet: expect.any(Number), overdrachten: [] } });
  });

  test('follows the bewaartermijn of the day it is looked at: a longer one also for what waits', () => {
    const uitkomst = wanneer(DICHT(), [TWEE_JAAR, 'klok', maanden(60)]);
    expect(soorten(uitkomst)).not.toContain('gewist');
    expect(soorten(wanneer(DICHT(), ['2027-01-07T10:00:00+01:00', 'klok', maanden(1)]))).toContain('gewist');
  });

  test('still says who was responsible at every instant', () => {
    const weg = daarna(DICHT(), [TWEE_JAAR, 'klok']);
    expect([MELDING, OPGEPAKT, KLAAR, TWEE_JAAR].map((op) => wie(weg, op))).toEqual([
      'veilig-thuis',
      TEAM,
      'clientsysteem',
      'clientsysteem',
    ]);
  });
});

describe('an open casus', () => {
  test('is never erased, however long it lasts', () => {
    expect(gewist(gegeven({}, ...IN_HANDEN), '2046-01-01T10:00:00+01:00')).toBe(false);
  });
});

describe('what is erased of an event', () => {
  const organisaties = new Set(['veilig-thuis', TEAM]);
  const kaal = (journaal: readonly Gebeurtenis[]): Gebeurtenis[] => journaal.map((een) => wis(een, organisaties));
  const bezorgd = (waar: string): Gebeurtenis<'bericht-bezorgd'> => ({
    nr: 9,
    soort: 'bericht-bezorgd',
    op: om(KLAAR),
    vastgelegdOp: om(KLAAR),
    door: KLOK,
    bron: 'domein §7',
    gegevens: { sleutel: `${CASUSNUMMER}/8/ping-1/${waar}`, kaart: 'ping', waar },
  });

  /** Every free text says `geheim`. */
  const op = (uur: number): string => `2026-12-04T${String(uur).padStart(2, '0')}:00:00+01:00`;
  const VERHALEN: Record<string, Daad[]> = {
    'refused by a team, then closed by a new decision': [
      ...GEZONDEN,
      metTeam([op(10), { soort: 'weigeren', reden: 'geheim' }]),
      [op(11), { soort: 'monitoring-afspreken', op: '2026-12-10T12:00:00+01:00', wie: 'geheim', wat: 'geheim' }],
      [op(12), { soort: 'triage-afronden', besluit: 'geen-zorgen', herziening: true }],
      [op(13), { soort: 'afsluiten', reden: 'geheim' }],
    ],
    'confirmed by phone, with a signal and handing back': [
      ...GEZONDEN,
      [op(9), { soort: 'bevestiging-vastleggen', gegevenOp: op(9), via: 'telefoon', doorWie: 'geheim' }],
      metTeam([op(10), { soort: 'niet-binnen-termijn', reden: 'geheim' }]),
      metTeam([op(11), { soort: 'oppakken', casusregisseur: 'geheim' }]),
      metTeam([op(12), { soort: 'signaleren', wat: 'medewerking-geweigerd', toelichting: 'geheim' }]),
      metTeam([op(13), { soort: 'terugleggen-vragen', reden: 'geheim' }]),
      [op(14), { soort: 'terugleggen-weigeren', reden: 'geheim' }],
      [op(15), { soort: 'terugnemen', reden: 'geheim' }],
    ],
    'a wachtlijst, then another team that disagrees': [
      ...GEZONDEN,
      metTeam([op(9), { soort: 'wachtlijst-melden', toelichting: 'geheim' }]),
      [op(10), { soort: 'gemeente-geinformeerd', wie: 'geheim' }],
      [op(11), { soort: 'geinformeerd', wie: 'clientsysteem', via: 'brief' }],
      [op(12), { soort: 'interventie-gemeente-vastleggen', wat: 'geheim' }],
      [op(13), { soort: 'overdragen', team: 'cjg-zuid', wijze: 'koud', feiten: ['geheim'] }],
      [op(14), { soort: 'meningsverschil-melden', toelichting: 'geheim' }],
      [op(15), { soort: 'meningsverschil-opschalen', gespreksverslag: 'geheim' }],
    ],
    'withdrawn, and casusregie': [
      ...GEZONDEN,
      [op(9), { soort: 'intrekken', reden: 'geheim' }],
      [
        op(10),
        {
          soort: 'triage-afronden',
          besluit: 'veilig-thuis',
          vervolg: 'casusregie',
          contactpersoon: 'geheim',
          herziening: true,
        },
      ],
    ],
    'direct danger while it waited': [['2026-12-09T10:00:00+01:00', { soort: 'direct-gevaar', wat: 'geheim' }]],
  };

  test.each(Object.entries(VERHALEN))('%s: no name, id or free text is left (domein §9)', (_naam, daden) => {
    const { journaal } = gegeven({}, ...daden);
    const persoonlijk = /geheim|Vera|Tom|aad-/;
    expect(journaal.filter((een) => /geheim/.test(JSON.stringify(een)))).toHaveLength(
      daden.filter(([, wat]) => /geheim/.test(JSON.stringify(wat)) && !JSON.stringify(wat).includes('feiten')).length,
    );
    expect(JSON.stringify(journaal)).toMatch(persoonlijk);
    expect(JSON.stringify(kaal(journaal))).not.toMatch(persoonlijk);
  });

  test.each(Object.entries(VERHALEN))('%s: the stretches of responsibility stay, to the instant', (_naam, daden) => {
    const { journaal } = gegeven({}, ...daden);
    const zonderNaam = (gebeurtenissen: readonly Gebeurtenis[]) =>
      herleidCasus(CASUSNUMMER, gebeurtenissen)?.perioden.map(({ gebeurtenis: { nr, soort, bron }, ...rest }) => ({
        ...rest,
        nr,
        soort,
        bron,
      }));
    expect(zonderNaam(kaal(journaal))).toEqual(zonderNaam(journaal));
  });

  test('its two parts are the whole of it, and the lasting part is the same after erasing', () => {
    for (const gebeurtenis of Object.values(VERHALEN).flatMap((daden) => gegeven({}, ...daden).journaal)) {
      const { vast, wisbaar } = splits(gebeurtenis);
      expect(splits(kaal([gebeurtenis])[0] ?? gebeurtenis).vast).toEqual(vast);
      expect(Object.values(wisbaar).every((deel) => JSON.stringify(gebeurtenis).includes(JSON.stringify(deel)))).toBe(
        true,
      );
    }
  });

  test('a delivery to a person loses its address and its key; one to an organisation of the casus stays', () => {
    expect(wis(bezorgd('aad-leidinggevende'), organisaties).gegevens).toEqual({
      sleutel: GEWIST,
      kaart: 'ping',
      waar: GEWIST,
    });
    expect(wis(bezorgd(TEAM), organisaties)).toEqual(bezorgd(TEAM));
  });
});
