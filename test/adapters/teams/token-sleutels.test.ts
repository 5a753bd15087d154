/** When the keys to check tokens with cannot be had, and what the SDK would do by itself. */
import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nu, type Token } from '../../steun/openid.ts';
import { bericht, TENANT } from '../../steun/teams.ts';
import { APP, stelMetTokensOp, type TokenOpstelling } from './token-opstelling.ts';

let op: TokenOpstelling;
let dienst: string;
afterEach(async () => {
  await op.stop();
  vi.restoreAllMocks();
});

describe('an OpenID provider that fails', () => {
  beforeEach(async () => {
    op = await stelMetTokensOp('loopback', { timeoutMs: 500 });
    dienst = op.connector.serviceUrl;
  });

  test.each(['stuk', 'hang'] as const)(
    '(%s) lets nobody in; once it works again, the same token does',
    async (gedrag) => {
      const stil = vi.spyOn(console, 'error');
      op.aanbieder.gedrag = gedrag;
      const kop = await op.kop();
      expect(await op.gevolg(bericht(dienst, 'help'), kop)).toEqual({ status: 401, tekst: '', gedaan: 0 });
      op.aanbieder.gedrag = 'gewoon';
      expect((await op.gevolg(bericht(dienst, 'help'), kop)).status).toBe(200);
      expect(op.gesprek.gezegd).toHaveLength(1);
      expect(stil).not.toHaveBeenCalled();
    },
  );

  test('that is gone after the keys were fetched is not missed', async () => {
    await op.gevolg(bericht(dienst, 'help'), await op.kop());
    op.aanbieder.gedrag = 'stuk';
    expect((await op.gevolg(bericht(dienst, 'help'), await op.kop())).status).toBe(200);
  });
});

describe('the SDK by itself, which is why tokens are checked before it sees them', () => {
  let kaal: ConfigurationBotFrameworkAuthentication;
  beforeEach(async () => {
    op = await stelMetTokensOp();
    dienst = op.connector.serviceUrl;
    const app = { MicrosoftAppId: APP, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: 'geheim' };
    kaal = new ConfigurationBotFrameworkAuthentication(
      { ...app, MicrosoftAppTenantId: TENANT, ...op.aanbieder.eindpunten },
      undefined,
      { requiredEndorsements: ['msteams'] },
    );
  });
  const laatIn = async (token: Token): Promise<unknown> =>
    kaal.authenticateRequest(bericht(dienst, 'help') as unknown as Activity, await op.kop(token));

  test('writes the key and the reason to the console', async () => {
    const gezien = vi.spyOn(console, 'error').mockImplementation(() => {});
    await expect(laatIn({ met: op.aanbieder.vreemdeSleutel })).rejects.toThrow();
    await expect(laatIn({ claims: { exp: nu() - 600 } })).rejects.toThrow();
    expect(gezien.mock.calls.join(' ')).toMatch(/BEGIN RSA PUBLIC KEY[^]*TokenExpiredError/);
  });

  test.each(['leeg', 'kaal'])('takes a key without endorsements (%s), even when it must have one', async (kid) =>
    expect(await laatIn({ kop: { kid } })).toMatchObject({ claimsIdentity: { isAuthenticated: true } }),
  );
});
