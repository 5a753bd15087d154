/** The document of a casus or another record: the journal, what follows from it, and the messages that wait in it. */
import type { Bericht } from '../../kern/berichten/bericht.ts';
import { berichten } from '../../kern/berichten/berichten.ts';
import { wekMoment } from '../../kern/beslis.ts';
import { lopendeOverdracht, type Casus } from '../../kern/casus.ts';
import type { Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import { GEWIST } from '../../kern/journaal/wisbaar.ts';
import { nummerVan, type Stuk } from '../../kern/rij/gebeurtenisrij.ts';
import type { Regels } from '../../kern/termijnen.ts';
import type { Instant } from '../../kern/tijd/werkdagen.ts';
import { herleid } from '../../kern/verwerk.ts';
import { metSchakels, zonderWisbaar } from '../bewijs/keten.ts';
import {
  STUURGROEP,
  VEILIG_THUIS,
  type Adres,
  type CasusDocument,
  type CasusRegel,
  type Kring,
  type PostvakItem,
  type Zoekregel,
} from '../poorten.ts';
import { volgendeVerzending } from '../postvak/claim.ts';
import { mensenAchter, type Adresboek } from '../streek/adresboek.ts';

/** The record that a document holds, of whatever kind. */
export function stukVan({ id, journaal }: CasusDocument): Stuk {
  const stuk = herleid(id, journaal);
  if (!stuk) throw new Error(`${id} heeft een leeg journaal`);
  return stuk;
}

export function casusVan(document: CasusDocument): Casus {
  const stuk = stukVan(document);
  if (stuk.soort !== 'casus') throw new Error(`${document.id} is geen casus`);
  return stuk;
}

/** Whether a search found a casus, and not a record of the bot's own. */
export const isCasusRegel = (regel: Zoekregel): regel is CasusRegel => regel.gemeente !== null && regel.fase !== null;

/** An empty document for a casus that is about to get its first event. */
export const nieuwDocument = (casusnummer: string): CasusDocument => ({
  id: casusnummer,
  journaal: [],
  kop: '',
  inhoud: {},
  postvak: [],
  kaarten: {},
  sleutels: [],
  wekOp: null,
  gemeente: null,
  fase: null,
  teams: [],
  vroegsteVerval: null,
  kenmerken: [],
});

const vroegste = (momenten: readonly Instant[]): Instant | null =>
  momenten.reduce<Instant | null>((eerste, moment) => (eerste === null || moment < eerste ? moment : eerste), null);

/** The alarm: the clock's next step or the next message, whichever is first. */
export function wekOp(stuk: Stuk, postvak: readonly PostvakItem[], nu: Instant, regels: Regels): Instant | null {
  const klok = wekMoment(stuk, nu, regels);
  return vroegste([...(klok ? [klok] : []), ...volgendeVerzending(postvak)]);
}

/** The mark of a casus with a message that was tried and still waits. */
export const WACHT_OP_BEZORGING = 'wacht-op-bezorging';

/** The mark of a casus in which nothing is left to erase or to watch over. */
export const IS_GEWIST = 'gewist';

/** The mark of a casus that this team has to do with now, and of one that was brought to this gemeente. */
export const bijTeam = (team: string): string => `bij:${team}`;
export const bijGemeente = (gemeente: string): string => `gemeente:${gemeente}`;

/** The mark of a casus in which this team has a wachtlijst, and of one in which its gemeente did something about it. */
export const metWachtlijst = (team: string): string => `wachtlijst:${team}`;
export const greepIn = (team: string): string => `ingegrepen:${team}`;

/** Whether a casus is in a kring; everything is where there is none. */
export const valtIn = (
  kring: Kring | undefined,
  { teams, kenmerken: heeft }: Pick<CasusDocument, 'teams' | 'kenmerken'>,
): boolean =>
  kring === undefined ||
  teams.some((team) => kring.teams.includes(team)) ||
  heeft.some((kenmerk) => kring.kenmerken.includes(kenmerk));

/** The mark of a casus in whose journal this person stands, by Entra object id: as who did something, or got a message. */
export const persoonKenmerk = (id: string): string => `persoon:${id}`;

function personenIn(stuk: Stuk, journaal: readonly Gebeurtenis[]): Set<string> {
  const organisaties = organisatiesVan(stuk);
  const personen = new Set<string>();
  for (const { door, gegevens } of journaal) {
    if (door.kanaal === 'teams' && door.id !== undefined) personen.add(door.id);
    if (!('waar' in gegevens) || gegevens.waar === GEWIST || isGesprek(gegevens.waar)) continue;
    if (!organisaties.has(gegevens.waar)) personen.add(gegevens.waar);
  }
  return personen;
}

/** The keys under which a message about this record can go to an organisation; any other is a person. */
function organisatiesVan(stuk: Stuk): Set<string> {
  const eigen = stuk.soort === 'casus' ? [stuk.gemeente, ...stuk.overdrachten.map(({ team }) => team)] : [];
  return new Set([VEILIG_THUIS, STUURGROEP, ...eigen]);
}

/** Marks to find a casus by: those above, the wachtlijst of a team, open or ended (§4.2), a step 3 of a team (§4.3). */
function casusKenmerken(casus: Casus): string[] {
  const team = lopendeOverdracht(casus)?.team;
  return [
    ...(team === undefined ? [] : [bijTeam(team)]),
    ...(casus.gemeenteIngelicht ? [bijGemeente(casus.gemeente)] : []),
    ...new Set(
      casus.overdrachten.flatMap((overdracht) => [
        ...(overdracht.wachtlijst
          ? [(overdracht.wachtlijst.interventieOp === undefined ? metWachtlijst : greepIn)(overdracht.team)]
          : []),
        ...(overdracht.stap3Op ? [`stap3:${overdracht.team}`] : []),
      ]),
    ),
  ];
}

/** Marks to find a record by: whether something waits in it or it is erased, what a casus says, and who stands in it. */
function kenmerken(stuk: Stuk, { journaal, postvak }: CasusDocument): string[] {
  return [
    ...(postvak.some(({ pogingen, bezigTot }) => pogingen > 0 && bezigTot === undefined) ? [WACHT_OP_BEZORGING] : []),
    ...(stuk.gewist?.nr === stuk.versie ? [IS_GEWIST] : []),
    ...(stuk.soort === 'casus' ? casusKenmerken(stuk) : []),
    ...Array.from(personenIn(stuk, journaal), persoonKenmerk),
  ];
}

/** Fills in whatever follows from the record and the postvak. */
export function metAfgeleiden(document: CasusDocument, stuk: Stuk, nu: Instant, regels: Regels): CasusDocument {
  const casus = stuk.soort === 'casus' ? stuk : undefined;
  return {
    ...document,
    gemeente: casus?.gemeente ?? null,
    fase: casus?.fase ?? null,
    teams: [...new Set(casus?.overdrachten.map(({ team }) => team))],
    vroegsteVerval: vroegste(stuk.termijnen.map(({ vervalt }) => vervalt)),
    kenmerken: kenmerken(stuk, document),
    wekOp: wekOp(stuk, document.postvak, nu, regels),
  };
}

interface Toevoeging {
  document: CasusDocument;
  voor: Stuk | undefined;
  na: Stuk;
  gebeurtenissen: readonly Gebeurtenis[];
  adresboek: Adresboek;
  nu: Instant;
}

/** Adds events with the messages that follow from them, and drops what they made pointless. */
export function voegToe({ document, voor, na, gebeurtenissen, adresboek, nu }: Toevoeging): CasusDocument {
  const nieuw = berichten(voor, na, gebeurtenissen).flatMap((bericht) => adresseer(bericht, na, adresboek, nu));
  const aangevuld = {
    ...document,
    ...metSchakels(document, gebeurtenissen),
    postvak: samen(
      document.postvak.filter((item) => nogNodig(item, na)),
      nieuw,
    ),
  };
  return gebeurtenissen.some(({ soort }) => soort === 'gewist') ? wisDocument(aangevuld, na) : aangevuld;
}

/**
 * What the event `gewist` says, done: no content, no persons or free text in the events before it, and none in what
 * else is kept with the casus. Who was responsible when, and on what ground, stays.
 */
function wisDocument(document: CasusDocument, stuk: Stuk): CasusDocument {
  const { gewist } = stuk;
  const organisaties = organisatiesVan(stuk);
  const journaal = document.journaal.map((gebeurtenis) =>
    gewist && gebeurtenis.nr < gewist.nr ? zonderWisbaar(gebeurtenis, organisaties) : gebeurtenis,
  );
  const { inzagen: _inzagen, ...rest } = document;
  return { ...rest, journaal, inhoud: {}, postvak: [], kaarten: {}, sleutels: [] };
}

/** A ping of terms that have all ended is no longer sent; other messages stay. */
export function nogNodig(item: PostvakItem, { termijnen }: Pick<Stuk, 'termijnen'>): boolean {
  if (item.kaart !== 'ping' || item.bijwerken) return true;
  return (item.stappen ?? []).some(({ termijn }) => termijnen.some(({ id }) => id === termijn));
}

/** One waiting redraw of a card is enough: it is drawn from the casus as it is when it is sent. */
function samen(wachtend: readonly PostvakItem[], nieuw: readonly PostvakItem[]): PostvakItem[] {
  const tekentAl = (item: PostvakItem): boolean =>
    item.bijwerken === true &&
    wachtend.some(
      (ander) => ander.kaart === item.kaart && ander.overdracht === item.overdracht && ander.bezigTot === undefined,
    );
  const uniek = new Map([...wachtend, ...nieuw.filter((item) => !tekentAl(item))].map((item) => [item.sleutel, item]));
  return [...uniek.values()];
}

/** How the journal calls a conversation that stands for no organisation. */
const GESPREK = 'gesprek:';
export const isGesprek = (waar: string): boolean => waar.startsWith(GESPREK);

/** Where a message goes, as the journal writes it. */
export function waarVan(adres: Adres): string {
  if ('gesprek' in adres) return `${GESPREK}${adres.gesprek}`;
  return 'kanaal' in adres ? adres.kanaal : adres.persoon;
}

function adresseer(bericht: Bericht, stuk: Stuk, adresboek: Adresboek, nu: Instant): PostvakItem[] {
  return adressen(bericht, stuk, adresboek).map((adres) => {
    const waar = waarVan(adres);
    const soort = bericht.bijwerken ? `${bericht.kaart}-bijwerken` : bericht.kaart;
    return {
      ...bericht,
      sleutel: `${nummerVan(stuk)}/${bericht.nr}/${soort}-${bericht.overdracht ?? 0}/${waar}`,
      adres,
      pogingen: 0,
      gemaaktOp: nu,
      nietVoor: nu,
    };
  });
}

/** Ladders go on by themselves (doorsturen.ts); whatever else has nobody to go to comes to VT's channel. */
const personen = (ids: readonly string[]): Adres[] =>
  ids.length > 0 ? ids.map((persoon) => ({ persoon })) : [{ kanaal: VEILIG_THUIS }];

function adressen({ aan, team = '', gesprek }: Bericht, stuk: Stuk, adresboek: Adresboek): Adres[] {
  switch (aan) {
    case 'kanaal-vt':
      return [{ kanaal: VEILIG_THUIS }];
    case 'kanaal-team':
      return team === '' ? [] : [{ kanaal: team }];
    case 'stuurgroep':
      return [{ kanaal: STUURGROEP }];
    case 'gesprek':
      return gesprek === undefined ? [] : [{ gesprek }];
    case 'beheerder':
      return personen(adresboek.gegevens.beheerders);
    case 'leidinggevende-vt':
    case 'leidinggevende-team':
    case 'contactambtenaar': {
      const gemeente = stuk.soort === 'casus' ? stuk.gemeente : '';
      const mensen = mensenAchter(adresboek, aan, aan === 'contactambtenaar' ? gemeente : team) ?? [];
      return personen(mensen.flatMap(({ aadObjectId }) => aadObjectId ?? []));
    }
  }
}
