/** What a message is about, in a few words, read off its card as a person does. */
import { onderwerpen } from '../../src/teksten/onderwerpen.nl.ts';
import type { Verstuurd } from '../scenario/wereld.ts';

/** Terms by the name that stands on the card, in the order in which a story names them; another by that name itself. */
const KORT: readonly (readonly [string, string])[] = [
  ['Triage afronden', 'triage'],
  ['Vervolg inzetten', 'vervolg'],
  ['Is de casus nog bij Veilig Thuis?', 'nog bij VT'],
  ['Overdracht versturen', 'versturen'],
  ['Ontvangst bevestigen', 'bevestigen'],
  ['Casus oppakken', 'oppakken'],
  ['Gemeente informeren', 'gemeente informeren'],
  ['Schriftelijk informeren: cliëntsysteem', 'brief cliëntsysteem'],
  ['Schriftelijk informeren: melder', 'brief melder'],
  ['Cliënt informeren over de melding', 'cliënt informeren'],
  ['Betrokkenen informeren', 'betrokkenen informeren'],
  ['Melding bespreken met betrokkenen', 'melding bespreken'],
  ['Stap 1: gesprek van de professionals', 'stap 1'],
  ['Stap 2: gesprek van de leidinggevenden', 'stap 2'],
  ['Stap 3: gesprek met de gemeente', 'stap 3'],
  ['Antwoord op de vraag om terug te leggen', 'antwoord terugleggen'],
  ['Monitoring', 'monitoring'],
  ['Wachtlijst van Veilig Thuis wegwerken', 'wachtlijst'],
  ['Dagelijkse screening van de wachtlijst', 'screening'],
];

const TERMIJNEN: readonly (readonly [string, string])[] = [
  ...KORT,
  ...Object.values(onderwerpen.termijn)
    .filter((naam) => !KORT.some(([bekend]) => bekend.startsWith(naam)))
    .map((naam) => [naam, naam.toLowerCase()] as const),
];

/** The state that stands at the top of the card of an overdracht, in the team's channel and in that of Veilig Thuis. */
const STANDEN: readonly (readonly [RegExp, string])[] = [
  [/⏳ Wacht op (jullie bevestiging|het team)/, 'wacht'],
  [/⚠ Te laat: nog niet bevestigd/, 'te laat'],
  [/✔ Overgenomen/, 'overgenomen'],
  [/⚠ Overgenomen, maar iets is te laat/, 'overgenomen, te laat'],
  [/✔ Ontvangen/, 'ontvangen'],
  [/⚠ Ontvangen, maar iets is te laat/, 'ontvangen, te laat'],
  [/✔ Opgepakt/, 'opgepakt'],
  [/⚠ Opgepakt, maar iets is te laat/, 'opgepakt, te laat'],
  [/⏸ (Jullie hebben|Het team heeft) een wachtlijst/, 'wachtlijst'],
  [/⚠ Meningsverschil: stap 1 van 3/, 'meningsverschil 1'],
  [/⚠ Meningsverschil: stap 2 van 3/, 'meningsverschil 2'],
  [/⚠ Meningsverschil: stap 3 van 3/, 'meningsverschil 3'],
  [/✖ (Niet voor dit team|Geweigerd door het team)/, 'geweigerd'],
  [/↩ Ingetrokken/, 'ingetrokken'],
  [/■ (Niet meer bij jullie team|Terug bij Veilig Thuis)/, 'gestopt'],
];

/** The heading of a message about something that happened. */
const KOPPEN: readonly (readonly [RegExp, string])[] = [
  [/✔ Ontvangst bevestigd \(te laat\)/, 'ontvangst bevestigd, te laat'],
  [/✔ Ontvangst bevestigd/, 'ontvangst bevestigd'],
  [/✔ Casus opgepakt/, 'opgepakt'],
  [/✖ Overdracht geweigerd/, 'geweigerd'],
  [/↩ Overdracht ingetrokken/, 'ingetrokken'],
  [/↩ Veilig Thuis neemt de casus terug/, 'teruggenomen'],
  [/⚠ Nieuwe melding/, 'nieuwe melding'],
  [/⏸ Het team heeft een wachtlijst/, 'wachtlijst'],
  [/⚠ Het team kan niet op tijd oppakken/, 'lukt niet op tijd'],
  [/✔ De gemeente heeft ingegrepen/, 'gemeente greep in'],
  [/⚠ Meningsverschil gemeld/, 'meningsverschil'],
  [/⚠ Meningsverschil: nu stap 2 van 3/, 'meningsverschil naar stap 2'],
  [/⚠ Meningsverschil: nu stap 3 van 3/, 'meningsverschil naar stap 3'],
  [/⇄ Voorstel bij het meningsverschil/, 'voorstel'],
  [/✖ Voorstel afgewezen/, 'voorstel afgewezen'],
  [/✔ Meningsverschil opgelost/, 'meningsverschil opgelost'],
  [/↩ Het team wil de casus terugleggen/, 'vraagt terugleggen'],
  [/↩ Teruggelegd bij Veilig Thuis/, 'teruggelegd'],
  [/✖ Veilig Thuis neemt de casus niet terug/, 'terugleggen geweigerd'],
  [/✎ Er is een toelichting bij gekomen/, 'aangevuld'],
  [/■ Casus afgesloten/, 'afgesloten'],
  [/⚠ Direct gevaar/, 'direct gevaar'],
];

/** What a list of casussen is about: its gravest. */
const LIJSTEN: readonly (readonly [RegExp, string])[] = [
  [/⚠ Opgeschaald/, 'escalatie'],
  [/⚠ Actie nodig/, 'verlopen'],
  [/⏰ Herinneringen/, 'herinnering'],
];

const eerste = (tabel: readonly (readonly [RegExp, string])[], tekst: string): string =>
  tabel.find(([vorm]) => vorm.test(tekst))?.[1] ?? `onbekend: ${tekst}`;

/** What happened; a signal in the words of the card. */
function gebeurd(tekst: string): string {
  const [, signaal] = /⚠ Signaal van het team.*?Signaal: (.*?)\./.exec(tekst) ?? [];
  return signaal === undefined ? eerste(KOPPEN, tekst) : `signaal: ${signaal}`;
}

const termijnen = (tekst: string, na = ': '): string =>
  TERMIJNEN.filter(([naam]) => tekst.includes(`${naam}${na}`))
    .map(([, kort]) => kort)
    .join(' + ');

/** Each with what makes its notification its own. */
const SOORTEN: readonly (readonly [RegExp, (tekst: string, bijgewerkt: boolean) => string])[] = [
  [/^Overdracht /, (tekst, bijgewerkt) => overdracht(eerste(STANDEN, tekst), bijgewerkt)],
  [/^Klaar: /, (tekst) => `klaar: ${gedaan(tekst)}`],
  [/^Nieuwer bericht: /, (tekst) => `vervangen: ${gedaan(tekst)}`],
  [/^Herinnering: /, (tekst) => `herinnering ${termijnen(tekst)}`],
  [/^Termijn verlopen: /, (tekst) => `verlopen ${termijnen(tekst)}`],
  [/^Escalatie: /, (tekst) => `escalatie ${termijnen(tekst)}`],
  [/^\d+ casussen vragen om actie$/, (tekst) => `lijst ${eerste(LIJSTEN, tekst)} ${termijnen(tekst)}`],
  [/^Bericht over .* niet bezorgd$/, (tekst) => `niet bezorgd: ${/Niet aangekomen: (.*?) Waarom/.exec(tekst)?.[1]}`],
  [/^Bericht over /, (tekst) => gebeurd(tekst)],
  [/^Informeren over /, (tekst) => `informeren ${informeren(tekst)}`],
  [/^Dagelijkse screening$/, (tekst) => `screening, ${screening(tekst)}`],
  [/^Wachtlijst van Veilig Thuis$/, () => 'waarschuwing wachtlijst'],
  [/^Bericht voor de stuurgroep$/, (tekst) => `stuurgroep: ${stuurgroep(tekst)}`],
];

const overdracht = (stand: string, bijgewerkt: boolean): string =>
  bijgewerkt ? stand : stand === 'wacht' ? 'overdracht' : `overdracht, ${stand}`;

/** A card that asked something and asks it no more: because it is done, or because a newer one asks it. */
function gedaan(tekst: string): string {
  const [, over] = /Dit bericht ging over: (.*?)\. /.exec(`${tekst} `) ?? [];
  return over === undefined ? kop(tekst) : termijnen(over, ' (');
}

/** What was asked by a card that names no terms. */
const kop = (tekst: string): string =>
  tekst.includes('Wachtlijst van Veilig Thuis')
    ? 'waarschuwing wachtlijst'
    : /zorgen over veiligheid|Inbreng in het|■ Casus afgesloten/.test(tekst)
      ? 'informeren'
      : gebeurd(tekst);

function informeren(tekst: string): string {
  const [, wie = ''] = tekst.split('Wie nog niet is geïnformeerd');
  return ['cliëntsysteem', 'melder', 'betrokkenen'].filter((naam) => wie.includes(`${naam}: `)).join(' + ');
}

const screening = (tekst: string): string => {
  const nog = /Nog (\d+) te doen/.exec(tekst)?.[1];
  return nog === undefined ? 'klaar' : `nog ${nog}`;
};

function stuurgroep(tekst: string): string {
  const wachtenden = /Er wacht(?:en)? (\d+) melding/.exec(tekst)?.[1];
  if (wachtenden !== undefined) return `${wachtenden} op de wachtlijst`;
  if (tekst.includes('voor deze stap niemand te bereiken')) return 'niemand te bereiken';
  const keer = /(\d+) keer een meningsverschil/.exec(tekst)?.[1];
  return keer === undefined ? 'meningsverschil niet opgelost' : `${keer} keer een meningsverschil`;
}

/** `herinnering bevestigen`, `↻ ontvangen`, `escalatie oppakken (herhaling)`; a kind it does not know in its own words. */
export function watErStaat({ samenvatting, tekst, bijgewerkt }: Verstuurd): string {
  const zonder = samenvatting.replace(/^Herhaling: /, '');
  const lees = SOORTEN.find(([vorm]) => vorm.test(zonder))?.[1];
  const wat = `${bijgewerkt ? '↻ ' : ''}${lees?.(tekst, bijgewerkt) ?? samenvatting}`;
  return zonder === samenvatting ? wat : `${wat} (herhaling)`;
}

/** Names that the stuurgroep does not see: it gets numbers and casusnummers (domein.md §8). */
const NAMEN = /Wijkteam|CJG|Breda|Roosendaal|Vermeer|de Wit|Verbeek|Jansen|Kramer|Hendrix/;

/** Every message names a §, is finished text, and tells the stuurgroep no more than numbers (domein.md §7, §8). */
export function gebreken({ waar, tekst }: Verstuurd): string[] {
  return [
    ...(/§\d|Add\. ?\d/.test(tekst) ? [] : ['noemt geen §']),
    ...(waar === 'stuurgroep' && NAMEN.test(tekst) ? ['noemt een naam'] : []),
    ...(/undefined|\[object|NaN|\$\{/.test(tekst) ? ['is niet af'] : []),
  ];
}
