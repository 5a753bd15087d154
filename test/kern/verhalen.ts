/** Random stories of a casus for the properties: acts that fit, acts that are refused, and a clock that jumps about. */
import fc from 'fast-check';
import { lopendeOverdracht, type Casus } from '../../src/kern/casus.ts';
import {
  AANPAKFASEN,
  BESLUITEN,
  CONCLUSIES,
  INFORMATIE_ONTVANGERS,
  INFORMATIEPLICHTEN,
  SIGNALEN,
  VERVOLGTRAJECTEN,
} from '../../src/kern/woorden.ts';
import {
  bevestig,
  bijVt,
  eens,
  hoger,
  ingegrepen,
  naarTeam,
  net,
  oneens,
  TEAMLID,
  terugVragen,
  vol,
  VT,
  type OpdrachtInvoer,
} from './steun.ts';

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

const NOG_LANGER: OpdrachtInvoer = { soort: 'wachtlijst-melden', toelichting: 'nog langer' };
const AANVAARD: OpdrachtInvoer = { soort: 'terugleggen-accepteren' };
const AFGEWEZEN: OpdrachtInvoer = { soort: 'terugleggen-weigeren', reden: 'kan bij jullie' };
/** A new decision after VT's own follow-up. */
const HERZIEN: OpdrachtInvoer = { soort: 'triage-afronden', besluit: 'geen-zorgen', herziening: true };

/** What brings a casus on from where it is, so that stories get deep. */
function passend(casus: Casus, nu: string, naar: string): OpdrachtInvoer[] {
  const doorNaar = { ...VOLLEDIG, team: naar };
  const taak: OpdrachtInvoer[] = casus.termijnen.some(({ naam }) => naam === 'informeer-gemeente')
    ? [{ soort: 'gemeente-geinformeerd', wie: 'de contactambtenaar' }]
    : [];
  const besproken: OpdrachtInvoer = { soort: 'melding-besproken', op: nu };
  if (lopendeOverdracht(casus)?.terugleggen && casus.fase !== 'meningsverschil')
    return [AANVAARD, AFGEWEZEN, AANVAARD, oneens];
  switch (casus.fase) {
    case 'triage':
      return [naarTeam, bijVt, naarTeam, { soort: 'gescreend' }];
    case 'bij-veilig-thuis':
      return [
        ...taak,
        { ...doorNaar, wijze: 'warm' },
        { ...doorNaar, wijze: 'koud' },
        { ...doorNaar, wijze: 'warm' },
        oneens,
        { ...HERZIEN },
        { soort: 'vervolg-ingezet', wat: 'begonnen', op: nu },
        { soort: 'zicht-bevestigen' },
      ];
    case 'overgedragen':
      return [
        ...taak,
        bevestig,
        { soort: 'weigeren', reden: 'niet van ons' },
        { ...doorNaar, wijze: 'warm' },
        vol,
        oneens,
      ];
    case 'ontvangen':
      return [...taak, { soort: 'oppakken' }, besproken, vol, oneens, terugVragen];
    case 'opgepakt':
      return [
        besproken,
        { soort: 'terugnemen', reden: 'escalatie' },
        { soort: 'afsluiten', reden: 'stabiel veilig' },
        oneens,
        terugVragen,
        { soort: 'signaleren', wat: 'veiligheid-niet-te-borgen', toelichting: 'dreiging' },
      ];
    case 'wachtlijst':
      return [...taak, ingegrepen, { ...doorNaar, wijze: 'warm' }];
    case 'meningsverschil':
      return [
        hoger(casus.stap),
        eens('lokale-toegang'),
        eens('veilig-thuis'),
        { soort: 'uitkomst-aanvaarden' },
        { soort: 'uitkomst-afwijzen', reden: 'dat kan niet' },
        { soort: 'meningsverschil-melden', toelichting: 'de andere kant' },
      ];
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

const opdracht: fc.Arbitrary<(nu: string, casus: Casus) => OpdrachtInvoer> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc
      .record({
        besluit: fc.constantFrom(...BESLUITEN),
        conclusies: fc.subarray([...CONCLUSIES], { maxLength: 2 }),
        vervolg: fc.option(fc.constantFrom(...VERVOLGTRAJECTEN), { nil: undefined }),
        licht: fc.boolean(),
        herziening: fc.boolean(),
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
      .record({
        wie: fc.constantFrom(...INFORMATIE_ONTVANGERS),
        via: fc.constantFrom('brief', 'telefoon'),
        waarover: fc.option(fc.constantFrom(...INFORMATIEPLICHTEN), { nil: undefined }),
        ms: geleden,
      })
      .map(({ ms, waarover, ...rest }) => (nu: string) => ({
        soort: 'geinformeerd' as const,
        ...rest,
        ...(waarover && { waarover }),
        op: net(nu, -ms),
      })),
  },
  {
    weight: 1,
    arbitrary: geleden.map((ms) => (nu: string) => ({ soort: 'melding-besproken' as const, op: net(nu, -ms) })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(vol, NOG_LANGER, oneens, eens('lokale-toegang'), eens('veilig-thuis'))
      .map((o) => () => o),
  },
  { weight: 1, arbitrary: gewoon({ soort: 'niet-binnen-termijn', reden: 'te druk' }) },
  {
    weight: 1,
    arbitrary: fc.option(team, { nil: undefined }).map((van) => () => ({ ...ingegrepen, ...(van && { team: van }) })),
  },
  // The card names the step that is left; sometimes it is an old card.
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 1, max: 3 })
      .map((oud) => (_: string, casus: Casus) => hoger(casus.fase === 'meningsverschil' && oud > 1 ? casus.stap : oud)),
  },
  { weight: 2, arbitrary: fc.constantFrom(terugVragen, AANVAARD, AFGEWEZEN).map((o) => () => o) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...SIGNALEN)
      .map((wat) => () => ({ soort: 'signaleren' as const, wat, toelichting: 't' })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...AANPAKFASEN).map((fase) => () => ({ soort: 'aanpakfase-vastleggen' as const, fase })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ wie: fc.constantFrom('lokale-toegang', 'wijkteam-noord', 'Vera'), ms: geleden })
      .map(({ wie, ms }) => (nu: string) => ({
        soort: 'monitoring-afspreken' as const,
        op: net(nu, ms - DAG),
        wie,
        wat: 'bellen',
      })),
  },
  // With the agreement that the card shows: the last, or one that is gone.
  {
    weight: 2,
    arbitrary: gewoon({ soort: 'monitoring-afronden' }).map(() => (_: string, casus: Casus) => ({
      soort: 'monitoring-afronden' as const,
      termijn: casus.monitoring.at(-1)?.termijn ?? 'monitoring-1',
    })),
  },
  { weight: 1, arbitrary: gewoon({ soort: 'gescreend' }) },
  { weight: 1, arbitrary: gewoon({ soort: 'direct-gevaar', wat: 'acuut' }) },
  { weight: 1, arbitrary: gewoon({ soort: 'afsluiten', reden: 'stabiel veilig' }) },
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
