/** Why a casus may rest: every fase in which no term need run, and what brings the casus back into motion. */
import type { Casus, FaseNaam } from './casus.ts';

/** What is waited for, and the place in the guideline that says so. */
export interface Rust {
  reden: 'wacht-op-melding' | 'team-werkt';
  bron: string;
}

/** Every other fase has a term of its own, from the moment it begins until it ends. */
const RUST: Partial<Record<FaseNaam, Rust>> = {
  // The team works, signals to VT by itself when it must, and VT looks only where that was agreed ("Monitoren").
  opgepakt: { reden: 'team-werkt', bron: '§5.1.3, Add.5' },
  // New concerns come in as a new melding.
  'bij-clientsysteem': { reden: 'wacht-op-melding', bron: '§5.1.2, Add.5' },
  afgesloten: { reden: 'wacht-op-melding', bron: '§5.1.1, Add.5' },
};

/** The reason that no term runs; `undefined` when one runs, or when one should. */
export function redenZonderTermijn(casus: Casus): Rust | undefined {
  return casus.termijnen.length > 0 ? undefined : RUST[casus.fase];
}
