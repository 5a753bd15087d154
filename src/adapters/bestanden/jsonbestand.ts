/** A file with JSON that somebody wrote by hand. */
import { readFile } from 'node:fs/promises';
import { BestandFout, type Instellingbestand } from '../../toepassing/streek/instellingen.ts';

/** Read at each use; `undefined` without a path. */
export const jsonBestand = (pad: string | undefined): Instellingbestand | undefined =>
  pad === undefined ? undefined : { pad, lees: () => leesJson(pad) };

async function leesJson(pad: string): Promise<unknown> {
  try {
    // Editors on Windows put a byte order mark in front, which JSON does not know.
    return JSON.parse((await readFile(pad, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (fout) {
    throw new BestandFout(`${pad} kan niet worden gelezen: ${fout instanceof Error ? fout.message : String(fout)}`);
  }
}
