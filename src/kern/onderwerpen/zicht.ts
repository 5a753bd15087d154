/**
 * Law 2 of domein.md §1: a casus for which VT is responsible always has a step ahead of it. VT sets going what is to follow
 * on a melding (§3.2, Add.7); where no other term runs, the question "nog bij ons?" does.
 */
import type { Casus } from '../casus.ts';
import { instantSchema, tekst } from '../invoer.ts';
import { gebeurtenis, type Nieuw } from '../rij/gebeurtenisrij.ts';
import { heleCasus, metTermijn, opdracht } from '../rij/opdrachtrij.ts';
import { isVerlopen, loopt } from '../termijnen.ts';
import { alVervuld, taakGedaan, termijnenVan, vervuldOp } from '../toetsen.ts';
import { weiger } from '../weigeringen.ts';

const BRON = '§3.1.2, §3.2';

const ingezet = gebeurtenis<{ wat: string }>()('vervolg-ingezet', {
  van: 'casus',
  bron: '§3.2, Add.7',
  besluit: true,
  velden: { wat: 'tekst' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (casus, { op }) => ({ ...casus, staande: [], vervuld: [...casus.vervuld, { taak: 'vervolg', op }] }),
  hoort: [],
});

const bevestigd = gebeurtenis<{ toelichting?: string }>()('zicht-bevestigd', {
  van: 'casus',
  bron: BRON,
  besluit: true,
  velden: { toelichting: 'tekst' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (casus, { op }) => ({ ...casus, vervuld: [...casus.vervuld, { taak: 'zicht-bij-vt', op }] }),
  hoort: [],
});

/** VT has the casus and no term runs: it is asked after in time. */
const bewaakt = gebeurtenis<Record<never, never>>()('zicht-bewaakt', {
  van: 'casus',
  bron: BRON,
  besluit: true,
  velden: {},
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (casus) => casus,
  hoort: [],
});

export const gebeurtenissen = {
  'vervolg-ingezet': ingezet.rij,
  'zicht-bevestigd': bevestigd.rij,
  'zicht-bewaakt': bewaakt.rij,
};

/** VT is responsible, and nothing will bring the casus back to mind: an agreement to look can lie years ahead. */
export const slaapt = ({ perioden, termijnen }: Casus): boolean =>
  perioden.at(-1)?.verantwoordelijke.partij === 'veilig-thuis' &&
  !termijnen.some((termijn) => termijn.naam !== 'monitoring' && loopt(termijn));

/** After every decision. An earlier question that nobody answered stays open beside the new one, and no older ones. */
export function bewaakZicht(casus: Casus): readonly Nieuw[] {
  if (!slaapt(casus)) return [];
  const eerder = termijnenVan(casus, 'zicht-bij-vt').map(({ id }) => id);
  return [
    bewaakt({}, { verantwoordelijk: 'blijft', eindigtId: eerder.slice(0, -1), start: [{ naam: 'zicht-bij-vt' }] }),
  ];
}

export const opdrachten = {
  /** VT's ten weeks are met: what was to follow on the melding has been set going (§3.2, Add.7). */
  'vervolg-ingezet': opdracht('vervolg-ingezet', {
    bron: '§3.2, Add.7',
    invoer: { wat: tekst, op: instantSchema },
    wie: ['vt'],
    teams: 'laatste',
    over: heleCasus,
    in: {
      fasen: [
        'bij-veilig-thuis',
        'overgedragen',
        'ontvangen',
        'opgepakt',
        'wachtlijst',
        'meningsverschil',
        'bij-clientsysteem',
        'afgesloten',
      ],
      anders: () => weiger('triage-niet-afgerond', {}),
    },
    alGedaan: ({ casus }, { op }) =>
      casus.fase !== 'triage' && alVervuld(casus, { taak: 'vervolg', open: termijnenVan(casus, 'vervolg'), op }),
    doe({ casus, context: { nu } }, { wat, op }) {
      const open = termijnenVan(casus, 'vervolg');
      if (open.length === 0) return weiger('taak-loopt-niet', { taak: 'vervolg' });
      const vervuld = vervuldOp(open, op, nu);
      if ('geweigerd' in vervuld) return vervuld;
      return [ingezet({ wat }, { verantwoordelijk: 'blijft', op: vervuld.op, eindigtId: vervuld.ids })];
    },
    knop: (casus) => casus.fase !== 'triage' && metTermijn('vervolg')(casus),
  }),

  /** VT answers "nog bij ons?": the next time is counted from here. */
  'zicht-bevestigen': opdracht('zicht-bevestigen', {
    bron: BRON,
    invoer: { toelichting: tekst.optional() },
    wie: ['vt'],
    teams: 'laatste',
    over: heleCasus,
    in: 'elke-fase',
    alGedaan({ casus, context: { nu } }) {
      const gevraagd = termijnenVan(casus, 'zicht-bij-vt');
      const opTijd = gevraagd.length > 0 && gevraagd.every((termijn) => !isVerlopen(termijn, nu));
      // The same click again, or a colleague's: it was answered already and the next time is not yet there.
      return opTijd && taakGedaan(casus, 'zicht-bij-vt');
    },
    doe: ({ casus }, { toelichting }) =>
      metTermijn('zicht-bij-vt')(casus)
        ? [
            bevestigd(toelichting === undefined ? {} : { toelichting }, {
              verantwoordelijk: 'blijft',
              eindigt: ['zicht-bij-vt'],
              start: [{ naam: 'zicht-bij-vt' }],
            }),
          ]
        : weiger('taak-loopt-niet', { taak: 'zicht-bij-vt' }),
    knop: metTermijn('zicht-bij-vt'),
  }),
};
