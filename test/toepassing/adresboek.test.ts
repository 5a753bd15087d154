import { describe, expect, test } from 'vitest';
import { adresboekSchema, maakAdresboek } from '../../src/toepassing/streek/adresboek.ts';

type Json = Record<string, unknown>;

const KLEIN = {
  bijgewerktOp: '2026-11-30T08:00:00+01:00',
  beheerders: [' AAD-1 '],
  veiligThuis: {
    naam: 'VT',
    medewerkers: [{ naam: 'Vera', aadObjectId: 'AAD-1' }],
    leidinggevenden: [{ naam: 'Vic' }],
  },
  gemeenten: [{ sleutel: 'ergens', naam: 'Ergens', contactambtenaren: [{ naam: 'Cor', aadObjectId: 'aad-3' }] }],
  teams: [
    {
      sleutel: 'wijkteam',
      naam: 'Wijkteam Ergens',
      gemeente: 'ergens',
      soort: 'wijkteam',
      leden: [{ naam: 'Tom', aadObjectId: 'aad-2' }],
      leidinggevenden: [{ naam: 'Tom', aadObjectId: 'aad-2' }],
    },
  ],
  stuurgroep: { naam: 'Stuurgroep', leden: [{ naam: 'Stef', aadObjectId: 'aad-4' }] },
};
const [TEAM] = KLEIN.teams;
const [GEMEENTE] = KLEIN.gemeenten;

describe('the adresboek', () => {
  const boek = maakAdresboek(adresboekSchema.parse(KLEIN));

  test('knows people by their Entra object id, however it is written', () => {
    expect(boek.rollen('Aad-1')).toEqual([{ rol: 'vt-medewerker' }, { rol: 'beheerder' }]);
    expect(boek.rollen('aad-2')).toEqual([
      { rol: 'team-lid', team: 'wijkteam' },
      { rol: 'team-leidinggevende', team: 'wijkteam' },
    ]);
    expect(boek.rollen('aad-3')).toEqual([{ rol: 'contactambtenaar', gemeente: 'ergens' }]);
    expect(boek.rollen('aad-4')).toEqual([{ rol: 'stuurgroep' }]);
  });

  test('someone unknown, or named without an id, has no role', () => {
    for (const id of ['aad-9', '', 'undefined', 'Vic', '__proto__']) expect(boek.rollen(id)).toEqual([]);
  });

  test('names organisations by their key, and shows the key of one that is gone', () => {
    expect(['veilig-thuis', 'stuurgroep', 'ergens', 'wijkteam', 'oud-team'].map(boek.naam)).toEqual([
      'VT',
      'Stuurgroep',
      'gemeente Ergens',
      'Wijkteam Ergens',
      'oud-team',
    ]);
    expect([boek.bestaat('wijkteam'), boek.bestaat('oud-team'), boek.bestaat('constructor')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a row that cannot be', () => {
  test.each<[string, Json]>([
    ['teams.0.sleutel', { teams: [{ ...TEAM, sleutel: 'Wijkteam Noord' }] }],
    ['teams.0.soort', { teams: [{ ...TEAM, soort: 'dorpsteam' }] }],
    ['teams.0', { teams: [{ ...TEAM, telefon: '076' }] }],
    ['teams.0.leden.0.naam', { teams: [{ ...TEAM, leden: [{ aadObjectId: 'x' }] }] }],
    ['gemeenten.0.naam', { gemeenten: [{ ...GEMEENTE, naam: '' }] }],
    ['teams.0.leden.0.upn', { teams: [{ ...TEAM, leden: [{ naam: 'Tom', upn: ' ' }] }] }],
    ['bijgewerktOp', { bijgewerktOp: 'gisteren' }],
    ['bijgewerktOp', { bijgewerktOp: '2026-02-30' }],
    ['bijgewerktOp', { bijgewerktOp: '28-11-2026' }],
    ['bijgewerktOp', { bijgewerktOp: '2026-11-28T10:00:00' }],
    ['bijgewerktOp', { bijgewerktOp: '2026-02-30T08:00:00+01:00' }],
    ['veiligThuis', { veiligThuis: undefined }],
    ['stuurgroep.naam', { stuurgroep: { naam: ' ' } }],
  ])('is named by its place: %s', (pad, anders) => {
    const gelezen = adresboekSchema.safeParse({ ...KLEIN, ...anders });
    expect(gelezen.error?.issues.map(({ path }) => path.join('.'))).toContain(pad);
  });
});
