import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vindIdentificatie } from '../../src/kern/identificatie.ts';

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

  test('a long hostile text is read to its end', () => {
    const stukken = ['1', '1 ', '12.', '0', '06 ', 'a@a.', '@', '4814 AB ', 'a 1 ', '+31 ', '(0'];
    for (const stuk of stukken) {
      const vulling = stuk.repeat(Math.ceil(20_000 / stuk.length));
      expect(vindIdentificatie(`${vulling}; mail jan@example.nl`)).toBe('e-mail');
      expect(vindIdentificatie(`${vulling}; BSN (123456782)`)).toBeDefined();
    }
  });
});
