/**
 * The program goes by the calendar (§4.1, §4.2; Algemene termijnenwet art. 1 and 3; domein.md §6): one story for a term
 * of werkdagen, one for a term of weeks, one for a region that closes on another day. The days themselves stand in
 * `test/kern/werkdagen*`, the steps of each term in `test/kern/termijntabel.ts`.
 */
import { describe } from 'vitest';
import { ontvangen, verzonden } from './begin.ts';
import { KLOK } from './daden.ts';
import { om, verhaal } from './verhaal.ts';

describe('de bot telt werkdagen', () => {
  verhaal('een overdracht op 4 mei, met 5 mei en Hemelvaart er meteen achter', [
    verzonden('di 4 mei 2027 10:00'),
    om('ma 10 mei 2027 08:30', KLOK, 'VT', 'noord: herinnering bevestigen', 'noord, vt: ↻ wacht'),
    om('di 11 mei 2027 00:00', KLOK, 'VT', 'noord, vt: ↻ te laat'),
    om(
      'di 11 mei 2027 08:30',
      KLOK,
      'VT',
      'noord: verlopen bevestigen + oppakken',
      'vt: verlopen bevestigen',
      'noord, vt: ↻ te laat',
    ),
    om('wo 12 mei 2027 08:30', KLOK, 'VT', 'Ilse, Loes: escalatie bevestigen', 'noord, vt: ↻ te laat'),
  ]);

  verhaal('twee weken die eindigen op Goede Vrijdag: ze lopen over Pasen en de zomertijd heen', [
    verzonden('vr 12 mrt 2027 09:00'),
    ontvangen('vr 12 mrt 2027 10:00'),
    om('vr 19 mrt 2027 08:30', KLOK, 'noord', 'noord: herinnering oppakken', 'noord, vt: ↻ ontvangen'),
    om('wo 24 mrt 2027 08:30', KLOK, 'noord', 'noord: herinnering oppakken', 'noord, vt: ↻ ontvangen'),
    om('wo 31 mrt 2027 00:00', KLOK, 'noord', 'noord, vt: ↻ ontvangen, te laat'),
    om('wo 31 mrt 2027 08:30', KLOK, 'noord', 'noord, vt: verlopen oppakken', 'noord, vt: ↻ ontvangen, te laat'),
    om('vr 2 apr 2027 08:30', KLOK, 'noord', 'Ilse, Loes: escalatie oppakken', 'noord, vt: ↻ ontvangen, te laat'),
  ]);

  verhaal(
    'een regio die ook op dinsdag 24 november dicht is: alles komt een werkdag later',
    [
      verzonden('ma 23 nov 2026 09:00'),
      om('do 26 nov 2026 08:30', KLOK, 'VT', 'noord: herinnering bevestigen', 'noord, vt: ↻ wacht'),
      om('vr 27 nov 2026 00:00', KLOK, 'VT', 'noord, vt: ↻ te laat'),
      om('vr 27 nov 2026 08:30', KLOK, 'VT', 'noord, vt: verlopen bevestigen', 'noord, vt: ↻ te laat'),
    ],
    { beleid: { extraSluitingsdagen: ['2026-11-24'] } },
  );
});
