/**
 * Model checking: every reachable state within a number of opdrachten and rounds, not a sample of them. In each state
 * every opdracht is tried, with fields that fit and fields that do not, by both sides; the clock goes to its next moment.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { beslis } from '../../src/kern/beslis.ts';
import type { Gebeurtenis, GebeurtenisSoort } from '../../src/kern/gebeurtenissen.ts';
import { OPDRACHT_SOORTEN } from '../../src/kern/opdrachten.ts';
import { weiger } from '../../src/kern/weigeringen.ts';
import { verken, type Poging } from './model.ts';
import {
  bewaakt,
  eenVerantwoordelijke,
  metInstemming,
  slaaptNooit,
  uitlegbaar,
  verzamel,
  wegVooruit,
} from './modelwetten.ts';
import { MELDING, om, TEAMLID } from './steun.ts';

const WETTEN = { eenVerantwoordelijke, metInstemming, slaaptNooit, wegVooruit, bewaakt, uitlegbaar };
const DIEPST = 7;

const soort = ({ uitkomst, na }: Poging): string =>
  na ? 'toegepast' : 'geweigerd' in uitkomst ? 'geweigerd' : 'al gedaan';

describe('every reachable state of a casus', () => {
  const { schendingen, bij } = verzamel(WETTEN);
  const perSoort = new Map<string, Set<string>>();
  const fasen = new Set<string>();
  const codes = new Set<string>();
  const telling: Record<string, number> = {};
  let aantal = 0;
  beforeAll(() => {
    aantal = verken({
      diepst: DIEPST,
      bij(knoop, pogingen) {
        bij(knoop, pogingen);
        fasen.add(knoop.casus.fase);
        for (const poging of pogingen) {
          const uitkomst = soort(poging);
          telling[uitkomst] = (telling[uitkomst] ?? 0) + 1;
          const bekend = perSoort.get(poging.letter.opdracht.soort) ?? new Set();
          perSoort.set(poging.letter.opdracht.soort, bekend.add(uitkomst));
          if ('geweigerd' in poging.uitkomst) codes.add(poging.uitkomst.geweigerd.code);
        }
      },
    });
  });

  test('is enumerated: thousands of states, in every fase, each opdracht applied in one and not in another', () => {
    process.stdout.write(`model: ${aantal} states to depth ${DIEPST}, ${JSON.stringify(telling)}\n`);
    expect(aantal).toBeGreaterThan(5000);
    expect(fasen.size).toBe(9);
    expect([...perSoort.keys()].toSorted()).toEqual([...OPDRACHT_SOORTEN].toSorted());
    for (const [naam, uitkomsten] of perSoort) {
      expect([naam, uitkomsten.has('toegepast'), uitkomsten.size > 1]).toEqual([naam, true, true]);
    }
  });

  test('has exactly one responsible party at every instant from the receipt on (domein.md §1)', () => {
    expect(schendingen['eenVerantwoordelijke']).toEqual([]);
  });

  test('gives nobody the casus without the assent of law 1 (domein.md §1)', () => {
    expect(schendingen['metInstemming']).toEqual([]);
  });

  test('has a step ahead of it whenever Veilig Thuis is responsible: law 2 (domein.md §1)', () => {
    expect(schendingen['slaaptNooit']).toEqual([]);
  });

  test('offers its responsible party a way forward that the rights allow', () => {
    expect(schendingen['wegVooruit']).toEqual([]);
  });

  test('has a running term, or a reason in the guideline why none runs', () => {
    expect(schendingen['bewaakt']).toEqual([]);
  });

  test('applies, finds done or refuses every opdracht, and each refusal has a Dutch text', () => {
    expect(schendingen['uitlegbaar']).toEqual([]);
    expect(codes.size).toBeGreaterThan(30);
  });
});

describe('control: a broken rule is caught', () => {
  /** The rules, but what this kind of event does is forgotten. */
  const zonder =
    (wat: GebeurtenisSoort, velden: readonly ('verantwoordelijke' | 'start')[]): typeof beslis =>
    (...vraag) => {
      const uitkomst = beslis(...vraag);
      if ('geweigerd' in uitkomst) return uitkomst;
      const verminkt = uitkomst.gebeurtenissen.map((gebeurtenis): Gebeurtenis => {
        if (gebeurtenis.soort !== wat) return gebeurtenis;
        const rest = { ...gebeurtenis };
        for (const veld of velden) delete rest[veld];
        return rest;
      });
      return { gebeurtenissen: verminkt };
    };
  const gevangen = (regels: typeof beslis, diepst: number, gezocht = ''): string[] => {
    const { schendingen, bij } = verzamel(WETTEN);
    verken({ diepst, regels, bij, genoeg: () => (schendingen[gezocht]?.length ?? 0) > 0 });
    return Object.entries(schendingen).flatMap(([naam, lijst]) => (lijst.length > 0 ? [naam] : []));
  };

  test('none is found in the rules as they are', () => {
    expect(gevangen(beslis, 4)).toEqual([]);
  });

  test.each<[string, typeof beslis, number, string]>([
    [
      'a confirmation that moves nothing',
      zonder('ontvangst-bevestigd', ['verantwoordelijke']),
      3,
      'eenVerantwoordelijke',
    ],
    [
      'a wachtlijst that stays with the team',
      zonder('wachtlijst-gemeld', ['verantwoordelijke']),
      4,
      'eenVerantwoordelijke',
    ],
    ['a casus taken back without a term', zonder('teruggenomen', ['start']), 5, 'slaaptNooit'],
    ['a question that is not asked again', zonder('zicht-bewaakt', ['start']), 5, 'slaaptNooit'],
    [
      'an outcome that holds without the other side',
      (casus, opdracht, wens) =>
        beslis(
          casus,
          opdracht,
          opdracht.soort === 'meningsverschil-oplossen' && opdracht.uitkomst === 'lokale-toegang'
            ? { ...wens, door: TEAMLID }
            : wens,
        ),
      4,
      'metInstemming',
    ],
    [
      'a herziening that forgets what was concluded',
      (casus, opdracht, wens) => beslis({ ...casus, staande: [] }, opdracht, wens),
      3,
      'metInstemming',
    ],
    [
      'a meningsverschil that nobody can settle',
      (casus, opdracht, wens) =>
        opdracht.soort === 'meningsverschil-oplossen' || opdracht.soort === 'meningsverschil-opschalen'
          ? weiger('laatste-stap', {})
          : beslis(casus, opdracht, wens),
      3,
      'wegVooruit',
    ],
    [
      'a refusal without a moment',
      (casus, opdracht, wens) =>
        opdracht.soort === 'gescreend'
          ? weiger('al-bevestigd', { op: om(MELDING), doorNaam: String(undefined) })
          : beslis(casus, opdracht, wens),
      1,
      'uitlegbaar',
    ],
  ])('%s', (_, regels, diepst, wet) => {
    expect(gevangen(regels, diepst, wet)).toContain(wet);
  });
});
