import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  API_SLEUTELS,
  GEBELD,
  KOUD,
  MELDING,
  NAAR_TEAM,
  NUMMER,
  SLEUTEL,
  startToepassing,
  TEAM,
  type Json,
  type Opstelling,
} from '../../steun/toepassing.ts';

let op: Opstelling;
beforeEach(async () => {
  op = await startToepassing();
});
afterEach(() => op.stop());

const PAD = `/api/v1/casussen/${NUMMER}`;
const velden = (body: Json): Json =>
  Object.fromEntries(
    (body['velden'] as { veld: string; melding: string }[]).map(({ veld, melding }) => [veld, melding]),
  );

describe('registering a melding (§3.1.2)', () => {
  test('a new one is 201 with the casus, its address and an ETag', async () => {
    const { status, koppen, body } = await op.meld();
    expect(status).toBe(201);
    expect(koppen.get('location')).toBe(PAD);
    expect(koppen.get('etag')).toMatch(/^"[^"]+"$/);
    expect(body).toMatchObject({ casusnummer: NUMMER, gemeente: 'breda', fase: 'triage' });
  });

  test('the same again is 200, also with the gemeente by its key and the instant in another offset', async () => {
    const eerste = await op.meld();
    const weer = await op.meld({ gemeente: 'breda', meldingOntvangenOp: '2026-11-30T09:00:00.000Z', spoed: false });
    expect(weer.status).toBe(200);
    expect(weer.tekst).toBe(eerste.tekst);
    expect(weer.koppen.get('etag')).toBe(eerste.koppen.get('etag'));
  });

  test.each([{ gemeente: 'Zundert' }, { meldingOntvangenOp: '2026-11-30T10:00:01+01:00' }, { spoed: true }])(
    'the same number with other content is 409: %o',
    async (anders) => {
      const eerste = await op.meld();
      const { status, body } = await op.meld(anders);
      expect(status).toBe(409);
      expect(body).toMatchObject({ type: 'about:blank', status: 409, code: 'casus-bestaat-anders' });
      expect(body['title']).toContain('bestaat al, met andere gegevens');
      expect((await op.api('GET', PAD)).tekst).toBe(eerste.tekst);
    },
  );

  test.each([
    ['gemeente', { gemeente: 'Brussel' }, 'gemeente-onbekend', 'staat niet in het adresboek'],
    ['casusnummer', { casusnummer: 'X-1' }, 'casusnummer-ongeldig', 'klopt niet'],
    ['meldingOntvangenOp', { meldingOntvangenOp: '2026-12-02T10:01:01+01:00' }, 'tijdstip-in-toekomst', 'toekomst'],
  ])('a %s that cannot be is 422 and says which field', async (veld, anders, code, tekst) => {
    const { status, body } = await op.meld(anders);
    expect(status).toBe(422);
    expect(body['code']).toBe(code);
    expect(velden(body)).toEqual({ [veld]: expect.stringContaining(tekst) });
  });

  test('a message that is not understood is 422 with every field by name, in Dutch', async () => {
    const body = { casusnummer: 5, meldingOntvangenOp: '2026-02-30T10:00:00+01:00', spoed: 'ja', client: 'x' };
    const antwoord = await op.api('POST', '/api/v1/casussen', { body });
    expect(antwoord.status).toBe(422);
    expect(antwoord.koppen.get('content-type')).toContain('application/problem+json');
    expect(antwoord.body['code']).toBe('niet-begrepen');
    expect(velden(antwoord.body)).toEqual({
      casusnummer: expect.stringContaining('ontving getal'),
      gemeente: 'Dit veld ontbreekt.',
      meldingOntvangenOp: expect.stringContaining('bestaand moment met tijdzone'),
      spoed: expect.stringContaining('ontving string'),
      client: 'Dit veld bestaat niet.',
    });
  });
});

describe('who may call', () => {
  const gevallen: [string, string | undefined][] = [
    ['no header', undefined],
    ['an empty header', ''],
    ['another scheme', `Basic ${Buffer.from(`regsysteem:${SLEUTEL}`).toString('base64')}`],
    ['a scheme without a key', 'Bearer'],
    ['a wrong key', 'Bearer een-andere-sleutel'],
    ['the beginning of the key', `Bearer ${SLEUTEL.slice(0, -1)}`],
    ['the key with more behind it', `Bearer ${SLEUTEL}x`],
    ['the key in capitals', `Bearer ${SLEUTEL.toUpperCase()}`],
    ['two keys', `Bearer ${SLEUTEL} ${SLEUTEL}`],
    ['the digest of the key', `Bearer ${API_SLEUTELS.split(':')[1] ?? ''}`],
    ['a token without a signature', 'Bearer eyJhbGciOiJub25lIn0.eyJyb2xlcyI6WyJvdmVyZHJhY2h0LnZ0Il19.'],
    ['a key of 9000 characters', `Bearer ${'x'.repeat(9000)}`],
  ];

  test.each(gevallen)('%s is 401 and registers nothing', async (_naam, authorization) => {
    const koppen: Record<string, string> = authorization === undefined ? {} : { authorization };
    const body = { casusnummer: NUMMER, gemeente: 'Breda', meldingOntvangenOp: MELDING };
    const antwoord = await op.api('POST', '/api/v1/casussen', { body, koppen, sleutel: null });
    expect(antwoord.status).toBe(401);
    expect(antwoord.koppen.get('www-authenticate')).toBe('Bearer');
    expect(antwoord.body).toMatchObject({ code: 'niet-herkend', status: 401 });
    expect(await op.document()).toBeUndefined();
  });

  test.each([
    ['GET', '/api/v1/casussen'],
    ['GET', PAD],
    ['GET', `${PAD}/verantwoordelijke`],
    ['POST', `${PAD}/opdrachten`],
  ] as const)('%s %s asks for a key too, before it looks at anything', async (methode, pad) => {
    await op.meld();
    const opties = methode === 'POST' ? { body: { onzin: true } } : {};
    expect((await op.api(methode, pad, { ...opties, sleutel: null })).status).toBe(401);
  });

  test('the name of the scheme may be written in any case (RFC 9110)', async () => {
    await op.meld();
    expect((await op.api('GET', PAD, { sleutel: null, koppen: { authorization: `bearer ${SLEUTEL}` } })).status).toBe(
      200,
    );
  });

  test('no key is ever logged', async () => {
    await op.api('GET', PAD, { sleutel: 'geheime-poging' });
    await op.meld();
    expect(op.log.join('')).not.toMatch(new RegExp(`geheime-poging|${SLEUTEL}`));
  });
});

describe('the casus as it is shown', () => {
  test('before an overdracht: exactly these fields, in the words of the contract', async () => {
    await op.meld({ spoed: true });
    const { status, koppen, body } = await op.api('GET', PAD);
    expect(status).toBe(200);
    expect(koppen.get('content-type')).toContain('application/json');
    expect(koppen.get('etag')).toBe('"1"');
    expect(body).toEqual({
      casusnummer: NUMMER,
      gemeente: 'breda',
      spoed: true,
      fase: 'triage',
      verantwoordelijke: { partij: 'veilig-thuis', tijdelijk: false, sinds: '2026-11-30T09:00:00.000Z' },
      termijnen: [
        { naam: 'triage', vervalt: '2026-12-07T23:00:00.000Z', bron: '§3.1.2' },
        { naam: 'vervolg', vervalt: '2027-02-08T23:00:00.000Z', bron: '§3.2, Add.7' },
      ],
      journaal: [
        {
          nr: 1,
          soort: 'melding-ontvangen',
          op: '2026-11-30T09:00:00.000Z',
          vastgelegdOp: '2026-12-02T09:00:00.000Z',
          door: { rol: 'registratiesysteem', kanaal: 'api', id: 'regsysteem' },
          bron: '§3.1.2, Add.3',
        },
      ],
    });
  });

  test('with an overdracht: to whom and how it stands, and nothing of its content', async () => {
    await op.meld();
    await op.geef(NAAR_TEAM);
    await op.geef({ ...KOUD, feiten: ['De buurman hoorde geschreeuw.'], aandachtspunten: ['Bel voor tien uur.'] });
    await op.geef({ ...GEBELD, gegevenOp: '2026-12-02T09:00:00Z' });
    const { body, tekst } = await op.api('GET', PAD);
    expect(body['overdracht']).toEqual({
      nr: 1,
      team: TEAM,
      wijze: 'koud',
      verzondenOp: '2026-12-02T09:00:00.000Z',
      status: 'ontvangen',
      ontvangst: { op: '2026-12-02T09:00:00.000Z', doorWie: 'Noor Verbeek', via: 'telefoon', laat: false },
    });
    expect(body).toMatchObject({ fase: 'ontvangen', verantwoordelijke: { partij: 'lokale-toegang', team: TEAM } });
    expect(tekst).not.toMatch(/geschreeuw|tien uur/);
    for (const regel of body['journaal'] as Json[]) {
      expect(Object.keys(regel)).toEqual(['nr', 'soort', 'op', 'vastgelegdOp', 'door', 'bron']);
    }
  });

  test('an unknown casus is 404 with one and the same body on every call', async () => {
    const casus = await op.api('GET', PAD);
    const wie = await op.api('GET', `${PAD}/verantwoordelijke`);
    const opdracht = await op.geef(NAAR_TEAM);
    expect([casus.status, wie.status, opdracht.status]).toEqual([404, 404, 404]);
    expect(casus.body).toMatchObject({ code: 'niet-gevonden', title: expect.stringContaining('geen toegang') });
    expect(wie.tekst).toBe(casus.tekst);
    expect(opdracht.tekst).toBe(casus.tekst);
  });

  test('what is not there to do is 404 or 405 with Allow, as a problem', async () => {
    await op.meld();
    expect((await op.api('GET', '/api/v1/nergens')).body).toMatchObject({ status: 404 });
    const antwoord = await op.api('DELETE', PAD);
    expect(antwoord.status).toBe(405);
    expect(antwoord.koppen.get('allow')).toContain('GET');
    expect(antwoord.body['code']).toBe('methode-niet-toegestaan');
  });
});
