/** Questions about the past, at its boundaries, and what a later record changes in it (domein.md §1, §7). */
import { describe } from 'vitest';
import { HANNA, HAVEN, JOOST, LOES, NOOR, NOORD, VERA, ZITA } from '../scenario/mensen.ts';
import { ontvangen, opgepakt, VERZONDEN } from './begin.ts';
import { draagtWarmOver, klikt, KLOK, meldt, samen, vraagt, vt, warmNaar } from './daden.ts';
import { om, verhaal } from './verhaal.ts';

const ONTVANGEN = ontvangen('di 24 nov 2026 10:00');
const wie = 'wie is verantwoordelijk voor casus A';
const VT = 'zicht op veiligheid: Veilig Thuis West-Brabant';
const TEAM = 'zicht op veiligheid: Wijkteam Noord';

describe('wie was verantwoordelijk', () => {
  verhaal('een minuut voor en op het moment van de bevestiging', [
    VERZONDEN,
    ONTVANGEN,
    om(
      'di 24 nov 2026 15:00',
      samen(
        vraagt(VERA, `${wie} op 24 november 2026 09:59`, 'Op di 24 nov 2026 09:59 had', VT, 'tot di 24 nov 2026 10:00'),
        vraagt(VERA, `${wie} op 24 november 2026 10:00`, 'Op di 24 nov 2026 10:00 had', TEAM, '§4.1, §5.1.3'),
        vraagt(NOOR, `${wie} op 24-11-2026 om 10:00`, TEAM),
        vraagt(NOOR, `casus A: wie was verantwoordelijk op 24 nov 2026 9:59?`, VT),
      ),
      'noord',
    ),
  ]);

  verhaal('voor de melding: toen was er bij Veilig Thuis nog niets', [
    om('ma 23 nov 2026 09:00', meldt({ ontvangen: 'zo 22 nov 2026 21:00' }), 'VT sinds zo 22 nov 2026 21:00'),
    om(
      'ma 23 nov 2026 10:00',
      samen(
        vraagt(VERA, `${wie} op 22 november 2026 20:59`, 'was er bij Veilig Thuis nog geen melding'),
        vraagt(VERA, `${wie} op 22 november 2026 21:00`, VT, 'Melding ontvangen'),
      ),
      'VT',
    ),
  ]);

  verhaal(
    'voor en na een telefonische bevestiging die later werd vastgelegd',
    [
      VERZONDEN,
      om('di 24 nov 2026 10:00', vraagt(VERA, wie, VT), 'VT'),
      om(
        'di 24 nov 2026 16:00',
        vt('bevestiging-vastleggen', { gegevenOp: 'di 24 nov 2026 09:30', via: 'telefoon', doorWie: 'Noor Verbeek' }),
        'noord sinds di 24 nov 2026 09:30',
        'vt: ontvangst bevestigd',
        'noord, vt: ↻ ontvangen',
      ),
      om(
        'di 24 nov 2026 16:05',
        samen(
          vraagt(VERA, `${wie} op 24 november 2026 9:29`, VT),
          vraagt(VERA, `${wie} op 24 november 2026 10:00`, TEAM, 'per telefoon'),
        ),
        'noord',
      ),
    ],
    { achteraf: { 'di 24 nov 2026 10:00': 'noord' } },
  );

  verhaal(
    'over de hele weg: Veilig Thuis, team, wachtlijst, ander team, cliëntsysteem',
    [
      VERZONDEN,
      ONTVANGEN,
      om(
        'wo 25 nov 2026 10:00',
        klikt(NOOR, 'wachtlijst-melden', { toelichting: 'Vol' }),
        'VT (wachtlijst)',
        'vt: wachtlijst',
        'noord, vt: ↻ wachtlijst',
      ),
      om(
        'wo 25 nov 2026 11:00',
        vt('gemeente-geinformeerd', { wie: 'de contactambtenaar' }),
        'VT (wachtlijst)',
        'noord, vt: ↻ wachtlijst',
        'vt: ↻ klaar: wachtlijst',
      ),
      om(
        'do 26 nov 2026 10:00',
        warmNaar(HAVEN),
        'VT (wachtlijst)',
        'noord: ingetrokken',
        'noord, vt: ↻ ingetrokken',
        'haven, vt: overdracht',
      ),
      ontvangen('vr 27 nov 2026 10:00', HANNA, 'haven'),
      opgepakt('vr 27 nov 2026 11:00', HANNA, 'haven'),
      om(
        'ma 30 nov 2026 10:00',
        klikt(HANNA, 'afsluiten', { reden: 'Stabiel veilig' }),
        'cliënt',
        'vt: afgesloten',
        'haven, vt: ↻ gestopt',
      ),
      om(
        'di 1 dec 2026 10:00',
        samen(
          vraagt(LOES, `${wie} op 24 november 2026 12:00`, TEAM),
          vraagt(LOES, `${wie} op 25 november 2026 12:00`, `${VT} (tijdelijk)`, 'wachtlijst van het team'),
          vraagt(LOES, `${wie} op 27 november 2026 10:00`, 'Wijkteam Haven'),
          vraagt(LOES, `${wie} op 30 november 2026 09:59`, 'Wijkteam Haven'),
          vraagt(LOES, wie, 'het cliëntsysteem', '§2.1, §4.1'),
          vraagt(HANNA, `tijdlijn casus A`, 'Ontvangst bevestigd door Hanna Blom', 'Afgesloten'),
        ),
        'cliënt',
      ),
    ],
    { gekoppeld: ['vt', 'noord', 'haven'] },
  );

  verhaal('in de nacht dat de klok teruggaat: half drie is er twee keer', [
    om('za 24 okt 2026 10:00', draagtWarmOver(NOORD, { spoed: true }), 'VT', 'noord, vt: overdracht'),
    ontvangen('zo 25 okt 2026 02:30 (eerste keer)'),
    om(
      'zo 25 okt 2026 02:30',
      klikt(NOOR, 'oppakken'),
      'noord sinds zo 25 okt 2026 02:30',
      'vt: opgepakt',
      'noord, vt: ↻ opgepakt',
    ),
    om('zo 25 okt 2026 09:00', vraagt(VERA, `${wie} op 25 oktober 2026 03:00`, TEAM), 'noord'),
  ]);

  verhaal('in het uur dat er niet is: de bot zegt dat hij de datum niet begrijpt', [
    om('za 27 mrt 2027 10:00', meldt(), 'VT'),
    om('ma 29 mrt 2027 10:00', vraagt(VERA, `${wie} op 28 maart 2027 02:30`, 'Ik begrijp de datum', 'niet'), 'VT'),
  ]);
});

describe('wie het mag weten', () => {
  const NIET = 'niet gevonden, of je hebt er geen toegang toe';

  verhaal('een ander team en de gemeente horen hetzelfde als bij een casus die er niet is', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 10:00',
      samen(vraagt(ZITA, wie, NIET), vraagt(JOOST, wie, NIET), vraagt(ZITA, 'status VT-2026-0999', NIET)),
      'VT',
    ),
  ]);

  verhaal('het eerste team ziet na een weigering nog zijn eigen deel', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 10:00',
      klikt(NOOR, 'weigeren', { reden: 'Andere wijk' }),
      'VT',
      'vt: geweigerd',
      'noord, vt: ↻ geweigerd',
    ),
    om('ma 23 nov 2026 11:00', vraagt(NOOR, `${wie} op 23 november 2026 09:30`, VT), 'VT'),
  ]);

  verhaal('de gemeente weet ervan zodra de casus bij haar is gemeld', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 10:00',
      klikt(NOOR, 'wachtlijst-melden', { toelichting: 'Vol' }),
      'VT (wachtlijst)',
      'vt: wachtlijst',
      'noord, vt: ↻ wachtlijst',
    ),
    om('ma 23 nov 2026 11:00', vraagt(JOOST, wie, `${VT} (tijdelijk)`), 'VT (wachtlijst)'),
  ]);

  verhaal('wat er loopt en wat er komt, staat in het antwoord', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 10:00',
      samen(
        vraagt(
          NOOR,
          wie,
          'Ontvangst bevestigen',
          'wo 25 nov 2026 24:00',
          'Op wo 25 nov 2026 08:30 gaat er een herinnering uit',
        ),
        vraagt(VERA, 'openstaand', 'VT-2026-0001'),
      ),
      'VT',
    ),
    om('di 24 nov 2026 12:00', KLOK, 'VT'),
  ]);
});
