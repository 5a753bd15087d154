/** What must hold in every state of the model; each breach is told in a sentence with the way to it. */
import { huidigePeriode, redenZonderTermijn, type Casus } from '../../src/kern/casus.ts';
import { loopt } from '../../src/kern/termijnen.ts';
import { teksten } from '../../src/teksten/nl.ts';
import { magDoen, type Aanvrager } from '../../src/toepassing/casus/rechten.ts';
import type { Knoop, Poging } from './model.ts';
import type { Weigering } from '../../src/kern/weigeringen.ts';

type Wet = (knoop: Knoop, pogingen: readonly Poging[]) => string[];

/** What is wrong in the state, or in one that an opdracht makes of it. */
function alle(knoop: Knoop, pogingen: readonly Poging[], mis: (casus: Casus) => string | undefined): string[] {
  const fouten: string[] = [];
  const hier = mis(knoop.casus);
  if (hier !== undefined) fouten.push(`${knoop.pad}: ${hier}`);
  for (const { letter, na } of pogingen) {
    const daar = na && mis(na);
    if (daar !== undefined) fouten.push(`${knoop.pad} > ${letter.naam}: ${daar}`);
  }
  return fouten;
}

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
  alle(knoop, pogingen, ({ perioden, eersteMeldingOp, fase }) => {
    const begint = perioden[0]?.vanaf === eersteMeldingOp;
    const sluitAan = perioden.every(({ vanaf, tot }, index) => tot === perioden[index + 1]?.vanaf && vanaf !== tot);
    const laatste = perioden.at(-1)?.verantwoordelijke;
    const tijdelijk = fase === 'wachtlijst' || fase === 'meningsverschil';
    const past = laatste?.partij === HOUDER[fase] && (!tijdelijk || laatste.tijdelijk);
    return begint && sluitAan && past ? undefined : `in ${fase} is ${JSON.stringify(laatste)} verantwoordelijk`;
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

const stand = (casus: Casus): string =>
  `${casus.fase} ${casus.fase === 'meningsverschil' ? casus.stap : ''}${casus.staande.length > 0 ? 'met een conclusie' : ''}`;

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
  alle(knoop, pogingen, (casus) =>
    casus.termijnen.length > 0 || redenZonderTermijn(casus) ? undefined : `in ${casus.fase} loopt geen termijn`,
  );

type Rol = Knoop['casus']['perioden'][number]['verantwoordelijke'];
const houdt = (casus: Casus): Rol => huidigePeriode(casus).verantwoordelijke;

/**
 * Law 1 by itself: who may bring about that somebody else has it. To the team by the team, or by its word that VT recorded; to
 * VT for good by VT; to the cliëntsysteem by a decision of §5.1.1 or §5.1.2 with nothing in its way, or by the team after it
 * picked up (▲).
 */
function instemming(voor: Casus, na: Casus, { opdracht, context }: Poging['letter']): string | undefined {
  const was = houdt(voor);
  const is = houdt(na);
  if (JSON.stringify(was) === JSON.stringify(is)) return undefined;
  const doorTeam = context.door?.rol === 'team-lid';
  switch (is.partij) {
    case 'lokale-toegang': {
      const woord =
        opdracht.soort === 'bevestiging-vastleggen' ||
        (opdracht.soort === 'meningsverschil-oplossen' && opdracht.akkoord !== undefined);
      const vrij = voor.staande.length === 0;
      return (doorTeam || woord) && vrij ? undefined : `${is.team} kreeg de casus zonder eigen akkoord`;
    }
    case 'veilig-thuis':
      return is.tijdelijk || !doorTeam ? undefined : 'Veilig Thuis kreeg de casus voorgoed zonder eigen akkoord';
    case 'clientsysteem': {
      // A melding's own triage decides anew; any later decision finds what was concluded (§3.1.2).
      const vrij = voor.fase === 'triage' || voor.staande.length === 0;
      const doorVt = opdracht.soort === 'triage-afronden' && !doorTeam && vrij;
      const voorwaarden =
        opdracht.soort !== 'triage-afronden' ||
        opdracht.besluit === 'geen-zorgen' ||
        (opdracht.voldoendeMogelijkheden === true && opdracht.bereidZonderControle === true);
      const doorHetTeam =
        opdracht.soort === 'afsluiten' &&
        voor.fase === 'opgepakt' &&
        voor.overdrachten.at(-1)?.terugleggen === undefined;
      return (doorVt && voorwaarden) || doorHetTeam ? undefined : 'het cliëntsysteem kreeg de casus zonder grond';
    }
  }
}

/** Law 1: responsibility passes to nobody without the assent that domein.md §1 asks for. */
export const metInstemming: Wet = ({ casus, pad }, pogingen) =>
  pogingen.flatMap(({ letter, na }) => {
    const fout = na && instemming(casus, na, letter);
    return fout === undefined ? [] : [`${pad} > ${letter.naam}: ${fout}`];
  });

/** Law 2: a casus at VT has a step ahead of it, other than an agreement to look that can lie years away. */
export const slaaptNooit: Wet = (knoop, pogingen) =>
  alle(knoop, pogingen, (casus) =>
    houdt(casus).partij !== 'veilig-thuis' ||
    casus.termijnen.some((termijn) => termijn.naam !== 'monitoring' && loopt(termijn))
      ? undefined
      : 'de casus is bij Veilig Thuis en er komt niets meer',
  );

/** What a sentence is filled with, but for which moment or number it is: the sentence is read once for each. */
const vormVan = ({ code, gegevens }: Weigering): string =>
  `${code} ${Object.entries(gegevens)
    .map(([naam, waarde]) => `${naam}:${/^\d{4}-/.test(String(waarde)) ? 'moment' : String(waarde)}`)
    .join()}`;
const leesbareVormen = new Set<string>();

/** Whoever may not go on reads in Dutch why, with what to do next. */
export const uitlegbaar: Wet = ({ pad }, pogingen) =>
  pogingen.flatMap(({ letter, uitkomst }) => {
    if (!('geweigerd' in uitkomst)) return [];
    const vorm = vormVan(uitkomst.geweigerd);
    if (leesbareVormen.has(vorm)) return [];
    const tekst = teksten.weigering(uitkomst.geweigerd, (sleutel) => sleutel);
    const leesbaar = /[.?]$/.test(tekst) && !/undefined|null|\[object|NaN|Invalid/.test(tekst);
    if (leesbaar) leesbareVormen.add(vorm);
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
