/** Which cards there are, what each is filled with, and what a message with one consists of. */
import type { z } from 'zod';
import { acties, antwoord, dossier, hulp, lijst, status, tijdlijn, uitleg } from './modellen/antwoord-modellen.ts';
import { nieuweCasus, overdragen, triage } from './modellen/formulier-modellen.ts';
import { inhoud, overdracht, toelichting, voortgang } from './modellen/overdracht-modellen.ts';
import { informeren, ping, pingBundel, screening, stuurgroep, wachtlijstVt } from './modellen/termijn-modellen.ts';
import { adresboek, koppeling, onbezorgbaar, toezicht } from './modellen/toezicht-modellen.ts';

/** The model of each card in `cards/`: its type, and the check of its sample data. */
export const KAARTMODELLEN = {
  overdracht,
  volgkaart: overdracht,
  voortgang,
  ping,
  'ping-bundel': pingBundel,
  onbezorgbaar,
  adresboek,
  koppeling,
  informeren,
  screening,
  'wachtlijst-vt': wachtlijstVt,
  stuurgroep,
  toezicht,
  inhoud,
  toelichting,
  acties,
  uitleg,
  antwoord,
  status,
  tijdlijn,
  lijst,
  dossier,
  hulp,
  'nieuwe-casus': nieuweCasus,
  triage,
  overdragen,
};
export type KaartNaam = keyof typeof KAARTMODELLEN;

/** Someone to mention in a card: `<at>naam</at>` in the text and who that is. */
export interface Vermelding {
  naam: string;
  aadObjectId: string;
}

/** A card to send, with what a client shows outside of it. */
export type KaartBericht = {
  [N in KaartNaam]: {
    kaart: N;
    model: z.infer<(typeof KAARTMODELLEN)[N]>;
    /** Short text for a notification; names the casusnummer and nothing of the content. */
    samenvatting: string;
    vermeldingen?: Vermelding[];
    /** A personal message that must be noticed. */
    dringend?: boolean;
    /** It may have been posted before. */
    herhaling?: boolean;
  };
}[KaartNaam];
