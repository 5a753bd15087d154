/**
 * The record of the adresboek, the beleid and the links: every change stands in its journal before it takes effect
 * (domein.md §9), and once a week it is told who is missing. One record for the region, of which past months are put away.
 */
import { isDeepStrictEqual } from 'node:util';
import { beslisKlok, legBeheerVast } from '../../kern/beslis.ts';
import type { Beheerdaad, Wijziging } from '../../kern/eigen/beheer.ts';
import { gebeurtenisMet, type Gebeurtenis, type GebeurtenisSoort } from '../../kern/gebeurtenissen.ts';
import { EIGEN, type Beheer, type Instelling, type Koppelverzoek } from '../../kern/stuk.ts';
import type { Dader } from '../../kern/woorden.ts';
import type { Bezorger } from '../bezorging/bezorger.ts';
import { stukVan } from '../casus/casusdocument.ts';
import { KLOK, muteerStuk, type Stukuitkomst } from '../casus/mutatie.ts';
import { beginMaand, delenTerug } from '../casus/registratiemaand.ts';
import type { Omgeving } from '../omgeving.ts';
import { adresboekSchema, type AdresboekGegevens } from '../streek/adresboek.ts';
import type { Koppelbaar } from '../streek/adressen.ts';
import { zoekHiaten } from '../streek/hiaten.ts';
import {
  ADRESBOEK_REGISTER,
  BELEID_REGISTER,
  digest,
  type BeleidInGebruik,
  type BewaardBeleid,
  type Ingelezen,
} from '../streek/instellingen.ts';
import { geefVersie } from '../streek/instellingenversie.ts';
import { adresboekVerschil, beleidVerschil } from '../streek/verschil.ts';

/** The record's own number. */
export const BEHEER = `${EIGEN}beheer`;

/** Whoever runs the bot, by the file that was given at its start. */
const DOOR_BESTAND: Dader = { rol: 'beheerder', kanaal: 'bestand' };
const RIJEN_MAX = 50;
/** What a beheerder sees as the newest changes; a request changes nothing yet, and its approval is seen as the link. */
const GETOOND: ReadonlySet<GebeurtenisSoort> = new Set<GebeurtenisSoort>([
  'instelling-gewijzigd',
  'gekoppeld',
  'ontkoppeld',
  'gesprek-verbroken',
  'gesprek-hersteld',
  'koppeling-afgewezen',
]);

export interface Instellingen {
  adresboek: Ingelezen<AdresboekGegevens>;
  beleid: Ingelezen<BeleidInGebruik, BewaardBeleid>;
}

export interface Beheerregistratie {
  /**
   * Writes down and stores what was read at the start, and tells at once who is missing. The version by which other
   * instances know it; `undefined` when one of them stored something else meanwhile: then it must be read again.
   */
  neemInGebruik(instellingen: Instellingen): Promise<number | undefined>;
  /** By the round: the weekly look, when it is time. */
  gaHiatenNa(): Promise<void>;
  /**
   * Writes down what somebody did in chat about a link, makes it so (`erna`, when something was decided), and only then
   * sends who must hear of it: the message is for the conversation that is linked by then.
   */
  noteer(
    daad: Omit<Beheerdaad, 'wijzigingen' | 'hiaten'>,
    door: Dader,
    erna?: (beheer: Beheer) => Promise<void>,
  ): Promise<Stukuitkomst>;
  /** The newest request for a link that gives VT's rights, with its event. */
  verzoek(): Promise<{ gevraagd: Gebeurtenis<'koppeling-gevraagd'>; nieuwste: Koppelverzoek } | undefined>;
  /** The newest changes of adresboek, beleid and links, newest first. */
  laatste(aantal: number): Promise<Gebeurtenis[]>;
}

export interface BeheerDelen {
  omgeving: Omgeving;
  adressen: Koppelbaar;
  bezorger: Bezorger;
}

/** The keys of the organisations that are linked to a conversation. */
export const gekoppeldeSleutels = async (adressen: Koppelbaar): Promise<ReadonlySet<string>> =>
  new Set((await adressen.gekoppelden()).map(({ organisatie }) => organisatie));

export function maakBeheer({ omgeving, adressen, bezorger }: BeheerDelen): Beheerregistratie {
  const { opslag } = omgeving;

  function bezorg(uitkomst: Stukuitkomst): void {
    if (uitkomst.soort === 'geschreven') bezorger.bezorg(uitkomst);
  }

  async function schrijf(daad: Beheerdaad, door: Dader): Promise<Stukuitkomst> {
    await beginMaand(omgeving, BEHEER);
    return muteerStuk(omgeving, {
      casusnummer: BEHEER,
      beslis: (stuk, nu) =>
        legBeheerVast(BEHEER, stuk?.soort === 'beheer' ? stuk : undefined, daad, { ...omgeving.regels(), nu, door }),
    });
  }
  const legVast = async (daad: Beheerdaad, door: Dader): Promise<void> => bezorg(await schrijf(daad, door));

  const wijziging = (wat: Instelling, bestand: string, naar: unknown, rijen: readonly Wijziging[]) => ({
    wat,
    bestand,
    naar: digest(naar),
    rijen: rijen.slice(0, RIJEN_MAX),
    meer: Math.max(0, rijen.length - RIJEN_MAX),
  });

  return {
    async neemInGebruik({ adresboek, beleid }) {
      const oud = adresboekSchema.safeParse(adresboek.bewaard?.waarde);
      const gekoppeld = await gekoppeldeSleutels(adressen);
      const hiaten = zoekHiaten(omgeving.adresboek(), beleid.inGebruik.tabel, gekoppeld);
      await legVast(
        {
          wijzigingen: [
            wijziging('beleid', beleid.bestand, beleid.inGebruik.tabel, [
              ...beleidVerschil(beleid.bewaard?.waarde.tabel, beleid.inGebruik.tabel),
            ]),
            wijziging(
              'adresboek',
              adresboek.bestand,
              adresboek.inGebruik,
              adresboekVerschil(adresboek.bestand === '' ? undefined : oud.data, adresboek.inGebruik),
            ),
          ],
          // Before the first conversation is linked there is nobody to tell; whoever sets up the region is at it.
          ...(gekoppeld.size > 0 && { hiaten }),
        },
        DOOR_BESTAND,
      );
      for (const { nietGebruikt } of [adresboek, beleid]) {
        if (nietGebruikt) omgeving.log.warn({ ...nietGebruikt }, `bestand van ${nietGebruikt.wat} niet gebruikt`);
      }
      if (hiaten.length > 0) omgeving.log.warn({ hiaten }, 'het adresboek heeft hiaten');
      let boekNu: { etag: string } | undefined = adresboek.bewaard;
      if (adresboek.bestand !== '') {
        boekNu = await opslag.schrijfRegister(ADRESBOEK_REGISTER, adresboek.inGebruik, adresboek.bewaard?.etag);
        if (!boekNu) return undefined;
      }
      const { bestand, tabel } = beleid.inGebruik;
      let beleidNu: { etag: string } | undefined = beleid.bewaard;
      if (!isDeepStrictEqual(beleid.bewaard?.waarde, { bestand, tabel })) {
        beleidNu = await opslag.schrijfRegister(BELEID_REGISTER, { bestand, tabel }, beleid.bewaard?.etag);
        if (!beleidNu) return undefined;
      }
      return geefVersie(opslag, { adresboek: boekNu?.etag, beleid: beleidNu?.etag });
    },

    async gaHiatenNa() {
      await beginMaand(omgeving, BEHEER);
      const { beleid } = omgeving.regels();
      const hiaten = zoekHiaten(omgeving.adresboek(), beleid, await gekoppeldeSleutels(adressen));
      bezorg(
        await muteerStuk(omgeving, {
          casusnummer: BEHEER,
          beslis: (stuk, nu) =>
            stuk ? beslisKlok(stuk, { ...omgeving.regels(), nu, door: KLOK, hiaten }) : { onbekend: true },
        }),
      );
    },

    async noteer(daad, door, erna) {
      const uitkomst = await schrijf(daad, door);
      if (uitkomst.soort === 'geschreven' && uitkomst.stuk.soort === 'beheer') await erna?.(uitkomst.stuk.beheer);
      bezorg(uitkomst);
      return uitkomst;
    },

    async verzoek() {
      const document = (await opslag.lees(BEHEER))?.waarde;
      const stuk = document && stukVan(document);
      const nieuwste = stuk?.soort === 'beheer' ? stuk.beheer.verzoek : undefined;
      if (!nieuwste) return undefined;
      for await (const journaal of delenTerug(opslag, BEHEER)) {
        const gevraagd = gebeurtenisMet(journaal, nieuwste.nr);
        if (gevraagd) return gevraagd.soort === 'koppeling-gevraagd' ? { gevraagd, nieuwste } : undefined;
      }
      return undefined;
    },

    async laatste(aantal) {
      const gevonden: Gebeurtenis[] = [];
      for await (const journaal of delenTerug(opslag, BEHEER)) {
        gevonden.push(...journaal.filter(({ soort }) => GETOOND.has(soort)).toReversed());
        if (gevonden.length >= aantal) break;
      }
      return gevonden.slice(0, aantal);
    },
  };
}
