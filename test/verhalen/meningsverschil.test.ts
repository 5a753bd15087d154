/** A disagreement between Veilig Thuis and the team: three steps, and Veilig Thuis holds zicht until it is settled (§4.3, Add.6). */
import { describe } from 'vitest';
import { ILSE, JOOST, LOES, NICO, NOOR, NOORD, VERA } from '../scenario/mensen.ts';
import { ONTVANGEN, opgepakt, VERZONDEN } from './begin.ts';
import { draagtKoudOver, draagtWarmOver, klikt, klikTevergeefs, KLOK, nogmaals, vt, vtMagNiet } from './daden.ts';
import type { Daad } from './toneel.ts';
import { om, verhaal, verhaalOpBeideOpslagen } from './verhaal.ts';

const ONEENS = { toelichting: 'Wij zien de veiligheid anders' };
const NAAR_TEAM = { uitkomst: 'lokale-toegang' };
const NAAR_VT = { uitkomst: 'veilig-thuis' };

const gemeld = (daad: Daad = klikt(NOOR, 'meningsverschil-melden', ONEENS)) =>
  om(
    'ma 23 nov 2026 11:00',
    daad,
    'VT (meningsverschil)',
    'noord, vt: meningsverschil',
    'noord, vt: ↻ meningsverschil 1',
  );
const STAP_2 = [
  om('do 26 nov 2026 00:00', KLOK, 'VT (meningsverschil)', 'noord, vt: ↻ meningsverschil 1'),
  om(
    'do 26 nov 2026 08:30',
    KLOK,
    'VT (meningsverschil)',
    'Ilse, Loes: verlopen stap 1',
    'noord, vt: ↻ meningsverschil 2',
    'noord, vt: ↻ meningsverschil',
  ),
];
const STAP_3 = [
  om(
    'wo 2 dec 2026 08:30',
    KLOK,
    'VT (meningsverschil)',
    'Ilse, Loes: herinnering stap 2',
    'noord, vt: ↻ meningsverschil 2',
  ),
  om('vr 4 dec 2026 00:00', KLOK, 'VT (meningsverschil)', 'noord, vt: ↻ meningsverschil 2'),
  om(
    'vr 4 dec 2026 08:30',
    KLOK,
    'VT (meningsverschil)',
    'vt, Joost: verlopen stap 2',
    'noord, vt: ↻ meningsverschil 3',
    'Ilse, Loes: ↻ verlopen stap 1',
    'Ilse, Loes: ↻ verlopen stap 2',
    'noord, vt: ↻ meningsverschil',
  ),
];

describe('niemand lost het op', () => {
  verhaalOpBeideOpslagen(
    'leidinggevenden na 2 werkdagen, gemeente na 5, stuurgroep na 10, en weer Veilig Thuis na 8 weken',
    [
      VERZONDEN,
      ONTVANGEN,
      gemeld(),
      ...STAP_2,
      ...STAP_3,
      om('za 19 dec 2026 00:00', KLOK, 'VT (meningsverschil)', 'noord, vt: ↻ meningsverschil 3'),
      om(
        'ma 21 dec 2026 08:30',
        KLOK,
        'VT (meningsverschil)',
        'stuurgroep: stuurgroep: meningsverschil niet opgelost',
        'vt: verlopen stap 3',
        'noord, vt: ↻ meningsverschil 3',
      ),
      om('di 16 feb 2027 00:00', KLOK, 'VT (meningsverschil)', 'noord, vt: ↻ meningsverschil 3'),
      om(
        'di 16 feb 2027 08:30',
        KLOK,
        'VT (meningsverschil)',
        'vt: verlopen nog bij VT',
        'noord, vt: ↻ meningsverschil 3',
      ),
    ],
    { gekoppeld: ['vt', 'noord', 'stuurgroep'] },
  );

  verhaal('en de stuurgroep heeft geen kanaal: Veilig Thuis hoort dat het bericht niet aankwam', [
    VERZONDEN,
    ONTVANGEN,
    gemeld(),
    ...STAP_2,
    ...STAP_3,
    om('za 19 dec 2026 00:00', KLOK, 'VT (meningsverschil)', 'noord, vt: ↻ meningsverschil 3'),
    om(
      'ma 21 dec 2026 08:30',
      KLOK,
      'VT (meningsverschil)',
      'vt: niet bezorgd: het bericht aan de stuurgroep aan Stuurgroep Veilig Thuis',
      'vt: verlopen stap 3',
      'noord, vt: ↻ meningsverschil 3',
    ),
  ]);
});

describe('stap 1: de professionals komen eruit', () => {
  verhaal('het team gaat verder: twee nieuwe weken om op te pakken', [
    VERZONDEN,
    ONTVANGEN,
    gemeld(),
    om(
      'wo 25 nov 2026 13:00',
      klikt(VERA, 'meningsverschil-oplossen', NAAR_TEAM),
      'VT (meningsverschil)',
      'noord, vt: voorstel',
      'noord, vt: ↻ meningsverschil 1',
    ),
    om(
      'wo 25 nov 2026 14:00',
      klikt(NOOR, 'uitkomst-aanvaarden'),
      'noord',
      'noord, vt: meningsverschil opgelost',
      'noord, vt: ↻ klaar: meningsverschil',
      'noord: ↻ klaar: voorstel',
      'noord, vt: ↻ overgenomen',
    ),
    om('wo 2 dec 2026 08:30', KLOK, 'noord', 'noord: herinnering oppakken', 'noord, vt: ↻ overgenomen'),
    om('ma 7 dec 2026 08:30', KLOK, 'noord', 'noord: herinnering oppakken', 'noord, vt: ↻ overgenomen'),
    om('do 10 dec 2026 00:00', KLOK, 'noord', 'noord, vt: ↻ overgenomen, te laat'),
    om('do 10 dec 2026 08:30', KLOK, 'noord', 'noord, vt: verlopen oppakken', 'noord, vt: ↻ overgenomen, te laat'),
  ]);

  verhaal('Veilig Thuis houdt de casus: het team hoeft niets meer, en na 8 weken komt de vraag of de casus er nog is', [
    VERZONDEN,
    ONTVANGEN,
    gemeld(),
    om(
      'wo 25 nov 2026 23:59',
      klikt(VERA, 'meningsverschil-oplossen', NAAR_VT),
      'VT',
      'noord, vt: meningsverschil opgelost',
      'noord, vt: ↻ gestopt',
      'noord, vt: ↻ klaar: meningsverschil',
    ),
    om('vr 15 jan 2027 12:00', KLOK, 'VT'),
    om('do 21 jan 2027 08:30', KLOK, 'VT', 'vt: verlopen nog bij VT'),
  ]);

  verhaal('gemeld door Veilig Thuis, over een casus die al is opgepakt: het team gaat verder waar het was', [
    VERZONDEN,
    ONTVANGEN,
    opgepakt('ma 23 nov 2026 10:30'),
    gemeld(klikt(VERA, 'meningsverschil-melden', ONEENS)),
    om(
      'di 24 nov 2026 09:30',
      klikt(VERA, 'meningsverschil-oplossen', NAAR_TEAM),
      'VT (meningsverschil)',
      'noord, vt: voorstel',
      'noord, vt: ↻ meningsverschil 1',
    ),
    om(
      'di 24 nov 2026 10:00',
      klikt(NOOR, 'uitkomst-aanvaarden'),
      'noord',
      'noord, vt: meningsverschil opgelost',
      'noord, vt: ↻ opgepakt',
      'noord, vt: ↻ klaar: meningsverschil',
      'noord: ↻ klaar: voorstel',
    ),
    om('di 1 jun 2027 12:00', KLOK, 'noord'),
  ]);

  verhaal('over een koude overdracht: ook het bespreken van de melding begint opnieuw', [
    om('ma 23 nov 2026 09:00', draagtKoudOver(NOORD), 'VT', 'noord, vt: overdracht'),
    om('ma 23 nov 2026 09:30', vt('geinformeerd', { wie: 'clientsysteem' }), 'VT', 'noord, vt: ↻ wacht'),
    ONTVANGEN,
    opgepakt('ma 23 nov 2026 10:30'),
    gemeld(),
    om(
      'di 24 nov 2026 09:30',
      klikt(VERA, 'meningsverschil-oplossen', NAAR_TEAM),
      'VT (meningsverschil)',
      'noord, vt: voorstel',
      'noord, vt: ↻ meningsverschil 1',
    ),
    om(
      'di 24 nov 2026 10:00',
      klikt(NOOR, 'uitkomst-aanvaarden'),
      'noord',
      'noord, vt: meningsverschil opgelost',
      'noord, vt: ↻ opgepakt',
      'noord, vt: ↻ klaar: meningsverschil',
      'noord: ↻ klaar: voorstel',
    ),
    om('wo 9 dec 2026 00:00', KLOK, 'noord', 'noord, vt: ↻ opgepakt, te laat'),
    om('wo 9 dec 2026 08:30', KLOK, 'noord', 'noord: verlopen melding bespreken', 'noord, vt: ↻ opgepakt, te laat'),
  ]);

  verhaal('een lid van het team stelt voor dat Veilig Thuis de casus houdt: het geldt als Veilig Thuis dat aanvaardt', [
    VERZONDEN,
    ONTVANGEN,
    gemeld(),
    om(
      'ma 23 nov 2026 11:30',
      klikt(NICO, 'meningsverschil-oplossen', NAAR_VT, { keer: 2 }),
      'VT (meningsverschil)',
      'noord, vt: voorstel',
      'noord, vt: ↻ meningsverschil 1',
    ),
    om(
      'ma 23 nov 2026 12:00',
      klikt(VERA, 'uitkomst-aanvaarden', {}, { keer: 2 }),
      'VT',
      'noord, vt: meningsverschil opgelost',
      'noord, vt: ↻ gestopt',
      'noord, vt: ↻ klaar: meningsverschil',
      'vt: ↻ klaar: voorstel',
    ),
    om('ma 23 nov 2026 12:00:30', nogmaals(), 'VT sinds ma 23 nov 2026 12:00'),
  ]);
});

describe('een voorstel dat de ander niet wil', () => {
  verhaal('blijft een voorstel: Veilig Thuis houdt zicht tot iemand aanvaardt wie de casus krijgt (§4.3)', [
    VERZONDEN,
    ONTVANGEN,
    gemeld(),
    om(
      'ma 23 nov 2026 12:00',
      klikt(VERA, 'meningsverschil-oplossen', NAAR_TEAM),
      'VT (meningsverschil)',
      'noord, vt: voorstel',
      'noord, vt: ↻ meningsverschil 1',
    ),
    om(
      'ma 23 nov 2026 12:30',
      klikTevergeefs(VERA, 'uitkomst-aanvaarden', 'Jij kunt dit niet doen'),
      'VT (meningsverschil)',
    ),
    om(
      'ma 23 nov 2026 13:00',
      klikt(NOOR, 'uitkomst-afwijzen', { reden: 'Wij kunnen dit niet' }),
      'VT (meningsverschil)',
      'noord, vt: voorstel afgewezen',
      'noord: ↻ klaar: voorstel',
      'noord, vt: ↻ meningsverschil 1',
    ),
    om(
      'ma 23 nov 2026 14:00',
      klikt(VERA, 'meningsverschil-oplossen', NAAR_VT),
      'VT',
      'noord, vt: meningsverschil opgelost',
      'noord, vt: ↻ gestopt',
      'noord, vt: ↻ klaar: meningsverschil',
    ),
  ]);
});

describe('stap 2: de leidinggevenden', () => {
  verhaal('komen er in de laatste minuut uit: het team', [
    VERZONDEN,
    ONTVANGEN,
    gemeld(),
    ...STAP_2,
    om(
      'wo 2 dec 2026 08:30',
      KLOK,
      'VT (meningsverschil)',
      'Ilse, Loes: herinnering stap 2',
      'noord, vt: ↻ meningsverschil 2',
    ),
    om(
      'do 3 dec 2026 23:59',
      klikt(ILSE, 'meningsverschil-oplossen', NAAR_TEAM),
      'noord',
      'Ilse, Loes: ↻ klaar: stap 1',
      'Ilse, Loes: ↻ klaar: stap 2',
      'noord, vt: meningsverschil opgelost',
      'noord, vt: ↻ klaar: meningsverschil',
      'noord, vt: ↻ overgenomen',
    ),
    om('vr 4 dec 2026 12:00', KLOK, 'noord'),
  ]);

  verhaal('komen eruit: Veilig Thuis', [
    VERZONDEN,
    ONTVANGEN,
    gemeld(),
    ...STAP_2,
    om(
      'ma 30 nov 2026 10:00',
      klikt(LOES, 'meningsverschil-oplossen', NAAR_VT),
      'VT',
      'Ilse, Loes: ↻ klaar: stap 1',
      'noord, vt: meningsverschil opgelost',
      'noord, vt: ↻ gestopt',
      'noord, vt: ↻ klaar: meningsverschil',
    ),
    om('vr 15 jan 2027 12:00', KLOK, 'VT'),
  ]);

  verhaal('worden eerder gevraagd, door een knop: hun termijn loopt vanaf dan, en de professionals kunnen niets meer', [
    VERZONDEN,
    ONTVANGEN,
    gemeld(),
    om(
      'di 24 nov 2026 10:00',
      klikt(NOOR, 'meningsverschil-opschalen', { gespreksverslag: 'Wij komen er niet uit' }),
      'VT (meningsverschil)',
      'Ilse, Loes: meningsverschil naar stap 2',
      'noord, vt: ↻ meningsverschil 2',
      'noord, vt: ↻ meningsverschil',
    ),
    om(
      'di 24 nov 2026 11:00',
      klikTevergeefs(VERA, 'meningsverschil-oplossen', 'Jij kunt dit niet doen', NAAR_VT),
      'VT (meningsverschil)',
    ),
    om(
      'ma 30 nov 2026 08:30',
      KLOK,
      'VT (meningsverschil)',
      'Ilse, Loes: herinnering stap 2',
      'noord, vt: ↻ meningsverschil 2',
    ),
    om('wo 2 dec 2026 00:00', KLOK, 'VT (meningsverschil)', 'noord, vt: ↻ meningsverschil 2'),
    om(
      'wo 2 dec 2026 08:30',
      KLOK,
      'VT (meningsverschil)',
      'vt, Joost: verlopen stap 2',
      'noord, vt: ↻ meningsverschil 3',
      'Ilse, Loes: ↻ meningsverschil naar stap 3',
      'Ilse, Loes: ↻ verlopen stap 2',
      'noord, vt: ↻ meningsverschil',
    ),
  ]);

  verhaal('een klik op de knop die opnieuw komt, gaat niet nog een stap verder', [
    VERZONDEN,
    ONTVANGEN,
    gemeld(),
    om(
      'di 24 nov 2026 10:00',
      klikt(NOOR, 'meningsverschil-opschalen', {}, { keer: 3 }),
      'VT (meningsverschil)',
      'Ilse, Loes: meningsverschil naar stap 2',
      'noord, vt: ↻ meningsverschil 2',
      'noord, vt: ↻ meningsverschil',
    ),
  ]);
});

describe('stap 3: de gemeente', () => {
  verhaal('stelt voor: het team, en het team aanvaardt dat', [
    VERZONDEN,
    ONTVANGEN,
    gemeld(),
    ...STAP_2,
    ...STAP_3,
    om(
      'ma 7 dec 2026 09:30',
      klikt(JOOST, 'meningsverschil-oplossen', NAAR_TEAM),
      'VT (meningsverschil)',
      'Ilse: ↻ verlopen stap 1',
      'Ilse: ↻ verlopen stap 2',
      'noord, vt: voorstel',
      'noord, vt: ↻ meningsverschil 3',
    ),
    om(
      'ma 7 dec 2026 10:00',
      klikt(ILSE, 'uitkomst-aanvaarden'),
      'noord',
      'Ilse, Loes: ↻ klaar: stap 1',
      'Ilse, Joost, Loes, vt: ↻ klaar: stap 2',
      'noord, vt: meningsverschil opgelost',
      'noord, vt: ↻ klaar: meningsverschil',
      'noord: ↻ klaar: voorstel',
      'noord, vt: ↻ overgenomen',
    ),
  ]);

  verhaal(
    'stelt voor: Veilig Thuis, en Veilig Thuis aanvaardt dat',
    [
      VERZONDEN,
      ONTVANGEN,
      gemeld(),
      ...STAP_2,
      ...STAP_3,
      om(
        'vr 18 dec 2026 15:00',
        klikt(JOOST, 'meningsverschil-oplossen', NAAR_VT),
        'VT (meningsverschil)',
        'Loes: ↻ verlopen stap 1',
        'Loes, vt: ↻ verlopen stap 2',
        'noord, vt: voorstel',
        'noord, vt: ↻ meningsverschil 3',
      ),
      om(
        'vr 18 dec 2026 23:59',
        klikt(LOES, 'uitkomst-aanvaarden'),
        'VT',
        'Ilse, Loes: ↻ klaar: stap 1',
        'Ilse, Joost, Loes, vt: ↻ klaar: stap 2',
        'noord, vt: meningsverschil opgelost',
        'noord, vt: ↻ gestopt',
        'noord, vt: ↻ klaar: meningsverschil',
        'vt: ↻ klaar: voorstel',
      ),
      om('vr 15 jan 2027 12:00', KLOK, 'VT'),
    ],
    { gekoppeld: ['vt', 'noord', 'stuurgroep'] },
  );

  verhaal(
    'wordt door de leidinggevenden eerder gevraagd',
    [
      VERZONDEN,
      ONTVANGEN,
      gemeld(),
      om(
        'di 24 nov 2026 10:00',
        klikt(VERA, 'meningsverschil-opschalen'),
        'VT (meningsverschil)',
        'Ilse, Loes: meningsverschil naar stap 2',
        'noord, vt: ↻ meningsverschil 2',
        'noord, vt: ↻ meningsverschil',
      ),
      om(
        'wo 25 nov 2026 10:00',
        klikt(ILSE, 'meningsverschil-opschalen'),
        'VT (meningsverschil)',
        'vt, Joost: meningsverschil naar stap 3',
        'noord, vt: ↻ meningsverschil 3',
        'Ilse, Loes: ↻ meningsverschil naar stap 3',
        'noord, vt: ↻ meningsverschil',
      ),
      om('do 10 dec 2026 00:00', KLOK, 'VT (meningsverschil)', 'noord, vt: ↻ meningsverschil 3'),
      om(
        'do 10 dec 2026 08:30',
        KLOK,
        'VT (meningsverschil)',
        'stuurgroep: stuurgroep: meningsverschil niet opgelost',
        'vt: verlopen stap 3',
        'noord, vt: ↻ meningsverschil 3',
      ),
    ],
    { gekoppeld: ['vt', 'noord', 'stuurgroep'] },
  );
});

describe('het begint', () => {
  verhaal('voor de bevestiging: het team aanvaardt de casus, en heeft hem zonder bevestiging', [
    VERZONDEN,
    gemeld(),
    om(
      'di 24 nov 2026 09:30',
      klikt(VERA, 'meningsverschil-oplossen', NAAR_TEAM),
      'VT (meningsverschil)',
      'noord, vt: voorstel',
      'noord, vt: ↻ meningsverschil 1',
    ),
    om(
      'di 24 nov 2026 10:00',
      klikt(NOOR, 'uitkomst-aanvaarden'),
      'noord',
      'noord, vt: meningsverschil opgelost',
      'noord, vt: ↻ klaar: meningsverschil',
      'noord: ↻ klaar: voorstel',
      'noord, vt: ↻ overgenomen',
    ),
    om('di 1 dec 2026 08:30', KLOK, 'noord', 'noord: herinnering oppakken', 'noord, vt: ↻ overgenomen'),
  ]);

  verhaal('nadat het team weigerde: Veilig Thuis vindt dat het wel van het team is', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 10:00',
      klikt(NOOR, 'weigeren', { reden: 'Niet voor ons' }),
      'VT',
      'vt: geweigerd',
      'noord, vt: ↻ geweigerd',
    ),
    gemeld(klikt(VERA, 'meningsverschil-melden', ONEENS)),
    om(
      'di 24 nov 2026 09:30',
      klikt(VERA, 'meningsverschil-oplossen', NAAR_TEAM),
      'VT (meningsverschil)',
      'noord, vt: voorstel',
      'noord, vt: ↻ meningsverschil 1',
    ),
    om(
      'di 24 nov 2026 10:00',
      klikt(NOOR, 'uitkomst-aanvaarden'),
      'noord',
      'noord, vt: meningsverschil opgelost',
      'noord, vt: ↻ klaar: meningsverschil',
      'noord: ↻ klaar: voorstel',
      'noord, vt: ↻ overgenomen',
    ),
  ]);

  verhaal('nadat Veilig Thuis de casus terugnam: het team vindt dat het verder kon', [
    VERZONDEN,
    ONTVANGEN,
    om(
      'ma 23 nov 2026 10:30',
      klikt(VERA, 'terugnemen', { reden: 'Wij grijpen in' }),
      'VT',
      'noord: teruggenomen',
      'noord, vt: ↻ gestopt',
    ),
    gemeld(),
    om(
      'di 24 nov 2026 09:30',
      klikt(VERA, 'meningsverschil-oplossen', NAAR_TEAM),
      'VT (meningsverschil)',
      'noord, vt: voorstel',
      'noord, vt: ↻ meningsverschil 1',
    ),
    om(
      'di 24 nov 2026 10:00',
      klikt(NOOR, 'uitkomst-aanvaarden'),
      'noord',
      'noord, vt: meningsverschil opgelost',
      'noord, vt: ↻ klaar: meningsverschil',
      'noord: ↻ klaar: voorstel',
      'noord, vt: ↻ overgenomen',
    ),
  ]);

  verhaal('tijdens een wachtlijst: tijdelijk blijft tijdelijk, om een andere reden', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 10:00',
      klikt(NOOR, 'wachtlijst-melden', { toelichting: 'Vol' }),
      'VT (wachtlijst)',
      'vt: wachtlijst',
      'noord, vt: ↻ wachtlijst',
    ),
    om(
      'ma 23 nov 2026 10:30',
      klikt(VERA, 'gemeente-geinformeerd', { wie: 'de contactambtenaar' }),
      'VT (wachtlijst)',
      'noord, vt: ↻ wachtlijst',
      'vt: ↻ klaar: wachtlijst',
    ),
    gemeld(klikt(VERA, 'meningsverschil-melden', ONEENS)),
    om(
      'di 24 nov 2026 10:00',
      klikt(VERA, 'meningsverschil-oplossen', NAAR_VT),
      'VT',
      'noord, vt: meningsverschil opgelost',
      'noord, vt: ↻ gestopt',
      'noord, vt: ↻ klaar: meningsverschil',
    ),
  ]);

  verhaal('nadat het team afsloot: Veilig Thuis vindt dat te vroeg', [
    VERZONDEN,
    ONTVANGEN,
    opgepakt('ma 23 nov 2026 10:30'),
    om(
      'ma 23 nov 2026 10:45',
      klikt(NOOR, 'afsluiten', { reden: 'Stabiel veilig' }),
      'cliënt',
      'vt: afgesloten',
      'noord, vt: ↻ gestopt',
    ),
    gemeld(klikt(VERA, 'meningsverschil-melden', ONEENS)),
    om(
      'di 24 nov 2026 09:30',
      klikt(VERA, 'meningsverschil-oplossen', NAAR_TEAM),
      'VT (meningsverschil)',
      'noord, vt: voorstel',
      'noord, vt: ↻ meningsverschil 1',
    ),
    om(
      'di 24 nov 2026 10:00',
      klikt(NOOR, 'uitkomst-aanvaarden'),
      'noord',
      'noord, vt: meningsverschil opgelost',
      'noord, vt: ↻ opgepakt',
      'noord, vt: ↻ klaar: meningsverschil',
      'noord: ↻ klaar: voorstel',
    ),
  ]);

  verhaal('niet over een overdracht die is ingetrokken', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 10:00',
      vt('intrekken', { reden: 'Verkeerd team' }),
      'VT',
      'noord: ingetrokken',
      'noord, vt: ↻ ingetrokken',
    ),
    om('ma 23 nov 2026 11:00', klikTevergeefs(NOOR, 'meningsverschil-melden', 'ingetrokken', ONEENS), 'VT'),
  ]);

  verhaal('van twee kanten, en de klik komt opnieuw: het is er een', [
    VERZONDEN,
    ONTVANGEN,
    gemeld(klikt(NOOR, 'meningsverschil-melden', ONEENS, { keer: 3 })),
    om('ma 23 nov 2026 11:00:30', nogmaals(), 'VT (meningsverschil) sinds ma 23 nov 2026 11:00'),
    om('ma 23 nov 2026 11:05', vt('meningsverschil-melden', ONEENS), 'VT (meningsverschil) sinds ma 23 nov 2026 11:00'),
  ]);

  verhaal('en zolang het loopt kan de casus niet naar een ander team, en ook niet worden opgepakt', [
    VERZONDEN,
    ONTVANGEN,
    gemeld(),
    om(
      'ma 23 nov 2026 12:00',
      vtMagNiet('meningsverschil-loopt', 'overdragen', { team: 'cjg-zuid', wijze: 'koud', feiten: ['x'] }),
      'VT (meningsverschil)',
    ),
    om(
      'ma 23 nov 2026 12:30',
      klikTevergeefs(NOOR, 'oppakken', 'Er loopt een meningsverschil'),
      'VT (meningsverschil)',
    ),
  ]);
});

describe('het komt terug bij hetzelfde team', () => {
  const naarStap3 = (casus: 'A' | 'B'): readonly [Daad, Daad] => [
    klikt(VERA, 'meningsverschil-opschalen', {}, { casus }),
    klikt(LOES, 'meningsverschil-opschalen', {}, { casus }),
  ];

  const verhaalVanTweede = (titel: string, tweede: string, gehoord: boolean): void => {
    const [a2, a3] = naarStap3('A');
    const [b2, b3] = naarStap3('B');
    verhaal(
      titel,
      [
        om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD), { A: 'VT' }, 'noord, vt: overdracht A'),
        om(
          'ma 23 nov 2026 11:00',
          klikt(VERA, 'meningsverschil-melden', ONEENS),
          { A: 'VT (meningsverschil)' },
          'noord, vt: meningsverschil A',
          'noord, vt: ↻ meningsverschil 1 A',
        ),
        om(
          'ma 23 nov 2026 12:00',
          a2,
          { A: 'VT (meningsverschil)' },
          'Ilse, Loes: meningsverschil naar stap 2 A',
          'noord, vt: ↻ meningsverschil 2 A',
          'noord, vt: ↻ meningsverschil A',
        ),
        om(
          'ma 23 nov 2026 13:00',
          a3,
          { A: 'VT (meningsverschil)' },
          'vt, Joost: meningsverschil naar stap 3 A',
          'noord, vt: ↻ meningsverschil 3 A',
          'Ilse, Loes: ↻ meningsverschil naar stap 3 A',
          'noord, vt: ↻ meningsverschil A',
        ),
        om(
          'ma 23 nov 2026 13:30',
          klikt(JOOST, 'meningsverschil-oplossen', NAAR_VT),
          { A: 'VT (meningsverschil)' },
          'noord, vt: voorstel A',
          'noord, vt: ↻ meningsverschil 3 A',
        ),
        om(
          'ma 23 nov 2026 14:00',
          klikt(LOES, 'uitkomst-aanvaarden'),
          { A: 'VT' },
          'noord, vt: meningsverschil opgelost A',
          'noord, vt: ↻ gestopt A',
          'Ilse, Joost, Loes, vt: ↻ klaar: meningsverschil naar stap 3 A',
          'noord, vt: ↻ klaar: meningsverschil A',
          'vt: ↻ klaar: voorstel A',
        ),
        om(
          'ma 23 nov 2026 15:00',
          vt('triage-afronden', { besluit: 'geen-zorgen', herziening: true }),
          { A: 'cliënt' },
          'vt: informeren cliëntsysteem + melder A',
        ),
        om(
          'ma 23 nov 2026 15:30',
          vt('geinformeerd', { wie: 'clientsysteem', via: 'brief' }),
          { A: 'cliënt' },
          'vt: ↻ informeren melder A',
        ),
        om(
          'ma 23 nov 2026 15:40',
          vt('geinformeerd', { wie: 'melder', via: 'brief' }),
          { A: 'cliënt' },
          'vt: ↻ klaar: informeren A',
        ),
        om(
          `${tweede} 09:00`,
          draagtWarmOver(NOORD, { casus: 'B' }),
          { A: 'cliënt', B: 'VT' },
          'noord, vt: overdracht B',
        ),
        om(
          `${tweede} 11:00`,
          klikt(VERA, 'meningsverschil-melden', ONEENS, { casus: 'B' }),
          { A: 'cliënt', B: 'VT (meningsverschil)' },
          'noord, vt: meningsverschil B',
          'noord, vt: ↻ meningsverschil 1 B',
        ),
        om(
          `${tweede} 12:00`,
          b2,
          { A: 'cliënt', B: 'VT (meningsverschil)' },
          'Ilse, Loes: meningsverschil naar stap 2 B',
          'noord, vt: ↻ meningsverschil 2 B',
          'noord, vt: ↻ meningsverschil B',
        ),
        om(
          `${tweede} 13:00`,
          b3,
          { A: 'cliënt', B: 'VT (meningsverschil)' },
          'vt, Joost: meningsverschil naar stap 3 B',
          'noord, vt: ↻ meningsverschil 3 B',
          'Ilse, Loes: ↻ meningsverschil naar stap 3 B',
          'noord, vt: ↻ meningsverschil B',
          ...(gehoord ? ['stuurgroep: stuurgroep: 2 keer een meningsverschil B'] : []),
        ),
      ],
      { gekoppeld: ['vt', 'noord', 'stuurgroep'] },
    );
  };

  verhaalVanTweede('binnen zes maanden: de stuurgroep hoort een getal', 'ma 3 mei 2027', true);
  verhaalVanTweede('na meer dan zes maanden: de stuurgroep hoort niets', 'di 1 jun 2027', false);
});
