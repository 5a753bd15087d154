import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bewaak } from './kinderen.ts';

const HIER = fileURLToPath(new URL('kinderen.ts', import.meta.url));
const VOOR_ALTIJD = 'setInterval(() => {}, 1000)';

/** A process that starts another, which writes to the same output and never ends. */
const ouder = (extra = '') => `
  import { spawn } from 'node:child_process';
  import { bewaak } from ${JSON.stringify(HIER)};
  const kind = spawn(process.execPath, ['-e', "process.stdout.write('kind'); ${VOOR_ALTIJD}"], {
    detached: true, stdio: ['ignore', 'inherit', 'inherit'],
  });
  bewaak(kind, { groep: true });
  ${extra}
`;

const start = (tekst: string) =>
  spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', tekst], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });

test('given a process that never ends, when its bound has passed, then it is killed and the error names it', async () => {
  const kind = spawn(process.execPath, ['-e', VOOR_ALTIJD], { stdio: 'ignore' });
  await expect(bewaak(kind).einde(100)).rejects.toThrow(/na 0\.1 s nog niet klaar: .*setInterval/);
  await once(kind, 'exit').catch(() => undefined);
  expect(kind.signalCode).toBe('SIGKILL');
});

test('given a process with a child of its own, when it is told to stop halfway, then the child ends with it', async () => {
  const kind = start(ouder(VOOR_ALTIJD));
  const bewaakt = bewaak(kind);
  expect(String((await once(kind.stdout, 'data'))[0])).toBe('kind');
  kind.kill('SIGTERM');
  // The output closes with the last process that writes there.
  await bewaakt.einde(15_000);
  expect(kind.signalCode).toBe('SIGTERM');
});

test('given a process with a child of its own, when it fails, then the child ends with it', async () => {
  const kind = start(ouder("process.stdout.on('error', () => {}); setTimeout(() => { throw new Error('stuk') }, 300)"));
  kind.stdout.resume();
  await bewaak(kind).einde(15_000);
  expect(kind.exitCode).toBe(1);
});
