/** The team confirms receipt, in Teams or by word that VT writes down, or says that the casus is not theirs (§4.1, §5.1.3, Add.3). */
import { z } from 'zod';
import { statusVan } from '../casus.ts';
import { instantSchema, regel, tekst } from '../invoer.ts';
import { gebeurtenis, type Nieuw } from '../rij/gebeurtenisrij.ts';
import { dezeOverdracht, inFase, opdracht, type ZaakMetOverdracht } from '../rij/opdrachtrij.ts';
import { isVanToen } from '../tijd/klokverschil.ts';
import type { Instant } from '../tijd/werkdagen.ts';
import { nietMeerOpen, toetsTijdstip } from '../toetsen.ts';
import type { Geweigerd } from '../weigeringen.ts';
import { metNaam, nietBetrokken, wijzigOverdracht, zonderFase } from '../wijziging.ts';
import { bijHetTeam } from '../woorden.ts';

type Weg = 'teams' | 'telefoon' | 'e-mail';

const bevestigd = gebeurtenis<{ overdracht: number; via: Weg; doorWie: string; laat: boolean }>()(
  'ontvangst-bevestigd',
  {
    van: 'casus',
    bron: '§4.1, §5.1.3',
    besluit: true,
    velden: { overdracht: 'blijft', via: 'blijft', doorWie: 'persoon', laat: 'blijft' },
    woorden: 'geen',
    begint: 'nooit',
    verwerk(casus, { op, gegevens: { overdracht, ...hoe } }) {
      const overdrachten = wijzigOverdracht(casus, overdracht, { ontvangst: { op, ...hoe } });
      return { ...nietBetrokken(zonderFase(casus)), overdrachten, fase: 'ontvangen', overdracht };
    },
    hoort: ['kanaal-vt'],
  },
);

const geweigerd = gebeurtenis<{ overdracht: number; reden: string }>()('overdracht-geweigerd', {
  van: 'casus',
  bron: 'Add.3',
  besluit: true,
  velden: { overdracht: 'blijft', reden: 'tekst' },
  woorden: ({ reden }) => reden,
  begint: 'nooit',
  verwerk(casus, gebeurd) {
    const { overdracht, reden } = gebeurd.gegevens;
    const overdrachten = wijzigOverdracht(casus, overdracht, {
      geweigerd: { op: gebeurd.op, reden, ...metNaam(gebeurd) },
    });
    return { ...zonderFase(casus), overdrachten, fase: 'bij-veilig-thuis' };
  },
  hoort: ['kanaal-vt'],
});

export const gebeurtenissen = {
  'ontvangst-bevestigd': bevestigd.rij,
  'overdracht-geweigerd': geweigerd.rij,
};

/** From the instant that receipt was confirmed the team is responsible; too late is told, and counts all the same (§4.1). */
function bevestig(
  { casus, context, overdracht }: ZaakMetOverdracht,
  { op: gegeven, via, doorWie }: { op: Instant; via: Weg; doorWie: string },
): readonly Nieuw[] | Geweigerd {
  const moment = toetsTijdstip(gegeven, overdracht.verzondenOp, context.nu);
  if ('geweigerd' in moment) return moment;
  const { op } = moment;
  const termijn = casus.termijnen.find(({ naam }) => naam === 'bevestigen');
  const laat = termijn !== undefined && termijn.vervalt <= op;
  return [
    bevestigd(
      { overdracht: overdracht.nr, via, doorWie, laat },
      {
        op,
        verantwoordelijk: bijHetTeam(overdracht.team),
        eindigt: ['bevestigen'],
        start: overdracht.wijze === 'koud' ? [{ naam: 'melding-bespreken' }] : [],
      },
    ),
  ];
}

const alleenVerzonden = {
  fasen: ['overgedragen' as const],
  anders: ({ casus, overdracht }: ZaakMetOverdracht) => nietMeerOpen(casus, overdracht),
};

export const opdrachten = {
  'ontvangst-bevestigen': opdracht('ontvangst-bevestigen', {
    bron: '§4.1, §5.1.3',
    invoer: {},
    wie: ['team'],
    teams: 'laatste',
    over: dezeOverdracht,
    in: alleenVerzonden,
    alGedaan: ({ casus }) => casus.fase === 'ontvangen' || casus.fase === 'opgepakt',
    doe: (zaak) => {
      const { nu, door } = zaak.context;
      return bevestig(zaak, { op: nu, via: 'teams', doorWie: door.naam ?? 'onbekend' });
    },
    knop: inFase('overgedragen'),
  }),

  'bevestiging-vastleggen': opdracht('bevestiging-vastleggen', {
    bron: '§4.1, §5.1.3',
    invoer: { gegevenOp: instantSchema, via: z.enum(['telefoon', 'e-mail']), doorWie: regel },
    wie: ['vt'],
    teams: 'laatste',
    over: dezeOverdracht,
    in: alleenVerzonden,
    alGedaan({ overdracht: { ontvangst } }, { gegevenOp, doorWie }) {
      const isZelfde = ontvangst && (ontvangst.op === gegevenOp || isVanToen(gegevenOp, ontvangst.op));
      return isZelfde === true && ontvangst?.doorWie === doorWie;
    },
    doe: (zaak, { gegevenOp: op, via, doorWie }) => bevestig(zaak, { op, via, doorWie }),
    knop: inFase('overgedragen'),
  }),

  weigeren: opdracht('weigeren', {
    bron: 'Add.3',
    invoer: { reden: tekst },
    wie: ['team'],
    teams: 'laatste',
    over: dezeOverdracht,
    in: alleenVerzonden,
    alGedaan: ({ casus, overdracht }, { reden }) =>
      statusVan(casus, overdracht) === 'geweigerd' && {
        bij: 'overdracht-geweigerd',
        tekst: reden,
        overdracht: overdracht.nr,
      },
    doe: ({ overdracht: { nr } }, { reden }) => [
      geweigerd(
        { overdracht: nr, reden },
        {
          verantwoordelijk: 'blijft',
          eindigt: ['bevestigen', 'oppakken'],
          start: [{ naam: 'overdracht-versturen' }],
        },
      ),
    ],
    knop: inFase('overgedragen'),
  }),
};
