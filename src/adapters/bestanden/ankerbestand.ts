/** The anchor on disk: the new one is written beside the old one, and takes its place whole or not at all. */
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Ankerbestand } from '../../toepassing/bewijs/anker.ts';

/** Rejects when the path can be neither read nor found absent. */
export async function openAnkerbestand(pad: string): Promise<Ankerbestand> {
  const nieuwPad = `${pad}.nieuw`;
  return {
    pad,
    vorige: (await bestaat(pad))
      ? createInterface({ input: createReadStream(pad, 'utf8'), crlfDelay: Infinity })
      : undefined,
    async begin() {
      const nieuw = await open(nieuwPad, 'w', 0o600);
      return {
        async schrijf(regel) {
          await nieuw.write(`${regel}\n`);
        },
        async sluit(bewaar) {
          await nieuw.sync();
          await nieuw.close();
          await (bewaar ? rename(nieuwPad, pad) : rm(nieuwPad, { force: true }));
        },
      };
    },
  };
}

async function bestaat(pad: string): Promise<boolean> {
  try {
    await (await open(pad, 'r')).close();
    return true;
  } catch (fout) {
    if (fout instanceof Error && 'code' in fout && fout.code === 'ENOENT') return false;
    throw fout;
  }
}
