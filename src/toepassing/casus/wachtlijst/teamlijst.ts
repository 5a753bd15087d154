/**
 * The record of a lokaal team's wachtlijst (§4.2), which every casus of that team follows: opened by the first signal,
 * closed by the intervention of its gemeente, and due until each casus was gone through. A rerun is harmless.
 */
import { beslisKlok, legTeamlijstVast, volgTeamlijst } from '../../../kern/beslis.ts';
import type { Casus } from '../../../kern/casus.ts';
import { gemeldeWachtlijst, volgendeRondgang, type Teamlijstdaad } from '../../../kern/onderwerpen/wachtlijst-team.ts';
import type { Stuk } from '../../../kern/rij/gebeurtenisrij.ts';
import { EIGEN, isArchief, type WachtlijstTeam, type WachtlijstTeamStuk } from '../../../kern/stuk.ts';
import type { Instant } from '../../../kern/tijd/werkdagen.ts';
import type { Dader } from '../../../kern/woorden.ts';
import { paginas, voorElk } from '../../elk.ts';
import type { Omgeving } from '../../omgeving.ts';
import type { Zoekvraag } from '../../poorten.ts';
import { bijTeam, casusVan, greepIn, metWachtlijst, stukVan } from '../casusdocument.ts';
import { KLOK, muteer, muteerStuk, type Stukuitkomst, type Verzender } from '../mutatie.ts';
import { beginMaand } from '../registratiemaand.ts';

const BEGIN = `${EIGEN}wachtlijst-team-`;
const TEGELIJK = 8;

/** The number of the team's record. */
const nummerVoor = (team: string): string => `${BEGIN}${team}`;

/** The team that this record is of; `undefined` for any other, and for a part that was put away. */
export const teamVan = (nummer: string): string | undefined =>
  nummer.startsWith(BEGIN) && !isArchief(nummer) ? nummer.slice(BEGIN.length) : undefined;

/** What a person said of the end; the clock has its own words. */
export interface Ingreep {
  wat: string;
  door: Dader;
}

async function leesStuk({ opslag }: Omgeving, team: string): Promise<WachtlijstTeamStuk | undefined> {
  const gelezen = await opslag.lees(nummerVoor(team));
  const stuk = gelezen && stukVan(gelezen.waarde);
  return stuk?.soort === 'wachtlijst-team' ? stuk : undefined;
}

/** Whether this team has a wachtlijst that its gemeente has done nothing about: one read. */
export const heeftTeamWachtlijst = async (omgeving: Omgeving, team: string): Promise<boolean> =>
  (await leesStuk(omgeving, team))?.wachtlijstTeam.open === true;

/** Resolves with the record as it stands then. */
async function schrijf(
  omgeving: Omgeving,
  verzender: Verzender,
  team: string,
  daad: Teamlijstdaad,
): Promise<Stuk | undefined> {
  const nummer = nummerVoor(team);
  const uitkomst = await muteerStuk(omgeving, {
    casusnummer: nummer,
    beslis: (stuk, nu) =>
      legTeamlijstVast(nummer, stuk?.soort === 'wachtlijst-team' ? stuk : undefined, daad, {
        ...omgeving.regels(),
        nu,
        door: KLOK,
      }),
  });
  return bezorgd(verzender, uitkomst);
}

function bezorgd(verzender: Verzender, uitkomst: Stukuitkomst): Stuk | undefined {
  if (uitkomst.soort !== 'geschreven') return undefined;
  verzender.bezorg(uitkomst);
  return uitkomst.stuk;
}

/** The team said in a casus that it has a wachtlijst. Resolves with how many other casussen could not follow. */
export async function meldTeamlijst(omgeving: Omgeving, verzender: Verzender, team: string, op: Instant) {
  const stuk = await schrijf(omgeving, verzender, team, { soort: 'gemeld', team, op });
  return gaRond(omgeving, verzender, stuk);
}

/** Its gemeente intervened. Resolves with how many other casussen could not follow. */
export async function hefTeamlijstOp(
  omgeving: Omgeving,
  verzender: Verzender,
  { team, op, ingreep }: { team: string; op: Instant; ingreep?: Ingreep },
): Promise<number> {
  const stuk = await schrijf(omgeving, verzender, team, { soort: 'opgeheven', team, op });
  return gaRond(omgeving, verzender, stuk, ingreep);
}

/** By the round: goes through the team's casussen when that is due. Resolves with how many of them failed. */
export async function werkTeamlijstBij(omgeving: Omgeving, verzender: Verzender, team: string): Promise<number> {
  const nummer = nummerVoor(team);
  await beginMaand(omgeving, nummer);
  const uitkomst = await muteerStuk(omgeving, {
    casusnummer: nummer,
    beslis: (stuk, nu) => (stuk ? beslisKlok(stuk, { ...omgeving.regels(), nu, door: KLOK }) : { onbekend: true }),
  });
  return gaRond(omgeving, verzender, bezorgd(verzender, uitkomst));
}

/** Every casus of the team that does not follow its record yet; what fails leaves that due. */
async function gaRond(
  omgeving: Omgeving,
  verzender: Verzender,
  stuk: Stuk | undefined,
  ingreep?: Ingreep,
): Promise<number> {
  if (stuk?.soort !== 'wachtlijst-team') return 0;
  const moment = volgendeRondgang(stuk, omgeving.regels());
  if (moment === undefined || moment > omgeving.klok.nu()) return 0;
  const lijst = stuk.wachtlijstTeam;
  const { team } = lijst;
  const nummers = await zoek(
    omgeving,
    lijst.open ? { kenmerk: bijTeam(team), fasen: ['overgedragen', 'ontvangen'] } : { kenmerk: metWachtlijst(team) },
  );
  const { door = KLOK, wat } = ingreep ?? {};
  const { gelukt, mislukt } = await voorElk(
    omgeving,
    { lus: lijst.open ? 'wachtlijst-team' : 'interventie', tegelijk: TEGELIJK },
    nummers,
    async (casusnummer) => {
      const uitkomst = await muteer(omgeving, {
        casusnummer,
        beslis: (casus, nu) =>
          casus ? volgTeamlijst(casus, lijst, { ...omgeving.regels(), nu, door }, wat) : { onbekend: true },
      });
      if (uitkomst.soort !== 'geschreven') return false;
      verzender.bezorg(uitkomst);
      return uitkomst.gewijzigd;
    },
  );
  if (mislukt.length === 0) {
    const aantal = gelukt.filter(Boolean).length;
    await schrijf(omgeving, verzender, team, { soort: 'doorgegeven', voor: lijst, aantal });
  }
  return mislukt.length;
}

/** When its gemeente last intervened in a casus since this wachtlijst began. */
async function zoekIngreep(omgeving: Omgeving, { team, sinds }: WachtlijstTeam): Promise<Instant | undefined> {
  const { gelukt } = await voorElk(
    omgeving,
    { lus: 'interventie', tegelijk: TEGELIJK },
    await zoek(omgeving, { kenmerk: greepIn(team) }),
    async (casusnummer) => ingrepenIn(await leesCasus(omgeving, casusnummer), team),
  );
  return gelukt
    .flat()
    .filter((op) => op >= sinds)
    .toSorted()
    .at(-1);
}

const ingrepenIn = (casus: Casus | undefined, team: string): Instant[] =>
  (casus?.overdrachten ?? []).flatMap(({ team: van, wachtlijst }) =>
    van === team ? (wachtlijst?.interventieOp ?? []) : [],
  );

async function leesCasus({ opslag }: Omgeving, casusnummer: string): Promise<Casus | undefined> {
  const gelezen = await opslag.lees(casusnummer);
  return gelezen && casusVan(gelezen.waarde);
}

async function zoek({ opslag }: Omgeving, vraag: Omit<Zoekvraag, 'na' | 'maximum'>): Promise<string[]> {
  const gevonden: string[] = [];
  for await (const pagina of paginas(opslag, vraag)) gevonden.push(...pagina.map(({ id }) => id));
  return gevonden;
}

/**
 * After a crash between a casus and the record of its team, and for what was signalled before there were records: a team
 * that has a wachtlijst in some casus has one, and one whose gemeente has intervened since has none. Resolves with how many
 * casussen and teams failed.
 */
export async function herstelTeamlijsten(omgeving: Omgeving, verzender: Verzender): Promise<number> {
  const teams = omgeving.adresboek().gegevens.teams.map(({ sleutel }) => sleutel);
  const waar = { lus: 'wachtlijst-team', tegelijk: TEGELIJK } as const;
  const nummers = await zoek(omgeving, { kenmerk: teams.map(metWachtlijst) });
  const casussen = await voorElk(omgeving, waar, nummers, (casusnummer) => leesCasus(omgeving, casusnummer));
  const gemeldOp = (team: string): Instant | undefined =>
    casussen.gelukt
      .flatMap((casus) => (casus && gemeldeWachtlijst(casus, team)?.wachtlijst?.op) ?? [])
      .toSorted()
      .at(-1);
  const perTeam = await voorElk(omgeving, waar, teams, async (team) => {
    const lijst = (await leesStuk(omgeving, team))?.wachtlijstTeam;
    if (lijst?.open) {
      const op = await zoekIngreep(omgeving, lijst);
      return op === undefined ? 0 : hefTeamlijstOp(omgeving, verzender, { team, op });
    }
    const op = gemeldOp(team);
    return op !== undefined && (!lijst || lijst.sinds < op) ? meldTeamlijst(omgeving, verzender, team, op) : 0;
  });
  const bij = perTeam.gelukt.reduce((som, aantal) => som + aantal, 0);
  return casussen.mislukt.length + perTeam.mislukt.length + bij;
}
