/** An invented region: twelve gemeenten, their teams, and the meldingen of a year by day and hour. */
import { verschuif, type Instant } from '../../src/kern/tijd/werkdagen.ts';
import type { Aanvrager } from '../../src/toepassing/casus/rechten.ts';
import type { Koppelbaar } from '../../src/toepassing/streek/adressen.ts';
import { BOT, TENANT } from '../steun/teams.ts';
import type { Toeval } from './toeval.ts';

const GEMEENTEN = 12;
const DAG_MS = 86_400_000;

const id = (nr: number): string => `00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`;
const mens = (nr: number, naam: string) => ({ naam: `${naam} ${nr}`, aadObjectId: id(nr) });
const LID = 100_001;
const LEIDING = 200_001;

const teamSleutel = (nr: number): string => `team-${String(nr + 1).padStart(3, '0')}`;
const gemeenteSleutel = (nr: number): string => `gemeente-${String((nr % GEMEENTEN) + 1).padStart(2, '0')}`;
export const kanaalVan = (organisatie: string): string => `19:${organisatie}@thread.tacv2`;
export const gesprekVan = (persoon: string): string => `a:${persoon}`;

export const adresboek = (teams: number) => ({
  bijgewerktOp: '2026-01-01T00:00:00+01:00',
  beheerders: [id(9)],
  veiligThuis: { naam: 'Veilig Thuis', medewerkers: [mens(1, 'Medewerker')], leidinggevenden: [mens(2, 'Leiding')] },
  gemeenten: Array.from({ length: GEMEENTEN }, (_, nr) => ({
    sleutel: gemeenteSleutel(nr),
    naam: `Gemeente ${nr + 1}`,
    contactambtenaren: [mens(301 + nr, 'Ambtenaar')],
  })),
  teams: Array.from({ length: teams }, (_, nr) => ({
    sleutel: teamSleutel(nr),
    naam: `Team ${nr + 1}`,
    gemeente: gemeenteSleutel(nr),
    soort: nr % 2 === 0 ? 'wijkteam' : 'cjg',
    leden: [mens(LID + nr, 'Lid')],
    leidinggevenden: [mens(LEIDING + nr, 'Leiding')],
    telefoon: '076 555 01 01',
  })),
  stuurgroep: { naam: 'Stuurgroep', leden: [] },
});

/** Someone of a team, with the rights of its leidinggevende too. */
export function vanTeam(team: string): Aanvrager {
  const nr = Number(team.slice('team-'.length)) - 1;
  return {
    id: id(LID + nr),
    naam: `Lid ${LID + nr}`,
    kanaal: 'teams',
    rollen: [
      { rol: 'team-lid', team },
      { rol: 'team-leidinggevende', team },
    ],
  };
}
export const VT: Aanvrager = { id: id(1), naam: 'Medewerker 1', kanaal: 'teams', rollen: [{ rol: 'vt-medewerker' }] };
export const VT_LEIDING: Aanvrager = {
  id: id(2),
  naam: 'Leiding 2',
  kanaal: 'teams',
  rollen: [{ rol: 'vt-medewerker' }, { rol: 'vt-leidinggevende' }],
};

/** Every channel is linked; people are met when they are first sent something. */
export async function koppelAlles(adressen: Koppelbaar, serviceUrl: string, teams: number): Promise<void> {
  const organisaties = ['veilig-thuis', 'stuurgroep', ...Array.from({ length: teams }, (_, nr) => teamSleutel(nr))];
  for (const organisatie of organisaties) {
    const conversatie = kanaalVan(organisatie);
    await adressen.onthoud({ conversatie, serviceUrl, tenant: TENANT, botId: BOT.id, soort: 'kanaal' });
    await adressen.koppel(organisatie, conversatie);
  }
}

/** The keys of the teams of each gemeente. */
export function teamsPerGemeente(teams: number): Map<string, string[]> {
  const per = new Map<string, string[]>();
  for (let nr = 0; nr < teams; nr++) {
    per.set(gemeenteSleutel(nr), [...(per.get(gemeenteSleutel(nr)) ?? []), teamSleutel(nr)]);
  }
  return per;
}

export interface Binnenkomst {
  op: Instant;
  casusnummer: string;
  gemeente: string;
  spoed: boolean;
}

/** More by day than by night and fewer in the weekend, but never none. */
const gewicht = (moment: Date): number => {
  const dag = moment.getUTCDay() === 0 || moment.getUTCDay() === 6 ? 0.4 : 1;
  const uur = moment.getUTCHours();
  return dag * (uur >= 7 && uur < 17 ? 1 : uur >= 17 && uur < 22 ? 0.35 : 0.1);
};

/** In order of time; rejects a moment as often as its hour is quieter. */
export function meldingen(toeval: Toeval, van: Instant, dagen: number, aantal: number): Binnenkomst[] {
  const begin = Date.parse(van);
  const momenten: number[] = [];
  for (let trek = 0; momenten.length < aantal; trek++) {
    const moment = begin + Math.floor(toeval.kans('melding', trek) * dagen * DAG_MS);
    if (toeval.kans('uur', trek) < gewicht(new Date(moment))) momenten.push(moment);
  }
  return momenten
    .toSorted((a, b) => a - b)
    .map((moment, nr) => ({
      op: verschuif(new Date(moment).toISOString(), 0),
      casusnummer: `VT-${van.slice(0, 4)}-${String(nr + 1).padStart(5, '0')}`,
      gemeente: gemeenteSleutel(toeval.tussen(0, GEMEENTEN - 1, 'gemeente', nr)),
      spoed: toeval.kans('spoed', nr) < 0.03,
    }));
}
