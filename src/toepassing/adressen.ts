/** Conversations the bot knows, and which organisation or person stands behind each. Kept in registers of the store. */
import { isDeepStrictEqual } from 'node:util';
import { verschuif, type Instant } from '../kern/werkdagen.ts';
import type { Adres, Adressen, Gespreksverwijzing, Opslag } from './poorten.ts';

/** Organisation -> conversation id; one small register, read often, so kept in memory for a moment. */
type Koppelingen = Record<string, string>;

export interface Koppelbaar extends Adressen {
  /** Every organisation that is linked to a known conversation. */
  gekoppelden(): Promise<{ organisatie: string; waar: Gespreksverwijzing }[]>;
  koppel(organisatie: string, conversatie: string): Promise<void>;
  /** Takes off whatever organisation is linked to this conversation, and says which. */
  ontkoppel(conversatie: string): Promise<string[]>;
  /** The organisations linked to a conversation. */
  gekoppeldAan(conversatie: string): Promise<string[]>;
  /** The organisations whose link leads nowhere. */
  kapot(): Promise<string[]>;
  /**
   * Takes the greeting of this conversation upon the caller for a minute; false when it was given, or somebody is at it.
   * With `alsnog` only one that was tried before and did not arrive.
   */
  neemGroet(conversatie: string, nu: Instant, alsnog?: boolean): Promise<boolean>;
  /** How it ended: what did not arrive is free again for the next event there. */
  groetGedaan(conversatie: string, gelukt: boolean, nu: Instant): Promise<void>;
}

/** `true`: greeted. Until `tot` somebody is at it; after that nobody knows of it, so it is given again. */
type Groet = true | { tot: Instant };
const GROET_MS = 60_000;

/** What stays true of a channel, whoever speaks there. */
const plaats = ({
  teamsTeam,
  standaardkanaal,
  naam,
}: Partial<Gespreksverwijzing> = {}): Partial<Gespreksverwijzing> => ({
  ...(naam !== undefined && { naam }),
  ...(teamsTeam !== undefined && { teamsTeam }),
  ...(standaardkanaal && { standaardkanaal }),
});

const KOPPELINGEN = 'koppelingen';
const registerVan = (conversatie: string): string => `gesprek:${conversatie}`;
const registerVanGroet = (conversatie: string): string => `groet:${conversatie}`;
const registerVanPersoon = (persoon: string): string => `persoon:${persoon}`;

export function maakAdressen(opslag: Opslag): Koppelbaar {
  // What was written last by this instance: an inbound activity that changes nothing costs no request.
  const bekend = new Map<string, { verwijzing: Gespreksverwijzing; persoon: string | undefined }>();
  const GROOTSTE_GEHEUGEN = 10_000;
  /** Where nothing is left to greet, as far as this instance knows. */
  const begroet = new Set<string>();

  /** Writes only what is new, again when someone else was first; gives what stands there then. */
  async function wijzig<T>(naam: string, nieuw: (oud: T | undefined) => T): Promise<T> {
    for (;;) {
      const huidig = await opslag.leesRegister<T>(naam);
      const waarde = nieuw(huidig?.waarde);
      if (huidig && isDeepStrictEqual(huidig.waarde, waarde)) return waarde;
      if (await opslag.schrijfRegister(naam, waarde, huidig?.etag)) return waarde;
    }
  }
  const wijzigKoppelingen = (nieuw: (oud: Koppelingen) => Koppelingen): Promise<Koppelingen> =>
    wijzig<Koppelingen>(KOPPELINGEN, (oud = {}) => nieuw(oud));

  const koppelingen = async (): Promise<Koppelingen> =>
    (await opslag.leesRegister<Koppelingen>(KOPPELINGEN))?.waarde ?? {};
  const verwijzing = async (conversatie: string | undefined): Promise<Gespreksverwijzing | undefined> =>
    conversatie === undefined
      ? undefined
      : (await opslag.leesRegister<Gespreksverwijzing>(registerVan(conversatie)))?.waarde;
  /** A personal chat is never an organisation's: an old link to one is as one that leads nowhere (domein.md §8). */
  const kanaal = async (conversatie: string | undefined): Promise<Gespreksverwijzing | undefined> => {
    const gevonden = await verwijzing(conversatie);
    return gevonden?.soort === 'persoonlijk' ? undefined : gevonden;
  };
  const gekoppeldAan = async (conversatie: string): Promise<string[]> =>
    Object.entries(await koppelingen()).flatMap(([organisatie, kandidaat]) =>
      kandidaat === conversatie ? [organisatie] : [],
    );

  return {
    async gekoppelden() {
      const rijen = Object.entries(await koppelingen()).map(async ([organisatie, conversatie]) => ({
        organisatie,
        waar: await kanaal(conversatie),
      }));
      return (await Promise.all(rijen)).flatMap(({ organisatie, waar }) => (waar ? [{ organisatie, waar }] : []));
    },
    async zoek(adres: Adres) {
      if ('kanaal' in adres) return kanaal((await koppelingen())[adres.kanaal]);
      if ('gesprek' in adres) return kanaal(adres.gesprek);
      return verwijzing((await opslag.leesRegister<string>(registerVanPersoon(adres.persoon)))?.waarde);
    },
    async willekeurige() {
      for (const conversatie of Object.values(await koppelingen())) {
        const gevonden = await verwijzing(conversatie);
        if (gevonden) return gevonden;
      }
      // Before the first link: where somebody spoke to this instance.
      return bekend.values().next().value?.verwijzing;
    },
    async onthoud(nieuw, persoon) {
      const { conversatie } = nieuw;
      // Not every activity says in which Teams team a channel lies and what kind it is: what is known stays.
      const metBekend = (oud: Gespreksverwijzing | undefined): Gespreksverwijzing => ({ ...plaats(oud), ...nieuw });
      const eerder = bekend.get(conversatie);
      if (eerder && isDeepStrictEqual(eerder, { verwijzing: metBekend(eerder.verwijzing), persoon })) return;
      const staat = await wijzig<Gespreksverwijzing>(registerVan(conversatie), metBekend);
      if (persoon !== undefined) await wijzig(registerVanPersoon(persoon), () => conversatie);
      if (bekend.size >= GROOTSTE_GEHEUGEN) bekend.clear();
      bekend.set(conversatie, { verwijzing: staat, persoon });
    },
    async koppel(organisatie, conversatie) {
      await wijzigKoppelingen((oud) => ({ ...oud, [organisatie]: conversatie }));
    },
    async ontkoppel(conversatie) {
      const weg = await gekoppeldAan(conversatie);
      if (weg.length > 0) {
        await wijzigKoppelingen((oud) =>
          Object.fromEntries(Object.entries(oud).filter(([, kandidaat]) => kandidaat !== conversatie)),
        );
      }
      return weg;
    },
    gekoppeldAan,
    async kapot() {
      const gevonden: string[] = [];
      for (const [organisatie, conversatie] of Object.entries(await koppelingen())) {
        if (!(await kanaal(conversatie))) gevonden.push(organisatie);
      }
      return gevonden;
    },
    async neemGroet(conversatie, nu, alsnog = false) {
      // What people type must not cost a request each time, where nothing is left to say.
      if (alsnog && begroet.has(conversatie)) return false;
      const bewaard = await opslag.leesRegister<Groet>(registerVanGroet(conversatie));
      if (bewaard?.waarde === true || (alsnog && !bewaard)) {
        if (begroet.size >= GROOTSTE_GEHEUGEN) begroet.clear();
        begroet.add(conversatie);
        return false;
      }
      const tot = verschuif(nu, GROET_MS);
      // Further ahead than we ever set it: the clock was put back since.
      if (bewaard && nu < bewaard.waarde.tot && bewaard.waarde.tot <= tot) return false;
      begroet.delete(conversatie);
      return (await opslag.schrijfRegister(registerVanGroet(conversatie), { tot }, bewaard?.etag)) !== undefined;
    },
    async groetGedaan(conversatie, gelukt, nu) {
      await wijzig<Groet>(registerVanGroet(conversatie), (oud) => (gelukt || oud === true ? true : { tot: nu }));
    },
  };
}
