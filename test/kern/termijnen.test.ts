import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TERMIJN_NAMEN, type TermijnNaam } from '../../src/kern/beleid/beleid.ts';
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import type { Stuk } from '../../src/kern/rij/gebeurtenisrij.ts';
import { onderwerpen } from '../../src/teksten/onderwerpen.nl.ts';
import { daarna, gegeven, net, om, toegepast, wachtlijst, wanneer, type Daad, type Toestand } from './steun.ts';
import { TABEL, VERLOPEN, WACHTENDEN, type Rij } from './termijntabel.ts';

const lokaal = (moment: string): string => om(`${moment}:00+01:00`);
const EEUWIG = '2029-06-01T10:00:00+02:00';

function termijnVan({ casus }: Toestand<Stuk>, naam: TermijnNaam) {
  const termijn = casus.termijnen.find((kandidaat) => kandidaat.naam === naam);
  if (!termijn) throw new Error(`${naam} loopt niet`);
  return termijn;
}

const beginVan = ({ daden, lijst }: Rij): Toestand<Stuk> =>
  lijst ? wachtlijst('2026-12-08T00:00:00+01:00', WACHTENDEN, ...daden) : gegeven({}, ...daden);

/** What a round at `nu` writes down about one term, and the casus after it. */
function ronde(toestand: Toestand<Stuk>, termijn: string, nu: string) {
  const kader = toestand.casus.soort === 'wachtlijst-vt' ? { wachtenden: WACHTENDEN } : {};
  const gezet = toegepast(wanneer(toestand, [nu, 'klok', kader])).flatMap(({ soort, gegevens, vastgelegdOp }) =>
    'stap' in gegevens && 'termijn' in gegevens && gegevens.termijn === termijn
      ? [{ soort, stap: gegevens.stap, vastgelegdOp }]
      : [],
  );
  return { gezet, toestand: daarna(toestand, [nu, 'klok', kader]) };
}

/** What the stories say, as one text. */
const VERHALEN = new URL('../verhalen/', import.meta.url);
const verteld = readdirSync(VERHALEN)
  .filter((bestand) => bestand.endsWith('.test.ts'))
  .map((bestand) => readFileSync(new URL(bestand, VERHALEN), 'utf8'))
  .join('\n');

/** The steps of a term that no story tells: `noord: herinnering huisbezoek`, `vt: verlopen huisbezoek`. */
function nietVerteld(naam: TermijnNaam): string[] {
  const { herinneringen, ladder } = STANDAARD_BELEID.termijnen[naam];
  const stappen = [
    'verlopen',
    ...(herinneringen.length > 0 ? ['herinnering'] : []),
    ...(ladder.length > 0 ? ['escalatie'] : []),
  ];
  return stappen
    .map((stap) => `: ${stap} ${onderwerpen.termijn[naam].toLowerCase()}'`)
    .filter((zin) => !verteld.includes(zin));
}

test('every term of the beleid has a row in the table below, or a story that tells its steps', () => {
  const zonderRij = TERMIJN_NAMEN.filter((naam) => !TABEL.some((rij) => rij.naam === naam));
  expect(zonderRij.flatMap(nietVerteld)).toEqual([]);
  // Nobody tells of this one: so the check above can fail.
  expect(nietVerteld('zicht-bij-vt')).not.toEqual([]);
});

test('the table below has a moment for every step', () => {
  for (const { naam, stappen, spoed, lijst } of TABEL) {
    const { herinneringen, ladder } = STANDAARD_BELEID.termijnen[naam];
    expect([naam, stappen.length, spoed.length]).toEqual([
      naam,
      herinneringen.length + 2 + ladder.length,
      lijst ? 0 : stappen.length,
    ]);
  }
});

describe.each(TABEL)('$naam, from $begin', (rij) => {
  const { naam, stappen, eindigtDoor } = rij;
  const begin = beginVan(rij);
  const { id, vervalt, beleid, stappen: plan } = termijnVan(begin, naam);

  test('is due at the end of its last day, stored with the beleid it was computed from', () => {
    const verlopen = stappen.find(([, soort]) => soort === VERLOPEN);
    expect(vervalt).toBe(lokaal(verlopen?.[0] ?? ''));
    expect(beleid).toBe('richtlijn-0.3');
    expect(plan.map(({ aan }) => aan)).toEqual(stappen.map(([, , aan]) => aan ?? []));
  });

  test('does nothing 1 ms before each moment, and exactly that step at the moment', () => {
    let stand = begin;
    for (const moment of new Set(stappen.map(([op]) => op))) {
      const ervoor = ronde(stand, id, net(lokaal(moment), -1));
      expect(ervoor.gezet).toEqual([]);
      const erop = ronde(ervoor.toestand, id, lokaal(moment));
      const verwacht = stappen.flatMap(([op, soort], index) =>
        op === moment ? [{ soort, stap: plan[index]?.id, vastgelegdOp: lokaal(moment) }] : [],
      );
      expect(erop.gezet).toEqual(verwacht);
      stand = erop.toestand;
      expect(ronde(stand, id, lokaal(moment)).gezet).toEqual([]);
    }
    // A term that is to be met says itself again; any other has said all it has to say.
    for (const [moment, soort, aan] of rij.herhaald ?? []) {
      expect(ronde(stand, id, net(lokaal(moment), -1)).gezet).toEqual([]);
      const { gezet, toestand } = ronde(stand, id, lokaal(moment));
      expect(gezet).toMatchObject([{ soort, vastgelegdOp: lokaal(moment) }]);
      const volgende = termijnVan(stand, naam).stappen.find(({ id: stap }) => stap === gezet[0]?.stap);
      expect(volgende?.aan).toEqual(aan);
      stand = toestand;
    }
    expect(ronde(stand, id, EEUWIG).gezet.length).toBe(rij.herhaald ? 1 : 0);
  });

  test.each(stappen.map(([moment, soort]) => [moment, soort] as const))(
    'that ended 1 ms before %s (%s) never pings again',
    (moment) => {
      const eerder = stappen.filter(([ander]) => ander < moment);
      const tot = eerder.reduce((stand, [ander]) => daarna(stand, [lokaal(ander), 'klok']), begin);
      const geeindigd = daarna(tot, [net(lokaal(moment), -1), eindigtDoor, rij.lijst ? { wachtenden: [] } : {}]);
      expect(geeindigd.casus.termijnen.map((termijn) => termijn.id)).not.toContain(id);
      const erop = ronde(geeindigd, id, lokaal(moment));
      expect(erop.gezet).toEqual([]);
      expect(ronde(erop.toestand, id, EEUWIG).gezet).toEqual([]);
    },
  );
});

describe.each(TABEL.filter(({ lijst }) => !lijst))('$naam with spoed', ({ naam, daden, stappen, spoed }) => {
  test('ignores office hours: at midnight, in the weekend too', () => {
    const spoedDaden = daden.map(([nu, wat, anders]): Daad => [nu.replace('T08:30', 'T00:00'), wat, anders]);
    let stand: Toestand<Stuk> = gegeven({ spoed: true }, ...spoedDaden);
    const spoedId = termijnVan(stand, naam).id;
    for (const moment of new Set(spoed)) {
      const ervoor = ronde(stand, spoedId, net(lokaal(moment), -1));
      expect(ervoor.gezet).toEqual([]);
      const erop = ronde(ervoor.toestand, spoedId, lokaal(moment));
      const verwacht = stappen.filter((_, index) => spoed[index] === moment).map(([, soort]) => soort);
      expect(erop.gezet.map(({ soort }) => soort)).toEqual(verwacht);
      stand = erop.toestand;
    }
  });
});
