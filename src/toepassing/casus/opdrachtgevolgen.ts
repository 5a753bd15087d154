/** What an opdracht on one casus means for others: VT's wachtlijst, and a team whose gemeente has intervened (§4.2). */
import { lopendeOverdracht } from '../../kern/casus.ts';
import { bedoeldeWachtlijst } from '../../kern/onderwerpen/wachtlijst-team.ts';
import type { Opdracht } from '../../kern/opdrachten.ts';
import { meldMislukt } from '../elk.ts';
import type { Omgeving } from '../omgeving.ts';
import { OpslagFout } from '../poorten.ts';
import type { CasusMetEtag, Verzender } from './mutatie.ts';
import { magDoen, type Aanvrager } from './rechten.ts';
import { hefTeamlijstOp, meldTeamlijst } from './wachtlijst/teamlijst.ts';
import { hertekenWachtlijst, raakWachtlijst, WACHTLIJST_VT, werkWachtlijstBij } from './wachtlijstregistratie.ts';

/** What an opdracht does to VT's wachtlijst: nothing, an open melding came, one went or was screened, or a late one did. */
export type Geraakt = 'nee' | 'nieuw' | 'open' | 'te-laat';
export const GERAAKT: readonly Geraakt[] = ['nee', 'nieuw', 'open', 'te-laat'];

export interface Opdrachtgevolgen {
  /**
   * Only a late melding can begin a wachtlijst; the others matter while there is one. What was asked has been done by
   * now, and is not undone by a record that cannot be read.
   */
  werkBij(geraakt: Geraakt): Promise<void>;
  /**
   * For the team's record, and by that for its other casussen. Resolves with how many of those it could not lift; what
   * else failed is gone through again by the round. `overdracht`: the one that a card was drawn for.
   */
  elders(stand: CasusMetEtag, opdracht: Opdracht, wie: { aanvrager: Aanvrager; overdracht?: number }): Promise<number>;
}

export function maakOpdrachtgevolgen(omgeving: Omgeving, verzender: Verzender): Opdrachtgevolgen {
  return {
    async werkBij(geraakt) {
      try {
        if (geraakt === 'te-laat') await werkWachtlijstBij(omgeving, verzender, 'veranderd');
        if (geraakt === 'open') await raakWachtlijst(omgeving, verzender);
        if (geraakt === 'nieuw') await hertekenWachtlijst(omgeving, verzender);
      } catch (fout) {
        if (fout instanceof OpslagFout) throw fout;
        meldMislukt(omgeving, 'wachtlijst', WACHTLIJST_VT, fout);
      }
    },
    async elders({ casus }, opdracht, { aanvrager, overdracht }) {
      try {
        switch (opdracht.soort) {
          case 'wachtlijst-melden': {
            const lopend = casus.fase === 'wachtlijst' ? lopendeOverdracht(casus) : undefined;
            if (lopend?.wachtlijst) await meldTeamlijst(omgeving, verzender, lopend.team, lopend.wachtlijst.op);
            return 0;
          }
          case 'interventie-gemeente-vastleggen': {
            const { wat } = opdracht;
            const { team, wachtlijst } = bedoeldeWachtlijst(casus, { team: opdracht.team, overdracht }) ?? {};
            // Whoever may record it for the one casus records it for the team: the others may lie in another gemeente.
            const door = magDoen(aanvrager, opdracht.soort, casus);
            const op = wachtlijst?.interventieOp;
            if (team === undefined || op === undefined || !door) return 0;
            return await hefTeamlijstOp(omgeving, verzender, { team, op, ingreep: { wat, door } });
          }
          default:
            return 0;
        }
      } catch (fout) {
        // What was asked has been done by now; the round finds that the record of the team does not say so.
        if (fout instanceof OpslagFout) throw fout;
        meldMislukt(omgeving, 'wachtlijst-team', casus.casusnummer, fout);
        return 0;
      }
    },
  };
}
