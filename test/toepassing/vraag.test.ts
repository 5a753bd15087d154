import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begrijp, type Vraag } from '../../src/toepassing/gesprek/vraag.ts';

/** Wednesday 11 March 2026, 10:30 in Amsterdam. */
const NU = '2026-03-11T09:30:00.000Z';
const CASUS = 'VT-2026-0001';

function zinnen(naam: string, verwacht: Vraag, rijen: readonly string[]): void {
  describe(naam, () => {
    test.each(rijen)('%s', (zin) => {
      expect(begrijp(zin, NU)).toEqual(verwacht);
    });
  });
}

zinnen('asks who is responsible now', { soort: 'verantwoordelijk', casusnummer: CASUS }, [
  'wie is verantwoordelijk voor casus VT-2026-0001',
  'wie is verantwoordelijk voor VT-2026-0001',
  'Wie is er VERANTWOORDELIJK voor casus vt-2026-0001?',
  'WIE IS VERANTWOORDELIJK VOOR CASUS VT-2026-0001!!',
  'VT-2026-0001 wie is er verantwoordelijk?',
  'verantwoordelijke vt-2026-0001',
  'wie heeft zicht op veiligheid bij vt 2026 1',
  'wie heeft nu zicht op VT-2026-0001',
  'zicht op veiligheid VT-2026-0001',
  "wie heeft 'm nu, VT-2026-0001",
  'wie heeft ’m nu, VT‑2026‑0001',
  'bij wie ligt VT-2026-0001?',
  'waar ligt casus VT-2026-0001 nu',
  'wie is er aan zet bij VT-2026-0001',
  'wie is eigenaar van VT-2026-0001',
  'bij welke partij ligt op dit moment de verantwoordelijkheid voor VT-2026-0001',
  'verantwordelijk VT-2026-0001',
  'wie is verandwoordlijk voor VT-2026-0001',
  'wie is verantwoordelyk voor VT-2026-0001',
  'wie is veranwtoordelijk voor VT-2026-0001',
  'wie is verantwoordelijk voor casus VT-2026-0001.',
  'wie is verantwoordelijk voor de nieuwe casus VT-2026-0001',
  'Goedemorgen, wie is verantwoordelijk voor VT-2026-0001?',
  'Goede morgen wie is verantwoordelijk voor VT-2026-0001?',
  'Morgen! Wie is verantwoordelijk voor VT-2026-0001?',
  'is Jan verantwoordelijk voor VT-2026-0001',
  "wie is verantwoordelijk voor casus VT-2026-0001'; DROP TABLE casussen;--",
  '**wie is verantwoordelijk** voor `VT-2026-0001`',
]);

zinnen('asks for the status', { soort: 'status', casusnummer: CASUS }, [
  'status VT-2026-0001',
  'Status van casus vt-2026-0001?',
  'statsu VT-2026-0001',
  'VT-2026-0001 status',
  'stand van zaken VT-2026-0001',
  'hoe staat het met VT-2026-0001',
  'is VT-2026-0001 al overgedragen?',
  'is VT-2026-0001 te laat?',
  'laat VT-2026-0001 zien',
  'ontvangst bevestigen VT-2026-0001',
  'status VT-2026-0001 vandaag',
  'status van de casus VT-2026-0001 en nog eens vt 2026 1',
]);

zinnen('asks for the timeline', { soort: 'tijdlijn', casusnummer: CASUS }, [
  'tijdlijn VT-2026-0001',
  'Tijdlijn van casus VT-2026-0001 graag',
  'tydlijn VT-2026-0001',
  'tijdslijn vt 2026 0001',
  'geschiedenis VT-2026-0001',
  'wat is er gebeurd met VT-2026-0001',
  'wanneer is VT-2026-0001 overgedragen?',
  'VT-2026-0001: tijdlijn!',
]);

zinnen('asks to hand over', { soort: 'overdragen', casusnummer: CASUS }, [
  'overdragen VT-2026-0001',
  'Ik wil casus VT-2026-0001 overdragen',
  'draag VT-2026-0001 over aan het wijkteam',
  'overdracht VT-2026-0001',
  'overdrgen VT-2026-0001',
]);

zinnen('a casusnummer is understood however it is typed', { soort: 'status', casusnummer: CASUS }, [
  'VT-2026-0001',
  'vt-2026-0001',
  'VT 2026 0001',
  'vt2026-0001',
  'VT20260001',
  'vt 2026 1',
  'VT_2026_0001',
  'VT – 2026 – 0001',
  '  VT-2026-0001\n',
  '(VT-2026-0001)',
  '<VT-2026-0001>',
  'VT\u00A02026\u00A00001',
  'VT-2026-\u200B0001',
  'VT-2026-0001 👍',
  '<p><b>VT-2026-0001</b>&nbsp;</p>',
  '<at>Zicht op veiligheid</at> VT-2026-0001',
  '\u0000VT-2026-0001\u0007',
]);

describe('a casusnummer of another form is given as typed', () => {
  test.each([
    ['VT-2026-12345678', 'VT-2026-12345678'],
    ['VT-2026-123456789', 'VT-2026-123456789'],
    ['status VT-2026-0001/2', 'VT-2026-0001/2'],
    ['status casus ZAAK-2026-001234', 'ZAAK-2026-001234'],
    ['status casus: zaak-2026-001234.', 'zaak-2026-001234'],
    ['status casusnummer 12345', '12345'],
    ['status kasus nr. 12', '12'],
    ['status 2026-0001', '2026-0001'],
    ['status van 2026-0001', '2026-0001'],
    ['status dossier 12a', '12a'],
    [`status casus ${'9'.repeat(80)}`, '9'.repeat(40)],
  ])('%s', (zin, casusnummer) => {
    expect(begrijp(zin, NU)).toEqual({ soort: 'status', casusnummer });
  });
});

describe('the dossier of a casus is asked for by that word alone, because people call any casus a dossier', () => {
  const VT: Vraag = { soort: 'dossier', casusnummer: 'VT-2026-0001' };
  test.each<[string, Vraag]>([
    ['dossier VT-2026-0001', VT],
    ['Dosier vt 2026 1', VT],
    ['exporteer VT-2026-0001', VT],
    ['exporteer casus VT-2026-0001 aub', VT],
    ['mag ik het dossier van VT-2026-0001', VT],
    ['dossier ZAAK-2026-001234', { soort: 'dossier', casusnummer: 'ZAAK-2026-001234' }],
    ['exporteer 2026-0001', { soort: 'dossier', casusnummer: '2026-0001' }],
    ['status dossier VT-2026-0001', { soort: 'status', casusnummer: 'VT-2026-0001' }],
    ['tijdlijn van dossier VT-2026-0001', { soort: 'tijdlijn', casusnummer: 'VT-2026-0001' }],
    ['wie heeft dossier VT-2026-0001', { soort: 'verantwoordelijk', casusnummer: 'VT-2026-0001' }],
    ['dossier VT-2026-0001 overdragen', { soort: 'overdragen', casusnummer: 'VT-2026-0001' }],
    ['dossier', { soort: 'casusnummer-ontbreekt', bij: 'dossier' }],
    ['nieuw dossier', { soort: 'nieuwe-casus' }],
    ['uitleg dossier', { soort: 'uitleg', onderwerp: 'dossier' }],
  ])('%s', (zin, vraag) => {
    expect(begrijp(zin, NU)).toEqual(vraag);
  });
});

describe('a question that names no casus asks for one', () => {
  test.each([
    ['wie is verantwoordelijk?', 'verantwoordelijk'],
    ['wie heeft er zicht op veiligheid', 'verantwoordelijk'],
    ['wie is verantwoordelijk voor casus Jansen', 'verantwoordelijk'],
    ['wie is verantwoordelijk voor deze casus op 3 maart', 'verantwoordelijk'],
    ['wie was verantwoordelijk voor casus 3 maart 2026', 'verantwoordelijk'],
    ["wie is verantwoordelijk voor casus '; DROP TABLE casussen;--", 'verantwoordelijk'],
    ['wie is verantwoordelijk voor de openstaande casussen', 'verantwoordelijk'],
    ['status', 'status'],
    ['wat is de status', 'status'],
    ['casus', 'status'],
    ['tijdlijn', 'tijdlijn'],
    ['overdragen', 'overdragen'],
    ['hoe kan ik een casus overdragen', 'overdragen'],
  ] as const)('%s', (zin, bij) => {
    expect(begrijp(zin, NU)).toEqual({ soort: 'casusnummer-ontbreekt', bij });
  });
});

zinnen('open casussen', { soort: 'openstaand' }, [
  'openstaand',
  'Openstaande casussen',
  'openstaan',
  'wat staat er open?',
  'mijn casussen',
  'overzicht',
]);
zinnen('late casussen', { soort: 'te-laat' }, [
  'te laat',
  'TE LAAT!',
  'telaat',
  'te-laat',
  'wat is er te laat?',
  'welke openstaande casussen zijn te laat',
  'welke termijnen zijn verlopen',
]);
zinnen('a new casus', { soort: 'nieuwe-casus' }, [
  'nieuwe casus',
  'Nieuwe casus!',
  'neiuwe cassus',
  'casus aanmaken',
  'kan ik een nieuwe melding invoeren',
]);
zinnen('help', { soort: 'help' }, [
  'help',
  'Help!',
  'hulp',
  '?',
  'hallo',
  'Wat kun je?',
  'hoe werkt dit',
  'wie ben je',
]);
zinnen('address book', { soort: 'adresboek' }, ['adresboek', 'Adresboek?', 'adresbeok', 'toon het adresboek']);
zinnen('delivery', { soort: 'bezorging' }, ['bezorging', 'BEZORGING', 'bezoging']);
zinnen('unlink', { soort: 'ontkoppel' }, ['ontkoppel', 'Ontkoppel dit kanaal', 'ontkopel', 'koppel dit kanaal los']);
zinnen('own data', { soort: 'mijn-gegevens' }, [
  'mijn gegevens',
  'Welke gegevens heb je van mij?',
  'wat weet je over mij',
]);
zinnen('nothing to read', { soort: 'leeg' }, ['', '   ', '\n\t', '\u00A0', '\u200B', '👍', '...', '<p>&nbsp;</p>']);
zinnen('not understood', { soort: 'onbekend' }, [
  'koffie',
  'wie is de premier',
  'ik bevind me in de trein',
  '12345',
  'مرحبا',
  'constructor __proto__ toString',
]);

describe('linking a conversation', () => {
  test.each([
    ['koppel veilig-thuis', 'veilig-thuis'],
    ['Koppel Veilig Thuis', 'veilig-thuis'],
    ['KOPPEL WIJKTEAM-BREDA-NOORD', 'wijkteam-breda-noord'],
    ['kopel stuurgroep', 'stuurgroep'],
    ['koppel dit kanaal aan cjg-2.', 'cjg-2'],
    ['koppel nieuwe-casus', 'nieuwe-casus'],
  ])('%s', (zin, sleutel) => {
    expect(begrijp(zin, NU)).toEqual({ soort: 'koppel', sleutel });
  });
  test('koppel without a key', () => {
    expect(begrijp('koppel', NU)).toEqual({ soort: 'sleutel-ontbreekt' });
  });
});

describe('explanations', () => {
  test.each([
    ['uitleg', ''],
    ['Uitleg warme overdracht', 'warme overdracht'],
    ['uitleg over de wachtlijst', 'wachtlijst'],
    ['leg eens uit wat een meningsverschil is', 'meningsverschil'],
    ['wat is een koude overdracht?', 'koude overdracht'],
    ['wat is advies', 'advies'],
    ['wat betekent terugleggen', 'terugleggen'],
    ['hoe werkt het meningsverschil', 'meningsverschil'],
  ])('%s', (zin, onderwerp) => {
    expect(begrijp(zin, NU)).toEqual({ soort: 'uitleg', onderwerp });
  });
});

test('a new casus keeps the number that was typed with it', () => {
  expect(begrijp('nieuwe casus vt 2026 9', NU)).toEqual({ soort: 'nieuwe-casus', casusnummer: 'VT-2026-0009' });
});

test('two casussen at once are not answered for the first one only', () => {
  expect(begrijp('overdragen VT-2026-0001 en VT-2026-0002', NU)).toEqual({
    soort: 'meer-casusnummers',
    casusnummers: ['VT-2026-0001', 'VT-2026-0002'],
  });
});

describe('size and hostile text', () => {
  test('500 characters are read, one more is not', () => {
    const zin = 'status VT-2026-0001 '.padEnd(500, '.');
    expect(begrijp(zin, NU)).toEqual({ soort: 'status', casusnummer: CASUS });
    expect(begrijp(`${zin}.`, NU)).toEqual({ soort: 'te-lang' });
  });
  test('surrounding white space does not count', () => {
    expect(begrijp(`${' '.repeat(20_000)}help${'\n'.repeat(20_000)}`, NU)).toEqual({ soort: 'help' });
  });
  test.each(['a', '<', '<at>', 'vt-2026-', '1 ', '3-', 'casus ', '(((', 'e\u0301', '😀', '\u0000', 'wie … '])(
    '20,000 characters of %j',
    (stuk) => {
      expect(begrijp(stuk.repeat(Math.ceil(20_000 / stuk.length)).padEnd(20_001, 'x'), NU)).toEqual({
        soort: 'te-lang',
      });
    },
  );
});

describe('properties', () => {
  test('any text gives an answer, the same twice, with a bounded casusnummer and an instant as op', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 600, unit: 'binary' }), hapjes()), (tekst) => {
        const vraag = begrijp(tekst, NU);
        expect(begrijp(tekst, NU)).toEqual(vraag);
        if ('casusnummer' in vraag && vraag.casusnummer !== undefined) {
          expect(vraag.casusnummer).toMatch(/^[\w\-/.:]{1,40}$/);
        }
        if ('op' in vraag && vraag.op !== undefined) expect(new Date(vraag.op).toISOString()).toBe(vraag.op);
      }),
    );
  });

  test('one typing error in verantwoordelijk, in any case, is still understood', () => {
    const woord = 'verantwoordelijk';
    fc.assert(
      fc.property(
        fc.nat(woord.length - 2),
        fc.constantFrom('weg', 'dubbel', 'verwissel'),
        fc.boolean(),
        (plek, fout, hoofd) => {
          const [a = '', b = ''] = woord.slice(plek);
          const midden = { weg: b, dubbel: a + a + b, verwissel: b + a }[fout];
          const getypt = woord.slice(0, plek) + midden + woord.slice(plek + 2);
          const zin = `wat is de ${hoofd ? getypt.toUpperCase() : getypt} partij VT-2026-0001`;
          expect(begrijp(zin, NU)).toEqual({ soort: 'verantwoordelijk', casusnummer: CASUS });
        },
      ),
    );
  });
});

/** Words, numbers and signs of real questions in random order: the text that comes nearest to confusing the reader. */
function hapjes(): fc.Arbitrary<string> {
  const stukken =
    'wie was verantwoordelijk casus VT-2026-0001 vt 2026 1 op 3 maart 31 februari 14:00 uur om gisteren afgelopen maandag 24:00 99 - / . , | koppel nieuwe te laat uitleg'.split(
      ' ',
    );
  return fc.array(fc.constantFrom(...stukken), { maxLength: 20 }).map((woorden) => woorden.join(' '));
}
