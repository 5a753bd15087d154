/** The team really starts, or tells in time that it cannot (§4.2, §2.3, Add.7). */
import { regel, tekst } from '../invoer.ts';
import { gebeurtenis } from '../rij/gebeurtenisrij.ts';
import { dezeOverdracht, inFase, opdracht } from '../rij/opdrachtrij.ts';
import { nietMeerOpen, nogNietOfNietMeer } from '../toetsen.ts';
import { weiger } from '../weigeringen.ts';
import { metOverdracht, wijzigOverdracht, zonderFase } from '../wijziging.ts';

const opgepakt = gebeurtenis<{ overdracht: number; casusregisseur: string }>()('opgepakt', {
  van: 'casus',
  bron: '§4.2, §2.3',
  besluit: true,
  velden: { overdracht: 'blijft', casusregisseur: 'persoon' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk(casus, { op, gegevens: { overdracht, casusregisseur } }) {
    const overdrachten = wijzigOverdracht(casus, overdracht, { oppakken: { op, casusregisseur } });
    return { ...zonderFase(casus), overdrachten, fase: 'opgepakt', overdracht };
  },
  hoort: ['kanaal-vt'],
});

const nietGemeld = gebeurtenis<{ overdracht: number; reden: string }>()('niet-binnen-termijn-gemeld', {
  van: 'casus',
  bron: '§4.2, Add.7',
  besluit: true,
  velden: { overdracht: 'blijft', reden: 'tekst' },
  woorden: ({ reden }) => reden,
  begint: 'nooit',
  verwerk: (casus, { op, gegevens: { overdracht, reden } }) =>
    metOverdracht(casus, overdracht, { nietBinnenTermijn: { op, reden } }),
  hoort: ['kanaal-vt'],
});

export const gebeurtenissen = { opgepakt: opgepakt.rij, 'niet-binnen-termijn-gemeld': nietGemeld.rij };

export const opdrachten = {
  oppakken: opdracht('oppakken', {
    bron: '§4.2, §2.3',
    invoer: { casusregisseur: regel.optional() },
    wie: ['team'],
    teams: 'laatste',
    over: dezeOverdracht,
    in: {
      fasen: ['ontvangen'],
      anders: ({ casus, overdracht }) =>
        casus.fase === 'opgepakt' && overdracht.oppakken
          ? weiger('al-opgepakt', overdracht.oppakken)
          : nogNietOfNietMeer(casus, overdracht),
    },
    alGedaan: ({ casus, overdracht }, { casusregisseur }) =>
      casus.fase === 'opgepakt' &&
      (casusregisseur === undefined || casusregisseur === overdracht.oppakken?.casusregisseur),
    doe: ({ context, overdracht: { nr } }, { casusregisseur = context.door.naam ?? 'onbekend' }) => [
      opgepakt({ overdracht: nr, casusregisseur }, { verantwoordelijk: 'blijft', eindigt: ['oppakken'] }),
    ],
    knop: inFase('ontvangen'),
  }),

  /** Who it was handed to keeps zicht; VT is told, and the term of picking up runs on. */
  'niet-binnen-termijn': opdracht('niet-binnen-termijn', {
    bron: '§4.2, Add.7',
    invoer: { reden: tekst },
    wie: ['team'],
    teams: 'laatste',
    over: dezeOverdracht,
    in: {
      fasen: ['overgedragen', 'ontvangen'],
      anders: ({ casus, overdracht }) =>
        casus.fase === 'opgepakt' && overdracht.oppakken
          ? weiger('al-opgepakt', overdracht.oppakken)
          : nietMeerOpen(casus, overdracht),
    },
    alGedaan: ({ casus, overdracht }, { reden }) =>
      inFase('overgedragen', 'ontvangen')(casus) &&
      overdracht.nietBinnenTermijn !== undefined && {
        bij: 'niet-binnen-termijn-gemeld',
        tekst: reden,
        overdracht: overdracht.nr,
      },
    doe: ({ overdracht: { nr } }, { reden }) => [nietGemeld({ overdracht: nr, reden }, { verantwoordelijk: 'blijft' })],
    knop: (casus) =>
      inFase('overgedragen', 'ontvangen')(casus) && casus.overdrachten.at(-1)?.nietBinnenTermijn === undefined,
  }),
};
