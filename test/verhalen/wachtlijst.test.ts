/** A lokaal team with a wachtlijst: Veilig Thuis is tijdelijk responsible until the gemeente has intervened (§4.2). */
import { describe } from 'vitest';
import { HANNA, HAVEN, JOOST, NICO, NOOR, NOORD, VERA } from '../scenario/mensen.ts';
import { ONTVANGEN, ontvangen, opgepakt, VERZONDEN } from './begin.ts';
import {
  draagtWarmOver,
  klikt,
  klikTevergeefs,
  KLOK,
  meldt,
  nogmaals,
  samen,
  triage,
  vt,
  vtMagNiet,
  warmNaar,
} from './daden.ts';
import { om, verhaal, verhaalOpBeideOpslagen } from './verhaal.ts';

const VOL = { toelichting: 'Er is een wachtlijst van zes weken' };
const GEMEENTE = { wie: 'de contactambtenaar' };
const GREEP_IN = { wat: 'Extra uren voor het wijkteam' };

const GEMELD = om(
  'ma 23 nov 2026 11:00',
  klikt(NOOR, 'wachtlijst-melden', VOL),
  'VT (wachtlijst)',
  'vt: wachtlijst',
  'noord, vt: ↻ wachtlijst',
);
const GEMEENTE_GEBELD = om(
  'di 24 nov 2026 10:00',
  klikt(VERA, 'gemeente-geinformeerd', GEMEENTE),
  'VT (wachtlijst)',
  'noord, vt: ↻ wachtlijst',
  'vt: ↻ klaar: wachtlijst',
);
const INGEGREPEN = om(
  'do 26 nov 2026 10:00',
  klikt(JOOST, 'interventie-gemeente-vastleggen', GREEP_IN),
  'VT (wachtlijst)',
  'noord, vt: gemeente greep in',
  'noord, vt: ↻ gestopt',
);

describe('het team meldt een wachtlijst', () => {
  verhaal('voor de bevestiging, en alles gaat zoals bedoeld: gemeente, ingrijpen, opnieuw overdragen', [
    VERZONDEN,
    GEMELD,
    GEMEENTE_GEBELD,
    INGEGREPEN,
    om('vr 27 nov 2026 09:00', warmNaar(NOORD), 'VT (wachtlijst)', 'noord, vt: overdracht'),
    ontvangen('vr 27 nov 2026 11:00'),
    opgepakt('vr 27 nov 2026 12:00'),
    om('di 1 jun 2027 12:00', KLOK, 'noord'),
  ]);

  verhaal(
    'na de bevestiging: Veilig Thuis heeft zicht vanaf dat moment, en hoort na 8 weken de vraag of dat nog zo is',
    [
      VERZONDEN,
      ONTVANGEN,
      om(
        'do 26 nov 2026 11:00',
        klikt(NICO, 'wachtlijst-melden', VOL),
        'VT (wachtlijst)',
        'vt: wachtlijst',
        'noord, vt: ↻ wachtlijst',
      ),
      om(
        'do 26 nov 2026 12:00',
        klikt(VERA, 'gemeente-geinformeerd', GEMEENTE),
        'VT (wachtlijst)',
        'noord, vt: ↻ wachtlijst',
        'vt: ↻ klaar: wachtlijst',
      ),
      om('vr 22 jan 2027 00:00', KLOK, 'VT (wachtlijst)', 'noord, vt: ↻ wachtlijst'),
      om('vr 22 jan 2027 08:30', KLOK, 'VT (wachtlijst)', 'noord, vt: ↻ wachtlijst', 'vt: verlopen nog bij VT'),
      om('vr 29 jan 2027 08:30', KLOK, 'VT (wachtlijst)', 'Loes: escalatie nog bij VT', 'noord, vt: ↻ wachtlijst'),
      om('vr 12 mrt 2027 12:00', KLOK, 'VT (wachtlijst)'),
    ],
  );

  verhaal('en Veilig Thuis belt de gemeente niet: na een werkdag horen kanaal en leidinggevende dat', [
    VERZONDEN,
    GEMELD,
    om('wo 25 nov 2026 00:00', KLOK, 'VT (wachtlijst)', 'noord, vt: ↻ wachtlijst'),
    om(
      'wo 25 nov 2026 08:30',
      KLOK,
      'VT (wachtlijst)',
      'vt, Loes: verlopen gemeente informeren',
      'noord, vt: ↻ wachtlijst',
    ),
    om(
      'wo 25 nov 2026 09:00',
      klikt(VERA, 'gemeente-geinformeerd', GEMEENTE),
      'VT (wachtlijst)',
      'noord, vt: ↻ wachtlijst',
      'Loes, vt: ↻ klaar: gemeente informeren',
      'vt: ↻ klaar: wachtlijst',
    ),
    om('vr 15 jan 2027 12:00', KLOK, 'VT (wachtlijst)'),
  ]);

  verhaal('aan de telefoon: Veilig Thuis legt het voor hen vast', [
    VERZONDEN,
    om(
      'di 24 nov 2026 10:00',
      vt('wachtlijst-melden', VOL),
      'VT (wachtlijst)',
      'vt: wachtlijst',
      'noord, vt: ↻ wachtlijst',
    ),
    om(
      'di 24 nov 2026 10:30',
      klikTevergeefs(NOOR, 'ontvangst-bevestigen', 'het team heeft een wachtlijst'),
      'VT (wachtlijst)',
    ),
  ]);

  verhaal('vijf keer bezorgd: een wachtlijst', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 11:00',
      klikt(NOOR, 'wachtlijst-melden', VOL, { keer: 5 }),
      'VT (wachtlijst)',
      'vt: wachtlijst',
      'noord, vt: ↻ wachtlijst',
    ),
    om('ma 23 nov 2026 11:00:30', nogmaals(), 'VT (wachtlijst) sinds ma 23 nov 2026 11:00'),
  ]);

  verhaal('nadat de casus is opgepakt kan niet: dan is er terugleggen', [
    VERZONDEN,
    ONTVANGEN,
    opgepakt('ma 23 nov 2026 10:30'),
    om('di 24 nov 2026 10:00', klikTevergeefs(NICO, 'wachtlijst-melden', 'terug te leggen', VOL), 'noord'),
  ]);
});

describe('een melding geldt voor het hele team', () => {
  verhaal('elke casus die nog niet is opgepakt komt bij Veilig Thuis, en een keer ingrijpen maakt ze vrij (§4.2)', [
    om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD), { A: 'VT' }, 'noord, vt: overdracht A'),
    om('ma 23 nov 2026 09:10', draagtWarmOver(NOORD, { casus: 'B' }), { A: 'VT', B: 'VT' }, 'noord, vt: overdracht B'),
    om(
      'ma 23 nov 2026 09:20',
      draagtWarmOver(NOORD, { casus: 'C' }),
      { A: 'VT', B: 'VT', C: 'VT' },
      'noord, vt: overdracht C',
    ),
    om(
      'ma 23 nov 2026 09:30',
      samen(
        klikt(NOOR, 'ontvangst-bevestigen', {}, { casus: 'B' }),
        klikt(NOOR, 'ontvangst-bevestigen', {}, { casus: 'C' }),
      ),
      { A: 'VT', B: 'noord', C: 'noord' },
      'vt: ontvangst bevestigd B',
      'vt: ontvangst bevestigd C',
      'noord, vt: ↻ ontvangen B',
      'noord, vt: ↻ ontvangen C',
    ),
    om(
      'ma 23 nov 2026 09:40',
      klikt(NOOR, 'oppakken', {}, { casus: 'C' }),
      { A: 'VT', B: 'noord', C: 'noord' },
      'vt: opgepakt C',
      'noord, vt: ↻ opgepakt C',
    ),
    om(
      'ma 23 nov 2026 10:00',
      klikt(NOOR, 'wachtlijst-melden', VOL),
      { A: 'VT (wachtlijst)', B: 'VT (wachtlijst)', C: 'noord' },
      'vt: wachtlijst A',
      'vt: wachtlijst B',
      'noord, vt: ↻ wachtlijst A',
      'noord, vt: ↻ wachtlijst B',
    ),
    om(
      'ma 23 nov 2026 11:00',
      klikt(JOOST, 'interventie-gemeente-vastleggen', GREEP_IN, { casus: 'B' }),
      { A: 'VT (wachtlijst)', B: 'VT (wachtlijst)', C: 'noord' },
      'noord, vt: gemeente greep in A',
      'noord, vt: gemeente greep in B',
      'noord, vt: ↻ gestopt A',
      'noord, vt: ↻ gestopt B',
      'vt: ↻ klaar: wachtlijst A',
      'vt: ↻ klaar: wachtlijst B',
    ),
    om(
      'ma 23 nov 2026 12:00',
      warmNaar(NOORD),
      { A: 'VT (wachtlijst)', B: 'VT (wachtlijst)', C: 'noord' },
      'noord, vt: overdracht A',
    ),
  ]);
});

describe('zolang de gemeente niet heeft ingegrepen', () => {
  verhaal(
    'gaat er niets naar dat team, wel naar een ander team',
    [
      VERZONDEN,
      GEMELD,
      GEMEENTE_GEBELD,
      om(
        'di 24 nov 2026 11:00',
        vtMagNiet('team-heeft-wachtlijst', 'overdragen', {
          team: NOORD,
          wijze: 'warm',
          feiten: ['x'],
          documentverwijzing: 'ZAAK-1',
          veiligheidsafspraken: ['y'],
          gesprek: { geenReden: 'Het gesprek was er al' },
        }),
        'VT (wachtlijst)',
      ),
      om(
        'di 24 nov 2026 12:00',
        warmNaar(HAVEN),
        'VT (wachtlijst)',
        'noord: ingetrokken',
        'noord, vt: ↻ ingetrokken',
        'haven, vt: overdracht',
      ),
      ontvangen('di 24 nov 2026 13:00', HANNA, 'haven'),
    ],
    { gekoppeld: ['vt', 'noord', 'haven'] },
  );

  verhaalOpBeideOpslagen('geldt dat voor elke casus; het ingrijpen in een ervan maakt ze alle vrij', [
    om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD), { A: 'VT' }, 'noord, vt: overdracht A'),
    om('ma 23 nov 2026 09:30', draagtWarmOver(NOORD, { casus: 'B' }), { A: 'VT', B: 'VT' }, 'noord, vt: overdracht B'),
    om(
      'ma 23 nov 2026 10:00',
      klikt(NOOR, 'wachtlijst-melden', VOL),
      { A: 'VT (wachtlijst)', B: 'VT (wachtlijst)' },
      'vt: wachtlijst A',
      'vt: wachtlijst B',
      'noord, vt: ↻ wachtlijst A',
      'noord, vt: ↻ wachtlijst B',
    ),
    om(
      'ma 23 nov 2026 11:00',
      samen(
        klikt(VERA, 'gemeente-geinformeerd', GEMEENTE),
        klikt(VERA, 'gemeente-geinformeerd', GEMEENTE, { casus: 'B' }),
      ),
      { A: 'VT (wachtlijst)', B: 'VT (wachtlijst)' },
      'noord, vt: ↻ wachtlijst A',
      'noord, vt: ↻ wachtlijst B',
      'vt: ↻ klaar: wachtlijst A',
      'vt: ↻ klaar: wachtlijst B',
    ),
    om(
      'ma 23 nov 2026 12:00',
      samen(
        meldt({ casus: 'C' }),
        triage.lokaal({ casus: 'C' }),
        vtMagNiet('team-heeft-wachtlijst', 'overdragen', { team: NOORD, wijze: 'koud', feiten: ['x'] }, { casus: 'C' }),
      ),
      { A: 'VT (wachtlijst)', B: 'VT (wachtlijst)', C: 'VT' },
    ),
    om(
      'di 24 nov 2026 09:00',
      klikt(JOOST, 'interventie-gemeente-vastleggen', GREEP_IN, { casus: 'B' }),
      { A: 'VT (wachtlijst)', B: 'VT (wachtlijst)', C: 'VT' },
      'noord, vt: gemeente greep in A',
      'noord, vt: gemeente greep in B',
      'noord, vt: ↻ gestopt A',
      'noord, vt: ↻ gestopt B',
    ),
    om(
      'di 24 nov 2026 10:00',
      warmNaar(NOORD, { casus: 'C' }),
      { A: 'VT (wachtlijst)', B: 'VT (wachtlijst)', C: 'VT' },
      'noord, vt: overdracht C',
    ),
  ]);

  verhaal(
    'komt er een nieuwe melding: Veilig Thuis is niet langer tijdelijk verantwoordelijk, en doet de triage opnieuw',
    [
      VERZONDEN,
      GEMELD,
      GEMEENTE_GEBELD,
      om(
        'wo 25 nov 2026 14:00',
        vt('nieuwe-melding', { ontvangenOp: 'wo 25 nov 2026 13:30' }),
        'VT sinds wo 25 nov 2026 13:30',
        'noord: nieuwe melding',
        'noord, vt: ↻ gestopt',
      ),
      om('di 1 dec 2026 08:30', KLOK, 'VT', 'vt: herinnering triage'),
      om('wo 2 dec 2026 23:59', triage.onderzoek(), 'VT', 'vt: ↻ klaar: triage'),
    ],
  );

  verhaal('trekt Veilig Thuis de overdracht in: dan is het weer gewoon van Veilig Thuis', [
    VERZONDEN,
    GEMELD,
    GEMEENTE_GEBELD,
    om(
      'wo 25 nov 2026 10:00',
      klikt(VERA, 'intrekken', { reden: 'Veilig Thuis gaat zelf verder' }),
      'VT',
      'noord: ingetrokken',
      'noord, vt: ↻ ingetrokken',
    ),
    om(
      'wo 25 nov 2026 10:30',
      vt('triage-afronden', {
        besluit: 'veilig-thuis',
        vervolg: 'casusregie',
        contactpersoon: 'V. de Wit',
        herziening: true,
      }),
      'VT',
    ),
  ]);
});

describe('de gemeente grijpt in', () => {
  verhaal('en Veilig Thuis legt dat vast, twee keer: het telt een keer', [
    VERZONDEN,
    GEMELD,
    GEMEENTE_GEBELD,
    om(
      'do 26 nov 2026 10:00',
      samen(vt('interventie-gemeente-vastleggen', GREEP_IN), vt('interventie-gemeente-vastleggen', GREEP_IN)),
      'VT (wachtlijst)',
      'noord, vt: gemeente greep in',
      'noord, vt: ↻ gestopt',
    ),
  ]);

  verhaal('maar het team zelf kan dat niet zeggen', [
    VERZONDEN,
    GEMELD,
    om(
      'ma 23 nov 2026 12:00',
      klikTevergeefs(NOOR, 'interventie-gemeente-vastleggen', 'Jij kunt dit niet doen', GREEP_IN),
      'VT (wachtlijst)',
    ),
  ]);

  verhaal('en het team heeft daarna weer een wachtlijst: dan begint het opnieuw', [
    VERZONDEN,
    GEMELD,
    GEMEENTE_GEBELD,
    INGEGREPEN,
    om('vr 27 nov 2026 09:00', warmNaar(NOORD), 'VT (wachtlijst)', 'noord, vt: overdracht'),
    om(
      'vr 27 nov 2026 10:00',
      klikt(NOOR, 'wachtlijst-melden', VOL),
      'VT (wachtlijst) sinds vr 27 nov 2026 10:00',
      'vt: wachtlijst',
      'noord, vt: ↻ wachtlijst',
    ),
    om('di 1 dec 2026 00:00', KLOK, 'VT (wachtlijst)', 'noord, vt: ↻ wachtlijst'),
    om(
      'di 1 dec 2026 08:30',
      KLOK,
      'VT (wachtlijst)',
      'vt, Loes: verlopen gemeente informeren',
      'noord, vt: ↻ wachtlijst',
    ),
    om(
      'di 1 dec 2026 09:00',
      vtMagNiet('team-heeft-wachtlijst', 'overdragen', {
        team: NOORD,
        wijze: 'warm',
        feiten: ['x'],
        documentverwijzing: 'ZAAK-1',
        veiligheidsafspraken: ['y'],
        gesprek: { geenReden: 'Het gesprek was er al' },
      }),
      'VT (wachtlijst)',
    ),
  ]);
});
