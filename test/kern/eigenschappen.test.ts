import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bericht } from '../../src/kern/berichten/bericht.ts';
import { berichten } from '../../src/kern/berichten/berichten.ts';
import { beslis, beslisKlok, registreer, wekMoment } from '../../src/kern/beslis.ts';
import { huidigePeriode, lopendeOverdracht, type Casus } from '../../src/kern/casus.ts';
import type { Gebeurtenis } from '../../src/kern/gebeurtenissen.ts';
import { GESPREK } from '../../src/kern/onderwerpen/meningsverschil/escalatie.ts';
import { opdrachtSchema, type Opdracht } from '../../src/kern/opdrachten.ts';
import { loopt } from '../../src/kern/termijnen.ts';
import { beginStuk, herleid, verwerk } from '../../src/kern/verwerk.ts';
import {
  bevestig,
  CASUSNUMMER,
  context,
  gegeven,
  IN_HANDEN,
  KLOK,
  meld,
  net,
  om,
  toegepast,
  wanneer,
} from './steun.ts';
import { verhaal, type Verhaal } from './verhalen.ts';
import { blijftLiggen, loopVanTermijnen, schendingen } from './wetten.ts';

/** A frozen state throws when anything changes it. */
function bevries<T>(waarde: T): T {
  if (typeof waarde === 'object' && waarde !== null && !Object.isFrozen(waarde)) {
    Object.freeze(waarde);
    Object.values(waarde).forEach(bevries);
  }
  return waarde;
}

interface Stand {
  nu: string;
  casus: Casus;
  journaal: Gebeurtenis[];
  gepost: Bericht[];
  geweigerd: string[];
}

/** A round of the alarm clock; no other casus of the team reached step 3. */
const ronde = (nu: string) => context(nu, { door: KLOK, eerdereStap3: 0 });

/** Lives through a story and checks on the way what holds at each act. */
function beleef({ ontvangst, later, spoed, daden }: Verhaal): Stand {
  const begin = net(ontvangst, later);
  const melding = meld({ meldingOntvangenOp: ontvangst, spoed });
  const stand: Omit<Stand, 'casus'> = { nu: begin, journaal: [], gepost: [], geweigerd: [] };
  let casus: Casus | undefined;
  const pasToe = (nieuw: readonly Gebeurtenis[]): Casus => {
    const voor = casus;
    for (const gebeurtenis of nieuw) {
      const stuk = bevries(casus ? verwerk(casus, gebeurtenis) : beginStuk(CASUSNUMMER, gebeurtenis));
      casus = stuk?.soort === 'casus' ? stuk : undefined;
    }
    if (!casus) throw new Error('geen casus');
    stand.journaal.push(...nieuw);
    stand.gepost.push(...berichten(voor, casus, nieuw));
    return casus;
  };
  let nu = pasToe(toegepast(registreer(undefined, melding, context(begin))));
  expect(registreer(nu, melding, context(begin))).toEqual({ gebeurtenissen: [] });
  for (const { verder, wat, overdracht, door } of daden) {
    stand.nu = net(stand.nu, verder);
    if (wat === 'klok') {
      nu = pasToe(toegepast(beslisKlok(nu, ronde(stand.nu))));
      naRonde(nu, stand.journaal, stand.nu);
      continue;
    }
    const gevraagd: Opdracht = opdrachtSchema.parse(wat(stand.nu, nu));
    const kader = context(stand.nu, { door, ...(overdracht !== undefined && { overdracht }) });
    const uitkomst = beslis(nu, gevraagd, kader);
    if ('geweigerd' in uitkomst) {
      stand.geweigerd.push(uitkomst.geweigerd.code);
      continue;
    }
    nu = pasToe(uitkomst.gebeurtenissen);
    // Work that is done is found done: no event, no refusal.
    if (uitkomst.gebeurtenissen.length > 0) expect(beslis(nu, gevraagd, kader)).toEqual({ gebeurtenissen: [] });
  }
  return { ...stand, casus: nu };
}

/** After a round nothing that is due is left, a second round finds nothing, and the alarm lies ahead. */
function naRonde(casus: Casus, journaal: readonly Gebeurtenis[], klok: string): void {
  const nu = klok < casus.laatstVastgelegd ? casus.laatstVastgelegd : klok;
  expect(blijftLiggen(journaal, nu)).toEqual([]);
  expect(beslisKlok(casus, ronde(klok))).toEqual({ gebeurtenissen: [] });
  const wek = wekMoment(casus, nu, context(nu));
  expect(wek === undefined || wek > nu).toBe(true);
  // The alarm is the first moment that counts: 1 ms before it a round finds nothing, at it there is work.
  if (wek !== undefined) {
    expect(beslisKlok(casus, ronde(net(wek, -1)))).toEqual({ gebeurtenissen: [] });
    expect(toegepast(beslisKlok(casus, ronde(wek))).length).toBeGreaterThan(0);
  }
}

test('whatever is asked and however the clock runs, the journal keeps its laws: exactly one responsible, no lost or doubled ping', () => {
  fc.assert(
    fc.property(verhaal, (gekozen) => {
      const { journaal, casus } = beleef(gekozen);
      expect(schendingen(journaal)).toEqual([]);
      expect(herleid(CASUSNUMMER, journaal)).toEqual(casus);
    }),
    { numRuns: 500 },
  );
}, 20_000);

test('every ping goes once to each of its addressees, and no message has the name of another', () => {
  fc.assert(
    fc.property(verhaal, (gekozen) => {
      const { journaal, gepost } = beleef(gekozen);
      const termijnen = loopVanTermijnen(journaal).map(({ termijn }) => termijn);
      const bedoeld = journaal.flatMap(({ soort, gegevens }) => {
        if (!('stap' in gegevens && 'termijn' in gegevens) || soort === 'stap-overgeslagen') return [];
        const stap = termijnen
          .find(({ id }) => id === gegevens.termijn)
          ?.stappen.find(({ id }) => id === gegevens.stap);
        return (stap?.aan ?? []).map((aan) => `${gegevens.termijn} ${gegevens.stap} ${aan}`);
      });
      const pings = gepost.filter(({ stappen }) => stappen !== undefined);
      const gezegd = pings.flatMap(({ aan, stappen = [] }) => stappen.map((s) => `${s.termijn} ${s.stap} ${aan}`));
      expect(gezegd.toSorted()).toEqual(bedoeld.toSorted());
      const zonderTeam = gepost.filter(({ aan, team: van }) => aan.endsWith('-team') && van === undefined);
      expect(zonderTeam).toEqual([]);
      const namen = gepost.map(({ nr, kaart, aan, team: van, overdracht }) => [nr, kaart, aan, van, overdracht].join());
      expect(new Set(namen).size).toBe(namen.length);
    }),
    { numRuns: 120 },
  );
}, 20_000);

test('while VT is responsible a term of VT runs, and while a team has not picked up its term runs', () => {
  fc.assert(
    fc.property(verhaal, (gekozen) => {
      const { casus } = beleef(gekozen);
      const lopend = casus.termijnen.map(({ naam }) => naam);
      const bijVt = huidigePeriode(casus).verantwoordelijke.partij === 'veilig-thuis';
      const wakker = casus.termijnen.some((termijn) => termijn.naam !== 'monitoring' && loopt(termijn));
      expect(wakker || !bijVt).toBe(true);
      if (casus.fase === 'triage') expect(lopend).toContain('triage');
      if (casus.fase === 'overgedragen') expect(lopend).toContain('bevestigen');
      expect(lopend.includes('oppakken')).toBe(['overgedragen', 'ontvangen'].includes(casus.fase));
      expect(lopend.filter((naam) => naam === 'triage').length).toBeLessThanOrEqual(1);
      expect(lopend.some((naam) => naam.startsWith('gesprek-'))).toBe(casus.fase === 'meningsverschil');
      if (casus.fase === 'meningsverschil') expect(lopend).toContain(GESPREK[casus.stap]);
      const gevraagd = lopendeOverdracht(casus)?.terugleggen !== undefined && casus.fase !== 'meningsverschil';
      expect(lopend.includes('terugleggen-beantwoorden')).toBe(gevraagd);
      expect(casus.termijnen.filter(({ naam }) => naam === 'monitoring').map(({ id }) => id)).toEqual(
        casus.monitoring.map(({ termijn }) => termijn),
      );
    }),
    { numRuns: 120 },
  );
}, 20_000);

test('control: the stories reach every kind of event, and refusals of many kinds', () => {
  const verhalen = fc.sample(verhaal, { numRuns: 400, seed: 20 }).map(beleef);
  const soorten = new Set(verhalen.flatMap(({ journaal }) => journaal.map(({ soort }) => soort)));
  expect([...soorten].toSorted()).toEqual([
    'aangevuld',
    'aanpakfase-vastgelegd',
    'afgesloten',
    'direct-gevaar-vastgesteld',
    'geinformeerd',
    'gemeente-geinformeerd',
    'gescreend',
    'gesignaleerd',
    'interventie-gemeente-vastgelegd',
    'melding-besproken',
    'melding-ontvangen',
    'meningsverschil-gemeld',
    'meningsverschil-opgelost',
    'meningsverschil-opgeschaald',
    'monitoring-afgerond',
    'monitoring-afgesproken',
    'niet-binnen-termijn-gemeld',
    'nieuwe-melding-ontvangen',
    'ontvangst-bevestigd',
    'opgepakt',
    'overdracht-geweigerd',
    'overdracht-ingetrokken',
    'overdracht-verzonden',
    'stap-overgeslagen',
    'termijn-herinnerd',
    'termijn-opgeschaald',
    'termijn-verlopen',
    'teruggelegd',
    'teruggenomen',
    'terugkerend-meningsverschil',
    'terugleggen-gevraagd',
    'terugleggen-geweigerd',
    'triage-afgerond',
    'uitkomst-afgewezen',
    'uitkomst-voorgesteld',
    'verloop-gemeld',
    'vervolg-ingezet',
    'wachtlijst-gemeld',
    'zicht-bevestigd',
    'zicht-bewaakt',
  ]);
  expect(new Set(verhalen.flatMap(({ geweigerd }) => geweigerd)).size).toBeGreaterThan(24);
}, 20_000);

test('control: a broken journal is caught, whatever is wrong with it', () => {
  const { journaal } = gegeven(
    {},
    ...IN_HANDEN.slice(0, 2),
    ['2026-12-08T09:00:00+01:00', 'klok'],
    ...IN_HANDEN.slice(2),
  );
  expect(schendingen(journaal)).toEqual([]);
  const [eerste, ...rest] = journaal;
  const stap = journaal.find(({ soort }) => soort === 'verloop-gemeld');
  const laatste = journaal.at(-1);
  if (!eerste || !stap || !laatste) throw new Error('het journaal is te kort');
  const { verantwoordelijke: _niemand, ...zonder } = eerste;
  const na = { nr: laatste.nr + 1, vastgelegdOp: laatste.vastgelegdOp };
  const wijzig = (welke: Gebeurtenis['soort'], wijziging: Partial<Gebeurtenis>): Gebeurtenis[] =>
    journaal.map((g) => (g.soort === welke ? ({ ...g, ...wijziging } as Gebeurtenis) : g));

  expect(schendingen([zonder as Gebeurtenis, ...rest])).toContainEqual(expect.stringContaining('0 are responsible'));
  expect(schendingen([eerste, ...rest.slice(1)])).toContainEqual(expect.stringContaining('stands at place'));
  expect(schendingen([...journaal, { ...stap, ...na }])).toEqual([
    expect.stringContaining('in that order'),
    expect.stringContaining('came after the end of its term'),
  ]);
  expect(
    schendingen(wijzig('ontvangst-bevestigd', { verantwoordelijke: { partij: 'veilig-thuis', tijdelijk: false } })),
  ).toContainEqual(expect.stringContaining('it is veilig-thuis, not wijkteam-noord'));
  expect(schendingen(wijzig('opgepakt', { vastgelegdOp: om('2026-11-30T10:00:00Z') }))).toContainEqual(
    expect.stringContaining('was written down before'),
  );
  expect(schendingen(wijzig('verloop-gemeld', { vastgelegdOp: om('2026-12-05T10:00:00Z') }))).toContainEqual(
    expect.stringContaining('outside office hours'),
  );
  expect(blijftLiggen(journaal.slice(0, 3), om('2026-12-08T09:00:00Z'))).not.toEqual([]);
  expect('geweigerd' in wanneer(gegeven(), ['2026-12-01T10:00:00Z', bevestig])).toBe(true);
});
