/** The production server: start, stop and signals. Touches `process`, as only entry files do. */
import { ConfigFout, leesConfig } from './config.ts';
import { foutVelden } from './toepassing/omgeving.ts';
import { OpslagBezet } from './toepassing/poorten.ts';
import { BestandFout } from './toepassing/streek/instellingen.ts';

/** sysexits' EX_CONFIG: what is wrong stands in the environment or in a file it names, so a restart will not help. */
const VERKEERD_INGESTELD = 78;
const STOPTIJD_MS = 10_000;

async function main(): Promise<void> {
  const config = leesConfig(process.env);
  // What is wrong in the environment is said before the SDK is loaded, which takes a second.
  const { maakLog, start } = await import('./samenstelling.ts');
  const log = maakLog(config);
  const toepassing = await start(config, { log });
  log.info({ url: toepassing.url, opslag: config.opslag.soort }, 'gestart');

  let stoppend = false;
  const stop = (signaal: string): void => {
    if (stoppend) return;
    stoppend = true;
    log.info({ signaal }, 'stoppen');
    const teLang = setTimeout(() => process.exit(1), STOPTIJD_MS);
    toepassing.stop().then(
      () => {
        clearTimeout(teLang);
        process.exitCode = 0;
      },
      (fout: unknown) => {
        log.error({ ...foutVelden(fout) }, 'stoppen mislukt');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((fout: unknown) => {
  process.stderr.write(`${fout instanceof Error ? fout.message : String(fout)}\n`);
  const verkeerd = fout instanceof ConfigFout || fout instanceof BestandFout || fout instanceof OpslagBezet;
  process.exit(verkeerd ? VERKEERD_INGESTELD : 1);
});
