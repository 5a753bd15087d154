/** What each opdracht asks for, in a form that is understood, as a card sends it and as the API takes it. */
import type { OpdrachtSoort } from '../../src/kern/opdrachten.ts';
import { NOORD } from '../scenario/mensen.ts';

const NU = '2026-11-23T09:00:00+01:00';

/** The inputs of the form. */
export const KLIKVELDEN: Record<OpdrachtSoort, Record<string, unknown>> = {
  'triage-afronden': { besluit: 'lokale-toegang' },
  overdragen: { team: NOORD, wijze: 'koud', feiten: 'Er is een melding.' },
  'bevestiging-vastleggen': { datum: '2026-11-23', tijd: '09:00', via: 'telefoon', doorWie: 'Noor' },
  'ontvangst-bevestigen': {},
  weigeren: { reden: 'niet van ons' },
  oppakken: {},
  'niet-binnen-termijn': { reden: 'ziekte' },
  'wachtlijst-melden': { toelichting: 'vol' },
  'meningsverschil-melden': { toelichting: 'oneens' },
  'meningsverschil-opschalen': {},
  'meningsverschil-oplossen': { uitkomst: 'lokale-toegang' },
  'uitkomst-aanvaarden': {},
  'uitkomst-afwijzen': { reden: 'dat kan niet' },
  'vervolg-ingezet': { wat: 'begonnen', datum: '2026-11-23', tijd: '09:00' },
  'zicht-bevestigen': {},
  'terugleggen-vragen': { reden: 'het escaleert' },
  'terugleggen-accepteren': {},
  'terugleggen-weigeren': { reden: 'kan bij jullie' },
  terugnemen: { reden: 'escalatie' },
  intrekken: { reden: 'verkeerd team' },
  'nieuwe-melding': { datum: '2026-11-23', tijd: '09:00' },
  'gemeente-geinformeerd': { wie: 'de contactambtenaar' },
  'interventie-gemeente-vastleggen': { wat: 'extra uren' },
  geinformeerd: { wie: 'melder', via: 'brief' },
  'melding-besproken': { datum: '2026-11-23', tijd: '09:00' },
  'aanpakfase-vastleggen': { fase: 'herstel' },
  'monitoring-afspreken': { datum: '2026-12-01', wie: 'veilig-thuis', wat: 'bellen' },
  'monitoring-afronden': {},
  signaleren: { wat: 'verzoek-raad', toelichting: 'verzoek' },
  gescreend: {},
  'direct-gevaar': { wat: 'acuut' },
  afsluiten: { reden: 'stabiel veilig' },
};
const ANDERS: Partial<Record<OpdrachtSoort, object>> = {
  overdragen: { feiten: ['Er is een melding.'] },
  'bevestiging-vastleggen': { gegevenOp: NU },
  'nieuwe-melding': { ontvangenOp: NU },
  'vervolg-ingezet': { op: NU },
  'melding-besproken': { op: NU },
  'monitoring-afspreken': { op: '2026-12-01T12:00:00+01:00' },
};

export function apiVelden(soort: OpdrachtSoort): Record<string, unknown> {
  const { datum: _datum, tijd: _tijd, ...velden } = KLIKVELDEN[soort];
  return { ...velden, ...ANDERS[soort] };
}
