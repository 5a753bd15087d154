/** The roster cache with a clock that only the test moves, and a Teams that counts what is asked of it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../../src/kern/tijd/werkdagen.ts';
import { maakVirtueleKlok, type VirtueleKlok } from '../../src/klok.ts';
import type { Gespreksverwijzing } from '../../src/toepassing/poorten.ts';
import { adresboekSchema, maakAdresboek } from '../../src/toepassing/streek/adresboek.ts';
import { maakLeden, type Leden } from '../../src/toepassing/streek/leden.ts';
import { ADRESBOEK, NOORD, ZITA, ZUID } from '../scenario/mensen.ts';
import { maakLogboek } from '../steun/teams.ts';

const NU = instant('2026-11-23T09:00:00+01:00');
const MINUUT = 60_000;
const NOOR = 'noor';
const TEAMS_TEAM = '19:breda@thread.tacv2';

const waar = (conversatie: string, extra: Partial<Gespreksverwijzing> = {}): Gespreksverwijzing => ({
  conversatie,
  serviceUrl: 'http://localhost',
  tenant: 'tenant',
  botId: 'bot',
  soort: 'kanaal',
  ...extra,
});

const BOEK = maakAdresboek(adresboekSchema.parse(ADRESBOEK));
let boek = BOEK;
const adresboek = () => boek;

let klok: VirtueleKlok;
let leden: Leden;
let gekoppeld: { organisatie: string; waar: Gespreksverwijzing }[];
/** Who is where according to Teams; an error is what Teams answers with. */
let roosters: Record<string, string[] | Error>;
/** Every request for a roster, and for the links. */
let gevraagd: string[];
/** What goes on behind an answer. */
let achtergrond: Promise<unknown>[];
let wachtOp: Promise<void> | undefined;
/** Rosters that Teams never answers about. */
let hangt: Set<string>;
let logboek: ReturnType<typeof maakLogboek>;

beforeEach(() => {
  klok = maakVirtueleKlok(NU, 0);
  logboek = maakLogboek();
  gekoppeld = [
    { organisatie: 'veilig-thuis', waar: waar('vt') },
    { organisatie: NOORD, waar: waar('noord', { teamsTeam: TEAMS_TEAM }) },
  ];
  roosters = { vt: ['vera'], noord: [NOOR] };
  gevraagd = [];
  achtergrond = [];
  wachtOp = undefined;
  hangt = new Set();
  boek = BOEK;
  leden = maakLeden({
    omgeving: { klok, log: logboek.log, adresboek },
    adressen: {
      gekoppelden: async () => {
        gevraagd.push('koppelingen');
        return gekoppeld;
      },
    },
    ledenlijst: {
      async leden({ conversatie }) {
        gevraagd.push(conversatie);
        const lijst = roosters[conversatie] ?? [];
        await (hangt.has(conversatie) ? new Promise(() => {}) : wachtOp);
        if (lijst instanceof Error) throw lijst;
        return new Set(lijst);
      },
    },
    levenMs: 5 * MINUUT,
    volg: (werk) => void achtergrond.push(werk),
  });
});

const na = (ms: number): void => klok.zet(new Date(Date.parse(NU) + ms).toISOString());
const rollen = async (wie: string): Promise<unknown[]> => (await leden.van(wie)).rollen;
const LID = { rol: 'team-lid', team: NOORD };
const ALLES = ['koppelingen', 'noord', 'vt'];
/** What was asked since the last time. */
const nieuw = (): string[] => gevraagd.splice(0).toSorted();

describe('a roster gives plain membership', () => {
  test('of a team, or of Veilig Thuis, and nothing to who is on none', async () => {
    expect(await leden.van(NOOR)).toEqual({ rollen: [LID], onbekend: false });
    expect(await leden.van('vera')).toEqual({ rollen: [{ rol: 'vt-medewerker' }], onbekend: false });
    expect(await leden.van('onno')).toEqual({ rollen: [], onbekend: false });
  });

  test('of every team that someone is in', async () => {
    gekoppeld.push({ organisatie: ZUID, waar: waar('zuid') });
    roosters['zuid'] = [NOOR];
    expect(await rollen(NOOR)).toEqual([LID, { rol: 'team-lid', team: ZUID }]);
  });

  test.each(['breda', 'stuurgroep', 'team-van-vroeger'])('never of %s', async (organisatie) => {
    gekoppeld = [{ organisatie, waar: waar('elders') }];
    roosters['elders'] = [NOOR];
    expect(await rollen(NOOR)).toEqual([]);
    expect(nieuw()).toEqual(['koppelingen']);
  });

  test('never by a conversation between one person and the bot', async () => {
    gekoppeld = [{ organisatie: NOORD, waar: waar('a:noor', { soort: 'persoonlijk' }) }];
    roosters['a:noor'] = [NOOR];
    expect(await rollen(NOOR)).toEqual([]);
  });
});

describe('kept for five minutes', () => {
  test('a second question asks Teams nothing, and neither do many at once', async () => {
    await Promise.all([rollen(NOOR), rollen('vera'), rollen('onno')]);
    expect(nieuw()).toEqual(ALLES);
    na(2 * MINUUT);
    expect(await rollen(NOOR)).toEqual([LID]);
    expect(nieuw()).toEqual([]);
  });

  test('in its last two minutes a question is answered from it, and fetches it anew behind that answer', async () => {
    await rollen(NOOR);
    nieuw();
    na(4 * MINUUT);
    roosters['noord'] = [];
    expect(await rollen(NOOR)).toEqual([LID]);
    expect(nieuw()).toEqual(['koppelingen', 'noord']);
    await Promise.all(achtergrond);
    expect(await rollen(NOOR)).toEqual([]);
    na(8 * MINUUT);
    expect(await rollen(NOOR)).toEqual([]);
  });

  test('after them it is waited for: who has left has no access any more', async () => {
    await rollen(NOOR);
    roosters['noord'] = [];
    na(5 * MINUUT - 1);
    expect(await rollen(NOOR)).toEqual([LID]);
    await Promise.all(achtergrond.splice(0));
    na(10 * MINUUT);
    expect(await rollen(NOOR)).toEqual([]);
    expect(achtergrond).toEqual([]);
  });

  test('a clock that goes back keeps nobody in for longer', async () => {
    await rollen(NOOR);
    roosters['noord'] = [];
    klok.zet(instant('2026-11-22T09:00:00+01:00'));
    expect(await rollen(NOOR)).toEqual([]);
  });
});

describe('people come and go', () => {
  test.each([
    ['in the channel', { conversatie: 'noord' }],
    ['in the Teams team around it', { conversatie: TEAMS_TEAM, teamsTeam: TEAMS_TEAM }],
  ])('%s: the next question asks that roster again, and no other', async (_wat, plek) => {
    await rollen(NOOR);
    nieuw();
    roosters['noord'] = [];
    leden.vergeet(plek);
    expect(await rollen(NOOR)).toEqual([]);
    expect(nieuw()).toEqual(['noord']);
  });

  test('elsewhere: nothing is asked', async () => {
    await rollen(NOOR);
    nieuw();
    leden.vergeet({ conversatie: '19:elders', teamsTeam: '19:elders' });
    await rollen(NOOR);
    expect(nieuw()).toEqual([]);
  });

  test('while the roster is being fetched: what comes back from before does not count', async () => {
    let laatDoor = (): void => {};
    wachtOp = new Promise((klaar) => (laatDoor = klaar));
    const eerste = rollen(NOOR);
    await Promise.resolve();
    await Promise.resolve();
    roosters['noord'] = [];
    leden.vergeet({ conversatie: 'noord' });
    laatDoor();
    await eerste;
    expect(await rollen(NOOR)).toEqual([]);
  });

  test('a channel is linked or unlinked: the links are read again', async () => {
    await rollen(NOOR);
    gekoppeld = gekoppeld.slice(0, 1);
    expect(await rollen(NOOR)).toEqual([LID]);
    leden.vergeet();
    expect(await rollen(NOOR)).toEqual([]);
  });
});

describe('a roster that cannot be had', () => {
  const weg = new Error('403 van Teams over Noor');

  test('gives nobody rights and says so; the others still count', async () => {
    roosters['noord'] = weg;
    expect(await leden.van(NOOR)).toEqual({ rollen: [], onbekend: true });
    expect(await leden.van('vera')).toEqual({ rollen: [{ rol: 'vt-medewerker' }], onbekend: false });
  });

  test('is good until its time is over, and closed after that', async () => {
    await rollen(NOOR);
    roosters['noord'] = weg;
    na(5 * MINUUT - 1);
    expect(await leden.van(NOOR)).toEqual({ rollen: [LID], onbekend: false });
    await Promise.all(achtergrond);
    for (const moment of [5 * MINUUT, 6 * MINUUT]) {
      na(moment);
      expect(await leden.van(NOOR)).toEqual({ rollen: [], onbekend: true });
    }
  });

  test('is asked again after half a minute, not at every click', async () => {
    roosters['noord'] = weg;
    await rollen(NOOR);
    nieuw();
    na(29_000);
    roosters['noord'] = [NOOR];
    expect(await leden.van(NOOR)).toEqual({ rollen: [], onbekend: true });
    expect(nieuw()).toEqual([]);
    na(30_000);
    expect(await leden.van(NOOR)).toEqual({ rollen: [LID], onbekend: false });
  });

  test('stands in the log with the organisation, and with nobody', async () => {
    roosters['noord'] = weg;
    await rollen(NOOR);
    expect(logboek.regels).toMatchObject([{ niveau: 'warn', organisatie: NOORD }]);
    expect(JSON.stringify(logboek.regels)).not.toMatch(/Noor[^d]|vera/i);
  });
});

describe('one broken roster among many', () => {
  beforeEach(() => {
    gekoppeld.push({ organisatie: ZUID, waar: waar('zuid') });
    roosters['zuid'] = ['zita'];
  });
  const ruimten = [
    { diepte: 'hier', conversatie: 'zuid' },
    { diepte: 'gericht', conversatie: 'a:zita', teams: [ZUID] },
    { diepte: 'alles', conversatie: 'a:zita' },
  ] as const;

  test('that hangs: who was found in another is answered at once, and hears nothing of it', async () => {
    await leden.van('zita', ruimten[1]);
    leden.vergeet({ conversatie: 'vt' });
    hangt = new Set(['noord', 'vt']);
    // Would not end if it waited: no clock moves here.
    for (const ruimte of ruimten) {
      const zita = await leden.van('zita', ruimte);
      expect(zita).toEqual({ rollen: [{ rol: 'team-lid', team: ZUID }], onbekend: false });
    }
  });

  test('that hangs: a person of the adresboek does not wait for it in any list', async () => {
    hangt = new Set(['noord', 'vt', 'zuid']);
    const { aadObjectId } = ZITA;
    expect(await leden.van(aadObjectId, ruimten[2])).toEqual({ rollen: [], onbekend: false });
  });

  test('that fails: who was in it when it was last had hears it, and so does who belongs to nothing', async () => {
    roosters['zuid'] = ['zita', NOOR];
    await leden.van(NOOR);
    await leden.van('zita');
    roosters['noord'] = new Error('403');
    na(5 * MINUUT);
    expect(await leden.van('zita')).toMatchObject({ onbekend: false });
    expect(await leden.van(NOOR)).toEqual({ rollen: [{ rol: 'team-lid', team: ZUID }], onbekend: true });
    expect(await leden.van('onno')).toEqual({ rollen: [], onbekend: true });
  });
});

describe('a cold start with 300 linked teams', () => {
  beforeEach(() => {
    const [eerste] = BOEK.gegevens.teams;
    if (!eerste) throw new Error('geen team');
    const teams = Array.from({ length: 300 }, (_leeg, nr) => ({ ...eerste, sleutel: `team-${nr}`, leden: [] }));
    boek = maakAdresboek({ ...BOEK.gegevens, teams });
    gekoppeld = [
      { organisatie: 'veilig-thuis', waar: waar('vt') },
      ...teams.map(({ sleutel }) => ({ organisatie: sleutel, waar: waar(sleutel) })),
    ];
    roosters = { vt: ['vera'], 'team-7': [NOOR] };
  });
  const LID_7 = { rollen: [{ rol: 'team-lid', team: 'team-7' }], onbekend: false };

  test('one click asks for the roster of its conversation, or for those of the casus, and for no other', async () => {
    expect(await leden.van(NOOR, { diepte: 'hier', conversatie: 'team-7' })).toEqual(LID_7);
    expect(nieuw()).toEqual(['koppelingen', 'team-7']);
    leden.vergeet({ conversatie: 'team-7' });
    expect(await leden.van(NOOR, { diepte: 'gericht', conversatie: 'a:noor', teams: ['team-7'] })).toEqual(LID_7);
    expect(nieuw()).toEqual(['team-7', 'vt']);
  });

  test('a list asks for all, three at a time', async () => {
    let laatDoor = (): void => {};
    wachtOp = new Promise((klaar) => (laatDoor = klaar));
    const lijst = leden.van(NOOR);
    await new Promise((verder) => setImmediate(verder));
    expect(gevraagd).toHaveLength(1 + 3);
    laatDoor();
    expect(await lijst).toEqual(LID_7);
    expect(gevraagd).toHaveLength(1 + 301);
  });
});

test('when the links themselves cannot be read, nobody has rights by a roster', async () => {
  gekoppeld = [];
  const stuk = maakLeden({
    omgeving: { klok, log: logboek.log, adresboek },
    adressen: { gekoppelden: () => Promise.reject(new Error('schijf weg')) },
    ledenlijst: { leden: async () => new Set([NOOR]) },
    levenMs: MINUUT,
    volg: () => {},
  });
  expect(await stuk.van(NOOR)).toEqual({ rollen: [], onbekend: true });
});
