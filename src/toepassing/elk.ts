/**
 * Loops over casussen: all that a search finds, a page at a time; and one in which each casus stands by itself (bouw.md §2,
 * rule 15): one that fails is logged under its number, counted, and left out; the others go on.
 */
import { foutVelden, type Omgeving } from './omgeving.ts';
import { OpslagFout, type Opslag, type Zoekregel, type Zoekvraag } from './poorten.ts';

/** Which loop a casus failed in, for the log and the metric. */
export type Lus =
  | 'ronde'
  | 'wachtlijst'
  | 'wachtlijst-team'
  | 'stap-3'
  | 'bundel'
  | 'kaarten'
  | 'bezorging'
  | 'interventie'
  | 'samen'
  | 'toezicht';

const PAGINA = 200;

/** All that a search finds, in order of casusnummer: the next page is asked for when this one was dealt with. */
export async function* paginas(
  { zoek }: Pick<Opslag, 'zoek'>,
  vraag: Omit<Zoekvraag, 'na' | 'maximum'> = {},
): AsyncGenerator<readonly Zoekregel[], void> {
  for (let na: string | undefined; ;) {
    const pagina = await zoek({ ...vraag, maximum: PAGINA, ...(na !== undefined && { na }) });
    yield pagina;
    na = pagina.at(-1)?.id;
    if (pagina.length < PAGINA || na === undefined) return;
  }
}

type Waar = Pick<Omgeving, 'log' | 'teller'>;

/** Logs and counts a casus that failed in a loop; `casusnummer` must be one that was found in the store. */
export function meldMislukt({ log, teller }: Waar, lus: Lus, casusnummer: string | undefined, fout: unknown): void {
  teller.mislukt(lus);
  log.error({ ...(casusnummer !== undefined && { casusnummer }), lus, ...foutVelden(fout) }, 'een van meer mislukt');
}

export interface Uitslagen<R> {
  /** What came of those that went well, in the order they were given in. */
  gelukt: R[];
  /** The casusnummers that failed. */
  mislukt: string[];
}

/**
 * Does this for each casusnummer, so many at once. Resolves when each has had its turn; rejects with {@link OpslagFout}
 * then, when the store failed at any of them: that says nothing about a casus, and can be asked again.
 */
export async function voorElk<R>(
  omgeving: Waar,
  { lus, tegelijk = 1 }: { lus: Lus; tegelijk?: number },
  casusnummers: readonly string[],
  doe: (casusnummer: string) => Promise<R>,
): Promise<Uitslagen<R>> {
  const uitslagen = new Map<string, R>();
  const mislukt: string[] = [];
  let opslagFout: OpslagFout | undefined;
  const wachtrij = [...casusnummers];
  const werker = async (): Promise<void> => {
    for (let volgende = wachtrij.shift(); volgende !== undefined; volgende = wachtrij.shift()) {
      try {
        uitslagen.set(volgende, await doe(volgende));
      } catch (fout) {
        meldMislukt(omgeving, lus, volgende, fout);
        mislukt.push(volgende);
        if (fout instanceof OpslagFout) opslagFout ??= fout;
      }
    }
  };
  await Promise.all(Array.from({ length: tegelijk }, werker));
  if (opslagFout) throw opslagFout;
  const gelukt = casusnummers.flatMap((casusnummer) => {
    const uitslag = uitslagen.get(casusnummer);
    return uitslag === undefined ? [] : [uitslag];
  });
  return { gelukt, mislukt };
}
