/** What the use cases need around them, on a given store and clock, with a postbode that delivers everything. */
import { readFileSync } from 'node:fs';
import { maakMetingen } from '../../src/adapters/http/metingen.ts';
import type { VirtueleKlok } from '../../src/klok.ts';
import { adresboekSchema, maakAdresboek } from '../../src/toepassing/streek/adresboek.ts';
import { maakSleutelbos } from '../../src/toepassing/bewijs/sleutelbos.ts';
import { metNatekeningen } from '../../src/toepassing/kaarten/vraagkaarten.ts';
import { laadRegels } from '../../src/toepassing/streek/instellingen.ts';
import type { Omgeving } from '../../src/toepassing/omgeving.ts';
import type { Bezorging, Opslag, Zending } from '../../src/toepassing/poorten.ts';
import { maakLogboek } from './teams.ts';
import { ADRESBOEK } from './toepassing.ts';

export interface OmgevingMetPost {
  omgeving: Omgeving;
  bezorgd: Zending[];
  /** How the next tries to deliver end; delivered when there is nothing here. */
  uitkomst: { nu?: Bezorging };
  logboek: ReturnType<typeof maakLogboek>;
  metingen: ReturnType<typeof maakMetingen>;
}

export async function maakOmgeving(opslag: Opslag, klok: VirtueleKlok): Promise<OmgevingMetPost> {
  const adresboek = maakAdresboek(adresboekSchema.parse(JSON.parse(readFileSync(ADRESBOEK, 'utf8'))));
  const regels = await laadRegels(undefined);
  const logboek = maakLogboek();
  const metingen = maakMetingen();
  const bezorgd: Zending[] = [];
  const uitkomst: OmgevingMetPost['uitkomst'] = {};
  const omgeving: Omgeving = {
    opslag,
    kluis: maakSleutelbos([]),
    klok,
    adresboek: () => adresboek,
    regels: () => regels,
    nietGebruikt: () => [],
    log: logboek.log,
    teller: metingen.teller,
    toeval: () => 0.5,
    natekenen: metNatekeningen,
    postbode: {
      async bezorg(zending) {
        if (uitkomst.nu) return uitkomst.nu;
        if ('bericht' in zending) bezorgd.push(zending);
        return { uitkomst: 'bezorgd', kaart: { conversatie: '19:x@thread.tacv2', activiteit: String(bezorgd.length) } };
      },
    },
  };
  return { omgeving, bezorgd, uitkomst, logboek, metingen };
}
