import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Aanvrager } from '../../src/toepassing/casus/rechten.ts';
import {
  codeVan,
  GEBELD,
  KOUD,
  MARIT,
  NAAR_TEAM,
  NOOR,
  NUMMER,
  startToepassing,
  SYSTEEM,
  TEAM,
  YOUSSEF,
  type Json,
  type Opstelling,
} from '../steun/toepassing.ts';

let op: Opstelling;
beforeEach(async () => {
  op = await startToepassing();
  await op.registreer(SYSTEEM);
  await op.doe(YOUSSEF, NAAR_TEAM);
});
afterEach(() => op.stop());

const bewaard = async (): Promise<string> => JSON.stringify(await op.document());
const WARM = {
  ...KOUD,
  wijze: 'warm',
  documentverwijzing: 'ZAAK-1',
  veiligheidsafspraken: ['Elke week contact.'],
  gesprek: { geenReden: 'niemand bereikbaar' },
};

describe('a text with a direct identifier (domein §4)', () => {
  const oordeel = { tekst: 'Het gezin wil hulp.', vanWie: 'de onderzoeker', opGrondVan: 'drie gesprekken' };
  test.each<[string, string, Json]>([
    ['BSN', 'a fact', { ...KOUD, feiten: ['Er is een melding.', 'Zijn nummer is 111222333.'] }],
    ['e-mailadres', 'a point of attention', { ...KOUD, aandachtspunten: ['Mail jan@voorbeeld.example.'] }],
    ['straat met huisnummer', 'an agreement', { ...WARM, veiligheidsafspraken: ['Blijf weg bij Dorpsstraat 12.'] }],
    ['telefoonnummer', 'an opinion', { ...KOUD, oordelen: [{ ...oordeel, tekst: 'Bel 076-5141414.' }] }],
    ['e-mailadres', 'its holder', { ...KOUD, oordelen: [{ ...oordeel, vanWie: 'jan@voorbeeld.example' }] }],
    [
      'geboortedatum',
      'a second ground',
      { ...KOUD, oordelen: [oordeel, { ...oordeel, opGrondVan: 'geb. 12-03-2015' }] },
    ],
    ['telefoonnummer', 'the reference to a document', { ...WARM, documentverwijzing: '0612345678' }],
    ['postcode met huisnummer', 'why there is no gesprek', { ...WARM, gesprek: { geenReden: 'woont op 4811 AB 12' } }],
    ['telefoonnummer', 'who confirmed', { ...GEBELD, doorWie: 'Noor, 06-12345678' }],
    ['rekeningnummer (IBAN)', 'a reason', { soort: 'intrekken', reden: 'rekening NL91 ABNA 0417 1643 00' }],
    ['e-mailadres', 'the contactpersoon', { ...NAAR_TEAM, contactpersoon: 'sam@voorbeeld.example' }],
  ])('%s in %s is refused and told, and nothing of it is kept or logged', async (soort, _waar, opdracht) => {
    const voor = await bewaard();
    const resultaat = await op.doe(YOUSSEF, opdracht);
    expect(resultaat).toMatchObject({ ok: false, code: 'persoonsgegeven', tekst: expect.stringContaining(soort) });
    expect(resultaat).toMatchObject({ tekst: expect.stringContaining('niets opgeslagen') });
    expect(await bewaard()).toBe(voor);
    expect(op.log.join('')).not.toMatch(
      /111222333|jan@|12345678|5141414|4811 AB|ABNA|12-03-2015|voorbeeld|Dorpsstraat/,
    );
  });

  test('of a person who refuses too, whatever the rights', async () => {
    await op.doe(YOUSSEF, KOUD);
    const voor = await bewaard();
    const weigeren = { soort: 'weigeren', reden: 'bel 06-12345678' };
    for (const wie of [NOOR, MARIT]) expect(codeVan(await op.doe(wie, weigeren))).toBe('persoonsgegeven');
    expect(await bewaard()).toBe(voor);
  });

  test('a casusnummer, an instant and a reference are none', async () => {
    const feiten = ['Zie VT-2026-12345678 en de afspraak van 02-12-2026 om 10:00 uur.', 'Veilig Thuis: 0800-2000.'];
    expect(
      codeVan(await op.doe(YOUSSEF, { ...WARM, feiten, documentverwijzing: 'ZAAK-2026-111222333' })),
    ).toBeUndefined();
  });
});

describe('a refusal leaves the document as it was, to the byte', () => {
  test.each<[string, Aanvrager, Json, string]>([
    ['a decision that does not fit', YOUSSEF, { soort: 'terugnemen', reden: 'x' }, 'niet-bij-team'],
    ['a team that is not in the adresboek', YOUSSEF, { ...KOUD, team: 'wijkteam-nergens' }, 'team-onbekend'],
    ['a right that is another’s', YOUSSEF, { soort: 'oppakken' }, 'geen-recht'],
    ['a casus of another team', MARIT, { soort: 'oppakken' }, 'niet-gevonden'],
    ['what was refused already', NOOR, { soort: 'oppakken' }, 'eerst-bevestigen'],
  ])('%s', async (_naam, wie, opdracht, code) => {
    await op.doe(YOUSSEF, KOUD);
    op.klok.vooruit(24 * 3_600_000);
    const voor = await bewaard();
    expect(codeVan(await op.doe(wie, opdracht))).toBe(code);
    expect(await bewaard()).toBe(voor);
  });

  test('a card of an earlier overdracht (§3.2)', async () => {
    await op.doe(YOUSSEF, KOUD);
    await op.doe(YOUSSEF, { soort: 'intrekken', reden: 'verkeerd team' });
    await op.doe(YOUSSEF, KOUD);
    const voor = await bewaard();
    expect(codeVan(await op.doe(NOOR, { soort: 'ontvangst-bevestigen' }, { overdracht: 1 }))).toBe(
      'overdracht-verouderd',
    );
    expect(codeVan(await op.doe(NOOR, { soort: 'ontvangst-bevestigen' }, { overdracht: 99 }))).toBe('geen-overdracht');
    expect(await bewaard()).toBe(voor);
    expect(codeVan(await op.doe(NOOR, { soort: 'ontvangst-bevestigen' }, { overdracht: 2 }))).toBeUndefined();
  });
});

describe('the content of an overdracht', () => {
  test('is kept beside the journal, per overdracht, and is not in it', async () => {
    await op.doe(YOUSSEF, { ...KOUD, feiten: ['De buurman hoorde geschreeuw.'] });
    await op.doe(YOUSSEF, { soort: 'intrekken', reden: 'verkeerd team' });
    await op.doe(YOUSSEF, { ...KOUD, team: 'cjg-roosendaal', feiten: ['De school belde.'] });
    const document = await op.document();
    expect(document?.inhoud).toMatchObject({
      1: { leesbaar: { feiten: ['De buurman hoorde geschreeuw.'] } },
      2: { leesbaar: { feiten: ['De school belde.'] } },
    });
    expect(JSON.stringify(document?.journaal)).not.toMatch(/buurman|school/);
  });

  test('of the same overdracht sent again is not replaced: other content is refused, the same is done already', async () => {
    await op.doe(YOUSSEF, KOUD);
    // What waits to be sent goes first, so that only the repeat could change something.
    await op.toepassing.ronde();
    const voor = await bewaard();
    expect(await op.doe(YOUSSEF, KOUD)).toMatchObject({ ok: true, gewijzigd: false });
    expect((await op.doe(YOUSSEF, { ...KOUD, feiten: ['Iets anders.'] })).ok).toBe(false);
    expect(await bewaard()).toBe(voor);
  });
});

describe('reading and searching', () => {
  test('an unknown casus and one that may not be seen are the same answer', async () => {
    const { dienst } = op.toepassing;
    const onbekend = await dienst.lees('VT-2026-9999', MARIT);
    expect(onbekend).toMatchObject({ ok: false, code: 'niet-gevonden' });
    expect(await dienst.lees(NUMMER, MARIT)).toEqual(onbekend);
    expect(await dienst.voerUit({ casusnummer: NUMMER, opdracht: { soort: 'oppakken' }, aanvrager: MARIT })).toEqual(
      onbekend,
    );
  });

  test('a list holds what the asker may know, also when another team is asked for', async () => {
    await op.doe(YOUSSEF, KOUD);
    await op.registreer(SYSTEEM, { casusnummer: 'VT-2026-0002' });
    const nummers = async (wie: Aanvrager, vraag: { team?: string } = {}): Promise<string[]> =>
      (await op.toepassing.dienst.zoek({ ...vraag, maximum: 10 }, wie)).map(({ id }) => id);
    expect(await nummers(YOUSSEF)).toEqual([NUMMER, 'VT-2026-0002']);
    expect(await nummers(NOOR)).toEqual([NUMMER]);
    expect(await nummers(NOOR, { team: TEAM })).toEqual([NUMMER]);
    expect(await nummers(MARIT)).toEqual([]);
    expect(await nummers(MARIT, { team: TEAM })).toEqual([]);
    expect(await nummers({ ...NOOR, rollen: [{ rol: 'beheerder' }] }, { team: TEAM })).toEqual([]);
  });
});
