/**
 * Teams sends a click again when the answer is late: at once, later, under the same id or another (teams-feiten.md,
 * Clicks). Whatever the button: it is done once, everyone is told once, and each time the answer is the same.
 */
import { describe, expect, test } from 'vitest';
import type { GebeurtenisSoort } from '../../src/kern/gebeurtenissen.ts';
import { OPDRACHT_SOORTEN, type OpdrachtSoort } from '../../src/kern/opdrachten.ts';
import { leesKlikAntwoord, type KlikAntwoord } from '../scenario/kaart.ts';
import { JOOST, NOOR, persoonlijkGesprek, VERA, type Mens } from '../scenario/mensen.ts';
import { maakWereld, type Wereld } from '../scenario/wereld.ts';
import { KLIKVELDEN } from '../steun/opdrachten.ts';
import { stuur } from '../steun/teams.ts';
import { mag } from '../toepassing/rechtentabel.ts';
import { vanMens } from './steun-buiten.ts';

const KEREN = 5;

type Stap = [Mens, OpdrachtSoort, Record<string, unknown>?];
interface Geval {
  wie: Mens;
  /** What goes before. */
  na: Stap[];
  extra?: Record<string, unknown>;
  /** The day of the click; default that of what went before. */
  dag?: string;
  /** It is written down once for the team: each manner then has a region of its own. */
  vanHetTeam?: boolean;
}

const OVER: Stap[] = [
  [VERA, 'triage-afronden'],
  [VERA, 'overdragen'],
];
const BIJ: Stap[] = [...OVER, [NOOR, 'ontvangst-bevestigen']];
const OPGEPAKT: Stap[] = [...BIJ, [NOOR, 'oppakken']];
const ONEENS: Stap[] = [...BIJ, [NOOR, 'meningsverschil-melden']];
const VOORSTEL: Stap[] = [...ONEENS, [VERA, 'meningsverschil-oplossen']];
const BIJ_VT: Stap[] = [[VERA, 'triage-afronden', { besluit: 'veilig-thuis', vervolg: 'onderzoek' }]];
const TERUG: Stap[] = [...BIJ, [NOOR, 'terugleggen-vragen']];
const VOL: Stap[] = [...BIJ, [NOOR, 'wachtlijst-melden']];
/** The triage term has passed, so that the melding is on VT's wachtlijst. */
const WACHT = { wie: VERA, na: [], dag: '2026-12-02' };

/** Any other is given once the team has the casus, by whoever may by the table of rights. */
const EIGEN: Partial<Record<OpdrachtSoort, Geval>> = {
  'triage-afronden': { wie: VERA, na: [] },
  overdragen: { wie: VERA, na: OVER.slice(0, 1) },
  'bevestiging-vastleggen': { wie: VERA, na: OVER },
  'ontvangst-bevestigen': { wie: NOOR, na: OVER },
  weigeren: { wie: NOOR, na: OVER },
  'wachtlijst-melden': { wie: NOOR, na: BIJ, vanHetTeam: true },
  'meningsverschil-opschalen': { wie: NOOR, na: ONEENS },
  'meningsverschil-oplossen': { wie: VERA, na: ONEENS },
  'uitkomst-aanvaarden': { wie: NOOR, na: VOORSTEL },
  'uitkomst-afwijzen': { wie: NOOR, na: VOORSTEL },
  'vervolg-ingezet': { wie: VERA, na: BIJ_VT },
  'zicht-bevestigen': { wie: VERA, na: [...BIJ_VT, [VERA, 'vervolg-ingezet']] },
  'terugleggen-accepteren': { wie: VERA, na: TERUG },
  'terugleggen-weigeren': { wie: VERA, na: TERUG },
  intrekken: { wie: VERA, na: OVER },
  'nieuwe-melding': { wie: VERA, na: OPGEPAKT },
  'gemeente-geinformeerd': { wie: VERA, na: VOL },
  'interventie-gemeente-vastleggen': { wie: JOOST, na: VOL, vanHetTeam: true },
  geinformeerd: { wie: VERA, na: [[VERA, 'triage-afronden', { besluit: 'geen-zorgen' }]] },
  'aanpakfase-vastleggen': { wie: NOOR, na: OPGEPAKT },
  'monitoring-afronden': {
    wie: NOOR,
    na: [...BIJ, [NOOR, 'monitoring-afspreken'], [NOOR, 'monitoring-afspreken', { wat: 'opnieuw bellen' }]],
  },
  gescreend: WACHT,
  'direct-gevaar': WACHT,
  afsluiten: { wie: NOOR, na: OPGEPAKT },
};

const gevalVan = (soort: OpdrachtSoort): Geval =>
  EIGEN[soort] ?? { wie: mag('t', soort, 'ontvangen') ? NOOR : VERA, na: BIJ };

/** What each click writes down; of any other, one event of the same kind each time. */
const GEBEURTENIS: Partial<Record<OpdrachtSoort, GebeurtenisSoort>> = {
  'triage-afronden': 'triage-afgerond',
  overdragen: 'overdracht-verzonden',
  'bevestiging-vastleggen': 'ontvangst-bevestigd',
  'ontvangst-bevestigen': 'ontvangst-bevestigd',
  weigeren: 'overdracht-geweigerd',
  oppakken: 'opgepakt',
  'niet-binnen-termijn': 'niet-binnen-termijn-gemeld',
  'wachtlijst-melden': 'wachtlijst-gemeld',
  'meningsverschil-melden': 'meningsverschil-gemeld',
  'meningsverschil-opschalen': 'meningsverschil-opgeschaald',
  'meningsverschil-oplossen': 'uitkomst-voorgesteld',
  'uitkomst-aanvaarden': 'meningsverschil-opgelost',
  'uitkomst-afwijzen': 'uitkomst-afgewezen',
  'vervolg-ingezet': 'vervolg-ingezet',
  'zicht-bevestigen': 'zicht-bevestigd',
  'terugleggen-vragen': 'terugleggen-gevraagd',
  'terugleggen-accepteren': 'teruggelegd',
  'terugleggen-weigeren': 'terugleggen-geweigerd',
  terugnemen: 'teruggenomen',
  intrekken: 'overdracht-ingetrokken',
  'nieuwe-melding': 'nieuwe-melding-ontvangen',
  'gemeente-geinformeerd': 'gemeente-geinformeerd',
  'interventie-gemeente-vastleggen': 'interventie-gemeente-vastgelegd',
  geinformeerd: 'geinformeerd',
  'melding-besproken': 'melding-besproken',
  'aanpakfase-vastleggen': 'aanpakfase-vastgelegd',
  'monitoring-afspreken': 'monitoring-afgesproken',
  'monitoring-afronden': 'monitoring-afgerond',
  signaleren: 'gesignaleerd',
  gescreend: 'gescreend',
  'direct-gevaar': 'direct-gevaar-vastgesteld',
  afsluiten: 'afgesloten',
};

/** What follows from it in the same write: VT keeps the casus with no other term running (domein.md §5). */
const DAARNA: { [S in OpdrachtSoort]?: string[] } = { 'vervolg-ingezet': ['zicht-bewaakt'] };

/** Sends the click under an id that Teams made for this casus. */
type Klik = (wereld: Wereld, id: string) => Promise<KlikAntwoord>;

const klikVan =
  (wie: Mens, verb: string, data: Record<string, unknown> & { casusnummer: string }): Klik =>
  async (wereld, id) => {
    const buiten = { connector: wereld.connector, url: wereld.toepassing().url };
    const activiteit = {
      id: `${data.casusnummer}-${id}`,
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    };
    const { status, body } = await stuur(buiten.url, vanMens(buiten, wie, persoonlijkGesprek(wie), activiteit));
    return leesKlikAntwoord(status, body);
  };

interface Manier {
  naam: string;
  /** Each on a casus of its own, all in one region: starting that costs more than the clicks. */
  casusnummer: string;
  /** The clicks are on more than one day. */
  overMiddernacht?: boolean;
  stuurAlle(wereld: Wereld, klik: Klik): Promise<KlikAntwoord[]>;
}

/** How a click comes more than once; each gives the answers. In this order the clock only goes on. */
const MANIEREN: Manier[] = [
  {
    naam: 'five times at once, under one id',
    casusnummer: 'VT-2026-0001',
    stuurAlle: (wereld, klik) => Promise.all(Array.from({ length: KEREN }, () => klik(wereld, 'een'))),
  },
  {
    naam: 'five times at once, each under an id of its own',
    casusnummer: 'VT-2026-0002',
    stuurAlle: (wereld, klik) => Promise.all(Array.from({ length: KEREN }, (_, nr) => klik(wereld, `los-${nr}`))),
  },
  {
    naam: 'five times in a row, under one id',
    casusnummer: 'VT-2026-0003',
    async stuurAlle(wereld, klik) {
      const antwoorden = [];
      for (let nr = 0; nr < KEREN; nr++) {
        antwoorden.push(await klik(wereld, 'rij'));
        await wereld.toepassing().bezorgd();
      }
      return antwoorden;
    },
  },
  {
    naam: '30 s later each time, under an id of its own',
    casusnummer: 'VT-2026-0004',
    stuurAlle: (wereld, klik) => herhaald(wereld, klik, '10:00:00'),
  },
  {
    naam: '30 s later, past midnight',
    casusnummer: 'VT-2026-0005',
    overMiddernacht: true,
    stuurAlle: (wereld, klik) => herhaald(wereld, klik, '23:59:45', 2),
  },
];

const ALLE = MANIEREN.map(({ casusnummer }) => casusnummer);

async function herhaald(wereld: Wereld, klik: Klik, tijd: string, keren = KEREN): Promise<KlikAntwoord[]> {
  const begin = Date.parse(`${wereld.klok.nu().slice(0, 10)}T${tijd}+01:00`);
  const antwoorden = [];
  for (let nr = 0; nr < keren; nr++) {
    await wereld.naar(new Date(begin + nr * 30_000).toISOString());
    antwoorden.push(await klik(wereld, `later-${nr}`));
  }
  return antwoorden;
}

async function besloten(wereld: Wereld, casusnummer: string): Promise<string[]> {
  return (await wereld.soorten(casusnummer)).filter((soort) => !soort.startsWith('bericht-'));
}

/** The same goes before in each casus, step by step: a team that is full takes none that comes after. */
async function opstelling({ na, dag }: Geval, casusnummers = ALLE): Promise<Wereld> {
  const wereld = await maakWereld();
  for (const casusnummer of casusnummers) {
    const melding = { casusnummer, gemeente: 'Breda', meldingOntvangenOp: '2026-11-23T08:00:00+01:00' };
    expect((await wereld.api('POST', '/api/v1/casussen', melding)).status).toBe(201);
  }
  for (const [wie, verb, extra] of na) {
    for (const casusnummer of casusnummers) {
      const data = { casusnummer, ...KLIKVELDEN[verb], ...extra };
      expect({ verb, ...(await wereld.klik(wie, verb, data)) }).toMatchObject({ verb, soort: 'kaart' });
    }
  }
  if (dag) await wereld.naar(`${dag}T09:00:00+01:00`);
  await wereld.gezegd();
  return wereld;
}

const NAMEN = MANIEREN.map(({ naam }) => naam).join('; ');

describe(`a click that comes more than once: ${NAMEN}`, () => {
  test.each(OPDRACHT_SOORTEN)('%s: done once, told once, the same answer', async (soort) => {
    const geval = gevalVan(soort);
    const { wie, extra, vanHetTeam } = geval;
    let geschreven: string | undefined = GEBEURTENIS[soort];
    const samen = vanHetTeam ? undefined : await opstelling(geval);
    for (const { naam, casusnummer, overMiddernacht, stuurAlle } of MANIEREN) {
      const wereld = samen ?? (await opstelling(geval, [casusnummer]));
      const data = { casusnummer, ...KLIKVELDEN[soort], ...extra };
      const voor = await besloten(wereld, casusnummer);
      const antwoorden = await stuurAlle(wereld, klikVan(wie, soort, data));
      expect(antwoorden.length).toBeGreaterThan(1);
      expect([naam, antwoorden.map((antwoord) => antwoord.soort)]).toEqual([naam, antwoorden.map(() => 'kaart')]);
      // What is left of a term is another number of days after midnight.
      const verschillend = new Set(antwoorden.map((een) => JSON.stringify(een))).size;
      if (!overMiddernacht) expect({ naam, verschillend }).toEqual({ naam, verschillend: 1 });
      // What is asked for today passes at midnight, which is no click's doing.
      const klok = overMiddernacht && !GEBEURTENIS[soort] ? 'termijn-verlopen' : undefined;
      const erbij = (await besloten(wereld, casusnummer)).slice(voor.length).filter((een) => een !== klok);
      geschreven ??= erbij[0];
      expect([naam, erbij]).toEqual([naam, [geschreven, ...(DAARNA[soort] ?? [])]]);
      const gezegd = await wereld.gezegd();
      expect([naam, gezegd]).toEqual([naam, [...new Set(gezegd)]]);
    }
  });

  test('nieuwe-casus: one casus, the same answer', async () => {
    const wereld = await maakWereld();
    for (const { naam, casusnummer, stuurAlle } of MANIEREN) {
      const data = { casusnummer, gemeente: 'breda', datum: '2026-11-23', tijd: '08:00' };
      const antwoorden = await stuurAlle(wereld, klikVan(VERA, 'nieuwe-casus', data));
      expect([naam, antwoorden.map((antwoord) => antwoord.soort)]).toEqual([naam, antwoorden.map(() => 'kaart')]);
      expect([naam, await wereld.soorten(casusnummer)]).toEqual([naam, ['melding-ontvangen']]);
    }
  });

  test('bekijk-overdracht: the content each time, and it is written down who saw it and how often (domein.md §7)', async () => {
    const wereld = await opstelling(gevalVan('ontvangst-bevestigen'));
    for (const { naam, casusnummer, overMiddernacht, stuurAlle } of MANIEREN) {
      const voor = await besloten(wereld, casusnummer);
      const knop = { casusnummer, overdracht: 1 };
      const antwoorden = await stuurAlle(wereld, klikVan(NOOR, 'bekijk-overdracht', knop));
      expect([naam, antwoorden.map(({ tekst }) => tekst.includes('Er is een melding.'))]).toEqual([
        naam,
        antwoorden.map(() => true),
      ]);
      // A day has an event of its own.
      const dagen = overMiddernacht ? antwoorden.length : 1;
      expect([naam, (await besloten(wereld, casusnummer)).slice(voor.length)]).toEqual([
        naam,
        Array.from({ length: dagen }, () => 'inhoud-bekeken'),
      ]);
      const document = (await wereld.toepassing().omgeving.opslag.lees(casusnummer))?.waarde;
      expect([naam, Object.values(document?.inzagen ?? {})]).toEqual([naam, dagen > 1 ? [] : [antwoorden.length]]);
    }
  });
});
