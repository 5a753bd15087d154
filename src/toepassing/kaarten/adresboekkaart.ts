/** The card of the adresboek: as the beheerder asks for it, and as it comes by itself when somebody is missing. */
import type { Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import type { Hiaat } from '../../kern/rij/opdrachtrij.ts';
import { instantOfDag, toonMoment, type Instant } from '../../kern/tijd/werkdagen.ts';
import type { Dader } from '../../kern/woorden.ts';
import { adresboekTeksten as t } from '../../teksten/adresboek.nl.ts';
import { teksten } from '../../teksten/nl.ts';
import type { Omgeving } from '../omgeving.ts';
import { STUURGROEP, VEILIG_THUIS } from '../poorten.ts';
import type { Adresboek } from '../streek/adresboek.ts';
import { nodigVoor, zoekAandacht, zoekHiaten } from '../streek/hiaten.ts';
import type { NietGebruikt } from '../streek/instellingen.ts';
import type { KaartBericht } from './kaartmodellen.ts';
import type { AdresboekModel } from './modellen/toezicht-modellen.ts';

const STAPPEN_GENOEMD = 3;

function hiaatRegels(hiaten: readonly Hiaat[], { adresboek, regels }: Omgeving): AdresboekModel['hiaten'] {
  const boek = adresboek();
  return hiaten.map(({ wat, aantal, bij }) => {
    const nodig = wat === 'beheerder' ? [] : nodigVoor(regels().beleid, wat);
    const genoemd = nodig.map(({ termijn, wanneer }) => t.nodig(teksten.termijn({ naam: termijn }), wanneer));
    const namen = bij.map((sleutel) => boek.naam(sleutel));
    return {
      wat: t.hiaat[wat].wat,
      bij: aantal === 1 && (bij[0] === VEILIG_THUIS || bij[0] === STUURGROEP) ? '' : t.namen(namen, aantal),
      nodigVoor: t.eerste(genoemd, STAPPEN_GENOEMD),
      watTeDoen: t.hiaat[wat].doen,
    };
  });
}

const basis = (omgeving: Omgeving): AdresboekModel => ({
  aanleiding: 'gevraagd',
  bijgewerktOp: toonMoment(instantOfDag(omgeving.adresboek().gegevens.bijgewerktOp)),
  hiaten: [],
  letOp: [],
  gekoppeld: '',
  open: '',
  beleid: '',
  wijzigingen: [],
});

/** The message that somebody is missing, as it was found; `naarVt` when there is no beheerder to send it to. */
export function hiatenBericht(
  { gegevens }: Gebeurtenis<'hiaten-nagegaan'>,
  omgeving: Omgeving,
  naarVt: boolean,
): Extract<KaartBericht, { kaart: 'adresboek' }> {
  const hiaten = hiaatRegels(gegevens.hiaten, omgeving);
  const letOp = naarVt ? [t.zonderBeheerder] : [];
  return {
    kaart: 'adresboek',
    model: { ...basis(omgeving), aanleiding: gegevens.aanleiding, hiaten, letOp },
    samenvatting: t.samenvatting,
    dringend: true,
  };
}

/** Everything about the adresboek that a beheerder can act on, and what changed last. */
export function adresboekOverzicht(
  omgeving: Omgeving,
  { gekoppeld, laatste }: { gekoppeld: ReadonlySet<string>; laatste: readonly Gebeurtenis[] },
): Extract<KaartBericht, { kaart: 'adresboek' }> {
  const boek = omgeving.adresboek();
  const { beleid } = omgeving.regels();
  const { teams, gemeenten } = boek.gegevens;
  const naam = (sleutel: string): string => boek.naam(sleutel);
  const sleutels = [VEILIG_THUIS, ...teams.map(({ sleutel }) => sleutel), STUURGROEP];
  const ook = gemeenten.map(({ sleutel }) => sleutel).filter((sleutel) => gekoppeld.has(sleutel));
  const nu: Instant = omgeving.klok.nu();
  return {
    kaart: 'adresboek',
    model: {
      ...basis(omgeving),
      hiaten: hiaatRegels(zoekHiaten(boek, beleid, gekoppeld), omgeving),
      letOp: [...omgeving.nietGebruikt().map(nietGebruikt), ...zoekAandacht(boek, beleid, { nu, gekoppeld })],
      gekoppeld: t.sleutels([...sleutels.filter((sleutel) => gekoppeld.has(sleutel)), ...ook]),
      open: t.sleutels(sleutels.filter((sleutel) => !gekoppeld.has(sleutel))),
      beleid: beleid.versie,
      wijzigingen: laatste.map((gebeurtenis) => ({
        op: toonMoment(gebeurtenis.op),
        wat: teksten.gebeurtenis(gebeurtenis, naam),
        door: wieWijzigde(gebeurtenis.door, boek),
      })),
    },
    samenvatting: t.naam,
  };
}

/** A beheerder has a name when the book has the person in another list too. */
function wieWijzigde({ kanaal, id = '' }: Dader, boek: Adresboek): string {
  if (kanaal === 'bestand') return t.uitBestand;
  return boek.naam(id) === id ? t.beheerder : boek.naam(id);
}

const nietGebruikt = ({ bijgewerktOp, bewaardOp, ...rest }: NietGebruikt): string =>
  t.nietGebruikt({ ...rest, van: toonMoment(bijgewerktOp), bewaard: toonMoment(bewaardOp) });
