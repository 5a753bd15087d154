/**
 * The program compiled as `npm run build` does it, once for every test that starts it as a process: starting that is twice
 * as fast as translating at every start. It stays, under the digest of what went into it, for the next run.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { GEDULD_MS } from './kinderen.ts';

const WORTEL = fileURLToPath(new URL('../..', import.meta.url));
const BRONNEN = [
  'src',
  'cards',
  'manifest',
  'test/fouten',
  'test/steun',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
/** A run of the tests does not last so long, so nobody starts from it any more. */
const BEWAARD_MS = 24 * 3_600_000;

let gebouwd: Promise<string> | undefined;

/** Resolves with the folder of the build, in which every file has the path it has in the repository, with `.js`. */
export const bouw = (): Promise<string> => (gebouwd ??= bouwEen());

async function bouwEen(): Promise<string> {
  const cache = join(WORTEL, '.cache', 'bouw');
  const doel = join(cache, await kenmerk());
  if (existsSync(doel)) return doel;
  await mkdir(cache, { recursive: true });
  await ruimOp(cache);
  const map = await mkdtemp(join(cache, 'bezig-'));
  const tsc = join(WORTEL, 'node_modules', 'typescript', 'bin', 'tsc');
  const argumenten = [tsc, '-p', join(WORTEL, 'test/steun/bouw.tsconfig.json'), '--outDir', map];
  await promisify(execFile)(process.execPath, argumenten, { timeout: GEDULD_MS });
  await cp(join(WORTEL, 'cards'), join(map, 'cards'), { recursive: true });
  try {
    await rename(map, doel);
  } catch (fout) {
    // Another process of the same run was first: what it built is the same.
    await rm(map, { recursive: true, force: true });
    if (!existsSync(doel)) throw fout;
  }
  return doel;
}

async function kenmerk(): Promise<string> {
  const som = createHash('sha256').update(process.version);
  for (const bron of BRONNEN) {
    const pad = join(WORTEL, bron);
    const isMap = (await stat(pad)).isDirectory();
    const bestanden = isMap
      ? (await readdir(pad, { recursive: true, withFileTypes: true })).filter((een) => een.isFile())
      : [];
    const paden = isMap ? bestanden.map(({ parentPath, name }) => join(parentPath, name)).toSorted() : [pad];
    for (const een of paden) som.update(`\0${een}\0`).update(await readFile(een));
  }
  return som.digest('hex').slice(0, 16);
}

async function ruimOp(cache: string): Promise<void> {
  for (const naam of await readdir(cache)) {
    const pad = join(cache, naam);
    const { mtimeMs } = await stat(pad);
    if (Date.now() - mtimeMs > BEWAARD_MS) await rm(pad, { recursive: true, force: true });
  }
}
