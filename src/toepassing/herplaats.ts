/** Posts the cards of open overdrachten in a conversation that did not have them: after linking or moving a channel. */
import { OPEN_FASEN, lopendeOverdracht } from '../kern/casus.ts';
import { VEILIG_THUIS } from './adresboek.ts';
import type { Bezorger } from './bezorger.ts';
import { kaartSleutel } from './uitkomst.ts';
import { muteer } from './mutatie.ts';
import type { Omgeving } from './omgeving.ts';
import type { PostvakItem } from './poorten.ts';

const PAGINA = 100;

interface Wens {
  organisatie: string;
  /** The conversation that is linked now: a card that stands there already is left alone. */
  gekoppeld?: string;
}

/** Every open overdracht of this organisation gets its card anew, for a client that has lost it. */
export const herplaatsKaarten = (omgeving: Omgeving, bezorger: Bezorger, organisatie: string): Promise<number> =>
  plaats(omgeving, bezorger, { organisatie });

/** After linking: every open overdracht whose card does not stand in this conversation gets it there. */
export const plaatsOntbrekendeKaarten = (
  omgeving: Omgeving,
  bezorger: Bezorger,
  wens: Required<Wens>,
): Promise<number> => plaats(omgeving, bezorger, wens);

async function plaats(omgeving: Omgeving, bezorger: Bezorger, wens: Wens): Promise<number> {
  const { organisatie } = wens;
  const voorVt = organisatie === VEILIG_THUIS;
  let geplaatst = 0;
  let na: string | undefined;
  for (;;) {
    const pagina = await omgeving.opslag.zoek({
      fasen: OPEN_FASEN,
      maximum: PAGINA,
      ...(!voorVt && { teams: [organisatie] }),
      ...(na !== undefined && { na }),
    });
    for (const { id } of pagina) geplaatst += Number(await herplaats(omgeving, bezorger, { ...wens, casusnummer: id }));
    na = pagina.at(-1)?.id;
    if (pagina.length < PAGINA || na === undefined) return geplaatst;
  }
}

async function herplaats(
  omgeving: Omgeving,
  bezorger: Bezorger,
  { casusnummer, organisatie, gekoppeld }: Wens & { casusnummer: string },
): Promise<boolean> {
  const kaart = organisatie === VEILIG_THUIS ? 'volgkaart' : 'overdracht';
  let past = false;
  const uitkomst = await muteer(omgeving, {
    casusnummer,
    beslis(casus, _nu, document) {
      const overdracht = casus && lopendeOverdracht(casus);
      const staat = overdracht && document.kaarten[kaartSleutel({ kaart, overdracht: overdracht.nr })];
      const staatHier = staat !== undefined && staat.conversatie === gekoppeld;
      past = overdracht !== undefined && !staatHier && (kaart === 'volgkaart' || overdracht.team === organisatie);
      return casus ? { gebeurtenissen: [] } : { onbekend: true };
    },
    bij(document, casus) {
      const overdracht = lopendeOverdracht(casus);
      if (!past || !overdracht) return document;
      const item: PostvakItem = {
        nr: casus.versie,
        kaart,
        aan: kaart === 'volgkaart' ? 'kanaal-vt' : 'kanaal-team',
        team: overdracht.team,
        overdracht: overdracht.nr,
        sleutel: `${casusnummer}/${casus.versie}/${kaart}-opnieuw-${overdracht.nr}/${organisatie}`,
        adres: { kanaal: organisatie },
        pogingen: 0,
        gemaaktOp: omgeving.klok.nu(),
        nietVoor: omgeving.klok.nu(),
      };
      const { [kaartSleutel(item)]: _oude, ...kaarten } = document.kaarten;
      // The first posting may still be waiting for a conversation; two of them would be two cards.
      const wachtNog = (ander: PostvakItem): boolean =>
        kaartSleutel(ander) === kaartSleutel(item) && ander.bezigTot === undefined;
      return { ...document, kaarten, postvak: [...document.postvak.filter((ander) => !wachtNog(ander)), item] };
    },
  });
  if (uitkomst.soort === 'geschreven') bezorger.bezorg(uitkomst);
  return past;
}
