/**
 * Sends the messages that were claimed with a decision, and writes down how each try ended (bouw.md §1, delivery).
 * One casus is sent in order, because a ping answers in the thread of a card that must stand there first: the write of
 * one outcome claims the next message.
 */
import { setMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import PQueue from 'p-queue';
import { msTussen, type Instant } from '../../kern/werkdagen.ts';
import { alleen, alsPunt, bijKlik, groepeer, inRonde, nogNiets, voorBundel, type Punt } from '../postvak/bundel.ts';
import { maakBezorgstand } from './bezorgstand.ts';
import { bundelBericht, isTeTonen, type BundelDeel } from '../kaarten/bundelkaart.ts';
import { casusVan, metAfgeleiden, nogNodig } from '../casus/casusdocument.ts';
import { isNogVan, metItem, neem, teVersturen, type Keuze } from '../postvak/claim.ts';
import { meldMislukt } from '../elk.ts';
import { muteer, type Geclaimd } from '../casus/mutatie.ts';
import { foutVelden, type Omgeving } from '../omgeving.ts';
import { wachtNa } from '../postvak/pogingen.ts';
import {
  OpslagFout,
  type Bezorging,
  type CasusDocument,
  type Gelezen,
  type PostvakItem,
  type Zending,
} from '../poorten.ts';
import { vraagtNog } from '../kaarten/vraagkaarten.ts';
import { KAART_ONVULBAAR, noteerUitslag, type Poging, type Bezorguitslag } from './bezorguitslag.ts';
import { zendingVan } from './zending.ts';

/**
 * What came of a try is written down at once, and again when the store does not take it: 16 s in all, which is what is
 * left of a claim after the longest try. Not written down, a message that arrived would be sent again.
 */
const SCHRIJF_OPNIEUW_MS: readonly number[] = [250, 500, 1000, 2000, 4000, 8000];
/** After a stop, what is being sent has so long for its answer; the rest of 8 s is for writing that down. */
const GENADE_MS = 5000;
const LANGSTE_STOP_MS = 7000;
/** Claimed, and not begun: another instance may send it at once. */
const TERUG: Bezorging = { uitkomst: 'uitgesteld', opnieuwNa: 0 };
const GESTOPT: Bezorging = { uitkomst: 'onzeker', code: 'gestopt' };

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
  /** Since when every try has failed, once that is so long that something must be wrong here (bezorgstand.ts). */
  stilSinds(): Instant | undefined;
  /**
   * Begins nothing new, and resolves when all that is under way has been written down: a message without an answer after
   * five seconds as one that may have arrived. What was not sent yet waits in the store as if it had not been touched.
   */
  stop(): Promise<void>;
}

/** Waits so many milliseconds, or until it is called off. */
export type Slaap = (ms: number, signaal: AbortSignal) => Promise<void>;
const slaapEcht: Slaap = (ms, signal) => setTimeout(ms, undefined, { signal }).catch(() => undefined);

/** A message that this instance claimed, with the casus as it stood then. */
type Genomen = Geclaimd & { claim: PostvakItem };
const isGenomen = (stand: Geclaimd | undefined): stand is Genomen => stand?.claim !== undefined;

export function maakBezorger(omgeving: Omgeving, slaap: Slaap = slaapEcht): Bezorger {
  const { opslag, klok, teller, log } = omgeving;
  const onderweg = new Set<Promise<void>>();
  const bezorgstand = maakBezorgstand(klok);
  const stopsein = new AbortController();
  // As many wait for it as there are outcomes to be written again: no leak.
  setMaxListeners(0, stopsein.signal);
  const isGestopt = (): boolean => stopsein.signal.aborted;
  const bijStoppen = new Set<() => void>();
  const geduld = new AbortController();
  let genade: Promise<Bezorging> | undefined;

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
      const { claim } = stand;
      const { uitslag, vroeg } = await verstuur(stand);
      const na = await noteer(stand, { claim, uitslag, wachtMs: wachtNa(claim, omgeving.toeval), vroeg }, keuze);
      if (!na) break;
      stand = na;
    }
    return stand.document;
  }

  /** A message that cannot be made is a fault of this program: it is given up, and stops nothing that comes after it. */
  async function verstuur({ document, casus, claim }: Genomen): Promise<Pick<Poging, 'uitslag' | 'vroeg'>> {
    if (isGestopt()) return { uitslag: TERUG };
    let zending: Zending | undefined;
    let vroeg: string;
    try {
      vroeg = vraagtNog(claim, { casus, document, omgeving });
      zending = nogNodig(claim, casusVan(document)) ? await zendingVan(omgeving, document, claim) : undefined;
    } catch (fout) {
      return { uitslag: onvulbaar(document.id, claim, fout) };
    }
    return { uitslag: zending ? await lever(zending, [claim]) : { uitkomst: 'vervallen' }, vroeg };
  }

  function onvulbaar(casusnummer: string, { kaart, gemaaktOp }: PostvakItem, fout: unknown): Bezorguitslag {
    // The store is not a card that cannot be made: that can be tried again.
    if (fout instanceof OpslagFout) return { uitkomst: 'mislukt', code: 'opslag-onbereikbaar', blijvend: false };
    log.error({ casusnummer, kaart, ...foutVelden(fout) }, 'bericht niet te maken');
    teller.bezorging(kaart, 'mislukt', msTussen(gemaaktOp, klok.nu()));
    return { uitkomst: 'mislukt', code: KAART_ONVULBAAR, blijvend: true };
  }

  async function lever(zending: Zending, items: readonly PostvakItem[]): Promise<Bezorging> {
    if (isGestopt()) return TERUG;
    let bezorging: Bezorging;
    try {
      bezorging = await metStop(omgeving.postbode.bezorg(zending));
    } catch (fout) {
      log.error({ kaart: zending.bericht.kaart, ...foutVelden(fout) }, 'postbode faalde');
      bezorging = { uitkomst: 'onzeker', code: 'interne-fout' };
    }
    bezorgstand.noteer(bezorging);
    for (const { kaart, gemaaktOp } of items) {
      teller.bezorging(kaart, bezorging.uitkomst, msTussen(gemaaktOp, klok.nu()));
    }
    return bezorging;
  }

  /** What comes of it, or that nobody knows when the program must end first. */
  function metStop(werk: Promise<Bezorging>): Promise<Bezorging> {
    return new Promise((klaar, mislukt) => {
      const bijStop = (): void => {
        genade ??= slaap(GENADE_MS, geduld.signal).then(() => GESTOPT);
        void genade.then(klaar);
      };
      if (isGestopt()) bijStop();
      else bijStoppen.add(bijStop);
      void werk.then(klaar, mislukt).finally(() => bijStoppen.delete(bijStop));
    });
  }

  /** Writes down how a try ended and claims the next message; `undefined` when there is nothing left to say of it. */
  async function noteer(begin: Geclaimd, poging: Poging, keuze: Keuze): Promise<Geclaimd | undefined> {
    const { id } = begin.document;
    let gelezen: Gelezen<CasusDocument> | undefined = { waarde: begin.document, etag: begin.etag };
    /** What was being written when the store failed: it can stand there all the same. */
    let twijfel: Geclaimd | undefined;
    for (const wachtMs of [...SCHRIJF_OPNIEUW_MS, undefined]) {
      try {
        gelezen ??= await opslag.lees(id);
        while (gelezen) {
          const { waarde, etag }: Gelezen<CasusDocument> = gelezen;
          // Our own next claim stands there, so it was written; nobody else would send that message.
          if (twijfel?.claim && isNogVan(twijfel.claim, waarde)) return { ...twijfel, document: waarde, etag };
          const stand = naPoging(waarde, poging, keuze);
          if (!stand) return undefined;
          twijfel = { ...stand, etag };
          const geschreven = await opslag.vervang(stand.document, etag);
          if (geschreven) return { ...stand, etag: geschreven.etag };
          twijfel = undefined;
          gelezen = await opslag.lees(id);
        }
        return undefined;
      } catch (fout) {
        if (!(fout instanceof OpslagFout) || wachtMs === undefined) throw fout;
        log.warn({ casusnummer: id, ...foutVelden(fout) }, 'uitkomst van een bericht nog niet vastgelegd');
        gelezen = undefined;
        await slaap(wachtMs, stopsein.signal);
      }
    }
    return undefined;
  }

  function naPoging(document: CasusDocument, poging: Poging, keuze: Keuze): Omit<Geclaimd, 'etag'> | undefined {
    const genoteerd = noteerUitslag(omgeving, document, poging);
    if (!genoteerd) return undefined;
    const casus = casusVan(genoteerd);
    const nu = klok.nu();
    const daarna = isGestopt() ? { document: genoteerd } : neem(genoteerd, casus, { nu, keuze });
    return { ...daarna, document: metAfgeleiden(daarna.document, casus, nu, omgeving.regels()), casus };
  }

  /** Takes a message that waits for its bundle, unless someone else has it or it is gone. */
  async function neemPunt({ casusnummer, sleutel }: Punt): Promise<Genomen | undefined> {
    if (isGestopt()) return undefined;
    const uitkomst = await muteer(omgeving, {
      casusnummer,
      beslis: (casus) => (casus ? { gebeurtenissen: [] } : { onbekend: true }),
      // When someone is sending in this casus just now, the next round finds it waiting.
      bij: (document) => metItem(document, sleutel, { nietVoor: klok.nu() }),
      keuze: alleen(sleutel),
    });
    return uitkomst.soort === 'geschreven' && isGenomen(uitkomst) ? uitkomst : undefined;
  }

  /** Everything for one addressee. Resolves with the casussen as they stand after it. */
  async function verstuurGroep(
    groep: readonly Punt[],
    keuzeNa: (casusnummer: string) => Keuze,
  ): Promise<CasusDocument[]> {
    const rondAf = async (genomen: Genomen, uitslag: Bezorguitslag, wachtMs: number): Promise<CasusDocument> => {
      const keuze = keuzeNa(genomen.document.id);
      const na = await noteer(genomen, { claim: genomen.claim, uitslag, wachtMs }, keuze);
      return isGenomen(na) ? verstuurReeks(na, keuze) : (na ?? genomen).document;
    };
    if (groep.length < omgeving.regels().beleid.bundelVanaf) {
      const na: CasusDocument[] = [];
      for (const punt of groep) {
        const verstuurd = await elk([punt], nummerVan, async () => {
          const genomen = await neemPunt(punt);
          return genomen && verstuurReeks(genomen, keuzeNa(punt.casusnummer));
        });
        na.push(...verstuurd.filter((document) => document !== undefined));
      }
      return na;
    }
    const genomen = (await elk(groep, nummerVan, neemPunt)).filter(isGenomen);
    const nodig: { een: Genomen; deel: BundelDeel }[] = [];
    const klaar: { een: Genomen; uitslag: Bezorguitslag }[] = [];
    for (const een of genomen) {
      const { claim, casus, document } = een;
      const deel = { item: claim, bron: { casus, document, omgeving } };
      try {
        if (nogNodig(claim, casus) && isTeTonen(deel)) nodig.push({ een, deel });
        else klaar.push({ een, uitslag: { uitkomst: 'vervallen' } });
      } catch (fout) {
        klaar.push({ een, uitslag: onvulbaar(document.id, claim, fout) });
      }
    }
    const [eerste] = nodig;
    let uitslag: Bezorguitslag = { uitkomst: 'vervallen' };
    if (eerste) {
      const bericht = bundelBericht(nodig.map(({ deel }) => deel));
      uitslag = await lever(
        { adres: eerste.een.claim.adres, bericht },
        nodig.map(({ een: { claim } }) => claim),
      );
    }
    // The same wait for all, so that they come back together.
    const spreiding = omgeving.toeval();
    const wachtMs = Math.max(0, ...nodig.map(({ een: { claim } }) => wachtNa(claim, () => spreiding)));
    const alle = [...klaar, ...nodig.map(({ een }) => ({ een, uitslag }))];
    return elk(
      alle,
      ({ een }) => een.document.id,
      ({ een, uitslag: vanDeze }) => rondAf(een, vanDeze, wachtMs),
    );
  }

  const nummerVan = ({ casusnummer }: Punt): string => casusnummer;

  /** All at once and each by itself, also where the store fails: what arrived must be written down for the others. */
  async function elk<T, R>(
    dingen: readonly T[],
    nummer: (ding: T) => string,
    werk: (ding: T) => Promise<R>,
  ): Promise<R[]> {
    const uitkomsten = await Promise.all(
      dingen.map((ding) =>
        werk(ding).then(
          (gelukt) => [gelukt],
          (fout: unknown) => {
            meldMislukt(omgeving, 'bundel', nummer(ding), fout);
            return [];
          },
        ),
      ),
    );
    return uitkomsten.flat();
  }

  /** A casus can have something to say to several: one addressee waits for the other, so that no bundle misses it. */
  async function verstuurBundels(punten: readonly Punt[]): Promise<void> {
    const plekken = new PQueue({ concurrency: BUNDELS_TEGELIJK });
    let over = [...punten];
    while (over.length > 0) {
      if (isGestopt()) return;
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
    stilSinds: () => bezorgstand.stilSinds(),
    async stop() {
      stopsein.abort();
      for (const bijStop of bijStoppen) bijStop();
      // Work that leads to sending can be long, such as posting every open card: that ends where it is.
      const einde = new AbortController();
      const genoeg = setTimeout(LANGSTE_STOP_MS, undefined, { signal: einde.signal, ref: false }).catch(
        () => undefined,
      );
      const alles = (async () => {
        while (onderweg.size > 0) await Promise.all(onderweg);
      })();
      await Promise.race([alles, genoeg]);
      einde.abort();
      geduld.abort();
    },
  };
}
