/** Back to Veilig Thuis: asked, accepted, refused or not answered; signals that move nothing; taking back (Add.5, §5.1.3). */
import { describe } from 'vitest';
import { LOES, NICO, NOOR, VERA } from '../scenario/mensen.ts';
import { ONTVANGEN, opgepakt, VERZONDEN } from './begin.ts';
import { klikt, klikTevergeefs, KLOK, nogmaals, vt } from './daden.ts';
import { om, verhaal } from './verhaal.ts';

const REDEN = { reden: 'Veiligheid lukt hier niet' };

const OPGEPAKT = opgepakt('ma 23 nov 2026 11:00');
const GEVRAAGD = om(
  'ma 23 nov 2026 14:00',
  klikt(NOOR, 'terugleggen-vragen', REDEN),
  'noord',
  'vt: vraagt terugleggen',
  'noord, vt: ↻ opgepakt',
);

describe('het team wil de casus terugleggen', () => {
  verhaal('Veilig Thuis accepteert: zicht vanaf dat moment, en het draagt weer over of houdt de casus in het oog', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    GEVRAAGD,
    om(
      'di 24 nov 2026 10:00',
      klikt(VERA, 'terugleggen-accepteren'),
      'VT',
      'noord: teruggelegd',
      'noord, vt: ↻ gestopt',
      'vt: ↻ klaar: vraagt terugleggen',
    ),
    om('vr 27 nov 2026 08:30', KLOK, 'VT', 'vt: verlopen versturen'),
    om('di 1 dec 2026 08:30', KLOK, 'VT', 'Loes: escalatie versturen'),
    om('ma 18 jan 2027 12:00', KLOK, 'VT'),
    om('wo 27 jan 2027 08:30', KLOK, 'VT', 'vt: verlopen nog bij VT'),
  ]);

  verhaal('Veilig Thuis weigert: het team houdt zicht', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    GEVRAAGD,
    om(
      'di 24 nov 2026 10:00',
      klikt(VERA, 'terugleggen-weigeren', { reden: 'Dit kan lokaal' }),
      'noord',
      'noord: terugleggen geweigerd',
      'noord, vt: ↻ opgepakt',
      'vt: ↻ klaar: vraagt terugleggen',
    ),
    om('di 1 jun 2027 12:00', KLOK, 'noord'),
  ]);

  verhaal('Veilig Thuis weigert en het team is het daar niet mee eens: het escalatiemodel begint', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    GEVRAAGD,
    om(
      'di 24 nov 2026 10:00',
      klikt(VERA, 'terugleggen-weigeren', { reden: 'Dit kan lokaal' }),
      'noord',
      'noord: terugleggen geweigerd',
      'noord, vt: ↻ opgepakt',
      'vt: ↻ klaar: vraagt terugleggen',
    ),
    om(
      'di 24 nov 2026 10:30',
      klikt(NOOR, 'meningsverschil-melden', { toelichting: 'Wij zien gevaar' }),
      'VT (meningsverschil)',
      'noord, vt: meningsverschil',
      'noord, vt: ↻ meningsverschil 1',
      'noord: ↻ terugleggen geweigerd',
    ),
    om(
      'di 24 nov 2026 16:00',
      klikt(VERA, 'meningsverschil-oplossen', { uitkomst: 'veilig-thuis' }),
      'VT',
      'noord, vt: meningsverschil opgelost',
      'noord, vt: ↻ gestopt',
      'noord, vt: ↻ klaar: meningsverschil',
      'noord: ↻ klaar: terugleggen geweigerd',
    ),
  ]);

  verhaal('Veilig Thuis antwoordt niet: na 2 werkdagen het kanaal, 2 later de leidinggevende; het team houdt zicht', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    GEVRAAGD,
    om('do 26 nov 2026 00:00', KLOK, 'noord', 'noord, vt: ↻ opgepakt'),
    om('do 26 nov 2026 08:30', KLOK, 'noord', 'vt: verlopen antwoord terugleggen', 'noord, vt: ↻ opgepakt'),
    om('ma 30 nov 2026 08:30', KLOK, 'noord', 'Loes: escalatie antwoord terugleggen', 'noord, vt: ↻ opgepakt'),
    om(
      'ma 30 nov 2026 09:00',
      klikt(LOES, 'terugleggen-accepteren'),
      'VT',
      'noord: teruggelegd',
      'noord, vt: ↻ gestopt',
      'Loes, vt: ↻ klaar: antwoord terugleggen',
      'vt: ↻ klaar: vraagt terugleggen',
    ),
  ]);

  verhaal('voor de bevestiging kan niet: dan is er weigeren', [
    VERZONDEN,
    om('ma 23 nov 2026 10:00', klikTevergeefs(NOOR, 'terugleggen-vragen', 'Bevestig eerst', REDEN), 'VT'),
  ]);

  verhaal('twee leden vragen het, en Teams bezorgt dubbel: een vraag', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    om(
      'ma 23 nov 2026 14:00',
      klikt(NOOR, 'terugleggen-vragen', REDEN, { keer: 3 }),
      'noord',
      'vt: vraagt terugleggen',
      'noord, vt: ↻ opgepakt',
    ),
    om('ma 23 nov 2026 14:00:30', nogmaals(), 'noord'),
  ]);

  verhaal('Veilig Thuis accepteert twee keer: een keer teruggelegd', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    GEVRAAGD,
    om(
      'di 24 nov 2026 10:00',
      klikt(VERA, 'terugleggen-accepteren', {}, { keer: 2 }),
      'VT',
      'noord: teruggelegd',
      'noord, vt: ↻ gestopt',
      'vt: ↻ klaar: vraagt terugleggen',
    ),
    om('di 24 nov 2026 10:00:30', nogmaals(), 'VT sinds di 24 nov 2026 10:00'),
  ]);

  verhaal('accepteren zonder dat het gevraagd is kan niet', [
    VERZONDEN,
    ONTVANGEN,
    om(
      'ma 23 nov 2026 10:30',
      klikTevergeefs(VERA, 'terugleggen-accepteren', 'kies dan: Neem de casus terug'),
      'noord',
    ),
  ]);

  verhaal('en er komt een nieuwe melding tussendoor: Veilig Thuis heeft zicht vanaf de ontvangst daarvan', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    GEVRAAGD,
    om(
      'di 24 nov 2026 10:00',
      vt('nieuwe-melding', { ontvangenOp: 'di 24 nov 2026 09:30' }),
      'VT sinds di 24 nov 2026 09:30',
      'noord: nieuwe melding',
      'noord, vt: ↻ gestopt',
      'vt: ↻ klaar: vraagt terugleggen',
    ),
    om('do 26 nov 2026 12:00', KLOK, 'VT'),
  ]);
});

describe('het team geeft een signaal: Veilig Thuis hoort het meteen, het team houdt zicht', () => {
  const SIGNALEN = {
    'afspraken-niet-nagekomen': 'veiligheidsafspraken worden niet nagekomen',
    'medewerking-geweigerd': 'betrokkenen weigeren medewerking',
    'veiligheid-niet-te-borgen': 'het team kan de veiligheid niet borgen',
    'verzoek-raad': 'het team doet een verzoek tot onderzoek bij de Raad',
  };

  verhaal('van elke soort, ook in de avond', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    ...Object.entries(SIGNALEN).map(([wat, inWoorden], nr) =>
      om(
        `wo 2 dec 2026 ${19 + nr}:30`,
        klikt(NOOR, 'signaleren', { wat, toelichting: 'Het ging mis vanavond' }),
        'noord',
        `vt: signaal: ${inWoorden}`,
        'noord, vt: ↻ opgepakt',
      ),
    ),
    om('di 1 jun 2027 12:00', KLOK, 'noord'),
  ]);

  const SIGNAAL = { wat: 'veiligheid-niet-te-borgen', toelichting: 'Het ging mis vanavond' };

  verhaal('en Veilig Thuis neemt de casus terug', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    om(
      'wo 2 dec 2026 21:30',
      klikt(NOOR, 'signaleren', SIGNAAL),
      'noord',
      'vt: signaal: het team kan de veiligheid niet borgen',
      'noord, vt: ↻ opgepakt',
    ),
    om(
      'wo 2 dec 2026 22:00',
      klikt(VERA, 'terugnemen', { reden: 'Wij grijpen in' }),
      'VT',
      'noord: teruggenomen',
      'noord, vt: ↻ gestopt',
      'vt: ↻ klaar: signaal: het team kan de veiligheid niet borgen',
    ),
    om('ma 7 dec 2026 08:30', KLOK, 'VT', 'vt: verlopen versturen'),
    om('wo 9 dec 2026 08:30', KLOK, 'VT', 'Loes: escalatie versturen'),
    om('di 26 jan 2027 12:00', KLOK, 'VT'),
    om('do 4 feb 2027 08:30', KLOK, 'VT', 'vt: verlopen nog bij VT'),
  ]);

  verhaal('op dezelfde dag nog eens met dezelfde woorden is hetzelfde signaal; een dag later is het een nieuw', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    om(
      'wo 2 dec 2026 20:00',
      klikt(NOOR, 'signaleren', SIGNAAL, { keer: 2 }),
      'noord',
      'vt: signaal: het team kan de veiligheid niet borgen',
      'noord, vt: ↻ opgepakt',
    ),
    om(
      'do 3 dec 2026 20:00',
      nogmaals(),
      'noord',
      'vt: signaal: het team kan de veiligheid niet borgen',
      'noord, vt: ↻ opgepakt',
    ),
  ]);

  verhaal('voor de bevestiging kan niet', [
    VERZONDEN,
    om('ma 23 nov 2026 10:00', klikTevergeefs(NICO, 'signaleren', 'Bevestig eerst', SIGNAAL), 'VT'),
  ]);
});

describe('Veilig Thuis neemt terug', () => {
  verhaal('een casus die ontvangen is: alles wat voor het team liep, stopt', [
    VERZONDEN,
    ONTVANGEN,
    om(
      'di 24 nov 2026 10:00',
      klikt(VERA, 'terugnemen', { reden: 'Wij grijpen in' }, { keer: 2 }),
      'VT',
      'noord: teruggenomen',
      'noord, vt: ↻ gestopt',
    ),
    om('di 24 nov 2026 10:01', klikTevergeefs(NOOR, 'oppakken', 'eerdere overdracht'), 'VT'),
    om('vr 27 nov 2026 08:30', KLOK, 'VT', 'vt: verlopen versturen'),
    om('di 1 dec 2026 08:30', KLOK, 'VT', 'Loes: escalatie versturen'),
    om('ma 18 jan 2027 12:00', KLOK, 'VT'),
  ]);

  verhaal('na een vraag om terug te leggen, zonder die te beantwoorden', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    GEVRAAGD,
    om(
      'ma 23 nov 2026 15:00',
      vt('terugnemen', { reden: 'Wij grijpen in' }),
      'VT',
      'noord: teruggenomen',
      'noord, vt: ↻ gestopt',
      'vt: ↻ klaar: vraagt terugleggen',
    ),
    om('do 26 nov 2026 08:30', KLOK, 'VT', 'vt: verlopen versturen'),
    om('vr 27 nov 2026 12:00', KLOK, 'VT'),
  ]);

  verhaal('niet wat nog niet is bevestigd: dat trekt het in', [
    VERZONDEN,
    om('ma 23 nov 2026 10:00', klikTevergeefs(VERA, 'terugnemen', 'als een team verantwoordelijk is', REDEN), 'VT'),
  ]);
});
