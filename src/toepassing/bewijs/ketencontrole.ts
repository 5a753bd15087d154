/**
 * Whether a stored casus is what was once written: its journal link by link, and each content against the digest in
 * the journal. What this proves is that nobody changed the document without computing the hashes anew. Who can write
 * to the store can do that; only an anchor kept elsewhere shows it (anker.ts).
 */
import { eersteNr } from '../../kern/gebeurtenissen.ts';
import { isLeeg, splits } from '../../kern/journaal/wisbaar.ts';
import { isEigen, stamVan } from '../../kern/stuk.ts';
import type { CasusDocument, Vastgelegd } from '../poorten.ts';
import type { Inhoudkluis } from './inhoudkluis.ts';
import { afdruk, beginVanKeten, schakelHash, vormVan } from './keten.ts';

export type KetenbreukSoort =
  /** It is not what was written, or it does not belong after the one before it. */
  | 'gewijzigd'
  | 'ontbreekt'
  | 'verplaatst'
  /** The end of the journal is gone, from this number on. */
  | 'afgekapt'
  /** Persons and text are gone without an event that says so. */
  | 'gewist-zonder-grond'
  | 'inhoud-gewijzigd'
  /** It stands readable where there is a key. */
  | 'inhoud-onversleuteld'
  | 'inhoud-ontbreekt'
  | 'inhoud-zonder-overdracht'
  | 'onleesbaar'
  /** Against the anchor: rewritten with new hashes, or gone altogether. */
  | 'herschreven'
  | 'casus-weg';

/** The first thing that is wrong; `nr` is an event, or for content the overdracht. */
export interface Ketenbreuk {
  soort: KetenbreukSoort;
  nr: number;
}

/** The last event whose persons and free text had to go. */
const gewistTot = (journaal: readonly Vastgelegd[]): number =>
  journaal.reduce((tot, { soort, gegevens }) => (soort === 'gewist' ? Math.max(tot, gegevens.totEnMet) : tot), 0);

/** The digest that the chain must hold of what can be erased; `false` when the event contradicts itself. */
function wisbareAfdruk({ keten, ...gebeurtenis }: Vastgelegd): string | undefined | false {
  const { zout, gewist } = keten;
  const { wisbaar } = splits(gebeurtenis, vormVan(keten));
  if (gewist !== undefined) return zout === undefined && isLeeg(wisbaar) && gewist;
  if (zout !== undefined) return afdruk(zout, wisbaar);
  return Object.keys(wisbaar).length === 0 ? undefined : false;
}

/** A record that goes on in a new month follows on what was put away; that this is there, controle.ts looks after. */
function beginVanJournaal(id: string, [eerste]: readonly Vastgelegd[]): string {
  return isEigen(id) && eerste?.soort === 'registratie-vervolgd' ? eerste.gegevens.kop : beginVanKeten(stamVan(id));
}

function breukInJournaal({ id, journaal, kop }: CasusDocument): Ketenbreuk | undefined {
  const nummers = new Set(journaal.map(({ nr }) => nr));
  const tot = gewistTot(journaal);
  const eerste = eersteNr(journaal);
  let vorige = beginVanJournaal(id, journaal);
  for (const [index, gebeurtenis] of journaal.entries()) {
    const nr = index + eerste;
    if (gebeurtenis.nr !== nr) return { soort: nummers.has(nr) ? 'verplaatst' : 'ontbreekt', nr };
    const wisbaar = wisbareAfdruk(gebeurtenis);
    const { hash, gewist } = gebeurtenis.keten;
    if (wisbaar === false) return { soort: 'gewijzigd', nr };
    const vorm = vormVan(gebeurtenis.keten);
    if (schakelHash(vorige, gebeurtenis, { wisbaar, vorm }) !== hash) return { soort: 'gewijzigd', nr };
    if (gewist !== undefined && nr > tot) return { soort: 'gewist-zonder-grond', nr };
    vorige = hash;
  }
  return kop === vorige && journaal.length > 0 ? undefined : { soort: 'afgekapt', nr: journaal.length + eerste };
}

function breukInInhoud({ id, journaal, inhoud }: CasusDocument, kluis: Inhoudkluis): Ketenbreuk | undefined {
  const over = new Set(Object.keys(inhoud));
  const gewist = new Set(journaal.flatMap(({ soort, gegevens }) => (soort === 'gewist' ? gegevens.overdrachten : [])));
  for (const { soort, gegevens } of journaal) {
    if (soort !== 'overdracht-verzonden') continue;
    const { overdracht: nr } = gegevens;
    const bewaard = inhoud[nr];
    over.delete(String(nr));
    if (gewist.has(nr) === (bewaard !== undefined)) {
      return { soort: bewaard ? 'inhoud-zonder-overdracht' : 'inhoud-ontbreekt', nr };
    }
    if (!bewaard || !kluis.kent(bewaard)) continue;
    const geopend = kluis.open(bewaard, { casusnummer: id, overdracht: nr }, gegevens.inhoud);
    if ('fout' in geopend) {
      return { soort: geopend.fout === 'onversleuteld' ? 'inhoud-onversleuteld' : 'inhoud-gewijzigd', nr };
    }
  }
  const [vreemd] = over;
  return vreemd === undefined ? undefined : { soort: 'inhoud-zonder-overdracht', nr: Number(vreemd) };
}

/** Total: whatever stands in the store, this gives an answer. Content without its key is passed over. */
export function eersteBreuk(document: CasusDocument, kluis: Inhoudkluis): Ketenbreuk | undefined {
  try {
    return breukInJournaal(document) ?? breukInInhoud(document, kluis);
  } catch {
    return { soort: 'onleesbaar', nr: 0 };
  }
}
