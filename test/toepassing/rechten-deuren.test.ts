/**
 * The rights (domein.md §8) at every door of the real program: each role × each opdracht × each state, by click; each
 * role × each state by question, form and list; and Veilig Thuis's registration system by the API.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPDRACHT_SOORTEN, opdrachtSchema, type OpdrachtSoort } from '../../src/kern/opdrachten.ts';
import { instant } from '../../src/kern/tijd/werkdagen.ts';
import type { Toepassing } from '../../src/samenstelling.ts';
import { teksten } from '../../src/teksten/nl.ts';
import { registratiesysteem } from '../../src/toepassing/casus/rechten.ts';
import type { Antwoord, Beurt, Gesprek } from '../../src/toepassing/gesprek/gesprek-poort.ts';
import type { CasusDocument } from '../../src/toepassing/poorten.ts';
import { ADRESBOEK, NOORD, OOST, ZUID, type Mens } from '../scenario/mensen.ts';
import { apiVelden, KLIKVELDEN } from '../steun/opdrachten.ts';
import { startToepassing, type Opstelling } from '../steun/toepassing.ts';
import { kent, mag, STANDEN, type StandNaam } from './rechtentabel.ts';

const NU = '2026-11-23T09:00:00+01:00';
const mens = (nr: number, naam: string): Mens => ({ naam, aadObjectId: `00000000-0000-4000-8000-0000000007${nr}` });

/** One person per role, and their letter in the table. */
const MENSEN = {
  'vt-medewerker': [mens(10, 'Vt Medewerker'), 'V'],
  'vt-leidinggevende': [mens(11, 'Vt Leiding'), 'L'],
  'team-lid': [mens(12, 'Team Lid'), 't'],
  'team-leidinggevende': [mens(13, 'Team Leiding'), 'l'],
  contactambtenaar: [mens(14, 'Ambtenaar Breda'), 'g'],
  'lid van een ander team': [mens(15, 'Ander Lid'), ''],
  'leidinggevende van een ander team': [mens(16, 'Andere Leiding'), ''],
  'contactambtenaar van een andere gemeente': [mens(17, 'Ambtenaar Elders'), ''],
  stuurgroep: [mens(18, 'Stuur Groep'), ''],
  beheerder: [mens(19, 'Be Heerder'), ''],
  niemand: [mens(20, 'Nie Mand'), ''],
  'teamlid en medewerker van VT': [mens(21, 'Twee Petten'), 'Vt'],
  'leidinggevende elders en lid hier': [mens(22, 'Hier en Daar'), 't'],
  'beheerder en contactambtenaar': [mens(23, 'Nog Iemand'), 'g'],
} as const satisfies Record<string, readonly [Mens, string]>;
type RolNaam = keyof typeof MENSEN;
const ROLLEN = Object.keys(MENSEN) as RolNaam[];
const van = (...namen: RolNaam[]): Mens[] => namen.map((naam) => MENSEN[naam][0]);

const BOEK = {
  ...ADRESBOEK,
  beheerders: van('beheerder', 'beheerder en contactambtenaar').map(({ aadObjectId }) => aadObjectId),
  veiligThuis: {
    naam: 'Veilig Thuis',
    medewerkers: van('vt-medewerker', 'teamlid en medewerker van VT'),
    leidinggevenden: van('vt-leidinggevende'),
  },
  gemeenten: [
    { sleutel: 'breda', naam: 'Breda', contactambtenaren: van('contactambtenaar', 'beheerder en contactambtenaar') },
    { sleutel: 'roosendaal', naam: 'Roosendaal', contactambtenaren: van('contactambtenaar van een andere gemeente') },
  ],
  teams: ADRESBOEK.teams.map((team) =>
    team.sleutel === NOORD
      ? {
          ...team,
          leden: van('team-lid', 'teamlid en medewerker van VT', 'leidinggevende elders en lid hier'),
          leidinggevenden: van('team-leidinggevende'),
        }
      : team.sleutel === OOST
        ? {
            ...team,
            leden: van('lid van een ander team'),
            leidinggevenden: van('leidinggevende van een ander team', 'leidinggevende elders en lid hier'),
          }
        : team,
  ),
  stuurgroep: { naam: 'Stuurgroep', leden: van('stuurgroep') },
};

type Daad = [RolNaam, OpdrachtSoort, object?];
const OVER: Daad[] = [
  ['vt-medewerker', 'triage-afronden'],
  ['vt-medewerker', 'overdragen'],
];
const BIJ: Daad[] = [...OVER, ['team-lid', 'ontvangst-bevestigen']];
const ONEENS: Daad[] = [...BIJ, ['team-lid', 'meningsverschil-melden']];
/** After VT took it back it has been involved, so that the next overdracht is warm (Add.4). */
const WARM = {
  wijze: 'warm',
  documentverwijzing: 'DOC-1',
  veiligheidsafspraken: 'Elke week contact.',
  geenGesprekReden: 'De cliënt kan niet.',
};
const WEG: Record<StandNaam, Daad[]> = {
  triage: [],
  'bij-veilig-thuis': OVER.slice(0, 1),
  overgedragen: OVER,
  ontvangen: BIJ,
  opgepakt: [...BIJ, ['team-lid', 'oppakken']],
  wachtlijst: [...BIJ, ['team-lid', 'wachtlijst-melden']],
  'meningsverschil-1': ONEENS,
  'meningsverschil-2': [...ONEENS, ['vt-medewerker', 'meningsverschil-opschalen']],
  'meningsverschil-3': [
    ...ONEENS,
    ['vt-medewerker', 'meningsverschil-opschalen'],
    ['vt-leidinggevende', 'meningsverschil-opschalen'],
  ],
  geweigerd: [...OVER, ['team-lid', 'weigeren']],
  teruggenomen: [...BIJ, ['vt-medewerker', 'terugnemen']],
  // Of a third team, so that neither "own" nor "other" of the table has it.
  'bij-ander-team': [...BIJ, ['vt-medewerker', 'terugnemen'], ['vt-medewerker', 'overdragen', { ...WARM, team: ZUID }]],
  'bij-clientsysteem': [
    [
      'vt-medewerker',
      'triage-afronden',
      { besluit: 'clientsysteem', voldoendeMogelijkheden: true, bereidZonderControle: true },
    ],
  ],
  afgesloten: [...BIJ, ['team-lid', 'oppakken'], ['team-lid', 'afsluiten']],
};
const FASE: Partial<Record<StandNaam, string>> = {
  geweigerd: 'bij-veilig-thuis',
  teruggenomen: 'bij-veilig-thuis',
  'bij-ander-team': 'overgedragen',
};

const GEEN = teksten.dienst['niet-gevonden']();
const GEEN_RECHT = teksten.dienst['geen-recht']();
const NUMMER = Object.fromEntries(STANDEN.map((stand, nr) => [stand, `VT-2026-${1001 + nr}`])) as Record<
  StandNaam,
  string
>;

let map: string;
let op: Opstelling;
let toepassing: Toepassing;
let gesprek: Gesprek;
let teller = 0;
let opWachtlijst: CasusDocument;
/** The record of that team, which is open. */
let teamlijst: CasusDocument;
/** What each journal held before anybody tried anything. */
let begin: unknown[];

const beurt = (rol: RolNaam): Beurt => ({
  wie: { ...MENSEN[rol][0], tenant: 'tenant' },
  waar: { conversatie: 'a:1', serviceUrl: 'http://127.0.0.1:9', tenant: 'tenant', botId: 'bot', soort: 'persoonlijk' },
  correlatie: 'test',
});
const klik = (rol: RolNaam, soort: string, casusnummer: string, extra: object = {}): Promise<Antwoord> =>
  gesprek.klik(soort, { casusnummer, ...KLIKVELDEN[soort as OpdrachtSoort], ...extra }, beurt(rol));
const zin = (antwoord: Antwoord): string => (antwoord.soort === 'tekst' ? antwoord.tekst : '');

/** The same casus under another number, to be changed at will. */
async function kopie(stand: StandNaam): Promise<string> {
  const { opslag } = toepassing.omgeving;
  const gelezen = await opslag.lees(NUMMER[stand]);
  if (!gelezen) throw new Error(stand);
  teller += 1;
  const id = `VT-2026-${200_000 + teller}`;
  await opslag.maak({ ...gelezen.waarde, id, postvak: [], wekOp: null });
  return id;
}
async function zetTerug(document: CasusDocument): Promise<void> {
  const { opslag } = toepassing.omgeving;
  const gelezen = await opslag.lees(document.id);
  await opslag.vervang(document, gelezen?.etag ?? '');
}
/** An intervention of the gemeente counts for the team, and for every casus on that wachtlijst: both are put back. */
async function zetWachtlijstTerug(): Promise<void> {
  for (const document of [opWachtlijst, teamlijst]) await zetTerug(document);
}
async function documentVan(id: string): Promise<CasusDocument> {
  const gelezen = await toepassing.omgeving.opslag.lees(id);
  if (!gelezen) throw new Error(id);
  return gelezen.waarde;
}
const journalen = async (): Promise<unknown[]> =>
  Promise.all(STANDEN.map(async (stand) => (await toepassing.omgeving.opslag.lees(NUMMER[stand]))?.waarde.journaal));
const perStand = <T>(wat: (stand: StandNaam) => T): Record<string, T> =>
  Object.fromEntries(STANDEN.map((stand) => [stand, wat(stand)]));

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'deuren-'));
  const bestand = join(map, 'adresboek.json');
  await writeFile(bestand, JSON.stringify(BOEK));
  op = await startToepassing({
    env: { ADRESBOEK_BESTAND: bestand },
    nu: NU,
    vervangingen: { omhulGesprek: (binnen) => (gesprek = binnen) },
  });
  ({ toepassing } = op);
  // With a wachtlijst nothing can be handed to this team any more, so that state is made last.
  const vooraf: CasusDocument[] = [];
  for (const stand of STANDEN.toSorted((a, b) => Number(a === 'wachtlijst') - Number(b === 'wachtlijst'))) {
    if (stand === 'wachtlijst') {
      await toepassing.bezorgd();
      for (const ander of STANDEN) if (ander !== stand) vooraf.push(await documentVan(NUMMER[ander]));
    }
    const melding = { casusnummer: NUMMER[stand], gemeente: 'Breda', meldingOntvangenOp: instant(NU), spoed: false };
    await toepassing.dienst.registreer(melding, registratiesysteem('deuren'));
    for (const [rol, soort, extra] of WEG[stand]) {
      const antwoord = await klik(rol, soort, NUMMER[stand], extra);
      if (antwoord.soort !== 'kaart') throw new Error(`${stand}, ${soort}: ${antwoord.tekst}`);
    }
    const fase = (await toepassing.omgeving.opslag.lees(NUMMER[stand]))?.waarde.fase;
    if (fase !== (FASE[stand] ?? stand.replace(/-\d$/, ''))) throw new Error(`${stand} is ${String(fase)}`);
  }
  await toepassing.bezorgd();
  await klik('vt-medewerker', 'wachtlijst-melden', await kopie('bij-ander-team'));
  // What these signals did to the teams' other casussen is undone, so that a later one finds its record open: each state
  // is looked at by itself.
  for (const document of vooraf) await zetTerug(document);
  for (const stand of STANDEN) {
    // The clicks that led here are forgotten: who clicks the same again would find it done, with or without rights.
    const document = { ...(await documentVan(NUMMER[stand])), sleutels: [] };
    await zetTerug(document);
    if (stand === 'wachtlijst') opWachtlijst = document;
  }
  teamlijst = await documentVan(`~wachtlijst-team-${opWachtlijst.teams.at(-1)}`);
  begin = await journalen();
}, 60_000);
afterAll(async () => {
  await op.stop();
  await rm(map, { recursive: true, force: true });
});

/** What someone hears of their rights; `mag` is everything else, such as that there is nothing to do. */
const uitkomst = (tekst: string): string =>
  tekst.startsWith(GEEN) ? 'kent het niet' : tekst.startsWith(GEEN_RECHT) ? 'mag het niet' : 'mag';

describe.each(ROLLEN)('%s', (rol) => {
  const letters = MENSEN[rol][1].split('');
  const magDit = (soort: OpdrachtSoort, stand: StandNaam): boolean =>
    letters.some((letter) => kent(letter, stand) && mag(letter, soort, stand));
  const kentDit = (stand: StandNaam): boolean => letters.some((letter) => kent(letter, stand));
  const verwacht = (soort: OpdrachtSoort): Record<string, string> =>
    perStand((stand) => (!kentDit(stand) ? 'kent het niet' : magDit(soort, stand) ? 'mag' : 'mag het niet'));

  test.each(OPDRACHT_SOORTEN)('by a click: %s in every state', async (soort) => {
    const gehoord: Record<string, string> = {};
    for (const stand of STANDEN) {
      const nummer = magDit(soort, stand) ? await kopie(stand) : NUMMER[stand];
      gehoord[stand] = uitkomst(zin(await klik(rol, soort, nummer)));
    }
    expect(gehoord).toEqual(verwacht(soort));
    if (soort === 'interventie-gemeente-vastleggen') await zetWachtlijstTerug();
    expect(await journalen()).toEqual(begin);
  });

  test('a form that was not filled in well changes nothing about that', async () => {
    const gehoord: Record<string, string> = {};
    for (const stand of STANDEN)
      gehoord[stand] = uitkomst(zin(await klik(rol, 'signaleren', NUMMER[stand], { wat: 'iets anders' })));
    expect(gehoord).toEqual(verwacht('signaleren'));
  });

  test.each(['status', 'tijdlijn', 'wie is verantwoordelijk voor casus'])('by a question: %s', async (vraag) => {
    const gehoord: Record<string, boolean> = {};
    for (const stand of STANDEN) {
      const antwoord = await gesprek.bericht(`${vraag} ${NUMMER[stand]}`, beurt(rol));
      gehoord[stand] = zin(antwoord) !== GEEN;
    }
    expect(gehoord).toEqual(perStand(kentDit));
  });

  test.each(['status', 'tijdlijn', 'acties'])('by a button that asks: %s', async (verb) => {
    const gehoord: Record<string, boolean> = {};
    for (const stand of STANDEN) gehoord[stand] = zin(await klik(rol, verb, NUMMER[stand])) !== GEEN;
    expect(gehoord).toEqual(perStand(kentDit));
  });

  test('the content is for the team it went to and for Veilig Thuis, never for a gemeente (domein §7)', async () => {
    const gezien: Record<string, boolean> = {};
    for (const stand of STANDEN) {
      const nummer = kentDit(stand) ? await kopie(stand) : NUMMER[stand];
      gezien[stand] = (await klik(rol, 'bekijk-overdracht', nummer, { overdracht: 1 })).soort === 'kaart';
    }
    const isOvergedragen = (stand: StandNaam): boolean => WEG[stand].some(([, soort]) => soort === 'overdragen');
    const isVt = letters.some((letter) => 'VL'.includes(letter));
    // A team that refused sees no content any more (domein §8).
    const isPartij = (stand: StandNaam): boolean =>
      isVt || (stand !== 'geweigerd' && letters.some((letter) => 'tl'.includes(letter)));
    expect(gezien).toEqual(perStand((stand) => isPartij(stand) && kentDit(stand) && isOvergedragen(stand)));
  });

  test('by a form: only Veilig Thuis gets one, and only with rights does it do anything', async () => {
    const isVt = letters.some((letter) => 'VL'.includes(letter));
    for (const vraag of ['nieuwe casus', `overdragen ${NUMMER['bij-veilig-thuis']}`])
      expect((await gesprek.bericht(vraag, beurt(rol))).soort).toBe(isVt ? 'kaart' : 'tekst');
    for (const verb of ['formulier-triage', 'formulier-herziening', 'formulier-overdragen'])
      expect(zin(await klik(rol, verb, NUMMER.triage)) === teksten.chat['alleen-vt']()).toBe(!isVt);
    teller += 1;
    const casusnummer = `VT-2026-${300_000 + teller}`;
    const melding = { casusnummer, gemeente: 'breda', datum: '2026-11-23', tijd: '08:15' };
    expect((await gesprek.klik('nieuwe-casus', melding, beurt(rol))).soort).toBe(isVt ? 'kaart' : 'tekst');
    expect((await toepassing.omgeving.opslag.lees(casusnummer)) !== undefined).toBe(isVt);
  });

  test.each([
    ['openstaand', (stand: StandNaam) => stand !== 'afgesloten' && stand !== 'bij-clientsysteem'],
    ['te laat', () => false],
  ] as const)('by a list: %s holds what one has to do with now', async (vraag, hoort) => {
    const antwoord = await gesprek.bericht(vraag, beurt(rol));
    if (antwoord.soort !== 'kaart' || antwoord.bericht.kaart !== 'lijst') throw new Error('geen lijst');
    const getoond = antwoord.bericht.model.regels.map(({ casusnummer }) => casusnummer);
    const nuVan = (letter: string, stand: StandNaam): boolean =>
      kent(letter, stand) &&
      !('tl'.includes(letter) && ['geweigerd', 'teruggenomen', 'bij-ander-team'].includes(stand));
    const eigen = STANDEN.filter((stand) => hoort(stand) && letters.some((letter) => nuVan(letter, stand)));
    expect(getoond.filter((nummer) => Object.values(NUMMER).includes(nummer))).toEqual(
      eigen.map((stand) => NUMMER[stand]),
    );
    if (MENSEN[rol][1] === '') expect(getoond).toEqual([]);
  });
});

test.each(OPDRACHT_SOORTEN)('by the API: %s is for Veilig Thuis what it is for its people', async (soort) => {
  const gehoord: Record<string, string> = {};
  for (const stand of STANDEN) {
    const nummer = mag('V', soort, stand) ? await kopie(stand) : NUMMER[stand];
    const { status, body } = await op.geef(opdrachtSchema.parse({ soort, ...apiVelden(soort) }), {}, nummer);
    gehoord[stand] = `${body['code'] === 'geen-recht' ? 'mag het niet' : 'mag'} ${status === 403 ? 403 : ''}`.trim();
  }
  expect(gehoord).toEqual(perStand((stand) => (mag('V', soort, stand) ? 'mag' : 'mag het niet 403')));
  if (soort === 'interventie-gemeente-vastleggen') await zetWachtlijstTerug();
  expect(await journalen()).toEqual(begin);
});
