/** Receipt of an overdracht: confirmed in time, late, by phone, or not at all (§4.1, §5.1.3, Add.7). */
import { describe } from 'vitest';
import { ILSE, LOES, NICO, NOOR, NOORD, VERA } from '../scenario/mensen.ts';
import { GEMAAND, HERINNERD, ONTVANGEN, ontvangen, opgepakt, OPGESCHAALD, TE_LAAT, VERZONDEN } from './begin.ts';
import { draagtKoudOver, klikt, KLOK, nogmaals, tegelijk, vt, vtMagNiet } from './daden.ts';
import { om, verhaal, verhaalOpBeideOpslagen } from './verhaal.ts';

const GEMEENTE = { wie: 'de contactambtenaar' };

/** Nobody confirmed, up to the day that the contactambtenaar hears of it (§4.1). */
const TOT_JOOST = [
  VERZONDEN,
  HERINNERD,
  TE_LAAT,
  GEMAAND,
  OPGESCHAALD,
  om('ma 30 nov 2026 08:30', KLOK, 'VT', 'noord: herinnering oppakken', 'noord, vt: ↻ te laat'),
  om(
    'di 1 dec 2026 08:30',
    KLOK,
    'VT',
    'vt, Joost: escalatie bevestigen',
    'noord, vt: ↻ te laat',
    'Loes: ↻ escalatie bevestigen',
    'vt: ↻ verlopen bevestigen',
  ),
];

describe('het team bevestigt', () => {
  verhaal('dezelfde dag: het team heeft zicht vanaf dat moment', [
    VERZONDEN,
    ontvangen('ma 23 nov 2026 15:00'),
    om('ma 30 nov 2026 08:29', KLOK, 'noord'),
  ]);

  verhaal('na de herinnering, in de laatste minuut van werkdag 2: op tijd, en daarna is het stil', [
    VERZONDEN,
    HERINNERD,
    om(
      'wo 25 nov 2026 23:59',
      klikt(NICO, 'ontvangst-bevestigen'),
      'noord',
      'vt: ontvangst bevestigd',
      'noord, vt: ↻ ontvangen',
      'noord: ↻ klaar: bevestigen',
    ),
    om('do 26 nov 2026 08:30', KLOK, 'noord'),
  ]);

  verhaal('een minuut na middernacht: te laat, maar het telt, en niemand wordt meer aangesproken', [
    VERZONDEN,
    HERINNERD,
    TE_LAAT,
    om(
      'do 26 nov 2026 00:01',
      klikt(NOOR, 'ontvangst-bevestigen'),
      'noord',
      'vt: ontvangst bevestigd, te laat',
      'noord, vt: ↻ ontvangen',
      'noord: ↻ klaar: bevestigen',
    ),
    om('vr 27 nov 2026 12:00', KLOK, 'noord'),
  ]);

  verhaal('niet, de leidinggevende wel', [
    VERZONDEN,
    HERINNERD,
    TE_LAAT,
    GEMAAND,
    OPGESCHAALD,
    om(
      'vr 27 nov 2026 10:15',
      klikt(ILSE, 'ontvangst-bevestigen'),
      'noord',
      'vt: ontvangst bevestigd, te laat',
      'noord, vt: ↻ ontvangen',
      'Ilse, Loes, noord, noord, vt: ↻ klaar: bevestigen',
    ),
    om('ma 30 nov 2026 08:30', KLOK, 'noord', 'noord: herinnering oppakken', 'noord, vt: ↻ ontvangen'),
    om('wo 2 dec 2026 12:00', KLOK, 'noord'),
  ]);

  verhaal('niet, niemand doet iets: de hele ladder, en elke werkdag de gemeente tot die het weet (§4.1)', [
    ...TOT_JOOST,
    om('do 3 dec 2026 00:00', KLOK, 'VT', 'noord, vt: ↻ te laat'),
    om(
      'do 3 dec 2026 08:30',
      KLOK,
      'VT',
      'noord: herinnering oppakken',
      'vt, Loes: verlopen gemeente informeren',
      'noord, vt: ↻ te laat',
    ),
    om('vr 4 dec 2026 08:30', KLOK, 'VT', 'Loes, vt: escalatie gemeente informeren', 'noord, vt: ↻ te laat'),
    om('ma 7 dec 2026 08:30', KLOK, 'VT', 'Loes, vt: escalatie gemeente informeren', 'noord, vt: ↻ te laat'),
    om('di 8 dec 2026 00:00', KLOK, 'VT', 'noord, vt: ↻ te laat'),
    om(
      'di 8 dec 2026 08:30',
      KLOK,
      'VT',
      'noord: verlopen oppakken',
      'noord, vt: ↻ te laat',
      'Loes: escalatie gemeente informeren',
      'Loes, vt: ↻ vervangen: gemeente informeren',
      'vt: escalatie oppakken + gemeente informeren',
    ),
    om(
      'wo 9 dec 2026 08:30',
      KLOK,
      'VT',
      'Loes, vt: escalatie gemeente informeren',
      'Loes, vt: ↻ vervangen: gemeente informeren',
      'noord, vt: ↻ te laat',
    ),
    om(
      'do 10 dec 2026 08:30',
      KLOK,
      'VT',
      'Ilse: escalatie oppakken',
      'noord, vt: ↻ te laat',
      'Loes: escalatie oppakken + gemeente informeren',
      'Loes, vt: ↻ vervangen: gemeente informeren',
      'vt: escalatie gemeente informeren',
    ),
    om(
      'do 10 dec 2026 12:00',
      klikt(VERA, 'gemeente-geinformeerd', GEMEENTE),
      'VT',
      'noord, vt: ↻ te laat',
      'Loes, vt: ↻ escalatie bevestigen',
      'Loes: ↻ escalatie oppakken',
      'Loes, Loes, vt, vt: ↻ klaar: gemeente informeren',
      'vt: ↻ verlopen bevestigen',
      'vt: ↻ verlopen oppakken',
    ),
    om(
      'di 15 dec 2026 08:30',
      KLOK,
      'VT',
      'vt: escalatie oppakken',
      'noord, vt: ↻ te laat',
      'Loes, vt: ↻ escalatie bevestigen',
      'Loes: ↻ escalatie oppakken',
      'vt: ↻ verlopen bevestigen',
      'vt: ↻ verlopen oppakken',
    ),
    om(
      'di 15 dec 2026 12:00',
      klikt(VERA, 'gemeente-geinformeerd', GEMEENTE),
      'VT',
      'noord, vt: ↻ te laat',
      'Loes, vt: ↻ escalatie bevestigen',
      'Loes, vt: ↻ escalatie oppakken',
      'vt: ↻ verlopen bevestigen',
      'vt: ↻ verlopen oppakken',
    ),
    // The ten weeks of Veilig Thuis run on for as long as nobody has confirmed: 8 weeks after the melding it is reminded.
    om('ma 18 jan 2027 08:30', KLOK, 'VT', 'vt: herinnering vervolg', 'noord, vt: ↻ te laat'),
  ]);

  verhaal('als de gemeente al gebeld moet worden: die taak vervalt met de ladder, want de reden is weg (§4.1)', [
    ...TOT_JOOST,
    om(
      'di 1 dec 2026 11:00',
      klikt(NOOR, 'ontvangst-bevestigen'),
      'noord',
      'vt: ontvangst bevestigd, te laat',
      'noord, vt: ↻ ontvangen',
      'Ilse, Joost, Loes, noord, noord, vt, vt: ↻ klaar: bevestigen',
      'noord: ↻ herinnering oppakken',
    ),
    om('di 1 dec 2026 16:00', vtMagNiet('taak-loopt-niet', 'gemeente-geinformeerd', GEMEENTE), 'noord'),
    om('do 3 dec 2026 08:30', KLOK, 'noord', 'noord: herinnering oppakken', 'noord, vt: ↻ ontvangen'),
    om(
      'ma 7 dec 2026 12:00',
      klikt(NICO, 'oppakken'),
      'noord',
      'vt: opgepakt',
      'noord, vt: ↻ opgepakt',
      'noord, noord: ↻ klaar: oppakken',
    ),
    om('di 1 jun 2027 12:00', KLOK, 'noord'),
  ]);

  verhaalOpBeideOpslagen('twee leden tegelijk: een bevestiging, een bericht', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 09:10',
      tegelijk(klikt(NOOR, 'ontvangst-bevestigen'), klikt(NICO, 'ontvangst-bevestigen')),
      'noord',
      'vt: ontvangst bevestigd',
      'noord, vt: ↻ ontvangen',
    ),
  ]);

  verhaal('en Teams bezorgt de klik vijf keer, en nog eens een halve minuut later', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 09:10',
      klikt(NOOR, 'ontvangst-bevestigen', {}, { keer: 5 }),
      'noord',
      'vt: ontvangst bevestigd',
      'noord, vt: ↻ ontvangen',
    ),
    om('ma 23 nov 2026 09:10:30', nogmaals(), 'noord sinds ma 23 nov 2026 09:10'),
    om('di 24 nov 2026 09:00', nogmaals(2), 'noord sinds ma 23 nov 2026 09:10'),
  ]);
});

describe('het team bevestigt per telefoon of e-mail, en Veilig Thuis legt dat vast', () => {
  const telefoon = (gegevenOp: string) => ({ gegevenOp, via: 'telefoon', doorWie: 'Noor Verbeek' });

  verhaal(
    'op tijd gegeven, een dag later vastgelegd: het team had zicht vanaf het telefoontje',
    [
      VERZONDEN,
      HERINNERD,
      om('wo 25 nov 2026 16:30', KLOK, 'VT'),
      TE_LAAT,
      GEMAAND,
      om(
        'do 26 nov 2026 09:00',
        vt('bevestiging-vastleggen', telefoon('wo 25 nov 2026 16:00')),
        'noord sinds wo 25 nov 2026 16:00',
        'vt: ontvangst bevestigd',
        'noord, vt: ↻ ontvangen',
        'noord, noord, vt: ↻ klaar: bevestigen',
      ),
      om('vr 27 nov 2026 12:00', KLOK, 'noord'),
    ],
    {
      achteraf: {
        'wo 25 nov 2026 16:30': 'noord',
        'do 26 nov 2026 00:00': 'noord',
        'do 26 nov 2026 08:30': 'noord',
      },
    },
  );

  verhaal('na de termijn gemaild: te laat', [
    VERZONDEN,
    HERINNERD,
    TE_LAAT,
    GEMAAND,
    om(
      'do 26 nov 2026 11:00',
      vt('bevestiging-vastleggen', { gegevenOp: 'do 26 nov 2026 10:00', via: 'e-mail', doorWie: 'Nico Jansen' }),
      'noord sinds do 26 nov 2026 10:00',
      'vt: ontvangst bevestigd, te laat',
      'noord, vt: ↻ ontvangen',
      'noord, noord, vt: ↻ klaar: bevestigen',
    ),
  ]);

  verhaal('door een medewerker op de volgkaart ingevuld', [
    VERZONDEN,
    om(
      'di 24 nov 2026 14:00',
      klikt(VERA, 'bevestiging-vastleggen', {
        via: 'telefoon',
        doorWie: 'Nico Jansen',
        datum: '2026-11-24',
        tijd: '13:45',
      }),
      'noord sinds di 24 nov 2026 13:45',
      'vt: ontvangst bevestigd',
      'noord, vt: ↻ ontvangen',
    ),
  ]);

  verhaal('niet voor het verzenden, en niet in de toekomst', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 10:00',
      vtMagNiet('tijdstip-te-vroeg', 'bevestiging-vastleggen', telefoon('ma 23 nov 2026 08:59')),
      'VT',
    ),
    om(
      'ma 23 nov 2026 10:01',
      vtMagNiet('tijdstip-in-toekomst', 'bevestiging-vastleggen', telefoon('ma 23 nov 2026 10:03')),
      'VT',
    ),
  ]);

  verhaal('daarna klikt een lid op de kaart: die is al bijgewerkt, er verandert niets', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 11:00',
      vt('bevestiging-vastleggen', telefoon('ma 23 nov 2026 10:30')),
      'noord sinds ma 23 nov 2026 10:30',
      'vt: ontvangst bevestigd',
      'noord, vt: ↻ ontvangen',
    ),
    opgepakt('ma 23 nov 2026 11:05', NICO),
  ]);

  verhaal('maar het team had al geklikt: het tweede moment telt niet', [
    VERZONDEN,
    ONTVANGEN,
    om(
      'ma 23 nov 2026 11:00',
      vtMagNiet('al-bevestigd', 'bevestiging-vastleggen', telefoon('ma 23 nov 2026 09:30')),
      'noord',
    ),
  ]);
});

describe('een koude overdracht geeft ook andere plichten', () => {
  verhaal('Veilig Thuis laat de cliënt weten dat er een melding is; het team bespreekt de melding', [
    om('ma 23 nov 2026 09:00', draagtKoudOver(NOORD), 'VT', 'noord, vt: overdracht'),
    ONTVANGEN,
    opgepakt('di 24 nov 2026 10:00'),
    om('vr 27 nov 2026 10:00', klikt(LOES, 'geinformeerd'), 'noord', 'noord, vt: ↻ opgepakt'),
    om(
      'ma 7 dec 2026 10:00',
      klikt(NOOR, 'melding-besproken', { datum: '2026-12-07', tijd: '09:30' }),
      'noord',
      'noord, vt: ↻ opgepakt',
    ),
    om('di 1 jun 2027 12:00', KLOK, 'noord'),
  ]);

  verhaal('de cliënt hoort niets: na 5 werkdagen hoort Veilig Thuis dat, het team niet', [
    om('ma 23 nov 2026 09:00', draagtKoudOver(NOORD), 'VT', 'noord, vt: overdracht'),
    ONTVANGEN,
    opgepakt('ma 23 nov 2026 11:00'),
    om('di 1 dec 2026 00:00', KLOK, 'noord', 'noord: ↻ opgepakt', 'vt: ↻ opgepakt, te laat'),
    om(
      'di 1 dec 2026 08:30',
      KLOK,
      'noord',
      'vt: verlopen cliënt informeren',
      'noord: ↻ opgepakt',
      'vt: ↻ opgepakt, te laat',
    ),
    om(
      'di 1 dec 2026 09:00',
      klikt(VERA, 'geinformeerd'),
      'noord',
      'noord, vt: ↻ opgepakt',
      'vt: ↻ klaar: cliënt informeren',
    ),
  ]);

  verhaal('de melding wordt niet besproken: na 2 weken, geteld vanaf de bevestiging, hoort alleen het team dat', [
    om('ma 23 nov 2026 09:00', draagtKoudOver(NOORD), 'VT', 'noord, vt: overdracht'),
    om('ma 23 nov 2026 09:30', vt('geinformeerd', { wie: 'clientsysteem' }), 'VT', 'noord, vt: ↻ wacht'),
    ontvangen('di 24 nov 2026 10:00'),
    opgepakt('di 24 nov 2026 11:00'),
    om('wo 9 dec 2026 00:00', KLOK, 'noord', 'noord, vt: ↻ opgepakt, te laat'),
    om('wo 9 dec 2026 08:30', KLOK, 'noord', 'noord: verlopen melding bespreken', 'noord, vt: ↻ opgepakt, te laat'),
    om(
      'wo 9 dec 2026 10:00',
      klikt(NICO, 'melding-besproken', { datum: '2026-12-09', tijd: '09:45' }),
      'noord',
      'noord, vt: ↻ opgepakt',
      'noord: ↻ klaar: melding bespreken',
    ),
    om('di 1 jun 2027 12:00', KLOK, 'noord'),
  ]);
});
