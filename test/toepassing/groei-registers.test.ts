/** Ten years of use of what is kept beside the casussen: no register grows to what the store holds. */
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/adapters/opslag/sqlite.ts';
import { legBeheerVast, vervolg } from '../../src/kern/beslis.ts';
import type { Beheerdaad } from '../../src/kern/eigen/beheer.ts';
import { BREUKEN } from '../../src/kern/eigen/verbinding.ts';
import type { BeheerStuk } from '../../src/kern/stuk.ts';
import { instant, verschuif, type Instant } from '../../src/kern/tijd/werkdagen.ts';
import { naGebeurtenissen, verwerk } from '../../src/kern/verwerk.ts';
import { maakVirtueleKlok } from '../../src/klok.ts';
import { BEHEER } from '../../src/toepassing/beheer/beheerregistratie.ts';
import { KLOK } from '../../src/toepassing/casus/mutatie.ts';
import { maakDossierlinks } from '../../src/toepassing/dossier/dossierlinks.ts';
import type { Gespreksverwijzing } from '../../src/toepassing/poorten.ts';
import { maakAdressen } from '../../src/toepassing/streek/adressen.ts';
import { ADRESBOEK_REGISTER, BELEID_REGISTER, laadRegels } from '../../src/toepassing/streek/instellingen.ts';
import { geefVersie } from '../../src/toepassing/streek/instellingenversie.ts';
import { ZONDER_APP } from '../../src/toepassing/streek/zonder-app.ts';
import { GROOT_BYTES } from '../../src/toepassing/toezicht/controleur.ts';
import { maakWacht } from '../../src/toepassing/toezicht/wacht.ts';

const BEGIN = instant('2027-01-04T09:00:00+01:00');
const DAG_MS = 86_400_000;
const WEKEN = 522;
const inWeek = (week: number, ms = 0): Instant => verschuif(BEGIN, week * 7 * DAG_MS + ms);

function maakRegisters() {
  const opslag = openSqlite({ bestand: ':memory:' });
  onTestFinished(() => opslag.sluit());
  const omvang = async (naam: string): Promise<number> =>
    Buffer.byteLength(JSON.stringify((await opslag.leesRegister(naam))?.waarde ?? null));
  return { opslag, klok: maakVirtueleKlok(BEGIN, 0), omvang };
}

test('dossierlinks: twenty in a quarter of an hour with every sign-in begun, twice a year; the next takes them out', async () => {
  const { opslag, klok, omvang } = maakRegisters();
  const links = maakDossierlinks({ opslag, klok });
  const maak = (nr: number) =>
    links.maak({ casusnummer: `VT-2027-${nr}`, persoon: { id: '00000000-0000-4000-8000-000000000004', naam: 'Vera' } });
  let grootste = 0;
  for (let week = 0; week < WEKEN; week += 26) {
    klok.zet(inWeek(week));
    for (let nr = 0; nr < 20; nr++) {
      const { token } = await maak(nr);
      for (let poging = 0; poging < 7; poging++) await links.begin(token, 'html');
    }
    grootste = Math.max(grootste, await omvang('dossierlinks'));
  }
  expect(grootste).toBeLessThan(50_000);
  klok.zet(inWeek(WEKEN));
  await maak(1);
  expect(await omvang('dossierlinks')).toBeLessThan(250);
});

const gesprek = (nr: number, soort: Gespreksverwijzing['soort'] = 'kanaal'): Gespreksverwijzing => ({
  conversatie: `19:${String(nr).padStart(40, 'x')}@thread.tacv2`,
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  soort,
  botId: '28:00000000-0000-4000-8000-000000000009',
  tenant: '00000000-0000-4000-8000-000000000001',
});

test('links: every team of 200 moves to another conversation every year, which breaks and comes back every week', async () => {
  const { opslag, omvang } = maakRegisters();
  const adressen = maakAdressen(opslag);
  for (let jaar = 0; jaar < 10; jaar++) {
    for (let team = 0; team < 200; team++) {
      const nieuw = gesprek(jaar * 200 + team);
      await adressen.onthoud(nieuw, undefined);
      await adressen.koppel(`wijkteam-nummer-${team}`, nieuw.conversatie);
      if (jaar > 0 && team % 2 === 0) await adressen.ontkoppel(gesprek((jaar - 1) * 200 + team).conversatie);
    }
  }
  const { conversatie } = gesprek(9 * 200);
  for (let week = 0; week < WEKEN; week++) {
    for (const breuk of BREUKEN) await adressen.verbreek(conversatie, breuk, inWeek(week));
    await adressen.herstel(conversatie, BREUKEN.slice(1));
  }
  expect(await omvang('koppelingen')).toBeLessThan(25_000);
  expect(await omvang(`gesprek:${conversatie}`)).toBeLessThan(1000);
});

test('who has no app: somebody takes it away every werkdag for ten years and never comes back', async () => {
  const { opslag, omvang } = maakRegisters();
  const adressen = maakAdressen(opslag);
  const weg = (nr: number) => ({ conversatie: `a:${String(nr).padStart(60, 'x')}`, sinds: BEGIN });
  // As they stand there after ten years, but for the last.
  const alle = Array.from({ length: 5 * WEKEN - 1 }, (_, nr) => [`00000000-0000-4000-8000-${nr}`, weg(nr)]);
  await opslag.schrijfRegister(ZONDER_APP, Object.fromEntries(alle), undefined);
  await adressen.zetApp('00000000-0000-4000-8000-laatste', weg(0));
  expect(await omvang(ZONDER_APP)).toBeLessThan(GROOT_BYTES / 2);
});

test('the version of what is in force: one that changes every week', async () => {
  const { opslag, omvang } = maakRegisters();
  let etag: string | undefined;
  const beleid = (await opslag.schrijfRegister(BELEID_REGISTER, {}, undefined))?.etag;
  for (let week = 0; week < WEKEN; week++) {
    etag = (await opslag.schrijfRegister(ADRESBOEK_REGISTER, { week }, etag))?.etag;
    expect(await geefVersie(opslag, { adresboek: etag, beleid })).toBe(week + 1);
  }
  expect(await omvang('instellingen-versie')).toBeLessThan(300);
});

test('the turn of the auditor: it passes between two instances every week with a hundred findings', async () => {
  const { opslag, klok, omvang } = maakRegisters();
  const [een, ander] = ['een', 'ander'].map((houder) =>
    maakWacht<string[]>({ opslag, klok, register: 'toezicht', houder, huurMs: 60_000 }),
  );
  for (let week = 0; week < WEKEN; week++) {
    klok.zet(inWeek(week));
    const wacht = week % 2 === 0 ? een : ander;
    expect((await wacht?.kijk())?.rol).toBe('nieuw');
    await wacht?.bewaar(Array.from({ length: 100 }, (_, nr) => `bericht-te-laat VT-2027-${week * 100 + nr}`));
  }
  expect(await omvang('toezicht')).toBeLessThan(10_000);
});

test('marks of broken links in the record of the adresboek: forty break and come back every month', async () => {
  const regels = await laadRegels(undefined);
  let stuk: BeheerStuk | undefined;
  const doe = (daad: Beheerdaad, nu: Instant): void => {
    const uitkomst = legBeheerVast(BEHEER, stuk, daad, { ...regels, nu, door: KLOK });
    if ('geweigerd' in uitkomst) throw new Error(uitkomst.geweigerd.code);
    const na = naGebeurtenissen(BEHEER, stuk, uitkomst.gebeurtenissen);
    stuk = na?.soort === 'beheer' ? na : undefined;
  };
  const grootte: number[] = [];
  for (let maand = 0; maand < 120; maand++) {
    const nu = verschuif(BEGIN, maand * 31 * DAG_MS);
    const breuken = Array.from({ length: 40 }, (_, nr) => ({
      organisaties: [`wijkteam-${nr}`],
      conversatie: gesprek(maand * 40 + nr).conversatie,
      naam: '',
      breuk: BREUKEN[0],
    }));
    doe({ verbroken: breuken }, nu);
    doe({ hersteld: breuken }, verschuif(nu, 60_000));
    if (!stuk) throw new Error('niets gebeurd');
    const verder = vervolg(stuk, { begin: nu, kop: '' }, { ...regels, nu: verschuif(nu, 31 * DAG_MS), door: KLOK });
    if (!verder) throw new Error('de maand gaat niet verder');
    stuk = verwerk(stuk, verder.gebeurtenis);
    grootte.push(JSON.stringify(verder.gebeurtenis).length);
  }
  expect(Math.max(...grootte)).toBeLessThan(20_000);
});
