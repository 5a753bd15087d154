/** The wachtlijst of Veilig Thuis, and its daily screening on direct danger (§3.1.2, §4.2, Add.7). */
import { toonDag, toonTermijn, type Instant } from '../../kern/tijd/werkdagen.ts';
import type { Onderwerpteksten } from '../onderwerp.ts';
import { getal, geteld, reeks } from '../taal/woorden.nl.ts';

export const SCREENING = {
  /** One melding in the list of what must be screened; without a moment when it cannot be known. */
  keuze: (casusnummer: string, gemeente: string, sinds: { teLaat?: Instant; ontvangen?: Instant }): string => {
    const wanneer =
      sinds.teLaat !== undefined
        ? `te laat sinds ${toonTermijn(sinds.teLaat)}`
        : sinds.ontvangen !== undefined
          ? `ontvangen ${toonDag(sinds.ontvangen)}`
          : '';
    return [casusnummer, gemeente, wanneer].filter((deel) => deel !== '').join(' · ');
  },
  gescreend: (nummers: readonly string[]): string =>
    nummers.length === 0 ? '' : `Al gescreend: ${nummers.length}. ${reeks(nummers)}.`,
  onleesbaar: (nummers: readonly string[]): string =>
    nummers.length === 0
      ? ''
      : `De app kan dit niet lezen: ${reeks(nummers)}. Screen buiten de app en bel de beheerder.`,
  kies: 'Vink eerst de meldingen aan die je hebt gescreend. Er is niets opgeslagen.',
  teVeel: (maximum: number): string =>
    `Dit klopt niet, of het zijn er te veel. Vink hoogstens ${maximum} meldingen aan. Er is niets opgeslagen.`,
  deels: (gelukt: number, mislukt: ReadonlyMap<string, readonly string[]>): string =>
    [
      gelukt === 0 ? 'Er is geen melding gescreend.' : `${geteld(gelukt, 'melding is', 'meldingen zijn')} gescreend.`,
      ...[...mislukt].map(([reden, nummers]) => `Niet gelukt: ${reeks(nummers)}. ${reden}`),
    ].join(' '),
};

/** How fast the list shrinks, and when it is empty at that pace. */
export const tempo = (
  { perWeek }: { perWeek: number },
  gemeten: number,
  leegOp: string,
): { tempo: string; verwachting: string; berekening: string } => ({
  tempo:
    perWeek > 0
      ? `${getal(perWeek)} per week minder`
      : perWeek < 0
        ? `${getal(-perWeek)} per week meer`
        : 'niet korter',
  verwachting: perWeek > 0 ? `de lijst is leeg rond ${leegOp}` : 'zo komt de lijst niet weg',
  berekening: `Geteld over ${gemeten} dagen: meldingen die erbij kwamen en die eraf gingen. De lijst gedeeld door dat verschil per dag geeft het aantal dagen.`,
});

export const wachtlijstVtTeksten = {
  gebeurtenis: {
    gescreend: () => 'Gescreend: geen direct gevaar',
    'direct-gevaar-vastgesteld': () => 'Direct gevaar: Veilig Thuis grijpt direct in',
    'wachtlijst-vt-ontstaan': ({ casussen }) => `Wachtlijst bij Veilig Thuis ontstaan (${casussen.length})`,
    'screening-gevraagd': ({ aantal, casussen = [] }) =>
      `Screening gevraagd van ${geteld(aantal ?? casussen.length, 'melding', 'meldingen')}`,
    'screening-afgerond': () => 'Alle open meldingen gescreend',
    'wachtlijst-vt-gewaarschuwd': () => 'Waarschuwing: de wachtlijst is zo niet op tijd weg',
    'wachtlijst-vt-weggewerkt': () => 'Wachtlijst van Veilig Thuis weggewerkt',
  },
  toelichting: { 'direct-gevaar-vastgesteld': () => 'Veilig Thuis heeft opgeschreven wat er is.' },
  aanvulling: { 'direct-gevaar-vastgesteld': 'het directe gevaar' },
  weigering: {
    'niet-op-wachtlijst': () =>
      'Deze melding is niet (meer) in triage. Screenen hoeft niet. Is er toch direct gevaar? Neem de casus terug, of leg een nieuwe melding vast.',
  },
  termijn: {
    'wachtlijst-vt': 'Wachtlijst van Veilig Thuis wegwerken',
    screening: 'Dagelijkse screening van de wachtlijst',
  },
  teDoen: {
    'wachtlijst-vt': 'Werk de wachtlijst weg. De stuurgroep is ingelicht.',
    screening: 'Screen alle open meldingen op direct gevaar.',
  },
  uitleg: {
    'wachtlijst-vt': {
      titel: 'Wachtlijst van Veilig Thuis',
      alineas: [
        'Is de triage van een melding niet op tijd klaar? Dan telt die melding mee voor de wachtlijst van Veilig Thuis. Veilig Thuis blijft verantwoordelijk.',
        ({ binnen, screening }) =>
          `Zolang er een wachtlijst is, screent Veilig Thuis ${screening} alle open meldingen op risico. Bij direct gevaar volgt altijd directe interventie. De screening is klaar ${binnen('screening')}.`,
        ({ binnen }) =>
          `Is de wachtlijst niet ${binnen('wachtlijst-vt')} weg te werken? Dan meldt Veilig Thuis dit bij de stuurgroep. De app waarschuwt vooraf als het in dit tempo niet lukt.`,
      ],
      bron: '§3.1.2, §4.2, Add.7',
      woorden: [
        'wachtlijst-vt',
        'wachtlijst vt',
        'wachtlijst veilig thuis',
        'screening',
        'screenen',
        'gescreend',
        'direct gevaar',
        'stuurgroep',
      ],
      zieOok: ['melding', 'wachtlijst', 'termijnen'],
    },
  },
} satisfies Onderwerpteksten;
