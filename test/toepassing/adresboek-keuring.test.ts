import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import { keurAdresboek } from '../../src/toepassing/streek/adresboek-keuring.ts';
import { adresboekSchema } from '../../src/toepassing/streek/adresboek.ts';
import { ADRESBOEK } from '../steun/toepassing.ts';

type Json = Record<string, unknown>;

const TOM = { naam: 'Tom', aadObjectId: 'aad-2', upn: 'tom@voorbeeld.example' };
const COR = { naam: 'Cor', aadObjectId: 'aad-3' };
const GEMEENTE = { sleutel: 'ergens', naam: 'Ergens', contactambtenaren: [COR] };
const TEAM = {
  sleutel: 'wijkteam',
  naam: 'Wijkteam Ergens',
  gemeente: 'ergens',
  soort: 'wijkteam',
  leden: [TOM, { naam: 'Iris' }],
  leidinggevenden: [TOM],
};
const BOEK = {
  bijgewerktOp: '2026-11-30T08:00:00+01:00',
  beheerders: ['aad-1'],
  veiligThuis: { naam: 'VT', medewerkers: [], leidinggevenden: [{ naam: 'Vic', aadObjectId: 'aad-9' }] },
  gemeenten: [GEMEENTE],
  teams: [TEAM],
  stuurgroep: { naam: 'Stuurgroep', leden: [] },
};
const keur = (anders: Json, beleid = STANDAARD_BELEID): string[] =>
  keurAdresboek(adresboekSchema.parse({ ...BOEK, ...anders }), beleid);
const team = (anders: Json): Json => ({ teams: [TEAM, { ...TEAM, sleutel: 'cjg', naam: 'CJG', ...anders }] });

test('a good adresboek is left alone: someone in more than one list, and two without an account', () => {
  expect(keur({})).toEqual([]);
  expect(keur(team({ leden: [TOM, COR, { naam: 'Iris' }, { naam: 'Iris' }], leidinggevenden: [COR] }))).toEqual([]);
});

test('people who are missing are no reason to refuse it: those are gaps', () => {
  const leeg = { leden: [], leidinggevenden: [] };
  expect(
    keur({
      beheerders: [],
      veiligThuis: { naam: 'VT', medewerkers: [], leidinggevenden: [] },
      gemeenten: [{ ...GEMEENTE, contactambtenaren: [] }],
      teams: [{ ...TEAM, ...leeg }],
    }),
  ).toEqual([]);
});

test('the demo’s own is a good one', async () => {
  expect(keur(JSON.parse(await readFile(ADRESBOEK, 'utf8')) as Json)).toEqual([]);
});

describe('is refused, with the row and what to do:', () => {
  test.each<[string, Json, RegExp]>([
    ['a team in a gemeente that is not there', team({ gemeente: 'nergens' }), /^teams\.1\.gemeente: 'nergens' .*voeg/],
    [
      'two teams with one key',
      team({ sleutel: 'wijkteam' }),
      /^teams\.1\.sleutel: 'wijkteam' komt twee keer voor; kies/,
    ],
    ['a team with the key of a gemeente', team({ sleutel: 'ergens' }), /^teams\.1\.sleutel: 'ergens' komt twee keer/],
    ['a team with the key of Veilig Thuis', team({ sleutel: 'veilig-thuis' }), /^teams\.1\.sleutel: 'veilig-thuis'/],
    [
      'a gemeente with the key of the stuurgroep',
      { gemeenten: [GEMEENTE, { ...GEMEENTE, sleutel: 'stuurgroep', naam: 'S' }] },
      /^gemeenten\.1\.sleutel: 'stuurgroep'/,
    ],
    [
      'a key like a casusnummer',
      team({ sleutel: 'vt-2026-0001' }),
      /^teams\.1\.sleutel: .*lijkt op een casusnummer; kies/,
    ],
    ['two teams with one name', team({ naam: 'wijkteam ergens' }), /^teams\.1\.naam: .*teams\.0; maak het verschil/],
    [
      'two gemeenten with one name',
      { gemeenten: [GEMEENTE, { ...GEMEENTE, sleutel: 'elders' }] },
      /^gemeenten\.1\.naam: .*gemeenten\.0/,
    ],
    [
      'a gemeente that is called like the key of another',
      {
        gemeenten: [
          GEMEENTE,
          { ...GEMEENTE, sleutel: 'elders', naam: 'Ergens Anders' },
          { ...GEMEENTE, sleutel: 'x', naam: 'Elders' },
        ],
      },
      /^gemeenten\.2\.naam: 'Elders' is de sleutel van gemeenten\.1; verbeter/,
    ],
    ['a beheerder twice', { beheerders: ['aad-1', ' AAD-1 '] }, /^beheerders\.1: .*twee keer; haal er één weg/],
    [
      'someone twice in one list, by account',
      team({ leden: [TOM, COR, { ...TOM, aadObjectId: 'AAD-2' }] }),
      /^teams\.1\.leden\.2: .*teams\.1\.leden\.0 \(zelfde aadObjectId\); haal er één weg/,
    ],
    [
      'someone twice in one list, by address',
      team({
        leden: [
          { naam: 'Bo', upn: 'bo@voorbeeld.example' },
          { naam: 'Bo B', upn: 'BO@voorbeeld.example' },
        ],
      }),
      /^teams\.1\.leden\.1: .*\(zelfde upn\)/,
    ],
    [
      'one account with two names',
      team({ leden: [], leidinggevenden: [{ naam: 'Tim', aadObjectId: 'aad-2' }] }),
      /^teams\.1\.leidinggevenden\.0\.naam: .*teams\.0\.leden\.0 een andere naam; verbeter/,
    ],
    [
      'one account with two addresses',
      team({ leden: [], leidinggevenden: [{ ...TOM, upn: 'anders@voorbeeld.example' }] }),
      /^teams\.1\.leidinggevenden\.0\.upn: dit aadObjectId heeft in teams\.0\.leden\.0 een andere upn/,
    ],
    [
      'two accounts with one address',
      team({ leden: [], leidinggevenden: [{ ...TOM, aadObjectId: 'aad-8' }] }),
      /^teams\.1\.leidinggevenden\.0\.upn: deze upn heeft in teams\.0\.leden\.0 een ander aadObjectId/,
    ],
    [
      'a wethouder with the account of somebody else',
      { gemeenten: [{ ...GEMEENTE, wethouder: { naam: 'Wil', aadObjectId: 'aad-3' } }] },
      /^gemeenten\.0\.wethouder\.naam: /,
    ],
  ])('%s', (_wat, anders, zin) => {
    const rijen = keur(anders);
    expect(rijen).toHaveLength(1);
    expect(rijen[0]).toMatch(zin);
  });

  test('every row that is wrong, not only the first', () => {
    const rijen = keur({
      beheerders: ['aad-1', 'aad-1'],
      ...team({ gemeente: 'nergens', leden: [TOM, TOM] }),
    });
    expect(rijen.map((rij) => rij.split(':')[0])).toEqual(['beheerders.1', 'teams.1.gemeente', 'teams.1.leden.1']);
  });

  test('without the name of anybody', () => {
    const rijen = keur(team({ leden: [TOM, TOM], leidinggevenden: [{ naam: 'Tim', aadObjectId: 'aad-2' }] }));
    expect(rijen).toHaveLength(2);
    for (const deel of ['Tom', 'Tim', 'aad-2', 'voorbeeld.example']) expect(rijen.join()).not.toContain(deel);
  });

  test('but no key without a digit, however wide the region’s own pattern is', () => {
    const beleid = { ...STANDAARD_BELEID, casusnummerPatroon: '^[A-Z0-9-]{4,12}$' };
    expect(keur({}, beleid)).toEqual([]);
    expect(keur(team({ sleutel: 'cjg-2' }), beleid)).toHaveLength(1);
  });
});
