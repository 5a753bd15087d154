/** Spoed: the same terms, but nobody waits for office hours (domein.md §6). */
import { describe } from 'vitest';
import { ILSE, NICO, NOOR, NOORD, VERA } from '../scenario/mensen.ts';
import { ONTVANGEN, ontvangen, opgepakt } from './begin.ts';
import { draagtKoudOver, draagtWarmOver, klikt, KLOK, meldt, triage, vt } from './daden.ts';
import { om, verhaal } from './verhaal.ts';

const SPOED = { spoed: true };

describe('met spoed', () => {
  verhaal('niemand bevestigt wat vrijdagmiddag werd overgedragen: elke stap om middernacht, ook op zaterdag', [
    om('vr 27 nov 2026 16:59', draagtKoudOver(NOORD, SPOED), 'VT', 'noord, vt: overdracht'),
    om('di 1 dec 2026 00:00', KLOK, 'VT', 'noord: herinnering bevestigen', 'noord, vt: ↻ wacht'),
    om('wo 2 dec 2026 00:00', KLOK, 'VT', 'noord, vt: verlopen bevestigen', 'noord, vt: ↻ te laat'),
    om('do 3 dec 2026 00:00', KLOK, 'VT', 'Ilse, Loes: escalatie bevestigen', 'noord, vt: ↻ te laat'),
    om('vr 4 dec 2026 00:00', KLOK, 'VT', 'noord: herinnering oppakken', 'noord, vt: ↻ te laat'),
    om(
      'za 5 dec 2026 00:00',
      KLOK,
      'VT',
      'vt: escalatie bevestigen + cliënt informeren',
      'Joost: escalatie bevestigen',
      'noord, vt: ↻ te laat',
      'Loes: ↻ escalatie bevestigen',
      'vt: ↻ verlopen bevestigen',
    ),
    om('di 8 dec 2026 00:00', KLOK, 'VT', 'vt, Loes: verlopen gemeente informeren', 'noord, vt: ↻ te laat'),
  ]);

  verhaal('het team bevestigt zondagnacht: zicht vanaf dat moment', [
    om('za 28 nov 2026 20:00', draagtWarmOver(NOORD, SPOED), 'VT', 'noord, vt: overdracht'),
    ontvangen('zo 29 nov 2026 03:00', NICO),
    om('vr 4 dec 2026 12:00', KLOK, 'noord'),
  ]);

  verhaal('de leidinggevende bevestigt midden in de nacht, uit haar eigen bericht', [
    om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD, SPOED), 'VT', 'noord, vt: overdracht'),
    om('wo 25 nov 2026 00:00', KLOK, 'VT', 'noord: herinnering bevestigen', 'noord, vt: ↻ wacht'),
    om('do 26 nov 2026 00:00', KLOK, 'VT', 'noord, vt: verlopen bevestigen', 'noord, vt: ↻ te laat'),
    om('vr 27 nov 2026 00:00', KLOK, 'VT', 'Ilse, Loes: escalatie bevestigen', 'noord, vt: ↻ te laat'),
    om(
      'vr 27 nov 2026 00:20',
      klikt(ILSE, 'ontvangst-bevestigen'),
      'noord',
      'vt: ontvangst bevestigd, te laat',
      'noord, vt: ↻ ontvangen',
      'Ilse, Loes, noord, noord, vt: ↻ klaar: bevestigen',
    ),
  ]);

  verhaal('het team pakt niet op: vraag, herinnering en verlopen om middernacht', [
    om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD, SPOED), 'VT', 'noord, vt: overdracht'),
    ONTVANGEN,
    om('ma 30 nov 2026 00:00', KLOK, 'noord', 'noord: herinnering oppakken', 'noord, vt: ↻ ontvangen'),
    om('do 3 dec 2026 00:00', KLOK, 'noord', 'noord: herinnering oppakken', 'noord, vt: ↻ ontvangen'),
    om('di 8 dec 2026 00:00', KLOK, 'noord', 'noord, vt: verlopen oppakken', 'noord, vt: ↻ ontvangen, te laat'),
    om('do 10 dec 2026 00:00', KLOK, 'noord', 'Ilse, Loes: escalatie oppakken', 'noord, vt: ↻ ontvangen, te laat'),
    om(
      'di 15 dec 2026 00:00',
      KLOK,
      'noord',
      'vt: escalatie oppakken',
      'noord, vt: ↻ ontvangen, te laat',
      'Loes: ↻ escalatie oppakken',
      'vt: ↻ verlopen oppakken',
    ),
    om(
      'do 17 dec 2026 00:00',
      KLOK,
      'noord',
      'vt, Loes: verlopen gemeente informeren',
      'noord, vt: ↻ ontvangen, te laat',
    ),
  ]);

  verhaal('een wachtlijst op vrijdagavond: de gemeente uiterlijk maandag, anders maandag om middernacht', [
    om('vr 27 nov 2026 19:00', draagtWarmOver(NOORD, SPOED), 'VT', 'noord, vt: overdracht'),
    om(
      'vr 27 nov 2026 20:00',
      klikt(NOOR, 'wachtlijst-melden', { toelichting: 'Vol' }),
      'VT (wachtlijst)',
      'vt: wachtlijst',
      'noord, vt: ↻ wachtlijst',
    ),
    om(
      'di 1 dec 2026 00:00',
      KLOK,
      'VT (wachtlijst)',
      'vt, Loes: verlopen gemeente informeren',
      'noord, vt: ↻ wachtlijst',
    ),
  ]);

  verhaal('een meningsverschil op zaterdagavond', [
    om('za 28 nov 2026 09:00', draagtWarmOver(NOORD, SPOED), 'VT', 'noord, vt: overdracht'),
    om(
      'za 28 nov 2026 22:00',
      klikt(VERA, 'meningsverschil-melden', { toelichting: 'Oneens' }),
      'VT (meningsverschil)',
      'noord, vt: meningsverschil',
      'noord, vt: ↻ meningsverschil 1',
    ),
    om(
      'wo 2 dec 2026 00:00',
      KLOK,
      'VT (meningsverschil)',
      'Ilse, Loes: verlopen stap 1',
      'noord, vt: ↻ meningsverschil 2',
      'noord, vt: ↻ meningsverschil',
    ),
    om(
      'di 8 dec 2026 00:00',
      KLOK,
      'VT (meningsverschil)',
      'Ilse, Loes: herinnering stap 2',
      'noord, vt: ↻ meningsverschil 2',
    ),
    om(
      'do 10 dec 2026 00:00',
      KLOK,
      'VT (meningsverschil)',
      'vt, Joost: verlopen stap 2',
      'noord, vt: ↻ meningsverschil 3',
      'Ilse, Loes: ↻ verlopen stap 1',
      'Ilse, Loes: ↻ verlopen stap 2',
      'noord, vt: ↻ meningsverschil',
    ),
  ]);

  verhaal('een vraag om terug te leggen zonder antwoord', [
    om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD, SPOED), 'VT', 'noord, vt: overdracht'),
    ONTVANGEN,
    opgepakt('ma 23 nov 2026 11:00'),
    om(
      'do 26 nov 2026 17:30',
      klikt(NOOR, 'terugleggen-vragen', { reden: 'Lukt niet' }),
      'noord',
      'vt: vraagt terugleggen',
      'noord, vt: ↻ opgepakt',
    ),
    om('di 1 dec 2026 00:00', KLOK, 'noord', 'vt: verlopen antwoord terugleggen', 'noord, vt: ↻ opgepakt'),
    om('do 3 dec 2026 00:00', KLOK, 'noord', 'Loes: escalatie antwoord terugleggen', 'noord, vt: ↻ opgepakt'),
  ]);

  verhaal('triage en vervolg: ook Veilig Thuis hoort het om middernacht', [
    om('vr 20 nov 2026 18:00', meldt(SPOED), 'VT'),
    om('do 26 nov 2026 00:00', KLOK, 'VT', 'vt: herinnering triage'),
    om('vr 27 nov 2026 23:59', triage.onderzoek(), 'VT', 'vt: ↻ klaar: triage'),
    om('vr 15 jan 2027 00:00', KLOK, 'VT', 'vt: herinnering vervolg'),
    om('za 30 jan 2027 00:00', KLOK, 'VT', 'vt: verlopen vervolg'),
    om('za 6 feb 2027 00:00', KLOK, 'VT', 'Loes: escalatie vervolg'),
  ]);

  verhaal(
    'in de nacht van de zomertijd: middernacht blijft middernacht',
    [
      om('do 25 mrt 2027 23:00', draagtWarmOver(NOORD, SPOED), 'VT', 'noord, vt: overdracht'),
      om('wo 31 mrt 2027 00:00', KLOK, 'VT', 'noord: herinnering bevestigen', 'noord, vt: ↻ wacht'),
      om(
        'do 1 apr 2027 00:00',
        KLOK,
        'VT',
        'noord: verlopen bevestigen + oppakken',
        'vt: verlopen bevestigen',
        'noord, vt: ↻ te laat',
      ),
      om(
        'do 1 apr 2027 00:10',
        vt('bevestiging-vastleggen', { gegevenOp: 'wo 31 mrt 2027 23:59', via: 'telefoon', doorWie: 'Noor Verbeek' }),
        'noord sinds wo 31 mrt 2027 23:59',
        'vt: ontvangst bevestigd',
        'noord, vt: ↻ ontvangen',
        'noord: ↻ herinnering oppakken',
        'noord, vt: ↻ klaar: bevestigen',
      ),
    ],
    { achteraf: { 'do 1 apr 2027 00:00': 'noord' } },
  );
});
