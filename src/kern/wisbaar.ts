/**
 * Which fields of an event name a person or hold free text. Retention erases exactly these (domein.md §9), and the
 * hash chain binds them by a salted digest, so that it still holds when they are gone.
 */
import type { Gebeurtenis, GebeurtenisSoort, GegevensPerSoort } from './gebeurtenissen.ts';

/** `adres`: an organisation's key or a person's id, and the key of a message, which ends in it. */
type Aard = 'blijft' | 'persoon' | 'tekst' | 'adres';

const BEZORGING = { sleutel: 'adres', kaart: 'blijft', waar: 'adres' } as const;
const STAP = { termijn: 'blijft', stap: 'blijft' } as const;
const REDEN = { overdracht: 'blijft', reden: 'tekst' } as const;

/** Every field of every event has its place here: a new one does not compile without. */
const AARD: { [S in GebeurtenisSoort]: { [V in keyof GegevensPerSoort[S]]-?: Aard } } = {
  'melding-ontvangen': { gemeente: 'blijft', spoed: 'blijft' },
  'nieuwe-melding-ontvangen': {},
  'triage-afgerond': {
    besluit: 'blijft',
    conclusies: 'blijft',
    vervolg: 'blijft',
    multidisciplinairMet: 'blijft',
    contactpersoon: 'persoon',
  },
  'overdracht-verzonden': { overdracht: 'blijft', team: 'blijft', wijze: 'blijft', inhoud: 'blijft' },
  'overdracht-ingetrokken': REDEN,
  'ontvangst-bevestigd': { overdracht: 'blijft', via: 'blijft', doorWie: 'persoon', laat: 'blijft' },
  'overdracht-geweigerd': REDEN,
  opgepakt: { overdracht: 'blijft', casusregisseur: 'persoon' },
  teruggenomen: REDEN,
  'gemeente-geinformeerd': { wie: 'persoon' },
  geinformeerd: { wie: 'blijft', via: 'tekst' },
  'melding-besproken': {},
  'wachtlijst-gemeld': { overdracht: 'blijft', toelichting: 'tekst' },
  'niet-binnen-termijn-gemeld': REDEN,
  'interventie-gemeente-vastgelegd': { overdracht: 'blijft', wat: 'tekst' },
  'meningsverschil-gemeld': { overdracht: 'blijft', toelichting: 'tekst', doorPartij: 'blijft' },
  'meningsverschil-opgeschaald': { stap: 'blijft', automatisch: 'blijft', gespreksverslag: 'tekst' },
  'meningsverschil-opgelost': { overdracht: 'blijft', uitkomst: 'blijft' },
  'terugkerend-meningsverschil': { team: 'blijft', aantal: 'blijft', terugkerend: 'blijft' },
  'terugleggen-gevraagd': REDEN,
  teruggelegd: { overdracht: 'blijft' },
  'terugleggen-geweigerd': REDEN,
  gesignaleerd: { overdracht: 'blijft', wat: 'blijft', toelichting: 'tekst' },
  'aanpakfase-vastgelegd': { aanpakfase: 'blijft' },
  'monitoring-afgesproken': { op: 'blijft', wie: 'persoon', wat: 'tekst' },
  'monitoring-afgerond': { termijn: 'blijft' },
  gescreend: {},
  'direct-gevaar-vastgesteld': { wat: 'tekst' },
  afgesloten: { reden: 'tekst', overdracht: 'blijft' },
  'wachtlijst-vt-ontstaan': { casussen: 'blijft' },
  'screening-gevraagd': { dag: 'blijft', casussen: 'blijft', erbij: 'blijft', eraf: 'blijft' },
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
  gekoppeld: { organisatie: 'blijft', conversatie: 'blijft' },
  ontkoppeld: { organisaties: 'blijft', conversatie: 'blijft' },
  'hiaten-nagegaan': { aanleiding: 'blijft', hiaten: 'blijft' },
  'inhoud-bekeken': { overdracht: 'blijft' },
  'dossier-verstrekt': { vorm: 'blijft' },
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
};

/** Stands in the journal where something was erased. Stored, so it never changes. */
export const GEWIST = '(gewist)';

type Velden = Record<string, unknown>;

const wisbareGegevens = ({ soort, gegevens }: Gebeurtenis): string[] =>
  Object.keys(gegevens).filter((veld) => (AARD[soort] as Record<string, Aard>)[veld] !== 'blijft');

/** What people typed in this event, in their own words. */
export const vrijeTekst = ({ soort, gegevens }: Gebeurtenis): string[] =>
  Object.entries(gegevens).flatMap(([veld, waarde]) =>
    (AARD[soort] as Record<string, Aard>)[veld] === 'tekst' && typeof waarde === 'string' && waarde !== ''
      ? [waarde]
      : [],
  );

/** An event as its two parts: what always stays, and what can be erased, by path. */
export function splits(gebeurtenis: Gebeurtenis): { vast: Velden; wisbaar: Velden } {
  const { id, naam, ...door } = gebeurtenis.door;
  const wisbaar: Velden = {
    ...(id !== undefined && { 'door.id': id }),
    ...(naam !== undefined && { 'door.naam': naam }),
  };
  const gegevens: Velden = { ...gebeurtenis.gegevens };
  for (const veld of wisbareGegevens(gebeurtenis)) {
    wisbaar[`gegevens.${veld}`] = gegevens[veld];
    delete gegevens[veld];
  }
  return { vast: { ...gebeurtenis, door, gegevens }, wisbaar };
}

/**
 * The event without persons and free text; itself when it holds none. A delivery to an organisation names nobody and
 * stays as it is: `organisaties` are the keys of those of this casus.
 */
export function wis<G extends Gebeurtenis>(gebeurtenis: G, organisaties: ReadonlySet<string>): G {
  if ('waar' in gebeurtenis.gegevens && organisaties.has(gebeurtenis.gegevens.waar)) return gebeurtenis;
  if (Object.keys(splits(gebeurtenis).wisbaar).length === 0) return gebeurtenis;
  const { id: _id, naam: _naam, ...door } = gebeurtenis.door;
  const gegevens = Object.fromEntries(wisbareGegevens(gebeurtenis).map((veld) => [veld, GEWIST]));
  return { ...gebeurtenis, door, gegevens: { ...gebeurtenis.gegevens, ...gegevens } };
}
