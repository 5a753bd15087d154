import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OPDRACHT_SOORTEN } from '../../../src/kern/opdrachten.ts';
import {
  GEBELD,
  KOUD,
  MELDING,
  NAAR_TEAM,
  NOOR,
  NU,
  startToepassing,
  type Json,
  type Opstelling,
} from '../../steun/toepassing.ts';

let op: Opstelling;
beforeEach(async () => {
  op = await startToepassing();
  await op.meld();
});
afterEach(() => op.stop());

const BIJ_VT = { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'onderzoek' };
const WARM = {
  ...KOUD,
  wijze: 'warm',
  oordelen: [{ tekst: 'Het gezin wil hulp.', vanWie: 'de onderzoeker', opGrondVan: 'drie gesprekken' }],
  veiligheidsafspraken: ['Elke week contact.'],
  documentverwijzing: 'ZAAK-0001',
  gesprek: { op: '2026-12-03T09:00:00+01:00' },
};
const INTREKKEN = { soort: 'intrekken', reden: 'verkeerd team' };
const TERUGNEMEN = { soort: 'terugnemen', reden: 'niet veilig meer' };
const LICHT = {
  soort: 'triage-afronden',
  besluit: 'clientsysteem',
  voldoendeMogelijkheden: true,
  bereidZonderControle: true,
};
const BRIEF = { soort: 'geinformeerd', wie: 'clientsysteem', via: 'brief', op: NU };

async function eerst(...opdrachten: Json[]): Promise<void> {
  for (const opdracht of opdrachten) expect((await op.geef(opdracht)).status).toBe(200);
}

describe('each opdracht that VT’s registration system may give', () => {
  test.each<[string, Json[], Json, string, string]>([
    [
      'triage-afronden (§5.1.1)',
      [],
      { soort: 'triage-afronden', besluit: 'geen-zorgen' },
      'triage-afgerond',
      'afgesloten',
    ],
    ['triage-afronden (§5.1.2)', [], LICHT, 'triage-afgerond', 'bij-clientsysteem'],
    ['triage-afronden (§3.2)', [], NAAR_TEAM, 'triage-afgerond', 'bij-veilig-thuis'],
    ['triage-afronden (§3.3)', [], BIJ_VT, 'triage-afgerond', 'bij-veilig-thuis'],
    ['overdragen, koud (§5.1.3)', [NAAR_TEAM], KOUD, 'overdracht-verzonden', 'overgedragen'],
    ['overdragen, warm (§5.1.3)', [BIJ_VT], WARM, 'overdracht-verzonden', 'overgedragen'],
    ['bevestiging-vastleggen (§4.1)', [NAAR_TEAM, KOUD], GEBELD, 'ontvangst-bevestigd', 'ontvangen'],
    ['intrekken (§3.2)', [NAAR_TEAM, KOUD], INTREKKEN, 'overdracht-ingetrokken', 'bij-veilig-thuis'],
    ['terugnemen (Add.5)', [NAAR_TEAM, KOUD, GEBELD], TERUGNEMEN, 'teruggenomen', 'bij-veilig-thuis'],
    [
      'nieuwe-melding (Add.5)',
      [NAAR_TEAM],
      { soort: 'nieuwe-melding', ontvangenOp: NU },
      'nieuwe-melding-ontvangen',
      'triage',
    ],
    ['geinformeerd (§5.1.2)', [LICHT], BRIEF, 'geinformeerd', 'bij-clientsysteem'],
  ])('%s', async (_naam, vooraf, opdracht, gebeurtenis, fase) => {
    await eerst(...vooraf);
    const { status, koppen, body } = await op.geef(opdracht);
    expect(status).toBe(200);
    expect(koppen.get('etag')).toMatch(/^"\d+"$/);
    expect(body['fase']).toBe(fase);
    const journaal = body['journaal'] as Json[];
    expect(journaal.findLast(({ soort }) => soort === gebeurtenis)).toMatchObject({
      vastgelegdOp: '2026-12-02T09:00:00.000Z',
      door: { rol: 'registratiesysteem', kanaal: 'api', id: 'regsysteem' },
      bron: expect.stringMatching(/§|Add\./),
    });
  });

  test('gemeente-geinformeerd, once the ladder has given VT that task (§4.1)', async () => {
    await eerst(NAAR_TEAM, KOUD);
    op.klok.vooruit(14 * 24 * 3_600_000);
    await op.toepassing.ronde();
    const { status, body } = await op.geef({ soort: 'gemeente-geinformeerd', wie: 'Joost Hendrix' });
    expect(status).toBe(200);
    expect((body['journaal'] as Json[]).map(({ soort }) => soort)).toContain('gemeente-geinformeerd');
  });

  test('an outcome for the team is a proposal until it agrees, and then says how it came to have the casus (§4.3)', async () => {
    await eerst(NAAR_TEAM, KOUD, { soort: 'meningsverschil-melden', toelichting: 'toch van jullie' });
    const uitkomst = { soort: 'meningsverschil-oplossen', uitkomst: 'lokale-toegang' };
    expect((await op.geef(uitkomst)).body).toMatchObject({
      fase: 'meningsverschil',
      verantwoordelijke: { partij: 'veilig-thuis', tijdelijk: true },
      voorstel: { uitkomst: 'lokale-toegang', doorPartij: 'veilig-thuis' },
    });
    const akkoord = { doorWie: NOOR.naam, via: 'telefoon', op: op.klok.nu() };
    const { body } = await op.geef({ ...uitkomst, akkoord });
    expect(body).toMatchObject({
      verantwoordelijke: { partij: 'lokale-toegang' },
      overdracht: { overgenomen: { doorWie: NOOR.naam, via: 'telefoon' } },
    });
    expect(body).not.toHaveProperty('voorstel');
    expect(body['overdracht']).not.toHaveProperty('ontvangst');
  });

  test('the same opdracht again is 200 and changes nothing', async () => {
    await eerst(NAAR_TEAM, KOUD, GEBELD);
    // What waits to be sent goes first, so that only the repeat could change something.
    await op.toepassing.ronde();
    const voor = await op.document();
    expect((await op.geef(GEBELD)).status).toBe(200);
    expect(await op.document()).toEqual(voor);
  });
});

describe('an opdracht that cannot be done', () => {
  test.each<[string, Json[], Json, RegExp]>([
    ['triage-al-afgerond', [NAAR_TEAM], BIJ_VT, /triage is al afgerond op wo 2 dec 2026 10:00/],
    ['conclusie-houdt-bij-vt', [], { ...NAAR_TEAM, conclusies: ['anonimiteit'] }, /anonimiteit.*§3\.1\.2/],
    ['voorwaarden-clientsysteem', [], { soort: 'triage-afronden', besluit: 'clientsysteem' }, /§5\.1\.2/],
    ['vervolg-past-niet', [], { ...NAAR_TEAM, vervolg: 'hgo' }, /vervolgtraject past niet/],
    ['multidisciplinair-ontbreekt', [], { ...BIJ_VT, vervolg: 'lokale-ondersteuning' }, /§3\.3\.1/],
    ['contactpersoon-ontbreekt', [], { ...BIJ_VT, vervolg: 'casusregie' }, /§3\.3\.3/],
    ['triage-niet-afgerond', [], KOUD, /Rond eerst de triage af/],
    ['koud-na-vervolgtraject', [BIJ_VT], KOUD, /Addendum 4/],
    ['warm-zonder-onderbouwing', [BIJ_VT], { ...WARM, documentverwijzing: undefined }, /onderbouwing.*§5\.1\.3/],
    ['warm-zonder-afspraken', [BIJ_VT], { ...WARM, veiligheidsafspraken: [] }, /veiligheidsafspraken.*§5\.1\.3/],
    ['warm-zonder-gesprek', [BIJ_VT], { ...WARM, gesprek: undefined }, /overdrachtsgesprek.*§5\.1\.3/],
    ['team-onbekend', [NAAR_TEAM], { ...KOUD, team: 'wijkteam-nergens' }, /staat niet in het adresboek/],
    ['geen-overdracht', [], GEBELD, /nog geen overdracht/],
    ['tijdstip-te-vroeg', [NAAR_TEAM, KOUD], { ...GEBELD, gegevenOp: MELDING }, /te vroeg/],
    ['tijdstip-in-toekomst', [NAAR_TEAM, KOUD], { ...GEBELD, gegevenOp: '2026-12-02T10:01:01+01:00' }, /toekomst/],
    [
      'al-bevestigd',
      [NAAR_TEAM, KOUD, GEBELD],
      { ...GEBELD, doorWie: 'Ilse Kramer' },
      /al bevestigd door Noor Verbeek/,
    ],
    ['al-bevestigd', [NAAR_TEAM, KOUD, GEBELD], INTREKKEN, /al bevestigd/],
    ['al-overgedragen', [NAAR_TEAM, KOUD, GEBELD], { ...KOUD, team: 'cjg-roosendaal' }, /Wijkteam Breda Noord/],
    ['niet-bij-team', [NAAR_TEAM], TERUGNEMEN, /team verantwoordelijk/],
    ['taak-loopt-niet', [], BRIEF, /staat niet \(meer\) open/],
    ['taak-loopt-niet', [], { soort: 'gemeente-geinformeerd', wie: 'Joost Hendrix' }, /staat niet \(meer\) open/],
    [
      'persoonsgegeven',
      [NAAR_TEAM],
      { ...KOUD, aandachtspunten: ['Bel 06-12345678.'] },
      /telefoonnummer.*niets opgeslagen/,
    ],
  ])('%s is 409 with the code and a Dutch sentence, and changes nothing', async (code, vooraf, opdracht, title) => {
    await eerst(...vooraf);
    const voor = await op.document();
    const { status, koppen, body } = await op.geef(opdracht);
    expect(status).toBe(409);
    expect(koppen.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ type: 'about:blank', status: 409, code });
    expect(body['title']).toMatch(title);
    expect(await op.document()).toEqual(voor);
  });

  test.each([{}, { soort: 'opdoeken' }, { soort: ['weigeren'] }, { soort: null }])(
    'an unknown soort is 422 and lists the known ones: %o',
    async (opdracht) => {
      const { status, body } = await op.geef(opdracht);
      expect(status).toBe(422);
      const [fout] = body['velden'] as Json[];
      expect(fout?.['veld']).toBe('soort');
      for (const soort of OPDRACHT_SOORTEN) expect(fout?.['melding']).toContain(soort);
    },
  );
});
