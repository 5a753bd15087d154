/** Teams that does not take a message, and a program that did not run for a while (bouw.md §1, domein.md §5). */
import { describe } from 'vitest';
import { ILSE, NOOR, NOORD } from '../scenario/mensen.ts';
import type { Gedrag } from '../steun/connector.ts';
import { GEMAAND, HERINNERD, ONTVANGEN, opgepakt, OPGESCHAALD, TE_LAAT, VERZONDEN } from './begin.ts';
import { draagtWarmOver, herstart, klikt, KLOK, samen, stoort, vt } from './daden.ts';
import { naStilstand, om, verhaal, verhaalOpBeideOpslagen } from './verhaal.ts';

const wacht = (seconden: number): Gedrag => ({
  soort: 'weiger',
  status: 429,
  koppen: { 'retry-after': String(seconden) },
});

describe('Teams neemt een bericht niet aan', () => {
  verhaalOpBeideOpslagen('het is een uur lang te druk, en intussen belt het team: de kaart komt zoals het dan is', [
    om('ma 23 nov 2026 09:00', samen(stoort('noord', wacht(3600)), draagtWarmOver(NOORD)), 'VT', 'vt: overdracht'),
    om(
      'ma 23 nov 2026 09:30',
      vt('bevestiging-vastleggen', { gegevenOp: 'ma 23 nov 2026 09:25', via: 'telefoon', doorWie: 'Noor Verbeek' }),
      'noord sinds ma 23 nov 2026 09:25',
      'vt: ontvangst bevestigd',
      'vt: ↻ ontvangen',
    ),
    om('ma 23 nov 2026 10:00', KLOK, 'noord', 'noord: overdracht, ontvangen'),
  ]);

  for (const [titel, gedrag] of [
    ['een fout nadat het misschien is aangenomen', { soort: 'aangenomen', status: 504 }],
    ['een verbroken verbinding', { soort: 'reset' }],
  ] as const) {
    verhaal(`${titel}: het komt nog eens, en zegt dat het een herhaling is`, [
      om('ma 23 nov 2026 09:00', samen(stoort('noord', gedrag), draagtWarmOver(NOORD)), 'VT', 'noord, vt: overdracht'),
      om('ma 23 nov 2026 09:00:40', KLOK, 'VT', 'noord: overdracht (herhaling)'),
      ONTVANGEN,
    ]);
  }

  verhaal('bij een herinnering: ook die komt nog eens, als herhaling', [
    VERZONDEN,
    om('wo 25 nov 2026 08:00', stoort('noord', { soort: 'aangenomen', status: 502 }), 'VT'),
    HERINNERD,
    om('wo 25 nov 2026 08:30:40', KLOK, 'VT', 'noord: herinnering bevestigen (herhaling)'),
    om('wo 25 nov 2026 16:00', KLOK, 'VT'),
  ]);

  verhaal('een leidinggevende is persoonlijk niet te bereiken: Veilig Thuis hoort dat, de ander krijgt het wel', [
    VERZONDEN,
    HERINNERD,
    TE_LAAT,
    GEMAAND,
    om('do 26 nov 2026 12:00', stoort(ILSE, { soort: 'weiger', status: 403 }), 'VT'),
    om(
      'vr 27 nov 2026 08:30',
      KLOK,
      'VT',
      'Loes: escalatie bevestigen',
      'vt: niet bezorgd: de herinnering aan Ilse Kramer',
      'noord, vt: ↻ te laat',
    ),
  ]);
});

describe('de bot lag stil', () => {
  verhaal('een nacht, en is terug op de ochtend dat de termijn voorbij is: een bericht, op de openingstijd', [
    VERZONDEN,
    HERINNERD,
    naStilstand('do 26 nov 2026 07:00', herstart(), 'VT', 'noord, vt: ↻ te laat'),
    GEMAAND,
  ]);

  verhaal('twee dagen, en is terug tijdens kantooruren: wat voorbij is wordt meteen gezegd, de herinnering niet meer', [
    VERZONDEN,
    naStilstand('do 26 nov 2026 14:00', herstart(), 'VT', 'noord, vt: verlopen bevestigen', 'noord, vt: ↻ te laat'),
    OPGESCHAALD,
  ]);

  verhaal('bijna een week, en is terug in het weekend: maandag een bericht per persoon, niet vier', [
    VERZONDEN,
    naStilstand('za 28 nov 2026 13:00', herstart(), 'VT', 'noord, vt: ↻ te laat'),
    om(
      'ma 30 nov 2026 08:30',
      KLOK,
      'VT',
      'noord: verlopen bevestigen + oppakken',
      'vt: verlopen bevestigen',
      'Ilse, Loes: escalatie bevestigen',
      'noord, vt: ↻ te laat',
    ),
    om(
      'di 1 dec 2026 08:30',
      KLOK,
      'VT',
      'vt, Joost: escalatie bevestigen',
      'noord, vt: ↻ te laat',
      'Loes: ↻ escalatie bevestigen',
      'vt: ↻ verlopen bevestigen',
    ),
  ]);

  verhaal('twee weken: alles wat voorbij is, een keer; de taak voor de gemeente begint dan pas', [
    VERZONDEN,
    naStilstand(
      'ma 7 dec 2026 10:00',
      herstart(),
      'VT',
      'noord: verlopen bevestigen + oppakken',
      'vt, Joost, Ilse, Loes: escalatie bevestigen',
      'noord, vt: ↻ te laat',
    ),
    om('di 8 dec 2026 00:00', KLOK, 'VT', 'noord, vt: ↻ te laat'),
    om('di 8 dec 2026 08:30', KLOK, 'VT', 'noord, vt: verlopen oppakken', 'noord, vt: ↻ te laat'),
    om('wo 9 dec 2026 00:00', KLOK, 'VT', 'noord, vt: ↻ te laat'),
    om('wo 9 dec 2026 08:30', KLOK, 'VT', 'vt, Loes: verlopen gemeente informeren', 'noord, vt: ↻ te laat'),
  ]);

  verhaal(
    'en het eerste dat er daarna gebeurt is de klik van het team: te laat bevestigd, en niemand wordt aangesproken',
    [
      VERZONDEN,
      naStilstand(
        'do 26 nov 2026 14:00',
        klikt(NOOR, 'ontvangst-bevestigen'),
        'noord',
        'vt: ontvangst bevestigd, te laat',
        'noord, vt: ↻ ontvangen',
      ),
      om('vr 27 nov 2026 12:00', KLOK, 'noord'),
    ],
  );

  verhaal('met spoed: wat voorbij is wordt meteen gezegd, ook zaterdagnacht', [
    om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD, { spoed: true }), 'VT', 'noord, vt: overdracht'),
    naStilstand(
      'za 28 nov 2026 03:00',
      herstart(),
      'VT',
      'noord, vt: verlopen bevestigen',
      'Ilse, Loes: escalatie bevestigen',
      'noord, vt: ↻ te laat',
    ),
  ]);

  verhaal('en er was niets te doen: een herstart zegt niets', [
    VERZONDEN,
    ONTVANGEN,
    opgepakt('ma 23 nov 2026 11:00'),
    naStilstand('ma 4 jan 2027 09:00', herstart(), 'noord'),
    om('ma 4 jan 2027 10:00', herstart(), 'noord'),
  ]);
});
