/** `npm run beleid`: shows the policy of BELEID_BESTAND (else the guideline's), or checks a file before it is used. Touches `process` for that alone. */
import { jsonBestand } from './adapters/bestanden/jsonbestand.ts';
import { beleidTeksten } from './teksten/beleid.nl.ts';
import { beleidTabel } from './toepassing/beheer/beleidtabel.ts';
import { BestandFout, laadRegels } from './toepassing/streek/instellingen.ts';

/** sysexits: EX_USAGE and EX_CONFIG. */
const VERKEERD_GEBRUIKT = 64;
const VERKEERD_INGESTELD = 78;

async function main([wat, pad, ...meer]: string[]): Promise<void> {
  if (wat === 'toon' && pad === undefined) {
    const { beleid } = await laadRegels(jsonBestand(process.env['BELEID_BESTAND'] || undefined));
    process.stdout.write(`${beleidTabel(beleid)}\n`);
  } else if (wat === 'keur' && pad !== undefined && meer.length === 0) {
    await laadRegels(jsonBestand(pad));
    process.stdout.write(`${beleidTeksten.klopt(pad)}\n`);
  } else {
    process.stderr.write(`${beleidTeksten.gebruik}\n`);
    process.exitCode = VERKEERD_GEBRUIKT;
  }
}

main(process.argv.slice(2)).catch((fout: unknown) => {
  process.stderr.write(`${fout instanceof Error ? fout.message : String(fout)}\n`);
  process.exitCode = fout instanceof BestandFout ? VERKEERD_INGESTELD : 1;
});
