/** `npm run manifest`: checks the Teams app and writes `manifest/build/zicht-op-veiligheid.zip`; exit code 1 on errors. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { leesBestanden, maakPakket, VELDEN } from './pakket.ts';

const [map = import.meta.dirname] = process.argv.slice(2);
const pakket = maakPakket(leesBestanden(map), process.env);

if ('fouten' in pakket) {
  const regels = pakket.fouten.map((fout) => `  - ${fout}\n`).join('');
  process.stderr.write(`De Teams-app is niet in orde. Er is geen zip gemaakt.\n${regels}`);
  process.exitCode = 1;
} else {
  const doel = join(map, 'build', 'zicht-op-veiligheid.zip');
  mkdirSync(join(map, 'build'), { recursive: true });
  writeFileSync(doel, pakket.zip);
  const hier = relative(process.cwd(), doel);
  process.stdout.write(`De Teams-app is in orde: ${hier} (${pakket.bestanden.join(', ')})\n`);
  for (const naam of pakket.proef) {
    process.stdout.write(
      `Let op: ${naam} is niet gezet, dus dit pakket is alleen voor een proef. Zet ${naam}: ${VELDEN[naam].uitleg}.\n`,
    );
  }
}
