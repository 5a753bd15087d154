/** What an opdracht on one casus means for others: VT's wachtlijst, and a team whose gemeente has intervened (§4.2). */
import { beslis } from '../../kern/beslis.ts';
import type { Opdracht } from '../../kern/opdrachten.ts';
import { meldMislukt, voorElk } from '../elk.ts';
import type { Omgeving } from '../omgeving.ts';
import { OpslagFout } from '../poorten.ts';
import { muteer, type CasusMetEtag, type Verzender } from './mutatie.ts';
import { magDoen, type Aanvrager } from './rechten.ts';
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
  /** For other casussen of that team. Resolves with how many of those failed. */
  elders(stand: CasusMetEtag, opdracht: Opdracht, aanvrager: Aanvrager): Promise<number>;
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
    async elders(stand, opdracht, aanvrager) {
      if (opdracht.soort !== 'interventie-gemeente-vastleggen') return 0;
      // The casus may be with another team by now, which can have a wachtlijst of its own.
      const team = opdracht.team ?? stand.casus.overdrachten.findLast((overdracht) => overdracht.wachtlijst)?.team;
      if (team === undefined) return 0;
      const voorTeam = { ...opdracht, team };
      // Whoever may record it for the one casus records it for the team: the others may lie in another gemeente.
      const door = magDoen(aanvrager, opdracht.soort, stand.casus);
      if (!door) return 0;
      const elders = await wachtlijstElders(omgeving, team, stand.casus.casusnummer);
      const { mislukt } = await voorElk(omgeving, { lus: 'interventie' }, elders, async (casusnummer) => {
        const uitkomst = await muteer(omgeving, {
          casusnummer,
          beslis(casus, nu) {
            return casus ? beslis(casus, voorTeam, { ...omgeving.regels(), nu, door }) : { onbekend: true };
          },
        });
        if (uitkomst.soort === 'geschreven') verzender.bezorg(uitkomst);
      });
      return mislukt.length;
    },
  };
}

/** Other casussen in which this team has a wachtlijst, without intervention by its gemeente (§4.2). */
export async function wachtlijstElders({ opslag }: Omgeving, team: string, zonder: string): Promise<string[]> {
  const gevonden = await opslag.zoek({ kenmerk: `wachtlijst:${team}`, maximum: 1000 });
  return gevonden.map(({ id }) => id).filter((id) => id !== zonder);
}
