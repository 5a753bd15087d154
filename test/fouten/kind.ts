/**
 * The program in a process of its own, for tests that kill it, starve it or flood it. Everything is as in production but
 * the clock, which only the test moves, and a store that can be held at one write. Spoken to over the IPC channel.
 */
import { leesConfig } from '../../src/config.ts';
import { instant } from '../../src/kern/tijd/werkdagen.ts';
import { maakVirtueleKlok, type VirtueleKlok } from '../../src/klok.ts';
import { start, type Toepassing } from '../../src/samenstelling.ts';
import { eersteBreuk } from '../../src/toepassing/bewijs/ketencontrole.ts';
import type { Opslag } from '../../src/toepassing/poorten.ts';
import { eigenIdentiteit } from '../steun/identiteit.ts';
import { verstrijk } from '../steun/verstrijk.ts';
import type { Houdpunt, KindBericht, KindVraag, KindVragen } from './steun-kind.ts';

/** What a write has to pass on its way to the store. */
interface Poort {
  /** Writes since counting began. */
  geteld: number;
  houdpunt: Houdpunt | undefined;
}
interface Plek {
  klok: VirtueleKlok;
  poort: Poort;
  toepassing: Toepassing;
}

/** Several programs can run side by side, each with a store and a clock of its own; they die together. */
const plekken = new Map<string, Plek>();

const meld = (bericht: KindBericht): void => void process.send?.(bericht);
const nooit = (): Promise<never> => new Promise(() => {});

/** Holds one write for good, before the store has it or after: whoever waits for it is killed there. */
function metPoort(wie: string, poort: Poort, opslag: Opslag): Opslag {
  async function schrijf<T>(doe: () => Promise<T>): Promise<T> {
    poort.geteld += 1;
    const hier = poort.houdpunt?.nr === poort.geteld ? poort.houdpunt : undefined;
    if (hier?.moment === 'na') await doe();
    if (hier) meld({ gebeurd: 'gehouden', wie });
    return hier ? nooit() : doe();
  }
  return {
    ...opslag,
    maak: (document) => schrijf(() => opslag.maak(document)),
    vervang: (document, etag) => schrijf(() => opslag.vervang(document, etag)),
    schrijfRegister: (naam, waarde, etag) => schrijf(() => opslag.schrijfRegister(naam, waarde, etag)),
  };
}

function van(wie: string): Plek {
  const plek = plekken.get(wie);
  if (!plek) throw new Error(`${wie} is niet gestart`);
  return plek;
}

type Vragen = { [V in keyof KindVragen]: (wie: string, arg: KindVragen[V]['arg']) => Promise<KindVragen[V]['uit']> };

const vragen: Vragen = {
  async start(wie, { env, nu, eindpunten }) {
    const klok = maakVirtueleKlok(instant(nu), 0);
    const poort: Poort = { geteld: 0, houdpunt: undefined };
    const toepassing = await start(leesConfig(env), {
      klok,
      omhulOpslag: (opslag) => metPoort(wie, poort, opslag),
      // An outcome that cannot be written is tried again at once: nobody waits for a disk that the test fills.
      slaap: () => Promise.resolve(),
      identiteit: eindpunten && eigenIdentiteit(eindpunten),
    });
    plekken.set(wie, { klok, poort, toepassing });
    await toepassing.ronde();
    return toepassing.url;
  },
  async stop(wie) {
    await van(wie).toepassing.stop();
    plekken.delete(wie);
  },
  async tel(wie, houdpunt) {
    Object.assign(van(wie).poort, { geteld: 0, houdpunt });
  },
  geteld: async (wie) => van(wie).poort.geteld,
  async zet(wie, moment) {
    van(wie).klok.zet(instant(moment));
  },
  ronde: (wie) => van(wie).toepassing.ronde(),
  bezorgd: (wie) => van(wie).toepassing.bezorgd(),
  async naar(wie, moment) {
    const { klok, toepassing } = van(wie);
    const { opslag } = toepassing.omgeving;
    await verstrijk({ opslag, klok, ronde: () => toepassing.ronde() }, instant(moment));
  },
  async documenten(wie, casusnummers) {
    const { opslag, kluis } = van(wie).toepassing.omgeving;
    const gelezen = [];
    // Not thousands at once: each read has its time limit from when it is asked.
    for (let nr = 0; nr < casusnummers.length; nr += 100)
      gelezen.push(...(await Promise.all(casusnummers.slice(nr, nr + 100).map((id) => opslag.lees(id)))));
    return gelezen.flatMap((een) => (een ? [{ ...een.waarde, breuk: eersteBreuk(een.waarde, kluis)?.soort }] : []));
  },
  async geheugen() {
    // Twice: what the first lets go of may itself hold more.
    globalThis.gc?.();
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  },
};

async function beantwoord<V extends keyof KindVragen>({ nr, wie, vraag, arg }: KindVraag<V>): Promise<void> {
  try {
    meld({ nr, uit: await vragen[vraag](wie, arg) });
  } catch (fout) {
    meld({ nr, fout: fout instanceof Error ? (fout.stack ?? fout.message) : String(fout) });
  }
}

process.on('message', (vraag) => void beantwoord(vraag as KindVraag<keyof KindVragen>));
// The test is gone: so are we.
process.on('disconnect', () => process.exit(1));
meld({ gebeurd: 'geladen', wie: '' });
