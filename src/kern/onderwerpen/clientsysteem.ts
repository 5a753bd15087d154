/** Closing: the cliëntsysteem goes on by itself, after stable safety or by a decision of VT (§2.1, §4.1, §5.1.1, §5.1.2). */
import { TEAM_TERMIJNEN } from '../beleid/beleid.ts';
import { voortgang } from '../berichten/bericht.ts';
import type { Casus } from '../casus.ts';
import { tekst } from '../invoer.ts';
import { gebeurtenis } from '../rij/gebeurtenisrij.ts';
import { inFase, kaartVanNu, opdracht, type Zaak } from '../rij/opdrachtrij.ts';
import { weiger, type Geweigerd } from '../weigeringen.ts';
import { nietBetrokken, wijzigOverdracht, zonderFase } from '../wijziging.ts';
import { CLIENTSYSTEEM } from '../woorden.ts';

const afgesloten = gebeurtenis<{ reden: string; overdracht?: number }>()('afgesloten', {
  van: 'casus',
  bron: '§5.1.2',
  besluit: true,
  velden: { reden: 'tekst', overdracht: 'blijft' },
  woorden: ({ reden }) => reden,
  begint: 'nooit',
  verwerk(casus, { op, gegevens: { overdracht, reden } }): Casus {
    const overdrachten =
      overdracht === undefined ? casus.overdrachten : wijzigOverdracht(casus, overdracht, { beeindigd: { op, reden } });
    return { ...nietBetrokken(zonderFase(casus)), overdrachten, fase: 'afgesloten', reden };
  },
  hoort({ na, gebeurtenis: { nr, gegevens, start } }) {
    if (gegevens.overdracht !== undefined) return voortgang(na, nr, gegevens.overdracht, ['kanaal-vt']);
    const plicht = na.termijnen.some(({ id }) => start?.some((termijn) => termijn.id === id));
    return plicht ? [{ nr, kaart: 'informeren', aan: 'kanaal-vt' }] : [];
  },
});

export const gebeurtenissen = { afgesloten: afgesloten.rij };

function waaromNiet({ casus }: Zaak): Geweigerd {
  switch (casus.fase) {
    case 'triage':
      return weiger('triage-niet-afgerond', {});
    case 'overgedragen':
      return weiger('eerst-bevestigen', {});
    case 'ontvangen':
      return weiger('eerst-oppakken', {});
    case 'wachtlijst':
    case 'meningsverschil':
      return weiger('casus-bij-vt', { fase: casus.fase });
    default:
      // What VT decided last had concerns in it: that there are none any more, or light ones, is a decision of its own.
      return weiger('eerst-herzien', {});
  }
}

export const opdrachten = {
  /** A team closes after stable safety (▲); VT what is with the cliëntsysteem already. */
  afsluiten: opdracht('afsluiten', {
    bron: '§5.1.1',
    invoer: { reden: tekst },
    // For one side only while that side holds the casus.
    wie: (casus) => (inFase('ontvangen', 'opgepakt')(casus) ? ['team'] : ['vt']),
    teams: 'laatste',
    over: kaartVanNu,
    in: { fasen: ['opgepakt', 'bij-clientsysteem'], anders: waaromNiet },
    alGedaan: ({ casus }, { reden }) => casus.fase === 'afgesloten' && { bij: 'afgesloten', tekst: reden },
    doe({ casus, overdracht }, { reden }) {
      if (casus.fase !== 'opgepakt') return [afgesloten({ reden }, { verantwoordelijk: 'blijft' })];
      if (overdracht?.terugleggen) return weiger('terugleggen-loopt', { op: overdracht.terugleggen.op });
      return [
        afgesloten(
          { reden, overdracht: casus.overdracht },
          { bron: '§2.1, §4.1', verantwoordelijk: CLIENTSYSTEEM, eindigt: TEAM_TERMIJNEN },
        ),
      ];
    },
    knop: (casus) =>
      inFase('opgepakt', 'bij-clientsysteem')(casus) && casus.overdrachten.at(-1)?.terugleggen === undefined,
  }),
};
