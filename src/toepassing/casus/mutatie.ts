/**
 * Read -> decide -> one conditional write, again when someone else was first. The write carries the decision, the
 * messages that follow from it, and this instance's claim on sending them.
 */
import { TERMIJN_NAMEN } from '../../kern/beleid/beleid.ts';
import { roeptMensen } from '../../kern/berichten/doorsturen.ts';
import { noteerBezorging, noteerOntbrekenden, type Uitkomst } from '../../kern/beslis.ts';
import type { Casus } from '../../kern/casus.ts';
import type { Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import type { Stuk } from '../../kern/rij/gebeurtenisrij.ts';
import { msTussen, type Instant } from '../../kern/tijd/werkdagen.ts';
import { herleid, naGebeurtenissen } from '../../kern/verwerk.ts';
import type { Weigering } from '../../kern/weigeringen.ts';
import type { Dader } from '../../kern/woorden.ts';
import type { Omgeving } from '../omgeving.ts';
import type { CasusDocument, Kring, PostvakItem } from '../poorten.ts';
import { alsPunt, bijKlik, inRonde, voorBundel, type Punt } from '../postvak/bundel.ts';
import { laatVerlopenLos, neem, teVersturen, zetOpzij, type Keuze } from '../postvak/claim.ts';
import { isBereikbaar } from '../streek/adresboek.ts';
import { leesZonderApp } from '../streek/zonder-app.ts';
import { metAfgeleiden, nieuwDocument, valtIn, voegToe, waarVan } from './casusdocument.ts';

const POGINGEN = 25;

/** The code of a try that nobody wrote the outcome of: whoever made it is not there any more. */
export const AFGEBROKEN = 'afgebroken';

export const KLOK: Dader = { rol: 'klok', kanaal: 'klok' };

export interface CasusMetEtag {
  document: CasusDocument;
  casus: Casus;
  etag: string;
}

/** A record as it was just written, with the message that this instance took upon itself to send. */
export interface Geclaimd {
  document: CasusDocument;
  stuk: Stuk;
  etag: string;
  claim?: PostvakItem;
}

/** Sends what was claimed with a decision; whoever decides need not know how. */
export interface Verzender {
  /** In the background; never rejects. */
  bezorg(geschreven: Geclaimd): void;
}

/** What was written, with what waits for its bundle. */
export type Geschreven = { soort: 'geschreven'; gewijzigd: boolean; punten: Punt[] } & Geclaimd;

interface Geweigerd<T> {
  soort: 'geweigerd';
  weigering: Weigering;
  stand?: T;
}
type Niet = { soort: 'onbekend' } | { soort: 'gestopt' } | { soort: 'verouderd' };

export type Stukuitkomst = Geschreven | Geweigerd<Omit<Geclaimd, 'claim'>> | Niet;
export type MutatieUitkomst = (Geschreven & { casus: Casus }) | Geweigerd<CasusMetEtag> | Niet;

interface Mutatie<T extends Stuk> {
  casusnummer: string;
  /** Only a casus in this kring; any other is `onbekend`. */
  kring?: Kring | undefined;
  /** Only if the record still has one of these etags. */
  etags?: readonly string[];
  /** What was asked is written already, so that its etags no longer count: a repeat finds its own work. */
  isHerhaling?(document: CasusDocument): boolean;
  /**
   * The decision on the record as it stands at this try; `undefined` when there is no such record. `gestopt` writes
   * nothing and claims no message, because nobody would send it.
   */
  beslis(stuk: T | undefined, nu: Instant, document: CasusDocument): Uitkomst | { onbekend: true } | { gestopt: true };
  /** What else changes in the document when the decision is written. */
  bij?(document: CasusDocument, na: T): CasusDocument;
  /** Which message this instance takes upon itself to send; default what comes first and need not wait for a bundle. */
  keuze?: Keuze;
  /** Sets aside for this instance what is due and can be bundled. */
  bundelt?: true;
}
export type Casusmutatie = Mutatie<Casus>;

/** On a casus; a record of the bot's own is `onbekend`. */
export async function muteer(omgeving: Omgeving, mutatie: Casusmutatie): Promise<MutatieUitkomst> {
  const { beslis, bij, ...rest } = mutatie;
  const uitkomst = await muteerStuk(omgeving, {
    ...rest,
    beslis: (stuk, nu, document) => (stuk && stuk.soort !== 'casus' ? { onbekend: true } : beslis(stuk, nu, document)),
    bij: (document, na) => (na.soort === 'casus' && bij ? bij(document, na) : document),
  });
  switch (uitkomst.soort) {
    case 'geschreven':
      return uitkomst.stuk.soort === 'casus' ? { ...uitkomst, casus: uitkomst.stuk } : { soort: 'onbekend' };
    case 'geweigerd': {
      const { stand, ...geweigerd } = uitkomst;
      return stand?.stuk.soort === 'casus'
        ? { ...geweigerd, stand: { document: stand.document, casus: stand.stuk, etag: stand.etag } }
        : geweigerd;
    }
    default:
      return uitkomst;
  }
}

/** On a record of any kind. */
export async function muteerStuk(omgeving: Omgeving, mutatie: Mutatie<Stuk>): Promise<Stukuitkomst> {
  const { opslag, klok } = omgeving;
  for (let poging = 1; poging <= POGINGEN; poging++) {
    const gelezen = await opslag.lees(mutatie.casusnummer, mutatie.kring);
    if (mutatie.kring && !(gelezen && valtIn(mutatie.kring, gelezen.waarde))) return { soort: 'onbekend' };
    const verouderd = gelezen && mutatie.etags?.includes(gelezen.etag) === false;
    if (verouderd && !mutatie.isHerhaling?.(gelezen.waarde)) return { soort: 'verouderd' };
    const nu = klok.nu();
    const voor = gelezen && herleid(mutatie.casusnummer, gelezen.waarde.journaal);
    const oud = gelezen?.waarde ?? nieuwDocument(mutatie.casusnummer);
    const uitkomst = mutatie.beslis(voor, nu, oud);
    if ('onbekend' in uitkomst) return { soort: 'onbekend' };
    if ('gestopt' in uitkomst) return { soort: 'gestopt' };
    if ('geweigerd' in uitkomst) {
      const stand = gelezen && voor && { document: oud, stuk: voor, etag: gelezen.etag };
      return { soort: 'geweigerd', weigering: uitkomst.geweigerd, ...(stand && { stand }) };
    }
    const zonderApp = uitkomst.gebeurtenissen.some(roeptMensen) ? await leesZonderApp(opslag) : undefined;
    const gevolg = pasToe(omgeving, { oud, voor, uitkomst, mutatie, nu, zonderApp });
    if (!gevolg) return { soort: 'onbekend' };
    const { document, stuk, claim, punten } = gevolg;
    if (gelezen && gelijk(oud, document)) {
      return { soort: 'geschreven', gewijzigd: false, punten, document: oud, stuk, etag: gelezen.etag };
    }
    const geschreven = gelezen ? await opslag.vervang(document, gelezen.etag) : await opslag.maak(document);
    if (geschreven) {
      telVerlopen(omgeving, document.journaal.slice(oud.journaal.length));
      const gewijzigd = uitkomst.gebeurtenissen.length > 0;
      const { etag } = geschreven;
      return { soort: 'geschreven', gewijzigd, punten, document, stuk, etag, ...(claim && { claim }) };
    }
  }
  throw new Error(`${POGINGEN} keer gelijktijdig gewijzigd, niet opgeslagen`);
}

/** How late the passing of a term was noticed: its event happened at the due instant, whenever it was written. */
function telVerlopen({ teller }: Omgeving, gebeurtenissen: readonly Gebeurtenis[]): void {
  for (const { soort, op, vastgelegdOp, gegevens } of gebeurtenissen) {
    if (soort !== 'termijn-verlopen') continue;
    const naam = TERMIJN_NAMEN.find((kandidaat) => gegevens.termijn.startsWith(`${kandidaat}-`));
    teller.verlopen(naam ?? 'onbekend', msTussen(op, vastgelegdOp));
  }
}

/** Nothing to write: same journal, same alarm, and the messages untouched. */
const gelijk = (oud: CasusDocument, nieuw: CasusDocument): boolean =>
  oud.journaal.length === nieuw.journaal.length &&
  oud.wekOp === nieuw.wekOp &&
  oud.sleutels === nieuw.sleutels &&
  oud.inhoud === nieuw.inhoud &&
  oud.inzagen === nieuw.inzagen &&
  oud.postvak.length === nieuw.postvak.length &&
  oud.postvak.every((item, index) => item === nieuw.postvak[index]);

interface Toepassing {
  oud: CasusDocument;
  voor: Stuk | undefined;
  uitkomst: Extract<Uitkomst, { gebeurtenissen: unknown }>;
  mutatie: Mutatie<Stuk>;
  nu: Instant;
  zonderApp: ReadonlySet<string> | undefined;
}

function pasToe(
  omgeving: Omgeving,
  { oud, voor, uitkomst, mutatie, nu, zonderApp }: Toepassing,
): (Omit<Geclaimd, 'etag'> & { punten: Punt[] }) | undefined {
  const regels = omgeving.regels();
  const adresboek = omgeving.adresboek();
  let { gebeurtenissen } = uitkomst;
  const stand = (): Stuk | undefined => naGebeurtenissen(mutatie.casusnummer, voor, gebeurtenissen);
  let na = stand();
  if (!na) return undefined;
  const ontbrekend = noteerOntbrekenden({ voor, na, gebeurtenissen }, { ...regels, nu, door: KLOK }, (aan, wie) =>
    isBereikbaar(adresboek, aan, wie, zonderApp),
  );
  if (ontbrekend.length > 0) {
    gebeurtenissen = [...gebeurtenissen, ...ontbrekend];
    na = stand() ?? na;
  }
  const los = laatVerlopenLos(oud, nu);
  for (const item of [...los.onzeker, ...los.opgegeven]) {
    const { sleutel, kaart } = item;
    const gegevens = { sleutel, kaart, waar: waarheen(item), code: AFGEBROKEN };
    const soort = los.opgegeven.includes(item) ? 'bericht-onbezorgbaar' : 'bericht-onzeker';
    gebeurtenissen = [...gebeurtenissen, ...noteerBezorging(na, { ...regels, nu, door: KLOK }, soort, gegevens)];
    na = stand() ?? na;
  }
  let { document } = los;
  if (gebeurtenissen.length > 0) document = voegToe({ document, voor, na, gebeurtenissen, adresboek, nu });
  if (mutatie.bij) document = mutatie.bij(document, na);
  document = omgeving.natekenen({ document, stuk: na, omgeving });
  const opzij = mutatie.bundelt ? voorBundel(teVersturen(document, nu), na) : [];
  const punten = opzij.map((item) => alsPunt(mutatie.casusnummer, item));
  const keuze = mutatie.keuze ?? (mutatie.bundelt ? inRonde : bijKlik);
  const { document: metClaim, claim } = neem(document, na, { nu, keuze });
  document = metAfgeleiden(zetOpzij(metClaim, opzij, nu), na, nu, regels);
  return { document, stuk: na, punten, ...(claim && { claim }) };
}

export const waarheen = ({ adres }: PostvakItem): string => waarVan(adres);
