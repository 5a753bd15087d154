/** To the cliëntsysteem, closing, and looking again on an agreed date (§3.2, §5.1.1, §5.1.2, §5.1.3 "Monitoren"). */
import { describe } from 'vitest';
import { LOES, NICO, NOOR, NOORD, VERA } from '../scenario/mensen.ts';
import { ONTVANGEN, opgepakt, VERZONDEN } from './begin.ts';
import { draagtKoudOver, klikt, klikTevergeefs, KLOK, meldt, nogmaals, triage, vt, vtMagNiet } from './daden.ts';
import { om, verhaal } from './verhaal.ts';

const GEMELD = om('ma 23 nov 2026 09:00', meldt(), 'VT');
const OPGEPAKT = opgepakt('ma 23 nov 2026 11:00');

describe('geen zorgen', () => {
  verhaal('cliëntsysteem en melder krijgen op tijd een brief: daarna is het stil', [
    GEMELD,
    om('di 24 nov 2026 10:00', triage.geenZorgen(), 'cliënt', 'vt: informeren cliëntsysteem + melder'),
    om(
      'do 26 nov 2026 10:00',
      klikt(VERA, 'geinformeerd', { wie: 'clientsysteem' }),
      'cliënt',
      'vt: ↻ informeren melder',
    ),
    om('di 1 dec 2026 23:59', klikt(LOES, 'geinformeerd', { wie: 'melder' }), 'cliënt', 'vt: ↻ klaar: informeren'),
    om('di 1 jun 2027 12:00', KLOK, 'cliënt'),
  ]);

  verhaal('er gaan geen brieven uit: na 5 werkdagen hoort Veilig Thuis welke', [
    GEMELD,
    om('di 24 nov 2026 10:00', triage.geenZorgen(), 'cliënt', 'vt: informeren cliëntsysteem + melder'),
    om('wo 2 dec 2026 08:30', KLOK, 'cliënt', 'vt: verlopen brief cliëntsysteem + brief melder'),
    om('di 1 jun 2027 12:00', KLOK, 'cliënt'),
  ]);
});

describe('lichte zorgen', () => {
  verhaal('beide voorwaarden zijn er; alleen de melder krijgt een brief', [
    GEMELD,
    om('di 24 nov 2026 10:00', triage.lichteZorgen(), 'cliënt', 'vt: informeren cliëntsysteem + melder'),
    om(
      'wo 25 nov 2026 10:00',
      klikt(VERA, 'geinformeerd', { wie: 'melder' }, { keer: 2 }),
      'cliënt',
      'vt: ↻ informeren cliëntsysteem',
    ),
    om('wo 2 dec 2026 08:30', KLOK, 'cliënt', 'vt: verlopen brief cliëntsysteem'),
    om(
      'wo 2 dec 2026 09:00',
      vt('geinformeerd', { wie: 'clientsysteem', via: 'brief' }),
      'cliënt',
      'vt: ↻ klaar: brief cliëntsysteem',
      'vt: ↻ klaar: informeren',
    ),
  ]);

  for (const [titel, velden] of [
    ['het cliëntsysteem heeft niet genoeg mogelijkheden', { bereidZonderControle: true }],
    ['het cliëntsysteem accepteert hulp alleen met controle', { voldoendeMogelijkheden: true }],
  ] as const) {
    verhaal(`${titel}: dan kan het niet, en blijft Veilig Thuis verantwoordelijk`, [
      GEMELD,
      om(
        'di 24 nov 2026 10:00',
        vtMagNiet('voorwaarden-clientsysteem', 'triage-afronden', { besluit: 'clientsysteem', ...velden }),
        'VT',
      ),
    ]);
  }

  verhaal('met een conclusie die de casus bij Veilig Thuis houdt: dat kan niet', [
    GEMELD,
    om(
      'di 24 nov 2026 10:00',
      vtMagNiet('conclusie-houdt-bij-vt', 'triage-afronden', {
        besluit: 'clientsysteem',
        conclusies: ['onvoldoende-informatie'],
        voldoendeMogelijkheden: true,
        bereidZonderControle: true,
      }),
      'VT',
    ),
  ]);
});

describe('afsluiten', () => {
  verhaal('door het team, na stabiele veiligheid: Veilig Thuis hoort het, het cliëntsysteem is verantwoordelijk', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    om(
      'ma 1 mrt 2027 15:00',
      klikt(NOOR, 'afsluiten', { reden: 'Stabiel veilig' }, { keer: 3 }),
      'cliënt',
      'vt: afgesloten',
      'noord, vt: ↻ gestopt',
    ),
    om('ma 1 mrt 2027 15:00:30', nogmaals(), 'cliënt sinds ma 1 mrt 2027 15:00'),
    om('di 1 jun 2027 12:00', KLOK, 'cliënt'),
  ]);

  verhaal('door het team met een melding die nog besproken moest worden: ook die termijn stopt', [
    om('ma 23 nov 2026 09:00', draagtKoudOver(NOORD), 'VT', 'noord, vt: overdracht'),
    om('ma 23 nov 2026 09:30', vt('geinformeerd', { wie: 'clientsysteem' }), 'VT', 'noord, vt: ↻ wacht'),
    ONTVANGEN,
    OPGEPAKT,
    om(
      'vr 27 nov 2026 15:00',
      klikt(NOOR, 'afsluiten', { reden: 'Stabiel veilig' }),
      'cliënt',
      'vt: afgesloten',
      'noord, vt: ↻ gestopt',
    ),
    om('di 1 jun 2027 12:00', KLOK, 'cliënt'),
  ]);

  verhaal('door het team voordat het oppakte: dat kan niet', [
    VERZONDEN,
    ONTVANGEN,
    om(
      'ma 23 nov 2026 11:00',
      klikTevergeefs(NOOR, 'afsluiten', 'Pak de casus eerst op', { reden: 'Veilig' }),
      'noord',
    ),
  ]);

  verhaal('door Veilig Thuis wat bij het team is: dat kan niet', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    om(
      'ma 23 nov 2026 12:00',
      klikTevergeefs(VERA, 'afsluiten', 'Jij kunt dit niet doen', { reden: 'Veilig' }),
      'noord',
    ),
  ]);

  verhaal('door Veilig Thuis na eigen onderzoek: pas na een herziening, en dan brieven (§5.1.1)', [
    GEMELD,
    om('di 24 nov 2026 10:00', triage.onderzoek(), 'VT'),
    om('ma 14 dec 2026 09:30', vtMagNiet('eerst-herzien', 'afsluiten', { reden: 'Geen reden meer voor zorg' }), 'VT'),
    om(
      'ma 14 dec 2026 10:00',
      vt('triage-afronden', { besluit: 'geen-zorgen', herziening: true }),
      'cliënt',
      'vt: informeren cliëntsysteem + melder',
    ),
    om(
      'ma 14 dec 2026 11:00',
      klikt(VERA, 'geinformeerd', { wie: 'clientsysteem' }),
      'cliënt',
      'vt: ↻ informeren melder',
    ),
    om('ma 14 dec 2026 11:01', klikt(VERA, 'geinformeerd', { wie: 'melder' }), 'cliënt', 'vt: ↻ klaar: informeren'),
    om('di 1 jun 2027 12:00', KLOK, 'cliënt'),
  ]);
});

describe('de fase van de aanpak', () => {
  verhaal('het team legt die vast: het staat op de kaart, niemand wordt aangesproken', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    om(
      'ma 30 nov 2026 10:00',
      klikt(NOOR, 'aanpakfase-vastleggen', { fase: 'risicogestuurde-zorg' }, { keer: 2 }),
      'noord',
      'noord, vt: ↻ opgepakt',
    ),
  ]);
});

describe('monitoring op een afgesproken datum', () => {
  const afspraak = (datum: string, wie: string) => ({ datum, tijd: '10:00', wie, wat: 'Loopt de hulp nog?' });

  verhaal('door het team: op de dag zelf wordt het gevraagd, en na die dag nog eens (§5.1.3)', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    om(
      'ma 23 nov 2026 12:00',
      klikt(NOOR, 'monitoring-afspreken', afspraak('2027-01-13', 'lokale-toegang')),
      'noord',
      'noord, vt: ↻ opgepakt',
    ),
    om('wo 13 jan 2027 08:30', KLOK, 'noord', 'noord: herinnering monitoring', 'noord, vt: ↻ opgepakt'),
    om('do 14 jan 2027 00:00', KLOK, 'noord', 'noord, vt: ↻ opgepakt'),
    om('do 14 jan 2027 08:30', KLOK, 'noord', 'noord: verlopen monitoring', 'noord, vt: ↻ opgepakt'),
    om(
      'do 14 jan 2027 10:00',
      klikt(NICO, 'monitoring-afronden'),
      'noord',
      'noord, vt: ↻ opgepakt',
      'noord, noord: ↻ klaar: monitoring',
    ),
    om('di 1 jun 2027 12:00', KLOK, 'noord'),
  ]);

  verhaal('door Veilig Thuis: dan wordt dat gevraagd, het team houdt zicht', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    om(
      'ma 23 nov 2026 12:00',
      klikt(VERA, 'monitoring-afspreken', afspraak('2027-01-13', 'veilig-thuis')),
      'noord',
      'noord, vt: ↻ opgepakt',
    ),
    om('wo 13 jan 2027 08:30', KLOK, 'noord', 'noord, vt: ↻ opgepakt', 'vt: herinnering monitoring'),
    om('do 14 jan 2027 00:00', KLOK, 'noord', 'noord, vt: ↻ opgepakt'),
    om('do 14 jan 2027 08:30', KLOK, 'noord', 'vt: verlopen monitoring', 'noord, vt: ↻ opgepakt'),
    om(
      'do 14 jan 2027 10:00',
      klikt(VERA, 'monitoring-afronden'),
      'noord',
      'noord, vt: ↻ opgepakt',
      'vt, vt: ↻ klaar: monitoring',
    ),
  ]);

  verhaal('op een zaterdag: maandagochtend wordt het gevraagd', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    om(
      'ma 23 nov 2026 12:00',
      klikt(NOOR, 'monitoring-afspreken', afspraak('2026-12-12', 'lokale-toegang')),
      'noord',
      'noord, vt: ↻ opgepakt',
    ),
    om('zo 13 dec 2026 00:00', KLOK, 'noord', 'noord, vt: ↻ opgepakt'),
    om('ma 14 dec 2026 08:30', KLOK, 'noord', 'noord: verlopen monitoring', 'noord, vt: ↻ opgepakt'),
  ]);

  verhaal('al gekeken voor de datum: er wordt niets meer gevraagd', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    om(
      'ma 23 nov 2026 12:00',
      klikt(NOOR, 'monitoring-afspreken', afspraak('2027-01-13', 'lokale-toegang'), { keer: 2 }),
      'noord',
      'noord, vt: ↻ opgepakt',
    ),
    om('ma 11 jan 2027 10:00', klikt(NOOR, 'monitoring-afronden', {}, { keer: 2 }), 'noord', 'noord, vt: ↻ opgepakt'),
    om('di 1 jun 2027 12:00', KLOK, 'noord'),
  ]);

  verhaal('en het team heeft intussen afgesloten: wie zou kijken, wordt toch gevraagd', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    om(
      'ma 23 nov 2026 12:00',
      klikt(NOOR, 'monitoring-afspreken', afspraak('2027-01-13', 'lokale-toegang')),
      'noord',
      'noord, vt: ↻ opgepakt',
    ),
    om(
      'ma 14 dec 2026 10:00',
      klikt(NOOR, 'afsluiten', { reden: 'Stabiel veilig' }),
      'cliënt',
      'vt: afgesloten',
      'noord, vt: ↻ gestopt',
    ),
    om('wo 13 jan 2027 08:30', KLOK, 'cliënt', 'noord: herinnering monitoring buiten de draad'),
    om('do 14 jan 2027 08:30', KLOK, 'cliënt', 'noord: verlopen monitoring buiten de draad'),
  ]);

  verhaal('twee afspraken op twee dagen: elk wordt gevraagd', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    om(
      'ma 23 nov 2026 12:00',
      klikt(NOOR, 'monitoring-afspreken', afspraak('2027-01-13', 'lokale-toegang')),
      'noord',
      'noord, vt: ↻ opgepakt',
    ),
    om(
      'ma 23 nov 2026 12:30',
      klikt(NOOR, 'monitoring-afspreken', afspraak('2027-02-10', 'veilig-thuis')),
      'noord',
      'noord, vt: ↻ opgepakt',
    ),
    om('wo 13 jan 2027 08:30', KLOK, 'noord', 'noord: herinnering monitoring', 'noord, vt: ↻ opgepakt'),
    om('do 14 jan 2027 00:00', KLOK, 'noord', 'noord, vt: ↻ opgepakt'),
    om('do 14 jan 2027 08:30', KLOK, 'noord', 'noord: verlopen monitoring', 'noord, vt: ↻ opgepakt'),
    om(
      'do 14 jan 2027 10:00',
      klikt(NOOR, 'monitoring-afronden'),
      'noord',
      'noord, vt: ↻ opgepakt',
      'noord, noord: ↻ klaar: monitoring',
    ),
    om('wo 10 feb 2027 08:30', KLOK, 'noord', 'noord, vt: ↻ opgepakt', 'vt: herinnering monitoring'),
    om('do 11 feb 2027 00:00', KLOK, 'noord', 'noord, vt: ↻ opgepakt'),
    om('do 11 feb 2027 08:30', KLOK, 'noord', 'vt: verlopen monitoring', 'noord, vt: ↻ opgepakt'),
  ]);

  verhaal('in het verleden kan niet', [
    VERZONDEN,
    ONTVANGEN,
    om(
      'ma 23 nov 2026 12:00',
      klikTevergeefs(NOOR, 'monitoring-afspreken', 'al voorbij', afspraak('2026-11-22', 'lokale-toegang')),
      'noord',
    ),
  ]);

  verhaal('is er geen, als Veilig Thuis die niet nodig vindt: een opgepakte casus blijft stil', [
    VERZONDEN,
    ONTVANGEN,
    OPGEPAKT,
    om('wo 1 dec 2027 12:00', KLOK, 'noord'),
  ]);
});
