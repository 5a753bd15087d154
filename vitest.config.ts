import { accessSync, constants, statfsSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Files that need a process to themselves: they start processes, measure memory, or put something in the place of what
 * all share (console, timers, `process`).
 */
const LOS = [
  'test/main.test.ts',
  'test/controleer.test.ts',
  'test/browser/**',
  'test/jaar/**',
  'test/fouten/dood-*.test.ts',
  'test/fouten/onzin.test.ts',
  'test/fouten/schijf.test.ts',
  'test/fouten/wedloop.test.ts',
  'test/steun/**',
  'test/beleid/**',
  'test/manifest/**',
  'test/adapters/teams/token*.test.ts',
  'test/adapters/teams/limieten.test.ts',
];

/** Thousands of stores are opened, filled and thrown away: on a disk half of the time is waiting for it to have written. */
const GEHEUGENSCHIJF = '/dev/shm';
const RUIMTE = 2 ** 30;

function geheugenschijf(): Record<string, string> {
  try {
    accessSync(GEHEUGENSCHIJF, constants.W_OK);
    const { bavail, bsize } = statfsSync(GEHEUGENSCHIJF);
    return bavail * bsize > RUIMTE ? { TMPDIR: GEHEUGENSCHIJF } : {};
  } catch {
    // Not Linux, or not here: then as it is.
    return {};
  }
}

const gedeeld = { testTimeout: 30_000, hookTimeout: 60_000, env: geheugenschijf() };

export default defineConfig({
  test: {
    // Two cores: more processes only make each other wait.
    maxWorkers: 2,
    projects: [
      // Loading the SDK, the calendar and the templates costs more than most files do: once per worker, not per file.
      {
        test: {
          ...gedeeld,
          name: 'samen',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...LOS],
          isolate: false,
          pool: 'threads',
        },
      },
      { test: { ...gedeeld, name: 'los', include: LOS.map((een) => een.replace(/\*\*$/, '**/*.test.ts')) } },
    ],
  },
});
