/** The overdracht from VT to a lokaal team: send, confirm, refuse, pick up, withdraw, take back (§3.2, §4.1, §4.2, §5.1.3). */
import type { Zaak } from '../beslis.ts';
import { lopendeOverdracht, type Casus, type Overdracht } from '../casus.ts';
import { isVanToen, nietNaNu } from '../klokverschil.ts';
import type { OpdrachtVan } from '../opdrachten.ts';
import { weiger, type Uitkomst } from '../weigeringen.ts';
import type { EigenWoorden } from '../wisbaar.ts';
import type { Instant } from '../werkdagen.ts';
import { alGedaan } from './aanvullen.ts';
import { naarVt, TEAM_TERMIJNEN, VEILIG_THUIS, verenig } from './verantwoording.ts';

const GEDAAN: Uitkomst = { gebeurtenissen: [] };

export function overdragen({ casus, context, pen }: Zaak, opdracht: OpdrachtVan<'overdragen'>): Uitkomst {
  const { team, wijze } = opdracht;
  const lopend = lopendeOverdracht(casus);
  if (casus.fase === 'overgedragen' && lopend) {
    if (lopend.team === team && lopend.wijze === wijze && !context.andereInhoud) return GEDAAN;
    if (lopend.team === team) return weiger('al-overgedragen', { team, op: lopend.verzondenOp });
  } else if (casus.fase === 'triage') {
    return weiger('triage-niet-afgerond', {});
  } else if (casus.fase === 'meningsverschil') {
    return weiger('meningsverschil-loopt', { sinds: casus.sinds, stap: casus.stap });
  } else if (casus.fase !== 'bij-veilig-thuis' && casus.fase !== 'wachtlijst') {
    return lopend
      ? weiger('al-overgedragen', { team: lopend.team, op: lopend.verzondenOp })
      : weiger('casus-afgesloten', {});
  }
  const bezwaar =
    (wijze === 'warm' ? toetsWarm(opdracht) : undefined) ?? toetsTeam({ casus, context }, { team, wijze });
  if (bezwaar) return bezwaar;
  if (lopend) {
    pen.schrijf(
      'overdracht-ingetrokken',
      '§3.2',
      { overdracht: lopend.nr, reden: 'overgedragen aan een ander team' satisfies EigenWoorden },
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
    {
      overdracht: casus.overdrachten.length + 1,
      team,
      wijze,
      ...(context.inhoudAfdruk !== undefined && { inhoud: context.inhoudAfdruk }),
    },
    {
      eindigt: ['overdracht-versturen'],
      start: [
        { naam: 'bevestigen' },
        { naam: 'oppakken' },
        ...(clientNogInformeren ? [{ naam: 'client-informeren' as const, wie: 'clientsysteem' as const }] : []),
      ],
    },
  );
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** The team said so in this casus, and its gemeente has not intervened (§4.2). */
const heeftWachtlijst = (casus: Casus, team: string): boolean =>
  casus.overdrachten.some(
    (eerder) =>
      eerder.team === team && eerder.wachtlijst !== undefined && eerder.wachtlijst.interventieOp === undefined,
  );

/** Whether this casus can be with a lokaal team now: what holds it at VT (§3.1.2), how (Add.4), and the team's wachtlijst (§4.2). */
export function toetsTeam(
  { casus, context }: Pick<Zaak, 'casus' | 'context'>,
  { team, wijze }: Pick<Overdracht, 'team' | 'wijze'>,
): Uitkomst | undefined {
  const { triage, staande, vtBetrokken } = casus;
  const conclusies = wijze === 'koud' ? verenig(staande, triage?.conclusies) : staande;
  if (conclusies.length > 0) return weiger('conclusie-houdt-bij-vt', { conclusies });
  // After VT's own involvement the overdracht is always warm, whatever VT decides after it (Add.4).
  if (wijze === 'koud' && vtBetrokken) return weiger('koud-na-vervolgtraject', {});
  const vol = context.teamHeeftWachtlijst || heeftWachtlijst(casus, team);
  return vol ? weiger('team-heeft-wachtlijst', { team }) : undefined;
}

function toetsWarm(opdracht: OpdrachtVan<'overdragen'>): Uitkomst | undefined {
  if (!opdracht.documentverwijzing) return weiger('warm-zonder-onderbouwing', {});
  if (opdracht.veiligheidsafspraken.length === 0) return weiger('warm-zonder-afspraken', {});
  return opdracht.gesprek ? undefined : weiger('warm-zonder-gesprek', {});
}

/** The overdracht a click is about, or why there is none to act on. */
export function zoekOverdracht({ casus, context }: Zaak): { overdracht: Overdracht } | { bezwaar: Uitkomst } {
  const bedoeld = context.overdracht;
  const overdracht =
    bedoeld === undefined ? casus.overdrachten.at(-1) : casus.overdrachten.find(({ nr }) => nr === bedoeld);
  if (!overdracht) return { bezwaar: weiger('geen-overdracht', {}) };
  if (overdracht.nr !== casus.overdrachten.at(-1)?.nr) {
    return { bezwaar: weiger('overdracht-verouderd', { overdracht: overdracht.nr }) };
  }
  return { overdracht };
}

/** Why an overdracht is no longer in a state that allows what was asked. */
export function nietMeerOpen(casus: Casus, overdracht: Overdracht): Uitkomst {
  const { ontvangst, geweigerd, beeindigd, status } = overdracht;
  if (status === 'geweigerd' && geweigerd) {
    return weiger('al-geweigerd', { op: geweigerd.op, ...(geweigerd.doorNaam && { doorNaam: geweigerd.doorNaam }) });
  }
  if (status === 'ingetrokken' && beeindigd) return weiger('al-ingetrokken', { op: beeindigd.op });
  if (status === 'wachtlijst') return weiger('casus-bij-vt', { fase: 'wachtlijst' });
  if (casus.fase === 'meningsverschil')
    return weiger('meningsverschil-loopt', { sinds: casus.sinds, stap: casus.stap });
  const bijTeam = ontvangst ?? overdracht.overgenomen;
  if (status === 'beeindigd' || !bijTeam) return weiger('overdracht-verouderd', { overdracht: overdracht.nr });
  return weiger('al-bevestigd', { op: bijTeam.op, doorNaam: bijTeam.doorWie });
}

function bevestig(
  { casus, context, pen }: Zaak,
  overdracht: Overdracht,
  ontvangst: { op: Instant; via: 'teams' | 'telefoon' | 'e-mail'; doorWie: string },
): Uitkomst {
  const { via, doorWie } = ontvangst;
  const op = nietNaNu(ontvangst.op, context.nu);
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
      eindigt: ['bevestigen'],
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
  if (overdracht.status !== 'verzonden') return nietMeerOpen(zaak.casus, overdracht);
  const { nu, door } = zaak.context;
  return bevestig(zaak, overdracht, { op: nu, via: 'teams', doorWie: door.naam ?? 'onbekend' });
}

export function bevestigingVastleggen(zaak: Zaak, opdracht: OpdrachtVan<'bevestiging-vastleggen'>): Uitkomst {
  const gevonden = zoekOverdracht(zaak);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { overdracht } = gevonden;
  const { gegevenOp, via, doorWie } = opdracht;
  const { ontvangst } = overdracht;
  const isHerhaling = ontvangst && (ontvangst.op === gegevenOp || isVanToen(gegevenOp, ontvangst.op));
  if (isHerhaling && ontvangst.doorWie === doorWie) return GEDAAN;
  if (overdracht.status !== 'verzonden') return nietMeerOpen(zaak.casus, overdracht);
  return bevestig(zaak, overdracht, { op: gegevenOp, via, doorWie });
}

export function weigeren(zaak: Zaak, { reden }: OpdrachtVan<'weigeren'>): Uitkomst {
  const gevonden = zoekOverdracht(zaak);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { overdracht } = gevonden;
  const { nr } = overdracht;
  if (overdracht.status === 'geweigerd') {
    return alGedaan(zaak, { bij: 'overdracht-geweigerd', bron: 'Add.3', tekst: reden, overdracht: nr });
  }
  if (overdracht.status !== 'verzonden') return nietMeerOpen(zaak.casus, overdracht);
  zaak.pen.schrijf(
    'overdracht-geweigerd',
    'Add.3',
    { overdracht: nr, reden },
    { eindigt: ['bevestigen', 'oppakken'], start: [{ naam: 'overdracht-versturen' }] },
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
  if (overdracht.status !== 'ontvangen') return nietMeerOpen(zaak.casus, overdracht);
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
  const { nr } = overdracht;
  if (overdracht.status === 'ingetrokken') {
    return alGedaan(zaak, { bij: 'overdracht-ingetrokken', bron: '§3.2', tekst: reden, overdracht: nr });
  }
  const metWachtlijst = overdracht.status === 'wachtlijst';
  if (overdracht.status !== 'verzonden' && !metWachtlijst) return nietMeerOpen(zaak.casus, overdracht);
  zaak.pen.schrijf(
    'overdracht-ingetrokken',
    '§3.2',
    { overdracht: nr, reden },
    {
      eindigt: ['bevestigen', 'oppakken'],
      start: [{ naam: 'overdracht-versturen' }],
      // With the team's wachtlijst VT held the casus tijdelijk; now it is VT's own again.
      ...(metWachtlijst && { verantwoordelijke: VEILIG_THUIS }),
    },
  );
  return { gebeurtenissen: zaak.pen.gebeurtenissen };
}

export function terugnemen(zaak: Zaak, { reden }: OpdrachtVan<'terugnemen'>): Uitkomst {
  const { casus, context, pen } = zaak;
  if (context.overdracht !== undefined && context.overdracht !== casus.overdrachten.at(-1)?.nr) {
    return weiger('overdracht-verouderd', { overdracht: context.overdracht });
  }
  const overdracht = lopendeOverdracht(casus);
  const laatste = casus.overdrachten.at(-1);
  if (casus.fase === 'bij-veilig-thuis' && laatste?.status === 'beeindigd') {
    return alGedaan(zaak, { bij: 'teruggenomen', bron: '§5.1.3, Add.5', tekst: reden, overdracht: laatste.nr });
  }
  if (!overdracht || (casus.fase !== 'ontvangen' && casus.fase !== 'opgepakt')) {
    return weiger('niet-bij-team', { fase: casus.fase });
  }
  pen.schrijf(
    'teruggenomen',
    '§5.1.3, Add.5',
    { overdracht: overdracht.nr, reden },
    naarVt({ eindigt: TEAM_TERMIJNEN, start: [{ naam: 'overdracht-versturen' }] }),
  );
  return { gebeurtenissen: pen.gebeurtenissen };
}
