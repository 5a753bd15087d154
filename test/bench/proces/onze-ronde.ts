/** Our round over a store that is filled beforehand; sending what it commits is the bezorger's work, and measured apart. */
import { metNatekeningen } from '../../../src/toepassing/kaarten/vraagkaarten.ts';
import { jsonBestand } from '../../../src/adapters/bestanden/jsonbestand.ts';
import { openSqlite } from '../../../src/adapters/opslag/sqlite.ts';
import { openVerbinding, transactie } from '../../../src/adapters/opslag/sqlite-verbinding.ts';
import type { Instant } from '../../../src/kern/tijd/werkdagen.ts';
import { maakAdresboek } from '../../../src/toepassing/streek/adresboek.ts';
import { maakAdressen } from '../../../src/toepassing/streek/adressen.ts';
import { maakBeheer } from '../../../src/toepassing/beheer/beheerregistratie.ts';
import { maakSleutelbos } from '../../../src/toepassing/bewijs/sleutelbos.ts';
import { laadAdresboek, laadRegels } from '../../../src/toepassing/streek/instellingen.ts';
import type { Opslag } from '../../../src/toepassing/poorten.ts';
import type { Omgeving } from '../../../src/toepassing/omgeving.ts';
import { maakRonde } from '../../../src/toepassing/klok/ronde.ts';
import { beantwoord } from './antwoorder.ts';

export interface RondeOpdracht {
  bestand: string;
  adresboekBestand: string;
  nu: Instant;
}
export interface RondeUitslag {
  gewekt: number;
  ms: number;
}

export interface LegeRonden {
  /** Milliseconds each. */
  ronde: number[];
  vloer: number[];
  /** Requests to the store per round. */
  verzoeken: number;
}

async function maak({ bestand, adresboekBestand, nu }: RondeOpdracht) {
  const beheer = openVerbinding(bestand);
  beheer.exec(`CREATE TABLE oud AS SELECT * FROM casus WHERE wek_op <= '${nu}'; CREATE INDEX oud_id ON oud (id)`);
  const kolommen = ['etag', 'gemeente', 'fase', 'teams', 'wek_op', 'vroegste_verval', 'document'].join(', ');
  const zetTerug = (): void => {
    transactie(beheer, () =>
      beheer.exec(
        `UPDATE casus SET (${kolommen}) = (SELECT ${kolommen} FROM oud WHERE oud.id = casus.id)
         WHERE id IN (SELECT id FROM oud)`,
      ),
    );
    beheer.pragma('wal_checkpoint(TRUNCATE)');
  };
  const { opslag, verzoeken } = geteld(openSqlite({ bestand }));
  const regels = await laadRegels(undefined);
  const adresboek = maakAdresboek(
    (await laadAdresboek(opslag, jsonBestand(adresboekBestand), regels.beleid)).inGebruik,
  );
  const niets = (): void => undefined;
  const omgeving: Omgeving = {
    opslag,
    kluis: maakSleutelbos([]),
    natekenen: metNatekeningen,
    postbode: { bezorg: async () => ({ uitkomst: 'bezorgd' }) },
    klok: { nu: () => nu },
    toeval: () => 0.5,
    adresboek: () => adresboek,
    regels: () => regels,
    nietGebruikt: () => [],
    log: { info: niets, warn: niets, error: (velden) => process.stderr.write(`${JSON.stringify(velden)}\n`) },
    teller: {
      opdracht: niets,
      bezorging: niets,
      verlopen: niets,
      achterstand: niets,
      inhoudGeweigerd: niets,
      bevinding: niets,
      mislukt: niets,
    },
  };
  const bezorger = {
    bezorg: niets,
    bundel: niets,
    volg: niets,
    klaar: async () => undefined,
    stilSinds: () => undefined,
    stop: async () => undefined,
  };
  const ronde = maakRonde(omgeving, bezorger, maakBeheer({ omgeving, adressen: maakAdressen(opslag), bezorger }));
  const vloer = beheer.prepare('SELECT id FROM casus WHERE wek_op <= ? ORDER BY wek_op, id LIMIT 1');
  return { opslag, beheer, zetTerug, ronde, verzoeken, vraagVloer: () => vloer.all(nu) };
}

/** The store, counting what is asked of it. */
function geteld(opslag: Opslag): { opslag: Opslag; verzoeken(): number } {
  let aantal = 0;
  const tel: ProxyHandler<Opslag> = {
    get(doel, naam: keyof Opslag) {
      aantal += 1;
      return doel[naam];
    },
  };
  return { opslag: new Proxy(opslag, tel), verzoeken: () => aantal };
}

const tijd = async (werk: () => unknown): Promise<number> => {
  const begin = performance.now();
  await werk();
  return performance.now() - begin;
};

/** Idle rounds and the bare query in turns. */
async function legeRonden({ ronde, verzoeken, vraagVloer }: Delen, aantal: number): Promise<LegeRonden> {
  const uit: LegeRonden = { ronde: [], vloer: [], verzoeken: 0 };
  const voor = verzoeken();
  for (let nr = 0; nr < aantal; nr++) {
    uit.ronde.push(await tijd(() => ronde.loop()));
    uit.vloer.push(await tijd(vraagVloer));
  }
  return { ...uit, verzoeken: (verzoeken() - voor) / aantal };
}

type Delen = Awaited<ReturnType<typeof maak>>;
let delen: Delen | undefined;

beantwoord(
  async (vraag: RondeOpdracht | 'ronde' | { leeg: number }): Promise<RondeUitslag | LegeRonden> => {
    if (!delen) {
      delen = await maak(vraag as RondeOpdracht);
      return { gewekt: 0, ms: 0 };
    }
    if (typeof vraag === 'object' && 'leeg' in vraag) return legeRonden(delen, vraag.leeg);
    delen.zetTerug();
    const begin = performance.now();
    const { gewekt } = await delen.ronde.loop();
    return { gewekt, ms: performance.now() - begin };
  },
  async () => {
    delen?.beheer.close();
    await delen?.opslag.sluit();
  },
);
