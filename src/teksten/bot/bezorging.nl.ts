/** What the timeline and the list of waiting messages say of a message: which one, to whom, and whether it arrived. */
import type { Ontvanger } from '../../kern/beleid/beleid.ts';
import type { Onderwerpteksten } from '../onderwerp.ts';
import { opsomming } from '../taal/woorden.nl.ts';

/** An addressee in words, of an organisation by its name. */
const ONTVANGER: Record<Ontvanger, (naam: string) => string> = {
  'kanaal-vt': (naam) => `kanaal van ${naam}`,
  'kanaal-team': (naam) => `kanaal van ${naam}`,
  'leidinggevende-vt': (naam) => `leidinggevende van ${naam}`,
  'leidinggevende-team': (naam) => `leidinggevende van ${naam || 'het team'}`,
  contactambtenaar: (naam) => `contactambtenaar van ${naam}`,
  stuurgroep: () => 'stuurgroep',
};
const KORT: Record<Ontvanger, string> = {
  'kanaal-vt': 'het kanaal van Veilig Thuis',
  'kanaal-team': 'het kanaal van het team',
  'leidinggevende-vt': 'de leidinggevende van Veilig Thuis',
  'leidinggevende-team': 'de leidinggevende van het team',
  contactambtenaar: 'de contactambtenaar van de gemeente',
  stuurgroep: 'de stuurgroep',
};

const BERICHT: Record<string, string> = {
  informeren: 'de kaart over wie geïnformeerd moet worden',
  screening: 'de screeningskaart',
  'wachtlijst-vt': 'de waarschuwing over de wachtlijst',
  stuurgroep: 'het bericht aan de stuurgroep',
  toezicht: 'het bericht van de bot zelf',
  overdracht: 'de kaart van de overdracht',
  volgkaart: 'de volgkaart',
  voortgang: 'het bericht over de voortgang',
  ping: 'de herinnering',
  adresboek: 'het bericht dat er iemand ontbreekt in het adresboek',
  koppeling: 'het bericht over de koppeling van een gesprek',
  onbezorgbaar: 'het bericht dat iets niet aankwam',
};

export const bezorgingTeksten = {
  /** Why this came to somebody else than it was meant for, and what to do about it. */
  nietBereikt: (g: { ontbrak: Ontvanger; naam: string; naar: readonly Ontvanger[]; telefoon: string }): string[] => [
    `Niemand te bereiken in Teams als ${ONTVANGER[g.ontbrak](g.naam)}. Dit bericht gaat daarom meteen naar ${opsomming(g.naar.map((aan) => KORT[aan]))}.`,
    ...(g.telefoon ? [`Bel ${g.naam}: ${g.telefoon}.`] : []),
  ],
  wachtend: (g: { casusnummer: string; wat: string; naam: string; pogingen: number }): string =>
    `${g.casusnummer}: ${g.wat} aan ${g.naam} (${g.pogingen} keer geprobeerd)`,
  bericht: (kaart: string): string => BERICHT[kaart] ?? kaart,
};

export const BEZORGING_TIJDLIJN = {
  'ontvanger-ontbrak': ({ ontbrak, wie, naar }, naam) =>
    `Niemand te bereiken als ${ONTVANGER[ontbrak](naam(wie))}; meteen naar ${opsomming(naar.map((aan) => KORT[aan]))}`,
  'bericht-bezorgd': ({ kaart, waar }, naam) => `Bericht bezorgd: ${BERICHT[kaart] ?? kaart} aan ${naam(waar)}`,
  'bericht-onzeker': ({ kaart, waar }, naam) =>
    `Niet zeker of dit aankwam: ${BERICHT[kaart] ?? kaart} aan ${naam(waar)}`,
  'bericht-onbezorgbaar': ({ kaart, waar }, naam) => `Niet bezorgd: ${BERICHT[kaart] ?? kaart} aan ${naam(waar)}`,
} satisfies Onderwerpteksten['gebeurtenis'];
