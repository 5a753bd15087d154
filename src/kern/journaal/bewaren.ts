/** Retention: a set time after closing, all that names a person or tells of a family is erased (domein.md §9). */
import type { Beleid } from '../beleid/beleid.ts';
import { huidigePeriode } from '../casus.ts';
import { gebeurtenis, type Nieuw, type Stuk } from '../rij/gebeurtenisrij.ts';
import type { Context } from '../rij/opdrachtrij.ts';
import { maandenLater, verschuif, type Instant } from '../tijd/werkdagen.ts';

/** Persons and free text of every event up to that one, and the content of these overdrachten. */
const gewist = gebeurtenis<{ totEnMet: number; overdrachten: number[] }>()('gewist', {
  van: 'elk',
  bron: 'domein §9',
  besluit: true,
  velden: { totEnMet: 'blijft', overdrachten: 'blijft' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk(stuk, { nr, op, gegevens }) {
    const overdrachten = gegevens.overdrachten.at(-1) ?? stuk.gewist?.overdrachten ?? 0;
    return { ...stuk, gewist: { nr, op, overdrachten } };
  },
  hoort: [],
});

export const gebeurtenissen = { gewist: gewist.rij };

/** Whatever was decided last has had this long to be told: its messages go with the rest. */
const BEZORGTIJD_MS = 86_400_000;

function isGesloten(stuk: Stuk): boolean {
  switch (stuk.soort) {
    case 'casus':
      return stuk.fase === 'bij-clientsysteem' || stuk.fase === 'afgesloten';
    case 'wachtlijst-vt':
      return !stuk.wachtlijstVt.open;
    case 'wachtlijst-team':
      return !stuk.wachtlijstTeam.open;
    case 'beheer':
      return false;
    case 'toezicht':
      return true;
  }
}

/**
 * When this record is erased if nothing happens to it; `undefined` while it is open, while something is still planned
 * in it, and once nothing is left to erase. What is written down after that (a late note, someone who looked) is
 * erased the same time later. Computed anew whenever the record is touched: the policy of that day counts.
 */
export function wisMoment(stuk: Stuk, { bewaartermijn }: Pick<Beleid, 'bewaartermijn'>): Instant | undefined {
  if (!isGesloten(stuk) || stuk.gewist?.nr === stuk.versie) return undefined;
  if (stuk.termijnen.some(({ stappen, gedaan }) => gedaan < stappen.length)) return undefined;
  const gesloten = stuk.soort === 'casus' ? huidigePeriode(stuk).vanaf : stuk.laatstVastgelegd;
  const alGewist = stuk.gewist !== undefined && stuk.gewist.op >= gesloten;
  const moment = maandenLater(alGewist ? stuk.laatstVastgelegd : gesloten, bewaartermijn.maanden);
  const bezorgd = verschuif(stuk.besluitOp, BEZORGTIJD_MS);
  return moment > bezorgd ? moment : bezorgd;
}

/** Writes down that it is erased; whoever keeps the document does so with this same write. */
export function wis(stuk: Stuk, { beleid, nu }: Context): readonly Nieuw[] {
  const moment = wisMoment(stuk, beleid);
  if (moment === undefined || moment > nu) return [];
  const vorige = stuk.gewist?.overdrachten ?? 0;
  const overdrachten = stuk.soort === 'casus' ? stuk.overdrachten.map(({ nr }) => nr) : [];
  return [
    gewist(
      { totEnMet: stuk.versie, overdrachten: overdrachten.filter((nr) => nr > vorige) },
      {
        verantwoordelijk: 'blijft',
        bron: beleid.bewaartermijn.bron.paragraaf,
        // Only terms that nobody dealt with are left: without their people there is nothing to deal with.
        eindigtId: stuk.termijnen.map(({ id }) => id),
      },
    ),
  ];
}
