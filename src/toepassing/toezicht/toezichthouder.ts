/**
 * The auditor: walks over every casus in the store, open or closed, in order of casusnummer and apart from the round's
 * own query, and looks at each (controleur.ts). It reports, wakes a casus whose alarm was wrong, and repairs nothing else.
 *
 * A look reads at most a hundred casussen per walk, and the long walk takes its time (toezichtloop.ts). What has a passed
 * term or a message that waits is therefore also walked by itself, every minute, and so is what was found wrong before.
 * Of several instances one walks (wacht.ts); the others know what it found. A casus that was erased is seen once more.
 */
import { houdToezicht } from '../../kern/beslis.ts';
import {
  BEVINDINGEN,
  type Bevinding,
  type BevindingSoort,
  type Telling,
  type Waarneming,
} from '../../kern/eigen/toezicht.ts';
import { EIGEN, type ToezichtStuk } from '../../kern/stuk.ts';
import { lokaleDatum, type Instant } from '../../kern/tijd/werkdagen.ts';
import type { Koppelbaar } from '../streek/adressen.ts';
import type { Bezorger } from '../bezorging/bezorger.ts';
import { eerste } from '../postvak/bundel.ts';
import { IS_GEWIST, WACHT_OP_BEZORGING, stukVan } from '../casus/casusdocument.ts';
import { controleer, NIETS, ONLEESBAAR, telOp, type Blik, type Kijker } from './controleur.ts';
import { voorElk } from '../elk.ts';
import { heeftVreemdeInhoud } from '../bewijs/inhoudkluis.ts';
import { KLOK, muteerStuk } from '../casus/mutatie.ts';
import { foutVelden, type Omgeving } from '../omgeving.ts';
import { type CasusDocument, type Gelezen, type Zoekvraag, VEILIG_THUIS } from '../poorten.ts';
import { beginMaand } from '../casus/registratiemaand.ts';
import type { Ronde } from '../klok/ronde.ts';
import { maakWacht } from './wacht.ts';
import type { Stuk } from '../../kern/rij/gebeurtenisrij.ts';

const PAGINA = 100;
const REGISTER = 'toezicht';
/** So many findings are named to the other instances; of more only their number is. */
const HOOGSTENS_GEDEELD = 100;
/** Links are looked at once in so many turns: each of them is read. */
const KOPPELINGEN_ELKE = 15;
/** So many casussen an instance that does not walk reads itself, to know that it can. */
const PROEF = 10;
/** The bot's own messages of one year; those of past months are put away. */
const registratie = (jaar: number): string => `${EIGEN}toezicht-${jaar}`;

/** These end by waking the casus: the next round or a new try does what was left undone. */
const TE_WEKKEN: ReadonlySet<BevindingSoort> = new Set([
  'termijn-gemist',
  'casus-slaapt',
  'bericht-te-laat',
  'wekker-fout',
]);

export interface Toezichtstand {
  bevindingen: readonly Bevinding[];
  /** How many more there are of a kind than are named. */
  meer?: Partial<Record<BevindingSoort, number>>;
  /** Of the last walk over all casussen; absent before the first one ended. */
  telling?: Telling;
  /** How many casussen this instance itself saw last, and could not read. */
  gezien: number;
  onleesbaar: number;
  wachtendeBerichten: number;
  oudsteBericht?: Instant;
}

export interface Toezichthouder {
  /** Starts the walks anew that have ended: those by a field, and with `alles` the one over every casus. */
  begin(alles: boolean): void;
  /** One page of each walk, of the one over every casus only if asked. Rejects when the store cannot be read. */
  kijk(overalErbij?: boolean): Promise<Gekeken>;
  stand(): Toezichtstand;
  /** How many pages the last walk over every casus had; `undefined` before one ended. */
  paginas(): number | undefined;
  /** Lets another instance walk at once. */
  laatLos(): Promise<void>;
}

export interface Gekeken {
  /** There is more that is late or waits. */
  meer: boolean;
  /** The walk over every casus has not ended. */
  overal: boolean;
  /** Somebody looked: this instance, or the one that walks since this was asked before. */
  gekeken: boolean;
}

export interface ToezichtDelen {
  omgeving: Omgeving;
  bezorger: Bezorger;
  adressen: Pick<Koppelbaar, 'zoek' | 'kapot'>;
  ronde: Pick<Ronde, 'laatste' | 'tweeRonden'>;
  /** Who this instance is among those on one store. */
  houder: string;
  /** What this instance finds wrong with itself. */
  vanZelf?(): Bevinding[];
  /** How long the others wait for an instance that walks and says nothing. */
  huurMs: number;
}

interface Wandeling {
  vraag(nu: Instant): Omit<Zoekvraag, 'maximum' | 'na'>;
  /** Where it is; `undefined` when it has ended, an empty text at its beginning. */
  na: string | undefined;
}

type Lap = Omit<Toezichtstand, 'bevindingen' | 'meer' | 'telling'> & { telling: Telling };

/** What stands in the register: where the walk is, and what it found. */
interface Gedeeld {
  /** `null` when no walk over every casus is under way. */
  na: string | null;
  lap: Lap;
  laatsteLap?: Lap;
  bevindingen: readonly Bevinding[];
  meer: Partial<Record<BevindingSoort, number>>;
}
const LEEG: Lap = { telling: NIETS, gezien: 0, onleesbaar: 0, wachtendeBerichten: 0 };

const vroegste = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

function metBlik(lap: Lap, { soorten, telling, berichten, oudsteBericht }: Blik): Lap {
  const oudste = vroegste(lap.oudsteBericht, oudsteBericht);
  return {
    telling: telOp(lap.telling, telling),
    gezien: lap.gezien + 1,
    onleesbaar: lap.onleesbaar + Number(soorten.includes('casus-onleesbaar')),
    wachtendeBerichten: lap.wachtendeBerichten + berichten,
    ...(oudste !== undefined && { oudsteBericht: oudste }),
  };
}

const alsToezicht = (stuk: Stuk | undefined): ToezichtStuk | undefined =>
  stuk?.soort === 'toezicht' ? stuk : undefined;

export function maakToezicht({
  omgeving,
  bezorger,
  adressen,
  ronde,
  houder,
  vanZelf,
  huurMs,
}: ToezichtDelen): Toezichthouder {
  const { opslag, kluis, klok, log, teller } = omgeving;
  const wacht = maakWacht<Gedeeld>({ opslag, klok, register: REGISTER, houder, huurMs });
  const overal: Wandeling = { vraag: () => ({ zonderKenmerk: IS_GEWIST }), na: undefined };
  const gericht: Wandeling[] = [
    { vraag: (nu) => ({ vervallenOp: nu }), na: undefined },
    { vraag: () => ({ kenmerk: WACHT_OP_BEZORGING }), na: undefined },
  ];
  const perCasus = new Map<string, { soorten: BevindingSoort[]; beurt: number }>();
  let beurt = 0;
  let koppelingen: Bevinding[] = [];
  let lap = LEEG;
  let laatsteLap: Lap | undefined;
  let wasStil = false;
  let koppelingenNa = false;
  /** What was found wrong before and is looked at again this turn. */
  let opnieuw: string[] = [];
  /** What this instance itself read, in this walk and in the last one: it tells whether this instance can read. */
  let eigen = { gezien: 0, onleesbaar: 0 };
  let laatsteEigen = eigen;
  /** What the instance that walks says; absent while that is this one. */
  let vanAnder: Gedeeld | undefined;
  /** What VT was last told, as this instance knows it. */
  let verteld: ToezichtStuk | undefined;

  /** The same for all casussen of a page: what the calendar says is not asked for each. */
  function kijkerNu(): Kijker {
    const regels = omgeving.regels();
    const nu = klok.nu();
    const tweeRonden = ronde.tweeRonden();
    const opgegevenSinds = regels.kalender.openingVoor(regels.kalender.eindeVanDag(nu), 1);
    return { ...regels, nu, opgegevenSinds, ...(tweeRonden !== undefined && { tweeRonden }) };
  }

  async function bekijk(id: string, kijker: Kijker): Promise<Blik | undefined> {
    const onleesbaar = (fout: unknown): Blik => {
      log.error({ casusnummer: id, ...foutVelden(fout) }, 'casus niet te lezen');
      return ONLEESBAAR;
    };
    let gelezen: Gelezen<CasusDocument> | undefined;
    try {
      gelezen = await opslag.lees(id);
    } catch (fout) {
      // When nothing can be read it is the store, and no casus is to blame.
      await opslag.controleer(true);
      return onleesbaar(fout);
    }
    try {
      if (!gelezen) return undefined;
      await merkGewist(gelezen);
      const blik = controleer(gelezen.waarde, kijker);
      // What its journal says of its content cannot be known when that cannot be read.
      if (blik === ONLEESBAAR || !heeftVreemdeInhoud(kluis, gelezen.waarde)) return blik;
      return { ...blik, soorten: [...blik.soorten, 'inhoud-klopt-niet'] };
    } catch (fout) {
      return onleesbaar(fout);
    }
  }

  /** One that was erased before there was a mark for it gets it now, and is left out from the next walk on. */
  async function merkGewist({ waarde, etag }: Gelezen<CasusDocument>): Promise<void> {
    if (waarde.journaal.at(-1)?.soort !== 'gewist' || waarde.kenmerken.includes(IS_GEWIST)) return;
    await opslag.vervang({ ...waarde, kenmerken: [...waarde.kenmerken, IS_GEWIST] }, etag);
  }

  async function wek(casusnummer: string): Promise<void> {
    try {
      const uitkomst = await muteerStuk(omgeving, {
        casusnummer,
        beslis: (stuk) => (stuk ? { gebeurtenissen: [] } : { onbekend: true }),
        // Also a ping: if the round had come by, it would not be waiting.
        keuze: eerste,
      });
      if (uitkomst.soort === 'geschreven') bezorger.bezorg(uitkomst);
    } catch (fout) {
      log.error({ casusnummer, ...foutVelden(fout) }, 'casus niet te wekken');
    }
  }

  function noteer(casusnummer: string, soorten: BevindingSoort[]): void {
    const eerder = perCasus.get(casusnummer);
    for (const soort of soorten.filter((een) => !eerder?.soorten.includes(een))) {
      teller.bevinding(soort);
      log.error({ casusnummer, soort }, 'toezicht vond onraad');
    }
    // Waking may have mended it between two walks of one turn: it is still told and shown.
    if (eerder?.beurt === beurt)
      perCasus.set(casusnummer, { beurt, soorten: [...new Set([...eerder.soorten, ...soorten])] });
    else {
      // Last in the row: what was looked at longest ago is looked at again first.
      perCasus.delete(casusnummer);
      if (soorten.length > 0) perCasus.set(casusnummer, { beurt, soorten });
    }
  }

  async function onderzoek(id: string, kijker: Kijker): Promise<Blik | undefined> {
    const blik = await bekijk(id, kijker);
    if (!blik) return undefined;
    noteer(id, blik.soorten);
    if (blik.soorten.some((soort) => TE_WEKKEN.has(soort))) await wek(id);
    // SQLite answers without letting go of the thread: whoever clicks goes first.
    await new Promise((verder) => setImmediate(verder));
    return blik;
  }

  async function bekijkOpnieuw(): Promise<void> {
    const kijker = kijkerNu();
    for (const id of opnieuw.splice(0)) if (!(await onderzoek(id, kijker))) perCasus.delete(id);
  }

  function telEigen({ soorten }: Blik): void {
    eigen = {
      gezien: eigen.gezien + 1,
      onleesbaar: eigen.onleesbaar + Number(soorten.includes('casus-onleesbaar')),
    };
  }

  /** Whoever does not walk reads a few all the same: an old version, or a wrong key, shows in itself alone. */
  async function proef(): Promise<void> {
    eigen = { gezien: 0, onleesbaar: 0 };
    const kijker = kijkerNu();
    for (const { id } of await opslag.zoek({ ...overal.vraag(klok.nu()), maximum: PROEF })) {
      const blik = await bekijk(id, kijker);
      if (blik) telEigen(blik);
    }
    laatsteEigen = eigen;
  }

  async function loop(wandeling: Wandeling): Promise<void> {
    if (wandeling.na === undefined) return;
    const { na } = wandeling;
    const pagina = await opslag.zoek({
      ...wandeling.vraag(klok.nu()),
      maximum: PAGINA,
      ...(na !== '' && { na }),
    });
    const kijker = kijkerNu();
    for (const { id } of pagina) {
      const blik = await onderzoek(id, kijker);
      if (!blik || wandeling !== overal) continue;
      lap = metBlik(lap, blik);
      telEigen(blik);
    }
    wandeling.na = pagina.length < PAGINA ? undefined : pagina.at(-1)?.id;
    if (wandeling !== overal || wandeling.na !== undefined) return;
    laatsteLap = lap;
    laatsteEigen = eigen;
  }

  function deel(): Gedeeld {
    const alle = vanAllen().toSorted((a, b) => BEVINDINGEN.indexOf(a.soort) - BEVINDINGEN.indexOf(b.soort));
    const meer: Gedeeld['meer'] = {};
    for (const { soort } of alle.slice(HOOGSTENS_GEDEELD)) meer[soort] = (meer[soort] ?? 0) + 1;
    return {
      na: overal.na ?? null,
      lap,
      ...(laatsteLap && { laatsteLap }),
      bevindingen: alle.slice(0, HOOGSTENS_GEDEELD),
      meer,
    };
  }

  /** Goes on where the instance that walked before this one was. */
  function neemOver(gedeeld: Gedeeld | undefined): void {
    vanAnder = undefined;
    perCasus.clear();
    if (!gedeeld) return;
    for (const { soort, waar } of gedeeld.bevindingen) {
      const soorten = perCasus.get(waar)?.soorten ?? [];
      if (soort === 'koppeling-stuk')
        koppelingen = [...koppelingen.filter((een) => een.waar !== waar), { soort, waar }];
      else perCasus.set(waar, { beurt: beurt - 1, soorten: [...soorten, soort] });
    }
    laatsteLap = gedeeld.laatsteLap;
    if (gedeeld.na === null) return;
    overal.na = gedeeld.na;
    lap = gedeeld.lap;
  }

  /** Where another walks: what it found, and no walk of its own. */
  async function volg(gedeeld: Gedeeld | undefined): Promise<void> {
    vanAnder = gedeeld ?? deel();
    const beproef = overal.na === '';
    for (const wandeling of [...gericht, overal]) wandeling.na = undefined;
    opnieuw = [];
    if (beproef) await proef();
  }

  async function bekijkKoppelingen(): Promise<void> {
    const kapot = await adressen.kapot();
    koppelingen = kapot.map((waar) => ({ soort: 'koppeling-stuk', waar }));
  }

  /** In Teams nobody can be told of this: it goes to the log, the metrics and the waakhond, who are outside of it. */
  function bekijkBezorging(): void {
    const sinds = bezorger.stilSinds();
    if (sinds !== undefined && !wasStil) {
      teller.bevinding('niets-bezorgd');
      log.error({ soort: 'niets-bezorgd', sinds }, 'toezicht vond onraad');
    }
    wasStil = sinds !== undefined;
  }

  /** What is wrong with this instance, whoever walks. */
  const vanHier = (): Bevinding[] => [
    ...(bezorger.stilSinds() === undefined ? [] : [{ soort: 'niets-bezorgd' as const, waar: 'Teams' }]),
    ...(vanZelf?.() ?? []),
  ];
  /** What is wrong in the store and in Teams, for every instance alike. */
  const vanAllen = (): Bevinding[] => [
    ...koppelingen,
    ...[...perCasus].flatMap(([waar, { soorten }]) => soorten.map((soort) => ({ soort, waar }))),
  ];

  function gezien(): Waarneming {
    const laatsteRonde = ronde.laatste();
    return {
      bevindingen: [...vanHier(), ...vanAllen()],
      ...(laatsteLap && { telling: laatsteLap.telling }),
      ...(laatsteRonde !== undefined && { laatsteRonde }),
    };
  }

  /** Its own record is walked too: that it cannot be read is shown by /readyz and the silence of the waakhond. */
  async function vertel(waarneming: Waarneming): Promise<void> {
    const { jaar } = lokaleDatum(klok.nu());
    await voorElk(omgeving, { lus: 'toezicht' }, [registratie(jaar)], (nummer) => schrijf(nummer, waarneming));
  }

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

  return {
    begin(alles) {
      beurt += 1;
      koppelingenNa ||= alles || beurt % KOPPELINGEN_ELKE === 0;
      opnieuw = [...perCasus.keys()].slice(0, PAGINA);
      for (const wandeling of gericht) wandeling.na ??= '';
      if (!alles || overal.na !== undefined) return;
      overal.na = '';
      lap = LEEG;
      eigen = { gezien: 0, onleesbaar: 0 };
    },
    async kijk(overalErbij = true) {
      bekijkBezorging();
      const { rol, leeft, waarde } = await wacht.kijk();
      if (rol === 'ander') {
        await volg(waarde);
        // Of itself nobody else knows; the hartslag and the rest are told by the instance that walks.
        await vertel({ bevindingen: vanHier() });
        return { meer: false, overal: false, gekeken: leeft };
      }
      if (rol === 'nieuw') neemOver(waarde);
      if (opnieuw.length > 0) await bekijkOpnieuw();
      if (koppelingenNa) await bekijkKoppelingen();
      koppelingenNa = false;
      for (const wandeling of overalErbij ? [...gericht, overal] : gericht) await loop(wandeling);
      // Whoever lost its turn meanwhile tells nothing either: what it saw may be old.
      if (await wacht.bewaar(deel())) await vertel(gezien());
      return { meer: gericht.some(({ na }) => na !== undefined), overal: overal.na !== undefined, gekeken: true };
    },
    stand() {
      const { laatsteLap: gelopen, ...gevonden } = vanAnder ?? { laatsteLap, bevindingen: vanAllen() };
      const { telling, wachtendeBerichten, oudsteBericht } = gelopen ?? { ...LEEG, telling: undefined };
      return {
        bevindingen: [...vanHier(), ...gevonden.bevindingen],
        ...('meer' in gevonden && { meer: gevonden.meer }),
        ...(telling && { telling }),
        ...laatsteEigen,
        wachtendeBerichten,
        ...(oudsteBericht !== undefined && { oudsteBericht }),
      };
    },
    paginas: () => laatsteLap && Math.max(1, Math.ceil(laatsteLap.gezien / PAGINA)),
    laatLos: () => wacht.laatLos(),
  };
}
