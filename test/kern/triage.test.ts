import { describe, expect, test } from 'vitest';
import { BESLUITEN, CONCLUSIES, VERVOLGTRAJECTEN, type Besluit } from '../../src/kern/woorden.ts';
import {
  bijVt,
  code,
  daarna,
  gegeven,
  GEZONDEN,
  koud,
  lopend,
  naarTeam,
  soorten,
  TRIAGE,
  VERZONDEN,
  wanneer,
  warm,
  wie,
  type OpdrachtInvoer,
} from './steun.ts';

type Afronden = Extract<OpdrachtInvoer, { soort: 'triage-afronden' }>;

const LICHT = { voldoendeMogelijkheden: true, bereidZonderControle: true };
const VOLLEDIG: Record<Besluit, Afronden> = {
  'geen-zorgen': { soort: 'triage-afronden', besluit: 'geen-zorgen' },
  clientsysteem: { soort: 'triage-afronden', besluit: 'clientsysteem', ...LICHT },
  'lokale-toegang': { soort: 'triage-afronden', besluit: 'lokale-toegang' },
  'veilig-thuis': { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'onderzoek' },
};
const nu = TRIAGE;
const inTriage = gegeven();

describe('the four outcomes of triage', () => {
  test.each([
    ['geen-zorgen', 'clientsysteem', 'afgesloten', '§5.1.1'],
    ['clientsysteem', 'clientsysteem', 'bij-clientsysteem', '§3.2, §5.1.2'],
    ['lokale-toegang', 'veilig-thuis', 'bij-veilig-thuis', '§3.2, §5.1.3'],
    ['veilig-thuis', 'veilig-thuis', 'bij-veilig-thuis', '§3.1.2, §3.3, Add.3'],
  ] as const)('%s: responsible after it is %s, fase %s (%s)', (besluit, partij, fase, bron) => {
    const casus = daarna(inTriage, [nu, VOLLEDIG[besluit]]);
    expect(wie(casus, nu)).toBe(partij);
    expect(wie(casus, '2026-12-01T09:59:59.999+01:00')).toBe('veilig-thuis');
    expect(casus.casus.fase).toBe(fase);
    expect(casus.journaal.at(-1)).toMatchObject({ soort: 'triage-afgerond', bron, gegevens: { besluit } });
    expect(lopend(casus)).not.toContain('triage');
  });

  test.each(['geen-zorgen', 'clientsysteem'] as const)(
    '%s ends the ten weeks and makes VT inform the cliëntsysteem and the melder in writing (§5.1.1, §5.1.2)',
    (besluit) => {
      const { casus } = daarna(inTriage, [nu, VOLLEDIG[besluit]]);
      expect(casus.termijnen.map(({ naam, wie: aan }) => [naam, aan])).toEqual([
        ['schriftelijk-informeren', 'clientsysteem'],
        ['schriftelijk-informeren', 'melder'],
      ]);
      expect(new Set(casus.termijnen.map(({ id }) => id)).size).toBe(2);
    },
  );

  test('by VT itself leaves the ten weeks running; for a team the sending has a term of its own (§3.2, §5.1.3)', () => {
    expect(lopend(daarna(inTriage, [nu, VOLLEDIG['veilig-thuis']]))).toEqual(['vervolg']);
    expect(lopend(daarna(inTriage, [nu, VOLLEDIG['lokale-toegang']]))).toEqual(['overdracht-versturen', 'vervolg']);
  });
});

describe.each(CONCLUSIES)('the conclusion %s keeps VT responsible (§3.1.2)', (conclusie) => {
  test.each(BESLUITEN.filter((besluit) => besluit !== 'veilig-thuis'))('so %s is refused', (besluit) => {
    const uitkomst = wanneer(inTriage, [nu, { ...VOLLEDIG[besluit], conclusies: [conclusie] }]);
    expect(uitkomst).toEqual({
      geweigerd: { code: 'conclusie-houdt-bij-vt', gegevens: { conclusies: [conclusie] } },
    });
  });

  test('so a vervolgtraject by VT is the outcome, after which a warme overdracht is allowed and a koude is not', () => {
    const casus = daarna(inTriage, [nu, { ...VOLLEDIG['veilig-thuis'], conclusies: [conclusie] }]);
    expect(wie(casus, nu)).toBe('veilig-thuis');
    expect(code(wanneer(casus, [VERZONDEN, koud]))).toBe('conclusie-houdt-bij-vt');
    expect(soorten(wanneer(casus, [VERZONDEN, warm]))).toEqual(['overdracht-verzonden']);
  });
});

describe('conditions', () => {
  test.each([
    ['none known', {}],
    ['not capable', { voldoendeMogelijkheden: false, bereidZonderControle: true }],
    ['not willing without control', { voldoendeMogelijkheden: true, bereidZonderControle: false }],
    ['willing, capable unknown', { bereidZonderControle: true }],
    ['capable, willing unknown', { voldoendeMogelijkheden: true }],
  ])('lichte zorgen need both conditions of §5.1.2: refused with %s', (_, voorwaarden) => {
    const opdracht: Afronden = { soort: 'triage-afronden', besluit: 'clientsysteem', ...voorwaarden };
    expect(code(wanneer(inTriage, [nu, opdracht]))).toBe('voorwaarden-clientsysteem');
  });

  test('lokale ondersteuning is a multidisciplinary decision (§3.3.1)', () => {
    const zonder: Afronden = { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'lokale-ondersteuning' };
    expect(code(wanneer(inTriage, [nu, zonder]))).toBe('multidisciplinair-ontbreekt');
    for (const multidisciplinairMet of ['gedragswetenschapper', 'vertrouwensarts'] as const) {
      expect(soorten(wanneer(inTriage, [nu, { ...zonder, multidisciplinairMet }]))).toEqual(['triage-afgerond']);
    }
  });

  test('casusregie names its contactpersoon (§3.3.3)', () => {
    const zonder: Afronden = { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'casusregie' };
    expect(code(wanneer(inTriage, [nu, zonder]))).toBe('contactpersoon-ontbreekt');
    const casus = daarna(inTriage, [nu, { ...zonder, contactpersoon: 'Vera van VT' }]);
    expect(casus.casus.triage).toMatchObject({ vervolg: 'casusregie', contactpersoon: 'Vera van VT' });
  });

  test.each(VERVOLGTRAJECTEN)('%s is a follow-up of VT, so it fits no other outcome', (vervolg) => {
    const opdracht: Afronden = { ...VOLLEDIG['lokale-toegang'], vervolg };
    expect(code(wanneer(inTriage, [nu, opdracht]))).toBe('vervolg-past-niet');
  });

  test.each(['hgo', 'st-sg'] as const)('%s: VT informs those involved (§3.3.4)', (vervolg) => {
    const { casus } = daarna(inTriage, [nu, { ...VOLLEDIG['veilig-thuis'], vervolg }]);
    expect(casus.termijnen.map(({ naam, wie: aan }) => [naam, aan])).toEqual([
      ['vervolg', undefined],
      ['betrokkenen-informeren', 'betrokkenen'],
    ]);
  });

  test('an overdracht waits for triage', () => {
    expect(code(wanneer(inTriage, [nu, koud]))).toBe('triage-niet-afgerond');
    expect(code(wanneer(inTriage, [nu, warm]))).toBe('triage-niet-afgerond');
  });
});

describe('a triage that is done', () => {
  test.each(BESLUITEN)('%s, sent once more, is no event', (besluit) => {
    const casus = daarna(inTriage, [nu, VOLLEDIG[besluit]]);
    expect(soorten(wanneer(casus, [VERZONDEN, VOLLEDIG[besluit]]))).toEqual([]);
  });

  test('is the same in whatever order its conclusions come, and however often', () => {
    const casus = daarna(inTriage, [nu, { ...VOLLEDIG['veilig-thuis'], conclusies: ['verzoek-raad', 'anonimiteit'] }]);
    const zelfde: Afronden = {
      ...VOLLEDIG['veilig-thuis'],
      conclusies: ['anonimiteit', 'verzoek-raad', 'anonimiteit'],
    };
    expect(soorten(wanneer(casus, [VERZONDEN, zelfde]))).toEqual([]);
    expect(casus.casus.triage?.conclusies).toEqual(['anonimiteit', 'verzoek-raad']);
  });

  test('cannot be done otherwise, and says when and by whom it was done', () => {
    const casus = daarna(inTriage, [nu, naarTeam]);
    expect(wanneer(casus, [VERZONDEN, bijVt])).toEqual({
      geweigerd: { code: 'triage-al-afgerond', gegevens: { op: '2026-12-01T09:00:00.000Z', doorNaam: 'Vera van VT' } },
    });
    const verzonden = gegeven({}, ...GEZONDEN);
    expect(code(wanneer(verzonden, [VERZONDEN, VOLLEDIG['geen-zorgen']]))).toBe('triage-al-afgerond');
  });
});
