/** The round: whatever `wekOp` says is due, and nothing else. A rerun is harmless; a failing casus stops no other. */
import { beslisKlok } from '../../kern/beslis.ts';
import { maandenGeleden, msTussen, type Instant } from '../../kern/tijd/werkdagen.ts';
import { BEHEER, type Beheerregistratie } from '../beheer/beheerregistratie.ts';
import type { Bezorger } from '../bezorging/bezorger.ts';
import { casusVan } from '../casus/casusdocument.ts';
import { KLOK, muteer, muteerStuk, type Geschreven } from '../casus/mutatie.ts';
import { herstelTeamlijsten, teamVan, werkTeamlijstBij } from '../casus/wachtlijst/teamlijst.ts';
import { WACHTLIJST_VT, werkWachtlijstBij } from '../casus/wachtlijstregistratie.ts';
import { meldMislukt, voorElk } from '../elk.ts';
import { foutVelden, type Omgeving } from '../omgeving.ts';
import { nogNiets, type Punt } from '../postvak/bundel.ts';

const PAGINA = 200;
const TEGELIJK = 8;

export interface RondeUitslag {
  gewekt: number;
  mislukt: number;
}

export interface Ronde {
  /** Deals with everything that is due now. Rejects only when the store cannot be asked what is due. */
  loop(): Promise<RondeUitslag>;
  /** When the last whole round ended; `undefined` before the first. */
  laatste(): Instant | undefined;
  /** Begins no casus any more: what is due stays due, for another instance or the next start. */
  stop(): void;
  /** What was due at this instant, two whole rounds have had since; `undefined` before there were two. */
  tweeRonden(): Instant | undefined;
}

/**
 * Other casussen of the team that reached step 3 in the months that count (beleid.terugkerend). One that cannot be read
 * counts: its mark says that it did, not when, and the stuurgroep is better told once too often.
 */
async function telStap3(omgeving: Omgeving, team: string, zonder: string): Promise<number> {
  const { opslag, klok, regels } = omgeving;
  const sinds = maandenGeleden(klok.nu(), regels().beleid.terugkerend.maanden);
  const gevonden = await opslag.zoek({ kenmerk: `stap3:${team}`, maximum: 1000 });
  const andere = gevonden.flatMap(({ id }) => (id === zonder ? [] : [id]));
  const { gelukt, mislukt } = await voorElk(omgeving, { lus: 'stap-3' }, andere, async (id) => {
    const gelezen = await opslag.lees(id);
    const overdrachten = gelezen ? casusVan(gelezen.waarde).overdrachten : [];
    return overdrachten.some((overdracht) => overdracht.team === team && (overdracht.stap3Op ?? '') >= sinds);
  });
  return gelukt.filter(Boolean).length + mislukt.length;
}

export function maakRonde(omgeving: Omgeving, bezorger: Bezorger, beheer: Beheerregistratie): Ronde {
  let laatste: Instant | undefined;
  /** When the last whole round began, and the one before it. */
  let begonnen: Instant | undefined;
  let daarvoor: Instant | undefined;
  const stopsein = new AbortController();
  // After a start nobody knows what happened before it: the first round looks at VT's wachtlijst anyway.
  let wachtlijstGeraakt = true;
  /** The day on which the wachtlijsten of teams were compared with their casussen: after a start, and then once a day. */
  let teamsVergeleken: Instant | undefined;

  /** What can be bundled waits until every casus that is due has been seen. */
  let punten: Punt[] = [];
  function verstuur(geschreven: Geschreven): void {
    bezorger.bezorg(geschreven);
    punten.push(...geschreven.punten);
  }

  /** Whether this team's disagreements return is asked of the other casussen, once per step 3 (§4.3). */
  async function beoordeelTerugkeer({ stuk: casus, punten: gewacht }: Geschreven): Promise<void> {
    if (casus.soort !== 'casus') return;
    const team = casus.overdrachten.findLast(({ stap3Op }) => stap3Op !== undefined)?.team;
    if (!casus.terugkerendOnbekend || team === undefined) return;
    const eerdereStap3 = await telStap3(omgeving, team, casus.casusnummer);
    const uitkomst = await muteer(omgeving, {
      casusnummer: casus.casusnummer,
      ...(gewacht.length > 0 ? { keuze: nogNiets } : { bundelt: true }),
      beslis: (stand, nu) =>
        stand ? beslisKlok(stand, { ...omgeving.regels(), nu, door: KLOK, eerdereStap3 }) : { onbekend: true },
    });
    if (uitkomst.soort === 'geschreven') verstuur(uitkomst);
  }

  async function wek(casusnummer: string): Promise<boolean> {
    try {
      if (casusnummer === WACHTLIJST_VT) {
        await werkWachtlijstBij(omgeving, bezorger);
        return true;
      }
      const team = teamVan(casusnummer);
      if (team !== undefined) return (await werkTeamlijstBij(omgeving, bezorger, team)) === 0;
      if (casusnummer === BEHEER) {
        await beheer.gaHiatenNa();
        return true;
      }
      let achterstand = 0;
      const uitkomst = await muteerStuk(omgeving, {
        casusnummer,
        bundelt: true,
        beslis(stuk, nu, { wekOp }) {
          achterstand = wekOp === null ? 0 : msTussen(wekOp, nu);
          return stuk ? beslisKlok(stuk, { ...omgeving.regels(), nu, door: KLOK }) : { onbekend: true };
        },
      });
      omgeving.teller.achterstand(achterstand);
      if (uitkomst.soort === 'geschreven') {
        verstuur(uitkomst);
        const { stuk, gewijzigd } = uitkomst;
        wachtlijstGeraakt ||= stuk.soort === 'casus' && stuk.fase === 'triage' && gewijzigd;
        await beoordeelTerugkeer(uitkomst);
      }
      return true;
    } catch (fout) {
      omgeving.teller.mislukt('ronde');
      omgeving.log.error({ casusnummer, ...foutVelden(fout) }, 'casus in de ronde mislukt');
      return false;
    }
  }

  /** The pings of the others do not wait for it: when it fails the next round looks again. */
  async function kijkNaarWachtlijst(): Promise<boolean> {
    if (!wachtlijstGeraakt) return true;
    try {
      await werkWachtlijstBij(omgeving, bezorger);
      wachtlijstGeraakt = false;
      return true;
    } catch (fout) {
      meldMislukt(omgeving, 'wachtlijst', WACHTLIJST_VT, fout);
      return false;
    }
  }

  /** What came between a casus and the record of its team is found here. */
  async function vergelijkTeams(): Promise<boolean> {
    const vandaag = omgeving.regels().kalender.beginVanDag(omgeving.klok.nu());
    if (teamsVergeleken === vandaag) return true;
    try {
      const mislukt = await herstelTeamlijsten(omgeving, bezorger);
      teamsVergeleken = vandaag;
      return mislukt === 0;
    } catch (fout) {
      meldMislukt(omgeving, 'wachtlijst-team', undefined, fout);
      return false;
    }
  }

  return {
    laatste: () => laatste,
    tweeRonden: () => daarvoor,
    stop: () => stopsein.abort(),
    async loop() {
      const begin = omgeving.klok.nu();
      const gezien = new Set<string>();
      let mislukt = 0;
      let nogDue = 0;
      for (;;) {
        // Casussen that failed stay due, and so do those that say more once their bundle is sent: asking for more than
        // those keeps them from hiding the rest.
        const gevraagd = PAGINA + nogDue;
        const due = await omgeving.opslag.teWekken(omgeving.klok.nu(), gevraagd);
        const werk = due.filter((casusnummer) => !gezien.has(casusnummer));
        nogDue = due.length - werk.length;
        for (const casusnummer of werk) gezien.add(casusnummer);
        const wachtrij = [...werk];
        const werker = async (): Promise<void> => {
          for (
            let volgende = wachtrij.shift();
            volgende !== undefined && !stopsein.signal.aborted;
            volgende = wachtrij.shift()
          ) {
            if (!(await wek(volgende))) mislukt += 1;
          }
        };
        await Promise.all(Array.from({ length: TEGELIJK }, werker));
        // Not a whole round. What was set aside for a bundle is sent by whoever runs the next one.
        if (stopsein.signal.aborted) return { gewekt: gezien.size - wachtrij.length, mislukt };
        if (werk.length === 0 && due.length < gevraagd) break;
      }
      if (!(await kijkNaarWachtlijst())) mislukt += 1;
      if (!(await vergelijkTeams())) mislukt += 1;
      bezorger.bundel(punten);
      punten = [];
      laatste = omgeving.klok.nu();
      daarvoor = begonnen;
      begonnen = begin;
      return { gewekt: gezien.size, mislukt };
    },
  };
}
