/** From the files in `manifest/` to the zip that Teams takes: placeholders filled in, checked, packed. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { bestandsnamen, keurManifest, type Bestanden } from './keur.ts';

type Waarden = Readonly<Record<string, string | undefined>>;

/** What stands in the manifest as `${{NAAM}}`, with what a local trial uses. */
export const VELDEN = {
  MicrosoftAppId: {
    proef: '00000000-0000-0000-0000-000000000000',
    patroon: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    uitleg: 'de Application (client) ID van de bot in Entra, een GUID',
  },
  APP_WEBSITE: {
    proef: 'https://zicht-op-veiligheid.example',
    patroon: /^https:\/\/[^\s"\\]+[^\s"\\/]$/,
    uitleg:
      'het https-adres van de pagina over deze app, zonder / aan het eind; daaronder staan /privacy en /voorwaarden',
  },
} as const;
type VeldNaam = keyof typeof VELDEN;
const VELDNAMEN = Object.keys(VELDEN) as VeldNaam[];

export type Pakket = { zip: Uint8Array; bestanden: string[]; proef: VeldNaam[] } | { fouten: string[] };

export function leesBestanden(map: string): Bestanden {
  const namen = readdirSync(map, { withFileTypes: true }).filter((item) => item.isFile());
  return new Map(namen.map(({ name }) => [name, readFileSync(join(map, name))]));
}

export function maakPakket(bron: Bestanden, waarden: Waarden): Pakket {
  const proef = VELDNAMEN.filter((naam) => !waarden[naam]);
  const fout = VELDNAMEN.filter((naam) => waarden[naam] && !VELDEN[naam].patroon.test(waarden[naam]));
  if (fout.length > 0) {
    return {
      fouten: fout.map((naam) => `${naam}: '${waarden[naam] ?? ''}' klopt niet; vul in: ${VELDEN[naam].uitleg}`),
    };
  }
  const bestanden = new Map(bron);
  const manifest = bron.get('manifest.json');
  if (manifest) bestanden.set('manifest.json', strToU8(vulIn(new TextDecoder().decode(manifest), waarden)));
  const fouten = keurManifest(bestanden);
  if (fouten.length > 0) return { fouten };
  const namen = bestandsnamen(JSON.parse(new TextDecoder().decode(bestanden.get('manifest.json'))));
  const inhoud = namen.map((naam) => [naam, bestanden.get(naam) ?? new Uint8Array()] as const);
  // A fixed time makes the same input the same zip.
  return { zip: zipSync(Object.fromEntries(inhoud), { mtime: '2026-01-01T00:00:00Z' }), bestanden: namen, proef };
}

const vulIn = (tekst: string, waarden: Waarden): string =>
  VELDNAMEN.reduce((vol, naam) => vol.replaceAll(`\${{${naam}}}`, waarden[naam] || VELDEN[naam].proef), tekst);
