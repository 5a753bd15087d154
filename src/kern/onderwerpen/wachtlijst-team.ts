/**
 * A wachtlijst of a lokaal team: VT holds zicht tijdelijk until the gemeente steps in (§4.2). It is a fact of the team: one
 * signal holds for every casus that is not picked up there, and one end lifts it for all of them. So it has a record of its
 * own, and each casus follows that.
 */
import { TEAM_TERMIJNEN } from '../beleid/beleid.ts';
import { heeftWachtlijst, lopendeOverdracht, type Casus, type Overdracht } from '../casus.ts';
import { beginEigen } from '../eigen/begin.ts';
import { regel, tekst } from '../invoer.ts';
import { gebeurtenis, type Nieuw } from '../rij/gebeurtenisrij.ts';
import { dezeOverdracht, heleCasus, inFase, opdracht, type Context } from '../rij/opdrachtrij.ts';
import type { WachtlijstTeam, WachtlijstTeamStuk } from '../stuk.ts';
import { loopt } from '../termijnen.ts';
import { verschuif, type Instant } from '../tijd/werkdagen.ts';
import { nietMeerOpen } from '../toetsen.ts';
import { weiger } from '../weigeringen.ts';
import { metNaam, metOverdracht, terugBijVt, wijzigOverdracht, zonderFase } from '../wijziging.ts';
import { tijdelijkBijVt, type EigenWoorden } from '../woorden.ts';

const gemeld = gebeurtenis<{ overdracht: number; toelichting: string }>()('wachtlijst-gemeld', {
  van: 'casus',
  bron: '§4.2',
  besluit: true,
  velden: { overdracht: 'blijft', toelichting: 'tekst' },
  woorden: ({ toelichting }) => toelichting,
  begint: 'nooit',
  verwerk(casus, gebeurd) {
    const { overdracht } = gebeurd.gegevens;
    const wachtlijst = { op: gebeurd.op, ...metNaam(gebeurd) };
    const overdrachten = wijzigOverdracht(casus, overdracht, { wachtlijst }, ['terugleggen']);
    return { ...zonderFase(casus), gemeenteIngelicht: true, overdrachten, fase: 'wachtlijst', overdracht };
  },
  hoort: ['kanaal-vt'],
});

const ingegrepen = gebeurtenis<{ overdracht: number; wat: string }>()('interventie-gemeente-vastgelegd', {
  van: 'casus',
  bron: '§4.2',
  besluit: true,
  velden: { overdracht: 'blijft', wat: 'tekst' },
  woorden: ({ wat }) => wat,
  begint: 'nooit',
  verwerk(casus, { op, gegevens: { overdracht: nr } }) {
    const wachtlijst = casus.overdrachten.find((overdracht) => overdracht.nr === nr)?.wachtlijst;
    if (!wachtlijst) return casus;
    const na = metOverdracht(casus, nr, { wachtlijst: { ...wachtlijst, interventieOp: op } });
    // What comes next is a new overdracht; this one is over.
    return casus.fase === 'wachtlijst' && casus.overdracht === nr
      ? terugBijVt(na, nr, { op, reden: 'de gemeente heeft ingegrepen' })
      : na;
  },
  hoort: ['kanaal-team', 'kanaal-vt'],
});

const ontstaan = gebeurtenis<{ team: string }>()('teamwachtlijst-ontstaan', {
  van: 'wachtlijst-team',
  bron: '§4.2',
  besluit: true,
  velden: { team: 'blijft' },
  woorden: 'geen',
  begint: (nummer, envelop): WachtlijstTeamStuk => ({
    ...beginEigen(nummer, envelop),
    soort: 'wachtlijst-team',
    wachtlijstTeam: { team: envelop.gegevens.team, open: false, sinds: envelop.op },
  }),
  verwerk: (stuk, { op, gegevens: { team } }) => ({ ...stuk, wachtlijstTeam: { team, open: true, sinds: op } }),
  // Each casus tells of it by itself.
  hoort: [],
});

/** Every casus of the team was gone through; `aantal` of them changed. */
const doorgegeven = gebeurtenis<{ aantal: number }>()('teamwachtlijst-doorgegeven', {
  van: 'wachtlijst-team',
  bron: '§4.2',
  besluit: true,
  velden: { aantal: 'blijft' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (stuk, { op }) => ({ ...stuk, wachtlijstTeam: { ...stuk.wachtlijstTeam, doorgegevenOp: op } }),
  hoort: [],
});

const opgeheven = gebeurtenis<Record<never, never>>()('teamwachtlijst-opgeheven', {
  van: 'wachtlijst-team',
  bron: '§4.2',
  besluit: true,
  velden: {},
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (stuk, { op }) => ({
    ...stuk,
    wachtlijstTeam: { team: stuk.wachtlijstTeam.team, open: false, sinds: op },
  }),
  hoort: [],
});

export const gebeurtenissen = {
  'wachtlijst-gemeld': gemeld.rij,
  'interventie-gemeente-vastgelegd': ingegrepen.rij,
  'teamwachtlijst-ontstaan': ontstaan.rij,
  'teamwachtlijst-doorgegeven': doorgegeven.rij,
  'teamwachtlijst-opgeheven': opgeheven.rij,
};

/** The casus is with a team that has not picked it up. */
const NIET_OPGEPAKT = ['overgedragen', 'ontvangen'] as const;

/** Another team of this casus has a wachtlijst that the gemeente has done nothing about yet. */
const nogEen = ({ overdrachten }: Casus, zonder: number): boolean =>
  overdrachten.some((overdracht) => overdracht.nr !== zonder && heeftWachtlijst(overdracht));

/** VT holds the casus from now on, tijdelijk, and informs the gemeente. */
function meld(casus: Casus, overdracht: number, toelichting: string): readonly Nieuw[] {
  // The gemeente hears of more than one team at a time; that a team was late ends with its term.
  const alGevraagd = casus.termijnen.some(
    (termijn) => termijn.naam === 'informeer-gemeente' && termijn.vanwege === undefined && loopt(termijn),
  );
  return [
    gemeld(
      { overdracht, toelichting },
      {
        verantwoordelijk: tijdelijkBijVt('wachtlijst van het team'),
        eindigt: TEAM_TERMIJNEN,
        start: alGevraagd ? [] : [{ naam: 'informeer-gemeente' }],
      },
    ),
  ];
}

/** The gemeente intervened: VT may hand the casus over again. */
function grijpIn(casus: Casus, overdracht: number, wat: string): readonly Nieuw[] {
  const bijVt = casus.fase === 'wachtlijst' && casus.overdracht === overdracht;
  // Who intervenes has been informed; what the gemeente must hear because a team is late is another matter.
  const gehoord = casus.termijnen.filter(({ naam, vanwege }) => naam === 'informeer-gemeente' && vanwege === undefined);
  return [
    ingegrepen(
      { overdracht, wat },
      {
        // VT, tijdelijk, until a new overdracht is confirmed.
        verantwoordelijk: 'blijft',
        eindigtId: nogEen(casus, overdracht) ? [] : gehoord.map(({ id }) => id),
        start: bijVt ? [{ naam: 'overdracht-versturen' }] : [],
      },
    ),
  ];
}

/**
 * Whose wachtlijst the gemeente did something about: the newest, of the team and the card (by its overdracht) that are meant.
 * The casus may be with another team by now, which can have one of its own.
 */
export const bedoeldeWachtlijst = (
  { overdrachten }: Casus,
  { team, overdracht }: { team: string | undefined; overdracht: number | undefined },
): Overdracht | undefined =>
  overdrachten.findLast(
    (kandidaat) =>
      kandidaat.wachtlijst !== undefined &&
      (team === undefined || kandidaat.team === team) &&
      (overdracht === undefined || kandidaat.nr === overdracht),
  );

export const opdrachten = {
  'wachtlijst-melden': opdracht('wachtlijst-melden', {
    bron: '§4.2',
    invoer: { toelichting: tekst },
    wie: ['team', 'vt'],
    teams: 'laatste',
    over: dezeOverdracht,
    in: {
      fasen: NIET_OPGEPAKT,
      anders: ({ casus, overdracht }) =>
        casus.fase === 'opgepakt' && overdracht.oppakken
          ? weiger('wachtlijst-al-opgepakt', { op: overdracht.oppakken.op })
          : nietMeerOpen(casus, overdracht),
    },
    alGedaan: ({ casus, overdracht: { nr } }, { toelichting }) =>
      casus.fase === 'wachtlijst' && { bij: 'wachtlijst-gemeld', tekst: toelichting, overdracht: nr },
    doe: ({ casus, overdracht: { nr } }, { toelichting }) => meld(casus, nr, toelichting),
    knop: inFase(...NIET_OPGEPAKT),
  }),

  /** The gemeente stepped in: VT may hand casussen to that team again, wherever this one is by now. */
  'interventie-gemeente-vastleggen': opdracht('interventie-gemeente-vastleggen', {
    bron: '§4.2',
    invoer: {
      wat: tekst,
      /** Whose wachtlijst it was about, where more than one team had one; otherwise the newest. */
      team: regel.optional(),
    },
    wie: ['contactambtenaar', 'vt'],
    teams: 'laatste',
    over: heleCasus,
    in: 'elke-fase',
    alGedaan({ casus, context }, { wat, team }) {
      const overdracht = bedoeldeWachtlijst(casus, { team, overdracht: context.overdracht });
      return (
        overdracht?.wachtlijst?.interventieOp !== undefined && {
          bij: 'interventie-gemeente-vastgelegd',
          tekst: wat,
          overdracht: overdracht.nr,
        }
      );
    },
    doe({ casus, context }, { wat, team }) {
      const bedoeld = bedoeldeWachtlijst(casus, { team, overdracht: context.overdracht });
      return bedoeld ? grijpIn(casus, bedoeld.nr, wat) : weiger('geen-wachtlijst', {});
    },
    knop: inFase('wachtlijst'),
  }),
};

/**
 * What the team's wachtlijst, or its end, means for one casus; nothing where the casus knows, was picked up or is with
 * somebody else. `wat` the gemeente did, where a person said so.
 */
export function volg(casus: Casus, { team, open, sinds }: WachtlijstTeam, wat?: string): readonly Nieuw[] {
  if (open) {
    const lopend = lopendeOverdracht(casus);
    const wacht = lopend?.team === team && NIET_OPGEPAKT.some((fase) => fase === casus.fase);
    return wacht ? meld(casus, lopend.nr, 'het team heeft een wachtlijst' satisfies EigenWoorden) : [];
  }
  // What the team signalled after the end is a new wachtlijst.
  const teGaan = gemeldeWachtlijst(casus, team);
  return teGaan?.wachtlijst && teGaan.wachtlijst.op <= sinds
    ? grijpIn(casus, teGaan.nr, wat ?? ('de gemeente heeft ingegrepen' satisfies EigenWoorden))
    : [];
}

/** The overdracht in which this team has a wachtlijst without intervention by its gemeente. */
export const gemeldeWachtlijst = ({ overdrachten }: Casus, team: string): Overdracht | undefined =>
  overdrachten.findLast((overdracht) => overdracht.team === team && heeftWachtlijst(overdracht));

/** What happens to the record of a team: a casus said so at `op`, or that it is over, or every casus was gone through. */
export type Teamlijstdaad =
  | { soort: 'gemeld'; team: string; op: Instant }
  | { soort: 'opgeheven'; team: string; op: Instant }
  | { soort: 'doorgegeven'; voor: WachtlijstTeam; aantal: number };

/** What the record is to say of it; nothing where it says so already. */
export function leg(
  stuk: WachtlijstTeamStuk | undefined,
  daad: Teamlijstdaad,
  { nu, kalender, beleid }: Pick<Context, 'nu' | 'kalender' | 'beleid'>,
): readonly Nieuw[] {
  const lijst = stuk?.wachtlijstTeam;
  switch (daad.soort) {
    case 'gemeld':
      return lijst?.open
        ? []
        : [ontstaan({ team: daad.team }, { verantwoordelijk: 'blijft', op: eerder(daad.op, nu) })];
    case 'opgeheven': {
      const op = eerder(daad.op, nu);
      if (lijst && (!lijst.open || op < lijst.sinds)) return [];
      // A wachtlijst of before there was a record ends in one.
      const begin = lijst ? [] : [ontstaan({ team: daad.team }, { verantwoordelijk: 'blijft', op })];
      return [...begin, opgeheven({}, { verantwoordelijk: 'blijft', op })];
    }
    case 'doorgegeven': {
      const { voor, aantal } = daad;
      // It began or ended meanwhile: then that is still to be gone through.
      const veranderd = !stuk || lijst?.open !== voor.open || lijst.sinds !== voor.sinds;
      const moment = stuk && volgendeRondgang(stuk, { kalender, beleid });
      const nodig = aantal > 0 || (moment !== undefined && moment <= nu);
      return veranderd || !nodig ? [] : [doorgegeven({ aantal }, { verantwoordelijk: 'blijft' })];
    }
  }
}

const eerder = (op: Instant, nu: Instant): Instant => (op < nu ? op : nu);

/**
 * When the team's casussen are to be gone through: until that is done, and while the wachtlijst is open once every werkdag
 * at the opening, for a casus that was sent to the team at the very moment of its signal.
 */
export function volgendeRondgang(
  { wachtlijstTeam: { open, doorgegevenOp }, laatstVastgelegd }: WachtlijstTeamStuk,
  { kalender, beleid }: Pick<Context, 'kalender' | 'beleid'>,
): Instant | undefined {
  if (doorgegevenOp === undefined) return laatstVastgelegd;
  return open
    ? kalender.eerstvolgende(verschuif(doorgegevenOp, 1), beleid.kantooruren.opening, 'werkdagen')
    : undefined;
}
