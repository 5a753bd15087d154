/** The state of one casus, and how each event changes it. `verwerk` is total: it never throws and never mutates. */
import type { Gebeurtenis, InformatieOntvanger, Termijn, Triage, Verantwoordelijke, Wijze } from './gebeurtenissen.ts';
import type { Instant } from './werkdagen.ts';

/** One stretch of responsibility; `tot` is absent on the one that runs now. Stretches touch: no gap, no overlap. */
export interface Periode {
  vanaf: Instant;
  tot?: Instant;
  verantwoordelijke: Verantwoordelijke;
  /** The event that moved it. */
  gebeurtenis: { nr: number; soort: Gebeurtenis['soort']; bron: string; doorNaam?: string };
}

export type OverdrachtStatus = 'verzonden' | 'ontvangen' | 'opgepakt' | 'geweigerd' | 'ingetrokken' | 'beeindigd';

/** One handing over to one team; its content is kept apart from the journal. */
export interface Overdracht {
  nr: number;
  team: string;
  wijze: Wijze;
  verzondenOp: Instant;
  doorNaam?: string;
  status: OverdrachtStatus;
  ontvangst?: { op: Instant; doorWie: string; via: 'teams' | 'telefoon' | 'e-mail'; laat: boolean };
  oppakken?: { op: Instant; casusregisseur: string };
  geweigerd?: { op: Instant; doorNaam?: string; reden: string };
  beeindigd?: { op: Instant; reden: string };
}

/** A running term and how many of its steps have been dealt with. */
export interface LopendeTermijn extends Termijn {
  gedaan: number;
}

/** A duty with a term of its own (domein.md §5), as its refusal names it. */
export type Taak = 'informeer-gemeente' | 'melding-bespreken' | `informeren-${InformatieOntvanger}`;

interface Basis {
  casusnummer: string;
  gemeente: string;
  spoed: boolean;
  /** The number of the last event. */
  versie: number;
  laatstVastgelegd: Instant;
  /** Receipt of the first and of the newest melding, and of every melding in order of registration. */
  eersteMeldingOp: Instant;
  meldingOp: Instant;
  meldingen: Instant[];
  perioden: Periode[];
  termijnen: LopendeTermijn[];
  overdrachten: Overdracht[];
  /** Duties done since the newest melding, so that a repeated click finds its work done. */
  vervuld: Taak[];
  /** Present once triage of the newest melding is done. */
  triage?: Triage & { op: Instant; doorNaam?: string };
}

/** What the casus is waiting for (contract.md, `fase`). */
export type Fase =
  | { fase: 'triage' }
  | { fase: 'bij-veilig-thuis' }
  | { fase: 'overgedragen'; overdracht: number }
  | { fase: 'ontvangen'; overdracht: number }
  | { fase: 'opgepakt'; overdracht: number }
  | { fase: 'bij-clientsysteem' }
  | { fase: 'afgesloten'; reden: string };

export type Casus = Basis & Fase;
export type FaseNaam = Fase['fase'];

/** The fasen in which somebody still has to do something; the others wait for a new melding. */
export const OPEN_FASEN: readonly FaseNaam[] = ['triage', 'bij-veilig-thuis', 'overgedragen', 'ontvangen', 'opgepakt'];

/** The overdracht that the present fase is about, if it is about one. */
export function lopendeOverdracht(casus: Casus): Overdracht | undefined {
  return 'overdracht' in casus ? casus.overdrachten.find(({ nr }) => nr === casus.overdracht) : undefined;
}

/** The open stretch of responsibility: there is always exactly one. */
export function huidigePeriode(casus: Casus): Periode {
  const laatste = casus.perioden.at(-1);
  if (!laatste) throw new Error(`casus ${casus.casusnummer} heeft geen verantwoordelijke`);
  return laatste;
}

/** Starts a new stretch at `vanaf`. One that began later is replaced: a melding counts from its receipt (§3.1.2). */
function metPeriode(perioden: Periode[], nieuw: Periode): Periode[] {
  const eerder = perioden.filter(({ vanaf }) => vanaf < nieuw.vanaf);
  const vorige = eerder.pop();
  return vorige ? [...eerder, { ...vorige, tot: nieuw.vanaf }, nieuw] : [nieuw];
}

const wijzigOverdracht = (casus: Casus, nr: number, wijziging: Partial<Overdracht>): Overdracht[] =>
  casus.overdrachten.map((overdracht) => (overdracht.nr === nr ? { ...overdracht, ...wijziging } : overdracht));

/** The envelope's part of an event, the same for every kind: responsibility, terms, version. */
function metEnvelop(casus: Casus, gebeurtenis: Gebeurtenis): Casus {
  const { nr, soort, op, bron, door, vastgelegdOp, verantwoordelijke, start = [], eindigt = [] } = gebeurtenis;
  const doorNaam = door.naam === undefined ? {} : { doorNaam: door.naam };
  const blijft = casus.termijnen.filter(({ id }) => !eindigt.includes(id));
  return {
    ...casus,
    versie: nr,
    laatstVastgelegd: vastgelegdOp,
    termijnen: start.length ? [...blijft, ...start.map((termijn) => ({ ...termijn, gedaan: 0 }))] : blijft,
    perioden: verantwoordelijke
      ? metPeriode(casus.perioden, { vanaf: op, verantwoordelijke, gebeurtenis: { nr, soort, bron, ...doorNaam } })
      : casus.perioden,
  };
}

const leeg = (casusnummer: string, gebeurtenis: Gebeurtenis): Casus => ({
  casusnummer,
  gemeente: gebeurtenis.soort === 'melding-ontvangen' ? gebeurtenis.gegevens.gemeente : '',
  spoed: gebeurtenis.soort === 'melding-ontvangen' && gebeurtenis.gegevens.spoed,
  versie: 0,
  laatstVastgelegd: gebeurtenis.vastgelegdOp,
  eersteMeldingOp: gebeurtenis.op,
  meldingOp: gebeurtenis.op,
  meldingen: [gebeurtenis.op],
  perioden: [],
  termijnen: [],
  overdrachten: [],
  vervuld: [],
  fase: 'triage',
});

/** Drops the fase's own fields, so that the next fase starts clean. */
function basis(casus: Casus): Basis {
  const {
    fase: _fase,
    overdracht: _overdracht,
    reden: _reden,
    ...rest
  } = casus as Basis & {
    fase: FaseNaam;
    overdracht?: number;
    reden?: string;
  };
  return rest;
}

function stapGezet(casus: Casus, termijnId: string, stapId: string): Casus {
  return {
    ...casus,
    termijnen: casus.termijnen.map((termijn) =>
      termijn.id === termijnId
        ? { ...termijn, gedaan: termijn.stappen.findIndex(({ id }) => id === stapId) + 1 }
        : termijn,
    ),
  };
}

function naTriage(rest: Basis, { besluit }: Triage): Casus {
  switch (besluit) {
    case 'geen-zorgen':
      return { ...rest, fase: 'afgesloten', reden: 'geen zorgen over veiligheid' };
    case 'clientsysteem':
      return { ...rest, fase: 'bij-clientsysteem' };
    case 'lokale-toegang':
    case 'veilig-thuis':
      return { ...rest, fase: 'bij-veilig-thuis' };
  }
}

/** State + event -> state. The first event makes the casus. */
export function verwerk(casusnummer: string, vorige: Casus | undefined, gebeurtenis: Gebeurtenis): Casus {
  const casus = metEnvelop(vorige ?? leeg(casusnummer, gebeurtenis), gebeurtenis);
  const { op, door } = gebeurtenis;
  const doorNaam = door.naam === undefined ? {} : { doorNaam: door.naam };
  switch (gebeurtenis.soort) {
    case 'melding-ontvangen':
      return { ...basis(casus), fase: 'triage' };
    case 'nieuwe-melding-ontvangen': {
      const { triage: _vorigeTriage, ...rest } = basis(casus);
      return {
        ...rest,
        meldingOp: op > casus.meldingOp ? op : casus.meldingOp,
        meldingen: [...casus.meldingen, op],
        vervuld: [],
        overdrachten: casus.overdrachten.map((overdracht) =>
          overdracht.status === 'ontvangen' || overdracht.status === 'opgepakt'
            ? { ...overdracht, status: 'beeindigd', beeindigd: { op, reden: 'nieuwe melding' } }
            : overdracht,
        ),
        fase: 'triage',
      };
    }
    case 'triage-afgerond':
      return naTriage({ ...basis(casus), triage: { ...gebeurtenis.gegevens, op, ...doorNaam } }, gebeurtenis.gegevens);
    case 'overdracht-verzonden': {
      const { overdracht: nr, team, wijze } = gebeurtenis.gegevens;
      const overdracht: Overdracht = { nr, team, wijze, verzondenOp: op, ...doorNaam, status: 'verzonden' };
      return {
        ...basis(casus),
        overdrachten: [...casus.overdrachten, overdracht],
        fase: 'overgedragen',
        overdracht: nr,
      };
    }
    case 'overdracht-ingetrokken': {
      const { overdracht, reden } = gebeurtenis.gegevens;
      const overdrachten = wijzigOverdracht(casus, overdracht, { status: 'ingetrokken', beeindigd: { op, reden } });
      return { ...basis(casus), overdrachten, fase: 'bij-veilig-thuis' };
    }
    case 'overdracht-geweigerd': {
      const { overdracht, reden } = gebeurtenis.gegevens;
      const overdrachten = wijzigOverdracht(casus, overdracht, {
        status: 'geweigerd',
        geweigerd: { op, reden, ...doorNaam },
      });
      return { ...basis(casus), overdrachten, fase: 'bij-veilig-thuis' };
    }
    case 'ontvangst-bevestigd': {
      const { overdracht, via, doorWie, laat } = gebeurtenis.gegevens;
      const overdrachten = wijzigOverdracht(casus, overdracht, {
        status: 'ontvangen',
        ontvangst: { op, via, doorWie, laat },
      });
      return { ...basis(casus), overdrachten, fase: 'ontvangen', overdracht };
    }
    case 'opgepakt': {
      const { overdracht, casusregisseur } = gebeurtenis.gegevens;
      const overdrachten = wijzigOverdracht(casus, overdracht, {
        status: 'opgepakt',
        oppakken: { op, casusregisseur },
      });
      return { ...basis(casus), overdrachten, fase: 'opgepakt', overdracht };
    }
    case 'teruggenomen': {
      const { overdracht, reden } = gebeurtenis.gegevens;
      const overdrachten = wijzigOverdracht(casus, overdracht, { status: 'beeindigd', beeindigd: { op, reden } });
      return { ...basis(casus), overdrachten, fase: 'bij-veilig-thuis' };
    }
    case 'termijn-herinnerd':
    case 'termijn-verlopen':
    case 'verloop-gemeld':
    case 'termijn-opgeschaald':
    case 'stap-overgeslagen':
      return stapGezet(casus, gebeurtenis.gegevens.termijn, gebeurtenis.gegevens.stap);
    case 'gemeente-geinformeerd':
      return { ...casus, vervuld: [...casus.vervuld, 'informeer-gemeente'] };
    case 'geinformeerd':
      return { ...casus, vervuld: [...casus.vervuld, `informeren-${gebeurtenis.gegevens.wie}`] };
    case 'melding-besproken':
      return { ...casus, vervuld: [...casus.vervuld, 'melding-bespreken'] };
    case 'bericht-bezorgd':
    case 'bericht-onzeker':
    case 'bericht-onbezorgbaar':
      return casus;
  }
}

/** The casus as its journal tells it, or as it was after the first events of it. An empty journal is no casus. */
export function herleid(casusnummer: string, journaal: readonly Gebeurtenis[]): Casus | undefined {
  return journaal.reduce<Casus | undefined>(
    (casus, gebeurtenis) => verwerk(casusnummer, casus, gebeurtenis),
    undefined,
  );
}
