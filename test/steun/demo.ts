/** The demo as a user starts it: `npm run demo` as a process, on free ports. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { bewaak } from './kinderen.ts';

const WORTEL = fileURLToPath(new URL('../..', import.meta.url));

function vrijePoort(): Promise<number> {
  return new Promise((klaar, mislukt) => {
    const server = createServer();
    server.once('error', mislukt);
    server.listen(0, '127.0.0.1', () => {
      const adres = server.address();
      server.close(() => klaar(typeof adres === 'object' && adres ? adres.port : 0));
    });
  });
}

const STOPTIJD_MS = 10_000;
/** Within the time that vitest gives a hook, so that whoever waits hears what the demo did say. */
const WACHTTIJD_MS = 50_000;

const bezet = (poort: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${poort}/healthz`).then(
    () => true,
    () => false,
  );

export interface Demo {
  url: string;
  /** What it has printed so far. */
  uitvoer(): string;
  /** Types a line on its standard input and resolves with what it prints until the pattern is there. */
  typ(regel: string, tot: RegExp): Promise<string>;
  /** Ctrl+C; true when it has let go of both its ports. */
  stop(): Promise<boolean>;
}

/** Resolves when the demo says what to click. Rejects with its output when it stops before that. */
export async function startDemo(omgeving: Record<string, string> = {}): Promise<Demo> {
  const [bot, client] = [await vrijePoort(), await vrijePoort()];
  const kind: ChildProcess = spawn('npm', ['run', '--silent', 'demo'], {
    cwd: WORTEL,
    detached: true,
    env: { ...process.env, PORT: String(bot), DEMO_CLIENT_POORT: String(client), LOG_LEVEL: 'error', ...omgeving },
  });
  const bewaakt = bewaak(kind, { groep: true });
  let uitvoer = '';
  const luisteraars = new Set<() => void>();
  const lees = (stuk: Buffer): void => {
    uitvoer += stuk.toString();
    for (const luisteraar of luisteraars) luisteraar();
  };
  kind.stdout?.on('data', lees);
  kind.stderr?.on('data', lees);
  const einde = new Promise<number | null>((klaar) => {
    kind.once('exit', klaar);
  });

  const wachtOp = (patroon: RegExp, vanaf: number): Promise<string> =>
    new Promise((klaar, mislukt) => {
      const kijk = (): void => {
        if (!patroon.test(uitvoer.slice(vanaf))) return;
        luisteraars.delete(kijk);
        clearTimeout(wekker);
        klaar(uitvoer.slice(vanaf));
      };
      const wekker = setTimeout(() => {
        luisteraars.delete(kijk);
        mislukt(new Error(`de demo zei niet op tijd ${patroon}:\n${uitvoer}`));
      }, WACHTTIJD_MS);
      luisteraars.add(kijk);
      void einde.then((code) => mislukt(new Error(`de demo stopte met code ${code}:\n${uitvoer}`)));
      kijk();
    });

  try {
    await wachtOp(/Stoppen: Ctrl\+C/, 0);
  } catch (fout) {
    // Nobody gets hold of it to stop it.
    await bewaakt.dood();
    throw fout;
  }
  return {
    url: `http://localhost:${client}`,
    uitvoer: () => uitvoer,
    typ(regel, tot) {
      const vanaf = uitvoer.length;
      kind.stdin?.write(`${regel}\n`);
      return wachtOp(tot, vanaf);
    },
    async stop() {
      // The whole group gets what a terminal's Ctrl+C would send; npm may die of it, the demo must end by itself.
      if (kind.pid !== undefined && kind.exitCode === null && kind.signalCode === null)
        process.kill(-kind.pid, 'SIGINT');
      try {
        // Its output closes with the last process that writes there: npm can be gone before the demo.
        await bewaakt.einde(STOPTIJD_MS);
      } catch {
        return false;
      }
      for (let gewacht = 0; gewacht < STOPTIJD_MS; gewacht += 100) {
        if (!(await bezet(bot)) && !(await bezet(client))) return true;
        await new Promise((verder) => setTimeout(verder, 100));
      }
      return false;
    },
  };
}
