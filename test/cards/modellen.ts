/** The models of `kaartmodellen.ts` as schemas, to hold the sample data to them; the types keep both the same. */
import { z } from 'zod';
import type { KaartModellen, KaartNaam } from '../../src/toepassing/kaartmodellen.ts';

const tekst = z.string();
const vol = z.string().min(1);
const vlag = z.boolean();
const nummer = z.int().min(0);
const casusnummer = z.string().regex(/^VT-2026-\d{4}$/);
const moment = z.union([z.literal(''), z.string().regex(/^(ma|di|wo|do|vr|za|zo) \d{1,2} [a-z]{3} \d{4} \d\d:\d\d$/)]);

const termijn = z.strictObject({ naam: vol, vervalt: moment, nog: vol, teLaat: vlag, bron: vol });
const keuze = z.strictObject({ title: vol, value: vol });

const overdracht = z.strictObject({
  casusnummer,
  overdracht: nummer,
  versie: nummer,
  gemeente: vol,
  team: vol,
  teamNaam: vol,
  wijze: z.enum(['koud', 'warm']),
  spoed: vlag,
  verzondenOp: moment,
  doorNaam: vol,
  status: z.enum(['verzonden', 'ontvangen', 'opgepakt', 'geweigerd', 'ingetrokken', 'beeindigd']),
  verantwoordelijke: vol,
  termijnen: z.array(termijn),
  ietsTeLaat: vlag,
  ontvangenOp: moment,
  ontvangenDoor: tekst,
  ontvangenVia: tekst,
  ontvangenLaat: vlag,
  opgepaktOp: moment,
  casusregisseur: tekst,
  eindeOp: moment,
  eindeDoor: tekst,
  eindeReden: tekst,
  taakGemeente: vlag,
  taakClient: vlag,
  taakBespreken: vlag,
});

const antwoord = z.strictObject({
  casusnummer,
  opMoment: moment,
  partij: vol,
  tijdelijk: vlag,
  reden: tekst,
  sinds: moment,
  tot: moment,
  gebeurtenis: vol,
  doorNaam: tekst,
  bron: vol,
  termijnen: z.array(termijn),
  watKomt: tekst,
});

export const MODELLEN: { [N in KaartNaam]: z.ZodType<KaartModellen[N]> } = {
  overdracht,
  volgkaart: overdracht,
  voortgang: z.strictObject({
    casusnummer,
    gebeurtenis: z.enum([
      'ontvangst-bevestigd',
      'opgepakt',
      'overdracht-geweigerd',
      'overdracht-ingetrokken',
      'teruggenomen',
      'nieuwe-melding-ontvangen',
    ]),
    teamNaam: tekst,
    doorNaam: tekst,
    op: moment,
    toelichting: tekst,
    laat: vlag,
    verantwoordelijke: vol,
    bron: vol,
  }),
  ping: z.strictObject({
    casusnummer,
    gemeente: vol,
    teamNaam: tekst,
    overdracht: nummer,
    versie: nummer,
    ernst: z.enum(['herinnering', 'verlopen', 'escalatie']),
    aanhef: tekst,
    stappen: z.array(termijn.extend({ watTeDoen: vol })).min(1),
    verantwoordelijke: vol,
    geschiedenis: z.array(vol).max(3),
    magBevestigen: vlag,
    magOppakken: vlag,
    taakGemeente: vlag,
    herhaling: vlag,
  }),
  onbezorgbaar: z.strictObject({ casusnummer, wat: vol, reden: vol, watTeDoen: vol }),
  antwoord,
  status: antwoord.extend({
    gemeente: vol,
    faseTekst: vol,
    spoed: vlag,
    overdracht: nummer,
    versie: nummer,
    mag: z.strictObject({
      triageAfronden: vlag,
      overdragen: vlag,
      ontvangstBevestigen: vlag,
      oppakken: vlag,
      bevestigingVastleggen: vlag,
      intrekken: vlag,
      terugnemen: vlag,
    }),
  }),
  tijdlijn: z.strictObject({
    casusnummer,
    regels: z.array(z.strictObject({ op: moment, tekst: vol, doorNaam: tekst, bron: vol })),
    weggelaten: nummer,
  }),
  lijst: z.strictObject({
    titel: vol,
    regels: z.array(z.strictObject({ casusnummer, gemeente: vol, faseTekst: vol, termijn: moment, teLaat: vlag })),
    meer: vlag,
  }),
  hulp: z.strictObject({ welkom: vlag, isVt: vlag, isBeheerder: vlag }),
  'nieuwe-casus': z.strictObject({
    gemeenten: z.array(keuze),
    vandaag: z.iso.date(),
    nu: z.string().regex(/^\d\d:\d\d$/),
    fout: tekst,
  }),
  triage: z.strictObject({ casusnummer, versie: nummer, triageVoor: moment, fout: tekst }),
  overdragen: z.strictObject({
    casusnummer,
    versie: nummer,
    teams: z.array(keuze),
    alleenWarm: vlag,
    fout: tekst,
  }),
};
