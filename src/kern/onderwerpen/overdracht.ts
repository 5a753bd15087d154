/** VT hands the casus to a lokaal team, or withdraws that before the team has it (§3.2, §5.1.3, §6, Add.4). */
import { z } from 'zod';
import { overdrachtKaarten } from '../berichten/bericht.ts';
import { lopendeOverdracht, statusVan, type Overdracht } from '../casus.ts';
import { instantSchema, lijst, regel, tekst } from '../invoer.ts';
import { gebeurtenis } from '../rij/gebeurtenisrij.ts';
import { dezeOverdracht, heleCasus, inFase, opdracht, type Zaak } from '../rij/opdrachtrij.ts';
import { nietMeerOpen, toetsTeam } from '../toetsen.ts';
import { weiger, type Geweigerd } from '../weigeringen.ts';
import { metNaam, terugBijVt, zonderFase } from '../wijziging.ts';
import { VEILIG_THUIS, WIJZEN, type EigenWoorden, type Wijze } from '../woorden.ts';

/** What VT hands over (§5): facts apart from opinions, each opinion with its holder and the facts under it. */
export const inhoudSchema = z.strictObject({
  feiten: lijst.min(1),
  oordelen: z
    .array(z.strictObject({ tekst, vanWie: regel, opGrondVan: tekst }))
    .max(50)
    .default([]),
  aandachtspunten: lijst.default([]),
  veiligheidsafspraken: lijst.default([]),
  documentverwijzing: regel.optional(),
  gesprek: z.union([z.strictObject({ op: instantSchema }), z.strictObject({ geenReden: tekst })]).optional(),
});
export type Inhoud = z.output<typeof inhoudSchema>;

interface Verzonden {
  overdracht: number;
  team: string;
  wijze: Wijze;
  /** Salted digest of what was handed over: the content is kept apart, and can be erased. */
  inhoud?: string;
}

const verzonden = gebeurtenis<Verzonden>()('overdracht-verzonden', {
  van: 'casus',
  bron: '§3.2, §5.1.3, Add.4',
  besluit: true,
  velden: { overdracht: 'blijft', team: 'blijft', wijze: 'blijft', inhoud: 'blijft' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk(casus, gebeurd) {
    const { overdracht: nr, team, wijze } = gebeurd.gegevens;
    const overdracht: Overdracht = { nr, team, wijze, verzondenOp: gebeurd.op, ...metNaam(gebeurd) };
    return {
      ...zonderFase(casus),
      // A new team discusses the melding itself, whoever did so before.
      vervuld: casus.vervuld.filter(({ taak }) => taak !== 'melding-bespreken'),
      overdrachten: [...casus.overdrachten, overdracht],
      fase: 'overgedragen',
      overdracht: nr,
    };
  },
  hoort: ({ na, gebeurtenis: { nr, gegevens } }) => overdrachtKaarten(na, gegevens.overdracht, nr, false),
});

export const ingetrokken = gebeurtenis<{ overdracht: number; reden: string }>()('overdracht-ingetrokken', {
  van: 'casus',
  bron: '§3.2',
  besluit: true,
  velden: { overdracht: 'blijft', reden: 'tekst' },
  woorden: ({ reden }) => reden,
  begint: 'nooit',
  verwerk: (casus, { op, gegevens: { overdracht, reden } }) =>
    terugBijVt(casus, overdracht, { op, reden, ingetrokken: true }),
  hoort: ['kanaal-team'],
});

export const gebeurtenissen = {
  'overdracht-verzonden': verzonden.rij,
  'overdracht-ingetrokken': ingetrokken.rij,
};

const invoer = { ...inhoudSchema.shape, team: regel, wijze: z.enum(WIJZEN) };
type Overdragen = z.output<z.ZodObject<typeof invoer>>;

/** A warme overdracht has its written ground, its safety agreements, and a conversation or the reason of its absence. */
function toetsWarm({ wijze, documentverwijzing, veiligheidsafspraken, gesprek }: Overdragen): Geweigerd | undefined {
  if (wijze === 'koud') return undefined;
  if (!documentverwijzing) return weiger('warm-zonder-onderbouwing', {});
  if (veiligheidsafspraken.length === 0) return weiger('warm-zonder-afspraken', {});
  return gesprek ? undefined : weiger('warm-zonder-gesprek', {});
}

/** The same letter, mail or call of VT tells the cliënt of a melding once, however many teams it goes to after that (Add.2). */
const moetClientWeten = ({ casus }: Zaak, wijze: Wijze): boolean => {
  const sinds = casus.triage?.op ?? casus.meldingOp;
  return (
    wijze === 'koud' && !casus.overdrachten.some((eerder) => eerder.wijze === 'koud' && eerder.verzondenOp >= sinds)
  );
};

export const opdrachten = {
  overdragen: opdracht('overdragen', {
    bron: '§3.2, §5.1.3',
    invoer,
    wie: ['vt'],
    teams: 'laatste',
    over: heleCasus,
    in: {
      fasen: ['bij-veilig-thuis', 'wachtlijst', 'overgedragen'],
      anders({ casus }) {
        if (casus.fase === 'triage') return weiger('triage-niet-afgerond', {});
        if (casus.fase === 'meningsverschil')
          return weiger('meningsverschil-loopt', { sinds: casus.sinds, stap: casus.stap });
        const lopend = lopendeOverdracht(casus);
        return lopend
          ? weiger('al-overgedragen', { team: lopend.team, op: lopend.verzondenOp })
          : weiger('casus-afgesloten', {});
      },
    },
    alGedaan({ casus, context }, { team, wijze }) {
      const lopend = casus.fase === 'overgedragen' ? lopendeOverdracht(casus) : undefined;
      return lopend?.team === team && lopend.wijze === wijze && !context.andereInhoud;
    },
    doe(zaak, gevraagd) {
      const { casus, context } = zaak;
      const { team, wijze } = gevraagd;
      const lopend = lopendeOverdracht(casus);
      if (casus.fase === 'overgedragen' && lopend?.team === team) {
        return weiger('al-overgedragen', { team, op: lopend.verzondenOp });
      }
      const bezwaar = toetsWarm(gevraagd) ?? toetsTeam(zaak, gevraagd);
      if (bezwaar) return bezwaar;
      const reden: EigenWoorden = 'overgedragen aan een ander team';
      return [
        ...(lopend
          ? [
              ingetrokken(
                { overdracht: lopend.nr, reden },
                { verantwoordelijk: 'blijft', eindigt: ['bevestigen', 'oppakken'] },
              ),
            ]
          : []),
        verzonden(
          {
            overdracht: casus.overdrachten.length + 1,
            team,
            wijze,
            ...(context.inhoudAfdruk !== undefined && { inhoud: context.inhoudAfdruk }),
          },
          {
            // VT until receipt is confirmed: the safe reading of §3.2 against §5.1.3.
            verantwoordelijk: 'blijft',
            bron: wijze === 'koud' ? '§3.2, §5.1.3, Add.4' : '§5.1.3, §6, Add.4',
            eindigt: ['overdracht-versturen'],
            start: [
              { naam: 'bevestigen' },
              { naam: 'oppakken' },
              ...(moetClientWeten(zaak, wijze)
                ? [{ naam: 'client-informeren' as const, wie: 'clientsysteem' as const }]
                : []),
            ],
          },
        ),
      ];
    },
    knop: inFase('bij-veilig-thuis'),
  }),

  intrekken: opdracht('intrekken', {
    bron: '§3.2',
    invoer: { reden: tekst },
    wie: ['vt'],
    teams: 'laatste',
    over: dezeOverdracht,
    in: {
      fasen: ['overgedragen', 'wachtlijst'],
      anders: ({ casus, overdracht }) => nietMeerOpen(casus, overdracht),
    },
    alGedaan: ({ casus, overdracht }, { reden }) =>
      statusVan(casus, overdracht) === 'ingetrokken' && {
        bij: 'overdracht-ingetrokken',
        tekst: reden,
        overdracht: overdracht.nr,
      },
    doe: ({ casus, overdracht: { nr } }, { reden }) => [
      ingetrokken(
        { overdracht: nr, reden },
        {
          // With the team's wachtlijst VT held the casus tijdelijk; now it is VT's own again.
          verantwoordelijk: casus.fase === 'wachtlijst' ? VEILIG_THUIS : 'blijft',
          eindigt: ['bevestigen', 'oppakken'],
          start: [{ naam: 'overdracht-versturen' }],
        },
      ),
    ],
    knop: inFase('overgedragen', 'wachtlijst'),
  }),
};
