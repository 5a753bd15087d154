/** What the auditor tells Veilig Thuis: written in a record of its own for each year, from which the cards follow. */
import { houdToezicht } from '../../kern/beslis.ts';
import type { Waarneming } from '../../kern/eigen/toezicht.ts';
import type { Stuk } from '../../kern/rij/gebeurtenisrij.ts';
import { EIGEN, type ToezichtStuk } from '../../kern/stuk.ts';
import { lokaleDatum } from '../../kern/tijd/werkdagen.ts';
import type { Bezorger } from '../bezorging/bezorger.ts';
import { stukVan } from '../casus/casusdocument.ts';
import { KLOK, muteerStuk } from '../casus/mutatie.ts';
import { beginMaand } from '../casus/registratiemaand.ts';
import { voorElk } from '../elk.ts';
import type { Omgeving } from '../omgeving.ts';
import { VEILIG_THUIS } from '../poorten.ts';
import type { Koppelbaar } from '../streek/adressen.ts';

export interface ToezichtberichtDelen {
  omgeving: Omgeving;
  bezorger: Bezorger;
  adressen: Pick<Koppelbaar, 'zoek'>;
}

/** The bot's own messages of one year; those of past months are put away. */
const registratie = (jaar: number): string => `${EIGEN}toezicht-${jaar}`;

const alsToezicht = (stuk: Stuk | undefined): ToezichtStuk | undefined =>
  stuk?.soort === 'toezicht' ? stuk : undefined;

/** Tells what has to be told of what was observed, once. */
export function maakToezichtbericht({ omgeving, bezorger, adressen }: ToezichtberichtDelen) {
  const { opslag, klok } = omgeving;
  /** What VT was last told, as this instance knows it. */
  let verteld: ToezichtStuk | undefined;

  async function schrijf(nummer: string, waarneming: Waarneming): Promise<void> {
    const nu = klok.nu();
    const { jaar } = lokaleDatum(nu);
    const context = { ...omgeving.regels(), nu, door: KLOK };
    const denkt = houdToezicht(nummer, verteld, waarneming, context);
    if ('geweigerd' in denkt || denkt.gebeurtenissen.length === 0) return;
    // Nobody can miss what never had a place to appear.
    if (!(await adressen.zoek({ kanaal: VEILIG_THUIS }))) return;
    await beginMaand(omgeving, nummer);
    // A new year begins a new record; what was told in the old one is not told again.
    const { gelukt } = await voorElk(omgeving, { lus: 'toezicht' }, [registratie(jaar - 1)], async (id) => {
      const vorig = await opslag.lees(id);
      return vorig && alsToezicht(stukVan(vorig.waarde));
    });
    const [vorigJaar] = gelukt;
    const uitkomst = await muteerStuk(omgeving, {
      casusnummer: nummer,
      beslis: (stuk, moment) =>
        houdToezicht(nummer, alsToezicht(stuk) ?? vorigJaar, waarneming, { ...context, nu: moment }),
    });
    verteld = uitkomst.soort === 'geschreven' ? alsToezicht(uitkomst.stuk) : vorigJaar;
    if (uitkomst.soort === 'geschreven') bezorger.bezorg(uitkomst);
  }

  /** Its own record is walked too: that it cannot be read is shown by /readyz and the silence of the waakhond. */
  return async (waarneming: Waarneming): Promise<void> => {
    const { jaar } = lokaleDatum(klok.nu());
    await voorElk(omgeving, { lus: 'toezicht' }, [registratie(jaar)], (nummer) => schrijf(nummer, waarneming));
  };
}
