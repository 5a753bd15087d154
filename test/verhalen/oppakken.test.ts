/** Picking up a casus after its receipt: in time, late, not at all, or "it will not work" (§4.2, §2.3, Add.7). */
import { describe } from 'vitest';
import { ILSE, LOES, NICO, NOOR, VERA } from '../scenario/mensen.ts';
import { HERINNERD, ONTVANGEN, opgepakt, VERZONDEN } from './begin.ts';
import { klikt, klikTevergeefs, KLOK, nogmaals, samen, tegelijk } from './daden.ts';
import { om, verhaal } from './verhaal.ts';

/** Sent and confirmed on the same Monday. */
const BEGIN = [VERZONDEN, ONTVANGEN];
const NA_EEN_WEEK = om('ma 30 nov 2026 08:30', KLOK, 'noord', 'noord: herinnering oppakken', 'noord, vt: ↻ ontvangen');
const TWEE_WERKDAGEN_VOOR = om(
  'do 3 dec 2026 08:30',
  KLOK,
  'noord',
  'noord: herinnering oppakken',
  'noord, vt: ↻ ontvangen',
);
const VOORBIJ = [
  om('di 8 dec 2026 00:00', KLOK, 'noord', 'noord, vt: ↻ ontvangen, te laat'),
  om('di 8 dec 2026 08:30', KLOK, 'noord', 'noord, vt: verlopen oppakken', 'noord, vt: ↻ ontvangen, te laat'),
];

describe('het team pakt op', () => {
  verhaal('de volgende dag: daarna is het stil, het team houdt zicht', [
    ...BEGIN,
    opgepakt('di 24 nov 2026 11:00'),
    om('di 1 jun 2027 12:00', KLOK, 'noord'),
  ]);

  verhaal('na de vraag van een week', [
    ...BEGIN,
    NA_EEN_WEEK,
    om(
      'ma 30 nov 2026 09:15',
      klikt(NICO, 'oppakken'),
      'noord',
      'vt: opgepakt',
      'noord, vt: ↻ opgepakt',
      'noord: ↻ klaar: oppakken',
    ),
    om('wo 9 dec 2026 12:00', KLOK, 'noord'),
  ]);

  verhaal('in de laatste minuut van de twee weken: niemand hoort dat het te laat was', [
    ...BEGIN,
    NA_EEN_WEEK,
    TWEE_WERKDAGEN_VOOR,
    om(
      'ma 7 dec 2026 23:59',
      klikt(NOOR, 'oppakken'),
      'noord',
      'vt: opgepakt',
      'noord, vt: ↻ opgepakt',
      'noord, noord: ↻ klaar: oppakken',
    ),
    om('do 10 dec 2026 12:00', KLOK, 'noord'),
  ]);

  verhaal('te laat, nadat het team en Veilig Thuis het hoorden: de ladder stopt', [
    ...BEGIN,
    NA_EEN_WEEK,
    TWEE_WERKDAGEN_VOOR,
    ...VOORBIJ,
    om(
      'wo 9 dec 2026 16:00',
      klikt(NOOR, 'oppakken'),
      'noord',
      'vt: opgepakt',
      'noord, vt: ↻ opgepakt',
      'noord, noord, noord, vt: ↻ klaar: oppakken',
    ),
    om('di 1 jun 2027 12:00', KLOK, 'noord'),
  ]);

  verhaal('als de leidinggevende wordt aangesproken: zij noemt een casusregisseur', [
    ...BEGIN,
    NA_EEN_WEEK,
    TWEE_WERKDAGEN_VOOR,
    ...VOORBIJ,
    om('do 10 dec 2026 08:30', KLOK, 'noord', 'Ilse, Loes: escalatie oppakken', 'noord, vt: ↻ ontvangen, te laat'),
    om(
      'do 10 dec 2026 09:00',
      klikt(ILSE, 'oppakken', { casusregisseur: 'Nico Jansen' }),
      'noord',
      'vt: opgepakt',
      'noord, vt: ↻ opgepakt',
      'Ilse, Loes, noord, noord, noord, vt: ↻ klaar: oppakken',
    ),
    om('ma 21 dec 2026 12:00', KLOK, 'noord'),
  ]);

  verhaal('niet, en niemand doet iets: Veilig Thuis moet de gemeente informeren, het team houdt zicht', [
    ...BEGIN,
    NA_EEN_WEEK,
    TWEE_WERKDAGEN_VOOR,
    ...VOORBIJ,
    om('do 10 dec 2026 08:30', KLOK, 'noord', 'Ilse, Loes: escalatie oppakken', 'noord, vt: ↻ ontvangen, te laat'),
    om(
      'di 15 dec 2026 08:30',
      KLOK,
      'noord',
      'vt: escalatie oppakken',
      'noord, vt: ↻ ontvangen, te laat',
      'Loes: ↻ escalatie oppakken',
      'vt: ↻ verlopen oppakken',
    ),
    om('do 17 dec 2026 00:00', KLOK, 'noord', 'noord, vt: ↻ ontvangen, te laat'),
    om(
      'do 17 dec 2026 08:30',
      KLOK,
      'noord',
      'vt, Loes: verlopen gemeente informeren',
      'noord, vt: ↻ ontvangen, te laat',
    ),
    om(
      'do 17 dec 2026 10:00',
      klikt(LOES, 'gemeente-geinformeerd', { wie: 'de contactambtenaar' }),
      'noord',
      'noord, vt: ↻ ontvangen, te laat',
      'Loes, vt: ↻ escalatie oppakken',
      'Loes, vt: ↻ klaar: gemeente informeren',
      'vt: ↻ verlopen oppakken',
    ),
    om(
      'do 17 dec 2026 15:00',
      klikt(NOOR, 'oppakken'),
      'noord',
      'vt: opgepakt',
      'noord, vt: ↻ opgepakt',
      'Ilse, Loes, noord, noord, noord, vt, vt: ↻ klaar: oppakken',
    ),
    om('di 1 jun 2027 12:00', KLOK, 'noord'),
  ]);

  verhaal('en de gemeente is op tijd geïnformeerd: daarover volgt niets meer', [
    ...BEGIN,
    NA_EEN_WEEK,
    TWEE_WERKDAGEN_VOOR,
    ...VOORBIJ,
    om('do 10 dec 2026 08:30', KLOK, 'noord', 'Ilse, Loes: escalatie oppakken', 'noord, vt: ↻ ontvangen, te laat'),
    om(
      'di 15 dec 2026 08:30',
      KLOK,
      'noord',
      'vt: escalatie oppakken',
      'noord, vt: ↻ ontvangen, te laat',
      'Loes: ↻ escalatie oppakken',
      'vt: ↻ verlopen oppakken',
    ),
    om(
      'wo 16 dec 2026 23:00',
      klikt(VERA, 'gemeente-geinformeerd', { wie: 'de contactambtenaar' }),
      'noord',
      'noord, vt: ↻ ontvangen, te laat',
      'Loes, vt: ↻ escalatie oppakken',
      'vt: ↻ verlopen oppakken',
    ),
    om('di 1 jun 2027 12:00', KLOK, 'noord'),
  ]);

  verhaal('voor de bevestiging kan niet: eerst bevestigen', [
    VERZONDEN,
    om('ma 23 nov 2026 09:05', klikTevergeefs(NOOR, 'oppakken', 'Bevestig eerst de ontvangst'), 'VT'),
  ]);

  verhaal('twee leden tegelijk, en de klik komt nog drie keer: een keer opgepakt', [
    ...BEGIN,
    om(
      'di 24 nov 2026 11:00',
      samen(tegelijk(klikt(NOOR, 'oppakken'), klikt(NICO, 'oppakken')), nogmaals(3)),
      'noord',
      'vt: opgepakt',
      'noord, vt: ↻ opgepakt',
    ),
  ]);

  verhaal('met een andere casusregisseur dan een collega al noemde: de eerste blijft', [
    ...BEGIN,
    om(
      'di 24 nov 2026 11:00',
      klikt(NOOR, 'oppakken', { casusregisseur: 'Noor Verbeek' }),
      'noord',
      'vt: opgepakt',
      'noord, vt: ↻ opgepakt',
    ),
    om(
      'di 24 nov 2026 11:01',
      klikTevergeefs(NICO, 'oppakken', 'De casusregisseur is Noor Verbeek', { casusregisseur: 'Nico Jansen' }),
      'noord',
    ),
  ]);
});

describe('het lukt niet binnen twee weken', () => {
  const ZIEK = { reden: 'De hulpverlener is ziek' };

  verhaal(
    'door iets anders dan een wachtlijst: Veilig Thuis hoort waarom, het team houdt zicht, de termijn loopt door',
    [
      ...BEGIN,
      om(
        'wo 25 nov 2026 14:00',
        klikt(NOOR, 'niet-binnen-termijn', ZIEK),
        'noord',
        'vt: lukt niet op tijd',
        'noord, vt: ↻ ontvangen',
      ),
      NA_EEN_WEEK,
      TWEE_WERKDAGEN_VOOR,
      ...VOORBIJ,
      om(
        'wo 9 dec 2026 10:00',
        klikt(NOOR, 'oppakken'),
        'noord',
        'vt: opgepakt',
        'noord, vt: ↻ opgepakt',
        'noord, noord, noord, vt: ↻ klaar: oppakken',
      ),
    ],
  );

  verhaal('al gezegd voor de bevestiging: Veilig Thuis blijft verantwoordelijk tot het team bevestigt', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 11:00',
      klikt(NOOR, 'niet-binnen-termijn', ZIEK),
      'VT',
      'vt: lukt niet op tijd',
      'noord, vt: ↻ wacht',
    ),
    HERINNERD,
    om(
      'wo 25 nov 2026 09:00',
      klikt(NOOR, 'ontvangst-bevestigen'),
      'noord',
      'vt: ontvangst bevestigd',
      'noord, vt: ↻ ontvangen',
      'noord: ↻ klaar: bevestigen',
    ),
  ]);

  verhaal('twee keer gezegd is een keer gezegd', [
    ...BEGIN,
    om(
      'wo 25 nov 2026 14:00',
      klikt(NOOR, 'niet-binnen-termijn', ZIEK, { keer: 2 }),
      'noord',
      'vt: lukt niet op tijd',
      'noord, vt: ↻ ontvangen',
    ),
    om('wo 25 nov 2026 14:01', nogmaals(), 'noord'),
  ]);

  verhaal('maar de casus is al opgepakt: dan hoeft het niet meer', [
    ...BEGIN,
    opgepakt('di 24 nov 2026 11:00'),
    om('di 24 nov 2026 12:00', klikTevergeefs(NICO, 'niet-binnen-termijn', 'al opgepakt', ZIEK), 'noord'),
  ]);
});
