/** A whole story of two casussen, step by step: what each step asks of the program, and when. */
import { BEA, NICO, NOOR, NOORD, VERA } from '../scenario/mensen.ts';
import { KOUD, NAAR_LOKAAL } from '../scenario/stappen.ts';
import { api, geef, klik, koppelVt, typ, zoekKnop, type Buiten } from './steun-buiten.ts';
import type { Ontvangen } from '../steun/teams.ts';

export const X = 'VT-2026-0001';
export const Y = 'VT-2026-0002';
/** Registered before the story begins, so that it has company. */
export const BEGIN = '2026-11-23T09:00:00+01:00';

export interface Stap {
  naam: string;
  op: string;
  /** Someone looks at what stands there now, and asks something of the program; asked again it is the same. */
  vraag?(nu: Buiten): (buiten: Buiten) => Promise<Ontvangen>;
}

const melding = (casusnummer: string) => () => (buiten: Buiten) =>
  api(buiten, 'POST', '/api/v1/casussen', {
    body: { casusnummer, gemeente: 'Breda', meldingOntvangenOp: '2026-11-23T08:00:00+01:00' },
  });
const opdracht = (casusnummer: string, wat: Record<string, unknown>) => () => (buiten: Buiten) =>
  geef(buiten, casusnummer, wat, `${casusnummer}-${String(wat['soort'])}`);

/** What goes before: both channels linked, the second casus handed over as the first will be. */
export const VOORAF: Stap[] = [
  { naam: 'koppel vt', op: BEGIN, vraag: () => koppelVt },
  { naam: 'melding van Y', op: BEGIN, vraag: melding(Y) },
  { naam: 'triage van Y', op: BEGIN, vraag: opdracht(Y, NAAR_LOKAAL) },
];

export const VERHAAL: Stap[] = [
  {
    naam: 'de beheerder koppelt het wijkteam',
    op: '2026-11-23T09:10:00+01:00',
    vraag: () => (buiten) => typ(buiten, BEA, `koppel ${NOORD}`, 'noord'),
  },
  { naam: 'melding', op: '2026-11-23T09:30:00+01:00', vraag: melding(X) },
  { naam: 'triage', op: '2026-11-23T10:00:00+01:00', vraag: opdracht(X, NAAR_LOKAAL) },
  { naam: 'overdracht', op: '2026-11-23T10:30:00+01:00', vraag: opdracht(X, KOUD(NOORD)) },
  { naam: 'overdracht van Y', op: '2026-11-23T11:00:00+01:00', vraag: opdracht(Y, KOUD(NOORD)) },
  { naam: 'herinnering', op: '2026-11-25T08:30:00+01:00' },
  {
    naam: 'overdracht van Y ingetrokken',
    op: '2026-11-25T10:00:00+01:00',
    vraag: opdracht(Y, { soort: 'intrekken', reden: 'Het gezin is verhuisd.' }),
  },
  { naam: 'termijn verlopen', op: '2026-11-26T08:30:00+01:00' },
  { naam: 'naar de leidinggevenden', op: '2026-11-27T08:30:00+01:00' },
  {
    naam: 'ontvangen',
    op: '2026-11-27T10:00:00+01:00',
    vraag(nu) {
      const knop = zoekKnop(nu, 'noord', X, 'ontvangst-bevestigen');
      return (buiten) => klik(buiten, NOOR, knop);
    },
  },
  {
    naam: 'bekijk overdracht',
    op: '2026-11-27T11:00:00+01:00',
    vraag(nu) {
      const knop = zoekKnop(nu, 'noord', X, 'bekijk-overdracht');
      return (buiten) => klik(buiten, NICO, knop);
    },
  },
  {
    naam: 'opgepakt',
    op: '2026-11-30T09:00:00+01:00',
    vraag(nu) {
      const knop = zoekKnop(nu, 'noord', X, 'oppakken');
      return (buiten) => klik(buiten, NOOR, knop);
    },
  },
  { naam: 'vraag', op: '2026-11-30T10:00:00+01:00', vraag: () => (buiten) => typ(buiten, VERA, `status ${X}`) },
  {
    naam: 'terugleggen gevraagd',
    op: '2026-11-30T11:00:00+01:00',
    vraag(nu) {
      const knop = { ...zoekKnop(nu, 'noord', X, 'bekijk-overdracht'), verb: 'terugleggen-vragen' };
      return (buiten) => klik(buiten, NOOR, knop, { reden: 'De ouders willen geen hulp van ons.' });
    },
  },
  {
    naam: 'terugleggen geaccepteerd',
    op: '2026-11-30T13:00:00+01:00',
    vraag: opdracht(X, { soort: 'terugleggen-accepteren' }),
  },
];
