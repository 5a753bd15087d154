/** What a benchmark found: printed, and with `--schrijf` put in its own section of README.md. */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { WORTEL } from './proces.ts';

export interface Verslag {
  kop: readonly string[];
  rijen: readonly (readonly string[])[];
  /** What must be reached, and whether it is: `undefined` when that cannot be said here. */
  doelen: readonly { doel: string; gehaald: boolean | undefined; gemeten: string }[];
  /** How it was measured, and what a reader must know to judge it. */
  noten: readonly string[];
}

const README = join(WORTEL, 'test/bench/README.md');

/** The first line a program prints about itself; empty when it is not there. */
function versie(programma: string, ...args: string[]): string {
  try {
    return (
      execFileSync(programma, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n')[0] ?? ''
    );
  } catch {
    return '';
  }
}

/** Hardware and software of this machine, for whoever compares. */
export function machine(): string {
  const [processor] = cpus();
  const bestandssysteem = versie('stat', '-f', '-c', '%T', '/tmp');
  return [
    `${cpus().length} × ${processor?.model ?? 'unknown processor'}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `Linux ${release()}`,
    `/tmp on ${bestandssysteem}`,
    `Node.js ${process.version}`,
    versie('/usr/lib/postgresql/15/bin/postgres', '--version'),
    versie('redis-server', '--version').split(' sha=')[0] ?? '',
  ]
    .filter((regel) => regel !== '')
    .join(' · ');
}

export const belasting = (): string =>
  loadavg()
    .map((waarde) => waarde.toFixed(2))
    .join(' ');

const oordeel = (gehaald: boolean | undefined): string =>
  gehaald === undefined ? 'not measured' : gehaald ? 'yes' : '**no**';

const tabel = (kop: readonly string[], rijen: readonly (readonly string[])[]): string =>
  [kop, kop.map(() => '---'), ...rijen].map((rij) => `| ${rij.join(' | ')} |`).join('\n');

/** Markdown of one section: when, how, what, and whether the targets were reached. */
export function opgemaakt({ kop, rijen, doelen, noten }: Verslag, wanneer: string): string {
  return [
    `_${wanneer}_`,
    tabel(kop, rijen),
    tabel(
      ['must reach', 'measured', 'reached'],
      doelen.map(({ doel, gemeten, gehaald }) => [doel, gemeten, oordeel(gehaald)]),
    ),
    noten.map((noot) => `- ${noot}`).join('\n'),
  ].join('\n\n');
}

/** Replaces the text between the markers of this benchmark. Rejects when README.md has no such markers. */
export async function schrijfInReadme(naam: string, tekst: string): Promise<void> {
  const oud = await readFile(README, 'utf8');
  const [voor, rest] = oud.split(`<!-- begin ${naam} -->`);
  const na = rest?.split(`<!-- end ${naam} -->`)[1];
  if (voor === undefined || na === undefined) throw new Error(`README.md has no section for ${naam}`);
  const nieuw = `${voor}<!-- begin ${naam} -->\n\n${tekst}\n\n<!-- end ${naam} -->${na}`;
  await writeFile(README, await format(nieuw, { parser: 'markdown', printWidth: 120 }));
}
