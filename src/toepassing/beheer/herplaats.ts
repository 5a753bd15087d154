/** Posts cards in a conversation that does not have them: after linking or moving a channel, or in a client that lost all. */
import { lopendeOverdracht, OPEN_FASEN } from '../../kern/casus.ts';
import type { Stuk } from '../../kern/rij/gebeurtenisrij.ts';
import type { Bezorger } from '../bezorging/bezorger.ts';
import { blijftStaan, kaartSleutel } from '../bezorging/bezorguitslag.ts';
import { waarVan } from '../casus/casusdocument.ts';
import { muteerStuk } from '../casus/mutatie.ts';
import { paginas, voorElk } from '../elk.ts';
import { vraagtNog } from '../kaarten/vraagkaarten.ts';
import type { Omgeving } from '../omgeving.ts';
import { VEILIG_THUIS, type CasusDocument, type PostvakItem, type Zoekvraag } from '../poorten.ts';

type Kaart = Pick<PostvakItem, 'nr' | 'kaart' | 'aan' | 'adres' | 'team' | 'overdracht' | 'stappen' | 'bijwerken'>;

/** How many cards were posted, and in how many casussen that failed. */
export interface Geplaatst {
  kaarten: number;
  mislukt: number;
}

/**
 * After linking: every open overdracht whose card does not stand in this conversation gets it there. After a time in which
 * nothing could be said there, what stands there is drawn as it is now (`hertekenen`); where it proves to be gone it is
 * posted anew (bezorguitslag.ts).
 */
export function plaatsOntbrekendeKaarten(
  omgeving: Omgeving,
  bezorger: Bezorger,
  { organisatie, gekoppeld, hertekenen = false }: { organisatie: string; gekoppeld: string; hertekenen?: boolean },
): Promise<Geplaatst> {
  const vraag = { fasen: OPEN_FASEN, ...(organisatie !== VEILIG_THUIS && { teams: [organisatie] }) };
  return plaats(omgeving, bezorger, vraag, (stuk, { kaarten, postvak }) => {
    const kaart = kaartVan(stuk, organisatie);
    if (!kaart) return { nieuw: [], weg: [] };
    const staat = kaarten[kaartSleutel(kaart)];
    if (staat?.conversatie === gekoppeld) {
      return { nieuw: hertekenen ? [{ ...kaart, bijwerken: true }] : [], weg: [] };
    }
    // It is being posted at this moment; a second one would be two cards.
    const wordtGeplaatst = postvak.some(
      (item) => item.bezigTot !== undefined && !item.bijwerken && kaartSleutel(item) === kaartSleutel(kaart),
    );
    if (!staat && wordtGeplaatst) return { nieuw: [], weg: [] };
    return { nieuw: [kaart], weg: [kaartSleutel(kaart)] };
  });
}

/**
 * For a client that has lost every message: what stands for an open overdracht, asks something or screens is posted anew.
 * The rest is let go, so that nothing is redrawn that is no longer there.
 */
export const herplaatsKaarten = (omgeving: Omgeving, bezorger: Bezorger): Promise<Geplaatst> =>
  plaats(omgeving, bezorger, {}, (stuk, document) => {
    const { kaarten } = document;
    const team = stuk.soort === 'casus' ? lopendeOverdracht(stuk)?.team : undefined;
    const nieuw: Kaart[] = [team, VEILIG_THUIS]
      .flatMap((organisatie) => (organisatie === undefined ? [] : (kaartVan(stuk, organisatie) ?? [])))
      .filter((kaart) => kaartSleutel(kaart) in kaarten);
    if ('screening-0' in kaarten) {
      nieuw.push({ nr: stuk.versie, kaart: 'screening', aan: 'kanaal-vt', adres: { kanaal: VEILIG_THUIS } });
    }
    for (const { vraag } of Object.values(kaarten)) {
      const item = vraag && alsItem(vraag.bericht, document, omgeving);
      if (item && vraagtNog(item, { stuk, document, omgeving }) !== '') nieuw.push(vraag.bericht);
    }
    return { nieuw, weg: Object.keys(kaarten) };
  });

/** The card by which an organisation follows the open overdracht. */
function kaartVan(stuk: Stuk, organisatie: string): Kaart | undefined {
  const overdracht = stuk.soort === 'casus' ? lopendeOverdracht(stuk) : undefined;
  const voorVt = organisatie === VEILIG_THUIS;
  if (!overdracht || (!voorVt && overdracht.team !== organisatie)) return undefined;
  const { nr, team } = overdracht;
  const adres = { kanaal: organisatie };
  const vast = { nr: stuk.versie, team, overdracht: nr, adres };
  return voorVt
    ? { ...vast, kaart: 'volgkaart', aan: 'kanaal-vt' }
    : { ...vast, kaart: 'overdracht', aan: 'kanaal-team' };
}

function alsItem(kaart: Kaart, { id, journaal }: CasusDocument, { klok }: Omgeving): PostvakItem {
  const nu = klok.nu();
  return {
    ...kaart,
    sleutel: `${id}/${journaal.length}/${kaart.kaart}-opnieuw-${kaart.overdracht ?? 0}-${kaart.nr}/${waarVan(kaart.adres)}`,
    pogingen: 0,
    gemaaktOp: nu,
    nietVoor: nu,
  };
}

/** Which cards are posted anew in a casus, and which places are forgotten. */
type Keus = (stuk: Stuk, document: CasusDocument) => { nieuw: Kaart[]; weg: string[] };

async function plaats(
  omgeving: Omgeving,
  bezorger: Bezorger,
  vraag: Omit<Zoekvraag, 'na' | 'maximum'>,
  keus: Keus,
): Promise<Geplaatst> {
  const nummers: string[] = [];
  for await (const pagina of paginas(omgeving.opslag, vraag)) nummers.push(...pagina.map(({ id }) => id));
  const { gelukt, mislukt } = await voorElk(omgeving, { lus: 'kaarten' }, nummers, (id) =>
    plaatsIn(omgeving, bezorger, id, keus),
  );
  return { kaarten: gelukt.reduce((som, aantal) => som + aantal, 0), mislukt: mislukt.length };
}

async function plaatsIn(omgeving: Omgeving, bezorger: Bezorger, casusnummer: string, keus: Keus): Promise<number> {
  let aantal = 0;
  const uitkomst = await muteerStuk(omgeving, {
    casusnummer,
    beslis: (stuk) => (stuk ? { gebeurtenissen: [] } : { onbekend: true }),
    bij(document, stuk) {
      const { nieuw, weg } = keus(stuk, document);
      aantal = nieuw.length;
      if (nieuw.length === 0 && weg.length === 0) return document;
      const kaarten = Object.fromEntries(
        Object.entries(document.kaarten).filter(([sleutel]) => !weg.includes(sleutel)),
      );
      const items = nieuw.map((kaart) => alsItem(kaart, document, omgeving));
      // The first posting may still be waiting for a conversation; two of them would be two cards.
      const plekken = new Set(items.filter(blijftStaan).map(kaartSleutel));
      const wachtNog = (item: PostvakItem): boolean => plekken.has(kaartSleutel(item)) && item.bezigTot === undefined;
      return { ...document, kaarten, postvak: [...document.postvak.filter((item) => !wachtNog(item)), ...items] };
    },
  });
  if (uitkomst.soort === 'geschreven') bezorger.bezorg(uitkomst);
  return aantal;
}
