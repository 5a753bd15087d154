/**
 * Which fields of an event name a person, hold free text or say what is the matter in a family. Retention erases
 * exactly these (domein.md §9), and the hash chain binds them by a salted digest, so that it still holds when they are
 * gone.
 */
import type { Gebeurtenis, GebeurtenisSoort, GegevensPerSoort } from './gebeurtenissen.ts';

/**
 * `adres`: an organisation's key or a person's id, and the key of a message, which ends in it. `kenmerk`: a word from a
 * list that says what is the matter in a family, such as a conclusion of triage.
 */
type Aard = 'blijft' | 'persoon' | 'tekst' | 'adres' | 'kenmerk';

/**
 * How an event is divided for the hash chain. In the first form a `kenmerk` belonged to what always stays; an event
 * that was bound like that keeps it, because its hash would not hold without.
 */
export type Splitsing = 1 | 2;
export const SPLITSING: Splitsing = 2;

const BEZORGING = { sleutel: 'adres', kaart: 'blijft', waar: 'adres' } as const;
const STAP = { termijn: 'blijft', stap: 'blijft', volgende: 'blijft', ookVoor: 'blijft' } as const;
const VERBINDING = {
  organisaties: 'blijft',
  conversatie: 'blijft',
  naam: 'blijft',
  breuk: 'blijft',
  persoon: 'persoon',
} as const;
const REDEN = { overdracht: 'blijft', reden: 'tekst' } as const;

/** Every field of every event has its place here: a new one does not compile without. */
const AARD = {
  'melding-ontvangen': { gemeente: 'blijft', spoed: 'blijft' },
  'nieuwe-melding-ontvangen': {},
  'triage-afgerond': {
    besluit: 'blijft',
    conclusies: 'kenmerk',
    vervolg: 'kenmerk',
    multidisciplinairMet: 'kenmerk',
    contactpersoon: 'persoon',
  },
  'overdracht-verzonden': { overdracht: 'blijft', team: 'blijft', wijze: 'blijft', inhoud: 'blijft' },
  'overdracht-ingetrokken': REDEN,
  'ontvangst-bevestigd': { overdracht: 'blijft', via: 'blijft', doorWie: 'persoon', laat: 'blijft' },
  'overdracht-geweigerd': REDEN,
  opgepakt: { overdracht: 'blijft', casusregisseur: 'persoon' },
  teruggenomen: REDEN,
  'gemeente-geinformeerd': { wie: 'persoon' },
  geinformeerd: { wie: 'blijft', plicht: 'blijft', via: 'tekst' },
  'vervolg-ingezet': { wat: 'tekst' },
  'zicht-bevestigd': { toelichting: 'tekst' },
  'zicht-bewaakt': {},
  aangevuld: { bij: 'blijft', overdracht: 'blijft', tekst: 'tekst', doorPartij: 'blijft' },
  'melding-besproken': {},
  'wachtlijst-gemeld': { overdracht: 'blijft', toelichting: 'tekst' },
  'niet-binnen-termijn-gemeld': REDEN,
  'interventie-gemeente-vastgelegd': { overdracht: 'blijft', wat: 'tekst' },
  'meningsverschil-gemeld': { overdracht: 'blijft', toelichting: 'tekst', doorPartij: 'blijft' },
  'meningsverschil-opgeschaald': { stap: 'blijft', automatisch: 'blijft', gespreksverslag: 'tekst' },
  'uitkomst-voorgesteld': { overdracht: 'blijft', uitkomst: 'blijft', doorPartij: 'blijft' },
  'uitkomst-afgewezen': { overdracht: 'blijft', uitkomst: 'blijft', reden: 'tekst' },
  'meningsverschil-opgelost': {
    overdracht: 'blijft',
    uitkomst: 'blijft',
    akkoordDoor: 'persoon',
    akkoordVia: 'blijft',
  },
  'terugkerend-meningsverschil': { team: 'blijft', aantal: 'blijft', terugkerend: 'blijft' },
  'terugleggen-gevraagd': REDEN,
  teruggelegd: { overdracht: 'blijft' },
  'terugleggen-geweigerd': REDEN,
  gesignaleerd: { overdracht: 'blijft', wat: 'kenmerk', toelichting: 'tekst' },
  'aanpakfase-vastgelegd': { aanpakfase: 'kenmerk' },
  'monitoring-afgesproken': { op: 'blijft', wie: 'persoon', wat: 'tekst' },
  'monitoring-afgerond': { termijn: 'blijft' },
  gescreend: {},
  'direct-gevaar-vastgesteld': { wat: 'tekst' },
  afgesloten: { reden: 'tekst', overdracht: 'blijft' },
  'wachtlijst-vt-ontstaan': { casussen: 'blijft' },
  'screening-gevraagd': { dag: 'blijft', aantal: 'blijft', casussen: 'blijft', erbij: 'blijft', eraf: 'blijft' },
  'screening-afgerond': { dag: 'blijft' },
  'wachtlijst-vt-gewaarschuwd': { aantal: 'blijft', perWeek: 'blijft', dagen: 'blijft' },
  'wachtlijst-vt-weggewerkt': {},
  // Casusnummers and keys of organisations, never of persons.
  'hartslag-gegeven': {
    open: 'blijft',
    termijnen: 'blijft',
    teLaat: 'blijft',
    nietBezorgd: 'blijft',
    laatsteRonde: 'blijft',
    bevindingen: 'blijft',
    meer: 'blijft',
  },
  'onraad-gemeld': { bevindingen: 'blijft', meer: 'blijft' },
  // The record of the adresboek holds keys and counts; it is no casus and is never closed.
  'instelling-gewijzigd': {
    wat: 'blijft',
    bestand: 'blijft',
    van: 'blijft',
    naar: 'blijft',
    rijen: 'blijft',
    meer: 'blijft',
  },
  gekoppeld: { organisatie: 'blijft', conversatie: 'blijft', van: 'blijft' },
  'koppeling-gevraagd': {
    organisatie: 'blijft',
    conversatie: 'blijft',
    gesprek: 'blijft',
    naam: 'persoon',
    vervalt: 'blijft',
    vervangt: 'blijft',
  },
  'koppeling-goedgekeurd': { verzoek: 'blijft', organisatie: 'blijft' },
  'koppeling-afgewezen': { verzoek: 'blijft', organisatie: 'blijft' },
  ontkoppeld: { organisaties: 'blijft', conversatie: 'blijft' },
  'gesprek-verbroken': VERBINDING,
  'gesprek-hersteld': VERBINDING,
  'hiaten-nagegaan': { aanleiding: 'blijft', hiaten: 'blijft' },
  // It names the beheerder who asked for a link, in the record of the adresboek alone, which is never closed.
  'registratie-vervolgd': { van: 'blijft', totEnMet: 'blijft', kop: 'blijft', stand: 'blijft' },
  'inhoud-bekeken': { overdracht: 'blijft', gebeurtenis: 'blijft' },
  'dossier-verstrekt': { vorm: 'blijft', aangemeld: 'blijft' },
  gewist: { totEnMet: 'blijft', overdrachten: 'blijft' },
  'termijn-herinnerd': STAP,
  'termijn-verlopen': STAP,
  'verloop-gemeld': STAP,
  'termijn-opgeschaald': STAP,
  'stap-overgeslagen': STAP,
  'ontvanger-ontbrak': { gebeurtenis: 'blijft', ontbrak: 'blijft', wie: 'blijft', naar: 'blijft' },
  'bericht-bezorgd': BEZORGING,
  'bericht-onzeker': { ...BEZORGING, code: 'blijft' },
  'bericht-onbezorgbaar': { ...BEZORGING, code: 'blijft' },
} as const satisfies { [S in GebeurtenisSoort]: { [V in keyof GegevensPerSoort[S]]-?: Aard } };

/** Stands in the journal where something was erased. Stored, so it never changes. */
export const GEWIST = '(gewist)';

/** The events that hold words which people typed. */
export type SoortMetTekst = {
  [S in keyof typeof AARD]: 'tekst' extends (typeof AARD)[S][keyof (typeof AARD)[S]] ? S : never;
}[keyof typeof AARD];

const aardVan = (soort: GebeurtenisSoort): Record<string, Aard> => AARD[soort];
const heeftTekst = (soort: GebeurtenisSoort): soort is SoortMetTekst => Object.values(aardVan(soort)).includes('tekst');
export const SOORTEN_MET_TEKST: readonly SoortMetTekst[] = (Object.keys(AARD) as GebeurtenisSoort[]).filter(heeftTekst);

/** What the bot itself writes where people can type, and what a button fills in: nobody's words, so readable anywhere. */
export const EIGEN_WOORDEN = [
  'nieuwe melding',
  'overgedragen aan een ander team',
  'teruggelegd bij Veilig Thuis',
  'de gemeente heeft ingegrepen',
  'meningsverschil: Veilig Thuis houdt de casus',
  'brief',
  'e-mail',
  'telefoon',
  'gesprek',
] as const;
export type EigenWoorden = (typeof EIGEN_WOORDEN)[number];

export const isEigenWoord = (tekst: string): tekst is EigenWoorden =>
  (EIGEN_WOORDEN as readonly string[]).includes(tekst);

const isVrij = (waarde: unknown): waarde is string =>
  typeof waarde === 'string' && waarde !== '' && waarde !== GEWIST && !isEigenWoord(waarde);

/** The words that people typed in an event, one text per field; none when it holds none, or when they are erased. */
export function vrijeTekst({ soort, gegevens }: Gebeurtenis): string[] {
  return Object.entries(gegevens).flatMap(([veld, waarde]) =>
    aardVan(soort)[veld] === 'tekst' && isVrij(waarde) ? [waarde] : [],
  );
}

/** Whether people typed something in it that is still there. */
export const heeftVrijeTekst = (
  gebeurtenis: Gebeurtenis,
): gebeurtenis is Extract<Gebeurtenis, { soort: SoortMetTekst }> =>
  heeftTekst(gebeurtenis.soort) && vrijeTekst(gebeurtenis).length > 0;

/** The same event with those words left empty, to tell of it where not everybody may read them (domein.md §7). */
export function zonderVrijeTekst<G extends Gebeurtenis>(gebeurtenis: G): G {
  const leeg = Object.entries(gebeurtenis.gegevens).filter(
    ([veld, waarde]) => aardVan(gebeurtenis.soort)[veld] === 'tekst' && isVrij(waarde),
  );
  if (leeg.length === 0) return gebeurtenis;
  return {
    ...gebeurtenis,
    gegevens: { ...gebeurtenis.gegevens, ...Object.fromEntries(leeg.map(([veld]) => [veld, ''])) },
  };
}

type Velden = Record<string, unknown>;

const wisbareGegevens = ({ soort, gegevens }: Gebeurtenis, vorm: Splitsing): string[] =>
  Object.keys(gegevens).filter((veld) => {
    const aard = aardVan(soort)[veld];
    return aard !== 'blijft' && (aard !== 'kenmerk' || vorm === 2);
  });

/** An event as its two parts: what always stays, and what can be erased, by path. */
export function splits(gebeurtenis: Gebeurtenis, vorm: Splitsing = SPLITSING): { vast: Velden; wisbaar: Velden } {
  const { id, naam, ...door } = gebeurtenis.door;
  const wisbaar: Velden = {
    ...(id !== undefined && { 'door.id': id }),
    ...(naam !== undefined && { 'door.naam': naam }),
  };
  const gegevens: Velden = { ...gebeurtenis.gegevens };
  for (const veld of wisbareGegevens(gebeurtenis, vorm)) {
    wisbaar[`gegevens.${veld}`] = gegevens[veld];
    delete gegevens[veld];
  }
  return { vast: { ...gebeurtenis, door, gegevens }, wisbaar };
}

/**
 * The event without persons, free text and what it says of the family; itself when it holds none. A list is left empty,
 * a single word is gone, so that what stands there is never another word of the list. A delivery to an organisation
 * names nobody and stays as it is: `organisaties` are the keys of those of this casus.
 */
export function wis<G extends Gebeurtenis>(
  gebeurtenis: G,
  organisaties: ReadonlySet<string>,
  vorm: Splitsing = SPLITSING,
): G {
  if ('waar' in gebeurtenis.gegevens && organisaties.has(gebeurtenis.gegevens.waar)) return gebeurtenis;
  if (Object.keys(splits(gebeurtenis, vorm).wisbaar).length === 0) return gebeurtenis;
  const { id: _id, naam: _naam, ...door } = gebeurtenis.door;
  const wisbaar = new Set(wisbareGegevens(gebeurtenis, vorm));
  const gegevens = Object.fromEntries(
    Object.entries(gebeurtenis.gegevens).flatMap(([veld, waarde]) => {
      if (!wisbaar.has(veld)) return [[veld, waarde]];
      if (aardVan(gebeurtenis.soort)[veld] !== 'kenmerk') return [[veld, GEWIST]];
      return Array.isArray(waarde) ? [[veld, []]] : [];
    }),
  );
  return { ...gebeurtenis, door, gegevens };
}

/** Whether nothing is left of what could be erased of it. */
export const isLeeg = (wisbaar: Velden): boolean =>
  Object.values(wisbaar).every((deel) => deel === GEWIST || (Array.isArray(deel) && deel.length === 0));
