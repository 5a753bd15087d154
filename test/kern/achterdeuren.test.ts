import { describe, expect, test } from 'vitest';
import { berichten } from '../../src/kern/berichten/berichten.ts';
import {
  bevestig,
  code,
  context,
  daarna,
  gegeven,
  GEZONDEN,
  hoger,
  IN_HANDEN,
  ingegrepen,
  koud,
  lopend,
  NAAR_TEAM,
  naarTeam,
  net,
  om,
  oneens,
  ONTVANGEN,
  soorten,
  TEAMLID,
  terugVragen,
  TRIAGE,
  VERZONDEN,
  vol,
  VT,
  wanneer,
  warm,
  type Daad,
  type OpdrachtInvoer,
} from './steun.ts';

const DAG = '2026-12-09T10:00:00+01:00';
const LATER = '2026-12-09T12:00:00+01:00';
const DAARNA = '2026-12-09T15:00:00+01:00';
const triage = (rest: Omit<Extract<OpdrachtInvoer, { soort: 'triage-afronden' }>, 'soort'>): OpdrachtInvoer => ({
  soort: 'triage-afronden',
  ...rest,
});
const herzie = (rest: Omit<Extract<OpdrachtInvoer, { soort: 'triage-afronden' }>, 'soort'>): OpdrachtInvoer =>
  triage({ ...rest, herziening: true });
const LICHT = { besluit: 'clientsysteem', voldoendeMogelijkheden: true, bereidZonderControle: true } as const;
const casusregie = triage({ besluit: 'veilig-thuis', vervolg: 'casusregie', contactpersoon: 'Vera' });

describe('a conclusion that keeps Veilig Thuis responsible holds on every way out (§3.1.2)', () => {
  const acuut = gegeven({}, [TRIAGE, triage({ besluit: 'veilig-thuis', conclusies: ['directe-interventie'] })]);
  const uitwegen: [string, OpdrachtInvoer, string][] = [
    ['a warme overdracht in the same minute', warm, 'conclusie-houdt-bij-vt'],
    ['a koude overdracht', koud, 'conclusie-houdt-bij-vt'],
    ['a herziening to geen zorgen, without conclusions', herzie({ besluit: 'geen-zorgen' }), 'conclusie-houdt-bij-vt'],
    ['a herziening to lichte zorgen', herzie(LICHT), 'conclusie-houdt-bij-vt'],
    ['a herziening to the lokale toegang', herzie({ besluit: 'lokale-toegang' }), 'conclusie-houdt-bij-vt'],
    ['closing', { soort: 'afsluiten', reden: 'klaar' }, 'eerst-herzien'],
  ];

  test.each(uitwegen)('%s is refused while nothing was set going', (_, opdracht, verwacht) => {
    expect(code(wanneer(acuut, [LATER, opdracht]))).toBe(verwacht);
  });

  test('a herziening that drops the conclusion, and keeps the casus, does not open the way either', () => {
    const vergeten = daarna(acuut, [DAG, herzie({ besluit: 'veilig-thuis' })]);
    for (const [, opdracht, verwacht] of uitwegen.slice(2)) {
      expect(code(wanneer(vergeten, [LATER, opdracht]))).toBe(verwacht);
    }
    expect(code(wanneer(vergeten, [LATER, warm]))).toBe('conclusie-houdt-bij-vt');
  });

  test.each<[string, Daad]>([
    ['a vervolgtraject that was decided on', [DAG, herzie({ besluit: 'veilig-thuis', vervolg: 'onderzoek' })]],
    ['what was recorded as started', [DAG, { soort: 'vervolg-ingezet', wat: 'ingegrepen', op: DAG }]],
  ])('after %s a warme overdracht and a new decision are allowed (§3.1.2, §5.1)', (_, daad) => {
    const na = daarna(acuut, daad);
    expect(soorten(wanneer(na, [LATER, warm]))).toContain('overdracht-verzonden');
    expect(soorten(wanneer(na, [LATER, herzie({ besluit: 'geen-zorgen' })]))).toContain('triage-afgerond');
    expect(code(wanneer(na, [LATER, koud]))).toBe(
      daad[1] !== 'klok' && daad[1].soort === 'vervolg-ingezet' ? 'conclusie-houdt-bij-vt' : 'koud-na-vervolgtraject',
    );
  });
});

describe('giving a casus to the cliëntsysteem asks what §5.1.1 and §5.1.2 ask, by every door', () => {
  const besluiten: [string, Daad[]][] = [
    ['after triage for a team', [NAAR_TEAM]],
    ['after a refusal', [...GEZONDEN, [DAG, { soort: 'weigeren', reden: 'niet van ons' }]]],
    ['after VT took it back', [...IN_HANDEN, [DAG, { soort: 'terugnemen', reden: 'escalatie' }]]],
    ['after an onderzoek', [[TRIAGE, triage({ besluit: 'veilig-thuis', vervolg: 'onderzoek' })]]],
  ];
  test.each(besluiten)('closing by VT %s is a herziening first (§5.1.1)', (_, daden) => {
    const casus = gegeven({}, ...daden);
    expect(code(wanneer(casus, [LATER, { soort: 'afsluiten', reden: 'klaar' }]))).toBe('eerst-herzien');
    expect(code(wanneer(casus, [LATER, herzie({ besluit: 'clientsysteem' })]))).toBe('voorwaarden-clientsysteem');
    expect(
      lopend(daarna(casus, [LATER, herzie(LICHT)])).filter((naam) => naam === 'schriftelijk-informeren'),
    ).toHaveLength(2);
  });

  test('a team does not close while it asks Veilig Thuis to take the casus back (Add.5)', () => {
    const gevraagd = gegeven({}, ...IN_HANDEN, [DAG, terugVragen, { door: TEAMLID }]);
    const sluit: OpdrachtInvoer = { soort: 'afsluiten', reden: 'klaar' };
    expect(wanneer(gevraagd, [LATER, sluit, { door: TEAMLID }])).toEqual({
      geweigerd: { code: 'terugleggen-loopt', gegevens: { op: om(DAG) } },
    });
    const nee = daarna(gevraagd, [LATER, { soort: 'terugleggen-weigeren', reden: 'kan bij jullie' }]);
    expect(soorten(wanneer(nee, [DAARNA, sluit, { door: TEAMLID }]))).toEqual(['afgesloten']);
  });
});

describe('after an involvement of Veilig Thuis the overdracht is warm (Add.4)', () => {
  const opnieuw: Daad[] = [
    [DAG, { soort: 'nieuwe-melding', ontvangenOp: DAG }],
    [LATER, naarTeam],
  ];
  test.each<[string, Daad[]]>([
    ['casusregie, and a new melding since', [[TRIAGE, casusregie], ...opnieuw]],
    ['handing back', [...IN_HANDEN, [DAG, terugVragen], [DAG, { soort: 'terugleggen-accepteren' }]]],
    ['taking back', [...IN_HANDEN, [DAG, { soort: 'terugnemen', reden: 'escalatie' }]]],
    [
      'taking back, and a new melding since',
      [...IN_HANDEN, [TRIAGE.replace('-01T', '-08T'), { soort: 'terugnemen', reden: 'r' }], ...opnieuw],
    ],
  ])('also after %s', (_, daden) => {
    const casus = gegeven({}, ...daden);
    expect(code(wanneer(casus, [DAARNA, koud]))).toBe('koud-na-vervolgtraject');
    expect(soorten(wanneer(casus, [DAARNA, warm]))).toContain('overdracht-verzonden');
  });

  test('a refusal by the wrong team is none: the next may be koud (Add.3)', () => {
    const casus = gegeven({}, ...GEZONDEN, [DAG, { soort: 'weigeren', reden: 'niet van ons' }]);
    expect(soorten(wanneer(casus, [LATER, koud]))).toContain('overdracht-verzonden');
  });

  test('it is over once a team has confirmed, or the casus was closed', () => {
    const bevestigd = gegeven({}, [TRIAGE, casusregie], [VERZONDEN, warm], [VERZONDEN, bevestig], ...opnieuw);
    expect(soorten(wanneer(bevestigd, [DAARNA, koud]))).toContain('overdracht-verzonden');
    const gesloten = gegeven({}, [TRIAGE, casusregie], [VERZONDEN, herzie({ besluit: 'geen-zorgen' })], ...opnieuw);
    expect(soorten(wanneer(gesloten, [DAARNA, koud]))).toContain('overdracht-verzonden');
  });
});

describe('a duty to inform is fulfilled by what it asks (§5.1.1, §5.1.2, Add.2)', () => {
  const GEEN_ZORGEN: Daad = [TRIAGE, triage({ besluit: 'geen-zorgen' })];
  const informeer = (rest: Partial<Extract<OpdrachtInvoer, { soort: 'geinformeerd' }>>): OpdrachtInvoer => ({
    wie: 'clientsysteem',
    ...rest,
    soort: 'geinformeerd',
  });

  test('a phone call, or no word of how, does not do for what must be in writing', () => {
    const casus = gegeven({}, GEEN_ZORGEN);
    for (const via of ['telefoon', 'gesprek', undefined] as const) {
      expect(code(wanneer(casus, [LATER, informeer({ ...(via && { via }) })]))).toBe('schriftelijk-nodig');
    }
    expect(soorten(wanneer(casus, [LATER, informeer({ via: 'e-mail' })]))).toContain('geinformeerd');
    // That there is a melding may be told by phone (Add.2).
    expect(soorten(wanneer(gegeven({}, ...GEZONDEN), [VERZONDEN, informeer({ via: 'telefoon' })]))).toContain(
      'geinformeerd',
    );
  });

  test('what was done before the decision is no answer to it', () => {
    const casus = gegeven({}, GEEN_ZORGEN);
    const voor = net(om(TRIAGE), -60_000);
    expect(wanneer(casus, [LATER, informeer({ via: 'brief', op: voor })])).toEqual({
      geweigerd: { code: 'tijdstip-te-vroeg', gegevens: { tijdstip: voor, vroegst: om(TRIAGE) } },
    });
  });

  test('one call ends one duty: with two open to the same people is said which', () => {
    const casus = gegeven(
      {},
      ...GEZONDEN,
      [DAG, { soort: 'weigeren', reden: 'niet van ons' }],
      [DAG, herzie({ besluit: 'geen-zorgen' })],
    );
    expect(code(wanneer(casus, [LATER, informeer({ via: 'brief' })]))).toBe('waarover-ontbreekt');
    const gebeld = daarna(casus, [LATER, informeer({ via: 'telefoon', waarover: 'client-informeren' })]);
    expect(gebeld.casus.termijnen.map(({ naam, wie }) => [naam, wie])).toEqual([
      ['schriftelijk-informeren', 'clientsysteem'],
      ['schriftelijk-informeren', 'melder'],
    ]);
    expect(code(wanneer(gebeld, [LATER, informeer({ via: 'telefoon' })]))).toBe('schriftelijk-nodig');
  });

  test('a herziening that only names another contactpersoon asks nobody to be told again (§3.3.4)', () => {
    const hgo = { besluit: 'veilig-thuis', vervolg: 'hgo' } as const;
    const casus = gegeven({}, [TRIAGE, triage(hgo)]);
    const ander = daarna(casus, [DAG, herzie({ ...hgo, contactpersoon: 'Piet' })]);
    expect(lopend(ander).filter((naam) => naam === 'betrokkenen-informeren')).toHaveLength(1);
    const stsg = daarna(ander, [LATER, herzie({ besluit: 'veilig-thuis', vervolg: 'st-sg' })]);
    expect(stsg.casus.termijnen.find(({ naam }) => naam === 'betrokkenen-informeren')?.vanaf).toBe(om(LATER));
    const weg = daarna(stsg, [DAARNA, herzie({ besluit: 'veilig-thuis', vervolg: 'onderzoek' })]);
    expect(lopend(weg)).not.toContain('betrokkenen-informeren');
  });
});

describe('a duty ends with its reason (§4.1, §4.2)', () => {
  const ingelicht = (casus: ReturnType<typeof gegeven>) =>
    lopend(casus).filter((naam) => naam === 'informeer-gemeente');

  test('Monday a wachtlijst, Tuesday the gemeente intervenes: Wednesday nobody hears that it was not informed', () => {
    const casus = gegeven(
      {},
      ...GEZONDEN,
      ['2026-12-07T10:00:00+01:00', vol],
      ['2026-12-08T10:00:00+01:00', ingegrepen],
    );
    expect(ingelicht(casus)).toEqual([]);
    const woensdag = daarna(casus, ['2026-12-09T08:30:00+01:00', 'klok']);
    const gepost = berichten(casus.casus, woensdag.casus, woensdag.journaal.slice(casus.journaal.length));
    expect(gepost.flatMap(({ stappen = [] }) => stappen.map(({ termijn }) => termijn))).not.toContainEqual(
      expect.stringContaining('informeer-gemeente'),
    );
  });

  const laat = gegeven({}, ...GEZONDEN, ['2026-12-24T08:30:00+01:00', 'klok']);
  const KERST = '2026-12-24T12:00:00+01:00';

  test('a team late with both: one duty, which ends when the last of the two is done', () => {
    expect(ingelicht(laat)).toHaveLength(1);
    const bevestigd = daarna(laat, [KERST, bevestig, { door: TEAMLID }]);
    expect(ingelicht(bevestigd)).toHaveLength(1);
    expect(ingelicht(daarna(bevestigd, [KERST, { soort: 'oppakken' }, { door: TEAMLID }]))).toEqual([]);
  });

  test('a withdrawal ends what was late in that overdracht; a wachtlijst that was told does not', () => {
    expect(ingelicht(daarna(laat, [KERST, { soort: 'intrekken', reden: 'r' }]))).toEqual([]);
    const volTeam = gegeven({}, ...GEZONDEN, [DAG, vol], [DAG, { soort: 'intrekken', reden: 'r' }]);
    expect(ingelicht(volTeam)).toHaveLength(1);
  });
});

describe('escalating by hand calls whom the policy calls (§4.3, Add.6)', () => {
  test('also in a region that put the contactambtenaar beside the leidinggevenden', () => {
    const verschil = gegeven({}, ...ONTVANGEN);
    const { beleid } = context(DAG);
    const gesprek = beleid.termijnen['gesprek-professionals'];
    const anders = {
      ...beleid,
      termijnen: {
        ...beleid.termijnen,
        'gesprek-professionals': { ...gesprek, verlopen: { ...gesprek.verlopen, aan: ['contactambtenaar' as const] } },
      },
    };
    const gemeld = daarna(verschil, [DAG, oneens, { beleid: anders }]);
    const hand = daarna(gemeld, [LATER, hoger(1), { beleid: anders }]);
    const gehoord = berichten(gemeld.casus, hand.casus, hand.journaal.slice(gemeld.journaal.length));
    expect(gehoord.filter(({ kaart }) => kaart === 'voortgang').map(({ aan }) => aan)).toEqual(['contactambtenaar']);
  });
});

describe('nobody’s words are lost because somebody spoke first (§4.3, §5)', () => {
  const anders: [string, Daad[], OpdrachtInvoer, OpdrachtInvoer][] = [
    ['meningsverschil', ONTVANGEN, oneens, { soort: 'meningsverschil-melden', toelichting: 'onze kant' }],
    ['wachtlijst', ONTVANGEN, vol, { soort: 'wachtlijst-melden', toelichting: 'inmiddels tien weken' }],
    ['terugleggen', IN_HANDEN, terugVragen, { soort: 'terugleggen-vragen', reden: 'ook de partner dreigt' }],
    [
      'niet op tijd',
      ONTVANGEN,
      { soort: 'niet-binnen-termijn', reden: 'ziekte' },
      { soort: 'niet-binnen-termijn', reden: 'ook vakantie' },
    ],
    [
      'weigeren',
      GEZONDEN,
      { soort: 'weigeren', reden: 'niet van ons' },
      { soort: 'weigeren', reden: 'ze zijn verhuisd' },
    ],
    [
      'direct gevaar',
      [],
      { soort: 'direct-gevaar', wat: 'dreiging' },
      { soort: 'direct-gevaar', wat: 'er is ook een wapen' },
    ],
  ];
  test.each(anders)(
    '%s: the same again is no news, other words are written down beside the first',
    (_, daden, eerst, dan) => {
      const casus = gegeven({}, ...daden, [DAG, eerst, { door: TEAMLID }]);
      expect(soorten(wanneer(casus, [LATER, eerst, { door: VT }]))).toEqual([]);
      const met = daarna(casus, [LATER, dan, { door: VT }]);
      expect(met.journaal.at(-1)).toMatchObject({ soort: 'aangevuld', door: { naam: 'Vera van VT' } });
      expect(JSON.stringify(met.journaal.at(-1))).toContain(Object.values(dan).at(-1));
      expect(met.casus.perioden).toEqual(casus.casus.perioden);
      expect(soorten(wanneer(met, [DAARNA, dan, { door: VT }]))).toEqual([]);
      expect(soorten(wanneer(met, [DAARNA, eerst, { door: TEAMLID }]))).toEqual([]);
    },
  );

  test('the side that did not speak hears that there are words', () => {
    const casus = gegeven({}, ...ONTVANGEN, [DAG, oneens, { door: TEAMLID }]);
    const dan: OpdrachtInvoer = { soort: 'meningsverschil-melden', toelichting: 'onze kant' };
    const hoort = (door: typeof VT) => {
      const na = daarna(casus, [LATER, dan, { door }]);
      return berichten(casus.casus, na.casus, na.journaal.slice(casus.journaal.length))
        .filter(({ kaart }) => kaart === 'voortgang')
        .map(({ aan }) => aan);
    };
    expect(hoort(VT)).toEqual(['kanaal-team']);
    expect(hoort(TEAMLID)).toEqual(['kanaal-vt']);
  });

  test('a signal, another one, and the first again by a client that sends twice: two signals (§5.1.3)', () => {
    const signaal = (toelichting: string): OpdrachtInvoer => ({
      soort: 'signaleren',
      wat: 'medewerking-geweigerd',
      toelichting,
    });
    const casus = gegeven({}, ...IN_HANDEN, [DAG, signaal('moeder')], [LATER, signaal('vader')]);
    expect(soorten(wanneer(casus, [DAARNA, signaal('moeder')]))).toEqual([]);
    expect(soorten(wanneer(casus, ['2026-12-10T10:00:00+01:00', signaal('moeder')]))).toContain('gesignaleerd');
  });
});
