/**
 * What the outbox owes against what the connector took: every message is known by its key from the write that caused it
 * until its journal says how it ended, and every post is brought home to the messages that were claimed for that place.
 */
import type { Gebeurtenis } from '../../src/kern/gebeurtenissen.ts';
import type { Stuk } from '../../src/kern/rij/gebeurtenisrij.ts';
import { nogNodig, waarVan } from '../../src/toepassing/casus/casusdocument.ts';
import type { PostvakItem } from '../../src/toepassing/poorten.ts';
import type { Post } from './ontvanger.ts';
import { gesprekVan, kanaalVan } from './streek.ts';

interface Schuld {
  id: string;
  item: PostvakItem;
  gesprek: string;
  geplaatst: number;
}

export interface Berichtentelling {
  berichten: number;
  bezorgd: number;
  opgegeven: number;
  vervallen: number;
  verloren: string[];
  dubbelGemerkt: number;
  dubbelOngemerkt: string[];
  nietThuisgebracht: string[];
  open: number;
}

export interface Boekhouding {
  zie(id: string, postvak: readonly PostvakItem[], na: Stuk, nieuw: readonly Gebeurtenis[]): void;
  post(post: Post): void;
  /** Whatever is still owed by now is lost. */
  sluitAf(): void;
  stand(): Berichtentelling;
}

const plek = ({ adres }: PostvakItem): string =>
  'persoon' in adres ? gesprekVan(adres.persoon) : 'kanaal' in adres ? kanaalVan(adres.kanaal) : adres.gesprek;
/** What the bot says of its own records names no casus, or every one there is. */
const VAN_DE_BOT: readonly [RegExp, string][] = [
  [/Wachtlijst|screening/, '~wachtlijst-vt'],
  [/bot waakt|Er gaat iets mis/, '~toezicht'],
  [/Adresboek|Koppeling/, '~beheer'],
];
const NUMMER = /VT-\d{4}-\d+/;

export function maakBoekhouding(): Boekhouding {
  const schulden = new Map<string, Schuld>();
  const perDocument = new Map<string, Set<string>>();
  /** Claimed now, by conversation. */
  const geclaimd = new Map<string, Map<string, Schuld>>();
  const stand: Berichtentelling = {
    berichten: 0,
    bezorgd: 0,
    opgegeven: 0,
    vervallen: 0,
    verloren: [],
    dubbelGemerkt: 0,
    dubbelOngemerkt: [],
    nietThuisgebracht: [],
    open: 0,
  };

  function vergeet(sleutel: string, { id, gesprek }: Schuld): void {
    schulden.delete(sleutel);
    geclaimd.get(gesprek)?.delete(sleutel);
    perDocument.get(id)?.delete(sleutel);
  }

  /** On a busy machine a post arrives after the program has given up waiting for its answer. */
  function eerderGeprobeerd(nummer: string, gesprek: string): [string, Schuld][] {
    return [...(perDocument.get(nummer) ?? [])].flatMap((sleutel): [string, Schuld][] => {
      const schuld = schulden.get(sleutel);
      return schuld?.gesprek === gesprek && schuld.item.onzeker ? [[sleutel, schuld]] : [];
    });
  }

  function bedoeld({ gesprek, samenvatting, tekst }: Post): [string, Schuld][] {
    const hier = [...(geclaimd.get(gesprek) ?? [])];
    const nummer = NUMMER.exec(samenvatting)?.[0];
    if (nummer !== undefined) {
      const nu = hier.filter(([, { id }]) => id === nummer);
      return nu.length > 0 ? nu : eerderGeprobeerd(nummer, gesprek);
    }
    const [, eigen] = VAN_DE_BOT.find(([over]) => over.test(samenvatting)) ?? [];
    if (eigen !== undefined) return hier.filter(([, { id }]) => id.startsWith(eigen)).slice(0, 1);
    const genoemd = hier.filter(([, { id }]) => !id.startsWith('~') && tekst.includes(id));
    return genoemd.length > 0 ? genoemd : hier.filter(([, { id }]) => id.startsWith('~wachtlijst-vt'));
  }

  return {
    zie(id, postvak, na, nieuw) {
      const bekend = perDocument.get(id) ?? new Set<string>();
      perDocument.set(id, bekend);
      for (const item of postvak) {
        if (item.bijwerken) continue;
        const schuld = schulden.get(item.sleutel) ?? { id, item, gesprek: plek(item), geplaatst: 0 };
        if (!schulden.has(item.sleutel)) {
          stand.berichten += 1;
          schulden.set(item.sleutel, schuld);
          bekend.add(item.sleutel);
        }
        schuld.item = item;
        const hier = geclaimd.get(schuld.gesprek) ?? new Map<string, Schuld>();
        geclaimd.set(schuld.gesprek, hier);
        if (item.bezigTot === undefined) hier.delete(item.sleutel);
        else hier.set(item.sleutel, schuld);
      }
      for (const { soort, gegevens } of nieuw) {
        if (soort !== 'bericht-bezorgd' && soort !== 'bericht-onbezorgbaar') continue;
        const schuld = schulden.get(gegevens.sleutel);
        if (!schuld) continue;
        if (soort === 'bericht-onbezorgbaar') stand.opgegeven += 1;
        else if (schuld.geplaatst > 0) stand.bezorgd += 1;
        else stand.verloren.push(`${gegevens.sleutel} staat als bezorgd te boek en is nooit aangekomen`);
        vergeet(gegevens.sleutel, schuld);
      }
      const staat = new Set(postvak.map(({ sleutel }) => sleutel));
      for (const sleutel of bekend) {
        const schuld = schulden.get(sleutel);
        if (!schuld || staat.has(sleutel)) continue;
        // Of a term that has ended nobody needs to hear any more; a card is replaced by a newer one.
        if (!nogNodig(schuld.item, na) || schuld.item.kaart !== 'ping') stand.vervallen += 1;
        else stand.verloren.push(`${sleutel} voor ${waarVan(schuld.item.adres)} verdween uit het postvak`);
        vergeet(sleutel, schuld);
      }
      if (bekend.size === 0) perDocument.delete(id);
    },
    post(post) {
      const schulden_ = bedoeld(post);
      if (schulden_.length === 0) stand.nietThuisgebracht.push(`${post.gesprek}: ${post.samenvatting}`);
      for (const [sleutel, schuld] of schulden_) {
        schuld.geplaatst += 1;
        if (schuld.geplaatst === 1) continue;
        if (/herhaling/i.test(post.samenvatting + post.tekst)) stand.dubbelGemerkt += 1;
        else stand.dubbelOngemerkt.push(`${sleutel} (${post.samenvatting})`);
      }
    },
    sluitAf() {
      for (const [sleutel, { item }] of schulden) {
        if (item.pogingen === 0) stand.open += 1;
        stand.verloren.push(`${sleutel} staat na ${item.pogingen} pogingen nog open`);
      }
    },
    stand: () => stand,
  };
}
