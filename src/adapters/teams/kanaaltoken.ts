/**
 * The token Teams sends along, checked by us before the SDK does. The SDK takes a key without endorsements for one
 * endorsed for everything, and writes every token it refuses to the console, past the log, with the key.
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
import { createRemoteJWKSet, errors, jwtVerify, type JWK, type JWTVerifyGetKey } from 'jose';

export interface Kanaaltoken {
  /** The bot's app id. */
  audience: string;
  uitgever: string;
  /** Address of the OpenID metadata; default the Bot Framework's. */
  metadata?: string | undefined;
  /** How long fetching the keys may take, in milliseconds. */
  timeoutMs: number;
}

/** The Bot Framework's own addition: the channels a key may sign for. */
type Gepubliceerd = JWK & { endorsements?: unknown };

const METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const KANAAL = 'msteams';
/** As the SDK; seconds. */
const KLOKVERSCHIL = 5 * 60;
/** Keys are renewed at least daily, says Microsoft; an unknown key renews them sooner. */
const SLEUTELS_MS = 24 * 60 * 60 * 1000;

/** Resolves when `kop` is the Authorization header of a call by Teams for `serviceUrl`, rejects otherwise. */
export function maakTokencontrole({
  audience,
  uitgever,
  metadata = METADATA,
  timeoutMs,
}: Kanaaltoken): (kop: string, serviceUrl: string) => Promise<void> {
  let bron: ReturnType<typeof haalSleutels> | undefined;

  async function haalSleutels() {
    const antwoord = await fetch(metadata, { signal: AbortSignal.timeout(timeoutMs) });
    if (!antwoord.ok) throw new errors.JWKSInvalid();
    const { jwks_uri: adres } = (await antwoord.json()) as { jwks_uri: string };
    return createRemoteJWKSet(new URL(adres), { cacheMaxAge: SLEUTELS_MS, timeoutDuration: timeoutMs });
  }

  const sleutel: JWTVerifyGetKey = async (kop, token) => {
    bron ??= haalSleutels();
    const sleutels = await bron.catch((fout: unknown) => {
      bron = undefined;
      throw fout;
    });
    const gevonden = await sleutels(kop, token);
    const bekend: Gepubliceerd[] = sleutels.jwks()?.keys ?? [];
    const goedVoor = bekend.find(({ kid }) => kid !== undefined && kid === kop.kid)?.endorsements;
    if (!Array.isArray(goedVoor) || !goedVoor.includes(KANAAL)) throw new errors.JWKSNoMatchingKey();
    return gevonden;
  };

  return async (kop, serviceUrl) => {
    const token = /^Bearer ([\x21-\x7e]{1,8192})$/.exec(kop)?.[1] ?? '';
    const { payload } = await jwtVerify(token, sleutel, {
      audience,
      issuer: uitgever,
      algorithms: ['RS256'],
      clockTolerance: KLOKVERSCHIL,
      requiredClaims: ['exp', 'serviceurl'],
    });
    if (payload['serviceurl'] !== serviceUrl)
      throw new errors.JWTClaimValidationFailed('andere serviceUrl', payload, 'serviceurl', 'check_failed');
  };
}
