/** Channels that are linked late, moved or taken away, and gaps in the adresboek (§7, contract §4). */
import { describe } from 'vitest';
import { ADRESBOEK, BEA, HANNA, HAVEN, NOOR, NOORD, OOST, VERA, ZITA, ZUID } from '../scenario/mensen.ts';
import { draagtWarmOver, herstart, KLOK, klikt, koppelt, ontkoppelt, vraagt, vt } from './daden.ts';
import { om, verhaal } from './verhaal.ts';

const ONTVANGEN = ['vt: ontvangst bevestigd'];

describe('het kanaal van het team', () => {
  verhaal('is niet gekoppeld: Veilig Thuis hoort dat het moet bellen, belt, en legt de bevestiging vast', [
    om(
      'ma 23 nov 2026 09:00',
      draagtWarmOver(HAVEN),
      'VT',
      'vt: overdracht',
      'vt: niet bezorgd: de kaart van de overdracht aan Wijkteam Haven',
    ),
    om(
      'ma 23 nov 2026 09:20',
      vt('bevestiging-vastleggen', { gegevenOp: 'ma 23 nov 2026 09:15', via: 'telefoon', doorWie: 'Hanna Blom' }),
      'haven sinds ma 23 nov 2026 09:15',
      ...ONTVANGEN,
      'vt: ↻ ontvangen',
    ),
  ]);

  verhaal('is niet gekoppeld en niemand belt: elke herinnering komt bij Veilig Thuis terecht', [
    om(
      'ma 23 nov 2026 09:00',
      draagtWarmOver(HAVEN),
      'VT',
      'vt: overdracht',
      'vt: niet bezorgd: de kaart van de overdracht aan Wijkteam Haven',
    ),
    om('wo 25 nov 2026 08:30', KLOK, 'VT', 'vt: niet bezorgd: de herinnering aan Wijkteam Haven', 'vt: ↻ wacht'),
    om('do 26 nov 2026 00:00', KLOK, 'VT', 'vt: ↻ te laat'),
    om(
      'do 26 nov 2026 08:30',
      KLOK,
      'VT',
      'vt: verlopen bevestigen',
      'vt: niet bezorgd: de herinnering aan Wijkteam Haven',
      'vt: ↻ te laat',
    ),
    om('vr 27 nov 2026 08:30', KLOK, 'VT', 'Hein, Loes: escalatie bevestigen', 'vt: ↻ te laat'),
  ]);

  verhaal('wordt na de overdracht gekoppeld: de kaart verschijnt alsnog', [
    om(
      'ma 23 nov 2026 09:00',
      draagtWarmOver(HAVEN),
      'VT',
      'vt: overdracht',
      'vt: niet bezorgd: de kaart van de overdracht aan Wijkteam Haven',
    ),
    om('di 24 nov 2026 10:00', koppelt('haven'), 'VT', 'haven: overdracht'),
    om('di 24 nov 2026 11:00', klikt(HANNA, 'ontvangst-bevestigen'), 'haven', ...ONTVANGEN, 'haven, vt: ↻ ontvangen'),
  ]);

  verhaal('wordt losgekoppeld: wat voor het team is, hoort Veilig Thuis', [
    om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD), 'VT', 'noord, vt: overdracht'),
    om('ma 23 nov 2026 10:00', ontkoppelt('noord'), 'VT'),
    om('wo 25 nov 2026 08:30', KLOK, 'VT', 'vt: niet bezorgd: de herinnering aan Wijkteam Noord', 'vt: ↻ wacht'),
  ]);

  verhaal('verhuist: de kaart komt mee en de nieuwe verandert voortaan', [
    om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD), 'VT', 'noord, vt: overdracht'),
    om(
      'ma 23 nov 2026 10:00',
      async ({ wereld }) => void (await wereld.typ(BEA, `koppel ${NOORD}`, 'oost')),
      'VT',
      'oost: overdracht',
    ),
    om('wo 25 nov 2026 08:30', KLOK, 'VT', 'oost: herinnering bevestigen', 'oost, vt: ↻ wacht'),
  ]);
});

describe('het adresboek', () => {
  verhaal(
    'heeft bij het team niemand die in Teams te bereiken is: het telefoonnummer staat bij Veilig Thuis',
    [
      om('ma 23 nov 2026 09:00', draagtWarmOver(OOST), 'VT', 'oost, vt: overdracht'),
      om('ma 23 nov 2026 10:00', vraagt(VERA, 'status casus A', 'Veilig Thuis West-Brabant'), 'VT'),
      om(
        'ma 23 nov 2026 11:00',
        klikt(VERA, 'bevestiging-vastleggen', {
          via: 'telefoon',
          doorWie: 'Olga Bos',
          datum: '2026-11-23',
          tijd: '10:45',
        }),
        'oost sinds ma 23 nov 2026 10:45',
        ...ONTVANGEN,
        'oost, vt: ↻ ontvangen',
      ),
    ],
    { gekoppeld: ['vt', 'oost'] },
  );

  verhaal('krijgt een nieuwe leidinggevende: zij wordt aangesproken', [
    om('ma 23 nov 2026 09:00', draagtWarmOver(ZUID), 'VT', 'zuid, vt: overdracht'),
    om(
      'di 24 nov 2026 12:00',
      herstart((nu) => ({
        ...ADRESBOEK,
        bijgewerktOp: nu,
        teams: ADRESBOEK.teams.map((team) => (team.sleutel === ZUID ? { ...team, leidinggevenden: [ZITA] } : team)),
      })),
      'VT',
    ),
    om('wo 25 nov 2026 08:30', KLOK, 'VT', 'zuid: herinnering bevestigen', 'zuid, vt: ↻ wacht'),
    om('do 26 nov 2026 00:00', KLOK, 'VT', 'zuid, vt: ↻ te laat'),
    om('do 26 nov 2026 08:30', KLOK, 'VT', 'zuid, vt: verlopen bevestigen', 'zuid, vt: ↻ te laat'),
    om('vr 27 nov 2026 08:30', KLOK, 'VT', 'Zita, Loes: escalatie bevestigen', 'zuid, vt: ↻ te laat'),
  ]);

  verhaal('verliest een lid: die klikt op de kaart die nog voor hem staat, en dat telt niet', [
    om('ma 23 nov 2026 09:00', draagtWarmOver(NOORD), 'VT', 'noord, vt: overdracht'),
    om(
      'ma 23 nov 2026 12:00',
      herstart((nu) => ({
        ...ADRESBOEK,
        bijgewerktOp: nu,
        teams: ADRESBOEK.teams.map((team) =>
          team.sleutel === NOORD ? { ...team, leden: team.leden.filter(({ naam }) => naam !== NOOR.naam) } : team,
        ),
      })),
      'VT',
    ),
    om(
      'ma 23 nov 2026 13:00',
      async ({ wereld }) => {
        const { tekst } = await wereld.klik(NOOR, 'ontvangst-bevestigen', {
          casusnummer: 'VT-2026-0001',
          overdracht: 1,
        });
        if (!tekst.includes('niet gevonden')) throw new Error(tekst);
      },
      'VT',
    ),
  ]);
});
