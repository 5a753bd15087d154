/**
 * The auditor: walks over every casus in the store, open or closed, in order of casusnummer and apart from the round's
 * own query, and looks at each (controleur.ts). It reports, wakes a casus whose alarm was wrong, and repairs nothing else.
 *
 * A look reads at most a hundred casussen per walk; at one look a second 1,000,000 casussen take 2 hours and 47 minutes.
 * What has a passed term or a message that waits is therefore also walked by itself, every minute.
 */
import { houdToezicht } from '../kern/beslis.ts';
import { EIGEN, type Casus } from '../kern/casus.ts';
import type { Bevinding, BevindingSoort, Telling } from '../kern/gebeurtenissen.ts';
import { lokaleDatum, type Instant } from '../kern/werkdagen.ts';
import { VEILIG_THUIS } from './adresboek.ts';
import type { Koppelbaar } from './adressen.ts';
import type { Bezorger } from './bezorger.ts';
import { eerste } from './bundel.ts';
import { casusVan, WACHT_OP_BEZORGING } from './casusdocument.ts';
import { controleer, NIETS, ONLEESBAAR, telOp, type Blik, type Kijker } from './controleur.ts';
import { KLOK, muteer } from './mutatie.ts';
import { foutVelden, type Omgeving } from './omgeving.ts';
import type { CasusDocument, Gelezen, Zoekvraag } from './poorten.ts';
import { beginMaand } from './registratie.ts';
import type { Ronde } from './ronde.ts';

const PAGINA = 100;
/** The bot's own messages of one year; those of past months are put away. */
const registratie = (jaar: number): string => `${EIGEN}toezicht-${jaar}`;

/** These end by waking the casus: the next round or a new try does what was left undone. */
const TE_WEKKEN: ReadonlySet<BevindingSoort> = new Set([
  'termijn-gemist',
  'casus-slaapt',
  'bericht-te-laat',
  'wekker-fout',
]);

export interface Stand {
  bevindingen: readonly Bevinding[];
  /** Of the last walk over all casussen; absent before the first one ended. */
  telling?: Telling;
  /** How many casussen that walk saw and could not read. */
  gezien: number;
  onleesbaar: number;
  wachtendeBerichten: number;
  oudsteBericht?: Instant;
}

export interface Toezicht {
  /** Starts the walks anew that have ended: those by a field, and with `alles` the one over every casus. */
  begin(alles: boolean): void;
  /** One page of each walk. True while there is more to walk. Rejects when the store cannot be read. */
  kijk(): Promise<boolean>;
  stand(): Stand;
}

export interface ToezichtDelen {
  omgeving: Omgeving;
  bezorger: Bezorger;
  adressen: Pick<Koppelbaar, 'zoek' | 'kapot'>;
  ronde: Pick<Ronde, 'laatste' | 'tweeRonden'>;
}

interface Wandeling {
  vraag(nu: Instant): Omit<Zoekvraag, 'maximum' | 'na'>;
  /** Where it is; `undefined` when it has ended, an empty text at its beginning. */
  na: string | undefined;
}

type Lap = Omit<Stand, 'bevindingen' | 'telling'> & { telling: Telling };
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

export function maakToezicht({ omgeving, bezorger, adressen, ronde }: ToezichtDelen): Toezicht {
  const { opslag, klok, log, teller } = omgeving;
  const overal: Wandeling = { vraag: () => ({}), na: undefined };
  const gericht: Wandeling[] = [
    { vraag: (nu) => ({ vervallenOp: nu }), na: undefined },
    { vraag: () => ({ kenmerk: WACHT_OP_BEZORGING }), na: undefined },
  ];
  const perCasus = new Map<string, { soorten: BevindingSoort[]; beurt: number }>();
  let beurt = 0;
  let koppelingen: Bevinding[] = [];
  let lap = LEEG;
  let laatsteLap: Lap | undefined;
  /** What VT was last told, as this instance knows it. */
  let verteld: Casus | undefined;

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
      await opslag.controleer();
      return onleesbaar(fout);
    }
    try {
      return gelezen && controleer(gelezen.waarde, kijker);
    } catch (fout) {
      return onleesbaar(fout);
    }
  }

  async function wek(casusnummer: string): Promise<void> {
    try {
      const uitkomst = await muteer(omgeving, {
        casusnummer,
        beslis: (casus) => (casus ? { gebeurtenissen: [] } : { onbekend: true }),
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
    else if (soorten.length > 0) perCasus.set(casusnummer, { beurt, soorten });
    else perCasus.delete(casusnummer);
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
      const blik = await bekijk(id, kijker);
      if (!blik) continue;
      noteer(id, blik.soorten);
      if (blik.soorten.some((soort) => TE_WEKKEN.has(soort))) await wek(id);
      if (wandeling === overal) lap = metBlik(lap, blik);
      // SQLite answers without letting go of the thread: whoever clicks goes first.
      await new Promise((verder) => setImmediate(verder));
    }
    wandeling.na = pagina.length < PAGINA ? undefined : pagina.at(-1)?.id;
    if (wandeling === overal && wandeling.na === undefined) laatsteLap = lap;
  }

  async function bekijkKoppelingen(): Promise<void> {
    const kapot = await adressen.kapot();
    koppelingen = kapot.map((waar) => ({ soort: 'koppeling-stuk', waar }));
  }

  const bevindingen = (): Bevinding[] => [
    ...koppelingen,
    ...[...perCasus].flatMap(([waar, { soorten }]) => soorten.map((soort) => ({ soort, waar }))),
  ];

  async function vertel(): Promise<void> {
    const nu = klok.nu();
    const laatsteRonde = ronde.laatste();
    const waarneming = {
      bevindingen: bevindingen(),
      ...(laatsteLap && { telling: laatsteLap.telling }),
      ...(laatsteRonde !== undefined && { laatsteRonde }),
    };
    const { jaar } = lokaleDatum(nu);
    const nummer = registratie(jaar);
    const context = { ...omgeving.regels(), nu, door: KLOK };
    const denkt = houdToezicht(nummer, verteld, waarneming, context);
    if ('geweigerd' in denkt || denkt.gebeurtenissen.length === 0) return;
    // Nobody can miss what never had a place to appear.
    if (!(await adressen.zoek({ kanaal: VEILIG_THUIS }))) return;
    await beginMaand(omgeving, nummer);
    // A new year begins a new record; what was told in the old one is not told again.
    const vorig = await opslag.lees(registratie(jaar - 1));
    const vorigJaar = vorig && casusVan(vorig.waarde);
    const uitkomst = await muteer(omgeving, {
      casusnummer: nummer,
      beslis: (casus, moment) => houdToezicht(nummer, casus ?? vorigJaar, waarneming, { ...context, nu: moment }),
    });
    verteld = uitkomst.soort === 'geschreven' ? uitkomst.casus : vorigJaar;
    if (uitkomst.soort === 'geschreven') bezorger.bezorg(uitkomst);
  }

  return {
    begin(alles) {
      beurt += 1;
      for (const wandeling of gericht) wandeling.na ??= '';
      if (!alles || overal.na !== undefined) return;
      overal.na = '';
      lap = LEEG;
    },
    async kijk() {
      if (overal.na === '') await bekijkKoppelingen();
      for (const wandeling of [...gericht, overal]) await loop(wandeling);
      await vertel();
      return [...gericht, overal].some(({ na }) => na !== undefined);
    },
    stand: () => ({ ...(laatsteLap ?? LEEG), bevindingen: bevindingen() }),
  };
}
