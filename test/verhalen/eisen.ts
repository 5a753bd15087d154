/**
 * What a message must be besides its words (domein.md §7): pings call upon the people of their channel by name in the
 * thread of the card, what goes to a person in private stands out, and each names the § it rests on.
 */
import { ADRESBOEK, KANALEN, type KanaalNaam } from '../scenario/mensen.ts';
import type { Verstuurd } from '../scenario/wereld.ts';

/** The § of each term, by the name it has in a story (domein.md §5). */
const TERMIJNEN: Record<string, readonly string[]> = {
  triage: ['§3.1.2'],
  vervolg: ['§3.2'],
  'nog bij VT': ['§3.1.2', '§3.2'],
  versturen: ['§5.1.3'],
  bevestigen: ['§4.1'],
  oppakken: ['§4.2'],
  'gemeente informeren': ['§4.1', '§4.2'],
  'brief cliëntsysteem': ['§5.1.1'],
  'brief melder': ['§5.1.1'],
  'cliënt informeren': ['Add.2', '§5.1.3'],
  'betrokkenen informeren': ['§3.3.4'],
  'melding bespreken': ['§5.1.3'],
  'stap 1': ['§4.3', 'Add.6'],
  'stap 2': ['§4.3', 'Add.6'],
  'stap 3': ['§4.3'],
  'antwoord terugleggen': ['Add.5'],
  monitoring: ['§5.1.3'],
  wachtlijst: ['§4.2'],
  screening: ['Add.7'],
};
/** These are about what Veilig Thuis itself does: there is no card of an overdracht to answer under. */
const VAN_VT = /^(triage|versturen|brief .*|betrokkenen informeren|wachtlijst|screening)$/;
/** Asked with or without an overdracht before it. */
const SOMS_IN_DRAAD = ['nog bij VT', 'vervolg'];

interface Eis {
  /** Undefined: either will do. */
  draad: boolean | undefined;
  vermeldt: boolean;
  alert: boolean;
  bronnen: readonly string[];
}

const IN_DRAAD = { draad: true, vermeldt: false, alert: false };
const OP_ZICH = { draad: false, vermeldt: false, alert: false };
const VALT_OP = { draad: false, vermeldt: false, alert: true };

/** What is no ping, by how a story names it (domein.md §3). */
const BERICHTEN: readonly (readonly [RegExp, Eis])[] = [
  [/^overdracht, ontvangen/, { ...OP_ZICH, bronnen: ['§4.1', '§5.1.3'] }],
  [/^overdracht/, { ...OP_ZICH, bronnen: ['§3.2', '§4.1', '§4.2'] }],
  [/^ontvangst bevestigd/, { ...IN_DRAAD, bronnen: ['§4.1', '§5.1.3'] }],
  [/^opgepakt/, { ...IN_DRAAD, bronnen: ['§4.2', '§2.3'] }],
  [/^geweigerd/, { ...IN_DRAAD, bronnen: ['Add.3'] }],
  [/^ingetrokken/, { ...IN_DRAAD, bronnen: ['§3.2'] }],
  [/^teruggenomen/, { ...IN_DRAAD, bronnen: ['§5.1.3', 'Add.5'] }],
  [/^nieuwe melding/, { ...IN_DRAAD, bronnen: ['§3.1.2', 'Add.5'] }],
  [/^(wachtlijst|lukt niet op tijd|gemeente greep in)/, { ...IN_DRAAD, bronnen: ['§4.2'] }],
  [/^(meningsverschil|voorstel)/, { ...IN_DRAAD, bronnen: ['§4.3', 'Add.6'] }],
  [/^aangevuld/, { ...IN_DRAAD, bronnen: ['§4.3', 'Add.6'] }],
  [/^(vraagt terugleggen|teruggelegd|terugleggen geweigerd)/, { ...IN_DRAAD, bronnen: ['Add.5'] }],
  [/^signaal: .* bij de Raad/, { ...IN_DRAAD, bronnen: ['§4.1'] }],
  [/^signaal/, { ...IN_DRAAD, bronnen: ['§5.1.3', 'Add.5'] }],
  [/^afgesloten/, { ...IN_DRAAD, bronnen: ['§2.1', '§4.1'] }],
  [/^direct gevaar/, { ...OP_ZICH, bronnen: ['§3.1.2'] }],
  [/^informeren betrokkenen/, { ...OP_ZICH, bronnen: ['§3.3'] }],
  [/^informeren/, { ...OP_ZICH, bronnen: ['§5.1'] }],
  [/^screening/, { ...OP_ZICH, bronnen: ['Add.7'] }],
  [/^waarschuwing wachtlijst/, { ...VALT_OP, bronnen: ['§4.2', 'Add.7'] }],
  [/^niet bezorgd/, { ...VALT_OP, bronnen: [] }],
  [/^stuurgroep: \d+ op de wachtlijst/, { ...OP_ZICH, bronnen: ['§4.2'] }],
  [/^stuurgroep/, { ...OP_ZICH, bronnen: ['§4.3'] }],
  [/^Adresboek/, { ...VALT_OP, bronnen: [] }],
];

const PING = /^(?:lijst )?(?:herinnering|verlopen|escalatie) (?<termijnen>.*)$/;

function eisVan(waar: string, wat: string): Eis {
  const inKanaal = waar in KANALEN;
  const ping = PING.exec(wat)?.groups?.['termijnen']?.split(' + ');
  if (ping) {
    const bronnen = [...new Set(ping.flatMap((naam) => TERMIJNEN[naam] ?? []))];
    const draad = ping.some((naam) => SOMS_IN_DRAAD.includes(naam))
      ? undefined
      : inKanaal && !wat.startsWith('lijst') && !ping.every((naam) => VAN_VT.test(naam));
    return { draad, vermeldt: inKanaal, alert: !inKanaal, bronnen };
  }
  const eis = BERICHTEN.find(([vorm]) => vorm.test(wat))?.[1] ?? { ...OP_ZICH, bronnen: [] };
  return inKanaal ? eis : { ...eis, draad: false };
}

/** Everyone of the organisation behind a channel who can be mentioned. */
function collegas(waar: string): string[] {
  const { sleutel } = KANALEN[waar as KanaalNaam];
  const { veiligThuis, teams } = ADRESBOEK;
  const mensen: readonly { naam: string; aadObjectId?: string }[] =
    sleutel === 'veilig-thuis'
      ? veiligThuis.medewerkers
      : (teams.find((team) => team.sleutel === sleutel)?.leden ?? []);
  return mensen.flatMap(({ naam, aadObjectId }) => (aadObjectId === undefined ? [] : [naam]));
}

interface Gezien {
  draad: boolean;
  vermeld: readonly string[];
  alert: boolean;
  bronnen: readonly string[];
}
const inWoorden = ({ draad, vermeld, alert, bronnen }: Gezien): string =>
  [
    draad ? ' · in de draad' : '',
    vermeld.length > 0 ? ` · @${vermeld.join(', ')}` : '',
    alert ? ' · valt op' : '',
    bronnen.length > 0 ? ` · ${bronnen.join(', ')}` : '',
  ].join('');

const NIETS: Gezien = { draad: false, vermeld: [], alert: false, bronnen: [] };
/** Without the letters of its casussen, and whether it comes for the second time. */
const soort = (wat: string): string => wat.replace(/ [ABC](?:\+[ABC])*$/, '').replace(/ \(herhaling\)$/, '');

/** What a message that a story expects must be. A card that is redrawn calls upon nobody. */
export function geeist(waar: string, wat: string, buitenDraad = false): string {
  if (wat.startsWith('↻')) return '';
  const eis = eisVan(waar, soort(wat));
  const { vermeldt, alert, bronnen } = eis;
  const draad = eis.draad === true && !buitenDraad;
  return inWoorden({ draad, vermeld: vermeldt ? collegas(waar) : [], alert, bronnen });
}

/** The same of a message that came; of the § those that it must name and does. */
export function gebleken({ waar, draad, vermeld, alert, bijgewerkt, tekst }: Verstuurd, wat: string): string {
  if (bijgewerkt) return inWoorden({ ...NIETS, alert });
  const eis = eisVan(waar, soort(wat));
  // Some cards write "Add. 7", others "Add.7".
  const noemt = (bron: string): boolean => new RegExp(`${bron.replaceAll('.', String.raw`\. ?`)}(?!\\d)`).test(tekst);
  const bronnen = eis.bronnen.filter(noemt);
  return inWoorden({ draad: eis.draad === undefined ? false : draad, vermeld, alert, bronnen });
}
