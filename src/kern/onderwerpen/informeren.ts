/** Duties to tell people: betrokkenen, the melder, the gemeente; and to discuss the melding (§4.1, §5.1, Add.2). */
import { z } from 'zod';
import type { Casus } from '../casus.ts';
import { instantSchema, regel } from '../invoer.ts';
import { gebeurtenis } from '../rij/gebeurtenisrij.ts';
import { heleCasus, metTermijn, opdracht } from '../rij/opdrachtrij.ts';
import type { LopendeTermijn } from '../termijnen.ts';
import { alVervuld, taakGedaan, termijnenVan, vervuldOp } from '../toetsen.ts';
import { weiger } from '../weigeringen.ts';
import {
  INFORMATIE_ONTVANGERS,
  INFORMATIE_WEGEN,
  INFORMATIEPLICHTEN,
  type InformatieOntvanger,
  type Informatieplicht,
  type InformatieWeg,
} from '../woorden.ts';

const gemeenteGehoord = gebeurtenis<{ wie: string }>()('gemeente-geinformeerd', {
  van: 'casus',
  bron: '§4.1, §4.2',
  besluit: true,
  velden: { wie: 'persoon' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (casus, { op }) => ({ ...casus, vervuld: [...casus.vervuld, { taak: 'informeer-gemeente', op }] }),
  hoort: [],
});

/** `plicht` is absent in journals from before the duties were told apart. */
interface Geinformeerd {
  wie: InformatieOntvanger;
  plicht?: Informatieplicht;
  via?: string;
}

const geinformeerd = gebeurtenis<Geinformeerd>()('geinformeerd', {
  van: 'casus',
  bron: '§5.1',
  besluit: true,
  velden: { wie: 'blijft', plicht: 'blijft', via: 'tekst' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (casus, { op, gegevens: { wie, plicht } }) => ({
    ...casus,
    vervuld: [
      ...casus.vervuld,
      { taak: `informeren-${wie}`, op },
      ...(plicht ? [{ taak: `${plicht}-${wie}` as const, op }] : []),
    ],
  }),
  hoort: [],
});

const besproken = gebeurtenis<Record<never, never>>()('melding-besproken', {
  van: 'casus',
  bron: '§5.1.3',
  besluit: true,
  velden: {},
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (casus, { op }) => ({ ...casus, vervuld: [...casus.vervuld, { taak: 'melding-bespreken', op }] }),
  hoort: [],
});

export const gebeurtenissen = {
  'gemeente-geinformeerd': gemeenteGehoord.rij,
  geinformeerd: geinformeerd.rij,
  'melding-besproken': besproken.rij,
};

const isPlicht = (naam: string): naam is Informatieplicht => (INFORMATIEPLICHTEN as readonly string[]).includes(naam);

const openPlichten = (
  { termijnen }: Casus,
  { wie, waarover }: { wie: InformatieOntvanger; waarover?: Informatieplicht | undefined },
): readonly LopendeTermijn[] =>
  termijnen.filter(
    (termijn) => termijn.wie === wie && isPlicht(termijn.naam) && (waarover === undefined || termijn.naam === waarover),
  );

/** The decision itself must be told in writing (§5.1.1, §5.1.2); for the rest a call will do (Add.2). */
const volstaat = (plicht: Informatieplicht, via: InformatieWeg | undefined): boolean =>
  plicht !== 'schriftelijk-informeren' || via === 'brief' || via === 'e-mail';

export const opdrachten = {
  'gemeente-geinformeerd': opdracht('gemeente-geinformeerd', {
    bron: '§4.1, §4.2',
    invoer: { wie: regel },
    wie: ['vt'],
    teams: 'laatste',
    over: heleCasus,
    in: 'elke-fase',
    alGedaan: ({ casus }) => !metTermijn('informeer-gemeente')(casus) && taakGedaan(casus, 'informeer-gemeente'),
    doe: ({ casus }, { wie }) =>
      metTermijn('informeer-gemeente')(casus)
        ? [gemeenteGehoord({ wie }, { verantwoordelijk: 'blijft', eindigt: ['informeer-gemeente'] })]
        : weiger('taak-loopt-niet', { taak: 'informeer-gemeente' }),
    knop: metTermijn('informeer-gemeente'),
  }),

  /** One letter or call fulfils one duty: which one it was about is said where more are open. */
  geinformeerd: opdracht('geinformeerd', {
    bron: '§5.1',
    invoer: {
      wie: z.enum(INFORMATIE_ONTVANGERS),
      /** Which duty it was, where more are open for the same people. */
      waarover: z.enum(INFORMATIEPLICHTEN).optional(),
      via: z.enum(INFORMATIE_WEGEN).optional(),
      /** When they were told; now, when it is left out. */
      op: instantSchema.optional(),
    },
    wie: ['vt'],
    teams: 'laatste',
    over: heleCasus,
    in: 'elke-fase',
    alGedaan: ({ casus, context: { nu } }, gevraagd) =>
      alVervuld(casus, {
        taak: `${gevraagd.waarover ?? 'informeren'}-${gevraagd.wie}`,
        open: openPlichten(casus, gevraagd),
        op: gevraagd.op ?? nu,
      }),
    doe({ casus, context: { nu } }, gevraagd) {
      const { wie, waarover, via } = gevraagd;
      const termijnen = openPlichten(casus, gevraagd);
      const plichten = [...new Set(termijnen.map(({ naam }) => naam).filter(isPlicht))];
      const [plicht] = plichten;
      if (plicht === undefined) return weiger('taak-loopt-niet', { taak: `${waarover ?? 'informeren'}-${wie}` });
      if (plichten.length > 1) return weiger('waarover-ontbreekt', { plichten });
      const vervuld = vervuldOp(termijnen, gevraagd.op ?? nu, nu);
      if ('geweigerd' in vervuld) return vervuld;
      if (!volstaat(plicht, via)) return weiger('schriftelijk-nodig', {});
      return [
        geinformeerd(
          { wie, plicht, ...(via && { via }) },
          {
            verantwoordelijk: 'blijft',
            bron: termijnen[0]?.bron.paragraaf ?? '§5.1',
            op: vervuld.op,
            eindigtId: vervuld.ids,
          },
        ),
      ];
    },
    // Its buttons stand on the messages that ask for it, each for one duty.
    knop: () => false,
  }),

  'melding-besproken': opdracht('melding-besproken', {
    bron: '§5.1.3',
    invoer: { op: instantSchema },
    wie: ['team'],
    teams: 'laatste',
    over: heleCasus,
    in: 'elke-fase',
    alGedaan: ({ casus }, { op }) =>
      alVervuld(casus, { taak: 'melding-bespreken', open: termijnenVan(casus, 'melding-bespreken'), op }),
    doe({ casus, context: { nu } }, { op }) {
      const open = termijnenVan(casus, 'melding-bespreken');
      const vervuld = vervuldOp(open, op, nu);
      if ('geweigerd' in vervuld) return vervuld;
      return open.length > 0
        ? [besproken({}, { verantwoordelijk: 'blijft', op: vervuld.op, eindigtId: vervuld.ids })]
        : weiger('taak-loopt-niet', { taak: 'melding-bespreken' });
    },
    knop: metTermijn('melding-bespreken'),
  }),
};
