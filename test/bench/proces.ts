/** Processes of their own: what is measured never shares one with what measures it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bewaak } from '../steun/kinderen.ts';

/** The repository; this file runs as `.cache/bench/test/bench/proces.js`. */
export const WORTEL = fileURLToPath(new URL('../../../..', import.meta.url));

export interface Proces {
  pid: number;
  /** Sends a question and resolves with its answer; one at a time. */
  vraag<A>(bericht: unknown): Promise<A>;
  /** Resident memory in MB. */
  geheugen(): number;
  stop(): Promise<void>;
}

/** Starts `proces/NAAM.js` with plain Node and asks it the first question, which makes it ready. */
export async function start<A>(naam: string, opdracht: unknown): Promise<Proces & { gereed: A }> {
  const kind = fork(fileURLToPath(new URL(`proces/${naam}.js`, import.meta.url)), { execArgv: [], stdio: 'inherit' });
  const bewaakt = bewaak(kind);
  const einde = once(kind, 'exit').then(([code]: unknown[]) => code);
  const pid = kind.pid ?? 0;
  const vraag = async <B>(bericht: unknown): Promise<B> => {
    kind.send(bericht as object);
    const gestopt = einde.then((code) => {
      throw new Error(`${naam} stopped with ${String(code)}`);
    });
    return Promise.race([once(kind, 'message').then(([gegeven]) => gegeven as B), gestopt]);
  };
  return {
    pid,
    vraag,
    geheugen: () => geheugenVan(pid),
    gereed: await vraag<A>(opdracht),
    async stop() {
      kind.disconnect();
      await bewaakt.einde();
    },
  };
}

/** Resident memory of a process, in MB. */
function geheugenVan(pid: number): number {
  const kb = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb) / 1024;
}
