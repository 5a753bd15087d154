/** The cards with which the bot speaks of itself: its daily hartslag, what its auditor found, what did not arrive. */
import { BEVINDINGEN, type Bevinding } from '../../kern/eigen/toezicht.ts';
import type { Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import { isEigen, stamVan } from '../../kern/stuk.ts';
import { koppelingTeksten } from '../../teksten/koppeling.nl.ts';
import { teksten } from '../../teksten/nl.ts';
import { onbezorgbaarTeksten } from '../../teksten/onbezorgbaar.nl.ts';
import { isGesprek } from '../casus/casusdocument.ts';
import { WACHTLIJST_VT } from '../casus/wachtlijstregistratie.ts';
import type { Omgeving } from '../omgeving.ts';
import { VEILIG_THUIS } from '../poorten.ts';
import { stukNaam, type Stukbron } from './kaartdelen.ts';
import type { OnbezorgbaarModel, ToezichtModel } from './modellen/toezicht-modellen.ts';

/** So many are named per kind; a line of a card holds about 160 characters. */
const GENOEMD = 8;

function rijen(bevindingen: readonly Bevinding[], meer: number, omgeving: Omgeving): ToezichtModel['bevindingen'] {
  const naam = (waar: string): string =>
    isEigen(waar) ? teksten.eigenBericht(stamVan(waar) === WACHTLIJST_VT) : omgeving.adresboek().naam(waar);
  return BEVINDINGEN.flatMap((soort) => {
    const van = bevindingen.filter((bevinding) => bevinding.soort === soort);
    if (van.length === 0) return [];
    // What did not fit in the event is of the last kind in it, because the gravest come first.
    const laatste = soort === bevindingen.at(-1)?.soort;
    const over = Math.max(0, van.length - GENOEMD) + (laatste ? meer : 0);
    const namen = van.slice(0, GENOEMD).map(({ waar }) => naam(waar));
    return [{ ...teksten.bevinding[soort], waar: namen.join(', ') + teksten.enNog(over) }];
  });
}

/** `undefined` for a hartslag of another day: what it says is no longer so. */
export function toezichtModel(gebeurtenis: Gebeurtenis | undefined, omgeving: Omgeving): ToezichtModel | undefined {
  if (gebeurtenis?.soort !== 'hartslag-gegeven' && gebeurtenis?.soort !== 'onraad-gemeld') return undefined;
  const { gegevens, bron, op } = gebeurtenis;
  const basis = { bron, bevindingen: rijen(gegevens.bevindingen, gegevens.meer, omgeving) };
  if (!('open' in gegevens)) return { ...basis, onderwerp: 'onraad', stand: '', laatsteRonde: '' };
  const { kalender } = omgeving.regels();
  if (kalender.beginVanDag(op) !== kalender.beginVanDag(omgeving.klok.nu())) return undefined;
  return {
    ...basis,
    onderwerp: 'hartslag',
    stand: teksten.hartslag(gegevens),
    laatsteRonde: teksten.laatsteRonde(gegevens.laatsteRonde),
  };
}

/** What could not be delivered, and what VT does about it. */
export function onbezorgbaarModel(
  gebeurtenis: Gebeurtenis<'bericht-onbezorgbaar'>,
  { stuk, omgeving }: Stukbron,
): OnbezorgbaarModel {
  const { kaart, waar, code } = gebeurtenis.gegevens;
  const boek = omgeving.adresboek();
  const telefoon = boek.team(waar)?.telefoon;
  const naam = isGesprek(waar)
    ? koppelingTeksten.oudGesprek
    : boek.naam(waar) === waar
      ? 'een medewerker'
      : boek.naam(waar);
  return {
    casusnummer: stukNaam(stuk),
    isCasus: stuk.soort === 'casus',
    wat: `${teksten.bericht(kaart)} aan ${naam}`,
    reden: onbezorgbaarTeksten.reden(code),
    watTeDoen:
      waar === VEILIG_THUIS
        ? onbezorgbaarTeksten.kijkZelf(stukNaam(stuk), stuk.soort === 'casus')
        : onbezorgbaarTeksten.bel(naam, telefoon),
  };
}
