/** Disagreement between VT and the team: the escalation model with three steps (§4.3, Add.6). */
import type { Zaak } from '../beslis.ts';
import type { TermijnNaam } from '../beleid.ts';
import type { EscalatieStap } from '../gebeurtenissen.ts';
import type { OpdrachtVan } from '../opdrachten.ts';
import { weiger, type Uitkomst } from '../weigeringen.ts';
import { maandenGeleden } from '../werkdagen.ts';
import { zoekOverdracht } from './overdracht.ts';
import { GESPREKKEN, naarVt, TEAM_TERMIJNEN } from './verantwoording.ts';

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
    const { sinds, stap } = casus;
    // A second voice, or the same click again: it runs already.
    return context.overdracht === undefined || context.overdracht === casus.overdracht
      ? { gebeurtenissen: [] }
      : weiger('meningsverschil-loopt', { sinds, stap });
  }
  const gevonden = zoekOverdracht(zaak);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  const { overdracht } = gevonden;
  if (overdracht.status === 'ingetrokken' && overdracht.beeindigd) {
    return weiger('al-ingetrokken', { op: overdracht.beeindigd.op });
  }
  if (casus.fase === 'triage') return weiger('triage-niet-afgerond', {});
  const isVt =
    context.door.rol === 'vt-medewerker' ||
    context.door.rol === 'vt-leidinggevende' ||
    context.door.rol === 'registratiesysteem';
  pen.schrijf(
    'meningsverschil-gemeld',
    BRON,
    { overdracht: overdracht.nr, toelichting, doorPartij: isVt ? 'veilig-thuis' : 'lokale-toegang' },
    naarVt(casus, {
      tijdelijk: 'meningsverschil',
      eindigt: TEAM_TERMIJNEN,
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
  // A click that comes again finds the next step begun, and must not climb one more.
  if (vanStap < casus.stap) return { gebeurtenissen: [] };
  if (vanStap > casus.stap) return weiger('overdracht-verouderd', { overdracht: casus.overdracht });
  const stap = volgendeStap(casus.stap);
  if (stap === undefined) return weiger('laatste-stap', {});
  const { gespreksverslag } = opdracht;
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

export function oplossen(zaak: Zaak, { uitkomst }: OpdrachtVan<'meningsverschil-oplossen'>): Uitkomst {
  const { casus, pen } = zaak;
  const bezwaar = anderVerschil(zaak, casus.overdrachten.at(-1)?.nr);
  if (bezwaar) return bezwaar;
  if (casus.fase !== 'meningsverschil') {
    return casus.overdrachten.at(-1)?.uitkomst === uitkomst
      ? { gebeurtenissen: [] }
      : weiger('geen-meningsverschil', {});
  }
  const overdracht = casus.overdrachten.find(({ nr }) => nr === casus.overdracht);
  if (!overdracht) return weiger('geen-overdracht', {});
  const gegevens = { overdracht: overdracht.nr, uitkomst };
  if (uitkomst === 'veilig-thuis') {
    pen.schrijf('meningsverschil-opgelost', BRON, gegevens, naarVt(casus, { eindigt: GESPREKKEN }));
    return { gebeurtenissen: pen.gebeurtenissen };
  }
  pen.schrijf('meningsverschil-opgelost', BRON, gegevens, {
    verantwoordelijke: { partij: 'lokale-toegang', team: overdracht.team, tijdelijk: false },
    eindigt: [...GESPREKKEN, 'vervolg'],
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
