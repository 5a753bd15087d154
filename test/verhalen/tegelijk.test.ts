/** Two at the same moment: two teams, two people, a person and the clock. */
import { describe } from 'vitest';
import { HANNA, HAVEN, JOOST, LOES, NICO, NOOR, NOORD, VERA, ZITA, ZUID } from '../scenario/mensen.ts';
import { HERINNERD, ONTVANGEN, VERZONDEN } from './begin.ts';
import { draagtWarmOver, klikt, KLOK, koudNaar, meldt, samen, tegelijk, triage, vt, warmNaar } from './daden.ts';
import { naStilstand, om, verhaal, verhaalOpBeideOpslagen } from './verhaal.ts';

const ALLE = { gekoppeld: ['vt', 'noord', 'zuid', 'haven'] as const };

describe('tegelijk', () => {
  verhaal(
    'twee wijkteams krijgen elk een casus en bevestigen in dezelfde seconde: ieder de zijne',
    [
      om(
        'ma 23 nov 2026 09:00',
        samen(draagtWarmOver(NOORD), draagtWarmOver(HAVEN, { casus: 'B' })),
        { A: 'VT', B: 'VT' },
        'noord, vt: overdracht A',
        'haven, vt: overdracht B',
      ),
      om(
        'wo 25 nov 2026 08:30',
        KLOK,
        { A: 'VT', B: 'VT' },
        'noord: herinnering bevestigen A',
        'haven: herinnering bevestigen B',
        'noord, vt: ↻ wacht A',
        'haven, vt: ↻ wacht B',
      ),
      om(
        'wo 25 nov 2026 09:00',
        tegelijk(klikt(NOOR, 'ontvangst-bevestigen'), klikt(HANNA, 'ontvangst-bevestigen', {}, { casus: 'B' })),
        { A: 'noord', B: 'haven' },
        'vt: ontvangst bevestigd A',
        'vt: ontvangst bevestigd B',
        'noord, vt: ↻ ontvangen A',
        'haven, vt: ↻ ontvangen B',
        'haven: ↻ klaar: bevestigen B',
        'noord: ↻ klaar: bevestigen A',
      ),
    ],
    ALLE,
  );

  verhaal(
    'een wijkteam bevestigt, het andere weigert: de een merkt niets van de ander',
    [
      om(
        'ma 23 nov 2026 09:00',
        samen(draagtWarmOver(NOORD), draagtWarmOver(ZUID, { casus: 'B', gemeente: 'Roosendaal' })),
        { A: 'VT', B: 'VT' },
        'noord, vt: overdracht A',
        'zuid, vt: overdracht B',
      ),
      om(
        'ma 23 nov 2026 10:00',
        tegelijk(
          klikt(NOOR, 'ontvangst-bevestigen'),
          klikt(ZITA, 'weigeren', { reden: 'Andere wijk' }, { casus: 'B' }),
        ),
        { A: 'noord', B: 'VT' },
        'vt: ontvangst bevestigd A',
        'vt: geweigerd B',
        'noord, vt: ↻ ontvangen A',
        'zuid, vt: ↻ geweigerd B',
      ),
    ],
    ALLE,
  );

  verhaal('een wijkteam met twee casussen: twee leden bevestigen er elk een', [
    om(
      'ma 23 nov 2026 09:00',
      samen(draagtWarmOver(NOORD), draagtWarmOver(NOORD, { casus: 'B' })),
      { A: 'VT', B: 'VT' },
      'noord, vt: overdracht A',
      'noord, vt: overdracht B',
    ),
    om(
      'ma 23 nov 2026 10:00',
      tegelijk(klikt(NOOR, 'ontvangst-bevestigen'), klikt(NICO, 'ontvangst-bevestigen', {}, { casus: 'B' })),
      { A: 'noord', B: 'noord' },
      'vt: ontvangst bevestigd A',
      'vt: ontvangst bevestigd B',
      'noord, vt: ↻ ontvangen A',
      'noord, vt: ↻ ontvangen B',
    ),
  ]);

  verhaalOpBeideOpslagen('beide kanten melden een meningsverschil: het is er een', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 10:00',
      tegelijk(
        klikt(NOOR, 'meningsverschil-melden', { toelichting: 'Oneens' }),
        klikt(VERA, 'meningsverschil-melden', { toelichting: 'Oneens' }),
      ),
      'VT (meningsverschil)',
      'noord, vt: meningsverschil',
      'noord, vt: ↻ meningsverschil 1',
    ),
    // Other words are news for the other side, and no second meningsverschil.
    om(
      'ma 23 nov 2026 10:05',
      vt('meningsverschil-melden', { toelichting: 'Ook oneens' }),
      'VT (meningsverschil)',
      'noord: aangevuld',
      'noord, vt: ↻ meningsverschil 1',
    ),
  ]);

  verhaal('twee medewerkers van Veilig Thuis ronden de triage af met hetzelfde besluit', [
    om('ma 23 nov 2026 09:00', meldt(), 'VT'),
    om(
      'ma 23 nov 2026 10:00',
      tegelijk(triage.geenZorgen(), triage.geenZorgen()),
      'cliënt',
      'vt: informeren cliëntsysteem + melder',
    ),
  ]);

  verhaal('twee keer dezelfde overdracht: een kaart', [
    om('ma 23 nov 2026 09:00', samen(meldt(), triage.lokaal()), 'VT'),
    om('ma 23 nov 2026 10:00', tegelijk(koudNaar(NOORD), koudNaar(NOORD)), 'VT', 'noord, vt: overdracht'),
  ]);

  verhaal('gemeente en Veilig Thuis leggen hetzelfde ingrijpen vast', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 10:00',
      klikt(NOOR, 'wachtlijst-melden', { toelichting: 'Vol' }),
      'VT (wachtlijst)',
      'vt: wachtlijst',
      'noord, vt: ↻ wachtlijst',
    ),
    om(
      'ma 23 nov 2026 11:00',
      vt('gemeente-geinformeerd', { wie: 'de contactambtenaar' }),
      'VT (wachtlijst)',
      'noord, vt: ↻ wachtlijst',
      'vt: ↻ klaar: wachtlijst',
    ),
    om(
      'ma 23 nov 2026 12:00',
      tegelijk(
        klikt(JOOST, 'interventie-gemeente-vastleggen', { wat: 'Extra uren' }),
        vt('interventie-gemeente-vastleggen', { wat: 'Extra uren' }),
      ),
      'VT (wachtlijst)',
      'noord, vt: gemeente greep in',
      'noord, vt: ↻ gestopt',
    ),
  ]);

  verhaal('Veilig Thuis accepteert het terugleggen van twee kanten', [
    VERZONDEN,
    ONTVANGEN,
    om(
      'ma 23 nov 2026 11:00',
      klikt(NOOR, 'terugleggen-vragen', { reden: 'Lukt niet' }),
      'noord',
      'vt: vraagt terugleggen',
      'noord, vt: ↻ ontvangen',
    ),
    om(
      'ma 23 nov 2026 12:00',
      tegelijk(klikt(VERA, 'terugleggen-accepteren'), klikt(LOES, 'terugleggen-accepteren')),
      'VT',
      'noord: teruggelegd',
      'noord, vt: ↻ gestopt',
      'vt: ↻ klaar: vraagt terugleggen',
    ),
  ]);

  verhaal('het team klikt precies op middernacht, voordat de klok iets deed: te laat, en een keer verteld', [
    VERZONDEN,
    HERINNERD,
    naStilstand(
      'do 26 nov 2026 00:00',
      klikt(NOOR, 'ontvangst-bevestigen'),
      'noord',
      'vt: ontvangst bevestigd, te laat',
      'noord, vt: ↻ ontvangen',
      'noord: ↻ klaar: bevestigen',
    ),
    om('do 26 nov 2026 12:00', KLOK, 'noord'),
  ]);

  verhaal('het team klikt in de laatste seconde: op tijd', [
    VERZONDEN,
    HERINNERD,
    om(
      'wo 25 nov 2026 23:59:59',
      klikt(NOOR, 'ontvangst-bevestigen'),
      'noord',
      'vt: ontvangst bevestigd',
      'noord, vt: ↻ ontvangen',
      'noord: ↻ klaar: bevestigen',
    ),
    om('do 26 nov 2026 12:00', KLOK, 'noord'),
  ]);

  verhaal('het team klikt als de herinnering net weg zou gaan: dan hoeft die niet', [
    VERZONDEN,
    naStilstand(
      'wo 25 nov 2026 08:30',
      klikt(NOOR, 'ontvangst-bevestigen'),
      'noord',
      'vt: ontvangst bevestigd',
      'noord, vt: ↻ ontvangen',
    ),
  ]);

  verhaal(
    'een casus naar drie teams na elkaar in een minuut: alleen de laatste telt',
    [
      om(
        'ma 23 nov 2026 09:00',
        samen(draagtWarmOver(NOORD), warmNaar(HAVEN), warmNaar(ZUID)),
        'VT',
        'noord, vt: overdracht',
        'noord: ingetrokken',
        'noord, vt: ↻ ingetrokken',
        'haven, vt: overdracht',
        'haven: ingetrokken',
        'haven, vt: ↻ ingetrokken',
        'zuid, vt: overdracht',
      ),
      om('wo 25 nov 2026 08:30', KLOK, 'VT', 'zuid: herinnering bevestigen', 'zuid, vt: ↻ wacht'),
    ],
    ALLE,
  );
});
