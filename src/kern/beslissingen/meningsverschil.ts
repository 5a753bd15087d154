/** Disagreement between VT and the team: the escalation model with three steps (§4.3, Add.6). */
import type { Zaak } from '../beslis.ts';
import type { TermijnNaam } from '../beleid.ts';
import type { Overdracht } from '../casus.ts';
import type { EscalatieStap, GegevensPerSoort } from '../gebeurtenissen.ts';
import { nietNaNu } from '../klokverschil.ts';
import type { OpdrachtVan } from '../opdrachten.ts';
import { weiger, type Uitkomst } from '../weigeringen.ts';
import { maandenGeleden } from '../werkdagen.ts';
import type { Instant } from '../werkdagen.ts';
import { alGedaan } from './aanvullen.ts';
import { toetsTeam, zoekOverdracht } from './overdracht.ts';
import { GESPREKKEN, naarVt, TEAM_TERMIJNEN, zijdeVan } from './verantwoording.ts';

const BRON = '§4.3, Add.6';
/** The term of each step's conversation. */
export const GESPREK: Record<EscalatieStap, TermijnNaam> = {
  1: 'gesprek-professionals',
  2: 'gesprek-leidinggevenden',
  3: 'gesprek-gemeente',
};

/** From the instant it is raised VT holds zicht, tijdelijk, so that the cliëntsysteem does not suffer from it. */
export function melden(zaak: Zaak, { toelichting }: OpdrachtVan<'meningsverschil-melden'>): Uitkomst {
  const { casus, context, pen } = zaak;
  if (casus.fase === 'meningsverschil') {
    const { sinds, stap, overdracht } = casus;
    if (context.overdracht !== undefined && context.overdracht !== overdracht) {
      return weiger('meningsverschil-loopt', { sinds, stap });
    }
    // The same click again, or a second voice: it runs already, and what the other side says of it counts too.
    return alGedaan(zaak, { bij: 'meningsverschil-gemeld', bron: BRON, tekst: toelichting, overdracht });
  }
  const gevonden = zoekOverdracht(zaak);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { overdracht } = gevonden;
  if (overdracht.status === 'ingetrokken' && overdracht.beeindigd) {
    return weiger('al-ingetrokken', { op: overdracht.beeindigd.op });
  }
  if (casus.fase === 'triage') return weiger('triage-niet-afgerond', {});
  pen.schrijf(
    'meningsverschil-gemeld',
    BRON,
    {
      overdracht: overdracht.nr,
      toelichting,
      doorPartij: zijdeVan(context.door) === 'lokale-toegang' ? 'lokale-toegang' : 'veilig-thuis',
    },
    naarVt({
      tijdelijk: 'meningsverschil',
      eindigt: [...TEAM_TERMIJNEN, 'overdracht-versturen'],
      start: [{ naam: GESPREK[1] }],
    }),
  );
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** To the next step before the term of this one has passed; when it passes, the clock does the same. */
export function opschalen(zaak: Zaak, opdracht: OpdrachtVan<'meningsverschil-opschalen'>): Uitkomst {
  const { casus, pen } = zaak;
  if (casus.fase !== 'meningsverschil') return weiger('geen-meningsverschil', {});
  const bezwaar = anderVerschil(zaak, casus.overdracht);
  if (bezwaar) return bezwaar;
  const { vanStap = casus.stap } = opdracht;
  const { gespreksverslag } = opdracht;
  // A click that comes again finds the next step begun, and must not climb one more.
  if (vanStap < casus.stap) {
    return alGedaan(zaak, { bij: 'meningsverschil-opgeschaald', bron: BRON, tekst: gespreksverslag });
  }
  if (vanStap > casus.stap) return weiger('overdracht-verouderd', { overdracht: casus.overdracht });
  const stap = volgendeStap(casus.stap);
  if (stap === undefined) return weiger('laatste-stap', {});
  pen.schrijf(
    'meningsverschil-opgeschaald',
    BRON,
    { stap, automatisch: false, ...(gespreksverslag !== undefined && { gespreksverslag }) },
    { eindigt: GESPREKKEN, start: [{ naam: GESPREK[stap] }] },
  );
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** A card of an earlier overdracht says nothing about this disagreement. */
const anderVerschil = ({ context }: Zaak, overdracht: number | undefined): Uitkomst | undefined =>
  context.overdracht === undefined || context.overdracht === overdracht
    ? undefined
    : weiger('overdracht-verouderd', { overdracht: context.overdracht });

const volgendeStap = (stap: EscalatieStap): EscalatieStap | undefined => (stap === 1 ? 2 : stap === 2 ? 3 : undefined);

/** Settled: the casus is with the team, or VT's for good. Only for the side that takes it upon itself, or with its assent. */
function losOp(
  { casus, pen }: Zaak,
  overdracht: Overdracht,
  gegevens: Omit<GegevensPerSoort['meningsverschil-opgelost'], 'overdracht'>,
  op?: Instant,
): Uitkomst {
  const alles = { overdracht: overdracht.nr, ...gegevens };
  if (gegevens.uitkomst === 'veilig-thuis') {
    pen.schrijf('meningsverschil-opgelost', BRON, alles, naarVt({ eindigt: GESPREKKEN }));
    return { gebeurtenissen: pen.gebeurtenissen };
  }
  pen.schrijf('meningsverschil-opgelost', BRON, alles, {
    ...(op !== undefined && { op }),
    verantwoordelijke: { partij: 'lokale-toegang', team: overdracht.team, tijdelijk: false },
    eindigt: GESPREKKEN,
    // The duties of the team that ended when it was raised, as far as they were not done.
    start: [
      ...(overdracht.oppakken ? [] : [{ naam: 'oppakken' as const }]),
      ...(overdracht.wijze === 'koud' && !casus.vervuld.includes('melding-bespreken')
        ? [{ naam: 'melding-bespreken' as const }]
        : []),
    ],
  });
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** The disagreement that runs and its overdracht, or why there is none to settle. `gedaan`: it was settled like this. */
function zoekVerschil(
  zaak: Zaak,
  gedaan: (overdracht: Overdracht) => boolean,
): { overdracht: Overdracht } | { bezwaar: Uitkomst } {
  const { casus } = zaak;
  const laatste = casus.overdrachten.at(-1);
  const bezwaar = anderVerschil(zaak, laatste?.nr);
  if (bezwaar) return { bezwaar };
  if (casus.fase !== 'meningsverschil') {
    return {
      bezwaar: laatste && gedaan(laatste) ? { gebeurtenissen: [] } : weiger('geen-meningsverschil', {}),
    };
  }
  const overdracht = casus.overdrachten.find(({ nr }) => nr === casus.overdracht);
  return overdracht ? { overdracht } : { bezwaar: weiger('geen-overdracht', {}) };
}

/**
 * Who records an outcome for the own side takes the casus; one for the other side is a proposal, which holds once that
 * side assents (law 1). VT can record the team's word. An outcome for the team passes the same checks as an overdracht.
 */
export function oplossen(zaak: Zaak, { uitkomst, akkoord }: OpdrachtVan<'meningsverschil-oplossen'>): Uitkomst {
  const { casus, context, pen } = zaak;
  const gevonden = zoekVerschil(zaak, (overdracht) => overdracht.uitkomst === uitkomst);
  if ('bezwaar' in gevonden || casus.fase !== 'meningsverschil') {
    return 'bezwaar' in gevonden ? gevonden.bezwaar : weiger('geen-meningsverschil', {});
  }
  const { overdracht } = gevonden;
  const bezwaar = uitkomst === 'lokale-toegang' ? toetsTeam(zaak, overdracht) : undefined;
  if (bezwaar) return bezwaar;
  const zijde = zijdeVan(context.door);
  if (zijde === uitkomst) return losOp(zaak, overdracht, { uitkomst });
  if (akkoord && zijde === 'veilig-thuis') {
    const { doorWie, via } = akkoord;
    const op = nietNaNu(akkoord.op, context.nu);
    if (op > context.nu) return weiger('tijdstip-in-toekomst', { tijdstip: op });
    if (op < casus.sinds) return weiger('tijdstip-te-vroeg', { tijdstip: op, vroegst: casus.sinds });
    return losOp(zaak, overdracht, { uitkomst, akkoordDoor: doorWie, akkoordVia: via }, op);
  }
  if (casus.voorstel?.uitkomst === uitkomst) return { gebeurtenissen: [] };
  pen.schrijf('uitkomst-voorgesteld', BRON, { overdracht: overdracht.nr, uitkomst, doorPartij: zijde });
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** The side that the proposal gives the casus to says yes: from here on it is theirs. */
export function aanvaarden(zaak: Zaak): Uitkomst {
  const zijde = zijdeVan(zaak.context.door);
  const gevonden = zoekVerschil(zaak, (overdracht) => overdracht.uitkomst === zijde);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const voorstel = zaak.casus.fase === 'meningsverschil' ? zaak.casus.voorstel : undefined;
  if (!voorstel) return weiger('geen-voorstel', {});
  const { uitkomst } = voorstel;
  if (zijde !== uitkomst) return weiger('voorstel-voor-ander', { uitkomst });
  const bezwaar = uitkomst === 'lokale-toegang' ? toetsTeam(zaak, gevonden.overdracht) : undefined;
  return bezwaar ?? losOp(zaak, gevonden.overdracht, { uitkomst });
}

/** It says no: VT keeps the casus tijdelijk, and the step of the escalation model goes on. */
export function afwijzen(zaak: Zaak, { reden }: OpdrachtVan<'uitkomst-afwijzen'>): Uitkomst {
  const { casus, context, pen } = zaak;
  const gevonden = zoekVerschil(zaak, () => false);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { nr } = gevonden.overdracht;
  const zijde = zijdeVan(context.door);
  const { voorstel, afgewezen } = casus.fase === 'meningsverschil' ? casus : {};
  if (!voorstel) {
    return afgewezen === zijde
      ? alGedaan(zaak, { bij: 'uitkomst-afgewezen', bron: BRON, tekst: reden, overdracht: nr })
      : weiger('geen-voorstel', {});
  }
  const { uitkomst } = voorstel;
  if (zijde !== uitkomst) return weiger('voorstel-voor-ander', { uitkomst });
  pen.schrijf('uitkomst-afgewezen', BRON, { overdracht: nr, uitkomst, reden });
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** Whether this team's disagreements return, so that the stuurgroep must know (§4.3); asked once per step 3. */
export function beoordeelTerugkeer({ casus, context, pen }: Zaak): void {
  const { eerdereStap3 } = context;
  const team = casus.overdrachten.findLast(({ stap3Op }) => stap3Op !== undefined)?.team;
  if (!casus.terugkerendOnbekend || eerdereStap3 === undefined || team === undefined) return;
  const sinds = maandenGeleden(context.nu, context.beleid.terugkerend.maanden);
  const hier = casus.overdrachten
    .filter((overdracht) => overdracht.team === team)
    .flatMap(({ stap3Op, stap3Eerder = [] }) => [...stap3Eerder, ...(stap3Op ? [stap3Op] : [])])
    .filter((moment) => moment >= sinds);
  const aantal = eerdereStap3 + Math.max(1, hier.length);
  const terugkerend = aantal >= context.beleid.terugkerend.aantal;
  pen.schrijf('terugkerend-meningsverschil', '§4.3', { team, aantal, terugkerend });
}
