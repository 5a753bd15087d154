/**
 * A casus that cannot be read stops nobody else (bouw.md §2, rule 15): in every fase of the broken one, and in every loop
 * over casussen, the others are told what they would be told without it.
 */
import { describe, expect, test } from 'vitest';
import type { FaseNaam } from '../../src/kern/casus.ts';
import { instant } from '../../src/kern/werkdagen.ts';
import { HANNA, HAVEN, NOORD, ZUID } from './mensen.ts';
import { draagOver, KOUD, meld, NAAR_LOKAAL } from './stappen.ts';
import { maakWereld, type Wereld } from './steun.ts';

/** The broken one comes first wherever casussen go by number. */
const K = 'VT-2026-0001';
const A = 'VT-2026-0011';
const B = 'VT-2026-0012';
const C = 'VT-2026-0013';
const D = 'VT-2026-0014';
const E = 'VT-2026-0015';

/** The first event of its journal is gone: whoever reads it as a casus throws. */
async function maakStuk(wereld: Wereld, casusnummer: string): Promise<void> {
  const { opslag } = wereld.toepassing().omgeving;
  const gelezen = await opslag.lees(casusnummer);
  if (!gelezen) throw new Error('geen casus');
  const [, ...rest] = gelezen.waarde.journaal;
  await opslag.vervang({ ...gelezen.waarde, journaal: [null as never, ...rest] }, gelezen.etag);
}

/** As `wereld.naar`, which would wait for ever for a casus that stays due. */
async function laatLopen(wereld: Wereld, moment: string): Promise<void> {
  const doel = instant(moment);
  const { opslag } = wereld.toepassing().omgeving;
  let vorige = wereld.klok.nu();
  for (let keer = 0; ; keer++) {
    expect(keer).toBeLessThan(200);
    const due = (await opslag.teWekken(doel, 1000)).filter((casusnummer) => casusnummer !== K);
    const momenten = await Promise.all(due.map(async (id) => (await opslag.lees(id))?.waarde.wekOp ?? doel));
    const eerste = momenten.toSorted()[0];
    if (eerste === undefined) break;
    if (eerste > vorige) wereld.klok.zet((vorige = eerste));
    await wereld.ronde();
  }
  wereld.klok.zet(doel);
  await wereld.ronde();
}

const bijHaven = (wereld: Wereld, verb: string, velden: Record<string, unknown> = {}) =>
  wereld.klik(HANNA, verb, { casusnummer: K, overdracht: 1, ...velden });
const naarHaven = (wereld: Wereld): Promise<void> => draagOver(wereld, K, { team: HAVEN });

/** How a casus comes to be in each fase. */
const WEG: Record<FaseNaam, (wereld: Wereld) => Promise<unknown>> = {
  triage: (wereld) => meld(wereld, K),
  async 'bij-veilig-thuis'(wereld) {
    await meld(wereld, K);
    await wereld.vt(K, { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'onderzoek' });
  },
  overgedragen: naarHaven,
  async ontvangen(wereld) {
    await naarHaven(wereld);
    await bijHaven(wereld, 'ontvangst-bevestigen');
  },
  async opgepakt(wereld) {
    await naarHaven(wereld);
    await bijHaven(wereld, 'ontvangst-bevestigen');
    await bijHaven(wereld, 'oppakken', { casusregisseur: 'wijkteam' });
  },
  async wachtlijst(wereld) {
    await naarHaven(wereld);
    await bijHaven(wereld, 'wachtlijst-melden', { toelichting: 'Vol.' });
  },
  async meningsverschil(wereld) {
    await naarHaven(wereld);
    await bijHaven(wereld, 'meningsverschil-melden', { toelichting: 'Niet eens.' });
  },
  async 'bij-clientsysteem'(wereld) {
    await meld(wereld, K);
    const velden = { voldoendeMogelijkheden: true, bereidZonderControle: true };
    await wereld.vt(K, { soort: 'triage-afronden', besluit: 'clientsysteem', ...velden });
  },
  async afgesloten(wereld) {
    await meld(wereld, K);
    await wereld.vt(K, { soort: 'triage-afronden', besluit: 'geen-zorgen' });
  },
};

async function gereed(wereld: Wereld): Promise<{ status: number; body: Record<string, unknown> }> {
  const antwoord = await fetch(`${wereld.toepassing().url}/readyz`);
  return { status: antwoord.status, body: (await antwoord.json()) as Record<string, unknown> };
}

/** What everybody else is told in eleven days: terms that pass, ladders, bundles, VT's wachtlijst. */
async function overDeAnderen(wereld: Wereld): Promise<string[]> {
  await wereld.nieuws();
  for (const casusnummer of [A, B, C]) await draagOver(wereld, casusnummer, { team: casusnummer === B ? ZUID : NOORD });
  for (const casusnummer of [D, E]) await meld(wereld, casusnummer);
  await laatLopen(wereld, '2026-12-02T09:00:00+01:00');
  await wereld.vt(D, NAAR_LOKAAL);
  await wereld.vt(D, KOUD(NOORD));
  await laatLopen(wereld, '2026-12-03T13:00:00+01:00');
  return wereld.nieuws();
}

describe('a casus that cannot be read', () => {
  let zonder: string[] | undefined;

  test.each(Object.keys(WEG) as FaseNaam[])(
    'in the fase %s: the others are told as if it were not there, and the round, /readyz and the auditor go on',
    async (fase) => {
      zonder ??= await overDeAnderen(await maakWereld());
      const wereld = await maakWereld();
      await WEG[fase](wereld);
      const document = (await wereld.toepassing().omgeving.opslag.lees(K))?.waarde;
      expect(document?.fase).toBe(fase);
      await maakStuk(wereld, K);
      const gezegd = await overDeAnderen(wereld);
      expect(zonder.length).toBeGreaterThan(20);
      expect(gezegd).toEqual(zonder);
      const { bevindingen } = await wereld.toezicht();
      expect(bevindingen).toEqual([{ soort: 'casus-onleesbaar', waar: K }]);
      expect((await wereld.zie('vt', 'De bot waakt')).tekst).toContain(K);
      expect(await gereed(wereld)).toMatchObject({ status: 200, body: { ronde: true, redenen: [] } });
    },
  );
});
