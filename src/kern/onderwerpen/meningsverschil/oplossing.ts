/** How a disagreement is settled: by the side that takes the casus, or by a proposal that the other side assents to (§4.3, law 1). */
import { z } from 'zod';
import { GESPREKKEN } from '../../beleid/beleid.ts';
import type { Casus, Overdracht } from '../../casus.ts';
import { instantSchema, regel, tekst } from '../../invoer.ts';
import { gebeurtenis, type Gebeurd, type Nieuw } from '../../rij/gebeurtenisrij.ts';
import { inFase, kaartVanNu, opdracht, type Zaak } from '../../rij/opdrachtrij.ts';
import type { Instant } from '../../tijd/werkdagen.ts';
import { taakGedaan, toetsTeam, toetsTijdstip } from '../../toetsen.ts';
import { weiger, type Geweigerd } from '../../weigeringen.ts';
import { metNaam, metOverdracht, nietBetrokken, terugBijVt, wijzigOverdracht, zonderFase } from '../../wijziging.ts';
import {
  AKKOORD_WEGEN,
  bijHetTeam,
  OPLOSSINGEN,
  VEILIG_THUIS,
  zijdeVan,
  type AkkoordWeg,
  type Groep,
  type Oplossing,
  type Zijde,
} from '../../woorden.ts';
import { geenVerschil, PER_STAP } from './escalatie.ts';

const BRON = '§4.3, Add.6';

const voorgesteld = gebeurtenis<{ overdracht: number; uitkomst: Oplossing; doorPartij: Zijde }>()(
  'uitkomst-voorgesteld',
  {
    van: 'casus',
    bron: BRON,
    besluit: true,
    velden: { overdracht: 'blijft', uitkomst: 'blijft', doorPartij: 'blijft' },
    woorden: 'geen',
    begint: 'nooit',
    verwerk(casus, gebeurd) {
      if (casus.fase !== 'meningsverschil') return casus;
      const { uitkomst, doorPartij } = gebeurd.gegevens;
      const { afgewezen: _eerder, ...rest } = casus;
      return { ...rest, voorstel: { uitkomst, op: gebeurd.op, doorPartij, ...metNaam(gebeurd) } };
    },
    hoort: ['kanaal-team', 'kanaal-vt'],
  },
);

const afgewezen = gebeurtenis<{ overdracht: number; uitkomst: Oplossing; reden: string }>()('uitkomst-afgewezen', {
  van: 'casus',
  bron: BRON,
  besluit: true,
  velden: { overdracht: 'blijft', uitkomst: 'blijft', reden: 'tekst' },
  woorden: ({ reden }) => reden,
  begint: 'nooit',
  verwerk(casus, { gegevens }) {
    if (casus.fase !== 'meningsverschil') return casus;
    const { voorstel: _voorstel, ...rest } = casus;
    return { ...rest, afgewezen: gegevens.uitkomst };
  },
  hoort: ['kanaal-team', 'kanaal-vt'],
});

/** Given by the side that is responsible after it; or the team's assent as VT recorded it: by whom, and how. */
interface Opgelost {
  overdracht: number;
  uitkomst: Oplossing;
  akkoordDoor?: string;
  akkoordVia?: AkkoordWeg;
}

/** Settled to the team, it goes on where it was; whether it ever confirmed its receipt stays as it is. */
function naOplossing(casus: Casus, { op, door, gegevens }: Gebeurd<Opgelost>): Casus {
  const { overdracht: nr, uitkomst, akkoordDoor, akkoordVia } = gegevens;
  if (uitkomst === 'veilig-thuis') {
    const opgelost = metOverdracht(casus, nr, { uitkomst });
    return terugBijVt(opgelost, nr, { op, reden: 'meningsverschil: Veilig Thuis houdt de casus' });
  }
  const overdracht = casus.overdrachten.find((kandidaat) => kandidaat.nr === nr);
  const overgenomen = { op, doorWie: akkoordDoor ?? door.naam ?? 'onbekend', via: akkoordVia ?? ('teams' as const) };
  return {
    ...nietBetrokken(zonderFase(casus)),
    overdrachten: wijzigOverdracht(casus, nr, { overgenomen, uitkomst }, ['terugleggen', 'geweigerd', 'beeindigd']),
    fase: overdracht?.oppakken ? 'opgepakt' : 'ontvangen',
    overdracht: nr,
  };
}

const opgelost = gebeurtenis<Opgelost>()('meningsverschil-opgelost', {
  van: 'casus',
  bron: BRON,
  besluit: true,
  velden: { overdracht: 'blijft', uitkomst: 'blijft', akkoordDoor: 'persoon', akkoordVia: 'blijft' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk: naOplossing,
  hoort: ['kanaal-team', 'kanaal-vt'],
});

export const gebeurtenissen = {
  'uitkomst-voorgesteld': voorgesteld.rij,
  'uitkomst-afgewezen': afgewezen.rij,
  'meningsverschil-opgelost': opgelost.rij,
};

type Verschil = Extract<Casus, { fase: 'meningsverschil' }>;

/** An answer to a proposal is the assent of the party that gets the casus, whatever step it is (law 1). */
const wieAntwoordt = (casus: Casus): readonly Groep[] =>
  casus.fase !== 'meningsverschil' || !casus.voorstel
    ? ['team', 'vt']
    : casus.voorstel.uitkomst === 'veilig-thuis'
      ? ['vt']
      : ['team'];

/** Settled: the casus is with the team, or VT's for good. Only for the side that takes it upon itself, or with its assent. */
function losOp(
  casus: Casus,
  overdracht: Overdracht,
  gegevens: Omit<Opgelost, 'overdracht'>,
  op?: Instant,
): readonly Nieuw[] {
  const alles = { overdracht: overdracht.nr, ...gegevens };
  if (gegevens.uitkomst === 'veilig-thuis') {
    return [opgelost(alles, { verantwoordelijk: VEILIG_THUIS, eindigt: GESPREKKEN })];
  }
  return [
    opgelost(alles, {
      ...(op !== undefined && { op }),
      verantwoordelijk: bijHetTeam(overdracht.team),
      eindigt: GESPREKKEN,
      // The duties of the team that ended when it was raised, as far as they were not done.
      start: [
        ...(overdracht.oppakken ? [] : [{ naam: 'oppakken' as const }]),
        ...(overdracht.wijze === 'koud' && !taakGedaan(casus, 'melding-bespreken')
          ? [{ naam: 'melding-bespreken' as const }]
          : []),
      ],
    }),
  ];
}

/** The proposal that this person's side may answer, with its overdracht; or why there is none. */
function teBeantwoorden({
  casus,
  context,
  overdracht,
}: Zaak): { casus: Verschil; overdracht: Overdracht; uitkomst: Oplossing } | Geweigerd {
  if (casus.fase !== 'meningsverschil' || !overdracht || !casus.voorstel) return weiger('geen-voorstel', {});
  const { uitkomst } = casus.voorstel;
  return zijdeVan(context.door) === uitkomst
    ? { casus, overdracht, uitkomst }
    : weiger('voorstel-voor-ander', { uitkomst });
}

const isOpgelost = (casus: Casus, overdracht: Overdracht | undefined, uitkomst: Zijde): boolean =>
  casus.fase !== 'meningsverschil' && overdracht?.uitkomst === uitkomst;

export const opdrachten = {
  /**
   * Who records an outcome for the own side takes the casus; one for the other side is a proposal, which holds once that
   * side assents (law 1). VT can record the team's word. An outcome for the team passes the same checks as an overdracht.
   */
  'meningsverschil-oplossen': opdracht('meningsverschil-oplossen', {
    bron: BRON,
    invoer: {
      uitkomst: z.enum(OPLOSSINGEN),
      /** The team's word that it takes the casus, recorded by VT: without it VT can only propose that (§4.3, law 1). */
      akkoord: z.strictObject({ doorWie: regel, via: z.enum(AKKOORD_WEGEN), op: instantSchema }).optional(),
    },
    wie: (casus) =>
      casus.fase === 'meningsverschil'
        ? PER_STAP[casus.stap]
        : ['vt-leiding', 'team-leiding', 'vt', 'contactambtenaar'],
    teams: 'laatste',
    over: kaartVanNu,
    in: geenVerschil,
    alGedaan: ({ casus, overdracht }, { uitkomst }) => isOpgelost(casus, overdracht, uitkomst),
    doe(zaak, { uitkomst, akkoord }) {
      const { casus, context, overdracht } = zaak;
      if (casus.fase !== 'meningsverschil' || !overdracht) return weiger('geen-meningsverschil', {});
      const bezwaar = uitkomst === 'lokale-toegang' ? toetsTeam(zaak, overdracht) : undefined;
      if (bezwaar) return bezwaar;
      const zijde = zijdeVan(context.door);
      if (zijde === uitkomst) return losOp(casus, overdracht, { uitkomst });
      if (akkoord && zijde === 'veilig-thuis') {
        const moment = toetsTijdstip(akkoord.op, casus.sinds, context.nu);
        if ('geweigerd' in moment) return moment;
        const { doorWie, via } = akkoord;
        return losOp(casus, overdracht, { uitkomst, akkoordDoor: doorWie, akkoordVia: via }, moment.op);
      }
      return casus.voorstel?.uitkomst === uitkomst
        ? []
        : [voorgesteld({ overdracht: overdracht.nr, uitkomst, doorPartij: zijde }, { verantwoordelijk: 'blijft' })];
    },
    knop: inFase('meningsverschil'),
  }),

  /** The side that the proposal gives the casus to says yes: from here on it is theirs. */
  'uitkomst-aanvaarden': opdracht('uitkomst-aanvaarden', {
    bron: BRON,
    invoer: {},
    wie: wieAntwoordt,
    teams: 'laatste',
    over: kaartVanNu,
    in: geenVerschil,
    alGedaan: ({ casus, context, overdracht }) => isOpgelost(casus, overdracht, zijdeVan(context.door)),
    doe(zaak) {
      const gevonden = teBeantwoorden(zaak);
      if ('geweigerd' in gevonden) return gevonden;
      const { casus, overdracht, uitkomst } = gevonden;
      const bezwaar = uitkomst === 'lokale-toegang' ? toetsTeam(zaak, overdracht) : undefined;
      return bezwaar ?? losOp(casus, overdracht, { uitkomst });
    },
    knop: (casus) => casus.fase === 'meningsverschil' && casus.voorstel !== undefined,
  }),

  /** It says no: VT keeps the casus tijdelijk, and the step of the escalation model goes on. */
  'uitkomst-afwijzen': opdracht('uitkomst-afwijzen', {
    bron: BRON,
    invoer: { reden: tekst },
    wie: wieAntwoordt,
    teams: 'laatste',
    over: kaartVanNu,
    in: geenVerschil,
    alGedaan: ({ casus, context, overdracht }, { reden }) =>
      casus.fase === 'meningsverschil' &&
      casus.voorstel === undefined &&
      casus.afgewezen === zijdeVan(context.door) && {
        bij: 'uitkomst-afgewezen',
        tekst: reden,
        overdracht: overdracht?.nr ?? casus.overdracht,
      },
    doe(zaak, { reden }) {
      const gevonden = teBeantwoorden(zaak);
      if ('geweigerd' in gevonden) return gevonden;
      const { overdracht, uitkomst } = gevonden;
      return [afgewezen({ overdracht: overdracht.nr, uitkomst, reden }, { verantwoordelijk: 'blijft' })];
    },
    knop: (casus) => casus.fase === 'meningsverschil' && casus.voorstel !== undefined,
  }),
};
