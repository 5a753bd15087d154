/** A wachtlijst of a lokaal team, and a casus that cannot be picked up in time for another reason (§4.2, Add.7). */
import type { Zaak } from '../beslis.ts';
import type { OpdrachtVan } from '../opdrachten.ts';
import { weiger, type Uitkomst } from '../weigeringen.ts';
import { nietMeerOpen, zoekOverdracht } from './overdracht.ts';
import { naarVt, TEAM_TERMIJNEN } from './verantwoording.ts';

export function melden(zaak: Zaak, { toelichting }: OpdrachtVan<'wachtlijst-melden'>): Uitkomst {
  const gevonden = zoekOverdracht(zaak);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { overdracht } = gevonden;
  if (overdracht.status === 'wachtlijst') return { gebeurtenissen: [] };
  if (overdracht.status === 'opgepakt' && overdracht.oppakken) {
    return weiger('wachtlijst-al-opgepakt', { op: overdracht.oppakken.op });
  }
  if (overdracht.status !== 'verzonden' && overdracht.status !== 'ontvangen')
    return nietMeerOpen(zaak.casus, overdracht);
  const loopt = zaak.casus.termijnen.some(({ naam }) => naam === 'informeer-gemeente');
  zaak.pen.schrijf(
    'wachtlijst-gemeld',
    '§4.2',
    { overdracht: overdracht.nr, toelichting },
    naarVt(zaak.casus, {
      tijdelijk: 'wachtlijst van het team',
      eindigt: TEAM_TERMIJNEN,
      start: loopt ? [] : [{ naam: 'informeer-gemeente' }],
    }),
  );
  return { gebeurtenissen: zaak.pen.gebeurtenissen };
}

/** The gemeente stepped in: VT may hand casussen to that team again, wherever this one is by now. */
export function interventie(
  { casus, context, pen }: Zaak,
  { wat, team }: OpdrachtVan<'interventie-gemeente-vastleggen'>,
): Uitkomst {
  const overdracht = casus.overdrachten.findLast(
    (kandidaat) =>
      kandidaat.wachtlijst !== undefined &&
      (team === undefined || kandidaat.team === team) &&
      (context.overdracht === undefined || kandidaat.nr === context.overdracht),
  );
  if (!overdracht) return weiger('geen-wachtlijst', {});
  if (overdracht.wachtlijst?.interventieOp !== undefined) return { gebeurtenissen: [] };
  pen.schrijf('interventie-gemeente-vastgelegd', '§4.2', { overdracht: overdracht.nr, wat });
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** Who it was handed to keeps zicht; VT is told, and the term of picking up runs on. */
export function nietBinnenTermijn(zaak: Zaak, { reden }: OpdrachtVan<'niet-binnen-termijn'>): Uitkomst {
  const gevonden = zoekOverdracht(zaak);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { overdracht } = gevonden;
  if (overdracht.status === 'opgepakt' && overdracht.oppakken) {
    const { op, casusregisseur } = overdracht.oppakken;
    return weiger('al-opgepakt', { op, casusregisseur });
  }
  if (overdracht.status !== 'verzonden' && overdracht.status !== 'ontvangen')
    return nietMeerOpen(zaak.casus, overdracht);
  if (overdracht.nietBinnenTermijn) return { gebeurtenissen: [] };
  zaak.pen.schrijf('niet-binnen-termijn-gemeld', '§4.2, Add.7', { overdracht: overdracht.nr, reden });
  return { gebeurtenissen: zaak.pen.gebeurtenissen };
}
