/** From the start of the process to a `/readyz` that says yes, beside loading botbuilder and restify and nothing more. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bewaak, GEDULD_MS } from '../steun/kinderen.ts';
import { mediaan, metSpreiding, reeks, verhoudingen, wissel, type Omstandigheden } from './meetronden.ts';
import { WORTEL } from './proces.ts';
import { INHOUD_SLEUTELS, adresboek, APP, TEAMS, TENANT } from './streek.ts';
import type { Verslag } from './verslag.ts';

const PER_RONDE = 5;

/** Milliseconds until what it prints holds this text; it is then handed over, and stopped. */
async function totRegel(
  args: string[],
  env: Record<string, string>,
  { tekst, daarna }: { tekst: string; daarna?: (regel: string, signal: AbortSignal) => Promise<void> },
): Promise<number> {
  const begin = performance.now();
  const kind = spawn(process.execPath, args, { cwd: WORTEL, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const einde = once(kind, 'exit');
  bewaak(kind);
  const signal = AbortSignal.timeout(GEDULD_MS);
  try {
    let uitvoer = '';
    while (!uitvoer.includes(tekst)) uitvoer += String((await once(kind.stdout, 'data', { signal }))[0]);
    await daarna?.(uitvoer, signal);
    return performance.now() - begin;
  } finally {
    kind.stdout.resume();
    kind.kill('SIGKILL');
    await einde;
  }
}

async function totKlaar(uitvoer: string, signal: AbortSignal): Promise<void> {
  const url = /"url":"([^"]+)"/.exec(uitvoer)?.[1] ?? '';
  while (!(await fetch(`${url}/readyz`, { signal })).ok) await new Promise((verder) => setTimeout(verder, 2));
}

export async function start({ map, ronden }: Omstandigheden): Promise<Verslag> {
  await mkdir(map, { recursive: true });
  const bestand = join(map, 'opslag.db');
  const adresboekBestand = join(map, 'adresboek.json');
  await writeFile(adresboekBestand, JSON.stringify(adresboek(TEAMS)));
  const env = {
    PATH: process.env['PATH'] ?? '',
    PORT: '0',
    HOST: '127.0.0.1',
    MicrosoftAppId: APP,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppPassword: 'verzonnen',
    MicrosoftAppTenantId: TENANT,
    ADRESBOEK_BESTAND: adresboekBestand,
    INHOUD_SLEUTELS,
    SQLITE_BESTAND: bestand,
    NODE_ENV: 'production',
  };
  const onze = (): Promise<number> =>
    totRegel([join(WORTEL, 'dist/main.js')], env, { tekst: '"msg":"gestart"', daarna: totKlaar });
  const vloer = (): Promise<number> =>
    totRegel(
      ['-e', "require('botbuilder'); require('restify'); process.stdout.write('geladen')"],
      { PATH: env.PATH },
      { tekst: 'geladen' },
    );
  const keer = async (werk: () => Promise<number>): Promise<{ ms: number }> => {
    const duren: number[] = [];
    for (let nr = 0; nr < PER_RONDE; nr++) duren.push(await werk());
    return { ms: mediaan(duren) };
  };
  try {
    const reeksen = await wissel(
      [
        { naam: 'start to /readyz', ronde: () => keer(onze) },
        { naam: 'require botbuilder and restify', ronde: () => keer(vloer) },
      ],
      ronden,
    );
    const [wij = '', zij = ''] = reeksen.keys();
    const verhouding = verhoudingen(reeks(reeksen, wij, 'ms'), reeks(reeksen, zij, 'ms'));
    return {
      kop: ['', 'ms'],
      rijen: [wij, zij].map((naam) => [naam, metSpreiding(reeks(reeksen, naam, 'ms'))]),
      doelen: [
        {
          doel: 'at most 1.3 × loading both',
          gemeten: `${metSpreiding(verhouding)} ×`,
          gehaald: mediaan(verhouding) <= 1.3,
        },
      ],
      noten: [
        `${ronden} rounds, each the median of ${PER_RONDE} starts, after one to warm up; the file system's cache is warm.`,
        'Ours is the built program as `npm start` runs it, with an app id, an adresboek of 200 teams and a store that exists; until its first round has been done and the store was written to.',
        'The other stops the clock when both are loaded, before its process ends.',
      ],
    };
  } finally {
    await rm(bestand, { force: true });
  }
}
