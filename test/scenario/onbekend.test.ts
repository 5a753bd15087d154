/**
 * A casus that is not there and one that may not be seen are answered the same way (domein.md §7): the same words, the
 * same requests of the store, the same bytes over HTTP, however long the journal is that is not shown.
 */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { OPDRACHT_SOORTEN } from '../../src/kern/opdrachten.ts';
import { WACHTLIJST_VT } from '../../src/toepassing/casus/wachtlijstregistratie.ts';
import type { Opslag } from '../../src/toepassing/poorten.ts';
import { BEA, JOOST, NOOR, ONNO, ZITA, type Mens } from './mensen.ts';
import { draagOver, meld } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';
const ONBEKEND = 'VT-2026-9999';
const GEEN = 'Deze casus is niet gevonden, of je hebt er geen toegang toe.';
const BUITENSTAANDERS: [string, Mens][] = [
  ['a member of another team', ZITA],
  ['the contactambtenaar it was not brought to', JOOST],
  ['a beheerder', BEA],
  ['someone in no adresboek', ONNO],
];
const METHODEN = ['lees', 'maak', 'vervang', 'teWekken', 'zoek', 'leesRegister', 'schrijfRegister'] as const;

/** A casus of forty events, and a count of every request to the store. */
async function metGeschiedenis(): Promise<{ wereld: Wereld; gevraagd: () => string[] }> {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  for (let nr = 0; nr < 30; nr++) await wereld.klik(NOOR, 'bekijk-overdracht', { casusnummer: X, overdracht: 1 });
  await wereld.nieuws();
  // Each has spoken before: where someone can be reached is written down once.
  for (const [, wie] of BUITENSTAANDERS) await wereld.typ(wie, 'help');
  const opslag: Opslag = wereld.toepassing().omgeving.opslag;
  const spionnen = METHODEN.map((naam) => vi.spyOn(opslag, naam));
  onTestFinished(() => spionnen.forEach((spion) => spion.mockRestore()));
  return {
    wereld,
    gevraagd: () =>
      METHODEN.flatMap((naam, nr) => {
        const keer = spionnen[nr]?.mock.calls.length ?? 0;
        spionnen[nr]?.mockClear();
        return keer > 0 ? [`${naam} ${keer}`] : [];
      }),
  };
}

const VRAGEN: readonly ((nummer: string) => string)[] = [
  (nummer) => `status ${nummer}`,
  (nummer) => `tijdlijn ${nummer}`,
  (nummer) => `wie is verantwoordelijk voor casus ${nummer}`,
  (nummer) => `wie was verantwoordelijk voor casus ${nummer} op 23 november 2026`,
];

describe('asked in Teams', () => {
  test.each(BUITENSTAANDERS)('by %s: every question and every click', async (_naam, wie) => {
    const { wereld, gevraagd } = await metGeschiedenis();
    for (const vraag of VRAGEN) {
      const uit: unknown[] = [];
      for (const nummer of [X, ONBEKEND]) {
        gevraagd();
        const antwoord = await wereld.typ(wie, vraag(nummer));
        expect(antwoord.tekst).toBe(GEEN);
        uit.push([antwoord, gevraagd()]);
      }
      expect({ vraag: vraag('X'), uit: uit[0] }).toEqual({ vraag: vraag('X'), uit: uit[1] });
      // Once for the casus, once for whose rosters might change the answer, and once for where it was asked.
      expect(uit[1]).toMatchObject([{}, ['lees 1', 'zoek 1', 'leesRegister 1']]);
    }
    const inhoud = {
      reden: 'x',
      toelichting: 'x',
      wat: 'verzoek-raad',
      wie: 'melder',
      fase: 'herstel',
      uitkomst: 'veilig-thuis',
      datum: '2026-11-23',
      tijd: '09:00',
      via: 'telefoon',
      doorWie: 'x',
      besluit: 'geen-zorgen',
      team: 'cjg-zuid',
      wijze: 'koud',
      feiten: 'x',
    };
    for (const verb of [...OPDRACHT_SOORTEN, 'status', 'tijdlijn', 'acties', 'bekijk-overdracht', 'onzin']) {
      // An outcome for the team is checked against its wachtlijst, as an overdracht is.
      const naarTeam = verb === 'meningsverschil-oplossen' ? [{ ...inhoud, uitkomst: 'lokale-toegang' }] : [];
      for (const velden of [inhoud, ...naarTeam, {}]) {
        const uit: unknown[] = [];
        for (const casusnummer of [X, ONBEKEND]) {
          gevraagd();
          const antwoord = await wereld.klik(wie, verb, { ...velden, casusnummer, overdracht: 1, versie: 3 });
          uit.push([verb, antwoord, gevraagd()]);
        }
        expect(uit[0]).toEqual(uit[1]);
      }
    }
  });
});

test('a control: who may see it is answered otherwise', async () => {
  const { wereld, gevraagd } = await metGeschiedenis();
  // Whether she was greeted is asked at the first thing she types.
  await wereld.typ(NOOR, 'help');
  gevraagd();
  expect((await wereld.typ(NOOR, `status ${X}`)).tekst).toContain(X);
  expect(gevraagd()).toEqual(['lees 1', 'leesRegister 1']);
  expect((await wereld.klik(ZITA, 'weigeren', { casusnummer: X, overdracht: 1, reden: 'x' })).tekst).toBe(GEEN);
  expect(gevraagd()).toEqual(['lees 1', 'zoek 1', 'leesRegister 1']);
  expect((await wereld.klik(NOOR, 'weigeren', { casusnummer: X, overdracht: 1, reden: 'x' })).soort).toBe('kaart');
});

describe('by the API, which sees every casus but not the bot’s own records', () => {
  const paden: [string, string, unknown][] = [
    ['GET', '', undefined],
    ['GET', '/verantwoordelijke', undefined],
    ['GET', '/verantwoordelijke?op=2026-11-23T12:00:00Z', undefined],
    ['POST', '/opdrachten', { soort: 'intrekken', reden: 'x' }],
    ['POST', '/opdrachten', { soort: 'ontvangst-bevestigen' }],
    ['POST', '/opdrachten', { soort: 'uitkomst-aanvaarden' }],
    ['POST', '/opdrachten', { soort: 'meningsverschil-oplossen', uitkomst: 'lokale-toegang' }],
  ];
  test('a record of the bot is answered as a casus that is not there', async () => {
    const { wereld, gevraagd } = await metGeschiedenis();
    // A melding past its triage term makes the record of Veilig Thuis's wachtlijst.
    await meld(wereld, 'VT-2026-0002');
    await wereld.naar('2026-12-02T12:00:00+01:00');
    const even = 'x'.repeat(WACHTLIJST_VT.length);
    const { opslag } = wereld.toepassing().omgeving;
    expect(await Promise.all([opslag.lees(WACHTLIJST_VT), opslag.lees(even)])).toEqual([expect.anything(), undefined]);
    for (const [methode, pad, body] of paden) {
      const uit: unknown[][] = [];
      for (const nummer of [WACHTLIJST_VT, even]) {
        gevraagd();
        const antwoord = await fetch(`${wereld.toepassing().url}/api/v1/casussen/${encodeURIComponent(nummer)}${pad}`, {
          method: methode,
          headers: { ...wereld.sleutel, 'content-type': 'application/json', 'if-match': '"x"' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        const koppen = [...antwoord.headers].filter(([naam]) => naam !== 'date' && naam !== 'x-correlatie-id');
        uit.push([antwoord.status, koppen, await antwoord.text(), gevraagd()]);
      }
      expect({ methode, pad, uit: uit[0] }).toEqual({ methode, pad, uit: uit[1] });
      expect(uit[0]?.[0]).toBe(404);
    }
  });
});
