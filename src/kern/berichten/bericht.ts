/** What a message is before it has an address: by which card, to whom, about which event. */
import type { Ontvanger } from '../beleid/beleid.ts';
import type { Casus } from '../casus.ts';

/**
 * A beheerder is no step of a policy, but hears what is missing in the adresboek; `gesprek` is a conversation that lost its
 * link, and so stands for no organisation any more.
 */
export type Geadresseerde = Ontvanger | 'beheerder' | 'gesprek';

/**
 * `overdracht` is the card in the team's channel and `volgkaart` its mirror in VT's: both are posted once and updated
 * in place. `voortgang` tells of an event, `ping` of steps of terms, `onbezorgbaar` of a message that did not arrive.
 * `informeren` asks VT to inform people, `screening` to look at its wachtlijst, `wachtlijst-vt` warns about its pace,
 * `stuurgroep` tells the stuurgroep numbers, ages and casusnummers only, `toezicht` tells VT that the bot watches, or
 * what its auditor found wrong, `adresboek` tells who is missing there, and `koppeling` asks or tells about a link.
 */
export type KaartSoort =
  | 'overdracht'
  | 'volgkaart'
  | 'voortgang'
  | 'ping'
  | 'onbezorgbaar'
  | 'informeren'
  | 'screening'
  | 'wachtlijst-vt'
  | 'stuurgroep'
  | 'toezicht'
  | 'adresboek'
  | 'koppeling';

export interface Bericht {
  /** The event that caused it; with the addressee this makes the message unique. */
  nr: number;
  kaart: KaartSoort;
  aan: Geadresseerde;
  /** The team meant by `kanaal-team` and `leidinggevende-team`. */
  team?: string;
  /** The conversation meant by `gesprek`. */
  gesprek?: string;
  /** The overdracht whose card it is, or in whose thread it belongs. */
  overdracht?: number;
  /** True for a change of a card that stands there already. */
  bijwerken?: true;
  /** For a ping: the steps it tells of, all of one addressee. */
  stappen?: { termijn: string; stap: string }[];
}

/** Word of an event in the thread of the overdracht that it is about. The stuurgroep sees numbers only (§4.3). */
export function voortgang(casus: Casus, nr: number, overdracht: number, aan: readonly Ontvanger[]): Bericht[] {
  const team = casus.overdrachten.find((kandidaat) => kandidaat.nr === overdracht)?.team;
  return aan.map((een) =>
    een === 'stuurgroep'
      ? { nr, kaart: 'stuurgroep', aan: een }
      : { nr, kaart: 'voortgang', aan: een, overdracht, ...(team && { team }) },
  );
}

/** The card of an overdracht in the team's channel and its mirror in VT's: posted, or redrawn where they stand. */
export function overdrachtKaarten(casus: Casus, overdracht: number, nr: number, bijwerken: boolean): Bericht[] {
  const team = casus.overdrachten.find((kandidaat) => kandidaat.nr === overdracht)?.team;
  if (team === undefined) return [];
  const vast = { nr, team, overdracht, ...(bijwerken && { bijwerken: true as const }) };
  return [
    { ...vast, kaart: 'overdracht', aan: 'kanaal-team' },
    { ...vast, kaart: 'volgkaart', aan: 'kanaal-vt' },
  ];
}
