/** What is measured, as Prometheus reads it. Labels are kinds and outcomes: never a casusnummer, person or organisation. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { BEVINDINGEN } from '../../kern/eigen/toezicht.ts';
import { msTussen } from '../../kern/tijd/werkdagen.ts';
import type { Teller } from '../../toepassing/omgeving.ts';
import type { Klok } from '../../toepassing/poorten.ts';
import type { Opslagmeter } from '../../toepassing/toezicht/opslagmeting.ts';
import type { Toezichtstand } from '../../toepassing/toezicht/toezichtstand.ts';

/** Seconds: from what is noticed in the same round to what lay for days. */
const WACHTTIJDEN = [1, 5, 15, 30, 60, 300, 900, 3600, 4 * 3600, 24 * 3600, 7 * 24 * 3600];
/** Seconds: Teams wants an answer well under 3 s and gives up after 5 to 15. */
const KLIKTIJDEN = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 5, 10];
const OPSLAGTIJDEN = [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

export interface Metingen {
  register: Registry;
  teller: Teller;
  opslag: Opslagmeter;
  /** Request units of Cosmos DB, by what was asked of it. */
  verbruik(bewerking: string, eenheden: number): void;
  /** A whole round: what it woke, what failed, and its duration in seconds. */
  ronde(uitslag: { gewekt: number; mislukt: number }, seconden: number): void;
  /** A click, from its arrival to its answer. */
  klik(uitkomst: string, seconden: number): void;
  /** An activity that was refused before anything was done with it. */
  geweigerd(status: number): void;
  waakhond(uitkomst: string): void;
  /** From now on the auditor's own numbers are read from here at each scrape. */
  toezicht(stand: () => Toezichtstand, klok: Klok): void;
}

export function maakMetingen(): Metingen {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const teller = <L extends string>(name: string, help: string, ...labelNames: L[]): Counter<L> =>
    new Counter({ name, help, labelNames, registers });
  const histogram = <L extends string>(
    name: string,
    help: string,
    buckets: readonly number[],
    ...labelNames: L[]
  ): Histogram<L> => new Histogram({ name, help, buckets: [...buckets], labelNames, registers });

  const rondeDuur = histogram('ronde_duur_seconden', 'Duur van een hele ronde', WACHTTIJDEN);
  const achterstand = histogram(
    'ronde_achterstand_seconden',
    'Tijd tussen het moment dat een casus gewekt moest worden en de ronde die dat deed',
    WACHTTIJDEN,
  );
  const laatsteRonde = new Gauge({
    name: 'ronde_laatste_klaar_seconden',
    help: 'Wanneer de laatste hele ronde klaar was, in seconden sinds 1970 (echte tijd)',
    registers,
  });
  const gewekt = teller('ronde_casussen_gewekt_totaal', 'Casussen die aan de beurt waren');
  const mislukt = teller('ronde_casussen_mislukt_totaal', 'Casussen waarbij de ronde faalde');
  const opdrachten = teller('opdrachten_totaal', 'Opdrachten naar soort en uitkomst', 'soort', 'uitkomst');
  const verlopen = histogram(
    'termijn_verlopen_vertraging_seconden',
    'Termijnen die verliepen, en hoe lang daarna dat is gezien',
    WACHTTIJDEN,
    'termijn',
  );
  const bezorgingen = teller(
    'bezorgingen_totaal',
    'Pogingen om een bericht te bezorgen, naar kaart en uitkomst',
    'kaart',
    'uitkomst',
  );
  const leeftijd = histogram(
    'bericht_leeftijd_seconden',
    'Hoe oud een bericht was bij een poging om het te bezorgen',
    WACHTTIJDEN,
    'uitkomst',
  );
  const klikken = histogram('klik_duur_seconden', 'Klikken naar uitkomst, en hun duur', KLIKTIJDEN, 'uitkomst');
  const geweigerd = teller('teams_geweigerd_totaal', 'Berichten van Teams die zijn geweigerd, naar status', 'status');
  const opslag = histogram(
    'opslag_duur_seconden',
    'Aanroepen van de opslag naar soort en uitkomst, en hun duur',
    OPSLAGTIJDEN,
    'soort',
    'uitkomst',
  );
  const verbruik = teller('cosmos_request_units_totaal', 'Verbruik van Cosmos DB naar bewerking', 'bewerking');
  const waakhond = teller('waakhond_totaal', 'Seinen aan WAAKHOND_URL naar uitkomst', 'uitkomst');
  const inhoudGeweigerd = teller(
    'inhoud_geweigerd_totaal',
    'Keren dat de inhoud van een overdracht niet is getoond, naar reden',
    'reden',
  );
  const bevindingen = teller('toezicht_gevonden_totaal', 'Wat het toezicht nieuw vond, naar soort', 'soort');
  const overgeslagen = teller(
    'casussen_overgeslagen_totaal',
    'Casussen die mislukten terwijl de andere doorgingen, naar waar dat was',
    'lus',
  );
  for (const soort of BEVINDINGEN) bevindingen.inc({ soort }, 0);

  return {
    register,
    teller: {
      opdracht: (soort, uitkomst) => opdrachten.inc({ soort, uitkomst }),
      bezorging(kaart, uitkomst, leeftijdMs) {
        bezorgingen.inc({ kaart, uitkomst });
        leeftijd.observe({ uitkomst }, leeftijdMs / 1000);
      },
      verlopen: (termijn, vertragingMs) => verlopen.observe({ termijn }, vertragingMs / 1000),
      achterstand: (vertragingMs) => achterstand.observe(vertragingMs / 1000),
      inhoudGeweigerd: (reden) => inhoudGeweigerd.inc({ reden }),
      bevinding: (soort) => bevindingen.inc({ soort }),
      mislukt: (lus) => overgeslagen.inc({ lus }),
    },
    opslag: (soort, uitkomst, seconden) => opslag.observe({ soort, uitkomst }, seconden),
    verbruik: (bewerking, eenheden) => verbruik.inc({ bewerking }, eenheden),
    ronde(uitslag, seconden) {
      rondeDuur.observe(seconden);
      gewekt.inc(uitslag.gewekt);
      mislukt.inc(uitslag.mislukt);
      laatsteRonde.setToCurrentTime();
    },
    klik: (uitkomst, seconden) => klikken.observe({ uitkomst }, seconden),
    geweigerd: (status) => geweigerd.inc({ status: String(status) }),
    waakhond: (uitkomst) => waakhond.inc({ uitkomst }),
    toezicht: (stand, klok) => meetToezicht(register, stand, klok),
  };
}

function meetToezicht(register: Registry, stand: () => Toezichtstand, klok: Klok): void {
  const peil = (name: string, help: string, waarde: (nu: Toezichtstand) => number): void => {
    const meter: Gauge = new Gauge({
      name,
      help,
      registers: [],
      collect: () => meter.set(waarde(stand())),
    });
    register.registerMetric(meter);
  };
  const bevindingen: Gauge<'soort'> = new Gauge({
    name: 'toezicht_bevindingen',
    help: 'Wat het toezicht nu verkeerd ziet, naar soort',
    labelNames: ['soort'],
    registers: [],
    collect() {
      const { bevindingen: nu, meer } = stand();
      for (const soort of BEVINDINGEN)
        bevindingen.set({ soort }, nu.filter((een) => een.soort === soort).length + (meer?.[soort] ?? 0));
    },
  });
  register.registerMetric(bevindingen);
  peil('casussen_open', 'Casussen waarin nog iemand iets moet doen', ({ telling }) => telling?.open ?? 0);
  peil('termijnen_lopend', 'Termijnen die lopen', ({ telling }) => telling?.termijnen ?? 0);
  peil('termijnen_te_laat', 'Lopende termijnen die zijn verlopen', ({ telling }) => telling?.teLaat ?? 0);
  peil('berichten_wachtend', 'Berichten die op bezorging wachten', ({ wachtendeBerichten }) => wachtendeBerichten);
  peil('berichten_oudste_wachtend_seconden', 'Leeftijd van het oudste bericht dat wacht', ({ oudsteBericht }) =>
    oudsteBericht === undefined ? 0 : msTussen(oudsteBericht, klok.nu()) / 1000,
  );
}
