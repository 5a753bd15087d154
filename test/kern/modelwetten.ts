/** What must hold in every state of the model; each breach is told in a sentence with the way to it. */
import { huidigePeriode, type Casus } from '../../src/kern/casus.ts';
import { redenZonderTermijn } from '../../src/kern/rust.ts';
import { teksten } from '../../src/teksten/nl.ts';
import { magDoen, type Aanvrager } from '../../src/toepassing/rechten.ts';
import type { Knoop, Poging } from './model.ts';

type Wet = (knoop: Knoop, pogingen: readonly Poging[]) => string[];

const alle = (knoop: Knoop, pogingen: readonly Poging[]): [string, Casus][] => [
  [knoop.pad, knoop.casus],
  ...pogingen.flatMap(({ letter, na }): [string, Casus][] => (na ? [[`${knoop.pad} > ${letter.naam}`, na]] : [])),
];

const HOUDER = {
  triage: 'veilig-thuis',
  'bij-veilig-thuis': 'veilig-thuis',
  overgedragen: 'veilig-thuis',
  wachtlijst: 'veilig-thuis',
  meningsverschil: 'veilig-thuis',
  ontvangen: 'lokale-toegang',
  opgepakt: 'lokale-toegang',
  'bij-clientsysteem': 'clientsysteem',
  afgesloten: 'clientsysteem',
} as const;

/** The stretches tile the time from the first receipt on, and the last one is the party that the fase belongs to. */
export const eenVerantwoordelijke: Wet = (knoop, pogingen) =>
  alle(knoop, pogingen).flatMap(([pad, { perioden, eersteMeldingOp, fase }]) => {
    const begint = perioden[0]?.vanaf === eersteMeldingOp;
    const sluitAan = perioden.every(({ vanaf, tot }, index) => tot === perioden[index + 1]?.vanaf && vanaf !== tot);
    const laatste = perioden.at(-1)?.verantwoordelijke;
    const tijdelijk = fase === 'wachtlijst' || fase === 'meningsverschil';
    const past = laatste?.partij === HOUDER[fase] && (!tijdelijk || laatste.tijdelijk);
    return begint && sluitAan && past ? [] : [`${pad}: in ${fase} is ${JSON.stringify(laatste)} verantwoordelijk`];
  });

/** Someone of the responsible party, with every right of it; for the cliëntsysteem VT takes in new concerns. */
function namens(casus: Casus): Aanvrager {
  const { verantwoordelijke } = huidigePeriode(casus);
  const rol =
    verantwoordelijke.partij === 'lokale-toegang'
      ? ({ rol: 'team-leidinggevende', team: verantwoordelijke.team } as const)
      : ({ rol: 'vt-leidinggevende' } as const);
  return { id: 'iemand', naam: 'Iemand', kanaal: 'teams', rollen: [rol] };
}

const stand = (casus: Casus): string => `${casus.fase} ${casus.fase === 'meningsverschil' ? casus.stap : ''}`;

/** Who is responsible can bring the casus on from here; a new melding counts only where that is what is waited for. */
export const wegVooruit: Wet = ({ casus, pad }, pogingen) => {
  const wachtOpMelding = HOUDER[casus.fase] === 'clientsysteem';
  const kan = pogingen.some(
    ({ letter: { opdracht }, na }) =>
      na !== undefined &&
      stand(na) !== stand(casus) &&
      (opdracht.soort === 'nieuwe-melding') === wachtOpMelding &&
      magDoen(namens(casus), opdracht.soort, casus) !== undefined,
  );
  return kan ? [] : [`${pad}: in ${stand(casus)} kan niemand verder`];
};

/** Either a term runs, or there is a reason in the guideline that none does. */
export const bewaakt: Wet = (knoop, pogingen) =>
  alle(knoop, pogingen).flatMap(([pad, casus]) =>
    casus.termijnen.length > 0 || redenZonderTermijn(casus) ? [] : [`${pad}: in ${casus.fase} loopt geen termijn`],
  );

/** Whoever may not go on reads in Dutch why, with what to do next. */
export const uitlegbaar: Wet = ({ pad }, pogingen) =>
  pogingen.flatMap(({ letter, uitkomst }) => {
    if (!('geweigerd' in uitkomst)) return [];
    const tekst = teksten.weigering(uitkomst.geweigerd, (sleutel) => sleutel);
    const leesbaar = /[.?]$/.test(tekst) && !/undefined|null|\[object|NaN|Invalid/.test(tekst);
    return leesbaar ? [] : [`${pad} > ${letter.naam}: ${uitkomst.geweigerd.code} heeft geen tekst: ${tekst}`];
  });

/** Collects breaches, with a few ways to each. */
export function verzamel(wetten: Record<string, Wet>): {
  schendingen: Record<string, string[]>;
  bij(knoop: Knoop, pogingen: readonly Poging[]): void;
} {
  const schendingen: Record<string, string[]> = Object.fromEntries(Object.keys(wetten).map((naam) => [naam, []]));
  return {
    schendingen,
    bij(knoop, pogingen) {
      for (const [naam, wet] of Object.entries(wetten)) {
        const lijst = schendingen[naam] ?? [];
        if (lijst.length < 5) lijst.push(...wet(knoop, pogingen));
      }
    },
  };
}
