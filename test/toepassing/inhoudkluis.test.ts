/** The content of an overdracht, encrypted and read again, through the use cases and by itself. */
import { createCipheriv, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { inhoudSchema } from '../../src/kern/onderwerpen/overdracht.ts';
import { maakInhoudkluis, type Plaats, type Sleutel } from '../../src/toepassing/bewijs/inhoudkluis.ts';
import { afdruk, canoniek, nieuwZout } from '../../src/toepassing/bewijs/keten.ts';
import type { BewaardeInhoud } from '../../src/toepassing/poorten.ts';
import { codeVan, KOUD, NOOR, NUMMER, startToepassing, YOUSSEF } from '../steun/toepassing.ts';

const sleutel = (id: string): Sleutel => ({ id, sleutel: randomBytes(32) });
const [oud, nieuw] = [sleutel('2026'), sleutel('2027')];
const INHOUD = inhoudSchema.parse({ feiten: ['De buurman hoorde geschreeuw.'] });
const PLAATS = { casusnummer: 'VT-2026-0001', overdracht: 1 };
const ZOUT = nieuwZout();
const DIGEST = afdruk(ZOUT, INHOUD);
const berg = (...sleutels: Sleutel[]): BewaardeInhoud => maakInhoudkluis(sleutels).berg(INHOUD, ZOUT, PLAATS);
const open = (bewaard: BewaardeInhoud, plaats: Plaats, ...sleutels: Sleutel[]) =>
  maakInhoudkluis(sleutels).open(bewaard, plaats, DIGEST);
const lees = (bewaard: BewaardeInhoud, ...sleutels: Sleutel[]) => {
  const geopend = open(bewaard, PLAATS, ...sleutels);
  return 'inhoud' in geopend ? geopend.inhoud : undefined;
};

/** As it was stored before the salt went inside. */
function eersteVorm({ id, sleutel: bytes }: Sleutel): BewaardeInhoud {
  const nonce = randomBytes(12);
  const cijfer = createCipheriv('aes-256-gcm', bytes, nonce).setAAD(Buffer.from('VT-2026-0001/1'));
  const delen = [cijfer.update(canoniek(INHOUD), 'utf8'), cijfer.final(), cijfer.getAuthTag()];
  return { zout: ZOUT, sleutel: id, nonce: nonce.toString('base64'), geheim: Buffer.concat(delen).toString('base64') };
}

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
    expect(open(berg(oud), { ...PLAATS, overdracht: 2 }, oud)).toEqual({ fout: 'gewijzigd' });
    expect(open(berg(oud), { ...PLAATS, casusnummer: 'VT-2026-0002' }, oud)).toEqual({ fout: 'gewijzigd' });
  });

  test.each(['geheim', 'nonce'])('with one changed character in its %s does not open', (veld) => {
    const bewaard = berg(oud) as BewaardeInhoud & Record<string, string>;
    const tekst = bewaard[veld] ?? '';
    expect(lees({ ...bewaard, [veld]: `${tekst.startsWith('A') ? 'B' : 'A'}${tekst.slice(1)}` }, oud)).toBeUndefined();
    expect(lees({ ...bewaard, [veld]: '' }, oud)).toBeUndefined();
    expect(lees({ ...bewaard, [veld]: 7 as never }, oud)).toBeUndefined();
  });

  test('is out of date under another key than the first, or in the first form', () => {
    const kluis = maakInhoudkluis([nieuw, oud]);
    expect([berg(nieuw), berg(oud), eersteVorm(nieuw)].map((bewaard) => kluis.verouderd(bewaard))).toEqual([
      false,
      true,
      true,
    ]);
    expect(maakInhoudkluis([]).verouderd(berg())).toBe(false);
  });

  test('has its salt inside: who reads the store cannot try whether a guess fits the digest', () => {
    const bewaard = berg(oud);
    expect(Object.keys(bewaard).toSorted()).toEqual(['geheim', 'nonce', 'sleutel']);
    expect(JSON.stringify(bewaard)).not.toContain(ZOUT);
    expect(open(bewaard, PLAATS, oud)).toEqual({ inhoud: INHOUD, zout: ZOUT });
  });

  test('of the first form, with its salt beside it, still opens; the one form is not taken for the other', () => {
    expect(lees(eersteVorm(oud), oud)).toEqual(INHOUD);
    const { zout: _zout, ...zonder } = eersteVorm(oud);
    expect(open(zonder as BewaardeInhoud, PLAATS, oud)).toEqual({ fout: 'gewijzigd' });
    expect(open({ ...berg(oud), zout: ZOUT }, PLAATS, oud)).toEqual({ fout: 'gewijzigd' });
  });

  test('that fits no digest in the journal, or where there is none, is not given', () => {
    const kluis = maakInhoudkluis([oud]);
    expect(kluis.open(berg(oud), PLAATS, afdruk(nieuwZout(), INHOUD))).toEqual({ fout: 'gewijzigd' });
    expect(kluis.open(berg(oud), PLAATS, undefined)).toEqual({ fout: 'gewijzigd' });
    expect(maakInhoudkluis([]).open(berg(), PLAATS, undefined)).toEqual({ fout: 'gewijzigd' });
  });

  test('that stands readable is given where there is no key, and refused where there is one', () => {
    expect(lees(berg())).toEqual(INHOUD);
    expect(open(berg(), PLAATS, oud)).toEqual({ fout: 'onversleuteld' });
  });
});

describe('a casus with encrypted content', () => {
  async function opslagMet(sleutels: string) {
    const map = await mkdtemp(join(tmpdir(), 'kluis-'));
    onTestFinished(() => rm(map, { recursive: true, force: true }));
    const start = (INHOUD_SLEUTELS: string) =>
      startToepassing({ env: { INHOUD_SLEUTELS, SQLITE_BESTAND: join(map, 'opslag.db') } });
    const op = await start(sleutels);
    await op.verzonden({ feiten: ['De buurman hoorde geschreeuw.'] });
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

  test('sent again is told apart by its content', async () => {
    const { op } = await opslagMet(paar(oud));
    const voor = (await op.document())?.journaal.length;
    expect(codeVan(await op.doe(YOUSSEF, { ...KOUD, feiten: ['De buurman hoorde geschreeuw.'] }))).toBeUndefined();
    expect((await op.document())?.journaal.length).toBe(voor);
    expect(codeVan(await op.doe(YOUSSEF, { ...KOUD, feiten: ['De school belde.'] }))).toBe('al-overgedragen');
    await op.stop();
  });

  test.each([
    ['readable in its place', 'inhoud-onversleuteld', 'onversleuteld'],
    ['of another overdracht', 'inhoud-gewijzigd', 'gewijzigd'],
  ])('that finds content %s refuses it, notes no view, logs it at error and counts it', async (_wat, code, reden) => {
    const { op } = await opslagMet(paar(oud));
    const ander = { ...INHOUD, feiten: ['Er is niets aan de hand.'] };
    const zout = nieuwZout();
    await op.bederf((document) => ({
      ...document,
      // With the journal's digest and hashes put right too: what holds is that there is no key to encrypt with.
      ...(code === 'inhoud-onversleuteld' && {
        journaal: document.journaal.map((een) =>
          een.soort === 'overdracht-verzonden'
            ? { ...een, gegevens: { ...een.gegevens, inhoud: afdruk(zout, ander) } }
            : een,
        ),
      }),
      inhoud: {
        1:
          code === 'inhoud-onversleuteld'
            ? { zout, leesbaar: ander }
            : maakInhoudkluis([oud]).berg(ander, zout, { casusnummer: NUMMER, overdracht: 1 }),
      },
    }));
    const voor = JSON.stringify(await op.document());
    const bekeken = await op.toepassing.dienst.bekijk(NUMMER, 1, NOOR);
    expect(bekeken).toMatchObject({ ok: false, code, tekst: expect.stringContaining('beheerder') });
    expect(JSON.stringify(await op.document())).toBe(voor);
    const fouten = op.log.filter((regel) => regel.includes('"level":50') && regel.includes('inhoud niet getoond'));
    expect(fouten).toEqual([expect.stringContaining(NUMMER)]);
    const metingen = await (await fetch(`${op.url}/metrics`)).text();
    expect(metingen).toContain(`inhoud_geweigerd_totaal{reden="${reden}"} 1`);
    // Nobody need open it for VT to hear.
    const { bevindingen } = await op.toepassing.toezicht();
    expect(bevindingen.filter(({ soort }) => soort === 'inhoud-klopt-niet')).toMatchObject([{ waar: NUMMER }]);
    await op.stop();
  });

  test('without a key is compared with the journal just the same', async () => {
    const { op } = await opslagMet('');
    expect(await op.toepassing.dienst.bekijk(NUMMER, 1, NOOR)).toMatchObject({ ok: true });
    await op.bederf((document) => ({
      ...document,
      inhoud: { 1: { ...(document.inhoud[1] as { zout: string }), leesbaar: { ...INHOUD, feiten: ['Niets.'] } } },
    }));
    expect(codeVan((await op.toepassing.dienst.bekijk(NUMMER, 1, NOOR)) as never)).toBe('inhoud-gewijzigd');
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
