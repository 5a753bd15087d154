/** The bot's own records at the change of a month, on a real store with two instances; and looks that are counted. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { openAnkerbestand } from '../../src/adapters/bestanden/ankerbestand.ts';
import { openCosmos } from '../../src/adapters/opslag/cosmos.ts';
import { openSqlite } from '../../src/adapters/opslag/sqlite.ts';
import { meldingSchema } from '../../src/kern/onderwerpen/melding.ts';
import { opdrachtSchema } from '../../src/kern/opdrachten.ts';
import type { WachtlijstVtStuk } from '../../src/kern/stuk.ts';
import { instant } from '../../src/kern/tijd/werkdagen.ts';
import { maakVirtueleKlok } from '../../src/klok.ts';
import { BEHEER, maakBeheer } from '../../src/toepassing/beheer/beheerregistratie.ts';
import { openAnker } from '../../src/toepassing/bewijs/anker.ts';
import { controleer } from '../../src/toepassing/bewijs/controle.ts';
import { maakBezorger } from '../../src/toepassing/bezorging/bezorger.ts';
import { casusVan, stukVan } from '../../src/toepassing/casus/casusdocument.ts';
import { maakDienst } from '../../src/toepassing/casus/dienst.ts';
import { beginMaand } from '../../src/toepassing/casus/registratiemaand.ts';
import { WACHTLIJST_VT } from '../../src/toepassing/casus/wachtlijstregistratie.ts';
import { maakDossier } from '../../src/toepassing/dossier/dossier.ts';
import { tijdlijnModel } from '../../src/toepassing/gesprek/antwoorden.ts';
import { maakRonde } from '../../src/toepassing/klok/ronde.ts';
import type { CasusDocument, Opslag } from '../../src/toepassing/poorten.ts';
import { maakAdressen } from '../../src/toepassing/streek/adressen.ts';
import { startCosmosEmulator, type CosmosEmulator } from '../steun/cosmos-emulator.ts';
import { maakOmgeving } from '../steun/omgeving.ts';
import { KOUD, melding, NAAR_TEAM, NOOR, SYSTEEM, YOUSSEF } from '../steun/toepassing.ts';

const X = 'VT-2026-0001';
const ARCHIEF = `${WACHTLIJST_VT}~2026-12`;

const inSqlite = async (): Promise<Opslag> => openSqlite({ bestand: ':memory:' });
let emulator: CosmosEmulator | undefined;
let teller = 0;
afterAll(() => emulator?.stop());
async function inCosmos(): Promise<Opslag> {
  emulator ??= await startCosmosEmulator();
  const { endpoint, sleutel, agent } = emulator;
  return openCosmos({ endpoint, sleutel, agent, database: `registratie-${++teller}` });
}

async function maakWereld(begin: string, open = inSqlite) {
  const opslag = await open();
  onTestFinished(() => opslag.sluit());
  const klok = maakVirtueleKlok(instant(begin), 0);
  const { omgeving, bezorgd } = await maakOmgeving(opslag, klok);
  const adressen = maakAdressen(opslag);
  const bezorger = maakBezorger(omgeving);
  const beheer = maakBeheer({ omgeving, adressen, bezorger });
  const ronde = maakRonde(omgeving, bezorger, beheer);
  const lees = async (id: string): Promise<CasusDocument> => {
    const gelezen = await opslag.lees(id);
    if (!gelezen) throw new Error(`${id} is er niet`);
    return gelezen.waarde;
  };
  return {
    opslag,
    klok,
    omgeving,
    bezorgd,
    beheer,
    dienst: maakDienst(omgeving, bezorger),
    lees,
    async om(nu: string): Promise<void> {
      klok.zet(instant(nu));
      await ronde.loop();
      await bezorger.klaar();
    },
    klaar: () => bezorger.klaar(),
    alle: async (): Promise<string[]> => (await opslag.zoek({ maximum: 100 })).map(({ id }) => id),
    async breuken(anker?: string): Promise<string[]> {
      const gevonden: string[] = [];
      const geopend = anker === undefined ? undefined : await openAnker(await openAnkerbestand(anker));
      await controleer({
        opslag,
        kluis: omgeving.kluis,
        ...(geopend && { anker: geopend }),
        meld: (id, { soort, nr }) => void gevonden.push(`${id} ${soort} ${nr}`),
      });
      await geopend?.sluit(true);
      return gevonden;
    },
  };
}
type Wereld = Awaited<ReturnType<typeof maakWereld>>;

/** A melding that is past its term since 8 December, screened by nobody, looked at until the morning of New Year's Eve. */
async function metWachtlijst(open = inSqlite): Promise<Wereld> {
  const wereld = await maakWereld('2026-11-30T10:00:00+01:00', open);
  await wereld.dienst.registreer(meldingSchema.parse(melding({ casusnummer: X })), SYSTEEM);
  await wereld.om('2026-12-08T00:01:00+01:00');
  for (const dag of ['08', '09', '30', '31'])
    for (const tijd of ['08:30', '12:00', '12:01']) await wereld.om(`2026-12-${dag}T${tijd}:00+01:00`);
  return wereld;
}

function lijstVan(document: CasusDocument): WachtlijstVtStuk {
  const stuk = stukVan(document);
  if (stuk.soort !== 'wachtlijst-vt') throw new Error('geen wachtlijst');
  return stuk;
}

describe.each([
  ['SQLite', inSqlite],
  ['Cosmos DB', inCosmos],
] as const)('in %s the record of the wachtlijst at the change of a month', (_naam, open) => {
  test('given two instances in the new year, when both go on, then there is one archive and one record that goes on', async () => {
    const wereld = await metWachtlijst(open);
    const voor = await wereld.lees(WACHTLIJST_VT);
    wereld.klok.zet(instant('2027-01-01T00:00:01+01:00'));
    const { omgeving: andere } = await maakOmgeving(wereld.opslag, wereld.klok);
    await Promise.all([wereld.omgeving, andere, wereld.omgeving].map((een) => beginMaand(een, WACHTLIJST_VT)));
    const na = await wereld.lees(WACHTLIJST_VT);
    expect(na.journaal.map(({ nr, soort }) => [nr, soort])).toEqual([
      [voor.journaal.length + 1, 'registratie-vervolgd'],
    ]);
    expect((await wereld.lees(ARCHIEF)).journaal).toEqual(voor.journaal);
    expect((await wereld.alle()).filter((id) => id.startsWith(WACHTLIJST_VT))).toEqual([WACHTLIJST_VT, ARCHIEF]);
    const { termijnen, wachtlijstVt } = lijstVan(voor);
    expect(lijstVan(na)).toMatchObject({ termijnen, wachtlijstVt });
    expect(na.kaarten).toEqual(voor.kaarten);
    expect(na.wekOp).toBe(voor.wekOp);
  });

  test('given a crash between the archive and the record, when the next turn comes with more, then the archive holds it', async () => {
    const wereld = await metWachtlijst(open);
    const voor = await wereld.lees(WACHTLIJST_VT);
    await wereld.opslag.maak({ ...voor, id: ARCHIEF, journaal: voor.journaal.slice(0, 3), kaarten: {} });
    wereld.klok.zet(instant('2027-01-01T00:00:01+01:00'));
    await beginMaand(wereld.omgeving, WACHTLIJST_VT);
    expect((await wereld.lees(ARCHIEF)).journaal).toEqual(voor.journaal);
    expect((await wereld.lees(WACHTLIJST_VT)).journaal).toHaveLength(1);
  });

  test('given the new year, when a day goes by, then it is screened as ever, and the chain and the anchor hold', async () => {
    const wereld = await metWachtlijst(open);
    const map = await mkdtemp(join(tmpdir(), 'registratie-'));
    onTestFinished(() => rm(map, { recursive: true, force: true }));
    const anker = join(map, 'anker');
    expect(await wereld.breuken(anker)).toEqual([]);
    const gestuurd = wereld.bezorgd.length;
    await wereld.om('2027-01-01T08:30:00+01:00');
    const kaarten = wereld.bezorgd.slice(gestuurd).map(({ bericht }) => bericht.kaart);
    expect(kaarten).toContain('screening');
    const { journaal } = await wereld.lees(WACHTLIJST_VT);
    expect(journaal.map(({ soort }) => soort).slice(0, 2)).toEqual(['registratie-vervolgd', 'screening-gevraagd']);
    // Screened from the card of the record as ever; its card is redrawn in place.
    const [bericht] = await wereld.dienst.voerElkUit([X], {
      opdracht: opdrachtSchema.parse({ soort: 'gescreend' }),
      aanvrager: YOUSSEF,
    });
    await wereld.klaar();
    expect(bericht?.resultaat.ok).toBe(true);
    expect(wereld.bezorgd.at(-1)).toMatchObject({ bericht: { kaart: 'screening' }, vervangt: {} });
    expect((await wereld.lees(WACHTLIJST_VT)).journaal.map(({ soort }) => soort)).toContain('screening-afgerond');
    expect(await wereld.breuken(anker)).toEqual([]);
    expect(await wereld.breuken(anker)).toEqual([]);
  });

  test('given an archive that was changed, cut short or taken away, when the store is checked, then it is found', async () => {
    const wereld = await metWachtlijst(open);
    await wereld.om('2027-01-01T08:30:00+01:00');
    const gelezen = await wereld.opslag.lees(ARCHIEF);
    if (!gelezen) throw new Error('geen archief');
    const { waarde } = gelezen;
    const korter = waarde.journaal.slice(0, -1);
    const kop = korter.at(-1)?.keten.hash ?? '';
    await wereld.opslag.vervang({ ...waarde, journaal: korter, kop }, gelezen.etag);
    expect(await wereld.breuken()).toEqual([`${ARCHIEF} afgekapt ${waarde.journaal.length}`]);
  });
});

describe('the record of the adresboek at the change of a month', () => {
  test('given changes of last month, when asked for the newest, then they are found behind those of this month', async () => {
    const wereld = await maakWereld('2026-12-02T10:00:00+01:00');
    const door = { rol: 'beheerder', kanaal: 'teams', id: 'aad-bea' } as const;
    const koppel = (nr: number) =>
      wereld.beheer.noteer({ gekoppeld: { organisatie: `team-${nr}`, conversatie: `19:${nr}` } }, door);
    for (let maand = 0; maand < 4; maand++) {
      wereld.klok.zet(instant(`2027-0${maand + 1}-05T10:00:00+01:00`));
      await koppel(maand);
      await wereld.klaar();
      await wereld.om(`2027-0${maand + 1}-05T10:01:00+01:00`);
    }
    expect((await wereld.alle()).filter((id) => id.startsWith(BEHEER))).toHaveLength(4);
    const laatste = (await wereld.beheer.laatste(3)).map(
      ({ gegevens }) => 'organisatie' in gegevens && gegevens.organisatie,
    );
    expect(laatste).toEqual(['team-3', 'team-2', 'team-1']);
    expect(await wereld.breuken()).toEqual([]);
  });

  test('given an open request for a link, when the month changes, then the record waits with its card until it is answered', async () => {
    const wereld = await maakWereld('2026-12-30T10:00:00+01:00');
    const door = { rol: 'beheerder', kanaal: 'teams', id: 'aad-bea' } as const;
    await wereld.beheer.noteer(
      {
        gevraagd: {
          organisatie: 'veilig-thuis',
          conversatie: '19:vt',
          gesprek: 'kanaal',
          naam: 'VT',
          magGoedkeuren: false,
        },
      },
      door,
    );
    await wereld.klaar();
    wereld.klok.zet(instant('2027-01-04T10:00:00+01:00'));
    await beginMaand(wereld.omgeving, BEHEER);
    const verzoek = await wereld.beheer.verzoek();
    expect(verzoek?.gevraagd.gegevens.conversatie).toBe('19:vt');
    const antwoord = await wereld.beheer.noteer(
      { besluit: { verzoek: verzoek?.nieuwste.nr ?? 0, akkoord: false } },
      door,
    );
    expect(antwoord.soort).toBe('geschreven');
    await wereld.klaar();
    await wereld.om('2027-01-11T10:00:00+01:00');
    await beginMaand(wereld.omgeving, BEHEER);
    expect((await wereld.lees(BEHEER)).journaal[0]?.soort).toBe('registratie-vervolgd');
    expect((await wereld.beheer.verzoek())?.gevraagd.gegevens.conversatie).toBe('19:vt');
  });
});

describe('looks at the content of an overdracht', () => {
  test('given one person who looks three times on one day, then it is one event that says three times; the next day is another', async () => {
    const wereld = await maakWereld('2026-12-02T10:00:00+01:00');
    await wereld.dienst.registreer(meldingSchema.parse(melding({ casusnummer: X })), SYSTEEM);
    for (const opdracht of [NAAR_TEAM, KOUD])
      await wereld.dienst.voerUit({ casusnummer: X, opdracht: opdrachtSchema.parse(opdracht), aanvrager: SYSTEEM });
    await wereld.klaar();
    const bekijk = async (nu: string, ...wie: (typeof NOOR)[]): Promise<void> => {
      wereld.klok.zet(instant(nu));
      for (const een of wie) expect(await wereld.dienst.bekijk(X, 1, een)).toMatchObject({ ok: true });
    };
    await bekijk('2026-12-02T11:00:00+01:00', NOOR, NOOR, YOUSSEF);
    await bekijk('2026-12-02T23:59:00+01:00', NOOR);
    await bekijk('2026-12-03T00:01:00+01:00', NOOR);
    const document = await wereld.lees(X);
    const gezien = document.journaal.filter(({ soort }) => soort === 'inhoud-bekeken');
    expect(gezien.map(({ door }) => door.naam)).toEqual([NOOR.naam, YOUSSEF.naam, NOOR.naam]);
    expect(document.inzagen).toEqual({ [gezien[0]?.nr ?? 0]: 3 });
    const bron = { casus: casusVan(document), document, omgeving: wereld.omgeving };
    expect(maakDossier(bron, 'Vera').inzage.map(({ wat }) => wat)).toEqual([
      'Inhoud van overdracht 1 geopend (3 keer)',
      'Inhoud van overdracht 1 geopend',
      'Inhoud van overdracht 1 geopend',
    ]);
    expect(tijdlijnModel(bron).regels.map(({ tekst }) => tekst)).toContain('Inhoud van overdracht 1 geopend (3 keer)');
    expect(await wereld.breuken()).toEqual([]);
  });

  test('given a casus whose content is erased, then nothing is left of how often somebody looked', async () => {
    const wereld = await maakWereld('2026-12-02T10:00:00+01:00');
    await wereld.dienst.registreer(meldingSchema.parse(melding({ casusnummer: X })), SYSTEEM);
    for (const opdracht of [NAAR_TEAM, KOUD])
      await wereld.dienst.voerUit({ casusnummer: X, opdracht: opdrachtSchema.parse(opdracht), aanvrager: SYSTEEM });
    for (let keer = 0; keer < 3; keer++) await wereld.dienst.bekijk(X, 1, NOOR);
    for (const opdracht of [
      { soort: 'ontvangst-bevestigen' },
      { soort: 'oppakken' },
      { soort: 'afsluiten', reden: 'stabiel veilig' },
    ])
      expect(
        await wereld.dienst.voerUit({ casusnummer: X, opdracht: opdrachtSchema.parse(opdracht), aanvrager: NOOR }),
      ).toMatchObject({ ok: true });
    await wereld.klaar();
    expect((await wereld.lees(X)).inzagen).toBeDefined();
    for (const jaar of [2027, 2028, 2029, 2030, 2050]) await wereld.om(`${jaar}-12-10T10:00:00+01:00`);
    const document = await wereld.lees(X);
    expect(document.journaal.map(({ soort }) => soort)).toContain('gewist');
    expect(document.inzagen).toBeUndefined();
  });
});
