/**
 * The story, with the program killed by SIGKILL at every write and every send, one by one, on one kind of store. A run
 * without a kill says where those are and what must come of it, and keeps the store as it stood before each step; every
 * kill starts from there and goes on into the next step, which uses what it left behind. Programs that are killed in the same step share a process,
 * each held at a point of its own: starting a process costs more than the story.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADRESBOEK } from '../scenario/mensen.ts';
import { startConnector, type NepConnector } from '../steun/connector.ts';
import type { Ontvangen } from '../steun/teams.ts';
import { BASIS_ENV, verteldIn, type Buiten, type Verteld } from './steun-buiten.ts';
import { compileer, type Bewoner, type Houdpunt, type Kind, type Programma } from './steun-kind.ts';
import { besluiten, dubbel, verantwoordelijken, verloren, verouderd } from './steun-vergelijk.ts';
import { BEGIN, VERHAAL, VOORAF, X, Y, type Stap } from './steun-verhaal.ts';

/** A kind of store, of which several stand side by side under names of their own. */
export interface Opslagplaats {
  env(naam: string): Record<string, string>;
  /** Only while no program uses `van`; the copy speaks to another connector. */
  kopieer(van: string, naar: string, connector: { oud: string; nieuw: string }): Promise<void>;
  /** Counts the writes of the program from here; `gehouden` resolves when the one at this point is held for good. */
  tel(naam: string, bewoner: Bewoner, punt?: Houdpunt): Promise<{ gehouden: Promise<void> }>;
  geteld(naam: string, bewoner: Bewoner): Promise<number>;
  sluit(): Promise<void>;
}

/** Where to kill: at the nth write or the nth send of a step. */
interface Punt extends Houdpunt {
  soort: 'schrijven' | 'sturen';
}
const naamVan = ({ soort, nr, moment }: Punt): string => `${moment} ${soort} ${nr}`;

/** One program with its store, and everyone around it. */
interface Loop {
  naam: string;
  bewoner: Bewoner;
  buiten: Buiten;
}

interface Afloop {
  besluiten: unknown[][];
  verantwoordelijken: unknown[][];
  /** What still waits to be sent, when the casus is looked at next, and where its journal does not hold together. */
  wacht: { id: string; postvak: number; wekOp: string | null; breuk: string | undefined }[];
}

/** A program that hangs at a point. */
interface Gehouden {
  /** Of the step. */
  nr: number;
  /** After the kill. */
  gaVerder(): Promise<Loop>;
}

/** Steps of the story that follow on the one with the kill, before it is compared. */
const VERDER = 1;

/** Where nobody listens. */
const AFWEZIG = 'http://127.0.0.1:1';

/** Steps that share a kill. */
const PER_KEER = 3;
const GROEPEN = Array.from({ length: Math.ceil(VERHAAL.length / PER_KEER) }, (_, groep) => {
  const stappen = [...VERHAAL.entries()].slice(groep * PER_KEER, (groep + 1) * PER_KEER);
  return [stappen.map(([, { naam }]) => naam).join(', '), stappen] as const;
});

const later = (moment: string, milliseconden: number): string =>
  new Date(Date.parse(moment) + milliseconden).toISOString();
const netVoor = ({ op }: Stap): string => later(op, -1_000);
/** By then everything that a kill left behind has been put right, and the next step has not begun. */
const naloop = ({ op }: Stap): string => later(op, 8 * 60_000);

const isSturen = ({ methode }: { methode: string }): boolean => methode !== 'GET';

async function gelukt(antwoord: Promise<Ontvangen>): Promise<void> {
  const { status, tekst } = await antwoord;
  if (status >= 300) throw new Error(`${status} ${tekst}`);
}

/** Begins the step at its own instant; what it gives asks, and resolves when it has been answered. */
async function begin({ bewoner, buiten }: Loop, { op, vraag }: Stap): Promise<(loop: Loop) => Promise<void>> {
  await bewoner.vraag('zet', op);
  const stel = vraag?.(buiten);
  return async (loop) => (stel ? gelukt(stel(loop.buiten)) : void (await loop.bewoner.vraag('ronde')));
}

async function rondAf({ bewoner }: Loop, stap: Stap): Promise<void> {
  await bewoner.vraag('bezorgd');
  await bewoner.vraag('naar', naloop(stap));
}

async function zetHeleStap(loop: Loop, stap: Stap): Promise<void> {
  await loop.bewoner.vraag('naar', netVoor(stap));
  const doe = await begin(loop, stap);
  await doe(loop);
  await rondAf(loop, stap);
}

async function afloopVan({ bewoner }: Loop): Promise<Afloop> {
  const documenten = await bewoner.vraag('documenten', [X, Y]);
  return {
    besluiten: documenten.map(besluiten),
    verantwoordelijken: documenten.map(verantwoordelijken),
    wacht: documenten.map(({ id, postvak, wekOp, breuk }) => ({ id, postvak: postvak.length, wekOp, breuk })),
  };
}

async function vergelijk(loop: Loop, heel: { afloop: Afloop; verteld: Verteld[] } | undefined): Promise<void> {
  const { naam } = loop;
  const zonder = heel?.verteld ?? [];
  expect({ naam, ...(await afloopVan(loop)) }).toEqual({ naam, ...heel?.afloop });
  const verteld = verteldIn(loop.buiten.connector);
  expect({ naam, verloren: verloren(zonder, verteld) }).toEqual({ naam, verloren: [] });
  const keren = dubbel(zonder, verteld);
  expect({ naam, ongemerkt: keren.filter(({ gemerkt }) => !gemerkt) }).toEqual({ naam, ongemerkt: [] });
  expect({ naam, meerDanEen: keren.slice(1) }).toEqual({ naam, meerDanEen: [] });
  expect({ naam, verouderd: verouderd(zonder, verteld) }).toEqual({ naam, verouderd: [] });
}

export function doodSuite(opslagnaam: string, maakPlaats: () => Promise<Opslagplaats>): void {
  let programma: Programma;
  let plaats: Opslagplaats;
  let map: string;
  let kind: Kind;
  const connectoren: NepConnector[] = [];
  /** Without a kill, per step: what was posted before it, where it can be killed, and what has come of it. */
  const gesprekkenVoor: NepConnector['gesprekken'][] = [];
  const punten: Punt[][] = [];
  const zonder: { afloop: Afloop; verteld: Verteld[] }[] = [];

  async function start(naam: string, connector: NepConnector, nu: string): Promise<Loop> {
    const bewoner = kind.bewoner(naam);
    const env = { ...BASIS_ENV, ADRESBOEK_BESTAND: join(map, 'adresboek.json'), ...plaats.env(naam) };
    return { naam, bewoner, buiten: { connector, url: await bewoner.vraag('start', { env, nu }) } };
  }

  async function nieuweConnector(gesprekken: NepConnector['gesprekken'] = new Map()): Promise<NepConnector> {
    const connector = await startConnector({ gesprekken });
    connectoren.push(connector);
    return connector;
  }

  async function leesPunten({ naam, bewoner, buiten }: Loop): Promise<Punt[]> {
    const aantal = {
      schrijven: await plaats.geteld(naam, bewoner),
      sturen: buiten.connector.aanroepen.filter(isSturen).length,
    };
    return (['schrijven', 'sturen'] as const).flatMap((soort) =>
      Array.from({ length: aantal[soort] }, (_, index) => index + 1).flatMap((nr) =>
        (['voor', 'na'] as const).map((moment) => ({ soort, nr, moment })),
      ),
    );
  }

  beforeAll(async () => {
    map = await mkdtemp(join(tmpdir(), 'dood-'));
    await writeFile(join(map, 'adresboek.json'), JSON.stringify(ADRESBOEK));
    [programma, plaats] = await Promise.all([compileer(), maakPlaats()]);
    kind = await programma.begin();
    const connector = await nieuweConnector();
    let loop = await start('heel', connector, BEGIN);
    for (const stap of VOORAF) await zetHeleStap(loop, stap);
    for (const [nr, stap] of VERHAAL.entries()) {
      await loop.bewoner.vraag('naar', netVoor(stap));
      await loop.bewoner.vraag('stop');
      await plaats.kopieer('heel', `voor-${nr}`, { oud: connector.serviceUrl, nieuw: AFWEZIG });
      gesprekkenVoor.push(structuredClone(connector.gesprekken));
      loop = await start('heel', connector, netVoor(stap));
      connector.aanroepen.length = 0;
      await plaats.tel('heel', loop.bewoner);
      const doe = await begin(loop, stap);
      await doe(loop);
      await loop.bewoner.vraag('bezorgd');
      punten.push(await leesPunten(loop));
      await rondAf(loop, stap);
      zonder.push({ afloop: await afloopVan(loop), verteld: verteldIn(connector) });
    }
    await loop.bewoner.vraag('stop');
  });
  afterAll(async () => {
    await programma.opruimen();
    await Promise.all(connectoren.map((connector) => connector.sluit()));
    await plaats.sluit();
    await rm(map, { recursive: true, force: true });
  });

  /** Brings a program to this point of the step, where it hangs. */
  async function brengNaar(nr: number, stap: Stap, punt: Punt): Promise<Gehouden> {
    const { soort, moment } = punt;
    const naam = `${nr}-${naamVan(punt).replaceAll(' ', '-')}`;
    const connector = await nieuweConnector(gesprekkenVoor[nr]);
    await plaats.kopieer(`voor-${nr}`, naam, { oud: AFWEZIG, nieuw: connector.serviceUrl });
    const loop = await start(naam, connector, netVoor(stap));
    connector.aanroepen.length = 0;
    const val = await plaats.tel(naam, loop.bewoner, soort === 'schrijven' ? punt : undefined);
    const gestuurd = soort === 'sturen' ? connector.houd(punt.nr, moment) : undefined;
    const doe = await begin(loop, stap);
    let beantwoord = false;
    doe(loop).then(
      () => (beantwoord = true),
      () => undefined,
    );
    await (gestuurd ?? val.gehouden);
    return {
      nr,
      async gaVerder() {
        connector.stoorNietMeer();
        const opnieuw = await start(naam, connector, stap.op);
        // Who got no answer clicks, types or sends again; the clock was looked at by the start.
        if (!beantwoord && stap.vraag) await doe(opnieuw);
        await rondAf(opnieuw, stap);
        for (const volgende of VERHAAL.slice(nr + 1, nr + 1 + VERDER)) await zetHeleStap(opnieuw, volgende);
        return opnieuw;
      },
    };
  }

  /** A program at each point of the step. */
  async function houdOveral(nr: number, stap: Stap): Promise<Gehouden[]> {
    const hier = punten[nr] ?? [];
    expect(hier.length).toBeGreaterThan(0);
    return Promise.all(hier.map((punt) => brengNaar(nr, stap, punt)));
  }

  describe(`kill -9 on ${opslagnaam}, then a restart: same journal, nothing lost, at most one repetition that says so`, () => {
    test.each(GROEPEN)(
      'at every write and every send of: %s',
      async (_namen, stappen) => {
        const gehouden = await Promise.all(stappen.map(([nr, stap]) => houdOveral(nr, stap)));
        expect(gehouden.flat().length).toBeGreaterThan(0);
        await kind.dood();
        kind = await programma.begin();
        await Promise.all(
          gehouden.flat().map(async ({ nr, gaVerder }) => {
            const loop = await gaVerder();
            await vergelijk(loop, zonder[Math.min(nr + VERDER, VERHAAL.length - 1)]);
            await loop.bewoner.vraag('stop');
          }),
        );
      },
      90_000,
    );
  });
}
