/** A region lives: what is to come in order of time, a round at each moment that has work, and everything checked on the way. */
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import { maakKalender, verschuif } from '../../src/kern/tijd/werkdagen.ts';
import { maakVirtueleKlok } from '../../src/klok.ts';
import { maakBoekhouding } from './boekhouding.ts';
import { maakConnectorfouten, metFouten, type Schakelaar, type Telling } from './fouten.ts';
import { maakGedrag } from './gedrag.ts';
import { maakKlokwacht } from './klokwacht.ts';
import { maakLeven } from './leven.ts';
import { startOntvanger } from './ontvanger.ts';
import { startProgramma } from './programma.ts';
import { koppelAlles, meldingen, teamsPerGemeente, type Binnenkomst } from './streek.ts';
import { maakToeval } from './toeval.ts';
import { geheugen, type Jaaruitslag } from './verslag.ts';
import { maakWaarnemer } from './waarnemer.ts';
import { maakWachtrij } from './wachtrij.ts';
import type { Jaarwens } from './wensen.ts';

const UUR_MS = 3_600_000;
const DAG_MS = 24 * UUR_MS;
/** As far as ten minutes reach on two cores: restarts and jumps of the clock come within so many days. */
const IN_ELK_GEVAL = 75;

type Werk =
  | { wat: 'melding'; melding: Binnenkomst }
  | { wat: 'daad'; casusnummer: string }
  | { wat: 'gebeurt'; doe: () => Promise<void> };

export async function leefJaar(wens: Jaarwens): Promise<Jaaruitslag> {
  const begin = performance.now();
  const cpu = process.cpuUsage();
  const { zaad, dagen, teams } = wens;
  const van = new Date(wens.van).toISOString();
  const tot = verschuif(van, dagen * DAG_MS);
  const toeval = maakToeval(zaad);
  const klok = maakVirtueleKlok(van, 0);
  const telling: Telling = new Map();
  const schakelaar: Schakelaar = { aan: false, kansen: wens.fouten };
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
      return metFouten(wens.sabotage?.opslag?.(gezien) ?? gezien, { toeval, klok, schakelaar, telling });
    },
  });
  await koppelAlles(programma.nu().adressen, ontvanger.serviceUrl, teams);
  const leven = maakLeven({ programma, ontvanger, klok, klokwacht, schakelaar });
  const gedrag = maakGedrag(toeval, {
    teams: teamsPerGemeente(teams),
    druk: (nu) => nu >= verschuif(van, wens.druk.van * DAG_MS) && nu < verschuif(van, wens.druk.tot * DAG_MS),
  });

  const wachtrij = maakWachtrij<Werk>();
  const bevindingen = new Map<string, number>();
  const heap: Jaaruitslag['heap'] = [];
  let daden = 0;
  let geweigerd = 0;
  let meldingenGezien = 0;
  let hoogsteWachtlijst = 0;

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
      await leven.doe('registreren', () => programma.registreer(melding, overHttp));
      // The registration system sends it again when it heard nothing.
      if (!waarnemer.casus(melding.casusnummer))
        await leven.doe('nog eens registreren', () => programma.registreer(melding, false));
      return plan(melding.casusnummer);
    }
    const { casusnummer } = werk;
    const casus = waarnemer.casus(casusnummer);
    const daad = casus && gedrag.doe(casus, klok.nu());
    if (!casus || !daad) return undefined;
    daden += 1;
    const overHttp = toeval.kans('http', casusnummer, casus.versie) < wens.overHttp;
    await leven.doe(daad.opdracht.soort, async () => {
      if (!(await programma.doe(casus, daad, overHttp))) geweigerd += 1;
    });
    return plan(casusnummer);
  }

  async function dag(): Promise<void> {
    await leven.verstrijkTot(klok.nu());
    let wacht = 0;
    for (const regel of await programma
      .nu()
      .omgeving.opslag.zoek({ fasen: ['triage'], vervallenOp: klok.nu(), maximum: 1000 }))
      wacht += Number(regel.vroegsteVerval !== null);
    hoogsteWachtlijst = Math.max(hoogsteWachtlijst, wacht);
  }
  async function maand(): Promise<void> {
    heap.push({ op: klok.nu(), mb: geheugen() });
    await leven.doe('toezicht', async () => {
      for (const { soort } of (await programma.nu().toezicht()).bevindingen)
        bevindingen.set(soort, (bevindingen.get(soort) ?? 0) + 1);
    });
  }

  for (const melding of meldingen(toeval, van, dagen, wens.meldingen))
    wachtrij.voegToe(melding.op, { wat: 'melding', melding });
  const opDag = (deel: number, doeDan: () => Promise<void>): void =>
    wachtrij.voegToe(verschuif(van, Math.round(deel * Math.min(dagen, IN_ELK_GEVAL) * 24) * UUR_MS + 10 * UUR_MS), {
      wat: 'gebeurt',
      doe: doeDan,
    });
  opDag(0.25, leven.herstart);
  opDag(0.5, async () => programma.winkel().sterfNa(7));
  opDag(0.6, async () => klok.zet(verschuif(klok.nu(), DAG_MS)));
  opDag(0.7, async () => klok.zet(verschuif(klok.nu(), -5 * 60_000)));
  opDag(0.8, leven.herstart);
  for (let nr = 1; nr <= dagen; nr++)
    wachtrij.voegToe(verschuif(van, nr * DAG_MS), { wat: 'gebeurt', doe: nr % 30 === 0 ? maand : dag });

  await leven.ronde();
  schakelaar.aan = true;
  const uiterlijk = performance.now() + wens.binnenMs;
  let volgendUur = verschuif(van, wens.rasterUren * UUR_MS);
  for (;;) {
    const eerste = wachtrij.eerste();
    if (eerste === undefined || eerste > tot || performance.now() > uiterlijk) break;
    if (volgendUur < eerste) {
      await leven.verstrijkTot(volgendUur);
      await leven.ronde();
      volgendUur = verschuif(volgendUur > klok.nu() ? volgendUur : klok.nu(), wens.rasterUren * UUR_MS);
      continue;
    }
    await leven.verstrijkTot(eerste);
    const werk = wachtrij.neem();
    if (werk) await doe(werk);
  }
  // Everything goes well from here, for as long as a message can be tried: what is still owed then is lost.
  schakelaar.aan = false;
  const einde = klok.nu();
  for (let uur = 1; uur <= 4; uur++) {
    await leven.verstrijkTot(verschuif(einde, uur * UUR_MS));
    await leven.ronde();
  }
  boekhouding.sluitAf();
  await programma.stop();
  await ontvanger.sluit();
  return {
    zaad,
    van,
    tot: einde,
    klaar: einde >= verschuif(tot, -DAG_MS),
    cpuSeconden: Object.values(process.cpuUsage(cpu)).reduce((a, b) => a + b, 0) / 1e6,
    seconden: (performance.now() - begin) / 1000,
    meldingen: meldingenGezien,
    daden,
    geweigerd,
    ...leven.teller,
    hoogsteWachtlijst,
    posts: ontvanger.ontvangen(),
    berichten: boekhouding.stand(),
    ...klokwacht.gezien(),
    teLaat: leven.teLaat,
    vingerafdruk: waarnemer.vingerafdruk(),
    breuken: waarnemer.breuken,
    nagegaan: waarnemer.nagegaan(),
    soorten: waarnemer.soorten,
    fouten: telling,
    bevindingen,
    heap,
  };
}
