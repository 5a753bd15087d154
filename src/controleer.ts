/**
 * `npm run controleer`: checks every journal and content in the store, from the same environment as the server, also
 * while that runs. Exit code 0 when all holds, 1 when something does not, 78 when the environment is wrong. Touches
 * `process` for that alone.
 */
import { parseArgs } from 'node:util';
import { openAnkerbestand } from './adapters/bestanden/ankerbestand.ts';
import { ConfigFout, leesConfig } from './config.ts';
import { openKluis, openOpslag } from './opening.ts';
import { controleTeksten as t } from './teksten/controle.nl.ts';
import { openAnker } from './toepassing/bewijs/anker.ts';
import { controleer, hersleutel, versleutelOud } from './toepassing/bewijs/controle.ts';
import type { Inhoudkluis } from './toepassing/bewijs/inhoudkluis.ts';
import type { Opslag } from './toepassing/poorten.ts';
import { BestandFout } from './toepassing/streek/instellingen.ts';

/** sysexits: EX_USAGE and EX_CONFIG. */
const VERKEERD_GEBRUIKT = 64;
const VERKEERD_INGESTELD = 78;

type Meld = (casusnummer: string, breuk: Parameters<typeof t.breuk>[1]) => void;
const zeg = (tekst: string): void => void process.stdout.write(`${tekst}\n`);

async function main(argumenten: string[]): Promise<void> {
  const gelezen = leesArgumenten(argumenten);
  if (!gelezen) {
    process.stderr.write(`${t.gebruik}\n`);
    process.exitCode = VERKEERD_GEBRUIKT;
    return;
  }
  const config = leesConfig(process.env);
  const kluis = await openKluis(config);
  const opslag = await openOpslag(config);
  try {
    if (gelezen.hersleutel || gelezen.versleutel) await zetOnderSleutel(opslag, kluis, gelezen.versleutel === true);
    else process.exitCode = (await controleerAlles(opslag, kluis, gelezen.anker)) ? 0 : 1;
  } finally {
    await opslag.sluit();
  }
}

interface Argumenten {
  anker?: string;
  hersleutel?: boolean;
  versleutel?: boolean;
}

function leesArgumenten(args: string[]): Argumenten | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: { anker: { type: 'string' }, hersleutel: { type: 'boolean' }, versleutel: { type: 'boolean' } },
    });
    return Object.keys(values).length > 1 ? undefined : values;
  } catch {
    return undefined;
  }
}

async function zetOnderSleutel(opslag: Opslag, kluis: Inhoudkluis, leesbaar: boolean): Promise<void> {
  if (!kluis.versleutelt) throw new ConfigFout(t.geenSleutel);
  const meld: Meld = (casusnummer, breuk) => {
    zeg(t.breuk(casusnummer, breuk));
    process.exitCode = 1;
  };
  zeg(
    leesbaar
      ? t.versleuteld(await versleutelOud({ opslag, kluis, meld }))
      : t.hersleuteld(await hersleutel({ opslag, kluis, meld })),
  );
}

async function controleerAlles(opslag: Opslag, kluis: Inhoudkluis, pad: string | undefined): Promise<boolean> {
  const anker = pad === undefined ? undefined : await openAnker(await openAnkerbestand(pad));
  let klopt = false;
  try {
    const meld: Meld = (casusnummer, breuk) => zeg(t.breuk(casusnummer, breuk));
    const uitslag = await controleer({ opslag, kluis, meld, ...(anker && { anker }) });
    klopt = uitslag.breuken === 0;
    zeg(t.slot(uitslag));
    if (anker && pad !== undefined && !(klopt && anker.wasEr)) zeg(klopt ? t.eersteAnker(pad) : t.ankerBlijft(pad));
    return klopt && uitslag.zonderSleutel === 0;
  } finally {
    await anker?.sluit(klopt);
  }
}

main(process.argv.slice(2)).catch((fout: unknown) => {
  process.stderr.write(`${fout instanceof Error ? fout.message : String(fout)}\n`);
  process.exitCode = fout instanceof ConfigFout || fout instanceof BestandFout ? VERKEERD_INGESTELD : 1;
});
