/**
 * Signing in with Entra ID in a browser: OpenID Connect, implicit flow with a form post, so that no secret is needed.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc
 */
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { Aanmelding } from '../../toepassing/dossier/verstrekken.ts';
import type { Klok } from '../../toepassing/poorten.ts';
import { KLOKVERSCHIL } from './api-toegang.ts';

export interface AanmeldDelen {
  appId: string;
  tenant: string;
  klok: Klok;
  /** Where one signs in, without a slash at the end; another one in tests. */
  adres?: string | undefined;
}

const HAAL_MS = 5_000;
/** An id_token is some 1.5 KB. */
const LANGSTE_TOKEN = 16_384;

export function maakAanmelding({
  appId,
  tenant,
  klok,
  adres = 'https://login.microsoftonline.com',
}: AanmeldDelen): Aanmelding {
  // Tokens name it in lower case, whatever stands in the environment.
  const huurder = tenant.toLowerCase();
  const basis = `${adres}/${huurder}`;
  const sleutels = createRemoteJWKSet(new URL(`${basis}/discovery/v2.0/keys`), { timeoutDuration: HAAL_MS });
  return {
    naar({ terug, state, nonce }) {
      const vraag = new URLSearchParams({
        client_id: appId,
        response_type: 'id_token',
        response_mode: 'form_post',
        scope: 'openid profile',
        redirect_uri: terug,
        state,
        nonce,
        // Who has more than one account chooses: the wrong one would cost a try.
        prompt: 'select_account',
      });
      return `${basis}/oauth2/v2.0/authorize?${vraag.toString()}`;
    },

    async wie(token) {
      if (token.length > LANGSTE_TOKEN) return { fout: 'te-lang' };
      try {
        const { payload } = await jwtVerify(token, sleutels, {
          audience: appId,
          issuer: `${basis}/v2.0`,
          algorithms: ['RS256'],
          clockTolerance: KLOKVERSCHIL,
          currentDate: new Date(klok.nu()),
          requiredClaims: ['exp', 'iat', 'nonce', 'oid', 'tid'],
        });
        const { oid, tid, nonce } = payload;
        if (typeof oid !== 'string' || typeof nonce !== 'string' || tid !== huurder) return { fout: 'velden' };
        return { id: oid.toLowerCase(), nonce };
      } catch (fout) {
        return { fout: fout instanceof errors.JOSEError ? fout.code : 'sleutels-niet-opgehaald' };
      }
    },
  };
}
