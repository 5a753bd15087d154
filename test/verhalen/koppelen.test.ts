/** Channels that are linked late, moved or taken away, and gaps in the adresboek (§7, contract §4). */
import { describe } from 'vitest';
import { ADRESBOEK, BEA, HANNA, HAVEN, JOOST, LOES, NOOR, NOORD, OOST, VERA, ZITA, ZUID } from '../scenario/mensen.ts';
import {
  draagtWarmOver,
  herstart,
  KLOK,
  klikt,
  koppelt,
  meldt,
  ontkoppelt,
  samen,
  triage,
  vraagt,
  vt,
} from './daden.ts';
import { om, verhaal, verhaalOpBeideOpslagen } from './verhaal.ts';

const ONTVANGEN = ['vt: ontvangst bevestigd'];

describe('het kanaal van het team', () => {
  verhaal('is niet gekoppeld: Veilig Thuis hoort dat het moet bellen, belt, en legt de bevestiging vast', [
    om(
      'ma 23 nov 2026 09:00',
      draagtWarmOver(HAVEN),
      'VT',
      'vt: overdracht',
      'vt: niet bezorgd: de kaart van de overdracht aan Wijkteam Haven',
    ),
    om(
      'ma 23 nov 2026 09:20',
      vt('bevestiging-vastleggen', { gegevenOp: 'ma 23 nov 2026 09:15', via: 'telefoon', doorWie: 'Hanna Blom' }),
      'haven sinds ma 23 nov 2026 09:15',
      ...ONTVANGEN,
      'vt: ↻ ontvangen',
    ),
  ]);

  verhaal('is niet gekoppeld en niemand belt: elke herinnering komt bij Veilig Thuis terecht', [
    om(
      'ma 23 nov 2026 09:00',
      draagtWarmOver(HAVEN),
      'VT',
      'vt: overdracht',
      'vt: niet bezorgd: de kaart van de overdracht aan Wijkteam Haven',
    ),
    om('wo 25 nov 2026 08:30', KLOK, 'VT', 'vt: niet bezorgd: de herinnering aan Wijkteam Haven', 'vt: ↻ wacht'),
    om('do 26 nov 2026 00:00', KLOK, 'VT', 'vt: ↻ te laat'),
    om(
      'do 26 nov 2026 08:30',
      KLOK,
      'VT',
      'vt: verlopen bevestigen',
      'vt: niet bezorgd: de herinnering aan Wijkteam Haven',
      'vt: ↻ te laat',
    ),
    om('vr 27 nov 2026 08:30', KLOK, 'VT', 'Hein, Loes: escalatie bevestigen', 'vt: ↻ te laat'),
  ]);

  verhaalOpBeideOpslagen('wordt na de overdracht gekoppeld: de kaart verschijnt alsnog', [
    om(
      'ma 23 nov 2026 09:00',
      draagtWarmOver(HAVEN),
      'VT',
      'vt: overdracht',
      'vt: niet bezorgd: de kaart van de overdracht aan Wijkteam Haven',
    ),
    om('di 24 nov 2026 10:00', koppelt('haven'), 'VT', 'haven: overdracht'),
    om('di 24 nov 2026 11:00', klikt(HANNA, 'ontvangst-bevestigen'), 'haven', ...ONTVANGEN, 'haven, vt: ↻ ontvangen'),
  ]);

  verhaal('wordt losgekoppeld: wat voor het team is, hoort Veilig Thuis', [
    om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD), 'VT', 'noord, vt: overdracht'),
    om('ma 23 nov 2026 10:00', ontkoppelt('noord'), 'VT'),
    om('wo 25 nov 2026 08:30', KLOK, 'VT', 'vt: niet bezorgd: de herinnering aan Wijkteam Noord', 'vt: ↻ wacht'),
  ]);

  verhaal('verhuist: de kaart komt mee en de nieuwe verandert voortaan', [
    om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD), 'VT', 'noord, vt: overdracht'),
    om(
      'ma 23 nov 2026 10:00',
      async ({ wereld }) => void (await wereld.typ(BEA, `koppel ${NOORD}`, 'oost')),
      'VT',
      'oost: overdracht',
    ),
    om('wo 25 nov 2026 08:30', KLOK, 'VT', 'oost: herinnering bevestigen', 'oost, vt: ↻ wacht'),
  ]);
});

describe('het adresboek', () => {
  verhaal(
    'heeft bij het team niemand die in Teams te bereiken is: het telefoonnummer staat bij Veilig Thuis',
    [
      om('ma 23 nov 2026 09:00', draagtWarmOver(OOST), 'VT', 'oost, vt: overdracht'),
      om('ma 23 nov 2026 10:00', vraagt(VERA, 'status casus A', 'Veilig Thuis West-Brabant'), 'VT'),
      om(
        'ma 23 nov 2026 11:00',
        klikt(VERA, 'bevestiging-vastleggen', {
          via: 'telefoon',
          doorWie: 'Olga Bos',
          datum: '2026-11-23',
          tijd: '10:45',
        }),
        'oost sinds ma 23 nov 2026 10:45',
        ...ONTVANGEN,
        'oost, vt: ↻ ontvangen',
      ),
    ],
    { gekoppeld: ['vt', 'oost'] },
  );

  verhaal('krijgt een nieuwe leidinggevende: zij wordt aangesproken', [
    om('ma 23 nov 2026 09:00', draagtWarmOver(ZUID), 'VT', 'zuid, vt: overdracht'),
    om(
      'di 24 nov 2026 12:00',
      herstart((nu) => ({
        ...ADRESBOEK,
        bijgewerktOp: nu,
        teams: ADRESBOEK.teams.map((team) => (team.sleutel === ZUID ? { ...team, leidinggevenden: [ZITA] } : team)),
      })),
      'VT',
    ),
    om('wo 25 nov 2026 08:30', KLOK, 'VT', 'zuid: herinnering bevestigen', 'zuid, vt: ↻ wacht'),
    om('do 26 nov 2026 00:00', KLOK, 'VT', 'zuid, vt: ↻ te laat'),
    om('do 26 nov 2026 08:30', KLOK, 'VT', 'zuid, vt: verlopen bevestigen', 'zuid, vt: ↻ te laat'),
    om('vr 27 nov 2026 08:30', KLOK, 'VT', 'Zita, Loes: escalatie bevestigen', 'zuid, vt: ↻ te laat'),
  ]);

  verhaal('verliest een lid: die klikt op de kaart die nog voor hem staat, en dat telt niet', [
    om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD), 'VT', 'noord, vt: overdracht'),
    om(
      'ma 23 nov 2026 12:00',
      herstart((nu) => ({
        ...ADRESBOEK,
        bijgewerktOp: nu,
        teams: ADRESBOEK.teams.map((team) =>
          team.sleutel === NOORD ? { ...team, leden: team.leden.filter(({ naam }) => naam !== NOOR.naam) } : team,
        ),
      })),
      'VT',
    ),
    om(
      'ma 23 nov 2026 13:00',
      async ({ wereld }) => {
        const { tekst } = await wereld.klik(NOOR, 'ontvangst-bevestigen', {
          casusnummer: 'VT-2026-0001',
          overdracht: 1,
        });
        if (!tekst.includes('niet gevonden')) throw new Error(tekst);
      },
      'VT',
    ),
  ]);
});

describe('er staat niemand achter een stap: wie de volgende stap is hoort het meteen, en Veilig Thuis hoort wie er ontbreekt', () => {
  const zonderIlse = {
    ...ADRESBOEK,
    teams: ADRESBOEK.teams.map((team) => (team.sleutel === NOORD ? { ...team, leidinggevenden: [] } : team)),
  };
  const zonderGemeente = {
    ...ADRESBOEK,
    gemeenten: ADRESBOEK.gemeenten.map((gemeente) => ({ ...gemeente, contactambtenaren: [] })),
  };
  const BEVESTIGEN = [
    om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD), 'VT', 'noord, vt: overdracht'),
    om('wo 25 nov 2026 08:30', KLOK, 'VT', 'noord: herinnering bevestigen', 'noord, vt: ↻ wacht'),
    om('do 26 nov 2026 00:00', KLOK, 'VT', 'noord, vt: ↻ te laat'),
    om('do 26 nov 2026 08:30', KLOK, 'VT', 'noord, vt: verlopen bevestigen', 'noord, vt: ↻ te laat'),
  ];
  const ONEENS = [
    om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD), 'VT', 'noord, vt: overdracht'),
    om(
      'ma 23 nov 2026 11:00',
      klikt(NOOR, 'meningsverschil-melden', { toelichting: 'Oneens' }),
      'VT (meningsverschil)',
      'noord, vt: meningsverschil',
      'noord, vt: ↻ meningsverschil 1',
    ),
    om('do 26 nov 2026 00:00', KLOK, 'VT (meningsverschil)', 'noord, vt: ↻ meningsverschil 1'),
  ];

  verhaal(
    'het team heeft geen leidinggevende: de gemeente hoort meteen dat niemand bevestigt',
    [
      ...BEVESTIGEN,
      om('vr 27 nov 2026 08:30', KLOK, 'VT', 'Loes, vt, Joost: escalatie bevestigen', 'noord, vt: ↻ te laat'),
      om('ma 30 nov 2026 08:30', KLOK, 'VT', 'noord: herinnering oppakken', 'noord, vt: ↻ te laat'),
      om(
        'di 1 dec 2026 08:30',
        KLOK,
        'VT',
        'vt, Joost: escalatie bevestigen',
        'noord, vt: ↻ te laat',
        'Loes, vt: ↻ escalatie bevestigen',
        'vt: ↻ verlopen bevestigen',
      ),
    ],
    { adresboek: zonderIlse },
  );

  verhaal(
    'de gemeente heeft geen contactambtenaar: Veilig Thuis hoort het een keer',
    [
      ...BEVESTIGEN,
      om('vr 27 nov 2026 08:30', KLOK, 'VT', 'Ilse, Loes: escalatie bevestigen', 'noord, vt: ↻ te laat'),
      om('ma 30 nov 2026 08:30', KLOK, 'VT', 'noord: herinnering oppakken', 'noord, vt: ↻ te laat'),
      om(
        'di 1 dec 2026 08:30',
        KLOK,
        'VT',
        'vt: escalatie bevestigen',
        'noord, vt: ↻ te laat',
        'Loes: ↻ escalatie bevestigen',
        'vt: ↻ verlopen bevestigen',
      ),
    ],
    { adresboek: zonderGemeente },
  );

  verhaal(
    'de leidinggevende staat in het adresboek, maar zonder account in Teams',
    [
      om('ma 23 nov 2026 09:00', draagtWarmOver(OOST), 'VT', 'oost, vt: overdracht'),
      om('wo 25 nov 2026 08:30', KLOK, 'VT', 'oost: herinnering bevestigen', 'oost, vt: ↻ wacht'),
      om('do 26 nov 2026 00:00', KLOK, 'VT', 'oost, vt: ↻ te laat'),
      om('do 26 nov 2026 08:30', KLOK, 'VT', 'oost, vt: verlopen bevestigen', 'oost, vt: ↻ te laat'),
      om('vr 27 nov 2026 08:30', KLOK, 'VT', 'Loes, vt, Joost: escalatie bevestigen', 'oost, vt: ↻ te laat'),
    ],
    { gekoppeld: ['vt', 'oost'] },
  );

  verhaal(
    'het team heeft geen leidinggevende bij een meningsverschil: de gemeente hoort stap 2 al',
    [
      ...ONEENS,
      om(
        'do 26 nov 2026 08:30',
        KLOK,
        'VT (meningsverschil)',
        'Loes, vt, Joost: verlopen stap 1',
        'noord, vt: ↻ meningsverschil 2',
        'noord, vt: ↻ meningsverschil',
      ),
      om(
        'do 26 nov 2026 09:00',
        klikt(LOES, 'meningsverschil-oplossen', { uitkomst: 'lokale-toegang' }),
        'VT (meningsverschil)',
        'noord, vt: voorstel',
        'noord, vt: ↻ meningsverschil 2',
      ),
      om(
        'do 26 nov 2026 09:30',
        klikt(NOOR, 'uitkomst-aanvaarden'),
        'noord',
        'noord, vt: meningsverschil opgelost',
        'noord, vt: ↻ overgenomen',
        'Joost, Loes, vt: ↻ klaar: stap 1',
        'noord, vt: ↻ klaar: meningsverschil',
        'noord: ↻ klaar: voorstel',
      ),
    ],
    { adresboek: zonderIlse },
  );

  verhaal(
    'de gemeente heeft geen contactambtenaar bij een meningsverschil: de stuurgroep hoort stap 3 meteen',
    [
      ...ONEENS,
      om(
        'do 26 nov 2026 08:30',
        KLOK,
        'VT (meningsverschil)',
        'Ilse, Loes: verlopen stap 1',
        'noord, vt: ↻ meningsverschil 2',
        'noord, vt: ↻ meningsverschil',
      ),
      om(
        'wo 2 dec 2026 08:30',
        KLOK,
        'VT (meningsverschil)',
        'Ilse, Loes: herinnering stap 2',
        'noord, vt: ↻ meningsverschil 2',
      ),
      om('vr 4 dec 2026 00:00', KLOK, 'VT (meningsverschil)', 'noord, vt: ↻ meningsverschil 2'),
      om(
        'vr 4 dec 2026 08:30',
        KLOK,
        'VT (meningsverschil)',
        'vt: verlopen stap 2',
        'stuurgroep: stuurgroep: niemand te bereiken',
        'noord, vt: ↻ meningsverschil 3',
        'Ilse, Loes: ↻ verlopen stap 1',
        'Ilse, Loes: ↻ verlopen stap 2',
        'noord, vt: ↻ meningsverschil',
      ),
    ],
    { gekoppeld: ['vt', 'noord', 'stuurgroep'], adresboek: zonderGemeente },
  );

  verhaal(
    'Veilig Thuis heeft geen leidinggevende: wat voor haar is, komt in het kanaal',
    [
      om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD), 'VT', 'noord, vt: overdracht'),
      om(
        'ma 23 nov 2026 10:00',
        klikt(NOOR, 'wachtlijst-melden', { toelichting: 'Vol' }),
        'VT (wachtlijst)',
        'vt: wachtlijst',
        'noord, vt: ↻ wachtlijst',
      ),
      om('wo 25 nov 2026 00:00', KLOK, 'VT (wachtlijst)', 'noord, vt: ↻ wachtlijst'),
      om(
        'wo 25 nov 2026 08:30',
        KLOK,
        'VT (wachtlijst)',
        'vt: verlopen gemeente informeren',
        'noord, vt: ↻ wachtlijst',
      ),
    ],
    { adresboek: { ...ADRESBOEK, veiligThuis: { ...ADRESBOEK.veiligThuis, leidinggevenden: [] } } },
  );
});

describe('de beheerder hoort elke week wie er in het adresboek ontbreekt', () => {
  const compleet = {
    ...ADRESBOEK,
    gemeenten: ADRESBOEK.gemeenten.map((gemeente) => ({ ...gemeente, contactambtenaren: [JOOST] })),
    teams: ADRESBOEK.teams.map((team) => ({ ...team, leidinggevenden: [LOES] })),
  };
  const ER_ONTBREEKT = 'Bea: Adresboek: er ontbreekt iemand';

  verhaal(
    'op maandagochtend, naast wat er over een casus te zeggen is',
    [
      om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD), 'VT', 'noord, vt: overdracht'),
      om('ma 23 nov 2026 10:00', klikt(NOOR, 'ontvangst-bevestigen'), 'noord', ...ONTVANGEN, 'noord, vt: ↻ ontvangen'),
      om('ma 30 nov 2026 08:30', KLOK, 'noord', 'noord: herinnering oppakken', 'noord, vt: ↻ ontvangen', ER_ONTBREEKT),
      om(
        'ma 30 nov 2026 09:00',
        klikt(NOOR, 'oppakken'),
        'noord',
        'vt: opgepakt',
        'noord, vt: ↻ opgepakt',
        'noord: ↻ klaar: oppakken',
      ),
      om('ma 7 dec 2026 08:30', KLOK, 'noord', ER_ONTBREEKT),
      om('vr 11 dec 2026 12:00', KLOK, 'noord'),
    ],
    { metAdresboek: true },
  );

  verhaal(
    'op dinsdag na tweede Paasdag',
    [
      om('ma 22 mrt 2027 10:00', meldt(), 'VT'),
      om('di 30 mrt 2027 08:30', KLOK, 'VT', 'vt: herinnering triage', ER_ONTBREEKT),
    ],
    { metAdresboek: true },
  );

  verhaal(
    'en niets als er niemand ontbreekt',
    [om('ma 23 nov 2026 10:00', samen(meldt(), triage.onderzoek()), 'VT'), om('ma 7 dec 2026 12:00', KLOK, 'VT')],
    { metAdresboek: true, adresboek: compleet, gekoppeld: ['vt', 'noord', 'zuid', 'haven', 'oost', 'stuurgroep'] },
  );
});
