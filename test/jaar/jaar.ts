/** A region lives: what is to come in order of time, a round at each moment that has work, and everything checked on the way. */
import { STANDAARD_BELEID } from '../../src/kern/beleid.ts';
import { maakKalender, verschuif, type Instant } from '../../src/kern/werkdagen.ts';
import { maakVirtueleKlok } from '../../src/klok.ts';
import type { Opslag } from '../../src/toepassing/poorten.ts';
import { maakBoekhouding } from './boekhouding.ts';
import { maakConnectorfouten, metFouten, type Connectorfout, type Schakelaar, type Telling } from './fouten.ts';
import { maakGedrag } from './gedrag.ts';
import { maakKlokwacht, type TeLaat } from './klokwacht.ts';
import { startOntvanger } from './ontvanger.ts';
import { startProgramma } from './programma.ts';
import { geheugen, type Jaaruitslag } from './verslag.ts';
import { koppelAlles, meldingen, teamsPerGemeente, type Binnenkomst } from './streek.ts';
import { maakToeval } from './toeval.ts';
import { maakWachtrij } from './wachtrij.ts';
import { maakWaarnemer } from './waarnemer.ts';

const UUR_MS = 3_600_000;
const DAG_MS = 24 * UUR_MS;
const MEESTE_RONDEN = 500;

export interface Jaarwens {
  zaad: number;
  van: string;
  dagen: number;
  meldingen: number;
  teams: number;
  /** Of every call and every write. */
  foutdeel: number;
  /** The part of what people do that goes over real HTTP: clicks and API. */
  overHttp: number;
  /** Real time after which it stops where it is. */
  binnenMs: number;
  /** A round runs this often where nothing calls for one; the real one every 15 s. */
  rasterUren: number;
  /** Days of the year in which VT cannot keep up. */
  druk: { van: number; tot: number };
  /** For a control: breaks something on purpose. */
  sabotage?: { connector?: (samenvatting: string) => Connectorfout | undefined; opslag?: (opslag: Opslag) => Opslag };
}

type Werk =
  | { wat: 'melding'; melding: Binnenkomst }
  | { wat: 'daad'; casusnummer: string }
  | { wat: 'gebeurt'; doe: () => Promise<void> };

export async function leefJaar(wens: Jaarwens): Promise<Jaaruitslag> {
  const begin = performance.now();
  const { zaad, dagen, teams } = wens;
  const van = new Date(wens.van).toISOString();
  const tot = verschuif(van, dagen * DAG_MS);
  const toeval = maakToeval(zaad);
  const klok = maakVirtueleKlok(van, 0);
  const telling: Telling = new Map();
  const schakelaar: Schakelaar = { aan: false, deel: wens.foutdeel };
  const kalender = maakKalender({
    ...STANDAARD_BELEID.kantooruren,
    extraSluitingsdagen: STANDAARD_BELEID.extraSluitingsdagen,
  });
  const klokwacht = maakKlokwacht(kalender);
  const boekhouding = maakBoekhouding();
  const waarnemer = maakWaarnemer({ klok, klokwacht, boekhouding });
  const fouten = maakConnectorfouten({ toeval, klok, schakelaar }, telling);
  const ontvanger = await startOntvanger(
    { kies: (gesprek, over) => wens.sabotage?.connector?.(over) ?? fouten.kies(gesprek, over) },
    boekhouding.post,
  );
  const programma = await startProgramma({
    klok,
    teams,
    serviceUrl: () => ontvanger.serviceUrl,
    omhul: (sqlite) => {
      const gezien = waarnemer.om(sqlite);
      return metFouten(wens.sabotage?.opslag?.(gezien) ?? gezien, { toeval, schakelaar, telling });
    },
  });
  await koppelAlles(programma.nu().adressen, ontvanger.serviceUrl, teams);
  const gedrag = maakGedrag(toeval, {
    teams: teamsPerGemeente(teams),
    druk: (nu) => nu >= verschuif(van, wens.druk.van * DAG_MS) && nu < verschuif(van, wens.druk.tot * DAG_MS),
  });

  const wachtrij = maakWachtrij<Werk>();
  const teLaat: TeLaat[] = [];
  const bevindingen = new Map<string, number>();
  const heap: Jaaruitslag['heap'] = [];
  let ronden = 0;
  let daden = 0;
  let geweigerd = 0;
  let herstarts = 0;
  let hardeHerstarts = 0;
  let mislukteRonden = 0;
  let meldingenGezien = 0;
  let hoogsteWachtlijst = 0;

  /** A start that fails is tried again by whoever runs it; that is not what the year is about. */
  async function zonderFouten(doeDan: () => Promise<void>): Promise<void> {
    schakelaar.aan = false;
    await doeDan();
    schakelaar.aan = true;
  }

  /** Runs it; when the program dies meanwhile, another takes its place. */
  async function levend(werk: () => Promise<unknown>): Promise<void> {
    const winkel = programma.winkel();
    const gedaan = werk().catch((fout: unknown) => {
      if (!(fout instanceof Error && /de opslag|de API antwoordt 5/.test(fout.message))) throw fout;
    });
    await Promise.race([gedaan, winkel.gestorven]);
    if (winkel.isDood()) {
      await ontvanger.rust();
      await zonderFouten(programma.naDood);
      hardeHerstarts += 1;
      return;
    }
    await Promise.race([programma.nu().bezorgd(), winkel.gestorven]);
    if (winkel.isDood()) await levend(() => Promise.resolve());
  }

  async function ronde(): Promise<void> {
    const op = klok.nu();
    const was = hardeHerstarts;
    await levend(async () => {
      const { mislukt } = await programma.nu().ronde();
      mislukteRonden += mislukt;
    });
    ronden += 1;
    if (was === hardeHerstarts) teLaat.push(...klokwacht.naRonde(op));
  }

  /** Rounds at every moment that has work, and when that has none. */
  async function verstrijkTot(doel: Instant): Promise<void> {
    for (let keer = 0; ; keer++) {
      const { opslag } = programma.nu().omgeving;
      const [eerste] = await opslag.teWekken(doel, 1);
      const wekOp = eerste === undefined ? undefined : (await opslag.lees(eerste))?.waarde.wekOp;
      if (!wekOp) break;
      if (keer > MEESTE_RONDEN) throw new Error(`${eerste} blijft staan op ${wekOp} (het is ${klok.nu()})`);
      if (wekOp > klok.nu()) klok.zet(wekOp);
      await ronde();
    }
    if (doel > klok.nu()) klok.zet(doel);
  }

  function plan(casusnummer: string): void {
    const casus = waarnemer.casus(casusnummer);
    const uren = casus && gedrag.wacht(casus, klok.nu());
    if (uren === undefined) return;
    const op = kalender.binnenKantooruren(verschuif(klok.nu(), uren * UUR_MS));
    const rest = toeval.tussen(0, 8 * 60, casusnummer, casus?.versie ?? 0, 'minuut');
    wachtrij.voegToe(verschuif(op, rest * 60_000), { wat: 'daad', casusnummer });
  }

  async function doe(werk: Werk): Promise<void> {
    if (werk.wat === 'gebeurt') return werk.doe();
    if (werk.wat === 'melding') {
      const { melding } = werk;
      meldingenGezien += 1;
      const overHttp = toeval.kans('http', melding.casusnummer) < wens.overHttp;
      await levend(() => programma.registreer(melding, overHttp));
      // The registration system sends it again when it heard nothing.
      if (!waarnemer.casus(melding.casusnummer)) await levend(() => programma.registreer(melding, false));
      return plan(melding.casusnummer);
    }
    const { casusnummer } = werk;
    const casus = waarnemer.casus(casusnummer);
    const daad = casus && gedrag.doe(casus, klok.nu());
    if (!casus || !daad) return undefined;
    daden += 1;
    const overHttp = toeval.kans('http', casusnummer, casus.versie) < wens.overHttp;
    await levend(async () => {
      if (!(await programma.doe(casus, daad, overHttp))) geweigerd += 1;
    });
    return plan(casusnummer);
  }

  async function dag(): Promise<void> {
    await verstrijkTot(klok.nu());
    let wacht = 0;
    for (const regel of await programma
      .nu()
      .omgeving.opslag.zoek({ fasen: ['triage'], vervallenOp: klok.nu(), maximum: 1000 }))
      wacht += Number(regel.vroegsteVerval !== null);
    hoogsteWachtlijst = Math.max(hoogsteWachtlijst, wacht);
  }
  async function maand(): Promise<void> {
    heap.push({ op: klok.nu(), mb: geheugen() });
    await levend(async () => {
      for (const { soort } of (await programma.nu().toezicht()).bevindingen)
        bevindingen.set(soort, (bevindingen.get(soort) ?? 0) + 1);
    });
  }

  for (const melding of meldingen(toeval, van, dagen, wens.meldingen))
    wachtrij.voegToe(melding.op, { wat: 'melding', melding });
  const opDag = (deel: number, doeDan: () => Promise<void>): void =>
    wachtrij.voegToe(verschuif(van, Math.round(deel * dagen * 24) * UUR_MS + 10 * UUR_MS), {
      wat: 'gebeurt',
      doe: doeDan,
    });
  const herstart = async (): Promise<void> => {
    await zonderFouten(programma.herstart);
    herstarts += 1;
  };
  opDag(0.25, herstart);
  opDag(0.5, async () => programma.winkel().sterfNa(7));
  opDag(0.6, async () => klok.zet(verschuif(klok.nu(), DAG_MS)));
  opDag(0.7, async () => klok.zet(verschuif(klok.nu(), -5 * 60_000)));
  opDag(0.8, herstart);
  for (let nr = 1; nr <= dagen; nr++)
    wachtrij.voegToe(verschuif(van, nr * DAG_MS), { wat: 'gebeurt', doe: nr % 30 === 0 ? maand : dag });

  await ronde();
  schakelaar.aan = true;
  const uiterlijk = performance.now() + wens.binnenMs;
  let volgendUur = verschuif(van, wens.rasterUren * UUR_MS);
  for (;;) {
    const eerste = wachtrij.eerste();
    if (eerste === undefined || eerste > tot || performance.now() > uiterlijk) break;
    if (volgendUur < eerste) {
      await verstrijkTot(volgendUur);
      await ronde();
      volgendUur = verschuif(volgendUur > klok.nu() ? volgendUur : klok.nu(), wens.rasterUren * UUR_MS);
      continue;
    }
    await verstrijkTot(eerste);
    const werk = wachtrij.neem();
    if (werk) await doe(werk);
  }
  // Everything goes well from here, for as long as a message can be tried: what is still owed then is lost.
  schakelaar.aan = false;
  const einde = klok.nu();
  for (let uur = 1; uur <= 4; uur++) {
    await verstrijkTot(verschuif(einde, uur * UUR_MS));
    await ronde();
  }
  boekhouding.sluitAf();
  await programma.stop();
  await ontvanger.sluit();
  return {
    zaad,
    van,
    tot: einde,
    klaar: einde >= verschuif(tot, -DAG_MS),
    seconden: (performance.now() - begin) / 1000,
    meldingen: meldingenGezien,
    daden,
    geweigerd,
    ronden,
    mislukteRonden,
    herstarts: herstarts + hardeHerstarts,
    hardeHerstarts,
    hoogsteWachtlijst,
    posts: ontvanger.ontvangen(),
    berichten: boekhouding.stand(),
    ...klokwacht.gezien(),
    teLaat,
    breuken: waarnemer.breuken,
    nagegaan: waarnemer.nagegaan(),
    soorten: waarnemer.soorten,
    fouten: telling,
    bevindingen,
    heap,
  };
}
