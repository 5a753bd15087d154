import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { GebeurtenisSoort } from '../../src/kern/gebeurtenissen.ts';
import { meldingSchema } from '../../src/kern/onderwerpen/melding.ts';
import { opdrachtSchema } from '../../src/kern/opdrachten.ts';
import { KLOKVERSCHIL_MS } from '../../src/kern/tijd/klokverschil.ts';
import { instant, verschuif } from '../../src/kern/tijd/werkdagen.ts';
import { maakVirtueleKlok, type VirtueleKlok } from '../../src/klok.ts';
import { maakBeheer } from '../../src/toepassing/beheer/beheerregistratie.ts';
import { maakBezorger } from '../../src/toepassing/bezorging/bezorger.ts';
import { maakDienst, type Dienst } from '../../src/toepassing/casus/dienst.ts';
import { maakRonde, type Ronde } from '../../src/toepassing/klok/ronde.ts';
import { VEILIG_THUIS, type CasusDocument, type Opslag, type Zending } from '../../src/toepassing/poorten.ts';
import { BEZORGTIJD_MS } from '../../src/toepassing/postvak/pogingen.ts';
import { maakAdressen, type Koppelbaar } from '../../src/toepassing/streek/adressen.ts';
import { maakToezicht, type Toezichthouder } from '../../src/toepassing/toezicht/toezichthouder.ts';
import { maakOmgeving, type OmgevingMetPost } from '../steun/omgeving.ts';
import { beideOpslagen } from '../steun/opslagen.ts';
import { GEBELD, KOUD, melding, NAAR_TEAM, SYSTEEM, TEAM } from '../steun/toepassing.ts';

const X = 'VT-2026-0001';
const Y = 'VT-2026-0002';
/** Wednesday 2 December: the overdracht is sent; the term to confirm it ends with Friday. */
const VERZONDEN = '2026-12-02T10:00:00+01:00';
const NA_TERMIJN = '2026-12-07T09:00:00+01:00';

const OPSLAGEN = beideOpslagen('toezicht');

const HUUR_MS = 120_000;

/** One instance on a store, with a postbode that can be told to fail. */
interface Instantie extends Pick<OmgevingMetPost, 'bezorgd' | 'uitkomst' | 'logboek'> {
  klok: VirtueleKlok;
  opslag: Opslag;
  adressen: Koppelbaar;
  dienst: Dienst;
  ronde: Ronde;
  toezicht: Toezichthouder;
  /** Two whole rounds, with all that they send. */
  rondes(): Promise<void>;
  /** The auditor walks over everything, and what it sends is sent. */
  kijk(): Promise<string[]>;
  metingen(): Promise<string>;
}

let instanties = 0;

async function maakInstantie(opslag: Opslag, klok: VirtueleKlok): Promise<Instantie> {
  const { omgeving, bezorgd, uitkomst, logboek, metingen } = await maakOmgeving(opslag, klok);
  const adressen = maakAdressen(opslag);
  const bezorger = maakBezorger(omgeving);
  const ronde = maakRonde(omgeving, bezorger, maakBeheer({ omgeving, adressen, bezorger }));
  const toezicht = maakToezicht({ omgeving, bezorger, adressen, ronde, houder: `i${++instanties}`, huurMs: HUUR_MS });
  metingen.toezicht(toezicht.stand, klok);
  return {
    klok,
    opslag,
    adressen,
    dienst: maakDienst(omgeving, bezorger),
    ronde,
    toezicht,
    bezorgd,
    uitkomst,
    logboek,
    async rondes() {
      for (let keer = 0; keer < 2; keer++) {
        await ronde.loop();
        await bezorger.klaar();
      }
    },
    async kijk() {
      toezicht.begin(true);
      for (let uit = await toezicht.kijk(); uit.meer || uit.overal;) uit = await toezicht.kijk();
      await bezorger.klaar();
      return toezicht.stand().bevindingen.map(({ soort, waar }) => `${soort} ${waar}`);
    },
    metingen: () => metingen.register.metrics(),
  };
}

const kanaalVan = (conversatie: string) => ({
  conversatie,
  serviceUrl: 'http://127.0.0.1:9',
  tenant: 'tenant',
  botId: '28:bot',
  soort: 'kanaal' as const,
});

describe.each(OPSLAGEN)('the auditor on %s', (_naam, open) => {
  let een: Instantie;
  beforeEach(async () => {
    const opslag = await open();
    onTestFinished(() => opslag.sluit());
    een = await maakInstantie(opslag, maakVirtueleKlok(instant(VERZONDEN), 0));
    await een.adressen.onthoud(kanaalVan('19:vt@thread.tacv2'));
    await een.adressen.koppel(VEILIG_THUIS, '19:vt@thread.tacv2');
    await een.rondes();
  });

  async function doe(casusnummer: string, opdracht: object): Promise<void> {
    const gedaan = await een.dienst.voerUit({
      casusnummer,
      opdracht: opdrachtSchema.parse(opdracht),
      aanvrager: SYSTEEM,
    });
    expect(gedaan).toMatchObject({ ok: true });
  }
  async function registreer(casusnummer: string, door = een, anders: object = {}): Promise<void> {
    const gemeld = meldingSchema.parse(melding({ casusnummer, ...anders }));
    expect(await door.dienst.registreer(gemeld, SYSTEEM)).toMatchObject({ ok: true });
  }
  async function draagOver(...casusnummers: string[]): Promise<void> {
    for (const casusnummer of casusnummers) {
      await registreer(casusnummer);
      await doe(casusnummer, NAAR_TEAM);
      await doe(casusnummer, KOUD);
    }
    await een.rondes();
  }
  /** Changes a document behind the program's back, as a fault or a hand in the store would. */
  async function bederf(casusnummer: string, wijzig: (document: CasusDocument) => CasusDocument): Promise<void> {
    const gelezen = await een.opslag.lees(casusnummer);
    if (!gelezen) throw new Error(`${casusnummer} is er niet`);
    expect(await een.opslag.vervang(wijzig(gelezen.waarde), gelezen.etag)).toBeDefined();
  }
  const zonderWekker = (document: CasusDocument): CasusDocument => ({ ...document, wekOp: null });
  const journaalVan = async (casusnummer: string) => (await een.opslag.lees(casusnummer))?.waarde.journaal ?? [];
  const soortenVan = async (casusnummer: string) => (await journaalVan(casusnummer)).map(({ soort }) => soort);
  const wekkerVan = async (casusnummer: string) => (await een.opslag.lees(casusnummer))?.waarde.wekOp;
  const zetKlok = (moment: string): void => een.klok.zet(instant(moment));
  /** The clock of another instance, so much ahead of that of the first and moved with it. */
  const naast = (ms: number): VirtueleKlok => ({ ...een.klok, nu: () => verschuif(een.klok.nu(), ms) });
  const kaarten = (kaart: string): Zending[] => een.bezorgd.filter(({ bericht }) => bericht.kaart === kaart);
  /** The alarm that was sent to Veilig Thuis, and what it says. */
  function onraad(): { adres: Zending['adres'] | undefined; tekst: string } {
    const gevonden = kaarten('toezicht').find(({ bericht }) => bericht.samenvatting.startsWith('Er gaat iets mis'));
    return { adres: gevonden?.adres, tekst: JSON.stringify(gevonden?.bericht.model) };
  }
  const OVER_X = { adres: { kanaal: VEILIG_THUIS }, tekst: expect.stringMatching(new RegExp(`${X}(?![^]*${Y})`)) };

  test('finds nothing in casussen that are well, at any moment of a ladder, by day and by night', async () => {
    await draagOver(X, Y);
    for (const moment of [
      VERZONDEN,
      '2026-12-04T08:30:00+01:00',
      '2026-12-04T23:59:59+01:00',
      '2026-12-05T00:00:00+01:00',
      '2026-12-06T12:00:00+01:00',
      '2026-12-07T08:29:59+01:00',
      '2026-12-07T08:30:00+01:00',
      '2026-12-11T08:30:00+01:00',
      '2027-02-01T17:30:00+01:00',
    ]) {
      zetKlok(moment);
      // Before the round had its turn, what is due by now is not yet missed.
      expect(await een.kijk()).toEqual([]);
      await een.rondes();
      expect(await een.kijk()).toEqual([]);
    }
    expect(een.toezicht.stand().telling?.open).toBe(2);
  });

  test('an alarm that is gone is found and set again before anything is missed', async () => {
    await draagOver(X);
    const goed = await wekkerVan(X);
    await bederf(X, zonderWekker);
    await een.rondes();
    expect(await een.kijk()).toEqual([`wekker-fout ${X}`]);
    expect(await wekkerVan(X)).toBe(goed);
    expect(await een.metingen()).toContain('toezicht_gevonden_totaal{soort="wekker-fout"} 1\n');
    expect(await een.kijk()).toEqual([]);
    // Nothing was missed, so nobody is called upon.
    expect(kaarten('toezicht').map(({ bericht }) => bericht.samenvatting)).toEqual(['De bot waakt']);
  });

  test('an alarm that is set too late is found as well', async () => {
    await draagOver(X);
    await bederf(X, (document) => ({ ...document, wekOp: '2027-06-01T00:00:00.000Z' }));
    expect(await een.kijk()).toEqual([`wekker-fout ${X}`]);
  });

  test('a term that passed unseen is found after two rounds, told at once, and made up for by the next round', async () => {
    await draagOver(X, Y);
    await een.kijk();
    zetKlok(NA_TERMIJN);
    await bederf(X, (document) => ({ ...document, wekOp: null, vroegsteVerval: null }));
    await een.ronde.loop();
    expect(await een.kijk()).toEqual([`wekker-fout ${X}`]);
    // Its alarm is taken away once more: the round's own query never sees it.
    await bederf(X, (document) => ({ ...document, wekOp: null, vroegsteVerval: null }));
    await een.rondes();
    expect(await soortenVan(X)).not.toContain('termijn-verlopen');
    expect(await een.kijk()).toEqual([`termijn-gemist ${X}`, `wekker-fout ${X}`]);
    expect(onraad()).toEqual(OVER_X);
    expect(een.logboek.regels.filter(({ tekst }) => tekst === 'toezicht vond onraad')).toContainEqual(
      expect.objectContaining({ niveau: 'error', casusnummer: X, soort: 'termijn-gemist' }),
    );
    const gemeten = await een.metingen();
    expect(gemeten).toContain('toezicht_bevindingen{soort="termijn-gemist"} 1\n');
    await een.rondes();
    expect(await soortenVan(X)).toContain('termijn-verlopen');
    expect(kaarten('ping').filter(({ bericht }) => bericht.samenvatting.includes(X))).toHaveLength(2);
    expect(await een.kijk()).toEqual([]);
    expect(await een.metingen()).toContain('toezicht_bevindingen{soort="termijn-gemist"} 0\n');
  });

  test('control: without the auditor that term stays unseen for good', async () => {
    await draagOver(X);
    await bederf(X, zonderWekker);
    zetKlok('2027-06-01T10:00:00+01:00');
    await een.rondes();
    expect(await soortenVan(X)).not.toContain('termijn-verlopen');
  });

  test.each<[string, (document: CasusDocument) => CasusDocument]>([
    ['events that have not the shape of one', (document) => ({ ...document, journaal: [null as never] })],
    ['an event of a kind it does not know', (document) => metLaatste(document, { soort: 'uit-de-toekomst' })],
    ['an event that is gone', (document) => ({ ...document, journaal: document.journaal.slice(1) })],
    ['no events at all', (document) => ({ ...document, journaal: [] })],
    ['an outbox that is no list', (document) => ({ ...document, postvak: {} as never })],
  ])('a casus with %s is found, told once and held against the instance', async (_wat, wijzig) => {
    await draagOver(X);
    await bederf(X, wijzig);
    expect(await een.kijk()).toEqual([`casus-onleesbaar ${X}`]);
    await een.rondes();
    expect(await een.kijk()).toEqual([`casus-onleesbaar ${X}`]);
    expect(een.toezicht.stand()).toMatchObject({ onleesbaar: 1 });
    // The hartslag of that day names it; no alarm comes beside it.
    expect(kaarten('toezicht')).toHaveLength(1);
    expect(JSON.stringify(kaarten('toezicht')[0]?.bericht.model)).toContain(X);
  });

  test('a casus at Veilig Thuis in which nothing runs is found, told at once and woken, and then sleeps no more (law 2)', async () => {
    await draagOver(X, Y);
    await een.kijk();
    await bederf(X, (document) => zonderTermijnen(document));
    expect(await een.kijk()).toEqual([`casus-slaapt ${X}`, `wekker-fout ${X}`]);
    expect(onraad()).toEqual(OVER_X);
    await een.rondes();
    expect(await een.kijk()).toEqual([]);
    expect((await journaalVan(X)).at(-1)).toMatchObject({ soort: 'zicht-bewaakt', start: [{ naam: 'zicht-bij-vt' }] });
  });

  test('an agreement to look at it years ahead does not make a casus at Veilig Thuis any less asleep (law 2)', async () => {
    await draagOver(X);
    const over = { soort: 'monitoring-afspreken', op: '2028-12-01T10:00:00+01:00', wie: 'VT', wat: 'bellen' };
    await doe(X, over);
    await een.rondes();
    expect(await een.kijk()).toEqual([]);
    await bederf(X, (document) => zonderTermijnen(document, 'monitoring-afgesproken'));
    expect(await een.kijk()).toContain(`casus-slaapt ${X}`);
    expect((await journaalVan(X)).flatMap(({ start = [] }) => start.map(({ naam }) => naam))).toContain('monitoring');
  });

  test.each<[string, object]>([
    ['nobody', { verantwoordelijke: undefined }],
    ['somebody else', { verantwoordelijke: { partij: 'veilig-thuis' } }],
  ])('a confirmation of receipt that makes %s responsible is found and told (§4.1)', async (_wie, anders) => {
    await draagOver(X);
    await doe(X, GEBELD);
    await een.rondes();
    await een.kijk();
    await bederf(X, (document) => ({
      ...document,
      journaal: document.journaal.map((gebeurtenis) =>
        gebeurtenis.soort === 'ontvangst-bevestigd' ? { ...gebeurtenis, ...anders } : gebeurtenis,
      ),
    }));
    expect(await een.kijk()).toContain(`verantwoordelijke-onduidelijk ${X}`);
    expect(onraad()).toEqual(OVER_X);
  });

  test('a message that nobody tries is found after two rounds, and is sent because it was found', async () => {
    een.uitkomst.nu = { uitkomst: 'mislukt', code: '502', blijvend: false };
    await draagOver(X);
    delete een.uitkomst.nu;
    await bederf(X, zonderWekker);
    een.klok.vooruit(60_000 + KLOKVERSCHIL_MS);
    await een.rondes();
    expect(kaarten('overdracht')).toEqual([]);
    expect(await een.kijk()).toEqual([`bericht-te-laat ${X}`, `wekker-fout ${X}`]);
    expect(kaarten('overdracht')).toHaveLength(1);
    await een.rondes();
    expect(await een.kijk()).toEqual([]);
  });

  test('a message that is tried in vain is late once every try it gets has passed', async () => {
    await draagOver(X);
    een.uitkomst.nu = { uitkomst: 'mislukt', code: '502', blijvend: false };
    await doe(X, GEBELD);
    await een.rondes();
    const { telling } = (await een.kijk(), een.toezicht.stand());
    expect(telling?.nietBezorgd).toBeGreaterThan(0);
    const laatst = verschuif(een.klok.nu(), BEZORGTIJD_MS);
    for (let nu = een.klok.nu(); nu < laatst;) {
      const wekker = await wekkerVan(X);
      nu = wekker && wekker > nu && wekker < laatst ? wekker : laatst;
      een.klok.zet(nu);
      // Neither when a try is due, nor when it failed again.
      expect(await een.kijk()).not.toContain(`bericht-te-laat ${X}`);
      await een.rondes();
      expect(await een.kijk()).not.toContain(`bericht-te-laat ${X}`);
    }
    een.klok.vooruit(60_000);
    await een.rondes();
    // What goes to Veilig Thuis' own channel is not given up by then.
    expect(await een.kijk()).toContain(`bericht-te-laat ${X}`);
    const gemeten = await een.metingen();
    expect(Number(/^berichten_oudste_wachtend_seconden (\d+)/m.exec(gemeten)?.[1])).toBeGreaterThan(
      BEZORGTIJD_MS / 1000,
    );
  });

  test('a link that leads nowhere is found, and the messages that were given up are counted', async () => {
    await een.adressen.koppel(TEAM, '19:weg@thread.tacv2');
    een.uitkomst.nu = { uitkomst: 'mislukt', code: 'geen-gesprek', blijvend: true };
    await draagOver(X);
    delete een.uitkomst.nu;
    await een.rondes();
    expect(await een.kijk()).toEqual([`koppeling-stuk ${TEAM}`, `bericht-opgegeven ${X}`]);
    expect(een.toezicht.stand().telling?.nietBezorgd).toBeGreaterThan(0);
    await een.adressen.onthoud(kanaalVan('19:weg@thread.tacv2'));
    // What was given up counts until the werkdag after.
    zetKlok('2026-12-03T12:00:00+01:00');
    await een.rondes();
    expect(await een.kijk()).toEqual([`bericht-opgegeven ${X}`]);
    zetKlok('2026-12-04T12:00:00+01:00');
    await een.rondes();
    expect(await een.kijk()).toEqual([]);
  });

  test('two instances, each with its own clock, and a restart give the hartslag once a day between them', async () => {
    await draagOver(X);
    const twee = await maakInstantie(een.opslag, naast(-KLOKVERSCHIL_MS));
    const hartslagen = (): number =>
      [...een.bezorgd, ...twee.bezorgd].filter(({ bericht }) => bericht.samenvatting === 'De bot waakt').length;
    await Promise.all([een.kijk(), twee.kijk()]);
    expect(hartslagen()).toBe(1);
    await (await maakInstantie(een.opslag, een.klok)).kijk();
    zetKlok('2026-12-03T08:29:59+01:00');
    await een.kijk();
    expect(hartslagen()).toBe(1);
    zetKlok('2026-12-03T08:30:00+01:00');
    await Promise.all([twee.kijk(), een.kijk()]);
    expect(hartslagen()).toBe(2);
    een.klok.vooruit(KLOKVERSCHIL_MS);
    await Promise.all([twee.kijk(), een.kijk()]);
    expect(hartslagen()).toBe(2);
  });

  test('without a channel of Veilig Thuis there is no hartslag, and a late one is not followed by those it missed', async () => {
    await een.adressen.ontkoppel('19:vt@thread.tacv2');
    await een.kijk();
    expect(kaarten('toezicht')).toEqual([]);
    await een.adressen.koppel(VEILIG_THUIS, '19:vt@thread.tacv2');
    een.uitkomst.nu = { uitkomst: 'mislukt', code: '502', blijvend: false };
    await een.kijk();
    zetKlok('2026-12-03T09:00:00+01:00');
    await een.rondes();
    await een.kijk();
    delete een.uitkomst.nu;
    zetKlok('2026-12-03T10:00:00+01:00');
    await een.rondes();
    // Yesterday's says what is no longer so.
    expect(kaarten('toezicht').map(({ bericht }) => JSON.stringify(bericht.model))).toEqual([
      expect.stringContaining('do 3 dec 2026'),
    ]);
  });

  test('walks over more casussen than fit a page, each once, in looks that end', async () => {
    await vul(205);
    een.toezicht.begin(true);
    const blikken: boolean[] = [];
    do blikken.push((await een.toezicht.kijk()).overal);
    while (blikken.at(-1));
    expect(blikken).toEqual([true, true, false]);
    expect(een.toezicht.stand()).toMatchObject({ gezien: 206, telling: { open: 206 } });
    // Between its turns it asks for nothing but what is late or waits.
    expect((await een.toezicht.kijk()).overal).toBe(false);
    expect(een.toezicht.stand().gezien).toBe(206);
  });

  test.each([
    ['an instance with the same clock', 0],
    ['one whose clock is behind', -KLOKVERSCHIL_MS],
  ])('a melding registered weeks after it came in, by %s, is not missed: no round saw it earlier', async (_wie, ms) => {
    const ander = await maakInstantie(een.opslag, naast(ms));
    een.klok.vooruit(15_000);
    await een.rondes();
    een.klok.vooruit(1000);
    await registreer(X, ander, { meldingOntvangenOp: '2026-10-01T10:00:00+02:00' });
    expect(await een.kijk()).toEqual([]);
    een.klok.vooruit(1000);
    await een.rondes();
    expect(await een.kijk()).toEqual([]);
  });

  test('one casus that the store cannot give is that casus; when nothing can be had, it is the store', async () => {
    await draagOver(X, Y);
    let kapot = false;
    const opslag: Opslag = {
      ...een.opslag,
      lees: async (nummer) => (nummer === X || kapot ? Promise.reject(new Error('schijf')) : een.opslag.lees(nummer)),
      controleer: async () => (kapot ? Promise.reject(new Error('schijf')) : een.opslag.controleer()),
    };
    const twee = await maakInstantie(opslag, een.klok);
    expect(await twee.kijk()).toEqual([`casus-onleesbaar ${X}`]);
    await twee.toezicht.laatLos();
    const drie = await maakInstantie(opslag, een.klok);
    kapot = true;
    drie.toezicht.begin(true);
    await expect(drie.toezicht.kijk()).rejects.toThrow('schijf');
    // Only what the one before it found.
    expect(drie.toezicht.stand().bevindingen).toEqual([{ soort: 'casus-onleesbaar', waar: X }]);
  });

  /** An instance of its own on the same store, that tells which casussen its auditor reads. */
  async function telLezen(klok = een.klok): Promise<Instantie & { gelezen: string[] }> {
    const gelezen: string[] = [];
    const opslag: Opslag = {
      ...een.opslag,
      lees: async (nummer, kring) => (gelezen.push(nummer), een.opslag.lees(nummer, kring)),
    };
    return { ...(await maakInstantie(opslag, klok)), gelezen };
  }
  async function vul(aantal: number): Promise<string[]> {
    await draagOver(X);
    const voorbeeld = await een.opslag.lees(X);
    if (!voorbeeld) throw new Error('weg');
    const nummers = Array.from({ length: aantal }, (_, nr) => `VT-2027-${String(nr).padStart(4, '0')}`);
    for (const id of nummers) await een.opslag.maak({ ...voorbeeld.waarde, id, postvak: [] });
    return nummers;
  }

  test('given two instances, then one walks; the other shows what it found, and reads only enough to know it can', async () => {
    const nummers = await vul(30);
    await bederf(X, (document) => ({ ...document, journaal: [] }));
    const [twee, drie] = [await telLezen(), await telLezen()];
    expect(await twee.kijk()).toEqual([`casus-onleesbaar ${X}`]);
    expect(await drie.kijk()).toEqual([`casus-onleesbaar ${X}`]);
    expect(twee.gelezen).toEqual(expect.arrayContaining(nummers));
    expect(drie.gelezen.length).toBeLessThanOrEqual(10);
    expect(drie.toezicht.stand()).toMatchObject({ telling: { open: 30 }, gezien: 10, onleesbaar: 1 });
    expect(await drie.metingen()).toContain('toezicht_bevindingen{soort="casus-onleesbaar"} 1\n');
    expect(await drie.metingen()).toContain('casussen_open 30\n');
  });

  test('given more is wrong than is named, then the other instances show the number of it all the same', async () => {
    const nummers = await vul(130);
    for (const id of nummers) await bederf(id, (document) => ({ ...document, journaal: [] }));
    const [twee, drie] = [await telLezen(), await telLezen()];
    await twee.kijk();
    await drie.kijk();
    expect(drie.toezicht.stand().bevindingen).toHaveLength(100);
    expect(await drie.metingen()).toContain('toezicht_bevindingen{soort="casus-onleesbaar"} 130\n');
    const bewaard = await een.opslag.leesRegister('toezicht');
    expect(JSON.stringify(bewaard).length).toBeLessThan(10_000);
  });

  test('given whoever walks dies halfway, then another goes on at the page where it was, and counts them all', async () => {
    const nummers = await vul(250);
    const [twee, drie] = [await telLezen(naast(KLOKVERSCHIL_MS)), await telLezen()];
    twee.toezicht.begin(true);
    expect(await twee.toezicht.kijk()).toMatchObject({ overal: true });
    expect(await drie.kijk()).toEqual([]);
    een.klok.vooruit(HUUR_MS + 2 * KLOKVERSCHIL_MS);
    expect(await drie.kijk()).toEqual([]);
    expect(drie.gelezen.length).toBeLessThanOrEqual(20);
    een.klok.vooruit(1);
    drie.gelezen.length = 0;
    await drie.kijk();
    expect(drie.gelezen).not.toContain(nummers[50]);
    expect(drie.gelezen).toContain(nummers[150]);
    expect(drie.toezicht.stand().telling?.open).toBe(251);
    // The one that died wakes up: what it saw is not written, and it walks no more.
    expect(await twee.toezicht.kijk()).toMatchObject({ overal: false });
    expect(twee.toezicht.stand().telling?.open).toBe(251);
  });

  test('given a casus was found wrong and mended since, then the next turn no longer shows it', async () => {
    await draagOver(X);
    await bederf(X, zonderWekker);
    expect(await een.kijk()).toEqual([`wekker-fout ${X}`]);
    een.toezicht.begin(false);
    await een.toezicht.kijk(false);
    expect(een.toezicht.stand().bevindingen).toEqual([]);
  });

  test('given a casus was erased, then it is read no more; one from before there was a mark, once', async () => {
    const geenZorgen = { soort: 'triage-afronden', besluit: 'geen-zorgen', conclusies: [] };
    for (const casusnummer of [X, Y]) {
      await registreer(casusnummer);
      await doe(casusnummer, geenZorgen);
    }
    for (const moment of ['2027-01-15T10:00:00+01:00', '2029-01-15T10:00:00+01:00']) {
      zetKlok(moment);
      await een.rondes();
    }
    for (const nummer of [X, Y]) expect((await soortenVan(nummer)).at(-1)).toBe('gewist');
    await bederf(Y, (document) => ({ ...document, kenmerken: [] }));
    const twee = await telLezen();
    await twee.kijk();
    expect(twee.gelezen.filter((nummer) => nummer.startsWith('VT-'))).toEqual([Y]);
    twee.gelezen.length = 0;
    await twee.kijk();
    expect(twee.gelezen.filter((nummer) => nummer.startsWith('VT-'))).toEqual([]);
    // Still there, for `controleer` to check.
    expect((await een.opslag.zoek({ maximum: 10 })).map(({ id }) => id)).toEqual(expect.arrayContaining([X, Y]));
  });

  test('a store that cannot be read is no fault of the casussen in it', async () => {
    await draagOver(X);
    await een.opslag.sluit();
    een.toezicht.begin(true);
    await expect(een.toezicht.kijk()).rejects.toThrow('gesloten');
    expect(een.toezicht.stand().bevindingen).toEqual([]);
  });
});

/** As a casus of an older version can stand in the store: no event of it began a term, but for those of one kind. */
const zonderTermijnen = (document: CasusDocument, behalve?: GebeurtenisSoort): CasusDocument => ({
  ...document,
  wekOp: null,
  vroegsteVerval: null,
  journaal: document.journaal.map((gebeurtenis) => {
    const { start: _geen, ...kaal } = gebeurtenis;
    return gebeurtenis.soort === behalve ? gebeurtenis : kaal;
  }),
});

const metLaatste = (document: CasusDocument, anders: object): CasusDocument => ({
  ...document,
  journaal: document.journaal.map((gebeurtenis, nr) =>
    nr === document.journaal.length - 1 ? { ...gebeurtenis, ...anders } : gebeurtenis,
  ),
});
