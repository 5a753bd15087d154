/**
 * Ten years of heavy use, with the real core: no document of the store grows to what Cosmos DB holds (2 MB), and the
 * auditor says so from half of that on. What is sent counts as delivered, with its event.
 */
import { randomBytes } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/adapters/opslag/sqlite.ts';
import {
  beginWachtlijstVt,
  beslis,
  beslisKlok,
  houdToezicht,
  legBeheerVast,
  noteerBezorging,
  noteerInzage,
  registreer,
} from '../../src/kern/beslis.ts';
import type { Casus } from '../../src/kern/casus.ts';
import { BEVINDINGEN, type Bevinding } from '../../src/kern/eigen/toezicht.ts';
import type { Gebeurtenis } from '../../src/kern/gebeurtenissen.ts';
import { meldingSchema } from '../../src/kern/onderwerpen/melding.ts';
import { opdrachtSchema } from '../../src/kern/opdrachten.ts';
import { isVan, type Stuk, type Stuksoort } from '../../src/kern/rij/gebeurtenisrij.ts';
import type { Wachtende } from '../../src/kern/rij/opdrachtrij.ts';
import { instant, verschuif, type Instant } from '../../src/kern/tijd/werkdagen.ts';
import { naGebeurtenissen } from '../../src/kern/verwerk.ts';
import type { Dader } from '../../src/kern/woorden.ts';
import { maakVirtueleKlok } from '../../src/klok.ts';
import { BEHEER } from '../../src/toepassing/beheer/beheerregistratie.ts';
import { metAfgeleiden, nieuwDocument, voegToe } from '../../src/toepassing/casus/casusdocument.ts';
import { omvang } from '../../src/toepassing/casus/inpakken.ts';
import { eerdereInzage, metInzage } from '../../src/toepassing/casus/inzage.ts';
import { KLOK, waarheen } from '../../src/toepassing/casus/mutatie.ts';
import { beginMaand } from '../../src/toepassing/casus/registratiemaand.ts';
import { WACHTLIJST_VT } from '../../src/toepassing/casus/wachtlijstregistratie.ts';
import type { CasusDocument, PostvakItem, Vastgelegd } from '../../src/toepassing/poorten.ts';
import { controleer, GROOT_BYTES } from '../../src/toepassing/toezicht/controleur.ts';
import { maakOmgeving } from '../steun/omgeving.ts';
import { KOUD, melding, NAAR_TEAM } from '../steun/toepassing.ts';

const BEGIN = instant('2027-01-04T09:00:00+01:00');
const DAG_MS = 86_400_000;
const DAGEN = 3652;
const dagNa = (dag: number, ms = 0): Instant => verschuif(BEGIN, dag * DAG_MS + ms);
const VT: Dader = { rol: 'vt-medewerker', kanaal: 'teams', id: '00000000-0000-4000-8000-000000000004', naam: 'Vera' };
const TEAM: Dader = {
  rol: 'team-lid',
  kanaal: 'teams',
  namens: KOUD.team,
  id: '00000000-0000-4000-8000-000000000002',
  naam: 'Noor',
};

/** A year of Mondays to Fridays: a holiday more only makes it heavier. */
const WERKDAGEN = Array.from({ length: 364 }, (_, dag) => dag).filter((dag) => dag % 7 < 5);
const JAREN = 10;

/** The events of a year as they would be so many years later: other numbers and instants, and digests that repeat nothing. */
function jarenLater(jaar: readonly Vastgelegd[], jaren: number): Vastgelegd[] {
  const anders = (veld: string, deel: unknown): unknown => {
    if (veld === 'nr') return Number(deel) + jaren * jaar.length;
    if (typeof deel !== 'string') return deel;
    if (veld === 'hash') return randomBytes(32).toString('base64url');
    if (veld === 'zout') return randomBytes(16).toString('base64url');
    return deel
      .replace(/^2027/, String(2027 + jaren))
      .replace(
        /^(VT-2027-0001\/|herhaling-)(\d+)/,
        (_, voor: string, nr: string) => voor + (Number(nr) + jaren * 1000),
      );
  };
  return jaar.map((een) => JSON.parse(JSON.stringify(een, anders)) as Vastgelegd);
}

/** How large the casus of this year is after each of ten such years, as it is stored. */
function groeit(document: CasusDocument): { bytes: number[]; json: number } {
  const bytes: number[] = [];
  let na = document;
  for (let jaren = 0; jaren < JAREN; jaren++) {
    const journaal = jaren === 0 ? document.journaal : [...na.journaal, ...jarenLater(document.journaal, jaren)];
    na = { ...document, journaal };
    if (document.inzagen) na.inzagen = Object.fromEntries(journaal.map(({ nr }) => [nr, 10]));
    bytes.push(omvang(na));
  }
  return { bytes, json: Buffer.byteLength(JSON.stringify(na)) };
}

async function maakGroei(id: string) {
  const opslag = openSqlite({ bestand: ':memory:' });
  onTestFinished(() => opslag.sluit());
  const klok = maakVirtueleKlok(BEGIN, 0);
  const { omgeving } = await maakOmgeving(opslag, klok);
  const regels = omgeving.regels();
  const adresboek = omgeving.adresboek();
  let document = nieuwDocument(id);
  let casus: Stuk | undefined;
  let grootste = 0;
  let bytes = omvang(document);

  /** Adds what was decided, and what came of its messages. The size is counted by what comes, and measured now and then. */
  function schrijf(gebeurtenissen: readonly Gebeurtenis[], nu: Instant): void {
    if (gebeurtenissen.length === 0) return;
    const voor = casus;
    const na = naGebeurtenissen(id, voor, gebeurtenissen);
    if (!na) throw new Error('niets gebeurd');
    // Linked to its end without being copied each time: ten years have thousands of events.
    const { journaal } = document;
    const lengte = journaal.length;
    const voeg = (erbij: readonly Gebeurtenis[], van: Stuk | undefined, tot: Stuk): PostvakItem[] => {
      const kaal = { ...document, journaal: [] };
      const met = voegToe({ document: kaal, voor: van, na: tot, gebeurtenissen: erbij, adresboek, nu });
      journaal.push(...met.journaal);
      casus = tot;
      document = { ...met, journaal, postvak: [] };
      return met.postvak;
    };
    for (const item of voeg(gebeurtenissen, voor, na)) {
      // A redraw is no message to anyone, and no event.
      if (item.bijwerken) continue;
      const gegevens = { sleutel: item.sleutel, kaart: item.kaart, waar: waarheen(item), code: '' };
      const stand = casus ?? na;
      const bezorgd = noteerBezorging(stand, { ...regels, nu, door: KLOK }, 'bericht-bezorgd', gegevens);
      voeg(bezorgd, stand, naGebeurtenissen(id, stand, bezorgd));
    }
    bytes += journaal.slice(lengte).reduce((som, een) => som + Buffer.byteLength(JSON.stringify(een)) + 1, 0);
    grootste = Math.max(grootste, bytes);
  }

  /** Derives what is searched on and stores it, as every write does; then the month may change. */
  async function bewaar(nu: Instant): Promise<void> {
    if (!casus) return;
    klok.zet(nu);
    document = metAfgeleiden(document, casus, nu, regels);
    const gelezen = await opslag.lees(id);
    await (gelezen ? opslag.vervang(document, gelezen.etag) : opslag.maak(document));
    await beginMaand(omgeving, id);
    document = (await opslag.lees(id))?.waarde ?? document;
    casus = naGebeurtenissen(id, undefined, document.journaal);
    bytes = omvang(document);
    grootste = Math.max(grootste, bytes);
  }

  return {
    omgeving,
    context: (nu: Instant, door: Dader = KLOK) => ({ ...regels, nu, door }),
    casus: (): Casus => {
      if (casus?.soort !== 'casus') throw new Error('nog niets');
      return casus;
    },
    /** The record, when it is of this kind and has begun. */
    stuk: <K extends Stuksoort>(soort: K) => (casus && isVan(casus, soort) ? casus : undefined),
    document: () => document,
    zet: (nieuw: CasusDocument) => (document = nieuw),
    schrijf,
    bewaar,
    grootste: () => grootste,
    /** The largest of everything in the store, and how many documents there are. */
    async alles(): Promise<{ grootste: number; documenten: number }> {
      const ids = (await opslag.zoek({ maximum: 1000 })).map((regel) => regel.id);
      let hoogste = grootste;
      for (const een of ids) {
        const gelezen = await opslag.lees(een);
        if (gelezen) hoogste = Math.max(hoogste, omvang(gelezen.waarde));
      }
      return { grootste: hoogste, documenten: ids.length };
    },
  };
}

/** A casus with nothing but its melding. */
async function metMelding(): ReturnType<typeof maakGroei> {
  const groei = await maakGroei('VT-2027-0001');
  const gemeld = meldingSchema.parse({ ...melding(), casusnummer: 'VT-2027-0001', meldingOntvangenOp: BEGIN });
  groei.schrijf(gebeurd(registreer(undefined, gemeld, groei.context(BEGIN, VT))), BEGIN);
  return groei;
}

const gebeurd = (uitkomst: ReturnType<typeof beslis>): readonly Gebeurtenis[] => {
  if ('geweigerd' in uitkomst) throw new Error(uitkomst.geweigerd.code);
  return uitkomst.gebeurtenissen;
};

/**
 * Every day of the first month and a half, and then the first of each month for ten years: a month holds a month of use,
 * whichever it is.
 */
const dagVanMaand = (dag: number): number => new Date(dagNa(dag)).getUTCDate();
const DAGEN_GEDAAN = Array.from({ length: DAGEN }, (_, dag) => dag).filter((dag) => dag < 45 || dagVanMaand(dag) === 1);
/** Stored when a month has begun and at its end; what comes between is counted by its bytes. */
const wordtBewaard = (dag: number): boolean => dagVanMaand(dag) === 1 || dagVanMaand(dag) >= 30;

describe('given ten years of heavy use, then no record of the bot comes near what the store holds', () => {
  test('the wachtlijst of Veilig Thuis: 300 meldingen, of which 20 come and 20 go every day', async () => {
    const groei = await maakGroei(WACHTLIJST_VT);
    for (const dag of DAGEN_GEDAAN) {
      const nu = dagNa(dag);
      const wachtenden = Array.from({ length: 300 }, (_, nr): Wachtende => ({
        casusnummer: `VT-2027-${String(dag * 20 + nr).padStart(6, '0')}`,
        verlopenOp: verschuif(nu, -DAG_MS),
      }));
      const stand = groei.stuk('wachtlijst-vt');
      const kader = { ...groei.context(nu), wachtenden };
      groei.schrijf(
        gebeurd(stand?.wachtlijstVt.open ? beslisKlok(stand, kader) : beginWachtlijstVt(WACHTLIJST_VT, stand, kader)),
        nu,
      );
      const middag = dagNa(dag, 4 * 3_600_000);
      const na = groei.stuk('wachtlijst-vt');
      if (na) groei.schrijf(gebeurd(beslisKlok(na, { ...kader, nu: middag })), middag);
      if (wordtBewaard(dag)) await groei.bewaar(middag);
    }
    const { grootste, documenten } = await groei.alles();
    expect(grootste).toBeLessThan(GROOT_BYTES / 2);
    expect(documenten).toBeGreaterThan(115);
  });

  test('the record of the adresboek: a change and a link every week, and a look at who is missing', async () => {
    const groei = await maakGroei(BEHEER);
    const hiaten = Array.from({ length: 6 }, () => ({
      wat: 'leidinggevende-team' as const,
      aantal: 40,
      bij: Array.from({ length: 20 }, (_, nr) => `wijkteam-nummer-${nr}`),
    }));
    for (let week = 0; week * 7 < DAGEN; week++) {
      if (week > 15 && week % 5 > 0) continue;
      const nu = dagNa(week * 7);
      const daad = {
        wijzigingen: [
          {
            wat: 'adresboek' as const,
            bestand: 'adresboek.json',
            naar: String(week).padStart(43, 'x'),
            rijen: [],
            meer: 0,
          },
        ],
        gekoppeld: { organisatie: `wijkteam-${week % 200}`, conversatie: `19:${week}@thread.tacv2` },
        hiaten,
      };
      groei.schrijf(gebeurd(legBeheerVast(BEHEER, groei.stuk('beheer'), daad, groei.context(nu, VT))), nu);
      await groei.bewaar(nu);
    }
    expect((await groei.alles()).grootste).toBeLessThan(GROOT_BYTES / 4);
  });

  test('the record of the auditor: a hartslag and three alarms every day, a hundred things found', async () => {
    const nummer = '~toezicht-2027';
    const groei = await maakGroei(nummer);
    const vondst = (dag: number, keer: number): Bevinding[] =>
      Array.from({ length: 100 }, (_, nr) => ({ soort: BEVINDINGEN[2], waar: `VT-2027-${dag}-${keer}-${nr}` }));
    for (const dag of DAGEN_GEDAAN) {
      for (let keer = 0; keer < 4; keer++) {
        const nu = dagNa(dag, keer * 3_600_000);
        const waarneming = {
          bevindingen: vondst(dag, keer),
          telling: { open: 900, termijnen: 2000, teLaat: 40, nietBezorgd: 3 },
        };
        groei.schrijf(gebeurd(houdToezicht(nummer, groei.stuk('toezicht'), waarneming, groei.context(nu))), nu);
      }
      if (wordtBewaard(dag)) await groei.bewaar(dagNa(dag, 4 * 3_600_000));
    }
    expect((await groei.alles()).grootste).toBeLessThan(GROOT_BYTES);
  });

  test('a casus at which three people look ten times each, every werkdag', async () => {
    const groei = await metMelding();
    const wat = { overdracht: 1 };
    for (const dag of WERKDAGEN) {
      for (let keer = 0; keer < 30; keer++) {
        const nu = dagNa(dag, keer * 60_000);
        const door = { ...VT, id: `00000000-0000-4000-8000-00000000000${keer % 3}` };
        const eerder = eerdereInzage(groei.document(), { door, nu, wat });
        if (eerder === undefined) groei.schrijf(noteerInzage(groei.casus(), groei.context(nu, door), wat), nu);
        else groei.zet(metInzage(groei.document(), eerder));
      }
    }
    const document = groei.document();
    expect(document.journaal.length).toBe(1 + WERKDAGEN.length * 3);
    expect(new Set(Object.values(document.inzagen ?? {}))).toEqual(new Set([10]));
    const { bytes, json } = groeit(document);
    // Measured: 2.8 MB of JSON in 0.68 MB.
    expect(Math.max(...bytes)).toBeLessThan(GROOT_BYTES * 0.75);
    expect(json).toBeGreaterThan(GROOT_BYTES * 2);
  });

  test('a casus of which VT must inform the gemeente, said every werkdag because nobody does', async () => {
    const groei = await metMelding();
    const doe = (opdracht: object, door: Dader): void =>
      groei.schrijf(gebeurd(beslis(groei.casus(), opdrachtSchema.parse(opdracht), groei.context(BEGIN, door))), BEGIN);
    doe(NAAR_TEAM, VT);
    doe(KOUD, VT);
    doe({ soort: 'wachtlijst-melden', toelichting: 'zes weken' }, TEAM);
    for (const dag of WERKDAGEN)
      groei.schrijf(gebeurd(beslisKlok(groei.casus(), groei.context(dagNa(dag)))), dagNa(dag));
    const { bytes, json } = groeit(groei.document());
    // Measured: 3.4 MB of JSON, which no document of Cosmos DB holds, in 0.67 MB.
    expect(Math.max(...bytes)).toBeLessThan(GROOT_BYTES * 0.75);
    expect(json).toBeGreaterThan(GROOT_BYTES * 2);
  });
});

test('given a casus of more than half of what the store holds, then the auditor says so; a part that was put away says nothing', async () => {
  const groei = await maakGroei('VT-2027-0001');
  groei.schrijf(
    gebeurd(
      registreer(
        undefined,
        meldingSchema.parse({ ...melding(), casusnummer: 'VT-2027-0001', meldingOntvangenOp: BEGIN }),
        groei.context(BEGIN, VT),
      ),
    ),
    BEGIN,
  );
  await groei.bewaar(BEGIN);
  const kijker = { ...groei.omgeving.regels(), nu: BEGIN, opgegevenSinds: BEGIN };
  const soorten = (bytes: number): string[] => {
    const met = (tekens: number): CasusDocument => ({
      ...groei.document(),
      sleutels: [{ sleutel: '', vingerafdruk: 'é'.repeat(tekens) }],
    });
    const half = GROOT_BYTES / 4;
    return controleer(met(half + Math.floor((bytes - omvang(met(half))) / 2)), kijker).soorten;
  };
  expect(soorten(GROOT_BYTES)).toEqual([]);
  expect(soorten(GROOT_BYTES + 2)).toEqual(['document-groot']);
});
