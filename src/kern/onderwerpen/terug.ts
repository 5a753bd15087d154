/** Back to VT: the team asks to hand back, and VT answers; or VT takes the casus upon itself again (Add.5, §5.1.3). */
import { TEAM_TERMIJNEN } from '../beleid/beleid.ts';
import { statusVan } from '../casus.ts';
import { tekst } from '../invoer.ts';
import { gebeurtenis } from '../rij/gebeurtenisrij.ts';
import { dezeOverdracht, inFase, kaartVanNu, opdracht } from '../rij/opdrachtrij.ts';
import { nietMeerOpen, nogNietOfNietMeer } from '../toetsen.ts';
import { weiger } from '../weigeringen.ts';
import { metNaam, metOverdracht, terugBijVt } from '../wijziging.ts';
import { VEILIG_THUIS } from '../woorden.ts';

interface MetReden {
  overdracht: number;
  reden: string;
}

const gevraagd = gebeurtenis<MetReden>()('terugleggen-gevraagd', {
  van: 'casus',
  bron: 'Add.5',
  besluit: true,
  velden: { overdracht: 'blijft', reden: 'tekst' },
  woorden: ({ reden }) => reden,
  begint: 'nooit',
  verwerk(casus, gebeurd) {
    const { overdracht, reden } = gebeurd.gegevens;
    const terugleggen = { op: gebeurd.op, reden, ...metNaam(gebeurd) };
    return metOverdracht(casus, overdracht, { terugleggen }, ['terugleggenGeweigerd']);
  },
  hoort: ['kanaal-vt'],
});

const teruggelegd = gebeurtenis<{ overdracht: number }>()('teruggelegd', {
  van: 'casus',
  bron: 'Add.5',
  besluit: true,
  velden: { overdracht: 'blijft' },
  woorden: 'geen',
  begint: 'nooit',
  verwerk: (casus, { op, gegevens: { overdracht } }) => ({
    ...terugBijVt(casus, overdracht, { op, reden: 'teruggelegd bij Veilig Thuis' }),
    vtBetrokken: true,
  }),
  hoort: ['kanaal-team'],
});

const geweigerd = gebeurtenis<MetReden>()('terugleggen-geweigerd', {
  van: 'casus',
  bron: 'Add.5, §4.3',
  besluit: true,
  velden: { overdracht: 'blijft', reden: 'tekst' },
  woorden: ({ reden }) => reden,
  begint: 'nooit',
  verwerk(casus, gebeurd) {
    const { overdracht, reden } = gebeurd.gegevens;
    const terugleggenGeweigerd = { op: gebeurd.op, reden, ...metNaam(gebeurd) };
    return metOverdracht(casus, overdracht, { terugleggenGeweigerd }, ['terugleggen']);
  },
  hoort: ['kanaal-team'],
});

const teruggenomen = gebeurtenis<MetReden>()('teruggenomen', {
  van: 'casus',
  bron: '§5.1.3, Add.5',
  besluit: true,
  velden: { overdracht: 'blijft', reden: 'tekst' },
  woorden: ({ reden }) => reden,
  begint: 'nooit',
  verwerk: (casus, { op, gegevens: { overdracht, reden } }) => ({
    ...terugBijVt(casus, overdracht, { op, reden }),
    vtBetrokken: true,
  }),
  hoort: ['kanaal-team'],
});

export const gebeurtenissen = {
  'terugleggen-gevraagd': gevraagd.rij,
  teruggelegd: teruggelegd.rij,
  'terugleggen-geweigerd': geweigerd.rij,
  teruggenomen: teruggenomen.rij,
};

const bijTeam = inFase('ontvangen', 'opgepakt');

export const opdrachten = {
  /** While it is asked, the team keeps zicht. */
  'terugleggen-vragen': opdracht('terugleggen-vragen', {
    bron: 'Add.5',
    invoer: { reden: tekst },
    wie: ['team'],
    teams: 'laatste',
    over: dezeOverdracht,
    in: {
      fasen: ['ontvangen', 'opgepakt'],
      anders: ({ casus, overdracht }) => nogNietOfNietMeer(casus, overdracht),
    },
    alGedaan: ({ casus, overdracht }, { reden }) =>
      bijTeam(casus) &&
      overdracht.terugleggen !== undefined && {
        bij: 'terugleggen-gevraagd',
        tekst: reden,
        overdracht: overdracht.nr,
      },
    doe: ({ overdracht: { nr } }, { reden }) => [
      gevraagd(
        { overdracht: nr, reden },
        { verantwoordelijk: 'blijft', start: [{ naam: 'terugleggen-beantwoorden' }] },
      ),
    ],
    knop: (casus) => bijTeam(casus) && casus.overdrachten.at(-1)?.terugleggen === undefined,
  }),

  'terugleggen-accepteren': opdracht('terugleggen-accepteren', {
    bron: 'Add.5',
    invoer: {},
    wie: ['vt'],
    teams: 'laatste',
    over: dezeOverdracht,
    in: {
      fasen: ['ontvangen', 'opgepakt'],
      anders: ({ casus, overdracht }) =>
        overdracht.terugleggen ? nietMeerOpen(casus, overdracht) : weiger('niet-gevraagd', {}),
    },
    alGedaan: ({ casus, overdracht }) =>
      overdracht.terugleggen !== undefined && statusVan(casus, overdracht) === 'beeindigd',
    doe: ({ overdracht: { nr, terugleggen } }) =>
      terugleggen
        ? [
            teruggelegd(
              { overdracht: nr },
              {
                verantwoordelijk: VEILIG_THUIS,
                eindigt: TEAM_TERMIJNEN,
                start: [{ naam: 'overdracht-versturen' }],
              },
            ),
          ]
        : weiger('niet-gevraagd', {}),
    knop: (casus) => bijTeam(casus) && casus.overdrachten.at(-1)?.terugleggen !== undefined,
  }),

  'terugleggen-weigeren': opdracht('terugleggen-weigeren', {
    bron: 'Add.5, §4.3',
    invoer: { reden: tekst },
    wie: ['vt'],
    teams: 'laatste',
    over: dezeOverdracht,
    in: 'elke-fase',
    alGedaan: ({ overdracht: { nr, terugleggen, terugleggenGeweigerd } }, { reden }) =>
      terugleggen === undefined &&
      terugleggenGeweigerd !== undefined && { bij: 'terugleggen-geweigerd', tekst: reden, overdracht: nr },
    doe: ({ casus, overdracht }, { reden }) =>
      overdracht.terugleggen && statusVan(casus, overdracht) !== 'beeindigd'
        ? [
            geweigerd(
              { overdracht: overdracht.nr, reden },
              { verantwoordelijk: 'blijft', eindigt: ['terugleggen-beantwoorden'] },
            ),
          ]
        : weiger('niet-gevraagd', {}),
    knop: (casus) => bijTeam(casus) && casus.overdrachten.at(-1)?.terugleggen !== undefined,
  }),

  terugnemen: opdracht('terugnemen', {
    bron: '§5.1.3, Add.5',
    invoer: { reden: tekst },
    wie: ['vt'],
    teams: 'laatste',
    over: kaartVanNu,
    in: { fasen: ['ontvangen', 'opgepakt'], anders: ({ casus: { fase } }) => weiger('niet-bij-team', { fase }) },
    alGedaan: ({ casus, overdracht }, { reden }) =>
      casus.fase === 'bij-veilig-thuis' &&
      overdracht !== undefined &&
      statusVan(casus, overdracht) === 'beeindigd' && { bij: 'teruggenomen', tekst: reden, overdracht: overdracht.nr },
    doe: ({ casus, overdracht }, { reden }) =>
      overdracht
        ? [
            teruggenomen(
              { overdracht: overdracht.nr, reden },
              {
                verantwoordelijk: VEILIG_THUIS,
                eindigt: TEAM_TERMIJNEN,
                start: [{ naam: 'overdracht-versturen' }],
              },
            ),
          ]
        : weiger('niet-bij-team', { fase: casus.fase }),
    knop: bijTeam,
  }),
};
