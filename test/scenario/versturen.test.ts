/** What can go wrong around sending, and does not come back: a message that cannot be made, a store that is away, a stop. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { KLOKVERSCHIL_MS } from '../../src/kern/tijd/klokverschil.ts';
import { verschuif } from '../../src/kern/tijd/werkdagen.ts';
import type { Vervangingen } from '../../src/samenstelling.ts';
import { metSchakels } from '../../src/toepassing/bewijs/keten.ts';
import { OpslagFout, type CasusDocument, type Opslag } from '../../src/toepassing/poorten.ts';
import { CLAIM_MS } from '../../src/toepassing/postvak/claim.ts';
import { KANALEN, NOORD, ZUID } from './mensen.ts';
import { draagOver, KOUD, meld, NAAR_LOKAAL } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';
const Y = 'VT-2026-0002';
const NOORD_KANAAL = KANALEN.noord.conversatie;
const BIJ_NOORD = { conversatie: NOORD_KANAAL, methode: 'POST' };
const meteen = { slaap: () => Promise.resolve() };

const berichtenIn = (wereld: Wereld, conversatie: string): string[] =>
  (wereld.connector.gesprekken.get(conversatie) ?? []).map(({ eerst }) => String(eerst['summary']));
const document = async (wereld: Wereld, casusnummer: string): Promise<CasusDocument> => {
  const gelezen = await wereld.toepassing().omgeving.opslag.lees(casusnummer);
  if (!gelezen) throw new Error(casusnummer);
  return gelezen.waarde;
};
const aantalVan = async (wereld: Wereld, casusnummer: string, soort: string): Promise<number> =>
  (await wereld.soorten(casusnummer)).filter((een) => een === soort).length;

/** Changes the stored document, with a chain that holds. */
async function verander(
  wereld: Wereld,
  casusnummer: string,
  wijzig: (document: CasusDocument) => CasusDocument,
): Promise<void> {
  const { opslag } = wereld.toepassing().omgeving;
  const gelezen = await opslag.lees(casusnummer);
  if (!gelezen) throw new Error(casusnummer);
  const anders = wijzig(structuredClone(gelezen.waarde));
  const los = anders.journaal.map(({ keten: _keten, ...gebeurtenis }) => gebeurtenis);
  const keten = metSchakels({ id: casusnummer, journaal: [], kop: '' }, los);
  await opslag.vervang({ ...anders, ...keten }, gelezen.etag);
}

describe('given a casus of which no card can be drawn any more', () => {
  async function onvulbaar(): Promise<Wereld> {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    await draagOver(wereld, Y);
    await verander(wereld, X, (oud) => ({
      ...oud,
      journaal: oud.journaal.map((een) => (een.soort === 'overdracht-verzonden' ? { ...een, op: 'geen moment' } : een)),
    }));
    await wereld.nieuws();
    return wereld;
  }

  test('when its terms pass, then each message is given up at once, Veilig Thuis hears it, and the others go on (§4.1)', async () => {
    const wereld = await onvulbaar();
    await wereld.naar('2026-11-26T08:40:00+01:00');
    const gezegd = await wereld.gezegd();
    expect(gezegd.filter((regel) => regel.includes('noord')).length).toBeGreaterThan(0);
    expect(gezegd.filter((regel) => regel.includes(Y)).length).toBeGreaterThan(0);
    const gemeld = await wereld.zie('vt', X, 'Bel Wijkteam Noord: 076 555 01 01.');
    expect(gemeld.tekst).toContain('de bot kon dit bericht niet maken');
    expect((await wereld.zie('vt', X, `typ status ${X}`)).tekst).toContain('Kijk zelf');
    expect((await document(wereld, X)).postvak).toEqual([]);
  });

  test('when a week goes by, then its document does not grow by tries that never end', async () => {
    const wereld = await onvulbaar();
    await wereld.naar('2026-11-30T12:00:00+01:00');
    const { journaal, postvak } = await document(wereld, X);
    expect(postvak).toEqual([]);
    // Of each message three events, that it cannot be made and that this was told, where the other casus has one.
    expect(journaal.length).toBeLessThan(3 * (await document(wereld, Y)).journaal.length);
  });
});

test('given a message on which every instance dies, when its claim has run out for the tenth time, then it is given up and Veilig Thuis hears it', async () => {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  await wereld.nieuws();
  const sleutel = `${X}/99/ping-1/${NOORD}`;
  await verander(wereld, X, (oud) => ({
    ...oud,
    postvak: [
      {
        nr: 3,
        kaart: 'voortgang',
        aan: 'kanaal-team',
        team: NOORD,
        sleutel,
        adres: { kanaal: NOORD },
        pogingen: 10,
        gemaaktOp: wereld.klok.nu(),
        nietVoor: wereld.klok.nu(),
        bezigTot: verschuif(wereld.klok.nu(), CLAIM_MS),
      },
    ],
    wekOp: wereld.klok.nu(),
  }));
  wereld.klok.vooruit(CLAIM_MS + KLOKVERSCHIL_MS);
  await wereld.ronde();
  await wereld.ronde();
  expect((await wereld.zie('vt', X, 'viel steeds stil')).tekst).toContain('Wijkteam Noord');
  expect((await document(wereld, X)).postvak).toEqual([]);
});

/** A store that fails when it is told to, before or after the write was done. */
function storend(): {
  omhulOpslag(opslag: Opslag): Opslag;
  stoor(wanneer: (document: CasusDocument) => 'voor' | 'na' | undefined): void;
} {
  let wanneer: (document: CasusDocument) => 'voor' | 'na' | undefined = () => undefined;
  return {
    stoor(nieuw) {
      wanneer = nieuw;
    },
    omhulOpslag: (opslag) => ({
      ...opslag,
      async vervang(nieuw, etag) {
        const hoe = wanneer(nieuw);
        if (hoe === 'voor') throw new OpslagFout('503', new Error('weg'));
        const geschreven = await opslag.vervang(nieuw, etag);
        if (hoe === 'na') throw new OpslagFout('ECONNRESET', new Error('weg'));
        return geschreven;
      },
    }),
  };
}

describe('given a card that has arrived', () => {
  const keren = (aantal: number, hoe: 'voor' | 'na') => {
    let over = aantal;
    return ({ journaal }: CasusDocument): 'voor' | 'na' | undefined => {
      const isUitkomst = journaal.at(-1)?.soort === 'bericht-bezorgd';
      if (!isUitkomst || over === 0) return undefined;
      over -= 1;
      return hoe;
    };
  };
  test.each([
    ['three times, before it was written', 3, 'voor'],
    ['once, after it was written', 1, 'na'],
  ] as const)(
    'when the store fails to write that down %s, then it is written down all the same, and nothing is sent twice',
    async (_naam, aantal, hoe) => {
      const opslag = storend();
      const wereld = await maakWereld({ vervangingen: { ...meteen, omhulOpslag: opslag.omhulOpslag } });
      await meld(wereld, X);
      await wereld.vt(X, NAAR_LOKAAL);
      wereld.connector.gesprekken.clear();
      opslag.stoor(keren(aantal, hoe));
      await wereld.vt(X, KOUD(NOORD));
      await wereld.nieuws();
      await wereld.naar('2026-11-23T10:00:00+01:00');
      expect(berichtenIn(wereld, NOORD_KANAAL)).toEqual([`Overdracht ${X}`]);
      expect(berichtenIn(wereld, KANALEN.vt.conversatie)).toEqual([`Overdracht ${X}`]);
      expect(await aantalVan(wereld, X, 'bericht-onzeker')).toBe(0);
    },
  );

  test('when the store stays away for as long as the claim lasts, then it is sent once more, marked', async () => {
    const opslag = storend();
    const wereld = await maakWereld({ vervangingen: { ...meteen, omhulOpslag: opslag.omhulOpslag } });
    await meld(wereld, X);
    await wereld.vt(X, NAAR_LOKAAL);
    wereld.connector.gesprekken.clear();
    opslag.stoor(keren(Infinity, 'voor'));
    await wereld.vt(X, KOUD(NOORD));
    opslag.stoor(() => undefined);
    await wereld.naar('2026-11-23T10:00:00+01:00');
    expect(berichtenIn(wereld, NOORD_KANAAL)).toEqual([`Overdracht ${X}`, `Herhaling: Overdracht ${X}`]);
  });
});

test('given a bundle of five, when the store refuses to let one of them be taken, then the other four are sent together and the fifth after them', async () => {
  const opslag = storend();
  const wereld = await maakWereld({ vervangingen: { ...meteen, omhulOpslag: opslag.omhulOpslag } });
  const nummers = [1, 2, 3, 4, 5].map((nr) => `VT-2026-000${nr}`);
  for (const nummer of nummers) await draagOver(wereld, nummer);
  await wereld.nieuws();
  let keer = 0;
  opslag.stoor(({ id, postvak }) =>
    id === nummers[2] &&
    postvak.some(({ kaart, bezigTot }) => kaart === 'ping' && bezigTot !== undefined) &&
    (keer += 1) === 1
      ? 'voor'
      : undefined,
  );
  await wereld.naar('2026-11-25T08:30:00+01:00');
  expect(keer).toBeGreaterThan(0);
  expect((await wereld.gezegd()).map((regel) => regel.slice('wo 25 nov 2026 08:30 '.length))).toEqual([
    'noord: 4 casussen vragen om actie',
  ]);
  await wereld.naar('2026-11-25T08:35:00+01:00');
  const [later, ...meer] = await wereld.gezegd();
  expect(meer).toEqual([]);
  expect(later).toContain(nummers[2]);
  for (const nummer of nummers) expect(await aantalVan(wereld, nummer, 'bericht-onzeker')).toBe(0);
});

test('given two pings that are too few for a bundle, when the store refuses to let the first be taken, then the second goes out all the same', async () => {
  const opslag = storend();
  const wereld = await maakWereld({ vervangingen: { ...meteen, omhulOpslag: opslag.omhulOpslag } });
  for (const nummer of [X, Y]) await draagOver(wereld, nummer);
  await wereld.nieuws();
  let keer = 0;
  opslag.stoor(({ id, postvak }) =>
    id === X && postvak.some(({ kaart, bezigTot }) => kaart === 'ping' && bezigTot !== undefined) && (keer += 1) === 1
      ? 'voor'
      : undefined,
  );
  await wereld.naar('2026-11-25T08:30:00+01:00');
  const [regel, ...meer] = await wereld.gezegd();
  expect(meer).toEqual([]);
  expect(regel).toContain(Y);
  await wereld.naar('2026-11-25T08:35:00+01:00');
  expect((await wereld.gezegd()).filter((een) => een.includes(X))).toHaveLength(1);
});

describe('given messages under way', () => {
  test('when the program stops with a backlog, then what only waited is taken back, and comes once and unmarked after the start', async () => {
    const vervangingen: Vervangingen = {};
    const wereld = await maakWereld({ vervangingen });
    const nummers = Array.from({ length: 12 }, (_, nr) => `VT-2026-00${String(nr + 10)}`);
    for (const nummer of nummers) await meld(wereld, nummer);
    for (const nummer of nummers) await wereld.vt(nummer, NAAR_LOKAAL);
    vervangingen.identiteit = { grenzen: { perGesprek: [{ aantal: 2, perMs: 3_600_000 }] } };
    await wereld.herstart();
    wereld.connector.gesprekken.clear();
    for (const nummer of nummers) {
      const antwoord = await fetch(`${wereld.toepassing().url}/api/v1/casussen/${nummer}/opdrachten`, {
        method: 'POST',
        headers: { ...wereld.sleutel, 'content-type': 'application/json' },
        body: JSON.stringify(KOUD(NOORD)),
      });
      expect(antwoord.status).toBe(200);
    }
    expect(berichtenIn(wereld, NOORD_KANAAL).length).toBeLessThan(3);
    delete vervangingen.identiteit;
    await wereld.herstart();
    await wereld.naar('2026-11-23T12:00:00+01:00');
    expect(berichtenIn(wereld, NOORD_KANAAL).toSorted()).toEqual(nummers.map((nummer) => `Overdracht ${nummer}`));
    for (const nummer of nummers) expect(await aantalVan(wereld, nummer, 'bericht-onzeker')).toBe(0);
  });

  test('when one is not answered before the program must end, then it is written down as one that may have arrived', async () => {
    const wereld = await maakWereld({ vervangingen: meteen });
    await meld(wereld, X);
    await wereld.vt(X, NAAR_LOKAAL);
    wereld.connector.stoor({ soort: 'hang' }, { ...BIJ_NOORD, keer: 1 });
    const aantal = wereld.connector.aanroepen.length;
    await fetch(`${wereld.toepassing().url}/api/v1/casussen/${X}/opdrachten`, {
      method: 'POST',
      headers: { ...wereld.sleutel, 'content-type': 'application/json' },
      body: JSON.stringify(KOUD(NOORD)),
    });
    await wereld.connector.wachtOp(aantal + 1);
    await wereld.herstart();
    expect(await aantalVan(wereld, X, 'bericht-onzeker')).toBe(1);
    await wereld.naar('2026-11-23T09:30:00+01:00');
    expect(berichtenIn(wereld, NOORD_KANAAL).at(-1)).toBe(`Herhaling: Overdracht ${X}`);
  });
});

test('given a secret that has expired, when nothing has arrived for ten minutes, then everybody outside Teams can know, until something arrives again', async () => {
  let seinen = 0;
  const waakhond = createServer((_verzoek, antwoord) => {
    seinen += 1;
    antwoord.end();
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void waakhond.close());
  await new Promise((luistert) => waakhond.once('listening', luistert));
  const wereld = await maakWereld({
    env: { WAAKHOND_URL: `http://127.0.0.1:${(waakhond.address() as AddressInfo).port}/` },
  });
  await meld(wereld, X);
  await wereld.vt(X, NAAR_LOKAAL);
  wereld.connector.stoor({ soort: 'weiger', status: 401 });
  await wereld.vt(X, KOUD(NOORD));
  await wereld.vt(X, { soort: 'intrekken', reden: 'Verkeerd team.' });
  await wereld.vt(X, KOUD(ZUID));
  const stil = async (): Promise<boolean> =>
    (await wereld.toezicht()).bevindingen.some(({ soort }) => soort === 'niets-bezorgd');
  expect(await stil()).toBe(false);
  await wereld.naar('2026-11-23T09:11:00+01:00');
  const voorheen = seinen;
  expect(await stil()).toBe(true);
  expect(await stil()).toBe(true);
  expect(seinen).toBe(voorheen);
  const bewaking = async (pad: string): Promise<string> => (await fetch(`${wereld.toepassing().url}${pad}`)).text();
  expect(await bewaking('/readyz')).toContain('niets-bezorgd');
  expect(await bewaking('/metrics')).toContain('toezicht_bevindingen{soort="niets-bezorgd"} 1');
  const fouten = wereld.log.filter((regel) => regel.includes('"level":50') && regel.includes('niets-bezorgd'));
  expect(fouten).toHaveLength(1);

  wereld.connector.stoorNietMeer();
  await wereld.naar('2026-11-23T09:40:00+01:00');
  expect(await stil()).toBe(false);
  expect(await bewaking('/readyz')).not.toContain('niets-bezorgd');
});
