/** The card about the link of a conversation: asked of VT's leidinggevende, or told to whom it concerns (domein.md §8). */
import { isOpenVerzoek } from '../../kern/eigen/koppeling.ts';
import type { Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import type { Koppelverzoek } from '../../kern/stuk.ts';
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import type { Dader } from '../../kern/woorden.ts';
import { koppelingTeksten as t } from '../../teksten/koppeling.nl.ts';
import type { Omgeving } from '../omgeving.ts';
import { VEILIG_THUIS, type Adres } from '../poorten.ts';
import { isAanspreekbaar, rolTekst } from '../streek/zonder-app.ts';
import type { KaartBericht } from './kaartmodellen.ts';
import type { KoppelingModel } from './modellen/toezicht-modellen.ts';

type Koppelbericht = Extract<KaartBericht, { kaart: 'koppeling' }>;
type Tekst = Pick<KoppelingModel, 'titel' | 'alineas'>;

const bericht = (tekst: Tekst, vraagt: Pick<KoppelingModel, 'verzoek' | 'open'> = { verzoek: 0, open: false }) =>
  ({
    kaart: 'koppeling',
    model: { titel: tekst.titel, alineas: tekst.alineas, ...vraagt },
    samenvatting: t.samenvatting(tekst.titel),
    dringend: true,
  }) satisfies Koppelbericht;

/** By the name that Teams gave when it was asked, else by the adresboek; a beheerder need not be in any of its lists. */
function naamVan({ id = '', naam }: Dader, { adresboek }: Omgeving): string {
  const inBoek = adresboek().naam(id);
  return inBoek !== id ? inBoek : (naam ?? t.beheerder);
}

/** The request as it stands now; its buttons are for who may answer, as long as it can be answered. */
export function verzoekBericht(
  { nr, op, door, gegevens }: Gebeurtenis<'koppeling-gevraagd'>,
  nieuwste: Koppelverzoek | undefined,
  omgeving: Omgeving,
): Koppelbericht {
  const tekst = t.gevraagd({
    door: naamVan(door, omgeving),
    op: toonMoment(op),
    gesprek: t.gesprek(gegevens.gesprek, gegevens.naam),
    vt: omgeving.adresboek().naam(gegevens.organisatie),
    vervalt: toonMoment(gegevens.vervalt),
  });
  if (nieuwste?.nr === nr && isOpenVerzoek(nieuwste, omgeving.klok.nu()))
    return bericht(tekst, { verzoek: nr, open: true });
  const besluit = nieuwste?.nr === nr ? nieuwste.besluit : undefined;
  const gesloten =
    nieuwste?.nr !== nr
      ? t.besluit.vervangen
      : besluit
        ? t.besluit[besluit.uitkomst](toonMoment(besluit.op))
        : t.besluit.verlopen(toonMoment(gegevens.vervalt));
  const [eerste = ''] = tekst.alineas;
  return bericht({ titel: tekst.titel, alineas: [gesloten, eerste] }, { verzoek: nr, open: false });
}

function verbindingTekst(
  { soort, op, gegevens }: Gebeurtenis<'gesprek-verbroken' | 'gesprek-hersteld'>,
  omgeving: Omgeving,
): Tekst {
  const boek = omgeving.adresboek();
  const { organisaties, breuk, persoon } = gegevens;
  const vt = boek.naam(VEILIG_THUIS);
  const namen = organisaties.map((sleutel) => boek.naam(sleutel)).join(', ');
  if (persoon !== undefined) {
    const rollen = boek.rollen(persoon).filter(isAanspreekbaar);
    const rol = [...new Set(rollen.map((een) => rolTekst(een, boek)))].join(', ');
    const naam = boek.naam(persoon) === persoon ? t.beheerder : boek.naam(persoon);
    const g = { op: toonMoment(op), naam, vt, rol };
    return soort === 'gesprek-verbroken' ? t.zonderApp(g) : t.metApp(g);
  }
  const g = { op: toonMoment(op), naam: namen, gesprek: t.gesprek('kanaal', gegevens.naam), breuk };
  if (soort === 'gesprek-hersteld') return t.hersteld(g);
  const doen = t.doen[breuk](organisaties[0] ?? '');
  return organisaties.includes(VEILIG_THUIS) ? t.vtVerbroken({ ...g, doen }) : t.verbroken({ ...g, vt, doen });
}

/** What an event about a link says to this addressee; `undefined` for any other event. */
export function koppelingBericht(
  gebeurtenis: Gebeurtenis | undefined,
  { adres, aan }: { adres: Adres; aan: string },
  nieuwste: Koppelverzoek | undefined,
  omgeving: Omgeving,
): Koppelbericht | undefined {
  if (!gebeurtenis) return undefined;
  const naam = (sleutel: string): string => omgeving.adresboek().naam(sleutel);
  const vt = naam(VEILIG_THUIS);
  const wie = { door: naamVan(gebeurtenis.door, omgeving), op: toonMoment(gebeurtenis.op) };
  switch (gebeurtenis.soort) {
    case 'koppeling-gevraagd': {
      if (aan !== 'beheerder') return verzoekBericht(gebeurtenis, nieuwste, omgeving);
      const { gesprek, naam: genoemd } = gebeurtenis.gegevens;
      return bericht(t.vervangen({ ...wie, vt, gesprek: t.gesprek(gesprek, genoemd) }));
    }
    case 'koppeling-goedgekeurd':
      return bericht(t.goedgekeurd({ ...wie, vt }));
    case 'koppeling-afgewezen':
      return bericht(t.afgewezen({ ...wie, vt }));
    case 'gekoppeld': {
      const g = { ...wie, vt, naam: naam(gebeurtenis.gegevens.organisatie) };
      return bericht('gesprek' in adres ? t.kwijt(g) : t.verhuisd(g));
    }
    case 'ontkoppeld': {
      const { organisaties } = gebeurtenis.gegevens;
      if (organisaties.includes(VEILIG_THUIS)) return bericht(t.vtLos({ ...wie, vt }));
      return bericht(t.los({ ...wie, naam: organisaties.map(naam).join(', ') }));
    }
    case 'gesprek-verbroken':
    case 'gesprek-hersteld':
      return bericht(verbindingTekst(gebeurtenis, omgeving));
    default:
      return undefined;
  }
}
