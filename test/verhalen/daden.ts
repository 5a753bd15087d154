/** What people do in the stories: over the API as Veilig Thuis's registration system does, and by buttons in Teams. */
import {
  KANALEN,
  NOORD,
  persoonlijkGesprek,
  type AdresboekBestand,
  type KanaalNaam,
  type Mens,
} from '../scenario/mensen.ts';
import { KOUD, meld, WARM } from '../scenario/stappen.ts';
import type { Gedrag } from '../steun/connector.ts';
import { moment } from './tijd.ts';
import { aanvaard, doe, eis, klik, nummer, vindKnop, type Daad, type Letter, type Toneel } from './toneel.ts';

type Velden = Record<string, unknown>;
interface Over {
  casus?: Letter;
}

/** Nobody does anything: only time passes. */
export const KLOK: Daad = async () => {};

/** One after the other, at the same moment of the clock. */
export const samen =
  (...daden: Daad[]): Daad =>
  async (toneel) => {
    for (const daad of daden) await doe(daad, toneel);
  };

/** All at once: the requests are under way together. */
export const tegelijk =
  (...daden: Daad[]): Daad =>
  async (toneel) => {
    const zetten = await Promise.all(daden.map((daad) => daad(toneel)));
    await Promise.all(zetten.map(async (zet) => zet?.()));
  };

interface Melding extends Over {
  /** When Veilig Thuis received it; default now. */
  ontvangen?: string;
  spoed?: boolean;
  gemeente?: string;
}

/** Veilig Thuis registers a melding. */
export const meldt =
  ({ ontvangen, spoed = false, gemeente = 'Breda', casus = 'A' }: Melding = {}): Daad =>
  async ({ wereld, casussen }) => {
    const op = ontvangen === undefined ? {} : { ontvangen: moment(ontvangen) };
    await meld(wereld, nummer(casus), { gemeente, spoed, ...op });
    casussen.add(casus);
  };

/** Moments in an opdracht are written as in a story; the API takes instants. */
const metMomenten = (velden: Velden): Velden =>
  Object.fromEntries(
    Object.entries(velden).map(([naam, waarde]) => [
      naam,
      ['op', 'gegevenOp', 'ontvangenOp'].includes(naam) && typeof waarde === 'string' ? moment(waarde) : waarde,
    ]),
  );

/** The registration system gives an opdracht; its moments are written as in a story. */
export const vt =
  (soort: string, velden: Velden = {}, { casus = 'A' }: Over = {}): Daad =>
  async ({ wereld }) =>
  async () => {
    await wereld.vt(nummer(casus), { soort, ...metMomenten(velden) });
  };

/** The registration system gives an opdracht that is refused with this code. */
export const vtMagNiet =
  (code: string, soort: string, velden: Velden = {}, { casus = 'A' }: Over = {}): Daad =>
  async ({ wereld }) => {
    const opdracht = { soort, ...metMomenten(velden) };
    const antwoord = await wereld.api('POST', `/api/v1/casussen/${nummer(casus)}/opdrachten`, opdracht);
    eis(antwoord.status === 409 && antwoord.code === code, JSON.stringify(antwoord.body));
  };

/** The triage ends in handing over to a lokaal team, in staying involved, or with the cliëntsysteem. */
export const triage = {
  lokaal: (over?: Over): Daad => vt('triage-afronden', { besluit: 'lokale-toegang' }, over),
  onderzoek: (over?: Over): Daad => vt('triage-afronden', { besluit: 'veilig-thuis', vervolg: 'onderzoek' }, over),
  geenZorgen: (over?: Over): Daad => vt('triage-afronden', { besluit: 'geen-zorgen' }, over),
  lichteZorgen: (over?: Over): Daad =>
    vt('triage-afronden', { besluit: 'clientsysteem', voldoendeMogelijkheden: true, bereidZonderControle: true }, over),
};

export const koudNaar =
  (team: string, { casus = 'A' }: Over = {}): Daad =>
  async ({ wereld }) =>
  async () => {
    await wereld.vt(nummer(casus), KOUD(team));
  };

export const warmNaar =
  (team: string, { casus = 'A' }: Over = {}): Daad =>
  async ({ wereld }) => {
    await wereld.vt(nummer(casus), WARM(team, wereld.klok.nu()));
  };

/** A melding, its triage and a koude overdracht: with duties for Veilig Thuis (the cliënt) and later for the team. */
export const draagtKoudOver = (team = NOORD, melding: Melding = {}): Daad =>
  samen(meldt(melding), triage.lokaal(melding), koudNaar(team, melding));

/** A melding, an onderzoek by Veilig Thuis and a warme overdracht: only confirming and picking up are guarded. */
export const draagtWarmOver = (team = NOORD, melding: Melding = {}): Daad =>
  samen(meldt(melding), triage.onderzoek(melding), warmNaar(team, melding));

interface KlikOpties extends Over {
  /** So often in a row, as when Teams redelivers. */
  keer?: number;
}

/** Clicks a button that stands before this person, and sees the card change. */
export const klikt =
  (wie: Mens, verb: string, invoer: Velden = {}, { casus = 'A', keer = 1 }: KlikOpties = {}): Daad =>
  async (toneel) => {
    const knop = await vindKnop(toneel, wie, verb, casus);
    const data = { ...knop.data, ...invoer };
    return async () => {
      for (let nr = 1; nr <= keer; nr++) aanvaard(await klik(toneel, { ...knop, data }), `${wie.naam} ${verb}`);
    };
  };

/** The last click comes in once more. */
export const nogmaals =
  (keer = 1): Daad =>
  async (toneel) => {
    const { laatste } = toneel;
    if (!laatste) throw new Error('er is nog niet geklikt');
    for (let nr = 1; nr <= keer; nr++) aanvaard(await klik(toneel, laatste), `nogmaals ${laatste.verb}`);
  };

interface Poging extends Over {
  overdracht?: number;
}

/** Sends a click as from a card that no longer stands there, or of someone else; the answer says why it does not count. */
export const klikTevergeefs =
  (
    wie: Mens,
    verb: string,
    antwoord: string,
    invoer: Velden = {},
    { casus = 'A', overdracht = 1 }: Poging = {},
  ): Daad =>
  async ({ wereld }) => {
    const data = { casusnummer: nummer(casus), overdracht, ...invoer };
    const { soort, tekst, status } = await wereld.klik(wie, verb, data);
    eis(status === 200 && soort === 'tekst' && tekst.includes(antwoord), `${wie.naam} ${verb}: ${tekst}`);
  };

/** Asks in the own chat, and reads all of this in the answer. */
export const vraagt =
  (wie: Mens, vraag: string, ...antwoord: string[]): Daad =>
  async ({ wereld }) => {
    const { tekst } = await wereld.typ(wie, metNummers(vraag));
    for (const deel of antwoord) eis(tekst.includes(metNummers(deel)), `geen '${deel}' in: ${tekst}`);
  };

/** `casus A` in a story is `VT-2026-0001` to the bot. */
const metNummers = (tekst: string): string =>
  tekst.replaceAll(/\bcasus ([ABC])\b/g, (_heel, letter: Letter) => `casus ${nummer(letter)}`);

export const koppelt =
  (kanaal: KanaalNaam): Daad =>
  async ({ wereld }) => {
    const { tekst } = await wereld.koppel(kanaal);
    eis(tekst.includes('Gelukt') || tekst.includes('goedgekeurd op'), tekst);
  };

/** From now on Teams answers so to what is posted there, for so many calls. */
export const stoort =
  (waar: KanaalNaam | Mens, gedrag: Gedrag, keer = 1): Daad =>
  async ({ wereld }) => {
    const conversatie = typeof waar === 'string' ? KANALEN[waar].conversatie : persoonlijkGesprek(waar);
    wereld.connector.stoor(gedrag, { methode: 'POST', conversatie, keer });
  };

/** The program starts anew on the same store, with another adresboek if given. */
export const herstart =
  (adresboek?: (nu: string) => AdresboekBestand): Daad =>
  async ({ wereld }: Toneel) => {
    await wereld.herstart(adresboek?.(wereld.klok.nu()));
  };

/** The auditor walks over everything; without it the bot says nothing about itself. */
export const waakt: Daad = async ({ wereld }) => {
  await wereld.toezicht();
};
