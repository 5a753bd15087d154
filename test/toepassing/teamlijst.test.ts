/** The record of a team's wachtlijst on a real store: one signal, one end, and a crash at every write in between (§4.2). */
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/adapters/opslag/sqlite.ts';
import { meldingSchema } from '../../src/kern/onderwerpen/melding.ts';
import { opdrachtSchema } from '../../src/kern/opdrachten.ts';
import { instant } from '../../src/kern/tijd/werkdagen.ts';
import { maakVirtueleKlok } from '../../src/klok.ts';
import { maakBeheer } from '../../src/toepassing/beheer/beheerregistratie.ts';
import { maakBezorger } from '../../src/toepassing/bezorging/bezorger.ts';
import { maakDienst } from '../../src/toepassing/casus/dienst.ts';
import { maakRonde } from '../../src/toepassing/klok/ronde.ts';
import { OpslagFout, type CasusDocument, type Opslag } from '../../src/toepassing/poorten.ts';
import { maakAdressen } from '../../src/toepassing/streek/adressen.ts';
import { maakOmgeving } from '../steun/omgeving.ts';
import { KOUD, melding, NAAR_TEAM, NOOR, SYSTEEM, TEAM, YOUSSEF, type Json } from '../steun/toepassing.ts';

const A = 'VT-2026-0001';
const B = 'VT-2026-0002';
const C = 'VT-2026-0003';
const D = 'VT-2026-0004';
const LIJST = `~wachtlijst-team-${TEAM}`;
const MAANDAG = '2026-11-30T10:00:00+01:00';
const DINSDAG = '2026-12-01T08:30:00+01:00';
const VOL = { soort: 'wachtlijst-melden', toelichting: 'Zes weken' };
const GREEP_IN = { soort: 'interventie-gemeente-vastleggen', wat: 'Extra uren' };

/** Breaks off at the write that `stuk` names: what comes after it in that process is not done. */
function metBreuk(opslag: Opslag, breuk: { bij?: string }): Opslag {
  const schrijf = async <T>({ id }: CasusDocument, doe: () => Promise<T>): Promise<T> => {
    if (id === breuk.bij) throw new OpslagFout('weg', undefined);
    return doe();
  };
  return {
    ...opslag,
    maak: (document) => schrijf(document, () => opslag.maak(document)),
    vervang: (document, etag) => schrijf(document, () => opslag.vervang(document, etag)),
  };
}

async function maakWereld() {
  const opslag = openSqlite({ bestand: ':memory:' });
  onTestFinished(() => opslag.sluit());
  const klok = maakVirtueleKlok(instant(MAANDAG), 0);
  const breuk: { bij?: string } = {};
  /** A process on that store; the next one knows nothing of the one before it. */
  async function start() {
    const { omgeving } = await maakOmgeving(metBreuk(opslag, breuk), klok);
    const bezorger = maakBezorger(omgeving);
    const beheer = maakBeheer({ omgeving, adressen: maakAdressen(opslag), bezorger });
    return { bezorger, dienst: maakDienst(omgeving, bezorger), ronde: maakRonde(omgeving, bezorger, beheer) };
  }
  let proces = await start();
  const doe = async (casusnummer: string, opdracht: Json, aanvrager = YOUSSEF) => {
    const uitslag = await proces.dienst.voerUit({ casusnummer, opdracht: opdrachtSchema.parse(opdracht), aanvrager });
    await proces.bezorger.klaar();
    return uitslag;
  };
  const lees = async (id: string): Promise<CasusDocument> => {
    const gelezen = await opslag.lees(id);
    if (!gelezen) throw new Error(`${id} is er niet`);
    return gelezen.waarde;
  };
  return {
    opslag,
    doe,
    lees,
    async draagOver(...nummers: string[]): Promise<void> {
      for (const casusnummer of nummers) {
        await proces.dienst.registreer(meldingSchema.parse(melding({ casusnummer })), SYSTEEM);
        await doe(casusnummer, NAAR_TEAM);
        expect(await doe(casusnummer, KOUD)).toMatchObject({ ok: true });
      }
    },
    async om(nu: string) {
      klok.zet(instant(nu));
      const uitslag = await proces.ronde.loop();
      await proces.bezorger.klaar();
      return uitslag;
    },
    /** Does this, breaks off at the first write of that document, and starts anew. */
    async breekAf(bij: string, gedaan: () => Promise<unknown>): Promise<void> {
      breuk.bij = bij;
      await expect(gedaan()).rejects.toThrow(OpslagFout);
      await proces.bezorger.klaar();
      delete breuk.bij;
      proces = await start();
    },
    fasen: async (...nummers: string[]) => Promise.all(nummers.map(async (nummer) => (await lees(nummer)).fase)),
    lijst: async () => (await lees(LIJST)).journaal.map(({ soort }) => soort.replace('teamwachtlijst-', '')),
    wat: async (nummer: string, soort: string) =>
      (await lees(nummer)).journaal
        .filter((gebeurd) => gebeurd.soort === soort)
        .map(({ door, gegevens }) => ({ door: door.rol, ...gegevens })),
  };
}

const WACHT = ['wachtlijst', 'wachtlijst'];
const BIJ_VT = ['bij-veilig-thuis', 'bij-veilig-thuis'];

describe('a team that signals a wachtlijst in one casus (§4.2)', () => {
  test('holds it for every casus that it did not pick up, and for no other; the record says so', async () => {
    const wereld = await maakWereld();
    await wereld.draagOver(A, B, C);
    for (const opdracht of ['ontvangst-bevestigen', 'oppakken']) await wereld.doe(C, { soort: opdracht }, NOOR);
    await wereld.doe(B, { soort: 'ontvangst-bevestigen' }, NOOR);
    expect(await wereld.doe(A, VOL, NOOR)).toMatchObject({ ok: true });
    expect(await wereld.fasen(A, B, C)).toEqual([...WACHT, 'opgepakt']);
    expect(await wereld.wat(B, 'wachtlijst-gemeld')).toEqual([
      { door: 'klok', overdracht: 1, toelichting: 'het team heeft een wachtlijst' },
    ]);
    expect(await wereld.lijst()).toEqual(['ontstaan', 'doorgegeven']);
    await wereld.doe(A, VOL, NOOR);
    await wereld.om(MAANDAG);
    expect(await wereld.lijst()).toEqual(['ontstaan', 'doorgegeven']);
  });

  test('nothing more is handed to it, until one intervention lifts it for all', async () => {
    const wereld = await maakWereld();
    await wereld.draagOver(A, B);
    await wereld.doe(A, VOL, NOOR);
    await expect(wereld.draagOver(D)).rejects.toThrow();
    expect(await wereld.doe(D, KOUD)).toMatchObject({ ok: false, code: 'team-heeft-wachtlijst' });
    expect(await wereld.doe(B, GREEP_IN)).toMatchObject({ ok: true });
    expect(await wereld.fasen(A, B)).toEqual(BIJ_VT);
    expect(await wereld.wat(A, 'interventie-gemeente-vastgelegd')).toEqual([
      { door: 'vt-medewerker', overdracht: 1, wat: 'Extra uren' },
    ]);
    expect(await wereld.lijst()).toEqual(['ontstaan', 'doorgegeven', 'opgeheven', 'doorgegeven']);
    for (const nummer of [A, B, D]) expect(await wereld.doe(nummer, KOUD)).toMatchObject({ ok: true });
    // The repeat of that click is about the wachtlijst that was, not about a new one.
    await wereld.om('2026-12-01T11:00:00+01:00');
    await wereld.doe(D, VOL, NOOR);
    expect(await wereld.fasen(A, B, D)).toEqual([...WACHT, 'wachtlijst']);
    await wereld.doe(B, GREEP_IN, YOUSSEF);
    expect(await wereld.fasen(A, B, D)).toEqual([...BIJ_VT, 'bij-veilig-thuis']);
  });

  test('a casus that was sent at the very moment of the signal follows at the next opening', async () => {
    const wereld = await maakWereld();
    await wereld.draagOver(A, B);
    const { waarde } = (await wereld.opslag.lees(B)) ?? {};
    await wereld.doe(A, VOL, NOOR);
    const nu = await wereld.opslag.lees(B);
    await wereld.opslag.vervang({ ...waarde, id: B } as CasusDocument, nu?.etag ?? '');
    await wereld.om('2026-11-30T16:00:00+01:00');
    expect(await wereld.fasen(B)).toEqual(['overgedragen']);
    await wereld.om(DINSDAG);
    expect(await wereld.fasen(B)).toEqual(['wachtlijst']);
    // And the record goes on in the new month as it was.
    expect(await wereld.lijst()).toEqual(['registratie-vervolgd', 'doorgegeven']);
  });
});

describe('a crash on the way', () => {
  test.each([
    ['between the casus and the record', LIJST],
    ['between the record and another casus', B],
  ])('%s: the first round of the next process goes on', async (_, bij) => {
    const wereld = await maakWereld();
    await wereld.draagOver(A, B);
    await wereld.breekAf(bij, () => wereld.doe(A, VOL, NOOR));
    expect(await wereld.fasen(A, B)).toEqual(['wachtlijst', 'overgedragen']);
    await wereld.om('2026-11-30T10:01:00+01:00');
    expect(await wereld.fasen(A, B)).toEqual(WACHT);
    expect(await wereld.lijst()).toEqual(['ontstaan', 'doorgegeven']);
  });

  test.each([
    ['between the casus and the record', LIJST],
    ['between the record and another casus', B],
  ])('%s, at the end: the next round frees the others, in the bot’s own words', async (_, bij) => {
    const wereld = await maakWereld();
    await wereld.draagOver(A, B);
    await wereld.doe(A, VOL, NOOR);
    await wereld.om('2026-11-30T11:00:00+01:00');
    await wereld.breekAf(bij, () => wereld.doe(A, GREEP_IN));
    expect(await wereld.fasen(A, B)).toEqual(['bij-veilig-thuis', 'wachtlijst']);
    await wereld.om('2026-11-30T11:01:00+01:00');
    expect(await wereld.fasen(A, B)).toEqual(BIJ_VT);
    expect(await wereld.wat(B, 'interventie-gemeente-vastgelegd')).toEqual([
      { door: 'klok', overdracht: 1, wat: 'de gemeente heeft ingegrepen' },
    ]);
    expect((await wereld.lijst()).slice(-2)).toEqual(['opgeheven', 'doorgegeven']);
    expect(await wereld.doe(B, KOUD)).toMatchObject({ ok: true });
  });

  test('whoever clicks again instead finds the rest done', async () => {
    const wereld = await maakWereld();
    await wereld.draagOver(A, B);
    await wereld.breekAf(LIJST, () => wereld.doe(A, VOL, NOOR));
    await wereld.doe(A, VOL, NOOR);
    expect(await wereld.fasen(A, B)).toEqual(WACHT);
    await wereld.breekAf(LIJST, () => wereld.doe(A, GREEP_IN));
    await wereld.doe(A, GREEP_IN);
    expect(await wereld.fasen(A, B)).toEqual(BIJ_VT);
  });

  test('a casus that cannot be read leaves it due; the others follow, and the round goes on', async () => {
    const wereld = await maakWereld();
    await wereld.draagOver(A, B, C);
    const gelezen = await wereld.opslag.lees(B);
    if (!gelezen) throw new Error(B);
    await wereld.opslag.vervang({ ...gelezen.waarde, journaal: [null as never] }, gelezen.etag);
    expect(await wereld.doe(A, VOL, NOOR)).toMatchObject({ ok: true });
    expect(await wereld.fasen(A, C)).toEqual(WACHT);
    expect(await wereld.lijst()).toEqual(['ontstaan']);
    expect((await wereld.om('2026-11-30T10:01:00+01:00')).mislukt).toBeGreaterThan(0);
    const stuk = await wereld.opslag.lees(B);
    await wereld.opslag.vervang(gelezen.waarde, stuk?.etag ?? '');
    await wereld.om('2026-11-30T10:02:00+01:00');
    expect(await wereld.fasen(B)).toEqual(['wachtlijst']);
    expect(await wereld.lijst()).toEqual(['ontstaan', 'doorgegeven']);
  });
});
