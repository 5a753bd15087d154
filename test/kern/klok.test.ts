import { describe, expect, test } from 'vitest';
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import { wekMoment } from '../../src/kern/beslis.ts';
import type { Instant } from '../../src/kern/tijd/werkdagen.ts';
import {
  bevestig,
  context,
  daarna,
  gegeven,
  GEZONDEN,
  lopend,
  MELDING,
  om,
  soorten,
  TEAMLID,
  toegepast,
  VERZONDEN,
  wanneer,
  type Toestand,
} from './steun.ts';

const verzonden = gegeven({}, ...GEZONDEN);
const wek = ({ casus }: Toestand, nu: string): Instant | undefined => wekMoment(casus, om(nu), context(nu));

/** What a round writes down, per term and in order: `bevestigen: verlopen`. */
const gezet = (toestand: Toestand, nu: string): string[] =>
  toegepast(wanneer(toestand, [nu, 'klok'])).flatMap(({ soort, gegevens }) =>
    'stap' in gegevens && 'termijn' in gegevens
      ? [`${gegevens.termijn} ${gegevens.stap}${soort === 'stap-overgeslagen' ? ' overgeslagen' : ''}`]
      : [],
  );
const van = (termijn: string, regels: string[]): string[] =>
  regels.filter((regel) => regel.startsWith(termijn)).map((regel) => regel.slice(regel.indexOf(' ') + 1));

describe('the alarm', () => {
  test('of an overdracht that nobody answers rings at these moments and no others', () => {
    const momenten: Instant[] = [];
    let stand = verzonden;
    for (let nu = wek(stand, VERZONDEN); nu !== undefined && momenten.length < 20; nu = wek(stand, nu)) {
      momenten.push(nu);
      stand = daarna(stand, [nu, 'klok']);
    }
    expect(momenten).toEqual(
      [
        '2026-12-04T08:30',
        '2026-12-05T00:00',
        '2026-12-07T08:30',
        '2026-12-08T08:30',
        '2026-12-09T08:30',
        '2026-12-10T00:00',
        '2026-12-10T08:30',
        '2026-12-12T00:00',
        '2026-12-14T08:30',
        // The gemeente is not informed: VT is asked for it every werkdag, and would be for ever.
        '2026-12-15T08:30',
        '2026-12-16T08:30',
        '2026-12-17T00:00',
        '2026-12-17T08:30',
        '2026-12-18T08:30',
        '2026-12-21T08:30',
        '2026-12-22T08:30',
        '2026-12-23T08:30',
        '2026-12-24T08:30',
        '2026-12-28T08:30',
        '2026-12-29T08:30',
      ].map((moment) => om(`${moment}:00+01:00`)),
    );
  });

  test('of a reminder that was not sent in office hours rings at the passing of its term, not days after', () => {
    const vrijdagavond = '2026-12-04T17:00:00+01:00';
    expect(gezet(verzonden, vrijdagavond)).toEqual([]);
    expect(wek(verzonden, vrijdagavond)).toBe(om('2026-12-05T00:00:00+01:00'));
    expect(van('bevestigen', gezet(verzonden, '2026-12-05T00:00:00+01:00'))).toEqual([
      'herinnering-1 overgeslagen',
      'verlopen',
    ]);
  });

  test('is silent when no term runs, until the casus is to be erased', () => {
    const casus = gegeven(
      {},
      [MELDING, { soort: 'triage-afronden', besluit: 'geen-zorgen' }],
      [MELDING, { soort: 'geinformeerd', wie: 'melder', via: 'brief' }],
      [MELDING, { soort: 'geinformeerd', wie: 'clientsysteem', via: 'e-mail' }],
    );
    expect(wek(casus, MELDING)).toBe(om('2028-11-30T10:00:00+01:00'));
    expect(soorten(wanneer(casus, ['2028-11-30T09:59:59+01:00', 'klok']))).toEqual([]);
  });
});

describe('a clock that was away', () => {
  const VRIJDAG = '2026-12-18T10:00:00+01:00';
  const ZATERDAG = '2026-12-19T12:00:00+01:00';
  const MAANDAG = '2026-12-21T08:30:00+01:00';

  test('for two weeks, does everything once, in order, without reminders that help nobody any more', () => {
    const regels = gezet(verzonden, VRIJDAG);
    expect(van('bevestigen', regels)).toEqual([
      'herinnering-1 overgeslagen',
      'verlopen',
      'melding',
      'ladder-1',
      'ladder-2',
    ]);
    expect(van('oppakken', regels)).toEqual([
      'herinnering-1 overgeslagen',
      'herinnering-2 overgeslagen',
      'verlopen',
      'melding',
    ]);
    expect(van('client-informeren', regels)).toEqual(['verlopen', 'melding']);
    expect(van('vervolg', regels)).toEqual([]);
    expect(gezet(daarna(verzonden, [VRIJDAG, 'klok']), VRIJDAG)).toEqual([]);
  });

  test('writes a term down as passed at the instant it passed, and recorded now', () => {
    const verlopen = toegepast(wanneer(verzonden, [VRIJDAG, 'klok'])).filter(
      ({ soort }) => soort === 'termijn-verlopen',
    );
    expect(verlopen.map(({ op, vastgelegdOp }) => [op, vastgelegdOp])).toEqual(
      ['2026-12-05T00:00', '2026-12-10T00:00', '2026-12-17T00:00'].map((op) => [om(`${op}:00+01:00`), om(VRIJDAG)]),
    );
  });

  test('gives the task of the ladder its term from the step itself, not from when the step was due', () => {
    const { casus } = daarna(verzonden, [VRIJDAG, 'klok']);
    expect(casus.termijnen.find(({ naam }) => naam === 'informeer-gemeente')).toMatchObject({
      vanaf: om(VRIJDAG),
      vervalt: om('2026-12-22T00:00:00+01:00'),
    });
  });

  test('and comes back in the weekend, notes what passed and keeps the pings for Monday 08:30', () => {
    const regels = gezet(verzonden, ZATERDAG);
    expect(van('bevestigen', regels)).toEqual(['herinnering-1 overgeslagen', 'verlopen']);
    expect(regels.filter((regel) => regel.endsWith('melding') || regel.includes('ladder'))).toEqual([]);
    const zaterdag = daarna(verzonden, [ZATERDAG, 'klok']);
    expect(wek(zaterdag, ZATERDAG)).toBe(om(MAANDAG));
    expect(gezet(zaterdag, '2026-12-21T08:29:59.999+01:00')).toEqual([]);
    expect(van('bevestigen', gezet(zaterdag, MAANDAG))).toEqual(['melding', 'ladder-1', 'ladder-2']);
  });

  test('and comes back in the weekend with spoed, pings at once', () => {
    const spoed = gegeven({ spoed: true }, ...GEZONDEN);
    expect(van('bevestigen', gezet(spoed, ZATERDAG))).toEqual([
      'herinnering-1 overgeslagen',
      'verlopen',
      'melding',
      'ladder-1',
      'ladder-2',
    ]);
  });

  test('for a few hours, still sends a reminder whose term has not passed', () => {
    expect(van('bevestigen', gezet(verzonden, '2026-12-04T15:00:00+01:00'))).toEqual(['herinnering-1']);
  });

  test('does nothing about a term that a person ended meanwhile', () => {
    const ontvangen = daarna(verzonden, [VRIJDAG, bevestig, { door: TEAMLID }]);
    expect(van('bevestigen', gezet(ontvangen, VRIJDAG))).toEqual([]);
  });

  test('knows a melding that was registered when its term had passed already', () => {
    const casus = gegeven({ geregistreerdOp: VRIJDAG });
    expect(van('triage', gezet(casus, VRIJDAG))).toEqual([
      'herinnering-1 overgeslagen',
      'verlopen',
      'melding',
      'ladder-1',
    ]);
  });
});

describe('a clock that goes backwards', () => {
  test('does no step again, and no step that is not due', () => {
    const casus = daarna(verzonden, ['2026-12-07T08:30:00+01:00', 'klok']);
    for (const nu of ['2026-12-04T08:30:00+01:00', MELDING, '2000-01-01T00:00:00Z']) {
      expect(gezet(casus, nu)).toEqual([]);
    }
    expect(van('bevestigen', gezet(casus, '2026-12-08T08:30:00+01:00'))).toEqual(['ladder-1']);
  });

  test('never dates an entry before the last one', () => {
    const casus = daarna(verzonden, ['2026-12-07T08:30:00+01:00', 'klok'], [VERZONDEN, bevestig]);
    expect(casus.journaal.at(-1)).toMatchObject({
      soort: 'ontvangst-bevestigd',
      vastgelegdOp: om('2026-12-07T08:30:00+01:00'),
    });
  });
});

describe('the task of the ladder: inform the gemeente (§4.1, §4.2)', () => {
  const LADDER = '2026-12-10T08:30:00+01:00';
  const OPPAKKEN_LADDER = '2026-12-24T08:30:00+01:00';

  test('is one duty while it runs, though both ladders ask for it', () => {
    const casus = daarna(verzonden, [LADDER, 'klok'], [OPPAKKEN_LADDER, 'klok']);
    expect(lopend(casus).filter((naam) => naam === 'informeer-gemeente')).toHaveLength(1);
  });

  test('is a new duty when the first was done before the second ladder asked', () => {
    const casus = daarna(
      verzonden,
      [LADDER, 'klok'],
      [LADDER, { soort: 'gemeente-geinformeerd', wie: 'de contactambtenaar' }],
      [OPPAKKEN_LADDER, 'klok'],
    );
    expect(casus.casus.termijnen.find(({ naam }) => naam === 'informeer-gemeente')).toMatchObject({
      vanaf: om(OPPAKKEN_LADDER),
      vervalt: om('2026-12-29T00:00:00+01:00'),
    });
  });
});

test('a later beleid leaves a running term where it is (§6)', () => {
  const { bevestigen } = STANDAARD_BELEID.termijnen;
  const beleid = {
    ...STANDAARD_BELEID,
    versie: 'ruimer',
    termijnen: { ...STANDAARD_BELEID.termijnen, bevestigen: { ...bevestigen, duur: { werkdagen: 10 } } },
  };
  const casus = daarna(verzonden, ['2026-12-07T08:30:00+01:00', 'klok', { beleid }]);
  expect(casus.journaal.map(({ soort }) => soort)).toContain('verloop-gemeld');
  const opnieuw = daarna(
    casus,
    ['2026-12-07T09:00:00+01:00', { soort: 'weigeren', reden: 'niet van ons' }],
    ['2026-12-07T10:00:00+01:00', { soort: 'overdragen', team: 'a', wijze: 'koud', feiten: ['f'] }, { beleid }],
  );
  expect(opnieuw.casus.termijnen.find(({ naam }) => naam === 'bevestigen')).toMatchObject({
    beleid: 'ruimer',
    vervalt: om('2026-12-22T00:00:00+01:00'),
  });
});
