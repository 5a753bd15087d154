import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KAART_NAMEN, maakKaarten, ontsnap } from '../../src/adapters/kaarten/kaarten.ts';
import type { Vermelding } from '../../src/toepassing/kaarten/kaartmodellen.ts';
import { delen, keur } from './keuring.ts';
import { ongekeurdBericht, VOORBEELDEN, voorbeeld } from './voorbeelden.ts';

const KWAAD =
  '**KWAAD** [klik](https://kwaad.example) <at>Iedereen</at> ${1+1} ${$root.casusnummer} `x` {{DATE(2026)}}';
/** Codes that a template compares, keys, prefilled times and our own links: never typed by people. */
const VAST = new Set([
  'status',
  'wijze',
  'ernst',
  'gebeurtenis',
  'waarom',
  'wie',
  'onderwerp',
  'value',
  'vandaag',
  'nu',
  'aanhef',
  'aanleiding',
  'url',
  'terug',
  'overgenomenOp',
  'overgenomenVia',
  'voorstelVoor',
]);
/** Where a client takes text literally; the title of a button is that of one of our own subjects. */
const LETTERLIJK = ['TextRun.text', 'data', 'choice.title', 'Action.Execute.title', 'Action.Submit.title'];

function besmet(waarde: unknown, veld = ''): unknown {
  if (typeof waarde === 'string') return VAST.has(veld) ? waarde : KWAAD;
  if (Array.isArray(waarde)) return waarde.map((onderdeel: unknown) => besmet(onderdeel, veld));
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  return Object.fromEntries(Object.entries(waarde).map(([naam, onderdeel]) => [naam, besmet(onderdeel, naam)]));
}

/** Every place of a card where a text of the model arrived. */
function plekken(kaart: unknown): string[] {
  return [...delen(kaart)].flatMap(({ pad, deel }) =>
    Object.entries(deel).flatMap(([naam, waarde]) => {
      if (typeof waarde !== 'string' || !waarde.includes('KWAAD')) return [];
      if (pad.endsWith('/data')) return ['data'];
      return [/\/choices\/\d+$/.test(pad) ? `choice.${naam}` : `${String(deel['type'])}.${naam}`];
    }),
  );
}

const kaarten = maakKaarten();

describe('what people typed is shown as they typed it, and does nothing', () => {
  it.each(VOORBEELDEN)('$kaart, sample $naam', ({ kaart, model }) => {
    const gevuld = kaarten.vul(ongekeurdBericht(kaart, besmet(model)));
    expect(new Set(plekken(gevuld))).toEqual(new Set(plekken(gevuld).filter((plek) => LETTERLIJK.includes(plek))));
    for (const { deel } of delen(gevuld)) {
      if (deel['type'] === 'TextRun' && String(deel['text']).includes('KWAAD')) expect(deel['text']).toContain(KWAAD);
    }
  });

  it('control: the same text in a TextBlock is found', () => {
    const map = mkdtempSync(join(tmpdir(), 'kaarten-'));
    const sjabloon = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: '${teamNaam}' }] };
    for (const naam of KAART_NAMEN) writeFileSync(join(map, `${naam}.json`), JSON.stringify(sjabloon));
    const gevuld = maakKaarten({ map }).vul(
      ongekeurdBericht('overdracht', besmet(voorbeeld('overdracht', 'verzonden'))),
    );
    expect(plekken(gevuld)).toEqual(['TextBlock.text']);
  });

  it('invisible marks that turn a text around are taken out', () => {
    const model = { ...voorbeeld('overdracht', 'geweigerd'), eindeReden: 'niet\u202e sno\u0000 \u200bvan\nons' };
    expect(JSON.stringify(kaarten.vul(ongekeurdBericht('overdracht', model)))).toContain('niet sno van\\nons');
  });

  it.each([
    ['overdracht', 'geweigerd', 1],
    ['tijdlijn', 'lang', 20],
    ['lijst', 'openstaand', 20],
  ] as const)('%s stays small enough with the longest texts and most lines', (kaart, naam, regels) => {
    const lang = (waarde: unknown, veld = ''): unknown => {
      if (typeof waarde === 'string') return VAST.has(veld) ? waarde : 'Lang verhaal. '.repeat(140);
      if (Array.isArray(waarde)) return Array.from({ length: regels }, (_, i) => lang(waarde[i % waarde.length], veld));
      if (typeof waarde !== 'object' || waarde === null) return waarde;
      return Object.fromEntries(Object.entries(waarde).map(([n, onderdeel]) => [n, lang(onderdeel, n)]));
    };
    const model = lang({ ...voorbeeld(kaart, naam) });
    const kort = kaart === 'overdracht' ? model : kortBehalve(model as { regels: Record<string, unknown>[] });
    const fouten = keur(kaarten.vul(ongekeurdBericht(kaart, kort)));
    expect(fouten.filter((fout) => fout.startsWith('te groot'))).toEqual([]);
  });
});

/** Numbers, dates and names of places cannot be long; what people write can. */
function kortBehalve(model: { regels: Record<string, unknown>[] }): unknown {
  const eerste = {
    casusnummer: 'VT-2026-0001',
    op: 'ma 23 nov 2026 09:30',
    bron: '§4.1, §5.1.3, Add.4',
    doorNaam: 'Sanne Verhulst',
    gemeente: 'Bergen op Zoom',
    faseTekst: 'overgedragen, ontvangst nog niet bevestigd',
    termijn: 'ma 30 nov 2026 24:00',
  };
  return {
    ...model,
    ...('keuzes' in model && {
      keuzes: Array.from({ length: 5 }, () => ({ title: 'Een lange zin over een stap. '.repeat(4), value: '17' })),
    }),
    regels: model.regels.map((regel) => ({
      ...regel,
      ...Object.fromEntries(Object.entries(eerste).filter(([naam]) => naam in regel)),
    })),
  };
}

describe('mentions', () => {
  const fatma: Vermelding = { naam: 'Fatma Yıldız', aadObjectId: '11111111-1111-4111-8111-111111111111' };
  const kwaad: Vermelding = { naam: 'J. [klik](x)</at> **D**', aadObjectId: '22222222-2222-4222-8222-222222222222' };
  const vul = (aanhef: string, vermeldingen: Vermelding[]): Record<string, unknown> =>
    kaarten.vul(ongekeurdBericht('ping', { ...voorbeeld('ping', 'herinnering'), aanhef }, { vermeldingen }));
  const aanhefVan = (kaart: Record<string, unknown>): unknown =>
    (kaart['body'] as Record<string, unknown>[])[1]?.['text'];

  it('stand unescaped in the text, with an entity of the same text', () => {
    const kaart = vul('<at>Fatma Yıldız</at>', [fatma]);
    expect(aanhefVan(kaart)).toBe('<at>Fatma Yıldız</at>');
    expect(kaart['msteams']).toEqual({
      entities: [
        { type: 'mention', text: '<at>Fatma Yıldız</at>', mentioned: { id: fatma.aadObjectId, name: 'Fatma Yıldız' } },
      ],
    });
    expect(keur(kaart)).toEqual([]);
  });

  it('of a hostile name have no effect, and text and entity stay equal', () => {
    const kaart = vul(`<at>${kwaad.naam}</at> en <at>Fatma Yıldız</at>`, [fatma, kwaad]);
    expect(aanhefVan(kaart)).toBe('<at>J. klik(x)/at D</at> en <at>Fatma Yıldız</at>');
    expect(kaart['msteams']).toMatchObject({ entities: [{}, { text: '<at>J. klik(x)/at D</at>' }] });
    expect(keur(kaart)).toEqual([]);
  });

  it('without a person behind them are plain text, because Teams refuses a message with such a tag', () => {
    expect(aanhefVan(vul("<at>Iedereen</at>, collega's van [team](x)", []))).toBe(
      "Iedereen, collega's van \\[team\\](x)",
    );
  });

  it('keep the width of a card that has one', () => {
    const kaart = kaarten.vul(ongekeurdBericht('lijst', voorbeeld('lijst', 'leeg'), { vermeldingen: [fatma] }));
    expect(kaart['msteams']).toMatchObject({ width: 'Full', entities: [{}] });
  });
});

describe('ontsnap', () => {
  it.each([
    ['gewone tekst, met (haakjes) en - streep', 'gewone tekst, met (haakjes) en - streep'],
    ['[a](b) **c** _d_ `e` <f> ~g~ # | \\', '\\[a\\](b) \\*\\*c\\*\\* \\_d\\_ \\`e\\` \\<f\\> \\~g\\~ \\# \\| \\\\'],
  ])('%s', (van, naar) => {
    expect(ontsnap(van)).toBe(naar);
  });
});
