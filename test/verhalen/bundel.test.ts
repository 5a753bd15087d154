/** Many casussen at one opening, and the messages of the bot about itself. */
import { describe } from 'vitest';
import { HAVEN, NOOR, NOORD, ZUID } from '../scenario/mensen.ts';
import { draagtWarmOver, herstart, KLOK, klikt, koppelt, meldt, samen, waakt } from './daden.ts';
import { om, verhaal, verhaalOpBeideOpslagen } from './verhaal.ts';

const BIJ_VT = { A: 'VT', B: 'VT', C: 'VT' };
const kaarten = (waar: string, wat: string): string[] => ['A', 'B', 'C'].map((casus) => `${waar}, vt: ${wat} ${casus}`);

describe('drie casussen op een ochtend', () => {
  verhaalOpBeideOpslagen('bij een team dat niet bevestigt: ieder krijgt een bericht met een lijst, geen drie', [
    om(
      'ma 23 nov 2026 09:00',
      samen(draagtWarmOver(NOORD), draagtWarmOver(NOORD, { casus: 'B' }), draagtWarmOver(NOORD, { casus: 'C' })),
      BIJ_VT,
      ...kaarten('noord', 'overdracht'),
    ),
    om(
      'wo 25 nov 2026 08:30',
      KLOK,
      BIJ_VT,
      'noord: lijst herinnering bevestigen A+B+C',
      ...kaarten('noord', '↻ wacht'),
    ),
    om('do 26 nov 2026 00:00', KLOK, BIJ_VT, ...kaarten('noord', '↻ te laat')),
    om(
      'do 26 nov 2026 08:30',
      KLOK,
      BIJ_VT,
      'noord, vt: lijst verlopen bevestigen A+B+C',
      ...kaarten('noord', '↻ te laat'),
    ),
    om(
      'vr 27 nov 2026 08:30',
      KLOK,
      BIJ_VT,
      'Ilse, Loes: lijst escalatie bevestigen A+B+C',
      ...kaarten('noord', '↻ te laat'),
    ),
  ]);

  verhaal(
    'bij drie teams: elk team hoort het zijne, Veilig Thuis en haar leidinggevende een lijst',
    [
      om(
        'ma 23 nov 2026 09:00',
        samen(draagtWarmOver(NOORD), draagtWarmOver(HAVEN, { casus: 'B' }), draagtWarmOver(ZUID, { casus: 'C' })),
        BIJ_VT,
        'noord, vt: overdracht A',
        'haven, vt: overdracht B',
        'zuid, vt: overdracht C',
      ),
      om(
        'wo 25 nov 2026 08:30',
        KLOK,
        BIJ_VT,
        'noord: herinnering bevestigen A',
        'haven: herinnering bevestigen B',
        'zuid: herinnering bevestigen C',
        'noord, vt: ↻ wacht A',
        'haven, vt: ↻ wacht B',
        'zuid, vt: ↻ wacht C',
      ),
      om(
        'do 26 nov 2026 00:00',
        KLOK,
        BIJ_VT,
        'noord, vt: ↻ te laat A',
        'haven, vt: ↻ te laat B',
        'zuid, vt: ↻ te laat C',
      ),
      om(
        'do 26 nov 2026 08:30',
        KLOK,
        BIJ_VT,
        'noord: verlopen bevestigen A',
        'haven: verlopen bevestigen B',
        'zuid: verlopen bevestigen C',
        'vt: lijst verlopen bevestigen A+B+C',
        'noord, vt: ↻ te laat A',
        'haven, vt: ↻ te laat B',
        'zuid, vt: ↻ te laat C',
      ),
      om(
        'vr 27 nov 2026 08:30',
        KLOK,
        BIJ_VT,
        'Ilse: escalatie bevestigen A',
        'Hein: escalatie bevestigen B',
        'Zeger: escalatie bevestigen C',
        'Loes: lijst escalatie bevestigen A+B+C',
        'noord, vt: ↻ te laat A',
        'haven, vt: ↻ te laat B',
        'zuid, vt: ↻ te laat C',
      ),
    ],
    { gekoppeld: ['vt', 'noord', 'zuid', 'haven'] },
  );

  verhaal('waarvan er een met spoed is: die is al om middernacht verteld, en de andere twee elk apart', [
    om(
      'ma 23 nov 2026 09:00',
      samen(
        draagtWarmOver(NOORD),
        draagtWarmOver(NOORD, { casus: 'B', spoed: true }),
        draagtWarmOver(NOORD, { casus: 'C' }),
      ),
      BIJ_VT,
      ...kaarten('noord', 'overdracht'),
    ),
    om('wo 25 nov 2026 00:00', KLOK, BIJ_VT, 'noord: herinnering bevestigen B', 'noord, vt: ↻ wacht B'),
    om(
      'wo 25 nov 2026 08:30',
      KLOK,
      BIJ_VT,
      'noord: herinnering bevestigen A',
      'noord: herinnering bevestigen C',
      'noord, vt: ↻ wacht A',
      'noord, vt: ↻ wacht C',
    ),
  ]);

  verhaal('waarvan er een net is bevestigd: twee berichten, en over die ene geen', [
    om(
      'ma 23 nov 2026 09:00',
      samen(draagtWarmOver(NOORD), draagtWarmOver(NOORD, { casus: 'B' }), draagtWarmOver(NOORD, { casus: 'C' })),
      BIJ_VT,
      ...kaarten('noord', 'overdracht'),
    ),
    om(
      'wo 25 nov 2026 08:29',
      klikt(NOOR, 'ontvangst-bevestigen'),
      { A: 'noord', B: 'VT', C: 'VT' },
      'vt: ontvangst bevestigd A',
      'noord, vt: ↻ ontvangen A',
    ),
    om(
      'wo 25 nov 2026 08:30',
      KLOK,
      { A: 'noord', B: 'VT', C: 'VT' },
      'noord: herinnering bevestigen B',
      'noord: herinnering bevestigen C',
      'noord, vt: ↻ wacht B',
      'noord, vt: ↻ wacht C',
    ),
  ]);
});

describe('de bot vertelt dat hij waakt', () => {
  verhaal('elke werkdag om half negen een keer, niet in het weekend', [
    om('do 26 nov 2026 08:00', samen(meldt(), waakt), 'VT'),
    om('do 26 nov 2026 08:30', waakt, 'VT', 'vt: De bot waakt'),
    om('do 26 nov 2026 17:00', samen(waakt, waakt), 'VT'),
    om('vr 27 nov 2026 09:00', waakt, 'VT', 'vt: De bot waakt'),
    om('za 28 nov 2026 09:00', waakt, 'VT'),
    om('zo 29 nov 2026 09:00', waakt, 'VT'),
    om('ma 30 nov 2026 08:30', waakt, 'VT', 'vt: De bot waakt'),
  ]);

  verhaal('niet met Kerst, en niet op nieuwjaarsdag', [
    om('do 24 dec 2026 08:30', samen(meldt(), waakt), 'VT', 'vt: De bot waakt'),
    om('vr 25 dec 2026 08:30', waakt, 'VT'),
    om('ma 28 dec 2026 08:30', waakt, 'VT', 'vt: De bot waakt'),
  ]);

  verhaal('ook na een herstart niet twee keer op een dag', [
    om('do 26 nov 2026 08:30', samen(meldt(), waakt), 'VT', 'vt: De bot waakt'),
    om('do 26 nov 2026 10:00', samen(herstart(), waakt), 'VT'),
  ]);

  verhaal(
    'pas als er een kanaal van Veilig Thuis is',
    [
      om('do 26 nov 2026 08:30', samen(meldt(), waakt), 'VT'),
      om('do 26 nov 2026 10:00', samen(koppelt('vt'), waakt), 'VT', 'vt: De bot waakt'),
    ],
    { gekoppeld: ['noord'] },
  );

  verhaal('en aan wat er over een casus wordt gezegd verandert dat niets', [
    om('ma 23 nov 2026 09:00', samen(draagtWarmOver(NOORD), waakt), 'VT', 'noord, vt: overdracht', 'vt: De bot waakt'),
    om('di 24 nov 2026 08:30', waakt, 'VT', 'vt: De bot waakt'),
    om('wo 25 nov 2026 08:30', waakt, 'VT', 'noord: herinnering bevestigen', 'noord, vt: ↻ wacht', 'vt: De bot waakt'),
    om('do 26 nov 2026 00:00', waakt, 'VT', 'noord, vt: ↻ te laat'),
    om(
      'do 26 nov 2026 08:30',
      waakt,
      'VT',
      'noord, vt: verlopen bevestigen',
      'noord, vt: ↻ te laat',
      'vt: De bot waakt',
    ),
  ]);
});
