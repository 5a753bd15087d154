/** Conversations the bot knows, and which organisation or person stands behind each. Kept in registers of the store. */
import { isDeepStrictEqual } from 'node:util';
import { BREUKEN, type Breuk } from '../../kern/gebeurtenissen.ts';
import { isNogVast } from '../../kern/klokverschil.ts';
import { verschuif, type Instant } from '../../kern/werkdagen.ts';
import type { Adres, Adressen, Gespreksverwijzing, Opslag, Plek } from '../poorten.ts';
import { ZONDER_APP, type ZonderApp } from './zonder-app.ts';

/** What is kept of a conversation: also since when, and why, the bot cannot speak there. */
type Bewaard = Gespreksverwijzing & { verbroken?: Breuken };
export type Breuken = Partial<Record<Breuk, Instant>>;

/** A linked conversation, whole or broken. */
export interface Gekoppeld {
  organisaties: string[];
  waar: Gespreksverwijzing;
  verbroken: Breuken;
}

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
  /** Where an organisation's link leads, whole or broken. */
  linkVan(organisatie: string): Promise<string | undefined>;
  /** The linked conversations there, whole or broken. */
  bij(plek: Plek): Promise<Gekoppeld[]>;
  /** Why nothing can be said in this conversation, and since when; empty when it is whole or not known. One small read. */
  breukenIn(conversatie: string): Promise<Breuken>;
  /** From now on nothing is found there; the link itself stays, for when it comes back. */
  verbreek(conversatie: string, reden: Breuk, sinds: Instant): Promise<void>;
  /** Takes these reasons away; what was broken for another stays so. */
  herstel(conversatie: string, redenen: readonly Breuk[]): Promise<void>;
  hernoem(conversatie: string, naam: string): Promise<void>;
  /** Someone took the app away (since when, from which chat), or has it again; their own chat is forgotten with it. */
  zetApp(persoon: string, weg?: ZonderApp[string]): Promise<void>;
  /** The organisations whose link leads nowhere. */
  kapot(): Promise<string[]>;
  /**
   * Takes the greeting of this conversation upon the caller for a minute; false when it was given, or somebody is at it.
   * With `alsnog` only one that was tried before and did not arrive.
   */
  neemGroet(conversatie: string, nu: Instant, alsnog?: boolean): Promise<boolean>;
  /** How it ended: what did not arrive is free again for the next event there. */
  groetGedaan(conversatie: string, gelukt: boolean): Promise<void>;
}

/** `true`: greeted. Until `tot` somebody is at it; after that nobody knows of it, and without it it failed: given again. */
type Groet = true | { tot?: Instant };
const GROET_MS = 60_000;

/** What stays true of a channel, whoever speaks there. */
const plaats = ({ teamsTeam, standaardkanaal, naam, verbroken }: Partial<Bewaard> = {}): Partial<Bewaard> => ({
  ...(verbroken && { verbroken }),
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
  const bewaard = async (conversatie: string | undefined): Promise<Bewaard | undefined> =>
    conversatie === undefined ? undefined : (await opslag.leesRegister<Bewaard>(registerVan(conversatie)))?.waarde;
  const verwijzing = async (conversatie: string | undefined): Promise<Gespreksverwijzing | undefined> => {
    const gevonden = await bewaard(conversatie);
    if (!gevonden) return undefined;
    const { verbroken: _verbroken, ...waar } = gevonden;
    return waar;
  };
  /** A personal chat is never an organisation's: an old link to one is as one that leads nowhere (domein.md §8). */
  const kanaal = async (conversatie: string | undefined): Promise<Gespreksverwijzing | undefined> => {
    const gevonden = await bewaard(conversatie);
    if (!gevonden || gevonden.soort === 'persoonlijk' || gevonden.verbroken) return undefined;
    return gevonden;
  };
  /** Only where something is kept already. */
  async function wijzigBewaard(conversatie: string, nieuw: (oud: Bewaard) => Bewaard): Promise<void> {
    if (await bewaard(conversatie)) {
      await wijzig<Bewaard>(registerVan(conversatie), (oud) => {
        if (!oud) throw new Error('een gesprek dat bewaard was is weg');
        return nieuw(oud);
      });
    }
  }
  const zonderBreuken = ({ verbroken = {}, ...waar }: Bewaard, redenen: readonly string[]): Bewaard => {
    const over = Object.entries(verbroken).filter(([reden]) => !redenen.includes(reden));
    return over.length === 0 ? waar : { ...waar, verbroken: Object.fromEntries(over) };
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
      if ((await opslag.leesRegister<ZonderApp>(ZONDER_APP))?.waarde[adres.persoon]) return undefined;
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
      const metBekend = (oud: Bewaard | undefined): Bewaard => ({ ...plaats(oud), ...nieuw });
      const eerder = bekend.get(conversatie);
      if (eerder && isDeepStrictEqual(eerder, { verwijzing: metBekend(eerder.verwijzing), persoon })) return;
      const staat = await wijzig<Bewaard>(registerVan(conversatie), metBekend);
      if (persoon !== undefined) await wijzig(registerVanPersoon(persoon), () => conversatie);
      if (bekend.size >= GROOTSTE_GEHEUGEN) bekend.clear();
      bekend.set(conversatie, { verwijzing: staat, persoon });
    },
    async koppel(organisatie, conversatie) {
      // Somebody asked for it there: the bot is there.
      await wijzigBewaard(conversatie, (oud) => zonderBreuken(oud, BREUKEN));
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
    async linkVan(organisatie) {
      const conversatie = (await koppelingen())[organisatie];
      const gevonden = await verwijzing(conversatie);
      return gevonden && gevonden.soort !== 'persoonlijk' ? conversatie : undefined;
    },
    async bij({ conversatie, teamsTeam }) {
      const rijen = Object.entries(await koppelingen());
      const alle = await Promise.all([...new Set(rijen.map(([, waar]) => waar))].map(bewaard));
      return alle.flatMap((gevonden) => {
        if (!gevonden || gevonden.soort === 'persoonlijk') return [];
        const isHier = gevonden.conversatie === conversatie;
        const isInTeam = teamsTeam !== undefined && gevonden.teamsTeam === teamsTeam;
        if (!isHier && !isInTeam) return [];
        const { verbroken = {}, ...waar } = gevonden;
        const hier = rijen.filter(([, elk]) => elk === waar.conversatie);
        return [{ organisaties: hier.map(([organisatie]) => organisatie), waar, verbroken }];
      });
    },
    breukenIn: async (conversatie) => (await bewaard(conversatie))?.verbroken ?? {},
    verbreek: (conversatie, reden, sinds) =>
      wijzigBewaard(conversatie, (oud) => ({ ...oud, verbroken: { [reden]: sinds, ...oud.verbroken } })),
    herstel: (conversatie, redenen) => wijzigBewaard(conversatie, (oud) => zonderBreuken(oud, redenen)),
    hernoem: (conversatie, naam) => wijzigBewaard(conversatie, (oud) => ({ ...oud, naam })),
    async zetApp(persoon, weg) {
      const huidig = await opslag.leesRegister<ZonderApp>(ZONDER_APP);
      if (!weg && !huidig?.waarde[persoon]) return;
      await wijzig<ZonderApp>(ZONDER_APP, (oud = {}) => {
        const { [persoon]: al, ...anderen } = oud;
        return weg ? { ...anderen, [persoon]: al ?? weg } : anderen;
      });
    },
    zonderAppSinds: async (persoon) => (await opslag.leesRegister<ZonderApp>(ZONDER_APP))?.waarde[persoon]?.sinds,
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
      const groet = await opslag.leesRegister<Groet>(registerVanGroet(conversatie));
      if (groet?.waarde === true || (alsnog && !groet)) {
        if (begroet.size >= GROOTSTE_GEHEUGEN) begroet.clear();
        begroet.add(conversatie);
        return false;
      }
      const tot = verschuif(nu, GROET_MS);
      const bezigTot = groet?.waarde.tot;
      if (bezigTot !== undefined && isNogVast(bezigTot, nu, GROET_MS)) return false;
      begroet.delete(conversatie);
      return (await opslag.schrijfRegister(registerVanGroet(conversatie), { tot }, groet?.etag)) !== undefined;
    },
    async groetGedaan(conversatie, gelukt) {
      await wijzig<Groet>(registerVanGroet(conversatie), (oud) => (gelukt || oud === true ? true : {}));
    },
  };
}
