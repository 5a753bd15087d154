/** Stands under everything, at the store itself: sees every document that was really written, and holds it to the laws. */
import type { Casus } from '../../src/kern/casus.ts';
import type { Gebeurtenis } from '../../src/kern/gebeurtenissen.ts';
import type { Stuk } from '../../src/kern/rij/gebeurtenisrij.ts';
import { EIGEN, isEigen } from '../../src/kern/stuk.ts';
import { herleid, naGebeurtenissen } from '../../src/kern/verwerk.ts';
import { canoniek } from '../../src/toepassing/bewijs/keten.ts';
import type { CasusDocument, Klok, Opslag } from '../../src/toepassing/poorten.ts';
import type { Boekhouding } from './boekhouding.ts';
import type { Klokwacht } from './klokwacht.ts';
import { gehakt } from './toeval.ts';
import { breuken } from './wetten.ts';

export interface Waarnemer {
  om(opslag: Opslag): Opslag;
  /** As it was written last; `undefined` before that, and for one in which nothing happens any more. */
  casus(casusnummer: string): Casus | undefined;
  /** How often each kind of event was written. */
  soorten: ReadonlyMap<string, number>;
  breuken: readonly string[];
  nagegaan(): number;
  /** Of everything that happened in every casus: the same for two years that went the same. */
  vingerafdruk(): string;
}

/** A digest of content, with a salt that no two years share, and the folder that was made for this one. */
const VAN_DIT_JAAR = /"[\w-]{43}"|jaar-\w{6}/g;

export interface Waarnemerdelen {
  klok: Klok;
  klokwacht: Klokwacht;
  boekhouding: Boekhouding;
}

export function maakWaarnemer({ klok, klokwacht, boekhouding }: Waarnemerdelen): Waarnemer {
  const stukken = new Map<string, Stuk>();
  const lengten = new Map<string, number>();
  const soorten = new Map<string, number>();
  const vingerafdrukken = new Map<string, number>();
  const gevonden: string[] = [];
  let nagegaan = 0;

  function zie({ id, journaal, postvak }: CasusDocument): void {
    // What was put away of past months was seen when it was written.
    if (isEigen(id) && id.lastIndexOf(EIGEN) > 0) return;
    let eerder = lengten.get(id) ?? 0;
    if (journaal.length < eerder) {
      if (!isEigen(id) || journaal[0]?.soort !== 'registratie-vervolgd')
        gevonden.push(`${id}: het journaal werd korter`);
      eerder = 0;
    }
    const nieuw: readonly Gebeurtenis[] = journaal.slice(eerder);
    lengten.set(id, journaal.length);
    let stand = stukken.get(id) ?? (eerder > 0 ? herleid(id, journaal.slice(0, eerder)) : undefined);
    const stappen = nieuw.map((gebeurtenis) => {
      const voor = stand;
      stand = naGebeurtenissen(id, stand, [gebeurtenis]);
      soorten.set(gebeurtenis.soort, (soorten.get(gebeurtenis.soort) ?? 0) + 1);
      const { soort, vastgelegdOp, verantwoordelijke, gegevens } = gebeurtenis;
      const regel = canoniek([soort, vastgelegdOp, verantwoordelijke, gegevens]).replaceAll(VAN_DIT_JAAR, '');
      vingerafdrukken.set(id, gehakt(`${vingerafdrukken.get(id) ?? ''}${regel}`));
      return { voor, gebeurtenis };
    });
    if (!stand) return;
    klokwacht.zie(id, stand.soort === 'casus' && stand.spoed, nieuw);
    boekhouding.zie(id, postvak, stand, nieuw);
    nagegaan += 1;
    if (stand.soort === 'casus' && stappen.length > 0) gevonden.push(...breuken(stand, stappen, klok.nu()));
    if (stand.termijnen.length === 0 && postvak.length === 0) stukken.delete(id);
    else stukken.set(id, stand);
  }

  return {
    casus(casusnummer) {
      const stuk = stukken.get(casusnummer);
      return stuk?.soort === 'casus' ? stuk : undefined;
    },
    soorten,
    breuken: gevonden,
    nagegaan: () => nagegaan,
    vingerafdruk: () =>
      gehakt(
        [...vingerafdrukken]
          .map((deel) => deel.join(' '))
          .toSorted()
          .join(),
      ).toString(16),
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
