/**
 * Sends the messages that were claimed with a decision, and writes down how each try ended (bouw.md §1, delivery).
 * One casus is sent in order, because a ping answers in the thread of a card that must stand there first.
 */
import { noteerBezorging } from '../kern/beslis.ts';
import { lopendeOverdracht, type Casus } from '../kern/casus.ts';
import { herleid } from '../kern/verwerk.ts';
import type { Gebeurtenis } from '../kern/gebeurtenissen.ts';
import { msTussen, verschuif, type Instant } from '../kern/werkdagen.ts';
import { VEILIG_THUIS } from './adresboek.ts';
import { casusVan, metAfgeleiden, nogNodig, voegToe } from './casusdocument.ts';
import { kaartBericht } from './kaartgegevens.ts';
import { KLOK, waarheen, type Stand } from './mutatie.ts';
import { foutVelden, type Omgeving } from './omgeving.ts';
import type { Bezorging, CasusDocument, GeplaatsteKaart, PostvakItem } from './poorten.ts';
import { zoekWachtenden } from './wachtlijst-vt.ts';

/** Tries before a message is undeliverable, and the waits between them: 15 s, doubling to at most a quarter of an hour. */
const MAX_POGINGEN = 10;
const EERSTE_WACHT_MS = 15_000;
const LANGSTE_WACHT_MS = 15 * 60_000;
const basiswacht = (pogingen: number): number => Math.min(EERSTE_WACHT_MS * 2 ** (pogingen - 1), LANGSTE_WACHT_MS);

/**
 * How long a message can take with every try it gets: the waits at their longest and 10 s for each try. What waits
 * longer is late, also for VT's own channel, where trying never ends.
 */
export const BEZORGTIJD_MS = Array.from({ length: MAX_POGINGEN }, (_, nr) => nr + 1)
  .map((pogingen) => 10_000 + 1.2 * basiswacht(pogingen))
  .reduce((som, wachttijd) => som + wachttijd, 0);

export const kaartSleutel = ({ kaart, overdracht }: Pick<PostvakItem, 'kaart' | 'overdracht'>): string =>
  `${kaart}-${overdracht ?? 0}`;

/** Cards that stay and are updated in place; all others are answers in their thread. */
const blijftStaan = ({ kaart }: PostvakItem): boolean =>
  kaart === 'overdracht' || kaart === 'volgkaart' || kaart === 'screening';

type Resultaat = { item: PostvakItem; bezorging: Bezorging | { uitkomst: 'vervallen' } };

export interface Bezorger {
  /** Sends in the background; never rejects. */
  bezorg(stand: Stand, claim: readonly PostvakItem[]): void;
  /** Counts other work that leads to sending as under way, so that a stop waits for it too. Logs when it fails. */
  volg(werk: Promise<unknown>): void;
  /** Resolves when everything under way has been sent and written down. */
  klaar(): Promise<void>;
}

export function maakBezorger(omgeving: Omgeving): Bezorger {
  /** The last sending under way per casus: a redraw needs the id of a card that an earlier one may still be posting. */
  const rijen = new Map<string, Promise<void>>();
  const gevolgd = new Set<Promise<void>>();
  return {
    bezorg(stand, claim) {
      if (claim.length === 0) return;
      const { id } = stand.document;
      const vorige = rijen.get(id);
      const werk = (
        vorige ? vorige.then(() => verstuurEnNoteer(omgeving, id, claim)) : verstuurEnNoteer(omgeving, id, claim, stand)
      )
        .catch((fout: unknown) => {
          omgeving.log.error({ casusnummer: id, ...foutVelden(fout) }, 'bezorgen afgebroken');
        })
        .finally(() => {
          if (rijen.get(id) === werk) rijen.delete(id);
        });
      rijen.set(id, werk);
    },
    volg(werk) {
      const gemeld = werk
        .then(
          () => undefined,
          (fout: unknown) => omgeving.log.error({ ...foutVelden(fout) }, 'werk op de achtergrond mislukt'),
        )
        .finally(() => gevolgd.delete(gemeld));
      gevolgd.add(gemeld);
    },
    async klaar() {
      while (rijen.size + gevolgd.size > 0) await Promise.all([...gevolgd, ...rijen.values()]);
    },
  };
}

/** False once another instance has taken this message over, or once what happened meanwhile made it pointless. */
const nogVanOns = (item: PostvakItem, { postvak }: CasusDocument, nu: Instant): boolean =>
  item.bezigTot !== undefined &&
  item.bezigTot > nu &&
  postvak.some(({ sleutel, bezigTot }) => sleutel === item.sleutel && bezigTot === item.bezigTot);

/** `stand` is the casus as it was just written; without it, and after each message, it is read anew. */
async function verstuurEnNoteer(
  omgeving: Omgeving,
  id: string,
  claim: readonly PostvakItem[],
  stand?: Stand,
): Promise<void> {
  const { opslag, klok, teller } = omgeving;
  const herlees = async () => {
    const gelezen = await opslag.lees(id);
    return gelezen && { document: gelezen.waarde, etag: gelezen.etag };
  };
  let laatst: Pick<Stand, 'document' | 'etag'> | undefined = stand ?? (await herlees());
  const geplaatst: Record<string, GeplaatsteKaart> = {};
  const resultaten: Resultaat[] = [];
  for (const [index, item] of claim.entries()) {
    // Sending takes long: a ping is not sent when its term has ended meanwhile, and a card is drawn as it is now.
    if (index > 0) laatst = await herlees();
    if (!laatst) return;
    const { document } = laatst;
    // Who is meant in two roles, such as VT's channel for someone who cannot be reached, hears it once.
    const gezegd = resultaten.some((eerder) => eerder.item.sleutel === item.sleutel);
    if (gezegd || !nogVanOns(item, document, klok.nu())) continue;
    const bezorging = await verstuur(omgeving, { document, kaarten: { ...document.kaarten, ...geplaatst } }, item);
    if (bezorging.uitkomst === 'bezorgd' && bezorging.kaart && blijftStaan(item)) {
      geplaatst[kaartSleutel(item)] = bezorging.kaart;
    }
    teller.bezorging(item.kaart, bezorging.uitkomst, msTussen(item.gemaaktOp, klok.nu()));
    resultaten.push({ item, bezorging });
  }
  while (laatst && resultaten.length > 0) {
    const { document, etag }: Pick<Stand, 'document' | 'etag'> = laatst;
    if (await opslag.vervang(verwerkResultaten(omgeving, document, resultaten), etag)) return;
    laatst = await herlees();
  }
}

async function verstuur(
  omgeving: Omgeving,
  { document, kaarten }: { document: CasusDocument; kaarten: Record<string, GeplaatsteKaart> },
  item: PostvakItem,
): Promise<Resultaat['bezorging']> {
  const casus = casusVan(document);
  const geplaatst = kaarten[kaartSleutel(item)];
  if (!nogNodig(item, casus)) return { uitkomst: 'vervallen' };
  if (item.bijwerken && !geplaatst) {
    const wordtGeplaatst = document.postvak.some(
      (ander) => !ander.bijwerken && ander.bezigTot !== undefined && kaartSleutel(ander) === kaartSleutel(item),
    );
    // A card that was never posted needs no redraw: when it is posted, it is drawn as it is then.
    return wordtGeplaatst
      ? { uitkomst: 'mislukt', code: 'kaart-onderweg', blijvend: false }
      : { uitkomst: 'vervallen' };
  }
  const wachtenden = casus.wachtlijstVt ? await zoekWachtenden(omgeving) : [];
  const bericht = kaartBericht(item, { casus, document, omgeving }, wachtenden);
  if (!bericht) return { uitkomst: 'vervallen' };
  const kanaal = 'kanaal' in item.adres ? item.adres.kanaal : undefined;
  const draadKaart = kaarten[`${kanaal === VEILIG_THUIS ? 'volgkaart' : 'overdracht'}-${item.overdracht ?? 0}`];
  try {
    return await omgeving.postbode.bezorg({
      adres: item.adres,
      bericht,
      ...(item.bijwerken && geplaatst && { vervangt: geplaatst }),
      ...(!blijftStaan(item) && kanaal && draadKaart && { draad: draadKaart }),
    });
  } catch (fout) {
    omgeving.log.error({ casusnummer: document.id, kaart: item.kaart, ...foutVelden(fout) }, 'postbode faalde');
    return { uitkomst: 'onzeker', code: 'interne-fout' };
  }
}

/** The wait before the next try, with jitter so that many messages do not come back at once. */
function wacht(item: PostvakItem): number {
  return Math.round(basiswacht(item.pogingen) * (0.8 + 0.4 * Math.random()));
}

/** VT's own channel is the last resort: what is meant for it is never given up. */
const magOpgeven = (item: PostvakItem): boolean => !('kanaal' in item.adres && item.adres.kanaal === VEILIG_THUIS);

/** What becomes of a message after a try: gone, waiting for another, or given up. */
function vervolg(item: PostvakItem, bezorging: Resultaat['bezorging'], nu: Instant): PostvakItem | 'weg' | 'opgegeven' {
  const { bezigTot: _claim, ...vrij } = item;
  switch (bezorging.uitkomst) {
    case 'bezorgd':
    case 'vervallen':
      return 'weg';
    case 'mislukt': {
      const klaar = bezorging.blijvend || item.pogingen >= MAX_POGINGEN;
      // Without a conversation there is nowhere to post it; linking one brings the card.
      if (item.bijwerken && bezorging.blijvend && bezorging.code !== 'geen-gesprek') return opnieuwPlaatsen(vrij, nu);
      if (klaar && item.bijwerken) return 'weg';
      if (klaar && magOpgeven(item)) return 'opgegeven';
      return { ...vrij, nietVoor: verschuif(nu, bezorging.opnieuwNa ?? wacht(item)) };
    }
    case 'onzeker':
      if (item.pogingen >= MAX_POGINGEN && magOpgeven(item)) return item.bijwerken ? 'weg' : 'opgegeven';
      return { ...vrij, ...(!item.bijwerken && { onzeker: true as const }), nietVoor: verschuif(nu, wacht(item)) };
  }
}

/** A card that can no longer be changed has been removed: it is posted anew, which finds out whether that still works. */
function opnieuwPlaatsen({ bijwerken: _bijwerken, ...item }: PostvakItem, nu: Instant): PostvakItem {
  return { ...item, sleutel: `${item.sleutel}/opnieuw`, pogingen: 0, gemaaktOp: nu, nietVoor: nu };
}

/** A card is posted anew for an overdracht that runs, and not beside one that is waiting to be posted. */
const magOpnieuw = (item: PostvakItem, casus: Casus, postvak: readonly PostvakItem[]): boolean =>
  lopendeOverdracht(casus)?.nr === item.overdracht &&
  !postvak.some((ander) => !ander.bijwerken && kaartSleutel(ander) === kaartSleutel(item));

function verwerkResultaten(
  omgeving: Omgeving,
  document: CasusDocument,
  resultaten: readonly Resultaat[],
): CasusDocument {
  const nu = omgeving.klok.nu();
  const regels = omgeving.regels();
  const voor = casusVan(document);
  const kaarten = { ...document.kaarten };
  const gebeurtenissen: Gebeurtenis[] = [];
  let na: Casus = voor;
  const noteer = (
    item: PostvakItem,
    soort: 'bericht-bezorgd' | 'bericht-onzeker' | 'bericht-onbezorgbaar',
    code: string,
  ) => {
    // A redraw is not a message to anyone: only a card that can no longer be changed is worth a line.
    if (item.bijwerken && soort !== 'bericht-onbezorgbaar') return;
    const gegevens = { sleutel: item.sleutel, kaart: item.kaart, waar: waarheen(item), code };
    gebeurtenissen.push(...noteerBezorging(na, { ...regels, nu, door: KLOK }, soort, gegevens));
    na = herleid(document.id, [...document.journaal, ...gebeurtenissen]) ?? na;
  };
  let postvak = document.postvak;
  for (const { item, bezorging } of resultaten) {
    let daarna = vervolg(item, bezorging, nu);
    const wordtPost = item.bijwerken && typeof daarna === 'object' && !daarna.bijwerken;
    if (wordtPost && !magOpnieuw(item, voor, postvak)) daarna = 'weg';
    postvak = postvak.flatMap((kandidaat) =>
      kandidaat.sleutel !== item.sleutel ? [kandidaat] : typeof daarna === 'string' ? [] : [daarna],
    );
    if (bezorging.uitkomst === 'bezorgd') {
      if (bezorging.kaart && blijftStaan(item)) kaarten[kaartSleutel(item)] = bezorging.kaart;
      noteer(item, 'bericht-bezorgd', '');
    } else if (bezorging.uitkomst === 'onzeker') noteer(item, 'bericht-onzeker', bezorging.code);
    if (daarna === 'opgegeven' && blijftStaan(item)) delete kaarten[kaartSleutel(item)];
    if (daarna === 'opgegeven') noteer(item, 'bericht-onbezorgbaar', 'code' in bezorging ? bezorging.code : '');
  }
  let nieuw: CasusDocument = { ...document, kaarten, postvak };
  if (gebeurtenissen.length > 0) {
    nieuw = voegToe({ document: nieuw, voor, na, gebeurtenissen, adresboek: omgeving.adresboek(), nu });
  }
  return metAfgeleiden(nieuw, na, nu, regels);
}
