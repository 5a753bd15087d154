/** What the use cases need around them, on a given store and clock, with a postbode that delivers everything. */
import { readFileSync } from 'node:fs';
import { maakMetingen } from '../../src/adapters/http/metingen.ts';
import type { VirtueleKlok } from '../../src/klok.ts';
import { adresboekSchema, maakAdresboek } from '../../src/toepassing/streek/adresboek.ts';
import { maakSleutelbos } from '../../src/toepassing/bewijs/sleutelbos.ts';
import { metNatekeningen } from '../../src/toepassing/kaarten/vraagkaarten.ts';
import { laadRegels } from '../../src/toepassing/streek/instellingen.ts';
import type { Omgeving } from '../../src/toepassing/omgeving.ts';
import type { Opslag, Zending } from '../../src/toepassing/poorten.ts';
import { maakLogboek } from './teams.ts';
import { ADRESBOEK } from './toepassing.ts';

export async function maakOmgeving(
  opslag: Opslag,
  klok: VirtueleKlok,
): Promise<{ omgeving: Omgeving; bezorgd: Zending[] }> {
  const adresboek = maakAdresboek(adresboekSchema.parse(JSON.parse(readFileSync(ADRESBOEK, 'utf8'))));
  const regels = await laadRegels(undefined);
  const bezorgd: Zending[] = [];
  const omgeving: Omgeving = {
    opslag,
    kluis: maakSleutelbos([]),
    klok,
    adresboek: () => adresboek,
    regels: () => regels,
    nietGebruikt: () => [],
    log: maakLogboek().log,
    teller: maakMetingen().teller,
    toeval: () => 0.5,
    natekenen: metNatekeningen,
    postbode: {
      async bezorg(zending) {
        if ('bericht' in zending) bezorgd.push(zending);
        return { uitkomst: 'bezorgd', kaart: { conversatie: '19:x@thread.tacv2', activiteit: String(bezorgd.length) } };
      },
    },
  };
  return { omgeving, bezorgd };
}
