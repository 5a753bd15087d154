/** Duties with a term of their own: informing people and the gemeente, discussing the melding (§4.1, §5.1, Add.2). */
import type { Zaak } from '../beslis.ts';
import type { Casus, Taak } from '../casus.ts';
import type { OpdrachtVan } from '../opdrachten.ts';
import { weiger, type Uitkomst } from '../weigeringen.ts';
import type { Instant } from '../werkdagen.ts';

/** A repeated click finds the duty fulfilled; one that never was is refused. */
const looptNiet = (casus: Casus, taak: Taak): Uitkomst =>
  casus.vervuld.includes(taak) ? { gebeurtenissen: [] } : weiger('taak-loopt-niet', { taak });

/** What was done for a casus was done after its melding, and not in the future. */
function toetsTijdstip({ casus, context }: Zaak, op: Instant): Uitkomst | undefined {
  if (op > context.nu) return weiger('tijdstip-in-toekomst', { tijdstip: op });
  const vroegst = casus.eersteMeldingOp;
  return op < vroegst ? weiger('tijdstip-te-vroeg', { tijdstip: op, vroegst }) : undefined;
}

export function gemeenteGeinformeerd({ casus, pen }: Zaak, { wie }: OpdrachtVan<'gemeente-geinformeerd'>): Uitkomst {
  if (!casus.termijnen.some(({ naam }) => naam === 'informeer-gemeente')) {
    return looptNiet(casus, 'informeer-gemeente');
  }
  pen.schrijf('gemeente-geinformeerd', '§4.1, §4.2', { wie }, { eindigt: ['informeer-gemeente'] });
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** One letter or call can fulfil more than one duty towards the same people. */
export function geinformeerd(zaak: Zaak, opdracht: OpdrachtVan<'geinformeerd'>): Uitkomst {
  const { casus, context, pen } = zaak;
  const { wie, via, op = context.nu } = opdracht;
  const bezwaar = toetsTijdstip(zaak, op);
  if (bezwaar) return bezwaar;
  const vervuld = casus.termijnen.filter((termijn) => termijn.wie === wie);
  if (vervuld.length === 0) return looptNiet(casus, `informeren-${wie}`);
  pen.schrijf(
    'geinformeerd',
    vervuld.map(({ bron }) => bron.paragraaf).join('; '),
    { wie, ...(via && { via }) },
    {
      op,
      eindigtId: vervuld.map(({ id }) => id),
    },
  );
  return { gebeurtenissen: pen.gebeurtenissen };
}

export function meldingBesproken(zaak: Zaak, { op }: OpdrachtVan<'melding-besproken'>): Uitkomst {
  const { casus, pen } = zaak;
  const bezwaar = toetsTijdstip(zaak, op);
  if (bezwaar) return bezwaar;
  if (!casus.termijnen.some(({ naam }) => naam === 'melding-bespreken')) {
    return looptNiet(casus, 'melding-bespreken');
  }
  pen.schrijf('melding-besproken', '§5.1.3', {}, { op, eindigt: ['melding-bespreken'] });
  return { gebeurtenissen: pen.gebeurtenissen };
}
