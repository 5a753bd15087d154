/** Working together while the help goes on: its phases, and agreements to look again (§2.2, §5.1.3 "Monitoren"). */
import { z } from 'zod';
import { lopendeOverdracht, type Casus, type FaseNaam, type MonitoringAfspraak } from '../casus.ts';
import { instantSchema, regel, tekst } from '../invoer.ts';
import { gebeurtenis } from '../rij/gebeurtenisrij.ts';
import { heleCasus, inFase, opdracht } from '../rij/opdrachtrij.ts';
import type { Instant } from '../tijd/werkdagen.ts';
import { taakGedaan } from '../toetsen.ts';
import { weiger } from '../weigeringen.ts';
import { AANPAKFASEN, type Aanpakfase } from '../woorden.ts';

/** Of the phase nothing is left once it is erased. */
const vastgelegd = gebeurtenis<{ aanpakfase?: Aanpakfase }>()('aanpakfase-vastgelegd', {
  van: 'casus',
  bron: '§2.2',
  besluit: true,
  velden: { aanpakfase: 'kenmerk' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (casus, { gegevens: { aanpakfase } }) => (aanpakfase ? { ...casus, aanpakfase } : casus),
  hoort: [],
});

const afgesproken = gebeurtenis<{ op: Instant; wie: string; wat: string }>()('monitoring-afgesproken', {
  van: 'casus',
  bron: '§5.1.3',
  besluit: true,
  velden: { op: 'blijft', wie: 'persoon', wat: 'tekst' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (casus, { gegevens, start = [] }) => ({
    ...casus,
    monitoring: [...casus.monitoring, ...start.map(({ id }) => ({ termijn: id, ...gegevens }))],
  }),
  hoort: [],
});

const afgerond = gebeurtenis<{ termijn: string }>()('monitoring-afgerond', {
  van: 'casus',
  bron: '§5.1.3',
  besluit: true,
  velden: { termijn: 'blijft' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (casus, { op, gegevens }) => ({
    ...casus,
    monitoring: casus.monitoring.filter(({ termijn }) => termijn !== gegevens.termijn),
    vervuld: [...casus.vervuld, { taak: 'monitoring', op }],
  }),
  hoort: [],
});

export const gebeurtenissen = {
  'aanpakfase-vastgelegd': vastgelegd.rij,
  'monitoring-afgesproken': afgesproken.rij,
  'monitoring-afgerond': afgerond.rij,
};

const NA_TRIAGE: readonly FaseNaam[] = [
  'bij-veilig-thuis',
  'overgedragen',
  'ontvangen',
  'opgepakt',
  'wachtlijst',
  'meningsverschil',
  'bij-clientsysteem',
];

/** The agreement that is meant; otherwise the earliest. */
const bedoelde = ({ monitoring }: Casus, termijn: string | undefined): MonitoringAfspraak | undefined =>
  termijn === undefined
    ? monitoring.toSorted((a, b) => (a.op < b.op ? -1 : a.op > b.op ? 1 : 0))[0]
    : monitoring.find((kandidaat) => kandidaat.termijn === termijn);

export const opdrachten = {
  'aanpakfase-vastleggen': opdracht('aanpakfase-vastleggen', {
    bron: '§2.2',
    invoer: { fase: z.enum(AANPAKFASEN) },
    // For one side only while that side holds the casus.
    wie: (casus) => (inFase('ontvangen', 'opgepakt')(casus) ? ['team'] : ['vt']),
    teams: 'laatste',
    over: heleCasus,
    in: {
      fasen: NA_TRIAGE,
      anders: ({ casus }) =>
        casus.fase === 'triage' ? weiger('triage-niet-afgerond', {}) : weiger('al-afgesloten', {}),
    },
    alGedaan: ({ casus }, { fase }) => NA_TRIAGE.includes(casus.fase) && casus.aanpakfase === fase,
    doe: (_zaak, { fase }) => [vastgelegd({ aanpakfase: fase }, { verantwoordelijk: 'blijft' })],
    knop: inFase('bij-veilig-thuis', 'ontvangen', 'opgepakt'),
  }),

  /** On the agreed date whoever agreed to look is asked. */
  'monitoring-afspreken': opdracht('monitoring-afspreken', {
    bron: '§5.1.3',
    invoer: { op: instantSchema, wie: regel, wat: tekst },
    wie: ['team', 'vt'],
    teams: 'lopend',
    over: heleCasus,
    in: { fasen: [...NA_TRIAGE, 'afgesloten'], anders: () => weiger('triage-niet-afgerond', {}) },
    alGedaan({ casus, context: { kalender, nu } }, { op, wie, wat }) {
      const dag = kalender.eindeVanDag(op);
      return (
        casus.fase !== 'triage' &&
        dag > nu &&
        casus.monitoring.some(
          (eerder) => kalender.eindeVanDag(eerder.op) === dag && eerder.wie === wie && eerder.wat === wat,
        )
      );
    },
    doe({ casus, context: { kalender, nu } }, { op, wie, wat }) {
      if (kalender.eindeVanDag(op) <= nu) return weiger('monitoring-in-verleden', { op });
      const team = casus.overdrachten.at(-1)?.team;
      const doorTeam = team !== undefined && (wie === 'lokale-toegang' || wie === team);
      return [
        afgesproken(
          { op, wie, wat },
          {
            verantwoordelijk: 'blijft',
            start: [
              {
                naam: 'monitoring',
                datum: op,
                // Whoever agreed to look is asked, also when the casus has moved on by then.
                ...(doorTeam ? { aan: ['kanaal-team'], team } : { aan: ['kanaal-vt'] }),
              },
            ],
          },
        ),
      ];
    },
    knop: inFase('bij-veilig-thuis', 'overgedragen', 'ontvangen', 'opgepakt', 'wachtlijst', 'bij-clientsysteem'),
  }),

  'monitoring-afronden': opdracht('monitoring-afronden', {
    bron: '§5.1.3',
    invoer: {
      /** The id of the agreement's term, as it stood on the card; otherwise the earliest agreement. */
      termijn: regel.optional(),
    },
    wie: ['team', 'vt'],
    // Who agreed to look ends that, also when the casus has moved on.
    teams(casus, { termijn }) {
      const laatste = (lopendeOverdracht(casus) ?? casus.overdrachten.at(-1))?.team;
      const afspraken = casus.termijnen.filter(({ naam, id }) => naam === 'monitoring' && (termijn ?? id) === id);
      return [...afspraken.flatMap(({ team }) => team ?? []), ...(laatste === undefined ? [] : [laatste])];
    },
    over: heleCasus,
    in: 'elke-fase',
    alGedaan: ({ casus }, { termijn }) => bedoelde(casus, termijn) === undefined && taakGedaan(casus, 'monitoring'),
    doe({ casus }, { termijn }) {
      const afspraak = bedoelde(casus, termijn);
      return afspraak
        ? [afgerond({ termijn: afspraak.termijn }, { verantwoordelijk: 'blijft', eindigtId: [afspraak.termijn] })]
        : weiger('geen-monitoring', {});
    },
    knop: ({ monitoring }) => monitoring.length > 0,
  }),
};
