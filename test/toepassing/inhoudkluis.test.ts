/** The content of an overdracht, encrypted and read again, through the use cases and by itself. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { inhoudSchema } from '../../src/kern/opdrachten.ts';
import { maakInhoudkluis, type BewaardeInhoud, type Sleutel } from '../../src/toepassing/inhoudkluis.ts';
import { nieuwZout } from '../../src/toepassing/keten.ts';
import { codeVan, KOUD, NAAR_TEAM, NOOR, NUMMER, startToepassing, SYSTEEM, YOUSSEF } from '../steun/toepassing.ts';

const sleutel = (id: string): Sleutel => ({ id, sleutel: randomBytes(32) });
const [oud, nieuw] = [sleutel('2026'), sleutel('2027')];
const INHOUD = inhoudSchema.parse({ feiten: ['De buurman hoorde geschreeuw.'] });
const PLAATS = { casusnummer: 'VT-2026-0001', overdracht: 1 };
const berg = (...sleutels: Sleutel[]): BewaardeInhoud => maakInhoudkluis(sleutels).berg(INHOUD, nieuwZout(), PLAATS);
const lees = (bewaard: BewaardeInhoud, ...sleutels: Sleutel[]) => maakInhoudkluis(sleutels).lees(bewaard, PLAATS);

describe('content under a key', () => {
  test('cannot be read where it is stored, differs each time, and can be read with that key', () => {
    const bewaard = berg(oud);
    expect(JSON.stringify(bewaard)).not.toContain('buurman');
    expect(berg(oud)).not.toEqual(bewaard);
    expect(lees(bewaard, oud)).toEqual(INHOUD);
  });

  test('is written under the first key and read under any of them', () => {
    const bewaard = berg(oud);
    expect(lees(bewaard, nieuw, oud)).toEqual(INHOUD);
    expect(berg(nieuw, oud)).toMatchObject({ sleutel: '2027' });
  });

  test('cannot be read without its key, or with another key under its id', () => {
    const bewaard = berg(oud);
    expect(lees(bewaard)).toBeUndefined();
    expect(lees(bewaard, nieuw)).toBeUndefined();
    expect(lees(bewaard, { ...nieuw, id: '2026' })).toBeUndefined();
    expect([maakInhoudkluis([nieuw]).kent(bewaard), maakInhoudkluis([oud]).kent(bewaard)]).toEqual([false, true]);
  });

  test('opens only for its own casus and overdracht', () => {
    const kluis = maakInhoudkluis([oud]);
    const bewaard = kluis.berg(INHOUD, nieuwZout(), PLAATS);
    expect(kluis.lees(bewaard, { ...PLAATS, overdracht: 2 })).toBeUndefined();
    expect(kluis.lees(bewaard, { ...PLAATS, casusnummer: 'VT-2026-0002' })).toBeUndefined();
  });

  test.each(['geheim', 'nonce'])('with one changed character in its %s does not open', (veld) => {
    const bewaard = berg(oud) as BewaardeInhoud & Record<string, string>;
    const tekst = bewaard[veld] ?? '';
    expect(lees({ ...bewaard, [veld]: `${tekst.startsWith('A') ? 'B' : 'A'}${tekst.slice(1)}` }, oud)).toBeUndefined();
    expect(lees({ ...bewaard, [veld]: '' }, oud)).toBeUndefined();
    expect(lees({ ...bewaard, [veld]: 7 as never }, oud)).toBeUndefined();
  });

  test('is out of date under another key than the first, or under none', () => {
    const kluis = maakInhoudkluis([nieuw, oud]);
    expect([berg(nieuw), berg(oud), berg()].map((bewaard) => kluis.verouderd(bewaard))).toEqual([false, true, true]);
    expect(maakInhoudkluis([]).verouderd(berg())).toBe(false);
  });
});

describe('a casus with encrypted content', () => {
  async function opslagMet(sleutels: string) {
    const map = await mkdtemp(join(tmpdir(), 'kluis-'));
    onTestFinished(() => rm(map, { recursive: true, force: true }));
    const start = (INHOUD_SLEUTELS: string) =>
      startToepassing({ env: { INHOUD_SLEUTELS, SQLITE_BESTAND: join(map, 'opslag.db') } });
    const op = await start(sleutels);
    await op.registreer(SYSTEEM);
    await op.doe(YOUSSEF, NAAR_TEAM);
    await op.doe(YOUSSEF, { ...KOUD, feiten: ['De buurman hoorde geschreeuw.'] });
    return { op, start };
  }
  const paar = ({ id, sleutel: bytes }: Sleutel): string => `${id}:${bytes.toString('base64')}`;

  test('shows it to who may see it, and keeps it unreadable', async () => {
    const { op } = await opslagMet(paar(oud));
    expect(JSON.stringify(await op.document())).not.toContain('buurman');
    const bekeken = await op.toepassing.dienst.bekijk(NUMMER, 1, NOOR);
    expect(bekeken).toMatchObject({ ok: true, inhoud: { feiten: ['De buurman hoorde geschreeuw.'] } });
    await op.stop();
  });

  test('sent again is told apart by its content without reading it', async () => {
    const { op } = await opslagMet(paar(oud));
    const voor = (await op.document())?.journaal.length;
    expect(codeVan(await op.doe(YOUSSEF, { ...KOUD, feiten: ['De buurman hoorde geschreeuw.'] }))).toBeUndefined();
    expect((await op.document())?.journaal.length).toBe(voor);
    expect(codeVan(await op.doe(YOUSSEF, { ...KOUD, feiten: ['De school belde.'] }))).toBe('al-overgedragen');
    await op.stop();
  });

  test('whose key is gone says so, notes no view, and goes on: terms pass and are told', async () => {
    const { op, start } = await opslagMet(paar(oud));
    await op.stop();
    const zonder = await start(paar(nieuw));
    const bekeken = await zonder.toepassing.dienst.bekijk(NUMMER, 1, NOOR);
    expect(bekeken).toMatchObject({
      ok: false,
      code: 'inhoud-onleesbaar',
      tekst: expect.stringContaining('beheerder'),
    });
    expect(zonder.log.filter((regel) => regel.includes('de sleutel ontbreekt'))).toHaveLength(1);
    const soorten = async () => (await zonder.document())?.journaal.map(({ soort }) => soort);
    expect(await soorten()).not.toContain('inhoud-bekeken');
    zonder.klok.zet('2026-12-10T09:00:00.000Z');
    expect(await zonder.toepassing.ronde()).toMatchObject({ mislukt: 0 });
    expect(await soorten()).toEqual(expect.arrayContaining(['termijn-verlopen', 'termijn-opgeschaald']));
    expect(codeVan(await zonder.doe(NOOR, { soort: 'ontvangst-bevestigen' }))).toBeUndefined();
    await zonder.stop();
  });
});
