/** Triage and what follows at Veilig Thuis itself, and a new melding wherever the casus is (§3.1.2, §3.3, Add.3, Add.5, Add.7). */
import { describe } from 'vitest';
import { NOOR, NOORD, VERA } from '../scenario/mensen.ts';
import { HERINNERD, ONTVANGEN, ontvangen, opgepakt, VERZONDEN } from './begin.ts';
import { klikt, KLOK, meldt, samen, triage, vraagt, vt, vtMagNiet, warmNaar } from './daden.ts';
import { om, verhaal } from './verhaal.ts';

/** Each keeps Veilig Thuis responsible (§3.1.2). */
const CONCLUSIES = [
  'directe-interventie',
  'structurele-onveiligheid',
  'onvoldoende-informatie',
  'anonimiteit',
  'verzoek-raad',
];
const GEMELD = om('ma 23 nov 2026 09:00', meldt(), 'VT');
const KOUD = { team: NOORD, wijze: 'koud', feiten: ['De politie kwam twee keer'] };

describe('de triage', () => {
  verhaal(
    'is klaar op werkdag 4, na de herinnering; Veilig Thuis draagt daarna niet over: het hoort dat tot het vervolg is ingezet',
    [
      GEMELD,
      om('vr 27 nov 2026 08:30', KLOK, 'VT', 'vt: herinnering triage'),
      om('vr 27 nov 2026 15:00', triage.lokaal(), 'VT', 'vt: ↻ klaar: triage'),
      om('wo 2 dec 2026 08:30', KLOK, 'VT', 'vt: verlopen versturen'),
      om('vr 4 dec 2026 08:30', KLOK, 'VT', 'Loes: escalatie versturen'),
      om('ma 18 jan 2027 08:30', KLOK, 'VT', 'vt: herinnering vervolg'),
      om('di 2 feb 2027 08:30', KLOK, 'VT', 'vt: verlopen vervolg'),
      om('di 9 feb 2027 08:30', KLOK, 'VT', 'Loes: escalatie vervolg'),
      om('di 23 feb 2027 08:30', KLOK, 'VT', 'Loes: escalatie vervolg'),
      om('di 9 mrt 2027 08:30', KLOK, 'VT', 'Loes: escalatie vervolg'),
      om('di 23 mrt 2027 08:30', KLOK, 'VT', 'Loes: escalatie vervolg', 'Loes: ↻ vervangen: vervolg'),
      om(
        'wo 24 mrt 2027 10:00',
        vt('vervolg-ingezet', { wat: 'lokale-ondersteuning', op: 'wo 24 mrt 2027 09:00' }),
        'VT',
        'Loes, Loes, Loes, vt, vt: ↻ klaar: vervolg',
      ),
      om('do 20 mei 2027 08:30', KLOK, 'VT', 'vt: verlopen nog bij VT'),
      om('do 20 mei 2027 10:00', klikt(VERA, 'zicht-bevestigen'), 'VT', 'vt: ↻ klaar: nog bij VT'),
      om('vr 16 jul 2027 08:30', KLOK, 'VT', 'vt: verlopen nog bij VT'),
    ],
  );

  verhaal('is klaar in de laatste minuut van werkdag 5: er komt geen wachtlijst', [
    GEMELD,
    om('vr 27 nov 2026 08:30', KLOK, 'VT', 'vt: herinnering triage'),
    om('ma 30 nov 2026 23:59', triage.onderzoek(), 'VT', 'vt: ↻ klaar: triage'),
    om('di 1 dec 2026 12:00', KLOK, 'VT'),
  ]);

  verhaal('telt vanaf de ontvangst op vrijdagavond, ook al is de melding pas maandag vastgelegd', [
    om('ma 23 nov 2026 09:00', meldt({ ontvangen: 'vr 20 nov 2026 18:00' }), 'VT sinds vr 20 nov 2026 18:00'),
    om('do 26 nov 2026 08:30', KLOK, 'VT', 'vt: herinnering triage'),
    om('vr 27 nov 2026 16:00', triage.lokaal(), 'VT', 'vt: ↻ klaar: triage'),
  ]);

  verhaal(
    'is al over de helft als een melding een week te laat wordt vastgelegd: alleen wat nog zin heeft, wordt gezegd',
    [
      om(
        'ma 30 nov 2026 09:00',
        meldt({ ontvangen: 'ma 23 nov 2026 10:00' }),
        'VT sinds ma 23 nov 2026 10:00',
        'vt: herinnering triage',
      ),
      om('ma 30 nov 2026 16:00', triage.lokaal(), 'VT', 'vt: ↻ klaar: triage'),
    ],
  );

  verhaal('twee keer hetzelfde besluit is een besluit; een ander besluit daarna wordt geweigerd', [
    GEMELD,
    om('di 24 nov 2026 10:00', samen(triage.lokaal(), triage.lokaal()), 'VT'),
    om('di 24 nov 2026 11:00', vtMagNiet('triage-al-afgerond', 'triage-afronden', { besluit: 'geen-zorgen' }), 'VT'),
  ]);

  verhaal('moet klaar zijn voordat er wordt overgedragen of afgesloten', [
    GEMELD,
    om('ma 23 nov 2026 10:00', vtMagNiet('triage-niet-afgerond', 'overdragen', KOUD), 'VT'),
    om('ma 23 nov 2026 10:01', vtMagNiet('triage-niet-afgerond', 'afsluiten', { reden: 'Niets aan de hand' }), 'VT'),
  ]);

  verhaal('met een conclusie die de casus bij Veilig Thuis houdt; warm overdragen kan na een vervolgtraject', [
    GEMELD,
    om(
      'ma 23 nov 2026 10:00',
      samen(
        ...CONCLUSIES.flatMap((conclusie) =>
          ['lokale-toegang', 'geen-zorgen'].map((besluit) =>
            vtMagNiet('conclusie-houdt-bij-vt', 'triage-afronden', { besluit, conclusies: [conclusie] }),
          ),
        ),
      ),
      'VT',
    ),
    om(
      'ma 23 nov 2026 11:00',
      vt('triage-afronden', { besluit: 'veilig-thuis', conclusies: CONCLUSIES, vervolg: 'onderzoek' }),
      'VT',
    ),
    om('ma 23 nov 2026 12:00', vtMagNiet('conclusie-houdt-bij-vt', 'overdragen', KOUD), 'VT'),
    om('ma 14 dec 2026 12:00', warmNaar(NOORD), 'VT', 'noord, vt: overdracht'),
  ]);

  verhaal('laat direct gevaar zien: Veilig Thuis grijpt in en blijft verantwoordelijk', [
    GEMELD,
    om('di 24 nov 2026 03:00', vt('direct-gevaar', { wat: 'Geweld deze nacht' }), 'VT', 'vt: direct gevaar'),
    om('di 24 nov 2026 10:00', vtMagNiet('conclusie-houdt-bij-vt', 'overdragen', KOUD), 'VT'),
    om('do 3 dec 2026 12:00', KLOK, 'VT'),
  ]);
});

describe('een vervolgtraject van Veilig Thuis', () => {
  verhaal('onderzoek, en daarna een warme overdracht: koud kan niet meer', [
    GEMELD,
    om('di 24 nov 2026 10:00', triage.onderzoek(), 'VT'),
    om('ma 7 dec 2026 10:00', vtMagNiet('koud-na-vervolgtraject', 'overdragen', KOUD), 'VT'),
    om('ma 7 dec 2026 11:00', warmNaar(NOORD), 'VT', 'noord, vt: overdracht'),
    ontvangen('ma 7 dec 2026 15:00'),
  ]);

  verhaal('lokale ondersteuning vraagt een multidisciplinair besluit', [
    GEMELD,
    om(
      'di 24 nov 2026 10:00',
      vtMagNiet('multidisciplinair-ontbreekt', 'triage-afronden', {
        besluit: 'veilig-thuis',
        vervolg: 'lokale-ondersteuning',
      }),
      'VT',
    ),
    om(
      'di 24 nov 2026 11:00',
      vt('triage-afronden', {
        besluit: 'veilig-thuis',
        vervolg: 'lokale-ondersteuning',
        multidisciplinairMet: 'gedragswetenschapper',
      }),
      'VT',
    ),
  ]);

  verhaal('casusregie vraagt een contactpersoon van Veilig Thuis', [
    GEMELD,
    om(
      'di 24 nov 2026 10:00',
      vtMagNiet('contactpersoon-ontbreekt', 'triage-afronden', { besluit: 'veilig-thuis', vervolg: 'casusregie' }),
      'VT',
    ),
    om(
      'di 24 nov 2026 11:00',
      vt('triage-afronden', { besluit: 'veilig-thuis', vervolg: 'casusregie', contactpersoon: 'V. de Wit' }),
      'VT',
    ),
  ]);

  verhaal('inbreng in het HGO: de betrokkenen worden op tijd geïnformeerd', [
    GEMELD,
    om(
      'di 24 nov 2026 10:00',
      vt('triage-afronden', { besluit: 'veilig-thuis', vervolg: 'hgo' }),
      'VT',
      'vt: informeren betrokkenen',
    ),
    om('wo 25 nov 2026 10:00', klikt(VERA, 'geinformeerd'), 'VT', 'vt: ↻ klaar: informeren'),
    om('wo 2 dec 2026 12:00', KLOK, 'VT'),
  ]);

  verhaal('inbreng in het ST SG: de betrokkenen horen niets, en Veilig Thuis wordt daarop gewezen', [
    GEMELD,
    om(
      'di 24 nov 2026 10:00',
      vt('triage-afronden', { besluit: 'veilig-thuis', vervolg: 'st-sg' }),
      'VT',
      'vt: informeren betrokkenen',
    ),
    om('wo 2 dec 2026 08:30', KLOK, 'VT', 'vt: verlopen betrokkenen informeren'),
    om(
      'wo 2 dec 2026 10:00',
      vt('geinformeerd', { wie: 'betrokkenen', via: 'telefoon' }),
      'VT',
      'vt: ↻ klaar: betrokkenen informeren',
      'vt: ↻ klaar: informeren',
    ),
  ]);

  verhaal('onderzoek, en daarna toch geen zorgen: het cliëntsysteem, met brieven', [
    GEMELD,
    om('di 24 nov 2026 10:00', triage.onderzoek(), 'VT'),
    om(
      'ma 7 dec 2026 10:00',
      vt('triage-afronden', { besluit: 'geen-zorgen', herziening: true }),
      'cliënt',
      'vt: informeren cliëntsysteem + melder',
    ),
    om('di 15 dec 2026 08:30', KLOK, 'cliënt', 'vt: verlopen brief cliëntsysteem + brief melder'),
    om('di 1 jun 2027 12:00', KLOK, 'cliënt'),
  ]);

  verhaal('duurt te lang: na 8 weken een herinnering, na 10 het kanaal, een week later de leidinggevende', [
    GEMELD,
    om('di 24 nov 2026 10:00', triage.onderzoek(), 'VT'),
    om('ma 18 jan 2027 08:30', KLOK, 'VT', 'vt: herinnering vervolg'),
    om('di 2 feb 2027 08:30', KLOK, 'VT', 'vt: verlopen vervolg'),
    om('di 9 feb 2027 08:30', KLOK, 'VT', 'Loes: escalatie vervolg'),
    om(
      'wo 10 feb 2027 10:00',
      vt('triage-afronden', { besluit: 'geen-zorgen', herziening: true }),
      'cliënt',
      'vt: informeren cliëntsysteem + melder',
      'Loes, vt, vt: ↻ klaar: vervolg',
    ),
  ]);
});

describe('advies', () => {
  verhaal('iemand vraagt advies over een kind in de klas: er wordt niets vastgelegd', [
    om(
      'ma 23 nov 2026 09:00',
      vraagt(VERA, 'Een juf vroeg ons advies over een kind', 'blijft zelf verantwoordelijk'),
      {},
    ),
    om('di 1 dec 2026 12:00', KLOK, {}),
  ]);
});

describe('een nieuwe melding', () => {
  const nieuw = vt('nieuwe-melding', { ontvangenOp: 'wo 25 nov 2026 13:30' });
  const OVERGEDRAGEN = VERZONDEN;
  const OPGEPAKT = opgepakt('ma 23 nov 2026 11:00');
  /** The term of triage counts from the new receipt. */
  const TRIAGE = om('di 1 dec 2026 08:30', KLOK, 'VT', 'vt: herinnering triage');

  verhaal('tijdens de triage: de termijn van de eerste blijft gelden', [
    GEMELD,
    om('wo 25 nov 2026 14:00', nieuw, 'VT'),
    om('vr 27 nov 2026 08:30', KLOK, 'VT', 'vt: herinnering triage'),
    om('ma 30 nov 2026 16:00', triage.onderzoek(), 'VT', 'vt: ↻ klaar: triage'),
    om('wo 2 dec 2026 12:00', KLOK, 'VT'),
  ]);

  verhaal('tijdens een onderzoek: de triage begint opnieuw', [
    GEMELD,
    om('di 24 nov 2026 10:00', triage.onderzoek(), 'VT'),
    om('wo 25 nov 2026 14:00', nieuw, 'VT'),
    TRIAGE,
    om('wo 2 dec 2026 12:00', triage.onderzoek(), 'VT', 'vt: ↻ klaar: triage'),
  ]);

  verhaal('terwijl het team nog moet bevestigen: de overdracht wordt ingetrokken', [
    OVERGEDRAGEN,
    HERINNERD,
    om(
      'wo 25 nov 2026 14:00',
      nieuw,
      'VT',
      'noord: ingetrokken',
      'noord, vt: ↻ ingetrokken',
      'noord: ↻ klaar: bevestigen',
    ),
    TRIAGE,
  ]);

  verhaal('nadat het team bevestigde: het team hoort het, Veilig Thuis heeft zicht vanaf de ontvangst', [
    OVERGEDRAGEN,
    ONTVANGEN,
    om('wo 25 nov 2026 14:00', nieuw, 'VT sinds wo 25 nov 2026 13:30', 'noord: nieuwe melding', 'noord, vt: ↻ gestopt'),
    TRIAGE,
  ]);

  verhaal('nadat het team oppakte, twee keer vastgelegd: het is een melding', [
    OVERGEDRAGEN,
    ONTVANGEN,
    OPGEPAKT,
    om(
      'wo 25 nov 2026 14:00',
      samen(nieuw, nieuw),
      'VT sinds wo 25 nov 2026 13:30',
      'noord: nieuwe melding',
      'noord, vt: ↻ gestopt',
    ),
    TRIAGE,
  ]);

  verhaal('tijdens een meningsverschil: Veilig Thuis is niet langer tijdelijk verantwoordelijk', [
    OVERGEDRAGEN,
    ONTVANGEN,
    om(
      'di 24 nov 2026 10:00',
      klikt(NOOR, 'meningsverschil-melden', { toelichting: 'Oneens' }),
      'VT (meningsverschil)',
      'noord, vt: meningsverschil',
      'noord, vt: ↻ meningsverschil 1',
    ),
    om(
      'wo 25 nov 2026 14:00',
      nieuw,
      'VT sinds wo 25 nov 2026 13:30',
      'noord: nieuwe melding',
      'noord, vt: ↻ gestopt',
      'noord, vt: ↻ klaar: meningsverschil',
    ),
    om('vr 27 nov 2026 12:00', KLOK, 'VT'),
    TRIAGE,
  ]);

  verhaal('na lichte zorgen bij het cliëntsysteem: terug bij Veilig Thuis', [
    GEMELD,
    om('di 24 nov 2026 10:00', triage.lichteZorgen(), 'cliënt', 'vt: informeren cliëntsysteem + melder'),
    om(
      'di 24 nov 2026 11:00',
      vt('geinformeerd', { wie: 'clientsysteem', via: 'brief' }),
      'cliënt',
      'vt: ↻ informeren melder',
    ),
    om(
      'di 24 nov 2026 11:01',
      vt('geinformeerd', { wie: 'melder', via: 'e-mail' }),
      'cliënt',
      'vt: ↻ klaar: informeren',
    ),
    om('wo 25 nov 2026 14:00', nieuw, 'VT sinds wo 25 nov 2026 13:30'),
    TRIAGE,
  ]);

  verhaal('nadat het team had afgesloten: terug bij Veilig Thuis', [
    OVERGEDRAGEN,
    ONTVANGEN,
    OPGEPAKT,
    om(
      'di 24 nov 2026 10:00',
      klikt(NOOR, 'afsluiten', { reden: 'Stabiel veilig' }),
      'cliënt',
      'vt: afgesloten',
      'noord, vt: ↻ gestopt',
    ),
    om('wo 25 nov 2026 14:00', nieuw, 'VT sinds wo 25 nov 2026 13:30'),
    TRIAGE,
  ]);

  verhaal(
    'die een dag te laat wordt vastgelegd: de tijd ertussen was niet van het team',
    [
      OVERGEDRAGEN,
      ONTVANGEN,
      om('wo 25 nov 2026 18:00', KLOK, 'noord'),
      om(
        'do 26 nov 2026 09:00',
        nieuw,
        'VT sinds wo 25 nov 2026 13:30',
        'noord: nieuwe melding',
        'noord, vt: ↻ gestopt',
      ),
    ],
    { achteraf: { 'wo 25 nov 2026 18:00': 'VT' } },
  );

  verhaal('kan niet in de toekomst liggen', [
    OVERGEDRAGEN,
    HERINNERD,
    om(
      'wo 25 nov 2026 13:00',
      vtMagNiet('tijdstip-in-toekomst', 'nieuwe-melding', { ontvangenOp: 'wo 25 nov 2026 13:30' }),
      'VT',
    ),
  ]);
});
