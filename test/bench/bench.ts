/** `npm run bench -- [NAME…] [--schrijf] [--ronden=N] [--deel=N]`: measures and prints; --schrijf puts it in README.md. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { click } from './click.ts';
import { geheugen } from './geheugen.ts';
import { legeRonde } from './lege-ronde.ts';
import { ronde } from './ronde.ts';
import { start } from './start.ts';
import { vraag } from './vraag.ts';
import { WORTEL } from './proces.ts';
import type { Omstandigheden } from './meetronden.ts';
import { belasting, machine, opgemaakt, schrijfInReadme, type Verslag } from './verslag.ts';

const METINGEN: Record<string, (hoe: Omstandigheden) => Promise<Verslag>> = {
  click,
  ronde,
  'lege-ronde': legeRonde,
  vraag,
  start,
  geheugen,
};

async function main(): Promise<void> {
  const argumenten = process.argv.slice(2);
  const namen = argumenten.filter((argument) => !argument.startsWith('--'));
  const onbekend = namen.filter((naam) => !(naam in METINGEN));
  if (onbekend.length > 0)
    throw new Error(`no such benchmark: ${onbekend.join(', ')}. There are: ${Object.keys(METINGEN).join(', ')}.`);
  const getal = (naam: string, anders: number): number =>
    Number(argumenten.find((argument) => argument.startsWith(`--${naam}=`))?.split('=')[1] ?? anders);
  const ronden = getal('ronden', 5);
  const deel = getal('deel', 1);
  const schrijf = argumenten.includes('--schrijf');
  if (schrijf && deel !== 1)
    throw new Error('Only measurements of the real sizes go into README.md: leave out --deel.');
  // The compiled sources look for the cards where they lie beside them.
  await cp(join(WORTEL, 'cards'), fileURLToPath(new URL('../../cards', import.meta.url)), { recursive: true });
  process.stdout.write(`${machine()}\n`);
  for (const naam of namen.length > 0 ? namen : Object.keys(METINGEN)) {
    const map = await mkdtemp(join(tmpdir(), `bench-${naam}-`));
    try {
      const voor = belasting();
      process.stdout.write(`\n${naam} (load average before: ${voor})\n`);
      const verslag = await METINGEN[naam]?.({ map, ronden, deel });
      if (!verslag) continue;
      const wanneer = `${new Date().toISOString().slice(0, 16)}Z, \`npm run bench -- ${naam}\`, load average before: ${voor}, after: ${belasting()}. ${machine()}.`;
      const tekst = opgemaakt(verslag, wanneer);
      process.stdout.write(`\n${tekst}\n`);
      if (schrijf) await schrijfInReadme(naam, tekst);
    } finally {
      await rm(map, { recursive: true, force: true });
    }
  }
}

main().catch((fout: unknown) => {
  process.stderr.write(`${fout instanceof Error ? (fout.stack ?? fout.message) : String(fout)}\n`);
  process.exitCode = 1;
});
