/** Two instances over one store: what the one puts in force, the other goes by within a minute. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openSqlite } from '../../src/adapters/opslag/sqlite.ts';
import type { Opslag } from '../../src/toepassing/poorten.ts';
import { adresboekSchema } from '../../src/toepassing/streek/adresboek.ts';
import { startToepassing } from '../steun/toepassing.ts';
import { ADRESBOEK, NOOR, NOORD } from './mensen.ts';
import { draagOver } from './stappen.ts';
import { maakWereld } from './wereld.ts';

const X = 'VT-2026-0001';
const NIEUWER = '2026-11-24T09:00:00+01:00';

let opslag: Opslag;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const echt = openSqlite({ bestand: ':memory:' });
  // Each instance lets go of it at its own end.
  opslag = Object.assign(Object.create(echt) as Opslag, { sluit: async () => undefined });
  onTestFinished(() => echt.sluit());
});
afterEach(() => void vi.useRealTimers());

/** Another instance starts with these files on the same store, and stops. */
async function andereInstantie(env: Record<string, object>): Promise<void> {
  const map = await mkdtemp(join(tmpdir(), 'van-kracht-'));
  onTestFinished(() => rm(map, { recursive: true, force: true }));
  const paden: Record<string, string> = { ADRESBOEK_BESTAND: '' };
  for (const [naam, inhoud] of Object.entries(env)) {
    paden[naam] = join(map, `${naam}.json`);
    await writeFile(paden[naam], JSON.stringify(inhoud));
  }
  const andere = await startToepassing({
    env: paden,
    nu: '2026-11-24T09:00:00+01:00',
    vervangingen: {
      omhulOpslag(eigen) {
        void eigen.sluit();
        return opslag;
      },
    },
  });
  await andere.stop();
}
const zonderNoor = {
  ...ADRESBOEK,
  bijgewerktOp: NIEUWER,
  teams: ADRESBOEK.teams.map((team) => ({
    ...team,
    naam: team.sleutel === NOORD ? 'Team Hernoemd' : team.naam,
    leden: team.leden.filter(({ naam }) => naam !== NOOR.naam),
  })),
};
const eenMinuut = () => vi.advanceTimersByTimeAsync(60_000);

describe('an instance that goes on running', () => {
  test('refuses within a minute who was removed by another that restarted with a new adresboek', async () => {
    const wereld = await maakWereld({ opslag: async () => opslag });
    await draagOver(wereld, X);
    const kaart = await wereld.zie('noord', 'Overdracht');
    await andereInstantie({ ADRESBOEK_BESTAND: zonderNoor });
    await eenMinuut();
    expect((await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen')).tekst).toContain('niet gevonden');
    expect(await wereld.wie(X)).toBe('veilig-thuis');
  });

  test('takes a new policy and its calendar over at the same moment as the adresboek', async () => {
    const wereld = await maakWereld({ opslag: async () => opslag });
    const { omgeving } = wereld.toepassing();
    const dicht = '2026-11-25';
    await andereInstantie({
      ADRESBOEK_BESTAND: zonderNoor,
      BELEID_BESTAND: { extraSluitingsdagen: [dicht] },
    });
    expect(omgeving.regels().beleid.extraSluitingsdagen).toEqual([]);
    await eenMinuut();
    expect(omgeving.regels().beleid.extraSluitingsdagen).toEqual([dicht]);
    expect(omgeving.adresboek().naam(NOORD)).toBe('Team Hernoemd');
  });

  test('keeps the old one and says so when what is stored cannot be used; a good one mends it', async () => {
    const wereld = await maakWereld({ opslag: async () => opslag });
    const { omgeving } = wereld.toepassing();
    const bewaard = await opslag.leesRegister('adresboek');
    await andereInstantie({ ADRESBOEK_BESTAND: zonderNoor });
    const versie = await opslag.leesRegister<object>('instellingen-versie');
    const goed = await opslag.leesRegister('adresboek');
    const stuk = await opslag.schrijfRegister('adresboek', { ...ADRESBOEK, teams: 'stuk' }, goed?.etag);
    await eenMinuut();
    expect(omgeving.adresboek().gegevens).toEqual(bewaard?.waarde);
    expect((await wereld.toezicht()).bevindingen).toEqual([{ soort: 'instellingen-oud', waar: 'instellingen' }]);
    expect((await wereld.zie('vt', 'oud adresboek')).tekst).toContain('Bel meteen de beheerder');
    expect(wereld.log.join('\n')).toContain('nieuwe instellingen niet te gebruiken');
    expect(versie?.waarde).toMatchObject({ versie: 2 });
    await opslag.schrijfRegister('adresboek', goed?.waarde, stuk?.etag);
    await eenMinuut();
    expect(omgeving.adresboek().naam(NOORD)).toBe('Team Hernoemd');
    expect((await wereld.toezicht()).bevindingen).toEqual([]);
  });

  test('asks one small register of the store while nothing changes', async () => {
    const wereld = await maakWereld({ opslag: async () => opslag });
    const gelezen = vi.spyOn(opslag, 'leesRegister');
    await wereld.toepassing().vernieuw();
    expect(gelezen.mock.calls).toEqual([['instellingen-versie']]);
  });

  test('counts on from a store of before there were versions, and not for a start that changes nothing', async () => {
    const versie = async () => (await opslag.leesRegister<{ versie: number }>('instellingen-versie'))?.waarde.versie;
    await opslag.schrijfRegister('adresboek', adresboekSchema.parse(ADRESBOEK), undefined);
    const wereld = await maakWereld({ opslag: async () => opslag });
    expect(await versie()).toBe(1);
    await andereInstantie({});
    expect(await versie()).toBe(1);
    await andereInstantie({ ADRESBOEK_BESTAND: zonderNoor });
    expect(await versie()).toBe(2);
    await wereld.toepassing().vernieuw();
    expect(wereld.toepassing().omgeving.adresboek().naam(NOORD)).toBe('Team Hernoemd');
  });

  test('hears of what an instance stored that died before it said so, when the next one starts', async () => {
    const wereld = await maakWereld({ opslag: async () => opslag });
    const vorig = await opslag.leesRegister('adresboek');
    await opslag.schrijfRegister('adresboek', adresboekSchema.parse(zonderNoor), vorig?.etag);
    await andereInstantie({});
    await eenMinuut();
    expect(wereld.toepassing().omgeving.adresboek().naam(NOORD)).toBe('Team Hernoemd');
  });
});
