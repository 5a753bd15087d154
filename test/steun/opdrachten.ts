/**
 * What each opdracht asks for, in a form that is understood, as a card sends it and as the API takes it. It follows from
 * the fields of its row; only what must fit the other fields, or a story, is written down.
 */
import { z } from 'zod';
import { OPDRACHT_SOORTEN, opdrachtSchema, type OpdrachtSoort } from '../../src/kern/opdrachten.ts';
import { NOORD } from '../scenario/mensen.ts';

const NU = '2026-11-23T09:00:00+01:00';
type Velden = Record<string, unknown>;

/** Other than the first that the schema takes. */
const EIGEN: Partial<Record<OpdrachtSoort, Velden>> = {
  'triage-afronden': { besluit: 'lokale-toegang' },
  overdragen: { team: NOORD, wijze: 'koud', feiten: ['Er is een melding.'] },
  geinformeerd: { wie: 'melder', via: 'brief' },
  'aanpakfase-vastleggen': { fase: 'herstel' },
  signaleren: { wat: 'verzoek-raad', toelichting: 'verzoek' },
  'monitoring-afspreken': { op: '2026-12-01T12:00:00+01:00', wie: 'veilig-thuis', wat: 'bellen' },
};
/** The first of its words, or a text or moment: whichever of these the field takes. */
function eersteDatPast(naam: string, veld: z.ZodType, moment: string): unknown {
  const proef = veld instanceof z.ZodEnum ? veld.options : ['zoals afgesproken', moment];
  const gevonden = proef.find((waarde) => veld.safeParse(waarde).success);
  if (gevonden === undefined) throw new Error(`${naam}: what it takes must be written down here`);
  return gevonden;
}

const VELDEN = new Map(
  opdrachtSchema.options.map(({ shape: { soort, ...velden } }) => [
    soort.value,
    Object.entries<z.ZodType>(velden).filter(([, veld]) => !veld.safeParse(undefined).success),
  ]),
);

/** What the API takes, by opdracht: the fields that may not be left out. */
export const apiVelden = (soort: OpdrachtSoort, moment = NU): Velden =>
  EIGEN[soort] ??
  Object.fromEntries((VELDEN.get(soort) ?? []).map(([naam, veld]) => [naam, eersteDatPast(naam, veld, moment)]));

/** A moment is asked for as a day and a time, and a list as lines. */
function alsInvoer(naam: string, waarde: unknown): Velden {
  if (Array.isArray(waarde)) return { [naam]: waarde.join('\n') };
  const [, datum, tijd] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(String(waarde)) ?? [];
  return datum === undefined ? { [naam]: waarde } : { datum, tijd };
}

/** The inputs of the form. */
export const KLIKVELDEN = Object.fromEntries(
  OPDRACHT_SOORTEN.map((soort) => [
    soort,
    Object.assign({}, ...Object.entries(apiVelden(soort)).map(([naam, waarde]) => alsInvoer(naam, waarde))),
  ]),
) as Record<OpdrachtSoort, Velden>;
