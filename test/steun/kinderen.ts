/**
 * Processes that a test starts end with it: each has a bound, and none outlives the process that started it, also when
 * that is stopped halfway.
 */
import type { ChildProcess } from 'node:child_process';

/** No command of a test needs longer, on the slowest machine it runs on. */
export const GEDULD_MS = 60_000;

interface Levend {
  kind: ChildProcess;
  groep: boolean;
}
const levend = new Set<Levend>();

function dood({ kind, groep }: Levend): void {
  try {
    if (groep && kind.pid !== undefined) process.kill(-kind.pid, 'SIGKILL');
    else kind.kill('SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function doodAlle(): void {
  for (const een of levend) dood(een);
}

const SIGNALEN = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const bijSignaal = (signaal: NodeJS.Signals): void => {
  doodAlle();
  luister(false);
  // Whoever else listens decides; by itself a signal ends a process, as it would have without us.
  if (process.listenerCount(signaal) === 0) process.kill(process.pid, signaal);
};

function luister(aan: boolean): void {
  if (aan) process.on('exit', doodAlle);
  else process.off('exit', doodAlle);
  for (const signaal of SIGNALEN) {
    if (aan) process.on(signaal, bijSignaal);
    else process.off(signaal, bijSignaal);
  }
}

export interface Bewaakt {
  /** Resolves when it has ended by itself; after the bound it is killed, and this rejects. */
  einde(binnenMs?: number): Promise<void>;
  /** SIGKILL, for the whole group where there is one; resolves when it is gone. */
  dood(): Promise<void>;
}

/** `groep`: it was started detached, and whatever it starts ends with it. */
export function bewaak(kind: ChildProcess, { groep = false }: { groep?: boolean } = {}): Bewaakt {
  const een: Levend = { kind, groep };
  if (levend.size === 0) luister(true);
  levend.add(een);
  const weg = new Promise<void>((klaar) => {
    const klaarMee = (): void => {
      // Of a group, the first can be gone before the rest.
      if (groep) dood(een);
      levend.delete(een);
      if (levend.size === 0) luister(false);
      klaar();
    };
    kind.once('close', klaarMee);
    kind.once('error', klaarMee);
  });
  return {
    async einde(binnenMs = GEDULD_MS) {
      let wekker: NodeJS.Timeout | undefined;
      const teLang = new Promise<never>((_, mislukt) => {
        wekker = setTimeout(() => {
          dood(een);
          mislukt(new Error(`een proces was na ${binnenMs / 1000} s nog niet klaar: ${kind.spawnargs.join(' ')}`));
        }, binnenMs);
      });
      try {
        await Promise.race([weg, teLang]);
      } finally {
        clearTimeout(wekker);
      }
    },
    async dood() {
      dood(een);
      await weg;
    },
  };
}
