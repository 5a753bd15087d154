/** The version of the adresboek and beleid that are stored: a counter that every change raises (van-kracht.ts). */
import { z } from 'zod';
import { canoniek } from '../bewijs/keten.ts';
import type { Opslag } from '../poorten.ts';
import { ADRESBOEK_REGISTER, BELEID_REGISTER, digest } from './instellingen.ts';

const VERSIE_REGISTER = 'instellingen-versie';

/** Which adresboek and beleid a version is, by digest: they are written one by one, and only both make it whole. */
const versieSchema = z.object({ versie: z.int().min(1), adresboek: z.string(), beleid: z.string() });
type Versie = z.output<typeof versieSchema>;

/** The same for one value, whatever order a store gives its fields in, and whichever version of this program asks. */
export const kenmerk = (bewaard: unknown): string => digest(canoniek(bewaard));

export const leesVersie = async (opslag: Opslag): Promise<{ waarde: Versie; etag: string } | undefined> => {
  const gelezen = await opslag.leesRegister<unknown>(VERSIE_REGISTER);
  return gelezen && { waarde: versieSchema.parse(gelezen.waarde), etag: gelezen.etag };
};

/**
 * The version of what is stored, raised when it changed since the last one was given. `undefined` when something else is
 * stored than these. Also mends the version that an instance which died between two writes did not raise.
 */
export async function geefVersie(
  opslag: Opslag,
  etags: { adresboek: string | undefined; beleid: string | undefined },
): Promise<number | undefined> {
  for (;;) {
    const vorige = await leesVersie(opslag);
    const adresboek = await opslag.leesRegister(ADRESBOEK_REGISTER);
    const beleid = await opslag.leesRegister(BELEID_REGISTER);
    if (adresboek?.etag !== etags.adresboek || beleid?.etag !== etags.beleid) return undefined;
    const nu = { adresboek: kenmerk(adresboek?.waarde), beleid: kenmerk(beleid?.waarde) };
    if (vorige?.waarde.adresboek === nu.adresboek && vorige.waarde.beleid === nu.beleid) return vorige.waarde.versie;
    const versie = (vorige?.waarde.versie ?? 0) + 1;
    if (await opslag.schrijfRegister(VERSIE_REGISTER, { versie, ...nu }, vorige?.etag)) return versie;
  }
}
