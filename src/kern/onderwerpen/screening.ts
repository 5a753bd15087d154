/** The daily screening of an open melding, late or not: gescreend, or direct gevaar (§3.1.2, Add.7). */
import { tekst } from '../invoer.ts';
import { gebeurtenis } from '../rij/gebeurtenisrij.ts';
import { heleCasus, inFase, opdracht } from '../rij/opdrachtrij.ts';
import { weiger } from '../weigeringen.ts';
import { metNaam, zonderFase } from '../wijziging.ts';

const gescreend = gebeurtenis<Record<never, never>>()('gescreend', {
  van: 'casus',
  bron: 'Add.7',
  besluit: true,
  velden: {},
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (casus, { op }) => ({ ...casus, gescreendOp: op }),
  hoort: [],
});

const gevaar = gebeurtenis<{ wat: string }>()('direct-gevaar-vastgesteld', {
  van: 'casus',
  bron: '§3.1.2, Add.7',
  besluit: true,
  velden: { wat: 'tekst' },
  woorden: ({ wat }) => wat,
  begint: 'nooit',
  verwerk: (casus, gebeurd) => ({
    ...zonderFase(casus),
    triage: {
      besluit: 'veilig-thuis',
      conclusies: ['directe-interventie'],
      op: gebeurd.op,
      ...metNaam(gebeurd),
    },
    staande: ['directe-interventie'],
    vtBetrokken: true,
    fase: 'bij-veilig-thuis',
  }),
  hoort: ({ gebeurtenis: { nr } }) => [{ nr, kaart: 'voortgang', aan: 'kanaal-vt' }],
});

export const gebeurtenissen = { gescreend: gescreend.rij, 'direct-gevaar-vastgesteld': gevaar.rij };

const alleenTriage = { fasen: ['triage' as const], anders: () => weiger('niet-op-wachtlijst', {}) };

export const opdrachten = {
  /** To screen an open melding is never wrong, also while VT has no wachtlijst: Add.7 asks it of every open one. */
  gescreend: opdracht('gescreend', {
    bron: 'Add.7',
    invoer: {},
    wie: ['vt'],
    teams: 'laatste',
    over: heleCasus,
    in: alleenTriage,
    alGedaan: ({ casus: { fase, gescreendOp }, context: { kalender, nu } }) =>
      fase === 'triage' && gescreendOp !== undefined && kalender.beginVanDag(gescreendOp) === kalender.beginVanDag(nu),
    doe: () => [gescreend({}, { verantwoordelijk: 'blijft' })],
    knop: inFase('triage'),
  }),

  /** VT intervenes at once; the melding needs no screening any more and VT stays responsible. */
  'direct-gevaar': opdracht('direct-gevaar', {
    bron: '§3.1.2, Add.7',
    invoer: { wat: tekst },
    wie: ['vt'],
    teams: 'laatste',
    over: heleCasus,
    in: alleenTriage,
    alGedaan: ({ casus }, { wat }) =>
      casus.triage?.conclusies.includes('directe-interventie') === true && {
        bij: 'direct-gevaar-vastgesteld',
        tekst: wat,
      },
    doe: (_zaak, { wat }) => [gevaar({ wat }, { verantwoordelijk: 'blijft', eindigt: ['triage'] })],
    knop: inFase('triage'),
  }),
};
