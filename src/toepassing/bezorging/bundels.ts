/** Sends messages that waited for each other: one per addressee where there are many of them (bundel.ts). */
import PQueue from 'p-queue';
import { nogNodig, stukVan } from '../casus/casusdocument.ts';
import { muteerStuk } from '../casus/mutatie.ts';
import { meldMislukt } from '../elk.ts';
import { bundelBericht, isTeTonen, type BundelDeel } from '../kaarten/bundelkaart.ts';
import { foutVelden, type Omgeving } from '../omgeving.ts';
import type { CasusDocument } from '../poorten.ts';
import { alleen, alsPunt, groepeer, inRonde, nogNiets, voorBundel, type Punt } from '../postvak/bundel.ts';
import { metItem, teVersturen, type Keuze } from '../postvak/claim.ts';
import { wachtNa } from '../postvak/pogingen.ts';
import type { Bezorguitslag } from './bezorguitslag.ts';
import type { Stopsein } from './stopsein.ts';
import { isGenomen, type Genomen, type Verzending } from './verzending.ts';

/** Addressees that are sent their bundles at once; the limits of the receiving side decide the pace. */
const BUNDELS_TEGELIJK = 16;

export interface BundelDelen {
  omgeving: Omgeving;
  stopsein: Pick<Stopsein, 'isGestopt'>;
  verzending: Verzending;
}

/** Resolves when all of it has been sent. */
export function maakBundels({
  omgeving,
  stopsein,
  verzending,
}: BundelDelen): (punten: readonly Punt[]) => Promise<void> {
  const { klok, log } = omgeving;
  const { isGestopt } = stopsein;
  const { verstuurReeks, lever, noteer, onvulbaar } = verzending;

  /** Takes a message that waits for its bundle, unless someone else has it or it is gone. */
  async function neemPunt({ casusnummer, sleutel }: Punt): Promise<Genomen | undefined> {
    if (isGestopt()) return undefined;
    const uitkomst = await muteerStuk(omgeving, {
      casusnummer,
      beslis: (stuk) => (stuk ? { gebeurtenissen: [] } : { onbekend: true }),
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
      const { claim, stuk, document } = een;
      const deel = { item: claim, bron: { stuk, document, omgeving } };
      try {
        if (nogNodig(claim, stuk) && isTeTonen(deel)) nodig.push({ een, deel });
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
        voorBundel(teVersturen(document, klok.nu()), stukVan(document)).map((item) => alsPunt(document.id, item)),
      );
    }
  }

  return verstuurBundels;
}
