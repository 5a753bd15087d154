/** Stands under everything, at the store itself: sees every document that was really written, and holds it to the laws. */
import type { Casus } from '../../src/kern/casus.ts';
import { isEigen } from '../../src/kern/casus.ts';
import { herleid, verwerk } from '../../src/kern/verwerk.ts';
import type { Gebeurtenis } from '../../src/kern/gebeurtenissen.ts';
import type { CasusDocument, Klok, Opslag } from '../../src/toepassing/poorten.ts';
import type { Boekhouding } from './boekhouding.ts';
import type { Klokwacht } from './klokwacht.ts';
import { breuken } from './wetten.ts';

export interface Waarnemer {
  om(opslag: Opslag): Opslag;
  /** As it was written last; `undefined` before that, and for one in which nothing happens any more. */
  casus(casusnummer: string): Casus | undefined;
  /** How often each kind of event was written. */
  soorten: ReadonlyMap<string, number>;
  breuken: readonly string[];
  nagegaan(): number;
}

export interface Waarnemerdelen {
  klok: Klok;
  klokwacht: Klokwacht;
  boekhouding: Boekhouding;
}

export function maakWaarnemer({ klok, klokwacht, boekhouding }: Waarnemerdelen): Waarnemer {
  const casussen = new Map<string, Casus>();
  const lengten = new Map<string, number>();
  const soorten = new Map<string, number>();
  const gevonden: string[] = [];
  let nagegaan = 0;

  function zie({ id, journaal, postvak }: CasusDocument): void {
    const eerder = lengten.get(id) ?? 0;
    if (journaal.length < eerder) gevonden.push(`${id}: het journaal werd korter`);
    const nieuw: readonly Gebeurtenis[] = journaal.slice(eerder);
    lengten.set(id, journaal.length);
    let stand = casussen.get(id) ?? (eerder > 0 ? herleid(id, journaal.slice(0, eerder)) : undefined);
    const stappen = nieuw.map((gebeurtenis) => {
      const voor = stand;
      stand = verwerk(id, stand, gebeurtenis);
      soorten.set(gebeurtenis.soort, (soorten.get(gebeurtenis.soort) ?? 0) + 1);
      return { voor, gebeurtenis };
    });
    if (!stand) return;
    klokwacht.zie(id, stand.spoed, nieuw);
    boekhouding.zie(id, postvak, stand, nieuw);
    nagegaan += 1;
    if (!isEigen(id) && stappen.length > 0) gevonden.push(...breuken(stand, stappen, klok.nu()));
    if (stand.termijnen.length === 0 && postvak.length === 0) casussen.delete(id);
    else casussen.set(id, stand);
  }

  return {
    casus: (casusnummer) => casussen.get(casusnummer),
    soorten,
    breuken: gevonden,
    nagegaan: () => nagegaan,
    om: (opslag) => ({
      ...opslag,
      async maak(document) {
        const geschreven = await opslag.maak(document);
        if (geschreven) zie(document);
        return geschreven;
      },
      async vervang(document, etag) {
        const geschreven = await opslag.vervang(document, etag);
        if (geschreven) zie(document);
        return geschreven;
      },
    }),
  };
}
