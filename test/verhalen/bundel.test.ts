/** Many casussen at one opening, and the messages of the bot about itself. */
import { describe } from 'vitest';
import { NOOR, NOORD } from '../scenario/mensen.ts';
import { draagtWarmOver, klikt, KLOK, koppelt, meldt, samen, waakt } from './daden.ts';
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
  verhaal('niet met Kerst, en niet op nieuwjaarsdag', [
    om('do 24 dec 2026 08:30', samen(meldt(), waakt), 'VT', 'vt: De bot waakt'),
    om('vr 25 dec 2026 08:30', waakt, 'VT'),
    om('ma 28 dec 2026 08:30', waakt, 'VT', 'vt: De bot waakt'),
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
