/** Starts the program as a process of its own (kind.ts), speaks to it and kills it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder';
import type { RondeUitslag } from '../../src/toepassing/klok/ronde.ts';
import type { CasusDocument } from '../../src/toepassing/poorten.ts';
import { bouw } from '../steun/bouw.ts';
import { bewaak } from '../steun/kinderen.ts';

/** The nth write since counting began, before it reaches the store or after it stands there. */
export interface Houdpunt {
  nr: number;
  moment: 'voor' | 'na';
}

/** Of an identity provider on this machine, for a program with an app id. */
type Eindpunten = ConfigurationBotFrameworkAuthenticationOptions;

/** What it can be asked. */
export interface KindVragen {
  /** Starts the program at this instant, after stopping the one that runs; resolves with its address. */
  start: { arg: { env: Record<string, string>; nu: string; eindpunten?: Eindpunten }; uit: string };
  stop: { arg: undefined; uit: void };
  /** Counts writes from here, and holds one of them for good. */
  tel: { arg: Houdpunt | undefined; uit: void };
  geteld: { arg: undefined; uit: number };
  zet: { arg: string; uit: void };
  ronde: { arg: undefined; uit: RondeUitslag };
  bezorgd: { arg: undefined; uit: void };
  /** Lets time pass up to an instant; whatever is due on the way happens at its own moment. */
  naar: { arg: string; uit: void };
  /** Each with where its journal does not hold together, if it does not. */
  documenten: { arg: string[]; uit: (CasusDocument & { breuk: string | undefined })[] };
  /** In bytes, on the heap and beside it, after a garbage collection. */
  geheugen: { arg: undefined; uit: number };
}

export interface KindVraag<V extends keyof KindVragen> {
  nr: number;
  /** Which of the programs in the process. */
  wie: string;
  vraag: V;
  arg: KindVragen[V]['arg'];
}
/** The answer to a question, or something that happened: everything is loaded, a write is held. */
export type KindBericht =
  { nr: number; uit?: unknown; fout?: string } | { gebeurd: 'geladen' | 'gehouden'; wie: string };

type Arg<V extends keyof KindVragen> = KindVragen[V]['arg'] extends undefined ? [] : [KindVragen[V]['arg']];

/** One program in the process. */
export interface Bewoner {
  /** Rejects when it goes wrong there, or when the process ends first. */
  vraag<V extends keyof KindVragen>(vraag: V, ...arg: Arg<V>): Promise<KindVragen[V]['uit']>;
  /** Resolves at the next write that is held. */
  gehouden(): Promise<void>;
}

export interface Kind {
  pid: number;
  bewoner(wie: string): Bewoner;
  /** SIGKILL; resolves when it is gone. */
  dood(): Promise<void>;
  /** Its exit code or signal; `undefined` while it lives. */
  einde(): string | undefined;
}

export interface Programma {
  /** A new process with everything loaded and nothing started. `voor` are arguments of node. */
  begin(voor?: string[]): Promise<Kind>;
  /** Kills whatever still runs. */
  opruimen(): Promise<void>;
}

export async function compileer(): Promise<Programma> {
  const map = await bouw();
  const levend = new Set<Kind>();
  return {
    async begin(voor = []) {
      const kind = spawn(process.execPath, [...voor, join(map, 'test/fouten/kind.js')], {
        env: { PATH: process.env['PATH'] },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      bewaak(kind);
      const gestart = maakKind(kind);
      levend.add(gestart.kind);
      await gestart.geladen;
      return gestart.kind;
    },
    async opruimen() {
      await Promise.all([...levend].map((kind) => kind.dood()));
    },
  };
}

function maakKind(proces: ChildProcess): { kind: Kind; geladen: Promise<void> } {
  const open = new Map<number, { klaar: (uit: unknown) => void; mislukt: (fout: Error) => void }>();
  let wachters: { op: string; klaar: () => void; mislukt: (fout: Error) => void }[] = [];
  let teller = 0;
  let einde: string | undefined;

  const wachtOp = (gebeurd: string, wie: string): Promise<void> => {
    const gebeurt = new Promise<void>((klaar, mislukt) => {
      wachters.push({ op: `${gebeurd} ${wie}`, klaar, mislukt });
    });
    // A test that kills it may have stopped waiting.
    gebeurt.catch(() => undefined);
    return gebeurt;
  };
  proces.on('message', (bericht: KindBericht) => {
    if ('gebeurd' in bericht) {
      const op = `${bericht.gebeurd} ${bericht.wie}`;
      for (const een of wachters) if (een.op === op) een.klaar();
      wachters = wachters.filter((een) => een.op !== op);
      return;
    }
    const vrager = open.get(bericht.nr);
    open.delete(bericht.nr);
    if (bericht.fout === undefined) vrager?.klaar(bericht.uit);
    else vrager?.mislukt(new Error(bericht.fout));
  });
  const weg = once(proces, 'exit').then(([code, signaal]) => {
    einde = String(signaal ?? code);
    for (const { mislukt } of open.values()) mislukt(new Error(`het proces stopte (${einde})`));
    open.clear();
    for (const { mislukt } of wachters) mislukt(new Error(`het proces stopte (${einde})`));
    wachters = [];
  });

  const kind: Kind = {
    pid: proces.pid ?? 0,
    bewoner: (wie) => ({
      vraag: (vraag, arg?) =>
        new Promise((klaar, mislukt) => {
          if (einde !== undefined) throw new Error(`het proces is al gestopt (${einde})`);
          teller += 1;
          open.set(teller, { klaar: klaar as (uit: unknown) => void, mislukt });
          proces.send({ nr: teller, wie, vraag, arg });
        }),
      gehouden: () => wachtOp('gehouden', wie),
    }),
    async dood() {
      proces.kill('SIGKILL');
      await weg;
    },
    einde: () => einde,
  };
  return { kind, geladen: wachtOp('geladen', '') };
}
