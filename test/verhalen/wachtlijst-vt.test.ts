/** Veilig Thuis's own wachtlijst: daily screening, direct gevaar, three weeks, and its pace (§4.2, §3.1.2, Add.7). */
import { describe } from 'vitest';
import { toonDag, verschuif } from '../../src/kern/tijd/werkdagen.ts';
import { VERA } from '../scenario/mensen.ts';
import { herstart, klikt, KLOK, meldt, nogmaals, triage } from './daden.ts';
import { moment } from './tijd.ts';
import { nummer } from './toneel.ts';
import { naStilstand, om, verhaal, verhaalOpBeideOpslagen } from './verhaal.ts';

/** The triage term of a melding of Monday is over at the end of Monday a week later. */
const GEMELD = om('ma 23 nov 2026 09:00', meldt(), 'VT');
const HERINNERD = om('vr 27 nov 2026 08:30', KLOK, 'VT', 'vt: herinnering triage');
const EERSTE_DAG = om('di 1 dec 2026 08:30', KLOK, 'VT', 'vt: verlopen triage', 'vt: screening, nog 1');
const gescreend = (dag: string) => om(`${dag} 10:00`, klikt(VERA, 'gescreend'), 'VT', 'vt: ↻ screening, klaar');

/** Both are ticked in the list. */
const ALLEBEI = { casusnummers: `${nummer('A')},${nummer('B')}` };

/** Every day from the first up to and with the last: `di 1 dec 2026` … */
function dagen(eerste: string, laatste: string): string[] {
  const tot = moment(`${laatste} 12:00`);
  const gevonden: string[] = [];
  for (let dag = moment(`${eerste} 12:00`); dag <= tot; dag = verschuif(dag, 86_400_000)) gevonden.push(toonDag(dag));
  return gevonden;
}

describe('een melding is te lang in triage', () => {
  verhaal('elke dag een kaart; op de tweede dag is de triage klaar en komt er geen nieuwe', [
    GEMELD,
    HERINNERD,
    EERSTE_DAG,
    gescreend('di 1 dec 2026'),
    om('di 1 dec 2026 10:00:30', nogmaals(), 'VT'),
    om('di 1 dec 2026 12:00', KLOK, 'VT'),
    om('wo 2 dec 2026 08:30', KLOK, 'VT', 'vt: screening, nog 1'),
    om('wo 2 dec 2026 09:00', triage.lokaal(), 'VT', 'vt: ↻ screening, klaar', 'vt, vt: ↻ klaar: triage'),
    om('ma 7 dec 2026 08:30', KLOK, 'VT', 'vt: verlopen versturen'),
    om('wo 9 dec 2026 08:30', KLOK, 'VT', 'Loes: escalatie versturen'),
    om('vr 15 jan 2027 12:00', KLOK, 'VT'),
  ]);

  verhaal('in het weekend: ook dan een kaart, en om twaalf uur de leidinggevende; de rest wacht tot maandag', [
    om('vr 20 nov 2026 10:00', meldt(), 'VT'),
    om('do 26 nov 2026 08:30', KLOK, 'VT', 'vt: herinnering triage'),
    om('za 28 nov 2026 08:30', KLOK, 'VT', 'vt: screening, nog 1'),
    om('za 28 nov 2026 12:00', KLOK, 'VT', 'Loes: verlopen screening', 'vt: ↻ screening, nog 1'),
    om('zo 29 nov 2026 08:30', KLOK, 'VT', 'vt: screening, nog 1', 'Loes: ↻ vervangen: screening'),
    om('zo 29 nov 2026 11:59', klikt(VERA, 'gescreend'), 'VT', 'vt: ↻ screening, klaar'),
    om('zo 29 nov 2026 12:00', KLOK, 'VT'),
    // By Monday there are three days to judge the pace by, and the list has not become shorter.
    om(
      'ma 30 nov 2026 08:30',
      KLOK,
      'VT',
      'vt: verlopen triage',
      'vt: screening, nog 1',
      'vt, Loes: waarschuwing wachtlijst',
    ),
  ]);

  verhaal('met Kerst: eerste Kerstdag wordt er gescreend, de termijn wordt maandag gemeld', [
    om('do 17 dec 2026 10:00', meldt(), 'VT'),
    om('wo 23 dec 2026 08:30', KLOK, 'VT', 'vt: herinnering triage'),
    om('vr 25 dec 2026 08:30', KLOK, 'VT', 'vt: screening, nog 1'),
    gescreend('vr 25 dec 2026'),
    om('za 26 dec 2026 08:30', KLOK, 'VT', 'vt: screening, nog 1'),
    om('za 26 dec 2026 12:00', KLOK, 'VT', 'Loes: verlopen screening', 'vt: ↻ screening, nog 1'),
  ]);

  verhaal('de bot lag die ochtend stil en is terug na twaalf uur: vandaag wordt er niet meer gescreend, morgen wel', [
    GEMELD,
    HERINNERD,
    naStilstand('di 1 dec 2026 14:00', herstart(), 'VT', 'vt: verlopen triage'),
    om('wo 2 dec 2026 08:30', KLOK, 'VT', 'vt: screening, nog 1'),
  ]);

  verhaalOpBeideOpslagen('en de volgende nog niet: op de kaart staan ze allebei, tot ze beide gescreend zijn', [
    om('ma 23 nov 2026 09:00', meldt(), { A: 'VT' }),
    om('di 24 nov 2026 09:00', meldt({ casus: 'B' }), { A: 'VT', B: 'VT' }),
    om('vr 27 nov 2026 08:30', KLOK, { A: 'VT', B: 'VT' }, 'vt: herinnering triage A'),
    om('ma 30 nov 2026 08:30', KLOK, { A: 'VT', B: 'VT' }, 'vt: herinnering triage B'),
    om('di 1 dec 2026 08:30', KLOK, { A: 'VT', B: 'VT' }, 'vt: verlopen triage A', 'vt: screening, nog 2 A+B'),
    om('di 1 dec 2026 09:00', klikt(VERA, 'gescreend'), { A: 'VT', B: 'VT' }, 'vt: ↻ screening, nog 1 A+B'),
    om(
      'di 1 dec 2026 09:30',
      klikt(VERA, 'gescreend', {}, { casus: 'B' }),
      { A: 'VT', B: 'VT' },
      'vt: ↻ screening, klaar A+B',
    ),
    om('wo 2 dec 2026 08:30', KLOK, { A: 'VT', B: 'VT' }, 'vt: verlopen triage B', 'vt: screening, nog 2 A+B'),
    om('wo 2 dec 2026 09:00', klikt(VERA, 'gescreend', ALLEBEI), { A: 'VT', B: 'VT' }, 'vt: ↻ screening, klaar A+B'),
    om('wo 2 dec 2026 12:00', KLOK, { A: 'VT', B: 'VT' }),
  ]);
});

describe('drie weken achter elkaar een wachtlijst', () => {
  /** The days on which something else than the daily card is said. */
  const ANDERS: Record<string, string[]> = {
    'do 3 dec 2026': ['Loes: escalatie triage', 'vt, Loes: waarschuwing wachtlijst'],
    'wo 23 dec 2026': ['vt: verlopen wachtlijst', 'stuurgroep: stuurgroep: 1 op de wachtlijst'],
  };

  verhaal(
    'na drie dagen de waarschuwing, na drie weken de stuurgroep; elke dag is er gescreend',
    [
      GEMELD,
      HERINNERD,
      EERSTE_DAG,
      gescreend('di 1 dec 2026'),
      ...dagen('wo 2 dec 2026', 'do 24 dec 2026').flatMap((dag) => [
        om(`${dag} 08:30`, KLOK, 'VT', 'vt: screening, nog 1', ...(ANDERS[dag] ?? [])),
        gescreend(dag),
      ]),
    ],
    { gekoppeld: ['vt', 'stuurgroep'] },
  );
});
