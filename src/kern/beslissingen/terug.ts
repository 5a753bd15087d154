/** Back to VT, and word to VT that moves nothing by itself (Add.5, §5.1.3); closing, phases of help, monitoring. */
import type { Zaak } from '../beslis.ts';
import type { MonitoringAfspraak } from '../casus.ts';
import type { OpdrachtVan } from '../opdrachten.ts';
import { weiger, type Uitkomst } from '../weigeringen.ts';
import { alGedaan } from './aanvullen.ts';
import { nietMeerOpen, zoekOverdracht } from './overdracht.ts';
import { CLIENTSYSTEEM, naarVt, TEAM_TERMIJNEN } from './verantwoording.ts';

const GEDAAN: Uitkomst = { gebeurtenissen: [] };
const gedaan = ({ pen }: Zaak): Uitkomst => ({ gebeurtenissen: pen.gebeurtenissen });

/** While it is asked, the team keeps zicht. */
export function vragen(zaak: Zaak, { reden }: OpdrachtVan<'terugleggen-vragen'>): Uitkomst {
  const gevonden = zoekOverdracht(zaak);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { overdracht } = gevonden;
  if (overdracht.status === 'verzonden') return weiger('eerst-bevestigen', {});
  if (overdracht.status !== 'ontvangen' && overdracht.status !== 'opgepakt')
    return nietMeerOpen(zaak.casus, overdracht);
  if (overdracht.terugleggen) {
    return alGedaan(zaak, { bij: 'terugleggen-gevraagd', bron: 'Add.5', tekst: reden, overdracht: overdracht.nr });
  }
  zaak.pen.schrijf(
    'terugleggen-gevraagd',
    'Add.5',
    { overdracht: overdracht.nr, reden },
    {
      start: [{ naam: 'terugleggen-beantwoorden' }],
    },
  );
  return gedaan(zaak);
}

export function accepteren(zaak: Zaak): Uitkomst {
  const gevonden = zoekOverdracht(zaak);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { overdracht } = gevonden;
  if (!overdracht.terugleggen) return weiger('niet-gevraagd', {});
  if (overdracht.status === 'beeindigd') return GEDAAN;
  if (overdracht.status !== 'ontvangen' && overdracht.status !== 'opgepakt')
    return nietMeerOpen(zaak.casus, overdracht);
  zaak.pen.schrijf(
    'teruggelegd',
    'Add.5',
    { overdracht: overdracht.nr },
    naarVt({ eindigt: TEAM_TERMIJNEN, start: [{ naam: 'overdracht-versturen' }] }),
  );
  return gedaan(zaak);
}

export function weigeren(zaak: Zaak, { reden }: OpdrachtVan<'terugleggen-weigeren'>): Uitkomst {
  const gevonden = zoekOverdracht(zaak);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { overdracht } = gevonden;
  if (!overdracht.terugleggen && overdracht.terugleggenGeweigerd) {
    const { nr } = overdracht;
    return alGedaan(zaak, { bij: 'terugleggen-geweigerd', bron: 'Add.5, §4.3', tekst: reden, overdracht: nr });
  }
  if (!overdracht.terugleggen || overdracht.status === 'beeindigd') return weiger('niet-gevraagd', {});
  zaak.pen.schrijf(
    'terugleggen-geweigerd',
    'Add.5, §4.3',
    { overdracht: overdracht.nr, reden },
    {
      eindigt: ['terugleggen-beantwoorden'],
    },
  );
  return gedaan(zaak);
}

/** VT hears it at once; responsibility stays where it is. */
export function signaleren(zaak: Zaak, { wat, toelichting }: OpdrachtVan<'signaleren'>): Uitkomst {
  const gevonden = zoekOverdracht(zaak);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { overdracht } = gevonden;
  if (overdracht.status === 'verzonden') return weiger('eerst-bevestigen', {});
  if (overdracht.status !== 'ontvangen' && overdracht.status !== 'opgepakt')
    return nietMeerOpen(zaak.casus, overdracht);
  const { kalender, nu } = zaak.context;
  const vandaag = kalender.beginVanDag(nu);
  // The same words on the same day are the same click; on another day it happened again.
  const gezegd = zaak.casus.gezegd.some(
    ({ bij, overdracht: over, op, tekst }) =>
      bij === 'gesignaleerd' && over === overdracht.nr && op >= vandaag && tekst === `${wat}: ${toelichting}`,
  );
  if (gezegd) return GEDAAN;
  zaak.pen.schrijf('gesignaleerd', wat === 'verzoek-raad' ? '§4.1' : '§5.1.3, Add.5', {
    overdracht: overdracht.nr,
    wat,
    toelichting,
  });
  return gedaan(zaak);
}

/** A team closes after stable safety (▲); VT by a new decision, with what §5.1.1 and §5.1.2 ask of it. */
export function afsluiten(zaak: Zaak, { reden }: OpdrachtVan<'afsluiten'>): Uitkomst {
  const { casus, context, pen } = zaak;
  if (context.overdracht !== undefined && context.overdracht !== casus.overdrachten.at(-1)?.nr) {
    return weiger('overdracht-verouderd', { overdracht: context.overdracht });
  }
  switch (casus.fase) {
    case 'afgesloten':
      return alGedaan(zaak, { bij: 'afgesloten', bron: '§5.1.1', tekst: reden });
    case 'triage':
      return weiger('triage-niet-afgerond', {});
    case 'overgedragen':
      return weiger('eerst-bevestigen', {});
    case 'ontvangen':
      return weiger('eerst-oppakken', {});
    case 'wachtlijst':
    case 'meningsverschil':
      return weiger('casus-bij-vt', { fase: casus.fase });
    case 'opgepakt': {
      const { terugleggen } = casus.overdrachten.at(-1) ?? {};
      if (terugleggen) return weiger('terugleggen-loopt', { op: terugleggen.op });
      pen.schrijf(
        'afgesloten',
        '§2.1, §4.1',
        { reden, overdracht: casus.overdracht },
        {
          verantwoordelijke: CLIENTSYSTEEM,
          eindigt: TEAM_TERMIJNEN,
        },
      );
      return gedaan(zaak);
    }
    case 'bij-clientsysteem':
      pen.schrijf('afgesloten', '§5.1.2', { reden });
      return gedaan(zaak);
    // What VT decided last had concerns in it: that there are none any more, or light ones, is a decision of its own.
    case 'bij-veilig-thuis':
      return weiger('eerst-herzien', {});
  }
}

export function aanpakfase(zaak: Zaak, { fase }: OpdrachtVan<'aanpakfase-vastleggen'>): Uitkomst {
  const { casus, pen } = zaak;
  if (casus.fase === 'triage') return weiger('triage-niet-afgerond', {});
  if (casus.fase === 'afgesloten') return weiger('al-afgesloten', {});
  if (casus.aanpakfase === fase) return GEDAAN;
  pen.schrijf('aanpakfase-vastgelegd', '§2.2', { aanpakfase: fase });
  return gedaan(zaak);
}

/** On the agreed date whoever agreed to look is asked (§5.1.3, "Monitoren"). */
export function monitoringAfspreken(zaak: Zaak, { op, wie, wat }: OpdrachtVan<'monitoring-afspreken'>): Uitkomst {
  const { casus, context, pen } = zaak;
  if (casus.fase === 'triage') return weiger('triage-niet-afgerond', {});
  const einde = context.kalender.eindeVanDag;
  if (einde(op) <= context.nu) return weiger('monitoring-in-verleden', { op });
  const zelfde = (afspraak: MonitoringAfspraak): boolean =>
    einde(afspraak.op) === einde(op) && afspraak.wie === wie && afspraak.wat === wat;
  if (casus.monitoring.some(zelfde)) return GEDAAN;
  const team = casus.overdrachten.at(-1)?.team;
  const doorTeam = team !== undefined && (wie === 'lokale-toegang' || wie === team);
  pen.schrijf(
    'monitoring-afgesproken',
    '§5.1.3',
    { op, wie, wat },
    {
      start: [
        {
          naam: 'monitoring',
          datum: op,
          // Whoever agreed to look is asked, also when the casus has moved on by then.
          ...(doorTeam ? { aan: ['kanaal-team'], team } : { aan: ['kanaal-vt'] }),
        },
      ],
    },
  );
  return gedaan(zaak);
}

export function monitoringAfronden(zaak: Zaak, { termijn }: OpdrachtVan<'monitoring-afronden'>): Uitkomst {
  const { casus, pen } = zaak;
  const afspraak =
    termijn === undefined
      ? casus.monitoring.toSorted((a, b) => (a.op < b.op ? -1 : a.op > b.op ? 1 : 0))[0]
      : casus.monitoring.find((kandidaat) => kandidaat.termijn === termijn);
  if (!afspraak) return casus.vervuld.includes('monitoring') ? GEDAAN : weiger('geen-monitoring', {});
  const id = afspraak.termijn;
  pen.schrijf('monitoring-afgerond', '§5.1.3', { termijn: id }, { eindigtId: [id] });
  return gedaan(zaak);
}
