/** Linking conversations to the organisations of the adresboek, by a beheerder (contract.md §4). */
import { teksten } from '../teksten/nl.ts';
import { STUURGROEP, VEILIG_THUIS } from './adresboek.ts';
import type { Koppelbaar } from './adressen.ts';
import type { Bezorger } from './bezorger.ts';
import { zeg, type Antwoord, type Beurt } from './gesprek-poort.ts';
import { plaatsOntbrekendeKaarten } from './herplaats.ts';
import type { Leden } from './leden.ts';
import { WACHT_OP_BEZORGING } from './casusdocument.ts';
import { waarheen } from './mutatie.ts';
import type { Omgeving } from './omgeving.ts';

const LIJST_MAX = 20;

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
}

export function maakKoppelen({ omgeving, adressen, bezorger, leden }: KoppelDelen): Koppelen {
  async function koppel(sleutel: string, { waar }: Beurt): Promise<Antwoord> {
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
    await adressen.koppel(gezocht, waar.conversatie);
    leden.vergeet();
    // What is already on its way must be visible in the new place too; the answer does not wait for it.
    bezorger.volg(plaatsOntbrekendeKaarten(omgeving, bezorger, { organisatie: gezocht, gekoppeld: waar.conversatie }));
    return zeg(teksten.chat.gekoppeld({ naam: boek.naam(gezocht) }));
  }

  async function ontkoppel({ waar }: Beurt): Promise<Antwoord> {
    const weg = await adressen.ontkoppel(waar.conversatie);
    leden.vergeet();
    if (weg.length === 0) return zeg(teksten.chat['niet-gekoppeld']());
    return zeg(
      teksten.chat.ontkoppeld({ namen: weg.map((sleutel) => omgeving.adresboek().naam(sleutel)).join(' en ') }),
    );
  }

  async function adresboekAntwoord(): Promise<Antwoord> {
    const { gegevens } = omgeving.adresboek();
    const sleutels = [VEILIG_THUIS, ...gegevens.teams.map(({ sleutel }) => sleutel), STUURGROEP];
    const gevonden = await Promise.all(
      sleutels.map(async (kanaal) => ({ kanaal, bekend: await adressen.zoek({ kanaal }) })),
    );
    const namen = (bekend: boolean): string =>
      gevonden
        .filter((rij) => (rij.bekend !== undefined) === bekend)
        .map(({ kanaal }) => kanaal)
        .join(', ');
    return zeg(teksten.chat.adresboek({ gekoppeld: namen(true), open: namen(false) }));
  }

  async function bezorging(): Promise<Antwoord> {
    const gevonden = await omgeving.opslag.zoek({ kenmerk: WACHT_OP_BEZORGING, maximum: LIJST_MAX });
    const documenten = await Promise.all(gevonden.map(({ id }) => omgeving.opslag.lees(id)));
    const regels = documenten.flatMap((gelezen) =>
      (gelezen?.waarde.postvak ?? [])
        .filter(({ pogingen }) => pogingen > 0)
        .map((item) =>
          teksten.wachtend({
            casusnummer: gelezen?.waarde.id ?? '',
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
