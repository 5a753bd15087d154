import { describe, expect, test } from 'vitest';
import type { Beleid } from '../../src/kern/beleid/beleid.ts';
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import { instant } from '../../src/kern/tijd/werkdagen.ts';
import { adresboekSchema, maakAdresboek } from '../../src/toepassing/streek/adresboek.ts';
import { nodigVoor, zoekAandacht, zoekHiaten } from '../../src/toepassing/streek/hiaten.ts';

type Json = Record<string, unknown>;

const wie = (nr: number): Json => ({ naam: `Persoon ${nr}`, aadObjectId: `aad-${nr}` });
const ZONDER_ACCOUNT = { naam: 'Persoon zonder' };
const GEMEENTE = {
  sleutel: 'ergens',
  naam: 'Ergens',
  contactambtenaren: [wie(3)],
  wethouder: wie(4),
  burgemeester: wie(5),
};
const TEAM = {
  sleutel: 'wijkteam',
  naam: 'Wijkteam',
  gemeente: 'ergens',
  soort: 'wijkteam',
  leden: [wie(6)],
  leidinggevenden: [wie(7)],
};
const VT = { naam: 'Veilig Thuis', medewerkers: [wie(1)], leidinggevenden: [wie(2)] };
const boek = (anders: Json = {}) =>
  maakAdresboek(
    adresboekSchema.parse({
      bijgewerktOp: '2026-11-30T08:00:00+01:00',
      beheerders: ['aad-8'],
      veiligThuis: VT,
      gemeenten: [GEMEENTE],
      teams: [TEAM],
      stuurgroep: { naam: 'Stuurgroep', leden: [] },
      ...anders,
    }),
  );
const ALLES = new Set(['veilig-thuis', 'wijkteam', 'stuurgroep']);
const NU = instant('2026-12-01T10:00:00+01:00');

describe('gaps: an addressee of the beleid with nobody behind it', () => {
  test('are none when somebody stands behind every step', () => {
    expect(zoekHiaten(boek(), STANDAARD_BELEID, ALLES)).toEqual([]);
  });

  test.each<[string, Json, readonly string[], object]>([
    [
      'no leidinggevende of a team',
      { teams: [{ ...TEAM, leidinggevenden: [] }] },
      [...ALLES],
      { wat: 'leidinggevende-team', bij: ['wijkteam'] },
    ],
    [
      'a leidinggevende without an account in Teams',
      { teams: [{ ...TEAM, leidinggevenden: [ZONDER_ACCOUNT] }] },
      [...ALLES],
      { wat: 'leidinggevende-team', bij: ['wijkteam'] },
    ],
    [
      'no leidinggevende of VT',
      { veiligThuis: { ...VT, leidinggevenden: [] } },
      [...ALLES],
      { wat: 'leidinggevende-vt', bij: ['veilig-thuis'] },
    ],
    [
      'no contactambtenaar',
      { gemeenten: [{ ...GEMEENTE, contactambtenaren: [] }] },
      [...ALLES],
      { wat: 'contactambtenaar', bij: ['ergens'] },
    ],
    ['no beheerder', { beheerders: [] }, [...ALLES], { wat: 'beheerder', bij: ['veilig-thuis'] }],
    ['no channel of VT', {}, ['wijkteam', 'stuurgroep'], { wat: 'kanaal-vt', bij: ['veilig-thuis'] }],
    ['no conversation of the stuurgroep', {}, ['wijkteam', 'veilig-thuis'], { wat: 'stuurgroep', bij: ['stuurgroep'] }],
  ])('%s', (_naam, anders, gekoppeld, hiaat) => {
    expect(zoekHiaten(boek(anders), STANDAARD_BELEID, new Set(gekoppeld))).toEqual([{ aantal: 1, ...hiaat }]);
  });

  test('a team without a channel is none: Veilig Thuis calls it', () => {
    expect(zoekHiaten(boek(), STANDAARD_BELEID, new Set(['veilig-thuis', 'stuurgroep']))).toEqual([]);
  });

  test('an addressee that no step of the region’s own beleid calls is none', () => {
    const { termijnen } = STANDAARD_BELEID;
    const zonder = Object.fromEntries(
      Object.entries(termijnen).map(([naam, regel]) => [
        naam,
        { ...regel, verlopen: { ...regel.verlopen, aan: regel.verlopen.aan.filter((aan) => aan !== 'stuurgroep') } },
      ]),
    ) as Beleid['termijnen'];
    const gekoppeld = new Set(['veilig-thuis', 'wijkteam']);
    expect(zoekHiaten(boek(), { ...STANDAARD_BELEID, termijnen: zonder }, gekoppeld)).toEqual([]);
    expect(zoekHiaten(boek(), STANDAARD_BELEID, gekoppeld)).toHaveLength(1);
  });

  test('of a large region name the first twenty and count the rest', () => {
    const teams = Array.from({ length: 30 }, (_, nr) => ({
      ...TEAM,
      sleutel: `team-${nr}`,
      naam: `Team ${nr}`,
      leidinggevenden: [],
    }));
    const [hiaat] = zoekHiaten(boek({ teams }), STANDAARD_BELEID, ALLES);
    expect([hiaat?.aantal, hiaat?.bij.length]).toEqual([30, 20]);
  });
});

test('which step needs somebody: per term the first that calls', () => {
  expect(nodigVoor(STANDAARD_BELEID, 'contactambtenaar')).toEqual([
    { termijn: 'bevestigen', wanneer: { werkdagen: 3 } },
    { termijn: 'gesprek-leidinggevenden', wanneer: 'verlopen' },
  ]);
  expect(nodigVoor(STANDAARD_BELEID, 'leidinggevende-team')).toContainEqual({
    termijn: 'gesprek-leidinggevenden',
    wanneer: 'herinnering',
  });
  expect(nodigVoor(STANDAARD_BELEID, 'stuurgroep').map(({ termijn }) => termijn)).toEqual([
    'gesprek-gemeente',
    'wachtlijst-vt',
  ]);
});

describe('what needs a look although every step reaches somebody', () => {
  const aandacht = (anders: Json = {}, gekoppeld: ReadonlySet<string> = ALLES, nu = NU): string[] =>
    zoekAandacht(boek(anders), STANDAARD_BELEID, { nu, gekoppeld });

  test('is nothing in a complete adresboek of today', () => {
    expect(aandacht()).toEqual([]);
  });

  test.each([
    ['2027-02-16T08:00:00+01:00', 0],
    ['2027-02-16T08:00:00.001+01:00', 1],
  ])('contacts of 16 November are old after 3 months, at %s: %d (Add.6)', (nu, aantal) => {
    const oud = { bijgewerktOp: '2026-11-16T08:00:00+01:00' };
    expect(aandacht(oud, ALLES, instant(nu)).filter((zin) => zin.includes('langer dan 3 maanden'))).toHaveLength(
      aantal,
    );
  });

  test.each<[string, Json, ReadonlySet<string>, RegExp]>([
    ['a team without a channel', {}, new Set(['veilig-thuis']), /^Zonder kanaal: Wijkteam\. Veilig Thuis belt/],
    [
      'people without an account, counted and not named',
      { teams: [{ ...TEAM, leden: [wie(6), ZONDER_ACCOUNT, { naam: 'Nog een', upn: 'een@voorbeeld.example' }] }] },
      ALLES,
      /^Zonder aadObjectId, .*: Wijkteam \(2\)\.$/,
    ],
    [
      'a gemeente without wethouder',
      { gemeenten: [{ ...GEMEENTE, wethouder: undefined }] },
      ALLES,
      /^Wethouder of burgemeester ontbreekt.*: Ergens\.$/,
    ],
  ])('%s', (_naam, anders, gekoppeld, zin) => {
    const zinnen = aandacht(anders, gekoppeld);
    expect(zinnen).toHaveLength(1);
    expect(zinnen[0]).toMatch(zin);
  });
});
