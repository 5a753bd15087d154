/**
 * A step of a ladder with nobody behind it goes on at once to whoever the next step is for, and Veilig Thuis is told.
 * Judged per addressee: a step for both leidinggevenden is not taken because one side can be reached. The next step itself
 * still comes at its own time, with its own task.
 */
import type { Beleid, Ontvanger, TermijnNaam } from '../beleid/beleid.ts';
import { lopendeOverdracht } from '../casus.ts';
import type { Gebeurtenis } from '../gebeurtenissen.ts';
import { ontbrak } from '../journaal/bezorging.ts';
import { GESPREK, opgeschaaldAan } from '../onderwerpen/meningsverschil/escalatie.ts';
import type { Nieuw, Stuk } from '../rij/gebeurtenisrij.ts';
import { stapVan, type Stap, type Termijn } from '../termijnen.ts';

/** Whether anybody stands behind this addressee of the organisation with this key (a team or gemeente). */
export type IsBereikbaar = (aan: Ontvanger, wie: string) => boolean;

/** Who must hear of an event, and, in order, whom each later step is for. */
interface Melding {
  aan: readonly Ontvanger[];
  later: readonly (readonly Ontvanger[])[];
}

/** The steps of the escalation model from this conversation on: whom each calls when its term has passed. */
function vanafGesprek(naam: TermijnNaam, beleid: Beleid): Ontvanger[][] {
  const { verlopen, ladder } = beleid.termijnen[naam];
  const volgend = verlopen.opent ? vanafGesprek(verlopen.opent, beleid) : [];
  return [verlopen.aan, ...ladder.map(({ aan }) => aan), ...volgend];
}

function vanStap(termijn: Termijn, stap: Stap, beleid: Beleid): Melding {
  // A reminder climbs no ladder: who cannot be reminded will not hear of the passing either, and that goes on.
  if (stap.soort === 'herinnering') return { aan: stap.aan, later: [] };
  const rest = termijn.stappen.slice(termijn.stappen.indexOf(stap) + 1);
  const opent = [stap, ...rest].find((een) => een.opent)?.opent;
  return { aan: stap.aan, later: [...rest.map(({ aan }) => aan), ...(opent ? vanafGesprek(opent, beleid) : [])] };
}

function meldingVan(gebeurtenis: Gebeurtenis, voor: Stuk | undefined, na: Stuk, beleid: Beleid): Melding | undefined {
  switch (gebeurtenis.soort) {
    case 'termijn-herinnerd':
    case 'verloop-gemeld':
    case 'termijn-opgeschaald': {
      const gevonden = stapVan(na, gebeurtenis.gegevens) ?? (voor && stapVan(voor, gebeurtenis.gegevens));
      return gevonden && vanStap(gevonden.termijn, gevonden.stap, beleid);
    }
    case 'meningsverschil-opgeschaald': {
      const { stap, automatisch } = gebeurtenis.gegevens;
      // The clock's own is told by the ping of the term that passed.
      if (automatisch || stap === 1) return undefined;
      return { aan: opgeschaaldAan(voor, gebeurtenis), later: vanafGesprek(GESPREK[stap], beleid) };
    }
    default:
      return undefined;
  }
}

/** Whether this event may go to people by their role, so that it matters who of them can be reached. */
export const roeptMensen = ({ soort }: Gebeurtenis): boolean =>
  soort === 'termijn-herinnerd' ||
  soort === 'verloop-gemeld' ||
  soort === 'termijn-opgeschaald' ||
  soort === 'meningsverschil-opgeschaald';

/** Whose people are meant: the key of a team or gemeente, or the region's own organisation. */
function organisatie(aan: Ontvanger, voor: Stuk | undefined, na: Stuk): string {
  if (na.soort !== 'casus') return aan === 'stuurgroep' ? 'stuurgroep' : 'veilig-thuis';
  if (aan === 'contactambtenaar') return na.gemeente;
  const overdracht = lopendeOverdracht(na) ?? (voor?.soort === 'casus' ? lopendeOverdracht(voor) : undefined);
  return aan.endsWith('-team') ? (overdracht?.team ?? '') : aan === 'stuurgroep' ? 'stuurgroep' : 'veilig-thuis';
}

/** After the events of a decision: who of their addressees has nobody behind it, and who hears instead. */
export function stuurDoor(
  { voor, na, gebeurtenissen }: { voor: Stuk | undefined; na: Stuk; gebeurtenissen: readonly Gebeurtenis[] },
  beleid: Beleid,
  isBereikbaar: IsBereikbaar,
): readonly Nieuw[] {
  const erIs = (aan: Ontvanger): boolean => isBereikbaar(aan, organisatie(aan, voor, na));
  return gebeurtenissen.flatMap((gebeurtenis) => {
    const { aan, later } = meldingVan(gebeurtenis, voor, na, beleid) ?? { aan: [], later: [] };
    const volgende = later.map((stap) => stap.filter((wie) => !aan.includes(wie) && erIs(wie)));
    const hoort = volgende.find((stap) => stap.length > 0) ?? [];
    const naar = [...new Set<Ontvanger>([...hoort, 'kanaal-vt'])];
    return aan
      .filter((wie) => !erIs(wie))
      .map((leeg) =>
        ontbrak(
          { gebeurtenis: gebeurtenis.nr, ontbrak: leeg, wie: organisatie(leeg, voor, na), naar },
          { verantwoordelijk: 'blijft', bron: gebeurtenis.bron },
        ),
      );
  });
}
