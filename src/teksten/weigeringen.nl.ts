/** Why an opdracht was refused, and what can be done about it. */
import { toonMoment } from '../kern/tijd/werkdagen.ts';
import type { Weigering } from '../kern/weigeringen.ts';
import { KOPPELING_WEIGERING } from './koppeling.nl.ts';
import type { Naam, Weigeringteksten } from './onderwerp.ts';
import { onderwerpen } from './onderwerpen.nl.ts';

const WEIGERING: Weigeringteksten = {
  ...onderwerpen.weigering,
  ...KOPPELING_WEIGERING,
  'tijdstip-in-toekomst': ({ tijdstip }) =>
    `${toonMoment(tijdstip)} ligt in de toekomst. Vul een moment in dat al voorbij is.`,
  'tijdstip-te-vroeg': ({ tijdstip, vroegst }) =>
    `${toonMoment(tijdstip)} is te vroeg. Vul een moment in vanaf ${toonMoment(vroegst)}.`,
  'taak-loopt-niet': () => 'Deze taak staat niet (meer) open. Je hoeft niets te doen.',
};

export const weigering = ({ code, gegevens }: Weigering, naam: Naam): string =>
  // The code picks the text for exactly these gegevens; a union key hides that from the compiler.
  (WEIGERING[code] as (g: unknown, naam: Naam) => string)(gegevens, naam);

/** Which explanation helps with which refusal; the words as they can be typed. */
export const UITLEG_BIJ_WEIGERING: Readonly<Record<string, string | undefined>> = {
  ...onderwerpen.uitlegBij,
  persoonsgegeven: 'privacy',
};
