/** From what a card sends back (untrusted texts) to the opdracht it means; the core's schemas judge the result. */
import { z } from 'zod';
import { instantSchema } from '../../kern/invoer.ts';
import { meldingSchema, type Melding } from '../../kern/onderwerpen/melding.ts';
import { OPDRACHT_SOORTEN, opdrachtSchema, type Opdracht } from '../../kern/opdrachten.ts';
import { instantVanLokaal } from '../../kern/tijd/werkdagen.ts';

/** What every button carries besides its inputs. */
const knopSchema = z.object({
  casusnummer: z.string().trim().min(1).max(40),
  overdracht: z.coerce.number().int().min(0).max(10_000).optional(),
  /** The card it stood on, to answer with that card as it is now. */
  kaart: z.string().max(40).optional(),
  /** A page of the content of an overdracht. */
  pagina: z.coerce.number().int().min(1).max(1000).optional(),
  /** The event with the words to read. */
  gebeurtenis: z.coerce.number().int().min(1).optional(),
  /** The way back (terugweg.ts). */
  terug: z.string().max(1000).optional(),
});
export type Knop = z.output<typeof knopSchema>;

type Velden = Record<string, unknown>;
type Uitslag<T> = { goed: T } | { fouten: string[] };

/** Input fields by the name users see, for "vul in: …". */
const VELDNAAM: Record<string, string> = {
  gemeente: 'gemeente',
  casusnummer: 'casusnummer',
  meldingOntvangenOp: 'datum en tijd van de melding',
  gegevenOp: 'datum en tijd',
  op: 'datum en tijd',
  ontvangenOp: 'datum en tijd van de melding',
  reden: 'reden',
  doorWie: 'wie het bevestigde',
  via: 'hoe het bevestigd is',
  besluit: 'besluit',
  team: 'team',
  wijze: 'koud of warm',
  feiten: 'feiten',
  oordelen: 'oordeel, met van wie en op grond waarvan',
  wie: 'wie',
  wat: 'wat er is gedaan',
  akkoord: 'van wie het akkoord kwam, hoe en wanneer',
  waarover: 'waarover dit ging',
};

const leeg = (waarde: unknown): boolean =>
  waarde === undefined || waarde === null || (typeof waarde === 'string' && waarde.trim() === '');
const tekst = (velden: Velden, naam: string): string | undefined => {
  const waarde = velden[naam];
  return typeof waarde === 'string' && waarde.trim() !== '' ? waarde.trim() : undefined;
};
const regels = (velden: Velden, naam: string): string[] =>
  (tekst(velden, naam) ?? '')
    .split(/\r?\n/)
    .map((regel) => regel.trim())
    .filter((regel) => regel !== '');
const aangevinkt = (velden: Velden, naam: string): boolean => velden[naam] === true || velden[naam] === 'true';

/** A date input (`yyyy-MM-dd`) with a time input (`HH:mm`), as Amsterdam time. */
function moment(velden: Velden, datumVeld = 'datum', tijdVeld = 'tijd'): string | undefined {
  const datum = /^(\d{4})-(\d{2})-(\d{2})$/.exec(tekst(velden, datumVeld) ?? '');
  const tijd = /^(\d{1,2}):(\d{2})$/.exec(tekst(velden, tijdVeld) ?? '00:00');
  if (!datum || !tijd) return undefined;
  const [, jaar, maand, dag] = datum.map(Number);
  const [, uur, minuut] = tijd.map(Number);
  if (jaar === undefined || maand === undefined || dag === undefined || uur === undefined || minuut === undefined)
    return undefined;
  return uur > 23 || minuut > 59 ? undefined : instantVanLokaal({ jaar, maand, dag, uur, minuut });
}

/** Fields that differ from their input by more than emptiness and the moment, per opdracht. */
const VERTAAL: Partial<Record<Opdracht['soort'], (velden: Velden) => Velden>> = {
  'meningsverschil-oplossen': (velden) => {
    const doorWie = tekst(velden, 'akkoordDoorWie');
    const akkoord = { doorWie, via: tekst(velden, 'akkoordVia'), op: moment(velden) };
    return doorWie === undefined ? {} : { akkoord };
  },
  'triage-afronden': (velden) => ({
    conclusies: (tekst(velden, 'conclusies') ?? '')
      .split(',')
      .map((deel) => deel.trim())
      .filter((deel) => deel !== ''),
    voldoendeMogelijkheden: aangevinkt(velden, 'voldoendeMogelijkheden'),
    bereidZonderControle: aangevinkt(velden, 'bereidZonderControle'),
    ...(aangevinkt(velden, 'herziening') && { herziening: true }),
  }),
  overdragen: (velden) => {
    const gesprekOp = moment(velden, 'gespreksdatum', 'gesprekstijd');
    const geenReden = tekst(velden, 'geenGesprekReden');
    const oordeel = {
      tekst: tekst(velden, 'oordeelTekst'),
      vanWie: tekst(velden, 'oordeelVanWie'),
      opGrondVan: tekst(velden, 'oordeelOpGrondVan'),
    };
    return {
      feiten: regels(velden, 'feiten'),
      aandachtspunten: regels(velden, 'aandachtspunten'),
      veiligheidsafspraken: regels(velden, 'veiligheidsafspraken'),
      oordelen: Object.values(oordeel).some((deel) => deel !== undefined) ? [oordeel] : [],
      ...(gesprekOp ? { gesprek: { op: gesprekOp } } : geenReden ? { gesprek: { geenReden } } : {}),
    };
  },
};

/** The fields of each opdracht, so that what else a card sends along is left out. */
const VELDEN = new Map(opdrachtSchema.options.map(({ shape }) => [shape.soort.value, Object.entries<object>(shape)]));

/** A form asks when as a day and a time; an opdracht has one such field at most. */
const momenten = (soort: Opdracht['soort'], velden: Velden): Velden =>
  Object.fromEntries(
    (VELDEN.get(soort) ?? []).flatMap(([naam, veld]) => (veld === instantSchema ? [[naam, moment(velden)]] : [])),
  );

/** The subject that an uitleg button names; empty for the list of subjects. */
export function leesOnderwerp(data: unknown): string {
  const gelezen = z.object({ onderwerp: z.string().max(60) }).safeParse(data);
  return gelezen.success ? gelezen.data.onderwerp : '';
}

/** Meldingen that one click can screen. */
export const MEESTE_CASUSSEN = 300;

/** The casusnummers that a list to tick sends: separated by commas. Empty when nothing is ticked. */
export function leesCasusnummers(data: unknown): Uitslag<string[]> {
  const nummer = z.string().trim().min(1).max(40);
  const gelezen = z
    .object({
      casusnummers: z
        .string()
        .max(MEESTE_CASUSSEN * 42)
        .default(''),
    })
    .transform(({ casusnummers }) => casusnummers.split(',').filter((deel) => deel.trim() !== ''))
    .pipe(z.array(nummer).max(MEESTE_CASUSSEN))
    .safeParse(data);
  return gelezen.success ? { goed: [...new Set(gelezen.data)] } : { fouten: ['meldingen'] };
}

/** The request that a button about a link names; `undefined` when it names none. */
export function leesVerzoek(data: unknown): number | undefined {
  return z.object({ verzoek: z.coerce.number().int().min(1).max(1_000_000) }).safeParse(data).data?.verzoek;
}

export const isOpdracht = (verb: string): verb is Opdracht['soort'] =>
  (OPDRACHT_SOORTEN as readonly string[]).includes(verb);

export function leesKnop(data: unknown): Knop | undefined {
  const gelezen = knopSchema.safeParse(data);
  return gelezen.success ? gelezen.data : undefined;
}

export function leesOpdracht(soort: Opdracht['soort'], data: unknown): Uitslag<Opdracht> {
  const velden: Velden = typeof data === 'object' && data !== null ? { ...data } : {};
  const samen: Velden = { ...velden, ...momenten(soort, velden), ...VERTAAL[soort]?.(velden), soort };
  const eigen = Object.fromEntries(
    (VELDEN.get(soort) ?? []).flatMap(([naam]) => (leeg(samen[naam]) ? [] : [[naam, samen[naam]] as const])),
  );
  return uitslag(opdrachtSchema.safeParse(eigen));
}

export function leesMelding(data: unknown): Uitslag<Melding> {
  const velden: Velden = typeof data === 'object' && data !== null ? { ...data } : {};
  return uitslag(
    meldingSchema.safeParse({
      casusnummer: velden['casusnummer'],
      gemeente: velden['gemeente'],
      meldingOntvangenOp: moment(velden),
      spoed: aangevinkt(velden, 'spoed'),
    }),
  );
}

function uitslag<T>(gelezen: z.ZodSafeParseResult<T>): Uitslag<T> {
  if (gelezen.success) return { goed: gelezen.data };
  const namen = gelezen.error.issues.map(({ path }) => VELDNAAM[String(path[0])] ?? String(path[0] ?? 'het formulier'));
  return { fouten: [...new Set(namen)] };
}
