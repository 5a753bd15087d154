/**
 * What Teams reports about the conversations that the bot speaks in: taken away, deleted, archived, or back again. A break
 * is written down, holds, and is told at once, so that nobody waits for messages that nobody sees (bouw.md §1, delivery).
 */
import type { Beheerdaad } from '../../kern/eigen/beheer.ts';
import { BREUKEN, breukVan, type Breuk } from '../../kern/eigen/verbinding.ts';
import type { Dader } from '../../kern/woorden.ts';
import type { Bezorger } from '../bezorging/bezorger.ts';
import type { Beurt, Gesprek, Verbindingsmelding } from '../gesprek/gesprek-poort.ts';
import { foutVelden, type Omgeving } from '../omgeving.ts';
import { VEILIG_THUIS, type Adres } from '../poorten.ts';
import type { Gekoppeld, Koppelbaar } from '../streek/adressen.ts';
import type { Leden } from '../streek/leden.ts';
import { isAanspreekbaar, organisatieVan } from '../streek/zonder-app.ts';
import type { Beheerregistratie } from './beheerregistratie.ts';
import { plaatsOntbrekendeKaarten } from './herplaats.ts';
import { wekWachtenden } from './wachtenden.ts';

export interface VerbindingDelen {
  omgeving: Omgeving;
  adressen: Koppelbaar;
  bezorger: Bezorger;
  leden: Leden;
  beheer: Beheerregistratie;
}

export interface Gespreksverbinding extends Pick<Gesprek, 'verbroken' | 'hersteld' | 'hernoemd'> {
  /** A beheerder links a conversation that was broken once more: whatever was the matter there is over. */
  weerDaar(conversatie: string, door: Dader): Promise<void>;
  /**
   * Somebody types or clicks there, so the bot is there: Teams may give a removal again after the return, which would
   * else hold for ever. Never rejects: what was asked is answered all the same.
   */
  gesproken(wat: 'bericht' | 'klik', beurt: Pick<Beurt, 'waar' | 'wie'>): Promise<void>;
}

/** In an archived team nobody can type, but what stands there may still be clicked. */
const WEERLEGD: Readonly<Record<'bericht' | 'klik', readonly Breuk[]>> = {
  bericht: BREUKEN,
  klik: BREUKEN.filter((breuk) => breuk !== 'team-gearchiveerd'),
};

/** Teams gives a channel as `team – channel`. */
const SCHEIDING = ' – ';

export function maakVerbinding({ omgeving, adressen, bezorger, leden, beheer }: VerbindingDelen): Gespreksverbinding {
  const { klok, log } = omgeving;
  const dader = (persoon: string | undefined): Dader => ({
    rol: 'teams',
    kanaal: 'teams',
    ...(persoon !== undefined && { id: persoon }),
  });
  const daad = ({ organisaties, waar, verbroken: al }: Gekoppeld, breuk: Breuk) => ({
    organisaties,
    conversatie: waar.conversatie,
    naam: waar.naam ?? '',
    breuk,
    ...(al[breuk] !== undefined && { sinds: al[breuk] }),
  });
  /** What waits for somebody is tried now: it arrives, or it is told at once that it does not. */
  const wek = (adressenDaar: readonly Adres[]): void => bezorger.volg(wekWachtenden(omgeving, bezorger, adressenDaar));
  const kanalen = (geraakt: readonly Gekoppeld[]): Adres[] =>
    geraakt.flatMap(({ organisaties }) => organisaties.map((kanaal) => ({ kanaal })));

  async function verbroken(melding: Verbindingsmelding): Promise<void> {
    const { plek, breuk, persoon } = melding;
    if (breuk === 'app-verwijderd') return zonderApp(melding);
    leden.vergeet(plek);
    const geraakt = await adressen.bij(plek);
    if (geraakt.length === 0) return;
    await beheer.noteer({ verbroken: geraakt.map((een) => daad(een, breuk)) }, dader(persoon), async (na) => {
      for (const { waar, verbroken: al } of geraakt) {
        const sinds = breukVan(na.verbroken, { conversatie: waar.conversatie, breuk })?.sinds;
        await adressen.verbreek(waar.conversatie, breuk, al[breuk] ?? sinds ?? klok.nu());
      }
    });
    leden.vergeet();
    for (const { organisaties } of geraakt) {
      // Nothing goes out in its channel any more: whoever runs the bot sees it in the log too.
      if (organisaties.includes(VEILIG_THUIS))
        log.error({ breuk }, 'het kanaal van Veilig Thuis is niet meer te bereiken');
      else log.warn({ organisaties, breuk }, 'gesprek niet meer te bereiken');
    }
    wek(kanalen(geraakt));
  }

  async function hersteld({ plek, breuk, persoon }: Verbindingsmelding): Promise<void> {
    if (breuk === 'app-verwijderd') return metApp(plek.conversatie, persoon);
    leden.vergeet(plek);
    await herstel(await adressen.bij(plek), [breuk], dader(persoon));
  }

  async function herstel(geraakt: readonly Gekoppeld[], breuken: readonly Breuk[], door: Dader): Promise<void> {
    const wasStuk = geraakt.filter(({ verbroken: al }) => breuken.some((breuk) => al[breuk] !== undefined));
    if (wasStuk.length > 0) {
      const daden = wasStuk.flatMap((een) =>
        breuken.filter((breuk) => een.verbroken[breuk] !== undefined).map((breuk) => daad(een, breuk)),
      );
      await beheer.noteer({ hersteld: daden }, door, async () => {
        for (const { waar } of wasStuk) await adressen.herstel(waar.conversatie, breuken);
      });
      leden.vergeet();
      wek(kanalen(wasStuk));
    }
    for (const een of geraakt) {
      // Still broken for another reason: its own return brings the cards.
      if (Object.keys(een.verbroken).some((breuk) => !breuken.some((over) => over === breuk))) continue;
      const { conversatie: gekoppeld } = een.waar;
      const hertekenen = wasStuk.includes(een);
      for (const organisatie of een.organisaties)
        bezorger.volg(plaatsOntbrekendeKaarten(omgeving, bezorger, { organisatie, gekoppeld, hertekenen }));
    }
  }

  /** Told only of who gets messages in person: of anybody else it is nobody's business. */
  const appDaad = (conversatie: string, persoon: string): NonNullable<Beheerdaad['verbroken']>[number] | undefined => {
    const rollen = omgeving.adresboek().rollen(persoon).filter(isAanspreekbaar);
    if (rollen.length === 0) return undefined;
    const organisaties = [...new Set(rollen.map(organisatieVan))];
    return { organisaties, conversatie, naam: '', breuk: 'app-verwijderd', persoon };
  };

  async function zonderApp({ plek: { conversatie }, persoon }: Verbindingsmelding): Promise<void> {
    // Who it was cannot be known: what is sent there then fails, or not, as Teams says.
    if (persoon === undefined) return log.warn({}, 'app verwijderd door iemand zonder bekend account');
    const sinds = await adressen.zonderAppSinds(persoon);
    const weg = (moment = klok.nu()): Promise<void> => adressen.zetApp(persoon, { conversatie, sinds: moment });
    const nieuw = appDaad(conversatie, persoon);
    if (!nieuw) await weg();
    else {
      await beheer.noteer({ verbroken: [{ ...nieuw, ...(sinds && { sinds }) }] }, dader(persoon), (na) =>
        weg(breukVan(na.verbroken, nieuw)?.sinds),
      );
    }
    wek([{ persoon }]);
  }

  async function metApp(conversatie: string, persoon: string | undefined): Promise<void> {
    const sinds = persoon === undefined ? undefined : await adressen.zonderAppSinds(persoon);
    if (persoon === undefined || sinds === undefined) return;
    const terug = appDaad(conversatie, persoon);
    if (!terug) await adressen.zetApp(persoon);
    else {
      await beheer.noteer({ hersteld: [{ ...terug, sinds }] }, dader(persoon), () => adressen.zetApp(persoon));
    }
    wek([{ persoon }]);
  }

  async function weerlegd(
    conversatie: string,
    { door, breuken }: { door: Dader; breuken: readonly Breuk[] },
  ): Promise<void> {
    const nu = await adressen.breukenIn(conversatie);
    if (!breuken.some((breuk) => nu[breuk] !== undefined)) return;
    await herstel(await adressen.bij({ conversatie }), breuken, door);
  }

  return {
    verbroken,
    hersteld,
    async gesproken(wat, { waar: { conversatie, soort }, wie: { aadObjectId } }) {
      try {
        if (soort === 'persoonlijk') await metApp(conversatie, aadObjectId);
        else await weerlegd(conversatie, { door: dader(aadObjectId), breuken: WEERLEGD[wat] });
      } catch (fout) {
        log.error(foutVelden(fout), 'verbinding niet hersteld');
      }
    },
    async hernoemd(plek, { team, kanaal }) {
      for (const { waar } of await adressen.bij(plek)) {
        const delen = (waar.naam ?? '').split(SCHEIDING).filter((deel) => deel !== '');
        const isHoofdkanaal = waar.conversatie === waar.teamsTeam;
        // One part is the channel's own name, but for the first channel of a team, which Teams gives no name.
        const oudKanaal = delen.length > 1 ? delen.slice(1).join(SCHEIDING) : isHoofdkanaal ? undefined : delen[0];
        const oudTeam = delen.length > 1 || isHoofdkanaal ? delen[0] : undefined;
        const naam = [team ?? oudTeam, kanaal ?? oudKanaal].filter((deel) => deel !== undefined).join(SCHEIDING);
        if (naam !== '' && naam !== waar.naam) await adressen.hernoem(waar.conversatie, naam);
      }
    },
    weerDaar: (conversatie, door) => weerlegd(conversatie, { door, breuken: BREUKEN }),
  };
}
