/** Linking conversations to the organisations of the adresboek, by a beheerder (contract.md §4). */
import { teksten } from '../teksten/nl.ts';
import { STUURGROEP, VEILIG_THUIS } from './adresboek.ts';
import { adresboekOverzicht } from './adresboekkaart.ts';
import type { Koppelbaar } from './adressen.ts';
import { gekoppeldeSleutels, type Beheer } from './beheer.ts';
import type { Bezorger } from './bezorger.ts';
import { toon, zeg, type Antwoord, type Beurt } from './gesprek-poort.ts';
import { plaatsOntbrekendeKaarten } from './herplaats.ts';
import type { Leden } from './leden.ts';
import { casusVan, WACHT_OP_BEZORGING } from './casusdocument.ts';
import { casusNaam } from './kaartdelen.ts';
import { waarheen } from './mutatie.ts';
import type { Omgeving } from './omgeving.ts';

const LIJST_MAX = 20;
const WIJZIGINGEN_MAX = 5;

export interface Koppelen {
  koppel(sleutel: string, beurt: Beurt): Promise<Antwoord>;
  ontkoppel(beurt: Beurt): Promise<Antwoord>;
  adresboek(): Promise<Antwoord>;
  /** Messages that were tried and still wait: what, to whom, how often; no content. */
  bezorging(): Promise<Antwoord>;
}

export interface KoppelDelen {
  omgeving: Omgeving;
  adressen: Koppelbaar;
  bezorger: Bezorger;
  leden: Leden;
  beheer: Beheer;
}

export function maakKoppelen({ omgeving, adressen, bezorger, leden, beheer }: KoppelDelen): Koppelen {
  async function koppel(sleutel: string, { waar, wie }: Beurt): Promise<Antwoord> {
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
    if (!(await adressen.gekoppeldAan(conversatie)).includes(gezocht)) {
      await beheer.noteer({ gekoppeld: { organisatie: gezocht, conversatie } }, wie.aadObjectId);
    }
    await adressen.koppel(gezocht, conversatie);
    leden.vergeet();
    // What is already on its way must be visible in the new place too; the answer does not wait for it.
    bezorger.volg(plaatsOntbrekendeKaarten(omgeving, bezorger, { organisatie: gezocht, gekoppeld: conversatie }));
    return zeg(teksten.chat.gekoppeld({ naam: boek.naam(gezocht) }));
  }

  async function ontkoppel({ waar, wie }: Beurt): Promise<Antwoord> {
    const organisaties = await adressen.gekoppeldAan(waar.conversatie);
    if (organisaties.length > 0) {
      await beheer.noteer({ ontkoppeld: { organisaties, conversatie: waar.conversatie } }, wie.aadObjectId);
    }
    const weg = await adressen.ontkoppel(waar.conversatie);
    leden.vergeet();
    if (weg.length === 0) return zeg(teksten.chat['niet-gekoppeld']());
    return zeg(
      teksten.chat.ontkoppeld({ namen: weg.map((sleutel) => omgeving.adresboek().naam(sleutel)).join(' en ') }),
    );
  }

  async function adresboekAntwoord(): Promise<Antwoord> {
    const gekoppeld = await gekoppeldeSleutels(adressen);
    return toon(adresboekOverzicht(omgeving, { gekoppeld, laatste: await beheer.laatste(WIJZIGINGEN_MAX) }));
  }

  async function bezorging(): Promise<Antwoord> {
    const gevonden = await omgeving.opslag.zoek({ kenmerk: WACHT_OP_BEZORGING, maximum: LIJST_MAX });
    const documenten = await Promise.all(gevonden.map(({ id }) => omgeving.opslag.lees(id)));
    const regels = documenten.flatMap((gelezen) =>
      (gelezen?.waarde.postvak ?? [])
        .filter(({ pogingen }) => pogingen > 0)
        .map((item) =>
          teksten.wachtend({
            casusnummer: gelezen ? casusNaam(casusVan(gelezen.waarde)) : '',
            wat: teksten.bericht(item.kaart),
            naam: omgeving.adresboek().naam(waarheen(item)),
            pogingen: item.pogingen,
          }),
        ),
    );
    if (regels.length === 0) return zeg(teksten.chat['geen-bezorgproblemen']());
    return zeg(teksten.chat.bezorging({ lijst: regels.slice(0, LIJST_MAX).join('; ') }));
  }

  return { koppel, ontkoppel, adresboek: adresboekAntwoord, bezorging };
}
