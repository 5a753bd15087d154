/** The guideline's own table of terms, reminders and ladders, a row per term (domein.md §5); a region may change a row (▲). */
import type { Bron, Termijnrij } from './termijnrij.ts';

const bron = (paragraaf: string): Bron => ({ paragraaf, regionaal: false });
const regionaal = (paragraaf: string): Bron => ({ paragraaf, regionaal: true });
const wd = (werkdagen: number) => ({ werkdagen });
const weken = (aantal: number) => ({ weken: aantal });

/** A term that opens another than those of the table does not compile. */
const tabel = <N extends string>(rijen: Record<N, Termijnrij & { verlopen: { opent?: NoInfer<N> } }>) => rijen;

export const TERMIJNEN = tabel({
  triage: {
    looptVanaf: 'ontvangst van de melding',
    duur: wd(5),
    bron: bron('§3.1.2'),
    herinneringen: [{ moment: { op: wd(4) }, aan: ['kanaal-vt'], bron: regionaal('§3.1.2') }],
    verlopen: { aan: ['kanaal-vt'], bron: bron('§3.1.2, Add.7') },
    ladder: [{ na: wd(2), aan: ['leidinggevende-vt'], bron: regionaal('§3.1.2') }],
  },
  vervolg: {
    looptVanaf: 'ontvangst van de melding',
    duur: weken(10),
    bron: bron('§3.2, Add.7'),
    herinneringen: [{ moment: { op: weken(8) }, aan: ['kanaal-vt'], bron: regionaal('§3.2') }],
    verlopen: { aan: ['kanaal-vt'], bron: bron('§3.2, Add.7') },
    ladder: [{ na: weken(1), aan: ['leidinggevende-vt'], bron: regionaal('§3.2') }],
    herhaling: { elke: weken(2), aan: ['leidinggevende-vt'], bron: regionaal('§3.2') },
  },
  'zicht-bij-vt': {
    looptVanaf: 'het moment dat er bij Veilig Thuis geen andere termijn loopt',
    duur: weken(8),
    bron: regionaal('§3.1.2, §3.2'),
    herinneringen: [],
    verlopen: { aan: ['kanaal-vt'], bron: regionaal('§3.1.2, §3.2') },
    ladder: [{ na: wd(5), aan: ['leidinggevende-vt'], bron: regionaal('§3.1.2, §3.2') }],
    herhaling: { elke: weken(8), aan: ['kanaal-vt', 'leidinggevende-vt'], bron: regionaal('§3.1.2, §3.2') },
  },
  'overdracht-versturen': {
    looptVanaf: 'het besluit om over te dragen, of het moment dat de casus weer bij Veilig Thuis is',
    duur: wd(2),
    bron: regionaal('§5.1.3'),
    herinneringen: [],
    verlopen: { aan: ['kanaal-vt'], bron: bron('§5.1.3') },
    ladder: [{ na: wd(2), aan: ['leidinggevende-vt'], bron: regionaal('§5.1.3') }],
  },
  bevestigen: {
    looptVanaf: 'verzenden van de overdracht',
    duur: wd(2),
    bron: bron('§4.1, Add.7'),
    herinneringen: [{ moment: { na: wd(1) }, aan: ['kanaal-team'], bron: bron('§4.1') }],
    verlopen: { aan: ['kanaal-team', 'kanaal-vt'], bron: bron('§4.1, Add.7') },
    ladder: [
      { na: wd(1), aan: ['leidinggevende-team', 'leidinggevende-vt'], bron: regionaal('§4.1') },
      { na: wd(3), aan: ['kanaal-vt', 'contactambtenaar'], bron: regionaal('§4.1'), taak: 'informeer-gemeente' },
    ],
  },
  oppakken: {
    looptVanaf: 'verzenden van de overdracht',
    duur: weken(2),
    bron: bron('§4.2, Add.7'),
    herinneringen: [
      { moment: { op: weken(1) }, aan: ['kanaal-team'], bron: bron('§4.2') },
      { moment: { voor: wd(2) }, aan: ['kanaal-team'], bron: regionaal('§4.2') },
    ],
    verlopen: { aan: ['kanaal-team', 'kanaal-vt'], bron: bron('§4.2, Add.7') },
    ladder: [
      { na: wd(2), aan: ['leidinggevende-team', 'leidinggevende-vt'], bron: regionaal('§4.2') },
      { na: wd(5), aan: ['kanaal-vt'], bron: regionaal('§4.2'), taak: 'informeer-gemeente' },
    ],
  },
  'informeer-gemeente': {
    looptVanaf: 'het signaal dat de gemeente geïnformeerd moet worden',
    duur: wd(1),
    bron: regionaal('§4.1, §4.2'),
    herinneringen: [],
    verlopen: { aan: ['kanaal-vt', 'leidinggevende-vt'], bron: bron('§4.1, §4.2') },
    ladder: [],
    herhaling: { elke: wd(1), aan: ['kanaal-vt', 'leidinggevende-vt'], bron: regionaal('§4.1, §4.2') },
  },
  'schriftelijk-informeren': {
    looptVanaf: 'het besluit',
    duur: wd(5),
    bron: regionaal('§5.1.1, §5.1.2'),
    herinneringen: [],
    verlopen: { aan: ['kanaal-vt'], bron: bron('§5.1.1, §5.1.2') },
    ladder: [],
  },
  'client-informeren': {
    looptVanaf: 'verzenden van de overdracht',
    duur: wd(5),
    bron: regionaal('Add.2, §5.1.3'),
    herinneringen: [],
    verlopen: { aan: ['kanaal-vt'], bron: bron('Add.2, §5.1.3') },
    ladder: [],
  },
  'betrokkenen-informeren': {
    looptVanaf: 'het besluit',
    duur: wd(5),
    bron: regionaal('§3.3.4'),
    herinneringen: [],
    verlopen: { aan: ['kanaal-vt'], bron: bron('§3.3.4') },
    ladder: [],
  },
  'melding-bespreken': {
    looptVanaf: 'bevestigen van de ontvangst',
    duur: weken(2),
    bron: regionaal('§5.1.3'),
    herinneringen: [],
    verlopen: { aan: ['kanaal-team'], bron: bron('§5.1.3') },
    ladder: [],
  },
  'gesprek-professionals': {
    looptVanaf: 'het melden van het meningsverschil',
    duur: wd(2),
    bron: regionaal('§4.3, Add.6'),
    herinneringen: [],
    verlopen: {
      aan: ['leidinggevende-team', 'leidinggevende-vt'],
      bron: bron('§4.3, Add.6'),
      opent: 'gesprek-leidinggevenden',
    },
    ladder: [],
  },
  'gesprek-leidinggevenden': {
    looptVanaf: 'stap 2 van het escalatiemodel',
    duur: wd(5),
    bron: regionaal('§4.3, Add.6'),
    herinneringen: [
      {
        moment: { voor: wd(1) },
        aan: ['leidinggevende-team', 'leidinggevende-vt'],
        bron: regionaal('§4.3, Add.6'),
      },
    ],
    verlopen: { aan: ['contactambtenaar', 'kanaal-vt'], bron: bron('§4.3, Add.6'), opent: 'gesprek-gemeente' },
    ladder: [],
  },
  'gesprek-gemeente': {
    looptVanaf: 'stap 3 van het escalatiemodel',
    duur: wd(10),
    bron: regionaal('§4.3, Add.6'),
    herinneringen: [],
    verlopen: { aan: ['stuurgroep', 'kanaal-vt'], bron: bron('§4.3') },
    ladder: [],
  },
  'terugleggen-beantwoorden': {
    looptVanaf: 'de vraag van het team om de casus terug te leggen',
    duur: wd(2),
    bron: regionaal('Add.5'),
    herinneringen: [],
    verlopen: { aan: ['kanaal-vt'], bron: regionaal('Add.5') },
    ladder: [{ na: wd(2), aan: ['leidinggevende-vt'], bron: regionaal('Add.5') }],
  },
  monitoring: {
    looptVanaf: 'de afspraak over monitoring',
    duur: { afgesproken: 'datum' },
    bron: bron('§5.1.3'),
    // Whoever agreed to look is asked and told; this is the addressee when that is VT.
    herinneringen: [{ moment: { voor: wd(0) }, aan: ['kanaal-vt'], bron: bron('§5.1.3') }],
    verlopen: { aan: ['kanaal-vt'], bron: bron('§5.1.3') },
    ladder: [],
  },
  'wachtlijst-vt': {
    looptVanaf: 'de eerste dag met een melding over de triagetermijn, zonder onderbreking',
    duur: weken(3),
    bron: bron('§4.2, Add.7'),
    herinneringen: [],
    verlopen: { aan: ['stuurgroep', 'kanaal-vt'], bron: bron('§4.2, Add.7') },
    ladder: [],
  },
  screening: {
    looptVanaf: 'elke dag dat Veilig Thuis een wachtlijst heeft',
    duur: { opDeDag: '12:00' },
    bron: regionaal('Add.7'),
    herinneringen: [],
    verlopen: { aan: ['leidinggevende-vt'], bron: bron('Add.7') },
    ladder: [],
  },
});

export type TermijnNaam = keyof typeof TERMIJNEN;
const isNaam = (naam: string): naam is TermijnNaam => Object.hasOwn(TERMIJNEN, naam);
export const TERMIJN_NAMEN: readonly TermijnNaam[] = Object.keys(TERMIJNEN).filter(isNaam);

/** The terms that run for a team; they end when the casus leaves it. */
export const TEAM_TERMIJNEN: readonly TermijnNaam[] = [
  'bevestigen',
  'oppakken',
  'melding-bespreken',
  'terugleggen-beantwoorden',
];
/** The conversations of the escalation model, one per step (§4.3). */
export const GESPREKKEN: readonly TermijnNaam[] = [
  'gesprek-professionals',
  'gesprek-leidinggevenden',
  'gesprek-gemeente',
];
