/** A wachtlijst of a lokaal team, and a casus that cannot be picked up in time for another reason (§4.2, Add.7). */
import type { Zaak } from '../beslis.ts';
import type { Casus } from '../casus.ts';
import type { OpdrachtVan } from '../opdrachten.ts';
import { loopt } from '../termijnen.ts';
import { weiger, type Uitkomst } from '../weigeringen.ts';
import { alGedaan } from './aanvullen.ts';
import { nietMeerOpen, zoekOverdracht } from './overdracht.ts';
import { naarVt, TEAM_TERMIJNEN } from './verantwoording.ts';

export function melden(zaak: Zaak, { toelichting }: OpdrachtVan<'wachtlijst-melden'>): Uitkomst {
  const gevonden = zoekOverdracht(zaak);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { overdracht } = gevonden;
  const { nr } = overdracht;
  if (overdracht.status === 'wachtlijst') {
    return alGedaan(zaak, { bij: 'wachtlijst-gemeld', bron: '§4.2', tekst: toelichting, overdracht: nr });
  }
  if (overdracht.status === 'opgepakt' && overdracht.oppakken) {
    return weiger('wachtlijst-al-opgepakt', { op: overdracht.oppakken.op });
  }
  if (overdracht.status !== 'verzonden' && overdracht.status !== 'ontvangen')
    return nietMeerOpen(zaak.casus, overdracht);
  // The gemeente hears of more than one team at a time; that a team was late ends with its term.
  const alGevraagd = zaak.casus.termijnen.some(
    (termijn) => termijn.naam === 'informeer-gemeente' && termijn.vanwege === undefined && loopt(termijn),
  );
  zaak.pen.schrijf(
    'wachtlijst-gemeld',
    '§4.2',
    { overdracht: nr, toelichting },
    naarVt({
      tijdelijk: 'wachtlijst van het team',
      eindigt: TEAM_TERMIJNEN,
      start: alGevraagd ? [] : [{ naam: 'informeer-gemeente' }],
    }),
  );
  return { gebeurtenissen: zaak.pen.gebeurtenissen };
}

/** Another team of this casus has a wachtlijst that the gemeente has done nothing about yet. */
const nogEen = ({ overdrachten }: Casus, zonder: number): boolean =>
  overdrachten.some(({ nr, wachtlijst }) => nr !== zonder && wachtlijst && wachtlijst.interventieOp === undefined);

/** The gemeente stepped in: VT may hand casussen to that team again, wherever this one is by now. */
export function interventie(zaak: Zaak, { wat, team }: OpdrachtVan<'interventie-gemeente-vastleggen'>): Uitkomst {
  const { casus, context, pen } = zaak;
  const overdracht = casus.overdrachten.findLast(
    (kandidaat) =>
      kandidaat.wachtlijst !== undefined &&
      (team === undefined || kandidaat.team === team) &&
      (context.overdracht === undefined || kandidaat.nr === context.overdracht),
  );
  if (!overdracht) return weiger('geen-wachtlijst', {});
  const { nr } = overdracht;
  if (overdracht.wachtlijst?.interventieOp !== undefined) {
    return alGedaan(zaak, { bij: 'interventie-gemeente-vastgelegd', bron: '§4.2', tekst: wat, overdracht: nr });
  }
  const bijVt = casus.fase === 'wachtlijst' && casus.overdracht === nr;
  // Who intervenes has been informed; what the gemeente must hear because a team is late is another matter.
  const gehoord = casus.termijnen.filter(({ naam, vanwege }) => naam === 'informeer-gemeente' && vanwege === undefined);
  pen.schrijf(
    'interventie-gemeente-vastgelegd',
    '§4.2',
    { overdracht: nr, wat },
    {
      eindigtId: nogEen(casus, nr) ? [] : gehoord.map(({ id }) => id),
      start: bijVt ? [{ naam: 'overdracht-versturen' }] : [],
    },
  );
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
  if (overdracht.nietBinnenTermijn) {
    const { nr } = overdracht;
    return alGedaan(zaak, { bij: 'niet-binnen-termijn-gemeld', bron: '§4.2, Add.7', tekst: reden, overdracht: nr });
  }
  zaak.pen.schrijf('niet-binnen-termijn-gemeld', '§4.2, Add.7', { overdracht: overdracht.nr, reden });
  return { gebeurtenissen: zaak.pen.gebeurtenissen };
}
