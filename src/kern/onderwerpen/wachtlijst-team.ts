/** A wachtlijst of a lokaal team: VT holds zicht tijdelijk until the gemeente steps in (§4.2). */
import { TEAM_TERMIJNEN } from '../beleid/beleid.ts';
import type { Casus, Overdracht } from '../casus.ts';
import { regel, tekst } from '../invoer.ts';
import { gebeurtenis } from '../rij/gebeurtenisrij.ts';
import { dezeOverdracht, heleCasus, inFase, opdracht, type Zaak } from '../rij/opdrachtrij.ts';
import { loopt } from '../termijnen.ts';
import { nietMeerOpen } from '../toetsen.ts';
import { weiger } from '../weigeringen.ts';
import { metNaam, metOverdracht, terugBijVt, wijzigOverdracht, zonderFase } from '../wijziging.ts';
import { tijdelijkBijVt } from '../woorden.ts';

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

export const gebeurtenissen = {
  'wachtlijst-gemeld': gemeld.rij,
  'interventie-gemeente-vastgelegd': ingegrepen.rij,
};

/** Another team of this casus has a wachtlijst that the gemeente has done nothing about yet. */
const nogEen = ({ overdrachten }: Casus, zonder: number): boolean =>
  overdrachten.some(({ nr, wachtlijst }) => nr !== zonder && wachtlijst && wachtlijst.interventieOp === undefined);

/** Whose wachtlijst the gemeente did something about: the newest, of the team or the card that is meant. */
const bedoelde = ({ casus, context }: Zaak, team: string | undefined): Overdracht | undefined =>
  casus.overdrachten.findLast(
    (kandidaat) =>
      kandidaat.wachtlijst !== undefined &&
      (team === undefined || kandidaat.team === team) &&
      (context.overdracht === undefined || kandidaat.nr === context.overdracht),
  );

export const opdrachten = {
  'wachtlijst-melden': opdracht('wachtlijst-melden', {
    bron: '§4.2',
    invoer: { toelichting: tekst },
    wie: ['team', 'vt'],
    teams: 'laatste',
    over: dezeOverdracht,
    in: {
      fasen: ['overgedragen', 'ontvangen'],
      anders: ({ casus, overdracht }) =>
        casus.fase === 'opgepakt' && overdracht.oppakken
          ? weiger('wachtlijst-al-opgepakt', { op: overdracht.oppakken.op })
          : nietMeerOpen(casus, overdracht),
    },
    alGedaan: ({ casus, overdracht: { nr } }, { toelichting }) =>
      casus.fase === 'wachtlijst' && { bij: 'wachtlijst-gemeld', tekst: toelichting, overdracht: nr },
    doe({ casus, overdracht: { nr } }, { toelichting }) {
      // The gemeente hears of more than one team at a time; that a team was late ends with its term.
      const alGevraagd = casus.termijnen.some(
        (termijn) => termijn.naam === 'informeer-gemeente' && termijn.vanwege === undefined && loopt(termijn),
      );
      return [
        gemeld(
          { overdracht: nr, toelichting },
          {
            verantwoordelijk: tijdelijkBijVt('wachtlijst van het team'),
            eindigt: TEAM_TERMIJNEN,
            start: alGevraagd ? [] : [{ naam: 'informeer-gemeente' }],
          },
        ),
      ];
    },
    knop: inFase('overgedragen', 'ontvangen'),
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
    alGedaan(zaak, { wat, team }) {
      const overdracht = bedoelde(zaak, team);
      return (
        overdracht?.wachtlijst?.interventieOp !== undefined && {
          bij: 'interventie-gemeente-vastgelegd',
          tekst: wat,
          overdracht: overdracht.nr,
        }
      );
    },
    doe(zaak, { wat, team }) {
      const { casus } = zaak;
      const nr = bedoelde(zaak, team)?.nr;
      if (nr === undefined) return weiger('geen-wachtlijst', {});
      const bijVt = casus.fase === 'wachtlijst' && casus.overdracht === nr;
      // Who intervenes has been informed; what the gemeente must hear because a team is late is another matter.
      const gehoord = casus.termijnen.filter(
        ({ naam, vanwege }) => naam === 'informeer-gemeente' && vanwege === undefined,
      );
      return [
        ingegrepen(
          { overdracht: nr, wat },
          {
            // VT, tijdelijk, until a new overdracht is confirmed.
            verantwoordelijk: 'blijft',
            eindigtId: nogEen(casus, nr) ? [] : gehoord.map(({ id }) => id),
            start: bijVt ? [{ naam: 'overdracht-versturen' }] : [],
          },
        ),
      ];
    },
    knop: inFase('wachtlijst'),
  }),
};
