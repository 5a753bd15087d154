/** Receipt of a melding: the start of VT's responsibility, and its return on a new one (§3.1.2, Add.3, Add.5). */
import type { Zaak } from '../beslis.ts';
import { isEigen, lopendeOverdracht, type Casus } from '../casus.ts';
import { isVanToen, nietNaNu } from '../klokverschil.ts';
import type { Melding, OpdrachtVan } from '../opdrachten.ts';
import { maakPen, type Context } from '../pen.ts';
import { weiger, type Uitkomst } from '../weigeringen.ts';
import type { Instant } from '../werkdagen.ts';
import type { EigenWoorden } from '../wisbaar.ts';
import { GESPREKKEN, TEAM_TERMIJNEN, VEILIG_THUIS } from './verantwoording.ts';

const BRON_MELDING = '§3.1.2, Add.3';

/** A repeat is the same melding, also of one that was taken to be received at the moment it was told. */
const isZelfde = (casus: Casus, bekend: Instant, gegeven: Instant): boolean =>
  bekend === gegeven || (casus.zojuistGemeld.includes(bekend) && isVanToen(gegeven, bekend));

export function registreer(casus: Casus | undefined, opdracht: Melding, context: Context): Uitkomst {
  const { casusnummer, gemeente, spoed } = opdracht;
  if (!new RegExp(context.beleid.casusnummerPatroon).test(casusnummer) || isEigen(casusnummer)) {
    return weiger('casusnummer-ongeldig', { casusnummer });
  }
  if (casus) {
    const zelfdeMelding = isZelfde(casus, casus.eersteMeldingOp, opdracht.meldingOntvangenOp);
    const zelfde = casus.gemeente === gemeente && zelfdeMelding && casus.spoed === spoed;
    return zelfde ? { gebeurtenissen: [] } : weiger('casus-bestaat-anders', { casusnummer });
  }
  const meldingOntvangenOp = nietNaNu(opdracht.meldingOntvangenOp, context.nu);
  if (meldingOntvangenOp > context.nu) return weiger('tijdstip-in-toekomst', { tijdstip: meldingOntvangenOp });
  const pen = maakPen(casusnummer, undefined, context, spoed);
  pen.schrijf(
    'melding-ontvangen',
    BRON_MELDING,
    { gemeente, spoed },
    {
      op: meldingOntvangenOp,
      verantwoordelijke: VEILIG_THUIS,
      start: [{ naam: 'triage' }, { naam: 'vervolg' }],
    },
  );
  return { gebeurtenissen: pen.gebeurtenissen };
}

/**
 * A new melding always reaches triage. With VT already triaging, the term of the earliest receipt is the one that runs;
 * an overdracht that no team has confirmed is withdrawn, because it does not know of this melding.
 */
export function nieuweMelding(
  { casus, context, pen }: Zaak,
  { ontvangenOp: gegeven }: OpdrachtVan<'nieuwe-melding'>,
): Uitkomst {
  if (casus.meldingen.some((bekend) => isZelfde(casus, bekend, gegeven))) return { gebeurtenissen: [] };
  const ontvangenOp = nietNaNu(gegeven, context.nu);
  if (ontvangenOp > context.nu) return weiger('tijdstip-in-toekomst', { tijdstip: ontvangenOp });
  if (ontvangenOp < casus.eersteMeldingOp) {
    return weiger('tijdstip-te-vroeg', { tijdstip: ontvangenOp, vroegst: casus.eersteMeldingOp });
  }
  const overdracht = lopendeOverdracht(casus);
  if (overdracht?.status === 'verzonden') {
    pen.schrijf(
      'overdracht-ingetrokken',
      '§3.2',
      { overdracht: overdracht.nr, reden: 'nieuwe melding' satisfies EigenWoorden },
      {
        eindigt: ['bevestigen', 'oppakken'],
      },
    );
  }
  // VT tijdelijk becomes VT for good: the melding is VT's own, whatever else was going on.
  const altijdVt = casus.perioden.every(
    ({ tot, verantwoordelijke }) =>
      (verantwoordelijke.partij === 'veilig-thuis' && !verantwoordelijke.tijdelijk) ||
      (tot !== undefined && tot <= ontvangenOp),
  );
  const bezig = casus.fase === 'triage';
  const triageLoopt = bezig && casus.termijnen.some(({ naam, vanaf }) => naam === 'triage' && vanaf <= ontvangenOp);
  pen.schrijf(
    'nieuwe-melding-ontvangen',
    '§3.1.2, Add.5',
    {},
    {
      op: ontvangenOp,
      ...(!altijdVt && { verantwoordelijke: VEILIG_THUIS }),
      ...(!triageLoopt && {
        eindigt: ['triage' as const, 'overdracht-versturen' as const, ...TEAM_TERMIJNEN, ...GESPREKKEN],
        // Of two meldingen in one triage the earliest receipt counts. What was not set going for one before stays a duty.
        eindigtId: casus.termijnen
          .filter(({ naam, vanaf }) => bezig && naam === 'vervolg' && vanaf > ontvangenOp)
          .map(({ id }) => id),
        start: [{ naam: 'triage' as const }, { naam: 'vervolg' as const }],
      }),
    },
  );
  return { gebeurtenissen: pen.gebeurtenissen };
}
