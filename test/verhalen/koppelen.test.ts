/** Channels that are linked late, moved or taken away, and gaps in the adresboek (§7, contract §4). */
import { describe } from 'vitest';
import { ADRESBOEK, HANNA, HAVEN, JOOST, LOES, NOOR, VERA, ZITA, ZUID } from '../scenario/mensen.ts';
import { ONTVANGEN, ontvangen, VERZONDEN, verzonden } from './begin.ts';
import { draagtWarmOver, herstart, klikt, KLOK, koppelt, meldt, samen, triage, vraagt, vt } from './daden.ts';
import { om, verhaal, verhaalOpBeideOpslagen } from './verhaal.ts';

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
      'vt: ontvangst bevestigd',
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
    ontvangen('di 24 nov 2026 11:00', HANNA, 'haven'),
  ]);
});

describe('het adresboek', () => {
  verhaal(
    'heeft bij het team niemand die in Teams te bereiken is: het telefoonnummer staat bij Veilig Thuis',
    [
      verzonden('ma 23 nov 2026 09:00', 'oost'),
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
        'vt: ontvangst bevestigd',
        'oost, vt: ↻ ontvangen',
      ),
    ],
    { gekoppeld: ['vt', 'oost'] },
  );

  verhaal('krijgt een nieuwe leidinggevende: zij wordt aangesproken', [
    verzonden('ma 23 nov 2026 09:00', 'zuid'),
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
});

describe('er staat niemand achter een stap', () => {
  verhaal(
    'Veilig Thuis heeft geen leidinggevende: wat voor haar is, komt in het kanaal',
    [
      VERZONDEN,
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
      VERZONDEN,
      ONTVANGEN,
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
    'en niets als er niemand ontbreekt',
    [om('ma 23 nov 2026 10:00', samen(meldt(), triage.onderzoek()), 'VT'), om('ma 7 dec 2026 12:00', KLOK, 'VT')],
    { metAdresboek: true, adresboek: compleet, gekoppeld: ['vt', 'noord', 'zuid', 'haven', 'oost', 'stuurgroep'] },
  );
});
