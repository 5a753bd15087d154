/** The overdracht from VT to a lokaal team: send, confirm, refuse, pick up, withdraw, take back (§3.2, §4.1, §4.2, §5.1.3). */
import type { Zaak } from '../beslis.ts';
import { lopendeOverdracht, type Overdracht } from '../casus.ts';
import type { OpdrachtVan } from '../opdrachten.ts';
import { weiger, type Uitkomst } from '../weigeringen.ts';
import type { Instant } from '../werkdagen.ts';
import { VEILIG_THUIS } from './melding.ts';

const GEDAAN: Uitkomst = { gebeurtenissen: [] };

export function overdragen({ casus, context, pen }: Zaak, opdracht: OpdrachtVan<'overdragen'>): Uitkomst {
  const { team, wijze } = opdracht;
  const lopend = lopendeOverdracht(casus);
  if (casus.fase === 'overgedragen' && lopend) {
    if (lopend.team === team && lopend.wijze === wijze && !context.andereInhoud) return GEDAAN;
    if (lopend.team === team) return weiger('al-overgedragen', { team, op: lopend.verzondenOp });
  } else if (casus.fase === 'triage') {
    return weiger('triage-niet-afgerond', {});
  } else if (casus.fase !== 'bij-veilig-thuis') {
    return lopend
      ? weiger('al-overgedragen', { team: lopend.team, op: lopend.verzondenOp })
      : weiger('casus-afgesloten', {});
  }
  const bezwaar = wijze === 'koud' ? toetsKoud(casus.triage) : toetsWarm(opdracht);
  if (bezwaar) return bezwaar;
  if (lopend?.status === 'verzonden') {
    pen.schrijf(
      'overdracht-ingetrokken',
      '§3.2',
      { overdracht: lopend.nr, reden: 'overgedragen aan een ander team' },
      {
        eindigt: ['bevestigen', 'oppakken'],
      },
    );
  }
  const sinds = casus.triage?.op ?? casus.meldingOp;
  const clientNogInformeren =
    wijze === 'koud' && !casus.overdrachten.some((eerder) => eerder.wijze === 'koud' && eerder.verzondenOp >= sinds);
  pen.schrijf(
    'overdracht-verzonden',
    wijze === 'koud' ? '§3.2, §5.1.3, Add.4' : '§5.1.3, §6, Add.4',
    { overdracht: casus.overdrachten.length + 1, team, wijze },
    {
      start: [
        { naam: 'bevestigen' },
        { naam: 'oppakken' },
        ...(clientNogInformeren ? [{ naam: 'client-informeren' as const, wie: 'clientsysteem' as const }] : []),
      ],
    },
  );
  return { gebeurtenissen: pen.gebeurtenissen };
}

function toetsKoud(triage: Zaak['casus']['triage']): Uitkomst | undefined {
  if (triage && triage.conclusies.length > 0)
    return weiger('conclusie-houdt-bij-vt', { conclusies: triage.conclusies });
  // After a vervolgtraject the overdracht is always warm (Add.4).
  return triage?.besluit === 'veilig-thuis' ? weiger('koud-na-vervolgtraject', {}) : undefined;
}

function toetsWarm(opdracht: OpdrachtVan<'overdragen'>): Uitkomst | undefined {
  if (!opdracht.documentverwijzing) return weiger('warm-zonder-onderbouwing', {});
  if (opdracht.veiligheidsafspraken.length === 0) return weiger('warm-zonder-afspraken', {});
  return opdracht.gesprek ? undefined : weiger('warm-zonder-gesprek', {});
}

/** The overdracht a click is about, or why there is none to act on. */
function zoekOverdracht({ casus, context }: Zaak): { overdracht: Overdracht } | { bezwaar: Uitkomst } {
  const bedoeld = context.overdracht;
  const overdracht =
    bedoeld === undefined ? casus.overdrachten.at(-1) : casus.overdrachten.find(({ nr }) => nr === bedoeld);
  if (!overdracht) return { bezwaar: weiger('geen-overdracht', {}) };
  if (overdracht.nr !== casus.overdrachten.at(-1)?.nr) {
    return { bezwaar: weiger('overdracht-verouderd', { overdracht: overdracht.nr }) };
  }
  return { overdracht };
}

/** Why an overdracht that has left the state `verzonden` can no longer be confirmed or refused. */
function nietMeerOpen(overdracht: Overdracht): Uitkomst {
  const { ontvangst, geweigerd, beeindigd, status } = overdracht;
  if (status === 'geweigerd' && geweigerd) {
    return weiger('al-geweigerd', { op: geweigerd.op, ...(geweigerd.doorNaam && { doorNaam: geweigerd.doorNaam }) });
  }
  if (status === 'ingetrokken' && beeindigd) return weiger('al-ingetrokken', { op: beeindigd.op });
  if (status === 'beeindigd' || !ontvangst) return weiger('overdracht-verouderd', { overdracht: overdracht.nr });
  return weiger('al-bevestigd', { op: ontvangst.op, doorNaam: ontvangst.doorWie });
}

function bevestig(
  { casus, context, pen }: Zaak,
  overdracht: Overdracht,
  ontvangst: { op: Instant; via: 'teams' | 'telefoon' | 'e-mail'; doorWie: string },
): Uitkomst {
  const { op, via, doorWie } = ontvangst;
  if (op > context.nu) return weiger('tijdstip-in-toekomst', { tijdstip: op });
  if (op < overdracht.verzondenOp)
    return weiger('tijdstip-te-vroeg', { tijdstip: op, vroegst: overdracht.verzondenOp });
  const termijn = casus.termijnen.find(({ naam }) => naam === 'bevestigen');
  const laat = termijn !== undefined && termijn.vervalt <= op;
  pen.schrijf(
    'ontvangst-bevestigd',
    '§4.1, §5.1.3',
    { overdracht: overdracht.nr, via, doorWie, laat },
    {
      op,
      verantwoordelijke: { partij: 'lokale-toegang', team: overdracht.team, tijdelijk: false },
      eindigt: ['bevestigen', 'vervolg'],
      start: overdracht.wijze === 'koud' ? [{ naam: 'melding-bespreken' }] : [],
    },
  );
  return { gebeurtenissen: pen.gebeurtenissen };
}

export function ontvangstBevestigen(zaak: Zaak): Uitkomst {
  const gevonden = zoekOverdracht(zaak);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { overdracht } = gevonden;
  if (overdracht.status === 'ontvangen' || overdracht.status === 'opgepakt') return GEDAAN;
  if (overdracht.status !== 'verzonden') return nietMeerOpen(overdracht);
  const { nu, door } = zaak.context;
  return bevestig(zaak, overdracht, { op: nu, via: 'teams', doorWie: door.naam ?? 'onbekend' });
}

export function bevestigingVastleggen(zaak: Zaak, opdracht: OpdrachtVan<'bevestiging-vastleggen'>): Uitkomst {
  const gevonden = zoekOverdracht(zaak);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { overdracht } = gevonden;
  const { gegevenOp, via, doorWie } = opdracht;
  if (overdracht.ontvangst?.op === gegevenOp && overdracht.ontvangst.doorWie === doorWie) return GEDAAN;
  if (overdracht.status !== 'verzonden') return nietMeerOpen(overdracht);
  return bevestig(zaak, overdracht, { op: gegevenOp, via, doorWie });
}

export function weigeren(zaak: Zaak, { reden }: OpdrachtVan<'weigeren'>): Uitkomst {
  const gevonden = zoekOverdracht(zaak);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { overdracht } = gevonden;
  if (overdracht.status === 'geweigerd') return GEDAAN;
  if (overdracht.status !== 'verzonden') return nietMeerOpen(overdracht);
  zaak.pen.schrijf(
    'overdracht-geweigerd',
    'Add.3',
    { overdracht: overdracht.nr, reden },
    {
      eindigt: ['bevestigen', 'oppakken'],
    },
  );
  return { gebeurtenissen: zaak.pen.gebeurtenissen };
}

export function oppakken(zaak: Zaak, { casusregisseur }: OpdrachtVan<'oppakken'>): Uitkomst {
  const gevonden = zoekOverdracht(zaak);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { overdracht } = gevonden;
  if (overdracht.status === 'verzonden') return weiger('eerst-bevestigen', {});
  if (overdracht.status === 'opgepakt' && overdracht.oppakken) {
    const { op, casusregisseur: huidige } = overdracht.oppakken;
    return casusregisseur === undefined || casusregisseur === huidige
      ? GEDAAN
      : weiger('al-opgepakt', { op, casusregisseur: huidige });
  }
  if (overdracht.status !== 'ontvangen') return nietMeerOpen(overdracht);
  zaak.pen.schrijf(
    'opgepakt',
    '§4.2, §2.3',
    { overdracht: overdracht.nr, casusregisseur: casusregisseur ?? zaak.context.door.naam ?? 'onbekend' },
    { eindigt: ['oppakken'] },
  );
  return { gebeurtenissen: zaak.pen.gebeurtenissen };
}

export function intrekken(zaak: Zaak, { reden }: OpdrachtVan<'intrekken'>): Uitkomst {
  const gevonden = zoekOverdracht(zaak);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { overdracht } = gevonden;
  if (overdracht.status === 'ingetrokken') return GEDAAN;
  if (overdracht.status !== 'verzonden') return nietMeerOpen(overdracht);
  zaak.pen.schrijf(
    'overdracht-ingetrokken',
    '§3.2',
    { overdracht: overdracht.nr, reden },
    {
      eindigt: ['bevestigen', 'oppakken'],
    },
  );
  return { gebeurtenissen: zaak.pen.gebeurtenissen };
}

export function terugnemen({ casus, context, pen }: Zaak, { reden }: OpdrachtVan<'terugnemen'>): Uitkomst {
  if (context.overdracht !== undefined && context.overdracht !== casus.overdrachten.at(-1)?.nr) {
    return weiger('overdracht-verouderd', { overdracht: context.overdracht });
  }
  const overdracht = lopendeOverdracht(casus);
  if (casus.fase === 'bij-veilig-thuis' && casus.overdrachten.at(-1)?.status === 'beeindigd') return GEDAAN;
  if (!overdracht || (casus.fase !== 'ontvangen' && casus.fase !== 'opgepakt')) {
    return weiger('niet-bij-team', { fase: casus.fase });
  }
  pen.schrijf(
    'teruggenomen',
    '§5.1.3, Add.5',
    { overdracht: overdracht.nr, reden },
    {
      verantwoordelijke: VEILIG_THUIS,
      eindigt: ['oppakken', 'melding-bespreken'],
      // VT's ten weeks to set a vervolgtraject going start anew: no casus at VT goes without a guarded term.
      start: [{ naam: 'vervolg' }],
    },
  );
  return { gebeurtenissen: pen.gebeurtenissen };
}
