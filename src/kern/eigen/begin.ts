/** How the records that the bot keeps of its own work begin. */
import type { Envelop } from '../rij/gebeurtenisrij.ts';
import type { BeheerStuk, EigenBasis } from '../stuk.ts';

export const beginEigen = (nummer: string, { op, vastgelegdOp }: Envelop): EigenBasis => ({
  nummer,
  versie: 0,
  besluitVersie: 0,
  besluitOp: vastgelegdOp,
  laatstVastgelegd: vastgelegdOp,
  begonnenOp: op,
  termijnen: [],
});

/** A new record has just been looked at: whoever sets up a region sees what is missing. */
export const beginBeheer = (nummer: string, envelop: Envelop): BeheerStuk => ({
  ...beginEigen(nummer, envelop),
  soort: 'beheer',
  beheer: { stand: {}, nagegaanOp: envelop.op },
});
