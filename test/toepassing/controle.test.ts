/** The check of a whole store, after someone changed what stands in it: in the SQLite file and in Cosmos DB (domein.md §9). */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CosmosClient } from '@azure/cosmos';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openAnkerbestand } from '../../src/adapters/bestanden/ankerbestand.ts';
import { naarId, openCosmos } from '../../src/adapters/opslag/cosmos.ts';
import { openSqlite } from '../../src/adapters/opslag/sqlite.ts';
import { controleTeksten } from '../../src/teksten/controle.nl.ts';
import { openAnker } from '../../src/toepassing/bewijs/anker.ts';
import { controleer, hersleutel, versleutelOud, type Controleuitslag } from '../../src/toepassing/bewijs/controle.ts';
import {
  maakInhoudkluis,
  openInhoud,
  type Inhoudkluis,
  type Sleutel,
} from '../../src/toepassing/bewijs/inhoudkluis.ts';
import { metSchakels, nieuwZout } from '../../src/toepassing/bewijs/keten.ts';
import type { BewaardeInhoud, CasusDocument, Opslag, Vastgelegd } from '../../src/toepassing/poorten.ts';
import { startCosmosEmulator, type CosmosEmulator } from '../steun/cosmos-emulator.ts';
import { melding, NOOR, startToepassing, SYSTEEM, YOUSSEF } from '../steun/toepassing.ts';

const [OUD, NIEUW]: Sleutel[] = ['2026', '2027'].map((id) => ({ id, sleutel: randomBytes(32) }));
if (!OUD || !NIEUW) throw new Error('geen sleutels');
const paar = ({ id, sleutel }: Sleutel): string => `${id}:${sleutel.toString('base64')}`;
const oudeKluis = maakInhoudkluis([OUD]);
const [X, Y, GEWIST] = ['VT-2026-0001', 'VT-2026-0002', 'VT-2026-0003'] as const;

let map: string;
let emulator: CosmosEmulator;
/** Written by the use cases: X with a team, Y just registered, one closed and erased, and the record of the wachtlijst. */
let echt: CasusDocument[];
let teller = 0;

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'controle-'));
  emulator = await startCosmosEmulator();
  const op = await startToepassing({ env: { INHOUD_SLEUTELS: paar(OUD) } });
  await op.registreer(SYSTEEM, { casusnummer: GEWIST });
  const { dienst } = op.toepassing;
  await dienst.voerUit({
    casusnummer: GEWIST,
    opdracht: { soort: 'triage-afronden', besluit: 'geen-zorgen', conclusies: [] },
    aanvrager: YOUSSEF,
  });
  for (const nu of ['2027-01-04T09:00:00.000Z', '2028-12-10T09:00:00.000Z']) {
    op.klok.zet(nu);
    await op.toepassing.ronde();
  }
  await op.verzonden({ feiten: ['De buurman hoorde geschreeuw.'] });
  await op.doe(NOOR, { soort: 'ontvangst-bevestigen' });
  await op.registreer(SYSTEEM, { ...melding(), casusnummer: Y, meldingOntvangenOp: '2028-11-10T09:00:00Z' });
  await op.toepassing.ronde();
  const { opslag } = op.toepassing.omgeving;
  const regels = await opslag.zoek({ maximum: 100 });
  echt = (await Promise.all(regels.map(async ({ id }) => (await opslag.lees(id))?.waarde))).flatMap((een) => een ?? []);
  await op.stop();
}, 120_000);
afterAll(async () => {
  await emulator.stop();
  await rm(map, { recursive: true, force: true });
});

const vers = (casusnummer: string): CasusDocument => {
  const gevonden = echt.find(({ id }) => id === casusnummer);
  if (!gevonden) throw new Error(`geen ${casusnummer}`);
  return structuredClone(gevonden);
};

/** A store as it was written, and a way behind its back. */
interface Kast {
  opslag: Opslag;
  /** Puts a document in the place of a casus, or takes the casus away. */
  knoei(casusnummer: string, document: CasusDocument | undefined): Promise<void>;
}

async function vul(opslag: Opslag): Promise<void> {
  for (const document of echt) await opslag.maak(document);
}

const KASTEN: Record<string, () => Promise<Kast>> = {
  async 'an SQLite file'() {
    const bestand = join(map, `${++teller}.db`);
    const opslag = openSqlite({ bestand });
    await vul(opslag);
    const db = new Database(bestand);
    onTestFinished(async () => {
      db.close();
      await opslag.sluit();
    });
    return {
      opslag,
      async knoei(casusnummer, document) {
        if (document)
          db.prepare('UPDATE casus SET document = ? WHERE id = ?').run(JSON.stringify(document), casusnummer);
        else db.prepare('DELETE FROM casus WHERE id = ?').run(casusnummer);
      },
    };
  },
  async 'Cosmos DB'() {
    const { endpoint, sleutel, agent } = emulator;
    const database = `controle-${++teller}`;
    const opslag = await openCosmos({ endpoint, sleutel, agent, database });
    await vul(opslag);
    const client = new CosmosClient({ endpoint, key: sleutel, agent });
    const { container } = await client.database(database).container('casussen').read();
    onTestFinished(async () => {
      client.dispose();
      await opslag.sluit();
    });
    return {
      opslag,
      async knoei(casusnummer, document) {
        const id = naarId(casusnummer) ?? '';
        const item = container.item(id, id);
        if (document) await item.replace({ ...document, id, casusnummer });
        else await item.delete();
      },
    };
  },
};

const onverwacht = (casusnummer: string): void => {
  throw new Error(`${casusnummer} was te lezen`);
};

interface Bevonden {
  regels: string[];
  uitslag: Controleuitslag;
}

async function controle({ opslag }: Kast, kluis: Inhoudkluis = oudeKluis, ankerPad?: string): Promise<Bevonden> {
  const regels: string[] = [];
  const anker = ankerPad === undefined ? undefined : await openAnker(await openAnkerbestand(ankerPad));
  const uitslag = await controleer({
    opslag,
    kluis,
    ...(anker && { anker }),
    meld: (casusnummer, breuk) => void regels.push(controleTeksten.breuk(casusnummer, breuk)),
  });
  await anker?.sluit(uitslag.breuken === 0);
  return { regels, uitslag };
}

/** The event of this kind changed. */
const anders = (document: CasusDocument, soort: string, wijzig: (een: Vastgelegd) => object): CasusDocument => ({
  ...document,
  journaal: document.journaal.map((een) => (een.soort === soort ? { ...een, ...wijzig(een) } : een)),
});
const nrVan = (casusnummer: string, soort: string): number =>
  vers(casusnummer).journaal.findIndex((een) => een.soort === soort) + 1;

/** Rewritten from an event on, with every hash and the count put right: what someone does who knows how. */
function herschreven(document: CasusDocument, soort: string, wijzig: (een: Vastgelegd) => object): CasusDocument {
  const vanaf = document.journaal.findIndex((een) => een.soort === soort);
  const ervoor = document.journaal.slice(0, vanaf);
  const kop = ervoor.at(-1)?.keten.hash ?? '';
  const [een, ...rest] = document.journaal.slice(vanaf).map(({ keten: _keten, ...gebeurtenis }) => gebeurtenis);
  const nieuw = [{ ...een, ...wijzig(document.journaal[vanaf] as Vastgelegd) }, ...rest] as Vastgelegd[];
  return { ...document, ...metSchakels({ id: document.id, journaal: ervoor, kop }, nieuw) };
}

function zonderEinde(document: CasusDocument, aantal: number): CasusDocument {
  const journaal = document.journaal.slice(0, -aantal);
  return { ...document, journaal, kop: journaal.at(-1)?.keten.hash ?? '' };
}

/** One change for each sentence that can be said; what more can be changed, and found, is in keten.test.ts. */
const GEKNOEID: [naam: string, (document: CasusDocument) => CasusDocument, verwacht: () => string][] = [
  [
    'who confirmed',
    (doc) => anders(doc, 'ontvangst-bevestigd', (een) => ({ gegevens: { ...een.gegevens, doorWie: 'Iemand Anders' } })),
    () => `gebeurtenis ${nrVan(X, 'ontvangst-bevestigd')} is gewijzigd, of hoort niet achter`,
  ],
  [
    'the receipt of the melding',
    (doc) => anders(doc, 'melding-ontvangen', () => ({ op: '2026-12-01T09:00:00.000Z' })),
    () => 'gebeurtenis 1 is gewijzigd, of hoort niet bij dit casusnummer',
  ],
  [
    'an event left out',
    (doc) => ({ ...doc, journaal: doc.journaal.filter(({ nr }) => nr !== 2) }),
    () => 'gebeurtenis 2 ontbreekt',
  ],
  [
    'the end cut off',
    (doc) => ({ ...doc, journaal: doc.journaal.slice(0, -1) }),
    () => `het einde is weg, vanaf gebeurtenis ${vers(X).journaal.length}`,
  ],
  [
    'two events swapped',
    (doc) => ({ ...doc, journaal: doc.journaal.toSpliced(1, 2, ...doc.journaal.slice(1, 3).toReversed()) }),
    () => 'op plaats 2 staat een andere gebeurtenis',
  ],
  [
    'the content of another key',
    (doc) => ({ ...doc, inhoud: { 1: { ...doc.inhoud[1], geheim: 'AAAA' } as never } }),
    () => 'de inhoud van overdracht 1 is gewijzigd, of de sleutel past niet',
  ],
  [
    'readable content in its place',
    (doc) => ({
      ...doc,
      inhoud: { 1: { zout: nieuwZout(), leesbaar: { feiten: ['Niets.'] } as never } },
    }),
    () => 'de inhoud van overdracht 1 staat leesbaar in de opslag en wordt niet getoond',
  ],
  ['the content removed', (doc) => ({ ...doc, inhoud: {} }), () => 'de inhoud van overdracht 1 ontbreekt'],
  ['a document that is none', () => ({ id: X }) as CasusDocument, () => 'het document is niet te lezen'],
];

describe.each(Object.entries(KASTEN))('%s', (_naam, maakKast) => {
  test('that nobody touched holds: every casus, the erased one and the bot own record too', async () => {
    const { regels, uitslag } = await controle(await maakKast());
    expect(regels).toEqual([]);
    expect(uitslag).toEqual({
      casussen: 3,
      registers: 3,
      gebeurtenissen: echt.reduce((som, { journaal }) => som + journaal.length, 0),
      inhouden: 1,
      verouderd: 0,
      zonderSleutel: 0,
      breuken: 0,
    });
    expect(echt.map(({ id }) => id)).toEqual([X, Y, GEWIST, '~beheer', '~beheer~2026-12', '~wachtlijst-vt']);
  });

  test.each(GEKNOEID)(
    'with another %s: the casus and the event are named, and nothing else',
    async (_wat, knoei, verwacht) => {
      const kast = await maakKast();
      await kast.knoei(X, knoei(vers(X)));
      const { regels } = await controle(kast);
      expect(regels).toHaveLength(1);
      expect(regels[0]).toContain(`${X}: ${verwacht()}`);
    },
  );

  test('with the record of the wachtlijst changed: named too', async () => {
    const kast = await maakKast();
    await kast.knoei(
      '~wachtlijst-vt',
      anders(vers('~wachtlijst-vt'), 'wachtlijst-vt-ontstaan', () => ({ op: '2026-01-01T00:00:00.000Z' })),
    );
    expect((await controle(kast)).regels).toEqual([
      expect.stringContaining('~wachtlijst-vt: gebeurtenis 1 is gewijzigd'),
    ]);
  });

  test('with more than one broken casus: each is named', async () => {
    const kast = await maakKast();
    for (const id of [X, Y])
      await kast.knoei(
        id,
        anders(vers(id), 'melding-ontvangen', () => ({ bron: '§9' })),
      );
    const { regels, uitslag } = await controle(kast);
    expect(regels.map((regel) => regel.slice(0, X.length))).toEqual([X, Y]);
    expect(uitslag.breuken).toBe(2);
  });

  describe('with an anchor of the previous check', () => {
    const HERKEND: [naam: string, CasusKnoei, verwacht: () => string][] = [
      ['a casus taken away', () => undefined, () => 'de casus is verdwenen na de vorige controle'],
      [
        'an end cut off with the count put right',
        (doc) => zonderEinde(doc, 2),
        () => `het einde is weg, vanaf gebeurtenis ${vers(X).journaal.length - 1}`,
      ],
      [
        'a journal rewritten with new hashes',
        (doc) => herschreven(doc, 'triage-afgerond', () => ({ op: '2028-12-01T09:00:00.000Z' })),
        () => `gebeurtenis ${vers(X).journaal.length} of eerder is herschreven na de vorige controle`,
      ],
    ];
    type CasusKnoei = (document: CasusDocument) => CasusDocument | undefined;

    test.each(HERKEND)('%s is named; without the anchor nothing shows', async (_wat, knoei, verwacht) => {
      const kast = await maakKast();
      const pad = join(map, `anker-${++teller}`);
      expect((await controle(kast, oudeKluis, pad)).regels).toEqual([]);
      const anker = await readFile(pad, 'utf8');
      await kast.knoei(X, knoei(vers(X)));
      expect((await controle(kast)).regels).toEqual([]);
      for (let keer = 0; keer < 2; keer++) {
        expect((await controle(kast, oudeKluis, pad)).regels).toEqual([`${X}: ${verwacht()}.`]);
      }
      // What was found stays found: the anchor is only renewed when all holds.
      expect(await readFile(pad, 'utf8')).toBe(anker);
    });

    test('a journal that goes on, and a new casus, are in order, and the anchor goes along', async () => {
      const kast = await maakKast();
      const pad = join(map, `anker-${++teller}`);
      await kast.knoei(X, zonderEinde(vers(X), 1));
      await kast.knoei(Y, undefined);
      await controle(kast, oudeKluis, pad);
      await kast.knoei(X, vers(X));
      await kast.opslag.maak(vers(Y));
      expect((await controle(kast, oudeKluis, pad)).regels).toEqual([]);
      const regels = (await readFile(pad, 'utf8')).trim().split('\n');
      expect(regels.map((regel) => JSON.parse(regel) as unknown)).toEqual(
        echt.map(({ id, journaal, kop }) => [id, journaal.at(-1)?.nr, kop]),
      );
    });
  });

  test('tells how much content is not under the first key, and puts it there', async () => {
    const kast = await maakKast();
    const beide = maakInhoudkluis([NIEUW, OUD]);
    expect((await controle(kast, beide)).uitslag).toMatchObject({ verouderd: 1, zonderSleutel: 0, breuken: 0 });
    expect(await hersleutel({ opslag: kast.opslag, kluis: beide, meld: onverwacht })).toBe(1);
    expect(await hersleutel({ opslag: kast.opslag, kluis: beide, meld: onverwacht })).toBe(0);
    const alleenNieuw = maakInhoudkluis([NIEUW]);
    expect((await controle(kast, alleenNieuw)).uitslag).toMatchObject({ verouderd: 0, zonderSleutel: 0, breuken: 0 });
    const bewaard = (await kast.opslag.lees(X))?.waarde.inhoud[1];
    expect(bewaard).toMatchObject({ sleutel: NIEUW.id });
    const geopend = openInhoud(alleenNieuw, { ...vers(X), inhoud: { 1: bewaard as BewaardeInhoud } }, 1);
    expect(geopend).toMatchObject({ inhoud: { feiten: ['De buurman hoorde geschreeuw.'] } });
  });

  test('with readable content from before the key: encrypted only when that is asked for, and only what fits', async () => {
    const kast = await maakKast();
    const geopend = openInhoud(oudeKluis, vers(X), 1);
    if (!geopend || 'fout' in geopend) throw new Error('onleesbaar');
    const { inhoud, zout } = geopend;
    const anderen = { ...inhoud, feiten: ['Er is niets aan de hand.'] };
    await kast.knoei(X, { ...vers(X), inhoud: { 1: { zout, leesbaar: anderen } } });
    expect(await hersleutel({ opslag: kast.opslag, kluis: oudeKluis, meld: onverwacht })).toBe(0);
    expect(await versleutelOud({ opslag: kast.opslag, kluis: oudeKluis, meld: onverwacht })).toBe(0);
    expect((await controle(kast)).regels).toEqual([expect.stringContaining('staat leesbaar in de opslag')]);

    await kast.knoei(X, { ...vers(X), inhoud: { 1: { zout, leesbaar: inhoud } } });
    expect(await hersleutel({ opslag: kast.opslag, kluis: oudeKluis, meld: onverwacht })).toBe(0);
    expect((await controle(kast)).regels).toHaveLength(1);
    expect(await versleutelOud({ opslag: kast.opslag, kluis: oudeKluis, meld: onverwacht })).toBe(1);
    expect(await versleutelOud({ opslag: kast.opslag, kluis: oudeKluis, meld: onverwacht })).toBe(0);
    expect((await controle(kast)).regels).toEqual([]);
    expect(JSON.stringify((await kast.opslag.lees(X))?.waarde)).not.toContain('buurman');
  });

  test('with content whose key is gone: counted, not called changed, and left as it is', async () => {
    const kast = await maakKast();
    const zonder = maakInhoudkluis([NIEUW]);
    expect(await controle(kast, zonder)).toMatchObject({ regels: [], uitslag: { zonderSleutel: 1, breuken: 0 } });
    expect(await hersleutel({ opslag: kast.opslag, kluis: zonder, meld: onverwacht })).toBe(0);
    expect((await kast.opslag.lees(X))?.waarde).toEqual(vers(X));
  });
});

test('a casus that was changed and has a broken event after that is named, also beside an anchor; the rest is checked and gets its key', async () => {
  const kast = await KASTEN['an SQLite file']?.();
  if (!kast) throw new Error('weg');
  const pad = join(map, `anker-${++teller}`);
  await controle(kast, oudeKluis, pad);
  const gewijzigd = anders(vers(GEWIST), 'triage-afgerond', () => ({ bron: '§9' }));
  const journaal = [...gewijzigd.journaal.slice(0, -1), { nr: gewijzigd.journaal.length } as Vastgelegd];
  await kast.knoei(GEWIST, { ...gewijzigd, journaal, inhoud: { 1: null as never } });
  const { regels, uitslag } = await controle(kast, oudeKluis, pad);
  expect(regels).toHaveLength(1);
  expect(regels[0]).toContain(GEWIST);
  expect([uitslag.casussen, uitslag.inhouden]).toEqual([3, 1]);
  const genoemd: string[] = [];
  await kast.knoei('VT-2026-0001', { ...vers(X), inhoud: null as never });
  const kluis = maakInhoudkluis([NIEUW, OUD]);
  await hersleutel({ opslag: kast.opslag, kluis, meld: (casusnummer) => void genoemd.push(casusnummer) });
  expect(genoemd).toEqual([X, GEWIST]);
});

test('a row of SQLite that is no JSON is named, and the rest is checked', async () => {
  const bestand = join(map, `${++teller}.db`);
  const opslag = openSqlite({ bestand });
  await vul(opslag);
  const db = new Database(bestand);
  db.prepare('UPDATE casus SET document = ? WHERE id = ?').run('{"id":', X);
  db.close();
  const { regels, uitslag } = await controle({ opslag, knoei: async () => undefined });
  expect(regels).toEqual([`${X}: het document is niet te lezen.`]);
  expect([uitslag.casussen, uitslag.registers]).toEqual([3, 3]);
  await opslag.sluit();
});

test('a file that is no anchor is refused with its line, and stays as it is', async () => {
  const pad = join(map, 'geen-anker');
  await writeFile(pad, '["VT-2026-0001",1,"x"]\nboodschappen\n');
  const kast = await KASTEN['an SQLite file']?.();
  if (!kast) throw new Error('weg');
  await expect(controle(kast, oudeKluis, pad)).rejects.toThrow(/regel 2: dit is geen anker/);
  expect(await readFile(pad, 'utf8')).toContain('boodschappen');
});
