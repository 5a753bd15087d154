/** Receipt of a melding: the start of VT's responsibility, and its return on a new one (§3.1.2, Add.3, Add.5). */
import { z } from 'zod';
import { GESPREKKEN, TEAM_TERMIJNEN } from '../beleid/beleid.ts';
import { voortgang } from '../berichten/bericht.ts';
import { lopendeOverdracht, type Casus } from '../casus.ts';
import { instantSchema } from '../invoer.ts';
import { gebeurtenis, type Envelop, type Nieuw } from '../rij/gebeurtenisrij.ts';
import { heleCasus, opdracht, type Context } from '../rij/opdrachtrij.ts';
import { isEigen } from '../stuk.ts';
import { isVanToen, nietNaNu } from '../tijd/klokverschil.ts';
import type { Instant } from '../tijd/werkdagen.ts';
import { weiger, type Geweigerd } from '../weigeringen.ts';
import { zonderFase } from '../wijziging.ts';
import { VEILIG_THUIS } from '../woorden.ts';
import { ingetrokken } from './overdracht.ts';

/** Registers a casus: the receipt of the melding by VT (§3.1.2). */
export const meldingSchema = z.strictObject({
  casusnummer: z.string().trim().min(1).max(40),
  gemeente: z.string().trim().min(1).max(60),
  meldingOntvangenOp: instantSchema,
  spoed: z.boolean().default(false),
});
export type Melding = z.output<typeof meldingSchema>;

/** Received at the very moment that it was registered. */
const zojuist = ({ op, vastgelegdOp }: Envelop): Instant[] => (op === vastgelegdOp ? [op] : []);

const ontvangen = gebeurtenis<{ gemeente: string; spoed: boolean }>()('melding-ontvangen', {
  van: 'casus',
  bron: '§3.1.2, Add.3',
  besluit: true,
  velden: { gemeente: 'blijft', spoed: 'blijft' },
  woorden: 'geen',
  begint: (casusnummer, gebeurd): Casus => ({
    soort: 'casus',
    casusnummer,
    ...gebeurd.gegevens,
    versie: 0,
    besluitVersie: 0,
    besluitOp: gebeurd.vastgelegdOp,
    laatstVastgelegd: gebeurd.vastgelegdOp,
    eersteMeldingOp: gebeurd.op,
    meldingOp: gebeurd.op,
    meldingen: [gebeurd.op],
    zojuistGemeld: zojuist(gebeurd),
    perioden: [],
    termijnen: [],
    overdrachten: [],
    vervuld: [],
    staande: [],
    gezegd: [],
    monitoring: [],
    fase: 'triage',
  }),
  verwerk: (casus) => casus,
  hoort: [],
});

const nieuweOntvangen = gebeurtenis<Record<never, never>>()('nieuwe-melding-ontvangen', {
  van: 'casus',
  bron: '§3.1.2, Add.5',
  besluit: true,
  velden: {},
  woorden: 'geen',
  begint: 'nooit',
  verwerk(casus, gebeurd) {
    const { op } = gebeurd;
    // Whoever screened the casus this morning did not know of this melding: it is to be screened again (Add.7).
    const { triage: _vorigeTriage, gescreendOp: _screening, ...rest } = zonderFase(casus);
    const lopend = lopendeOverdracht(casus)?.nr;
    return {
      ...rest,
      meldingOp: op > casus.meldingOp ? op : casus.meldingOp,
      meldingen: [...casus.meldingen, op],
      zojuistGemeld: [...casus.zojuistGemeld, ...zojuist(gebeurd)],
      vervuld: [],
      overdrachten: casus.overdrachten.map((overdracht) =>
        overdracht.nr === lopend ? { ...overdracht, beeindigd: { op, reden: 'nieuwe melding' } } : overdracht,
      ),
      fase: 'triage',
    };
  },
  hoort({ na, gebeurtenis: { nr, op } }) {
    const bijTeam = na.overdrachten.at(-1);
    return bijTeam?.beeindigd && !bijTeam.beeindigd.ingetrokken && bijTeam.beeindigd.op === op
      ? voortgang(na, nr, bijTeam.nr, ['kanaal-team'])
      : [];
  },
});

export const gebeurtenissen = {
  'melding-ontvangen': ontvangen.rij,
  'nieuwe-melding-ontvangen': nieuweOntvangen.rij,
};

/** A repeat is the same melding, also of one that was taken to be received at the moment it was told. */
const isZelfde = (casus: Casus, bekend: Instant, gegeven: Instant): boolean =>
  bekend === gegeven || (casus.zojuistGemeld.includes(bekend) && isVanToen(gegeven, bekend));

/** The melding as a new casus, or that it stands there already. */
export function registreer(
  casus: Casus | undefined,
  melding: Melding,
  { beleid, nu }: Context,
): readonly Nieuw[] | Geweigerd {
  const { casusnummer, gemeente, spoed } = melding;
  if (!new RegExp(beleid.casusnummerPatroon).test(casusnummer) || isEigen(casusnummer)) {
    return weiger('casusnummer-ongeldig', { casusnummer });
  }
  if (casus) {
    const zelfdeMelding = isZelfde(casus, casus.eersteMeldingOp, melding.meldingOntvangenOp);
    const zelfde = casus.gemeente === gemeente && zelfdeMelding && casus.spoed === spoed;
    return zelfde ? [] : weiger('casus-bestaat-anders', { casusnummer });
  }
  const op = nietNaNu(melding.meldingOntvangenOp, nu);
  if (op > nu) return weiger('tijdstip-in-toekomst', { tijdstip: op });
  return [
    ontvangen(
      { gemeente, spoed },
      { verantwoordelijk: VEILIG_THUIS, op, start: [{ naam: 'triage' }, { naam: 'vervolg' }] },
    ),
  ];
}

/** VT tijdelijk becomes VT for good: the melding is VT's own, whatever else was going on. */
const wasAltijdVt = ({ perioden }: Casus, vanaf: Instant): boolean =>
  perioden.every(
    ({ tot, verantwoordelijke }) =>
      (verantwoordelijke.partij === 'veilig-thuis' && !verantwoordelijke.tijdelijk) ||
      (tot !== undefined && tot <= vanaf),
  );

export const opdrachten = {
  /**
   * A new melding always reaches triage. With VT already triaging, the term of the earliest receipt is the one that runs;
   * an overdracht that no team has confirmed is withdrawn, because it does not know of this melding.
   */
  'nieuwe-melding': opdracht('nieuwe-melding', {
    bron: '§3.1.2, Add.5',
    invoer: { ontvangenOp: instantSchema },
    wie: ['vt'],
    teams: 'laatste',
    over: heleCasus,
    in: 'elke-fase',
    alGedaan: ({ casus }, { ontvangenOp }) => casus.meldingen.some((bekend) => isZelfde(casus, bekend, ontvangenOp)),
    doe({ casus, context: { nu } }, { ontvangenOp }) {
      const op = nietNaNu(ontvangenOp, nu);
      if (op > nu) return weiger('tijdstip-in-toekomst', { tijdstip: op });
      if (op < casus.eersteMeldingOp) {
        return weiger('tijdstip-te-vroeg', { tijdstip: op, vroegst: casus.eersteMeldingOp });
      }
      const bezig = casus.fase === 'triage';
      const triageLoopt = bezig && casus.termijnen.some(({ naam, vanaf }) => naam === 'triage' && vanaf <= op);
      return [
        ...(casus.fase === 'overgedragen'
          ? [
              ingetrokken(
                { overdracht: casus.overdracht, reden: 'nieuwe melding' },
                { verantwoordelijk: 'blijft', eindigt: ['bevestigen', 'oppakken'] },
              ),
            ]
          : []),
        nieuweOntvangen(
          {},
          {
            op,
            verantwoordelijk: wasAltijdVt(casus, op) ? 'blijft' : VEILIG_THUIS,
            ...(!triageLoopt && {
              eindigt: ['triage', 'overdracht-versturen', ...TEAM_TERMIJNEN, ...GESPREKKEN],
              // Of two meldingen in one triage the earliest receipt counts. What was not set going for one before stays a duty.
              eindigtId: casus.termijnen
                .filter(({ naam, vanaf }) => bezig && naam === 'vervolg' && vanaf > op)
                .map(({ id }) => id),
              start: [{ naam: 'triage' }, { naam: 'vervolg' }],
            }),
          },
        ),
      ];
    },
    knop: () => true,
  }),
};
