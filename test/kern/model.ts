/** Enumerates the states of a casus breadth first: what people may ask and what the clock brings, in every order. */
import { beslis, beslisKlok, wekMoment, type Uitkomst } from '../../src/kern/beslis.ts';
import { statusVan, type Casus, type Overdracht } from '../../src/kern/casus.ts';
import type { Gebeurtenis } from '../../src/kern/gebeurtenissen.ts';
import type { LopendeTermijn } from '../../src/kern/termijnen.ts';
import type { Instant } from '../../src/kern/tijd/werkdagen.ts';
import { verwerk } from '../../src/kern/verwerk.ts';
import { alfabet, type Letter } from './modelalfabet.ts';
import { context, gegeven, KLOK, MELDING, net, om, toegepast } from './steun.ts';

const MINUUT = 60_000;

export interface Knoop {
  casus: Casus;
  nu: Instant;
  diepte: number;
  /** How it was reached, for the message of a failure. */
  pad: string;
}

/** One opdracht in one state, and what came of it. */
export interface Poging {
  letter: Letter;
  uitkomst: Uitkomst;
  na?: Casus;
}

const pasToe = (casus: Casus, gebeurtenissen: readonly Gebeurtenis[]): Casus =>
  gebeurtenissen.reduce<Casus>((stand, g) => verwerk(stand, g), casus);

/** How often a term has said itself again makes no difference to what can be done. */
const duur = ({ naam, gedaan, stappen }: LopendeTermijn): string => {
  const gezet = stappen.slice(0, gedaan).filter(({ id }) => !id.startsWith('herhaling-'));
  return `${naam}:${gezet.length}/${gezet.some(({ soort }) => soort === 'verlopen') ? 'verlopen' : 'loopt'}`;
};

const overdrachtVorm = (casus: Casus, o: Overdracht): string =>
  [
    statusVan(casus, o),
    o.team,
    o.wijze,
    o.oppakken && 'opgepakt',
    o.terugleggen && 'gevraagd',
    o.wachtlijst && (o.wachtlijst.interventieOp ? 'ingegrepen' : 'vol'),
  ].join();

/** Duties beside the main road: their moments are the table of terms' own test. Where nothing else runs they count. */
const BIJZAAK = new Set([
  'monitoring',
  'schriftelijk-informeren',
  'client-informeren',
  'betrokkenen-informeren',
  'melding-bespreken',
]);

/** States that differ only in what no decision looks at are one state. */
function vorm(casus: Casus): string {
  const laatste = casus.perioden.at(-1)?.verantwoordelijke;
  const hoofd = casus.termijnen.filter(({ naam }) => !BIJZAAK.has(naam)).map(duur);
  const bij = hoofd.length > 0 ? [] : casus.termijnen.map(({ naam, wie }) => `${naam} ${wie ?? ''}`);
  const open = casus.overdrachten.filter(({ wachtlijst }) => wachtlijst && !wachtlijst.interventieOp);
  return [
    casus.fase,
    casus.fase === 'meningsverschil' ? `${casus.stap} ${casus.voorstel?.uitkomst ?? ''} ${casus.afgewezen ?? ''}` : '',
    laatste && `${laatste.partij} ${laatste.tijdelijk}`,
    [...hoofd, ...new Set(bij)].toSorted().join(' '),
    casus.overdrachten
      .slice(-1)
      .map((een) => overdrachtVorm(casus, een))
      .join(),
    [...new Set(open.map(({ team }) => team))].toSorted().join('+'),
    casus.triage ? `${casus.triage.besluit} ${casus.triage.conclusies.length > 0}` : '',
    `${casus.vtBetrokken === true} ${casus.staande.length > 0}`,
  ].join('|');
}

interface Verkenning {
  /** How many opdrachten and rounds from the melding. */
  diepst: number;
  /** The rules; other ones to see that a broken rule is caught. */
  regels?: typeof beslis;
  /** Sees every state once, with all that was tried in it. */
  bij(knoop: Knoop, pogingen: Poging[]): void;
  /** After each state: nothing more need be seen. */
  genoeg?(): boolean;
}

/** Visits every state once; gives how many there are. */
export function verken({ diepst, regels = beslis, bij, genoeg }: Verkenning): number {
  const begin = gegeven({}).casus;
  const gezien = new Set([vorm(begin)]);
  const rij: Knoop[] = [{ casus: begin, nu: net(om(MELDING), MINUUT), diepte: 0, pad: 'melding' }];
  const voegToe = (van: Knoop, casus: Casus, nu: Instant, hoe: string): void => {
    if (van.diepte >= diepst) return;
    const sleutel = vorm(casus);
    if (gezien.has(sleutel)) return;
    gezien.add(sleutel);
    rij.push({ casus, nu, diepte: van.diepte + 1, pad: `${van.pad} > ${hoe}` });
  };
  for (let index = 0; index < rij.length; index++) {
    const knoop = rij[index];
    if (!knoop) break;
    const hier = context(knoop.nu);
    const straks = net(knoop.nu, MINUUT);
    const pogingen = alfabet(knoop.casus, knoop.nu).map((letter): Poging => {
      const uitkomst = regels(knoop.casus, letter.opdracht, { ...hier, ...letter.context });
      if ('geweigerd' in uitkomst || uitkomst.gebeurtenissen.length === 0) return { letter, uitkomst };
      const na = pasToe(knoop.casus, uitkomst.gebeurtenissen);
      voegToe(knoop, na, straks, letter.naam);
      return { letter, uitkomst, na };
    });
    bij(knoop, pogingen);
    if (genoeg?.()) break;
    const klok = tikt(knoop);
    if (klok) voegToe(knoop, klok.casus, klok.nu, 'klok');
  }
  return rij.length;
}

/** The clock's next moment of this state; just before it a round finds nothing. */
function tikt({ casus, nu }: Knoop): { casus: Casus; nu: Instant } | undefined {
  const ronde = (moment: Instant): Gebeurtenis[] => [
    ...toegepast(beslisKlok(casus, context(moment, { door: KLOK, eerdereStap3: 0 }))),
  ];
  const wek = wekMoment(casus, nu, context(nu));
  if (wek === undefined) return undefined;
  if (wek > nu && ronde(net(wek, -1)).length > 0) throw new Error(`er is werk voor ${wek}`);
  const nieuw = ronde(wek > nu ? wek : nu);
  if (nieuw.length === 0) throw new Error(`er is geen werk op ${wek}`);
  return { casus: pasToe(casus, nieuw), nu: wek > nu ? wek : nu };
}
