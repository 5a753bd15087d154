/** PostgreSQL and Redis for the peers: servers of our own on loopback, in a folder that goes when the run ends. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, chown, mkdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { bewaak, GEDULD_MS, type Bewaakt } from '../steun/kinderen.ts';

export interface Dienst {
  poort: number;
  stop(): Promise<void>;
}

const POSTGRES = '/usr/lib/postgresql/15/bin';

async function vrijePoort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** PostgreSQL refuses to run as root, so root starts it as its own user. */
function eigenaar(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const nummer = (vlag: '-u' | '-g'): number => Number(execFileSync('id', [vlag, 'postgres'], { encoding: 'utf8' }));
  return { uid: nummer('-u'), gid: nummer('-g') };
}

const bewaakt = new WeakMap<ChildProcess, Bewaakt>();

/** Resolves when it says this; `false` when there is no such program. It ends with this process, at the latest. */
async function draait(kind: ChildProcess & { stdout: Readable }, klaar: string): Promise<boolean> {
  const afwezig = once(kind, 'error').then(() => true);
  bewaakt.set(kind, bewaak(kind));
  const signal = AbortSignal.timeout(GEDULD_MS);
  let uitvoer = '';
  while (!uitvoer.includes(klaar)) {
    const stuk = await Promise.race([once(kind.stdout, 'data', { signal }), afwezig]);
    if (stuk === true) return false;
    uitvoer += String(stuk);
  }
  kind.stdout.resume();
  return true;
}

async function stop(kind: ChildProcess, signaal: NodeJS.Signals): Promise<void> {
  kind.kill(signaal);
  await bewaakt.get(kind)?.einde();
}

/** `undefined` when it is not installed. Durable as Debian sets it up: fsync and synchronous_commit on. */
export async function startPostgres(map: string): Promise<Dienst | undefined> {
  try {
    await access(join(POSTGRES, 'postgres'));
  } catch {
    return undefined;
  }
  const gegevens = join(map, 'postgres');
  await mkdir(gegevens, { recursive: true });
  const als = eigenaar();
  if (als) {
    await chmod(map, 0o755);
    await chown(gegevens, als.uid, als.gid);
  }
  execFileSync(join(POSTGRES, 'initdb'), ['-D', gegevens, '-U', 'postgres', '-A', 'trust'], {
    ...als,
    stdio: 'ignore',
  });
  const poort = await vrijePoort();
  const instellingen = {
    port: poort,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '512MB',
    max_wal_size: '4GB',
  };
  const args = Object.entries(instellingen).flatMap(([naam, waarde]) => ['-c', `${naam}=${waarde}`]);
  // 2>&1: it logs on stderr.
  const kind = spawn('sh', ['-c', 'exec "$0" "$@" 2>&1', join(POSTGRES, 'postgres'), '-D', gegevens, ...args], {
    ...als,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await draait(kind, 'ready to accept connections');
  return { poort, stop: () => stop(kind, 'SIGINT') };
}

/** `undefined` when it is not installed. Durable: every change is on disk before it is answered. */
export async function startRedis(map: string): Promise<Dienst | undefined> {
  const poort = await vrijePoort();
  const instellingen = { port: poort, bind: '127.0.0.1', dir: map, save: '', appendonly: 'yes', appendfsync: 'always' };
  const args = Object.entries(instellingen).flatMap(([naam, waarde]) => [`--${naam}`, String(waarde)]);
  const kind = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return (await draait(kind, 'Ready to accept connections')) ? { poort, stop: () => stop(kind, 'SIGTERM') } : undefined;
}
