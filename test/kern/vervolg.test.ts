import { describe, expect, test } from 'vitest';
import {
  bevestig,
  code,
  daarna,
  gegeven,
  GEZONDEN,
  IN_HANDEN,
  ingegrepen,
  koud,
  lopend,
  MELDING,
  NAAR_TEAM,
  net,
  om,
  oneens,
  soorten,
  status,
  TEAM,
  TRIAGE,
  VERZONDEN,
  vol,
  wanneer,
  warm,
  wie,
  type Daad,
  type OpdrachtInvoer,
} from './steun.ts';

type Afronden = Extract<OpdrachtInvoer, { soort: 'triage-afronden' }>;

const LATER = '2026-12-07T10:00:00+01:00';
const DAARNA = '2026-12-07T11:00:00+01:00';
const eigen = (vervolg: NonNullable<Afronden['vervolg']>, rest: Partial<Afronden> = {}): Afronden => ({
  soort: 'triage-afronden',
  besluit: 'veilig-thuis',
  vervolg,
  ...rest,
});
const VERVOLGEN: [string, Afronden][] = [
  ['lokale ondersteuning', eigen('lokale-ondersteuning', { multidisciplinairMet: 'vertrouwensarts' })],
  ['onderzoek', eigen('onderzoek')],
  ['casusregie', eigen('casusregie', { contactpersoon: 'Vera van VT' })],
  ['HGO', eigen('hgo')],
  ['ST SG', eigen('st-sg')],
];
const herzie = (rest: Omit<Afronden, 'soort'>): OpdrachtInvoer => ({
  soort: 'triage-afronden',
  herziening: true,
  ...rest,
});
const LICHT = { besluit: 'clientsysteem', voldoendeMogelijkheden: true, bereidZonderControle: true } as const;

describe('a follow-up of Veilig Thuis itself (§3.3)', () => {
  test.each(VERVOLGEN)(
    '%s: VT stays responsible, its ten weeks run on, and the overdracht after it is warm (§3.3, Add.4)',
    (_, opdracht) => {
      const casus = gegeven({}, [TRIAGE, opdracht]);
      expect(wie(casus, LATER)).toBe('veilig-thuis');
      expect(casus.casus.termijnen.find(({ naam }) => naam === 'vervolg')?.vanaf).toBe(om(MELDING));
      expect(code(wanneer(casus, [VERZONDEN, koud]))).toBe('koud-na-vervolgtraject');
      const bijTeam = daarna(casus, [VERZONDEN, warm], [LATER, bevestig]);
      expect(wie(bijTeam, net(om(LATER), -1))).toBe('veilig-thuis');
      expect(wie(bijTeam, LATER)).toBe(TEAM);
      expect(lopend(bijTeam)).not.toContain('vervolg');
    },
  );

  test('that is not over in ten weeks is told to VT, and a week later to its leidinggevende (§3.2, Add.7)', () => {
    const casus = gegeven({}, [TRIAGE, eigen('onderzoek')]);
    const stappen = casus.casus.termijnen[0]?.stappen.map(({ soort, op, aan }) => [soort, op, aan.join()]);
    expect(stappen).toEqual([
      ['herinnering', om('2027-01-25T08:30:00+01:00'), 'kanaal-vt'],
      ['verlopen', om('2027-02-09T00:00:00+01:00'), ''],
      ['melding', om('2027-02-09T08:30:00+01:00'), 'kanaal-vt'],
      ['ladder', om('2027-02-16T08:30:00+01:00'), 'leidinggevende-vt'],
    ]);
  });
});

describe('a new decision by VT after its own follow-up (§5.1)', () => {
  const naOnderzoek = gegeven({}, [TRIAGE, eigen('onderzoek', { conclusies: ['onvoldoende-informatie'] })]);

  test.each<[string, OpdrachtInvoer, string]>([
    ['no concerns', herzie({ besluit: 'geen-zorgen' }), 'afgesloten'],
    ['lichte zorgen', herzie(LICHT), 'bij-clientsysteem'],
  ])('%s: the cliëntsysteem holds it, and is informed in writing (§5.1.1, §5.1.2)', (_, opdracht, fase) => {
    const casus = daarna(naOnderzoek, [LATER, opdracht]);
    expect(casus.casus.fase).toBe(fase);
    expect(wie(casus, net(om(LATER), -1))).toBe('veilig-thuis');
    expect(wie(casus, LATER)).toBe('clientsysteem');
    expect(lopend(casus)).toEqual(['schriftelijk-informeren', 'schriftelijk-informeren']);
    expect(soorten(wanneer(casus, [DAARNA, opdracht]))).toEqual([]);
  });

  test('for a team: the overdracht is warm, because VT was involved (Add.4)', () => {
    const casus = daarna(naOnderzoek, [LATER, herzie({ besluit: 'lokale-toegang' })]);
    expect(wie(casus, LATER)).toBe('veilig-thuis');
    expect(code(wanneer(casus, [DAARNA, koud]))).toBe('koud-na-vervolgtraject');
    expect(soorten(wanneer(casus, [DAARNA, warm]))).toEqual(['overdracht-verzonden']);
    const nieuw = daarna(
      casus,
      [DAARNA, { soort: 'nieuwe-melding', ontvangenOp: DAARNA }],
      [DAARNA, { soort: 'triage-afronden', besluit: 'lokale-toegang' }],
    );
    expect(code(wanneer(nieuw, [DAARNA, koud]))).toBe('koud-na-vervolgtraject');
  });

  test('needs what every decision needs, and the word that it is a new one (§3.1.2, §5.1.2)', () => {
    const zonderWoord: OpdrachtInvoer = { soort: 'triage-afronden', besluit: 'geen-zorgen' };
    expect(code(wanneer(naOnderzoek, [LATER, zonderWoord]))).toBe('triage-al-afgerond');
    expect(code(wanneer(naOnderzoek, [LATER, herzie({ besluit: 'geen-zorgen', conclusies: ['anonimiteit'] })]))).toBe(
      'conclusie-houdt-bij-vt',
    );
    expect(code(wanneer(naOnderzoek, [LATER, herzie({ besluit: 'clientsysteem' })]))).toBe('voorwaarden-clientsysteem');
  });

  test('is refused while the casus is not with VT (§4)', () => {
    for (const daden of [GEZONDEN, IN_HANDEN, [...GEZONDEN, [LATER, oneens] satisfies Daad]]) {
      expect(code(wanneer(gegeven({}, ...daden), [DAARNA, herzie({ besluit: 'geen-zorgen' })]))).toBe(
        'triage-al-afgerond',
      );
    }
  });

  test('to stay involved ends that VT held it tijdelijk, for the wachtlijst of a team (§3.3, §4.2)', () => {
    const casus = gegeven({}, ...GEZONDEN, [LATER, vol], [LATER, ingegrepen]);
    expect(casus.casus.perioden.at(-1)?.verantwoordelijke).toMatchObject({ tijdelijk: true });
    const na = daarna(casus, [DAARNA, { ...eigen('casusregie', { contactpersoon: 'Vera' }), herziening: true }]);
    expect(na.casus.perioden.at(-1)).toMatchObject({ vanaf: om(DAARNA), verantwoordelijke: { tijdelijk: false } });
  });
});

describe('the screening of one melding (Add.7)', () => {
  /** The triage term of Monday 30 November passes at the start of Tuesday 8 December. */
  const VERLOPEN = '2026-12-08T00:00:00+01:00';
  const gescreend: OpdrachtInvoer = { soort: 'gescreend' };
  const gevaar: OpdrachtInvoer = { soort: 'direct-gevaar', wat: 'acute dreiging' };

  test('is for every melding whose triage is not finished, late or not, once a day (Add.7)', () => {
    const casus = gegeven();
    expect(soorten(wanneer(casus, [net(om(VERLOPEN), -1), gescreend]))).toEqual(['gescreend']);
    const na = daarna(casus, [VERLOPEN, gescreend]);
    expect(na.casus.gescreendOp).toBe(om(VERLOPEN));
    expect(soorten(wanneer(na, ['2026-12-08T23:59:59+01:00', gescreend]))).toEqual([]);
    expect(soorten(wanneer(na, ['2026-12-09T00:00:00+01:00', gescreend]))).toEqual(['gescreend']);
    expect(lopend(na)).toEqual(['triage', 'vervolg']);
    expect(code(wanneer(gegeven({}, NAAR_TEAM), [VERLOPEN, gescreend]))).toBe('niet-op-wachtlijst');
  });

  test('is asked again when a new melding came in after it, and once for both (Add.5, Add.7)', () => {
    const gemeld = '2026-12-08T11:00:00+01:00';
    const na = daarna(
      gegeven(),
      ['2026-12-08T09:00:00+01:00', gescreend],
      [gemeld, { soort: 'nieuwe-melding', ontvangenOp: gemeld }],
    );
    expect(na.casus.gescreendOp).toBeUndefined();
    const weer = daarna(na, ['2026-12-08T11:30:00+01:00', gescreend]);
    expect(weer.journaal.at(-1)?.soort).toBe('gescreend');
    expect(soorten(wanneer(weer, ['2026-12-08T11:31:00+01:00', gescreend]))).toEqual([]);
  });

  test('direct gevaar: VT intervenes and stays responsible, the melding leaves the wachtlijst (§3.1.2, Add.7)', () => {
    const casus = daarna(gegeven(), [VERLOPEN, gevaar]);
    expect(casus.journaal.at(-1)).toMatchObject({ soort: 'direct-gevaar-vastgesteld', bron: '§3.1.2, Add.7' });
    expect(casus.casus).toMatchObject({
      fase: 'bij-veilig-thuis',
      triage: { besluit: 'veilig-thuis', conclusies: ['directe-interventie'] },
    });
    expect(wie(casus, VERLOPEN)).toBe('veilig-thuis');
    expect(casus.casus.perioden).toHaveLength(1);
    expect(lopend(casus)).toEqual(['vervolg']);
    expect(code(wanneer(casus, [VERLOPEN, gescreend]))).toBe('niet-op-wachtlijst');
    expect(soorten(wanneer(casus, [VERLOPEN, gevaar]))).toEqual([]);
  });

  test('after direct gevaar the casus leaves VT by no door until VT has set something going (§3.1.2, Add.4)', () => {
    const casus = daarna(gegeven(), [VERLOPEN, gevaar]);
    const deuren: [OpdrachtInvoer, string][] = [
      [koud, 'conclusie-houdt-bij-vt'],
      [warm, 'conclusie-houdt-bij-vt'],
      [herzie({ besluit: 'geen-zorgen' }), 'conclusie-houdt-bij-vt'],
      [{ soort: 'afsluiten', reden: 'klaar' }, 'eerst-herzien'],
    ];
    for (const [opdracht, verwacht] of deuren) expect(code(wanneer(casus, [VERLOPEN, opdracht]))).toBe(verwacht);
    const ingezet = daarna(casus, [VERLOPEN, { soort: 'vervolg-ingezet', wat: 'ingegrepen', op: VERLOPEN }]);
    expect(soorten(wanneer(ingezet, [VERLOPEN, warm]))).toEqual(['overdracht-verzonden']);
    expect(soorten(wanneer(ingezet, [VERLOPEN, herzie({ besluit: 'geen-zorgen' })]))).toEqual(['triage-afgerond']);
    expect(code(wanneer(ingezet, [VERLOPEN, koud]))).toBe('conclusie-houdt-bij-vt');
  });

  test('direct gevaar is for a melding in triage; a casus with a team comes back by terugnemen (§3.1.2, Add.5)', () => {
    expect(soorten(wanneer(gegeven(), [TRIAGE, gevaar]))).toEqual(['direct-gevaar-vastgesteld']);
    expect(code(wanneer(gegeven({}, ...IN_HANDEN), [VERLOPEN, gevaar]))).toBe('niet-op-wachtlijst');
  });
});

describe('a new melding on a casus that is somewhere else (§3.1.2, Add.5)', () => {
  test.each<[string, Daad[], string]>([
    ['a team that has a wachtlijst', [...GEZONDEN, [LATER, vol]], 'veilig-thuis'],
    ['a meningsverschil', [...IN_HANDEN, [LATER, oneens]], 'veilig-thuis'],
    ['a question to hand back', [...IN_HANDEN, [LATER, { soort: 'terugleggen-vragen', reden: 'r' }]], TEAM],
    ['a casus that the team closed', [...IN_HANDEN, [LATER, { soort: 'afsluiten', reden: 'klaar' }]], 'clientsysteem'],
  ])('%s: VT, for good, from its receipt; triage runs again and nothing of before (Add.5)', (_, daden, eerst) => {
    const casus = gegeven({}, ...daden, [DAARNA, { soort: 'nieuwe-melding', ontvangenOp: DAARNA }]);
    expect(casus.casus.fase).toBe('triage');
    expect(wie(casus, net(om(DAARNA), -1))).toBe(eerst);
    expect(casus.casus.perioden.at(-1)).toMatchObject({
      vanaf: om(DAARNA),
      verantwoordelijke: { partij: 'veilig-thuis', tijdelijk: false },
    });
    expect(casus.casus.termijnen.find(({ naam }) => naam === 'triage')?.vanaf).toBe(om(DAARNA));
    const over = lopend(casus).filter((naam) => naam.startsWith('gesprek-') || naam === 'terugleggen-beantwoorden');
    expect(over).toEqual([]);
    expect(status(casus)).toBe('beeindigd');
  });

  test('an open wachtlijst of the team still stands in the way of that team (§4.2)', () => {
    const opnieuw: Daad[] = [
      [LATER, vol],
      [DAARNA, { soort: 'nieuwe-melding', ontvangenOp: DAARNA }],
      [DAARNA, { soort: 'triage-afronden', besluit: 'lokale-toegang' }],
    ];
    const casus = gegeven({}, ...GEZONDEN, ...opnieuw);
    expect(code(wanneer(casus, [DAARNA, koud]))).toBe('team-heeft-wachtlijst');
    const open = daarna(casus, [DAARNA, ingegrepen]);
    expect(open.casus.fase).toBe('bij-veilig-thuis');
    expect(soorten(wanneer(open, [DAARNA, koud]))).toEqual(['overdracht-verzonden']);
  });
});
