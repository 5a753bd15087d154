/** What is the matter in a family leaves with the rest; events that were bound when it still stayed hold all the same (domein.md §9). */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { splits } from '../../src/kern/journaal/wisbaar.ts';
import { maakInhoudkluis } from '../../src/toepassing/bewijs/inhoudkluis.ts';
import { afdruk, beginVanKeten, nieuwZout, schakelHash } from '../../src/toepassing/bewijs/keten.ts';
import { eersteBreuk } from '../../src/toepassing/bewijs/ketencontrole.ts';
import type { Aanvrager } from '../../src/toepassing/casus/rechten.ts';
import type { CasusDocument, Vastgelegd } from '../../src/toepassing/poorten.ts';
import { codeVan, KOUD, NOOR, startToepassing, SYSTEEM, YOUSSEF, type Opstelling } from '../steun/toepassing.ts';

const kluis = maakInhoudkluis([]);
const SLEUTELWOORDEN = /structurele-onveiligheid|casusregie|medewerking-geweigerd|risicogestuurde-zorg/;

let op: Opstelling;
beforeEach(async () => {
  op = await startToepassing();
  await op.registreer(SYSTEEM);
  const structureel = {
    besluit: 'veilig-thuis',
    conclusies: ['structurele-onveiligheid'],
    vervolg: 'casusregie',
    contactpersoon: 'Youssef Amrani',
  };
  await gelukt(YOUSSEF, { soort: 'triage-afronden', ...structureel });
  await gelukt(YOUSSEF, { soort: 'vervolg-ingezet', wat: 'Er is een casusregisseur.', op: op.klok.nu() });
  await gelukt(YOUSSEF, {
    ...KOUD,
    wijze: 'warm',
    documentverwijzing: 'ZAAK-0001',
    veiligheidsafspraken: ['De ouders bellen bij ruzie.'],
    gesprek: { op: op.klok.nu() },
  });
  await gelukt(NOOR, { soort: 'ontvangst-bevestigen' });
  await gelukt(NOOR, { soort: 'oppakken', casusregisseur: 'Noor Verbeek' });
  await gelukt(NOOR, { soort: 'aanpakfase-vastleggen', fase: 'risicogestuurde-zorg' });
  await gelukt(NOOR, { soort: 'signaleren', wat: 'medewerking-geweigerd', toelichting: 'De deur bleef dicht.' });
});
afterEach(() => op.stop());

async function gelukt(wie: Aanvrager, opdracht: Record<string, unknown>): Promise<void> {
  expect(codeVan(await op.doe(wie, opdracht))).toBeUndefined();
}

async function bewaard(): Promise<CasusDocument> {
  const gelezen = await op.document();
  if (!gelezen) throw new Error('weg');
  return gelezen;
}

/** The same casus as an older version of this program bound it. */
function inEersteVorm(document: CasusDocument): CasusDocument {
  const journaal: Vastgelegd[] = [];
  let kop = beginVanKeten(document.id);
  for (const { keten: _keten, ...gebeurtenis } of document.journaal) {
    const { wisbaar } = splits(gebeurtenis, 1);
    const zout = nieuwZout();
    const leeg = Object.keys(wisbaar).length === 0;
    kop = schakelHash(kop, gebeurtenis, { wisbaar: leeg ? undefined : afdruk(zout, wisbaar), vorm: 1 });
    journaal.push({ ...gebeurtenis, keten: { hash: kop, ...(!leeg && { zout }) } });
  }
  return { ...document, journaal, kop };
}

async function tweeJaarLater(): Promise<CasusDocument> {
  for (const [moment, opdracht] of [
    ['2026-12-07T09:00:00.000Z', { soort: 'afsluiten', reden: 'De ouders redden het samen.' }],
    ['2027-01-04T09:00:00.000Z'],
    ['2028-12-10T09:00:00.000Z'],
  ] as const) {
    op.klok.zet(moment);
    if (opdracht) await gelukt(NOOR, opdracht);
    await op.toepassing.ronde();
  }
  return bewaard();
}

describe('after retention', () => {
  test('no conclusion, follow-up, phase or kind of signal is left, and the chain still holds', async () => {
    expect(JSON.stringify(await bewaard())).toMatch(SLEUTELWOORDEN);
    const daarna = await tweeJaarLater();
    expect(daarna.journaal.at(-1)?.soort).toBe('gewist');
    expect(JSON.stringify(daarna)).not.toMatch(SLEUTELWOORDEN);
    expect(eersteBreuk(daarna, kluis)).toBeUndefined();
  });

  test('a casus that an older version bound still verifies, and loses its persons and words', async () => {
    await op.bederf(inEersteVorm);
    expect(eersteBreuk(await bewaard(), kluis)).toBeUndefined();
    const daarna = await tweeJaarLater();
    expect(daarna.journaal.at(-1)?.soort).toBe('gewist');
    expect(JSON.stringify(daarna)).not.toMatch(/Noor|Youssef|deur bleef|redden/);
    expect(eersteBreuk(daarna, kluis)).toBeUndefined();
    // What was bound as lasting cannot go without breaking the proof; what came after it can.
    expect(daarna.journaal.find(({ soort }) => soort === 'triage-afgerond')).toMatchObject({
      gegevens: { conclusies: ['structurele-onveiligheid'] },
    });
  });

  test('control: an old event that is read in the new division is a break', async () => {
    const oud = inEersteVorm(await bewaard());
    const journaal = oud.journaal.map((een) => ({ ...een, keten: { ...een.keten, vorm: 2 as const } }));
    expect(eersteBreuk({ ...oud, journaal }, kluis)).toMatchObject({ soort: 'gewijzigd' });
  });
});
