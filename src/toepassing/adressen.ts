/** Conversations the bot knows, and which organisation or person stands behind each. Kept in registers of the store. */
import type { Adres, Adressen, Gespreksverwijzing, Opslag } from './poorten.ts';

/** Organisation -> conversation id; one small register, read often, so kept in memory for a moment. */
type Koppelingen = Record<string, string>;

export interface Koppelbaar extends Adressen {
  koppel(organisatie: string, conversatie: string): Promise<void>;
  /** Takes off whatever organisation is linked to this conversation, and says which. */
  ontkoppel(conversatie: string): Promise<string[]>;
  /** The organisations linked to a conversation. */
  gekoppeldAan(conversatie: string): Promise<string[]>;
  /** True the first time this conversation is greeted. */
  eersteGroet(conversatie: string): Promise<boolean>;
}

const KOPPELINGEN = 'koppelingen';
const registerVan = (conversatie: string): string => `gesprek:${conversatie}`;
const registerVanPersoon = (persoon: string): string => `persoon:${persoon}`;

export function maakAdressen(opslag: Opslag): Koppelbaar {
  // What was written last by this instance: an inbound activity that changes nothing costs no request.
  const bekend = new Map<string, string>();
  const GROOTSTE_GEHEUGEN = 10_000;

  async function schrijf(naam: string, waarde: unknown): Promise<void> {
    for (;;) {
      const huidig = await opslag.leesRegister(naam);
      if (huidig && JSON.stringify(huidig.waarde) === JSON.stringify(waarde)) return;
      if (await opslag.schrijfRegister(naam, waarde, huidig?.etag)) return;
    }
  }

  async function wijzigKoppelingen(wijzig: (oud: Koppelingen) => Koppelingen): Promise<void> {
    for (;;) {
      const huidig = await opslag.leesRegister<Koppelingen>(KOPPELINGEN);
      if (await opslag.schrijfRegister(KOPPELINGEN, wijzig(huidig?.waarde ?? {}), huidig?.etag)) return;
    }
  }

  const koppelingen = async (): Promise<Koppelingen> =>
    (await opslag.leesRegister<Koppelingen>(KOPPELINGEN))?.waarde ?? {};
  const verwijzing = async (conversatie: string | undefined): Promise<Gespreksverwijzing | undefined> =>
    conversatie === undefined
      ? undefined
      : (await opslag.leesRegister<Gespreksverwijzing>(registerVan(conversatie)))?.waarde;
  const gekoppeldAan = async (conversatie: string): Promise<string[]> =>
    Object.entries(await koppelingen()).flatMap(([organisatie, kandidaat]) =>
      kandidaat === conversatie ? [organisatie] : [],
    );

  return {
    async zoek(adres: Adres) {
      if ('kanaal' in adres) return verwijzing((await koppelingen())[adres.kanaal]);
      return verwijzing((await opslag.leesRegister<string>(registerVanPersoon(adres.persoon)))?.waarde);
    },
    async willekeurige() {
      for (const conversatie of Object.values(await koppelingen())) {
        const gevonden = await verwijzing(conversatie);
        if (gevonden) return gevonden;
      }
      return undefined;
    },
    async onthoud(nieuw, persoon) {
      const vorm = JSON.stringify([nieuw, persoon]);
      if (bekend.get(nieuw.conversatie) === vorm) return;
      await schrijf(registerVan(nieuw.conversatie), nieuw);
      if (persoon !== undefined) await schrijf(registerVanPersoon(persoon), nieuw.conversatie);
      if (bekend.size >= GROOTSTE_GEHEUGEN) bekend.clear();
      bekend.set(nieuw.conversatie, vorm);
    },
    koppel: (organisatie, conversatie) => wijzigKoppelingen((oud) => ({ ...oud, [organisatie]: conversatie })),
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
    async eersteGroet(conversatie) {
      return (await opslag.schrijfRegister(`groet:${conversatie}`, true, undefined)) !== undefined;
    },
  };
}
