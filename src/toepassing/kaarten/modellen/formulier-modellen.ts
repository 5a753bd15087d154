/** The models of the forms in chat for VT: `nieuwe casus`, triage and `overdragen X`. */
import { z } from 'zod';
import { casusnummer, keuze, kloktijd, moment, nummer, vlag } from './kaartvelden.ts';

export const nieuweCasus = z.strictObject({
  gemeenten: z.array(keuze),
  /** Today and now in Amsterdam, as `yyyy-MM-dd` and `HH:mm`, to prefill. */
  vandaag: z.iso.date(),
  nu: kloktijd,
});

export const triage = z.strictObject({
  casusnummer,
  versie: nummer,
  triageVoor: moment,
  /** A new decision after VT's own follow-up; goes along in the button's data. */
  herziening: vlag,
});

export const overdragen = z.strictObject({
  casusnummer,
  versie: nummer,
  teams: z.array(keuze),
  /** Only a warme overdracht is possible (after a vervolgtraject, Add.4). */
  alleenWarm: vlag,
});
