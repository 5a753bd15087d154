/** The steps that most stories begin with: an overdracht is sent, confirmed and picked up, or nobody confirms it. */
import { KANALEN, NOOR, type KanaalNaam, type Mens } from '../scenario/mensen.ts';
import { draagtWarmOver, klikt, KLOK } from './daden.ts';
import { om, type Stap } from './verhaal.ts';

/** Veilig Thuis hands over warm, so that only confirming and picking up are guarded. */
export const verzonden = (op: string, team: KanaalNaam = 'noord'): Stap =>
  om(op, draagtWarmOver(KANALEN[team].sleutel), 'VT', `${team}, vt: overdracht`);

/** A member of the team confirms the receipt in time, before anybody was called upon. */
export const ontvangen = (op: string, wie: Mens = NOOR, team: KanaalNaam = 'noord'): Stap =>
  om(op, klikt(wie, 'ontvangst-bevestigen'), team, 'vt: ontvangst bevestigd', `${team}, vt: ↻ ontvangen`);

/** A member of the team picks the casus up in time, before anybody was called upon. */
export const opgepakt = (op: string, wie: Mens = NOOR, team: KanaalNaam = 'noord'): Stap =>
  om(op, klikt(wie, 'oppakken'), team, 'vt: opgepakt', `${team}, vt: ↻ opgepakt`);

export const VERZONDEN = verzonden('ma 23 nov 2026 09:00');
export const ONTVANGEN = ontvangen('ma 23 nov 2026 10:00');

/** Nobody confirms what was sent at that moment: each step of the ladder up to the leidinggevenden. */
export const HERINNERD = om('wo 25 nov 2026 08:30', KLOK, 'VT', 'noord: herinnering bevestigen', 'noord, vt: ↻ wacht');
export const TE_LAAT = om('do 26 nov 2026 00:00', KLOK, 'VT', 'noord, vt: ↻ te laat');
export const GEMAAND = om('do 26 nov 2026 08:30', KLOK, 'VT', 'noord, vt: verlopen bevestigen', 'noord, vt: ↻ te laat');
export const OPGESCHAALD = om(
  'vr 27 nov 2026 08:30',
  KLOK,
  'VT',
  'Ilse, Loes: escalatie bevestigen',
  'noord, vt: ↻ te laat',
);
