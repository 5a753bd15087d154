/** Every term of the default beleid with its steps at the instant, as derived by hand from domein.md §5 and §6. */
import type { Ontvanger, TermijnNaam } from '../../src/kern/beleid/beleid.ts';
import type { GebeurtenisSoort } from '../../src/kern/gebeurtenissen.ts';
import {
  bevestig,
  BEVESTIGD,
  bijVt,
  eens,
  GEZONDEN,
  hoger,
  IN_HANDEN,
  koud,
  naarTeam,
  oneens,
  ONTVANGEN,
  OPGEPAKT,
  terugVragen,
  TRIAGE,
  VERZONDEN,
  wacht,
  type Daad,
  type OpdrachtInvoer,
} from './steun.ts';

/** When (local time; winter, so +01:00), what is written down, and who is told. */
type Stap = readonly [moment: string, soort: GebeurtenisSoort, aan?: Ontvanger[]];

export interface Rij {
  naam: TermijnNaam;
  begin: string;
  daden: Daad[];
  stappen: Stap[];
  /** Said again at these moments after the last step, and so on (the first three). */
  herhaald?: Stap[];
  /** The same with spoed: at midnight, whatever day it is. */
  spoed: string[];
  eindigtDoor: OpdrachtInvoer | 'klok';
  /** For the record of VT's wachtlijst: its rounds know which meldingen wait. */
  lijst?: true;
}

const HERINNERD = 'termijn-herinnerd';
export const VERLOPEN = 'termijn-verlopen';
const GEMELD = 'verloop-gemeld';
const LADDER = 'termijn-opgeschaald';
const LEIDING: Ontvanger[] = ['leidinggevende-team', 'leidinggevende-vt'];

export const WACHTENDEN = [wacht('VT-2026-0001', '2026-12-08T00:00:00+01:00')];

/**
 * Derived by hand from domein.md §5 and §6. The melding came on Monday 30 November 2026, triage was done on Tuesday,
 * the overdracht sent on Wednesday 2 December and confirmed on Thursday.
 */
export const TABEL: Rij[] = [
  {
    naam: 'triage',
    begin: 'Monday 30 November: wd 1 is Tuesday, wd 4 Friday, wd 5 Monday 7 December',
    daden: [],
    stappen: [
      ['2026-12-04T08:30', HERINNERD, ['kanaal-vt']],
      ['2026-12-08T00:00', VERLOPEN],
      ['2026-12-08T08:30', GEMELD, ['kanaal-vt']],
      ['2026-12-10T08:30', LADDER, ['leidinggevende-vt']],
    ],
    spoed: ['2026-12-04T00:00', '2026-12-08T00:00', '2026-12-08T00:00', '2026-12-10T00:00'],
    eindigtDoor: naarTeam,
  },
  {
    naam: 'vervolg',
    begin: 'Monday 30 November: ten weeks later is Monday 8 February 2027',
    daden: [],
    stappen: [
      ['2027-01-25T08:30', HERINNERD, ['kanaal-vt']],
      ['2027-02-09T00:00', VERLOPEN],
      ['2027-02-09T08:30', GEMELD, ['kanaal-vt']],
      ['2027-02-16T08:30', LADDER, ['leidinggevende-vt']],
    ],
    herhaald: [
      ['2027-03-02T08:30', LADDER, ['leidinggevende-vt']],
      ['2027-03-16T08:30', LADDER, ['leidinggevende-vt']],
    ],
    spoed: ['2027-01-25T00:00', '2027-02-09T00:00', '2027-02-09T00:00', '2027-02-16T00:00'],
    eindigtDoor: { soort: 'triage-afronden', besluit: 'geen-zorgen' },
  },
  {
    naam: 'zicht-bij-vt',
    begin: 'Wednesday 2 December, the ten weeks met: over at the end of Wednesday 27 January 2027',
    daden: [
      [TRIAGE, bijVt],
      [VERZONDEN, { soort: 'vervolg-ingezet', wat: 'het onderzoek is begonnen', op: VERZONDEN }],
    ],
    stappen: [
      ['2027-01-28T00:00', VERLOPEN],
      ['2027-01-28T08:30', GEMELD, ['kanaal-vt']],
      ['2027-02-04T08:30', LADDER, ['leidinggevende-vt']],
    ],
    // Thursday 1 April 2027 08:30, in summer time.
    herhaald: [['2027-04-01T07:30', LADDER, ['kanaal-vt', 'leidinggevende-vt']]],
    spoed: ['2027-01-28T00:00', '2027-01-28T00:00', '2027-02-04T00:00'],
    eindigtDoor: { soort: 'zicht-bevestigen' },
  },
  {
    naam: 'overdracht-versturen',
    begin: 'Tuesday 1 December, the decision: over at the end of Thursday the 3rd',
    daden: [[TRIAGE, naarTeam]],
    stappen: [
      ['2026-12-04T00:00', VERLOPEN],
      ['2026-12-04T08:30', GEMELD, ['kanaal-vt']],
      ['2026-12-08T08:30', LADDER, ['leidinggevende-vt']],
    ],
    spoed: ['2026-12-04T00:00', '2026-12-04T00:00', '2026-12-08T00:00'],
    eindigtDoor: koud,
  },
  {
    naam: 'bevestigen',
    begin: 'Wednesday 2 December: over at the end of Friday the 4th',
    daden: GEZONDEN,
    stappen: [
      ['2026-12-04T08:30', HERINNERD, ['kanaal-team']],
      ['2026-12-05T00:00', VERLOPEN],
      ['2026-12-07T08:30', GEMELD, ['kanaal-team', 'kanaal-vt']],
      ['2026-12-08T08:30', LADDER, LEIDING],
      ['2026-12-10T08:30', LADDER, ['kanaal-vt', 'contactambtenaar']],
    ],
    spoed: ['2026-12-04T00:00', '2026-12-05T00:00', '2026-12-05T00:00', '2026-12-08T00:00', '2026-12-10T00:00'],
    eindigtDoor: bevestig,
  },
  {
    naam: 'oppakken',
    begin: 'Wednesday 2 December: over at the end of Wednesday the 16th',
    daden: GEZONDEN,
    stappen: [
      ['2026-12-09T08:30', HERINNERD, ['kanaal-team']],
      ['2026-12-14T08:30', HERINNERD, ['kanaal-team']],
      ['2026-12-17T00:00', VERLOPEN],
      ['2026-12-17T08:30', GEMELD, ['kanaal-team', 'kanaal-vt']],
      ['2026-12-21T08:30', LADDER, LEIDING],
      ['2026-12-24T08:30', LADDER, ['kanaal-vt']],
    ],
    spoed: [
      '2026-12-09T00:00',
      '2026-12-14T00:00',
      '2026-12-17T00:00',
      '2026-12-17T00:00',
      '2026-12-19T00:00',
      '2026-12-24T00:00',
    ],
    eindigtDoor: { soort: 'weigeren', reden: 'niet van ons' },
  },
  {
    naam: 'informeer-gemeente',
    begin: 'Thursday 10 December, the last step of the ladder of bevestigen: over at the end of Friday',
    daden: [...GEZONDEN, ['2026-12-10T08:30+01:00', 'klok']],
    stappen: [
      ['2026-12-12T00:00', VERLOPEN],
      ['2026-12-14T08:30', GEMELD, ['kanaal-vt', 'leidinggevende-vt']],
    ],
    herhaald: [
      ['2026-12-15T08:30', LADDER, ['kanaal-vt', 'leidinggevende-vt']],
      ['2026-12-16T08:30', LADDER, ['kanaal-vt', 'leidinggevende-vt']],
    ],
    spoed: ['2026-12-12T00:00', '2026-12-12T00:00'],
    eindigtDoor: { soort: 'gemeente-geinformeerd', wie: 'de contactambtenaar' },
  },
  {
    naam: 'schriftelijk-informeren',
    begin: 'Tuesday 1 December, the decision: over at the end of Tuesday the 8th',
    daden: [[TRIAGE, { soort: 'triage-afronden', besluit: 'geen-zorgen' }]],
    stappen: [
      ['2026-12-09T00:00', VERLOPEN],
      ['2026-12-09T08:30', GEMELD, ['kanaal-vt']],
    ],
    spoed: ['2026-12-09T00:00', '2026-12-09T00:00'],
    eindigtDoor: { soort: 'geinformeerd', wie: 'clientsysteem', via: 'brief' },
  },
  {
    naam: 'client-informeren',
    begin: 'Wednesday 2 December: over at the end of Wednesday the 9th',
    daden: GEZONDEN,
    stappen: [
      ['2026-12-10T00:00', VERLOPEN],
      ['2026-12-10T08:30', GEMELD, ['kanaal-vt']],
    ],
    spoed: ['2026-12-10T00:00', '2026-12-10T00:00'],
    eindigtDoor: { soort: 'geinformeerd', wie: 'clientsysteem' },
  },
  {
    naam: 'betrokkenen-informeren',
    begin: 'Tuesday 1 December, the decision for HGO: over at the end of Tuesday the 8th',
    daden: [[TRIAGE, { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'hgo' }]],
    stappen: [
      ['2026-12-09T00:00', VERLOPEN],
      ['2026-12-09T08:30', GEMELD, ['kanaal-vt']],
    ],
    spoed: ['2026-12-09T00:00', '2026-12-09T00:00'],
    eindigtDoor: { soort: 'geinformeerd', wie: 'betrokkenen' },
  },
  {
    naam: 'melding-bespreken',
    begin: 'Thursday 3 December, the confirmation: over at the end of Thursday the 17th',
    daden: ONTVANGEN,
    stappen: [
      ['2026-12-18T00:00', VERLOPEN],
      ['2026-12-18T08:30', GEMELD, ['kanaal-team']],
    ],
    spoed: ['2026-12-18T00:00', '2026-12-18T00:00'],
    eindigtDoor: { soort: 'melding-besproken', op: BEVESTIGD },
  },
  {
    naam: 'gesprek-professionals',
    begin: 'Thursday 3 December, raised: over at the end of Monday the 7th',
    daden: [...GEZONDEN, [BEVESTIGD, oneens]],
    stappen: [
      ['2026-12-08T00:00', VERLOPEN],
      ['2026-12-08T08:30', GEMELD, LEIDING],
    ],
    spoed: ['2026-12-08T00:00', '2026-12-08T00:00'],
    eindigtDoor: eens('veilig-thuis'),
  },
  {
    naam: 'gesprek-leidinggevenden',
    begin: 'Friday 4 December, step 2: over at the end of Friday the 11th',
    daden: [...GEZONDEN, [BEVESTIGD, oneens], [OPGEPAKT, hoger(1)]],
    stappen: [
      ['2026-12-10T08:30', HERINNERD, LEIDING],
      ['2026-12-12T00:00', VERLOPEN],
      ['2026-12-14T08:30', GEMELD, ['contactambtenaar', 'kanaal-vt']],
    ],
    spoed: ['2026-12-10T00:00', '2026-12-12T00:00', '2026-12-12T00:00'],
    eindigtDoor: hoger(2),
  },
  {
    naam: 'gesprek-gemeente',
    begin: 'Friday 4 December, step 3: over at the end of Friday the 18th',
    daden: [...GEZONDEN, [BEVESTIGD, oneens], [OPGEPAKT, hoger(1)], [OPGEPAKT, hoger(2)]],
    stappen: [
      ['2026-12-19T00:00', VERLOPEN],
      ['2026-12-21T08:30', GEMELD, ['stuurgroep', 'kanaal-vt']],
    ],
    spoed: ['2026-12-19T00:00', '2026-12-19T00:00'],
    eindigtDoor: eens('veilig-thuis'),
  },
  {
    naam: 'terugleggen-beantwoorden',
    begin: 'Friday 4 December, asked: over at the end of Tuesday the 8th',
    daden: [...IN_HANDEN, [OPGEPAKT, terugVragen]],
    stappen: [
      ['2026-12-09T00:00', VERLOPEN],
      ['2026-12-09T08:30', GEMELD, ['kanaal-vt']],
      ['2026-12-11T08:30', LADDER, ['leidinggevende-vt']],
    ],
    spoed: ['2026-12-09T00:00', '2026-12-09T00:00', '2026-12-11T00:00'],
    eindigtDoor: { soort: 'terugleggen-weigeren', reden: 'kan bij jullie' },
  },
  {
    naam: 'monitoring',
    begin: 'Friday 4 December for Friday the 11th: asked on the day itself, over at its end, told on Monday',
    daden: [
      ...IN_HANDEN,
      [OPGEPAKT, { soort: 'monitoring-afspreken', op: '2026-12-11T10:00:00+01:00', wie: 'Vera', wat: 'bellen' }],
    ],
    stappen: [
      ['2026-12-11T08:30', HERINNERD, ['kanaal-vt']],
      ['2026-12-12T00:00', VERLOPEN],
      ['2026-12-14T08:30', GEMELD, ['kanaal-vt']],
    ],
    spoed: ['2026-12-11T00:00', '2026-12-12T00:00', '2026-12-12T00:00'],
    eindigtDoor: { soort: 'monitoring-afronden' },
  },
  {
    naam: 'wachtlijst-vt',
    begin: 'Tuesday 8 December, the first day: over at the end of Tuesday the 29th',
    daden: [],
    lijst: true,
    stappen: [
      ['2026-12-30T00:00', VERLOPEN],
      ['2026-12-30T08:30', GEMELD, ['stuurgroep', 'kanaal-vt']],
    ],
    spoed: [],
    eindigtDoor: 'klok',
  },
  {
    naam: 'screening',
    begin: 'Saturday 12 December 08:30: at noon of that day, and told at noon, weekend or not',
    daden: [['2026-12-12T08:30+01:00', 'klok', { wachtenden: WACHTENDEN }]],
    lijst: true,
    stappen: [
      ['2026-12-12T12:00', VERLOPEN],
      ['2026-12-12T12:00', GEMELD, ['leidinggevende-vt']],
    ],
    spoed: [],
    eindigtDoor: 'klok',
  },
];
