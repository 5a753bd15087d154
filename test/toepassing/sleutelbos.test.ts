/** Content that another instance put under a newer key is opened, and the vault is not asked at every click. */
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { maakInhoudkluis, type Sleutel } from '../../src/toepassing/bewijs/inhoudkluis.ts';
import { afdruk, nieuwZout } from '../../src/toepassing/bewijs/keten.ts';
import { maakSleutelbos, type Sleutelbos } from '../../src/toepassing/bewijs/sleutelbos.ts';
import { maakBezorger } from '../../src/toepassing/bezorging/bezorger.ts';
import { maakDienst } from '../../src/toepassing/casus/dienst.ts';
import type { BewaardeInhoud } from '../../src/toepassing/poorten.ts';
import { KOUD, NOOR, NUMMER, startToepassing } from '../steun/toepassing.ts';

const sleutel = (id: string): Sleutel => ({ id, sleutel: randomBytes(32) });
const [oud, nieuw] = [sleutel('oud'), sleutel('nieuw')];
const INHOUD = { feiten: ['De buurman hoorde geschreeuw.'] } as never;
const PLAATS = { casusnummer: NUMMER, overdracht: 1 };
const ZOUT = nieuwZout();
const onder = (een: Sleutel): BewaardeInhoud => maakInhoudkluis([een]).berg(INHOUD, ZOUT, PLAATS);
const paar = ({ id, sleutel: bytes }: Sleutel): string => `${id}:${bytes.toString('base64')}`;

function inhoudVan(bos: Sleutelbos, een: Sleutel): unknown {
  const geopend = bos.open(onder(een), PLAATS, afdruk(ZOUT, INHOUD));
  return 'fout' in geopend ? geopend.fout : geopend.inhoud;
}

function opstelling() {
  const op = { ms: 0, gevraagd: 0, kluis: [oud] as Sleutel[] | Error, fouten: [] as unknown[] };
  const bos = maakSleutelbos([oud], {
    async lees() {
      op.gevraagd += 1;
      if (op.kluis instanceof Error) throw op.kluis;
      return op.kluis;
    },
    stopwatch: () => op.ms,
    bijFout: (fout) => op.fouten.push(fout),
  });
  return Object.assign(op, { bos });
}

test('an unknown key is fetched when its content is met; a known one asks nothing', async () => {
  const op = opstelling();
  op.kluis = [nieuw, oud];
  await op.bos.zorgVoor([onder(oud)]);
  expect(op.gevraagd).toBe(0);
  await op.bos.zorgVoor([onder(nieuw)]);
  expect(op.gevraagd).toBe(1);
  expect([inhoudVan(op.bos, nieuw), inhoudVan(op.bos, oud)]).toEqual([INHOUD, INHOUD]);
  expect(op.bos.berg(INHOUD, nieuwZout(), PLAATS)).toMatchObject({ sleutel: 'nieuw' });
});

test('a key that is nowhere is asked for at most once a minute, whoever clicks', async () => {
  const op = opstelling();
  const vreemd = onder(nieuw);
  await Promise.all([op.bos.zorgVoor([vreemd]), op.bos.zorgVoor([vreemd])]);
  op.ms = 59_999;
  await op.bos.zorgVoor([vreemd]);
  expect(op.gevraagd).toBe(1);
  op.ms = 60_000;
  await op.bos.zorgVoor([vreemd]);
  expect(op.gevraagd).toBe(2);
});

test('a vault that fails leaves the keys as they are, and is told', async () => {
  const op = opstelling();
  op.kluis = new Error('kluis weg');
  await op.bos.vernieuw();
  expect(op.fouten).toEqual([op.kluis]);
  expect(inhoudVan(op.bos, oud)).toEqual(INHOUD);
});

test('a person reads at once what another instance put under a newer key', async () => {
  const op = await startToepassing({ env: { INHOUD_SLEUTELS: paar(nieuw) } });
  await op.verzonden();
  const kluis = maakSleutelbos([oud], { lees: async () => [nieuw, oud] });
  const { omgeving } = op.toepassing;
  const andere = maakDienst({ ...omgeving, kluis }, maakBezorger(omgeving));
  expect(await andere.bekijk(NUMMER, 1, NOOR)).toMatchObject({ ok: true, inhoud: { feiten: KOUD.feiten } });
  await op.stop();
});
