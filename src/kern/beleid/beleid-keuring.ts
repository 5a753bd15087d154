/**
 * Whether a policy makes sense as a whole. The schema of `beleid.ts` judges every cell by itself; here the cells are
 * held against each other, because a ladder that goes back in time is only seen by planning it.
 */
import { EIGEN } from '../stuk.ts';
import { planTermijn, type Stap } from '../termijnen.ts';
import { instantVanLokaal, maakKalender, toonDag, type Instant, type Kalender } from '../tijd/werkdagen.ts';
import { GESPREKKEN, TERMIJN_NAMEN, type Beleid, type TermijnNaam } from './beleid.ts';
import { STANDAARD_BELEID } from './standaardbeleid.ts';

/**
 * The first days of the weeks in which every term is planned: one without a holiday for 16 weeks after it, then those
 * with most holidays ahead (kerst 2026, Pasen and Koningsdag 2027), where werkdagen and weeks differ most.
 */
const WEKEN = [
  { jaar: 2026, maand: 8, dag: 31 },
  { jaar: 2026, maand: 12, dag: 14 },
  { jaar: 2026, maand: 12, dag: 21 },
  { jaar: 2027, maand: 3, dag: 22 },
  { jaar: 2027, maand: 4, dag: 26 },
];

const uren = (tijd: string): { uur: number; minuut: number } => {
  const [uur = 0, minuut = 0] = tijd.split(':').map(Number);
  return { uur, minuut };
};

function peildagen(tijd: string): Instant[] {
  return WEKEN.flatMap(({ jaar, maand, dag }) =>
    Array.from({ length: 7 }, (_, later) => {
      // A week may run into the next month, which a calendar day of a Date understands.
      const datum = new Date(Date.UTC(jaar, maand - 1, dag + later));
      return instantVanLokaal({
        jaar: datum.getUTCFullYear(),
        maand: datum.getUTCMonth() + 1,
        dag: datum.getUTCDate(),
        ...uren(tijd),
      });
    }).filter((moment) => moment !== undefined),
  );
}

const draait = ({ opening, sluiting }: Beleid['kantooruren']): boolean => opening >= sluiting;

/** The calendar without extra closing days: a table is right or wrong whatever a region closes for. */
function peilkalender({ kantooruren }: Beleid): Kalender {
  return maakKalender({
    extraSluitingsdagen: [],
    ...(draait(kantooruren) ? STANDAARD_BELEID.kantooruren : kantooruren),
  });
}

function bestaat(datum: string): boolean {
  const [, jaar, maand, dag] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(datum) ?? [];
  return (
    instantVanLokaal({ jaar: Number(jaar), maand: Number(maand), dag: Number(dag), uur: 12, minuut: 0 }) !== undefined
  );
}

/** Every row or cell of one term that names nobody to tell. */
function zonderOntvanger(naam: TermijnNaam, { termijnen }: Beleid): string[] {
  const { herinneringen, verlopen, ladder } = termijnen[naam];
  return [
    ...herinneringen.map(({ aan }, nr) => ({ rij: `herinneringen[${nr}]`, aan })),
    { rij: 'verlopen', aan: verlopen.aan },
    ...ladder.map(({ aan }, nr) => ({ rij: `ladder[${nr}]`, aan })),
  ]
    .filter(({ aan }) => aan.length === 0)
    .map(({ rij }) => `termijnen.${naam}.${rij}: er is geen ontvanger; vul bij aan minstens één in`);
}

const metDuur = (soort: 'opDeDag' | 'afgesproken'): string =>
  TERMIJN_NAMEN.filter((naam) => soort in STANDAARD_BELEID.termijnen[naam].duur).join(' en ');

/** A length that the term cannot have: an agreed date, or one day from its morning on, is what a term is or is not. */
function duurFout(naam: TermijnNaam, { termijnen }: Beleid): string[] {
  const { duur } = termijnen[naam];
  const richtlijn = STANDAARD_BELEID.termijnen[naam].duur;
  const rij = `termijnen.${naam}.duur`;
  if ('opDeDag' in duur && !('opDeDag' in richtlijn)) {
    return [`${rij}: alleen ${metDuur('opDeDag')} kan op de dag zelf eindigen; vul werkdagen of weken in`];
  }
  if ('afgesproken' in duur && !('afgesproken' in richtlijn)) {
    return [`${rij}: alleen ${metDuur('afgesproken')} heeft een afgesproken datum; vul werkdagen of weken in`];
  }
  if (!('afgesproken' in duur) && 'afgesproken' in richtlijn) {
    return [`${rij}: ${naam} eindigt op de afgesproken datum; vul afgesproken: datum in`];
  }
  return [];
}

/** What is wrong with the order of the steps of one term when it starts at `vanaf`, by row. */
function volgordeFouten(naam: TermijnNaam, beleid: Beleid, vanaf: Instant, kalender: Kalender): [string, string][] {
  const { herinneringen, ladder, duur } = beleid.termijnen[naam];
  const { stappen, vervalt } = planTermijn({ naam, vanaf, nr: 1, spoed: false }, { beleid, kalender });
  const op = (id: Stap['id']): Instant => stappen.find((stap) => stap.id === id)?.op ?? vervalt;
  const start = `bij een start op ${toonDag(vanaf)}`;
  const fouten: [string, string][] = [];
  // An agreed date can be any day after the start, so nothing can be said about what comes before it.
  if (!('afgesproken' in duur)) {
    for (const [nr, { moment }] of herinneringen.entries()) {
      const herinnering = op(`herinnering-${nr + 1}`);
      if ('voor' in moment && herinnering <= vanaf) {
        fouten.push([`herinneringen[${nr}]`, `de termijn is korter dan ${moment.voor.werkdagen} werkdagen, ${start}`]);
      } else if (herinnering >= vervalt) {
        fouten.push([`herinneringen[${nr}]`, `de herinnering komt niet voor het einde van de termijn, ${start}`]);
      }
    }
  }
  for (const nr of ladder.keys()) {
    const vorige = nr === 0 ? op('melding') : op(`ladder-${nr}`);
    if (op(`ladder-${nr + 1}`) > vorige) continue;
    const dan = nr === 0 ? 'het bericht dat de termijn voorbij is' : `ladder[${nr - 1}]`;
    fouten.push([`ladder[${nr}]`, `de stap komt niet later dan ${dan}, ${start}`]);
  }
  return fouten;
}

/** The first thing that is wrong with the order of every row of one term, over all reference days. */
function buitenVolgorde(naam: TermijnNaam, beleid: Beleid, kalender: Kalender): string[] {
  const gevonden = new Map<string, string>();
  // Screening starts when its card is posted; everything else at some time of the day.
  const dagen = peildagen('opDeDag' in beleid.termijnen[naam].duur ? beleid.screening.kaartOm : '12:00');
  for (const vanaf of dagen) {
    for (const [rij, fout] of volgordeFouten(naam, beleid, vanaf, kalender)) {
      if (!gevonden.has(rij)) gevonden.set(rij, fout);
    }
  }
  return [...gevonden].map(([rij, fout]) => `termijnen.${naam}.${rij}: ${fout}`);
}

function opentFout(naam: TermijnNaam, { termijnen }: Beleid): string[] {
  const { opent } = termijnen[naam].verlopen;
  if (opent === undefined) return [];
  const rij = `termijnen.${naam}.verlopen.opent`;
  if (!GESPREKKEN.includes(naam)) return [`${rij}: alleen een gesprek kan een volgend gesprek openen`];
  if (!GESPREKKEN.includes(opent)) return [`${rij}: ${opent} is geen gesprek`];
  const gezien: TermijnNaam[] = [];
  for (let volgende: TermijnNaam | undefined = opent; volgende; volgende = termijnen[volgende].verlopen.opent) {
    if (volgende === naam) return [`${rij}: de gesprekken gaan in een kring (${[naam, ...gezien, naam].join(' → ')})`];
    if (gezien.includes(volgende)) return [];
    gezien.push(volgende);
  }
  return [];
}

/**
 * A pattern that does not compile would refuse every casus with an error; one that takes in the bot's own records says
 * nothing about casusnummers at all.
 */
function patroonFouten(patroon: string): string[] {
  const rij = 'casusnummerPatroon';
  try {
    if (!new RegExp(patroon).test(`${EIGEN}wachtlijst-vt`)) return [];
  } catch {
    return [`${rij}: dit is geen reguliere expressie`];
  }
  return [
    `${rij}: dit past ook op lijsten van de bot zelf; maak het zo nauw dat alleen casusnummers passen, zoals ${STANDAARD_BELEID.casusnummerPatroon}`,
  ];
}

function instellingFouten({
  kantooruren,
  extraSluitingsdagen,
  screening,
  termijnen,
  casusnummerPatroon,
}: Beleid): string[] {
  const fouten = patroonFouten(casusnummerPatroon);
  if (draait(kantooruren)) fouten.push('kantooruren: de opening moet voor de sluiting liggen');
  for (const [nr, datum] of extraSluitingsdagen.entries()) {
    if (!bestaat(datum)) fouten.push(`extraSluitingsdagen[${nr}]: ${datum} bestaat niet`);
  }
  const { duur } = termijnen.screening;
  if ('opDeDag' in duur && screening.kaartOm >= duur.opDeDag) {
    fouten.push(`screening.kaartOm: ${screening.kaartOm} ligt niet voor het einde van de screening om ${duur.opDeDag}`);
  }
  return fouten;
}

/**
 * What is wrong with a policy that parses: one Dutch sentence per row, which names the row as the file does
 * (`termijnen.bevestigen.ladder[1]: …`, counted from 0). Empty when it can be used.
 */
export function keurBeleid(beleid: Beleid): string[] {
  const kalender = peilkalender(beleid);
  return [
    ...TERMIJN_NAMEN.flatMap((naam) => [
      ...duurFout(naam, beleid),
      ...zonderOntvanger(naam, beleid),
      ...buitenVolgorde(naam, beleid, kalender),
      ...opentFout(naam, beleid),
    ]),
    ...instellingFouten(beleid),
  ];
}
