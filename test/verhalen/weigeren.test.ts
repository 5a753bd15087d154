/** "Meld: niet voor ons", withdrawing, and the next team (Add.3, §3.2): Veilig Thuis stays responsible and hears it at once. */
import { describe } from 'vitest';
import { HANNA, HAVEN, NICO, NOOR, NOORD, VERA, ZITA, ZUID } from '../scenario/mensen.ts';
import { GEMAAND, HERINNERD, ONTVANGEN, ontvangen, opgepakt, TE_LAAT, VERZONDEN } from './begin.ts';
import { draagtKoudOver, klikt, klikTevergeefs, KLOK, koudNaar, nogmaals, vt, vtMagNiet, warmNaar } from './daden.ts';
import { om, verhaal, verhaalOpBeideOpslagen } from './verhaal.ts';

const REDEN = { reden: 'Het gezin woont in een andere wijk' };
const ALLE = { gekoppeld: ['vt', 'noord', 'zuid', 'haven'] as const };

describe('het team weigert', () => {
  verhaal('dezelfde dag: Veilig Thuis hoort het meteen, en niemand wordt nog herinnerd', [
    VERZONDEN,
    om('ma 23 nov 2026 13:00', klikt(NOOR, 'weigeren', REDEN), 'VT', 'vt: geweigerd', 'noord, vt: ↻ geweigerd'),
    om('do 26 nov 2026 08:30', KLOK, 'VT', 'vt: verlopen versturen'),
    om('ma 30 nov 2026 08:30', KLOK, 'VT', 'Loes: escalatie versturen'),
    om('vr 15 jan 2027 12:00', KLOK, 'VT'),
    // What is left are the ten weeks of Veilig Thuis.
    om('ma 18 jan 2027 08:30', KLOK, 'VT', 'vt: herinnering vervolg'),
  ]);

  verhaalOpBeideOpslagen(
    'en het volgende team bevestigt: nieuwe termijnen, geen tweede brief aan de cliënt',
    [
      om('ma 23 nov 2026 09:00', draagtKoudOver(NOORD), 'VT', 'noord, vt: overdracht'),
      om('ma 23 nov 2026 09:10', vt('geinformeerd', { wie: 'clientsysteem' }), 'VT', 'noord, vt: ↻ wacht'),
      om('ma 23 nov 2026 13:00', klikt(NOOR, 'weigeren', REDEN), 'VT', 'vt: geweigerd', 'noord, vt: ↻ geweigerd'),
      om('di 24 nov 2026 09:00', koudNaar(HAVEN), 'VT', 'haven, vt: overdracht'),
      om('do 26 nov 2026 08:30', KLOK, 'VT', 'haven: herinnering bevestigen', 'haven, vt: ↻ wacht'),
      om(
        'do 26 nov 2026 10:00',
        klikt(HANNA, 'ontvangst-bevestigen'),
        'haven',
        'vt: ontvangst bevestigd',
        'haven, vt: ↻ ontvangen',
        'haven: ↻ klaar: bevestigen',
      ),
      opgepakt('do 26 nov 2026 11:00', HANNA, 'haven'),
      om('wo 9 dec 2026 12:00', KLOK, 'haven'),
    ],
    ALLE,
  );

  verhaal('na de termijn: de ladder stopt ook daarvan', [
    VERZONDEN,
    HERINNERD,
    TE_LAAT,
    GEMAAND,
    om(
      'do 26 nov 2026 12:00',
      klikt(NICO, 'weigeren', REDEN),
      'VT',
      'vt: geweigerd',
      'noord, vt: ↻ geweigerd',
      'noord, noord, vt: ↻ klaar: bevestigen',
    ),
    om('di 1 dec 2026 08:30', KLOK, 'VT', 'vt: verlopen versturen'),
    om('do 3 dec 2026 08:30', KLOK, 'VT', 'Loes: escalatie versturen'),
    om('vr 15 jan 2027 12:00', KLOK, 'VT'),
  ]);

  verhaal(
    'drie teams na elkaar: de derde bevestigt',
    [
      VERZONDEN,
      om('ma 23 nov 2026 10:00', klikt(NOOR, 'weigeren', REDEN), 'VT', 'vt: geweigerd', 'noord, vt: ↻ geweigerd'),
      om('ma 23 nov 2026 11:00', warmNaar(HAVEN), 'VT', 'haven, vt: overdracht'),
      om('ma 23 nov 2026 12:00', klikt(HANNA, 'weigeren', REDEN), 'VT', 'vt: geweigerd', 'haven, vt: ↻ geweigerd'),
      om('ma 23 nov 2026 13:00', warmNaar(ZUID), 'VT', 'zuid, vt: overdracht'),
      ontvangen('ma 23 nov 2026 14:00', ZITA, 'zuid'),
    ],
    ALLE,
  );

  verhaal('en hetzelfde team krijgt hem nog eens: de oude kaart telt niet meer', [
    VERZONDEN,
    om('ma 23 nov 2026 10:00', klikt(NOOR, 'weigeren', REDEN), 'VT', 'vt: geweigerd', 'noord, vt: ↻ geweigerd'),
    om('di 24 nov 2026 09:00', warmNaar(NOORD), 'VT', 'noord, vt: overdracht'),
    om('di 24 nov 2026 09:05', klikTevergeefs(NOOR, 'ontvangst-bevestigen', 'eerdere overdracht'), 'VT'),
    ontvangen('di 24 nov 2026 09:06'),
  ]);

  verhaal('vijf keer bezorgd: een weigering', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 10:00',
      klikt(NOOR, 'weigeren', REDEN, { keer: 5 }),
      'VT',
      'vt: geweigerd',
      'noord, vt: ↻ geweigerd',
    ),
    om('ma 23 nov 2026 10:00:30', nogmaals(), 'VT sinds ma 23 nov 2026 09:00'),
  ]);

  verhaal('maar een collega heeft net bevestigd: die bevestiging blijft staan', [
    VERZONDEN,
    ONTVANGEN,
    om(
      'ma 23 nov 2026 10:01',
      klikTevergeefs(NICO, 'weigeren', 'al bevestigd door Noor Verbeek op ma 23 nov 2026 10:00', REDEN),
      'noord',
    ),
  ]);

  verhaal('zonder reden, of met een telefoonnummer in de reden: dat wordt niet bewaard', [
    VERZONDEN,
    om('ma 23 nov 2026 10:00', klikTevergeefs(NOOR, 'weigeren', 'Kijk naar: reden'), 'VT'),
    om(
      'ma 23 nov 2026 10:01',
      klikTevergeefs(NOOR, 'weigeren', 'telefoonnummer', { reden: 'Bel moeder op 06 12345678' }),
      'VT',
    ),
    om('ma 23 nov 2026 10:02', klikt(NOOR, 'weigeren', REDEN), 'VT', 'vt: geweigerd', 'noord, vt: ↻ geweigerd'),
  ]);

  verhaal('daarna bevestigen kan niet meer', [
    VERZONDEN,
    om('ma 23 nov 2026 10:00', klikt(NOOR, 'weigeren', REDEN), 'VT', 'vt: geweigerd', 'noord, vt: ↻ geweigerd'),
    om(
      'ma 23 nov 2026 10:30',
      klikTevergeefs(NICO, 'ontvangst-bevestigen', 'al geweigerd op ma 23 nov 2026 10:00 door Noor Verbeek'),
      'VT',
    ),
  ]);
});

describe('Veilig Thuis trekt in', () => {
  verhaal('voor de bevestiging: het team hoort dat het niets hoeft te doen', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 11:00',
      klikt(VERA, 'intrekken', { reden: 'Verkeerd team' }),
      'VT',
      'noord: ingetrokken',
      'noord, vt: ↻ ingetrokken',
    ),
    om('ma 23 nov 2026 11:01', klikTevergeefs(NOOR, 'ontvangst-bevestigen', 'heeft deze overdracht ingetrokken'), 'VT'),
    om('do 26 nov 2026 08:30', KLOK, 'VT', 'vt: verlopen versturen'),
    om('ma 30 nov 2026 08:30', KLOK, 'VT', 'Loes: escalatie versturen'),
    om('vr 15 jan 2027 12:00', KLOK, 'VT'),
  ]);

  verhaal('na de bevestiging kan niet: terugnemen wel', [
    VERZONDEN,
    ONTVANGEN,
    om('ma 23 nov 2026 11:00', vtMagNiet('al-bevestigd', 'intrekken', { reden: 'Verkeerd team' }), 'noord'),
    om(
      'ma 23 nov 2026 11:30',
      klikt(VERA, 'terugnemen', { reden: 'Verkeerd team' }),
      'VT',
      'noord: teruggenomen',
      'noord, vt: ↻ gestopt',
    ),
  ]);

  verhaal(
    'en draagt meteen over aan een ander team: het eerste hoort het, het tweede krijgt eigen termijnen',
    [
      VERZONDEN,
      om(
        'di 24 nov 2026 15:00',
        warmNaar(HAVEN),
        'VT',
        'noord: ingetrokken',
        'noord, vt: ↻ ingetrokken',
        'haven, vt: overdracht',
      ),
      om('wo 25 nov 2026 12:00', KLOK, 'VT'),
      om('do 26 nov 2026 08:30', KLOK, 'VT', 'haven: herinnering bevestigen', 'haven, vt: ↻ wacht'),
      om('vr 27 nov 2026 00:00', KLOK, 'VT', 'haven, vt: ↻ te laat'),
      om('vr 27 nov 2026 08:30', KLOK, 'VT', 'haven, vt: verlopen bevestigen', 'haven, vt: ↻ te laat'),
      om('ma 30 nov 2026 08:30', KLOK, 'VT', 'Hein, Loes: escalatie bevestigen', 'haven, vt: ↻ te laat'),
      om(
        'ma 30 nov 2026 09:00',
        klikt(HANNA, 'ontvangst-bevestigen'),
        'haven',
        'vt: ontvangst bevestigd, te laat',
        'haven, vt: ↻ ontvangen',
        'Hein, Loes, haven, haven, vt: ↻ klaar: bevestigen',
      ),
    ],
    ALLE,
  );

  verhaal('een tweede keer naar hetzelfde team sturen verandert niets: de termijnen beginnen niet opnieuw', [
    VERZONDEN,
    om(
      'di 24 nov 2026 09:00',
      vtMagNiet('al-overgedragen', 'overdragen', { team: NOORD, wijze: 'koud', feiten: ['x'] }),
      'VT',
    ),
    HERINNERD,
  ]);
});
