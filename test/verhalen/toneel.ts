/** The stage of a story: the running region, its casussen by letter, and how people find the button they click. */
import { knopOver, type KlikAntwoord, type Knop } from '../scenario/kaart.ts';
import { ADRESBOEK, KANALEN, persoonlijkGesprek, type KanaalNaam, type Mens } from '../scenario/mensen.ts';
import type { Verstuurd, Wereld } from '../scenario/wereld.ts';

/** A casus in a story; the first is A. */
export type Letter = 'A' | 'B' | 'C';

const NUMMERS: Record<Letter, string> = { A: 'VT-2026-0001', B: 'VT-2026-0002', C: 'VT-2026-0003' };
export const LETTERS = Object.keys(NUMMERS) as Letter[];
export const nummer = (letter: Letter): string => NUMMERS[letter];

export interface Klik {
  wie: Mens;
  verb: string;
  data: Record<string, unknown>;
  conversatie: string;
}

export interface Toneel {
  wereld: Wereld;
  /** The casussen that have been registered so far. */
  casussen: Set<Letter>;
  /** The last click, to send it once more as Teams does when an answer was lost. */
  laatste?: Klik;
}

/**
 * What someone does at a step; without people it is the clock alone. Whoever looks for a button first gives back the
 * click itself, so that two who do it at once have both seen their button before either clicks.
 */
export type Daad = (toneel: Toneel) => Promise<Zet | void>;
type Zet = () => Promise<void>;

export async function doe(daad: Daad, toneel: Toneel): Promise<void> {
  const zet = await daad(toneel);
  await zet?.();
}

/** Where someone sees messages: in person, and in the channel of the organisation they belong to. */
function gesprekkenVan(wie: Mens): string[] {
  const { veiligThuis, teams } = ADRESBOEK;
  const hoort = (lijst: readonly { naam: string }[]): boolean => lijst.some(({ naam }) => naam === wie.naam);
  const kanalen = (Object.keys(KANALEN) as KanaalNaam[]).filter((naam) => {
    const { sleutel } = KANALEN[naam];
    if (sleutel === 'veilig-thuis') return hoort([...veiligThuis.medewerkers, ...veiligThuis.leidinggevenden]);
    const team = teams.find((kandidaat) => kandidaat.sleutel === sleutel);
    return team !== undefined && hoort([...team.leden, ...team.leidinggevenden]);
  });
  return [persoonlijkGesprek(wie), ...kanalen.map((naam) => KANALEN[naam].conversatie)];
}

/** The messages that this person has before them about a casus, newest first, each as it looks now. */
async function voorOgen({ wereld }: Toneel, wie: Mens, letter: Letter): Promise<Verstuurd[]> {
  const gesprekken = gesprekkenVan(wie);
  const perActiviteit = new Map<string, Verstuurd>();
  for (const bericht of await wereld.verstuurd()) {
    const past =
      gesprekken.includes(bericht.conversatie.split(';')[0] ?? '') &&
      (bericht.knoppen.some(({ data }) => data['casusnummer'] === nummer(letter)) ||
        (bericht.samenvatting === 'Dagelijkse screening' &&
          Object.values(bericht.keuzes).flat().includes(nummer(letter))));
    if (past) perActiviteit.set(bericht.activiteit, bericht);
    else perActiviteit.delete(bericht.activiteit);
  }
  return [...perActiviteit.values()].toReversed();
}

interface Knoppen {
  knoppen: Knop[];
  keuzes?: Record<string, string[]>;
  conversatie: string;
}

/** The button as it stands on the newest card that has it, else behind "Meer acties" of a card or of the status. */
export async function vindKnop(toneel: Toneel, wie: Mens, verb: string, letter: Letter): Promise<Klik> {
  const berichten = await voorOgen(toneel, wie, letter);
  const op = (kaart: Knoppen): Klik | undefined => {
    const knop = knopOver(kaart, verb, nummer(letter));
    return knop && { wie, verb, data: knop.data, conversatie: kaart.conversatie };
  };
  async function achter({ knoppen, conversatie }: Knoppen): Promise<Klik | undefined> {
    const acties = knoppen.find((een) => een.verb === 'acties' && een.data['casusnummer'] === nummer(letter));
    if (!acties) return undefined;
    const { knopdata } = await toneel.wereld.klik(wie, 'acties', acties.data, conversatie);
    return op({ knoppen: knopdata, conversatie });
  }
  for (const bericht of berichten) {
    const knop = op(bericht);
    if (knop) return knop;
  }
  for (const bericht of berichten) {
    const knop = await achter(bericht);
    if (knop) return knop;
  }
  const { knoppen } = await toneel.wereld.typ(wie, `status ${nummer(letter)}`);
  const status = { knoppen, conversatie: persoonlijkGesprek(wie) };
  const knop = op(status) ?? (await achter(status));
  if (knop) return knop;
  const gezien = berichten.map((een) => `${een.regel}: ${een.knoppen.map((deel) => deel.verb).join(', ')}`);
  throw new Error(`${wie.naam} heeft geen knop '${verb}' voor casus ${letter}:\n${gezien.join('\n')}`);
}

/** Clicks, and remembers it for a redelivery. */
export function klik(toneel: Toneel, { wie, verb, data, conversatie }: Klik): Promise<KlikAntwoord> {
  toneel.laatste = { wie, verb, data, conversatie };
  return toneel.wereld.klik(wie, verb, data, conversatie);
}

/** Fails the story with what was seen. */
export function eis(goed: boolean, gezien: string): void {
  if (!goed) throw new Error(gezien);
}

/** A click that was accepted changes the card before the person. */
export const aanvaard = ({ status, soort, tekst }: KlikAntwoord, wat: string): void =>
  eis(status === 200 && soort === 'kaart', `${wat}: ${tekst}`);
