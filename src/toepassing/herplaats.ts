/** Posts the cards of open overdrachten in a conversation that did not have them: after linking or moving a channel. */
import { OPEN_FASEN, lopendeOverdracht } from '../kern/casus.ts';
import { VEILIG_THUIS } from './adresboek.ts';
import type { Bezorger } from './bezorger.ts';
import { kaartSleutel } from './bezorger.ts';
import { muteer } from './mutatie.ts';
import type { Omgeving } from './omgeving.ts';
import type { PostvakItem } from './poorten.ts';

const PAGINA = 100;

/** Every open overdracht of this organisation gets its card in the conversation that is linked now. */
export async function herplaatsKaarten(omgeving: Omgeving, bezorger: Bezorger, organisatie: string): Promise<number> {
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
    for (const { id } of pagina) geplaatst += Number(await herplaats(omgeving, bezorger, id, organisatie));
    na = pagina.at(-1)?.id;
    if (pagina.length < PAGINA || na === undefined) return geplaatst;
  }
}

async function herplaats(
  omgeving: Omgeving,
  bezorger: Bezorger,
  casusnummer: string,
  organisatie: string,
): Promise<boolean> {
  const kaart = organisatie === VEILIG_THUIS ? 'volgkaart' : 'overdracht';
  let past = false;
  const uitkomst = await muteer(omgeving, {
    casusnummer,
    beslis(casus) {
      const overdracht = casus && lopendeOverdracht(casus);
      past = overdracht !== undefined && (kaart === 'volgkaart' || overdracht.team === organisatie);
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
        nietVoor: omgeving.klok.nu(),
      };
      const { [kaartSleutel(item)]: _oude, ...kaarten } = document.kaarten;
      return {
        ...document,
        kaarten,
        postvak: [...document.postvak.filter(({ sleutel }) => sleutel !== item.sleutel), item],
      };
    },
  });
  if (uitkomst.soort === 'geschreven') bezorger.bezorg(uitkomst, uitkomst.claim);
  return past;
}
