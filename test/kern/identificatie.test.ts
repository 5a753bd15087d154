import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vindIdentificatie } from '../../src/kern/identificatie/identificatie.ts';

describe('a direct identifier is found', () => {
  test.each([
    ['bsn', 'Het BSN van moeder is 123456782.'],
    ['bsn', 'bsn:123456782'],
    ['bsn', 'BSN-123456782'],
    ['bsn', 'burgerservicenummer:123456782'],
    ['bsn', '123.456.782'],
    ['bsn', '123 456 782'],
    ['bsn', '1234.56.782'],
    ['bsn', '1234-56-782'],
    ['bsn', '12 34 56 782'],
    ['bsn', 'kind (111222333) woont bij vader'],
    ['bsn', 'met voorloopnul 012345672'],
    ['bsn', 'zonder voorloopnul 12345672'],
    ['bsn', '12.345.672'],
    ['bsn', '123\u00A0456\u00A0782'],
    ['bsn', '123‑456‑782'],
    ['bsn', '１２３４５６７８２'],
    ['bsn', 'op 3 maart 2026 123456782 genoteerd'],
    ['bsn', 'nummers 12 345 111 222 333'],
    ['bsn', 'gezin\n123456782\nvader'],
    ['e-mail', 'mail naar jan.jansen@example.nl'],
    ['e-mail', 'J.JANSEN+werk@mail.gemeente-breda.nl!'],
    ['e-mail', '<jan@voorbeeld.nl>'],
    ['e-mail', 'mailto:jan_@xn--bcher-kva.example'],
    ['telefoon', '06-12345678'],
    ['telefoon', 'tel.0612345678'],
    ['telefoon', 'bel 06 12 34 56 78 na 17:00'],
    ['telefoon', '06 1234 5678'],
    ['telefoon', '06.12.34.56.78'],
    ['telefoon', '(06) 12345678'],
    ['telefoon', '06 - 12345678'],
    ['telefoon', '+31 6 1234 5678'],
    ['telefoon', '+31612345678'],
    ['telefoon', '+31 (0)6 12345678'],
    ['telefoon', '+31-6-12345678'],
    ['telefoon', '0031612345678'],
    ['telefoon', '0031 6 12345678'],
    ['telefoon', '076-5141414'],
    ['telefoon', '(076) 514 14 14'],
    ['telefoon', '076 514 1414'],
    ['telefoon', '0765141414'],
    ['telefoon', '0162-512345'],
    ['telefoon', '+31 76 514 14 14'],
    ['telefoon', '+32 470 12 34 56'],
    ['telefoon', '06-12345678/076-5141414'],
    ['postcode-huisnummer', '4814 AB 12'],
    ['postcode-huisnummer', '4814ab 12a'],
    ['postcode-huisnummer', '4814AB12'],
    ['postcode-huisnummer', 'woont op 4814 ab 12'],
    ['postcode-huisnummer', '4814 AB, nr. 12'],
    ['postcode-huisnummer', '4814 AB huisnummer 12'],
    ['postcode-huisnummer', '4814 AB 12-2'],
    ['postcode-huisnummer', 'Dorpsstraat 12, 4814 AB Breda'],
    ['postcode-huisnummer', 'Dorpsstraat 12a\n4814AB Breda'],
    ['postcode-huisnummer', '4814 EN 12'],
    ['postcode-huisnummer', 'sinds 2026 en, 4814 AB 12'],
    ['postcode-huisnummer', '2011 AB 12'],
    ['iban', 'rekening NL91 ABNA 0417 1643 00'],
    ['iban', 'NL91ABNA0417164300'],
    ['iban', 'nl91abna0417164300'],
    ['iban', 'IBAN:NL91ABNA0417164300.'],
    ['iban', 'IBANNL91ABNA0417164300'],
    ['iban', 'NL91-ABNA-0417-1643-00'],
    ['iban', 'NL91 ABNA 04.17.16.43.00 van moeder'],
    ['iban', 'NL 91 ABNA 0417164300 van vader'],
    ['iban', 'NL91\u00A0ABNA\u00A00417\u00A01643\u00A000'],
    ['iban', 'BE68 5390 0754 7034'],
    ['iban', 'DE89370400440532013000'],
    ['iban', 'GB82 WEST 1234 5698 7654 32'],
    ['iban', 'FR14 2004 1010 0505 0001 3M02 606'],
    ['iban', 'MT84MALT011000012345MTLCAST001S'],
    ['iban', 'NO93 8601 1117 947'],
    ['geboortedatum', 'geboren 12-03-2015'],
    ['geboortedatum', 'Kim, geb. 12 maart 2015'],
    ['geboortedatum', 'geb 12-3-15'],
    ['geboortedatum', 'geboortedatum: 12-03-2015'],
    ['geboortedatum', 'Geboortedatum van de moeder is 12/03/1985'],
    ['geboortedatum', 'geb.datum 12.03.2015'],
    ['geboortedatum', 'geboortedatum 12032015'],
    ['geboortedatum', 'geboortedatum 2015-03-12'],
    ['geboortedatum', '12-03-2015 geboren'],
    ['geboortedatum', 'op 12 maart 2015 is zij geboren'],
    ['geboortedatum', 'op 12 maart 2015 in Breda geboren'],
    ['geboortedatum', 'geboren te Bergen op Zoom op 12 maart 2015'],
    ['geboortedatum', 'geboren in Breda, 12-03-2015'],
    ['geboortedatum', 'geboren op donderdag 12 maart 2015'],
    ['geboortedatum', 'geboren op: 12-03-2015'],
    ['geboortedatum', 'geboren op 12 mrt'],
    ['geboortedatum', 'kind (* 12-03-2015)'],
    ['geboortedatum', 'kind (°12/03/2015)'],
    ['geboortedatum', '12-03-2015 (geboortedatum)'],
    ['geboortedatum', 'GEBOREN\n12‑03‑2015'],
    ['e-mail', 'jan (at) voorbeeld (dot) nl'],
    ['e-mail', 'jan.jansen[at]voorbeeld.nl'],
    ['e-mail', 'jan(at)voorbeeld.nl'],
    ['e-mail', 'jan at voorbeeld punt nl'],
    ['e-mail', 'jan AT voorbeeld DOT com'],
    ['e-mail', 'jan at mail.voorbeeld.nl'],
    ['e-mail', 'jan apenstaartje voorbeeld punt nl'],
    ['e-mail', 'jan@voorbeeld punt nl'],
    ['e-mail', 'jan@voorbeeld(punt)nl'],
    ['e-mail', 'jan @ voorbeeld.nl'],
    ['e-mail', 'jan {at} voorbeeld {punt} nl'],
    ['straat-huisnummer', 'Dorpsstraat 12'],
    ['straat-huisnummer', 'woont dorpsstraat 12a'],
    ['straat-huisnummer', 'DORPSSTRAAT 12'],
    ['straat-huisnummer', 'Dorpsstr. 12'],
    ['straat-huisnummer', 'Dorpsstraat nr. 12'],
    ['straat-huisnummer', 'Dorpsstraat, huisnummer 12'],
    ['straat-huisnummer', 'Dorpsstraat 12-2, Breda'],
    ['straat-huisnummer', 'Dorpsstraat 12 bis'],
    ['straat-huisnummer', 'Laan van Meerdervoort 12a'],
    ['straat-huisnummer', 'Weg naar Rhijnauwen 3'],
    ['straat-huisnummer', 'Hof van Holland 2'],
    ['straat-huisnummer', 'Burgemeester van Campenhoutstraat 7'],
    ['straat-huisnummer', 'Teteringsedijk 101'],
    ['straat-huisnummer', 'Ringbaan-Oost 12'],
    ['straat-huisnummer', 'Zuidring 4'],
    ['straat-huisnummer', 'Grote Markt 38'],
    ['straat-huisnummer', 'Ginnekense weg 8'],
    ['straat-huisnummer', 'gesprek aan de Markt 1'],
    ['straat-huisnummer', 'Lindenhof 12'],
    ['straat-huisnummer', 'moeder woont op de lindenhof 12'],
    ['straat-huisnummer', 'Wilhelminapark 3'],
    ['straat-huisnummer', 'Beneluxlaan 9'],
    ['straat-huisnummer', 'Paleislaan 9'],
    ['straat-huisnummer', 'op nummer 12 in de Dorpsstraat'],
    ['straat-huisnummer', 'Prinsengracht 263, gesprek op 12-03-2026'],
  ])('%s: %s', (soort, tekst) => {
    expect(vindIdentificatie(tekst)).toBe(soort);
  });
});

describe('nothing is found', () => {
  test.each([
    '',
    'Moeder en kind zijn gezien, er zijn afspraken gemaakt.',
    'VT-2026-12345678',
    'VT-2026-12345672',
    'vt 2026 12345672',
    'VT-2026-0001 en VT-2026-0002',
    'ZAAK-2026-001234',
    'ZAAK-2026-123456782',
    'zie document 2026/123456782',
    'kenmerk D123456782',
    'kenmerk 0032-2026-1234',
    'dossier 2026-12-345',
    '123456789 is geen BSN',
    '111222334',
    '000000000',
    '1234567820',
    '20260303',
    '€ 123.456.782',
    '123.456.782,50',
    '123456782 euro',
    'op 3 maart 2026 om 14:00',
    'op 03-03-2026 om 14:00 uur',
    '06-12-2026 10:30',
    '06.12.2026 10.30 uur',
    '2026-03-03T14:00:00.000Z',
    'tussen 08:30-17:00',
    'van 09.00-10.00 uur',
    '§ 3.1.2, § 5.1.3 en Add. 7 van 1-7-2017',
    'bel 112 of 0800-2000',
    'bel 0900-8844 of 14 076',
    '@Jan de Vries heeft gebeld',
    'hallo@thuis',
    '3 @ 2.50',
    'wijk 4814 AB',
    'Postcode 4814 AB. 3 kinderen',
    '4814 AB 10:30 uur bezoek',
    '4814 AB 3 maart bezocht',
    'in 2026 op 3 maart',
    'di 1 dec 2026 om 10:15',
    'in 2025 en 2026 is 12 keer gemeld',
    '12 MAART 2026 OM 10 UUR',
    'in 2026 VT 12 meldingen',
    '1500 kg 2 keer',
    'binnen 2 weken, uiterlijk 3 wd, 1200 m2',
    'artikel 1:247 BW lid 2',
    'leeftijden: 12, 14 en 16 jaar',
    'NL91 ABNA 0417 1643 01',
    'NL91ABNA04171643001',
    'XX91ABNA0417164300',
    'DOC-NL91-2026-12',
    'de 12 kinderen en is 12 keer gemeld, no 12 al 10',
    'gesprek op 12-03-2026',
    'op 12 maart 2026 gesprek, moeder is geboren in Breda',
    'geboren in 2015. Gesprek op 12-03-2026',
    'pasgeboren, gezien op 12-03-2026',
    'op 12-03-2026 is een pas geboren kind gezien',
    'geboren en getogen in Breda; afspraak 12-03-2026',
    'de geboortedatum is niet bekend op 12-03-2026',
    'geboortedatum onbekend, gesprek 12-03-2026',
    'geboortejaar 2015',
    'het kind at brood.Daarna ging het naar bed',
    'hij at een punt van de taart',
    'zij at om 12.30 uur',
    'in de Dorpsstraat',
    'in de Dorpsstraat 2 keer gezien',
    'in de Dorpsstraat wonen 3 kinderen',
    'Dorpsstraat 10:30 uur',
    'Dorpsstraat 12-03-2026',
    'Dorpsstraat, 12 maart bezocht',
    'Dorpsstraat. 12 kinderen',
    'onderweg 2 keer gebeld',
    'onderweg 2',
    'langs de spoorweg 2',
    'vanweg 2',
    'op weg 2',
    'Weg 2 is de beste keuze',
    'via deze weg 2 vragen',
    'gaat slaan 2',
    'verslaan 3',
    'vergadering 12',
    'verklaring 3',
    'Storing 4',
    'Herinnering 2',
    'Begeleiding 3 en Verzekering 4',
    'supermarkt 2',
    'loopbaan 3',
    'het hof 2',
    'Gerechtshof 2',
    'Stappenpad 2',
    'schoolplein 3',
    'hij bedreef 2',
    'dit oversteeg 3',
    'van de heer Van Dijk 2',
    'wijkteam 12, groep 3, om 12 uur',
    '3 kinderen, § 5, bijlage 12, stap 2',
    'prijs steeg 12 euro',
    'meldcode stap 4 en 5',
  ])('%s', (tekst) => {
    expect(vindIdentificatie(tekst)).toBeUndefined();
  });
});

describe('properties', () => {
  const proef = (cijfers: string) =>
    Array.from(cijfers, Number).reduce((som, cijfer, plek) => som + cijfer * (plek === 8 ? -1 : 9 - plek), 0) % 11;
  const negenCijfers = fc.integer({ min: 10_000_000, max: 999_999_999 }).map((getal) => String(getal).padStart(9, '0'));
  const bsn = fc
    .integer({ min: 1_000_000, max: 99_999_999 })
    .map((getal) => {
      const acht = String(getal).padStart(8, '0');
      return Array.from({ length: 10 }, (_, laatste) => `${acht}${laatste}`).find((cijfers) => proef(cijfers) === 0);
    })
    .filter((cijfers) => cijfers !== undefined);
  const woord = fc.constantFrom(...'moeder kind thuis gesprek veilig afspraak op de en bij met is om'.split(' '));
  const getal = fc.nat(99_999_999).map((nummer) => String(nummer).padStart(4, '0'));
  const twee = (maximum: number) =>
    fc.integer({ min: 1, max: maximum }).map((nummer) => String(nummer).padStart(2, '0'));
  const datum = fc
    .tuple(twee(28), twee(12), fc.integer({ min: 2000, max: 2060 }), fc.constantFrom('-', '/', '.'))
    .map(([dag, maand, jaar, teken]) => [dag, maand, jaar].join(teken));
  const datumInWoorden = fc
    .tuple(
      fc.integer({ min: 1, max: 31 }),
      fc.constantFrom('jan', 'maart', 'mei', 'december'),
      fc.integer({ min: 2000, max: 2060 }),
    )
    .map((delen) => delen.join(' '));
  const tijd = fc
    .tuple(twee(23), twee(59), fc.constantFrom(':', '.'))
    .map(([uur, minuut, teken]) => uur + teken + minuut);
  const casusnummer = fc
    .tuple(fc.integer({ min: 2000, max: 2060 }), getal)
    .map(([jaar, nummer]) => `VT-${jaar}-${nummer}`);
  const verwijzing = fc
    .tuple(fc.constantFrom('ZAAK', 'DOC', 'INT'), fc.integer({ min: 2000, max: 2060 }), negenCijfers)
    .map((delen) => delen.join('-'));
  const proza = fc
    .array(fc.oneof({ weight: 3, arbitrary: woord }, datum, datumInWoorden, tijd, casusnummer, verwijzing), {
      maxLength: 15,
    })
    .map((delen) => delen.join(' '));
  const vorm = fc.constantFrom([9], [3, 3, 3], [4, 2, 3], [2, 2, 2, 3]);
  const gegroepeerd = (cijfers: string, groepen: readonly number[], teken: string) =>
    groepen
      .map((lengte, i) => cijfers.slice(groepen.slice(0, i).reduce((a, b) => a + b, 0)).slice(0, lengte))
      .join(teken);

  test('prose with dates, times, casusnummers and references is left alone', () => {
    fc.assert(
      fc.property(proza, (tekst) => {
        expect(vindIdentificatie(tekst)).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  test('every BSN is found in prose, in every form it is written in', () => {
    fc.assert(
      fc.property(bsn, vorm, fc.constantFrom('.', ' ', ' - '), proza, proza, (cijfers, groepen, teken, voor, na) => {
        expect(vindIdentificatie(`${voor} (${gegroepeerd(cijfers, groepen, teken)}) ${na}`)).toBe('bsn');
        expect(vindIdentificatie(`${voor}, ${cijfers}. ${na}`)).toBe('bsn');
      }),
      { numRuns: 1000 },
    );
  });

  test('nine digits that fail the elfproef are left alone', () => {
    fc.assert(
      fc.property(negenCijfers, (cijfers) => {
        fc.pre(proef(cijfers) !== 0);
        expect(vindIdentificatie(`nummer ${cijfers} genoteerd`)).toBeUndefined();
      }),
    );
  });

  test('every mobile number, e-mail address and address is found in prose', () => {
    const acht = fc.integer({ min: 10_000_000, max: 99_999_999 }).map(String);
    const letters = fc.constantFrom('AB', 'ab', 'CX', 'kt', 'EN', 'ZW');
    fc.assert(
      fc.property(
        acht,
        fc.integer({ min: 1000, max: 9999 }),
        letters,
        twee(99),
        proza,
        (nummer, cijfers, code, huis, tekst) => {
          expect(vindIdentificatie(`${tekst} 06-${nummer} ${tekst}`)).toBe('telefoon');
          expect(vindIdentificatie(`${tekst} +316${nummer}`)).toBe('telefoon');
          expect(vindIdentificatie(`${tekst} a${nummer}@example.nl, ${tekst}`)).toBe('e-mail');
          const kanJaarZijn = code === 'EN' && /^(?:19|20)/.test(String(cijfers));
          if (!kanJaarZijn)
            expect(vindIdentificatie(`${tekst}, ${cijfers}${code} ${huis}; ${tekst}`)).toBe('postcode-huisnummer');
        },
      ),
    );
  });

  const naarIban = (land: string, rekening: string) => {
    const cijfers = Array.from(`${rekening}${land}00`, (teken) => String(Number.parseInt(teken, 36))).join('');
    const rest = Array.from(cijfers, Number).reduce((som, cijfer) => (som * 10 + cijfer) % 97, 0);
    return `${land}${String(98 - rest).padStart(2, '0')}${rekening}`;
  };
  const cijfersMet = (lengte: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: lengte, maxLength: lengte }).map((rij) => rij.join(''));
  const bank = fc.constantFrom('ABNA', 'INGB', 'RABO', 'TRIO', 'BUNQ');
  const iban = fc.oneof(
    fc.tuple(bank, cijfersMet(10)).map(([code, nummer]) => naarIban('NL', code + nummer)),
    fc.tuple(bank, cijfersMet(14)).map(([code, nummer]) => naarIban('GB', code + nummer)),
    cijfersMet(12).map((nummer) => naarIban('BE', nummer)),
    cijfersMet(18).map((nummer) => naarIban('DE', nummer)),
    cijfersMet(24).map((nummer) => naarIban('PL', nummer)),
  );
  const perVier = (tekst: string, teken: string) => (tekst.match(/.{1,4}/g) ?? []).join(teken);

  test('every IBAN is found in prose, Dutch or foreign, however it is grouped', () => {
    fc.assert(
      fc.property(iban, fc.constantFrom('', ' ', '-', '.'), proza, proza, (nummer, teken, voor, na) => {
        expect(vindIdentificatie(`${voor} ${perVier(nummer, teken)}`)).toBe('iban');
        expect(vindIdentificatie(`${voor}, ${nummer.toLowerCase()}. ${na}`)).toBe('iban');
        expect(vindIdentificatie(`${voor} (${perVier(nummer, teken)}) ${na}`)).toBe('iban');
      }),
    );
  });

  test('an IBAN with one wrong digit is none: mod 97 tells', () => {
    fc.assert(
      fc.property(iban, fc.integer({ min: 1, max: 9 }), (nummer, erbij) => {
        const laatste = (Number(nummer.at(-1)) + erbij) % 10;
        expect(vindIdentificatie(`rekening ${nummer.slice(0, -1)}${laatste} genoteerd`)).toBeUndefined();
      }),
    );
  });

  test('every date that is called a date of birth is found in prose, and the same date without that word never', () => {
    const ervoor = fc.constantFrom(
      'geboren',
      'geboren op',
      'geb.',
      'Geb',
      'geboortedatum:',
      'geboortedatum is',
      'geb.datum',
    );
    fc.assert(
      fc.property(fc.oneof(datum, datumInWoorden), ervoor, proza, proza, (dag, woorden, voor, na) => {
        expect(vindIdentificatie(`${voor}, ${woorden} ${dag}, ${na}`)).toBe('geboortedatum');
        expect(vindIdentificatie(`${voor}, ${dag} geboren, ${na}`)).toBe('geboortedatum');
        expect(vindIdentificatie(`${voor} gesprek op ${dag} ${na}`)).toBeUndefined();
      }),
    );
  });

  test('every e-mail address that is written out is found in prose', () => {
    const apen = fc.constantFrom(' (at) ', '(at)', '[at]', ' at ', ' AT ', ' apenstaartje ', '@', ' @ ', ' {at} ');
    const punten = fc.constantFrom('.', ' punt ', ' dot ', ' (dot) ', '(punt)', '[dot]');
    const naam = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(
        naam,
        apen,
        naam,
        punten,
        fc.constantFrom('nl', 'be', 'com'),
        proza,
        (wie, aap, waar, punt, land, tekst) => {
          expect(vindIdentificatie(`${tekst} ${wie}${aap}${waar}${punt}${land}, ${tekst}`)).toBe('e-mail');
        },
      ),
    );
  });

  const straatnaam = fc
    .tuple(
      fc.constantFrom('Dorps', 'Kerk', 'Molen', 'Wilhelmina', 'Haagse', 'Sint Anna'),
      fc.constantFrom(
        'straat',
        'laan',
        'weg',
        'plein',
        'gracht',
        'kade',
        'dijk',
        'singel',
        'steeg',
        'dreef',
        'plantsoen',
      ),
    )
    .map((delen) => delen.join(''))
    .filter((naam) => naam !== 'Dorpsplein');

  test('every street with a house number is found in prose, and without one, or before a count, never', () => {
    const nummer = fc
      .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('', 'a', ' b', '-2', 'bis'))
      .map((delen) => delen.join(''));
    const telling = fc.constantFrom(
      '2 keer',
      '3 kinderen',
      '10:30',
      '12-03-2026',
      '12 maart 2026',
      '14 uur',
      '5 meldingen',
    );
    fc.assert(
      fc.property(straatnaam, nummer, telling, proza, proza, (straat, huis, geteld, voor, na) => {
        expect(vindIdentificatie(`${voor} ${straat} ${huis}; ${na}`)).toBe('straat-huisnummer');
        expect(vindIdentificatie(`${voor} ${straat.toLowerCase()} ${huis}, ${na}`)).toBe('straat-huisnummer');
        expect(vindIdentificatie(`${voor} in de ${straat} is ${na}`)).toBeUndefined();
        expect(vindIdentificatie(`${voor} in de ${straat} ${geteld}; ${na}`)).toBeUndefined();
      }),
    );
  });

  test('what is numbered but no street is left alone: a stage, a group, a meeting, a paragraph', () => {
    const genummerd = fc.constantFrom(
      ...'wijkteam groep stap fase bijlage melding vergadering verklaring herinnering storing § gezin onderweg spoorweg slaan loopbaan supermarkt'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(genummerd, fc.integer({ min: 1, max: 99 }), proza, proza, (woorden, nummer, voor, na) => {
        expect(vindIdentificatie(`${voor} ${woorden} ${nummer} ${na}`)).toBeUndefined();
      }),
    );
  });

  test.each([
    'NL91',
    'NL91 ',
    'de 12 ',
    'geboren ',
    'geboortedatum is ',
    'geboren te ',
    '12-03-2026 ',
    '12 maart ',
    '* ',
    'straat',
    'straat ',
    'Straatweg ',
    'Laan van ',
    'Laan van de a ',
    'a at ',
    ' (at) ',
    'a.',
    ' punt ',
    'a',
    'A',
    '1-',
    "'",
    '12 maart 2026 is ',
  ])('100.000 characters of "%s" take no longer than they are long', (stuk) => {
    const vulling = stuk.repeat(Math.ceil(100_000 / stuk.length));
    const begin = performance.now();
    expect(vindIdentificatie(`${vulling}; Dorpsstraat 12`)).toBeDefined();
    // A search that grows with the square takes minutes on this.
    expect(performance.now() - begin).toBeLessThan(2_000);
  });

  test('a long hostile text is read to its end', () => {
    const stukken = ['1', '1 ', '12.', '0', '06 ', 'a@a.', '@', '4814 AB ', 'a 1 ', '+31 ', '(0'];
    for (const stuk of stukken) {
      const vulling = stuk.repeat(Math.ceil(20_000 / stuk.length));
      expect(vindIdentificatie(`${vulling}; mail jan@example.nl`)).toBe('e-mail');
      expect(vindIdentificatie(`${vulling}; BSN (123456782)`)).toBeDefined();
    }
  });
});
