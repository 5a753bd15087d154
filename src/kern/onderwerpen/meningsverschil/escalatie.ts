/** Disagreement between VT and the team: raised, and up the three steps of the escalation model (§4.3, Add.6). */
import { z } from 'zod';
import { GESPREKKEN, TEAM_TERMIJNEN, type Ontvanger, type TermijnNaam } from '../../beleid/beleid.ts';
import { voortgang } from '../../berichten/bericht.ts';
import { statusVan, type Casus } from '../../casus.ts';
import { tekst } from '../../invoer.ts';
import { gebeurtenis, type Envelop, type Nieuw, type Stuk } from '../../rij/gebeurtenisrij.ts';
import {
  dezeOverdracht,
  inFase,
  kaartVanNu,
  opdracht,
  type Context,
  type Omstandigheid,
} from '../../rij/opdrachtrij.ts';
import { maandenGeleden } from '../../tijd/werkdagen.ts';
import { weiger } from '../../weigeringen.ts';
import { wijzigOverdracht, zonderFase } from '../../wijziging.ts';
import { tijdelijkBijVt, zijdeVan, type EscalatieStap, type Groep, type Oplossing } from '../../woorden.ts';

const BRON = '§4.3, Add.6';
/** The term of each step's conversation. */
export const GESPREK: Record<EscalatieStap, TermijnNaam> = {
  1: 'gesprek-professionals',
  2: 'gesprek-leidinggevenden',
  3: 'gesprek-gemeente',
};

const gemeld = gebeurtenis<{ overdracht: number; toelichting: string; doorPartij: Oplossing }>()(
  'meningsverschil-gemeld',
  {
    van: 'casus',
    bron: BRON,
    besluit: true,
    velden: { overdracht: 'blijft', toelichting: 'tekst', doorPartij: 'blijft' },
    woorden: ({ toelichting }) => toelichting,
    begint: 'nooit',
    verwerk: (casus, { op, gegevens: { overdracht } }) => ({
      ...zonderFase(casus),
      fase: 'meningsverschil',
      overdracht,
      stap: 1,
      sinds: op,
    }),
    hoort: ['kanaal-team', 'kanaal-vt'],
  },
);

interface Opgeschaald {
  stap: EscalatieStap;
  automatisch: boolean;
  gespreksverslag?: string;
}

/**
 * Who hears at once when people take a meningsverschil a step further (§4.3): whom the policy calls when the term of the
 * conversation that they leave passes, as it was stored with that term. `voor`: the casus before it.
 */
export const opgeschaaldAan = (voor: Stuk | undefined, { eindigt = [] }: Envelop): readonly Ontvanger[] =>
  (voor?.termijnen ?? [])
    .filter(({ id, naam }) => eindigt.includes(id) && GESPREKKEN.includes(naam))
    .at(-1)
    ?.stappen.find(({ soort }) => soort === 'melding')?.aan ?? [
    'leidinggevende-team',
    'leidinggevende-vt',
    'kanaal-vt',
  ];

export const opgeschaald = gebeurtenis<Opgeschaald>()('meningsverschil-opgeschaald', {
  van: 'casus',
  bron: BRON,
  besluit: true,
  velden: { stap: 'blijft', automatisch: 'blijft', gespreksverslag: 'tekst' },
  woorden: ({ gespreksverslag }) => gespreksverslag,
  begint: 'nooit',
  verwerk(casus, { op, gegevens: { stap } }) {
    if (casus.fase !== 'meningsverschil') return casus;
    if (stap < 3) return { ...casus, stap };
    const { stap3Op, stap3Eerder = [] } = casus.overdrachten.find(({ nr }) => nr === casus.overdracht) ?? {};
    const eerder = stap3Op === undefined ? {} : { stap3Eerder: [...stap3Eerder, stap3Op] };
    const overdrachten = wijzigOverdracht(casus, casus.overdracht, { stap3Op: op, ...eerder });
    return { ...casus, overdrachten, stap, terugkerendOnbekend: true, gemeenteIngelicht: true };
  },
  hoort({ voor, na, gebeurtenis: gebeurd, wie }) {
    // When the clock does it, the ping of the passed term tells the same people.
    if (gebeurd.gegevens.automatisch) return [];
    const aan = wie(gebeurd.nr, opgeschaaldAan(voor, gebeurd));
    return voortgang(na, gebeurd.nr, na.overdrachten.at(-1)?.nr ?? 0, aan);
  },
});

const terugkerend = gebeurtenis<{ team: string; aantal: number; terugkerend: boolean }>()(
  'terugkerend-meningsverschil',
  {
    van: 'casus',
    bron: '§4.3',
    besluit: true,
    velden: { team: 'blijft', aantal: 'blijft', terugkerend: 'blijft' },
    woorden: 'geen',
    begint: 'nooit',
    verwerk: (casus) => ({ ...casus, terugkerendOnbekend: false }),
    hoort: ({ gebeurtenis: { nr, gegevens } }) =>
      gegevens.terugkerend ? [{ nr, kaart: 'stuurgroep', aan: 'stuurgroep' }] : [],
  },
);

export const gebeurtenissen = {
  'meningsverschil-gemeld': gemeld.rij,
  'meningsverschil-opgeschaald': opgeschaald.rij,
  'terugkerend-meningsverschil': terugkerend.rij,
};

export const geenVerschil = { fasen: ['meningsverschil' as const], anders: () => weiger('geen-meningsverschil', {}) };

/** Each step of the escalation model is for its own people (§4.3, Add.6). */
export const PER_STAP: Record<EscalatieStap, readonly Groep[]> = {
  1: ['vt', 'team'],
  2: ['vt-leiding', 'team-leiding'],
  3: ['contactambtenaar', 'vt-leiding', 'team-leiding'],
};

/** About the newest overdracht; while a disagreement runs, a card of another one hears that it does. */
function overHetVerschil(omstandigheid: Omstandigheid): ReturnType<typeof dezeOverdracht> {
  const { casus, context } = omstandigheid;
  const anders = context.overdracht !== undefined && 'overdracht' in casus && context.overdracht !== casus.overdracht;
  return casus.fase === 'meningsverschil' && anders
    ? weiger('meningsverschil-loopt', { sinds: casus.sinds, stap: casus.stap })
    : dezeOverdracht(omstandigheid);
}

const volgendeStap = (stap: EscalatieStap): EscalatieStap | undefined => (stap === 1 ? 2 : stap === 2 ? 3 : undefined);

export const opdrachten = {
  /** From the instant it is raised VT holds zicht, tijdelijk, so that the cliëntsysteem does not suffer from it. */
  'meningsverschil-melden': opdracht('meningsverschil-melden', {
    bron: BRON,
    invoer: { toelichting: tekst },
    wie: ['team', 'vt'],
    teams: 'laatste',
    over: overHetVerschil,
    in: {
      // At any time after the overdracht was sent, but not before VT's own triage of a new melding.
      fasen: [
        'bij-veilig-thuis',
        'overgedragen',
        'ontvangen',
        'opgepakt',
        'wachtlijst',
        'bij-clientsysteem',
        'afgesloten',
      ],
      anders: () => weiger('triage-niet-afgerond', {}),
    },
    // The same click again, or a second voice: it runs already, and what the other side says of it counts too.
    alGedaan: ({ casus, overdracht: { nr } }, { toelichting }) =>
      casus.fase === 'meningsverschil' && { bij: 'meningsverschil-gemeld', tekst: toelichting, overdracht: nr },
    doe({ casus, context, overdracht }, { toelichting }) {
      if (statusVan(casus, overdracht) === 'ingetrokken' && overdracht.beeindigd) {
        return weiger('al-ingetrokken', { op: overdracht.beeindigd.op });
      }
      const doorPartij = zijdeVan(context.door) === 'lokale-toegang' ? 'lokale-toegang' : 'veilig-thuis';
      return [
        gemeld(
          { overdracht: overdracht.nr, toelichting, doorPartij },
          {
            verantwoordelijk: tijdelijkBijVt('meningsverschil'),
            eindigt: [...TEAM_TERMIJNEN, 'overdracht-versturen'],
            start: [{ naam: GESPREK[1] }],
          },
        ),
      ];
    },
    knop(casus) {
      const overdracht = casus.overdrachten.at(-1);
      return (
        overdracht !== undefined &&
        statusVan(casus, overdracht) !== 'ingetrokken' &&
        !inFase('triage', 'meningsverschil')(casus)
      );
    },
  }),

  /** To the next step before the term of this one has passed; when it passes, the clock does the same. */
  'meningsverschil-opschalen': opdracht('meningsverschil-opschalen', {
    bron: BRON,
    invoer: {
      gespreksverslag: tekst.optional(),
      /** The step that is left, as it stood on the card. */
      vanStap: z.coerce.number().int().min(1).max(3).optional(),
    },
    wie: (casus) =>
      casus.fase === 'meningsverschil'
        ? PER_STAP[casus.stap]
        : ['vt-leiding', 'team-leiding', 'vt', 'team', 'contactambtenaar'],
    teams: 'laatste',
    over: kaartVanNu,
    in: geenVerschil,
    // A click that comes again finds the next step begun, and must not climb one more.
    alGedaan: ({ casus }, { vanStap, gespreksverslag }) =>
      casus.fase === 'meningsverschil' &&
      (vanStap ?? casus.stap) < casus.stap && { bij: 'meningsverschil-opgeschaald', tekst: gespreksverslag },
    doe({ casus, overdracht }, { vanStap, gespreksverslag }) {
      if (casus.fase !== 'meningsverschil') return weiger('geen-meningsverschil', {});
      if (vanStap !== undefined && vanStap > casus.stap) {
        return weiger('overdracht-verouderd', { overdracht: overdracht?.nr ?? casus.overdracht });
      }
      const stap = volgendeStap(casus.stap);
      if (stap === undefined) return weiger('laatste-stap', {});
      return [
        opgeschaald(
          { stap, automatisch: false, ...(gespreksverslag !== undefined && { gespreksverslag }) },
          { verantwoordelijk: 'blijft', eindigt: GESPREKKEN, start: [{ naam: GESPREK[stap] }] },
        ),
      ];
    },
    knop: (casus) => casus.fase === 'meningsverschil' && casus.stap < 3,
  }),
};

/** Whether this team's disagreements return, so that the stuurgroep must know (§4.3); asked once per step 3. */
export function beoordeelTerugkeer(casus: Casus, { beleid, eerdereStap3, nu }: Context): readonly Nieuw[] {
  const team = casus.overdrachten.findLast(({ stap3Op }) => stap3Op !== undefined)?.team;
  if (!casus.terugkerendOnbekend || eerdereStap3 === undefined || team === undefined) return [];
  const sinds = maandenGeleden(nu, beleid.terugkerend.maanden);
  const hier = casus.overdrachten
    .filter((overdracht) => overdracht.team === team)
    .flatMap(({ stap3Op, stap3Eerder = [] }) => [...stap3Eerder, ...(stap3Op ? [stap3Op] : [])])
    .filter((moment) => moment >= sinds);
  const aantal = eerdereStap3 + Math.max(1, hier.length);
  const isTerugkerend = aantal >= beleid.terugkerend.aantal;
  return [terugkerend({ team, aantal, terugkerend: isTerugkerend }, { verantwoordelijk: 'blijft' })];
}
