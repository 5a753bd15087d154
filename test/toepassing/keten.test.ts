/** The chain of a journal as the use cases write it, and what shows when someone changes what was written (domein.md §9). */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Gebeurtenis } from '../../src/kern/gebeurtenissen.ts';
import { maakInhoudkluis } from '../../src/toepassing/bewijs/inhoudkluis.ts';
import { afdruk, canoniek, metSchakels, nieuwZout } from '../../src/toepassing/bewijs/keten.ts';
import { eersteBreuk, type Ketenbreuk } from '../../src/toepassing/bewijs/ketencontrole.ts';
import type { CasusDocument, Vastgelegd } from '../../src/toepassing/poorten.ts';
import { NOOR, startToepassing, YOUSSEF, type Opstelling } from '../steun/toepassing.ts';

const kluis = maakInhoudkluis([]);
const breuk = (document: CasusDocument): Ketenbreuk | undefined => eersteBreuk(document, kluis);

let op: Opstelling;
let document: CasusDocument;
beforeEach(async () => {
  op = await startToepassing();
  await op.verzonden({ feiten: ['De buurman hoorde geschreeuw.'] });
  await op.doe(NOOR, { soort: 'ontvangst-bevestigen' });
  await op.doe(NOOR, { soort: 'oppakken', casusregisseur: 'Noor Verbeek' });
  document = await bewaard();
});
afterEach(() => op.stop());

async function bewaard(): Promise<CasusDocument> {
  const gelezen = await op.document();
  if (!gelezen) throw new Error('weg');
  return gelezen;
}

const nrVan = (soort: string): number => document.journaal.findIndex((een) => een.soort === soort) + 1;
/** The document with one event changed. */
const metAnder = (nr: number, wijziging: object): CasusDocument => ({
  ...document,
  journaal: document.journaal.map((een) => (een.nr === nr ? { ...een, ...wijziging } : een)),
});
const zonder = (nr: number): CasusDocument => ({
  ...document,
  journaal: document.journaal.filter((een) => een.nr !== nr),
});

describe('a journal that nobody touched', () => {
  test('holds, link by link', () => {
    expect(document.journaal.map(({ keten }) => keten.hash)).toEqual(
      document.journaal.map(() => expect.stringMatching(/^[\w-]{43}$/)),
    );
    expect(document.kop).toBe(document.journaal.at(-1)?.keten.hash);
    expect(breuk(document)).toBeUndefined();
  });

  test('holds whatever order a store gives the fields in', () => {
    const omgekeerd = (waarde: unknown): unknown =>
      Array.isArray(waarde)
        ? waarde.map(omgekeerd)
        : typeof waarde === 'object' && waarde !== null
          ? Object.fromEntries(
              Object.entries(waarde)
                .map(([naam, deel]) => [naam, omgekeerd(deel)])
                .toReversed(),
            )
          : waarde;
    expect(breuk(omgekeerd(document) as CasusDocument)).toBeUndefined();
  });

  test('gives two events that say the same another hash, and the same casus twice another salt', () => {
    const hashes = document.journaal.map(({ keten }) => keten.hash);
    const zouten = document.journaal.flatMap(({ keten }) => keten.zout ?? []);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(new Set(zouten).size).toBe(zouten.length);
    expect(zouten.length).toBeGreaterThan(3);
  });
});

describe('a journal that was changed', () => {
  test.each<[string, (nr: number, een: Vastgelegd) => object]>([
    ['the instant it happened', () => ({ op: '2026-12-01T00:00:00.000Z' })],
    ['who was responsible after it', () => ({ verantwoordelijke: { partij: 'clientsysteem', tijdelijk: false } })],
    ['a term that starts', () => ({ start: [{ naam: 'triage' }] })],
    ['the paragraph', () => ({ bron: '§9' })],
    ['the name of who did it', (_nr, een) => ({ door: { ...een.door, naam: 'Iemand Anders' } })],
    ['the role of who did it', (_nr, een) => ({ door: { ...een.door, rol: 'vt-leidinggevende' } })],
    ['a person in it', (_nr, een) => ({ gegevens: { ...een.gegevens, doorWie: 'Iemand Anders' } })],
    ['a field added to it', (_nr, een) => ({ gegevens: { ...een.gegevens, laat: true, extra: 1 } })],
    ['its salt', (_nr, een) => ({ keten: { ...een.keten, zout: nieuwZout() } })],
    ['its salt taken away', (_nr, een) => ({ keten: { hash: een.keten.hash } })],
    [
      'persons taken out before their time',
      (_nr, een) => ({
        door: { rol: een.door.rol, kanaal: een.door.kanaal },
        gegevens: { ...een.gegevens, doorWie: '(gewist)' },
        keten: { hash: een.keten.hash, gewist: 'x'.repeat(43) },
      }),
    ],
    ['its hash', (_nr, een) => ({ keten: { ...een.keten, hash: 'A'.repeat(43) } })],
  ])('in %s is found at that event', (_naam, anders) => {
    const nr = nrVan('ontvangst-bevestigd');
    const een = document.journaal[nr - 1];
    if (!een) throw new Error('weg');
    expect(breuk(metAnder(nr, anders(nr, een)))).toEqual({ soort: 'gewijzigd', nr });
  });

  test('by adding a name where nobody was named is found', () => {
    const nr = document.journaal.find(({ door }) => door.rol === 'klok')?.nr ?? 0;
    expect(nr).toBeGreaterThan(0);
    const gestript = { ...document.journaal[nr - 1]?.keten, zout: undefined };
    const metNaam = metAnder(nr, { door: { rol: 'klok', kanaal: 'klok', naam: 'Youssef Amrani' }, keten: gestript });
    expect(breuk(metNaam)).toEqual({ soort: 'gewijzigd', nr });
  });

  test('with the hash of that event computed anew is found at the next one', () => {
    const nr = nrVan('triage-afgerond');
    const ervoor = document.journaal.slice(0, nr - 1);
    const kop = ervoor.at(-1)?.keten.hash ?? '';
    const een = { ...document.journaal[nr - 1], op: '2026-12-01T00:00:00.000Z' } as Gebeurtenis;
    const vervalst = metSchakels({ id: document.id, journaal: ervoor, kop }, [een]).journaal.at(-1);
    expect(breuk(metAnder(nr, vervalst ?? {}))).toEqual({ soort: 'gewijzigd', nr: nr + 1 });
  });

  test.each([
    ['the first event', 1],
    ['one in the middle', 3],
  ])('by leaving out %s is found there', (_naam, nr) => {
    expect(breuk(zonder(nr))).toEqual({ soort: 'ontbreekt', nr });
  });

  test('by leaving out one and numbering the rest anew is found there', () => {
    const hernummerd = zonder(3).journaal.map((een, index) => ({ ...een, nr: index + 1 }));
    expect(breuk({ ...document, journaal: hernummerd })).toEqual({ soort: 'gewijzigd', nr: 3 });
  });

  test('by leaving out its end is found, also when it goes on after that', () => {
    const laatste = document.journaal.length;
    const afgekapt = zonder(laatste);
    expect(breuk(afgekapt)).toEqual({ soort: 'afgekapt', nr: laatste });
    expect(breuk({ ...document, journaal: [] })).toEqual({ soort: 'afgekapt', nr: 1 });
    expect(breuk({ ...document, journaal: [], kop: '' })).toEqual({ soort: 'afgekapt', nr: 1 });
    const [eerste] = document.journaal;
    if (!eerste) throw new Error('weg');
    const { keten: _keten, ...een } = eerste;
    const verder = { ...afgekapt, ...metSchakels(afgekapt, [{ ...een, nr: laatste }]) };
    expect(breuk(verder)).toEqual({ soort: 'gewijzigd', nr: laatste });
  });

  test('by adding an event at the end without its link is found there', () => {
    const [laatste] = document.journaal.slice(-1);
    if (!laatste) throw new Error('weg');
    const nr = laatste.nr + 1;
    expect(breuk({ ...document, journaal: [...document.journaal, { ...laatste, nr }] })).toEqual({
      soort: 'gewijzigd',
      nr,
    });
  });

  test('by swapping two events, or writing one twice, is found', () => {
    const [een, twee, ...rest] = document.journaal;
    if (!een || !twee) throw new Error('weg');
    expect(breuk({ ...document, journaal: [twee, een, ...rest] })).toEqual({ soort: 'verplaatst', nr: 1 });
    expect(breuk({ ...document, journaal: [een, twee, twee, ...rest] })).toEqual({ soort: 'verplaatst', nr: 3 });
  });

  test('by putting it under another casusnummer is found at its first event', () => {
    expect(breuk({ ...document, id: 'VT-2026-0002' })).toEqual({ soort: 'gewijzigd', nr: 1 });
  });

  test.each<[string, unknown]>([
    ['no journal', { ...({} as CasusDocument) }],
    ['a journal that is no list', { journaal: 'weg', inhoud: {}, kop: '' }],
    ['an event without anything', { journaal: [{ nr: 1 }], inhoud: {}, kop: '' }],
  ])('to %s is told as unreadable', (_naam, kapot) => {
    expect(breuk({ ...(kapot as CasusDocument), id: document.id })).toEqual({ soort: 'onleesbaar', nr: 0 });
  });
});

describe('the content of an overdracht', () => {
  const metInhoud = (inhoud: object): CasusDocument => ({ ...document, inhoud: inhoud as CasusDocument['inhoud'] });

  test('that was changed, removed or added is found by the number of the overdracht', () => {
    const bewaardeInhoud = document.inhoud[1];
    if (!bewaardeInhoud || !('leesbaar' in bewaardeInhoud)) throw new Error('weg');
    const ander = { ...bewaardeInhoud, leesbaar: { ...bewaardeInhoud.leesbaar, feiten: ['Er was niets te horen.'] } };
    expect(breuk(metInhoud({ 1: ander }))).toEqual({ soort: 'inhoud-gewijzigd', nr: 1 });
    expect(breuk(metInhoud({}))).toEqual({ soort: 'inhoud-ontbreekt', nr: 1 });
    expect(breuk(metInhoud({ 1: bewaardeInhoud, 2: bewaardeInhoud }))).toEqual({
      soort: 'inhoud-zonder-overdracht',
      nr: 2,
    });
  });
});

describe('after retention', () => {
  const DAARNA = '2028-12-10T10:00:00+01:00';
  beforeEach(async () => {
    op.klok.zet('2026-12-07T09:00:00.000Z');
    await op.doe(NOOR, { soort: 'afsluiten', reden: 'De ouders redden het samen.' });
    op.klok.zet('2027-01-04T09:00:00.000Z');
    await op.toepassing.ronde();
    op.klok.zet(new Date(DAARNA).toISOString());
    await op.toepassing.ronde();
    document = await bewaard();
  });

  test('no person, no free text, no content and no message is left, and the chain still holds', async () => {
    expect(document.journaal.at(-1)).toMatchObject({ soort: 'gewist', gegevens: { overdrachten: [1] } });
    expect(JSON.stringify(document)).not.toMatch(/Noor|Verbeek|Youssef|Amrani|regsysteem|ouders|buurman|00000000-0000/);
    expect(document).toMatchObject({ inhoud: {}, postvak: [], sleutels: [], wekOp: null });
    expect(breuk(document)).toBeUndefined();
  });

  test('the hashes are those from before it', async () => {
    const toen = document.journaal.map(({ keten }) => keten.hash);
    expect(toen.at(-1)).toBe(document.kop);
    expect(document.journaal.filter(({ keten }) => keten.gewist !== undefined).length).toBeGreaterThan(4);
    expect(document.journaal.every(({ keten }) => keten.gewist === undefined || keten.zout === undefined)).toBe(true);
  });

  test('a name that is put back is found, and so is an answer to who did it that never was', () => {
    const nr = nrVan('ontvangst-bevestigd');
    const een = document.journaal[nr - 1];
    if (een?.soort !== 'ontvangst-bevestigd') throw new Error('weg');
    const gewijzigd = { soort: 'gewijzigd', nr };
    expect(breuk(metAnder(nr, { gegevens: { ...een.gegevens, doorWie: 'Noor Verbeek' } }))).toEqual(gewijzigd);
    expect(breuk(metAnder(nr, { door: { ...een.door, naam: 'Noor Verbeek' } }))).toEqual(gewijzigd);
    expect(breuk(metAnder(nr, { gegevens: { ...een.gegevens, laat: true } }))).toEqual(gewijzigd);
  });

  test('the casus is still answered: who was responsible, without names', async () => {
    const { body } = await op.api('GET', `/api/v1/casussen/${document.id}/verantwoordelijke?op=2026-12-02T12:00:00Z`);
    expect(body).toMatchObject({ partij: 'lokale-toegang', grondslag: { gebeurtenis: 'ontvangst-bevestigd' } });
    const casus = await op.api('GET', `/api/v1/casussen/${document.id}`);
    expect(casus.status).toBe(200);
    expect(casus.tekst).not.toMatch(/Noor|Youssef/);
  });

  test('opening the content says that there is none, and is not written down', async () => {
    const uitkomst = await op.toepassing.dienst.bekijk(document.id, 1, YOUSSEF);
    expect(uitkomst).toMatchObject({ ok: false, code: 'geen-inhoud' });
    expect((await bewaard()).journaal).toHaveLength(document.journaal.length);
  });
});

test('persons that are gone without an event that says so are found', () => {
  const nr = nrVan('opgepakt');
  const een = document.journaal[nr - 1];
  if (een?.soort !== 'opgepakt') throw new Error('weg');
  const { rol, kanaal, namens } = een.door;
  const weg = { door: { rol, kanaal, namens }, gegevens: { ...een.gegevens, casusregisseur: '(gewist)' } };
  // Whoever forges it knows the salt still, so the digest is right.
  const echt = metSchakelDigest(een);
  expect(breuk(metAnder(nr, { ...weg, keten: { hash: een.keten.hash, gewist: echt } }))).toEqual({
    soort: 'gewist-zonder-grond',
    nr,
  });
});

function metSchakelDigest(een: Vastgelegd): string {
  const { zout = '' } = een.keten;
  const { id, naam } = een.door;
  return afdruk(zout, { 'door.id': id, 'door.naam': naam, 'gegevens.casusregisseur': 'Noor Verbeek' });
}

test('one value has one form: fields in order, nothing that is absent', () => {
  expect(canoniek({ b: 1, a: [{ d: 'é', c: undefined }] })).toBe('{"a":[{"d":"é"}],"b":1}');
});
