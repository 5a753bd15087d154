/**
 * Ten years of heavy use, with the real core: no document of the store grows to what Cosmos DB holds (2 MB), and the
 * auditor says so from half of that on. What is sent counts as delivered, with its event.
 */
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/adapters/opslag/sqlite.ts';
import { BEVINDINGEN } from '../../src/kern/gebeurtenissen.ts';
import type { Gebeurtenis, Bevinding } from '../../src/kern/gebeurtenissen.ts';
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
import { opdrachtSchema, meldingSchema } from '../../src/kern/opdrachten.ts';
import type { Dader } from '../../src/kern/gebeurtenissen.ts';
import type { Wachtende } from '../../src/kern/pen.ts';
import { naGebeurtenissen } from '../../src/kern/verwerk.ts';
import { instant, verschuif, type Instant } from '../../src/kern/werkdagen.ts';
import { maakVirtueleKlok } from '../../src/klok.ts';
import { BEHEER } from '../../src/toepassing/beheer.ts';
import { metAfgeleiden, nieuwDocument, voegToe } from '../../src/toepassing/casusdocument.ts';
import { controleer, GROOT_BYTES, omvang } from '../../src/toepassing/controleur.ts';
import { eerdereInzage, metInzage } from '../../src/toepassing/inzage.ts';
import { KLOK, waarheen } from '../../src/toepassing/mutatie.ts';
import type { CasusDocument } from '../../src/toepassing/poorten.ts';
import { beginMaand } from '../../src/toepassing/registratie.ts';
import { WACHTLIJST_VT } from '../../src/toepassing/wachtlijst-vt.ts';
import { maakOmgeving } from '../steun/omgeving.ts';
import { KOUD, melding, NAAR_TEAM } from '../steun/toepassing.ts';

const BEGIN = instant('2027-01-04T09:00:00+01:00');
const DAG_MS = 86_400_000;
const DAGEN = 3652;
const DAGEN_BEKEKEN = 40;
const dagNa = (dag: number, ms = 0): Instant => verschuif(BEGIN, dag * DAG_MS + ms);
const VT: Dader = { rol: 'vt-medewerker', kanaal: 'teams', id: '00000000-0000-4000-8000-000000000004', naam: 'Vera' };
const TEAM: Dader = {
  rol: 'team-lid',
  kanaal: 'teams',
  namens: KOUD.team,
  id: '00000000-0000-4000-8000-000000000002',
  naam: 'Noor',
};

async function maakGroei(id: string) {
  const opslag = openSqlite({ bestand: ':memory:' });
  onTestFinished(() => opslag.sluit());
  const klok = maakVirtueleKlok(BEGIN, 0);
  const { omgeving } = await maakOmgeving(opslag, klok);
  const regels = omgeving.regels();
  let document = nieuwDocument(id);
  let casus: Casus | undefined;
  let grootste = 0;
  let bytes = omvang(document);

  /** Adds what was decided, and what came of its messages. The size is counted by what comes, and measured now and then. */
  function schrijf(gebeurtenissen: readonly Gebeurtenis[], nu: Instant): void {
    if (gebeurtenissen.length === 0) return;
    const voor = casus;
    const na = naGebeurtenissen(id, voor, gebeurtenissen);
    if (!na) throw new Error('niets gebeurd');
    const lengte = document.journaal.length;
    const met = voegToe({ document, voor, na, gebeurtenissen, adresboek: omgeving.adresboek(), nu });
    casus = na;
    document = { ...met, postvak: [] };
    for (const item of met.postvak) {
      const { sleutel, kaart } = item;
      const bezorgd: Gebeurtenis[] = noteerBezorging(casus ?? na, { ...regels, nu, door: KLOK }, 'bericht-bezorgd', {
        sleutel,
        kaart,
        waar: waarheen(item),
        code: '',
      }).map(({ gegevens: { ...gegevens }, ...rest }) => {
        delete (gegevens as { code?: string }).code;
        return { ...rest, gegevens } as Gebeurtenis;
      });
      document = voegToe({ document, voor: na, na, gebeurtenissen: bezorgd, adresboek: omgeving.adresboek(), nu });
      document.postvak = [];
      casus = naGebeurtenissen(id, casus, bezorgd) ?? na;
    }
    bytes += document.journaal.slice(lengte).reduce((som, een) => som + Buffer.byteLength(JSON.stringify(een)) + 1, 0);
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
      if (!casus) throw new Error('nog niets');
      return casus;
    },
    stand: () => casus,
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
      const stand = groei.stand();
      const kader = { ...groei.context(nu), wachtenden };
      groei.schrijf(
        gebeurd(stand?.wachtlijstVt?.open ? beslisKlok(stand, kader) : beginWachtlijstVt(WACHTLIJST_VT, stand, kader)),
        nu,
      );
      const middag = dagNa(dag, 4 * 3_600_000);
      groei.schrijf(gebeurd(beslisKlok(groei.casus(), { ...kader, nu: middag })), middag);
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
      groei.schrijf(gebeurd(legBeheerVast(BEHEER, groei.stand(), daad, groei.context(nu, VT))), nu);
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
        groei.schrijf(gebeurd(houdToezicht(nummer, groei.stand(), waarneming, groei.context(nu))), nu);
      }
      if (wordtBewaard(dag)) await groei.bewaar(dagNa(dag, 4 * 3_600_000));
    }
    expect((await groei.alles()).grootste).toBeLessThan(GROOT_BYTES);
  });

  test('a casus at which ten people look three times a day, for 40 days of work', async () => {
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
    for (let dag = 0; dag < DAGEN_BEKEKEN; dag++) {
      for (let keer = 0; keer < 30; keer++) {
        const nu = dagNa(dag, keer * 60_000);
        const door = { ...VT, id: `00000000-0000-4000-8000-${String(keer % 10).padStart(12, '0')}` };
        const wat = { overdracht: 1 };
        const eerder = eerdereInzage(groei.document(), { door, nu, wat });
        if (eerder === undefined) groei.schrijf(noteerInzage(groei.casus(), groei.context(nu, door), wat), nu);
        else groei.zet(metInzage(groei.document(), eerder));
      }
    }
    expect(omvang(groei.document())).toBeLessThan(GROOT_BYTES);
    expect(groei.document().journaal.length).toBe(1 + DAGEN_BEKEKEN * 10);
  });

  test('a casus of which VT must inform the gemeente, said every werkdag because nobody does: 9.6 KB a week', async () => {
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
    const doe = (opdracht: object, door: Dader): void =>
      groei.schrijf(gebeurd(beslis(groei.casus(), opdrachtSchema.parse(opdracht), groei.context(BEGIN, door))), BEGIN);
    doe(NAAR_TEAM, VT);
    doe(KOUD, VT);
    doe({ soort: 'wachtlijst-melden', toelichting: 'zes weken' }, TEAM);
    const eerst = 60;
    for (let dag = 0; dag < eerst; dag++)
      groei.schrijf(gebeurd(beslisKlok(groei.casus(), groei.context(dagNa(dag)))), dagNa(dag));
    const voor = groei.document();
    for (let dag = eerst; dag < eerst + 70; dag++)
      groei.schrijf(gebeurd(beslisKlok(groei.casus(), groei.context(dagNa(dag)))), dagNa(dag));
    const na = groei.document();
    // Measured: 9.6 KB a week, five times two pings and two redrawn cards with their outcome. So a duty that nobody does
    // reaches half of what the store holds after two years, when the auditor says so, and all of it after four.
    const perWeek = (omvang(na) - omvang(voor)) / 10;
    expect(perWeek).toBeLessThan(10_000);
    expect(omvang(voor) + 100 * perWeek).toBeLessThan(GROOT_BYTES * 1.1);
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
    const basis = { ...groei.document(), sleutels: [{ sleutel: '', vingerafdruk: '' }] };
    const vingerafdruk = 'é'.repeat(Math.floor((bytes - omvang(basis)) / 2));
    return controleer({ ...basis, sleutels: [{ sleutel: '', vingerafdruk }] }, kijker).soorten;
  };
  expect(soorten(GROOT_BYTES)).toEqual([]);
  expect(soorten(GROOT_BYTES + 2)).toEqual(['document-groot']);
});
