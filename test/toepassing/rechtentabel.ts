/**
 * Who may do what in which state (domein.md §8, §4.3), written down apart from the code: a letter per role.
 * V vt-medewerker, L vt-leidinggevende, t member of the team of the last overdracht, l its leidinggevende,
 * g contactambtenaar of the casus's gemeente. Whoever may not even know of the casus is in none of them.
 */
import type { OpdrachtSoort } from '../../src/kern/opdrachten.ts';

export const STANDEN = [
  'triage',
  'bij-veilig-thuis',
  'overgedragen',
  'ontvangen',
  'opgepakt',
  'wachtlijst',
  'meningsverschil-1',
  'meningsverschil-2',
  'meningsverschil-3',
  'geweigerd',
  'teruggenomen',
  'bij-ander-team',
  'bij-clientsysteem',
  'afgesloten',
] as const;
export type StandNaam = (typeof STANDEN)[number];

/** The states in which the team has the casus, or its overdracht is still open. */
const BIJ_TEAM: readonly StandNaam[] = [
  'overgedragen',
  'ontvangen',
  'opgepakt',
  'wachtlijst',
  'meningsverschil-1',
  'meningsverschil-2',
  'meningsverschil-3',
];
/** Only an overdracht makes it a team's; a wachtlijst or step 3 a gemeente's. */
const TEAM_KENT = STANDEN.filter((stand) => !['triage', 'bij-veilig-thuis', 'bij-clientsysteem'].includes(stand));
const GEMEENTE_KENT: readonly StandNaam[] = ['wachtlijst', 'meningsverschil-3'];

type Regel = string | ((stand: StandNaam) => string);
const VT = 'VL';
const TEAM = 'tl';
const BEIDE = 'VLtl';
const PER_STAP: Partial<Record<StandNaam, string>> = {
  'meningsverschil-1': BEIDE,
  'meningsverschil-2': 'Ll',
  'meningsverschil-3': 'Llg',
};
const vanHouder: Regel = (stand) => (stand === 'ontvangen' || stand === 'opgepakt' ? TEAM : VT);

const WIE_MAG: Record<OpdrachtSoort, Regel> = {
  'triage-afronden': VT,
  overdragen: VT,
  'bevestiging-vastleggen': VT,
  intrekken: VT,
  terugnemen: VT,
  'nieuwe-melding': VT,
  'gemeente-geinformeerd': VT,
  geinformeerd: VT,
  'vervolg-ingezet': VT,
  'zicht-bevestigen': VT,
  'terugleggen-accepteren': VT,
  'terugleggen-weigeren': VT,
  gescreend: VT,
  'direct-gevaar': VT,
  'ontvangst-bevestigen': TEAM,
  weigeren: TEAM,
  oppakken: TEAM,
  'melding-besproken': TEAM,
  'niet-binnen-termijn': TEAM,
  'terugleggen-vragen': TEAM,
  signaleren: TEAM,
  'wachtlijst-melden': BEIDE,
  'meningsverschil-melden': BEIDE,
  // Without a proposal nobody has something to answer; with one only the side that gets the casus (scenario/voorstel).
  'uitkomst-aanvaarden': BEIDE,
  'uitkomst-afwijzen': BEIDE,
  'monitoring-afronden': BEIDE,
  'monitoring-afspreken': (stand) => (BIJ_TEAM.includes(stand) ? BEIDE : VT),
  // Outside a meningsverschil nothing comes of it, but a click that comes again must find its work done.
  'meningsverschil-opschalen': (stand) => PER_STAP[stand] ?? 'VLtlg',
  'meningsverschil-oplossen': (stand) => PER_STAP[stand] ?? 'VLlg',
  'interventie-gemeente-vastleggen': (stand) => (GEMEENTE_KENT.includes(stand) ? 'VLg' : VT),
  'aanpakfase-vastleggen': vanHouder,
  afsluiten: vanHouder,
};

/** Whether this role may do it in this state. In the hands of another team, the first one has no say. */
export function mag(letter: string, soort: OpdrachtSoort, stand: StandNaam): boolean {
  const regel = WIE_MAG[soort];
  const wie = typeof regel === 'string' ? regel : regel(stand);
  if ('tl'.includes(letter) && (stand === 'bij-ander-team' || !TEAM_KENT.includes(stand))) return false;
  return wie.includes(letter);
}

/** Whether this role may know that there is such a casus. */
export function kent(letter: string, stand: StandNaam): boolean {
  if ('VL'.includes(letter)) return true;
  return 'tl'.includes(letter) ? TEAM_KENT.includes(stand) : letter === 'g' && GEMEENTE_KENT.includes(stand);
}
