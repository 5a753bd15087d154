/**
 * Bank accounts: an IBAN counts when it has the form of its country and passes mod 97 (ISO 13616). Without the form a
 * sentence such as "de 12 03 2026 ..." would pass once in 97 times.
 */
import { enige, vondsten } from './vondsten.ts';

/** What follows country and check digits: `a` letters, `n` digits, `c` either, each with how many (IBAN registry). */
const VORMEN = new Map(
  (
    'AD n8c12 AE n19 AL n8c16 AT n16 AZ a4c20 BA n16 BE n12 BG a4n6c8 BH a4c14 BI n23 BR n23a1c1 BY c4n4c16 CH n5c12 ' +
    'CR n18 CY n8c16 CZ n20 DE n18 DJ n23 DK n14 DO c4n20 EE n16 EG n25 ES n20 FI n14 FK a2n12 FO n14 FR n10c11n2 ' +
    'GB a4n14 GE a2n16 GI a4c15 GL n14 GR n7c16 GT c24 HN a4n20 HR n17 HU n24 IE a4n14 IL n19 IQ a4n15 IS n22 ' +
    'IT a1n10c12 JO a4n4c18 KW a4c22 KZ n3c13 LB n4c20 LC a4c24 LI n5c12 LT n16 LU n3c13 LV a4c13 LY n21 MC n10c11n2 ' +
    'MD c20 ME n18 MK n3c10n2 MN n16 MR n23 MT a4n5c18 MU a4n19a3 NI a4n20 NL a4n10 NO n11 OM n3c16 PK a4c16 PL n24 ' +
    'PS a4c21 PT n21 QA a4c21 RO a4c16 RS n18 RU n14c15 SA n2c18 SC a4n20a3 SD n14 SE n20 SI n15 SK n20 SM a1n10c12 ' +
    'SO n19 ST n21 SV a4n20 TL n19 TN n20 TR n6c16 UA n6c19 VA n18 VG a4n16 XK n16 YE a4n4c18'
  )
    .split(/ (?=[A-Z]{2} )/)
    .map((regel): [string, string] => [regel.slice(0, 2), regel.slice(3)]),
);

const TEKENS: Readonly<Record<string, string>> = { a: '[A-Z]', n: String.raw`\d`, c: '[A-Z0-9]' };
const PATRONEN = new Map(
  Array.from(VORMEN, ([land, vorm]) => [
    land,
    new RegExp(
      `^${vorm.replace(/([anc])(\d+)/g, (_, soort: string, aantal: string) => `${TEKENS[soort] ?? ''}{${aantal}}`)}$`,
    ),
  ]),
);
const LENGTES = new Map(
  Array.from(VORMEN, ([land, vorm]) => [land, (vorm.match(/\d+/g) ?? []).reduce((som, deel) => som + Number(deel), 0)]),
);

/** The word IBAN may be stuck to it. */
const BEGIN_IBAN = /(?:(?<=iban)|(?<![\p{L}\p{N}]))(?<land>[a-z]{2})[ .-]?(?<controle>\d\d)/giu;
/** As many as the longest IBAN has, each with its separator. */
const VERVOLG = /^(?:[ .-]?[a-z0-9]){11,30}/i;

/** A letter counts as two digits, A = 10. */
function doorstaatMod97(iban: string): boolean {
  const verplaatst = iban.slice(4) + iban.slice(0, 4);
  return (
    Array.from(verplaatst).reduce((rest, teken) => {
      const waarde = Number.parseInt(teken, 36);
      return (rest * (waarde > 9 ? 100 : 10) + waarde) % 97;
    }, 0) === 1
  );
}

function isIban({ 0: begin, index, input, groups = {} }: RegExpExecArray): boolean {
  const land = (groups['land'] ?? '').toUpperCase();
  const lengte = LENGTES.get(land);
  const patroon = PATRONEN.get(land);
  if (lengte === undefined || !patroon) return false;
  const vervolg = VERVOLG.exec(input.slice(index + begin.length, index + begin.length + 70))?.[0] ?? '';
  const precies = new RegExp(`^(?:[ .-]?[a-z0-9]){${lengte}}(?![\\p{L}\\p{N}])`, 'iu').exec(
    input.slice(index + begin.length, index + begin.length + vervolg.length + 1),
  )?.[0];
  if (precies === undefined) return false;
  const rekening = precies.replace(/[ .-]/g, '').toUpperCase();
  // Dates and times in a row differ in what stands between them; the letters of a bank make up for that.
  const eenvormig = new Set(precies.match(/[ .-]/g)).size < 2 || /^[A-Z]/.test(rekening);
  const cijfers = rekening.replace(/\D/g, '').length;
  return (
    eenvormig &&
    cijfers * 2 >= lengte &&
    patroon.test(rekening) &&
    doorstaatMod97(`${land}${groups['controle']}${rekening}`)
  );
}

export const bevatIban = (tekst: string): boolean => enige(vondsten(BEGIN_IBAN, tekst), isIban);
