/** `npm run demo`: the real bot on an embedded store, beside Microsoft's local Teams client, on a virtual clock. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { leesConfig } from '../config.ts';
import { toonMoment, verschuif } from '../kern/tijd/werkdagen.ts';
import { maakVirtueleKlok } from '../klok.ts';
import { start, type Toepassing } from '../samenstelling.ts';
import type { Antwoord, Beurt, Gesprek } from '../toepassing/gesprek/gesprek-poort.ts';
import { STUURGROEP, VEILIG_THUIS } from '../toepassing/poorten.ts';
import { COLLEGAS, GESPREKKEN, isBezet, openGesprekMet, startPlayground, verwijzing } from './playground.ts';
import { doel, UITLEG, verzet } from './tijd.ts';
import { DEMO_NU, vertel } from './verhaal.ts';

const TEAM = 'wijkteam-breda-noord';
const DAGEN_TERUG = 30 * 86_400_000;
/** So far apart can the two reports of one loaded page come on a busy machine. */
const ZELFDE_START_MS = 15_000;
const NA_LADEN_MS = 1500;

const poort = Number(process.env['PORT'] || 3978);
const clientPoort = Number(process.env['DEMO_CLIENT_POORT'] || 56150);

const zeg = (tekst: string): void => void process.stdout.write(`${tekst}\n`);

const instructie = (url: string): string => `
Zicht op veiligheid: demo
=========================
Open in je browser:  ${url}
Je bent Sam de Bruin: lid van Wijkteam Breda Noord en medewerker van Veilig Thuis.

Klik:
  1. Links op 'General' (het kanaal van Wijkteam Breda Noord).
     Zoek de kaart van VT-2026-0101 en klik op 'Bevestig ontvangst'.
     'Bekijk overdracht' toont de inhoud, alleen aan jou; 'Meer acties' al het andere dat je kunt doen.
     Zoek daar ook VT-2026-0108: Veilig Thuis stelt voor dat jullie team verantwoordelijk wordt. Zolang jullie niet
     aanvaarden, blijft Veilig Thuis dat. Klik op 'Aanvaard het voorstel' en vraag daarna wie verantwoordelijk is.
  2. Links op 'Veilig Thuis': dezelfde overdrachten, gezien door Veilig Thuis.

Typ in 'Personal Chat':
  wie is verantwoordelijk voor casus VT-2026-0101
  wie was verantwoordelijk voor casus VT-2026-0103 op 24 november 2026
  status VT-2026-0104        tijdlijn VT-2026-0102
  openstaand                 te laat
  nieuwe casus               uitleg meningsverschil
  tijdlijn VT-2026-0109      (een voorstel dat het team aanvaardde)
  dossier VT-2026-0102       mijn gegevens
  help

Zet de klok vooruit, hier of in 'Personal Chat' (daar met 'klok' ervoor: klok verder):
  ${UITLEG}
Na 'verder' of '+2 werkdagen' zie je herinneringen en de ladder in 'General', 'Veilig Thuis' en 'Personal Chat'.
Na verversen van de browser zet de bot opnieuw neer wat nog loopt of iets vraagt.

Let op: er is geen sleutel, dus de inhoud van overdrachten staat in deze demo leesbaar in de opslag. In productie start
de bot niet zonder (INHOUD_SLEUTELS of INHOUD_KLUIS).

Stoppen: Ctrl+C
`;

async function main(): Promise<void> {
  for (const [naam, nummer] of [
    ['PORT', poort],
    ['DEMO_CLIENT_POORT', clientPoort],
  ] as const) {
    if (await isBezet(nummer)) {
      throw new Error(
        `Poort ${nummer} is al in gebruik. Stop wat daar draait, of kies een andere: ${naam}=${nummer + 1} npm run demo`,
      );
    }
  }
  const map = await mkdtemp(join(tmpdir(), 'zicht-op-veiligheid-demo-'));
  const klok = maakVirtueleKlok(verschuif(DEMO_NU, -DAGEN_TERUG), 0);
  const config = leesConfig({
    PORT: String(poort),
    SQLITE_BESTAND: join(map, 'demo.db'),
    ADRESBOEK_BESTAND: fileURLToPath(new URL('adresboek.json', import.meta.url)),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
    KLOK_TEMPO: '0',
    RONDE_SECONDEN: '5',
  });
  let toepassing: Toepassing | undefined;
  const omhulGesprek = (gesprek: Gesprek): Gesprek => metDemo(gesprek, () => toepassing, klok);
  const client = await startPlayground({ poort: clientPoort, bot: `http://127.0.0.1:${poort}`, map });
  const stop = async (code: number): Promise<never> => {
    client.stop();
    await toepassing?.stop();
    await rm(map, { recursive: true, force: true });
    process.exit(code);
  };
  process.once('SIGINT', () => void stop(0));
  process.once('SIGTERM', () => void stop(0));
  try {
    toepassing = await start(config, { klok, omhulGesprek });
    await koppelAlles(toepassing);
    await vertel(toepassing, klok);
  } catch (fout) {
    zeg(fout instanceof Error ? fout.message : String(fout));
    return stop(1);
  }
  zeg(instructie(client.url));
  luisterNaarToetsenbord(toepassing, klok);
  await client.gestopt;
  zeg('De Teams-client is gestopt; de demo stopt ook.');
  await stop(1);
}

async function koppelAlles({ adressen }: Toepassing): Promise<void> {
  for (const conversatie of Object.values(GESPREKKEN)) {
    const isPersoonlijk = conversatie === GESPREKKEN.persoonlijk;
    await adressen.onthoud(
      verwijzing(conversatie, clientPoort),
      isPersoonlijk ? '00000000-0000-4000-8000-000000000001' : undefined,
    );
  }
  for (const { id, aadObjectId } of COLLEGAS) {
    const conversatie = await openGesprekMet(id, clientPoort);
    await adressen.onthoud({ ...verwijzing(conversatie, clientPoort), soort: 'persoonlijk' }, aadObjectId);
  }
  await adressen.koppel(TEAM, GESPREKKEN.wijkteam);
  await adressen.koppel(VEILIG_THUIS, GESPREKKEN.veiligThuis);
  await adressen.koppel(STUURGROEP, GESPREKKEN.stuurgroep);
}

/** In chat too the clock can be moved, and a reloaded page (the client forgets everything) gets its cards again. */
function metDemo(
  gesprek: Gesprek,
  toepassing: () => Toepassing | undefined,
  klok: ReturnType<typeof maakVirtueleKlok>,
): Gesprek {
  let eersteMelding: number | undefined;
  return {
    ...gesprek,
    async bericht(tekst: string, beurt: Beurt): Promise<Antwoord> {
      const nu = toepassing();
      if (!nu || !/^\s*klok\b/i.test(tekst)) return gesprek.bericht(tekst, beurt);
      const wens = doel(tekst, klok.nu(), nu);
      if (wens === undefined)
        return {
          soort: 'tekst',
          tekst: `Het is nu ${toonMoment(klok.nu())}. Typ: klok verder, klok +1 dag of klok +2 werkdagen.`,
        };
      // Not awaited: what happens is posted in this same conversation, which waits for this answer.
      void verzet(wens, klok, nu).then(zeg, (fout: unknown) => zeg(String(fout)));
      return { soort: 'tekst', tekst: 'De klok gaat vooruit. Kijk in de kanalen wat er gebeurt.' };
    },
    async welkom(waar) {
      const nu = toepassing();
      if (nu && waar.conversatie === GESPREKKEN.persoonlijk) {
        // The client reports a loaded page twice, as an installation and as a new member: the second one, however
        // late, posts nothing, and the third is another page.
        const isTweede = eersteMelding !== undefined && performance.now() - eersteMelding < ZELFDE_START_MS;
        eersteMelding = isTweede ? undefined : performance.now();
        if (isTweede) return gesprek.welkom(waar);
        // The client reports a page before it can show anything on it, and loses what comes too early.
        setTimeout(() => {
          nu.herplaats().catch((fout: unknown) => zeg(String(fout)));
        }, NA_LADEN_MS);
      }
      return gesprek.welkom(waar);
    },
  };
}

function luisterNaarToetsenbord(toepassing: Toepassing, klok: ReturnType<typeof maakVirtueleKlok>): void {
  const invoer = createInterface({ input: process.stdin });
  invoer.on('line', (regel) => {
    if (regel.trim() === '') return;
    const wens = doel(regel, klok.nu(), toepassing);
    if (wens === undefined) return zeg(`Het is nu ${toonMoment(klok.nu())}. Typ:\n  ${UITLEG}`);
    verzet(wens, klok, toepassing).then(zeg, (fout: unknown) => zeg(String(fout)));
  });
}

main().catch((fout: unknown) => {
  zeg(fout instanceof Error ? fout.message : String(fout));
  process.exit(1);
});
