/** What came of a year: its figures, whether the promise was kept, and both in a few lines of Dutch. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { toonMoment, type Instant } from '../../src/kern/tijd/werkdagen.ts';
import type { Berichtentelling } from './boekhouding.ts';
import type { TeLaat } from './klokwacht.ts';

export interface Jaaruitslag {
  zaad: number;
  van: Instant;
  tot: Instant;
  /** Whether it came to its last day. */
  klaar: boolean;
  seconden: number;
  cpuSeconden: number;
  meldingen: number;
  daden: number;
  geweigerd: number;
  ronden: number;
  /** Rounds that could not ask what is due, and casussen that failed in one that could. */
  mislukteRonden: number;
  gemisteCasussen: number;
  herstarts: number;
  hardeHerstarts: number;
  hoogsteWachtlijst: number;
  posts: number;
  berichten: Berichtentelling;
  termijnen: number;
  stappen: number;
  teLaat: readonly TeLaat[];
  breuken: readonly string[];
  /** Writes that were held to the laws. */
  nagegaan: number;
  vingerafdruk: string;
  soorten: ReadonlyMap<string, number>;
  fouten: ReadonlyMap<string, number>;
  bevindingen: ReadonlyMap<string, number>;
  heap: { op: Instant; mb: number }[];
}

/** In MB, on the heap and beside it, after a garbage collection. */
export function geheugen(): number {
  setFlagsFromString('--expose-gc');
  const ruimOp = runInNewContext('gc') as () => void;
  ruimOp();
  ruimOp();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 1_048_576);
}

/** Everything that should not have been. */
export const gebreken = ({ breuken, teLaat, berichten }: Jaaruitslag): string[] => [
  ...breuken.map((wat) => `wet: ${wat}`),
  ...teLaat.map(({ waar, verschuldigdOp, ronde }) => `te laat: ${waar} van ${verschuldigdOp}, niet gezien om ${ronde}`),
  ...berichten.verloren.map((wat) => `verloren: ${wat}`),
  ...berichten.dubbelOngemerkt.map((wat) => `dubbel zonder merk: ${wat}`),
  ...berichten.nietThuisgebracht.map((wat) => `van niemand: ${wat}`),
];

const lijst = (telling: ReadonlyMap<string, number>): string =>
  [...telling]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([wat, aantal]) => `${wat} ${aantal}`)
    .join(', ') || 'geen';

export function verslag(uitslag: Jaaruitslag): string {
  const { berichten: b, soorten } = uitslag;
  const fouten = gebreken(uitslag);
  const dagen = (Date.parse(uitslag.tot) - Date.parse(uitslag.van)) / 86_400_000;
  const trap = ['termijn-herinnerd', 'termijn-verlopen', 'verloop-gemeld', 'termijn-opgeschaald'];
  return [
    `Zaad ${uitslag.zaad}: van ${toonMoment(uitslag.van)} tot ${toonMoment(uitslag.tot)}${uitslag.klaar ? '' : ' (niet het hele jaar: de tijd was op)'}`,
    `Meldingen: ${uitslag.meldingen}; daden van mensen: ${uitslag.daden}, waarvan ${uitslag.geweigerd} geweigerd; hoogste wachtlijst van VT: ${uitslag.hoogsteWachtlijst}`,
    `Termijnen: ${uitslag.termijnen} met ${uitslag.stappen} stappen; ${trap.map((soort) => `${soort} ${soorten.get(soort) ?? 0}`).join(', ')}`,
    `Berichten: ${b.berichten}; bezorgd ${b.bezorgd}, opgegeven en gemeld ${b.opgegeven}, niet meer nodig ${b.vervallen}; ${uitslag.posts} posts`,
    `Fouten gemaakt: ${lijst(uitslag.fouten)}; ronden mislukt: ${uitslag.mislukteRonden}, casussen mislukt in een ronde: ${uitslag.gemisteCasussen}`,
    `Herstarts: ${uitslag.herstarts} na een stop, ${uitslag.hardeHerstarts} na een dood; ronden: ${uitslag.ronden}`,
    `Verloren: ${b.verloren.length}; dubbel met merk: ${b.dubbelGemerkt}; dubbel zonder merk: ${b.dubbelOngemerkt.length}; van niemand: ${b.nietThuisgebracht.length}; te laat: ${uitslag.teLaat.length}`,
    `Wetten nagegaan bij ${uitslag.nagegaan} schrijfacties: ${uitslag.breuken.length} keer gebroken`,
    `Toezicht zag: ${lijst(uitslag.bevindingen)}`,
    `Geheugen per 30 dagen (MB): ${uitslag.heap.map(({ mb }) => mb).join(' ') || '-'}`,
    `Snelheid: ${Math.round(dagen)} dagen in ${Math.round(uitslag.seconden)} s, ${Math.round(uitslag.cpuSeconden)} s van de processor`,
    ...(fouten.length === 0
      ? ['Geen gebreken.']
      : [`${fouten.length} gebreken:`, ...fouten.slice(0, 20).map((fout) => `- ${fout}`)]),
  ].join('\n');
}
