/** Word of a team to VT that moves nothing by itself: agreements not kept, no cooperation, no safety (§4.1, §5.1.3, Add.5). */
import { z } from 'zod';
import { tekst } from '../invoer.ts';
import { gebeurtenis } from '../rij/gebeurtenisrij.ts';
import { dezeOverdracht, inFase, opdracht } from '../rij/opdrachtrij.ts';
import { nogNietOfNietMeer } from '../toetsen.ts';
import { metOverdracht } from '../wijziging.ts';
import { SIGNALEN, type Signaal } from '../woorden.ts';

/** Of what the signal was nothing is left once it is erased. */
const gesignaleerd = gebeurtenis<{ overdracht: number; wat?: Signaal; toelichting: string }>()('gesignaleerd', {
  van: 'casus',
  bron: '§5.1.3, Add.5',
  besluit: true,
  velden: { overdracht: 'blijft', wat: 'kenmerk', toelichting: 'tekst' },
  woorden: ({ wat, toelichting }) => `${wat}: ${toelichting}`,
  begint: 'nooit',
  verwerk: (casus, { op, gegevens: { overdracht, wat, toelichting } }) =>
    metOverdracht(casus, overdracht, { signaal: { op, ...(wat && { wat }), toelichting } }),
  hoort: ['kanaal-vt'],
});

export const gebeurtenissen = { gesignaleerd: gesignaleerd.rij };

export const opdrachten = {
  /** VT hears it at once; responsibility stays where it is. */
  signaleren: opdracht('signaleren', {
    bron: '§5.1.3, Add.5',
    invoer: { wat: z.enum(SIGNALEN), toelichting: tekst },
    wie: ['team'],
    teams: 'laatste',
    over: dezeOverdracht,
    in: {
      fasen: ['ontvangen', 'opgepakt'],
      anders: ({ casus, overdracht }) => nogNietOfNietMeer(casus, overdracht),
    },
    alGedaan({ casus, context: { kalender, nu }, overdracht: { nr } }, { wat, toelichting }) {
      const vandaag = kalender.beginVanDag(nu);
      // The same words on the same day are the same click; on another day it happened again.
      return (
        inFase('ontvangen', 'opgepakt')(casus) &&
        casus.gezegd.some(
          ({ bij, overdracht: over, op, tekst: gezegd }) =>
            bij === 'gesignaleerd' && over === nr && op >= vandaag && gezegd === `${wat}: ${toelichting}`,
        )
      );
    },
    doe: ({ overdracht: { nr } }, { wat, toelichting }) => [
      gesignaleerd(
        { overdracht: nr, wat, toelichting },
        { verantwoordelijk: 'blijft', bron: wat === 'verzoek-raad' ? '§4.1' : '§5.1.3, Add.5' },
      ),
    ],
    knop: inFase('ontvangen', 'opgepakt'),
  }),
};
