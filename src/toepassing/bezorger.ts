/**
 * Sends the messages that were claimed with a decision, and writes down how each try ended (bouw.md §1, delivery).
 * One casus is sent in order, because a ping answers in the thread of a card that must stand there first: the write of
 * one outcome claims the next message.
 */
import PQueue from 'p-queue';
import { msTussen } from '../kern/werkdagen.ts';
import { VEILIG_THUIS } from './adresboek.ts';
import { alleen, alsPunt, bijKlik, groepeer, inRonde, nogNiets, voorBundel, type Punt } from './bundel.ts';
import { bundelBericht } from './bundelkaart.ts';
import { casusVan, metAfgeleiden, nogNodig } from './casusdocument.ts';
import { metItem, neem, teVersturen, type Keuze } from './claim.ts';
import { voorElk } from './elk.ts';
import { kaartBericht } from './kaartgegevens.ts';
import { muteer, type Geclaimd } from './mutatie.ts';
import { foutVelden, type Omgeving } from './omgeving.ts';
import type { Bezorging, CasusDocument, PostvakItem, Zending } from './poorten.ts';
import { vraagtNog } from './vraagkaarten.ts';
import { blijftStaan, kaartSleutel, noteerUitslag, wachtNa, type Poging, type Uitslag } from './uitkomst.ts';
import { zoekWachtenden } from './wachtlijst-vt.ts';

/** Addressees that are sent their bundles at once; the limits of the receiving side decide the pace. */
const BUNDELS_TEGELIJK = 16;

export interface Bezorger {
  /** Sends what was claimed, and what follows on it in the same casus, in the background; never rejects. */
  bezorg(geschreven: Geclaimd): void;
  /** Sends messages that waited for each other, one per addressee where there are many; in the background. */
  bundel(punten: readonly Punt[]): void;
  /** Counts other work that leads to sending as under way, so that a stop waits for it too. Logs when it fails. */
  volg(werk: Promise<unknown>): void;
  /** Resolves when everything under way has been sent and written down. */
  klaar(): Promise<void>;
  /** Begins nothing new: what is being sent is written down, the rest waits in the store. */
  stop(): void;
}

/** A message that this instance claimed, with the casus as it stood then. */
type Genomen = Geclaimd & { claim: PostvakItem };
const isGenomen = (stand: Geclaimd | undefined): stand is Genomen => stand?.claim !== undefined;

export function maakBezorger(omgeving: Omgeving): Bezorger {
  const { opslag, klok, teller, log } = omgeving;
  const onderweg = new Set<Promise<void>>();
  let gestopt = false;

  function volg(werk: Promise<unknown>, velden: Record<string, unknown> = {}): void {
    const gemeld = werk
      .then(
        () => undefined,
        (fout: unknown) => log.error({ ...velden, ...foutVelden(fout) }, 'werk op de achtergrond mislukt'),
      )
      .finally(() => onderweg.delete(gemeld));
    onderweg.add(gemeld);
  }

  /** One message, and what its casus has to say after it. */
  async function verstuurReeks(begin: Genomen, keuze: Keuze): Promise<CasusDocument> {
    let stand: Geclaimd = begin;
    while (isGenomen(stand)) {
      const { claim, casus, document } = stand;
      const vroeg = vraagtNog(claim, { casus, document, omgeving });
      const uitslag = await verstuur(stand);
      const na = await noteer(stand, { claim, uitslag, wachtMs: wachtNa(claim, omgeving.toeval), vroeg }, keuze);
      if (!na) break;
      stand = na;
    }
    return stand.document;
  }

  async function verstuur({ document, claim }: Genomen): Promise<Uitslag> {
    const zending = nogNodig(claim, casusVan(document)) ? await zendingVan(omgeving, document, claim) : undefined;
    return zending ? lever(zending, [claim]) : { uitkomst: 'vervallen' };
  }

  async function lever(zending: Zending, items: readonly PostvakItem[]): Promise<Bezorging> {
    let bezorging: Bezorging;
    try {
      bezorging = await omgeving.postbode.bezorg(zending);
    } catch (fout) {
      log.error({ kaart: zending.bericht.kaart, ...foutVelden(fout) }, 'postbode faalde');
      bezorging = { uitkomst: 'onzeker', code: 'interne-fout' };
    }
    for (const { kaart, gemaaktOp } of items) {
      teller.bezorging(kaart, bezorging.uitkomst, msTussen(gemaaktOp, klok.nu()));
    }
    return bezorging;
  }

  /** Writes down how a try ended and claims the next message; `undefined` when there is nothing left to say of it. */
  async function noteer(stand: Geclaimd, poging: Poging, keuze: Keuze): Promise<Geclaimd | undefined> {
    const { id } = stand.document;
    let { document, etag } = stand;
    for (;;) {
      const genoteerd = noteerUitslag(omgeving, document, poging);
      if (!genoteerd) return undefined;
      const casus = casusVan(genoteerd);
      const nu = klok.nu();
      const daarna = gestopt ? { document: genoteerd } : neem(genoteerd, casus, { nu, keuze });
      const nieuw = metAfgeleiden(daarna.document, casus, nu, omgeving.regels());
      const geschreven = await opslag.vervang(nieuw, etag);
      if (geschreven) return { ...daarna, document: nieuw, casus, etag: geschreven.etag };
      const gelezen = await opslag.lees(id);
      if (!gelezen) return undefined;
      ({ waarde: document, etag } = gelezen);
    }
  }

  /** Takes a message that waits for its bundle, unless someone else has it or it is gone. */
  async function neemPunt({ casusnummer, sleutel }: Punt): Promise<Genomen | undefined> {
    if (gestopt) return undefined;
    const { gelukt } = await voorElk(omgeving, { lus: 'bundel' }, [casusnummer], () =>
      muteer(omgeving, {
        casusnummer,
        beslis: (casus) => (casus ? { gebeurtenissen: [] } : { onbekend: true }),
        // When someone is sending in this casus just now, the next round finds it waiting.
        bij: (document) => metItem(document, sleutel, { nietVoor: klok.nu() }),
        keuze: alleen(sleutel),
      }),
    );
    const [uitkomst] = gelukt;
    return uitkomst?.soort === 'geschreven' && isGenomen(uitkomst) ? uitkomst : undefined;
  }

  /** Everything for one addressee. Resolves with the casussen as they stand after it. */
  async function verstuurGroep(
    groep: readonly Punt[],
    keuzeNa: (casusnummer: string) => Keuze,
  ): Promise<CasusDocument[]> {
    const rondAf = async (genomen: Genomen, uitslag: Uitslag, wachtMs = 0): Promise<CasusDocument> => {
      const keuze = keuzeNa(genomen.document.id);
      const na = await noteer(genomen, { claim: genomen.claim, uitslag, wachtMs }, keuze);
      return isGenomen(na) ? verstuurReeks(na, keuze) : (na ?? genomen).document;
    };
    if (groep.length < omgeving.regels().beleid.bundelVanaf) {
      const na: CasusDocument[] = [];
      for (const punt of groep) {
        const genomen = await neemPunt(punt);
        if (genomen) na.push(await verstuurReeks(genomen, keuzeNa(punt.casusnummer)));
      }
      return na;
    }
    const genomen = (await Promise.all(groep.map(neemPunt))).filter(isGenomen);
    const nodig = genomen.filter(({ claim, casus }) => nogNodig(claim, casus));
    const vervallen = genomen
      .filter((een) => !nodig.includes(een))
      .map((een) => rondAf(een, { uitkomst: 'vervallen' }));
    const [eerste] = nodig;
    if (!eerste) return Promise.all(vervallen);
    const { adres } = eerste.claim;
    const bericht = bundelBericht(nodig.map(({ claim, ...bron }) => ({ item: claim, bron: { ...bron, omgeving } })));
    const uitslag = await lever(
      { adres, bericht },
      nodig.map(({ claim }) => claim),
    );
    // The same wait for all, so that they come back together.
    const spreiding = omgeving.toeval();
    const wachtMs = Math.max(...nodig.map(({ claim }) => wachtNa(claim, () => spreiding)));
    return Promise.all([...vervallen, ...nodig.map((een) => rondAf(een, uitslag, wachtMs))]);
  }

  /** A casus can have something to say to several: one addressee waits for the other, so that no bundle misses it. */
  async function verstuurBundels(punten: readonly Punt[]): Promise<void> {
    const plekken = new PQueue({ concurrency: BUNDELS_TEGELIJK });
    let over = [...punten];
    while (over.length > 0) {
      if (gestopt) return;
      const bezet = new Map<string, Promise<void>>();
      const nog = new Map<string, number>();
      const stand = new Map<string, CasusDocument>();
      const tel = ({ casusnummer }: Punt, erbij: number): void =>
        void nog.set(casusnummer, (nog.get(casusnummer) ?? 0) + erbij);
      const keuzeNa = (casusnummer: string): Keuze => ((nog.get(casusnummer) ?? 0) > 0 ? nogNiets : inRonde);
      for (const punt of over) tel(punt, 1);
      const groepen = groepeer(over).map((groep) => {
        const werk = Promise.all(groep.flatMap(({ casusnummer }) => bezet.get(casusnummer) ?? []))
          .then(() =>
            plekken.add(() => {
              for (const punt of groep) tel(punt, -1);
              return verstuurGroep(groep, keuzeNa);
            }),
          )
          .then(
            (na) => na.forEach((document) => stand.set(document.id, document)),
            (fout: unknown) => log.error({ ...foutVelden(fout) }, 'bundel mislukt'),
          );
        for (const { casusnummer } of groep) bezet.set(casusnummer, werk);
        return werk;
      });
      await Promise.all(groepen);
      // What came of it can be news by itself: what did not arrive in one channel is told in VT's.
      over = [...stand.values()].flatMap((document) =>
        voorBundel(teVersturen(document, klok.nu()), casusVan(document)).map((item) => alsPunt(document.id, item)),
      );
    }
  }

  return {
    bezorg(geschreven) {
      if (isGenomen(geschreven)) {
        volg(verstuurReeks(geschreven, bijKlik), { casusnummer: geschreven.document.id });
      }
    },
    bundel(punten) {
      if (punten.length > 0) volg(verstuurBundels(punten));
    },
    volg: (werk) => volg(werk),
    async klaar() {
      while (onderweg.size > 0) await Promise.all(onderweg);
    },
    stop() {
      gestopt = true;
    },
  };
}

/** The message as it is to be said now: in which thread, or in the place of which card. `undefined` when there is none. */
async function zendingVan(
  omgeving: Omgeving,
  document: CasusDocument,
  item: PostvakItem,
): Promise<Zending | undefined> {
  const casus = casusVan(document);
  const { kaarten } = document;
  const geplaatst = kaarten[kaartSleutel(item)];
  // A card that was never posted needs no redraw: when it is posted, it is drawn as it is then.
  if (item.bijwerken && !geplaatst) return undefined;
  const wachtenden = casus.wachtlijstVt ? await zoekWachtenden(omgeving) : [];
  const bericht = kaartBericht(item, { casus, document, omgeving }, wachtenden);
  if (!bericht) return undefined;
  const kanaal = 'kanaal' in item.adres ? item.adres.kanaal : undefined;
  const draad = kaarten[`${kanaal === VEILIG_THUIS ? 'volgkaart' : 'overdracht'}-${item.overdracht ?? 0}`];
  return {
    adres: item.adres,
    bericht,
    ...(item.bijwerken &&
      geplaatst && { vervangt: { conversatie: geplaatst.conversatie, activiteit: geplaatst.activiteit } }),
    ...(item.vraagkaart !== undefined && { alleenDaar: true as const }),
    ...(!blijftStaan(item) && !item.bijwerken && kanaal && draad && { draad }),
  };
}
