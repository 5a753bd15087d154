/** Linking conversations to the organisations of the adresboek, by a beheerder (contract.md §4). */
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import type { Dader } from '../../kern/woorden.ts';
import { koppelingTeksten } from '../../teksten/koppeling.nl.ts';
import { teksten } from '../../teksten/nl.ts';
import type { Bezorger } from '../bezorging/bezorger.ts';
import { stukVan, WACHT_OP_BEZORGING } from '../casus/casusdocument.ts';
import { waarheen } from '../casus/mutatie.ts';
import { voorElk } from '../elk.ts';
import { toon, zeg, type Antwoord, type Beurt, type Persoon } from '../gesprek/gesprek-poort.ts';
import { adresboekOverzicht } from '../kaarten/adresboekkaart.ts';
import { stukNaam } from '../kaarten/kaartdelen.ts';
import { verzoekBericht } from '../kaarten/koppelingkaart.ts';
import type { Omgeving } from '../omgeving.ts';
import { STUURGROEP, VEILIG_THUIS } from '../poorten.ts';
import type { Koppelbaar } from '../streek/adressen.ts';
import type { Leden } from '../streek/leden.ts';
import { gekoppeldeSleutels, type Beheerregistratie } from './beheerregistratie.ts';
import type { Gespreksverbinding } from './gespreksverbinding.ts';
import { plaatsOntbrekendeKaarten } from './herplaats.ts';

const k = koppelingTeksten.antwoord;
const LIJST_MAX = 20;
const WIJZIGINGEN_MAX = 5;

export interface Koppelen {
  koppel(sleutel: string, beurt: Beurt): Promise<Antwoord>;
  ontkoppel(beurt: Beurt): Promise<Antwoord>;
  /** The newest request for a link that gives VT's rights, for who may answer it. */
  verzoeken(beurt: Beurt): Promise<Antwoord>;
  /** The answer to the request with this number. */
  beslis(verzoek: number, akkoord: boolean, beurt: Beurt): Promise<Antwoord>;
  adresboek(): Promise<Antwoord>;
  /** Messages that were tried and still wait: what, to whom, how often; no content. */
  bezorging(): Promise<Antwoord>;
}

export interface KoppelDelen {
  omgeving: Omgeving;
  adressen: Koppelbaar;
  bezorger: Bezorger;
  leden: Leden;
  beheer: Beheerregistratie;
  verbinding: Pick<Gespreksverbinding, 'weerDaar'>;
}

export function maakKoppelen({ omgeving, adressen, bezorger, leden, beheer, verbinding }: KoppelDelen): Koppelen {
  const beheerder = ({ aadObjectId: id }: Persoon): Dader => ({ rol: 'beheerder', kanaal: 'teams', id });

  async function koppel(sleutel: string, { waar, wie }: Beurt): Promise<Antwoord> {
    if (waar.soort === 'persoonlijk') return zeg(k.persoonlijk);
    const boek = omgeving.adresboek();
    const organisaties = [
      VEILIG_THUIS,
      ...boek.gegevens.teams.map((team) => team.sleutel),
      ...boek.gegevens.gemeenten.map((gemeente) => gemeente.sleutel),
      STUURGROEP,
    ];
    const gezocht = sleutel.toLowerCase();
    if (!organisaties.includes(gezocht)) {
      return zeg(teksten.chat['sleutel-onbekend']({ sleutel, sleutels: organisaties.join(', ') }));
    }
    const { conversatie } = waar;
    if ((await adressen.gekoppeldAan(conversatie)).includes(gezocht)) {
      await verbinding.weerDaar(conversatie, beheerder(wie));
      return vanafNu(gezocht, conversatie);
    }
    // Also one in which nothing can be said now: whoever counts on it hears that it moves.
    const van = await adressen.linkVan(gezocht);
    const verhuist = van === undefined ? {} : { van };
    if (gezocht === VEILIG_THUIS) return vraagVt({ wie, waar }, verhuist);
    await beheer.noteer({ gekoppeld: { organisatie: gezocht, conversatie, ...verhuist } }, beheerder(wie), () =>
      adressen.koppel(gezocht, conversatie),
    );
    return vanafNu(gezocht, conversatie);
  }

  /** What follows when the link holds; once more is harmless. */
  function vanafNu(organisatie: string, conversatie: string): Antwoord {
    leden.vergeet();
    // What is already on its way must be visible in the new place too; the answer does not wait for it.
    bezorger.volg(plaatsKaarten(organisatie, conversatie));
    return zeg(teksten.chat.gekoppeld({ naam: omgeving.adresboek().naam(organisatie) }));
  }

  /** The answer was given before it was known that a card cannot come, so whoever is in the new place hears it there. */
  async function plaatsKaarten(organisatie: string, gekoppeld: string): Promise<void> {
    const { mislukt } = await plaatsOntbrekendeKaarten(omgeving, bezorger, { organisatie, gekoppeld });
    if (mislukt === 0) return;
    await omgeving.postbode.bezorg({ adres: { gesprek: gekoppeld }, tekst: k.kaartenOntbreken(mislukt) });
  }

  /** Of the adresboek alone: a roster makes nobody a leidinggevende. */
  const isLeiding = ({ aadObjectId }: Persoon): boolean =>
    omgeving
      .adresboek()
      .rollen(aadObjectId)
      .some(({ rol }) => rol === 'vt-leidinggevende');

  /** A link that gives the members of a conversation VT's rights waits for a leidinggevende of VT (domein.md §8). */
  async function vraagVt({ waar, wie }: Pick<Beurt, 'waar' | 'wie'>, verhuist: { van?: string }): Promise<Antwoord> {
    const { leidinggevenden } = omgeving.adresboek().gegevens.veiligThuis;
    const bereikbaar = leidinggevenden.filter(({ aadObjectId }) => aadObjectId !== undefined);
    if (bereikbaar.length === 0 || waar.soort === 'persoonlijk') return zeg(k.zonderLeiding);
    const { conversatie, soort: gesprek, naam = '' } = waar;
    const magGoedkeuren = isLeiding(wie);
    await beheer.noteer(
      { gevraagd: { organisatie: VEILIG_THUIS, conversatie, gesprek, naam, magGoedkeuren, ...verhuist } },
      { ...beheerder(wie), ...(wie.naam !== '' && { naam: wie.naam }) },
      async () => (magGoedkeuren ? adressen.koppel(VEILIG_THUIS, conversatie) : undefined),
    );
    if (magGoedkeuren) return vanafNu(VEILIG_THUIS, conversatie);
    const gevraagd = await beheer.verzoek();
    return zeg(
      k.gevraagd({
        namen: bereikbaar.map((een) => een.naam).join(', '),
        vervalt: gevraagd ? toonMoment(gevraagd.nieuwste.vervalt) : '',
      }),
    );
  }

  async function verzoeken({ waar, wie }: Beurt): Promise<Antwoord> {
    if (!isLeiding(wie)) return zeg(k.alleenLeiding);
    return waar.soort === 'persoonlijk' ? toonVerzoek() : zeg(teksten.chat['alleen-persoonlijk']());
  }

  async function toonVerzoek(): Promise<Antwoord> {
    const gevonden = await beheer.verzoek();
    if (!gevonden) return zeg(teksten.weigering({ code: 'geen-koppelverzoek', gegevens: {} }, String));
    return toon(verzoekBericht(gevonden.gevraagd, gevonden.nieuwste, omgeving));
  }

  async function beslis(nr: number, akkoord: boolean, { wie }: Beurt): Promise<Antwoord> {
    if (!isLeiding(wie)) return zeg(k.alleenLeiding);
    const eerst = await beheer.verzoek();
    const isBeheerder = (id: string): boolean =>
      omgeving
        .adresboek()
        .rollen(id)
        .some(({ rol }) => rol === 'beheerder');
    if (akkoord && eerst?.nieuwste.nr === nr && !isBeheerder(eerst.nieuwste.door ?? ''))
      return zeg(k.geenBeheerderMeer);
    const van = await adressen.linkVan(VEILIG_THUIS);
    const { aadObjectId: id } = wie;
    let gekoppeld: string | undefined;
    const uitkomst = await beheer.noteer(
      { besluit: { verzoek: nr, akkoord, ...(van !== undefined && { van }) } },
      { rol: 'vt-leidinggevende', kanaal: 'teams', id },
      async ({ verzoek }) => {
        // Also when it was agreed to before: a crash may have come between that and the link.
        if (verzoek?.besluit?.uitkomst !== 'goedgekeurd') return;
        gekoppeld = verzoek.conversatie;
        await adressen.koppel(VEILIG_THUIS, gekoppeld);
      },
    );
    if (uitkomst.soort === 'geweigerd') return zeg(teksten.weigering(uitkomst.weigering, String));
    if (gekoppeld !== undefined) vanafNu(VEILIG_THUIS, gekoppeld);
    return toonVerzoek();
  }

  async function ontkoppel({ waar, wie }: Beurt): Promise<Antwoord> {
    const organisaties = await adressen.gekoppeldAan(waar.conversatie);
    if (organisaties.length === 0) return zeg(teksten.chat['niet-gekoppeld']());
    await beheer.noteer(
      { ontkoppeld: { organisaties, conversatie: waar.conversatie } },
      beheerder(wie),
      async () => void (await adressen.ontkoppel(waar.conversatie)),
    );
    leden.vergeet();
    return zeg(
      teksten.chat.ontkoppeld({
        namen: organisaties.map((sleutel) => omgeving.adresboek().naam(sleutel)).join(' en '),
      }),
    );
  }

  async function adresboekAntwoord(): Promise<Antwoord> {
    const gekoppeld = await gekoppeldeSleutels(adressen);
    return toon(adresboekOverzicht(omgeving, { gekoppeld, laatste: await beheer.laatste(WIJZIGINGEN_MAX) }));
  }

  async function bezorging(): Promise<Antwoord> {
    const gevonden = await omgeving.opslag.zoek({ kenmerk: WACHT_OP_BEZORGING, maximum: LIJST_MAX });
    const nummers = gevonden.map(({ id }) => id);
    const lus = { lus: 'bezorging', tegelijk: LIJST_MAX } as const;
    const { gelukt, mislukt } = await voorElk(omgeving, lus, nummers, async (id) => {
      const gelezen = await omgeving.opslag.lees(id);
      if (!gelezen) return [];
      const casusnummer = stukNaam(stukVan(gelezen.waarde));
      return gelezen.waarde.postvak
        .filter(({ pogingen }) => pogingen > 0)
        .map((item) =>
          teksten.wachtend({
            casusnummer,
            wat: teksten.bericht(item.kaart),
            naam: omgeving.adresboek().naam(waarheen(item)),
            pogingen: item.pogingen,
          }),
        );
    });
    const regels = gelukt.flat();
    const onleesbaar = mislukt.length > 0 ? [k.bezorgingOnleesbaar(mislukt)] : [];
    if (regels.length > 0) onleesbaar.unshift(teksten.chat.bezorging({ lijst: regels.slice(0, LIJST_MAX).join('; ') }));
    return zeg(onleesbaar.length > 0 ? onleesbaar.join(' ') : teksten.chat['geen-bezorgproblemen']());
  }

  return { koppel, ontkoppel, verzoeken, beslis, adresboek: adresboekAntwoord, bezorging };
}
