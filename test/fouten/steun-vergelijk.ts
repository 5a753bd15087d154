/** What must be the same with and without a disturbance: what was decided and when, who was responsible, what was told. */
import { casusVan } from '../../src/toepassing/casus/casusdocument.ts';
import type { Gebeurtenis } from '../../src/kern/gebeurtenissen.ts';
import type { CasusDocument, Vastgelegd } from '../../src/toepassing/poorten.ts';
import type { Verteld } from './steun-buiten.ts';

/** The chain has a salt of its own in every journal, and so has the digest of the content. */
function zonderToeval({ keten: _keten, ...gebeurtenis }: Vastgelegd): Gebeurtenis {
  if (gebeurtenis.soort !== 'overdracht-verzonden') return gebeurtenis;
  const { inhoud: _inhoud, ...gegevens } = gebeurtenis.gegevens;
  return { ...gebeurtenis, gegevens };
}

const isBezorging = ({ soort }: Gebeurtenis): boolean => soort.startsWith('bericht-');

/** Who got no answer looks again, and each look is written down. */
const keekOpnieuw = (een: Gebeurtenis, vorige: Gebeurtenis | undefined): boolean =>
  een.soort === 'inhoud-bekeken' && vorige?.soort === een.soort && vorige.op === een.op;

/** The journal without deliveries, which may differ, without the numbers that these take up, and without what is random. */
export function besluiten({ journaal }: CasusDocument): unknown[] {
  const besloten = journaal
    .filter((gebeurtenis) => !isBezorging(gebeurtenis))
    .filter((gebeurtenis, index, alle) => !keekOpnieuw(gebeurtenis, alle[index - 1]))
    .map(zonderToeval);
  const volgnummer = new Map(besloten.map(({ nr }, index) => [String(nr), String(index + 1)]));
  const hernummer = (waarde: unknown): unknown => {
    if (Array.isArray(waarde)) return waarde.map(hernummer);
    if (typeof waarde === 'object' && waarde !== null)
      return Object.fromEntries(Object.entries(waarde).map(([naam, deel]) => [naam, hernummer(deel)]));
    // A term is named after the event that started it: `bevestigen-4`.
    if (typeof waarde !== 'string') return waarde;
    return waarde.replace(/^([a-z][a-z-]*)-(\d+)$/, (heel, naam: string, nr: string) => {
      const nieuw = volgnummer.get(nr);
      return nieuw === undefined ? heel : `${naam}-${nieuw}`;
    });
  };
  return besloten.map(({ nr: _nr, ...rest }) => hernummer(rest));
}

export const verantwoordelijken = (document: CasusDocument): unknown[] =>
  casusVan(document).perioden.map(({ verantwoordelijke, vanaf, tot }) => ({ ...verantwoordelijke, vanaf, tot }));

function perWat(berichten: readonly Verteld[]): Map<string, Verteld[]> {
  const per = new Map<string, Verteld[]>();
  for (const bericht of berichten) per.set(bericht.wat, [...(per.get(bericht.wat) ?? []), bericht]);
  return per;
}

/** Said without the disturbance, and not, or not as often, with it. */
export function verloren(zonder: readonly Verteld[], met: readonly Verteld[]): string[] {
  const wel = perWat(met);
  return [...perWat(zonder)].filter(([wat, keren]) => (wel.get(wat)?.length ?? 0) < keren.length).map(([wat]) => wat);
}

/** Said more often than without the disturbance; `gemerkt` when the repetition says that it is one. */
export function dubbel(zonder: readonly Verteld[], met: readonly Verteld[]): { wat: string; gemerkt: boolean }[] {
  const eerst = perWat(zonder);
  return [...perWat(met)].flatMap(([wat, keren]) => {
    const teveel = keren.length - (eerst.get(wat)?.length ?? 0);
    const gemerkt = keren.filter(({ herhaling }) => herhaling).length;
    return Array.from({ length: Math.max(0, teveel) }, (_, nr) => ({ wat, gemerkt: nr < gemerkt }));
  });
}

/** Cards of which no copy says in the end what it says without the disturbance: what it should say, and what is there. */
export function verouderd(zonder: readonly Verteld[], met: readonly Verteld[]) {
  const wel = perWat(met);
  return zonder.flatMap(({ wat, stand }) => {
    const staat = wel.get(wat)?.map((een) => een.stand) ?? [];
    return stand === undefined || staat.includes(stand) ? [] : [{ wat, stand, staat }];
  });
}
