/** Random stories of a casus for the properties: acts that fit, acts that are refused, and a clock that jumps about. */
import fc from 'fast-check';
import type { Casus } from '../../src/kern/casus.ts';
import { BESLUITEN, CONCLUSIES, VERVOLGTRAJECTEN } from '../../src/kern/gebeurtenissen.ts';
import { TEAMLID, VT, bevestig, bijVt, naarTeam, net, type OpdrachtInvoer } from './steun.ts';

const UUR = 3_600_000;
const DAG = 24 * UUR;

/** How far the clock moves between two acts: mostly a little, sometimes weeks, sometimes not at all or back. */
const verloop = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 8 * UUR }) },
  { weight: 5, arbitrary: fc.integer({ min: DAG / 2, max: 4 * DAG }) },
  { weight: 2, arbitrary: fc.integer({ min: 5 * DAG, max: 80 * DAG }) },
  { weight: 1, arbitrary: fc.integer({ min: -3 * DAG, max: -1 }) },
);
/** How long ago something happened that is entered now; below zero it is refused. */
const geleden = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 2 * DAG }),
  fc.integer({ min: -UUR, max: 20 * DAG }),
);
const team = fc.constantFrom('wijkteam-noord', 'cjg-zuid');
const gewoon = (opdracht: OpdrachtInvoer) => fc.constant(() => opdracht);

const VOLLEDIG = {
  soort: 'overdragen',
  feiten: ['Er is een melding.'],
  veiligheidsafspraken: ['Elke week contact.'],
  documentverwijzing: 'DOC-1',
  gesprek: { geenReden: 'De cliënt kan niet.' },
} as const satisfies Partial<OpdrachtInvoer>;

/** What brings a casus on from where it is, so that stories get deep. */
function passend(casus: Casus, nu: string, naar: string): OpdrachtInvoer[] {
  const doorNaar = { ...VOLLEDIG, team: naar };
  const taak: OpdrachtInvoer[] = casus.termijnen.some(({ naam }) => naam === 'informeer-gemeente')
    ? [{ soort: 'gemeente-geinformeerd', wie: 'de contactambtenaar' }]
    : [];
  const besproken: OpdrachtInvoer = { soort: 'melding-besproken', op: nu };
  switch (casus.fase) {
    case 'triage':
      return [naarTeam, bijVt];
    case 'bij-veilig-thuis':
      return [...taak, { ...doorNaar, wijze: 'warm' }, { ...doorNaar, wijze: 'koud' }];
    case 'overgedragen':
      return [...taak, bevestig, { soort: 'weigeren', reden: 'niet van ons' }, { ...doorNaar, wijze: 'warm' }];
    case 'ontvangen':
      return [...taak, { soort: 'oppakken' }, besproken];
    case 'opgepakt':
      return [besproken, { soort: 'terugnemen', reden: 'escalatie' }];
    case 'bij-clientsysteem':
    case 'afgesloten':
      return [{ soort: 'nieuwe-melding', ontvangenOp: nu }];
  }
}

const vooruit = fc
  .record({ plek: fc.nat({ max: 11 }), team })
  .map(({ plek, team: naar }) => (nu: string, casus: Casus): OpdrachtInvoer => {
    const keuze = passend(casus, nu, naar);
    return keuze[plek % keuze.length] ?? bevestig;
  });

const opdracht: fc.Arbitrary<(nu: string) => OpdrachtInvoer> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc
      .record({
        besluit: fc.constantFrom(...BESLUITEN),
        conclusies: fc.subarray([...CONCLUSIES], { maxLength: 2 }),
        vervolg: fc.option(fc.constantFrom(...VERVOLGTRAJECTEN), { nil: undefined }),
        licht: fc.boolean(),
      })
      .map(({ licht, vervolg, ...rest }) => () => ({
        soort: 'triage-afronden' as const,
        ...rest,
        ...(vervolg && { vervolg }),
        ...(licht && { voldoendeMogelijkheden: true, bereidZonderControle: true, contactpersoon: 'Vera' }),
      })),
  },
  {
    weight: 5,
    arbitrary: fc
      .record({ team, wijze: fc.constantFrom('koud', 'warm'), volledig: fc.boolean() })
      .map((keuze) => () => ({
        soort: 'overdragen' as const,
        team: keuze.team,
        wijze: keuze.wijze,
        feiten: ['Er is een melding.'],
        ...(keuze.volledig && {
          veiligheidsafspraken: ['Elke week contact.'],
          documentverwijzing: 'DOC-1',
          gesprek: { geenReden: 'De cliënt kan niet.' },
        }),
      })),
  },
  { weight: 4, arbitrary: gewoon(bevestig) },
  {
    weight: 2,
    arbitrary: geleden.map((ms) => (nu: string) => ({
      soort: 'bevestiging-vastleggen' as const,
      gegevenOp: net(nu, -ms),
      via: 'telefoon' as const,
      doorWie: 'Els',
    })),
  },
  { weight: 1, arbitrary: gewoon({ soort: 'weigeren', reden: 'niet van ons' }) },
  { weight: 3, arbitrary: gewoon({ soort: 'oppakken' }) },
  { weight: 1, arbitrary: gewoon({ soort: 'intrekken', reden: 'verkeerd team' }) },
  { weight: 1, arbitrary: gewoon({ soort: 'terugnemen', reden: 'escalatie' }) },
  {
    weight: 2,
    arbitrary: geleden.map((ms) => (nu: string) => ({ soort: 'nieuwe-melding' as const, ontvangenOp: net(nu, -ms) })),
  },
  { weight: 2, arbitrary: gewoon({ soort: 'gemeente-geinformeerd', wie: 'de contactambtenaar' }) },
  {
    weight: 2,
    arbitrary: fc
      .record({ wie: fc.constantFrom('clientsysteem', 'melder', 'betrokkenen'), ms: geleden })
      .map(({ wie, ms }) => (nu: string) => ({ soort: 'geinformeerd' as const, wie, op: net(nu, -ms) })),
  },
  {
    weight: 1,
    arbitrary: geleden.map((ms) => (nu: string) => ({ soort: 'melding-besproken' as const, op: net(nu, -ms) })),
  },
);

const daad = fc.record({
  verder: verloop,
  wat: fc.oneof(
    { weight: 4, arbitrary: fc.constant('klok' as const) },
    { weight: 4, arbitrary: vooruit },
    { weight: 3, arbitrary: opdracht },
  ),
  overdracht: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 4 }),
  door: fc.constantFrom(VT, TEAMLID),
});
/** A melding, and what people and the clock do after it: what fits, what is refused, early, late and twice. */
export const verhaal = fc.record({
  ontvangst: fc
    .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
    .map((datum) => datum.toISOString()),
  later: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 * DAG })),
  spoed: fc.boolean(),
  daden: fc.array(daad, { minLength: 1, maxLength: 24, size: 'max' }),
});
export type Verhaal = typeof verhaal extends fc.Arbitrary<infer T> ? T : never;
