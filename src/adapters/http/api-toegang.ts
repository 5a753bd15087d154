/** Who calls the intake API: an API key, or an Entra ID token with the app role `overdracht.vt` (contract.md §2, §3). */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { registratiesysteem, type Aanvrager } from '../../toepassing/casus/rechten.ts';

export interface ApiToegang {
  sleutels: readonly { naam: string; sha256: string }[];
  entra?: { audience: string; tenant: string; sleutelbron?: JWTVerifyGetKey };
}

/** As the token of Teams (kanaaltoken.ts); seconds. */
export const KLOKVERSCHIL = 5 * 60;
const ROL = 'overdracht.vt';

/** Recognises the bearer of an Authorization header; `undefined` for anyone else. */
export function maakApiToegang({
  sleutels,
  entra,
}: ApiToegang): (kop: string | undefined) => Promise<Aanvrager | undefined> {
  const bekend = sleutels.map(({ naam, sha256 }) => ({ naam, digest: Buffer.from(sha256, 'hex') }));
  const sleutelbron =
    entra &&
    (entra.sleutelbron ??
      createRemoteJWKSet(new URL(`https://login.microsoftonline.com/${entra.tenant}/discovery/v2.0/keys`)));

  return async (kop) => {
    const token = /^Bearer +([\x21-\x7e]{1,8192})$/i.exec(kop ?? '')?.[1];
    if (token === undefined) return undefined;
    const digest = createHash('sha256').update(token).digest();
    const sleutel = bekend.find((kandidaat) => timingSafeEqual(kandidaat.digest, digest));
    if (sleutel) return registratiesysteem(sleutel.naam);
    if (!entra || !sleutelbron || token.split('.').length !== 3) return undefined;
    try {
      const { payload } = await jwtVerify(token, sleutelbron, {
        audience: entra.audience,
        issuer: [`https://login.microsoftonline.com/${entra.tenant}/v2.0`, `https://sts.windows.net/${entra.tenant}/`],
        algorithms: ['RS256'],
        clockTolerance: KLOKVERSCHIL,
        requiredClaims: ['exp'],
      });
      const rollen = Array.isArray(payload['roles']) ? payload['roles'] : [];
      const wie = payload['azp'] ?? payload['appid'];
      return rollen.includes(ROL) && typeof wie === 'string' ? registratiesysteem(wie) : undefined;
    } catch {
      return undefined;
    }
  };
}
