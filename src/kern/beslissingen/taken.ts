/** Duties with a term of their own: informing people and the gemeente, discussing the melding (§4.1, §5.1, Add.2). */
import type { Zaak } from '../beslis.ts';
import type { OpdrachtVan } from '../opdrachten.ts';
import { weiger, type Uitkomst } from '../weigeringen.ts';

export function gemeenteGeinformeerd({ casus, pen }: Zaak, { wie }: OpdrachtVan<'gemeente-geinformeerd'>): Uitkomst {
  if (!casus.termijnen.some(({ naam }) => naam === 'informeer-gemeente')) {
    return weiger('taak-loopt-niet', { taak: 'informeer-gemeente' });
  }
  pen.schrijf('gemeente-geinformeerd', '§4.1, §4.2', { wie }, { eindigt: ['informeer-gemeente'] });
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** One letter or call can fulfil more than one duty towards the same people. */
export function geinformeerd({ casus, context, pen }: Zaak, opdracht: OpdrachtVan<'geinformeerd'>): Uitkomst {
  const { wie, via, op = context.nu } = opdracht;
  if (op > context.nu) return weiger('tijdstip-in-toekomst', { tijdstip: op });
  const vervuld = casus.termijnen.filter((termijn) => termijn.wie === wie);
  if (vervuld.length === 0) return weiger('taak-loopt-niet', { taak: `informeren-${wie}` });
  pen.schrijf('geinformeerd', vervuld.map(({ bron }) => bron.paragraaf).join('; '), { wie, ...(via && { via }) }, {
    op,
    eindigtId: vervuld.map(({ id }) => id),
  });
  return { gebeurtenissen: pen.gebeurtenissen };
}

export function meldingBesproken({ casus, context, pen }: Zaak, { op }: OpdrachtVan<'melding-besproken'>): Uitkomst {
  if (op > context.nu) return weiger('tijdstip-in-toekomst', { tijdstip: op });
  if (!casus.termijnen.some(({ naam }) => naam === 'melding-bespreken')) {
    return weiger('taak-loopt-niet', { taak: 'melding-bespreken' });
  }
  pen.schrijf('melding-besproken', '§5.1.3', {}, { op, eindigt: ['melding-bespreken'] });
  return { gebeurtenissen: pen.gebeurtenissen };
}
