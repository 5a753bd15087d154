/**
 * Keeps a list of its own of every instant at which the clock owes an event, made from what the journals say of their
 * terms and apart from the round and its alarm, and finds each that came later than two rounds after it.
 */
import type { Gebeurtenis } from '../../src/kern/gebeurtenissen.ts';
import type { Stap } from '../../src/kern/termijnen.ts';
import type { Instant, Kalender } from '../../src/kern/tijd/werkdagen.ts';

interface Open {
  casusnummer: string;
  spoed: boolean;
  /** Not done yet, by id. */
  stappen: Map<string, Stap>;
}
interface Verschuldigd {
  op: Instant;
  termijn: string;
  stap: string;
}

export interface TeLaat {
  waar: string;
  verschuldigdOp: Instant;
  /** The begin of the second round that did not do it. */
  ronde: Instant;
}

export interface Klokwacht {
  /** What was just written down of a casus. */
  zie(casusnummer: string, spoed: boolean, gebeurtenissen: readonly Gebeurtenis[]): void;
  /** A whole round that began at this instant has ended; gives what is late since. */
  naRonde(begin: Instant): TeLaat[];
  gezien(): { termijnen: number; stappen: number };
}

export function maakKlokwacht(kalender: Kalender): Klokwacht {
  const open = new Map<string, Open>();
  /** By instant: a few moments a day have nearly everything. */
  const rij = new Map<Instant, Verschuldigd[]>();
  /** Thousands of steps fall on one midnight. */
  const openingen = new Map<Instant, Instant>();
  let vorige: Instant | undefined;
  let termijnen = 0;
  let stappen = 0;

  function zet(termijn: string, { id: stap }: Stap, op: Instant): void {
    const bij = rij.get(op) ?? [];
    bij.push({ op, termijn, stap });
    rij.set(op, bij);
  }
  function binnenKantooruren(op: Instant): Instant {
    const opening = openingen.get(op) ?? kalender.binnenKantooruren(op);
    if (openingen.size > 5000) openingen.clear();
    openingen.set(op, opening);
    return opening;
  }
  /** A ping waits for office hours (domein.md §6); that a term has passed is written down at once. */
  const wanneer = ({ soort, stipt, op }: Stap, { spoed }: Open, nu = op): Instant =>
    soort === 'verlopen' || stipt || spoed ? op : binnenKantooruren(op < nu ? nu : op);

  function plan(termijn: string, van: Open, stap: Stap): void {
    van.stappen.set(stap.id, stap);
    zet(termijn, stap, wanneer(stap, van));
    stappen += 1;
  }

  return {
    gezien: () => ({ termijnen, stappen }),
    zie(casusnummer, spoed, gebeurtenissen) {
      for (const { start = [], eindigt = [], gegevens } of gebeurtenissen) {
        for (const termijn of start) {
          const van: Open = { casusnummer, spoed, stappen: new Map() };
          open.set(`${casusnummer}/${termijn.id}`, van);
          termijnen += 1;
          for (const stap of termijn.stappen) plan(`${casusnummer}/${termijn.id}`, van, stap);
        }
        if ('termijn' in gegevens && 'stap' in gegevens) {
          const sleutel = `${casusnummer}/${gegevens.termijn}`;
          const van = open.get(sleutel);
          van?.stappen.delete(gegevens.stap);
          if (van && 'volgende' in gegevens && gegevens.volgende) plan(sleutel, van, gegevens.volgende);
        }
        for (const id of eindigt) open.delete(`${casusnummer}/${id}`);
      }
    },
    naRonde(begin) {
      const tot = vorige;
      vorige = begin;
      if (tot === undefined) return [];
      const teLaat: TeLaat[] = [];
      const grens = tot < begin ? tot : begin;
      for (const [op, bij] of rij) {
        if (op > grens) continue;
        rij.delete(op);
        for (const { termijn, stap: id } of bij) {
          const van = open.get(termijn);
          const stap = van?.stappen.get(id);
          if (!van || !stap) continue;
          // Both rounds may have been at night, when nobody is pinged: after a jump of the clock.
          const nog = wanneer(stap, van, grens);
          if (nog > grens) zet(termijn, stap, nog);
          else teLaat.push({ waar: `${termijn} ${id}`, verschuldigdOp: op, ronde: begin });
        }
      }
      return teLaat;
    },
  };
}
