/** Who may do what: whoever may not, changes nothing and nobody is told (domein.md §8). */
import { describe } from 'vitest';
import { ADRESBOEK, BEA, HANNA, HAVEN, HEIN, ILSE, JOOST, NOOR, NOORD, ONNO, VERA, ZITA } from '../scenario/mensen.ts';
import { draagtWarmOver, KLOK, klikt, klikTevergeefs, samen, vraagt, vt, warmNaar } from './daden.ts';
import { om, verhaal } from './verhaal.ts';

const NIET = 'niet gevonden, of je hebt er geen toegang toe';
const MAG_NIET = 'Jij kunt dit niet doen';
const REDEN = { reden: 'Zomaar' };
const VERZONDEN = om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD), 'VT', 'noord, vt: overdracht');
const ONTVANGEN = om(
  'ma 23 nov 2026 10:00',
  klikt(NOOR, 'ontvangst-bevestigen'),
  'noord',
  'vt: ontvangst bevestigd',
  'noord, vt: ↻ ontvangen',
);

describe('iemand die het niet mag', () => {
  for (const [wie, mens, antwoord] of [
    ['een lid van een ander team', ZITA, NIET],
    ['een leidinggevende van een ander team', HEIN, NIET],
    ['de contactambtenaar van de gemeente', JOOST, NIET],
    ['de beheerder', BEA, NIET],
    ['iemand die nergens in staat', ONNO, NIET],
    ['een medewerker van Veilig Thuis', VERA, MAG_NIET],
  ] as const) {
    verhaal(`${wie} bevestigt niet, weigert niet en pakt niet op`, [
      VERZONDEN,
      om(
        'ma 23 nov 2026 10:00',
        samen(
          klikTevergeefs(mens, 'ontvangst-bevestigen', antwoord),
          klikTevergeefs(mens, 'weigeren', antwoord, REDEN),
          klikTevergeefs(mens, 'oppakken', antwoord),
        ),
        'VT',
      ),
      om('di 24 nov 2026 12:00', KLOK, 'VT'),
    ]);
  }

  verhaal('het team doet niets namens Veilig Thuis', [
    VERZONDEN,
    ONTVANGEN,
    om(
      'ma 23 nov 2026 11:00',
      samen(
        klikTevergeefs(NOOR, 'intrekken', MAG_NIET, REDEN),
        klikTevergeefs(NOOR, 'terugnemen', MAG_NIET, REDEN),
        klikTevergeefs(NOOR, 'terugleggen-accepteren', MAG_NIET),
        klikTevergeefs(NOOR, 'gemeente-geinformeerd', MAG_NIET, { wie: 'iemand' }),
        klikTevergeefs(NOOR, 'geinformeerd', MAG_NIET, { wie: 'clientsysteem' }),
        klikTevergeefs(NOOR, 'nieuwe-melding', MAG_NIET, { datum: '2026-11-23', tijd: '10:30' }),
      ),
      'noord',
    ),
  ]);

  verhaal(
    'het eerste team doet niets meer als de casus bij het tweede is',
    [
      VERZONDEN,
      om('ma 23 nov 2026 10:00', klikt(NOOR, 'weigeren', REDEN), 'VT', 'vt: geweigerd', 'noord, vt: ↻ geweigerd'),
      om('ma 23 nov 2026 11:00', warmNaar(HAVEN), 'VT', 'haven, vt: overdracht'),
      om('ma 23 nov 2026 12:00', klikTevergeefs(NOOR, 'ontvangst-bevestigen', MAG_NIET, {}, { overdracht: 2 }), 'VT'),
      om(
        'ma 23 nov 2026 12:30',
        klikt(HANNA, 'ontvangst-bevestigen'),
        'haven',
        'vt: ontvangst bevestigd',
        'haven, vt: ↻ ontvangen',
      ),
    ],
    { gekoppeld: ['vt', 'noord', 'haven'] },
  );

  verhaal('een leidinggevende van een ander team lost het meningsverschil niet op', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 10:00',
      klikt(NOOR, 'meningsverschil-melden', { toelichting: 'Oneens' }),
      'VT (meningsverschil)',
      'noord, vt: meningsverschil',
      'noord, vt: ↻ meningsverschil 1',
    ),
    om(
      'ma 23 nov 2026 11:00',
      klikt(NOOR, 'meningsverschil-opschalen'),
      'VT (meningsverschil)',
      'Ilse, Loes: meningsverschil naar stap 2',
      'noord, vt: ↻ meningsverschil 2',
      'noord, vt: ↻ meningsverschil',
    ),
    om(
      'ma 23 nov 2026 12:00',
      klikTevergeefs(HEIN, 'meningsverschil-oplossen', NIET, { uitkomst: 'veilig-thuis' }),
      'VT (meningsverschil)',
    ),
    om(
      'ma 23 nov 2026 12:30',
      klikt(ILSE, 'meningsverschil-oplossen', { uitkomst: 'lokale-toegang' }),
      'noord',
      'noord, vt: meningsverschil opgelost',
      'noord, vt: ↻ overgenomen',
      'Ilse, Loes: ↻ klaar: meningsverschil naar stap 2',
      'noord, vt: ↻ klaar: meningsverschil',
    ),
  ]);
});

describe('wie de inhoud opent', () => {
  verhaal('een lid en Veilig Thuis lezen die; een ander team en de gemeente niet; het kanaal ziet niets', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 10:00',
      samen(
        klikt(NOOR, 'bekijk-overdracht'),
        klikt(VERA, 'bekijk-overdracht'),
        klikTevergeefs(ZITA, 'bekijk-overdracht', NIET),
        klikTevergeefs(JOOST, 'bekijk-overdracht', NIET),
      ),
      'VT',
    ),
  ]);
});

describe('iemand met twee rollen', () => {
  const boek = {
    ...ADRESBOEK,
    veiligThuis: { ...ADRESBOEK.veiligThuis, medewerkers: [...ADRESBOEK.veiligThuis.medewerkers, NOOR] },
  };

  verhaal(
    'handelt in de rol die het mag: bevestigen als lid, terugnemen als Veilig Thuis',
    [
      VERZONDEN,
      ONTVANGEN,
      om('ma 23 nov 2026 11:00', klikt(NOOR, 'terugnemen', REDEN), 'VT', 'noord: teruggenomen', 'noord, vt: ↻ gestopt'),
    ],
    { adresboek: boek },
  );
});

describe('wie wat ziet in een lijst', () => {
  verhaal(
    'het team ziet zijn eigen casussen, Veilig Thuis alle',
    [
      om(
        'ma 23 nov 2026 09:00',
        samen(draagtWarmOver(NOORD), draagtWarmOver(HAVEN, { casus: 'B' })),
        { A: 'VT', B: 'VT' },
        'noord, vt: overdracht A',
        'haven, vt: overdracht B',
      ),
      om(
        'ma 23 nov 2026 10:00',
        samen(
          vraagt(VERA, 'openstaand', 'VT-2026-0001', 'VT-2026-0002'),
          vraagt(NOOR, 'openstaand', 'VT-2026-0001'),
          async ({ wereld }) => {
            const { tekst } = await wereld.typ(NOOR, 'openstaand');
            if (tekst.includes('VT-2026-0002')) throw new Error(tekst);
          },
        ),
        { A: 'VT', B: 'VT' },
      ),
    ],
    { gekoppeld: ['vt', 'noord', 'haven'] },
  );

  verhaal('in een opdracht van Veilig Thuis staat een mailadres: niets wordt bewaard', [
    VERZONDEN,
    om(
      'ma 23 nov 2026 10:00',
      async ({ wereld }) => {
        const antwoord = await wereld.api('POST', '/api/v1/casussen/VT-2026-0001/opdrachten', {
          soort: 'intrekken',
          reden: 'Mail naar iemand@example.org',
        });
        if (antwoord.status < 400) throw new Error(JSON.stringify(antwoord.body));
      },
      'VT',
    ),
    om('ma 23 nov 2026 11:00', vt('intrekken', REDEN), 'VT', 'noord: ingetrokken', 'noord, vt: ↻ ingetrokken'),
  ]);
});
