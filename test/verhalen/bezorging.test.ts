/** Teams that does not take a message, and a program that did not run for a while (bouw.md §1, domein.md §5). */
import { describe } from 'vitest';
import type { Gedrag } from '../steun/connector.ts';
import { ILSE, KANALEN, NOOR, NOORD, VERA } from '../scenario/mensen.ts';
import { draagtKoudOver, draagtWarmOver, herstart, KLOK, klikt, samen, stoort, vt } from './daden.ts';
import { naStilstand, om, verhaal, verhaalOpBeideOpslagen } from './verhaal.ts';

const wacht = (seconden: number): Gedrag => ({
  soort: 'weiger',
  status: 429,
  koppen: { 'retry-after': String(seconden) },
});
const GEEN_LID: Gedrag = {
  soort: 'weiger',
  status: 403,
  body: { error: { code: 'BotNotInConversationRoster', message: 'x' } },
};
const VERZONDEN = om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD), 'VT', 'noord, vt: overdracht');
const ONTVANGEN = ['vt: ontvangst bevestigd', 'noord, vt: ↻ ontvangen'] as const;

describe('Teams neemt een bericht niet aan', () => {
  verhaal('het is te druk: de kaart komt na de wachttijd, een keer', [
    om('ma 23 nov 2026 09:00', samen(stoort('noord', wacht(120)), draagtWarmOver(NOORD)), 'VT', 'vt: overdracht'),
    om('ma 23 nov 2026 09:02', KLOK, 'VT', 'noord: overdracht'),
    om('ma 23 nov 2026 10:00', klikt(NOOR, 'ontvangst-bevestigen'), 'noord', ...ONTVANGEN),
  ]);

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

  verhaal('een herinnering wacht nog als het team bevestigt: dan komt die niet meer', [
    VERZONDEN,
    om('wo 25 nov 2026 08:00', stoort('noord', wacht(3600)), 'VT'),
    om('wo 25 nov 2026 08:30', KLOK, 'VT', 'noord, vt: ↻ wacht'),
    om('wo 25 nov 2026 08:45', klikt(NOOR, 'ontvangst-bevestigen'), 'noord', ...ONTVANGEN),
    om('wo 25 nov 2026 12:00', KLOK, 'noord'),
  ]);

  for (const [titel, gedrag] of [
    ['een fout nadat het misschien is aangenomen', { soort: 'aangenomen', status: 504 }],
    ['een verbroken verbinding', { soort: 'reset' }],
  ] as const) {
    verhaal(`${titel}: het komt nog eens, en zegt dat het een herhaling is`, [
      om('ma 23 nov 2026 09:00', samen(stoort('noord', gedrag), draagtWarmOver(NOORD)), 'VT', 'noord, vt: overdracht'),
      om('ma 23 nov 2026 09:00:40', KLOK, 'VT', 'noord: overdracht (herhaling)'),
      om('ma 23 nov 2026 10:00', klikt(NOOR, 'ontvangst-bevestigen'), 'noord', ...ONTVANGEN),
    ]);
  }

  verhaal('bij een herinnering: ook die komt nog eens, als herhaling', [
    VERZONDEN,
    om('wo 25 nov 2026 08:00', stoort('noord', { soort: 'aangenomen', status: 502 }), 'VT'),
    om('wo 25 nov 2026 08:30', KLOK, 'VT', 'noord: herinnering bevestigen', 'noord, vt: ↻ wacht'),
    om('wo 25 nov 2026 08:30:40', KLOK, 'VT', 'noord: herinnering bevestigen (herhaling)'),
    om('wo 25 nov 2026 16:00', KLOK, 'VT'),
  ]);

  verhaal('de bot is uit het team gezet: Veilig Thuis hoort meteen wat er niet aankwam', [
    VERZONDEN,
    om('wo 25 nov 2026 08:00', stoort('noord', GEEN_LID), 'VT'),
    om('wo 25 nov 2026 08:30', KLOK, 'VT', 'vt: niet bezorgd: de herinnering aan Wijkteam Noord', 'noord, vt: ↻ wacht'),
    om('do 26 nov 2026 00:00', KLOK, 'VT', 'noord, vt: ↻ te laat'),
  ]);

  verhaal('een leidinggevende is persoonlijk niet te bereiken: Veilig Thuis hoort dat, de ander krijgt het wel', [
    VERZONDEN,
    om('wo 25 nov 2026 08:30', KLOK, 'VT', 'noord: herinnering bevestigen', 'noord, vt: ↻ wacht'),
    om('do 26 nov 2026 00:00', KLOK, 'VT', 'noord, vt: ↻ te laat'),
    om('do 26 nov 2026 08:30', KLOK, 'VT', 'noord, vt: verlopen bevestigen', 'noord, vt: ↻ te laat'),
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

  verhaal('het kanaal van Veilig Thuis is een uur dicht: wat Veilig Thuis moet weten, komt daarna', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 10:00',
      samen(stoort('vt', wacht(3600)), klikt(NOOR, 'weigeren', { reden: 'Andere wijk' })),
      'VT',
      'noord, vt: ↻ geweigerd',
    ),
    om('ma 23 nov 2026 11:00', KLOK, 'VT', 'vt: geweigerd'),
  ]);

  verhaal('de kaart is uit het kanaal verwijderd: ze komt terug met het eerste dat gebeurt', [
    om('ma 23 nov 2026 09:00', draagtKoudOver(NOORD), 'VT', 'noord, vt: overdracht'),
    om(
      'ma 23 nov 2026 10:00',
      async ({ wereld }) => void wereld.connector.gesprekken.delete(KANALEN.noord.conversatie),
      'VT',
    ),
    om('ma 23 nov 2026 11:00', klikt(VERA, 'geinformeerd'), 'VT', 'noord: overdracht', 'vt: ↻ wacht'),
    om('ma 23 nov 2026 12:00', klikt(NOOR, 'ontvangst-bevestigen'), 'noord', ...ONTVANGEN),
  ]);
});

describe('de bot lag stil', () => {
  verhaal('een nacht, en is terug op de ochtend dat de termijn voorbij is: een bericht, op de openingstijd', [
    VERZONDEN,
    om('wo 25 nov 2026 08:30', KLOK, 'VT', 'noord: herinnering bevestigen', 'noord, vt: ↻ wacht'),
    naStilstand('do 26 nov 2026 07:00', herstart(), 'VT', 'noord, vt: ↻ te laat'),
    om('do 26 nov 2026 08:30', KLOK, 'VT', 'noord, vt: verlopen bevestigen', 'noord, vt: ↻ te laat'),
  ]);

  verhaal('twee dagen, en is terug tijdens kantooruren: wat voorbij is wordt meteen gezegd, de herinnering niet meer', [
    VERZONDEN,
    naStilstand('do 26 nov 2026 14:00', herstart(), 'VT', 'noord, vt: verlopen bevestigen', 'noord, vt: ↻ te laat'),
    om('vr 27 nov 2026 08:30', KLOK, 'VT', 'Ilse, Loes: escalatie bevestigen', 'noord, vt: ↻ te laat'),
  ]);

  verhaalOpBeideOpslagen('bijna een week, en is terug in het weekend: maandag een bericht per persoon, niet vier', [
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
    om('ma 23 nov 2026 10:00', klikt(NOOR, 'ontvangst-bevestigen'), 'noord', ...ONTVANGEN),
    om('ma 23 nov 2026 11:00', klikt(NOOR, 'oppakken'), 'noord', 'vt: opgepakt', 'noord, vt: ↻ opgepakt'),
    naStilstand('ma 4 jan 2027 09:00', herstart(), 'noord'),
    om('ma 4 jan 2027 10:00', herstart(), 'noord'),
  ]);
});
