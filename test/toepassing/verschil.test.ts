import { describe, expect, test } from 'vitest';
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import type { AdresboekGegevens } from '../../src/toepassing/streek/adresboek.ts';
import { adresboekVerschil, beleidVerschil } from '../../src/toepassing/streek/verschil.ts';

const wie = (nr: number, naam = `Persoon ${nr}`) => ({ naam, aadObjectId: `aad-${nr}` });
const TEAM = {
  sleutel: 'wijkteam',
  naam: 'Wijkteam',
  gemeente: 'ergens',
  soort: 'wijkteam' as const,
  leden: [wie(1), wie(2)],
  leidinggevenden: [wie(3)],
};
const GEMEENTE = { sleutel: 'ergens', naam: 'Ergens', contactambtenaren: [wie(4)] };
const BOEK: AdresboekGegevens = {
  bijgewerktOp: '2026-11-30T08:00:00+01:00',
  beheerders: ['aad-9'],
  veiligThuis: { naam: 'VT', medewerkers: [wie(5)], leidinggevenden: [wie(6)] },
  gemeenten: [GEMEENTE],
  teams: [TEAM],
  stuurgroep: { naam: 'Stuurgroep', leden: [] },
};
const rij = (waar: string, erbij: number, eraf = 0, anders = 0) => ({ waar, erbij, eraf, anders });

describe('what changed in the adresboek', () => {
  test('is nothing when only the moment is new', () => {
    expect(adresboekVerschil(BOEK, { ...BOEK, bijgewerktOp: '2026-12-01T08:00:00+01:00' })).toEqual([]);
  });

  test('is told in totals the first time', () => {
    expect(adresboekVerschil(undefined, BOEK)).toEqual([
      rij('beheerders', 1),
      rij('veiligThuis.medewerkers', 1),
      rij('veiligThuis.leidinggevenden', 1),
      rij('gemeenten', 1),
      rij('teams', 1),
    ]);
  });

  test.each<[string, Partial<AdresboekGegevens>, object[]]>([
    [
      'a member who came and two who went',
      { teams: [{ ...TEAM, leden: [wie(7)] }] },
      [rij('teams.wijkteam.leden', 1, 2)],
    ],
    [
      'someone with another name',
      { teams: [{ ...TEAM, leden: [wie(1, 'Anders'), wie(2)] }] },
      [rij('teams.wijkteam.leden', 0, 0, 1)],
    ],
    ['another order', { teams: [{ ...TEAM, leden: [wie(2), wie(1)] }] }, []],
    ['a team with another phone', { teams: [{ ...TEAM, telefoon: '076' }] }, [rij('teams.wijkteam', 0, 0, 1)]],
    ['another key', { teams: [{ ...TEAM, sleutel: 'cjg' }] }, [rij('teams.wijkteam', 0, 1), rij('teams.cjg', 1)]],
    ['a wethouder', { gemeenten: [{ ...GEMEENTE, wethouder: wie(8) }] }, [rij('gemeenten.ergens', 0, 0, 1)]],
    [
      'no contactambtenaar',
      { gemeenten: [{ ...GEMEENTE, contactambtenaren: [] }] },
      [rij('gemeenten.ergens.contactambtenaren', 0, 1)],
    ],
    ['a beheerder', { beheerders: ['aad-9', 'aad-1'] }, [rij('beheerders', 1)]],
    ['the name of Veilig Thuis', { veiligThuis: { ...BOEK.veiligThuis, naam: 'VTWB' } }, [rij('namen', 0, 0, 1)]],
    ['the stuurgroep', { stuurgroep: { naam: 'Stuurgroep', leden: [wie(8)] } }, [rij('stuurgroep.leden', 1)]],
  ])('%s', (_wat, anders, verwacht) => {
    const verschil = adresboekVerschil(BOEK, { ...BOEK, ...anders });
    expect(verschil).toEqual(verwacht);
    expect(JSON.stringify(verschil)).not.toMatch(/Persoon|Anders|aad-/);
  });
});

describe('what changed in the beleid', () => {
  const { triage } = STANDAARD_BELEID.termijnen;
  const korter = {
    ...STANDAARD_BELEID,
    versie: 'anders',
    termijnen: { ...STANDAARD_BELEID.termijnen, triage: { ...triage, duur: { werkdagen: 3 } } },
  };

  test('is told by the row, at first against the guideline’s own table', () => {
    expect(beleidVerschil(undefined, STANDAARD_BELEID)).toEqual([]);
    expect(beleidVerschil(undefined, korter)).toEqual([rij('termijnen.triage', 0, 0, 1)]);
    expect(beleidVerschil(korter, STANDAARD_BELEID)).toEqual([rij('termijnen.triage', 0, 0, 1)]);
    expect(beleidVerschil(korter, { ...korter, contactenMaanden: 6 })).toEqual([rij('contactenMaanden', 0, 0, 1)]);
  });
});
