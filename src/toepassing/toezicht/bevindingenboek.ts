/** What the auditor found wrong in the store and in Teams, and in which turn it found that. */
import { BEVINDINGEN, type Bevinding, type BevindingSoort } from '../../kern/eigen/toezicht.ts';
import type { Omgeving } from '../omgeving.ts';
import type { GedeeldToezicht } from './toezichtstand.ts';

/** So many findings are named to the other instances; of more only their number is. */
const HOOGSTENS_GEDEELD = 100;

export interface Bevindingenboek {
  /** A new turn begins; returns its number, the first being 1. */
  begin(): number;
  /** What one look at a casus found; what is new in it is logged and counted. */
  noteer(casusnummer: string, soorten: readonly BevindingSoort[]): void;
  /** The casus is not in the store any more. */
  vergeet(casusnummer: string): void;
  /** The links that are broken by now. */
  noteerKoppelingen(kapot: readonly string[]): void;
  /** Goes on with what another instance found. */
  neemOver(bevindingen: readonly Bevinding[]): void;
  /** In which something is wrong; what was looked at longest ago comes first. */
  casussen(): string[];
  /** What is wrong in the store and in Teams, for every instance alike. */
  alle(): Bevinding[];
  /** The same for the other instances: the worst by name, the rest by number. */
  gedeeld(): Pick<GedeeldToezicht, 'bevindingen' | 'meer'>;
}

export function maakBevindingenboek({ log, teller }: Pick<Omgeving, 'log' | 'teller'>): Bevindingenboek {
  const perCasus = new Map<string, { soorten: BevindingSoort[]; beurt: number }>();
  let koppelingen: Bevinding[] = [];
  let beurt = 0;

  const alle = (): Bevinding[] => [
    ...koppelingen,
    ...[...perCasus].flatMap(([waar, { soorten }]) => soorten.map((soort) => ({ soort, waar }))),
  ];

  return {
    begin: () => ++beurt,
    noteer(casusnummer, soorten) {
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
        if (soorten.length > 0) perCasus.set(casusnummer, { beurt, soorten: [...soorten] });
      }
    },
    vergeet: (casusnummer) => void perCasus.delete(casusnummer),
    noteerKoppelingen(kapot) {
      koppelingen = kapot.map((waar) => ({ soort: 'koppeling-stuk', waar }));
    },
    neemOver(bevindingen) {
      perCasus.clear();
      for (const { soort, waar } of bevindingen) {
        const soorten = perCasus.get(waar)?.soorten ?? [];
        if (soort === 'koppeling-stuk')
          koppelingen = [...koppelingen.filter((een) => een.waar !== waar), { soort, waar }];
        else perCasus.set(waar, { beurt: beurt - 1, soorten: [...soorten, soort] });
      }
    },
    casussen: () => [...perCasus.keys()],
    alle,
    gedeeld() {
      const gevonden = alle().toSorted((a, b) => BEVINDINGEN.indexOf(a.soort) - BEVINDINGEN.indexOf(b.soort));
      const meer: GedeeldToezicht['meer'] = {};
      for (const { soort } of gevonden.slice(HOOGSTENS_GEDEELD)) meer[soort] = (meer[soort] ?? 0) + 1;
      return { bevindingen: gevonden.slice(0, HOOGSTENS_GEDEELD), meer };
    },
  };
}
