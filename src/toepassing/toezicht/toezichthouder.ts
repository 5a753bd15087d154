/**
 * The auditor: walks over every casus in the store (wandelingen.ts) and looks at each (controleur.ts). It reports, wakes a
 * casus whose alarm was wrong, and repairs nothing else.
 *
 * A look reads at most a hundred casussen per walk, and the long walk takes its time (toezichtloop.ts). What has a passed
 * term or a message that waits is therefore also walked by itself, every minute, and so is what was found wrong before.
 * Of several instances one walks (wacht.ts); the others know what it found. A casus that was erased is seen once more.
 */
import type { Bevinding } from '../../kern/eigen/toezicht.ts';
import type { Bezorger } from '../bezorging/bezorger.ts';
import type { Ronde } from '../klok/ronde.ts';
import type { Omgeving } from '../omgeving.ts';
import type { Koppelbaar } from '../streek/adressen.ts';
import { maakBevindingenboek } from './bevindingenboek.ts';
import { maakOnderzoek } from './onderzoek.ts';
import { maakToezichtbericht } from './toezichtbericht.ts';
import { LEGE_LAP, type GedeeldToezicht, type Toezichtstand } from './toezichtstand.ts';
import { maakWacht } from './wacht.ts';
import { maakWandelingen } from './wandelingen.ts';

const REGISTER = 'toezicht';
/** Links are looked at once in so many turns: each of them is read. */
const KOPPELINGEN_ELKE = 15;

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

export function maakToezicht(delen: ToezichtDelen): Toezichthouder {
  const { omgeving, bezorger, adressen, ronde, houder, vanZelf, huurMs } = delen;
  const { opslag, klok, log, teller } = omgeving;
  const wacht = maakWacht<GedeeldToezicht>({ opslag, klok, register: REGISTER, houder, huurMs });
  const boek = maakBevindingenboek(omgeving);
  const onderzoek = maakOnderzoek({ omgeving, bezorger, ronde, boek });
  const wandelingen = maakWandelingen({ opslag, klok, boek, onderzoek });
  const vertel = maakToezichtbericht({ omgeving, bezorger, adressen });
  let wasStil = false;
  let koppelingenNa = false;
  /** What the instance that walks says; absent while that is this one. */
  let vanAnder: GedeeldToezicht | undefined;

  const deel = (): GedeeldToezicht => ({ ...wandelingen.gelopen(), ...boek.gedeeld() });

  /** Goes on where the instance that walked before this one was. */
  function neemOver(gedeeld: GedeeldToezicht | undefined): void {
    vanAnder = undefined;
    boek.neemOver(gedeeld?.bevindingen ?? []);
    if (gedeeld) wandelingen.neemOver(gedeeld);
  }

  async function bekijkKoppelingen(): Promise<void> {
    if (koppelingenNa) boek.noteerKoppelingen(await adressen.kapot());
    koppelingenNa = false;
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

  /** Everything that is known after a look of its own. */
  async function vertelGezien(): Promise<void> {
    const { laatsteLap } = wandelingen.gelopen();
    const laatsteRonde = ronde.laatste();
    await vertel({
      bevindingen: [...vanHier(), ...boek.alle()],
      ...(laatsteLap && { telling: laatsteLap.telling }),
      ...(laatsteRonde !== undefined && { laatsteRonde }),
    });
  }

  return {
    begin(alles) {
      const beurt = boek.begin();
      koppelingenNa ||= alles || beurt % KOPPELINGEN_ELKE === 0;
      wandelingen.begin(alles);
    },
    async kijk(overalErbij = true) {
      bekijkBezorging();
      const { rol, leeft, waarde } = await wacht.kijk();
      if (rol === 'ander') {
        vanAnder = waarde ?? deel();
        await wandelingen.laatAnder();
        // Of itself nobody else knows; the hartslag and the rest are told by the instance that walks.
        await vertel({ bevindingen: vanHier() });
        return { meer: false, overal: false, gekeken: leeft };
      }
      if (rol === 'nieuw') neemOver(waarde);
      await wandelingen.bekijkOpnieuw();
      await bekijkKoppelingen();
      await wandelingen.loop(overalErbij);
      // Whoever lost its turn meanwhile tells nothing either: what it saw may be old.
      if (await wacht.bewaar(deel())) await vertelGezien();
      return { ...wandelingen.onderweg(), gekeken: true };
    },
    stand() {
      const { laatsteLap, ...gevonden } = vanAnder ?? {
        laatsteLap: wandelingen.gelopen().laatsteLap,
        bevindingen: boek.alle(),
      };
      const { telling, wachtendeBerichten, oudsteBericht } = laatsteLap ?? { ...LEGE_LAP, telling: undefined };
      return {
        bevindingen: [...vanHier(), ...gevonden.bevindingen],
        ...('meer' in gevonden && { meer: gevonden.meer }),
        ...(telling && { telling }),
        ...wandelingen.zelfGezien(),
        wachtendeBerichten,
        ...(oudsteBericht !== undefined && { oudsteBericht }),
      };
    },
    paginas: () => wandelingen.paginas(),
    laatLos: () => wacht.laatLos(),
  };
}
