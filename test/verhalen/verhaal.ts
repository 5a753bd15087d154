/**
 * A story: moments on the virtual clock, and at each of them who does what, who is responsible after it, and exactly
 * the messages that went out. Between two moments nothing goes out. Everything runs through the real program over HTTP.
 */
import { afterAll, expect, test } from 'vitest';
import { toonMoment, type Instant } from '../../src/kern/tijd/werkdagen.ts';
import type { Opslag } from '../../src/toepassing/poorten.ts';
import { VERA, type AdresboekBestand, type KanaalNaam } from '../scenario/mensen.ts';
import { maakWereld, type Verstuurd, type Wereld } from '../scenario/wereld.ts';
import type { CosmosEmulator } from '../steun/cosmos-emulator.ts';
import { gebleken, geeist } from './eisen.ts';
import { gebreken, watErStaat } from './lezen.ts';
import { moment } from './tijd.ts';
import { doe, LETTERS, nummer, type Daad, type Letter, type Toneel } from './toneel.ts';

/**
 * Who is responsible: `VT`, `VT (wachtlijst)`, `VT (meningsverschil)`, `noord` …, `cliënt`; with ` sinds MOMENT` where
 * that is not the moment of the step at which it changed. In a story of two casussen: by letter.
 */
type Bij = string | Partial<Record<Letter, string>>;

export interface Stap {
  op: string;
  daad: Daad;
  bij: Bij;
  /** `noord, vt: ↻ ontvangen` is one message in each of the two; ` buiten de draad` where its like answers in one. */
  berichten: string[];
  stilstand?: true;
}

/** One moment of a story. */
export const om = (op: string, daad: Daad, bij: Bij, ...berichten: string[]): Stap => ({ op, daad, bij, berichten });

/** The same, after a stretch in which the program did not run. */
export const naStilstand = (op: string, daad: Daad, bij: Bij, ...berichten: string[]): Stap => ({
  ...om(op, daad, bij, ...berichten),
  stilstand: true,
});

interface Opties {
  /** Linked from the start; default all that most stories need. */
  gekoppeld?: readonly KanaalNaam[];
  /** The adresboek it starts with, where that differs. */
  adresboek?: AdresboekBestand;
  /** What the region sets otherwise in the beleid. */
  beleid?: object;
  /** The weekly messages about the adresboek are part of this story; otherwise they are set aside. */
  metAdresboek?: true;
  /** Where the past looks different at the end: what was recorded later counts from the moment it was given. */
  achteraf?: Record<string, Bij>;
}

/** What may be the ground of responsibility, with its § (domein.md §3). */
const GRONDEN: Record<string, readonly string[]> = {
  'melding-ontvangen': ['§3.1.2, Add.3'],
  'nieuwe-melding-ontvangen': ['§3.1.2, Add.5'],
  'triage-afgerond': ['§5.1.1', '§3.2, §5.1.2', '§3.1.2, §3.3, Add.3'],
  'ontvangst-bevestigd': ['§4.1, §5.1.3'],
  'wachtlijst-gemeld': ['§4.2'],
  'meningsverschil-gemeld': ['§4.3, Add.6'],
  'meningsverschil-opgelost': ['§4.3, Add.6'],
  teruggelegd: ['Add.5'],
  teruggenomen: ['§5.1.3, Add.5'],
  'overdracht-ingetrokken': ['§3.2'],
  afgesloten: ['§2.1, §4.1', '§5.1.1'],
};

const REDENEN: Record<string, string> = {
  'wachtlijst van het team': 'wachtlijst',
  meningsverschil: 'meningsverschil',
};

interface Antwoord {
  bij: string;
  sinds: string;
  /** What is wrong with the ground or with what the chat says. */
  mis: string[];
}

/** The name in which the question in chat answers. */
const CHAT: Record<string, string> = {
  VT: 'Veilig Thuis West-Brabant',
  noord: 'Wijkteam Noord',
  zuid: 'CJG Zuid',
  oost: 'Wijkteam Oost',
  haven: 'Wijkteam Haven',
  cliënt: 'het cliëntsysteem',
};

async function verantwoordelijke(wereld: Wereld, letter: Letter, op?: Instant): Promise<Antwoord> {
  const vraag = op === undefined ? '' : `?op=${encodeURIComponent(op)}`;
  const pad = `/api/v1/casussen/${nummer(letter)}/verantwoordelijke${vraag}`;
  const { status, body } = await wereld.api('GET', pad);
  if (status !== 200) return { bij: `niemand (${status})`, sinds: '', mis: [] };
  const { partij, team, tijdelijk, reden, sinds, grondslag } = body as Record<string, string> & {
    tijdelijk: boolean;
    grondslag: { gebeurtenis: string; bron: string };
  };
  const wie = partij === 'veilig-thuis' ? 'VT' : partij === 'clientsysteem' ? 'cliënt' : (team?.split('-')[1] ?? '');
  const bij = tijdelijk ? `${wie} (${REDENEN[reden ?? ''] ?? reden})` : wie;
  const mis = GRONDEN[grondslag.gebeurtenis]?.includes(grondslag.bron)
    ? []
    : [`grond ${grondslag.gebeurtenis} ${grondslag.bron}`];
  if (op === undefined) {
    const { tekst } = await wereld.typ(VERA, `wie is verantwoordelijk voor casus ${nummer(letter)}`);
    const naam = `${CHAT[wie]}${tijdelijk ? ' (tijdelijk)' : ''}`;
    if (!tekst.includes(`zicht op veiligheid: ${naam} sinds ${toonMoment(sinds ?? '')}`)) mis.push(`chat: ${tekst}`);
  }
  return { bij, sinds: toonMoment(sinds ?? ''), mis };
}

const perLetter = (bij: Bij): Partial<Record<Letter, string>> => (typeof bij === 'string' ? { A: bij } : bij);

/** The lines of a story as expected: the moment, who is responsible since when, and one line per message. */
export function verwacht(stappen: readonly Stap[]): string[] {
  const sinds = new Map<Letter, { bij: string; sinds: string }>();
  return stappen.flatMap(({ op, bij, berichten }) => {
    const regels = Object.entries(perLetter(bij)).map(([naam, tekst]) => {
      const letter = naam as Letter;
      const [partij = '', gegeven] = tekst.split(' sinds ');
      const vorige = sinds.get(letter);
      const vanaf = gegeven ?? (vorige?.bij === partij ? vorige.sinds : toonMoment(moment(op)));
      sinds.set(letter, { bij: partij, sinds: vanaf });
      return `  ${letter} bij ${partij} sinds ${vanaf}`;
    });
    const gezegd = berichten.flatMap((bericht) => {
      const [, waar = '', wat = '', buiten] = /^(.*?): (.*?)( buiten de draad)?$/.exec(bericht) ?? [];
      return waar.split(', ').map((een) => `  ${een}: ${wat}${geeist(een, wat, buiten !== undefined)}`);
    });
    return [op, ...regels, ...gezegd.toSorted()];
  });
}

/** One line per message; in a story of more casussen with the letters it is about. */
function regel(bericht: Verstuurd, op: Instant, meerCasussen: boolean): string {
  const inhoud = `${bericht.samenvatting} ${bericht.tekst}`;
  const letters = LETTERS.filter((letter) => inhoud.includes(nummer(letter)));
  const over = meerCasussen && letters.length > 0 ? ` ${letters.join('+')}` : '';
  // To the minute: the waits between tries have some play.
  const tijd = toonMoment(bericht.op) === toonMoment(op) ? '' : ` (${toonMoment(bericht.op)})`;
  const wat = watErStaat(bericht);
  return `  ${bericht.waar}: ${wat}${over}${gebleken(bericht, wat)}${tijd}`;
}

export async function beleef(
  stappen: readonly Stap[],
  opties: Opties = {},
  opslag?: () => Promise<Opslag>,
): Promise<{ gezien: string[]; wereld: Wereld }> {
  const [begin] = stappen;
  if (!begin) throw new Error('een verhaal zonder stappen');
  const { gekoppeld = ['vt', 'noord', 'zuid'], adresboek, beleid } = opties;
  const wereld = await maakWereld({
    begin: moment(begin.op),
    gekoppeld,
    opslag,
    beleid,
    ...(adresboek && { adresboek }),
  });
  const toneel: Toneel = { wereld, casussen: new Set() };
  const meerCasussen = stappen.some(({ bij }) => typeof bij !== 'string');
  const gezien: string[] = [];
  const alles = async (): Promise<Verstuurd[]> => [
    ...(await wereld.verstuurd()),
    ...(opties.metAdresboek ? await wereld.overAdresboek() : []),
  ];
  const gelezen = new Set(await alles());
  for (const { op, daad, stilstand } of stappen) {
    const nu = moment(op);
    if (stilstand) wereld.klok.zet(nu);
    else await wereld.naar(nu);
    try {
      await doe(daad, toneel);
      await wereld.ronde();
    } catch (fout) {
      throw new Error(`${op}: ${fout instanceof Error ? fout.message : String(fout)}\n${gezien.join('\n')}`, {
        cause: fout,
      });
    }
    const berichten = (await alles()).filter((bericht) => !gelezen.has(bericht));
    for (const bericht of berichten) gelezen.add(bericht);
    gezien.push(op);
    for (const letter of LETTERS.filter((een) => toneel.casussen.has(een))) {
      const { bij, sinds, mis } = await verantwoordelijke(wereld, letter);
      gezien.push(...[`${letter} bij ${bij} sinds ${sinds}`, ...mis].map((tekst) => `  ${tekst}`));
    }
    gezien.push(...berichten.map((bericht) => regel(bericht, nu, meerCasussen)).toSorted());
    gezien.push(...berichten.flatMap((bericht) => gebreken(bericht).map((fout) => `  ${bericht.regel} ${fout}`)));
  }
  return { gezien, wereld };
}

/** What is known at the end about every moment of the story. */
async function terugblik(wereld: Wereld, stappen: readonly Stap[]): Promise<string[]> {
  const regels: string[] = [];
  for (const { op, bij } of stappen) {
    for (const letter of Object.keys(perLetter(bij)) as Letter[])
      regels.push(`${op} ${letter} bij ${(await verantwoordelijke(wereld, letter, moment(op))).bij}`);
  }
  return regels;
}

function verwachtAchteraf(stappen: readonly Stap[], achteraf: Record<string, Bij>): string[] {
  return stappen.flatMap(({ op, bij }) =>
    Object.entries({ ...perLetter(bij), ...(achteraf[op] && perLetter(achteraf[op])) }).map(
      ([letter, tekst]) => `${op} ${letter} bij ${tekst.split(' sinds ')[0]}`,
    ),
  );
}

/** What happened and what should have: at each moment, and as each moment is known at the end. */
async function vertel(
  stappen: readonly Stap[],
  opties: Opties,
  opslag?: () => Promise<Opslag>,
): Promise<{ gezien: string[]; bedoeld: string[] }> {
  const { gezien, wereld } = await beleef(stappen, opties, opslag);
  return {
    gezien: [...gezien, 'achteraf', ...(await terugblik(wereld, stappen))],
    bedoeld: [...verwacht(stappen), 'achteraf', ...verwachtAchteraf(stappen, opties.achteraf ?? {})],
  };
}

export function verhaal(titel: string, stappen: readonly Stap[], opties: Opties = {}): void {
  test(titel, async () => {
    const { gezien, bedoeld } = await vertel(stappen, opties);
    expect(gezien).toEqual(bedoeld);
  });
}

let emulator: Promise<CosmosEmulator> | undefined;
let databases = 0;

/** Files that share a worker share this module too: each stops what it started. */
async function stopEmulator(): Promise<void> {
  const gestart = await emulator;
  emulator = undefined;
  await gestart?.stop();
}

/** The same story on SQLite and, through the real client, on the emulator of Cosmos DB. */
export function verhaalOpBeideOpslagen(titel: string, stappen: readonly Stap[], opties: Opties = {}): void {
  verhaal(titel, stappen, opties);
  afterAll(stopEmulator);
  test(`${titel} (Cosmos DB)`, async () => {
    const { openCosmos } = await import('../../src/adapters/opslag/cosmos.ts');
    emulator ??= import('../steun/cosmos-emulator.ts').then(({ startCosmosEmulator }) => startCosmosEmulator());
    const { endpoint, sleutel, agent } = await emulator;
    const database = `verhaal-${++databases}`;
    const { gezien, bedoeld } = await vertel(stappen, opties, () => openCosmos({ endpoint, sleutel, agent, database }));
    expect(gezien).toEqual(bedoeld);
  });
}
