/**
 * The walks of the auditor, a page at a time: the long one over every casus, open or closed, in order of casusnummer and
 * apart from the round's own query; and by themselves what has a passed term, what waits, and what was found wrong before.
 */
import type { Instant } from '../../kern/tijd/werkdagen.ts';
import { IS_GEWIST, WACHT_OP_BEZORGING } from '../casus/casusdocument.ts';
import type { Klok, Opslag, Zoekvraag } from '../poorten.ts';
import type { Bevindingenboek } from './bevindingenboek.ts';
import type { Onderzoek } from './onderzoek.ts';
import { LEGE_LAP, metBlik, telGezien, type GedeeldToezicht, type Lap } from './toezichtstand.ts';

const PAGINA = 100;
/** So many casussen an instance that does not walk reads itself, to know that it can. */
const PROEF = 10;
const NIETS_GEZIEN = { gezien: 0, onleesbaar: 0 };

interface Wandeling {
  vraag(nu: Instant): Omit<Zoekvraag, 'maximum' | 'na'>;
  /** Where it is; `undefined` when it has ended, an empty text at its beginning. */
  na: string | undefined;
}

export interface Wandelingen {
  /** Starts those anew that have ended: those by a field, and with `alles` the one over every casus. */
  begin(alles: boolean): void;
  /** What was found wrong before is looked at again, once in a turn. */
  bekijkOpnieuw(): Promise<void>;
  /** One page of each walk, of the long one only if asked. */
  loop(overalErbij: boolean): Promise<void>;
  /** Another instance walks: no walk of its own, but for a few casussen to know that it can read them. */
  laatAnder(): Promise<void>;
  /** Goes on where the instance that walked before this one was. */
  neemOver(gedeeld: Omit<GedeeldToezicht, 'bevindingen' | 'meer'>): void;
  /** Which of them have not ended. */
  onderweg(): { meer: boolean; overal: boolean };
  /** Where the long one is, and what it counted. */
  gelopen(): Omit<GedeeldToezicht, 'bevindingen' | 'meer'>;
  /** What this instance itself read last: it tells whether this instance can read. */
  zelfGezien(): Pick<Lap, 'gezien' | 'onleesbaar'>;
  /** How many pages the last walk over every casus had; `undefined` before one ended. */
  paginas(): number | undefined;
}

export interface WandelingDelen {
  opslag: Pick<Opslag, 'zoek'>;
  klok: Klok;
  boek: Pick<Bevindingenboek, 'casussen' | 'vergeet'>;
  onderzoek: Onderzoek;
}

export function maakWandelingen({ opslag, klok, boek, onderzoek }: WandelingDelen): Wandelingen {
  const overal: Wandeling = { vraag: () => ({ zonderKenmerk: IS_GEWIST }), na: undefined };
  const gericht: Wandeling[] = [
    { vraag: (nu) => ({ vervallenOp: nu }), na: undefined },
    { vraag: () => ({ kenmerk: WACHT_OP_BEZORGING }), na: undefined },
  ];
  let lap = LEGE_LAP;
  let laatsteLap: Lap | undefined;
  /** What was found wrong before and is looked at again this turn. */
  let opnieuw: string[] = [];
  let eigen = NIETS_GEZIEN;
  let laatsteEigen = eigen;

  /** Whoever does not walk reads a few all the same: an old version, or a wrong key, shows in itself alone. */
  async function proef(): Promise<void> {
    eigen = NIETS_GEZIEN;
    const kijker = onderzoek.kijkerNu();
    for (const { id } of await opslag.zoek({ ...overal.vraag(klok.nu()), maximum: PROEF })) {
      const blik = await onderzoek.bekijk(id, kijker);
      if (blik) eigen = telGezien(eigen, blik);
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
    const kijker = onderzoek.kijkerNu();
    for (const { id } of pagina) {
      const blik = await onderzoek.doorzoek(id, kijker);
      if (!blik || wandeling !== overal) continue;
      lap = metBlik(lap, blik);
      eigen = telGezien(eigen, blik);
    }
    wandeling.na = pagina.length < PAGINA ? undefined : pagina.at(-1)?.id;
    if (wandeling !== overal || wandeling.na !== undefined) return;
    laatsteLap = lap;
    laatsteEigen = eigen;
  }

  return {
    begin(alles) {
      opnieuw = boek.casussen().slice(0, PAGINA);
      for (const wandeling of gericht) wandeling.na ??= '';
      if (!alles || overal.na !== undefined) return;
      overal.na = '';
      lap = LEGE_LAP;
      eigen = NIETS_GEZIEN;
    },
    async bekijkOpnieuw() {
      if (opnieuw.length === 0) return;
      const kijker = onderzoek.kijkerNu();
      for (const id of opnieuw.splice(0)) if (!(await onderzoek.doorzoek(id, kijker))) boek.vergeet(id);
    },
    async loop(overalErbij) {
      for (const wandeling of overalErbij ? [...gericht, overal] : gericht) await loop(wandeling);
    },
    async laatAnder() {
      const beproef = overal.na === '';
      for (const wandeling of [...gericht, overal]) wandeling.na = undefined;
      opnieuw = [];
      if (beproef) await proef();
    },
    neemOver(gedeeld) {
      laatsteLap = gedeeld.laatsteLap;
      if (gedeeld.na === null) return;
      overal.na = gedeeld.na;
      lap = gedeeld.lap;
    },
    onderweg: () => ({ meer: gericht.some(({ na }) => na !== undefined), overal: overal.na !== undefined }),
    gelopen: () => ({ na: overal.na ?? null, lap, ...(laatsteLap && { laatsteLap }) }),
    zelfGezien: () => laatsteEigen,
    paginas: () => laatsteLap && Math.max(1, Math.ceil(laatsteLap.gezien / PAGINA)),
  };
}
