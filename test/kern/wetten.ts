/** The laws that every journal keeps, checked from the journal itself; each breach is told in a sentence. */
import type { Gebeurtenis } from '../../src/kern/gebeurtenissen.ts';
import type { Stap, Termijn } from '../../src/kern/termijnen.ts';
import type { Instant } from '../../src/kern/tijd/werkdagen.ts';
import { herleidCasus } from '../../src/kern/verwerk.ts';
import { CASUSNUMMER, KALENDER, net } from './steun.ts';

type Journaal = readonly Gebeurtenis[];

const STAP_SOORT = {
  'termijn-herinnerd': 'herinnering',
  'termijn-verlopen': 'verlopen',
  'verloop-gemeld': 'melding',
  'termijn-opgeschaald': 'ladder',
  'stap-overgeslagen': 'herinnering',
} as const;

const CLIENT = 'clientsysteem';
const teamVan = ({ overdracht }: { overdracht: number }, journaal: Journaal): string | undefined =>
  journaal
    .flatMap((g) => (g.soort === 'overdracht-verzonden' && g.gegevens.overdracht === overdracht ? [g] : []))
    .at(-1)?.gegevens.team;

/** VT takes an overdracht back from a team with a wachtlijst, and does not send it elsewhere in the same breath. */
const metWachtlijst = ({ gegevens }: Gebeurtenis<'overdracht-ingetrokken'>, journaal: Journaal): boolean =>
  journaal.some((g) => g.soort === 'wachtlijst-gemeld' && g.gegevens.overdracht === gegevens.overdracht) &&
  gegevens.reden !== 'overgedragen aan een ander team';

/** The table of domein.md §3 by itself: whom an event makes responsible, if it moves responsibility. */
function verplaatst(gebeurtenis: Gebeurtenis, journaal: Journaal): string | undefined {
  switch (gebeurtenis.soort) {
    case 'melding-ontvangen':
    case 'nieuwe-melding-ontvangen':
    case 'teruggenomen':
    case 'teruggelegd':
      return 'veilig-thuis';
    case 'triage-afgerond':
      return {
        'veilig-thuis': 'veilig-thuis',
        'lokale-toegang': undefined,
        'geen-zorgen': CLIENT,
        clientsysteem: CLIENT,
      }[gebeurtenis.gegevens.besluit];
    case 'wachtlijst-gemeld':
    case 'meningsverschil-gemeld':
      return 'veilig-thuis, tijdelijk';
    case 'meningsverschil-opgelost':
      return gebeurtenis.gegevens.uitkomst === 'veilig-thuis'
        ? 'veilig-thuis'
        : teamVan(gebeurtenis.gegevens, journaal);
    case 'overdracht-ingetrokken':
      return metWachtlijst(gebeurtenis, journaal) ? 'veilig-thuis' : undefined;
    case 'afgesloten':
      return CLIENT;
    case 'ontvangst-bevestigd':
      return teamVan(gebeurtenis.gegevens, journaal);
    default:
      return undefined;
  }
}

function schendingenVanVolgorde(journaal: Journaal): string[] {
  return journaal.flatMap(({ nr, op, vastgelegdOp }, index) => [
    ...(nr === index + 1 ? [] : [`nr ${nr} stands at place ${index + 1}`]),
    ...(op <= vastgelegdOp ? [] : [`${nr} was written down before it happened`]),
    ...(vastgelegdOp >= (journaal[index - 1]?.vastgelegdOp ?? '') ? [] : [`${nr} was written down before ${nr - 1}`]),
  ]);
}

/** Exactly one party at every instant from the receipt on, and the one that the table of §3 says. */
function schendingenVanVerantwoordelijkheid(journaal: Journaal): string[] {
  const perioden = herleidCasus(CASUSNUMMER, journaal)?.perioden ?? [];
  const ontvangst = journaal[0]?.op ?? '';
  const grenzen = [
    ...journaal.flatMap(({ op, vastgelegdOp }) => [op, vastgelegdOp]),
    ...perioden.flatMap(({ vanaf, tot }) => (tot ? [vanaf, tot] : [vanaf])),
  ];
  const momenten = new Set(grenzen.flatMap((grens) => [net(grens, -1), grens, net(grens, 1)]));
  return [...momenten].flatMap((moment) => {
    const nu = perioden.filter(({ vanaf, tot }) => vanaf <= moment && (tot === undefined || moment < tot));
    if (moment < ontvangst) return nu.length === 0 ? [] : [`someone is responsible at ${moment}, before the receipt`];
    if (nu.length !== 1) return [`${nu.length} are responsible at ${moment}`];
    const [enige] = nu.map(({ verantwoordelijke: v }) =>
      v.partij === 'lokale-toegang' ? v.team : `${v.partij}${v.tijdelijk ? ', tijdelijk' : ''}`,
    );
    const volgensTabel = journaal.flatMap((g) => (g.op <= moment ? (verplaatst(g, journaal) ?? []) : [])).at(-1);
    return enige === volgensTabel ? [] : [`at ${moment} it is ${enige}, not ${volgensTabel}`];
  });
}

interface Loop {
  termijn: Termijn;
  einde: Gebeurtenis | undefined;
  gezet: { stap: Stap | undefined; gebeurtenis: Gebeurtenis }[];
}

/** Every term that ever started, with the event that ended it and what was done about its steps. */
export function loopVanTermijnen(journaal: Journaal): Loop[] {
  return journaal
    .flatMap(({ start = [] }) => start)
    .map((begin) => ({
      // A term that says itself again gets each next step with the event of the one before.
      termijn: {
        ...begin,
        stappen: [
          ...begin.stappen,
          ...journaal.flatMap(({ gegevens }) =>
            'volgende' in gegevens && gegevens.volgende && gegevens.termijn === begin.id ? [gegevens.volgende] : [],
          ),
        ],
      },
    }))
    .map(({ termijn }) => ({
      termijn,
      einde: journaal.find(({ eindigt = [] }) => eindigt.includes(termijn.id)),
      gezet: journaal.flatMap((gebeurtenis) =>
        'stap' in gebeurtenis.gegevens &&
        'termijn' in gebeurtenis.gegevens &&
        gebeurtenis.gegevens.termijn === termijn.id
          ? [{ stap: stapMet(termijn, gebeurtenis.gegevens.stap), gebeurtenis }]
          : [],
      ),
    }));
}

const stapMet = (termijn: Termijn, id: string): Stap | undefined => termijn.stappen.find((stap) => stap.id === id);

function schendingenVanTermijnen(journaal: Journaal): string[] {
  const eerste = journaal[0];
  const spoed = eerste?.soort === 'melding-ontvangen' && eerste.gegevens.spoed;
  const ids = journaal.flatMap(({ start = [] }) => start.map(({ id }) => id));
  const geeindigd = journaal.flatMap(({ eindigt = [] }) => eindigt);
  return [
    ...(new Set(ids).size === ids.length ? [] : ['a term started twice']),
    ...(new Set(geeindigd).size === geeindigd.length ? [] : ['a term ended twice']),
    ...geeindigd.filter((id) => !ids.includes(id)).map((id) => `${id} ended without a start`),
    ...loopVanTermijnen(journaal).flatMap((loop) => schendingenVanEen(loop, spoed)),
  ];
}

function schendingenVanEen({ termijn, einde, gezet }: Loop, spoed: boolean): string[] {
  const volgorde = gezet.map(({ stap }) => (stap ? termijn.stappen.indexOf(stap) : -1));
  const fouten = volgorde.every((plek, index) => plek === index)
    ? []
    : [`${termijn.id} had its steps ${volgorde.join()} in that order`];
  return [
    ...fouten,
    ...gezet.flatMap(({ stap, gebeurtenis: { nr, soort, op, vastgelegdOp } }) => {
      const naam = `${termijn.id} ${stap?.id} (${nr})`;
      const isPing = soort !== 'stap-overgeslagen' && soort !== 'termijn-verlopen';
      const voorbij = vastgelegdOp >= termijn.vervalt;
      return [
        ...(einde && nr > einde.nr ? [`${naam} came after the end of its term`] : []),
        ...(stap && vastgelegdOp < stap.op ? [`${naam} came too early`] : []),
        ...(soort in STAP_SOORT && STAP_SOORT[soort as keyof typeof STAP_SOORT] !== stap?.soort
          ? [`${naam} was written down as ${soort}`]
          : []),
        ...(soort === 'termijn-verlopen' && op !== termijn.vervalt ? [`${naam} did not happen when due`] : []),
        ...(soort === 'termijn-herinnerd' && voorbij ? [`${naam} reminded of a term that had passed`] : []),
        ...(soort === 'stap-overgeslagen' && !voorbij ? [`${naam} was skipped while it could help`] : []),
        ...(isPing && !spoed && !stap?.stipt && KALENDER.binnenKantooruren(vastgelegdOp) !== vastgelegdOp
          ? [`${naam} pinged outside office hours`]
          : []),
      ];
    }),
  ];
}

export const schendingen = (journaal: Journaal): string[] => [
  ...schendingenVanVolgorde(journaal),
  ...schendingenVanVerantwoordelijkheid(journaal),
  ...schendingenVanTermijnen(journaal),
];

/** What a round at `nu` should have done and did not: steps of running terms whose time has come. */
export function blijftLiggen(journaal: Journaal, nu: Instant): string[] {
  const eerste = journaal[0];
  const mag = (eerste?.soort === 'melding-ontvangen' && eerste.gegevens.spoed) || KALENDER.binnenKantooruren(nu) === nu;
  return loopVanTermijnen(journaal)
    .filter(({ einde }) => !einde)
    .flatMap(({ termijn, gezet }) =>
      termijn.stappen
        .filter((stap) => stap.op <= nu && !gezet.some((gedaan) => gedaan.stap === stap))
        .filter((stap) => mag || stap.soort === 'verlopen' || (stap.soort === 'herinnering' && termijn.vervalt <= nu))
        .map((stap) => `${termijn.id} ${stap.id} was due at ${stap.op} and is not done at ${nu}`),
    );
}
